/* other_major.c - was built for another major version of the interface. */
#include "quiet.h"

CC_PLUGIN_ENTRY
{
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = (CC_ABI_MAJOR + 7) << 16,
        .name    = "other_major",
        .summary = "a test",
        .reader  = &quiet_reader,
    };
    return &plugin;
}
