/* html_tame.c - empty elements such as "<script/>", which HTML would leave open, CDATA, and
 * references to numbers that no int holds.
 *
 * An end tag without a name is a comment up to its '>', and "</>" is nothing. gumbo ends the
 * program at CDATA in a formula that stands in a table, between its cells. */
#include "html_tame.h"

#include "html_scan.h"
#include "shared/lines.h"

#include <gumbo.h>
#include <string.h>
#include <strings.h>

enum { HEAD_BYTES = 2048 /* in which a page says that it is XHTML */ };

static const char section[] = "<![CDATA[";

static bool is_xhtml(cc_str in)
{
    static const char name[] = "http://www.w3.org/1999/xhtml";
    size_t            len    = in.len < HEAD_BYTES ? in.len : HEAD_BYTES;
    return len > 0 && memmem(in.ptr, len, name, strlen(name)) != NULL;
}

/* Elements that HTML ends by itself, and cells, which count although they are empty. */
static bool can_stay(GumboTag tag)
{
    static const GumboTag tags[] = {
        GUMBO_TAG_AREA,  GUMBO_TAG_BASE, GUMBO_TAG_BR,  GUMBO_TAG_COL,
        GUMBO_TAG_EMBED, GUMBO_TAG_HR,   GUMBO_TAG_IMG, GUMBO_TAG_INPUT,
        GUMBO_TAG_LINK,  GUMBO_TAG_META, GUMBO_TAG_TD,  GUMBO_TAG_TH,
        GUMBO_TAG_TR,    GUMBO_TAG_WBR,  GUMBO_TAG_P,   GUMBO_TAG_DIV,
    };
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (tags[i] == tag)
            return true;
    return false;
}

static GumboTag read_tag(cc_str in, size_t at)
{
    size_t len = 0;
    while (at + len < in.len && !cc_html_is_blank(in.ptr[at + len]) &&
           strchr("/>", in.ptr[at + len]) == NULL)
        len++;
    return len < 64 ? gumbo_tagn_enum(in.ptr + at, (unsigned)len) : GUMBO_TAG_UNKNOWN;
}

static void make_comment(char *tag, size_t len)
{
    memset(tag + 2, '!', len - 3);
    tag[1]       = '/';
    tag[len - 1] = '>';
}

/* "<p/>" but for those that can stay. */
static bool is_empty_element(cc_str in, size_t at, size_t end)
{
    return end - at >= 4 && cc_html_is_letter(in.ptr[at + 1]) && in.ptr[end - 1] == '>' &&
           in.ptr[end - 2] == '/' && !can_stay(read_tag(in, at + 1));
}

/* Returns where to go on: after the section, or after its start if it has no end. */
static size_t tame_section(cc_str in, char *ret, size_t at, bool *endless)
{
    size_t text = at + strlen(section), end = *endless ? in.len : cc_html_after(in, text, "]]>");
    make_comment(ret + at, strlen(section));
    *endless = end == in.len;
    if (*endless)
        return text;
    memcpy(ret + end - 3, "</>", 3);
    return end;
}

/* -- Numbers -------------------------------------------------------------------------------- */

static bool is_digit(char c, bool hex)
{
    return (c >= '0' && c <= '9') || (hex && (c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

/* The digits of the next reference to a number that gumbo's int does not hold, without noughts
 * before them; empty: there is none. */
static cc_range find_huge(cc_str in, size_t at)
{
    enum { DIGITS = 9, HEX_DIGITS = 7 }; /* an int holds all numbers of so many */
    while ((at = cc_html_after(in, at, "&#")) < in.len) {
        bool hex = (in.ptr[at] | 0x20) == 'x';
        at += hex;
        while (at < in.len && in.ptr[at] == '0')
            at++;
        size_t start = at;
        while (at < in.len && is_digit(in.ptr[at], hex))
            at++;
        if (at - start > (hex ? HEX_DIGITS : DIGITS))
            return (cc_range){start, at};
    }
    return (cc_range){in.len, in.len};
}

/* Each becomes one that an int holds and that is no character either. */
static void tame_numbers(cc_str in, char *ret)
{
    static const char none[] = "1114112"; /* over U+10FFFF, in hexadecimal too */
    size_t            len    = strlen(none);
    for (cc_range r = find_huge(in, 0); r.end > r.start; r = find_huge(in, r.end)) {
        memset(ret + r.start, '0', r.end - r.start - len);
        memcpy(ret + r.end - len, none, len);
    }
}

/* -- Both ----------------------------------------------------------------------------------- */

const char *cc_html_tame(const cc_host *host, cc_str in)
{
    bool     xhtml = is_xhtml(in), endless = false;
    cc_range huge = find_huge(in, 0);
    size_t   attributes, end;
    if (!xhtml && huge.end == huge.start &&
        memmem(in.ptr, in.len, section, strlen(section)) == NULL)
        return in.ptr;
    char *ret = host->alloc(host, in.len, 1);
    memcpy(ret, in.ptr, in.len);
    tame_numbers(in, ret);
    for (size_t at = 0; at < in.len; at = end) {
        const char *next = memchr(in.ptr + at, '<', in.len - at);
        if (next == NULL)
            break;
        at  = (size_t)(next - in.ptr);
        end = cc_html_markup_end(in, at, &attributes);
        if (end == at)
            end++;
        bool cdata = in.len - at > strlen(section) && memcmp(next, section, strlen(section)) == 0;
        if (cdata && xhtml)
            end = tame_section(in, ret, at, &endless);
        else if (cdata)
            ret[at + 2] = '!';
        else if (xhtml && is_empty_element(in, at, end))
            make_comment(ret + at, end - at);
    }
    return ret;
}
