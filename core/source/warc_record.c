/* warc_record.c - reading ahead, the marks at which records begin, heads and contents. */
#include "source/warc_record.h"

#include "source/fields.h"

enum {
    LOOK_AHEAD = 64,             /* a mark and the beginning of the line behind it are shorter */
    MAX_HEAD   = CC_BLOCK_BYTES, /* far above what servers and crawlers write */
};

static const char MARK[] = "WARC/";

static void blame(cc_warc *w, const char *reason)
{
    w->broken++;
    if (w->reason == NULL)
        w->reason = reason;
}

/* -- The window ----------------------------------------------------------------------------- */

/* Reads until the window is `len` long, or the end. */
static void fill(cc_warc *w, size_t len)
{
    while (w->window.len < len && !w->at_end) {
        cc_str block = cc_stream_next(w->stream);
        w->at_end    = block.len == 0;
        if (!cc_buffer_put(&w->window, block.ptr, block.len)) {
            cc_stream_stop(w->stream, "too-large", "not enough memory for it");
            w->at_end = true;
        }
    }
}

/* Drops all before `at`, once that is half of the window: each byte is then moved about once. */
static void drop_passed(cc_warc *w)
{
    size_t left = w->window.len - w->at;
    if (w->at < left)
        return;
    if (left > 0)
        memmove(w->window.ptr, w->window.ptr + w->at, left);
    w->window.len = left;
    w->at         = 0;
}

static cc_str ahead(const cc_warc *w, size_t at)
{
    return (cc_str){w->window.ptr + at, w->window.len - at};
}

/* -- Marks ---------------------------------------------------------------------------------- */

/* The length of a line "WARC/1.0" at the start of `s`; 0: there is none. */
static size_t mark_len(cc_str s)
{
    size_t at = sizeof MARK - 1;
    if (!cc_str_starts(s, cc_str_z(MARK)) || s.len < at + 3 || (s.ptr[at] & ~1) != '0' ||
        s.ptr[at + 1] != '.')
        return 0;
    at += 2;
    while (at < s.len && at < LOOK_AHEAD / 2 && cc_is_digit(s.ptr[at]))
        at++;
    while (at < s.len && at < LOOK_AHEAD / 2 && (s.ptr[at] == ' ' || s.ptr[at] == '\r'))
        at++;
    return at < s.len && s.ptr[at] == '\n' ? at + 1 : 0;
}

/* Whether a record is sure to begin there: a field of one follows the mark. It need not stand at
 * the begin of a line: the record before may have broken off. */
static bool is_mark(cc_str s)
{
    static const char *const fields[] = {"WARC-", "Content-"};
    size_t                   len      = mark_len(s);
    for (size_t i = 0; len > 0 && i < 2; i++) {
        cc_str field = cc_str_z(fields[i]);
        if (s.len >= len + field.len && cc_str_eq_nocase(cc_str_sub(s, len, field.len), field))
            return true;
    }
    return false;
}

/* Where in `s` the first mark begins, if before `limit`; else `limit`. */
static size_t find_mark(cc_str s, size_t limit)
{
    size_t within = s.len - limit < sizeof MARK ? s.len : limit + sizeof MARK;
    for (size_t at = 0; at < limit; at++) {
        const char *hit = memmem(s.ptr + at, within - at, MARK, sizeof MARK - 1);
        at              = hit == NULL ? limit : (size_t)(hit - s.ptr);
        if (at < limit && is_mark(cc_str_sub(s, at, s.len - at)))
            return at;
    }
    return limit;
}

/* The same in the window from `from` on, which is filled up to `limit` for it; the window's
 * length: there is none. */
static size_t seek_mark(cc_warc *w, size_t from, size_t limit)
{
    while (true) {
        from += find_mark(ahead(w, from), w->window.len - from);
        if (from < w->window.len || w->at_end || w->window.len >= limit)
            return from;
        /* One at the end of the window may not have been all there. */
        size_t again = w->window.len < LOOK_AHEAD ? w->window.len : LOOK_AHEAD;
        from -= again < from ? again : from;
        fill(w, w->window.len + CC_BLOCK_BYTES);
    }
}

/* Goes on to the next mark at or behind `at`, or to the end. */
static void pass_to_mark(cc_warc *w)
{
    enum { STRETCH = 4 * CC_BLOCK_BYTES };
    while (true) {
        fill(w, w->at + STRETCH);
        size_t mark = seek_mark(w, w->at, w->at + STRETCH);
        if (mark < w->window.len || w->at_end) {
            w->at = mark;
            return;
        }
        w->at = w->window.len - LOOK_AHEAD;
        drop_passed(w);
    }
}

/* -- Records -------------------------------------------------------------------------------- */

static bool is_line_end(char c)
{
    return c == '\r' || c == '\n';
}

static void pass_line_ends(cc_warc *w)
{
    while (true) {
        drop_passed(w);
        fill(w, w->at + LOOK_AHEAD);
        if (w->at == w->window.len || !is_line_end(w->window.ptr[w->at]))
            return;
        w->at++;
    }
}

