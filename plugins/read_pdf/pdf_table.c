/* pdf_table.c - tables by their geometry: cells that stand in columns, labelled by the first of their
 * row and by what stands above the column. */
#include "pdf_flow.h"

#include <math.h>
#include <stdlib.h>

enum {
    MAX_CELLS   = 32,   /* of a row; what stands further right is one cell */
    MAX_ROWS    = 2000, /* lines of one table; another one begins then */
    MAX_HEADERS = 6,    /* lines */
    LOOK_AHEAD  = 8,    /* lines in which a table shows itself */
    MIN_ROWS    = 3,
};

typedef struct cell {
    uint32_t first, end; /* words */
    float    x0, x1;
    size_t   column;
    bool     figure; /* digits and signs, no words */
} cell;

/* A line of the table. */
typedef struct row {
    const cc_pdf_line *line;
    cell               at[MAX_CELLS];
    size_t             n;
    bool               begins; /* not the rest of the row above */
} row;

typedef struct table {
    row     *rows;
    size_t   n, headers; /* lines; those of headers */
    float    x0[MAX_CELLS], x1[MAX_CELLS];
    size_t   columns;
    cc_short header[MAX_CELLS], label;
} table;

/* -- Cells ---------------------------------------------------------------------------------- */

/* "1,234.5" "$ 12" "(3.2)%" "n/a" "—" */
static bool is_figure(cc_str in, cc_range t)
{
    static const char *const none[] = {"n/a", "na", "n.a.", "--", "-", "—", "–", NULL};
    size_t                   digits = 0, letters = 0;
    for (size_t i = t.start; i < t.end; i++) {
        digits += cc_txt_is_digit_at(in, i, t.end);
        letters += cc_txt_is_letter(in.ptr[i]);
    }
    return (digits > 0 && letters <= digits && letters <= 3) ||
           cc_txt_begins_with_word(in, t, none) == t.end - t.start;
}

/* Years head columns, too: "2019", "FY2019", "2018-19". */
static bool is_year(cc_str in, cc_range t)
{
    t.start += cc_txt_begins_with(in, t, "FY") ? 2u : 0u;
    t.start = cc_skip_blanks(in, t.start, t.end);
    return t.end - t.start >= 4 && t.end - t.start <= 9 &&
           cc_txt_is_one_of(in.ptr[t.start], "12") &&
           cc_txt_is_made_of(in, (cc_range){t.start, t.start + 4}, "0123456789", 4) &&
           (t.end - t.start == 4 || cc_txt_is_one_of(in.ptr[t.start + 4], "-/*"));
}

static cc_range text_of(const cc_pdf *pdf, const cell *c)
{
    return (cc_range){pdf->words[c->first].start, pdf->words[c->end - 1].end};
}

static void end_cell(const cc_pdf *pdf, row *r, uint32_t end)
{
    cell *c   = &r->at[r->n++];
    c->end    = end;
    c->x0     = pdf->words[c->first].box.x0;
    c->x1     = pdf->words[end - 1].box.x1;
    c->figure = is_figure(cc_pdf_text(pdf), text_of(pdf, c));
}

static void split_line(const cc_pdf *pdf, const cc_pdf_line *l, row *ret)
{
    uint32_t end     = l->first + l->count;
    *ret             = (row){.line = l};
    ret->at[0].first = l->first;
    for (uint32_t i = l->first + 1; i < end && ret->n + 1 < MAX_CELLS; i++)
        if ((pdf->words[i].flags & CC_PDF_CELL) != 0) {
            end_cell(pdf, ret, i);
            ret->at[ret->n].first = i;
        }
    end_cell(pdf, ret, end);
}

static size_t count_figures(const row *r)
{
    size_t n = 0;
    for (size_t i = 1; i < r->n; i++)
        n += r->at[i].figure;
    return n;
}

