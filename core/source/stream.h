/* stream.h - bytes pulled block by block: from a file, a pipe or memory, through decompressors.
 *
 * A stream never fails: it ends early, and `reason` says why. */
#ifndef CC_SOURCE_STREAM_H
#define CC_SOURCE_STREAM_H

#include "base/arena.h"
#include "source/budget.h"
#include "source/sniff.h"

/* A multiple of tar's 512; below it system calls are felt. */
enum { CC_BLOCK_BYTES = 64 * 1024 };

typedef struct cc_stream cc_stream;
struct cc_stream {
    /* The next CC_BLOCK_BYTES, fewer only at the end, then nothing; valid until the next call
     * that gives something. */
    cc_str (*next)(cc_stream *);
    void (*close)(cc_stream *);
    cc_stream  *below;  /* what a decompressor reads from; NULL: a base */
    cc_budget  *budget; /* what a decompressor gives counts here */
    const char *reason; /* NULL: nothing is wrong */
    char        detail[160];
    uint64_t    taken; /* bytes given so far */
    cc_str      held;  /* looked at, not yet taken */
    bool        at_end;

    /* A base alone. It can be read by seeking when can_seek is set. */
    int      fd; /* -1: memory */
    bool     can_seek;
    cc_str   memory;
    uint64_t offset, size; /* size: 0 where it is not known */
    char    *block;
};

/* Streams live in an arena; cc_stream_close ends the handles of one and of all below it. */
cc_stream *cc_stream_memory(cc_arena *arena, cc_str bytes);
/* `fd` stays the caller's. A regular file at its start can be read by seeking. */
cc_stream *cc_stream_file(cc_arena *arena, int fd);
/* One layer of compression, `format` of CC_CLASS_PACKED. */
cc_stream *cc_stream_unpack(cc_arena *arena, cc_stream *below, cc_format format, cc_budget *budget);
/* All of `from` in an unlinked file, read by seeking; the file is closed by cc_stream_close.
 * NULL: larger than `max_bytes`, or there is no room; `detail` (of 160 bytes) says which. */
cc_stream *cc_stream_spool(cc_arena *arena, cc_stream *from, uint64_t max_bytes, char *detail);
void       cc_stream_close(cc_stream *stream);

cc_str cc_stream_next(cc_stream *stream);
/* What cc_stream_next will give. */
cc_str cc_stream_peek(cc_stream *stream);
/* Only for a base that can seek. read_at: false unless all `len` bytes are there. */
void cc_stream_seek(cc_stream *stream, uint64_t offset);
bool cc_stream_read_at(const cc_stream *stream, uint64_t offset, char *to, size_t len);

/* The stream that ended first for a reason, from the base up; NULL: none. */
const cc_stream *cc_stream_fault(const cc_stream *stream);
/* Ends the stream: the first reason stays. */
void cc_stream_stop(cc_stream *stream, const char *reason, const char *detail);

#endif
