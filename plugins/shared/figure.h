/* figure.h - what the extractors of numbers, money, percentages and quantities share: they differ
 * in the kind of fact and in whether a unit must be found. A plugin's rules name the groups below. */
#ifndef FIGURE_H
#define FIGURE_H

#include <claimcheck.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

typedef struct figure_groups {
    uint32_t sign; /* "-" that stands before a currency sign; "(" of an accountant's minus */
    uint32_t number, scale;
    uint32_t to_number, to_scale; /* the end of a range */
    uint32_t unit_word;           /* "km", "US$", "percent" */
    uint32_t minor, minor_unit;   /* "2", "inches" of "5 feet 2 inches" */
    uint32_t per;                 /* "day", "100,000 inhabitants" */
} figure_groups;

typedef struct figure_text {
    char  *ptr;
    size_t len, cap;
} figure_text;

static inline cc_status figure_init(const cc_host *host, figure_groups *groups)
{
    groups->sign       = host->group(host, "sign");
    groups->number     = host->group(host, "number");
    groups->scale      = host->group(host, "scale");
    groups->to_number  = host->group(host, "to_number");
    groups->to_scale   = host->group(host, "to_scale");
    groups->unit_word  = host->group(host, "unit_word");
    groups->minor      = host->group(host, "minor");
    groups->minor_unit = host->group(host, "minor_unit");
    groups->per        = host->group(host, "per");
    return CC_OK;
}

static inline cc_status figure_open(const cc_host *host, void **ret_self)
{
    *ret_self = host->alloc(host, sizeof(figure_groups), _Alignof(figure_groups));
    return figure_init(host, *ret_self);
}

static cc_str figure_group(const cc_doc *doc, const cc_match *match, uint32_t group)
{
    if (group == CC_NO_GROUP || match->groups[group].off == UINT32_MAX)
        return (cc_str){0};
    return (cc_str){doc->text.ptr + match->groups[group].off, match->groups[group].len};
}

static void figure_append(figure_text *text, cc_str s)
{
    if (s.len > text->cap - text->len)
        s.len = text->cap - text->len;
    if (s.len > 0)
        memcpy(text->ptr + text->len, s.ptr, s.len);
    text->len += s.len;
}

/* " 2/12" of "5 feet 2 inches"; coins without a name are hundredths. false: the small unit is no
 * part of a larger one. */
static bool figure_minor(const figure_groups *groups, const cc_host *host, const cc_doc *doc,
                         const cc_match *match, figure_text *text)
{
    static const struct {
        const char *unit;
        int64_t     parts;
    } rows[]      = {{"cent", 100}, {"pence", 100}, {"inch", 12}, {"ounce", 16}};
    cc_str   name = figure_group(doc, match, groups->minor_unit);
    cc_str   unit = name.len > 0 ? host->unit(host, name) : (cc_str){"cent", 4};
    cc_value small;
    char     ratio[64];
    if (host->number(host, figure_group(doc, match, groups->minor), (cc_str){0}, &small) != CC_OK)
        return false;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (unit.len != strlen(rows[i].unit) || memcmp(unit.ptr, rows[i].unit, unit.len) != 0)
            continue;
        int64_t n   = small.stated.exp10 == 1 ? small.stated.mant * 10 : small.stated.mant;
        int     len = snprintf(ratio, sizeof ratio, " %" PRId64 "/%" PRId64, n, rows[i].parts);
        figure_append(text, (cc_str){ratio, (size_t)len});
        return n < rows[i].parts;
    }
    return false;
}

/* The number without what stands in it: "-$5 to $7 million" is "-5 to 7 million". */
static cc_status figure_value(const figure_groups *groups, const cc_host *host, const cc_doc *doc,
                              const cc_match *match, cc_value *ret)
{
    cc_str sign     = figure_group(doc, match, groups->sign);
    cc_str from     = figure_group(doc, match, groups->number);
    cc_str scale    = figure_group(doc, match, groups->scale);
    cc_str to       = figure_group(doc, match, groups->to_number);
    cc_str to_scale = figure_group(doc, match, groups->to_scale);
    cc_str minor    = figure_group(doc, match, groups->minor);
    if (sign.len == 0 && to.len == 0 && minor.len == 0)
        return host->number(host, from, scale, ret);
    figure_text text = {.cap = sign.len + from.len + scale.len + to.len + 32};
    text.ptr         = host->alloc(host, text.cap, 1);
    figure_append(&text, sign.len == 1 && sign.ptr[0] == '(' ? (cc_str){"-", 1} : sign);
    figure_append(&text, from);
    if (minor.len > 0 && !figure_minor(groups, host, doc, match, &text))
        return CC_WARN;
    if (to.len == 0)
        return host->number(host, (cc_str){text.ptr, text.len}, scale, ret);
    figure_append(&text, (cc_str){" ", 1});
    figure_append(&text, scale);
    figure_append(&text, (cc_str){" to ", 4});
    figure_append(&text, to);
    return host->number(host, (cc_str){text.ptr, text.len}, to_scale, ret);
}

/* "day", "100000 person": the noun as the unit table has it, digits without commas. */
static cc_str figure_per(const figure_groups *groups, const cc_host *host, const cc_doc *doc,
                         const cc_match *match)
{
    cc_str per    = figure_group(doc, match, groups->per);
    size_t digits = 0;
    while (digits < per.len &&
           ((per.ptr[digits] >= '0' && per.ptr[digits] <= '9') || per.ptr[digits] == ','))
        digits++;
    size_t noun = digits;
    while (noun < per.len && !(per.ptr[noun] >= 'A' && per.ptr[noun] <= 'z'))
        noun++;
    cc_str unit = {0};
    if (noun < per.len)
        unit = host->unit(host, (cc_str){per.ptr + noun, per.len - noun});
    if (unit.len == 0 || digits == 0)
        return unit;
    figure_text text = {.cap = digits + 1 + unit.len};
    text.ptr         = host->alloc(host, text.cap, 1);
    for (size_t i = 0; i < digits; i++)
        if (per.ptr[i] != ',')
            figure_append(&text, (cc_str){per.ptr + i, 1});
    figure_append(&text, (cc_str){" ", 1});
    figure_append(&text, unit);
    return (cc_str){text.ptr, text.len};
}

/* A number that cannot be read, or a unit that is in no table, gives no fact. */
static cc_status figure_put(const figure_groups *groups, const cc_host *host, const cc_doc *doc,
                            const cc_match *match, cc_kind kind, cc_fact_sink *out)
{
    cc_str  unit_word = figure_group(doc, match, groups->unit_word);
    cc_fact fact = {.size = sizeof fact, .kind = kind, .span = match->span, .rule = match->rule};
    if (unit_word.len > 0) {
        fact.unit = host->unit(host, unit_word);
        if (fact.unit.len == 0)
            return CC_OK;
    }
    cc_status status = figure_value(groups, host, doc, match, &fact.value);
    if (status != CC_OK)
        return status == CC_WARN ? CC_OK : status;
    fact.per = figure_per(groups, host, doc, match);
    return out->put(out, &fact);
}

static inline cc_status figure_extract(void *self, const cc_host *host, const cc_doc *doc,
                                       const cc_match *matches, size_t match_count, cc_kind kind,
                                       cc_fact_sink *out)
{
    for (size_t i = 0; i < match_count; i++) {
        cc_status status = figure_put(self, host, doc, &matches[i], kind, out);
        if (status != CC_OK)
            return status;
    }
    return CC_OK;
}

#endif
