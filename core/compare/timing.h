/* timing.h - how well the periods of two claims fit, in 1/1000. */
#ifndef CC_COMPARE_TIMING_H
#define CC_COMPARE_TIMING_H

#include "fact/period.h"

/* 0: they speak of different times, and nothing outweighs that (CLAIMS 2.5). */
uint32_t cc_timing_fit(const cc_claim *a, const cc_claim *b);

/* Both name the same period in words of their own: neither inherited it from its document. */
bool cc_timing_is_stated(const cc_claim *a, const cc_claim *b);

#endif
