/* pdf_flow.c - headings, lists, captions, notes and paragraphs, in reading order; what stands aside
 * follows the block that its page interrupts. */
#include "pdf_flow.h"

#include "pdf_notes.h"

/* -- What stands aside ---------------------------------------------------------------------- */

static size_t put_note(cc_pdf_flow *f, size_t at, size_t to)
{
    const cc_pdf_line *first = &f->pdf->lines[at], *l = first;
    cc_pdf_clear(f);
    do {
        cc_pdf_add_words(f, l, l == first ? cc_pdf_skip_number(f->pdf, l) : l->first,
                         l->first + l->count);
        l = &f->pdf->lines[++at];
    } while (at < to && l->kind == CC_PDF_NOTE && !cc_pdf_begins_note(f->pdf, l));
    cc_pdf_put(f, &(cc_block_in){.kind = CC_FOOTNOTE}, first);
    return at;
}

/* Those before the line `to` of the document. */
static void put_asides(cc_pdf_flow *f, size_t to)
{
    while (f->asides < to && f->status == CC_OK) {
        const cc_pdf_line *l = &f->pdf->lines[f->asides];
        if (l->kind == CC_PDF_NOTE) {
            f->asides = put_note(f, f->asides, to);
            continue;
        }
        if (l->kind == CC_PDF_MARGIN) {
            cc_pdf_clear(f);
            cc_pdf_add_words(f, l, l->first, l->first + l->count);
            cc_pdf_put(f, &(cc_block_in){.kind = CC_MARGIN}, l);
        }
        f->asides++;
    }
}

/* -- Blocks --------------------------------------------------------------------------------- */

/* Reads the lines of a paragraph from `at` on, without what stands before `start` in the first. */
static size_t read_lines(cc_pdf_flow *f, size_t at, size_t start, bool item)
{
    const cc_pdf      *pdf  = f->pdf;
    const cc_pdf_line *l    = cc_pdf_at(f, at);
    cc_pdf_paragraph   p    = {l, l, -1, item};
    uint32_t           word = l->first, end = l->first + l->count;
    while (word < end && pdf->words[word].start < start)
        word++;
    cc_pdf_clear(f);
    if (word < end)
        cc_pdf_add_words(f, l, word, end);
    while ((l = cc_pdf_at(f, ++at)) != NULL && cc_pdf_continues(f, &p, l)) {
        cc_pdf_add_words(f, l, l->first, l->first + l->count);
        p.indent = l->strip != p.last->strip ? -1 : p.last == p.first ? l->box.x0 : p.indent;
        if (l->strip != p.last->strip)
            p.first = l;
        p.last = l;
    }
    return at;
}

static uint32_t find_depth(cc_pdf_flow *f, const cc_pdf_line *l)
{
    float x = l->box.x0, same = l->size * 0.5f;
    while (f->depth > 0 && f->indents[f->depth - 1] > x + same)
        f->depth--;
    if (f->depth == 0 || (f->indents[f->depth - 1] < x - same && f->depth < CC_PDF_DEPTH))
        f->indents[f->depth++] = x;
    return f->depth;
}

static size_t read_item(cc_pdf_flow *f, size_t at, size_t start)
{
    const cc_pdf_line *l     = cc_pdf_at(f, at);
    uint32_t           level = find_depth(f, l);
    at                       = read_lines(f, at, start, true);
    cc_pdf_put(
        f, &(cc_block_in){.kind = CC_ITEM, .level = level, .column = cc_label_text(&f->lead_in)},
        l);
    return at;
}

/* A note to the title of the document as the largest heading of the first pages. */
static void note_title(cc_pdf_flow *f, const cc_pdf_line *l)
{
    enum { TITLE_PAGES = 2 };
    if (l->page >= TITLE_PAGES || l->size <= f->title_size)
        return;
    f->title_size = l->size;
    cc_label_keep(&f->title, &f->fold, CC_LABEL_BYTES);
}

