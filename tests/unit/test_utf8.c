/* test_utf8.c - decoding, NFC and widths, against tables and against utf8proc itself. */
#include "text/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>
#include <utf8proc.h>

static cc_place bytes_place(uint64_t start, uint64_t end)
{
    return (cc_place){.kind = CC_PLACE_BYTES, .at.bytes = {start, end}};
}

/* The place of each character of `text` must hold its bytes, or be what U+FFFD stands for. */
static void check_map(const char *name, const cc_decoded *d, cc_str bytes)
{
    size_t at = 0, len;
    for (size_t i = 0; i < d->text.len; i += len) {
        uint32_t code  = cc_utf8_at(d->text, i, &len);
        cc_place place = cc_runs_place(&d->map, bytes_place(i, i + len));
        size_t   start = place.at.bytes.start, end = place.at.bytes.end;
        cc_str   source = cc_str_sub(bytes, start, end - start);
        if (start < at || end > bytes.len)
            fail_msg("%s: the character at %zu has the place %zu to %zu", name, i, start, end);
        if (code == 0xFFFD ? source.len != 1 && source.len != 3
                           : !cc_str_eq(source, cc_str_sub(d->text, i, len)))
            fail_msg("%s: the character at %zu is not the one at %zu", name, i, start);
        at = end;
    }
}

static void test_decode(void **state)
{
    static const struct {
        const char *bytes;
        size_t      len;
        const char *text;
        size_t      replaced;
        bool        shared;
    } cases[] = {
        {"", 0, "", 0, true},
        {"plain ascii text", 16, "plain ascii text", 0, true},
        {"caf\xC3\xA9", 5, "caf\xC3\xA9", 0, true},
        {"\xEF\xBB\xBFx", 4, "x", 0, true},
        {"\xEF\xBB\xBF", 3, "", 0, true},
        {"\xEF\xBB", 2, "\uFFFD\uFFFD", 2, false},
        {"a\xFF"
         "b",
         3, "a\uFFFDb", 1, false},
        {"\xEF\xBB\xBF"
         "a\x80",
         5, "a\uFFFD", 1, false},
        {"\xC0\xAF", 2, "\uFFFD\uFFFD", 2, false},           /* overlong */
        {"\xED\xA0\x80", 3, "\uFFFD\uFFFD\uFFFD", 3, false}, /* surrogate */
        {"\xF4\x90\x80\x80", 4, "\uFFFD\uFFFD\uFFFD\uFFFD", 4, false},
        {"\xE2\x82x", 3, "\uFFFD\uFFFDx", 2, false}, /* cut short */
        {"\xF0\x9F\x98\x80", 4, "\U0001F600", 0, true},
        {"a\xEF\xBB\xBF", 4, "a\uFEFF", 0, true}, /* no BOM here */
    };
    cc_arena arena = {0};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_str     bytes = {cases[i].bytes, cases[i].len};
        cc_decoded d;
        cc_utf8_decode(&arena, bytes, &d);
        bool shared = d.text.ptr >= bytes.ptr && d.text.ptr <= bytes.ptr + bytes.len;
        if (!cc_str_eq(d.text, cc_str_z(cases[i].text)) || d.replaced != cases[i].replaced ||
            shared != cases[i].shared)
            fail_msg("case %zu: got '%.*s', %zu replaced, shared %d", i, CC_F(d.text), d.replaced,
                     shared);
        check_map(cases[i].text, &d, bytes);
    }
    cc_arena_release(&arena);
}

/* All pairs of bytes, and each lead byte before continuations, as utf8proc judges them. */
static void test_valid(void **state)
{
    (void)state;
    for (unsigned n = 0; n < 0x20000; n++) {
        unsigned char b[4] = {(unsigned char)(n >> 8), (unsigned char)n, 0x80, 0x80};
        if (n >= 0x10000) {
            b[2] = 0xBF;
            b[3] = 'x';
        }
        cc_str           s    = {(const char *)b, sizeof b};
        utf8proc_int32_t code = 0;
        utf8proc_ssize_t want = utf8proc_iterate(b, sizeof b, &code);
        size_t           got  = cc_utf8_valid_at(s, 0);
        if (got != (want < 0 ? 0 : (size_t)want))
            fail_msg("%02X %02X %02X %02X: got %zu, wanted %td", b[0], b[1], b[2], b[3], got, want);
    }
}

