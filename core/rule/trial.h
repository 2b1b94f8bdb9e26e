/* trial.h - runs the examples that rules carry, and texts that rules must survive.
 *
 * In an example, «…» marks what the rule must find, to the byte, and nothing else. Keys that name
 * groups say what these hold in the first mark. The keys value, kind, unit and date say what must
 * come of it: that is for the caller to check, since plugins make values. */
#ifndef CC_RULE_TRIAL_H
#define CC_RULE_TRIAL_H

#include "rule/rules.h"

/* What the caller is asked about the first mark of each example. */
typedef struct cc_trial_case {
    const cc_rule *rule;
    cc_str         text; /* without marks */
    cc_span        mark;
    const cc_yaml *example;
} cc_trial_case;

/* Any status but CC_OK fails the example; the fault's message says what was wanted and got. */
typedef cc_status cc_trial_value(void *user, const cc_trial_case *c, cc_fault *fault);

/* Failures and notes are faults with file, line and excerpt, by rule and then by place. */
typedef struct cc_trial {
    size_t passed, failed;    /* one for each example and counterexample; one a rule for the rest */
    const cc_fault *failures; /* as many as failed */
    const cc_fault *notes;    /* spans of examples that two rules of a file both find */
    size_t          note_count;
} cc_trial;

/* Of all rules, or those of one kind.
 *   kind   empty: all; one that is not there gives nothing
 *   check  NULL: values are not checked */
void cc_trial_run(cc_arena *arena, const cc_rules *rules, cc_str kind, cc_trial_value *check,
                  void *user, cc_trial *ret);

#endif
