/* test_align.c - which figure answers which: one to one, equal values first, and a figure that is
 * met to the digit contradicts nothing. */
#include "pair_box.h"

enum { CLAIMS = 100 };

typedef struct align_case {
    const char *a, *b, *wanted;
} align_case;

/* `b` NULL: within one document. */
static void expect(const align_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const box_doc *a = box_read(cases[i].a), *b = cases[i].b == NULL ? a : box_read(cases[i].b);
        cc_str         got = box_verdicts(a, b, CLAIMS);
        if (!cc_str_eq(got, cc_str_z(cases[i].wanted)))
            fail_msg("'%s' '%s': got '%.*s', wanted '%s'", cases[i].a,
                     cases[i].b == NULL ? "" : cases[i].b, CC_F(got), cases[i].wanted);
        box_empty();
    }
}

static void test_examples(void **state)
{
    static const align_case cases[] = {
        /* CLAIMS 2.15 D: two totals, one passage */
        {"The film earned over $40 million in North America and over $46 million worldwide.",
         "The film earned $40.6 million in North America and $5.7 million in other places for a "
         "worldwide total of $46.3 million.",
         "$40 million = $40.6 million | $46 million = $46.3 million"},
        /* words decide before the order of the text does */
        {"Imports of grain were $51 million and exports of steel $62 million in 2018.",
         "In 2018 exports of steel were $63 million and imports of grain $52 million.",
         "$51 million ! $52 million | $62 million ! $63 million"},
        /* H: values of a list by their labels */
        {"[GDP] agriculture: 3.9% industry: 28.3% services: 67.8% (2011)",
         "[GDP] agriculture: 4.9% industry: 28.3% services: 66.8% (2011)",
         "3.9% ! 4.9% | 28.3% = 28.3% | 67.8% ! 66.8%"},
    };
    (void)state;
    expect(cases, COUNT(cases));
}

/* One digit of three or more is another one, or two have changed places: half the likeness will do. */
static void test_slips(void **state)
{
    static const align_case cases[] = {
        {"Subsidies to the railways came to $1,340 million in 2018.",
         "Public money for railways was $1,430 million in 2018, if rents are counted.",
         "$1,340 million ! $1,430 million"},
        {"Subsidies to the railways came to $1,340 million in 2018.",
         "Public money for railways was $1,640 million in 2018, if rents are counted.",
         "$1,340 million ! $1,640 million"},
        {"Subsidies to the railways came to $1,340 million in 2018.",
         "Public money for railways was $1,585 million in 2018, if rents are counted.", ""},
        {"The border with Mexico is 5,525 miles long.", "The border with Mexico is 5,525 km long.",
         "5,525 miles ! 5,525 km"},
        {"Subsidies to the railways came to $13 million in 2018.",
         "Public money for railways was $14 million in 2018, if rents are counted.", ""},
    };
    (void)state;
    expect(cases, COUNT(cases));
}

/* The same two digits or more are one figure in other words. */
static void test_same_digits(void **state)
{
    static const align_case cases[] = {
        {"Subsidies to the railways came to $1,340 million in 2018.",
         "Losses of $1,340 million on railways were met in 2018, if rents are counted.",
         "$1,340 million = $1,340 million"},
        {"Subsidies to the railways came to $1,340 million in 2018.",
         "Losses of $1,585 million on railways were met in 2018, if rents are counted.", ""},
        {"Subsidies to the railways came to $4 million in 2018.",
         "Losses of $4 million on railways were met in 2018, if rents are counted.", ""},
    };
    (void)state;
    expect(cases, COUNT(cases));
}

static void test_one_to_one(void **state)
{
    static const align_case cases[] = {
        /* each figure of either passage is used once */
        {"Grain imports were $51 million in 2018.",
         "Grain imports of 2018 were $53 million, or grain imports of $55 million in 2018.",
         "$51 million ! $53 million"},
        /* equal values first, though the other stands first */
        {"Grain imports were $51 million in 2018.",
         "Grain imports of 2018 were $53 million, or grain imports of $51 million in 2018.",
         "$51 million = $51 million"},
        {"Grain imports by rail were $51 million in 2018.",
         "Grain imports by rail were $53 million, while grain imports by coast rail were "
         "$51 million, in 2018.",
         "$51 million = $51 million"},
        {"Grain imports were $51 million, or grain imports of $53 million in 2018.",
         "Grain imports were $53 million, or grain imports of $51 million in 2018.",
         "$51 million = $51 million | $53 million = $53 million"},
        /* other passages are aligned by themselves */
        {"Grain imports were $51 million in 2018.",
         "Grain imports of 2018 were $53 million.\nIn 2018, grain imports were $55 million.",
         "$51 million ! $53 million | $51 million ! $55 million"},
    };
    (void)state;
    expect(cases, COUNT(cases));
}

