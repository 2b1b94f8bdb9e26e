/* inventory.c - figures in their order; then each pair of places that was compared is a link at
 * either end, found by binary search. */
#include "run/inventory.h"

#include "compare/explain.h"
#include "store/enumerators.h"

#include <stdlib.h>

/* From a figure to a place that it was held against. */
typedef struct link {
    size_t        figure; /* index in ret->figures */
    uint32_t      order;  /* offset of the place */
    cc_comparison to;
} link;

typedef struct inventory {
    const cc_finisher      *finisher;
    const cc_listed *const *listed; /* by document, then offset */
    size_t                  n;
    CC_LIST(link) links;
} inventory;

/* -- The figures ---------------------------------------------------------------------------------- */

/* One path may stand for two files in parts of a run. */
static int cmp_place(const cc_doc_ref *x, uint32_t x_order, const cc_doc_ref *y, uint32_t y_order)
{
    int c = cc_str_cmp(x->path, y->path);
    if (c == 0)
        c = cc_str_cmp(x->sha256, y->sha256);
    return c != 0 ? c : (x_order > y_order) - (x_order < y_order);
}

static int by_place(const void *a, const void *b)
{
    const cc_side *x = &(*(const cc_listed *const *)a)->side;
    const cc_side *y = &(*(const cc_listed *const *)b)->side;
    return cmp_place(x->doc, x->order, y->doc, y->order);
}

/* A document that two parts of a run have mapped says everything twice. */
static void sort_figures(inventory *v, cc_arena *arena)
{
    size_t            n    = v->finisher->figures.n;
    const cc_listed **list = cc_new(arena, const cc_listed *, n);
    if (n > 0)
        memcpy(list, v->finisher->figures.at, n * sizeof *list);
    qsort(list, n, sizeof *list, by_place);
    for (size_t i = 0; i < n; i++)
        if (v->n == 0 || by_place(&list[v->n - 1], &list[i]) != 0)
            list[v->n++] = list[i];
    v->listed = list;
}

/* Index; v->n: it is none of a checked document's. */
static size_t find_figure(const inventory *v, const cc_doc_ref *doc, uint32_t order)
{
    const cc_listed         key = {.side = {.doc = doc, .order = order}}, *at = &key;
    const cc_listed *const *found =
        v->n == 0 || !doc->checked ? NULL : bsearch(&at, v->listed, v->n, sizeof at, by_place);
    return found == NULL ? v->n : (size_t)(found - v->listed);
}

/* In words; what they are made of is given back. */
static void describe(const cc_finisher *f, cc_figure *figure)
{
    const cc_claim *claim   = figure->claim;
    cc_arena       *scratch = &f->worker->doc, *run = &f->worker->run;
    cc_mark         mark  = cc_arena_mark(scratch);
    cc_reason       about = cc_explain(f->worker->stemmer, scratch, claim, claim);
    figure->measure       = cc_arena_dup(run, about.measure);
    figure->scope         = cc_arena_dup(run, about.scope);
    figure->period        = cc_arena_dup(run, about.period);
    figure->aspect        = cc_aspect_name(claim->aspect);
    figure->modality      = cc_modality_name(claim->modality);
    cc_arena_rewind(scratch, mark);
}

/* -- The links ------------------------------------------------------------------------------------ */

static void put_link(inventory *v, size_t figure, const cc_doc_ref *doc, uint32_t order,
                     const cc_position *position, const cc_finding *finding)
{
    if (figure < v->n)
        *cc_push(&v->finisher->worker->run, &v->links) =
            (link){figure, order, {doc, position, finding}};
}

static void link_agreements(inventory *v)
{
    for (size_t i = 0; i < v->finisher->agreements.n; i++) {
        const cc_claim *a = v->finisher->agreements.at[i].primary;
        const cc_claim *b = v->finisher->agreements.at[i].related;
        put_link(v, find_figure(v, a->doc, a->order), b->doc, b->order, &b->position, NULL);
        put_link(v, find_figure(v, b->doc, b->order), a->doc, a->order, &a->position, NULL);
    }
}

static void link_finding(inventory *v, const cc_finding *f)
{
    const cc_side *a       = &f->primary;
    size_t         primary = find_figure(v, a->doc, a->order);
    if (f->related_count == 0)
        put_link(v, primary, NULL, 0, NULL, f);
    for (size_t i = 0; i < f->related_count; i++) {
        const cc_side *b = &f->related[i];
        put_link(v, primary, b->doc, b->order, &b->position, f);
        put_link(v, find_figure(v, b->doc, b->order), a->doc, a->order, &a->position, f);
    }
}

static int by_link(const void *a, const void *b)
{
    const link *x = a, *y = b;
    if (x->figure != y->figure)
        return x->figure < y->figure ? -1 : 1;
    if (x->to.doc == NULL || y->to.doc == NULL)
        return (x->to.doc != NULL) - (y->to.doc != NULL);
    int c = cmp_place(x->to.doc, x->order, y->to.doc, y->order);
    if (c != 0 || x->to.finding == y->to.finding)
        return c;
    /* Agreements first; findings are one array, in the order of the report. */
    return x->to.finding < y->to.finding ? -1 : 1;
}

/* -- All of it ------------------------------------------------------------------------------------ */

static void set_comparisons(const inventory *v, cc_arena *arena, cc_figure *figures)
{
    cc_comparison *all = cc_new(arena, cc_comparison, v->links.n);
    for (size_t i = 0; i < v->links.n; i++) {
        cc_figure *figure = &figures[v->links.at[i].figure];
        all[i]            = v->links.at[i].to;
        if (figure->compared_count++ == 0)
            figure->compared = &all[i];
    }
}

/* What says again what its document has said is not compared again. */
static void follow_first(const inventory *v, size_t at, cc_figure *figures)
{
    const cc_listed *listed = v->listed[at];
    size_t           first  = find_figure(v, listed->side.doc, listed->first);
    if (listed->first == listed->side.order || first == v->n)
        return;
    figures[at].compared       = figures[first].compared;
    figures[at].compared_count = figures[first].compared_count;
}

void cc_inventory_make(const cc_finisher *f, cc_results *ret)
{
    cc_arena *run = &f->worker->run;
    inventory v   = {.finisher = f};
    sort_figures(&v, run);
    cc_figure *figures = cc_new(run, cc_figure, v.n);
    for (size_t i = 0; i < v.n; i++) {
        const cc_listed *listed = v.listed[i];
        figures[i] =
            (cc_figure){.side = listed->side, .claim = listed->claim, .instead = listed->instead};
        if (listed->claim != NULL)
            describe(f, &figures[i]);
    }
    link_agreements(&v);
    for (size_t i = 0; i < ret->finding_count; i++)
        link_finding(&v, &ret->findings[i]);
    if (v.links.n > 0)
        qsort(v.links.at, v.links.n, sizeof *v.links.at, by_link);
    set_comparisons(&v, run, figures);
    for (size_t i = 0; i < v.n; i++)
        follow_first(&v, i, figures);
    ret->figures      = figures;
    ret->figure_count = v.n;
}
