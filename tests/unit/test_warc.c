/* test_warc.c - records of web archives: which are documents, what is undone, what is told. */
#include "warc_box.h"

#include <brotli/encode.h>
#include <zstd.h>

/* A response whose body is `body`. */
static void put_response(made *m, const char *uri, const char *fields, cc_str body)
{
    static const char LINE[] = "HTTP/1.1 200 OK\r\n";
    char              head[512];
    int               n =
        snprintf(head, sizeof head, HEAD("response", "%s") "Content-Length: %zu\r\n\r\n%s%s\r\n",
                 uri, sizeof LINE - 1 + strlen(fields) + 2 + body.len, LINE, fields);
    put(m, head, (size_t)n);
    put(m, body.ptr, body.len);
    put(m, "\r\n\r\n", 4);
}

static void check(box *b, size_t row, const char *where, const char *wanted)
{
    if (strcmp(b->lines, wanted) != 0)
        fail_msg("row %zu, %s: got\n%swanted\n%s", row, where, b->lines, wanted);
}

static void walk_and_check(box *b, const made *m, size_t row, const char *wanted)
{
    box_write("x", m->bytes, m->len);
    assert_int_equal(WALK(b, "x"), CC_OK);
    check(b, row, "file", wanted);
}

/* -- Records -------------------------------------------------------------------------------- */

