/* report_text.c - findings for people: a block each, both sides with the figure underlined, then
 * what was read and what was not. What stands in documents is never a terminal's command. */
#include <claimcheck.h>

#include "cc_record.h"
#include "shared/record_out.h"
#include "shared/text_out.h"

enum { MAX_SIDES = 3, MAX_MARKS = 16, MAX_DOCUMENTS = 20, COLUMNS = 100, LEAST_COLUMNS = 40 };

static const char *level_name(cc_level level)
{
    return level == CC_ERROR ? "error" : level == CC_WARNING ? "warning" : "note";
}

static const char *level_colour(cc_level level)
{
    return level == CC_ERROR ? "\033[1;31m" : level == CC_WARNING ? "\033[1;33m" : "\033[1;36m";
}

/* -- A finding ----------------------------------------------------------------------------- */

static void print_place(cc_text *t, const cc_side *side)
{
    const cc_position *at = &side->position;
    cc_text_colour(t, "\033[1m");
    cc_text_name(t, side->doc->path);
    cc_text_colour(t, "\033[0m");
    if (at->place.kind == CC_PLACE_PARAGRAPH && at->place.at.paragraph.part > 0)
        cc_text_printf(t, ", part %" PRIu32, at->place.at.paragraph.part);
    if (at->place.kind == CC_PLACE_PARAGRAPH)
        cc_text_printf(t, ", paragraph %" PRIu32, at->place.at.paragraph.paragraph);
    else if (at->place.kind == CC_PLACE_PAGE)
        cc_text_printf(t, ", page %" PRIu32, at->place.at.page.page);
    else if (at->line > 0)
        cc_text_printf(t, ":%" PRIu32 ":%" PRIu32, at->line, at->column);
}

static bool is_same(cc_str a, cc_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* Both are cut around their figures: equal ones are one sentence if they stand at one offset. */
static bool is_same_sentence(const cc_side *a, const cc_side *b)
{
    return is_same(a->doc->path, b->doc->path) && a->doc->checked == b->doc->checked &&
           is_same(a->sentence, b->sentence) && a->order - a->mark.off == b->order - b->mark.off;
}

/* The sentence of sides[at] with all figures of it that are among the sides. */
static void print_sentence(cc_text *t, const cc_side *const *sides, size_t count, size_t at)
{
    cc_span marks[MAX_MARKS];
    size_t  n = 0;
    for (size_t i = 0; i < count; i++)
        if (is_same_sentence(sides[i], sides[at]))
            marks[n++] = sides[i]->mark;
    cc_text_z(t, "  ");
    print_place(t, sides[at]);
    cc_text_z(t, "\n");
    cc_text_quote(t, sides[at]->sentence, marks, n);
}

/* A sentence once, whatever the number of its figures. */
static void print_sides(cc_text *t, const cc_finding *f)
{
    const cc_side *sides[MAX_MARKS]   = {&f->primary};
    bool           printed[MAX_MARKS] = {false};
    size_t         count = 1, sentences = 0, shown = 0;
    for (size_t i = 0; i < f->related_count && count < MAX_MARKS; i++)
        sides[count++] = &f->related[i];
    for (size_t i = 0; i < count; i++) {
        size_t first = 0;
        while (!is_same_sentence(sides[first], sides[i]))
            first++;
        if (first == i && sentences <= MAX_SIDES) {
            print_sentence(t, sides, count, i);
            printed[i] = true;
            sentences++;
        }
        shown += printed[first];
    }
    if (shown > f->related_count)
        return;
    cc_text_z(t, "  and ");
    cc_text_count(t, f->related_count + 1 - shown, "more place\n", "more places\n");
}

/* "1000x" as "a factor of 1000" */
static void flow_gap(cc_flow *f, cc_str gap)
{
    bool factor = gap.ptr[gap.len - 1] == 'x';
    cc_flow_z(f, factor ? " the values lie a factor of " : " the values lie ");
    cc_flow_prose(f, (cc_str){gap.ptr, gap.len - factor});
    cc_flow_z(f, " apart");
}

/* "measure (direct invest), period (2019); the values lie a factor of 1000 apart" */
static void print_reason(cc_text *t, const cc_reason *reason)
{
    const struct {
        const char *name;
        cc_str      what;
    } same[] = {
        {" measure ", reason->measure}, {" scope ", reason->scope}, {" period ", reason->period}};
    cc_flow     flow = {.text = t, .indent = CC_TEXT_INDENT};
    const char *sep  = "";
    cc_text_z(t, "  ");
    flow.column = 2;
    cc_flow_z(&flow, "why compared:");
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        if (same[i].what.len == 0)
            continue;
        cc_flow_z(&flow, sep);
        cc_flow_z(&flow, same[i].name);
        flow.open = "(";
        cc_flow_prose(&flow, same[i].what);
        cc_flow_z(&flow, ")");
        sep = ",";
    }
    if (reason->gap.len > 0) {
        cc_flow_z(&flow, sep[0] == ',' ? ";" : "");
        flow_gap(&flow, reason->gap);
    }
    cc_text_z(t, "\n");
}

