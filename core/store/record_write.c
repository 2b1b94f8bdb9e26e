/* record_write.c - records as lines. What users see comes first; what only a comparison needs
 * stands in the member "x", numbers as arrays in the order that record_read.c reads. */
#include "store/record.h"

#include "fact/facts.h"
#include "store/enumerators.h"

#include <cc_record.h>

enum { RECORD_VERSION = 1 };

static void put_ints(cc_json *j, const char *key, const int64_t *n, size_t count)
{
    cc_json_key(j, key);
    cc_json_open(j, "[");
    for (size_t i = 0; i < count; i++)
        cc_json_int(j, n[i]);
    cc_json_close(j, "]");
}

static void put_value(cc_json *j, const cc_value *v)
{
    const int64_t n[] = {v->stated.mant, v->stated.exp10, v->step.mant,  v->step.exp10, v->low.mant,
                         v->low.exp10,   v->high.mant,    v->high.exp10, v->flags,      v->hedge};
    put_ints(j, "value", n, sizeof n / sizeof *n);
}

static void put_period_ints(cc_json *j, const char *key, const cc_period *p)
{
    const int64_t n[] = {p->day_first, p->day_last, p->granularity, p->fiscal, p->hedge};
    put_ints(j, key, n, sizeof n / sizeof *n);
}

/* As its bits, so that it is the same when it is read again. */
static int64_t float_bits(float f)
{
    uint32_t u;
    memcpy(&u, &f, sizeof u);
    return u;
}

static void put_place(cc_json *j, const cc_position *p)
{
    int64_t n[8] = {p->place.kind, [6] = p->line, [7] = p->column};
    if (p->place.kind == CC_PLACE_BYTES) {
        n[1] = (int64_t)p->place.at.bytes.start;
        n[2] = (int64_t)p->place.at.bytes.end;
    } else if (p->place.kind == CC_PLACE_PARAGRAPH) {
        n[1] = p->place.at.paragraph.part;
        n[2] = p->place.at.paragraph.paragraph;
        n[3] = p->place.at.paragraph.start_cp;
        n[4] = p->place.at.paragraph.end_cp;
    } else {
        n[1] = p->place.at.page.page;
        n[2] = float_bits(p->place.at.page.x0_pt);
        n[3] = float_bits(p->place.at.page.y0_pt);
        n[4] = float_bits(p->place.at.page.x1_pt);
        n[5] = float_bits(p->place.at.page.y1_pt);
    }
    put_ints(j, "place", n, sizeof n / sizeof *n);
}

static void put_hex(cc_json *j, const char *key, cc_str bytes)
{
    static const char digits[] = "0123456789abcdef";
    char              text[1024];
    size_t            n = 0;
    for (size_t i = 0; i < bytes.len && n + 2 <= sizeof text; i++) {
        text[n++] = digits[(unsigned char)bytes.ptr[i] >> 4];
        text[n++] = digits[(unsigned char)bytes.ptr[i] & 15];
    }
    cc_json_put_str(j, key, (cc_str){text, n});
}

static void put_doc(cc_json *j, const cc_doc_ref *doc)
{
    cc_json_key(j, "doc");
    cc_json_open(j, "{");
    cc_json_put_str(j, "path", doc->path);
    cc_json_put_str(j, "sha256", doc->sha256);
    cc_json_put_str(j, "subject", doc->subject);
    put_hex(j, "labels", doc->labels);
    put_period_ints(j, "date", &doc->date);
    cc_json_put_bool(j, "checked", doc->checked);
    cc_json_close(j, "}");
}

static void put_strings(cc_json *j, const char *key, const cc_str *at, size_t count)
{
    cc_json_key(j, key);
    cc_json_open(j, "[");
    for (size_t i = 0; i < count; i++)
        cc_json_str(j, at[i]);
    cc_json_close(j, "]");
}

/* -- Claims ----------------------------------------------------------------------------------- */

static void put_measure(cc_json *j, const cc_claim *c)
{
    cc_json_key(j, "measure");
    cc_json_open(j, "[");
    for (size_t i = 0; i < c->measure_count; i++)
        cc_json_str(j, c->measure[i].stem);
    cc_json_close(j, "]");
}

