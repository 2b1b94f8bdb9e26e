/* duration.c - "three years" as P3Y, "two years ago" as a date. */
#include "duration.h"

#include "narrative.h"

#include <stdio.h>
#include <string.h>

enum { MAX_CUT = 366 };

/* The letters of ISO 8601 for a unit; NULL: none. Those of a day's parts follow a T. */
static const char *unit_letter(cc_str unit)
{
    static const struct {
        const char *unit, *letter;
    } letters[] = {
        {"year", "Y"},  {"month", "M"}, {"week", "W"},     {"day", "D"},        {"decade", "DE"},
        {"hour", "TH"}, {"h", "TH"},    {"minute", "TM"},  {"min", "TM"},       {"second", "TS"},
        {"s", "TS"},    {"d", "D"},     {"century", "CE"}, {"centuries", "CE"}, {"quarter", "Q"},
    };
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (strlen(letters[i].unit) == unit.len && memcmp(letters[i].unit, unit.ptr, unit.len) == 0)
            return letters[i].letter;
    return NULL;
}

static cc_str print(const cc_reading *r, const char *format, const char *a, const char *b)
{
    size_t room = strlen(format) + strlen(a) + strlen(b) + 1;
    char  *text = r->host->alloc(r->host, room, 1);
    int    len  = snprintf(text, room, format, a, b);
    return (cc_str){text, (size_t)len};
}

/* "18", "2.5": what a duration's TIMEX value counts. */
static void print_count(const cc_value *value, char *ret, size_t room)
{
    int64_t mant = value->stated.mant;
    int32_t exp  = value->stated.exp10;
    for (; exp > 0 && mant < INT64_MAX / 10; exp--)
        mant *= 10;
    if (exp == 0)
        snprintf(ret, room, "%lld", (long long)mant);
    else if (exp == -1)
        snprintf(ret, room, "%lld.%lld", (long long)(mant / 10), (long long)(mant % 10));
    else
        snprintf(ret, room, "X");
}

/* How many of the unit: "three", "18", "a" (one), "several" (X: not said), "a year and a half",
 * "half a year". */
static cc_status read_count(const cc_reading *r, cc_fact *fact, char *ret, size_t room)
{
    const cc_date_groups *self   = r->groups;
    cc_str                number = cc_group(r, self->number);
    snprintf(ret, room, "X");
    if (cc_group(r, self->one).len > 0) {
        cc_str half = cc_group(r, self->parts[CC_PART_HALF]), one = cc_group(r, self->one);
        snprintf(ret, room, half.len == 0 ? "1" : half.ptr == one.ptr ? "0.5" : "1.5");
        return r->host->number(r->host, (cc_str){ret, strlen(ret)}, (cc_str){"", 0}, &fact->value);
    }
    if (number.len == 0)
        return CC_OK;
    cc_status status = r->host->number(r->host, number, (cc_str){"", 0}, &fact->value);
    if (status == CC_OK && !(fact->value.flags & CC_RANGE))
        print_count(&fact->value, ret, room);
    return status;
}

/* "two years ago": the anchor moved by a signed count of units. */
static cc_status move_anchor(const cc_reading *r, const char *count, cc_str unit, cc_fact *fact)
{
    bool          ago   = cc_group(r, r->groups->ago).len > 0;
    bool          later = cc_group(r, r->groups->later).len > 0;
    char          text[64];
    cc_date_parts parts = {.size = sizeof parts};
    cc_doc        doc   = cc_narrative_anchor(r, !ago);
    snprintf(text, sizeof text, "%s%s %.*s", later ? "" : "-", count, (int)unit.len, unit.ptr);
    parts.relative = (cc_str){text, strlen(text)};
    return cc_narrative_resolve(r, &doc, &parts, fact);
}

/* "Years ago", "2.5 years ago", "two hours ago": none names a day. */
static cc_status resolve_shift(const cc_reading *r, const char *count, cc_fact *fact)
{
    cc_str unit  = fact->unit;
    bool   later = cc_group(r, r->groups->later).len > 0;
    fact->kind   = CC_DATE;
    fact->unit   = (cc_str){"", 0};
    fact->value  = (cc_value){0};
    if (count[0] == 'X' || move_anchor(r, count, unit, fact) != CC_OK)
        fact->timex = later ? (cc_str){"FUTURE_REF", 10} : (cc_str){"PAST_REF", 8};
    return CC_OK;
}

