/* read_txt.c - plain text: paragraphs, headings, lists and sheets of labels, wrapped or not.
 *
 * Every block is one range of the source: words stand verbatim, white space between them becomes
 * one blank. What a range is, and what labels hold for it, is told from the starts and ends of
 * lines. */
#include <claimcheck.h>

#include "shared/lines.h"

enum {
    TAB              = 8,
    LONG_LINE        = 160, /* columns: no one wraps there, so it is a paragraph by itself */
    FULL_LINE        = 50,  /* columns: a shorter one may end where its author wanted */
    MAX_HEADING      = 80,  /* columns */
    MAX_SHEET_LABEL  = 60,  /* bytes of a label before its value */
    MIN_SHEET        = 3,   /* lines "Label: value" that make a sheet */
    MAX_DEPTH        = 8,
    MAX_TITLE_BLOCKS = 12, /* a subject further down is not the document's */
};

typedef struct line {
    size_t   start;
    cc_range text;   /* without white space at either side; empty: a blank line */
    size_t   next;   /* where the next line starts */
    uint32_t indent; /* columns before the text */
    uint32_t width;  /* columns of the text, at most LONG_LINE */
} line;

typedef struct reader {
    cc_block_sink *out;
    cc_str         in;
    cc_fold        fold;    /* the block in hand */
    cc_label       row;     /* of the label whose indented lines are being read */
    cc_label       lead_in; /* of the list in hand, or of the list that may follow */
    cc_label       title;
    size_t         blocks;             /* put so far */
    uint32_t       indents[MAX_DEPTH]; /* of the items around the one in hand */
    uint32_t       depth;              /* 0: not in a list */
} reader;

/* -- Lines ---------------------------------------------------------------------------------- */

static void trim_end(cc_str in, cc_range *r)
{
    while (r->end > r->start) {
        size_t at = r->end - 1;
        while (at > r->start && (in.ptr[at] & 0xC0) == 0x80)
            at--;
        if (cc_blank_length(in.ptr + at, in.ptr + r->end) != r->end - at)
            return;
        r->end = at;
    }
}

static uint32_t trim_start(cc_str in, cc_range *r)
{
    uint32_t columns = 0;
    size_t   len;
    while (r->start < r->end && (len = cc_blank_length(in.ptr + r->start, in.ptr + r->end)) > 0) {
        columns = in.ptr[r->start] == '\t' ? (columns / TAB + 1) * TAB : columns + 1;
        r->start += len;
    }
    return columns;
}

static uint32_t width_of(cc_str in, cc_range r)
{
    uint32_t width = 0;
    for (size_t i = r.start; i < r.end && width < LONG_LINE; i++)
        width += (in.ptr[i] & 0xC0) != 0x80;
    return width;
}

/* At the end of the text: a blank line that starts and ends there. */
static line line_at(const reader *r, size_t start)
{
    size_t end = cc_line_end(r->in, start);
    line   ret = {.start = start, .text = {start, end}, .next = cc_line_next(r->in, end)};
    ret.indent = trim_start(r->in, &ret.text);
    trim_end(r->in, &ret.text);
    ret.width = width_of(r->in, ret.text);
    return ret;
}

static bool is_blank(const line *l)
{
    return l->text.start == l->text.end;
}

/* -- Characters at the start and end of a line ---------------------------------------------- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static char first_of(const reader *r, cc_range t)
{
    return t.start < t.end ? r->in.ptr[t.start] : '\0';
}

static char last_of(const reader *r, cc_range t)
{
    return t.start < t.end ? r->in.ptr[t.end - 1] : '\0';
}

static bool is_one_of(char c, const char *list)
{
    return c != '\0' && strchr(list, c) != NULL;
}

static bool begins_with(const reader *r, cc_range t, const char *z)
{
    size_t len = strlen(z);
    return t.end - t.start >= len && memcmp(r->in.ptr + t.start, z, len) == 0;
}

/* Only `set`, at least `least` bytes of it. */
static bool is_made_of(const reader *r, cc_range t, const char *set, size_t least)
{
    for (size_t i = t.start; i < t.end; i++)
        if (!is_one_of(r->in.ptr[i], set))
            return false;
    return t.end - t.start >= least;
}

