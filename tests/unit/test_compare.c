/* test_compare.c - pairs of short texts, and what must come out of comparing their figures:
 * "A = B" agrees, "A ! B" conflicts, "A !10^ B" conflicts in scale alone; nothing: not compared, or
 * too unlike to be shown. */
#include "pair_box.h"

/* What must not be flagged is tried in a run over some memos, where little likeness is asked for;
 * what must be found, in a corpus. */
enum { FEW_CLAIMS = 100, MANY_CLAIMS = 5000 };

typedef struct pair_case {
    const char *a, *b, *wanted;
} pair_case;

static void expect(const pair_case *cases, size_t count, uint64_t claims)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        const box_doc *a   = box_read(cases[i].a);
        const box_doc *b   = cases[i].b == NULL ? a : box_read(cases[i].b);
        cc_str         got = box_verdicts(a, b, claims);
        if (!cc_str_eq(got, cc_str_z(cases[i].wanted))) {
            print_error("'%s'\n'%s'\n   got    '%.*s'\n   wanted '%s'\n", cases[i].a,
                        cases[i].b == NULL ? "" : cases[i].b, CC_F(got), cases[i].wanted);
            wrong++;
        }
        box_empty();
    }
    if (wrong > 0)
        fail_msg("%zu of %zu cases", wrong, count);
}

/* -- Restatements that must be found ------------------------------------------------------------- */

static void test_restated(void **state)
{
    static const pair_case cases[] = {
        /* CLAIMS 2.15 A */
        {"[GDP - real growth rate] 1.8% (2010 est.)", "[GDP - real growth rate] 1.7% (2010 est.)",
         "1.8% ! 1.7%"},
        {"Exports of grain to Canada were $5.1 billion in 2018.",
         "In 2018, grain exports to Canada reached $5.9 billion.", "$5.1 billion ! $5.9 billion"},
        /* G: the widths of "about" */
        {"Trade deficits were roughly 6.7% of output in 2012.",
         "Trade deficits were roughly 7.4% of output in 2012.", "6.7% ! 7.4%"},
        {"The border with Mexico is 1,990 miles long.",
         "The border with Mexico is 1,954 miles in length.", "1,990 miles ! 1,954 miles"},
        {"The program has 47 accredited ports in 2019.",
         "In 2019 the program has 52 accredited ports.", "47 ! 52"},
        /* the digits agree, the scale does not */
        {"Grain exports to Canada were $661 million in 2018.",
         "In 2018, grain exports to Canada were $661 billion.", "$661 million !10^ $661 billion"},
        /* units convert */
        {"The pipeline to Mexico is 100 miles long.", "The pipeline to Mexico is 250 km long.",
         "100 miles ! 250 km"},
        /* a bound that does not hold */
        {"Grain exports in 2018 were over $12 million.",
         "Grain exports in 2018 were $11.2 million.", "$12 million ! $11.2 million"},
        {"The 2018 storm killed over four workers.", "The 2018 storm killed four workers.",
         "four ! four"},
        /* a month: by the same name */
        {"In March 2019 apprehensions of migrants were 92,607.",
         "Apprehensions of migrants in March 2019 were 103,731.", "92,607 ! 103,731"},
        /* the documents' own day, the same one */
        {"@ 2021-05-12\nThe tariff on imported steel is 25 percent.",
         "@ 2021-05-13\nThe tariff on imported steel is 27 percent.", "25 percent ! 27 percent"},
        /* an estimate is held against what is stated */
        {"Exports of grain in 2018 were estimated at $5.1 billion.",
         "Exports of grain in 2018 were $7.9 billion.", "$5.1 billion ! $7.9 billion"},
    };
    (void)state;
    expect(cases, COUNT(cases), MANY_CLAIMS);
}

