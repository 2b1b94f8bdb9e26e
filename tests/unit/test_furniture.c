/* test_furniture.c - which figures of a text become claims. Each text holds figures that measure
 * something beside those that must not: a filter that takes too much is seen as well. */
#include "claim_box.h"

static void test_enumerators(void **state)
{
    static const box_case cases[] = {
        {"4. Exports reached $5 million.", "$5 million"},
        {"4) Exports reached $5 million.", "$5 million"},
        {"(7) Exports of 30 ships", "30"},
        {"The act requires (3) a report on 12 ports.", "12"},
        {"Exports fell. 3. Imports of 40 ships rose.", "40"},
        /* no enumerators: with a comma, a unit, a noun */
        {"The loss (1,250 jobs) was small.", "1,250"},
        {"The loss (1,250) of jobs was small.", "1,250"},
        {"The rate (7%) rose.", "7%"},
        {"12 ports closed.", "12"},
        {"Output was 4.2 million tons.", "4.2 million tons"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), NULL);
}

static void test_identifiers(void **state)
{
    static const box_case cases[] = {
        {"Under Section 7 the 12 ports closed.", "12"},
        {"See Table 3 for 12 ports.", "12"},
        {"Resolution 1373 froze 12 accounts.", "12"},
        {"Article 9 covers 12 ports.", "12"},
        {"Traffic on Route 66 reached 12 trucks.", "12"},
        {"Phase 2 tests had 12 patients.", "12"},
        {"the rule in paragraph 4 names 12 ports", "12"},
        {"Order #12 names 30 ports.", "30"},
        {"\xC2\xA7 12 and \xC2\xA7\xC2\xA7 20901, 20903-20906 name 30 ports.", "30"},
        {"Call gate 9 or no. 5 about 30 ships.", "30"},
        /* parts of the text */
        {"Lesson two: 30 ships make no fleet.", "30"},
        {"Lessons for two: 30 ships.", "two | 30"},
        /* names */
        {"The Boeing 737 was full with 150 passengers.", "150"},
        {"Since Super Bowl 50 the price of 30 tickets rose.", "30"},
        {"They watched Apollo 11 and its 3 astronauts.", "3"},
        /* a capital at the start is none, a month or verb neither, a noun of its own counts */
        {"Exactly 30 ports closed.", "30"},
        {"In Mexico 30 ports closed.", "30"},
        {"Mexico has 30 ports.", "30"},
        {"All Canadian 30 ports closed.", "30"},
        {"Mexico's Pemex 1,250 was its loss of workers.", "1,250"},
        /* in record text a number after a label word is a value */
        {"[Ships] Level 9", "9"},
        {"[Version] 7", ""},
        {"[Version] 7 ships", ""},
        {"[Ships by version] 7", "7"},
        {"the 119 Congress passed 12 laws", "12"},
        {"its 50 anniversary drew 12 leaders", "12"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), NULL);
}

static void test_citations(void **state)
{
    static const box_case cases[] = {
        {"It is in 42 U.S.C. 1395 and names 30 ports.", "30"},
        {"As 8 C.F.R. 214 says, exactly 30 ports closed.", "30"},
        {"See 110 Stat. 1321 for what was said about the 30 ports.", "30"},
        {"See 410 F.3d 113 for what was said about the 30 ports.", "30"},
        {"It is said in 86 Fed. Reg. 7009 that the 30 ports closed.", "30"},
        {"Under Pub. L. 111-148 there will be some 30 ports.", "30"},
        {"See https://example.org/report-12/page/5 on the 30 ports", "30"},
        {"See www.example.org/12/a on the closing of 30 ports", "30"},
        {"The 30 ports closed (see example.org).", "30"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), NULL);
}

static void test_shapes(void **state)
{
    static const box_case cases[] = {
        /* scores, fractions of a form, formulas */
        {"The Senate passed it 52-48 after 12 hours and 30 amendments.", "30"},
        {"They lost 37-17 before 60,000 people.", "60,000"},
        {"It was 24/7 work for 30 ports.", "30"},
        {"Let x = 5 for 30 ports.", "30"},
        {"With 1 + 2 weights the 30 ports closed.", "30"},
        {"[Ships] 5-6", "5-6"},
        /* pronouns */
        {"Of 30 ports 5 of them closed.", "30"},
        {"It has 30 ports, 5 of which closed.", "30"},
        {"one of the ports and 30 ships", "30"},
        {"One ship and 30 ports", "30"},
        {"twenty-one ships", "twenty-one"},
        {"$5 million of these exports", "$5 million"},
        /* telephone numbers, clock times, addresses, coordinates */
        {"Call (202) 555-0143 at 10:30 about 30 ships.", "30"},
        /* durations of all kinds are no claims, dates neither */
        {"In the last 5 years exports of 30 ports rose.", "30"},
        {"Two years ago 30 ports closed for 3 weeks.", "30 | 3 weeks"},
        {"Ports | Lima | 302 | 5 percent | 299 of them", ""},
        {"Ports of Lima | 302 ports closed.", "302"},
        {"On 5 May 2020 30 ports closed.", "30"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), NULL);
}

