/* check_values.c - two claims of one thing whose values cannot both hold. Core has compared them;
 * this says what it means. */
#include "shared/conflict.h"

static const cc_check checks[] = {
    {
        .id    = "value-conflict",
        .about = "Two claims of the same thing with values that cannot both hold.",
        .help =
            "Compares figures of the same unit whose words, scope and period fit, within a "
            "document\n"
            "and between documents. A figure stands for the interval its digits and hedges leave\n"
            "open: 4.9 million is 4.85 to 4.95 million, and \"over 12 million\" holds for 12.8 "
            "million.\n"
            "Left alone: other years, roundings, parts and wholes, forecasts against outcomes, "
            "and\n"
            "figures of one sentence or of one table.",
    },
    {
        .id    = "magnitude",
        .about = "The digits agree, but not the scale: million for billion, a lost decimal point.",
        .help =
            "As value-conflict, where the values lie a power of ten apart. Since equal digits are\n"
            "seldom chance, the words around the figures need to fit less well.",
    },
    {0},
};

static cc_status put_conflict(const cc_verdict *v, cc_finding_sink *out)
{
    char   text[512];
    size_t n = cc_conflict_message(v, text, sizeof text);
    if (v->power10 != 0)
        snprintf(text + n, sizeof text - n, ": the same digits, a factor of %.*s apart",
                 (int)v->reason.gap.len - 1, v->reason.gap.ptr);
    return cc_put_conflict(v, checks[v->power10 != 0].id, (cc_str){text, strlen(text)}, out);
}

static cc_status group(void *self, const cc_host *host, const cc_verdict *verdicts, size_t count,
                       cc_finding_sink *out)
{
    (void)self;
    (void)host;
    for (size_t i = 0; i < count; i++) {
        bool ours = verdicts[i].relation == CC_CONFLICT && verdicts[i].primary->kind != CC_DATE;
        cc_status status = ours ? put_conflict(&verdicts[i], out) : CC_OK;
        if (status != CC_OK)
            return status;
    }
    return CC_OK;
}

CC_PLUGIN_ENTRY
{
    static const cc_checker stage  = {.size = sizeof stage, .checks = checks, .group = group};
    static const cc_plugin  plugin = {
         .size    = sizeof plugin,
         .abi     = CC_ABI,
         .name    = "check_values",
         .summary = "claims of one thing whose values cannot both hold",
         .checker = &stage,
    };
    return &plugin;
}