static size_t read_heading(cc_pdf_flow *f, size_t at, uint32_t level)
{
    const cc_pdf_line *first = cc_pdf_at(f, at), *last = first, *l;
    cc_pdf_clear(f);
    cc_pdf_add_words(f, first, first->first, first->first + first->count);
    while ((l = cc_pdf_at(f, ++at)) != NULL && cc_pdf_continues_heading(f, last, l)) {
        cc_pdf_add_words(f, l, l->first, l->first + l->count);
        last = l;
    }
    note_title(f, first);
    cc_pdf_put(f, &(cc_block_in){.kind = CC_HEADING, .level = level}, first);
    return at;
}

static size_t read_paragraph(cc_pdf_flow *f, size_t at)
{
    cc_str             in = cc_pdf_text(f->pdf);
    const cc_pdf_line *l  = cc_pdf_at(f, at);
    bool caption          = cc_txt_is_caption(in, l->text) || cc_txt_is_contents_line(in, l->text);
    at                    = read_lines(f, at, 0, false);
    f->lead_in.len        = 0;
    f->depth              = 0;
    if (f->fold.text_len > 0 && f->fold.text[f->fold.text_len - 1] == ':')
        cc_label_keep(&f->lead_in, &f->fold, CC_LEAD_IN_BYTES);
    cc_pdf_put(f, &(cc_block_in){.kind = caption ? CC_CAPTION : CC_PARAGRAPH}, l);
    return at;
}

/* 0: the line is no heading, or it is the bold beginning of a paragraph, or large prose. */
static uint32_t heading_level(const cc_pdf_flow *f, size_t at)
{
    enum { MAX_LINES = 4 };
    const cc_pdf_line *last  = cc_pdf_at(f, at), *l;
    uint32_t           level = cc_pdf_heading_level(f, last);
    size_t             lines = 1;
    if (level == 0)
        return 0;
    for (; (l = cc_pdf_at(f, ++at)) != NULL && cc_pdf_continues_heading(f, last, l); lines++)
        last = l;
    bool prose = lines > 2 && cc_txt_last_char(cc_pdf_text(f->pdf), last->text) == '.';
    return lines > MAX_LINES || prose || cc_pdf_runs_on(f, last, l) ? 0 : level;
}

/* Returns where the block that begins at `at` of the body ends. */
static size_t read_block(cc_pdf_flow *f, size_t at)
{
    const cc_pdf_line *l     = cc_pdf_at(f, at);
    uint32_t           level = heading_level(f, at);
    size_t             start = cc_txt_item_start(cc_pdf_text(f->pdf), l->text);
    if (level > 0) {
        f->lead_in.len = 0;
        return read_heading(f, at, level);
    }
    if (start > 0)
        return read_item(f, at, start);
    if (cc_pdf_begins_table(f, at))
        return cc_pdf_read_table(f, at);
    return read_paragraph(f, at);
}

static void list_body(cc_pdf_flow *f)
{
    const cc_pdf *pdf = f->pdf;
    f->body = pdf->host->alloc(pdf->host, (pdf->line_count + 1) * sizeof *f->body, sizeof *f->body);
    for (size_t i = 0; i < pdf->line_count; i++)
        if (pdf->lines[i].kind == CC_PDF_BODY)
            f->body[f->body_count++] = (uint32_t)i;
}

cc_status cc_pdf_put_lines(cc_pdf *pdf, cc_block_sink *out, cc_label *ret_title)
{
    cc_pdf_flow *f = pdf->host->alloc(pdf->host, sizeof *f, sizeof(void *));
    f->pdf         = pdf;
    f->out         = out;
    f->fold.host   = pdf->host;
    list_body(f);
    cc_pdf_find_headings(f);
    for (size_t at = 0; at < f->body_count && f->status == CC_OK;) {
        put_asides(f, f->body[at]);
        at = read_block(f, at);
    }
    put_asides(f, pdf->line_count);
    *ret_title = f->title;
    return f->status;
}
