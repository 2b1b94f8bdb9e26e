/* txt_gutter.h - columns of prose side by side, as `pdftotext -layout` leaves them, become strips that
 * are read one after the other. Columns of a table stay. */
#ifndef READ_TXT_GUTTER_H
#define READ_TXT_GUTTER_H

#include "txt_flow.h"

/* Divides the strips of the body. */
void cc_txt_gutter_divide(const cc_host *host, cc_txt_flow *flow);

#endif
