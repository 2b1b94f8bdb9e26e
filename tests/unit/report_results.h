/* report_results.h - made-up results for the tests of reporters, and a sink that keeps what they
 * write. */
#ifndef REPORT_RESULTS_H
#define REPORT_RESULTS_H

#include <claimcheck.h>
#include <stdlib.h>
#include <string.h>

#define S(z) ((cc_str){z, strlen(z)})
#define COUNT(array) (sizeof(array) / sizeof *(array))

typedef struct kept {
    cc_byte_sink sink;
    char        *text; /* NUL-terminated */
    size_t       len;
    size_t       max; /* more than this cannot be written */
} kept;

static cc_status keep(cc_byte_sink *sink, cc_str bytes)
{
    kept *k = sink->core;
    if (k->len + bytes.len > k->max)
        return CC_FATAL;
    k->text = realloc(k->text, k->len + bytes.len + 1);
    memcpy(k->text + k->len, bytes.ptr, bytes.len);
    k->len += bytes.len;
    k->text[k->len] = '\0';
    return CC_OK;
}

static void kept_init(kept *k, size_t max)
{
    *k           = (kept){.sink = {.size = sizeof k->sink, .put = keep}, .max = max};
    k->text      = calloc(1, 1);
    k->sink.core = k;
}

static const cc_doc_ref draft = {.size = sizeof draft, .path = {"memos/draft.txt", 15}};
/* A member whose name holds an escape sequence that is not escaped yet. */
static const cc_doc_ref member = {.size = sizeof member, .path = {"a.zip!\x1b[2J.txt", 14}};

/* A side whose `figure` is what it stands for in `sentence`. */
static inline cc_side make_side(const cc_doc_ref *doc, const char *sentence, const char *figure,
                                int64_t mant, int32_t exp10)
{
    const char *at = strstr(sentence, figure);
    return (cc_side){
        .doc      = doc,
        .position = {.place  = {.kind = CC_PLACE_BYTES, .at.bytes = {812, 820}},
                     .line   = 14,
                     .column = 31},
        .text     = S(figure),
        .sentence = S(sentence),
        .mark     = {(uint32_t)(at - sentence), (uint32_t)strlen(figure)},
        .kind     = CC_MONEY,
        .value    = {.stated = {mant, exp10},
                     .low    = {mant * 10 - 5, exp10 - 1},
                     .high   = {mant * 10 + 5, exp10 - 1},
                     .flags  = CC_HIGH_OPEN},
        .unit     = S("USD"),
    };
}

#endif
