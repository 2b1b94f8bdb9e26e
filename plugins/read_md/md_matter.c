/* md_matter.c - YAML, TOML and pandoc's lines of '%' as people write them: values of the outermost
 * keys, and what is on lists below them. */
#include "md_matter.h"

enum { MAX_MATTER = 65536 /* bytes */ };

typedef struct matter {
    cc_md_copy    *copy;
    cc_block_sink *out;
    cc_label      *title;
    cc_status      status;
    bool           toml;
    bool           section; /* of TOML: what follows is not the document's own */
    bool           mapping; /* "- name: value": of its keys only the name counts */
    cc_str         key;
    cc_label       value; /* of the key, as far as it is read: it may go on below */
} matter;

/* -- Values --------------------------------------------------------------------------------- */

static cc_str trim(cc_str s)
{
    while (s.len > 0 && cc_blank_length(s.ptr, s.ptr + s.len) == 1)
        s.ptr++, s.len--;
    while (s.len > 0 && cc_blank_length(s.ptr + s.len - 1, s.ptr + s.len) > 0)
        s.len--;
    return s;
}

/* Without quotation marks; in them "''" is one mark and "\" stands before one. */
static cc_str unquote(cc_str s, char *room)
{
    size_t len = 0;
    s          = trim(s);
    if (s.len < 2 || (s.ptr[0] != '"' && s.ptr[0] != '\'') || s.ptr[s.len - 1] != s.ptr[0])
        return s;
    for (size_t i = 1; i + 1 < s.len; i++) {
        bool pair = s.ptr[0] == '\'' ? s.ptr[i] == '\'' : s.ptr[i] == '\\';
        i += pair && i + 2 < s.len;
        room[len++] = s.ptr[i];
    }
    return (cc_str){room, len};
}

static bool is_named(cc_str key, const char *z)
{
    return key.len == strlen(z) && cc_ends_with(key, z);
}

static void put_value(matter *m, cc_str value)
{
    char room[CC_LABEL_BYTES];
    value = unquote(value, room);
    if (value.len == 0 || m->status != CC_OK)
        return;
    if (is_named(m->key, "title")) {
        memcpy(m->title->bytes, value.ptr, value.len);
        m->title->len = value.len;
    } else if (is_named(m->key, "author") || is_named(m->key, "authors")) {
        m->status = m->out->meta(m->out, (cc_str){"author", 6}, value);
    } else if (is_named(m->key, "date")) {
        m->status = m->out->meta(m->out, (cc_str){"date", 4}, value);
    } else {
        m->status = m->out->meta(m->out, m->key, value);
    }
}

/* Where the value, or the one on a list, that begins at `at` ends. */
static size_t find_value_end(cc_str s, size_t at, char stop)
{
    char quote = '\0';
    for (; at < s.len && (quote != '\0' || s.ptr[at] != stop); at++) {
        if (quote != '\0')
            quote = s.ptr[at] == quote ? '\0' : quote;
        else if ((s.ptr[at] == '"' || s.ptr[at] == '\'') &&
                 (at == 0 || strchr("[, ", s.ptr[at - 1]) != NULL))
            quote = s.ptr[at];
    }
    return at;
}

static void put_list(matter *m, cc_str list, char stop)
{
    for (size_t at = 0, end; at < list.len; at = end + 1) {
        end = find_value_end(list, at, stop);
        put_value(m, (cc_str){list.ptr + at, end - at});
    }
}

/* The value in hand is complete. */
static void end_value(matter *m)
{
    cc_str value = trim(cc_label_text(&m->value));
    if (value.len >= 2 && value.ptr[0] == '[' && value.ptr[value.len - 1] == ']')
        put_list(m, (cc_str){value.ptr + 1, value.len - 2}, ',');
    else if (value.len > 0 && value.ptr[0] != '{')
        put_value(m, value);
    m->value.len = 0;
}

/* Appends what stands on a line, without a comment; what is too long for a label is left out. */
static void add_value(matter *m, size_t at, size_t end)
{
    cc_str line = {m->copy->in.ptr + at, end - at};
    size_t stop = 0;
    while ((stop = find_value_end(line, stop, '#')) < line.len && stop > 0 &&
           line.ptr[stop - 1] != ' ')
        stop++;
    line       = trim((cc_str){line.ptr, stop});
    size_t gap = m->value.len > 0;
    if (line.len == 0 || line.len + gap > CC_LABEL_BYTES - m->value.len)
        return;
    m->value.bytes[m->value.len] = ' ';
    memcpy(m->value.bytes + m->value.len + gap, line.ptr, line.len);
    m->value.len += gap + line.len;
}

/* -- Lines ---------------------------------------------------------------------------------- */

