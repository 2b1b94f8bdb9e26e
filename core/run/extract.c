/* extract.c - claimcheck extract: the facts and claims of each document, as JSON Lines. */
#include "run/run.h"
#include "run/finish.h"
#include "run/output.h"
#include "run/results.h"
#include "run/session.h"
#include "store/fact_write.h"

#include <stdlib.h>

typedef struct writer {
    cc_arena *arena;
    cc_bytes  text;
} writer;

typedef CC_LIST(cc_page) pages;

static void put_bytes(cc_json *json, const char *bytes, size_t len)
{
    writer *w = json->user;
    cc_bytes_put(w->arena, &w->text, (cc_str){bytes, len});
}

static bool is_wanted(const cc_settings *settings, cc_kind kind)
{
    return settings->kinds == 0 || (settings->kinds >> kind & 1) != 0;
}

static void put_facts(cc_json *json, cc_worker *worker, const cc_mapped *mapped, bool lost)
{
    const cc_fact *facts = lost ? mapped->facts->losers : mapped->facts->at;
    size_t         count = lost ? mapped->facts->loser_count : mapped->facts->n;
    for (size_t i = 0; i < count; i++)
        if (is_wanted(&worker->engine->settings, facts[i].kind))
            cc_fact_write(json, mapped->document, &facts[i],
                          worker->engine->rules.rules[facts[i].rule].id, lost);
}

static void put_claims(cc_json *json, const cc_claims *claims)
{
    for (size_t i = 0; i < claims->n; i++) {
        json->comma = false;
        cc_claim_write(json, &claims->at[i], false);
        cc_json_raw(json, "\n");
    }
}

static void take_document(cc_worker *worker, const cc_mapped *mapped)
{
    const cc_settings *settings = &worker->engine->settings;
    writer             w        = {.arena = &worker->run};
    cc_json            json     = {.put = put_bytes, .user = &w};
    if (mapped->document == NULL)
        return;
    put_facts(&json, worker, mapped, false);
    if (settings->explain)
        put_facts(&json, worker, mapped, true);
    if (settings->claims)
        put_claims(&json, mapped->claims);
    cc_str path = cc_arena_dup(&worker->run, mapped->record->status.path);
    *cc_push(&worker->run, &worker->pages) = (cc_page){path, {w.text.ptr, w.text.len}};
}

static int by_path(const void *a, const void *b)
{
    return cc_str_cmp(((const cc_page *)a)->path, ((const cc_page *)b)->path);
}

static pages gather_pages(const cc_pool *pool, cc_arena *arena)
{
    pages all = {0};
    for (size_t i = 0; i < pool->n; i++)
        for (size_t k = 0; k < pool->workers[i].pages.n; k++)
            *cc_push(arena, &all) = pool->workers[i].pages.at[k];
    if (all.n > 0)
        qsort(all.at, all.n, sizeof *all.at, by_path);
    return all;
}

/* Both lists are by path; copies of a document are left out. */
static void print_pages(const pages *all, const cc_results *results, FILE *out)
{
    for (size_t i = 0, d = 0; i < all->n; i++) {
        while (d < results->doc_count && cc_str_cmp(results->docs[d].path, all->at[i].path) < 0)
            d++;
        bool copy = d < results->doc_count && cc_str_eq(results->docs[d].reason, CC_S("same"));
        if (!copy && all->at[i].lines.len > 0)
            fwrite(all->at[i].lines.ptr, 1, all->at[i].lines.len, out);
    }
}

static cc_status extract_pool(cc_pool *pool, cc_arena *arena, FILE *out, int *ret_exit,
                              cc_fault *fault)
{
    cc_results results;
    CC_TRY(cc_pool_map(pool, take_document, fault));
    cc_records records = cc_pool_shuffle(pool, arena);
    CC_TRY(cc_results_count(pool->workers, &records, &results, fault));
    pages all = gather_pages(pool, arena);
    print_pages(&all, &results, out);
    CC_TRY(cc_report(pool->workers, "jsonl", &results, out, fault));
    return cc_results_exit(&pool->workers->engine->settings, &results, ret_exit, fault);
}

cc_status cc_run_extract(const cc_settings *settings, FILE *out, int *ret_exit, cc_fault *fault)
{
    return cc_session_run(settings, extract_pool, out, ret_exit, fault);
}
