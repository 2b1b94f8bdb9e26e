/* flow.h - the text of a paragraph becomes a block's: white space folded, and for every stretch the
 * characters of the paragraph it came from.
 *
 * CC_PLACE_PARAGRAPH counts code points, so a piece is verbatim only where each is a byte. */
#ifndef CC_SHARED_FLOW_H
#define CC_SHARED_FLOW_H

#include "shared/fold.h"

/* Zeroed but for fold.host it is ready. */
typedef struct cc_flow {
    cc_fold  fold;                   /* the block in hand */
    uint32_t part, paragraph, at_cp; /* of the next character */
    bool     left_out;               /* something since the last one that is no text */
    bool     apart;                  /* what follows is another word in any case */
    size_t   max_pieces; /* of the block; past them one goes on to the end of the paragraph */
    struct {
        uint32_t start_cp, end_cp, paragraph; /* start == end: none */
        bool     single;                      /* U+0020 */
    } blank;                                  /* white space since the last character */
} cc_flow;

static inline cc_str cc_flow_text(const cc_flow *flow)
{
    return (cc_str){flow->fold.text, flow->fold.text_len};
}

/* Goes on in another paragraph: its characters count from 0. The block stays. */
void cc_flow_begin(cc_flow *flow, uint32_t part, uint32_t paragraph);
/* Forgets the block in hand. */
void cc_flow_clear(cc_flow *flow);

/* Appends characters that are shown. Returns how many bytes it took; fewer than there are when the
 * block is full: put it, clear it and go on. */
size_t cc_flow_add(cc_flow *flow, cc_str text);
/* Characters that are not shown. */
void cc_flow_pass(cc_flow *flow, cc_str text);
/* What stands for `len_cp` characters: "-" for a hyphen of its own element, " " for a tab, "^" for
 * none before a raised digit. */
void cc_flow_sign(cc_flow *flow, const char *shown, uint32_t len_cp);
/* Words before and after here are two. */
void cc_flow_leave_out(cc_flow *flow);
/* So are signs. */
void cc_flow_set_apart(cc_flow *flow);

#endif
