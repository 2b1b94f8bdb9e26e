/* test_twin.c - which differences of unit or direction count, and what is found by them. */
#include "compare/twin.h"
#include "pair_box.h"

enum { CLAIMS = 5000 };

typedef struct twin_case {
    const char *a, *b;
    bool        unit, direction;
} twin_case;

/* The first claim of either text. */
static void test_differences(void **state)
{
    static const twin_case cases[] = {
        {"Grain cost $5 million.", "Grain cost €5 million.", true, false},
        {"Grain cost $5 million.", "Grain cost $5 million.", false, false},
        {"Grain cost $5 million.", "Grain cost €6 million.", false, false},
        {"Grain cost $5 million.", "Grain cost about €5 million.", false, false},
        {"Grain cost US$5 million.", "Grain cost C$5 million.", true, false},
        /* a bare dollar may be any */
        {"Grain cost $5 million.", "Grain cost C$5 million.", false, false},
        {"Grain cost 5 million dollars.", "Grain cost C$5 million.", false, false},
        {"Grain cost $5 million.", "Grain cost C$5 million.", false, false},
        {"Rates rose by 5 percent.", "Rates rose by 5 percentage points.", true, false},
        {"Rates rose by 25 basis points.", "Rates rose by 25 percent.", true, false},
        {"The port has 40 trucks a day.", "The port has 40 trucks a year.", true, false},
        {"The port has 40 trucks a day.", "The port has 40 trucks.", false, false},
        {"The port has 40 trucks a day.", "The port has 50 trucks a year.", false, false},
        /* what is written alike must be of one kind */
        {"Rates rose by 5 percent.", "Rates rose by $5.", false, false},
        {"Rates rose by 5 percent.", "Rates fell by 5 percent.", false, true},
        {"Rates rose by 5 percent.", "Rates fell by 6 percent.", false, false},
        {"Rates rose by 5 percent.", "Rates were 5 percent.", false, false},
        {"Costs rose by $5 million.", "Costs fell by $5 million.", false, true},
        /* two differences are two things */
        {"Costs rose by $5 million.", "Costs fell by €5 million.", false, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const cc_claim *a = box_read(cases[i].a)->claims.at, *b = box_read(cases[i].b)->claims.at;
        bool            unit = cc_is_twin_unit(a, b), direction = cc_is_twin_direction(a, b);
        if (unit != cases[i].unit || direction != cases[i].direction)
            fail_msg("'%s' '%s': got unit %d, direction %d, wanted %d, %d", cases[i].a, cases[i].b,
                     unit, direction, cases[i].unit, cases[i].direction);
        assert_int_equal(unit, cc_is_twin_unit(b, a));
        assert_int_equal(direction, cc_is_twin_direction(b, a));
        box_empty();
    }
}

/* Through keys, gates and alignment; `b` NULL: within one document. */
static void test_found(void **state)
{
    static const struct {
        const char *a, *b, *wanted;
    } cases[] = {
        {"The cost of materials for the border fence was $6 million.",
         "The cost of materials for the border fence was €6 million.", "$6 million ! €6 million"},
        {"Exports of grain to Canada rose by 3.5 percent in 2018.",
         "In 2018 grain exports to Canada fell by 3.5 percent.", "3.5 percent ! 3.5 percent"},
        {"Exports of grain to Canada rose by 3.5 percent in 2018.",
         "In 2018 grain exports to Canada rose by 3.5 percentage points.",
         "3.5 percent ! 3.5 percentage points"},
        {"Exports of grain to Canada rose by 3.5 percent in 2018.",
         "In 2017 grain exports to Canada fell by 3.5 percent.", ""},
        {"Exports of grain to Canada rose by 3.5 percent in 2018.",
         "In 2018 steel exports to Mexico fell by 3.5 percent.", ""},
        {"The border port of Laredo handles 400 trucks a day.",
         "The border port of Laredo handles 400 trucks a year.", "400 ! 400"},
        /* points convert into one another */
        {"The margin on grain narrowed by 0.5 percentage points in 2018.",
         "In 2018 the margin on grain narrowed by 50 basis points.",
         "0.5 percentage points = 50 basis points"},
        /* the other direction is told there too */
        {"Grain exports rose by 3.5 percent and grain imports fell by 3.5 percent in 2018.",
         "Grain exports rose by 3.5 percent and grain imports fell by 3.5 percent in 2018.",
         "3.5 percent = 3.5 percent | 3.5 percent = 3.5 percent"},
        /* the documents' own days */
        {"@ 2021-05-12\nThe tariff on imported steel rose by 5 percent.",
         "@ 2021-09-13\nThe tariff on imported steel fell by 5 percent.", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const box_doc *a = box_read(cases[i].a), *b = box_read(cases[i].b);
        cc_str         got = box_verdicts(a, b, CLAIMS);
        if (!cc_str_eq(got, cc_str_z(cases[i].wanted)))
            fail_msg("'%s' '%s': got '%.*s', wanted '%s'", cases[i].a, cases[i].b, CC_F(got),
                     cases[i].wanted);
        box_empty();
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_differences),
        cmocka_unit_test(test_found),
    };
    return cmocka_run_group_tests(tests, box_open, box_close);
}
