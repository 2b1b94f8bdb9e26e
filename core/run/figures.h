/* figures.h - every figure of a document as a record of its own, for those who tick off each. */
#ifndef CC_RUN_FIGURES_H
#define CC_RUN_FIGURES_H

#include "run/worker.h"

/* Where a claim went that map has dealt with. */
typedef struct cc_kept_claim {
    const cc_claim *claim; /* the copy that outlives the document; NULL: none was needed so far */
    uint32_t        first; /* offset of the first figure that says the same */
} cc_kept_claim;

typedef struct cc_figure_source {
    const cc_document   *document;
    const cc_doc_ref    *ref; /* outlives the document */
    const cc_facts      *facts;
    const cc_claims     *claims;
    const cc_kept_claim *kept;    /* by claim */
    const char *const   *instead; /* by fact: cc_claim_source */
} cc_figure_source;

/* A side at a fact, whose strings are borrowed. */
cc_side cc_side_of_fact(const cc_document *document, const cc_doc_ref *ref, const cc_fact *fact);

/* Puts a record into worker->records for each fact that is a figure or has become a claim, with
 * CC_OF_ALL for all other facts too, in the order of the text. */
void cc_figures_put(cc_worker *worker, const cc_figure_source *source);

#endif
