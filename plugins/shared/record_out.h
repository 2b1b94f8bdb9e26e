/* record_out.h - the records, or parts of them, that hold more than values: sides of findings and
 * documents. docs/records.schema.json describes them. */
#ifndef CC_SHARED_RECORD_OUT_H
#define CC_SHARED_RECORD_OUT_H

#include "cc_record.h"

/* "2020-03-05", "2020-03", "2020", or "FIRST/LAST" for what is none of these; an unknown period
 * is "". `text` holds 32 bytes. */
static inline void cc_period_text(const cc_period *period, char *text)
{
    char first[16], last[16];
    text[0] = '\0';
    if (period->day_first > period->day_last)
        return;
    cc_day_text(period->day_first, first);
    cc_day_text(period->day_last, last);
    if (strcmp(first, last) == 0)
        snprintf(text, 32, "%s", first);
    else if (period->granularity == CC_MONTH)
        snprintf(text, 32, "%.7s", first);
    else if (period->granularity == CC_YEAR && !period->fiscal)
        snprintf(text, 32, "%.4s", first);
    else
        snprintf(text, 32, "%s/%s", first, last);
}

static inline const char *cc_date_from_name(cc_date_origin origin)
{
    static const char *const names[] = {
        [CC_DATE_UNKNOWN] = "",          [CC_DATE_OPTION] = "option",
        [CC_DATE_METADATA] = "metadata", [CC_DATE_DATELINE] = "dateline",
        [CC_DATE_PATH] = "path",         [CC_DATE_CONTAINER] = "container",
    };
    return origin < sizeof names / sizeof *names ? names[origin] : "";
}

static inline bool cc_kind_has_value(cc_kind kind)
{
    return kind == CC_NUMBER || kind == CC_MONEY || kind == CC_PERCENT || kind == CC_QUANTITY ||
           kind == CC_RANK || kind == CC_MULTIPLE || kind == CC_DURATION;
}

/* The next value of an array, or what stands behind a key. */
static inline void cc_record_side(cc_json *j, const cc_side *side)
{
    cc_json_open(j, "{");
    cc_json_put_str(j, "document", side->doc->path);
    cc_record_position(j, "span", &side->position);
    cc_json_put_str(j, "text", side->text);
    cc_json_put_str(j, "sentence", side->sentence);
    if (cc_kind_has_value(side->kind)) {
        cc_record_value(j, "value", &side->value);
    } else {
        cc_json_key(j, "value");
        cc_json_null(j);
    }
    cc_json_put_maybe(j, "unit", side->unit);
    cc_json_close(j, "}");
}

/* A whole `document` record, without the line feed. */
static inline void cc_record_document(cc_json *j, const cc_doc_status *doc)
{
    char        date[32];
    const char *from = cc_date_from_name(doc->date_origin);
    cc_period_text(&doc->date, date);
    if (date[0] == '\0')
        from = "";
    cc_json_open(j, "{");
    cc_json_put_str(j, "type", (cc_str){"document", 8});
    cc_json_put_str(j, "path", doc->path);
    cc_json_put_str(j, "status", doc->status);
    cc_json_put_maybe(j, "reason", doc->reason);
    cc_json_put_maybe(j, "detail", doc->detail);
    cc_json_put_int(j, "bytes", (int64_t)doc->bytes);
    cc_json_put_maybe(j, "date", (cc_str){date, strlen(date)});
    cc_json_put_maybe(j, "date_from", (cc_str){from, strlen(from)});
    cc_json_put_maybe(j, "language", doc->language);
    cc_json_put_maybe(j, "sha256", doc->sha256);
    cc_json_close(j, "}");
}

#endif
