/* entity.h - "&amp;", "&#8211;", "&#x2013;" as the character they stand for. */
#ifndef CC_SHARED_ENTITY_H
#define CC_SHARED_ENTITY_H

#include <claimcheck.h>

#include <string.h>

/* Writes the code point into `out`, 4 bytes; one that is none becomes U+FFFD. */
static inline size_t cc_entity_encode(uint32_t code, char *out)
{
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        code = 0xFFFD;
    size_t len = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (len == 1) {
        out[0] = (char)code;
        return 1;
    }
    for (size_t i = len; i-- > 1; code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3F));
    out[0] = (char)((0xF00u >> len & 0xFF) | code);
    return len;
}

/* The names that prose is written with: of Latin-1 all, of others what stands in text. */
static inline uint32_t cc_entity_named(cc_str name)
{
    static const char *const latin1[] = {
        "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",
        "copy",   "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn",
        "sup2",   "sup3",   "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",
        "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
        "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave",
        "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde",
        "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",
        "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
        "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",
        "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
        "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};
    static const struct {
        char     name[10];
        uint32_t code;
    } others[] = {
        {"amp", '&'},       {"lt", '<'},        {"gt", '>'},        {"quot", '"'},
        {"apos", '\''},     {"dollar", '$'},    {"percnt", '%'},    {"num", '#'},
        {"lpar", '('},      {"rpar", ')'},      {"period", '.'},    {"comma", ','},
        {"colon", ':'},     {"ast", '*'},       {"lowbar", '_'},    {"vert", '|'},
        {"lbrack", '['},    {"rbrack", ']'},    {"Tab", '\t'},      {"NewLine", '\n'},
        {"OElig", 0x152},   {"oelig", 0x153},   {"Scaron", 0x160},  {"scaron", 0x161},
        {"ensp", 0x2002},   {"emsp", 0x2003},   {"numsp", 0x2007},  {"thinsp", 0x2009},
        {"ndash", 0x2013},  {"mdash", 0x2014},  {"horbar", 0x2015}, {"lsquo", 0x2018},
        {"rsquo", 0x2019},  {"sbquo", 0x201A},  {"ldquo", 0x201C},  {"rdquo", 0x201D},
        {"bdquo", 0x201E},  {"dagger", 0x2020}, {"Dagger", 0x2021}, {"bull", 0x2022},
        {"hellip", 0x2026}, {"permil", 0x2030}, {"prime", 0x2032},  {"lsaquo", 0x2039},
        {"rsaquo", 0x203A}, {"frasl", 0x2044},  {"euro", 0x20AC},   {"trade", 0x2122},
        {"frac13", 0x2153}, {"frac23", 0x2154}, {"frac18", 0x215B}, {"frac38", 0x215C},
        {"frac58", 0x215D}, {"frac78", 0x215E}, {"larr", 0x2190},   {"rarr", 0x2192},
        {"minus", 0x2212},  {"asymp", 0x2248},  {"approx", 0x2248}, {"ne", 0x2260},
        {"le", 0x2264},     {"ge", 0x2265},     {"zwnj", 0x200C},   {"zwj", 0x200D},
    };
    if (name.len < 2 || name.len > 8)
        return 0;
    for (uint32_t i = 0; i < sizeof latin1 / sizeof *latin1; i++)
        if (latin1[i][0] == name.ptr[0] && strlen(latin1[i]) == name.len &&
            memcmp(latin1[i], name.ptr, name.len) == 0)
            return 0xA0 + i;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i].name[0] == name.ptr[0] && strlen(others[i].name) == name.len &&
            memcmp(others[i].name, name.ptr, name.len) == 0)
            return others[i].code;
    return 0;
}

/* `written` goes from '&' to ';'. Returns how many bytes of `out`, which holds 4, are the
 * character; 0: a name that is not known. */
static inline size_t cc_entity_decode(cc_str written, char *out)
{
    cc_str name = {written.ptr + 1, written.len - 2};
    if (name.len == 0 || name.ptr[0] != '#') {
        uint32_t code = cc_entity_named(name);
        return code == 0 ? 0 : cc_entity_encode(code, out);
    }
    bool     hex  = name.len > 1 && (name.ptr[1] | 0x20) == 'x';
    uint32_t code = 0;
    for (size_t i = hex ? 2 : 1; i < name.len && code <= 0x10FFFF; i++) {
        char     c     = name.ptr[i];
        uint32_t digit = c <= '9' ? (uint32_t)(c - '0') : (uint32_t)((c | 0x20) - 'a' + 10);
        code           = code * (hex ? 16 : 10) + digit;
    }
    return cc_entity_encode(code, out);
}

#endif
