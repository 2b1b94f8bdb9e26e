/* extract_date.c - dates, periods and durations, as rules/<language>/date.yaml describes them.
 *
 * A date without a year ("10 August", "the next day") is read against what was told before it:
 * the last date of its sentence, or of the whole text where most years lie far from the
 * document's own date (a history); else against the document's own date. */
#include <claimcheck.h>

#include <stdio.h>
#include <string.h>

enum { PART_COUNT = 13 };

typedef struct extractor {
    uint32_t parts[PART_COUNT]; /* slots, in the order of part_names */
    uint32_t anaphor, number, one, unit, ago, earlier, later;
    uint32_t present, past, future; /* rules */
} extractor;

typedef struct part_name {
    const char *group;
    size_t      offset;
} part_name;

static const part_name part_names[PART_COUNT] = {
    {"weekday", offsetof(cc_date_parts, weekday)},   {"day", offsetof(cc_date_parts, day)},
    {"month", offsetof(cc_date_parts, month)},       {"year", offsetof(cc_date_parts, year)},
    {"day2", offsetof(cc_date_parts, day2)},         {"month2", offsetof(cc_date_parts, month2)},
    {"year2", offsetof(cc_date_parts, year2)},       {"quarter", offsetof(cc_date_parts, quarter)},
    {"half", offsetof(cc_date_parts, half)},         {"part", offsetof(cc_date_parts, part)},
    {"fiscal", offsetof(cc_date_parts, fiscal)},     {"decade", offsetof(cc_date_parts, decade)},
    {"relative", offsetof(cc_date_parts, relative)},
};

/* One document on its way through. */
typedef struct reading {
    const extractor *self;
    const cc_host   *host;
    const cc_doc    *doc;
    const cc_match  *match; /* in hand */
    cc_period        told;  /* the last date told */
    size_t           told_sentence, sentence;
    bool             history;
} reading;

static cc_str group(const reading *r, uint32_t slot)
{
    if (slot == CC_NO_GROUP || r->match->groups[slot].off == UINT32_MAX)
        return (cc_str){"", 0};
    cc_span span = r->match->groups[slot];
    return (cc_str){r->doc->text.ptr + span.off, span.len};
}

static bool is_known(const cc_period *period)
{
    return period->day_first <= period->day_last;
}

/* -- History or news ----------------------------------------------------------------------- */

static int32_t year_of_day(int32_t day)
{
    int64_t scaled = (int64_t)day * 400;
    return (int32_t)(1970 + (scaled >= 0 ? scaled : scaled - 146096) / 146097);
}

static int32_t written_year(cc_str s)
{
    int32_t year = 0;
    size_t  i    = 0;
    for (; i < s.len && i < 5 && s.ptr[i] >= '0' && s.ptr[i] <= '9'; i++)
        year = year * 10 + (s.ptr[i] - '0');
    return i == 4 ? year : 0;
}

/* Whether most years of the text lie more than a year from its own date. */
static bool is_history(reading *r, const cc_match *matches, size_t count)
{
    int32_t own  = year_of_day(r->doc->date.day_first);
    size_t  near = 0, far = 0;
    if (!is_known(&r->doc->date))
        return false;
    for (size_t i = 0; i < count; i++) {
        r->match     = &matches[i];
        int32_t year = written_year(group(r, r->self->parts[3]));
        if (year >= own - 1 && year <= own + 1)
            near++;
        else if (year != 0)
            far++;
    }
    return far > near;
}

/* -- What was told before ------------------------------------------------------------------ */

static void find_sentence(reading *r)
{
    while (r->sentence + 1 < r->doc->sentence_count &&
           r->doc->sentences[r->sentence + 1].span.off <= r->match->span.off)
        r->sentence++;
}

/* The document, with the date told last in place of its own where that is the anchor. */
static cc_doc anchor(const reading *r, bool anaphor)
{
    cc_doc doc = *r->doc;
    if (is_known(&r->told) && (anaphor || r->history || r->told_sentence == r->sentence))
        doc.date = r->told;
    return doc;
}

