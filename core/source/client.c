/* client.c - the callbacks, and what libarchive's errors mean. */
#include "source/client.h"

#include <stdio.h>

static void keep_tail(cc_client *client)
{
    cc_str block = client->block;
    if (block.len >= CC_CLIENT_TAIL)
        memcpy(client->tail, block.ptr + block.len - CC_CLIENT_TAIL, CC_CLIENT_TAIL);
}

/* At the end the last block stays, for what is asked about it later. */
static la_ssize_t on_read(struct archive *handle, void *user, const void **ret)
{
    (void)handle;
    cc_client *client = user;
    keep_tail(client);
    cc_str block   = cc_stream_next(client->stream);
    client->at_end = block.len == 0;
    if (!client->at_end) {
        client->start += client->block.len;
        client->block = block;
    }
    *ret = block.ptr;
    return (la_ssize_t)block.len;
}

static la_int64_t on_seek(struct archive *handle, void *user, la_int64_t offset, int whence)
{
    (void)handle;
    cc_client *client = user;
    if (whence == SEEK_CUR)
        offset += (la_int64_t)(client->start + client->block.len);
    else if (whence == SEEK_END)
        offset += (la_int64_t)client->stream->size;
    if (offset < 0)
        return ARCHIVE_FATAL;
    cc_stream_seek(client->stream, (uint64_t)offset);
    client->block = (cc_str){0};
    client->start = client->stream->offset;
    return (la_int64_t)client->start;
}

int cc_client_open(cc_client *client, struct archive *handle, bool by_seeking)
{
    archive_read_set_read_callback(handle, on_read);
    if (by_seeking)
        archive_read_set_seek_callback(handle, on_seek);
    archive_read_set_callback_data(handle, client);
    return archive_read_open1(handle);
}

static bool is_zero(cc_str s)
{
    return s.len == 0 || (s.ptr[0] == 0 && memcmp(s.ptr, s.ptr + 1, s.len - 1) == 0);
}

bool cc_client_only_zeros(cc_client *client, uint64_t offset)
{
    bool   zeros = true;
    size_t seen  = offset > client->start ? (size_t)(offset - client->start) : 0;
    cc_str block = client->block;
    if (seen < block.len)
        zeros = is_zero(cc_str_sub(block, seen, block.len - seen));
    while ((block = cc_stream_next(client->stream)).len > 0)
        zeros = zeros && is_zero(block);
    return zeros;
}

bool cc_client_zeros_before(const cc_client *client, uint64_t offset)
{
    if (offset == client->start)
        return is_zero((cc_str){client->tail, CC_CLIENT_TAIL}) && offset >= CC_CLIENT_TAIL;
    if (offset < client->start + CC_CLIENT_TAIL || offset > client->start + client->block.len)
        return false;
    size_t at = (size_t)(offset - client->start) - CC_CLIENT_TAIL;
    return is_zero(cc_str_sub(client->block, at, CC_CLIENT_TAIL));
}

/* libarchive tells its errors apart by their messages only. */
const char *cc_client_reason(const cc_client *client, struct archive *handle)
{
    static const struct {
        const char *part, *reason;
    } WORDS[] = {
        {"ncrypt", "encrypted"},       {"assphrase", "encrypted"},      {"runcated", "truncated"},
        {"nsupported", "unsupported"}, {"ot supported", "unsupported"},
    };
    const char *message = archive_error_string(handle);
    for (size_t i = 0; message != NULL && i < sizeof WORDS / sizeof *WORDS; i++)
        if (strstr(message, WORDS[i].part) != NULL)
            return WORDS[i].reason;
    return client->at_end ? "truncated" : "crc-mismatch";
}
