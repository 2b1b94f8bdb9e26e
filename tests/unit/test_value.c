/* test_value.c - decimals, the interval of a written figure, and the compare rule. */
#include "fact/value.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

static const cc_hedge_width width = {.about = {100, 40, 10}, .just = 100};

static cc_arena arena;

/* -- Decimals --------------------------------------------------------------------------------- */

static void test_dec_text(void **state)
{
    static const struct {
        const char *text, *printed; /* NULL: not read */
    } cases[] = {
        {"0", "0"},
        {"-0", "0"},
        {"495700000000", "495700000000"},
        {"-0.25", "-0.25"},
        {"0.000000000000000000000000000001", "0.000000000000000000000000000001"},
        {"1000000000000000000000000000000", "1000000000000000000000000000000"},
        {"123456789012345678", "123456789012345678"},
        {"007.50", "7.5"},
        {"1234567890123456789", NULL}, /* 19 digits */
        {"1.0000000000000000001", NULL},
        {"1e3", NULL},
        {"1,250", NULL},
        {".5", NULL},
        {"5.", NULL},
        {"-", NULL},
        {"", NULL},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_dec    d;
        cc_status status = cc_dec_parse(cc_str_z(cases[i].text), &d);
        if (status != (cases[i].printed == NULL ? CC_WARN : CC_OK))
            fail_msg("'%s': status %d", cases[i].text, status);
        if (status != CC_OK)
            continue;
        cc_str got = cc_dec_print(&arena, d);
        if (!cc_str_eq(got, cc_str_z(cases[i].printed)))
            fail_msg("'%s': got %.*s", cases[i].text, CC_F(got));
    }
}