static const struct {
    const char *warc, *wanted;
} cases[] = {
    {INFO PAGE("http://a.b/", "five percent"), "ok - x!http://a.b/|five percent\n"},
    {PAGE("http://a.b/!x\\", "1") PAGE("http://a.b/#2", "2"),
     "ok - x!http://a.b/\\x21x\\x5C|1\nok - x!http://a.b/#2|2\n"},
    {PAGE("HTTPS://a.b/", "1") PAGE("HTTPS://a.b/", "2"),
     "ok - x!HTTPS://a.b/|1\nok - x!HTTPS://a.b/#2|2\n"},
    {PAGE("<http://a.b/>", "1"), "ok - x!http://a.b/|1\n"},
    {"WARC/1.1\nwarc-type:RESPONSE\nWARC-Record-ID: <urn:1>\ncontent-length: 4\n\nfive\n\n",
     "ok - x!urn:1|five\n"},
    {"WARC/0.18\r\nContent-Length: 4\r\nWARC-Type: resource\r\n\r\nfive\r\n\r\n", "ok - x!|five\n"},
    {RECORD("resource", "file:///a.txt", "", "HTTP/1.1 404 is its text"),
     "ok - x!file:///a.txt|HTTP/1.1 404 is its text\n"},
    {RECORD("response", "ftp://a.b/c", "", "HTTP/1.1 404 is its text"),
     "ok - x!ftp://a.b/c|HTTP/1.1 404 is its text\n"},
    /* What is no document. */
    {INFO, "skipped no-text x|\n"},
    {INFO RECORD("request", "http://a.b/", "", "GET / HTTP/1.1\r\n\r\n")
         RECORD("metadata", "http://a.b/", "", "x") RECORD("conversion", "http://a.b/", "", "x")
             RECORD("dreamt", "http://a.b/", "", "x"),
     "skipped no-text x|\n"},
    {RECORD("response", "dns:a.b", "Content-Type: text/dns\r\n", "a.b 1.2.3.4"),
     "skipped no-text x|\n"},
    {RECORD("resource", "metadata://gnu.org/wget.log", "", "log"), "skipped no-text x|\n"},
    {PAGE("http://a.b/", ""), "skipped no-text x|\n"},
    {PAGE("http://a.b/", "") PAGE("http://c.d/", "2"), "ok - x!http://c.d/|2\n"},
    {RECORD("response", "http://a.b/", "", "HTTP/1.1 404 Not Found\r\n\r\nno"),
     "skipped unsupported x!http://a.b/|\n"},
    {RECORD("revisit", "http://a.b/", "", OK), "skipped unsupported x!http://a.b/|\n"},
    /* The content tells what it is, whatever the server said. */
    {PAGE("http://a.b/", "{\\rtf1"), "unreadable unsupported x!http://a.b/|\n"},
    {PAGE("http://a.b/", "\x89PNG\r\n\x1A\n"), "skipped unsupported x!http://a.b/|\n"},
    {PAGE("http://a.b/", "WARC/1.0\r\n"), "unreadable truncated x!http://a.b/|\n"},
    {RECORD("response", "http://a.b/", "WARC-Truncated: length\r\n", OK "fiv"),
     "partial truncated x!http://a.b/|fiv\n"},
    {RECORD("response", "http://a.b/", "WARC-Truncated: length\r\n", OK "\x89PNG\r\n\x1A\n"),
     "skipped unsupported x!http://a.b/|\n"},
    {RECORD("response", "http://a.b/", "WARC-Segment-Number: 1\r\n", OK "fiv"),
     "partial truncated x!http://a.b/|fiv\n"},
    {RECORD("response", "http://a.b/", "", "HTTP/1.1 200\r\nContent-Length: 9\r\n\r\nfive"),
     "partial truncated x!http://a.b/|five\n"},
    /* More or fewer line ends than two. */
    {PAGE("http://a.b/", "1") "\r\n\r\n\n" PAGE("http://c.d/", "2"),
     "ok - x!http://a.b/|1\nok - x!http://c.d/|2\n"},
    {HEAD("resource", "a") "Content-Length: 1\r\n\r\n1" PAGE("http://c.d/", "2"),
     "ok - x!a|1\nok - x!http://c.d/|2\n"},
    {HEAD("resource", "a") "Content-Length: 1\r\n\r\n1", "ok - x!a|1\n"},
    /* Lengths that are too long, too short, none: the next record is found. */
    {HEAD("resource", "a") "Content-Length: 99\r\n\r\nlong\r\n\r\n" PAGE("http://c.d/", "2"),
     "partial truncated x!a|long\nok - x!http://c.d/|2\npartial truncated x|\n"},
    {HEAD("resource", "a") "Content-Length: 999999999999\r\n\r\nlong\r\n\r\n" PAGE("http://b/",
                                                                                   "2"),
     "partial truncated x!a|long\nok - x!http://b/|2\npartial truncated x|\n"},
    {HEAD("resource", "a") "Content-Length: 2\r\n\r\nshort\r\n\r\n" PAGE("http://c.d/", "2"),
     "partial crc-mismatch x!a|short\nok - x!http://c.d/|2\npartial crc-mismatch x|\n"},
    {HEAD("resource", "a") "Content-Length: x\r\n\r\nnone\r\n\r\n" PAGE("http://c.d/", "2"),
     "partial crc-mismatch x!a|none\nok - x!http://c.d/|2\npartial crc-mismatch x|\n"},
    {HEAD("resource", "a") "\r\nnone\r\n\r\n" PAGE("http://c.d/", "2"),
     "partial crc-mismatch x!a|none\nok - x!http://c.d/|2\npartial crc-mismatch x|\n"},
    {HEAD("resource", "a") "Content-Length: 9\r\n\r\nlong", "partial truncated x!a|long\n"
                                                            "partial truncated x|\n"},
    /* Records that break off in content and head, at no line's begin. */
    {HEAD("resource", "a") "Content-Length: 99\r\n\r\nlon" PAGE("http://c.d/", "2"),
     "partial truncated x!a|lon\nok - x!http://c.d/|2\npartial truncated x|\n"},
    {PAGE("http://c.d/", "1") "WARC/1.0\r\nWARC-Type: resou" PAGE("http://c.d/", "2"),
     "ok - x!http://c.d/|1\nok - x!http://c.d/#2|2\npartial crc-mismatch x|\n"},
    {PAGE("http://c.d/", "1") "WARC/1.0\r\nWARC-Type: resou",
     "ok - x!http://c.d/|1\npartial truncated x|\n"},
    /* Two line ends in a text do not end a record that is longer. */
    {HEAD("resource", "a") "Content-Length: 5\r\n\r\nlong:\n\ntext\r\n\r\n" PAGE("http://c.d/",
                                                                                 "2"),
     "ok - x!a|long:\nok - x!http://c.d/|2\npartial crc-mismatch x|\n"},
    {HEAD("resource", "a") "Content-Length: 5\r\n\r\nlong:\r\n\r\nWARC/1" PAGE("http://c.d/", "2"),
     "ok - x!a|long:\nok - x!http://c.d/|2\npartial crc-mismatch x|\n"},
    /* Its end may be two line ends of the record that it runs into. */
    {HEAD("resource", "a") "Content-Length: 109\r\n\r\nlong\r\n\r\n" RECORD("resource", "b", "",
                                                                            "2\r\n\r\n2"),
     "partial truncated x!a|long\nok - x!b|2\r\n\r\n2\npartial truncated x|\n"},
    {"WARC/1.0\r\nWARC-Tape: resource\r\nContent-Length: 1\r\n\r\n1\r\n\r\n" PAGE("http://c.d/",
                                                                                  "2"),
     "ok - x!http://c.d/|2\npartial crc-mismatch x|\n"},
    /* Bytes that are no record. */
    {PAGE("http://c.d/", "1") "noise\r\n\r\n" PAGE("http://c.d/", "2"),
     "ok - x!http://c.d/|1\nok - x!http://c.d/#2|2\npartial crc-mismatch x|\n"},
    {PAGE("http://c.d/", "1") "WARC/7.0\r\nWARC-Type: x\r\n\r\n" PAGE("http://c.d/", "2"),
     "ok - x!http://c.d/|1\nok - x!http://c.d/#2|2\npartial crc-mismatch x|\n"},
    {PAGE("http://c.d/", "1") "noise", "ok - x!http://c.d/|1\npartial trailing-garbage x|\n"},
};

