/* utf8.c - decoding, NFC and widths; ASCII passes eight bytes at a time. */
#include "text/utf8.h"

#include <utf8proc.h>

#define EACH_BYTE(b) (UINT64_C(0x0101010101010101) * (b))
#define REPLACEMENT CC_S("\xEF\xBF\xBD")

enum {
    WORD         = 8,
    MAX_CLUSTER  = 32, /* code points: ordering marks is quadratic in utf8proc */
    MAX_EXPANDED = 4,  /* code points that one decomposes into, canonically */
};

static uint64_t load_word(const char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

size_t cc_utf8_ascii_run(cc_str s, size_t offset)
{
    size_t i = offset;
    while (s.len - i >= WORD && (load_word(s.ptr + i) & EACH_BYTE(0x80)) == 0)
        i += WORD;
    while (i < s.len && (s.ptr[i] & 0x80) == 0)
        i++;
    return i - offset;
}

/* Unicode 15, table 3-7. */
size_t cc_utf8_valid_at(cc_str bytes, size_t offset)
{
    const unsigned char *p = (const unsigned char *)bytes.ptr + offset;
    if (p[0] < 0x80)
        return 1;
    if (p[0] < 0xC2 || p[0] > 0xF4)
        return 0;
    size_t len = p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
    if (bytes.len - offset < len)
        return 0;
    unsigned low  = p[0] == 0xE0 ? 0xA0 : p[0] == 0xF0 ? 0x90 : 0x80;
    unsigned high = p[0] == 0xED ? 0x9F : p[0] == 0xF4 ? 0x8F : 0xBF;
    if (p[1] < low || p[1] > high)
        return 0;
    for (size_t i = 2; i < len; i++)
        if ((p[i] & 0xC0) != 0x80)
            return 0;
    return len;
}

/* How many bytes from `offset` on are valid UTF-8. */
static size_t valid_run(cc_str s, size_t offset)
{
    size_t i = offset;
    while ((i += cc_utf8_ascii_run(s, i)) < s.len) {
        size_t len = cc_utf8_valid_at(s, i);
        if (len == 0)
            break;
        i += len;
    }
    return i - offset;
}

bool cc_utf8_is_valid(cc_str bytes)
{
    return valid_run(bytes, 0) == bytes.len;
}

size_t cc_utf8_count_any(cc_str bytes)
{
    size_t n = 0;
    for (size_t i = 0, run; i < bytes.len; n++) {
        run = cc_utf8_ascii_run(bytes, i);
        n += run;
        i += run;
        if (i == bytes.len)
            break;
        size_t len = cc_utf8_valid_at(bytes, i);
        i += len == 0 ? 1 : len;
    }
    return n;
}

/* -- Decoding ------------------------------------------------------------------------------- */

static bool is_control(char c)
{
    return (unsigned char)c < 0x20 && !cc_is_blank(c);
}

bool cc_utf8_is_binary(cc_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len;) {
        if (s.len - i >= WORD) {
            uint64_t word = load_word(s.ptr + i);
            if (((word - EACH_BYTE(0x20)) & ~word & EACH_BYTE(0x80)) == 0) {
                i += WORD;
                continue;
            }
        }
        size_t end = s.len - i < WORD ? s.len : i + WORD;
        for (; i < end; i++)
            n += is_control(s.ptr[i]);
    }
    return n > s.len / 10;
}

/* `from`: where the text begins in `bytes`. */
static void decode(cc_arena *arena, cc_str bytes, size_t from, cc_decoded *ret)
{
    cc_bytes out = {0};
    while (from < bytes.len) {
        size_t run = valid_run(bytes, from);
        if (run > 0)
            cc_runs_put(arena, &ret->map, (cc_run){(uint32_t)out.len, (uint32_t)from, 1, 1});
        cc_bytes_put(arena, &out, cc_str_sub(bytes, from, run));
        from += run;
        if (from == bytes.len)
            break;
        if (ret->replaced == CC_MAX_REPLACED) {
            ret->binary = true;
            break;
        }
        cc_runs_put(arena, &ret->map, (cc_run){(uint32_t)out.len, (uint32_t)from, 3, 1});
        cc_bytes_put(arena, &out, REPLACEMENT);
        ret->replaced++;
        from++;
    }
    ret->text = (cc_str){out.ptr, out.len};
}

