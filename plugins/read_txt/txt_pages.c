/* txt_pages.c - margins and notes of pages. */
#include "txt_pages.h"

#include "txt_shape.h"

enum {
    EDGE       = 12,        /* lines at a page's top or bottom that may be margin */
    MAX_PAGES  = 65536,     /* a text of more is read without margins and notes */
    SLOTS      = 8192,      /* of the tally, a power of 2 */
    PAGE_LINES = 15,        /* with text: a page has more */
    MAX_SLOTS  = SLOTS / 2, /* what comes when it is full is no margin */
    SENTENCE   = 20,        /* bytes: "Id." closes many pages */
    MANY       = 3, /* pages with the same line: a margin also where that is a small part of them */
};

/* Lines that come again, by hash of their text with numbers blotted out. */
typedef struct tally {
    uint64_t hash[SLOTS];
    uint32_t count[SLOTS]; /* pages */
    size_t   seen[SLOTS];  /* on which page last */
    size_t   used, pages;
} tally;

typedef struct page {
    cc_range lines; /* whole lines; its form feed is not in it */
    size_t   next;
} page;

/* -- Lines of a page ------------------------------------------------------------------------ */

static page page_at(cc_str in, size_t start)
{
    const char *feed = memchr(in.ptr + start, '\f', in.len - start);
    size_t      end  = feed == NULL ? in.len : (size_t)(feed - in.ptr);
    return (page){{start, end}, feed == NULL ? end : end + 1};
}

typedef struct edge {
    size_t   line; /* where it starts */
    cc_range text; /* without white space at either side */
} edge;

static edge edge_at(cc_str in, size_t at, size_t *next)
{
    edge ret = {at, {at, cc_txt_flow_line_end(in, at)}};
    *next    = cc_line_next(in, ret.text.end);
    cc_txt_flow_skip(in, &ret.text, 0);
    cc_txt_flow_trim(in, &ret.text);
    return ret;
}

typedef struct edges {
    edge   top[EDGE], bottom[EDGE]; /* not blank; bottom[0] is the last one */
    size_t top_count, bottom_count, lines;
} edges;

static void find_edges(cc_str in, cc_range page_lines, edges *ret)
{
    edge ring[EDGE] = {{0}};
    *ret            = (edges){.lines = 0};
    for (size_t at = page_lines.start; at < page_lines.end;) {
        edge e = edge_at(in, at, &at);
        if (e.text.start == e.text.end)
            continue;
        if (ret->top_count < EDGE)
            ret->top[ret->top_count++] = e;
        ring[ret->lines++ % EDGE] = e;
    }
    ret->bottom_count = ret->lines < EDGE ? ret->lines : EDGE;
    for (size_t i = 0; i < ret->bottom_count; i++)
        ret->bottom[i] = ring[(ret->lines - 1 - i) % EDGE];
}

/* -- Lines that come again ------------------------------------------------------------------ */

static bool is_page_number(cc_str in, cc_range t)
{
    return t.end - t.start <= 12 && (cc_txt_is_made_of(in, t, "0123456789-–[]() ", 1) ||
                                     cc_txt_is_made_of(in, t, "ivxlIVXL()- ", 1));
}

/* Of its text in small letters, each number one '#', blanks left out; a sentence keeps its
 * numbers. 0: it is no margin. */
static uint64_t hash_line(cc_str in, cc_range t)
{
    uint64_t hash  = UINT64_C(1469598103934665603);
    bool     digit = false, ended = cc_txt_last_char(in, t) == '.';
    if (is_page_number(in, t))
        return 1;
    if (t.end - t.start > CC_TXT_LONG_LINE * 2 || (ended && t.end - t.start < SENTENCE))
        return 0;
    for (size_t i = t.start; i < t.end; i++) {
        bool again = digit;
        digit      = !ended && cc_txt_is_digit_at(in, i, t.end);
        if ((digit && again) || cc_blank_length(in.ptr + i, in.ptr + t.end) > 0)
            continue;
        hash =
            (hash ^ (unsigned char)(digit ? '#' : cc_small(in.ptr[i]))) * UINT64_C(1099511628211);
    }
    return hash | 2;
}