static void test_used_up(void **state)
{
    static const align_case cases[] = {
        /* what the other document says elsewhere to the digit contradicts nothing there */
        {"Grain imports were $51 million in 2018.",
         "Grain imports of 2018 were $53 million.\nIn 2018, grain imports were $51 million.",
         "$51 million = $51 million"},
        /* a partner that agrees but fits much worse uses nothing up */
        {"Grain imports by rail from the north coast were $5 million in 2018.",
         "Grain imports by rail from the north coast were $6 million in 2018.\n"
         "Other coal and grain of $5 million was sunk on the coast in 2018.",
         "$5 million ! $6 million"},
        /* in the same passage one that agrees does, however badly it fits */
        {"Grain imports by rail were $51 million in 2018.",
         "Grain imports by rail were $53 million, after all coal of $51 million, in 2018.", ""},
    };
    (void)state;
    expect(cases, COUNT(cases));
}

/* A bound is of the figure next to it, not of the first one that it holds for. */
static void test_bounds(void **state)
{
#define PARTS                                                                                      \
    "Grain imports were $2.3 million by rail, while grain imports were $3.7 million in all."
    static const align_case cases[] = {
        {"Grain imports were under $4 million.", PARTS, "$4 million = $3.7 million"},
        {"Grain imports were over $3.5 million.", PARTS, "$3.5 million = $3.7 million"},
        /* that the parts lie below it excuses nothing */
        {"Grain imports were under $3.5 million.", PARTS, "$3.5 million ! $3.7 million"},
        {"Grain imports were over $4 million.", PARTS, "$4 million ! $3.7 million"},
        /* each bound has its own */
        {"Grain imports by rail were under $2.5 million.", PARTS, "$2.5 million = $2.3 million"},
    };
    (void)state;
    expect(cases, COUNT(cases));
}

typedef struct sized_case {
    const char *a, *b;
    uint64_t    claims; /* of the run */
    const char *wanted;
} sized_case;

static void expect_in_runs(const sized_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        cc_str got = box_verdicts(box_read(cases[i].a), box_read(cases[i].b), cases[i].claims);
        if (!cc_str_eq(got, cc_str_z(cases[i].wanted)))
            fail_msg("'%s' '%s': got '%.*s', wanted '%s'", cases[i].a, cases[i].b, CC_F(got),
                     cases[i].wanted);
        box_empty();
    }
}