static void test_binary(void **state)
{
    static const struct {
        const char *bytes;
        size_t      len;
        bool        binary;
    } cases[] = {
        {"", 0, false},
        {"\0", 1, true},
        {"a line\tof\r\ntext\f", 15, false},
        {"0123456789012345678\0", 20, false},
        {"0123456\0"
         "012\001456\0",
         16, true},
        {"\x7F"
         "ELF\2\1\1\0\0\0\0\0",
         12, true},
    };
    cc_arena arena = {0};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_decoded d;
        cc_utf8_decode(&arena, (cc_str){cases[i].bytes, cases[i].len}, &d);
        if (d.binary != cases[i].binary)
            fail_msg("case %zu: got %d", i, d.binary);
    }
    cc_arena_release(&arena);
}

static void test_hostile(void **state)
{
    enum { SIZE = 3 << 20 };
    cc_arena   arena = {0};
    char      *bytes = cc_new(&arena, char, SIZE);
    cc_decoded d;
    cc_bytes   out = {0};
    cc_map     map = {0};
    (void)state;
    memset(bytes, 0xE9, SIZE);
    cc_utf8_decode(&arena, (cc_str){bytes, SIZE}, &d);
    assert_true(d.binary);
    assert_int_equal(d.replaced, CC_MAX_REPLACED);
    bytes[0] = 'a';
    for (size_t i = 1; i + 1 < SIZE; i += 2)
        memcpy(bytes + i, i % 4 == 1 ? "\u0301" : "\u0323", 2); /* marks in the wrong order */
    cc_utf8_nfc(&arena, (cc_str){bytes, SIZE - 1}, &out, &map);
    assert_true(cc_utf8_is_valid((cc_str){out.ptr, out.len}));
    assert_true(map.n > 2);
    cc_arena_release(&arena);
}

