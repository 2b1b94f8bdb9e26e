/* txt_shape.c - what a line looks like. */
#include "txt_shape.h"

bool cc_txt_begins_with(cc_str in, cc_range t, const char *z)
{
    size_t len = strlen(z);
    return t.end - t.start >= len && memcmp(in.ptr + t.start, z, len) == 0;
}

size_t cc_txt_begins_with_word(cc_str in, cc_range t, const char *const *words)
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

bool cc_txt_is_made_of(cc_str in, cc_range t, const char *set, size_t least)
{
    for (size_t i = t.start; i < t.end; i++)
        if (!cc_txt_is_one_of(in.ptr[i], set))
            return false;
    return t.end - t.start >= least;
}

bool cc_txt_is_rule(cc_str in, cc_range t)
{
    static const char *const sets[] = {"-", "=", "_", "* ", "~", "-+ ", "=+ "};
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
        if (cc_txt_is_one_of(cc_txt_first_char(in, t), sets[i]) &&
            cc_txt_is_made_of(in, t, sets[i], 3))
            return true;
    return false;
}

bool cc_txt_is_gap(cc_str in, const cc_txt_line *l)
{
    return cc_txt_line_is_blank(l) || cc_txt_is_rule(in, l->text);
}

bool cc_txt_is_pipe_row(cc_str in, cc_range t)
{
    return cc_txt_first_char(in, t) == '|' && t.end - t.start > 2 &&
           memchr(in.ptr + t.start + 1, '|', t.end - t.start - 1) != NULL;
}

/* -- Headings ------------------------------------------------------------------------------- */

uint32_t cc_txt_hash_level(cc_str in, const cc_txt_line *l, cc_range *ret)
{
    size_t at = l->text.start, text;
    while (at < l->text.end && at - l->text.start < 7 && in.ptr[at] == '#')
        at++;
    uint32_t level = (uint32_t)(at - l->text.start);
    text           = cc_skip_blanks(in, at, l->text.end);
    if (level == 0 || level > 6 || l->indent > 3 || text == at || text == l->text.end)
        return 0;
    *ret = (cc_range){text, l->text.end};
    while (ret->end > ret->start && in.ptr[ret->end - 1] == '#')
        ret->end--;
    cc_txt_flow_trim(in, ret);
    return ret->start < ret->end ? level : 0;
}

typedef struct letters {
    size_t upper, lower, digits, small_words, words;
} letters;

/* Words of four letters and more that begin with a small letter speak against a title. */
static letters count_letters(cc_str in, cc_range t)
{
    letters ret = {0};
    for (size_t i = t.start, word = t.start; i <= t.end; i++) {
        char c = i < t.end ? in.ptr[i] : ' ';
        ret.upper += cc_txt_is_capital(c);
        ret.lower += cc_txt_is_little(c);
        ret.digits += cc_txt_is_digit_at(in, i, t.end);
        if (c != ' ' && c != '\t')
            continue;
        ret.words += i > word;
        ret.small_words += i > word + 3 && cc_txt_is_little(in.ptr[word]);
        word = i + 1;
    }
    return ret;
}

uint32_t cc_txt_title_level(cc_str in, const cc_txt_line *l)
{
    char first = cc_txt_first_char(in, l->text);
    if (l->width > CC_TXT_MAX_HEADING ||
        cc_txt_is_one_of(cc_txt_last_char(in, l->text), ".;,:?!") || cc_txt_is_little(first) ||
        cc_txt_is_one_of(first, "\"'([*_"))
        return 0;
    letters n = count_letters(in, l->text);
    if (n.upper + n.lower < 2 || n.digits * 2 > n.upper + n.lower || n.upper == 0)
        return 0;
    return n.lower == 0 ? 1 : n.small_words == 0 ? 2 : 0;
}

/* "2." "2.1" "2.1.": how many numbers; *ret_end is past them. */
static uint32_t count_numbers(cc_str in, cc_range t, size_t *ret_end)
{
    uint32_t n  = 0;
    size_t   at = t.start;
    while (cc_txt_is_digit_at(in, at, t.end) && at - t.start < 12) {
        while (cc_txt_is_digit_at(in, at, t.end))
            at++;
        n++;
        if (at < t.end && in.ptr[at] == '.')
            at++;
    }
    *ret_end = at;
    return n;
}

/* "IV." 1, "A." 2; *ret_end is past it. 0: neither. */
static uint32_t letter_level(cc_str in, cc_range t, size_t *ret_end)
{
    cc_range roman = {t.start, t.start};
    while (roman.end < t.end && cc_txt_is_capital(in.ptr[roman.end]))
        roman.end++;
    *ret_end = roman.end + 1;
    if (roman.end == roman.start || roman.end == t.end || in.ptr[roman.end] != '.')
        return 0;
    return cc_txt_is_made_of(in, roman, "IVX", 1) ? 1 : roman.end == roman.start + 1 ? 2 : 0;
}

