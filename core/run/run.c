/* run.c - the commands' work, each as a few steps. */
#include "run/run.h"

#include "run/finish.h"
#include "run/output.h"
#include "run/reduce.h"
#include "run/results.h"
#include "run/session.h"

#include <stdlib.h>
#include <time.h>

/* -- check: map, shuffle, reduce, shuffle, finish, in memory ----------------------------------------- */

/* What reduce puts, kept. */
typedef struct keeper {
    cc_arena  *arena;
    cc_records records;
    cc_dict    keys; /* of pairs: each is kept once */
    CC_LIST(cc_str) kept_keys;
} keeper;

static cc_str keep_key(keeper *k, cc_str key)
{
    const uint64_t *at = cc_dict_find(&k->keys, key);
    if (at != NULL)
        return k->kept_keys.at[*at - 1];
    cc_str kept                            = cc_arena_dup(k->arena, key);
    *cc_push(k->arena, &k->kept_keys)      = kept;
    *cc_dict_put(k->arena, &k->keys, kept) = k->kept_keys.n;
    return kept;
}

static void keep_record(void *user, const cc_record *record)
{
    keeper   *k    = user;
    cc_record copy = *record;
    if (record->kind == CC_RECORD_PAIR) {
        cc_pair *pair = cc_new(k->arena, cc_pair, 1);
        *pair         = *record->of.pair;
        copy.of.pair  = pair;
        copy.key      = keep_key(k, record->key);
    }
    *cc_push(k->arena, &k->records) = copy;
}

/* Of documents with the same bytes one counts: the least, so that finish never asks for more. */
static uint64_t count_claims(const cc_records *records, cc_arena *arena)
{
    cc_dict  least = {0};
    uint64_t sum   = 0;
    for (size_t i = 0; i < records->n; i++) {
        if (records->at[i].kind != CC_RECORD_DOCUMENT)
            continue;
        const cc_doc_record *doc = records->at[i].of.document;
        uint64_t            *at  = cc_dict_put(arena, &least, doc->status.sha256);
        if (*at == 0 || doc->claims + 1 < *at)
            *at = doc->claims + 1;
    }
    for (size_t i = 0; i < least.cap; i++)
        sum += least.at[i].key.ptr == NULL ? 0 : least.at[i].value - 1;
    return sum;
}

static void reduce_all(const cc_engine *engine, const cc_records *records, keeper *ret)
{
    cc_reducer reducer = {.comparer = {engine->vocabulary, engine->lexicon},
                          .put      = keep_record,
                          .user     = ret,
                          .claims   = count_claims(records, ret->arena)};
    for (size_t from = 0; from < records->n;) {
        size_t to = from;
        while (to < records->n && cc_str_eq(records->at[to].key, records->at[from].key))
            to++;
        cc_reduce_group(&reducer, records->at + from, to - from);
        from = to;
    }
    cc_reduce_end(&reducer);
    cc_records_sort(&ret->records);
}

static cc_status finish_all(cc_worker *worker, const cc_records *records, cc_results *ret,
                            cc_fault *fault)
{
    cc_finisher finisher;
    cc_finisher_init(&finisher, worker);
    cc_status status = CC_OK;
    for (size_t i = 0; i < records->n && status == CC_OK; i++)
        status = cc_finisher_put(&finisher, &records->at[i]);
    if (status == CC_OK)
        status = cc_finisher_end(&finisher, ret);
    if (status != CC_OK)
        *fault = worker->fault;
    return status;
}

/* Adds the time since `from` to *to, and starts anew. */
static void note_time(double *to, struct timespec *from)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    *to += (double)(now.tv_sec - from->tv_sec) + (double)(now.tv_nsec - from->tv_nsec) / 1e9;
    *from = now;
}

static cc_status check_pool(cc_pool *pool, cc_arena *arena, FILE *out, int *ret_exit,
                            cc_fault *fault)
{
    const cc_engine *engine = pool->workers->engine;
    cc_results       results;
    keeper           kept    = {.arena = arena};
    cc_times         unasked = {0}, *times = engine->settings.times;
    struct timespec  start;
    clock_gettime(CLOCK_MONOTONIC, &start);
    times = times == NULL ? &unasked : times;
    CC_TRY(cc_pool_map(pool, NULL, fault));
    note_time(&times->map, &start);
    cc_records records = cc_pool_shuffle(pool, arena);
    reduce_all(engine, &records, &kept);
    CC_TRY(finish_all(pool->workers, &kept.records, &results, fault));
    note_time(&times->compare, &start);
    CC_TRY(cc_outputs_write(pool->workers, &results, out, fault));
    note_time(&times->report, &start);
    return cc_results_exit(&engine->settings, &results, ret_exit, fault);
}

cc_status cc_run_check(const cc_settings *settings, FILE *out, int *ret_exit, cc_fault *fault)
{
    return cc_session_run(settings, check_pool, out, ret_exit, fault);
}

/* -- map, reduce, finish: the same, with lines between them -------------------------------------------- */

