/* fold.h - a range of the source becomes a block's text: words verbatim, each run of white space
 * one blank, with a piece for every stretch. */
#ifndef CC_SHARED_FOLD_H
#define CC_SHARED_FOLD_H

#include <claimcheck.h>

#include <string.h>

enum {
    CC_FOLD_BLOCK_BYTES = 1 << 20, /* pieces take 30 times a hostile text */
    CC_FOLD_CUT_BYTES   = 1 << 16, /* where a longer block looks for a sentence's end */
};

/* Zeroed but for the first two it is ready. */
typedef struct cc_fold {
    const cc_host *host;
    cc_str         in; /* the source */
    char          *text;
    size_t         text_len, text_cap;
    cc_piece      *pieces;
    size_t         piece_count, piece_cap;
} cc_fold;

/* The length of the white space character at `p`, which is before `end`; 0: none. No-break and
 * thin spaces are such. */
static inline size_t cc_blank_length(const char *p, const char *end)
{
    const unsigned char *b = (const unsigned char *)p;
    if (b[0] < 0x80)
        return b[0] == ' ' || (b[0] >= '\t' && b[0] <= '\r');
    if (b[0] == 0xC2 && end - p >= 2)
        return b[1] == 0x85 || b[1] == 0xA0 ? 2 : 0;
    if (b[0] < 0xE1 || b[0] > 0xE3 || end - p < 3)
        return 0;
    uint32_t code  = (b[0] & 0x0Fu) << 12 | (b[1] & 0x3Fu) << 6 | (b[2] & 0x3Fu);
    bool     blank = code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
                 code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
    return blank ? 3 : 0;
}

/* Where the white space at `at` ends; `at` itself if there is none. */
static inline size_t cc_skip_blanks(cc_str in, size_t at, size_t end)
{
    size_t len;
    while (at < end && (len = cc_blank_length(in.ptr + at, in.ptr + end)) > 0)
        at += len;
    return at;
}

static inline uint64_t cc_fold_word(const char *p)
{
    uint64_t word;
    memcpy(&word, p, sizeof word);
    return word;
}

/* Whether one of eight bytes is below a blank. */
static inline bool cc_fold_odd(uint64_t word)
{
    return ((word - UINT64_C(0x2020202020202020)) & ~word & UINT64_C(0x8080808080808080)) != 0;
}

static inline void *cc_fold_grow(const cc_fold *f, const void *old, size_t len, size_t bytes)
{
    void *ret = f->host->alloc(f->host, bytes, sizeof(uint64_t));
    if (len > 0)
        memcpy(ret, old, len);
    return ret;
}

static inline void cc_fold_put(cc_fold *f, cc_str text, size_t start, size_t end, uint32_t flags)
{
    if (text.len > f->text_cap - f->text_len) {
        f->text_cap = (f->text_cap + text.len) * 2;
        f->text     = (char *)cc_fold_grow(f, f->text, f->text_len, f->text_cap);
    }
    if (f->piece_count == f->piece_cap) {
        f->piece_cap = f->piece_cap * 2 + 64;
        f->pieces    = (cc_piece *)cc_fold_grow(f, f->pieces, f->piece_count * sizeof *f->pieces,
                                                f->piece_cap * sizeof *f->pieces);
    }
    cc_piece *piece             = &f->pieces[f->piece_count++];
    piece->text_off             = (uint32_t)f->text_len;
    piece->text_len             = (uint32_t)text.len;
    piece->flags                = flags;
    piece->place.kind           = CC_PLACE_BYTES;
    piece->place.at.bytes.start = start;
    piece->place.at.bytes.end   = end;
    memcpy(f->text + f->text_len, text.ptr, text.len);
    f->text_len += text.len;
}

/* Whether the next eight bytes stay as they are: ASCII, single blanks, no other white space. Nine
 * can be read: the last one tells whether a blank in the eighth is single. */
