/* period_resolve.c - the parts of a written date become a period and a TIMEX3 value. */
#include "fact/written_date.h"

/* -- The kinds of date --------------------------------------------------------------------- */

/* A weekday that was written beside the date settles whether the guess was right. */
static bool fits_weekday(const cc_written *d, uint32_t weekday)
{
    return weekday == 0 || d->day == 0 ||
           cc_day_weekday(cc_day_from_date(d->year, d->month, d->day)) == (int32_t)weekday;
}

/* "the 5th": of the month told. */
static cc_status resolve_day_alone(const cc_resolver *r, cc_fact *ret)
{
    size_t     digits;
    int32_t    of_month;
    cc_written d = {.day = cc_leading_number(r->parts->day, &digits)};
    cc_day_to_date(r->anchor->day_first, &d.year, &d.month, &of_month);
    if (!cc_period_is_known(r->anchor) || r->anchor->granularity > CC_MONTH ||
        !cc_date_exists(d.year, d.month, d.day)) {
        ret->timex = cc_arena_printf(r->arena, "XXXX-XX-%02d", d.day);
        return CC_OK;
    }
    d.dated     = true;
    ret->period = cc_written_period(&d);
    ret->timex  = cc_written_print(r->arena, &d);
    return CC_OK;
}

static cc_status resolve_date(const cc_resolver *r, cc_fact *ret)
{
    const cc_date_parts *p = r->parts;
    cc_written           d;
    if (!cc_written_read(r, p->year, p->month, p->day, &d))
        return CC_WARN;
    ret->impossible = cc_written_impossible(&d);
    if (!ret->impossible)
        cc_written_guess(r, &d);
    if (d.guessed && !fits_weekday(&d, ret->weekday))
        d.dated = false;
    if (d.dated && !ret->impossible)
        ret->period = cc_written_period(&d);
    ret->timex = cc_written_print(r->arena, &d);
    return CC_OK;
}

/* From the first day of one to the last of the other; unknown when they are in no order. */
static cc_period span_periods(const cc_period *a, const cc_period *b)
{
    cc_period both = *a;
    if (!cc_period_is_known(a) || !cc_period_is_known(b) || a->day_first > b->day_last)
        return cc_period_unknown();
    both.day_last    = b->day_last;
    both.granularity = a->granularity > b->granularity ? a->granularity : b->granularity;
    if (both.granularity == CC_YEAR && b->day_last - a->day_first > 366)
        both.granularity = CC_YEARS;
    return both;
}

static cc_str first_of(cc_str a, cc_str b)
{
    return a.len > 0 ? a : b;
}

/* What stands at one end alone holds for both: the year of "March to May 2021". */
static bool read_range(const cc_resolver *r, cc_written *from, cc_written *to)
{
    const cc_date_parts *p      = r->parts;
    cc_str               month2 = p->month2.len == 0 && p->day2.len > 0 ? p->month : p->month2;
    if (!cc_written_read(r, first_of(p->year, p->year2), first_of(p->month, p->month2), p->day,
                         from) ||
        !cc_written_read(r, first_of(p->year2, p->year), month2, p->day2, to))
        return false;
    bool bc = cc_ends_in_bc(p->year2);
    if (bc && p->year.len > 0 && from->year > 0)
        from->year = 1 - from->year;
    if (!bc && p->year.len > 0 && p->year2.len > 0 &&
        !cc_written_second_year(from->year, p->year2, &to->year))
        return false;
    cc_written_guess(r, from);
    cc_written_guess(r, to);
    bool wraps = from->month > to->month && to->month > 0 && from->year >= to->year;
    if (wraps && (p->year.len == 0 || p->year2.len == 0) && from->dated && to->dated)
        from->year--;
    return true;
}

static cc_status resolve_range(const cc_resolver *r, cc_fact *ret)
{
    cc_written from, to;
    if (!read_range(r, &from, &to))
        return CC_WARN;
    ret->impossible = cc_written_impossible(&from) || cc_written_impossible(&to);
    if (!ret->impossible && from.dated && to.dated) {
        cc_period a = cc_written_period(&from), b = cc_written_period(&to);
        ret->period = span_periods(&a, &b);
    }
    cc_str first = cc_written_print(r->arena, &from), last = cc_written_print(r->arena, &to);
    ret->timex = cc_arena_printf(r->arena, "%.*s/%.*s", CC_F(first), CC_F(last));
    return CC_OK;
}

