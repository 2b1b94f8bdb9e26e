/* test_ascii.c - strings made plain. */
#include "base/ascii.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static const struct {
    cc_str      text;
    const char *wanted;
} cases[] = {
    {{"", 0}, ""},
    {{"plain ~!", 8}, "plain ~!"},
    {{"\n", 1}, "\\x0a"},
    {{"a\tb", 3}, "a\\x09b"},
    {{"\0", 1}, "\\x00"},
    {{"\x1f\x20\x7e\x7f\x80", 5}, "\\x1f ~\\x7f\\x80"},
    {{"\xC3\xA9t\xFF", 4}, "\\xc3\\xa9t\\xff"},
};

static void test_ascii(void **state)
{
    cc_arena arena = {0};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_str got = cc_ascii(&arena, cases[i].text);
        if (!cc_str_eq(got, cc_str_z(cases[i].wanted)))
            fail_msg("case %zu: got '%.*s', wanted '%s'", i, CC_F(got), cases[i].wanted);
    }
    cc_arena_release(&arena);
}

static void test_shares_what_is_plain(void **state)
{
    cc_arena arena = {0};
    cc_str   plain = CC_S("plain");
    (void)state;
    assert_ptr_equal(cc_ascii(&arena, plain).ptr, plain.ptr);
    assert_null(arena.last);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ascii),
        cmocka_unit_test(test_shares_what_is_plain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
