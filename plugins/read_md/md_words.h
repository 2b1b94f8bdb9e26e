/* md_words.h - the text of the block in hand. */
#ifndef READ_MD_WORDS_H
#define READ_MD_WORDS_H

#include "md_block.h"

bool cc_md_is_word(char c);

/* Something that is no text lies before the next word. */
void cc_md_gap(cc_md *r, cc_md_gap_kind kind, size_t start, size_t end);

/* `text` stands for the source from `start` to `end`. */
void cc_md_put_word(cc_md *r, cc_str text, size_t start, size_t end, uint32_t flags);

/* Words of the source without what the copy lacks. */
void cc_md_put_clean(cc_md *r, size_t at, size_t end);

/* In a label's text "note:" begins a block of its own. */
void cc_md_put_noted(cc_md *r, size_t at, size_t end);

#endif
