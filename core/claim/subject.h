/* subject.h - what a document is about, in a few words: its title and what stands beside it. */
#ifndef CC_CLAIM_SUBJECT_H
#define CC_CLAIM_SUBJECT_H

#include "claim/claims.h"

/* Stems and canonical places of the title and of the first short blocks, sorted, each once, a comma
 * between. May be empty. */
cc_str cc_name_subject(cc_arena *arena, const cc_claim_source *source);

/* Whether each has a word that the other lacks. An empty one differs from none. */
bool cc_subjects_differ(cc_str a, cc_str b);

#endif
