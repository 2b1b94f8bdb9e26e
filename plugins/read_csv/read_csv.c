/* read_csv.c - comma-separated values and their like: a cell is a block, named by its row and
 * column. */
#include "csv_rows.h"

#include "shared/sheet/sheet.h"

enum {
    MOST_WAITING = 4096, /* bytes of a cell that is copied: no label is longer */
};

typedef struct reader {
    const cc_host *host;
    cc_block_sink *out;
    cc_csv         csv;
    cc_fold        fold;
    cc_sheet      *sheet;
    cc_sheet_cell *cells; /* of the row in hand */
    size_t         cell_count, cell_cap;
} reader;

/* -- The text of a cell ----------------------------------------------------------------------- */

static cc_status put_text(reader *r, cc_block_in *block)
{
    block->text        = (cc_str){r->fold.text, r->fold.text_len};
    block->pieces      = r->fold.pieces;
    block->piece_count = r->fold.piece_count;
    cc_status status   = r->fold.text_len > 0 ? r->out->block(r->out, block) : CC_OK;
    cc_fold_clear(&r->fold);
    return status;
}

/* A range of the source; what is too long for a block makes several. */
static cc_status add_range(reader *r, size_t at, size_t end, cc_block_in *block)
{
    cc_status status = CC_OK;
    while (status == CC_OK && (at = cc_fold_add(&r->fold, at, end)) < end) {
        at     = cc_skip_blanks(r->fold.in, cc_fold_cut(&r->fold), end);
        status = put_text(r, block);
    }
    return status;
}

/* In a cell in quotes, two quotes are one. */
static cc_status add_cell(reader *r, const cc_sheet_cell *cell, cc_block_in *block)
{
    const char *in     = r->fold.in.ptr;
    size_t      at     = cell->at;
    cc_status   status = CC_OK;
    while (at > 0 && in[at - 1] == '"' && status == CC_OK) {
        const char *two = memmem(in + at, cell->end - at, "\"\"", 2);
        if (two == NULL)
            break;
        size_t from = at;
        at          = (size_t)(two - in) + 2;
        status      = add_range(r, from, at - 2, block);
        cc_fold_put(&r->fold, (cc_str){"\"", 1}, at - 2, at, 0);
    }
    return status == CC_OK ? add_range(r, at, cell->end, block) : status;
}

/* -- Figures ---------------------------------------------------------------------------------- */

/* "1.234,5" as "1,234.5" */
static void add_decimal(reader *r, const cc_sheet_cell *cell)
{
    const char *in = r->fold.in.ptr;
    for (size_t at = cell->at, to; at < cell->end; at = to) {
        bool   sign = in[at] == '.' || in[at] == ',';
        cc_str as   = {in[at] == '.' ? "," : ".", 1};
        for (to = at + 1; to < cell->end && !sign && in[to] != '.' && in[to] != ',';)
            to++;
        if (sign)
            cc_fold_put(&r->fold, as, at, to, 0);
        else
            cc_fold_add(&r->fold, at, to);
    }
}

/* "1980" as "1,980", which is no year. */
static void add_like_year(reader *r, const cc_sheet_cell *cell)
{
    cc_fold_add(&r->fold, cell->at, cell->at + 1);
    cc_fold_put(&r->fold, (cc_str){",", 1}, cell->at + 1, cell->at + 1, 0);
    cc_fold_add(&r->fold, cell->at + 1, cell->end);
}

static cc_status add_any(reader *r, const cc_sheet_cell *cell, cc_block_in *block)
{
    if (r->sheet->decimal_comma && cell->says == CC_SHEET_NUMBER)
        add_decimal(r, cell);
    else if (cell->like_year)
        add_like_year(r, cell);
    else
        return add_cell(r, cell, block);
    return CC_OK;
}

static cc_status put_cells(void *user, const cc_sheet_cell *cells, size_t count, cc_block_in *block)
{
    reader   *r      = user;
    cc_status status = CC_OK;
    for (size_t i = 0; i < count && status == CC_OK; i++) {
        if (i > 0 && r->fold.text_len > 0)
            cc_fold_put(&r->fold, (cc_str){" ", 1}, cells[i - 1].end, cells[i].at, 0);
        status = add_any(r, &cells[i], block);
    }
    return status == CC_OK ? put_text(r, block) : status;
}

/* -- Rows ------------------------------------------------------------------------------------- */

