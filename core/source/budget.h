/* budget.h - how much may come out of an archive for what went into it.
 *
 * Archives in archives have a budget each, and what comes out of the inner one counts for those
 * above, so that no nesting hides a bomb. */
#ifndef CC_SOURCE_BUDGET_H
#define CC_SOURCE_BUDGET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct cc_budget cc_budget;
struct cc_budget {
    cc_budget      *above; /* of the archive this one lies in; NULL */
    const uint64_t *in;    /* bytes read so far, or the size where the archive is read by seeking */
    uint64_t        out;
    uint32_t        max_ratio; /* at least 1 */
    uint32_t        strikes;   /* members that were stopped */
};

/* Counts `bytes` out. false: too much has come out, here or above. */
bool cc_budget_spend(cc_budget *budget, uint64_t bytes);

/* A member was stopped: takes back what came out since `out` was `before`, so that its
 * neighbours can be read, and counts a strike. */
void cc_budget_strike(cc_budget *budget, uint64_t before);

/* The archive is read: one with strikes is a strike for the one it lies in, and one that was
 * given up does not count for it. */
void cc_budget_end(cc_budget *budget);

/* After a few stopped members the rest is not worth the time it can cost. */
bool cc_budget_gone(const cc_budget *budget);

#endif
