/* warc_record.h - the records of a WARC one by one, and the way to the next after a broken one.
 *
 * A record is whole when what follows its content is the end of a record, as its length says. All
 * else is counted as broken: none is lost, or taken for another, in silence.
 * Source: ISO 28500:2017 */
#ifndef CC_SOURCE_WARC_RECORD_H
#define CC_SOURCE_WARC_RECORD_H

#include "source/visit.h"

typedef struct cc_warc {
    cc_stream  *stream;
    uint64_t    max_bytes; /* of a record's content; the rest is passed over */
    uint64_t    broken;    /* records, and runs of bytes between records */
    const char *reason;    /* of the first of them; NULL: none */

    cc_buffer window; /* what is read and not yet passed */
    size_t    at;     /* in the window: where the next record should begin */
    bool      adrift; /* it begins somewhere behind that place */
    bool      at_end; /* nothing follows the window */
} cc_warc;

typedef struct cc_warc_record {
    cc_str      head;    /* its fields (fields.h) */
    char       *content; /* may be changed */
    size_t      len;
    const char *reason; /* NULL: it is whole */
    const char *detail;
} cc_warc_record;

/* The next record, valid until the next call. false: no more; the window is released. */
bool cc_warc_next(cc_warc *warc, cc_warc_record *ret);

#endif
