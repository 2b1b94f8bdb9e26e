/* directory.h - where a zip or 7z archive says it ends, which tells whether it is whole. */
#ifndef CC_SOURCE_DIRECTORY_H
#define CC_SOURCE_DIRECTORY_H

#include "source/stream.h"

typedef struct cc_directory {
    uint32_t entries; /* zip: members it lists, modulo 65536 */
    bool     entries_known;
    uint64_t end;     /* of the archive */
    bool     garbage; /* more than zeros follow */
} cc_directory;

/* false: there is none, or not all of the archive is there.
 * Source: APPNOTE.TXT 4.3.16; 7zFormat.txt, SignatureHeader. */
bool cc_directory_find(const cc_stream *stream, cc_format format, cc_directory *ret);

#endif