/* -- What a line is ------------------------------------------------------------------------- */

/* A rule of dashes or stars separates and says nothing. */
static bool is_rule(const reader *r, const line *l)
{
    return is_made_of(r, l->text, "-", 3) || is_made_of(r, l->text, "=", 3) ||
           is_made_of(r, l->text, "_", 3) || is_made_of(r, l->text, "* ", 3) ||
           is_made_of(r, l->text, "~", 3);
}

static bool is_gap(const reader *r, const line *l)
{
    return is_blank(l) || is_rule(r, l);
}

static bool is_row(const reader *r, const line *l)
{
    cc_range t = l->text;
    return first_of(r, t) == '|' && t.end - t.start > 2 &&
           memchr(r->in.ptr + t.start + 1, '|', t.end - t.start - 1) != NULL;
}

/* "## Text": 2; 0: no heading. *ret is the text without marks. */
static uint32_t hash_level(const reader *r, const line *l, cc_range *ret)
{
    size_t at = l->text.start, text;
    while (at < l->text.end && at - l->text.start < 7 && r->in.ptr[at] == '#')
        at++;
    uint32_t level = (uint32_t)(at - l->text.start);
    text           = cc_skip_blanks(r->in, at, l->text.end);
    if (level == 0 || level > 6 || l->indent > 3 || text == at || text == l->text.end)
        return 0;
    *ret = (cc_range){text, l->text.end};
    while (ret->end > ret->start && r->in.ptr[ret->end - 1] == '#')
        ret->end--;
    trim_end(r->in, ret);
    return ret->start < ret->end ? level : 0;
}

/* "1." "12)" "a." "(iv)" without the blank after it; 0: none of these. */
static size_t number_length(const reader *r, cc_range t)
{
    const char *p     = r->in.ptr + t.start;
    size_t      len   = t.end - t.start, i;
    size_t      open  = len > 0 && p[0] == '(';
    bool        digit = len > open && is_digit(p[open]);
    for (i = open; i < len && i - open < 4; i++)
        if (digit ? !is_digit(p[i]) : !is_lower(p[i]) && !(open == 1 && is_upper(p[i])))
            break;
    size_t body = i - open, most = digit ? 3 : open == 1 ? 4 : 1;
    if (body == 0 || body > most || i == len)
        return 0;
    if (!digit && body > 1 && !is_made_of(r, (cc_range){t.start + 1, t.start + i}, "ivxIVX", 1))
        return 0;
    return p[i] == ')' || (p[i] == '.' && open == 0) ? i + 1 : 0;
}

/* Where the text of an item starts; 0: the line begins none. */
static size_t item_start(const reader *r, const line *l)
{
    static const char *const bullets[] = {"-", "*", "•", "●", "–", "◦", "▪", "‣", "·", NULL};
    size_t                   len       = number_length(r, l->text);
    for (size_t i = 0; len == 0 && bullets[i] != NULL; i++)
        if (begins_with(r, l->text, bullets[i]))
            len = strlen(bullets[i]);
    size_t marker = l->text.start + len;
    size_t text   = cc_skip_blanks(r->in, marker, l->text.end);
    return len > 0 && text > marker && text < l->text.end ? text : 0;
}

/* The bytes before ": value"; 0: no such line. */
static size_t sheet_label(const reader *r, const line *l)
{
    size_t most = l->text.end - l->text.start, i = 0;
    char   c = first_of(r, l->text);
    if (!is_upper(c) && !is_digit(c))
        return 0;
    while (i < most && i <= MAX_SHEET_LABEL && !is_one_of(r->in.ptr[l->text.start + i], ":."))
        i++;
    size_t colon = l->text.start + i;
    if (i == most || i > MAX_SHEET_LABEL || r->in.ptr[colon] != ':')
        return 0;
    return cc_skip_blanks(r->in, colon + 1, l->text.end) > colon + 1 ? i : 0;
}

