/* test_check_sums.c - totals and their parts, in sentences, lists and tables. */
#include "check_box.h"

static void test_sentences(void **state)
{
    static const check_case cases[] = {
        {"The plan has a total of $9.6 billion: $5.5 billion for roads, $3.1 billion for rail and "
         "$1.2 billion for ports.",
         "$9.6 billion: the parts add up to $9.8 billion, not $9.6 billion"},
        {"It hired 40 nurses and 25 doctors, together 66 staff.",
         "66: the parts add up to 65, not 66"},
        {"It hired 40 nurses and 25 doctors, 66 in all.", "66: the parts add up to 65, not 66"},
        {"Of the 120 members 70 voted for, 40 against and 11 abstained.",
         "120: the parts add up to 121, not 120"},
        /* they add up, as precisely as they are written */
        {"The plan has a total of $9.8 billion: $5.5 billion for roads, $3.1 billion for rail and "
         "$1.2 billion for ports.",
         ""},
        {"A total of $9.7 billion: $5.5 billion for roads, $3.1 billion for rail and $1.2 billion.",
         ""},
        {"Of the 120 members 70 voted for, 40 against and 10 abstained.", ""},
        {"A total of 90 came: 40 men, 50 women and 25 of either from abroad.", ""},
        /* parts are missing, are of other things or of other years */
        {"It spent a total of $9.6 million, including $5.5 million for roads and $3.2 million.",
         ""},
        {"Of the 120 members 70 were women and 40 had children.", ""},
        {"A total of $9.6 million was spent in 2020, $5.5 million in 2019 and $3.2 million in "
         "2018.",
         ""},
        {"A total of 96 towns got $5.5 million for roads and $3.2 million for rail.", ""},
        {"There were 20 total audits, of them 12 in Peru and 6 in Chile.", ""},
    };
    (void)state;
    check_expect("check_sums", cases, COUNT(cases));
}

static void test_neighbours(void **state)
{
    static const check_case cases[] = {
        {"Roads got $52 million and rail $31 million. The total was $85 million.",
         "$85 million: the parts add up to $83 million, not $85 million"},
        {"Roads got $52 million and rail $31 million. The total was $83 million.", ""},
        {"Roads got $52 million and rail $31 million. The total was $185 million.", ""},
    };
    (void)state;
    check_expect("check_sums", cases, COUNT(cases));
}

static void test_shares(void **state)
{
    static const check_case cases[] = {
        {"There 58 percent are farmers, 30 percent herders and the rest, 15 percent, fishers.",
         "15 percent: the shares add up to 103 percent, more than the whole"},
        {"There 58 percent are farmers, 30 percent herders and the rest, 13 percent, fishers.", ""},
        {"There 58 percent fish, 30 percent herd and 15 percent farm.", ""},
    };
    (void)state;
    check_expect("check_sums", cases, COUNT(cases));
}

static void test_lists(void **state)
{
    static const check_case cases[] = {
        {"The plan spends a total of $9.6 million:\n- roads: $5.5 million\n- rail: $3.1 million\n"
         "- ports: $1.2 million",
         "$9.6 million: the parts add up to $9.8 million, not $9.6 million"},
        {"The towns sent:\n- Lima: 15 men\n- Cuzco: 12 men\n- Total: 28 men",
         "28: the parts add up to 27, not 28"},
        {"The towns sent:\n- Lima: 15 men\n- Cuzco: 12 men\n- Total: 27 men", ""},
        {"The plan spends a total of $9.6 million, including:\n- roads: $5.5 million\n"
         "- rail: $3.2 million",
         ""},
        {"The towns sent:\n- Lima: 15 men and 11 women\n- Cuzco: 12 men\n- Total: 28 men", ""},
    };
    (void)state;
    check_expect("check_sums", cases, COUNT(cases));
}

static void test_tables(void **state)
{
    static const check_case cases[] = {
        /* one column is wrong, the other holds */
        {"[North|Men] 1,234\n[North|Women] 21\n[South|Men] 12\n[South|Women] 41\n"
         "[Total|Men] 1,246\n[Total|Women] 66",
         "66: the parts add up to 62, not 66"},
        {"[North|Men] 1,234\n[North|Women] 21\n[South|Men] 12\n[South|Women] 41\n"
         "[Total|Men] 1,246\n[Total|Women] 62",
         ""},
        /* off by one is rounding */
        {"[North|Men] 1,234\n[North|Women] 21\n[South|Men] 12\n[South|Women] 41\n"
         "[Total|Men] 1,246\n[Total|Women] 63",
         ""},
        /* nothing shows that the rows are parts */
        {"[North|Men] 1,234\n[South|Men] 12\n[Total|Men] 1,300", ""},
        /* along the rows */
        {"[North|Men] 12\n[North|Women] 21\n[North|Total] 33\n[South|Men] 12\n[South|Women] 41\n"
         "[South|Total] 59",
         "59: the parts add up to 53, not 59"},
        /* a subtotal */
        {"[North|Men] 12\n[North|Women] 21\n[South|Men] 12\n[South|Women] 41\n"
         "[Total|Men] 24\n[Total|Women] 62\n[East|Men] 5\n[East|Women] 7\n[West|Men] 6\n"
         "[West|Women] 8\n[Total east and west|Men] 11\n[Total east and west|Women] 15",
         ""},
        {"[North|Men] 12\n[North|Women] 21 of 30\n[South|Men] 12\n[South|Women] 41\n"
         "[Total|Men] 24\n[Total|Women] 66",
         ""},
    };
    (void)state;
    check_expect("check_sums", cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentences), cmocka_unit_test(test_neighbours),
        cmocka_unit_test(test_shares), cmocka_unit_test(test_lists), cmocka_unit_test(test_tables)};
    return cmocka_run_group_tests(tests, box_open, box_close);
}
