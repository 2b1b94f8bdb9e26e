/* html_notes.c - by names as Word, LibreOffice, pandoc, wikis and publishers give them. */
#include "html_notes.h"

#include "html_scan.h"
#include "shared/fold.h"
#include "shared/raised.h"

#include <string.h>
#include <strings.h>

enum { DEEPEST = 8 };

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

/* What an element says. */
typedef struct inner {
    cc_raised_text text;
    bool           linked;
} inner;

static void add_text(inner *to, const char *text)
{
    const char *end = text + strlen(text);
    while (text < end && to->text.len < CC_RAISED_BYTES) {
        size_t blank = cc_blank_length(text, end);
        if (blank == 0)
            to->text.bytes[to->text.len++] = *text++;
        text += blank;
    }
}

static inner look_inside(const GumboNode *n)
{
    inner         ret = {.linked = false};
    cc_html_level levels[DEEPEST];
    size_t        depth = 1;
    levels[0]           = (cc_html_level){.node = n};
    while (depth > 0 && ret.text.len < CC_RAISED_BYTES) {
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

/* A link to a note or back. */
static bool is_note_link(const GumboNode *n)
{
    static const char *const roles[] = {"doc-noteref", "doc-backlink", "noteref", NULL};
    static const char *const names[] = {"footnote", "noteref", "sdfootnote", "sdendnote", NULL};
    const char              *target  = strchr(cc_html_attribute(n, "href"), '#');
    inner                    in      = look_inside(n);
    if (target == NULL || !cc_raised_is_marker(&in.text))
        return false;
    return !cc_raised_is_digit(in.text.bytes[0]) || cc_html_lists(n, "role", roles) ||
           cc_html_lists(n, "epub:type", roles) || cc_html_lists(n, "class", names) ||
           is_note_name(target + 1) || strcasestr(target, "note") != NULL;
}

/* -- Powers --------------------------------------------------------------------------------- */

static bool is_over(const GumboNode *n)
{
    const GumboNode *next = cc_html_child(n->parent, (unsigned)n->index_within_parent + 1);
    const char      *text = next != NULL ? cc_html_text_of(next) : NULL;
    return text != NULL && (text[0] == '/' || strncmp(text, "\u2044", 3) == 0);
}

static cc_html_raised judge_sup(const GumboNode *n, cc_str before)
{
    inner in     = look_inside(n);
    bool  digits = in.text.len > 0 && strspn(in.text.bytes, "0123456789") == in.text.len;
    if (digits && in.linked)
        return CC_HTML_MARKER;
    if (digits && is_over(n))
        return before.len > 0 && cc_raised_is_digit(before.ptr[before.len - 1]) ? CC_HTML_FRACTION
                                                                                : CC_HTML_PLAIN;
    switch (cc_raised_judge(&in.text, before)) {
    case CC_RAISED_MARKER: return CC_HTML_MARKER;
    case CC_RAISED_POWER: return CC_HTML_POWER;
    default: return CC_HTML_PLAIN;
    }
}

cc_html_raised cc_html_judge_raised(const GumboNode *n, cc_str before)
{
    GumboTag tag = cc_html_tag_of(n);
    if (tag == GUMBO_TAG_SUP)
        return judge_sup(n, before);
    if (tag == GUMBO_TAG_A && is_note_link(n))
        return CC_HTML_MARKER;
    bool tail = before.len > 0 && cc_raised_is_digit(before.ptr[before.len - 1]);
    return tag == GUMBO_TAG_SUB && tail && cc_raised_is_digit(look_inside(n).text.bytes[0])
               ? CC_HTML_INDEX
               : CC_HTML_PLAIN;
}
