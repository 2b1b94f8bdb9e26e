/* test_reduce.c - each pair of claims is compared once, and not more pairs than there are. */
#include "run/reduce.h"

#include "compare/key.h"
#include "made_claims.h"

#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static cc_arena       run;
static cc_lexicon    *lexicon;
static cc_vocabulary *vocabulary;

static int load_tables(void **state)
{
    cc_fault fault = {0};
    (void)state;
    if (cc_lexicon_load(&run, CC_S("rules/en"), &lexicon, &fault) != CC_OK ||
        cc_vocabulary_load(&run, CC_S("rules/en"), &vocabulary, &fault) != CC_OK)
        fail_msg("%s", fault.message);
    return 0;
}

static int release_tables(void **state)
{
    (void)state;
    cc_arena_release(&run);
    return 0;
}

/* What came out, as "a:1-b:2 c:3-d:4", in the order of the text. */
typedef struct output {
    cc_arena arena;
    CC_LIST(cc_str) pairs;
    size_t   passed_on;
    uint64_t not_compared;
} output;

static void take(void *user, const cc_record *record)
{
    output *out = user;
    if (record->kind == CC_RECORD_PAIR) {
        const cc_pair *p = record->of.pair;
        *cc_push(&out->arena, &out->pairs) =
            cc_arena_printf(&out->arena, "%.*s:%u-%.*s:%u", CC_F(p->a->doc->path), p->a->order,
                            CC_F(p->b->doc->path), p->b->order);
    } else if (record->kind == CC_RECORD_COUNT) {
        assert_true(cc_str_eq(record->key, CC_KEY_COUNT));
        out->not_compared = record->of.count;
    } else {
        out->passed_on++;
    }
}

static int by_key(const void *a, const void *b)
{
    return cc_str_cmp(((const cc_record *)a)->key, ((const cc_record *)b)->key);
}

static int by_text(const void *a, const void *b)
{
    return cc_str_cmp(*(const cc_str *)a, *(const cc_str *)b);
}

/* Each claim under all of its keys, as map puts them. */
static size_t emit(cc_arena *arena, cc_claim *const *claims, size_t count, cc_record *ret)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        cc_str keys[CC_MAX_KEYS];
        size_t key_count = cc_claim_keys(arena, lexicon, claims[i], keys);
        for (size_t k = 0; k < key_count; k++)
            ret[n++] = (cc_record){.key = keys[k], .kind = CC_RECORD_CLAIM, .of.claim = claims[i]};
    }
    qsort(ret, n, sizeof *ret, by_key);
    return n;
}

static void reduce(cc_claim *const *claims, size_t count, output *ret)
{
    *ret               = (output){0};
    cc_reducer reducer = {.comparer = {vocabulary, lexicon}, .put = take, .user = ret};
    cc_record *records = cc_new(&ret->arena, cc_record, count * CC_MAX_KEYS);
    size_t     n       = emit(&ret->arena, claims, count, records);
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from; to < n && cc_str_eq(records[to].key, records[from].key);)
            to++;
        cc_reduce_group(&reducer, records + from, to - from);
    }
    cc_reduce_end(&reducer);
    if (ret->pairs.n > 0)
        qsort(ret->pairs.at, ret->pairs.n, sizeof *ret->pairs.at, by_text);
}

static const char *print_pairs(output *out)
{
    cc_str text = CC_S("");
    for (size_t i = 0; i < out->pairs.n; i++)
        text = cc_arena_printf(&out->arena, "%.*s%s%.*s", CC_F(text), i > 0 ? " " : "",
                               CC_F(out->pairs.at[i]));
    return cc_arena_printf(&out->arena, "%.*s", CC_F(text)).ptr;
}

/* All claims, then all of them backwards: one result. */
static void hold(const char *what, cc_claim **claims, size_t count, const char *wanted)
{
    for (int backwards = 0; backwards < 2; backwards++) {
        output out;
        reduce(claims, count, &out);
        const char *got = print_pairs(&out);
        if (strcmp(got, wanted) != 0 || out.not_compared != 0)
            fail_msg("%s: got '%s', wanted '%s'", what, got, wanted);
        cc_arena_release(&out.arena);
        for (size_t i = 0; i < count / 2; i++) {
            cc_claim *swap        = claims[i];
            claims[i]             = claims[count - 1 - i];
            claims[count - 1 - i] = swap;
        }
    }
}

static void test_once_whatever_they_share(void **state)
{
    cc_arena    a = {0};
    cc_doc_ref *x = make_doc(&a, "x", true), *y = make_doc(&a, "y", true);
    (void)state;
    hold("four keys in common",
         (cc_claim *[]){make_claim(&a, x, 1, 5, "export", "good", "lumber", "trade", NULL),
                        make_claim(&a, y, 2, 6, "export", "good", "lumber", "trade", NULL)},
         2, "x:1-y:2");
    hold("two of four",
         (cc_claim *[]){make_claim(&a, x, 1, 5, "export", "lumber", "trade", NULL),
                        make_claim(&a, y, 2, 6, "export", "trade", "zinc", NULL)},
         2, "x:1-y:2");
    hold("none in common",
         (cc_claim *[]){make_claim(&a, x, 1, 5, "export", "trade", NULL),
                        make_claim(&a, y, 2, 6, "lumber", "zinc", NULL)},
         2, "");
    cc_arena_release(&a);
}

