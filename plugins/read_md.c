/* read_md.c - Markdown by md4c: headings, lists, tables, footnotes, quotations, front matter.
 *
 * md4c reads a copy of the source in which `clean` has overwritten, byte for byte, what it would
 * take for something else. So what it hands out points to the source, and what differs in the copy
 * is no text. Words stand verbatim; what lies between two of them is at most one blank. */
#include <claimcheck.h>

#include "shared/entity.h"
#include "shared/lines.h"

#include <md4c.h>

enum {
    FLAGS       = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_NOHTMLBLOCKS,
    MAX_EVENTS  = 4000000, /* blocks and cells; short rows of a wide table are filled up */
    MAX_LINES   = 5000,    /* of a paragraph with links: md4c is quadratic in them */
    MAX_DEPTH   = 8,
    MAX_MARKER  = 64,    /* bytes of "[^name]" */
    MAX_MATTER  = 65536, /* bytes of front matter */
    NOTE_INDENT = 4,     /* columns before what goes on with a footnote */
    GONE        = ';',   /* in the copy: not of the text, and of no meaning to md4c */
    LABEL_LEVEL = 6,     /* of "**Label:**" alone, as a heading */
};

/* What stands between two words of a block. A mark that is left out is a blank where it would
 * otherwise glue words or digits. */
typedef enum gap { NO_GAP, MARK, BLANK } gap;

typedef struct reader {
    const cc_host *host;
    cc_block_sink *out;
    cc_str         in, copy;
    cc_status      status;
    uint32_t       events;
    uint32_t       lines;  /* without a blank one or an item between, in the copy */
    size_t         cursor; /* the end of what md4c handed out last */

    cc_fold fold; /* the block in hand */
    gap     gap;
    size_t  gap_start, gap_end; /* an end of 0: where the next word starts */

    uint32_t heading, strong, depth, code;
    bool     in_note, in_cell, in_head, in_row, in_rows, in_sup;
    bool     line_start, bold_only, noted, in_link, in_address, unlinked;
    size_t   value_at; /* of a label in hand; 0: none */
    size_t   hide_to;  /* nothing before this is text */

    cc_label row, list_row, first_cell, title;
    cc_label lead, leads[MAX_DEPTH];
    cc_str  *columns;     /* of the table in hand */
    size_t   cell, width; /* of the row in hand, in cells */
    size_t   column_count, column_cap;

    cc_range *notes;
    size_t    note_count, note_cap;
} reader;

/* -- The copy ------------------------------------------------------------------------------- */

static char *copy_at(const reader *r, size_t at)
{
    return (char *)(uintptr_t)r->copy.ptr + at;
}

/* Line ends stay. */
static void blank_out(reader *r, cc_range what)
{
    for (size_t i = what.start; i < what.end; i++)
        if (r->in.ptr[i] != '\n' && r->in.ptr[i] != '\r')
            *copy_at(r, i) = ' ';
}

static bool is_at(const reader *r, size_t at, size_t end, const char *z)
{
    size_t len = strlen(z);
    return end - at >= len && memcmp(r->in.ptr + at, z, len) == 0;
}

/* "[^name]"; 0: none. */
static size_t marker_length(const reader *r, size_t at, size_t end)
{
    size_t i = at + 2;
    if (!is_at(r, at, end, "[^"))
        return 0;
    for (; i < end && i - at < MAX_MARKER && r->in.ptr[i] != ']'; i++)
        if ((unsigned char)r->in.ptr[i] <= ' ' || strchr("[]^;\\`", r->in.ptr[i]) != NULL)
            return 0;
    return i > at + 2 && i < end && r->in.ptr[i] == ']' ? i + 1 - at : 0;
}

/* Where what opens at `at` with a mark of `len` bytes ends, after its closing mark; 0: nowhere. */
static size_t find_close(const reader *r, size_t at, size_t len, size_t end, const char *mark)
{
    const char *from  = r->in.ptr + at + len;
    const char *close = memmem(from, end - at - len, mark, strlen(mark));
    return close == NULL ? 0 : (size_t)(close - r->in.ptr) + strlen(mark);
}

/* "~~deleted~~"; 0: none. */
static size_t deleted_length(const reader *r, size_t at, size_t end)
{
    const char *p = r->in.ptr;
    if (!is_at(r, at, end, "~~") || end - at < 5 || strchr("~ \t", p[at + 2]) != NULL ||
        (at > 0 && (p[at - 1] == '~' || p[at - 1] == '\\')))
        return 0;
    size_t close = find_close(r, at, 2, end, "~~");
    return close > 0 && strchr(" \t", p[close - 3]) == NULL ? close - at : 0;
}

