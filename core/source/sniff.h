/* sniff.h - what bytes are, judged by the first few of them. */
#ifndef CC_SOURCE_SNIFF_H
#define CC_SOURCE_SNIFF_H

#include "base/str.h"

typedef enum cc_class {
    CC_CLASS_TEXT = 1,   /* a document: a text, Word, PDF; nothing at all, too */
    CC_CLASS_PACKED,     /* one stream in a compressed wrapper */
    CC_CLASS_ARCHIVE,    /* holds members */
    CC_CLASS_UNREADABLE, /* holds text, but nothing here reads it: EPUB, RAR */
    CC_CLASS_OTHER,      /* holds no text: pictures, programs, fonts */
} cc_class;

typedef enum cc_format {
    CC_FORMAT_NONE = 0,
    CC_FORMAT_GZIP, /* packed */
    CC_FORMAT_XZ,
    CC_FORMAT_ZSTD,
    CC_FORMAT_BZIP2,
    CC_FORMAT_DEFLATE, /* packed, too, but without a signature: never sniffed */
    CC_FORMAT_BROTLI,
    CC_FORMAT_TAR, /* archives */
    CC_FORMAT_CPIO,
    CC_FORMAT_ZIP,
    CC_FORMAT_7Z,
    CC_FORMAT_WARC,
} cc_format;

typedef struct cc_type {
    cc_class class;
    cc_format   format;
    const char *name; /* in words: "PDF" */
} cc_type;

/* As much as cc_sniff looks at. */
enum { CC_SNIFF_BYTES = 4096 };

/* `head` is the first CC_SNIFF_BYTES or more of a file, or all of a shorter one. */
cc_type cc_sniff(cc_str head);

#endif
