/* thing.h - what an event happens to, by name: "the St. Clement Bridge", and "it" behind that. */
#ifndef CC_CLAIM_THING_H
#define CC_CLAIM_THING_H

#include "claim/event.h"

typedef CC_LIST(cc_str) cc_names;

typedef struct cc_thing {
    cc_words words;  /* those that name it; no articles, no places */
    cc_names places; /* canonical, folded */
    cc_names names;  /* runs of capitalised words with the nouns behind them, folded */
    cc_str   head;   /* a stem: what a short form calls it; "bridg", "offic" */
} cc_thing;

/* Where a thing is named; borrowed from its passage. */
typedef struct cc_mention {
    cc_str          text;
    cc_words        words;
    cc_places_named places;
    cc_word_range   range; /* empty: nothing is named */
    cc_str          head;
} cc_mention;

enum { CC_KNOWN_THINGS = 16 }; /* named last; a short form seldom reaches farther back */

/* What a document has named so far. Zeroed: nothing. */
typedef struct cc_things {
    cc_mention known[CC_KNOWN_THINGS]; /* those of two words and more; a ring */
    size_t     count;                  /* ever put */
    cc_mention subject;                /* what "it" may mean in the next sentence */
} cc_things;

/* The words of a text from one to another, and the places among them. */
cc_thing cc_thing_read(cc_arena *arena, cc_str text, const cc_words *words,
                       const cc_places_named *places, cc_word_range range);

/* The thing that a pronoun or a short form means; itself where it is a name or nothing is known. */
cc_thing cc_thing_resolve(cc_arena *arena, const cc_things *things, const cc_thing *thing,
                          bool is_pronoun);

/* Keeps the subject of a passage as what "it" means. */
void cc_things_note_subject(cc_things *things, const cc_passage *passage);

/* Keeps the names of a passage, and its subject as what "it" means in the next. */
void cc_things_note(cc_things *things, const cc_passage *passage);

/* What an event of the passage happened to is what "it" means in the next. */
void cc_things_note_event(cc_things *things, const cc_passage *passage, cc_word_range thing);

/* Fills measure and scope of *ret: the words of the thing and those of how it happened. */
void cc_thing_fill(cc_arena *arena, const cc_thing *thing, const cc_thing *manner, cc_claim *ret);

#endif
