/* pdf_order.c - a page is divided where runs begin one below the other and none reaches across:
 * what is above, the left column, the right column, what is below, and each of these again. */
#include "pdf_order.h"

#include "pdf_lines.h"

#include <math.h>
#include <stdlib.h>

enum {
    DEEPEST    = 12, /* divisions within divisions */
    CANDIDATES = 8,  /* left sides of a column that are tried */
    MIN_LINES  = 3,  /* of a column */
};
static const float SIDE      = 4;    /* points by which the lines of a column begin apart */
static const float MIN_PROSE = 2.5f; /* words of a line */

/* A stretch of runs, by their middles, and where it is divided; count 0: nowhere. */
typedef struct division {
    size_t from, count;
    float  x;
} division;

typedef struct side {
    size_t lines, words;
} side;

/* -- Sorting -------------------------------------------------------------------------------- */

static int compare(float a, float b)
{
    return (a > b) - (a < b);
}

static int by_middle(const void *a, const void *b)
{
    const cc_pdf_run *x = a, *y = b;
    int               c = compare(cc_pdf_middle(&x->box), cc_pdf_middle(&y->box));
    c                   = c != 0 ? c : compare(x->box.x0, y->box.x0);
    return c != 0 ? c : x->first < y->first ? -1 : x->first > y->first;
}

static int by_value(const void *a, const void *b)
{
    return compare(*(const float *)a, *(const float *)b);
}

/* -- Where a column may begin --------------------------------------------------------------- */

typedef struct candidates {
    float  x[CANDIDATES];
    size_t lines[CANDIDATES], n;
} candidates;

/* Keeps those with the most lines. */
static void note_candidate(candidates *c, float x, size_t lines)
{
    size_t at = c->n;
    if (lines < MIN_LINES)
        return;
    if (c->n == CANDIDATES) {
        at = 0;
        for (size_t i = 1; i < c->n; i++)
            at = c->lines[i] < c->lines[at] ? i : at;
        if (c->lines[at] >= lines)
            return;
    }
    c->x[at]     = x;
    c->lines[at] = lines;
    c->n += at == c->n;
}

static void find_candidates(const cc_host *host, const cc_pdf_run *runs, size_t count,
                            candidates *ret)
{
    float *x = host->alloc(host, count * sizeof *x, sizeof *x);
    for (size_t i = 0; i < count; i++)
        x[i] = runs[i].box.x0;
    qsort(x, count, sizeof *x, by_value);
    ret->n = 0;
    for (size_t i = 0, first = 0; i < count; i++)
        if (i + 1 == count || x[i + 1] - x[i] > SIDE / 2 || x[i + 1] - x[first] > SIDE) {
            if (x[first] > x[0] + SIDE)
                note_candidate(ret, x[first], i + 1 - first);
            first = i + 1;
        }
}

/* -- Where a page is divided ---------------------------------------------------------------- */

static size_t count_words(const cc_pdf *pdf, const cc_pdf_run *run)
{
    size_t n = 1;
    for (uint32_t i = run->first + 1; i < run->first + run->count; i++)
        n += (pdf->found[i].flags & CC_PDF_GLUED) == 0;
    return n;
}

/* Both sides are running text: tables have columns, too. */
static bool is_prose(const side *s)
{
    return s->lines >= MIN_LINES && (float)s->words >= MIN_PROSE * (float)s->lines;
}

/* Whether the next run on its side of `x` is far below the first: that stands above both columns. */
static bool is_alone(const cc_pdf_run *runs, size_t count, float x)
{
    bool left = runs[0].box.x0 < x - SIDE / 2;
    for (size_t i = 1; i < count; i++)
        if ((runs[i].box.x0 < x - SIDE / 2) == left)
            return runs[i].box.y0 - runs[0].box.y1 > runs[0].size * 2;
    return true;
}

