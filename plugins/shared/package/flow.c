/* flow.c - a piece goes on as long as bytes and characters do. */
#include "shared/package/flow.h"

static bool is_alnum_or_more(char c)
{
    unsigned char u = (unsigned char)c;
    return (u >= '0' && u <= '9') || (u >= 'A' && u <= 'Z') || (u >= 'a' && u <= 'z') || u >= 0xC3;
}

void cc_flow_begin(cc_flow *flow, uint32_t part, uint32_t paragraph)
{
    flow->part      = part;
    flow->paragraph = paragraph;
    flow->at_cp     = 0;
}

void cc_flow_clear(cc_flow *flow)
{
    cc_fold_clear(&flow->fold);
    flow->apart        = false;
    flow->left_out     = false;
    flow->blank.end_cp = flow->blank.start_cp = 0;
}

/* -- Pieces --------------------------------------------------------------------------------- */

/* Whether the last piece and the one before it can be one. */
static bool goes_on(const cc_flow *flow)
{
    const cc_fold *f = &flow->fold;
    if (f->piece_count < 2)
        return false;
    const cc_piece *last = &f->pieces[f->piece_count - 1], *before = last - 1;
    bool            same = before->place.at.paragraph.part == last->place.at.paragraph.part &&
                before->place.at.paragraph.paragraph == last->place.at.paragraph.paragraph;
    bool touch = before->place.at.paragraph.end_cp == last->place.at.paragraph.start_cp;
    return same && (f->piece_count > flow->max_pieces ||
                    (touch && (before->flags & last->flags & CC_VERBATIM) != 0));
}

static void join_last(cc_fold *f)
{
    cc_piece *last = &f->pieces[--f->piece_count], *to = last - 1;
    bool      touch = to->place.at.paragraph.end_cp == last->place.at.paragraph.start_cp;
    to->flags &= touch ? last->flags : 0;
    to->text_len += last->text_len;
    to->place.at.paragraph.end_cp = last->place.at.paragraph.end_cp;
}

static void put_piece(cc_flow *flow, cc_str text, uint32_t start_cp, uint32_t end_cp,
                      uint32_t flags)
{
    cc_fold *f = &flow->fold;
    cc_fold_put(f, text, 0, 0, flags);
    f->pieces[f->piece_count - 1].place = (cc_place){
        .kind         = CC_PLACE_PARAGRAPH,
        .at.paragraph = {flow->part, flow->paragraph, start_cp, end_cp},
    };
    if (goes_on(flow))
        join_last(f);
}

static void put_bytes(cc_flow *flow, cc_str text, uint32_t start_cp)
{
    put_piece(flow, text, start_cp, start_cp + (uint32_t)text.len, CC_VERBATIM);
}

/* -- White space ---------------------------------------------------------------------------- */

static void note_blank(cc_flow *flow, uint32_t len_cp, bool single)
{
    bool more = flow->blank.end_cp > flow->blank.start_cp;
    if (!more || flow->blank.paragraph != flow->paragraph)
        flow->blank.start_cp = flow->at_cp;
    flow->blank.single    = single && !more;
    flow->blank.paragraph = flow->paragraph;
    flow->at_cp += len_cp;
    flow->blank.end_cp = flow->at_cp;
}

/* A blank that stands nowhere in the paragraph. */
static bool needs_blank(const cc_flow *flow, char next)
{
    char last = flow->fold.text[flow->fold.text_len - 1];
    return flow->apart || (flow->left_out && is_alnum_or_more(last) && is_alnum_or_more(next));
}

/* Puts what has to stand before a character that begins with `next`. */
static void put_blank(cc_flow *flow, char next)
{
    cc_str   blank = {" ", 1};
    uint32_t start = flow->blank.start_cp, end = flow->blank.end_cp, paragraph = flow->paragraph;
    if (flow->fold.text_len > 0 && start < end) {
        flow->paragraph = flow->blank.paragraph;
        if (flow->blank.single)
            put_bytes(flow, blank, start);
        else
            put_piece(flow, blank, start, end, 0);
        flow->paragraph = paragraph;
    } else if (flow->fold.text_len > 0 && needs_blank(flow, next)) {
        put_piece(flow, blank, flow->at_cp, flow->at_cp, 0);
    }
    flow->left_out = flow->apart = false;
    flow->blank.start_cp = flow->blank.end_cp = 0;
}

