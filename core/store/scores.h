/* scores.h - what the score of a finding is worth: the share of its like that is right, and a level. */
#ifndef CC_STORE_SCORES_H
#define CC_STORE_SCORES_H

#include "base/yaml.h"

enum { CC_MAX_SCORE_ROWS = 32 }; /* of a table that people write */

/* In 1/1000. */
typedef struct cc_score_row {
    uint32_t given, share;
} cc_score_row;

typedef struct cc_scores {
    cc_score_row rows[CC_MAX_SCORE_ROWS]; /* both columns rise */
    size_t       row_count;
    uint32_t     error, warning; /* the least share of each level */
} cc_scores;

/* From the tree of a scores.yaml; what the file does not name stays as it is in *ret.
 * Errors: CC_FATAL - with file, line and column. */
cc_status cc_scores_read(const cc_yaml_file *file, cc_scores *ret, cc_fault *fault);

/* What a check's own score, 0 to 1000, is worth. Never falls as the score rises. */
uint32_t cc_scores_share(const cc_scores *scores, uint32_t given);
cc_level cc_scores_level(const cc_scores *scores, uint32_t share);

#endif