/* The longest stretch of runs that none reaches across `x`, text on both sides. */
static division divide_at(const cc_pdf *pdf, const cc_pdf_run *runs, size_t count, float x)
{
    division best = {0, 0, x};
    side     left = {0, 0}, right = {0, 0};
    size_t   from = 0;
    for (size_t i = 0; i <= count; i++) {
        bool across =
            i < count && runs[i].box.x0 < x - SIDE / 2 && runs[i].box.x1 > x - runs[i].size * 0.5f;
        if (i == count || across) {
            if (i - from > best.count && is_prose(&left) && is_prose(&right))
                best = (division){from, i - from, x};
            from = i + 1;
            left = right = (side){0, 0};
            continue;
        }
        side *s = runs[i].box.x0 < x - SIDE / 2 ? &left : &right;
        s->lines++;
        s->words += count_words(pdf, &runs[i]);
    }
    return best;
}

static division divide(const cc_pdf *pdf, const cc_pdf_run *runs, size_t count)
{
    division   best = {0};
    candidates c;
    find_candidates(pdf->host, runs, count, &c);
    for (size_t i = 0; i < c.n; i++) {
        division d = divide_at(pdf, runs, count, c.x[i]);
        if (d.count > best.count || (d.count == best.count && d.x < best.x))
            best = d;
    }
    while (best.count > MIN_LINES && is_alone(runs + best.from, best.count, best.x)) {
        best.from++;
        best.count--;
    }
    return best;
}

/* Runs left of `x` to the front; each side stays in its order. Returns how many. */
static size_t part_runs(const cc_host *host, cc_pdf_run *runs, size_t count, float x)
{
    cc_pdf_run *right = host->alloc(host, count * sizeof *right, sizeof(void *));
    size_t      n = 0, rest = 0;
    for (size_t i = 0; i < count; i++) {
        if (runs[i].box.x0 < x - SIDE / 2)
            runs[n++] = runs[i];
        else
            right[rest++] = runs[i];
    }
    if (rest > 0)
        memcpy(runs + n, right, rest * sizeof *right);
    return n;
}

/* `runs` are sorted by their middles. */
static void order_runs(cc_pdf *pdf, uint32_t page, cc_pdf_run *runs, size_t count, int depth)
{
    division d = {0};
    if (count == 0)
        return;
    if (depth < DEEPEST && count >= MIN_LINES * 2)
        d = divide(pdf, runs, count);
    if (d.count == 0) {
        cc_pdf_add_strip(pdf, page, runs, count, CC_PDF_BODY);
        return;
    }
    size_t left = part_runs(pdf->host, runs + d.from, d.count, d.x), end = d.from + d.count;
    order_runs(pdf, page, runs, d.from, depth + 1);
    order_runs(pdf, page, runs + d.from, left, depth + 1);
    order_runs(pdf, page, runs + d.from + left, d.count - left, depth + 1);
    order_runs(pdf, page, runs + end, count - end, depth + 1);
}

void cc_pdf_order_page(cc_pdf *pdf, uint32_t page)
{
    const cc_pdf_page *p = &pdf->pages[page];
    size_t             n = p->run_count, body = 0, aside = n;
    cc_pdf_run        *runs = pdf->host->alloc(pdf->host, (n + 1) * sizeof *runs, sizeof(void *));
    for (size_t i = 0; i < n; i++) {
        const cc_pdf_run *run    = &pdf->runs[p->first_run + i];
        bool              across = (pdf->found[run->first].flags & CC_PDF_ACROSS) != 0;
        if (run->margin || across)
            runs[--aside] = *run;
        else
            runs[body++] = *run;
    }
    if (body > 0)
        qsort(runs, body, sizeof *runs, by_middle);
    if (n > aside)
        qsort(runs + aside, n - aside, sizeof *runs, by_middle);
    order_runs(pdf, page, runs, body, 0);
    cc_pdf_add_strip(pdf, page, runs + aside, n - aside, CC_PDF_MARGIN);
}
