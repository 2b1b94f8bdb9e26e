/* read_txt.c - plain text: paragraphs, headings, lists, tables and sheets of labels, wrapped or
 * not, with pages or without.
 *
 * Every block is a run of lines of the source: words stand verbatim, white space between them
 * becomes one blank. What a run is, and what labels hold for it, is told from the starts and ends
 * of lines. */
#include "txt_cells.h"
#include "txt_gutter.h"
#include "txt_lists.h"
#include "txt_notes.h"
#include "txt_pages.h"
#include "txt_shape.h"

enum { TITLE_LINES = 4 };

/* -- Paragraphs ----------------------------------------------------------------------------- */

/* Of a heading with a number, that stands out by being short or by its capitals. */
static uint32_t numbered_level(cc_txt *r, const cc_txt_line *l)
{
    uint32_t    level = cc_txt_numbered_level(r->flow.in, l);
    cc_txt_line below = level > 0 ? cc_txt_next(r, l) : *l;
    bool        gap   = cc_txt_is_gap(r->flow.in, &below) || below.strip != l->strip;
    bool        stands_out =
        gap || cc_txt_title_level(r->flow.in, l) > 0 || cc_txt_is_cut_short(r, l, &below);
    bool opens = gap || !cc_txt_is_little(cc_txt_first_char(r->flow.in, below.text));
    return stands_out && opens ? level : 0;
}

/* Whether `l` begins something of its own, when it follows the text line `before`. In wrapped text
 * a dash, "5." or "Label:" may come first by chance. */
static bool interrupts(cc_txt *r, const cc_txt_line *before, const cc_txt_line *l)
{
    cc_str   in = r->flow.in;
    cc_range text;
    if (cc_txt_hash_level(in, l, &text) > 0 || cc_txt_is_pipe_row(in, l->text) ||
        cc_bold_label(in, l->text, &text) > 0 || cc_txt_is_contents_line(in, l->text) ||
        cc_txt_is_contents_line(in, before->text))
        return true;
    if (r->row.len == 0 && (cc_txt_is_divided(r, l) || cc_txt_is_divided(r, before)))
        return !cc_txt_is_below_cell(r, before, l);
    bool ended = cc_txt_ends_sentence(in, before->text);
    if (!ended && before->width >= CC_TXT_MOST_FULL)
        return false;
    if (cc_txt_begins_label(r, l) || cc_txt_begins_sheet(r, l) ||
        (ended && numbered_level(r, l) > 0) ||
        (r->row.len == 0 && (cc_txt_is_caption(in, l->text) || cc_txt_is_note(in, l->text) ||
                             cc_txt_is_date_line(in, l->text))))
        return true;
    return (ended || before->width < r->full) && cc_txt_begins_item(r, l);
}

/* Whether `l` is below the label in hand. */
static bool is_labelled(const cc_txt *r, const cc_txt_line *l)
{
    return l->indent > 0 || (r->flat && cc_txt_is_sublabel(r->flow.in, l->text));
}

/* Whether `l` goes on with the paragraph of `before`. */
static bool continues(cc_txt *r, const cc_txt_line *before, const cc_txt_line *l)
{
    cc_str in = r->flow.in;
    if (cc_txt_is_gap(in, l) || l->text.start < before->text.start || interrupts(r, before, l) ||
        (r->row.len > 0 && !is_labelled(r, l)))
        return false;
    if (before->width == CC_TXT_LONG_LINE || l->width == CC_TXT_LONG_LINE)
        return false;
    bool little = cc_txt_is_little(cc_txt_first_char(in, l->text));
    bool early  = r->row.len == 0 && !little &&
                 (cc_txt_is_cut_short(r, before, l) || cc_txt_is_date_line(in, before->text) ||
                  (cc_txt_title_level(in, before) == 1 && cc_txt_title_level(in, l) != 1));
    bool ended = cc_txt_ends_sentence(in, before->text);
    if (l->strip != before->strip)
        return !ended && !early && (little || before->width >= r->full) &&
               numbered_level(r, l) == 0;
    return !early && (l->indent <= before->indent || !ended);
}

