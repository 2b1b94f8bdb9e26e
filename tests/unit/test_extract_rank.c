/* test_extract_rank.c - ordinals become numbers; the host is a fake. */
#include "../../plugins/extract_rank.c"

#include "figure_box.h"

static void test_matches(void **state)
{
    static const box_case cases[] = {
        {"2nd", {"2nd", NULL, NULL, NULL}, "2|", "0+3 "},
        {"121st", {"121st", NULL, NULL, NULL}, "121|", "0+5 "},
        {"#1", {"1", NULL, NULL, NULL}, "1|", "0+2 "},
        {"first", {"first", NULL, NULL, NULL}, "one|", "0+5 "},
        {"sixty-first", {"sixty-first", NULL, NULL, NULL}, "sixty-one|", "0+11 "},
        {"number one", {"one", NULL, NULL, NULL}, "one|", "0+10 "},
        {"umpteenth", {"umpteenth", NULL, NULL, NULL}, "umpteenth|", ""}, /* in no table */
    };
    static const char *const names[BOX_GROUPS] = {"number", NULL, NULL, NULL};
    (void)state;
    memcpy(box.groups, names, sizeof names);
    box_check(cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_matches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
