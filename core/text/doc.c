/* doc.c - building a document, and the way back from it.
 * Invariant: `origin` covers all of `text`; a block's '\n' has the empty place at its end. */
#include "text/doc.h"

#include "base/bounds.h"

enum { MAX_SEGMENTS = 4 << 20 }; /* some 200 MiB; prose has two a line */

void cc_builder_init(cc_builder *builder, cc_arena *arena, const cc_decoded *decoded,
                     const cc_abbreviations *abbreviations, size_t max_text_bytes)
{
    *builder = (cc_builder){
        .arena          = arena,
        .abbreviations  = abbreviations,
        .max_text_bytes = max_text_bytes,
    };
    if (decoded != NULL)
        builder->decoded = *decoded;
}

/* -- Putting a block ------------------------------------------------------------------------ */

/* NUL is one, too. */
static size_t blank_at(cc_str text, size_t offset)
{
    return text.ptr[offset] == '\0' ? 1 : cc_utf8_blank_at(text, offset);
}

static bool is_all_blank(cc_str text)
{
    for (size_t i = 0, len; i < text.len; i += len)
        if ((len = blank_at(text, i)) == 0)
            return false;
    return true;
}

/* From `at` on. What prints a text would end at a NUL; maps stay true. */
static void replace_nuls(cc_bytes *text, size_t at)
{
    for (; at < text->len; at++)
        if (text->ptr[at] == '\0')
            text->ptr[at] = ' ';
}

static cc_segment segment_of(const cc_piece *piece)
{
    return (cc_segment){
        .text_off = piece->text_off,
        .text_len = piece->text_len,
        .verbatim = (piece->flags & CC_VERBATIM) != 0,
        .place    = piece->place,
    };
}

static bool is_sound(const cc_piece *piece)
{
    if (piece->place.kind == CC_PLACE_PARAGRAPH)
        return piece->place.at.paragraph.start_cp <= piece->place.at.paragraph.end_cp &&
               ((piece->flags & CC_VERBATIM) == 0 ||
                piece->place.at.paragraph.end_cp - piece->place.at.paragraph.start_cp ==
                    piece->text_len);
    if (piece->place.kind != CC_PLACE_BYTES)
        return piece->place.kind == CC_PLACE_PAGE;
    uint64_t start = piece->place.at.bytes.start, end = piece->place.at.bytes.end;
    return start <= end && end <= UINT32_MAX &&
           ((piece->flags & CC_VERBATIM) == 0 || end - start == piece->text_len);
}

static cc_status take_pieces(cc_builder *builder, const cc_block_in *block, cc_fault *fault)
{
    size_t at         = 0;
    builder->pieces.n = 0;
    for (size_t i = 0; i < block->piece_count; i++) {
        const cc_piece *piece = &block->pieces[i];
        if (piece->text_off != at || piece->text_len > block->text.len - at || !is_sound(piece))
            return cc_fault_set(fault, CC_FAIL, "piece %zu of a block has a wrong place", i);
        at += piece->text_len;
        cc_map_put(builder->arena, &builder->pieces, segment_of(piece));
    }
    if (at != block->text.len)
        return cc_fault_set(fault, CC_FAIL, "the pieces of a block end at %zu of %zu bytes", at,
                            block->text.len);
    return CC_OK;
}

static cc_status check_utf8(const cc_block_in *block, cc_fault *fault)
{
    if (!cc_utf8_is_valid(block->text) || !cc_utf8_is_valid(block->row) ||
        !cc_utf8_is_valid(block->column))
        return cc_fault_set(fault, CC_FAIL, "a block's text is not UTF-8");
    return CC_OK;
}

/* At a blank before `max`, else at a character. */
static cc_str cut_text(cc_str text, size_t max)
{
    if (text.len <= max)
        return text;
    size_t at = max;
    while (at > 0 && text.ptr[at] != ' ')
        at--;
    return at > 0 ? cc_str_sub(text, 0, at) : cc_utf8_cut(text, max);
}