static void put_period(cc_json *j, const cc_claim *c)
{
    cc_json_key(j, "period");
    if (!cc_period_is_known(&c->period)) {
        cc_json_null(j);
        return;
    }
    cc_json_open(j, "{");
    cc_record_day(j, "first", c->period.day_first);
    cc_record_day(j, "last", c->period.day_last);
    cc_json_put_str(j, "granularity", cc_granularity_name(c->period.granularity));
    cc_json_put_str(j, "from", cc_period_origin_name(c->period_origin));
    cc_json_close(j, "}");
}

static void put_stem_weights(cc_json *j, const cc_claim *c)
{
    cc_json_key(j, "weights");
    cc_json_open(j, "[");
    for (size_t i = 0; i < c->measure_count; i++) {
        cc_json_int(j, c->measure[i].weight);
        cc_json_int(j, c->measure[i].idf);
        cc_json_int(j, c->measure[i].own);
    }
    cc_json_close(j, "]");
}

static void put_claim_rest(cc_json *j, const cc_claim *c)
{
    const int64_t n[] = {c->kind,
                         c->passage,
                         c->order,
                         c->mark.off,
                         c->mark.len,
                         c->direction,
                         (int64_t)c->scope_own,
                         c->scope_origin,
                         c->revised};
    cc_json_key(j, "x");
    cc_json_open(j, "{");
    put_ints(j, "at", n, sizeof n / sizeof *n);
    put_place(j, &c->position);
    put_value(j, &c->value);
    put_period_ints(j, "period", &c->period);
    put_stem_weights(j, c);
    cc_json_put_str(j, "noun", c->noun);
    cc_json_put_str(j, "label", c->label);
    cc_json_put_str(j, "sublabel", c->sublabel);
    cc_json_put_str(j, "skeleton", c->skeleton);
    put_doc(j, c->doc);
    cc_json_close(j, "}");
}

/* Days are whole numbers without an exponent but for trailing zeros. */
static void put_day(cc_json *j, const char *key, cc_dec day, bool absent)
{
    int64_t n = day.mant;
    for (int32_t i = 0; i < day.exp10; i++)
        n *= 10;
    if (absent) {
        cc_json_key(j, key);
        cc_json_null(j);
    } else {
        cc_record_day(j, key, (int32_t)n);
    }
}

/* When an event was: its first and last possible day. */
static void put_days(cc_json *j, const cc_value *v)
{
    cc_json_key(j, "value");
    cc_json_open(j, "{");
    put_day(j, "first", v->low, v->flags & CC_NO_LOW);
    put_day(j, "last", v->high, v->flags & CC_NO_HIGH);
    cc_json_put_bool(j, "low_open", v->flags & CC_LOW_OPEN);
    cc_json_put_bool(j, "high_open", v->flags & CC_HIGH_OPEN);
    cc_json_close(j, "}");
}

void cc_claim_write(cc_json *j, const cc_claim *c, bool whole)
{
    cc_json_open(j, "{");
    cc_json_put_str(j, "type", CC_S("claim"));
    cc_json_put_str(j, "document", c->doc->path);
    cc_record_position(j, "span", &c->position);
    cc_json_put_str(j, "text", c->text);
    cc_json_put_str(j, "sentence", c->sentence);
    if (c->kind == CC_DATE)
        put_days(j, &c->value);
    else
        cc_record_value(j, "value", &c->value);
    cc_json_put_maybe(j, "unit", c->unit);
    cc_json_put_maybe(j, "per", c->per);
    put_measure(j, c);
    put_strings(j, "scope", c->scope, c->scope_count);
    put_period(j, c);
    cc_json_put_str(j, "aspect", cc_aspect_name(c->aspect));
    cc_json_put_str(j, "modality", cc_modality_name(c->modality));
    cc_json_put_maybe(j, "source", c->source);
    if (whole)
        put_claim_rest(j, c);
    cc_json_close(j, "}");
}

/* -- Documents, findings, pairs ------------------------------------------------------------------ */

