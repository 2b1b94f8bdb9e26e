/* json.c - one line of JSON through jansson. */
#include "base/json.h"

#include "base/bounds.h"

/* Brackets outside of strings; what follows a mistake does not matter. */
static size_t find_depth(cc_str line)
{
    size_t depth = 0, deepest = 0;
    bool   in_string = false;
    for (size_t i = 0; i < line.len; i++) {
        char c = line.ptr[i];
        if (in_string && c == '\\')
            i++;
        else if (c == '"')
            in_string = !in_string;
        else if (!in_string && (c == '{' || c == '['))
            depth++;
        else if (!in_string && (c == '}' || c == ']') && depth > 0)
            depth--;
        deepest = depth > deepest ? depth : deepest;
    }
    return deepest;
}

cc_status cc_json_read(cc_str line, json_t **ret, cc_fault *fault)
{
    json_error_t error;
    if (line.len > CC_MAX_RECORD_BYTES)
        return cc_fault_set(fault, CC_FATAL, "longer than %u bytes", CC_MAX_RECORD_BYTES);
    if (find_depth(line) > CC_MAX_JSON_DEPTH)
        return cc_fault_set(fault, CC_FATAL, "nested deeper than %u", CC_MAX_JSON_DEPTH);
    json_t *object =
        json_loadb(line.ptr, line.len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
    if (object == NULL)
        return cc_fault_set(fault, CC_FATAL, "no JSON: %s, at column %d", error.text, error.column);
    if (!json_is_object(object)) {
        json_decref(object);
        return cc_fault_set(fault, CC_FATAL, "no JSON object: it must begin with '{'");
    }
    *ret = object;
    return CC_OK;
}

cc_str cc_json_get_str(cc_arena *arena, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (!json_is_string(value))
        return CC_S("");
    return cc_arena_dup(arena, (cc_str){json_string_value(value), json_string_length(value)});
}
