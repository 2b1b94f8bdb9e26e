/* why.c - a pair of figures goes through what check does with it, one step after the other, until
 * a step keeps it from being reported. */
#include "run/why.h"

#include "base/wrap.h"
#include "claim/dated.h"
#include "compare/align.h"
#include "compare/key.h"
#include "fact/value.h"
#include "run/apart.h"
#include "run/output.h"
#include "run/reduce.h"
#include "run/results.h"
#include "run/session.h"
#include "run/spot.h"
#include "run/wording.h"
#include "store/copy.h"
#include "store/enumerators.h"

typedef struct why {
    cc_worker        *worker;
    cc_arena         *arena;
    cc_comparer       comparer;
    const cc_records *records; /* of map, in the order of their keys */
    cc_results        results; /* counts and documents */
    const cc_listed  *a, *b;
    bool              restated; /* one or both stand for what their document says again */
    CC_LIST(cc_pair) pairs;     /* of the two documents */
    uint64_t not_compared;
} why;

/* -- The steps: each gives a sentence, or an empty string to go on -------------------------------------- */

static const cc_doc_status *find_status(const why *w, const cc_doc_ref *doc)
{
    for (size_t i = 0; i < w->results.doc_count; i++)
        if (cc_str_eq(w->results.docs[i].path, doc->path) &&
            w->results.docs[i].checked == doc->checked)
            return &w->results.docs[i];
    return NULL;
}

static cc_str check_document(const why *w, const cc_listed *f)
{
    const cc_doc_status *status = find_status(w, f->side.doc);
    if (status == NULL || !cc_str_eq(status->reason, CC_S("same")))
        return CC_S("");
    return cc_arena_printf(w->arena, "%.*s is a copy, %.*s: what is there twice counts once",
                           CC_F(status->path), CC_F(status->detail));
}

static cc_str check_claim(const why *w, const cc_listed *f)
{
    if (f->claim != NULL)
        return CC_S("");
    cc_str name = cc_name_figure(w->arena, &f->side);
    return cc_arena_printf(w->arena, "%.*s is no claim (%.*s), so nothing is held against it",
                           CC_F(name), CC_F(f->instead));
}

static cc_str check_sides(const why *w)
{
    if (w->a == w->b)
        return w->restated ? CC_S("One says again what the other says, and both count as one")
                           : CC_S("Both places are one figure");
    if (!w->a->side.doc->checked && !w->b->side.doc->checked)
        return CC_S("Both stand in documents that were only given to check against");
    return CC_S("");
}

static cc_str check_claims(const why *w)
{
    return cc_tell_apart(&w->comparer, w->worker->stemmer, w->arena, w->a->claim, w->b->claim);
}

/* -- What became of the pair ---------------------------------------------------------------------------- */

static bool is_of(const cc_claim *claim, const cc_listed *f)
{
    return claim->order == f->side.order && cc_str_eq(claim->doc->path, f->side.doc->path);
}

static bool is_pair(const why *w, const cc_claim *a, const cc_claim *b)
{
    return (is_of(a, w->a) && is_of(b, w->b)) || (is_of(a, w->b) && is_of(b, w->a));
}

static bool is_between(const cc_pair *pair, cc_str a, cc_str b)
{
    cc_str x = pair->a->doc->path, y = pair->b->doc->path;
    return (cc_str_eq(x, a) && cc_str_eq(y, b)) || (cc_str_eq(x, b) && cc_str_eq(y, a));
}

static void take_pair(void *user, const cc_record *record)
{
    why *w = user;
    if (record->kind == CC_RECORD_COUNT)
        w->not_compared = record->of.count;
    if (record->kind == CC_RECORD_PAIR &&
        is_between(record->of.pair, w->a->side.doc->path, w->b->side.doc->path))
        *cc_push(w->arena, &w->pairs) = *record->of.pair;
}

