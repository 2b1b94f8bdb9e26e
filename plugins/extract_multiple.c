/* extract_multiple.c - how many times as much, as rules/en/multiple.yaml describes it. */
#include <claimcheck.h>

#include "shared/figure.h"

typedef struct factor_groups {
    figure_groups figure;
    uint32_t      word; /* "doubled", "twice" */
} factor_groups;

static cc_status open(const cc_host *host, void **ret_self)
{
    factor_groups *me = host->alloc(host, sizeof *me, _Alignof(factor_groups));
    me->word          = host->group(host, "word");
    *ret_self         = me;
    return figure_init(host, &me->figure);
}

/* "two" for "doubled", in the section `multiple` of numbers.yaml. */
static cc_str find_word(const cc_host *host, cc_str word)
{
    static const char section[] = "multiple.";
    figure_text       key       = {.cap = sizeof section + word.len};
    key.ptr                     = host->alloc(host, key.cap, 1);
    figure_append(&key, (cc_str){section, sizeof section - 1});
    figure_append(&key, word);
    return host->table(host, "numbers", (cc_str){key.ptr, key.len});
}

static cc_status put_word(const cc_host *host, const cc_match *match, cc_str word,
                          cc_fact_sink *out)
{
    cc_fact fact = {
        .size = sizeof fact, .kind = CC_MULTIPLE, .span = match->span, .rule = match->rule};
    if (host->number(host, find_word(host, word), (cc_str){0}, &fact.value) != CC_OK)
        return CC_OK;
    return out->put(out, &fact);
}

static cc_status extract(void *self, const cc_host *host, const cc_doc *doc,
                         const cc_match *matches, size_t match_count, cc_fact_sink *out)
{
    const factor_groups *me = self;
    for (size_t i = 0; i < match_count; i++) {
        cc_str    word   = figure_group(doc, &matches[i], me->word);
        cc_status status = word.len > 0
                               ? put_word(host, &matches[i], word, out)
                               : figure_put(&me->figure, host, doc, &matches[i], CC_MULTIPLE, out);
        if (status != CC_OK)
            return status;
    }
    return CC_OK;
}

CC_PLUGIN_ENTRY
{
    static const char *const  tables[] = {"numbers", NULL};
    static const cc_extractor stage    = {.size = sizeof stage, .extract = extract};
    static const cc_plugin    plugin   = {
             .size      = sizeof plugin,
             .abi       = CC_ABI,
             .name      = "extract_multiple",
             .summary   = "multiples: how many times as much",
             .rules     = "multiple",
             .tables    = tables,
             .open      = open,
             .extractor = &stage,
    };
    return &plugin;
}
