/* md_inline.c - what is no text within a line: comments, scripts, deleted text, markers of
 * footnotes, and what pandoc adds to Markdown: raised text, spans, attributes. */
#include "md_inline.h"

enum {
    MAX_LINES  = 5000, /* of a paragraph with links: md4c is quadratic in them */
    MAX_SPAN   = 1000, /* bytes of what is looked for on both sides, but for comments */
    MAX_RAISED = 20,   /* bytes of "^13^" */
};

static size_t find_before(size_t at, size_t most, size_t end)
{
    return end - at < most ? end : at + most;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (cc_small(c) >= 'a' && cc_small(c) <= 'z') || (c & 0x80) != 0;
}

static size_t take(cc_md_copy *c, size_t at, size_t len, char mark)
{
    cc_md_take_out(c, (cc_range){at, at + len}, mark);
    return len;
}

/* -- What ends further down ------------------------------------------------------------------- */

/* Lines that hold nothing else become blank ones. */
static void take_lines(cc_md_copy *c, cc_range line, cc_range what)
{
    for (size_t at = what.start; at < what.end;) {
        size_t end   = at < line.end ? line.end : cc_line_end(c->in, at);
        size_t stop  = end < what.end ? end : what.end;
        bool   alone = cc_skip_blanks(c->in, stop, end) == end &&
                     cc_skip_blanks(c->copy, line.start, at) == at;
        if (alone)
            cc_md_blank_out(c, (cc_range){at, stop});
        else
            take(c, at, stop - at, CC_MD_GONE);
        at = line.start = cc_line_next(c->in, end);
    }
}

static bool is_at_nocase(const cc_md_copy *c, size_t at, size_t end, const char *z)
{
    size_t len = strlen(z);
    return end - at >= len && cc_ends_with((cc_str){c->in.ptr + at, len}, z);
}

/* Where what opens at `at` ends, after its closing mark; 0: nowhere. */
static size_t find_close(const cc_md_copy *c, size_t at, const char *mark)
{
    for (; at < c->in.len; at++) {
        const char *next = memchr(c->in.ptr + at, mark[0], c->in.len - at);
        if (next == NULL)
            return 0;
        at = (size_t)(next - c->in.ptr);
        if (is_at_nocase(c, at, c->in.len, mark))
            return at + strlen(mark);
    }
    return 0;
}

/* "<!-- -->", "<script> </script>"; of those that do not close the tag alone is no text. */
static size_t read_hidden(cc_md_copy *c, cc_range line, size_t at)
{
    static const struct {
        const char *open, *close;
    } hidden[] = {{"<!--", "-->"}, {"<script", "</script>"}, {"<style", "</style>"}};
    for (uint32_t i = 0; i < sizeof hidden / sizeof *hidden; i++) {
        if ((c->unclosed >> i & 1) != 0 || !is_at_nocase(c, at, line.end, hidden[i].open))
            continue;
        size_t end = find_close(c, at + strlen(hidden[i].open), hidden[i].close);
        take_lines(c, line, (cc_range){at, end});
        c->unclosed |= (uint32_t)(end == 0) << i;
        return end > 0 ? end - at : 0;
    }
    return 0;
}

/* -- Marks on both sides ---------------------------------------------------------------------- */

static size_t code_length(const cc_md_copy *c, size_t at, size_t end)
{
    const char *p   = c->in.ptr;
    size_t      len = 0, run = 0;
    while (at + len < end && p[at + len] == '`')
        len++;
    end = find_before(at + len, MAX_SPAN, end);
    for (size_t i = at + len; i < end; i++) {
        run = p[i] == '`' ? run + 1 : 0;
        if (run == len && (i + 1 == end || p[i + 1] != '`'))
            return i + 1 - at;
    }
    return len;
}

/* "~~deleted~~"; 0: none. */
static size_t deleted_length(const cc_md_copy *c, size_t at, size_t end)
{
    const char *p = c->in.ptr;
    if (!cc_md_is_at(c, at, end, "~~") || end - at < 5 || strchr("~ \t", p[at + 2]) != NULL ||
        (at > 0 && p[at - 1] == '~'))
        return 0;
    const char *close = memmem(p + at + 2, end - at - 2, "~~", 2);
    return close != NULL && !is_blank(close[-1]) ? (size_t)(close + 2 - p) - at : 0;
}

