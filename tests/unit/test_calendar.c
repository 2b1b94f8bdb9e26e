/* test_calendar.c - the shipped calendar table, and tables that are wrong. */
#include "fact/calendar.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static cc_calendar *load(cc_arena *arena)
{
    cc_calendar *calendar = NULL;
    cc_fault     fault    = {0};
    if (cc_calendar_load(arena, CC_S("rules/en"), &calendar, &fault) != CC_OK)
        fail_msg("%s: %s", fault.file, fault.message);
    return calendar;
}

static void test_names(void **state)
{
    static const struct {
        const char *name;
        int32_t     month, weekday, ordinal;
    } cases[] = {
        {"March", 3, 0, 0},   {"MARCH", 3, 0, 0},
        {"Sept.", 9, 0, 0},   {"Monday", 0, 1, 0},
        {"Sun.", 0, 7, 0},    {"third", 0, 0, 3},
        {"3rd", 0, 0, 3},     {"Q4", 0, 0, 4},
        {"H1", 0, 0, 1},      {"", 0, 0, 0},
        {"Marches", 0, 0, 0}, {".", 0, 0, 0},
        {"Mar..", 0, 0, 0},   {"twenty-first", 0, 0, 21},
        {"19th", 0, 0, 19},
    };
    cc_arena     arena    = {0};
    cc_calendar *calendar = load(&arena);
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_str  name    = cc_str_z(cases[i].name);
        int32_t month   = cc_calendar_month(calendar, name);
        int32_t weekday = cc_calendar_weekday(calendar, name);
        int32_t ordinal = cc_calendar_ordinal(calendar, name);
        if (month != cases[i].month || weekday != cases[i].weekday || ordinal != cases[i].ordinal)
            fail_msg("'%s': got %d %d %d, wanted %d %d %d", cases[i].name, month, weekday, ordinal,
                     cases[i].month, cases[i].weekday, cases[i].ordinal);
    }
    cc_arena_release(&arena);
}

static void test_shifts(void **state)
{
    static const struct {
        const char      *phrase;
        bool             found;
        cc_calendar_unit unit;
        int32_t          by;
    } cases[] = {
        {"today", true, CC_UNIT_DAY, 0},
        {"Yesterday", true, CC_UNIT_DAY, -1},
        {"last year", true, CC_UNIT_YEAR, -1},
        {"the next  month", true, CC_UNIT_MONTH, 1},
        {"that same day", true, CC_UNIT_DAY, 0},
        {"the previous decade", true, CC_UNIT_DECADE, -1},
        {"-18 months", true, CC_UNIT_MONTH, -18},
        {"2 week", true, CC_UNIT_WEEK, 2},
        {"last century", true, CC_UNIT_CENTURY, -1},
        {"that morning", true, CC_UNIT_DAY, 0},
        {"tonight", true, CC_UNIT_DAY, 0},
        {"last", true, 0, -1},
        {"-2", false, 0, 0},
        {"year", false, 0, 0},
        {"", false, 0, 0},
    };
    cc_arena     arena    = {0};
    cc_calendar *calendar = load(&arena);
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_shift shift = {0};
        bool     found = cc_calendar_shift(calendar, cc_str_z(cases[i].phrase), &shift);
        if (found != cases[i].found ||
            (found && (shift.unit != cases[i].unit || shift.by != cases[i].by)))
            fail_msg("'%s': got %d %d %d", cases[i].phrase, found, (int)shift.unit, shift.by);
    }
    cc_arena_release(&arena);
}

static void test_hedges_and_datelines(void **state)
{
    static const struct {
        const char *before;
        cc_hedge    hedge;
        bool        dateline;
    } cases[] = {
        {"closed before", CC_HEDGE_UNDER, false},
        {"prior to", CC_HEDGE_UNDER, false},
        {"no later than", CC_HEDGE_UP_TO, false},
        {"later than", CC_HEDGE_OVER, false},
        {"After", CC_HEDGE_OVER, false},
        {"due by", CC_HEDGE_UP_TO, false},
        {"nearby", CC_HEDGE_NONE, false},
        {"since", CC_HEDGE_NONE, false},
        {"", CC_HEDGE_NONE, false},
        {"Published:", CC_HEDGE_NONE, true},
        {"Last updated on ", CC_HEDGE_NONE, true},
        {"Date: ", CC_HEDGE_NONE, true},
        {"Updated figures for", CC_HEDGE_NONE, false},
        {"Dates:", CC_HEDGE_NONE, false},
    };
    cc_arena     arena    = {0};
    cc_calendar *calendar = load(&arena);
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_hedge hedge    = cc_calendar_hedge(calendar, cc_str_z(cases[i].before));
        bool     dateline = cc_calendar_is_dateline(calendar, cc_str_z(cases[i].before));
        if (hedge != cases[i].hedge || dateline != cases[i].dateline)
            fail_msg("'%s': got %u %d, wanted %u %d", cases[i].before, hedge, dateline,
                     cases[i].hedge, cases[i].dateline);
    }
    cc_arena_release(&arena);
}

