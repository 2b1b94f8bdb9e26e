/* spool.c - what must be read by seeking and comes from a pipe goes through an unlinked file. */
#include "source/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int open_unlinked(void)
{
    const char *folder = getenv("TMPDIR");
    if (folder == NULL || folder[0] == '\0')
        folder = "/tmp";
    int fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd >= 0)
        return fd;
    char path[4096];
    if ((size_t)snprintf(path, sizeof path, "%s/claimcheck-XXXXXX", folder) >= sizeof path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    fd = mkostemp(path, O_CLOEXEC);
    if (fd >= 0)
        unlink(path);
    return fd;
}

static bool write_all(int fd, cc_str bytes)
{
    while (bytes.len > 0) {
        ssize_t n = write(fd, bytes.ptr, bytes.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        bytes = cc_str_sub(bytes, (size_t)n, bytes.len - (size_t)n);
    }
    return true;
}

static bool copy(cc_stream *from, int fd, uint64_t max_bytes, char *detail)
{
    uint64_t total = 0;
    for (cc_str block; (block = cc_stream_next(from)).len > 0;) {
        total += block.len;
        if (total > max_bytes) {
            snprintf(detail, 160, "more than %llu bytes come from a pipe",
                     (unsigned long long)max_bytes);
            return false;
        }
        if (!write_all(fd, block)) {
            snprintf(detail, 160, "no temporary file: %s", strerror(errno));
            return false;
        }
    }
    return true;
}

static void close_spool(cc_stream *stream)
{
    close(stream->fd);
}

cc_stream *cc_stream_spool(cc_arena *arena, cc_stream *from, uint64_t max_bytes, char *detail)
{
    int fd = open_unlinked();
    if (fd < 0) {
        snprintf(detail, 160, "no temporary file: %s", strerror(errno));
        return NULL;
    }
    if (!copy(from, fd, max_bytes, detail) || lseek(fd, 0, SEEK_SET) != 0) {
        close(fd);
        return NULL;
    }
    cc_stream *s = cc_stream_file(arena, fd);
    s->close     = close_spool;
    s->below     = from;
    return s;
}
