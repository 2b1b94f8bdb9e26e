/* test_quote.c - sentences cut around a figure. */
#include "text/quote.h"

#include "base/arena.h"
#include "base/bounds.h"
#include "text/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* `n` times `unit`, then "$5", then `after` times `unit`. */
static cc_str make_text(cc_arena *arena, const char *unit, size_t before, size_t after,
                        cc_span *ret_figure)
{
    cc_bytes text = {0};
    for (size_t i = 0; i < before; i++)
        cc_bytes_put(arena, &text, cc_str_z(unit));
    *ret_figure = (cc_span){(uint32_t)text.len, 2};
    cc_bytes_put(arena, &text, CC_S("$5"));
    for (size_t i = 0; i < after; i++)
        cc_bytes_put(arena, &text, cc_str_z(unit));
    return (cc_str){text.ptr, text.len};
}

static void test_cut(void **state)
{
    static const struct {
        const char *unit;
        size_t      before, after;
        size_t      least; /* bytes of the quote: all, or nearly the limit */
    } cases[] = {
        {"x", 0, 0, 2},
        {"x", 500, 522, 1024},
        {"x", 500, 523, 1024},
        {"x", 5000, 5000, 1024},
        {"x", 0, 5000, 1024},
        {"x", 5000, 0, 1024},
        {"x", 5000, 3, 1024},
        /* Characters of two, three and four bytes are not cut. */
        {"\xC3\xA9", 3000, 3000, 1022},
        {"\xE2\x82\xAC", 1000, 1000, 1020},
        {"\xF0\x9F\x98\x80", 999, 998, 1017},
        {"\xF0\x9F\x98\x80", 0, 998, 1021},
        {"\xF0\x9F\x98\x80", 999, 0, 1021},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_arena arena = {0};
        cc_span  figure, mark;
        cc_str   text = make_text(&arena, cases[i].unit, cases[i].before, cases[i].after, &figure);
        cc_span  all  = {0, (uint32_t)text.len};
        cc_str   got  = cc_quote(text, all, figure, &mark);
        if (got.len > CC_MAX_QUOTE_BYTES || got.len < cases[i].least || !cc_utf8_is_valid(got) ||
            mark.off + mark.len > got.len || !cc_str_eq(cc_str_span(got, mark), CC_S("$5")))
            fail_msg("case %zu: got %zu bytes with a mark at %u+%u", i, got.len, mark.off,
                     mark.len);
        cc_arena_release(&arena);
    }
}

static void test_within_its_passage(void **state)
{
    cc_str  text = CC_S("Before. It was $5 then. After.");
    cc_span mark;
    cc_str  got = cc_quote(text, (cc_span){8, 15}, (cc_span){15, 2}, &mark);
    (void)state;
    assert_true(cc_str_eq(got, CC_S("It was $5 then.")));
    assert_true(cc_str_eq(cc_str_span(got, mark), CC_S("$5")));
}

/* A figure over the limit is cut as well, between characters. */
static void test_long_figure(void **state)
{
    cc_arena arena = {0};
    cc_span  figure, mark;
    cc_str   text = make_text(&arena, "\xE2\x82\xAC", 700, 700, &figure);
    (void)state;
    figure     = (cc_span){300, 3000};
    cc_str got = cc_quote(text, (cc_span){0, (uint32_t)text.len}, figure, &mark);
    assert_true(got.len <= CC_MAX_QUOTE_BYTES);
    assert_true(cc_utf8_is_valid(got));
    assert_int_equal(mark.off, 0);
    assert_int_equal(mark.len, got.len);
    cc_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_within_its_passage),
        cmocka_unit_test(test_long_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
