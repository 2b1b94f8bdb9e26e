/* links.h - which parts of an Office Open XML package belong to a part, and its properties. */
#ifndef CC_SHARED_LINKS_H
#define CC_SHARED_LINKS_H

#include "shared/package/part.h"

/* Strings end with NUL and live as long as the document. */
typedef struct cc_link {
    const char *id;     /* "rId7", as r:id names it */
    const char *type;   /* the end of its address: "officeDocument", "footnotes", "worksheet" */
    const char *target; /* the name of a part: "word/footnotes.xml" */
} cc_link;

typedef struct cc_links {
    cc_link *at;
    size_t   n, cap;
} cc_links;

/* Those of `part`; "" is the package itself. What lies outside of it, as links do, is left out. */
void cc_links_read(cc_package *package, const char *part, cc_links *ret);
/* The first that fits; NULL: none. */
const cc_link *cc_links_of_type(const cc_links *all, const char *type);
const cc_link *cc_links_of_id(const cc_links *all, cc_str id);

/* Puts the title, the author and the date (of the last change, or else of the first) that a part
 * names, docProps/core.xml or meta.xml. NULL: there is none. */
void cc_properties_put(cc_package *package, const char *part);

#endif
