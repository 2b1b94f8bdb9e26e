/* odt_styles.h - what the styles of paragraphs and of spans say of them. */
#ifndef CC_ODT_STYLES_H
#define CC_ODT_STYLES_H

#include "shared/package/part.h"

/* Of text; -1: as what is around it. */
typedef struct cc_odt_look {
    int32_t bold, raised, hidden;
} cc_odt_look;

typedef struct cc_odt_style {
    const char *id, *base; /* "paragraph P1", "text T1" */
    bool        title, caption;
    int32_t     outline; /* level, from 1; 0: none */
    cc_odt_look look;
} cc_odt_style;

typedef struct cc_odt_styles {
    cc_odt_style *at;
    size_t        n, cap;
    bool          sorted; /* by id */
} cc_odt_styles;

/* Adds the styles in the element that has just opened. */
void cc_odt_styles_read(const cc_host *host, cc_part *part, cc_odt_styles *styles);
/* With what it has of those it is based on. An unknown one says nothing. */
cc_odt_style cc_odt_styles_find(cc_odt_styles *styles, const char *family, cc_str name);

#endif
