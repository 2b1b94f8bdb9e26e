/* extract_percent.c - percentages, as rules/en/percent.yaml describes them. */
#include <claimcheck.h>

#include "shared/figure.h"

enum { MAX_WHOLE = 1000000 }; /* a share of a larger one has more digits than the grammar takes */

typedef struct share_groups {
    figure_groups figure;
    uint32_t      part, whole; /* "one", "five" of "one in five" */
} share_groups;

static cc_status open(const cc_host *host, void **ret_self)
{
    share_groups *me = host->alloc(host, sizeof *me, _Alignof(share_groups));
    me->part         = host->group(host, "part");
    me->whole        = host->group(host, "whole");
    *ret_self        = me;
    return figure_init(host, &me->figure);
}

/* A whole number up to MAX_WHOLE. 0: it is none. */
static int64_t read_count(const cc_host *host, cc_str text)
{
    cc_value value;
    if (host->number(host, text, (cc_str){0}, &value) != CC_OK || value.stated.exp10 < 0)
        return 0;
    for (; value.stated.exp10 > 0 && value.stated.mant < MAX_WHOLE; value.stated.exp10--)
        value.stated.mant *= 10;
    return value.stated.mant <= MAX_WHOLE ? value.stated.mant : 0;
}

/* "one in five" is 1/5 of a hundred. What is no part of its whole gives no fact. */
static cc_status put_share(const share_groups *me, const cc_host *host, const cc_doc *doc,
                           const cc_match *match, cc_fact_sink *out)
{
    char    ratio[64];
    int64_t part  = read_count(host, figure_group(doc, match, me->part));
    int64_t whole = read_count(host, figure_group(doc, match, me->whole));
    cc_fact fact  = {.size = sizeof fact,
                     .kind = CC_PERCENT,
                     .span = match->span,
                     .rule = match->rule,
                     .unit = host->unit(host, (cc_str){"percent", 7})};
    int     len   = snprintf(ratio, sizeof ratio, "%" PRId64 "/%" PRId64, part, whole);
    if (part <= 0 || part >= whole ||
        host->number(host, (cc_str){ratio, (size_t)len}, (cc_str){"hundred", 7}, &fact.value) !=
            CC_OK)
        return CC_OK;
    return out->put(out, &fact);
}

static cc_status extract(void *self, const cc_host *host, const cc_doc *doc,
                         const cc_match *matches, size_t match_count, cc_fact_sink *out)
{
    const share_groups *me = self;
    for (size_t i = 0; i < match_count; i++) {
        bool      share  = figure_group(doc, &matches[i], me->part).len > 0;
        cc_status status = share ? put_share(me, host, doc, &matches[i], out)
                                 : figure_put(&me->figure, host, doc, &matches[i], CC_PERCENT, out);
        if (status != CC_OK)
            return status;
    }
    return CC_OK;
}

CC_PLUGIN_ENTRY
{
    static const cc_extractor stage  = {.size = sizeof stage, .extract = extract};
    static const cc_plugin    plugin = {
           .size      = sizeof plugin,
           .abi       = CC_ABI,
           .name      = "extract_percent",
           .summary   = "percentages, percentage points, basis points, shares",
           .rules     = "percent",
           .open      = open,
           .extractor = &stage,
    };
    return &plugin;
}
