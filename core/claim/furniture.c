/* furniture.c - what is no claim. Each test is a small question about the bytes next to the figure. */
#include "claim/furniture.h"

#include "claim/manner.h"
#include "claim/measure.h"
#include "claim/rate.h"

enum { MAX_LABEL_TAIL = 24 }; /* bytes up to the colon: "2 or more children:" */

static char byte_at(const cc_passage *p, size_t offset)
{
    return offset < p->doc->text.len ? p->doc->text.ptr[offset] : '\0';
}

static char before(const cc_passage *p, cc_span figure)
{
    return figure.off == 0 ? '\0' : byte_at(p, figure.off - 1);
}

static bool is_plain(const cc_fact *fact)
{
    return fact->kind == CC_NUMBER && !(fact->value.flags & CC_SCALED);
}

static bool has_comma(const cc_passage *p, cc_span figure)
{
    return memchr(p->doc->text.ptr + figure.off, ',', figure.len) != NULL;
}

static bool is_enumerator(const cc_passage *p, const cc_fact *fact)
{
    char next   = byte_at(p, cc_span_end(fact->span));
    bool starts = fact->span.off == p->span.off || fact->span.off == p->block->span.off;
    bool alone  = before(p, fact->span) == '(' && next == ')';
    return is_plain(fact) && !has_comma(p, fact->span) &&
           (alone || (starts && (next == '.' || next == ')')));
}

/* The word before the figure, when nothing but blanks and dots stands between. */
static const cc_word *word_before(const cc_passage *p, const cc_fact *fact)
{
    size_t at = cc_passage_word(p, fact->span.off);
    if (at == 0)
        return NULL;
    const cc_word *word = &p->words.at[at - 1];
    cc_str         gap  = cc_passage_between(p, cc_span_end(word->span), fact->span.off);
    for (size_t i = 0; i < gap.len; i++)
        if (gap.ptr[i] != ' ' && gap.ptr[i] != '.')
            return NULL;
    return word;
}

static const cc_word *word_after(const cc_passage *p, const cc_fact *fact)
{
    size_t at = cc_passage_word(p, cc_span_end(fact->span));
    if (at == p->words.n)
        return NULL;
    const cc_word *word = &p->words.at[at];
    cc_str         gap  = cc_passage_between(p, cc_span_end(fact->span), word->span.off);
    return gap.len == 1 && (gap.ptr[0] == ' ' || gap.ptr[0] == '-') ? word : NULL;
}

static bool has_identifier_sign(const cc_passage *p, cc_span figure)
{
    cc_str gap = cc_passage_between(p, figure.off < 3 ? 0 : figure.off - 3, figure.off);
    return memchr(gap.ptr, '#', gap.len) != NULL || cc_str_ends(gap, CC_S("\xC2\xA7")) ||
           cc_str_ends(gap, CC_S("\xC2\xA7 "));
}

/* "Boeing 737", "Super Bowl 50": a bare number after a name with no noun of its own. */
static bool is_part_of_name(const cc_passage *p, const cc_fact *fact, const cc_word *prior)
{
    if (has_comma(p, fact->span) || !(prior->classes & CC_WORD_CAPITAL) ||
        prior->classes & (CC_WORD_STOP | CC_WORD_VERB | CC_WORD_MONTH) || prior == p->words.at)
        return false;
    const cc_word *next = word_after(p, fact);
    return next == NULL || next->classes & (CC_WORD_STOP | CC_WORD_VERB | CC_WORD_CAPITAL);
}

static bool is_identifier(const cc_passage *p, const cc_fact *fact)
{
    if (!is_plain(fact))
        return false;
    if (has_identifier_sign(p, fact->span))
        return true;
    const cc_word *prior = word_before(p, fact);
    if (prior == NULL || p->record)
        return false;
    return (prior->classes & CC_WORD_IDENTIFIER && !has_comma(p, fact->span)) ||
           is_part_of_name(p, fact, prior);
}

/* "Lesson two: water is not scenery" */
static bool is_numbered_part(const cc_passage *p, const cc_fact *fact)
{
    const cc_word *prior = is_plain(fact) ? word_before(p, fact) : NULL;
    return prior != NULL && prior == p->words.at && prior->span.off == p->span.off &&
           byte_at(p, cc_span_end(fact->span)) == ':';
}

