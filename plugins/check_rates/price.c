/* price.c - an amount for so many things, and what that is said to be for one of them. */
#include "rates.h"

enum { STEM_BYTES = 3 };

static cc_str word_after(const cc_passage *p, size_t i)
{
    cc_str rest = gap_after(p, i);
    return cc_next_word(&rest);
}

/* "journey" of "journeys", "city" of "cities", "person" of "people" */
static bool is_one_of_many(cc_str one, cc_str many)
{
    static const char *const heads[] = {"person", "head", "capita", "inhabitant", "resident", NULL};
    static const char *const people[] = {"people",    "persons",  "inhabitants",
                                         "residents", "citizens", NULL};
    for (size_t i = 0; heads[i] != NULL; i++)
        for (size_t k = 0; cc_is(one, heads[i]) && people[k] != NULL; k++)
            if (cc_is(many, people[k]))
                return true;
    size_t same = 0;
    while (same < one.len && same < many.len && one.ptr[same] == many.ptr[same])
        same++;
    cc_str end = {many.ptr + same, many.len - same};
    return one.len >= STEM_BYTES &&
           ((same == one.len && (cc_is(end, "s") || cc_is(end, "es"))) ||
            (same + 1 == one.len && one.ptr[same] == 'y' && cc_is(end, "ies")));
}

/* "$9.30 a journey", "for each journey": what the price is of. */
static cc_str thing_of(const cc_passage *p, size_t i)
{
    cc_str rest = gap_after(p, i), word = cc_next_word(&rest);
    if (cc_is(word, "for"))
        word = cc_next_word(&rest);
    if (!cc_is(word, "a") && !cc_is(word, "an") && !cc_is(word, "per") && !cc_is(word, "each") &&
        !cc_is(word, "every"))
        return (cc_str){0};
    return cc_next_word(&rest);
}

/* amount / count and the price, as far as they are known, widened by the slack. */
static bool divides(const cc_fact *amount, const cc_fact *count, const cc_fact *price)
{
    cc_range all   = cc_range_scale(cc_range_of(&amount->value), cc_exact_int(100));
    cc_range whole = cc_range_mul(cc_range_of(&price->value), cc_range_of(&count->value));
    whole          = widen(whole);
    return cc_range_meet(&all, &whole);
}

static cc_status report(const cc_passage *p, size_t amount, size_t count, size_t price,
                        cc_finding_sink *out)
{
    const cc_doc  *doc = p->all->doc;
    const cc_fact *a = figure(p, amount), *n = figure(p, count), *c = figure(p, price);
    cc_str x = cc_text_of(doc, a->span), y = cc_text_of(doc, n->span), z = cc_text_of(doc, c->span);
    char   message[MESSAGE_BYTES], one[CC_FIGURE_BYTES];
    cc_exact each = cc_exact_div(cc_exact_of(a->value.stated), cc_exact_of(n->value.stated), 2);
    cc_print_like(doc, c, each, one, sizeof one);
    snprintf(message, sizeof message, "%.*s for %.*s is %s each, not %.*s", (int)x.len, x.ptr,
             (int)y.len, y.ptr, one, (int)z.len, z.ptr);
    cc_miss m = {.check         = "rate-mismatch",
                 .score         = SCORE,
                 .message       = message,
                 .primary       = c,
                 .related       = {a, n},
                 .related_count = 2};
    return cc_put_miss(&m, out);
}

cc_status check_price(const cc_passage *p, size_t i, cc_finding_sink *out)
{
    if (i < p->first + 2 || find_link(p, i) == NOT_LINKED)
        return CC_OK;
    cc_str         thing = thing_of(p, i);
    size_t         x = i - 2, y = i - 1;
    const cc_fact *price = figure(p, i);
    if (!cc_is_alike(figure(p, x), price)) {
        x = i - 1;
        y = i - 2;
    }
    const cc_fact *amount = figure(p, x), *count = figure(p, y);
    if (thing.len == 0 || !is_amount(price) || price->kind == CC_NUMBER ||
        !cc_is_alike(amount, price) || count->kind != CC_NUMBER || price->value.stated.mant <= 0 ||
        count->value.stated.mant <= 0 || !is_one_of_many(thing, word_after(p, y)) ||
        divides(amount, count, price))
        return CC_OK;
    return report(p, x, y, i, out);
}
