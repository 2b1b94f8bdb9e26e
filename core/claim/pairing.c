/* pairing.c - finds a list of figures, then a list of as many dates or names. */
#include "claim/pairing.h"

enum { MAX_ITEM_WORDS = 4 };

static bool is_joint(cc_str gap)
{
    static const char *const joints[] = {",", "and", "or", ", and", ", or", "; and", NULL};
    gap                               = cc_str_trim(gap);
    for (size_t i = 0; joints[i] != NULL; i++)
        if (cc_str_eq(gap, cc_str_z(joints[i])))
            return true;
    return false;
}

/* -- The figures ---------------------------------------------------------------------------------- */

typedef bool is_item(const cc_passage *p, size_t i);

static bool is_figure(const cc_passage *p, size_t i)
{
    return p->figure[i];
}

static bool is_date(const cc_passage *p, size_t i)
{
    return p->facts[i].kind == CC_DATE;
}

/* The run of joined facts of one sort that begins with fact `from`; returns how many they are. */
static size_t take_run(const cc_passage *p, size_t from, is_item *is, size_t *ret)
{
    size_t n = 0, last = from;
    for (size_t i = from; i < p->fact_count; i++) {
        if (!is(p, i))
            continue;
        cc_str gap = cc_passage_between(p, cc_span_end(p->facts[last].span), p->facts[i].span.off);
        if (n > 0 && !is_joint(gap))
            break;
        if (n == CC_MAX_PAIRED)
            return 0;
        ret[n++] = last = i;
    }
    return n;
}

static size_t find_run(const cc_passage *p, size_t from, is_item *is, size_t *ret)
{
    for (size_t i = from; i < p->fact_count; i++)
        if (is(p, i)) {
            size_t n = take_run(p, i, is, ret);
            if (n >= 2)
                return n;
        }
    return 0;
}

/* -- The names -------------------------------------------------------------------------------------- */

static bool is_and(const cc_passage *p, const cc_word *word)
{
    return cc_str_eq(cc_str_span(p->doc->text, word->span), CC_S("and"));
}

/* A name or noun next to a comma or an "and": what is none ends it. */
static bool belongs(const cc_passage *p, const cc_word *word)
{
    return !(word->classes & (CC_WORD_STOP | CC_WORD_VERB | CC_WORD_CLAUSE | CC_WORD_MONTH)) &&
           !cc_is_digit(p->doc->text.ptr[word->span.off]);
}

/* A name goes on with capitals, a noun without. */
static bool goes_on(const cc_word *first, const cc_word *next)
{
    uint32_t named = CC_WORD_CAPITAL | CC_WORD_ACRONYM;
    return !(first->classes & named) == !(next->classes & named);
}

static bool touches(const cc_passage *p, size_t w)
{
    return cc_span_end(p->words.at[w].span) + 1 == p->words.at[w + 1].span.off &&
           p->doc->text.ptr[cc_span_end(p->words.at[w].span)] == ' ';
}

static cc_span span_of(const cc_passage *p, size_t from, size_t to)
{
    uint32_t off = p->words.at[from].span.off;
    return (cc_span){off, cc_span_end(p->words.at[to].span) - off};
}

/* The item that ends with word `to`. false: that word is none. */
static bool take_before(const cc_passage *p, size_t to, size_t *ret_from)
{
    size_t from = to;
    if (!belongs(p, &p->words.at[to]))
        return false;
    while (from > 0 && to - from + 1 < MAX_ITEM_WORDS && touches(p, from - 1) &&
           belongs(p, &p->words.at[from - 1]) && goes_on(&p->words.at[to], &p->words.at[from - 1]))
        from--;
    *ret_from = from;
    return true;
}

static bool take_after(const cc_passage *p, size_t from, uint32_t end, cc_span *ret)
{
    size_t to = from;
    if (from >= p->words.n || !belongs(p, &p->words.at[from]))
        return false;
    while (to + 1 < p->words.n && to - from + 1 < MAX_ITEM_WORDS && touches(p, to) &&
           belongs(p, &p->words.at[to + 1]) && goes_on(&p->words.at[from], &p->words.at[to + 1]))
        to++;
    *ret = span_of(p, from, to);
    return cc_span_end(*ret) <= end;
}

static bool is_comma_before(const cc_passage *p, size_t w)
{
    return w > 0 &&
           cc_str_eq(cc_str_trim(cc_passage_between(p, cc_span_end(p->words.at[w - 1].span),
                                                    p->words.at[w].span.off)),
                     CC_S(","));
}

