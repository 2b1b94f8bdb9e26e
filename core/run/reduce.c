/* reduce.c - each pair is compared once: in the group of its smallest common key. */
#include "run/reduce.h"

#include "compare/key.h"

#include <stdlib.h>

typedef struct member {
    const cc_claim *claim;
    cc_str          keys[CC_MAX_KEYS];
    size_t          key_count;
} member;

typedef struct group {
    cc_reducer *reducer;
    cc_str      key;
    member     *at; /* by document, then offset */
    size_t      n;
} group;

/* A member of an oversized group under one of its further keys. */
typedef struct entry {
    cc_str key;
    size_t member;
} entry;

/* Copies together, the one that counts first: it is checked, or has the smallest path. */
static int by_claim(const void *a, const void *b)
{
    const cc_claim *x = ((const member *)a)->claim, *y = ((const member *)b)->claim;
    int             c = cc_str_cmp(x->doc->sha256, y->doc->sha256);
    if (c == 0)
        c = (x->order > y->order) - (x->order < y->order);
    if (c == 0)
        c = y->doc->checked - x->doc->checked;
    return c != 0 ? c : cc_str_cmp(x->doc->path, y->doc->path);
}

static int by_key(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    int          c = cc_str_cmp(x->key, y->key);
    return c != 0 ? c : (x->member > y->member) - (x->member < y->member);
}

/* The same place of the same bytes counts once. */
static bool is_copy(const cc_claim *a, const cc_claim *b)
{
    return a->order == b->order && cc_str_eq(a->doc->sha256, b->doc->sha256);
}

static void gather(group *g, const cc_record *records, size_t count)
{
    cc_arena *arena = &g->reducer->scratch;
    g->at           = cc_new(arena, member, count);
    for (size_t i = 0; i < count; i++)
        g->at[i].claim = records[i].of.claim;
    qsort(g->at, count, sizeof *g->at, by_claim);
    for (size_t i = 0; i < count; i++) {
        if (g->n > 0 && is_copy(g->at[g->n - 1].claim, g->at[i].claim))
            continue;
        member *m    = &g->at[g->n++];
        m->claim     = g->at[i].claim;
        m->key_count = cc_claim_keys(arena, g->reducer->comparer.lexicon, m->claim, m->keys);
    }
}

static void compare(group *g, const member *x, const member *y)
{
    if (!x->claim->doc->checked && !y->claim->doc->checked)
        return;
    bool    ordered = cc_claim_cmp(x->claim, y->claim) <= 0;
    cc_pair pair    = {.a = ordered ? x->claim : y->claim, .b = ordered ? y->claim : x->claim};
    pair.raw        = cc_compare(&g->reducer->comparer, pair.a, pair.b);
    if (!cc_is_candidate(pair.a, pair.b, pair.raw, g->reducer->claims))
        return;
    if (g->reducer->pairs >= CC_MAX_PAIRS) {
        g->reducer->not_compared++;
        return;
    }
    g->reducer->pairs++;
    cc_mark mark = cc_arena_mark(&g->reducer->scratch);
    g->reducer->put(g->reducer->user, &(cc_record){.key  = cc_key_pair(&g->reducer->scratch, &pair),
                                                   .kind = CC_RECORD_PAIR,
                                                   .of.pair = &pair});
    cc_arena_rewind(&g->reducer->scratch, mark);
}

static void compare_all(group *g)
{
    for (size_t i = 0; i < g->n; i++)
        for (size_t k = i + 1; k < g->n; k++) {
            cc_str next;
            cc_str first = cc_common_key(g->at[i].keys, g->at[i].key_count, g->at[k].keys,
                                         g->at[k].key_count, &next);
            if (cc_str_eq(first, g->key))
                compare(g, &g->at[i], &g->at[k]);
        }
}

static size_t gather_entries(const group *g, entry *entries)
{
    size_t n = 0;
    for (size_t i = 0; i < g->n; i++)
        for (size_t k = 0; k < g->at[i].key_count; k++)
            if (cc_str_cmp(g->at[i].keys[k], g->key) > 0 && !cc_is_digits_key(g->at[i].keys[k]))
                entries[n++] = (entry){g->at[i].keys[k], i};
    qsort(entries, n, sizeof *entries, by_key);
    return n;
}

/* Members that share a further key too. Returns how many pairs were looked at. */
static uint64_t compare_entries(group *g, const entry *entries, size_t n)
{
    uint64_t looked_at = 0;
    for (size_t i = 0; i < n && n <= CC_MAX_GROUP_RECORDS; i++)
        for (size_t k = i + 1; k < n; k++) {
            const member *x = &g->at[entries[i].member], *y = &g->at[entries[k].member];
            cc_str        next;
            cc_str first = cc_common_key(x->keys, x->key_count, y->keys, y->key_count, &next);
            if (!cc_str_eq(first, g->key) || !cc_str_eq(next, entries[i].key))
                continue;
            looked_at++;
            compare(g, x, y);
        }
    return looked_at;
}

/* An oversized group is regrouped by the next key; what shares no other is not compared. Pairs that
 * a smaller key brings together are counted too: what is not compared is at most so much. */
static void regroup(group *g)
{
    entry   *entries = cc_new(&g->reducer->scratch, entry, g->n * CC_MAX_KEYS);
    size_t   n       = gather_entries(g, entries);
    uint64_t pairs = (uint64_t)g->n * (g->n - 1) / 2, looked_at = 0;
    for (size_t from = 0; from < n;) {
        size_t to = from;
        while (to < n && cc_str_eq(entries[to].key, entries[from].key))
            to++;
        looked_at += compare_entries(g, entries + from, to - from);
        from = to;
    }
    g->reducer->not_compared += pairs - looked_at;
}

void cc_reduce_group(cc_reducer *reducer, const cc_record *records, size_t count)
{
    if (records->kind != CC_RECORD_CLAIM) {
        for (size_t i = 0; i < count; i++)
            reducer->put(reducer->user, &records[i]);
        return;
    }
    group   g    = {.reducer = reducer, .key = records->key};
    cc_mark mark = cc_arena_mark(&reducer->scratch);
    gather(&g, records, count);
    if (g.n <= CC_MAX_GROUP_RECORDS)
        compare_all(&g);
    else
        regroup(&g);
    cc_arena_rewind(&reducer->scratch, mark);
}

void cc_reduce_end(cc_reducer *reducer)
{
    if (reducer->not_compared > 0)
        reducer->put(reducer->user, &(cc_record){.key      = CC_KEY_COUNT,
                                                 .kind     = CC_RECORD_COUNT,
                                                 .of.count = reducer->not_compared});
    cc_arena_release(&reducer->scratch);
}
