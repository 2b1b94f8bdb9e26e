/* warc.c - from records to documents. */
#include "source/warc.h"

#include "source/fields.h"
#include "source/http.h"
#include "source/warc_record.h"

#include <stdio.h>

/* Above the limit of a member: heads and the framing of HTTP. */
static const uint64_t FRAMING_BYTES = 1u << 20;

static bool is(cc_str field, const char *wanted)
{
    return cc_str_eq_nocase(field, cc_str_z(wanted));
}

static bool has_scheme(cc_str uri, const char *scheme)
{
    size_t len = strlen(scheme);
    return uri.len > len && uri.ptr[len] == ':' && is(cc_str_sub(uri, 0, len), scheme);
}

/* Some tools write "<http://...>". */
static cc_str without_brackets(cc_str uri)
{
    bool has = uri.len > 1 && uri.ptr[0] == '<' && uri.ptr[uri.len - 1] == '>';
    return has ? cc_str_sub(uri, 1, uri.len - 2) : uri;
}

static cc_str uri_of(cc_str head)
{
    cc_str uri = cc_fields_find(head, "WARC-Target-URI");
    return without_brackets(uri.len > 0 ? uri : cc_fields_find(head, "WARC-Record-ID"));
}

/* What came too short although its record is whole. */
static void blame_crawler(cc_warc_record *record)
{
    if (record->reason != NULL)
        return;
    if (cc_fields_find(record->head, "WARC-Truncated").len > 0) {
        record->reason = "truncated";
        record->detail = "the crawler broke off";
    } else if (cc_fields_find(record->head, "WARC-Segment-Number").len > 0) {
        record->reason = "truncated";
        record->detail = "it goes on in another record";
    }
}

/* An empty body is no document. */
static cc_status give_body(cc_reading *r, const cc_item *item, cc_str body,
                           const cc_warc_record *record)
{
    if (body.len == 0 && record->reason == NULL) {
        r->members--;
        return CC_OK;
    }
    cc_stream *base = cc_stream_memory(&r->visit->scratch, body);
    if (record->reason != NULL)
        cc_stream_stop(base, record->reason, record->detail);
    return cc_enter(r->visit, item, base);
}

static cc_status tell(cc_reading *r, const cc_item *item, const char *detail)
{
    if (!cc_visit_wants(r->visit, item->path))
        return CC_OK;
    return cc_visit_tell(r->visit, item, "skipped", "unsupported", detail);
}

static cc_status read_response(cc_reading *r, cc_item *item, cc_warc_record *record)
{
    cc_http http;
    char    detail[32];
    cc_http_parse(record->content, record->len, &http);
    if (http.status != 0 && http.status / 100 != 2) {
        snprintf(detail, sizeof detail, "HTTP %u", http.status);
        return tell(r, item, detail);
    }
    if (record->reason == NULL && http.reason != NULL) {
        record->reason = http.reason;
        record->detail = http.detail;
    }
    item->charset     = cc_fields_parameter(http.type, "charset");
    item->coded       = http.coded;
    item->coded_count = http.coded_count;
    return give_body(r, item, http.body, record);
}

static cc_status read_resource(cc_reading *r, cc_item *item, const cc_warc_record *record)
{
    cc_str type   = cc_fields_find(record->head, "Content-Type");
    item->charset = cc_fields_parameter(type, "charset");
    return give_body(r, item, (cc_str){record->content, record->len}, record);
}

/* The server gave what it had given before, and the crawler did not keep it again. */
static cc_status tell_of_revisit(cc_reading *r, const cc_item *item, cc_str head)
{
    char   detail[CC_MAX_PATH_BYTES];
    cc_str uri  = without_brackets(cc_fields_find(head, "WARC-Refers-To-Target-URI"));
    cc_str date = cc_fields_find(head, "WARC-Refers-To-Date");
    if (uri.len == 0)
        uri = without_brackets(cc_fields_find(head, "WARC-Refers-To"));
    if (date.len == 0)
        date = CC_S("another visit");
    snprintf(detail, sizeof detail, "unchanged since %.*s%s%.*s", CC_F(date),
             uri.len > 0 ? ": " : "", CC_F(uri));
    return tell(r, item, detail);
}

/* Answers of name servers; and wget's log, which it writes as a resource. */
static bool is_about_crawl(cc_str head, cc_str uri)
{
    cc_str type = cc_fields_find(head, "Content-Type");
    return is(cc_fields_item(&type), "text/dns") || has_scheme(uri, "metadata");
}

static bool is_http(cc_str head, cc_str uri)
{
    cc_str type = cc_fields_find(head, "Content-Type");
    return has_scheme(uri, "http") || has_scheme(uri, "https") ||
           is(cc_fields_item(&type), "application/http");
}

static cc_status read_record(cc_reading *r, cc_warc_record *record)
{
    cc_str type     = cc_fields_find(record->head, "WARC-Type");
    cc_str uri      = uri_of(record->head);
    bool   response = is(type, "response"), revisit = is(type, "revisit");
    if ((!response && !revisit && !is(type, "resource")) || is_about_crawl(record->head, uri))
        return CC_OK;
    r->members++;
    cc_item item = cc_reading_item(r, uri);
    item.date    = cc_fields_find(record->head, "WARC-Date");
    if (!cc_visit_enters(r->visit, item.path))
        return CC_OK;
    if (revisit)
        return tell_of_revisit(r, &item, record->head);
    blame_crawler(record);
    if (response && is_http(record->head, uri))
        return read_response(r, &item, record);
    return read_resource(r, &item, record);
}

/* Broken records, and what the stream below ended for or passed over. */
static void check(cc_reading *r, const cc_warc *warc)
{
    const cc_stream *below = cc_stream_fault(warc->stream);
    char             detail[sizeof r->detail + 64], count[48] = "";
    if (below == NULL && warc->broken == 0)
        return;
    if (warc->broken > 0)
        snprintf(count, sizeof count, "%llu broken record%s", (unsigned long long)warc->broken,
                 warc->broken == 1 ? "" : "s");
    const char *why = below == NULL ? "" : below->detail;
    snprintf(detail, sizeof detail, "%s%s%s", count, *count != '\0' && *why != '\0' ? ": " : "",
             why);
    cc_reading_blame(r, below == NULL ? warc->reason : below->reason, detail);
}

cc_status cc_warc_read(cc_reading *r)
{
    uint64_t       max    = r->visit->options->max_member_bytes;
    cc_warc        warc   = {.stream    = r->client.stream,
                             .max_bytes = (max < SIZE_MAX / 4 ? max : SIZE_MAX / 4) + FRAMING_BYTES};
    cc_warc_record record = {0};
    cc_status      status = CC_OK;
    while (status == CC_OK && r->reason == NULL && cc_warc_next(&warc, &record)) {
        if (++r->headers > r->visit->options->max_members) {
            cc_reading_blame(r, "too-large", "more members than the limit");
            break;
        }
        cc_mark mark = cc_arena_mark(&r->visit->scratch);
        status       = read_record(r, &record);
        cc_arena_rewind(&r->visit->scratch, mark);
        if (cc_budget_gone(r->budget))
            cc_reading_blame(r, "ratio", "too much comes out of too little");
    }
    check(r, &warc);
    cc_buffer_release(&warc.window);
    return status;
}
