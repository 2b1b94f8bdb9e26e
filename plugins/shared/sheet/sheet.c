/* sheet.c - rows wait until they show what their table is, and are put by that. */
#include "shared/sheet/sheet.h"

enum {
    MOST_CELLS  = 1 << 16, /* that wait */
    LONG_NOTE   = 60,      /* bytes: more is no name of a section */
    MOST_TITLES = 6,       /* lines above a table */
    TITLE_BYTES = 400,     /* of all of them */
};

cc_sheet *cc_sheet_new(const cc_host *host, cc_sheet_put *put, void *user)
{
    cc_sheet *ret = host->alloc(host, sizeof *ret, sizeof(void *));
    ret->host     = host;
    ret->put      = put;
    ret->user     = user;
    ret->layout.columns =
        host->alloc(host, CC_SHEET_COLUMNS * sizeof *ret->layout.columns, sizeof(void *));
    return ret;
}

void cc_sheet_clear(cc_sheet *s)
{
    cc_sheet_read_head(&s->layout, NULL, 0);
    s->layout.sections = false;
    s->section.len     = 0;
}

/* -- Around the table ------------------------------------------------------------------------- */

static cc_status put_block_at(cc_sheet *s, const cc_sheet_cell *cells, size_t count,
                              cc_block_in *block)
{
    s->full = s->put_count == CC_SHEET_MOST_CELLS;
    if (s->full)
        return CC_END;
    s->put_count++;
    return s->put(s->user, cells, count, block);
}

static cc_status put_row(cc_sheet *s, const cc_sheet_row *row, cc_block_kind kind)
{
    cc_block_in block = {.size = sizeof block, .kind = kind};
    return put_block_at(s, row->cells, row->count, &block);
}

/* "Source: Census Bureau", "* Preliminary" */
static bool is_note(cc_str text)
{
    static const char *const words[] = {"source", "note", "footnote", "*",
                                        "1/",     "(1)",  "[1]",      NULL};
    for (size_t i = 0; words[i] != NULL; i++)
        if (text.len >= strlen(words[i]) && strncasecmp(text.ptr, words[i], strlen(words[i])) == 0)
            return true;
    return false;
}

/* Of a row that is no part of a table. */
static cc_block_kind kind_of(const cc_sheet_row *row)
{
    cc_str text = row->cells[0].text;
    return is_note(text) ? CC_FOOTNOTE : text.len > LONG_NOTE ? CC_PARAGRAPH : CC_CAPTION;
}

static bool are_titles(const cc_sheet_row *rows, size_t count)
{
    size_t bytes = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < rows[i].count; k++)
            bytes += is_note(rows[i].cells[0].text) ? TITLE_BYTES : rows[i].cells[k].text.len;
    return count <= MOST_TITLES && bytes < TITLE_BYTES;
}

/* "Last updated, 2023-07-25": a label and its value; units are of the table. */
static bool is_field(const cc_sheet_row *row)
{
    return row->count == 2 && row->cells[0].column + 1 == row->cells[1].column &&
           !cc_sheet_says_units(row);
}

static cc_status put_field(cc_sheet *s, const cc_sheet_row *row)
{
    cc_short    label = {.len = 0};
    cc_block_in block = {.size = sizeof block, .kind = CC_CELL};
    cc_sheet_add_label(&label, row->cells[0].text, "");
    block.row = cc_short_text(&label);
    return put_block_at(s, &row->cells[1], 1, &block);
}

static cc_status put_lines(cc_sheet *s, size_t count)
{
    cc_status    status = CC_OK;
    cc_sheet_row all    = {s->rows[0].cells, 0};
    for (size_t i = 0; i < count; i++)
        all.count += s->rows[i].count;
    if (are_titles(s->rows, count))
        return put_row(s, &all, CC_CAPTION);
    for (size_t i = 0; i < count && status == CC_OK; i++)
        status = put_row(s, &s->rows[i], kind_of(&s->rows[i]));
    return status;
}

/* A few short lines above a table are one caption: each holds for the figures below. Others are
 * text. Fields come after. */
static cc_status put_titles(cc_sheet *s, size_t count)
{
    cc_status status = CC_OK;
    size_t    lines  = 0;
    while (lines < count && !is_field(&s->rows[lines]))
        lines++;
    if (lines > 0) {
        s->section.len = 0;
        if (s->title.len == 0)
            cc_sheet_add_label(&s->title, s->rows[0].cells[0].text, "");
        status = put_lines(s, lines);
    }
    for (size_t i = lines; i < count && status == CC_OK; i++)
        status =
            is_field(&s->rows[i]) ? put_field(s, &s->rows[i]) : put_row(s, &s->rows[i], CC_CAPTION);
    return status;
}