/* One result from a file, a pipe, a tar, and with a gzip member a record. */
static void test_records(void **state)
{
    box        *b = *state;
    static made m, packed;
    size_t      ends[16];
    b->options.stdin_name = "x";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        m.len = 0;
        fill_in(&m, cases[i].warc);
        walk_and_check(b, &m, i, cases[i].wanted);
        assert_int_equal(box_walk_pipe(b, "x"), CC_OK);
        check(b, i, "pipe", cases[i].wanted);
        pack_records(&m, &packed, ends);
        box_write("x", packed.bytes, packed.len);
        assert_int_equal(WALK(b, "x"), CC_OK);
        check(b, i, "gzip", cases[i].wanted);
        struct archive *tar = box_archive("y.tar", "tar");
        box_member_of(tar, AE_IFREG, "x", packed.bytes, packed.len);
        box_done(tar);
        assert_int_equal(WALK(b, "y.tar"), CC_OK);
        char *from_tar = b->lines, *to = b->lines;
        for (char *at; (at = strstr(from_tar, "y.tar!")) != NULL; from_tar = at + 6) {
            memmove(to, from_tar, (size_t)(at - from_tar));
            to += at - from_tar;
        }
        memmove(to, from_tar, strlen(from_tar) + 1);
        check(b, i, "tar", cases[i].wanted);
    }
}

static cc_status write_words(void *user, const cc_member *m)
{
    box *b = user;
    b->len += (size_t)snprintf(b->lines + b->len, sizeof b->lines - b->len, "%.*s|%.*s|%.*s|%.*s\n",
                               CC_F(m->path), CC_F(m->charset), CC_F(m->date), CC_F(m->detail));
    free(m->owned);
    return CC_OK;
}

