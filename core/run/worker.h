/* worker.h - what one thread works with, and a document on its way through it. */
#ifndef CC_RUN_WORKER_H
#define CC_RUN_WORKER_H

#include "claim/claims.h"
#include "rule/match.h"
#include "host/host.h"
#include "store/record.h"

typedef struct cc_worker cc_worker;

/* A document that has been read and understood; it is gone when the call returns. */
typedef struct cc_mapped {
    const cc_doc_record *record;
    const cc_document   *document; /* NULL where it could not be read */
    const cc_facts      *facts;
    const cc_claims     *claims;
} cc_mapped;

/* What extract prints of one document, until all can be put in order. */
typedef struct cc_page {
    cc_str path, lines;
} cc_page;

struct cc_worker {
    const cc_engine *engine;
    cc_arena         run; /* records, and what plugins keep */
    cc_arena         doc;
    cc_matcher      *matcher;
    cc_stemmer      *stemmer;
    cc_instances     plugins;
    cc_records       records; /* what this worker has made so far */
    CC_LIST(cc_page) pages;
    cc_fault fault;
};

/* Errors: CC_FATAL. On CC_OK the caller ends with cc_worker_close. */
cc_status cc_worker_open(const cc_engine *engine, cc_worker *ret, cc_fault *fault);
/* Gives back all but worker->run, whose records outlive it. */
void cc_worker_close(cc_worker *worker);

#endif
