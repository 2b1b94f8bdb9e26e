/* check_rates.c - figures of one thing over different spans of time, side by side, that do not
 * convert. */
#include "rates.h"

#include "shared/conflict.h"

enum {
    NEAR_PERCENT = 6, /* so close to a power of ten is a slip */
    MOST_POWERS  = 12,
    MOST_BACK    = 3, /* figures back to the one that is said again */
    HOUR         = 3600,
    DAY          = 24 * HOUR,
    LEAST_HOURS  = 4,   /* of a working day */
    LEAST_DAYS   = 200, /* of a working year */
    YEAR_DAYS    = 365,
};

static const cc_check checks[] = {
    {
        .id    = "rate-mismatch",
        .about = "A yearly and a daily, monthly or hourly figure of one thing that do not convert.",
        .help  = "Compares figures of one sentence with the same unit or counted noun that are "
                 "over\n"
                 "different spans of time (\"a day\", \"over five years\", \"in 2022\"), and what "
                 "the next\n"
                 "sentence makes of one (\"That works out at\"); 3 percent of slack. Where nothing "
                 "says that\n"
                 "they are one amount they are reported if they miss by a power of ten or by less "
                 "than\n"
                 "twice: else they are two different rates. Also an amount, a count and the price "
                 "of one;\n"
                 "a count, a population and the count per 100,000. Between documents, and between "
                 "sentences,\n"
                 "such figures are held against each other where their words fit: those that both "
                 "name a\n"
                 "span (\"a day\", \"a year\") as here, those of which one has a date (\"in 2022\") "
                 "by a power\n"
                 "of ten.\n"
                 "Left alone: hours of a working day, days of a working year.",
    },
    {0},
};

/* -- One thing --------------------------------------------------------------------------------- */

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

/* Counts have a noun; one that says another again may do without. */
static bool is_same_noun(const cc_claim *a, const cc_claim *b, rate_link link)
{
    size_t      len;
    const char *head = last_word(a->noun, &len);
    if (link != NOT_LINKED && (a->noun.len == 0 || b->noun.len == 0))
        return true;
    if (has_word(b->noun, head, len))
        return true;
    head = last_word(b->noun, &len);
    return link != NOT_LINKED && has_word(a->noun, head, len);
}

/* The same unit, label and, for counts, noun. */
static bool is_same_thing(const rate *a, const rate *b, rate_link link)
{
    const cc_claim *x = a->claim, *y = b->claim;
    if (!cc_is_alike(a->figure, b->figure))
        return false;
    if (x == NULL || y == NULL)
        return link != NOT_LINKED;
    return x->aspect == y->aspect && cc_is_same(x->label, y->label) &&
           cc_is_same(x->sublabel, y->sublabel) &&
           (x->kind != CC_NUMBER || is_same_noun(x, y, link));
}

/* -- Converting -------------------------------------------------------------------------------- */

static bool convert(const rate *a, const rate *b)
{
    cc_range x = widen(cc_range_scale(cc_range_of(&a->figure->value), b->seconds));
    cc_range y = widen(cc_range_scale(cc_range_of(&b->figure->value), a->seconds));
    return cc_range_meet(&x, &y);
}

static bool is_near(cc_exact x, cc_exact y)
{
    cc_exact hundred = cc_exact_mul(x, cc_exact_int(100));
    return cc_exact_cmp(hundred, cc_exact_mul(y, cc_exact_int(100 + NEAR_PERCENT))) < 0 &&
           cc_exact_cmp(hundred, cc_exact_mul(y, cc_exact_int(100 - NEAR_PERCENT))) > 0;
}

bool is_near_tens(cc_exact less, cc_exact more)
{
    for (int i = 0; i < MOST_POWERS; i++)
        if (less.exp10++, is_near(more, less))
            return true;
    return false;
}

