/* codec.c - gzip, deflate, xz, zstd, bzip2 and Brotli. Their own libraries and not libarchive's filters: those
 * drop what came before an error, and do not compare gzip's checksum. */
#include "source/codec.h"

#include <brotli/decode.h>
#include <bzlib.h>
#include <lzma.h>
#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

/* xz -9 takes 65 MiB; zstd has a limit of 128 MiB by itself. */
static const uint64_t MAX_XZ_BYTES = 256u << 20;

/* -- gzip and deflate ----------------------------------------------------------------------- */

enum { WINDOW = 15, WINDOW_AND_GZIP = WINDOW + 16, NO_HEADER = -WINDOW };

static void *open_gzip(void)
{
    z_stream *z = calloc(1, sizeof *z);
    if (z != NULL && inflateInit2(z, WINDOW_AND_GZIP) == Z_OK)
        return z;
    free(z);
    return NULL;
}

static cc_step step_gzip(void *state, cc_codec_io *io)
{
    z_stream *z  = state;
    z->next_in   = (z_const Bytef *)(uintptr_t)io->in;
    z->avail_in  = (uInt)io->in_len;
    z->next_out  = (Bytef *)io->out;
    z->avail_out = (uInt)io->out_len;
    int rc       = inflate(z, Z_NO_FLUSH);
    *io = (cc_codec_io){(const char *)z->next_in, z->avail_in, (char *)z->next_out, z->avail_out};
    if (rc == Z_STREAM_END)
        return CC_STEP_END;
    if (rc == Z_MEM_ERROR)
        return CC_STEP_LARGE;
    return rc == Z_OK || rc == Z_BUF_ERROR ? CC_STEP_MORE : CC_STEP_BAD;
}

/* HTTP's "deflate" has a header of zlib's by the standard, and none by custom. */
static bool has_zlib_header(const cc_codec_io *io)
{
    unsigned first = (unsigned char)io->in[0], second = (unsigned char)io->in[1];
    return (first & 15) == Z_DEFLATED && (first << 8 | second) % 31 == 0;
}

static cc_step step_deflate(void *state, cc_codec_io *io)
{
    z_stream *z = state;
    if (z->total_in == 0 && io->in_len > 1)
        inflateReset2(z, has_zlib_header(io) ? WINDOW : NO_HEADER);
    return step_gzip(state, io);
}

static bool reset_gzip(void *state)
{
    return inflateReset(state) == Z_OK;
}

static void close_gzip(void *state)
{
    inflateEnd(state);
    free(state);
}

/* -- xz ------------------------------------------------------------------------------------- */

static bool reset_xz(void *state)
{
    return lzma_stream_decoder(state, MAX_XZ_BYTES, 0) == LZMA_OK;
}

static void close_xz(void *state)
{
    lzma_end(state);
    free(state);
}

static void *open_xz(void)
{
    lzma_stream *xz = calloc(1, sizeof *xz);
    if (xz != NULL && reset_xz(xz))
        return xz;
    free(xz);
    return NULL;
}

static cc_step step_xz(void *state, cc_codec_io *io)
{
    lzma_stream *xz = state;
    xz->next_in     = (const uint8_t *)io->in;
    xz->avail_in    = io->in_len;
    xz->next_out    = (uint8_t *)io->out;
    xz->avail_out   = io->out_len;
    lzma_ret rc     = lzma_code(xz, LZMA_RUN);
    *io =
        (cc_codec_io){(const char *)xz->next_in, xz->avail_in, (char *)xz->next_out, xz->avail_out};
    switch (rc) {
    case LZMA_STREAM_END: return CC_STEP_END;
    case LZMA_OK:
    case LZMA_BUF_ERROR: return CC_STEP_MORE;
    case LZMA_MEM_ERROR:
    case LZMA_MEMLIMIT_ERROR: return CC_STEP_LARGE;
    default: return CC_STEP_BAD;
    }
}

/* -- zstd ----------------------------------------------------------------------------------- */

static void *open_zstd(void)
{
    return ZSTD_createDStream();
}

static cc_step step_zstd(void *state, cc_codec_io *io)
{
    ZSTD_inBuffer  in  = {io->in, io->in_len, 0};
    ZSTD_outBuffer out = {io->out, io->out_len, 0};
    size_t         rc  = ZSTD_decompressStream(state, &out, &in);
    *io                = (cc_codec_io){io->in + in.pos, io->in_len - in.pos, io->out + out.pos,
                                       io->out_len - out.pos};
    if (!ZSTD_isError(rc))
        return rc == 0 ? CC_STEP_END : CC_STEP_MORE;
    ZSTD_ErrorCode code = ZSTD_getErrorCode(rc);
    return code == ZSTD_error_frameParameter_windowTooLarge || code == ZSTD_error_memory_allocation
               ? CC_STEP_LARGE
               : CC_STEP_BAD;
}

