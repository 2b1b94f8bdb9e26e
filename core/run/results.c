/* results.c - the last step before a report. */
#include "run/results.h"

#include "compare/compare.h"
#include "compare/relate.h"
#include "fact/facts.h"
#include "run/inventory.h"
#include "store/copy.h"

#include <stdlib.h>

/* -- Documents and counts ------------------------------------------------------------------------- */

/* One path may stand on both sides. */
static int by_path(const void *a, const void *b)
{
    const cc_doc_status *x = a, *y = b;
    int                  c = cc_str_cmp(x->path, y->path);
    if (c == 0)
        c = y->checked - x->checked;
    return c != 0 ? c : cc_str_cmp(x->sha256, y->sha256);
}

static void count_document(const cc_doc_status *doc, cc_results *ret)
{
    ret->documents++;
    ret->bytes += doc->bytes;
    ret->partial += cc_str_eq(doc->status, CC_S("partial"));
    ret->unreadable += cc_str_eq(doc->status, CC_S("unreadable"));
    ret->skipped += cc_str_eq(doc->status, CC_S("skipped"));
}

static void list_documents(const cc_finisher *f, cc_results *ret)
{
    cc_doc_status *docs = cc_new(&f->worker->run, cc_doc_status, f->docs.n);
    for (size_t i = 0; i < f->docs.n; i++) {
        docs[i] = f->docs.at[i].status;
        count_document(&docs[i], ret);
    }
    if (f->docs.n > 0)
        qsort(docs, f->docs.n, sizeof *docs, by_path);
    ret->docs      = docs;
    ret->doc_count = f->docs.n;
}

static int by_name(const void *a, const void *b)
{
    return cc_str_cmp(((const cc_count *)a)->name, ((const cc_count *)b)->name);
}

static void count_facts(const cc_finisher *f, cc_results *ret)
{
    cc_count *counts = cc_new(&f->worker->run, cc_count, CC_KIND_COUNT);
    for (cc_kind kind = 1; kind < CC_KIND_COUNT; kind++) {
        uint64_t n = 0;
        for (size_t i = 0; i < f->docs.n; i++)
            n += f->docs.at[i].facts[kind];
        if (n > 0)
            counts[ret->facts_count++] = (cc_count){cc_kind_name(kind), n};
    }
    qsort(counts, ret->facts_count, sizeof *counts, by_name);
    ret->facts = counts;
}

/* -- Findings --------------------------------------------------------------------------------------- */

/* How many places of the finding's statistic agree with its primary, and how many do not. */
static void count_places(const cc_finisher *f, cc_finding *finding)
{
    const cc_statistics *s       = &f->statistics;
    size_t               root    = cc_statistics_find(s, &finding->primary);
    const cc_lexicon    *lexicon = f->worker->engine->lexicon;
    const cc_claim      *primary = cc_statistics_claim(s, &finding->primary);
    finding->primary_places      = 1;
    finding->related_places      = (uint32_t)finding->related_count;
    if (primary == NULL)
        return;
    finding->primary_places = finding->related_places = 0;
    size_t at                                         = root;
    do {
        cc_apart apart;
        bool     agrees = cc_relate(lexicon, primary, s->nodes.at[at].claim, &apart) == CC_AGREE;
        finding->primary_places += agrees;
        finding->related_places += !agrees;
        at = s->nodes.at[at].next;
    } while (at != root);
    finding->statistic = cc_statistic_name(s, &f->worker->run, &finding->primary);
}

static void keep_findings(cc_finisher *f, cc_results *ret)
{
    const cc_settings *settings = &f->worker->engine->settings;
    size_t             kept     = 0;
    for (size_t i = 0; i < f->findings.n; i++) {
        cc_finding *finding = &f->findings.at[i];
        if (finding->level < settings->level) {
            ret->below_score++;
            continue;
        }
        count_places(f, finding);
        f->findings.at[kept++] = *finding;
    }
    ret->findings      = f->findings.at;
    ret->finding_count = kept;
}

static void count_checks(const cc_finisher *f, cc_results *ret)
{
    cc_dict   counts = {0};
    cc_count *list   = cc_new(&f->worker->run, cc_count, ret->finding_count);
    for (size_t i = 0; i < ret->finding_count; i++)
        ++*cc_dict_put(&f->worker->run, &counts, ret->findings[i].check);
    for (size_t i = 0; i < counts.cap; i++)
        if (counts.at[i].key.ptr != NULL)
            list[ret->by_check_count++] = (cc_count){counts.at[i].key, counts.at[i].value};
    if (ret->by_check_count > 0)
        qsort(list, ret->by_check_count, sizeof *list, by_name);
    ret->by_check = list;
}

