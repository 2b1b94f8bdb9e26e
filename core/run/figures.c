/* figures.c - facts and the claims made of them, side by side. */
#include "run/figures.h"

#include "claim/dated.h"
#include "claim/passage.h"
#include "store/copy.h"
#include "text/quote.h"

#include <stdlib.h>

/* A claim by the offset of its figure. */
typedef struct place {
    uint32_t order;
    size_t   claim; /* index */
} place;

static int by_order(const void *a, const void *b)
{
    const place *x = a, *y = b;
    int          c = (x->order > y->order) - (x->order < y->order);
    return c != 0 ? c : (x->claim > y->claim) - (x->claim < y->claim);
}

/* Who asks for a place may mean any fact; who ticks off figures has no use for dates of figures, which
 * stand with those, nor for what is neither a figure nor a claim. */
static bool wants_all(const cc_worker *worker)
{
    return worker->engine->settings.figures == CC_OF_ALL;
}

static place *sort_claims(cc_worker *worker, const cc_claims *claims, size_t *ret_count)
{
    place *places = cc_new(&worker->doc, place, claims->n);
    size_t n      = 0;
    for (size_t i = 0; i < claims->n; i++)
        if (wants_all(worker) || !cc_dates_figure(&claims->at[i]))
            places[n++] = (place){claims->at[i].order, i};
    if (n > 0)
        qsort(places, n, sizeof *places, by_order);
    *ret_count = n;
    return places;
}

cc_side cc_side_of_fact(const cc_document *document, const cc_doc_ref *ref, const cc_fact *fact)
{
    const cc_doc *doc = &document->abi;
    size_t        at  = cc_doc_sentence_at(doc, fact->span.off);
    cc_span       all = at < doc->sentence_count ? doc->sentences[at].span : fact->span;
    cc_side       ret = {
              .doc      = ref,
              .position = cc_document_position(document, fact->span),
              .order    = fact->span.off,
              .text     = cc_str_span(doc->text, fact->span),
              .kind     = fact->kind,
              .value    = fact->value,
              .unit     = fact->unit,
    };
    ret.sentence = cc_quote(doc->text, all, fact->span, &ret.mark);
    return ret;
}

static void put_listed(cc_worker *worker, const cc_listed *listed)
{
    cc_listed *copy                          = cc_new(&worker->run, cc_listed, 1);
    *copy                                    = *listed;
    *cc_push(&worker->run, &worker->records) = (cc_record){
        .key = cc_key_figure(&worker->run, copy), .kind = CC_RECORD_FIGURE, .of.figure = copy};
}

static void put_claim(cc_worker *worker, const cc_figure_source *s, size_t claim)
{
    cc_listed listed = {.claim = s->kept[claim].claim, .first = s->kept[claim].first};
    if (listed.claim == NULL)
        listed.claim = cc_copy_claim(&worker->run, &s->claims->at[claim], s->ref);
    listed.side = cc_side_of_claim(listed.claim);
    put_listed(worker, &listed);
}

static const char *name_instead(const cc_figure_source *s, size_t fact)
{
    if (s->instead[fact] != NULL)
        return s->instead[fact];
    switch (s->facts->at[fact].kind) {
    case CC_DATE: return "date that says when";
    case CC_DURATION: return "span of time that says when";
    default: return "no claim";
    }
}

static void put_fact(cc_worker *worker, const cc_figure_source *s, size_t fact)
{
    cc_side   side   = cc_side_of_fact(s->document, s->ref, &s->facts->at[fact]);
    cc_listed listed = {.side    = cc_copy_side(&worker->run, &side),
                        .instead = cc_str_z(name_instead(s, fact)),
                        .first   = side.order};
    put_listed(worker, &listed);
}

void cc_figures_put(cc_worker *worker, const cc_figure_source *s)
{
    cc_mark mark = cc_arena_mark(&worker->doc);
    size_t  count;
    place  *places = sort_claims(worker, s->claims, &count);
    for (size_t i = 0, at = 0; i < s->facts->n; i++) {
        uint32_t order = s->facts->at[i].span.off;
        size_t   from  = at;
        for (; at < count && places[at].order <= order; at++)
            put_claim(worker, s, places[at].claim);
        if (at == from && (wants_all(worker) || cc_is_figure(&s->facts->at[i])))
            put_fact(worker, s, i);
    }
    cc_arena_rewind(&worker->doc, mark);
}
