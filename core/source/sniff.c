/* sniff.c - a table of signatures, and what no signature tells: tar, cpio, Office documents
 * (which are zip archives), XML that is no web page and bytes that are no text. */
#include "source/sniff.h"

#include "text/encoding.h"

#include <stdint.h>

typedef struct magic {
    const char *bytes;
    size_t      len;
} magic;

typedef struct signature {
    magic   first; /* at the start */
    size_t  second_at;
    magic   second; /* may be empty */
    cc_type type;
} signature;

#define M(literal)                                                                                 \
    {                                                                                              \
        literal, sizeof(literal) - 1                                                               \
    }
#define NO                                                                                         \
    0,                                                                                             \
    {                                                                                              \
        NULL, 0                                                                                    \
    }

/* clang-format off */
static const signature SIGNATURES[] = {
    {M("\x1F\x8B\x08"),             NO, {CC_CLASS_PACKED, CC_FORMAT_GZIP, "gzip"}},
    {M("\xFD" "7zXZ\0"),            NO, {CC_CLASS_PACKED, CC_FORMAT_XZ, "xz"}},
    {M("\x28\xB5\x2F\xFD"),         NO, {CC_CLASS_PACKED, CC_FORMAT_ZSTD, "zstd"}},
    {M("BZh"), 4, M("1AY&SY"),          {CC_CLASS_PACKED, CC_FORMAT_BZIP2, "bzip2"}},
    /* Of nothing. */
    {M("BZh"), 4, M("\x17rE8P\x90"),    {CC_CLASS_PACKED, CC_FORMAT_BZIP2, "bzip2"}},
    {M("PK\3\4"),                   NO, {CC_CLASS_ARCHIVE, CC_FORMAT_ZIP, "zip"}},
    {M("PK\5\6"),                   NO, {CC_CLASS_ARCHIVE, CC_FORMAT_ZIP, "zip"}},
    {M("7z\xBC\xAF\x27\x1C"),       NO, {CC_CLASS_ARCHIVE, CC_FORMAT_7Z, "7z"}},
    {M("070701"),                   NO, {CC_CLASS_ARCHIVE, CC_FORMAT_CPIO, "cpio"}},
    {M("070702"),                   NO, {CC_CLASS_ARCHIVE, CC_FORMAT_CPIO, "cpio"}},
    {M("070707"),                   NO, {CC_CLASS_ARCHIVE, CC_FORMAT_CPIO, "cpio"}},
    /* Binary cpio: the second half of its mode tells a file or a folder. */
    {M("\xC7\x71"), 7, M("\x81"),       {CC_CLASS_ARCHIVE, CC_FORMAT_CPIO, "cpio"}},
    {M("\xC7\x71"), 7, M("\x41"),       {CC_CLASS_ARCHIVE, CC_FORMAT_CPIO, "cpio"}},
    {M("WARC/0."),                  NO, {CC_CLASS_ARCHIVE, CC_FORMAT_WARC, "WARC"}},
    {M("WARC/1."),                  NO, {CC_CLASS_ARCHIVE, CC_FORMAT_WARC, "WARC"}},

    {M("%PDF-"),                    NO, {CC_CLASS_TEXT, CC_FORMAT_NONE, "PDF"}},
    {M("{\\rtf"),                   NO, {CC_CLASS_UNREADABLE, CC_FORMAT_NONE, "RTF"}},
    {M("%!PS"),                     NO, {CC_CLASS_UNREADABLE, CC_FORMAT_NONE, "PostScript"}},
    {M("AT&TFORM"),                 NO, {CC_CLASS_UNREADABLE, CC_FORMAT_NONE, "DjVu"}},
    {M("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
                                    NO, {CC_CLASS_TEXT, CC_FORMAT_NONE, "old Office"}},
    {M("Rar!\x1A\x07"),             NO, {CC_CLASS_UNREADABLE, CC_FORMAT_NONE, "RAR"}},
    {M("MSCF\0\0\0\0"),             NO, {CC_CLASS_UNREADABLE, CC_FORMAT_NONE, "CAB"}},
    {M("!<arch>\n"),                NO, {CC_CLASS_UNREADABLE, CC_FORMAT_NONE, "ar"}},
    {M("\x04\x22\x4D\x18"),         NO, {CC_CLASS_UNREADABLE, CC_FORMAT_NONE, "lz4"}},
    {M("LZIP\1"),                   NO, {CC_CLASS_UNREADABLE, CC_FORMAT_NONE, "lzip"}},
    {M("\x1F\x9D"),                 NO, {CC_CLASS_UNREADABLE, CC_FORMAT_NONE, "compress"}},

    {M("\x89PNG\r\n\x1A\n"),        NO, {CC_CLASS_OTHER, CC_FORMAT_NONE, "PNG"}},
    {M("\xFF\xD8\xFF"),             NO, {CC_CLASS_OTHER, CC_FORMAT_NONE, "JPEG"}},
    {M("GIF8"), 5, M("a"),              {CC_CLASS_OTHER, CC_FORMAT_NONE, "GIF"}},
    {M("RIFF"), 8, M("WEBP"),           {CC_CLASS_OTHER, CC_FORMAT_NONE, "WebP"}},
    {M("II*\0"),                    NO, {CC_CLASS_OTHER, CC_FORMAT_NONE, "TIFF"}},
    {M("MM\0*"),                    NO, {CC_CLASS_OTHER, CC_FORMAT_NONE, "TIFF"}},
    {M("\x7F" "ELF"),               NO, {CC_CLASS_OTHER, CC_FORMAT_NONE, "ELF"}},
    {M("SQLite format 3\0"),        NO, {CC_CLASS_OTHER, CC_FORMAT_NONE, "SQLite"}},
    {M("OggS\0"),                   NO, {CC_CLASS_OTHER, CC_FORMAT_NONE, "Ogg"}},
    {M("ID3"), 10, M("T"),              {CC_CLASS_OTHER, CC_FORMAT_NONE, "MP3"}},
    {M("\0\0\0"), 4, M("ftyp"),         {CC_CLASS_OTHER, CC_FORMAT_NONE, "MP4"}},
    {M("wOF"),  4, M("\0\1\0\0"),       {CC_CLASS_OTHER, CC_FORMAT_NONE, "font"}},
};
/* clang-format on */

static const cc_type TEXT   = {CC_CLASS_TEXT, CC_FORMAT_NONE, "text"};
static const cc_type TAR    = {CC_CLASS_ARCHIVE, CC_FORMAT_TAR, "tar"};
static const cc_type PDF    = {CC_CLASS_TEXT, CC_FORMAT_NONE, "PDF"};
static const cc_type BINARY = {CC_CLASS_OTHER, CC_FORMAT_NONE, "binary data"};

static bool has_at(cc_str head, size_t at, magic wanted)
{
    return head.len >= at + wanted.len &&
           (wanted.len == 0 || memcmp(head.ptr + at, wanted.bytes, wanted.len) == 0);
}

static unsigned byte_at(cc_str head, size_t at)
{
    return (unsigned char)head.ptr[at];
}

static unsigned le16(cc_str head, size_t at)
{
    return byte_at(head, at) | byte_at(head, at + 1) << 8;
}

static size_t le32(cc_str head, size_t at)
{
    return (size_t)le16(head, at) | (size_t)le16(head, at + 2) << 16;
}

/* The document that a zip archive is whose first entry is `name`; class 0: it is none. */
static cc_type office_of(cc_str name, cc_str content)
{
    static const char *const parts[] = {
        "[Content_Types].xml", "_rels/.rels", "word/",        "xl/",      "ppt/", "docProps/",
        "customXml/",          "customXML/",  "docMetadata/", "[trash]/", NULL};
    static const struct {
        const char *type;
        cc_type     is;
    } types[] = {
        {"application/vnd.oasis.opendocument.text", {CC_CLASS_TEXT, 0, "OpenDocument"}},
        {"application/vnd.oasis.opendocument", {CC_CLASS_UNREADABLE, 0, "OpenDocument"}},
        {"application/epub+zip", {CC_CLASS_UNREADABLE, 0, "EPUB"}},
    };
    for (size_t i = 0; parts[i] != NULL; i++)
        if (cc_str_starts(name, cc_str_z(parts[i])))
            return (cc_type){CC_CLASS_TEXT, CC_FORMAT_NONE, "Office Open XML"};
    for (size_t i = 0; cc_str_eq(name, CC_S("mimetype")) && i < sizeof types / sizeof *types; i++)
        if (cc_str_starts(content, cc_str_z(types[i].type)))
            return types[i].is;
    return (cc_type){0};
}

/* Follows the local headers as far as `head` goes and their sizes are known. */
static cc_type find_office(cc_str head)
{
    enum { HEADER = 30, SIZE_FOLLOWS = 8 };
    for (size_t at = 0; at + HEADER < head.len && has_at(head, at, (magic)M("PK\3\4"));) {
        size_t name_len = le16(head, at + 26);
        size_t data     = at + HEADER + name_len + le16(head, at + 28);
        if (data > head.len)
            break;
        cc_type found = office_of(cc_str_sub(head, at + HEADER, name_len),
                                  cc_str_sub(head, data, head.len - data));
        if (found.class != 0 || (le16(head, at + 6) & SIZE_FOLLOWS) != 0)
            return found;
        at = data + le32(head, at + 18);
    }
    return (cc_type){0};
}

static bool is_zero(cc_str s)
{
    return s.len > 0 && s.ptr[0] == 0 && memcmp(s.ptr, s.ptr + 1, s.len - 1) == 0;
}

/* Whether the checksum of a tar header holds. A whole block of zeros ends a tar archive, so one
 * at the start is a tar archive of nothing. */
static bool is_tar(cc_str head)
{
    enum { BLOCK = 512, SUM_AT = 148, SUM_LEN = 8 };
    if (head.len < BLOCK)
        return false;
    if (is_zero(cc_str_sub(head, 0, BLOCK)))
        return is_zero(head);
    unsigned sum = 0, stated = 0;
    for (size_t i = 0; i < BLOCK; i++)
        sum += i >= SUM_AT && i < SUM_AT + SUM_LEN ? ' ' : byte_at(head, i);
    size_t i = SUM_AT;
    while (i < SUM_AT + SUM_LEN && head.ptr[i] == ' ')
        i++;
    for (; i < SUM_AT + SUM_LEN && head.ptr[i] >= '0' && head.ptr[i] <= '7'; i++)
        stated = stated * 8 + (unsigned)(head.ptr[i] - '0');
    return sum == stated;
}

static bool is_control(char c)
{
    return ((unsigned char)c < 0x20 && !cc_is_blank(c) && c != 0x1B) || c == 0x7F;
}

static bool is_binary(cc_str head)
{
    size_t controls = 0;
    for (size_t i = 0; i < head.len; i++)
        controls += is_control(head.ptr[i]);
    return controls > head.len / 10 && cc_encoding_wide(head) == NULL;
}

/* UTF-16 and UTF-32 without what ASCII lacks there: a BOM and NULs. */
static cc_str narrow(cc_str head, char *room)
{
    size_t len = 0;
    for (size_t i = 0; i < head.len; i++)
        if (head.ptr[i] != '\0' && byte_at(head, i) < 0xFE)
            room[len++] = head.ptr[i];
    return (cc_str){room, len};
}

/* XML that is no web page: a feed, a drawing, a part of an Office document. */
static bool is_other_xml(cc_str head)
{
    char   room[CC_SNIFF_BYTES];
    cc_str bom = CC_S("\xEF\xBB\xBF");
    if (cc_encoding_wide(head) != NULL)
        head = narrow(head, room);
    else if (cc_str_starts(head, bom))
        head = cc_str_sub(head, bom.len, head.len - bom.len);
    return cc_str_starts(head, CC_S("<?xml")) && memmem(head.ptr, head.len, "<html", 5) == NULL;
}

/* Printers and servers put lines of their own before a PDF; readers look at 1 KiB. */
static bool has_late_pdf(cc_str head)
{
    enum { WITHIN = 1024 };
    const char *found = memmem(head.ptr, head.len < WITHIN ? head.len : WITHIN, "%PDF-", 5);
    return found != NULL && found > head.ptr && (found[-1] == '\n' || found[-1] == '\r');
}

cc_type cc_sniff(cc_str head)
{
    if (head.len > CC_SNIFF_BYTES)
        head.len = CC_SNIFF_BYTES;
    for (size_t i = 0; i < sizeof SIGNATURES / sizeof *SIGNATURES; i++) {
        const signature *row = &SIGNATURES[i];
        if (!has_at(head, 0, row->first) || !has_at(head, row->second_at, row->second))
            continue;
        cc_type office = row->type.format == CC_FORMAT_ZIP ? find_office(head) : (cc_type){0};
        return office.class != 0 ? office : row->type;
    }
    if (is_tar(head))
        return TAR;
    if (is_other_xml(head))
        return (cc_type){CC_CLASS_UNREADABLE, CC_FORMAT_NONE, "XML"};
    if (!is_binary(head))
        return TEXT;
    return has_late_pdf(head) ? PDF : BINARY;
}
