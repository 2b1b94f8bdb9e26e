/* md_block.c - blocks with their labels. */
#include "md_block.h"

enum { LABEL_LEVEL = 6 /* of "**Label:**" alone, as a heading */ };

void cc_md_drop(cc_md *r)
{
    r->fold.text_len = r->fold.piece_count = 0;
    r->gap                                 = CC_MD_NO_GAP;
}

bool cc_md_ends_in_colon(const cc_md *r)
{
    return r->fold.text_len > 0 && r->fold.text[r->fold.text_len - 1] == ':';
}

bool cc_md_is_paragraph(const cc_md *r)
{
    return r->now.heading == 0 && !r->now.in_cell && !r->now.in_row && !r->now.html_cell &&
           r->now.depth == 0;
}

/* Of several cells of a row, a label without a column would hold for each alike. */
static void label_cell(cc_md *r, cc_block_in *cell)
{
    cc_table_label(&r->table, &r->fold, cell);
    if (cell->column.len == 0 && r->width > 2)
        cell->row.len = 0;
}

/* A table's, of which what it begins with is gone. */
static bool is_caption(const cc_md *r)
{
    size_t at = (size_t)r->fold.pieces[0].place.at.bytes.start;
    while (at > 0 && r->src.copy.ptr[at - 1] == ' ')
        at--;
    return at > 0 && r->src.in.ptr[at - 1] == ':' && r->src.copy.ptr[at - 1] == CC_MD_GONE;
}

static cc_block_in describe(cc_md *r)
{
    cc_block_in block = {
        .size        = sizeof block,
        .kind        = CC_PARAGRAPH,
        .text        = {r->fold.text, r->fold.text_len},
        .row         = cc_label_text(&r->row),
        .pieces      = r->fold.pieces,
        .piece_count = r->fold.piece_count,
    };
    if (r->now.in_cell || r->now.in_row || r->now.html_cell) {
        block.kind    = CC_CELL;
        block.row.len = 0;
        label_cell(r, &block);
    } else if (r->now.heading > 0) {
        block.kind  = CC_HEADING;
        block.level = r->now.heading;
    } else if (r->now.in_note) {
        block.kind = CC_FOOTNOTE;
    } else if (!r->now.unlinked || is_caption(r)) {
        block.kind = CC_CAPTION;
    } else if (r->now.depth > 0) {
        block.kind  = CC_ITEM;
        block.level = r->now.depth;
        block.row   = cc_label_text(&r->list_row);
        block.column =
            cc_label_text(&r->leads[(r->now.depth < CC_MD_DEPTH ? r->now.depth : CC_MD_DEPTH) - 1]);
    }
    return block;
}

/* What the block says about those that follow. */
static void note_labels(cc_md *r, const cc_block_in *block)
{
    r->lead.len = 0;
    if (block->kind == CC_HEADING && !r->now.in_note && r->title.len == 0)
        cc_label_keep(&r->title, &r->fold, CC_LABEL_BYTES);
    if (block->kind != CC_ITEM && block->kind != CC_FOOTNOTE)
        r->list_row.len = 0;
    if ((block->kind == CC_PARAGRAPH || block->kind == CC_ITEM) && cc_md_ends_in_colon(r))
        cc_label_keep(&r->lead, &r->fold, CC_LEAD_IN_BYTES);
}

/* "**Label:**" that is a paragraph of its own, or a term that is defined below: it holds for the
 * items that follow. */
static void put_label(cc_md *r)
{
    if (cc_md_ends_in_colon(r))
        cc_fold_shorten(&r->fold, r->fold.text_len - 1);
    cc_block_in block = describe(r);
    block.kind        = CC_HEADING;
    block.level       = LABEL_LEVEL;
    r->status         = r->out->block(r->out, &block);
    r->lead.len       = 0;
    cc_label_keep(&r->list_row, &r->fold, CC_LABEL_BYTES);
}

/* Whether the next line, or the one after a blank one, tells what the block in hand means. */
static bool is_defined(const cc_md *r)
{
    cc_str copy = r->src.copy;
    size_t at   = r->now.cursor > r->now.line_end ? r->now.cursor : r->now.line_end;
    for (size_t i = 0; i < 2; i++) {
        at = cc_line_next(copy, cc_line_end(copy, at));
        while (at < copy.len && copy.ptr[at] == ' ')
            at++;
        if (at < copy.len && copy.ptr[at] == '-' && r->src.in.ptr[at] != '-')
            return strchr(":~", r->src.in.ptr[at]) != NULL;
    }
    return false;
}

static bool is_label(const cc_md *r)
{
    return cc_md_is_paragraph(r) && !r->now.in_note && r->fold.text_len > 1 &&
           r->fold.text_len <= CC_LABEL_COLUMNS &&
           ((r->now.bold_only && cc_md_ends_in_colon(r)) || is_defined(r));
}

static void put_text_block(cc_md *r)
{
    cc_block_in block = describe(r);
    r->status         = r->out->block(r->out, &block);
    note_labels(r, &block);
}

void cc_md_flush(cc_md *r)
{
    if (r->fold.text_len > 0 && r->status == CC_OK) {
        if (is_label(r))
            put_label(r);
        else
            put_text_block(r);
    }
    cc_md_drop(r);
}

/* Makes ready for the next cell of the row. */
static void begin_cell(cc_md *r)
{
    cc_table_cell(&r->table, 1, 1, r->now.in_head ? CC_TABLE_COLUMN : CC_TABLE_NOTHING);
}

void cc_md_begin_table(cc_md *r)
{
    cc_table_clear(&r->table);
    r->headed = false;
}

void cc_md_begin_row(cc_md *r, bool head, size_t width)
{
    r->now.in_head = head;
    r->headed      = r->headed || head;
    r->cell        = 0;
    r->width       = width;
    cc_table_row(&r->table, head);
    begin_cell(r);
}

void cc_md_end_cell(cc_md *r)
{
    cc_md_flush(r);
    r->cell++;
    begin_cell(r);
}

void cc_md_end_text(cc_md *r)
{
    if (r->now.in_row)
        cc_md_end_cell(r);
    cc_md_flush(r);
    r->now.in_row = false;
}
