/* extract_number.c - plain counts, in digits and words, as rules/en/number.yaml describes them. */
#include <claimcheck.h>

#include "shared/figure.h"

static cc_status extract(void *self, const cc_host *host, const cc_doc *doc,
                         const cc_match *matches, size_t match_count, cc_fact_sink *out)
{
    return figure_extract(self, host, doc, matches, match_count, CC_NUMBER, out);
}

CC_PLUGIN_ENTRY
{
    static const cc_extractor stage  = {.size = sizeof stage, .extract = extract};
    static const cc_plugin    plugin = {
           .size      = sizeof plugin,
           .abi       = CC_ABI,
           .name      = "extract_number",
           .summary   = "plain counts, in digits and words",
           .rules     = "number",
           .open      = figure_open,
           .extractor = &stage,
    };
    return &plugin;
}
