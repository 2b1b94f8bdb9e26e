/* twin.c - written alike but for the unit, or but for the direction; not for both. */
#include "compare/twin.h"

#include "base/str.h"
#include "fact/period.h"
#include "fact/value.h"

enum {
    NEAR_DAYS    = 3, /* two documents of one time */
    LEAST_WORDS  = 6, /* of a sentence that is no formula */
    LEAST_LETTER = 4, /* of a word that tells something */
};

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

/* -- Frames -------------------------------------------------------------------------------------- */

static bool are_of_one_time(const cc_period *a, const cc_period *b)
{
    int64_t days = (int64_t)a->day_first - b->day_first;
    return !cc_period_is_known(a) || !cc_period_is_known(b) ||
           (days <= NEAR_DAYS && -days <= NEAR_DAYS && a->granularity == b->granularity);
}

static cc_str before(const cc_claim *c)
{
    return cc_str_sub(c->sentence, 0, c->mark.off);
}

static cc_str behind(const cc_claim *c)
{
    size_t end = c->mark.off + c->mark.len;
    return cc_str_sub(c->sentence, end, c->sentence.len - end);
}

/* A long sentence is quoted in part only: as far as both are. */
static bool ends_alike(cc_str a, cc_str b)
{
    return a.len < b.len ? cc_str_ends(b, a) : cc_str_ends(a, b);
}

static bool starts_alike(cc_str a, cc_str b)
{
    return a.len < b.len ? cc_str_starts(b, a) : cc_str_starts(a, b);
}

static size_t count_words(cc_str text)
{
    size_t n = 0, letters = 0;
    for (size_t i = 0; i < text.len; i++) {
        letters = cc_is_alpha(text.ptr[i]) ? letters + 1 : 0;
        n += letters == LEAST_LETTER;
    }
    return n;
}

bool cc_is_same_frame(const cc_claim *a, const cc_claim *b)
{
    return a->doc != b->doc && a->label.len + b->label.len == 0 &&
           a->skeleton.len + b->skeleton.len == 0 &&
           are_of_one_time(&a->doc->date, &b->doc->date) && ends_alike(before(a), before(b)) &&
           starts_alike(behind(a), behind(b)) &&
           count_words(before(a)) + count_words(behind(a)) >= LEAST_WORDS;
}