/* Lines that hold nothing else become blank ones. */
static void take_comment(reader *r, size_t line, cc_range comment)
{
    for (size_t at = comment.start; at < comment.end;) {
        size_t end  = cc_line_end(r->in, at);
        size_t stop = end < comment.end ? end : comment.end;
        bool   alone =
            cc_skip_blanks(r->copy, line, at) == at && cc_skip_blanks(r->in, stop, end) == end;
        memset(copy_at(r, at), alone ? ' ' : GONE, stop - at);
        at = line = cc_line_next(r->in, end);
    }
}

/* A table rule of any width becomes one that md4c knows: three dashes and more a column. */
static void widen_rule(reader *r, cc_range line)
{
    size_t dashes = 0, pipes = 0, first = line.end, last = line.start;
    for (size_t i = line.start; i < line.end; i++) {
        char c = r->in.ptr[i];
        if (c == '\0' || strchr("|-: \t", c) == NULL)
            return;
        dashes += c == '-';
        pipes += c == '|';
        if (c != ' ' && c != '\t') {
            first = i < first ? i : first;
            last  = i;
        }
    }
    for (size_t i = first; dashes > 0 && pipes > 0 && i <= last; i++)
        if (r->in.ptr[i] != '|')
            *copy_at(r, i) = '-';
}

/* The length of what is no text at `at`: markers of footnotes, deleted text, NULs. In a huge
 * paragraph, where md4c looks up each link's line from the first on, also what opens links. */
static size_t gone_length(const reader *r, size_t at, size_t end)
{
    switch (r->in.ptr[at]) {
    case '\0': return 1;
    case '[': {
        size_t len = marker_length(r, at, end);
        return len == 0 && r->lines > MAX_LINES ? 1 : len;
    }
    case '~': return deleted_length(r, at, end);
    default: return 0;
    }
}

/* Takes out of a line what is no text. Returns where it stopped: a comment may end on a line
 * below. `comments` becomes false when one does not end. */
static size_t clean(reader *r, cc_range line, bool *comments)
{
    size_t at = line.start;
    while (at < line.end) {
        size_t len = gone_length(r, at, line.end);
        memset(copy_at(r, at), GONE, len);
        if (*comments && is_at(r, at, line.end, "<!--")) {
            size_t end = find_close(r, at, 4, r->in.len, "-->");
            *comments  = end > 0;
            take_comment(r, line.start, (cc_range){at, end});
            len = end > 0 ? end - at : 0;
        }
        at += len > 0 ? len : 1;
    }
    return at;
}

/* Skips the marks of quotations; *ret_columns gets how wide the white space after them is. */
static size_t skip_indent(const reader *r, cc_range line, size_t *ret_columns)
{
    size_t at    = line.start;
    *ret_columns = 0;
    for (; at < line.end && strchr(" \t>", r->in.ptr[at]) != NULL && r->in.ptr[at] != '\0'; at++)
        *ret_columns = r->in.ptr[at] == '>' ? 0 : *ret_columns + (r->in.ptr[at] == '\t' ? 4 : 1);
    return at;
}

/* The length of "```" or "~~~", which may be longer; 0: the line begins with none. */
static size_t fence_length(const reader *r, size_t at, size_t end)
{
    size_t i = at;
    if (at == end || (r->in.ptr[at] != '`' && r->in.ptr[at] != '~'))
        return 0;
    while (i < end && r->in.ptr[i] == r->in.ptr[at])
        i++;
    bool inline_code = r->in.ptr[at] == '`' && memchr(r->in.ptr + i, '`', end - i) != NULL;
    return i - at >= 3 && !inline_code ? i - at : 0;
}

/* Where the code that opens at `open` ends; the end of the text: nowhere. */
static size_t skip_fenced(const reader *r, size_t open, cc_range line)
{
    size_t len = fence_length(r, open, line.end), columns;
    for (size_t at = cc_line_next(r->in, line.end); at < r->in.len;) {
        line         = (cc_range){at, cc_line_end(r->in, at)};
        size_t start = skip_indent(r, line, &columns), n = fence_length(r, start, line.end);
        at = cc_line_next(r->in, line.end);
        if (n >= len && r->in.ptr[start] == r->in.ptr[open] &&
            cc_skip_blanks(r->in, start + n, line.end) == line.end)
            return at;
    }
    return r->in.len;
}

/* "[^name]:" at the start of a line that is indented as text: where the note's text begins. */
static size_t note_start(const reader *r, cc_range line)
{
    size_t columns, at = skip_indent(r, line, &columns), len = marker_length(r, at, line.end);
    if (columns >= NOTE_INDENT || len == 0 || !is_at(r, at + len, line.end, ":"))
        return 0;
    return at + len + 1;
}

