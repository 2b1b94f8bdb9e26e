/* test_relate.c - whether two values can both be true, units and rates converted. */
#include "pair_box.h"

#include "compare/relate.h"

static void test_values(void **state)
{
    static const struct {
        const char *a, *b;
        cc_relation wanted;
        int32_t     power10;
    } cases[] = {
        {"The line is 100 miles long.", "The line is 161 km long.", CC_AGREE, 0},
        {"The line is 100 miles long.", "The line is 162 km long.", CC_AGREE, 0},
        {"The line is 101 miles long.", "The line is 161 km long.", CC_CONFLICT, 0},
        {"The line is 101 miles long.", "The line has 101 tons of it.", CC_NOT_COMPARABLE, 0},
        {"Grain costs $12.",
         "Grain costs \xE2\x82\xAC"
         "13.",
         CC_NOT_COMPARABLE, 0},
        {"Grain costs $12.", "Grain costs 12 percent.", CC_NOT_COMPARABLE, 0},
        {"Grain costs $1.2 million.", "Grain costs $1.2 billion.", CC_CONFLICT, -3},
        {"Grain costs $1.2 million.", "Grain costs $1.3 billion.", CC_CONFLICT, 0},
        /* what is negative in a table is in words in a sentence */
        {"[Grain deficit|2019 ($ millions)] -12.5", "The grain deficit was $12.5 million.",
         CC_AGREE, 0},
        {"[Grain deficit|2019 ($ millions)] -12.5", "The grain deficit was $13.5 million.",
         CC_CONFLICT, 0},
        {"The grain balance was $-12.5 million.", "The grain balance was $12.5 million.",
         CC_CONFLICT, 0},
        {"Grain moved 5 percentage points.", "Grain moved 500 basis points.", CC_AGREE, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const box_doc *a = box_read(cases[i].a), *b = box_read(cases[i].b);
        cc_apart       apart;
        if (a->claims.n != 1 || b->claims.n != 1)
            fail_msg("case %zu: %zu and %zu claims", i, a->claims.n, b->claims.n);
        cc_relation got = cc_relate(box.engine.lexicon, a->claims.at, b->claims.at, &apart);
        if (got != cases[i].wanted || apart.power10 != cases[i].power10)
            fail_msg("'%s' '%s': got %d, 10^%d", cases[i].a, cases[i].b, (int)got, apart.power10);
        box_empty();
    }
}

static void test_rates(void **state)
{
    static const struct {
        const char *a, *b;
        bool        rates;
        cc_relation wanted;
    } cases[] = {
        {"The port has 4,100 trucks a day.", "The port has 1.5 million trucks a year.", true,
         CC_AGREE},
        {"The port has 4,100 trucks a day.", "The port has 2.5 million trucks a year.", true,
         CC_CONFLICT},
        {"The port has 4,100 trucks a day.", "The port has 15 million trucks a year.", true,
         CC_CONFLICT},
        /* four times as much is another rate */
        {"The port has 4,100 trucks a day.", "The port has 6.1 million trucks a year.", true,
         CC_NOT_COMPARABLE},
        {"The port had 4,100 trucks a day.", "The port had 1.5 million trucks in 2018.", true,
         CC_AGREE},
        {"The port had 4,100 trucks a day.", "The port had 2.2 million trucks in 2018.", true,
         CC_NOT_COMPARABLE},
        {"The port had 4,100 trucks a day.", "The port had 15 million trucks in 2018.", true,
         CC_CONFLICT},
        {"The port has 4,100 trucks a day.", "The port has 4,900 trucks a day.", false,
         CC_CONFLICT},
        {"The rent is $400 a month.", "The rent is $4,800 a year.", true, CC_AGREE},
        {"The rent is $400 a month.", "The rent is $149 a week.", true, CC_CONFLICT},
        {"The mine sells at $400 per ton.", "The mine sells at $400 per person.", false,
         CC_CONFLICT},
        {"There were 43 deaths per 100,000 people.", "There were 4.3 deaths per 10,000 people.",
         true, CC_AGREE},
        {"There were 43 deaths per 100,000 people.", "There were 6.1 deaths per 10,000 people.",
         true, CC_CONFLICT},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const box_doc *a = box_read(cases[i].a), *b = box_read(cases[i].b);
        cc_apart       forth, back;
        if (a->claims.n == 0 || b->claims.n == 0)
            fail_msg("case %zu: %zu and %zu claims", i, a->claims.n, b->claims.n);
        cc_relation got = cc_relate(box.engine.lexicon, a->claims.at, b->claims.at, &forth);
        if (got != cases[i].wanted || forth.rates != cases[i].rates)
            fail_msg("'%s' '%s': got %d, rates %d", cases[i].a, cases[i].b, (int)got, forth.rates);
        assert_int_equal(got, cc_relate(box.engine.lexicon, b->claims.at, a->claims.at, &back));
        box_empty();
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_values), cmocka_unit_test(test_rates)};
    return cmocka_run_group_tests(tests, box_open, box_close);
}
