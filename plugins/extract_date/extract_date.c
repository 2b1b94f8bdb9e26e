/* extract_date.c - dates, periods and durations, as rules/<language>/date.yaml describes them. */
#include "clock.h"
#include "duration.h"
#include "narrative.h"

#include <string.h>

typedef struct part_name {
    const char *group;
    size_t      offset;
} part_name;

static const part_name part_names[CC_PART_COUNT] = {
    [CC_PART_WEEKDAY]  = {"weekday", offsetof(cc_date_parts, weekday)},
    [CC_PART_DAY]      = {"day", offsetof(cc_date_parts, day)},
    [CC_PART_MONTH]    = {"month", offsetof(cc_date_parts, month)},
    [CC_PART_YEAR]     = {"year", offsetof(cc_date_parts, year)},
    [CC_PART_DAY2]     = {"day2", offsetof(cc_date_parts, day2)},
    [CC_PART_MONTH2]   = {"month2", offsetof(cc_date_parts, month2)},
    [CC_PART_YEAR2]    = {"year2", offsetof(cc_date_parts, year2)},
    [CC_PART_QUARTER]  = {"quarter", offsetof(cc_date_parts, quarter)},
    [CC_PART_HALF]     = {"half", offsetof(cc_date_parts, half)},
    [CC_PART_PART]     = {"part", offsetof(cc_date_parts, part)},
    [CC_PART_FISCAL]   = {"fiscal", offsetof(cc_date_parts, fiscal)},
    [CC_PART_DECADE]   = {"decade", offsetof(cc_date_parts, decade)},
    [CC_PART_RELATIVE] = {"relative", offsetof(cc_date_parts, relative)},
};

/* -- What a match means ---------------------------------------------------------------------- */

/* The words before a date, for the hedge: at most 16 bytes, from its block. */
static cc_str words_before(const cc_reading *r)
{
    uint32_t end = r->match->span.off, first = r->doc->blocks[r->match->block].span.off;
    uint32_t off = end - first > 16 ? end - 16 : first;
    while (end > off && r->doc->text.ptr[end - 1] == ' ')
        end--;
    return (cc_str){r->doc->text.ptr + off, end - off};
}

static int two_digits(cc_str s)
{
    int n = 0;
    for (size_t i = 0; i < s.len && i < 2; i++)
        n = n * 10 + (s.ptr[i] - '0');
    return n;
}

/* Whether the dates between slashes that read one way only have the day first, and none has it
 * second. */
static bool is_day_first(const cc_reading *r)
{
    bool first = false, second = false;
    for (const cc_match *m = r->matches; m < r->matches + r->match_count; m++)
        if (m->rule == r->groups->slashes) {
            first  = first || two_digits(cc_group_text(r, m, r->groups->parts[CC_PART_MONTH])) > 12;
            second = second || two_digits(cc_group_text(r, m, r->groups->parts[CC_PART_DAY])) > 12;
        }
    return first && !second;
}

static cc_status resolve_date(const cc_reading *r, cc_fact *fact)
{
    cc_date_parts parts   = {.size = sizeof parts};
    cc_str        anaphor = cc_group(r, r->groups->anaphor);
    bool          own     = cc_group(r, r->groups->own).len > 0;
    for (size_t i = 0; i < CC_PART_COUNT; i++) {
        cc_str part = cc_group(r, r->groups->parts[i]);
        memcpy((char *)&parts + part_names[i].offset, &part, sizeof part);
    }
    if (r->day_first && r->match->rule == r->groups->slashes) {
        cc_str day  = parts.month;
        parts.month = parts.day;
        parts.day   = day;
    }
    parts.hedge = words_before(r);
    cc_doc doc  = cc_narrative_anchor(r, anaphor.len > 0 && !own);
    if (parts.weekday.len > 0 && parts.day.len == 0)
        doc = r->told_weekday ? *r->doc : cc_narrative_day(r);
    if (anaphor.len > 0)
        parts.relative = anaphor;
    else if (parts.relative.len > 0)
        doc.date = r->doc->date;
    return cc_narrative_resolve(r, &doc, &parts, fact);
}

