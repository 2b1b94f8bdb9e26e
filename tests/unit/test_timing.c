/* test_timing.c - which periods can be one, which cannot, and which fit better than others. How
 * much better is a matter of tuning and not tested. */
#include "compare/timing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(cases) (sizeof(cases) / sizeof *(cases))

enum { SENTENCE = CC_FROM_SENTENCE, BEFORE = CC_FROM_BEFORE, OWN = CC_FROM_DOCUMENT };

/* "2019", "2019-03", "2019-03-05", "2019/2021"; 'F' before it: fiscal; '<', '~', '>': before it,
 * by then, after it; "": unknown. */
typedef struct side {
    const char      *period;
    cc_period_origin origin;
} side;

/* What else the claims are. */
enum { RECORD = 1, QUANTITY = 2, RATE = 4, ONE_DOCUMENT = 8, CHANGE = 16 };

typedef struct pair {
    side     a, b;
    uint32_t are;
} pair;

static cc_period read_bare_period(const char *text)
{
    bool fiscal = text[0] == 'F';
    int  from = 0, month = 0, day = 0, to;
    int  parts = sscanf(text + fiscal, "%d-%d-%d", &from, &month, &day);
    if (parts < 1)
        return cc_period_unknown();
    if (sscanf(text + fiscal, "%d/%d", &from, &to) == 2)
        return (cc_period){.day_first   = cc_day_from_date(from, 1, 1),
                           .day_last    = cc_day_from_date(to, 12, 31),
                           .granularity = CC_YEARS};
    int       last     = parts == 2 ? cc_month_days(from, month) : day;
    cc_period period   = {.fiscal = fiscal};
    period.granularity = parts == 3 ? CC_DAY : parts == 2 ? CC_MONTH : CC_YEAR;
    period.day_first   = cc_day_from_date(from, parts > 1 ? month : 1, parts == 3 ? day : 1);
    period.day_last    = cc_day_from_date(from, parts > 1 ? month : 12, parts > 1 ? last : 31);
    return period;
}

static cc_period read_period(const char *text)
{
    cc_hedge  hedge  = text[0] == '<'   ? CC_HEDGE_UNDER
                       : text[0] == '~' ? CC_HEDGE_UP_TO
                       : text[0] == '>' ? CC_HEDGE_OVER
                                        : CC_HEDGE_NONE;
    cc_period period = read_bare_period(text + (hedge != CC_HEDGE_NONE));
    period.hedge     = hedge;
    return period;
}

static cc_claim make_claim(const side *s, const cc_doc_ref *doc, uint32_t are)
{
    return (cc_claim){
        .doc           = doc,
        .kind          = are & (QUANTITY | RATE) ? CC_QUANTITY : CC_MONEY,
        .per           = are & RATE ? CC_S("day") : CC_S(""),
        .aspect        = are & CHANGE ? CC_CHANGE : CC_LEVEL,
        .label         = are & RECORD ? CC_S("area") : CC_S(""),
        .period        = read_period(s->period),
        .period_origin = s->origin,
    };
}

/* Fails where the order of the two matters. */
static uint32_t fit(const pair *p)
{
    cc_doc_ref one = {.sha256 = CC_S("1")}, two = {.sha256 = CC_S("2")};
    cc_claim   a     = make_claim(&p->a, &one, p->are);
    cc_claim   b     = make_claim(&p->b, p->are & ONE_DOCUMENT ? &one : &two, p->are);
    uint32_t   forth = cc_timing_fit(&a, &b), back = cc_timing_fit(&b, &a);
    if (forth != back)
        fail_msg("'%s' and '%s': %u, turned round %u", p->a.period, p->b.period, forth, back);
    assert_in_range(forth, 0, 1000);
    return forth;
}

