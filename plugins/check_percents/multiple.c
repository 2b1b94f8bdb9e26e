/* multiple.c - "doubled from A to B", "four times as many (A against B)", two multiples of which
 * one excludes the other. */
#include "percents.h"

enum { NEAR_WORDS = 5 };

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

/* The next figure that is no date. */
static size_t next_amount(const cc_passage *p, size_t i)
{
    while (++i < p->end && p->all->figures[i]->kind == CC_DATE)
        ;
    return i;
}

/* b = times * a */
static bool fits(const cc_fact *a, const cc_fact *b, const cc_fact *times)
{
    cc_range x = cc_range_mul(cc_figure_range(a), cc_range_of(&times->value));
    cc_range y = cc_figure_range(b);
    return cc_range_meet(&x, &y);
}

static cc_status report(const cc_passage *p, size_t from, size_t to, size_t times,
                        cc_finding_sink *out)
{
    const cc_fact *const *f = p->all->figures;
    char                  message[MESSAGE_BYTES], right[64];
    cc_str                a = text_of(p, from), b = text_of(p, to), m = text_of(p, times);
    cc_exact              q =
        cc_exact_div(cc_exact_of(f[to]->value.stated), cc_exact_of(f[from]->value.stated), 2);
    if (q.lost)
        return CC_OK;
    cc_print_exact(q, right, sizeof right);
    snprintf(message, sizeof message, "%.*s is %s times %.*s, which is not '%.*s'", (int)b.len,
             b.ptr, right, (int)a.len, a.ptr, (int)m.len, m.ptr);
    return put_miss(p, SCORE_MISS, message, (size_t[]){times, from, to}, out);
}

/* "doubled from A to B", "tripled to B from A". */
static cc_status check_growth(const cc_passage *p, size_t i, cc_finding_sink *out)
{
    size_t a = next_amount(p, i), b = next_amount(p, a);
    if (b >= p->end || !are_amounts(p, a, b) || cc_count_words(gap_between(p, i, a)) > NEAR_WORDS)
        return CC_OK;
    cc_str one = gap_between(p, a == i + 1 ? i : a - 1, a), two = gap_between(p, b - 1, b);
    bool   forth = cc_ends(one, "from") && cc_ends(two, "to");
    bool   back  = cc_ends(one, "to") && cc_ends(two, "from");
    size_t from = back ? b : a, to = back ? a : b;
    const cc_fact *const *f = p->all->figures;
    return (forth || back) && !fits(f[from], f[to], f[i]) ? report(p, from, to, i, out) : CC_OK;
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
    if (fits(f[i + 2], f[i + 1], f[i]) || fits(f[i + 1], f[i + 2], f[i]))
        return CC_OK;
    bool up =
        cc_exact_cmp(cc_exact_of(f[i + 1]->value.stated), cc_exact_of(f[i + 2]->value.stated)) > 0;
    return report(p, up ? i + 2 : i + 1, up ? i + 1 : i + 2, i, out);
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
        status = check_growth(p, i, out);
        if (status == CC_OK)
            status = check_against(p, i, out);
        if (status == CC_OK)
            status = check_pair(p, i, out);
    }
    return status;
}
