/* test_wrap.c - where lines are broken, and what is not sent to a terminal. */
#include "base/wrap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define TEN "012345678 "
#define NINETY TEN TEN TEN TEN TEN TEN TEN TEN TEN

static void test_lines(void **state)
{
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        {"", ""},
        {"one line", "one line\n"},
        {"one line\n", "one line\n"},
        {"one\n\ntwo", "one\n\ntwo\n"},
        {NINETY "012345678", NINETY "012345678\n"},
        {NINETY "0123456789", "012345678 " TEN TEN TEN TEN TEN TEN TEN "012345678\n0123456789\n"},
        /* Columns, not bytes. */
        {NINETY "01234567\xC3\xA9", NINETY "01234567\xC3\xA9\n"},
        {NINETY "01234\x1b[", "012345678 " TEN TEN TEN TEN TEN TEN TEN "012345678\n01234\\x1B[\n"},
        {"a\tb\x7F", "a\\x09b\\x7F\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char  *got = NULL;
        size_t len = 0;
        FILE  *to  = open_memstream(&got, &len);
        cc_wrap(to, cc_str_z(cases[i].text));
        fclose(to);
        if (strcmp(got, cases[i].wanted) != 0)
            fail_msg("'%s': got\n%s\nwanted\n%s", cases[i].text, got, cases[i].wanted);
        free(got);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_lines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
