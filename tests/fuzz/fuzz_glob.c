/* fuzz_glob.c - a path, then an ignore file: any glob on any path ends, and an escaped path matches
 * itself. */
#include "fuzz_box.h"

#include "source/glob.h"
#include "source/ignore.h"

/* Every byte as it is. */
static cc_str escape(cc_arena *arena, cc_str path)
{
    char *ret = cc_arena_alloc(arena, 2 * path.len + 1, 1);
    for (size_t i = 0; i < path.len; i++) {
        ret[2 * i]     = '\\';
        ret[2 * i + 1] = path.ptr[i];
    }
    return (cc_str){ret, 2 * path.len};
}

static void check_ignore(cc_str path, const cc_ignore *ignore)
{
    bool any = false;
    for (size_t i = 0; i < ignore->count; i++) {
        const cc_ignore_rule *rule = &ignore->rules[i];
        promise(rule->glob.len > 0, "an empty glob");
        any |= cc_glob_match(rule->glob, path);
        cc_glob_covers(rule->glob, path);
    }
    promise(any || !cc_ignore_has(ignore, path, true), "left out by no glob");
    promise(cc_ignore_has(ignore, path, true) || !cc_ignore_has(ignore, path, false) ||
                ignore->count > 1,
            "a file is left out and a folder is not");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cc_arena  arena  = {0};
    cc_str    rest   = input_of(data, size);
    cc_str    path   = take_until(&rest, '\n');
    cc_ignore ignore = {0};
    cc_ignore_parse(&arena, rest, &ignore);
    check_ignore(path, &ignore);
    promise(cc_glob_match(escape(&arena, path), path), "an escaped path does not match itself");
    cc_arena_release(&arena);
    return 0;
}
