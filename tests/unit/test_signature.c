/* test_signature.c - the Bloom filter of labels. */
#include "claim/signature.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static cc_str print_label(cc_arena *arena, const char *word, int i)
{
    return cc_arena_printf(arena, "%s %d", word, i);
}

/* What is in it is found; of what is not, about 1 in 100 at 200 labels. */
static void test_has(void **state)
{
    cc_arena arena                     = {0};
    char     bytes[CC_SIGNATURE_BYTES] = {0};
    cc_str   signature                 = {bytes, sizeof bytes};
    size_t   wrong                     = 0;
    (void)state;
    for (int i = 0; i < 200; i++)
        cc_signature_add(bytes, print_label(&arena, "label", i), CC_S(""));
    for (int i = 0; i < 200; i++)
        assert_true(cc_signature_has(signature, print_label(&arena, "label", i), CC_S("")));
    for (int i = 0; i < 10000; i++)
        wrong += cc_signature_has(signature, print_label(&arena, "other", i), CC_S(""));
    if (wrong > 300)
        fail_msg("got %zu of 10000 labels that are not there, wanted at most 300", wrong);
    cc_arena_release(&arena);
}

static void test_sublabels(void **state)
{
    char   bytes[CC_SIGNATURE_BYTES] = {0};
    cc_str signature                 = {bytes, sizeof bytes};
    (void)state;
    cc_signature_add(bytes, CC_S("exports"), CC_S("total"));
    assert_true(cc_signature_has(signature, CC_S("exports"), CC_S("total")));
    assert_false(cc_signature_has(signature, CC_S("exports"), CC_S("")));
    assert_false(cc_signature_has(signature, CC_S("total"), CC_S("exports")));
    assert_false(cc_signature_has(signature, CC_S("exports"), CC_S("male")));
}

/* A document without labels, or a record from elsewhere. */
static void test_other_sizes(void **state)
{
    char bytes[CC_SIGNATURE_BYTES + 1];
    (void)state;
    memset(bytes, 0xFF, sizeof bytes);
    assert_true(cc_signature_has((cc_str){bytes, CC_SIGNATURE_BYTES}, CC_S("any"), CC_S("")));
    assert_false(cc_signature_has((cc_str){bytes, 0}, CC_S("any"), CC_S("")));
    assert_false(cc_signature_has((cc_str){bytes, CC_SIGNATURE_BYTES - 1}, CC_S("any"), CC_S("")));
    assert_false(cc_signature_has((cc_str){bytes, CC_SIGNATURE_BYTES + 1}, CC_S("any"), CC_S("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_has),
        cmocka_unit_test(test_sublabels),
        cmocka_unit_test(test_other_sizes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