static bool has_reason(const cc_reason *r)
{
    return r->measure.len + r->scope.len + r->period.len + r->gap.len > 0;
}

/* "9 places say the first, 1 place says otherwise": where there are more than the two shown. Figures
 * that were reckoned up have no reason and no majority. */
static void print_majority(cc_text *t, const cc_finding *f)
{
    if (f->related_count == 0 || f->primary_places + f->related_places <= 2 ||
        !has_reason(&f->reason))
        return;
    cc_text_z(t, "  ");
    cc_text_count(t, f->primary_places, "place says the first, ", "places say the first, ");
    cc_text_count(t, f->related_places, "place says otherwise\n", "places say otherwise\n");
}

static void print_finding(cc_text *t, const cc_finding *f)
{
    cc_text_colour(t, level_colour(f->level));
    cc_text_z(t, level_name(f->level));
    cc_text_colour(t, "\033[0m");
    cc_text_z(t, " ");
    cc_text_name(t, f->check);
    cc_text_z(t, "  ");
    cc_flow flow = {.text   = t,
                    .column = strlen(level_name(f->level)) + f->check.len + 3,
                    .indent = CC_TEXT_INDENT};
    cc_flow_prose(&flow, f->message);
    cc_text_z(t, "\n");
    print_sides(t, f);
    if (has_reason(&f->reason))
        print_reason(t, &f->reason);
    print_majority(t, f);
    cc_text_z(t, "\n");
}

/* -- Agreements ---------------------------------------------------------------------------- */

static void print_agreement(cc_text *t, const cc_agreement *a)
{
    cc_text_z(t, "agree  ");
    cc_text_prose(t, a->primary.text);
    cc_text_z(t, "  ");
    print_place(t, &a->primary);
    cc_text_z(t, "\n");
    for (size_t i = 0; i < a->related_count; i++) {
        cc_text_z(t, "       ");
        cc_text_prose(t, a->related[i].text);
        cc_text_z(t, "  ");
        print_place(t, &a->related[i]);
        cc_text_z(t, "\n");
    }
}

/* -- What was read, and how much was compared ---------------------------------------------- */

static bool has_status(const cc_doc_status *doc, const char *status)
{
    return doc->status.len == strlen(status) &&
           memcmp(doc->status.ptr, status, doc->status.len) == 0;
}

/* The same bytes as another document: read there. */
static bool is_copy(const cc_doc_status *doc)
{
    return has_status(doc, "skipped") && doc->reason.len == 4 &&
           memcmp(doc->reason.ptr, "same", 4) == 0;
}

static size_t count_documents(const cc_results *r, const char *status)
{
    size_t n = 0;
    for (size_t i = 0; i < r->doc_count; i++)
        n += has_status(&r->docs[i], status) && !is_copy(&r->docs[i]);
    return n;
}

static void print_levels(cc_text *t, const cc_results *r)
{
    static const char *const one[]  = {"", "note", "warning", "error"};
    static const char *const many[] = {"", "notes", "warnings", "errors"};
    uint64_t                 n[4]   = {0};
    const char              *sep    = " (";
    for (size_t i = 0; i < r->finding_count; i++)
        n[r->findings[i].level & 3]++;
    for (cc_level level = CC_ERROR; level >= CC_NOTE; level--) {
        if (n[level] == 0)
            continue;
        cc_text_z(t, sep);
        cc_text_count(t, n[level], one[level], many[level]);
        sep = ", ";
    }
    cc_text_z(t, sep[0] == ',' ? ")" : "");
}

static void print_totals(cc_text *t, const cc_results *r)
{
    cc_text_count(t, r->finding_count, "finding", "findings");
    print_levels(t, r);
    cc_text_z(t, ": ");
    cc_text_count(t, count_documents(r, "ok") + count_documents(r, "partial"), "document read, ",
                  "documents read, ");
    cc_text_count(t, r->claims, "claim, ", "claims, ");
    cc_text_count(t, r->compared, "pair compared, ", "pairs compared, ");
    cc_text_count(t, r->agreeing, "agrees\n", "agree\n");
}

