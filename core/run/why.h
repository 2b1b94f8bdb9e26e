/* why.h - why two figures were not reported as a conflict. */
#ifndef CC_RUN_WHY_H
#define CC_RUN_WHY_H

#include "host/settings.h"

/* Maps the settings' paths, holds the figures at the two places of settings->why_not against each
 * other as check does, and prints one paragraph. *ret_exit stays 0. Errors: CC_FATAL - as
 * cc_run_check; a place that is none, or has no figure. */
cc_status cc_run_why(const cc_settings *settings, FILE *out, int *ret_exit, cc_fault *fault);

#endif
