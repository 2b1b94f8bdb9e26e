/* run.h - the pipeline from paths to results. Threads live in pool.c and nowhere else. */
#ifndef CC_RUN_RUN_H
#define CC_RUN_RUN_H

#include "host/settings.h"

/* Each gives the exit status of DESIGN section 8 in *ret_exit on CC_OK; any other status is an
 * error with a message in *fault (exit status 2). Results go to settings->outputs or `out`. */
cc_status cc_run_check(const cc_settings *settings, FILE *out, int *ret_exit, cc_fault *fault);
cc_status cc_run_extract(const cc_settings *settings, FILE *out, int *ret_exit, cc_fault *fault);
cc_status cc_run_map(const cc_settings *settings, FILE *out, int *ret_exit, cc_fault *fault);
cc_status cc_run_reduce(FILE *in, FILE *out, cc_fault *fault);
cc_status cc_run_finish(const cc_settings *settings, FILE *in, FILE *out, int *ret_exit,
                        cc_fault *fault);

#endif