static void test_agreeing(void **state)
{
    static const pair_case cases[] = {
        {"Exports of grain to Canada were $5.1 billion in 2018.",
         "In 2018, grain exports to Canada reached $5.1 billion.", "$5.1 billion = $5.1 billion"},
        /* rounding; CLAIMS 2.15 B */
        {"Trade with Canada in 2018 was $661 billion.",
         "Trade with Canada in 2018 was $661.2 billion.", "$661 billion = $661.2 billion"},
        {"[Irrigated land] 2,900 sq km (2003)", "[Irrigated land] 2,896 sq km (2003)",
         "2,900 sq km = 2,896 sq km"},
        {"[Growth] 4% (2003)", "[Growth] 4.3% (2003)", "4% = 4.3%"},
        /* hedges that hold */
        {"Grain exports in 2018 were over $12 million.",
         "Grain exports in 2018 were $12.8 million.", "$12 million = $12.8 million"},
        {"Grain exports in 2018 were up to $13 million.",
         "Grain exports in 2018 were $12.8 million.", "$13 million = $12.8 million"},
        {"Grain exports in 2018 were about $13 million.",
         "Grain exports in 2018 were $12.8 million.", "$13 million = $12.8 million"},
        {"Nearly 5 million migrants lived in Canada in 2019.",
         "In 2019, 4.9 million migrants lived in Canada.", "5 million = 4.9 million"},
        /* units convert with their precision */
        {"The pipeline to Mexico is 100 miles long.", "The pipeline to Mexico is 161 km long.",
         "100 miles = 161 km"},
        {"Between 5 and 7 million migrants lived in Canada in 2019.",
         "In 2019, 6 million migrants lived in Canada.", "5 and 7 million = 6 million"},
    };
    (void)state;
    expect(cases, COUNT(cases), MANY_CLAIMS);
}

/* -- What must not be flagged -------------------------------------------------------------------- */

static void test_other_times(void **state)
{
    static const pair_case cases[] = {
        /* other years */
        {"Exports of grain were $5.1 billion in 2018.",
         "Exports of grain were $5.9 billion in 2019.", ""},
        {"Exports of grain were $5.1 billion in fiscal year 2018.",
         "Exports of grain were $5.9 billion in fiscal year 2019.", ""},
        {"Exports of grain were $5 billion in 2018 and $6 billion in 2019.",
         "Exports of grain were $6 billion in 2019 and $7 billion in 2020.",
         "$6 billion = $6 billion"},
        {"[GDP] $5 billion (2010 est.) $6 billion (2009 est.)",
         "[GDP] $7 billion (2011 est.) $5 billion (2010 est.)", "$5 billion = $5 billion"},
        /* a month against a year, a quarter against a year */
        {"Apprehensions of migrants in March 2019 were 92,607.",
         "Apprehensions of migrants in 2019 were 851,508.", ""},
        {"Exports of grain in the first quarter of 2019 were $2 billion.",
         "Exports of grain in 2019 were $9 billion.", ""},
        /* CLAIMS 2.15 E: each speaks of its own day */
        {"@ 2007-05-09\nThe board decided to keep its target for the funds rate at 5.25 percent.",
         "@ 2001-01-03\nThe board decided to keep its target for the funds rate at 6 percent.", ""},
        /* a span of years against one */
        {"Exports of grain from 2013 to 2016 were $9 billion.",
         "Exports of grain in 2014 were $2 billion.", ""},
    };
    (void)state;
    expect(cases, COUNT(cases), FEW_CLAIMS);
}

static void test_parts(void **state)
{
    static const pair_case cases[] = {
        /* parts against wholes */
        {"The fund has $9 billion for ports.", "The agency spent $2 billion of the fund for ports.",
         ""},
        {"Of the 40 ports, 12 have rail.", "The coast has 40 ports with rail.", "40 = 40"},
        {"Women in the farm program numbered 300.", "People in the farm program numbered 900.", ""},
        {"The median grant to ports was $5 million.", "Grants to ports were $9 million.", ""},
        {"Truck imports of grain were $5 million in 2018.",
         "Rail imports of grain were $3 million in 2018.", ""},
        /* one border against two */
        {"The border with Canada is 5,525 miles long.",
         "The border with Mexico is 1,954 miles long.", ""},
        {"The border with Canada is 5,525 miles long.",
         "The borders with Canada and Mexico are 7,479 miles long.", ""},
        {"Canadian investment in Mexico was $5 million in 2018.",
         "Mexican investment in Canada was $9 million in 2018.", ""},
        /* goods against goods and services */
        {"Trade in goods with Canada was $617 billion in 2018.",
         "Trade in goods and services with Canada was $718 billion in 2018.", ""},
        {"Exports of goods in 2018 were $617 billion.",
         "Exports of services in 2018 were $71 billion.", ""},
        {"Imports of grain in 2018 were $6 billion.", "Exports of grain in 2018 were $7 billion.",
         ""},
        /* identifiers of a list in order */
        {"Exports to Canada and Mexico were $5 million and $6 million, respectively.",
         "Exports to Canada were $6 million.", ""},
        /* per day against per year, which convert, and per nothing */
        {"Some 30,000 trucks a day cross the border.",
         "Some 11 million trucks a year cross the border.", "30,000 = 11 million"},
        {"Some 30,000 trucks a day cross the border.", "Some 11 million trucks cross the border.",
         ""},
    };
    (void)state;
    expect(cases, COUNT(cases), FEW_CLAIMS);
}

