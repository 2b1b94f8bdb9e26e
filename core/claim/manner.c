/* manner.c - cues in the words next to a figure; which words are cues stands in words.yaml. */
#include "claim/manner.h"

enum {
    MAX_LEVEL_FILLERS  = 4,
    MAX_CHANGE_FILLERS = 5,
    MAX_AFTER          = 3,  /* words after the figure up to a noun of change */
    MAX_OBJECT         = 6,  /* words between a verb of change and "by" */
    MODALITY_BYTES     = 90, /* how far before the figure a modal reaches */
};

/* "made up 5 percent": a level. */
static bool is_made_up(const cc_passage *p, size_t at)
{
    static const char *const makes[] = {"make", "makes", "made", "making", NULL};
    if (at == 0 || !cc_str_eq(cc_str_span(p->doc->text, p->words.at[at].span), CC_S("up")))
        return false;
    cc_str verb = cc_str_span(p->doc->text, p->words.at[at - 1].span);
    for (size_t i = 0; makes[i] != NULL; i++)
        if (cc_str_eq(verb, cc_str_z(makes[i])))
            return true;
    return false;
}

/* The word `steps` before word `at` of the same clause, fillers passed over; NULL: none. */
static const cc_word *cue_before(const cc_passage *p, size_t at, int max_fillers, uint32_t mask)
{
    uint32_t to = at < p->words.n ? p->words.at[at].span.off : cc_span_end(p->span);
    for (int skipped = 0; at > 0 && skipped <= max_fillers; skipped++) {
        const cc_word *word = &p->words.at[--at];
        cc_str         gap  = cc_passage_between(p, cc_span_end(word->span), to);
        if (memchr(gap.ptr, ';', gap.len) != NULL || memchr(gap.ptr, '.', gap.len) != NULL)
            return NULL;
        if (is_made_up(p, at))
            return NULL;
        if (word->classes & mask)
            return word;
        if (!(word->classes & (CC_WORD_FILLER | CC_WORD_NUMBER)))
            return NULL;
        to = word->span.off;
    }
    return NULL;
}

static const cc_word *change_after(const cc_passage *p, uint32_t end)
{
    size_t at = cc_passage_word(p, end);
    for (int n = 0; n < MAX_AFTER && at < p->words.n; n++, at++) {
        const cc_word *word = &p->words.at[at];
        cc_str         gap  = cc_passage_between(p, end, word->span.off);
        if (memchr(gap.ptr, ';', gap.len) != NULL || memchr(gap.ptr, ',', gap.len) != NULL)
            return NULL;
        if (word->classes & (CC_WORD_RISE | CC_WORD_FALL))
            return word;
        if (!(word->classes & CC_WORD_AFTER_FILLER))
            return NULL;
        end = cc_span_end(word->span);
    }
    return NULL;
}

static bool is_by(const cc_passage *p, size_t w)
{
    return cc_str_eq(cc_str_span(p->doc->text, p->words.at[w].span), CC_S("by"));
}

/* "raised the tariff on steel by 5 percent": the verb stands before what it changed. */
static const cc_word *change_before_object(const cc_passage *p, size_t at)
{
    while (at > 0 && !is_by(p, at - 1) && p->words.at[at - 1].classes & CC_WORD_FILLER)
        at--;
    if (at == 0 || !is_by(p, at - 1))
        return NULL;
    at--;
    for (int n = 0; n < MAX_OBJECT && at-- > 0; n++) {
        const cc_word *word = &p->words.at[at];
        cc_str gap = cc_passage_between(p, cc_span_end(word->span), p->words.at[at + 1].span.off);
        if (memchr(gap.ptr, ',', gap.len) != NULL || memchr(gap.ptr, ';', gap.len) != NULL ||
            word->classes & (CC_WORD_VERB | CC_WORD_CLAUSE))
            return NULL;
        if (word->classes & (CC_WORD_UP | CC_WORD_DOWN))
            return word;
    }
    return NULL;
}

static int32_t direction_of(const cc_word *word, uint32_t up, uint32_t down)
{
    return (word->classes & up ? 1 : 0) - (word->classes & down ? 1 : 0);
}

