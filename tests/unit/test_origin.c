/* test_origin.c - maps and lines. */
#include "text/origin.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static cc_segment segment(uint32_t off, uint32_t len, bool verbatim, uint64_t start, uint64_t end)
{
    cc_segment s           = {off, len, verbatim, {.kind = CC_PLACE_BYTES}};
    s.place.at.bytes.start = start;
    s.place.at.bytes.end   = end;
    return s;
}

/* Text "ab cd" from "a" at 3, "b" at 4, blanks 5 to 9 as one blank, "cd" at 9. */
static cc_map sample(cc_arena *arena)
{
    cc_map map = {0};
    cc_map_put(arena, &map, segment(0, 1, true, 3, 4));
    cc_map_put(arena, &map, segment(1, 1, true, 4, 5));
    cc_map_put(arena, &map, segment(2, 0, false, 5, 5));
    cc_map_put(arena, &map, segment(2, 1, false, 5, 9));
    cc_map_put(arena, &map, segment(3, 2, true, 9, 11));
    return map;
}

static void test_place(void **state)
{
    static const struct {
        cc_span  span;
        uint64_t start, end;
    } cases[] = {
        {{0, 5}, 3, 11}, {{0, 1}, 3, 4},  {{1, 1}, 4, 5},   {{1, 2}, 4, 9},
        {{2, 1}, 5, 9},  {{2, 2}, 5, 10}, {{4, 1}, 10, 11}, {{0, 0}, 3, 3},
        {{1, 0}, 4, 4},  {{3, 0}, 9, 9},  {{5, 0}, 11, 11},
    };
    cc_arena arena = {0};
    cc_map   map = sample(&arena), empty = {0};
    (void)state;
    assert_int_equal(map.n, 3);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_place p = cc_map_place(&map, cases[i].span);
        if (p.at.bytes.start != cases[i].start || p.at.bytes.end != cases[i].end)
            fail_msg("case %zu: got %u to %u", i, (unsigned)p.at.bytes.start,
                     (unsigned)p.at.bytes.end);
    }
    cc_place same = cc_map_place(&empty, (cc_span){7, 3});
    assert_int_equal(same.at.bytes.start, 7);
    assert_int_equal(same.at.bytes.end, 10);
    cc_arena_release(&arena);
}

static uint64_t next_random(uint64_t *seed, uint64_t below)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (*seed >> 33) % below;
}

/* Some text of some segments over a source of `*len` bytes; *len becomes the text's length. */
static cc_map random_map(cc_arena *arena, uint64_t *seed, uint32_t *len)
{
    cc_map   map  = {0};
    uint32_t text = 0, source = *len;
    for (uint32_t at = 0; at < source;) {
        uint32_t from     = (uint32_t)next_random(seed, 5) + 1;
        bool     verbatim = next_random(seed, 2);
        from              = from < source - at ? from : source - at;
        uint32_t to       = verbatim ? from : (uint32_t)next_random(seed, 3) + 1;
        cc_map_put(arena, &map, segment(text, to, verbatim, at, at + from));
        text += to;
        at += from;
    }
    *len = text;
    return map;
}

/* A span's place through the composed map is the outer place of its inner place. */
static void test_compose(void **state)
{
    uint64_t seed  = 7;
    cc_arena arena = {0};
    (void)state;
    for (size_t n = 0; n < 300; n++) {
        cc_mark  mark  = cc_arena_mark(&arena);
        uint32_t len   = 40;
        cc_map   outer = random_map(&arena, &seed, &len), inner = random_map(&arena, &seed, &len);
        cc_map   both = {0};
        cc_map_put_composed(&arena, &both, &inner, &outer);
        for (uint32_t i = 0; i < len; i++)
            for (uint32_t k = 1; k <= len - i; k++) {
                cc_place m    = cc_map_place(&inner, (cc_span){i, k});
                cc_span  span = {(uint32_t)m.at.bytes.start,
                                 (uint32_t)(m.at.bytes.end - m.at.bytes.start)};
                cc_place want = cc_map_place(&outer, span);
                cc_place got  = cc_map_place(&both, (cc_span){i, k});
                if (got.at.bytes.start != want.at.bytes.start ||
                    got.at.bytes.end != want.at.bytes.end)
                    fail_msg("map %zu, span %u+%u: got %u to %u, wanted %u to %u", n, i, k,
                             (unsigned)got.at.bytes.start, (unsigned)got.at.bytes.end,
                             (unsigned)want.at.bytes.start, (unsigned)want.at.bytes.end);
            }
        cc_arena_rewind(&arena, mark);
    }
    cc_arena_release(&arena);
}

static void test_other_places(void **state)
{
    cc_arena   arena = {0};
    cc_map     map = {0}, inner = {0}, both = {0};
    cc_segment s                = {0, 4, true, {.kind = CC_PLACE_PARAGRAPH}};
    s.place.at.paragraph.end_cp = 4;
    (void)state;
    cc_map_put(&arena, &map, s);
    s.text_off                    = 4;
    s.place.at.paragraph.start_cp = 4;
    s.place.at.paragraph.end_cp   = 8;
    cc_map_put(&arena, &map, s);
    cc_map_put(&arena, &inner, segment(0, 8, true, 0, 8));
    cc_map_put_composed(&arena, &both, &inner, &map);
    cc_place place = cc_map_place(&both, (cc_span){2, 4});
    assert_int_equal(both.n, 2);
    assert_int_equal(place.kind, CC_PLACE_PARAGRAPH);
    assert_int_equal(place.at.paragraph.start_cp, 2);
    assert_int_equal(place.at.paragraph.end_cp, 6);
    place = cc_map_place(&both, (cc_span){5, 0});
    assert_int_equal(place.at.paragraph.start_cp, 5);
    assert_int_equal(place.at.paragraph.end_cp, 5);
    map.at[0].verbatim = false;
    place              = cc_map_place(&map, (cc_span){2, 4});
    assert_int_equal(place.at.paragraph.start_cp, 0);
    assert_int_equal(place.at.paragraph.end_cp, 6);
    cc_arena_release(&arena);
}