/* "^13^", "~2~"; 0: none. */
static size_t raised_length(const cc_md_copy *c, size_t at, size_t end)
{
    const char *p = c->in.ptr;
    size_t      i = at + 1;
    end           = find_before(at, MAX_RAISED, end);
    while (i < end && p[i] != p[at] && p[i] != '[' && p[i] != '\0' && !is_blank(p[i]))
        i++;
    return i > at + 1 && i < end && p[i] == p[at] ? i + 1 - at : 0;
}

static bool is_note_number(const cc_md_copy *c, size_t at, size_t end)
{
    while (at < end && (is_digit(c->in.ptr[at]) || strchr(",*", c->in.ptr[at]) != NULL))
        at++;
    return at == end;
}

/* "10^6^" keeps a mark between its figures. */
static bool is_power(const cc_md_copy *c, size_t at)
{
    const char *p = c->in.ptr;
    return at >= 2 && p[at - 1] == '0' && p[at - 2] == '1' &&
           (at == 2 || (!is_digit(p[at - 3]) && strchr(".,", p[at - 3]) == NULL));
}

/* A number is a note's, but for "m^2^" and "10^6^". */
static size_t read_raised(cc_md_copy *c, cc_range line, size_t at)
{
    size_t len = raised_length(c, at, line.end);
    if (len == 0 || at == line.start || is_blank(c->in.ptr[at - 1]))
        return 0;
    bool number = is_note_number(c, at + 1, at + len - 1);
    if (number && c->in.ptr[at - 1] != 'm' && !is_power(c, at))
        return take(c, at, len, CC_MD_GONE);
    if (!is_power(c, at))
        take(c, at, 1, CC_MD_GLUE);
    take(c, at + len - 1, 1, CC_MD_GLUE);
    return len;
}

/* "H~2~O" */
static size_t read_lowered(cc_md_copy *c, cc_range line, size_t at)
{
    size_t len = raised_length(c, at, line.end);
    if (len == 0 || at == line.start || !is_letter(c->in.ptr[at - 1]))
        return 0;
    take(c, at, 1, CC_MD_GLUE);
    take(c, at + len - 1, 1, CC_MD_GLUE);
    return len;
}

/* Where the bracket that opens before `at` closes; 0: nowhere in the paragraph. */
static size_t find_bracket(const cc_md_copy *c, size_t at)
{
    size_t end = find_before(at, MAX_SPAN, c->in.len);
    for (size_t open = 1; at < end; at++) {
        if (c->in.ptr[at] == '\n' &&
            cc_skip_blanks(c->in, at + 1, end) > cc_line_end(c->in, at + 1))
            return 0;
        open += c->in.ptr[at] == '[';
        open -= c->in.ptr[at] == ']';
        if (open == 0)
            return at;
    }
    return 0;
}

/* "^[A note.]" */
static size_t read_inline_note(cc_md_copy *c, size_t at)
{
    size_t close = find_bracket(c, at + 2);
    if (close == 0)
        return 0;
    cc_md_put_note(c, (cc_range){at + 2, close});
    return take(c, at, close + 1 - at, CC_MD_GONE);
}

/* -- Spans and attributes --------------------------------------------------------------------- */

/* "{.mark}", "{#id width=5%}", "{-}"; 0: none. */
static size_t attributes_length(const cc_md_copy *c, size_t at)
{
    const char *p = c->in.ptr;
    size_t      i = at + 1, equals = 0, end = find_before(at, MAX_SPAN, c->in.len);
    while (i < end && strchr("{}`", p[i]) == NULL)
        equals += p[i++] == '=';
    bool whole = i < end && p[i] == '}' && i > at + 1;
    return whole && (strchr("#.-", p[at + 1]) != NULL || equals > 0) ? i + 1 - at : 0;
}