/* A footnote goes on to a blank line and, indented, beyond it. */
static size_t find_note_end(const reader *r, size_t start)
{
    size_t end   = cc_line_end(r->in, start), columns;
    bool   blank = false;
    for (size_t at = cc_line_next(r->in, end); at < r->in.len;) {
        cc_range line = {at, cc_line_end(r->in, at)};
        size_t   text = skip_indent(r, line, &columns);
        bool     ends = note_start(r, line) > 0 || (blank && columns < NOTE_INDENT) ||
                    (columns < NOTE_INDENT &&
                     (is_at(r, text, line.end, "#") || fence_length(r, text, line.end) > 0));
        at = cc_line_next(r->in, line.end);
        if (text == line.end) {
            blank = true;
            continue;
        }
        if (ends)
            break;
        blank = false;
        end   = line.end;
    }
    return end;
}

static void *grow(const reader *r, const void *old, size_t *cap, size_t n, size_t size)
{
    if (n < *cap)
        return (void *)(uintptr_t)old;
    *cap      = *cap * 2 + 16;
    void *ret = r->host->alloc(r->host, *cap * size, sizeof(void *));
    if (n > 0)
        memcpy(ret, old, n * size);
    return ret;
}

static size_t take_note(reader *r, size_t start, size_t text)
{
    size_t end = find_note_end(r, text);
    blank_out(r, (cc_range){start, end});
    r->notes                  = grow(r, r->notes, &r->note_cap, r->note_count, sizeof *r->notes);
    r->notes[r->note_count++] = (cc_range){text, end};
    return cc_line_next(r->in, end);
}

static bool ends_paragraph(const reader *r, size_t text, size_t end)
{
    return text == end || is_at(r, text, end, "- ") || is_at(r, text, end, "* ") ||
           is_at(r, text, end, "# ");
}

/* `notes`: footnotes are taken out. */
static void clean_lines(reader *r, size_t at, size_t end, bool notes)
{
    bool comments = true, row = false;
    while (at < end) {
        cc_range line = {at, cc_line_end(r->in, at)};
        size_t   columns, text = skip_indent(r, line, &columns), note = note_start(r, line);
        if (notes && note > 0) {
            at = take_note(r, line.start, note);
            continue;
        }
        if (fence_length(r, text, line.end) > 0) {
            at = skip_fenced(r, text, line);
            continue;
        }
        r->lines = ends_paragraph(r, text, line.end) ? 0 : r->lines + 1;
        if (row)
            widen_rule(r, line);
        row = memchr(r->in.ptr + line.start, '|', line.end - line.start) != NULL;
        at  = clean(r, line, &comments);
        at  = at == line.end ? cc_line_next(r->in, at) : at;
    }
}

/* -- Front matter --------------------------------------------------------------------------- */

static cc_str unquote(const reader *r, size_t at, size_t end)
{
    at = cc_skip_blanks(r->in, at, end);
    while (end > at && cc_blank_length(r->in.ptr + end - 1, r->in.ptr + end) > 0)
        end--;
    char c = at < end ? r->in.ptr[at] : '\0';
    if (end - at >= 2 && (c == '"' || c == '\'') && r->in.ptr[end - 1] == c)
        return (cc_str){r->in.ptr + at + 1, end - at - 2};
    return (cc_str){r->in.ptr + at, end - at};
}

/* "key:", of letters, digits, '-' and '_'; 0: none. */
static size_t key_length(const reader *r, cc_range line)
{
    size_t i = line.start;
    while (i < line.end && (r->in.ptr[i] == '-' || r->in.ptr[i] == '_' ||
                            (r->in.ptr[i] >= '0' && r->in.ptr[i] <= '9') ||
                            (cc_small(r->in.ptr[i]) >= 'a' && cc_small(r->in.ptr[i]) <= 'z')))
        i++;
    bool ends = i > line.start && is_at(r, i, line.end, ":");
    return ends && (i + 1 == line.end || r->in.ptr[i + 1] == ' ') ? i - line.start : 0;
}

static void note_matter(reader *r, cc_str key, cc_str value)
{
    if (value.len == 0 || r->status != CC_OK)
        return;
    if (key.len == 5 && memcmp(key.ptr, "title", 5) == 0) {
        r->title.len = value.len < CC_LABEL_BYTES ? value.len : CC_LABEL_BYTES;
        memcpy(r->title.bytes, value.ptr, r->title.len);
        return;
    }
    r->status = r->out->meta(r->out, key, value);
}

static bool is_matter_rule(const reader *r, cc_range line)
{
    bool rule = is_at(r, line.start, line.end, "---") || is_at(r, line.start, line.end, "...");
    return rule && cc_skip_blanks(r->in, line.start + 3, line.end) == line.end;
}

