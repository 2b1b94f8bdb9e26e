/* number_token.h - the words and digits of a written number, one by one. */
#ifndef CC_FACT_NUMBER_TOKEN_H
#define CC_FACT_NUMBER_TOKEN_H

#include "fact/lexicon.h"

enum { CC_MAX_NUMBER_TEXT = 192, CC_MAX_NUMBER_TOKENS = 32 };

typedef enum cc_number_kind {
    CC_NUMBER_END,
    CC_NUMBER_DIGITS, /* n * 10^-decimals */
    CC_NUMBER_RATIO,  /* n / den */
    CC_NUMBER_SMALL,  /* n below 100 */
    CC_NUMBER_HUNDRED,
    CC_NUMBER_SCALE,    /* 10^n */
    CC_NUMBER_DOZEN,    /* n */
    CC_NUMBER_FRACTION, /* den: "half", "thirds" */
    CC_NUMBER_AND,
    CC_NUMBER_ARTICLE,
    CC_NUMBER_OF,
    CC_NUMBER_OVER,
    CC_NUMBER_POINT,
    CC_NUMBER_MINUS,
} cc_number_kind;

typedef struct cc_number_token {
    cc_number_kind kind;
    int64_t        n, den;
    int32_t        decimals;
} cc_number_token;

typedef struct cc_number_tokens {
    cc_number_token at[CC_MAX_NUMBER_TOKENS + 1]; /* the one after the last is CC_NUMBER_END */
    size_t          n;
} cc_number_tokens;

/* Appends `s` to the CC_MAX_NUMBER_TEXT bytes of `buffer`: lower case, every blank ' ', every dash
 * '-', a written-out fraction for a fraction sign. false: too long. */
bool cc_number_plain(cc_str s, char *buffer, size_t *len);

/* Of a text that cc_number_plain made. A hyphen joins words; at the start it is a sign.
 * false: not such words, or more than 18 digits together. */
bool cc_number_tokenize(const cc_lexicon *lexicon, cc_str plain, cc_number_tokens *ret);

#endif
