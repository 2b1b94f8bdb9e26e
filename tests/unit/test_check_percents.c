/* test_check_percents.c - percentages and multiples beside what they were worked out from. */
#include "check_box.h"

static void test_changes(void **state)
{
    static const check_case cases[] = {
        {"The budget rose from $40 million to $50 million, up 20 percent.",
         "20 percent: from $40 million to $50 million is a change of 25 percent, not 20 percent"},
        {"Exports rose 12 percent to $58 million from $50 million.",
         "12 percent: from $50 million to $58 million is a change of 16 percent, not 12 percent"},
        {"Staff fell from 120 in 2019 to 90 in 2020, a drop of 30 percent.",
         "30 percent: from 120 to 90 is a change of 25 percent, not 30 percent"},
        {"The budget rose from $40 million to $50 million, up 25 percent.", ""},
        {"Staff fell from 120 to 90, a drop of 25 percent.", ""},
        /* 4.9 to 5.1 of 3.9 to 4.1 */
        {"It rose from $4 million to $5 million, up 30 percent.", ""},
        /* other rates */
        {"It rose from $40 million to $50 million, an average annual increase of 4 percent.", ""},
        {"It rose from $40 million to $50 million, and prices grew 3 percent.", ""},
        {"It rose from $40 million to $50 million before falling to 9 percent.", ""},
        /* points */
        {"The share rose from 5 percent to 8 percent, an increase of 3 percent.",
         "3 percent: from 5 percent to 8 percent is 3 percentage points or 60 percent, not 3 "
         "percent"},
        {"The share rose from 5 percent to 8 percent, an increase of 6 percentage points.",
         "6 percentage points: from 5 percent to 8 percent is 3 percentage points or 60 percent, "
         "not 6 percentage points"},
        {"The share rose from 5 percent to 8 percent, an increase of 60 percent.", ""},
        {"The share rose from 5 percent to 8 percent, up 3 percentage points.", ""},
        {"The rate fell 25 basis points, from about 5 3/4 percent to about 5 1/2 percent.", ""},
    };
    (void)state;
    check_expect("check_percents", cases, COUNT(cases));
}

static void test_words(void **state)
{
    static const check_case cases[] = {
        {"Imports rose from $24.0 billion in May to $28.8 billion in June, or by 10.0 percent.",
         "10.0 percent: from $24.0 billion to $28.8 billion is a change of 20 percent, not 10.0 "
         "percent"},
        {"Imports rose from $24.0 billion in May to $28.8 billion in June, or by 20.0 percent.",
         ""},
        {"The rate rose from 3.5 percent in 2019 to 4.4 percent in 2020, that is, by 1.9 "
         "percentage points.",
         "1.9 percentage points: from 3.5 percent to 4.4 percent is 0.9 percentage points or 26 "
         "percent, not 1.9 percentage points"},
        {"The share rose from 79.2 percent to 83.6 percent, up 6.4 points.",
         "6.4: from 79.2 percent to 83.6 percent is 4.4 percentage points or 6 percent, not 6.4"},
        {"The share rose from 79.2 percent to 83.6 percent, up 4.4 points.", ""},
        {"Exports were $50 million in 2020, up 35 percent from $40 million in 2019.",
         "35 percent: from $40 million to $50 million is a change of 25 percent, not 35 percent"},
        {"Exports were $50 million in 2020, up 25 percent from $40 million in 2019.", ""},
        {"Exports were $50 million, compared with $40 million in 2019, an increase of 35 percent.",
         "35 percent: from $40 million to $50 million is a change of 25 percent, not 35 percent"},
        {"Exports rose from $40 million to $50 million. That is an increase of 35 percent.",
         "35 percent: from $40 million to $50 million is a change of 25 percent, not 35 percent"},
        {"Exports rose from $40 million to $50 million. That is an increase of 25 percent.", ""},
        {"Staff rose from 40 to 62, an increase of 12.",
         "12: from 40 to 62 is a change of 22, not 12"},
        {"Staff rose from 40 to 62, an increase of 22.", ""},
        {"Sales rose from $40 million to $50 million, up 25 percent; costs rose from $22 million.",
         ""},
        /* either is the base where nothing else is said */
        {"Exports were $50 million, compared with $40 million for Peru, 20 percent less.", ""},
        /* of another whole */
        {"The budget rose from $40 million to $50 million, or 12 percent of the total.", ""},
        {"Costs went from $30 million to $45 million, 12 percent more than was planned.", ""},
    };
    (void)state;
    check_expect("check_percents", cases, COUNT(cases));
}

