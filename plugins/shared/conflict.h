/* conflict.h - a conflict of two claims as a finding; for checkers of groups. */
#ifndef CONFLICT_H
#define CONFLICT_H

#include <claimcheck.h>

#include <stdio.h>
#include <string.h>

/* What stands behind the last slash or '!'; an address may end with a slash. */
static inline cc_str cc_base_name(cc_str path)
{
    size_t end = path.len;
    while (end > 0 && path.ptr[end - 1] == '/')
        end--;
    size_t from = end;
    while (from > 0 && path.ptr[from - 1] != '/' && path.ptr[from - 1] != '!')
        from--;
    return (cc_str){path.ptr + from, end - from};
}

static inline bool cc_is_within(const cc_verdict *v)
{
    cc_str a = v->primary->doc->path, b = v->related->doc->path;
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

/* " a day", " per 100000 person"; "" where both are per the same, or this one per nothing. */
static inline void cc_conflict_per(const cc_claim *c, const cc_claim *other, char *text,
                                   size_t size)
{
    cc_str per = c->per;
    bool   same =
        per.len > 0 && per.len == other->per.len && memcmp(per.ptr, other->per.ptr, per.len) == 0;
    bool heads = per.len > 0 && per.ptr[0] >= '0' && per.ptr[0] <= '9';
    bool an    = per.len == 4 && memcmp(per.ptr, "hour", 4) == 0;
    text[0]    = '\0';
    if (per.len > 0 && !same)
        snprintf(text, size, " %s %.*s", heads ? "per" : an ? "an" : "a", (int)per.len, per.ptr);
}

/* "$5 million here, but $6 million in memo.txt"; returns its length. */
static inline size_t cc_conflict_message(const cc_verdict *v, char *text, size_t size)
{
    char   here[64], there[64];
    cc_str a = v->primary->text, b = v->related->text;
    cc_str name = cc_is_within(v) ? (cc_str){"elsewhere in the same document", 30}
                                  : cc_base_name(v->related->doc->path);
    cc_conflict_per(v->primary, v->related, here, sizeof here);
    cc_conflict_per(v->related, v->primary, there, sizeof there);
    int n =
        snprintf(text, size, "%.*s%s here, but %.*s%s %s%.*s", (int)a.len, a.ptr, here, (int)b.len,
                 b.ptr, there, cc_is_within(v) ? "" : "in ", (int)name.len, name.ptr);
    return n < 0 ? 0 : (size_t)n < size ? (size_t)n : size - 1;
}

static inline cc_status cc_put_conflict(const cc_verdict *v, const char *check, cc_str message,
                                        cc_finding_sink *out)
{
    cc_side    related;
    cc_finding f = {.size          = sizeof f,
                    .check         = {check, strlen(check)},
                    .score         = v->score,
                    .message       = message,
                    .reason        = v->reason,
                    .related       = &related,
                    .related_count = 1};
    out->side_of_claim(out, v->primary, &f.primary);
    out->side_of_claim(out, v->related, &related);
    return out->put(out, &f);
}

#endif
