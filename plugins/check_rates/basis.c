/* basis.c - over what time a figure is counted: per day, over five years, in the year it is of. */
#include "rates.h"

enum {
    NOUN_WORDS = 5,  /* "trucks a day", "tons of ore and coal a year" */
    FAR_WORDS  = 14, /* "of water from the river in every cycle of five years" */
    DAY        = 86400,
    YEAR       = 365 * DAY,
};

static const struct {
    const char *unit;
    int64_t     seconds;
} spans[] = {{"second", 1},         {"minute", 60},        {"hour", 3600},
             {"h", 3600},           {"day", DAY},          {"d", DAY},
             {"week", 7 * DAY},     {"month", YEAR / 12},  {"year", YEAR},
             {"quarter", YEAR / 4}, {"decade", 10 * YEAR}, {NULL, 0}};

static int64_t seconds_of(cc_str unit)
{
    size_t i = 0;
    while (spans[i].unit != NULL && !cc_is(unit, spans[i].unit))
        i++;
    return spans[i].seconds;
}

static bool is_cut(cc_str gap, const char *marks)
{
    for (size_t i = 0; i < gap.len; i++)
        if (strchr(marks, gap.ptr[i]) != NULL)
            return true;
    return false;
}

static bool is_word(cc_str s, const char *const *words)
{
    for (size_t i = 0; words[i] != NULL; i++)
        if (cc_is(s, words[i]))
            return true;
    return false;
}

/* "4,100", "a", "day" */
static bool settle(const cc_passage *p, rate_basis basis, const char *link, cc_str span, rate *ret)
{
    cc_str text = cc_text_of(p->all->doc, ret->figure->span);
    snprintf(ret->text, sizeof ret->text, "%.*s %s %.*s", (int)text.len, text.ptr, link,
             (int)span.len, span.ptr);
    ret->basis = basis;
    return true;
}

/* "a day": the host has it with the figure or the claim, or it is the next span of time. */
static bool find_per(const cc_passage *p, size_t i, rate *ret)
{
    static const char *const articles[] = {"a", "an", "per", "each", "every", NULL};
    const cc_fact           *f = ret->figure, *next = i + 1 < p->end ? figure(p, i + 1) : NULL;
    cc_str                   per = f->per.len == 0 && ret->claim != NULL ? ret->claim->per : f->per;
    cc_str                   gap = gap_after(p, i), text, first;
    if (per.len == 0 && next != NULL && next->kind == CC_DURATION &&
        cc_count_words(gap) <= NOUN_WORDS && !is_cut(gap, ",;:()")) {
        text  = cc_text_of(p->all->doc, next->span);
        first = cc_next_word(&text);
        per   = is_word(first, articles) ? next->unit : per;
    }
    ret->seconds = cc_exact_int(seconds_of(per));
    return ret->seconds.mant > 0 && settle(p, BY_WORD, cc_is(per, "hour") ? "an" : "a", per, ret);
}

/* "on an average day", "on a typical weekday" */
static bool find_average(const cc_passage *p, cc_str gap, rate *ret)
{
    static const char *const usual[] = {"average", "typical", "normal", "ordinary", "usual", NULL};
    bool                     told    = false;
    for (cc_str word; (word = cc_next_word(&gap)).len > 0; told = is_word(word, usual)) {
        ret->seconds = cc_exact_int(seconds_of(word));
        if (told && ret->seconds.mant > 0)
            return settle(p, BY_HINT, cc_is(word, "hour") ? "an" : "a", word, ret);
    }
    return false;
}

/* "a monthly rent of", "a daily average of" */
static bool find_adjective(const cc_passage *p, cc_str gap, rate *ret)
{
    static const struct {
        const char *adjective, *unit;
    } rows[] = {{"hourly", "hour"},   {"daily", "day"},   {"weekly", "week"},
                {"monthly", "month"}, {"yearly", "year"}, {"annual", "year"}};
    cc_str word, found = {0};
    size_t since = 0;
    for (; (word = cc_next_word(&gap)).len > 0; since++)
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
            if (cc_is(word, rows[i].adjective)) {
                found = (cc_str){rows[i].unit, strlen(rows[i].unit)};
                since = 0;
            }
    ret->seconds = cc_exact_int(seconds_of(found));
    return found.len > 0 && since <= NOUN_WORDS &&
           settle(p, BY_HINT, cc_is(found, "hour") ? "an" : "a", found, ret);
}

static cc_str first_clause(cc_str gap)
{
    for (size_t i = 0; i < gap.len; i++)
        if (strchr(",;:()", gap.ptr[i]) != NULL)
            return (cc_str){gap.ptr, i};
    return gap;
}

