/* align.c - one to one within each pair of passages, the best first (CLAIMS 2.12). */
#include "compare/align.h"

#include "compare/similar.h"
#include "compare/timing.h"
#include "compare/twin.h"
#include "fact/slip.h"

#include <stdlib.h>

enum {
    BONUS_EQUAL = 300, /* written values are the same */
    BONUS_AGREE = 20,
    BONUS_UNIT  = 40,   /* written in one unit: before what only agrees when converted */
    BONUS_NEAR  = 300,  /* a bound, and the figure is the very one */
    BONUS_FRAME = 3000, /* one sentence: more than all others together */
    LOOSE_MILLE = 300,  /* least threshold over it: no run of many claims asks for so much */
    FAR_APART   = 20,   /* times as much */
    FAR_WITHIN  = 4,    /* the same in one document, whose author keeps in mind what was said */
    QUARTER     = 1,
    HALF        = 2,
    WHOLE       = 4,
    SAME_TIME   = 750, /* a period fit as of claims that may well be of one time */
    NEAR_SCORE  = 120, /* a partner that agrees and scores this much lower still uses a claim up */
};

typedef struct candidate {
    cc_aligned as;
    uint32_t   rank;
    bool       framed; /* cc_is_same_frame */
    bool       taken;
} candidate;

static bool is_within(const cc_claim *a, const cc_claim *b)
{
    return cc_str_eq(a->doc->sha256, b->doc->sha256);
}

static bool is_bound(const cc_value *value)
{
    return value->flags & (CC_NO_LOW | CC_NO_HIGH);
}

/* The less of two figures as written, in 1/1000 of the greater: 1000 if they are equal. */
static uint32_t find_nearness(const cc_value *a, const cc_value *b)
{
    cc_dec   x = cc_dec_abs(a->stated), y = cc_dec_abs(b->stated);
    cc_dec   less = cc_dec_cmp(x, y) < 0 ? x : y, more = cc_dec_cmp(x, y) < 0 ? y : x;
    uint32_t from = 0, to = 1000;
    while (from < to) {
        uint32_t half = (from + to + 1) / 2;
        bool     fits = cc_dec_cmp_scaled(more, half, less, 1000) <= 0;
        from          = fits ? half : from;
        to            = fits ? to : half - 1;
    }
    return from;
}

/* That a bound holds says little: "under 5 million" is of 4.9, not of any figure below. */
static uint32_t rank_of(const cc_pair *pair, cc_relation relation)
{
    const cc_value *x = &pair->a->value, *y = &pair->b->value;
    cc_likeness     alike = cc_measure_likeness(pair->a, pair->b);
    double          rank  = pair->raw * (0.3 + 0.35 * (alike.cover_a + alike.cover_b));
    rank += cc_str_eq(pair->a->unit, pair->b->unit) ? BONUS_UNIT : 0;
    if (cc_value_same(x, y))
        rank += BONUS_EQUAL;
    else if (pair->a->kind != CC_DATE && (is_bound(x) || is_bound(y)))
        return (uint32_t)rank + BONUS_NEAR * find_nearness(x, y) / 1000;
    return (uint32_t)rank + (relation == CC_AGREE ? BONUS_AGREE : 0);
}

/* 4.9 and 300 thousand, not 5 and 3 million. */
static bool has_two_digits(const cc_value *value)
{
    cc_dec tenfold = {value->step.mant, value->step.exp10 + 1};
    return cc_dec_cmp(cc_dec_abs(value->stated), tenfold) >= 0;
}

/* So far apart, and by no slip of scale, two figures hardly measure one thing. */
static bool is_far_apart(const cc_pair *pair, cc_apart apart, int64_t far)
{
    cc_dec  x = cc_dec_abs(pair->a->value.stated), y = cc_dec_abs(pair->b->value.stated);
    int64_t more_a, more_b;
    return __builtin_mul_overflow(apart.num, far, &more_a) ||
           __builtin_mul_overflow(apart.den, far, &more_b) ||
           cc_dec_cmp_scaled(x, apart.num, y, more_b) > 0 ||
           cc_dec_cmp_scaled(y, apart.den, x, more_a) > 0;
}

/* How much of the likeness is enough where the digits themselves are evidence: they agree, or do but for
 * the scale, or but for one, or two of them are swapped, at one time. In quarters. */
