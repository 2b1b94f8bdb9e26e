/* html_scan.h - where markup ends in the source of a page, and whether gumbo can bear the page.
 *
 * gumbo's time grows with the square of the elements that are open, so one pass over the bytes
 * keeps a stack of them as gumbo would, near enough: it errs where no page of good will does. */
#ifndef CC_SHARED_HTML_SCAN_H
#define CC_SHARED_HTML_SCAN_H

#include <claimcheck.h>

#include <gumbo.h>
#include <string.h>
#include <strings.h>

enum {
    CC_HTML_MAX_BYTES      = 16 << 20,
    CC_HTML_MAX_TAGS       = 1000000,
    CC_HTML_MAX_OPEN       = 400,     /* pages of the open web: below 100 */
    CC_HTML_MAX_ATTRIBUTES = 1000,    /* of one tag: gumbo compares each with all */
    CC_HTML_MAX_ALIKE      = 3,       /* HTML standard: "Noah's Ark clause" */
    CC_HTML_MAX_COPIES     = 4000000, /* elements, some 150 bytes each */
};

static inline bool cc_html_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool cc_html_is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v');
}

/* After the next `what`; the end if there is none. */
static inline size_t cc_html_after(cc_str in, size_t at, const char *what)
{
    size_t      len   = strlen(what);
    const char *found = at < in.len ? memmem(in.ptr + at, in.len - at, what, len) : NULL;
    return found == NULL ? in.len : (size_t)(found - in.ptr) + len;
}

/* After the '>' of the tag whose name begins before `at`; a quote counts only after '='. */
static inline size_t cc_html_tag_end(cc_str in, size_t at, size_t *ret_attributes)
{
    bool value = false, blank = false;
    *ret_attributes = 0;
    for (; at < in.len && in.ptr[at] != '>'; at++) {
        char c = in.ptr[at];
        if (value && (c == '"' || c == '\'')) {
            const char *quote = memchr(in.ptr + at + 1, c, in.len - at - 1);
            if (quote == NULL)
                return in.len;
            at    = (size_t)(quote - in.ptr);
            value = false;
            blank = true;
            continue;
        }
        if (cc_html_is_blank(c) || c == '/') {
            blank = true;
            continue;
        }
        *ret_attributes += blank && c != '=' && !value;
        value = c == '=';
        blank = false;
    }
    return at < in.len ? at + 1 : in.len;
}

/* Where the markup that begins with the '<' at `at` ends; `at`: this '<' is text. */
static inline size_t cc_html_markup_end(cc_str in, size_t at, size_t *ret_attributes)
{
    char next       = at + 1 < in.len ? in.ptr[at + 1] : '\0';
    char name       = at + 2 < in.len ? in.ptr[at + 2] : '\0';
    *ret_attributes = 0;
    if (in.len - at >= 4 && memcmp(in.ptr + at, "<!--", 4) == 0)
        return cc_html_after(in, at + 2, "-->");
    if (next == '!' || next == '?' || (next == '/' && name != '\0' && !cc_html_is_letter(name)))
        return cc_html_after(in, at, ">");
    if (cc_html_is_letter(next) || (next == '/' && cc_html_is_letter(name)))
        return cc_html_tag_end(in, at + 2, ret_attributes);
    return at;
}

/* -- The guard ------------------------------------------------------------------------------ */

typedef struct cc_html_tag {
    GumboTag tag;
    cc_str   source;
    bool     closing, empty; /* "</p>", "<p/>" */
} cc_html_tag;

typedef struct cc_html_guard {
    cc_html_tag open[CC_HTML_MAX_OPEN + 1];
    size_t      count, formatting; /* all of them, and those that the next block may copy */
    size_t      copies;            /* that all blocks may have made */
} cc_html_guard;

