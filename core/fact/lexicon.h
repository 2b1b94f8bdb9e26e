/* lexicon.h - the data files of one language that figures need: number words, scales, units,
 * currencies, hedges. Loaded once, shared, read-only. */
#ifndef CC_FACT_LEXICON_H
#define CC_FACT_LEXICON_H

#include "base/yaml.h"
#include "fact/value.h"

typedef struct cc_lexicon cc_lexicon;

typedef struct cc_unit {
    cc_str  name;      /* canonical, singular: "km", "USD", "percent" */
    cc_str  dimension; /* units of one dimension convert: "length", "mass"; a currency is its own */
    int64_t num, den;  /* to the dimension's base unit; 1/1 where nothing converts */
} cc_unit;

/* Reads rules/<lang>/tables/{numbers,units,currencies,arithmetic,hedges}.yaml; `folder` is
 * "rules/<lang>". Errors: CC_FATAL - with file, line and column. */
cc_status cc_lexicon_load(cc_arena *run, cc_str folder, cc_lexicon **ret, cc_fault *fault);

/* As written, any case, singular or plural, sign or word or code; "a", "an", "per", "each",
 * "every" before it are skipped. Where case tells units apart ("MW", "mw") it counts.
 * NULL: not a unit. */
const cc_unit *cc_lexicon_unit(const cc_lexicon *lexicon, cc_str written);
/* A value of any loaded table: `table` is the file's stem, `key` in any case. A key that stands
 * in several sections is the first's; "SECTION.KEY" names the others. Of units and currencies,
 * "dimension.UNIT" and "factor.UNIT" ("1609344/1000") are keys of "units". Empty: none. */
cc_str cc_lexicon_lookup(const cc_lexicon *lexicon, cc_str table, cc_str key);
/* The same, and the section that holds it: "scale". */
cc_str cc_lexicon_find(const cc_lexicon *lexicon, cc_str table, cc_str key, cc_str *ret_section);
const cc_hedge_width *cc_lexicon_widths(const cc_lexicon *lexicon);

/* The hedge that stands directly before or after a figure (see hedges.yaml; at most "a", "an",
 * "the", "of" between), CC_HEDGE_NONE: none. "over" before a duration is no hedge. `sentence` is
 * the sentence's span in `text`. */
cc_hedge cc_lexicon_hedge(const cc_lexicon *lexicon, cc_str text, cc_span sentence, cc_span figure,
                          bool duration);

#endif
