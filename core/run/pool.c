/* pool.c - threads: one walks the sources, the others map. Here and nowhere else. */
#include "run/pool.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    JOBS_A_WORKER = 4,                 /* documents that may wait */
    MAX_WAITING   = 256 * 1024 * 1024, /* bytes that may wait; one more document always may */
};

typedef struct job {
    cc_arena  arena; /* holds the job's strings and the job itself */
    cc_member member;
    bool      checked;
} job;

typedef struct queue {
    pthread_mutex_t lock;
    pthread_cond_t  filled, emptied;
    job           **jobs; /* a ring */
    size_t          cap, first, n;
    uint64_t        bytes;
    bool            closed; /* nothing more comes */
    bool            failed; /* a worker or the walk gave up */
} queue;

/* A worker's thread. */
typedef struct hand {
    pthread_t       thread;
    cc_worker      *worker;
    queue          *queue;
    cc_on_document *each;
} hand;

typedef struct feed {
    queue *queue;
    bool   checked;
} feed;

/* -- Jobs ------------------------------------------------------------------------------------------ */

static job *new_job(const cc_member *member, bool checked)
{
    cc_arena arena    = {0};
    job     *j        = cc_new(&arena, job, 1);
    j->member         = *member;
    j->member.path    = cc_arena_dup(&arena, member->path);
    j->member.detail  = cc_arena_dup(&arena, member->detail);
    j->member.charset = cc_arena_dup(&arena, member->charset);
    j->member.date    = cc_arena_dup(&arena, member->date);
    j->checked        = checked;
    j->arena          = arena;
    return j;
}

static void free_job(job *j)
{
    cc_arena arena = j->arena;
    free(j->member.owned);
    cc_arena_release(&arena);
}

/* -- The queue --------------------------------------------------------------------------------------- */

static bool is_full(const queue *q)
{
    return q->n == q->cap || (q->n > 0 && q->bytes > MAX_WAITING);
}

/* false: a worker has failed, and the job was given back. */
static bool push(queue *q, job *j)
{
    pthread_mutex_lock(&q->lock);
    while (is_full(q) && !q->failed)
        pthread_cond_wait(&q->emptied, &q->lock);
    bool taken = !q->failed;
    if (taken) {
        q->jobs[(q->first + q->n++) % q->cap] = j;
        q->bytes += j->member.bytes.len;
        pthread_cond_signal(&q->filled);
    }
    pthread_mutex_unlock(&q->lock);
    if (!taken)
        free_job(j);
    return taken;
}

/* NULL: there is no more. */
static job *pop(queue *q)
{
    job *j = NULL;
    pthread_mutex_lock(&q->lock);
    while (q->n == 0 && !q->closed)
        pthread_cond_wait(&q->filled, &q->lock);
    if (q->n > 0) {
        j        = q->jobs[q->first];
        q->first = (q->first + 1) % q->cap;
        q->n--;
        q->bytes -= j->member.bytes.len;
        pthread_cond_signal(&q->emptied);
    }
    pthread_mutex_unlock(&q->lock);
    return j;
}

static void set_failed(queue *q)
{
    pthread_mutex_lock(&q->lock);
    q->failed = true;
    pthread_cond_broadcast(&q->emptied);
    pthread_mutex_unlock(&q->lock);
}

static void close_queue(queue *q)
{
    pthread_mutex_lock(&q->lock);
    q->closed = true;
    pthread_cond_broadcast(&q->filled);
    pthread_mutex_unlock(&q->lock);
}

/* -- Threads -------------------------------------------------------------------------------------------- */

static void show(void *user, const cc_mapped *mapped)
{
    hand *h = user;
    h->each(h->worker, mapped);
}

static void *work(void *user)
{
    hand *h = user;
    for (job *j; (j = pop(h->queue)) != NULL; free_job(j)) {
        if (h->worker->fault.status != CC_OK)
            continue;
        cc_on_mapped *each = h->each == NULL ? NULL : show;
        if (cc_map_member(h->worker, &j->member, j->checked, each, h) != CC_OK)
            set_failed(h->queue);
    }
    return NULL;
}