static bool is_cited(const cc_passage *p, cc_span figure)
{
    static const char *const marks[] = {"U.S.C",  "C.F.R", "Stat.",    "F.3d", "F.2d", "P.L.",
                                        "Pub. L", "H.R.",  "Fed. Reg", "http", "www.", NULL};
    uint32_t                 from    = figure.off < 16 ? 0 : figure.off - 16;
    uint32_t                 end     = cc_span_end(figure);
    size_t                   to      = end + 12 > p->doc->text.len ? p->doc->text.len : end + 12;
    cc_str                   near    = cc_passage_between(p, from, (uint32_t)to);
    for (size_t i = 0; marks[i] != NULL; i++)
        if (memmem(near.ptr, near.len, marks[i], strlen(marks[i])) != NULL)
            return true;
    return false;
}

/* Within an address: from the last blank on, "://" or "www." has been passed. */
static bool is_in_address(const cc_passage *p, cc_span figure)
{
    uint32_t from = figure.off;
    while (from > p->block->span.off && !cc_is_blank(p->doc->text.ptr[from - 1]))
        from--;
    cc_str run = cc_passage_between(p, from, figure.off);
    return memmem(run.ptr, run.len, "://", 3) != NULL ||
           memmem(run.ptr, run.len, "www.", 4) != NULL;
}

/* After a section sign with nothing but more sections between: "§§ 20901, 20903-20906". */
static bool is_in_section_list(const cc_passage *p, cc_span figure)
{
    for (uint32_t at = figure.off; at > p->span.off && figure.off - at < 60; at--) {
        char c = p->doc->text.ptr[at - 1];
        if (c == '\xA7' && at > 1 && p->doc->text.ptr[at - 2] == '\xC2')
            return true;
        if (!cc_is_digit(c) && memchr(" ,-()abcd", c, 9) == NULL)
            return false;
    }
    return false;
}

/* "τ = 0.5", "1/(1 + 2)": a formula. */
static bool is_in_formula(const cc_passage *p, cc_span figure)
{
    size_t left = figure.off, right = cc_span_end(figure);
    while (left > p->span.off && p->doc->text.ptr[left - 1] == ' ')
        left--;
    while (right < cc_span_end(p->span) && p->doc->text.ptr[right] == ' ')
        right++;
    char last = left > p->span.off ? p->doc->text.ptr[left - 1] : ' ';
    char next = right < cc_span_end(p->span) ? p->doc->text.ptr[right] : ' ';
    return memchr("=+*^<>", last, 6) != NULL || memchr("=+*^<>", next, 6) != NULL;
}

/* "5 of them": says how many of something said before. */
static bool is_anaphoric(const cc_passage *p, const cc_fact *fact)
{
    static const char *const pronouns[] = {" of them", " of these", " of those", " of us",
                                           " of whom", " of which", NULL};
    size_t                   end        = cc_span_end(fact->span);
    cc_str                   rest       = cc_str_sub(p->doc->text, end, p->doc->text.len - end);
    for (size_t i = 0; pronouns[i] != NULL && fact->kind == CC_NUMBER; i++)
        if (cc_str_starts(rest, cc_str_z(pronouns[i])))
            return true;
    return false;
}

static bool is_score(const cc_passage *p, const cc_fact *fact)
{
    char next = byte_at(p, cc_span_end(fact->span));
    char last = before(p, fact->span);
    return is_plain(fact) && !p->record &&
           ((next == '-' && cc_is_digit(byte_at(p, cc_span_end(fact->span) + 1))) || last == '-' ||
            last == '/' || next == '/');
}

/* "the 119 Congress": an ordinal that lost its ending. */
static bool is_ordinal(const cc_passage *p, const cc_fact *fact)
{
    const cc_word *next = is_plain(fact) ? word_after(p, fact) : NULL;
    return next != NULL && next->classes & CC_WORD_NUMBERED;
}

static bool has_ranking(const cc_words *words, size_t from, uint32_t end)
{
    for (size_t w = from; w < words->n && words->at[w].span.off < end; w++)
        if (words->at[w].classes & CC_WORD_RANKING)
            return true;
    return false;
}

/* "country comparison to the world: 45", or a field of ranks. */
static bool is_rank(const cc_passage *p, size_t i)
{
    uint32_t to = p->facts[i].span.off, from = cc_passage_prior_end(p, i);
    cc_str   gap   = cc_str_trim(cc_passage_between(p, from, to));
    bool     named = gap.len > 0 && gap.ptr[gap.len - 1] == ':';
    return (named && has_ranking(&p->words, cc_passage_word(p, from), to)) ||
           (p->record && has_ranking(&p->label, 0, UINT32_MAX));
}

/* "one" is mostly a pronoun. */
static bool is_word_one(const cc_passage *p, const cc_fact *fact)
{
    cc_str text = cc_str_span(p->doc->text, fact->span);
    return fact->kind == CC_NUMBER && cc_str_eq_nocase(text, CC_S("one"));
}

