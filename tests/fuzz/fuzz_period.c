/* fuzz_period.c - a line a part of a date, the last one the document's day: what comes of it is a
 * period in order, or unknown. */
#include "fuzz_box.h"

#include "fact/period.h"

static cc_arena     life;
static cc_calendar *calendar;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    cc_fault fault = {0};
    (void)argc, (void)argv;
    must_load(cc_calendar_load(&life, CC_S("rules/en"), &calendar, &fault), &fault);
    return 0;
}

static cc_date_parts take_parts(cc_str *rest)
{
    cc_date_parts p       = {.size = sizeof p};
    cc_str *const parts[] = {&p.weekday, &p.day,    &p.month,    &p.year, &p.day2,
                             &p.month2,  &p.year2,  &p.quarter,  &p.half, &p.part,
                             &p.fiscal,  &p.decade, &p.relative, &p.hedge};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        *parts[i] = take_until(rest, '\n');
    return p;
}

static void check_day(cc_arena *arena, int32_t day)
{
    int32_t y, m, d, again;
    cc_day_to_date(day, &y, &m, &d);
    promise(cc_date_exists(y, m, d) && cc_day_from_date(y, m, d) == day, "day %d is no day", day);
    promise(y < 0 || y > 9999 ||
                (cc_day_parse(cc_day_print(arena, day), &again) == CC_OK && again == day),
            "day %d is not read back", day);
}

static void check_fact(cc_arena *arena, const cc_fact *fact)
{
    const cc_period *p = &fact->period;
    promise(fact->kind == CC_DATE || fact->kind == CC_DURATION, "a date of kind %u", fact->kind);
    promise(fact->weekday <= 7, "weekday %u", fact->weekday);
    promise(!fact->impossible || !cc_period_is_known(p), "an impossible day that is known");
    for (size_t i = 0; i < fact->timex.len; i++)
        promise(fact->timex.ptr[i] > ' ' && fact->timex.ptr[i] < 0x7F,
                "a timex with odd characters");
    if (!cc_period_is_known(p))
        return;
    promise(p->granularity >= CC_DAY && p->granularity <= CC_YEARS, "a period of no granularity");
    check_day(arena, p->day_first);
    check_day(arena, p->day_last);
    cc_period_print(arena, p);
    promise(cc_period_overlap(p, p), "a period does not overlap itself");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cc_arena      arena = {0};
    cc_str        rest  = input_of(data, size);
    cc_date_parts parts = take_parts(&rest);
    cc_doc        doc   = {.size = sizeof doc, .date = cc_period_unknown()};
    cc_fact       fact  = {.size = sizeof fact};
    int32_t       day;
    if (cc_day_parse(rest, &day) == CC_OK)
        doc.date = (cc_period){.day_first = day, .day_last = day, .granularity = CC_DAY};
    if (cc_period_resolve(calendar, &arena, &doc, &parts, &fact) == CC_OK)
        check_fact(&arena, &fact);
    cc_arena_release(&arena);
    return 0;
}
