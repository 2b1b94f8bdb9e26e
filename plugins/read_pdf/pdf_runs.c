/* pdf_runs.c - the library's order tells which words are neighbours; what it set apart and still
 * stands right behind a run, as the mark of a note does, is joined to it. */
#include "pdf_runs.h"

#include <math.h>
#include <stdlib.h>

enum {
    NEAR      = 64,   /* runs above and below in which a neighbour is looked for */
    MAX_WORDS = 4096, /* of a run */
};
/* Of the size. A justified line has wide blanks; figures side by side are cells sooner. */
static const float WIDEST = 1.2f, WIDEST_FIGURE = 0.65f, BACK = 0.6f, TOUCH = 0.3f;

/* -- Measures ------------------------------------------------------------------------------- */

void cc_pdf_measure_run(const cc_pdf_word *words, cc_pdf_run *run)
{
    size_t most = 0;
    for (uint32_t i = run->first; i < run->first + run->count; i++) {
        size_t same = 0;
        /* Sizes repeat: the first few words tell. */
        for (uint32_t k = run->first; k < run->first + run->count && k < run->first + NEAR; k++)
            same += fabsf(words[k].size - words[i].size) < 0.3f ? words[k].end - words[k].start : 0;
        if (i >= run->first + NEAR || same <= most)
            continue;
        most      = same;
        run->size = words[i].size;
        run->base = words[i].box.y1;
        run->box  = words[i].box;
    }
    for (uint32_t i = run->first; i < run->first + run->count; i++) {
        cc_pdf_box box = words[i].box;
        if (words[i].size > run->size * 1.5f) {
            box.y0 = run->box.y0;
            box.y1 = run->box.y1;
        }
        cc_pdf_cover(&run->box, &box);
    }
}

/* -- From words ----------------------------------------------------------------------------- */

static bool is_figure(const cc_pdf *pdf, const cc_pdf_word *w)
{
    return memchr("0123456789$%()-", pdf->raw[w->start], 15) != NULL;
}

static bool goes_on(const cc_pdf *pdf, const cc_pdf_run *run, const cc_pdf_word *w)
{
    const cc_pdf_word *last = &pdf->found[run->first + run->count - 1];
    float              size = fmaxf(last->size, w->size), gap = w->box.x0 - last->box.x1;
    if ((last->flags & w->flags & CC_PDF_ACROSS) != 0)
        return run->count < MAX_WORDS && (w->flags & CC_PDF_BREAK) == 0 &&
               fabsf(w->box.x0 - last->box.x0) < TOUCH * size;
    float widest = is_figure(pdf, last) || is_figure(pdf, w) ? WIDEST_FIGURE : WIDEST;
    return run->count < MAX_WORDS && ((last->flags ^ w->flags) & CC_PDF_ACROSS) == 0 &&
           gap > -BACK * size && gap < widest * size && cc_pdf_is_beside(&last->box, &w->box);
}

static void add_run(cc_pdf *pdf, uint32_t word)
{
    cc_pdf_run *run = CC_PDF_PUSH(pdf, runs, run_count, run_cap);
    *run            = (cc_pdf_run){.first = word, .count = 1};
}

/* -- Joining -------------------------------------------------------------------------------- */

typedef struct link {
    uint32_t   run, to; /* the run that it is joined to; itself: none */
    cc_pdf_box box;
    float      size;
    bool       single, number; /* one letter; some digits */
} link;

static int by_middle(const void *a, const void *b)
{
    const link *x = a, *y = b;
    float       p = cc_pdf_middle(&x->box), q = cc_pdf_middle(&y->box);
    return p != q ? (p > q) - (p < q) : x->run < y->run ? -1 : x->run > y->run;
}

/* Whether the smaller one is raised beside the other: its foot is within the other's height. */
static bool hangs(const link *a, const link *b)
{
    const link *small = a->size < b->size ? a : b, *large = small == a ? b : a;
    return !large->single && small->size < large->size * 0.85f && small->box.y1 < large->box.y1 &&
           small->box.y1 > large->box.y0 + (large->box.y1 - large->box.y0) * 0.15f;
}

/* Whether `b` stands right behind `a`, or in it; behind the mark of a note there may be a gap. */
static bool is_part(const link *a, const link *b)
{
    float gap = b->box.x0 - a->box.x1, size = fminf(a->size, b->size);
    bool  mark   = a->number && hangs(a, b);
    bool  within = b->box.x0 > a->box.x0 && b->box.x1 < a->box.x1 && b->size < a->size * 0.85f;
    bool  behind = gap > -TOUCH * size && gap < (mark ? WIDEST * 1.5f : TOUCH) * size;
    return (within || behind) && b->box.x0 > a->box.x0 &&
           (cc_pdf_is_beside(&a->box, &b->box) || hangs(a, b));
}

/* Whether `a` is the large initial of the line `b`. */
static bool is_initial(const link *a, const link *b)
{
    float gap = b->box.x0 - a->box.x1;
    return a->single && a->size > b->size * 1.7f && gap > -TOUCH * b->size && gap < b->size &&
           b->box.y0 < a->box.y0 + a->size * 0.35f && b->box.y1 > a->box.y0;
}

