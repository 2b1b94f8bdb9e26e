/* check_sevens.c - notes each figure that is seven: a checker of one document. */
#include <claimcheck.h>

#include <string.h>

static const cc_check checks[] = {{"seven", "A figure is seven.", NULL}, {0}};

static cc_status check_document(void *self, const cc_host *host, const cc_doc *doc,
                                const cc_fact *facts, size_t fact_count, const cc_claim *claims,
                                size_t claim_count, cc_finding_sink *out)
{
    cc_finding f = {.size    = sizeof f,
                    .check   = {checks[0].id, strlen(checks[0].id)},
                    .score   = 700,
                    .message = {"seven", 5}};
    (void)self, (void)host, (void)doc, (void)claims, (void)claim_count;
    for (size_t i = 0; i < fact_count; i++) {
        cc_dec stated = facts[i].value.stated;
        if (stated.mant != 7 || stated.exp10 != 0)
            continue;
        out->side_of_fact(out, &facts[i], &f.primary);
        cc_status status = out->put(out, &f);
        if (status != CC_OK)
            return status;
    }
    return CC_OK;
}

CC_PLUGIN_ENTRY
{
    static const cc_checker stage = {
        .size = sizeof stage, .checks = checks, .document = check_document};
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "check_sevens",
        .summary = "figures that are seven",
        .checker = &stage,
    };
    return &plugin;
}
