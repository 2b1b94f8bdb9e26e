/* check_percents.c - percentages and multiples beside the figures they were worked out from. */
#include "percents.h"

static const cc_check checks[] = {
    {
        .id    = "percent-mismatch",
        .about = "A percentage or a multiple that the figures beside it do not give.",
        .help =
            "Works out, within a sentence: \"from A to B, up C percent\", \"C percent to B from "
            "A\",\n"
            "\"X of the Y (Z percent)\" in its usual orders, \"A is C percent of B\", \"doubled "
            "from "
            "A to B\",\n"
            "\"four times as many (A against B)\"; percentages that no whole number gives (\"33.3 "
            "percent\n"
            "of 10 members\"). A note where percent was written and percentage points are meant. "
            "Each\n"
            "figure has the precision that its digits and hedges show. Left alone: yearly, average "
            "and\n"
            "real rates, targets and forecasts of small counts.",
    },
    {0},
};

static cc_status check_document(void *self, const cc_host *host, const cc_doc *doc,
                                const cc_fact *facts, size_t fact_count, const cc_claim *claims,
                                size_t claim_count, cc_finding_sink *out)
{
    cc_passages all    = cc_passages_of(host, doc, facts, fact_count, claims, claim_count);
    cc_status   status = CC_OK;
    (void)self;
    for (size_t i = 0; i < doc->sentence_count && status == CC_OK; i++) {
        cc_passage p = cc_passage_of(&all, doc->sentences[i].span);
        if (!cc_is_readable(&p))
            continue;
        status = check_changes(&p, out);
        if (status == CC_OK)
            status = check_shares(&p, out);
        if (status == CC_OK)
            status = check_multiples(&p, out);
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
        .name    = "check_percents",
        .summary = "percentages that the figures beside them do not give",
        .tables  = tables,
        .checker = &stage,
    };
    return &plugin;
}
