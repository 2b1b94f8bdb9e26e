/* pdf_shape.c - what lines are, by their size, weight, indent and what they say. */
#include "pdf_flow.h"

#include <math.h>

enum {
    MAX_HEADING = 200,     /* bytes of a line */
    MAX_BLOCK   = 1 << 16, /* bytes: a longer paragraph is none */
};
static const float LARGE = 1.08f; /* of the body: a heading's letters */

static float width_of(const cc_pdf_word *words, uint32_t first, uint32_t end)
{
    return words[end - 1].box.x1 - words[first].box.x0;
}

/* The width of the first word: letters and signs up to a blank. */
static float first_width(const cc_pdf *pdf, const cc_pdf_line *l)
{
    uint32_t end = l->first + 1;
    while (end < l->first + l->count && (pdf->words[end].flags & CC_PDF_GLUED) != 0)
        end++;
    return width_of(pdf->words, l->first, end);
}

static bool is_full(const cc_pdf *pdf, const cc_pdf_line *l, const cc_pdf_line *next)
{
    return l->box.x1 + l->size * 0.25f + first_width(pdf, next) >= pdf->strips[l->strip].right;
}

static bool is_of_one_size(const cc_pdf_line *a, const cc_pdf_line *b)
{
    return fabsf(a->size - b->size) <= 0.06f * a->size;
}

/* -- Headings ------------------------------------------------------------------------------- */

static bool is_title(const cc_pdf *pdf, const cc_pdf_line *l)
{
    cc_str in      = cc_pdf_text(pdf);
    size_t letters = 0;
    if (l->cells > 1 || l->text.end - l->text.start > MAX_HEADING ||
        cc_txt_is_contents_line(in, l->text) || cc_txt_is_caption(in, l->text))
        return false;
    for (size_t i = l->text.start; i < l->text.end; i++)
        letters += cc_txt_is_letter(in.ptr[i]);
    return letters >= 3;
}

void cc_pdf_find_headings(cc_pdf_flow *f)
{
    enum { MOST = CC_PDF_LEVELS - 1 };
    for (size_t i = 0; i < f->body_count; i++) {
        const cc_pdf_line *l    = cc_pdf_at(f, i);
        float              size = roundf(l->size * 2) / 2;
        size_t             at   = 0;
        if (size < f->pdf->body_size * LARGE || !is_title(f->pdf, l))
            continue;
        while (at < f->heading_count && f->heading_sizes[at] > size)
            at++;
        if (at == MOST || (at < f->heading_count && f->heading_sizes[at] == size))
            continue;
        f->heading_count += f->heading_count < MOST;
        for (size_t k = f->heading_count - 1; k > at; k--)
            f->heading_sizes[k] = f->heading_sizes[k - 1];
        f->heading_sizes[at] = size;
    }
}

uint32_t cc_pdf_heading_level(const cc_pdf_flow *f, const cc_pdf_line *l)
{
    float  size = roundf(l->size * 2) / 2, body = f->pdf->body_size;
    size_t level = 0;
    bool   large = size >= body * LARGE;
    char   last  = cc_txt_last_char(cc_pdf_text(f->pdf), l->text);
    bool   bold  = l->bold && !cc_txt_is_one_of(last, ".;,:") && size >= body * 0.85f;
    if (!is_title(f->pdf, l) || (large ? last == ';' : !bold))
        return 0;
    while (level < f->heading_count && f->heading_sizes[level] > size)
        level++;
    return (uint32_t)(level < CC_PDF_LEVELS ? level : CC_PDF_LEVELS - 1) + 1;
}

bool cc_pdf_continues_heading(const cc_pdf_flow *f, const cc_pdf_line *above, const cc_pdf_line *l)
{
    float step  = l->base - above->base;
    bool  below = l->strip == above->strip || fabsf(l->box.x0 - above->box.x0) < l->size;
    return below && l->page == above->page && is_of_one_size(above, l) && l->bold == above->bold &&
           step > 0 && step < l->size * 1.6f && cc_pdf_heading_level(f, l) > 0;
}

bool cc_pdf_runs_on(const cc_pdf_flow *f, const cc_pdf_line *l, const cc_pdf_line *below)
{
    cc_str in = cc_pdf_text(f->pdf);
    return below != NULL && below->strip == l->strip && is_of_one_size(l, below) &&
           below->base - l->base < l->size * 1.5f &&
           cc_txt_is_little(cc_txt_first_char(in, below->text)) && is_full(f->pdf, l, below);
}

/* -- Paragraphs ----------------------------------------------------------------------------- */