/* No figure at all, or years over the columns. */
static bool is_header(const cc_pdf *pdf, const row *r)
{
    size_t years = 0, figures = 0;
    for (size_t i = 0; i < r->n; i++) {
        bool year = is_year(cc_pdf_text(pdf), text_of(pdf, &r->at[i]));
        years += i > 0 && year;
        figures += r->at[i].figure;
    }
    return figures == 0 || (years > 0 && years + 1 >= r->n && figures <= years + 1);
}

/* Whether the line below a header is the name of a row: alone, at the left side. */
static bool is_name(const table *t, size_t at)
{
    return at > 0 && t->rows[at].n == 1 && t->rows[at - 1].n > 1 &&
           fabsf(t->rows[at].at[0].x0 - t->rows[0].at[0].x0) < 3;
}

/* Headers are bold where any line is; else they are the first lines without figures. */
static size_t count_headers(const cc_pdf *pdf, const table *t)
{
    size_t bold = 0, n = 0;
    while (bold < t->n && bold < MAX_HEADERS && t->rows[bold].line->bold)
        bold++;
    while (n < t->n && n < MAX_HEADERS && is_header(pdf, &t->rows[n]) && !is_name(t, n))
        n++;
    if (n == t->n)
        return bold < t->n ? bold : 0;
    if (bold > 0 && bold < MAX_HEADERS && (n < bold || n == MAX_HEADERS))
        return bold;
    return n == MAX_HEADERS ? 1 : n;
}

/* -- Where a table is ----------------------------------------------------------------------- */

static bool is_aligned(const row *a, const row *b)
{
    for (size_t i = 1; i < a->n; i++)
        for (size_t k = 1; k < b->n; k++)
            if (fabsf(a->at[i].x0 - b->at[k].x0) < 3)
                return true;
    return false;
}

bool cc_pdf_begins_table(const cc_pdf_flow *f, size_t at)
{
    const cc_pdf_line *first = cc_pdf_at(f, at), *l = first;
    size_t             rows = 0, figures = 0, aligned = 0;
    row                r, last = {.n = 0};
    if (first->cells < 2 || cc_txt_is_contents_line(cc_pdf_text(f->pdf), first->text))
        return false;
    for (size_t i = 0; i < LOOK_AHEAD && l != NULL && l->strip == first->strip; i++) {
        if (l->cells > 1) {
            split_line(f->pdf, l, &r);
            rows++;
            figures += count_figures(&r) * 2 >= r.n - 1;
            aligned += rows > 1 && is_aligned(&last, &r);
            last = r;
        }
        l = cc_pdf_at(f, at + i + 1);
    }
    return rows >= MIN_ROWS && (figures * 2 >= rows || aligned + 1 >= rows);
}

static bool is_below_cell(const row *above, const cc_pdf_line *l)
{
    for (size_t i = 1; i < above->n; i++)
        if (fabsf(l->box.x0 - above->at[i].x0) < 3)
            return true;
    return false;
}

/* Whether the line, of one cell, stands between two rows. */
static bool is_between(const cc_pdf_flow *f, size_t at)
{
    const cc_pdf_line  *l = cc_pdf_at(f, at), *next = cc_pdf_at(f, at + 1);
    const cc_pdf_strip *s = &f->pdf->strips[l->strip];
    if (next != NULL && next->strip == l->strip && next->cells < 2)
        next = cc_pdf_at(f, at + 2);
    return next != NULL && next->strip == l->strip && next->cells > 1 &&
           l->box.x1 - l->box.x0 < (s->right - s->left) * 0.6f &&
           next->base - l->base < l->size * 4;
}

