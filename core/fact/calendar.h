/* calendar.h - what a language calls months, weekdays, parts of a year and relative days. */
#ifndef CC_FACT_CALENDAR_H
#define CC_FACT_CALENDAR_H

#include "base/arena.h"
#include "base/fault.h"
#include "fact/holiday.h"

typedef struct cc_calendar cc_calendar;

/* "early" is the first third of a month or year; "summer" is a run of months, "night" a time of
 * day. */
typedef struct cc_year_part {
    cc_str  name;
    int32_t third;                   /* 1 to 3; 0: a season or a time of day */
    int32_t month_first, month_last; /* of a season, else 0; 13 is January of the next year */
    cc_str  timex;                   /* of a season or a time of day: "SU", "NI" */
} cc_year_part;

typedef enum cc_calendar_unit {
    CC_UNIT_DAY = 1,
    CC_UNIT_WEEK,
    CC_UNIT_WEEKEND,
    CC_UNIT_MONTH,
    CC_UNIT_QUARTER,
    CC_UNIT_YEAR,
    CC_UNIT_DECADE,
    CC_UNIT_CENTURY,
} cc_calendar_unit;

typedef struct cc_shift {
    cc_calendar_unit unit; /* 0: the direction alone was written ("last") */
    int32_t          by;
} cc_shift;

/* Reads `folder`/tables/calendar.yaml; `folder` is that of the language, "rules/en".
 * Errors: CC_FATAL - with file, line and column. */
cc_status cc_calendar_load(cc_arena *run, cc_str folder, cc_calendar **ret, cc_fault *fault);

/* Any case; a full stop at the end is ignored. 0: none. */
int32_t cc_calendar_month(const cc_calendar *calendar, cc_str name);   /* 1 to 12 */
int32_t cc_calendar_weekday(const cc_calendar *calendar, cc_str name); /* 1 Monday to 7 */
/* "third", "3rd", "Q3", "3"; 0: none. */
int32_t          cc_calendar_ordinal(const cc_calendar *calendar, cc_str text);
cc_calendar_unit cc_calendar_unit_of(const cc_calendar *calendar, cc_str name);
cc_hedge cc_calendar_hedge(const cc_calendar *calendar, cc_str text); /* by its last words */
/* Whether a line begins with a word such as "Published", and no other word but the table's. */
bool cc_calendar_is_dateline(const cc_calendar *calendar, cc_str before_date);
/* NULL: none. */
const cc_year_part *cc_calendar_part(const cc_calendar *calendar, cc_str name);
const cc_holiday   *cc_calendar_holiday(const cc_calendar *calendar, cc_str name);
/* "today", "last year", "that same day", "next", or a count of a unit: "-2 years".
 * false: not such a phrase. */
bool cc_calendar_shift(const cc_calendar *calendar, cc_str phrase, cc_shift *ret);

#endif
