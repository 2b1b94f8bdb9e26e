/* pool.h - members on their way from one reader to several workers. */
#ifndef CC_RUN_POOL_H
#define CC_RUN_POOL_H

#include "run/map.h"

typedef struct cc_pool {
    cc_worker *workers;
    size_t     n;
} cc_pool;

/* As many workers as settings->jobs says (0: one a core). Errors: CC_FATAL. On CC_OK the caller
 * ends with cc_pool_close. */
cc_status cc_pool_open(const cc_engine *engine, cc_arena *arena, cc_pool *ret, cc_fault *fault);
/* Gives back the workers with their run arenas. */
void cc_pool_close(cc_pool *pool);

/* Maps all documents of the settings' paths, the checked ones and those to check against. `each`
 * gets the worker; it is called from that worker's thread. Errors: CC_FATAL. */
typedef void cc_on_document(cc_worker *worker, const cc_mapped *mapped);
cc_status    cc_pool_map(cc_pool *pool, cc_on_document *each, cc_fault *fault);

/* All workers' records together, in the order of their keys. They live as long as the pool. */
cc_records cc_pool_shuffle(const cc_pool *pool, cc_arena *arena);

/* Sorts by key. The order of equal keys is not defined: what reads them does not depend on it. */
void cc_records_sort(cc_records *records);

#endif