static inline bool cc_fold_plain(const char *p)
{
    uint64_t word = cc_fold_word(p), next = cc_fold_word(p + 1);
    uint64_t two  = (word ^ UINT64_C(0x2020202020202020)) | (next ^ UINT64_C(0x2020202020202020));
    uint64_t pair = (two - UINT64_C(0x0101010101010101)) & ~two;
    return ((word | next | pair) & UINT64_C(0x8080808080808080)) == 0 && !cc_fold_odd(word) &&
           !cc_fold_odd(next);
}

/* How far from `at` on, at most to `stop`, the source is the text. The range ends at `end`. */
static inline size_t cc_fold_stretch(const cc_fold *f, size_t at, size_t stop, size_t end)
{
    const char *p = f->in.ptr;
    while (at < stop) {
        if (stop - at >= 9 && cc_fold_plain(p + at)) {
            at += 8;
            continue;
        }
        bool blank = (p[at] & 0xC0) != 0x80 && cc_blank_length(p + at, p + end) > 0;
        if (blank && (p[at] != ' ' || (at + 1 < end && cc_blank_length(p + at + 1, p + end) > 0)))
            return at;
        at++;
    }
    return at;
}

/* Where a block that has grown too long is cut: after a sentence, else at a blank, else here. */
static inline size_t cc_fold_find_cut(const cc_fold *f)
{
    size_t blank = f->text_len;
    for (size_t i = f->text_len - 1; i > f->text_len - CC_FOLD_CUT_BYTES; i--) {
        if (f->text[i] != ' ')
            continue;
        if (strchr(".?!", f->text[i - 1]) != NULL && f->text[i - 1] != '\0')
            return i;
        if (blank == f->text_len)
            blank = i;
    }
    return blank;
}

/* Shortens the text to `len` bytes; returns where in the source that is. */
static inline size_t cc_fold_shorten(cc_fold *f, size_t len)
{
    while (f->pieces[f->piece_count - 1].text_off >= len)
        f->piece_count--;
    cc_piece *last = &f->pieces[f->piece_count - 1];
    uint32_t  over = last->text_off + last->text_len - (uint32_t)len;
    last->text_len -= over;
    last->place.at.bytes.end -= over;
    f->text_len = len;
    return (size_t)last->place.at.bytes.end;
}

static inline void cc_fold_clear(cc_fold *f)
{
    f->text_len = f->piece_count = 0;
}

/* Appends a range that neither begins nor ends with white space; a long one only in part. Returns
 * where the rest begins; `end`: all is read. */
static inline size_t cc_fold_add(cc_fold *f, size_t at, size_t end)
{
    while (at < end && f->text_len < CC_FOLD_BLOCK_BYTES) {
        size_t most = at + CC_FOLD_BLOCK_BYTES - f->text_len, stop = end < most ? end : most;
        while (stop < end && (f->in.ptr[stop] & 0xC0) == 0x80)
            stop++;
        stop       = cc_fold_stretch(f, at, stop, end);
        cc_str raw = {f->in.ptr + at, stop - at}, blank = {" ", 1};
        if (raw.len > 0)
            cc_fold_put(f, raw, at, stop, CC_VERBATIM);
        at = cc_skip_blanks(f->in, stop, end);
        if (at > stop && f->text_len < CC_FOLD_BLOCK_BYTES)
            cc_fold_put(f, blank, stop, at, 0);
    }
    return at;
}

/* Shortens a text that is full to where a reader would pause; returns where in the source that
 * is. */
static inline size_t cc_fold_cut(cc_fold *f)
{
    return cc_fold_shorten(f, cc_fold_find_cut(f));
}

/* The range is all of the block; else as cc_fold_add. */
static inline size_t cc_fold_read(cc_fold *f, size_t at, size_t end)
{
    cc_fold_clear(f);
    at = cc_fold_add(f, at, end);
    return at < end ? cc_skip_blanks(f->in, cc_fold_cut(f), end) : at;
}

#endif
