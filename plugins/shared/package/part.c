/* part.c - libxml2's text reader over a part as it is unpacked. */
#include "shared/package/part.h"

#include <libxml/xmlreader.h>
#include <string.h>
#include <zip.h>

/* -- Namespaces ----------------------------------------------------------------------------- */

#define OPEN_XML "http://schemas.openxmlformats.org/"
#define STRICT "http://purl.oclc.org/ooxml/"
#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"

static const struct {
    const char *uri, *prefix;
} namespaces[] = {
    {OPEN_XML "wordprocessingml/2006/main", "w"},
    {STRICT "wordprocessingml/main", "w"},
    {OPEN_XML "spreadsheetml/2006/main", "x"},
    {STRICT "spreadsheetml/main", "x"},
    {OPEN_XML "presentationml/2006/main", "p"},
    {STRICT "presentationml/main", "p"},
    {OPEN_XML "drawingml/2006/main", "a"},
    {STRICT "drawingml/main", "a"},
    {OPEN_XML "officeDocument/2006/math", "m"},
    {STRICT "officeDocument/math", "m"},
    {OPEN_XML "officeDocument/2006/relationships", "r"},
    {STRICT "officeDocument/relationships", "r"},
    {OPEN_XML "package/2006/relationships", "rel"},
    {OPEN_XML "package/2006/metadata/core-properties", "cp"},
    {OPEN_XML "markup-compatibility/2006", "mc"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"http://purl.org/dc/terms/", "dcterms"},
    {"http://www.w3.org/XML/1998/namespace", "xml"},
    {"http://www.w3.org/1999/xlink", "xlink"},
    {OASIS "office:1.0", "office"},
    {OASIS "text:1.0", "text"},
    {OASIS "table:1.0", "table"},
    {OASIS "style:1.0", "style"},
    {OASIS "drawing:1.0", "draw"},
    {OASIS "meta:1.0", "meta"},
    {OASIS "manifest:1.0", "manifest"},
    {OASIS "presentation:1.0", "presentation"},
    {OASIS "xsl-fo-compatible:1.0", "fo"},
    {OASIS "svg-compatible:1.0", "svg"},
};

/* NULL: none; "?": one that is not known. */
static const char *find_prefix(const xmlNs *ns)
{
    if (ns == NULL || ns->href == NULL)
        return NULL;
    for (size_t i = 0; i < sizeof namespaces / sizeof *namespaces; i++)
        if (strcmp((const char *)ns->href, namespaces[i].uri) == 0)
            return namespaces[i].prefix;
    return "?";
}

/* A name that does not fit is cut: none that is asked for is that long. */
static void name_node(char *to, const xmlNs *ns, const xmlChar *local)
{
    const char *prefix = find_prefix(ns);
    size_t      len = 0, most = CC_PART_NAME_BYTES - 1;
    if (prefix != NULL) {
        len = strlen(prefix);
        memcpy(to, prefix, len);
        to[len++] = ':';
    }
    size_t rest = strlen((const char *)local);
    rest        = rest < most - len ? rest : most - len;
    memcpy(to + len, local, rest);
    to[len + rest] = '\0';
}

/* -- Opening -------------------------------------------------------------------------------- */

static int read_bytes(void *user, char *to, int room)
{
    cc_part *part = user;
    if (part->waiting > CC_PART_MAX_PIECE || part->equals > CC_PART_MAX_ATTRIBUTES) {
        part->starved = true;
        return -1;
    }
    int len = cc_package_read(part->package, part->file, part->name, to, room);
    part->waiting += len > 0 ? (size_t)len : 0;
    for (int i = 0; i < len; i++)
        part->equals += to[i] == '=';
    return len;
}

/* Also of a text, or of what stands between two elements, that it holds for too large. */
static void note_error(void *user, xmlError *error)
{
    cc_part *part = user;
    part->starved |= error->code == XML_ERR_NO_MEMORY;
}

bool cc_part_open(cc_package *package, const char *name, cc_part *ret)
{
    *ret      = (cc_part){.package = package, .name = name};
    ret->file = cc_package_unpack(package, name);
    if (ret->file == NULL)
        return false;
    ret->reader = xmlReaderForIO(read_bytes, NULL, ret, NULL, NULL,
                                 XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                     XML_PARSE_COMPACT);
    if (ret->reader != NULL) {
        xmlTextReaderSetStructuredErrorHandler(ret->reader, note_error, ret);
        return true;
    }
    cc_package_lose(package, CC_LOST_DAMAGED, "cannot be unpacked", name);
    cc_part_close(ret);
    return false;
}

