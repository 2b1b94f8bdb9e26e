/* similar.c - arithmetic of word bags (CLAIMS 2.8, 2.9). */
#include "compare/similar.h"

#include "claim/event.h"

#include <math.h>

static const double enough_shared =
    4.0; /* in units of idf: below, two bags share weak words only */

static const uint16_t telling_of_cell = 700; /* its table's caption too */

/* What one merge of two sorted bags adds up. */
typedef struct sums {
    double shared, mass_a, mass_b;
    double own_a, own_b, met_a, met_b;
    double own_shared;
} sums;

static double idf(const cc_stem *s)
{
    return s->idf / 1000.0;
}

static double mass(const cc_stem *s)
{
    return s->weight / 1000.0 * idf(s);
}

static void add_a(sums *t, const cc_stem *s)
{
    t->mass_a += mass(s);
    t->own_a += s->own ? idf(s) : 0;
}

static void add_b(sums *t, const cc_stem *s)
{
    t->mass_b += mass(s);
    t->own_b += s->own ? idf(s) : 0;
}

static void add_shared(sums *t, const cc_stem *a, const cc_stem *b)
{
    t->shared += sqrt(a->weight / 1000.0 * (b->weight / 1000.0)) * idf(a);
    t->met_a += a->own ? idf(a) : 0;
    t->met_b += b->own ? idf(b) : 0;
    t->own_shared += a->own && b->own ? idf(a) : 0;
}

static sums merge(const cc_claim *a, const cc_claim *b)
{
    sums t = {0};
    for (size_t i = 0, k = 0; i < a->measure_count || k < b->measure_count;) {
        int c = i == a->measure_count   ? 1
                : k == b->measure_count ? -1
                                        : cc_str_cmp(a->measure[i].stem, b->measure[k].stem);
        if (c == 0)
            add_shared(&t, &a->measure[i], &b->measure[k]);
        if (c <= 0)
            add_a(&t, &a->measure[i++]);
        if (c >= 0)
            add_b(&t, &b->measure[k++]);
    }
    return t;
}

/* Half containment, half cosine. */
static double likeness(double shared, double mass_a, double mass_b)
{
    double least = mass_a < mass_b ? mass_a : mass_b;
    return least <= 0 ? 0 : 0.5 * shared / least + 0.5 * shared / sqrt(mass_a * mass_b);
}

cc_likeness cc_measure_likeness(const cc_claim *a, const cc_claim *b)
{
    sums t = merge(a, b);
    if (t.mass_a <= 0 || t.mass_b <= 0)
        return (cc_likeness){0};
    double similarity = likeness(t.shared, t.mass_a, t.mass_b);
    double by_own     = likeness(t.own_shared, t.own_a, t.own_b);
    similarity        = by_own > similarity ? by_own : similarity;
    if (t.shared < enough_shared)
        similarity *= t.shared / enough_shared;
    return (cc_likeness){
        .similarity = similarity > 1 ? 1 : similarity,
        .cover_a    = t.own_a > 0 ? t.met_a / t.own_a : 0.5,
        .cover_b    = t.own_b > 0 ? t.met_b / t.own_b : 0.5,
        .own_shared = t.own_shared,
    };
}

static uint32_t members(const cc_vocabulary *v, const cc_claim *c, size_t set)
{
    uint32_t found = 0;
    uint16_t least = c->label.len > 0 ? telling_of_cell : 1000;
    for (size_t i = 0; i < c->measure_count; i++)
        if (c->measure[i].own || c->measure[i].weight >= least)
            found |= cc_vocabulary_contrast(v, c->measure[i].stem, set);
    return found;
}

double cc_measure_contrast(const cc_vocabulary *v, const cc_claim *a, const cc_claim *b)
{
    size_t marked, count = cc_vocabulary_contrast_count(v, &marked);
    double factor = 1;
    for (size_t set = 0; set < count; set++) {
        uint32_t in_a = members(v, a, set), in_b = members(v, b, set);
        bool     silent = set >= marked && (in_a == 0 || in_b == 0);
        if (silent || in_a == in_b)
            continue;
        double apart = in_a != 0 && in_b != 0 && (in_a & in_b) == 0 ? 0.07 : 0.09;
        factor       = apart < factor ? apart : factor;
    }
    return factor;
}

/* Walks the words of `noun`; ret is the next one, empty at the end. */
static cc_str next_word(cc_str *noun)
{
    const char *blank = memchr(noun->ptr, ' ', noun->len);
    size_t      len   = blank == NULL ? noun->len : (size_t)(blank - noun->ptr);
    cc_str      word  = cc_str_sub(*noun, 0, len);
    *noun             = blank == NULL ? CC_S("") : cc_str_sub(*noun, len + 1, noun->len - len - 1);
    return word;
}

static bool has_noun(cc_str noun, cc_str wanted)
{
    while (noun.len > 0)
        if (cc_str_eq(next_word(&noun), wanted))
            return true;
    return false;
}

static cc_str head(cc_str noun)
{
    cc_str last = {"", 0};
    while (noun.len > 0)
        last = next_word(&noun);
    return last;
}

static bool shares_noun(cc_str a, cc_str b)
{
    while (a.len > 0)
        if (has_noun(b, next_word(&a)))
            return true;
    return false;
}

static bool in_bag(const cc_claim *c, cc_str noun)
{
    for (size_t i = 0; i < c->measure_count; i++)
        if (has_noun(noun, c->measure[i].stem))
            return true;
    return false;
}

/* A date of no event may be that of one told in other words. */
static double fit_acts(const cc_claim *a, const cc_claim *b)
{
    if (cc_str_eq(a->noun, b->noun))
        return 1;
    if (a->noun.len == 0 || b->noun.len == 0)
        return 0.8;
    return cc_event_precedes(a, b) || cc_event_precedes(b, a) ? 0.95 : 0;
}

double cc_noun_fit(const cc_claim *a, const cc_claim *b)
{
    if (a->kind == CC_DATE && b->kind == CC_DATE)
        return fit_acts(a, b);
    if (a->kind != CC_NUMBER || b->kind != CC_NUMBER || (a->noun.len == 0 && b->noun.len == 0))
        return 1;
    if (a->noun.len == 0 || b->noun.len == 0)
        return in_bag(a->noun.len == 0 ? a : b, a->noun.len == 0 ? b->noun : a->noun) ? 0.95 : 0.8;
    if (has_noun(b->noun, head(a->noun)) || has_noun(a->noun, head(b->noun)))
        return 1;
    if (shares_noun(a->noun, b->noun))
        return 0.9;
    return in_bag(a, b->noun) || in_bag(b, a->noun) ? 0.8 : 0.5;
}
