/* pdf_words.c - letters, numbers and signs, each with its rectangle.
 *
 * The library gives the text of a page, a rectangle for each of its characters, and stretches of
 * one font. What it takes for a word is divided further: a figure has to have a rectangle of its
 * own, and so has a note's mark behind it. */
#include "pdf_words.h"

#include <math.h>
#include <strings.h>

enum { MAX_WORD = 4096 /* bytes */ };
static const float GAP     = 0.2f;  /* of the size: a blank was meant */
static const float FARTHER = 1e6f;  /* points: nothing stands there */
static const float SIZES   = 0.06f; /* by which sizes of one font differ */

typedef enum letter { NONE, LETTER, DIGIT, SIGN } letter;

/* A page on its way in. */
typedef struct scan {
    const char       *at; /* the next character */
    PopplerRectangle *boxes;
    guint             count, index;
    GList            *fonts; /* from the one in hand on */
    cc_pdf           *pdf;
    cc_pdf_page      *page;
    cc_pdf_word       word; /* in hand, if start < end */
    cc_pdf_box        box;  /* the last one */
    letter            last;
    gunichar          sign;        /* the last character */
    bool              blank, line; /* white space, a line end since the word */
} scan;

/* -- Characters ----------------------------------------------------------------------------- */

static bool is_digit(gunichar c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(gunichar c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0xC0 && g_unichar_isalpha(c)) || g_unichar_ismark(c);
}

