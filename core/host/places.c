/* places.c - where the shipped rules and plugins are. */
#include "host/places.h"

#include <libgen.h>
#include <unistd.h>

static bool is_there(const char *path)
{
    return access(path, R_OK) == 0;
}

static cc_status join(char *ret, size_t size, const char *folder, const char *name, cc_fault *fault)
{
    int n = snprintf(ret, size, "%s/%s", folder, name);
    if (n < 0 || (size_t)n >= size)
        return cc_fault_set(fault, CC_FATAL, "the path of '%s' is too long", name);
    return CC_OK;
}

static cc_status find(char *ret, size_t size, const char *folder, const char *built,
                      const char *installed, cc_fault *fault)
{
    CC_TRY(join(ret, size, folder, built, fault));
    if (is_there(ret))
        return CC_OK;
    CC_TRY(join(ret, size, folder, installed, fault));
    if (is_there(ret))
        return CC_OK;
    return cc_fault_set(fault, CC_FATAL, "cannot find '%s' beside the program, nor '%s'", built,
                        ret);
}

cc_status cc_places_find(cc_places *ret, cc_fault *fault)
{
    char    path[sizeof ret->program];
    ssize_t n = readlink("/proc/self/exe", ret->program, sizeof ret->program - 1);
    if (n < 0)
        return cc_fault_set(fault, CC_FATAL, "cannot tell where the program is");
    ret->program[n]    = '\0';
    const char *folder = dirname(memcpy(path, ret->program, sizeof path));
    CC_TRY(
        find(ret->rules, sizeof ret->rules, folder, "rules", "../share/claimcheck/rules", fault));
    return find(ret->plugins, sizeof ret->plugins, folder, "plugins", "../lib/claimcheck", fault);
}