static bool reset_zstd(void *state)
{
    return !ZSTD_isError(ZSTD_DCtx_reset(state, ZSTD_reset_session_only));
}

static void close_zstd(void *state)
{
    ZSTD_freeDStream(state);
}

/* -- bzip2 ---------------------------------------------------------------------------------- */

static void *open_bzip2(void)
{
    bz_stream *bz = calloc(1, sizeof *bz);
    if (bz != NULL && BZ2_bzDecompressInit(bz, 0, 0) == BZ_OK)
        return bz;
    free(bz);
    return NULL;
}

static cc_step step_bzip2(void *state, cc_codec_io *io)
{
    bz_stream *bz = state;
    bz->next_in   = (char *)(uintptr_t)io->in;
    bz->avail_in  = (unsigned)io->in_len;
    bz->next_out  = io->out;
    bz->avail_out = (unsigned)io->out_len;
    int rc        = BZ2_bzDecompress(bz);
    *io           = (cc_codec_io){bz->next_in, bz->avail_in, bz->next_out, bz->avail_out};
    if (rc == BZ_STREAM_END)
        return CC_STEP_END;
    if (rc == BZ_MEM_ERROR)
        return CC_STEP_LARGE;
    return rc == BZ_OK ? CC_STEP_MORE : CC_STEP_BAD;
}

static bool reset_bzip2(void *state)
{
    bz_stream *bz = state;
    BZ2_bzDecompressEnd(bz);
    *bz = (bz_stream){0};
    return BZ2_bzDecompressInit(bz, 0, 0) == BZ_OK;
}

static void close_bzip2(void *state)
{
    BZ2_bzDecompressEnd(state);
    free(state);
}

/* -- Brotli --------------------------------------------------------------------------------- */

/* A decoder cannot be made ready again, so it lies in a box. */
static bool reset_brotli(void *state)
{
    BrotliDecoderState **box = state;
    BrotliDecoderDestroyInstance(*box);
    *box = BrotliDecoderCreateInstance(NULL, NULL, NULL);
    return *box != NULL;
}

static void close_brotli(void *state)
{
    BrotliDecoderState **box = state;
    BrotliDecoderDestroyInstance(*box);
    free(box);
}

static void *open_brotli(void)
{
    BrotliDecoderState **box = calloc(1, sizeof *box);
    if (box != NULL && reset_brotli(box))
        return box;
    free(box);
    return NULL;
}

static cc_step step_brotli(void *state, cc_codec_io *io)
{
    BrotliDecoderState **box = state;
    const uint8_t       *in  = (const uint8_t *)io->in;
    uint8_t             *out = (uint8_t *)io->out;
    BrotliDecoderResult  rc =
        BrotliDecoderDecompressStream(*box, &io->in_len, &in, &io->out_len, &out, NULL);
    io->in  = (const char *)in;
    io->out = (char *)out;
    if (rc == BROTLI_DECODER_RESULT_SUCCESS)
        return CC_STEP_END;
    return rc == BROTLI_DECODER_RESULT_ERROR ? CC_STEP_BAD : CC_STEP_MORE;
}

const cc_codec *cc_codec_of(cc_format format)
{
    static const cc_codec GZIP    = {open_gzip, step_gzip, reset_gzip, close_gzip};
    static const cc_codec XZ      = {open_xz, step_xz, reset_xz, close_xz};
    static const cc_codec ZSTD    = {open_zstd, step_zstd, reset_zstd, close_zstd};
    static const cc_codec BZIP2   = {open_bzip2, step_bzip2, reset_bzip2, close_bzip2};
    static const cc_codec DEFLATE = {open_gzip, step_deflate, reset_gzip, close_gzip};
    static const cc_codec BROTLI  = {open_brotli, step_brotli, reset_brotli, close_brotli};
    switch (format) {
    case CC_FORMAT_GZIP: return &GZIP;
    case CC_FORMAT_XZ: return &XZ;
    case CC_FORMAT_ZSTD: return &ZSTD;
    case CC_FORMAT_DEFLATE: return &DEFLATE;
    case CC_FORMAT_BROTLI: return &BROTLI;
    default: return &BZIP2;
    }
}

bool cc_codec_fits(cc_format format, cc_str head)
{
    char            out[CC_SNIFF_BYTES];
    const cc_codec *codec = cc_codec_of(format);
    void           *state = codec->open();
    cc_codec_io     io    = {head.ptr, head.len, out, sizeof out};
    if (state == NULL)
        return true; /* which the stream will tell */
    cc_step step = codec->step(state, &io);
    codec->close(state);
    return step != CC_STEP_BAD;
}
