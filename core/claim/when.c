/* when.c - the nearest date of the sentence, else what it inherits, else the document's own. */
#include "claim/when.h"

/* What stands between a figure and a date makes it farther, in bytes (CLAIMS 2.5). */
enum { COST_COMMA = 8, COST_SEMICOLON = 25, COST_CLAUSE = 25, COST_FIGURE = 12 };

static bool is_period(const cc_fact *fact)
{
    return fact->kind == CC_DATE && cc_period_is_known(&fact->period);
}

/* "(2012 est.)", "(July 2012)": opened right after the figure. */
static bool is_in_parentheses_after(const cc_passage *p, const cc_fact *figure, const cc_fact *date)
{
    cc_str gap = cc_passage_between(p, cc_span_end(figure->span), date->span.off);
    gap        = cc_str_trim(gap);
    return gap.len > 0 && gap.len <= 8 && gap.ptr[0] == '(' &&
           memchr(gap.ptr, ')', gap.len) == NULL;
}

static uint32_t figures_between(const cc_passage *p, uint32_t from, uint32_t to)
{
    uint32_t n = 0;
    for (size_t i = 0; i < p->fact_count; i++)
        n += p->figure[i] && p->facts[i].span.off >= from && cc_span_end(p->facts[i].span) <= to;
    return n;
}

/* "$5 million, and in 2019": the words after them belong to another figure. */
static uint32_t clauses_between(const cc_passage *p, uint32_t from, uint32_t to)
{
    uint32_t n = 0;
    for (size_t w = cc_passage_word(p, from); w < p->words.n && p->words.at[w].span.off < to; w++)
        n += (p->words.at[w].classes & CC_WORD_CLAUSE) != 0;
    return n;
}

static uint32_t gap_cost(const cc_passage *p, uint32_t from, uint32_t to)
{
    cc_str   gap  = cc_passage_between(p, from, to);
    uint32_t cost = (uint32_t)gap.len;
    for (size_t i = 0; i < gap.len; i++)
        cost += gap.ptr[i] == ',' ? COST_COMMA : gap.ptr[i] == ';' ? COST_SEMICOLON : 0;
    return cost + COST_CLAUSE * clauses_between(p, from, to) +
           COST_FIGURE * figures_between(p, from, to);
}

/* Ten times the distance; a date before the figure is 1.3 times as far. */
static uint32_t distance(const cc_passage *p, const cc_fact *figure, const cc_fact *date)
{
    if (date->span.off < figure->span.off)
        return 13 * gap_cost(p, cc_span_end(date->span), figure->span.off);
    return 10 * gap_cost(p, cc_span_end(figure->span), date->span.off);
}

/* Without what stands between them: cheap, and never more. */
static uint32_t least_distance(const cc_fact *figure, const cc_fact *date)
{
    uint32_t from = date->span.off < figure->span.off ? date->span.off : figure->span.off;
    uint32_t to   = date->span.off < figure->span.off ? figure->span.off : date->span.off;
    uint32_t len  = from == date->span.off ? date->span.len : figure->span.len;
    return to - from > len ? 10 * (to - from - len) : 0;
}

static const cc_fact *find_nearest(const cc_passage *p, const cc_fact *figure)
{
    const cc_fact *best  = NULL;
    uint32_t       least = UINT32_MAX;
    for (size_t k = 0; k < p->fact_count; k++) {
        const cc_fact *date = &p->facts[k];
        if (!is_period(date))
            continue;
        if (is_in_parentheses_after(p, figure, date))
            return date;
        if (least_distance(figure, date) >= least)
            continue;
        uint32_t cost = distance(p, figure, date);
        if (cost < least) {
            least = cost;
            best  = date;
        }
    }
    return best;
}

/* In a list under a label one date at the end holds for what stands before it. */
static const cc_fact *find_next(const cc_passage *p, const cc_fact *figure)
{
    const cc_fact *last = NULL;
    for (size_t k = 0; k < p->fact_count; k++) {
        if (!is_period(&p->facts[k]))
            continue;
        last = &p->facts[k];
        if (last->span.off > figure->span.off)
            return last;
    }
    return last;
}

static const cc_fact *find_own(const cc_passage *p, const cc_fact *figure)
{
    return p->record ? find_next(p, figure) : find_nearest(p, figure);
}

bool cc_is_period_of(const cc_passage *p, size_t i, size_t date)
{
    return find_own(p, &p->facts[i]) == &p->facts[date];
}

cc_period cc_last_period(const cc_fact *facts, size_t count)
{
    while (count-- > 0)
        if (is_period(&facts[count]))
            return facts[count].period;
    return cc_period_unknown();
}

cc_period cc_claim_period(const cc_passage *p, size_t i, const cc_inherited *inherited,
                          cc_period_origin *ret_origin)
{
    const cc_fact *date = find_own(p, &p->facts[i]);
    *ret_origin         = CC_FROM_SENTENCE;
    if (date != NULL)
        return date->period;
    *ret_origin = CC_FROM_HEADER;
    if (cc_period_is_known(&inherited->header))
        return inherited->header;
    *ret_origin = CC_FROM_BEFORE;
    if (cc_period_is_known(&inherited->before))
        return inherited->before;
    bool dated  = cc_period_is_known(&p->doc->date);
    *ret_origin = dated ? CC_FROM_DOCUMENT : CC_FROM_NOWHERE;
    return dated ? p->doc->date : cc_period_unknown();
}
