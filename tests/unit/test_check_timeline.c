/* test_check_timeline.c - ends before their starts, spans of another length, a past to come. */
#include "check_box.h"

static void test_order(void **state)
{
    static const check_case cases[] = {
        {"The talks ran from May 2020 to March 2020.",
         "May 2020: 'May 2020 to March 2020' ends before it begins"},
        {"John Smith (1945-1882) was a poet.", "1945: '1945-1882' ends before it begins"},
        {"He was born in 1950 and died in 1948.",
         "1948: the end, 1948, is before the beginning, 1950"},
        {"The strike began on 3 May 2019 and ended on 1 May 2019.",
         "1 May 2019: the end, 1 May 2019, is before the beginning, 3 May 2019"},
        {"The talks ran from March 2020 to May 2020.", ""},
        {"Their year runs 8 July - 7 July.", ""},
        {"He was born in 1950 and died in 2010.", ""},
        {"It began in 1950, when a law of 1948 was read.", ""},
    };
    (void)state;
    check_expect("check_timeline", cases, COUNT(cases));
}

static void test_spans(void **state)
{
    static const check_case cases[] = {
        {"The war lasted from 1990 to 1995, a period of seven years.",
         "seven years: 1990 to 1995 are 5 years, or 6 with the last one, not seven years"},
        {"In the four years from 2015 to 2017 it grew.",
         "the four years: 2015 to 2017 are 2 years, or 3 with the last one, not the four years"},
        {"The five-year plan (2016-2021) ended.", ""},
        {"The six-year plan (2016-2021) ended.", ""},
        {"It took $5 million per year between 2024 and 2027.", ""},
        {"She was born in 1950 and died in 2000, aged 60.",
         "60: from 1950 to 2000 are 50 years at most, not 60"},
        {"She was born in 1950 and died in 2000, aged 49.", ""},
        {"It opened in 2010 and closed five years later, in 2018.",
         "2018: from 2010 to 2018 are 8 years, which is not 'five years later'"},
        {"It opened in 2010 and closed five years later, in 2015.", ""},
    };
    (void)state;
    check_expect("check_timeline", cases, COUNT(cases));
}

static void test_future(void **state)
{
    static const check_case cases[] = {
        {"@ 2021-06-05\nThe law was signed on May 4, 2030.",
         "May 4, 2030: May 4, 2030 is later than the document, and told as past"},
        {"@ 2021-06-05\nHe died in 2023.",
         "2023: 2023 is later than the document, and told as past"},
        {"@ 2021-06-05\nThe law was signed on May 4, 2020.", ""},
        {"@ 2021-06-05\nThe law will be signed on May 4, 2030.", ""},
        {"@ 2021-06-05\nThe law was scheduled to be signed on May 4, 2030.", ""},
        {"@ 2021\nThe law was signed on May 4, 2030.", ""},
        {"The law was signed on May 4, 2030.", ""},
    };
    (void)state;
    check_expect("check_timeline", cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_order), cmocka_unit_test(test_spans),
                                       cmocka_unit_test(test_future)};
    return cmocka_run_group_tests(tests, box_open, box_close);
}