/* "revised from 5 million", "it had been put at 5 million": in a sentence that replaces it. */
static bool is_replaced(const cc_passage *p, size_t i)
{
    enum { NEAR = 5 };
    size_t at = cc_passage_word(p, p->facts[i].span.off), from = at > NEAR ? at - NEAR : 0;
    cc_str gap;
    for (size_t w = at; w > from; w--) {
        cc_str word = cc_str_span(p->doc->text, p->words.at[w - 1].span);
        gap = cc_passage_between(p, cc_span_end(p->words.at[w - 1].span), p->facts[i].span.off);
        if (memchr(gap.ptr, ',', gap.len) != NULL || memchr(gap.ptr, ';', gap.len) != NULL)
            return false;
        if (w > 1 && cc_str_eq_nocase(word, CC_S("from")) && w == at)
            return p->words.at[w - 2].classes & CC_WORD_REVISED;
        if (cc_str_eq_nocase(word, CC_S("had")))
            return cc_claim_revised(p);
    }
    return false;
}

/* "| Lima | 302 | 0.1% |": cells whose table was lost with its heads. */
static bool is_in_ruled_text(const cc_passage *p)
{
    enum { RULES = 3 };
    cc_str text  = cc_str_span(p->doc->text, p->span);
    size_t rules = 0;
    for (size_t i = 0; i < text.len && rules < RULES && !p->record; i++)
        rules += text.ptr[i] == '|';
    return rules == RULES;
}

/* "was cut from 20 to 9 percent in December": what held before; no date says when. */
static bool is_start_of_change(const cc_passage *p, size_t i)
{
    const cc_word *prior = word_before(p, &p->facts[i]);
    if (prior == NULL || !cc_str_eq_nocase(cc_str_span(p->doc->text, prior->span), CC_S("from")))
        return false;
    size_t next = i + 1;
    if (next == p->fact_count || p->facts[next].kind != p->facts[i].kind)
        return false;
    cc_str gap = cc_passage_between(p, cc_span_end(p->facts[i].span), p->facts[next].span.off);
    return cc_str_eq(cc_str_trim(gap), CC_S("to"));
}

/* Only a comma, "and" or "or" between two figures; the last one may name the unit of all. */
static bool is_next_of_list(const cc_passage *p, size_t i)
{
    if (i + 1 >= p->fact_count || !p->figure[i + 1] ||
        (p->facts[i].kind != p->facts[i + 1].kind && p->facts[i].kind != CC_NUMBER))
        return false;
    cc_str gap = cc_passage_between(p, cc_span_end(p->facts[i].span), p->facts[i + 1].span.off);
    gap        = cc_str_trim(gap);
    return cc_str_eq(gap, CC_S(",")) || cc_str_eq(gap, CC_S(", and")) ||
           cc_str_eq(gap, CC_S(", or")) || cc_str_eq(gap, CC_S("and")) ||
           cc_str_eq(gap, CC_S("or"));
}

/* "rates of 25, 28 and 33 percent": three or more, and which is which the words do not tell. */
static bool is_in_list(const cc_passage *p, size_t i)
{
    size_t from = i, to = i;
    while (from > 0 && is_next_of_list(p, from - 1))
        from--;
    while (is_next_of_list(p, to))
        to++;
    return !p->record && to - from >= 2;
}

/* "5 and 6 million, respectively": which is which, the order alone tells. */
static bool is_in_paired_list(const cc_passage *p)
{
    cc_str text = cc_str_span(p->doc->text, p->span);
    return !p->paired && memmem(text.ptr, text.len, "respectively", 12) != NULL;
}

/* "Figure 3. Illustration of a 30 % rate", not "Table 3 shows …". */
static bool is_numbered_caption(cc_str text)
{
    static const char *const names[] = {"figure ", "fig. ", "table ", "chart ", "box ", NULL};
    size_t                   at      = 0;
    for (size_t i = 0; names[i] != NULL && at == 0; i++)
        if (text.len > strlen(names[i]) &&
            cc_str_eq_nocase(cc_str_sub(text, 0, strlen(names[i])), cc_str_z(names[i])))
            at = strlen(names[i]);
    if (at == 0 || !cc_is_digit(text.ptr[at]))
        return false;
    while (at < text.len && (cc_is_digit(text.ptr[at]) || text.ptr[at] == '-'))
        at++;
    return at == text.len || (text.ptr[at] != ' ' && !cc_is_alpha(text.ptr[at])) ||
           (at + 1 < text.len && !cc_is_lower(text.ptr[at + 1]));
}