static cc_segment rectangle(uint32_t off, uint32_t page, float x0, float y0, float x1, float y1)
{
    cc_segment s          = {off, 2, false, {.kind = CC_PLACE_PAGE}};
    s.place.at.page.page  = page;
    s.place.at.page.x0_pt = x0;
    s.place.at.page.y0_pt = y0;
    s.place.at.page.x1_pt = x1;
    s.place.at.page.y1_pt = y1;
    return s;
}

/* Two words: the rectangle is around both on one line, upright lines too, else it is the first's. */
static void test_pages(void **state)
{
    static const struct {
        float    x0, y0, x1, y1; /* of the second; the first is 10, 20, 30, 32 */
        uint32_t page;
        float    wanted[4];
    } rows[] = {
        {32, 18, 50, 34, 1, {10, 18, 50, 34}},
        {5, 33, 40, 45, 1, {10, 20, 30, 32}},
        {32, 20, 50, 32, 2, {10, 20, 30, 32}},
        {10, 2, 30, 19, 1, {10, 2, 30, 32}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        cc_arena arena = {0};
        cc_map   map   = {0};
        cc_map_put(&arena, &map, rectangle(0, 1, 10, 20, 30, 32));
        cc_map_put(&arena, &map,
                   rectangle(2, rows[i].page, rows[i].x0, rows[i].y0, rows[i].x1, rows[i].y1));
        cc_place place = cc_map_place(&map, (cc_span){1, 2});
        float    got[] = {place.at.page.x0_pt, place.at.page.y0_pt, place.at.page.x1_pt,
                          place.at.page.y1_pt};
        if (place.at.page.page != 1 || memcmp(got, rows[i].wanted, sizeof got) != 0)
            fail_msg("row %zu: got %.0f %.0f %.0f %.0f", i, got[0], got[1], got[2], got[3]);
        cc_arena_release(&arena);
    }
}

static void check_line(const cc_lines *lines, size_t at, uint32_t line, uint32_t column)
{
    uint32_t got_line, got_column;
    cc_lines_find(lines, at, &got_line, &got_column);
    if (got_line != line || got_column != column)
        fail_msg("offset %zu of '%.*s': got %u:%u, wanted %u:%u", at,
                 (int)(lines->bytes.len > 60 ? 60 : lines->bytes.len), lines->bytes.ptr, got_line,
                 got_column, line, column);
}

static void test_lines(void **state)
{
    static const struct {
        const char *text;
        size_t      offset;
        uint32_t    line, column;
    } cases[] = {
        {"", 0, 1, 1},
        {"abc", 2, 1, 3},
        {"a\nb", 2, 2, 1},
        {"a\r\nb", 3, 2, 1},
        {"a\rb", 2, 2, 1},
        {"a\r\r\n\n\rb", 6, 5, 1},
        {"a\n", 2, 2, 1},
        {"\r", 1, 2, 1},
        {"\u00E9\u4E2D\U0001F600x", 9, 1, 4},
        {"\xFF\xE2\x82x", 3, 1, 4}, /* three invalid bytes */
        {"\uFEFFx", 3, 1, 2},       /* decoding has taken a BOM away */
        {"abc", 99, 1, 4},
    };
    cc_arena arena = {0};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_lines lines;
        cc_lines_init(&arena, cc_str_z(cases[i].text), &lines);
        check_line(&lines, cases[i].offset, cases[i].line, cases[i].column);
    }
    cc_arena_release(&arena);
}

/* Each character of long files, counted one by one. */
static void test_many_lines(void **state)
{
    static const char *const parts[] = {
        "\n",       "\r", "\r\n", "\u00E9", "\U0001F600",        "\xFF",
        "\xE2\x82", "x",  "y",    "words ", "\u4E2D\u6587\u4E2D"};
    static const size_t limits[] = {11, 3, 8}; /* up to which of the parts */
    uint64_t            seed     = 3;
    (void)state;
    for (size_t n = 0; n < 9; n++) {
        cc_arena arena = {0};
        char    *text  = cc_new(&arena, char, 20000);
        size_t   len = 0, first = n % 3 == 2 ? 3 : 0;
        uint32_t line = 1, column = 1;
        while (len < 9000) {
            const char *part = parts[first + next_random(&seed, limits[n % 3])];
            size_t      size = strlen(part);
            memcpy(text + len, part, size);
            len += size;
        }
        cc_lines lines;
        cc_lines_init(&arena, (cc_str){text, len}, &lines);
        for (size_t i = 0; i < len;) {
            unsigned char c = (unsigned char)text[i];
            check_line(&lines, i, line, column++);
            bool crlf = c == '\r' && i + 1 < len && text[i + 1] == '\n';
            if (c == '\n' || (c == '\r' && !crlf)) {
                line++;
                column = 1;
            }
            bool cut = c == 0xE2 && (i + 2 >= len || ((unsigned char)text[i + 2] & 0xC0) != 0x80);
            i += c == 0xC3                                       ? 2
                 : c == 0xE4 || c == 0xE6 || (c == 0xE2 && !cut) ? 3
                 : c == 0xF0                                     ? 4
                                                                 : 1;
        }
        cc_arena_release(&arena);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_place),        cmocka_unit_test(test_compose),
        cmocka_unit_test(test_other_places), cmocka_unit_test(test_lines),
        cmocka_unit_test(test_many_lines),   cmocka_unit_test(test_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