static void test_manners(void **state)
{
    static const pair_case cases[] = {
        /* forecasts, targets and conditions against outcomes */
        {"Exports of grain in 2018 were $5 billion.",
         "Exports of grain in 2018 are expected to reach $9 billion.", ""},
        {"Exports of grain in 2018 were $5 billion.",
         "The target for exports of grain in 2018 was $9 billion.", ""},
        {"Exports of grain in 2018 were $5 billion.",
         "Exports of grain in 2018 could have reached $9 billion.", ""},
        /* "rose by" against "rose to" */
        {"Exports of grain rose by 5 percent in 2018.",
         "Exports of grain rose to 9 percent in 2018.", ""},
        {"Exports of grain rose by $5 million in 2018.",
         "Exports of grain were $90 million in 2018.", ""},
        /* up against down */
        {"The bank raised the interest rate by 50 basis points in 2018.",
         "The bank lowered the interest rate by 25 basis points in 2018.", ""},
        {"Exports of grain fell 5 percent in 2018.", "Exports of grain rose 9 percent in 2018.",
         ""},
        /* other units, other currencies */
        {"Exports of grain in 2018 were $5 million.",
         "Exports of grain in 2018 were 9 million tons.", ""},
        {"Exports of grain in 2018 were $5 million.",
         "Exports of grain in 2018 were \xE2\x82\xAC"
         "9 million.",
         ""},
        {"Exports of grain in 2018 were 5 percent.",
         "Exports of grain in 2018 were 9 percentage points.", ""},
    };
    (void)state;
    expect(cases, COUNT(cases), FEW_CLAIMS);
}

/* Record text: a label that both documents have is met by its own name only. */
static void test_siblings(void **state)
{
    static const pair_case cases[] = {
        /* CLAIMS 2.15 C */
        {"[Natural gas - production] 5 million cu m (2013 est.)\n"
         "[Natural gas - consumption] 6 million cu m (2013 est.)",
         "[Natural gas - production] 5 million cu m (2013 est.)\n"
         "[Natural gas - consumption] 6 million cu m (2013 est.)",
         "5 million cu m = 5 million cu m | 6 million cu m = 6 million cu m"},
        {"[Stock of narrow money] $5 billion (2013)\n[Stock of broad money] $9 billion (2013)",
         "[Stock of broad money] $9 billion (2013)", "$9 billion = $9 billion"},
        {"[Stock of narrow money] $5 billion (2013)",
         "[Stock of narrow money] $6 billion (2013)\n[Stock of broad money] $9 billion (2013)",
         "$5 billion ! $6 billion"},
        /* sublabels the same */
        {"[Literacy] total: 81% (2013) male: 85% (2013) female: 77% (2013)",
         "[Literacy] total: 81% (2013) male: 86% (2013) female: 77% (2013)",
         "81% = 81% | 85% ! 86% | 77% = 77%"},
        {"[Area] land: 201 sq km\n[Coast] 30 km", "[Area] water: 20 sq km land: 211 sq km",
         "201 sq km ! 211 sq km"},
        /* sheets on different subjects have the same fields */
        {"# Sweden\n[Area] land: 410,335 sq km", "# Norway\n[Area] land: 304,282 sq km", ""},
        {"# Sweden\n[Area] land: 410,335 sq km", "# Sweden 2012\n[Area] land: 304,282 sq km",
         "410,335 sq km ! 304,282 sq km"},
    };
    (void)state;
    expect(cases, COUNT(cases), FEW_CLAIMS);
}

