/* reader_box.h - a document out of the bytes of a file, by a reader under test, as the host makes
 * one; and what tests of its blocks and places need. */
#ifndef READER_BOX_H
#define READER_BOX_H

#include "base/bounds.h"
#include "text/doc.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static cc_abbreviations abbreviations;
static cc_arena         group;

typedef struct fixture {
    cc_arena    arena;
    cc_builder  builder;
    cc_fault    fault;
    cc_document doc;
    cc_lost     lost;
} fixture;

static void *alloc_in_arena(const cc_host *host, size_t bytes, size_t align)
{
    (void)align;
    return cc_arena_alloc(host->core, bytes, 1);
}

static cc_status put_block(cc_block_sink *sink, const cc_block_in *block)
{
    fixture *f = sink->core;
    return cc_builder_put(&f->builder, block, &f->fault);
}

static cc_status put_meta(cc_block_sink *sink, cc_str key, cc_str value)
{
    fixture *f = sink->core;
    cc_builder_meta(&f->builder, key, value, CC_S("reader"));
    return CC_OK;
}

static cc_status put_fault(const cc_host *host, cc_status status, uint32_t off, const char *fmt,
                           ...)
{
    (void)host, (void)off, (void)fmt;
    return status;
}

/* What the reader's options are set to; all of them. */
static const char *option_value = "";

static const char *give_option(const cc_host *host, const char *name)
{
    (void)host, (void)name;
    return option_value;
}

static void put_lost(cc_block_sink *sink, cc_lost why)
{
    fixture *f = sink->core;
    f->lost    = why;
}

typedef cc_status read_function(void *self, const cc_host *, cc_str bytes, cc_block_sink *out);

/* `f` holds nothing but what the decoded bytes stand in. */
static cc_status read_decoded(fixture *f, read_function *read, const cc_decoded *decoded,
                              cc_str bytes, size_t max_text_bytes)
{
    cc_builder_init(&f->builder, &f->arena, decoded, &abbreviations, max_text_bytes);
    cc_host       host = {.size   = sizeof host,
                          .core   = &f->arena,
                          .alloc  = alloc_in_arena,
                          .fail   = put_fault,
                          .option = give_option};
    cc_block_sink sink = {
        .size = sizeof sink, .core = f, .block = put_block, .meta = put_meta, .lost = put_lost};
    cc_status status = read(NULL, &host, decoded->text, &sink);
    cc_builder_finish(&f->builder, bytes, &f->doc);
    return status;
}

/* A reader of text. */
static inline cc_status read_with(fixture *f, read_function *read, cc_str bytes,
                                  size_t max_text_bytes)
{
    cc_decoded decoded;
    *f = (fixture){0};
    cc_utf8_decode(&f->arena, bytes, &decoded);
    return read_decoded(f, read, &decoded, bytes, max_text_bytes);
}

/* A reader of bytes. */
static inline cc_status read_packed(fixture *f, read_function *read, cc_str bytes,
                                    size_t max_text_bytes)
{
    *f = (fixture){0};
    return read_decoded(f, read, &(cc_decoded){.text = bytes}, bytes, max_text_bytes);
}

static int load_abbreviations(void **state)
{
    cc_fault fault = {0};
    (void)state;
    if (cc_abbreviations_load(&group, CC_S("rules/en"), &abbreviations, &fault) == CC_OK)
        return 0;
    cc_fault_print(&fault, stderr);
    return 1;
}

static int release_abbreviations(void **state)
{
    (void)state;
    cc_arena_release(&group);
    return 0;
}

/* A line each: kind, level, row, column, text. */
static void render(const fixture *f, cc_bytes *out, cc_arena *arena)
{
    for (size_t i = 0; i < f->doc.abi.block_count; i++) {
        const cc_block *b    = &f->doc.abi.blocks[i];
        cc_str          text = cc_str_span(f->doc.abi.text, b->span);
        cc_str          as =
            cc_arena_printf(arena, "%c%u|%.*s%s%.*s|%.*s\n", " PHICGFEMX"[b->kind], b -> level,
                            CC_F(b->row), b -> row.len > 0 ? "|" : "", CC_F(b->column), CC_F(text));
        cc_bytes_put(arena, out, as);
    }
}

enum { MAX_NASTY = 512 };

typedef struct nasty {
    char   bytes[MAX_NASTY];
    size_t len;
} nasty;

static inline void add(nasty *n, const char *part, size_t len)
{
    if (len > sizeof n->bytes - n->len)
        return;
    memcpy(n->bytes + n->len, part, len);
    n->len += len;
}

static inline uint64_t next_random(uint64_t *seed, uint64_t below)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (*seed >> 33) % below;
}

/* A NUL beside a blank makes two of them. */
static inline cc_str fold_blanks(cc_arena *arena, cc_str text)
{
    cc_bytes out = {0};
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] != ' ' || i == 0 || text.ptr[i - 1] != ' ')
            cc_bytes_put(arena, &out, cc_str_sub(text, i, 1));
    return (cc_str){out.ptr, out.len};
}

/* Slow and plain: counts from the first byte on. */
static inline void count_place(cc_str bytes, size_t offset, uint32_t *row, uint32_t *column)
{
    size_t at = cc_str_starts(bytes, CC_S("\xEF\xBB\xBF")) ? 3 : 0;
    *row = *column = 1;
    while (at < offset) {
        size_t len  = cc_utf8_valid_at(bytes, at);
        bool   crlf = bytes.ptr[at] == '\r' && at + 1 < bytes.len && bytes.ptr[at + 1] == '\n';
        bool   end  = bytes.ptr[at] == '\n' || (bytes.ptr[at] == '\r' && !crlf);
        *row += end;
        *column = end ? 1 : *column + 1;
        at += len == 0 ? 1 : len;
    }
}

/* Whether `offset` lies within a piece that maps as a whole. */
static inline bool is_within(const cc_map *map, size_t offset)
{
    for (size_t i = 0; i < map->n; i++) {
        const cc_segment *s = &map->at[i];
        if (!s->verbatim && offset > s->text_off && offset < s->text_off + s->text_len)
            return true;
    }
    return false;
}

/* The ends that a span of the block can have; returns how many. */
static inline size_t find_ends(const fixture *f, cc_span block, uint32_t *ends)
{
    size_t n = 0, len;
    for (size_t i = block.off; i < block.off + block.len; i += len) {
        cc_utf8_at(f->doc.abi.text, i, &len);
        if (!is_within(&f->doc.origin, i))
            ends[n++] = (uint32_t)i;
    }
    ends[n++] = block.off + block.len;
    return n;
}

#endif