/* Less than twice as much, or near a power of ten. */
static bool is_slip(cc_exact x, cc_exact y, bool offered)
{
    cc_exact less = cc_exact_cmp(x, y) < 0 ? x : y, more = cc_exact_cmp(x, y) < 0 ? y : x;
    if (less.mant <= 0 || less.lost || more.lost)
        return false;
    if (!offered && cc_exact_cmp(more, cc_exact_mul(less, cc_exact_int(2))) < 0)
        return true;
    return is_near_tens(less, more);
}

/* "60 an hour, that is 600 a day": of so many hours, or in a year of so many days. */
static bool is_working_time(const rate *brief, const rate *whole, cc_exact x, cc_exact y)
{
    int64_t day = cc_exact_cmp(whole->seconds, cc_exact_int(DAY)) == 0;
    if (cc_exact_cmp(x, y) <= 0)
        return false;
    if (day && cc_exact_cmp(brief->seconds, cc_exact_int(HOUR)) <= 0)
        return cc_exact_cmp(cc_exact_mul(x, cc_exact_int(LEAST_HOURS)),
                            cc_exact_mul(y, cc_exact_int(24))) <= 0;
    return cc_exact_cmp(brief->seconds, cc_exact_int(DAY)) == 0 &&
           cc_exact_cmp(cc_exact_mul(x, cc_exact_int(LEAST_DAYS)),
                        cc_exact_mul(y, cc_exact_int(YEAR_DAYS))) <= 0;
}

/* Whether the two, which do not convert, are one thing by what is said or by how they miss. */
static bool is_wrong(const rate *a, const rate *b, rate_link link)
{
    cc_exact x = cc_exact_mul(cc_exact_of(a->figure->value.stated), b->seconds);
    cc_exact y = cc_exact_mul(cc_exact_of(b->figure->value.stated), a->seconds);
    if (is_slip(x, y, link == OFFERED))
        return true;
    bool first = cc_exact_cmp(a->seconds, b->seconds) < 0;
    return link >= LINKED_OR &&
           !(first ? is_working_time(a, b, x, y) : is_working_time(b, a, y, x));
}

static cc_status report(const rate *a, const rate *b, cc_finding_sink *out)
{
    char message[MESSAGE_BYTES];
    snprintf(message, sizeof message, "%s and %s do not convert into each other", a->text, b->text);
    cc_miss m = {.check         = checks[0].id,
                 .score         = SCORE,
                 .message       = message,
                 .primary       = b->figure,
                 .related       = {a->figure},
                 .related_count = 1};
    return cc_put_miss(&m, out);
}

static cc_status check_rates(const rate *a, const rate *b, rate_link link, cc_finding_sink *out)
{
    bool hint = a->basis == BY_HINT || b->basis == BY_HINT;
    bool word = a->basis == BY_WORD || b->basis == BY_WORD;
    if (cc_exact_cmp(a->seconds, b->seconds) == 0 || (link < LINKED_OR && (hint || !word)) ||
        (!hint && !word) || !is_same_thing(a, b, link) || convert(a, b) || !is_wrong(a, b, link))
        return CC_OK;
    return report(a, b, out);
}

static bool less(cc_str a, cc_str b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    int    c = memcmp(a.ptr, b.ptr, n);
    return c < 0 || (c == 0 && a.len < b.len);
}

/* At least half of the own words of the second are the first's: it goes on with what that says. */
static bool goes_on(const cc_claim *a, const cc_claim *b)
{
    uint32_t own = 0, met = 0;
    for (size_t i = 0, k = 0; i < b->measure_count; i++) {
        if (!b->measure[i].own)
            continue;
        while (k < a->measure_count && less(a->measure[k].stem, b->measure[i].stem))
            k++;
        own += b->measure[i].idf;
        met += k < a->measure_count && cc_is_same(a->measure[k].stem, b->measure[i].stem)
                   ? b->measure[i].idf
                   : 0;
    }
    return own > 0 && 2 * met >= own;
}

/* -- Walking ----------------------------------------------------------------------------------- */

