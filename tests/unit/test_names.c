/* test_names.c - names as they are shown, and a second member of one name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/bounds.h"
#include "source/names.h"

static void check(cc_str got, const char *wanted)
{
    if (!cc_str_eq(got, cc_str_z(wanted)))
        fail_msg("got '%.*s', wanted '%s'", CC_F(got), wanted);
}

static void test_show(void **state)
{
    (void)state;
    static const struct {
        const char *name, *wanted;
    } cases[] = {
        {"", ""},
        {"reports/q3.txt", "reports/q3.txt"},
        {"../../etc/x", "../../etc/x"},
        {"/etc/x", "/etc/x"},
        {"a b#2 (copy).txt", "a b#2 (copy).txt"},
        {"caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80", "caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80"},
        {"a!b", "a\\x21b"},
        {"a\\b", "a\\x5Cb"},
        /* What stands for an escape is no escape. */
        {"a\\x21b", "a\\x5Cx21b"},
        {"new\nline\t\x1B[31m\x7F", "new\\x0Aline\\x09\\x1B[31m\\x7F"},
        {"\xFF\xFE", "\\xFF\\xFE"},
        {"\xC3", "\\xC3"},
        {"\xC3x", "\\xC3x"},
        /* Overlong, a surrogate, above the last code point. */
        {"\xC0\xAF", "\\xC0\\xAF"},
        {"\xED\xA0\x80", "\\xED\\xA0\\x80"},
        {"\xF4\x90\x80\x80", "\\xF4\\x90\\x80\\x80"},
        {"\xC2\x85", "\\xC2\\x85"},
        {"txt\xE2\x80\xAE"
         "exe",
         "txt\\xE2\\x80\\xAE"
         "exe"},
    };
    cc_arena arena = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(cc_name_show(&arena, cc_str_z(cases[i].name), NULL), cases[i].wanted);
    check(cc_name_show(&arena, CC_S("a\0b"), NULL), "a\\x00b");
    cc_arena_release(&arena);
}

static void test_long(void **state)
{
    (void)state;
    static const struct {
        size_t len;
        char   last; /* the name is this after 'a's */
        size_t shown;
        bool   cut;
    } cases[] = {
        {CC_MAX_PATH_BYTES, 'a', CC_MAX_PATH_BYTES, false},
        {CC_MAX_PATH_BYTES + 1, 'a', CC_MAX_PATH_BYTES, true},
        /* An escape is not cut in half. */
        {CC_MAX_PATH_BYTES - 3, '!', CC_MAX_PATH_BYTES, false},
        {CC_MAX_PATH_BYTES - 2, '!', CC_MAX_PATH_BYTES - 3, true},
    };
    cc_arena arena = {0};
    char     name[CC_MAX_PATH_BYTES + 1];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool cut = !cases[i].cut;
        memset(name, 'a', sizeof name);
        name[cases[i].len - 1] = cases[i].last;
        cc_str got             = cc_name_show(&arena, (cc_str){name, cases[i].len}, &cut);
        assert_int_equal(got.len, cases[i].shown);
        assert_int_equal(cut, cases[i].cut);
    }
    cc_arena_release(&arena);
}

static void test_twice(void **state)
{
    (void)state;
    static const struct {
        const char *name, *wanted;
    } cases[] = {
        {"a", "a"},
        {"a", "a#2"},
        {"a", "a#3"},
        {"b#2", "b#2"},
        {"b", "b"},
        /* "b#2" is taken by a member of that name. */
        {"b", "b#3"},
        {"b#2", "b#2#2"},
        {"", ""},
        {"", "#2"},
    };
    cc_names names = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(cc_names_add(&names, cc_str_z(cases[i].name)), cases[i].wanted);
    assert_true(cc_names_has(&names, CC_S("a#3")));
    assert_false(cc_names_has(&names, CC_S("a#4")));
    cc_names_release(&names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_show),
        cmocka_unit_test(test_long),
        cmocka_unit_test(test_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
