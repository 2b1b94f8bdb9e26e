/* short_table.c - is older: its tables end before the fields that came later. They stand in memory
 * that ends there too, so that a host which reads on is seen by AddressSanitizer. */
#include "quiet.h"

typedef struct old_reader {
    uint32_t size;
    bool     wants_text;
    int32_t (*bid)(cc_str head, cc_str name);
    cc_status (*read)(void *self, const cc_host *host, cc_str bytes, cc_block_sink *out);
} old_reader;

typedef struct old_plugin {
    uint32_t           size;
    uint32_t           abi;
    const char        *name;
    const char        *summary;
    const char        *rules;
    const char *const *tables;
    const cc_option   *options;
    cc_status (*open)(const cc_host *host, void **ret_self);
    void (*close)(void *self);
    const old_reader *reader;
} old_plugin;

CC_PLUGIN_ENTRY
{
    static const old_reader reader = {.size = sizeof reader, .bid = quiet_bid, .read = quiet_read};
    static const old_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "short_table",
        .summary = "a test",
        .reader  = &reader,
    };
    return (const cc_plugin *)&plugin;
}
