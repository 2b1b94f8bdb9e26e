/* test_decode.c - texts in every encoding: what comes out, and where each character stands. */
#include "text/decode.h"

#include "text/doc.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static cc_abbreviations abbreviations;

enum { MAX_TEXT = 4000 };

/* A text as it is put together, with the place of each character. */
typedef struct made {
    char   bytes[MAX_TEXT];
    size_t len;
    struct {
        size_t      start, end; /* in `bytes` */
        uint32_t    line, column;
        const char *utf8;
    } at[MAX_TEXT];
    size_t count;
} made;

/* A character in UTF-8 and in the encoding. */
typedef struct character {
    const char *utf8;
    cc_str      bytes;
} character;

#define C(utf8, bytes)                                                                             \
    {                                                                                              \
        utf8,                                                                                      \
        {                                                                                          \
            "" bytes, sizeof(bytes) - 1                                                            \
        }                                                                                          \
    }
#define NARROW C("a", "a"), C("1", "1"), C(" ", " "), C("\n", "\n"), C("\\", "\\")

enum { MAX_CHARACTERS = 12 };

static const struct {
    const char *name;
    cc_str      bom;
    character   characters[MAX_CHARACTERS];
} cases[] = {
    {"utf-8",
     {"\xEF\xBB\xBF", 3},
     {NARROW, C("\u00E9", "\xC3\xA9"), C("\u4E2D", "\xE4\xB8\xAD"), C("\uFFFD", "\xFF")}},
    {"utf-16le",
     {"\xFF\xFE", 2},
     {C("a", "a\0"), C("\n", "\n\0"), C("\u00E9", "\xE9\0"), C("\u0A0A", "\x0A\x0A"),
      C("\u4E2D", "\x2D\x4E"), C("\U0001F600", "\x3D\xD8\0\xDE"), C("\uFFFD", "\0\xDC"),
      C("\u2019", "\x19\x20")}},
    {"utf-16be",
     {"\xFE\xFF", 2},
     {C("a", "\0a"), C("\n", "\0\n"), C("\u00E9", "\0\xE9"), C("\u0A0A", "\x0A\x0A"),
      C("\u4E2D", "\x4E\x2D"), C("\U0001F600", "\xD8\x3D\xDE\0"), C("\uFFFD", "\xDC\0")}},
    {"utf-32le",
     {"\xFF\xFE\0\0", 4},
     {C("a", "a\0\0\0"), C("\n", "\n\0\0\0"), C("\u00E9", "\xE9\0\0\0"),
      C("\U0001F600", "\0\xF6\1\0"), C("\uFFFD", "\0\xD8\0\0"), C("\uFFFD", "\0\0\x11\0")}},
    {"utf-32be",
     {"\0\0\xFE\xFF", 4},
     {C("a", "\0\0\0a"), C("\n", "\0\0\0\n"), C("\u00E9", "\0\0\0\xE9"),
      C("\U0001F600", "\0\1\xF6\0"), C("\uFFFD", "\xFF\xFF\xFF\xFF")}},
    {"windows-1252",
     {NULL, 0},
     {NARROW, C("\u00E9", "\xE9"), C("\u20AC", "\x80"), C("\u2019", "\x92"), C("\u0178", "\x9F"),
      C("\uFFFD", "\x81")}},
    {"us-ascii", {NULL, 0}, {NARROW, C("\u00E9", "\xE9")}},
    {"windows-1250", {NULL, 0}, {NARROW, C("\u0142", "\xB3"), C("\u0161", "\x9A")}},
    {"windows-1251", {NULL, 0}, {NARROW, C("\u0436", "\xE6"), C("\u2116", "\xB9")}},
    {"windows-1253", {NULL, 0}, {NARROW, C("\u03B1", "\xE1")}},
    {"windows-1254", {NULL, 0}, {NARROW, C("\u015F", "\xFE"), C("\u20AC", "\x80")}},
    {"windows-1255", {NULL, 0}, {NARROW, C("\u05D0", "\xE0")}},
    {"windows-1256", {NULL, 0}, {NARROW, C("\u0627", "\xC7")}},
    {"windows-1257", {NULL, 0}, {NARROW, C("\u0105", "\xE0")}},
    {"windows-1258", {NULL, 0}, {NARROW, C("\u20AB", "\xFE")}},
    {"windows-874", {NULL, 0}, {NARROW, C("\u0E01", "\xA1"), C("\u20AC", "\x80")}},
    {"iso-8859-2", {NULL, 0}, {NARROW, C("\u0142", "\xB3"), C("\u0161", "\xB9")}},
    {"iso-8859-3", {NULL, 0}, {NARROW, C("\u0127", "\xB1"), C("\uFFFD", "\xA5")}},
    {"iso-8859-4", {NULL, 0}, {NARROW, C("\u0138", "\xA2")}},
    {"iso-8859-5", {NULL, 0}, {NARROW, C("\u0436", "\xD6")}},
    {"iso-8859-6", {NULL, 0}, {NARROW, C("\u0627", "\xC7")}},
    {"iso-8859-7", {NULL, 0}, {NARROW, C("\u03B1", "\xE1"), C("\u20AC", "\xA4")}},
    {"iso-8859-8", {NULL, 0}, {NARROW, C("\u05D0", "\xE0")}},
    {"iso-8859-10", {NULL, 0}, {NARROW, C("\u0138", "\xFF")}},
    {"iso-8859-13", {NULL, 0}, {NARROW, C("\u0105", "\xE0")}},
    {"iso-8859-14", {NULL, 0}, {NARROW, C("\u1E03", "\xA2")}},
    {"iso-8859-15", {NULL, 0}, {NARROW, C("\u20AC", "\xA4"), C("\u0153", "\xBD")}},
    {"iso-8859-16", {NULL, 0}, {NARROW, C("\u20AC", "\xA4"), C("\u0219", "\xBA")}},
    {"koi8-r", {NULL, 0}, {NARROW, C("\u0436", "\xD6"), C("\u0436", "\xD6"), C("\u2500", "\x80")}},
    {"koi8-u", {NULL, 0}, {NARROW, C("\u0457", "\xA7")}},
    {"ibm866", {NULL, 0}, {NARROW, C("\u0436", "\xA6")}},
    {"macintosh", {NULL, 0}, {NARROW, C("\u00E9", "\x8E"), C("\u2019", "\xD5")}},
    {"gbk",
     {NULL, 0},
     {NARROW, C("\u4E2D", "\xD6\xD0"), C("\u4E02", "\x81\x40"), C("\u20AC", "\xA2\xE3"),
      C("\U0001F600", "\x94\x39\xFC\x36"), C("\uFFFD", "\xFF")}},
    {"gb18030", {NULL, 0}, {NARROW, C("\u6587", "\xCE\xC4"), C("\xC2\x81", "\x81\x30\x81\x31")}},
    {"big5", {NULL, 0}, {NARROW, C("\u4E2D", "\xA4\xA4"), C("\u529F", "\xA5\x5C")}},
    {"euc-jp",
     {NULL, 0},
     {NARROW, C("\u65E5", "\xC6\xFC"), C("\uFF71", "\x8E\xB1"), C("\u02D8", "\x8F\xA2\xAF")}},
    {"shift_jis",
     {NULL, 0},
     {NARROW, C("\u65E5", "\x93\xFA"), C("\uFF71", "\xB1"), C("\u8868", "\x95\x5C"),
      C("\u2460", "\x87\x40")}},
    {"euc-kr", {NULL, 0}, {NARROW, C("\uD55C", "\xC7\xD1"), C("\uAC02", "\x81\x41")}},
};

