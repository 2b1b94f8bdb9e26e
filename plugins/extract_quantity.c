/* extract_quantity.c - lengths, areas, masses and other quantities with a unit, as rules/en/quantity.yaml describes them. */
#include <claimcheck.h>

#include "shared/figure.h"

static cc_status extract(void *self, const cc_host *host, const cc_doc *doc,
                         const cc_match *matches, size_t match_count, cc_fact_sink *out)
{
    return figure_extract(self, host, doc, matches, match_count, CC_QUANTITY, out);
}

CC_PLUGIN_ENTRY
{
    static const cc_extractor stage  = {.size = sizeof stage, .extract = extract};
    static const cc_plugin    plugin = {
           .size      = sizeof plugin,
           .abi       = CC_ABI,
           .name      = "extract_quantity",
           .summary   = "lengths, areas, masses and other quantities with a unit",
           .rules     = "quantity",
           .open      = figure_open,
           .extractor = &stage,
    };
    return &plugin;
}