/* The line after those that continue the value above, indented deeper. */
static line after_value(const reader *r, const line *l, size_t *ret_end, size_t most)
{
    line next = line_at(r, l->next);
    *ret_end  = l->text.end;
    for (; most > 0 && !is_gap(r, &next) && next.indent > l->indent; most--) {
        *ret_end = next.text.end;
        next     = line_at(r, next.next);
    }
    return next;
}

/* Whether MIN_SHEET lines "Label: value" begin here. */
static bool begins_sheet(const reader *r, line l)
{
    size_t end;
    for (size_t n = 0; n < MIN_SHEET; n++) {
        if (is_gap(r, &l) || sheet_label(r, &l) == 0)
            return false;
        l = after_value(r, &l, &end, MIN_SHEET);
    }
    return true;
}

/* "Label:" on a line of its own, its text indented below. */
static bool is_label(const reader *r, const line *l)
{
    if (is_blank(l) || l->indent > 0 || l->width > CC_LABEL_COLUMNS || last_of(r, l->text) != ':')
        return false;
    line next = line_at(r, l->next);
    return !is_gap(r, &next) && next.indent > 0 && item_start(r, &next) == 0;
}

typedef struct letters {
    size_t upper, lower, digits, small_words, words;
} letters;

/* Words of four letters and more that begin with a small letter speak against a title. */
static letters count_letters(const reader *r, cc_range t)
{
    letters ret = {0};
    for (size_t i = t.start, word = t.start; i <= t.end; i++) {
        char c = i < t.end ? r->in.ptr[i] : ' ';
        ret.upper += is_upper(c);
        ret.lower += is_lower(c);
        ret.digits += is_digit(c);
        if (c != ' ' && c != '\t')
            continue;
        ret.words += i > word;
        ret.small_words += i > word + 3 && is_lower(r->in.ptr[word]);
        word = i + 1;
    }
    return ret;
}

/* By its looks alone; 1: capitals, 2: Title Case, 0: no heading. */
static uint32_t title_level(const reader *r, const line *l)
{
    char first = first_of(r, l->text);
    if (l->width > MAX_HEADING || is_one_of(last_of(r, l->text), ".;,:?!") || is_lower(first) ||
        is_one_of(first, "\"'([*_"))
        return 0;
    letters n = count_letters(r, l->text);
    if (n.upper + n.lower < 2 || n.digits * 2 > n.upper + n.lower || n.upper == 0)
        return 0;
    return n.lower == 0 ? 1 : n.small_words == 0 ? 2 : 0;
}

static bool ends_sentence(const reader *r, cc_range t)
{
    while (t.end > t.start && is_one_of(r->in.ptr[t.end - 1], "\"')]*_"))
        t.end--;
    return is_one_of(last_of(r, t), ".:;!?") ||
           (t.end - t.start > 3 && memcmp(r->in.ptr + t.end - 3, "”", 3) == 0);
}

/* -- Putting blocks ------------------------------------------------------------------------- */

static bool is_subject(cc_str row)
{
    static const char *const words[] = {"subject", "title", "re", NULL};
    for (size_t i = 0; words[i] != NULL; i++)
        if (row.len == strlen(words[i]) && cc_ends_with(row, words[i]))
            return true;
    return false;
}

/* The title is the first heading or short line, or what a memo gives as its subject. */
static void note_title(reader *r, const cc_block_in *block)
{
    bool subject = r->blocks < MAX_TITLE_BLOCKS && is_subject(block->row);
    bool fits    = block->row.len == 0 && block->kind != CC_CELL &&
                (block->kind == CC_HEADING || block->text.len <= MAX_HEADING);
    if (subject || (fits && r->title.len == 0))
        cc_label_keep(&r->title, &r->fold, CC_LABEL_BYTES);
    r->blocks++;
}

