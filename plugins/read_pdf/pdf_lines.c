/* pdf_lines.c - runs on one base line, from left to right, and how far lines stand apart. */
#include "pdf_lines.h"

#include "pdf_runs.h"

#include <math.h>
#include <stdlib.h>

enum {
    MAX_WORDS     = 8192, /* of a line: pieces take 50 times a hostile text */
    NEAR          = 64,   /* runs that tell the size of a line */
    MIN_JUSTIFIED = 4,    /* runs of a line whose blanks are wide */
};

/* -- Text ----------------------------------------------------------------------------------- */

static void put_text(cc_pdf *pdf, const char *text, size_t len)
{
    if (len > pdf->in_cap - pdf->in_len) {
        size_t cap  = (pdf->in_cap + len) * 2;
        pdf->in     = cc_pdf_grow(pdf->host, pdf->in, pdf->in_len, cap);
        pdf->in_cap = cap;
    }
    memcpy(pdf->in + pdf->in_len, text, len);
    pdf->in_len += len;
}

static void put_word(cc_pdf *pdf, const cc_pdf_word *word, uint32_t flags)
{
    cc_pdf_word w   = *word;
    size_t      len = w.end - w.start;
    w.flags         = (w.flags & ~(uint32_t)CC_PDF_BREAK) | flags;
    w.start         = (uint32_t)pdf->in_len;
    w.end           = (uint32_t)(pdf->in_len + len);
    put_text(pdf, pdf->raw + word->start, len);
    *CC_PDF_PUSH(pdf, words, word_count, word_cap) = w;
}

