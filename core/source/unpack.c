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

    bool        begun;                    /* the first bytes have been given */
    bool        resumes;                  /* a damaged member does not end the stream */
    const char *from;                     /* in `kept`: where the next member is looked for then */
    uint64_t    stepped_back;             /* bytes that were read twice for that */
    char        kept[2 * CC_BLOCK_BYTES]; /* the block before, and the one at hand */
} unpack;

static void stop(unpack *u, const char *reason, const char *detail)
{
    cc_stream_stop(&u->stream, reason, detail);
    u->done = true;
}

/* Damage is found some way behind the place where it is. All blocks but the last are of one
 * length, so that the two stand without a gap. */
static cc_str keep(unpack *u, cc_str block)
{
    char *before = u->kept, *now = u->kept + CC_BLOCK_BYTES;
    memcpy(before, now, CC_BLOCK_BYTES);
    memcpy(now, block.ptr, block.len);
    if (u->from == NULL)
        u->from = now + 1;
    else
        u->from = u->from - before < CC_BLOCK_BYTES ? before : u->from - CC_BLOCK_BYTES;
    return (cc_str){now, block.len};
}

static bool refill(unpack *u)
{
    if (u->io.in_len > 0)
        return true;
    cc_str block = cc_stream_next(u->stream.below);
    if (block.len == 0)
        return false;
    if (u->resumes || !u->begun)
        block = keep(u, block);
    u->io.in     = block.ptr;
    u->io.in_len = block.len;
    return true;
}

static void begin_member(unpack *u)
{
    u->between   = false;
    u->later     = true;
    u->member_in = u->member_out = 0;
    if (!u->codec->reset(u->state))
        stop(u, "too-large", "not enough memory to unpack it");
}

/* Zeros pad; anything else is taken for a member until the codec says it is none. */
static void find_member(unpack *u)
{
    while (refill(u)) {
        if (*u->io.in != 0) {
            begin_member(u);
            u->from = u->io.in + 1;
            return;
        }
        u->io.in++;
        u->io.in_len--;
    }
    u->done = true;
}

/* In a WARC each member is a record, and those behind a damaged one can be found again. */
static bool can_resume(unpack *u)
{
    static const char MARK[] = "WARC/";
    cc_str            out    = {u->out, sizeof u->out - u->io.out_len};
    if (!u->begun)
        u->resumes = u->codec == cc_codec_of(CC_FORMAT_GZIP) && cc_str_starts(out, cc_str_z(MARK));
    return u->resumes;
}

/* What begins a gzip member. */
static const char MAGIC[] = {'\x1F', '\x8B', '\x08'};

static bool pass_magic(unpack *u)
{
    for (size_t matched = 0; matched < sizeof MAGIC;) {
        if (!refill(u))
            return false;
        char c  = *u->io.in++;
        matched = c == MAGIC[matched] ? matched + 1 : c == MAGIC[0];
        u->io.in_len--;
    }
    return true;
}

/* Damage can hide the next member, so it is looked for from behind the begin of the damaged one,
 * as far as that is at hand. How often is bounded, for what only looks like members. */
static bool resume(unpack *u)
{
    if (u->stepped_back <= u->stream.below->taken) {
        size_t back = (size_t)(u->io.in - u->from);
        u->io.in -= back;
        u->io.in_len += back;
        u->stepped_back += back;
    }
    if (!pass_magic(u))
        return false;
    cc_codec_io magic = {MAGIC, sizeof MAGIC, u->io.out, u->io.out_len};
    begin_member(u);
    u->from = u->io.in;
    return !u->done && u->codec->step(u->state, &magic) == CC_STEP_MORE;
}

/* The member in hand is lost; so is the rest, unless the next one is found. */
static void lose(unpack *u, const char *reason, const char *detail)
{
    if (can_resume(u) && resume(u))
        cc_stream_stop(&u->stream, "crc-mismatch", "the compressed data is damaged");
    else
        stop(u, reason, detail);
}

/* What was taken for a further member and gave nothing was none. */
static void end_badly(unpack *u)
{
    if (u->later && u->member_out == 0)
        lose(u, "trailing-garbage", "bytes after the end of the compressed data are not read");
    else
        lose(u, "crc-mismatch", "the compressed data is damaged");
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
        end_badly(u);
    else if (!more && u->io.out_len == out_len)
        lose(u, "truncated", "the compressed data ends early");
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
    can_resume(u);
    u->begun   = true;
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
