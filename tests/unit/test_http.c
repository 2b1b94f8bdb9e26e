/* test_http.c - responses as servers and crawlers write them: head, chunks, encodings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "source/fields.h"
#include "source/http.h"

#include <stdio.h>

#define OK "HTTP/1.1 200 OK\r\n"
#define CHUNKED OK "Transfer-Encoding: chunked\r\n\r\n"

static const struct {
    const char *message;
    const char *wanted; /* "status charset encodings reason|body", "-" for nothing */
} cases[] = {
    {OK "Content-Type: text/html\r\n\r\n<p>five", "200 - - -|<p>five"},
    {OK "\r\n", "200 - - -|"},
    {"", "0 - - -|"},
    /* Heads. */
    {"HTTP/1.1 404 Not Found\r\n\r\nno", "404 - - -|no"},
    {"HTTP/1.0 200\n\nfive", "200 - - -|five"},
    {"HTTP/2 200 \r\n\r\nfive", "200 - - -|five"},
    {"http/1.1  200 ok\r\n\r\nfive", "200 - - -|five"},
    {"HTTP/1.1 OK\r\n\r\nfive", "0 - - -|five"},
    {"HTTP/1.1 20", "0 - - -|"},
    {"<p>no head at all", "0 - - -|<p>no head at all"},
    {"five: no head\r\n\r\nat all", "0 - - -|five: no head\r\n\r\nat all"},
    {OK "no field\r\n: none\r\n\xFF\r\n\r\nfive", "200 - - -|five"},
    {OK "A: b\r\n<html>no blank line\r\n\r\nmore", "200 - - -|<html>no blank line\r\n\r\nmore"},
    {"HTTP/1.1 100 Continue\r\n\r\n" OK "\r\nfive", "200 - - -|five"},
    {"HTTP/1.1 101 Switching\r\n\r\nnoise", "101 - - -|noise"},
    /* Charsets. */
    {OK "Content-Type: text/html; charset=utf-8\r\n\r\nx", "200 utf-8 - -|x"},
    {OK "CONTENT-TYPE:text/html;x=y;Charset = \"Latin1\" ;z\r\n\r\nx", "200 Latin1 - -|x"},
    {OK "content-type : text/html;\r\n\tcharset='utf-8'\r\n\r\nx", "200 utf-8 - -|x"},
    {OK "X-Content-Type: a; charset=b\r\nContent-Types: a; charset=b\r\n\r\nx", "200 - - -|x"},
    {OK "Content-Type: text/html; charset\r\n\r\nx", "200 - - -|x"},
    /* Encodings, the outermost first. */
    {OK "Content-Encoding: gzip\r\n\r\nx", "200 - gzip -|x"},
    {OK "Content-Encoding: deflate, X-GZIP\r\n\r\nx", "200 - gzip,deflate -|x"},
    {OK "Content-Encoding: br\r\nTransfer-Encoding: zstd;q=1\r\n\r\nx", "200 - zstd,br -|x"},
    {OK "Content-Encoding: identity, , utf-8\r\n\r\nx", "200 - - -|x"},
    {OK "Content-Encoding: br,br,br,br,br,br,br,br,br\r\n\r\nx",
     "200 - br,br,br,br,br,br,br,br -|x"},
    /* Chunks. */
    {CHUNKED "4\r\nfive\r\n8\r\n percent\r\n0\r\n\r\n", "200 - - -|five percent"},
    {CHUNKED "4\nfive\n8\n percent\n0\n\n", "200 - - -|five percent"},
    {CHUNKED "00C  \r\nfive percent\r\n0\r\n\r\n", "200 - - -|five percent"},
    {CHUNKED "c;name=\"v\";x\r\nfive percent\r\n0;x\r\nTrailer: y\r\n\r\n",
     "200 - - -|five percent"},
    {CHUNKED "4\r\nfive\r\n0\r\n\r\nand more", "200 - - -|five"},
    {CHUNKED "0\r\n\r\n", "200 - - -|"},
    {OK "Transfer-Encoding: gzip, Chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n", "200 - gzip -|x"},
    /* Chunks that break off. */
    {CHUNKED "4\r\nfive\r\n", "200 - - truncated|five"},
    {CHUNKED "4\r\nfive", "200 - - truncated|five"},
    {CHUNKED "4\r\nfive\r\n8\r\n perc", "200 - - truncated|five perc"},
    {CHUNKED "4\r\nfive\r\nzz\r\nmore", "200 - - truncated|five"},
    {CHUNKED "4\r\nfive\r\n2\r\nxyz\r\n0\r\n", "200 - - truncated|fivexy"},
    {CHUNKED "fffffffffffffff\r\nfive", "200 - - truncated|five"},
    /* What is called chunked and is not. */
    {CHUNKED "<p>five percent", "200 - - -|<p>five percent"},
    {CHUNKED "", "200 - - -|"},
    {CHUNKED "2\r\nfive percent", "200 - - -|2\r\nfive percent"},
    {CHUNKED "ffffffffffffffff\r\nfive", "200 - - -|ffffffffffffffff\r\nfive"},
    {CHUNKED "5 percent\r\nmore", "200 - - -|5 percent\r\nmore"},
    /* Lengths. */
    {OK "Content-Length: 4\r\n\r\nfive", "200 - - -|five"},
    {OK "Content-Length: 3\r\n\r\nfive", "200 - - -|five"},
    {OK "Content-Length: 5\r\n\r\nfive", "200 - - truncated|five"},
    {OK "Content-Length: 5\r\n\r\n", "200 - - -|"},
    {OK "Content-Length: 5x\r\n\r\nfive", "200 - - -|five"},
    {OK "Content-Length: 99999999999999999999\r\n\r\nfive", "200 - - -|five"},
    {"HTTP/1.1 206 Partial Content\r\n\r\nfive", "206 - - truncated|five"},
};

