/* directory.c - the record at the end of a zip archive, and the header of a 7z one. */
#include "source/directory.h"

enum { RECORD = 22, MAX_COMMENT = 65535, WINDOW = RECORD + MAX_COMMENT };

static uint64_t le(const char *at, size_t bytes)
{
    uint64_t value = 0;
    while (bytes-- > 0)
        value = value << 8 | (unsigned char)at[bytes];
    return value;
}

/* Zeros only from `offset` on, as far as a window goes. */
static bool has_garbage(const cc_stream *stream, uint64_t offset)
{
    char     tail[4096];
    uint64_t left = stream->size - offset;
    size_t   len  = left < sizeof tail ? (size_t)left : sizeof tail;
    if (!cc_stream_read_at(stream, offset, tail, len))
        return false;
    for (size_t i = 0; i < len; i++)
        if (tail[i] != 0)
            return true;
    return false;
}

/* Whether the directory stands where the record says; the record of an archive that lies in
 * this one says otherwise. In zip64 the place is elsewhere. */
static bool has_directory(const cc_stream *stream, const char *record, uint64_t record_at)
{
    uint64_t size = le(record + 12, 4), offset = le(record + 16, 4);
    char     head[4];
    if (offset == 0xFFFFFFFF)
        return true;
    if (offset + size > record_at)
        return false;
    return size == 0 ||
           (cc_stream_read_at(stream, offset, head, 4) && memcmp(head, "PK\1\2", 4) == 0);
}

static bool find_zip(const cc_stream *stream, cc_directory *ret)
{
    char     tail[WINDOW];
    size_t   len   = stream->size < WINDOW ? (size_t)stream->size : WINDOW;
    uint64_t start = stream->size - len;
    if (len < RECORD || !cc_stream_read_at(stream, start, tail, len))
        return false;
    for (size_t at = len - RECORD + 1; at-- > 0;) {
        const char *record = tail + at;
        uint64_t    end    = start + at + RECORD + le(record + 20, 2);
        if (memcmp(record, "PK\5\6", 4) != 0 || end > stream->size ||
            !has_directory(stream, record, start + at))
            continue;
        ret->entries       = (uint32_t)le(record + 10, 2);
        ret->entries_known = ret->entries != 0xFFFF;
        ret->end           = end;
        return true;
    }
    return false;
}

static bool find_7z(const cc_stream *stream, cc_directory *ret)
{
    char header[32];
    if (!cc_stream_read_at(stream, 0, header, sizeof header))
        return false;
    uint64_t offset = le(header + 12, 8), size = le(header + 20, 8);
    uint64_t left = stream->size - sizeof header;
    if (offset > left || size > left - offset)
        return false;
    *ret = (cc_directory){.end = sizeof header + offset + size};
    return true;
}

bool cc_directory_find(const cc_stream *stream, cc_format format, cc_directory *ret)
{
    if (!(format == CC_FORMAT_7Z ? find_7z(stream, ret) : find_zip(stream, ret)))
        return false;
    ret->garbage = has_garbage(stream, ret->end);
    return true;
}
