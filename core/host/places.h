/* places.h - where the program and what is shipped with it are. */
#ifndef CC_HOST_PLACES_H
#define CC_HOST_PLACES_H

#include "base/fault.h"

/* Beside the program, else under the prefix. */
typedef struct cc_places {
    char program[4096];
    char rules[4096];
    char plugins[4096];
} cc_places;
cc_status cc_places_find(cc_places *ret, cc_fault *fault);

#endif
