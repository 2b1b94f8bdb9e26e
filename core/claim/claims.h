/* claims.h - the facts of one document become claims. */
#ifndef CC_CLAIM_CLAIMS_H
#define CC_CLAIM_CLAIMS_H

#include "claim/words.h"
#include "fact/calendar.h"
#include "fact/facts.h"
#include "text/doc.h"

typedef CC_LIST(cc_claim) cc_claims;

/* What claims are made from; all of it is borrowed. */
typedef struct cc_claim_source {
    const cc_vocabulary *vocabulary;
    const cc_lexicon    *lexicon;
    const cc_calendar   *calendar;
    cc_stemmer          *stemmer;
    const cc_document   *document;
    const cc_facts      *facts;
    cc_doc_ref          *ref;     /* its subject and labels are filled in */
    const char         **instead; /* by fact, NULL beforehand: what a figure is that is no claim,
                                   * "enumerator"; or NULL: nobody asks */
} cc_claim_source;

/* In the order of the text. Everything lives in `arena`, claims point to source->ref.
 * Errors: CC_WARN - over CC_MAX_CLAIMS: the rest of the document makes none. */
cc_status cc_claims_make(cc_arena *arena, const cc_claim_source *source, cc_claims *ret);

#endif
