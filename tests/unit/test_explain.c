/* test_explain.c - why two figures were compared, in words. */
#include "pair_box.h"

#include "compare/explain.h"

typedef struct explain_case {
    const char *a, *b, *wanted;
} explain_case;

/* "measure | scope | period | gap" of the first claim of either text. */
static cc_str explain(const char *a, const char *b)
{
    cc_arena      *arena = &box.worker.doc;
    const box_doc *x = box_read(a), *y = box_read(b);
    if (x->claims.n == 0 || y->claims.n == 0)
        fail_msg("no claim in '%s' or '%s'", a, b);
    cc_reason r = cc_explain(box.worker.stemmer, arena, x->claims.at, y->claims.at);
    return cc_arena_printf(arena, "%.*s | %.*s | %.*s | %.*s", CC_F(r.measure), CC_F(r.scope),
                           CC_F(r.period), CC_F(r.gap));
}

static void expect(const explain_case *cases, size_t count)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        cc_str got = explain(cases[i].a, cases[i].b);
        if (!cc_str_eq(got, cc_str_z(cases[i].wanted))) {
            print_error("'%s' '%s': got '%.*s', wanted '%s'\n", cases[i].a, cases[i].b, CC_F(got),
                        cases[i].wanted);
            wrong++;
        }
        box_empty();
    }
    assert_int_equal(wrong, 0);
}

static void test_measure(void **state)
{
    static const explain_case cases[] = {
        /* as the first text writes it, in its order, each stem once */
        {"Exporting grain, and grain by rail, brought $5 million.",
         "Rail exports of grain: $6 million.", "Exporting grain rail |  | no period | 20 %"},
        {"Wheat exports brought $5 million.", "Steel imports brought $6 million.",
         " |  | no period | 20 %"},
        /* the label of a record, and its sublabel where both have it */
        {"[Area] land: 305 sq km", "[Area] land: 309 sq km", "area, land |  | no period | 4"},
        {"[Area] land: 305 sq km", "[Area] total: 309 sq km", "area |  | no period | 4"},
        {"[Area] 305 sq km", "[Area] 309 sq km", "area |  | no period | 4"},
        {"[Land area] 305 sq km", "[Area of land] 309 sq km", "Land area |  | no period | 4"},
    };
    (void)state;
    expect(cases, COUNT(cases));
}

static void test_scope(void **state)
{
    static const explain_case cases[] = {
        {"Grain of Canada and Pemex: $5.", "Grain: $6 to Pemex, from Canada.",
         "Grain Pemex | canada, pemex | no period | 1"},
        {"Grain of Canada: $5.", "Grain of Mexico: $6.", "Grain |  | no period | 1"},
    };
    (void)state;
    expect(cases, COUNT(cases));
}

static void test_period(void **state)
{
    static const explain_case cases[] = {
        {"In 2018, grain cost $5.", "Grain cost $6 in 2018.", "grain cost |  | 2018 | 1"},
        {"In March 2018, grain cost $5.", "Grain cost $6 in 2018.",
         "grain cost |  | March 2018 / 2018 | 1"},
        {"In 2018, grain cost $5.", "Grain cost $6.", "grain cost |  | 2018 / no period | 1"},
        {"@ 2018\nGrain cost $5.", "Grain cost $6 in 2018.",
         "Grain cost |  | 2018, the document's date / 2018 | 1"},
        {"@ 2018\nGrain cost $5.", "@ 2018\nGrain cost $6.",
         "Grain cost |  | 2018, the document's date | 1"},
    };
    (void)state;
    expect(cases, COUNT(cases));
}

static void test_gap(void **state)
{
    static const explain_case cases[] = {
        {"Grain cost $4.9 million.", "Grain cost $4.9 billion.",
         "Grain cost |  | no period | 1000x"},
        {"A tariff on grain of 5.2 percent", "A tariff on grain of 5.6 percent",
         "tariff grain |  | no period | 0.4 percentage points"},
        /* other units: none in words */
        {"The line is 100 miles long.", "The line is 250 km long.", "line long |  | no period | "},
    };
    (void)state;
    expect(cases, COUNT(cases));
}

static void test_many(void **state)
{
    const char *text = "Grain, wheat, maize, steel, coal, copper, fish and rail exports cost $5.";
    cc_str      got  = explain(text, text);
    (void)state;
    assert_true(cc_str_starts(got, CC_S("Grain wheat maize steel coal copper |")));
    box_empty();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_measure), cmocka_unit_test(test_scope), cmocka_unit_test(test_period),
        cmocka_unit_test(test_gap),     cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, box_open, box_close);
}
