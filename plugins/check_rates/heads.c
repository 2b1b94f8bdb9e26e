/* heads.c - a count, the people that it is of, and what both are said to make per so many. */
#include "rates.h"

#include <stdlib.h>

enum { FAR_TIMES = 3 }; /* so far off it is of other people, unless by a power of ten */

/* 100,000 of "100000 person"; 0: per something else. */
static int64_t heads_of(const cc_claim *c)
{
    const char *blank = c == NULL || c->per.len == 0 ? NULL : memchr(c->per.ptr, ' ', c->per.len);
    if (blank == NULL ||
        !cc_is((cc_str){blank + 1, (size_t)(c->per.ptr + c->per.len - blank - 1)}, "person"))
        return 0;
    return strtoll(c->per.ptr, NULL, 10);
}

static bool is_one_of(cc_str word, const char *const *words)
{
    while (*words != NULL && !cc_is(word, *words))
        words++;
    return *words != NULL;
}

/* "a population of 5.2 million", "41.5 million inhabitants", but not "per 100,000 inhabitants" */
static bool is_population(const cc_passage *p, size_t i)
{
    static const char *const people[] = {"people", "inhabitants", "residents", "persons", NULL};
    static const char *const per[]    = {"per", "every", "each", NULL};
    cc_str before = gap_before(p, i), after = gap_after(p, i), last = {0}, prior = {0}, word;
    while ((word = cc_next_word(&before)).len > 0) {
        prior = last;
        last  = word;
    }
    if (is_one_of(last, per))
        return false;
    return is_one_of(cc_next_word(&after), people) ||
           (cc_is(prior, "population") && (cc_is(last, "of") || cc_is(last, "is")));
}

/* The sentence's count of what the rate is of, and its people; false: not both. */
static bool find_parts(const cc_passage *p, size_t at, size_t *ret_count, size_t *ret_people)
{
    const cc_claim *of = p->all->claims[at];
    *ret_count = *ret_people = p->end;
    for (size_t i = p->first; i < p->end; i++) {
        const cc_claim *c = p->all->claims[i];
        if (i == at || figure(p, i)->kind != CC_NUMBER || figure(p, i)->value.stated.mant <= 0)
            continue;
        if (is_population(p, i))
            *ret_people = i;
        else if (c != NULL && c->per.len == 0 && c->noun.len > 0 && cc_is_same(c->noun, of->noun))
            *ret_count = i;
    }
    return *ret_count < p->end && *ret_people < p->end;
}

static cc_status report(const cc_passage *p, size_t at, size_t count, size_t people, cc_exact right,
                        cc_finding_sink *out)
{
    const cc_doc  *doc = p->all->doc;
    const cc_fact *r = figure(p, at), *n = figure(p, count), *of = figure(p, people);
    cc_str         x = cc_text_of(doc, n->span), y = cc_text_of(doc, of->span),
           z = cc_text_of(doc, r->span);
    char message[MESSAGE_BYTES], each[CC_FIGURE_BYTES], heads[CC_FIGURE_BYTES];
    cc_print_like(doc, r, right, each, sizeof each);
    cc_print_like(doc, n, cc_exact_int(heads_of(p->all->claims[at])), heads, sizeof heads);
    snprintf(message, sizeof message, "%.*s of %.*s are %s per %s, not %.*s", (int)x.len, x.ptr,
             (int)y.len, y.ptr, each, heads, (int)z.len, z.ptr);
    cc_miss m = {.check         = "rate-mismatch",
                 .score         = SCORE,
                 .message       = message,
                 .primary       = r,
                 .related       = {n, of},
                 .related_count = 2};
    return cc_put_miss(&m, out);
}

/* Whether x and y lie less than so many times apart, or near a power of ten. */
static bool is_slip(cc_exact x, cc_exact y)
{
    cc_exact less = cc_exact_cmp(x, y) < 0 ? x : y, more = cc_exact_cmp(x, y) < 0 ? y : x;
    return cc_exact_cmp(more, cc_exact_mul(less, cc_exact_int(FAR_TIMES))) < 0 ||
           is_near_tens(less, more);
}

cc_status check_heads(const cc_passage *p, size_t i, cc_finding_sink *out)
{
    size_t  count, people;
    int64_t heads = heads_of(p->all->claims[i]);
    if (heads == 0 || figure(p, i)->kind != CC_NUMBER || p->all->claims[i]->noun.len == 0 ||
        figure(p, i)->value.stated.mant <= 0 || !find_parts(p, i, &count, &people))
        return CC_OK;
    cc_exact scale = cc_exact_int(heads);
    cc_range all   = cc_range_scale(cc_range_of(&figure(p, count)->value), scale);
    cc_range whole =
        cc_range_mul(cc_range_of(&figure(p, i)->value), cc_range_of(&figure(p, people)->value));
    cc_exact right = cc_exact_div(cc_exact_mul(cc_exact_of(figure(p, count)->value.stated), scale),
                                  cc_exact_of(figure(p, people)->value.stated),
                                  figure(p, i)->value.step.exp10 < 0);
    all            = cc_range_scale(all, cc_exact_int(100));
    whole          = widen(whole);
    if (cc_range_meet(&all, &whole) || !is_slip(right, cc_exact_of(figure(p, i)->value.stated)))
        return CC_OK;
    return report(p, i, count, people, right, out);
}
