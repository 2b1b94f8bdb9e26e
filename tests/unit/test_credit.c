/* test_credit.c - whom a sentence credits with its figures. */
#include "claim_box.h"

static cc_str print_credit(const cc_claim *claim)
{
    return claim->source;
}

static void test_credits(void **state)
{
    static const box_case cases[] = {
        {"Some 30 trucks cross the border.", "30: "},
        {"Some 30 trucks cross the border, according to the Freight Board.", "30: Freight Board"},
        {"According to Freight Board figures, 30 trucks cross.", "30: Freight Board"},
        {"According to the U.S. Census Bureau, 30 trucks cross.", "30: U.S. Census Bureau"},
        {"Some 30 trucks cross (Source: Bureau of Transportation Statistics).",
         "30: Bureau of Transportation Statistics"},
        {"Some 30 trucks cross. According to the Freight Board.", "30: "},
        /* no name */
        {"Some 30 trucks cross, according to the revised count.", "30: "},
        {"Some 30 trucks cross, according to 12 officers.", "30:  | 12: "},
        {"It stood unreported by Anna: 30 trucks cross.", "30: "},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_credit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_credits)};
    return cmocka_run_group_tests(tests, box_open, box_close);
}
