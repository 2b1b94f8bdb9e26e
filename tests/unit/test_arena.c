/* test_arena.c - memory with a named lifetime. */
#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static bool is_zero(const char *at, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (at[i] != 0)
            return false;
    return true;
}

static void test_alloc(void **state)
{
    static const size_t sizes[] = {0, 1, 15, 16, 17, 4096, 65536, 70000, 9 * 1024 * 1024, 3};
    cc_arena            arena   = {0};
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        char *at = cc_arena_alloc(&arena, sizes[i], 1);
        if (at == NULL || (uintptr_t)at % 16 != 0 || !is_zero(at, sizes[i]))
            fail_msg("%zu bytes: got %p, wanted zeroed bytes at a multiple of 16", sizes[i],
                     (void *)at);
        memset(at, 'x', sizes[i]);
    }
    assert_true(cc_arena_bytes(&arena) >= 9 * 1024 * 1024);
    cc_arena_release(&arena);
    assert_int_equal(cc_arena_bytes(&arena), 0);
    cc_arena_release(&arena);
}

/* What was there before the mark stays; what comes after it is zeroed again. */
static void test_rewind(void **state)
{
    cc_arena arena = {0};
    (void)state;
    char *kept = cc_new(&arena, char, 8);
    memcpy(kept, "kept too", 8);
    size_t bytes = cc_arena_bytes(&arena);
    for (size_t round = 0; round < 3; round++) {
        cc_mark mark = cc_arena_mark(&arena);
        for (size_t i = 0; i < 50; i++) {
            char *at = cc_new(&arena, char, 5000);
            assert_true(is_zero(at, 5000));
            memset(at, 'x', 5000);
        }
        cc_arena_rewind(&arena, mark);
        assert_int_equal(cc_arena_bytes(&arena), bytes);
        assert_memory_equal(kept, "kept too", 8);
    }
    cc_arena_release(&arena);
}

static void test_rewind_to_empty(void **state)
{
    cc_arena arena = {0};
    cc_mark  mark  = cc_arena_mark(&arena);
    (void)state;
    cc_new(&arena, int, 100);
    cc_arena_rewind(&arena, mark);
    assert_null(arena.last);
}

static void test_list(void **state)
{
    cc_arena arena       = {0};
    CC_LIST(size_t) list = {0};
    (void)state;
    for (size_t i = 0; i < 1000; i++)
        *cc_push(&arena, &list) = i * i;
    assert_int_equal(list.n, 1000);
    for (size_t i = 0; i < list.n; i++)
        assert_int_equal(list.at[i], i * i);
    cc_arena_release(&arena);
}

static void test_strings(void **state)
{
    cc_arena arena   = {0};
    char     bytes[] = {'a', '\0', 'b'};
    (void)state;
    cc_str copy = cc_arena_dup(&arena, (cc_str){bytes, sizeof bytes});
    assert_int_equal(copy.len, 3);
    assert_memory_equal(copy.ptr, "a\0b", 4); /* and the NUL behind it */
    assert_string_equal(cc_arena_dup(&arena, (cc_str){NULL, 0}).ptr, "");
    cc_str text = cc_arena_printf(&arena, "%s %d %.*s", "a", 42, CC_F(CC_S("long")));
    assert_string_equal(text.ptr, "a 42 long");
    assert_int_equal(text.len, 9);
    assert_int_equal(cc_arena_printf(&arena, "%*d", 100000, 7).len, 100000);
    cc_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_alloc),           cmocka_unit_test(test_rewind),
        cmocka_unit_test(test_rewind_to_empty), cmocka_unit_test(test_list),
        cmocka_unit_test(test_strings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
