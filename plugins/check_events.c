/* check_events.c - one event with two dates that cannot both hold. Core has compared them; this says
 * what it means. */
#include <claimcheck.h>

#include <stdio.h>
#include <string.h>

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

static const char *base_name(cc_str path, int *ret_len)
{
    size_t from = path.len;
    while (from > 0 && path.ptr[from - 1] != '/' && path.ptr[from - 1] != '!')
        from--;
    *ret_len = (int)(path.len - from);
    return path.ptr + from;
}

static void print_message(const cc_verdict *v, char *text, size_t size)
{
    const cc_claim *a = v->primary, *b = v->related;
    bool            within = a->doc->path.len == b->doc->path.len &&
                  memcmp(a->doc->path.ptr, b->doc->path.ptr, a->doc->path.len) == 0;
    int         len;
    const char *name = base_name(b->doc->path, &len);
    snprintf(text, size, "%.*s here, but %.*s %s%.*s", (int)a->text.len, a->text.ptr,
             (int)b->text.len, b->text.ptr, within ? "elsewhere in the same document" : "in ",
             within ? 0 : len, name);
}

static cc_status put_conflict(const cc_verdict *v, cc_finding_sink *out)
{
    char    message[512];
    cc_side related;
    print_message(v, message, sizeof message);
    cc_finding f = {.size          = sizeof f,
                    .check         = {checks[0].id, strlen(checks[0].id)},
                    .score         = v->score,
                    .message       = {message, strlen(message)},
                    .reason        = v->reason,
                    .related       = &related,
                    .related_count = 1};
    out->side_of_claim(out, v->primary, &f.primary);
    out->side_of_claim(out, v->related, &related);
    return out->put(out, &f);
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