static uint32_t share_needed(const cc_pair *pair, cc_apart apart)
{
    const cc_claim *a = pair->a, *b = pair->b;
    if (!apart.rates && cc_str_eq(a->unit, b->unit) && cc_value_same(&a->value, &b->value) &&
        has_two_digits(&a->value))
        return QUARTER;
    if (apart.power10 != 0)
        return has_two_digits(&a->value) && has_two_digits(&b->value) ? HALF : WHOLE;
    uint32_t timing = cc_timing_fit(a, b);
    bool     cells  = a->label.len > 0 && b->label.len > 0; /* of tables full of like figures */
    if (cells || apart.rates || a->kind == CC_DATE || !cc_str_eq(a->unit, b->unit) ||
        timing < SAME_TIME)
        return WHOLE;
    cc_slip slip = cc_value_slip(&a->value, &b->value);
    return slip == CC_SWAPPED && timing == 1000 ? QUARTER : slip != CC_NO_SLIP ? HALF : WHOLE;
}

static uint32_t score_of(const cc_pair *pair, cc_apart apart, uint64_t claims)
{
    uint32_t threshold = cc_threshold(claims, is_within(pair->a, pair->b));
    uint32_t needed    = threshold * share_needed(pair, apart) / WHOLE;
    uint32_t score     = cc_rescale(pair->raw, needed);
    int64_t  most      = is_within(pair->a, pair->b) ? FAR_WITHIN : FAR_APART;
    bool far    = pair->a->kind != CC_DATE && apart.power10 == 0 && is_far_apart(pair, apart, most);
    bool labels = pair->raw == 1000 && !is_within(pair->a, pair->b);
    return !far ? score : labels ? score / 2 : score * 2 / 5;
}

/* Of one sentence little else needs to fit. */
static uint32_t score_framed(const cc_pair *pair, uint64_t claims)
{
    return cc_rescale(pair->raw, cc_threshold(claims, false) * QUARTER / WHOLE);
}

/* Two dates of which one is of no event: most things are so at more times than one, and only where
 * little is said are they taken for one thing. */
static bool is_loose(const cc_aligned *x)
{
    return x->relation == CC_CONFLICT && x->a->kind == CC_DATE &&
           (x->a->noun.len == 0 || x->b->noun.len == 0);
}

static uint32_t loosen(const cc_pair *pair, uint64_t claims)
{
    uint32_t threshold = cc_threshold(claims, is_within(pair->a, pair->b));
    return cc_rescale(pair->raw * LOOSE_MILLE / 1000, threshold);
}

/* "Over 25 million" and "25 million" hold by rounding; where little else is said, they do not. */
static void judge_edge(candidate *c, const cc_pair *pair, uint64_t claims)
{
    bool edge = c->as.relation == CC_AGREE && c->as.a->kind != CC_DATE && !c->as.apart.rates &&
                cc_str_eq(c->as.a->unit, c->as.b->unit) &&
                cc_value_at_edge(&c->as.a->value, &c->as.b->value);
    uint32_t score = edge ? loosen(pair, claims) : 0;
    if (score < 500)
        return;
    c->as.relation = CC_CONFLICT;
    c->as.score    = score;
}

static size_t judge(const cc_comparer *comparer, const cc_pair *pairs, size_t count,
                    uint64_t claims, candidate *ret)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        candidate *c   = &ret[n];
        *c             = (candidate){.as = {.a = pairs[i].a, .b = pairs[i].b}};
        c->as.relation = cc_relate(comparer->lexicon, c->as.a, c->as.b, &c->as.apart);
        if (c->as.relation == CC_NOT_COMPARABLE)
            continue;
        c->framed   = cc_is_same_frame(c->as.a, c->as.b);
        c->rank     = rank_of(&pairs[i], c->as.relation) + (c->framed ? BONUS_FRAME : 0);
        c->as.score = c->framed          ? score_framed(&pairs[i], claims)
                      : is_loose(&c->as) ? loosen(&pairs[i], claims)
                                         : score_of(&pairs[i], c->as.apart, claims);
        judge_edge(c, &pairs[i], claims);
        n++;
    }
    return n;
}

