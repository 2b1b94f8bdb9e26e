/* runs.c - runs of a decoder's map. */
#include "text/runs.h"

void cc_runs_put(cc_arena *arena, cc_runs *runs, cc_run run)
{
    const cc_run *last = runs->n == 0 ? NULL : &runs->at[runs->n - 1];
    if (last == NULL || last->text_unit != run.text_unit || last->byte_unit != run.byte_unit)
        *cc_push(arena, runs) = run;
}

/* The run that holds `offset`, or the last before it. */
static const cc_run *find_run(const cc_runs *runs, uint64_t offset)
{
    size_t low = 0, high = runs->n;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (runs->at[middle].text_off <= offset)
            low = middle;
        else
            high = middle;
    }
    return &runs->at[low];
}

/* Where the character that holds `offset` begins, or, with `up`, the first that does not begin
 * before it. */
static uint64_t find_byte(const cc_runs *runs, uint64_t offset, bool up)
{
    const cc_run *run = find_run(runs, offset);
    uint64_t      in  = offset - run->text_off + (up ? run->text_unit - 1u : 0);
    return run->byte_off + in / run->text_unit * run->byte_unit;
}

cc_place cc_runs_place(const cc_runs *runs, cc_place place)
{
    uint64_t start = place.at.bytes.start, end = place.at.bytes.end;
    if (runs->n == 0)
        return place;
    place.at.bytes.start = find_byte(runs, start, false);
    place.at.bytes.end   = end == start ? place.at.bytes.start : find_byte(runs, end, true);
    return place;
}
