/* docx_fields.c - of a field the result is text, its code is not. */
#include "docx.h"

bool cc_docx_is_in_code(const cc_docx *d)
{
    for (size_t i = 0; i < d->field_count && i < CC_DOCX_MAX_FIELDS; i++)
        if (d->fields[i].code || d->fields[i].silent)
            return true;
    return false;
}

/* Results that say where something stands, and not what. */
static bool is_silent(cc_str code)
{
    static const char *const names[] = {"PAGE",         "PAGEREF", "NUMPAGES",
                                        "SECTIONPAGES", "NOTEREF", NULL};
    size_t                   from    = 0, to;
    while (from < code.len && code.ptr[from] == ' ')
        from++;
    for (to = from; to < code.len && code.ptr[to] != ' ';)
        to++;
    for (size_t i = 0; names[i] != NULL; i++)
        if (cc_part_says((cc_str){code.ptr + from, to - from}, names[i]))
            return true;
    return false;
}

/* A code does not go on in the next paragraph: what is not ended shows all behind it. */
void cc_docx_end_codes(cc_docx *d)
{
    for (size_t i = 0; i < d->field_count && i < CC_DOCX_MAX_FIELDS; i++)
        d->fields[i].code = d->fields[i].silent = false;
}

static cc_docx_field *last_field(cc_docx *d)
{
    bool any = d->field_count > 0 && d->field_count <= CC_DOCX_MAX_FIELDS;
    return any ? &d->fields[d->field_count - 1] : NULL;
}

void cc_docx_read_field_mark(cc_docx *d)
{
    cc_str         type = cc_part_attribute(&d->part, "w:fldCharType");
    cc_docx_field *last = last_field(d);
    if (cc_part_says(type, "begin")) {
        if (d->field_count < CC_DOCX_MAX_FIELDS)
            d->fields[d->field_count] = (cc_docx_field){.code = true};
        d->field_count++;
    } else if (cc_part_says(type, "separate") && last != NULL) {
        last->code = false;
    } else if (cc_part_says(type, "end") && d->field_count > 0) {
        d->field_count--;
        if (last != NULL && last->silent)
            cc_flow_leave_out(cc_story_flow(&d->story));
    }
    cc_docx_skip(d);
}

void cc_docx_read_field_code(cc_docx *d)
{
    unsigned       depth = d->part.depth;
    cc_docx_field *last  = last_field(d);
    while (cc_part_next(&d->part) != CC_PART_END) {
        if (d->part.event == CC_PART_CLOSES && d->part.depth <= depth)
            return;
        if (d->part.event != CC_PART_TEXT || last == NULL || last->named)
            continue;
        last->silent = is_silent(d->part.text);
        last->named  = cc_skip_blanks(d->part.text, 0, d->part.text.len) < d->part.text.len;
    }
}

void cc_docx_read_simple_field(cc_docx *d)
{
    bool silent = is_silent(cc_part_attribute(&d->part, "w:instr"));
    if (!silent) {
        cc_docx_walk(d);
        return;
    }
    d->gone++;
    cc_docx_walk(d);
    d->gone--;
    cc_flow_leave_out(cc_story_flow(&d->story));
}