static void test_holidays(void **state)
{
    static const struct {
        const char *name;
        int32_t     year, month, day; /* month 0: no such day */
    } cases[] = {
        {"Christmas", 2007, 12, 25},
        {"New Year\xE2\x80\x99s Day", 2021, 1, 1},
        {"NEW YEAR'S EVE", 2021, 12, 31},
        {"Thanksgiving", 2021, 11, 25},
        {"Memorial Day", 2021, 5, 31},
        {"Labor Day", 2020, 9, 7},
        {"Easter", 1916, 4, 23},
        {"Easter", 2000, 4, 23},
        {"Easter", 1818, 3, 22},
        {"Easter", 1943, 4, 25},
        {"Good Friday", 2024, 3, 29},
        {"Whit Monday", 2021, 5, 24},
        {"Christ", 0, 0, 0},
        {"Christmas tree", 0, 0, 0},
        {"", 0, 0, 0},
        {"New Year\xE2\x80", 0, 0, 0},
    };
    cc_arena     arena    = {0};
    cc_calendar *calendar = load(&arena);
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const cc_holiday *found = cc_calendar_holiday(calendar, cc_str_z(cases[i].name));
        int32_t           month = 0, day = 0;
        if (found != NULL)
            cc_holiday_in(found, cases[i].year, &month, &day);
        if (month != cases[i].month || day != cases[i].day)
            fail_msg("%s %d: got %d-%d, wanted %d-%d", cases[i].name, cases[i].year, month, day,
                     cases[i].month, cases[i].day);
    }
    cc_arena_release(&arena);
}

/* Each replaces a part of the smallest table that loads. */
static void test_wrong_tables(void **state)
{
    static const char form[] =
        "schema: 1\nmonths: {may: %s}\nweekdays: {}\nordinals: {}\n"
        "parts: {early: {%s}}\ndays: {}\ndirections: {}\n"
        "units: {day: %s}\nhedges: {}\ndatelines: [%s]\nholidays: {easter: {%s}}\n";
    static const struct {
        const char *month, *part, *unit, *dateline, *holiday, *message; /* NULL: loads */
    } cases[] = {
        {"5", "third: 1", "day", "date", "easter: 0", NULL},
        {"5", "timex: NI", "day", "date", "month: 5, day: 1", NULL},
        {"5", "third: 1", "day", "date", "month: 5, weekday: 1, nth: -1", NULL},
        {"five", "third: 1", "day", "date", "easter: 0", "'may' needs a whole number"},
        {"13", "third: 1", "day", "date", "easter: 0", "'may' must be from 1 to 12"},
        {"5", "third: 4", "day", "date", "easter: 0", "'early' needs a third"},
        {"5", "first: 3, last: 1", "day", "date", "easter: 0", "'early' needs a third"},
        {"5", "", "day", "date", "easter: 0", "'early' needs a third"},
        {"5", "third: 1", "fortnight", "date", "easter: 0",
         "no such value of 'units': 'fortnight'"},
        {"5", "third: 1", "day", "[date]", "easter: 0", "'datelines' must be a list of words"},
        {"5", "third: 1", "day", "date", "", "'easter' needs a month and a day"},
        {"5", "third: 1", "day", "date", "month: 13, day: 1", "'easter' needs a month and a day"},
        {"5", "third: 1", "day", "date", "month: 5, weekday: 1, nth: 0", "'easter' needs a month"},
        {"5", "third: 1", "day", "date", "easter: 0, day: 1", "'easter' needs a month and a day"},
    };
    char folder[] = "/tmp/cc_calendar_XXXXXX", tables[64], path[96];
    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(tables, sizeof tables, "%s/tables", folder);
    snprintf(path, sizeof path, "%s/calendar.yaml", tables);
    assert_int_equal(mkdir(tables, 0700), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cc_arena     arena    = {0};
        cc_calendar *calendar = NULL;
        cc_fault     fault    = {0};
        FILE        *file     = fopen(path, "w");
        assert_non_null(file);
        fprintf(file, form, cases[i].month, cases[i].part, cases[i].unit, cases[i].dateline,
                cases[i].holiday);
        fclose(file);
        cc_status status = cc_calendar_load(&arena, cc_str_z(folder), &calendar, &fault);
        if (cases[i].message == NULL ? status != CC_OK
                                     : strstr(fault.message, cases[i].message) == NULL)
            fail_msg("table %zu: got '%s', wanted '%s'", i, fault.message,
                     cases[i].message == NULL ? "" : cases[i].message);
        if (cases[i].message != NULL && (status != CC_FATAL || fault.line == 0))
            fail_msg("table %zu: status %d, line %u", i, status, fault.line);
        cc_arena_release(&arena);
    }
    unlink(path);
    rmdir(tables);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_shifts),
        cmocka_unit_test(test_hedges_and_datelines),
        cmocka_unit_test(test_holidays),
        cmocka_unit_test(test_wrong_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
