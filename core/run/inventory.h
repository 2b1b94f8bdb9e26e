/* inventory.h - every figure of the checked documents, with what it was held against. */
#ifndef CC_RUN_INVENTORY_H
#define CC_RUN_INVENTORY_H

#include "run/finish.h"

/* Fills ret->figures from the finisher's figures and agreements and from ret->findings. */
void cc_inventory_make(const cc_finisher *finisher, cc_results *ret);

#endif
