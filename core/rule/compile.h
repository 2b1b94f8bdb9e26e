/* compile.h - one rule's pattern becomes PCRE2 code. */
#ifndef CC_RULE_COMPILE_H
#define CC_RULE_COMPILE_H

#include "base/bounds.h"
#include "rule/rules.h"

/* The group names of a kind: a name has one slot in all its rules. */
typedef struct cc_slots {
    cc_str at[CC_MAX_GROUPS];
    size_t n;
} cc_slots;

/* Compiles rule->expanded with JIT, and fills code, slots and capture_count; new names get slots.
 *   pattern  where rule->expanded was written
 * Errors: CC_FATAL - no pattern of PCRE2, one that can match an empty text, too many groups. The
 * caller frees rule->code whatever the status. */
cc_status cc_rule_compile(cc_arena *run, const cc_yaml_file *file, const cc_yaml *pattern,
                          cc_rule *rule, cc_slots *slots, cc_fault *fault);

#endif
