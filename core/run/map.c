/* map.c - a document on its way: read, matched, extracted, understood, checked; then it is gone,
 * and records are left. */
#include "run/map.h"

#include "compare/key.h"
#include "fact/doc_date.h"
#include "run/intake.h"
#include "store/copy.h"
#include "text/quote.h"

#include <openssl/sha.h>

typedef struct mapping {
    cc_worker        *worker;
    const cc_member  *member;
    cc_document       document;
    cc_doc_record     record;
    cc_doc_ref        ref;
    cc_facts          facts;
    cc_claims         claims;
    cc_fault          fault;
    const cc_doc_ref *kept; /* the reference that outlives the document */
} mapping;

static cc_str hash_bytes(cc_arena *arena, cc_str bytes)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char     hash[SHA256_DIGEST_LENGTH];
    char             *hex = cc_arena_alloc(arena, 2 * sizeof hash + 1, 1);
    SHA256((const unsigned char *)bytes.ptr, bytes.len, hash);
    for (size_t i = 0; i < sizeof hash; i++) {
        hex[2 * i]     = digits[hash[i] >> 4];
        hex[2 * i + 1] = digits[hash[i] & 15];
    }
    return (cc_str){hex, 2 * sizeof hash};
}

/* -- Facts ----------------------------------------------------------------------------------------- */

static cc_status put_fact(cc_fact_sink *sink, const cc_fact *fact)
{
    mapping *m = sink->core;
    return cc_facts_put(&m->facts, &m->document.abi, fact, &m->fault);
}

static void note_limit(mapping *m, const cc_limit_hits *hits)
{
    if (hits->n == 0 || !cc_str_eq(m->record.status.status, CC_S("ok")))
        return;
    const cc_rule *rule     = &m->worker->engine->rules.rules[hits->at[0].rule];
    m->record.status.status = CC_S("partial");
    m->record.status.reason = CC_S("rule-limit");
    m->record.status.detail = cc_arena_printf(&m->worker->doc, "%zu times, first by rule '%.*s'",
                                              hits->n, CC_F(rule->id));
}

/* All kinds are matched in one pass; ret[i] is for plugin i. */
static cc_matches *match_all(mapping *m)
{
    const cc_instances *plugins = &m->worker->plugins;
    const cc_rules     *rules   = &m->worker->engine->rules;
    cc_arena           *arena   = &m->worker->doc;
    uint32_t           *kinds   = cc_new(arena, uint32_t, plugins->n);
    size_t             *plugin = cc_new(arena, size_t, plugins->n), n = 0;
    for (size_t i = 0; i < plugins->n; i++)
        if (plugins->at[i].rules != NULL && plugins->at[i].plugin->def.extractor != NULL) {
            kinds[n]    = (uint32_t)(plugins->at[i].rules - rules->kinds);
            plugin[n++] = i;
        }
    cc_matches *found = cc_new(arena, cc_matches, n), *ret = cc_new(arena, cc_matches, plugins->n);
    cc_limit_hits hits = {0};
    cc_match_document(m->worker->matcher, arena, &m->document.abi, kinds, n, found, &hits);
    for (size_t i = 0; i < n; i++)
        ret[plugin[i]] = found[i];
    note_limit(m, &hits);
    return ret;
}

static bool extracts_dates(const cc_instance *instance)
{
    return instance->rules != NULL && cc_str_eq(instance->rules->name, CC_S("date"));
}

static cc_status extract(mapping *m, const cc_matches *matches, bool dates_only)
{
    cc_fact_sink sink = {.size = sizeof sink, .core = m, .put = put_fact};
    m->facts          = (cc_facts){.arena = &m->worker->doc};
    for (size_t i = 0; i < m->worker->plugins.n; i++) {
        cc_instance        *at = &m->worker->plugins.at[i];
        const cc_extractor *x  = at->plugin->def.extractor;
        if (x == NULL || (dates_only && !extracts_dates(at)))
            continue;
        cc_status status =
            x->extract(at->self, &at->host, &m->document.abi, matches[i].at, matches[i].n, &sink);
        if (status == CC_FATAL || status == CC_FAIL)
            return status;
    }
    cc_facts_resolve(&m->facts, &m->document.abi, m->worker->engine->lexicon);
    return CC_OK;
}

