/* manner.h - how a figure is meant: aspect, direction of a change, modality. */
#ifndef CC_CLAIM_MANNER_H
#define CC_CLAIM_MANNER_H

#include "claim/passage.h"

cc_aspect   cc_claim_aspect(const cc_passage *passage, size_t i, int32_t *ret_direction);
cc_modality cc_claim_modality(const cc_passage *passage, size_t i);

/* Whether fact `i` is a duration that something takes: "the wait was 57 minutes". */
bool cc_is_measured_time(const cc_passage *passage, size_t i);

/* Whether fact `i` is a duration that says how long, not when, nor how often: no "next five years",
 * "five years ago", "an hour". */
bool cc_is_told_time(const cc_passage *passage, size_t i);

/* Whether a word before the figure, in its sentence, says that it replaces an earlier one. */
bool cc_claim_revised(const cc_passage *passage);

#endif
