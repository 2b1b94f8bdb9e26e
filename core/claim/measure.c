/* measure.c - own words, counted noun, and the bag of weighted stems (CLAIMS: own words belong to
 * this figure and to no other; the rest of the sentence and what stands above weigh less). */
#include "claim/measure.h"

#include "claim/manner.h"

#include <stdlib.h>

enum {
    MAX_STEMS       = 24, /* in a record; the least telling are dropped */
    MAX_NOUN        = 4,  /* words after a figure that may be its noun */
    MAX_PRIOR       = 16, /* figures back to one with words of its own */
    WEIGHT_OWN      = 1000,
    WEIGHT_LABEL    = 1000, /* record text */
    WEIGHT_LEAD     = 300,  /* headings and lead-ins of prose */
    WEIGHT_CLAUSE   = 700,  /* the only figure of its kind in the sentence */
    WEIGHT_SHARED   = 350,
    WEIGHT_SENTENCE = 200, /* beyond a colon or semicolon */
    WEIGHT_ABOVE    = 100,
    IDF_GENERIC     = 1000, /* of what tells nothing by itself, rare as it may be */
};

typedef CC_LIST(cc_stem) stems;

static bool measures(const cc_word *word, cc_str text)
{
    return cc_word_measures(word) &&
           !(word->classes & (CC_WORD_LEVEL | CC_WORD_UP | CC_WORD_DOWN)) && word->stem.len > 1 &&
           !cc_is_digit(text.ptr[word->span.off]);
}

static void add_stem(cc_arena *arena, stems *bag, const cc_word *word, uint16_t weight, bool own)
{
    for (size_t i = 0; i < bag->n; i++)
        if (cc_str_eq(bag->at[i].stem, word->stem)) {
            bag->at[i].own |= own;
            if (bag->at[i].weight < weight)
                bag->at[i].weight = weight;
            return;
        }
    *cc_push(arena, bag) = (cc_stem){word->stem, weight, word->idf, own};
}

/* -- Where the own words of a figure lie ----------------------------------------------------- */

static bool opens_clause(const cc_passage *p, size_t w, uint32_t mask)
{
    return w < p->words.n && p->words.at[w].classes & mask;
}

static bool has_measure(const cc_passage *p, uint32_t from, uint32_t to)
{
    for (size_t w = cc_passage_word(p, from); w < p->words.n && p->words.at[w].span.off < to; w++)
        if (measures(&p->words.at[w], p->doc->text))
            return true;
    return false;
}

/* Not that of an address or a time of day. */
static bool is_colon(const char *text, uint32_t at)
{
    return text[at] == ':' && text[at + 1] != '/' && !cc_is_digit(text[at + 1]);
}

/* "(NAEB)": a short name for what stands before; `end` is behind its parenthesis. */
static bool is_acronym(const char *text, uint32_t from, uint32_t end)
{
    enum { LONGEST = 12 };
    for (uint32_t at = end - 1; at > from && end - at < LONGEST; at--)
        if (!cc_is_upper(text[at - 1]))
            return text[at - 1] == '(';
    return false;
}

/* The last offset in (from, to) after which the words belong to the figure at `to`. A colon cuts
 * unless the figure stands right behind it: "Imports of goods: $5 million"; a parenthesis unless
 * it is an acronym. */
static uint32_t cut_before(const cc_passage *p, uint32_t from, uint32_t to)
{
    const char *text = p->doc->text.ptr;
    for (uint32_t at = to; at > from; at--) {
        char c = text[at - 1];
        if (c == ';' || (c == ')' && !is_acronym(text, from, at)) ||
            (is_colon(text, at - 1) && has_measure(p, at, to)))
            return at;
        size_t next = cc_passage_word(p, at);
        if (c == ',' && opens_clause(p, next, CC_WORD_CLAUSE) && p->words.at[next].span.off < to)
            return at;
    }
    return from;
}

/* The first offset in [from, to) at which the words stop belonging to the figure before `from`. */
static uint32_t cut_after(const cc_passage *p, uint32_t from, uint32_t to)
{
    const char *text = p->doc->text.ptr;
    for (uint32_t at = from; at < to; at++)
        if (text[at] == ';' || is_colon(text, at) || text[at] == '(' || text[at] == ',')
            return at;
    for (size_t w = cc_passage_word(p, from); w < p->words.n && p->words.at[w].span.off < to; w++)
        if (p->words.at[w].classes & (CC_WORD_CLAUSE | CC_WORD_BOUNDARY))
            return p->words.at[w].span.off;
    return to;
}