/* Elements that hold nothing, or whose end tag pages leave out. */
static inline bool cc_html_never_open(GumboTag tag)
{
    static const GumboTag tags[] = {
        GUMBO_TAG_AREA,  GUMBO_TAG_BASE,  GUMBO_TAG_BASEFONT, GUMBO_TAG_BGSOUND, GUMBO_TAG_BODY,
        GUMBO_TAG_BR,    GUMBO_TAG_COL,   GUMBO_TAG_COLGROUP, GUMBO_TAG_DD,      GUMBO_TAG_DT,
        GUMBO_TAG_EMBED, GUMBO_TAG_FRAME, GUMBO_TAG_HEAD,     GUMBO_TAG_HR,      GUMBO_TAG_HTML,
        GUMBO_TAG_IMAGE, GUMBO_TAG_IMG,   GUMBO_TAG_INPUT,    GUMBO_TAG_KEYGEN,  GUMBO_TAG_LI,
        GUMBO_TAG_LINK,  GUMBO_TAG_META,  GUMBO_TAG_OPTGROUP, GUMBO_TAG_OPTION,  GUMBO_TAG_P,
        GUMBO_TAG_PARAM, GUMBO_TAG_RP,    GUMBO_TAG_RT,       GUMBO_TAG_SOURCE,  GUMBO_TAG_TBODY,
        GUMBO_TAG_TD,    GUMBO_TAG_TFOOT, GUMBO_TAG_TH,       GUMBO_TAG_THEAD,   GUMBO_TAG_TR,
        GUMBO_TAG_TRACK, GUMBO_TAG_WBR,
    };
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (tags[i] == tag)
            return true;
    return false;
}

/* Elements that the parser opens anew in the next block when they were left open. */
static inline bool cc_html_is_formatting(GumboTag tag)
{
    return tag == GUMBO_TAG_A || tag == GUMBO_TAG_B || tag == GUMBO_TAG_BIG ||
           tag == GUMBO_TAG_CODE || tag == GUMBO_TAG_EM || tag == GUMBO_TAG_FONT ||
           tag == GUMBO_TAG_I || tag == GUMBO_TAG_NOBR || tag == GUMBO_TAG_S ||
           tag == GUMBO_TAG_SMALL || tag == GUMBO_TAG_STRIKE || tag == GUMBO_TAG_STRONG ||
           tag == GUMBO_TAG_TT || tag == GUMBO_TAG_U;
}

static inline bool cc_html_is_raw(GumboTag tag)
{
    return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_TEXTAREA ||
           tag == GUMBO_TAG_TITLE || tag == GUMBO_TAG_XMP || tag == GUMBO_TAG_IFRAME ||
           tag == GUMBO_TAG_NOEMBED || tag == GUMBO_TAG_NOFRAMES;
}

/* A formatting element. */
static inline void cc_html_remove(cc_html_guard *g, size_t at)
{
    memmove(g->open + at, g->open + at + 1, (g->count - at - 1) * sizeof *g->open);
    g->count--;
    g->formatting--;
}

static inline void cc_html_cut(cc_html_guard *g, size_t count)
{
    while (g->count > count)
        g->formatting -= cc_html_is_formatting(g->open[--g->count].tag);
}

/* Cells and tables close what is open in them; other blocks leave formatting open. */
static inline void cc_html_close(cc_html_guard *g, GumboTag tag)
{
    size_t at = g->count, kept;
    while (at > 0 && g->open[at - 1].tag != tag)
        at--;
    if (at == 0)
        return;
    kept = at - 1;
    if (cc_html_is_formatting(tag)) {
        cc_html_remove(g, kept);
        return;
    }
    if (tag == GUMBO_TAG_TABLE)
        cc_html_cut(g, kept);
    for (; at < g->count; at++)
        if (cc_html_is_formatting(g->open[at].tag))
            g->open[kept++] = g->open[at];
    g->count = kept;
}

static inline void cc_html_close_cell(cc_html_guard *g)
{
    for (size_t at = g->count; at > 0; at--)
        if (g->open[at - 1].tag == GUMBO_TAG_TABLE)
            cc_html_cut(g, at);
}

/* Opens a formatting element; of those alike three stay. */
static inline void cc_html_make_room(cc_html_guard *g, const cc_html_tag *t)
{
    size_t alike = 0, first = 0, at = g->count;
    for (; at > 0 && g->open[at - 1].tag != GUMBO_TAG_TABLE; at--) {
        const cc_html_tag *o = &g->open[at - 1];
        bool               same =
            o->tag == t->tag &&
            (t->tag == GUMBO_TAG_A || (o->source.len == t->source.len &&
                                       memcmp(o->source.ptr, t->source.ptr, t->source.len) == 0));
        alike += same;
        first = same ? at - 1 : first;
    }
    if (alike >= (t->tag == GUMBO_TAG_A ? 1 : CC_HTML_MAX_ALIKE))
        cc_html_remove(g, first);
}

