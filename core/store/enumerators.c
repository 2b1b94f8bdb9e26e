/* enumerators.c - tables of names, by number. */
#include "store/enumerators.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const char *const aspects[]        = {"",      "level",    "change", "rate-of-change",
                                             "share", "multiple", "rank"};
static const char *const modalities[]     = {"",       "stated",      "estimate", "forecast",
                                             "target", "conditional", "negated",  "quoted"};
static const char *const period_origins[] = {"", "sentence", "header", "sentence-before",
                                             "document"};
static const char *const date_origins[]   = {"",         "option", "metadata",
                                             "dateline", "path",   "container"};

static cc_str name_of(const char *const *table, size_t count, uint32_t at)
{
    return cc_str_z(at < count ? table[at] : "");
}

static uint32_t find_name(const char *const *table, size_t count, cc_str name)
{
    for (uint32_t i = 1; i < count; i++)
        if (cc_str_eq(name, cc_str_z(table[i])))
            return i;
    return 0;
}

cc_str cc_aspect_name(cc_aspect aspect)
{
    return name_of(aspects, COUNT(aspects), aspect);
}

cc_str cc_modality_name(cc_modality modality)
{
    return name_of(modalities, COUNT(modalities), modality);
}

cc_str cc_period_origin_name(cc_period_origin from)
{
    return name_of(period_origins, COUNT(period_origins), from);
}

cc_str cc_date_origin_name(cc_date_origin origin)
{
    return name_of(date_origins, COUNT(date_origins), origin);
}

uint32_t cc_aspect_parse(cc_str name)
{
    return find_name(aspects, COUNT(aspects), name);
}

uint32_t cc_modality_parse(cc_str name)
{
    return find_name(modalities, COUNT(modalities), name);
}

uint32_t cc_period_origin_parse(cc_str name)
{
    return find_name(period_origins, COUNT(period_origins), name);
}

uint32_t cc_date_origin_parse(cc_str name)
{
    return find_name(date_origins, COUNT(date_origins), name);
}
