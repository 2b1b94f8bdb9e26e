/* fuzz_box.h - what every fuzz target shares: promises whose breach ends the program, and inputs taken
 * apart. A target is one function, which must do the same for the same input. */
#ifndef CC_TESTS_FUZZ_BOX_H
#define CC_TESTS_FUZZ_BOX_H

#include "base/arena.h"
#include "base/fault.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A breach is printed, and the program ended: libFuzzer keeps the input. */
__attribute__((format(printf, 2, 3))) static inline void promise(bool holds, const char *format,
                                                                 ...)
{
    va_list args;
    if (holds)
        return;
    va_start(args, format);
    fprintf(stderr, "broken promise: ");
    vfprintf(stderr, format, args);
    fprintf(stderr, "\n");
    va_end(args);
    abort();
}

/* What is shipped must load, or nothing is tested. */
static inline void must_load(cc_status status, const cc_fault *fault)
{
    if (status == CC_OK)
        return;
    cc_fault_print(fault, stderr);
    exit(1);
}

static inline cc_str input_of(const uint8_t *data, size_t size)
{
    return (cc_str){(const char *)data, size};
}

/* The text up to the next `to`, or all of it; *rest goes on behind it. */
static inline cc_str take_until(cc_str *rest, char to)
{
    const char *end  = rest->len == 0 ? NULL : memchr(rest->ptr, to, rest->len);
    size_t      len  = end == NULL ? rest->len : (size_t)(end - rest->ptr);
    cc_str      head = cc_str_sub(*rest, 0, len);
    len += end != NULL;
    *rest = cc_str_sub(*rest, len, rest->len - len);
    return head;
}

#endif
