/* quiet.h - stages that do nothing, for plugins that are wrong in other ways. */
#ifndef QUIET_H
#define QUIET_H

#include <claimcheck.h>

static inline int32_t quiet_bid(cc_str head, cc_str name)
{
    (void)head, (void)name;
    return 0;
}

static inline cc_status quiet_read(void *self, const cc_host *host, cc_str bytes,
                                   cc_block_sink *out)
{
    (void)self, (void)host, (void)bytes, (void)out;
    return CC_OK;
}

static inline cc_status quiet_extract(void *self, const cc_host *host, const cc_doc *doc,
                                      const cc_match *matches, size_t match_count,
                                      cc_fact_sink *out)
{
    (void)self, (void)host, (void)doc, (void)matches, (void)match_count, (void)out;
    return CC_OK;
}

static inline cc_status quiet_report(void *self, const cc_host *host, const cc_results *results,
                                     cc_byte_sink *out)
{
    (void)self, (void)host, (void)results, (void)out;
    return CC_OK;
}

static const cc_reader quiet_reader = {
    .size = sizeof quiet_reader, .bid = quiet_bid, .read = quiet_read};
static const cc_extractor quiet_extractor = {.size    = sizeof quiet_extractor,
                                             .extract = quiet_extract};
static const cc_reporter  quiet_reporter  = {
      .size = sizeof quiet_reporter, .format = "quiet", .report = quiet_report};

#define QUIET_PLUGIN(called, ...)                                                                  \
    CC_PLUGIN_ENTRY                                                                                \
    {                                                                                              \
        static const cc_plugin plugin = {.size    = sizeof plugin,                                 \
                                         .abi     = CC_ABI,                                        \
                                         .name    = called,                                        \
                                         .summary = "a test",                                      \
                                         __VA_ARGS__};                                             \
        return &plugin;                                                                            \
    }

#endif
