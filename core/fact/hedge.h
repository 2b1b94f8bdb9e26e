/* hedge.h - the words before and after a figure that move or open its ends. */
#ifndef CC_FACT_HEDGE_H
#define CC_FACT_HEDGE_H

#include "base/yaml.h"
#include "fact/value.h"

typedef struct cc_cue {
    cc_str   words; /* one blank between words */
    cc_hedge hedge;
    bool     after; /* stands after the figure */
    bool     time;  /* before a duration it is a preposition of time: "over the last week" */
} cc_cue;

typedef struct cc_hedges {
    cc_hedge_width width;
    CC_LIST(cc_cue) cues;    /* longest first */
    CC_LIST(cc_str) fillers; /* may stand between a cue and the figure */
} cc_hedges;

/* From the tree of hedges.yaml. Errors: CC_FATAL - with file, line and column. */
cc_status cc_hedges_read(cc_arena *run, const cc_yaml_file *file, cc_hedges *ret, cc_fault *fault);

/* The hedge of the figure between `before` and `after`, which are the rest of its sentence. */
cc_hedge cc_hedges_find(const cc_hedges *hedges, cc_str before, cc_str after, bool duration);

#endif
