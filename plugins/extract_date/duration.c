/* duration.c - "three years" as P3Y, "two years ago" as a date. */
#include "duration.h"

#include "narrative.h"

#include <stdio.h>
#include <string.h>

/* The letters of ISO 8601 for a unit; NULL: none. Those of a day's parts follow a T. */
static const char *unit_letter(cc_str unit)
{
    static const struct {
        const char *unit, *letter;
    } letters[] = {
        {"year", "Y"},  {"month", "M"}, {"week", "W"},     {"day", "D"},        {"decade", "DE"},
        {"hour", "TH"}, {"h", "TH"},    {"minute", "TM"},  {"min", "TM"},       {"second", "TS"},
        {"s", "TS"},    {"d", "D"},     {"century", "CE"}, {"centuries", "CE"},
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

/* How many of the unit: "three", "18", "a" (one), "several" (X: not said). */
static cc_status read_count(const cc_reading *r, cc_fact *fact, char *ret, size_t room)
{
    const cc_date_groups *self   = r->groups;
    cc_str                number = cc_group(r, self->number);
    snprintf(ret, room, "X");
    if (cc_group(r, self->one).len > 0) {
        snprintf(ret, room, "1");
        return r->host->number(r->host, (cc_str){"1", 1}, (cc_str){"", 0}, &fact->value);
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
    return r->host->period(r->host, &doc, &parts, fact);
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
    if ((count[0] == 'X' && !(fact->value.flags & CC_RANGE)) || fact->unit.len == 0) {
        fact->unit  = (cc_str){"", 0};
        fact->value = (cc_value){0};
    }
    return CC_OK;
}
