/* ignore.h - .claimcheckignore: which paths below a folder are left out.
 *
 * The syntax is gitignore's: a glob a line, '#' begins a comment, '!' takes a path in again, a
 * slash at the end means folders only, one elsewhere ties the glob to this folder. The last glob
 * that matches decides. */
#ifndef CC_SOURCE_IGNORE_H
#define CC_SOURCE_IGNORE_H

#include "base/arena.h"
#include "base/fault.h"

#define CC_IGNORE_FILE ".claimcheckignore"

typedef struct cc_ignore_rule {
    cc_str glob;
    bool   folders_only, takes_in;
} cc_ignore_rule;

typedef struct cc_ignore cc_ignore;
struct cc_ignore {
    const cc_ignore *above;      /* of the folder around this one; NULL */
    size_t           prefix_len; /* of this folder in a path, with its slash */
    cc_ignore_rule  *rules;
    size_t           count;
};

/* The rules in `text`. They borrow it. */
void cc_ignore_parse(cc_arena *arena, cc_str text, cc_ignore *ret);
/* Reads the file of `folder` (a path to open), if there is a regular one.
 * Errors: CC_FATAL - it cannot be read, or is over 1 MiB. */
cc_status cc_ignore_read(cc_arena *arena, const char *folder, cc_ignore *ret, cc_fault *fault);
/* Whether rules here or above leave `path` out; the nearer folder decides. */
bool cc_ignore_has(const cc_ignore *ignore, cc_str path, bool is_folder);

#endif