/* "A, B, and C" around the "and" that is word `at`; exactly `count` items. */
static bool take_names(const cc_passage *p, size_t at, size_t count, uint32_t end, cc_span *ret)
{
    size_t from = 0, n = count - 1, to = at - 1;
    if (at == 0 || !take_after(p, at + 1, end, &ret[n]))
        return false;
    for (; n > 0; n--, to = from - 1) {
        if (!take_before(p, to, &from))
            return false;
        ret[n - 1] = span_of(p, from, to);
        if (n > 1 && !is_comma_before(p, from))
            return false;
    }
    return !is_comma_before(p, from);
}

/* The names nearest before `end`. */
static bool find_names(const cc_passage *p, size_t count, uint32_t end, cc_span *ret)
{
    for (size_t at = cc_passage_word(p, end); at-- > 0;)
        if (is_and(p, &p->words.at[at]) && take_names(p, at, count, end, ret))
            return true;
    return false;
}

/* -- Both ------------------------------------------------------------------------------------------- */

static bool says_respectively(const cc_passage *p)
{
    cc_str text = cc_str_span(p->doc->text, p->span);
    return memmem(text.ptr, text.len, "respectively", 12) != NULL;
}

static bool find_dates(const cc_passage *p, cc_pairing *ret)
{
    size_t dates[CC_MAX_PAIRED];
    if (find_run(p, 0, is_date, dates) != ret->count)
        return false;
    for (size_t k = 0; k < ret->count; k++)
        ret->items[k] = p->facts[dates[k]].span;
    return true;
}

/* "5 and 6 million": what the first one is worth its digits do not say. */
static bool is_uneven(const cc_passage *p, const cc_pairing *pairing)
{
    const cc_fact *last = &p->facts[pairing->figures[pairing->count - 1]];
    for (size_t k = 0; k < pairing->count; k++)
        if ((p->facts[pairing->figures[k]].value.flags ^ last->value.flags) & CC_SCALED)
            return true;
    return false;
}

cc_pairing cc_pairing_find(const cc_passage *p)
{
    cc_pairing ret          = {0};
    bool       respectively = says_respectively(p);
    if (p->record)
        return ret;
    ret.count = find_run(p, 0, is_figure, ret.figures);
    if (ret.count == 0 || is_uneven(p, &ret))
        return (cc_pairing){0};
    if (find_dates(p, &ret))
        return ret;
    bool named =
        respectively && find_names(p, ret.count, p->facts[ret.figures[0]].span.off, ret.items);
    return named ? ret : (cc_pairing){0};
}

size_t cc_pairing_index(const cc_pairing *pairing, size_t i)
{
    size_t k = 0;
    while (k < pairing->count && pairing->figures[k] != i)
        k++;
    return k;
}

/* Whether `offset` lies in the list of items, but not in that of figure `k`. */
static bool is_of_other(const cc_pairing *pairing, size_t k, uint32_t offset)
{
    cc_span item = pairing->items[k];
    return offset >= pairing->items[0].off &&
           offset < cc_span_end(pairing->items[pairing->count - 1]) &&
           (offset < item.off || offset >= cc_span_end(item));
}

static void keep_facts(cc_arena *arena, const cc_passage *p, const cc_pairing *pairing, size_t k,
                       cc_passage *ret)
{
    cc_fact       *facts  = cc_new(arena, cc_fact, p->fact_count);
    bool          *figure = cc_new(arena, bool, p->fact_count);
    const cc_fact *last   = &p->facts[pairing->figures[pairing->count - 1]];
    for (size_t i = 0; i < p->fact_count; i++) {
        size_t index = cc_pairing_index(pairing, i);
        facts[i]     = p->facts[i];
        figure[i]    = p->figure[i] && (index == k || index == pairing->count);
        if (is_of_other(pairing, k, facts[i].span.off))
            facts[i].kind = CC_NUMBER;
        if (index == k && facts[i].kind == CC_NUMBER && facts[i].unit.len == 0) {
            facts[i].kind = last->kind;
            facts[i].unit = last->unit;
        }
    }
    ret->facts  = facts;
    ret->figure = figure;
}

cc_passage cc_pairing_only(cc_arena *arena, const cc_passage *p, const cc_pairing *pairing,
                           size_t k)
{
    cc_passage ret = *p;
    ret.paired     = true;
    ret.words      = (cc_words){0};
    ret.places     = (cc_places_named){0};
    for (size_t w = 0; w < p->words.n; w++)
        if (!is_of_other(pairing, k, p->words.at[w].span.off))
            *cc_push(arena, &ret.words) = p->words.at[w];
    for (size_t i = 0; i < p->places.n; i++)
        if (!is_of_other(pairing, k, p->places.at[i].offset))
            *cc_push(arena, &ret.places) = p->places.at[i];
    keep_facts(arena, p, pairing, k, &ret);
    return ret;
}