static void find_date(mapping *m)
{
    cc_doc           *doc   = &m->document.abi;
    cc_doc_date_clues clues = {
        .option     = cc_engine_date(m->worker->engine, doc->path),
        .facts      = m->facts.at,
        .fact_count = m->facts.n,
    };
    cc_doc_date_find(m->worker->engine->calendar, &m->worker->doc, &clues, doc);
    m->record.status.date        = doc->date;
    m->record.status.date_origin = doc->date_origin;
}

/* Dates are extracted first, for the document's own; then all, for those that refer to it. */
static cc_status find_facts(mapping *m)
{
    const cc_matches *matches = match_all(m);
    CC_TRY(extract(m, matches, true));
    find_date(m);
    CC_TRY(extract(m, matches, false));
    for (size_t i = 0; i < m->facts.n; i++)
        m->record.facts[m->facts.at[i].kind]++;
    return CC_OK;
}

/* -- Records ----------------------------------------------------------------------------------------- */

static void put_record(cc_worker *worker, cc_record record)
{
    record.key                               = cc_arena_dup(&worker->run, record.key);
    *cc_push(&worker->run, &worker->records) = record;
}

static void put_claims(mapping *m)
{
    cc_worker *worker = m->worker;
    for (size_t i = 0; i < m->claims.n; i++) {
        cc_str    keys[CC_MAX_KEYS];
        cc_record record = {.kind = CC_RECORD_CLAIM};
        size_t    n = cc_claim_keys(&worker->doc, worker->engine->lexicon, &m->claims.at[i], keys);
        if (n > 0)
            record.of.claim = cc_copy_claim(&worker->run, &m->claims.at[i], m->kept);
        for (size_t k = 0; k < n; k++) {
            record.key = keys[k];
            put_record(worker, record);
        }
    }
}

static void put_document(mapping *m)
{
    cc_arena      *run = &m->worker->run;
    cc_doc_record *d   = cc_new(run, cc_doc_record, 1);
    *d                 = m->record;
    d->status.path     = cc_arena_dup(run, d->status.path);
    d->status.status   = cc_arena_dup(run, d->status.status);
    d->status.reason   = cc_arena_dup(run, d->status.reason);
    d->status.detail   = cc_arena_dup(run, d->status.detail);
    d->status.sha256   = cc_arena_dup(run, d->status.sha256);
    cc_str key         = cc_key_document(&m->worker->doc, &d->status);
    put_record(m->worker, (cc_record){.key = key, .kind = CC_RECORD_DOCUMENT, .of.document = d});
}

/* -- Document checkers ----------------------------------------------------------------------------------- */

static cc_status put_finding(cc_finding_sink *sink, const cc_finding *finding)
{
    mapping *m = sink->core;
    if (!cc_engine_wants(m->worker->engine, finding->check))
        return CC_OK;
    const cc_finding *kept = cc_copy_finding(&m->worker->run, finding);
    cc_str            key  = cc_key_finding(&m->worker->doc, kept);
    put_record(m->worker, (cc_record){.key = key, .kind = CC_RECORD_FINDING, .of.finding = kept});
    return CC_OK;
}

static void side_of_fact(cc_finding_sink *sink, const cc_fact *fact, cc_side *ret)
{
    mapping      *m   = sink->core;
    const cc_doc *doc = &m->document.abi;
    size_t        at  = cc_doc_sentence_at(doc, fact->span.off);
    cc_span       all = at < doc->sentence_count ? doc->sentences[at].span : fact->span;
    *ret              = (cc_side){
                     .doc      = m->kept,
                     .position = cc_document_position(&m->document, fact->span),
                     .order    = fact->span.off,
                     .text     = cc_document_slice(&m->worker->doc, &m->document, fact->span),
                     .kind     = fact->kind,
                     .value    = fact->value,
                     .unit     = fact->unit,
    };
    ret->sentence = cc_quote(doc->text, all, fact->span, &ret->mark);
}

