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

/* "500 million" beside its parts is no 450: noughts round by no more than a fortieth. */
static cc_range trim_range(const cc_doc *doc, const cc_fact *f, cc_range r)
{
    cc_str   text   = cc_text_of(doc, f->span);
    cc_exact stated = cc_exact_of(f->value.stated);
    cc_exact most   = cc_exact_mul(stated, (cc_exact){25, -3, false});
    cc_exact low = cc_exact_sub(stated, most), high = cc_exact_add(stated, most);
    if (!cc_is_plain(f) || !cc_is_rounded(text) || cc_exact_cmp(r.low, low) >= 0)
        return r;
    return (cc_range){low, high, r.flags};
}

static cc_range range_of(const sum *s, const cc_fact *f, bool counted)
{
    return counted ? cc_range_of_count(&f->value) : trim_range(s->doc, f, cc_range_of(&f->value));
}

static cc_range add_parts(const sum *s, uint32_t chosen, bool counted)
{
    cc_range all = cc_range_point(cc_exact_int(0));
    for (size_t i = 0; i < s->count; i++)
        if (s->count > MAX_CHOICE || (chosen >> i & 1))
            all = cc_range_add(all, range_of(s, s->parts[i], counted));
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
    cc_range total = range_of(s, s->total, counted), all = add_parts(s, UINT32_MAX, counted);
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

static cc_exact gap_of(const sum *s)
{
    cc_exact gap = cc_exact_sub(add_stated(s), cc_exact_of(s->total->value.stated));
    gap.mant     = cc_wide_abs(gap.mant);
    return gap;
}

bool sum_is_close(const sum *s, int64_t percent)
{
    cc_exact gap = gap_of(s), total = cc_exact_of(s->total->value.stated);
    return !gap.lost && cc_exact_cmp(cc_exact_mul(gap, cc_exact_int(100)),
                                     cc_exact_mul(total, cc_exact_int(percent))) <= 0;
}

/* Two numbers of one length that differ in one digit, or in two neighbours that were swapped. */
static bool is_slip_of(cc_exact a, cc_exact b)
{
    char   x[64], y[64];
    size_t n = cc_print_exact(a, x, sizeof x), at[2], count = 0;
    if (a.lost || b.lost || a.mant < 0 || b.mant < 0 || cc_print_exact(b, y, sizeof y) != n)
        return false;
    for (size_t i = 0; i < n; i++) {
        if (x[i] == y[i])
            continue;
        if (count == 2)
            return false;
        at[count++] = i;
    }
    if (count < 2)
        return count == 1;
    bool near = at[1] == at[0] + 1 || (at[1] == at[0] + 2 && x[at[0] + 1] == ',');
    return near && x[at[0]] == y[at[1]] && x[at[1]] == y[at[0]];
}

bool sum_is_slip(const sum *s)
{
    cc_exact all = add_stated(s), total = cc_exact_of(s->total->value.stated);
    cc_exact gap  = cc_exact_sub(total, all);
    bool     slip = is_slip_of(all, total);
    for (size_t i = 0; i < s->count && !slip; i++) {
        cc_exact part = cc_exact_of(s->parts[i]->value.stated);
        slip          = is_slip_of(part, cc_exact_add(part, gap));
    }
    return slip;
}

cc_status sum_report_last(const sum *s, cc_finding_sink *out)
{
    cc_status status = sum_report(s, out);
    return status == CC_OK ? CC_END : status;
}

cc_status sum_report(const sum *s, cc_finding_sink *out)
{
    char    message[MESSAGE_BYTES], right[128];
    cc_str  total = cc_text_of(s->doc, s->total->span);
    cc_miss m     = {
            .check = "sum-mismatch", .score = SCORE_SUM, .message = message, .primary = s->total};
    for (; m.related_count < s->count && m.related_count < CC_FINDING_SIDES; m.related_count++)
        m.related[m.related_count] = s->parts[m.related_count];
    cc_print_like(s->doc, s->total, add_stated(s), right, sizeof right);
    snprintf(message, sizeof message, "the parts add up to %s, not %.*s", right, (int)total.len,
             total.ptr);
    return cc_put_miss(&m, out);
}
