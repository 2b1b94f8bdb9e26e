/* align.c - one to one within each pair of passages, the best first (CLAIMS 2.12). */
#include "compare/align.h"

#include "compare/similar.h"
#include "compare/timing.h"

#include <stdlib.h>

enum {
    BONUS_EQUAL  = 300, /* written values are the same */
    BONUS_AGREE  = 20,
    FAR_APART    = 20,  /* times as much */
    FAR_WITHIN   = 4,   /* the same in one document, whose author keeps in mind what was said */
    LEAST_DIGITS = 100, /* of a slip of one digit: fewer agree by chance */
    MOST_DIGITS  = 1000000000, /* before they are too many to tell */
    SAME_TIME    = 750,        /* a period fit as of claims that may well be of one time */
    NEAR_SCORE   = 120, /* a partner that agrees and scores this much lower still uses a claim up */
};

typedef struct candidate {
    cc_aligned as;
    uint32_t   rank;
    bool       taken;
} candidate;

static bool is_within(const cc_claim *a, const cc_claim *b)
{
    return cc_str_eq(a->doc->sha256, b->doc->sha256);
}

static uint32_t rank_of(const cc_pair *pair, cc_relation relation)
{
    cc_likeness alike = cc_measure_likeness(pair->a, pair->b);
    double      rank  = pair->raw * (0.3 + 0.35 * (alike.cover_a + alike.cover_b));
    if (cc_value_same(&pair->a->value, &pair->b->value))
        rank += BONUS_EQUAL;
    return (uint32_t)rank + (relation == CC_AGREE ? BONUS_AGREE : 0);
}

/* 4.9 and 300 thousand, not 5 and 3 million. */
static bool has_two_digits(const cc_value *value)
{
    cc_dec tenfold = {value->step.mant, value->step.exp10 + 1};
    return cc_dec_cmp(cc_dec_abs(value->stated), tenfold) >= 0;
}

/* So far apart, and by no slip of scale, two figures hardly measure one thing. */
static bool is_far_apart(const cc_value *a, const cc_value *b, int64_t far)
{
    cc_dec x = cc_dec_abs(a->stated), y = cc_dec_abs(b->stated);
    return cc_dec_cmp_scaled(x, 1, y, far) > 0 || cc_dec_cmp_scaled(y, 1, x, far) > 0;
}

/* The digits as written, without the zeros of its scale: 54.7 million is 547. */
static int64_t digits_of(const cc_value *value)
{
    cc_dec  v = cc_dec_abs(value->stated);
    int64_t n = v.mant;
    for (int32_t e = v.exp10; e > value->step.exp10 && n <= MOST_DIGITS; e--)
        n *= 10;
    return v.exp10 < value->step.exp10 ? 0 : n;
}

/* One digit is another, or two neighbours have changed places: 1,340 and 1,430, 54.7 and 57.4. */
static bool is_slip_of_digits(const cc_value *a, const cc_value *b)
{
    int64_t x = digits_of(a), y = digits_of(b);
    int     differ = 0, first = 0, from[2] = {0}, to[2] = {0};
    if (a->step.exp10 != b->step.exp10 || x < LEAST_DIGITS || y < LEAST_DIGITS)
        return false;
    for (int at = 0; x > 0 && y > 0 && differ <= 2; at++, x /= 10, y /= 10) {
        if (x % 10 == y % 10)
            continue;
        first = differ == 0 ? at : first;
        if (differ == 2 || at > first + 1)
            return false;
        from[differ] = (int)(x % 10);
        to[differ++] = (int)(y % 10);
    }
    bool swapped = differ == 2 && from[0] == to[1] && from[1] == to[0];
    return x == y && (differ == 1 || swapped);
}

/* That the digits agree, or all but one at one time, is evidence too. */
static bool is_slip(const cc_pair *pair, int32_t power10)
{
    const cc_claim *a = pair->a, *b = pair->b;
    if (power10 != 0)
        return has_two_digits(&a->value) && has_two_digits(&b->value);
    return a->kind != CC_DATE && cc_str_eq(a->unit, b->unit) && cc_timing_fit(a, b) >= SAME_TIME &&
           is_slip_of_digits(&a->value, &b->value);
}

/* A slip needs half the likeness. */
static uint32_t score_of(const cc_pair *pair, int32_t power10, uint64_t claims)
{
    uint32_t threshold = cc_threshold(claims, is_within(pair->a, pair->b));
    bool     slip      = is_slip(pair, power10);
    uint32_t score     = cc_rescale(pair->raw, slip ? threshold / 2 : threshold);
    int64_t  most      = is_within(pair->a, pair->b) ? FAR_WITHIN : FAR_APART;
    bool     far       = pair->a->kind != CC_DATE && power10 == 0 &&
               is_far_apart(&pair->a->value, &pair->b->value, most);
    return far ? score * 2 / 5 : score;
}

static size_t judge(const cc_comparer *comparer, const cc_pair *pairs, size_t count,
                    uint64_t claims, candidate *ret)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        candidate *c   = &ret[n];
        *c             = (candidate){.as = {.a = pairs[i].a, .b = pairs[i].b}};
        c->as.relation = cc_relate(comparer, c->as.a, c->as.b, &c->as.power10);
        if (c->as.relation == CC_NOT_COMPARABLE)
            continue;
        c->rank     = rank_of(&pairs[i], c->as.relation);
        c->as.score = score_of(&pairs[i], c->as.power10, claims);
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
 * against. */
static bool is_restated(const candidate *all, size_t n, size_t at)
{
    const cc_aligned *x    = &all[at].as;
    size_t            from = at;
    while (from > 0 && same_passages(&all[from - 1].as, x))
        from--;
    for (size_t i = from; i < n && same_passages(&all[i].as, x); i++) {
        const cc_aligned *y      = &all[i].as;
        bool              shared = y->a->order == x->a->order || y->b->order == x->b->order;
        if (shared && cc_value_same(&y->a->value, &y->b->value))
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

/* The best score with which each figure is met by the other document, plus one. */
static void note_agreements(cc_arena *arena, const candidate *all, size_t n, cc_dict *met)
{
    for (size_t i = 0; i < n; i++) {
        const cc_aligned *x = &all[i].as;
        if (x->relation != CC_AGREE || is_within(x->a, x->b))
            continue;
        uint64_t *a = cc_dict_put(arena, met, print_place(arena, 'a', x->a));
        *a          = *a > x->score + 1 ? *a : x->score + 1;
        uint64_t *b = cc_dict_put(arena, met, print_place(arena, 'b', x->b));
        *b          = *b > x->score + 1 ? *b : x->score + 1;
    }
}

/* A figure that the other document states too, as well or nearly as well matched, contradicts
 * nothing there; one that its own document repeats may. */
static bool is_met_elsewhere(cc_arena *arena, const cc_dict *met, const cc_aligned *x)
{
    const uint64_t *a = cc_dict_find(met, print_place(arena, 'a', x->a));
    const uint64_t *b = cc_dict_find(met, print_place(arena, 'b', x->b));
    return (a != NULL && *a + NEAR_SCORE > x->score) || (b != NULL && *b + NEAR_SCORE > x->score);
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
        if (all[i].taken &&
            (all[i].as.relation == CC_AGREE ||
             !(is_restated(all, n, i) || is_met_elsewhere(arena, &met, &all[i].as))))
            (*ret)[kept++] = all[i].as;
    qsort(*ret, kept, sizeof **ret, by_score);
    return kept;
}
