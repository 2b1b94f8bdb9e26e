/* html_guard.c - whether gumbo can bear a page.
 *
 * gumbo's time grows with the square of the elements that are open, so one pass over the bytes
 * keeps a stack of them as gumbo would, near enough: it errs where no page of good will does. */
#include "html_guard.h"

#include "html_scan.h"

#include <gumbo.h>
#include <string.h>
#include <strings.h>

enum {
    MAX_TAGS       = 1000000,
    MAX_OPEN       = 400,       /* pages of the open web: below 100 */
    MAX_ATTRIBUTES = 1000,      /* of one tag: gumbo compares each with all */
    MAX_COMPARED   = 500000000, /* attributes with others of their tags */
    MAX_ALIKE      = 3,         /* HTML standard: "Noah's Ark clause" */
    MAX_COPIES     = 4000000,   /* elements, some 150 bytes each */
};

typedef struct open_tag {
    GumboTag tag;
    cc_str   source;
    bool     closing, empty; /* "</p>", "<p/>" */
} open_tag;

typedef struct guard {
    open_tag open[MAX_OPEN + 1];
    size_t   count, formatting; /* all of them, and those that the next block may copy */
    size_t   copies;            /* that all blocks may have made */
} guard;

/* Elements that hold nothing, or whose end tag pages leave out. */
static bool never_open(GumboTag tag)
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
static bool is_formatting(GumboTag tag)
{
    return tag == GUMBO_TAG_A || tag == GUMBO_TAG_B || tag == GUMBO_TAG_BIG ||
           tag == GUMBO_TAG_CODE || tag == GUMBO_TAG_EM || tag == GUMBO_TAG_FONT ||
           tag == GUMBO_TAG_I || tag == GUMBO_TAG_NOBR || tag == GUMBO_TAG_S ||
           tag == GUMBO_TAG_SMALL || tag == GUMBO_TAG_STRIKE || tag == GUMBO_TAG_STRONG ||
           tag == GUMBO_TAG_TT || tag == GUMBO_TAG_U;
}

static bool is_raw(GumboTag tag)
{
    return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_TEXTAREA ||
           tag == GUMBO_TAG_TITLE || tag == GUMBO_TAG_XMP || tag == GUMBO_TAG_IFRAME ||
           tag == GUMBO_TAG_NOEMBED || tag == GUMBO_TAG_NOFRAMES;
}

/* A formatting element. */
static void remove_open(guard *g, size_t at)
{
    memmove(g->open + at, g->open + at + 1, (g->count - at - 1) * sizeof *g->open);
    g->count--;
    g->formatting--;
}

static void cut_open(guard *g, size_t count)
{
    while (g->count > count)
        g->formatting -= is_formatting(g->open[--g->count].tag);
}

/* Cells and tables close what is open in them; other blocks leave formatting open. */
static void close_tag(guard *g, GumboTag tag)
{
    size_t at = g->count, kept;
    while (at > 0 && g->open[at - 1].tag != tag)
        at--;
    if (at == 0)
        return;
    kept = at - 1;
    if (is_formatting(tag)) {
        remove_open(g, kept);
        return;
    }
    if (tag == GUMBO_TAG_TABLE)
        cut_open(g, kept);
    for (; at < g->count; at++)
        if (is_formatting(g->open[at].tag))
            g->open[kept++] = g->open[at];
    g->count = kept;
}

static void close_cell(guard *g)
{
    size_t at = g->count;
    while (at > 0 && g->open[at - 1].tag != GUMBO_TAG_TABLE)
        at--;
    if (at > 0)
        cut_open(g, at);
}

/* Opens a formatting element; of those alike three stay. */
static void make_room(guard *g, const open_tag *t)
{
    size_t alike = 0, first = 0, at = g->count;
    for (; at > 0 && g->open[at - 1].tag != GUMBO_TAG_TABLE; at--) {
        const open_tag *o = &g->open[at - 1];
        bool            same =
            o->tag == t->tag &&
            (t->tag == GUMBO_TAG_A || (o->source.len == t->source.len &&
                                       memcmp(o->source.ptr, t->source.ptr, t->source.len) == 0));
        alike += same;
        first = same ? at - 1 : first;
    }
    if (alike >= (t->tag == GUMBO_TAG_A ? 1 : MAX_ALIKE))
        remove_open(g, first);
}

/* Whether the innermost element that has a name in HTML is an image or a formula. */
static bool is_foreign(const guard *g)
{
    size_t at = g->count;
    while (at > 0 && g->open[at - 1].tag == GUMBO_TAG_UNKNOWN)
        at--;
    return at > 0 &&
           (g->open[at - 1].tag == GUMBO_TAG_SVG || g->open[at - 1].tag == GUMBO_TAG_MATH);
}

/* false: too many are open, or will be copied. */
static bool follow(guard *g, const open_tag *t)
{
    if (t->tag == GUMBO_TAG_TD || t->tag == GUMBO_TAG_TH || t->tag == GUMBO_TAG_TR)
        close_cell(g);
    if (t->closing) {
        close_tag(g, t->tag);
        return true;
    }
    g->copies += g->formatting;
    if (g->copies > MAX_COPIES)
        return false;
    if (never_open(t->tag) || (t->empty && is_foreign(g)))
        return true;
    if (is_formatting(t->tag))
        make_room(g, t);
    g->open[g->count++] = *t;
    g->formatting += is_formatting(t->tag);
    return g->count <= MAX_OPEN;
}

/* The tag from `start` to `end`. */
static open_tag read_tag(cc_str in, size_t start, size_t end)
{
    open_tag ret  = {.source = {in.ptr + start, end - start}};
    size_t   name = start + 1, len = 0;
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
static size_t skip_raw(cc_str in, size_t at, GumboTag tag)
{
    const char *name = gumbo_normalized_tagname(tag);
    size_t      len  = strlen(name);
    while ((at = cc_html_after(in, at, "</")) + len < in.len)
        if (strncasecmp(in.ptr + at, name, len) == 0)
            return at - 2;
    return in.len;
}

static const cc_html_refusal LARGE = {CC_LOST_TOO_LARGE, "page is larger than 16 MiB"},
                             TAGS  = {CC_LOST_TOO_MANY_BLOCKS, "page has more than 1000000 tags"},
                             ATTRIBUTES = {CC_LOST_TOO_LARGE,
                                           "a tag has more than 1000 attributes"},
                             COMPARED   = {CC_LOST_TOO_LARGE,
                                           "too many tags have hundreds of attributes"},
                             OPEN = {CC_LOST_TOO_MANY_BLOCKS, "too many elements are left open"};

const cc_html_refusal *cc_html_refuse(cc_str in)
{
    guard  g    = {.count = 0};
    size_t tags = 0, compared = 0, attributes, end;
    if (in.len > CC_HTML_MAX_BYTES)
        return &LARGE;
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
        open_tag tag = read_tag(in, at, end);
        if (attributes > MAX_ATTRIBUTES)
            return &ATTRIBUTES;
        compared += attributes * attributes;
        if (compared > MAX_COMPARED)
            return &COMPARED;
        if (++tags > MAX_TAGS)
            return &TAGS;
        if (!tag.closing && is_raw(tag.tag) && !is_foreign(&g))
            end = skip_raw(in, end, tag.tag);
        else if (!follow(&g, &tag))
            return &OPEN;
    }
    return NULL;
}
