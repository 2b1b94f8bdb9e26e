/* bad_findings.c - is a checker whose findings break the contract, each document another way: it
 * goes by the document's first letter. */
#include "quiet.h"

#include <string.h>

#define S(z) ((cc_str){z, strlen(z)})

static void spoil(char way, cc_finding *f)
{
    if (way == 'A')
        f->check = S("somebody-elses");
    if (way == 'B')
        f->score = 1001;
    if (way == 'C')
        f->primary.mark = (cc_span){(uint32_t)f->primary.sentence.len, 1};
    if (way == 'D')
        f->primary.mark = (cc_span){UINT32_MAX, UINT32_MAX};
}

static cc_status check_document(void *self, const cc_host *host, const cc_doc *doc,
                                const cc_fact *facts, size_t fact_count, const cc_claim *claims,
                                size_t claim_count, cc_finding_sink *out)
{
    cc_finding f = {
        .size = sizeof f, .check = S("bad-findings"), .score = 900, .message = S("cut \xe2\x82")};
    (void)self, (void)host, (void)claims, (void)claim_count;
    if (fact_count == 0)
        return CC_OK;
    out->side_of_fact(out, &facts[0], &f.primary);
    /* A place without a document is in the one in hand. */
    f.primary.doc = NULL;
    spoil(doc->text.ptr[0], &f);
    out->put(out, &f);
    return CC_OK;
}

static const cc_check   checks[] = {{"bad-findings", "A test.", NULL}, {0}};
static const cc_checker stage    = {
       .size = sizeof stage, .checks = checks, .document = check_document};

QUIET_PLUGIN("bad_findings", .checker = &stage)