static bool is_slide_line(const cc_txt *r, const cc_txt_line *l)
{
    cc_range text = l->text;
    text.start += cc_txt_is_one_of(cc_txt_first_char(r->flow.in, text), "\"'(");
    return l->width < r->full && cc_txt_is_capital(cc_txt_first_char(r->flow.in, text));
}

/* A line that does not begin with a small letter begins a paragraph. */
static cc_status read_slides(cc_txt *r, const cc_txt_line *first, const cc_txt_line *end)
{
    cc_txt_line l = *first;
    while (l.next != end->next || l.strip != end->strip) {
        cc_txt_line last = l, after = cc_txt_next(r, &l);
        while ((after.next != end->next || after.strip != end->strip) &&
               (cc_txt_is_little(cc_txt_first_char(r->flow.in, after.text)) ||
                cc_txt_last_char(r->flow.in, last.text) == '-')) {
            last  = after;
            after = cc_txt_next(r, &after);
        }
        cc_status status = cc_txt_put_paragraph(r, cc_txt_run_of(&l, &last));
        if (status != CC_OK)
            return status;
        l = after;
    }
    return CC_OK;
}

/* In a column, a line that is blank beside text of the other column may be none. */
static cc_txt_line line_below(const cc_txt *r, const cc_txt_line *l)
{
    cc_txt_line next = cc_txt_next(r, l), after = next;
    if (!cc_txt_line_is_blank(&next) || next.strip != l->strip ||
        (r->flow.strips[l->strip].left == 0 && r->flow.strips[l->strip].right == UINT32_MAX))
        return next;
    after = cc_txt_next(r, &next);
    return cc_txt_is_little(cc_txt_first_char(r->flow.in, after.text)) ? after : next;
}

/* Whether `l` begins the next of paragraphs whose first line hangs out. */
static bool ends_hanging(const cc_txt *r, const cc_txt_line *first, const cc_txt_line *last,
                         const cc_txt_line *l)
{
    return last->indent >= first->indent + 2 && l->indent <= first->indent &&
           last->strip == first->strip && l->strip == first->strip &&
           !cc_txt_is_little(cc_txt_first_char(r->flow.in, l->text));
}

/* Lines that follow one another, from `first` on. Most of them short and capitalised, or some of a
 * few that end without a stop above something else: a block each. */
static cc_status read_paragraph(cc_txt *r, const cc_txt_line *first, cc_txt_line *next)
{
    size_t      lines = 1;
    cc_txt_line last = *first, l = line_below(r, first);
    if (first->text.start != r->lines_to || r->row.len > 0)
        r->all_lines = r->short_lines = 0;
    r->short_lines += is_slide_line(r, first);
    for (; continues(r, &last, &l) && !ends_hanging(r, first, &last, &l); l = line_below(r, &l)) {
        lines++;
        r->short_lines += is_slide_line(r, &l);
        last = l;
    }
    *next = l;
    r->all_lines += lines;
    r->lines_to = l.text.start;
    bool titles = r->row.len == 0 && r->short_lines > 0 && lines <= TITLE_LINES &&
                  !cc_txt_is_gap(r->flow.in, &l) && !cc_txt_ends_sentence(r->flow.in, last.text) &&
                  l.strip == last.strip;
    if (lines > 1 && (titles || r->short_lines * 2 + (lines > 4) > r->all_lines))
        return read_slides(r, first, &l);
    return cc_txt_put_paragraph(r, cc_txt_run_of(first, &last));
}

/* A caption, or a note among paragraphs. A caption's title has no full stop: only a small letter
 * goes on with it. */
static cc_status read_caption(cc_txt *r, const cc_txt_line *first, cc_block_kind kind,
                              cc_txt_line *next)
{
    bool        prose = kind == CC_FOOTNOTE || cc_txt_sheet_label(r->flow.in, first->text) > 0;
    cc_txt_line last = *first, l = line_below(r, first);
    cc_txt_leave(r);
    for (; continues(r, &last, &l); l = line_below(r, &l)) {
        if ((!prose && !cc_txt_is_little(cc_txt_first_char(r->flow.in, l.text))) ||
            (kind == CC_FOOTNOTE && cc_txt_is_note(r->flow.in, l.text)))
            break;
        last = l;
    }
    *next = l;
    return cc_txt_put_run(r, cc_txt_run_of(first, &last), &(cc_block_in){.kind = kind});
}

