/* check_dates.c - days that do not exist, and weekdays that do not fit their date.
 *
 * A weekday is only judged where the year was written: the host leaves the period of a date with
 * a guessed year unknown when its weekday does not fit. */
#include <claimcheck.h>

#include <stdio.h>
#include <string.h>

enum { SCORE = 950, MESSAGE_BYTES = 160 };

static const char *const months[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
};
static const char *const weekdays[] = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
};

/* A day as its TIMEX value has it: "2021-04-31", "XXXX-02-30". */
typedef struct day {
    int32_t year; /* -1: not written */
    int32_t month, day;
} day;

static int32_t read_number(cc_str s, size_t off, size_t count)
{
    int32_t n = 0;
    for (size_t i = off; i < off + count; i++) {
        if (i >= s.len || s.ptr[i] < '0' || s.ptr[i] > '9')
            return -1;
        n = n * 10 + (s.ptr[i] - '0');
    }
    return n;
}

static day read_day(cc_str timex, size_t off)
{
    return (day){read_number(timex, off, 4), read_number(timex, off + 5, 2),
                 read_number(timex, off + 8, 2)};
}

/* Without a year, February may have 29 days. */
static int32_t month_days(const day *d)
{
    static const int32_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = d->year < 0 || (d->year % 4 == 0 && d->year % 100 != 0) || d->year % 400 == 0;
    return days[d->month - 1] + (d->month == 2 && leap);
}

static bool is_impossible(const day *d)
{
    return d->month >= 1 && d->month <= 12 && d->day > month_days(d);
}

static void say_impossible(const cc_doc *doc, const cc_fact *fact, char *message)
{
    int         len   = (int)fact->span.len;
    const char *text  = doc->text.ptr + fact->span.off;
    const char *slash = memchr(fact->timex.ptr, '/', fact->timex.len);
    day         d     = read_day(fact->timex, 0);
    if (!is_impossible(&d) && slash != NULL) /* a range: its second day */
        d = read_day(fact->timex, (size_t)(slash - fact->timex.ptr) + 1);
    if (!is_impossible(&d))
        snprintf(message, MESSAGE_BYTES, "%.*s: there is no such day", len, text);
    else if (d.month == 2 && d.year >= 0)
        snprintf(message, MESSAGE_BYTES, "%.*s: February %d has %d days", len, text, d.year,
                 month_days(&d));
    else
        snprintf(message, MESSAGE_BYTES, "%.*s: %s has %s%d days", len, text, months[d.month - 1],
                 d.month == 2 ? "at most " : "", month_days(&d));
}

/* 0 Monday to 6 Sunday; 1970-01-01 was a Thursday. */
static uint32_t weekday_of(int32_t days)
{
    int64_t since_monday = ((int64_t)days + 3) % 7;
    return (uint32_t)(since_monday < 0 ? since_monday + 7 : since_monday);
}

static bool is_wrong_weekday(const cc_fact *fact)
{
    const cc_period *p = &fact->period;
    return fact->weekday >= 1 && fact->weekday <= 7 && p->granularity == CC_DAY &&
           p->day_first == p->day_last && weekday_of(p->day_first) != fact->weekday - 1;
}

static void say_weekday(const cc_fact *fact, char *message)
{
    day d = read_day(fact->timex, 0);
    snprintf(message, MESSAGE_BYTES, "%d %s %d was a %s, not a %s", d.day, months[d.month - 1],
             d.year, weekdays[weekday_of(fact->period.day_first)], weekdays[fact->weekday - 1]);
}

static cc_status put(cc_finding_sink *out, const cc_fact *fact, const char *check,
                     const char *message)
{
    cc_finding finding = {
        .size    = sizeof finding,
        .check   = {check, strlen(check)},
        .score   = SCORE,
        .message = {message, strlen(message)},
    };
    out->side_of_fact(out, fact, &finding.primary);
    return out->put(out, &finding);
}

static cc_status check_fact(const cc_doc *doc, const cc_fact *fact, cc_finding_sink *out)
{
    char message[MESSAGE_BYTES];
    if (fact->kind == CC_DATE && fact->impossible) {
        say_impossible(doc, fact, message);
        return put(out, fact, "date-impossible", message);
    }
    if (fact->kind == CC_DATE && is_wrong_weekday(fact) && read_day(fact->timex, 0).month >= 1) {
        say_weekday(fact, message);
        return put(out, fact, "date-weekday", message);
    }
    return CC_OK;
}

static cc_status check_document(void *self, const cc_host *host, const cc_doc *doc,
                                const cc_fact *facts, size_t fact_count, const cc_claim *claims,
                                size_t claim_count, cc_finding_sink *out)
{
    cc_status status = CC_OK;
    (void)self, (void)host, (void)claims, (void)claim_count;
    for (size_t i = 0; i < fact_count && status == CC_OK; i++)
        status = check_fact(doc, &facts[i], out);
    return status;
}

CC_PLUGIN_ENTRY
{
    static const cc_check checks[] = {
        {"date-impossible", "A date names a day that does not exist.",
         "Compares the day of every date with the length of its month: 31 April, 30 February, "
         "29 February of a year that is no leap year. Dates inside quotations are checked too. "
         "29 February without a year is left alone."},
        {"date-weekday", "A weekday does not fit its date.",
         "Works out the weekday of every date that is written with a weekday and a year, in the "
         "Gregorian calendar, and compares it with the one that is written. Dates without a year "
         "are left alone."},
        {0},
    };
    static const cc_checker stage = {
        .size = sizeof stage, .checks = checks, .document = check_document};
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "check_dates",
        .summary = "days that do not exist, weekdays that do not fit",
        .checker = &stage,
    };
    return &plugin;
}