static void put_doc_record(cc_json *j, const cc_doc_record *d)
{
    const cc_doc_status *s = &d->status;
    int64_t              facts[CC_KIND_COUNT];
    for (size_t i = 0; i < CC_KIND_COUNT; i++)
        facts[i] = (int64_t)d->facts[i];
    cc_json_put_str(j, "path", s->path);
    cc_json_put_str(j, "status", s->status);
    cc_json_put_str(j, "reason", s->reason);
    cc_json_put_str(j, "detail", s->detail);
    cc_json_put_int(j, "bytes", (int64_t)s->bytes);
    put_period_ints(j, "date", &s->date);
    cc_json_put_str(j, "date_from", cc_date_origin_name(s->date_origin));
    cc_json_put_str(j, "language", s->language);
    cc_json_put_str(j, "sha256", s->sha256);
    cc_json_put_bool(j, "checked", s->checked);
    put_ints(j, "facts", facts, CC_KIND_COUNT);
    cc_json_put_int(j, "claims", (int64_t)d->claims);
}

static void put_side(cc_json *j, const cc_side *s)
{
    const int64_t n[] = {s->order, s->mark.off, s->mark.len, s->kind};
    cc_json_open(j, "{");
    put_ints(j, "at", n, sizeof n / sizeof *n);
    put_place(j, &s->position);
    cc_json_put_str(j, "text", s->text);
    cc_json_put_str(j, "sentence", s->sentence);
    put_value(j, &s->value);
    cc_json_put_str(j, "unit", s->unit);
    put_doc(j, s->doc);
    cc_json_close(j, "}");
}

static void put_finding(cc_json *j, const cc_finding *f)
{
    cc_json_put_str(j, "check", f->check);
    cc_json_put_int(j, "score", f->score);
    cc_json_put_str(j, "message", f->message);
    const cc_str reason[] = {f->reason.measure, f->reason.scope, f->reason.period, f->reason.gap};
    put_strings(j, "reason", reason, sizeof reason / sizeof *reason);
    cc_json_key(j, "primary");
    put_side(j, &f->primary);
    cc_json_key(j, "related");
    cc_json_open(j, "[");
    for (size_t i = 0; i < f->related_count; i++)
        put_side(j, &f->related[i]);
    cc_json_close(j, "]");
}

static void put_pair(cc_json *j, const cc_pair *p)
{
    cc_json_put_int(j, "raw", p->raw);
    cc_json_key(j, "a");
    cc_claim_write(j, p->a, true);
    cc_json_key(j, "b");
    cc_claim_write(j, p->b, true);
}

/* The side of a claim is made of it again. */
static void put_listed(cc_json *j, const cc_listed *f)
{
    if (f->claim != NULL) {
        cc_json_put_int(j, "first", f->first);
        cc_json_key(j, "claim");
        cc_claim_write(j, f->claim, true);
    } else {
        cc_json_put_str(j, "instead", f->instead);
        cc_json_key(j, "side");
        put_side(j, &f->side);
    }
}

static void put_body(cc_json *j, const cc_record *r)
{
    switch (r->kind) {
    case CC_RECORD_CLAIM:
        cc_json_key(j, "claim");
        cc_claim_write(j, r->of.claim, true);
        break;
    case CC_RECORD_DOCUMENT: put_doc_record(j, r->of.document); break;
    case CC_RECORD_FINDING: put_finding(j, r->of.finding); break;
    case CC_RECORD_PAIR: put_pair(j, r->of.pair); break;
    case CC_RECORD_COUNT: cc_json_put_int(j, "count", (int64_t)r->of.count); break;
    case CC_RECORD_FIGURE: put_listed(j, r->of.figure); break;
    }
}

void cc_record_write(cc_json *j, const cc_record *r)
{
    j->comma = false;
    j->put(j, r->key.ptr, r->key.len);
    cc_json_raw(j, "\t");
    cc_json_open(j, "{");
    cc_json_put_int(j, "v", RECORD_VERSION);
    cc_json_put_int(j, "kind", (int64_t)r->kind);
    put_body(j, r);
    cc_json_close(j, "}");
    cc_json_raw(j, "\n");
}
