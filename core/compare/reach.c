/* reach.c - places next to the figures first: they tell neighbours apart; then all names. */
#include "compare/reach.h"

static const double apart   = 0.15; /* other places, or each has one of its own */
static const double distant = 0.6;  /* no name in common */

static size_t index_of(const cc_str *names, size_t count, cc_str name)
{
    size_t i = 0;
    while (i < count && !cc_str_eq(names[i], name))
        i++;
    return i;
}

static size_t count_common(const cc_claim *a, const cc_claim *b)
{
    size_t n = 0;
    for (size_t i = 0; i < a->scope_own; i++)
        n += index_of(b->scope, b->scope_own, a->scope[i]) < b->scope_own;
    return n;
}

/* "Canadian investment in Mexico", "Mexican investment in Canada" */
static bool is_of_another(const cc_claim *a, const cc_claim *b)
{
    return a->scope_origin && b->scope_origin && !cc_str_eq(a->scope[0], b->scope[0]);
}

static bool is_within_name(cc_str a, cc_str b)
{
    return memmem(a.ptr, a.len, b.ptr, b.len) != NULL || memmem(b.ptr, b.len, a.ptr, a.len) != NULL;
}

static bool shares_name(const cc_claim *a, const cc_claim *b)
{
    for (size_t i = 0; i < a->scope_count; i++)
        for (size_t k = 0; k < b->scope_count; k++)
            if (is_within_name(a->scope[i], b->scope[k]))
                return true;
    return false;
}

double cc_scope_fit(const cc_claim *a, const cc_claim *b)
{
    size_t common = count_common(a, b);
    if ((a->scope_own > common && b->scope_own > common) || is_of_another(a, b))
        return apart;
    bool silent = a->scope_count == 0 || b->scope_count == 0;
    return silent || shares_name(a, b) ? 1 : distant;
}
