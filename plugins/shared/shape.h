/* shape.h - what a stretch of text looks like, by itself: an item, a caption, a note, a line of
 * contents. Readers of texts whose lines are typeset share it. */
#ifndef CC_SHARED_SHAPE_H
#define CC_SHARED_SHAPE_H

#include "lines.h"

enum { CC_TXT_MAX_SHEET_LABEL = 60 /* bytes of a label before its value */ };

static inline bool cc_txt_is_digit_at(cc_str in, size_t at, size_t end)
{
    return at < end && in.ptr[at] >= '0' && in.ptr[at] <= '9';
}

static inline bool cc_txt_is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool cc_txt_is_little(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool cc_txt_is_letter(char c)
{
    return cc_txt_is_capital(c) || cc_txt_is_little(c) || (unsigned char)c >= 0x80;
}

/* '\0': the range is empty. */
static inline char cc_txt_first_char(cc_str in, cc_range t)
{
    return t.start < t.end ? in.ptr[t.start] : '\0';
}

static inline char cc_txt_last_char(cc_str in, cc_range t)
{
    return t.start < t.end ? in.ptr[t.end - 1] : '\0';
}

static inline bool cc_txt_is_one_of(char c, const char *list)
{
    return c != '\0' && strchr(list, c) != NULL;
}

static inline bool cc_txt_begins_with(cc_str in, cc_range t, const char *z)
{
    size_t len = strlen(z);
    return t.end - t.start >= len && memcmp(in.ptr + t.start, z, len) == 0;
}

/* Begins with one of the words, in any case, and no letter follows; `words` are in small letters
 * and end with NULL. Returns the length; 0: none. */
static inline size_t cc_txt_begins_with_word(cc_str in, cc_range t, const char *const *words)
{
    for (; *words != NULL; words++) {
        size_t len = strlen(*words), i = 0;
        if (t.end - t.start < len)
            continue;
        while (i < len && cc_small(in.ptr[t.start + i]) == (*words)[i])
            i++;
        if (i == len && (t.start + i == t.end || !cc_txt_is_letter(in.ptr[t.start + i])))
            return len;
    }
    return 0;
}

/* Only bytes of `set`, at least `least` of them. */
static inline bool cc_txt_is_made_of(cc_str in, cc_range t, const char *set, size_t least)
{
    for (size_t i = t.start; i < t.end; i++)
        if (!cc_txt_is_one_of(in.ptr[i], set))
            return false;
    return t.end - t.start >= least;
}

/* -- Items ---------------------------------------------------------------------------------- */

/* "1." "12)" "a." "(iv)" "iv." without the blank after it; 0: none of these. */
static inline size_t cc_txt_number_length(cc_str in, cc_range t)
{
    const char *p     = in.ptr + t.start;
    size_t      len   = t.end - t.start, i;
    size_t      open  = len > 0 && p[0] == '(';
    bool        digit = cc_txt_is_digit_at(in, t.start + open, t.end);
    for (i = open; i < len && i - open < 4; i++)
        if (digit ? !cc_txt_is_digit_at(in, t.start + i, t.end)
                  : !cc_txt_is_little(p[i]) && !(open == 1 && cc_txt_is_capital(p[i])))
            break;
    size_t body = i - open;
    if (body == 0 || body > (digit ? 3 : 4) || i == len)
        return 0;
    if (!digit && body > 1 &&
        !cc_txt_is_made_of(in, (cc_range){t.start + open, t.start + i}, "ivxIVX", 1))
        return 0;
    return p[i] == ')' || (p[i] == '.' && open == 0) ? i + 1 : 0;
}

/* "o" and "§" are bullets only before a word. */
static inline size_t cc_txt_letter_bullet(cc_str in, cc_range t)
{
    size_t len  = cc_txt_begins_with(in, t, "o ") ? 1 : cc_txt_begins_with(in, t, "§ ") ? 2 : 0;
    size_t text = t.start + len + 1;
    return len > 0 && text < t.end && (cc_txt_is_letter(in.ptr[text]) || in.ptr[text] == ' ') ? len
                                                                                              : 0;
}

/* The bytes of a bullet or "(a)" at the start; 0: none. */
static inline size_t cc_txt_marker_length(cc_str in, cc_range t)
{
    /* The last ones are glyphs of symbol fonts, as PDF tools leave them. */
    static const char *const bullets[] = {"-",
                                          "*",
                                          "•",
                                          "●",
                                          "–",
                                          "◦",
                                          "▪",
                                          "‣",
                                          "·",
                                          "○",
                                          "■",
                                          "□",
                                          "◆",
                                          "►",
                                          "▶",
                                          "➢",
                                          "➤",
                                          "✓",
                                          "✔",
                                          "❖",
                                          "⁃",
                                          "∙",
                                          "\xEF\x82\xB7",
                                          "\xEF\x82\xA7",
                                          "\xEF\x83\x98",
                                          "\xEF\x83\xBC",
                                          "\xEF\x82\xA8",
                                          "\xEF\x81\xB6",
                                          NULL};
    size_t                   len       = cc_txt_number_length(in, t);
    for (size_t i = 0; len == 0 && bullets[i] != NULL; i++)
        if (cc_txt_begins_with(in, t, bullets[i]))
            len = strlen(bullets[i]);
    return len > 0 ? len : cc_txt_letter_bullet(in, t);
}

/* Where the text of an item starts; its end: the bullet stands alone; 0: the line begins no
 * item. */
static inline size_t cc_txt_item_start(cc_str in, cc_range t)
{
    size_t marker = t.start + cc_txt_marker_length(in, t);
    size_t text   = cc_skip_blanks(in, marker, t.end);
    if (marker == t.start)
        return 0;
    return marker == t.end || text > marker ? text : 0;
}

/* -- Labels, captions, notes ---------------------------------------------------------------- */

/* The bytes before ": value"; 0: no such line. */
static inline size_t cc_txt_sheet_label(cc_str in, cc_range t)
{
    size_t most = t.end - t.start, i = 0;
    char   c = cc_txt_first_char(in, t);
    if (!cc_txt_is_capital(c) && !cc_txt_is_digit_at(in, t.start, t.end))
        return 0;
    while (i < most && i <= CC_TXT_MAX_SHEET_LABEL && !cc_txt_is_one_of(in.ptr[t.start + i], ":."))
        i++;
    size_t colon = t.start + i;
    if (i == most || i > CC_TXT_MAX_SHEET_LABEL || in.ptr[colon] != ':')
        return 0;
    return cc_skip_blanks(in, colon + 1, t.end) > colon + 1 ? i : 0;
}

/* Past "3", "A-1", "2.4", "IV"; `at` itself: no number. */
static inline size_t cc_txt_skip_caption_number(cc_str in, cc_range t, size_t at)
{
    size_t start = at;
    bool   digit = false;
    for (; at < t.end && at - start < 8; at++) {
        digit = digit || cc_txt_is_digit_at(in, at, t.end);
        if (!cc_txt_is_digit_at(in, at, t.end) && !cc_txt_is_capital(in.ptr[at]) &&
            !(cc_txt_is_one_of(in.ptr[at], ".-") && cc_txt_is_digit_at(in, at + 1, t.end)))
            break;
    }
    return digit || (at > start && cc_txt_is_made_of(in, (cc_range){start, at}, "IVX", 1)) ? at
                                                                                           : start;
}

/* "Figure 3: …", "Table 2", "Source: …", not "Table 3 shows". */
static inline bool cc_txt_is_caption(cc_str in, cc_range t)
{
    static const char *const names[]   = {"figure",  "fig",     "table", "chart", "exhibit",
                                          "diagram", "graphic", "map",   "box",   NULL};
    static const char *const credits[] = {"source",  "sources", "note", "notes",
                                          "caption", "credit",  NULL};
    size_t                   len       = cc_txt_begins_with_word(in, t, credits);
    if (!cc_txt_is_capital(cc_txt_first_char(in, t)))
        return false;
    if (len > 0)
        return t.start + len + 1 < t.end && in.ptr[t.start + len] == ':';
    size_t at = t.start + cc_txt_begins_with_word(in, t, names);
    if (at == t.start)
        return false;
    at += at < t.end && in.ptr[at] == '.';
    size_t number = cc_skip_blanks(in, at, t.end), end = cc_txt_skip_caption_number(in, t, number);
    size_t text = cc_skip_blanks(in, end, t.end);
    if (number == at || end == number)
        return false;
    return text == t.end || cc_txt_is_one_of(in.ptr[end], ".:|-") ||
           cc_txt_begins_with(in, (cc_range){text, t.end}, "–") ||
           cc_txt_begins_with(in, (cc_range){text, t.end}, "—");
}

/* "[3] …", "12 See …", "1. https://…" */
static inline bool cc_txt_is_note(cc_str in, cc_range t)
{
    static const char *const openers[] = {"see", "id",    "ibid",         "http", "https",
                                          "www", "supra", "available at", NULL};
    bool                     bracket   = cc_txt_first_char(in, t) == '[';
    size_t                   at = t.start + bracket, digits = at;
    while (cc_txt_is_digit_at(in, at, t.end) && at - digits < 4)
        at++;
    if (at == digits || at - digits > 3 || at == t.end)
        return false;
    if (bracket)
        return in.ptr[at] == ']' && cc_skip_blanks(in, at + 1, t.end) < t.end;
    at += cc_txt_is_one_of(in.ptr[at], ".)");
    size_t text = cc_skip_blanks(in, at, t.end);
    if (text == at || text == t.end ||
        cc_txt_begins_with_word(in, (cc_range){text, t.end}, openers) == 0)
        return false;
    return cc_txt_is_capital(in.ptr[text]) || memchr(in.ptr + text, ':', t.end - text) != NULL;
}

/* "12 Text", "12. See …", "[12] Text", "12" alone: 12; 0: none of these. */
static inline uint32_t cc_txt_note_number(cc_str in, cc_range t)
{
    uint32_t n       = 0;
    bool     bracket = cc_txt_first_char(in, t) == '[';
    size_t   at = t.start + bracket, digits = at;
    for (; cc_txt_is_digit_at(in, at, t.end) && at - digits < 3; at++)
        n = n * 10 + (uint32_t)(in.ptr[at] - '0');
    if (bracket && (at == t.end || in.ptr[at++] != ']'))
        return 0;
    size_t text = cc_skip_blanks(in, at, t.end);
    if (text == t.end && at > digits)
        return n;
    char first = cc_txt_first_char(in, (cc_range){text, t.end});
    bool note =
        cc_txt_is_capital(first) || cc_txt_is_one_of(first, "\"'") || (unsigned char)first >= 0x80;
    return (note && (text > at || bracket)) || cc_txt_is_note(in, t) ? n : 0;
}

/* Before a note's number that is glued to the end: "…so.12" */
static inline size_t cc_txt_cut_mark(cc_str in, cc_range t)
{
    size_t at = t.end;
    while (at > t.start && t.end - at < 3 && cc_txt_is_digit_at(in, at - 1, t.end))
        at--;
    bool glued = at > t.start + 1 && cc_txt_is_one_of(in.ptr[at - 1], ".;:?!\"") &&
                 !cc_txt_is_digit_at(in, at - 2, t.end);
    return glued ? at : t.end;
}

static inline bool cc_txt_ends_sentence(cc_str in, cc_range t)
{
    t.end = cc_txt_cut_mark(in, t);
    while (t.end > t.start && cc_txt_is_one_of(in.ptr[t.end - 1], "\"')]*_"))
        t.end--;
    return cc_txt_is_one_of(cc_txt_last_char(in, t), ".:;!?") ||
           (t.end - t.start > 3 && memcmp(in.ptr + t.end - 3, "”", 3) == 0);
}

/* "Trade . . . . . 12" */
static inline bool cc_txt_is_contents_line(cc_str in, cc_range t)
{
    size_t dots = 0, at = t.start;
    if (!cc_txt_is_digit_at(in, t.end - (t.end > t.start), t.end))
        return false;
    for (; at < t.end && dots < 5; at++)
        dots = cc_txt_is_one_of(in.ptr[at], ".-") ? dots + 1 : in.ptr[at] == ' ' ? dots : 0;
    return dots >= 5;
}

/* "May 3, 2021", "Monday, 3 May 2021", alone. */
static inline bool cc_txt_is_date_line(cc_str in, cc_range t)
{
    static const char *const names[] = {
        "january",   "february",  "march",   "april",    "may",      "june",   "july",
        "august",    "september", "october", "november", "december", "monday", "tuesday",
        "wednesday", "thursday",  "friday",  "saturday", "sunday",   NULL};
    size_t   words = 0, at = t.start;
    cc_range year = {t.end > t.start + 4 ? t.end - 4 : t.end, t.end};
    if (t.end - t.start > 40 || !cc_txt_is_made_of(in, year, "0123456789", 4))
        return false;
    for (size_t len; at < t.end; at += len) {
        len = cc_txt_begins_with_word(in, (cc_range){at, t.end}, names);
        words += len > 0;
        if (len == 0 && !cc_txt_is_one_of(in.ptr[at], "0123456789, "))
            return false;
        len = len > 0 ? len : 1;
    }
    return words > 0;
}

/* "male: 77 years", below a label. */
static inline bool cc_txt_is_sublabel(cc_str in, cc_range t)
{
    size_t at = t.start;
    if (!cc_txt_is_little(cc_txt_first_char(in, t)) && !cc_txt_is_digit_at(in, t.start, t.end))
        return false;
    while (at < t.end && at - t.start <= CC_TXT_MAX_SHEET_LABEL &&
           !cc_txt_is_one_of(in.ptr[at], ":.;"))
        at++;
    return at + 1 < t.end && in.ptr[at] == ':' && in.ptr[at + 1] == ' ';
}

#endif
