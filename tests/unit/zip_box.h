/* zip_box.h - zip archives in memory, for tests of what reads documents out of them. */
#ifndef ZIP_BOX_H
#define ZIP_BOX_H

#include "base/arena.h"

#include <zip.h>

typedef struct zip_part {
    const char *name;
    cc_str      bytes;
} zip_part;

/* Deflated. */
static cc_str zip_parts(cc_arena *arena, const zip_part *parts, size_t count)
{
    zip_stat_t    stat;
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_source_keep(source);
    zip_t *zip = zip_open_from_source(source, ZIP_CREATE, NULL);
    for (size_t i = 0; i < count; i++)
        zip_file_add(zip, parts[i].name,
                     zip_source_buffer(zip, parts[i].bytes.ptr, parts[i].bytes.len, 0),
                     ZIP_FL_ENC_UTF_8);
    zip_close(zip);
    zip_source_stat(source, &stat);
    char *bytes = cc_arena_alloc(arena, stat.size + 1, 1);
    zip_source_open(source);
    zip_source_read(source, bytes, stat.size);
    zip_source_close(source);
    zip_source_free(source);
    return (cc_str){bytes, stat.size};
}

#endif
