/* caged.h - the program as the process that one reader runs in. */
#ifndef CC_HOST_CAGED_H
#define CC_HOST_CAGED_H

#include <stdint.h>

/* How the program is told to be it, and where it finds the host. */
#define CC_CAGED_OPTION "--caged"
enum {
    CC_CAGED_SOCKET = 3,
    CC_CAGED_MEMORY = 77, /* its exit status when memory ran out */
};

/* What comes with the descriptor of a document. */
typedef struct cc_caged_request {
    uint64_t size;
    uint64_t token; /* goes back with the end of this document and of no other */
} cc_caged_request;

/* Reads documents until the host hangs up; returns the exit status.
 *   argv  program, CC_CAGED_OPTION, path of the plugin, bytes of memory, seconds a document, then
 *         values of its options: "name=value" */
int cc_caged_main(int argc, const char *const *argv);

#endif
