/* test_runs.c - places of characters of several sizes, counted one by one. */
#include "text/runs.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* "ab" from two bytes each, "é" from one, "c" from two. The bytes begin after a BOM of two. */
static cc_runs sample(cc_arena *arena)
{
    static const cc_run put[] = {{0, 2, 1, 2}, {1, 4, 1, 2}, {2, 6, 2, 1}, {4, 7, 1, 2}};
    cc_runs             runs  = {0};
    for (size_t i = 0; i < sizeof put / sizeof *put; i++)
        cc_runs_put(arena, &runs, put[i]);
    return runs;
}

static void test_place(void **state)
{
    static const struct {
        uint64_t from, to, start, end;
    } cases[] = {
        {0, 5, 2, 9}, {0, 1, 2, 4}, {1, 2, 4, 6}, {1, 4, 4, 7}, {2, 4, 6, 7},
        {4, 5, 7, 9}, {2, 3, 6, 7}, {3, 4, 6, 7}, {3, 5, 6, 9}, /* half of a character */
        {0, 0, 2, 2}, {2, 2, 6, 6}, {3, 3, 6, 6}, {4, 4, 7, 7}, {5, 5, 9, 9},
    };
    cc_arena arena = {0};
    cc_runs  runs = sample(&arena), none = {0};
    (void)state;
    assert_int_equal(runs.n, 3);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_place text = {.kind = CC_PLACE_BYTES, .at.bytes = {cases[i].from, cases[i].to}};
        cc_place got = cc_runs_place(&runs, text), same = cc_runs_place(&none, text);
        if (got.at.bytes.start != cases[i].start || got.at.bytes.end != cases[i].end)
            fail_msg("case %zu: got %u to %u", i, (unsigned)got.at.bytes.start,
                     (unsigned)got.at.bytes.end);
        assert_int_equal(same.at.bytes.start, cases[i].from);
        assert_int_equal(same.at.bytes.end, cases[i].to);
    }
    cc_arena_release(&arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {cmocka_unit_test(test_place)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
