/* blocks.c - copies. */
#include "shared/package/blocks.h"

#include <string.h>

void *cc_blocks_grow(const cc_host *host, void *at, size_t n, size_t *cap, size_t size)
{
    if (n < *cap)
        return at;
    *cap      = *cap * 2 + 16;
    void *ret = host->alloc(host, *cap * size, sizeof(void *));
    if (n > 0)
        memcpy(ret, at, n * size);
    return ret;
}

static void *copy_bytes(const cc_host *host, const void *from, size_t len)
{
    void *ret = host->alloc(host, len + 1, sizeof(void *));
    if (len > 0)
        memcpy(ret, from, len);
    return ret;
}

static cc_str copy_str(const cc_host *host, cc_str s)
{
    return s.len == 0 ? (cc_str){0} : (cc_str){copy_bytes(host, s.ptr, s.len), s.len};
}

void cc_blocks_keep(const cc_host *host, cc_blocks *blocks, const cc_block_in *block)
{
    blocks->at = cc_blocks_grow(host, blocks->at, blocks->n, &blocks->cap, sizeof *blocks->at);
    cc_block_in *copy = &blocks->at[blocks->n++];
    *copy             = *block;
    copy->text        = copy_str(host, block->text);
    copy->row         = copy_str(host, block->row);
    copy->column      = copy_str(host, block->column);
    copy->pieces      = copy_bytes(host, block->pieces, block->piece_count * sizeof *block->pieces);
}
