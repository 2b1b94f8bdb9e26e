/* writer.h - what a reporter writes through: after an error nothing more is written. */
#ifndef CC_SHARED_WRITER_H
#define CC_SHARED_WRITER_H

#include <claimcheck.h>
#include <string.h>

typedef struct cc_writer {
    cc_byte_sink *sink;
    cc_status     status; /* of the first put that failed */
} cc_writer;

static inline void cc_write(cc_writer *w, cc_str bytes)
{
    if (w->status == CC_OK && bytes.len > 0)
        w->status = w->sink->put(w->sink, bytes);
}

static inline void cc_write_z(cc_writer *w, const char *z)
{
    cc_write(w, (cc_str){z, strlen(z)});
}

#endif
