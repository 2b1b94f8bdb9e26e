/* will_not_open.c - fails as it is opened. */
#include "quiet.h"

static cc_status refuse(const cc_host *host, void **ret_self)
{
    (void)ret_self;
    return host->fail(host, CC_FATAL, 0, "the %s is missing", "dictionary");
}

QUIET_PLUGIN("will_not_open", .open = refuse, .reporter = &quiet_reporter)