static uint64_t next_random(uint64_t *seed, uint64_t below)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (*seed >> 33) % below;
}

static void add(made *m, const character *c)
{
    uint32_t line = 1, column = 1;
    if (m->count > 0) {
        bool ends = strcmp(m->at[m->count - 1].utf8, "\n") == 0;
        line      = m->at[m->count - 1].line + ends;
        column    = ends ? 1 : m->at[m->count - 1].column + 1;
    }
    memcpy(m->bytes + m->len, c->bytes.ptr, c->bytes.len);
    m->at[m->count].start  = m->len;
    m->at[m->count].end    = m->len += c->bytes.len;
    m->at[m->count].line   = line;
    m->at[m->count].column = column;
    m->at[m->count++].utf8 = c->utf8;
}

/* Words of one kind of character and of several; `with_bom` if the encoding has one. */
static void make(size_t row, bool with_bom, uint64_t *seed, made *m)
{
    size_t kinds = 0;
    while (kinds < MAX_CHARACTERS && cases[row].characters[kinds].utf8 != NULL)
        kinds++;
    *m = (made){0};
    if (with_bom && cases[row].bom.len > 0)
        memcpy(m->bytes, cases[row].bom.ptr, m->len = cases[row].bom.len);
    while (m->count < MAX_TEXT / 10) {
        size_t kind = next_random(seed, kinds), times = 1 + next_random(seed, 9);
        for (size_t i = 0; i < times; i++)
            add(m, &cases[row]
                        .characters[next_random(seed, 4) == 0 ? next_random(seed, kinds) : kind]);
    }
}