/* "the first ten months of 1915": the TIMEX3 value is the length, the period is a part of 1915. */
static cc_status resolve_stretch(const cc_reading *r, cc_fact *fact)
{
    cc_fact   whole  = *fact;
    cc_status status = resolve_date(r, &whole);
    if (status == CC_OK)
        status = cc_duration_resolve(r, fact);
    if (status != CC_OK)
        return status;
    fact->period = cc_duration_cut(r, fact, &whole.period);
    fact->kind   = CC_DATE;
    fact->unit   = (cc_str){"", 0};
    fact->value  = (cc_value){0};
    return CC_OK;
}

/* Rules whose words name no day: "now", "recently", "at night". */
static const char *reference(const cc_date_groups *groups, uint32_t rule)
{
    if (rule == groups->present)
        return "PRESENT_REF";
    if (rule == groups->past)
        return "PAST_REF";
    if (rule == groups->night)
        return "XXXX-XX-XXTNI";
    if (rule == groups->daytime)
        return "XXXX-XX-XXTDT";
    return rule == groups->future ? "FUTURE_REF" : NULL;
}

static cc_status resolve(const cc_reading *r, cc_fact *fact)
{
    const char *timex = reference(r->groups, r->match->rule);
    if (cc_group(r, r->groups->first).len + cc_group(r, r->groups->last).len > 0)
        return resolve_stretch(r, fact);
    if (cc_group(r, r->groups->unit).len > 0)
        return cc_duration_resolve(r, fact);
    if (cc_group(r, r->groups->hour).len > 0)
        return cc_clock_resolve(r, fact);
    if (timex == NULL)
        return resolve_date(r, fact);
    fact->timex = (cc_str){timex, strlen(timex)};
    return CC_OK;
}

/* -- Ranges ---------------------------------------------------------------------------------- */

static bool is_range(const cc_reading *r)
{
    const uint32_t *slots = r->groups->parts;
    return cc_group(r, slots[CC_PART_FISCAL]).len == 0 &&
           cc_group(r, slots[CC_PART_DAY2]).len + cc_group(r, slots[CC_PART_MONTH2]).len +
                   cc_group(r, slots[CC_PART_YEAR2]).len >
               0;
}

/* Where the second date of a range begins, and where the first one ends. */
static uint32_t find_ends(const cc_reading *r, uint32_t *ret_first_end)
{
    uint32_t second = UINT32_MAX, end = r->match->span.off;
    for (size_t i = CC_PART_DAY2; i <= CC_PART_YEAR2; i++) {
        uint32_t slot = r->groups->parts[i];
        if (cc_group(r, slot).len > 0 && r->match->groups[slot].off < second)
            second = r->match->groups[slot].off;
    }
    for (size_t i = CC_PART_DAY; i <= CC_PART_YEAR; i++) {
        uint32_t slot = r->groups->parts[i];
        if (cc_group(r, slot).len == 0)
            continue;
        uint32_t last = cc_end(r->match->groups[slot]);
        if (last <= second && last > end)
            end = last;
    }
    *ret_first_end = end;
    return second;
}

/* A range is put as one, followed by its ends, as TimeML has them: each with its own words and
 * TIMEX3 value, and both with the period of the whole, which is what a figure beside them was
 * counted in. */
static cc_status put_range(const cc_reading *r, const cc_fact *whole, cc_fact_sink *out)
{
    cc_fact     from = *whole, to = *whole;
    const char *slash = memchr(whole->timex.ptr, '/', whole->timex.len);
    uint32_t    first_end, second = find_ends(r, &first_end);
    cc_status   status = out->put(out, whole);
    if (status != CC_OK || slash == NULL || whole->impossible || first_end == from.span.off)
        return status;
    from.span.len  = first_end - from.span.off;
    from.timex.len = (size_t)(slash - whole->timex.ptr);
    to.span        = (cc_span){second, cc_end(whole->span) - second};
    to.timex       = (cc_str){slash + 1, whole->timex.len - from.timex.len - 1};
    status         = out->put(out, &from);
    return status == CC_OK ? out->put(out, &to) : status;
}

