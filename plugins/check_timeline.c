/* check_timeline.c - dates that stand in an order that time has not: an end before its start, a
 * span that is not as long as stated, a past that is still to come. */
#include "shared/passage.h"

enum {
    SCORE         = 850,
    MESSAGE_BYTES = 320,
    NEAR_WORDS    = 3,
    LINK_BYTES    = 12, /* " through ", and a dash of three bytes */
    TIMEX_YEAR    = 4,  /* digits; of a day of a month 10 */
};

static const cc_check checks[] = {
    {"date-order", "An end before its start, or a span that is not as long as stated.",
     "Compares the two ends of a range of dates (\"from May 2020 to March 2020\", \"1882-1945\"); "
     "a\n"
     "birth and a death, a beginning and an end in one sentence; a span with the years, months or\n"
     "days beside it (\"2014-2019, a period of four years\"), counting with and without the last "
     "one;\n"
     "an age with birth and death; \"five years later, in 2016\" with the date before it. Left "
     "alone:\n"
     "dates without a year, hedged spans."},
    {"date-future", "A date spoken of as past that is later than the document.",
     "Compares dates behind \"was signed on\", \"died in\" with the day of the document, where "
     "that "
     "is\n"
     "given with --document-dates, in its metadata or at its head. Left alone: sentences that "
     "speak "
     "of\n"
     "plans, deadlines and conditions."},
    {0},
};

/* The figures of a sentence, and where findings go. */
typedef struct place {
    const cc_passage *p;
    cc_finding_sink  *out;
} place;

static const cc_fact *figure(const cc_passage *p, size_t i)
{
    return p->all->figures[i];
}

static cc_str text_of(const cc_passage *p, size_t i)
{
    return cc_text_of(p->all->doc, figure(p, i)->span);
}

static cc_str gap_before(const cc_passage *p, size_t i)
{
    uint32_t from = i > p->first ? cc_end_of(figure(p, i - 1)) : p->span.off;
    return cc_trim(cc_text_between(p->all->doc, from, figure(p, i)->span.off));
}

static bool is_dated(const cc_fact *f)
{
    return f->kind == CC_DATE && f->period.day_first <= f->period.day_last &&
           f->period.hedge == CC_HEDGE_NONE;
}

static cc_status put(const place *at, const char *check, size_t i, size_t j, const char *message)
{
    cc_miss m = {.check         = check,
                 .score         = SCORE,
                 .message       = message,
                 .primary       = figure(at->p, i),
                 .related       = {figure(at->p, j)},
                 .related_count = i == j ? 0 : 1};
    return cc_put_miss(&m, at->out);
}

/* -- Ranges ------------------------------------------------------------------------------------ */

static bool is_written_date(cc_str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((s.ptr[i] < '0' || s.ptr[i] > '9') && s.ptr[i] != '-')
            return false;
    return s.len >= TIMEX_YEAR;
}

/* From one date to another: a figure with both ends, or two that share one period. */
typedef struct range {
    size_t         first, end; /* figures of the sentence; `end` is behind it */
    cc_str         from, to;   /* TIMEX3 values of one kind */
    cc_str         text;
    const cc_fact *whole;
} range;

/* Two ends of one match: they have its rule and its period, known or not. */
static bool is_other_end(const cc_fact *a, const cc_fact *b)
{
    return b->kind == CC_DATE && a->rule == b->rule && b->span.off < cc_end_of(a) + LINK_BYTES &&
           a->period.day_first == b->period.day_first && a->period.day_last == b->period.day_last &&
           !cc_is_same(a->timex, b->timex);
}

static bool find_range(const cc_passage *p, size_t i, range *ret)
{
    const cc_fact *f = figure(p, i), *last = f;
    const char    *slash = f->timex.len == 0 ? NULL : memchr(f->timex.ptr, '/', f->timex.len);
    if (f->kind != CC_DATE)
        return false;
    if (slash == NULL && (i + 1 >= p->end || !is_other_end(f, figure(p, i + 1))))
        return false;
    *ret = (range){.first = i, .end = i + 1, .whole = f};
    if (slash != NULL) {
        ret->from = (cc_str){f->timex.ptr, (size_t)(slash - f->timex.ptr)};
        ret->to   = (cc_str){slash + 1, f->timex.len - ret->from.len - 1};
    } else {
        last      = figure(p, i + 1);
        ret->end  = i + 2;
        ret->from = f->timex;
        ret->to   = last->timex;
    }
    ret->text = cc_text_between(p->all->doc, f->span.off, cc_end_of(last));
    return ret->from.len == ret->to.len && is_written_date(ret->from) && is_written_date(ret->to);
}

