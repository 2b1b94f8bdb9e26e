/* test_findings.c - findings merged, ordered, named. */
#include "store/findings.h"

#include "base/bounds.h"
#include "made_claims.h"
#include "store/copy.h"

#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

static const cc_scores as_given = {.error = 900, .warning = 700};

/* One row of a test; related 0: a finding with one side. */
typedef struct row {
    const char *check, *document;
    uint32_t    order, score;
    const char *other;
    uint32_t    related;
} row;

static cc_side make_side(cc_arena *arena, const char *document, uint32_t order)
{
    return cc_side_of_claim(make_claim(arena, make_doc(arena, document, true), order, order, NULL));
}

static void put_row(cc_arena *arena, cc_finding_list *list, const row *r)
{
    cc_side *related = cc_new(arena, cc_side, 1);
    if (r->related > 0)
        *related = make_side(arena, r->other, r->related);
    *cc_push(arena, list) = (cc_finding){.size          = sizeof(cc_finding),
                                         .check         = cc_str_z(r->check),
                                         .score         = r->score,
                                         .message       = CC_S("wrong"),
                                         .primary       = make_side(arena, r->document, r->order),
                                         .related       = related,
                                         .related_count = r->related > 0};
}

/* "check a.txt:5 (700) b.txt:7 b.txt:9; ..." */
static const char *print_list(cc_arena *arena, const cc_finding_list *list)
{
    cc_str text = CC_S("");
    for (size_t i = 0; i < list->n; i++) {
        const cc_finding *f = &list->at[i];
        text =
            cc_arena_printf(arena, "%.*s%s%.*s %.*s:%u (%u)", CC_F(text), i > 0 ? "; " : "",
                            CC_F(f->check), CC_F(f->primary.doc->path), f->primary.order, f->score);
        for (size_t k = 0; k < f->related_count; k++)
            text = cc_arena_printf(arena, "%.*s %.*s:%u", CC_F(text), CC_F(f->related[k].doc->path),
                                   f->related[k].order);
    }
    return cc_arena_printf(arena, "%.*s", CC_F(text)).ptr;
}

static const struct {
    const char *what;
    row         rows[5];
    const char *wanted;
} cases[] = {
    {"by document, offset, check",
     {{"b", "b.txt", 1, 500, "", 0},
      {"a", "a.txt", 9, 500, "", 0},
      {"b", "a.txt", 5, 500, "", 0},
      {"a", "a.txt", 5, 500, "", 0}},
     "a a.txt:5 (500); b a.txt:5 (500); a a.txt:9 (500); b b.txt:1 (500)"},
    {"one place, one finding: the best, its side first, the others by place",
     {{"a", "a.txt", 5, 600, "c.txt", 1},
      {"a", "a.txt", 5, 900, "d.txt", 2},
      {"a", "a.txt", 5, 700, "b.txt", 9},
      {"a", "a.txt", 5, 500, "b.txt", 3}},
     "a a.txt:5 (900) d.txt:2 b.txt:3 b.txt:9 c.txt:1"},
    {"other checks, documents and offsets stay apart",
     {{"a", "a.txt", 5, 600, "c.txt", 1},
      {"b", "a.txt", 5, 600, "c.txt", 1},
      {"a", "a.txt", 6, 600, "c.txt", 1},
      {"a", "b.txt", 5, 600, "c.txt", 1}},
     "a a.txt:5 (600) c.txt:1; b a.txt:5 (600) c.txt:1; a a.txt:6 (600) c.txt:1; "
     "a b.txt:5 (600) c.txt:1"},
    {"what has one side only is never merged",
     {{"a", "a.txt", 5, 600, "", 0}, {"a", "a.txt", 5, 700, "", 0}},
     "a a.txt:5 (700); a a.txt:5 (600)"},
    {"what was put twice counts once",
     {{"a", "a.txt", 5, 600, "", 0},
      {"a", "a.txt", 5, 600, "", 0},
      {"a", "a.txt", 7, 600, "b.txt", 1},
      {"a", "a.txt", 7, 600, "b.txt", 2},
      {"a", "a.txt", 7, 600, "b.txt", 1}},
     "a a.txt:5 (600); a a.txt:7 (600) b.txt:1 b.txt:2"},
    {"nothing", {{NULL, NULL, 0, 0, NULL, 0}}, ""},
};

/* In the order of the table and from its end. */
static void test_settle(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int backwards = 0; backwards < 2; backwards++) {
            cc_arena        arena = {0};
            cc_finding_list list  = {0};
            for (size_t k = 0; k < 5; k++) {
                const row *r = &cases[i].rows[backwards ? 4 - k : k];
                if (r->check != NULL)
                    put_row(&arena, &list, r);
            }
            cc_findings_settle(&arena, &as_given, &list);
            const char *got = print_list(&arena, &list);
            if (strcmp(got, cases[i].wanted) != 0)
                fail_msg("%s: got\n%s\nwanted\n%s", cases[i].what, got, cases[i].wanted);
            cc_arena_release(&arena);
        }
}

/* Scores are worth half as much again from 500 on, and levels follow from that. */
static const cc_scores scores = {
    .rows = {{500, 750}, {600, 900}}, .row_count = 2, .error = 900, .warning = 800};

