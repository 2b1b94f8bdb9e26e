/* event.c - which dates are of events. Only of what happens once ("was signed", not "met"): of
 * anything else two dates are two events. */
#include "claim/event.h"

#include "fact/period.h"
#include "fact/value.h"

enum { MAX_WORDS = 8 }; /* between what happened and its date */

/* With its year: one that the document's own date completes is worth no conflict. */
static bool states_year(cc_str text)
{
    size_t digits = 0;
    for (size_t i = 0; i < text.len && digits < 4; i++)
        digits = cc_is_digit(text.ptr[i]) ? digits + 1 : 0;
    return digits == 4;
}

static bool is_exact(const cc_passage *p, const cc_fact *fact)
{
    const cc_period *period = &fact->period;
    return fact->kind == CC_DATE && cc_period_is_known(period) && !period->fiscal &&
           states_year(cc_str_span(p->doc->text, fact->span)) && period->granularity != CC_YEARS;
}

static bool is_joint(const cc_passage *p, const cc_word *word)
{
    static const char *const joints[] = {"on",     "in",    "by",    "since", "until", "before",
                                         "during", "after", "early", "late",  "mid",   NULL};
    cc_str                   text     = cc_str_span(p->doc->text, word->span);
    for (size_t i = 0; joints[i] != NULL; i++)
        if (cc_str_eq_nocase(text, cc_str_z(joints[i])))
            return true;
    return false;
}

/* "on 5 May", "in early 1994", "born 5 May 1970"; not "the 1994 agreement". */
static bool is_adverbial(const cc_passage *p, const cc_fact *fact)
{
    size_t at = cc_passage_word(p, fact->span.off);
    if (at == 0)
        return false;
    const cc_word *word = &p->words.at[at - 1];
    if (cc_str_eq(cc_str_span(p->doc->text, word->span), CC_S("the")) && at > 1)
        word--;
    return is_joint(p, word) ||
           (fact->period.granularity == CC_DAY && word->classes & CC_WORD_ONCE);
}

static bool has_date_between(const cc_passage *p, size_t i, uint32_t from, uint32_t to)
{
    for (size_t k = 0; k < p->fact_count; k++)
        if (k != i && p->facts[k].kind == CC_DATE && p->facts[k].span.off >= from &&
            p->facts[k].span.off < to)
            return true;
    return false;
}

static bool is_cut(const cc_passage *p, size_t i, uint32_t from, uint32_t to)
{
    cc_str gap = cc_passage_between(p, from, to);
    return memchr(gap.ptr, ';', gap.len) != NULL || memchr(gap.ptr, '(', gap.len) != NULL ||
           has_date_between(p, i, from, to);
}

static const cc_word *find_before(const cc_passage *p, size_t i)
{
    uint32_t to = p->facts[i].span.off;
    size_t   at = cc_passage_word(p, to);
    for (int n = 0; n < MAX_WORDS && at-- > 0; n++) {
        const cc_word *word = &p->words.at[at];
        if (is_cut(p, i, cc_span_end(word->span), to))
            return NULL;
        if (word->classes & CC_WORD_ONCE)
            return word;
        if (word->classes & CC_WORD_CLAUSE)
            return NULL;
    }
    return NULL;
}

/* "On 5 May 1994 the ministers signed": only of a date that opens its sentence. */
static const cc_word *find_after(const cc_passage *p, size_t i)
{
    uint32_t from = cc_span_end(p->facts[i].span);
    size_t   at   = cc_passage_word(p, from);
    if (cc_passage_word(p, p->facts[i].span.off) > 1)
        return NULL;
    for (int n = 0; n < MAX_WORDS && at < p->words.n; n++, at++) {
        const cc_word *word = &p->words.at[at];
        if (is_cut(p, i, from, word->span.off))
            return NULL;
        if (word->classes & CC_WORD_ONCE)
            return word;
    }
    return NULL;
}

cc_str cc_event_stem(const cc_passage *p, size_t i)
{
    const cc_word *word = NULL;
    if (p->block->kind == CC_CELL || !is_exact(p, &p->facts[i]) || !is_adverbial(p, &p->facts[i]))
        return CC_S("");
    word = find_before(p, i);
    if (word == NULL)
        word = find_after(p, i);
    return word == NULL ? CC_S("") : word->stem;
}

bool cc_event_is_near(const cc_passage *p, size_t i)
{
    size_t at = cc_passage_word(p, p->facts[i].span.off);
    return at > 1 && p->words.at[at - 2].classes & CC_WORD_ONCE &&
           !(p->words.at[at - 2].classes & CC_WORD_CLAUSE);
}

cc_value cc_event_value(const cc_period *period)
{
    cc_value value = {.stated = cc_dec_int(period->day_first),
                      .step   = {1, 0},
                      .low    = cc_dec_int(period->day_first),
                      .high   = cc_dec_int(period->day_last),
                      .hedge  = period->hedge};
    if (period->hedge == CC_HEDGE_UNDER || period->hedge == CC_HEDGE_UP_TO) {
        value.high  = period->hedge == CC_HEDGE_UNDER ? value.low : value.high;
        value.flags = CC_NO_LOW | (period->hedge == CC_HEDGE_UNDER ? CC_HIGH_OPEN : 0);
        value.low   = cc_dec_int(0);
    }
    if (period->hedge == CC_HEDGE_OVER) {
        value.low   = value.high;
        value.flags = CC_NO_HIGH | CC_LOW_OPEN;
        value.high  = cc_dec_int(0);
    }
    return value;
}