static bool goes_on(const cc_pdf_flow *f, const table *t, size_t at)
{
    const cc_pdf_line *l = cc_pdf_at(f, at);
    if (t->n == 0)
        return true;
    if (l == NULL || t->n == MAX_ROWS || l->strip != t->rows[0].line->strip)
        return false;
    float step = l->base - t->rows[t->n - 1].line->base;
    if (cc_txt_is_contents_line(cc_pdf_text(f->pdf), l->text))
        return false;
    if (l->cells > 1 || cc_txt_is_caption(cc_pdf_text(f->pdf), l->text))
        return l->cells > 1 && step < l->size * 5;
    size_t last = t->n - 1;
    while (last > 0 && t->rows[last].n < 2)
        last--;
    return step < l->size * 3 && (is_below_cell(&t->rows[last], l) || is_between(f, at));
}

static size_t collect_rows(cc_pdf_flow *f, size_t at, table *t)
{
    size_t cap = 0;
    for (; goes_on(f, t, at); at++) {
        if (t->n == cap) {
            cap = cap * 2 + 16;
            t->rows =
                cc_pdf_grow(f->pdf->host, t->rows, t->n * sizeof *t->rows, cap * sizeof *t->rows);
        }
        split_line(f->pdf, cc_pdf_at(f, at), &t->rows[t->n++]);
    }
    return at;
}

/* -- Columns -------------------------------------------------------------------------------- */

/* Most rows have so many cells. */
static size_t usual_cells(const table *t)
{
    size_t counts[MAX_CELLS + 1] = {0}, ret = 2;
    for (size_t i = t->headers; i < t->n; i++)
        counts[t->rows[i].n]++;
    for (size_t n = 2; n <= MAX_CELLS; n++)
        ret = counts[n] >= counts[ret] ? n : ret;
    return ret;
}

static void find_columns(table *t)
{
    t->columns = usual_cells(t);
    for (size_t k = 0; k < t->columns; k++) {
        t->x0[k] = INFINITY;
        t->x1[k] = -INFINITY;
    }
    for (size_t i = t->headers; i < t->n; i++)
        for (size_t k = 0; k < t->columns && t->rows[i].n == t->columns; k++) {
            t->x0[k] = fminf(t->x0[k], t->rows[i].at[k].x0);
            t->x1[k] = fmaxf(t->x1[k], t->rows[i].at[k].x1);
        }
}

/* The column that most of the cell stands in, or the nearest. */
static size_t column_of(const table *t, const cell *c)
{
    size_t best = 0;
    float  most = -INFINITY;
    for (size_t k = 0; k < t->columns; k++) {
        float overlap = fminf(c->x1, t->x1[k]) - fmaxf(c->x0, t->x0[k]);
        if (overlap > most) {
            most = overlap;
            best = k;
        }
    }
    return best;
}

/* -- Putting -------------------------------------------------------------------------------- */

static void fold_cell(cc_pdf_flow *f, const row *r, const cell *c)
{
    cc_pdf_add_words(f, r->line, c->first, c->end);
}

/* Each cell is put, and names the columns that it stands over. */
static void put_header(cc_pdf_flow *f, table *t, const row *r)
{
    for (size_t i = 0; i < r->n; i++) {
        const cell *c   = &r->at[i];
        bool        any = false;
        cc_pdf_clear(f);
        fold_cell(f, r, c);
        for (size_t k = 0; k < t->columns; k++)
            if (c->x0 < t->x1[k] && c->x1 > t->x0[k]) {
                cc_short_add(&t->header[k], &f->fold);
                any = true;
            }
        if (!any)
            cc_short_add(&t->header[column_of(t, c)], &f->fold);
        cc_pdf_put(f, &(cc_block_in){.kind = CC_CELL}, r->line);
    }
}

/* Whether the first cell of a row names it: by words, a year, or a number below a header. */
static bool is_label(const table *t, const cc_fold *fold, bool figure)
{
    cc_str text = {fold->text, fold->text_len};
    bool   amount =
        memchr(text.ptr, '$', text.len) != NULL || memchr(text.ptr, '%', text.len) != NULL;
    return !figure || is_year(text, (cc_range){0, text.len}) || (t->header[0].len > 0 && !amount);
}

