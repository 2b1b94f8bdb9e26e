/* glob.h - patterns on paths, as gitignore(5) reads them. */
#ifndef CC_SOURCE_GLOB_H
#define CC_SOURCE_GLOB_H

#include "base/str.h"

/* '?' and '[a-z]' stand for one character, '*' for any run, none of them for '/'; "**" between
 * slashes stands for any run of folders; '\' takes the next character as it is. A glob without a
 * slash is matched with the last part of the path, one with a slash (other than its last
 * character) with the whole path. Time grows with glob times path squared at most. */
bool cc_glob_match(cc_str glob, cc_str path);

/* The same, or a folder that `path` lies in matches. A slash at the end of `glob` means folders
 * only. */
bool cc_glob_covers(cc_str glob, cc_str path);

#endif
