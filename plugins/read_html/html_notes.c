/* html_notes.c - by names as Word, LibreOffice, pandoc, wikis and publishers give them. */
#include "html_notes.h"

#include "html_scan.h"
#include "shared/fold.h"

#include <string.h>
#include <strings.h>

enum { MARKER_BYTES = 16, DEEPEST = 8 };

/* "fn1", "fn:1", "fn-1", not "fname". */
static bool is_numbered(const char *name, const char *start)
{
    return cc_html_begins(name, start) && !cc_html_is_letter(name[strlen(start)]);
}

static bool is_note_name(const char *name)
{
    return is_numbered(name, "fn") || is_numbered(name, "_ftn") || is_numbered(name, "_edn") ||
           is_numbered(name, "ftn") || is_numbered(name, "edn") || is_numbered(name, "cite_note") ||
           is_numbered(name, "sdfootnote") || is_numbered(name, "sdendnote");
}

bool cc_html_is_note(const GumboNode *n)
{
    static const char *const names[] = {"footnote", "endnote", NULL};
    static const char *const roles[] = {"doc-footnote", "doc-endnote", "footnote",
                                        "endnote",      "rearnote",    NULL};
    GumboTag                 tag     = cc_html_tag_of(n);
    if (tag == GUMBO_TAG_A || tag == GUMBO_TAG_SUP || tag == GUMBO_TAG_SPAN)
        return false;
    return cc_html_lists(n, "role", roles) || cc_html_lists(n, "epub:type", roles) ||
           is_note_name(cc_html_attribute(n, "id")) ||
           is_numbered(cc_html_attribute(n, "class"), "fn") || cc_html_lists(n, "class", names) ||
           cc_html_begins(cc_html_attribute(n, "id"), "footnote") ||
           cc_html_begins(cc_html_attribute(n, "id"), "endnote");
}

/* -- Markers -------------------------------------------------------------------------------- */

/* The text of `n` without white space. */
typedef struct inner {
    char   text[MARKER_BYTES + 1];
    size_t len; /* MARKER_BYTES: or more */
    bool   linked;
} inner;

static void add_text(inner *to, const char *text)
{
    const char *end = text + strlen(text);
    while (text < end && to->len < MARKER_BYTES) {
        size_t blank = cc_blank_length(text, end);
        if (blank == 0)
            to->text[to->len++] = *text++;
        text += blank;
    }
}

