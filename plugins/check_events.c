/* check_events.c - one event with two dates that cannot both hold. Core has compared them; this says
 * what it means. */
#include "shared/conflict.h"

static const cc_check checks[] = {
    {
        .id    = "event-conflict",
        .about = "The same event is given two dates that cannot both hold.",
        .help =
            "Compares dates of what happens once: a signing, a founding, a death, an entry into\n"
            "force, with the noun as with the verb, and with another verb of the same act "
            "(\"signed\",\n"
            "\"concluded\"). What it happened to must have one name; \"the bridge\" and \"it\" "
            "stand for\n"
            "what was named before. A coarser date holds for a finer one (\"in May 2017\" for "
            "\"on 5 May\n"
            "2017\"), and \"before 2018\" for both. Of two acts in an order the dates must keep "
            "it: a law is\n"
            "adopted before it is signed, a treaty signed before it is in force. Left alone: "
            "dates that\n"
            "say of what time a figure is, what can happen again, and dates in headings, captions "
            "and\n"
            "notes.",
    },
    {0},
};

/* Two acts on one thing conflict by their order alone. */
static bool is_out_of_order(const cc_verdict *v)
{
    cc_str a = v->primary->noun, b = v->related->noun;
    return a.len > 0 && b.len > 0 && (a.len != b.len || memcmp(a.ptr, b.ptr, a.len) != 0);
}

static cc_status put_conflict(const cc_verdict *v, cc_finding_sink *out)
{
    char   text[512];
    size_t len = cc_conflict_message(v, text, sizeof text);
    if (is_out_of_order(v))
        snprintf(text + len, sizeof text - len, ": what comes first is dated last");
    return cc_put_conflict(v, checks[0].id, (cc_str){text, strlen(text)}, out);
}

static cc_status group(void *self, const cc_host *host, const cc_verdict *verdicts, size_t count,
                       cc_finding_sink *out)
{
    cc_status status = CC_OK;
    (void)self;
    (void)host;
    for (size_t i = 0; i < count && status == CC_OK; i++)
        if (verdicts[i].relation == CC_CONFLICT && verdicts[i].primary->kind == CC_DATE)
            status = put_conflict(&verdicts[i], out);
    return status;
}

CC_PLUGIN_ENTRY
{
    static const cc_checker stage  = {.size = sizeof stage, .checks = checks, .group = group};
    static const cc_plugin  plugin = {
         .size    = sizeof plugin,
         .abi     = CC_ABI,
         .name    = "check_events",
         .summary = "one event with two dates",
         .checker = &stage,
    };
    return &plugin;
}
