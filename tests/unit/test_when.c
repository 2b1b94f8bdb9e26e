/* test_when.c - which period a figure speaks of, and how that is known. */
#include "claim/when.h"

#include "claim_box.h"

/* "2019 header": the period, and where it comes from. */
static cc_str print_when(const cc_claim *claim)
{
    static const char *const origins[] = {"nowhere", "sentence", "header", "before", "document"};
    cc_str                   period    = cc_period_print(&box.worker.doc, &claim->period);
    return cc_arena_printf(&box.worker.doc, "%.*s %s", CC_F(period), origins[claim->period_origin]);
}

static void test_nearest(void **state)
{
    static const box_case cases[] = {
        {"In 2018 exports were $5 million.", "$5 million: 2018 sentence"},
        {"Exports were $5 million in 2018 and $6 million in 2019.",
         "$5 million: 2018 sentence | $6 million: 2019 sentence"},
        {"In 2018 exports were $5 million, and in 2019 exports were $6 million.",
         "$5 million: 2018 sentence | $6 million: 2019 sentence"},
        {"Exports in 2018 of $5 million; in 2019, of $6 million.",
         "$5 million: 2018 sentence | $6 million: 2019 sentence"},
        /* a date before the figure is farther than one as near after it */
        {"In 2018 exports of $5 million of grain in 2019", "$5 million: 2019 sentence"},
        {"In 2018 exports of $5 million of old grain in 2019", "$5 million: 2018 sentence"},
        /* a comma, a semicolon, a figure between */
        {"By 2018 exports of grain: $5 million, 2019", "$5 million: 2019 sentence"},
        {"By 2018 grain for $5 million; 2019 came.", "$5 million: 2018 sentence"},
        {"By 2018 grain for $5 million at 30 ports, 2019",
         "$5 million: 2018 sentence | 30: 2019 sentence"},
        {"In fiscal year 2021 grants were $5 million.", "$5 million: fiscal year 2021 sentence"},
        {"Between 2013 and 2016 some $5 million went to ports.",
         "$5 million: 2013 to 2016 sentence"},
        /* another clause has its own */
        {"In 2018, exports were $5 million and in 2019 some $6 million.",
         "$5 million: 2018 sentence | $6 million: 2019 sentence"},
        {"In 2018, exports were $5 million, but fell in 2019.", "$5 million: 2018 sentence"},
        {"Exports were $5 million, while imports fell in 2019.", "$5 million: 2019 sentence"},
        {"In March 2019 exports were $5 million.", "$5 million: March 2019 sentence"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_when);
}

/* "(2012 est.)" right behind a figure is its own, however near another date is. */
static void test_parentheses(void **state)
{
    static const box_case cases[] = {
        {"Grain sold in 2018 for $5 million (est. 2019).", "$5 million: 2019 sentence"},
        {"In 2018 grain $5 million (July 2019 est.) in 2020", "$5 million: July 2019 sentence"},
        {"In 2018 grain $5 million (est. 2019) in 2020", "$5 million: 2019 sentence"},
        {"In 2018 grain sold for $5 million ( 2019 ).", "$5 million: 2019 sentence"},
        /* not right behind, or closed before */
        {"In 2018 grain for $5 million in storage, wheat, steel (2019)",
         "$5 million: 2018 sentence"},
        {"In 2018 grain $5 million (net) and later, 2019", "$5 million: 2018 sentence"},
        {"[GDP] $5 million (2011 est.) $6 million (2010 est.)",
         "$5 million: 2011 sentence | $6 million: 2010 sentence"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_when);
}

/* Under a label the next date holds, else the last one. */
static void test_record(void **state)
{
    static const box_case cases[] = {
        {"[GDP] agriculture: 3.9% industry: 28.3% services: 67.8% (2011)",
         "3.9%: 2011 sentence | 28.3%: 2011 sentence | 67.8%: 2011 sentence"},
        {"[GDP] 2010 3.9% 2011 28.3%", "3.9%: 2011 sentence | 28.3%: 2011 sentence"},
        {"[GDP 2012] 3.9%", "3.9%: 2012 header"},
        {"# Trade in 2012\n[GDP] 3.9%", "3.9%: unknown nowhere"},
        {"# Sheet\n## Trade in 2012\n[GDP] 3.9%", "3.9%: 2012 header"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_when);
}

static void test_header(void **state)
{
    static const box_case cases[] = {
        /* the innermost heading; the title's date is the document's */
        {"# Memo\n## Trade in 2012\nExports were $5 million.", "$5 million: 2012 header"},
        {"# Memo of 2012\nExports were $5 million.", "$5 million: unknown nowhere"},
        {"# Memo\n## Trade in 2012\n## Ports\nExports were $5 million.",
         "$5 million: unknown nowhere"},
        {"# Memo\n## Trade in 2012\nIn 2013 exports were $5 million.", "$5 million: 2013 sentence"},
        /* the lead-in of a list */
        {"In 2012 there were\n- exports of $5 million\n- imports of $6 million",
         "$5 million: 2012 header | $6 million: 2012 header"},
        {"In 2012 there were\n- in 2013, exports of $5 million", "$5 million: 2013 sentence"},
        {"In 2012 there were\n- exports of grain\nImports were $6 million.",
         "$6 million: unknown nowhere"},
        {"# Memo\n## Trade in 2011\nIn 2012 there were\n- exports of $5 million",
         "$5 million: 2012 header"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_when);
}

static void test_before(void **state)
{
    static const box_case cases[] = {
        {"In 2012 trade rose. Exports were $5 million.", "$5 million: 2012 before"},
        {"Trade rose in 2011 and 2012. Exports were $5 million.", "$5 million: 2012 before"},
        /* over a sentence without a date, not into another paragraph */
        {"In 2012 trade rose. Ports grew. Exports were $5 million.", "$5 million: 2012 before"},
        {"In 2012 trade rose.\nExports were $5 million.", "$5 million: unknown nowhere"},
        /* a heading goes before it */
        {"# Memo\n## Trade in 2011\nIn 2012 trade rose. Exports were $5 million.",
         "$5 million: 2011 header"},
        {"Exports were $5 million. In 2012 trade rose.", "$5 million: unknown nowhere"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_when);
}

static void test_document(void **state)
{
    static const box_case cases[] = {
        {"@ 2021-05-12\nExports were $5 million.", "$5 million: 12 May 2021 document"},
        {"@ 2021\nExports were $5 million.", "$5 million: 2021 document"},
        {"@ 2021-05-12\nIn 2012 trade rose. Exports were $5 million.", "$5 million: 2012 before"},
        {"@ 2021-05-12\nLast year exports were $5 million.", "$5 million: 2020 sentence"},
        {"Last year exports were $5 million.", "$5 million: unknown nowhere"},
        {"Exports were $5 million.", "$5 million: unknown nowhere"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_when);
}

static void test_last_period(void **state)
{
    cc_fact facts[] = {
        {.kind = CC_DATE, .period = {.day_first = 10, .day_last = 10}},
        {.kind = CC_DATE, .period = {.day_first = 20, .day_last = 20}},
        {.kind = CC_DATE, .period = cc_period_unknown()},
        {.kind = CC_NUMBER, .period = {.day_first = 30, .day_last = 30}},
    };
    (void)state;
    assert_int_equal(cc_last_period(facts, 4).day_first, 20);
    assert_int_equal(cc_last_period(facts, 1).day_first, 10);
    cc_period none = cc_last_period(facts + 2, 2);
    assert_false(cc_period_is_known(&none));
    none = cc_last_period(facts, 0);
    assert_false(cc_period_is_known(&none));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nearest),     cmocka_unit_test(test_parentheses),
        cmocka_unit_test(test_record),      cmocka_unit_test(test_header),
        cmocka_unit_test(test_before),      cmocka_unit_test(test_document),
        cmocka_unit_test(test_last_period),
    };
    return cmocka_run_group_tests(tests, box_open, box_close);
}
