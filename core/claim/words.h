/* words.h - text as known words, and the places that it names. */
#ifndef CC_CLAIM_WORDS_H
#define CC_CLAIM_WORDS_H

#include "claim/vocabulary.h"

/* What a worker needs: the stemmer's handle and the words it has seen. */
typedef struct cc_stemmer cc_stemmer;
cc_stemmer               *cc_stemmer_new(const cc_vocabulary *vocabulary);
void                      cc_stemmer_free(cc_stemmer *stemmer);

/* Appends the words of `span` of `text` in order. Stems live as long as `arena`. */
void cc_words_split(cc_stemmer *stemmer, cc_arena *arena, cc_str text, cc_span span,
                    cc_words *words);

typedef struct cc_place_name {
    cc_str   name;      /* canonical, folded */
    uint32_t offset;    /* of its first word */
    bool     qualifies; /* "Canadian exports", "Canada's share": whose it is */
} cc_place_name;

typedef CC_LIST(cc_place_name) cc_places_named;

/* Marks the words of capitalised places and their adjectives ("United States", "Canadian") and
 * appends the places in the order of the text. */
void cc_words_mark_places(const cc_vocabulary *vocabulary, cc_arena *arena, cc_str text,
                          cc_words *words, cc_places_named *places);

#endif
