/* docx_styles.h - what the styles of paragraphs say of them. */
#ifndef CC_DOCX_STYLES_H
#define CC_DOCX_STYLES_H

#include "shared/package/part.h"

typedef enum cc_docx_role {
    CC_DOCX_TEXT = 0,
    CC_DOCX_TITLE,
    CC_DOCX_CAPTION,
    CC_DOCX_CONTENTS, /* a line of a table of contents */
} cc_docx_role;

typedef struct cc_docx_style {
    const char  *id, *base;
    cc_docx_role role;
    int32_t      outline; /* 0 to 8: a heading; 9: text; -1: as its base */
    int32_t      list;    /* level, 0 to 8; -1: in none; -2: as its base */
    int32_t      bold;    /* 1, 0; -1: as its base */
} cc_docx_style;

typedef struct cc_docx_styles {
    cc_docx_style *at; /* by id */
    size_t         n, cap;
    cc_docx_style  standard;
} cc_docx_styles;

/* `part` is NULL or the name of the part. Nothing is left to a base. */
void cc_docx_styles_read(cc_package *package, const char *part, cc_docx_styles *ret);
/* Never NULL. */
const cc_docx_style *cc_docx_styles_find(const cc_docx_styles *styles, cc_str id);

/* Whether <w:b/> and the like are on: no value, "1", "true", "on". */
bool cc_docx_is_on(const cc_part *part);

#endif