static bool find_usual(const cc_passage *p, size_t i, rate *ret)
{
    cc_str before = cc_text_between(p->all->doc, p->span.off, figure(p, i)->span.off);
    return find_average(p, first_clause(gap_after(p, i)), ret) ||
           (i == p->first && find_average(p, before, ret)) ||
           find_adjective(p, cc_last_clause(before), ret);
}

/* "over the year", "in the whole year" */
static bool find_whole_year(const cc_passage *p, size_t i, rate *ret)
{
    static const char *const joints[] = {"over", "in", "during", "for", "across", NULL};
    static const char *const light[]  = {"the",    "a",      "whole", "full",
                                         "entire", "course", "of",    NULL};
    cc_str                   gap      = gap_after(p, i), word;
    bool                     joined   = false;
    for (int n = 0; n < NOUN_WORDS + 3 && (word = cc_next_word(&gap)).len > 0; n++) {
        if (cc_is(word, "year") && joined) {
            ret->seconds = cc_exact_int(YEAR);
            return settle(p, BY_HINT, "in a", word, ret);
        }
        joined = is_word(word, joints) || (joined && is_word(word, light));
    }
    return false;
}

/* A count of years or so, not "a year". */
static bool is_stretch(const cc_passage *p, size_t i)
{
    const cc_fact *f = figure(p, i);
    return f->kind == CC_DURATION && cc_is_plain(f) && seconds_of(f->unit) > 0 &&
           f->value.stated.mant > 0 &&
           cc_exact_cmp(cc_exact_of(f->value.stated), cc_exact_int(1)) > 0;
}

static bool joins_stretch(cc_str gap)
{
    static const char *const joints[] = {"over",  "in",   "during", "within", "for",
                                         "Over",  "In",   "During", "across", "of",
                                         "every", "each", NULL};
    cc_str                   rest = gap, word, last = {0}, before = {0};
    while ((word = cc_next_word(&rest)).len > 0) {
        before = last;
        last   = word;
    }
    return is_word(last, joints) &&
           (!cc_is(last, "of") || cc_is(before, "cycle") || cc_is(before, "period") ||
            cc_is(before, "course") || cc_is(before, "total"));
}

/* "over the five years from 2024 to 2028", "in every cycle of five years"; before the figure only
 * where it opens the sentence. */
static bool find_stretch(const cc_passage *p, size_t i, rate *ret)
{
    size_t at  = i + 1;
    cc_str gap = gap_after(p, i);
    if (at >= p->end || !is_stretch(p, at) || !joins_stretch(gap) ||
        cc_count_words(gap) > FAR_WORDS || is_cut(gap, ";:,")) {
        at = p->first;
        if (i == at || !is_stretch(p, at) || !joins_stretch(gap_before(p, at)) ||
            cc_count_words(gap_before(p, at)) > 2)
            return false;
        for (size_t k = at + 1; k < i; k++)
            if (is_amount(figure(p, k)))
                return false;
    }
    const cc_fact *d = figure(p, at);
    ret->seconds = cc_exact_mul(cc_exact_of(d->value.stated), cc_exact_int(seconds_of(d->unit)));
    return settle(p, BY_HINT, "in", cc_text_of(p->all->doc, d->span), ret);
}

/* "in 2022", "in May 2021": the claim's own period. */
static bool find_period(const cc_passage *p, rate *ret)
{
    const cc_claim *c = ret->claim;
    if (c == NULL || c->per.len > 0 || c->period.hedge != CC_HEDGE_NONE ||
        c->period_origin != CC_FROM_SENTENCE || c->period.day_first >= c->period.day_last ||
        (c->period.granularity != CC_YEAR && c->period.granularity != CC_QUARTER &&
         c->period.granularity != CC_MONTH))
        return false;
    int64_t days = (int64_t)c->period.day_last - c->period.day_first + 1;
    ret->seconds = cc_exact_int(days > 360 ? YEAR : days * DAY);
    return settle(p, BY_PERIOD, "in a",
                  c->period.granularity == CC_YEAR      ? (cc_str){"year", 4}
                  : c->period.granularity == CC_QUARTER ? (cc_str){"quarter", 7}
                                                        : (cc_str){"month", 5},
                  ret);
}

bool find_rate(const cc_passage *p, size_t i, rate *ret)
{
    *ret = (rate){.figure = figure(p, i), .claim = p->all->claims[i]};
    return is_amount(ret->figure) &&
           (find_per(p, i, ret) || find_stretch(p, i, ret) || find_whole_year(p, i, ret) ||
            find_usual(p, i, ret) || find_period(p, ret));
}
