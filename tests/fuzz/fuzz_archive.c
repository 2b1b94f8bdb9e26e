/* fuzz_archive.c - any bytes as a file that may be an archive or compressed: what comes out is within
 * the limits, shown safely, and the same from memory and from a pipe. */
#include "fuzz_box.h"

#include "source/names.h"
#include "source/visit.h"

enum { MAX_MEMBER = 8 * 1024, MAX_MEMBERS = 64, MAX_NESTING = 2 };

typedef struct taken {
    cc_arena arena;
    CC_LIST(cc_str) lines; /* "PATH STATUS REASON BYTES" */
} taken;

static void check_shown(cc_str text)
{
    for (size_t i = 0, len; i < text.len; i += len) {
        uint32_t cp = 0;
        len         = cc_name_code_point(text, i, &cp);
        promise(len > 0, "a name that is not UTF-8");
        promise(cp >= 0x20 && (cp < 0x7F || cp > 0x9F), "a name with a control character");
        promise((cp < 0x2028 || cp > 0x202E) && (cp < 0x2066 || cp > 0x2069),
                "a name that turns the direction of writing");
    }
}

static bool is_among(const char *word, const char *const *words)
{
    while (*words != NULL && strcmp(word, *words) != 0)
        words++;
    return *words != NULL;
}

static cc_status take_member(void *user, const cc_member *m)
{
    static const char *const statuses[] = {"ok", "partial", "unreadable", "skipped", NULL};
    static const char *const reasons[]  = {
         "crc-mismatch", "depth",     "encrypted",   "io-error",         "no-text", "ratio",
         "too-large",    "truncated", "unsupported", "trailing-garbage", NULL};
    taken *t = user;
    check_shown(m->path);
    check_shown(m->detail);
    promise(is_among(m->status, statuses), "a status '%s'", m->status);
    promise((strcmp(m->status, "ok") == 0) == (m->reason[0] == '\0'), "%s with the reason '%s'",
            m->status, m->reason);
    promise(m->reason[0] == '\0' || is_among(m->reason, reasons), "a reason '%s'", m->reason);
    promise(m->bytes.len <= MAX_MEMBER, "a member of %zu bytes", m->bytes.len);
    promise((m->bytes.len > 0) == (m->owned != NULL), "bytes that are no one's");
    *cc_push(&t->arena, &t->lines) = cc_arena_printf(&t->arena, "%.*s %s %s %.*s", CC_F(m->path),
                                                     m->status, m->reason, CC_F(m->bytes));
    free(m->owned);
    return CC_OK;
}

static void enter(cc_str bytes, bool by_seeking, taken *ret)
{
    cc_fault          fault   = {0};
    cc_source_options options = cc_source_standard();
    options.max_member_bytes  = MAX_MEMBER;
    options.max_members       = MAX_MEMBERS;
    options.max_nesting       = MAX_NESTING;
    cc_visit   visit          = {.options = &options,
                                 .each    = take_member,
                                 .user    = ret,
                                 .fault   = &fault,
                                 .utf8    = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0)};
    cc_item    item           = {.path = CC_S("a")};
    cc_stream *base           = cc_stream_memory(&visit.scratch, bytes);
    base->can_seek            = by_seeking;
    promise(cc_enter(&visit, &item, base) == CC_OK, "a file stops the run: %s", fault.message);
    freelocale(visit.utf8);
    cc_arena_release(&visit.scratch);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    taken seeking = {0}, piped = {0};
    enter(input_of(data, size), true, &seeking);
    enter(input_of(data, size), false, &piped);
    promise(seeking.lines.n == piped.lines.n, "%zu members by seeking, %zu from a pipe",
            seeking.lines.n, piped.lines.n);
    for (size_t i = 0; i < piped.lines.n; i++)
        promise(cc_str_eq(seeking.lines.at[i], piped.lines.at[i]),
                "'%.*s' by seeking, '%.*s' from a pipe", CC_F(seeking.lines.at[i]),
                CC_F(piped.lines.at[i]));
    cc_arena_release(&seeking.arena);
    cc_arena_release(&piped.arena);
    return 0;
}
