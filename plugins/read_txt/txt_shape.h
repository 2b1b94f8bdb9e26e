/* txt_shape.h - what a line looks like, by itself and with its neighbours. */
#ifndef READ_TXT_SHAPE_H
#define READ_TXT_SHAPE_H

#include "txt_flow.h"

enum {
    CC_TXT_MAX_HEADING     = 120, /* columns */
    CC_TXT_MAX_SHEET_LABEL = 60,  /* bytes of a label before its value */
};

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

bool cc_txt_begins_with(cc_str in, cc_range t, const char *z);
/* Begins with one of the words, in any case, and no letter follows; `words` are in small letters
 * and end with NULL. Returns the length; 0: none. */
size_t cc_txt_begins_with_word(cc_str in, cc_range t, const char *const *words);
/* Only bytes of `set`, at least `least` of them. */
bool cc_txt_is_made_of(cc_str in, cc_range t, const char *set, size_t least);

/* A rule of dashes or stars separates and says nothing. */
bool cc_txt_is_rule(cc_str in, cc_range t);
/* A blank line or a rule. */
bool cc_txt_is_gap(cc_str in, const cc_txt_line *l);
/* "| a | b |" */
bool cc_txt_is_pipe_row(cc_str in, cc_range t);

/* "## Text": 2; 0: no heading. *ret is the text without marks. */
uint32_t cc_txt_hash_level(cc_str in, const cc_txt_line *l, cc_range *ret);
/* By its looks alone; 1: capitals, 2: Title Case, 0: no heading. */
uint32_t cc_txt_title_level(cc_str in, const cc_txt_line *l);
/* "2.1 Of trade", "IV. Trade", "A. Trade": the level; 0: none of these. */
uint32_t cc_txt_numbered_level(cc_str in, const cc_txt_line *l);

/* The bytes of a bullet or "(a)" at the start; 0: none. */
size_t cc_txt_marker_length(cc_str in, cc_range t);
/* Where the text of an item starts; its end: the bullet stands alone; 0: the line begins no
 * item. */
size_t cc_txt_item_start(cc_str in, cc_range t);

/* The bytes before ": value"; 0: no such line. */
size_t cc_txt_sheet_label(cc_str in, cc_range t);
/* "Figure 3: …", "Table 2", "Source: …", not "Table 3 shows". */
bool cc_txt_is_caption(cc_str in, cc_range t);
/* "[3] …", "12 See …", "1. https://…" */
bool cc_txt_is_note(cc_str in, cc_range t);

/* "12 Text", "12. See …", "[12] Text", "12" alone: 12; 0: none of these. */
uint32_t cc_txt_note_number(cc_str in, cc_range t);
/* "Trade . . . . . 12" */
bool cc_txt_is_contents_line(cc_str in, cc_range t);
/* "May 3, 2021", "Monday, 3 May 2021", alone. */
bool cc_txt_is_date_line(cc_str in, cc_range t);
/* "male: 77 years", below a label. */
bool cc_txt_is_sublabel(cc_str in, cc_range t);

bool cc_txt_ends_sentence(cc_str in, cc_range t);

#endif
