/* sheet_series.c - a date in a column of dates may stand for the month, quarter or year around it. */
#include "shared/sheet/sheet_layout.h"

static uint32_t month_days(uint32_t year, uint32_t month)
{
    static const uint32_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool                  leap   = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (leap && month == 2);
}

void cc_sheet_series_note(cc_sheet_series *s, const cc_sheet_time *time)
{
    if (time->unit == CC_SHEET_NO_TIME || time->unit == CC_SHEET_IN_WORDS)
        return;
    s->several =
        s->several || (s->n > 0 && (time->year != s->last.year || time->month != s->last.month ||
                                    time->day != s->last.day));
    s->last = *time;
    s->n++;
    s->two_years += time->unit == CC_SHEET_TWO_YEARS || cc_sheet_may_be_two_years(time);
    if (time->unit != CC_SHEET_A_DAY)
        return;
    s->days++;
    s->first_days += time->day == 1;
    s->last_days += time->day == month_days(time->year, time->month);
    s->januaries += time->month == 1;
    s->decembers += time->month == 12;
    s->opens += time->month % 3 == 1;
    s->closes += time->month % 3 == 0;
}

cc_sheet_unit cc_sheet_series_step(const cc_sheet_series *s)
{
    bool first = s->first_days == s->n, last = s->last_days == s->n;
    if (s->n > 0 && s->two_years == s->n)
        return CC_SHEET_TWO_YEARS;
    if (!s->several || s->days != s->n || (!first && !last))
        return CC_SHEET_NO_TIME;
    if (first ? s->januaries == s->n : s->decembers == s->n)
        return CC_SHEET_WHOLE_YEAR;
    return (first ? s->opens == s->n : s->closes == s->n) ? CC_SHEET_A_QUARTER : CC_SHEET_A_MONTH;
}

void cc_sheet_series_apply(cc_sheet_unit step, cc_sheet_time *time)
{
    if (step == CC_SHEET_NO_TIME || time->unit == CC_SHEET_IN_WORDS || time->month == 0)
        return;
    time->unit    = step;
    time->quarter = (time->month + 2) / 3;
}