/* The first of the lines beside an initial goes on with it. */
static void join_initial(link *links, size_t count, size_t at)
{
    size_t from = at > NEAR ? at - NEAR : 0, to = at + NEAR < count ? at + NEAR : count;
    link  *best = NULL;
    for (size_t k = from; k < to; k++)
        if (k != at && is_initial(&links[at], &links[k]) &&
            (best == NULL || links[k].box.y0 < best->box.y0))
            best = &links[k];
    if (best != NULL && best->to == best->run)
        best->to = links[at].run;
}

static void join_neighbours(link *links, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t from = i > NEAR ? i - NEAR : 0, to = i + NEAR < count ? i + NEAR : count;
        for (size_t k = from; k < to && links[i].to == links[i].run; k++)
            if (k != i && is_part(&links[k], &links[i]))
                links[i].to = links[k].run;
        if (links[i].single)
            join_initial(links, count, i);
    }
}

/* -- In the order of runs ------------------------------------------------------------------- */

typedef struct entry {
    cc_pdf_word word;
    uint32_t    run, at;
} entry;

static int by_run(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    if (x->run != y->run)
        return x->run < y->run ? -1 : 1;
    if (x->word.box.x0 != y->word.box.x0 && (x->word.flags & y->word.flags & CC_PDF_ACROSS) == 0)
        return x->word.box.x0 < y->word.box.x0 ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

/* The run at the end of what `run` is joined to; each leads to the left, so it ends. */
static uint32_t find_end(const uint32_t *to, uint32_t run)
{
    while (to[run] != run)
        run = to[run];
    return run;
}

/* The library puts a blank before what is raised; what came from another line has none yet. */
static void settle_glue(cc_pdf_word *words, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        float gap = words[i].box.x0 - words[i - 1].box.x1, size = words[i].size;
        bool  mark = size < words[i - 1].size * 0.85f && gap < 0.3f * size;
        if (mark || ((words[i].flags & CC_PDF_BREAK) != 0 && gap < 0.12f * size))
            words[i].flags |= CC_PDF_GLUED;
    }
}

static void sort_words(cc_pdf *pdf, size_t first, const uint32_t *to, size_t first_run)
{
    size_t count = pdf->found_count - first, at = 0;
    entry *all = pdf->host->alloc(pdf->host, (count + 1) * sizeof *all, sizeof(void *));
    for (size_t r = first_run; r < pdf->run_count; r++)
        for (uint32_t i = 0; i < pdf->runs[r].count; i++, at++)
            all[at] = (entry){pdf->found[first + at], find_end(to, (uint32_t)(r - first_run)),
                              (uint32_t)at};
    qsort(all, count, sizeof *all, by_run);
    pdf->run_count = first_run;
    for (size_t i = 0; i < count; i++) {
        pdf->found[first + i] = all[i].word;
        if (i == 0 || all[i].run != all[i - 1].run)
            add_run(pdf, (uint32_t)(first + i));
        else
            pdf->runs[pdf->run_count - 1].count++;
    }
    for (size_t r = first_run; r < pdf->run_count; r++) {
        settle_glue(pdf->found + pdf->runs[r].first, pdf->runs[r].count);
        cc_pdf_measure_run(pdf->found, &pdf->runs[r]);
    }
}

/* Each run and the one that it is joined to. */
static const uint32_t *link_runs(cc_pdf *pdf, size_t first_run)
{
    size_t    n     = pdf->run_count - first_run;
    link     *links = pdf->host->alloc(pdf->host, n * sizeof *links, sizeof(void *));
    uint32_t *to    = pdf->host->alloc(pdf->host, n * sizeof *to, sizeof *to);
    for (size_t i = 0; i < n; i++) {
        cc_pdf_run        *run = &pdf->runs[first_run + i];
        const cc_pdf_word *w   = &pdf->found[run->first];
        cc_pdf_measure_run(pdf->found, run);
        links[i] = (link){.run    = (uint32_t)i,
                          .to     = (uint32_t)i,
                          .box    = run->box,
                          .size   = run->size,
                          .single = run->count == 1 && w->end - w->start == 1,
                          .number = run->count == 1 && w->end - w->start <= 3 &&
                                    memchr("0123456789", pdf->raw[w->start], 10) != NULL};
    }
    qsort(links, n, sizeof *links, by_middle);
    join_neighbours(links, n);
    for (size_t i = 0; i < n; i++)
        to[links[i].run] = links[i].to;
    return to;
}

void cc_pdf_find_runs(cc_pdf *pdf, size_t first, cc_pdf_page *page)
{
    size_t first_run = pdf->run_count;
    for (size_t i = first; i < pdf->found_count; i++) {
        if (i > first && goes_on(pdf, &pdf->runs[pdf->run_count - 1], &pdf->found[i]))
            pdf->runs[pdf->run_count - 1].count++;
        else
            add_run(pdf, (uint32_t)i);
    }
    if (pdf->run_count > first_run)
        sort_words(pdf, first, link_runs(pdf, first_run), first_run);
    page->first_run = (uint32_t)first_run;
    page->run_count = (uint32_t)(pdf->run_count - first_run);
}
