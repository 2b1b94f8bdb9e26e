/* test_extract_multiple.c - factors in numbers and in words; the host is a fake. */
#include "../../plugins/extract_multiple.c"

#include "figure_box.h"

static void test_matches(void **state)
{
    static const box_case cases[] = {
        {"5 times", {"5", NULL, NULL, NULL}, "5|", "0+7 "},
        {"doubled", {NULL, "doubled", NULL, NULL}, "two|", "0+7 "},
        {"umpled", {NULL, "umpled", NULL, NULL}, "|", ""}, /* in no table */
        {"? times", {"?", NULL, NULL, NULL}, "?|", ""},
    };
    static const char *const names[BOX_GROUPS] = {"number", "word", NULL, NULL};
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
