/* encoding.c - names of encodings, and which of them a text is in. */
#include "text/encoding.h"

#include "text/utf8.h"

#include <iconv.h>

/* -- Names ---------------------------------------------------------------------------------- */

/* The first rows of ENCODINGS. */
enum { UTF_8, UTF_16LE, UTF_16BE, UTF_32LE, UTF_32BE, WINDOWS_1252, US_ASCII };

/* Where a label means a smaller encoding than the name, browsers have long read the larger one. */
/* clang-format off */
static const cc_encoding ENCODINGS[] = {
    {"utf-8", CC_SCHEME_UTF8, NULL,
     " unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8 "},
    {"utf-16le", CC_SCHEME_UTF16LE, NULL,
     " csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 "},
    {"utf-16be", CC_SCHEME_UTF16BE, NULL, " unicodefffe "},
    {"utf-32le", CC_SCHEME_UTF32LE, NULL, " ucs-4 utf-32 "},
    {"utf-32be", CC_SCHEME_UTF32BE, NULL, " "},
    {"windows-1252", CC_SCHEME_BYTES, NULL,
     " cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1"
     " iso_8859-1:1987 l1 latin1 x-cp1252 "},
    {"us-ascii", CC_SCHEME_BYTES, NULL, " ansi_x3.4-1968 ascii "},
    {"windows-1250", CC_SCHEME_BYTES, "CP1250", " cp1250 x-cp1250 "},
    {"windows-1251", CC_SCHEME_BYTES, "CP1251", " cp1251 x-cp1251 "},
    {"windows-1253", CC_SCHEME_BYTES, "CP1253", " cp1253 x-cp1253 "},
    {"windows-1254", CC_SCHEME_BYTES, "CP1254",
     " cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9"
     " iso_8859-9:1989 l5 latin5 x-cp1254 "},
    {"windows-1255", CC_SCHEME_BYTES, "CP1255", " cp1255 x-cp1255 "},
    {"windows-1256", CC_SCHEME_BYTES, "CP1256", " cp1256 x-cp1256 "},
    {"windows-1257", CC_SCHEME_BYTES, "CP1257", " cp1257 x-cp1257 "},
    {"windows-1258", CC_SCHEME_BYTES, "CP1258", " cp1258 x-cp1258 "},
    {"windows-874", CC_SCHEME_BYTES, "CP874",
     " dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 "},
    {"iso-8859-2", CC_SCHEME_BYTES, "ISO-8859-2",
     " csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2 "},
    {"iso-8859-3", CC_SCHEME_BYTES, "ISO-8859-3",
     " csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3 "},
    {"iso-8859-4", CC_SCHEME_BYTES, "ISO-8859-4",
     " csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4 "},
    {"iso-8859-5", CC_SCHEME_BYTES, "ISO-8859-5",
     " csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5"
     " iso_8859-5:1988 "},
    {"iso-8859-6", CC_SCHEME_BYTES, "ISO-8859-6",
     " arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e"
     " iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 "},
    {"iso-8859-7", CC_SCHEME_BYTES, "ISO-8859-7",
     " csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597"
     " iso_8859-7 iso_8859-7:1987 sun_eu_greek "},
    {"iso-8859-8", CC_SCHEME_BYTES, "ISO-8859-8",
     " csiso88598e csiso88598i csisolatinhebrew hebrew iso-8859-8-e iso-8859-8-i"
     " iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 logical visual "},
    {"iso-8859-10", CC_SCHEME_BYTES, "ISO-8859-10",
     " csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6 "},
    {"iso-8859-13", CC_SCHEME_BYTES, "ISO-8859-13", " iso8859-13 iso885913 "},
    {"iso-8859-14", CC_SCHEME_BYTES, "ISO-8859-14", " iso8859-14 iso885914 "},
    {"iso-8859-15", CC_SCHEME_BYTES, "ISO-8859-15",
     " csisolatin9 iso8859-15 iso885915 iso_8859-15 l9 "},
    {"iso-8859-16", CC_SCHEME_BYTES, "ISO-8859-16", " "},
    {"koi8-r", CC_SCHEME_BYTES, "KOI8-R", " cskoi8r koi koi8 koi8_r "},
    {"koi8-u", CC_SCHEME_BYTES, "KOI8-U", " koi8-ru "},
    {"ibm866", CC_SCHEME_BYTES, "IBM866", " 866 cp866 csibm866 "},
    {"macintosh", CC_SCHEME_BYTES, "MACINTOSH", " csmacintosh mac x-mac-roman "},
    {"gbk", CC_SCHEME_BYTES, "GB18030",
     " chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk "},
    {"gb18030", CC_SCHEME_BYTES, "GB18030", " "},
    {"big5", CC_SCHEME_BYTES, "BIG5", " big5-hkscs cn-big5 csbig5 x-x-big5 "},
    {"euc-jp", CC_SCHEME_BYTES, "EUC-JP-MS", " cseucpkdfmtjapanese x-euc-jp "},
    {"shift_jis", CC_SCHEME_BYTES, "CP932",
     " csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis "},
    {"euc-kr", CC_SCHEME_BYTES, "CP949",
     " cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601"
     " ksc_5601 windows-949 "},
};
/* clang-format on */

