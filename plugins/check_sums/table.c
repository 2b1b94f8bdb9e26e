/* table.c - rows and columns of a table that say that they are the total of the others.
 *
 * That a table adds up at all shows in those that do: a total is only reported where as many others
 * of its row or column hold. */
#include "sums.h"

enum { MAX_ROWS = 200, MAX_COLUMNS = 24 };

/* The cells of a table by row and column; NULL: no figure alone in its cell. */
typedef struct grid {
    cc_str         rows[MAX_ROWS], columns[MAX_COLUMNS];
    const cc_fact *cells[MAX_ROWS][MAX_COLUMNS];
    size_t         row_count, column_count;
} grid;

/* Sums along one line of a grid. */
typedef struct verdicts {
    sum    wrong[MAX_COLUMNS];
    size_t wrong_count, held;
} verdicts;

/* The figure that a cell is, but for signs around it; NULL: it holds more or no figure. */
static const cc_fact *cell_figure(const cc_passages *all, const cc_block *b)
{
    cc_passage p = cc_passage_of(all, b->span);
    if (p.end != p.first + 1 || !is_addend(all->figures[p.first]))
        return NULL;
    const cc_fact *f = all->figures[p.first];
    return f->span.len + 3 >= b->span.len ? f : NULL;
}

/* The place of a column by its header; MAX_COLUMNS: no header, or too many. */
static size_t find_column(grid *g, cc_str header)
{
    size_t i = 0;
    while (i < g->column_count && !cc_is_same(g->columns[i], header))
        i++;
    if (header.len == 0 || i == MAX_COLUMNS)
        return MAX_COLUMNS;
    if (i == g->column_count)
        g->columns[g->column_count++] = header;
    return i;
}

/* A cell without labels begins a row, and so does another label. */
static bool begins_row(const grid *g, const cc_block *b, bool fresh)
{
    return fresh || g->row_count == 0 || !cc_is_same(g->rows[g->row_count - 1], b->row);
}

/* Reads the cells from block `from` on; returns the block behind the table. */
static size_t read_grid(const cc_passages *all, size_t from, grid *g)
{
    const cc_doc *doc   = all->doc;
    bool          fresh = true;
    g->row_count = g->column_count = 0;
    for (; from < doc->block_count && doc->blocks[from].kind == CC_CELL; from++) {
        const cc_block *b = &doc->blocks[from];
        if (b->row.len == 0) {
            fresh = true;
            continue;
        }
        if (begins_row(g, b, fresh)) {
            if (g->row_count == MAX_ROWS)
                continue;
            memset(g->cells[g->row_count], 0, sizeof g->cells[0]);
            g->rows[g->row_count++] = b->row;
        }
        fresh         = false;
        size_t column = find_column(g, b->column);
        if (column < MAX_COLUMNS)
            g->cells[g->row_count - 1][column] =
                g->cells[g->row_count - 1][column] == NULL ? cell_figure(all, b) : NULL;
    }
    return from;
}

/* "Total", "Grand total", "All regions": the label names a whole. */
static bool names_total(const cc_host *host, cc_str label)
{
    cc_str rest = label, word = cc_next_word(&rest);
    return cc_is(word, "All") || cc_is(word, "all") || cc_has_cue(host, "total", label);
}

/* -- Adding along a line ----------------------------------------------------------------------- */

static bool take_cell(sum *s, const cc_fact *f)
{
    if (f == NULL || !is_addable(f, s->total) || !cc_is_plain(f) || s->count == MAX_PARTS)
        return false;
    s->parts[s->count++] = f;
    return true;
}

static void judge(verdicts *v, const sum *s)
{
    if (s->count < 2)
        return;
    if (sum_holds(s))
        v->held++;
    else if (v->wrong_count < MAX_COLUMNS)
        v->wrong[v->wrong_count++] = *s;
}

static cc_status report_all(const cc_doc *doc, const verdicts *v, cc_finding_sink *out)
{
    cc_status status = CC_OK;
    if (v->held == 0 || v->held < v->wrong_count)
        return CC_OK;
    for (size_t i = 0; i < v->wrong_count && status == CC_OK; i++)
        if (sum_is_close(&v->wrong[i], CLOSE_PERCENT))
            status = sum_report(doc, &v->wrong[i], out);
    return status;
}

/* The rows [from, to) of each column against the row `total`. */
static void add_column(const grid *g, size_t total, size_t from, size_t to, verdicts *ret)
{
    ret->wrong_count = ret->held = 0;
    for (size_t c = 0; c < g->column_count; c++) {
        sum  s     = {.total = g->cells[total][c], .rounded = true};
        bool whole = s.total != NULL && s.total->value.stated.mant > 0;
        for (size_t r = from; r < to && whole; r++)
            whole = take_cell(&s, g->cells[r][c]);
        if (whole)
            judge(ret, &s);
    }
}

/* Down to the row before it that is a total itself, or, where it stands on top, up to the next. */
static cc_status check_row(const cc_passages *all, const grid *g, const bool *totals, size_t row,
                           cc_finding_sink *out)
{
    size_t   from = row, to = row + 1;
    verdicts v;
    while (from > 0 && !totals[from - 1])
        from--;
    while (to < g->row_count && !totals[to])
        to++;
    add_column(g, row, row - from >= 2 ? from : row + 1, row - from >= 2 ? row : to, &v);
    return report_all(all->doc, &v, out);
}

static cc_status check_rows(const cc_passages *all, const grid *g, cc_finding_sink *out)
{
    bool      totals[MAX_ROWS];
    cc_status status = CC_OK;
    for (size_t r = 0; r < g->row_count; r++)
        totals[r] = names_total(all->host, g->rows[r]);
    for (size_t r = 0; r < g->row_count && status == CC_OK; r++)
        if (totals[r])
            status = check_row(all, g, totals, r, out);
    return status;
}

/* The other cells of each row against its cell in the column `total`. */
static cc_status check_column(const cc_passages *all, const grid *g, size_t total,
                              cc_finding_sink *out)
{
    verdicts v = {.held = 0};
    for (size_t r = 0; r < g->row_count; r++) {
        sum  s     = {.total = g->cells[r][total], .rounded = true};
        bool whole = s.total != NULL && s.total->value.stated.mant > 0;
        for (size_t c = 0; c < g->column_count && whole; c++)
            whole = c == total || take_cell(&s, g->cells[r][c]);
        if (whole)
            judge(&v, &s);
    }
    return report_all(all->doc, &v, out);
}

static cc_status check_grid(const cc_passages *all, const grid *g, cc_finding_sink *out)
{
    cc_status status = check_rows(all, g, out);
    for (size_t c = 0; c < g->column_count && status == CC_OK; c++)
        if (names_total(all->host, g->columns[c]))
            status = check_column(all, g, c, out);
    return status;
}

cc_status check_tables(const cc_passages *all, cc_finding_sink *out)
{
    const cc_doc *doc    = all->doc;
    cc_status     status = CC_OK;
    grid         *g      = NULL;
    for (size_t i = 0; i < doc->block_count && status == CC_OK;) {
        if (doc->blocks[i].kind != CC_CELL) {
            i++;
            continue;
        }
        if (g == NULL)
            g = all->host->alloc(all->host, sizeof *g, sizeof(void *));
        i      = read_grid(all, i, g);
        status = check_grid(all, g, out);
    }
    return status;
}
