/* md_words.c - words stand verbatim, and what lies between two of them is at most one blank. */
#include "md_words.h"

void cc_md_gap(cc_md *r, cc_md_gap_kind kind, size_t start, size_t end)
{
    if (r->fold.text_len == 0)
        return;
    if (r->gap == CC_MD_NO_GAP || (r->gap == CC_MD_MARK && kind == CC_MD_BLANK)) {
        r->gap_start = r->gap == CC_MD_NO_GAP ? start : r->gap_start;
        r->gap       = kind;
        r->gap_end   = end;
    } else if (r->gap_end > 0) {
        r->gap_end = end;
    }
}

bool cc_md_is_word(char c)
{
    return (c >= '0' && c <= '9') || (cc_small(c) >= 'a' && cc_small(c) <= 'z') || (c & 0x80) != 0;
}

static bool has_letter(cc_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((text.ptr[i] & 0x80) == 0 && cc_md_is_word(text.ptr[i]))
            return true;
    return false;
}

/* A huge block is cut here, at best where a sentence ends. */
static bool is_cut(const cc_md *r)
{
    size_t len = r->fold.text_len;
    return len > CC_FOLD_BLOCK_BYTES ||
           (len > CC_FOLD_BLOCK_BYTES - CC_FOLD_CUT_BYTES && strchr(".?!", r->fold.text[len - 1]));
}

void cc_md_put_word(cc_md *r, cc_str text, size_t start, size_t end, uint32_t flags)
{
    cc_str blank = {" ", 1};
    if (r->gap == CC_MD_BLANK && is_cut(r))
        cc_md_flush(r);
    if (r->gap == CC_MD_BLANK || (r->gap == CC_MD_MARK && cc_md_is_word(text.ptr[0])))
        cc_fold_put(&r->fold, blank, r->gap_start, r->gap_end > 0 ? r->gap_end : start, 0);
    r->gap = CC_MD_NO_GAP;
    if (r->fold.text_len == 0) {
        r->now.noted    = r->row.len == 0;
        r->now.unlinked = false;
    }
    r->now.unlinked  = r->now.unlinked || (!r->now.in_link && has_letter(text));
    r->now.bold_only = r->now.strong > 0 ? r->now.bold_only || r->fold.text_len == 0
                                         : r->now.bold_only && text.len == 1 && text.ptr[0] == ':';
    cc_fold_put(&r->fold, text, start, end, flags);
}

/* Words of the source and the blanks between them. */
static void put_words(cc_md *r, size_t at, size_t end)
{
    while (at < end) {
        size_t near = CC_FOLD_BLOCK_BYTES - CC_FOLD_CUT_BYTES;
        size_t most = r->fold.text_len < near ? near - r->fold.text_len : 0;
        size_t stop = cc_fold_stretch(&r->fold, at, end - at < most ? end : at + most, end);
        while (stop < end && cc_blank_length(r->src.copy.ptr + stop, r->src.copy.ptr + end) == 0)
            stop++;
        size_t next = cc_skip_blanks(r->src.copy, stop, end), last = stop;
        if (last > at && r->src.copy.ptr[last - 1] == ' ')
            last--;
        size_t first = cc_skip_blanks(r->src.copy, at, last);
        if (first > at)
            cc_md_gap(r, CC_MD_BLANK, at, first);
        if (last > first)
            cc_md_put_word(r, (cc_str){r->src.copy.ptr + first, last - first}, first, last,
                           CC_VERBATIM);
        if (next > last)
            cc_md_gap(r, CC_MD_BLANK, last, next);
        at = next;
    }
}

static bool is_gone(const cc_md *r, size_t at)
{
    return r->src.copy.ptr[at] != r->src.in.ptr[at] && r->src.copy.ptr[at] != ' ';
}

/* Returns where what is gone ends. */
static size_t skip_gone(cc_md *r, size_t at, size_t end)
{
    size_t start = at;
    bool   mark  = false;
    for (; at < end && is_gone(r, at); at++)
        mark = mark || r->src.copy.ptr[at] == CC_MD_GONE;
    if (mark)
        cc_md_gap(r, CC_MD_MARK, start, at);
    return at;
}

/* "--" and "---" between words, with blanks on both sides or none; 0: none. */
static size_t dash_length(const cc_md *r, size_t at, size_t end)
{
    cc_str in = r->src.in;
    size_t i  = at;
    while (i < end && in.ptr[i] == '-')
        i++;
    if (i - at < 2 || i - at > 3 || at == 0 || i == in.len || r->now.in_code)
        return 0;
    bool before = cc_blank_length(in.ptr + at - 1, in.ptr + at) > 0;
    bool after  = cc_blank_length(in.ptr + i, in.ptr + in.len) > 0;
    bool within = (cc_md_is_word(in.ptr[at - 1]) || strchr(")].,%", in.ptr[at - 1]) != NULL) &&
                  (cc_md_is_word(in.ptr[i]) || strchr("($\"'*_", in.ptr[i]) != NULL);
    return (before && after) || within ? i - at : 0;
}

static size_t put_dash(cc_md *r, size_t at, size_t len)
{
    cc_str dash = {len == 2 ? "\u2013" : "\u2014", 3};
    cc_md_put_word(r, dash, at, at + len, 0);
    return at + len;
}

void cc_md_put_clean(cc_md *r, size_t at, size_t end)
{
    const char *in   = r->src.in.ptr;
    size_t      from = at, len;
    while (at < end) {
        bool gone = is_gone(r, at);
        len       = !gone && in[at] == '-' ? dash_length(r, at, end) : 0;
        if (!gone && len == 0) {
            at++;
            while (at < end && in[at] == '-' && in[at - 1] == '-' && !is_gone(r, at))
                at++;
            continue;
        }
        put_words(r, from, at);
        from = at = gone ? skip_gone(r, at, end) : put_dash(r, at, len);
    }
    put_words(r, from, end);
}

void cc_md_put_noted(cc_md *r, size_t at, size_t end)
{
    size_t note = end, from = r->fold.text_len > 0 && at > 0 ? at - 1 : at;
    if (!r->now.noted)
        note = cc_find_note(r->src.copy, (cc_range){from, end});
    cc_md_put_clean(r, at, note);
    if (note == end)
        return;
    cc_md_flush(r);
    cc_md_put_clean(r, note, end);
    r->now.noted = true;
}