/* Puts the range as one block of the kind, level and labels in `as`; as several if it is huge. */
static cc_status put_range(reader *r, cc_range from, const cc_block_in *as)
{
    cc_block_in block = *as;
    block.size        = sizeof block;
    if (block.row.len == 0)
        block.row = (cc_str){r->row.bytes, r->row.len};
    while (from.start < from.end) {
        from.start        = cc_fold_read(&r->fold, from.start, from.end);
        block.text        = (cc_str){r->fold.text, r->fold.text_len};
        block.pieces      = r->fold.pieces;
        block.piece_count = r->fold.piece_count;
        cc_status status  = r->out->block(r->out, &block);
        if (status != CC_OK)
            return status;
        note_title(r, &block);
    }
    return CC_OK;
}

static cc_status put_heading(reader *r, cc_range text, uint32_t level)
{
    r->row.len = r->lead_in.len = 0;
    r->depth                    = 0;
    return put_range(r, text, &(cc_block_in){.kind = CC_HEADING, .level = level});
}

/* -- Paragraphs ----------------------------------------------------------------------------- */

static cc_status put_paragraph(reader *r, cc_range text)
{
    static const cc_block_in paragraph = {.kind = CC_PARAGRAPH};
    size_t                   note      = r->row.len > 0 ? cc_find_note(r->in, text) : text.end;
    cc_range                 main      = {text.start, note};
    trim_end(r->in, &main);
    cc_status status = put_range(r, main, &paragraph);
    if (status == CC_OK && note < text.end)
        status = put_range(r, (cc_range){note, text.end}, &paragraph);
    if (r->depth == 0)
        r->lead_in.len = 0;
    if (status == CC_OK && last_of(r, text) == ':')
        cc_label_keep(&r->lead_in, &r->fold, CC_LEAD_IN_BYTES);
    return status;
}

/* Whether `l` begins something of its own, when it follows the text line `before`. In wrapped text
 * a dash, "5." or "Label:" may come first by chance. */
static bool interrupts(const reader *r, const line *before, const line *l)
{
    cc_range text;
    if (hash_level(r, l, &text) > 0 || is_row(r, l) || cc_bold_label(r->in, l->text, &text) > 0)
        return true;
    if (before->width >= FULL_LINE && !ends_sentence(r, before->text))
        return false;
    return item_start(r, l) > 0 || is_label(r, l) || begins_sheet(r, *l);
}

/* Whether `l` goes on with the paragraph of `before`. */
static bool continues(const reader *r, const line *before, const line *l)
{
    if (is_gap(r, l) || interrupts(r, before, l) || (r->row.len > 0 && l->indent == 0))
        return false;
    if (before->width == LONG_LINE || l->width == LONG_LINE)
        return false;
    return l->indent <= before->indent || !ends_sentence(r, before->text);
}

static bool is_slide_line(const reader *r, const line *l)
{
    cc_range text = l->text;
    text.start += is_one_of(first_of(r, text), "\"'(");
    return l->width < FULL_LINE && is_upper(first_of(r, text));
}

/* Lines that follow one another, from `first` on. Most of them short and capitalised: a block
 * each. */
static cc_status read_paragraph(reader *r, const line *first, size_t *next)
{
    size_t lines = 1, slides = is_slide_line(r, first);
    line   last = *first, l = line_at(r, first->next);
    for (; continues(r, &last, &l); l = line_at(r, l.next)) {
        lines++;
        slides += is_slide_line(r, &l);
        last = l;
    }
    *next = last.next;
    if (lines == 1 || slides * 2 <= lines)
        return put_paragraph(r, (cc_range){first->text.start, last.text.end});
    for (l = *first; l.text.start < last.text.end;) {
        line end = l, after = line_at(r, l.next);
        while (after.text.start < last.text.end && is_lower(first_of(r, after.text))) {
            end   = after;
            after = line_at(r, after.next);
        }
        cc_status status = put_paragraph(r, (cc_range){l.text.start, end.text.end});
        if (status != CC_OK)
            return status;
        l = after;
    }
    return CC_OK;
}

