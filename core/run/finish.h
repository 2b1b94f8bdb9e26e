/* finish.h - pairs become findings; documents, findings and counts become results. */
#ifndef CC_RUN_FINISH_H
#define CC_RUN_FINISH_H

#include "run/worker.h"
#include "store/findings.h"
#include "store/statistic.h"

/* Two claims that were compared and hold. */
typedef struct cc_agreeing {
    const cc_claim *primary, *related;
    uint32_t        score;
} cc_agreeing;

typedef struct cc_finisher {
    cc_worker *worker; /* its plugins, stemmer and run arena are used */
    CC_LIST(cc_doc_record) docs;
    cc_dict known;          /* documents that were put */
    cc_dict canonical;      /* sha256 to index in docs, from 1, of the copy that counts */
    CC_LIST(cc_pair) pairs; /* of the pair of documents in hand */
    cc_str          key;    /* theirs */
    cc_finding_list findings;
    CC_LIST(cc_agreeing) agreements;
    CC_LIST(const cc_listed *) figures;
    cc_statistics statistics;
    uint64_t      claims, compared, not_compared, agreeing, below_score;
    bool          counted;        /* the documents are complete: pairs have begun */
    bool          only_documents; /* nothing else is put, for their counts */
    cc_instance  *checker;        /* the one that runs */
} cc_finisher;

void cc_finisher_init(cc_finisher *finisher, cc_worker *worker);
/* Records in the order of their keys; what they point to must live until the end.
 * Errors: CC_FATAL - a checker failed, or a reporter wants figures and there are no records of
 * them. */
cc_status cc_finisher_put(cc_finisher *finisher, const cc_record *record);
cc_status cc_finisher_end(cc_finisher *finisher, cc_results *ret);

#endif
