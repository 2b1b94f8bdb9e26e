/* html_charset.h - the encoding that a web page names: in a meta element or its XML declaration.
 *
 * Works on bytes, before they are decoded. Source: the HTML standard, "prescan a byte stream to
 * determine its encoding", with all of `head` as its 1024 bytes. */
#ifndef CC_SHARED_HTML_CHARSET_H
#define CC_SHARED_HTML_CHARSET_H

#include <claimcheck.h>

#include <string.h>
#include <strings.h>

typedef struct cc_charset_attribute {
    cc_str name, value; /* as they stand; name empty: the tag ends */
} cc_charset_attribute;

static inline bool cc_charset_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static inline size_t cc_charset_skip(cc_str in, size_t at, char other)
{
    while (at < in.len && (cc_charset_blank(in.ptr[at]) || in.ptr[at] == other))
        at++;
    return at;
}

static inline bool cc_charset_is(cc_str s, const char *small)
{
    return s.len == strlen(small) && strncasecmp(s.ptr, small, s.len) == 0;
}

static inline bool cc_charset_begins(cc_str in, size_t at, const char *small)
{
    size_t len = strlen(small);
    return in.len - at >= len && strncasecmp(in.ptr + at, small, len) == 0;
}

/* From `at` to the first of `ends`, or the end. */
static inline cc_str cc_charset_take(cc_str in, size_t at, const char *ends)
{
    size_t end = at;
    while (end < in.len && strchr(ends, in.ptr[end]) == NULL)
        end++;
    return (cc_str){in.ptr + at, end - at};
}

/* "x", 'x' or x, up to one of `ends`; returns where it ends. */
static inline size_t cc_charset_value(cc_str in, size_t at, const char *ends, cc_str *ret)
{
    if (at < in.len && (in.ptr[at] == '"' || in.ptr[at] == '\'')) {
        const char quote[] = {in.ptr[at], '\0'};
        *ret               = cc_charset_take(in, at + 1, quote);
        return at + 1 + ret->len + 1;
    }
    *ret = cc_charset_take(in, at, ends);
    return at + ret->len;
}

/* The attribute at `at`; returns where it ends, at most in.len. */
static inline size_t cc_charset_next(cc_str in, size_t at, cc_charset_attribute *ret)
{
    *ret = (cc_charset_attribute){{0}, {0}};
    at   = cc_charset_skip(in, at, '/');
    if (at == in.len || in.ptr[at] == '>')
        return at;
    ret->name = cc_charset_take(in, at + 1, "=/> \t\n\f\r");
    ret->name = (cc_str){in.ptr + at, ret->name.len + 1};
    at        = cc_charset_skip(in, at + ret->name.len, ' ');
    if (at < in.len && in.ptr[at] == '=')
        at = cc_charset_value(in, cc_charset_skip(in, at + 1, ' '), "> \t\n\f\r", &ret->value);
    return at < in.len ? at : in.len;
}

/* "text/html; charset=utf-8" */
static inline cc_str cc_charset_of_content(cc_str content)
{
    cc_str ret = {0};
    for (size_t at = 0; at < content.len; at++) {
        if (!cc_charset_begins(content, at, "charset"))
            continue;
        size_t equals = cc_charset_skip(content, at + strlen("charset"), ' ');
        if (equals == content.len || content.ptr[equals] != '=')
            continue;
        cc_charset_value(content, cc_charset_skip(content, equals + 1, ' '), "; \t\n\f\r", &ret);
        return ret;
    }
    return ret;
}

/* A meta element's, whose attributes begin at `at`. */
static inline cc_str cc_charset_of_meta(cc_str in, size_t at)
{
    cc_charset_attribute a;
    cc_str               charset = {0}, content = {0};
    bool                 pragma = false;
    for (at = cc_charset_next(in, at, &a); a.name.len > 0; at = cc_charset_next(in, at, &a)) {
        if (cc_charset_is(a.name, "charset") && charset.len == 0)
            charset = a.value;
        else if (cc_charset_is(a.name, "content") && content.len == 0)
            content = cc_charset_of_content(a.value);
        else if (cc_charset_is(a.name, "http-equiv"))
            pragma = cc_charset_is(a.value, "content-type");
    }
    if (at == in.len)
        return (cc_str){0}; /* cut off */
    return charset.len > 0 ? charset : pragma ? content : (cc_str){0};
}

/* Where the tag at `at` ends, past '>' in quotes. */
static inline size_t cc_charset_tag_end(cc_str in, size_t at)
{
    cc_charset_attribute a;
    at += cc_charset_take(in, at, "> \t\n\f\r").len;
    do
        at = cc_charset_next(in, at, &a);
    while (a.name.len > 0);
    return at;
}

/* Where what begins with '<' at `at` ends. */
static inline size_t cc_charset_markup_end(cc_str in, size_t at)
{
    size_t letter = at + 1 < in.len && in.ptr[at + 1] == '/' ? at + 2 : at + 1;
    char   next   = letter < in.len ? (char)(in.ptr[letter] | 0x20) : '\0';
    if (cc_charset_begins(in, at, "<!--")) {
        const char *end = memmem(in.ptr + at + 2, in.len - at - 2, "-->", 3);
        return end == NULL ? in.len : (size_t)(end - in.ptr) + 3;
    }
    if (next >= 'a' && next <= 'z')
        return cc_charset_tag_end(in, at);
    if (letter < in.len && (letter > at + 1 || in.ptr[letter] == '!' || in.ptr[letter] == '?'))
        return at + cc_charset_take(in, at, ">").len;
    return at + 1;
}

/* <?xml version="1.0" encoding="koi8-r"?> */
static inline cc_str cc_charset_of_xml(cc_str in)
{
    cc_charset_attribute a;
    if (!cc_charset_begins(in, 0, "<?xml"))
        return (cc_str){0};
    size_t at = strlen("<?xml");
    do
        at = cc_charset_next(in, at, &a);
    while (a.name.len > 0 && !cc_charset_is(a.name, "encoding"));
    return a.value;
}

/* A part of `head`, the first bytes of a page; empty: it names none. */
static inline cc_str cc_html_charset(cc_str head)
{
    size_t meta = strlen("<meta");
    for (size_t at = 0; at < head.len;) {
        const char *tag = memchr(head.ptr + at, '<', head.len - at);
        if (tag == NULL)
            break;
        at = (size_t)(tag - head.ptr);
        if (cc_charset_begins(head, at, "<meta") && at + meta < head.len &&
            cc_charset_skip(head, at + meta, '/') > at + meta) {
            cc_str found = cc_charset_of_meta(head, at + meta);
            if (found.len > 0)
                return found;
        }
        at = cc_charset_markup_end(head, at);
    }
    return cc_charset_of_xml(head);
}

#endif
