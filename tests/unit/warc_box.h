/* warc_box.h - web archives being made: for test_warc.c and test_warc_record.c. */
#ifndef CC_TESTS_WARC_BOX_H
#define CC_TESTS_WARC_BOX_H

#include "source_box.h"

#include <zlib.h>

/* {len} stands for the number of bytes from the blank line to {end}. */
#define HEAD(type, uri)                                                                            \
    "WARC/1.0\r\nWARC-Type: " type "\r\nWARC-Target-URI: " uri                                     \
    "\r\nWARC-Date: 2017-03-06T04:02:06Z\r\n"
#define RECORD(type, uri, more, content)                                                           \
    HEAD(type, uri) more "Content-Length: {len}\r\n\r\n" content "{end}\r\n\r\n"
#define OK "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
#define PAGE(uri, text) RECORD("response", uri, "", OK text)
#define INFO RECORD("warcinfo", "", "", "software: none")

typedef struct made {
    char   bytes[1 << 19];
    size_t len;
} made;

static void put(made *m, const void *bytes, size_t len)
{
    assert_true(len <= sizeof m->bytes - m->len);
    memcpy(m->bytes + m->len, bytes, len);
    m->len += len;
}

static void fill_in(made *m, const char *form)
{
    for (const char *len_at; (len_at = strstr(form, "{len}")) != NULL;) {
        const char *content = strstr(len_at, "\n\r\n") + 3, *end = strstr(content, "{end}");
        char        number[24];
        put(m, form, (size_t)(len_at - form));
        put(m, number, (size_t)snprintf(number, sizeof number, "%zu", (size_t)(end - content)));
        put(m, len_at + 5, (size_t)(end - len_at) - 5);
        form = end + 5;
    }
    put(m, form, strlen(form));
}

/* window_bits: 31 a gzip member, 15 with zlib's header, -15 with none. level: 0 stores. */
static void put_deflated(made *m, const void *bytes, size_t len, int window_bits, int level)
{
    z_stream z = {0};
    assert_int_equal(deflateInit2(&z, level, Z_DEFLATED, window_bits, 9, Z_DEFAULT_STRATEGY), Z_OK);
    z.next_in   = (z_const Bytef *)(uintptr_t)bytes;
    z.avail_in  = (uInt)len;
    z.next_out  = (Bytef *)m->bytes + m->len;
    z.avail_out = (uInt)(sizeof m->bytes - m->len);
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    m->len = sizeof m->bytes - z.avail_out;
    deflateEnd(&z);
}

/* Each record a gzip member. ends[i] is where the i-th ends, in what is given back. */
static size_t pack_records(const made *m, made *ret, size_t *ends)
{
    cc_str left  = {m->bytes, m->len};
    size_t count = 0;
    ret->len     = 0;
    while (left.len > 0) {
        const char *next = memmem(left.ptr + 1, left.len - 1, "WARC/1", 6);
        size_t      len  = next == NULL ? left.len : (size_t)(next - left.ptr);
        put_deflated(ret, left.ptr, len, 31, 9);
        ends[count++] = ret->len;
        left          = cc_str_sub(left, len, left.len - len);
    }
    return count;
}

#endif