/* Whether the innermost element that has a name in HTML is an image or a formula. */
static inline bool cc_html_is_foreign(const cc_html_guard *g)
{
    size_t at = g->count;
    while (at > 0 && g->open[at - 1].tag == GUMBO_TAG_UNKNOWN)
        at--;
    return at > 0 &&
           (g->open[at - 1].tag == GUMBO_TAG_SVG || g->open[at - 1].tag == GUMBO_TAG_MATH);
}

/* false: too many are open, or will be copied. */
static inline bool cc_html_follow(cc_html_guard *g, const cc_html_tag *t)
{
    if (t->tag == GUMBO_TAG_TD || t->tag == GUMBO_TAG_TH || t->tag == GUMBO_TAG_TR)
        cc_html_close_cell(g);
    if (t->closing) {
        cc_html_close(g, t->tag);
        return true;
    }
    g->copies += g->formatting;
    if (g->copies > CC_HTML_MAX_COPIES)
        return false;
    if (cc_html_never_open(t->tag) || (t->empty && cc_html_is_foreign(g)))
        return true;
    if (cc_html_is_formatting(t->tag))
        cc_html_make_room(g, t);
    g->open[g->count++] = *t;
    g->formatting += cc_html_is_formatting(t->tag);
    return g->count <= CC_HTML_MAX_OPEN;
}

/* The tag from `start` to `end`. */
static inline cc_html_tag cc_html_read_tag(cc_str in, size_t start, size_t end)
{
    cc_html_tag ret  = {.source = {in.ptr + start, end - start}};
    size_t      name = start + 1, len = 0;
    ret.closing = in.ptr[name] == '/';
    name += ret.closing;
    while (name + len < end && !cc_html_is_blank(in.ptr[name + len]) &&
           strchr("/>", in.ptr[name + len]) == NULL)
        len++;
    ret.tag   = len < 64 ? gumbo_tagn_enum(in.ptr + name, (unsigned)len) : GUMBO_TAG_UNKNOWN;
    ret.empty = end - start > 2 && in.ptr[end - 2] == '/';
    return ret;
}

/* Where the end tag of a raw element begins, such as that of a script. */
static inline size_t cc_html_skip_raw(cc_str in, size_t at, GumboTag tag)
{
    const char *name = gumbo_normalized_tagname(tag);
    size_t      len  = strlen(name);
    while ((at = cc_html_after(in, at, "</")) + len < in.len)
        if (strncasecmp(in.ptr + at, name, len) == 0)
            return at - 2;
    return in.len;
}

/* Why gumbo should not get this page; NULL: it can. */
static inline const char *cc_html_refuse(cc_str in)
{
    cc_html_guard g    = {.count = 0};
    size_t        tags = 0, attributes, end;
    if (in.len > CC_HTML_MAX_BYTES)
        return "page is larger than 16 MiB";
    for (size_t at = 0; at < in.len; at = end) {
        const char *next = memchr(in.ptr + at, '<', in.len - at);
        if (next == NULL)
            return NULL;
        at  = (size_t)(next - in.ptr);
        end = cc_html_markup_end(in, at, &attributes);
        if (end == at)
            end++;
        if (end - at < 3 || strchr("!?", in.ptr[at + 1]) != NULL)
            continue;
        cc_html_tag tag = cc_html_read_tag(in, at, end);
        if (++tags > CC_HTML_MAX_TAGS)
            return "page has more than 1000000 tags";
        if (attributes > CC_HTML_MAX_ATTRIBUTES)
            return "a tag has more than 1000 attributes";
        if (!tag.closing && cc_html_is_raw(tag.tag) && !cc_html_is_foreign(&g))
            end = cc_html_skip_raw(in, end, tag.tag);
        else if (!cc_html_follow(&g, &tag))
            return "too many elements are left open";
    }
    return NULL;
}

#endif
