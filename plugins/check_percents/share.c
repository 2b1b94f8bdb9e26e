/* share.c - "X of the Y (Z percent)", "X is Z percent of Y", shares that no count can give. */
#include "percents.h"

enum {
    NEAR_WORDS    = 5,
    FAR_WORDS     = 10, /* "lanes will be closed at any time, which is" */
    LARGEST_COUNT = 1000,
};

/* Part, whole and share: places in the sentence. */
typedef struct parts {
    size_t part, whole, share;
} parts;

static bool has_break(cc_str gap)
{
    return cc_has_byte(gap, ',') || cc_has_byte(gap, ';') || cc_has_byte(gap, ')') ||
           cc_has_byte(gap, '(');
}

/* "of", "members of the", "of those", "of the Board's". */
static bool is_of(const cc_host *host, cc_str gap)
{
    static const char *const owners[] = {"'s", "’s", "s'", "s’", NULL};
    cc_str                   rest     = gap;
    bool                     of = false, pointing = true;
    for (cc_str word; (word = cc_next_word(&rest)).len > 0;) {
        bool one = cc_is(word, "of");
        pointing = one || (pointing && cc_is_cue(host, "pointer", word));
        of       = of || one;
    }
    for (size_t i = 0; owners[i] != NULL; i++)
        pointing = pointing || cc_ends(gap, owners[i]);
    return of && pointing && cc_count_words(gap) <= NEAR_WORDS && !has_break(gap);
}

/* From the first word on: "of its cost of". */
static bool is_all_of(const cc_host *host, cc_str gap)
{
    return cc_is(cc_first_word(gap), "of") && is_of(host, gap);
}

/* "(", "members (about", ", or", "will be closed, which is". */
static bool opens(cc_str gap)
{
    static const char *const near[]  = {"(", "(or", "(about", "(nearly", "(roughly", "(some", NULL};
    static const char *const links[] = {
        ", or",       ", or about", ", or some",    ", or nearly",   ", or roughly",
        ", which is", ", that is",  ", that is,",   ", i.e.",        ", i.e.,",
        "; that is",  "; that is,", ", a share of", ", which makes", "—",
        "–",          NULL};
    if (ends_with_any(gap, near))
        return cc_count_words(gap) <= NEAR_WORDS && !cc_has_byte(gap, ';') &&
               !cc_has_byte(gap, ')');
    return ends_with_any(gap, links) && cc_count_words(gap) <= FAR_WORDS &&
           !cc_has_byte(gap, ')') && !cc_contains(gap, " and ");
}

static bool ends_parenthesis(const cc_passage *p, size_t i)
{
    cc_str after = gap_after(p, i);
    return after.len > 0 && (after.ptr[0] == ')' || after.ptr[0] == ';' || after.ptr[0] == ',');
}

/* "(45 percent)", ", or 45 percent"; no "45 percent more". */
static bool is_aside(const cc_passage *p, cc_str gap, size_t share)
{
    const cc_host *host = p->all->host;
    cc_str         word = cc_first_word(gap_after(p, share));
    return opens(gap) && (!cc_has_byte(gap, '(') || ends_parenthesis(p, share)) &&
           !cc_is_cue(host, "up", word) && !cc_is_cue(host, "down", word);
}

static bool is_part_of(const cc_passage *p, size_t part, size_t whole)
{
    const cc_fact *const *f = p->all->figures;
    return is_amount(f[part]) && cc_is_alike(f[part], f[whole]) &&
           cc_exact_cmp(cc_exact_of(f[part]->value.stated), cc_exact_of(f[whole]->value.stated)) <=
               0;
}

/* -- Ways of writing it, each from the figure at[0] on, with at[1] and at[2] next --------------- */

