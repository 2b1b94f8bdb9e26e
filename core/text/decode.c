/* decode.c - a character at a time, so that each has its place; ASCII in runs. */
#include "text/decode.h"

#include "base/bounds.h"

#include <errno.h>
#include <iconv.h>
#include <utf8proc.h>

enum {
    MAX_RUNS    = (16 << 20) - 2, /* 12 bytes each; Russian prose has two a word */
    BYTES       = 256,
    MAX_LEN     = 4, /* bytes of a character in any encoding of encoding.h */
    REPLACEMENT = 0xFFFD,
    UNDEFINED   = 0x7FFFFFFF, /* no code point */
    LEAD        = 0x7FFFFFFE, /* more bytes must follow */
};

typedef struct decoder {
    cc_arena   *arena;
    cc_str      bytes;
    size_t      at; /* what of `bytes` is in `out` */
    cc_bytes    out;
    cc_decoded *ret;
} decoder;

/* -- Putting -------------------------------------------------------------------------------- */

static bool is_character(uint32_t code)
{
    return code < 0xD800 || (code > 0xDFFF && code < 0x110000);
}

/* `len` bytes are the character `code`, or are none. */
static void put(decoder *d, uint32_t code, size_t len)
{
    char   utf8[4];
    bool   invalid = !is_character(code);
    size_t n       = (size_t)utf8proc_encode_char(invalid ? REPLACEMENT : (utf8proc_int32_t)code,
                                            (utf8proc_uint8_t *)utf8);
    cc_runs_put(d->arena, &d->ret->map,
                (cc_run){(uint32_t)d->out.len, (uint32_t)d->at, (uint8_t)n, (uint8_t)len});
    cc_bytes_put(d->arena, &d->out, (cc_str){utf8, n});
    d->at += len;
    d->ret->replaced += invalid;
}

static void put_ascii(decoder *d)
{
    size_t run = cc_utf8_ascii_run(d->bytes, d->at);
    if (run == 0)
        return;
    cc_runs_put(d->arena, &d->ret->map, (cc_run){(uint32_t)d->out.len, (uint32_t)d->at, 1, 1});
    cc_bytes_put(d->arena, &d->out, cc_str_sub(d->bytes, d->at, run));
    d->at += run;
}

/* Whether there is more to decode, and room for it. */
static bool goes_on(decoder *d)
{
    d->ret->binary = d->ret->replaced == CC_MAX_REPLACED;
    d->ret->cut    = d->ret->map.n >= MAX_RUNS || d->out.len >= CC_MAX_MEMBER_BYTES;
    return d->at < d->bytes.len && !d->ret->binary && !d->ret->cut;
}

/* -- UTF-16 and UTF-32 ---------------------------------------------------------------------- */

/* The unit of `len` bytes at `offset`; UNDEFINED: the bytes end before it does. */
static uint32_t load_unit(cc_str bytes, size_t offset, size_t len, bool big)
{
    uint32_t unit = 0;
    if (bytes.len - offset < len)
        return UNDEFINED;
    for (size_t i = 0; i < len; i++)
        unit |= (uint32_t)(unsigned char)bytes.ptr[offset + i] << 8 * (big ? len - 1 - i : i);
    return unit;
}

static void put_wide(decoder *d, size_t width, bool big)
{
    uint32_t unit = load_unit(d->bytes, d->at, width, big);
    size_t   left = d->bytes.len - d->at;
    if (width == 2 && unit >= 0xD800 && unit < 0xDC00) {
        uint32_t low = load_unit(d->bytes, d->at + 2, 2, big);
        if (low >= 0xDC00 && low < 0xE000) {
            put(d, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), 4);
            return;
        }
    }
    put(d, unit, left < width ? left : width);
}

static void decode_wide(decoder *d, size_t width, bool big)
{
    if (load_unit(d->bytes, 0, width, big) == 0xFEFF)
        d->at = width;
    while (goes_on(d))
        put_wide(d, width, big);
}

/* -- Bytes ---------------------------------------------------------------------------------- */

/* The one character that `len` bytes are in the encoding; LEAD: they are the start of one. */
static uint32_t convert(iconv_t from, const char *bytes, size_t len)
{
    char   in[MAX_LEN], out[2 * MAX_LEN];
    char  *next = in, *to = out;
    size_t in_left = len, out_left = sizeof out;
    memcpy(in, bytes, len);
    iconv(from, NULL, NULL, NULL, NULL);
    if (iconv(from, &next, &in_left, &to, &out_left) == (size_t)-1)
        return errno == EINVAL ? LEAD : UNDEFINED;
    if (iconv(from, NULL, NULL, &to, &out_left) == (size_t)-1 || to - out != 4)
        return UNDEFINED;
    return load_unit((cc_str){out, 4}, 0, 4, false);
}

/* What each byte by itself is. */
static void fill_table(iconv_t from, uint32_t *table)
{
    for (unsigned byte = 0; byte < BYTES; byte++) {
        uint32_t code = cc_encoding_windows_1252((unsigned char)byte);
        if (byte < 0x80)
            code = byte;
        else if (from != (iconv_t)-1)
            code = convert(from, &(char){(char)byte}, 1);
        else if (code == 0)
            code = UNDEFINED;
        table[byte] = code;
    }
}

/* Of a pair that is none the first byte alone is invalid: the second can be a '<'. */
static void put_multi(decoder *d, iconv_t from)
{
    size_t   left = d->bytes.len - d->at, len = 1;
    uint32_t code = LEAD;
    while (code == LEAD && len < MAX_LEN && len < left)
        code = convert(from, d->bytes.ptr + d->at, ++len);
    put(d, code, is_character(code) ? len : 1);
}

static void decode_bytes(decoder *d, iconv_t from)
{
    uint32_t table[BYTES];
    fill_table(from, table);
    while (goes_on(d)) {
        put_ascii(d);
        if (d->at == d->bytes.len)
            break;
        uint32_t code = table[(unsigned char)d->bytes.ptr[d->at]];
        if (code == LEAD)
            put_multi(d, from);
        else
            put(d, code, 1);
    }
}

/* Found by cc_encoding_find, so it opens unless the system is out of files or memory: then the text
 * is not read rather than read wrongly. */
static void decode_by_iconv(decoder *d, const char *name)
{
    iconv_t from   = iconv_open("UCS-4LE", name);
    d->ret->binary = from == (iconv_t)-1;
    if (d->ret->binary)
        return;
    decode_bytes(d, from);
    iconv_close(from);
}

/* -- All of them ---------------------------------------------------------------------------- */

void cc_decode(cc_arena *arena, cc_str bytes, const cc_encoding *encoding, cc_decoded *ret)
{
    decoder d = {.arena = arena, .bytes = bytes, .ret = ret};
    *ret      = (cc_decoded){0};
    switch (encoding->scheme) {
    case CC_SCHEME_UTF8: cc_utf8_decode(arena, bytes, ret); return;
    case CC_SCHEME_UTF16LE: decode_wide(&d, 2, false); break;
    case CC_SCHEME_UTF16BE: decode_wide(&d, 2, true); break;
    case CC_SCHEME_UTF32LE: decode_wide(&d, 4, false); break;
    case CC_SCHEME_UTF32BE: decode_wide(&d, 4, true); break;
    case CC_SCHEME_BYTES:
        if (encoding->iconv == NULL)
            decode_bytes(&d, (iconv_t)-1);
        else
            decode_by_iconv(&d, encoding->iconv);
        break;
    }
    ret->text = (cc_str){d.out.ptr, d.out.len};
    ret->binary |= cc_utf8_is_binary(ret->text);
}
