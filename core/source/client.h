/* client.h - libarchive pulling from a stream. */
#ifndef CC_SOURCE_CLIENT_H
#define CC_SOURCE_CLIENT_H

#include "source/stream.h"

#include <archive.h>

enum { CC_CLIENT_TAIL = 512 };

typedef struct cc_client {
    cc_stream *stream;
    cc_str     block;                /* the one last given */
    uint64_t   start;                /* where it begins in the stream */
    char       tail[CC_CLIENT_TAIL]; /* the end of the block before */
    bool       at_end;               /* libarchive asked for more than there is */
} cc_client;

/* An open handle that reads through `client`, by seeking if `by_seeking`; the caller has chosen
 * formats. ARCHIVE_OK or libarchive's error. */
int cc_client_open(cc_client *client, struct archive *handle, bool by_seeking);

/* Reads on from `offset`, which libarchive has come to, to the end: whether only zeros follow. */
bool cc_client_only_zeros(cc_client *client, uint64_t offset);
/* Whether the CC_CLIENT_TAIL bytes before `offset` are zeros. */
bool cc_client_zeros_before(const cc_client *client, uint64_t offset);

/* What `handle` complains of, as a word of DESIGN section 8. */
const char *cc_client_reason(const cc_client *client, struct archive *handle);

#endif
