/* test_warc_record.c - damaged web archives: no record is lost in silence, and none beside. */
#include "warc_box.h"

#include "source/warc_record.h"

#define SIX                                                                                        \
    INFO PAGE("http://a.b/1", "one")                                                               \
        RECORD("request", "http://a.b/2", "", "GET / HTTP/1.1\r\n\r\n")                            \
            PAGE("http://a.b/2", "two <p>\r\n\r\ntwo") RECORD("metadata", "u", "", "")             \
                PAGE("http://a.b/3", "three")

static uint64_t count_records(cc_str bytes, uint64_t *ret_broken)
{
    cc_arena       arena = {0};
    cc_warc_record record;
    uint64_t       whole = 0;
    cc_warc        warc  = {.stream = cc_stream_memory(&arena, bytes), .max_bytes = 1u << 20};
    while (cc_warc_next(&warc, &record))
        whole += record.reason == NULL;
    *ret_broken = warc.broken;
    cc_arena_release(&arena);
    return whole;
}

/* How many records begin before `at`. */
static uint64_t count_begun(const made *m, size_t at)
{
    uint64_t n = 0;
    for (size_t i = 0; i < at; i++)
        n += m->len - i > 8 && memcmp(m->bytes + i, "WARC/1.0", 8) == 0;
    return n;
}

/* Whatever is cut or changed: each record that was there is whole or counted as broken. */
static void test_counts(void **state)
{
    static made m;
    uint64_t    broken, whole;
    (void)state;
    m.len = 0;
    fill_in(&m, SIX);
    whole = count_records((cc_str){m.bytes, m.len}, &broken);
    assert_int_equal(whole, 6);
    assert_int_equal(broken, 0);
    for (size_t at = 1; at < m.len; at++) {
        char *copy = test_malloc(at);
        memcpy(copy, m.bytes, at);
        whole = count_records((cc_str){copy, at}, &broken);
        if (whole + broken != count_begun(&m, at) || broken > 1)
            fail_msg("cut at %zu: got %d whole and %d broken, wanted %d", at, (int)whole,
                     (int)broken, (int)count_begun(&m, at));
        test_free(copy);
    }
    static const char CHANGES[] = {1, 2, 4, 0x10, 0x20, 0x55, (char)0x80, (char)0xFF};
    for (size_t i = 0; i < m.len * sizeof CHANGES; i++) {
        size_t at = i / sizeof CHANGES;
        m.bytes[at] ^= CHANGES[i % sizeof CHANGES];
        whole = count_records((cc_str){m.bytes, m.len}, &broken);
        m.bytes[at] ^= CHANGES[i % sizeof CHANGES];
        if (whole + broken < 6 || whole < 5)
            fail_msg("byte %zu ^ %d: got %d whole and %d broken, wanted 6", at,
                     CHANGES[i % sizeof CHANGES], (int)whole, (int)broken);
    }
}

/* Any piece taken out or put in twice: as before, for all records it does not touch. */
static void test_splices(void **state)
{
    static made m, other;
    uint64_t    broken, whole;
    (void)state;
    m.len = 0;
    fill_in(&m, SIX);
    for (size_t step = m.len / 50, from = 1; from + step < m.len; from += 7) {
        other.len = 0;
        put(&other, m.bytes, from);
        put(&other, m.bytes + from + step, m.len - from - step);
        uint64_t gone = count_begun(&m, from + step) - count_begun(&m, from);
        whole         = count_records((cc_str){other.bytes, other.len}, &broken);
        if (whole < 6 - gone - 1 || (whole < 6 && broken == 0 && gone == 0))
            fail_msg("out at %zu: got %d whole and %d broken", from, (int)whole, (int)broken);
        other.len = 0;
        put(&other, m.bytes, from + step);
        put(&other, m.bytes + from, m.len - from);
        whole = count_records((cc_str){other.bytes, other.len}, &broken);
        if (whole < 5 || (whole < 6 && broken == 0))
            fail_msg("twice at %zu: got %d whole and %d broken", from, (int)whole, (int)broken);
    }
}

/* A damaged gzip member costs its own record, wherever the damage is. */
static void test_damaged_members(void **state)
{
    box        *b = *state;
    static made m, packed;
    size_t      ends[16];
    m.len = 0;
    fill_in(&m, SIX);
    size_t count = pack_records(&m, &packed, ends);
    assert_int_equal(count, 6);
    for (size_t at = ends[0]; at < packed.len; at++) {
        packed.bytes[at] ^= 0x55;
        box_write("x", packed.bytes, packed.len);
        packed.bytes[at] ^= 0x55;
        assert_int_equal(WALK(b, "x"), CC_OK);
        const char *const pages[]   = {"ok - x!http://a.b/1|one\n", "ok - x!http://a.b/2|two",
                                       "ok - x!http://a.b/3|three\n"};
        const size_t      members[] = {1, 3, 5};
        for (size_t i = 0; i < 3; i++) {
            bool hit = at >= ends[members[i] - 1] && at < ends[members[i]];
            if (!hit && strstr(b->lines, pages[i]) == NULL)
                fail_msg("byte %zu: got\n%swanted %s", at, b->lines, pages[i]);
        }
        bool told = strstr(b->lines, "partial crc-mismatch x|") != NULL ||
                    strstr(b->lines, "partial truncated x|") != NULL ||
                    strstr(b->lines, "partial trailing-garbage x|") != NULL;
        bool same = strstr(b->lines, pages[0]) != NULL && strstr(b->lines, pages[1]) != NULL &&
                    strstr(b->lines, pages[2]) != NULL;
        if (!told && !same)
            fail_msg("byte %zu: got\n%swanted a word on the archive", at, b->lines);
    }
}

