/* twin.c - written alike but for the unit, or but for the direction; not for both. */
#include "compare/twin.h"

#include "base/str.h"
#include "fact/value.h"

static bool is_dollar(cc_str code)
{
    return code.len > 0 && code.ptr[code.len - 1] == 'D';
}

/* "$5", "5 million dollars": not "C$5", "AUD 5", which name their country. */
static bool is_bare_dollar(cc_str text)
{
    return cc_str_starts(text, CC_S("$")) ||
           (cc_is_digit(text.ptr[0]) && memmem(text.ptr, text.len, "ollar", 5) != NULL);
}

/* Where money is Canadian, "$5" is too. */
static bool may_be_one_dollar(const cc_claim *a, const cc_claim *b)
{
    return is_dollar(a->unit) && is_dollar(b->unit) &&
           (is_bare_dollar(a->text) || is_bare_dollar(b->text));
}

static bool has_other_unit(const cc_claim *a, const cc_claim *b)
{
    return a->kind == b->kind && (a->kind == CC_MONEY || a->kind == CC_PERCENT) &&
           !cc_str_eq(a->unit, b->unit) && cc_str_eq(a->per, b->per) && !may_be_one_dollar(a, b);
}

static bool has_other_per(const cc_claim *a, const cc_claim *b)
{
    return cc_str_eq(a->unit, b->unit) && a->per.len > 0 && b->per.len > 0 &&
           !cc_str_eq(a->per, b->per);
}

bool cc_is_twin_unit(const cc_claim *a, const cc_claim *b)
{
    return (has_other_unit(a, b) || has_other_per(a, b)) && a->direction * b->direction >= 0 &&
           cc_value_same(&a->value, &b->value);
}

bool cc_is_twin_direction(const cc_claim *a, const cc_claim *b)
{
    return a->direction * b->direction < 0 && cc_str_eq(a->unit, b->unit) &&
           cc_str_eq(a->per, b->per) && cc_value_same(&a->value, &b->value);
}