/* Where front matter ends; 0: there is none. */
static size_t find_matter_end(const reader *r)
{
    cc_range line = {0, cc_line_end(r->in, 0)};
    if (!is_at(r, 0, line.end, "---") || !is_matter_rule(r, line))
        return 0;
    line.start = cc_line_next(r->in, line.end);
    line.end   = cc_line_end(r->in, line.start);
    if (key_length(r, line) == 0)
        return 0;
    for (size_t at = line.start; at < r->in.len && at < MAX_MATTER;) {
        line = (cc_range){at, cc_line_end(r->in, at)};
        at   = cc_line_next(r->in, line.end);
        if (is_matter_rule(r, line))
            return at;
    }
    return 0;
}

/* "key: value", or "key:" and a line "- value" for each. */
static size_t read_matter(reader *r)
{
    size_t end = find_matter_end(r);
    cc_str key = {NULL, 0};
    for (size_t at = end > 0 ? cc_line_next(r->in, cc_line_end(r->in, 0)) : end; at < end;) {
        cc_range line = {at, cc_line_end(r->in, at)};
        size_t   len  = key_length(r, line);
        size_t   text = cc_skip_blanks(r->in, line.start, line.end);
        at            = cc_line_next(r->in, line.end);
        if (len > 0) {
            key = (cc_str){r->in.ptr + line.start, len};
            note_matter(r, key, unquote(r, line.start + len + 1, line.end));
        } else if (key.len > 0 && is_at(r, text, line.end, "- ")) {
            note_matter(r, key, unquote(r, text + 2, line.end));
        }
    }
    blank_out(r, (cc_range){0, end});
    return end;
}

/* -- Putting blocks ------------------------------------------------------------------------- */

static void drop_text(reader *r)
{
    r->fold.text_len = r->fold.piece_count = 0;
    r->gap                                 = NO_GAP;
}

static bool ends_in_colon(const reader *r)
{
    return r->fold.text_len > 0 && r->fold.text[r->fold.text_len - 1] == ':';
}

static bool is_paragraph(const reader *r)
{
    return r->heading == 0 && !r->in_cell && !r->in_row && r->depth == 0;
}

/* Of several cells of a row, a label without a column would hold for each alike. */
static void label_cell(const reader *r, cc_block_in *cell)
{
    if (r->cell == 0 || r->in_head)
        return;
    if (r->cell < r->column_count)
        cell->column = r->columns[r->cell];
    if (cell->column.len > 0 || r->width == 2)
        cell->row = cc_label_text(&r->first_cell);
}

static cc_block_in describe(const reader *r)
{
    cc_block_in block = {
        .size        = sizeof block,
        .kind        = CC_PARAGRAPH,
        .text        = {r->fold.text, r->fold.text_len},
        .row         = cc_label_text(&r->row),
        .pieces      = r->fold.pieces,
        .piece_count = r->fold.piece_count,
    };
    if (r->in_cell || r->in_row) {
        block.kind = CC_CELL;
        label_cell(r, &block);
    } else if (r->heading > 0) {
        block.kind  = CC_HEADING;
        block.level = r->heading;
    } else if (r->in_note) {
        block.kind = CC_FOOTNOTE;
    } else if (!r->unlinked) {
        block.kind = CC_CAPTION;
    } else if (r->depth > 0) {
        block.kind   = CC_ITEM;
        block.level  = r->depth;
        block.row    = cc_label_text(&r->list_row);
        block.column = cc_label_text(&r->leads[(r->depth < MAX_DEPTH ? r->depth : MAX_DEPTH) - 1]);
    }
    return block;
}

/* What the block says about those that follow. */
static void note_labels(reader *r, const cc_block_in *block)
{
    r->lead.len = 0;
    if (block->kind == CC_HEADING && !r->in_note && r->title.len == 0)
        cc_label_keep(&r->title, &r->fold, CC_LABEL_BYTES);
    if (block->kind != CC_ITEM && block->kind != CC_FOOTNOTE)
        r->list_row.len = 0;
    if ((block->kind == CC_PARAGRAPH || block->kind == CC_ITEM) && ends_in_colon(r))
        cc_label_keep(&r->lead, &r->fold, CC_LEAD_IN_BYTES);
}

/* "**Label:**" is a paragraph of its own: it holds for the items of a list that follows. */
static void put_label(reader *r)
{
    cc_fold_shorten(&r->fold, r->fold.text_len - 1);
    cc_block_in block = describe(r);
    block.kind        = CC_HEADING;
    block.level       = LABEL_LEVEL;
    r->status         = r->out->block(r->out, &block);
    r->lead.len       = 0;
    cc_label_keep(&r->list_row, &r->fold, CC_LABEL_BYTES);
}

static bool is_label(const reader *r)
{
    return is_paragraph(r) && !r->in_note && r->bold_only && ends_in_colon(r) &&
           r->fold.text_len > 1 && r->fold.text_len <= CC_LABEL_COLUMNS;
}

