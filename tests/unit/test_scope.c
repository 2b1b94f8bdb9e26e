/* test_scope.c - whom a figure is about: the places next to it first, then all names. */
#include "claim_box.h"

/* "canada mexico / united states, nafta": its own places, then what else the sentence names.
 * '+' after the first: it says whose the figure is. */
static cc_str print_scope(const cc_claim *claim)
{
    cc_str own = CC_S(""), others = CC_S("");
    for (size_t i = 0; i < claim->scope_count; i++)
        if (i < claim->scope_own)
            own = box_join(own, ", ", claim->scope[i]);
        else
            others = box_join(others, ", ", claim->scope[i]);
    return cc_arena_printf(&box.worker.doc, "%.*s%s / %.*s", CC_F(own),
                           claim->scope_origin ? "+" : "", CC_F(others));
}

static void test_own(void **state)
{
    static const box_case cases[] = {
        {"Exports to Canada were $5 million.", "$5 million: canada / "},
        /* each figure its own */
        {"Canada sold $5 million of grain, and Mexico $6 million.",
         "$5 million: canada / mexico | $6 million: mexico / canada"},
        {"In Canada grain sold for $5 million; in Mexico it rained.",
         "$5 million: canada / mexico"},
        {"$5 million of grain went to Mexico.", "$5 million: mexico / "},
        /* without words or places of its own it has those of the figure before */
        {"Trade with Canada was $5 million in 2018 and $6 million in 2019.",
         "$5 million: canada /  | $6 million: canada / "},
        {"Grain sold for $5 million.", "$5 million:  / "},
        /* right behind "and" it has the subject of the one before */
        {"Canadians made 20 million visits to Cuba in 2019 and 5 million in 2020.",
         "20 million: canada, cuba /  | 5 million: canada, cuba / "},
        {"Canadians made 20 million visits in 2019 and 5 million to Cuba in 2020.",
         "20 million: canada / cuba | 5 million: cuba / canada"},
        /* a currency is no place */
        {"[Canada, grain (US$ millions)|2019] 5", "5: canada / "},
        {"[Canada, grain, millions of US dollars|2019] 5", "5: canada / "},
        /* once each */
        {"Canada and Mexico, with Canada, sold $5 million.", "$5 million: canada / mexico"},
        {"The United States and the U.S. sold $5 million of American grain.",
         "$5 million: united states+ / "},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_scope);
}

/* Whose it is goes before what it is in or with. */
static void test_origin(void **state)
{
    static const box_case cases[] = {
        {"Canadian investment in Mexico was $5 million.", "$5 million: canada, mexico+ / "},
        {"Investment in Mexico of Canadian firms was $5 million.",
         "$5 million: canada, mexico+ / "},
        {"Mexico's investment in Canada was $5 million.", "$5 million: mexico, canada+ / "},
        {"Investment of Mexico in Canada was $5 million.", "$5 million: mexico, canada / "},
        {"Builders in the U.S. purchased Mexican timber for $5 million.",
         "$5 million: mexico, united states+ / "},
        {"U.S. exports to Mexico were $5 million.", "$5 million: united states, mexico+ / "},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_scope);
}

/* Two together are not one of them. */
static void test_tied(void **state)
{
    static const box_case cases[] = {
        {"The borders with Canada and Mexico run 7,479 miles.",
         "7,479 miles: canada and mexico / canada, mexico"},
        {"The borders with Mexico and with Canada run 7,479 miles.",
         "7,479 miles: mexico, canada / "},
        {"The borders with Mexico and Canada run 7,479 miles.",
         "7,479 miles: canada and mexico / mexico, canada"},
        {"Exports to Canada, Mexico and the United States were $5 million.",
         "$5 million: canada and mexico and united states / canada, mexico, united states"},
        {"Canadian and Mexican exports were $5 million.",
         "$5 million: canada and mexico+ / canada, mexico"},
        {"Exports of Canada to Mexico were $5 million.", "$5 million: canada, mexico / "},
        {"In Mexico, Canadian exports were $5 million.", "$5 million: canada, mexico+ / "},
        {"Trade between the United States and Canada was $5 million.",
         "$5 million: united states, canada / "},
        {"Trade between Mexico and Canada was $5 million.", "$5 million: mexico, canada / "},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_scope);
}

/* "its" means the first place of the sentence before, in the same paragraph. */
static void test_its(void **state)
{
    static const box_case cases[] = {
        {"Mexico trades with Canada. Its exports were $5 million.", "$5 million: mexico / "},
        {"Canadians trade. Their exports were $5 million.", "$5 million: canada / "},
        {"Mexico trades. Exports were $5 million.", "$5 million:  / "},
        {"The Mill Bridge is wide. It will carry 5,000 trucks.", "5,000:  / mill bridge"},
        {"The Mill Bridge is wide. Ports will see 5,000 trucks.", "5,000:  / "},
        {"Mexico trades. Ports grew. Its exports were $5 million.", "$5 million: mexico / "},
        {"Mexico trades.\nIts exports were $5 million.", "$5 million:  / "},
        /* a place of its own goes before it */
        {"Mexico trades. Its exports to Canada were $5 million.", "$5 million: canada / "},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_scope);
}

static void test_names(void **state)
{
    static const box_case cases[] = {
        {"The Inland Freight Board sold grain for $5 million.",
         "$5 million:  / inland freight board"},
        {"Grain of the Freight Board sold for $5 million.", "$5 million:  / freight board"},
        /* a capital at the start of a sentence says nothing, an acronym does */
        {"Grain sold for $5 million.", "$5 million:  / "},
        {"NAFTA grain sold for $5 million.", "$5 million:  / nafta"},
        {"In 2018 The grain sold for $5 million.", "$5 million:  / "},
        /* months and places are no names */
        {"In March the Canadian Freight Board sold $5 million.",
         "$5 million: canada / freight board"},
        {"Sold by Pemex, Shell and Pemex for $5 million of oil.", "$5 million:  / pemex, shell"},
        /* by number; a date or a figure is none */
        {"Figure 3 shows a rate of $5 million.", "$5 million:  / figure 3"},
        {"S.Rept. 119-46 asked for $5 million.", "$5 million:  / rept, rept 119-46"},
        {"In March 2018 Phase 2 was $5 million.", "$5 million:  / phase, phase 2"},
        {"The Board of 30 members had $5 million.", "30:  / board | $5 million:  / board"},
        /* in record text the label's places are its own, and names are labels */
        {"[Exports to Canada] grain: $5 million", "$5 million: canada / "},
        {"[Exports] Mexico $5 million (2012), Canada $6 million (2012)",
         "$5 million: mexico / canada | $6 million: canada / mexico"},
        {"[Exports] Freight Board: $5 million", "$5 million:  / "},
    };
    (void)state;
    box_expect(cases, COUNT(cases), print_scope);
}

static void test_most(void **state)
{
    const box_doc *d =
        box_read("Exports of Aa1, Bb1, Cc1, Dd1, Ee1, Ff1, Gg1, Hh1, Ii1, Jj1, Kk1, Ll1, Mm1, Nn1 "
                 "and Oo1 to Canada were $5 million.");
    (void)state;
    assert_int_equal(d->claims.n, 1);
    assert_int_equal(d->claims.at[0].scope_count, 12);
    assert_int_equal(d->claims.at[0].scope_own, 1);
    box_empty();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_own),  cmocka_unit_test(test_origin), cmocka_unit_test(test_its),
        cmocka_unit_test(test_tied), cmocka_unit_test(test_names),  cmocka_unit_test(test_most),
    };
    return cmocka_run_group_tests(tests, box_open, box_close);
}
