/* txt_cells.c - tables by their geometry. */
#include "txt_cells.h"

#include "txt_shape.h"
#include "shared/table.h"

enum {
    MAX_CELLS   = 32, /* of a row; what stands further right is one cell */
    MAX_HEADERS = 4,  /* lines of headers */
    WIDE_GAP    = 5,  /* columns: between words, a few blanks may be a lost dash */
    LOOK_AHEAD  = 8,  /* lines in which a table shows itself */
};

typedef struct cell {
    cc_range text;
    uint32_t from, to; /* columns */
    bool     figure;   /* digits and signs, no words */
} cell;

typedef struct cells {
    cell   at[MAX_CELLS];
    size_t n;
} cells;

/* -- Rows ----------------------------------------------------------------------------------- */

/* "1,234.5" "$ 12" "(3.2)%" "n/a" "--" "2019" */
static bool is_figure(cc_str in, cc_range t)
{
    size_t digits = 0, letters = 0;
    for (size_t i = t.start; i < t.end; i++) {
        digits += cc_txt_is_digit_at(in, i, t.end);
        letters += cc_txt_is_letter(in.ptr[i]);
    }
    static const char *const none[] = {"n/a", "na", "n.a.", "--", "-", "—", "–", NULL};
    return (digits > 0 && letters <= digits && letters <= 3) ||
           cc_txt_begins_with_word(in, t, none) == t.end - t.start;
}

/* Years head columns, too. */
static bool is_year(cc_str in, cc_range t)
{
    static const char *const fiscal[] = {"fy", NULL};
    if (cc_txt_begins_with_word(in, t, fiscal) > 0 || cc_txt_begins_with(in, t, "FY"))
        t.start = cc_skip_blanks(in, t.start + 2, t.end);
    return t.end - t.start >= 4 && t.end - t.start <= 9 &&
           cc_txt_is_made_of(in, (cc_range){t.start, t.start + 4}, "0123456789", 4) &&
           cc_txt_is_one_of(in.ptr[t.start], "12") &&
           (t.end - t.start == 4 || cc_txt_is_one_of(in.ptr[t.start + 4], "-/*"));
}

/* A gap between cells: three blanks, a tab, or two blanks with a digit or sign at a side. A few
 * blanks after a full stop are how some type. */
static bool is_cell_gap(cc_str in, cc_range line, size_t from, size_t to, uint32_t columns)
{
    char last = in.ptr[from - 1];
    if (memchr(in.ptr + from, '\t', to - from) != NULL || columns >= 5)
        return true;
    return columns >= 2 && !cc_txt_is_one_of(last, ".?!:;\"'") && !cc_txt_is_little(in.ptr[to]) &&
           (columns > 2 || cc_txt_is_digit_at(in, from - 1, line.end) ||
            cc_txt_is_one_of(last, "%)") || cc_txt_is_digit_at(in, to, line.end) ||
            cc_txt_is_one_of(in.ptr[to], "$(-"));
}

static void split_cells(cc_str in, const cc_txt_line *l, cells *ret)
{
    uint32_t column = l->indent;
    size_t   at = l->text.start, start = at;
    ret->n          = 0;
    ret->at[0].from = column;
    while (at < l->text.end) {
        cc_range blanks = {at, l->text.end};
        uint32_t gap    = cc_txt_flow_skip(in, &blanks, column);
        if (gap > 0 && ret->n + 1 < MAX_CELLS && is_cell_gap(in, l->text, at, blanks.start, gap)) {
            ret->at[ret->n].text = (cc_range){start, at};
            ret->at[ret->n++].to = column;
            start                = blanks.start;
            ret->at[ret->n].from = column + gap;
        }
        column += gap > 0 ? gap : 1;
        at = gap > 0 ? blanks.start : at + 1;
        while (at < l->text.end && (in.ptr[at] & 0xC0) == 0x80)
            at++;
    }
    ret->at[ret->n].text = (cc_range){start, l->text.end};
    ret->at[ret->n++].to = column;
    for (size_t i = 0; i < ret->n; i++)
        ret->at[i].figure = is_figure(in, ret->at[i].text);
}

static size_t count_figures(const cells *row)
{
    size_t n = 0;
    for (size_t i = 1; i < row->n; i++)
        n += row->at[i].figure;
    return n;
}

bool cc_txt_is_divided(const cc_txt *r, const cc_txt_line *l)
{
    cells row;
    if (cc_txt_line_is_blank(l) || l->width == CC_TXT_LONG_LINE)
        return false;
    split_cells(r->flow.in, l, &row);
    return row.n > 2 ||
           (row.n == 2 && (count_figures(&row) > 0 || row.at[1].from >= row.at[0].to + WIDE_GAP));
}

bool cc_txt_is_below_cell(const cc_txt *r, const cc_txt_line *row, const cc_txt_line *l)
{
    cells two, below;
    split_cells(r->flow.in, row, &two);
    split_cells(r->flow.in, l, &below);
    return two.n == 2 && below.n == 1 && l->strip == row->strip && l->indent == two.at[1].from;
}

static bool is_header(cc_str in, const cells *row)
{
    size_t years = 0;
    for (size_t i = 0; i < row->n; i++) {
        years += is_year(in, row->at[i].text);
        if (row->at[i].figure && !is_year(in, row->at[i].text))
            return false;
    }
    return years == 0 || years + 1 >= row->n;
}

