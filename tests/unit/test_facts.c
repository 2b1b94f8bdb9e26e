/* test_facts.c - who wins among overlapping facts, and what a hedge does to the winner. */
#include "fact/facts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

static const char TEXT[] = "Some 25-40 billion dollars came. It was up to 13 million people.";

static cc_arena    arena;
static cc_lexicon *lexicon;

static const cc_sentence sentences[] = {{{0, 32}, 0}, {{33, 31}, 0}};
static const cc_block    blocks[]    = {
          {.kind = CC_PARAGRAPH, .span = {0, sizeof TEXT - 1}},
};
static const cc_doc doc = {
    .size           = sizeof doc,
    .text           = {TEXT, sizeof TEXT - 1},
    .blocks         = blocks,
    .block_count    = 1,
    .sentences      = sentences,
    .sentence_count = 2,
};

typedef struct input {
    cc_kind  kind;
    uint32_t off, len, rule;
} input;

static cc_facts resolve(const input *inputs, size_t n)
{
    cc_facts facts = {.arena = &arena};
    cc_fault fault = {0};
    for (size_t i = 0; i < n && inputs[i].kind != 0; i++) {
        cc_fact fact = {
            .size = sizeof fact,
            .kind = inputs[i].kind,
            .span = {inputs[i].off, inputs[i].len},
            .rule = inputs[i].rule,
        };
        assert_int_equal(cc_facts_put(&facts, &doc, &fact, &fault), CC_OK);
    }
    cc_facts_resolve(&facts, &doc, lexicon);
    return facts;
}

static cc_str print(const cc_facts *facts)
{
    cc_str all = CC_S("");
    for (size_t i = 0; i < facts->n; i++)
        all = cc_arena_printf(&arena, "%.*s%s%.*s %u+%u r%u", CC_F(all), i == 0 ? "" : ", ",
                              CC_F(cc_kind_name(facts->at[i].kind)), facts->at[i].span.off,
                              facts->at[i].span.len, facts->at[i].rule);
    return all;
}

