/* share.c - "X of the Y (Z percent)", "X is Z percent of Y", shares that no count can give. */
#include "percents.h"

enum { NEAR_WORDS = 5, LARGEST_COUNT = 1000 };

/* Part, whole and share: places in the sentence. */
typedef struct parts {
    size_t part, whole, share;
} parts;

static bool ends_with_any(cc_str text, const char *const *words)
{
    for (; *words != NULL; words++)
        if (cc_ends(text, *words) &&
            (text.len == strlen(*words) || !cc_is_letter(text.ptr[text.len - strlen(*words) - 1]) ||
             !cc_is_letter(**words)))
            return true;
    return false;
}

/* "of", "members of the". */
static bool is_of(cc_str gap)
{
    static const char *const words[] = {"of", "of the", "of its", "of all", "of a total of", NULL};
    return ends_with_any(gap, words) && cc_count_words(gap) <= NEAR_WORDS &&
           !cc_has_byte(gap, ',') && !cc_has_byte(gap, ';') && !cc_has_byte(gap, ')');
}

/* "(", "members (about", ", or". */
static bool opens(cc_str gap)
{
    static const char *const words[] = {"(",        "(or",  "(about",     "(nearly",
                                        "(roughly", ", or", ", or about", NULL};
    return ends_with_any(gap, words) && cc_count_words(gap) <= NEAR_WORDS &&
           !cc_has_byte(gap, ';') && !cc_has_byte(gap, ')');
}

static bool ends_parenthesis(const cc_passage *p, size_t i)
{
    cc_str after = gap_after(p, i);
    return after.len > 0 && (after.ptr[0] == ')' || after.ptr[0] == ';' || after.ptr[0] == ',');
}

static bool is_part_of(const cc_passage *p, size_t part, size_t whole)
{
    const cc_fact *const *f = p->all->figures;
    return is_amount(f[part]) && cc_is_alike(f[part], f[whole]) &&
           cc_exact_cmp(cc_exact_of(f[part]->value.stated), cc_exact_of(f[whole]->value.stated)) <=
               0;
}

/* The three ways that begin at figure `i` and take three in a row. */
static bool find_three(const cc_passage *p, size_t i, parts *ret)
{
    const cc_fact *const *f = p->all->figures;
    if (i + 2 >= p->end)
        return false;
    cc_str one = gap_between(p, i, i + 1), two = gap_between(p, i + 1, i + 2);
    *ret = (parts){i, i + 1, i + 2}; /* X of the Y (Z percent) */
    if (is_percent(f[i + 2]) && is_part_of(p, i, i + 1) && is_of(one) && opens(two) &&
        (two.ptr[two.len - 1] != '(' || ends_parenthesis(p, i + 2)))
        return true;
    *ret = (parts){i + 1, i + 2, i}; /* Z percent (X of Y) */
    if (is_percent(f[i]) && is_part_of(p, i + 1, i + 2) && cc_ends(one, "(") &&
        cc_count_words(one) <= NEAR_WORDS && is_of(two) && !cc_has_byte(two, '('))
        return true;
    *ret = (parts){i, i + 2, i + 1}; /* X (Z percent) of the Y; X, or Z percent, of the Y */
    return is_percent(f[i + 1]) && is_part_of(p, i, i + 2) && opens(one) && two.len > 0 &&
           (two.ptr[0] == ')' || two.ptr[0] == ',') && is_of((cc_str){two.ptr + 1, two.len - 1});
}

/* "Of the 120 members, 45 (37.5 percent)": the whole stands first in the sentence. */
static bool find_leading(const cc_passage *p, size_t i, parts *ret)
{
    static const char *const words[] = {"Of", "Of the", "Of these", "Out of", "Out of the", NULL};
    *ret                             = (parts){i, p->first, i + 1};
    return i > p->first && i + 1 < p->end && is_percent(p->all->figures[i + 1]) &&
           ends_with_any(gap_before(p, p->first), words) &&
           cc_count_words(gap_before(p, p->first)) <= 3 && is_part_of(p, i, p->first) &&
           opens(gap_between(p, i, i + 1)) && ends_parenthesis(p, i + 1) &&
           !cc_contains(gap_between(p, p->first, i), " of ");
}

/* "A is Z percent of B", "Z percent of B, or A". */
static bool find_equation(const cc_passage *p, size_t i, parts *ret)
{
    static const char *const is[] = {"is",         "was",         "are",  "equals",
                                     "represents", "represented", ", or", "equal to",
                                     "(",          "amounts to",  NULL};
    static const char *const so[] = {", or", "(", "is", "equals", "which is", NULL};
    static const char *const of[] = {"of", "of the", "of its", "of a total of", NULL};
    if (i + 2 >= p->end)
        return false;
    const cc_fact *const *f   = p->all->figures;
    cc_str                one = gap_between(p, i, i + 1), two = gap_between(p, i + 1, i + 2);
    *ret = (parts){i, i + 2, i + 1};
    if (is_percent(f[i + 1]) && is_part_of(p, i, i + 2) && ends_with_any(one, is) &&
        cc_count_words(one) <= 3 && ends_with_any(two, of) && two.len <= strlen("of a total of"))
        return true;
    *ret = (parts){i + 2, i + 1, i};
    return is_percent(f[i]) && is_part_of(p, i + 2, i + 1) && ends_with_any(one, of) &&
           one.len <= strlen("of a total of") && ends_with_any(two, so) && cc_count_words(two) <= 3;
}

