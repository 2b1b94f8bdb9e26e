/* period_part.c - fiscal years, decades, centuries, quarters, halves and other parts of years. */
#include "fact/written_date.h"

/* A year that was written, else the anchor's. */
static bool read_own_year(const cc_resolver *r, cc_written *ret)
{
    *ret = (cc_written){.dated = r->parts->year.len > 0};
    if (ret->dated)
        return cc_written_year(r, r->parts->year, &ret->year);
    ret->dated = ret->guessed = cc_period_is_known(r->anchor);
    ret->year                 = cc_anchor_year(r);
    return true;
}

/* "the fiscal year ended June 30, 2020"; one that ends with the calendar's year is none. */
static cc_status resolve_year_ended(const cc_resolver *r, cc_fact *ret)
{
    const cc_date_parts *p = r->parts;
    cc_written           d;
    if (!cc_written_read(r, p->year, p->month, p->day, &d) || d.month == 0 || d.day == 0)
        return CC_WARN;
    ret->impossible = cc_written_impossible(&d);
    ret->timex      = cc_written_print(r->arena, &d);
    if (ret->impossible)
        return CC_OK;
    bool calendar = d.month == 12 && d.day == 31;
    ret->timex    = cc_arena_printf(r->arena, "%s%04d", calendar ? "" : "FY", d.year);
    int32_t last  = cc_day_from_date(d.year, d.month, d.day), year, month, day;
    cc_day_to_date(last + 1, &year, &month, &day);
    ret->period = (cc_period){.day_first   = cc_day_from_date(year - 1, month, day),
                              .day_last    = last,
                              .granularity = CC_YEAR,
                              .fiscal      = !calendar};
    return CC_OK;
}

cc_status cc_resolve_fiscal(const cc_resolver *r, cc_fact *ret)
{
    int32_t year, last;
    if (r->parts->month.len > 0)
        return resolve_year_ended(r, ret);
    if (!cc_written_year(r, r->parts->year, &year))
        return CC_WARN;
    last = year;
    if (r->parts->year2.len > 0 && !cc_written_second_year(year, r->parts->year2, &last))
        return CC_WARN;
    if (last < year)
        return CC_WARN;
    ret->period = cc_period_months(year - 1, CC_FISCAL_FIRST_MONTH, 12 * (last - year + 1) + 9,
                                   last == year ? CC_YEAR : CC_YEARS);
    ret->period.fiscal = true;
    ret->timex         = last == year ? cc_arena_printf(r->arena, "FY%04d", year)
                                      : cc_arena_printf(r->arena, "FY%04d/FY%04d", year, last);
    return CC_OK;
}

/* From year `first` of a decade or a century, of which an early, middle or late part may be meant. */
static cc_period part_of_years(int32_t first, int32_t count, const cc_year_part *part)
{
    int32_t third = part == NULL ? 0 : part->third;
    int32_t from  = third == 2 ? count * 3 / 10 : third == 3 ? count * 7 / 10 : 0;
    int32_t to    = third == 1 ? count * 4 / 10 : third == 2 ? count * 7 / 10 : count;
    return cc_period_years(first + from, first + to - 1);
}

/* "1990s", "'90s", "1990": ten years. Those BC count down. */
static cc_status resolve_decade(const cc_resolver *r, const cc_year_part *part, cc_fact *ret)
{
    int32_t year;
    if (!cc_written_year(r, r->parts->year, &year) || (year > 0 ? year : year - 1) % 10 != 0)
        return CC_WARN;
    ret->period = part_of_years(year > 0 ? year : year - 9, 10, part);
    ret->timex  = cc_years_print(r->arena, year, 3);
    return CC_OK;
}

/* "the 19th century", from 1801 to 1900: TIMEX3 calls it 18. */
static cc_status resolve_century(const cc_resolver *r, const cc_year_part *part, cc_fact *ret)
{
    cc_str year = r->parts->year;
    bool   bc   = cc_ends_in_bc(year);
    size_t end  = 0;
    while (end < year.len && !cc_is_blank(year.ptr[end]))
        end++;
    int32_t n = cc_calendar_ordinal(r->calendar, cc_str_sub(year, 0, end));
    if (n < 1 || n > 30)
        return CC_WARN;
    int32_t first = bc ? 1 - 100 * n : 100 * (n - 1) + 1;
    ret->period   = part_of_years(first, 100, part);
    ret->timex    = cc_years_print(r->arena, bc ? first + 99 : first, 2);
    return CC_OK;
}

cc_status cc_resolve_years(const cc_resolver *r, cc_fact *ret)
{
    const cc_year_part *part = cc_calendar_part(r->calendar, r->parts->part);
    if (cc_calendar_unit_of(r->calendar, r->parts->decade) == CC_UNIT_CENTURY)
        return resolve_century(r, part, ret);
    return resolve_decade(r, part, ret);
}

/* Quarters and halves, of a calendar or a fiscal year. */
cc_status cc_resolve_slice(const cc_resolver *r, cc_fact *ret)
{
    bool       quarter = r->parts->quarter.len > 0;
    int32_t    months  = quarter ? 3 : 6;
    cc_str     written = quarter ? r->parts->quarter : r->parts->half;
    int32_t    n       = cc_calendar_ordinal(r->calendar, written);
    cc_written d;
    if (!quarter && n > 2)
        n = 2; /* "the last half" */
    if (n < 1 || n > 4 || !read_own_year(r, &d))
        return CC_WARN;
    bool fiscal = r->parts->fiscal.len > 0;
    if (d.guessed && cc_day_from_date(d.year, (n - 1) * months + 1, 1) > r->anchor->day_first)
        d.year--; /* the last one that has begun */
    cc_str year = cc_written_print(r->arena, &d);
    ret->timex  = cc_arena_printf(r->arena, "%s%.*s-%c%d", fiscal ? "FY" : "", CC_F(year),
                                 quarter ? 'Q' : 'H', n);
    if (!d.dated)
        return CC_OK;
    int32_t first      = (n - 1) * months + 1 + (fiscal ? 9 : 0);
    ret->period        = cc_period_months(d.year - fiscal, first, first + months - 1,
                                   quarter ? CC_QUARTER : CC_PART);
    ret->period.fiscal = fiscal;
    return CC_OK;
}

static cc_period third_of(const cc_written *d, int32_t third)
{
    if (d->month == 0)
        return cc_period_months(d->year, third * 4 - 3, third * 4, CC_PART);
    cc_period month = cc_period_months(d->year, d->month, d->month, CC_PART);
    month.day_first += (third - 1) * 10;
    if (third < 3)
        month.day_last = month.day_first + 9;
    return month;
}

/* "early 2021", "late March", "summer 2020". */
cc_status cc_resolve_part(const cc_resolver *r, cc_fact *ret)
{
    const cc_year_part *part = cc_calendar_part(r->calendar, r->parts->part);
    cc_written          d;
    if (part == NULL || !read_own_year(r, &d) || !cc_written_month(r, r->parts->month, &d.month) ||
        d.month > 12)
        return CC_WARN;
    if (d.guessed && d.month > 0) {
        d.dated = d.guessed = false;
        cc_written_guess(r, &d);
    }
    if (part->third > 0 && d.dated)
        ret->period = third_of(&d, part->third);
    else if (part->third == 0 && d.dated)
        ret->period = cc_period_months(d.year, part->month_first, part->month_last, CC_PART);
    ret->timex = cc_written_print(r->arena, &d);
    if (part->third == 0)
        ret->timex = cc_arena_printf(r->arena, "%.*s-%.*s", CC_F(ret->timex), CC_F(part->timex));
    return CC_OK;
}