/* Blocks of one list or row share their labels, so the last block's is looked at first. */
static cc_str keep_label(cc_builder *builder, cc_str label, cc_str last)
{
    builder->label.len = 0;
    cc_utf8_nfc(builder->arena, cc_utf8_cut(label, CC_MAX_QUOTE_BYTES), &builder->label, NULL);
    replace_nuls(&builder->label, 0);
    cc_str normal = {builder->label.ptr, builder->label.len};
    return cc_str_eq(normal, last) ? last : cc_arena_dup(builder->arena, normal);
}

static void end_block(cc_builder *builder)
{
    cc_segment end = builder->origin.at[builder->origin.n - 1];
    if (end.place.kind == CC_PLACE_BYTES)
        end.place.at.bytes.start = end.place.at.bytes.end;
    else if (end.place.kind == CC_PLACE_PARAGRAPH)
        end.place.at.paragraph.start_cp = end.place.at.paragraph.end_cp;
    end.text_off = (uint32_t)builder->text.len;
    end.text_len = 1;
    end.verbatim = false;
    cc_map_put(builder->arena, &builder->origin, end);
    cc_bytes_put(builder->arena, &builder->text, CC_S("\n"));
}

static void copy_block(cc_builder *builder, const cc_block_in *block, cc_str text)
{
    size_t   start    = builder->text.len;
    cc_block last     = {0};
    builder->normal.n = 0;
    cc_utf8_nfc(builder->arena, text, &builder->text, &builder->normal);
    replace_nuls(&builder->text, start);
    cc_map_put_composed(builder->arena, &builder->origin, &builder->normal, &builder->pieces);
    if (builder->blocks.n > 0)
        last = builder->blocks.at[builder->blocks.n - 1];
    *cc_push(builder->arena, &builder->blocks) = (cc_block){
        .kind     = block->kind,
        .level    = block->level,
        .page     = block->page,
        .span     = {(uint32_t)start, (uint32_t)(builder->text.len - start)},
        .row      = keep_label(builder, block->row, last.row),
        .column   = keep_label(builder, block->column, last.column),
        .language = CC_S("en"),
    };
    end_block(builder);
}

cc_status cc_builder_put(cc_builder *builder, const cc_block_in *block, cc_fault *fault)
{
    if (builder->cut)
        return CC_END;
    CC_TRY(check_utf8(block, fault));
    if (is_all_blank(block->text))
        return CC_OK;
    CC_TRY(take_pieces(builder, block, fault));
    size_t left  = builder->max_text_bytes > builder->text.len
                       ? builder->max_text_bytes - builder->text.len - 1
                       : 0;
    cc_str text  = cut_text(block->text, left);
    builder->cut = text.len < block->text.len || builder->blocks.n == CC_MAX_BLOCKS ||
                   builder->origin.n > MAX_SEGMENTS;
    if (!is_all_blank(text) && builder->blocks.n < CC_MAX_BLOCKS)
        copy_block(builder, block, text);
    return builder->cut ? CC_END : CC_OK;
}

void cc_builder_meta(cc_builder *builder, cc_str key, cc_str value, cc_str origin)
{
    cc_arena *arena = builder->arena;
    value           = keep_label(builder, cc_utf8_repair(arena, cc_str_trim(value)), (cc_str){0});
    *cc_push(arena, &builder->meta) = (cc_meta){
        .key    = keep_label(builder, cc_utf8_repair(arena, key), (cc_str){0}),
        .value  = cc_str_trim(value),
        .origin = cc_arena_dup(arena, origin),
    };
}

/* -- Finishing ------------------------------------------------------------------------------ */

typedef struct sentence_list {
    cc_arena *arena;
    uint32_t  offset, block; /* of the block in hand */
    CC_LIST(cc_sentence) sentences;
} sentence_list;

static void put_sentence(void *user, cc_span span)
{
    sentence_list *list = user;
    span.off += list->offset;
    *cc_push(list->arena, &list->sentences) = (cc_sentence){span, list->block};
}

