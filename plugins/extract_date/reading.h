/* reading.h - one document on its way through the date plugin. */
#ifndef EXTRACT_DATE_READING_H
#define EXTRACT_DATE_READING_H

#include <claimcheck.h>

/* The groups of rules that hold a part of a date, and what else tells kinds of matches apart. */
enum {
    CC_PART_WEEKDAY = 0,
    CC_PART_DAY,
    CC_PART_MONTH,
    CC_PART_YEAR,
    CC_PART_DAY2,
    CC_PART_MONTH2,
    CC_PART_YEAR2,
    CC_PART_QUARTER,
    CC_PART_HALF,
    CC_PART_PART,
    CC_PART_FISCAL,
    CC_PART_DECADE,
    CC_PART_RELATIVE,
    CC_PART_COUNT,
};

typedef struct cc_date_groups {
    uint32_t parts[CC_PART_COUNT]; /* slots */
    uint32_t anaphor, own;         /* told from the date before; from where the text stands */
    uint32_t number, one, unit, ago, earlier, later, hour, minute, noon;
    uint32_t first, last; /* the end of a date that a length is cut off */
    uint32_t present, past, future, slashes, night, daytime, set; /* rules */
} cc_date_groups;

typedef struct cc_reading {
    const cc_date_groups *groups;
    const cc_host        *host;
    const cc_doc         *doc;
    const cc_match       *matches;
    size_t                match_count;
    const cc_match       *match; /* in hand */
    cc_period             told;  /* the last date told */
    size_t                told_sentence, sentence;
    bool                  told_weekday; /* it was "Friday", told from the day of writing */
    bool                  history;
    bool                  day_first;           /* "5/6/2021" is the fifth of June */
    int32_t               year_low, year_high; /* of the years that a history tells */
} cc_reading;

/* What a group of a match holds; empty where it took no part. */
static inline cc_str cc_group_text(const cc_reading *r, const cc_match *match, uint32_t slot)
{
    if (slot == CC_NO_GROUP || match->groups[slot].off == UINT32_MAX)
        return (cc_str){"", 0};
    cc_span span = match->groups[slot];
    return (cc_str){r->doc->text.ptr + span.off, span.len};
}

static inline cc_str cc_group(const cc_reading *r, uint32_t slot)
{
    return cc_group_text(r, r->match, slot);
}

static inline uint32_t cc_end(cc_span span)
{
    return span.off + span.len;
}

static inline bool cc_is_known(const cc_period *period)
{
    return period->day_first <= period->day_last;
}

#endif
