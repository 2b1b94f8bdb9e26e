/* walk.c - arguments and folders to files, each once. */
#include "source/argument.h"
#include "source/ignore.h"
#include "source/names.h"
#include "source/visit.h"

#include "base/bounds.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct walk {
    cc_visit visit;
    cc_names met;   /* shown paths of files, and of members asked for */
    cc_arena paths; /* of the folders being walked; rewound with each */
} walk;

/* A folder being walked. */
typedef struct folder {
    const char *path;  /* to open */
    cc_str      shown; /* as it stands before names: "" or with a slash */
    cc_ignore   ignore;
} folder;

cc_source_options cc_source_standard(void)
{
    return (cc_source_options){.max_member_bytes = CC_MAX_MEMBER_BYTES,
                               .max_spool_bytes  = CC_MAX_SPOOL_BYTES,
                               .max_members      = CC_MAX_MEMBERS,
                               .max_ratio        = CC_MAX_RATIO,
                               .max_nesting      = CC_MAX_NESTING};
}

/* Whether `shown` comes for the first time. */
static bool is_new(walk *w, cc_str shown)
{
    if (cc_names_has(&w->met, shown))
        return false;
    cc_names_add(&w->met, shown);
    return true;
}

static cc_status read_stream(walk *w, cc_str shown, int fd)
{
    cc_mark   mark   = cc_arena_mark(&w->visit.scratch);
    cc_item   item   = {.path = shown};
    cc_status status = cc_enter(&w->visit, &item, cc_stream_file(&w->visit.scratch, fd));
    cc_arena_rewind(&w->visit.scratch, mark);
    return status;
}

/* A file that is there but cannot be read is a document lost, not the run. */
static cc_status tell_unreadable(walk *w, cc_str shown, const char *why)
{
    cc_item item = {.path = shown};
    if (!cc_visit_enters(&w->visit, shown))
        return CC_OK;
    return cc_visit_tell(&w->visit, &item, "unreadable", "io-error", why);
}

static cc_status read_file(walk *w, cc_str shown, const char *path)
{
    if (w->visit.only.len == 0 && !is_new(w, shown))
        return CC_OK;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return tell_unreadable(w, shown, strerror(errno));
    cc_status status = read_stream(w, shown, fd);
    close(fd);
    return status;
}

