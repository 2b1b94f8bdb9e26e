/* passage.h - figures in their sentences, and findings about them; for checkers of documents. */
#ifndef CC_SHARED_PASSAGE_H
#define CC_SHARED_PASSAGE_H

#include "like.h"

enum {
    /* A sentence with more is a list that lost its line breaks; nor is work over it linear. */
    CC_PASSAGE_FIGURES = 64,
    CC_FINDING_SIDES   = 12,
};

/* A document as its checkers get it. */
typedef struct cc_passages {
    const cc_host   *host;
    const cc_doc    *doc;
    const cc_fact  **figures; /* without names, quotations, citations; by offset */
    const cc_claim **claims;  /* of each figure; NULL: it makes none */
    size_t           count;
} cc_passages;

/* The figures of one sentence. */
typedef struct cc_passage {
    const cc_passages *all;
    cc_span            span;
    size_t             first, end; /* in `all` */
} cc_passage;

static inline bool cc_is_figure_kind(cc_kind kind)
{
    return kind >= CC_DATE && kind <= CC_MULTIPLE;
}

static inline size_t cc_find_figure(const cc_passages *p, uint32_t off)
{
    size_t low = 0, high = p->count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (p->figures[mid]->span.off < off)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static inline cc_passages cc_passages_of(const cc_host *host, const cc_doc *doc,
                                         const cc_fact *facts, size_t fact_count,
                                         const cc_claim *claims, size_t claim_count)
{
    cc_passages p = {host, doc, NULL, NULL, 0};
    p.figures     = host->alloc(host, (fact_count + 1) * sizeof *p.figures, sizeof(void *));
    p.claims      = host->alloc(host, (fact_count + 1) * sizeof *p.claims, sizeof(void *));
    for (size_t i = 0; i < fact_count; i++)
        if (cc_is_figure_kind(facts[i].kind))
            p.figures[p.count++] = &facts[i];
    for (size_t i = 0; i < claim_count; i++) {
        size_t at = cc_find_figure(&p, claims[i].order);
        if (at < p.count && p.figures[at]->span.off == claims[i].order)
            p.claims[at] = &claims[i];
    }
    return p;
}

static inline cc_passage cc_passage_of(const cc_passages *all, cc_span span)
{
    return (cc_passage){all, span, cc_find_figure(all, span.off),
                        cc_find_figure(all, span.off + span.len)};
}

static inline bool cc_is_readable(const cc_passage *p)
{
    return p->end - p->first <= CC_PASSAGE_FIGURES;
}

/* Of one kind and unit. */
static inline bool cc_is_alike(const cc_fact *a, const cc_fact *b)
{
    return a->kind == b->kind && cc_is_same(a->unit, b->unit);
}

static inline bool cc_is_plain_count(const cc_fact *f)
{
    return f->kind == CC_NUMBER && (f->value.flags & CC_EXACT) != 0;
}

/* Written without a hedge and as one number. */
static inline bool cc_is_plain(const cc_fact *f)
{
    return f->value.hedge == CC_HEDGE_NONE && !(f->value.flags & CC_RANGE);
}

/* What it can stand for; people and things are counted exactly, all else is rounded. */
static inline cc_range cc_figure_range(const cc_fact *f)
{
    return f->kind == CC_NUMBER ? cc_range_of_count(&f->value) : cc_range_of(&f->value);
}

/* -- Reporting --------------------------------------------------------------------------------- */

/* What is wrong, with what it was worked out from. */
typedef struct cc_miss {
    const char    *check;
    uint32_t       score;
    const char    *message;
    const cc_fact *primary, *related[CC_FINDING_SIDES];
    size_t         related_count;
    const char    *gap; /* "2 percentage points"; NULL: none */
} cc_miss;

static inline cc_status cc_put_miss(const cc_miss *m, cc_finding_sink *out)
{
    cc_side    sides[CC_FINDING_SIDES];
    cc_finding f = {.size          = sizeof f,
                    .check         = {m->check, strlen(m->check)},
                    .score         = m->score,
                    .message       = {m->message, strlen(m->message)},
                    .related       = sides,
                    .related_count = m->related_count};
    if (m->gap != NULL)
        f.reason.gap = (cc_str){m->gap, strlen(m->gap)};
    out->side_of_fact(out, m->primary, &f.primary);
    for (size_t i = 0; i < m->related_count; i++)
        out->side_of_fact(out, m->related[i], &sides[i]);
    return out->put(out, &f);
}

#endif
