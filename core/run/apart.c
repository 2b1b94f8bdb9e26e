/* apart.c - one reason after the other, in the order in which check meets them. */
#include "run/apart.h"

#include "claim/event.h"
#include "compare/key.h"
#include "compare/relate.h"
#include "compare/timing.h"
#include "store/enumerators.h"

typedef struct two {
    const cc_comparer *comparer;
    cc_stemmer        *stemmer;
    cc_arena          *arena;
    const cc_claim    *a, *b;
} two;

/* -- The reasons: each gives a sentence, or an empty string to go on ------------------------------------ */

static cc_str name_unit(const cc_claim *claim)
{
    switch (claim->kind) {
    case CC_DATE: return CC_S("a date");
    case CC_MULTIPLE: return CC_S("a multiple");
    case CC_RANK: return CC_S("a rank");
    default: return claim->unit.len > 0 ? claim->unit : CC_S("a plain number");
    }
}

static cc_str check_units(const two *t)
{
    cc_str a    = cc_unit_class(t->comparer->lexicon, t->a);
    cc_str b    = cc_unit_class(t->comparer->lexicon, t->b);
    cc_str is_a = name_unit(t->a), is_b = name_unit(t->b);
    return cc_str_eq(a, b) ? CC_S("")
                           : cc_arena_printf(t->arena,
                                             "Not compared: the unit of one is %.*s, that of the "
                                             "other %.*s",
                                             CC_F(is_a), CC_F(is_b));
}

static cc_str check_aspects(const two *t)
{
    cc_str a = cc_aspect_class(t->a->aspect), b = cc_aspect_class(t->b->aspect);
    cc_str is_a = cc_aspect_name(t->a->aspect), is_b = cc_aspect_name(t->b->aspect);
    return cc_str_eq(a, b)
               ? CC_S("")
               : cc_arena_printf(t->arena, "Not compared: one is a %.*s and the other a %.*s",
                                 CC_F(is_a), CC_F(is_b));
}

/* Each holds for no more than the date of its document. */
static bool are_undated(const two *t)
{
    return t->a->kind != CC_DATE && t->a->period_origin == CC_FROM_DOCUMENT &&
           t->b->period_origin == CC_FROM_DOCUMENT;
}

static cc_str check_gates(const two *t)
{
    cc_trace trace;
    cc_compare_traced(t->comparer, t->a, t->b, &trace);
    if (trace.gate == NULL)
        return CC_S("");
    if (are_undated(t) && cc_timing_fit(t->a, t->b) == 0)
        return CC_S("Not compared: neither says when, and the dates of their documents lie too far "
                    "apart");
    return cc_arena_printf(t->arena, "Not compared: %s", trace.gate);
}

/* The word of the sentence that tells what happened: "'signed'". */
static cc_str name_act(const two *t, const cc_claim *claim)
{
    cc_words words = {0};
    cc_words_split(t->stemmer, t->arena, claim->sentence,
                   (cc_span){0, (uint32_t)claim->sentence.len}, &words);
    for (size_t i = 0; i < words.n; i++)
        if (words.at[i].stem.len > 0 && cc_str_starts(claim->noun, words.at[i].stem))
            return cc_arena_printf(t->arena, "'%.*s'",
                                   CC_F(cc_str_span(claim->sentence, words.at[i].span)));
    return claim->noun.len > 0 ? cc_arena_printf(t->arena, "'%.*s'", CC_F(claim->noun))
                               : CC_S("what is dated");
}

/* Two dates may be of different acts, or of one that is done anew. */
static cc_str check_acts(const two *t)
{
    const cc_claim *a = t->a, *b = t->b;
    cc_apart        apart;
    if (a->kind != CC_DATE || b->kind != CC_DATE)
        return CC_S("");
    bool   differ = a->noun.len > 0 && b->noun.len > 0 && !cc_str_eq(a->noun, b->noun);
    bool   forth = cc_event_precedes(a, b), back = cc_event_precedes(b, a);
    cc_str of_a = name_act(t, a), of_b = name_act(t, b);
    if (differ && !forth && !back)
        return cc_arena_printf(t->arena, "Not compared: one dates %.*s, the other %.*s", CC_F(of_a),
                               CC_F(of_b));
    if (cc_relate(t->comparer->lexicon, a, b, &apart) != CC_NOT_COMPARABLE)
        return CC_S("");
    if (a->noun.len == 0 || b->noun.len == 0)
        return CC_S("Not compared: one of the dates is of no event, and need not be the other's");
    if (!differ)
        return cc_arena_printf(t->arena, "Not compared: %.*s happens again and again", CC_F(of_a));
    return cc_arena_printf(t->arena, "Both can be true: %.*s goes before %.*s and is dated so",
                           CC_F(forth ? of_a : of_b), CC_F(forth ? of_b : of_a));
}

/* The stems of a claim's keys: "export, lumber". */
static cc_str list_stems(const two *t, const cc_str *keys, size_t n)
{
    cc_str list = {"", 0};
    for (size_t i = 0; i < n; i++) {
        const char *bar  = memrchr(keys[i].ptr, '|', keys[i].len);
        cc_str      stem = cc_str_z(bar + 1);
        list = cc_arena_printf(t->arena, "%.*s%s%.*s", CC_F(list), i > 0 ? ", " : "", CC_F(stem));
    }
    return list;
}

static cc_str check_keys(const two *t)
{
    cc_str a[CC_MAX_KEYS], b[CC_MAX_KEYS], next;
    size_t in_a = cc_claim_keys(t->arena, t->comparer->lexicon, t->a, a);
    size_t in_b = cc_claim_keys(t->arena, t->comparer->lexicon, t->b, b);
    if (cc_common_key(a, in_a, b, in_b, &next).len > 0)
        return CC_S("");
    cc_str stems_a = list_stems(t, a, in_a), stems_b = list_stems(t, b, in_b);
    return cc_arena_printf(t->arena,
                           "Not compared: none of the first one's rarest stems (%.*s) is "
                           "one of the other's (%.*s)",
                           CC_F(stems_a), CC_F(stems_b));
}

cc_str cc_tell_apart(const cc_comparer *comparer, cc_stemmer *stemmer, cc_arena *arena,
                     const cc_claim *a, const cc_claim *b)
{
    static cc_str (*const reasons[])(const two *) = {check_units, check_aspects, check_gates,
                                                     check_acts, check_keys};
    const two t                                   = {comparer, stemmer, arena, a, b};
    cc_str    said                                = {"", 0};
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons && said.len == 0; i++)
        said = reasons[i](&t);
    return said;
}
