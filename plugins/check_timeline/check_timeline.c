/* check_timeline.c - dates that stand in an order that time has not: an end before its start, a
 * span that is not as long as stated, a past that is still to come. */
#include "timeline.h"

static const cc_check checks[] = {
    {"date-order", "An end before its start, or a span that is not as long as stated.",
     "Compares the two ends of a range of dates (\"from May 2020 to March 2020\", \"1882-1945\"); "
     "a\n"
     "birth and a death, a beginning and an end, in one sentence or under two labels in a row; a "
     "span\n"
     "with what is said of its length (\"the six-month trial ran from 1 June to 31 August "
     "2019\"),\n"
     "counting with and without the last day, month or year; an age with birth and death; \"two\n"
     "years later, in 2021\" with the date before it. Left alone: dates without a year, hedged "
     "spans,\n"
     "half a year more or less."},
    {"date-future", "A date spoken of as past that is later than the document.",
     "Compares dates that a verb in the past tense leads to (\"was signed on\", \"found in its "
     "report\n"
     "of\", \"since\") with the day of the document, where that is given with --document-dates, "
     "in its\n"
     "metadata, at its head or in its name. Left alone: what is said of plans, deadlines and "
     "conditions."},
    {0},
};

static cc_status check_figure(const place *at, size_t i)
{
    static cc_status (*const each[])(const place *, size_t) = {
        check_range, check_pair, check_span, check_age, check_shift, check_after, check_future};
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
    for (size_t b = 0; b + 1 < doc->block_count && status == CC_OK; b++)
        status = check_labels(&all, b, out);
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