/* The decoded text as a document of one block that is all of it. */
static void read_whole(cc_arena *arena, const made *m, const cc_decoded *decoded, cc_document *ret)
{
    cc_builder  builder;
    cc_fault    fault = {0};
    cc_piece    piece = {0, (uint32_t)decoded->text.len, CC_VERBATIM, {CC_PLACE_BYTES, {{0}}}};
    cc_block_in block = {.size        = sizeof block,
                         .kind        = CC_CELL,
                         .text        = decoded->text,
                         .pieces      = &piece,
                         .piece_count = 1};
    piece.place.at.bytes.end = decoded->text.len;
    cc_builder_init(&builder, arena, decoded, &abbreviations, SIZE_MAX);
    assert_int_equal(cc_builder_put(&builder, &block, &fault), CC_OK);
    cc_builder_finish(&builder, (cc_str){m->bytes, m->len}, ret);
}

static void check_made(cc_arena *arena, const char *name, const made *m, const cc_decoded *decoded)
{
    cc_document doc;
    uint32_t    at = 0;
    read_whole(arena, m, decoded, &doc);
    for (size_t i = 0; i < m->count; i++) {
        cc_str      want = cc_str_z(m->at[i].utf8);
        cc_span     span = {at, (uint32_t)want.len};
        cc_position p    = cc_document_position(&doc, span);
        cc_str      got  = cc_document_slice(arena, &doc, span);
        if (p.place.at.bytes.start != m->at[i].start || p.place.at.bytes.end != m->at[i].end ||
            p.line != m->at[i].line || p.column != m->at[i].column)
            fail_msg("%s: character %zu is at %u to %u, %u:%u; wanted %zu to %zu, %u:%u", name, i,
                     (unsigned)p.place.at.bytes.start, (unsigned)p.place.at.bytes.end, p.line,
                     p.column, m->at[i].start, m->at[i].end, m->at[i].line, m->at[i].column);
        if (!cc_str_eq(got, want) && want.ptr[0] != '\n')
            fail_msg("%s: character %zu is '%.*s', wanted '%.*s'", name, i, CC_F(got), CC_F(want));
        at += span.len;
    }
    if (at != decoded->text.len)
        fail_msg("%s: %zu bytes of text, wanted %u", name, decoded->text.len, at);
}

static void test_every_position(void **state)
{
    static made m;
    uint64_t    seed = 5;
    (void)state;
    for (size_t row = 0; row < sizeof cases / sizeof *cases; row++)
        for (size_t n = 0; n < 12; n++) {
            cc_arena   arena = {0};
            cc_decoded decoded;
            make(row, n % 2 == 0, &seed, &m);
            cc_decode(&arena, (cc_str){m.bytes, m.len}, cc_encoding_find(cc_str_z(cases[row].name)),
                      &decoded);
            check_made(&arena, cases[row].name, &m, &decoded);
            cc_arena_release(&arena);
        }
}

