/* no_stage.c - is no stage. */
#include "quiet.h"

QUIET_PLUGIN("no_stage", .rules = "money")