/* -- Tables --------------------------------------------------------------------------------- */

bool cc_txt_begins_table(const cc_txt *r, const cc_txt_line *l)
{
    cc_txt_line at   = *l;
    size_t      rows = 0, with_figures = 0;
    if (l->width == CC_TXT_LONG_LINE)
        return false;
    for (size_t i = 0; i < LOOK_AHEAD && at.strip == l->strip; i++) {
        cells row;
        if (!cc_txt_is_gap(r->flow.in, &at) && at.width < CC_TXT_LONG_LINE) {
            split_cells(r->flow.in, &at, &row);
            if (row.n < 2 && (i == 0 || i > 2))
                break;
            rows += row.n > 1;
            with_figures += row.n > 1 && count_figures(&row) * 2 >= row.n - 1;
        }
        at = cc_txt_next(r, &at);
    }
    return rows >= 3 && with_figures * 2 >= rows;
}

typedef struct header {
    uint32_t from, to; /* columns over which it stands */
    cc_short text;
} header;

typedef struct table {
    header   at[MAX_CELLS];
    size_t   n;
    cc_short row;
} table;

/* The one header that the cell stands below; n: none, or several. */
static size_t find_header(const table *t, const cell *c)
{
    size_t found = t->n;
    for (size_t i = 0; i < t->n; i++) {
        if (c->from >= t->at[i].to || c->to <= t->at[i].from)
            continue;
        if (found < t->n)
            return t->n;
        found = i;
    }
    return found;
}

static cc_status put_cell(cc_txt *r, const cc_txt_line *l, const cell *c, cc_str row, cc_str column)
{
    return cc_txt_put_range(r, l, c->text,
                            &(cc_block_in){.kind = CC_CELL, .row = row, .column = column});
}

/* A line of headers: each cell is put, and names what stands below. */
static cc_status read_header(cc_txt *r, const cc_txt_line *l, const cells *row, table *t)
{
    for (size_t i = 0; i < row->n; i++) {
        cc_status status = put_cell(r, l, &row->at[i], (cc_str){0}, (cc_str){0});
        if (status != CC_OK)
            return status;
        size_t found = find_header(t, &row->at[i]);
        if (found == t->n && t->n < MAX_CELLS)
            t->at[t->n++] = (header){.from = row->at[i].from, .to = row->at[i].to};
        if (found == t->n)
            continue;
        header *h = &t->at[found];
        cc_short_add(&h->text, &r->fold);
        h->from = row->at[i].from < h->from ? row->at[i].from : h->from;
        h->to   = row->at[i].to > h->to ? row->at[i].to : h->to;
    }
    return CC_OK;
}

static cc_status read_row(cc_txt *r, const cc_txt_line *l, const cells *row, table *t)
{
    bool first = !row->at[0].figure || is_year(r->flow.in, row->at[0].text); /* names the row */
    t->row.len = 0;
    for (size_t i = 0; i < row->n; i++) {
        size_t    at     = find_header(t, &row->at[i]);
        bool      label  = i == 0 && first;
        bool      plain  = first && !label && (at < t->n || row->n == 2);
        cc_str    column = plain && at < t->n ? cc_short_text(&t->at[at].text) : (cc_str){0};
        cc_status status =
            put_cell(r, l, &row->at[i], plain ? cc_short_text(&t->row) : (cc_str){0}, column);
        if (status != CC_OK)
            return status;
        if (label)
            cc_short_set(&t->row, &r->fold);
    }
    return CC_OK;
}

/* Whether the table goes on with `l`, or after it if it is blank; headers begin another one. */
static bool goes_on(const cc_txt *r, const cc_txt_line *first, const cc_txt_line *l)
{
    cc_txt_line at  = *l;
    bool        gap = cc_txt_is_gap(r->flow.in, &at);
    cells       row;
    if (gap)
        at = cc_txt_next(r, &at);
    if (at.strip != first->strip || cc_txt_line_is_blank(&at) || at.width == CC_TXT_LONG_LINE)
        return false;
    split_cells(r->flow.in, &at, &row);
    return row.n > 1 && !(gap && is_header(r->flow.in, &row));
}

cc_status cc_txt_read_table(cc_txt *r, const cc_txt_line *first, cc_txt_line *next)
{
    table       t       = {.n = 0};
    bool        headers = true;
    cc_txt_line l       = *first;
    cc_txt_leave(r);
    for (size_t n = 0; goes_on(r, first, &l); l = cc_txt_next(r, &l)) {
        cells row;
        if (cc_txt_is_gap(r->flow.in, &l))
            continue;
        split_cells(r->flow.in, &l, &row);
        headers          = headers && n++ < MAX_HEADERS && is_header(r->flow.in, &row);
        cc_status status = headers ? read_header(r, &l, &row, &t) : read_row(r, &l, &row, &t);
        if (status != CC_OK)
            return status;
    }
    *next = l;
    return CC_OK;
}

cc_status cc_txt_read_pipe_row(cc_txt *r, const cc_txt_line *l)
{
    cc_txt_leave(r);
    if (cc_txt_is_made_of(r->flow.in, l->text, "|-:+= ", 3))
        return CC_OK;
    return cc_txt_put_range(r, l, l->text, &(cc_block_in){.kind = CC_CELL});
}
