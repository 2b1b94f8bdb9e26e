/* clock.c - "8 p.m." as 2021-05-12T20:00. */
#include "clock.h"

#include "narrative.h"

#include <stdio.h>
#include <string.h>

/* At most two digits. */
static int read_digits(cc_str s)
{
    int n = 0;
    for (size_t i = 0; i < s.len && i < 2; i++)
        n = n * 10 + (s.ptr[i] - '0');
    return n;
}

/* 12 a.m. is midnight, 12 p.m. noon. */
static int hour_of_day(int hour, cc_str noon)
{
    if (noon.len == 0)
        return hour;
    bool after = noon.ptr[0] == 'p' || noon.ptr[0] == 'P';
    return hour % 12 + (after ? 12 : 0);
}

cc_status cc_clock_resolve(const cc_reading *r, cc_fact *fact)
{
    static const char no_days[] = "0 days";
    enum { TIMEX_BYTES = 32, DAY_MAX_BYTES = 12 };
    cc_date_parts parts  = {.size = sizeof parts, .relative = {no_days, strlen(no_days)}};
    cc_doc        doc    = cc_narrative_day(r);
    cc_status     status = r->host->period(r->host, &doc, &parts, fact);
    int           hour   = read_digits(cc_group(r, r->groups->hour));
    int           minute = read_digits(cc_group(r, r->groups->minute));
    char         *text   = r->host->alloc(r->host, TIMEX_BYTES, 1);
    if (status != CC_OK || fact->timex.len > DAY_MAX_BYTES)
        return CC_WARN;
    int len = snprintf(text, TIMEX_BYTES, "%.*sT%02d:%02d", (int)fact->timex.len, fact->timex.ptr,
                       hour_of_day(hour, cc_group(r, r->groups->noon)), minute);
    fact->period = (cc_period){.day_last = -1};
    fact->timex  = (cc_str){text, (size_t)len};
    return CC_OK;
}
