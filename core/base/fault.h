/* fault.h - one message, and where it points. The first one set wins. */
#ifndef CC_BASE_FAULT_H
#define CC_BASE_FAULT_H

#include "base/str.h"

#include <stdio.h>

typedef struct cc_fault {
    cc_status status;       /* CC_OK: nothing is wrong */
    char      message[512]; /* no capital, no full stop, the subject in single quotes */
    char      file[512];    /* "" where no file is meant */
    uint32_t  line, column; /* counted from 1; 0: not known */
    char      excerpt[768]; /* the line and a caret below it, or "" */
} cc_fault;

/* Returns `status`, so that an error is one line:
 *     return cc_fault_set(fault, CC_FATAL, "no such rule '%s'", id); */
cc_status cc_fault_set(cc_fault *fault, cc_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same, at a byte of a file's text: line, column and excerpt are worked out. */
cc_status cc_fault_at(cc_fault *fault, cc_status status, const char *file, cc_str text,
                      size_t offset, const char *format, ...) __attribute__((format(printf, 6, 7)));

/* "claimcheck: MESSAGE", then "  at FILE:LINE:COLUMN", then the excerpt. */
void cc_fault_print(const cc_fault *fault, FILE *to);

#define CC_TRY(call)                                                                               \
    do {                                                                                           \
        cc_status cc_try_status = (call);                                                          \
        if (cc_try_status != CC_OK)                                                                \
            return cc_try_status;                                                                  \
    } while (0)

#endif
