/* header.h - what the labels of a row, column or table say of the figures under them: "2019",
 * "in thousands", "($ millions)", "%". */
#ifndef CC_CLAIM_HEADER_H
#define CC_CLAIM_HEADER_H

#include "claim/vocabulary.h"
#include "fact/calendar.h"
#include "fact/facts.h"

typedef struct cc_header {
    cc_period period;  /* of the year, quarter, month or span that is named; unknown: none */
    int32_t   scale10; /* "millions": 6; 0: none */
    cc_kind   kind;    /* CC_MONEY, CC_PERCENT, CC_QUANTITY; 0: none */
    cc_str    unit;
    cc_str    per;    /* "day" of "barrels per day"; a span of time alone */
    bool      counts; /* "Trucks": of things, whatever money the table is in */
    cc_str    rest;   /* the other words that measure something, folded; of a label alone */
} cc_header;

/* The tables that labels are read by. */
typedef struct cc_header_tables {
    const cc_lexicon    *lexicon;
    const cc_vocabulary *vocabulary;
    const cc_calendar   *calendar;
} cc_header_tables;

/* Reads one label. `rest` lives as long as `arena`. */
cc_header cc_header_read(const cc_header_tables *tables, cc_arena *arena, cc_str label);

/* What `inner` does not say, `outer` does. */
cc_header cc_header_join(const cc_header *inner, const cc_header *outer);

/* Copies of `facts` in which bare numbers have the header's scale and unit; `facts` themselves
 * where it has none. */
const cc_fact *cc_header_apply(cc_arena *arena, const cc_header *header, const cc_fact *facts,
                               size_t count);

#endif
