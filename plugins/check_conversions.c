/* check_conversions.c - one length, weight or temperature in two units that do not convert. */
#include "shared/passage.h"

enum {
    SCORE         = 850,
    MESSAGE_BYTES = 320,
    LOOSE_PERCENT = 5, /* two round figures: "10 feet (3 meters)" */
};

/* To the base unit of the dimension. */
typedef struct factor {
    int64_t num, den;
} factor;

static const cc_check checks[] = {
    {
        .id    = "conversion-mismatch",
        .about = "One quantity in two units that do not convert into each other.",
        .help  = "Compares a quantity with the one in parentheses, after a slash or after \"or\" "
                 "right behind\n"
                 "it, if both are lengths, areas, volumes, weights, speeds, energies or "
                 "temperatures; each with\n"
                 "the precision that its digits show, and 5 percent more where both are round. "
                 "Left alone:\n"
                 "hedged figures, ranges, and money, whose rates change.",
    },
    {0},
};

static cc_str find_property(const cc_host *host, const char *property, cc_str unit)
{
    char key[CC_CUE_BYTES];
    int  n = snprintf(key, sizeof key, "%s.%.*s", property, (int)unit.len, unit.ptr);
    return n < (int)sizeof key ? host->table(host, "units", (cc_str){key, (size_t)n}) : (cc_str){0};
}

static int64_t read_whole(cc_str text, size_t *at)
{
    int64_t n = 0;
    for (; *at < text.len && text.ptr[*at] >= '0' && text.ptr[*at] <= '9' && n < INT64_MAX / 11;
         ++*at)
        n = n * 10 + (text.ptr[*at] - '0');
    return n;
}

/* "1609344/1000"; false: the unit has none. */
static bool find_factor(const cc_host *host, cc_str unit, factor *ret)
{
    size_t at   = 0;
    cc_str text = find_property(host, "factor", unit);
    ret->num    = read_whole(text, &at);
    at++;
    ret->den = read_whole(text, &at);
    return ret->num > 0 && ret->den > 0;
}

static bool is_temperature(cc_str unit)
{
    return cc_is(unit, "fahrenheit") || cc_is(unit, "celsius");
}

/* Two quantities of one dimension in different units. */
static bool are_two_units(const cc_host *host, const cc_fact *a, const cc_fact *b)
{
    cc_str x = find_property(host, "dimension", a->unit);
    if (a->kind != CC_QUANTITY || b->kind != CC_QUANTITY || cc_is_same(a->unit, b->unit))
        return false;
    if (is_temperature(a->unit) && is_temperature(b->unit))
        return true;
    return x.len > 0 && cc_is_same(x, find_property(host, "dimension", b->unit)) &&
           !cc_is(x, "percent") && !cc_is(x, "percentage-point");
}

/* "/", ", or", "or": what says that the second is the first once more. In parentheses it
 * stands alone: "447 km 1.435-m gauge (41.4 km electrified)" are two things. */
static bool is_link(const cc_doc *doc, const cc_fact *a, const cc_fact *b)
{
    static const char *const links[] = {"/", "or", ", or", "; or", ", i.e.,", NULL};
    cc_str                   gap     = cc_trim(cc_text_between(doc, cc_end_of(a), b->span.off));
    if (gap.len > CC_CUE_BYTES)
        return false;
    for (size_t i = 0; links[i] != NULL; i++)
        if (cc_is(gap, links[i]))
            return true;
    bool alone = cc_end_of(b) < doc->text.len &&
                 cc_has_byte((cc_str){")];", 3}, doc->text.ptr[cc_end_of(b)]);
    return alone && (cc_ends(gap, "(") || cc_ends(gap, "[") || cc_ends(gap, "(or")) &&
           cc_count_words(gap) <= 1 && !cc_has_byte(gap, ')') && !cc_has_byte(gap, ',') &&
           !cc_has_byte(gap, ';');
}

/* Significant digits as written. */
static int count_digits(const cc_value *v)
{
    cc_exact stated = cc_exact_norm(cc_exact_of(v->stated));
    int      n      = 0;
    for (cc_wide rest = cc_wide_abs(stated.mant); rest > 0; rest /= 10)
        n++;
    return n;
}

/* All noughts may be rounding, but by no more than 2.5 percent: "500 acres" is no "450 acres". */
static cc_range quantity_range(const cc_value *v)
{
    cc_exact stated = cc_exact_norm(cc_exact_of(v->stated));
    cc_exact most   = cc_exact_mul(stated, (cc_exact){25, -3, false});
    cc_exact half   = {5, stated.exp10 - 1, stated.lost};
    cc_exact least  = {5, -1, stated.lost};
    if (stated.exp10 <= 0)
        half = cc_exact_mul(cc_exact_of(v->step), least);
    else if (cc_exact_cmp(most, half) < 0)
        half = cc_exact_cmp(most, least) < 0 ? least : most;
    return (cc_range){cc_exact_sub(stated, half), cc_exact_add(stated, half), 0};
}

