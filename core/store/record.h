/* record.h - what outlives a document, in memory and as one ASCII line each: key, tab, JSON. */
#ifndef CC_STORE_RECORD_H
#define CC_STORE_RECORD_H

#include "base/dict.h"
#include "base/fault.h"

#include <cc_json.h>

typedef enum cc_record_kind {
    CC_RECORD_CLAIM = 1,
    CC_RECORD_DOCUMENT,
    CC_RECORD_FINDING,
    CC_RECORD_PAIR,
    CC_RECORD_COUNT,
    CC_RECORD_FIGURE,
} cc_record_kind;

/* A document's status and what was found in it. */
typedef struct cc_doc_record {
    cc_doc_status status;
    uint64_t      facts[CC_KIND_COUNT]; /* by kind */
    uint64_t      claims;
} cc_doc_record;

/* Two claims that may speak of the same thing; a before b (cc_claim_cmp). */
typedef struct cc_pair {
    const cc_claim *a, *b;
    uint32_t        raw; /* cc_compare */
} cc_pair;

/* A figure of a document, for reporters that list them: most of them are claims. */
typedef struct cc_listed {
    cc_side         side;
    const cc_claim *claim;   /* NULL: it is none */
    cc_str          instead; /* of a claim: "identifier" */
    uint32_t        first;   /* offset of the figure whose sentence and period its own repeat */
} cc_listed;

/* A count is of pairs that reduce did not look at: a key held too many claims. */
typedef struct cc_record {
    cc_str         key;
    cc_record_kind kind;
    union {
        const cc_claim      *claim;
        const cc_doc_record *document;
        const cc_finding    *finding;
        const cc_pair       *pair;
        uint64_t             count;
        const cc_listed     *figure;
    } of;
} cc_record;

typedef CC_LIST(cc_record) cc_records;

/* Keys: "count", "document|SHA256", "figure|PATH", "finding|PATH", "pair|PATH|PATH": in this order
 * all that finish must know of documents comes before the pairs. Those of claims: compare/key.h. */
#define CC_KEY_COUNT CC_S("count")
cc_str cc_key_document(cc_arena *arena, const cc_doc_status *status);
cc_str cc_key_figure(cc_arena *arena, const cc_listed *figure);
cc_str cc_key_finding(cc_arena *arena, const cc_finding *finding);
cc_str cc_key_pair(cc_arena *arena, const cc_pair *pair);

/* Reading back: documents that several claims share are read once. */
typedef struct cc_record_reader {
    cc_arena *arena; /* everything read lives here */
    cc_dict   docs;
} cc_record_reader;

/* `line` without its line end. Errors: CC_FATAL - not such a record, or of another version. */
cc_status cc_record_read(cc_record_reader *reader, cc_str line, cc_record *ret, cc_fault *fault);

/* One line with its line end. */
void cc_record_write(cc_json *out, const cc_record *record);

/* The members of a claim that users see; `whole` adds what a comparison needs. */
void cc_claim_write(cc_json *out, const cc_claim *claim, bool whole);

#endif
