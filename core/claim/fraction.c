/* fraction.c - from a share of one to a share of a hundred. */
#include "claim/fraction.h"

static bool is_fraction(cc_str text, const cc_fact *fact)
{
    cc_dec one = {1, 0}, nought = {0, 0};
    size_t end  = fact->span.off + fact->span.len;
    cc_str rest = cc_str_sub(text, end, text.len - end);
    return fact->kind == CC_NUMBER && fact->unit.len == 0 &&
           cc_is_alpha(text.ptr[fact->span.off]) && cc_dec_cmp(fact->value.stated, one) < 0 &&
           cc_dec_cmp(fact->value.stated, nought) > 0 && cc_str_starts(rest, CC_S(" of "));
}

static void make_percent(cc_fact *fact)
{
    cc_value     *v       = &fact->value;
    cc_dec *const parts[] = {&v->stated, &v->step, &v->low, &v->high};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i]->mant != 0)
            parts[i]->exp10 += 2;
    fact->kind = CC_PERCENT;
    fact->unit = CC_S("percent");
}

const cc_fact *cc_fractions_apply(cc_arena *arena, cc_str text, const cc_fact *facts, size_t count)
{
    cc_fact *ret = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!is_fraction(text, &facts[i]))
            continue;
        if (ret == NULL)
            ret = memcpy(cc_new(arena, cc_fact, count), facts, count * sizeof *ret);
        make_percent(&ret[i]);
    }
    return ret == NULL ? facts : ret;
}
