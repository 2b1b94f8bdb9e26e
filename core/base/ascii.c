/* ascii.c - escapes. */
#include "base/ascii.h"

static bool is_plain(char c)
{
    return c >= 0x20 && c < 0x7F;
}

cc_str cc_ascii(cc_arena *arena, cc_str s)
{
    static const char digits[] = "0123456789abcdef";
    size_t            odd = 0, n = 0;
    for (size_t i = 0; i < s.len; i++)
        odd += !is_plain(s.ptr[i]);
    if (odd == 0)
        return s;
    char *ret = cc_arena_alloc(arena, s.len + 3 * odd, 1);
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (is_plain(s.ptr[i])) {
            ret[n++] = s.ptr[i];
            continue;
        }
        memcpy(ret + n, "\\x", 2);
        ret[n + 2] = digits[c >> 4];
        ret[n + 3] = digits[c & 15];
        n += 4;
    }
    return (cc_str){ret, n};
}
