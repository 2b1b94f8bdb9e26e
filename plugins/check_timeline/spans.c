/* spans.c - how long a span is said to be, and how long it is by its ends. */
#include "timeline.h"

enum {
    HALF_A_YEAR   = 183, /* days: "three years" may be two and a half */
    MOST_OF_MONTH = 23,
    HALF_A_WEEK   = 4,
    CALENDAR      = 3, /* months and years are not of one length */
};

/* -- Lengths ----------------------------------------------------------------------------------- */

/* Hundredths of a day, and how many days a stated length may miss where the ends are finer. */
typedef struct length_unit {
    const char *name;
    int64_t     length;
    int64_t     slack;
} length_unit;

static const length_unit units[] = {{"day", 100, 0},
                                    {"week", 700, HALF_A_WEEK},
                                    {"month", 3044, MOST_OF_MONTH},
                                    {"year", 36525, HALF_A_YEAR},
                                    {"decade", 365250, 3 * 365},
                                    {NULL, 0, 0}};

static const length_unit *find_unit(cc_str name)
{
    const length_unit *u = units;
    while (u->name != NULL && !cc_is(name, u->name))
        u++;
    return u->name == NULL ? NULL : u;
}

/* That of the ends: a day, a month, a year. */
static const length_unit *unit_of_ends(const range *r)
{
    size_t len = r->from.len;
    if (r->from.len != r->to.len)
        return NULL;
    return len == strlen("2020-05-01") ? &units[0]
           : len == strlen("2020-05")  ? &units[2]
           : len == TIMEX_YEAR         ? &units[3]
                                       : NULL;
}

/* Whether a length may be that of the range, with its last day, month or year or without. */
static bool is_as_long(const range *r, cc_exact said, const length_unit *unit,
                       const length_unit *ends)
{
    int64_t  high  = 100 * ((int64_t)r->period.day_last - r->period.day_first + 1);
    int64_t  low   = high - ends->length;
    int64_t  slack = 100 * (unit == ends ? unit == &units[0] ? 0 : CALENDAR : unit->slack);
    cc_exact days  = cc_exact_mul(said, cc_exact_int(unit->length));
    return cc_exact_cmp(days, cc_exact_int(low - slack)) >= 0 &&
           cc_exact_cmp(days, cc_exact_int(high + slack)) <= 0;
}

/* "per year", "a year": a rate. */
static bool is_rate(cc_str text)
{
    static const char *const words[] = {"per", "a", "an", "each", "every", NULL};
    cc_str                   first   = cc_next_word(&text);
    return is_one_of(first, words) && !cc_has_byte(cc_trim(text), '-');
}

static int64_t round_div(int64_t n, int64_t by)
{
    return (n + by / 2) / by;
}

/* In the stated unit; where that is the unit of the ends, with and without the last one. */
static cc_status report(const place *at, size_t span, const range *r, const length_unit *unit)
{
    int64_t whole = 100 * ((int64_t)r->period.day_last - r->period.day_first + 1);
    int64_t n     = round_div(whole, unit->length);
    char    message[MESSAGE_BYTES];
    cc_str  x = r->text, y = text_of(at->p, span);
    if (unit == unit_of_ends(r))
        snprintf(message, sizeof message, "%.*s are %lld %ss, or %lld with the last one, not %.*s",
                 (int)x.len, x.ptr, (long long)n - 1, unit->name, (long long)n, (int)y.len, y.ptr);
    else
        snprintf(message, sizeof message, "%.*s: that is %lld %s%s, not %.*s", (int)x.len, x.ptr,
                 (long long)n, unit->name, n == 1 ? "" : "s", (int)y.len, y.ptr);
    return r->end - r->first > 1 ? put(at, "date-order", r->first, r->end - 1, message)
                                 : put(at, "date-order", span, r->first, message);
}

static cc_status check_length(const place *at, size_t span, const range *r)
{
    const cc_fact     *d    = figure(at->p, span);
    const length_unit *unit = find_unit(d->unit), *ends = unit_of_ends(r);
    cc_exact           said = cc_exact_norm(cc_exact_of(d->value.stated));
    if (unit == NULL || ends == NULL || !is_known(&r->period) || r->period.hedge != CC_HEDGE_NONE ||
        d->kind != CC_DURATION || !cc_is_plain(d) || is_rate(text_of(at->p, span)) ||
        said.mant <= 0 || is_as_long(r, said, unit, ends))
        return CC_OK;
    return report(at, span, r, unit);
}

/* -- Which length is said of which span -------------------------------------------------------- */

static bool is_hyphenated(cc_str text)
{
    return cc_has_byte(text, '-');
}

/* What stands before a length of time that is that of a span: not "every six months", "rose by two
 * years", "an average of two years". */
static bool is_lasting(const place *at, size_t span)
{
    static const char *const others[] = {
        "every",   "each",  "any",     "per",   "once",   "within",     "first",
        "last",    "final", "further", "extra", "aged",   "average",    "median",
        "typical", "mean",  "by",      "wait",  "waited", "additional", NULL};
    const cc_host *host   = at->p->all->host;
    cc_str         before = gap_before(at->p, span), text = text_of(at->p, span), word;
    cc_str         recent[NEAR_WORDS + 1] = {{0}};
    while ((word = cc_next_word(&before)).len > 0) {
        memmove(recent, recent + 1, sizeof recent - sizeof *recent);
        recent[NEAR_WORDS] = word;
    }
    for (size_t i = 0; i <= NEAR_WORDS; i++)
        if (is_one_of(recent[i], others) || cc_is_cue(host, "up", recent[i]) ||
            cc_is_cue(host, "down", recent[i]))
            return false;
    return !is_one_of(cc_next_word(&text), others);
}