static void put_text_block(reader *r)
{
    cc_block_in block = describe(r);
    r->status         = r->out->block(r->out, &block);
    note_labels(r, &block);
}

static void flush(reader *r)
{
    if (r->fold.text_len > 0 && r->status == CC_OK) {
        if (is_label(r))
            put_label(r);
        else
            put_text_block(r);
    }
    drop_text(r);
}

static void end_cell(reader *r)
{
    if (r->in_head) {
        cc_label text;
        cc_label_keep(&text, &r->fold, CC_LABEL_BYTES);
        char *bytes = r->host->alloc(r->host, text.len + 1, 1);
        memcpy(bytes, text.bytes, text.len);
        r->columns = grow(r, r->columns, &r->column_cap, r->column_count, sizeof *r->columns);
        r->columns[r->column_count++] = (cc_str){bytes, text.len};
    }
    if (r->cell == 0)
        cc_label_keep(&r->first_cell, &r->fold, CC_LABEL_BYTES);
    flush(r);
    r->cell++;
}

static void end_text(reader *r)
{
    if (r->in_row)
        end_cell(r);
    flush(r);
    r->in_row = false;
}

/* -- Words ---------------------------------------------------------------------------------- */

static void widen_gap(reader *r, gap kind, size_t start, size_t end)
{
    if (r->fold.text_len == 0)
        return;
    if (r->gap == NO_GAP || (r->gap == MARK && kind == BLANK)) {
        r->gap_start = r->gap == NO_GAP ? start : r->gap_start;
        r->gap       = kind;
        r->gap_end   = end;
    } else if (r->gap_end > 0) {
        r->gap_end = end;
    }
}

static bool is_word_character(char c)
{
    return (c >= '0' && c <= '9') || (cc_small(c) >= 'a' && cc_small(c) <= 'z') || (c & 0x80) != 0;
}

static bool has_letter(cc_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((text.ptr[i] & 0x80) == 0 && is_word_character(text.ptr[i]))
            return true;
    return false;
}

/* A huge block is cut here, at best where a sentence ends. */
static bool is_cut(const reader *r)
{
    size_t len = r->fold.text_len;
    return len > CC_FOLD_BLOCK_BYTES ||
           (len > CC_FOLD_BLOCK_BYTES - CC_FOLD_CUT_BYTES && strchr(".?!", r->fold.text[len - 1]));
}

static void put_word(reader *r, cc_str text, size_t start, size_t end, uint32_t flags)
{
    cc_str blank = {" ", 1};
    if (r->gap == BLANK && is_cut(r))
        flush(r);
    if (r->gap == BLANK || (r->gap == MARK && is_word_character(text.ptr[0])))
        cc_fold_put(&r->fold, blank, r->gap_start, r->gap_end > 0 ? r->gap_end : start, 0);
    r->gap = NO_GAP;
    if (r->fold.text_len == 0) {
        r->noted    = r->row.len == 0;
        r->unlinked = false;
    }
    r->unlinked  = r->unlinked || (!r->in_link && has_letter(text));
    r->bold_only = r->strong > 0 ? r->bold_only || r->fold.text_len == 0
                                 : r->bold_only && text.len == 1 && text.ptr[0] == ':';
    cc_fold_put(&r->fold, text, start, end, flags);
}

/* Words of the source and the blanks between them. */
static void put_words(reader *r, size_t at, size_t end)
{
    while (at < end) {
        size_t near = CC_FOLD_BLOCK_BYTES - CC_FOLD_CUT_BYTES;
        size_t most = r->fold.text_len < near ? near - r->fold.text_len : 0;
        size_t stop = cc_fold_stretch(&r->fold, at, end - at < most ? end : at + most, end);
        while (stop < end && cc_blank_length(r->copy.ptr + stop, r->copy.ptr + end) == 0)
            stop++;
        size_t next = cc_skip_blanks(r->copy, stop, end), last = stop;
        if (last > at && r->copy.ptr[last - 1] == ' ')
            last--;
        size_t first = cc_skip_blanks(r->copy, at, last);
        if (first > at)
            widen_gap(r, BLANK, at, first);
        if (last > first)
            put_word(r, (cc_str){r->copy.ptr + first, last - first}, first, last, CC_VERBATIM);
        if (next > last)
            widen_gap(r, BLANK, last, next);
        at = next;
    }
}

static bool is_gone(const reader *r, size_t at)
{
    return r->copy.ptr[at] != r->in.ptr[at] && r->copy.ptr[at] != ' ';
}

/* Words without what the copy lacks. */
static void put_clean(reader *r, size_t at, size_t end)
{
    while (at < end) {
        size_t stop = at;
        while (stop < end && !is_gone(r, stop))
            stop++;
        put_words(r, at, stop);
        for (at = stop; at < end && is_gone(r, at);)
            at++;
        if (at > stop)
            widen_gap(r, MARK, stop, at);
    }
}