/* A date of no event agrees anywhere, and conflicts only where little is said. */
static void test_dates(void **state)
{
    static const sized_case cases[] = {
        {"Ministers toured the Lima harbour in 1970.",
         "The ministers made a tour of Lima harbour in 1970.", 100, "1970 = 1970"},
        {"Ministers toured the Lima harbour in 1970.",
         "The ministers made a tour of Lima harbour in 1975.", 2, "1970 ! 1975"},
        {"Ministers toured the Lima harbour in 1970.",
         "The ministers made a tour of Lima harbour in 1975.", 100, ""},
        {"Ministers toured the Lima harbour in 1970.", "Ministers toured the Lima harbour in 1975.",
         100, ""},
        /* one that the other document has too contradicts nothing there */
        {"Ministers toured the Lima harbour in 1970.",
         "Ministers toured the Lima harbour in 1975.\nOther ministers toured in 1970.", 2,
         "1970 = 1970"},
        /* wherever the date stands, and whatever figure stands with it */
        {"Ministers toured the Lima harbour in 1970.",
         "In 1970, the ministers made a tour of Lima harbour.", 100, "1970 = 1970"},
        {"Ministers toured the Lima harbour in 1970.",
         "In 1970, ministers toured Lima harbour for $5 million.", 100, "1970 = 1970"},
        {"Ministers toured the Lima harbour in 1970.",
         "In 1975, ministers toured Lima harbour for $5 million.", 2, "1970 ! 1975"},
        /* what the date of an event is called elsewhere */
        {"The Lima Accord was signed in 1970.", "In 1970 ministers met for the Lima Accord.", 100,
         "1970 = 1970"},
        {"The Lima Accord was signed in 1970.", "In 1975 ministers met for the Lima Accord.", 100,
         ""},
        /* an event that happened to nothing by name is none */
        {"Congress gave the board power over food in the Food Act (P.L. 111-353), enacted in 2011.",
         "On January 10, 2013, following the enactment of P.L. 117-263, the board took the power.",
         100, ""},
        /* figures of two years, and of one: they are compared, not their dates */
        {"In 2018 exports of Chad were $5 million.", "In 2019 exports of Chad were $7 million.", 2,
         ""},
        {"In 2018 exports of Chad were $5 million.", "Exports of Chad in 2018 were $5 million.", 2,
         "$5 million = $5 million"},
    };
    (void)state;
    expect_in_runs(cases, COUNT(cases));
}

/* What holds by rounding alone does not where little else is said. */
static void test_edges(void **state)
{
    static const sized_case cases[] = {
        {"Grain imports were over $25 million.", "Grain imports were $25 million.", 2,
         "$25 million ! $25 million"},
        {"Grain imports were over $25 million.", "Grain imports were $25 million.", 100,
         "$25 million = $25 million"},
        {"Grain imports were under $25 million.", "Grain imports were $25 million.", 2,
         "$25 million ! $25 million"},
        {"Grain imports were at least $25 million.", "Grain imports were $25 million.", 2,
         "$25 million = $25 million"},
        {"Grain imports were at least $25 million.", "Grain imports were $24.9 million.", 2,
         "$25 million ! $24.9 million"},
        {"Grain imports were over $25 million.", "Grain imports were $25.3 million.", 2,
         "$25 million = $25.3 million"},
        {"Grain imports were over $25 million.", "Grain imports were about $25 million.", 2,
         "$25 million = $25 million"},
    };
    (void)state;
    expect_in_runs(cases, COUNT(cases));
}

/* Two short texts need little in common, but words that set them apart do so there too. */
static void test_short(void **state)
{
    static const sized_case cases[] = {
        {"Exports of Chad rose to $5 million last year.",
         "Exports of Chad were $7 million in 2019.", 2, "$5 million ! $7 million"},
        {"Exports of Chad rose to $5 million last year.",
         "Imports of Chad were $7 million in 2019.", 2, ""},
    };
    (void)state;
    expect_in_runs(cases, COUNT(cases));
}

/* Within one document a figure said twice does not excuse a third, wherever that stands. */
static void test_within(void **state)
{
#define GRAIN(value) "Grain imports by rail to Canada were " value " in 2018.\n"
#define RAIL(value) "In 2018 imports of grain by Canadian rail were " value ".\n"
#define BY_RAIL(value) "By rail Canada had imports of grain of " value " in 2018.\n"
    static const align_case cases[] = {
        {GRAIN("$51 million") RAIL("$51 million") BY_RAIL("$53 million"), NULL,
         "$51 million = $51 million | $51 million ! $53 million | $51 million ! $53 million"},
        {GRAIN("$51 million") RAIL("$53 million") BY_RAIL("$51 million"), NULL,
         "$51 million ! $53 million | $51 million = $51 million | $53 million ! $51 million"},
        {GRAIN("$53 million") RAIL("$51 million") BY_RAIL("$51 million"), NULL,
         "$53 million ! $51 million | $53 million ! $51 million | $51 million = $51 million"},
    };
    (void)state;
    expect(cases, COUNT(cases));
}

/* The same sentence with another figure in one place: what else states that figure excuses nothing, but
 * the same sentence does. */
