/* unpack.c - a stream that decompresses the one below it, member after member. */
#include "source/codec.h"
#include "source/stream.h"

typedef struct unpack {
    cc_stream       stream; /* first, so that one is the other */
    const cc_codec *codec;
    void           *state;
    cc_codec_io     io;
    uint64_t        member_in, member_out; /* of the member in hand */
    bool            between;               /* members; padding may stand there */
    bool            later;                 /* the member in hand is not the first */
    bool            done;
    char            out[CC_BLOCK_BYTES];
} unpack;

static void stop(unpack *u, const char *reason, const char *detail)
{
    cc_stream_stop(&u->stream, reason, detail);
    u->done = true;
}

static bool refill(unpack *u)
{
    if (u->io.in_len > 0)
        return true;
    cc_str block = cc_stream_next(u->stream.below);
    u->io.in     = block.ptr;
    u->io.in_len = block.len;
    return block.len > 0;
}

/* Zeros pad; anything else is taken for a member until the codec says it is none. */
static void find_member(unpack *u)
{
    while (refill(u)) {
        if (*u->io.in != 0) {
            u->between   = false;
            u->later     = true;
            u->member_in = u->member_out = 0;
            if (!u->codec->reset(u->state))
                stop(u, "too-large", "not enough memory to unpack it");
            return;
        }
        u->io.in++;
        u->io.in_len--;
    }
    u->done = true;
}

/* What was taken for a further member and gave nothing was none. */
static void end_badly(unpack *u, const char *reason, const char *detail)
{
    if (u->later && u->member_out == 0)
        stop(u, "trailing-garbage", "bytes after the end of the compressed data are not read");
    else
        stop(u, reason, detail);
}

/* Runs the codec once; at the end of the input too, for what it still holds back. */
static void advance(unpack *u)
{
    enum { LONGEST_HEADER = 18 };
    bool    more   = refill(u);
    size_t  in_len = u->io.in_len, out_len = u->io.out_len;
    cc_step step = u->codec->step(u->state, &u->io);
    u->member_in += in_len - u->io.in_len;
    u->member_out += out_len - u->io.out_len;
    if (step == CC_STEP_END)
        u->between = true;
    else if (step == CC_STEP_LARGE)
        stop(u, "too-large", "unpacking it takes too much memory");
    else if (step == CC_STEP_BAD || (!more && u->later && u->member_in < LONGEST_HEADER))
        end_badly(u, "crc-mismatch", "the compressed data is damaged");
    else if (!more && u->io.out_len == out_len)
        stop(u, "truncated", "the compressed data ends early");
}

static cc_str next_of_unpack(cc_stream *stream)
{
    unpack *u     = (unpack *)stream;
    u->io.out     = u->out;
    u->io.out_len = sizeof u->out;
    while (!u->done && u->io.out_len > 0) {
        if (u->between)
            find_member(u);
        else
            advance(u);
    }
    size_t len = sizeof u->out - u->io.out_len;
    if (len > 0 && !cc_budget_spend(stream->budget, len)) {
        stop(u, "ratio", "too much comes out of too little");
        len = 0;
    }
    return (cc_str){u->out, len};
}

static void close_unpack(cc_stream *stream)
{
    unpack *u = (unpack *)stream;
    if (u->state != NULL)
        u->codec->close(u->state);
}

cc_stream *cc_stream_unpack(cc_arena *arena, cc_stream *below, cc_format format, cc_budget *budget)
{
    unpack *u = cc_new(arena, unpack, 1);
    u->stream = (cc_stream){
        .next = next_of_unpack, .close = close_unpack, .below = below, .budget = budget, .fd = -1};
    u->codec = cc_codec_of(format);
    u->state = u->codec->open();
    if (u->state == NULL)
        stop(u, "too-large", "not enough memory to unpack it");
    return &u->stream;
}
