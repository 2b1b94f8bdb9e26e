/* test_apart.c - what keeps the first figures of two short texts from being compared, in words. */
#include "pair_box.h"

#include "run/apart.h"

typedef struct apart_case {
    const char *a, *b, *wanted; /* b NULL: the first two figures of a */
} apart_case;

static cc_str tell(const char *a, const char *b)
{
    cc_comparer    comparer = box_comparer();
    const box_doc *x = box_read(a), *y = b == NULL ? x : box_read(b);
    size_t         second = b == NULL ? 1 : 0;
    if (x->claims.n == 0 || y->claims.n <= second)
        fail_msg("no claim in '%s' or '%s'", a, b == NULL ? "" : b);
    return cc_tell_apart(&comparer, box.worker.stemmer, &box.worker.doc, x->claims.at,
                         &y->claims.at[second]);
}

static void expect(const apart_case *cases, size_t count)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        cc_str got = tell(cases[i].a, cases[i].b);
        if (!cc_str_eq(got, cc_str_z(cases[i].wanted))) {
            print_error("'%s' '%s': got '%.*s', wanted '%s'\n", cases[i].a,
                        cases[i].b == NULL ? "" : cases[i].b, CC_F(got), cases[i].wanted);
            wrong++;
        }
        box_empty();
    }
    assert_int_equal(wrong, 0);
}

static void test_figures(void **state)
{
    static const apart_case cases[] = {
        {"Grain cost $5 million in 2019.", "In 2019 grain cost $6 million.", ""},
        {"Grain cost $5 million in 2019.", "In 2019 grain cost C$6 million.",
         "Not compared: their units differ, and their figures are not alike"},
        {"Grain cost $5 million in 2019.", "In 2019 grain weighed 6 million tons.",
         "Not compared: the unit of one is USD, that of the other ton"},
        {"Sales of grain tripled.", "Sales of grain rose by 80 percent.",
         "Not compared: the unit of one is a multiple, that of the other percent"},
        {"Ports of grain: 117 (2019)", "Sales of grain rose by 80 percent.",
         "Not compared: the unit of one is a plain number, that of the other percent"},
        {"Tariffs were 5 percent of revenue.", "Revenue from tariffs grew by 4 percent.",
         "Not compared: one is a share and the other a rate-of-change"},
        {"Grain cost $5 million in 2019.", "In 2018 grain cost $6 million.",
         "Not compared: their periods do not overlap"},
        {"Grain cost $5 million and wheat $6 million.", NULL,
         "Not compared: they stand in one sentence, which is for the checks of sums, shares and "
         "rates"},
        {"Canada has 117 ports of entry.", "Along the frontier stand 112 customs posts.",
         "Not compared: none of the first one's rarest stems (entri, port, ~117) is one of the "
         "other's (border, custom, post, ~112)"},
    };
    (void)state;
    expect(cases, COUNT(cases));
}

static void test_dates(void **state)
{
    static const apart_case cases[] = {
        {"The Fish Treaty was signed on 5 May 2019.", "The Fish Treaty was signed on 6 May 2019.",
         ""},
        {"The Fish Treaty was signed on 5 May 2019.", "The Fish Treaty costs $5 million.",
         "Not compared: the unit of one is a date, that of the other USD"},
        {"The Fish Treaty was signed on 5 May 2019.", "The Fish Treaty was ratified on 6 May 2019.",
         "Not compared: one dates 'signed', the other 'ratified'"},
        {"The Fish Bridge was opened on 5 May 2019.", "The Fish Bridge was crowded on 6 May 2019.",
         "Not compared: one of the dates is of no event, and need not be the other's"},
        /* in their order */
        {"The Fish Treaty was signed on 5 May 2019.",
         "The Fish Treaty entered into force on 6 May 2020.",
         "Both can be true: 'signed' goes before 'force' and is dated so"},
        {"The Fish Treaty entered into force on 6 May 2020.",
         "The Fish Treaty was signed on 5 May 2019.",
         "Both can be true: 'signed' goes before 'force' and is dated so"},
        {"The Fish Treaty was signed on 5 May 2021.",
         "The Fish Treaty entered into force on 6 May 2020.", ""},
        /* done anew */
        {"The Fish Report was published on 5 May 2019.",
         "The Fish Report was published on 6 May 2020.",
         "Not compared: 'published' happens again and again"},
    };
    (void)state;
    expect(cases, COUNT(cases));
}

static void test_undated(void **state)
{
    static const apart_case cases[] = {
        {"@ 2019-03-05\nGrain is 5 percent of sales.", "@ 2020-03-05\nGrain is 6 percent of sales.",
         "Not compared: neither says when, and the dates of their documents lie too far apart"},
        {"@ 2019-03-05\nGrain was 5 percent of sales in 2018.",
         "@ 2020-03-05\nGrain was 6 percent of sales in 2019.",
         "Not compared: their periods do not overlap"},
        {"@ 2019-03-05\nGrain is 5 percent of sales.", "@ 2019-03-09\nGrain is 6 percent of sales.",
         ""},
    };
    (void)state;
    expect(cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figures),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_undated),
    };
    return cmocka_run_group_tests(tests, box_open, box_close);
}
