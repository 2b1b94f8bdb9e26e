/* cc_json.h - writes JSON, header-only: core's records and the reporters share it.
 * Output is ASCII: all else is \uXXXX. The writer keeps commas; nothing else is kept. */
#ifndef CC_JSON_H
#define CC_JSON_H

#include "claimcheck.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

typedef struct cc_json cc_json;
struct cc_json {
    void (*put)(cc_json *, const char *bytes, size_t len);
    void *user;
    bool  comma; /* the next value or key needs one before it */
};

static inline void cc_json_raw(cc_json *j, const char *z)
{
    j->put(j, z, strlen(z));
}

static inline void cc_json_separate(cc_json *j)
{
    if (j->comma)
        cc_json_raw(j, ",");
    j->comma = true;
}

/* One code point of valid UTF-8; an invalid byte is taken as U+FFFD. */
static inline uint32_t cc_json_next(const char **at, const char *end)
{
    const unsigned char *p    = (const unsigned char *)*at;
    size_t               left = (size_t)(end - *at);
    size_t   len  = p[0] < 0x80 ? 1 : p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : p[0] >= 0xC0 ? 2 : 1;
    uint32_t code = len == 1 ? p[0] : p[0] & (0x7Fu >> len);
    if (len > left || (len == 1 && p[0] >= 0x80)) {
        *at += 1;
        return 0xFFFD;
    }
    for (size_t i = 1; i < len; i++)
        code = code << 6 | (p[i] & 0x3F);
    *at += len;
    return code;
}

static inline void cc_json_escape(cc_json *j, uint32_t code)
{
    char text[16];
    if (code == '"' || code == '\\')
        snprintf(text, sizeof text, "\\%c", (char)code);
    else if (code == '\n')
        snprintf(text, sizeof text, "\\n");
    else if (code == '\t')
        snprintf(text, sizeof text, "\\t");
    else if (code == '\r')
        snprintf(text, sizeof text, "\\r");
    else if (code >= 0x10000)
        snprintf(text, sizeof text, "\\u%04" PRIx32 "\\u%04" PRIx32,
                 0xD800 + ((code - 0x10000) >> 10), 0xDC00 + ((code - 0x10000) & 0x3FF));
    else
        snprintf(text, sizeof text, "\\u%04" PRIx32, code);
    cc_json_raw(j, text);
}

static inline bool cc_json_plain(char c)
{
    return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

static inline void cc_json_quoted(cc_json *j, cc_str s)
{
    const char *at = s.ptr, *end = s.ptr + s.len;
    cc_json_raw(j, "\"");
    while (at < end) {
        const char *from = at;
        while (at < end && cc_json_plain(*at))
            at++;
        j->put(j, from, (size_t)(at - from));
        if (at < end)
            cc_json_escape(j, cc_json_next(&at, end));
    }
    cc_json_raw(j, "\"");
}

static inline void cc_json_str(cc_json *j, cc_str s)
{
    cc_json_separate(j);
    cc_json_quoted(j, s);
}

static inline void cc_json_key(cc_json *j, const char *key)
{
    cc_json_separate(j);
    cc_json_quoted(j, (cc_str){key, strlen(key)});
    cc_json_raw(j, ":");
    j->comma = false;
}

static inline void cc_json_int(cc_json *j, int64_t n)
{
    char text[24];
    cc_json_separate(j);
    snprintf(text, sizeof text, "%" PRId64, n);
    cc_json_raw(j, text);
}

static inline void cc_json_bool(cc_json *j, bool b)
{
    cc_json_separate(j);
    cc_json_raw(j, b ? "true" : "false");
}

static inline void cc_json_null(cc_json *j)
{
    cc_json_separate(j);
    cc_json_raw(j, "null");
}

/* A score of 0 to 1000 as 0 to 1. */
static inline void cc_json_mille(cc_json *j, uint32_t mille)
{
    char text[16];
    cc_json_separate(j);
    snprintf(text, sizeof text, "%" PRIu32 ".%03" PRIu32, mille / 1000, mille % 1000);
    cc_json_raw(j, text);
}

static inline void cc_json_open(cc_json *j, const char *bracket)
{
    cc_json_separate(j);
    cc_json_raw(j, bracket);
    j->comma = false;
}

static inline void cc_json_close(cc_json *j, const char *bracket)
{
    cc_json_raw(j, bracket);
    j->comma = true;
}

/* Shorthands for members of an object. */
static inline void cc_json_put_str(cc_json *j, const char *key, cc_str s)
{
    cc_json_key(j, key);
    cc_json_str(j, s);
}

static inline void cc_json_put_int(cc_json *j, const char *key, int64_t n)
{
    cc_json_key(j, key);
    cc_json_int(j, n);
}

static inline void cc_json_put_bool(cc_json *j, const char *key, bool b)
{
    cc_json_key(j, key);
    cc_json_bool(j, b);
}

/* An empty string as null. */
static inline void cc_json_put_maybe(cc_json *j, const char *key, cc_str s)
{
    cc_json_key(j, key);
    if (s.len == 0)
        cc_json_null(j);
    else
        cc_json_str(j, s);
}

#endif
