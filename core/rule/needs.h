/* needs.h - the literals of all rules, looked for in one pass over a text. */
#ifndef CC_RULE_NEEDS_H
#define CC_RULE_NEEDS_H

#include "rule/rules.h"

/* Lives in `run`; read-only, shared by workers. */
const cc_needs *cc_needs_build(cc_arena *run, const cc_rule *rules, size_t rule_count);
size_t          cc_needs_count(const cc_needs *needs);

/* Sets found[r] = stamp for each rule r that has a need in `text`. `seen` is the caller's, one
 * for each need; `stamp` is another one than at any call before. */
void cc_needs_scan(const cc_needs *needs, cc_str text, uint32_t stamp, uint32_t *seen,
                   uint32_t *found);

#endif