void cc_utf8_decode(cc_arena *arena, cc_str bytes, cc_decoded *ret)
{
    size_t bom = cc_str_starts(bytes, CC_S("\xEF\xBB\xBF")) ? 3 : 0;
    *ret       = (cc_decoded){.binary = cc_utf8_is_binary(bytes)};
    if (bom + valid_run(bytes, bom) < bytes.len) {
        decode(arena, bytes, bom, ret);
        return;
    }
    ret->text = cc_str_sub(bytes, bom, bytes.len - bom);
    if (bom > 0)
        cc_runs_put(arena, &ret->map, (cc_run){0, (uint32_t)bom, 1, 1});
}

cc_str cc_utf8_repair(cc_arena *arena, cc_str bytes)
{
    if (cc_utf8_is_valid(bytes))
        return bytes;
    cc_decoded decoded = {0};
    decode(arena, bytes, 0, &decoded);
    return decoded.text;
}

/* -- NFC ------------------------------------------------------------------------------------ */

void cc_bytes_put(cc_arena *arena, cc_bytes *out, cc_str s)
{
    if (s.len > out->cap - out->len) {
        size_t cap = out->cap < 32 ? 64 : out->cap * 2;
        while (cap - out->len < s.len)
            cap *= 2;
        char *grown = cc_arena_alloc(arena, cap, 1);
        if (out->len > 0)
            memcpy(grown, out->ptr, out->len);
        out->ptr = grown;
        out->cap = cap;
    }
    if (s.len > 0)
        memcpy(out->ptr + out->len, s.ptr, s.len);
    out->len += s.len;
}

static cc_segment segment_of(size_t text_off, size_t text_len, bool verbatim, size_t start,
                             size_t end)
{
    cc_segment s           = {(uint32_t)text_off, (uint32_t)text_len, verbatim, {0}};
    s.place.kind           = CC_PLACE_BYTES;
    s.place.at.bytes.start = start;
    s.place.at.bytes.end   = end;
    return s;
}

typedef struct normaliser {
    cc_arena *arena;
    cc_str    text;
    cc_bytes *out;
    cc_map   *map;
    size_t    done; /* what of `text` is in `out` */
} normaliser;

static void copy_verbatim(normaliser *n, size_t end)
{
    if (n->map != NULL)
        cc_map_put(n->arena, n->map, segment_of(n->out->len, end - n->done, true, n->done, end));
    cc_bytes_put(n->arena, n->out, cc_str_sub(n->text, n->done, end - n->done));
    n->done = end;
}

static void put_composed(normaliser *n, size_t start, size_t end, cc_str composed)
{
    copy_verbatim(n, start);
    if (n->map != NULL)
        cc_map_put(n->arena, n->map, segment_of(n->out->len, composed.len, false, start, end));
    cc_bytes_put(n->arena, n->out, composed);
    n->done = end;
}

/* Whether it can change together with what stands before it. All below U+0300 are NFC. */
static bool joins_before(uint32_t code)
{
    if (code < 0x300)
        return false;
    const utf8proc_property_t *p = utf8proc_get_property((utf8proc_int32_t)code);
    return p->category == UTF8PROC_CATEGORY_MN || p->category == UTF8PROC_CATEGORY_MC ||
           p->category == UTF8PROC_CATEGORY_ME || p->boundclass == UTF8PROC_BOUNDCLASS_V ||
           p->boundclass == UTF8PROC_BOUNDCLASS_T;
}

/* Whether it can change when it stands alone. */
static bool may_change(uint32_t code)
{
    if (code < 0x300)
        return false;
    const utf8proc_property_t *p = utf8proc_get_property((utf8proc_int32_t)code);
    return p->decomp_seqindex != UINT16_MAX && p->decomp_type == 0;
}