/* -- Lists, sheets, tables ------------------------------------------------------------------ */

static uint32_t find_depth(reader *r, uint32_t indent)
{
    while (r->depth > 0 && r->indents[r->depth - 1] > indent)
        r->depth--;
    if (r->depth == 0 || (r->indents[r->depth - 1] < indent && r->depth < MAX_DEPTH))
        r->indents[r->depth++] = indent;
    return r->depth;
}

static bool continues_item(const reader *r, const line *item, const line *before, const line *l)
{
    if (is_gap(r, l) || item_start(r, l) > 0 || is_row(r, l))
        return false;
    if (l->indent > item->indent)
        return true;
    if (before->width == LONG_LINE || l->width == LONG_LINE)
        return false;
    bool full = before->width + before->indent >= FULL_LINE;
    return !is_upper(first_of(r, l->text)) ||
           (full && !ends_sentence(r, before->text) && sheet_label(r, l) == 0);
}

static cc_status read_item(reader *r, const line *first, size_t *next)
{
    size_t start = item_start(r, first);
    line   last = *first, l = line_at(r, first->next);
    for (; continues_item(r, first, &last, &l); l = line_at(r, l.next))
        last = l;
    *next = last.next;
    return put_range(r, (cc_range){start, last.text.end},
                     &(cc_block_in){
                         .kind   = CC_ITEM,
                         .level  = find_depth(r, first->indent),
                         .column = {r->lead_in.bytes, r->lead_in.len},
                     });
}

/* One line "Label: value" and what continues the value. */
static cc_status read_field(reader *r, const line *l, size_t *next)
{
    size_t   end, len = sheet_label(r, l);
    cc_range value = {l->text.start + len + 1, 0};
    line     after = after_value(r, l, &end, SIZE_MAX);
    value.end      = end;
    value.start    = cc_skip_blanks(r->in, value.start, end);
    *next          = after.start;
    return put_range(r, value,
                     &(cc_block_in){
                         .kind  = CC_ITEM,
                         .level = 1,
                         .row   = {r->in.ptr + l->text.start, len},
                     });
}

static cc_status read_sheet(reader *r, line l, size_t *next)
{
    r->row.len = r->lead_in.len = 0;
    r->depth                    = 0;
    while (!is_gap(r, &l) && sheet_label(r, &l) > 0) {
        cc_status status = read_field(r, &l, next);
        if (status != CC_OK)
            return status;
        l = line_at(r, *next);
    }
    return CC_OK;
}

/* The label holds for its line alone. */
static cc_status read_bold(reader *r, const line *l, cc_range name)
{
    r->lead_in.len = 0;
    r->depth       = 0;
    r->row.len     = name.end - name.start;
    memcpy(r->row.bytes, r->in.ptr + name.start, r->row.len);
    cc_status status =
        put_paragraph(r, (cc_range){cc_bold_label(r->in, l->text, &name), l->text.end});
    r->row.len = 0;
    return status;
}

static cc_status read_label(reader *r, const line *l)
{
    cc_range text = {l->text.start, l->text.end - 1};
    trim_end(r->in, &text);
    cc_status status = put_heading(r, text, 6);
    if (status == CC_OK)
        cc_label_keep(&r->row, &r->fold, CC_LABEL_BYTES);
    return status;
}

static cc_status read_row(reader *r, const line *l)
{
    r->lead_in.len = 0;
    r->depth       = 0;
    if (is_made_of(r, l->text, "|-:+= ", 3))
        return CC_OK;
    return put_range(r, l->text, &(cc_block_in){.kind = CC_CELL});
}

