/* stream.c - files, pipes and memory as streams, and what all streams share. */
#include "source/stream.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static cc_str next_of_memory(cc_stream *s)
{
    uint64_t left = s->size - s->offset;
    size_t   len  = left < CC_BLOCK_BYTES ? (size_t)left : CC_BLOCK_BYTES;
    cc_str   ret  = cc_str_sub(s->memory, (size_t)s->offset, len);
    s->offset += len;
    return ret;
}

static ssize_t read_some(const cc_stream *s, char *to, size_t len, uint64_t offset)
{
    ssize_t n;
    do
        n = s->can_seek ? pread(s->fd, to, len, (off_t)offset) : read(s->fd, to, len);
    while (n < 0 && errno == EINTR);
    return n;
}

static cc_str next_of_file(cc_stream *s)
{
    size_t len = 0;
    while (len < CC_BLOCK_BYTES) {
        ssize_t n = read_some(s, s->block + len, CC_BLOCK_BYTES - len, s->offset);
        if (n < 0)
            cc_stream_stop(s, "io-error", strerror(errno));
        if (n <= 0)
            break;
        len += (size_t)n;
        s->offset += (uint64_t)n;
    }
    return (cc_str){s->block, len};
}

static void close_nothing(cc_stream *s)
{
    (void)s;
}

cc_stream *cc_stream_memory(cc_arena *arena, cc_str bytes)
{
    cc_stream *s = cc_new(arena, cc_stream, 1);
    *s           = (cc_stream){.next     = next_of_memory,
                               .close    = close_nothing,
                               .fd       = -1,
                               .can_seek = true,
                               .memory   = bytes,
                               .size     = bytes.len};
    return s;
}

cc_stream *cc_stream_file(cc_arena *arena, int fd)
{
    cc_stream  *s = cc_new(arena, cc_stream, 1);
    struct stat st;
    *s       = (cc_stream){.next = next_of_file, .close = close_nothing, .fd = fd};
    s->block = cc_arena_alloc(arena, CC_BLOCK_BYTES, 1);
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && lseek(fd, 0, SEEK_CUR) == 0) {
        s->can_seek = true;
        s->size     = (uint64_t)st.st_size;
    }
    return s;
}

void cc_stream_close(cc_stream *stream)
{
    while (stream != NULL) {
        cc_stream *below = stream->below;
        stream->close(stream);
        stream = below;
    }
}

cc_str cc_stream_peek(cc_stream *stream)
{
    if (stream->held.len == 0 && !stream->at_end) {
        stream->held   = stream->next(stream);
        stream->at_end = stream->held.len == 0;
    }
    return stream->held;
}

cc_str cc_stream_next(cc_stream *stream)
{
    cc_str ret   = cc_stream_peek(stream);
    stream->held = (cc_str){0};
    stream->taken += ret.len;
    return ret;
}

void cc_stream_seek(cc_stream *stream, uint64_t offset)
{
    stream->offset = offset < stream->size ? offset : stream->size;
    stream->held   = (cc_str){0};
    stream->at_end = false;
}

bool cc_stream_read_at(const cc_stream *stream, uint64_t offset, char *to, size_t len)
{
    if (offset > stream->size || stream->size - offset < len)
        return false;
    if (stream->fd < 0) {
        memcpy(to, stream->memory.ptr + offset, len);
        return true;
    }
    for (size_t got = 0; got < len;) {
        ssize_t n = read_some(stream, to + got, len - got, offset + got);
        if (n <= 0)
            return false;
        got += (size_t)n;
    }
    return true;
}

const cc_stream *cc_stream_fault(const cc_stream *stream)
{
    const cc_stream *lowest = NULL;
    for (const cc_stream *s = stream; s != NULL; s = s->below)
        if (s->reason != NULL)
            lowest = s;
    return lowest;
}

void cc_stream_stop(cc_stream *stream, const char *reason, const char *detail)
{
    if (stream->reason != NULL)
        return;
    stream->reason = reason;
    snprintf(stream->detail, sizeof stream->detail, "%s", detail);
}
