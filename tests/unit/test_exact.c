/* test_exact.c - decimals and ranges of plugins/shared/exact.h, and how like.h writes them. */
#include "shared/passage.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

static void print(cc_exact v, char out[64])
{
    if (v.lost)
        snprintf(out, 64, "lost");
    else
        cc_print_exact(v, out, 64);
}

static void test_arithmetic(void **state)
{
    const int64_t top = INT64_MAX;
    const struct {
        char        op;
        cc_dec      a, b;
        const char *wanted;
    } cases[] = {
        {'+', {15, -1}, {25, 0}, "26.5"},
        {'-', {15, -1}, {25, 0}, "-23.5"},
        {'*', {15, -1}, {4, 6}, "6,000,000"},
        {'/', {1, 0}, {3, 0}, "0.33"},
        {'/', {2, 0}, {3, 0}, "0.67"},
        {'/', {25, -1}, {5, 3}, "0"},
        {'/', {45, 2}, {12, 1}, "37.5"},
        {'+', {0, 0}, {0, 0}, "0"},
        {'*', {top, 0}, {1, -3}, "9,223,372,036,854,775.807"},
        /* too many digits */
        {'+', {1, 60}, {1, 0}, "lost"},
        {'+', {1, 81}, {1, 0}, "lost"},
        {'/', {1, 0}, {0, 0}, "lost"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_exact a = cc_exact_of(cases[i].a), b = cc_exact_of(cases[i].b);
        char     got[64];
        print(cases[i].op == '+'   ? cc_exact_add(a, b)
              : cases[i].op == '-' ? cc_exact_sub(a, b)
              : cases[i].op == '*' ? cc_exact_mul(a, b)
                                   : cc_exact_div(a, b, 2),
              got);
        if (strcmp(got, cases[i].wanted) != 0)
            fail_msg("case %zu, '%c': got %s, wanted %s", i, cases[i].op, got, cases[i].wanted);
    }
}

/* Three factors of 18 digits are lost, and a lost one is equal to all. */
static void test_lost(void **state)
{
    cc_exact one = cc_exact_int(INT64_MAX), lost = cc_exact_mul(cc_exact_mul(one, one), one);
    cc_range a = cc_range_point(lost), b = cc_range_point(cc_exact_int(5));
    (void)state;
    assert_true(lost.lost);
    assert_int_equal(cc_exact_cmp(lost, cc_exact_int(5)), 0);
    assert_true(cc_range_meet(&a, &b));
}

static void test_meet(void **state)
{
    static const struct {
        cc_value a, b;
        bool     wanted;
    } cases[] = {
        {{.low = {1, 0}, .high = {2, 0}}, {.low = {2, 0}, .high = {3, 0}}, true},
        {{.low = {1, 0}, .high = {2, 0}, .flags = CC_HIGH_OPEN},
         {.low = {2, 0}, .high = {3, 0}},
         false},
        {{.low = {1, 0}, .high = {2, 0}}, {.low = {21, -1}, .high = {3, 0}}, false},
        {{.low = {1, 0}, .flags = CC_NO_HIGH}, {.low = {5, 0}, .high = {6, 0}}, true},
        {{.low = {7, 0}, .flags = CC_NO_HIGH}, {.low = {5, 0}, .high = {6, 0}}, false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_range a = cc_range_of(&cases[i].a), b = cc_range_of(&cases[i].b);
        if (cc_range_meet(&a, &b) != cases[i].wanted || cc_range_meet(&b, &a) != cases[i].wanted)
            fail_msg("case %zu: wanted %d", i, cases[i].wanted);
    }
}

static void test_print_like(void **state)
{
    static const struct {
        const char *text;
        cc_dec      stated, v;
        const char *wanted;
    } cases[] = {
        {"$9.6 billion", {96, 8}, {98, 8}, "$9.8 billion"},
        {"1,990 miles", {1990, 0}, {32025, -1}, "3,202.5 miles"},
        {"12", {12, 0}, {13, 0}, "13"},
        {"twelve", {12, 0}, {13, 0}, "13"},
        {"40 percent", {40, 0}, {375, -1}, "37.5 percent"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char    got[320];
        size_t  len  = strlen(cases[i].text);
        cc_doc  doc  = {.size = sizeof doc, .text = {cases[i].text, len}};
        cc_fact like = {.span = {0, (uint32_t)len}, .value.stated = cases[i].stated};
        cc_print_like(&doc, &like, cc_exact_of(cases[i].v), got, sizeof got);
        if (strcmp(got, cases[i].wanted) != 0)
            fail_msg("'%s': got '%s', wanted '%s'", cases[i].text, got, cases[i].wanted);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_arithmetic),
                                       cmocka_unit_test(test_lost), cmocka_unit_test(test_meet),
                                       cmocka_unit_test(test_print_like)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
