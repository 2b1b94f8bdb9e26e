/* test_number.c - the number grammar, against the shipped number words. */
#include "fact/number.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

static cc_arena    arena;
static cc_lexicon *lexicon;

static cc_str print(const cc_value *v)
{
    return cc_arena_printf(&arena, "%.*s step %.*s%s%s", CC_F(cc_dec_print(&arena, v->stated)),
                           CC_F(cc_dec_print(&arena, v->step)), v->flags & CC_EXACT ? " exact" : "",
                           v->flags & CC_SCALED ? " scaled" : "");
}

static void test_single(void **state)
{
    static const struct {
        const char *text, *scale, *wanted;
    } cases[] = {
        {"4.9", "million", "4900000 step 100000 scaled"},
        {"4.9 million", "", "4900000 step 100000 scaled"},
        {"1,250", "", "1250 step 1 exact"},
        {"1,234,567.89", "", "1234567.89 step 0.01"},
        {"8,000", "", "8000 step 1000"},
        {"40 000", "", "40000 step 10000"},
        {"40\xC2\xA0"
         "500",
         "", "40500 step 100"},
        {"40\xE2\x80\xAF"
         "001",
         "", "40001 step 1 exact"},
        {"40\xE2\x80\x89"
         "001",
         "", "40001 step 1 exact"},
        {"16’157", "", "16157 step 1 exact"},
        {"0033", "", "33 step 1 exact"},
        {".5", "", "0.5 step 0.1"},
        {"-4.46", "", "-4.46 step 0.01"},
        {"−4.46", "", "-4.46 step 0.01"},
        {"–4.46", "", "-4.46 step 0.01"},
        {"minus 5", "", "-5 step 1 exact"},
        {"-0", "", "0 step 1 exact"},
        {"450", "K", "450000 step 1000 scaled"},
        {"10bn", "", "10000000000 step 1000000000 scaled"},
        {"1", "MM", "1000000 step 1000000 scaled"},
        {"5", "m", "5000000 step 1000000 scaled"},
        {"300", "million", "300000000 step 100000000 scaled"},
        {"2 hundred million", "", "200000000 step 100000000 scaled"},
        {"13 lakh", "", "1300000 step 100000 scaled"},
        /* words */
        {"three", "", "3 step 1 exact"},
        {"Twenty-five", "", "25 step 1 exact"},
        {"a hundred", "", "100 step 1 exact"},
        {"three hundred and five", "", "305 step 1 exact"},
        {"twenty-five hundred", "", "2500 step 1 exact"},
        {"two", "million", "2000000 step 1000000 scaled"},
        {"a million", "", "1000000 step 1000000 scaled"},
        {"three hundred thousand", "", "300000 step 1000 scaled"},
        {"two million five hundred", "thousand", "2500000 step 1000 scaled"},
        {"two thousand and fifty", "", "2050 step 1 exact"},
        {"two point five", "billion", "2500000000 step 100000000 scaled"},
        {"two dozen", "", "24 step 12 scaled"},
        {"half a dozen", "", "6 step 0.6"},
        {"a dozen", "", "12 step 12 scaled"},
        /* fractions */
        {"1/2", "", "0.5 step 0.05"},
        {"½", "", "0.5 step 0.05"},
        {"2 1/2", "", "2.5 step 0.05"},
        {"5-1/4", "", "5.25 step 0.025"},
        {"10½", "", "10.5 step 0.05"},
        {"two-thirds", "", "0.666666666667 step 0.0333333333333"},
        {"half", "", "0.5 step 0.05"},
        {"half a", "million", "500000 step 50000 scaled"},
        {"half-million", "", "500000 step 50000 scaled"},
        {"a quarter of a", "million", "250000 step 25000 scaled"},
        {"one and a half", "million", "1500000 step 50000 scaled"},
        {"5 and a half million", "", "5500000 step 50000 scaled"},
        {"twenty and three fifths", "", "20.6 step 0.02"},
        {"three quarters", "", "0.75 step 0.025"},
        {"a fifth", "", "0.2 step 0.02"},
        {"half a", "", "0.5 step 0.05"},
        {"one-half of one", "", "0.5 step 0.05"},
        {"twenty-three fifths", "", "4.6 step 0.02"},
        {"one hundred thirty-two fifths", "", "26.4 step 0.02"},
        {"twenty twenty fifths", "", "0.8 step 0.004"},
        {"three twenty-fifths", "", "0.12 step 0.004"},
        {"fifty-four hundredths", "", "0.54 step 0.001"},
        {"a trillionth", "", "0.000000000001 step 0.0000000000001"},
        {"one over three", "", "0.333333333333 step 0.0333333333333"},
        {"one over one hundred and twenty", "", "0.0083333333333 step 0.00083333333333"},
        {"two hundred and fifty-four hundredths", "", "200.54 step 0.001"},
        {"one hundred and thirty fifths", "", "26 step 0.02"},
        {"one hundred and three fifths", "", "100.6 step 0.02"},
        {"a twenty-first", "", "0.047619047619 step 0.0047619047619"},
        {"three twenty firsts", "", "0.142857142857 step 0.0047619047619"},
        {"two hundred thirty two and a thirtieth", "", "232.0333333333333 step 0.00333333333333"},
        {"a hundred thousand trillionths", "", "0.0000001 step 0.0000000000001"},
        {"two million and one half", "", "2500000 step 50000 scaled"},
        {"¾", "", "0.75 step 0.025"},
        {"3½", "", "3.5 step 0.05"},
        {"13 45/100", "", "13.45 step 0.001"},
        {"two thousand and a half", "", "2500 step 50 scaled"},
        {"3 million and a quarter", "", "3250000 step 25000 scaled"},
        {"one billion and a half", "million", "1000500000 step 50000 scaled"},
        {"1/5", "hundred", "20 step 2 scaled"},
        /* digits and words */
        {"3 hundred and 21", "", "321 step 1 exact"},
        {"4 thousand 3 hundred and 21", "", "4321 step 1 exact"},
        {"5 crore 20", "lakh", "52000000 step 100000 scaled"},
        {"6 crore and two hundred", "", "60000200 step 1 exact"},
        {"five dozs", "", "60 step 12 scaled"},
        {"three lakh crore", "", "3000000000000 step 1000000000000 scaled"},
        {"two hundred point seventy-one", "", "200.71 step 0.01"},
        {"nought point nought three", "", "0.03 step 0.01"},
        {"zero", "", "0 step 1 exact"},
        /* groups, and powers of ten */
        {"1,23,456", "", "123456 step 1 exact"},
        {"12,34,567.89", "", "1234567.89 step 0.01"},
        {"1.234.567,8", "", "1234567.8 step 0.1"},
        {"16'157", "", "16157 step 1 exact"},
        {"1.3e6", "", "1300000 step 100000"},
        {"-127.32e13", "", "-1273200000000000 step 100000000000"},
        {"12e-1", "", "1.2 step 0.1"},
        {"1.3x10^6", "", "1300000 step 100000"},
        {"6.2×10⁻⁴", "", "0.00062 step 0.00001"},
        {"6 x 10^6", "", "6000000 step 1000000"},
        {"10^6", "", "1000000 step 1000000"},
        {"10⁻³", "", "0.001 step 0.001"},
        {"1.1^23", "", "8.95430243255238 step 0.00000000000001"},
        {"2.5^-1", "", "0.4 step 0.1"},
        {"-2500^-1", "", "-0.0004 step 0.0001"},
        {"0.5^2", "", "0.25 step 0.01"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_value  v;
        cc_status status =
            cc_number_parse(lexicon, cc_str_z(cases[i].text), cc_str_z(cases[i].scale), false, &v);
        if (status != CC_OK)
            fail_msg("'%s' '%s': unparsed", cases[i].text, cases[i].scale);
        if (!cc_str_eq(print(&v), cc_str_z(cases[i].wanted)))
            fail_msg("'%s' '%s': got %.*s, wanted %s", cases[i].text, cases[i].scale,
                     CC_F(print(&v)), cases[i].wanted);
    }
}

static void test_percent(void **state)
{
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        {"100", "100 step 1 exact"}, {"50", "50 step 1 exact"},      {"4.10", "4.1 step 0.01"},
        {"5-1/2", "5.5 step 0.05"},  {"1,000", "1000 step 1 exact"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_value v;
        assert_int_equal(cc_number_parse(lexicon, cc_str_z(cases[i].text), CC_S(""), true, &v),
                         CC_OK);
        if (!cc_str_eq(print(&v), cc_str_z(cases[i].wanted)))
            fail_msg("'%s': got %.*s", cases[i].text, CC_F(print(&v)));
    }
}

static void test_ranges(void **state)
{
    static const struct {
        const char *text, *scale, *low, *high;
    } cases[] = {
        {"25-40", "billion", "24500000000", "40500000000"},
        {"25–40 billion", "", "24500000000", "40500000000"},
        {"25 - 40", "", "24.5", "40.5"},
        {"5 to 7", "", "4.5", "7.5"},
        {"5 and 7", "", "4.5", "7.5"},
        {"700,000 to 1.4", "million", "650000", "1450000"},
        {"5 million to 1.4 billion", "", "4500000", "1450000000"},
        {"five to seven", "", "4.5", "7.5"},
        {"one hundred and five hundred", "", "99.5", "500.5"},
        {"5-1/4 to 5-1/2", "", "5.2375", "5.525"},
        {"-5 to 5", "", "-5.5", "5.5"},
        {"0 to 5", "million", "-500000", "5500000"},
        {"one and a half to two", "", "1.475", "2.5"},
        {"1.5e3 to 2e3", "", "1450", "2500"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_value  v;
        cc_status status =
            cc_number_parse(lexicon, cc_str_z(cases[i].text), cc_str_z(cases[i].scale), false, &v);
        if (status != CC_OK || !(v.flags & CC_RANGE))
            fail_msg("'%s': no range", cases[i].text);
        cc_str low = cc_dec_print(&arena, v.low), high = cc_dec_print(&arena, v.high);
        if (!cc_str_eq(low, cc_str_z(cases[i].low)) || !cc_str_eq(high, cc_str_z(cases[i].high)))
            fail_msg("'%s': got %.*s to %.*s", cases[i].text, CC_F(low), CC_F(high));
    }
}

static void test_unparsed(void **state)
{
    static const char *const cases[] = {
        "",
        " ",
        "-",
        "a",
        "and",
        "million",
        "hundreds",
        "dozen",
        "1e400",
        "10^31",
        "1e4000",
        "0^2",
        "1.1^31",
        "1000000000000000^9",
        "a first",
        "1e",
        "10^",
        "1000000000000000000000000000000",
        "0.1234567890123456789",
        "1,23,45",
        "123,45,678",
        "1.234.567,891",
        "12,5",
        "1,2345",
        "1.234.567",
        "1,250,",
        "NaN",
        "inf",
        "٣",
        "five seven",
        "twenty twelve",
        "3 apples",
        "seven to five",
        "97-3",
        "700 to 1.4 million",
        "eight to nine hundred thousand",
        "two million three million four",
        "three hundred and two dozen",
        "1/0",
        "5 to",
        "to 5",
        "a five",
        "2.5 and a half",
        "one over",
        "one over zero",
        "three hundred and 200",
        "hundreds of thousands",
        "million million",
        "one one one one one one one one one one one one one one one one one one one one one one "
        "one one one one one one one one one one one one one one one one one one one one one one "
        "one one one one",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_value v;
        if (cc_number_parse(lexicon, cc_str_z(cases[i]), CC_S(""), false, &v) != CC_WARN)
            fail_msg("'%s': read as %.*s", cases[i], CC_F(print(&v)));
    }
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
        cmocka_unit_test(test_single),
        cmocka_unit_test(test_percent),
        cmocka_unit_test(test_ranges),
        cmocka_unit_test(test_unparsed),
    };
    return cmocka_run_group_tests(tests, load, release);
}
