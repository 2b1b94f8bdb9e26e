/* facts.c - the contest of overlapping facts, and the hedges of the winners. */
#include "fact/facts.h"

#include "base/bounds.h"
#include "text/doc.h"

#include <stdlib.h>

/* Facts contend only with those of their own contest: a quotation keeps the figures in it. */
enum { FIGURES, ENTITIES, ACRONYMS, QUOTATIONS, RECOMMENDATIONS };

typedef struct kind_row {
    const char *name;
    uint8_t     contest;
    uint8_t     rank; /* among facts of equal length the lower one wins */
    bool        hedged;
} kind_row;

static const kind_row kinds[CC_KIND_COUNT] = {
    [CC_CITATION]       = {"citation", FIGURES, 0, false},
    [CC_NOTE_MARKER]    = {"note-marker", FIGURES, 1, false},
    [CC_DATE]           = {"date", FIGURES, 2, false},
    [CC_MONEY]          = {"money", FIGURES, 3, true},
    [CC_PERCENT]        = {"percent", FIGURES, 4, true},
    [CC_MULTIPLE]       = {"multiple", FIGURES, 5, true},
    [CC_RANK]           = {"rank", FIGURES, 6, false},
    [CC_QUANTITY]       = {"quantity", FIGURES, 7, true},
    [CC_DURATION]       = {"duration", FIGURES, 8, true},
    [CC_NUMBER]         = {"number", FIGURES, 9, true},
    [CC_ENTITY]         = {"entity", ENTITIES, 0, false},
    [CC_ACRONYM]        = {"acronym", ACRONYMS, 0, false},
    [CC_QUOTATION]      = {"quotation", QUOTATIONS, 0, false},
    [CC_RECOMMENDATION] = {"recommendation", RECOMMENDATIONS, 0, false},
};

static const char *const hedges[] = {
    [CC_HEDGE_NONE]       = "",
    [CC_HEDGE_ABOUT]      = "about",
    [CC_HEDGE_JUST_UNDER] = "just-under",
    [CC_HEDGE_JUST_OVER]  = "just-over",
    [CC_HEDGE_OVER]       = "over",
    [CC_HEDGE_AT_LEAST]   = "at-least",
    [CC_HEDGE_UNDER]      = "under",
    [CC_HEDGE_UP_TO]      = "up-to",
};

enum { HEDGE_COUNT = sizeof hedges / sizeof *hedges, MAX_HEDGE_WORDS = 4 };

cc_str cc_kind_name(cc_kind kind)
{
    return kind < CC_KIND_COUNT && kind != 0 ? cc_str_z(kinds[kind].name) : CC_S("");
}

cc_kind cc_kind_parse(cc_str name)
{
    for (cc_kind kind = 1; kind < CC_KIND_COUNT; kind++)
        if (cc_str_eq(name, cc_kind_name(kind)))
            return kind;
    return 0;
}

cc_str cc_hedge_name(cc_hedge hedge)
{
    return cc_str_z(hedge < HEDGE_COUNT ? hedges[hedge] : "");
}

cc_hedge cc_hedge_parse(cc_str name)
{
    for (cc_hedge hedge = 1; hedge < HEDGE_COUNT; hedge++)
        if (cc_str_eq(name, cc_hedge_name(hedge)))
            return hedge;
    return CC_HEDGE_NONE;
}

/* -- Collecting -------------------------------------------------------------------------------- */

cc_status cc_facts_put(cc_facts *facts, const cc_doc *doc, const cc_fact *fact, cc_fault *fault)
{
    cc_arena *arena = facts->arena;
    uint64_t  end   = (uint64_t)fact->span.off + fact->span.len;
    if (fact->kind == 0 || fact->kind >= CC_KIND_COUNT)
        return cc_fault_set(fault, CC_FAIL, "a fact of no kind was put");
    if (fact->span.len == 0 || end > doc->text.len)
        return cc_fault_set(fault, CC_FAIL,
                            "a fact was put whose span is empty or out of the text");
    if (facts->all.n == CC_MAX_FACTS)
        return cc_fault_set(fault, CC_FAIL, "more than %u facts", CC_MAX_FACTS);
    cc_fact *copy = cc_push(arena, &facts->all);
    *copy         = *fact;
    copy->unit    = cc_arena_dup(arena, fact->unit);
    copy->per     = cc_arena_dup(arena, fact->per);
    copy->timex   = cc_arena_dup(arena, fact->timex);
    copy->entity  = cc_arena_dup(arena, fact->entity);
    copy->name    = cc_arena_dup(arena, fact->name);
    return CC_OK;
}

/* -- The contest ------------------------------------------------------------------------------- */

