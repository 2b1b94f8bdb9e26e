/* read_ccx.c - an invented format: a line each of a letter (H heading, P paragraph, D the document's
 * date), a bar and a text. */
#include <claimcheck.h>

#include <string.h>

static int32_t bid(cc_str head, cc_str name)
{
    (void)head;
    return name.len > 4 && memcmp(name.ptr + name.len - 4, ".ccx", 4) == 0 ? 90 : 0;
}

static cc_status put_line(const cc_host *host, cc_str bytes, size_t from, size_t to,
                          cc_block_sink *out)
{
    char     letter = bytes.ptr[from];
    cc_str   text   = {bytes.ptr + from + 2, to - from - 2};
    cc_piece piece  = {.text_len = (uint32_t)text.len,
                       .flags    = CC_VERBATIM,
                       .place    = {.kind = CC_PLACE_BYTES, .at.bytes = {from + 2, to}}};
    if (letter == 'D')
        return out->meta(out, (cc_str){"date", 4}, text);
    if (letter != 'H' && letter != 'P')
        return host->fail(host, CC_FAIL, (uint32_t)from, "a line of kind '%c'", letter);
    return out->block(out, &(cc_block_in){.size        = sizeof(cc_block_in),
                                          .kind        = letter == 'H' ? CC_HEADING : CC_PARAGRAPH,
                                          .level       = letter == 'H',
                                          .text        = text,
                                          .pieces      = &piece,
                                          .piece_count = 1});
}

static cc_status read(void *self, const cc_host *host, cc_str bytes, cc_block_sink *out)
{
    cc_status status = CC_OK;
    (void)self;
    for (size_t from = 0, to; status == CC_OK && from < bytes.len; from = to + 1) {
        const char *end = memchr(bytes.ptr + from, '\n', bytes.len - from);
        to              = end == NULL ? bytes.len : (size_t)(end - bytes.ptr);
        if (to - from > 2)
            status = put_line(host, bytes, from, to, out);
    }
    return status;
}

CC_PLUGIN_ENTRY
{
    static const cc_reader stage  = {.size = sizeof stage, .bid = bid, .read = read};
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "read_ccx",
        .summary = "an invented format",
        .reader  = &stage,
    };
    return &plugin;
}
