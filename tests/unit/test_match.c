/* test_match.c - rule/match.c and needs.c, with rules made by hand. */
#include "base/bounds.h"
#include "rule/match.h"
#include "rule/needs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

enum { PLAIN, LATE, NEEDY, LOOK, END, HUNGRY, RULES };

/* Two kinds: the first three rules, the rest. Slot 0 is "a", slot 1 "b". */
static cc_arena run;
static cc_rules rules;

static cc_rule make_rule(const char *pattern, const cc_str *needs, size_t need_count)
{
    static const uint32_t slots[] = {CC_NO_GROUP, 0, 1, 0};
    int                   error;
    PCRE2_SIZE            at;
    cc_rule r = {.needs = needs, .need_count = need_count, .slots = slots, .capture_count = 3};
    r.code = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, PCRE2_UTF | PCRE2_DUPNAMES,
                           &error, &at, NULL);
    assert_non_null(r.code);
    pcre2_jit_compile(r.code, PCRE2_JIT_COMPLETE);
    return r;
}

static int set_up(void **state)
{
    static const cc_str needs[]    = {{"Pct", 3}, {"%", 1}, {"€", 3}};
    static const cc_str letter_n[] = {{"nn", 2}};
    static const cc_str slot[]     = {{"a", 1}, {"b", 1}};
    cc_rule            *r          = cc_new(&run, cc_rule, RULES);
    cc_rule_kind       *kinds      = cc_new(&run, cc_rule_kind, 2);
    (void)state;
    r[PLAIN]  = make_rule("(\\d)(x)?|é(y)", NULL, 0);
    r[LATE]   = make_rule("\\dx?|zz", NULL, 0);
    r[NEEDY]  = make_rule("()()()\\d+", needs, 3);
    r[LOOK]   = make_rule("()()()(?<![a-z ])qu+(?= end)", NULL, 0);
    r[END]    = make_rule("()()()(?:^s|e$)", NULL, 0);
    r[HUNGRY] = make_rule("()()()(?:n+n+)+[mk]", letter_n, 1);
    kinds[0]  = (cc_rule_kind){CC_S("first"), slot, 2, PLAIN, 3};
    kinds[1]  = (cc_rule_kind){CC_S("second"), slot, 2, LOOK, 3};
    rules     = (cc_rules){.rules      = r,
                           .rule_count = RULES,
                           .kinds      = kinds,
                           .kind_count = 2,
                           .needs      = cc_needs_build(&run, r, RULES)};
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    cc_rules_close(&rules);
    cc_arena_release(&run);
    return 0;
}

/* "0:1-3 …": block, start and end of each match. */
static cc_str draw(cc_arena *arena, cc_matches matches)
{
    cc_str ret = CC_S("");
    for (size_t i = 0; i < matches.n; i++) {
        const cc_match *m = &matches.at[i];
        ret = cc_arena_printf(arena, "%.*s%s%u:%u-%u", CC_F(ret), i == 0 ? "" : " ", m->rule,
                              m->span.off, m->span.off + m->span.len);
    }
    return ret;
}

static void test_text(void **state)
{
    static const struct {
        const char *text, *wanted;
        uint32_t    rule;
    } cases[] = {
        {"", "", PLAIN},
        {"12x éy", "0:0-1 0:1-3 0:4-7", PLAIN},
        {"12x zz", "1:0-1 1:1-3 1:4-6", LATE},
        {"12 34", "", NEEDY},
        {"12 34%", "2:0-2 2:3-5", NEEDY},
        {"12 pCT", "2:0-2", NEEDY},
        {"€12", "2:3-5", NEEDY},
        {"12 pc", "", NEEDY},
        {"12 \xe2\x82", "", NEEDY}, /* a need cut off by the end */
        {"ss e e", "4:0-1 4:5-6", END},
        {"qu end, aqu end", "3:0-2", LOOK},
    };
    cc_matcher *matcher = cc_matcher_new(&rules);
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        cc_arena      arena = {0};
        cc_matches    matches;
        cc_limit_hits hits = {0};
        cc_match_text(matcher, &arena, cc_str_z(cases[i].text), cases[i].rule, &matches, &hits);
        cc_str got = draw(&arena, matches);
        if (!cc_str_eq(got, cc_str_z(cases[i].wanted)) || hits.n != 0)
            fail_msg("'%s': got '%s', %zu limits, wanted '%s'", cases[i].text, got.ptr, hits.n,
                     cases[i].wanted);
        cc_arena_release(&arena);
    }
    cc_matcher_free(matcher);
}

static void match_blocks(cc_matcher *matcher, cc_arena *arena, cc_str text, const cc_block *blocks,
                         size_t count, cc_matches *ret, cc_limit_hits *hits)
{
    static const uint32_t kinds[] = {1, 0};
    cc_doc doc = {.size = sizeof doc, .text = text, .blocks = blocks, .block_count = count};
    cc_match_document(matcher, arena, &doc, kinds, 2, ret, hits);
}

/* By offset and then rule, each kind for itself; no match crosses a block; a block is not tried for
 * what another one needs. */