static const char *name_of(cc_format format)
{
    switch (format) {
    case CC_FORMAT_GZIP: return "gzip";
    case CC_FORMAT_DEFLATE: return "deflate";
    case CC_FORMAT_BROTLI: return "br";
    case CC_FORMAT_ZSTD: return "zstd";
    default: return "?";
    }
}

static void print(const cc_http *http, char *to, size_t size)
{
    char   coded[128] = "-";
    cc_str charset    = cc_fields_parameter(http->type, "charset");
    for (size_t i = 0, len = 0; i < http->coded_count; i++)
        len += (size_t)snprintf(coded + len, sizeof coded - len, "%s%s", i == 0 ? "" : ",",
                                name_of(http->coded[i]));
    if (charset.len == 0)
        charset = CC_S("-");
    snprintf(to, size, "%u %.*s %s %s|%.*s", http->status, CC_F(charset), coded,
             http->reason == NULL ? "-" : http->reason, CC_F(http->body));
}

static void test_messages(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_http http;
        char    got[512];
        size_t  len  = strlen(cases[i].message);
        char   *copy = test_malloc(len + 1);
        memcpy(copy, cases[i].message, len);
        cc_http_parse(copy, len, &http);
        print(&http, got, sizeof got);
        if (strcmp(got, cases[i].wanted) != 0)
            fail_msg("row %zu: got '%s', wanted '%s'", i, got, cases[i].wanted);
        test_free(copy);
    }
}

/* Any cut of any row, and any byte changed: no byte before or behind the message is touched. */
static void test_cuts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t len = strlen(cases[i].message);
        for (size_t at = 0; at <= len; at++) {
            cc_http http;
            char   *copy = test_malloc(len + 1);
            memcpy(copy, cases[i].message, len);
            cc_http_parse(copy, at, &http);
            assert_true(http.body.len <= at);
            memcpy(copy, cases[i].message, len);
            copy[at] ^= 0x21;
            cc_http_parse(copy, len, &http);
            assert_true(http.body.ptr >= copy && http.body.ptr + http.body.len <= copy + len);
            test_free(copy);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_messages),
        cmocka_unit_test(test_cuts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
