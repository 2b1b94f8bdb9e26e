/* multiple.c - whether a multiple fits two figures, "four times as many (A against B)", two multiples
 * of which one excludes the other. */
#include "percents.h"

enum {
    NEAR_WORDS   = 5,
    WORD_PERCENT = 15, /* "doubled" may be short of it by so much */
};

static bool is_any(cc_str text, const char *const *words)
{
    for (; *words != NULL; words++)
        if (cc_is(text, *words))
            return true;
    return false;
}

static bool are_amounts(const cc_passage *p, size_t a, size_t b)
{
    const cc_fact *const *f = p->all->figures;
    return is_amount(f[a]) && cc_is_alike(f[a], f[b]) && f[a]->value.stated.mant > 0 &&
           f[b]->value.stated.mant > 0;
}

/* What a multiple stands for: "doubled" is no half as much again. */
static cc_range multiple_range(const cc_fact *times)
{
    cc_exact m   = cc_exact_of(times->value.stated);
    cc_range r   = cc_range_of(&times->value);
    cc_exact low = cc_exact_mul(m, (cc_exact){100 - WORD_PERCENT, -2, false});
    if (!cc_is_plain(times))
        return r;
    if (cc_exact_cmp(m, cc_exact_int(1)) < 0)
        return (cc_range){low, cc_exact_mul(m, (cc_exact){100 + WORD_PERCENT, -2, false}), 0};
    r.low = cc_exact_cmp(r.low, low) < 0 ? low : r.low;
    return r;
}

static bool is_times(const cc_fact *a, const cc_fact *b, const cc_fact *times)
{
    cc_range x = cc_range_mul(cc_figure_range(a), multiple_range(times));
    cc_range y = cc_figure_range(b);
    return cc_range_meet(&x, &y);
}

/* b = times * a; a "threefold drop" goes the other way. */
bool fits_multiple(const cc_fact *a, const cc_fact *b, const cc_fact *times)
{
    bool falls = cc_exact_cmp(cc_exact_of(b->value.stated), cc_exact_of(a->value.stated)) < 0 &&
                 cc_exact_cmp(cc_exact_of(times->value.stated), cc_exact_int(1)) > 0;
    return is_times(a, b, times) || (falls && is_times(b, a, times));
}

cc_status report_multiple(const cc_passage *p, const size_t at[3], cc_finding_sink *out)
{
    const cc_fact *const *f = p->all->figures;
    char                  message[MESSAGE_BYTES], right[64];
    cc_str                m = text_of(p, at[0]), a = text_of(p, at[1]), b = text_of(p, at[2]);
    cc_exact              q =
        cc_exact_div(cc_exact_of(f[at[2]]->value.stated), cc_exact_of(f[at[1]]->value.stated), 2);
    if (q.lost)
        return CC_OK;
    cc_print_exact(q, right, sizeof right);
    snprintf(message, sizeof message, "%.*s is %s times %.*s, which is not '%.*s'", (int)b.len,
             b.ptr, right, (int)a.len, a.ptr, (int)m.len, m.ptr);
    return put_miss(p, SCORE_MISS, message, at, out);
}

/* "four times as many (A against B)": either may be the greater. */
static cc_status check_against(const cc_passage *p, size_t i, cc_finding_sink *out)
{
    static const char *const links[] = {"against",     "versus",     "vs.", "vs", "compared with",
                                        "compared to", "as against", "to",  NULL};
    const cc_fact *const    *f       = p->all->figures;
    if (i + 2 >= p->end || !are_amounts(p, i + 1, i + 2))
        return CC_OK;
    cc_str gap = gap_between(p, i, i + 1);
    if (!cc_ends(gap, "(") || cc_count_words(gap) > 2 * NEAR_WORDS || cc_has_byte(gap, ';') ||
        !is_any(gap_between(p, i + 1, i + 2), links))
        return CC_OK;
    if (is_times(f[i + 2], f[i + 1], f[i]) || is_times(f[i + 1], f[i + 2], f[i]))
        return CC_OK;
    bool up =
        cc_exact_cmp(cc_exact_of(f[i + 1]->value.stated), cc_exact_of(f[i + 2]->value.stated)) > 0;
    return report_multiple(p, (size_t[]){i, up ? i + 2 : i + 1, up ? i + 1 : i + 2}, out);
}

/* "doubled, a threefold rise" */
static cc_status check_pair(const cc_passage *p, size_t i, cc_finding_sink *out)
{
    static const char *const links[] = {"or",  ", or",       "(",       "(a",
                                        ", a", ", that is,", ", i.e.,", NULL};
    const cc_fact *const    *f       = p->all->figures;
    if (i + 1 >= p->end || f[i + 1]->kind != CC_MULTIPLE ||
        !is_any(gap_between(p, i, i + 1), links))
        return CC_OK;
    cc_range a = cc_range_of(&f[i]->value), b = cc_range_of(&f[i + 1]->value);
    char     message[MESSAGE_BYTES];
    cc_str   x = text_of(p, i), y = text_of(p, i + 1);
    if (cc_range_meet(&a, &b) || cc_is(gap_between(p, i, i + 1), "or"))
        return CC_OK;
    snprintf(message, sizeof message, "'%.*s' and '%.*s' exclude each other", (int)x.len, x.ptr,
             (int)y.len, y.ptr);
    return put_miss(p, SCORE_MISS, message, (size_t[]){i + 1, i, i}, out);
}

cc_status check_multiples(const cc_passage *p, cc_finding_sink *out)
{
    cc_status status = CC_OK;
    for (size_t i = p->first; i < p->end && status == CC_OK; i++) {
        if (p->all->figures[i]->kind != CC_MULTIPLE)
            continue;
        status = check_against(p, i, out);
        if (status == CC_OK)
            status = check_pair(p, i, out);
    }
    return status;
}
