/* reach.c - places next to the figures first: they tell neighbours apart; then all names. */
#include "compare/reach.h"

static const double apart   = 0.15; /* other places, or each has one of its own */
static const double akin    = 0.4;  /* other things of one kind: two bridges, two acts */
static const double distant = 0.6;  /* no name in common */
static const double unnamed = 0.2;  /* an event that happened to nobody by name */
static const double undated = 0.5;  /* a date of no event, and no name with it */

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

static bool is_letter(char c)
{
    return cc_is_alpha(c) || (unsigned char)c >= 0x80;
}

static bool has_words(cc_str text, cc_str words)
{
    for (size_t at = 0; at + words.len <= text.len && words.len > 0; at++) {
        size_t end = at + words.len;
        if ((at == 0 || !is_letter(text.ptr[at - 1])) &&
            (end == text.len || !is_letter(text.ptr[end])) &&
            memcmp(text.ptr + at, words.ptr, words.len) == 0)
            return true;
    }
    return false;
}

bool cc_is_within_name(cc_str a, cc_str b)
{
    return has_words(a, b) || has_words(b, a);
}

static bool shares_name(const cc_claim *a, const cc_claim *b)
{
    for (size_t i = 0; i < a->scope_count; i++)
        for (size_t k = 0; k < b->scope_count; k++)
            if (cc_is_within_name(a->scope[i], b->scope[k]))
                return true;
    return false;
}

static cc_str last_word(cc_str name)
{
    const char *blank = memrchr(name.ptr, ' ', name.len);
    size_t      at    = blank == NULL ? name.len : (size_t)(blank - name.ptr) + 1;
    return cc_str_sub(name, at, name.len - at);
}

static cc_str first_word(cc_str name)
{
    const char *blank = memchr(name.ptr, ' ', name.len);
    return blank == NULL ? name : cc_str_sub(name, 0, (size_t)(blank - name.ptr));
}

static cc_str behind_first(cc_str name)
{
    size_t n = first_word(name).len;
    n += n < name.len;
    return cc_str_sub(name, n, name.len - n);
}

static bool has_namesake(cc_str name, const cc_claim *other)
{
    for (size_t i = 0; i < other->scope_count; i++)
        if (cc_is_within_name(name, other->scope[i]))
            return true;
    return false;
}

/* "Peace Bridge" and "Rainbow Bridge", each known to one of them only. */
static bool are_akin(const cc_claim *a, const cc_claim *b)
{
    for (size_t i = a->scope_own; i < a->scope_count; i++) {
        cc_str kind = last_word(a->scope[i]);
        if (kind.len == 0 || has_namesake(a->scope[i], b))
            continue;
        for (size_t k = b->scope_own; k < b->scope_count; k++)
            if (cc_str_eq(last_word(b->scope[k]), kind) && !has_namesake(b->scope[k], a))
                return true;
    }
    return false;
}

static bool ends_in_digit(cc_str name)
{
    return name.len > 0 && cc_is_digit(name.ptr[name.len - 1]);
}

/* "Figure 2" and "Figure 3": the last word tells which. */
static bool is_another_number(cc_str a, cc_str b)
{
    size_t kind = a.len - last_word(a).len;
    return kind > 0 && ends_in_digit(a) && ends_in_digit(b) && kind == b.len - last_word(b).len &&
           memcmp(a.ptr, b.ptr, kind) == 0 && !cc_str_eq(a, b);
}

static bool has_name(const cc_claim *c, cc_str name)
{
    return index_of(c->scope, c->scope_count, name) < c->scope_count;
}

/* A part or a report by number of which the other names only others. */
static bool are_other_numbers(const cc_claim *a, const cc_claim *b)
{
    for (size_t i = a->scope_own; i < a->scope_count; i++)
        for (size_t k = b->scope_own; k < b->scope_count; k++)
            if (is_another_number(a->scope[i], b->scope[k]) && !has_name(b, a->scope[i]) &&
                !has_name(a, b->scope[k]))
                return true;
    return false;
}

/* "Framework for Security" is a framework. */
static cc_str before_for(cc_str name)
{
    const char *joint = memmem(name.ptr, name.len, " for ", 5);
    return joint == NULL ? name : cc_str_sub(name, 0, (size_t)(joint - name.ptr));
}

/* The words of one name are among the other's in their order, and the last is the same, which alone
 * says little: "Howe Bridge" and "Gordie Howe International Bridge", not "Clean Air Act" and its "Amendments". */
static bool is_short_for(cc_str name, cc_str full)
{
    if (before_for(name).len == name.len)
        full = before_for(full);
    bool alone = behind_first(name).len == 0 && behind_first(full).len > 0;
    if (alone || !cc_str_eq(last_word(name), last_word(full)))
        return false;
    while (name.len > 0 && full.len > 0)
        if (cc_str_eq(first_word(name), first_word(full))) {
            name = behind_first(name);
            full = behind_first(full);
        } else {
            full = behind_first(full);
        }
    return name.len == 0;
}

static bool is_single(cc_str name)
{
    return first_word(name).len == name.len;
}

/* One word is a name only together with its places: "the Agreement" of two and of three of them. */
static bool names_one_thing(const cc_claim *a, const cc_claim *b)
{
    size_t common    = count_common(a, b);
    bool   same_ones = common == a->scope_own && common == b->scope_own;
    bool   fit       = same_ones || a->scope_own == 0 || b->scope_own == 0;
    for (size_t i = a->scope_own; i < a->scope_count; i++)
        for (size_t k = b->scope_own; k < b->scope_count; k++)
            if ((fit || !is_single(a->scope[i])) &&
                (is_short_for(a->scope[i], b->scope[k]) || is_short_for(b->scope[k], a->scope[i])))
                return true;
    return false;
}

static bool has_stem(const cc_claim *c, cc_str stem)
{
    for (size_t i = 0; i < c->measure_count; i++)
        if (cc_str_eq(c->measure[i].stem, stem))
            return true;
    return false;
}

static bool has_more(const cc_claim *a, const cc_claim *b)
{
    for (size_t i = 0; i < a->measure_count; i++)
        if (!has_stem(b, a->measure[i].stem))
            return true;
    return false;
}

/* An event's scope is the name of what it happened to, behind the places in that. Without a name
 * the words must tell: the treaty on fish with Chile, that on taxes. */
static double fit_events(const cc_claim *a, const cc_claim *b)
{
    bool named_a = a->scope_count > a->scope_own, named_b = b->scope_count > b->scope_own;
    if (a->scope_count == 0 || b->scope_count == 0)
        return unnamed;
    if (named_a && named_b)
        return names_one_thing(a, b) ? 1 : apart;
    if (has_more(a, b) && has_more(b, a))
        return apart;
    return shares_name(a, b) ? 1 : distant;
}

double cc_scope_fit(const cc_claim *a, const cc_claim *b)
{
    size_t common = count_common(a, b);
    if ((a->scope_own > common && b->scope_own > common) || is_of_another(a, b))
        return apart;
    bool dates = a->kind == CC_DATE && b->kind == CC_DATE;
    if (dates && a->noun.len > 0 && b->noun.len > 0)
        return fit_events(a, b);
    bool silent = a->scope_count == 0 || b->scope_count == 0;
    if (dates && silent)
        return undated;
    if (are_other_numbers(a, b))
        return apart;
    if (are_akin(a, b))
        return akin;
    return silent || shares_name(a, b) ? 1 : distant;
}