void cc_part_close(cc_part *part)
{
    if (part->reader != NULL)
        xmlFreeTextReader(part->reader);
    if (part->file != NULL)
        zip_fclose(part->file);
    part->reader = NULL;
    part->file   = NULL;
    part->event  = CC_PART_END;
}

/* -- Events --------------------------------------------------------------------------------- */

static cc_part_event end_early(cc_part *part, cc_lost why, const char *what)
{
    cc_package_lose(part->package, why, what, part->name);
    cc_part_close(part);
    return CC_PART_END;
}

/* What the reader stands on; false: nothing that counts. */
static bool take_node(cc_part *part, int type)
{
    const xmlNode *node = xmlTextReaderCurrentNode(part->reader);
    if (node == NULL)
        return false;
    switch (type) {
    case XML_READER_TYPE_ELEMENT: part->event = CC_PART_OPENS; break;
    case XML_READER_TYPE_END_ELEMENT: part->event = CC_PART_CLOSES; break;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        part->event    = CC_PART_TEXT;
        part->text.ptr = node->content != NULL ? (const char *)node->content : "";
        part->text.len = strlen(part->text.ptr);
        break;
    default: return false;
    }
    if (part->event != CC_PART_TEXT)
        name_node(part->tag, node->ns, node->name);
    part->depth   = (unsigned)xmlTextReaderDepth(part->reader);
    part->waiting = part->equals = 0;
    return true;
}

cc_part_event cc_part_next(cc_part *part)
{
    if (part->reader == NULL)
        return CC_PART_END;
    if (part->event == CC_PART_OPENS && xmlTextReaderIsEmptyElement(part->reader) == 1)
        return part->event = CC_PART_CLOSES;
    for (;;) {
        int more = xmlTextReaderRead(part->reader);
        int type = more == 1 ? xmlTextReaderNodeType(part->reader) : XML_READER_TYPE_NONE;
        if (more < 0 && part->starved)
            return end_early(part, CC_LOST_TOO_LARGE, "has too much in one piece");
        if (more < 0)
            return end_early(part, CC_LOST_DAMAGED, "is no XML that can be read");
        if (more == 0)
            return part->event = CC_PART_END;
        if (type == XML_READER_TYPE_DOCUMENT_TYPE || type == XML_READER_TYPE_ENTITY_REFERENCE)
            return end_early(part, CC_LOST_DAMAGED, "has a document type, which none may have");
        if (take_node(part, type))
            return part->event;
    }
}

uint32_t cc_part_skip_counting(cc_part *part, const char *const *tags)
{
    unsigned depth = part->depth;
    uint32_t count = 0;
    while (cc_part_next(part) != CC_PART_END) {
        if (part->event == CC_PART_CLOSES && part->depth <= depth)
            break;
        for (size_t i = 0; tags[i] != NULL && part->event == CC_PART_OPENS; i++)
            count += cc_part_is(part->tag, tags[i]);
    }
    return count;
}

void cc_part_skip(cc_part *part)
{
    static const char *const none[] = {NULL};
    cc_part_skip_counting(part, none);
}

/* -- Attributes ----------------------------------------------------------------------------- */

cc_str cc_part_attribute(const cc_part *part, const char *name)
{
    const xmlNode *node =
        part->event == CC_PART_OPENS ? xmlTextReaderCurrentNode(part->reader) : NULL;
    char own[CC_PART_NAME_BYTES];
    for (const xmlAttr *at = node != NULL ? node->properties : NULL; at != NULL; at = at->next) {
        name_node(own, at->ns, at->name);
        if (strcmp(own, name) != 0)
            continue;
        const xmlNode *value = at->children;
        const char    *text  = value != NULL ? (const char *)value->content : NULL;
        return text != NULL ? (cc_str){text, strlen(text)} : (cc_str){"", 0};
    }
    return (cc_str){0};
}

int32_t cc_part_number(const cc_part *part, const char *name, int32_t standard)
{
    cc_str  value = cc_part_attribute(part, name);
    bool    minus = value.len > 0 && value.ptr[0] == '-';
    size_t  at    = minus;
    int32_t ret   = 0;
    for (; at < value.len && at < 10 && value.ptr[at] >= '0' && value.ptr[at] <= '9'; at++)
        ret = at - minus < 9 ? ret * 10 + (value.ptr[at] - '0') : ret;
    if (at == minus || at != value.len || at - minus > 9)
        return standard;
    return minus ? -ret : ret;
}