/* -- The document --------------------------------------------------------------------------- */

/* The level of a heading that is one by its neighbours: underlined, or alone between blank lines,
 * or short on top of a list. *next may move past the underline. */
static uint32_t heading_level(const reader *r, const line *l, bool after_gap, size_t *next)
{
    line below = line_at(r, l->next);
    if (!after_gap || item_start(r, l) > 0)
        return 0;
    if (l->width <= MAX_HEADING && is_made_of(r, below.text, "=", 3)) {
        *next = below.next;
        return 1;
    }
    if (l->width <= MAX_HEADING && is_made_of(r, below.text, "-", 3)) {
        *next = below.next;
        return 2;
    }
    if (is_gap(r, &below))
        return title_level(r, l);
    bool top = l->width < FULL_LINE && is_upper(first_of(r, l->text)) &&
               !is_one_of(last_of(r, l->text), ".;,:?!");
    return top && item_start(r, &below) > 0 ? 3 : 0;
}

/* Reads what begins with `l`, which is no gap; *next is where it ends. */
static cc_status read_block(reader *r, const line *l, bool after_gap, size_t *next)
{
    cc_range text  = l->text;
    uint32_t level = hash_level(r, l, &text);
    *next          = l->next;
    bool in_sheet  = r->row.len > 0 && l->indent == 0;
    if (in_sheet)
        r->row.len = 0;
    if (is_row(r, l))
        return read_row(r, l);
    if (level == 0)
        level = heading_level(r, l, after_gap, next);
    if (level > 0 && (r->row.len == 0 || level < 2))
        return put_heading(r, text, level);
    *next = l->next;
    if (item_start(r, l) > 0)
        return read_item(r, l, next);
    if (is_label(r, l))
        return read_label(r, l);
    if (cc_bold_label(r->in, l->text, &text) > 0)
        return read_bold(r, l, text);
    if (begins_sheet(r, *l) || (in_sheet && !after_gap && sheet_label(r, l) > 0))
        return read_sheet(r, *l, next);
    if (r->depth > 0 && l->indent <= r->indents[0])
        r->depth = 0;
    return read_paragraph(r, l, next);
}

static cc_status read_text(void *self, const cc_host *host, cc_str bytes, cc_block_sink *out)
{
    (void)self;
    reader    r         = {.out = out, .in = bytes, .fold = {.host = host, .in = bytes}};
    bool      after_gap = true;
    cc_status status    = CC_OK;
    for (size_t at = 0; at < bytes.len && status == CC_OK;) {
        line l = line_at(&r, at);
        at     = l.next;
        if (is_gap(&r, &l)) {
            after_gap = true;
            continue;
        }
        status    = read_block(&r, &l, after_gap, &at);
        after_gap = false;
    }
    if (r.title.len > 0 && (status == CC_OK || status == CC_END))
        status = out->meta(out, (cc_str){"title", 5}, (cc_str){r.title.bytes, r.title.len});
    return status == CC_END ? CC_OK : status;
}

static int32_t bid(cc_str head, cc_str name)
{
    size_t controls = 0, nuls = 0;
    for (size_t i = 0; i < head.len; i++) {
        unsigned char c = (unsigned char)head.ptr[i];
        nuls += c == 0;
        controls += c < 0x20 && (c < '\t' || c > '\r');
    }
    bool named =
        cc_ends_with(name, ".txt") || cc_ends_with(name, ".md") || cc_ends_with(name, ".text");
    if (controls > head.len / 10)
        return 0;
    return named ? 20 : nuls > 0 ? 5 : 10;
}

CC_PLUGIN_ENTRY
{
    static const cc_reader stage = {
        .size       = sizeof stage,
        .wants_text = true,
        .bid        = bid,
        .read       = read_text,
        .in_process = true,
    };
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "read_txt",
        .summary = "plain text",
        .reader  = &stage,
    };
    return &plugin;
}