/* "10²": what is smaller than its run and stands higher, or hangs there; or the sign for it. */
static bool is_raised(const cc_pdf *pdf, const cc_pdf_word *w, const cc_pdf_run *run)
{
    static const char *const signs[] = {"¹", "²", "³", "⁰", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    cc_str                   in = {pdf->raw, pdf->raw_len};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (cc_txt_begins_with(in, (cc_range){w->start, w->end}, signs[i]))
            return true;
    if ((w->flags & CC_PDF_ACROSS) != 0)
        return false;
    float up   = run->base - w->box.y1;
    bool  hung = (w->flags & CC_PDF_GLUED) != 0 && up > run->size * 0.25f;
    return up < run->size && (w->size < run->size * 0.8f ? up > run->size * 0.1f : hung);
}

static void put_run(cc_pdf *pdf, const cc_pdf_run *run, bool cell, cc_pdf_line *l)
{
    for (uint32_t i = run->first; i < run->first + run->count; i++) {
        const cc_pdf_word *w     = &pdf->found[i];
        bool               first = i == run->first;
        bool               glued = (w->flags & CC_PDF_GLUED) != 0 && !first;
        if (!glued && l->count > 0)
            put_text(pdf, " ", 1);
        put_word(pdf, w,
                 (cell && first ? CC_PDF_CELL : 0u) |
                     (is_raised(pdf, w, run) ? CC_PDF_RAISED : 0u));
        if (first)
            pdf->words[pdf->word_count - 1].flags &= ~(uint32_t)CC_PDF_GLUED;
        l->bold = l->bold && (w->flags & CC_PDF_BOLD) != 0;
        l->count++;
    }
    l->cells += cell;
}

/* -- Lines ---------------------------------------------------------------------------------- */

static int by_left(const void *a, const void *b)
{
    const cc_pdf_run *x = a, *y = b;
    if (x->box.x0 != y->box.x0)
        return x->box.x0 < y->box.x0 ? -1 : 1;
    return x->first < y->first ? -1 : x->first > y->first;
}

/* A run of the size in which most of the line is set. */
static const cc_pdf_run *find_main(const cc_pdf_run *runs, size_t count)
{
    const cc_pdf_run *best = runs;
    float             most = 0;
    count                  = count < NEAR ? count : NEAR;
    for (size_t i = 0; i < count; i++) {
        float width = 0;
        for (size_t k = 0; k < count; k++)
            width +=
                fabsf(runs[k].size - runs[i].size) < 0.3f ? runs[k].box.x1 - runs[k].box.x0 : 0;
        best = width > most ? &runs[i] : best;
        most = fmaxf(width, most);
    }
    return best;
}

/* Gaps of one width between words, not wide: a justified line is no row of a table. */
static bool is_justified(const cc_pdf *pdf, const cc_pdf_run *runs, size_t count, float size)
{
    float  least = INFINITY, most = 0;
    size_t figures = 0;
    for (size_t i = 1; i < count; i++) {
        float gap = runs[i].box.x0 - runs[i - 1].box.x1;
        least     = fminf(least, gap);
        most      = fmaxf(most, gap);
        figures += memchr("0123456789$", pdf->raw[pdf->found[runs[i].first].start], 11) != NULL;
    }
    return count >= MIN_JUSTIFIED && most < size * 2.2f && most < least * 1.7f &&
           figures * 3 < count;
}

static void add_line(cc_pdf *pdf, cc_pdf_run *runs, size_t count, const cc_pdf_line *as)
{
    cc_pdf_line line = *as;
    qsort(runs, count, sizeof *runs, by_left);
    line.box = runs[0].box;
    for (size_t i = 1; i < count; i++)
        cc_pdf_cover(&line.box, &runs[i].box);
    const cc_pdf_run *main = find_main(runs, count);
    line.first             = (uint32_t)pdf->word_count;
    line.text.start        = pdf->in_len;
    line.size              = main->size;
    line.base              = main->base;
    line.bold              = true;
    line.cells             = 1;
    bool whole             = is_justified(pdf, runs, count, line.size);
    for (size_t i = 0; i < count; i++) {
        float gap = i > 0 ? runs[i].box.x0 - runs[i - 1].box.x1 : 0;
        put_run(pdf, &runs[i], !whole && gap > 0.8f * line.size, &line);
    }
    line.text.end = pdf->in_len;
    put_text(pdf, "\n", 1);
    *CC_PDF_PUSH(pdf, lines, line_count, line_cap) = line;
}

/* How many of the runs from the first on stand on its line. */
static size_t count_beside(const cc_pdf *pdf, const cc_pdf_run *runs, size_t count)
{
    if ((pdf->found[runs[0].first].flags & CC_PDF_ACROSS) != 0)
        return 1;

    cc_pdf_run line = runs[0];
    size_t     n = 1, words = line.count;
    for (; n < count && words < MAX_WORDS && cc_pdf_is_beside(&line.box, &runs[n].box); n++) {
        words += runs[n].count;
        line = runs[n].size > line.size ? runs[n] : line;
    }
    return n;
}

/* -- Strips --------------------------------------------------------------------------------- */

static int by_value(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

/* The usual distance of two lines. */
static float find_leading(const cc_pdf *pdf, size_t first)
{
    size_t count = pdf->line_count - first, n = 0;
    float *steps = pdf->host->alloc(pdf->host, (count + 1) * sizeof *steps, sizeof *steps);
    for (size_t i = first + 1; i < pdf->line_count; i++) {
        float step = pdf->lines[i].base - pdf->lines[i - 1].base;
        if (step > pdf->lines[i].size * 0.8f && step < pdf->lines[i].size * 2.5f)
            steps[n++] = step;
    }
    if (n == 0)
        return 0;
    qsort(steps, n, sizeof *steps, by_value);
    return steps[n / 3];
}

void cc_pdf_add_strip(cc_pdf *pdf, uint32_t page, cc_pdf_run *runs, size_t count,
                      cc_pdf_line_kind kind)
{
    cc_pdf_line  as    = {.page = page, .strip = (uint32_t)pdf->strip_count, .kind = kind};
    size_t       first = pdf->line_count;
    cc_pdf_strip strip = {0};
    if (count == 0)
        return;
    strip.left  = runs[0].box.x0;
    strip.right = runs[0].box.x1;
    for (size_t i = 0, n; i < count; i += n) {
        n = count_beside(pdf, runs + i, count - i);
        add_line(pdf, runs + i, n, &as);
        const cc_pdf_box *box = &pdf->lines[pdf->line_count - 1].box;
        strip.left            = fminf(strip.left, box->x0);
        strip.right           = fmaxf(strip.right, box->x1);
    }
    strip.leading                                     = find_leading(pdf, first);
    *CC_PDF_PUSH(pdf, strips, strip_count, strip_cap) = strip;
}
