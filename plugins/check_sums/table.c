/* table.c - rows and columns of a table that say that they are the total of the others, and columns
 * of shares.
 *
 * That a table adds up at all shows in those that do: a total is only reported where as many others
 * of its row or column hold, or where it is the only one and off by one digit. */
#include "sums.h"

enum { MAX_ROWS = 200, MAX_COLUMNS = 24, BARE_WORDS = 2 };

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

/* The place of a column by its header; MAX_COLUMNS: too many. */
static size_t find_column(grid *g, cc_str header)
{
    size_t i = 0;
    while (i < g->column_count && !cc_is_same(g->columns[i], header))
        i++;
    if (i == MAX_COLUMNS)
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

static bool is_cell(const cc_doc *doc, size_t block, bool labelled)
{
    return block < doc->block_count && doc->blocks[block].kind == CC_CELL &&
           (doc->blocks[block].row.len > 0) == labelled;
}

/* Two cells without labels are headers: of another table, where rows came before. */
static bool begins_table(const cc_doc *doc, const grid *g, size_t block)
{
    return g->row_count > 0 && is_cell(doc, block, false) && is_cell(doc, block + 1, false);
}

/* Without a header, and not the only cell of its row: nothing tells its column. */
static bool is_nameless(const cc_doc *doc, size_t block)
{
    return doc->blocks[block].column.len == 0 &&
           (is_cell(doc, block + 1, true) || (block > 0 && is_cell(doc, block - 1, true)));
}

/* Reads the cells from block `from` on; returns the block behind the table. */
static size_t read_grid(const cc_passages *all, size_t from, grid *g)
{
    const cc_doc *doc   = all->doc;
    bool          fresh = true;
    g->row_count = g->column_count = 0;
    for (; from < doc->block_count && doc->blocks[from].kind == CC_CELL; from++) {
        const cc_block *b = &doc->blocks[from];
        if (begins_table(doc, g, from))
            break;
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
        size_t column = is_nameless(doc, from) ? MAX_COLUMNS : find_column(g, b->column);
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

/* bare: the only total of the table, and called no more than that. */
static cc_status report_all(const verdicts *v, bool bare, cc_finding_sink *out)
{
    cc_status status = CC_OK;
    bool      alone  = bare && v->held == 0 && v->wrong_count == 1 && sum_is_slip(&v->wrong[0]);
    if (!alone && (v->held == 0 || v->held < v->wrong_count))
        return CC_OK;
    for (size_t i = 0; i < v->wrong_count && status == CC_OK; i++)
        if (sum_is_close(&v->wrong[i], sum_is_slip(&v->wrong[i]) ? TOTAL_PERCENT : CLOSE_PERCENT))
            status = sum_report(&v->wrong[i], out);
    return status;
}

/* The rows [from, to) of each column against the row `total`. */
static void add_column(const cc_doc *doc, const grid *g, size_t total, size_t from, size_t to,
                       verdicts *ret)
{
    ret->wrong_count = ret->held = 0;
    for (size_t c = 0; c < g->column_count; c++) {
        sum  s     = {.doc = doc, .total = g->cells[total][c], .rounded = true};
        bool whole = s.total != NULL && s.total->value.stated.mant > 0;
        for (size_t r = from; r < to && whole; r++)
            whole = take_cell(&s, g->cells[r][c]);
        if (whole)
            judge(ret, &s);
    }
}

/* "Total", "All posts": the only label of its kind. */
static bool is_bare(const cc_str *labels, size_t count, const bool *totals, size_t at)
{
    for (size_t i = 0; i < count; i++)
        if (totals[i] && i != at)
            return false;
    return cc_count_words(labels[at]) <= BARE_WORDS;
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
    add_column(all->doc, g, row, row - from >= 2 ? from : row + 1, row - from >= 2 ? row : to, &v);
    return report_all(&v, is_bare(g->rows, g->row_count, totals, row), out);
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
static cc_status check_column(const cc_passages *all, const grid *g, const bool *totals,
                              size_t total, cc_finding_sink *out)
{
    verdicts v = {.held = 0};
    for (size_t r = 0; r < g->row_count; r++) {
        sum  s     = {.doc = all->doc, .total = g->cells[r][total], .rounded = true};
        bool whole = s.total != NULL && s.total->value.stated.mant > 0;
        for (size_t c = 0; c < g->column_count && whole; c++)
            whole = c == total || take_cell(&s, g->cells[r][c]);
        if (whole)
            judge(&v, &s);
    }
    return report_all(&v, is_bare(g->columns, g->column_count, totals, total), out);
}

/* "Share (%)", "Percent of total, 2022": not "Share of women". */
static bool names_share(const cc_host *host, cc_str label)
{
    size_t to = 0;
    while (to < label.len && label.ptr[to] != '(' && label.ptr[to] != ',')
        to++;
    return cc_is_cue(host, "share column", cc_trim((cc_str){label.ptr, to}));
}

/* The rows of a column of shares; with a row of totals, that one is checked instead. */
static cc_status check_share_column(const cc_passages *all, const grid *g, size_t column,
                                    cc_finding_sink *out)
{
    shares s = {.count = 0};
    if (!names_share(all->host, g->columns[column]))
        return CC_OK;
    for (size_t r = 0; r < g->row_count; r++) {
        const cc_fact *f = g->cells[r][column];
        if (f == NULL || (f->kind != CC_NUMBER && f->kind != CC_PERCENT) || !shares_add(&s, f) ||
            names_total(all->host, g->rows[r]) || cc_has_cue(all->host, "open", g->rows[r]))
            return CC_OK;
    }
    return shares_judge(&s, false, out);
}

static cc_status check_columns(const cc_passages *all, const grid *g, cc_finding_sink *out)
{
    bool      totals[MAX_COLUMNS];
    cc_status status = CC_OK;
    for (size_t c = 0; c < g->column_count; c++)
        totals[c] = names_total(all->host, g->columns[c]);
    for (size_t c = 0; c < g->column_count && status == CC_OK; c++)
        status =
            totals[c] ? check_column(all, g, totals, c, out) : check_share_column(all, g, c, out);
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
        status = check_rows(all, g, out);
        if (status == CC_OK)
            status = check_columns(all, g, out);
    }
    return status;
}
