/* test_period.c - days, their names, and the parts of written dates. */
#include "fact/period.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void test_days(void **state)
{
    static const struct {
        int32_t     year, month, day, number, weekday;
        const char *iso;
    } cases[] = {
        {1970, 1, 1, 0, 4, "1970-01-01"},         {1969, 12, 31, -1, 3, "1969-12-31"},
        {2000, 2, 29, 11016, 2, "2000-02-29"},    {2021, 5, 4, 18751, 2, "2021-05-04"},
        {1900, 3, 1, -25508, 4, "1900-03-01"},    {1582, 10, 15, -141427, 5, "1582-10-15"},
        {0, 3, 1, -719468, 3, "0000-03-01"},      {-492, 9, 12, -898973, 6, "-0492-09-12"},
        {9999, 12, 31, 2932896, 5, "9999-12-31"},
    };
    cc_arena arena = {0};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t number = cc_day_from_date(cases[i].year, cases[i].month, cases[i].day), y, m, d;
        cc_str  iso    = cc_day_print(&arena, number);
        cc_day_to_date(number, &y, &m, &d);
        if (number != cases[i].number || cc_day_weekday(number) != cases[i].weekday ||
            y != cases[i].year || m != cases[i].month || d != cases[i].day ||
            !cc_str_eq(iso, cc_str_z(cases[i].iso)))
            fail_msg("%s: got %d, weekday %d, %.*s", cases[i].iso, number, cc_day_weekday(number),
                     CC_F(iso));
    }
    cc_arena_release(&arena);
}

static void test_every_day_of_eight_centuries(void **state)
{
    int32_t y = 1599, m = 12, d = 31, weekday = 5;
    (void)state;
    for (int32_t day = cc_day_from_date(1599, 12, 31); day < cc_day_from_date(2400, 1, 2); day++) {
        int32_t year, month, of_month;
        cc_day_to_date(day, &year, &month, &of_month);
        if (year != y || month != m || of_month != d || cc_day_weekday(day) != weekday ||
            cc_day_from_date(y, m, d) != day)
            fail_msg("day %d: got %d-%d-%d, wanted %d-%d-%d", day, year, month, of_month, y, m, d);
        weekday = weekday % 7 + 1;
        d++;
        if (!cc_date_exists(y, m, d))
            d = 1, m++;
        if (m > 12)
            m = 1, y++;
    }
}

static void test_parse(void **state)
{
    static const struct {
        const char *iso;
        cc_status   status;
    } cases[] = {
        {"2021-05-12", CC_OK},   {"2020-02-29", CC_OK},   {"2021-02-29", CC_WARN},
        {"2021-13-01", CC_WARN}, {"2021-00-10", CC_WARN}, {"2021-05-12 ", CC_WARN},
        {"2021/05/12", CC_WARN}, {"20210512", CC_WARN},   {"", CC_WARN},
        {"2021-05-0x", CC_WARN}, {"+021-05-01", CC_WARN},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t   day    = 0;
        cc_status status = cc_day_parse(cc_str_z(cases[i].iso), &day);
        if (status != cases[i].status)
            fail_msg("'%s': got %d, wanted %d", cases[i].iso, status, cases[i].status);
    }
}

static void test_names(void **state)
{
    (void)state;
    for (cc_granularity g = CC_DAY; g <= CC_YEARS; g++)
        assert_int_equal(cc_granularity_parse(cc_granularity_name(g)), g);
    assert_int_equal(cc_granularity_parse(CC_S("week")), 0);
    assert_int_equal(cc_granularity_name(0).len, 0);
    assert_int_equal(cc_granularity_name(99).len, 0);
    assert_true(cc_str_eq(cc_granularity_name(CC_PART), CC_S("part-of-year")));
}

