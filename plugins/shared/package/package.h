/* package.h - a zip archive in memory whose parts are one document: Office Open XML, OpenDocument.
 *
 * What is wrong with it is told to the host at once; cc_package_end says what that means for the
 * document. */
#ifndef CC_SHARED_PACKAGE_H
#define CC_SHARED_PACKAGE_H

#include <claimcheck.h>

/* Of all parts that are read, unpacked: what a text of CC_MAX_TEXT_BYTES takes in tags, and some
 * three seconds. */
#define CC_PACKAGE_MAX_BYTES (256u * 1024u * 1024u)

typedef struct cc_package {
    const cc_host *host;
    cc_block_sink *out;
    struct zip    *zip;
    uint64_t       left; /* bytes that may still come out of it */
    bool           lost; /* a part of it could not be read */
} cc_package;

/* Errors: CC_FAIL - it is no zip archive, or a damaged one. Close it in any case. */
cc_status cc_package_open(cc_package *ret, const cc_host *host, cc_str bytes, cc_block_sink *out);
void      cc_package_close(cc_package *package);
/* Refuses a file of Office up to 2003; one that is encrypted looks the same from outside. Returns
 * CC_FAIL. */
cc_status cc_package_refuse_ole(const cc_host *host, cc_str bytes, cc_block_sink *out);

/* Names of parts are taken without regard to case; one slash at their start counts for nothing. */
bool cc_package_has(const cc_package *package, const char *part);
/* The name of entry `i`, counted from 0; NULL: there are no more. */
const char *cc_package_name(const cc_package *package, size_t i);

/* Says that a part of the document is lost; the first reason stays. */
void cc_package_lose(cc_package *package, cc_lost why, const char *what, const char *part);
/* What `read` returns at its end; `any`: a block was put. */
cc_status cc_package_end(cc_package *package, bool any);

/* -- Bytes of a part: for part.c ------------------------------------------------------------ */

/* NULL: there is no such part, or it cannot be read, which is told. */
struct zip_file *cc_package_unpack(cc_package *package, const char *part);
/* The next bytes, at most `room`; 0: the end; -1: damaged or too large, which is told. */
int cc_package_read(cc_package *package, struct zip_file *file, const char *part, char *to,
                    int room);

#endif
