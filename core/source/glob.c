/* glob.c - matching without recursion: a failure goes back to the last '*', then to the last
 * "**", which is enough because an earlier one could only match less. */
#include "source/glob.h"

#include "source/names.h"

#include <stdint.h>

static const size_t NONE = SIZE_MAX;

/* The character at `at`, and how long it is; a byte that is not UTF-8 stands for itself. */
static uint32_t char_at(cc_str s, size_t at, size_t *ret_len)
{
    uint32_t cp = 0;
    *ret_len    = cc_name_code_point(s, at, &cp);
    if (*ret_len != 0)
        return cp;
    *ret_len = 1;
    return 0x110000u + (unsigned char)s.ptr[at];
}

/* One character of a bracket expression, '\' undone. */
static uint32_t bracket_char(cc_str glob, size_t *at)
{
    if (glob.ptr[*at] == '\\' && *at + 1 < glob.len)
        ++*at;
    size_t   len = 0;
    uint32_t c   = char_at(glob, *at, &len);
    *at += len;
    return c;
}

/* Past the ']' of the expression that begins at `at`, or NONE when nothing ends it. */
static size_t match_bracket(cc_str glob, size_t at, uint32_t c, bool *ret_in)
{
    bool found = false;
    at++;
    bool negated = at < glob.len && (glob.ptr[at] == '!' || glob.ptr[at] == '^');
    at += negated;
    for (size_t first = at; at < glob.len;) {
        if (glob.ptr[at] == ']' && at > first) {
            *ret_in = found != negated;
            return at + 1;
        }
        uint32_t low = bracket_char(glob, &at), high = low;
        if (at + 1 < glob.len && glob.ptr[at] == '-' && glob.ptr[at + 1] != ']') {
            at++;
            high = bracket_char(glob, &at);
        }
        found = found || (low <= c && c <= high);
    }
    return NONE;
}

/* Matches one character of `path` with one item of `glob` and moves past both. */
static bool match_one(cc_str glob, size_t *g, cc_str path, size_t *p)
{
    if (*g >= glob.len)
        return false;
    size_t   len = 0, next = *g + 1;
    uint32_t c  = char_at(path, *p, &len);
    bool     in = false;
    if (glob.ptr[*g] == '?') {
        in = c != '/';
    } else if (glob.ptr[*g] == '[' && (next = match_bracket(glob, *g, c, &in)) != NONE) {
        in = in && c != '/';
    } else {
        size_t item = *g + (glob.ptr[*g] == '\\' && *g + 1 < glob.len);
        in          = glob.ptr[item] == path.ptr[*p];
        len         = 1;
        next        = item + 1;
    }
    if (in)
        *g = next, *p += len;
    return in;
}

/* Whether a whole part of `glob` at `g` is "**". */
static bool is_deep(cc_str glob, size_t g)
{
    return (g == 0 || glob.ptr[g - 1] == '/') && glob.len - g >= 2 && glob.ptr[g] == '*' &&
           glob.ptr[g + 1] == '*' && (g + 2 == glob.len || glob.ptr[g + 2] == '/');
}

static bool match_whole(cc_str glob, cc_str path)
{
    size_t g = 0, p = 0, star_g = NONE, star_p = 0, deep_g = NONE, deep_p = 0;
    while (p < path.len) {
        if (is_deep(glob, g)) {
            if (g + 2 == glob.len)
                return true;
            deep_g = g += 3, deep_p = p, star_g = NONE;
        } else if (g < glob.len && glob.ptr[g] == '*') {
            star_g = ++g, star_p = p;
        } else if (match_one(glob, &g, path, &p)) {
            continue;
        } else if (star_g != NONE && path.ptr[star_p] != '/') {
            g = star_g, p = ++star_p;
        } else if (deep_g != NONE) {
            while (deep_p < path.len && path.ptr[deep_p] != '/')
                deep_p++;
            if (deep_p++ == path.len)
                return false;
            g = deep_g, p = deep_p, star_g = NONE;
        } else {
            return false;
        }
    }
    while (g < glob.len && glob.ptr[g] == '*')
        g++;
    return g == glob.len;
}

static cc_str last_part(cc_str path)
{
    size_t at = path.len;
    while (at > 0 && path.ptr[at - 1] != '/')
        at--;
    return cc_str_sub(path, at, path.len - at);
}

bool cc_glob_match(cc_str glob, cc_str path)
{
    if (memchr(glob.ptr, '/', glob.len) == NULL)
        return match_whole(glob, last_part(path));
    if (glob.ptr[0] == '/')
        glob = cc_str_sub(glob, 1, glob.len - 1);
    return match_whole(glob, path);
}

bool cc_glob_covers(cc_str glob, cc_str path)
{
    bool folders_only = cc_str_ends(glob, CC_S("/"));
    if (folders_only)
        glob.len--;
    if (glob.len == 0)
        return false;
    for (size_t i = 1; i < path.len; i++)
        if (path.ptr[i] == '/' && cc_glob_match(glob, cc_str_sub(path, 0, i)))
            return true;
    return !folders_only && cc_glob_match(glob, path);
}