uint32_t cc_txt_numbered_level(cc_str in, const cc_txt_line *l)
{
    size_t   end, word = 0;
    uint32_t level = count_numbers(in, l->text, &end);
    if (level == 1 && in.ptr[end - 1] != '.')
        return 0;
    level       = level > 0 ? level : letter_level(in, l->text, &end);
    size_t text = level > 0 ? cc_skip_blanks(in, end, l->text.end) : end;
    if (level == 0 || text == end || text == l->text.end || !cc_txt_is_capital(in.ptr[text]) ||
        cc_txt_is_one_of(cc_txt_last_char(in, l->text), ".;,:?!") || l->width > CC_TXT_MAX_HEADING)
        return 0;
    for (size_t at = text; at < l->text.end && word < 3; at++)
        word = cc_txt_is_letter(in.ptr[at]) ? word + 1 : 0;
    return word == 3 ? level + 1 : 0;
}

/* -- Items ---------------------------------------------------------------------------------- */

/* "1." "12)" "a." "(iv)" "iv." without the blank after it; 0: none of these. */
static size_t number_length(cc_str in, cc_range t)
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

/* The last ones are glyphs of symbol fonts, as PDF tools leave them. */
static const char *const bullets[] = {
    "-",
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
    NULL,
};

/* "o" and "§" are bullets only before a word. */
static size_t letter_bullet(cc_str in, cc_range t)
{
    size_t len  = cc_txt_begins_with(in, t, "o ") ? 1 : cc_txt_begins_with(in, t, "§ ") ? 2 : 0;
    size_t text = t.start + len + 1;
    return len > 0 && text < t.end && (cc_txt_is_letter(in.ptr[text]) || in.ptr[text] == ' ') ? len
                                                                                              : 0;
}

size_t cc_txt_marker_length(cc_str in, cc_range t)
{
    size_t len = number_length(in, t);
    for (size_t i = 0; len == 0 && bullets[i] != NULL; i++)
        if (cc_txt_begins_with(in, t, bullets[i]))
            len = strlen(bullets[i]);
    return len > 0 ? len : letter_bullet(in, t);
}

size_t cc_txt_item_start(cc_str in, cc_range t)
{
    size_t marker = t.start + cc_txt_marker_length(in, t);
    size_t text   = cc_skip_blanks(in, marker, t.end);
    if (marker == t.start)
        return 0;
    return marker == t.end || text > marker ? text : 0;
}

/* -- Labels, captions, notes ---------------------------------------------------------------- */

size_t cc_txt_sheet_label(cc_str in, cc_range t)
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
static size_t skip_caption_number(cc_str in, cc_range t, size_t at)
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

bool cc_txt_is_caption(cc_str in, cc_range t)
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
    size_t number = cc_skip_blanks(in, at, t.end), end = skip_caption_number(in, t, number);
    size_t text = cc_skip_blanks(in, end, t.end);
    if (number == at || end == number)
        return false;
    return text == t.end || cc_txt_is_one_of(in.ptr[end], ".:|-") ||
           cc_txt_begins_with(in, (cc_range){text, t.end}, "–") ||
           cc_txt_begins_with(in, (cc_range){text, t.end}, "—");
}

bool cc_txt_is_note(cc_str in, cc_range t)
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

uint32_t cc_txt_note_number(cc_str in, cc_range t)
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
static size_t cut_mark(cc_str in, cc_range t)
{
    size_t at = t.end;
    while (at > t.start && t.end - at < 3 && cc_txt_is_digit_at(in, at - 1, t.end))
        at--;
    bool glued = at > t.start + 1 && cc_txt_is_one_of(in.ptr[at - 1], ".;:?!\"") &&
                 !cc_txt_is_digit_at(in, at - 2, t.end);
    return glued ? at : t.end;
}

bool cc_txt_ends_sentence(cc_str in, cc_range t)
{
    t.end = cut_mark(in, t);
    while (t.end > t.start && cc_txt_is_one_of(in.ptr[t.end - 1], "\"')]*_"))
        t.end--;
    return cc_txt_is_one_of(cc_txt_last_char(in, t), ".:;!?") ||
           (t.end - t.start > 3 && memcmp(in.ptr + t.end - 3, "”", 3) == 0);
}

bool cc_txt_is_contents_line(cc_str in, cc_range t)
{
    size_t dots = 0, at = t.start;
    if (!cc_txt_is_digit_at(in, t.end - (t.end > t.start), t.end))
        return false;
    for (; at < t.end && dots < 5; at++)
        dots = cc_txt_is_one_of(in.ptr[at], ".-") ? dots + 1 : in.ptr[at] == ' ' ? dots : 0;
    return dots >= 5;
}

bool cc_txt_is_date_line(cc_str in, cc_range t)
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

bool cc_txt_is_sublabel(cc_str in, cc_range t)
{
    size_t at = t.start;
    if (!cc_txt_is_little(cc_txt_first_char(in, t)) && !cc_txt_is_digit_at(in, t.start, t.end))
        return false;
    while (at < t.end && at - t.start <= CC_TXT_MAX_SHEET_LABEL &&
           !cc_txt_is_one_of(in.ptr[at], ":.;"))
        at++;
    return at + 1 < t.end && in.ptr[at] == ':' && in.ptr[at + 1] == ' ';
}