static void add_words(cc_arena *arena, stems *bag, const cc_passage *p, cc_span range,
                      uint16_t weight, bool own)
{
    for (size_t w = cc_passage_word(p, range.off);
         w < p->words.n && p->words.at[w].span.off < cc_span_end(range); w++)
        if (measures(&p->words.at[w], p->doc->text))
            add_stem(arena, bag, &p->words.at[w], weight, own);
}

cc_span cc_own_before(const cc_passage *p, size_t i)
{
    uint32_t to   = p->facts[i].span.off;
    uint32_t from = cut_before(p, cc_passage_prior_end(p, i), to);
    return (cc_span){from, to - from};
}

/* "In 2006, the ministers met": a date that opens its sentence is of what stands behind the comma. */
static uint32_t skip_comma(const cc_passage *p, size_t i, uint32_t at)
{
    const char *text = p->doc->text.ptr;
    if (p->facts[i].kind != CC_DATE || has_measure(p, p->span.off, p->facts[i].span.off))
        return at;
    uint32_t comma = at;
    while (comma < cc_span_end(p->span) && text[comma] == ' ')
        comma++;
    return comma < cc_span_end(p->span) && text[comma] == ',' ? comma + 1 : at;
}

cc_span cc_own_after(const cc_passage *p, size_t i)
{
    uint32_t from = skip_comma(p, i, cc_span_end(p->facts[i].span));
    uint32_t to   = cut_after(p, from, cc_passage_next_start(p, i));
    return (cc_span){from, to - from};
}

static size_t figure_before(const cc_passage *p, size_t i)
{
    for (size_t k = i; k > 0; k--)
        if (p->figure[k - 1])
            return k - 1;
    return i;
}

/* "Trade reached $5 million in 2018 and $6 million in 2019": the second has no words of its own and
 * shares those of the first. */
cc_span cc_own_or_prior(const cc_passage *p, size_t i)
{
    cc_span before = cc_own_before(p, i);
    for (size_t n = 0; n < MAX_PRIOR && !p->record; n++) {
        cc_span after = cc_own_after(p, i);
        size_t  prior = figure_before(p, i);
        if (prior == i || has_measure(p, before.off, cc_span_end(before)) ||
            has_measure(p, after.off, cc_span_end(after)))
            break;
        i      = prior;
        before = cc_own_before(p, i);
    }
    return before;
}

/* From the colon or semicolon before the figure to the one after it. */
static cc_span clause_of(const cc_passage *p, cc_span figure)
{
    const char *text = p->doc->text.ptr;
    uint32_t    from = figure.off, to = cc_span_end(figure);
    while (from > p->span.off && text[from - 1] != ';' &&
           !(is_colon(text, from - 1) && has_measure(p, from, figure.off)))
        from--;
    while (to < cc_span_end(p->span) && text[to] != ';' && !is_colon(text, to))
        to++;
    return (cc_span){from, to - from};
}

/* -- Labels of record text -------------------------------------------------------------------- */

static cc_str after_last(cc_str s, char mark)
{
    for (size_t at = s.len; at > 0; at--)
        if (s.ptr[at - 1] == mark)
            return cc_str_sub(s, at, s.len - at);
    return s;
}

static bool is_edge(char c)
{
    return cc_is_blank(c) || c == ',' || c == ';' || c == '.' || c == '-' || c == '(' || c == '$';
}

