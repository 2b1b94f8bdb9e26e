/* sentence.h - where sentences end: abbreviations, initials, decimals, ellipses and closing quotes
 * are not ends. A block is at least one sentence; headings and cells are exactly one. */
#ifndef CC_TEXT_SENTENCE_H
#define CC_TEXT_SENTENCE_H

#include "base/arena.h"
#include "base/fault.h"

typedef enum cc_stop {
    CC_STOP_PLAIN = 0, /* ends a sentence unless a lower-case word follows */
    CC_STOP_NEVER,
    CC_STOP_NUMBERED, /* not before a digit */
    CC_STOP_CLOSING,  /* only before a starter */
} cc_stop;

typedef struct cc_abbreviation {
    cc_str  text; /* lower case, without the last full stop */
    cc_stop stop;
    bool    capital; /* only where the word begins with a capital */
} cc_abbreviation;

typedef struct cc_abbreviations {
    const cc_abbreviation *at; /* sorted by text */
    size_t                 count;
    const cc_str          *starters; /* sorted */
    size_t                 starter_count;
} cc_abbreviations;

/* Reads tables/abbreviations.yaml of `folder` (rules/en).
 * Errors: CC_FATAL - there is no such file, or it is no such table. */
cc_status cc_abbreviations_load(cc_arena *arena, cc_str folder, cc_abbreviations *ret,
                                cc_fault *fault);

/* Calls back with each sentence's span within `text`, in order, trimmed of blanks. One longer than
 * CC_MAX_WINDOW_BYTES is cut at a blank. */
typedef void cc_on_sentence(void *user, cc_span span);
void cc_sentence_each(cc_str text, const cc_abbreviations *abbreviations, cc_on_sentence *each,
                      void *user);
/* The same, for a text that is one sentence whatever it holds. */
void cc_sentence_whole(cc_str text, cc_on_sentence *each, void *user);

#endif
