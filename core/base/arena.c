/* arena.c - a list of chunks; the newest is filled first. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct cc_chunk {
    cc_chunk *before;
    size_t    used, cap;
};

enum { ALIGN = 16, FIRST_CHUNK = 64 * 1024, LARGEST_CHUNK = 8 * 1024 * 1024 };

/* Under AddressSanitizer each allocation is a chunk of its own, so that an overrun or a use
 * after rewind is seen. */
#ifdef __SANITIZE_ADDRESS__
enum { ONE_CHUNK_EACH = 1 };
#else
enum { ONE_CHUNK_EACH = 0 };
#endif

static size_t header_size(void)
{
    return (sizeof(cc_chunk) + ALIGN - 1) / ALIGN * ALIGN;
}

_Noreturn static void die(size_t bytes)
{
    fprintf(stderr, "claimcheck: out of memory (%zu bytes asked for)\n", bytes);
    abort();
}

static cc_chunk *new_chunk(cc_arena *arena, size_t bytes)
{
    size_t cap = arena->last == NULL ? FIRST_CHUNK : arena->last->cap * 2;
    if (cap > LARGEST_CHUNK)
        cap = LARGEST_CHUNK;
    if (ONE_CHUNK_EACH || cap < bytes)
        cap = bytes;
    cc_chunk *chunk = malloc(header_size() + cap);
    if (chunk == NULL)
        die(cap);
    *chunk      = (cc_chunk){.before = arena->last, .cap = cap};
    arena->last = chunk;
    return chunk;
}

void *cc_arena_alloc(cc_arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > (SIZE_MAX - ALIGN) / 2 / size)
        die(SIZE_MAX);
    size_t    bytes = (count * size + ALIGN - 1) / ALIGN * ALIGN;
    cc_chunk *chunk = arena->last;
    if (ONE_CHUNK_EACH || chunk == NULL || chunk->cap - chunk->used < bytes)
        chunk = new_chunk(arena, bytes);
    void *ret = (char *)chunk + header_size() + chunk->used;
    chunk->used += bytes;
    return bytes == 0 ? ret : memset(ret, 0, bytes);
}

void *cc_arena_grow(cc_arena *arena, void *old, size_t n, size_t *cap, size_t size)
{
    *cap      = *cap == 0 ? 8 : *cap * 2;
    void *ret = cc_arena_alloc(arena, *cap, size);
    if (n > 0)
        memcpy(ret, old, n * size);
    return ret;
}

cc_mark cc_arena_mark(const cc_arena *arena)
{
    return (cc_mark){arena->last, arena->last == NULL ? 0 : arena->last->used};
}

void cc_arena_rewind(cc_arena *arena, cc_mark mark)
{
    while (arena->last != mark.chunk) {
        cc_chunk *before = arena->last->before;
        free(arena->last);
        arena->last = before;
    }
    if (arena->last != NULL)
        arena->last->used = mark.used;
}

void cc_arena_release(cc_arena *arena)
{
    cc_arena_rewind(arena, (cc_mark){0});
}

size_t cc_arena_bytes(const cc_arena *arena)
{
    size_t bytes = 0;
    for (const cc_chunk *chunk = arena->last; chunk != NULL; chunk = chunk->before)
        bytes += chunk->used;
    return bytes;
}

cc_str cc_arena_dup(cc_arena *arena, cc_str s)
{
    char *copy = cc_arena_alloc(arena, s.len + 1, 1);
    if (s.len > 0)
        memcpy(copy, s.ptr, s.len);
    return (cc_str){copy, s.len};
}

cc_str cc_arena_printf(cc_arena *arena, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int   len  = vsnprintf(NULL, 0, format, args);
    char *text = cc_arena_alloc(arena, (size_t)len + 1, 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    va_end(args);
    return (cc_str){text, (size_t)len};
}
