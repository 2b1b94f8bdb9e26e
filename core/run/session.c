/* session.c - engine, outputs, workers, in this order: nothing is read before all of it is right. */
#include "run/session.h"

#include "run/output.h"

cc_status cc_session_run(const cc_settings *settings, cc_session *session, FILE *out, int *ret_exit,
                         cc_fault *fault)
{
    cc_engine engine;
    cc_pool   pool  = {0};
    cc_arena  arena = {0};
    CC_TRY(cc_engine_open(settings, &engine, fault));
    cc_status status = cc_outputs_check(&engine, fault);
    if (status == CC_OK)
        status = cc_pool_open(&engine, &arena, &pool, fault);
    if (status == CC_OK)
        status = session(&pool, &arena, out, ret_exit, fault);
    cc_pool_close(&pool);
    cc_arena_release(&arena);
    cc_engine_close(&engine);
    return status;
}