/* -- Judging ----------------------------------------------------------------------------------- */

/* Beside a number counted to the last digit, a round one is exact too: "120 of 400". */
static cc_range count_range(const cc_fact *f, const cc_fact *beside)
{
    bool counted = f->kind == CC_NUMBER && cc_is_plain(f) && cc_is_plain_count(beside) &&
                   !(f->value.flags & CC_SCALED);
    return counted ? cc_range_point(cc_exact_of(f->value.stated)) : cc_figure_range(f);
}

/* 100 X = Z Y */
static bool fits(const cc_fact *part, const cc_fact *whole, const cc_fact *share)
{
    cc_range x = cc_range_scale(count_range(part, whole), cc_exact_int(100));
    cc_range y = cc_range_mul(count_range(whole, part), cc_range_of(&share->value));
    return cc_range_meet(&x, &y);
}

static cc_status judge(const cc_passage *p, const parts *s, cc_finding_sink *out)
{
    const cc_fact *const *f = p->all->figures;
    char                  message[MESSAGE_BYTES], right[128];
    cc_str   x = text_of(p, s->part), y = text_of(p, s->whole), z = text_of(p, s->share);
    cc_exact top   = cc_exact_mul(cc_exact_of(f[s->part]->value.stated), cc_exact_int(100));
    cc_exact share = divide_like(top, cc_exact_of(f[s->whole]->value.stated), f[s->share]);
    if (share.lost || fits(f[s->part], f[s->whole], f[s->share]))
        return CC_OK;
    cc_print_like(p->all->doc, f[s->share], share, right, sizeof right);
    snprintf(message, sizeof message, "%.*s of %.*s is %s, not %.*s", (int)x.len, x.ptr, (int)y.len,
             y.ptr, right, (int)z.len, z.ptr);
    return put_miss(p, SCORE_MISS, message, (size_t[]){s->share, s->part, s->whole}, out);
}

/* -- Whole numbers ----------------------------------------------------------------------------- */

/* "33.3 percent of 10 members" */
static bool is_share_of_count(const cc_passage *p, size_t i)
{
    const cc_fact *const *f = p->all->figures;
    if (i + 1 >= p->end || !is_percent(f[i]) || !cc_is_plain(f[i]) || !cc_is_plain_count(f[i + 1]))
        return false;
    const cc_claim *claim = p->all->claims[i] != NULL ? p->all->claims[i] : p->all->claims[i + 1];
    cc_str          gap = gap_between(p, i, i + 1), after = gap_after(p, i + 1);
    cc_dec          n = f[i + 1]->value.stated;
    return claim != NULL && claim->modality == CC_STATED && n.exp10 >= 0 &&
           cc_exact_cmp(cc_exact_of(n), cc_exact_int(LARGEST_COUNT)) <= 0 &&
           (cc_is(gap, "of") || cc_is(gap, "of the") || cc_is(gap, "of its")) && after.len > 0 &&
           after.ptr[0] >= 'a' && after.ptr[0] <= 'z';
}

static bool has_whole(const cc_fact *share, const cc_fact *count)
{
    cc_range z = cc_range_mul(cc_range_of(&share->value), cc_figure_range(count));
    cc_exact k = cc_exact_div(z.low, cc_exact_int(100), 0);
    for (int i = -1; i <= 1; i++) {
        cc_exact one = cc_exact_add(k, cc_exact_int(i));
        cc_range at  = cc_range_point(cc_exact_mul(one, cc_exact_int(100)));
        if (cc_range_meet(&at, &z))
            return true;
    }
    return false;
}

static cc_status judge_count(const cc_passage *p, size_t i, cc_finding_sink *out)
{
    const cc_fact *const *f = p->all->figures;
    char                  message[MESSAGE_BYTES];
    cc_str                z = text_of(p, i), n = text_of(p, i + 1);
    if (has_whole(f[i], f[i + 1]))
        return CC_OK;
    snprintf(message, sizeof message, "no whole number is %.*s of %.*s", (int)z.len, z.ptr,
             (int)n.len, n.ptr);
    return put_miss(p, SCORE_MISS, message, (size_t[]){i, i + 1, i + 1}, out);
}

cc_status check_shares(const cc_passage *p, cc_finding_sink *out)
{
    cc_status status = CC_OK;
    for (size_t i = p->first; i < p->end && status == CC_OK; i++) {
        parts s;
        if (find_three(p, i, &s) || find_leading(p, i, &s) || find_equation(p, i, &s))
            status = judge(p, &s, out);
        else if (is_share_of_count(p, i))
            status = judge_count(p, i, out);
    }
    return status;
}
