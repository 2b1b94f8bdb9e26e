/* bad_facts.c - is an extractor whose facts break the contract, each document another way: it goes by
 * the document's first letter. It borrows the rules of money. */
#include "quiet.h"

static void spoil(char way, const cc_doc *doc, cc_fact *fact)
{
    if (way == 'A')
        fact->rule = UINT32_MAX;
    if (way == 'B')
        fact->rule = 0;
    if (way == 'C')
        fact->span = (cc_span){(uint32_t)doc->text.len - 1, 2};
    if (way == 'D')
        fact->kind = CC_KIND_COUNT;
}

static cc_status extract(void *self, const cc_host *host, const cc_doc *doc,
                         const cc_match *matches, size_t match_count, cc_fact_sink *out)
{
    (void)self, (void)host;
    for (size_t i = 0; i < match_count; i++) {
        cc_fact fact = {.size = sizeof fact,
                        .kind = CC_NOTE_MARKER,
                        .span = matches[i].span,
                        .rule = matches[i].rule};
        spoil(doc->text.ptr[0], doc, &fact);
        out->put(out, &fact);
    }
    return CC_OK;
}

static const cc_extractor stage = {.size = sizeof stage, .extract = extract};

QUIET_PLUGIN("bad_facts", .rules = "money", .extractor = &stage)
