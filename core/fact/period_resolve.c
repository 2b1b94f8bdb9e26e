/* period_resolve.c - the parts of a written date become a period and a TIMEX3 value. */
#include "fact/written_date.h"

/* Without a year, 29 February may exist. */
static bool is_impossible(const cc_written *d)
{
    return d->day > 0 && d->month > 0 &&
           !cc_date_exists(d->dated && !d->guessed ? d->year : 2000, d->month, d->day);
}

/* -- Dates without a year ------------------------------------------------------------------ */

static int32_t distance(int32_t a, int32_t b)
{
    return a > b ? a - b : b - a;
}

/* Of the years around the anchor, the one that brings the date nearest to it. An anchor of a
 * year or more gives its own first year. */
static void guess_year(const cc_resolver *r, cc_written *d)
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

/* A weekday that was written beside the date settles whether the guess was right. */
static bool fits_weekday(const cc_written *d, uint32_t weekday)
{
    return weekday == 0 || d->day == 0 ||
           cc_day_weekday(cc_day_from_date(d->year, d->month, d->day)) == (int32_t)weekday;
}

/* -- The kinds of date --------------------------------------------------------------------- */

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
    ret->impossible = is_impossible(&d);
    if (!ret->impossible)
        guess_year(r, &d);
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

/* "2013-16", "1999-02": the two digits follow the first year within fifty years. */
static bool read_second_year(int32_t first, cc_str second, int32_t *ret)
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
        !read_second_year(from->year, p->year2, &to->year))
        return false;
    guess_year(r, from);
    guess_year(r, to);
    bool wraps = from->month > to->month && to->month > 0;
    if (wraps && (p->year.len == 0 || p->year2.len == 0) && from->dated && to->dated)
        from->year--;
    return true;
}

static cc_status resolve_range(const cc_resolver *r, cc_fact *ret)
{
    cc_written from, to;
    if (!read_range(r, &from, &to))
        return CC_WARN;
    ret->impossible = is_impossible(&from) || is_impossible(&to);
    if (!ret->impossible && from.dated && to.dated) {
        cc_period a = cc_written_period(&from), b = cc_written_period(&to);
        ret->period = span_periods(&a, &b);
    }
    cc_str first = cc_written_print(r->arena, &from), last = cc_written_print(r->arena, &to);
    ret->timex = cc_arena_printf(r->arena, "%.*s/%.*s", CC_F(first), CC_F(last));
    return CC_OK;
}

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

static cc_status resolve_fiscal(const cc_resolver *r, cc_fact *ret)
{
    int32_t year, last;
    if (!cc_written_year(r, r->parts->year, &year))
        return CC_WARN;
    last = year;
    if (r->parts->year2.len > 0 && !read_second_year(year, r->parts->year2, &last))
        return CC_WARN;
    if (last < year)
        return CC_WARN;
    ret->period        = cc_period_months(year - 1, 10, 12 * (last - year + 1) + 9,
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

static cc_status resolve_years(const cc_resolver *r, cc_fact *ret)
{
    const cc_year_part *part = cc_calendar_part(r->calendar, r->parts->part);
    if (cc_calendar_unit_of(r->calendar, r->parts->decade) == CC_UNIT_CENTURY)
        return resolve_century(r, part, ret);
    return resolve_decade(r, part, ret);
}

/* Quarters and halves, of a calendar or a fiscal year. */
static cc_status resolve_slice(const cc_resolver *r, cc_fact *ret)
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
static cc_status resolve_part(const cc_resolver *r, cc_fact *ret)
{
    const cc_year_part *part = cc_calendar_part(r->calendar, r->parts->part);
    cc_written          d;
    if (part == NULL || !read_own_year(r, &d) || !cc_written_month(r, r->parts->month, &d.month) ||
        d.month > 12)
        return CC_WARN;
    if (d.guessed && d.month > 0) {
        d.dated = d.guessed = false;
        guess_year(r, &d);
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

/* A movable one without a year is known by its month at best. */
static cc_status resolve_holiday(const cc_resolver *r, const cc_holiday *holiday, cc_fact *ret)
{
    cc_written d = {.dated = r->parts->year.len > 0};
    if (d.dated && !cc_written_year(r, r->parts->year, &d.year))
        return CC_WARN;
    cc_holiday_in(holiday, d.dated ? d.year : cc_anchor_year(r), &d.month, &d.day);
    guess_year(r, &d);
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

/* "March of last year", "the end of this year": a part of a year that is told from the anchor.
 * false: the parts are no such thing. */
static bool resolve_in_told_year(const cc_resolver *r, cc_fact *ret, cc_status *ret_status)
{
    cc_date_parts dated = *r->parts;
    cc_resolver   inner = *r;
    cc_shift      shift;
    if (dated.month.len + dated.part.len + dated.quarter.len + dated.half.len == 0 ||
        !cc_period_is_known(r->anchor) || !cc_calendar_shift(r->calendar, dated.relative, &shift) ||
        shift.unit != CC_UNIT_YEAR)
        return false;
    dated.year     = cc_year_print(r->arena, cc_anchor_year(r) + shift.by);
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
        return resolve_slice(r, ret);
    if (p->fiscal.len > 0)
        return resolve_fiscal(r, ret);
    if (p->decade.len > 0)
        return resolve_years(r, ret);
    if (p->day2.len > 0 || p->month2.len > 0 || p->year2.len > 0)
        return resolve_range(r, ret);
    if (p->part.len > 0)
        return resolve_part(r, ret);
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