static void side_of_claim(cc_finding_sink *sink, const cc_claim *claim, cc_side *ret)
{
    mapping *m = sink->core;
    *ret       = cc_side_of_claim(claim);
    ret->doc   = m->kept;
}

static cc_status check_document(mapping *m)
{
    cc_finding_sink sink = {.size          = sizeof sink,
                            .core          = m,
                            .put           = put_finding,
                            .side_of_fact  = side_of_fact,
                            .side_of_claim = side_of_claim};
    for (size_t i = 0; i < m->worker->plugins.n; i++) {
        cc_instance      *at      = &m->worker->plugins.at[i];
        const cc_checker *checker = at->plugin->def.checker;
        if (checker == NULL || checker->document == NULL)
            continue;
        cc_status status = checker->document(at->self, &at->host, &m->document.abi, m->facts.at,
                                             m->facts.n, m->claims.at, m->claims.n, &sink);
        if (status == CC_FATAL)
            return cc_fault_set(&m->worker->fault, CC_FATAL, "plugin '%s' failed: %s",
                                at->plugin->def.name, at->fault.message);
    }
    return CC_OK;
}

/* -- The way of one document --------------------------------------------------------------------------- */

static void describe(mapping *m, bool checked)
{
    const cc_member *member = m->member;
    m->record.status        = (cc_doc_status){
               .path     = member->path,
               .status   = cc_str_z(member->status),
               .reason   = cc_str_z(member->reason),
               .detail   = member->detail,
               .bytes    = member->bytes.len,
               .date     = cc_period_unknown(),
               .language = CC_S("en"),
               .sha256   = member->bytes.len == 0 ? CC_S("") : hash_bytes(&m->worker->doc, member->bytes),
               .checked  = checked,
    };
    m->ref = (cc_doc_ref){.size    = sizeof m->ref,
                          .path    = member->path,
                          .sha256  = m->record.status.sha256,
                          .date    = cc_period_unknown(),
                          .checked = checked};
}

static cc_status understand(mapping *m)
{
    cc_status status = find_facts(m);
    if (status != CC_OK) {
        m->record.status.status = CC_S("unreadable");
        m->record.status.reason = CC_S("too-many-facts");
        m->facts                = (cc_facts){0};
        return CC_OK;
    }
    m->ref.date             = m->document.abi.date;
    const cc_engine *engine = m->worker->engine;
    cc_claim_source  source = {engine->vocabulary, engine->lexicon, m->worker->stemmer,
                               &m->document,       &m->facts,       &m->ref};
    cc_claims_make(&m->worker->doc, &source, &m->claims);
    m->record.claims = m->claims.n;
    m->kept          = cc_copy_doc_ref(&m->worker->run, &m->ref);
    put_claims(m);
    return check_document(m);
}

static bool is_readable(const cc_member *member)
{
    const char *status = member->status;
    return member->bytes.len > 0 && (strcmp(status, "ok") == 0 || strcmp(status, "partial") == 0);
}

cc_status cc_map_member(cc_worker *worker, const cc_member *member, bool checked,
                        cc_on_mapped *each, void *user)
{
    mapping   m      = {.worker = worker, .member = member};
    cc_status status = CC_OK;
    cc_mark   mark   = cc_arena_mark(&worker->doc);
    cc_instances_serve(&worker->plugins, &worker->doc);
    describe(&m, checked);
    bool read = is_readable(member) && cc_intake(worker, member, &m.document, &m.record.status);
    if (read)
        status = understand(&m);
    if (status == CC_OK) {
        put_document(&m);
        if (each != NULL)
            each(user, &(cc_mapped){&m.record, read ? &m.document : NULL, &m.facts, &m.claims});
    }
    cc_arena_rewind(&worker->doc, mark);
    return status;
}