/* "growing at 6 percent" */
static const cc_word *change_before_at(const cc_passage *p, const cc_fact *fact,
                                       const cc_word *word)
{
    size_t w = word == NULL ? 0 : (size_t)(word - p->words.at);
    if (w == 0 || fact->kind != CC_PERCENT ||
        !cc_str_eq(cc_str_span(p->doc->text, word->span), CC_S("at")) ||
        !(p->words.at[w - 1].classes & (CC_WORD_UP | CC_WORD_DOWN)))
        return NULL;
    return &p->words.at[w - 1];
}

static bool is_change_unit(const cc_fact *fact)
{
    return cc_str_eq(fact->unit, CC_S("percentage-point")) ||
           cc_str_eq(fact->unit, CC_S("basis-point"));
}

/* "Of these, 5 are", "of which 31 carry oil" */
static bool is_part_before(const cc_passage *p, const cc_fact *fact)
{
    static const char *const cues[] = {"f these,", "f these", "f which", "f those,",
                                       "f those",  "f them,", "f them",  NULL};
    cc_str before = cc_str_trim(cc_passage_between(p, p->span.off, fact->span.off));
    for (size_t i = 0; cues[i] != NULL; i++)
        if (cc_str_ends(before, cc_str_z(cues[i])))
            return true;
    return false;
}

/* "5 percent of exports", "$5 million of the fund", "3 of its ships". */
static bool is_share(const cc_passage *p, const cc_fact *fact)
{
    static const char *const definite[] = {" of the ",  " of its ",  " of their ",
                                           " of this ", " of that ", NULL};
    size_t                   end        = cc_span_end(fact->span);
    cc_str                   rest       = cc_str_sub(p->doc->text, end, p->doc->text.len - end);
    for (size_t i = 0; definite[i] != NULL; i++)
        if (cc_str_starts(rest, cc_str_z(definite[i])))
            return true;
    return fact->kind == CC_PERCENT && cc_str_starts(rest, CC_S(" of "));
}

static cc_aspect change_of(const cc_fact *fact)
{
    return fact->kind == CC_PERCENT && !is_change_unit(fact) ? CC_RATE_OF_CHANGE : CC_CHANGE;
}

/* "Lower than 30 percent" is a bound and no fall. */
static size_t skip_than(const cc_passage *p, size_t at)
{
    bool than =
        at >= 2 && cc_str_eq(cc_str_span(p->doc->text, p->words.at[at - 1].span), CC_S("than"));
    return than ? at - 2 : at;
}

cc_aspect cc_claim_aspect(const cc_passage *p, size_t i, int32_t *ret_direction)
{
    const cc_fact *fact = &p->facts[i];
    size_t         at   = skip_than(p, cc_passage_word(p, fact->span.off));
    *ret_direction      = 0;
    if (fact->kind == CC_RANK || fact->kind == CC_MULTIPLE)
        return fact->kind == CC_RANK ? CC_ASPECT_RANK : CC_ASPECT_MULTIPLE;
    const cc_word *level = cue_before(p, at, MAX_LEVEL_FILLERS, CC_WORD_LEVEL);
    const cc_word *change =
        cue_before(p, at, MAX_CHANGE_FILLERS, CC_WORD_UP | CC_WORD_DOWN | CC_WORD_LEVEL);
    if (change == NULL)
        change = change_before_object(p, at);
    if (change_before_at(p, fact, change) != NULL)
        change = change_before_at(p, fact, change);
    const cc_word *noun = change_after(p, cc_span_end(fact->span));
    if (noun != NULL || (change != NULL && change->classes & (CC_WORD_UP | CC_WORD_DOWN))) {
        *ret_direction = noun != NULL ? direction_of(noun, CC_WORD_RISE, CC_WORD_FALL)
                                      : direction_of(change, CC_WORD_UP, CC_WORD_DOWN);
        return change_of(fact);
    }
    if (level == NULL && is_change_unit(fact))
        return CC_CHANGE;
    return is_share(p, fact) || is_part_before(p, fact) ? CC_SHARE : CC_LEVEL;
}

/* The start of the clause that the figure at `to` belongs to, at most MODALITY_BYTES back. */
static uint32_t clause_start(const cc_passage *p, uint32_t to)
{
    uint32_t from = to - p->span.off > MODALITY_BYTES ? to - MODALITY_BYTES : p->span.off;
    for (uint32_t at = to; at > from; at--)
        if (p->doc->text.ptr[at - 1] == ';')
            return at;
    return from;
}

