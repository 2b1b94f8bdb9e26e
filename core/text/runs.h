/* runs.h - from an offset in a decoded text to the bytes of the file that were decoded there.
 *
 * A run is characters of one size: each takes `text_unit` bytes of the text and `byte_unit` of the
 * file. 1 and 1 is UTF-8 as it stands, 1 and 2 ASCII in UTF-16, 3 and 2 Chinese in GBK, 3 and 1
 * bytes that are invalid. So a line of any script costs a few runs. They follow one another without
 * gaps, in the text and in the file: a run ends where the next begins. */
#ifndef CC_TEXT_RUNS_H
#define CC_TEXT_RUNS_H

#include "base/arena.h"

typedef struct cc_run {
    uint32_t text_off, byte_off;
    uint8_t  text_unit, byte_unit;
} cc_run;

typedef CC_LIST(cc_run) cc_runs;

/* Characters are of this size from here on. */
void cc_runs_put(cc_arena *arena, cc_runs *runs, cc_run run);

/* `place` counts bytes of the text; that of the same characters in the file. One that cuts a
 * character gets all of it; an empty one stays empty. No runs: they are the same. */
cc_place cc_runs_place(const cc_runs *runs, cc_place place);

#endif