/* -- The walk -------------------------------------------------------------------------------- */

static void find_sentence(cc_reading *r)
{
    while (r->sentence + 1 < r->doc->sentence_count &&
           r->doc->sentences[r->sentence + 1].span.off <= r->match->span.off)
        r->sentence++;
}

/* Of matches that overlap, the longest, then the first: as the host decides between facts. */
static bool is_winner(const cc_reading *r, uint32_t taken)
{
    const cc_match *match = r->match, *last = r->matches + r->match_count;
    if (match->span.off < taken)
        return false;
    for (const cc_match *m = match + 1; m < last && m->span.off < cc_end(match->span); m++)
        if (m->span.len > match->span.len)
            return false;
    return true;
}

/*   *taken  where the last winner ends */
static cc_status extract_match(cc_reading *r, uint32_t *taken, cc_fact_sink *out)
{
    cc_fact fact = {
        .size   = sizeof fact,
        .kind   = CC_DATE,
        .span   = r->match->span,
        .rule   = r->match->rule,
        .period = {.day_last = -1},
    };
    find_sentence(r);
    if (resolve(r, &fact) != CC_OK)
        return CC_OK;
    if (is_winner(r, *taken)) {
        *taken = cc_end(fact.span);
        cc_narrative_tell(r, &fact);
    }
    return is_range(r) ? put_range(r, &fact, out) : out->put(out, &fact);
}

static cc_status extract(void *self, const cc_host *host, const cc_doc *doc,
                         const cc_match *matches, size_t match_count, cc_fact_sink *out)
{
    cc_reading r = {
        .groups      = self,
        .host        = host,
        .doc         = doc,
        .matches     = matches,
        .match_count = match_count,
    };
    uint32_t  taken  = 0;
    cc_status status = CC_OK;
    cc_narrative_begin(&r);
    r.day_first = is_day_first(&r);
    for (size_t i = 0; i < match_count && status == CC_OK; i++) {
        r.match = &matches[i];
        status  = extract_match(&r, &taken, out);
    }
    return status;
}

static cc_status open_extractor(const cc_host *host, void **ret_self)
{
    cc_date_groups *self = host->alloc(host, sizeof *self, _Alignof(cc_date_groups));
    for (size_t i = 0; i < CC_PART_COUNT; i++)
        self->parts[i] = host->group(host, part_names[i].group);
    self->anaphor = host->group(host, "anaphor");
    self->own     = host->group(host, "own");
    self->number  = host->group(host, "number");
    self->one     = host->group(host, "one");
    self->unit    = host->group(host, "unit");
    self->ago     = host->group(host, "ago");
    self->earlier = host->group(host, "earlier");
    self->later   = host->group(host, "later");
    self->hour    = host->group(host, "hour");
    self->minute  = host->group(host, "minute");
    self->noon    = host->group(host, "noon");
    self->first   = host->group(host, "first");
    self->last    = host->group(host, "last");
    self->present = host->rule(host, "date.present");
    self->past    = host->rule(host, "date.past");
    self->future  = host->rule(host, "date.future");
    self->slashes = host->rule(host, "date.slashes");
    self->night   = host->rule(host, "date.night");
    self->daytime = host->rule(host, "date.daytime");
    self->set     = host->rule(host, "date.set");
    *ret_self     = self;
    return CC_OK;
}

CC_PLUGIN_ENTRY
{
    static const cc_extractor stage  = {.size = sizeof stage, .extract = extract};
    static const cc_plugin    plugin = {
           .size      = sizeof plugin,
           .abi       = CC_ABI,
           .name      = "extract_date",
           .summary   = "dates, periods and durations",
           .rules     = "date",
           .open      = open_extractor,
           .extractor = &stage,
    };
    return &plugin;
}
