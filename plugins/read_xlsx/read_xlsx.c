/* read_xlsx.c - Excel workbooks: a sheet is a page, a cell a block that is named by its row and
 * column. */
#include "xlsx.h"

#include "shared/package/kind.h"

/* -- Blocks --------------------------------------------------------------------------------- */

/* At a cell; without one, at the sheet. */
static cc_place place_of(const cc_xlsx *x, const cc_sheet_cell *cell)
{
    cc_place ret          = {.kind = CC_PLACE_PARAGRAPH};
    ret.at.paragraph.part = x->page;
    if (cell != NULL) {
        ret.at.paragraph.paragraph = (uint32_t)cell->at;
        ret.at.paragraph.start_cp  = (uint32_t)cell->end + 1;
        ret.at.paragraph.end_cp    = (uint32_t)cell->end + 2;
    }
    return ret;
}

static void add_piece(cc_xlsx *x, cc_str text, const cc_place *place)
{
    cc_fold_put(&x->fold, text, 0, 0, 0);
    x->fold.pieces[x->fold.piece_count - 1].place = *place;
}

/* White space becomes one blank. "1980" becomes "1,980", which is no year. */
static void add_cell(cc_xlsx *x, const cc_sheet_cell *cell)
{
    cc_place place = place_of(x, cell);
    cc_str   text  = cell->text;
    if (x->fold.text_len > 0)
        add_piece(x, (cc_str){" ", 1}, &place);
    if (cell->like_year) {
        add_piece(x, (cc_str){text.ptr, 1}, &place);
        add_piece(x, (cc_str){",", 1}, &place);
        text = (cc_str){text.ptr + 1, text.len - 1};
    }
    for (size_t at = 0, to, next; at < text.len; at = next) {
        for (to = at; to < text.len && cc_skip_blanks(text, to, text.len) == to;)
            to++;
        next = cc_skip_blanks(text, to, text.len);
        add_piece(x, (cc_str){text.ptr + at, to - at}, &place);
        if (next < text.len)
            add_piece(x, (cc_str){" ", 1}, &place);
    }
}

static cc_status put_fold(cc_xlsx *x, cc_block_in *block)
{
    block->page        = x->page;
    block->text        = (cc_str){x->fold.text, x->fold.text_len};
    block->pieces      = x->fold.pieces;
    block->piece_count = x->fold.piece_count;
    cc_status status   = x->fold.text_len > 0 ? x->out->block(x->out, block) : CC_OK;
    x->any             = x->any || x->fold.text_len > 0;
    cc_fold_clear(&x->fold);
    return status;
}

static cc_status put_cells(void *user, const cc_sheet_cell *cells, size_t count, cc_block_in *block)
{
    cc_xlsx *x = user;
    for (size_t i = 0; i < count; i++)
        add_cell(x, &cells[i]);
    return put_fold(x, block);
}

/* -- Sheets --------------------------------------------------------------------------------- */

/* "Sheet1", "Tabelle 2": what nobody named says nothing. */
static bool is_named(cc_str name)
{
    static const char *const words[] = {"sheet", "tabelle", "feuil", "hoja", "table", "data", NULL};
    size_t                   len     = name.len;
    while (len > 0 && (cc_sheet_is_digit(name.ptr[len - 1]) || name.ptr[len - 1] == ' '))
        len--;
    return len > 0 && !cc_sheet_is_any((cc_str){name.ptr, len}, words);
}

static cc_status put_name(cc_xlsx *x, cc_str name)
{
    cc_place    place = place_of(x, NULL);
    cc_block_in block = {.size = sizeof block, .kind = CC_HEADING, .level = 1};
    add_piece(x, name, &place);
    bool      any    = x->any;
    cc_status status = put_fold(x, &block);
    x->any           = any;
    return status;
}

static cc_status read_sheet(cc_xlsx *x, size_t i)
{
    const cc_xlsx_sheet *sheet  = &x->sheets[i];
    cc_status            status = CC_OK;
    if (sheet->hidden)
        return x->out->meta(x->out, (cc_str){"hidden", 6}, sheet->name);
    if (sheet->part == NULL)
        return CC_OK;
    x->page = (uint32_t)i + 1;
    if (is_named(sheet->name))
        status = put_name(x, sheet->name);
    return status == CC_OK ? cc_xlsx_read_cells(x, i) : status;
}

static cc_status read_sheets(cc_xlsx *x)
{
    cc_status status = CC_OK;
    x->sheet         = cc_sheet_new(x->host, put_cells, x);
    x->fold.host     = x->host;
    for (size_t i = 0; i < x->sheet_count && status == CC_OK; i++)
        status = read_sheet(x, i);
    if (status != CC_OK)
        return cc_sheet_end(x->sheet, x->out, status);
    return cc_package_end(&x->package, x->any);
}

static cc_status read_xlsx(void *self, const cc_host *host, cc_str bytes, cc_block_sink *out)
{
    (void)self;
    if (cc_kind_is_ole(bytes))
        return cc_package_refuse_ole(host, bytes, out);
    cc_xlsx *x       = host->alloc(host, sizeof *x, sizeof(void *));
    x->host          = host;
    x->out           = out;
    cc_status status = cc_package_open(&x->package, host, bytes, out);
    if (status == CC_OK) {
        cc_xlsx_read_book(x);
        status = read_sheets(x);
    }
    cc_package_close(&x->package);
    return status;
}

static int32_t bid(cc_str head, cc_str name)
{
    return cc_kind_bid(head, name, "xl/", ".xlsx");
}

CC_PLUGIN_ENTRY
{
    static const cc_reader stage  = {.size = sizeof stage, .bid = bid, .read = read_xlsx};
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "read_xlsx",
        .summary = "Excel workbooks",
        .reader  = &stage,
    };
    return &plugin;
}