static int cmp_u32(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

/* Passages together, the best first within them. */
static int by_rank(const void *a, const void *b)
{
    const candidate *x = a, *y = b;
    int              c = cmp_u32(x->as.a->passage, y->as.a->passage);
    if (c == 0)
        c = cmp_u32(x->as.b->passage, y->as.b->passage);
    if (c == 0)
        c = cmp_u32(y->rank, x->rank);
    if (c == 0)
        c = cmp_u32(x->as.a->order, y->as.a->order);
    return c != 0 ? c : cmp_u32(x->as.b->order, y->as.b->order);
}

static bool same_passages(const cc_aligned *x, const cc_aligned *y)
{
    return x->a->passage == y->a->passage && x->b->passage == y->b->passage;
}

/* Whether either figure of all[at] already answers another one of the same passage. */
static bool is_used(const candidate *all, size_t at)
{
    const cc_aligned *x = &all[at].as;
    for (size_t i = at; i-- > 0 && same_passages(&all[i].as, x);)
        if (all[i].taken &&
            (all[i].as.a->order == x->a->order || all[i].as.b->order == x->b->order))
            return true;
    return false;
}

/* Whether the other passage states all[at]'s figure to the digit, beside the one it is held
 * against; not where both have the very place in one sentence. */
static bool is_restated(const candidate *all, size_t n, size_t at)
{
    const cc_aligned *x    = &all[at].as;
    size_t            from = at;
    if (all[at].framed)
        return false;
    while (from > 0 && same_passages(&all[from - 1].as, x))
        from--;
    for (size_t i = from; i < n && same_passages(&all[i].as, x); i++) {
        const cc_aligned *y      = &all[i].as;
        bool              shared = y->a->order == x->a->order || y->b->order == x->b->order;
        if (shared && y->relation == CC_AGREE && cc_str_eq(y->a->unit, y->b->unit) &&
            cc_value_same(&y->a->value, &y->b->value))
            return true;
    }
    return false;
}

/* A figure's place as a key: which of the two documents, and where. */
typedef struct place_key {
    char bytes[5];
} place_key;

static cc_str print_place(cc_arena *arena, char side, const cc_claim *claim)
{
    place_key *key = cc_new(arena, place_key, 1);
    memcpy(key->bytes, &side, 1);
    memcpy(key->bytes + 1, &claim->order, 4);
    return (cc_str){key->bytes, sizeof key->bytes};
}

/* A bound that holds is an agreement only with the figure that it is of, and of "5 miles (8 km)" the
 * figure that is in the unit of the other. */
static bool is_telling(const candidate *c)
{
    bool one_unit = cc_str_eq(c->as.a->unit, c->as.b->unit);
    return c->taken || (one_unit && !(is_bound(&c->as.a->value) || is_bound(&c->as.b->value)));
}

static void note_score(cc_arena *arena, cc_dict *met, char side, const cc_claim *claim,
                       uint64_t score)
{
    uint64_t *best = cc_dict_put(arena, met, print_place(arena, side, claim));
    *best          = *best > score ? *best : score;
}

/* The best score with which each figure is met by the other document, plus one; one sentence alone
 * meets one sentence. */
static void note_agreements(cc_arena *arena, const candidate *all, size_t n, cc_dict *met)
{
    for (size_t i = 0; i < n; i++) {
        const cc_aligned *x = &all[i].as;
        if (x->relation != CC_AGREE || is_within(x->a, x->b) || !is_telling(&all[i]))
            continue;
        note_score(arena, met, 'a', x->a, x->score + 1);
        note_score(arena, met, 'b', x->b, x->score + 1);
        if (all[i].framed) {
            note_score(arena, met, 'A', x->a, UINT32_MAX);
            note_score(arena, met, 'B', x->b, UINT32_MAX);
        }
    }
}

/* A figure that the other document states too, as well or nearly as well matched, contradicts
 * nothing there; one that its own document repeats may. */
static bool is_met_elsewhere(cc_arena *arena, const cc_dict *met, const candidate *c)
{
    const cc_aligned *x    = &c->as;
    const uint64_t   *a    = cc_dict_find(met, print_place(arena, c->framed ? 'A' : 'a', x->a));
    const uint64_t   *b    = cc_dict_find(met, print_place(arena, c->framed ? 'B' : 'b', x->b));
    uint64_t          near = is_loose(x) ? UINT32_MAX : NEAR_SCORE;
    return (a != NULL && *a + near > x->score) || (b != NULL && *b + near > x->score);
}

static int by_score(const void *a, const void *b)
{
    const cc_aligned *x = a, *y = b;
    int               c = cmp_u32(y->score, x->score);
    if (c == 0)
        c = cmp_u32(x->a->order, y->a->order);
    return c != 0 ? c : cmp_u32(x->b->order, y->b->order);
}

size_t cc_align(const cc_comparer *comparer, cc_arena *arena, const cc_pair *pairs, size_t count,
                uint64_t claims, cc_aligned **ret)
{
    candidate *all = cc_new(arena, candidate, count);
    size_t     n = judge(comparer, pairs, count, claims, all), kept = 0;
    cc_dict    met = {0};
    *ret           = cc_new(arena, cc_aligned, n);
    qsort(all, n, sizeof *all, by_rank);
    for (size_t i = 0; i < n; i++)
        all[i].taken = !is_used(all, i);
    note_agreements(arena, all, n, &met);
    for (size_t i = 0; i < n; i++)
        if (all[i].taken && (all[i].as.relation == CC_AGREE ||
                             !(is_restated(all, n, i) || is_met_elsewhere(arena, &met, &all[i]))))
            (*ret)[kept++] = all[i].as;
    qsort(*ret, kept, sizeof **ret, by_score);
    return kept;
}
