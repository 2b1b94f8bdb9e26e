/* html_run.c - text nodes become the text of the block in hand, piece by piece.
 *
 * White space between words is one blank, characters that nothing is seen of are left out, and
 * where an element was left out between two words or digits a blank stands for it. */
#include "html_page.h"
#include "html_scan.h"
#include "html_text.h"

#include <string.h>

static bool is_word_character(char c)
{
    return cc_html_is_letter(c) || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The length of the character at `p` if it has no width: soft hyphens, joiners, directions. */
static size_t invisible_length(const char *p, const char *end)
{
    const unsigned char *b = (const unsigned char *)p;
    if (b[0] == 0xC2)
        return end - p >= 2 && b[1] == 0xAD ? 2 : 0;
    if (b[0] == 0xEF)
        return end - p >= 3 && b[1] == 0xBB && b[2] == 0xBF ? 3 : 0;
    if (b[0] != 0xE2 || end - p < 3)
        return 0;
    bool marks = b[1] == 0x80 && ((b[2] >= 0x8B && b[2] <= 0x8F) || (b[2] >= 0xAA && b[2] <= 0xAE));
    bool separators = b[1] == 0x81 && b[2] >= 0xA0 && b[2] <= 0xAF;
    return marks || separators ? 3 : 0;
}

/* What is put for the character at `p`: itself is NULL; nothing is "". A fraction slash is a slash. */
static const char *stand_in(const char *p, const char *end, size_t *ret_len)
{
    if ((*ret_len = invisible_length(p, end)) > 0)
        return "";
    *ret_len = 3;
    return end - p >= 3 && memcmp(p, "\xE2\x81\x84", 3) == 0 ? "/" : NULL;
}

/* Where the next character begins that something else is put for; `end`: nowhere. */
static size_t find_odd(cc_str in, size_t at, size_t end)
{
    size_t len;
    while (at < end &&
           ((unsigned char)in.ptr[at] < 0xC2 || stand_in(in.ptr + at, in.ptr + end, &len) == NULL))
        at++;
    return at;
}

/* -- Between characters --------------------------------------------------------------------- */

/* Two numbers on two lines of a cell are no number in two groups. */
static bool is_apart(const cc_html_page *p, char next)
{
    const cc_fold *f = &p->fold;
    return p->breaks > 1 || (p->breaks == 1 && p->kind == CC_CELL && f->text_len > 0 &&
                             is_digit(f->text[f->text_len - 1]) && !cc_html_is_letter(next));
}

/* Makes ready for text that begins with `next` and stands at `start`: what stands for the white
 * space and markup before it, or a new block. */
static void begin_text(cc_html_page *p, size_t start, char next)
{
    cc_fold *f    = &p->fold;
    size_t   last = f->text_len == 0 ? 0 : f->pieces[f->piece_count - 1].place.at.bytes.end;
    if (is_apart(p, next) || last > start ||
        f->text_len >= CC_FOLD_BLOCK_BYTES * (p->blank ? 1 : 2))
        cc_html_end_block(p);
    bool glued = p->left_out && f->text_len > 0 && is_word_character(next) &&
                 is_word_character(f->text[f->text_len - 1]);
    char mark = p->joint ? '\0' : p->blank || glued ? ' ' : p->mark;
    if (f->text_len == 0)
        cc_html_classify(p);
    else if (mark != '\0')
        cc_fold_put(f, (cc_str){&mark, 1}, last, start, 0);
    p->plain |= p->bold == 0;
    p->blank = p->left_out = p->joint = false;
    p->mark                           = '\0';
    p->breaks                         = 0;
}

static void note_blank(cc_html_page *p, cc_str text)
{
    p->blank = true;
    for (size_t i = 0; i < text.len && p->preformed > 0; i++)
        p->breaks += text.ptr[i] == '\n';
}

/* -- Text ----------------------------------------------------------------------------------- */

/* From `at` to `end` all characters stand for themselves. */
static void put_verbatim(cc_html_page *p, size_t at, size_t end)
{
    while (at < end) {
        size_t stop = cc_skip_blanks(p->in, at, end);
        if (stop > at)
            note_blank(p, (cc_str){p->in.ptr + at, stop - at});
        at   = stop;
        stop = cc_fold_stretch(&p->fold, at, end, end);
        if (stop == at)
            continue;
        if (p->in.ptr[stop - 1] == ' ')
            stop--;
        begin_text(p, at, p->in.ptr[at]);
        cc_fold_put(&p->fold, (cc_str){p->in.ptr + at, stop - at}, at, stop, CC_VERBATIM);
        at = stop;
    }
}

static void put_source(cc_html_page *p, size_t at, size_t end)
{
    while (at < end) {
        size_t odd = find_odd(p->in, at, end), len = 0;
        put_verbatim(p, at, odd);
        const char *put = odd < end ? stand_in(p->in.ptr + odd, p->in.ptr + end, &len) : "";
        at              = odd + len;
        if (put[0] == '\0')
            continue;
        begin_text(p, odd, put[0]);
        cc_fold_put(&p->fold, (cc_str){put, 1}, odd, at, 0);
    }
}

/* White space within becomes one blank. */
static void put_mapped(cc_html_page *p, cc_str text, size_t start, size_t end)
{
    char        few[16];
    char       *to   = text.len < sizeof few ? few : p->host->alloc(p->host, text.len + 1, 1);
    const char *last = text.ptr + text.len;
    size_t      len = 0, at = 0, stop, size;
    bool        blank = false;
    for (; at < text.len; at = stop) {
        stop = cc_skip_blanks(text, at, text.len);
        if (stop > at) {
            note_blank(p, (cc_str){text.ptr + at, stop - at});
            blank = true;
            continue;
        }
        const char *put = stand_in(text.ptr + at, last, &size);
        stop            = at + cc_html_character(text.ptr + at, last);
        if (put != NULL && put[0] == '\0')
            continue;
        if (len == 0)
            begin_text(p, start, text.ptr[at]);
        else if (blank)
            to[len++] = ' ';
        p->blank = blank = false;
        size             = put != NULL ? 1 : stop - at;
        memcpy(to + len, put != NULL ? put : text.ptr + at, size);
        len += size;
    }
    if (len > 0)
        cc_fold_put(&p->fold, (cc_str){to, len}, start, end, 0);
}

/* A text of the parser's own making stands nowhere. */
void cc_html_read_text(cc_html_page *p, const GumboText *t)
{
    const char *from = t->original_text.data;
    if (from == NULL || from < p->parsed || from > p->parsed + p->in.len ||
        t->original_text.length > (size_t)(p->parsed + p->in.len - from))
        return;
    size_t       start = (size_t)(from - p->parsed);
    cc_html_walk walk  = {{p->parsed, start + t->original_text.length}, start, t->text};
    cc_html_unit u;
    while (cc_html_next(&walk, &u) && p->status == CC_OK) {
        if (u.verbatim)
            put_source(p, u.start, u.end);
        else
            put_mapped(p, u.text, u.start, u.end);
    }
}