static bool is_shift(const cc_reading *r)
{
    const cc_date_groups *self = r->groups;
    return cc_group(r, self->ago).len + cc_group(r, self->earlier).len +
               cc_group(r, self->later).len >
           0;
}

cc_status cc_duration_resolve(const cc_reading *r, cc_fact *fact)
{
    char      count[32];
    cc_status status = read_count(r, fact, count, sizeof count);
    cc_str    unit   = cc_group(r, r->groups->unit);
    fact->unit       = r->host->unit(r->host, unit);
    if (status != CC_OK)
        return status;
    if (is_shift(r))
        return resolve_shift(r, count, fact);
    const char *letter = unit_letter(fact->unit.len > 0 ? fact->unit : unit);
    if (letter == NULL)
        return CC_WARN;
    fact->kind = CC_DURATION;
    fact->timex =
        letter[0] == 'T' ? print(r, "PT%s%s", count, letter + 1) : print(r, "P%s%s", count, letter);
    bool unsaid = count[0] == 'X' && !(fact->value.flags & CC_RANGE);
    if (unsaid || fact->unit.len == 0 || r->match->rule == r->groups->set) {
        fact->unit  = (cc_str){"", 0};
        fact->value = (cc_value){0};
    }
    return CC_OK;
}

/* -- A length cut off a date ----------------------------------------------------------------- */

/* The month that lies so many months from that of `day`. */
static cc_period find_month(const cc_reading *r, int32_t day, int64_t months)
{
    char          text[32];
    cc_doc        doc   = *r->doc;
    cc_date_parts parts = {.size = sizeof parts};
    cc_fact       fact  = {.size = sizeof fact, .period = {.day_last = -1}};
    int           len   = snprintf(text, sizeof text, "%lld months", (long long)months);
    doc.date            = (cc_period){.day_first = day, .day_last = day, .granularity = CC_DAY};
    parts.relative      = (cc_str){text, (size_t)len};
    return r->host->period(r->host, &doc, &parts, &fact) == CC_OK ? fact.period : doc.date;
}

/* The first or last day of so many units, counted from that end of `whole`. */
static void cut_months(const cc_reading *r, int64_t count, bool last, cc_period *ret)
{
    if (last)
        ret->day_first = find_month(r, ret->day_last, 1 - count).day_first;
    else
        ret->day_last = find_month(r, ret->day_first, count - 1).day_last;
}

static void cut_days(int64_t count, bool last, cc_period *ret)
{
    if (last)
        ret->day_first = ret->day_last - (int32_t)count + 1;
    else
        ret->day_last = ret->day_first + (int32_t)count - 1;
}

cc_period cc_duration_cut(const cc_reading *r, const cc_fact *length, const cc_period *whole)
{
    static const struct {
        const char *letter;
        int64_t     months, days;
    } units[]       = {{"M", 1, 0}, {"Q", 3, 0}, {"W", 0, 7}, {"D", 0, 1}};
    cc_period   ret = *whole, unknown = {.day_last = -1};
    bool        last   = cc_group(r, r->groups->last).len > 0;
    cc_dec      stated = length->value.stated;
    int64_t     count  = stated.exp10 == 1 ? stated.mant * 10 : stated.mant;
    const char *letter = unit_letter(length->unit);
    if (!cc_is_known(whole) || stated.exp10 < 0 || stated.exp10 > 1 || stated.mant > MAX_CUT)
        return unknown;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (letter != NULL && strcmp(letter, units[i].letter) == 0) {
            if (units[i].months > 0)
                cut_months(r, count * units[i].months, last, &ret);
            else
                cut_days(count * units[i].days, last, &ret);
            ret.granularity = CC_PART;
            return ret.day_first < whole->day_first || ret.day_last > whole->day_last ? unknown
                                                                                      : ret;
        }
    return unknown;
}
