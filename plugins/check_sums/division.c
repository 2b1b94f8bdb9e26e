/* division.c - a total that is divided: "Of the T, A went to X, B to Y and C to Z", "T, of which A
 * and B", "T is made up of A, B and C", "Of T, A ... . The remaining C ...". */
#include "sums.h"

enum {
    FIRST_WORDS = 14, /* from the total to the first part */
    LATER_WORDS = 8,  /* from part to part */
    TERSE_WORDS = 2,  /* "10 freighters and" */
    MANY_PARTS  = 3,
    MOST_BEFORE = 3, /* sentences from the total to the rest */
    LEAST_REST  = 10,
    LEAST_LARGE = 100,
};

/* What introduces the parts. */
typedef enum opening { NO_OPENING = 0, WITH_OF, WITH_WHICH, WITH_MADE, WITH_COMMA } opening;

/* Parts in a row: places in the passage. */
typedef struct row {
    size_t at[MAX_PARTS], count;
    bool   closed; /* one of them is the rest */
} row;

/* -- What introduces the parts ----------------------------------------------------------------- */

/* "Of the 120 members", "In 2020, of its 120 members". */
static bool opens_with_of(const cc_passage *p, size_t i)
{
    cc_str before = before_figure(p, i), clause = cc_trim(cc_last_clause(before));
    cc_str rest = clause, word = cc_next_word(&rest);
    if (!cc_is(word, "Of") && !cc_is(word, "of") && !cc_is(word, "Out"))
        return false;
    return cc_count_words(clause) <= CUE_WORDS + 1 && (i == p->first || clause.len < before.len);
}

static opening find_opening(const cc_passage *p, size_t i, size_t first)
{
    cc_str gap = between_figures(p, i, first);
    if (cc_has_byte(gap, ';') || cc_count_words(gap) > FIRST_WORDS)
        return NO_OPENING;
    if (opens_with_of(p, i))
        return WITH_OF;
    if (cc_has_cue(p->all->host, "whose", cc_last_words(gap, 2)))
        return WITH_WHICH;
    if (cc_has_cue(p->all->host, "made", gap))
        return WITH_MADE;
    bool comma = cc_ends(gap, ",") || cc_ends(gap, "(") || cc_ends(gap, "—") || cc_ends(gap, "–");
    return comma && cc_count_words(gap) <= LATER_WORDS && !cc_has_cue(p->all->host, "place", gap)
               ? WITH_COMMA
               : NO_OPENING;
}

/* -- The parts --------------------------------------------------------------------------------- */

static bool is_rest(const cc_passage *p, size_t i)
{
    return cc_has_cue(p->all->host, "closing", cc_last_words(before_figure(p, i), CUE_WORDS));
}

/* The next figure that can be added to the total; end: none. */
static size_t next_part(const cc_passage *p, size_t total, size_t i)
{
    while (++i < p->end && !is_addable(p->all->figures[i], p->all->figures[total]))
        ;
    return i;
}

/* As long as they follow one another closely; false: one of them is no plain part. */
static bool read_row(const cc_passage *p, size_t total, row *ret)
{
    const cc_passages *all = p->all;
    *ret                   = (row){.count = 0};
    for (size_t i = next_part(p, total, total), last = total; i < p->end;
         last = i, i = next_part(p, total, i)) {
        cc_str gap  = between_figures(p, last, i);
        size_t most = last == total ? FIRST_WORDS : LATER_WORDS;
        if (cc_count_words(gap) > most || cc_has_byte(gap, ';') ||
            cc_has_byte(gap, ')') != (last != total && cc_has_byte(gap, '(')))
            break;
        if (!cc_is_plain(all->figures[i]) || ret->count == MAX_PARTS ||
            !are_of_one_kind(all->claims[i], all->claims[total]) ||
            cc_exact_cmp(cc_exact_of(all->figures[i]->value.stated),
                         cc_exact_of(all->figures[total]->value.stated)) >= 0)
            return false;
        ret->at[ret->count++] = i;
        ret->closed           = ret->closed || is_rest(p, i);
    }
    return ret->count >= 2;
}

