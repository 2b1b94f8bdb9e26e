/* http.h - the body of an HTTP response as a crawler wrote it down, without its framing.
 * Source: RFC 9112, RFC 9110 section 8.4; what browsers bear with is borne with. */
#ifndef CC_SOURCE_HTTP_H
#define CC_SOURCE_HTTP_H

#include "base/bounds.h"
#include "source/sniff.h"

typedef struct cc_http {
    unsigned    status; /* 0: not told; without a head all is the body */
    cc_str      type;   /* the value of Content-Type, or "" */
    cc_str      body;   /* without chunks */
    const char *reason; /* NULL: the body is whole */
    const char *detail;
    /* What the body may be compressed with, the outermost first. */
    cc_format coded[CC_MAX_FILTERS];
    size_t    coded_count;
} cc_http;

/* `message` is changed: the body is moved together in it. Never fails. */
void cc_http_parse(char *message, size_t len, cc_http *ret);

#endif