static size_t find_slot(const tally *t, uint64_t hash)
{
    size_t i = (hash * UINT64_C(0x9E3779B97F4A7C15)) >> 32 & (SLOTS - 1);
    while (t->hash[i] != 0 && t->hash[i] != hash)
        i = (i + 1) & (SLOTS - 1);
    return i;
}

static void count_line(tally *t, uint64_t hash)
{
    size_t i = find_slot(t, hash);
    if (hash == 0 || (t->hash[i] == 0 && t->used == MAX_SLOTS))
        return;
    t->used += t->hash[i] == 0;
    t->count[i] += t->hash[i] == 0 || t->seen[i] != t->pages;
    t->hash[i] = hash;
    t->seen[i] = t->pages;
}

static void count_page(cc_str in, tally *t, cc_range page_lines)
{
    edges e;
    find_edges(in, page_lines, &e);
    t->pages += e.lines > 0;
    for (size_t i = 0; i < e.top_count; i++)
        count_line(t, hash_line(in, e.top[i].text));
    for (size_t i = 0; i < e.bottom_count && i + EDGE < e.lines; i++)
        count_line(t, hash_line(in, e.bottom[i].text));
}

static bool is_margin(cc_str in, const tally *t, cc_range line)
{
    uint64_t hash  = hash_line(in, line);
    uint32_t count = hash == 0 ? 0 : t->count[find_slot(t, hash)];
    return count >= 2 && (count * 2 >= t->pages || (count >= MANY && hash > 1));
}

/* How many of the lines, from the edge on, are margin; at most one bare number. */
static size_t count_margin(cc_str in, const tally *t, const edge *lines, size_t count)
{
    size_t n = 0;
    for (bool number = false; n < count && is_margin(in, t, lines[n].text); n++) {
        bool bare = is_page_number(in, lines[n].text);
        if (bare && number)
            break;
        number = number || bare;
    }
    return n;
}

/* -- Strips --------------------------------------------------------------------------------- */

static void add_strip(const cc_host *host, cc_txt_flow *flow, cc_range lines, uint32_t number,
                      cc_txt_strip_kind kind)
{
    cc_txt_flow_add(host, flow,
                    (cc_txt_strip){
                        .start = lines.start,
                        .end   = lines.end,
                        .right = UINT32_MAX,
                        .page  = number,
                        .kind  = kind,
                    });
}

/* A head of the first page is the title. */
static void add_page(const cc_host *host, cc_txt_flow *flow, const tally *t, cc_range lines,
                     uint32_t number)
{
    edges e;
    find_edges(flow->in, lines, &e);
    size_t top    = number == 1 ? 0 : count_margin(flow->in, t, e.top, e.top_count);
    size_t bottom = count_margin(flow->in, t, e.bottom, e.bottom_count);
    if (e.lines == 0)
        return;
    bottom        = bottom < e.lines - top ? bottom : e.lines - top;
    cc_range body = {lines.start, lines.end};
    if (top > 0)
        edge_at(flow->in, e.top[top - 1].line, &body.start);
    if (bottom > 0)
        body.end = e.bottom[bottom - 1].line;
    add_strip(host, flow, (cc_range){lines.start, body.start}, number, CC_TXT_STRIP_MARGIN);
    add_strip(host, flow, body, number, CC_TXT_STRIP_BODY);
    add_strip(host, flow, (cc_range){body.end, lines.end}, number, CC_TXT_STRIP_MARGIN);
}

static void add_pages(const cc_host *host, cc_txt_flow *flow)
{
    tally   *t      = host->alloc(host, sizeof *t, sizeof(uint64_t));
    uint32_t number = 1;
    for (size_t at = 0; at < flow->in.len;) {
        page p = page_at(flow->in, at);
        count_page(flow->in, t, p.lines);
        at = p.next;
    }
    for (size_t at = 0; at < flow->in.len; number++) {
        page p = page_at(flow->in, at);
        add_page(host, flow, t, p.lines, number);
        at = p.next;
    }
}

