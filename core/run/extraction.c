/* extraction.c - from rules to matches, from matches to facts. */
#include "run/extraction.h"

#include "host/handover.h"

static bool is_asked_for(const cc_instance *instance, cc_str kind)
{
    return instance->plugin->def.extractor != NULL &&
           (kind.len == 0 || cc_str_eq(instance->rules->name, kind));
}

void cc_extraction_match(cc_worker *worker, const cc_doc *doc, cc_str kind, cc_extraction *ret)
{
    const cc_instances *plugins = &worker->plugins;
    cc_arena           *arena   = &worker->doc;
    uint32_t           *kinds   = cc_new(arena, uint32_t, plugins->n);
    size_t             *plugin = cc_new(arena, size_t, plugins->n), n = 0;
    *ret         = (cc_extraction){.worker = worker, .doc = doc};
    ret->matches = cc_new(arena, cc_matches, plugins->n);
    for (size_t i = 0; i < plugins->n; i++)
        if (is_asked_for(&plugins->at[i], kind)) {
            kinds[n]    = (uint32_t)(plugins->at[i].rules - worker->engine->rules.kinds);
            plugin[n++] = i;
        }
    cc_matches *found = cc_new(arena, cc_matches, n);
    cc_match_document(worker->matcher, arena, doc, kinds, n, found, &ret->hits);
    for (size_t i = 0; i < n; i++)
        ret->matches[plugin[i]] = found[i];
}

static cc_status put_fact(cc_fact_sink *sink, const cc_fact *given)
{
    cc_extraction *x = sink->core;
    cc_fact        fact;
    CC_TRY(cc_handover_fact(x->in_hand, given, &fact));
    return cc_facts_put(&x->facts, x->doc, &fact, &x->in_hand->fault);
}

static cc_status run_one(cc_extraction *x, size_t plugin)
{
    cc_fact_sink sink = {.size = sizeof sink, .core = x, .put = put_fact};
    cc_instance *at   = &x->worker->plugins.at[plugin];
    x->in_hand        = at;
    at->fault         = (cc_fault){0};
    cc_status status  = at->plugin->def.extractor->extract(
         at->self, &at->host, x->doc, x->matches[plugin].at, x->matches[plugin].n, &sink);
    if (status == CC_FATAL || at->fault.status == CC_FATAL)
        return cc_fault_set(&x->worker->fault, CC_FATAL, "plugin '%s' failed: %s",
                            at->plugin->def.name, at->fault.message);
    if (status == CC_WARN && x->warned == NULL)
        x->warned = at;
    return status == CC_FAIL || at->fault.status == CC_FAIL ? CC_FAIL : CC_OK;
}

cc_status cc_extraction_run(cc_extraction *x, cc_str kind)
{
    x->facts  = (cc_facts){.arena = &x->worker->doc};
    x->warned = NULL;
    for (size_t i = 0; i < x->worker->plugins.n; i++)
        if (is_asked_for(&x->worker->plugins.at[i], kind))
            CC_TRY(run_one(x, i));
    return CC_OK;
}
