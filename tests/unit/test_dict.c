/* test_dict.c - the map from strings to numbers, and its hash. */
#include "base/dict.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* These go into records and statistics: they are the same for ever. */
static void test_hash(void **state)
{
    static const struct {
        const char *text;
        uint64_t    fnv1a;
    } cases[] = {
        {"", 0xcbf29ce484222325},
        {"a", 0xaf63dc4c8601ec8c},
        {"foobar", 0x85944171f73967e8},
        {"\xff", 0xaf64724c8602eb6e},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint64_t wanted = cases[i].fnv1a ^ cases[i].fnv1a >> 32,
                 got    = cc_hash(cc_str_z(cases[i].text));
        if (got != wanted)
            fail_msg("'%s': got %llx, wanted %llx", cases[i].text, (unsigned long long)got,
                     (unsigned long long)wanted);
    }
}

static void test_put_and_find(void **state)
{
    cc_arena arena = {0};
    cc_dict  dict  = {0};
    (void)state;
    assert_null(cc_dict_find(&dict, CC_S("key 7")));
    for (uint64_t i = 0; i < 5000; i++) {
        cc_str    key   = cc_arena_printf(&arena, "key %llu", (unsigned long long)i);
        uint64_t *value = cc_dict_put(&arena, &dict, key);
        assert_int_equal(*value, 0);
        *value = i + 1;
    }
    assert_int_equal(dict.n, 5000);
    assert_true(dict.n * 3 <= dict.cap * 2 + 3);
    for (uint64_t i = 0; i < 5000; i++) {
        cc_str    key   = cc_arena_printf(&arena, "key %llu", (unsigned long long)i);
        uint64_t *found = cc_dict_find(&dict, key);
        assert_non_null(found);
        assert_int_equal(*found, i + 1);
        assert_ptr_equal(cc_dict_put(&arena, &dict, key), found);
    }
    assert_int_equal(dict.n, 5000);
    assert_null(cc_dict_find(&dict, CC_S("key 5000")));
    cc_arena_release(&arena);
}

/* Keys are bytes: an empty one is a key, and so is one with NUL in it. */
static void test_odd_keys(void **state)
{
    static const cc_str keys[] = {{NULL, 0}, {"a", 1}, {"a\0", 2}, {"a\0b", 3}, {"\xff", 1}};
    enum { COUNT = sizeof keys / sizeof *keys };
    cc_arena arena = {0};
    cc_dict  dict  = {0};
    (void)state;
    for (size_t i = 0; i < COUNT; i++)
        *cc_dict_put(&arena, &dict, keys[i]) = i + 1;
    for (size_t i = 0; i < COUNT; i++)
        assert_int_equal(*cc_dict_find(&dict, keys[i]), i + 1);
    assert_int_equal(*cc_dict_find(&dict, CC_S("")), 1);
    cc_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hash),
        cmocka_unit_test(test_put_and_find),
        cmocka_unit_test(test_odd_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
