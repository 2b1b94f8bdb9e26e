/* http.c - the head of a response, chunks, and names of encodings. */
#include "source/http.h"

#include "source/fields.h"

/* -- The head ------------------------------------------------------------------------------- */

/* Up to and with the blank line. Where that is missing, a tag begins the body. */
static size_t head_len(cc_str message)
{
    cc_str rest = message;
    while (rest.len > 0) {
        if (rest.ptr[0] == '<')
            return message.len - rest.len;
        if (cc_fields_line(&rest).len == 0)
            break;
    }
    return message.len - rest.len;
}

static bool has_head(cc_str message)
{
    cc_str mark = CC_S("HTTP/");
    return message.len >= mark.len && cc_str_eq_nocase(cc_str_sub(message, 0, mark.len), mark);
}

/* 404 of "HTTP/1.1 404 Not Found"; 0: none. */
static unsigned read_status(cc_str head)
{
    enum { DIGITS = 3 };
    cc_str      line  = cc_fields_line(&head);
    const char *blank = memchr(line.ptr, ' ', line.len);
    unsigned    ret   = 0;
    if (blank == NULL)
        return 0;
    size_t at = (size_t)(blank - line.ptr);
    line      = cc_str_trim(cc_str_sub(line, at, line.len - at));
    if (line.len < DIGITS)
        return 0;
    for (size_t i = 0; i < DIGITS; i++) {
        if (!cc_is_digit(line.ptr[i]))
            return 0;
        ret = ret * 10 + (unsigned)(line.ptr[i] - '0');
    }
    return ret;
}

/* -- Chunks --------------------------------------------------------------------------------- */

typedef enum framing { NO_CHUNKS, CHUNKS_END_EARLY, CHUNKS } framing;

static int hex_of(char c)
{
    char lower = cc_lower(c);
    return cc_is_digit(c) ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* "1F4;name=value": the line before a chunk. false: it is none; nothing is taken. */
static bool read_size(cc_str *rest, uint64_t *ret)
{
    enum { MAX_DIGITS = 15 };
    cc_str   after = *rest, line = cc_str_trim(cc_fields_line(&after));
    uint64_t size = 0;
    size_t   i    = 0;
    while (i < line.len && hex_of(line.ptr[i]) >= 0 && i < MAX_DIGITS)
        size = size << 4 | (unsigned)hex_of(line.ptr[i++]);
    line = cc_str_trim(cc_str_sub(line, i, line.len - i));
    if (i == 0 || (line.len > 0 && line.ptr[0] != ';'))
        return false;
    *rest = after;
    *ret  = size;
    return true;
}

/* Takes the end of a line; the end of all is one too. */
static bool take_line_end(cc_str *rest)
{
    cc_str after = *rest;
    if (cc_fields_line(&after).len > 0)
        return false;
    *rest = after;
    return true;
}

/* Moves the chunks of `body` together. Trailers are passed over. */
static framing join_chunks(char *body, size_t *len)
{
    cc_str   rest   = {body, *len};
    size_t   joined = 0;
    uint64_t size;
    for (bool first = true; read_size(&rest, &size); first = false) {
        size_t have = size < rest.len ? (size_t)size : rest.len;
        cc_str data = cc_str_sub(rest, 0, have);
        bool   last = size == 0;
        rest        = cc_str_sub(rest, have, rest.len - have);
        bool ends   = last || take_line_end(&rest);
        if (first && !ends)
            return NO_CHUNKS;
        memmove(body + joined, data.ptr, have);
        joined += have;
        *len = joined;
        if (last)
            return CHUNKS;
        if (have < size || !ends)
            return CHUNKS_END_EARLY;
    }
    return joined == 0 ? NO_CHUNKS : CHUNKS_END_EARLY;
}

/* -- Encodings ------------------------------------------------------------------------------ */

static cc_format format_of(cc_str name)
{
    static const struct {
        const char *name;
        cc_format   format;
    } NAMES[] = {
        {"gzip", CC_FORMAT_GZIP},       {"x-gzip", CC_FORMAT_GZIP},
        {"deflate", CC_FORMAT_DEFLATE}, {"x-deflate", CC_FORMAT_DEFLATE},
        {"br", CC_FORMAT_BROTLI},       {"zstd", CC_FORMAT_ZSTD},
    };
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (cc_str_eq_nocase(name, cc_str_z(NAMES[i].name)))
            return NAMES[i].format;
    return CC_FORMAT_NONE;
}

/* Puts the encodings of a list, in which the outermost is last, before those of `http`. Names that
 * nothing here knows are passed over: servers write "utf-8" and "none", and bytes that are
 * compressed in another way are told by what they look like. */
static void put_encodings(cc_http *http, cc_str list)
{
    for (cc_str name; (name = cc_fields_item(&list)).len > 0;) {
        cc_format format = format_of(name);
        if (format == CC_FORMAT_NONE || http->coded_count == CC_MAX_FILTERS)
            continue;
        memmove(http->coded + 1, http->coded, http->coded_count * sizeof *http->coded);
        http->coded[0] = format;
        http->coded_count++;
    }
}

static bool has_item(cc_str list, cc_str wanted)
{
    for (cc_str item; (item = cc_fields_item(&list)).len > 0;)
        if (cc_str_eq_nocase(item, wanted))
            return true;
    return false;
}

/* -- The message ---------------------------------------------------------------------------- */

static void blame(cc_http *http, const char *detail)
{
    http->reason = "truncated";
    http->detail = detail;
}

/* `body` is the rest of the message, which may be changed. */
static void read_body(cc_http *http, cc_str head, char *body, size_t len)
{
    enum { PARTIAL_CONTENT = 206 };
    cc_str   transfer = cc_fields_find(head, "Transfer-Encoding");
    framing  found    = NO_CHUNKS;
    uint64_t stated;
    if (has_item(transfer, CC_S("chunked")))
        found = join_chunks(body, &len);
    put_encodings(http, cc_fields_find(head, "Content-Encoding"));
    put_encodings(http, transfer);
    http->body = (cc_str){body, len};
    if (http->status == PARTIAL_CONTENT)
        blame(http, "HTTP 206: a part of it");
    else if (found == CHUNKS_END_EARLY)
        blame(http, "its last chunks are missing");
    else if (found == NO_CHUNKS && cc_fields_number(head, "Content-Length", &stated) &&
             stated > len && len > 0)
        blame(http, "it is shorter than the server said");
}

void cc_http_parse(char *message, size_t len, cc_http *ret)
{
    cc_str head = {0}, rest = {message, len};
    *ret = (cc_http){.type = CC_S("")};
    /* "100 Continue" stands before the response itself. */
    for (ret->status = 100; has_head(rest) && ret->status / 100 == 1;) {
        head        = cc_str_sub(rest, 0, head_len(rest));
        ret->status = read_status(head);
        rest        = cc_str_sub(rest, head.len, rest.len - head.len);
    }
    if (head.len == 0)
        ret->status = 0;
    ret->type = cc_fields_find(head, "Content-Type");
    read_body(ret, head, message + (len - rest.len), rest.len);
}
