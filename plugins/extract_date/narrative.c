/* narrative.c - news or history, and the date told last. */
#include "narrative.h"

#include <stdlib.h>
#include <string.h>

enum { YEARS_AROUND = 10, LEAD_MAX_BYTES = 12 };

static int32_t year_of_day(int32_t day)
{
    int64_t scaled = (int64_t)day * 400;
    return (int32_t)(1970 + (scaled >= 0 ? scaled : scaled - 146096) / 146097);
}

/* -- News or history ------------------------------------------------------------------------- */

/* 0: none of one to four digits, BC as a negative one. */
static int32_t written_year(cc_str s)
{
    int32_t year = 0;
    size_t  i    = 0;
    for (; i < s.len && i < 5 && s.ptr[i] >= '0' && s.ptr[i] <= '9'; i++)
        year = year * 10 + (s.ptr[i] - '0');
    if (i < s.len && memchr(s.ptr + i, 'B', s.len - i) != NULL)
        return 1 - year;
    return i == 4 ? year : 0;
}

static int order_years(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

/* Years far outside of those that the middle half of the mentions spans are asides. */
static void fence_years(cc_reading *r, int32_t *years, size_t count)
{
    qsort(years, count, sizeof *years, order_years);
    int32_t low = years[count / 4], high = years[count - 1 - count / 4];
    int32_t slack = (high - low) * 3 / 2 + YEARS_AROUND;
    r->year_low   = low - slack;
    r->year_high  = high + slack;
}

/* Whether another match before this one has read the same year. */
static bool is_read(const cc_reading *r, const cc_match *match, uint32_t slot)
{
    uint32_t off = match->groups[slot].off;
    for (const cc_match *m = match; m > r->matches && cc_end(m[-1].span) > off; m--)
        if (m[-1].groups[slot].off == off)
            return true;
    return false;
}

/* "Last year", "two weeks ago", "Monday": it is told from the day of writing. */
static bool is_told_from_now(const cc_reading *r, const cc_match *m)
{
    const uint32_t *slots   = r->groups->parts;
    bool            weekday = cc_group_text(r, m, slots[CC_PART_WEEKDAY]).len > 0 &&
                   cc_group_text(r, m, slots[CC_PART_DAY]).len == 0;
    return weekday || cc_group_text(r, m, slots[CC_PART_RELATIVE]).len > 0 ||
           cc_group_text(r, m, r->groups->ago).len > 0;
}

/* Most years of a history lie more than a year before its own date, and it seldom says "today",
 * "Monday" or "last year". */
void cc_narrative_begin(cc_reading *r)
{
    const uint32_t *slots = r->groups->parts;
    int32_t         own   = year_of_day(r->doc->date.day_first);
    size_t          near = 0, far = 0;
    int32_t *years = r->host->alloc(r->host, r->match_count * sizeof *years, _Alignof(int32_t));
    r->told        = (cc_period){.day_last = -1};
    r->history     = false;
    for (const cc_match *m = r->matches; m < r->matches + r->match_count; m++) {
        int32_t year = written_year(cc_group_text(r, m, slots[CC_PART_YEAR]));
        near += is_told_from_now(r, m);
        if (year == 0 || is_read(r, m, slots[CC_PART_YEAR]))
            continue;
        if (year >= own - 1)
            near++;
        else
            years[far++] = year;
    }
    r->history = cc_is_known(&r->doc->date) && far > near;
    if (r->history)
        fence_years(r, years, far);
}

/* -- What was told before -------------------------------------------------------------------- */

cc_doc cc_narrative_anchor(const cc_reading *r, bool anaphor)
{
    cc_doc doc = *r->doc;
    if (cc_is_known(&r->told) && (anaphor || r->history || r->told_sentence == r->sentence))
        doc.date = r->told;
    return doc;
}

cc_doc cc_narrative_day(const cc_reading *r)
{
    cc_doc doc = cc_narrative_anchor(r, false);
    if (doc.date.day_first != doc.date.day_last && !r->history)
        doc.date = r->doc->date;
    return doc;
}

cc_status cc_narrative_resolve(const cc_reading *r, const cc_doc *doc, const cc_date_parts *parts,
                               cc_fact *fact)
{
    cc_status status = r->host->period(r->host, doc, parts, fact);
    bool      vague  = status == CC_OK && parts->relative.len > 0 && !cc_is_known(&fact->period) &&
                 memchr(fact->timex.ptr, 'X', fact->timex.len) != NULL;
    if (!vague || r->history || !cc_is_known(&r->doc->date))
        return status;
    return r->host->period(r->host, r->doc, parts, fact);
}

/* "In March 1941 … in 1941": the month still is where the text stands. */
static bool is_inside(const cc_period *inner, const cc_period *outer)
{
    return cc_is_known(inner) && outer->day_first <= inner->day_first &&
           inner->day_last <= outer->day_last;
}

/* "In 1777 …": what a sentence or a heading begins with is where the text goes on. */
static bool is_leading(const cc_reading *r)
{
    const cc_sentence *s =
        r->sentence < r->doc->sentence_count ? &r->doc->sentences[r->sentence] : NULL;
    return s != NULL && r->match->span.off <= s->span.off + LEAD_MAX_BYTES;
}

/* "The year before", "two years ago", and in a history a year that has passed: it goes on from
 * where it was. */
static bool is_aside(const cc_reading *r, const cc_period *p)
{
    bool told = cc_group(r, r->groups->anaphor).len + cc_group(r, r->groups->ago).len +
                    cc_group(r, r->groups->earlier).len >
                0;
    if (!cc_is_known(&r->told))
        return false;
    if (told)
        return p->day_last < r->told.day_first;
    return r->history && p->granularity == CC_YEAR && !is_leading(r) &&
           (p->day_last < r->told.day_first || p->day_first > r->told.day_last + 2 * 366);
}

/* In news "Friday" is a day to go on from, though it is none that a figure could be held to. */
static cc_period day_of_weekday(const cc_reading *r, const cc_fact *fact)
{
    enum { DAY_BYTES = 10 };
    cc_fact       day   = {.size = sizeof day, .period = {.day_last = -1}};
    cc_date_parts parts = {.size = sizeof parts};
    if (fact->weekday == 0 || r->history || fact->timex.len < DAY_BYTES ||
        memchr(fact->timex.ptr, 'X', DAY_BYTES) != NULL)
        return fact->period;
    parts.year  = (cc_str){fact->timex.ptr, 4};
    parts.month = (cc_str){fact->timex.ptr + 5, 2};
    parts.day   = (cc_str){fact->timex.ptr + 8, 2};
    return r->host->period(r->host, r->doc, &parts, &day) == CC_OK ? day.period : fact->period;
}

void cc_narrative_tell(cc_reading *r, const cc_fact *fact)
{
    cc_period        day = day_of_weekday(r, fact);
    const cc_period *p   = &day;
    bool relative = fact->weekday == 0 && cc_group(r, r->groups->parts[CC_PART_RELATIVE]).len > 0;
    if (fact->kind != CC_DATE || !cc_is_known(p) || p->granularity == CC_YEARS || relative ||
        is_aside(r, p))
        return;
    int32_t year = year_of_day(p->day_first);
    if (r->history && (year < r->year_low || year > r->year_high))
        return;
    if (p->granularity != CC_YEAR || !is_inside(&r->told, p))
        r->told = *p;
    r->told_sentence = r->sentence;
    r->told_weekday  = fact->weekday != 0 && !cc_is_known(&fact->period);
}