static bool is_heading(const cc_md_copy *c, cc_range line)
{
    size_t columns, text = cc_md_skip_indent(c, line, &columns);
    size_t next = cc_line_next(c->in, line.end), end = cc_line_end(c->in, next);
    if (cc_md_is_at(c, text, line.end, "#"))
        return true;
    if (next == end || (c->in.ptr[next] != '=' && c->in.ptr[next] != '-'))
        return false;
    while (next < end && c->in.ptr[next] == c->in.ptr[cc_line_next(c->in, line.end)])
        next++;
    return cc_skip_blanks(c->in, next, end) == end;
}

/* The brackets of "[text]{.mark}"; the second one is at `close`. */
static void take_brackets(cc_md_copy *c, size_t close)
{
    const char *p    = c->in.ptr;
    size_t      stop = close < MAX_SPAN ? 0 : close - MAX_SPAN, open = 1, at = close;
    while (open > 0 && at > stop && !(p[at] == '\n' && p[at - 1] == '\n')) {
        at--;
        open += p[at] == ']';
        open -= p[at] == '[';
    }
    if (open > 0 || c->copy.ptr[at] != '[')
        return;
    take(c, at, 1, CC_MD_GLUE);
    take(c, close, 1, CC_MD_GLUE);
}

static size_t read_attributes(cc_md_copy *c, cc_range line, size_t at)
{
    size_t len = attributes_length(c, at);
    if (len == 0 || at == line.start)
        return 0;
    size_t last  = at + len <= line.end ? line.end : cc_line_end(c->in, at + len);
    bool   ends  = cc_skip_blanks(c->in, at + len, last) == last;
    bool   named = strchr("#.", c->in.ptr[at + 1]) != NULL;
    if (strchr("])`", c->in.ptr[at - 1]) == NULL && !(ends && (named || is_heading(c, line))))
        return 0;
    if (c->in.ptr[at - 1] == ']')
        take_brackets(c, at - 1);
    if (ends)
        cc_md_blank_out(c, (cc_range){at, at + len});
    else
        take(c, at, len, CC_MD_GONE);
    return len;
}

/* -- A line ----------------------------------------------------------------------------------- */

/* "5\ km" has a blank that is not to break; what is escaped is no mark. */
static size_t read_escape(cc_md_copy *c, cc_range line, size_t at)
{
    if (at + 1 == line.end)
        return 1;
    char before = at > line.start ? c->in.ptr[at - 1] : ' ';
    if (c->in.ptr[at + 1] == ' ' && (is_digit(before) || is_letter(before) || before == '.'))
        take(c, at, 1, CC_MD_GLUE);
    return c->in.ptr[at + 1] == '\0' || is_letter(c->in.ptr[at + 1]) ? 1 : 2;
}

/* In a huge paragraph, where md4c looks up each link's line from the first on, also what opens
 * links is no text. */
static size_t read_bracket(cc_md_copy *c, cc_range line, size_t at)
{
    size_t len = cc_md_marker_length(c, at, line.end);
    return take(c, at, len == 0 && c->lines > MAX_LINES ? 1 : len, CC_MD_GONE);
}

/* Returns how much of the line is dealt with; 0: the character at `at` is text. */
static size_t read_mark(cc_md_copy *c, cc_range line, size_t at)
{
    size_t len;
    switch (c->in.ptr[at]) {
    case '\0': return take(c, at, 1, CC_MD_GONE);
    case '\\': return read_escape(c, line, at);
    case '`': return code_length(c, at, line.end);
    case '[': return read_bracket(c, line, at);
    case '{': return read_attributes(c, line, at);
    case '<': return read_hidden(c, line, at);
    case '^':
        return cc_md_is_at(c, at, line.end, "^[") ? read_inline_note(c, at)
                                                  : read_raised(c, line, at);
    case '~':
        len = deleted_length(c, at, line.end);
        return len > 0 ? take(c, at, len, CC_MD_GONE) : read_lowered(c, line, at);
    default: return 0;
    }
}

size_t cc_md_clean_line(cc_md_copy *c, cc_range line)
{
    size_t at = line.start;
    while (at < line.end) {
        size_t len = read_mark(c, line, at);
        at += len > 0 ? len : 1;
    }
    return at;
}