/* -- Headings ------------------------------------------------------------------------------- */

/* A line alone is no heading of what is a cell or the next item of a list. */
static bool heads_text(const cc_txt *r, const cc_txt_line *l)
{
    cc_txt_line below  = cc_txt_text_below(r, l);
    bool        letter = cc_txt_line_is_blank(&below) && below.strip < r->flow.strip_count;
    for (size_t i = below.text.start; i < below.text.end && !letter; i++)
        letter = cc_txt_is_letter(r->flow.in.ptr[i]);
    return letter &&
           (cc_txt_item_start(r->flow.in, l->text) == 0 || !cc_txt_begins_item(r, &below));
}

/* 1 or 2: the line below underlines `l`. */
static uint32_t underline_level(const cc_txt *r, const cc_txt_line *below)
{
    return cc_txt_is_made_of(r->flow.in, below->text, "=", 3)   ? 1
           : cc_txt_is_made_of(r->flow.in, below->text, "-", 3) ? 2
                                                                : 0;
}

/* The level of a heading that is one by its neighbours: underlined, numbered, alone between blank
 * lines, or short on top of a list. *next may move past the underline. */
static uint32_t heading_level(cc_txt *r, const cc_txt_line *l, bool after_gap, cc_txt_line *next)
{
    cc_str      in    = r->flow.in;
    cc_txt_line below = cc_txt_next(r, l);
    bool        item  = cc_txt_begins_item(r, l),
         gap          = cc_txt_is_gap(in, &below) || below.strip != l->strip;
    if (l->width > CC_TXT_MAX_HEADING || cc_txt_is_divided(r, l) ||
        cc_txt_is_contents_line(in, l->text))
        return 0;
    uint32_t level = after_gap && !item ? underline_level(r, &below) : 0;
    if (level > 0) {
        *next = cc_txt_next(r, &below);
        return level;
    }
    if ((!item || (after_gap && gap)) && (level = numbered_level(r, l)) > 0 && heads_text(r, l))
        return level;
    if (!after_gap || item)
        return 0;
    if (gap)
        return heads_text(r, l) ? cc_txt_title_level(in, l) : 0;
    bool top = l->width < r->full && cc_txt_is_capital(cc_txt_first_char(in, l->text)) &&
               !cc_txt_is_one_of(cc_txt_last_char(in, l->text), ".;,:?!");
    return top && cc_txt_begins_item(r, &below) ? 3 : 0;
}

/* -- The document --------------------------------------------------------------------------- */

/* Reads what begins with `l`, which is no gap, and is no heading; *next is the line after it. */
static cc_status read_body(cc_txt *r, const cc_txt_line *l, bool in_sheet, bool after_gap,
                           cc_txt_line *next)
{
    cc_str   in = r->flow.in;
    cc_range text;
    *next = cc_txt_next(r, l);
    if (r->row.len == 0 && cc_txt_is_note(in, l->text))
        return read_caption(r, l, CC_FOOTNOTE, next);
    if (cc_txt_begins_item(r, l))
        return cc_txt_read_item(r, l, next);
    if (cc_txt_begins_label(r, l))
        return cc_txt_read_label(r, l, next);
    if (cc_bold_label(in, l->text, &text) > 0)
        return cc_txt_read_bold(r, l, text);
    if (cc_txt_begins_sheet(r, l) ||
        (in_sheet && !after_gap && cc_txt_sheet_label(in, l->text) > 0))
        return cc_txt_read_sheet(r, l, next);
    if (r->row.len == 0 && cc_txt_begins_table(r, l))
        return cc_txt_read_table(r, l, next);
    if (r->row.len == 0 && cc_txt_is_contents_line(in, l->text))
        return read_caption(r, l, CC_CAPTION, next);
    if (r->depth > 0 && l->indent <= r->indents[0])
        r->depth = 0;
    return read_paragraph(r, l, next);
}

