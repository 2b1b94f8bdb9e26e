/* txt_lists.h - lists, and sheets of labels. */
#ifndef READ_TXT_LISTS_H
#define READ_TXT_LISTS_H

#include "txt_blocks.h"

enum { CC_TXT_MOST_FULL = 50 }; /* columns: the most that r->full can be */

/* Finds r->full, from the width of the first lines. */
void cc_txt_find_full(cc_txt *r);
/* Whether `l` ends so early that the first word of `next` had room: its author ended it. */
bool cc_txt_is_cut_short(cc_txt *r, const cc_txt_line *l, const cc_txt_line *next);

/* The next line that is no gap, or the last of a few. */
cc_txt_line cc_txt_text_below(const cc_txt *r, const cc_txt_line *l);
/* Whether `l` begins an item; with a bullet that stands alone, the next line has its text, or one
 * soon after. */
bool cc_txt_begins_item(const cc_txt *r, const cc_txt_line *l);
/* "Label:" on a line of its own, its text indented below, or sub-labels below. */
bool cc_txt_begins_label(const cc_txt *r, const cc_txt_line *l);
/* Whether three lines "Label: value" begin here. */
bool cc_txt_begins_sheet(const cc_txt *r, const cc_txt_line *l);

/* Each reads what begins with `l`; *next is the line after it. */
cc_status cc_txt_read_item(cc_txt *r, const cc_txt_line *l, cc_txt_line *next);
cc_status cc_txt_read_sheet(cc_txt *r, const cc_txt_line *l, cc_txt_line *next);
cc_status cc_txt_read_label(cc_txt *r, const cc_txt_line *l, cc_txt_line *next);
/* "**Label:** value": the label holds for its line alone. */
cc_status cc_txt_read_bold(cc_txt *r, const cc_txt_line *l, cc_range name);

#endif
