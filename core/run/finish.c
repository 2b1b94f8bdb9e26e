/* finish.c - takes the records in the order of their keys. */
#include "run/finish.h"

#include "compare/align.h"
#include "compare/explain.h"
#include "fact/facts.h"
#include "host/handover.h"
#include "run/results.h"
#include "store/copy.h"

void cc_finisher_init(cc_finisher *f, cc_worker *worker)
{
    *f = (cc_finisher){.worker = worker, .statistics.arena = &worker->run};
}

/* -- Documents -------------------------------------------------------------------------------------- */

static bool was_read(const cc_doc_record *doc)
{
    return doc->status.bytes > 0 && (cc_str_eq(doc->status.status, CC_S("ok")) ||
                                     cc_str_eq(doc->status.status, CC_S("partial")));
}

/* Of documents with the same bytes the smallest path counts; a checked one goes before. */
static bool goes_before(const cc_doc_status *a, const cc_doc_status *b)
{
    if (a->checked != b->checked)
        return a->checked;
    return cc_str_cmp(a->path, b->path) < 0;
}

/* Whether the same document was put before: two parts of a run may have mapped it. */
static bool is_known(cc_finisher *f, const cc_doc_status *doc)
{
    cc_str key = cc_arena_printf(&f->worker->run, "%d%.*s%.*s", doc->checked, CC_F(doc->sha256),
                                 CC_F(doc->path));
    return (*cc_dict_put(&f->worker->run, &f->known, key))++ > 0;
}

static void put_document(cc_finisher *f, const cc_doc_record *doc)
{
    if (is_known(f, &doc->status))
        return;
    *cc_push(&f->worker->run, &f->docs) = *doc;
    if (!was_read(doc))
        return;
    uint64_t *at = cc_dict_put(&f->worker->run, &f->canonical, doc->status.sha256);
    if (*at == 0 || goes_before(&doc->status, &f->docs.at[*at - 1].status))
        *at = f->docs.n;
}

/* NULL: no document with these bytes was read. */
static const cc_doc_status *find_canonical(const cc_finisher *f, cc_str sha256)
{
    const uint64_t *at = cc_dict_find(&f->canonical, sha256);
    return at == NULL ? NULL : &f->docs.at[*at - 1].status;
}

static bool is_canonical(const cc_finisher *f, const cc_doc_ref *doc)
{
    const cc_doc_status *as = find_canonical(f, doc->sha256);
    return as != NULL && as->checked == doc->checked && cc_str_eq(as->path, doc->path);
}

/* Copies are listed, and count for nothing else. */
static void set_copies_apart(cc_finisher *f)
{
    for (size_t i = 0; i < f->docs.n; i++) {
        cc_doc_record       *doc = &f->docs.at[i];
        const cc_doc_status *as  = was_read(doc) ? find_canonical(f, doc->status.sha256) : NULL;
        if (as == NULL || as == &doc->status) {
            f->claims += doc->claims;
            continue;
        }
        doc->status.status = CC_S("skipped");
        doc->status.reason = CC_S("same");
        doc->status.detail = cc_arena_printf(&f->worker->run, "same as %.*s", CC_F(as->path));
        memset(doc->facts, 0, sizeof doc->facts);
        doc->claims = 0;
    }
}

/* -- Pairs ------------------------------------------------------------------------------------------- */

/* The checked side is primary; else the later-dated document, the greater path, the later offset. */
static bool is_primary(const cc_claim *a, const cc_claim *b)
{
    const cc_period *x = &a->doc->date, *y = &b->doc->date;
    if (a->doc->checked != b->doc->checked)
        return a->doc->checked;
    if (cc_period_is_known(x) && cc_period_is_known(y) && x->day_last != y->day_last)
        return x->day_last > y->day_last;
    return cc_claim_cmp(a, b) > 0;
}

