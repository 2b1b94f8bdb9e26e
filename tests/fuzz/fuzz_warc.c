/* fuzz_warc.c - any bytes as a WARC: its records stand within the limit, and there are no more of them
 * than bytes for them. */
#include "fuzz_box.h"

#include "source/warc_record.h"

enum { MAX_CONTENT = 1024, LEAST_RECORD = 8 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cc_arena       arena  = {0};
    cc_stream     *stream = cc_stream_memory(&arena, input_of(data, size));
    cc_warc        warc   = {.stream = stream, .max_bytes = MAX_CONTENT};
    cc_warc_record record;
    size_t         records = 0;
    while (cc_warc_next(&warc, &record)) {
        promise(++records <= size / LEAST_RECORD + 1, "more records than there are bytes for");
        promise(record.len <= MAX_CONTENT, "a content of %zu bytes", record.len);
        promise(record.reason == NULL || record.detail != NULL, "a reason without words");
        if (record.len > 0)
            memset(record.content, 'x', record.len);
    }
    promise((warc.broken == 0) == (warc.reason == NULL), "%llu broken records and the reason '%s'",
            (unsigned long long)warc.broken, warc.reason == NULL ? "" : warc.reason);
    cc_stream_close(stream);
    cc_arena_release(&arena);
    return 0;
}
