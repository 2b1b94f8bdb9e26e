/* test_key.c - keys of claims, and which one brings two claims together. */
#include "compare/key.h"
#include "made_claims.h"

#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

static cc_lexicon *lexicon;
static cc_arena    run;

static int load_tables(void **state)
{
    cc_fault fault = {0};
    (void)state;
    return cc_lexicon_load(&run, CC_S("rules/en"), &lexicon, &fault);
}

static int release_tables(void **state)
{
    (void)state;
    cc_arena_release(&run);
    return 0;
}

/* The keys, with ", " between. */
static const char *print_keys(cc_arena *arena, const cc_claim *claim)
{
    cc_str keys[CC_MAX_KEYS], text = CC_S("");
    size_t n = cc_claim_keys(arena, lexicon, claim, keys);
    for (size_t i = 0; i < n; i++)
        text = cc_arena_printf(arena, "%.*s%s%.*s", CC_F(text), i > 0 ? ", " : "", CC_F(keys[i]));
    return cc_arena_printf(arena, "%.*s", CC_F(text)).ptr;
}

static void test_units_and_aspects(void **state)
{
    static const struct {
        cc_kind     kind;
        const char *unit;
        cc_aspect   aspect;
        const char *wanted;
    } cases[] = {
        {CC_MONEY, "USD", CC_LEVEL, "claim|money|level|trade"},
        {CC_MONEY, "USD", CC_SHARE, "claim|money|level|trade"},
        {CC_MONEY, "USD", CC_CHANGE, "claim|money|change|trade"},
        {CC_MONEY, "EUR", CC_LEVEL, "claim|money|level|trade"},
        {CC_PERCENT, "percent", CC_RATE_OF_CHANGE, "claim|percent|change|trade"},
        {CC_PERCENT, "basis-point", CC_CHANGE, "claim|percent|change|trade"},
        {CC_MULTIPLE, "", CC_ASPECT_MULTIPLE, "claim|count|multiple|trade"},
        {CC_RANK, "", CC_ASPECT_RANK, "claim|count|rank|trade"},
        {CC_NUMBER, "", CC_LEVEL, "claim|count|level|trade"},
        /* What converts has one key. */
        {CC_QUANTITY, "km", CC_LEVEL, "claim|length|level|trade"},
        {CC_QUANTITY, "mile", CC_LEVEL, "claim|length|level|trade"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_arena  arena = {0};
        cc_claim *c     = make_claim(&arena, make_doc(&arena, "a", true), 0, 5, "trade", NULL);
        c->kind         = cases[i].kind;
        c->unit         = cc_str_z(cases[i].unit);
        c->aspect       = cases[i].aspect;
        const char *got = print_keys(&arena, c);
        if (strcmp(got, cases[i].wanted) != 0)
            fail_msg("case %zu: got '%s', wanted '%s'", i, got, cases[i].wanted);
        cc_arena_release(&arena);
    }
}

/* The most telling five; which ones does not depend on how many there are. */
static void test_rarest_stems(void **state)
{
    static const struct {
        cc_stem     stems[6];
        const char *wanted;
    } cases[] = {
        {{{{0}, 0, 0, false}}, ""},
        {{{{"b", 1}, 1000, 500, true}, {{"a", 1}, 1000, 500, true}},
         "claim|money|level|a, claim|money|level|b"},
        {{{{"a", 1}, 299, 1000, true}, {{"b", 1}, 300, 1000, true}, {{"c", 1}, 1000, 0, true}},
         "claim|money|level|b"},
        {{{{"a", 1}, 1000, 100, true},
          {{"b", 1}, 1000, 900, true},
          {{"c", 1}, 500, 900, true},
          {{"d", 1}, 1000, 800, true},
          {{"e", 1}, 1000, 700, true},
          {{"f", 1}, 1000, 200, true}},
         "claim|money|level|b, claim|money|level|c, claim|money|level|d, claim|money|level|e, "
         "claim|money|level|f"},
        /* Equal ones: those that stand first, that is by bytes. */
        {{{{"a", 1}, 1000, 500, true},
          {{"b", 1}, 1000, 500, true},
          {{"c", 1}, 1000, 500, true},
          {{"d", 1}, 1000, 500, true},
          {{"e", 1}, 1000, 500, true},
          {{"f", 1}, 1000, 500, true}},
         "claim|money|level|a, claim|money|level|b, claim|money|level|c, claim|money|level|d, "
         "claim|money|level|e"},
        /* A key is ASCII without tabs. */
        {{{{"\xC3\xA9t\xC3\xA9", 5}, 1000, 500, true}, {{"a\tb", 3}, 1000, 500, true}},
         "claim|money|level|\\xc3\\xa9t\\xc3\\xa9, claim|money|level|a\\x09b"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_arena  arena = {0};
        cc_claim *c     = make_claim(&arena, make_doc(&arena, "a", true), 0, 5, NULL);
        c->measure      = cases[i].stems;
        while (c->measure_count < 6 && c->measure[c->measure_count].stem.len > 0)
            c->measure_count++;
        const char *got = print_keys(&arena, c);
        if (strcmp(got, cases[i].wanted) != 0)
            fail_msg("case %zu: got '%s', wanted '%s'", i, got, cases[i].wanted);
        cc_arena_release(&arena);
    }
}

static void test_long_stem(void **state)
{
    cc_arena arena = {0};
    char     stem[2000];
    cc_str   keys[CC_MAX_KEYS];
    (void)state;
    memset(stem, 'x', sizeof stem - 1);
    stem[sizeof stem - 1] = '\0';
    cc_claim *c           = make_claim(&arena, make_doc(&arena, "a", true), 0, 5, stem, NULL);
    assert_int_equal(cc_claim_keys(&arena, lexicon, c, keys), 1);
    assert_true(keys[0].len <= CC_MAX_KEY_BYTES);
    cc_arena_release(&arena);
}

/* A list of one-letter keys; returns how many. */
static size_t list_keys(const char *letters, cc_str *ret)
{
    size_t n = strlen(letters);
    for (size_t i = 0; i < n; i++)
        ret[i] = (cc_str){letters + i, 1};
    return n;
}

static void test_common_key(void **state)
{
    static const struct {
        const char *a, *b, *first, *next;
    } cases[] = {
        {"", "", "", ""},          {"a", "", "", ""},          {"a", "b", "", ""},
        {"a", "a", "a", ""},       {"abcd", "abcd", "a", "b"}, {"ad", "bd", "d", ""},
        {"abd", "bcd", "b", "d"},  {"b", "abc", "b", ""},      {"acef", "bdfg", "f", ""},
        {"abce", "bde", "b", "e"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int swap = 0; swap < 2; swap++) {
            cc_str a[4], b[4], next;
            size_t n     = list_keys(swap ? cases[i].b : cases[i].a, a);
            size_t m     = list_keys(swap ? cases[i].a : cases[i].b, b);
            cc_str first = cc_common_key(a, n, b, m, &next);
            if (!cc_str_eq(first, cc_str_z(cases[i].first)) ||
                !cc_str_eq(next, cc_str_z(cases[i].next)))
                fail_msg("'%s' and '%s': got '%.*s', '%.*s', wanted '%s', '%s'", cases[i].a,
                         cases[i].b, CC_F(first), CC_F(next), cases[i].first, cases[i].next);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_units_and_aspects),
        cmocka_unit_test(test_rarest_stems),
        cmocka_unit_test(test_long_stem),
        cmocka_unit_test(test_common_key),
    };
    return cmocka_run_group_tests(tests, load_tables, release_tables);
}
