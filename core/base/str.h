/* str.h - slices of bytes: the cc_str of the ABI and the few things done with it everywhere. */
#ifndef CC_BASE_STR_H
#define CC_BASE_STR_H

#include <claimcheck.h>
#include <string.h>

#define CC_S(literal) ((cc_str){"" literal, sizeof(literal) - 1})
/* For "%.*s". */
#define CC_F(s) (int)(s).len, (s).ptr

static inline cc_str cc_str_z(const char *z)
{
    return (cc_str){z, z == NULL ? 0 : strlen(z)};
}

static inline cc_str cc_str_sub(cc_str s, size_t off, size_t len)
{
    return (cc_str){s.ptr + off, len};
}

static inline cc_str cc_str_span(cc_str text, cc_span span)
{
    return (cc_str){text.ptr + span.off, span.len};
}

static inline bool cc_str_eq(cc_str a, cc_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* By bytes, as LC_ALL=C sort does. */
static inline int cc_str_cmp(cc_str a, cc_str b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    int    c = n == 0 ? 0 : memcmp(a.ptr, b.ptr, n);
    return c != 0 ? c : (a.len > b.len) - (a.len < b.len);
}

static inline bool cc_str_starts(cc_str s, cc_str with)
{
    return s.len >= with.len && (with.len == 0 || memcmp(s.ptr, with.ptr, with.len) == 0);
}

static inline bool cc_str_ends(cc_str s, cc_str with)
{
    return s.len >= with.len &&
           (with.len == 0 || memcmp(s.ptr + s.len - with.len, with.ptr, with.len) == 0);
}

static inline bool cc_is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline bool cc_is_digit(char c)
{
    return c >= '0' && c <= '9';
}
static inline bool cc_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}
static inline bool cc_is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}
static inline bool cc_is_alpha(char c)
{
    return cc_is_upper(c) || cc_is_lower(c);
}
static inline char cc_lower(char c)
{
    return cc_is_upper(c) ? (char)(c + 32) : c;
}

static inline cc_str cc_str_trim(cc_str s)
{
    while (s.len > 0 && cc_is_blank(s.ptr[0]))
        s.ptr++, s.len--;
    while (s.len > 0 && cc_is_blank(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

/* ASCII letters only, whatever the locale. */
static inline bool cc_str_eq_nocase(cc_str a, cc_str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (cc_lower(a.ptr[i]) != cc_lower(b.ptr[i]))
            return false;
    return true;
}

#endif