static void test_levels(void **state)
{
    static const struct {
        uint32_t given, score;
        cc_level wanted;
    } levels[] = {{0, 0, CC_NOTE},     {499, 499, CC_NOTE},    {500, 750, CC_NOTE},
                  {533, 799, CC_NOTE}, {534, 801, CC_WARNING}, {600, 900, CC_ERROR}};
    (void)state;
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        cc_arena        arena = {0};
        cc_finding_list list  = {0};
        row             one   = {"a", "a.txt", 1, levels[i].given, "", 0};
        put_row(&arena, &list, &one);
        cc_findings_settle(&arena, &scores, &list);
        assert_int_equal(list.at[0].score, levels[i].score);
        assert_int_equal(list.at[0].level, levels[i].wanted);
        cc_arena_release(&arena);
    }
}

static void test_drop(void **state)
{
    static const row rows[] = {{"a", "a.txt", 1, 499, "", 0},
                               {"a", "a.txt", 2, 500, "", 0},
                               {"a", "a.txt", 3, 0, "", 0},
                               {"a", "a.txt", 4, 501, "", 0}};
    cc_arena         arena  = {0};
    cc_finding_list  list   = {0};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        put_row(&arena, &list, &rows[i]);
    assert_int_equal(cc_findings_drop(&scores, &list, 0), 0);
    assert_int_equal(cc_findings_drop(&scores, &list, 500), 2);
    assert_string_equal(print_list(&arena, &list), "a a.txt:2 (500); a a.txt:4 (501)");
    cc_arena_release(&arena);
}

static void test_many_places(void **state)
{
    cc_arena        arena = {0};
    cc_finding_list list  = {0};
    (void)state;
    for (uint32_t i = 1; i <= CC_MAX_RELATED + 5; i++)
        put_row(&arena, &list, &(row){"a", "a.txt", 5, i == 7 ? 900 : 800, "b.txt", i});
    cc_findings_settle(&arena, &as_given, &list);
    assert_int_equal(list.n, 1);
    assert_int_equal(list.at[0].related_count, CC_MAX_RELATED);
    assert_int_equal(list.at[0].related[0].order, 7);
    assert_true(cc_str_eq(list.at[0].message, CC_S("wrong (and 1004 more)")));
    cc_arena_release(&arena);
}

/* -- Fingerprints ---------------------------------------------------------------------------- */

/* Of a finding at 5 in `document`, whose text follows from `figure`, against 7 in `other`. */
static cc_str fingerprint(cc_arena *arena, const char *check, const char *document,
                          const char *figure, const char *other, uint32_t order)
{
    cc_finding_list list = {0};
    put_row(arena, &list, &(row){check, document, order, 700, other, 7});
    list.at[0].primary.text = cc_str_z(figure);
    cc_findings_settle(arena, &as_given, &list);
    return list.at[0].fingerprint;
}

static void test_fingerprints(void **state)
{
    static const struct {
        const char *check, *document, *figure, *other;
        uint32_t    order;
        bool        same; /* as the first row's */
    } rows[] = {
        {"a", "memos/x.txt", "$5", "y.txt", 5, true},
        /* It stays when lines move, and when a document is packed or put elsewhere. */
        {"a", "memos/x.txt", "$5", "y.txt", 600, true},
        {"a", "b.zip!deep/x.txt", "$5", "old/y.txt", 5, true},
        {"b", "memos/x.txt", "$5", "y.txt", 5, false},
        {"a", "memos/z.txt", "$5", "y.txt", 5, false},
        {"a", "memos/x.txt", "$6", "y.txt", 5, false},
        {"a", "memos/x.txt", "$5", "z.txt", 5, false},
    };
    cc_arena arena = {0};
    (void)state;
    cc_str first = fingerprint(&arena, "a", "memos/x.txt", "$5", "y.txt", 5);
    assert_int_equal(first.len, 34);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        cc_str got = fingerprint(&arena, rows[i].check, rows[i].document, rows[i].figure,
                                 rows[i].other, rows[i].order);
        if (cc_str_eq(got, first) != rows[i].same)
            fail_msg("row %zu: got %.*s and %.*s, wanted them %s", i, CC_F(first), CC_F(got),
                     rows[i].same ? "equal" : "different");
    }
    cc_arena_release(&arena);
}

/* Which side is the primary one may change with the dates of documents. */
static void test_swapped_sides(void **state)
{
    cc_arena        arena = {0};
    cc_finding_list one = {0}, two = {0};
    (void)state;
    put_row(&arena, &one, &(row){"a", "x.txt", 5, 700, "y.txt", 7});
    put_row(&arena, &two, &(row){"a", "y.txt", 7, 700, "x.txt", 5});
    cc_findings_settle(&arena, &as_given, &one);
    cc_findings_settle(&arena, &as_given, &two);
    assert_true(cc_str_eq(one.at[0].fingerprint, two.at[0].fingerprint));
    cc_arena_release(&arena);
}

static void test_numbers(void **state)
{
    cc_arena        arena = {0};
    cc_finding_list list  = {0};
    (void)state;
    for (uint32_t i = 0; i < 3; i++) {
        put_row(&arena, &list, &(row){"a", "x.txt", 10 * (3 - i), 700, "y.txt", 7});
        list.at[i].primary.text = CC_S("$5");
    }
    cc_findings_settle(&arena, &as_given, &list);
    for (size_t i = 0; i < 3; i++) {
        cc_str print = list.at[i].fingerprint;
        assert_memory_equal(print.ptr, list.at[0].fingerprint.ptr, 32);
        assert_int_equal(print.ptr[33], '1' + (int)i);
        assert_int_equal(list.at[i].level, CC_WARNING);
    }
    cc_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_settle),       cmocka_unit_test(test_levels),
        cmocka_unit_test(test_drop),         cmocka_unit_test(test_many_places),
        cmocka_unit_test(test_fingerprints), cmocka_unit_test(test_swapped_sides),
        cmocka_unit_test(test_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
