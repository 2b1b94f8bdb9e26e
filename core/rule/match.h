/* match.h - one pass over a document for the rules of all kinds. */
#ifndef CC_RULE_MATCH_H
#define CC_RULE_MATCH_H

#include "rule/rules.h"

/* What a worker keeps: match data and a JIT stack. Never NULL. */
typedef struct cc_matcher cc_matcher;
cc_matcher               *cc_matcher_new(const cc_rules *rules);
void                      cc_matcher_free(cc_matcher *matcher);

typedef struct cc_limit_hit {
    uint32_t rule;
    uint32_t block;
} cc_limit_hit;
typedef CC_LIST(cc_limit_hit) cc_limit_hits;

typedef struct cc_matches {
    const cc_match *at; /* by offset, then rule */
    size_t          n;
} cc_matches;

/* Matches every rule of `kinds` (by index into rules->kinds) in each block of `doc`; ret[i] gets
 * those of kinds[i]. A pattern sees one block, from its start. Matches of one rule do not overlap;
 * empty ones are skipped. In a block over CC_MAX_WINDOW_BYTES what is found is the same, but for
 * matches of more than 4 KiB.
 * A match limit, a JIT stack limit or too many matches of one rule in the document end that rule
 * for that block and are listed in *hits: never silence. After three such blocks the rule is left
 * out for the rest of the document. */
void cc_match_document(cc_matcher *matcher, cc_arena *arena, const cc_doc *doc,
                       const uint32_t *kinds, size_t kind_count, cc_matches *ret,
                       cc_limit_hits *hits);

/* The same for one text, of valid UTF-8, and one rule: for trials and user interfaces. The text
 * counts as a document of one block. */
void cc_match_text(cc_matcher *matcher, cc_arena *arena, cc_str text, uint32_t rule,
                   cc_matches *ret, cc_limit_hits *hits);

#endif
