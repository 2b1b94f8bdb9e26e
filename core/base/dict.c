/* dict.c - open addressing with linear probing, at most two thirds full. */
#include "base/dict.h"

uint64_t cc_hash(cc_str s)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < s.len; i++)
        hash = (hash ^ (unsigned char)s.ptr[i]) * 1099511628211u;
    return hash ^ hash >> 32;
}

/* The entry of `key`, or the free one where it belongs. */
static cc_dict_entry *locate(const cc_dict *dict, cc_str key)
{
    size_t at = cc_hash(key) & (dict->cap - 1);
    while (dict->at[at].key.ptr != NULL && !cc_str_eq(dict->at[at].key, key))
        at = (at + 1) & (dict->cap - 1);
    return &dict->at[at];
}

uint64_t *cc_dict_find(const cc_dict *dict, cc_str key)
{
    if (dict->cap == 0)
        return NULL;
    cc_dict_entry *entry = locate(dict, key);
    return entry->key.ptr == NULL ? NULL : &entry->value;
}

static void enlarge(cc_arena *arena, cc_dict *dict)
{
    cc_dict old = *dict;
    dict->cap   = old.cap == 0 ? 16 : old.cap * 2;
    dict->at    = cc_new(arena, cc_dict_entry, dict->cap);
    for (size_t i = 0; i < old.cap; i++)
        if (old.at[i].key.ptr != NULL)
            *locate(dict, old.at[i].key) = old.at[i];
}

uint64_t *cc_dict_put(cc_arena *arena, cc_dict *dict, cc_str key)
{
    if (key.ptr == NULL)
        key.ptr = "";
    if (dict->n * 3 >= dict->cap * 2)
        enlarge(arena, dict);
    cc_dict_entry *entry = locate(dict, key);
    if (entry->key.ptr == NULL) {
        entry->key = key;
        dict->n++;
    }
    return &entry->value;
}