static cc_status take_member(void *user, const cc_member *member)
{
    feed *f = user;
    return push(f->queue, new_job(member, f->checked)) ? CC_OK : CC_FATAL;
}

static size_t count(const char *const *list)
{
    size_t n = 0;
    while (list != NULL && list[n] != NULL)
        n++;
    return n;
}

static cc_status walk_all(const cc_settings *s, queue *q, cc_fault *fault)
{
    CC_TRY(cc_source_walk(&s->source, s->paths, count(s->paths), take_member, &(feed){q, true},
                          fault));
    if (count(s->against) == 0)
        return CC_OK;
    return cc_source_walk(&s->source, s->against, count(s->against), take_member, &(feed){q, false},
                          fault);
}

static cc_status collect_fault(const cc_pool *pool, cc_fault *fault)
{
    for (size_t i = 0; i < pool->n; i++)
        if (pool->workers[i].fault.status != CC_OK) {
            *fault = pool->workers[i].fault;
            return CC_FATAL;
        }
    return CC_OK;
}

cc_status cc_pool_map(cc_pool *pool, cc_on_document *each, cc_fault *fault)
{
    cc_arena arena   = {0};
    queue    q       = {.lock    = PTHREAD_MUTEX_INITIALIZER,
                        .filled  = PTHREAD_COND_INITIALIZER,
                        .emptied = PTHREAD_COND_INITIALIZER,
                        .cap     = pool->n * JOBS_A_WORKER};
    hand    *hands   = cc_new(&arena, hand, pool->n);
    size_t   started = 0;
    q.jobs           = cc_new(&arena, job *, q.cap);
    for (; started < pool->n; started++) {
        hands[started] = (hand){.worker = &pool->workers[started], .queue = &q, .each = each};
        if (pthread_create(&hands[started].thread, NULL, work, &hands[started]) != 0)
            break;
    }
    cc_status status = started == 0 ? cc_fault_set(fault, CC_FATAL, "cannot start a thread")
                                    : walk_all(&pool->workers->engine->settings, &q, fault);
    close_queue(&q);
    for (size_t i = 0; i < started; i++)
        pthread_join(hands[i].thread, NULL);
    cc_arena_release(&arena);
    cc_status failed = collect_fault(pool, fault);
    return failed != CC_OK ? failed : status;
}

/* -- The pool --------------------------------------------------------------------------------------------- */

static size_t worker_count(const cc_settings *settings)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    return settings->jobs > 0 ? settings->jobs : cores < 1 ? 1 : (size_t)cores;
}

cc_status cc_pool_open(const cc_engine *engine, cc_arena *arena, cc_pool *ret, cc_fault *fault)
{
    size_t wanted = worker_count(&engine->settings);
    *ret          = (cc_pool){cc_new(arena, cc_worker, wanted), 0};
    for (; ret->n < wanted; ret->n++) {
        cc_status status = cc_worker_open(engine, &ret->workers[ret->n], fault);
        if (status != CC_OK) {
            cc_pool_close(ret);
            return status;
        }
    }
    return CC_OK;
}

void cc_pool_close(cc_pool *pool)
{
    for (size_t i = 0; i < pool->n; i++) {
        cc_worker_close(&pool->workers[i]);
        cc_arena_release(&pool->workers[i].run);
    }
    pool->n = 0;
}

/* -- The shuffle -------------------------------------------------------------------------------------------- */

static int by_key(const void *a, const void *b)
{
    return cc_str_cmp(((const cc_record *)a)->key, ((const cc_record *)b)->key);
}

void cc_records_sort(cc_records *records)
{
    if (records->n > 0)
        qsort(records->at, records->n, sizeof *records->at, by_key);
}

cc_records cc_pool_shuffle(const cc_pool *pool, cc_arena *arena)
{
    cc_records all = {0};
    for (size_t i = 0; i < pool->n; i++)
        for (size_t k = 0; k < pool->workers[i].records.n; k++)
            *cc_push(arena, &all) = pool->workers[i].records.at[k];
    cc_records_sort(&all);
    return all;
}
