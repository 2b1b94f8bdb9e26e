/* md_block.h - the block in hand, what is around it, and how it is put. */
#ifndef READ_MD_BLOCK_H
#define READ_MD_BLOCK_H

#include "md_copy.h"
#include "shared/table.h"

enum { CC_MD_DEPTH = 8 /* of lists */ };

/* What stands between two words of a block. A mark that is left out is a blank where it would
 * otherwise glue words or digits. */
typedef enum cc_md_gap_kind { CC_MD_NO_GAP, CC_MD_MARK, CC_MD_BLANK } cc_md_gap_kind;

/* What md4c is in. */
typedef struct cc_md_now {
    uint32_t heading, strong, depth, code;
    bool     in_note, in_cell, in_head, in_row, in_rows, in_sup, in_code, in_link, in_address;
    bool     in_grid;   /* a part of a cell: md_grid.h */
    bool     html_cell; /* between <td> and </td> */
    bool     line_start, bold_only, noted, unlinked;
    size_t   cursor;   /* the end of what it handed out last */
    size_t   line_end; /* of the line in hand */
    size_t   end;      /* of what it reads */
    size_t   value_at; /* of a label in hand; 0: none */
    size_t   hide_to;  /* nothing before this is text */
} cc_md_now;

typedef struct cc_md {
    const cc_host *host;
    cc_block_sink *out;
    cc_md_copy     src;
    cc_status      status;
    uint32_t       events;
    cc_md_now      now;

    cc_fold        fold; /* the block in hand */
    cc_md_gap_kind gap;
    size_t         gap_start, gap_end; /* an end of 0: where the next word starts */

    cc_label row, list_row, title;
    cc_label lead, leads[CC_MD_DEPTH];
    cc_table table;       /* in hand */
    size_t   cell, width; /* of the row in hand, in cells */
    bool     headed;      /* the table has a row of headers */
    size_t   next_grid;   /* index into src.grids */
} cc_md;

bool cc_md_is_paragraph(const cc_md *r);
bool cc_md_ends_in_colon(const cc_md *r);

void cc_md_drop(cc_md *r);  /* forgets the block in hand */
void cc_md_flush(cc_md *r); /* puts it, if it has text */

/* A row has cells, with text or without; each ends with what of it is not put yet. */
void cc_md_begin_table(cc_md *r);
void cc_md_begin_row(cc_md *r, bool head, size_t width);
void cc_md_end_cell(cc_md *r);
void cc_md_end_text(cc_md *r);

#endif
