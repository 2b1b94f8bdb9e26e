/* future.c - what is told in the past tense and, by its date, had not happened when the document
 * was written. */
#include "timeline.h"

enum {
    MOST_WORDS   = 64, /* of a sentence; what is told of a date stands near it */
    WORDS_BEFORE = 12, /* back from a date to its verb */
    WORDS_AFTER  = 10, /* from a date that opens its sentence on to it */
};

/* The words between two places of a sentence, those next to the date last. */
typedef struct word_list {
    cc_str at[MOST_WORDS];
    size_t n;
} word_list;

static word_list words_of(cc_str text)
{
    word_list list = {.n = 0};
    for (cc_str word; (word = cc_next_word(&text)).len > 0;) {
        if (list.n == MOST_WORDS)
            memmove(list.at, list.at + 1, --list.n * sizeof *list.at);
        list.at[list.n++] = word;
    }
    return list;
}

/* To the day, or to the month where the document has no better; a month in a path may be that of a
 * collection. */
static bool is_certain(const cc_doc *doc)
{
    bool month = doc->date.granularity == CC_MONTH && doc->date_origin != CC_DATE_PATH;
    return (doc->date.granularity == CC_DAY || month) && is_known(&doc->date) &&
           doc->date_origin != CC_DATE_UNKNOWN && doc->date_origin != CC_DATE_CONTAINER;
}

static bool is_article(cc_str word)
{
    static const char *const articles[] = {"the",   "a",   "an",  "this", "that", "its", "their",
                                           "these", "his", "her", "our",  "no",   NULL};
    return is_one_of(word, articles);
}

/* "opened", "was put", "met"; not "the united", "need". */
static bool is_past_verb(const cc_host *host, const word_list *words, size_t i)
{
    cc_str word = words->at[i];
    if (i > 0 && is_article(words->at[i - 1]))
        return false;
    if (cc_is_cue(host, "past", word))
        return true;
    return cc_ends(word, "ed") && !cc_ends(word, "eed") && !cc_is(word, "hundred") &&
           word.ptr[0] >= 'a';
}

/* Words behind which what is told is no longer of the date: "met to agree on a summit in". */
static bool cuts_off(const cc_host *host, cc_str word)
{
    static const char *const cuts[] = {"to",    "for",   "that",    "and",    "whether",
                                       "about", "ahead", "towards", "toward", "but",
                                       "or",    "as",    NULL};
    return is_one_of(word, cuts) || cc_ends(word, "ing") || cc_is_cue(host, "future", word);
}

/* Behind the last comma, semicolon, colon or parenthesis. */
static cc_str last_clause(cc_str text)
{
    for (size_t i = text.len; i > 0; i--)
        if (memchr(",;:()", text.ptr[i - 1], 5) != NULL)
            return (cc_str){text.ptr + i, text.len - i};
    return text;
}

static cc_str first_clause(cc_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (memchr(",;:)", text.ptr[i], 4) != NULL)
            return (cc_str){text.ptr, i};
    return text;
}

/* "was signed on", "found in its report of", "dated", "since" before the date. */
static bool is_told_before(const cc_host *host, cc_str before)
{
    static const char *const joints[] = {"on", "in", "of", "during", "since", NULL};
    word_list                words    = words_of(last_clause(before));
    size_t                   i        = words.n;
    if (i == 0)
        return false;
    if (cc_is_cue(host, "dated", words.at[i - 1]))
        return true;
    if (!is_one_of(words.at[i - 1], joints))
        return false;
    for (size_t n = 0; n < WORDS_BEFORE && i-- > 0 && !cuts_off(host, words.at[i]); n++)
        if (is_past_verb(host, &words, i))
            return true;
    return false;
}

/* "On 22 June 2021 the ministers met": the first verb behind a date that opens its sentence. */
static bool is_told_after(const cc_host *host, cc_str before, cc_str after)
{
    static const char *const openers[] = {"On", "In", "Since", "During", NULL};
    static const char *const present[] = {"is", "are", "has", "have", "does", "do", NULL};
    cc_str                   rest      = before;
    word_list                words     = words_of(after);
    if (!is_one_of(cc_next_word(&rest), openers) || cc_next_word(&rest).len > 0)
        return false;
    for (size_t i = 0; i < words.n && i < WORDS_AFTER; i++) {
        if (is_past_verb(host, &words, i))
            return true;
        if (is_one_of(words.at[i], present) || cuts_off(host, words.at[i]))
            return false;
    }
    return false;
}

/* With its year: of which winter is said "the winter" is a guess. */
static bool is_later(const cc_fact *f, const cc_doc *doc)
{
    return has_year(f) && count_years(cc_text_of(doc, f->span)) > 0 && !f->period.fiscal &&
           f->period.granularity != CC_YEARS && f->period.day_first > doc->date.day_last;
}

static bool is_told_as_past(const cc_passage *p, size_t i)
{
    const cc_host *host   = p->all->host;
    uint32_t       off    = figure(p, i)->span.off;
    cc_str         before = cc_trim(cc_text_between(p->all->doc, p->span.off, off));
    cc_str         after  = rest_after(p, i);
    if (cc_has_cue(host, "future", last_clause(before)) ||
        cc_has_cue(host, "future", first_clause(after)))
        return false;
    return is_told_before(host, before) ||
           (!cc_has_cue(host, "future", after) && is_told_after(host, before, after));
}

cc_status check_future(const place *at, size_t i)
{
    const cc_passage *p   = at->p;
    const cc_doc     *doc = p->all->doc;
    char              message[MESSAGE_BYTES];
    if (!is_certain(doc) || !is_later(figure(p, i), doc) || !is_told_as_past(p, i))
        return CC_OK;
    cc_str text = text_of(p, i);
    snprintf(message, sizeof message, "%.*s is later than the document, and told as past",
             (int)text.len, text.ptr);
    return put(at, "date-future", i, i, message);
}
