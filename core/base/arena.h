/* arena.h - memory with a named lifetime.
 *
 * Every pointer points into one of three arenas, or is borrowed for the length of a call.
 *   run      lives until exit: options, rules, plugins, records and findings (one a worker).
 *   doc      is emptied after each document: blocks, text, facts.
 *   scratch  is rewound by the function that marked it.
 * Nothing else is allocated, but by libraries, whose handles are closed where they were opened,
 * and by source/, whose members are as large as the files they hold.
 *
 * Running out of memory ends the program with a message: what grows is bounded where it comes
 * in (bounds.h), so a document cannot cause it. */
#ifndef CC_BASE_ARENA_H
#define CC_BASE_ARENA_H

#include "base/str.h"

typedef struct cc_chunk cc_chunk;
typedef struct cc_arena {
    cc_chunk *last;
} cc_arena;

typedef struct cc_mark {
    cc_chunk *chunk;
    size_t    used;
} cc_mark;

/* A zeroed cc_arena is empty and ready. */
void    cc_arena_release(cc_arena *arena);
cc_mark cc_arena_mark(const cc_arena *arena);
void    cc_arena_rewind(cc_arena *arena, cc_mark mark);
size_t  cc_arena_bytes(const cc_arena *arena);

/* Zeroed, aligned to 16; never NULL. bytes may be 0. */
void *cc_arena_alloc(cc_arena *arena, size_t count, size_t size);
#define cc_new(arena, T, n) ((T *)cc_arena_alloc((arena), (n), sizeof(T)))

/* Copies; the copy is followed by a NUL that does not count. */
cc_str cc_arena_dup(cc_arena *arena, cc_str s);
cc_str cc_arena_printf(cc_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A list that grows in an arena: CC_LIST(int) list = {0}; *cc_push(arena, &list) = 5; */
#define CC_LIST(T)                                                                                 \
    struct {                                                                                       \
        T     *at;                                                                                 \
        size_t n, cap;                                                                             \
    }
#define cc_push(arena, list)                                                                       \
    ((list)->n == (list)->cap                                                                      \
         ? (void)((list)->at = cc_arena_grow((arena), (list)->at, (list)->n, &(list)->cap,         \
                                             sizeof *(list)->at))                                  \
         : (void)0,                                                                                \
     &(list)->at[(list)->n++])
void *cc_arena_grow(cc_arena *arena, void *old, size_t n, size_t *cap, size_t size);

#endif