/* The length of "key:" or "key =" with its blanks, of letters, digits, '-' and '_'; 0: none. */
static size_t key_length(const matter *m, size_t at, size_t end, cc_str *ret_key)
{
    const char *p = m->copy->in.ptr;
    size_t      i = at;
    while (i < end && (p[i] == '-' || p[i] == '_' || (p[i] >= '0' && p[i] <= '9') ||
                       (cc_small(p[i]) >= 'a' && cc_small(p[i]) <= 'z')))
        i++;
    *ret_key = (cc_str){p + at, i - at};
    if (m->toml)
        i = cc_skip_blanks(m->copy->in, i, end);
    bool ends = ret_key->len > 0 && cc_md_is_at(m->copy, i, end, m->toml ? "=" : ":");
    return ends && (m->toml || i + 1 == end || p[i + 1] == ' ') ? i + 1 - at : 0;
}

static void begin_key(matter *m, cc_str key, size_t at, size_t end)
{
    end_value(m);
    m->key     = key;
    m->mapping = false;
    at         = cc_skip_blanks(m->copy->in, at, end);
    if (m->toml || at == end || strchr("|>", m->copy->in.ptr[at]) == NULL)
        add_value(m, at, end);
}

/* A line below a key's: an item, a key of a mapping, more of the value. */
static void read_below(matter *m, size_t at, size_t end)
{
    cc_str key;
    bool   item = !m->toml && cc_md_is_at(m->copy, at, end, "- ");
    if (item) {
        end_value(m);
        m->mapping = false;
        at         = cc_skip_blanks(m->copy->in, at + 2, end);
    }
    size_t len = m->value.len > 0 && !m->mapping ? 0 : key_length(m, at, end, &key);
    m->mapping = m->mapping || len > 0;
    if (len > 0 && is_named(key, "name"))
        add_value(m, at + len, end);
    else if (!m->mapping)
        add_value(m, at, end);
}

static bool is_open_list(const matter *m)
{
    return m->value.len > 0 && m->value.bytes[0] == '[' && m->value.bytes[m->value.len - 1] != ']';
}

static void read_line(matter *m, cc_range line)
{
    cc_str key;
    size_t text = cc_skip_blanks(m->copy->in, line.start, line.end);
    size_t len  = text > line.start && !m->toml ? 0 : key_length(m, text, line.end, &key);
    if (text == line.end || m->copy->in.ptr[text] == '#')
        return;
    m->section = m->section || (m->toml && m->copy->in.ptr[text] == '[' && !is_open_list(m));
    if (m->section)
        end_value(m);
    else if (len > 0)
        begin_key(m, key, text + len, line.end);
    else if (m->key.len > 0)
        read_below(m, text, line.end);
}

static bool is_rule(const cc_md_copy *c, cc_range line, const char *rule)
{
    return cc_md_is_at(c, line.start, line.end, rule) &&
           cc_skip_blanks(c->in, line.start + 3, line.end) == line.end;
}

/* Where front matter ends; 0: there is none. Its first line is a key or a comment. */
static size_t find_end(const matter *m)
{
    const cc_md_copy *c    = m->copy;
    cc_range          line = {0, cc_line_end(c->in, 0)};
    cc_str            key;
    if (!is_rule(c, line, m->toml ? "+++" : "---"))
        return 0;
    size_t at = line.start = cc_line_next(c->in, line.end);
    line.end               = cc_line_end(c->in, at);
    if (key_length(m, at, line.end, &key) == 0 && !cc_md_is_at(c, at, line.end, "#"))
        return 0;
    while (at < c->in.len && at < MAX_MATTER) {
        line = (cc_range){at, cc_line_end(c->in, at)};
        at   = cc_line_next(c->in, line.end);
        if (is_rule(c, line, m->toml ? "+++" : "---") || (!m->toml && is_rule(c, line, "...")))
            return at;
    }
    return 0;
}

/* "% title", "% author; author", "% date". Returns where they end. */
static size_t read_title_lines(matter *m)
{
    static const char *const keys[] = {"title", "author", "date"};
    size_t                   at     = 0;
    for (size_t i = 0; i < 3 && cc_md_is_at(m->copy, at, m->copy->in.len, i == 0 ? "% " : "%");
         i++) {
        cc_range line = {at + 1, cc_line_end(m->copy->in, at)};
        m->key        = (cc_str){keys[i], strlen(keys[i])};
        m->value.len  = 0;
        add_value(m, line.start, line.end);
        put_list(m, cc_label_text(&m->value), i == 1 ? ';' : '\n');
        at = cc_line_next(m->copy->in, line.end);
    }
    return at;
}

size_t cc_md_matter_read(cc_md_copy *c, cc_block_sink *out, cc_label *title, cc_status *status)
{
    matter m   = {.copy = c, .out = out, .title = title, .status = *status};
    m.toml     = c->in.len > 0 && c->in.ptr[0] == '+';
    size_t end = find_end(&m), at = end > 0 ? cc_line_next(c->in, cc_line_end(c->in, 0)) : 0;
    for (size_t next; at < end; at = next) {
        cc_range line = {at, cc_line_end(c->in, at)};
        next          = cc_line_next(c->in, line.end);
        if (next < end)
            read_line(&m, line);
    }
    if (end > 0)
        end_value(&m);
    else
        end = read_title_lines(&m);
    cc_md_blank_out(c, (cc_range){0, end});
    *status = m.status;
    return end;
}