static void test_words(void **state)
{
    box        *b = *state;
    static made m;
    m.len = 0;
    fill_in(&m, PAGE("http://a.b/", "1")
                    RECORD("resource", "r", "Content-Type: a;charset=B\r\n", "2") "noise");
    fill_in(&m, RECORD("response", "http://a.b/", "", "HTTP/1.1 301 Moved\r\n\r\n"));
    fill_in(&m,
            RECORD("revisit", "http://a.b/",
                   "WARC-Refers-To-Target-URI: http://c.d/\r\nWARC-Refers-To-Date: 2016\r\n", ""));
    fill_in(&m, RECORD("revisit", "r", "WARC-Refers-To: <urn:2>\r\n", ""));
    fill_in(&m, RECORD("revisit", "s", "", ""));
    box_write("x", m.bytes, m.len);
    assert_int_equal(
        cc_source_walk(&b->options, (const char *const[]){"x"}, 1, write_words, b, &b->fault),
        CC_OK);
#define DAY "2017-03-06T04:02:06Z"
    assert_string_equal(b->lines, "x!http://a.b/|utf-8|" DAY "|\n"
                                  "x!r|B|" DAY "|\n"
                                  "x!http://a.b/#2||" DAY "|HTTP 301\n"
                                  "x!http://a.b/#3||" DAY "|unchanged since 2016: http://c.d/\n"
                                  "x!r#2||" DAY "|unchanged since another visit: urn:2\n"
                                  "x!s||" DAY "|unchanged since another visit\n"
                                  "x|||1 broken record\n");
}

/* -- Encodings ------------------------------------------------------------------------------ */

static const char TEXT[] = "<p>Exports rose by 4.2 percent to $495.7bn.";

/* Undoes nothing: puts TEXT compressed as `how` says, the innermost first. */
static void encode(made *m, const char *how)
{
    m->len = 0;
    put(m, TEXT, sizeof TEXT - 1);
    for (; *how != '\0'; how++) {
        static made before;
        before      = *m;
        m->len      = 0;
        size_t room = sizeof m->bytes;
        if (*how == 'b') {
            BrotliEncoderCompress(5, 22, BROTLI_MODE_TEXT, before.len, (uint8_t *)before.bytes,
                                  &room, (uint8_t *)m->bytes);
            m->len = room;
        } else if (*how == 's') {
            m->len = ZSTD_compress(m->bytes, room, before.bytes, before.len, 3);
        } else {
            put_deflated(m, before.bytes, before.len, *how == 'g' ? 31 : *how == 'z' ? 15 : -15, 9);
        }
    }
}

static void test_encodings(void **state)
{
    box *b = *state;
    static const struct {
        const char *how, *fields;
        size_t      cut; /* bytes that are missing at the end */
        const char *wanted;
    } rows[] = {
#define WHOLE "ok - x!http://a.b/|<43>\n"
        {"g", "Content-Encoding: gzip\r\n", 0, WHOLE},
        {"z", "Content-Encoding: deflate\r\n", 0, WHOLE},
        {"r", "Content-Encoding: deflate\r\n", 0, WHOLE},
        {"b", "Content-Encoding: br\r\n", 0, WHOLE},
        {"s", "Content-Encoding: zstd\r\n", 0, WHOLE},
        {"bg", "Content-Encoding: br, gzip\r\n", 0, WHOLE},
        {"zrg", "Content-Encoding: deflate, deflate\r\nTransfer-Encoding: gzip\r\n", 0, WHOLE},
        /* Not as it is said. */
        {"", "Content-Encoding: gzip\r\n", 0, WHOLE},
        {"", "Content-Encoding: deflate\r\n", 0, WHOLE},
        {"", "Content-Encoding: br\r\n", 0, WHOLE},
        {"", "Content-Encoding: br, deflate, zstd, gzip\r\n", 0, WHOLE},
        {"g", "Content-Encoding: gzip, gzip\r\n", 0, WHOLE},
        {"g", "", 0, WHOLE},
        /* It breaks off. */
        {"g", "Content-Encoding: gzip\r\n", 6, "partial truncated x!http://a.b/|<43>\n"},
        {"z", "Content-Encoding: deflate\r\n", 2, "partial truncated x!http://a.b/|<43>\n"},
        {"b", "Content-Encoding: br\r\n", 1, "partial truncated x!http://a.b/|<42>\n"},
        {"", "Transfer-Encoding: chunked\r\n", 0, WHOLE},
#undef WHOLE
    };
    static made body, m;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        encode(&body, rows[i].how);
        m.len = 0;
        put_response(&m, "http://a.b/", rows[i].fields,
                     (cc_str){body.bytes, body.len - rows[i].cut});
        walk_and_check(b, &m, i, rows[i].wanted);
    }
}

