/* test_reach.c - whether two figures are about the same places and names. How much a scope that
 * does not fit takes away is a matter of tuning and not tested. */
#include "compare/reach.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

enum { MAX_NAMES = 4 };

typedef struct scope {
    const char *names[MAX_NAMES]; /* the places next to the figure first */
    size_t      own;
    bool        origin;
} scope;

static cc_claim claim_of(const scope *s, cc_str names[MAX_NAMES])
{
    cc_claim claim = {.scope = names, .scope_own = s->own, .scope_origin = s->origin};
    for (size_t i = 0; i < MAX_NAMES && s->names[i] != NULL; i++)
        names[claim.scope_count++] = cc_str_z(s->names[i]);
    return claim;
}

/* Fails where the order of the two matters. */
static double fit(const scope *a, const scope *b)
{
    cc_str   in_a[MAX_NAMES], in_b[MAX_NAMES];
    cc_claim x = claim_of(a, in_a), y = claim_of(b, in_b);
    double   forth = cc_scope_fit(&x, &y);
    if (forth != cc_scope_fit(&y, &x))
        fail_msg("'%s' and '%s' are not the same turned round", a->names[0], b->names[0]);
    return forth;
}

static void test_fit(void **state)
{
    enum { FULL, DISTANT, APART, AKIN };
    static const scope freight = {{"freight board"}, 0, false}, pemex = {{"pemex"}, 0, false},
                       canada = {{"canada"}, 1, false}, mexico = {{"mexico"}, 1, false},
                       peace   = {{"peace bridge"}, 0, false},
                       rainbow = {{"rainbow bridge"}, 0, false};
    static const struct {
        scope a, b;
        int   wanted;
    } cases[] = {
        {{{0}, 0, false}, {{0}, 0, false}, FULL},
        {{{"canada"}, 1, false}, {{"canada"}, 1, false}, FULL},
        /* one names nothing: it inherits */
        {{{"canada"}, 1, false}, {{0}, 0, false}, FULL},
        /* each has a place of its own that the other has not */
        {{{"canada"}, 1, false}, {{"mexico"}, 1, false}, APART},
        {{{"canada", "mexico"}, 2, false}, {{"canada", "cuba"}, 2, false}, APART},
        {{{"canada", "mexico"}, 1, false}, {{"mexico", "canada"}, 1, false}, APART},
        {{{"canada", "mexico"}, 2, false}, {{"canada"}, 1, false}, FULL},
        {{{"canada", "mexico"}, 2, false}, {{"mexico", "canada"}, 2, false}, FULL},
        /* whose it is, the other way round */
        {{{"canada", "mexico"}, 2, true}, {{"mexico", "canada"}, 2, true}, APART},
        {{{"canada", "mexico"}, 2, true}, {{"canada", "mexico"}, 2, true}, FULL},
        {{{"canada", "mexico"}, 2, true}, {{"mexico", "canada"}, 2, false}, FULL},
        /* names of the sentence: one in common is enough, also as a part */
        {{{"freight board"}, 0, false}, {{"pemex"}, 0, false}, DISTANT},
        {{{"freight board", "pemex"}, 0, false}, {{"pemex"}, 0, false}, FULL},
        {{{"freight board"}, 0, false}, {{"inland freight board"}, 0, false}, FULL},
        {{{"canada", "pemex"}, 1, false}, {{"freight board", "canada"}, 0, false}, FULL},
        {{{"canada"}, 1, false}, {{"freight board"}, 0, false}, DISTANT},
        /* no part of a word */
        {{{"mali"}, 0, false}, {{"somalia"}, 0, false}, DISTANT},
        {{{"oman"}, 0, false}, {{"romania"}, 0, false}, DISTANT},
        /* two of one kind, whatever else they name, but not where one names both */
        {{{"peace bridge", "buffalo"}, 0, false}, {{"rainbow bridge", "buffalo"}, 0, false}, AKIN},
        {{{"peace bridge"}, 0, false}, {{"rainbow bridge", "peace bridge"}, 0, false}, FULL},
        {{{"bridge"}, 0, false}, {{"rainbow bridge"}, 0, false}, FULL},
        /* by number */
        {{{"figure 2"}, 0, false}, {{"figure 3"}, 0, false}, APART},
        {{{"figure 2"}, 0, false}, {{"figure 3", "figure 2"}, 0, false}, FULL},
        {{{"figure 2"}, 0, false}, {{"table 3"}, 0, false}, DISTANT},
    };
    double distant = fit(&freight, &pemex), apart = fit(&canada, &mexico);
    double akin = fit(&peace, &rainbow);
    (void)state;
    assert_true(apart > 0 && apart < akin && akin < distant && distant < 1);
    for (size_t i = 0; i < COUNT(cases); i++) {
        double fits[] = {1, distant, apart, akin}, wanted = fits[cases[i].wanted];
        double got = fit(&cases[i].a, &cases[i].b);
        if (got != wanted)
            fail_msg("case %zu, '%s' and '%s': got %f, wanted %f", i, cases[i].a.names[0],
                     cases[i].b.names[0], got, wanted);
    }
}

/* What happened to things by name: whether it is one thing. */
static void test_events(void **state)
{
    static const struct {
        scope a, b;
        bool  wanted;
    } cases[] = {
        {{{"mill bridge"}, 0, false}, {{"mill bridge"}, 0, false}, true},
        {{{"mill bridge"}, 0, false}, {{"mill toll bridge"}, 0, false}, true},
        {{{"mill framework"}, 0, false}, {{"mill framework for trade"}, 0, false}, true},
        {{{"mill framework for water"}, 0, false}, {{"mill framework for trade"}, 0, false}, false},
        {{{"mill bridge"}, 0, false}, {{"harbor bridge"}, 0, false}, false},
        /* one word is of its places */
        {{{"canada", "mexico", "agreement"}, 2, false}, {{"canada", "agreement"}, 1, false}, false},
        {{{"canada", "agreement"}, 1, false}, {{"canada", "agreement"}, 1, false}, true},
        {{{"canada", "mca"}, 1, false}, {{"mca"}, 0, false}, true},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_str   in_a[MAX_NAMES], in_b[MAX_NAMES];
        cc_claim a = claim_of(&cases[i].a, in_a), b = claim_of(&cases[i].b, in_b);
        a.kind = b.kind = CC_DATE;
        a.noun = b.noun = CC_S("open");
        if ((cc_scope_fit(&a, &b) == 1) != cases[i].wanted ||
            cc_scope_fit(&a, &b) != cc_scope_fit(&b, &a))
            fail_msg("case %zu, '%s' and '%s': got %f", i, cases[i].a.names[0], cases[i].b.names[0],
                     cc_scope_fit(&a, &b));
    }
}

static void test_within_name(void **state)
{
    static const struct {
        const char *a, *b;
        bool        wanted;
    } cases[] = {
        {"board", "board", true},
        {"freight board", "board", true},
        {"freight", "freight board", true},
        {"total", "total (net)", true},
        {"male", "female", false},
        {"male", "female/male", true},
        {"board", "boards", false},
        {"freight board", "board freight", false},
        {"qu\xC3\xA9",
         "qu\xC3\xA9"
         "bec",
         false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_str a = cc_str_z(cases[i].a), b = cc_str_z(cases[i].b);
        if (cc_is_within_name(a, b) != cases[i].wanted ||
            cc_is_within_name(b, a) != cases[i].wanted)
            fail_msg("'%s' and '%s'", cases[i].a, cases[i].b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fit),
        cmocka_unit_test(test_events),
        cmocka_unit_test(test_within_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
