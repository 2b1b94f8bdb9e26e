/* findings.h - what checkers put, brought into the form that users get: merged by primary place,
 * in order, with a level and a fingerprint. */
#ifndef CC_STORE_FINDINGS_H
#define CC_STORE_FINDINGS_H

#include "store/scores.h"

typedef CC_LIST(cc_finding) cc_finding_list;

/* Takes out those whose score is worth less than `least`. Returns how many. */
uint64_t cc_findings_drop(const cc_scores *scores, cc_finding_list *list, uint32_t least);

/* Findings of one check with one primary place become one: the best of them, with the sides of all
 * (at most CC_MAX_RELATED), by document and offset. What was put twice counts once. The list is
 * left in the order of documents, offsets, checks. Then scores become what they are worth, and levels
 * and fingerprints are filled in; equal ones are numbered. */
void cc_findings_settle(cc_arena *arena, const cc_scores *scores, cc_finding_list *list);

#endif