static void print_document(cc_text *t, const cc_doc_status *doc)
{
    char date[32];
    cc_period_text(&doc->date, date);
    cc_text_z(t, "  ");
    cc_text_name(t, doc->path);
    cc_text_z(t, ": ");
    cc_text_name(t, doc->status);
    if (has_status(doc, "ok")) {
        cc_text_z(t, ", ");
        cc_text_count(t, doc->bytes, "byte", "bytes");
        if (date[0] != '\0')
            cc_text_printf(t, ", dated %s (%s)", date, cc_date_from_name(doc->date_origin));
    }
    if (doc->reason.len > 0 && !is_copy(doc)) {
        cc_text_z(t, ", ");
        cc_text_name(t, doc->reason);
    }
    if (doc->detail.len > 0) {
        cc_text_z(t, ": ");
        cc_text_prose(t, doc->detail);
    }
    cc_text_z(t, "\n");
}

/* All, or those not read in full; copies are listed among all only. */
static void list_documents(cc_text *t, const cc_results *r)
{
    size_t left_out = 0, printed = 0;
    for (size_t i = 0; i < r->doc_count; i++) {
        if (!r->all_documents && (has_status(&r->docs[i], "ok") || is_copy(&r->docs[i])))
            continue;
        if (r->all_documents || printed < MAX_DOCUMENTS) {
            print_document(t, &r->docs[i]);
            printed++;
        } else {
            left_out++;
        }
    }
    if (left_out > 0) {
        cc_text_z(t, "  and ");
        cc_text_count(t, left_out, "more\n", "more\n");
    }
}

/* "1,234 bytes read, 2 copies left out. Not read, or not in full: 1 partial, 3 skipped" */
static void print_reading(cc_text *t, const cc_results *r)
{
    static const char *const statuses[] = {"partial", "unreadable", "skipped"};
    const char              *sep        = ". Not read, or not in full: ";
    size_t                   copies     = 0;
    for (size_t i = 0; i < r->doc_count; i++)
        copies += is_copy(&r->docs[i]);
    cc_text_count(t, r->bytes, "byte read", "bytes read");
    if (copies > 0) {
        cc_text_z(t, ", ");
        cc_text_count(t, copies, "copy left out", "copies left out");
    }
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
        size_t n = count_documents(r, statuses[i]);
        if (n == 0)
            continue;
        cc_text_z(t, sep);
        cc_text_count(t, n, statuses[i], statuses[i]);
        sep = ", ";
    }
    if (sep[0] != ',' && r->doc_count > 0)
        cc_text_z(t, ", every document in full");
    cc_text_z(t, "\n");
    list_documents(t, r);
}

static void print_rest(cc_text *t, const cc_results *r)
{
    if (r->not_compared > 0)
        cc_text_count(t, r->not_compared, "pair not compared: too many claims share a key\n",
                      "pairs not compared: too many claims share a key\n");
    if (r->waived > 0)
        cc_text_count(t, r->waived, "finding waived\n", "findings waived\n");
    if (r->below_score > 0) {
        cc_text_count(t, r->below_score, "finding lies", "findings lie");
        cc_text_z(t, " below the score or level asked for: see --min-score 0 --level note\n");
    }
}

static cc_status report(void *self, const cc_host *host, const cc_results *r, cc_byte_sink *out)
{
    (void)self, (void)host;
    cc_text t = {.writer = {.sink = out, .status = CC_OK}, .colour = r->colour, .columns = COLUMNS};
    if (CC_HAS(cc_results, r, columns) && r->columns > 0)
        t.columns = r->columns < LEAST_COLUMNS ? LEAST_COLUMNS : r->columns;
    for (size_t i = 0; i < r->finding_count; i++)
        print_finding(&t, &r->findings[i]);
    for (size_t i = 0; i < r->agreement_count; i++)
        print_agreement(&t, &r->agreements[i]);
    if (r->agreement_count > 0)
        cc_text_z(&t, "\n");
    print_totals(&t, r);
    print_reading(&t, r);
    print_rest(&t, r);
    return t.writer.status;
}

CC_PLUGIN_ENTRY
{
    static const cc_reporter stage  = {.size = sizeof stage, .format = "text", .report = report};
    static const cc_plugin   plugin = {
          .size     = sizeof plugin,
          .abi      = CC_ABI,
          .name     = "report_text",
          .summary  = "findings as text, for people",
          .reporter = &stage,
    };
    return &plugin;
}