static bool find_aside(const cc_passage *p, const size_t at[3], parts *ret)
{
    const cc_fact *const *f    = p->all->figures;
    const cc_host        *host = p->all->host;
    cc_str                one = gap_between(p, at[0], at[1]), two = gap_between(p, at[1], at[2]);
    *ret = (parts){at[0], at[1], at[2]}; /* X of the Y (Z percent) */
    if (is_percent(f[at[2]]) && is_part_of(p, at[0], at[1]) && is_of(host, one) &&
        is_aside(p, two, at[2]))
        return true;
    *ret = (parts){at[1], at[0], at[2]}; /* Y, of which X (Z percent) */
    if (is_percent(f[at[2]]) && is_part_of(p, at[1], at[0]) && is_aside(p, two, at[2]) &&
        ends_with_any(one, (const char *const[]){"of which", "of whom", "of them", NULL}))
        return cc_count_words(one) <= NEAR_WORDS && cc_has_byte(two, '(');
    *ret = (parts){at[1], at[2], at[0]}; /* Z percent (X of Y); Z percent, or X of Y */
    if (is_percent(f[at[0]]) && is_part_of(p, at[1], at[2]) && opens(one) && is_of(host, two))
        return cc_count_words(one) <= NEAR_WORDS;
    *ret = (parts){at[0], at[2], at[1]}; /* X (Z percent) of the Y; X, or Z percent, of the Y */
    return is_percent(f[at[1]]) && is_part_of(p, at[0], at[2]) && opens(one) && two.len > 0 &&
           (two.ptr[0] == ')' || two.ptr[0] == ',') &&
           is_of(host, (cc_str){two.ptr + 1, two.len - 1});
}

/* "A is Z percent of B", "Z percent of B, or A". */
static bool find_equation(const cc_passage *p, const size_t at[3], parts *ret)
{
    static const char *const is[] = {"is",
                                     "was",
                                     "are",
                                     "were",
                                     "equals",
                                     "represents",
                                     "represented",
                                     ", or",
                                     "equal to",
                                     "amounts to",
                                     "amounted to",
                                     "makes up",
                                     "accounts for",
                                     "accounted for",
                                     "makes",
                                     "i.e.",
                                     "that is,",
                                     "(",
                                     "—",
                                     "–",
                                     "came to",
                                     NULL};
    static const char *const so[] = {", or", "(", "is", "equals", "which is", "—", "–", NULL};
    const cc_fact *const    *f    = p->all->figures;
    const cc_host           *host = p->all->host;
    cc_str                   one = gap_between(p, at[0], at[1]), two = gap_between(p, at[1], at[2]);
    *ret = (parts){at[0], at[2], at[1]};
    if (is_percent(f[at[1]]) && is_part_of(p, at[0], at[2]) && ends_with_any(one, is) &&
        cc_count_words(one) <= 3 && is_all_of(host, two))
        return true;
    *ret = (parts){at[2], at[1], at[0]};
    return is_percent(f[at[0]]) && is_part_of(p, at[2], at[1]) && is_all_of(host, one) &&
           ends_with_any(two, so) && cc_count_words(two) <= 3;
}

/* "Of the 120 members, 45 (37.5 percent)": the whole stands first in the sentence. */
static bool find_leading(const cc_passage *p, const size_t at[3], parts *ret)
{
    size_t i     = at[0];
    cc_str start = gap_before(p, p->first), word = cc_first_word(start);
    *ret = (parts){i, p->first, at[1]};
    return i > p->first && at[1] < p->end && is_percent(p->all->figures[at[1]]) &&
           (cc_is(word, "Of") || cc_is(word, "Out")) && !has_break(start) &&
           cc_count_words(start) <= NEAR_WORDS && is_part_of(p, i, p->first) &&
           opens(gap_between(p, i, at[1])) && ends_parenthesis(p, at[1]) &&
           !cc_contains(gap_between(p, p->first, i), " of ");
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
           is_all_of(p->all->host, gap) && cc_count_words(gap) <= 3 && after.len > 0 &&
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

/* The share of the figure `i` and its neighbours. */
static bool find_parts(const cc_passage *p, size_t i, parts *ret)
{
    size_t at[3] = {i, next_amount(p, i), p->end};
    if (at[1] >= p->end)
        return false;
    at[2] = next_amount(p, at[1]);
    return (at[2] < p->end && (find_aside(p, at, ret) || find_equation(p, at, ret))) ||
           find_leading(p, at, ret);
}

cc_status check_shares(const cc_passage *p, cc_finding_sink *out)
{
    cc_status status = CC_OK;
    for (size_t i = p->first; i < p->end && status == CC_OK; i++) {
        parts s;
        if (is_time(p->all->figures[i]))
            continue;
        if (find_parts(p, i, &s))
            status = judge(p, &s, out);
        else if (is_share_of_count(p, i))
            status = judge_count(p, i, out);
    }
    return status;
}
