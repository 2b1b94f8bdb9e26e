/* csv_rows.c - one look at each byte, but for the one quote that is not closed. */
#include "csv_rows.h"

static bool is_end(const cc_csv *c, size_t at)
{
    return at == c->in.len || c->in.ptr[at] == '\n' || c->in.ptr[at] == '\r';
}

static bool is_blank(const cc_csv *c, size_t at)
{
    return at < c->in.len && c->in.ptr[at] != c->delimiter &&
           (c->in.ptr[at] == ' ' || c->in.ptr[at] == '\t');
}

/* The quote that closes the one before `at`; end of `in`: there is none. */
static size_t find_close(const cc_csv *c, size_t at)
{
    const char *quote;
    while (at < c->in.len && (quote = memchr(c->in.ptr + at, '"', c->in.len - at)) != NULL) {
        at = (size_t)(quote - c->in.ptr);
        if (at + 1 == c->in.len || quote[1] != '"')
            return at;
        at += 2;
    }
    return c->in.len;
}

static cc_range trim(cc_str in, cc_range r)
{
    size_t len;
    r.start = cc_skip_blanks(in, r.start, r.end);
    while (r.end > r.start) {
        len = 1;
        while (len < 3 && r.end - len > r.start && (in.ptr[r.end - len] & 0xC0) == 0x80)
            len++;
        if (cc_blank_length(in.ptr + r.end - len, in.ptr + r.end) != len)
            break;
        r.end -= len;
    }
    return r;
}

static size_t find_end(const cc_csv *c, size_t at)
{
    while (!is_end(c, at) && c->in.ptr[at] != c->delimiter)
        at++;
    return at;
}

/* What stands behind the closing quote is part of the cell: "5" of two". Over lines that is no cell,
 * and the quotes up to there are letters. */
static bool take_more(cc_csv *c, size_t open, size_t close, cc_csv_cell *ret)
{
    if (memchr(c->in.ptr + open, '\n', close - open) != NULL) {
        c->literal_to = close;
        return false;
    }
    c->at     = find_end(c, close);
    ret->text = trim(c->in, (cc_range){open, c->at});
    return true;
}

/* A cell in quotes. false: they are letters. */
static bool take_quoted(cc_csv *c, size_t open, cc_csv_cell *ret)
{
    if (open == c->in.len || c->in.ptr[open] != '"' || open < c->literal_to)
        return false;
    size_t close = find_close(c, open + 1), at = close + 1;
    if (close == c->in.len) {
        c->broken     = true;
        c->broken_at  = open;
        c->literal_to = c->in.len;
        return false;
    }
    while (is_blank(c, at))
        at++;
    if (!is_end(c, at) && c->in.ptr[at] != c->delimiter)
        return take_more(c, open, close, ret);
    ret->text = trim(c->in, (cc_range){open + 1, close});
    c->at     = at;
    return true;
}

cc_csv_cell cc_csv_next(cc_csv *c)
{
    cc_csv_cell ret  = {.last = false};
    size_t      open = c->at;
    while (is_blank(c, open))
        open++;
    if (!take_quoted(c, open, &ret)) {
        size_t end = find_end(c, c->at);
        ret.text   = trim(c->in, (cc_range){c->at, end});
        c->at      = end;
    }
    ret.last = is_end(c, c->at);
    c->at    = ret.last ? cc_line_next(c->in, c->at) : c->at + 1;
    return ret;
}

cc_csv_cell cc_csv_next_line(cc_csv *c)
{
    size_t      end = cc_line_end(c->in, c->at);
    cc_csv_cell ret = {trim(c->in, (cc_range){c->at, end}), true};
    c->at           = cc_line_next(c->in, end);
    return ret;
}
