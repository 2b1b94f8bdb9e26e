/* pdf_block.c - every word is a piece with its own rectangle; the blank behind it belongs to it. */
#include "pdf_flow.h"

#include "pdf_notes.h"

enum { MAX_ADDRESS = 2048 /* bytes */ };

/* -- Pieces --------------------------------------------------------------------------------- */

/* Where a word stands on the page as it is, not as it was turned. */
static cc_place place_of(const cc_pdf *pdf, const cc_pdf_word *w, uint32_t page)
{
    const cc_pdf_page *p   = &pdf->pages[page];
    cc_pdf_box         b   = w->box;
    cc_place           ret = {.kind = CC_PLACE_PAGE};
    if (p->turn == 1)
        b = (cc_pdf_box){p->height - b.y1, b.x0, p->height - b.y0, b.x1};
    else if (p->turn == 3)
        b = (cc_pdf_box){b.y0, p->width - b.x1, b.y1, p->width - b.x0};
    ret.at.page.page  = page + 1;
    ret.at.page.x0_pt = b.x0;
    ret.at.page.y0_pt = b.y0;
    ret.at.page.x1_pt = b.x1;
    ret.at.page.y1_pt = b.y1;
    return ret;
}

static void put_blank(cc_fold *fold)
{
    if (fold->text_len == 0 || fold->text[fold->text_len - 1] == ' ')
        return;
    cc_fold_put(fold, (cc_str){" ", 1}, 0, 0, 0);
    fold->piece_count--;
    fold->pieces[fold->piece_count - 1].text_len++;
}

static void put_piece(cc_pdf_flow *f, const cc_pdf_word *w, cc_str text, uint32_t page)
{
    cc_fold_put(&f->fold, text, 0, 0, 0);
    f->fold.pieces[f->fold.piece_count - 1].place = place_of(f->pdf, w, page);
}

static bool is_word_character(char c)
{
    return cc_txt_is_letter(c) || (c >= '0' && c <= '9');
}

/* -- Marks of notes ------------------------------------------------------------------------- */

/* The words that are raised together, from `at` on. */
static uint32_t end_of_raised(const cc_pdf *pdf, uint32_t at, uint32_t end)
{
    uint32_t first = at;
    while (at < end && (pdf->words[at].flags & CC_PDF_RAISED) != 0 &&
           (at == first || (pdf->words[at].flags & CC_PDF_GLUED) != 0))
        at++;
    return at;
}

/* Returns what follows the marks that are left out; `at` itself: the words there stay. */
static uint32_t skip_mark(cc_pdf_flow *f, uint32_t at, uint32_t end)
{
    const cc_pdf *pdf   = f->pdf;
    uint32_t      stop  = end_of_raised(pdf, at, end);
    size_t        start = pdf->words[at].start;
    if (stop == at)
        return at;
    cc_str        text = {pdf->in + start, pdf->words[stop - 1].end - start};
    cc_pdf_raised what = cc_pdf_judge_raised(text, (cc_str){f->fold.text, f->fold.text_len});
    if (what == CC_PDF_POWER && f->fold.piece_count > 0) {
        cc_fold_put(&f->fold, (cc_str){"^", 1}, 0, 0, 0);
        f->fold.pieces[f->fold.piece_count - 1].place =
            f->fold.pieces[f->fold.piece_count - 2].place;
    }
    return what == CC_PDF_MARKER ? stop : at;
}

/* -- Lines ---------------------------------------------------------------------------------- */

/* Whether an address is broken here: the text ends in one, and what follows is no word. */
static bool is_in_address(const cc_pdf_flow *f, cc_range below)
{
    cc_str text = {f->fold.text, f->fold.text_len}, in = cc_pdf_text(f->pdf);
    size_t from = text.len, end = below.start;
    while (from > 0 && text.ptr[from - 1] != ' ' && text.len - from < MAX_ADDRESS)
        from--;
    while (end < below.end && in.ptr[end] != ' ')
        end++;
    cc_range last = {from, text.len}, next = {below.start, end};
    bool     signs = false;
    for (size_t i = next.start; i < next.end; i++)
        signs = signs || cc_txt_is_one_of(in.ptr[i], "/=&?_%#0123456789") ||
                (in.ptr[i] == '.' && i + 1 < next.end && cc_txt_is_letter(in.ptr[i + 1]));
    const char *host = memmem(text.ptr + last.start, text.len - last.start, "://", 3);
    bool path  = host != NULL && memchr(host + 3, '/', (size_t)(text.ptr + text.len - host) - 3);
    bool ended = text.ptr[text.len - 1] == '.' && cc_txt_is_digit_at(in, next.start, next.end);
    return signs && path && !ended;
}

/* A blank, or the hyphen of a compound, or nothing. */
static void put_seam(cc_pdf_flow *f, cc_range below)
{
    size_t len;
    if (f->fold.text_len == 0 || is_in_address(f, below))
        return;
    switch (
        cc_txt_hyphen_judge(f->fold.host, &f->seen, cc_pdf_text(f->pdf), f->above, below, &len)) {
    case CC_TXT_SEAM_BLANK: put_blank(&f->fold); break;
    case CC_TXT_SEAM_WORD: cc_fold_shorten(&f->fold, f->fold.text_len - len); break;
    case CC_TXT_SEAM_HYPHEN: break;
    }
}

void cc_pdf_clear(cc_pdf_flow *f)
{
    cc_fold_clear(&f->fold);
    f->above = (cc_range){0, 0};
}

void cc_pdf_add_words(cc_pdf_flow *f, const cc_pdf_line *l, uint32_t first, uint32_t end)
{
    const cc_pdf *pdf = f->pdf;
    bool          cut = false; /* a mark was left out since the last word */
    if (first >= end)
        return;
    cc_range text = {pdf->words[first].start, pdf->words[end - 1].end};
    put_seam(f, text);
    for (uint32_t i = first, next; i < end; i = next) {
        const cc_pdf_word *w = &pdf->words[i];
        if (i > first && (w->flags & CC_PDF_GLUED) == 0)
            put_blank(&f->fold);
        next = skip_mark(f, i, end);
        cut  = cut || next > i;
        if (next > i)
            continue;
        if (cut && f->fold.text_len > 0 && is_word_character(pdf->in[w->start]) &&
            is_word_character(f->fold.text[f->fold.text_len - 1]))
            put_blank(&f->fold);
        put_piece(f, w, (cc_str){pdf->in + w->start, w->end - w->start}, l->page);
        cut  = false;
        next = i + 1;
    }
    f->above = text;
}

void cc_pdf_put(cc_pdf_flow *f, const cc_block_in *as, const cc_pdf_line *first)
{
    cc_fold    *fold  = &f->fold;
    cc_block_in block = *as;
    if (fold->text_len > 0 && fold->text[fold->text_len - 1] == ' ')
        cc_fold_shorten(fold, fold->text_len - 1);
    if (fold->text_len == 0 || f->status != CC_OK)
        return;
    block.size        = sizeof block;
    block.page        = first->page + 1;
    block.text        = (cc_str){fold->text, fold->text_len};
    block.pieces      = fold->pieces;
    block.piece_count = fold->piece_count;
    f->any            = true;
    f->status         = f->out->block(f->out, &block);
}
