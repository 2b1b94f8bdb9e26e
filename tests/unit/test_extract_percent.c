/* test_extract_percent.c - percentages, and shares of a hundred; the host is a fake. */
#include "../../plugins/extract_percent.c"

#include "figure_box.h"

static void test_matches(void **state)
{
    static const box_case cases[] = {
        {"5 percent", {"5", "percent", NULL, NULL}, "5|", "0+9 percent"},
        {"5 blobs", {"5", "blobs", NULL, NULL}, "", ""}, /* no such unit */
        {"one in five", {NULL, NULL, "one", "five"}, "1/5|hundred", "0+11 percent"},
        {"2 in 1000", {NULL, NULL, "2", "1000"}, "2/1000|hundred", "0+9 percent"},
        {"five in two", {NULL, NULL, "five", "two"}, "two|", ""}, /* more than the whole */
        {"one in many", {NULL, NULL, "one", "many"}, "many|", ""},
        {"1 in 2000000", {NULL, NULL, "1", "2000000"}, "2000000|", ""}, /* too fine a share */
    };
    static const char *const names[BOX_GROUPS] = {"number", "unit_word", "part", "whole"};
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