static void test_document(void **state)
{
    static const char     text[]   = "7x%\nse\n12\n";
    static const cc_block blocks[] = {{.span = {0, 3}}, {.span = {4, 2}}, {.span = {7, 2}}};
    cc_matcher           *matcher  = cc_matcher_new(&rules);
    cc_arena              arena    = {0};
    cc_matches            matches[2];
    cc_limit_hits         hits = {0};
    (void)state;
    match_blocks(matcher, &arena, cc_str_z(text), blocks, 3, matches, &hits);
    assert_string_equal(draw(&arena, matches[1]).ptr, "0:0-2 1:0-2 2:0-1 0:7-8 1:7-8 0:8-9 1:8-9");
    assert_string_equal(draw(&arena, matches[0]).ptr, "4:4-5 4:5-6");
    const cc_match *first = &matches[1].at[0];
    assert_int_equal(first->block, 0);
    assert_int_equal(matches[1].at[3].block, 2);
    assert_int_equal(first->groups[0].off, 0);
    assert_int_equal(first->groups[1].off, 1);
    assert_int_equal(matches[1].at[3].groups[0].off, 7);
    assert_int_equal(matches[1].at[3].groups[1].off, UINT32_MAX);
    assert_int_equal(hits.n, 0);
    cc_arena_release(&arena);
    cc_matcher_free(matcher);
}

/* The third group shares a slot with the first. */
static void test_shared_slot(void **state)
{
    cc_matcher   *matcher = cc_matcher_new(&rules);
    cc_arena      arena   = {0};
    cc_matches    matches;
    cc_limit_hits hits = {0};
    (void)state;
    cc_match_text(matcher, &arena, CC_S("-éy"), PLAIN, &matches, &hits);
    assert_int_equal(matches.n, 1);
    assert_int_equal(matches.at[0].groups[0].off, 3);
    assert_int_equal(matches.at[0].groups[0].len, 1);
    cc_arena_release(&arena);
    cc_matcher_free(matcher);
}

/* Matches at, over and after the edges of windows are found once, and with what stands around. */
static void test_windows(void **state)
{
    enum { LEN = 3 * CC_MAX_WINDOW_BYTES };
    cc_matcher *matcher = cc_matcher_new(&rules);
    char       *text    = malloc(LEN);
    (void)state;
    for (size_t at = CC_MAX_WINDOW_BYTES - 8; at < CC_MAX_WINDOW_BYTES + 8; at++) {
        cc_arena      arena = {0};
        cc_matches    look, end;
        cc_limit_hits hits = {0};
        memset(text, '-', LEN);
        memcpy(text + at, "é", 2);
        memcpy(text + at + 2, "quuu end", 8);
        memcpy(text + at + 100, "s e aqu end", 11);
        text[LEN - 1] = 'e';
        cc_match_text(matcher, &arena, (cc_str){text, LEN}, LOOK, &look, &hits);
        cc_match_text(matcher, &arena, (cc_str){text, LEN}, END, &end, &hits);
        if (look.n != 1 || look.at[0].span.off != at + 2 || look.at[0].span.len != 4)
            fail_msg("at %zu: got '%s'", at, draw(&arena, look).ptr);
        if (end.n != 1 || end.at[0].span.off != LEN - 1)
            fail_msg("at %zu: got '%s'", at, draw(&arena, end).ptr);
        cc_arena_release(&arena);
    }
    free(text);
    cc_matcher_free(matcher);
}

/* A rule that meets the limit is told for three blocks, then left out; others go on. */
static void test_match_limit(void **state)
{
    enum { BLOCKS = 6, EACH = 60 };
    char          text[BLOCKS * EACH];
    cc_block      blocks[BLOCKS] = {0};
    cc_matcher   *matcher        = cc_matcher_new(&rules);
    cc_arena      arena          = {0};
    cc_matches    matches[2];
    cc_limit_hits hits = {0};
    (void)state;
    memset(text, 'n', sizeof text);
    for (uint32_t i = 0; i < BLOCKS; i++) {
        blocks[i].span                   = (cc_span){i * EACH, EACH - 1};
        text[(i + 1) * EACH - 2]         = 'e';
        text[(size_t)(i + 1) * EACH - 1] = '\n';
    }
    match_blocks(matcher, &arena, (cc_str){text, sizeof text}, blocks, BLOCKS, matches, &hits);
    assert_int_equal(hits.n, 3);
    for (uint32_t i = 0; i < hits.n; i++) {
        assert_int_equal(hits.at[i].rule, HUNGRY);
        assert_int_equal(hits.at[i].block, i);
    }
    assert_int_equal(matches[0].n, BLOCKS);
    hits.n = 0; /* the next document begins anew */
    match_blocks(matcher, &arena, (cc_str){text, sizeof text}, blocks, 1, matches, &hits);
    assert_int_equal(hits.n, 1);
    cc_arena_release(&arena);
    cc_matcher_free(matcher);
}

static void test_too_many(void **state)
{
    cc_matcher   *matcher = cc_matcher_new(&rules);
    cc_arena      arena   = {0};
    cc_matches    matches;
    cc_limit_hits none = {0}, hits = {0};
    char         *text = malloc(CC_MAX_RULE_MATCHES + 1);
    (void)state;
    memset(text, '1', CC_MAX_RULE_MATCHES + 1);
    cc_match_text(matcher, &arena, (cc_str){text, CC_MAX_RULE_MATCHES}, LATE, &matches, &none);
    assert_int_equal(matches.n, CC_MAX_RULE_MATCHES);
    assert_int_equal(none.n, 0);
    cc_match_text(matcher, &arena, (cc_str){text, CC_MAX_RULE_MATCHES + 1}, LATE, &matches, &hits);
    assert_int_equal(matches.n, CC_MAX_RULE_MATCHES);
    assert_int_equal(hits.n, 1);
    free(text);
    cc_arena_release(&arena);
    cc_matcher_free(matcher);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),        cmocka_unit_test(test_document),
        cmocka_unit_test(test_shared_slot), cmocka_unit_test(test_windows),
        cmocka_unit_test(test_match_limit), cmocka_unit_test(test_too_many),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
