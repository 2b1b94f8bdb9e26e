/* period_shift.c - dates told from the document's own: "last year", "next March". */
#include "fact/written_date.h"

/* The nearest such day: before the anchor (-1), on or after it (0), after it (1). */
static void shift_to_weekday(const cc_resolver *r, int32_t by, cc_fact *ret)
{
    int32_t day   = r->anchor->day_first;
    int32_t ahead = ((int32_t)ret->weekday - cc_day_weekday(day) + 7) % 7;
    if (by < 0)
        ahead -= 7;
    else if (by > 0 && ahead == 0)
        ahead = 7;
    ret->timex = cc_day_print(r->arena, day + ahead);
}

static bool is_day(const cc_period *p)
{
    return cc_period_is_known(p) && p->day_first == p->day_last;
}

/* A weekday alone may lie before or after the day of writing, so it names no period that a figure
 * could be held to; its value is the more usual day. */
static cc_status resolve_weekday(const cc_resolver *r, int32_t by, cc_fact *ret)
{
    if (ret->weekday == 0)
        return CC_WARN;
    if (is_day(r->anchor))
        shift_to_weekday(r, by, ret);
    else
        ret->timex = cc_arena_printf(r->arena, "XXXX-WXX-%u", ret->weekday);
    return CC_OK;
}

cc_status cc_resolve_weekday(const cc_resolver *r, cc_fact *ret)
{
    bool today = is_day(r->anchor) && cc_day_weekday(r->anchor->day_first) == (int32_t)ret->weekday;
    return resolve_weekday(r, today ? 0 : -1, ret);
}

/* ISO 8601: a week belongs to the year that holds its Thursday. */
static void shift_week(const cc_resolver *r, int32_t day, cc_fact *ret)
{
    int32_t monday = day - cc_day_weekday(day) + 1, year, month, of_month;
    cc_day_to_date(monday + 3, &year, &month, &of_month);
    int32_t week = (monday + 3 - cc_day_from_date(year, 1, 1)) / 7 + 1;
    ret->period  = (cc_period){.day_first = monday, .day_last = monday + 6, .granularity = CC_DAY};
    ret->timex   = cc_arena_printf(r->arena, "%04d-W%02d", year, week);
}

static void shift_weekend(const cc_resolver *r, int32_t day, cc_fact *ret)
{
    shift_week(r, day, ret);
    ret->period.day_first += 5;
    ret->timex = cc_arena_printf(r->arena, "%.*s-WE", CC_F(ret->timex));
}

static void shift_months(const cc_resolver *r, cc_calendar_unit unit, int32_t by, cc_fact *ret)
{
    int32_t year, month, day, size = unit == CC_UNIT_QUARTER ? 3 : 1;
    cc_day_to_date(r->anchor->day_first, &year, &month, &day);
    int32_t at   = year * 12 + (month - 1) / size * size + by * size; /* months from year 0 */
    year         = at / 12;
    month        = at % 12 + 1;
    bool quarter = unit == CC_UNIT_QUARTER;
    ret->period  = cc_period_months(year, month, month + size - 1, quarter ? CC_QUARTER : CC_MONTH);
    ret->timex   = cc_arena_printf(r->arena, quarter ? "%04d-Q%d" : "%04d-%02d", year,
                                 quarter ? (month + 2) / 3 : month);
}

static void shift_years(const cc_resolver *r, cc_calendar_unit unit, int32_t by, cc_fact *ret)
{
    int32_t year = cc_anchor_year(r), count = unit == CC_UNIT_DECADE ? 10 : 100;
    if (unit == CC_UNIT_YEAR) {
        ret->period = cc_period_years(year + by, year + by);
        ret->timex  = cc_year_print(r->arena, year + by);
        return;
    }
    int32_t round = year > 0 ? year - year % count : year - (year - 1) % count - 1;
    int32_t first = round + count * by;
    ret->period   = cc_period_years(first, first + count - 1);
    ret->timex    = cc_years_print(r->arena, first > 0 ? first : first + count - 1,
                                unit == CC_UNIT_DECADE ? 3 : 2);
}