static void test_overlap(void **state)
{
    cc_period a = {.day_first = 10, .day_last = 20}, b = {.day_first = 20, .day_last = 30};
    cc_period c = {.day_first = 21, .day_last = 22}, none = cc_period_unknown();
    (void)state;
    assert_true(cc_period_overlap(&a, &b));
    assert_true(cc_period_overlap(&b, &a));
    assert_false(cc_period_overlap(&a, &c));
    assert_false(cc_period_overlap(&a, &none));
    assert_false(cc_period_overlap(&none, &none));
}

/* -- Resolving ----------------------------------------------------------------------------- */

typedef struct resolve_case {
    const char *parts;  /* "day=12 month=March year=2019" */
    const char *own;    /* the document's date; NULL: unknown */
    const char *wanted; /* "FIRST LAST granularity TIMEX words", "- TIMEX", "none" */
} resolve_case;

static cc_str *part_of(cc_date_parts *parts, cc_str name)
{
    static const struct {
        const char *name;
        size_t      offset;
    } fields[] = {
        {"weekday", offsetof(cc_date_parts, weekday)},
        {"day", offsetof(cc_date_parts, day)},
        {"month", offsetof(cc_date_parts, month)},
        {"year", offsetof(cc_date_parts, year)},
        {"day2", offsetof(cc_date_parts, day2)},
        {"month2", offsetof(cc_date_parts, month2)},
        {"year2", offsetof(cc_date_parts, year2)},
        {"quarter", offsetof(cc_date_parts, quarter)},
        {"half", offsetof(cc_date_parts, half)},
        {"part", offsetof(cc_date_parts, part)},
        {"fiscal", offsetof(cc_date_parts, fiscal)},
        {"decade", offsetof(cc_date_parts, decade)},
        {"relative", offsetof(cc_date_parts, relative)},
        {"hedge", offsetof(cc_date_parts, hedge)},
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (cc_str_eq(name, cc_str_z(fields[i].name)))
            return (cc_str *)(void *)((char *)parts + fields[i].offset);
    fail_msg("no part '%.*s'", CC_F(name));
    return NULL;
}

/* '_' stands for a blank within a part. */
static cc_date_parts read_parts(cc_arena *arena, const char *written)
{
    cc_date_parts parts = {.size = sizeof parts};
    size_t        size  = strlen(written) + 1;
    char         *text  = memcpy(cc_new(arena, char, size), written, size);
    while (*text != '\0') {
        size_t name = strcspn(text, "="), len = strcspn(text, " ");
        for (size_t i = name + 1; i < len; i++)
            if (text[i] == '_')
                text[i] = ' ';
        *part_of(&parts, (cc_str){text, name}) = (cc_str){text + name + 1, len - name - 1};
        text += len + (text[len] == ' ');
    }
    return parts;
}

static cc_str describe(cc_arena *arena, cc_status status, const cc_fact *fact)
{
    if (status != CC_OK)
        return CC_S("none");
    if (fact->impossible)
        return cc_arena_printf(arena, "impossible %.*s", CC_F(fact->timex));
    if (!cc_period_is_known(&fact->period))
        return cc_arena_printf(arena, "- %.*s", CC_F(fact->timex));
    cc_str first = cc_day_print(arena, fact->period.day_first);
    cc_str last  = cc_day_print(arena, fact->period.day_last);
    cc_str unit  = cc_granularity_name(fact->period.granularity);
    cc_str words = cc_period_print(arena, &fact->period);
    return cc_arena_printf(arena, "%.*s %.*s %.*s %.*s; %.*s", CC_F(first), CC_F(last), CC_F(unit),
                           CC_F(fact->timex), CC_F(words));
}

static const resolve_case resolve_cases[] = {
    /* days */
    {"day=12 month=March year=2019", NULL, "2019-03-12 2019-03-12 day 2019-03-12; 12 March 2019"},
    {"day=twenty-first month=March year=2019", NULL,
     "2019-03-21 2019-03-21 day 2019-03-21; 21 March 2019"},
    {"day=3rd month=Mar. year=2019", NULL, "2019-03-03 2019-03-03 day 2019-03-03; 3 March 2019"},
    {"month=12 day=03 year=2019", NULL, "2019-12-03 2019-12-03 day 2019-12-03; 3 December 2019"},
    {"month=13 day=03 year=2019", NULL, "2019-03-13 2019-03-13 day 2019-03-13; 13 March 2019"},
    {"month=13 day=14 year=2019", NULL, "none"},
    {"month=5 day=6 year=21", NULL, "2021-05-06 2021-05-06 day 2021-05-06; 6 May 2021"},
    {"day=31 month=April year=2021", NULL, "impossible 2021-04-31"},
    {"day=29 month=February year=2021", NULL, "impossible 2021-02-29"},
    {"day=29 month=February year=2020", NULL,
     "2020-02-29 2020-02-29 day 2020-02-29; 29 February 2020"},
    {"day=30 month=February", NULL, "impossible XXXX-02-30"},
    {"day=29 month=February", "2021-05-12", "- XXXX-02-29"},
    /* months, years, and years of two digits */
    {"month=May year=2019", NULL, "2019-05-01 2019-05-31 month 2019-05; May 2019"},
    {"year=2019", NULL, "2019-01-01 2019-12-31 year 2019; 2019"},
    {"year='08", NULL, "2008-01-01 2008-12-31 year 2008; 2008"},
    {"year='64", NULL, "1964-01-01 1964-12-31 year 1964; 1964"},
    {"year='99", "1915-01-01", "1899-01-01 1899-12-31 year 1899; 1899"},
    {"year=493_BC", NULL, "-0492-01-01 -0492-12-31 year BC0493; 493 BC"},
    {"year=44_B.C.", NULL, "-0043-01-01 -0043-12-31 year BC0044; 44 BC"},
    {"year=20191", NULL, "none"},
    {"month=Brumaire year=1799", NULL, "none"},
    /* without a year: the nearest to the document's date */
    {"day=12 month=March", NULL, "- XXXX-03-12"},
    {"day=12 month=March", "2019-05-01", "2019-03-12 2019-03-12 day 2019-03-12; 12 March 2019"},
    {"month=November", "2019-01-10", "2018-11-01 2018-11-30 month 2018-11; November 2018"},
    {"month=February", "2019-12-10", "2020-02-01 2020-02-29 month 2020-02; February 2020"},
    {"weekday=Tuesday day=4 month=May", "2021-01-01",
     "2021-05-04 2021-05-04 day 2021-05-04; 4 May 2021"},
    {"weekday=Monday day=4 month=May", "2021-01-01", "- XXXX-05-04"},
    {"day=5th", "2021-01-31", "2021-01-05 2021-01-05 day 2021-01-05; 5 January 2021"},
    {"day=31st", "2021-02-03", "- XXXX-XX-31"},
    {"day=5th", NULL, "- XXXX-XX-05"},
    /* weekdays: the value of the nearest one, and no period */
    {"weekday=Monday", NULL, "- XXXX-WXX-1"},
    {"weekday=Monday", "2021-01-01", "- 2020-12-28"},
    {"weekday=Friday", "2021-01-01", "- 2021-01-01"},
    {"weekday=Friday relative=last", "2021-01-01", "- 2020-12-25"},
    {"weekday=Friday relative=this", "2021-01-01", "- 2021-01-01"},
    {"weekday=Friday relative=next", "2021-01-01", "- 2021-01-08"},
    {"weekday=Monday relative=will", "2021-01-01", "- 2021-01-04"},
    {"weekday=Monday part=night", "2021-01-01", "- 2020-12-28TNI"},
    /* times of day and days with a name */
    {"day=12 month=March year=2019 part=morning", NULL,
     "2019-03-12 2019-03-12 day 2019-03-12TMO; 12 March 2019"},
    {"day=Christmas year=2007", NULL, "2007-12-25 2007-12-25 day 2007-12-25; 25 December 2007"},
    {"day=Christmas", NULL, "- XXXX-12-25"},
    {"day=Christmas", "2021-01-31", "2020-12-25 2020-12-25 day 2020-12-25; 25 December 2020"},
    {"day=Easter", "2021-01-31", "2021-04-04 2021-04-04 day 2021-04-04; 4 April 2021"},
    {"day=Thanksgiving", NULL, "- XXXX-11"},
    {"day=Easter", NULL, "- XXXX"},
    /* ranges */
    {"year=2013 year2=2016", NULL, "2013-01-01 2016-12-31 years 2013/2016; 2013 to 2016"},
    {"year=2013 year2=16", NULL, "2013-01-01 2016-12-31 years 2013/2016; 2013 to 2016"},
    {"year=1999 year2=02", NULL, "1999-01-01 2002-12-31 years 1999/2002; 1999 to 2002"},
    {"year=2019 year2=03", NULL, "none"},
    {"year=2016 year2=2013", NULL, "- 2016/2013"},
    {"day=12 day2=15 month2=March year2=2019", NULL,
     "2019-03-12 2019-03-15 day 2019-03-12/2019-03-15; 12 March 2019 to 15 March 2019"},
    {"month=May day=5 day2=9 year=2018", NULL,
     "2018-05-05 2018-05-09 day 2018-05-05/2018-05-09; 5 May 2018 to 9 May 2018"},
    {"month=March year=2020 month2=May year2=2021", NULL,
     "2020-03-01 2021-05-31 month 2020-03/2021-05; March 2020 to May 2021"},
    {"month=January year=2015 month2=June day2=30 year2=2019", NULL,
     "2015-01-01 2019-06-30 month 2015-01/2019-06-30; January 2015 to June 2019"},
    {"month=November month2=February year2=2020", NULL,
     "2019-11-01 2020-02-29 month 2019-11/2020-02; November 2019 to February 2020"},
    {"month=November month2=February", "2021-03-05",
     "2020-11-01 2021-02-28 month 2020-11/2021-02; November 2020 to February 2021"},
    {"day=28 day2=31 month2=April year2=2021", NULL, "impossible 2021-04-28/2021-04-31"},
    {"day=6 day2=8 month2=January", NULL, "- XXXX-01-06/XXXX-01-08"},
    {"year=264 year2=241_BC", NULL,
     "-0263-01-01 -0240-12-31 years BC0264/BC0241; 264 BC to 241 BC"},
    /* decades, centuries, quarters, halves, fiscal years */
    {"year=19th decade=century", NULL, "1801-01-01 1900-12-31 years 18; 1801 to 1900"},
    {"year=twenty-first decade=century part=early", NULL,
     "2001-01-01 2040-12-31 years 20; 2001 to 2040"},
    {"year=4th_century_BC decade=century", NULL,
     "-0399-01-01 -0300-12-31 years BC03; 400 BC to 301 BC"},
    {"year=99th decade=century", NULL, "none"},
    {"year=470s_BC decade=s", NULL, "-0478-01-01 -0469-12-31 years BC047; 479 BC to 470 BC"},
    {"quarter=first", "2021-05-12",
     "2021-01-01 2021-03-31 quarter 2021-Q1; January 2021 to March 2021"},
    {"quarter=fourth", "2021-05-12",
     "2020-10-01 2020-12-31 quarter 2020-Q4; October 2020 to December 2020"},
    {"year=1990 decade=s", NULL, "1990-01-01 1999-12-31 years 199; 1990 to 1999"},
    {"year=80 decade=s", NULL, "1980-01-01 1989-12-31 years 198; 1980 to 1989"},
    {"year=1930 decade=s part=mid", NULL, "1933-01-01 1936-12-31 years 193; 1933 to 1936"},
    {"year=1995 decade=s", NULL, "none"},
    {"quarter=Q3 year=2020", NULL,
     "2020-07-01 2020-09-30 quarter 2020-Q3; July 2020 to September 2020"},
    {"quarter=third year=2020", NULL,
     "2020-07-01 2020-09-30 quarter 2020-Q3; July 2020 to September 2020"},
    {"quarter=Q1 year=2021 fiscal=FY", NULL,
     "2020-10-01 2020-12-31 quarter FY2021-Q1; quarter 1 of fiscal year 2021"},
    {"quarter=last year=2021 fiscal=FY", NULL,
     "2021-07-01 2021-09-30 quarter FY2021-Q4; quarter 4 of fiscal year 2021"},
    {"quarter=Q5 year=2020", NULL, "none"},
    {"half=first year=2021", NULL,
     "2021-01-01 2021-06-30 part-of-year 2021-H1; January 2021 to June 2021"},
    {"half=last year=2021", NULL,
     "2021-07-01 2021-12-31 part-of-year 2021-H2; July 2021 to December 2021"},
    {"fiscal=FY year=2021", NULL, "2020-10-01 2021-09-30 year FY2021; fiscal year 2021"},
    {"fiscal=FY year=21", NULL, "2020-10-01 2021-09-30 year FY2021; fiscal year 2021"},
    {"fiscal=FY year=2022 year2=23", NULL,
     "2021-10-01 2023-09-30 years FY2022/FY2023; fiscal years 2022 to 2023"},
    {"fiscal=FY year=2022 year2=2019", NULL, "none"},
    {"fiscal=FY relative=last_fiscal_year", "2020-11-12",
     "2019-10-01 2020-09-30 year FY2020; fiscal year 2020"},
    {"fiscal=year month=June day=30 year=2020", NULL,
     "2019-07-01 2020-06-30 year FY2020; fiscal year 2020"},
    {"fiscal=year month=December day=31 year=2020", NULL, "2020-01-01 2020-12-31 year 2020; 2020"},
    {"fiscal=year month=February day=28 year=2021", NULL,
     "2020-03-01 2021-02-28 year FY2021; fiscal year 2021"},
    {"fiscal=year month=February day=30 year=2021", NULL, "impossible 2021-02-30"},
    /* parts */
    {"part=mid year=2020", NULL,
     "2020-05-01 2020-08-31 part-of-year 2020; May 2020 to August 2020"},
    {"part=end month=February year=2020", NULL,
     "2020-02-21 2020-02-29 part-of-year 2020-02; 21 February 2020 to 29 February 2020"},
    {"part=summer year=2020", NULL,
     "2020-06-01 2020-08-31 part-of-year 2020-SU; June 2020 to August 2020"},
    {"part=winter year=2019", NULL,
     "2019-12-01 2020-02-29 part-of-year 2019-WI; December 2019 to February 2020"},
    {"part=winter", NULL, "- XXXX-WI"},
    {"part=monsoon year=2019", NULL, "none"},
    /* against the document's date */
    {"relative=today", "2021-05-12", "2021-05-12 2021-05-12 day 2021-05-12; 12 May 2021"},
    {"relative=today", NULL, "- XXXX-XX-XX"},
    {"relative=-2_weeks", NULL, "- XXXX-WXX"},
    {"relative=last_century", "2021-05-12", "1900-01-01 1999-12-31 years 19; 1900 to 1999"},
    {"relative=last_year month=March", "2021-05-12",
     "2020-03-01 2020-03-31 month 2020-03; March 2020"},
    {"relative=next_year part=end", "2021-05-12",
     "2022-09-01 2022-12-31 part-of-year 2022; September 2022 to December 2022"},
    {"relative=last_year quarter=fourth", "2021-05-12",
     "2020-10-01 2020-12-31 quarter 2020-Q4; October 2020 to December 2020"},
    {"relative=last_year", "2021-05-12", "2020-01-01 2020-12-31 year 2020; 2020"},
    {"relative=last_month", "2021-01-31", "2020-12-01 2020-12-31 month 2020-12; December 2020"},
    {"relative=next_quarter", "2021-12-31",
     "2022-01-01 2022-03-31 quarter 2022-Q1; January 2022 to March 2022"},
    {"relative=last_week", "2021-01-06",
     "2020-12-28 2021-01-03 day 2020-W53; 28 December 2020 to 3 January 2021"},
    {"relative=last_decade", "2021-05-12", "2010-01-01 2019-12-31 years 201; 2010 to 2019"},
    {"relative=-18_months", "2021-05-12", "2019-11-01 2019-11-30 month 2019-11; November 2019"},
    {"relative=last month=March", "2021-05-12", "2021-03-01 2021-03-31 month 2021-03; March 2021"},
    {"relative=last month=May", "2021-05-12", "2020-05-01 2020-05-31 month 2020-05; May 2020"},
    {"relative=next part=summer", "2021-05-12",
     "2022-06-01 2022-08-31 part-of-year 2022-SU; June 2022 to August 2022"},
    {"relative=-2.5_year", "2021-05-12", "none"},
    {"relative=someday", "2021-05-12", "none"},
    {"", "2021-05-12", "none"},
};

static void test_resolve(void **state)
{
    cc_arena     arena    = {0};
    cc_calendar *calendar = NULL;
    cc_fault     fault    = {0};
    (void)state;
    if (cc_calendar_load(&arena, CC_S("rules/en"), &calendar, &fault) != CC_OK)
        fail_msg("%s: %s", fault.file, fault.message);
    for (size_t i = 0; i < sizeof resolve_cases / sizeof *resolve_cases; i++) {
        const resolve_case *c     = &resolve_cases[i];
        cc_date_parts       parts = read_parts(&arena, c->parts);
        cc_doc              doc   = {.size = sizeof doc, .date = cc_period_unknown()};
        cc_fact             fact  = {.size = sizeof fact};
        int32_t             day;
        if (c->own != NULL && cc_day_parse(cc_str_z(c->own), &day) == CC_OK)
            doc.date = (cc_period){.day_first = day, .day_last = day, .granularity = CC_DAY};
        cc_status status = cc_period_resolve(calendar, &arena, &doc, &parts, &fact);
        cc_str    got    = describe(&arena, status, &fact);
        if (!cc_str_eq(got, cc_str_z(c->wanted)))
            fail_msg("%s: got '%.*s', wanted '%s'", c->parts, CC_F(got), c->wanted);
    }
    cc_arena_release(&arena);
}

static void test_hedge(void **state)
{
    static const struct {
        const char *hedge;
        cc_hedge    wanted;
    } cases[]             = {{"", CC_HEDGE_NONE},
                             {"since", CC_HEDGE_NONE},
                             {"ran until", CC_HEDGE_UP_TO},
                             {"before", CC_HEDGE_UNDER},
                             {"after", CC_HEDGE_OVER}};
    cc_arena     arena    = {0};
    cc_calendar *calendar = NULL;
    cc_fault     fault    = {0};
    (void)state;
    assert_int_equal(cc_calendar_load(&arena, CC_S("rules/en"), &calendar, &fault), CC_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_date_parts parts = {.year = CC_S("2019"), .hedge = cc_str_z(cases[i].hedge)};
        cc_doc        doc   = {.size = sizeof doc, .date = cc_period_unknown()};
        cc_fact       fact  = {.size = sizeof fact};
        assert_int_equal(cc_period_resolve(calendar, &arena, &doc, &parts, &fact), CC_OK);
        if (fact.period.hedge != cases[i].wanted)
            fail_msg("'%s': got %u, wanted %u", cases[i].hedge, fact.period.hedge, cases[i].wanted);
    }
    cc_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days),    cmocka_unit_test(test_every_day_of_eight_centuries),
        cmocka_unit_test(test_parse),   cmocka_unit_test(test_names),
        cmocka_unit_test(test_overlap), cmocka_unit_test(test_resolve),
        cmocka_unit_test(test_hedge),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
