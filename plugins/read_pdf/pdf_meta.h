/* pdf_meta.h - what a document says of itself. */
#ifndef CC_READ_PDF_META_H
#define CC_READ_PDF_META_H

#include "shared/lines.h"

#include <poppler.h>

/* Puts title, author and date. `heading` is the title where the document gives none, or the name of
 * a file. */
cc_status cc_pdf_put_meta(PopplerDocument *doc, const cc_label *heading, const cc_host *host,
                          cc_block_sink *out);

#endif
