/* argument.c - paths as given: files, folders, "archive!member", "-". */
#include "source/argument.h"

#include "source/names.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static cc_str tidy(cc_str path)
{
    while (cc_str_starts(path, CC_S("./")))
        path = cc_str_sub(path, 2, path.len - 2);
    while (path.len > 1 && cc_str_ends(path, CC_S("/")))
        path.len--;
    return cc_str_eq(path, CC_S(".")) ? cc_str_sub(path, 0, 0) : path;
}

static const char *odd_kind(mode_t mode)
{
    return S_ISFIFO(mode) ? "a named pipe" : S_ISSOCK(mode) ? "a socket" : "a device";
}

/* Errors as cc_argument_list; *ret->path exists. */
static cc_status classify(cc_argument *ret, const struct stat *st, cc_fault *fault)
{
    if (!S_ISREG(st->st_mode) && !S_ISDIR(st->st_mode))
        return cc_fault_set(fault, CC_FATAL, "cannot read '%s': it is %s; '-' reads standard input",
                            ret->path, odd_kind(st->st_mode));
    ret->kind = S_ISDIR(st->st_mode) ? CC_ARGUMENT_FOLDER : CC_ARGUMENT_FILE;
    if (access(ret->path, R_OK) != 0)
        return cc_fault_set(fault, CC_FATAL, "cannot read '%s': %s", ret->path, strerror(errno));
    return CC_OK;
}

/* Splits "archive!member" at the first '!' behind which no file of that longer name stands. */
static bool split(cc_arena *arena, const char *path, cc_argument *ret, struct stat *st)
{
    for (const char *mark = strchr(path, '!'); mark != NULL; mark = strchr(mark + 1, '!')) {
        cc_str file = cc_arena_dup(arena, (cc_str){path, (size_t)(mark - path)});
        if (stat(file.ptr, st) != 0 || !S_ISREG(st->st_mode))
            continue;
        ret->path  = file.ptr;
        ret->shown = cc_name_show(arena, tidy(file), NULL);
        ret->only =
            cc_arena_printf(arena, "%.*s!%.*s", CC_F(ret->shown), CC_F(tidy(cc_str_z(mark + 1))));
        return true;
    }
    return false;
}

static cc_status resolve(cc_arena *arena, const cc_source_options *options, const char *path,
                         cc_argument *ret, cc_fault *fault)
{
    struct stat st;
    *ret = (cc_argument){.path = path};
    if (strcmp(path, "-") == 0) {
        const char *name = options->stdin_name == NULL ? "-" : options->stdin_name;
        ret->kind        = CC_ARGUMENT_STDIN;
        ret->shown       = cc_name_show(arena, cc_str_z(name), NULL);
        return CC_OK;
    }
    ret->shown = cc_name_show(arena, tidy(cc_str_z(path)), NULL);
    if (stat(path, &st) == 0)
        return classify(ret, &st, fault);
    int error = errno;
    if (split(arena, path, ret, &st))
        return classify(ret, &st, fault);
    return cc_fault_set(fault, CC_FATAL, "cannot read '%s': %s", path, strerror(error));
}

static cc_str whole(const cc_argument *a)
{
    return a->only.len > 0 ? a->only : a->shown;
}

static int compare(const void *left, const void *right)
{
    return cc_str_cmp(whole(left), whole(right));
}

cc_status cc_argument_list(cc_arena *arena, const cc_source_options *options,
                           const char *const *paths, size_t count, cc_argument **ret,
                           cc_fault *fault)
{
    cc_argument *list = cc_new(arena, cc_argument, count);
    for (size_t i = 0; i < count; i++)
        CC_TRY(resolve(arena, options, paths[i], &list[i], fault));
    if (count > 1)
        qsort(list, count, sizeof *list, compare);
    *ret = list;
    return CC_OK;
}