static int compare_names(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* The names in a folder that are not hidden, in byte order. errno tells of an error. */
static char **list_names(cc_arena *arena, const char *path, size_t *ret_count)
{
    CC_LIST(char *) names = {0};
    DIR *dir              = opendir(path);
    if (dir == NULL)
        return NULL;
    struct dirent *entry;
    while ((errno = 0, entry = readdir(dir)) != NULL)
        if (entry->d_name[0] != '.') {
            cc_str name             = cc_arena_dup(arena, cc_str_z(entry->d_name));
            *cc_push(arena, &names) = (char *)(uintptr_t)name.ptr;
        }
    int error = errno;
    closedir(dir);
    errno = error;
    if (names.n > 1)
        qsort(names.at, names.n, sizeof *names.at, compare_names);
    *ret_count = names.n;
    return names.at;
}

static cc_status walk_folder(walk *w, const char *path, cc_str shown, const cc_ignore *above);

static cc_status visit_entry(walk *w, const folder *in, const char *name)
{
    struct stat st;
    cc_str      path  = cc_arena_printf(&w->paths, "%s/%s", in->path, name);
    cc_str      plain = cc_name_show(&w->paths, cc_str_z(name), NULL);
    cc_str      shown = cc_arena_printf(&w->paths, "%.*s%.*s", CC_F(in->shown), CC_F(plain));
    if (lstat(path.ptr, &st) != 0)
        return tell_unreadable(w, shown, strerror(errno));
    if (cc_ignore_has(&in->ignore, shown, S_ISDIR(st.st_mode)))
        return CC_OK;
    if (S_ISDIR(st.st_mode))
        return walk_folder(w, path.ptr, shown, &in->ignore);
    if (S_ISREG(st.st_mode))
        return read_file(w, shown, path.ptr);
    cc_item item = {.path = shown};
    if (!cc_visit_wants(&w->visit, shown) || !is_new(w, shown))
        return CC_OK;
    return cc_visit_tell(&w->visit, &item, "skipped", "unsupported",
                         S_ISLNK(st.st_mode) ? "symbolic link" : "no regular file");
}

/* What `above` says is said of whole shown paths, so the prefix is all of this folder's. */
static cc_status open_folder(walk *w, const char *path, cc_str shown, const cc_ignore *above,
                             folder *ret)
{
    bool slash  = shown.len > 0 && !cc_str_ends(shown, CC_S("/"));
    *ret        = (folder){.path = path};
    ret->shown  = cc_arena_printf(&w->paths, "%.*s%s", CC_F(shown), slash ? "/" : "");
    ret->ignore = (cc_ignore){.above = above, .prefix_len = ret->shown.len};
    return cc_ignore_read(&w->paths, path, &ret->ignore, w->visit.fault);
}

static cc_status walk_folder(walk *w, const char *path, cc_str shown, const cc_ignore *above)
{
    folder    in;
    size_t    count  = 0;
    cc_status status = open_folder(w, path, shown, above, &in);
    if (status != CC_OK)
        return status;
    errno        = 0;
    char **names = list_names(&w->paths, path, &count);
    if (errno != 0)
        status = tell_unreadable(w, shown, strerror(errno));
    for (size_t i = 0; i < count && status == CC_OK; i++) {
        cc_mark mark = cc_arena_mark(&w->paths);
        status       = visit_entry(w, &in, names[i]);
        cc_arena_rewind(&w->paths, mark);
    }
    return status;
}

/* Whether an argument before gave all of `only`: the archive, or a folder in it. */
static bool is_met(const walk *w, cc_str only)
{
    for (size_t len = 1; len <= only.len; len++)
        if ((len == only.len || only.ptr[len] == '/' || only.ptr[len] == '!') &&
            cc_names_has(&w->met, cc_str_sub(only, 0, len)))
            return true;
    return false;
}

static cc_status read_members(walk *w, const cc_argument *argument)
{
    if (is_met(w, argument->only))
        return CC_OK;
    w->visit.only    = argument->only;
    w->visit.found   = false;
    cc_status status = read_file(w, argument->shown, argument->path);
    w->visit.only    = (cc_str){0};
    cc_names_add(&w->met, argument->only);
    if (status == CC_OK && !w->visit.found)
        return cc_fault_set(w->visit.fault, CC_FATAL, "cannot read '%.*s': no such member",
                            CC_F(argument->only));
    return status;
}

static cc_status read_argument(walk *w, const cc_argument *argument)
{
    if (argument->only.len > 0)
        return read_members(w, argument);
    if (argument->kind == CC_ARGUMENT_FILE)
        return read_file(w, argument->shown, argument->path);
    if (argument->kind == CC_ARGUMENT_FOLDER)
        return walk_folder(w, argument->path, argument->shown, NULL);
    if (!is_new(w, argument->shown))
        return CC_OK;
    return read_stream(w, argument->shown, STDIN_FILENO);
}

cc_status cc_source_walk(const cc_source_options *options, const char *const *paths, size_t count,
                         cc_on_member *each, void *user, cc_fault *fault)
{
    walk         w      = {.visit = {.options = options,
                                     .each    = each,
                                     .user    = user,
                                     .fault   = fault,
                                     .utf8    = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0)}};
    cc_arena     arena  = {0};
    cc_argument *list   = NULL;
    cc_status    status = cc_argument_list(&arena, options, paths, count, &list, fault);
    for (size_t i = 0; i < count && status == CC_OK; i++)
        status = read_argument(&w, &list[i]);
    if (w.visit.utf8 != (locale_t)0)
        freelocale(w.visit.utf8);
    cc_names_release(&w.met);
    cc_arena_release(&w.paths);
    cc_arena_release(&w.visit.scratch);
    cc_arena_release(&arena);
    return status;
}