/* In a label's text "note:" begins a block of its own. */
static void put_noted(reader *r, size_t at, size_t end)
{
    size_t note = end, from = r->fold.text_len > 0 && at > 0 ? at - 1 : at;
    if (!r->noted)
        note = cc_find_note(r->copy, (cc_range){from, end});
    put_clean(r, at, note);
    if (note == end)
        return;
    flush(r);
    put_clean(r, note, end);
    r->noted = true;
}

static bool is_pipe(const reader *r, size_t at)
{
    return r->copy.ptr[at] == '|' && (at == 0 || r->copy.ptr[at - 1] != '\\');
}

/* Cells of a row without a table, or with one whose rule md4c does not know. */
static void put_row(reader *r, size_t at, size_t end)
{
    for (size_t i = at; i < end; i++)
        if (is_pipe(r, i)) {
            put_clean(r, at, i);
            end_cell(r);
            at = i + 1;
        }
    put_clean(r, at, end);
}

/* -- Lines of a paragraph ------------------------------------------------------------------- */

static bool is_table_rule(const reader *r, size_t at)
{
    size_t columns, dashes = 0, pipes = 0, end = cc_line_end(r->in, at);
    for (at = skip_indent(r, (cc_range){at, end}, &columns); at < end; at++) {
        if (r->in.ptr[at] == '\0' || strchr("|-: \t", r->in.ptr[at]) == NULL)
            return false;
        dashes += r->in.ptr[at] == '-';
        pipes += r->in.ptr[at] == '|';
    }
    return dashes > 0 && pipes > 0;
}

static size_t count_cells(const reader *r, size_t at, size_t end)
{
    size_t n = 0;
    for (bool open = true; at < end; at++) {
        bool pipe = is_pipe(r, at);
        n += open && !pipe && r->copy.ptr[at] != ' ';
        open = pipe || (open && r->copy.ptr[at] == ' ');
    }
    return n;
}

/* "| a | b" begins at `at`, or "a | b" in a table. Returns where its first cell does. */
static size_t begin_row(reader *r, size_t at, size_t end)
{
    bool first = !r->in_rows;
    r->in_rows = true;
    if (!first && is_table_rule(r, at)) {
        r->hide_to = end;
        return end;
    }
    r->in_head = is_table_rule(r, cc_line_next(r->copy, end));
    if (r->in_head || first)
        r->column_count = 0;
    r->in_row = true;
    r->cell   = 0;
    at += r->copy.ptr[at] == '|';
    r->width = count_cells(r, at, end);
    return at;
}

static bool is_row(const reader *r, size_t at, size_t end)
{
    bool table =
        (r->in_rows && r->column_count > 0) || is_table_rule(r, cc_line_next(r->copy, end));
    bool first = r->copy.ptr[at] == '|';
    return (first || table) && memchr(r->copy.ptr + at + first, '|', end - at - first) != NULL;
}

/* The first text of a line; returns where what is to be read begins. */
static size_t begin_line(reader *r, size_t at)
{
    size_t   end  = cc_line_end(r->copy, at);
    cc_range line = {at < 2 ? at : at - 2, end}, name;
    r->line_start = false;
    if (r->heading > 0 || r->in_cell)
        return at;
    if (r->in_row)
        end_text(r);
    r->in_head = false;
    if (is_row(r, at, end)) {
        flush(r);
        return begin_row(r, at, end);
    }
    size_t value = is_paragraph(r) ? cc_bold_label(r->copy, line, &name) : 0;
    if (value > 0) {
        flush(r);
        r->row.len  = 0;
        r->value_at = value;
    }
    return at;
}

/* The words read so far are the label of those that follow. */
static void take_label(reader *r)
{
    while (ends_in_colon(r) || (r->fold.text_len > 0 && r->fold.text[r->fold.text_len - 1] == ' '))
        r->fold.text_len--;
    cc_label_keep(&r->row, &r->fold, CC_LABEL_BYTES);
    drop_text(r);
    r->value_at = 0;
    r->noted    = false;
}

/* -- What md4c hands out -------------------------------------------------------------------- */

static bool is_digits(const reader *r, size_t at, size_t end)
{
    for (; at < end; at++)
        if (strchr("0123456789,*[] ", r->copy.ptr[at]) == NULL || r->copy.ptr[at] == '\0')
            return false;
    return true;
}

/* "<sup>3</sup>" is a mark, but for square and cubic metres. */
static bool is_raised_mark(const reader *r, size_t at, size_t end)
{
    return r->in_sup && is_digits(r, at, end) &&
           (r->fold.text_len == 0 || r->fold.text[r->fold.text_len - 1] != 'm');
}

