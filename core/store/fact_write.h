/* fact_write.h - a fact as users see it: one JSON line. */
#ifndef CC_STORE_FACT_WRITE_H
#define CC_STORE_FACT_WRITE_H

#include "text/doc.h"

#include <cc_json.h>

/*   rule  the id of the rule that found it
 *   lost  another fact took its place (extract --explain) */
void cc_fact_write(cc_json *out, const cc_document *doc, const cc_fact *fact, cc_str rule,
                   bool lost);

#endif