static cc_status put_heads(cc_sheet *s, size_t from, size_t to)
{
    cc_status status = CC_OK;
    for (size_t i = from; i < to; i++)
        for (size_t k = 0; k < s->rows[i].count && status == CC_OK; k++) {
            cc_sheet_row one = {&s->rows[i].cells[k], 1};
            status           = put_row(s, &one, CC_CELL);
        }
    return status;
}

/* A cell alone in its row: a note, or it may name the rows that follow. It has a label, for two
 * cells in turn without any would begin another table. */
static cc_status put_single(cc_sheet *s, const cc_sheet_cell *cell)
{
    cc_sheet_row row = {cell, 1};
    if (is_note(cell->text) || cell->text.len > LONG_NOTE)
        return put_row(s, &row, kind_of(&row));
    s->section.len = 0;
    cc_sheet_add_label(&s->section, cell->text, "");
    cc_block_in block = {.size = sizeof block, .kind = CC_CELL, .row = cc_short_text(&s->section)};
    return put_block_at(s, cell, 1, &block);
}

/* -- Its rows --------------------------------------------------------------------------------- */

static cc_sheet_role role_of(const cc_sheet *s, const cc_sheet_cell *cell)
{
    return cell->column < s->layout.width ? s->layout.columns[cell->column].role : CC_SHEET_FIGURES;
}

/* "Mar" over the column is a word of the row's date. */
static cc_short label_cell(const cc_sheet *s, const cc_sheet_cell *cell, cc_block_in *block)
{
    cc_short row = s->name;
    if (cell->column >= s->layout.width)
        return row;
    const cc_sheet_column *c = &s->layout.columns[cell->column];
    if (c->part)
        cc_sheet_add_label(&row, cc_short_text(&c->header), ", ");
    else
        block->column = cc_short_text(&c->header);
    return row;
}

static cc_status put_cell(cc_sheet *s, const cc_sheet_cell *cell, bool bare)
{
    cc_block_in   block = {.size = sizeof block, .kind = CC_CELL};
    cc_sheet_cell one   = *cell;
    cc_short      row   = {.len = 0};
    if (s->layout.named && !bare) {
        row       = label_cell(s, cell, &block);
        block.row = cc_short_text(&row);
    }
    one.like_year = role_of(s, cell) == CC_SHEET_FIGURES && cc_sheet_is_like_year(cell->text);
    return put_block_at(s, &one, 1, &block);
}

/* A row whose figures are missing looks like the name of those below: only where that is needed, or
 * ends in a colon, is it taken for one. */
static void name_row(cc_sheet *s, const cc_sheet_row *row)
{
    cc_short own;
    cc_sheet_name_row(&s->layout, row, &own);
    bool ends   = s->section.len > 0 && s->section.bytes[s->section.len - 1] == ':';
    s->name.len = 0;
    if (s->layout.sections || ends)
        cc_sheet_add_label(&s->name, cc_short_text(&s->section), "");
    cc_sheet_add_label(&s->name, cc_short_text(&own), ends ? " " : ", ");
}

/* Dates are in the row's name, codes in nothing. */
static bool is_put(const cc_sheet *s, const cc_sheet_cell *cell)
{
    cc_sheet_role role = role_of(s, cell);
    return cell->says != CC_SHEET_MISSING && role != CC_SHEET_CODES && role != CC_SHEET_TIMES;
}

/* The cell that names a row has no labels, unless it is alone: two such in turn would begin another
 * table. */
static size_t find_bare(const cc_sheet *s, const cc_sheet_row *row)
{
    size_t bare = row->count, put = 0;
    for (size_t i = 0; i < row->count; i++) {
        if (put == 0 && role_of(s, &row->cells[i]) == CC_SHEET_KEYS)
            bare = i;
        put += is_put(s, &row->cells[i]);
    }
    return put > 1 ? bare : row->count;
}

static cc_status put_data(cc_sheet *s, const cc_sheet_row *row)
{
    cc_status status = CC_OK;
    if (row->count == 1 && row->cells[0].says == CC_SHEET_WORDS && s->layout.width > 1)
        return put_single(s, &row->cells[0]);
    name_row(s, row);
    size_t bare = find_bare(s, row);
    for (size_t i = 0; i < row->count && status == CC_OK; i++)
        if (is_put(s, &row->cells[i]))
            status = put_cell(s, &row->cells[i], i == bare);
    return status;
}

