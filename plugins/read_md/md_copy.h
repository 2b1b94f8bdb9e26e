/* md_copy.h - a Markdown source, and the copy of it that md4c reads.
 *
 * In the copy what md4c would take for something else is overwritten, byte for byte. So what it
 * hands out points to the source, and what differs in the copy is no text. */
#ifndef READ_MD_COPY_H
#define READ_MD_COPY_H

#include "shared/lines.h"

/* In the copy: not of the text, and of no meaning to md4c. What stands on both sides of it is two
 * words (a footnote's marker) or one ("m^2^"). */
enum { CC_MD_GONE = ';', CC_MD_GLUE = ',' };

enum { CC_MD_CODE_INDENT = 4 /* columns before code, and before what goes on with an item */ };

/* A table that md4c does not know: md_grid.h. */
typedef struct cc_md_grid {
    cc_range all;
    cc_range rule;  /* says where columns are */
    bool     grid;  /* with lines around cells */
    bool     lines; /* a row may have several */
} cc_md_grid;

typedef struct cc_md_copy {
    const cc_host *host;
    cc_str         in, copy;
    uint32_t       lines;    /* without a blank one or an item between, in the copy */
    uint32_t       unclosed; /* bits, of what is known not to close: md_inline.c */
    cc_range      *notes;    /* the texts of footnotes */
    size_t         note_count, note_cap;
    cc_md_grid    *grids;
    size_t         grid_count, grid_cap;
    size_t         no_rule_to; /* for md_grid.c: no table ends before */
} cc_md_copy;

static inline char *cc_md_copy_at(const cc_md_copy *c, size_t at)
{
    return (char *)(uintptr_t)c->copy.ptr + at;
}

static inline bool cc_md_is_at(const cc_md_copy *c, size_t at, size_t end, const char *z)
{
    size_t len = strlen(z);
    return end - at >= len && memcmp(c->in.ptr + at, z, len) == 0;
}

/* Line ends stay. */
void cc_md_blank_out(cc_md_copy *c, cc_range what);
void cc_md_take_out(cc_md_copy *c, cc_range what, char mark);

/* Skips the marks of quotations; *ret_columns gets how wide the white space after them is. */
size_t cc_md_skip_indent(const cc_md_copy *c, cc_range line, size_t *ret_columns);

/* The length of "```" or "~~~", which may be longer; 0: the line begins with none. */
size_t cc_md_fence_length(const cc_md_copy *c, size_t at, size_t end);

/* "[^name]"; 0: none. */
size_t cc_md_marker_length(const cc_md_copy *c, size_t at, size_t end);

void cc_md_put_note(cc_md_copy *c, cc_range text);
void cc_md_put_grid(cc_md_copy *c, const cc_md_grid *grid);

#endif