static void test_framed(void **state)
{
#define OIL(one, two)                                                                              \
    "Right now " one " of your taxes goes straight to the harbour industry, " two                  \
    " in subsidies that other companies never get."
#define TOUR(year)                                                                                 \
    "Ministers of both countries toured the harbour of Lima with dockers in " year "."
    static const align_case cases[] = {
        {OIL("$4 million", "$4 million"), OIL("$7 million", "$4 million"),
         "$4 million ! $7 million | $4 million = $4 million"},
        {OIL("$4 million", "$3 million"), OIL("$4 million", "$4 million"),
         "$4 million = $4 million | $3 million ! $4 million"},
        {TOUR("1970"), TOUR("1971"), "1970 ! 1971"},
        {"The port authority of Lima was closed for seven weeks because divers found old mines.",
         "The port authority of Lima was closed for seven months because divers found old mines.",
         "seven weeks ! seven months"},
        /* two such sentences in both */
        {TOUR("1970") "\n" TOUR("1971"), TOUR("1970") "\n" TOUR("1971"),
         "1970 = 1970 | 1971 = 1971"},
        /* one of them may be the other's */
        {TOUR("1970"), TOUR("1970") "\n" TOUR("1971"), "1970 = 1970"},
        /* other documents' days, too few words, a word that is another one */
        {"@ 2021-05-12\n" TOUR("1970"), "@ 2021-09-12\n" TOUR("1971"), ""},
        {"@ 2021-05-12\n" TOUR("1970"), "@ 2021-05-13\n" TOUR("1971"), "1970 ! 1971"},
        {"Ministers toured the harbour of Lima in 1970.",
         "Ministers toured the harbour of Lima in 1971.", ""},
        {TOUR("1970"),
         "Old ministers of both countries toured the harbour of Lima with dockers in 1971.", ""},
    };
    (void)state;
    expect(cases, COUNT(cases));
}

static uint32_t score_of(const char *a, const char *b, uint32_t raw)
{
    cc_comparer comparer = box_comparer();
    cc_aligned *found;
    cc_pair     pair = {.a = box_read(a)->claims.at, .b = box_read(b)->claims.at, .raw = raw};
    assert_int_equal(cc_align(&comparer, &box.worker.doc, &pair, 1, CLAIMS, &found), 1);
    uint32_t score = found->score;
    box_empty();
    return score;
}

static void test_score(void **state)
{
    const uint32_t t = cc_threshold(CLAIMS, false);
    (void)state;
    assert_int_equal(score_of("$51 of grain", "$53 of grain", t), 500);
    assert_int_equal(score_of("$51 of grain", "$53 of grain", t / 2), 250);
    /* two digits agree: a slip of scale needs half the likeness, one digit may be chance */
    assert_int_equal(score_of("$4.9 million of grain", "$4.9 billion of grain", t / 2), 500);
    assert_int_equal(score_of("$5 million of grain", "$5 billion of grain", t / 2), 250);
    /* so far apart they hardly measure one thing */
    assert_int_equal(score_of("$51 of grain", "$1,300 of grain", t), 200);
    assert_int_equal(score_of("$51 of grain", "$990 of grain", t), 500);
}

/* The best comes first. */
static void test_order(void **state)
{
    const box_doc *a = box_read("Imports of grain were $51 million in 2018.\n"
                                "Imports of steel by rail were $72 million in 2019.");
    const box_doc *b = box_read("Imports of grain were $53 million.\n"
                                "Imports of steel by rail were $75 million in 2019.");
    cc_aligned    *found;
    (void)state;
    assert_int_equal(box_align(a, b, CLAIMS, &found), 2);
    assert_true(found[0].score > found[1].score);
    assert_true(cc_str_eq(found[0].a->text, CC_S("$72 million")));
    assert_true(cc_str_eq(found[0].b->text, CC_S("$75 million")));
    assert_int_equal(found[0].relation, CC_CONFLICT);
    box_empty();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples), cmocka_unit_test(test_one_to_one),
        cmocka_unit_test(test_slips),    cmocka_unit_test(test_used_up),
        cmocka_unit_test(test_within),   cmocka_unit_test(test_score),
        cmocka_unit_test(test_order),    cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_dates),    cmocka_unit_test(test_edges),
        cmocka_unit_test(test_short),    cmocka_unit_test(test_same_digits),
        cmocka_unit_test(test_framed),
    };
    return cmocka_run_group_tests(tests, box_open, box_close);
}
