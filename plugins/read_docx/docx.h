/* docx.h - a Word document on its way through the reader.
 *
 * Places. A part is 0 document, 1 footnotes, 2 endnotes, 3 comments, then the headers and footers
 * as the document's relationships list them. A paragraph is the n-th <w:p> of its part, from 1, in
 * the order in which they open; those in text boxes, in fallbacks and deleted ones count. A
 * character is a code point of the paragraph's <w:t>, <w:delText> and <m:t>; <w:tab>, <w:br>,
 * <w:cr>, <w:sym>, <w:noBreakHyphen> and <w:softHyphen> are one each. Deleted and hidden ones
 * count, those of field codes and of text boxes do not: what is found in any mode can be found
 * again in the XML. */
#ifndef CC_READ_DOCX_H
#define CC_READ_DOCX_H

#include "docx_styles.h"
#include "shared/package/links.h"
#include "shared/package/story.h"

/* The numbers of parts. */
enum {
    CC_DOCX_DOCUMENT = 0,
    CC_DOCX_FOOTNOTES,
    CC_DOCX_ENDNOTES,
    CC_DOCX_COMMENTS,
    CC_DOCX_FIRST_MARGIN,
};

enum { CC_DOCX_MAX_FIELDS = 32 /* in one another; those deeper hide nothing */ };

typedef enum cc_docx_changes { CC_DOCX_ACCEPT = 0, CC_DOCX_ORIGINAL, CC_DOCX_BOTH } cc_docx_changes;

/* Of a run. */
typedef struct cc_docx_look {
    bool hidden, bold, raised;
} cc_docx_look;

typedef struct cc_docx_field {
    bool code;   /* between its beginning and its result */
    bool silent; /* its result is a page number or a marker */
    bool named;  /* the first word of the code was seen */
} cc_docx_field;

typedef struct cc_docx_note {
    int32_t id;
    size_t  first, end; /* blocks */
    bool    put;
} cc_docx_note;

/* Footnotes or endnotes: read first, put where their markers are. */
typedef struct cc_docx_notes {
    cc_blocks     blocks;
    cc_docx_note *at;
    size_t        n, cap;
} cc_docx_notes;

typedef struct cc_docx {
    const cc_host  *host;
    cc_docx_changes changes;
    cc_package      package;
    cc_part         part; /* in hand */
    cc_docx_styles  styles;
    cc_story        story;

    bool         bold;  /* the paragraph in hand, by its style */
    bool         joins; /* its mark is gone: the next one goes on with it */
    cc_docx_look look;
    struct {
        uint32_t paragraph, end_cp; /* zeroes: none */
    } change;                       /* the last one that was read, where all are shown */
    unsigned      gone;             /* elements around that do not count, by --tracked-changes */
    cc_docx_field fields[CC_DOCX_MAX_FIELDS];
    size_t        field_count;

    cc_docx_notes  footnotes, endnotes;
    cc_docx_notes *notes; /* which of them are being read; or NULL */
} cc_docx;

/* -- docx_walk.c: elements, by name --------------------------------------------------------- */

/* Reads what is in the element that has just opened, to its end. */
void cc_docx_walk(cc_docx *d);
/* The same without reading it. */
void cc_docx_skip(cc_docx *d);
/* false: the part is not there. `scope`: of all its blocks; 0: each its own. */
bool cc_docx_read_part(cc_docx *d, const char *name, uint32_t number, cc_block_kind scope);

/* -- docx_para.c: paragraphs, and text boxes with paragraphs --------------------------------- */

void cc_docx_read_paragraph(cc_docx *d);
void cc_docx_read_properties(cc_docx *d);
void cc_docx_read_box(cc_docx *d);

/* -- docx_run.c: what stands in a paragraph ------------------------------------------------- */

void cc_docx_read_run(cc_docx *d);
void cc_docx_read_look(cc_docx *d);
void cc_docx_read_text(cc_docx *d);
/* An element that stands for a character. */
void cc_docx_read_sign(cc_docx *d);
/* In formulas: "10" and its exponent, the two parts of a fraction. */
void cc_docx_read_script(cc_docx *d);
/* Whether text here is shown. */
bool cc_docx_is_shown(const cc_docx *d);

/* -- docx_fields.c -------------------------------------------------------------------------- */

void cc_docx_read_field_mark(cc_docx *d);
void cc_docx_read_field_code(cc_docx *d);
void cc_docx_read_simple_field(cc_docx *d);
bool cc_docx_is_in_code(const cc_docx *d);
void cc_docx_end_codes(cc_docx *d);

/* -- docx_changes.c ------------------------------------------------------------------------- */

void cc_docx_read_change(cc_docx *d);
/* Whether what is marked with `tag` does not count, by --tracked-changes. */
bool cc_docx_is_gone(const cc_docx *d, const char *tag);

/* -- docx_table.c --------------------------------------------------------------------------- */

void cc_docx_read_table(cc_docx *d);
void cc_docx_read_table_properties(cc_docx *d);
void cc_docx_read_row(cc_docx *d);
void cc_docx_read_row_properties(cc_docx *d);
void cc_docx_read_cell(cc_docx *d);
void cc_docx_read_cell_properties(cc_docx *d);

/* -- docx_notes.c --------------------------------------------------------------------------- */

void cc_docx_read_notes(cc_docx *d, const char *part, uint32_t number, cc_block_kind kind,
                        cc_docx_notes *ret);
void cc_docx_read_note(cc_docx *d);
void cc_docx_read_marker(cc_docx *d);

#endif