static cc_str trim_edges(cc_str s)
{
    while (s.len > 0 && is_edge(s.ptr[0]))
        s.ptr++, s.len--;
    while (s.len > 0 && is_edge(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

static cc_str before_first(cc_str s, const char *marks)
{
    size_t at = 0;
    while (at < s.len && strchr(marks, s.ptr[at]) == NULL)
        at++;
    return cc_str_sub(s, 0, at);
}

/* "1,466 km gas, 94 km oil": each label stands behind its figure. Empty: not so. */
static cc_str label_behind(const cc_passage *p, size_t i, cc_str gap)
{
    uint32_t end   = cc_span_end(p->facts[i].span);
    cc_str   after = cc_str_trim(cc_passage_between(p, end, cc_passage_next_start(p, i)));
    gap            = cc_str_trim(gap);
    bool behind    = gap.len == 0 ? cc_str_ends(after, CC_S(","))
                                  : cc_is_alpha(gap.ptr[0]) && cc_str_ends(gap, CC_S(","));
    bool label =
        after.len > 0 && cc_is_alpha(after.ptr[0]) && memchr(after.ptr, ':', after.len) == NULL;
    return behind && label ? trim_edges(before_first(after, ",;(")) : CC_S("");
}

cc_str cc_sublabel(cc_arena *arena, const cc_passage *p, size_t i)
{
    if (!p->record)
        return CC_S("");
    cc_str gap    = cc_passage_between(p, cc_passage_prior_end(p, i), p->facts[i].span.off);
    cc_str behind = label_behind(p, i, gap);
    if (behind.len > 0)
        return cc_fold(arena, behind);
    gap           = after_last(after_last(gap, ';'), ')');
    cc_str direct = trim_edges(after_last(gap, ':'));
    if (direct.len == 0 && memchr(gap.ptr, ':', gap.len) != NULL) {
        gap    = cc_str_trim(gap);
        direct = trim_edges(after_last(cc_str_sub(gap, 0, gap.len - (gap.len > 0)), ':'));
    }
    return cc_fold(arena, direct);
}

/* -- The counted noun ---------------------------------------------------------------------------- */

static bool ends_noun(const cc_passage *p, const cc_word *word, uint32_t after)
{
    cc_str gap = cc_passage_between(p, after, word->span.off);
    for (size_t k = 0; k < gap.len; k++)
        if (gap.ptr[k] != ' ' && gap.ptr[k] != '-')
            return true;
    return word->classes & (CC_WORD_STOP | CC_WORD_VERB | CC_WORD_CLAUSE | CC_WORD_BOUNDARY) ||
           cc_is_digit(p->doc->text.ptr[word->span.off]);
}

static size_t skip_of(const cc_passage *p, size_t w, uint32_t *after)
{
    bool of =
        w < p->words.n && cc_str_eq(cc_str_span(p->doc->text, p->words.at[w].span), CC_S("of"));
    if (of)
        *after = cc_span_end(p->words.at[w].span);
    bool the = of && w + 1 < p->words.n &&
               cc_str_eq(cc_str_span(p->doc->text, p->words.at[w + 1].span), CC_S("the"));
    if (the)
        *after = cc_span_end(p->words.at[w + 1].span);
    return w + of + the;
}

cc_str cc_counted_noun(cc_arena *arena, const cc_passage *p, size_t i)
{
    uint32_t after = cc_span_end(p->facts[i].span);
    size_t   w     = skip_of(p, cc_passage_word(p, after), &after);
    cc_str   noun  = {"", 0};
    for (int n = 0; n < MAX_NOUN && w < p->words.n && !ends_noun(p, &p->words.at[w], after); n++) {
        const cc_word *word = &p->words.at[w++];
        after               = cc_span_end(word->span);
        noun = cc_arena_printf(arena, "%.*s%s%.*s", CC_F(noun), noun.len > 0 ? " " : "",
                               CC_F(word->stem));
    }
    return noun;
}

/* -- The bag ---------------------------------------------------------------------------------------- */

static bool is_alone(const cc_passage *p, size_t i)
{
    for (size_t k = 0; k < p->fact_count; k++)
        if (k != i && p->figure[k] && p->facts[k].kind == p->facts[i].kind)
            return false;
    return true;
}

static bool is_measuring(const cc_word *word)
{
    return cc_word_measures(word) && word->stem.len > 1 && !cc_is_digit(word->stem.ptr[0]);
}

bool cc_words_measure(const cc_words *words)
{
    for (size_t i = 0; i < words->n; i++)
        if (is_measuring(&words->at[i]))
            return true;
    return false;
}

static void add_all(cc_arena *arena, stems *bag, const cc_words *words, uint16_t weight, bool own)
{
    for (size_t i = 0; i < words->n; i++)
        if (is_measuring(&words->at[i]))
            add_stem(arena, bag, &words->at[i], weight, own);
}

/* "There were 5,000 cases", "the revised count is 5,000": of what, the heading, the question or the
 * sentence before says. */
static bool tells_nothing(const cc_passage *p, size_t i)
{
    cc_span ranges[] = {cc_own_or_prior(p, i), cc_own_after(p, i)};
    for (size_t r = 0; r < sizeof ranges / sizeof *ranges; r++)
        for (size_t w = cc_passage_word(p, ranges[r].off);
             w < p->words.n && p->words.at[w].span.off < cc_span_end(ranges[r]); w++)
            if (measures(&p->words.at[w], p->doc->text) &&
                !(p->words.at[w].classes & CC_WORD_GENERIC))
                return false;
    return true;
}

/* Of the sentence before: what it says of things, not where they went. */
static void add_before(cc_arena *arena, stems *bag, const cc_passage *p)
{
    for (size_t w = 0; w < p->before.n; w++)
        if (measures(&p->before.at[w], p->doc->text))
            add_stem(arena, bag, &p->before.at[w], WEIGHT_CLAUSE, false);
}

static int by_telling(const void *a, const void *b)
{
    const cc_stem *x = a, *y = b;
    uint32_t       m = (uint32_t)x->weight * x->idf, n = (uint32_t)y->weight * y->idf;
    return m != n ? (m < n) - (m > n) : cc_str_cmp(x->stem, y->stem);
}

static int by_stem(const void *a, const void *b)
{
    return cc_str_cmp(((const cc_stem *)a)->stem, ((const cc_stem *)b)->stem);
}

/* A word of the contrasts: what is said at constant prices is not said at those of the day. */
static const cc_word constant = {.stem = {"constant", 8}, .idf = 3000};

/* Where anything stands before or above that says of what, "cases" tell little themselves. */
static void weaken_generic(stems *bag, const cc_passage *p, const cc_context *context)
{
    bool bare = context->heading.n + context->above.n + context->label.n + p->before.n == 0;
    for (size_t w = 0; w < p->words.n && !bare; w++)
        for (size_t i = 0; i < bag->n && p->words.at[w].classes & CC_WORD_GENERIC; i++)
            if (cc_str_eq(bag->at[i].stem, p->words.at[w].stem) && bag->at[i].idf > IDF_GENERIC)
                bag->at[i].idf = IDF_GENERIC;
}

const cc_stem *cc_measure(cc_arena *arena, const cc_passage *p, const cc_context *context, size_t i,
                          size_t *ret_count)
{
    stems   bag = {0};
    cc_stem kept[MAX_STEMS];
    cc_mark mark = cc_arena_mark(arena);
    add_words(arena, &bag, p, cc_own_or_prior(p, i), WEIGHT_OWN, true);
    add_words(arena, &bag, p, cc_own_after(p, i), WEIGHT_OWN, true);
    if (!p->record) {
        uint16_t weight = is_alone(p, i) ? WEIGHT_CLAUSE : WEIGHT_SHARED;
        add_words(arena, &bag, p, clause_of(p, p->facts[i].span), weight, false);
        add_words(arena, &bag, p, p->span, WEIGHT_SENTENCE, false);
        bool nothing = tells_nothing(p, i) || cc_claim_revised(p);
        if (nothing)
            add_all(arena, &bag, &context->heading, WEIGHT_CLAUSE, false);
        if (nothing)
            add_all(arena, &bag, &context->question, WEIGHT_CLAUSE, false);
        if (nothing || cc_passage_says_it(p, cc_own_before(p, i)))
            add_before(arena, &bag, p);
    }
    add_all(arena, &bag, &context->label, p->record ? WEIGHT_LABEL : WEIGHT_LEAD, p->record);
    add_all(arena, &bag, &context->caption, WEIGHT_CLAUSE, false);
    add_all(arena, &bag, &context->heading, p->record ? WEIGHT_ABOVE : WEIGHT_LEAD, false);
    add_all(arena, &bag, &context->above, WEIGHT_ABOVE, false);
    weaken_generic(&bag, p, context);
    if (p->constant)
        add_stem(arena, &bag, &constant, WEIGHT_OWN, true);
    if (bag.n > 0)
        qsort(bag.at, bag.n, sizeof *bag.at, by_telling);
    if (bag.n > MAX_STEMS)
        bag.n = MAX_STEMS;
    if (bag.n > 0)
        memcpy(kept, bag.at, bag.n * sizeof *kept);
    cc_arena_rewind(arena, mark);
    cc_stem *ret = cc_new(arena, cc_stem, bag.n);
    if (bag.n > 0) {
        memcpy(ret, kept, bag.n * sizeof *ret);
        qsort(ret, bag.n, sizeof *ret, by_stem);
    }
    *ret_count = bag.n;
    return ret;
}
