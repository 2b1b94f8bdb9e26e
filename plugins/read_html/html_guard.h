/* html_guard.h - pages that gumbo would take hours for are not given to it. */
#ifndef CC_READ_HTML_GUARD_H
#define CC_READ_HTML_GUARD_H

#include <claimcheck.h>

enum { CC_HTML_MAX_BYTES = 16 << 20 }; /* annual reports: 5 MiB, some 15 */

typedef struct cc_html_refusal {
    cc_lost     why;
    const char *message;
} cc_html_refusal;

/* Why gumbo should not get this page; NULL: it can. */
const cc_html_refusal *cc_html_refuse(cc_str in);

#endif
