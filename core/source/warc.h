/* warc.h - what crawlers wrote down: the responses in a WARC as members. */
#ifndef CC_SOURCE_WARC_H
#define CC_SOURCE_WARC_H

#include "source/member.h"

/* Hands on the bodies of records of type response and resource, tells of those of type revisit,
 * and blames the archive for broken records. Anything but CC_OK comes from visit->each. */
cc_status cc_warc_read(cc_reading *reading);

#endif