static void put_entity(reader *r, size_t start, size_t end)
{
    char   bytes[4];
    size_t len = cc_entity_decode((cc_str){r->copy.ptr + start, end - start}, bytes);
    if (len == 0)
        put_clean(r, start, end);
    else if (cc_blank_length(bytes, bytes + len) == len)
        widen_gap(r, BLANK, start, end);
    else
        put_word(r, (cc_str){bytes, len}, start, end, 0);
}

static bool is_tag(const reader *r, size_t at, size_t end, const char *const *names)
{
    size_t len = 0;
    at += at < end && r->copy.ptr[at] == '<';
    at += at < end && r->copy.ptr[at] == '/';
    while (at + len < end && is_word_character(r->copy.ptr[at + len]))
        len++;
    for (; *names != NULL; names++) {
        size_t i = 0;
        while (i < len && cc_small(r->copy.ptr[at + i]) == (*names)[i])
            i++;
        if (i == len && (*names)[i] == '\0')
            return true;
    }
    return false;
}

/* A tag that is not of a word's own looks ends the block. */
static void read_tag(reader *r, size_t start, size_t end)
{
    static const char *const looks[] = {
        "",       "a",   "abbr", "b",    "big",  "cite", "code", "del",  "dfn",   "em",   "font",
        "i",      "img", "ins",  "kbd",  "mark", "q",    "s",    "samp", "small", "span", "strike",
        "strong", "sub", "sup",  "time", "tt",   "u",    "var",  "wbr",  NULL};
    static const char *const breaks[] = {"br", NULL}, *const raised[] = {"sup", NULL};
    if (is_tag(r, start, end, raised))
        r->in_sup = r->copy.ptr[start + 1] != '/';
    if (is_tag(r, start, end, breaks))
        widen_gap(r, BLANK, start, end);
    else if (!is_tag(r, start, end, looks))
        flush(r);
}

static void read_text_at(reader *r, MD_TEXTTYPE type, size_t start, size_t end)
{
    if (type == MD_TEXT_HTML) {
        read_tag(r, start, end);
        return;
    }
    if (r->line_start)
        start = begin_line(r, start);
    if (start < r->hide_to)
        start = r->hide_to < end ? r->hide_to : end;
    if (r->value_at > 0 && end > r->value_at) {
        if (start < r->value_at)
            put_clean(r, start, r->value_at);
        start = r->value_at > start ? r->value_at : start;
        take_label(r);
    }
    if (start >= end)
        return;
    if (is_raised_mark(r, start, end))
        widen_gap(r, MARK, start, end);
    else if (type == MD_TEXT_ENTITY)
        put_entity(r, start, end);
    else if (r->in_row && type == MD_TEXT_NORMAL)
        put_row(r, start, end);
    else
        put_noted(r, start, end);
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user)
{
    reader   *r    = user;
    uintptr_t from = (uintptr_t)r->copy.ptr, p = (uintptr_t)text;
    if (p < from || p >= from + r->copy.len) {
        widen_gap(r, BLANK, r->cursor, 0);
        r->line_start = r->line_start || type == MD_TEXT_SOFTBR || type == MD_TEXT_BR;
        return r->status != CC_OK;
    }
    size_t start = (size_t)(p - from);
    if (r->code == 0 && !r->in_address)
        read_text_at(r, type, start, start + size);
    r->cursor = start + size;
    return r->status != CC_OK;
}

/* "<https://x.gov>", and a link whose text is its own target. */
static bool is_address(const MD_SPAN_A_DETAIL *a, cc_str copy, size_t cursor)
{
    cc_str href = {a->href.text, a->href.size};
    if (href.len > 7 && memcmp(href.ptr, "mailto:", 7) == 0)
        href = (cc_str){href.ptr + 7, href.len - 7};
    while (cursor < copy.len && copy.ptr[cursor] != '<' && copy.ptr[cursor] != '[')
        cursor++;
    return href.len > 0 && copy.len - cursor > href.len + 1 &&
           memcmp(copy.ptr + cursor + 1, href.ptr, href.len) == 0 &&
           (copy.ptr[cursor] == '<' || memchr(href.ptr, ':', href.len) != NULL);
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *user)
{
    reader *r = user;
    r->strong += type == MD_SPAN_STRONG;
    r->in_link = r->in_link || type == MD_SPAN_A;
    if (type == MD_SPAN_A)
        r->in_address = is_address(detail, r->copy, r->cursor);
    return 0;
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *user)
{
    reader *r = user;
    (void)detail;
    r->strong -= type == MD_SPAN_STRONG;
    r->in_address = r->in_address && type != MD_SPAN_A;
    r->in_link    = r->in_link && type != MD_SPAN_A;
    return 0;
}

