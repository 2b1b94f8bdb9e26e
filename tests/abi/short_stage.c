/* short_stage.c - is a checker from before there were group entries. */
#include "quiet.h"

typedef struct old_checker {
    uint32_t        size;
    const cc_check *checks;
    cc_status (*document)(void *self, const cc_host *host, const cc_doc *doc, const cc_fact *facts,
                          size_t fact_count, const cc_claim *claims, size_t claim_count,
                          cc_finding_sink *out);
} old_checker;

static cc_status check_document(void *self, const cc_host *host, const cc_doc *doc,
                                const cc_fact *facts, size_t fact_count, const cc_claim *claims,
                                size_t claim_count, cc_finding_sink *out)
{
    (void)self, (void)host, (void)doc, (void)facts, (void)fact_count;
    (void)claims, (void)claim_count, (void)out;
    return CC_OK;
}

static const cc_check    checks[] = {{"short-stage", "A test.", NULL}, {0}};
static const old_checker stage    = {
       .size = sizeof stage, .checks = checks, .document = check_document};

QUIET_PLUGIN("short_stage", .checker = (const cc_checker *)&stage)
