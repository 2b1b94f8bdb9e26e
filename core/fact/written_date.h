/* written_date.h - what period_resolve.c, period_part.c and period_shift.c share: a date as it was
 * written. */
#ifndef CC_FACT_WRITTEN_DATE_H
#define CC_FACT_WRITTEN_DATE_H

#include "fact/period.h"

typedef struct cc_resolver {
    const cc_calendar   *calendar;
    cc_arena            *arena;
    const cc_period     *anchor; /* the document's date; may be unknown */
    const cc_date_parts *parts;
} cc_resolver;

/* A month of 0 is a whole year, a day of 0 a whole month. */
typedef struct cc_written {
    int32_t year, month, day;
    bool    dated;   /* the year is known */
    bool    guessed; /* it was taken from the anchor */
} cc_written;

/* false: no such date was written. An empty year leaves it undated. "13/5" is 13 May. */
bool cc_written_read(const cc_resolver *r, cc_str year, cc_str month, cc_str day, cc_written *ret);
/* "2019", "'08", "21", "493 BC". Two digits are of the century nearest to the anchor. */
bool    cc_written_year(const cc_resolver *r, cc_str s, int32_t *ret);
bool    cc_written_month(const cc_resolver *r, cc_str s, int32_t *ret); /* empty: 0 */
bool    cc_ends_in_bc(cc_str s);
int32_t cc_leading_number(cc_str s, size_t *ret_digits);
int32_t cc_anchor_year(const cc_resolver *r); /* 0 without an anchor */

/* "2013-16", "1999-02": two digits follow the first year within fifty years. */
bool cc_written_second_year(int32_t first, cc_str second, int32_t *ret);
/* Of the years around the anchor, the one that brings an undated date nearest to it. An anchor of
 * a year or more gives its own first year. */
void cc_written_guess(const cc_resolver *r, cc_written *d);
/* 31 April; without a year, 29 February may exist. */
bool cc_written_impossible(const cc_written *d);

/* As TIMEX3 writes them: "2019-03", "XXXX-03-12", "BC0493". */
cc_str cc_written_print(cc_arena *arena, const cc_written *d);
cc_str cc_year_print(cc_arena *arena, int32_t year);
/* "2019", "BC0049" cut to 3 digits of the year for a decade, to 2 for a century. */
cc_str    cc_years_print(cc_arena *arena, int32_t first_year, int32_t digits);
cc_period cc_written_period(const cc_written *d);
/* From the first day of `month` to the last of `month_last`, which may lie in later years. */
cc_period cc_period_months(int32_t year, int32_t month, int32_t month_last, cc_granularity g);
cc_period cc_period_years(int32_t first, int32_t last);

enum { CC_FISCAL_FIRST_MONTH = 10 }; /* of the United States; it is named after the next year */

/* Fill period and timex of *ret; see cc_period_resolve. */
cc_status cc_resolve_fiscal(const cc_resolver *r, cc_fact *ret); /* years, or a year up to a day */
cc_status cc_resolve_years(const cc_resolver *r, cc_fact *ret);  /* decades and centuries */
cc_status cc_resolve_slice(const cc_resolver *r, cc_fact *ret);  /* quarters and halves */
cc_status cc_resolve_part(const cc_resolver *r, cc_fact *ret);   /* "early 2021", "summer 2020" */
cc_status cc_resolve_relative(const cc_resolver *r, cc_fact *ret);
/* The timex of ret->weekday alone: of the day on or before the anchor, "XXXX-WXX-1" without one.
 * Errors: CC_WARN - there is none. */
cc_status cc_resolve_weekday(const cc_resolver *r, cc_fact *ret);

#endif