static void normalise(normaliser *n, size_t start, size_t end)
{
    utf8proc_int32_t        buffer[MAX_CLUSTER * MAX_EXPANDED + 1];
    utf8proc_option_t       options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    const utf8proc_uint8_t *from    = (const utf8proc_uint8_t *)n->text.ptr + start;
    utf8proc_ssize_t        len = utf8proc_decompose(from, (utf8proc_ssize_t)(end - start), buffer,
                                                     MAX_CLUSTER * MAX_EXPANDED, options);
    if (len < 0 || len > MAX_CLUSTER * MAX_EXPANDED)
        return;
    len             = utf8proc_reencode(buffer, len, options);
    cc_str composed = {(const char *)buffer, len < 0 ? 0 : (size_t)len};
    if (len > 0 && !cc_str_eq(composed, cc_str_sub(n->text, start, end - start)))
        put_composed(n, start, end, composed);
}

/* The cluster around the non-ASCII byte at `offset`: a base and all that may join it. Returns its
 * end. */
static size_t take_cluster(normaliser *n, size_t offset)
{
    size_t   len, start = offset, count = 1;
    uint32_t code   = cc_utf8_at(n->text, offset, &len);
    size_t   end    = offset + len;
    bool     joined = joins_before(code);
    if (joined && offset > n->done && (n->text.ptr[offset - 1] & 0x80) == 0) {
        start--;
        count++;
    }
    while (end < n->text.len && (n->text.ptr[end] & 0x80) != 0 && count < MAX_CLUSTER &&
           joins_before(cc_utf8_at(n->text, end, &len))) {
        end += len;
        count++;
    }
    if (count > 1 || may_change(code))
        normalise(n, start, end);
    return end;
}

void cc_utf8_nfc(cc_arena *arena, cc_str text, cc_bytes *out, cc_map *map)
{
    normaliser n = {arena, text, out, map, 0};
    size_t     i = 0;
    while ((i += cc_utf8_ascii_run(text, i)) < text.len)
        i = take_cluster(&n, i);
    copy_verbatim(&n, text.len);
}

/* -- Characters ----------------------------------------------------------------------------- */

uint32_t cc_utf8_at(cc_str text, size_t offset, size_t *ret_len)
{
    const unsigned char *p    = (const unsigned char *)text.ptr + offset;
    size_t               len  = p[0] < 0x80 ? 1 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
    uint32_t             code = len == 1 ? p[0] : p[0] & (0x7Fu >> len);
    for (size_t i = 1; i < len; i++)
        code = code << 6 | (p[i] & 0x3Fu);
    *ret_len = len;
    return code;
}

cc_str cc_utf8_cut(cc_str bytes, size_t max)
{
    enum { MOST = 3 }; /* bytes of a character behind its first; more are invalid */
    size_t len = max;
    if (bytes.len <= max)
        return bytes;
    while (len > 0 && max - len < MOST && (bytes.ptr[len] & 0xC0) == 0x80)
        len--;
    return cc_str_sub(bytes, 0, len);
}

size_t cc_utf8_count(cc_str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += (text.ptr[i] & 0xC0) != 0x80;
    return n;
}

size_t cc_utf8_blank_at(cc_str text, size_t offset)
{
    size_t len;
    if ((text.ptr[offset] & 0x80) == 0)
        return cc_is_blank(text.ptr[offset]);
    uint32_t code  = cc_utf8_at(text, offset, &len);
    bool     blank = code == 0x85 || code == 0xA0 || code == 0x1680 ||
                 (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 ||
                 code == 0x202F || code == 0x205F || code == 0x3000;
    return blank ? len : 0;
}

size_t cc_utf8_width(cc_str text)
{
    size_t width = 0, len;
    for (size_t i = 0; i < text.len; i += len) {
        uint32_t code = cc_utf8_at(text, i, &len);
        width += code == '\t' ? 1 : (size_t)utf8proc_charwidth((utf8proc_int32_t)code);
    }
    return width;
}
