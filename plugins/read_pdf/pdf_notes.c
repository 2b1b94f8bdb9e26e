/* pdf_notes.c - notes are smaller than the text, numbered on, and the last thing of a page. */
#include "pdf_notes.h"

#include <stdlib.h>

enum {
    SKIPPED    = 4,  /* notes that were not found */
    MOST_LINES = 80, /* of notes in a strip */
};
static const float SMALL = 0.93f, LARGE = 1.1f; /* of the body */

/* -- Marks ---------------------------------------------------------------------------------- */

static bool is_digits(cc_str s)
{
    return s.len > 0 && cc_txt_is_made_of(s, (cc_range){0, s.len}, "0123456789", 1);
}

/* "1", "[2, 3]", "*", "†", "²" */
static bool is_marker(cc_str s)
{
    static const char *const signs[] = {"†", "‡", "§", "¶", "–", "¹", "²", "³",
                                        "⁰", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    for (size_t at = 0, len; at < s.len; at += len) {
        len = cc_txt_is_one_of(s.ptr[at], "0123456789()[],*#^- ");
        for (size_t i = 0; i < sizeof signs / sizeof *signs && len == 0; i++)
            len = cc_txt_begins_with(s, (cc_range){at, s.len}, signs[i]) ? strlen(signs[i]) : 0;
        if (len == 0)
            return false;
    }
    return s.len > 0;
}

static cc_str last_word(cc_str s)
{
    size_t at = s.len;
    while (at > 0 && (cc_txt_is_letter(s.ptr[at - 1]) || cc_txt_is_digit_at(s, at - 1, s.len)))
        at--;
    return (cc_str){s.ptr + at, s.len - at};
}

static bool is_unit(cc_str word)
{
    static const char *const units[] = {"m",  "km", "cm", "mm",   "ft",    "in",
                                        "yd", "mi", "nm", "mile", "miles", NULL};
    return cc_txt_begins_with_word(word, (cc_range){0, word.len}, units) == word.len &&
           word.len > 0;
}

cc_pdf_raised cc_pdf_judge_raised(cc_str text, cc_str before)
{
    cc_str word = last_word(before);
    char   last = before.len > 0 ? before.ptr[before.len - 1] : '\0';
    bool   two  = text.len == 1 && (text.ptr[0] == '2' || text.ptr[0] == '3');
    bool sign = text.len == 2 && (memcmp(text.ptr, "²", 2) == 0 || memcmp(text.ptr, "³", 2) == 0);
    bool minus = text.len > 1 && (text.ptr[0] == '-' || memcmp(text.ptr, "−", 3) == 0);
    if ((two || sign) && is_unit(word))
        return CC_PDF_PLAIN;
    if (is_digits(text) || minus) {
        bool ten    = word.len == 2 && memcmp(word.ptr, "10", 2) == 0;
        bool single = word.len == 1 && cc_txt_is_letter(word.ptr[0]) && text.ptr[0] != '1';
        if (ten || single || (minus && cc_txt_is_digit_at(text, text.len - 1, text.len)))
            return CC_PDF_POWER;
    }
    bool flag = text.len == 1 && cc_txt_is_little(text.ptr[0]) && text.ptr[0] != 'o' &&
                cc_txt_is_one_of(last, "0123456789%)]");
    return flag || is_marker(text) ? CC_PDF_MARKER : CC_PDF_PLAIN;
}

/* -- Notes ---------------------------------------------------------------------------------- */

/* The mark that the line begins with, if that is raised. */
static cc_str raised_mark(const cc_pdf *pdf, const cc_pdf_line *l)
{
    uint32_t end = l->first;
    while (end < l->first + l->count && (pdf->words[end].flags & CC_PDF_RAISED) != 0)
        end++;
    size_t start = pdf->words[l->first].start;
    return (cc_str){pdf->in + start, end > l->first ? pdf->words[end - 1].end - start : 0};
}

/* The number of the note that begins with the line; 0: none does. */
static uint32_t note_number(const cc_pdf *pdf, const cc_pdf_line *l)
{
    cc_str mark = raised_mark(pdf, l), in = cc_pdf_text(pdf);
    if (mark.len > 0 && mark.len <= 4 && is_digits(mark))
        return (uint32_t)strtoul(mark.ptr, NULL, 10);
    return l->cells == 1 && mark.len == 0 ? cc_txt_note_number(in, l->text) : 0;
}

static bool has_sign(const cc_pdf *pdf, const cc_pdf_line *l)
{
    cc_str mark = raised_mark(pdf, l), in = cc_pdf_text(pdf);
    return (mark.len > 0 && is_marker(mark)) || cc_txt_begins_with(in, l->text, "†") ||
           (cc_txt_first_char(in, l->text) == '*' && l->text.end - l->text.start > 10);
}

bool cc_pdf_begins_note(const cc_pdf *pdf, const cc_pdf_line *l)
{
    return note_number(pdf, l) > 0 || has_sign(pdf, l);
}

uint32_t cc_pdf_skip_number(const cc_pdf *pdf, const cc_pdf_line *l)
{
    uint32_t at = l->first, end = l->first + l->count;
    if (note_number(pdf, l) == 0 ||
        !cc_txt_is_digit_at(cc_pdf_text(pdf), l->text.start, l->text.end))
        return at;
    at++;
    while (at < end && (pdf->words[at].flags & CC_PDF_GLUED) != 0 &&
           pdf->in[pdf->words[at].start] == '.')
        at++;
    return at;
}

typedef struct tally {
    uint32_t next; /* number of the next note */
    bool     open; /* the page before ended with notes */
} tally;

/* Whether notes may begin with the line: by the number that is due, or by a sign. */
static bool may_begin(const cc_pdf *pdf, const cc_pdf_line *l, const tally *t)
{
    uint32_t number = note_number(pdf, l);
    bool     small = l->size <= pdf->body_size * SMALL, raised = raised_mark(pdf, l).len > 0;
    if (number > 0)
        return (small || raised) &&
               (number == 1 || (number >= t->next && number < t->next + SKIPPED));
    return small && has_sign(pdf, l);
}

/* The first of the lines at the end that are notes; `end`: none. Notes as large as the body have
 * raised marks; small lines go on with the notes of the page before. */
static size_t find_first(const cc_pdf *pdf, size_t from, size_t end, const tally *t)
{
    size_t ret = end, small = end;
    for (size_t i = end; i > from && end - i < MOST_LINES; i--) {
        const cc_pdf_line *l = &pdf->lines[i - 1];
        if (l->size > pdf->body_size * LARGE || l->cells > 2)
            break;
        small = small == i && l->size <= pdf->body_size * SMALL ? i - 1 : small;
        if (may_begin(pdf, l, t) && (small == i - 1 || raised_mark(pdf, l).len > 0))
            ret = i - 1;
    }
    if (!t->open || small == end || small == from || small > ret)
        return ret;
    const cc_pdf_line *l   = &pdf->lines[small];
    bool               low = l->box.y0 > pdf->pages[l->page].height / 2;
    return low && l->size < l[-1].size * 0.95f ? small : ret;
}

static void mark_strip(cc_pdf *pdf, size_t from, size_t end, tally *t)
{
    size_t first = find_first(pdf, from, end, t);
    for (size_t i = first; i < end; i++) {
        uint32_t number    = note_number(pdf, &pdf->lines[i]);
        pdf->lines[i].kind = CC_PDF_NOTE;
        if (number >= t->next && number < t->next + SKIPPED)
            t->next = number + 1;
        else if (number == 1 && i == first)
            t->next = 2;
    }
    t->open = first < end;
}

void cc_pdf_find_notes(cc_pdf *pdf)
{
    tally t = {.next = 1};
    for (size_t i = 0, end; i < pdf->line_count; i = end) {
        for (end = i + 1; end < pdf->line_count && pdf->lines[end].strip == pdf->lines[i].strip;)
            end++;
        if (pdf->lines[i].kind == CC_PDF_BODY)
            mark_strip(pdf, i, end, &t);
    }
}
