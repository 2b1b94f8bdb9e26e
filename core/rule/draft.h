/* draft.h - a rule file while it is read: its fields and its rules. All errors are CC_FATAL with
 * file, line and column in draft->fault. */
#ifndef CC_RULE_DRAFT_H
#define CC_RULE_DRAFT_H

#include "rule/compile.h"
#include "rule/pieces.h"

typedef struct cc_kind_draft {
    cc_str   name;
    cc_slots slots;
    CC_LIST(cc_rule) rules; /* also one that turned out wrong: its code must be freed */
} cc_kind_draft;

typedef struct cc_draft {
    cc_arena           *run;
    const cc_yaml_file *file;
    uint32_t            file_index; /* for cc_rule.file */
    cc_kind_draft      *kind;
    cc_pieces           pieces;
    cc_fault           *fault;
} cc_draft;

/* Errors: `key` is not in `map`, or its value is empty or no text. */
cc_status cc_draft_text(const cc_draft *d, const cc_yaml *map, const char *key, cc_str *ret);
/* Errors: `key` is missing or says something else than `wanted`. */
cc_status cc_draft_require(const cc_draft *d, const cc_yaml *map, const char *key, cc_str wanted);
/* Errors: `key` is missing, its value is no list or an empty one. */
cc_status cc_draft_list(const cc_draft *d, const cc_yaml *map, const char *key,
                        const cc_yaml **ret);
/* A list of texts; one left out is empty. Errors: another value. */
cc_status cc_draft_texts(const cc_draft *d, const cc_yaml *map, const char *key, const cc_str **ret,
                         size_t *ret_count);

/* Reads, checks and compiles one rule into its kind. */
cc_status cc_draft_rule(cc_draft *d, const cc_yaml *node);

#endif
