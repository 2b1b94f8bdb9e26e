/* why.c - a pair of figures goes through what check does with it, one step after the other, until
 * a step keeps it from being reported. */
#include "run/why.h"

#include "base/wrap.h"
#include "compare/align.h"
#include "compare/key.h"
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
    CC_LIST(cc_pair) pairs; /* of the two documents */
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
        return CC_S("Both places are one figure, or one says again what the other says");
    if (!w->a->side.doc->checked && !w->b->side.doc->checked)
        return CC_S("Both stand in documents that were only given to check against");
    return CC_S("");
}

static cc_str name_unit(const cc_claim *claim)
{
    return claim->unit.len > 0 ? claim->unit : CC_S("a plain number");
}

static cc_str check_units(const why *w)
{
    cc_str a    = cc_unit_class(w->comparer.lexicon, w->a->claim);
    cc_str b    = cc_unit_class(w->comparer.lexicon, w->b->claim);
    cc_str is_a = name_unit(w->a->claim), is_b = name_unit(w->b->claim);
    if (!cc_str_eq(a, b))
        return cc_arena_printf(w->arena,
                               "Not compared: the unit of one is %.*s, that of the other %.*s",
                               CC_F(is_a), CC_F(is_b));
    a    = cc_aspect_class(w->a->claim->aspect);
    b    = cc_aspect_class(w->b->claim->aspect);
    is_a = cc_aspect_name(w->a->claim->aspect);
    is_b = cc_aspect_name(w->b->claim->aspect);
    if (!cc_str_eq(a, b))
        return cc_arena_printf(w->arena, "Not compared: one is a %.*s and the other a %.*s",
                               CC_F(is_a), CC_F(is_b));
    return CC_S("");
}

static cc_str check_gates(const why *w)
{
    cc_trace trace;
    cc_compare_traced(&w->comparer, w->a->claim, w->b->claim, &trace);
    return trace.gate == NULL ? CC_S("")
                              : cc_arena_printf(w->arena, "Not compared: %s", trace.gate);
}

/* The stems of a claim's keys: "export, lumber". */
static cc_str list_stems(const why *w, const cc_str *keys, size_t n)
{
    cc_str list = {"", 0};
    for (size_t i = 0; i < n; i++) {
        const char *bar  = memrchr(keys[i].ptr, '|', keys[i].len);
        cc_str      stem = cc_str_z(bar + 1);
        list = cc_arena_printf(w->arena, "%.*s%s%.*s", CC_F(list), i > 0 ? ", " : "", CC_F(stem));
    }
    return list;
}