/* "8 July - 7 July" runs over the turn of a year, "May to March 2020" may. */
static bool has_two_years(cc_str text)
{
    size_t years = 0, digits = 0;
    for (size_t i = 0; i < text.len; i++) {
        digits = text.ptr[i] >= '0' && text.ptr[i] <= '9' ? digits + 1 : 0;
        years += digits == TIMEX_YEAR;
    }
    return years == 2;
}

static cc_status check_range(const place *at, size_t i)
{
    range r;
    char  message[MESSAGE_BYTES];
    if (!find_range(at->p, i, &r) || r.whole->impossible || !has_two_years(r.text) ||
        memcmp(r.from.ptr, r.to.ptr, r.from.len) <= 0)
        return CC_OK;
    snprintf(message, sizeof message, "'%.*s' ends before it begins", (int)r.text.len, r.text.ptr);
    return put(at, "date-order", i, r.end - 1, message);
}

/* "born in 1950 and died in 1948" */
static cc_status check_pair(const place *at, size_t i)
{
    const cc_passage *p = at->p;
    char              message[MESSAGE_BYTES];
    if (i + 1 >= p->end || !is_dated(figure(p, i)) || !is_dated(figure(p, i + 1)) ||
        figure(p, i + 1)->period.day_last >= figure(p, i)->period.day_first ||
        !cc_has_cue(p->all->host, "start", gap_before(p, i)) ||
        !cc_has_cue(p->all->host, "end", gap_before(p, i + 1)) ||
        cc_count_words(gap_before(p, i + 1)) > 2 * NEAR_WORDS)
        return CC_OK;
    cc_str a = text_of(p, i), b = text_of(p, i + 1);
    snprintf(message, sizeof message, "the end, %.*s, is before the beginning, %.*s", (int)b.len,
             b.ptr, (int)a.len, a.ptr);
    return put(at, "date-order", i + 1, i, message);
}

/* -- Spans ------------------------------------------------------------------------------------- */

static int32_t read_digits(cc_str s, size_t off, size_t count)
{
    int32_t n = 0;
    for (size_t i = off; i < off + count && i < s.len; i++)
        n = n * 10 + (s.ptr[i] - '0');
    return n;
}

/* From the first to the last end in the unit, the last one left out; -1: other units. */
static int64_t length_of(const range *r, cc_str unit)
{
    int32_t years = read_digits(r->to, 0, TIMEX_YEAR) - read_digits(r->from, 0, TIMEX_YEAR);
    if (!is_dated(r->whole))
        return -1;
    if (cc_is(unit, "year") && r->from.len == TIMEX_YEAR)
        return years;
    if (cc_is(unit, "month") && r->from.len == strlen("2020-05"))
        return 12 * years + read_digits(r->to, 5, 2) - read_digits(r->from, 5, 2);
    if (cc_is(unit, "day") && r->from.len == strlen("2020-05-01"))
        return r->whole->period.day_last - r->whole->period.day_first;
    return -1;
}

/* "a five-year plan (2016-2021)", "the three years from 2015 to 2017". */
static bool leads_in(cc_str gap)
{
    return cc_is(gap, "from") || cc_is(gap, "between") || cc_is(gap, "of") || cc_is(gap, "(") ||
           (cc_ends(gap, "(") && cc_count_words(gap) <= 2 && !cc_has_byte(gap, ',') &&
            !cc_has_byte(gap, ')'));
}

/* "2014-2019, a period of four years" */
static bool sums_up(cc_str gap)
{
    return (cc_ends(gap, ", a period of") && cc_count_words(gap) <= 2 * NEAR_WORDS) ||
           cc_is(gap, "(") || cc_is(gap, ", a span of") || cc_is(gap, ", or") ||
           cc_is(gap, ", a total of");
}

