/* results.h - what a finisher holds, as reporters get it: filtered, sorted, counted. */
#ifndef CC_RUN_RESULTS_H
#define CC_RUN_RESULTS_H

#include "run/finish.h"

/* *ret lives in the worker's run arena. */
void cc_results_make(cc_finisher *finisher, cc_results *ret);

/* Of the documents among the records alone: nothing but counts and statuses. Errors: CC_FATAL. */
cc_status cc_results_count(cc_worker *worker, const cc_records *records, cc_results *ret,
                           cc_fault *fault);

/* The exit status of DESIGN section 8 for these results. Errors: CC_FATAL - no document matched. */
cc_status cc_results_exit(const cc_settings *settings, const cc_results *results, int *ret_exit,
                          cc_fault *fault);

#endif