/* A movable one without a year is known by its month at best. */
static cc_status resolve_holiday(const cc_resolver *r, const cc_holiday *holiday, cc_fact *ret)
{
    cc_written d = {.dated = r->parts->year.len > 0};
    if (d.dated && !cc_written_year(r, r->parts->year, &d.year))
        return CC_WARN;
    cc_holiday_in(holiday, d.dated ? d.year : cc_anchor_year(r), &d.month, &d.day);
    cc_written_guess(r, &d);
    if (d.dated)
        cc_holiday_in(holiday, d.year, &d.month, &d.day);
    else if (!cc_holiday_is_fixed(holiday))
        d.month = holiday->month, d.day = 0;
    if (d.dated)
        ret->period = cc_written_period(&d);
    ret->timex = cc_written_print(r->arena, &d);
    return CC_OK;
}

/* -- All of them ----------------------------------------------------------------------------- */

static cc_status resolve_parts(const cc_resolver *r, cc_fact *ret);

/* "Tuesday night", "the morning of 3 May": the day, and the letters of the part. */
static cc_status resolve_time_of_day(const cc_resolver *r, cc_str letters, cc_fact *ret)
{
    cc_date_parts day   = *r->parts;
    cc_resolver   inner = *r;
    inner.parts         = &day;
    day.part            = (cc_str){0};
    CC_TRY(resolve_parts(&inner, ret));
    ret->timex = cc_arena_printf(r->arena, "%.*sT%.*s", CC_F(ret->timex), CC_F(letters));
    return CC_OK;
}

/* The anchor's year, by the calendar or that of the fiscal year it lies in. */
static int32_t told_year(const cc_resolver *r, bool fiscal)
{
    int32_t year, month, day;
    cc_day_to_date(r->anchor->day_first, &year, &month, &day);
    return fiscal && month >= CC_FISCAL_FIRST_MONTH ? year + 1 : year;
}

/* "March of last year", "the end of this year": a part of a year that is told from the anchor.
 * false: the parts are no such thing. */
static bool resolve_in_told_year(const cc_resolver *r, cc_fact *ret, cc_status *ret_status)
{
    cc_date_parts dated = *r->parts;
    cc_resolver   inner = *r;
    cc_shift      shift;
    if (dated.month.len + dated.part.len + dated.quarter.len + dated.half.len + dated.fiscal.len ==
            0 ||
        !cc_period_is_known(r->anchor) || !cc_calendar_shift(r->calendar, dated.relative, &shift) ||
        shift.unit != CC_UNIT_YEAR)
        return false;
    dated.year     = cc_year_print(r->arena, told_year(r, dated.fiscal.len > 0) + shift.by);
    dated.relative = (cc_str){0};
    inner.parts    = &dated;
    *ret_status    = resolve_parts(&inner, ret);
    return true;
}

static cc_status resolve_parts(const cc_resolver *r, cc_fact *ret)
{
    cc_status            status;
    const cc_date_parts *p       = r->parts;
    const cc_year_part  *part    = cc_calendar_part(r->calendar, p->part);
    const cc_holiday    *holiday = cc_calendar_holiday(r->calendar, p->day);
    if (part != NULL && part->third == 0 && part->month_first == 0)
        return resolve_time_of_day(r, part->timex, ret);
    if (holiday != NULL)
        return resolve_holiday(r, holiday, ret);
    if (p->relative.len > 0)
        return resolve_in_told_year(r, ret, &status) ? status : cc_resolve_relative(r, ret);
    if (p->quarter.len > 0 || p->half.len > 0)
        return cc_resolve_slice(r, ret);
    if (p->fiscal.len > 0)
        return cc_resolve_fiscal(r, ret);
    if (p->decade.len > 0)
        return cc_resolve_years(r, ret);
    if (p->day2.len > 0 || p->month2.len > 0 || p->year2.len > 0)
        return resolve_range(r, ret);
    if (p->part.len > 0)
        return cc_resolve_part(r, ret);
    if (p->year.len > 0 || p->month.len > 0)
        return resolve_date(r, ret);
    return p->day.len > 0 ? resolve_day_alone(r, ret) : cc_resolve_weekday(r, ret);
}

cc_status cc_period_resolve(const cc_calendar *calendar, cc_arena *arena, const cc_doc *doc,
                            const cc_date_parts *parts, cc_fact *ret)
{
    cc_resolver r   = {calendar, arena, &doc->date, parts};
    ret->kind       = CC_DATE;
    ret->period     = cc_period_unknown();
    ret->weekday    = (uint32_t)cc_calendar_weekday(calendar, parts->weekday);
    ret->timex      = (cc_str){0};
    ret->impossible = false;
    CC_TRY(resolve_parts(&r, ret));
    if (cc_period_is_known(&ret->period))
        ret->period.hedge = cc_calendar_hedge(calendar, parts->hedge);
    return CC_OK;
}