/* "A, B and C" */
static bool ends_with_and(const cc_passage *p, const row *r)
{
    cc_str gap = between_figures(p, r->at[r->count - 2], r->at[r->count - 1]);
    return cc_has_cue(p->all->host, "joint", cc_last_words(gap, 2)) || r->closed;
}

/* What is said of part `k`, up to the next one or the next comma. */
static cc_str words_of(const cc_passage *p, const row *r, size_t k)
{
    cc_str after = after_figure(p, r->at[k]);
    size_t to    = 0;
    while (to < after.len && !cc_has_byte((cc_str){",;.)", 4}, after.ptr[to]))
        to++;
    after.len = to;
    return cc_ends(after, " and") ? (cc_str){after.ptr, to - 4} : after;
}

static bool has_word(cc_str text, cc_str word)
{
    for (cc_str one; (one = cc_next_word(&text)).len > 0;)
        if (cc_is_same(one, word))
            return true;
    return false;
}

/* "lie in Texas, 9 in Arizona and 3 in Utah": where, not what, tells the parts apart. */
static bool repeats_place(const cc_passage *p, const row *r)
{
    cc_str words = words_of(p, r, 1), word = cc_next_word(&words);
    if (word.len == 0 || !cc_is_cue(p->all->host, "place", word))
        return false;
    for (size_t k = 0; k < r->count; k++) {
        cc_str own = words_of(p, r, k), first = own;
        if (k == 0 ? !has_word(own, word) : !cc_is_same(cc_next_word(&first), word))
            return false;
    }
    return true;
}

/* "12 are tankers, 10 freighters and 7 ferries": the verb stands once. */
static bool is_terse(const cc_passage *p, const row *r)
{
    for (size_t k = 1; k < r->count; k++) {
        cc_str words = words_of(p, r, k);
        if (words.len == 0 || cc_count_words(words) > TERSE_WORDS ||
            cc_has_cue(p->all->host, "verb", words))
            return false;
    }
    return r->count >= MANY_PARTS;
}

/* -- Judging ----------------------------------------------------------------------------------- */

/* Of small numbers, any two are one digit apart. */
static bool is_large(const cc_fact *total)
{
    return cc_exact_cmp(cc_exact_of(total->value.stated), cc_exact_int(LEAST_LARGE)) >= 0;
}

static bool is_wrong(const cc_passage *p, const sum *s, const row *r, opening by)
{
    bool place = repeats_place(p, r);
    if (sum_holds(s))
        return false;
    if (by == WITH_OF && cc_has_cue(p->all->host, "exclusive", cc_text_of(p->all->doc, p->span)))
        return sum_is_close(s, TOTAL_PERCENT);
    if (r->closed)
        return sum_is_close(s, CLOSE_PERCENT);
    if (!place && !is_terse(p, r) && by != WITH_MADE)
        return false;
    if (by == WITH_COMMA || r->count < MANY_PARTS)
        return (place || by == WITH_MADE) && is_large(s->total) && sum_is_slip(s) &&
               sum_is_close(s, NEAR_PERCENT);
    return sum_is_close(s, NEAR_PERCENT) || (sum_is_slip(s) && sum_is_close(s, CLOSE_PERCENT));
}

/* Parts are missing, or are none: "of the 40, at least 12". */
static bool leaves_open(const cc_passage *p, const row *r)
{
    const cc_fact *const *f     = p->all->figures;
    size_t                first = r->at[0], last = r->at[r->count - 1];
    cc_str between = cc_text_between(p->all->doc, f[first]->span.off, cc_end_of(f[last]));
    return cc_has_cue(p->all->host, "open", between);
}

static cc_status judge(const cc_passage *p, size_t total, const row *r, opening by,
                       cc_finding_sink *out)
{
    const cc_passages *all = p->all;
    sum                s   = {.doc = all->doc, .total = all->figures[total]};
    for (size_t k = 0; k < r->count; k++)
        s.parts[s.count++] = all->figures[r->at[k]];
    return is_wrong(p, &s, r, by) ? sum_report_last(&s, out) : CC_OK;
}