/* Whether an item begins with the line; "(2)" may stand there by chance, in a text of full lines. */
static bool begins_item(const cc_pdf *pdf, const cc_pdf_line *before, const cc_pdf_line *l)
{
    cc_str in    = cc_pdf_text(pdf);
    char   first = cc_txt_first_char(in, l->text);
    bool   ended = cc_txt_ends_sentence(in, before->text), full = is_full(pdf, before, l);
    bool   bullet = first != '(' && !(first >= '0' && first <= '9') &&
                  !(cc_txt_is_letter(first) && (unsigned char)first < 0x80);
    bool shifted = fabsf(l->box.x0 - before->box.x0) > l->size * 0.5f;
    return cc_txt_item_start(in, l->text) > 0 && (!full || (ended && (bullet || shifted)));
}

/* Begins something of its own. */
static bool interrupts(const cc_pdf *pdf, const cc_pdf_line *before, const cc_pdf_line *l)
{
    cc_str in    = cc_pdf_text(pdf);
    bool   ended = cc_txt_ends_sentence(in, before->text);
    if (cc_txt_is_contents_line(in, l->text) || cc_txt_is_contents_line(in, before->text))
        return true;
    if (begins_item(pdf, before, l))
        return true;
    return (ended || !is_full(pdf, before, l)) &&
           (cc_txt_is_caption(in, l->text) || cc_txt_is_date_line(in, l->text));
}

/* The word that begins `l` had room in the line before: its author ended it there. */
static bool is_cut_short(const cc_pdf *pdf, const cc_pdf_line *before, const cc_pdf_line *l)
{
    cc_str in    = cc_pdf_text(pdf);
    bool   ended = cc_txt_ends_sentence(in, before->text);
    float  width = pdf->strips[l->strip].right - pdf->strips[l->strip].left;
    float  room  = pdf->strips[before->strip].right - before->box.x1 - first_width(pdf, l);
    if (cc_txt_is_little(cc_txt_first_char(in, l->text)))
        return false;
    return room > (ended ? l->size : fmaxf(width * 0.25f, l->size * 3));
}

/* By the indent: of a paragraph's first line, of a list's others; not beside an initial or a picture. */
static bool is_indented(const cc_pdf_paragraph *p, const cc_pdf_line *l, bool goes_through)
{
    float more = l->box.x0 - (p->indent >= 0 ? p->indent : p->first->box.x0);
    if (p->indent < 0)
        return more > l->size * 0.8f && !p->item && !(p->first->box.x1 > l->box.x1 - l->size * 3);
    return more > l->size * 0.8f || (more < -l->size * 0.8f && !goes_through);
}

/* One line so far, a whole sentence, as indented as this one: two paragraphs of a line each. */
static bool is_another(const cc_pdf *pdf, const cc_pdf_paragraph *p, const cc_pdf_line *l)
{
    float left = pdf->strips[l->strip].left + l->size * 0.8f;
    return !p->item && p->first == p->last && p->first->box.x0 > left && l->box.x0 > left &&
           cc_txt_ends_sentence(cc_pdf_text(pdf), p->last->text);
}

bool cc_pdf_continues(const cc_pdf_flow *f, const cc_pdf_paragraph *p, const cc_pdf_line *l)
{
    const cc_pdf      *pdf    = f->pdf;
    const cc_pdf_line *before = p->last;
    cc_str             in     = cc_pdf_text(pdf);
    if (!is_of_one_size(before, l) || interrupts(pdf, before, l) || f->fold.text_len > MAX_BLOCK)
        return false;
    if (is_another(pdf, p, l))
        return false;
    if (p->item && cc_txt_item_start(in, l->text) > 0 &&
        fabsf(l->box.x0 - p->first->box.x0) < l->size * 0.5f)
        return false;
    bool goes_through = is_full(pdf, before, l) && !cc_txt_ends_sentence(in, before->text);
    if (l->bold != before->bold && !goes_through)
        return false;
    if (l->strip != before->strip) {
        bool little = cc_txt_is_little(cc_txt_first_char(in, l->text));
        return !cc_txt_ends_sentence(in, before->text) && (little || is_full(pdf, before, l)) &&
               cc_pdf_heading_level(f, l) == 0;
    }
    float leading = pdf->strips[l->strip].leading, step = l->base - before->base;
    leading = leading > 0 ? fminf(leading, l->size * 2) : l->size * 1.2f;
    return step > 0 && step < fmaxf(leading * 1.3f, l->size * 1.3f) &&
           !is_indented(p, l, goes_through && cc_txt_is_little(cc_txt_first_char(in, l->text))) &&
           !is_cut_short(pdf, before, l);
}