/* "per year", "a year": a rate. */
static bool is_rate(cc_str text)
{
    cc_str word = cc_next_word(&text);
    return cc_is(word, "per") || cc_is(word, "a") || cc_is(word, "an") || cc_is(word, "each") ||
           cc_is(word, "every");
}

static cc_status check_length(const place *at, size_t span, const range *r)
{
    const cc_fact *d    = figure(at->p, span);
    int64_t        n    = length_of(r, d->unit);
    cc_exact       said = cc_exact_norm(cc_exact_of(d->value.stated));
    char           message[MESSAGE_BYTES];
    cc_str         x = r->text, y = text_of(at->p, span);
    if (n < 0 || d->kind != CC_DURATION || !cc_is_plain(d) || is_rate(y) || said.exp10 < 0 ||
        cc_exact_cmp(said, cc_exact_int(n)) == 0 || cc_exact_cmp(said, cc_exact_int(n + 1)) == 0)
        return CC_OK;
    snprintf(message, sizeof message, "%.*s are %lld %.*ss, or %lld with the last one, not %.*s",
             (int)x.len, x.ptr, (long long)n, (int)d->unit.len, d->unit.ptr, (long long)n + 1,
             (int)y.len, y.ptr);
    return put(at, "date-order", span, r->first, message);
}

/* At the figures of the range. */
static cc_status check_span(const place *at, size_t i)
{
    const cc_passage *p = at->p;
    range             r;
    if (!find_range(p, i, &r))
        return CC_OK;
    if (i > p->first && figure(p, i - 1)->kind == CC_DURATION && leads_in(gap_before(p, i)))
        return check_length(at, i - 1, &r);
    return r.end < p->end && figure(p, r.end)->kind == CC_DURATION && sums_up(gap_before(p, r.end))
               ? check_length(at, r.end, &r)
               : CC_OK;
}

/* Years from one date to another; without the days, from one less to as many. */
static int64_t years_between(const cc_fact *from, const cc_fact *to)
{
    return read_digits(to->timex, 0, TIMEX_YEAR) - read_digits(from->timex, 0, TIMEX_YEAR);
}

static bool has_year(const cc_fact *f)
{
    return is_dated(f) && f->timex.len >= TIMEX_YEAR &&
           is_written_date((cc_str){f->timex.ptr, TIMEX_YEAR});
}

/* "born in 1950 and died in 2000, aged 60" */
static cc_status check_age(const place *at, size_t i)
{
    const cc_passage *p = at->p;
    char              message[MESSAGE_BYTES];
    if (i + 2 >= p->end || !cc_is(figure(p, i + 2)->unit, "year-old") || !has_year(figure(p, i)) ||
        !has_year(figure(p, i + 1)) || !cc_is_plain(figure(p, i + 2)) ||
        !cc_has_cue(p->all->host, "start", gap_before(p, i)) ||
        !cc_has_cue(p->all->host, "end", gap_before(p, i + 1)))
        return CC_OK;
    int64_t  n    = years_between(figure(p, i), figure(p, i + 1));
    cc_exact said = cc_exact_of(figure(p, i + 2)->value.stated);
    cc_str   a = text_of(p, i), b = text_of(p, i + 1), y = text_of(p, i + 2);
    if (n < 1 || cc_exact_cmp(said, cc_exact_int(n)) == 0 ||
        cc_exact_cmp(said, cc_exact_int(n - 1)) == 0)
        return CC_OK;
    snprintf(message, sizeof message, "from %.*s to %.*s are %lld years at most, not %.*s",
             (int)a.len, a.ptr, (int)b.len, b.ptr, (long long)n, (int)y.len, y.ptr);
    return put(at, "date-order", i + 2, i + 1, message);
}