/* Goes to where the next record begins. false: there is none. */
static bool find_record(cc_warc *w)
{
    bool lost = w->adrift;
    if (!lost) {
        pass_line_ends(w);
        lost = w->at < w->window.len && mark_len(ahead(w, w->at)) == 0;
    }
    if (lost)
        pass_to_mark(w);
    bool found = w->at < w->window.len;
    if (lost && !w->adrift)
        blame(w, found ? "crc-mismatch" : "trailing-garbage");
    w->adrift = false;
    return found;
}

/* Takes the head of the record at `at`, up to and with its blank line; its content begins there
 * then. false: it has no end before the next record begins, or is too long. */
static bool take_head(cc_warc *w, cc_warc_record *ret)
{
    fill(w, w->at + MAX_HEAD);
    cc_str head = ahead(w, w->at), rest = head;
    if (rest.len > MAX_HEAD)
        rest.len = MAX_HEAD;
    cc_fields_line(&rest);
    while (rest.len > 0) {
        size_t before = (size_t)(rest.ptr - head.ptr);
        cc_str line   = cc_fields_line(&rest);
        size_t len    = (size_t)(rest.ptr - head.ptr);
        if (line.len == 0) {
            ret->head = cc_str_sub(head, 0, len);
            w->at += len;
            return true;
        }
        if (find_mark(cc_str_sub(head, before, head.len - before), line.len) < line.len)
            break;
    }
    return false;
}

static void pass_bad_head(cc_warc *w)
{
    w->at++;
    pass_to_mark(w);
    blame(w, w->at == w->window.len ? "truncated" : "crc-mismatch");
}

/* Whether a content that is `len` long ends there: line ends follow, two by the standard, and then
 * the next record or nothing. Where noise follows, two line ends must do, if no record begins
 * before them. */
static bool is_whole(const cc_warc *w, size_t len)
{
    if (len > w->window.len - w->at)
        return false;
    cc_str rest  = ahead(w, w->at + len);
    bool   ended = cc_str_starts(rest, CC_S("\r\n\r\n")) || cc_str_starts(rest, CC_S("\n\n"));
    if (rest.len > LOOK_AHEAD)
        rest.len = LOOK_AHEAD;
    while (rest.len > 0 && is_line_end(rest.ptr[0]))
        rest = cc_str_sub(rest, 1, rest.len - 1);
    if (rest.len == 0 ? w->at_end : mark_len(rest) > 0)
        return true;
    return ended && find_mark(ahead(w, w->at), len) == len;
}

/* Of a content that goes on to `end`, its beginning. */
static void take_part(cc_warc *w, cc_warc_record *ret, size_t end)
{
    size_t have = end - w->at;
    ret->len    = have < w->max_bytes ? have : (size_t)w->max_bytes;
    ret->reason = "too-large";
    ret->detail = "it is over the limit of a member";
    w->at       = end;
}

/* The content of a record whose length is wrong goes up to the next one. */
static void take_broken(cc_warc *w, cc_warc_record *ret, size_t end, bool early)
{
    enum { LINE_ENDS = 4 };
    take_part(w, ret, end);
    for (int i = 0; i < LINE_ENDS && ret->len > 0 && is_line_end(ret->content[ret->len - 1]); i++)
        ret->len--;
    ret->reason = early ? "truncated" : "crc-mismatch";
    ret->detail = early ? "its record breaks off" : "the length of its record is wrong";
    blame(w, ret->reason);
}

static void take_content(cc_warc *w, cc_warc_record *ret)
{
    uint64_t stated = 0;
    bool     known  = cc_fields_number(ret->head, "Content-Length", &stated);
    ret->reason     = NULL;
    ret->detail     = "";
    if (known && stated <= w->max_bytes) {
        ret->len = (size_t)stated;
        fill(w, w->at + ret->len + LOOK_AHEAD);
        ret->content = w->window.ptr + w->at;
        if (is_whole(w, ret->len)) {
            w->at += ret->len;
            return;
        }
    }
    size_t end   = seek_mark(w, w->at, w->at + (size_t)w->max_bytes);
    ret->content = w->window.ptr + w->at;
    if (known && stated > w->max_bytes && is_whole(w, (size_t)stated)) {
        take_part(w, ret, w->at + (size_t)stated);
    } else if (end < w->window.len || w->at_end) {
        take_broken(w, ret, end, known && stated > end - w->at);
    } else {
        /* The next record is looked for behind what was read of this one. */
        take_part(w, ret, w->window.len);
        w->adrift = true;
    }
}

/* What a record is must be told, but may be anything. */
static void check_head(cc_warc *w, cc_warc_record *ret)
{
    if (ret->reason != NULL || cc_fields_find(ret->head, "WARC-Type").len > 0)
        return;
    ret->reason = "crc-mismatch";
    ret->detail = "its type is missing";
    blame(w, ret->reason);
}

bool cc_warc_next(cc_warc *w, cc_warc_record *ret)
{
    while (true) {
        drop_passed(w);
        if (!find_record(w)) {
            cc_buffer_release(&w->window);
            return false;
        }
        if (take_head(w, ret))
            break;
        pass_bad_head(w);
    }
    take_content(w, ret);
    ret->head.ptr = ret->content - ret->head.len;
    check_head(w, ret);
    return true;
}
