/* json.h - reading JSON through jansson; writing is abi/cc_json.h. */
#ifndef CC_BASE_JSON_H
#define CC_BASE_JSON_H

#include "base/arena.h"
#include "base/fault.h"

#include <jansson.h>

/* One JSON object of one line. Strict; depth (CC_MAX_JSON_DEPTH) and size
 * (CC_MAX_RECORD_BYTES) are bounded; duplicate keys are refused; a text may hold NUL.
 * Errors: CC_FATAL - the fault says what is wrong and at which column. The caller ends with
 * json_decref. */
cc_status cc_json_read(cc_str line, json_t **ret, cc_fault *fault);

/* Copies into `arena`; empty when the key is missing or of another type. */
cc_str cc_json_get_str(cc_arena *arena, const json_t *object, const char *key);

#endif