enum { ENCODING_COUNT = sizeof ENCODINGS / sizeof *ENCODINGS };

static bool is_known_to_iconv(const cc_encoding *encoding)
{
    if (encoding->iconv == NULL)
        return true;
    iconv_t open = iconv_open("UCS-4LE", encoding->iconv);
    if (open == (iconv_t)-1)
        return false;
    iconv_close(open);
    return true;
}

const cc_encoding *cc_encoding_find(cc_str label)
{
    enum { LONGEST = 24 };
    char word[LONGEST + 3] = " "; /* with a blank around it, as in ENCODINGS */
    label                  = cc_str_trim(label);
    if (label.len == 0 || label.len > LONGEST || memchr(label.ptr, ' ', label.len) != NULL ||
        memchr(label.ptr, '\0', label.len) != NULL)
        return NULL;
    for (size_t i = 0; i < label.len; i++)
        word[1 + i] = cc_lower(label.ptr[i]);
    word[1 + label.len] = ' ';
    for (size_t i = 0; i < ENCODING_COUNT; i++)
        if (cc_str_eq_nocase(label, cc_str_z(ENCODINGS[i].name)) ||
            strstr(ENCODINGS[i].labels, word) != NULL)
            return is_known_to_iconv(&ENCODINGS[i]) ? &ENCODINGS[i] : NULL;
    return NULL;
}

const char *const *cc_encoding_labels(cc_arena *arena)
{
    CC_LIST(const char *) list = {0};
    for (size_t i = 0; i < ENCODING_COUNT; i++) {
        *cc_push(arena, &list) = ENCODINGS[i].name;
        const char *at         = ENCODINGS[i].labels + 1;
        for (size_t len; (len = strcspn(at, " ")) > 0; at += len + 1)
            *cc_push(arena, &list) = cc_arena_dup(arena, (cc_str){at, len}).ptr;
    }
    *cc_push(arena, &list) = NULL;
    return list.at;
}

uint32_t cc_encoding_windows_1252(unsigned char byte)
{
    static const uint16_t from_80[0x20] = {
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
    };
    return byte < 0x80 || byte >= 0xA0 ? byte : from_80[byte - 0x80];
}

/* -- Choosing ------------------------------------------------------------------------------- */