/* What is no character, and what stands after it. */
static void test_invalid(void **state)
{
    static const struct {
        const char *name;
        cc_str      bytes;
        const char *text;
        size_t      replaced;
    } rows[] = {
        {"utf-16le", {"a\0b", 3}, "a\uFFFD", 1},
        {"utf-16le",
         {"\x3D\xD8"
          "a\0",
          4},
         "\uFFFDa",
         1},
        {"utf-16le", {"\x3D\xD8", 2}, "\uFFFD", 1},
        {"utf-16le", {"\x3D\xD8\x3D\xD8\0\xDE", 6}, "\uFFFD\U0001F600", 1},
        {"utf-16be", {"\xD8\x3D\xDE", 3}, "\uFFFD\uFFFD", 2},
        {"utf-16be", {"\0a\xFE\xFF", 4}, "a\uFEFF", 0}, /* a BOM in the middle is none */
        {"utf-32le", {"a\0\0\0b\0\0", 7}, "a\uFFFD", 1},
        {"gbk", {"\xD6<\xD6\xD0", 4}, "\uFFFD<\u4E2D", 1},
        {"gbk", {"a\xD6", 2}, "a\uFFFD", 1},
        {"gb18030", {"\x94\x39\xFC", 3}, "\uFFFD9\uFFFD", 2},
        {"shift_jis", {"\x93\n\x95\x5C", 4}, "\uFFFD\n\u8868", 1},
        {"euc-jp", {"\x8F\xA2<", 3}, "\uFFFD\uFFFD<", 2},
        {"euc-kr", {"\xC7", 1}, "\uFFFD", 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        cc_arena   arena = {0};
        cc_decoded d;
        cc_decode(&arena, rows[i].bytes, cc_encoding_find(cc_str_z(rows[i].name)), &d);
        if (!cc_str_eq(d.text, cc_str_z(rows[i].text)) || d.replaced != rows[i].replaced)
            fail_msg("case %zu, %s: got '%.*s', %zu replaced", i, rows[i].name, CC_F(d.text),
                     d.replaced);
        cc_arena_release(&arena);
    }
}

/* Characters follow one another in the bytes without gaps, from a BOM to the end. */
static void check_gaps(const char *name, cc_str bytes, const cc_decoded *d)
{
    size_t len, end = 0;
    if (!cc_utf8_is_valid(d->text))
        fail_msg("%s: not UTF-8", name);
    for (size_t i = 0; i < d->text.len; i += len) {
        cc_utf8_at(d->text, i, &len);
        cc_place p = {.kind = CC_PLACE_BYTES, .at.bytes = {i, i + len}};
        p          = cc_runs_place(&d->map, p);
        if (i == 0 && p.at.bytes.start <= 4)
            end = p.at.bytes.start;
        if (p.at.bytes.start != end || p.at.bytes.end <= end)
            fail_msg("%s: the character at %zu is at %u to %u, the last ended at %zu", name, i,
                     (unsigned)p.at.bytes.start, (unsigned)p.at.bytes.end, end);
        end = p.at.bytes.end;
    }
    if (d->text.len > 0 && end != bytes.len)
        fail_msg("%s: the text ends at %zu of %zu bytes", name, end, bytes.len);
}

static void test_random_bytes(void **state)
{
    static const unsigned char odd[] = {0x00, 0x0A, 0x0D, 0x30, 0x40, 0x5C, 0x7F, 0x80,
                                        0x81, 0x8E, 0x8F, 0xA1, 0xD8, 0xDC, 0xFE, 0xFF};
    uint64_t                   seed  = 11;
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t n = 0; n < 400; n++) {
            char       bytes[200];
            size_t     len   = next_random(&seed, sizeof bytes + 1);
            cc_arena   arena = {0};
            cc_decoded d;
            for (size_t k = 0; k < len; k++)
                bytes[k] = (char)(n % 2 == 0 ? next_random(&seed, 256)
                                             : odd[next_random(&seed, sizeof odd)]);
            cc_decode(&arena, (cc_str){bytes, len}, cc_encoding_find(cc_str_z(cases[i].name)), &d);
            check_gaps(cases[i].name, (cc_str){bytes, len}, &d);
            cc_arena_release(&arena);
        }
}