/* Damage that hides in one block of the stream what it is found in the next: a member that is
 * stored and cut takes others for its own content. */
static void test_damage_across_blocks(void **state)
{
    enum { CUT_AT = 60000, SMALL = 12, BIG = 90000 };
    box        *b = *state;
    static made text, m;
    char        wanted[64];
    m.len = text.len = 0;
    fill_in(&text, INFO);
    put_deflated(&m, text.bytes, text.len, 31, 9);
    memset(text.bytes, 'a', BIG);
    put_deflated(&m, text.bytes, BIG, 31, 0);
    m.len = CUT_AT;
    for (int i = 0; i < SMALL; i++) {
        char page[512];
        snprintf(page, sizeof page, PAGE("http://a.b/%d", "five"), i);
        text.len = 0;
        fill_in(&text, page);
        put_deflated(&m, text.bytes, text.len, 31, 9);
    }
    for (unsigned i = 0; i < BIG; i++)
        text.bytes[i] = (char)(i * 2654435761u >> 13);
    put_deflated(&m, text.bytes, BIG, 31, 0);
    box_write("x", m.bytes, m.len);
    assert_int_equal(WALK(b, "x"), CC_OK);
    for (int i = 0; i < SMALL; i++) {
        snprintf(wanted, sizeof wanted, "ok - x!http://a.b/%d|five\n", i);
        if (strstr(b->lines, wanted) == NULL)
            fail_msg("got\n%swanted %s", b->lines, wanted);
    }
    assert_non_null(strstr(b->lines, "partial crc-mismatch x|\n"));
}

/* Wherever the next record begins in the blocks that are read, it is found: behind noise, and
 * behind a record without a length. */
static void test_edges(void **state)
{
    static const char *const BEFORE[] = {INFO, HEAD("resource", "a") "\r\n"};
    static made              m;
    (void)state;
    for (size_t row = 0; row < 2; row++)
        for (size_t i = 0; i < 5 * 120; i++) {
            size_t   behind = (i / 120 + 1) * CC_BLOCK_BYTES - i % 120;
            uint64_t broken;
            m.len = 0;
            fill_in(&m, BEFORE[row]);
            memset(m.bytes + m.len, 'a', behind - m.len);
            m.len = behind;
            fill_in(&m, PAGE("http://a.b/", "five"));
            uint64_t whole = count_records((cc_str){m.bytes, m.len}, &broken);
            if (whole != 2 - row || broken != 1)
                fail_msg("row %zu, at %zu: got %d whole and %d broken", row, behind, (int)whole,
                         (int)broken);
        }
}

/* Content over the limit is cut there, whatever is said of its length; the next record is found. */
static void test_too_large(void **state)
{
    enum { LIMIT = 1000 };
    static const struct {
        size_t      real;
        const char *length, *reason;
        size_t      kept;
        uint64_t    broken;
    } cases[] = {
        {LIMIT, "Content-Length: 1000\r\n", NULL, LIMIT, 0},
        {LIMIT + 1, "Content-Length: 1001\r\n", "too-large", LIMIT, 0},
        {LIMIT + 1, "", "crc-mismatch", LIMIT, 1},
        {LIMIT + 1, "Content-Length: 2000\r\n", "truncated", LIMIT, 1},
        {LIMIT + 1, "Content-Length: 10\r\n", "crc-mismatch", LIMIT, 1},
        {LIMIT - 1, "Content-Length: 2000\r\n", "truncated", LIMIT - 1, 1},
        {7 * CC_BLOCK_BYTES, "Content-Length: 10\r\n", "too-large", LIMIT, 0},
    };
    static made m;
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_arena       arena = {0};
        cc_warc_record record;
        m.len = 0;
        fill_in(&m, HEAD("resource", "a"));
        fill_in(&m, cases[i].length);
        fill_in(&m, "\r\n");
        memset(m.bytes + m.len, 'a', cases[i].real);
        m.len += cases[i].real;
        fill_in(&m, "\r\n\r\n" PAGE("http://a.b/", "five"));
        cc_warc warc = {.stream    = cc_stream_memory(&arena, (cc_str){m.bytes, m.len}),
                        .max_bytes = LIMIT};
        assert_true(cc_warc_next(&warc, &record));
        const char *got  = record.reason == NULL ? "none" : record.reason;
        const char *want = cases[i].reason == NULL ? "none" : cases[i].reason;
        if (strcmp(got, want) != 0 || record.len != cases[i].kept || warc.broken != cases[i].broken)
            fail_msg("case %zu: got %s, %zu bytes, %d broken, wanted %s, %zu, %d", i, got,
                     record.len, (int)warc.broken, want, cases[i].kept, (int)cases[i].broken);
        if (!cc_warc_next(&warc, &record) || record.reason != NULL)
            fail_msg("case %zu: the next record is lost", i);
        assert_false(cc_warc_next(&warc, &record));
        cc_arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_splices),
        cmocka_unit_test_setup_teardown(test_damaged_members, box_open, box_close),
        cmocka_unit_test_setup_teardown(test_damage_across_blocks, box_open, box_close),
        cmocka_unit_test(test_edges),
        cmocka_unit_test(test_too_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