/* The cells in `column` of the rows from `from` to `to` are one. */
static void put_cell(cc_pdf_flow *f, table *t, size_t from, size_t to, size_t column)
{
    const row *first  = NULL;
    bool       figure = false;
    cc_pdf_clear(f);
    for (size_t i = from; i < to; i++)
        for (size_t k = 0; k < t->rows[i].n; k++)
            if (t->rows[i].at[k].column == column) {
                first  = first == NULL ? &t->rows[i] : first;
                figure = t->rows[i].at[k].figure;
                fold_cell(f, &t->rows[i], &t->rows[i].at[k]);
            }
    if (first == NULL)
        return;
    bool label = column == 0 && is_label(t, &f->fold, figure);
    if (label)
        cc_short_set(&t->label, &f->fold);
    cc_pdf_put(f,
               &(cc_block_in){.kind   = CC_CELL,
                              .row    = label ? (cc_str){0} : cc_short_text(&t->label),
                              .column = label ? (cc_str){0} : cc_short_text(&t->header[column])},
               first->line);
}

static float step_to(const table *t, size_t i)
{
    return t->rows[i].line->base - t->rows[i - 1].line->base;
}

/* In a table of text, lines farther apart begin a row; 0: it has figures, or all lines stand equally
 * close. */
static float find_row_step(const table *t)
{
    float  least = INFINITY;
    size_t close = 0, far = 0;
    for (size_t i = t->headers; i < t->n; i++)
        if (count_figures(&t->rows[i]) > 0)
            return 0;
    for (size_t i = t->headers + 1; i < t->n; i++)
        least = step_to(t, i) > t->rows[i].line->size * 0.8f ? fminf(least, step_to(t, i)) : least;
    for (size_t i = t->headers + 1; i < t->n; i++) {
        close += step_to(t, i) < least * 1.1f;
        far += step_to(t, i) > least * 1.2f;
    }
    return far > 1 && close > 0 ? least * 1.2f : 0;
}

/* A row begins with figures, or behind a gap, or with a first cell where rows have no gaps. The name
 * of a row may be broken: a small letter goes on with it. */
static bool begins_row(const cc_pdf *pdf, const table *t, size_t i, float row_step)
{
    const row *r = &t->rows[i], *above = &t->rows[i - 1];
    bool       little  = cc_txt_is_little(cc_txt_first_char(cc_pdf_text(pdf), r->line->text));
    bool       figures = count_figures(r) > 0, broken = above->n == 1 && above->at[0].column == 0;
    if (figures || r->at[0].figure)
        return !(little && broken);
    if (row_step > 0)
        return step_to(t, i) > row_step;
    return r->at[0].column == 0 && !(little && r->n == 1);
}

static void settle_rows(const cc_pdf *pdf, table *t)
{
    float row_step = find_row_step(t);
    for (size_t i = 0; i < t->n; i++)
        for (size_t k = 0; k < t->rows[i].n; k++)
            t->rows[i].at[k].column = column_of(t, &t->rows[i].at[k]);
    for (size_t i = t->headers; i < t->n; i++)
        t->rows[i].begins = i == t->headers || begins_row(pdf, t, i, row_step);
}

size_t cc_pdf_read_table(cc_pdf_flow *f, size_t at)
{
    table *t       = f->pdf->host->alloc(f->pdf->host, sizeof *t, sizeof(void *));
    size_t end     = collect_rows(f, at, t);
    f->lead_in.len = 0;
    t->headers     = count_headers(f->pdf, t);
    find_columns(t);
    settle_rows(f->pdf, t);
    for (size_t i = 0; i < t->headers; i++)
        put_header(f, t, &t->rows[i]);
    for (size_t i = t->headers, to; i < t->n; i = to) {
        for (to = i + 1; to < t->n && !t->rows[to].begins;)
            to++;
        t->label.len = 0;
        for (size_t k = 0; k < t->columns; k++)
            put_cell(f, t, i, to, k);
    }
    return end;
}
