/* names.h - names of files and members are data: shown escaped, told apart, never opened. */
#ifndef CC_SOURCE_NAMES_H
#define CC_SOURCE_NAMES_H

#include "base/dict.h"

/* The length in bytes of the code point at `at`; 0: those bytes are not UTF-8. */
size_t cc_name_code_point(cc_str s, size_t at, uint32_t *ret);

/* '!', '\', control and direction characters and what is not UTF-8 become \xHH, byte by byte, so
 * that two names are never shown alike. At most CC_MAX_PATH_BYTES; *ret_cut tells of a longer
 * one, and may be NULL. */
cc_str cc_name_show(cc_arena *arena, cc_str name, bool *ret_cut);

/* The names met in one archive. Zeroed is empty. */
typedef struct cc_names {
    cc_arena arena;
    cc_dict  met;
} cc_names;

/* `shown`, and for a name met before "shown#2", "shown#3", ... Lives as long as `names`. */
cc_str cc_names_add(cc_names *names, cc_str shown);
bool   cc_names_has(const cc_names *names, cc_str shown);
void   cc_names_release(cc_names *names);

#endif
