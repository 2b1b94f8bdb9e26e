/* vocabulary.h - what is known of a language's words: their classes, stems, rarity, synonyms,
 * contrasts, and the names of places. Loaded once from rules/<lang>; shared and read-only. */
#ifndef CC_CLAIM_VOCABULARY_H
#define CC_CLAIM_VOCABULARY_H

#include "base/dict.h"
#include "base/fault.h"

/* The classes of rules/<lang>/tables/words.yaml, in the order of class_names in vocabulary.c. */
enum {
    CC_WORD_STOP         = 1u << 0,
    CC_WORD_VERB         = 1u << 1,
    CC_WORD_NUMBER       = 1u << 2,
    CC_WORD_MONTH        = 1u << 3,
    CC_WORD_CLAUSE       = 1u << 4,
    CC_WORD_BOUNDARY     = 1u << 5,
    CC_WORD_LEVEL        = 1u << 6,
    CC_WORD_UP           = 1u << 7,
    CC_WORD_DOWN         = 1u << 8,
    CC_WORD_FILLER       = 1u << 9,
    CC_WORD_AFTER_FILLER = 1u << 10,
    CC_WORD_RISE         = 1u << 11, /* behind a figure, as CC_WORD_FALL */
    CC_WORD_CONDITIONAL  = 1u << 12,
    CC_WORD_FORECAST     = 1u << 13,
    CC_WORD_TARGET       = 1u << 14,
    CC_WORD_ESTIMATE     = 1u << 15,
    CC_WORD_NEGATION     = 1u << 16,
    CC_WORD_IDENTIFIER   = 1u << 17,
    CC_WORD_NUMBERED     = 1u << 18,
    CC_WORD_RANKING      = 1u << 19,
    CC_WORD_ONCE         = 1u << 20,
    CC_WORD_WITHDRAWN    = 1u << 21,
    CC_WORD_REVISED      = 1u << 22,
    CC_WORD_LASTING      = 1u << 23,
    CC_WORD_RETRACTED    = 1u << 24,
    CC_WORD_FALL         = 1u << 25,
    CC_WORD_GENERIC      = 1u << 26,
    CC_WORD_LOCAL        = 1u << 27, /* part of the name of a place within a country */
    CC_WORD_PLACE        = 1u << 28, /* part of a place's name: words.h */
    CC_WORD_CAPITAL      = 1u << 29, /* of the word as written */
    CC_WORD_ACRONYM      = 1u << 30, /* all capitals, two or more */
    CC_WORD_NO_MEASURE =
        CC_WORD_STOP | CC_WORD_VERB | CC_WORD_NUMBER | CC_WORD_MONTH | CC_WORD_PLACE,
};

typedef struct cc_word {
    cc_span  span;
    cc_str   stem; /* folded, stemmed, the first of its synonyms */
    uint32_t classes;
    uint16_t idf; /* in 1/1000, 300 to 6000 */
} cc_word;

typedef CC_LIST(cc_word) cc_words;

typedef struct cc_vocabulary cc_vocabulary;

/* Errors: CC_FATAL - with file, line and column. */
cc_status cc_vocabulary_load(cc_arena *run, cc_str folder, cc_vocabulary **ret, cc_fault *fault);

/* What is known of a word: `folded` as cc_fold gives it, `stem` as the stemmer does. */
cc_word cc_vocabulary_word(const cc_vocabulary *vocabulary, cc_str folded, cc_str stem);

/* Whether the word may tell what is measured. */
bool cc_word_measures(const cc_word *word);

/* The canonical name, folded, of a place, and its classes; empty: not a known one. */
cc_str cc_vocabulary_place(const cc_vocabulary *vocabulary, cc_str folded, uint32_t *ret_classes);

/* Bits of the members of set `set` that the stem belongs to; 0: none. */
uint32_t cc_vocabulary_contrast(const cc_vocabulary *vocabulary, cc_str stem, size_t set);
/* The first *ret_marked sets tell apart even where only one side has a member. */
size_t cc_vocabulary_contrast_count(const cc_vocabulary *vocabulary, size_t *ret_marked);

/* Groups of words, as text. */
typedef struct cc_phrases {
    cc_str *at;
    size_t  count;
} cc_phrases;

/* Those before whom a sentence credits: "according to"; those of figures at the prices of one year. */
const cc_phrases *cc_vocabulary_credits(const cc_vocabulary *vocabulary);
const cc_phrases *cc_vocabulary_constant(const cc_vocabulary *vocabulary);
/* The first of them in the text, at the start of a word; empty: none. */
cc_str cc_phrases_find(const cc_phrases *phrases, cc_str text, size_t *ret_at);

/* Lower case without accents. */
cc_str cc_fold(cc_arena *arena, cc_str word);

#endif