/* Within one document. */
static void test_within(void **state)
{
    static const pair_case cases[] = {
        {"Exports of maize to Canada by rail were $5.1 billion in 2018.\n"
         "Rail exports of maize to Canada in 2018 were $5.9 billion.",
         NULL, "$5.1 billion ! $5.9 billion"},
        /* a sentence is arithmetic's business */
        {"Maize exports to Canada by rail were $5.1 billion in 2018, and maize exports to Canada "
         "by "
         "rail were $5.9 billion in 2018.",
         NULL, ""},
        /* cells of one table, fields of one sheet */
        {"[Maize exports|2018] $5.1 billion\n[Maize exports by rail|2018] $5.9 billion", NULL, ""},
        {"[Maize exports] $5.1 billion (2018)\nMaize exports were $5.9 billion in 2018.", NULL,
         "$5.1 billion ! $5.9 billion"},
        {"[Exports] maize: $5.1 billion (2018)\n[Exports] wheat: $5.9 billion (2018)", NULL, ""},
        /* three sentences alike but for their digits are a series, two are not */
        {"Maize exports by rail to Canada reached $51 million in 2018.\n"
         "Maize exports by rail to Canada reached $62 million in 2018.\n"
         "Maize exports by rail to Canada reached $73 million in 2018.",
         NULL, ""},
        {"Maize exports by rail to Canada reached $51 million in 2018.\n"
         "Maize exports by rail to Canada reached $62 million in 2018.",
         NULL, "$51 million ! $62 million"},
        /* cases worked through */
        {"If maize exports by rail to Canada were $51 million in 2018, ports would close.\n"
         "If rail exports of maize to Canada were $62 million in 2018, ports would open.",
         NULL, ""},
        /* CLAIMS 2.15 F */
        {"The average number of days from nomination to first committee hearing was 44 hearings.\n"
         "From nomination to final Senate vote the average was 68 hearings.",
         NULL, ""},
        /* one author, side by side, on two things */
        {"Grants for ports on the coast were $5 million in 2018.\n"
         "Loans for harbors on the coast were $9 million in 2018.",
         NULL, ""},
    };
    (void)state;
    expect(cases, COUNT(cases), MANY_CLAIMS);
}

/* The same pairs between two documents, which may well contradict one another. */
static void test_between(void **state)
{
    static const pair_case cases[] = {
        {"Maize exports by rail to Canada reached $51 million in 2018.\n"
         "Maize exports by rail to Canada reached $62 million in 2017.\n"
         "Maize exports by rail to Canada reached $73 million in 2016.",
         "Maize exports by rail to Canada reached $55 million in 2018.",
         "$51 million ! $55 million"},
        {"[Maize exports] $5.1 billion (2018)", "Maize exports were $5.9 billion in 2018.",
         "$5.1 billion ! $5.9 billion"},
    };
    (void)state;
    expect(cases, COUNT(cases), MANY_CLAIMS);
}

/* -- Symmetry, thresholds, order ------------------------------------------------------------------- */

static void test_symmetry(void **state)
{
    const box_doc *d = box_read(
        "@ 2021-05-12\nExports of grain to Canada rose by 5 percent in 2018 to $5 million.\n"
        "Canadian imports of grain were estimated at $6 million in fiscal year 2018.\n"
        "Grain exports will reach $9 million a year, and 30,000 trucks a day.\n"
        "The plan of March 2019 has 40 trucks of the fleet and $300 for each.\n"
        "[Trucks] total: 50 (2018) old: 20\n[Grain] $7 million, 30 percent");
    const box_doc *e = box_read("@ 2021\nIn 2018 grain exports to Canada were $5.5 million.\n"
                                "Its trucks numbered 41 in 2019.\n[Trucks] total: 55 (2018)");
    cc_comparer    comparer = box_comparer();
    size_t         compared = 0;
    (void)state;
    for (size_t i = 0; i < d->claims.n; i++)
        for (size_t k = 0; k < e->claims.n; k++) {
            const cc_claim *a = &d->claims.at[i], *b = &e->claims.at[k];
            if ((a->kind == CC_DATE) != (b->kind == CC_DATE))
                continue; /* they share no key */
            cc_apart up, down;
            uint32_t forth = cc_compare(&comparer, a, b);
            if (forth != cc_compare(&comparer, b, a))
                fail_msg("'%.*s' and '%.*s': %u, turned round %u", CC_F(a->text), CC_F(b->text),
                         forth, cc_compare(&comparer, b, a));
            assert_int_equal(cc_relate(box.engine.lexicon, a, b, &up),
                             cc_relate(box.engine.lexicon, b, a, &down));
            assert_int_equal(up.power10, -down.power10);
            compared += forth > 0;
        }
    assert_true(compared >= 3);
    box_empty();
}