/* The same, and a line that is one link. */
static bool is_caption(const cc_passage *p)
{
    cc_str text = cc_str_span(p->doc->text, p->block->span);
    return is_numbered_caption(text) ||
           (cc_str_starts(text, CC_S("[")) && cc_str_ends(text, CC_S(")")));
}

bool cc_is_in_title(const cc_passage *p)
{
    return is_caption(p) || p->block->kind == CC_HEADING || p->block->kind == CC_CAPTION ||
           p->block->kind == CC_FOOTNOTE || p->block->kind == CC_ENDNOTE ||
           p->block->kind == CC_MARGIN || p->block->kind == CC_COMMENT;
}

static bool has_word(cc_str text)
{
    size_t run = 0;
    for (size_t i = 0; i < text.len; i++) {
        run = cc_is_alpha(text.ptr[i]) || (unsigned char)text.ptr[i] >= 0x80 ? run + 1 : 0;
        if (run >= 3)
            return true;
    }
    return false;
}

static bool is_bare(const cc_passage *p)
{
    return p->record && !has_word(p->block->row) && !has_word(p->block->column) &&
           (p->block->kind == CC_CELL || !cc_words_measure(&p->label));
}

/* "Version: 7" */
static bool is_identifier_field(const cc_passage *p, const cc_fact *fact)
{
    return p->record && is_plain(fact) && p->label.n == 1 &&
           p->label.at[0].classes & CC_WORD_IDENTIFIER;
}

/* "industry: 28.3% services:": what stands right behind a colon is a value. */
static bool has_own_label(const cc_passage *p, size_t i)
{
    uint32_t from = i == 0 ? p->span.off : cc_span_end(p->facts[i - 1].span);
    cc_str   gap  = cc_passage_between(p, from, p->facts[i].span.off);
    return memchr(gap.ptr, ':', gap.len) != NULL;
}

/* "a plan of $5 million: roads" */
static bool is_price(const cc_passage *p, const cc_fact *fact)
{
    const cc_word *prior = word_before(p, fact);
    return fact->kind == CC_MONEY && prior != NULL &&
           cc_str_eq(cc_str_span(p->doc->text, prior->span), CC_S("of"));
}

bool cc_is_label_figure(const cc_passage *p, size_t i)
{
    uint32_t end  = cc_span_end(p->facts[i].span);
    cc_str   rest = cc_passage_between(p, end, cc_span_end(p->span));
    if (!p->record || is_price(p, &p->facts[i]))
        return false;
    for (size_t at = 0; at < rest.len && at < MAX_LABEL_TAIL; at++) {
        if (rest.ptr[at] == ':')
            return at == 0 || !has_own_label(p, i);
        if (!cc_is_alpha(rest.ptr[at]) && rest.ptr[at] != ' ')
            return false;
    }
    return false;
}

static const char *name_title(const cc_passage *p)
{
    switch (p->block->kind) {
    case CC_HEADING: return "heading";
    case CC_FOOTNOTE:
    case CC_ENDNOTE: return "note";
    case CC_MARGIN: return "header or footer";
    case CC_COMMENT: return "comment";
    default: return "caption";
    }
}

const char *cc_furniture(const cc_passage *p, size_t i)
{
    const cc_fact *fact = &p->facts[i];
    return cc_is_in_title(p)                   ? name_title(p)
           : is_in_paired_list(p)              ? "list"
           : is_bare(p)                        ? "cell without words"
           : is_enumerator(p, fact)            ? "enumerator"
           : is_identifier(p, fact)            ? "identifier"
           : is_numbered_part(p, fact)         ? "enumerator"
           : is_cited(p, fact->span)           ? "citation"
           : is_anaphoric(p, fact)             ? "part of something said before"
           : is_score(p, fact)                 ? "score"
           : is_word_one(p, fact)              ? "pronoun"
           : is_in_ruled_text(p)               ? "cell without a table"
           : is_start_of_change(p, i)          ? "former value"
           : is_replaced(p, i)                 ? "former value"
           : is_rank(p, i)                     ? "rank"
           : is_in_list(p, i)                  ? "list"
           : is_in_address(p, fact->span)      ? "address"
           : is_in_section_list(p, fact->span) ? "section number"
           : is_in_formula(p, fact->span)      ? "formula"
           : is_identifier_field(p, fact)      ? "identifier"
           : cc_is_rate_base(p, i)             ? "what another figure is per"
           : is_ordinal(p, fact)               ? "ordinal"
                                               : NULL;
}

bool cc_is_furniture(const cc_passage *p, size_t i)
{
    return cc_furniture(p, i) != NULL;
}
