/* check_rates.c - a yearly and a daily figure of one thing, side by side, that do not convert. */
#include <claimcheck.h>

#include <stdio.h>
#include <string.h>

__extension__ typedef __int128 wide;

enum {
    SLACK_PERCENT = 3, /* 360 or 365 days, 4 or 4.3 weeks to a month */
    NEAR_PERCENT  = 6, /* so close to a power of ten is a slip */
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
} spans[] = {{"minute", 525600}, {"hour", 8760}, {"day", 365}, {"week", 52},
             {"month", 12},      {"quarter", 4}, {"year", 1},  {NULL, 0}};

static bool is_equal(cc_str a, cc_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* How often the figure's span fits into a year; 0: it is per nothing that does. */
static int64_t times_a_year(const cc_claim *c)
{
    for (size_t i = 0; spans[i].per != NULL; i++)
        if (c->per.len == strlen(spans[i].per) && memcmp(c->per.ptr, spans[i].per, c->per.len) == 0)
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

/* The same unit and, for counts, the same noun. */
static bool is_same_thing(const cc_claim *a, const cc_claim *b)
{
    size_t      len;
    const char *head = last_word(a->noun, &len);
    if (a->kind != b->kind || !is_equal(a->unit, b->unit) || a->aspect != b->aspect)
        return false;
    return a->kind != CC_NUMBER || has_word(b->noun, head, len);
}

/* Both as multiples of one power of ten; false: they lie too far apart to be meant as one. */
static bool align(cc_dec a, cc_dec b, wide *ret_a, wide *ret_b)
{
    int32_t least = a.exp10 < b.exp10 ? a.exp10 : b.exp10;
    *ret_a        = a.mant;
    *ret_b        = b.mant;
    for (int32_t i = a.exp10; i > least; i--)
        if ((*ret_a *= 10) > (wide)1 << 90)
            return false;
    for (int32_t i = b.exp10; i > least; i--)
        if ((*ret_b *= 10) > (wide)1 << 90)
            return false;
    return true;
}

/* Whether low * times, less the slack, is above high * others, more the slack. */
static bool is_above(cc_dec low, int64_t times, cc_dec high, int64_t others)
{
    wide x, y;
    return align(low, high, &x, &y) &&
           x * times * (100 - SLACK_PERCENT) > y * others * (100 + SLACK_PERCENT);
}

static bool convert(const cc_claim *a, const cc_claim *b)
{
    int64_t in_a = times_a_year(a), in_b = times_a_year(b);
    bool    over = !((a->value.flags & CC_NO_LOW) | (b->value.flags & CC_NO_HIGH)) &&
                is_above(a->value.low, in_a, b->value.high, in_b);
    bool under = !((b->value.flags & CC_NO_LOW) | (a->value.flags & CC_NO_HIGH)) &&
                 is_above(b->value.low, in_b, a->value.high, in_a);
    return !over && !under;
}

/* Near a power of ten from ten on, or between a half and twice. */
static bool is_slip(const cc_claim *a, const cc_claim *b)
{
    wide x, y;
    if (!align(a->value.stated, b->value.stated, &x, &y) || x <= 0 || y <= 0)
        return false;
    x *= times_a_year(a);
    y *= times_a_year(b);
    if (x < y) {
        wide swap = x;
        x         = y;
        y         = swap;
    }
    if (x < 2 * y)
        return true;
    while (x > 5 * y)
        y *= 10;
    return 100 * x < (100 + NEAR_PERCENT) * y && 100 * x > (100 - NEAR_PERCENT) * y;
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
