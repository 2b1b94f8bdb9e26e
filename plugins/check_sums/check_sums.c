/* check_sums.c - parts that do not add up to the total that is stated beside them. */
#include "sums.h"

static const cc_check checks[] = {
    {
        .id    = "sum-mismatch",
        .about = "Stated parts that do not add up to a stated total.",
        .help =
            "Adds up the parts that stand with a total: in one sentence (\"a total of T: A, B and "
            "C\",\n"
            "\"A and B, together T\", \"of the T members A voted for, B against\", \"T, of which A "
            "in X and\n"
            "B in Y\", \"T is split between A and B\"), in the sentence before or after, up to a "
            "part that is\n"
            "called the rest, behind labels (\"total: T land: A water: B\"), in the items under a "
            "line that\n"
            "states it, in the rows and columns of a table; and shares of one whole that pass 100 "
            "percent.\n"
            "Parts and totals have the precision of their digits. Left alone: parts after "
            "\"including\",\n"
            "\"such as\", \"at least\"; hedged figures; other units, periods and rates; totals "
            "that "
            "two to\n"
            "six of the parts give; sums far from the total, and, where nothing says that the "
            "parts "
            "are all\n"
            "of them, sums that one digit does not mend.",
    },
    {0},
};

static cc_status check_document(void *self, const cc_host *host, const cc_doc *doc,
                                const cc_fact *facts, size_t fact_count, const cc_claim *claims,
                                size_t claim_count, cc_finding_sink *out)
{
    cc_passages all    = cc_passages_of(host, doc, facts, fact_count, claims, claim_count);
    cc_status   status = check_sentences(&all, out);
    (void)self;
    if (status == CC_OK)
        status = check_labels(&all, out);
    if (status == CC_OK)
        status = check_lists(&all, out);
    return status == CC_OK ? check_tables(&all, out) : status;
}

CC_PLUGIN_ENTRY
{
    static const char *const tables[] = {"arithmetic", NULL};
    static const cc_checker  stage    = {
            .size = sizeof stage, .checks = checks, .document = check_document};
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "check_sums",
        .summary = "parts that do not add up to their total",
        .tables  = tables,
        .checker = &stage,
    };
    return &plugin;
}