static bool is_blank(gunichar c)
{
    return c <= ' ' || c == 0x7F || (c >= 0x80 && c <= 0xA0) || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

/* Nothing is seen of it: joiners, directions, variants, what is no character. */
static bool is_unseen(gunichar c)
{
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
           (c & 0xFFFE) == 0xFFFE;
}

/* A stop or an apostrophe belongs to what stands on both sides of it: "1,250", "EPA's". */
static letter classify(const scan *s, gunichar c, gunichar next)
{
    if (is_digit(c) || ((c == '.' || c == ',') && s->last == DIGIT && is_digit(next)))
        return DIGIT;
    if (is_letter(c) || ((c == '\'' || c == 0x2019) && s->last == LETTER && is_letter(next)))
        return LETTER;
    return SIGN;
}

static const char *ligature(gunichar c)
{
    static const char *const whole[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    return c >= 0xFB00 && c <= 0xFB06 ? whole[c - 0xFB00] : NULL;
}

static float bound(double x)
{
    return isfinite(x) ? fmaxf(-FARTHER, fminf(FARTHER, (float)x)) : 0.0f;
}

/* As the text of the page is read. */
static cc_pdf_box turn_box(const cc_pdf_page *page, const PopplerRectangle *r)
{
    float x0 = bound(fmin(r->x1, r->x2)), x1 = bound(fmax(r->x1, r->x2));
    float y0 = bound(fmin(r->y1, r->y2)), y1 = bound(fmax(r->y1, r->y2));
    if (page->turn == 1)
        return (cc_pdf_box){y0, page->height - x1, y1, page->height - x0};
    if (page->turn == 3)
        return (cc_pdf_box){page->width - y1, x0, page->width - y0, x1};
    return (cc_pdf_box){x0, y0, x1, y1};
}

/* -- Fonts ---------------------------------------------------------------------------------- */

static const PopplerTextAttributes *font_here(scan *s)
{
    while (s->fonts != NULL) {
        const PopplerTextAttributes *a = s->fonts->data;
        if (a->end_index >= (gint)s->index)
            return a;
        s->fonts = s->fonts->next;
    }
    return NULL;
}

static bool is_bold(const char *name)
{
    static const char *const marks[] = {"bold", "black", "heavy", "demi"};
    if (name == NULL)
        return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strcasestr(name, marks[i]) != NULL)
            return true;
    return strcasestr(name, "medi") != NULL && strcasestr(name, "medium") == NULL;
}

/* -- Words ---------------------------------------------------------------------------------- */

static void put_raw(cc_pdf *pdf, const char *text, size_t len)
{
    if (len > pdf->raw_cap - pdf->raw_len) {
        size_t cap   = (pdf->raw_cap + len) * 2;
        pdf->raw     = cc_pdf_grow(pdf->host, pdf->raw, pdf->raw_len, cap);
        pdf->raw_cap = cap;
    }
    memcpy(pdf->raw + pdf->raw_len, text, len);
    pdf->raw_len += len;
}

static void end_word(scan *s)
{
    if (s->word.start < s->word.end)
        *CC_PDF_PUSH(s->pdf, found, found_count, found_cap) = s->word;
    s->word = (cc_pdf_word){0};
    s->last = NONE;
}

/* Whether the character goes on with the word in hand: of signs, a row of one. */
static bool goes_on(const scan *s, const cc_pdf_word *with, letter what, gunichar c)
{
    const cc_pdf_word *w = &s->word;
    if (s->blank || what != s->last || (what == SIGN && c != s->sign) ||
        w->end - w->start > MAX_WORD)
        return false;
    if ((with->flags & CC_PDF_BOLD) != (w->flags & CC_PDF_BOLD) ||
        fabsf(with->size - w->size) > SIZES * w->size)
        return false;
    float gap = with->box.x0 - s->box.x1;
    return gap < GAP * w->size && gap > -w->size && fabsf(with->box.y1 - s->box.y1) < GAP * w->size;
}

/* Letters one below the other; of one letter nothing is known. */
static bool is_across(const cc_pdf_box *a, const cc_pdf_box *b, float size)
{
    float step = fabsf(a->y0 - b->y0);
    return fabsf(a->x0 - b->x0) < size * 0.1f && step > size * 0.2f && step < size * 2;
}

static void put_character(scan *s, gunichar c, letter what, const cc_pdf_word *as)
{
    char        bytes[8];
    uint32_t    across                 = 0;
    const char *text                   = ligature(c);
    bytes[g_unichar_to_utf8(c, bytes)] = '\0';
    text                               = text == NULL ? bytes : text;
    if (s->last != NONE && !s->line && is_across(&s->box, &as->box, as->size)) {
        s->word.flags |= CC_PDF_ACROSS;
        across = CC_PDF_ACROSS;
    }
    if (!goes_on(s, as, what, c)) {
        bool glued = !s->blank && s->last != NONE && as->box.x0 - s->box.x1 < GAP * as->size;
        end_word(s);
        s->word = *as;
        s->word.flags |= (glued ? CC_PDF_GLUED : 0u) | (s->line ? CC_PDF_BREAK : 0u) | across;
        s->word.start = s->word.end = (uint32_t)s->pdf->raw_len;
    } else {
        cc_pdf_cover(&s->word.box, &as->box);
    }
    put_raw(s->pdf, text, strlen(text));
    s->word.end = (uint32_t)s->pdf->raw_len;
    s->box      = as->box;
    s->last     = what;
    s->sign     = c;
    s->blank = s->line = false;
}

static void read_character(scan *s)
{
    gunichar                     c    = g_utf8_get_char(s->at), next;
    const PopplerTextAttributes *font = font_here(s);
    s->at                             = g_utf8_next_char(s->at);
    next                              = g_utf8_get_char(s->at);
    if (is_blank(c)) {
        s->blank = true;
        s->line |= c == '\n';
        return;
    }
    if (is_unseen(c))
        return;
    cc_pdf_word as = {.box = turn_box(s->page, &s->boxes[s->index])};
    as.size        = font == NULL ? 0 : bound(font->font_size);
    as.size        = as.size > 0.5f ? as.size : fmaxf(as.box.y1 - as.box.y0, 0.5f);
    as.flags       = font != NULL && is_bold(font->font_name) ? CC_PDF_BOLD : 0;
    put_character(s, c, classify(s, c, next), &as);
}

/* -- Pages ---------------------------------------------------------------------------------- */

/* How the letters follow one another: to the right 0, down 1, up 3; most of them decide. */
static uint32_t find_turn(const PopplerRectangle *boxes, guint count)
{
    size_t ways[4] = {0};
    for (guint i = 1; i < count; i++) {
        double dx = boxes[i].x1 - boxes[i - 1].x1, dy = boxes[i].y1 - boxes[i - 1].y1;
        if (fabs(dx) < fabs(dy) * 0.1 && fabs(dy) < 40)
            ways[dy > 0 ? 1 : 3]++;
        else if (fabs(dy) < fabs(dx) * 0.1)
            ways[0]++;
    }
    return ways[1] > ways[0] && ways[1] > ways[3] ? 1 : ways[3] > ways[0] ? 3 : 0;
}

bool cc_pdf_read_words(cc_pdf *pdf, PopplerPage *page, cc_pdf_page *ret)
{
    double width, height;
    scan   s     = {.pdf = pdf, .page = ret};
    char  *text  = poppler_page_get_text(page);
    GList *fonts = poppler_page_get_text_attributes(page);
    poppler_page_get_size(page, &width, &height);
    if (text == NULL || !poppler_page_get_text_layout(page, &s.boxes, &s.count))
        s.count = 0;
    *ret      = (cc_pdf_page){.width = bound(width), .height = bound(height)};
    ret->turn = find_turn(s.boxes, s.count);
    if (ret->turn != 0)
        *ret = (cc_pdf_page){.width = bound(height), .height = bound(width), .turn = ret->turn};
    s.at    = text;
    s.fonts = fonts;
    for (; s.index < s.count && *s.at != '\0' && pdf->found_count < CC_PDF_MAX_WORDS; s.index++)
        read_character(&s);
    end_word(&s);
    g_free(s.boxes);
    g_free(text);
    poppler_page_free_text_attributes(fonts);
    return pdf->found_count < CC_PDF_MAX_WORDS;
}