/* A long text costs a run for each stretch of one script, not one for each character. */
static void test_small_maps(void **state)
{
    static const struct {
        const char *name;
        cc_str      line;
        size_t      runs; /* a line */
    } rows[] = {
        {"utf-16le",
         {"E\0x\0p\0o\0r\0t\0s\0 \0"
          "5\0%\0.\0\n\0",
          22},
         0},
        {"utf-16le", {"\x2D\x4E\x87\x65\x2D\x4E\x87\x65\n\0", 10}, 2},
        {"gbk", {"\xD6\xD0\xCE\xC4\xD6\xD0\xCE\xC4\xD6\xD0\xCE\xC4\n", 13}, 2},
        {"koi8-r", {"\xD6\xD6\xD6\xD6\xD6 \xD6\xD6\xD6\xD6\xD6\xD6\n", 13}, 4},
    };
    enum { LINES = 20000 };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        cc_arena   arena = {0};
        cc_bytes   bytes = {0};
        cc_decoded d;
        for (size_t n = 0; n < LINES; n++)
            cc_bytes_put(&arena, &bytes, rows[i].line);
        cc_decode(&arena, (cc_str){bytes.ptr, bytes.len}, cc_encoding_find(cc_str_z(rows[i].name)),
                  &d);
        if (d.map.n > rows[i].runs * LINES + 1 || d.replaced > 0)
            fail_msg("%s: %zu runs, %zu replaced", rows[i].name, d.map.n, d.replaced);
        cc_arena_release(&arena);
    }
}

static void test_binary(void **state)
{
    static const struct {
        const char *name;
        cc_str      bytes;
        bool        binary;
    } rows[] = {
        {"utf-16le", {"a\0b\0c\0d\0", 8}, false},
        {"utf-16le", {"a\0\1\0\2\0\0\0", 8}, true},
        {"windows-1252", {"\xE9\xE8", 2}, false},
        {"windows-1252", {"\xE9\1", 2}, true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        cc_arena   arena = {0};
        cc_decoded d;
        cc_decode(&arena, rows[i].bytes, cc_encoding_find(cc_str_z(rows[i].name)), &d);
        if (d.binary != rows[i].binary)
            fail_msg("case %zu: got %d", i, d.binary);
        cc_arena_release(&arena);
    }
}

/* A run for each byte: what fits is read, and the place of its end is right. */
static void test_cut(void **state)
{
    enum { SIZE = 17 << 20 };
    cc_arena   arena = {0};
    char      *bytes = cc_new(&arena, char, SIZE);
    cc_decoded d;
    (void)state;
    for (size_t i = 0; i < SIZE; i++)
        bytes[i] = i % 2 == 0 ? 'a' : '\xE9';
    cc_decode(&arena, (cc_str){bytes, SIZE}, cc_encoding_find(CC_S("latin1")), &d);
    cc_place p = {.kind = CC_PLACE_BYTES, .at.bytes = {d.text.len - 3, d.text.len}};
    p          = cc_runs_place(&d.map, p);
    assert_true(d.cut);
    assert_false(d.binary);
    assert_true(d.map.n <= 16 << 20);
    assert_int_equal(p.at.bytes.end, d.map.n);
    assert_int_equal(p.at.bytes.start, d.map.n - 2);
    cc_arena_release(&arena);
}

/* Two millions of nothing known: it stops, and says so. */
static void test_hostile(void **state)
{
    enum { SIZE = 4 << 20 };
    cc_arena   arena = {0};
    char      *bytes = cc_new(&arena, char, SIZE);
    cc_decoded d;
    (void)state;
    for (size_t i = 0; i < SIZE; i++)
        bytes[i] = (char)(i % 2 == 0 ? 0x00 : 0xDC);
    cc_decode(&arena, (cc_str){bytes, SIZE}, cc_encoding_find(CC_S("utf-16le")), &d);
    assert_true(d.binary);
    assert_int_equal(d.replaced, CC_MAX_REPLACED);
    cc_arena_release(&arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_position), cmocka_unit_test(test_invalid),
        cmocka_unit_test(test_random_bytes),   cmocka_unit_test(test_small_maps),
        cmocka_unit_test(test_binary),         cmocka_unit_test(test_cut),
        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
