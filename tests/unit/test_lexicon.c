/* test_lexicon.c - units, tables and hedges, as shipped. */
#include "fact/facts.h"
#include "fact/lexicon.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

static cc_arena    arena;
static cc_lexicon *lexicon;

static void test_units(void **state)
{
    static const struct {
        const char *written, *name, *dimension;
        int64_t     num, den;
    } cases[] = {
        {"miles", "mile", "length", 1609344, 1000},
        {"Miles", "mile", "length", 1609344, 1000},
        {"feet", "foot", "length", 3048, 10000},
        {"sq. km", "sq-km", "area", 1000000, 1},
        {"sq\xC2\xA0km", "sq-km", "area", 1000000, 1},
        {"km²", "sq-km", "area", 1000000, 1},
        {"percentage-points", "percentage-point", "percentage-point", 1, 1},
        {"per cent", "percent", "percent", 1, 1},
        {"%", "percent", "percent", 1, 1},
        {"basis points", "basis-point", "percentage-point", 1, 100},
        {"US$", "USD", "USD", 1, 1},
        {"$", "USD", "USD", 1, 1},
        {"U.S. dollars", "USD", "USD", 1, 1},
        {"US $", "USD", "USD", 1, 1},
        {"cents", "cent", "USD", 1, 100},
        {"Canadian dollars", "CAD", "CAD", 1, 1},
        {"C$", "CAD", "CAD", 1, 1},
        {"pounds", "pound", "mass", 45359237, 100000000},
        {"pounds sterling", "GBP", "GBP", 1, 1},
        {"MW", "MW", "power", 1000000, 1},
        {"Mt", "Mt", "mass", 1000000000, 1},
        {"mt", "tonne", "mass", 1000, 1},
        {"MtCO2e", "MMTCO2e", "emissions", 1000000, 1},
        {"MTCO2e", "tCO2e", "emissions", 1, 1},
        {"kilowatt-hours", "kWh", "energy", 1000, 1},
        {"a day", "day", "time", 86400, 1},
        {"per annum", "year", "time", 31557600, 1},
        {"/day", "day", "time", 86400, 1},
        {"an hour", "hour", "time", 3600, 1},
        {"capita", "person", "person", 1, 1},
        {"furlongs", NULL, NULL, 0, 0},
        {"a", NULL, NULL, 0, 0},
        {"", NULL, NULL, 0, 0},
        {"a word that is far longer than any unit of measure that was ever written down by any of "
         "us",
         NULL, NULL, 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const cc_unit *unit = cc_lexicon_unit(lexicon, cc_str_z(cases[i].written));
        if ((unit == NULL) != (cases[i].name == NULL))
            fail_msg("'%s': %s", cases[i].written, unit == NULL ? "no unit" : "a unit");
        if (unit == NULL)
            continue;
        if (!cc_str_eq(unit->name, cc_str_z(cases[i].name)) ||
            !cc_str_eq(unit->dimension, cc_str_z(cases[i].dimension)))
            fail_msg("'%s': got %.*s, %.*s", cases[i].written, CC_F(unit->name),
                     CC_F(unit->dimension));
        assert_int_equal(unit->num, cases[i].num);
        assert_int_equal(unit->den, cases[i].den);
    }
}

static void test_tables(void **state)
{
    cc_str section = {0};
    (void)state;
    assert_true(cc_str_eq(cc_lexicon_lookup(lexicon, CC_S("numbers"), CC_S("Twenty")), CC_S("20")));
    assert_true(
        cc_str_eq(cc_lexicon_lookup(lexicon, CC_S("numbers"), CC_S("scale.million")), CC_S("6")));
    assert_int_equal(cc_lexicon_lookup(lexicon, CC_S("numbers"), CC_S("small.million")).len, 0);
    assert_int_equal(cc_lexicon_lookup(lexicon, CC_S("nothing"), CC_S("one")).len, 0);
    assert_true(cc_str_eq(cc_lexicon_lookup(lexicon, CC_S("units"), CC_S("dimension.mile")),
                          CC_S("length")));
    assert_true(cc_str_eq(cc_lexicon_lookup(lexicon, CC_S("units"), CC_S("factor.mile")),
                          CC_S("1609344/1000")));
    assert_true(cc_lexicon_lookup(lexicon, CC_S("arithmetic"), CC_S("total.In all")).len > 0);
    cc_lexicon_find(lexicon, CC_S("numbers"), CC_S("half"), &section);
    assert_true(cc_str_eq(section, CC_S("fraction")));
}

/* The figure stands between brackets. */
static void test_hedges(void **state)
{
    static const struct {
        const char *text;
        bool        duration;
        cc_hedge    wanted;
    } cases[] = {
        {"about [60]", false, CC_HEDGE_ABOUT},
        {"Some [60] of them", false, CC_HEDGE_ABOUT},
        {"an estimated [$5] a head", false, CC_HEDGE_ABOUT},
        {"an average of [4.5]", false, CC_HEDGE_ABOUT},
        {"~[60]", false, CC_HEDGE_ABOUT},
        {"almost a [million]", false, CC_HEDGE_JUST_UNDER},
        {"just under [60]", false, CC_HEDGE_JUST_UNDER},
        {"just over [60]", false, CC_HEDGE_JUST_OVER},
        {"more than\xC2\xA0[60]", false, CC_HEDGE_OVER},
        {"in excess of the [60]", false, CC_HEDGE_OVER},
        {"no more than [60]", false, CC_HEDGE_UP_TO},
        {"does not exceed [60]", false, CC_HEDGE_UP_TO},
        {"may not exceed [60]", false, CC_HEDGE_UP_TO},
        {"exceeds that of [60]", false, CC_HEDGE_OVER},
        {"no fewer than [60]", false, CC_HEDGE_AT_LEAST},
        {"\xE2\x80\x9Cnot less than [60]", false, CC_HEDGE_AT_LEAST},
        {"[60] or more\xE2\x80\x9D of them", false, CC_HEDGE_AT_LEAST},
        {"less than [60]", false, CC_HEDGE_UNDER},
        {"up to [13 million]", false, CC_HEDGE_UP_TO},
        {"[60] or more", false, CC_HEDGE_AT_LEAST},
        {"[60]+ of them", false, CC_HEDGE_AT_LEAST},
        {"[40]-plus", false, CC_HEDGE_AT_LEAST},
        {"aged [60] and over", false, CC_HEDGE_AT_LEAST},
        {"[60] or fewer", false, CC_HEDGE_UP_TO},
        {"[60] or so", false, CC_HEDGE_ABOUT},
        {"[60]", false, CC_HEDGE_NONE},
        {"over [5 years]", true, CC_HEDGE_NONE},
        {"over the [5 years]", true, CC_HEDGE_NONE},
        {"over [5 years]", false, CC_HEDGE_OVER},
        {"more than [5 years]", true, CC_HEDGE_OVER},
        {"turnover [60]", false, CC_HEDGE_NONE},
        {"over all [60]", false, CC_HEDGE_NONE},
        {"It is over. [60]", false, CC_HEDGE_NONE},
        {"[$5] plus 10 percent", false, CC_HEDGE_NONE},
        {"[$3] and over 5 years", false, CC_HEDGE_NONE},
        {"[60] or moreover", false, CC_HEDGE_NONE},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *open = strchr(cases[i].text, '['), *close = strchr(cases[i].text, ']');
        cc_str      text   = cc_arena_printf(&arena, "%.*s%.*s%s", (int)(open - cases[i].text),
                                             cases[i].text, (int)(close - open - 1), open + 1, close + 1);
        cc_span     figure = {(uint32_t)(open - cases[i].text), (uint32_t)(close - open - 1)};
        cc_hedge    got = cc_lexicon_hedge(lexicon, text, (cc_span){0, (uint32_t)text.len}, figure,
                                           cases[i].duration);
        if (got != cases[i].wanted)
            fail_msg("'%s': got '%.*s', wanted '%.*s'", cases[i].text, CC_F(cc_hedge_name(got)),
                     CC_F(cc_hedge_name(cases[i].wanted)));
    }
}

/* A hedge of the sentence before says nothing. */
static void test_sentence(void **state)
{
    cc_str text = CC_S("It is over 60 or more");
    (void)state;
    assert_int_equal(cc_lexicon_hedge(lexicon, text, (cc_span){11, 2}, (cc_span){11, 2}, false),
                     CC_HEDGE_NONE);
}

static void test_widths(void **state)
{
    const cc_hedge_width *widths = cc_lexicon_widths(lexicon);
    (void)state;
    assert_int_equal(widths->about[0], 100);
    assert_int_equal(widths->about[1], 40);
    assert_int_equal(widths->about[2], 10);
    assert_int_equal(widths->just, 100);
}

static void test_missing(void **state)
{
    cc_fault    fault = {0};
    cc_lexicon *none  = NULL;
    (void)state;
    assert_int_equal(cc_lexicon_load(&arena, CC_S("rules/xx"), &none, &fault), CC_FATAL);
    assert_null(none);
    assert_int_equal(fault.status, CC_FATAL);
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
        cmocka_unit_test(test_units),  cmocka_unit_test(test_tables),
        cmocka_unit_test(test_hedges), cmocka_unit_test(test_sentence),
        cmocka_unit_test(test_widths), cmocka_unit_test(test_missing),
    };
    return cmocka_run_group_tests(tests, load, release);
}
