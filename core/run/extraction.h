/* extraction.h - the rules of a document matched, and the facts that extractors make of it. */
#ifndef CC_RUN_EXTRACTION_H
#define CC_RUN_EXTRACTION_H

#include "run/worker.h"

/* Everything lives in worker->doc. */
typedef struct cc_extraction {
    cc_worker         *worker;
    const cc_doc      *doc;
    cc_matches        *matches; /* one a plugin, in the order of worker->plugins */
    cc_limit_hits      hits;
    cc_facts           facts;
    cc_instance       *in_hand; /* the extractor that runs */
    const cc_instance *warned;  /* the first one that lost a part; NULL: none did */
} cc_extraction;

/* Matches the rules of one kind, or of all that extractors have, in one pass.
 *   kind  empty: all */
void cc_extraction_match(cc_worker *worker, const cc_doc *doc, cc_str kind, cc_extraction *ret);

/* Fills x->facts.all with what the extractors of one kind, or all, make of the matches.
 * Errors: CC_FAIL - the document is lost, x->in_hand->fault says why; CC_FATAL - a plugin failed,
 * worker->fault says how. */
cc_status cc_extraction_run(cc_extraction *x, cc_str kind);

#endif
