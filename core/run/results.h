/* results.h - what a finisher holds, as reporters get it: filtered, sorted, counted. */
#ifndef CC_RUN_RESULTS_H
#define CC_RUN_RESULTS_H

#include "run/finish.h"

/* *ret lives in the worker's run arena. */
void cc_results_make(cc_finisher *finisher, cc_results *ret);

/* The exit status of DESIGN section 8 for these results. */
int cc_results_exit(const cc_settings *settings, const cc_results *results);

#endif
