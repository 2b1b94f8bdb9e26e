/* txt_shape.h - what a line looks like, by itself and with its neighbours. */
#ifndef READ_TXT_SHAPE_H
#define READ_TXT_SHAPE_H

#include "txt_flow.h"
#include "shared/shape.h"

enum { CC_TXT_MAX_HEADING = 120 /* columns */ };

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

#endif
