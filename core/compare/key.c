/* key.c - the rarest stems of a claim, and its digits, with its unit and aspect. */
#include "compare/key.h"

#include "base/ascii.h"
#include "fact/slip.h"

#include <stdlib.h>

#define DIGITS_MARK "~" /* after all stems: words go before digits */

enum {
    LEAST_WEIGHT = 300,
    UNSEEN_IDF   = 6000,
    WORD_KEYS    = CC_MAX_KEYS - 1,
    KNOWN_KEYS   = 2, /* kept free: names that no table knows must not take all keys */
};

cc_str cc_unit_class(const cc_lexicon *lexicon, const cc_claim *claim)
{
    if (claim->unit.len == 0)
        return CC_S("count");
    if (claim->kind == CC_MONEY || claim->kind == CC_PERCENT)
        return claim->kind == CC_MONEY ? CC_S("money") : CC_S("percent");
    const cc_unit *unit = claim->kind == CC_QUANTITY || claim->kind == CC_DURATION
                              ? cc_lexicon_unit(lexicon, claim->unit)
                              : NULL;
    return unit == NULL ? claim->unit : unit->dimension;
}

cc_str cc_aspect_class(cc_aspect aspect)
{
    switch (aspect) {
    case CC_CHANGE:
    case CC_RATE_OF_CHANGE: return CC_S("change");
    case CC_ASPECT_MULTIPLE: return CC_S("multiple");
    case CC_ASPECT_RANK: return CC_S("rank");
    default: return CC_S("level");
    }
}

static uint32_t telling(const cc_stem *stem)
{
    return stem->weight < LEAST_WEIGHT ? 0 : (uint32_t)stem->weight * stem->idf;
}

/* Keeps `best` sorted from the most telling down; ties by bytes. */
static size_t insert(const cc_stem **best, size_t n, size_t most, const cc_stem *stem)
{
    size_t at = n < most ? n : most - 1;
    if (n == most && telling(best[at]) >= telling(stem))
        return n;
    for (; at > 0 && telling(best[at - 1]) < telling(stem); at--)
        best[at] = best[at - 1];
    best[at] = stem;
    return n < most ? n + 1 : n;
}

/* The most telling of the stems that are known to the language, or of those that are not. */
static size_t pick(const cc_claim *claim, bool known, size_t most, const cc_stem **best)
{
    size_t n = 0;
    for (size_t i = 0; i < claim->measure_count && most > 0; i++)
        if (telling(&claim->measure[i]) > 0 && (claim->measure[i].idf < UNSEEN_IDF) == known)
            n = insert(best, n, most, &claim->measure[i]);
    return n;
}

static int by_bytes(const void *a, const void *b)
{
    return cc_str_cmp(*(const cc_str *)a, *(const cc_str *)b);
}

static cc_str print_key(cc_arena *arena, cc_str unit, cc_aspect aspect, cc_str stem)
{
    cc_str class = cc_aspect_class(aspect);
    stem         = cc_ascii(arena, stem);
    if (stem.len > CC_MAX_KEY_BYTES / 4)
        stem.len = CC_MAX_KEY_BYTES / 4;
    return cc_arena_printf(arena, "claim|%.*s|%.*s|%.*s", CC_F(unit), CC_F(class), CC_F(stem));
}

size_t cc_claim_keys(cc_arena *arena, const cc_lexicon *lexicon, const cc_claim *claim,
                     cc_str keys[CC_MAX_KEYS])
{
    const cc_stem *best[CC_MAX_KEYS];
    cc_str         unit = cc_unit_class(lexicon, claim);
    size_t         n    = 0;
    size_t         rare = pick(claim, false, WORD_KEYS, best);
    rare                = rare > WORD_KEYS - KNOWN_KEYS ? WORD_KEYS - KNOWN_KEYS : rare;
    n                   = rare + pick(claim, true, WORD_KEYS - rare, best + rare);
    for (size_t i = 0; i < n; i++)
        keys[i] = print_key(arena, unit, claim->aspect, best[i]->stem);
    char   digits[10];
    cc_str key =
        n > 0 && claim->kind != CC_DATE ? cc_value_digits(&claim->value, digits) : CC_S("");
    if (key.len > 0)
        keys[n++] = print_key(arena, unit, claim->aspect,
                              cc_arena_printf(arena, DIGITS_MARK "%.*s", CC_F(key)));
    qsort(keys, n, sizeof *keys, by_bytes);
    return n;
}

bool cc_is_digits_key(cc_str key)
{
    return memmem(key.ptr, key.len, "|" DIGITS_MARK, strlen("|" DIGITS_MARK)) != NULL;
}

cc_str cc_common_key(const cc_str *a, size_t a_count, const cc_str *b, size_t b_count,
                     cc_str *ret_next)
{
    cc_str first = {"", 0};
    *ret_next    = first;
    for (size_t i = 0, k = 0; i < a_count && k < b_count;) {
        int c = cc_str_cmp(a[i], b[k]);
        if (c == 0 && first.len > 0) {
            *ret_next = a[i];
            break;
        }
        if (c == 0)
            first = a[i];
        i += c <= 0;
        k += c >= 0;
    }
    return first;
}