/* Of matches that overlap, the longest, then the first: as the host decides between facts. */
static bool is_winner(const cc_match *matches, size_t count, size_t i, uint32_t taken)
{
    uint32_t end = matches[i].span.off + matches[i].span.len;
    if (matches[i].span.off < taken)
        return false;
    for (size_t j = i + 1; j < count && matches[j].span.off < end; j++)
        if (matches[j].span.len > matches[i].span.len)
            return false;
    return true;
}

static void tell(reading *r, const cc_fact *fact)
{
    if (fact->kind != CC_DATE || !is_known(&fact->period) || fact->period.granularity == CC_YEARS ||
        group(r, r->self->parts[12]).len > 0)
        return;
    r->told          = fact->period;
    r->told_sentence = r->sentence;
}

/* -- Durations ----------------------------------------------------------------------------- */

/* The letters of ISO 8601 for a unit; NULL: none. Those of a day's parts follow a T. */
static const char *unit_letter(cc_str unit)
{
    static const struct {
        const char *unit, *letter;
    } letters[] = {
        {"year", "Y"},  {"month", "M"}, {"week", "W"},     {"day", "D"},  {"decade", "DE"},
        {"hour", "TH"}, {"h", "TH"},    {"minute", "TM"},  {"min", "TM"}, {"second", "TS"},
        {"s", "TS"},    {"d", "D"},     {"century", "CE"},
    };
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (strlen(letters[i].unit) == unit.len && memcmp(letters[i].unit, unit.ptr, unit.len) == 0)
            return letters[i].letter;
    return NULL;
}

static cc_str print(const reading *r, const char *format, const char *a, const char *b)
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
static cc_status read_count(const reading *r, cc_fact *fact, char *ret, size_t room)
{
    const extractor *self   = r->self;
    cc_str           number = group(r, self->number);
    snprintf(ret, room, "X");
    if (group(r, self->one).len > 0) {
        snprintf(ret, room, "1");
        return r->host->number(r->host, (cc_str){"1", 1}, (cc_str){"", 0}, &fact->value);
    }
    if (number.len == 0)
        return CC_OK;
    cc_status status = r->host->number(r->host, number, (cc_str){"", 0}, &fact->value);
    if (status == CC_OK)
        print_count(&fact->value, ret, room);
    return status;
}

/* "two years ago": the anchor moved by a signed count of units. */
static cc_status resolve_shift(const reading *r, const char *count, cc_fact *fact)
{
    cc_str        unit  = fact->unit;
    bool          ago   = group(r, r->self->ago).len > 0;
    bool          later = group(r, r->self->later).len > 0;
    char          text[64];
    cc_date_parts parts = {.size = sizeof parts};
    fact->kind          = CC_DATE;
    fact->unit          = (cc_str){"", 0};
    fact->value         = (cc_value){0};
    if (count[0] == 'X') {
        fact->timex = later ? (cc_str){"FUTURE_REF", 10} : (cc_str){"PAST_REF", 8};
        return CC_OK;
    }
    snprintf(text, sizeof text, "%s%s %.*s", later ? "" : "-", count, (int)unit.len, unit.ptr);
    parts.relative = (cc_str){text, strlen(text)};
    cc_doc doc     = anchor(r, !ago);
    return r->host->period(r->host, &doc, &parts, fact);
}

static bool is_shift(const reading *r)
{
    const extractor *self = r->self;
    return group(r, self->ago).len + group(r, self->earlier).len + group(r, self->later).len > 0;
}

static cc_status resolve_duration(const reading *r, cc_fact *fact)
{
    char      count[32];
    cc_status status = read_count(r, fact, count, sizeof count);
    fact->unit       = r->host->unit(r->host, group(r, r->self->unit));
    if (status != CC_OK)
        return status;
    if (is_shift(r))
        return resolve_shift(r, count, fact);
    const char *letter = unit_letter(fact->unit);
    if (letter == NULL)
        return CC_WARN;
    fact->kind = CC_DURATION;
    fact->timex =
        letter[0] == 'T' ? print(r, "PT%s%s", count, letter + 1) : print(r, "P%s%s", count, letter);
    if (count[0] == 'X') {
        fact->unit  = (cc_str){"", 0};
        fact->value = (cc_value){0};
    }
    return CC_OK;
}

