/* html_text.c - references, line ends and ignored tags between a text and its source. */
#include "html_text.h"

#include "html_scan.h"

#include <string.h>

size_t cc_html_character(const char *p, const char *end)
{
    size_t len = 1;
    while (p + len < end && (p[len] & 0xC0) == 0x80)
        len++;
    return len;
}

/* Whether the source says something other here than its own byte. */
static bool is_special(cc_str in, size_t at)
{
    char c = in.ptr[at];
    if (c != '<')
        return c == '&' || c == '\r' || c == '\0';
    char next = at + 1 < in.len ? in.ptr[at + 1] : '\0';
    return cc_html_is_letter(next) || next == '/' || next == '!' || next == '?';
}

/* Whether the source from `at` on can say `text`, as far as a few bytes tell. */
static bool in_step(cc_str in, size_t at, const char *text)
{
    enum { ENOUGH = 48 };
    for (size_t i = 0; i < ENOUGH; i++) {
        if (at + i >= in.len)
            return text[i] == '\0';
        if (is_special(in, at + i))
            return true;
        if (in.ptr[at + i] != text[i])
            return false;
    }
    return true;
}

static bool is_name(char c, bool hex)
{
    bool digit = c >= '0' && c <= '9';
    if (hex)
        return digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    return digit || cc_html_is_letter(c);
}

static size_t name_length(cc_str in, size_t at, bool hex, size_t most)
{
    size_t len = 0;
    while (len < most && at + len < in.len && is_name(in.ptr[at + len], hex))
        len++;
    return len;
}

static size_t semicolon(cc_str in, size_t at)
{
    return at < in.len && in.ptr[at] == ';';
}

/* The length of the numeric reference at `at`; 0: none. */
static size_t number_length(cc_str in, size_t at)
{
    size_t start = at + 2;
    bool   hex   = start < in.len && (in.ptr[start] | 0x20) == 'x';
    start += hex;
    size_t end = start + name_length(in, start, hex, in.len);
    for (size_t i = start; !hex && i < end; i++)
        if (cc_html_is_letter(in.ptr[i]))
            end = i;
    return end == start ? 0 : end + semicolon(in, end) - at;
}

/* Whether `p` is a mark such as the second character of "&NotEqualTilde;". */
static bool is_mark(const char *p)
{
    return p[0] == '\xCC' || strncmp(p, "\xE2\x83", 2) == 0 || strncmp(p, "\xEF\xB8\x80", 3) == 0;
}

/* The length of the named reference that the walk stands at, and of what it says; 0: none. A name
 * ends where the text goes on in step: at the ';', or before ("&copy2020"). */
static size_t named_length(const cc_html_walk *w, size_t *ret_text_len)
{
    enum { LONGEST = 40 };
    size_t name = name_length(w->in, w->at + 1, false, LONGEST);
    size_t one = cc_html_character(w->text, w->text + 4), two = one;
    if (w->text[one] != '\0')
        two += cc_html_character(w->text + one, w->text + one + 4);
    bool   mark       = is_mark(w->text + one);
    size_t lengths[2] = {mark ? two : one, mark ? one : two};
    for (size_t i = 2 * 2; i < 2 * (name + 1); i++) {
        size_t n = i / 2, len = 1 + n + (n == name ? semicolon(w->in, w->at + 1 + n) : 0);
        *ret_text_len = lengths[i % 2];
        if (in_step(w->in, w->at + len, w->text + *ret_text_len))
            return len;
    }
    return 0;
}

/* The same for any reference. Of those that say '&' none but "amp" begins as it does. */
static size_t reference(const cc_html_walk *w, size_t *ret_text_len)
{
    cc_str rest   = {w->in.ptr + w->at, w->in.len - w->at};
    *ret_text_len = cc_html_character(w->text, w->text + 4);
    if (rest.len > 1 && rest.ptr[1] == '#')
        return number_length(w->in, w->at);
    if (w->text[0] != '&')
        return named_length(w, ret_text_len);
    if (rest.len < 4 || (memcmp(rest.ptr, "&amp", 4) != 0 && memcmp(rest.ptr, "&AMP", 4) != 0))
        return 0;
    return 4 + semicolon(rest, 4);
}

/* How many bytes of the source are the text's; whole characters. */
static size_t match(const cc_html_walk *w)
{
    size_t n = 0;
    while (w->at + n < w->in.len && w->text[n] != '\0' && w->in.ptr[w->at + n] == w->text[n] &&
           !is_special(w->in, w->at + n))
        n++;
    while (n > 0 && (w->text[n] & 0xC0) == 0x80)
        n--;
    return n;
}

/* Skips what says nothing: NULs, and tags that the parser ignored. */
static void skip(cc_html_walk *w)
{
    size_t attributes, end;
    while (w->at < w->in.len) {
        char c = w->in.ptr[w->at];
        end    = w->at + (c == '\0');
        if (c == '<')
            end = cc_html_markup_end(w->in, w->at, &attributes);
        if (end == w->at || strncmp(w->text, w->in.ptr + w->at, end - w->at) == 0)
            return;
        w->at = end;
    }
}

static bool take(cc_html_walk *w, size_t len, size_t text_len, bool verbatim, cc_html_unit *ret)
{
    *ret = (cc_html_unit){w->at, w->at + len, {w->text, text_len}, verbatim};
    w->at += len;
    w->text += text_len;
    return true;
}

bool cc_html_next(cc_html_walk *w, cc_html_unit *ret)
{
    skip(w);
    size_t n = match(w), left = w->in.len - w->at, text_len;
    if (w->text[0] == '\0')
        return false;
    if (n > 0)
        return take(w, n, n, true, ret);
    char c = left > 0 ? w->in.ptr[w->at] : '\0';
    if (c == '\r' && w->text[0] == '\n')
        return take(w, left > 1 && w->in.ptr[w->at + 1] == '\n' ? 2 : 1, 1, false, ret);
    if (c == '&' && (n = reference(w, &text_len)) > 0)
        return take(w, n, text_len, false, ret);
    if (c != '\0' && c == w->text[0] && (c == '&' || c == '<'))
        return take(w, 1, 1, true, ret);
    if (left > 0 && strncmp(w->text, "\xEF\xBF\xBD", 3) == 0) {
        n = cc_html_character(w->in.ptr + w->at, w->in.ptr + w->in.len);
        return take(w, n, 3, false, ret);
    }
    return take(w, left, strlen(w->text), false, ret);
}
