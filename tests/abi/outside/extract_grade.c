/* extract_grade.c - grades such as "grade 7 of 10", as grade.yaml describes them. */
#include <claimcheck.h>

typedef struct grades {
    uint32_t number;
} grades;

static cc_status open_grades(const cc_host *host, void **ret_self)
{
    grades *self = host->alloc(host, sizeof *self, _Alignof(grades));
    self->number = host->group(host, "number");
    *ret_self    = self;
    return self->number == CC_NO_GROUP ? CC_FATAL : CC_OK;
}

static cc_status extract(void *self, const cc_host *host, const cc_doc *doc,
                         const cc_match *matches, size_t match_count, cc_fact_sink *out)
{
    const grades *g = self;
    for (size_t i = 0; i < match_count; i++) {
        cc_span number = matches[i].groups[g->number];
        cc_fact fact   = {
              .size = sizeof fact, .kind = CC_RANK, .span = matches[i].span, .rule = matches[i].rule};
        if (host->number(host, (cc_str){doc->text.ptr + number.off, number.len}, (cc_str){"", 0},
                         &fact.value) != CC_OK)
            continue;
        cc_status status = out->put(out, &fact);
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
           .name      = "extract_grade",
           .summary   = "grades",
           .rules     = "grade",
           .open      = open_grades,
           .extractor = &stage,
    };
    return &plugin;
}