/* -- Agreements ---------------------------------------------------------------------------------------- */

static int by_places(const void *a, const void *b)
{
    const cc_agreeing *x = a, *y = b;
    int                c = cc_claim_cmp(x->primary, y->primary);
    return c != 0 ? c : cc_claim_cmp(x->related, y->related);
}

/* One for each primary place, with all that agree with it. */
static cc_agreement merge_agreements(const cc_finisher *f, const cc_agreeing *at, size_t n)
{
    cc_side     *related = cc_new(&f->worker->run, cc_side, n);
    cc_agreement merged  = {.primary = cc_side_of_claim(at->primary)};
    for (size_t i = 0; i < n; i++) {
        related[i]   = cc_side_of_claim(at[i].related);
        merged.score = at[i].score > merged.score ? at[i].score : merged.score;
    }
    merged.related       = related;
    merged.related_count = n;
    merged.statistic     = cc_statistic_name(&f->statistics, &f->worker->run, &merged.primary);
    return merged;
}

static void list_agreements(cc_finisher *f, cc_results *ret)
{
    cc_agreeing *at = f->agreements.at;
    size_t       n  = f->worker->engine->settings.agreements ? f->agreements.n : 0;
    if (n == 0)
        return;
    cc_agreement *list = cc_new(&f->worker->run, cc_agreement, n);
    qsort(at, n, sizeof *at, by_places);
    for (size_t from = 0; from < n;) {
        size_t to = from + 1;
        while (to < n && cc_claim_cmp(at[to].primary, at[from].primary) == 0)
            to++;
        list[ret->agreement_count++] = merge_agreements(f, at + from, to - from);
        from                         = to;
    }
    ret->agreements = list;
}

void cc_results_make(cc_finisher *f, cc_results *ret)
{
    *ret = (cc_results){.size          = sizeof *ret,
                        .claims        = f->claims,
                        .compared      = f->compared,
                        .not_compared  = f->not_compared,
                        .agreeing      = f->agreeing,
                        .below_score   = f->below_score,
                        .all_documents = f->worker->engine->settings.documents};
    list_documents(f, ret);
    count_facts(f, ret);
    keep_findings(f, ret);
    count_checks(f, ret);
    list_agreements(f, ret);
    if (f->worker->engine->settings.figures != CC_OF_NONE && !f->only_documents)
        cc_inventory_make(f, ret);
}

cc_status cc_results_count(cc_worker *worker, const cc_records *records, cc_results *ret,
                           cc_fault *fault)
{
    cc_finisher finisher;
    cc_status   status = CC_OK;
    cc_finisher_init(&finisher, worker);
    finisher.only_documents = true;
    for (size_t i = 0; i < records->n && status == CC_OK; i++)
        if (records->at[i].kind == CC_RECORD_DOCUMENT)
            status = cc_finisher_put(&finisher, &records->at[i]);
    if (status == CC_OK)
        status = cc_finisher_end(&finisher, ret);
    if (status != CC_OK)
        *fault = worker->fault;
    return status;
}

/* -- The exit status --------------------------------------------------------------------------------- */

/* What was skipped is no document, and what is only held against counts for nothing. */
static bool is_empty(const cc_results *r)
{
    for (size_t i = 0; i < r->doc_count; i++)
        if (r->docs[i].checked && !cc_str_eq(r->docs[i].status, CC_S("skipped")))
            return false;
    return true;
}

cc_status cc_results_exit(const cc_settings *settings, const cc_results *r, int *ret_exit,
                          cc_fault *fault)
{
    if (is_empty(r) && !settings->allow_empty)
        return cc_fault_set(fault, CC_FATAL,
                            "no document matched%s: check the paths, --include and --exclude, or "
                            "give --allow-empty",
                            r->doc_count > 0 ? ", all were skipped" : "");
    bool unread = (r->partial > 0 || r->unreadable > 0) && !settings->allow_unreadable;
    *ret_exit   = unread ? 3 : 0;
    for (size_t i = 0; i < r->finding_count && settings->fail_on > 0; i++)
        if (r->findings[i].level >= settings->fail_on)
            *ret_exit = 1;
    return CC_OK;
}
