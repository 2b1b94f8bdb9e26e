/* wire.c - frames out, frames in. */
#include "host/wire.h"

#include "base/bounds.h"

enum { HEAD_BYTES = sizeof(uint32_t) + 1 };

/* -- Out ------------------------------------------------------------------------------------------- */

typedef struct writer {
    cc_arena *arena;
    cc_bytes *out;
} writer;

static void put(writer *w, const void *from, size_t len)
{
    cc_bytes_put(w->arena, w->out, (cc_str){from, len});
}

static void put_u32(writer *w, uint32_t n)
{
    put(w, &n, sizeof n);
}

static void put_str(writer *w, cc_str s)
{
    put_u32(w, (uint32_t)s.len);
    put(w, s.ptr, s.len);
}

/* All of a piece at once: what its kind of place does not use is zero. */
static void put_piece(writer *w, const cc_piece *piece)
{
    cc_piece clean       = {0};
    clean.text_off       = piece->text_off;
    clean.text_len       = piece->text_len;
    clean.flags          = piece->flags;
    clean.place.kind     = piece->place.kind;
    const cc_place *from = &piece->place;
    if (from->kind == CC_PLACE_BYTES)
        clean.place.at.bytes = from->at.bytes;
    else if (from->kind == CC_PLACE_PARAGRAPH)
        clean.place.at.paragraph = from->at.paragraph;
    else
        clean.place.at.page = from->at.page;
    put(w, &clean, sizeof clean);
}

static void put_block(writer *w, const cc_block_in *block)
{
    put_u32(w, block->kind);
    put_u32(w, block->level);
    put_u32(w, block->page);
    put_str(w, block->text);
    put_str(w, block->row);
    put_str(w, block->column);
    put_u32(w, (uint32_t)block->piece_count);
    for (size_t i = 0; i < block->piece_count; i++)
        put_piece(w, &block->pieces[i]);
}

void cc_frame_put(cc_arena *arena, cc_bytes *out, const cc_frame *frame)
{
    writer        w     = {arena, out};
    size_t        start = out->len;
    unsigned char kind  = (unsigned char)frame->kind;
    put_u32(&w, 0);
    put(&w, &kind, 1);
    if (frame->kind == CC_FRAME_BLOCK)
        put_block(&w, &frame->block);
    if (frame->kind == CC_FRAME_META) {
        put_str(&w, frame->key);
        put_str(&w, frame->value);
    }
    if (frame->kind == CC_FRAME_LOST)
        put_u32(&w, frame->why);
    if (frame->kind == CC_FRAME_END) {
        put(&w, &frame->token, sizeof frame->token);
        put_u32(&w, (uint32_t)frame->status);
        put_str(&w, frame->message);
    }
    uint32_t len = (uint32_t)(out->len - start - HEAD_BYTES);
    memcpy(out->ptr + start, &len, sizeof len);
}

/* -- In -------------------------------------------------------------------------------------------- */

/* The fields of one frame; `bad` once one of them is not there. */
typedef struct reader {
    cc_str left;
    bool   bad;
} reader;

static void take(reader *r, void *to, size_t len)
{
    memset(to, 0, len);
    if (len > r->left.len)
        r->bad = true;
    else
        memcpy(to, r->left.ptr, len);
    len     = r->bad ? r->left.len : len;
    r->left = cc_str_sub(r->left, len, r->left.len - len);
}

static uint32_t take_u32(reader *r)
{
    uint32_t n;
    take(r, &n, sizeof n);
    return n;
}

static cc_str take_str(reader *r)
{
    size_t len = take_u32(r);
    if (len > r->left.len) {
        r->bad = true;
        return CC_S("");
    }
    cc_str s = cc_str_sub(r->left, 0, len);
    r->left  = cc_str_sub(r->left, len, r->left.len - len);
    return s;
}

static bool is_finite(float f)
{
    return f - f == 0;
}

static bool is_page(const cc_place *place)
{
    return is_finite(place->at.page.x0_pt) && is_finite(place->at.page.y0_pt) &&
           is_finite(place->at.page.x1_pt) && is_finite(place->at.page.y1_pt);
}

static void take_pieces(cc_wire *wire, reader *r, cc_block_in *ret)
{
    size_t n       = take_u32(r);
    wire->pieces.n = 0;
    for (size_t i = 0; i < n && !r->bad; i++) {
        cc_piece *piece = cc_push(wire->arena, &wire->pieces);
        take(r, piece, sizeof *piece);
        if (piece->place.kind == CC_PLACE_PAGE && !is_page(&piece->place))
            r->bad = true;
    }
    ret->pieces      = wire->pieces.at;
    ret->piece_count = wire->pieces.n;
}

static void take_block(cc_wire *wire, reader *r, cc_block_in *ret)
{
    ret->size   = sizeof *ret;
    ret->kind   = take_u32(r);
    ret->level  = take_u32(r);
    ret->page   = take_u32(r);
    ret->text   = take_str(r);
    ret->row    = take_str(r);
    ret->column = take_str(r);
    take_pieces(wire, r, ret);
    if (ret->kind < CC_PARAGRAPH || ret->kind >= CC_BLOCK_KIND_COUNT)
        r->bad = true;
}

static void take_fields(cc_wire *wire, reader *r, cc_frame *ret)
{
    switch (ret->kind) {
    case CC_FRAME_READY: break;
    case CC_FRAME_BLOCK: take_block(wire, r, &ret->block); break;
    case CC_FRAME_META:
        ret->key   = take_str(r);
        ret->value = take_str(r);
        break;
    case CC_FRAME_LOST: ret->why = take_u32(r); break;
    case CC_FRAME_END:
        take(r, &ret->token, sizeof ret->token);
        ret->status  = (cc_status)take_u32(r);
        ret->message = take_str(r);
        break;
    default: r->bad = true;
    }
    if (r->left.len > 0)
        r->bad = true;
}

void cc_wire_feed(cc_wire *wire, cc_str bytes)
{
    if (wire->taken > 0) {
        wire->held.len -= wire->taken;
        memmove(wire->held.ptr, wire->held.ptr + wire->taken, wire->held.len);
        wire->taken = 0;
    }
    cc_bytes_put(wire->arena, &wire->held, bytes);
}

cc_status cc_wire_next(cc_wire *wire, cc_frame *ret)
{
    uint32_t len;
    cc_str   held = {wire->held.ptr, wire->held.len};
    held          = cc_str_sub(held, wire->taken, held.len - wire->taken);
    if (held.len < HEAD_BYTES)
        return CC_END;
    memcpy(&len, held.ptr, sizeof len);
    if (len > CC_MAX_FRAME_BYTES)
        return CC_FAIL;
    if (held.len - HEAD_BYTES < len)
        return CC_END;
    reader r = {cc_str_sub(held, HEAD_BYTES, len), false};
    *ret     = (cc_frame){.kind = (cc_frame_kind)(unsigned char)held.ptr[sizeof len]};
    take_fields(wire, &r, ret);
    wire->taken += HEAD_BYTES + len;
    return r.bad ? CC_FAIL : CC_OK;
}
