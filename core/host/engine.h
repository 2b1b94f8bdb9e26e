/* engine.h - all that a run shares and only reads: settings, rules, tables, plugins. */
#ifndef CC_HOST_ENGINE_H
#define CC_HOST_ENGINE_H

#include "claim/vocabulary.h"
#include "fact/calendar.h"
#include "fact/lexicon.h"
#include "rule/rules.h"
#include "host/places.h"
#include "host/plugin.h"
#include "host/settings.h"
#include "store/scores.h"
#include "text/sentence.h"

typedef struct cc_engine {
    cc_arena         arena;
    cc_settings      settings;
    cc_places        places;
    cc_plugins       plugins;
    cc_rules         rules;
    cc_abbreviations abbreviations;
    cc_lexicon      *lexicon;
    cc_calendar     *calendar;
    cc_vocabulary   *vocabulary;
    cc_scores        scores;
    cc_dict          dates; /* --document-dates: path to index in date_texts, from 1 */
    CC_LIST(cc_str) date_texts;
    int32_t today; /* INT32_MAX: not given */
} cc_engine;

/* Loads everything before any document is read. Errors: CC_FATAL; on CC_OK the caller ends with
 * cc_engine_close. */
cc_status cc_engine_open(const cc_settings *settings, cc_engine *ret, cc_fault *fault);
void      cc_engine_close(cc_engine *engine);

/* Whether the settings ask for this check. */
bool cc_engine_wants(const cc_engine *engine, cc_str check);
/* The ISO date given for a document; empty: none. */
cc_str cc_engine_date(const cc_engine *engine, cc_str path);

#endif
