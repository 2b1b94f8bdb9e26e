/* sheet_cell.h - what a cell of a sheet says: a figure, a point in time, words. */
#ifndef CC_SHARED_SHEET_CELL_H
#define CC_SHARED_SHEET_CELL_H

#include <claimcheck.h>

#include <string.h>
#include <strings.h>

static inline bool cc_sheet_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool cc_sheet_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Without regard to case; `list` ends with NULL. */
static inline bool cc_sheet_is_any(cc_str text, const char *const *list)
{
    for (; *list != NULL; list++)
        if (text.len == strlen(*list) && strncasecmp(text.ptr, *list, text.len) == 0)
            return true;
    return false;
}

typedef enum cc_sheet_says {
    CC_SHEET_NOTHING = 0,
    CC_SHEET_MISSING, /* "n/a", "..", "(D)": where a figure would be */
    CC_SHEET_WORDS,
    CC_SHEET_NUMBER,
    CC_SHEET_YEAR, /* "2019": it may count something, too */
    CC_SHEET_TIME, /* other days, months, quarters, years */
    CC_SHEET_SAYS_COUNT,
} cc_sheet_says;

/*   decimal_comma   "1.234,5" is a number, and not "1,234.5" */
cc_sheet_says cc_sheet_judge(cc_str text, bool decimal_comma);

/* "1980", "2019.5": a figure that reads as a year but for a separator behind its first digit. */
bool cc_sheet_is_like_year(cc_str text);

typedef enum cc_sheet_unit {
    CC_SHEET_NO_TIME = 0,
    CC_SHEET_WHOLE_YEAR,
    CC_SHEET_TWO_YEARS, /* "2018-19" */
    CC_SHEET_A_QUARTER,
    CC_SHEET_A_MONTH,
    CC_SHEET_A_DAY,
    CC_SHEET_IN_WORDS, /* "FY 2019", "March": as written */
} cc_sheet_unit;

typedef struct cc_sheet_time {
    cc_sheet_unit unit;
    uint32_t      year, quarter, month, day;
} cc_sheet_time;

/*   day_first   31/12/2019, and not 12/31/2019 */
cc_sheet_time cc_sheet_time_read(cc_str text, bool day_first);

/* "2011-12" is the December of 2011, or two years. */
bool cc_sheet_may_be_two_years(const cc_sheet_time *time);

/* In words that core reads in labels: "31 December 2019", "Q3 2019". Returns the length; at most
 * CC_SHEET_TIME_BYTES. */
enum { CC_SHEET_TIME_BYTES = 32 };
size_t cc_sheet_time_write(const cc_sheet_time *time, char *out);

/* "March" for 3; NULL: no month. */
const char *cc_sheet_month_name(uint32_t month);

#endif
