/* trial_value.h - what the plugins make of a rule's example: a cc_trial_value (rule/trial.h).
 *
 * The example is read as a document of one paragraph, and the extractor of the rule's kind runs over
 * it with all rules of that kind. Of the fact that the rule under trial makes of the marked span:
 *   value  of a figure the stated value, in plain decimals; of a date or a duration its TIMEX3 value
 *   unit   the canonical unit; '' is none
 *   kind   the kind of fact
 *   date   the day that counts as the document's own: YYYY-MM-DD */
#ifndef CC_RUN_TRIAL_VALUE_H
#define CC_RUN_TRIAL_VALUE_H

#include "rule/trial.h"

/* `user` is a cc_worker. Errors: CC_FAIL - with what was wanted and got. */
cc_status cc_trial_value_check(void *user, const cc_trial_case *c, cc_fault *fault);

#endif
