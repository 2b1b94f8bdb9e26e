/* member.h - the bytes of one member, read whole within the limits. */
#ifndef CC_SOURCE_MEMBER_H
#define CC_SOURCE_MEMBER_H

#include "source/client.h"
#include "source/names.h"
#include "source/visit.h"

#include <archive_entry.h>

/* An archive being read. */
typedef struct cc_reading {
    cc_visit       *visit;
    const cc_item  *item;
    cc_budget      *budget;
    cc_format       format;
    struct archive *handle; /* NULL: a WARC */
    cc_client       client; /* of a WARC its stream alone */
    cc_names        names;
    uint64_t        headers, members; /* members: without what is no document, as folders */
    const char     *reason;           /* why it ended early, or what is wrong with it; NULL */
    char            detail[160];
    bool            over; /* nothing more can be read */
} cc_reading;

/* The first reason stays. */
void cc_reading_blame(cc_reading *reading, const char *reason, const char *detail);

/* The item of a member of that name. */
cc_item cc_reading_item(cc_reading *reading, cc_str name);

/* Reads the member whose header `entry` is and hands it on, or what is in it. */
cc_status cc_member_read(cc_reading *reading, struct archive_entry *entry);

#endif