static void reduce_claims(why *w)
{
    cc_reducer reducer = {
        .comparer = w->comparer, .put = take_pair, .user = w, .claims = w->results.claims};
    for (size_t from = 0; from < w->records->n;) {
        size_t to = from;
        while (to < w->records->n && cc_str_eq(w->records->at[to].key, w->records->at[from].key))
            to++;
        if (w->records->at[from].kind == CC_RECORD_CLAIM)
            cc_reduce_group(&reducer, w->records->at + from, to - from);
        from = to;
    }
    cc_reduce_end(&reducer);
}

static bool has_pair(const why *w)
{
    for (size_t i = 0; i < w->pairs.n; i++)
        if (is_pair(w, w->pairs.at[i].a, w->pairs.at[i].b))
            return true;
    return false;
}

static bool is_within(const why *w)
{
    return cc_str_eq(w->a->claim->doc->sha256, w->b->claim->doc->sha256);
}

/* What a pair scores by words, periods and the like, whatever its values. */
static uint32_t score_likeness(const why *w)
{
    uint32_t raw = cc_compare(&w->comparer, w->a->claim, w->b->claim);
    return cc_rescale(raw, cc_threshold(w->results.claims, is_within(w)));
}

/* "the weakest point is their periods (0.45)", but where the values themselves took the most away. */
static cc_str name_weakness(const why *w, uint32_t score)
{
    cc_trace trace;
    cc_compare_traced(&w->comparer, w->a->claim, w->b->claim, &trace);
    cc_str least = cc_print_mille(w->arena, (uint32_t)(trace.least * 1000));
    if (score < score_likeness(w))
        return w->a->claim->kind == CC_DATE
                   ? CC_S("most that is dated so is true of more than one date")
                   : CC_S("figures so far apart seldom measure one thing");
    return cc_arena_printf(w->arena, "the weakest point is %s (%.*s)", trace.factor, CC_F(least));
}

/* "0.21, where 0.5 is needed; the weakest point is …" */
static cc_str print_score(const why *w, uint32_t score, uint32_t least)
{
    cc_str got      = cc_print_mille(w->arena, score);
    cc_str needed   = cc_dec_print(w->arena, cc_dec_norm((cc_dec){least, -3}));
    cc_str weakness = name_weakness(w, score);
    return cc_arena_printf(w->arena, "%.*s, where %.*s is needed%s; %.*s", CC_F(got), CC_F(needed),
                           is_within(w) ? " within one document" : "", CC_F(weakness));
}

static cc_str check_candidate(const why *w)
{
    const cc_claim *a = w->a->claim, *b = w->b->claim;
    uint32_t        raw = cc_compare(&w->comparer, a, b);
    if (has_pair(w))
        return CC_S("");
    if (cc_is_candidate(a, b, raw, w->results.claims))
        return CC_S("Not compared: too many claims share their key");
    cc_str score = print_score(w, score_likeness(w), 500);
    return cc_arena_printf(w->arena, "Not sure enough to speak of one thing: the score is %.*s",
                           CC_F(score));
}

/* The side of `pair` that is not f's. */
static const cc_claim *other_of(const cc_aligned *pair, const cc_listed *f)
{
    return is_of(pair->a, f) ? pair->b : is_of(pair->b, f) ? pair->a : NULL;
}

/* The pair in which something answers f in the other document, in the very sentence of the one that
 * was asked for if there is one. NULL: nothing does. */
static const cc_aligned *find_answer(const cc_aligned *aligned, size_t n, const cc_listed *f,
                                     const cc_listed *asked)
{
    const cc_aligned *best = NULL;
    for (size_t i = 0; i < n; i++) {
        const cc_claim *other = other_of(&aligned[i], f);
        if (other != NULL && other->passage == asked->claim->passage)
            return &aligned[i];
        best = best == NULL && other != NULL ? &aligned[i] : best;
    }
    return best;
}