static cc_range widen(cc_range r)
{
    r.low  = cc_exact_mul(r.low, cc_exact_int(100 - LOOSE_PERCENT));
    r.high = cc_exact_mul(r.high, cc_exact_int(100 + LOOSE_PERCENT));
    return r;
}

/* 9 C + 160 = 5 F - 0; both sides of "b in the unit of a", free of fractions. */
static cc_range to_common(const cc_fact *f, factor own, factor other)
{
    cc_range r = quantity_range(&f->value);
    if (is_temperature(f->unit) && cc_is(f->unit, "fahrenheit"))
        return cc_range_scale(r, cc_exact_int(5));
    if (is_temperature(f->unit))
        return cc_range_add(cc_range_scale(r, cc_exact_int(9)), cc_range_point(cc_exact_int(160)));
    r = cc_range_scale(r, cc_exact_int(own.num));
    return cc_range_scale(r, cc_exact_int(other.den));
}

static bool find_factors(const cc_host *host, const cc_fact *a, const cc_fact *b, factor *ret)
{
    ret[0] = ret[1] = (factor){1, 1};
    return is_temperature(a->unit) ||
           (find_factor(host, a->unit, &ret[0]) && find_factor(host, b->unit, &ret[1]));
}

static bool convert(const cc_fact *a, const cc_fact *b, const factor *by)
{
    cc_range x = to_common(a, by[0], by[1]), y = to_common(b, by[1], by[0]);
    bool     loose =
        count_digits(&a->value) <= 2 && count_digits(&b->value) <= 2 && !is_temperature(a->unit);
    if (loose) {
        x = widen(x);
        y = cc_range_scale(y, cc_exact_int(100));
    }
    return cc_range_meet(&x, &y);
}

/* `a` in the unit of `b`, with one more digit than `b` is written with. */
static cc_exact convert_exactly(const cc_fact *a, const cc_fact *b, const factor *by)
{
    cc_exact v = cc_exact_of(a->value.stated), step = cc_exact_norm(cc_exact_of(b->value.step));
    int32_t  decimals = step.exp10 < 0 ? -step.exp10 : 0;
    if (cc_is(a->unit, "fahrenheit"))
        return cc_exact_div(cc_exact_mul(cc_exact_sub(v, cc_exact_int(32)), cc_exact_int(5)),
                            cc_exact_int(9), decimals);
    if (cc_is(a->unit, "celsius"))
        return cc_exact_add(
            cc_exact_div(cc_exact_mul(v, cc_exact_int(9)), cc_exact_int(5), decimals),
            cc_exact_int(32));
    v = cc_exact_mul(cc_exact_mul(v, cc_exact_int(by[0].num)), cc_exact_int(by[1].den));
    return cc_exact_div(v, cc_exact_mul(cc_exact_int(by[0].den), cc_exact_int(by[1].num)),
                        decimals);
}

static cc_status report(const cc_doc *doc, const cc_fact *a, const cc_fact *b, const factor *by,
                        cc_finding_sink *out)
{
    char     message[MESSAGE_BYTES], right[128];
    cc_exact exact = convert_exactly(a, b, by);
    cc_str   x = cc_text_of(doc, a->span), y = cc_text_of(doc, b->span);
    if (exact.lost)
        return CC_OK;
    cc_print_like(doc, b, exact, right, sizeof right);
    snprintf(message, sizeof message, "%.*s is %s, not %.*s", (int)x.len, x.ptr, right, (int)y.len,
             y.ptr);
    cc_miss m = {.check         = checks[0].id,
                 .score         = SCORE,
                 .message       = message,
                 .primary       = b,
                 .related       = {a},
                 .related_count = 1};
    return cc_put_miss(&m, out);
}

static cc_status check_document(void *self, const cc_host *host, const cc_doc *doc,
                                const cc_fact *facts, size_t fact_count, const cc_claim *claims,
                                size_t claim_count, cc_finding_sink *out)
{
    cc_passages p = cc_passages_of(host, doc, facts, fact_count, claims, claim_count);
    factor      by[2];
    cc_status   status = CC_OK;
    (void)self;
    for (size_t i = 0; i + 1 < p.count && status == CC_OK; i++) {
        const cc_fact *a = p.figures[i], *b = p.figures[i + 1];
        if (is_link(doc, a, b) && cc_is_plain(a) && cc_is_plain(b) && are_two_units(host, a, b) &&
            find_factors(host, a, b, by) && !convert(a, b, by))
            status = report(doc, a, b, by, out);
    }
    return status;
}

CC_PLUGIN_ENTRY
{
    static const char *const tables[] = {"units", NULL};
    static const cc_checker  stage    = {
            .size = sizeof stage, .checks = checks, .document = check_document};
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "check_conversions",
        .summary = "one quantity in two units that do not convert into each other",
        .tables  = tables,
        .checker = &stage,
    };
    return &plugin;
}