/* "9 08-51570", "- 12 -", "Page 3 of 9" */
static bool is_page_mark(cc_str in, cc_range t)
{
    static const char *const words[] = {"page", NULL};
    cc_range                 rest    = {t.start + cc_txt_begins_with_word(in, t, words), t.end};
    bool                     several = memchr(in.ptr + t.start, ' ', t.end - t.start) != NULL;
    if (t.end - t.start > 24 || !several || !cc_txt_is_digit_at(in, t.end - 1, t.end + 1))
        return cc_txt_first_char(in, t) == '-' && several && cc_txt_last_char(in, t) == '-' &&
               t.end - t.start < 10 && cc_txt_is_made_of(in, t, "- 0123456789", 5);
    return cc_txt_is_made_of(in, rest, rest.start > t.start ? "0123456789of/ " : "0123456789-/ ",
                             2);
}

typedef struct marks {
    uint32_t last;  /* number of the page before; 0: none */
    size_t   lines; /* with text since then */
} marks;

/* A bare number that stands alone; 0: none. */
static uint32_t bare_number(cc_str in, cc_range t)
{
    uint32_t n = 0;
    for (size_t i = t.start; i < t.end && t.end - t.start <= 4; i++)
        n = cc_txt_is_digit_at(in, i, t.end) ? n * 10 + (uint32_t)(in.ptr[i] - '0') : 10000;
    return n < 10000 ? n : 0;
}

/* Whether the line ends a page: a page mark between blank lines, or a number that goes on with
 * those before it, a page's lines apart. */
static bool ends_page(cc_str in, const edge *e, bool was_gap, size_t next, marks *m)
{
    size_t   after;
    edge     below = edge_at(in, next, &after);
    bool     gap   = below.text.start == below.text.end;
    uint32_t n     = bare_number(in, e->text);
    if (was_gap && gap && is_page_mark(in, e->text))
        return true;
    if (n == 0 || !(was_gap || gap) || (m->last > 0 && (n != m->last + 1 || m->lines < PAGE_LINES)))
        return false;
    m->last  = n;
    m->lines = 0;
    return true;
}

/* Adds what stands between page marks, if `add`. Returns their number. */
static size_t split_at_marks(const cc_host *host, cc_txt_flow *flow, bool add)
{
    marks  m = {0};
    size_t n = 0, from = 0;
    bool   gap = true;
    for (size_t at = 0, next; at < flow->in.len; at = next) {
        edge e       = edge_at(flow->in, at, &next);
        bool was_gap = gap;
        gap          = e.text.start == e.text.end;
        m.lines += !gap;
        if (gap || !ends_page(flow->in, &e, was_gap, next, &m))
            continue;
        n++;
        if (!add)
            continue;
        add_strip(host, flow, (cc_range){from, at}, 0, CC_TXT_STRIP_BODY);
        add_strip(host, flow, (cc_range){at, next}, 0, CC_TXT_STRIP_MARGIN);
        from = next;
    }
    if (add)
        add_strip(host, flow, (cc_range){from, flow->in.len}, 0, CC_TXT_STRIP_BODY);
    return n;
}

static size_t count_feeds(cc_str in)
{
    size_t n = 0;
    for (const char *p = in.ptr, *end = p + in.len; p < end && n < MAX_PAGES; n++, p++)
        if ((p = memchr(p, '\f', (size_t)(end - p))) == NULL)
            break;
    return n;
}

void cc_txt_pages_find(const cc_host *host, cc_txt_flow *flow)
{
    size_t feeds = flow->in.len == 0 ? 0 : count_feeds(flow->in);
    if (feeds > 0 && feeds < MAX_PAGES) {
        add_pages(host, flow);
        return;
    }
    size_t found = feeds > 0 ? 0 : split_at_marks(host, flow, false);
    if (found >= MANY && found < MAX_PAGES)
        split_at_marks(host, flow, true);
    else
        add_strip(host, flow, (cc_range){0, flow->in.len}, 0, CC_TXT_STRIP_BODY);
}
