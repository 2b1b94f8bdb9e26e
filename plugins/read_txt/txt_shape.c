/* txt_shape.c - what a line looks like. */
#include "txt_shape.h"

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