/* The figure of the same unit that stands before figure i of the document, within `first`. */
static bool find_before(const cc_passage *p, size_t i, const cc_fact *like, size_t *ret)
{
    for (size_t k = i, n = 0; k > p->first && n < MOST_BACK; k--) {
        const cc_fact *f = figure(p, k - 1);
        if (!is_amount(f))
            continue;
        *ret = k - 1;
        if (cc_is_alike(f, like))
            return true;
        n++;
    }
    return false;
}

static cc_status check_figure(const cc_passage *before, const cc_passage *p, size_t i,
                              cc_finding_sink *out)
{
    rate      a, b;
    size_t    prior;
    rate_link link = find_link(p, i);
    if (!find_rate(p, i, &b))
        return CC_OK;
    if (find_before(p, i, b.figure, &prior))
        return find_rate(p, prior, &a) ? check_rates(&a, &b, link, out) : CC_OK;
    if (before == NULL || !find_before(before, before->end, b.figure, &prior) ||
        !find_rate(before, prior, &a))
        return CC_OK;
    if (opens_as_equation(p, i))
        return check_rates(&a, &b, LINKED_EQUAL, out);
    return a.claim != NULL && b.claim != NULL && goes_on(a.claim, b.claim)
               ? check_rates(&a, &b, NOT_LINKED, out)
               : CC_OK;
}

static cc_status check_passage(const cc_passage *before, const cc_passage *p, cc_finding_sink *out)
{
    cc_status status = CC_OK;
    for (size_t i = p->first; i < p->end && status == CC_OK; i++) {
        status = check_figure(before, p, i, out);
        if (status == CC_OK)
            status = check_price(p, i, out);
        if (status == CC_OK)
            status = check_heads(p, i, out);
    }
    return status;
}

static cc_status check_document(void *self, const cc_host *host, const cc_doc *doc,
                                const cc_fact *facts, size_t fact_count, const cc_claim *claims,
                                size_t claim_count, cc_finding_sink *out)
{
    cc_passages all    = cc_passages_of(host, doc, facts, fact_count, claims, claim_count);
    cc_status   status = CC_OK;
    cc_passage  before = {0};
    (void)self;
    for (size_t s = 0; s < doc->sentence_count && status == CC_OK; s++) {
        cc_passage p    = cc_passage_of(&all, doc->sentences[s].span);
        bool       next = s > 0 && doc->sentences[s - 1].block == doc->sentences[s].block &&
                    cc_is_readable(&before);
        if (cc_is_readable(&p))
            status = check_passage(next ? &before : NULL, &p, out);
        before = p;
    }
    return status;
}

/* -- Between sentences and documents ----------------------------------------------------------- */

/* Core has converted them. */
static cc_status put_conflict(const cc_verdict *v, cc_finding_sink *out)
{
    char   text[MESSAGE_BYTES];
    size_t n = cc_conflict_message(v, text, sizeof text);
    snprintf(text + n, sizeof text - n, ": they do not convert into each other");
    return cc_put_conflict(v, checks[0].id, (cc_str){text, strlen(text)}, out);
}

static cc_status check_group(void *self, const cc_host *host, const cc_verdict *verdicts,
                             size_t count, cc_finding_sink *out)
{
    cc_status status = CC_OK;
    (void)self;
    (void)host;
    for (size_t i = 0; i < count && status == CC_OK; i++)
        if (verdicts[i].relation == CC_CONFLICT && verdicts[i].rates)
            status = put_conflict(&verdicts[i], out);
    return status;
}

CC_PLUGIN_ENTRY
{
    static const char *const tables[] = {"arithmetic", NULL};
    static const cc_checker  stage    = {
            .size = sizeof stage, .checks = checks, .document = check_document, .group = check_group};
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "check_rates",
        .summary = "rates side by side that do not convert into each other",
        .tables  = tables,
        .checker = &stage,
    };
    return &plugin;
}
