/* argument.h - what a user gives as a path. */
#ifndef CC_SOURCE_ARGUMENT_H
#define CC_SOURCE_ARGUMENT_H

#include "source/source.h"

typedef enum cc_argument_kind {
    CC_ARGUMENT_FILE = 1,
    CC_ARGUMENT_FOLDER,
    CC_ARGUMENT_STDIN,
} cc_argument_kind;

typedef struct cc_argument {
    cc_argument_kind kind;
    const char      *path;  /* to open */
    cc_str           shown; /* of the file; without "./" in front and "/" at the end */
    cc_str           only;  /* "archive!member" as shown, or empty */
} cc_argument;

/* Sorted by what is shown, so that the order in which they are given does not matter.
 * Errors: CC_FATAL - one does not exist, cannot be read, or is a pipe or a device. */
cc_status cc_argument_list(cc_arena *arena, const cc_source_options *options,
                           const char *const *paths, size_t count, cc_argument **ret,
                           cc_fault *fault);

#endif