static void open_list(reader *r)
{
    uint32_t at = r->depth < MAX_DEPTH ? r->depth : MAX_DEPTH - 1;
    if (r->lead.len > 0 || at == 0)
        r->leads[at] = r->lead;
    else
        r->leads[at] = r->leads[at - 1];
    r->lead.len = 0;
    r->depth++;
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    reader *r = user;
    flush(r);
    r->line_start = true;
    r->cell       = type == MD_BLOCK_TR ? 0 : r->cell;
    r->in_cell    = type == MD_BLOCK_TH || type == MD_BLOCK_TD;
    r->in_head    = type == MD_BLOCK_TH;
    r->code += type == MD_BLOCK_CODE;
    if (type == MD_BLOCK_H)
        r->heading = ((const MD_BLOCK_H_DETAIL *)detail)->level;
    if (type == MD_BLOCK_TABLE) {
        r->column_count = 0;
        r->width        = ((const MD_BLOCK_TABLE_DETAIL *)detail)->col_count;
    }
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
        open_list(r);
    if (++r->events > MAX_EVENTS && r->status == CC_OK)
        r->status =
            r->host->fail(r->host, CC_WARN, (uint32_t)r->cursor,
                          "more than %d blocks and cells; the rest was not read", MAX_EVENTS);
    return r->status != CC_OK;
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    reader *r = user;
    (void)detail;
    if (r->in_cell)
        end_cell(r);
    else
        end_text(r);
    r->in_cell = r->in_head = r->in_rows = false;
    r->row.len = r->value_at = r->heading = 0;
    r->in_sup                             = false;
    r->code -= type == MD_BLOCK_CODE;
    r->depth -= type == MD_BLOCK_UL || type == MD_BLOCK_OL;
    return r->status != CC_OK;
}

/* -- The document --------------------------------------------------------------------------- */

static void parse(reader *r, cc_range part, unsigned flags)
{
    const MD_PARSER parser = {
        .flags       = FLAGS | flags,
        .enter_block = on_enter_block,
        .leave_block = on_leave_block,
        .enter_span  = on_enter_span,
        .leave_span  = on_leave_span,
        .text        = on_text,
    };
    if (r->status != CC_OK)
        return;
    r->cursor = part.start;
    int ended = md_parse(r->copy.ptr + part.start, (MD_SIZE)(part.end - part.start), &parser, r);
    if (ended != 0 && r->status == CC_OK)
        r->status = r->host->fail(r->host, CC_FAIL, 0, "not enough memory");
}

/* Footnotes come last, each by itself. */
static void read_notes(reader *r)
{
    r->in_note = true;
    for (size_t i = 0; i < r->note_count; i++) {
        cc_range note = r->notes[i];
        memcpy(copy_at(r, note.start), r->in.ptr + note.start, note.end - note.start);
        clean_lines(r, note.start, note.end, false);
        parse(r, note, MD_FLAG_NOINDENTEDCODEBLOCKS);
    }
}

static cc_status read_markdown(void *self, const cc_host *host, cc_str bytes, cc_block_sink *out)
{
    char *copy = host->alloc(host, bytes.len + 1, 1);
    (void)self;
    if (bytes.len == 0)
        return CC_OK;
    memcpy(copy, bytes.ptr, bytes.len);
    reader *r = host->alloc(host, sizeof *r, sizeof(void *));
    *r        = (reader){.host = host, .out = out, .in = bytes, .copy = {copy, bytes.len}};
    r->fold   = (cc_fold){.host = host, .in = r->copy};
    clean_lines(r, read_matter(r), bytes.len, true);
    cc_label given = r->title;
    r->title.len   = 0;
    parse(r, (cc_range){0, bytes.len}, 0);
    read_notes(r);
    if (r->title.len == 0)
        r->title = given;
    if (r->title.len > 0 && r->status != CC_FAIL)
        out->meta(out, (cc_str){"title", 5}, cc_label_text(&r->title));
    return r->status == CC_END ? CC_OK : r->status;
}

static int32_t bid(cc_str head, cc_str name)
{
    static const char *const packed[] = {".gz", ".bz2", ".xz", ".zst", NULL};
    (void)head;
    for (size_t i = 0; packed[i] != NULL; i++)
        if (cc_ends_with(name, packed[i])) {
            name.len -= strlen(packed[i]);
            break;
        }
    return cc_ends_with(name, ".md") || cc_ends_with(name, ".markdown") ? 60 : 0;
}

CC_PLUGIN_ENTRY
{
    static const cc_reader stage = {
        .size       = sizeof stage,
        .wants_text = true,
        .bid        = bid,
        .read       = read_markdown,
        .in_process = true,
    };
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "read_md",
        .summary = "Markdown",
        .reader  = &stage,
    };
    return &plugin;
}
