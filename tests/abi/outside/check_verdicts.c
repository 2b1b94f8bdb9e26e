/* check_verdicts.c - notes each pair of figures that was compared: a checker of groups. */
#include <claimcheck.h>

#include <stdio.h>
#include <string.h>

static const cc_check checks[] = {{"pair-agrees", "Two figures agree.", NULL},
                                  {"pair-conflicts", "Two figures conflict.", NULL},
                                  {0}};

static cc_status put_pair(const cc_verdict *v, cc_finding_sink *out)
{
    char        message[256];
    cc_side     related;
    const char *check = checks[v->relation == CC_CONFLICT].id;
    int         n = snprintf(message, sizeof message, "%.*s and %.*s", (int)v->primary->text.len,
                             v->primary->text.ptr, (int)v->related->text.len, v->related->text.ptr);
    cc_finding  f = {.size          = sizeof f,
                     .check         = {check, strlen(check)},
                     .score         = v->score,
                     .message       = {message, (size_t)n},
                     .reason        = v->reason,
                     .related       = &related,
                     .related_count = 1};
    out->side_of_claim(out, v->primary, &f.primary);
    out->side_of_claim(out, v->related, &related);
    return out->put(out, &f);
}

static cc_status check_group(void *self, const cc_host *host, const cc_verdict *verdicts,
                             size_t count, cc_finding_sink *out)
{
    cc_status status = CC_OK;
    (void)self, (void)host;
    for (size_t i = 0; i < count && status == CC_OK; i++)
        status = put_pair(&verdicts[i], out);
    return status;
}

CC_PLUGIN_ENTRY
{
    static const cc_checker stage  = {.size = sizeof stage, .checks = checks, .group = check_group};
    static const cc_plugin  plugin = {
         .size    = sizeof plugin,
         .abi     = CC_ABI,
         .name    = "check_verdicts",
         .summary = "pairs that were compared",
         .checker = &stage,
    };
    return &plugin;
}
