/* test_glob.c - globs as gitignore(5) reads them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "source/glob.h"

#include <stdlib.h>

static const struct {
    const char *glob, *path;
    bool        wanted;
} cases[] = {
    {"a.txt", "a.txt", true},
    {"a.txt", "b.txt", false},
    {"a.txt", "a.txt.gz", false},
    {"", "", true},
    {"", "a", false},
    {"*", "", true},
    {"*", "abc", true},
    {"*.txt", "a.txt", true},
    {"*.txt", ".txt", true},
    {"*.txt", "a.txt2", false},
    {"a*b*c", "aXbYc", true},
    {"a*b*c", "abbcc", true},
    {"a*b*c", "acb", false},
    {"?.txt", "a.txt", true},
    {"?.txt", ".txt", false},
    /* One character, not one byte. */
    {"?.txt", "\xC3\xA9.txt", true},
    {"[\xC3\xA0-\xC3\xBF].txt", "\xC3\xA9.txt", true},
    {"[a-c]x", "bx", true},
    {"[a-c]x", "dx", false},
    {"[!a-c]x", "dx", true},
    {"[^a-c]x", "bx", false},
    {"[]]x", "]x", true},
    {"[a-]x", "-x", true},
    {"[\\]]x", "]x", true},
    /* Nothing ends it: it stands for itself. */
    {"[a", "[a", true},
    {"[a", "a", false},
    {"\\*", "*", true},
    {"\\*", "a", false},
    {"a\\", "a\\", true},
    /* Without a slash the last part counts. */
    {"*.txt", "x/y/a.txt", true},
    {"x", "x/y", false},
    /* With one the whole path. */
    {"x/*.txt", "x/a.txt", true},
    {"x/*.txt", "x/y/a.txt", false},
    {"x/*.txt", "z/x/a.txt", false},
    {"/a.txt", "a.txt", true},
    {"/a.txt", "x/a.txt", false},
    {"x?y/z", "x/y/z", false},
    {"x[/]y/z", "x/y/z", false},
    {"**/a.txt", "a.txt", true},
    {"**/a.txt", "x/y/a.txt", true},
    {"**/a.txt", "x/ya.txt", false},
    {"x/**", "x/a", true},
    {"x/**", "x/a/b", true},
    {"x/**", "x", false},
    {"x/**/a", "x/a", true},
    {"x/**/a", "x/y/z/a", true},
    {"x/**/a", "xa", false},
    {"**/y/*.txt", "x/y/y/a.txt", true},
    {"**/y*/b/**", "x/yz/b/c/d", true},
    /* Not a whole part: as one star. */
    {"x**y/z", "xaby/z", true},
    {"x**y/z", "xa/by/z", false},
};

static void test_match(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool got = cc_glob_match(cc_str_z(cases[i].glob), cc_str_z(cases[i].path));
        if (got != cases[i].wanted)
            fail_msg("'%s' on '%s': got %d, wanted %d", cases[i].glob, cases[i].path, got,
                     cases[i].wanted);
    }
}

static void test_covers(void **state)
{
    (void)state;
    static const struct {
        const char *glob, *path;
        bool        wanted;
    } rows[] = {
        {"x", "x/y/a.txt", true},
        {"y/", "x/y/a.txt", true},
        {"x/y", "x/y/a.txt", true},
        {"a.txt", "x/a.txt", true},
        {"a.txt/", "x/a.txt", false},
        {"z", "x/y/a.txt", false},
        {"/", "x", false},
        {"", "x", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool got = cc_glob_covers(cc_str_z(rows[i].glob), cc_str_z(rows[i].path));
        if (got != rows[i].wanted)
            fail_msg("'%s' on '%s': got %d, wanted %d", rows[i].glob, rows[i].path, got,
                     rows[i].wanted);
    }
}

/* A glob that a matcher with a stack of stars would take years for. */
static void test_hostile(void **state)
{
    (void)state;
    char glob[400], path[2000];
    for (size_t i = 0; i < sizeof glob; i += 4)
        memcpy(glob + i, i % 8 == 0 ? "*a*a" : "**/a", 4);
    memset(path, 'a', sizeof path);
    for (size_t i = 99; i < sizeof path; i += 100)
        path[i] = '/';
    glob[sizeof glob - 1] = 'b';
    assert_false(cc_glob_match((cc_str){glob, sizeof glob}, (cc_str){path, sizeof path}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_match),
        cmocka_unit_test(test_covers),
        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