static void test_wholes(void **state)
{
    static const check_case cases[] = {
        {"We were told that 38 of those 142 (31 percent) are engineers.",
         "31 percent: 38 of 142 is 27 percent, not 31 percent"},
        {"So far 318 of our 571 stations (65.7 per cent) can be used.",
         "65.7 per cent: 318 of 571 is 55.7 per cent, not 65.7 per cent"},
        {"So far 318 of our 571 stations (55.7 per cent) can be used.", ""},
        {"Of the Board's 142 staff, 38, or 31 percent, are engineers.",
         "31 percent: 38 of 142 is 27 percent, not 31 percent"},
        {"It has 142 staff, of whom 38 (31 percent) are engineers.",
         "31 percent: 38 of 142 is 27 percent, not 31 percent"},
        {"They gave $425 million, which is 35 percent of its cost of $1.7 billion.",
         "35 percent: $425 million of $1.7 billion is 25 percent, not 35 percent"},
        {"They gave $425 million, which is 25 percent of its cost of $1.7 billion.", ""},
        {"Two lanes out of eight will be closed at any time, which is 35 percent of the booths.",
         "35 percent: Two of eight is 25 percent, not 35 percent"},
        /* a share of the part, and more than something else */
        {"Of the 142 staff, 38 (31 percent of them women) are engineers.", ""},
        {"Some 38 of the 142 staff left, or 31 percent more than before.", ""},
    };
    (void)state;
    check_expect("check_percents", cases, COUNT(cases));
}

static void test_shares(void **state)
{
    static const check_case cases[] = {
        {"Of the 120 members, 45 (40 percent) voted.",
         "40 percent: 45 of 120 is 38 percent, not 40 percent"},
        {"Some 45 of the 120 members (37.5 percent) voted.", ""},
        {"In all, 45 of the 120 members (31 percent) voted.",
         "31 percent: 45 of 120 is 38 percent, not 31 percent"},
        {"Only 31 percent (45 of 120) agreed.",
         "31 percent: 45 of 120 is 38 percent, not 31 percent"},
        {"A round 120 of 400 members (31 percent) agreed.",
         "31 percent: 120 of 400 is 30 percent, not 31 percent"},
        {"The 45 (31 percent) of the 120 members who agreed.",
         "31 percent: 45 of 120 is 38 percent, not 31 percent"},
        {"The cost, $12 million, is 25 percent of $40 million.",
         "25 percent: $12 million of $40 million is 30 percent, not 25 percent"},
        {"The cost of $12 million is 25 percent of $40 million.",
         "25 percent: $12 million of $40 million is 30 percent, not 25 percent"},
        {"They pay 25 percent of the $40 million, or $12 million.",
         "25 percent: $12 million of $40 million is 30 percent, not 25 percent"},
        {"They pay 25 percent of the $40 million, or $10 million.", ""},
        {"Nearly 40 percent (45 of 120) agreed.", ""},
        /* whole numbers */
        {"Then 33.3 percent of 10 members agreed.",
         "33.3 percent: no whole number is 33.3 percent of 10"},
        {"Then 30 percent of 10 members agreed.", ""},
        {"Then 33.3 percent of 12 members agreed.", ""},
        {"Then 33.3 percent of 10 million agreed.", ""},
    };
    (void)state;
    check_expect("check_percents", cases, COUNT(cases));
}

static void test_multiples(void **state)
{
    static const check_case cases[] = {
        {"The price doubled from $30 to $95.",
         "doubled: $95 is 3.17 times $30, which is not 'doubled'"},
        {"The price tripled to $92 from $31.", ""},
        {"The price doubled from $30 to $62.", ""},
        {"Inspections went from 480 in 2021 to 720 in 2022; in other words, they doubled.",
         "doubled: 720 is 1.5 times 480, which is not 'doubled'"},
        {"Inspections went from 480 in 2021 to 920 in 2022; in other words, they doubled.", ""},
        {"Deaths went from sixteen to eleven; that is to say, they were halved.",
         "halved: eleven is 0.69 times sixteen, which is not 'halved'"},
        {"Deaths went from sixteen to eight; that is to say, they were halved.", ""},
        {"Staff rose from 120 to 150, while pay doubled.", ""},
        {"There were four times as many (410 against 61).",
         "four times: 410 is 6.72 times 61, which is not 'four times'"},
        {"There were four times as many (412 against 103).", ""},
    };
    (void)state;
    check_expect("check_percents", cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_changes), cmocka_unit_test(test_words),
                                       cmocka_unit_test(test_wholes), cmocka_unit_test(test_shares),
                                       cmocka_unit_test(test_multiples)};
    return cmocka_run_group_tests(tests, box_open, box_close);
}