static void test_dec_cmp(void **state)
{
    static const struct {
        cc_dec  a;
        int64_t num;
        cc_dec  b;
        int64_t den;
        int     wanted;
    } cases[] = {
        {{1, 0}, 1, {10, -1}, 1, 0},
        {{1, 1000000}, 1, {999, 0}, 1, 1},
        {{-1, 1000000}, 1, {1, -1000000}, 1, -1},
        {{0, 5}, 1, {0, -5}, 1, 0},
        {{-2, 0}, 1, {-1, 0}, 1, -1},
        {{5, 0}, 9, {9, 0}, 5, 0}, /* 9/5 */
        {{999999999999999999, 0}, INT64_MAX, {1, 18}, INT64_MAX, -1},
        {{999999999999999999, 0}, INT64_MAX, {999999999999999998, 0}, INT64_MAX, 1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        int got = cc_dec_cmp_scaled(cases[i].a, cases[i].num, cases[i].b, cases[i].den);
        if (got != cases[i].wanted)
            fail_msg("case %zu: got %d, wanted %d", i, got, cases[i].wanted);
    }
}

static void test_dec_limits(void **state)
{
    cc_dec d = {0, 0};
    (void)state;
    assert_int_equal(cc_dec_add((cc_dec){1, 0}, (cc_dec){1, 18}, &d), CC_WARN);
    assert_int_equal(cc_dec_add((cc_dec){1, 0}, (cc_dec){1, 40}, &d), CC_WARN);
    assert_int_equal(cc_dec_mul((cc_dec){999999999999, 0}, (cc_dec){999999999999, 0}, &d), CC_WARN);
    assert_int_equal(d.mant, 0);
    assert_int_equal(cc_dec_sub((cc_dec){15, -1}, (cc_dec){5, -1}, &d), CC_OK);
    assert_int_equal(d.mant, 1);
    assert_int_equal(d.exp10, 0);
    assert_int_equal(cc_dec_mul((cc_dec){25, -1}, (cc_dec){4, 6}, &d), CC_OK);
    assert_int_equal(d.mant, 1);
    assert_int_equal(d.exp10, 7);
}

/* -- Written figures -------------------------------------------------------------------------- */

/* "12.8", "12.8 m", "12.8 b": digits, then the scale word; '%' at the end: a percentage; 'w':
 * a number word. */
static cc_value read(const char *text, cc_hedge hedge)
{
    cc_written  written = {0};
    size_t      len     = strspn(text, "-0123456789.");
    const char *point = memchr(text, '.', len), *rest = text + len;
    cc_value    value;
    assert_int_equal(cc_dec_parse((cc_str){text, len}, &written.number), CC_OK);
    written.decimals = point == NULL ? 0 : (int32_t)(text + len - point - 1);
    written.scale10  = strchr(rest, 'b') ? 9 : strchr(rest, 'm') ? 6 : 0;
    written.percent  = strchr(rest, '%') != NULL;
    written.words    = strchr(rest, 'w') != NULL;
    assert_int_equal(cc_value_written(&written, &value), CC_OK);
    cc_value_hedge(&value, hedge, &width);
    return value;
}

static cc_str print(const cc_value *v)
{
    return cc_arena_printf(&arena, "%s%.*s, %.*s%s", v->flags & CC_LOW_OPEN ? "(" : "[",
                           CC_F(v->flags & CC_NO_LOW ? CC_S("-") : cc_dec_print(&arena, v->low)),
                           CC_F(v->flags & CC_NO_HIGH ? CC_S("-") : cc_dec_print(&arena, v->high)),
                           v->flags & CC_HIGH_OPEN ? ")" : "]");
}

static void test_interval(void **state)
{
    static const struct {
        const char *text;
        cc_hedge    hedge;
        const char *wanted;
    } cases[] = {
        {"4.9 m", 0, "[4850000, 4950000)"},
        {"8000", 0, "[7500, 8500)"},
        {"100", 0, "[50, 150)"},
        {"1990", 0, "[1989.5, 1990.5)"}, /* one zero counts */
        {"30 m", 0, "[29500000, 30500000)"},
        {"100 %", 0, "[99.5, 100.5)"},
        {"4.0", 0, "[3.95, 4.05)"},
        {"0", 0, "[-0.5, 0.5)"},
        {"-1.3 b", 0, "[-1350000000, -1250000000)"},
        {"300 w", 0, "[299.5, 300.5)"},
        {"2 mw", 0, "[1500000, 2500000)"},
        {"60", CC_HEDGE_ABOUT, "[57.6, 62.4]"},
        {"6.7 %", CC_HEDGE_ABOUT, "[6.432, 6.968]"},
        {"8000", CC_HEDGE_ABOUT, "[7000, 9000]"},
        {"12.5 m", CC_HEDGE_ABOUT, "[12375000, 12625000]"},
        {"50", CC_HEDGE_JUST_UNDER, "[45, 50]"},
        {"2", CC_HEDGE_JUST_OVER, "[2, 3]"},
        {"-50", CC_HEDGE_ABOUT, "[-52, -48]"},
        {"0", CC_HEDGE_ABOUT, "[-1, 1]"},
        {"12 m", CC_HEDGE_OVER, "(12000000, -]"},
        {"12 m", CC_HEDGE_AT_LEAST, "[12000000, -]"},
        {"12 m", CC_HEDGE_UNDER, "[-, 12000000)"},
        {"12 m", CC_HEDGE_UP_TO, "[-, 12000000]"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_value v   = read(cases[i].text, cases[i].hedge);
        cc_str   got = print(&v);
        if (!cc_str_eq(got, cc_str_z(cases[i].wanted)))
            fail_msg("'%s', hedge %u: got %.*s, wanted %s", cases[i].text, cases[i].hedge,
                     CC_F(got), cases[i].wanted);
    }
}

static void test_too_long(void **state)
{
    static const cc_written cases[] = {
        {.number = {123456789012345678, 0}}, /* its ends take 19 digits */
        {.number = {1, 0}, .scale10 = 31},
        {.number = {1, -31}, .decimals = 31},
    };
    cc_value v = {0};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        if (cc_value_written(&cases[i], &v) != CC_WARN)
            fail_msg("case %zu was read", i);
    assert_int_equal(v.flags, 0);
}

static void test_meet(void **state)
{
    static const struct {
        const char *a;
        cc_hedge    hedge_a;
        const char *b;
        cc_hedge    hedge_b;
        bool        wanted;
    } cases[] = {
        /* The examples of the contract. */
        {"4", CC_HEDGE_OVER, "4 w", 0, false},
        {"12 m", CC_HEDGE_OVER, "12.8 m", 0, true},
        {"661 b", 0, "661.2 b", 0, true},
        {"1.8", 0, "1.7", 0, false},
        {"2900", 0, "2896", 0, true},
        {"8000", 0, "7800", 0, true},
        {"50 %", 0, "46 %", 0, false},
        {"12800", 0, "13000", 0, true},
        {"4", 0, "4.3", 0, true},
        {"1.3", 0, "1", 0, true},
        {"9.65", 0, "9.6", 0, true},
        {"9.65", 0, "9.7", 0, true},
        {"60", CC_HEDGE_ABOUT, "62", 0, true},
        {"6.7 %", CC_HEDGE_ABOUT, "7.4 %", CC_HEDGE_ABOUT, false},
        {"13 m", CC_HEDGE_UP_TO, "12.8 m", 0, true},
        {"495.7 b", 0, "459.7 b", 0, false},
        {"5000000", 0, "5 m", 0, true},
        /* |a - b| >= (ua + ub)/2, to the digit. */
        {"2000", 0, "3000", 0, false},
        {"2000", 0, "2549", 0, false},
        {"2000", 0, "2500", 0, true},
        {"2000", 0, "2550", 0, false},
        {"2.0", 0, "2.1", 0, false},
        {"2", 0, "3", 0, false},
        {"0", 0, "1", 0, false},
        {"-5", 0, "5", 0, false},
        {"300 w", 0, "312", 0, false},
        {"300", 0, "312", 0, true},
        /* Bounds, exact counts, and scaled ones beside them. */
        {"4", CC_HEDGE_AT_LEAST, "4 w", 0, true},
        {"4", CC_HEDGE_UNDER, "4", 0, false},
        {"4", CC_HEDGE_UP_TO, "4", 0, true},
        {"11.6", CC_HEDGE_UP_TO, "12", 0, false}, /* 12 is no 11.5 here */
        {"12 m", CC_HEDGE_OVER, "12 m", 0, true},
        {"60 m", CC_HEDGE_OVER, "60 m", 0, true},
        {"5000", CC_HEDGE_OVER, "5000", 0, true}, /* the zeros say little */
        {"5", CC_HEDGE_OVER, "5", CC_HEDGE_UNDER, false},
        {"5", CC_HEDGE_AT_LEAST, "5", CC_HEDGE_UP_TO, true},
        {"5", CC_HEDGE_OVER, "5", CC_HEDGE_UP_TO, false},
        {"5", CC_HEDGE_OVER, "900", CC_HEDGE_OVER, true},
        {"5000", CC_HEDGE_OVER, "63000", 0, true},
        {"60", CC_HEDGE_JUST_UNDER, "57", 0, true},
        {"60", CC_HEDGE_JUST_UNDER, "61", 0, false},
        {"60", CC_HEDGE_JUST_OVER, "62", 0, true},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_value a = read(cases[i].a, cases[i].hedge_a), b = read(cases[i].b, cases[i].hedge_b);
        if (cc_value_meet(&a, &b) != cases[i].wanted || cc_value_meet(&b, &a) != cases[i].wanted)
            fail_msg("case %zu: %.*s and %.*s must %s", i, CC_F(print(&a)), CC_F(print(&b)),
                     cases[i].wanted ? "meet" : "conflict");
    }
}

static void test_range(void **state)
{
    cc_value five = read("5 b", 0), six = read("6 b", 0), inside = read("5.4 b", 0);
    cc_value above = read("6.6 b", 0), range = cc_value_range(&five, &six), open = range;
    (void)state;
    assert_true(range.flags & CC_RANGE);
    assert_true(range.flags & CC_SCALED);
    assert_true(cc_value_meet(&range, &inside));
    assert_false(cc_value_meet(&range, &above));
    assert_int_equal(cc_value_power10(&range, &inside), 0);
    cc_value_hedge(&open, CC_HEDGE_UP_TO, &width);
    assert_string_equal(print(&open).ptr, "[-, 6500000000]");
    open = range;
    cc_value_hedge(&open, CC_HEDGE_ABOUT, &width);
    assert_true(cc_value_meet(&open, &above));
}

static void test_scaled(void **state)
{
    static const struct {
        const char *miles, *km;
        bool        wanted;
    } cases[] = {
        {"1990", "3203", true},  /* 3,202.6 km */
        {"1990", "3201", false}, /* 1,990 stands for 3,201.8 to 3,203.4 km */
        {"5525", "8891", true},  {"5525", "8981", false}, {"1954", "3145", true},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_value miles = read(cases[i].miles, 0), km = read(cases[i].km, 0);
        if (cc_value_meet_scaled(&miles, 1609344, 1000000, &km) != cases[i].wanted)
            fail_msg("%s miles, %s km", cases[i].miles, cases[i].km);
    }
}

static void test_same(void **state)
{
    cc_value a = read("12 m", CC_HEDGE_OVER), b = read("12 m", 0), c = read("12000000", 0);
    (void)state;
    assert_false(cc_value_same(&a, &b));
    assert_true(cc_value_same(&b, &c));
}

static void test_edge(void **state)
{
    static const struct {
        const char *a;
        cc_hedge    hedge;
        const char *b;
        bool        wanted;
    } cases[] = {
        {"25 million", CC_HEDGE_OVER, "25 million", true},
        {"25 million", CC_HEDGE_OVER, "24.9 million", false}, /* they do not even meet */
        {"25 million", CC_HEDGE_OVER, "25.1 million", false},
        {"25 million", CC_HEDGE_UNDER, "25 million", true},
        {"24.8 million", CC_HEDGE_UNDER, "25 million", true},
        {"25 million", CC_HEDGE_AT_LEAST, "25 million", false},
        {"25.2 million", CC_HEDGE_AT_LEAST, "25 million", true},
        {"25 million", CC_HEDGE_ABOUT, "24.8 million", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_value a = read(cases[i].a, cases[i].hedge), b = read(cases[i].b, CC_HEDGE_NONE);
        if (cc_value_at_edge(&a, &b) != cases[i].wanted ||
            cc_value_at_edge(&b, &a) != cases[i].wanted)
            fail_msg("'%s' '%s': wanted %d", cases[i].a, cases[i].b, cases[i].wanted);
    }
}

static void test_power10(void **state)
{
    static const struct {
        const char *a, *b;
        int32_t     wanted;
    } cases[] = {
        {"330 m", "330 b", -3}, {"16.3 m", "16300", 3},  {"1.4 %", "14 %", -1},
        {"1.5 m", "150000", 1}, {"1.55 m", "1.6 b", -3}, /* all that the coarser one wrote */
        {"300 m", "300 b", -3},                          /* one digit each */
        {"300 m", "310 b", 0},                           /* one digit against two says nothing */
        {"4", "40", 0},         {"2.5", "2.5", 0},       {"2.5", "-25", 0},
        {"1.5", "1600", 0},     {"0", "10", 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_value a = read(cases[i].a, 0), b = read(cases[i].b, 0);
        int32_t  got = cc_value_power10(&a, &b);
        if (got != cases[i].wanted)
            fail_msg("%s, %s: got %d, wanted %d", cases[i].a, cases[i].b, got, cases[i].wanted);
    }
}

static void test_gap(void **state)
{
    static const struct {
        const char *a, *b, *unit, *wanted;
    } cases[] = {
        {"330 m", "330 b", "USD", "1000x"},
        {"61 %", "66 %", "percent", "5 percentage points"},
        {"1.8 %", "1.4 %", "percent", "0.4 percentage points"},
        {"52", "47 w", "", "5"},
        {"495.7 b", "459.7 b", "USD", "7.8 %"},
        {"1.5 m", "3.1 m", "", "107 %"},
        {"5.5 m", "150000", "", "36x"},
        {"0", "1.5", "", "1.5"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_value a = read(cases[i].a, 0), b = read(cases[i].b, 0);
        cc_str   got = cc_value_gap(&arena, &a, &b, cc_str_z(cases[i].unit));
        if (!cc_str_eq(got, cc_str_z(cases[i].wanted)))
            fail_msg("%s, %s: got %.*s, wanted %s", cases[i].a, cases[i].b, CC_F(got),
                     cases[i].wanted);
    }
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
        cmocka_unit_test(test_dec_text),   cmocka_unit_test(test_dec_cmp),
        cmocka_unit_test(test_dec_limits), cmocka_unit_test(test_interval),
        cmocka_unit_test(test_too_long),   cmocka_unit_test(test_meet),
        cmocka_unit_test(test_range),      cmocka_unit_test(test_scaled),
        cmocka_unit_test(test_same),       cmocka_unit_test(test_edge),
        cmocka_unit_test(test_power10),    cmocka_unit_test(test_gap),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
