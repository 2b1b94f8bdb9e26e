/* extract_rank.c - places in an order, as rules/en/rank.yaml describes them. */
#include <claimcheck.h>

#include "shared/figure.h"

/* Where the word or ending starts that makes an ordinal of the number: "st" of "21st", "first" of
 * "twenty-first". */
static size_t find_last(cc_str ordinal)
{
    size_t at = ordinal.len;
    while (at > 0 && ((ordinal.ptr[at - 1] | 0x20) >= 'a' && (ordinal.ptr[at - 1] | 0x20) <= 'z'))
        at--;
    return at;
}

/* "one", of "first" and of "largest"; empty: neither. */
static cc_str find_cardinal(const cc_host *host, const char *section, cc_str word)
{
    size_t      len = strlen(section);
    figure_text key = {.cap = len + word.len};
    key.ptr         = host->alloc(host, key.cap, 1);
    figure_append(&key, (cc_str){section, len});
    figure_append(&key, word);
    return host->table(host, "numbers", (cc_str){key.ptr, key.len});
}

/* "21st", "twenty-first", "21", "largest": the number itself. Errors: CC_WARN - it is none. */
static cc_status read_ordinal(const cc_host *host, cc_str ordinal, cc_value *ret)
{
    size_t at   = find_last(ordinal);
    cc_str last = {ordinal.ptr + at, ordinal.len - at};
    if (at > 0 && ordinal.ptr[at - 1] >= '0' && ordinal.ptr[at - 1] <= '9')
        return host->number(host, (cc_str){ordinal.ptr, at}, (cc_str){0}, ret);
    cc_str cardinal = find_cardinal(host, "ordinal.", last);
    if (cardinal.len == 0)
        cardinal = find_cardinal(host, "superlative.", last);
    figure_text text = {.cap = ordinal.len + cardinal.len};
    text.ptr         = host->alloc(host, text.cap, 1);
    figure_append(&text, (cc_str){ordinal.ptr, at});
    figure_append(&text, cardinal.len > 0 ? cardinal : last);
    return host->number(host, (cc_str){text.ptr, text.len}, (cc_str){0}, ret);
}

static cc_status extract(void *self, const cc_host *host, const cc_doc *doc,
                         const cc_match *matches, size_t match_count, cc_fact_sink *out)
{
    const figure_groups *groups = self;
    for (size_t i = 0; i < match_count; i++) {
        cc_fact fact = {
            .size = sizeof fact, .kind = CC_RANK, .span = matches[i].span, .rule = matches[i].rule};
        cc_str    number = figure_group(doc, &matches[i], groups->number);
        cc_status status = read_ordinal(host, number, &fact.value);
        if (status == CC_OK)
            status = out->put(out, &fact);
        if (status != CC_OK && status != CC_WARN)
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
             .name      = "extract_rank",
             .summary   = "places in an order",
             .rules     = "rank",
             .tables    = tables,
             .open      = figure_open,
             .extractor = &stage,
    };
    return &plugin;
}
