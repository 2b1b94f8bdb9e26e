/* dict.h - a map from byte strings to numbers, in an arena; keys are borrowed, nothing is removed. */
#ifndef CC_BASE_DICT_H
#define CC_BASE_DICT_H

#include "base/arena.h"

typedef struct cc_dict_entry {
    cc_str   key;
    uint64_t value;
} cc_dict_entry;

/* Zeroed is empty. Entries have no order. */
typedef struct cc_dict {
    cc_dict_entry *at;
    size_t         n, cap; /* cap is a power of two */
} cc_dict;

/* FNV-1a: the same on every machine, so that it may go into records. */
uint64_t cc_hash(cc_str s);

/* NULL: not there. */
uint64_t *cc_dict_find(const cc_dict *dict, cc_str key);
/* The value of `key`; a new key starts at 0. Valid until the next put. */
uint64_t *cc_dict_put(cc_arena *arena, cc_dict *dict, cc_str key);

#endif
