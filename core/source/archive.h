/* archive.h - the members of one archive. */
#ifndef CC_SOURCE_ARCHIVE_H
#define CC_SOURCE_ARCHIVE_H

#include "source/visit.h"

/* Reads every member of `stream`, which is a `format` of CC_CLASS_ARCHIVE, and then tells of the
 * archive itself when something was wrong with it or it held nothing. zip and 7z need a stream
 * that can seek. Anything but CC_OK comes from visit->each. */
cc_status cc_archive_read(cc_visit *visit, const cc_item *item, cc_stream *stream, cc_format format,
                          cc_budget *budget);

#endif