/* -- Dates --------------------------------------------------------------------------------- */

/* The words before a date, for the hedge: at most 16 bytes, from its block. */
static cc_str words_before(const reading *r)
{
    uint32_t end = r->match->span.off, first = r->doc->blocks[r->match->block].span.off;
    uint32_t off = end - first > 16 ? end - 16 : first;
    while (end > off && r->doc->text.ptr[end - 1] == ' ')
        end--;
    return (cc_str){r->doc->text.ptr + off, end - off};
}

static cc_status resolve_date(const reading *r, cc_fact *fact)
{
    cc_date_parts parts   = {.size = sizeof parts};
    cc_str        anaphor = group(r, r->self->anaphor);
    for (size_t i = 0; i < PART_COUNT; i++) {
        cc_str part = group(r, r->self->parts[i]);
        memcpy((char *)&parts + part_names[i].offset, &part, sizeof part);
    }
    parts.hedge = words_before(r);
    cc_doc doc  = anchor(r, anaphor.len > 0);
    if (anaphor.len > 0)
        parts.relative = anaphor;
    else if (parts.relative.len > 0)
        doc.date = r->doc->date;
    return r->host->period(r->host, &doc, &parts, fact);
}

/* Rules whose words name no day: "now", "recently". */
static const char *reference(const extractor *self, uint32_t rule)
{
    if (rule == self->present)
        return "PRESENT_REF";
    if (rule == self->past)
        return "PAST_REF";
    return rule == self->future ? "FUTURE_REF" : NULL;
}

static cc_status resolve(const reading *r, cc_fact *fact)
{
    const char *timex = reference(r->self, r->match->rule);
    if (group(r, r->self->unit).len > 0)
        return resolve_duration(r, fact);
    if (timex == NULL)
        return resolve_date(r, fact);
    fact->timex = (cc_str){timex, strlen(timex)};
    return CC_OK;
}

static cc_status extract(void *self, const cc_host *host, const cc_doc *doc,
                         const cc_match *matches, size_t match_count, cc_fact_sink *out)
{
    reading  r     = {.self = self, .host = host, .doc = doc, .told = {.day_last = -1}};
    uint32_t taken = 0;
    r.history      = is_history(&r, matches, match_count);
    for (size_t i = 0; i < match_count; i++) {
        cc_fact fact = {
            .size   = sizeof fact,
            .kind   = CC_DATE,
            .span   = matches[i].span,
            .rule   = matches[i].rule,
            .period = {.day_last = -1},
        };
        r.match = &matches[i];
        find_sentence(&r);
        if (resolve(&r, &fact) != CC_OK)
            continue;
        if (is_winner(matches, match_count, i, taken)) {
            taken = fact.span.off + fact.span.len;
            tell(&r, &fact);
        }
        cc_status status = out->put(out, &fact);
        if (status != CC_OK)
            return status;
    }
    return CC_OK;
}

static cc_status open_extractor(const cc_host *host, void **ret_self)
{
    extractor *self = host->alloc(host, sizeof *self, _Alignof(extractor));
    for (size_t i = 0; i < PART_COUNT; i++)
        self->parts[i] = host->group(host, part_names[i].group);
    self->anaphor = host->group(host, "anaphor");
    self->number  = host->group(host, "number");
    self->one     = host->group(host, "one");
    self->unit    = host->group(host, "unit");
    self->ago     = host->group(host, "ago");
    self->earlier = host->group(host, "earlier");
    self->later   = host->group(host, "later");
    self->present = host->rule(host, "date.present");
    self->past    = host->rule(host, "date.past");
    self->future  = host->rule(host, "date.future");
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
