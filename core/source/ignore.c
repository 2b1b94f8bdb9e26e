/* ignore.c - reading and applying .claimcheckignore. */
#include "source/ignore.h"

#include "source/glob.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_FILE_BYTES = 1024 * 1024 };

/* Blanks at the end do not count unless a '\' stands before the last one. */
static cc_str strip_end(cc_str line)
{
    while (line.len > 0 && cc_is_blank(line.ptr[line.len - 1]) &&
           !(line.len > 1 && line.ptr[line.len - 2] == '\\'))
        line.len--;
    return line;
}

static bool parse_line(cc_str line, cc_ignore_rule *ret)
{
    line = strip_end(line);
    if (line.len == 0 || line.ptr[0] == '#')
        return false;
    ret->takes_in = line.ptr[0] == '!';
    if (ret->takes_in)
        line = cc_str_sub(line, 1, line.len - 1);
    ret->folders_only = cc_str_ends(line, CC_S("/"));
    if (ret->folders_only)
        line.len--;
    ret->glob = line;
    return line.len > 0;
}

void cc_ignore_parse(cc_arena *arena, cc_str text, cc_ignore *ret)
{
    CC_LIST(cc_ignore_rule) rules = {0};
    while (text.len > 0) {
        const char    *end  = memchr(text.ptr, '\n', text.len);
        size_t         len  = end == NULL ? text.len : (size_t)(end - text.ptr);
        cc_ignore_rule rule = {0};
        if (parse_line(cc_str_sub(text, 0, len), &rule))
            *cc_push(arena, &rules) = rule;
        len += end != NULL;
        text = cc_str_sub(text, len, text.len - len);
    }
    ret->rules = rules.at;
    ret->count = rules.n;
}

/* NULL: errno tells; ENOENT: it is no regular file. Opening a named pipe would wait for a writer. */
static FILE *open_regular(const char *path)
{
    struct stat st;
    int         fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
        return fdopen(fd, "r");
    if (fd >= 0) {
        close(fd);
        errno = ENOENT;
    }
    return NULL;
}

cc_status cc_ignore_read(cc_arena *arena, const char *folder, cc_ignore *ret, cc_fault *fault)
{
    cc_str path = cc_arena_printf(arena, "%s/" CC_IGNORE_FILE, folder);
    FILE  *file = open_regular(path.ptr);
    if (file == NULL && (errno == ENOENT || errno == ENOTDIR || errno == EACCES || errno == ENXIO))
        return CC_OK;
    if (file == NULL)
        return cc_fault_set(fault, CC_FATAL, "cannot read '%s': %s", path.ptr, strerror(errno));
    char  *text = cc_arena_alloc(arena, MAX_FILE_BYTES, 1);
    size_t len  = fread(text, 1, MAX_FILE_BYTES, file);
    bool   bad  = ferror(file) != 0 || len == MAX_FILE_BYTES;
    fclose(file);
    if (bad)
        return cc_fault_set(fault, CC_FATAL, "cannot read '%s', or it is over 1 MiB", path.ptr);
    cc_ignore_parse(arena, (cc_str){text, len}, ret);
    return CC_OK;
}

bool cc_ignore_has(const cc_ignore *ignore, cc_str path, bool is_folder)
{
    for (; ignore != NULL; ignore = ignore->above) {
        cc_str inner = cc_str_sub(path, ignore->prefix_len, path.len - ignore->prefix_len);
        for (size_t i = ignore->count; i-- > 0;) {
            const cc_ignore_rule *rule = &ignore->rules[i];
            if ((is_folder || !rule->folders_only) && cc_glob_match(rule->glob, inner))
                return !rule->takes_in;
        }
    }
    return false;
}
