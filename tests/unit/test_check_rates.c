/* test_check_rates.c - figures over different spans of time, and prices of one of many. */
#include "check_box.h"

static void test_rates(void **state)
{
    static const check_case cases[] = {
        {"Some 5.5 million trucks a year, or 150,000 trucks a day, cross the border.",
         "150,000: 5.5 million a year and 150,000 a day do not convert into each other"},
        {"Some 5.5 million trucks a year, or 15,000 trucks a day, cross the border.", ""},
        {"Some 60 trucks an hour, or 2,100 trucks a day, cross the border.",
         "2,100: 60 an hour and 2,100 a day do not convert into each other"},
        {"Some 60 trucks an hour, or 1,440 trucks a day, cross the border.", ""},
        /* two rates, two things */
        {"Some 60 trucks an hour, or 400 trucks a day, cross the border.", ""},
        {"Some 60 trucks an hour and 2,100 cars a day cross the border.", ""},
        {"Theft is at 7.5 per 100,000 inhabitants, 3 per 100,000 women.", ""},
        {"It made 4.5 million jobs in the last 29 months and 1.1 million jobs this year.", ""},
    };
    (void)state;
    check_expect("check_rates", cases, COUNT(cases));
}

static void test_linked(void **state)
{
    static const check_case cases[] = {
        {"In 2022 it handled 4,100 trucks a day, or 2.5 million over the year.",
         "2.5 million: 4,100 a day and 2.5 million in a year do not convert into each other"},
        {"In 2022 it handled 4,100 trucks a day, or 1.5 million over the year.", ""},
        {"Some 2,400 people call on an average day, or 1.2 million over the year.",
         "1.2 million: 2,400 a day and 1.2 million in a year do not convert into each other"},
        {"Some 2,400 people call on an average day, or 876,000 over the year.", ""},
        {"It gets $2.4 billion over five years, that is $600 million a year.",
         "$600 million: $2.4 billion in five years and $600 million a year do not convert into "
         "each other"},
        {"It gets $2.4 billion over five years, that is $480 million a year.", ""},
        {"Over five years it got $2.4 billion, or $600 million a year.",
         "$600 million: $2.4 billion in five years and $600 million a year do not convert into "
         "each other"},
        {"It sends 1.75 million tons of ore in every cycle of five years, or 450,000 tons a year.",
         "450,000 tons: 1.75 million tons in five years and 450,000 tons a year do not convert "
         "into each other"},
        {"It sends 1.75 million tons of ore in every cycle of five years, or 350,000 tons a year.",
         ""},
        {"In May 2021 the port cleared 31,000 trucks, or 2,000 a day.",
         "2,000: 31,000 in a month and 2,000 a day do not convert into each other"},
        {"In May 2021 the port cleared 31,000 trucks, or 1,000 a day.", ""},
        {"The monthly rent is $900, or $12,800 a year.",
         "$12,800: $900 a month and $12,800 a year do not convert into each other"},
        {"The monthly rent is $900, or $10,800 a year.", ""},
        {"It opens two parcels every minute, which makes 4 million parcels a year.",
         "4 million: two a minute and 4 million a year do not convert into each other"},
        {"It opens two parcels every minute, which makes 1.05 million parcels a year.", ""},
        /* the next sentence */
        {"The bridge earned $38.6 million in tolls in 2022. That works out at $16,000 a day.",
         "$16,000: $38.6 million in a year and $16,000 a day do not convert into each other"},
        {"The bridge earned $38.6 million in tolls in 2022. That works out at $106,000 a day.", ""},
        {"The port cleared 1.5 million trucks in 2021. It cleared 6,400 trucks a day.",
         "6,400: 1.5 million in a year and 6,400 a day do not convert into each other"},
        {"Inspections rose to 720 in 2022. An inspector completed 11 inspections a month.", ""},
        /* a choice of prices, hours of work */
        {"The pass costs $10 a month or $100 a year.", ""},
        {"The bus carried 60 people an hour, that is 600 people a day.", ""},
    };
    (void)state;
    check_expect("check_rates", cases, COUNT(cases));
}

static void test_prices(void **state)
{
    static const check_case cases[] = {
        {"It paid $1,340 million for 214 million journeys, that is $9.30 a journey.",
         "$9.30: $1,340 million for 214 million is $6.26 each, not $9.30"},
        {"It paid $1,340 million for 214 million journeys, that is $6.26 a journey.", ""},
        {"It served 41,250 people at a cost of $82.5 million ($2,510 a person).",
         "$2,510: $82.5 million for 41,250 is $2,000 each, not $2,510"},
        {"It served 41,250 people at a cost of $82.5 million ($2,000 a person).", ""},
        {"It paid $1,340 million for 214 million journeys, and a ticket is $9.30 a week.", ""},
    };
    (void)state;
    check_expect("check_rates", cases, COUNT(cases));
}

static void test_heads(void **state)
{
    static const check_case cases[] = {
        {"With 31,000 cases in a population of 5.2 million, it had 956 cases per 100,000 people.",
         "956: 31,000 of 5.2 million are 596 per 100,000, not 956"},
        {"With 31,000 cases in a population of 5.2 million, it had 596 cases per 100,000 people.",
         ""},
        {"With 31,000 cases among 5.2 million inhabitants it had 60 cases for every 10,000 people.",
         ""},
        /* other things, other people */
        {"With 31,000 claims in a population of 5.2 million, it had 956 cases per 100,000 people.",
         ""},
        {"With 31,000 cases in a population of 5.2 million, it had 3,100 cases per 100,000 people.",
         ""},
    };
    (void)state;
    check_expect("check_rates", cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rates), cmocka_unit_test(test_linked),
                                       cmocka_unit_test(test_prices), cmocka_unit_test(test_heads)};
    return cmocka_run_group_tests(tests, box_open, box_close);
}
