/* session.h - a command's work between opening and closing what it needs. */
#ifndef CC_RUN_SESSION_H
#define CC_RUN_SESSION_H

#include "run/pool.h"

/* `arena` lives as long as the session. */
typedef cc_status cc_session(cc_pool *pool, cc_arena *arena, FILE *out, int *ret_exit,
                             cc_fault *fault);

cc_status cc_session_run(const cc_settings *settings, cc_session *session, FILE *out, int *ret_exit,
                         cc_fault *fault);

#endif
