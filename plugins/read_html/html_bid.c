/* html_bid.c - a page is known by its first tag, or by its name and any tag. */
#include "html_bid.h"

#include "html_scan.h"
#include "shared/lines.h"

#include <string.h>
#include <strings.h>

typedef struct opening {
    char   bytes[4096];
    size_t len;
} opening;

/* Without byte order mark and NULs, so that UTF-16 reads as ASCII. */
static void squeeze(cc_str head, opening *ret)
{
    size_t at = head.len >= 3 && memcmp(head.ptr, "\xEF\xBB\xBF", 3) == 0 ? 3
                : head.len >= 2 && (memcmp(head.ptr, "\xFF\xFE", 2) == 0 ||
                                    memcmp(head.ptr, "\xFE\xFF", 2) == 0)
                    ? 2
                    : 0;
    ret->len  = 0;
    for (; at < head.len && ret->len < sizeof ret->bytes; at++)
        if (head.ptr[at] != '\0')
            ret->bytes[ret->len++] = head.ptr[at];
}

static bool begins_at(cc_str in, size_t at, const char *what)
{
    size_t len = strlen(what);
    return in.len - at >= len && strncasecmp(in.ptr + at, what, len) == 0;
}

/* Past white space, comments and an XML declaration. */
static size_t find_start(cc_str in)
{
    for (size_t at = 0, attributes;;) {
        at = cc_skip_blanks(in, at, in.len);
        if (!begins_at(in, at, "<!--") && !begins_at(in, at, "<?"))
            return at;
        at = cc_html_markup_end(in, at, &attributes);
    }
}

static bool has_tag(cc_str in)
{
    for (size_t at = 0, attributes; at < in.len; at++)
        if (in.ptr[at] == '<' && at + 2 < in.len && in.ptr[at + 1] != '?' &&
            cc_html_markup_end(in, at, &attributes) > at)
            return true;
    return false;
}

static bool is_named(cc_str name)
{
    return cc_ends_with(name, ".html") || cc_ends_with(name, ".htm") ||
           cc_ends_with(name, ".xhtml");
}

int32_t cc_html_bid(cc_str head, cc_str name)
{
    opening o;
    squeeze(head, &o);
    cc_str in    = {o.bytes, o.len};
    size_t start = find_start(in);
    if (begins_at(in, start, "<!doctype html") || begins_at(in, start, "<html"))
        return 60;
    return is_named(name) && has_tag(in) ? 60 : 0;
}
