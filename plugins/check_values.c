/* check_values.c - two claims of one thing whose values cannot both hold. Core has compared them;
 * this says what it means. */
#include <claimcheck.h>

#include <stdio.h>
#include <string.h>

static const cc_check checks[] = {
    {
        .id    = "value-conflict",
        .about = "Two claims of the same thing with values that cannot both hold.",
        .help =
            "Compares figures of the same unit whose words, scope and period fit, within a "
            "document\n"
            "and between documents. A figure stands for the interval its digits and hedges leave\n"
            "open: 4.9 million is 4.85 to 4.95 million, and \"over 12 million\" holds for 12.8 "
            "million.\n"
            "Left alone: other years, roundings, parts and wholes, forecasts against outcomes, "
            "and\n"
            "figures of one sentence or of one table.",
    },
    {
        .id    = "magnitude",
        .about = "The digits agree, but not the scale: million for billion, a lost decimal point.",
        .help =
            "As value-conflict, where the values lie a power of ten apart. Since equal digits are\n"
            "seldom chance, the words around the figures need to fit less well.",
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
    bool            within =
        a->doc == b->doc || (a->doc->path.len == b->doc->path.len &&
                             memcmp(a->doc->path.ptr, b->doc->path.ptr, a->doc->path.len) == 0);
    int         len;
    const char *name = base_name(b->doc->path, &len);
    int n = snprintf(text, size, "%.*s here, but %.*s %s%.*s", (int)a->text.len, a->text.ptr,
                     (int)b->text.len, b->text.ptr,
                     within ? "elsewhere in the same document" : "in ", within ? 0 : len, name);
    if (v->power10 != 0 && n > 0 && (size_t)n < size)
        snprintf(text + n, size - (size_t)n, ": the same digits, a factor of %.*s apart",
                 (int)v->reason.gap.len - 1, v->reason.gap.ptr);
}

static cc_status put_conflict(const cc_verdict *v, cc_finding_sink *out)
{
    char    message[512];
    cc_side related;
    print_message(v, message, sizeof message);
    const char *check = checks[v->power10 != 0].id;
    cc_finding  f     = {.size          = sizeof f,
                         .check         = {check, strlen(check)},
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
    (void)self;
    (void)host;
    for (size_t i = 0; i < count; i++) {
        bool ours = verdicts[i].relation == CC_CONFLICT && verdicts[i].primary->kind != CC_DATE;
        cc_status status = ours ? put_conflict(&verdicts[i], out) : CC_OK;
        if (status != CC_OK)
            return status;
    }
    return CC_OK;
}

CC_PLUGIN_ENTRY
{
    static const cc_checker stage  = {.size = sizeof stage, .checks = checks, .group = group};
    static const cc_plugin  plugin = {
         .size    = sizeof plugin,
         .abi     = CC_ABI,
         .name    = "check_values",
         .summary = "claims of one thing whose values cannot both hold",
         .checker = &stage,
    };
    return &plugin;
}
