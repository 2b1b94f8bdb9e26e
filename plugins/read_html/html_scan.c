/* html_scan.c - tags, comments and declarations, as the HTML standard's tokenizer ends them. */
#include "html_scan.h"

#include <string.h>

bool cc_html_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool cc_html_is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v');
}

size_t cc_html_after(cc_str in, size_t at, const char *what)
{
    size_t      len   = strlen(what);
    const char *found = at < in.len ? memmem(in.ptr + at, in.len - at, what, len) : NULL;
    return found == NULL ? in.len : (size_t)(found - in.ptr) + len;
}

/* After the '>' of the tag whose name begins before `at`; a quote counts only after '='. */
static size_t find_tag_end(cc_str in, size_t at, size_t *ret_attributes)
{
    bool value = false, blank = false;
    *ret_attributes = 0;
    for (; at < in.len && in.ptr[at] != '>'; at++) {
        char c = in.ptr[at];
        if (value && (c == '"' || c == '\'')) {
            const char *quote = memchr(in.ptr + at + 1, c, in.len - at - 1);
            if (quote == NULL)
                return in.len;
            at    = (size_t)(quote - in.ptr);
            value = false;
            blank = true;
            continue;
        }
        if (cc_html_is_blank(c) || c == '/') {
            blank = true;
            continue;
        }
        *ret_attributes += blank && c != '=' && !value;
        value = c == '=';
        blank = false;
    }
    return at < in.len ? at + 1 : in.len;
}

/* After "-->" or "--!>"; the two hyphens of "<!--" count. */
static size_t find_comment_end(cc_str in, size_t at)
{
    while ((at = cc_html_after(in, at, "--")) < in.len) {
        if (in.ptr[at] == '>')
            return at + 1;
        if (in.len - at >= 2 && memcmp(in.ptr + at, "!>", 2) == 0)
            return at + 2;
        at--;
    }
    return in.len;
}

size_t cc_html_markup_end(cc_str in, size_t at, size_t *ret_attributes)
{
    char next       = at + 1 < in.len ? in.ptr[at + 1] : '\0';
    char name       = at + 2 < in.len ? in.ptr[at + 2] : '\0';
    *ret_attributes = 0;
    if (in.len - at >= 4 && memcmp(in.ptr + at, "<!--", 4) == 0)
        return find_comment_end(in, at + 2);
    if (next == '!' || next == '?' || (next == '/' && name != '\0' && !cc_html_is_letter(name)))
        return cc_html_after(in, at, ">");
    if (cc_html_is_letter(next) || (next == '/' && cc_html_is_letter(name)))
        return find_tag_end(in, at + 2, ret_attributes);
    return at;
}
