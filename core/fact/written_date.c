/* written_date.c - parts of a date read, and written as TIMEX3 and as periods. */
#include "fact/written_date.h"

/* -- Reading parts ------------------------------------------------------------------------- */

int32_t cc_leading_number(cc_str s, size_t *ret_digits)
{
    int32_t n = 0;
    size_t  i = 0;
    for (; i < s.len && cc_is_digit(s.ptr[i]) && i < 6; i++)
        n = n * 10 + (s.ptr[i] - '0');
    *ret_digits = i;
    return n;
}

int32_t cc_anchor_year(const cc_resolver *r)
{
    int32_t y = 0, m, d;
    if (cc_period_is_known(r->anchor))
        cc_day_to_date(r->anchor->fiscal ? r->anchor->day_last : r->anchor->day_first, &y, &m, &d);
    return y;
}

/* The year of the century that lies nearest to the anchor; without one, 1930 to 2029. */
static int32_t widen_year(const cc_resolver *r, int32_t two_digits)
{
    int32_t near = cc_period_is_known(r->anchor) ? cc_anchor_year(r) : 1980;
    int32_t year = near - near % 100 + two_digits;
    if (year - near >= 50)
        return year - 100;
    return near - year > 50 ? year + 100 : year;
}

bool cc_ends_in_bc(cc_str s)
{
    size_t i = s.len;
    while (i > 0 && s.ptr[i - 1] == '.')
        i--;
    return i > 0 && (s.ptr[i - 1] == 'C' || s.ptr[i - 1] == 'E') && memchr(s.ptr, 'B', i) != NULL;
}

bool cc_written_year(const cc_resolver *r, cc_str s, int32_t *ret)
{
    while (s.len > 0 && !cc_is_digit(s.ptr[0]))
        s = cc_str_sub(s, 1, s.len - 1);
    size_t  digits;
    int32_t year = cc_leading_number(s, &digits);
    if (digits == 0 || digits > 4)
        return false;
    if (cc_ends_in_bc(s))
        year = 1 - year;
    else if (digits == 2)
        year = widen_year(r, year);
    *ret = year;
    return true;
}

bool cc_written_month(const cc_resolver *r, cc_str s, int32_t *ret)
{
    size_t digits;
    *ret = cc_calendar_month(r->calendar, s);
    if (*ret == 0 && s.len > 0 && cc_is_digit(s.ptr[0]))
        *ret = cc_leading_number(s, &digits);
    return s.len == 0 || *ret > 0;
}

bool cc_written_read(const cc_resolver *r, cc_str year, cc_str month, cc_str day, cc_written *ret)
{
    size_t digits;
    *ret       = (cc_written){.day = cc_leading_number(day, &digits)};
    ret->dated = year.len > 0;
    if (day.len > 0 && digits == 0)
        ret->day = cc_calendar_ordinal(r->calendar, day);
    if (!cc_written_month(r, month, &ret->month) ||
        (year.len > 0 && !cc_written_year(r, year, &ret->year)))
        return false;
    if (ret->month > 12 && ret->day <= 12) {
        int32_t swap = ret->day;
        ret->day     = ret->month;
        ret->month   = swap;
    }
    return ret->month <= 12 && (ret->dated || ret->month > 0);
}

bool cc_written_second_year(int32_t first, cc_str second, int32_t *ret)
{
    size_t  digits;
    int32_t n = cc_leading_number(second, &digits);
    if (digits == 4)
        return *ret = n, true;
    *ret = first - first % 100 + n;
    if (*ret <= first)
        *ret += 100;
    return digits == 2 && *ret - first < 50;
}

bool cc_written_impossible(const cc_written *d)
{
    return d->day > 0 && d->month > 0 &&
           !cc_date_exists(d->dated && !d->guessed ? d->year : 2000, d->month, d->day);
}

/* -- Dates without a year ------------------------------------------------------------------ */

static int32_t distance(int32_t a, int32_t b)
{
    return a > b ? a - b : b - a;
}

void cc_written_guess(const cc_resolver *r, cc_written *d)
{
    int32_t year = cc_anchor_year(r), best = year;
    if (d->dated || !cc_period_is_known(r->anchor))
        return;
    if (r->anchor->granularity <= CC_MONTH)
        for (int32_t y = year - 1; y <= year + 1; y++)
            if (distance(cc_day_from_date(y, d->month, 15), r->anchor->day_first) <
                distance(cc_day_from_date(best, d->month, 15), r->anchor->day_first))
                best = y;
    if (d->day > cc_month_days(best, d->month))
        return;
    d->year  = best;
    d->dated = d->guessed = true;
}

/* -- Writing periods ----------------------------------------------------------------------- */

cc_str cc_year_print(cc_arena *arena, int32_t year)
{
    return year > 0 ? cc_arena_printf(arena, "%04d", year)
                    : cc_arena_printf(arena, "BC%04d", 1 - year);
}

cc_str cc_years_print(cc_arena *arena, int32_t first_year, int32_t digits)
{
    int32_t scale = digits == 3 ? 10 : 100;
    return first_year > 0 ? cc_arena_printf(arena, "%0*d", digits, first_year / scale)
                          : cc_arena_printf(arena, "BC%0*d", digits, (1 - first_year) / scale);
}

cc_str cc_written_print(cc_arena *arena, const cc_written *d)
{
    cc_str year = d->dated ? cc_year_print(arena, d->year) : CC_S("XXXX");
    if (d->month == 0)
        return year;
    if (d->day == 0)
        return cc_arena_printf(arena, "%.*s-%02d", CC_F(year), d->month);
    return cc_arena_printf(arena, "%.*s-%02d-%02d", CC_F(year), d->month, d->day);
}

cc_period cc_period_months(int32_t year, int32_t month, int32_t month_last, cc_granularity g)
{
    int32_t year_last = year + (month_last - 1) / 12;
    month_last        = (month_last - 1) % 12 + 1;
    return (cc_period){
        .day_first = cc_day_from_date(year + (month - 1) / 12, (month - 1) % 12 + 1, 1),
        .day_last  = cc_day_from_date(year_last, month_last, cc_month_days(year_last, month_last)),
        .granularity = g,
    };
}

cc_period cc_period_years(int32_t first, int32_t last)
{
    return cc_period_months(first, 1, 12 * (last - first + 1), first == last ? CC_YEAR : CC_YEARS);
}

cc_period cc_written_period(const cc_written *d)
{
    if (d->month == 0)
        return cc_period_years(d->year, d->year);
    if (d->day == 0)
        return cc_period_months(d->year, d->month, d->month, CC_MONTH);
    int32_t day = cc_day_from_date(d->year, d->month, d->day);
    return (cc_period){.day_first = day, .day_last = day, .granularity = CC_DAY};
}
