/* check_percents.c - percentages and multiples beside the figures they were worked out from. */
#include "percents.h"

static const cc_check checks[] = {
    {
        .id    = "percent-mismatch",
        .about = "A percentage or a multiple that the figures beside it do not give.",
        .help =
            "Works out \"from A to B, up C percent\", \"by D\" or \"that is, it doubled\", in one "
            "sentence or the\n"
            "next; \"C percent to B from A\", \"B, up C percent from A\", \"X of the Y (Z "
            "percent)\" "
            "in its usual\n"
            "orders, \"A is C percent of B\", \"four times as many (A against B)\"; percentages "
            "that "
            "no whole\n"
            "number gives (\"33.3 percent of 10 members\"). A note where percent was written and "
            "percentage\n"
            "points are meant. Each figure has the precision that its digits and hedges show. Left "
            "alone:\n"
            "yearly, average and real rates, rates of another whole, targets and forecasts of "
            "small "
            "counts.",
    },
    {0},
};

/* A sentence, with the next one if that goes on about it: "That is an increase of". */
static cc_passage with_next(const cc_passages *all, size_t i)
{
    const cc_sentence *at   = all->doc->sentences;
    cc_span            span = at[i].span;
    if (i + 1 < all->doc->sentence_count && at[i + 1].block == at[i].block) {
        cc_str next = cc_text_of(all->doc, at[i + 1].span), word = cc_next_word(&next);
        if (cc_is(word, "That") || cc_is(word, "This"))
            span.len = at[i + 1].span.off + at[i + 1].span.len - span.off;
    }
    return cc_passage_of(all, span);
}

static cc_status check_document(void *self, const cc_host *host, const cc_doc *doc,
                                const cc_fact *facts, size_t fact_count, const cc_claim *claims,
                                size_t claim_count, cc_finding_sink *out)
{
    cc_passages all    = cc_passages_of(host, doc, facts, fact_count, claims, claim_count);
    cc_status   status = CC_OK;
    (void)self;
    for (size_t i = 0; i < doc->sentence_count && status == CC_OK; i++) {
        cc_passage p = cc_passage_of(&all, doc->sentences[i].span), more = with_next(&all, i);
        if (!cc_is_readable(&p))
            continue;
        status = check_changes(cc_is_readable(&more) ? &more : &p, p.end, out);
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