static void test_trace(void **state)
{
    static const struct {
        const char *a, *b, *gate, *factor;
    } cases[] = {
        {"Grain exports in 2018 were $5 million.", "Grain exports in 2019 were $5 million.",
         "their periods do not overlap", NULL},
        {"The port sells it at $40 a day.", "The port sells it at $50 per ton.",
         "they are rates per things that do not convert", NULL},
        {"Grain exports rose by 5 percent in 2018.", "Grain exports fell by 6 percent in 2018.",
         "one goes up and the other down", NULL},
        {"In 2018 grain exports were $5 million and coal exports $7 million.", NULL,
         "they stand in one sentence, which is for the checks of sums, shares and rates", NULL},
        {"Grain exports in 2018 were $5 million.", "Coal imports in 2018 were $5 million.", NULL,
         "words in common"},
        {"Grain exports in 2018 were $5 million.",
         "Grain exports will reach $5 million in 2018 under the plan.", NULL, "their modalities"},
    };
    cc_comparer comparer = box_comparer();
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const box_doc  *x = box_read(cases[i].a);
        const box_doc  *y = cases[i].b == NULL ? x : box_read(cases[i].b);
        const cc_claim *a = &x->claims.at[0], *b = &y->claims.at[x == y];
        cc_trace        trace;
        uint32_t        raw    = cc_compare_traced(&comparer, a, b, &trace);
        const char     *gate   = trace.gate == NULL ? "" : trace.gate;
        const char     *factor = trace.factor == NULL ? "" : trace.factor;
        if (strcmp(gate, cases[i].gate == NULL ? "" : cases[i].gate) != 0 ||
            strcmp(factor, cases[i].factor == NULL ? "" : cases[i].factor) != 0)
            fail_msg("'%s' and '%s': got '%s' '%s' %.3f", cases[i].a,
                     cases[i].b == NULL ? "" : cases[i].b, gate, factor, trace.least);
        assert_int_equal(raw, cc_compare(&comparer, a, b));
        assert_true(trace.gate == NULL || raw == 0);
        box_empty();
    }
}

static void test_threshold(void **state)
{
    static const uint64_t sizes[] = {0,   1,   9,    10,    20,      99,        100,
                                     500, 999, 1000, 10000, 1000000, UINT64_MAX};
    (void)state;
    for (size_t i = 0; i < COUNT(sizes); i++) {
        uint32_t t = cc_threshold(sizes[i], false);
        assert_in_range(t, 1, 999);
        assert_true(i == 0 || t >= cc_threshold(sizes[i - 1], false)); /* grows with the run */
        assert_int_equal(cc_threshold(sizes[i], true), cc_threshold(0, true));
        assert_true(cc_threshold(sizes[i], true) > t); /* stricter within one document */
        assert_int_equal(cc_rescale(t, t), 500);
        assert_true(cc_rescale(t - 1, t) < 500);
        assert_int_equal(cc_rescale(0, t), 0);
        assert_int_equal(cc_rescale(1000, t), 1000);
    }
    assert_true(cc_threshold(10, false) < cc_threshold(100, false));
    assert_true(cc_threshold(100, false) < cc_threshold(1000, false));
}

static void test_candidate(void **state)
{
    cc_doc_ref one = {.sha256 = CC_S("1")}, two = {.sha256 = CC_S("2")};
    cc_claim   a = {.doc = &one, .value = {.stated = {5, 0}}};
    cc_claim   b = {.doc = &two, .value = {.stated = {6, 0}}}, c = a;
    uint32_t   quarter = (cc_threshold(1000, false) + 3) / 4;
    c.doc              = &two;
    (void)state;
    assert_true(cc_is_candidate(&a, &b, quarter, 1000));
    assert_false(cc_is_candidate(&a, &b, quarter - 1, 1000));
    assert_true(cc_is_candidate(&a, &b, quarter - 1, 10)); /* a smaller run asks for less */
    /* equal values keep others from being held against them */
    assert_true(cc_is_candidate(&a, &c, 1, 1000));
    assert_false(cc_is_candidate(&a, &c, 0, 1000));
}

static void test_order(void **state)
{
    cc_doc_ref one = {.path = CC_S("1")}, two = {.path = CC_S("2")};
    cc_claim   a = {.doc = &one, .order = 7}, b = {.doc = &one, .order = 9}, c = {.doc = &two};
    (void)state;
    assert_true(cc_claim_cmp(&a, &b) < 0 && cc_claim_cmp(&b, &a) > 0);
    assert_true(cc_claim_cmp(&b, &c) < 0 && cc_claim_cmp(&c, &b) > 0);
    assert_int_equal(cc_claim_cmp(&a, &a), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_restated),    cmocka_unit_test(test_agreeing),
        cmocka_unit_test(test_other_times), cmocka_unit_test(test_parts),
        cmocka_unit_test(test_manners),     cmocka_unit_test(test_siblings),
        cmocka_unit_test(test_within),      cmocka_unit_test(test_between),
        cmocka_unit_test(test_symmetry),    cmocka_unit_test(test_trace),
        cmocka_unit_test(test_threshold),   cmocka_unit_test(test_candidate),
        cmocka_unit_test(test_order),
    };
    return cmocka_run_group_tests(tests, box_open, box_close);
}
