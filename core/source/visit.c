/* visit.c - which documents are asked for, and handing them on. */
#include "source/visit.h"

#include "source/glob.h"
#include "source/names.h"

#include <stdlib.h>

static bool make_room(cc_buffer *buffer, size_t len)
{
    enum { FIRST = 16 * 1024 };
    if (buffer->cap - buffer->len >= len)
        return true;
    size_t cap = buffer->cap == 0 ? FIRST : buffer->cap * 2;
    if (cap < buffer->len + len)
        cap = buffer->len + len;
    char *ptr = realloc(buffer->ptr, cap);
    if (ptr == NULL)
        return false;
    buffer->ptr = ptr;
    buffer->cap = cap;
    return true;
}

bool cc_buffer_put(cc_buffer *buffer, const void *bytes, size_t len)
{
    if (len == 0)
        return true;
    if (!make_room(buffer, len))
        return false;
    if (bytes == NULL)
        memset(buffer->ptr + buffer->len, 0, len);
    else
        memcpy(buffer->ptr + buffer->len, bytes, len);
    buffer->len += len;
    return true;
}

void cc_buffer_release(cc_buffer *buffer)
{
    free(buffer->ptr);
    *buffer = (cc_buffer){0};
}

static cc_str after_last_mark(cc_str path)
{
    size_t at = path.len;
    while (at > 0 && path.ptr[at - 1] != '!')
        at--;
    return cc_str_sub(path, at, path.len - at);
}

static bool any_covers(const char *const *globs, cc_str path)
{
    cc_str inner = after_last_mark(path);
    for (; *globs != NULL; globs++) {
        cc_str glob = cc_str_z(*globs);
        if (cc_glob_covers(glob, path) || cc_glob_covers(glob, inner))
            return true;
    }
    return false;
}

/* Whether `path` is `whole` or lies in it; all do in an empty one. */
static bool is_within(cc_str path, cc_str whole)
{
    if (whole.len == 0)
        return true;
    return cc_str_starts(path, whole) &&
           (path.len == whole.len || path.ptr[whole.len] == '/' || path.ptr[whole.len] == '!');
}

static bool is_excluded(const cc_visit *visit, cc_str path)
{
    return visit->options->exclude != NULL && any_covers(visit->options->exclude, path);
}

bool cc_visit_wants(const cc_visit *visit, cc_str path)
{
    return is_within(path, visit->only) && !is_excluded(visit, path) &&
           (visit->options->include == NULL || any_covers(visit->options->include, path));
}

bool cc_visit_enters(const cc_visit *visit, cc_str path)
{
    return (is_within(path, visit->only) || is_within(visit->only, path)) &&
           !is_excluded(visit, path);
}

static cc_status hand_on(cc_visit *visit, const cc_item *item, cc_member *member)
{
    if (is_within(item->path, visit->only))
        visit->found = true;
    member->path    = item->path;
    member->charset = item->charset;
    member->date    = item->date;
    if (item->cut && member->detail.len == 0)
        member->detail = CC_S("its name is longer than is shown");
    return visit->each(visit->user, member);
}

cc_status cc_visit_give(cc_visit *visit, const cc_item *item, cc_buffer *buffer, const char *status,
                        const char *reason, const char *detail)
{
    if (buffer->len == 0)
        cc_buffer_release(buffer);
    char     *fitting = buffer->len == 0 ? NULL : realloc(buffer->ptr, buffer->len);
    cc_member member  = {.owned  = fitting != NULL ? fitting : buffer->ptr,
                         .status = status,
                         .reason = reason,
                         .detail = cc_name_show(&visit->scratch, cc_str_z(detail), NULL)};
    member.bytes      = (cc_str){member.owned, buffer->len};
    *buffer           = (cc_buffer){0};
    return hand_on(visit, item, &member);
}

cc_status cc_visit_tell(cc_visit *visit, const cc_item *item, const char *status,
                        const char *reason, const char *detail)
{
    return cc_visit_give(visit, item, &(cc_buffer){0}, status, reason, detail);
}
