/* no_name.c - has no name. */
#include "quiet.h"

QUIET_PLUGIN(NULL, .reader = &quiet_reader)
