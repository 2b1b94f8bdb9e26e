/* md_html.c - HTML in Markdown: tags and entities. */
#include "md_html.h"

#include "shared/entity.h"
#include "md_words.h"

static bool is_digits(const cc_md *r, size_t at, size_t end)
{
    for (; at < end; at++)
        if (strchr("0123456789,*[] ", r->src.copy.ptr[at]) == NULL || r->src.copy.ptr[at] == '\0')
            return false;
    return true;
}

static bool ends_in(const cc_md *r, const char *z)
{
    size_t len = strlen(z), all = r->fold.text_len;
    return all >= len && memcmp(r->fold.text + all - len, z, len) == 0;
}

bool cc_md_is_raised_mark(const cc_md *r, size_t at, size_t end)
{
    return r->now.in_sup && is_digits(r, at, end) && !ends_in(r, "m") && !ends_in(r, "^");
}

void cc_md_put_entity(cc_md *r, size_t start, size_t end)
{
    char   bytes[4];
    size_t len = cc_entity_decode((cc_str){r->src.copy.ptr + start, end - start}, bytes);
    if (len == 0)
        cc_md_put_clean(r, start, end);
    else if (cc_blank_length(bytes, bytes + len) == len)
        cc_md_gap(r, CC_MD_BLANK, start, end);
    else
        cc_md_put_word(r, (cc_str){bytes, len}, start, end, 0);
}

static bool is_tag(const cc_md *r, size_t at, size_t end, const char *const *names)
{
    size_t len = 0;
    at += at < end && r->src.copy.ptr[at] == '<';
    at += at < end && r->src.copy.ptr[at] == '/';
    while (at + len < end && cc_md_is_word(r->src.copy.ptr[at + len]))
        len++;
    for (; *names != NULL; names++) {
        size_t i = 0;
        while (i < len && cc_small(r->src.copy.ptr[at + i]) == (*names)[i])
            i++;
        if (i == len && (*names)[i] == '\0')
            return true;
    }
    return false;
}

/* "10<sup>6</sup>" keeps a mark between its figures. */
static void read_raised_tag(cc_md *r, size_t start, size_t end)
{
    r->now.in_sup = r->src.copy.ptr[start + 1] != '/';
    if (r->now.in_sup && r->gap == CC_MD_NO_GAP && (ends_in(r, " 10") || ends_in(r, "\u00D710")))
        cc_md_put_word(r, (cc_str){"^", 1}, start, end, 0);
}

/* The number of "colspan=2" in a tag; 1: there is none. */
static size_t read_span(const cc_md *r, size_t start, size_t end, const char *name)
{
    const char *p = memmem(r->src.copy.ptr + start, end - start, name, strlen(name));
    size_t      n = 0;
    if (p == NULL)
        return 1;
    for (p += strlen(name); p < r->src.copy.ptr + end && strchr("=\"' ", *p) != NULL; p++)
        continue;
    for (; p < r->src.copy.ptr + end && *p >= '0' && *p <= '9' && n < CC_TABLE_COLUMNS; p++)
        n = n * 10 + (size_t)(*p - '0');
    return n > 0 ? n : 1;
}

/* A <th> names its column in the first row, further down the first one its row. */
static void begin_html_cell(cc_md *r, size_t start, size_t end, bool header)
{
    bool column      = header && (r->table.head || r->table.next > 0);
    r->now.html_cell = true;
    cc_table_cell(&r->table, read_span(r, start, end, "colspan"),
                  read_span(r, start, end, "rowspan"), column ? CC_TABLE_COLUMN : CC_TABLE_NOTHING);
}

static void read_table_tag(cc_md *r, size_t start, size_t end)
{
    static const char *const tables[] = {"table", NULL}, *const rows[] = {"tr", NULL};
    static const char *const cells[] = {"td", NULL}, *const headers[] = {"th", NULL};
    bool opens = r->src.copy.ptr[start + 1] != '/';
    if (is_tag(r, start, end, tables)) {
        cc_md_begin_table(r);
        r->now.html_cell = false;
    } else if (is_tag(r, start, end, rows)) {
        r->now.html_cell = false;
        if (opens)
            cc_table_row(&r->table, !r->headed);
        r->headed = r->headed || opens;
    } else if (is_tag(r, start, end, cells) || is_tag(r, start, end, headers)) {
        r->now.html_cell = false;
        if (opens)
            begin_html_cell(r, start, end, is_tag(r, start, end, headers));
    }
}

void cc_md_read_tag(cc_md *r, size_t start, size_t end)
{
    static const char *const looks[] = {
        "",       "a",   "abbr", "b",    "big",  "cite", "code", "del",  "dfn",   "em",   "font",
        "i",      "img", "ins",  "kbd",  "mark", "q",    "s",    "samp", "small", "span", "strike",
        "strong", "sub", "sup",  "time", "tt",   "u",    "var",  "wbr",  NULL};
    static const char *const breaks[] = {"br", NULL}, *const raised[] = {"sup", NULL};
    if (is_tag(r, start, end, raised))
        read_raised_tag(r, start, end);
    if (is_tag(r, start, end, breaks)) {
        cc_md_gap(r, CC_MD_BLANK, start, end);
    } else if (!is_tag(r, start, end, looks)) {
        cc_md_flush(r);
        read_table_tag(r, start, end);
    }
}
