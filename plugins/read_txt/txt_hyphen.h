/* txt_hyphen.h - what a hyphen at the end of a line was for: a broken word, a compound, a range. */
#ifndef READ_TXT_HYPHEN_H
#define READ_TXT_HYPHEN_H

#include "shared/lines.h"

/* What stands between two lines of a block. */
typedef enum cc_txt_seam {
    CC_TXT_SEAM_BLANK = 0,
    CC_TXT_SEAM_HYPHEN, /* the hyphen, and no blank */
    CC_TXT_SEAM_WORD,   /* nothing: the hyphen goes */
} cc_txt_seam;

/* Words of a text, as a Bloom filter: it may know a word that is not there. */
typedef struct cc_txt_words_seen {
    uint8_t *bits; /* NULL: not yet filled */
} cc_txt_words_seen;

/* A word that stands whole in the text is that word; halves that both stand in it keep their
 * hyphen. Figures keep theirs. *ret_len is the hyphen's length; it ends `above`. */
cc_txt_seam cc_txt_hyphen_judge(const cc_host *host, cc_txt_words_seen *seen, cc_str in,
                                cc_range above, cc_range below, size_t *ret_len);

#endif
