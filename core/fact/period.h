/* period.h - dates, and what they have in common. Days count from 1970-01-01, proleptic
 * Gregorian; year 0 is 1 BC. */
#ifndef CC_FACT_PERIOD_H
#define CC_FACT_PERIOD_H

#include "fact/calendar.h"

int32_t cc_day_from_date(int32_t year, int32_t month, int32_t day);
void    cc_day_to_date(int32_t day, int32_t *ret_year, int32_t *ret_month, int32_t *ret_day);
int32_t cc_day_weekday(int32_t day); /* 1 Monday to 7 Sunday */
int32_t cc_month_days(int32_t year, int32_t month);
bool    cc_date_exists(int32_t year, int32_t month, int32_t day);
cc_str  cc_day_print(cc_arena *arena, int32_t day); /* "2019-01-31" */
/* Errors: CC_WARN - not "2019-01-31", or no such day. */
cc_status cc_day_parse(cc_str iso, int32_t *ret);

static inline cc_period cc_period_unknown(void)
{
    return (cc_period){.day_first = 0, .day_last = -1};
}

static inline bool cc_period_is_known(const cc_period *p)
{
    return p->day_first <= p->day_last;
}

bool           cc_period_overlap(const cc_period *a, const cc_period *b);
cc_str         cc_granularity_name(cc_granularity granularity); /* "day", "part-of-year" */
cc_granularity cc_granularity_parse(cc_str name);               /* 0: none */
/* In words, for a reason: "2019", "March 2019", "fiscal year 2021", "2013 to 2016". */
cc_str cc_period_print(cc_arena *arena, const cc_period *period);

/* Defined in period_resolve.c. Fills kind, period, weekday, impossible and timex of *ret from the parts a rule found.
 * `doc` is for relative dates, dates without a year and years of two digits; its date may be
 * unknown, and then so is their period. A month or day without a year is the one nearest to the
 * document's date. "12/03/2019" is read as in the United States, month first, unless the first
 * number is over 12. A fiscal year is that of the United States, 1 October to 30 September.
 * A day that does not exist is a date all the same: `impossible`, its period unknown.
 * Errors: CC_WARN - the parts are no date. */
cc_status cc_period_resolve(const cc_calendar *calendar, cc_arena *arena, const cc_doc *doc,
                            const cc_date_parts *parts, cc_fact *ret);

#endif