static void test_sides(void **state)
{
    cc_arena    a = {0};
    cc_doc_ref *x = make_doc(&a, "x", true), *y = make_doc(&a, "y", false);
    cc_doc_ref *z = make_doc(&a, "z", false);
    (void)state;
    hold("two that are only held against are not compared",
         (cc_claim *[]){make_claim(&a, x, 1, 5, "export", "lumber", NULL),
                        make_claim(&a, y, 2, 6, "export", "lumber", NULL),
                        make_claim(&a, z, 3, 7, "export", "lumber", NULL)},
         3, "x:1-y:2 x:1-z:3");
    cc_arena_release(&a);
}

/* The same place of the same bytes is one claim; the checked copy counts, else the smallest path. */
static void test_copies(void **state)
{
    static const struct {
        const char *what;
        bool        b_checked, c_checked;
        const char *wanted;
    } cases[] = {
        {"both checked", true, true, "b:1-x:9"},
        {"the smaller one only held against", false, true, "c:1-x:9"},
        {"both only held against", false, false, "b:1-x:9"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_arena    a = {0};
        cc_doc_ref *x = make_doc(&a, "x", true), *b = make_doc(&a, "b", cases[i].b_checked);
        cc_doc_ref *c = make_doc(&a, "c", cases[i].c_checked);
        b->sha256 = c->sha256 = CC_S("same");
        hold(cases[i].what,
             (cc_claim *[]){make_claim(&a, c, 1, 5, "export", "lumber", NULL),
                            make_claim(&a, x, 9, 6, "export", "lumber", NULL),
                            make_claim(&a, b, 1, 5, "export", "lumber", NULL)},
             3, cases[i].wanted);
        cc_arena_release(&a);
    }
}

/* One claim a document, all under "common", and each under a further key of its own or of one other
 * document. */
static cc_claim **make_crowd(cc_arena *arena, size_t count, size_t partners)
{
    cc_claim **claims = cc_new(arena, cc_claim *, count);
    for (size_t i = 0; i < count; i++) {
        cc_str name = cc_arena_printf(arena, "doc%05zu", i);
        cc_str stem = cc_arena_printf(arena, "own%05zu", i < 2 * partners ? i / 2 : i);
        claims[i]   = make_claim(arena, make_doc(arena, name.ptr, true), (uint32_t)i, 5, "common",
                                 stem.ptr, NULL);
    }
    return claims;
}

/* A group over the cap is compared by its next keys; the rest is counted, never silent. */
static void test_oversized_group(void **state)
{
    enum { PARTNERS = 10 };
    cc_arena   arena  = {0};
    uint64_t   count  = CC_MAX_GROUP_RECORDS + 1;
    cc_claim **claims = make_crowd(&arena, count, PARTNERS);
    output     out;
    (void)state;
    reduce(claims, count, &out);
    assert_int_equal(out.pairs.n, PARTNERS);
    assert_string_equal(out.pairs.at[0].ptr, "doc00000:0-doc00001:1");
    assert_int_equal(out.not_compared, count * (count - 1) / 2 - PARTNERS);
    cc_arena_release(&out.arena);
    cc_arena_release(&arena);
}

/* At the cap every pair is looked at: copies of one document do not count. */
static void test_copies_do_not_fill_a_group(void **state)
{
    cc_arena   arena  = {0};
    size_t     count  = CC_MAX_GROUP_RECORDS + 500;
    cc_claim **claims = cc_new(&arena, cc_claim *, count);
    output     out;
    (void)state;
    for (size_t i = 0; i < count; i++) {
        cc_str      name = cc_arena_printf(&arena, "copy%05zu", i);
        cc_doc_ref *doc  = make_doc(&arena, name.ptr, true);
        doc->sha256      = i % 2 ? CC_S("one") : CC_S("two");
        claims[i]        = make_claim(&arena, doc, 1, 5, "export", "lumber", NULL);
    }
    reduce(claims, count, &out);
    assert_string_equal(print_pairs(&out), "copy00000:1-copy00001:1");
    assert_int_equal(out.not_compared, 0);
    cc_arena_release(&out.arena);
    cc_arena_release(&arena);
}

/* What is no claim goes through as it is. */
static void test_passes_on(void **state)
{
    cc_arena   arena     = {0};
    output     out       = {0};
    cc_reducer reducer   = {.comparer = {vocabulary, lexicon}, .put = take, .user = &out};
    cc_record  records[] = {
         {CC_S("document|1"), CC_RECORD_DOCUMENT, {.document = cc_new(&arena, cc_doc_record, 1)}},
         {CC_S("document|1"), CC_RECORD_DOCUMENT, {.document = cc_new(&arena, cc_doc_record, 1)}}};
    (void)state;
    cc_reduce_group(&reducer, records, 2);
    cc_reduce_end(&reducer);
    assert_int_equal(out.passed_on, 2);
    assert_int_equal(out.pairs.n, 0);
    cc_arena_release(&out.arena);
    cc_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_once_whatever_they_share),
        cmocka_unit_test(test_sides),
        cmocka_unit_test(test_copies),
        cmocka_unit_test(test_oversized_group),
        cmocka_unit_test(test_copies_do_not_fill_a_group),
        cmocka_unit_test(test_passes_on),
    };
    return cmocka_run_group_tests(tests, load_tables, release_tables);
}
