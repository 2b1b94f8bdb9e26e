/* enumerators.h - how enumerators are called in records. */
#ifndef CC_STORE_ENUMERATORS_H
#define CC_STORE_ENUMERATORS_H

#include "base/str.h"

cc_str cc_aspect_name(cc_aspect aspect);             /* "rate-of-change" */
cc_str cc_modality_name(cc_modality modality);       /* "stated" */
cc_str cc_period_origin_name(cc_period_origin from); /* "sentence"; "" for nowhere */
cc_str cc_date_origin_name(cc_date_origin origin);   /* "metadata"; "" for unknown */

/* 0: no such name. */
uint32_t cc_aspect_parse(cc_str name);
uint32_t cc_modality_parse(cc_str name);
uint32_t cc_period_origin_parse(cc_str name);
uint32_t cc_date_origin_parse(cc_str name);

#endif