/* -- Limits --------------------------------------------------------------------------------- */

static void test_limits(void **state)
{
    box        *b = *state;
    static made m;
    m.len = 0;
    fill_in(&m, PAGE("http://a.b/", "five percent") PAGE("http://c.d/", "six"));
    b->options.max_member_bytes = 12;
    walk_and_check(b, &m, 0, "ok - x!http://a.b/|five percent\nok - x!http://c.d/|six\n");
    b->options.max_member_bytes = 11;
    walk_and_check(b, &m, 1,
                   "partial too-large x!http://a.b/|five percen\nok - x!http://c.d/|six\n");
    b->options.max_members = 2;
    walk_and_check(b, &m, 2,
                   "partial too-large x!http://a.b/|five percen\nok - x!http://c.d/|six\n");
    b->options.max_members = 1;
    walk_and_check(b, &m, 3, "partial too-large x!http://a.b/|five percen\npartial too-large x|\n");
}

/* A record is whole as its length says, whatever it looks like inside. */
static void test_nested(void **state)
{
    box        *b = *state;
    static made inner, m;
    inner.len = m.len = 0;
    fill_in(&inner, INFO PAGE("http://a.b/", "five"));
    put_response(&m, "http://e.f/x.warc", "", (cc_str){inner.bytes, inner.len});
    fill_in(&m, PAGE("http://c.d/", "2"));
    walk_and_check(b, &m, 0, "ok - x!http://e.f/x.warc!http://a.b/|five\nok - x!http://c.d/|2\n");
    b->options.max_nesting = 0;
    walk_and_check(b, &m, 1, "unreadable depth x!http://e.f/x.warc|\nok - x!http://c.d/|2\n");
}

/* A record too long to be held, and what follows it. */
static void test_long_record(void **state)
{
    enum { LONG = 3 << 20 };
    box        *b   = *state;
    char       *big = malloc(LONG + 1024);
    static made tail;
    tail.len = 0;
    fill_in(&tail, PAGE("http://c.d/", "six"));
    for (int known = 0; known < 2; known++) {
        int head = sprintf(big, HEAD("resource", "a") "Content-Length: %s\r\n\r\n",
                           known ? "3145728" : "?");
        memset(big + head, 'a', LONG);
        memcpy(big + head + LONG, "\r\n\r\n", 4);
        memcpy(big + head + LONG + 4, tail.bytes, tail.len);
        box_write("x", big, (size_t)head + LONG + 4 + tail.len);
        b->options.max_member_bytes = 1000;
        assert_int_equal(WALK(b, "x"), CC_OK);
        check(b, (size_t)known, "long", "partial too-large x!a|<1000>\nok - x!http://c.d/|six\n");
    }
    free(big);
}

/* A response that unpacks to far more than it is costs its own record; three end the reading. */
static void test_ratio(void **state)
{
    box        *b   = *state;
    size_t      big = 80u << 20;
    char       *as  = malloc(big);
    static made body, m;
    memset(as, 'a', big);
    body.len = m.len = 0;
    put_deflated(&body, as, big, 31, 9);
    free(as);
    cc_str bomb = {body.bytes, body.len};
    put_response(&m, "http://a.b/", "Content-Encoding: gzip\r\n", bomb);
    fill_in(&m, PAGE("http://c.d/", "six"));
    walk_and_check(b, &m, 0, "unreadable ratio x!http://a.b/|\nok - x!http://c.d/|six\n");
    put_response(&m, "http://e.f/", "Content-Encoding: gzip\r\n", bomb);
    put_response(&m, "http://g.h/", "Content-Encoding: gzip\r\n", bomb);
    fill_in(&m, PAGE("http://i.j/", "six"));
    walk_and_check(b, &m, 1,
                   "unreadable ratio x!http://a.b/|\nok - x!http://c.d/|six\n"
                   "unreadable ratio x!http://e.f/|\nunreadable ratio x!http://g.h/|\n"
                   "partial ratio x|\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_records, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_words, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_encodings, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_limits, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_nested, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_long_record, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_ratio, box_open, box_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