static cc_verdict give_verdict(cc_finisher *f, const cc_aligned *aligned)
{
    bool       first   = is_primary(aligned->a, aligned->b);
    cc_verdict verdict = {
        .primary  = first ? aligned->a : aligned->b,
        .related  = first ? aligned->b : aligned->a,
        .relation = aligned->relation,
        .score    = aligned->score,
        .power10  = first ? aligned->apart.power10 : -aligned->apart.power10,
        .rates    = aligned->apart.rates,
    };
    verdict.reason =
        cc_explain(f->worker->stemmer, &f->worker->doc, verdict.primary, verdict.related);
    if (verdict.rates)
        verdict.reason.gap = CC_S("");
    return verdict;
}

static cc_status put_finding(cc_finding_sink *sink, const cc_finding *given)
{
    cc_finisher *f   = sink->core;
    cc_arena    *run = &f->worker->run;
    cc_finding   finding;
    CC_TRY(cc_handover_finding(f->checker, given, NULL, run, &finding));
    if (cc_engine_wants(f->worker->engine, finding.check))
        *cc_push(run, &f->findings) = finding;
    return CC_OK;
}

static void side_of_claim(cc_finding_sink *sink, const cc_claim *claim, cc_side *ret)
{
    (void)sink;
    *ret = cc_side_of_claim(claim);
}

static cc_status run_checker(cc_finisher *f, cc_instance *at, const cc_verdict *verdicts,
                             size_t count, cc_finding_sink *sink)
{
    f->checker       = at;
    at->fault        = (cc_fault){0};
    cc_status status = at->plugin->def.checker->group(at->self, &at->host, verdicts, count, sink);
    if (status < CC_WARN || at->fault.status == CC_FATAL)
        return cc_fault_set(&f->worker->fault, CC_FATAL, "plugin '%s' failed: %s",
                            at->plugin->def.name, at->fault.message);
    return CC_OK;
}

static cc_status check_group(cc_finisher *f, const cc_verdict *verdicts, size_t count)
{
    cc_finding_sink sink = {
        .size = sizeof sink, .core = f, .put = put_finding, .side_of_claim = side_of_claim};
    for (size_t i = 0; i < f->worker->plugins.n; i++) {
        cc_instance      *at      = &f->worker->plugins.at[i];
        const cc_checker *checker = at->plugin->def.checker;
        if (checker != NULL && checker->group != NULL)
            CC_TRY(run_checker(f, at, verdicts, count, &sink));
    }
    return CC_OK;
}

static void note_agreement(cc_finisher *f, const cc_verdict *v)
{
    const cc_settings *settings = &f->worker->engine->settings;
    f->agreeing++;
    if (settings->agreements || settings->figures != CC_OF_NONE)
        *cc_push(&f->worker->run, &f->agreements) = (cc_agreeing){v->primary, v->related, v->score};
}

/* What is below the threshold joins no statistic and is no agreement. */
static void note_verdict(cc_finisher *f, const cc_verdict *v)
{
    if (v->score < 500)
        return;
    cc_statistics_join(&f->statistics, v->primary, v->related);
    if (v->relation == CC_AGREE)
        note_agreement(f, v);
}

/* What scores too low to be asked for is counted and goes no further. */
static bool is_shown(cc_finisher *f, const cc_aligned *aligned)
{
    const cc_engine *engine   = f->worker->engine;
    bool             conflict = aligned->relation == CC_CONFLICT;
    uint32_t score = conflict ? cc_scores_share(&engine->scores, aligned->score) : aligned->score;
    bool     shown = score >= engine->settings.min_score;
    f->below_score += !shown && conflict;
    return shown;
}

static cc_status finish_pairs(cc_finisher *f)
{
    if (f->pairs.n == 0)
        return CC_OK;
    cc_comparer comparer = {f->worker->engine->vocabulary, f->worker->engine->lexicon};
    cc_mark     mark     = cc_arena_mark(&f->worker->doc);
    cc_aligned *aligned;
    size_t n = cc_align(&comparer, &f->worker->doc, f->pairs.at, f->pairs.n, f->claims, &aligned);
    cc_verdict *verdicts = cc_new(&f->worker->doc, cc_verdict, n);
    size_t      shown    = 0;
    for (size_t i = 0; i < n; i++) {
        if (!is_shown(f, &aligned[i]))
            continue;
        verdicts[shown] = give_verdict(f, &aligned[i]);
        note_verdict(f, &verdicts[shown++]);
    }
    f->compared += f->pairs.n;
    f->pairs.n       = 0;
    cc_status status = check_group(f, verdicts, shown);
    cc_arena_rewind(&f->worker->doc, mark);
    return status;
}

