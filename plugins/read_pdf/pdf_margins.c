/* pdf_margins.c - what stands at the edge of several pages. */
#include "pdf_margins.h"

#include "pdf_runs.h"

#include <math.h>
#include <stdlib.h>

enum {
    EDGE        = 6,   /* runs at a page's top or bottom that may be margin */
    MANY        = 3,   /* pages with the same text: a margin also where that is a small part */
    SIZES       = 256, /* half points */
    MIN_NUMBERS = 5,   /* lines with numbers */
    MAX_BYTES   = 400, /* a longer run is a paragraph's */
};
static const float APART = 8;    /* points by which a margin may move from page to page */
static const float TITLE = 1.2f; /* of the body: so large is no running head */

typedef struct edge {
    uint64_t hash; /* 1: a page number */
    float    y;
    uint32_t run, page;
    bool     again; /* on enough pages */
} edge;

typedef struct edges {
    edge  *at;
    size_t n;
} edges;

/* -- Sizes ---------------------------------------------------------------------------------- */

static void find_body_size(cc_pdf *pdf)
{
    size_t *letters = pdf->host->alloc(pdf->host, SIZES * sizeof *letters, sizeof *letters);
    size_t  most    = 0;
    for (size_t i = 0; i < pdf->found_count; i++) {
        const cc_pdf_word *w    = &pdf->found[i];
        size_t             size = (size_t)(fminf(w->size, 120) * 2 + 0.5f);
        letters[size] += w->end - w->start;
    }
    for (size_t i = 0; i < SIZES; i++)
        most = letters[i] > letters[most] ? i : most;
    pdf->body_size = (float)most / 2;
}

/* -- Edges ---------------------------------------------------------------------------------- */

static bool is_page_number(cc_str in, cc_range t)
{
    static const char *const words[] = {"page", NULL};
    t.start += cc_txt_begins_with_word(in, t, words);
    return t.end - t.start <= 12 && (cc_txt_is_made_of(in, t, "0123456789-–[]()|of ", 1) ||
                                     cc_txt_is_made_of(in, t, "ivxlIVXL()- ", 1));
}

/* Of its letters, small; a number is one '#'. 0: it is no margin. */
static uint64_t hash_run(const cc_pdf *pdf, const cc_pdf_run *run)
{
    cc_str   in    = {pdf->raw, pdf->raw_len};
    cc_range t     = {pdf->found[run->first].start, pdf->found[run->first + run->count - 1].end};
    uint64_t hash  = UINT64_C(1469598103934665603);
    bool     digit = false;
    if (t.end <= t.start || t.end - t.start > MAX_BYTES)
        return 0;
    if (is_page_number(in, t))
        return 1;
    for (uint32_t w = run->first; w < run->first + run->count; w++)
        for (size_t i = pdf->found[w].start; i < pdf->found[w].end; i++) {
            bool again = digit;
            digit      = cc_txt_is_digit_at(in, i, pdf->found[w].end);
            if (!(digit && again))
                hash = (hash ^ (unsigned char)(digit ? '#' : cc_small(in.ptr[i]))) *
                       UINT64_C(1099511628211);
        }
    return hash | 2;
}

static int by_height(const void *a, const void *b)
{
    const edge *x = a, *y = b;
    return x->y != y->y ? (x->y > y->y) - (x->y < y->y) : (x->run > y->run) - (x->run < y->run);
}

static int by_hash(const void *a, const void *b)
{
    const edge *x = a, *y = b;
    return x->hash != y->hash ? (x->hash > y->hash ? 1 : -1) : by_height(a, b);
}

/* The runs of a page from top to bottom. */
static edges list_runs(const cc_pdf *pdf, uint32_t page)
{
    const cc_pdf_page *p   = &pdf->pages[page];
    edges              ret = {.n = 0};
    ret.at = pdf->host->alloc(pdf->host, (p->run_count + 1) * sizeof *ret.at, sizeof(uint64_t));
    for (uint32_t i = p->first_run; i < p->first_run + p->run_count; i++)
        if ((pdf->found[pdf->runs[i].first].flags & CC_PDF_ACROSS) == 0)
            ret.at[ret.n++] = (edge){.y = cc_pdf_middle(&pdf->runs[i].box), .run = i, .page = page};
    if (ret.n > 0)
        qsort(ret.at, ret.n, sizeof *ret.at, by_height);
    return ret;
}

static edges list_edges(const cc_pdf *pdf)
{
    edges  all  = {.n = 0};
    size_t most = (size_t)pdf->page_count * EDGE * 2 + 1;
    all.at      = pdf->host->alloc(pdf->host, most * sizeof *all.at, sizeof(uint64_t));
    for (uint32_t page = 0; page < pdf->page_count; page++) {
        edges of = list_runs(pdf, page);
        for (size_t i = 0; i < of.n; i++) {
            if (i >= EDGE && i + EDGE < of.n)
                continue;
            of.at[i].hash   = hash_run(pdf, &pdf->runs[of.at[i].run]);
            all.at[all.n++] = of.at[i];
        }
    }
    if (all.n > 0)
        qsort(all.at, all.n, sizeof *all.at, by_hash);
    return all;
}