/* -- Characters ----------------------------------------------------------------------------- */

static size_t length_of_char(const char *p, const char *end)
{
    size_t len = 1;
    while (p + len < end && (p[len] & 0xC0) == 0x80)
        len++;
    return len;
}

/* Soft hyphens, joiners, directions, the byte order mark. */
static bool is_unseen(const char *p, size_t len)
{
    const unsigned char *b = (const unsigned char *)p;
    if (len < 2)
        return b[0] < ' ';
    if (len == 2)
        return b[0] == 0xC2 && b[1] == 0xAD;
    uint32_t code = (b[0] & 0x0Fu) << 12 | (b[1] & 0x3Fu) << 6 | (b[2] & 0x3Fu);
    return len == 3 && ((code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) ||
                        (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF);
}

/* Letters beyond ASCII make one piece, as far as they go; signs and ideographs one each. */
static bool is_wide_letter(const char *p)
{
    unsigned char lead = (unsigned char)*p;
    return lead >= 0xC3 && lead < 0xE2;
}

static size_t add_wide(cc_flow *flow, cc_str text, size_t at)
{
    const char *end  = text.ptr + text.len;
    size_t      from = at;
    uint32_t    len  = 0;
    do {
        at += length_of_char(text.ptr + at, end);
        len++;
    } while (at < text.len && is_wide_letter(text.ptr + from) && is_wide_letter(text.ptr + at));
    put_piece(flow, (cc_str){text.ptr + from, at - from}, flow->at_cp, flow->at_cp + len, 0);
    flow->at_cp += len;
    return at;
}

static size_t add_narrow(cc_flow *flow, cc_str text, size_t at)
{
    size_t from = at;
    while (at < text.len && (unsigned char)text.ptr[at] > ' ' && (unsigned char)text.ptr[at] < 0x80)
        at++;
    put_bytes(flow, (cc_str){text.ptr + from, at - from}, flow->at_cp);
    flow->at_cp += (uint32_t)(at - from);
    return at;
}

size_t cc_flow_add(cc_flow *flow, cc_str text)
{
    const char *end = text.ptr + text.len;
    size_t      at  = 0;
    while (at < text.len) {
        size_t len   = length_of_char(text.ptr + at, end);
        size_t blank = cc_blank_length(text.ptr + at, end);
        if (blank > 0 && flow->fold.text_len >= CC_FOLD_BLOCK_BYTES)
            return at;
        if (blank > 0) {
            note_blank(flow, 1, text.ptr[at] == ' ');
            at += blank;
        } else if (is_unseen(text.ptr + at, len)) {
            flow->at_cp++;
            at += len;
        } else {
            put_blank(flow, text.ptr[at]);
            at = len > 1 ? add_wide(flow, text, at) : add_narrow(flow, text, at);
            if (flow->fold.text_len >= 2 * CC_FOLD_BLOCK_BYTES)
                return at;
        }
    }
    return at;
}

void cc_flow_pass(cc_flow *flow, cc_str text)
{
    for (size_t i = 0; i < text.len; i++)
        flow->at_cp += (text.ptr[i] & 0xC0) != 0x80;
}

void cc_flow_sign(cc_flow *flow, const char *shown, uint32_t len_cp)
{
    if (shown[0] == ' ') {
        note_blank(flow, len_cp, false);
        return;
    }
    put_blank(flow, shown[0]);
    put_piece(flow, (cc_str){shown, strlen(shown)}, flow->at_cp, flow->at_cp + len_cp, 0);
    flow->at_cp += len_cp;
}

void cc_flow_leave_out(cc_flow *flow)
{
    flow->left_out = true;
}

void cc_flow_set_apart(cc_flow *flow)
{
    flow->apart = true;
}
