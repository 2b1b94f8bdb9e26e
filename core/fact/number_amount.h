/* number_amount.h - what the digits and words of one number say, before it becomes a value. */
#ifndef CC_FACT_NUMBER_AMOUNT_H
#define CC_FACT_NUMBER_AMOUNT_H

#include "fact/lexicon.h"

/* (n * 10^-decimals + top/den) * times * 10^scale10 */
typedef struct cc_amount {
    int64_t n;
    int32_t decimals;
    int64_t top, den; /* a fraction beside it; den 0: none */
    int32_t scale10;
    int64_t times; /* 12: dozens; else 1 */
    bool    words, minus;
} cc_amount;

/* Of a text that cc_number_plain made. false: it is no number. */
bool cc_amount_read(const cc_lexicon *lexicon, cc_str plain, cc_amount *ret);

/* 10^exp10, for 0 to 18. */
int64_t cc_power10(int64_t exp10);

#endif