static cc_str print_answer(const why *w, const cc_aligned *pair, const cc_listed *f)
{
    cc_side side = cc_side_of_claim(other_of(pair, f));
    cc_str  name = cc_name_figure(w->arena, &side);
    return cc_arena_printf(w->arena, "Compared, but %.*s is answered by %.*s, which %s",
                           CC_F(f->side.text), CC_F(name),
                           pair->relation == CC_AGREE ? "agrees with it" : "fits it better");
}

static cc_str print_aligned(const why *w, const cc_aligned *pair)
{
    bool     agree = pair->relation == CC_AGREE;
    uint32_t worth = agree ? pair->score : cc_scores_share(&w->worker->engine->scores, pair->score);
    uint32_t least = w->worker->engine->settings.min_score;
    cc_str   score = cc_print_mille(w->arena, worth);
    if (worth < least) {
        score = print_score(w, pair->score, least);
        return cc_arena_printf(w->arena,
                               "They %s, but it is not sure that they speak of one thing: "
                               "the score is %.*s",
                               agree ? "agree" : "conflict", CC_F(score));
    }
    return cc_arena_printf(w->arena, "They %s (score %.*s)",
                           agree ? "agree: both can be true" : "conflict, which is a finding",
                           CC_F(score));
}

/* Figures that agree keep others from being held against them, even where they fit a third better. */
static cc_str print_agreeing(const why *w)
{
    for (size_t i = 0; i < w->pairs.n; i++) {
        const cc_claim *a = w->pairs.at[i].a, *b = w->pairs.at[i].b;
        cc_apart        apart;
        bool of_a = is_of(a, w->a) || is_of(b, w->a), of_b = is_of(a, w->b) || is_of(b, w->b);
        if (of_a == of_b || cc_relate(w->comparer.lexicon, a, b, &apart) != CC_AGREE)
            continue;
        cc_side side_a = cc_side_of_claim(a), side_b = cc_side_of_claim(b);
        cc_str  name_a = cc_name_figure(w->arena, &side_a),
               name_b  = cc_name_figure(w->arena, &side_b);
        return cc_arena_printf(w->arena, "Compared, but %.*s and %.*s agree", CC_F(name_a),
                               CC_F(name_b));
    }
    return CC_S("Compared, but other figures of the two documents fit better");
}

static cc_str check_alignment(const why *w)
{
    cc_aligned *aligned;
    size_t      n =
        cc_align(&w->comparer, w->arena, w->pairs.at, w->pairs.n, w->results.claims, &aligned);
    for (size_t i = 0; i < n; i++)
        if (is_pair(w, aligned[i].a, aligned[i].b))
            return print_aligned(w, &aligned[i]);
    const cc_aligned *of_a = find_answer(aligned, n, w->a, w->b);
    const cc_aligned *of_b = find_answer(aligned, n, w->b, w->a);
    return of_a != NULL   ? print_answer(w, of_a, w->a)
           : of_b != NULL ? print_answer(w, of_b, w->b)
                          : print_agreeing(w);
}

/* -- All of it -------------------------------------------------------------------------------------------- */

static cc_str explain_claims(why *w)
{
    cc_str said = check_sides(w);
    if (said.len == 0)
        said = check_claims(w);
    if (said.len > 0)
        return said;
    reduce_claims(w);
    said = check_candidate(w);
    return said.len > 0 ? said : check_alignment(w);
}

/* The paragraph: what kept them apart, then what was understood of either. */
static cc_str explain_pair(why *w)
{
    const cc_listed *both[] = {w->a, w->b};
    for (size_t i = 0; i < 2; i++) {
        cc_str said = check_claim(w, both[i]);
        if (said.len == 0)
            said = check_document(w, both[i]);
        if (said.len > 0)
            return cc_arena_printf(w->arena, "%.*s.", CC_F(said));
    }
    cc_str a = cc_describe_figure(w->worker->stemmer, w->arena, w->a),
           b = cc_describe_figure(w->worker->stemmer, w->arena, w->b), said = explain_claims(w);
    if (w->a == w->b)
        return cc_arena_printf(w->arena, "%.*s. %.*s.", CC_F(said), CC_F(a));
    return cc_arena_printf(w->arena, "%.*s. %.*s; %.*s.", CC_F(said), CC_F(a), CC_F(b));
}