static void test_gates(void **state)
{
    static const pair cases[] = {
        {{"2018", SENTENCE}, {"2019", SENTENCE}, 0},
        {{"2018", SENTENCE}, {"2019", SENTENCE}, RECORD | QUANTITY},
        {{"2018", SENTENCE}, {"2019", SENTENCE}, ONE_DOCUMENT},
        {{"2018", BEFORE}, {"2019", BEFORE}, 0},
        {{"2018-12-31", SENTENCE}, {"2019", SENTENCE}, 0},
        {{"2019-03", SENTENCE}, {"2019-04", SENTENCE}, 0},
        {{"2010/2012", SENTENCE}, {"2013", SENTENCE}, 0},
        {{"<2018", SENTENCE}, {"2018", SENTENCE}, 0},
        {{"~2018-03", SENTENCE}, {"~2018-04", SENTENCE}, 0},
        {{">2018", SENTENCE}, {"2018", SENTENCE}, 0},
        {{"<2018", SENTENCE}, {">2018", SENTENCE}, 0},
        /* two documents that speak of their own day, more than a year apart */
        {{"2019-03-05", OWN}, {"2020-05-05", OWN}, 0},
        {{"2018", OWN}, {"2020", OWN}, 0},
        {{"2018", OWN}, {"2020-05-12", OWN}, 0},
        /* what changes in a month changes again in the next */
        {{"2019-03-05", OWN}, {"2019-05-05", OWN}, CHANGE},
        {{"2019-03-05", OWN}, {"2019-05-05", SENTENCE}, CHANGE},
        /* one that speaks of its own day, of what was said of a time long before */
        {{"2019", SENTENCE}, {"2021-05-12", OWN}, 0},
        {{"2023", SENTENCE}, {"2021-05-12", OWN}, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        if (fit(&cases[i]) != 0)
            fail_msg("case %zu: '%s' and '%s' pass with %u", i, cases[i].a.period,
                     cases[i].b.period, fit(&cases[i]));
}

static void test_full(void **state)
{
    static const pair cases[] = {
        {{"2019", SENTENCE}, {"2019", SENTENCE}, 0},
        {{"2019", SENTENCE}, {"2019", CC_FROM_HEADER}, 0},
        {{"2019-03", SENTENCE}, {"2019-03", SENTENCE}, 0},
        {{"F2019", SENTENCE}, {"F2019", SENTENCE}, 0},
        {{"2010/2012", SENTENCE}, {"2010/2012", SENTENCE}, 0},
        {{"2019/2019", SENTENCE}, {"2019", SENTENCE}, 0},
        {{"2021-05-12", OWN}, {"2021-05-12", OWN}, ONE_DOCUMENT},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        if (fit(&cases[i]) != 1000)
            fail_msg("case %zu: '%s' and '%s' are one period, got %u", i, cases[i].a.period,
                     cases[i].b.period, fit(&cases[i]));
}

/* Each fits less well than the one before it, and none is gated. */
static void expect_falling(const pair *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t here = fit(&cases[i]), before = i == 0 ? 1001 : fit(&cases[i - 1]);
        if (here == 0 || here >= before)
            fail_msg("'%s' and '%s': %u, that before it has %u", cases[i].a.period,
                     cases[i].b.period, here, before);
    }
}

static void test_falling(void **state)
{
    static const pair stated[] = {
        {{"2019", SENTENCE}, {"2019", SENTENCE}, 0},
        {{"2003/2007", SENTENCE}, {"2003/2008", SENTENCE}, 0},
        {{"2019-03-05", SENTENCE}, {"2019-03", SENTENCE}, 0},
        {{"2019", SENTENCE}, {"F2019", SENTENCE}, 0},
        {{"2019-03", SENTENCE}, {"2019", SENTENCE}, 0}, /* a month against a year */
    };
    static const pair inherited[] = {
        {{"2019", SENTENCE}, {"2019", SENTENCE}, 0},
        {{"2019", BEFORE}, {"2019", SENTENCE}, 0},
        {{"2019", BEFORE}, {"2019", BEFORE}, 0},
    };
    static const pair unknown[] = {
        {{"2019", SENTENCE}, {"2019", SENTENCE}, 0},
        {{"", CC_FROM_NOWHERE}, {"", CC_FROM_NOWHERE}, 0},
        {{"", CC_FROM_NOWHERE}, {"2019", SENTENCE}, 0},
    };
    static const pair own[] = {
        {{"2021-05-12", OWN}, {"2021-05-12", OWN}, ONE_DOCUMENT},
        {{"2021-05-12", OWN}, {"2021-05-14", OWN}, 0}, /* one "now" */
        {{"2021-05-12", OWN}, {"2021-05-20", OWN}, 0},
    };
    static const pair coarse[] = {
        {{"2021-01-02", OWN}, {"2021-01-01", OWN}, 0},
        {{"2021-01-02", OWN}, {"2021", OWN}, 0}, /* some day of that year */
    };
    static const pair one_own[] = {
        {{"2021", SENTENCE}, {"2021", SENTENCE}, 0},
        {{"2021", SENTENCE}, {"2021-05-12", OWN}, 0},
        {{"2020", SENTENCE}, {"2021-05-12", OWN}, 0},
    };
    static const pair open[] = {
        {{"<2018", SENTENCE}, {"<2018", SENTENCE}, 0},
        {{"<2018", SENTENCE}, {"2017-12-31", SENTENCE}, 0}, /* one of many days */
    };
    static const pair open_after[] = {
        {{"2019", SENTENCE}, {"2019", SENTENCE}, 0},
        {{">2018-06", SENTENCE}, {"2018-07", SENTENCE}, 0},
    };
    static const pair lasting[] = {
        {{"2012", OWN}, {"2018", BEFORE}, QUANTITY},
        {{"2012", OWN}, {"2018", SENTENCE}, QUANTITY}, /* nobody dates what stays as it is */
    };
    (void)state;
    expect_falling(lasting, COUNT(lasting));
    expect_falling(open, COUNT(open));
    expect_falling(open_after, COUNT(open_after));
    expect_falling(stated, COUNT(stated));
    expect_falling(inherited, COUNT(inherited));
    expect_falling(unknown, COUNT(unknown));
    expect_falling(own, COUNT(own));
    expect_falling(coarse, COUNT(coarse));
    expect_falling(one_own, COUNT(one_own));
}

/* Not gated, though far apart: a sheet's fields, and lengths and areas, which stay. */
static void test_lasting(void **state)
{
    static const pair cases[] = {
        {{"2012", OWN}, {"2018", OWN}, RECORD},
        {{"2012", OWN}, {"2018", OWN}, QUANTITY},
        {{"2012", OWN}, {"2018", SENTENCE}, QUANTITY},
        {{"2012", OWN}, {"2018", SENTENCE}, RECORD},
        /* the year of one may be the day of the other */
        {{"2021", OWN}, {"2021-05-12", OWN}, 0},
        {{"2021-01-02", OWN}, {"2021", OWN}, 0},
        {{"2021-05", OWN}, {"2021-05-28", OWN}, 0},
        /* what holds without a date holds for a while */
        {{"2021-01-02", OWN}, {"2021-09-01", OWN}, 0},
    };
    static const pair rate = {{"2012", OWN}, {"2018", OWN}, RATE};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        if (fit(&cases[i]) == 0)
            fail_msg("case %zu: '%s' and '%s' are gated", i, cases[i].a.period, cases[i].b.period);
    assert_int_equal(fit(&rate), 0); /* barrels a day change */
}

static void test_stated(void **state)
{
    static const struct {
        pair pair;
        bool wanted;
    } cases[] = {
        {{{"2019", SENTENCE}, {"2019", SENTENCE}, 0}, true},
        {{{"2019", CC_FROM_HEADER}, {"2019", BEFORE}, 0}, true},
        {{{"2019", OWN}, {"2019", SENTENCE}, 0}, false},
        {{{"2019", SENTENCE}, {"2019", OWN}, 0}, false},
        {{{"", CC_FROM_NOWHERE}, {"2019", SENTENCE}, 0}, false},
        {{{"2019", SENTENCE}, {"", CC_FROM_NOWHERE}, 0}, false},
    };
    cc_doc_ref doc = {.sha256 = CC_S("1")};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        cc_claim a = make_claim(&cases[i].pair.a, &doc, 0);
        cc_claim b = make_claim(&cases[i].pair.b, &doc, 0);
        if (cc_timing_is_stated(&a, &b) != cases[i].wanted)
            fail_msg("case %zu", i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gates),   cmocka_unit_test(test_full),
        cmocka_unit_test(test_falling), cmocka_unit_test(test_lasting),
        cmocka_unit_test(test_stated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
