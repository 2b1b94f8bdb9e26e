/* settings.h - what a run was asked to do. The commands fill it, nothing else writes it. */
#ifndef CC_HOST_SETTINGS_H
#define CC_HOST_SETTINGS_H

#include "host/cage.h"
#include "source/source.h"

typedef struct cc_output {
    const char *format; /* "text", "jsonl" */
    const char *file;   /* NULL: standard output */
} cc_output;

/* Wall clock, in seconds. */
typedef struct cc_times {
    double map, compare, report;
} cc_times;

typedef enum cc_figures_of { CC_OF_NONE, CC_OF_CHECKED, CC_OF_ALL } cc_figures_of;

/* Lists of words end with NULL; a NULL list is empty. */
typedef struct cc_settings {
    cc_source_options  source;
    cc_cage_limits     reader_limits;
    const char *const *paths;
    const char *const *against;
    const char *const *rules;   /* folders of user rules */
    const char *const *plugins; /* shared objects beside the shipped ones */
    const char *const *checks;  /* "ID", "-ID" */
    const char *const *given;   /* values of plugins' options: "name=value" */
    const char        *encoding;
    const char        *document_dates; /* a file: path, tab, ISO date */
    const char        *today;          /* ISO date: no document is dated later; NULL: not given */
    uint32_t           jobs;           /* threads; 0: one a core */
    const char        *scores;    /* a file that goes before rules/en/tables/scores.yaml; or NULL */
    uint32_t           min_score; /* 0 to 1000; 500 */
    cc_level           level;     /* the lowest that is shown */
    uint32_t           fail_on;   /* a cc_level; 0: never */
    uint64_t           kinds;     /* extract: bit (1 << cc_kind); 0: all */
    const cc_output   *outputs;
    size_t             output_count;
    const char *const *why_not; /* two places, "FILE:LINE", or NULL */
    cc_figures_of      figures; /* whose figures map lists, each as a record */
    cc_times          *times;   /* filled where a run asks how long it took; or NULL */
    bool claims, explain, documents, agreements, allow_empty, allow_unreadable, no_color;
} cc_settings;

#endif