/* "a five-year plan (2016-2021)", "the three years from 2015 to 2017", "six months, from". */
static bool leads_in(cc_str gap)
{
    static const char *const links[] = {
        "from",  "between",        "of", "(",    ", from",       ":", "–", "—", ", between",
        "(from", ", running from", "or", ", or", "running from", NULL};
    return is_one_of(gap, links) || (cc_ends(gap, "(") && cc_count_words(gap) <= NEAR_WORDS - 1 &&
                                     !cc_has_byte(gap, ',') && !cc_has_byte(gap, ')'));
}

/* "2014-2019, a period of four years", "and lasted six months" */
static bool sums_up(cc_str gap)
{
    static const char *const links[] = {"(",
                                        ", or",
                                        ", that is,",
                                        ", that is",
                                        ", i.e.",
                                        ", in other words,",
                                        ",",
                                        "and lasted",
                                        "lasted",
                                        ", lasting",
                                        "lasting",
                                        ", for",
                                        ", which lasted",
                                        "and ran for",
                                        ", altogether",
                                        ", and lasted",
                                        "and took",
                                        NULL};
    static const char *const nouns[] = {"a period of", "a span of", "a total of", "a term of",
                                        NULL};
    for (size_t i = 0; nouns[i] != NULL; i++)
        if (cc_ends(gap, nouns[i]))
            return cc_count_words(gap) <= 2 * NEAR_WORDS;
    return is_one_of(gap, links);
}

/* The length ends what is said: not "six months after the vote", "two years earlier". */
static bool ends_there(cc_str rest)
{
    static const char *const closers[] = {"in",   "and", "but",  "altogether", "before", "because",
                                          "with", "all", "when", "so",         NULL};
    if (rest.len == 0 || memchr(",.;:)", rest.ptr[0], 5) != NULL)
        return true;
    cc_str word = cc_next_word(&rest);
    return is_one_of(word, closers) && !(cc_is(word, "in") && !cc_is(cc_next_word(&rest), "all")) &&
           !cc_is(word, "before");
}

/* "The six-month trial of shared booths ran": the subject of its clause, nothing but articles and
 * the like before it. */
static bool opens_clause(const place *at, size_t span)
{
    static const char *const light[] = {
        "the", "a",     "an",    "this",   "that",  "its", "their", "his",   "her",  "our", "and",
        "but", "while", "first", "second", "third", "new", "pilot", "whole", "full", NULL};
    cc_str gap = gap_before(at->p, span);
    for (size_t i = gap.len; i > 0; i--)
        if (gap.ptr[i - 1] == ',' || gap.ptr[i - 1] == ';' || gap.ptr[i - 1] == ':') {
            gap = (cc_str){gap.ptr + i, gap.len - i};
            break;
        }
    for (cc_str word; (word = cc_next_word(&gap)).len > 0;) {
        char   lower[CC_CUE_BYTES] = {0};
        size_t n                   = word.len < sizeof lower ? word.len : 0;
        memcpy(lower, word.ptr, n);
        lower[0] = (char)(lower[0] >= 'A' && lower[0] <= 'Z' ? lower[0] + 32 : lower[0]);
        if (!is_one_of((cc_str){lower, n}, light))
            return false;
    }
    return true;
}

/* "trial of shared booths at Blaine ran from", "trial began on" */
static bool runs(const place *at, const range *r, cc_str gap)
{
    bool begins = cc_ends(gap, "from") || cc_ends(gap, "between");
    if (cc_count_words(gap) > 2 * FAR_WORDS || cc_has_byte(gap, ';'))
        return false;
    if (cc_ends(gap, ":") || cc_ends(gap, "("))
        return cc_count_words(gap) <= FAR_WORDS && !cc_has_byte(gap, ',');
    return r->end - r->first > 1 && !begins
               ? cc_has_cue(at->p->all->host, "start", gap)
               : begins && cc_has_cue(at->p->all->host, "lasting", gap);
}

/* The length is the figure right before the range. */
static cc_status check_before(const place *at, const range *r)
{
    size_t span = r->first - 1;
    cc_str gap  = gap_before(at->p, r->first);
    if (leads_in(gap) && is_lasting(at, span))
        return check_length(at, span, r);
    if (is_hyphenated(text_of(at->p, span)) && opens_clause(at, span) && runs(at, r, gap))
        return check_length(at, span, r);
    return CC_OK;
}

static cc_status check_behind(const place *at, const range *r)
{
    if (sums_up(gap_before(at->p, r->end)) && ends_there(rest_after(at->p, r->end)))
        return check_length(at, r->end, r);
    return CC_OK;
}

/* At the figures of the range. */
cc_status check_span(const place *at, size_t i)
{
    const cc_passage *p = at->p;
    range             r;
    if (!find_range(p, i, &r) && !find_pair(p, i, &r))
        return CC_OK;
    if (i > p->first && figure(p, i - 1)->kind == CC_DURATION) {
        cc_status status = check_before(at, &r);
        if (status != CC_OK)
            return status;
    }
    return r.end < p->end && figure(p, r.end)->kind == CC_DURATION ? check_behind(at, &r) : CC_OK;
}
