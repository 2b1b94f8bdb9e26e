/* check_box.h - a checker of documents on short English texts: what it finds, a line a finding. */
#ifndef CC_TESTS_CHECK_BOX_H
#define CC_TESTS_CHECK_BOX_H

#include "claim_box.h"

typedef struct check_case {
    const char *text;
    const char *wanted; /* "FIGURE: MESSAGE"; " | " between; "": nothing is found */
} check_case;

/* What was put so far. */
typedef struct check_catch {
    const cc_doc *doc;
    cc_str        all;
} check_catch;

static inline void check_side_of_fact(cc_finding_sink *sink, const cc_fact *fact, cc_side *ret)
{
    const check_catch *c = sink->core;
    *ret                 = (cc_side){.order = fact->span.off,
                                     .text  = cc_str_sub(c->doc->text, fact->span.off, fact->span.len)};
}

static inline void check_side_of_claim(cc_finding_sink *sink, const cc_claim *claim, cc_side *ret)
{
    (void)sink;
    *ret = (cc_side){.order = claim->order, .text = claim->text};
}

static inline cc_status check_put(cc_finding_sink *sink, const cc_finding *f)
{
    check_catch *c = sink->core;
    cc_str       one =
        cc_arena_printf(&box.worker.doc, "%.*s: %.*s", CC_F(f->primary.text), CC_F(f->message));
    c->all = box_join(c->all, " | ", one);
    return CC_OK;
}

static inline cc_instance *check_instance(const char *plugin)
{
    for (size_t i = 0; i < box.worker.plugins.n; i++)
        if (strcmp(box.worker.plugins.at[i].plugin->def.name, plugin) == 0)
            return &box.worker.plugins.at[i];
    fail_msg("no plugin '%s'", plugin);
    return NULL;
}

static inline cc_str check_run(const char *plugin, const char *text)
{
    box_doc        *d    = box_read(text);
    cc_instance    *me   = check_instance(plugin);
    check_catch     c    = {.doc = &d->document.abi};
    cc_finding_sink sink = {.size          = sizeof sink,
                            .core          = &c,
                            .put           = check_put,
                            .side_of_fact  = check_side_of_fact,
                            .side_of_claim = check_side_of_claim};
    if (d->document.abi.date.granularity != 0)
        d->document.abi.date_origin = CC_DATE_OPTION;
    assert_int_equal(me->plugin->def.checker->document(me->self, &me->host, c.doc, d->facts.at,
                                                       d->facts.n, d->claims.at, d->claims.n,
                                                       &sink),
                     CC_OK);
    return c.all;
}

static inline void check_expect(const char *plugin, const check_case *cases, size_t count)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        cc_str got = check_run(plugin, cases[i].text);
        if (!cc_str_eq(got, cc_str_z(cases[i].wanted))) {
            print_error("'%s'\n   got    '%.*s'\n   wanted '%s'\n", cases[i].text, CC_F(got),
                        cases[i].wanted);
            wrong++;
        }
        box_empty();
    }
    if (wrong > 0)
        fail_msg("%zu of %zu cases", wrong, count);
}

#endif