static void find_sentences(cc_builder *builder, sentence_list *list)
{
    for (size_t i = 0; i < builder->blocks.n; i++) {
        const cc_block *block = &builder->blocks.at[i];
        cc_str          text  = cc_str_span((cc_str){builder->text.ptr, 0}, block->span);
        list->offset          = block->span.off;
        list->block           = (uint32_t)i;
        if (block->kind == CC_HEADING || block->kind == CC_CELL)
            cc_sentence_whole(text, put_sentence, list);
        else
            cc_sentence_each(text, builder->abbreviations, put_sentence, list);
    }
}

void cc_builder_finish(cc_builder *builder, cc_str original, cc_document *ret)
{
    sentence_list list    = {.arena = builder->arena};
    cc_str        decoded = builder->decoded.text;
    find_sentences(builder, &list);
    *ret = (cc_document){
        .abi =
            {
                .size           = sizeof ret->abi,
                .text           = {builder->text.ptr, builder->text.len},
                .blocks         = builder->blocks.at,
                .block_count    = builder->blocks.n,
                .sentences      = list.sentences.at,
                .sentence_count = list.sentences.n,
                .meta           = builder->meta.at,
                .meta_count     = builder->meta.n,
            },
        .original = original,
        .source   = decoded.len == 0 ? original : decoded,
        .decoded  = builder->decoded.map,
        .origin   = builder->origin,
        .cut      = builder->cut || builder->decoded.cut,
    };
    cc_lines_init(builder->arena, ret->source, &ret->lines);
}

/* -- Places --------------------------------------------------------------------------------- */

cc_position cc_document_position(const cc_document *doc, cc_span span)
{
    cc_position ret = {.place = cc_map_place(&doc->origin, span)};
    if (ret.place.kind != CC_PLACE_BYTES)
        return ret;
    cc_lines_find(&doc->lines, ret.place.at.bytes.start, &ret.line, &ret.column);
    ret.place = cc_runs_place(&doc->decoded, ret.place);
    return ret;
}

/* In place: `text` becomes no longer. */
static void fold_blanks(cc_bytes *text)
{
    cc_str from = {text->ptr, text->len};
    size_t to   = 0, len;
    bool   last = false;
    for (size_t i = 0; i < from.len; i += len) {
        bool blank = (len = blank_at(from, i)) > 0;
        if (blank && !last)
            text->ptr[to++] = ' ';
        if (!blank) {
            cc_utf8_at(from, i, &len);
            memmove(text->ptr + to, text->ptr + i, len);
            to += len;
        }
        last = blank;
    }
    text->len = to;
}

static cc_str slice_of(const cc_document *doc, cc_span span)
{
    cc_place place = cc_map_place(&doc->origin, span);
    if (place.kind != CC_PLACE_BYTES)
        return cc_str_span(doc->abi.text, span);
    size_t start = place.at.bytes.start, end = place.at.bytes.end;
    end   = end < doc->source.len ? end : doc->source.len;
    start = start < end ? start : end;
    return cc_str_sub(doc->source, start, end - start);
}

cc_str cc_document_slice(cc_arena *arena, const cc_document *doc, cc_span span)
{
    cc_bytes out = {0};
    cc_utf8_nfc(arena, cc_utf8_repair(arena, slice_of(doc, span)), &out, NULL);
    fold_blanks(&out);
    return (cc_str){out.ptr, out.len};
}

/* The last of `count` spans, `stride` bytes apart, that begins at or before `offset`, if it holds
 * it. */
static size_t find_span(const cc_span *spans, size_t stride, size_t count, uint32_t offset)
{
    const char *base = (const char *)spans;
    size_t      low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (((const cc_span *)(const void *)(base + middle * stride))->off <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return count;
    const cc_span *span = (const cc_span *)(const void *)(base + (low - 1) * stride);
    return offset - span->off < span->len ? low - 1 : count;
}

size_t cc_doc_block_at(const cc_doc *doc, uint32_t offset)
{
    return doc->block_count == 0
               ? 0
               : find_span(&doc->blocks[0].span, sizeof doc->blocks[0], doc->block_count, offset);
}

size_t cc_doc_sentence_at(const cc_doc *doc, uint32_t offset)
{
    return doc->sentence_count == 0 ? 0
                                    : find_span(&doc->sentences[0].span, sizeof doc->sentences[0],
                                                doc->sentence_count, offset);
}
