/* cc_record.h - the parts that JSON records share: values, spans, periods. Header-only, so that
 * core's records and the reporters' are the same to the byte. */
#ifndef CC_RECORD_H
#define CC_RECORD_H

#include "cc_json.h"

enum { CC_DEC_TEXT = 64 };

/* Plain decimal notation: "495700000000", "-0.25". `text` holds CC_DEC_TEXT bytes; exponents are
 * within -30 to 30, as the number grammar keeps them. */
static inline void cc_dec_text(cc_dec d, char *text)
{
    uint64_t mant = d.mant < 0 ? 0 - (uint64_t)d.mant : (uint64_t)d.mant;
    char     digits[CC_DEC_TEXT];
    int      n = snprintf(digits, sizeof digits, "%" PRIu64, mant), at = 0;
    if (d.mant < 0)
        text[at++] = '-';
    for (int32_t zeros = d.mant == 0 ? 0 : d.exp10; zeros > 0 && n < 52; zeros--)
        digits[n++] = '0';
    int point = d.exp10 < 0 ? n + d.exp10 : n;
    for (int i = point < 1 ? point - 1 : 0; i < n && at < CC_DEC_TEXT - 2; i++) {
        if (i == point)
            text[at++] = '.';
        text[at++] = i < 0 ? '0' : digits[i];
    }
    text[at] = '\0';
}

/* ISO 8601, proleptic Gregorian; days count from 1970-01-01. `text` holds 16 bytes. */
static inline void cc_day_text(int32_t day, char *text)
{
    int64_t z = (int64_t)day + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t doe = z - era * 146097;
    int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    int64_t month = mp < 10 ? mp + 3 : mp - 9;
    snprintf(text, 16, "%04d-%02d-%02d", (int)((yoe + era * 400 + (month <= 2)) % 10000),
             (int)(month % 13), (int)((doy - (153 * mp + 2) / 5 + 1) % 32));
}

static inline void cc_record_dec(cc_json *j, const char *key, cc_dec d, bool absent)
{
    char text[CC_DEC_TEXT];
    cc_json_key(j, key);
    if (absent) {
        cc_json_null(j);
        return;
    }
    cc_dec_text(d, text);
    cc_json_str(j, (cc_str){text, strlen(text)});
}

/* The members of a value's object. */
static inline void cc_record_interval(cc_json *j, const cc_value *v)
{
    cc_record_dec(j, "low", v->low, v->flags & CC_NO_LOW);
    cc_record_dec(j, "high", v->high, v->flags & CC_NO_HIGH);
    cc_json_put_bool(j, "low_open", v->flags & CC_LOW_OPEN);
    cc_json_put_bool(j, "high_open", v->flags & CC_HIGH_OPEN);
    cc_record_dec(j, "stated", v->stated, v->flags & CC_RANGE);
}

static inline void cc_record_value(cc_json *j, const char *key, const cc_value *v)
{
    cc_json_key(j, key);
    cc_json_open(j, "{");
    cc_record_interval(j, v);
    cc_json_close(j, "}");
}

static inline void cc_record_day(cc_json *j, const char *key, int32_t day)
{
    char text[16];
    cc_day_text(day, text);
    cc_json_put_str(j, key, (cc_str){text, strlen(text)});
}

/* Points as whole thousandths, so that no locale and no rounding shows. */
static inline void cc_record_rectangle(cc_json *j, const cc_position *p)
{
    const float side[] = {p->place.at.page.x0_pt, p->place.at.page.y0_pt, p->place.at.page.x1_pt,
                          p->place.at.page.y1_pt};
    cc_json_put_int(j, "page", p->place.at.page.page);
    cc_json_key(j, "rectangle_mpt");
    cc_json_open(j, "[");
    for (int i = 0; i < 4; i++)
        cc_json_int(j, (int64_t)(side[i] * 1000.0f));
    cc_json_close(j, "]");
}

static inline void cc_record_position(cc_json *j, const char *key, const cc_position *p)
{
    cc_json_key(j, key);
    cc_json_open(j, "{");
    if (p->place.kind == CC_PLACE_BYTES) {
        cc_json_put_int(j, "byte_start", (int64_t)p->place.at.bytes.start);
        cc_json_put_int(j, "byte_end", (int64_t)p->place.at.bytes.end);
        cc_json_put_int(j, "line", p->line);
        cc_json_put_int(j, "column", p->column);
    }
    if (p->place.kind == CC_PLACE_PARAGRAPH) {
        cc_json_put_int(j, "part", p->place.at.paragraph.part);
        cc_json_put_int(j, "paragraph", p->place.at.paragraph.paragraph);
        cc_json_put_int(j, "char_start", p->place.at.paragraph.start_cp);
        cc_json_put_int(j, "char_end", p->place.at.paragraph.end_cp);
    }
    if (p->place.kind == CC_PLACE_PAGE)
        cc_record_rectangle(j, p);
    cc_json_close(j, "}");
}

#endif
