/* holiday.c - Easter, the fourth Thursday of November, the last Monday of May. */
#include "fact/holiday.h"

#include "fact/period.h"

/* Source: Butcher's algorithm, in J. Meeus, Astronomical Algorithms, 1991, chapter 8. */
static int32_t find_easter(int32_t year)
{
    int32_t golden = year % 19, century = year / 100, in_century = year % 100;
    int32_t moon =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    int32_t weekday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - moon - in_century % 4) % 7;
    int32_t late    = (golden + 11 * moon + 22 * weekday) / 451;
    int32_t since   = moon + weekday - 7 * late + 114; /* 31 times the month, and the day before */
    return cc_day_from_date(year, since / 31, since % 31 + 1);
}

static int32_t find_nth(const cc_holiday *h, int32_t year)
{
    int32_t last  = cc_month_days(year, h->month);
    int32_t from  = cc_day_from_date(year, h->month, h->nth > 0 ? 1 : last - 6);
    int32_t ahead = (h->weekday - cc_day_weekday(from) + 7) % 7;
    return from + ahead + (h->nth > 0 ? 7 * (h->nth - 1) : 0);
}

void cc_holiday_in(const cc_holiday *holiday, int32_t year, int32_t *ret_month, int32_t *ret_day)
{
    *ret_month = holiday->month;
    *ret_day   = holiday->day;
    if (cc_holiday_is_fixed(holiday))
        return;
    int32_t day =
        holiday->month > 0 ? find_nth(holiday, year) : find_easter(year) + holiday->easter;
    cc_day_to_date(day, &year, ret_month, ret_day);
}
