/* explain.c - the shared stems, as the sentence writes them. */
#include "compare/explain.h"

#include "compare/twin.h"
#include "fact/period.h"
#include "fact/value.h"

enum { MAX_WORDS = 6, LEAST_WEIGHT = 300 };

static bool has_stem(const cc_claim *c, cc_str stem)
{
    for (size_t i = 0; i < c->measure_count; i++)
        if (cc_str_eq(c->measure[i].stem, stem) && c->measure[i].weight >= LEAST_WEIGHT)
            return true;
    return false;
}

static cc_str append(cc_arena *arena, cc_str list, const char *between, cc_str word)
{
    if (word.len == 0)
        return list;
    return list.len == 0 ? word
                         : cc_arena_printf(arena, "%.*s%s%.*s", CC_F(list), between, CC_F(word));
}

/* Words of `text` whose stems both claims have, each stem once, in the order of the text. */
static cc_str shared_words(cc_stemmer *stemmer, cc_arena *arena, cc_str text, const cc_claim *a,
                           const cc_claim *b)
{
    cc_words words = {0};
    cc_dict  seen  = {0};
    cc_str   list  = {"", 0};
    cc_words_split(stemmer, arena, text, (cc_span){0, (uint32_t)text.len}, &words);
    for (size_t i = 0; i < words.n && seen.n < MAX_WORDS; i++) {
        cc_str stem = words.at[i].stem;
        if (!has_stem(a, stem) || !has_stem(b, stem))
            continue;
        uint64_t *once = cc_dict_put(arena, &seen, stem);
        if ((*once)++ == 0)
            list = append(arena, list, " ", cc_str_span(text, words.at[i].span));
    }
    return list;
}

static cc_str explain_measure(cc_stemmer *stemmer, cc_arena *arena, const cc_claim *a,
                              const cc_claim *b)
{
    if (a->label.len > 0 && cc_str_eq(a->label, b->label))
        return append(arena, a->label, ", ",
                      cc_str_eq(a->sublabel, b->sublabel) ? a->sublabel : CC_S(""));
    return shared_words(stemmer, arena, a->sentence, a, b);
}

static cc_str explain_scope(cc_arena *arena, const cc_claim *a, const cc_claim *b)
{
    cc_str list = {"", 0};
    for (size_t i = 0; i < a->scope_count; i++)
        for (size_t k = 0; k < b->scope_count; k++)
            if (cc_str_eq(a->scope[i], b->scope[k]))
                list = append(arena, list, ", ", a->scope[i]);
    return list;
}

static cc_str print_period(cc_arena *arena, const cc_claim *c)
{
    if (!cc_period_is_known(&c->period))
        return CC_S("no period");
    cc_str period = cc_period_print(arena, &c->period);
    return c->period_origin == CC_FROM_DOCUMENT
               ? cc_arena_printf(arena, "%.*s, the document's date", CC_F(period))
               : period;
}

static cc_str explain_period(cc_arena *arena, const cc_claim *a, const cc_claim *b)
{
    cc_str in_a = print_period(arena, a), in_b = print_period(arena, b);
    return cc_str_eq(in_a, in_b) ? in_a
                                 : cc_arena_printf(arena, "%.*s / %.*s", CC_F(in_a), CC_F(in_b));
}

/* How far apart the values lie; of twins it is not the values that differ. */
static cc_str explain_gap(cc_arena *arena, const cc_claim *a, const cc_claim *b)
{
    return cc_str_eq(a->unit, b->unit) && !cc_is_twin_unit(a, b) && !cc_is_twin_direction(a, b)
               ? cc_value_gap(arena, &a->value, &b->value, a->unit)
               : CC_S("");
}

cc_reason cc_explain(cc_stemmer *stemmer, cc_arena *arena, const cc_claim *a, const cc_claim *b)
{
    return (cc_reason){
        .measure = explain_measure(stemmer, arena, a, b),
        .scope   = explain_scope(arena, a, b),
        .period  = a->kind == CC_DATE ? CC_S("") : explain_period(arena, a, b),
        .gap     = explain_gap(arena, a, b),
    };
}
