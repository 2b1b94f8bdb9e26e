/* relate.h - whether the values of two claims of one thing can both be true. */
#ifndef CC_COMPARE_RELATE_H
#define CC_COMPARE_RELATE_H

#include "fact/lexicon.h"

/* How two values that conflict lie apart. */
typedef struct cc_apart {
    int32_t power10;  /* as cc_verdict */
    bool    rates;    /* as cc_verdict; power10 is 0 then */
    int64_t num, den; /* a * num and b * den are in one unit */
} cc_apart;

/* Whether the values agree or conflict, units and rates converted. */
cc_relation cc_relate(const cc_lexicon *lexicon, const cc_claim *a, const cc_claim *b,
                      cc_apart *ret);

/* Whether the units are of one dimension: a * num and b * den then are in the same. */
bool cc_units_convert(const cc_lexicon *lexicon, const cc_claim *a, const cc_claim *b,
                      int64_t *ret_num, int64_t *ret_den);

/* Whether both tell over what they count ("a day", "in 2018", "per 100,000 inhabitants") and one is
 * over more than the other: a * num and b * den then count over the same. */
bool cc_rates_differ(const cc_lexicon *lexicon, const cc_claim *a, const cc_claim *b,
                     int64_t *ret_num, int64_t *ret_den);

#endif
