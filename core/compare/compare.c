/* compare.c - hard gates first: they are cheap and final. What is graded goes into one product. */
#include "compare/compare.h"

#include "claim/dated.h"
#include "claim/signature.h"
#include "claim/subject.h"
#include "compare/reach.h"
#include "compare/relate.h"
#include "compare/similar.h"
#include "compare/timing.h"
#include "compare/twin.h"

#include <math.h>

static bool same_document(const cc_claim *a, const cc_claim *b)
{
    return cc_str_eq(a->doc->sha256, b->doc->sha256);
}

static bool is_record(const cc_claim *c)
{
    return c->label.len > 0;
}

/* -- Gates ---------------------------------------------------------------------------------------- */

static bool are_rows(const cc_claim *a, const cc_claim *b)
{
    return is_record(a) && is_record(b) &&
           (!cc_str_eq(a->label, b->label) || !cc_str_eq(a->sublabel, b->sublabel));
}

/* Within one document a sentence is arithmetic's business, a series repeats itself, cases worked
 * through differ on purpose, and rows of a table or sheet say different
 * things. */
static const char *find_gate_within(const cc_claim *a, const cc_claim *b)
{
    if (!same_document(a, b))
        return NULL;
    if (!cc_str_eq(a->doc->path, b->doc->path))
        return "they stand in copies of one document";
    if (a->modality == CC_CONDITIONAL && b->modality == CC_CONDITIONAL)
        return "both are cases that one document works through";
    if (a->skeleton.len > 0 && cc_str_eq(a->skeleton, b->skeleton))
        return "their sentences are of a series, alike but for the figures";
    if (are_rows(a, b))
        return "in one document they stand under different labels";
    return a->passage == b->passage
               ? "they stand in one sentence, which is for the checks of sums, shares and rates"
               : NULL;
}

static bool is_total(cc_str sublabel)
{
    return cc_str_eq(sublabel, CC_S("total"));
}

/* "1,228 km total; Albania 282 km" names its total or not. */
static bool is_total_or_none(const cc_claim *a, const cc_claim *b)
{
    return (is_total(a->sublabel) && b->sublabel.len == 0) ||
           (is_total(b->sublabel) && a->sublabel.len == 0);
}

/* The sibling rule: where b's document has a field of a's very name, a belongs there and nowhere
 * else. It learns production/consumption, imports/exports from the documents themselves. */
static bool is_sibling(const cc_claim *a, const cc_claim *b)
{
    if (!is_record(a) || !is_record(b))
        return false;
    if (!cc_str_eq(a->label, b->label))
        return cc_signature_has(b->doc->labels, a->label, CC_S("")) ||
               cc_signature_has(a->doc->labels, b->label, CC_S(""));
    return !cc_str_eq(a->sublabel, b->sublabel) && !is_total_or_none(a, b) &&
           (cc_signature_has(b->doc->labels, b->label, a->sublabel) ||
            cc_signature_has(a->doc->labels, a->label, b->sublabel));
}

/* Sheets on different subjects have the same fields. */
static bool is_other_subject(const cc_claim *a, const cc_claim *b)
{
    return is_record(a) && is_record(b) && a->doc != b->doc &&
           cc_subjects_differ(a->doc->subject, b->doc->subject);
}

static bool has_other_unit(const cc_lexicon *lexicon, const cc_claim *a, const cc_claim *b)
{
    int64_t num, den;
    return !cc_str_eq(a->unit, b->unit) && !cc_units_convert(lexicon, a, b, &num, &den) &&
           !cc_is_twin_unit(a, b);
}

static bool has_other_per(const cc_lexicon *lexicon, const cc_claim *a, const cc_claim *b)
{
    int64_t num, den;
    return a->per.len > 0 && b->per.len > 0 && !cc_str_eq(a->per, b->per) &&
           !cc_rates_differ(lexicon, a, b, &num, &den) && !cc_is_twin_unit(a, b);
}

