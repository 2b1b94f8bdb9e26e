/* source_box.h - a temporary folder to make sources in, and a walk that is written down as lines
 * of text. For test_walk.c, test_archive.c and warc_box.h. */
#ifndef CC_TESTS_SOURCE_BOX_H
#define CC_TESTS_SOURCE_BOX_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "source/source.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct box {
    char              folder[64];
    int               before; /* the current folder */
    cc_source_options options;
    cc_fault          fault;
    char              lines[16384]; /* "status reason path|text\n", long texts as "<bytes>" */
    size_t            len;
} box;

static int box_open(void **state)
{
    box *b     = calloc(1, sizeof *b);
    b->options = cc_source_standard();
    b->before  = open(".", O_RDONLY | O_CLOEXEC);
    strcpy(b->folder, "/tmp/cc-source-XXXXXX");
    *state = b;
    return mkdtemp(b->folder) == NULL || chdir(b->folder) != 0;
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
    (void)st, (void)kind, (void)at;
    return remove(path);
}

static int box_close(void **state)
{
    box *b   = *state;
    int  bad = fchdir(b->before) != 0 || nftw(b->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS) != 0;
    close(b->before);
    free(b);
    return bad;
}

static void box_write(const char *path, const char *bytes, size_t len)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

static inline void box_text(const char *path, const char *text)
{
    box_write(path, text, strlen(text));
}

static char *box_read(const char *path, size_t *ret_len)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = malloc(1u << 20);
    *ret_len    = fread(bytes, 1, 1u << 20, file);
    fclose(file);
    return bytes;
}

static int set_format_stored_zip(struct archive *a)
{
    int rc = archive_write_set_format_zip(a);
    return rc == ARCHIVE_OK ? archive_write_zip_set_compression_store(a) : rc;
}

/* An archive being made. `how` is "tar", "tar.gz", "zip", "7z", "cpio", ... */
static inline struct archive *box_archive(const char *path, const char *how)
{
    static const struct {
        const char *how;
        int (*format)(struct archive *);
        int (*filter)(struct archive *);
    } KINDS[] = {
        {"tar", archive_write_set_format_gnutar, archive_write_add_filter_none},
        {"tar.gz", archive_write_set_format_gnutar, archive_write_add_filter_gzip},
        {"tar.xz", archive_write_set_format_gnutar, archive_write_add_filter_xz},
        {"tar.zst", archive_write_set_format_gnutar, archive_write_add_filter_zstd},
        {"tar.bz2", archive_write_set_format_gnutar, archive_write_add_filter_bzip2},
        {"cpio", archive_write_set_format_cpio_newc, archive_write_add_filter_none},
        {"zip", archive_write_set_format_zip, archive_write_add_filter_none},
        {"stored zip", set_format_stored_zip, archive_write_add_filter_none},
        {"7z", archive_write_set_format_7zip, archive_write_add_filter_none},
        {"gz", archive_write_set_format_raw, archive_write_add_filter_gzip},
        {"xz", archive_write_set_format_raw, archive_write_add_filter_xz},
        {"zst", archive_write_set_format_raw, archive_write_add_filter_zstd},
        {"bz2", archive_write_set_format_raw, archive_write_add_filter_bzip2},
    };
    struct archive *a = archive_write_new();
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (strcmp(how, KINDS[i].how) == 0) {
            assert_int_equal(KINDS[i].format(a), ARCHIVE_OK);
            KINDS[i].filter(a);
        }
    archive_write_set_bytes_in_last_block(a, 1);
    assert_int_equal(archive_write_open_filename(a, path), ARCHIVE_OK);
    return a;
}

static void box_member_of(struct archive *a, unsigned type, const char *name, const char *bytes,
                          size_t len)
{
    struct archive_entry *entry = archive_entry_new();
    archive_entry_copy_pathname(entry, name);
    archive_entry_set_filetype(entry, type);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_mtime(entry, 1577880000, 0);
    archive_entry_set_size(entry, (la_int64_t)len);
    if (type == AE_IFLNK)
        archive_entry_copy_symlink(entry, "/etc/passwd");
    assert_int_equal(archive_write_header(a, entry), ARCHIVE_OK);
    if (len > 0)
        assert_int_equal(archive_write_data(a, bytes, len), len);
    archive_entry_free(entry);
}

static inline void box_member(struct archive *a, const char *name, const char *text)
{
    box_member_of(a, AE_IFREG, name, text, strlen(text));
}

static inline void box_done(struct archive *a)
{
    assert_int_equal(archive_write_close(a), ARCHIVE_OK);
    archive_write_free(a);
}

static cc_status write_down(void *user, const cc_member *m)
{
    box   *b    = user;
    size_t room = sizeof b->lines - b->len;
    char   text[64];
    if (m->bytes.len <= 40)
        snprintf(text, sizeof text, "%.*s", CC_F(m->bytes));
    else
        snprintf(text, sizeof text, "<%zu>", m->bytes.len);
    int n = snprintf(b->lines + b->len, room, "%s %s %.*s|%s\n", m->status,
                     m->reason[0] == '\0' ? "-" : m->reason, CC_F(m->path), text);
    assert_true(n > 0 && (size_t)n < room);
    b->len += (size_t)n;
    free(m->owned);
    return CC_OK;
}

/* Paths end with NULL. The lines are in b->lines. */
static cc_status box_walk(box *b, const char *const *paths)
{
    size_t count = 0;
    while (paths[count] != NULL)
        count++;
    b->len      = 0;
    b->lines[0] = '\0';
    b->fault    = (cc_fault){0};
    return cc_source_walk(&b->options, paths, count, write_down, b, &b->fault);
}

#define WALK(b, ...) box_walk((b), (const char *const[]){__VA_ARGS__, NULL})

/* The same with `path` coming through a pipe as "-"; it must fit into one, 64 KiB. */
static inline cc_status box_walk_pipe(box *b, const char *path)
{
    size_t len;
    char  *bytes = box_read(path, &len);
    int    ends[2], before = dup(STDIN_FILENO);
    assert_true(len <= 65536);
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], bytes, len), len);
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    free(bytes);
    cc_status status = WALK(b, "-");
    dup2(before, STDIN_FILENO);
    close(before);
    return status;
}

#endif
