/* package.c - libzip over bytes in memory, with a bound on what comes out. */
#include "shared/package/package.h"

#include <string.h>
#include <zip.h>

static zip_t *open_bytes(cc_str bytes)
{
    zip_error_t   error;
    zip_source_t *source = zip_source_buffer_create(bytes.ptr, bytes.len, 0, &error);
    zip_t        *zip    = NULL;
    zip_error_init(&error);
    if (source != NULL)
        zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (zip == NULL && source != NULL)
        zip_source_free(source);
    zip_error_fini(&error);
    return zip;
}

cc_status cc_package_open(cc_package *ret, const cc_host *host, cc_str bytes, cc_block_sink *out)
{
    *ret     = (cc_package){.host = host, .out = out, .left = CC_PACKAGE_MAX_BYTES};
    ret->zip = open_bytes(bytes);
    if (ret->zip != NULL)
        return CC_OK;
    out->lost(out, CC_LOST_DAMAGED);
    return host->fail(host, CC_FAIL, 0, "its zip archive is damaged");
}

void cc_package_close(cc_package *package)
{
    if (package->zip != NULL)
        zip_discard(package->zip);
    package->zip = NULL;
}

cc_status cc_package_refuse_ole(const cc_host *host, cc_str bytes, cc_block_sink *out)
{
    /* The name of a stream, in UTF-16. */
    static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    bool              locked = memmem(bytes.ptr, bytes.len, name, sizeof name) != NULL;
    out->lost(out, locked ? CC_LOST_ENCRYPTED : CC_LOST_UNSUPPORTED);
    return host->fail(host, CC_FAIL, 0, "%s",
                      locked
                          ? "it needs a password"
                          : "a file of Office 2003 or older; save it in the format of a later one");
}

static zip_int64_t find_entry(const cc_package *package, const char *part)
{
    return zip_name_locate(package->zip, part + (*part == '/'), ZIP_FL_NOCASE);
}

bool cc_package_has(const cc_package *package, const char *part)
{
    return find_entry(package, part) >= 0;
}

const char *cc_package_name(const cc_package *package, size_t i)
{
    return zip_get_name(package->zip, i, 0);
}

void cc_package_lose(cc_package *package, cc_lost why, const char *what, const char *part)
{
    if (!package->lost)
        package->out->lost(package->out, why);
    package->lost = true;
    package->host->fail(package->host, CC_WARN, 0, "'%s' %s", part, what);
}

cc_status cc_package_end(cc_package *package, bool any)
{
    if (package->lost)
        return any ? CC_WARN : CC_FAIL;
    if (any)
        return CC_OK;
    package->out->lost(package->out, CC_LOST_NO_TEXT);
    return package->host->fail(package->host, CC_FAIL, 0, "the document has no text");
}

/* -- Bytes of a part ------------------------------------------------------------------------ */

struct zip_file *cc_package_unpack(cc_package *package, const char *part)
{
    zip_stat_t  stat;
    zip_int64_t at = find_entry(package, part);
    if (at < 0 || zip_stat_index(package->zip, (zip_uint64_t)at, 0, &stat) != 0)
        return NULL;
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
        cc_package_lose(package, CC_LOST_ENCRYPTED, "is encrypted", part);
        return NULL;
    }
    zip_file_t *file = zip_fopen_index(package->zip, (zip_uint64_t)at, 0);
    if (file == NULL)
        cc_package_lose(package, CC_LOST_DAMAGED, "cannot be unpacked", part);
    return file;
}

int cc_package_read(cc_package *package, struct zip_file *file, const char *part, char *to,
                    int room)
{
    bool        full = package->left == 0;
    uint64_t    most = full || (uint64_t)room < package->left ? (uint64_t)room : package->left;
    zip_int64_t len  = zip_fread(file, to, most);
    if (len < 0)
        cc_package_lose(package, CC_LOST_DAMAGED, "is damaged", part);
    if (full && len > 0) {
        cc_package_lose(package, CC_LOST_TOO_LARGE, "is over the limit of 256 MiB", part);
        return -1;
    }
    package->left -= len > 0 ? (uint64_t)len : 0;
    return (int)len;
}