static void test_lists(void **state)
{
    static const box_case cases[] = {
        /* which is which, the words do not tell */
        {"Exports, rents and imports were $5 million and $6 million, respectively.", ""},
        {"rates of 25, 28 and 33 percent", ""},
        {"In groups of 25, 28 and 2020 ships", "25 | 28"},
        {"quotas of 25, 28, 33 ships", ""},
        {"quotas of 25, 28, or 33 ships", ""},
        {"quotas of 25 and 33 ships", "25 | 33"},
        {"It paid $5, $6 and $7 for grain.", ""},
        {"[Ships] 25, 28, 33", "25 | 28 | 33"},
        /* what a change began with: no date says when */
        {"The tariff was cut from 20 to 9 percent.", "9 percent"},
        {"The count of ships was 12,400, revised from 11,200.", "12,400"},
        {"The revised count is 12,400 ships; it had been put at 11,200.", "12,400"},
        {"The count is 12,400 ships; it had been put at 11,200.", "12,400 | 11,200"},
        {"The revised count of ships from 31 ports is 12,400.", "31 | 12,400"},
        {"Exports grew from $5 million to $6 million.", "$6 million"},
        {"Exports from 5 ports to 6 lands", "5 | 6"},
        {"They came from 30 countries.", "30"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), NULL);
}

static void test_blocks(void **state)
{
    static const box_case cases[] = {
        {"# 30 ports closed", ""},
        {"- 30 ports closed", "30"},
        {"= 30 ports closed", ""},
        {"^ 30 ports closed", ""},
        {"Figure 3. Exports under a 30% tariff", ""},
        {"FIG. 3-1: Exports under a 30% tariff. Imports of $5 million.", ""},
        {"Table 4 \xE2\x80\x93 30 ports", ""},
        {"Chart 7 Exports under a 30% tariff", ""},
        {"Table 4 shows 30 ports. It has 12 rows.", "30 | 12"},
        {"Tables of 30 rows", "30"},
        {"Article 9 covers 12 ports.", "12"},
        {"[30 ports](https://example.org)", ""},
        /* cells whose headers hold no word of three letters */
        {"[12|a] 30", ""},
        {"[12|Ports] 30", "30"},
        {"[Ports|12] 30", "30"},
        {"[GB|1] 30", ""},
        /* ranks */
        {"[Country comparison to the world] 117", ""},
        {"[Rank of ports] 117", ""},
        {"[Frankfurt] 117 flights", "117"},
        {"[Exports] $5 million country comparison to the world: 117", "$5 million"},
        {"The rank of the 30 ports rose.", "30"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), NULL);
}

/* "25-54 years: 42.97%": the digits belong to the label, whichever way it is written. */
static void test_labels(void **state)
{
    static const box_case cases[] = {
        {"[Age structure] 25-54 years: 42.97%", "42.97%"},
        {"[Families] 2 or more children: 5 million", "5 million"},
        {"[GDP] agriculture: 3.9% industry: 28.3% services: 67.8% (2011)", "3.9% | 28.3% | 67.8%"},
        {"[Area] total: 300 sq km country comparison to the world: 5 land: 200 sq km",
         "300 sq km | 200 sq km"},
        {"[Airports] 914 to 1,523 m: 18", "18"},
        {"[Airports] over 3,047 m: 18 under 914 m: 2", "18 | 2"},
        {"[Ships] 12 (bulk: 3)", "12 | 3"},
        {"[Canada|Step] A plan for $5 million: boats", ""},
        {"[Canada|Step] A plan of $5 million: boats", "$5 million"},
        /* prose has no labels */
        {"It has 30 ports: 18 closed.", "30 | 18"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), NULL);
}

/* Words: a figure with nothing around it that is told apart. */
static void test_wordless(void **state)
{
    static const box_case cases[] = {
        {"It was 30.", ""},
        {"It was 5%.", ""},
        {"30", ""},
        {"They had 30 of the others.", ""},
        {"It was 30 ships.", "30"},
        {"# Exports\nIt was 5%.", ""},
        {"[Exports] 5%", "5%"},
    };
    (void)state;
    box_expect(cases, COUNT(cases), NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_enumerators), cmocka_unit_test(test_identifiers),
        cmocka_unit_test(test_citations),   cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_lists),       cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_labels),      cmocka_unit_test(test_wordless),
    };
    return cmocka_run_group_tests(tests, box_open, box_close);
}
