/* md_line.h - the lines of a paragraph. */
#ifndef READ_MD_LINE_H
#define READ_MD_LINE_H

#include "md_block.h"

/* The first text of a line. Returns where what is to be read begins. */
size_t cc_md_begin_line(cc_md *r, size_t at);

/* The words read so far are the label of those that follow. */
void cc_md_take_label(cc_md *r);

/* Cells of a row without a table, or with one whose rule md4c does not know. */
void cc_md_put_row(cc_md *r, size_t at, size_t end);

#endif