static cc_status map_pool(cc_pool *pool, cc_arena *arena, FILE *out, int *ret_exit, cc_fault *fault)
{
    cc_json    json;
    cc_results results;
    cc_json_to_file(&json, out);
    CC_TRY(cc_pool_map(pool, NULL, fault));
    cc_records records = cc_pool_shuffle(pool, arena);
    for (size_t i = 0; i < records.n; i++)
        cc_record_write(&json, &records.at[i]);
    CC_TRY(cc_flush(out, fault));
    CC_TRY(cc_results_count(pool->workers, &records, &results, fault));
    return cc_results_exit(&pool->workers->engine->settings, &results, ret_exit, fault);
}

cc_status cc_run_map(const cc_settings *settings, FILE *out, int *ret_exit, cc_fault *fault)
{
    return cc_session_run(settings, map_pool, out, ret_exit, fault);
}

/* Lines of a sorted stream, as records. */
typedef struct line_reader {
    FILE            *in;
    char            *line;
    size_t           cap;
    uint64_t         number;
    cc_record_reader records;
    cc_str           last; /* key */
} line_reader;

/* CC_END after the last. Errors: CC_FATAL - a bad line, or one out of order. */
static cc_status next_record(line_reader *r, cc_record *ret, cc_fault *fault)
{
    ssize_t len = getline(&r->line, &r->cap, r->in);
    if (len < 0)
        return CC_END;
    r->number++;
    bool      whole = len > 0 && r->line[len - 1] == '\n';
    cc_status status =
        !whole ? cc_fault_set(fault, CC_FATAL, "the last record is cut off")
               : cc_record_read(&r->records, (cc_str){r->line, (size_t)len - 1}, ret, fault);
    if (status == CC_OK && cc_str_cmp(ret->key, r->last) < 0)
        status = cc_fault_set(fault, CC_FATAL, "records are not in the order of LC_ALL=C sort");
    if (status != CC_OK) {
        snprintf(fault->file, sizeof fault->file, "<stdin>");
        fault->line   = (uint32_t)r->number;
        fault->column = 1;
        return status;
    }
    r->last = cc_arena_dup(r->records.arena, ret->key);
    return CC_OK;
}

static void print_record(void *user, const cc_record *record)
{
    cc_record_write(user, record);
}

/* One group is held at a time. */
static cc_status reduce_lines(cc_reducer *reducer, line_reader *r, cc_fault *fault)
{
    cc_arena   arenas[2] = {{0}};
    cc_records group     = {0};
    cc_record  record;
    cc_status  status;
    int        at    = 0;
    r->records.arena = &arenas[0];
    while ((status = next_record(r, &record, fault)) == CC_OK) {
        if (group.n > 0 && !cc_str_eq(record.key, group.at[0].key)) {
            cc_reduce_group(reducer, group.at, group.n);
            /* The record in hand lives in this arena still; the other one is free. */
            at ^= 1;
            cc_arena_release(&arenas[at]);
            group      = (cc_records){0};
            r->records = (cc_record_reader){.arena = &arenas[at]};
        }
        *cc_push(&arenas[at], &group) = record;
    }
    if (status == CC_END && group.n > 0)
        cc_reduce_group(reducer, group.at, group.n);
    cc_arena_release(&arenas[0]);
    cc_arena_release(&arenas[1]);
    return status == CC_END ? CC_OK : status;
}

cc_status cc_run_reduce(FILE *in, FILE *out, cc_fault *fault)
{
    cc_engine   engine;
    cc_json     json;
    line_reader reader   = {.in = in};
    cc_settings settings = {0};
    CC_TRY(cc_engine_open(&settings, &engine, fault));
    cc_json_to_file(&json, out);
    cc_reducer reducer = {
        .comparer = {engine.vocabulary, engine.lexicon}, .put = print_record, .user = &json};
    cc_status status = reduce_lines(&reducer, &reader, fault);
    cc_reduce_end(&reducer);
    if (status == CC_OK)
        status = cc_flush(out, fault);
    free(reader.line);
    cc_engine_close(&engine);
    return status;
}

static cc_status finish_lines(cc_worker *worker, line_reader *r, cc_results *ret, cc_fault *fault)
{
    cc_finisher finisher;
    cc_record   record;
    cc_status   status;
    cc_finisher_init(&finisher, worker);
    r->records.arena = &worker->run;
    while ((status = next_record(r, &record, fault)) == CC_OK)
        if (cc_finisher_put(&finisher, &record) != CC_OK)
            break;
    if (status == CC_END)
        status = cc_finisher_end(&finisher, ret);
    if (worker->fault.status != CC_OK) {
        *fault = worker->fault;
        return CC_FATAL;
    }
    return status;
}

cc_status cc_run_finish(const cc_settings *settings, FILE *in, FILE *out, int *ret_exit,
                        cc_fault *fault)
{
    cc_engine   engine;
    cc_worker   worker;
    cc_results  results;
    line_reader reader = {.in = in};
    CC_TRY(cc_engine_open(settings, &engine, fault));
    cc_status status = cc_outputs_check(&engine, fault);
    if (status == CC_OK)
        status = cc_worker_open(&engine, &worker, fault);
    if (status == CC_OK) {
        status = finish_lines(&worker, &reader, &results, fault);
        if (status == CC_OK)
            status = cc_outputs_write(&worker, &results, out, fault);
        if (status == CC_OK)
            status = cc_results_exit(settings, &results, ret_exit, fault);
        cc_worker_close(&worker);
        cc_arena_release(&worker.run);
    }
    free(reader.line);
    cc_engine_close(&engine);
    return status;
}