/* "In May 2019" */
static bool is_month_name(const cc_word *word)
{
    return word->classes & CC_WORD_MONTH && word->classes & CC_WORD_CAPITAL;
}

/* "NATO guideline for defense spending: 2 percent": a field has only its name to tell. */
static uint32_t classes_of_label(const cc_words *label)
{
    uint32_t ret = 0;
    for (size_t w = 0; w < label->n; w++)
        ret |= label->at[w].classes & (CC_WORD_FORECAST | CC_WORD_TARGET);
    return ret;
}

/* "The number was given as 115; that figure has been withdrawn." */
static bool is_retracted(const cc_passage *p)
{
    for (size_t w = 0; w < p->words.n; w++)
        if (p->words.at[w].classes & CC_WORD_RETRACTED)
            return true;
    return false;
}

/* "It should be recalled that": what is said then is so. */
static bool is_phrase_of_saying(const cc_passage *p, size_t w)
{
    static const char *const verbs[] = {"recalled",   "noted", "remembered", "stressed",
                                        "emphasized", "added", "mentioned",  "pointed",
                                        "understood", "said",  NULL};
    return cc_str_eq_nocase(cc_passage_text(p, w + 1), CC_S("be")) &&
           cc_is_one_of(cc_passage_text(p, w + 2), verbs);
}

cc_modality cc_claim_modality(const cc_passage *p, size_t i)
{
    static const struct {
        uint32_t    classes;
        cc_modality modality;
    } cues[] = {
        {CC_WORD_CONDITIONAL, CC_CONDITIONAL}, {CC_WORD_FORECAST, CC_FORECAST},
        {CC_WORD_TARGET, CC_TARGET},           {CC_WORD_NEGATION, CC_NEGATED},
        {CC_WORD_WITHDRAWN, CC_NEGATED},       {CC_WORD_ESTIMATE, CC_ESTIMATE},
    };
    uint32_t to = p->facts[i].span.off, seen = 0;
    for (size_t w = cc_passage_word(p, clause_start(p, to));
         w < p->words.n && p->words.at[w].span.off < to && !p->record; w++)
        seen |= is_month_name(&p->words.at[w]) || is_phrase_of_saying(p, w)
                    ? 0
                    : p->words.at[w].classes;
    seen |= p->record ? classes_of_label(&p->label) : 0;
    for (size_t c = 0; c < sizeof cues / sizeof *cues; c++)
        if (seen & cues[c].classes)
            return cues[c].modality;
    return is_retracted(p) ? CC_NEGATED : CC_STATED;
}

bool cc_claim_revised(const cc_passage *p)
{
    for (size_t w = 0; w < p->words.n; w++)
        if (p->words.at[w].classes & CC_WORD_REVISED)
            return true;
    return false;
}

bool cc_is_measured_time(const cc_passage *p, size_t i)
{
    if (p->facts[i].kind != CC_DURATION || p->facts[i].unit.len == 0)
        return false;
    size_t at = cc_passage_word(p, p->facts[i].span.off);
    return cue_before(p, at, MAX_LEVEL_FILLERS, CC_WORD_LASTING) != NULL;
}

/* "the next five years", "five years ago", "every five years": the word before, those of the figure,
 * the word behind. */
static bool says_when(const cc_passage *p, const cc_fact *fact)
{
    static const char *const cues[] = {"next",     "last",   "past",   "coming", "following",
                                       "previous", "recent", "first",  "ago",    "later",
                                       "earlier",  "after",  "before", "from",   "since",
                                       "every",    "each",   "per",    NULL};
    size_t                   from   = cc_passage_word(p, fact->span.off);
    size_t                   to     = cc_passage_word(p, cc_span_end(fact->span));
    for (size_t w = from > 0 ? from - 1 : 0; w < p->words.n && w <= to; w++)
        if (cc_is_one_of(cc_passage_text(p, w), cues))
            return true;
    return false;
}

bool cc_is_told_time(const cc_passage *p, size_t i)
{
    const cc_fact *fact = &p->facts[i];
    return fact->kind == CC_DURATION && fact->unit.len > 0 && !says_when(p, fact) &&
           cc_dec_cmp(fact->value.stated, cc_dec_int(1)) != 0;
}
