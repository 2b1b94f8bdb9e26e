/* pair_box.h - two short texts are read, compared and aligned as in a run over them. */
#ifndef CC_TESTS_PAIR_BOX_H
#define CC_TESTS_PAIR_BOX_H

#include "claim_box.h"

#include "compare/align.h"
#include "compare/key.h"

#include <stdlib.h>

static inline cc_comparer box_comparer(void)
{
    return (cc_comparer){box.engine.vocabulary, box.engine.lexicon};
}

static inline bool box_share_key(const cc_claim *a, const cc_claim *b)
{
    cc_arena *arena = &box.worker.doc;
    cc_str    of_a[CC_MAX_KEYS], of_b[CC_MAX_KEYS], next;
    size_t    n_a = cc_claim_keys(arena, box.engine.lexicon, a, of_a);
    size_t    n_b = cc_claim_keys(arena, box.engine.lexicon, b, of_b);
    return cc_common_key(of_a, n_a, of_b, n_b, &next).len > 0;
}

/* What reduce hands on to finish in a run over so many claims. */
static inline cc_pair *box_pairs(const box_doc *a, const box_doc *b, uint64_t claims,
                                 size_t *ret_count)
{
    cc_comparer comparer = box_comparer();
    cc_pair    *pairs    = cc_new(&box.worker.doc, cc_pair, a->claims.n * b->claims.n);
    *ret_count           = 0;
    for (size_t i = 0; i < a->claims.n; i++)
        for (size_t k = a == b ? i + 1 : 0; k < b->claims.n; k++) {
            cc_pair pair = {.a = &a->claims.at[i], .b = &b->claims.at[k]};
            pair.raw     = cc_compare(&comparer, pair.a, pair.b);
            if (box_share_key(pair.a, pair.b) && cc_is_candidate(pair.a, pair.b, pair.raw, claims))
                pairs[(*ret_count)++] = pair;
        }
    return pairs;
}

static inline size_t box_align(const box_doc *a, const box_doc *b, uint64_t claims,
                               cc_aligned **ret)
{
    size_t      count;
    cc_comparer comparer = box_comparer();
    cc_pair    *pairs    = box_pairs(a, b, claims, &count);
    return cc_align(&comparer, &box.worker.doc, pairs, count, claims, ret);
}

static inline int box_by_place(const void *a, const void *b)
{
    const cc_aligned *x = a, *y = b;
    int               c = cc_claim_cmp(x->a, y->a);
    return c != 0 ? c : cc_claim_cmp(x->b, y->b);
}

/* "5 = 5 | 6 ! 7": what reaches the threshold of a run over so many claims, in the order of the
 * texts. '=' agrees, '!' conflicts, "!10^" conflicts in scale only. */
static inline cc_str box_verdicts(const box_doc *a, const box_doc *b, uint64_t claims)
{
    cc_aligned *found;
    cc_arena   *arena = &box.worker.doc;
    cc_str      all   = CC_S("");
    size_t      n     = box_align(a, b, claims, &found);
    if (n > 0)
        qsort(found, n, sizeof *found, box_by_place);
    for (size_t i = 0; i < n; i++) {
        const cc_aligned *x = &found[i];
        const char *sign    = x->relation == CC_AGREE ? "=" : x->apart.power10 == 0 ? "!" : "!10^";
        if (x->score >= 500)
            all = box_join(
                all, " | ",
                cc_arena_printf(arena, "%.*s %s %.*s", CC_F(x->a->text), sign, CC_F(x->b->text)));
    }
    return all;
}

#endif
