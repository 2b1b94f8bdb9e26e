/* nearest.c - edit distance, one row at a time. */
#include "base/nearest.h"

enum { MAX_WORD_BYTES = 64, MIN_PREFIX_BYTES = 2 };

static size_t edit_distance(cc_str a, cc_str b)
{
    size_t row[MAX_WORD_BYTES + 1];
    if (a.len > MAX_WORD_BYTES || b.len > MAX_WORD_BYTES)
        return SIZE_MAX;
    for (size_t j = 0; j <= b.len; j++)
        row[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t corner = row[0];
        row[0]        = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t replaced = corner + (a.ptr[i - 1] != b.ptr[j - 1]);
            size_t moved    = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            corner          = row[j];
            row[j]          = replaced < moved ? replaced : moved;
        }
    }
    return row[b.len];
}

const char *cc_nearest(cc_str word, const char *const *known)
{
    const char *best  = NULL;
    size_t      least = 2 + word.len / 3;
    for (; *known != NULL; known++) {
        cc_str to       = cc_str_z(*known);
        bool   begins   = word.len >= MIN_PREFIX_BYTES && cc_str_starts(to, word);
        size_t distance = begins ? 0 : edit_distance(word, to);
        if (distance < least) {
            least = distance;
            best  = *known;
        }
    }
    return best;
}
