/* period.c - days, their names, and what two periods have in common. */
#include "fact/period.h"

enum { DAYS_OF_ERA = 146097, DAYS_TO_1970 = 719468 }; /* 400 years; from 0000-03-01 */

/* Years are counted from March, so that the leap day is the last day of a year. */
int32_t cc_day_from_date(int32_t year, int32_t month, int32_t day)
{
    int32_t y    = month <= 2 ? year - 1 : year;
    int32_t era  = (y >= 0 ? y : y - 399) / 400;
    int32_t yoe  = y - era * 400;
    int32_t doy  = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int32_t days = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * DAYS_OF_ERA + days - DAYS_TO_1970;
}

void cc_day_to_date(int32_t day, int32_t *ret_year, int32_t *ret_month, int32_t *ret_day)
{
    int64_t z    = (int64_t)day + DAYS_TO_1970;
    int64_t era  = (z >= 0 ? z : z - (DAYS_OF_ERA - 1)) / DAYS_OF_ERA;
    int64_t doe  = z - era * DAYS_OF_ERA;
    int64_t yoe  = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int64_t doy  = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int64_t from = (5 * doy + 2) / 153; /* months from March */
    *ret_day     = (int32_t)(doy - (153 * from + 2) / 5 + 1);
    *ret_month   = (int32_t)(from < 10 ? from + 3 : from - 9);
    *ret_year    = (int32_t)(yoe + era * 400 + (*ret_month <= 2));
}

int32_t cc_day_weekday(int32_t day)
{
    int64_t since_monday = ((int64_t)day + 3) % 7; /* 1970-01-01 was a Thursday */
    return (int32_t)(since_monday < 0 ? since_monday + 8 : since_monday + 1);
}

int32_t cc_month_days(int32_t year, int32_t month)
{
    static const int32_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool                 leap   = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

bool cc_date_exists(int32_t year, int32_t month, int32_t day)
{
    return month >= 1 && month <= 12 && day >= 1 && day <= cc_month_days(year, month);
}

cc_str cc_day_print(cc_arena *arena, int32_t day)
{
    int32_t y, m, d;
    cc_day_to_date(day, &y, &m, &d);
    return cc_arena_printf(arena, "%s%04d-%02d-%02d", y < 0 ? "-" : "", y < 0 ? -y : y, m, d);
}

static bool read_digits(cc_str s, size_t off, size_t count, int32_t *ret)
{
    *ret = 0;
    for (size_t i = off; i < off + count; i++) {
        if (i >= s.len || !cc_is_digit(s.ptr[i]))
            return false;
        *ret = *ret * 10 + (s.ptr[i] - '0');
    }
    return true;
}

cc_status cc_day_parse(cc_str iso, int32_t *ret)
{
    int32_t y, m, d;
    if (iso.len != 10 || iso.ptr[4] != '-' || iso.ptr[7] != '-' || !read_digits(iso, 0, 4, &y) ||
        !read_digits(iso, 5, 2, &m) || !read_digits(iso, 8, 2, &d) || !cc_date_exists(y, m, d))
        return CC_WARN;
    *ret = cc_day_from_date(y, m, d);
    return CC_OK;
}

bool cc_period_overlap(const cc_period *a, const cc_period *b)
{
    return cc_period_is_known(a) && cc_period_is_known(b) && a->day_first <= b->day_last &&
           b->day_first <= a->day_last;
}

static const char *const granularities[] = {
    [CC_DAY] = "day",           [CC_MONTH] = "month", [CC_QUARTER] = "quarter",
    [CC_PART] = "part-of-year", [CC_YEAR] = "year",   [CC_YEARS] = "years",
};
enum { GRANULARITY_COUNT = sizeof granularities / sizeof *granularities };

cc_str cc_granularity_name(cc_granularity granularity)
{
    return cc_str_z(granularity < GRANULARITY_COUNT ? granularities[granularity] : NULL);
}

cc_granularity cc_granularity_parse(cc_str name)
{
    for (cc_granularity g = CC_DAY; g < GRANULARITY_COUNT; g++)
        if (cc_str_eq(cc_str_z(granularities[g]), name))
            return g;
    return 0;
}

/* -- In words ------------------------------------------------------------------------------ */

static const char *const month_names[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
};

static cc_str print_year(cc_arena *arena, int32_t year)
{
    return year > 0 ? cc_arena_printf(arena, "%d", year)
                    : cc_arena_printf(arena, "%d BC", 1 - year);
}

/* One end of a period, as coarse as `unit` allows. */
static cc_str print_end(cc_arena *arena, int32_t at, cc_granularity unit)
{
    int32_t y, m, d;
    cc_day_to_date(at, &y, &m, &d);
    cc_str year = print_year(arena, y);
    if (unit == CC_DAY)
        return cc_arena_printf(arena, "%d %s %.*s", d, month_names[m - 1], CC_F(year));
    if (unit == CC_MONTH)
        return cc_arena_printf(arena, "%s %.*s", month_names[m - 1], CC_F(year));
    return year;
}

/* The coarsest unit whose limits the period's ends are. */
static cc_granularity unit_of_ends(const cc_period *period)
{
    int32_t y1, m1, d1, y2, m2, d2;
    cc_day_to_date(period->day_first, &y1, &m1, &d1);
    cc_day_to_date(period->day_last, &y2, &m2, &d2);
    if (d1 != 1 || d2 != cc_month_days(y2, m2))
        return CC_DAY;
    return m1 == 1 && m2 == 12 ? CC_YEAR : CC_MONTH;
}

static cc_str print_fiscal(cc_arena *arena, const cc_period *period)
{
    int32_t y1, m1, d1, y2, m2, d2;
    cc_day_to_date(period->day_first, &y1, &m1, &d1);
    cc_day_to_date(period->day_last, &y2, &m2, &d2);
    if (period->granularity == CC_QUARTER)
        return cc_arena_printf(arena, "quarter %d of fiscal year %d", (m1 + 2) / 3 % 4 + 1,
                               m1 >= 10 ? y1 + 1 : y1);
    if (period->granularity == CC_YEARS)
        return cc_arena_printf(arena, "fiscal years %d to %d", y1 + 1, y2);
    return cc_arena_printf(arena, "fiscal year %d", y2);
}

cc_str cc_period_print(cc_arena *arena, const cc_period *period)
{
    if (!cc_period_is_known(period))
        return CC_S("unknown");
    if (period->fiscal)
        return print_fiscal(arena, period);
    cc_granularity unit = unit_of_ends(period);
    cc_str         from = print_end(arena, period->day_first, unit);
    cc_str         to   = print_end(arena, period->day_last, unit);
    if (cc_str_eq(from, to))
        return from;
    return cc_arena_printf(arena, "%.*s to %.*s", CC_F(from), CC_F(to));
}