static inner look_inside(const GumboNode *n)
{
    inner         ret = {.len = 0};
    cc_html_level levels[DEEPEST];
    size_t        depth = 1;
    levels[0]           = (cc_html_level){.node = n};
    while (depth > 0 && ret.len < MARKER_BYTES) {
        const GumboNode *child = cc_html_child(levels[depth - 1].node, levels[depth - 1].next++);
        if (child == NULL)
            depth--;
        else if (cc_html_text_of(child) != NULL)
            add_text(&ret, cc_html_text_of(child));
        else if (cc_html_is_element(child) && depth < DEEPEST) {
            ret.linked |= cc_html_tag_of(child) == GUMBO_TAG_A && cc_html_has(child, "href");
            levels[depth++] = (cc_html_level){.node = child};
        }
    }
    return ret;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "1", "[2, 3]", "*", "†". */
static bool is_marker(const inner *in)
{
    static const char *const signs[] = {"\u2020", "\u2021", "\u00A7", "\u00B6",
                                        "\u2191", "\u21A9", "\uFE0E", "\u2013"};
    const char              *at      = in->text;
    while (*at != '\0') {
        size_t len = strchr("0123456789()[],*#^-", *at) != NULL;
        for (size_t i = 0; i < sizeof signs / sizeof *signs && len == 0; i++)
            len = strncmp(at, signs[i], strlen(signs[i])) == 0 ? strlen(signs[i]) : 0;
        if (len == 0)
            return false;
        at += len;
    }
    return in->len > 0 && in->len < MARKER_BYTES;
}

/* A link to a note or back. */
static bool is_note_link(const GumboNode *n)
{
    static const char *const roles[] = {"doc-noteref", "doc-backlink", "noteref", NULL};
    static const char *const names[] = {"footnote", "noteref", "sdfootnote", "sdendnote", NULL};
    const char              *target  = strchr(cc_html_attribute(n, "href"), '#');
    inner                    in      = look_inside(n);
    if (target == NULL || !is_marker(&in))
        return false;
    return !is_digit(in.text[0]) || cc_html_lists(n, "role", roles) ||
           cc_html_lists(n, "epub:type", roles) || cc_html_lists(n, "class", names) ||
           is_note_name(target + 1) || strcasestr(target, "note") != NULL;
}

/* -- Powers --------------------------------------------------------------------------------- */

/* The word that `before` ends with. */
static cc_str last_word(cc_str before)
{
    size_t start = before.len;
    while (start > 0 &&
           (cc_html_is_letter(before.ptr[start - 1]) || is_digit(before.ptr[start - 1]) ||
            before.ptr[start - 1] == '.' || before.ptr[start - 1] == ','))
        start--;
    return (cc_str){before.ptr + start, before.len - start};
}

static bool is_word(cc_str word, const char *z)
{
    return word.len == strlen(z) && memcmp(word.ptr, z, word.len) == 0;
}

/* "m", "9km", "x". */
static bool is_unit(cc_str word)
{
    static const char *const units[] = {"m",  "km", "cm", "mm", "dm",   "hm",   "ft",
                                        "in", "yd", "mi", "nm", "mile", "miles"};
    while (word.len > 0 && is_digit(word.ptr[0]))
        word = (cc_str){word.ptr + 1, word.len - 1};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (is_word(word, units[i]))
            return true;
    return false;
}

static bool is_over(const GumboNode *n)
{
    const GumboNode *next = cc_html_child(n->parent, (unsigned)n->index_within_parent + 1);
    const char      *text = next != NULL ? cc_html_text_of(next) : NULL;
    return text != NULL && (text[0] == '/' || strncmp(text, "\u2044", 3) == 0);
}

static cc_html_raised judge_digits(const GumboNode *n, const inner *in, cc_str before)
{
    cc_str word = last_word(before);
    bool   tail = before.len > 0 && is_digit(before.ptr[before.len - 1]);
    if (in->linked)
        return CC_HTML_MARKER;
    if (is_over(n))
        return tail ? CC_HTML_FRACTION : CC_HTML_PLAIN;
    if (is_unit(word) && in->len == 1 && (in->text[0] == '2' || in->text[0] == '3'))
        return CC_HTML_PLAIN;
    if (is_word(word, "10") || is_word(word, "x10") ||
        (word.len == 1 && cc_html_is_letter(word.ptr[0]) && in->text[0] != '1'))
        return CC_HTML_POWER;
    return CC_HTML_MARKER;
}

static cc_html_raised judge_sup(const GumboNode *n, cc_str before)
{
    inner in    = look_inside(n);
    char  last  = before.len > 0 ? before.ptr[before.len - 1] : '\0';
    bool  minus = in.text[0] == '-' || strncmp(in.text, "\u2212", 3) == 0;
    if (minus && last != '\0' && is_digit(in.text[in.text[0] == '-' ? 1 : 3]))
        return CC_HTML_POWER;
    if (in.len > 0 && strspn(in.text, "0123456789") == in.len)
        return judge_digits(n, &in, before);
    bool flag = in.len == 1 && in.text[0] >= 'a' && in.text[0] <= 'z' && in.text[0] != 'o' &&
                (is_digit(last) || last == '%' || last == ')');
    return flag || is_marker(&in) ? CC_HTML_MARKER : CC_HTML_PLAIN;
}

cc_html_raised cc_html_judge_raised(const GumboNode *n, cc_str before)
{
    GumboTag tag = cc_html_tag_of(n);
    if (tag == GUMBO_TAG_SUP)
        return judge_sup(n, before);
    if (tag == GUMBO_TAG_A && is_note_link(n))
        return CC_HTML_MARKER;
    bool tail = before.len > 0 && is_digit(before.ptr[before.len - 1]);
    return tag == GUMBO_TAG_SUB && tail && is_digit(look_inside(n).text[0]) ? CC_HTML_INDEX
                                                                            : CC_HTML_PLAIN;
}