static const char *find_gate(const cc_lexicon *lexicon, const cc_claim *a, const cc_claim *b,
                             uint32_t timing)
{
    if (timing == 0)
        return "their periods do not overlap";
    if (has_other_unit(lexicon, a, b))
        return "their units differ, and their figures are not alike";
    if (has_other_per(lexicon, a, b))
        return "they are rates per things that do not convert";
    if (cc_dates_figure(a) && cc_dates_figure(b))
        return "they are when figures held, which are compared themselves";
    if (a->direction * b->direction < 0 && !cc_is_twin_direction(a, b))
        return "one goes up and the other down";
    const char *within = find_gate_within(a, b);
    if (within != NULL)
        return within;
    if (is_sibling(a, b))
        return "one of the documents has a field of the other's very name";
    return is_other_subject(a, b) ? "their sheets are about different subjects" : NULL;
}

/* -- Factors, in [0, 1] ---------------------------------------------------------------------------- */

/* A period is as good as a span of time: "4,100 a day", "1.5 million in 2018". */
static double fit_per(const cc_lexicon *lexicon, const cc_claim *a, const cc_claim *b)
{
    bool    one = (a->per.len > 0) != (b->per.len > 0);
    int64_t num, den;
    return !one || cc_rates_differ(lexicon, a, b, &num, &den) ? 1
           : is_record(a) && is_record(b)                     ? 0.75
                                                              : 0.4;
}

/* "$5 million of the fund" is a part of it; a percentage is a share with or without saying so. */
static double fit_aspect(const cc_claim *a, const cc_claim *b)
{
    bool percent = a->kind == CC_PERCENT && b->kind == CC_PERCENT;
    return a->aspect == b->aspect ? 1 : percent ? 0.9 : 0.2;
}

static double fit_modality(const cc_claim *a, const cc_claim *b)
{
    cc_modality x = a->modality == CC_ESTIMATE ? CC_STATED : a->modality;
    cc_modality y = b->modality == CC_ESTIMATE ? CC_STATED : b->modality;
    if (x == y)
        return 1;
    bool planned = x == CC_TARGET || y == CC_TARGET || x == CC_CONDITIONAL || y == CC_CONDITIONAL;
    return planned ? 0.12 : 0.15;
}

static double fit_sublabel(const cc_claim *a, const cc_claim *b)
{
    if (!is_record(a) || !is_record(b) || cc_str_eq(a->sublabel, b->sublabel))
        return 1;
    if (a->sublabel.len == 0 || b->sublabel.len == 0)
        return is_total(a->sublabel) || is_total(b->sublabel) ? 0.95 : 0.55;
    return cc_is_within_name(a->sublabel, b->sublabel) ? 0.75 : 0.4;
}

static bool has_same_label(const cc_claim *a, const cc_claim *b)
{
    return is_record(a) && is_record(b) && cc_str_eq(a->label, b->label) &&
           cc_str_eq(a->sublabel, b->sublabel);
}

/* So many rare own words in common say that one document returns to a figure. */
static const double sure_within = 20;

/* One author, side by side, speaks of two things; only a period in words makes it one. */
static const double unstated_within = 0.8;

/* Whether a document says again what it said before: all words of one are among the other's, and
 * both name the very period. */
static bool returns_to(const cc_claim *a, const cc_claim *b, double high)
{
    return high > 0.95 && cc_timing_is_stated(a, b) && cc_timing_fit(a, b) >= 850 &&
           cc_noun_fit(a, b) == 1;
}

static double fit_coverage(const cc_claim *a, const cc_claim *b, const cc_likeness *alike)
{
    double low    = alike->cover_a < alike->cover_b ? alike->cover_a : alike->cover_b;
    double high   = alike->cover_a < alike->cover_b ? alike->cover_b : alike->cover_a;
    double stated = cc_timing_is_stated(a, b) ? 1 : unstated_within;
    if (!same_document(a, b))
        return sqrt(0.5 * low + 0.5 * high);
    if (alike->own_shared >= sure_within)
        return stated;
    return returns_to(a, b, high) ? 0.5 * low + 0.5 * high : low * stated;
}

/* Half the least threshold: below it no run ever asks for a pair. */
static const double least_score = 0.025;

enum {
    BY_WORDS,
    BY_COVERAGE,
    BY_SUBLABEL,
    BY_PERIOD,
    BY_PER,
    BY_ASPECT,
    BY_MODALITY,
    BY_NOUN,
    BY_SCOPE,
    BY_CONTRAST,
    FACTOR_COUNT
};

