/* kind.h - which Office documents a file's first bytes can be. */
#ifndef CC_SHARED_KIND_H
#define CC_SHARED_KIND_H

#include "shared/lines.h"

static inline bool cc_kind_begins(cc_str s, const char *z, size_t len)
{
    return s.len >= len && memcmp(s.ptr, z, len) == 0;
}

static inline bool cc_kind_is_zip(cc_str head)
{
    return cc_kind_begins(head, "PK\3\4", 4);
}

/* Word, Excel and PowerPoint up to 2003, and what is encrypted of later ones. */
static inline bool cc_kind_is_ole(cc_str head)
{
    return cc_kind_begins(head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
}

/* Whether a name of a zip entry that begins with `folder` stands in `head`, as far as it goes. */
static inline bool cc_kind_has(cc_str head, const char *folder)
{
    enum { NAME_AT = 30 };
    size_t len = strlen(folder);
    for (size_t at = 0; at + NAME_AT + len <= head.len; at++) {
        const char *next = memchr(head.ptr + at, 'P', head.len - at);
        if (next == NULL)
            return false;
        at = (size_t)(next - head.ptr);
        if (head.len - at >= NAME_AT + len && memcmp(next, "PK\3\4", 4) == 0 &&
            memcmp(next + NAME_AT, folder, len) == 0)
            return true;
    }
    return false;
}

/* Office Open XML of some kind. */
static inline bool cc_kind_is_office(cc_str head)
{
    static const char *const parts[] = {"[Content_Types].xml", "_rels/",     "docProps/",
                                        "customXml/",          "customXML/", "docMetadata/"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (cc_kind_is_zip(head) && cc_kind_has(head, parts[i]))
            return true;
    return false;
}

/* A reader's bid for Office Open XML whose parts are in `folder`, "word/". The name counts where
 * no folder shows in the first bytes. */
static inline int32_t cc_kind_bid(cc_str head, cc_str name, const char *folder,
                                  const char *extension)
{
    static const char *const others[] = {"word/", "xl/", "ppt/", "visio/"};
    if (!cc_kind_is_zip(head))
        return 0;
    if (cc_kind_has(head, folder))
        return 90;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (cc_kind_has(head, others[i]))
            return 0;
    return cc_kind_is_office(head) && cc_ends_with(name, extension) ? 80 : 0;
}

#endif
