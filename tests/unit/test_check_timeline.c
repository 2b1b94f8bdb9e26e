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
        {"The desk was opened to visitors in May 2019 and was shut down in May 2018.",
         "May 2018: the end, May 2018, is before the beginning, May 2019"},
        {"[Opens] 4 November 2024\n[Closes] 21 October 2024",
         "21 October 2024: the end, 21 October 2024, is before the beginning, 4 November 2024"},
        {"[Opens] 4 November 2024\n[Closes] 21 November 2024", ""},
        {"[Opens] 4 November 2024\n[Report] 21 October 2024", ""},
        {"The talks ran from March 2020 to May 2020.", ""},
        {"Their year runs 8 July - 7 July.", ""},
        {"He was born in 1950 and died in 2010.", ""},
        {"It began in 1950, when a law of 1948 was read.", ""},
        {"It began in 2015 and replaced a desk that ended in 2012.", ""},
    };
    (void)state;
    check_expect("check_timeline", cases, COUNT(cases));
}

static void test_lengths(void **state)
{
    static const check_case cases[] = {
        {"The war lasted from 1990 to 1995, a period of seven years.",
         "1990: 1990 to 1995 are 5 years, or 6 with the last one, not seven years"},
        {"In the four years from 2015 to 2017 it grew.",
         "2015: 2015 to 2017 are 2 years, or 3 with the last one, not the four years"},
        {"The five-year plan (2016-2021) ended.", ""},
        {"The six-year plan (2016-2021) ended.", ""},
        {"It ran for six months, from 1 March 2022 to 30 November 2022.",
         "1 March 2022: 1 March 2022 to 30 November 2022: that is 9 months, not six months"},
        {"It ran for nine months, from 1 March 2022 to 30 November 2022.", ""},
        {"It ran for six months, from 1 November 2019 to 30 April 2020.", ""},
        {"The six-month trial of booths ran from 1 June to 31 August 2019.",
         "1 June: 1 June to 31 August 2019: that is 3 months, not six-month"},
        {"The three-month trial of booths ran from 1 June to 31 August 2019.", ""},
        {"The six-month trial began on 1 June 2019 and ended on 31 August 2019.",
         "1 June 2019: 1 June 2019 and ended on 31 August 2019: that is 3 months, not six-month"},
        {"The desk ran from April 2019 to March 2021, three years in all.",
         "April 2019: April 2019 to March 2021: that is 2 years, not three years"},
        {"The desk ran from April 2019 to March 2021, two years in all.", ""},
        {"The desk ran from April 2019 to October 2021, three years in all.",
         ""}, /* half a year less */
        {"The desk was open for ten weeks (3 May 2018 to 28 June 2018).",
         "3 May 2018: 3 May 2018 to 28 June 2018: that is 8 weeks, not ten weeks"},
        {"The desk was open for eight weeks (3 May 2018 to 28 June 2018).", ""},
        /* no length of that span */
        {"It took $5 million per year between 2024 and 2027.", ""},
        {"Life expectancy rose by three years from 2010 to 2018.", ""},
        {"The board met every six months from 2015 to 2018.", ""},
        {"After a six-month delay the trial ran from 1 June 2017 to 31 August 2017.", ""},
        {"It ran from April 2019 to March 2021, six months after the vote.", ""},
        {"It ran for at least six months from 1 March 2022 to 30 November 2022.", ""},
    };
    (void)state;
    check_expect("check_timeline", cases, COUNT(cases));
}

static void test_shifts(void **state)
{
    static const check_case cases[] = {
        {"She was born in 1950 and died in 2000, aged 60.",
         "60: from 1950 to 2000 are 50 years at most, not 60"},
        {"She was born in 1950 and died in 2000, aged 49.", ""},
        {"It opened in 2010 and closed five years later, in 2018.",
         "2018: from 2010 to 2018 are 8 years, which is not 'five years later'"},
        {"It opened in 2010 and closed five years later, in 2015.", ""},
        {"It opened in 2018. Two years later, in 2021, it closed.",
         "2021: from 2018 to 2021 are 3 years, which is not 'Two years later'"},
        {"It opened in 2018. Three years later, in 2021, it closed.", ""},
        {"It opened in 2010 and grew in 2015. Five years later, in 2020, it closed.", ""},
        {"It opened in March 2019. Six months later, in December 2019, it closed.",
         "December 2019: from March 2019 to December 2019 are 9 months, which is not 'Six months "
         "later'"},
        {"It opened in March 2019. Six months later, in October 2019, it closed.", ""},
        {"It began on 3 May 2018; ten days later, on 20 May 2018, it was over.",
         "20 May 2018: from 3 May 2018 to 20 May 2018 are 17 days, which is not 'ten days later'"},
        {"It began on 3 May 2018; ten days later, on 13 May 2018, it was over.", ""},
        {"It closed in 2018, five years after it was founded in 2015.",
         "five years: from 2015 to 2018 are 3 years, not five years"},
        {"It closed in 2018, three years after it was founded in 2015.", ""},
        {"It closed in 2015, three years before it was founded in 2018.", ""},
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
        {"@ 2021-06\nHe died in July 2021.",
         "July 2021: July 2021 is later than the document, and told as past"},
        {"@ 2021-06-05\nThe board published the audit of its files on 3 August 2023, and few read "
         "it.",
         "3 August 2023: 3 August 2023 is later than the document, and told as past"},
        {"@ 2021-06-05\nAs the court found in its report of 14 July 2021, work was delayed.",
         "14 July 2021: 14 July 2021 is later than the document, and told as past"},
        {"@ 2021-06-05\nOn 22 June 2021 the ministers met in Windsor.",
         "22 June 2021: 22 June 2021 is later than the document, and told as past"},
        {"@ 2021-06-05\nIt has been in force since 22 June 2021.",
         "22 June 2021: 22 June 2021 is later than the document, and told as past"},
        {"@ 2021-06-05\nThe order dated 22 June 2021 is void.",
         "22 June 2021: 22 June 2021 is later than the document, and told as past"},
        {"@ 2021-06-05\nThe scanner was put into service on 22 June 2021.",
         "22 June 2021: 22 June 2021 is later than the document, and told as past"},
        {"@ 2021-06-05\nThe law was signed on May 4, 2020.", ""},
        {"@ 2021-06-05\nThe law will be signed on May 4, 2030.", ""},
        {"@ 2021-06-05\nThe law was scheduled to be signed on May 4, 2030.", ""},
        {"@ 2021-06-05\nThe ministers agreed to meet on 12 July 2021.", ""},
        {"@ 2021-06-05\nOn 22 June 2021 the united ministers are to meet.", ""},
        {"@ 2021-06-05\nParliament approved money for the summit in July 2021.", ""},
        {"@ 2021-06-05\nThe army bought them in fiscal year 2022.", ""},
        {"@ 2021-06-05\nGrowth slowed during the winter.", ""},
        {"@ 2021\nThe law was signed on May 4, 2030.", ""},
        {"The law was signed on May 4, 2030.", ""},
    };
    (void)state;
    check_expect("check_timeline", cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_order), cmocka_unit_test(test_lengths),
                                       cmocka_unit_test(test_shifts),
                                       cmocka_unit_test(test_future)};
    return cmocka_run_group_tests(tests, box_open, box_close);
}