static const cc_encoding *find_bom(cc_str bytes)
{
    static const struct {
        cc_str             bom;
        const cc_encoding *encoding;
    } rows[] = {
        {{"\xEF\xBB\xBF", 3}, &ENCODINGS[UTF_8]},    {{"\xFF\xFE\0\0", 4}, &ENCODINGS[UTF_32LE]},
        {{"\0\0\xFE\xFF", 4}, &ENCODINGS[UTF_32BE]}, {{"\xFF\xFE", 2}, &ENCODINGS[UTF_16LE]},
        {{"\xFE\xFF", 2}, &ENCODINGS[UTF_16BE]},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (cc_str_starts(bytes, rows[i].bom))
            return rows[i].encoding;
    return NULL;
}

static bool is_wide(const cc_encoding *encoding)
{
    return encoding->scheme >= CC_SCHEME_UTF16LE && encoding->scheme <= CC_SCHEME_UTF32BE;
}

const cc_encoding *cc_encoding_wide(cc_str head)
{
    const cc_encoding *bom    = find_bom(head);
    size_t             nul[2] = {0, 0};
    if (bom != NULL)
        return is_wide(bom) ? bom : NULL;
    for (size_t i = 0; i < head.len; i++)
        nul[i % 2] += head.ptr[i] == 0;
    size_t more = nul[0] > nul[1] ? nul[0] : nul[1], less = nul[0] + nul[1] - more;
    if (more <= head.len / 4 || less > head.len / 100)
        return NULL;
    return &ENCODINGS[nul[1] > nul[0] ? UTF_16LE : UTF_16BE];
}

/* What a text would be in UTF-8, and in Windows-1252. */
typedef struct census {
    size_t sequences; /* of more than one byte */
    size_t invalid;   /* bytes */
    bool   nul;
    bool   undefined; /* a byte that Windows-1252 does not define */
} census;

static census count_bytes(cc_str bytes)
{
    census c = {.nul = bytes.len > 0 && memchr(bytes.ptr, 0, bytes.len) != NULL};
    for (size_t i = 0; (i += cc_utf8_ascii_run(bytes, i)) < bytes.len;) {
        size_t len = cc_utf8_valid_at(bytes, i), end = i + (len == 0 ? 1 : len);
        c.sequences += len > 0;
        c.invalid += len == 0;
        for (; i < end; i++)
            c.undefined |= cc_encoding_windows_1252((unsigned char)bytes.ptr[i]) == 0;
    }
    return c;
}

/* The encoding of a label; NULL: the bytes speak against it. */
static const cc_encoding *believe(cc_str label, const census *c, cc_choice *ret)
{
    const cc_encoding *found = cc_encoding_find(label);
    if (found == NULL) {
        if (ret->unknown.len == 0)
            ret->unknown = cc_str_trim(label);
        return NULL;
    }
    bool narrow = found == &ENCODINGS[UTF_8] || found == &ENCODINGS[US_ASCII];
    if (c->invalid == 0 && !c->nul && (narrow || found == &ENCODINGS[WINDOWS_1252]))
        return &ENCODINGS[UTF_8];
    /* ASCII has NULs in wide encodings, and in no other. */
    if (narrow || (c->invalid == 0 && is_wide(found) != c->nul))
        return NULL;
    return found;
}

static const cc_encoding *guess(cc_str bytes, const census *c, bool *ret_guessed)
{
    enum { HEAD = 4096 }; /* as much as source/sniff.h judges */
    cc_str             head = cc_str_sub(bytes, 0, bytes.len < HEAD ? bytes.len : HEAD);
    const cc_encoding *wide = cc_encoding_wide(head);
    *ret_guessed            = true;
    if (wide != NULL)
        return wide;
    if (c->invalid > c->sequences && !c->undefined)
        return &ENCODINGS[WINDOWS_1252];
    *ret_guessed = false;
    return &ENCODINGS[UTF_8];
}

cc_choice cc_encoding_choose(cc_str bytes, const cc_hints *hints)
{
    cc_choice ret = {.encoding = find_bom(bytes)};
    if (ret.encoding == NULL)
        ret.encoding = hints->named;
    if (ret.encoding != NULL)
        return ret;
    census c     = count_bytes(bytes);
    ret.encoding = believe(hints->container, &c, &ret);
    if (ret.encoding == NULL) {
        ret.encoding = believe(hints->document, &c, &ret);
        if (ret.encoding != NULL && is_wide(ret.encoding))
            ret.encoding = NULL; /* its label could not be read if it were */
    }
    if (ret.encoding == NULL) {
        ret.encoding = guess(bytes, &c, &ret.guessed);
        ret.guessed |= ret.unknown.len > 0;
    }
    return ret;
}