static cc_str check_keys(const why *w)
{
    cc_str a[CC_MAX_KEYS], b[CC_MAX_KEYS], next;
    size_t in_a = cc_claim_keys(w->arena, w->comparer.lexicon, w->a->claim, a);
    size_t in_b = cc_claim_keys(w->arena, w->comparer.lexicon, w->b->claim, b);
    if (cc_common_key(a, in_a, b, in_b, &next).len > 0)
        return CC_S("");
    cc_str stems_a = list_stems(w, a, in_a), stems_b = list_stems(w, b, in_b);
    return cc_arena_printf(w->arena,
                           "Not compared: none of the first one's rarest stems (%.*s) is "
                           "one of the other's (%.*s)",
                           CC_F(stems_a), CC_F(stems_b));
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

/* "0.21 of 1, where 0.5 is needed; the weakest point is …" */
static cc_str print_score(const why *w, uint32_t score)
{
    cc_trace trace;
    cc_compare_traced(&w->comparer, w->a->claim, w->b->claim, &trace);
    cc_str got   = cc_print_mille(w->arena, score);
    cc_str least = cc_print_mille(w->arena, (uint32_t)(trace.least * 1000));
    return cc_arena_printf(w->arena,
                           "%.*s, where 0.5 is the threshold; the weakest point is %s (%.*s)",
                           CC_F(got), trace.factor, CC_F(least));
}

static cc_str check_candidate(const why *w)
{
    const cc_claim *a = w->a->claim, *b = w->b->claim;
    uint32_t        raw    = cc_compare(&w->comparer, a, b);
    bool            within = cc_str_eq(a->doc->sha256, b->doc->sha256);
    if (has_pair(w))
        return CC_S("");
    if (cc_is_candidate(a, b, raw, w->results.claims))
        return CC_S("Not compared: too many claims share their key");
    cc_str score = print_score(w, cc_rescale(raw, cc_threshold(w->results.claims, within)));
    return cc_arena_printf(w->arena, "Not sure enough to speak of one thing: the score is %.*s",
                           CC_F(score));
}

/* The side of `pair` that is not f's. */
static const cc_claim *other_of(const cc_aligned *pair, const cc_listed *f)
{
    return is_of(pair->a, f) ? pair->b : is_of(pair->b, f) ? pair->a : NULL;
}

/* What answers the figure in the other document, if anything does. */
static cc_str print_instead(const why *w, const cc_aligned *aligned, size_t n, const cc_listed *f)
{
    for (size_t i = 0; i < n; i++) {
        const cc_claim *other = other_of(&aligned[i], f);
        if (other == NULL)
            continue;
        cc_side side = cc_side_of_claim(other);
        cc_str  name = cc_name_figure(w->arena, &side);
        return cc_arena_printf(
            w->arena, "Compared, but %.*s is answered by %.*s, which %s", CC_F(f->side.text),
            CC_F(name), aligned[i].relation == CC_AGREE ? "agrees with it" : "fits it better");
    }
    return CC_S("");
}

static cc_str print_aligned(const why *w, const cc_aligned *pair)
{
    bool   agree = pair->relation == CC_AGREE;
    cc_str score = cc_print_mille(w->arena, pair->score);
    if (pair->score < w->worker->engine->settings.min_score) {
        score = print_score(w, pair->score);
        return cc_arena_printf(w->arena,
                               "They %s, but it is not sure that they speak of one thing: "
                               "the score is %.*s",
                               agree ? "agree" : "conflict", CC_F(score));
    }
    return cc_arena_printf(w->arena, "They %s (score %.*s)",
                           agree ? "agree: both can be true" : "conflict, which is a finding",
                           CC_F(score));
}

static cc_str check_alignment(const why *w)
{
    cc_aligned *aligned;
    size_t      n =
        cc_align(&w->comparer, w->arena, w->pairs.at, w->pairs.n, w->results.claims, &aligned);
    for (size_t i = 0; i < n; i++)
        if (is_pair(w, aligned[i].a, aligned[i].b))
            return print_aligned(w, &aligned[i]);
    cc_str instead = print_instead(w, aligned, n, w->a);
    if (instead.len == 0)
        instead = print_instead(w, aligned, n, w->b);
    return instead.len > 0 ? instead
                           : CC_S("Compared, but one of the documents states the other's "
                                  "figure to the digit as well");
}

/* -- All of it -------------------------------------------------------------------------------------------- */

static cc_str explain_claims(why *w)
{
    static cc_str (*const steps[])(const why *) = {check_sides, check_units, check_gates,
                                                   check_keys};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        cc_str said = steps[i](w);
        if (said.len > 0)
            return said;
    }
    reduce_claims(w);
    cc_str said = check_candidate(w);
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
    return cc_arena_printf(w->arena, "%.*s. %.*s; %.*s.", CC_F(said), CC_F(a), CC_F(b));
}

/* Of the figures on two lines those that fit best; a claim goes before what is none. */
static uint32_t rank_pair(const why *w, const cc_listed *a, const cc_listed *b)
{
    if (a == b)
        return 0;
    if (a->claim == NULL || b->claim == NULL)
        return 1;
    bool unit = cc_str_eq(cc_unit_class(w->comparer.lexicon, a->claim),
                          cc_unit_class(w->comparer.lexicon, b->claim));
    return 2 + unit + cc_compare(&w->comparer, a->claim, b->claim);
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
    w->a = follow_first(w, w->a);
    w->b = follow_first(w, w->b);
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
