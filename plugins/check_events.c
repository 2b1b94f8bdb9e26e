/* check_events.c - one event with two dates that cannot both hold. Core has compared them; this says
 * what it means. */
#include "shared/conflict.h"

static const cc_check checks[] = {
    {
        .id    = "event-conflict",
        .about = "The same event is given two dates that cannot both hold.",
        .help =
            "Compares dates of what happens once: a signing, a founding, a death, an entry into\n"
            "force, with the noun as with the verb. The words and names around must fit. A "
            "coarser\n"
            "date holds for a finer one (\"in May 2017\" for \"on 5 May 2017\"), and \"before "
            "2018\" "
            "for both.\n"
            "Left alone: dates that say of what time a figure is, what can happen again, and "
            "dates\n"
            "in headings, captions and notes.",
    },
    {0},
};

static cc_status put_conflict(const cc_verdict *v, cc_finding_sink *out)
{
    char text[512];
    return cc_put_conflict(v, checks[0].id,
                           (cc_str){text, cc_conflict_message(v, text, sizeof text)}, out);
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
