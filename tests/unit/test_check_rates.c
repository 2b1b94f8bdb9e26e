/* test_check_rates.c - figures per different spans of time. */
#include "check_box.h"

static void test_rates(void **state)
{
    static const check_case cases[] = {
        {"Some 5.5 million trucks a year, or 150,000 trucks a day, cross the border.",
         "150,000: 5.5 million a year and 150,000 a day do not convert into each other"},
        {"Some 5.5 million trucks a year, or 15,000 trucks a day, cross the border.", ""},
        {"Some 60 trucks an hour, or 2,100 trucks a day, cross the border.",
         "2,100: 60 a hour and 2,100 a day do not convert into each other"},
        {"Some 60 trucks an hour, or 1,440 trucks a day, cross the border.", ""},
        /* two rates, two things */
        {"Some 60 trucks an hour, or 400 trucks a day, cross the border.", ""},
        {"Some 60 trucks an hour and 2,100 cars a day cross the border.", ""},
        {"Theft is at 7.5 per 100,000 inhabitants, 3 per 100,000 women.", ""},
    };
    (void)state;
    check_expect("check_rates", cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rates)};
    return cmocka_run_group_tests(tests, box_open, box_close);
}