/* A claim goes before a figure that is none and before when it held, and these before other dates. */
static uint32_t rank_figure(const cc_listed *f)
{
    if (f->claim != NULL)
        return cc_dates_figure(f->claim) ? 1 : 2;
    return f->side.kind != CC_DATE && f->side.kind != CC_DURATION;
}

/* Of the figures on two lines those that fit best; one line twice may mean its only claim. */
static uint32_t rank_pair(const why *w, const cc_listed *a, const cc_listed *b)
{
    uint32_t rank = 1 + rank_figure(a) + rank_figure(b);
    if (a == b || a->claim == NULL || b->claim == NULL)
        return rank;
    bool unit = cc_str_eq(cc_unit_class(w->comparer.lexicon, a->claim),
                          cc_unit_class(w->comparer.lexicon, b->claim));
    return rank + unit + cc_compare(&w->comparer, a->claim, b->claim);
}

static void choose_pair(why *w, const cc_spotted *a, const cc_spotted *b)
{
    uint32_t best = 0;
    w->a          = a->at[0];
    w->b          = b->at[0];
    for (size_t i = 0; i < a->n; i++)
        for (size_t k = 0; k < b->n; k++) {
            uint32_t rank = rank_pair(w, a->at[i], b->at[k]);
            if (rank <= best)
                continue;
            best = rank;
            w->a = a->at[i];
            w->b = b->at[k];
        }
}

/* What its document says again is compared where it is said first. */
static const cc_listed *follow_first(const why *w, const cc_listed *f)
{
    for (size_t i = 0; i < w->records->n && f->first != f->side.order; i++) {
        const cc_record *r = &w->records->at[i];
        if (r->kind == CC_RECORD_FIGURE && r->of.figure->side.order == f->first &&
            cc_str_eq(r->of.figure->side.doc->path, f->side.doc->path))
            return r->of.figure;
    }
    return f;
}

static cc_status find_pair(why *w, cc_fault *fault)
{
    const char *const *places = w->worker->engine->settings.why_not;
    cc_spotted         found[2];
    for (size_t i = 0; i < 2; i++) {
        cc_spot spot;
        CC_TRY(cc_spot_parse(places[i], &spot, fault));
        CC_TRY(cc_spot_find(w->arena, &spot, w->records, &found[i], fault));
    }
    choose_pair(w, &found[0], &found[1]);
    const cc_listed *a = w->a, *b = w->b;
    w->a        = follow_first(w, a);
    w->b        = follow_first(w, b);
    w->restated = w->a != a || w->b != b;
    return CC_OK;
}

static cc_status explain_pool(cc_pool *pool, cc_arena *arena, FILE *out, int *ret_exit,
                              cc_fault *fault)
{
    (void)ret_exit;
    const cc_engine *engine = pool->workers->engine;
    why              w      = {
                          .worker = pool->workers, .arena = arena, .comparer = {engine->vocabulary, engine->lexicon}};
    CC_TRY(cc_pool_map(pool, NULL, fault));
    cc_records records = cc_pool_shuffle(pool, arena);
    w.records          = &records;
    CC_TRY(cc_results_count(pool->workers, &records, &w.results, fault));
    CC_TRY(find_pair(&w, fault));
    cc_wrap(out, explain_pair(&w));
    return cc_flush(out, fault);
}

cc_status cc_run_why(const cc_settings *settings, FILE *out, int *ret_exit, cc_fault *fault)
{
    cc_settings mine = *settings;
    mine.figures     = CC_OF_ALL;
    return cc_session_run(&mine, explain_pool, out, ret_exit, fault);
}
