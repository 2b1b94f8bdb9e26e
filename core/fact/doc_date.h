/* doc_date.h - a document's own date: the day on which its "now" is. */
#ifndef CC_FACT_DOC_DATE_H
#define CC_FACT_DOC_DATE_H

#include "fact/period.h"

/* Blocks in which a dateline is looked for: dates of later blocks are not read. */
enum { CC_DATELINE_BLOCKS = 12 };

typedef struct cc_doc_date_clues {
    cc_str         option; /* --document-dates: "2021-05-12"; or empty */
    const cc_fact *facts;  /* of the first blocks, by offset, found with no date known */
    size_t         fact_count;
    cc_str         container; /* when a crawler fetched it: "2021-05-12T09:30:00Z"; or empty */
} cc_doc_date_clues;

/* Sets doc->date and doc->date_origin, from the first that gives a date: the option, metadata
 * "date", a dateline, a title that ends in a year, doc->path, the container. Times of files, in
 * archives too, are no evidence: a document must be dated alike in a folder and in an archive. */
void cc_doc_date_find(const cc_calendar *calendar, cc_arena *arena, const cc_doc_date_clues *clues,
                      cc_doc *doc);

#endif