static cc_status put_pair(cc_finisher *f, cc_str key, const cc_pair *pair)
{
    if (!f->counted) {
        set_copies_apart(f);
        f->counted = true;
    }
    if (!is_canonical(f, pair->a->doc) || !is_canonical(f, pair->b->doc))
        return CC_OK;
    if (!cc_is_candidate(pair->a, pair->b, pair->raw, f->claims))
        return CC_OK;
    if (!cc_str_eq(key, f->key))
        CC_TRY(finish_pairs(f));
    f->key                               = key;
    *cc_push(&f->worker->run, &f->pairs) = *pair;
    return CC_OK;
}

static void put_figure(cc_finisher *f, const cc_listed *figure)
{
    if (f->worker->engine->settings.figures != CC_OF_NONE && figure->side.doc->checked)
        *cc_push(&f->worker->run, &f->figures) = figure;
}

cc_status cc_finisher_put(cc_finisher *f, const cc_record *record)
{
    switch (record->kind) {
    case CC_RECORD_COUNT: f->not_compared += record->of.count; return CC_OK;
    case CC_RECORD_DOCUMENT: put_document(f, record->of.document); return CC_OK;
    case CC_RECORD_FINDING:
        *cc_push(&f->worker->run, &f->findings) = *record->of.finding;
        return CC_OK;
    case CC_RECORD_FIGURE: put_figure(f, record->of.figure); return CC_OK;
    case CC_RECORD_PAIR: return put_pair(f, record->key, record->of.pair);
    default:
        return cc_fault_set(&f->worker->fault, CC_FATAL, "records of claims have not been reduced");
    }
}

/* -- The end --------------------------------------------------------------------------------------------- */

/* Findings about copies, or about what was only given to check against, are not shown; nor are the
 * figures of copies. */
static void keep_checked(cc_finisher *f)
{
    size_t kept = 0, listed = 0;
    for (size_t i = 0; i < f->findings.n; i++) {
        const cc_doc_ref *doc = f->findings.at[i].primary.doc;
        if (doc->checked && is_canonical(f, doc))
            f->findings.at[kept++] = f->findings.at[i];
    }
    f->findings.n = kept;
    for (size_t i = 0; i < f->figures.n; i++)
        if (is_canonical(f, f->figures.at[i]->side.doc))
            f->figures.at[listed++] = f->figures.at[i];
    f->figures.n = listed;
}

/* Claims without figures: map was not asked for them. */
static cc_status check_figures(cc_finisher *f)
{
    if (f->worker->engine->settings.figures == CC_OF_NONE || f->figures.n > 0 || f->only_documents)
        return CC_OK;
    for (size_t i = 0; i < f->docs.n; i++)
        if (f->docs.at[i].status.checked && f->docs.at[i].claims > 0)
            return cc_fault_set(&f->worker->fault, CC_FATAL,
                                "no records of figures: give --figures to 'claimcheck map'");
    return CC_OK;
}

cc_status cc_finisher_end(cc_finisher *f, cc_results *ret)
{
    CC_TRY(finish_pairs(f));
    if (!f->counted)
        set_copies_apart(f);
    keep_checked(f);
    CC_TRY(check_figures(f));
    const cc_engine *engine = f->worker->engine;
    f->below_score += cc_findings_drop(&engine->scores, &f->findings, engine->settings.min_score);
    cc_findings_settle(&f->worker->run, &engine->scores, &f->findings);
    cc_results_make(f, ret);
    return CC_OK;
}
