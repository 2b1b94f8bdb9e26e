/* pptx.h - a PowerPoint presentation on its way through the reader.
 *
 * Places. Part n is the n-th slide, from 1, as the presentation orders them; the notes of slide n
 * are the part n + the number of slides. A page is a slide, for its notes too. A paragraph is the
 * n-th <a:p> of its part, from 1, in the order in which they open. A character is a code point of
 * the paragraph's <a:t>; <a:br> is one. */
#ifndef CC_READ_PPTX_H
#define CC_READ_PPTX_H

#include "shared/package/links.h"
#include "shared/package/story.h"

/* What a shape is for, as its placeholder says. */
typedef enum cc_pptx_role {
    CC_PPTX_BOX = 0, /* no placeholder */
    CC_PPTX_TITLE,
    CC_PPTX_SUBTITLE,
    CC_PPTX_BODY,   /* a list */
    CC_PPTX_MARGIN, /* date, footer, number of the slide */
} cc_pptx_role;

typedef struct cc_pptx {
    const cc_host *host;
    cc_package     package;
    cc_part        part; /* in hand */
    cc_story       story;
    bool           notes;        /* the part is the notes of a slide */
    cc_pptx_role   role;         /* of the shape in hand */
    bool           bold, raised; /* the run in hand */
    bool           silent;       /* a field around that says where something stands */
} cc_pptx;

/* Reads a part. `scope`: of all its blocks; 0: each its own. */
void cc_pptx_read_part(cc_pptx *d, const char *name, uint32_t number, cc_block_kind scope);

#endif
