/* test_statistic.c - claims joined into statistics, in any order. */
#include "store/statistic.h"

#include "made_claims.h"
#include "store/copy.h"

#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

enum { CLAIMS = 7 };

/* 0-1-2-3 and 4-5; 6 stays alone. */
static const struct {
    size_t a, b;
} joins[] = {{0, 1}, {2, 3}, {4, 5}, {1, 2}, {0, 3}};
enum { JOINS = sizeof joins / sizeof *joins };

typedef struct fixture {
    cc_arena      arena;
    cc_statistics statistics;
    cc_claim     *claims[CLAIMS];
} fixture;

/* Joins from `first` on, round about, every second one with its sides swapped. */
static void join_all(fixture *f, size_t first)
{
    *f                  = (fixture){0};
    f->statistics.arena = &f->arena;
    for (size_t i = 0; i < CLAIMS; i++) {
        cc_str name  = cc_arena_printf(&f->arena, "doc%zu", i % 3);
        f->claims[i] = make_claim(&f->arena, make_doc(&f->arena, name.ptr, true),
                                  (uint32_t)(100 - i), 5, NULL);
    }
    for (size_t k = 0; k < JOINS; k++) {
        size_t    at = (first + k) % JOINS;
        cc_claim *a = f->claims[joins[at].a], *b = f->claims[joins[at].b];
        cc_statistics_join(&f->statistics, k % 2 ? a : b, k % 2 ? b : a);
    }
}

static cc_str name_of(fixture *f, size_t claim)
{
    cc_side side = cc_side_of_claim(f->claims[claim]);
    return cc_statistic_name(&f->statistics, &f->arena, &side);
}

static void test_sets(void **state)
{
    fixture f;
    (void)state;
    join_all(&f, 0);
    for (size_t i = 0; i < 4; i++)
        assert_true(cc_str_eq(name_of(&f, i), name_of(&f, 0)));
    assert_true(cc_str_eq(name_of(&f, 4), name_of(&f, 5)));
    assert_false(cc_str_eq(name_of(&f, 4), name_of(&f, 0)));
    assert_int_equal(name_of(&f, 0).len, 12);
    assert_int_equal(name_of(&f, 6).len, 0);
    cc_arena_release(&f.arena);
}

static void test_any_order(void **state)
{
    fixture f, g;
    (void)state;
    join_all(&f, 0);
    for (size_t first = 1; first < JOINS; first++) {
        join_all(&g, first);
        for (size_t i = 0; i < CLAIMS; i++)
            assert_true(cc_str_eq(name_of(&f, i), name_of(&g, i)));
        cc_arena_release(&g.arena);
    }
    cc_arena_release(&f.arena);
}

/* The ring from any member passes each of the set once. */
static void test_ring(void **state)
{
    static const size_t sizes[CLAIMS] = {4, 4, 4, 4, 2, 2, 0};
    (void)state;
    for (size_t first = 0; first < JOINS; first++) {
        fixture f;
        join_all(&f, first);
        for (size_t i = 0; i < CLAIMS; i++) {
            cc_side side = cc_side_of_claim(f.claims[i]);
            size_t  root = cc_statistics_find(&f.statistics, &side), n = 0, at = root;
            if (root < f.statistics.nodes.n)
                do {
                    at = f.statistics.nodes.at[at].next;
                    n++;
                } while (at != root && n <= CLAIMS);
            if (n != sizes[i])
                fail_msg("claim %zu: got a ring of %zu, wanted %zu", i, n, sizes[i]);
        }
        cc_arena_release(&f.arena);
    }
}

/* The name of the document is no part of it. */
static void test_copies_are_one_place(void **state)
{
    fixture f;
    (void)state;
    join_all(&f, 0);
    cc_doc_ref moved = *f.claims[0]->doc;
    cc_side    side  = cc_side_of_claim(f.claims[0]);
    moved.path       = CC_S("archive.zip!elsewhere");
    side.doc         = &moved;
    assert_true(cc_str_eq(cc_statistic_name(&f.statistics, &f.arena, &side), name_of(&f, 0)));
    cc_arena_release(&f.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sets),
        cmocka_unit_test(test_any_order),
        cmocka_unit_test(test_ring),
        cmocka_unit_test(test_copies_are_one_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
