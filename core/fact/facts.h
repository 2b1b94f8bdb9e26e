/* facts.h - the facts of one document: collected from extractors, overlaps resolved, hedged. */
#ifndef CC_FACT_FACTS_H
#define CC_FACT_FACTS_H

#include "fact/lexicon.h"
#include "fact/period.h"

typedef struct cc_facts {
    cc_arena *arena;
    CC_LIST(cc_fact) all; /* as put */
    const cc_fact *at;    /* after cc_facts_resolve: the winners, by offset */
    size_t         n;
    const cc_fact *losers; /* for --explain */
    size_t         loser_count;
} cc_facts;

/* Copies. Errors: CC_FAIL - too many facts of one document, or a span out of its text. */
cc_status cc_facts_put(cc_facts *facts, const cc_doc *doc, const cc_fact *fact, cc_fault *fault);

/* Longest span, then kind (citation and note marker, date, money, percent, multiple, rank,
 * quantity, duration, number), then rule order. Names, quotations and recommendations contend
 * with their own kind only. A range of dates that its rule puts with its ends, right after it and
 * inside of it, gives way to them when it wins. Then the hedges next to the winners are applied to
 * their values. */
void cc_facts_resolve(cc_facts *facts, const cc_doc *doc, const cc_lexicon *lexicon);

cc_str   cc_kind_name(cc_kind kind);    /* "money", "note-marker" */
cc_kind  cc_kind_parse(cc_str name);    /* 0: none */
cc_str   cc_hedge_name(cc_hedge hedge); /* "about", "over", …; "" for none */
cc_hedge cc_hedge_parse(cc_str name);

#endif
