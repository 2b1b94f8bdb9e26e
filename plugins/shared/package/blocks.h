/* blocks.h - blocks that wait: the cells of a table, notes that come before what they belong to. */
#ifndef CC_SHARED_BLOCKS_H
#define CC_SHARED_BLOCKS_H

#include <claimcheck.h>

typedef struct cc_blocks {
    cc_block_in *at;
    size_t       n, cap;
} cc_blocks;

/* Copies a block with its labels into the memory of the host. */
void cc_blocks_keep(const cc_host *host, cc_blocks *blocks, const cc_block_in *block);

/* Room for one more entry of `size` bytes: `at` moved where there is none. */
void *cc_blocks_grow(const cc_host *host, void *at, size_t n, size_t *cap, size_t size);

#endif
