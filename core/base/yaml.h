/* yaml.h - YAML files as a tree whose nodes know their line and column. libfyaml parses;
 * anchors, aliases, tags, directives and several documents in one file are refused. */
#ifndef CC_BASE_YAML_H
#define CC_BASE_YAML_H

#include "base/arena.h"
#include "base/fault.h"

typedef enum cc_yaml_kind { CC_YAML_SCALAR = 1, CC_YAML_LIST, CC_YAML_MAP } cc_yaml_kind;

typedef struct cc_yaml cc_yaml;
typedef struct cc_yaml_pair {
    cc_str   key;
    uint32_t key_offset;
    cc_yaml *value;
} cc_yaml_pair;

struct cc_yaml {
    cc_yaml_kind  kind;
    uint32_t      offset; /* of its first byte in the file, after an opening quote; where a value
                             is left out, that of its key */
    cc_str        scalar;
    cc_yaml     **items; /* list */
    cc_yaml_pair *pairs; /* map, in the order of the file; no key twice */
    size_t        count;
};

typedef struct cc_yaml_file {
    cc_str         path, text;
    const cc_yaml *root;
} cc_yaml_file;

/* Everything lives in `arena`, but for the text given to parse. Errors: CC_FATAL - cannot be read,
 * over 4 MiB, deeper than 32, not UTF-8, or not such YAML; the fault says where. */
cc_status cc_yaml_read(cc_arena *arena, const char *path, cc_yaml_file *ret, cc_fault *fault);
cc_status cc_yaml_parse(cc_arena *arena, const char *path, cc_str text, cc_yaml_file *ret,
                        cc_fault *fault);

/* NULL: not there. `map` may be of any kind, or NULL. */
const cc_yaml *cc_yaml_find(const cc_yaml *map, const char *key);
/* The scalar under `key`, or an empty string. */
cc_str cc_yaml_text(const cc_yaml *map, const char *key);

/* Errors: CC_FATAL - a key of `map` is not in `known` (ends with NULL); the nearest one is named. */
cc_status cc_yaml_only(const cc_yaml_file *file, const cc_yaml *map, const char *const *known,
                       cc_fault *fault);
/* Sets a fault that points at `offset`, and returns CC_FATAL. */
cc_status cc_yaml_fault(const cc_yaml_file *file, uint32_t offset, cc_fault *fault,
                        const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