/* -- Waiting ---------------------------------------------------------------------------------- */

static void *grow(const cc_sheet *s, const void *old, size_t len, size_t bytes)
{
    void *ret = s->host->alloc(s->host, bytes, sizeof(void *));
    if (len > 0)
        memcpy(ret, old, len);
    return ret;
}

/* Rows are told by where their cells begin until all are there: the cells may move. */
static void keep(cc_sheet *s, const cc_sheet_cell *cells, size_t count)
{
    if (count > s->cell_cap - s->cell_count) {
        s->cell_cap = (s->cell_cap + count) * 2;
        s->cells    = grow(s, s->cells, s->cell_count * sizeof *cells, s->cell_cap * sizeof *cells);
    }
    memcpy(s->cells + s->cell_count, cells, count * sizeof *cells);
    s->rows[s->row_count++].count = count;
    s->cell_count += count;
}

static void judge_cells(const cc_sheet *s, cc_sheet_cell *cells, size_t count)
{
    for (size_t i = 0; i < count; i++)
        cells[i].says = cc_sheet_judge(cells[i].text, s->decimal_comma);
}

static void find_rows(cc_sheet *s)
{
    const cc_sheet_cell *at = s->cells;
    for (size_t i = 0; i < s->row_count; i++) {
        s->rows[i].cells = at;
        at += s->rows[i].count;
    }
}

/* Without figures, a few lines that end here are titles of what follows. */
static bool is_title_only(const cc_sheet *s)
{
    if (s->row_count > MOST_TITLES)
        return false;
    for (size_t i = 0; i < s->row_count; i++)
        if (s->rows[i].count > 2)
            return false;
    for (size_t i = 0; i < s->cell_count; i++)
        if (s->cells[i].says == CC_SHEET_NUMBER)
            return false;
    return true;
}

/* Headers that come anew; without any, those that were there hold on, and a heading above. */
static size_t read_layout(cc_sheet *s, size_t *ret_first)
{
    bool   sections = s->layout.sections;
    size_t body     = cc_sheet_find_head(s->rows, s->row_count, ret_first);
    bool   anew     = body > *ret_first;
    if (anew) {
        s->section.len = 0;
        cc_sheet_read_head(&s->layout, s->rows + *ret_first, body - *ret_first);
    } else if (s->layout.width > 0) {
        *ret_first = body = 0;
    }
    cc_sheet_find_roles(&s->layout, s->rows + body, s->row_count - body);
    s->layout.sections = s->layout.sections || (!anew && sections);
    return body;
}

static cc_status settle(cc_sheet *s)
{
    size_t first;
    find_rows(s);
    if (is_title_only(s))
        return put_titles(s, s->row_count);
    size_t    body   = read_layout(s, &first);
    cc_status status = put_titles(s, first);
    if (status == CC_OK)
        status = put_heads(s, first, body);
    for (size_t i = body; i < s->row_count && status == CC_OK; i++)
        status = put_data(s, &s->rows[i]);
    s->settled = true;
    return status;
}

cc_status cc_sheet_flush(cc_sheet *s)
{
    cc_status status = s->row_count > 0 ? settle(s) : CC_OK;
    s->settled       = false;
    s->row_count = s->cell_count = 0;
    return status;
}

cc_status cc_sheet_add(cc_sheet *s, cc_sheet_cell *cells, size_t count)
{
    if (count == 0)
        return cc_sheet_flush(s);
    judge_cells(s, cells, count);
    if (s->settled)
        return put_data(s, &(cc_sheet_row){cells, count});
    keep(s, cells, count);
    if (s->row_count < CC_SHEET_ROWS && s->cell_count < MOST_CELLS)
        return CC_OK;
    cc_status status = settle(s);
    s->row_count = s->cell_count = 0;
    return status;
}

cc_status cc_sheet_end(const cc_sheet *s, cc_block_sink *out, cc_status status)
{
    if (!s->full)
        return status == CC_END ? CC_OK : status;
    out->lost(out, CC_LOST_TOO_MANY_BLOCKS);
    return s->host->fail(s->host, CC_WARN, 0, "over %d cells; the rest was not read",
                         CC_SHEET_MOST_CELLS);
}
