/* story.h - paragraphs, tables and text boxes become blocks, whatever markup they stand in.
 *
 * A reader says what begins and ends and adds the text; here it is decided when a block is put,
 * what it is and which labels it has. */
#ifndef CC_SHARED_STORY_H
#define CC_SHARED_STORY_H

#include "shared/package/flow.h"
#include "shared/package/grid.h"
#include "shared/table.h"

enum {
    CC_STORY_MAX_NEST = 128, /* text boxes in one another: libxml2 goes 256 elements deep */
    /* Some 400 bytes of memory each in core; a thousand pages of English have 200,000. Past it a
     * place is a paragraph. */
    CC_STORY_MAX_PIECES = 400000,
};

/* A paragraph on its way. */
typedef struct cc_story_para {
    cc_flow       flow;
    cc_block_kind kind;
    uint32_t      level;
    bool          plain; /* some of it is not bold */
} cc_story_para;

/* Zeroed but for the first two it is ready. */
typedef struct cc_story {
    const cc_host *host;
    cc_block_sink *out;
    cc_status      status; /* CC_OK, or the first other one of `out` */
    bool           any;    /* a block was put */
    size_t         pieces; /* of all blocks */
    uint32_t       part, paragraphs, page;
    cc_block_kind  scope; /* of all blocks of the part; 0: each its own */
    cc_blocks     *kept;  /* blocks go there; NULL: they are put */
    cc_blocks      after; /* put behind the paragraph or the table in hand: its notes */
    cc_grid       *grid;  /* the table in hand */
    cc_story_para  paras[CC_STORY_MAX_NEST];
    size_t         nest;
    cc_short       lead_in;
    cc_short       title; /* the first heading of part 0 */
} cc_story;

static inline cc_flow *cc_story_flow(cc_story *story)
{
    return &story->paras[story->nest].flow;
}

/* A part of the package: its paragraphs count from 1. `scope` may be 0. */
void cc_story_begin_part(cc_story *story, uint32_t part, cc_block_kind scope);

/* The next paragraph of the part. What is in hand goes on in it. */
void cc_story_begin_paragraph(cc_story *story);
void cc_story_classify(cc_story *story, cc_block_kind kind, uint32_t level);
/* Puts what is in hand. */
void cc_story_end_paragraph(cc_story *story);

/* A text box, a note: paragraphs within a paragraph. false: too deep; nothing was entered. */
bool cc_story_enter(cc_story *story);
void cc_story_leave(cc_story *story);

void cc_story_add(cc_story *story, cc_str text, bool bold);
/* Small and above the line: the marker of a note is left out, a power gets its mark. */
void cc_story_add_raised(cc_story *story, cc_str text, bool bold);

void cc_story_begin_table(cc_story *story);
/* Rows and cells: grid.h, of story->grid. */
void cc_story_end_table(cc_story *story);

/* Where a block goes that needs nothing more. `story` is a cc_story. */
cc_status cc_story_put(void *story, const cc_block_in *block);

#endif
