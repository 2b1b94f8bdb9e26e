/* report_lines.c - a finding a line: its check, and where it is. */
#include <claimcheck.h>

#include <stdio.h>

static cc_status put_finding(const cc_finding *f, cc_byte_sink *out)
{
    char line[512];
    int  n = snprintf(line, sizeof line, "%.*s %u:%u %.*s\n", (int)f->check.len, f->check.ptr,
                      f->primary.position.line, f->primary.position.column, (int)f->primary.text.len,
                      f->primary.text.ptr);
    return out->put(out, (cc_str){line, (size_t)n});
}

static cc_status report(void *self, const cc_host *host, const cc_results *results,
                        cc_byte_sink *out)
{
    cc_status status = CC_OK;
    (void)self, (void)host;
    for (size_t i = 0; i < results->finding_count && status == CC_OK; i++)
        status = put_finding(&results->findings[i], out);
    return status;
}

CC_PLUGIN_ENTRY
{
    static const cc_reporter stage  = {.size = sizeof stage, .format = "lines", .report = report};
    static const cc_plugin   plugin = {
          .size     = sizeof plugin,
          .abi      = CC_ABI,
          .name     = "report_lines",
          .summary  = "a finding a line",
          .reporter = &stage,
    };
    return &plugin;
}