/* What a label would be made of: a cell in quotes without the doubled ones. */
static cc_str text_of(const reader *r, cc_range text)
{
    cc_str raw = {r->csv.in.ptr + text.start, text.end - text.start};
    if (text.start == 0 || raw.ptr[-1] != '"' || raw.len > MOST_WAITING ||
        memmem(raw.ptr, raw.len, "\"\"", 2) == NULL)
        return raw;
    char  *copy = r->host->alloc(r->host, raw.len, 1);
    size_t len  = 0;
    for (size_t i = 0; i < raw.len; i++) {
        copy[len++] = raw.ptr[i];
        i += raw.ptr[i] == '"' && i + 1 < raw.len && raw.ptr[i + 1] == '"';
    }
    return (cc_str){copy, len};
}

static void add_to_row(reader *r, cc_range text, size_t column)
{
    if (text.start == text.end)
        return;
    if (r->cell_count == r->cell_cap) {
        cc_sheet_cell *old = r->cells;
        r->cell_cap        = r->cell_cap * 2 + 64;
        r->cells           = r->host->alloc(r->host, r->cell_cap * sizeof *old, sizeof(void *));
        if (r->cell_count > 0)
            memcpy(r->cells, old, r->cell_count * sizeof *old);
    }
    r->cells[r->cell_count++] = (cc_sheet_cell){
        .text = text_of(r, text), .column = (uint32_t)column, .at = text.start, .end = text.end};
}

static void read_row(reader *r)
{
    cc_csv_cell cell   = {.last = false};
    size_t      column = 0;
    r->cell_count      = 0;
    while (!cell.last && r->csv.at < r->csv.in.len) {
        cell = cc_csv_next(&r->csv);
        add_to_row(r, cell.text, column++);
    }
}

/* "# Source: ..." above the table; the last line with that sign may be the headers. */
static bool read_comment(reader *r, const cc_csv_shape *shape)
{
    size_t before = r->csv.at, column = 0;
    if (before == r->csv.in.len || r->csv.in.ptr[before] != '#')
        return false;
    r->csv.at++;
    for (cc_csv_cell cell = {.last = false}; !cell.last && r->csv.at < r->csv.in.len; column++)
        cell = cc_csv_next(&r->csv);
    bool last     = r->csv.at == r->csv.in.len || r->csv.in.ptr[r->csv.at] != '#';
    r->csv.at     = before + 1;
    r->cell_count = 0;
    if (last && column == shape->width)
        return false;
    add_to_row(r, cc_csv_next_line(&r->csv).text, 0);
    return true;
}

static cc_status read_rows(reader *r, const cc_csv_shape *shape)
{
    cc_status status = CC_OK;
    bool      top    = true;
    while (r->csv.at < r->csv.in.len && status == CC_OK) {
        top = top && r->csv.in.ptr[r->csv.at] == '#' && read_comment(r, shape);
        if (!top)
            read_row(r);
        status = cc_sheet_add(r->sheet, r->cells, r->cell_count);
    }
    return status == CC_OK ? cc_sheet_flush(r->sheet) : status;
}

static cc_status read_csv(void *self, const cc_host *host, cc_str bytes, cc_block_sink *out)
{
    cc_csv_shape shape = cc_csv_guess(bytes);
    reader       r     = {.host = host,
                          .out  = out,
                          .csv  = {.in = bytes, .at = shape.start, .delimiter = shape.delimiter},
                          .fold = {.host = host, .in = bytes}};
    (void)self;
    r.sheet                = cc_sheet_new(host, put_cells, &r);
    r.sheet->decimal_comma = shape.decimal_comma;
    cc_status status       = read_rows(&r, &shape);
    if (r.sheet->title.len > 0 && (status == CC_OK || status == CC_END))
        out->meta(out, (cc_str){"title", 5}, cc_short_text(&r.sheet->title));
    if (r.csv.broken && status == CC_OK)
        return host->fail(host, CC_WARN, (uint32_t)r.csv.broken_at,
                          "a quote is never closed; its cell was read as it stands");
    return cc_sheet_end(r.sheet, out, status);
}

CC_PLUGIN_ENTRY
{
    static const cc_reader stage = {
        .size       = sizeof stage,
        .wants_text = true,
        .in_process = true,
        .bid        = cc_csv_bid,
        .read       = read_csv,
    };
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "read_csv",
        .summary = "comma-separated values and other delimited tables",
        .reader  = &stage,
    };
    return &plugin;
}
