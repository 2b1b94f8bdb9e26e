/* fields.h - "Name: value" lines, as heads of WARC records and of HTTP messages have them.
 *
 * Lines end with LF or CRLF; one that begins with a blank goes on with the line before. Names in
 * any case. What is no such line is passed over. */
#ifndef CC_SOURCE_FIELDS_H
#define CC_SOURCE_FIELDS_H

#include "base/str.h"

/* The first line of `*rest` without its end; `*rest` moves behind it. */
cc_str cc_fields_line(cc_str *rest);

/* The value of the first field of that name, without blanks around it; "": none. */
cc_str cc_fields_find(cc_str head, const char *name);
/* false: no such field, or its value is no number. */
bool cc_fields_number(cc_str head, const char *name, uint64_t *ret);

/* The next of a list with commas, without its parameters: "gzip" of "gzip;q=1, br". "": no more. */
cc_str cc_fields_item(cc_str *list);
/* "utf-8" of `text/html; charset="utf-8"`; "": none. */
cc_str cc_fields_parameter(cc_str value, const char *name);

#endif
