/* wire.h - what a caged reader says to the host: frames in a stream of bytes.
 *
 * A frame is its length, its kind and its fields; both sides are the same program on the same
 * machine, so numbers stand as they lie in memory. What comes is taken as hostile: a frame is
 * whole and within its limits, or it is refused. */
#ifndef CC_HOST_WIRE_H
#define CC_HOST_WIRE_H

#include "base/arena.h"
#include "base/fault.h"
#include "text/utf8.h"

typedef enum cc_frame_kind {
    CC_FRAME_READY = 1, /* locked in: a document can come */
    CC_FRAME_BLOCK,
    CC_FRAME_META,
    CC_FRAME_LOST,
    CC_FRAME_END, /* of the document */
} cc_frame_kind;

typedef struct cc_frame {
    cc_frame_kind kind;
    cc_block_in   block;
    cc_str        key, value;
    cc_lost       why;
    uint64_t      token;   /* the document's, as the host gave it */
    cc_status     status;  /* what the reader returned */
    cc_str        message; /* what it said, or "" */
} cc_frame;

/* Appends a frame to `out`; of `frame` only the fields of its kind are looked at. */
void cc_frame_put(cc_arena *arena, cc_bytes *out, const cc_frame *frame);

/* Bytes that have come and are not yet taken. */
typedef struct cc_wire {
    cc_arena *arena;
    cc_bytes  held;
    size_t    taken;
    CC_LIST(cc_piece) pieces; /* of the last block */
} cc_wire;
void cc_wire_feed(cc_wire *wire, cc_str bytes);
/* The next frame; it borrows from the wire until the next call.
 * Errors: CC_END - more bytes are needed; CC_FAIL - this is no frame. */
cc_status cc_wire_next(cc_wire *wire, cc_frame *ret);

#endif
