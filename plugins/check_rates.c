/* check_rates.c - a yearly and a daily figure of one thing, side by side, that do not convert. */
#include "shared/passage.h"

enum {
    SLACK_PERCENT = 3, /* 360 or 365 days, 4 or 4.3 weeks to a month */
    NEAR_PERCENT  = 6, /* so close to a power of ten is a slip */
    MOST_POWERS   = 12,
    SCORE         = 850,
};

static const cc_check checks[] = {
    {
        .id    = "rate-mismatch",
        .about = "A yearly and a daily, monthly or hourly figure of one thing that do not convert.",
        .help  = "Compares neighbouring figures of one sentence with the same unit or counted noun "
                 "that\n"
                 "are per different spans of time; 3 percent of slack. Reported if they miss by a "
                 "power\n"
                 "of ten or by less than twice: else they are two different rates.",
    },
    {0},
};

static const struct {
    const char *per;
    int64_t     in_year;
} spans[] = {{"second", 31536000}, {"minute", 525600}, {"hour", 8760}, {"day", 365}, {"week", 52},
             {"month", 12},        {"quarter", 4},     {"year", 1},    {NULL, 0}};

/* How often the figure's span fits into a year; 0: it is per nothing that does. */
static int64_t times_a_year(const cc_claim *c)
{
    for (size_t i = 0; spans[i].per != NULL; i++)
        if (cc_is(c->per, spans[i].per))
            return spans[i].in_year;
    bool whole_year =
        c->per.len == 0 && c->period_origin == CC_FROM_SENTENCE && c->period.granularity == CC_YEAR;
    return whole_year ? 1 : 0;
}

static const char *last_word(cc_str noun, size_t *ret_len)
{
    size_t from = noun.len;
    while (from > 0 && noun.ptr[from - 1] != ' ')
        from--;
    *ret_len = noun.len - from;
    return noun.ptr + from;
}

static bool has_word(cc_str noun, const char *word, size_t len)
{
    for (size_t i = 0; i + len <= noun.len; i++)
        if (memcmp(noun.ptr + i, word, len) == 0 && (i == 0 || noun.ptr[i - 1] == ' ') &&
            (i + len == noun.len || noun.ptr[i + len] == ' '))
            return len > 0;
    return false;
}

/* The same unit, label and, for counts, noun. */
static bool is_same_thing(const cc_claim *a, const cc_claim *b)
{
    size_t      len;
    const char *head = last_word(a->noun, &len);
    if (a->kind != b->kind || !cc_is_same(a->unit, b->unit) || a->aspect != b->aspect ||
        !cc_is_same(a->label, b->label) || !cc_is_same(a->sublabel, b->sublabel))
        return false;
    return a->kind != CC_NUMBER || has_word(b->noun, head, len);
}

/* In a year, in hundredths, widened by the slack. */
static cc_range in_a_year(const cc_claim *c)
{
    cc_range year = cc_range_scale(cc_range_of(&c->value), cc_exact_int(times_a_year(c)));
    year.low      = cc_exact_mul(year.low, cc_exact_int(100 - SLACK_PERCENT));
    year.high     = cc_exact_mul(year.high, cc_exact_int(100 + SLACK_PERCENT));
    return year;
}

static bool convert(const cc_claim *a, const cc_claim *b)
{
    cc_range x = in_a_year(a), y = in_a_year(b);
    return cc_range_meet(&x, &y);
}

static bool is_near(cc_exact x, cc_exact y)
{
    cc_exact hundred = cc_exact_mul(x, cc_exact_int(100));
    return cc_exact_cmp(hundred, cc_exact_mul(y, cc_exact_int(100 + NEAR_PERCENT))) < 0 &&
           cc_exact_cmp(hundred, cc_exact_mul(y, cc_exact_int(100 - NEAR_PERCENT))) > 0;
}

/* Near a power of ten from ten on, or between a half and twice. */
static bool is_slip(const cc_claim *a, const cc_claim *b)
{
    cc_exact x    = cc_exact_mul(cc_exact_of(a->value.stated), cc_exact_int(times_a_year(a)));
    cc_exact y    = cc_exact_mul(cc_exact_of(b->value.stated), cc_exact_int(times_a_year(b)));
    cc_exact less = cc_exact_cmp(x, y) < 0 ? x : y, more = cc_exact_cmp(x, y) < 0 ? y : x;
    if (less.mant <= 0 || less.lost || more.lost)
        return false;
    if (cc_exact_cmp(more, cc_exact_mul(less, cc_exact_int(2))) < 0)
        return true;
    for (int i = 0; i < MOST_POWERS; i++)
        if (less.exp10++, is_near(more, less))
            return true;
    return false;
}

static const char *name_of_span(const cc_claim *c)
{
    for (size_t i = 0; spans[i].per != NULL; i++)
        if (spans[i].in_year == times_a_year(c))
            return spans[i].per;
    return "";
}

static cc_status report(const cc_claim *a, const cc_claim *b, cc_finding_sink *out)
{
    char    message[512];
    cc_side related;
    snprintf(message, sizeof message, "%.*s a %s and %.*s a %s do not convert into each other",
             (int)a->text.len, a->text.ptr, name_of_span(a), (int)b->text.len, b->text.ptr,
             name_of_span(b));
    cc_finding f = {.size          = sizeof f,
                    .check         = {checks[0].id, strlen(checks[0].id)},
                    .score         = SCORE,
                    .message       = {message, strlen(message)},
                    .related       = &related,
                    .related_count = 1};
    out->side_of_claim(out, b, &f.primary);
    out->side_of_claim(out, a, &related);
    return out->put(out, &f);
}

static cc_status check_document(void *self, const cc_host *host, const cc_doc *doc,
                                const cc_fact *facts, size_t fact_count, const cc_claim *claims,
                                size_t claim_count, cc_finding_sink *out)
{
    (void)self, (void)host, (void)doc, (void)facts, (void)fact_count;
    for (size_t i = 0; i + 1 < claim_count; i++) {
        const cc_claim *a = &claims[i], *b = &claims[i + 1];
        bool            rates =
            times_a_year(a) != 0 && times_a_year(b) != 0 && times_a_year(a) != times_a_year(b);
        if (!rates || a->passage != b->passage || !is_same_thing(a, b) || convert(a, b) ||
            !is_slip(a, b))
            continue;
        cc_status status = report(a, b, out);
        if (status != CC_OK)
            return status;
    }
    return CC_OK;
}

CC_PLUGIN_ENTRY
{
    static const cc_checker stage = {
        .size = sizeof stage, .checks = checks, .document = check_document};
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "check_rates",
        .summary = "rates side by side that do not convert into each other",
        .checker = &stage,
    };
    return &plugin;
}
