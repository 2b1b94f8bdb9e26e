/* sum.c - a total against its parts. */
#include "sums.h"

/* Counted to the last one, which shows in the others: "36" beside "18.2" is rounded. */
static bool is_counted(const sum *s)
{
    bool counted = !s->rounded && cc_is_plain_count(s->total);
    for (size_t i = 0; i < s->count && counted; i++)
        counted = cc_is_plain_count(s->parts[i]);
    return counted;
}

static cc_range range_of(const cc_fact *f, bool counted)
{
    return counted ? cc_range_of_count(&f->value) : cc_range_of(&f->value);
}

static cc_range add_parts(const sum *s, uint32_t chosen, bool counted)
{
    cc_range all = cc_range_point(cc_exact_int(0));
    for (size_t i = 0; i < s->count; i++)
        if (s->count > MAX_CHOICE || (chosen >> i & 1))
            all = cc_range_add(all, range_of(s->parts[i], counted));
    return all;
}

static int count_bits(uint32_t n)
{
    int bits = 0;
    for (; n != 0; n &= n - 1)
        bits++;
    return bits;
}

bool sum_holds(const sum *s)
{
    bool     counted = is_counted(s);
    cc_range total = range_of(s->total, counted), all = add_parts(s, UINT32_MAX, counted);
    if (cc_range_meet(&all, &total))
        return true;
    for (uint32_t chosen = 1; s->count <= MAX_CHOICE && chosen < 1u << s->count; chosen++) {
        int bits = count_bits(chosen);
        if (bits > MAX_SUBSET)
            continue;
        all = add_parts(s, chosen, counted);
        if (cc_range_meet(&all, &total))
            return true;
    }
    return false;
}

static cc_exact add_stated(const sum *s)
{
    cc_exact all = cc_exact_int(0);
    for (size_t i = 0; i < s->count; i++)
        all = cc_exact_add(all, cc_exact_of(s->parts[i]->value.stated));
    return all;
}

bool sum_is_close(const sum *s, int64_t percent)
{
    cc_exact all = add_stated(s), total = cc_exact_of(s->total->value.stated);
    cc_exact gap = cc_exact_sub(all, total);
    gap.mant     = cc_wide_abs(gap.mant);
    return !gap.lost && cc_exact_cmp(cc_exact_mul(gap, cc_exact_int(100)),
                                     cc_exact_mul(total, cc_exact_int(percent))) <= 0;
}

cc_status sum_report(const cc_doc *doc, const sum *s, cc_finding_sink *out)
{
    char    message[MESSAGE_BYTES], right[128];
    cc_str  total = cc_text_of(doc, s->total->span);
    cc_miss m     = {
            .check = "sum-mismatch", .score = SCORE_SUM, .message = message, .primary = s->total};
    for (; m.related_count < s->count && m.related_count < CC_FINDING_SIDES; m.related_count++)
        m.related[m.related_count] = s->parts[m.related_count];
    cc_print_like(doc, s->total, add_stated(s), right, sizeof right);
    snprintf(message, sizeof message, "the parts add up to %s, not %.*s", right, (int)total.len,
             total.ptr);
    return cc_put_miss(&m, out);
}