/* The slice of `text` that each piece of the map names must have that piece as its NFC. */
static void check_nfc(cc_arena *arena, cc_str text)
{
    cc_bytes out = {0};
    cc_map   map = {0};
    size_t   at = 0, from = 0;
    cc_utf8_nfc(arena, text, &out, &map);
    cc_str            got = {out.ptr, out.len};
    utf8proc_uint8_t *nfc = NULL;
    utf8proc_ssize_t  len =
        utf8proc_map((const utf8proc_uint8_t *)text.ptr, (utf8proc_ssize_t)text.len, &nfc,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (len < 0 || !cc_str_eq(got, (cc_str){(const char *)nfc, (size_t)len}))
        fail_msg("the NFC of '%.*s' is '%.*s', wanted '%s'", CC_F(text), CC_F(got),
                 (const char *)nfc);
    for (size_t i = 0; i < map.n; i++) {
        const cc_segment *s     = &map.at[i];
        size_t            start = s->place.at.bytes.start, end = s->place.at.bytes.end;
        if (s->text_off != at || start != from || (s->verbatim && end - start != s->text_len))
            fail_msg("segment %zu of '%.*s' leaves a gap", i, CC_F(text));
        if (s->verbatim &&
            !cc_str_eq(cc_str_sub(got, at, s->text_len), cc_str_sub(text, start, end - start)))
            fail_msg("segment %zu of '%.*s' is not verbatim", i, CC_F(text));
        at += s->text_len;
        from = end;
    }
    if (at != got.len || from != text.len)
        fail_msg("the map of '%.*s' ends early", CC_F(text));
    free(nfc);
}

static void test_nfc_every_character(void **state)
{
    cc_arena arena = {0};
    (void)state;
    for (int32_t code = 1; code < 0x110000; code++) {
        utf8proc_uint8_t b[16] = "e";
        cc_mark          mark  = cc_arena_mark(&arena);
        if (code == 0xD800)
            code = 0xE000;
        size_t len = 1 + (size_t)utf8proc_encode_char(code, b + 1);
        memcpy(b + len, "\u0323\u0301", 4);
        check_nfc(&arena, (cc_str){(const char *)b, len + 4});
        cc_arena_rewind(&arena, mark);
        if (code == 0x3400)
            code = 0xABFF; /* ideographs have nothing to compose */
        if (code == 0x20000)
            code = 0x2F7FF;
        if (code == 0x30000)
            code = 0x10FF00;
    }
    cc_arena_release(&arena);
}

static void test_nfc_mixtures(void **state)
{
    static const char *const parts[] = {
        "a",      "E",      " ",      "plain words", "\u0301", "\u0327",     "\u0323",     "\u00E9",
        "\u1EA5", "\u1100", "\u1161", "\u11A8",      "\uAC00", "\u212B",     "\u2126",     "\u0344",
        "\u09C7", "\u09BE", "\u0958", "\uFB1D",      "’",      "\U0001D15E", "\U0001F600", "\n",
    };
    cc_arena arena = {0};
    uint64_t seed  = 1;
    (void)state;
    for (size_t n = 0; n < 20000; n++) {
        cc_bytes text = {0};
        cc_mark  mark = cc_arena_mark(&arena);
        for (size_t i = 0; i < 1 + n % 9; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            cc_bytes_put(&arena, &text, cc_str_z(parts[(seed >> 33) % (sizeof parts / 8)]));
        }
        check_nfc(&arena, (cc_str){text.ptr, text.len});
        cc_arena_rewind(&arena, mark);
    }
    cc_arena_release(&arena);
}

static void test_characters(void **state)
{
    static const struct {
        const char *text;
        size_t      width, count, any;
    } cases[] = {
        {"", 0, 0, 0},        {"a\tb", 3, 3, 3},         {"caf\u00E9", 4, 4, 4},
        {"e\u0301", 1, 2, 2}, {"\u4E2D\u6587", 4, 2, 2}, {"twelve chars\u00A0!", 14, 14, 14},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_str text  = cc_str_z(cases[i].text);
        size_t width = cc_utf8_width(text), count = cc_utf8_count(text);
        if (width != cases[i].width || count != cases[i].count ||
            cc_utf8_count_any(text) != cases[i].any)
            fail_msg("'%s': got width %zu, count %zu", cases[i].text, width, count);
    }
    assert_int_equal(cc_utf8_count_any(CC_S("a\xFF\xE2\x82z\xC3\xA9")), 6);
    assert_int_equal(cc_utf8_blank_at(CC_S("\u00A0"), 0), 2);
    assert_int_equal(cc_utf8_blank_at(CC_S("\u2009"), 0), 3);
    assert_int_equal(cc_utf8_blank_at(CC_S("\u200B"), 0), 0);
    assert_int_equal(cc_utf8_blank_at(CC_S("x"), 0), 0);
}

static void test_cut(void **state)
{
    static const struct {
        const char *bytes;
        size_t      max, len;
    } cases[] = {
        {"", 0, 0},
        {"abc", 3, 3},
        {"abc", 2, 2},
        {"abc", 0, 0},
        {"a\u00E9", 2, 1},
        {"a\u20AC", 3, 1},
        {"a\U0001F600", 4, 1},
        {"a\U0001F600", 5, 5},
        {"\u20ACz", 2, 0},
        /* No characters at all. */
        {"\x80\x80\x80\x80\x80\x80\x80\x80", 7, 4},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_str got = cc_utf8_cut(cc_str_z(cases[i].bytes), cases[i].max);
        if (got.len != cases[i].len || got.ptr != cases[i].bytes)
            fail_msg("case %zu: got %zu bytes, wanted %zu", i, got.len, cases[i].len);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decode),
        cmocka_unit_test(test_valid),
        cmocka_unit_test(test_binary),
        cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_nfc_every_character),
        cmocka_unit_test(test_nfc_mixtures),
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
