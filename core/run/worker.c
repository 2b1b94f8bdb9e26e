/* worker.c - opening and closing. */
#include "run/worker.h"

cc_status cc_worker_open(const cc_engine *engine, cc_worker *ret, cc_fault *fault)
{
    *ret             = (cc_worker){.engine = engine};
    cc_status status = cc_instances_open(engine, &ret->run, &ret->plugins, fault);
    if (status != CC_OK) {
        cc_arena_release(&ret->run);
        return status;
    }
    ret->matcher = cc_matcher_new(&engine->rules);
    ret->stemmer = cc_stemmer_new(engine->vocabulary);
    return CC_OK;
}

void cc_worker_close(cc_worker *worker)
{
    cc_instances_close(&worker->plugins);
    cc_matcher_free(worker->matcher);
    cc_stemmer_free(worker->stemmer);
    cc_arena_release(&worker->doc);
}