cc_status check_division(const cc_passage *p, cc_finding_sink *out)
{
    const cc_fact *const *f = p->all->figures;
    for (size_t i = p->first; i + 2 < p->end; i++) {
        row    r;
        size_t first = next_part(p, i, i);
        if (!is_addend(f[i]) || f[i]->kind == CC_PERCENT || !cc_is_plain(f[i]) || first >= p->end)
            continue;
        opening by = find_opening(p, i, first);
        if (by != NO_OPENING && read_row(p, i, &r) && ends_with_and(p, &r) && !leaves_open(p, &r))
            return judge(p, i, &r, by, out);
    }
    return CC_OK;
}

/* -- The rest, sentences later ----------------------------------------------------------------- */

/* The greatest figure before `rest`; SIZE_MAX: none is greater than all others. */
static size_t find_whole(const cc_passage *p, size_t rest)
{
    size_t ret = SIZE_MAX;
    for (size_t i = p->first; i < rest; i++) {
        const cc_fact *f = p->all->figures[i];
        if (is_addable(f, p->all->figures[rest]) &&
            (ret == SIZE_MAX || cc_exact_cmp(cc_exact_of(p->all->figures[ret]->value.stated),
                                             cc_exact_of(f->value.stated)) < 0))
            ret = i;
    }
    return ret;
}

/* "61 of its 138": the part that stands before its whole; else the whole. */
static size_t first_part(const cc_passage *p, size_t whole)
{
    bool of = whole > p->first && is_addable(p->all->figures[whole - 1], p->all->figures[whole]) &&
              cc_is(cc_first_word(before_figure(p, whole)), "of");
    return of ? whole - 1 : whole;
}

/* The figures behind `whole` up to the rest; false: one is no plain part. */
static bool take_rest(const cc_passage *p, size_t whole, size_t rest, sum *ret)
{
    const cc_passages *all = p->all;
    *ret                   = (sum){.doc = all->doc, .total = all->figures[whole]};
    for (size_t i = first_part(p, whole); i <= rest; i++) {
        if (i == whole || !is_addable(all->figures[i], ret->total) || !has_digit(all, i))
            continue;
        if (!cc_is_plain(all->figures[i]) || ret->count == MAX_PARTS ||
            !are_of_one_kind(all->claims[i], all->claims[whole]))
            return false;
        ret->parts[ret->count++] = all->figures[i];
    }
    cc_str between = cc_text_between(all->doc, cc_end_of(ret->total), all->figures[rest]->span.off);
    return ret->count >= 2 && cc_is_plain(ret->total) && !cc_has_cue(all->host, "open", between);
}

static cc_status judge_rest(const cc_passages *all, size_t sentence, size_t rest,
                            cc_finding_sink *out)
{
    const cc_sentence *at = all->doc->sentences;
    for (size_t k = sentence; k + MOST_BEFORE >= sentence && at[k].block == at[sentence].block;
         k--) {
        cc_span    end = at[sentence].span;
        cc_passage p =
            cc_passage_of(all, (cc_span){at[k].span.off, end.off + end.len - at[k].span.off});
        size_t whole = find_whole(&p, rest);
        sum    s;
        if (whole != SIZE_MAX && take_rest(&p, whole, rest, &s))
            return !sum_holds(&s) && sum_is_close(&s, CLOSE_PERCENT) ? sum_report_last(&s, out)
                                                                     : CC_OK;
        if (k == 0)
            break;
    }
    return CC_OK;
}

cc_status check_rest(const cc_passages *all, size_t sentence, cc_finding_sink *out)
{
    cc_passage p      = cc_passage_of(all, all->doc->sentences[sentence].span);
    cc_status  status = CC_OK;
    for (size_t i = p.first; i < p.end && status == CC_OK; i++) {
        const cc_fact *f = all->figures[i];
        if (is_addend(f) && cc_is_plain(f) && f->kind != CC_PERCENT && has_digit(all, i) &&
            cc_exact_cmp(cc_exact_of(f->value.stated), cc_exact_int(LEAST_REST)) >= 0 &&
            is_rest(&p, i))
            status = judge_rest(all, sentence, i, out);
    }
    return status;
}