static void trace_least(const double *factors, cc_trace *ret)
{
    static const char *const names[] = {"words in common",
                                        "words that only one of them has",
                                        "the names of their fields",
                                        "their periods",
                                        "a rate against none",
                                        "their aspects",
                                        "their modalities",
                                        "what is counted",
                                        "their scopes",
                                        "words that set them apart"};
    *ret                             = (cc_trace){.factor = names[0], .least = factors[0]};
    for (size_t i = 1; i < FACTOR_COUNT; i++)
        if (factors[i] < ret->least)
            *ret = (cc_trace){.factor = names[i], .least = factors[i]};
}

static void grade_measures(const cc_claim *a, const cc_claim *b, double *f)
{
    cc_likeness alike = cc_measure_likeness(a, b);
    f[BY_WORDS]       = alike.similarity;
    f[BY_COVERAGE]    = fit_coverage(a, b, &alike);
    f[BY_SUBLABEL]    = fit_sublabel(a, b);
}

static inline uint32_t compare(const cc_comparer *comparer, const cc_claim *a, const cc_claim *b,
                               cc_trace *trace)
{
    uint32_t    timing = cc_timing_fit(a, b);
    const char *gate   = find_gate(comparer->lexicon, a, b, timing);
    if (gate != NULL) {
        if (trace != NULL)
            *trace = (cc_trace){.gate = gate};
        return 0;
    }
    bool   label           = has_same_label(a, b);
    double f[FACTOR_COUNT] = {1,
                              1,
                              1,
                              timing / 1000.0,
                              fit_per(comparer->lexicon, a, b),
                              fit_aspect(a, b),
                              fit_modality(a, b),
                              cc_noun_fit(a, b),
                              cc_scope_fit(a, b),
                              1};
    if (!label)
        grade_measures(a, b, f);
    double score = f[BY_WORDS] * f[BY_COVERAGE] * f[BY_SUBLABEL];
    score *= f[BY_PERIOD] * f[BY_PER] * f[BY_ASPECT] * f[BY_MODALITY];
    score *= f[BY_NOUN] * f[BY_SCOPE];
    if (!label && score >= least_score)
        f[BY_CONTRAST] = cc_measure_contrast(comparer->vocabulary, a, b);
    if (trace != NULL)
        trace_least(f, trace);
    return score < least_score ? 0 : (uint32_t)(score * f[BY_CONTRAST] * 1000 + 0.5);
}

uint32_t cc_compare(const cc_comparer *comparer, const cc_claim *a, const cc_claim *b)
{
    return compare(comparer, a, b, NULL);
}

uint32_t cc_compare_traced(const cc_comparer *comparer, const cc_claim *a, const cc_claim *b,
                           cc_trace *ret)
{
    return compare(comparer, a, b, ret);
}

/* -- Thresholds ---------------------------------------------------------------------------------------- */

enum { LEAST_THRESHOLD = 50, GREATEST_THRESHOLD = 650, WITHIN_THRESHOLD = 750, PER_DECADE = 320 };

/* log10 in 1/1000, by linear interpolation within a decade: whole numbers only. */
static uint64_t log10_mille(uint64_t n)
{
    uint64_t decade = 1, ret = 0;
    for (; n / decade >= 10; decade *= 10)
        ret += 1000;
    return ret + (n - decade) * 1000 / (9 * decade);
}

uint32_t cc_threshold(uint64_t claims, bool within)
{
    if (within)
        return WITHIN_THRESHOLD;
    uint64_t log = claims < 10 ? 1000 : log10_mille(claims);
    uint64_t t   = LEAST_THRESHOLD + PER_DECADE * (log - 1000) / 1000;
    return t > GREATEST_THRESHOLD ? GREATEST_THRESHOLD : (uint32_t)t;
}

bool cc_is_candidate(const cc_claim *a, const cc_claim *b, uint32_t raw, uint64_t claims)
{
    return 4 * raw >= cc_threshold(claims, same_document(a, b)) ||
           (raw > 0 && cc_value_same(&a->value, &b->value));
}

uint32_t cc_rescale(uint32_t raw, uint32_t threshold)
{
    if (raw < threshold)
        return 500 * raw / threshold;
    return 500 + 500 * (raw - threshold) / (1000 - threshold);
}

int cc_claim_cmp(const cc_claim *a, const cc_claim *b)
{
    int c = cc_str_cmp(a->doc->path, b->doc->path);
    return c != 0 ? c : (a->order > b->order) - (a->order < b->order);
}
