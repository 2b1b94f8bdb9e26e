/* codec.h - one compressed member after another, behind the same four functions. */
#ifndef CC_SOURCE_CODEC_H
#define CC_SOURCE_CODEC_H

#include "source/sniff.h"

typedef enum cc_step {
    CC_STEP_MORE = 1,
    CC_STEP_END,   /* the member is whole, its checksum holds */
    CC_STEP_BAD,   /* damaged, or no such member */
    CC_STEP_LARGE, /* it takes more memory than it may */
} cc_step;

/* What is left of input and output; a step moves both on. */
typedef struct cc_codec_io {
    const char *in;
    size_t      in_len;
    char       *out;
    size_t      out_len;
} cc_codec_io;

typedef struct cc_codec {
    void *(*open)(void); /* ready for a member; NULL: no memory */
    cc_step (*step)(void *state, cc_codec_io *io);
    bool (*reset)(void *state); /* for the next member */
    void (*close)(void *state);
} cc_codec;

/* `format` is one of CC_CLASS_PACKED. */
const cc_codec *cc_codec_of(cc_format format);
/* Whether `head`, the beginning of some bytes, can be of that format. */
bool cc_codec_fits(cc_format format, cc_str head);

#endif
