/* odt.h - an OpenDocument text on its way through the reader.
 *
 * Places. Part 0 is content.xml, part 1 the headers and footers in styles.xml. A paragraph is the
 * n-th <text:p> or <text:h> of its part, from 1, in the order in which they open; those of notes,
 * comments, text boxes and deleted text count. A character is a code point of the text in the
 * paragraph, white space as it stands in the XML; <text:s> is as many as it says, <text:tab> and
 * <text:line-break> one each. */
#ifndef CC_READ_ODT_H
#define CC_READ_ODT_H

#include "odt_styles.h"
#include "shared/package/story.h"

enum { CC_ODT_CONTENT = 0, CC_ODT_MARGINS };

typedef enum cc_odt_changes { CC_ODT_ACCEPT = 0, CC_ODT_ORIGINAL, CC_ODT_BOTH } cc_odt_changes;

typedef struct cc_odt {
    const cc_host *host;
    cc_odt_changes changes;
    cc_package     package;
    cc_part        part; /* in hand */
    cc_odt_styles  styles;
    cc_story       story;
    cc_blocks      comments; /* put at the end */

    bool        in_text; /* text here is that of a paragraph */
    cc_odt_look look;
    unsigned    gone;     /* changes around that do not count, by --tracked-changes */
    unsigned    lists;    /* around */
    unsigned    contents; /* tables of contents around */
    bool        head;     /* rows here name the columns */
    uint32_t    spanned;  /* columns that the cell before takes, too */

    const char **inserted; /* names of insertions; sorted */
    size_t       inserted_count, inserted_cap;
} cc_odt;

/* -- odt_walk.c: elements, by name ---------------------------------------------------------- */

/* Reads what is in the element that has just opened, to its end. */
void cc_odt_walk(cc_odt *d);
/* The same without reading it. */
void cc_odt_skip(cc_odt *d);
/* Reads what is in it as text that does not belong to the paragraph around.
 *   to      blocks go there; NULL: where those around go
 *   scope   of them; 0: each its own */
void cc_odt_read_apart(cc_odt *d, cc_blocks *to, cc_block_kind scope);

/* -- odt_para.c: paragraphs, their text, and what stands for characters ---------------------- */

void cc_odt_read_paragraph(cc_odt *d);
void cc_odt_read_span(cc_odt *d);
void cc_odt_read_spaces(cc_odt *d);
void cc_odt_read_blank(cc_odt *d);
/* What is seen, but says where something stands: a page number, a marker. */
void cc_odt_read_silent(cc_odt *d);
void cc_odt_add_text(cc_odt *d, cc_str text);

/* -- odt_table.c ---------------------------------------------------------------------------- */

void cc_odt_read_table(cc_odt *d);
void cc_odt_read_head(cc_odt *d);
void cc_odt_read_row(cc_odt *d);
void cc_odt_read_cell(cc_odt *d);
void cc_odt_read_covered(cc_odt *d);

/* -- odt_changes.c -------------------------------------------------------------------------- */

void cc_odt_read_changes(cc_odt *d);
void cc_odt_read_change_start(cc_odt *d);
void cc_odt_read_change_end(cc_odt *d);

#endif
