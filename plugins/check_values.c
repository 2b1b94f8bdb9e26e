/* check_values.c - two claims of one thing whose values cannot both hold. Core has compared them;
 * this says what it means. */
#include "shared/conflict.h"

static const cc_check checks[] = {
    {
        .id    = "value-conflict",
        .about = "Two claims of the same thing with values that cannot both hold.",
        .help =
            "Compares figures of the same unit whose words, scope and period fit, within a "
            "document\n"
            "and between documents. A figure stands for the interval its digits and hedges leave\n"
            "open: 4.9 million is 4.85 to 4.95 million, and \"over 12 million\" holds for 12.8 "
            "million.\n"
            "The same figure conflicts with itself in another currency, for another span of "
            "time, as\n"
            "percent and as percentage points, or where it goes up in one place and down in the "
            "other.\n"
            "Left alone: other years, roundings, parts and wholes, forecasts against outcomes, "
            "and\n"
            "figures of one sentence or of one table.",
    },
    {
        .id    = "magnitude",
        .about = "The digits agree, but not the scale: million for billion, a lost decimal point.",
        .help =
            "As value-conflict, where the values lie a power of ten apart. Since equal digits are\n"
            "seldom chance, the words around the figures need to fit less well.",
    },
    {
        .id    = "series-break",
        .about = "Another document has revised the figure.",
        .help =
            "As value-conflict, where both documents are dated and one of them says that it\n"
            "replaces an earlier figure: \"revised\", \"corrected\", \"restated\". What stands in "
            "the\n"
            "other is superseded, or used after its revision where that document is the later "
            "one.\n"
            "A slip of scale is still told as magnitude.",
    },
    {0},
};

enum { VALUE, MAGNITUDE, SERIES }; /* as in checks */

static bool is_later(const cc_claim *a, const cc_claim *b)
{
    return a->doc->date.day_first > b->doc->date.day_last;
}

static bool are_dated(const cc_claim *a, const cc_claim *b)
{
    const cc_period *x = &a->doc->date, *y = &b->doc->date;
    return x->day_first <= x->day_last && y->day_first <= y->day_last;
}

/* Whether `a` says that it replaces a figure given before; `b` may be that one, or use it still. */
static bool replaces(const cc_claim *a, const cc_claim *b)
{
    return are_dated(a, b) && a->revised && !b->revised && (is_later(a, b) || is_later(b, a));
}

static size_t choose_check(const cc_verdict *v)
{
    bool revised = replaces(v->primary, v->related) || replaces(v->related, v->primary);
    return v->power10 != 0 ? MAGNITUDE : revised ? SERIES : VALUE;
}

static const char *name_revision(const cc_verdict *v)
{
    if (replaces(v->primary, v->related))
        return is_later(v->primary, v->related)
                   ? ": this one says that it revises the other"
                   : ": this one revised it before the other was written";
    return is_later(v->related, v->primary) ? ": a later revision"
                                            : ": revised before this one was written";
}

static bool are_alike(const cc_dec *a, const cc_dec *b)
{
    return a->mant == b->mant && a->exp10 == b->exp10;
}

static bool are_equal(cc_str a, cc_str b)
{
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

/* What tells figures apart that are written alike. */
static const char *name_twin(const cc_verdict *v)
{
    const cc_claim *a = v->primary, *b = v->related;
    if (!are_alike(&a->value.stated, &b->value.stated))
        return "";
    if (a->per.len > 0 && b->per.len > 0 && !are_equal(a->per, b->per))
        return ": the same figure per something else";
    if (!are_equal(a->unit, b->unit))
        return a->kind == CC_MONEY ? ": the same figure in another currency"
                                   : ": the same figure in another unit";
    return a->direction * b->direction >= 0 ? ""
           : a->direction > 0               ? ": it goes up here, but down there"
                                            : ": it goes down here, but up there";
}

static void add_why(const cc_verdict *v, size_t check, char *text, size_t size)
{
    if (check == MAGNITUDE)
        snprintf(text, size, ": the same digits, a factor of %.*s apart",
                 (int)v->reason.gap.len - 1, v->reason.gap.ptr);
    if (check == SERIES)
        snprintf(text, size, "%s", name_revision(v));
    if (check == VALUE)
        snprintf(text, size, "%s", name_twin(v));
}

static cc_status put_conflict(const cc_verdict *v, cc_finding_sink *out)
{
    char   text[512];
    size_t n     = cc_conflict_message(v, text, sizeof text);
    size_t check = choose_check(v);
    add_why(v, check, text + n, sizeof text - n);
    return cc_put_conflict(v, checks[check].id, (cc_str){text, strlen(text)}, out);
}

static cc_status group(void *self, const cc_host *host, const cc_verdict *verdicts, size_t count,
                       cc_finding_sink *out)
{
    (void)self;
    (void)host;
    for (size_t i = 0; i < count; i++) {
        const cc_verdict *v = &verdicts[i];
        bool      ours   = v->relation == CC_CONFLICT && v->primary->kind != CC_DATE && !v->rates;
        cc_status status = ours ? put_conflict(v, out) : CC_OK;
        if (status != CC_OK)
            return status;
    }
    return CC_OK;
}

CC_PLUGIN_ENTRY
{
    static const cc_checker stage  = {.size = sizeof stage, .checks = checks, .group = group};
    static const cc_plugin  plugin = {
         .size    = sizeof plugin,
         .abi     = CC_ABI,
         .name    = "check_values",
         .summary = "claims of one thing whose values cannot both hold",
         .checker = &stage,
    };
    return &plugin;
}