/* "opened in 2010 and closed five years later, in 2016": two years off or more. */
static cc_status check_shift(const place *at, size_t i)
{
    const cc_passage *p = at->p;
    char              message[MESSAGE_BYTES];
    if (i + 2 >= p->end || !has_year(figure(p, i)) || !has_year(figure(p, i + 1)) ||
        !has_year(figure(p, i + 2)) || !cc_is(gap_before(p, i + 2), ", in") ||
        !(cc_ends(text_of(p, i + 1), "years later") || cc_ends(text_of(p, i + 1), "years earlier")))
        return CC_OK;
    int64_t meant = years_between(figure(p, i), figure(p, i + 1));
    int64_t found = years_between(figure(p, i), figure(p, i + 2));
    cc_str  said = text_of(p, i + 1), a = text_of(p, i), b = text_of(p, i + 2);
    if (meant - found < 2 && found - meant < 2)
        return CC_OK;
    snprintf(message, sizeof message, "from %.*s to %.*s are %lld years, which is not '%.*s'",
             (int)a.len, a.ptr, (int)b.len, b.ptr, (long long)(found < 0 ? -found : found),
             (int)said.len, said.ptr);
    return put(at, "date-order", i + 2, i, message);
}

/* -- The future -------------------------------------------------------------------------------- */

static bool is_certain(const cc_doc *doc)
{
    return doc->date.granularity == CC_DAY && doc->date.day_first <= doc->date.day_last &&
           (doc->date_origin == CC_DATE_OPTION || doc->date_origin == CC_DATE_METADATA ||
            doc->date_origin == CC_DATE_DATELINE);
}

/* The last words before the date are "was signed on", "died in". */
static bool is_told_as_past(const cc_host *host, cc_str before)
{
    cc_str word, last[3] = {{0}};
    while ((word = cc_next_word(&before)).len > 0) {
        last[0] = last[1];
        last[1] = last[2];
        last[2] = word;
    }
    if (!cc_is(last[2], "on") && !cc_is(last[2], "in"))
        return false;
    return cc_is_cue(host, "past", last[1]) ||
           (cc_ends(last[1], "ed") && (cc_is(last[0], "was") || cc_is(last[0], "were")));
}

static cc_status check_future(const place *at, size_t i)
{
    const cc_passage *p   = at->p;
    const cc_doc     *doc = p->all->doc;
    const cc_fact    *f   = figure(p, i);
    char              message[MESSAGE_BYTES];
    if (!is_certain(doc) || !is_dated(f) || f->period.day_first <= doc->date.day_last ||
        f->period.granularity == CC_YEARS || !is_told_as_past(p->all->host, gap_before(p, i)) ||
        cc_has_cue(p->all->host, "future", cc_text_of(doc, p->span)))
        return CC_OK;
    cc_str text = text_of(p, i);
    snprintf(message, sizeof message, "%.*s is later than the document, and told as past",
             (int)text.len, text.ptr);
    return put(at, "date-future", i, i, message);
}

static cc_status check_figure(const place *at, size_t i)
{
    static cc_status (*const each[])(const place *, size_t) = {
        check_range, check_pair, check_span, check_age, check_shift, check_future};
    cc_status status = CC_OK;
    for (size_t k = 0; k < sizeof each / sizeof *each && status == CC_OK; k++)
        status = each[k](at, i);
    return status;
}

static cc_status check_document(void *self, const cc_host *host, const cc_doc *doc,
                                const cc_fact *facts, size_t fact_count, const cc_claim *claims,
                                size_t claim_count, cc_finding_sink *out)
{
    cc_passages all    = cc_passages_of(host, doc, facts, fact_count, claims, claim_count);
    cc_status   status = CC_OK;
    (void)self;
    for (size_t s = 0; s < doc->sentence_count && status == CC_OK; s++) {
        cc_passage p  = cc_passage_of(&all, doc->sentences[s].span);
        place      at = {&p, out};
        for (size_t i = p.first; cc_is_readable(&p) && i < p.end && status == CC_OK; i++)
            status = check_figure(&at, i);
    }
    return status;
}

CC_PLUGIN_ENTRY
{
    static const char *const tables[] = {"arithmetic", NULL};
    static const cc_checker  stage    = {
            .size = sizeof stage, .checks = checks, .document = check_document};
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "check_timeline",
        .summary = "dates in an order that time has not",
        .tables  = tables,
        .checker = &stage,
    };
    return &plugin;
}