static cc_status read_block(cc_txt *r, const cc_txt_line *l, bool after_gap, cc_txt_line *next)
{
    cc_range text     = l->text;
    uint32_t level    = cc_txt_hash_level(r->flow.in, l, &text);
    bool     in_sheet = r->row.len > 0 && (!is_labelled(r, l) || (r->flat && after_gap));
    if (in_sheet)
        r->row.len = 0;
    *next = cc_txt_next(r, l);
    if (cc_txt_is_pipe_row(r->flow.in, l->text))
        return cc_txt_read_pipe_row(r, l);
    if (r->row.len == 0 && level == 0 && cc_txt_is_caption(r->flow.in, l->text) &&
        !cc_txt_begins_sheet(r, l))
        return read_caption(r, l, CC_CAPTION, next);
    if (level == 0)
        level = heading_level(r, l, after_gap, next);
    if (level > 0 && (r->row.len == 0 || level < 2))
        return cc_txt_put_heading(r, (cc_txt_run){*l, *l, text.start, text.end}, level);
    return read_body(r, l, in_sheet, after_gap, next);
}

/* A block a note: it begins with the number that comes next. */
static cc_status read_notes(cc_txt *r, size_t strip)
{
    cc_txt_line l      = cc_txt_flow_line(&r->flow, strip, r->flow.strips[strip].start);
    cc_status   status = CC_OK;
    while (l.strip == strip && status == CC_OK) {
        cc_txt_line first = l, last = l;
        uint32_t    number = cc_txt_note_number(r->flow.in, l.text);
        for (l = cc_txt_next(r, &l); l.strip == strip; l = cc_txt_next(r, &l)) {
            if (cc_txt_note_number(r->flow.in, l.text) == number + 1)
                break;
            last = cc_txt_line_is_blank(&l) ? last : l;
        }
        status =
            cc_txt_put_run(r, cc_txt_run_of(&first, &last), &(cc_block_in){.kind = CC_FOOTNOTE});
    }
    return status;
}

static cc_status read_margin(cc_txt *r, size_t strip)
{
    cc_txt_line l      = cc_txt_flow_line(&r->flow, strip, r->flow.strips[strip].start);
    cc_status   status = CC_OK;
    for (; l.strip == strip && status == CC_OK; l = cc_txt_next(r, &l))
        if (!cc_txt_line_is_blank(&l))
            status = cc_txt_put_run(r, cc_txt_run_of(&l, &l), &(cc_block_in){.kind = CC_CAPTION});
    return status;
}

/* Reads what stands aside before strip `to`, from *at on. */
static cc_status read_asides(cc_txt *r, size_t *at, size_t to)
{
    size_t    row    = r->row.len;
    cc_status status = CC_OK;
    r->row.len       = 0;
    for (; *at < to && status == CC_OK; ++*at) {
        if (r->flow.strips[*at].kind == CC_TXT_STRIP_NOTES)
            status = read_notes(r, *at);
        else if (r->flow.strips[*at].kind == CC_TXT_STRIP_MARGIN)
            status = read_margin(r, *at);
    }
    r->row.len = row;
    return status;
}

static cc_status read_flow(cc_txt *r)
{
    bool        after_gap = true;
    size_t      asides    = 0;
    cc_txt_line l         = cc_txt_flow_first(&r->flow, 0), next;
    cc_status   status    = read_asides(r, &asides, l.strip);
    while (l.strip < r->flow.strip_count && status == CC_OK) {
        if (cc_txt_is_gap(r->flow.in, &l)) {
            after_gap = true;
            next      = cc_txt_next(r, &l);
        } else {
            status    = read_block(r, &l, after_gap, &next);
            after_gap = next.strip != l.strip;
        }
        l = next;
        if (status == CC_OK)
            status = read_asides(r, &asides, l.strip);
    }
    return status;
}

static cc_status read_text(void *self, const cc_host *host, cc_str bytes, cc_block_sink *out)
{
    cc_txt r = {.out = out, .flow = {.in = bytes}, .fold = {.host = host, .in = bytes}};
    (void)self;
    cc_txt_pages_find(host, &r.flow);
    cc_txt_gutter_divide(host, &r.flow);
    cc_txt_notes_find(host, &r.flow);
    cc_txt_find_full(&r);
    cc_status status = read_flow(&r);
    if (r.title.len > 0 && (status == CC_OK || status == CC_END))
        status = out->meta(out, (cc_str){"title", 5}, cc_label_text(&r.title));
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
        .in_process = true,
        .bid        = bid,
        .read       = read_text,
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
