/* holiday.h - days with a name: on which day of a year they fall. */
#ifndef CC_FACT_HOLIDAY_H
#define CC_FACT_HOLIDAY_H

#include "base/str.h"

/* One of three: a day of a month; the nth weekday of a month; days from Easter Sunday. */
typedef struct cc_holiday {
    cc_str  name;
    int32_t month;        /* 0: counted from Easter */
    int32_t day;          /* 0: counted in weekdays */
    int32_t weekday, nth; /* 1 Monday to 7; 1 to 4, -1 the last of the month */
    int32_t easter;       /* days after Easter Sunday of the western churches */
} cc_holiday;

/* Sets month and day of the holiday in a Gregorian year. */
void cc_holiday_in(const cc_holiday *holiday, int32_t year, int32_t *ret_month, int32_t *ret_day);
/* Whether it is the same day in every year. */
static inline bool cc_holiday_is_fixed(const cc_holiday *holiday)
{
    return holiday->day > 0;
}

#endif
