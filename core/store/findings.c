/* findings.c - merging, ordering, naming. */
#include "store/findings.h"

#include "base/bounds.h"
#include "base/dict.h"

#include <openssl/sha.h>
#include <stdio.h>
#include <stdlib.h>

/* -- Order ---------------------------------------------------------------------------------------- */

static int cmp_u32(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int cmp_sides(const cc_side *a, const cc_side *b)
{
    int c = cc_str_cmp(a->doc->path, b->doc->path);
    if (c == 0)
        c = cmp_u32(a->order, b->order);
    return c != 0 ? c : cmp_u32((uint32_t)a->text.len, (uint32_t)b->text.len);
}

/* By primary place and check, the best score first. */
static int by_place(const void *a, const void *b)
{
    const cc_finding *x = a, *y = b;
    int               c = cmp_sides(&x->primary, &y->primary);
    if (c == 0)
        c = cc_str_cmp(x->check, y->check);
    if (c == 0)
        c = cmp_u32(y->score, x->score);
    if (c == 0 && x->related_count > 0 && y->related_count > 0)
        c = cmp_sides(x->related, y->related);
    return c != 0 ? c : cc_str_cmp(x->message, y->message);
}

static int by_side(const void *a, const void *b)
{
    return cmp_sides(a, b);
}

/* -- Merging -------------------------------------------------------------------------------------- */

static bool same_place(const cc_finding *x, const cc_finding *y)
{
    return x->related_count > 0 && y->related_count > 0 &&
           cmp_sides(&x->primary, &y->primary) == 0 && cc_str_eq(x->check, y->check);
}

/* findings[0..n) have one place; the first is the best, and its side stays the first. */
static cc_finding merge(cc_arena *arena, const cc_finding *findings, size_t n)
{
    cc_finding merged = findings[0];
    size_t     total = 0, kept = 0;
    for (size_t i = 0; i < n; i++)
        total += findings[i].related_count;
    cc_side *sides = cc_new(arena, cc_side, total);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < findings[i].related_count; k++)
            sides[kept++] = findings[i].related[k];
    if (kept > 2)
        qsort(sides + 1, kept - 1, sizeof *sides, by_side);
    merged.related       = sides;
    merged.related_count = kept > CC_MAX_RELATED ? CC_MAX_RELATED : kept;
    if (n > 1)
        merged.message = cc_arena_printf(arena, "%.*s (and %zu more)", CC_F(merged.message), n - 1);
    return merged;
}

/* A document that two parts of a run have mapped says everything twice. */
static void drop_repeated(cc_finding_list *list)
{
    size_t kept = 1;
    for (size_t i = 1; i < list->n; i++)
        if (by_place(&list->at[kept - 1], &list->at[i]) != 0)
            list->at[kept++] = list->at[i];
    list->n = kept;
}

static void merge_all(cc_arena *arena, cc_finding_list *list)
{
    size_t kept = 0;
    for (size_t from = 0; from < list->n;) {
        size_t to = from + 1;
        while (to < list->n && same_place(&list->at[from], &list->at[to]))
            to++;
        list->at[kept++] = merge(arena, list->at + from, to - from);
        from             = to;
    }
    list->n = kept;
}

/* -- Names ------------------------------------------------------------------------------------------ */

/* A document's own name, without folders and archives: it stays when they change. */
static cc_str base_name(cc_str path)
{
    size_t from = path.len;
    while (from > 0 && path.ptr[from - 1] != '/' && path.ptr[from - 1] != '!')
        from--;
    return cc_str_sub(path, from, path.len - from);
}

static cc_str print_side(cc_arena *arena, const cc_side *side)
{
    cc_str name = base_name(side->doc->path);
    return cc_arena_printf(arena, "%.*s\t%.*s", CC_F(name), CC_F(side->text));
}

/* Over the check, both documents' names and both figures: no line, no folder, no wording of the
 * message. */
static cc_str hash_finding(cc_arena *arena, const cc_finding *f)
{
    unsigned char hash[SHA256_DIGEST_LENGTH];
    cc_str        one  = print_side(arena, &f->primary);
    cc_str        two  = f->related_count > 0 ? print_side(arena, f->related) : CC_S("");
    bool          swap = two.len > 0 && cc_str_cmp(two, one) < 0;
    cc_str        text = cc_arena_printf(arena, "%.*s\n%.*s\n%.*s\n", CC_F(f->check),
                                         CC_F(swap ? two : one), CC_F(swap ? one : two));
    SHA256((const unsigned char *)text.ptr, text.len, hash);
    char *hex = cc_arena_alloc(arena, 33, 1);
    for (size_t i = 0; i < 16; i++)
        snprintf(hex + 2 * i, 3, "%02x", hash[i]);
    return (cc_str){hex, 32};
}

static void name_all(cc_arena *arena, const cc_scores *scores, cc_finding_list *list)
{
    cc_dict seen = {0};
    for (size_t i = 0; i < list->n; i++) {
        cc_finding *f     = &list->at[i];
        cc_str      hash  = hash_finding(arena, f);
        uint64_t   *times = cc_dict_put(arena, &seen, hash);
        f->fingerprint =
            cc_arena_printf(arena, "%.*s:%llu", CC_F(hash), (unsigned long long)++*times);
        f->score = cc_scores_share(scores, f->score);
        f->level = cc_scores_level(scores, f->score);
    }
}

uint64_t cc_findings_drop(const cc_scores *scores, cc_finding_list *list, uint32_t least)
{
    size_t kept = 0, all = list->n;
    for (size_t i = 0; i < all; i++)
        if (cc_scores_share(scores, list->at[i].score) >= least)
            list->at[kept++] = list->at[i];
    list->n = kept;
    return all - kept;
}

void cc_findings_settle(cc_arena *arena, const cc_scores *scores, cc_finding_list *list)
{
    if (list->n == 0)
        return;
    qsort(list->at, list->n, sizeof *list->at, by_place);
    drop_repeated(list);
    merge_all(arena, list);
    name_all(arena, scores, list);
}
