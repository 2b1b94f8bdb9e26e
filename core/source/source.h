/* source.h - paths become members: the bytes of one document each, with a path and a status. */
#ifndef CC_SOURCE_SOURCE_H
#define CC_SOURCE_SOURCE_H

#include "base/arena.h"
#include "base/fault.h"

typedef struct cc_source_options {
    /* Globs (glob.h) on the path as shown, and on what stands behind its last '!'; a folder's name
     * stands for all in it. End with NULL, or are NULL. Archives are entered whatever `include`
     * says, and not if `exclude` has them. */
    const char *const *include;
    const char *const *exclude;
    const char        *stdin_name; /* how "-" is called; NULL: "-" */
    uint64_t           max_member_bytes, max_spool_bytes;
    uint64_t           max_members;
    uint32_t           max_ratio, max_nesting;
} cc_source_options;

/* The limits of bounds.h. */
cc_source_options cc_source_standard(void);

/* One document, or something that should have been one. An archive comes after its members, and
 * only when something was wrong with it or it has none. */
typedef struct cc_member {
    cc_str      path;   /* as shown: "bundle.zip!a/b.txt", names escaped */
    cc_str      bytes;  /* empty when nothing could be read */
    char       *owned;  /* what `bytes` points into: free() it; NULL when empty */
    const char *status; /* "ok" "partial" "unreadable" "skipped" */
    const char *reason; /* "" or a word of DESIGN section 8: "encrypted", …; or "io-error" */
    cc_str      detail; /* in words, or "" */
    /* What a server said of it, in a WARC; else "". */
    cc_str charset; /* "windows-1252" */
    cc_str date;    /* when it was fetched: "2017-03-06T04:02:06Z"; its beginning may be all */
} cc_member;

/* Gets members in the order of the archive; folders are walked in byte order of their names.
 * It owns member->owned and borrows the rest. Anything but CC_OK stops the walk and is passed up. */
typedef cc_status cc_on_member(void *user, const cc_member *member);

/* A path is a file, a folder, an archive, "archive!member", or "-". They are taken in byte order
 * and each file once. In folders, hidden names and those of .claimcheckignore are passed over and
 * links are not followed; archives are read whole. What cannot be text by its content comes with
 * status "skipped", a document in a format that nothing reads with "unreadable".
 *
 * Times in zip archives are local ones: results depend on the time zone unless it is UTC.
 * Errors: CC_FATAL - a path given by the user does not exist or cannot be opened; a damaged
 * .claimcheckignore. */
cc_status cc_source_walk(const cc_source_options *options, const char *const *paths, size_t count,
                         cc_on_member *each, void *user, cc_fault *fault);

#endif
