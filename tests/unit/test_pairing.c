/* test_pairing.c - lists that belong together item by item. */
#include "claim_box.h"

static cc_str print_pair(const cc_claim *claim)
{
    cc_arena *arena = &box.worker.doc;
    cc_str    all   = CC_S("");
    for (size_t i = 0; i < claim->measure_count; i++)
        if (claim->measure[i].own)
            all = box_join(all, " ", claim->measure[i].stem);
    for (size_t i = 0; i < claim->scope_own; i++)
        all = box_join(all, " @", claim->scope[i]);
    if (cc_period_is_known(&claim->period))
        all = box_join(all, " ", cc_period_print(arena, &claim->period));
    return claim->kind == CC_PERCENT ? box_join(all, " ", CC_S("%")) : all;
}

static void test_pairs(void **state)
{
    static const box_case cases[] = {
        {"Exports to Canada and Mexico were $5 million and $6 million, respectively.",
         "$5 million: export @canada | $6 million: export @mexico"},
        {"The shares of coal, gas, and oil were 25, 28 and 33 percent, respectively.",
         "25: coal share % | 28: gas share % | 33 percent: oil share %"},
        {"Spending was $5 million and $6 million in 2018 and 2019.",
         "$5 million: spend 2018 | $6 million: spend 2019"},
        {"Spending was $5 million and $6 million in 2018 and 2019, respectively.",
         "$5 million: spend 2018 | $6 million: spend 2019"},
        {"Our firms sold Canada and Mexico goods worth $5 million and $6 million, respectively.",
         "$5 million: firm good sold @canada | $6 million: firm good sold @mexico"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_pair);
}

/* Lists that do not fit: no claim is better than a wrong one. */
static void test_no_pairs(void **state)
{
    static const box_case cases[] = {
        {"Coal, gas and oil were at 25 and 28 percent, respectively.", ""},
        {"Exports to Canada and Mexico were 5 and 6 million, respectively.", ""},
        {"The rates were 25, 28 and 33 percent.", ""},
    };
    (void)state;
    box_expect(cases, COUNT(cases), NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pairs),
        cmocka_unit_test(test_no_pairs),
    };
    return cmocka_run_group_tests(tests, box_open, box_close);
}
