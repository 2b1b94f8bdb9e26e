/* map.c - a document on its way: read, matched, extracted, understood, checked; then it is gone,
 * and records are left. */
#include "run/map.h"

#include "compare/key.h"
#include "fact/doc_date.h"
#include "run/extraction.h"
#include "run/figures.h"
#include "host/handover.h"
#include "run/intake.h"
#include "store/copy.h"

#include <openssl/sha.h>

typedef struct mapping {
    cc_worker        *worker;
    const cc_member  *member;
    cc_document       document;
    cc_doc_record     record;
    cc_doc_ref        ref;
    cc_facts          facts;
    cc_claims         claims;
    const char      **instead; /* of a claim, by fact; NULL: nobody asks */
    const cc_doc_ref *kept;    /* the reference that outlives the document */
    cc_instance      *checker; /* the one that runs */
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

/* A part is missing; what was said first stands. */
static void note_loss(mapping *m, const char *reason, cc_str detail)
{
    if (!cc_str_eq(m->record.status.status, CC_S("ok")))
        return;
    m->record.status.status = CC_S("partial");
    m->record.status.reason = cc_str_z(reason);
    m->record.status.detail = detail;
}

static void note_limits(mapping *m, const cc_limit_hits *hits)
{
    if (hits->n == 0)
        return;
    const cc_rule *rule = &m->worker->engine->rules.rules[hits->at[0].rule];
    note_loss(m, "rule-limit",
              cc_arena_printf(&m->worker->doc, "%zu times, first by rule '%.*s'", hits->n,
                              CC_F(rule->id)));
}

/* "check_dates: MESSAGE" */
static cc_str print_fault(mapping *m, const cc_instance *from)
{
    return cc_arena_printf(&m->worker->doc, "%s: %s", from->plugin->def.name, from->fault.message);
}

static void find_date(mapping *m, const cc_facts *dates)
{
    cc_doc           *doc   = &m->document.abi;
    cc_doc_date_clues clues = {
        .option     = cc_engine_date(m->worker->engine, doc->path),
        .facts      = dates->at,
        .fact_count = dates->n,
        .container  = m->member->date,
    };
    cc_doc_date_find(m->worker->engine->calendar, &m->worker->doc, &clues, doc);
    if (cc_period_is_known(&doc->date) && doc->date.day_first > m->worker->engine->today) {
        doc->date        = cc_period_unknown();
        doc->date_origin = CC_DATE_UNKNOWN;
    }
    m->record.status.date        = doc->date;
    m->record.status.date_origin = doc->date_origin;
}

static cc_status run_extractors(mapping *m, cc_extraction *x, cc_str kind)
{
    CC_TRY(cc_extraction_run(x, kind));
    cc_facts_resolve(&x->facts, x->doc, m->worker->engine->lexicon);
    return CC_OK;
}

/* Dates are extracted first, for the document's own; then all, for those that refer to it. */
static cc_status find_facts(mapping *m, cc_extraction *x)
{
    m->document.abi.date = cc_period_unknown();
    cc_extraction_match(m->worker, &m->document.abi, CC_S(""), x);
    note_limits(m, &x->hits);
    CC_TRY(run_extractors(m, x, CC_S("date")));
    find_date(m, &x->facts);
    CC_TRY(run_extractors(m, x, CC_S("")));
    if (x->warned != NULL)
        note_loss(m, "extractor-failed", print_fault(m, x->warned));
    m->facts = x->facts;
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

/* Offset of the first figure that says the same: the same sentence, figure and period. */
static uint32_t find_first(mapping *m, cc_dict *said, const cc_claim *c)
{
    cc_str what =
        cc_arena_printf(&m->worker->doc, "%.*s|%u|%d|%d|%.*s", CC_F(c->sentence), c->mark.off,
                        c->period.day_first, c->period.day_last, CC_F(c->label));
    uint64_t *at = cc_dict_put(&m->worker->doc, said, what);
    if (*at == 0)
        *at = (uint64_t)c->order + 1;
    return (uint32_t)(*at - 1);
}

/* A document says a thing once. */
static void put_claims(mapping *m, cc_kept_claim *kept)
{
    cc_worker *worker = m->worker;
    cc_dict    said   = {0};
    for (size_t i = 0; i < m->claims.n; i++) {
        kept[i].first = find_first(m, &said, &m->claims.at[i]);
        if (kept[i].first != m->claims.at[i].order)
            continue;
        cc_str    keys[CC_MAX_KEYS];
        cc_record record = {.kind = CC_RECORD_CLAIM};
        size_t    n = cc_claim_keys(&worker->doc, worker->engine->lexicon, &m->claims.at[i], keys);
        if (n > 0)
            record.of.claim = kept[i].claim =
                cc_copy_claim(&worker->run, &m->claims.at[i], m->kept);
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

static cc_status put_finding(cc_finding_sink *sink, const cc_finding *given)
{
    mapping    *m    = sink->core;
    cc_arena   *run  = &m->worker->run;
    cc_finding *kept = cc_new(run, cc_finding, 1);
    CC_TRY(cc_handover_finding(m->checker, given, m->kept, run, kept));
    if (!cc_engine_wants(m->worker->engine, kept->check))
        return CC_OK;
    cc_str key = cc_key_finding(&m->worker->doc, kept);
    put_record(m->worker, (cc_record){.key = key, .kind = CC_RECORD_FINDING, .of.finding = kept});
    return CC_OK;
}

static void side_of_fact(cc_finding_sink *sink, const cc_fact *fact, cc_side *ret)
{
    mapping *m = sink->core;
    *ret       = cc_side_of_fact(&m->document, m->kept, fact);
}

static void side_of_claim(cc_finding_sink *sink, const cc_claim *claim, cc_side *ret)
{
    mapping *m = sink->core;
    *ret       = cc_side_of_claim(claim);
    ret->doc   = m->kept;
}

/* What a checker has put before it failed stays. */
static cc_status run_checker(mapping *m, cc_instance *at, cc_finding_sink *sink)
{
    m->checker = at;
    at->fault  = (cc_fault){0};
    cc_status status =
        at->plugin->def.checker->document(at->self, &at->host, &m->document.abi, m->facts.at,
                                          m->facts.n, m->claims.at, m->claims.n, sink);
    if (status == CC_FATAL || at->fault.status == CC_FATAL)
        return cc_fault_set(&m->worker->fault, CC_FATAL, "plugin '%s' failed: %s",
                            at->plugin->def.name, at->fault.message);
    if (status < CC_OK)
        note_loss(m, "checker-failed", print_fault(m, at));
    return CC_OK;
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
        if (checker != NULL && checker->document != NULL)
            CC_TRY(run_checker(m, at, &sink));
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

static bool wants_figures(const mapping *m)
{
    cc_figures_of of = m->worker->engine->settings.figures;
    return of == CC_OF_ALL || (of == CC_OF_CHECKED && m->ref.checked);
}

/* Dates of no event and spans of time are held against few others, and leave the threshold of a run
 * as it is. */
static uint64_t count_measuring(const cc_claims *claims)
{
    uint64_t n = 0;
    for (size_t i = 0; i < claims->n; i++) {
        const cc_claim *c = &claims->at[i];
        n += c->kind != CC_DURATION && (c->kind != CC_DATE || c->noun.len > 0);
    }
    return n;
}

static void make_claims(mapping *m)
{
    if (wants_figures(m))
        m->instead = cc_new(&m->worker->doc, const char *, m->facts.n);
    const cc_engine *engine = m->worker->engine;
    cc_claim_source  source = {
         .vocabulary = engine->vocabulary,
         .lexicon    = engine->lexicon,
         .calendar   = engine->calendar,
         .stemmer    = m->worker->stemmer,
         .document   = &m->document,
         .facts      = &m->facts,
         .ref        = &m->ref,
         .instead    = m->instead,
    };
    m->ref.date = m->document.abi.date;
    if (cc_claims_make(&m->worker->doc, &source, &m->claims) == CC_WARN)
        note_loss(m, "too-many-claims",
                  cc_arena_printf(&m->worker->doc, "more than %u", CC_MAX_CLAIMS));
    m->record.claims = count_measuring(&m->claims);
    m->kept          = cc_copy_doc_ref(&m->worker->run, &m->ref);
}

static void put_figures(mapping *m, const cc_kept_claim *kept)
{
    cc_figure_source source = {&m->document, m->kept, &m->facts, &m->claims, kept, m->instead};
    if (m->instead != NULL)
        cc_figures_put(m->worker, &source);
}

static cc_status understand(mapping *m)
{
    cc_extraction x;
    cc_status     status = find_facts(m, &x);
    if (status == CC_FAIL) {
        m->record.status.status = CC_S("unreadable");
        m->record.status.reason = CC_S("extractor-failed");
        m->record.status.detail = print_fault(m, x.in_hand);
        return CC_OK;
    }
    CC_TRY(status);
    make_claims(m);
    cc_kept_claim *kept = cc_new(&m->worker->doc, cc_kept_claim, m->claims.n);
    put_claims(m, kept);
    put_figures(m, kept);
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
            each(user,
                 &(cc_mapped){&m.record, m.kept != NULL ? &m.document : NULL, &m.facts, &m.claims});
    }
    cc_arena_rewind(&worker->doc, mark);
    return status;
}
