/* report_jsonl.c - findings as JSON Lines, a record a line (docs/records.schema.json).
 * The summary is always the last line, so that a cut-off run can be told from a whole one. */
#include <claimcheck.h>

#include "shared/record_out.h"
#include "shared/writer.h"

static void put(cc_json *j, const char *bytes, size_t len)
{
    cc_write(j->user, (cc_str){bytes, len});
}

static void begin_record(cc_json *j, const char *type)
{
    cc_json_open(j, "{");
    cc_json_put_str(j, "type", (cc_str){type, strlen(type)});
}

static void end_line(cc_json *j)
{
    cc_json_raw(j, "\n");
    j->comma = false;
}

static void end_record(cc_json *j)
{
    cc_json_close(j, "}");
    end_line(j);
}

static void put_z(cc_json *j, const char *key, const char *z)
{
    cc_json_put_str(j, key, (cc_str){z, strlen(z)});
}

static void put_score(cc_json *j, uint32_t score)
{
    cc_json_key(j, "score");
    cc_json_mille(j, score);
}

static void put_sides(cc_json *j, const cc_side *primary, const cc_side *related, size_t count)
{
    cc_json_key(j, "primary");
    cc_record_side(j, primary);
    cc_json_key(j, "related");
    cc_json_open(j, "[");
    for (size_t i = 0; i < count; i++)
        cc_record_side(j, &related[i]);
    cc_json_close(j, "]");
}

static void put_reason(cc_json *j, const cc_reason *reason)
{
    cc_json_key(j, "reason");
    cc_json_open(j, "{");
    cc_json_put_maybe(j, "measure", reason->measure);
    cc_json_put_maybe(j, "scope", reason->scope);
    cc_json_put_maybe(j, "period", reason->period);
    cc_json_put_maybe(j, "gap", reason->gap);
    cc_json_close(j, "}");
}

static const char *level_name(cc_level level)
{
    return level == CC_ERROR ? "error" : level == CC_WARNING ? "warning" : "note";
}

static void put_finding(cc_json *j, const cc_finding *f)
{
    begin_record(j, "finding");
    cc_json_put_str(j, "check", f->check);
    put_z(j, "level", level_name(f->level));
    put_score(j, f->score);
    cc_json_put_str(j, "message", f->message);
    put_reason(j, &f->reason);
    put_sides(j, &f->primary, f->related, f->related_count);
    cc_json_put_str(j, "fingerprint", f->fingerprint);
    cc_json_put_maybe(j, "statistic", f->statistic);
    cc_json_key(j, "counts");
    cc_json_open(j, "{");
    cc_json_put_int(j, "primary", f->primary_places);
    cc_json_put_int(j, "related", f->related_places);
    cc_json_close(j, "}");
    end_record(j);
}

static void put_agreement(cc_json *j, const cc_agreement *a)
{
    begin_record(j, "agreement");
    put_score(j, a->score);
    put_sides(j, &a->primary, a->related, a->related_count);
    cc_json_put_maybe(j, "statistic", a->statistic);
    end_record(j);
}

static void put_counts(cc_json *j, const char *key, const cc_count *counts, size_t n)
{
    cc_json_key(j, key);
    cc_json_open(j, "{");
    for (size_t i = 0; i < n; i++) {
        cc_json_separate(j);
        cc_json_quoted(j, counts[i].name);
        cc_json_raw(j, ":");
        j->comma = false;
        cc_json_int(j, (int64_t)counts[i].n);
    }
    cc_json_close(j, "}");
}

static void put_summary(cc_json *j, const cc_results *r)
{
    begin_record(j, "summary");
    cc_json_put_int(j, "documents", (int64_t)r->documents);
    cc_json_put_int(j, "partial", (int64_t)r->partial);
    cc_json_put_int(j, "unreadable", (int64_t)r->unreadable);
    cc_json_put_int(j, "skipped", (int64_t)r->skipped);
    cc_json_put_int(j, "bytes", (int64_t)r->bytes);
    put_counts(j, "facts", r->facts, r->facts_count);
    cc_json_put_int(j, "claims", (int64_t)r->claims);
    cc_json_put_int(j, "compared", (int64_t)r->compared);
    cc_json_put_int(j, "not_compared", (int64_t)r->not_compared);
    cc_json_put_int(j, "agreements", (int64_t)r->agreeing);
    put_counts(j, "findings", r->by_check, r->by_check_count);
    cc_json_put_int(j, "below_score", (int64_t)r->below_score);
    cc_json_put_int(j, "waived", (int64_t)r->waived);
    end_record(j);
}

static bool is_ok(const cc_doc_status *doc)
{
    return doc->status.len == 2 && memcmp(doc->status.ptr, "ok", 2) == 0;
}

static cc_status report(void *self, const cc_host *host, const cc_results *r, cc_byte_sink *out)
{
    (void)self, (void)host;
    cc_writer w = {.sink = out, .status = CC_OK};
    cc_json   j = {.put = put, .user = &w};
    for (size_t i = 0; i < r->doc_count; i++)
        if (r->all_documents || !is_ok(&r->docs[i])) {
            cc_record_document(&j, &r->docs[i]);
            end_line(&j);
        }
    for (size_t i = 0; i < r->finding_count; i++)
        put_finding(&j, &r->findings[i]);
    for (size_t i = 0; i < r->agreement_count; i++)
        put_agreement(&j, &r->agreements[i]);
    put_summary(&j, r);
    return w.status;
}

CC_PLUGIN_ENTRY
{
    static const cc_reporter stage  = {.size = sizeof stage, .format = "jsonl", .report = report};
    static const cc_plugin   plugin = {
          .size     = sizeof plugin,
          .abi      = CC_ABI,
          .name     = "report_jsonl",
          .summary  = "findings as JSON Lines, for programs",
          .reporter = &stage,
    };
    return &plugin;
}