static int by_size(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

/* The stronger fact first. */
static int order_strength(const void *a, const void *b)
{
    const cc_fact *x = *(const cc_fact *const *)a, *y = *(const cc_fact *const *)b;
    if (x->span.len != y->span.len)
        return by_size(y->span.len, x->span.len);
    if (kinds[x->kind].rank != kinds[y->kind].rank)
        return by_size(kinds[x->kind].rank, kinds[y->kind].rank);
    if (x->rule != y->rule)
        return by_size(x->rule, y->rule);
    if (x->span.off != y->span.off)
        return by_size(x->span.off, y->span.off);
    return by_size((size_t)x, (size_t)y);
}

static int order_place(const void *a, const void *b)
{
    const cc_fact *x = a, *y = b;
    if (x->span.off != y->span.off)
        return by_size(x->span.off, y->span.off);
    if (x->span.len != y->span.len)
        return by_size(y->span.len, x->span.len);
    if (x->kind != y->kind)
        return by_size(x->kind, y->kind);
    return by_size(x->rule, y->rule);
}

/* Whether `fact` finds its bytes free, which it then takes. Stronger facts come first and are no
 * shorter, so one that overlaps it holds its first or its last byte. */
static bool take_bytes(const cc_fact *fact, uint8_t *taken)
{
    uint8_t bit = (uint8_t)(1u << kinds[fact->kind].contest);
    size_t  off = fact->span.off, end = off + fact->span.len;
    if ((taken[off] | taken[end - 1]) & bit)
        return false;
    for (size_t i = off; i < end; i++)
        taken[i] |= bit;
    return true;
}

/* "2013-2016" is followed by its ends, "2013" and "2016", when its rule puts them with it. */
static size_t count_ends(const cc_facts *facts, const cc_fact *whole)
{
    const cc_fact *last = facts->all.at + facts->all.n, *end = whole + 1;
    uint32_t       to = whole->span.off + whole->span.len;
    while (end < last && whole->kind == CC_DATE && end->rule == whole->rule &&
           end->span.off >= whole->span.off && end->span.len < whole->span.len &&
           end->span.off + end->span.len <= to)
        end++;
    return (size_t)(end - whole) - 1;
}

/* The words that the span of a duration begins with may be its hedge: "more than three years". */
static cc_hedge find_hedge(const cc_fact *fact, const cc_doc *doc, const cc_lexicon *lexicon,
                           cc_span sentence)
{
    bool     duration = fact->kind == CC_DURATION;
    cc_span  figure   = fact->span;
    cc_hedge hedge    = cc_lexicon_hedge(lexicon, doc->text, sentence, figure, duration);
    for (int i = 0; duration && hedge == CC_HEDGE_NONE && i < MAX_HEDGE_WORDS; i++) {
        const char *blank = memchr(doc->text.ptr + figure.off, ' ', figure.len);
        if (blank == NULL)
            break;
        uint32_t past = (uint32_t)(blank - (doc->text.ptr + figure.off)) + 1;
        figure        = (cc_span){figure.off + past, figure.len - past};
        hedge         = cc_lexicon_hedge(lexicon, doc->text, sentence, figure, duration);
    }
    return hedge;
}

static void hedge_fact(cc_fact *fact, const cc_doc *doc, const cc_lexicon *lexicon)
{
    size_t at = cc_doc_sentence_at(doc, fact->span.off);
    if (!kinds[fact->kind].hedged || fact->value.step.mant == 0 || at >= doc->sentence_count ||
        fact->value.hedge != CC_HEDGE_NONE)
        return;
    cc_hedge hedge = find_hedge(fact, doc, lexicon, doc->sentences[at].span);
    cc_value_hedge(&fact->value, hedge, cc_lexicon_widths(lexicon));
}

/* Puts a winner in front, a loser at the back. */
static void place(cc_facts *facts, cc_fact *sorted, const cc_fact *fact, bool won)
{
    if (won)
        sorted[facts->n++] = *fact;
    else
        sorted[facts->all.n - ++facts->loser_count] = *fact;
}

/* The ends of a range share its lot, and take its place when it wins. */
static void contend(cc_facts *facts, const cc_fact *fact, uint8_t *taken, cc_fact *sorted)
{
    size_t ends = count_ends(facts, fact);
    bool   won  = take_bytes(fact, taken);
    place(facts, sorted, fact, won && ends == 0);
    for (size_t i = 1; i <= ends; i++)
        place(facts, sorted, fact + i, won);
}

void cc_facts_resolve(cc_facts *facts, const cc_doc *doc, const cc_lexicon *lexicon)
{
    size_t    n = facts->all.n, whole = 0;
    cc_fact  *sorted = cc_new(facts->arena, cc_fact, n);
    cc_mark   mark   = cc_arena_mark(facts->arena);
    uint8_t  *taken  = cc_new(facts->arena, uint8_t, doc->text.len);
    cc_fact **order  = cc_new(facts->arena, cc_fact *, n);
    for (size_t i = 0; i < n; i += 1 + count_ends(facts, &facts->all.at[i]))
        order[whole++] = &facts->all.at[i];
    if (whole > 0)
        qsort(order, whole, sizeof *order, order_strength);
    facts->n = facts->loser_count = 0;
    for (size_t i = 0; i < whole; i++)
        contend(facts, order[i], taken, sorted);
    cc_arena_rewind(facts->arena, mark);
    facts->at     = sorted;
    facts->losers = sorted + facts->n;
    if (facts->n > 0)
        qsort(sorted, facts->n, sizeof *sorted, order_place);
    if (facts->loser_count > 0)
        qsort(sorted + facts->n, facts->loser_count, sizeof *sorted, order_place);
    for (size_t i = 0; i < facts->n; i++)
        hedge_fact(&sorted[i], doc, lexicon);
}