/* -- Margins -------------------------------------------------------------------------------- */

/* Edges with one text at about one height. */
static void judge_edges(const cc_pdf *pdf, edge *at, size_t n)
{
    size_t pages = 0;
    for (size_t i = 0; i < n; i++) {
        bool seen = false;
        for (size_t k = i > EDGE ? i - EDGE : 0; k < i; k++)
            seen = seen || at[k].page == at[i].page;
        pages += !seen;
    }
    bool enough = pages >= 2 && (pages * 2 >= pdf->page_count || (pages >= MANY && at->hash > 1));
    for (size_t i = 0; i < n; i++) {
        const cc_pdf_run *run = &pdf->runs[at[i].run];
        at[i].again =
            enough && at->hash != 0 && (at[i].page > 0 || run->size < pdf->body_size * TITLE);
        pdf->runs[at[i].run].margin = at[i].again;
    }
}

/* The run `i` steps from the edge. */
static cc_pdf_run *run_at(cc_pdf *pdf, const edges *of, size_t from, size_t to, size_t i)
{
    return &pdf->runs[of->at[from < to ? from + i : from - 1 - i].run];
}

/* From the edge inwards, from `from` to `to`: a row with a run that comes again is margin, the first
 * other row ends it, or `most` runs. */
static void settle_edge(cc_pdf *pdf, const edges *of, size_t from, size_t to, size_t most)
{
    size_t count = from < to ? to - from : from - to;
    bool   on    = true;
    for (size_t i = 0, end; i < count; i = end) {
        cc_pdf_run *first = run_at(pdf, of, from, to, i), *run = first;
        bool        any = false;
        for (end = i; end < count && cc_pdf_is_beside(&first->box, &run->box);) {
            any = any || run->margin;
            run = ++end < count ? run_at(pdf, of, from, to, end) : run;
        }
        on = on && any && end <= most;
        for (size_t k = i; k < end; k++)
            run_at(pdf, of, from, to, k)->margin = on;
    }
}

/* The number that the run is, of at most two digits; 0: it is none. */
static uint32_t number_of(const cc_pdf *pdf, const cc_pdf_run *run)
{
    const cc_pdf_word *w  = &pdf->found[run->first];
    cc_str             in = {pdf->raw, pdf->raw_len};
    cc_range           t  = {w->start, w->end};
    if (run->count > 1 || t.end - t.start > 2 || !cc_txt_is_made_of(in, t, "0123456789", 1))
        return 0;
    return t.end - t.start == 1
               ? (uint32_t)(in.ptr[t.start] - '0')
               : (uint32_t)(in.ptr[t.start] - '0') * 10 + (uint32_t)(in.ptr[t.start + 1] - '0');
}

/* The lines of a bill are numbered: one number below the other, right-aligned, left of all text. */
static void find_line_numbers(cc_pdf *pdf, const edges *of)
{
    float    right = INFINITY;
    uint32_t last  = 0;
    for (size_t i = 0; i < of->n; i++) {
        const cc_pdf_run *run = &pdf->runs[of->at[i].run];
        if (!run->margin && number_of(pdf, run) == last + 1 && run->box.x1 < right + 1) {
            right = last == 0 ? run->box.x1 : right;
            last++;
        } else if (!run->margin && run->box.x0 < right && last > 0) {
            return;
        }
    }
    for (size_t i = 0; i < of->n && last >= MIN_NUMBERS; i++) {
        cc_pdf_run *run = &pdf->runs[of->at[i].run];
        run->margin |= number_of(pdf, run) > 0 && run->box.x1 < right + 1;
    }
}

void cc_pdf_find_margins(cc_pdf *pdf)
{
    find_body_size(pdf);
    edges all = list_edges(pdf);
    for (size_t i = 0, end; i < all.n; i = end) {
        for (end = i + 1; end < all.n && all.at[end].hash == all.at[i].hash &&
                          all.at[end].y - all.at[end - 1].y < APART;)
            end++;
        judge_edges(pdf, all.at + i, end - i);
    }
    for (uint32_t page = 0; page < pdf->page_count; page++) {
        edges  of   = list_runs(pdf, page);
        size_t most = of.n < 3 ? 1 : of.n / 3, half = of.n / 2;
        settle_edge(pdf, &of, 0, half, most);
        settle_edge(pdf, &of, of.n, half, most);
        find_line_numbers(pdf, &of);
    }
}