/* Whether the anchor is fine enough to count units of this size from. */
static bool is_fine_enough(const cc_period *anchor, cc_calendar_unit unit)
{
    static const cc_granularity coarsest[] = {
        [CC_UNIT_DAY] = CC_DAY,     [CC_UNIT_WEEK] = CC_DAY,        [CC_UNIT_WEEKEND] = CC_DAY,
        [CC_UNIT_MONTH] = CC_MONTH, [CC_UNIT_QUARTER] = CC_QUARTER, [CC_UNIT_YEAR] = CC_YEAR,
        [CC_UNIT_DECADE] = CC_YEAR, [CC_UNIT_CENTURY] = CC_YEARS,
    };
    if (!cc_period_is_known(anchor) || anchor->granularity > coarsest[unit])
        return false;
    return coarsest[unit] != CC_DAY || anchor->day_first == anchor->day_last;
}

/* What is known of a day, week or month that cannot be told: the anchor's year at most. */
static cc_str print_unknown(const cc_resolver *r, cc_calendar_unit unit)
{
    static const char *const rest[] = {
        [CC_UNIT_DAY] = "-XX-XX", [CC_UNIT_WEEK] = "-WXX",   [CC_UNIT_WEEKEND] = "-WXX-WE",
        [CC_UNIT_MONTH] = "-XX",  [CC_UNIT_QUARTER] = "-QX", [CC_UNIT_YEAR] = "",
        [CC_UNIT_DECADE] = "",    [CC_UNIT_CENTURY] = "",
    };
    bool   dated = cc_period_is_known(r->anchor) && r->anchor->granularity <= CC_YEAR;
    cc_str year  = dated ? cc_year_print(r->arena, cc_anchor_year(r)) : CC_S("XXXX");
    return cc_arena_printf(r->arena, "%.*s%s", CC_F(year), rest[unit]);
}

/* "last March": the nearest one before the anchor's month. */
static cc_status shift_to_month(const cc_resolver *r, int32_t by, cc_fact *ret)
{
    int32_t month, year, anchor_month, day;
    if (!cc_written_month(r, r->parts->month, &month) || month > 12)
        return CC_WARN;
    cc_written d = {.month = month};
    if (cc_period_is_known(r->anchor) && r->anchor->granularity <= CC_MONTH) {
        cc_day_to_date(r->anchor->day_first, &year, &anchor_month, &day);
        bool passed = by < 0 ? month < anchor_month : month > anchor_month;
        d.year      = passed ? year : year + by;
        d.dated     = true;
        ret->period = cc_written_period(&d);
    }
    ret->timex = cc_written_print(r->arena, &d);
    return CC_OK;
}

static cc_status shift_to_part(const cc_resolver *r, int32_t by, cc_fact *ret)
{
    cc_written          shifted = {.year = cc_anchor_year(r) + by};
    const cc_year_part *part    = cc_calendar_part(r->calendar, r->parts->part);
    shifted.dated               = cc_period_is_known(r->anchor);
    if (part == NULL || part->third > 0)
        return CC_WARN;
    if (shifted.dated)
        ret->period = cc_period_months(shifted.year, part->month_first, part->month_last, CC_PART);
    cc_str year = cc_written_print(r->arena, &shifted);
    ret->timex  = cc_arena_printf(r->arena, "%.*s-%.*s", CC_F(year), CC_F(part->timex));
    return CC_OK;
}

cc_status cc_resolve_relative(const cc_resolver *r, cc_fact *ret)
{
    cc_shift shift;
    if (!cc_calendar_shift(r->calendar, r->parts->relative, &shift))
        return CC_WARN;
    if (r->parts->month.len > 0)
        return shift_to_month(r, shift.by, ret);
    if (r->parts->part.len > 0)
        return shift_to_part(r, shift.by, ret);
    if (ret->weekday != 0)
        return resolve_weekday(r, shift.by, ret);
    if (shift.unit == 0)
        return CC_WARN;
    if (!is_fine_enough(r->anchor, shift.unit)) {
        ret->timex = print_unknown(r, shift.unit);
        return CC_OK;
    }
    if (shift.unit == CC_UNIT_DAY) {
        int32_t day = r->anchor->day_first + shift.by;
        ret->period = (cc_period){.day_first = day, .day_last = day, .granularity = CC_DAY};
        ret->timex  = cc_day_print(r->arena, day);
    } else if (shift.unit == CC_UNIT_WEEK) {
        shift_week(r, r->anchor->day_first + 7 * shift.by, ret);
    } else if (shift.unit == CC_UNIT_WEEKEND) {
        shift_weekend(r, r->anchor->day_first + 7 * shift.by, ret);
    } else if (shift.unit == CC_UNIT_MONTH || shift.unit == CC_UNIT_QUARTER) {
        shift_months(r, shift.unit, shift.by, ret);
    } else {
        shift_years(r, shift.unit, shift.by, ret);
    }
    return CC_OK;
}
