/* html_block.c - what a block is, told by the elements around its first character, and the labels
 * that hold for it. */
#include "html_page.h"
#include "html_scan.h"
#include "shared/lines.h"

#include <string.h>

enum {
    MAX_CELL    = 120, /* bytes: a longer one is prose */
    MAX_TITLE   = 150, /* bytes of a bold paragraph that is a heading */
    TITLE_LEVEL = 6,   /* of such a heading: below those that are marked as such */
    MIN_FIELDS  = 5,   /* headings with one paragraph each make a form of them */
    FIRST_FIELD = 3,   /* h3: outer headings divide a text */
};

/* -- What a block is ------------------------------------------------------------------------ */

void cc_html_classify(cc_html_page *p)
{
    cc_html_around around = cc_html_around_here(p);
    bool           item   = around.kind == CC_PARAGRAPH && p->bulleted;
    p->kind               = item ? CC_ITEM : around.kind;
    p->kind_level         = around.level;
    if (p->kind == CC_ITEM)
        p->kind_level = around.lists > 0 ? around.lists : 1;
}

/* Where the digits that begin at `at` end. */
static size_t digits_end(cc_str text, size_t at)
{
    while (at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9')
        at++;
    return at;
}

/* Whether there are digits but for years or an enumerator: a figure, or a whole date. */
static bool has_figure(cc_str text)
{
    size_t years = 0, others = 0;
    for (size_t i = 0, end; i < text.len; i = end == i ? i + 1 : end) {
        if ((end = digits_end(text, i)) == i)
            continue;
        char before = i > 0 ? text.ptr[i - 1] : ' ', after = end < text.len ? text.ptr[end] : ' ';
        bool year = end - i == 4 && (text.ptr[i] == '1' || text.ptr[i] == '2');
        bool part = strchr(",:", after) != NULL && end + 1 < text.len && text.ptr[end + 1] != ' ';
        if ((end - i > 2 && !year) || part || after == '%' ||
            strchr("$\xA3\xA5\xAC", before) != NULL)
            return true;
        years += year;
        others += !year && strchr(".):", after) == NULL;
    }
    return years > 0 && others > 0;
}

/* A short paragraph that is bold throughout and no sentence. */
static bool is_title(const cc_html_page *p)
{
    const cc_fold *f      = &p->fold;
    cc_html_around around = cc_html_around_here(p);
    if (p->kind != CC_PARAGRAPH || p->plain || f->text_len > MAX_TITLE ||
        strchr(".,;", f->text[f->text_len - 1]) != NULL || around.term || around.definition)
        return false;
    bool letter = false;
    for (size_t i = 0; i < f->text_len; i++)
        letter |= cc_html_is_letter(f->text[i]) || (unsigned char)f->text[i] >= 0xC3;
    return letter && !has_figure((cc_str){f->text, f->text_len});
}

/* -- Labels --------------------------------------------------------------------------------- */

static bool is_field(const cc_html_page *p)
{
    if (p->headings == 0)
        return false;
    const cc_html_shape *s = &p->shapes[p->headings - 1];
    return s->level >= FIRST_FIELD && s->paragraphs == 1 && s->others == 0 &&
           p->fields[s->level] >= MIN_FIELDS;
}

static void label_block(cc_html_page *p, cc_block_in *block)
{
    cc_html_around around = cc_html_around_here(p);
    if (block->kind == CC_CELL)
        cc_html_label_cell(p, block);
    if (block->kind == CC_CELL && block->text.len > MAX_CELL) {
        block->kind = CC_PARAGRAPH;
        block->row = block->column = (cc_str){0};
    } else if (block->kind == CC_PARAGRAPH && around.term) {
        cc_short_add(&p->term, &p->fold);
        cc_html_drop_colon(&p->term);
    } else if (block->kind == CC_PARAGRAPH && around.definition)
        block->row = cc_short_text(&p->term);
    else if (block->kind == CC_PARAGRAPH && is_field(p))
        block->row = cc_short_text(&p->field);
    else if (block->kind == CC_ITEM)
        block->column = cc_short_text(&p->lead_in);
}

/* What the blocks after this one need to know of it. */
static void remember(cc_html_page *p, const cc_block_in *block)
{
    if (block->kind == CC_HEADING && p->plain) {
        p->headings++;
        cc_short_set(&p->field, &p->fold);
    }
    if (block->kind != CC_ITEM)
        p->lead_in.len = 0;
    if (block->kind == CC_PARAGRAPH && block->text.ptr[block->text.len - 1] == ':')
        cc_short_set(&p->lead_in, &p->fold);
}

/* -- Putting blocks ------------------------------------------------------------------------- */

static void measure_block(cc_html_page *p)
{
    if (p->kind == CC_HEADING && p->plain) {
        if (p->shape_count == p->shape_cap) {
            size_t bytes = p->shape_count * sizeof *p->shapes;
            p->shape_cap = p->shape_cap * 2 + 64;
            p->shapes = cc_fold_grow(&p->fold, p->shapes, bytes, p->shape_cap * sizeof *p->shapes);
        }
        p->shapes[p->shape_count++] = (cc_html_shape){.level = p->kind_level};
        cc_html_note_heading(&p->meta, &p->fold);
    } else if (p->shape_count > 0 && p->kind == CC_PARAGRAPH)
        p->shapes[p->shape_count - 1].paragraphs++;
    else if (p->shape_count > 0)
        p->shapes[p->shape_count - 1].others++;
}

/* The bytes `from` to `to` of a block's text as a block of its own. false: a piece that maps as a
 * whole would have to be cut. */
static bool take_part(const cc_html_page *p, const cc_block_in *block, size_t from, size_t to,
                      cc_block_in *ret)
{
    cc_piece *pieces = cc_fold_grow(&p->fold, NULL, 0, block->piece_count * sizeof *pieces);
    size_t    count  = 0;
    for (size_t i = 0; i < block->piece_count; i++) {
        cc_piece piece = block->pieces[i];
        size_t   start = piece.text_off, end = start + piece.text_len;
        if (end <= from || start >= to)
            continue;
        size_t front = start < from ? from - start : 0, back = end > to ? end - to : 0;
        if (front + back > 0 && (piece.flags & CC_VERBATIM) == 0)
            return false;
        piece.text_off = (uint32_t)(start + front - from);
        piece.text_len -= (uint32_t)(front + back);
        piece.place.at.bytes.start += front;
        piece.place.at.bytes.end -= back;
        pieces[count++] = piece;
    }
    *ret             = *block;
    ret->text        = (cc_str){block->text.ptr + from, to - from};
    ret->pieces      = pieces;
    ret->piece_count = count;
    return true;
}

/* The note in a field is a block of its own. */
static cc_status put_field(cc_html_page *p, const cc_block_in *block)
{
    cc_block_in main, note;
    size_t      at = cc_find_note(block->text, (cc_range){0, block->text.len});
    if (at == block->text.len || !take_part(p, block, 0, at - 1, &main) ||
        !take_part(p, block, at, block->text.len, &note))
        return p->out->block(p->out, block);
    cc_status status = p->out->block(p->out, &main);
    return status == CC_OK ? p->out->block(p->out, &note) : status;
}

static void put_block(cc_html_page *p)
{
    cc_block_in block = {
        .size        = sizeof block,
        .kind        = p->kind,
        .level       = p->kind_level,
        .text        = {p->fold.text, p->fold.text_len},
        .pieces      = p->fold.pieces,
        .piece_count = p->fold.piece_count,
    };
    label_block(p, &block);
    remember(p, &block);
    bool field = block.kind == CC_PARAGRAPH && block.row.len > 0;
    p->any     = true;
    p->status  = field ? put_field(p, &block) : p->out->block(p->out, &block);
}

/* `plain` is left to tell whether a heading was marked as one. */
static void settle_kind(cc_html_page *p)
{
    bool title = is_title(p);
    p->plain   = !title;
    if (title) {
        p->kind       = CC_HEADING;
        p->kind_level = TITLE_LEVEL;
    }
    if (p->kind == CC_CELL)
        cc_html_negate(p);
}

/* "•" in a cell of its own, before the text of the item. */
static bool is_bullet(const cc_html_page *p)
{
    cc_str text = {p->fold.text, p->fold.text_len};
    if (p->table == NULL || p->table->data || text.len > 3)
        return false;
    return text.ptr[0] == '\xE2' || text.ptr[0] == '\xC2' ||
           (text.len == 1 && strchr("o*-", text.ptr[0]) != NULL);
}

void cc_html_end_block(cc_html_page *p)
{
    if (p->fold.text_len > 0 && p->status == CC_OK) {
        p->bulleted = is_bullet(p);
        if (!p->bulleted)
            settle_kind(p);
        if (!p->bulleted && p->measure)
            measure_block(p);
        else if (!p->bulleted)
            put_block(p);
    }
    p->fold.text_len = p->fold.piece_count = 0;
    p->plain = p->blank = p->left_out = false;
    p->mark                           = '\0';
    p->breaks                         = 0;
}
