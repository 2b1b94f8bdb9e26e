/* fuzz_record.c - any line as a record: refused, or written as it was read. */
#include "fuzz_box.h"

#include "store/record.h"
#include "text/utf8.h"

typedef struct line {
    cc_arena *arena;
    cc_bytes  text;
} line;

static void keep(cc_json *json, const char *bytes, size_t len)
{
    line *to = json->user;
    cc_bytes_put(to->arena, &to->text, (cc_str){bytes, len});
}

/* Without the line end. */
static cc_str write(cc_arena *arena, const cc_record *record)
{
    line    to   = {.arena = arena};
    cc_json json = {.put = keep, .user = &to};
    cc_record_write(&json, record);
    promise(to.text.len > 0 && to.text.ptr[to.text.len - 1] == '\n', "a record without a line end");
    cc_str ret = {to.text.ptr, to.text.len - 1};
    promise(memchr(ret.ptr, '\n', ret.len) == NULL, "a record of two lines");
    return ret;
}

static void check_line(cc_record_reader *reader, cc_str text)
{
    cc_record record, again;
    cc_fault  fault = {0};
    if (cc_record_read(reader, text, &record, &fault) != CC_OK) {
        promise(fault.message[0] != '\0', "a line refused without a word");
        return;
    }
    cc_str           once  = write(reader->arena, &record);
    cc_record_reader other = {.arena = reader->arena};
    promise(cc_record_read(&other, once, &again, &fault) == CC_OK,
            "what was written is refused: %s", fault.message);
    cc_str twice = write(reader->arena, &again);
    promise(cc_str_eq(once, twice), "'%.*s' becomes '%.*s'", CC_F(once), CC_F(twice));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cc_arena         arena  = {0};
    cc_record_reader reader = {.arena = &arena};
    for (cc_str rest = input_of(data, size); rest.len > 0;)
        check_line(&reader, take_until(&rest, '\n'));
    cc_arena_release(&arena);
    return 0;
}