static void test_contest(void **state)
{
    static const struct {
        input       inputs[4];
        const char *wanted;
        size_t      losers;
    } cases[] = {
        {{{0}}, "", 0},
        /* the longest */
        {{{CC_NUMBER, 5, 2, 0}, {CC_MONEY, 5, 21, 1}, {CC_NUMBER, 8, 10, 2}}, "money 5+21 r1", 2},
        /* then the kind */
        {{{CC_NUMBER, 5, 5, 0}, {CC_PERCENT, 5, 5, 1}, {CC_DATE, 5, 5, 2}, {CC_CITATION, 5, 5, 3}},
         "citation 5+5 r3",
         3},
        {{{CC_QUANTITY, 5, 5, 0},
          {CC_MULTIPLE, 5, 5, 1},
          {CC_RANK, 5, 5, 2},
          {CC_DURATION, 5, 5, 3}},
         "multiple 5+5 r1",
         3},
        /* then the rule */
        {{{CC_MONEY, 5, 5, 7}, {CC_MONEY, 5, 5, 3}}, "money 5+5 r3", 1},
        /* a loser frees nothing, what touches does not overlap */
        {{{CC_NUMBER, 46, 10, 0}, {CC_NUMBER, 43, 3, 1}, {CC_NUMBER, 40, 5, 2}},
         "number 40+5 r2, number 46+10 r0",
         1},
        /* a short one inside a long one */
        {{{CC_NUMBER, 7, 1, 0}, {CC_MONEY, 0, 26, 1}}, "money 0+26 r1", 1},
        /* no contest between figures and names, quotations, recommendations */
        {{{CC_QUOTATION, 0, 32, 0}, {CC_MONEY, 5, 21, 1}, {CC_ENTITY, 5, 10, 2}},
         "quotation 0+32 r0, money 5+21 r1, entity 5+10 r2",
         0},
        {{{CC_ENTITY, 0, 9, 0}, {CC_ENTITY, 5, 10, 1}}, "entity 5+10 r1", 1},
        /* a range of dates gives way to its ends when it wins */
        {{{CC_DATE, 5, 15, 3}, {CC_DATE, 5, 4, 3}, {CC_DATE, 13, 7, 3}, {CC_NUMBER, 5, 9, 9}},
         "date 5+4 r3, date 13+7 r3",
         2},
        {{{CC_DATE, 5, 15, 3}, {CC_DATE, 5, 4, 3}, {CC_DATE, 13, 7, 3}, {CC_NUMBER, 5, 19, 9}},
         "number 5+19 r9",
         3},
        {{{CC_DATE, 5, 15, 3}, {CC_DATE, 5, 4, 4}}, "date 5+15 r3", 1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_facts facts = resolve(cases[i].inputs, COUNT(cases[i].inputs));
        if (!cc_str_eq(print(&facts), cc_str_z(cases[i].wanted)))
            fail_msg("case %zu: got %.*s, wanted %s", i, CC_F(print(&facts)), cases[i].wanted);
        if (facts.loser_count != cases[i].losers)
            fail_msg("case %zu: %zu losers, wanted %zu", i, facts.loser_count, cases[i].losers);
    }
}

static void test_hedge(void **state)
{
    cc_facts   facts  = {.arena = &arena};
    cc_fault   fault  = {0};
    cc_written twelve = {.number = {13, 0}, .scale10 = 6};
    cc_fact    fact   = {.size = sizeof fact, .kind = CC_NUMBER, .span = {46, 10}};
    (void)state;
    assert_int_equal(cc_value_written(&twelve, &fact.value), CC_OK);
    assert_int_equal(cc_facts_put(&facts, &doc, &fact, &fault), CC_OK);
    fact.kind = CC_RANK; /* a rank has none */
    fact.span = (cc_span){5, 2};
    assert_int_equal(cc_facts_put(&facts, &doc, &fact, &fault), CC_OK);
    cc_facts_resolve(&facts, &doc, lexicon);
    assert_int_equal(facts.n, 2);
    assert_int_equal(facts.at[0].value.hedge, CC_HEDGE_NONE);
    assert_int_equal(facts.at[1].value.hedge, CC_HEDGE_UP_TO);
    assert_true(facts.at[1].value.flags & CC_NO_LOW);
}

static void test_copies(void **state)
{
    cc_facts facts   = {.arena = &arena};
    cc_fault fault   = {0};
    char     unit[4] = "USD";
    cc_fact  fact    = {.size = sizeof fact, .kind = CC_MONEY, .span = {5, 2}, .unit = {unit, 3}};
    (void)state;
    assert_int_equal(cc_facts_put(&facts, &doc, &fact, &fault), CC_OK);
    unit[0] = 'X';
    cc_facts_resolve(&facts, &doc, lexicon);
    assert_true(cc_str_eq(facts.at[0].unit, CC_S("USD")));
}

static void test_refused(void **state)
{
    static const input cases[] = {
        {CC_MONEY, 5, 0, 0},
        {CC_MONEY, sizeof TEXT - 1, 1, 0},
        {CC_MONEY, UINT32_MAX, UINT32_MAX, 0},
        {0, 5, 2, 0},
        {CC_KIND_COUNT, 5, 2, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_facts facts = {.arena = &arena};
        cc_fault fault = {0};
        cc_fact  fact  = {
              .size = sizeof fact,
              .kind = cases[i].kind,
              .span = {cases[i].off, cases[i].len},
        };
        if (cc_facts_put(&facts, &doc, &fact, &fault) != CC_FAIL)
            fail_msg("case %zu was taken", i);
        assert_int_equal(facts.all.n, 0);
    }
}

static void test_names(void **state)
{
    (void)state;
    for (cc_kind kind = 1; kind < CC_KIND_COUNT; kind++) {
        assert_true(cc_kind_name(kind).len > 0);
        assert_int_equal(cc_kind_parse(cc_kind_name(kind)), kind);
    }
    for (cc_hedge hedge = 1; hedge <= CC_HEDGE_UP_TO; hedge++)
        assert_int_equal(cc_hedge_parse(cc_hedge_name(hedge)), hedge);
    assert_true(cc_str_eq(cc_kind_name(CC_NOTE_MARKER), CC_S("note-marker")));
    assert_int_equal(cc_kind_parse(CC_S("nothing")), 0);
    assert_int_equal(cc_kind_parse(CC_S("")), 0);
    assert_int_equal(cc_kind_name(CC_KIND_COUNT).len, 0);
    assert_int_equal(cc_hedge_parse(CC_S("")), CC_HEDGE_NONE);
    assert_int_equal(cc_hedge_name(99).len, 0);
}

static int load(void **state)
{
    cc_fault fault = {0};
    (void)state;
    if (cc_lexicon_load(&arena, CC_S("rules/en"), &lexicon, &fault) == CC_OK)
        return 0;
    cc_fault_print(&fault, stderr);
    return 1;
}

static int release(void **state)
{
    (void)state;
    cc_arena_release(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_contest), cmocka_unit_test(test_hedge), cmocka_unit_test(test_copies),
        cmocka_unit_test(test_refused), cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, load, release);
}
