/* calendar.c - the calendar table of a language, and looking words up in it. */
#include "fact/calendar.h"

#include "base/yaml.h"

typedef struct entry {
    cc_str  name;
    int32_t value;
} entry;

/* The names of one section, and what their values may be. */
typedef struct section {
    const char *key;
    int32_t     low, high;
} section;

typedef struct names {
    entry *at;
    size_t n;
} names;

struct cc_calendar {
    names         months, weekdays, ordinals, days, directions, units, hedges;
    cc_year_part *parts;
    size_t        part_count;
    cc_holiday   *holidays;
    size_t        holiday_count;
    cc_str       *datelines;
    size_t        dateline_count;
};

/* -- Loading ------------------------------------------------------------------------------- */

static bool read_int(cc_str s, int32_t *ret)
{
    bool    minus = s.len > 0 && s.ptr[0] == '-';
    size_t  i     = minus;
    int32_t n     = 0;
    for (; i < s.len && cc_is_digit(s.ptr[i]) && n < 100000; i++)
        n = n * 10 + (s.ptr[i] - '0');
    *ret = minus ? -n : n;
    return i == s.len && i > minus;
}

static cc_status load_names(cc_arena *run, const cc_yaml_file *file, section known, names *ret,
                            cc_fault *fault)
{
    const cc_yaml *map = cc_yaml_find(file->root, known.key);
    if (map == NULL || map->kind != CC_YAML_MAP)
        return cc_yaml_fault(file, file->root->offset, fault, "'%s' must be a map", known.key);
    ret->at = cc_new(run, entry, map->count);
    for (; ret->n < map->count; ret->n++) {
        const cc_yaml_pair *pair = &map->pairs[ret->n];
        entry              *e    = &ret->at[ret->n];
        e->name                  = pair->key;
        if (pair->value->kind != CC_YAML_SCALAR || !read_int(pair->value->scalar, &e->value))
            return cc_yaml_fault(file, pair->value->offset, fault, "'%.*s' needs a whole number",
                                 CC_F(pair->key));
        if (e->value < known.low || e->value > known.high)
            return cc_yaml_fault(file, pair->value->offset, fault, "'%.*s' must be from %d to %d",
                                 CC_F(pair->key), known.low, known.high);
    }
    return CC_OK;
}

typedef struct word {
    const char *name; /* NULL ends a list */
    int32_t     value;
} word;

/* Words that stand for a word of the program: "prior to" for "before". */
static cc_status load_words(cc_arena *run, const cc_yaml_file *file, const char *key,
                            const word *known, names *ret, cc_fault *fault)
{
    const cc_yaml *map = cc_yaml_find(file->root, key);
    if (map == NULL || map->kind != CC_YAML_MAP)
        return cc_yaml_fault(file, file->root->offset, fault, "'%s' must be a map", key);
    ret->at = cc_new(run, entry, map->count);
    for (; ret->n < map->count; ret->n++) {
        const cc_yaml_pair *pair = &map->pairs[ret->n];
        const word         *k    = known;
        while (k->name != NULL && !cc_str_eq(cc_str_z(k->name), pair->value->scalar))
            k++;
        if (k->name == NULL)
            return cc_yaml_fault(file, pair->value->offset, fault, "no such value of '%s': '%.*s'",
                                 key, CC_F(pair->value->scalar));
        ret->at[ret->n] = (entry){pair->key, k->value};
    }
    return CC_OK;
}

static cc_status load_part(const cc_yaml_file *file, const cc_yaml_pair *pair, cc_year_part *ret,
                           cc_fault *fault)
{
    static const char *const known[] = {"third", "first", "last", "timex", NULL};
    CC_TRY(cc_yaml_only(file, pair->value, known, fault));
    ret->name   = pair->key;
    ret->timex  = cc_yaml_text(pair->value, "timex");
    bool third  = read_int(cc_yaml_text(pair->value, "third"), &ret->third);
    bool season = read_int(cc_yaml_text(pair->value, "first"), &ret->month_first) &&
                  read_int(cc_yaml_text(pair->value, "last"), &ret->month_last);
    bool fits = third    ? ret->third >= 1 && ret->third <= 3
                : season ? ret->month_first >= 1 && ret->month_first <= ret->month_last &&
                               ret->month_last <= 24
                         : ret->timex.len > 0 && ret->month_first == 0;
    if ((third && season) || !fits)
        return cc_yaml_fault(file, pair->key_offset, fault,
                             "'%.*s' needs a third (1 to 3), a first and a last month, or only "
                             "the TIMEX3 letters of a time of day",
                             CC_F(pair->key));
    return CC_OK;
}

static cc_status load_parts(cc_arena *run, const cc_yaml_file *file, cc_calendar *ret,
                            cc_fault *fault)
{
    const cc_yaml *map = cc_yaml_find(file->root, "parts");
    if (map == NULL || map->kind != CC_YAML_MAP)
        return cc_yaml_fault(file, file->root->offset, fault, "'parts' must be a map");
    ret->parts = cc_new(run, cc_year_part, map->count);
    for (; ret->part_count < map->count; ret->part_count++)
        CC_TRY(load_part(file, &map->pairs[ret->part_count], &ret->parts[ret->part_count], fault));
    return CC_OK;
}

static bool is_in(int32_t n, int32_t low, int32_t high)
{
    return n >= low && n <= high;
}

static cc_status load_holiday(const cc_yaml_file *file, const cc_yaml_pair *pair, cc_holiday *ret,
                              cc_fault *fault)
{
    static const char *const known[] = {"month", "day", "weekday", "nth", "easter", NULL};
    CC_TRY(cc_yaml_only(file, pair->value, known, fault));
    ret->name  = pair->key;
    bool month = read_int(cc_yaml_text(pair->value, "month"), &ret->month);
    bool day   = read_int(cc_yaml_text(pair->value, "day"), &ret->day);
    bool nth   = read_int(cc_yaml_text(pair->value, "weekday"), &ret->weekday) &&
               read_int(cc_yaml_text(pair->value, "nth"), &ret->nth);
    bool easter = read_int(cc_yaml_text(pair->value, "easter"), &ret->easter);
    bool fits   = easter ? !month && is_in(ret->easter, -70, 70)
                  : day  ? is_in(ret->month, 1, 12) && is_in(ret->day, 1, 31)
                         : nth && is_in(ret->month, 1, 12) && is_in(ret->weekday, 1, 7) &&
                            is_in(ret->nth, -1, 4) && ret->nth != 0;
    if (easter + day + nth != 1 || !fits)
        return cc_yaml_fault(file, pair->key_offset, fault,
                             "'%.*s' needs a month and a day, a month, a weekday and which of "
                             "them (nth), or days from Easter",
                             CC_F(pair->key));
    return CC_OK;
}

static cc_status load_holidays(cc_arena *run, const cc_yaml_file *file, cc_calendar *ret,
                               cc_fault *fault)
{
    const cc_yaml *map = cc_yaml_find(file->root, "holidays");
    if (map == NULL || map->kind != CC_YAML_MAP)
        return cc_yaml_fault(file, file->root->offset, fault, "'holidays' must be a map");
    ret->holidays = cc_new(run, cc_holiday, map->count);
    for (; ret->holiday_count < map->count; ret->holiday_count++)
        CC_TRY(load_holiday(file, &map->pairs[ret->holiday_count],
                            &ret->holidays[ret->holiday_count], fault));
    return CC_OK;
}

static cc_status load_datelines(cc_arena *run, const cc_yaml_file *file, cc_calendar *ret,
                                cc_fault *fault)
{
    const cc_yaml *list = cc_yaml_find(file->root, "datelines");
    if (list == NULL || list->kind != CC_YAML_LIST)
        return cc_yaml_fault(file, file->root->offset, fault, "'datelines' must be a list");
    ret->datelines = cc_new(run, cc_str, list->count);
    for (; ret->dateline_count < list->count; ret->dateline_count++) {
        const cc_yaml *item = list->items[ret->dateline_count];
        if (item->kind != CC_YAML_SCALAR || item->scalar.len == 0)
            return cc_yaml_fault(file, item->offset, fault, "'datelines' must be a list of words");
        ret->datelines[ret->dateline_count] = item->scalar;
    }
    return CC_OK;
}

static cc_status load_all(cc_arena *run, const cc_yaml_file *file, cc_calendar *ret,
                          cc_fault *fault)
{
    static const char *const known[] = {"schema", "months",    "weekdays", "ordinals",
                                        "parts",  "days",      "units",    "directions",
                                        "hedges", "datelines", "holidays", NULL};
    static const word        units[] = {
               {"day", CC_UNIT_DAY},       {"week", CC_UNIT_WEEK},       {"weekend", CC_UNIT_WEEKEND},
               {"month", CC_UNIT_MONTH},   {"quarter", CC_UNIT_QUARTER}, {"year", CC_UNIT_YEAR},
               {"decade", CC_UNIT_DECADE}, {"century", CC_UNIT_CENTURY}, {NULL, 0},
    };
    static const word hedges[] = {
        {"before", CC_HEDGE_UNDER},
        {"after", CC_HEDGE_OVER},
        {"by", CC_HEDGE_UP_TO},
        {NULL, 0},
    };
    CC_TRY(cc_yaml_only(file, file->root, known, fault));
    CC_TRY(load_names(run, file, (section){"months", 1, 12}, &ret->months, fault));
    CC_TRY(load_names(run, file, (section){"weekdays", 1, 7}, &ret->weekdays, fault));
    CC_TRY(load_names(run, file, (section){"ordinals", 1, 31}, &ret->ordinals, fault));
    CC_TRY(load_names(run, file, (section){"days", -2, 2}, &ret->days, fault));
    CC_TRY(load_names(run, file, (section){"directions", -1, 1}, &ret->directions, fault));
    CC_TRY(load_words(run, file, "units", units, &ret->units, fault));
    CC_TRY(load_words(run, file, "hedges", hedges, &ret->hedges, fault));
    CC_TRY(load_parts(run, file, ret, fault));
    CC_TRY(load_holidays(run, file, ret, fault));
    return load_datelines(run, file, ret, fault);
}

cc_status cc_calendar_load(cc_arena *run, cc_str folder, cc_calendar **ret, cc_fault *fault)
{
    cc_str       path = cc_arena_printf(run, "%.*s/tables/calendar.yaml", CC_F(folder));
    cc_calendar *made = cc_new(run, cc_calendar, 1);
    cc_yaml_file file;
    CC_TRY(cc_yaml_read(run, path.ptr, &file, fault));
    CC_TRY(load_all(run, &file, made, fault));
    *ret = made;
    return CC_OK;
}

/* -- Looking up ---------------------------------------------------------------------------- */

static const entry *find_name(const names *list, cc_str name)
{
    if (name.len > 1 && name.ptr[name.len - 1] == '.')
        name.len--;
    for (size_t i = 0; i < list->n; i++)
        if (cc_str_eq_nocase(list->at[i].name, name))
            return &list->at[i];
    return NULL;
}

int32_t cc_calendar_month(const cc_calendar *calendar, cc_str name)
{
    const entry *e = find_name(&calendar->months, name);
    return e == NULL ? 0 : e->value;
}

int32_t cc_calendar_weekday(const cc_calendar *calendar, cc_str name)
{
    const entry *e = find_name(&calendar->weekdays, name);
    return e == NULL ? 0 : e->value;
}

int32_t cc_calendar_ordinal(const cc_calendar *calendar, cc_str text)
{
    const entry *e = find_name(&calendar->ordinals, text);
    if (e != NULL)
        return e->value;
    size_t  at = text.len > 0 && cc_is_alpha(text.ptr[0]); /* "Q3", "H1" */
    int32_t n  = 0;
    for (; at < text.len && cc_is_digit(text.ptr[at]) && n < 1000; at++)
        n = n * 10 + (text.ptr[at] - '0');
    return n;
}

const cc_year_part *cc_calendar_part(const cc_calendar *calendar, cc_str name)
{
    for (size_t i = 0; i < calendar->part_count; i++)
        if (cc_str_eq_nocase(calendar->parts[i].name, name))
            return &calendar->parts[i];
    return NULL;
}

/* Straight and curly apostrophes are one. */
static bool is_holiday(cc_str name, cc_str written)
{
    size_t i = 0;
    for (size_t k = 0; k < name.len; k++, i++) {
        if (name.ptr[k] == '\'' &&
            cc_str_starts(cc_str_sub(written, i, written.len - i), CC_S("\xE2\x80\x99")))
            i += 2;
        else if (i >= written.len || cc_lower(written.ptr[i]) != name.ptr[k])
            return false;
    }
    return i == written.len;
}

const cc_holiday *cc_calendar_holiday(const cc_calendar *calendar, cc_str name)
{
    for (size_t i = 0; i < calendar->holiday_count; i++)
        if (is_holiday(calendar->holidays[i].name, name))
            return &calendar->holidays[i];
    return NULL;
}

cc_calendar_unit cc_calendar_unit_of(const cc_calendar *calendar, cc_str name)
{
    const entry *e = find_name(&calendar->units, name);
    return e == NULL ? 0 : (cc_calendar_unit)e->value;
}

static bool ends_with(cc_str text, cc_str end)
{
    if (text.len < end.len || !cc_str_eq_nocase(cc_str_sub(text, text.len - end.len, end.len), end))
        return false;
    return text.len == end.len || cc_is_blank(text.ptr[text.len - end.len - 1]);
}

cc_hedge cc_calendar_hedge(const cc_calendar *calendar, cc_str text)
{
    for (size_t i = 0; i < calendar->hedges.n; i++)
        if (ends_with(text, calendar->hedges.at[i].name))
            return (cc_hedge)calendar->hedges.at[i].value;
    return CC_HEDGE_NONE;
}

/* Longer phrases stand before their beginnings in the table. */
static bool skip_dateline(const cc_calendar *calendar, cc_str *rest)
{
    for (size_t i = 0; i < calendar->dateline_count; i++) {
        size_t n = calendar->datelines[i].len;
        if (rest->len >= n && cc_str_eq_nocase(cc_str_sub(*rest, 0, n), calendar->datelines[i]) &&
            (rest->len == n || !cc_is_alpha(rest->ptr[n]))) {
            *rest = cc_str_sub(*rest, n, rest->len - n);
            return true;
        }
    }
    return false;
}

bool cc_calendar_is_dateline(const cc_calendar *calendar, cc_str before_date)
{
    bool   found = false;
    cc_str rest  = cc_str_trim(before_date);
    while (rest.len > 0 && skip_dateline(calendar, &rest)) {
        found = true;
        while (rest.len > 0 && (cc_is_blank(rest.ptr[0]) || rest.ptr[0] == ':'))
            rest = cc_str_sub(rest, 1, rest.len - 1);
    }
    return found && rest.len == 0;
}

static bool next_word(cc_str *rest, cc_str *ret)
{
    *rest    = cc_str_trim(*rest);
    size_t n = 0;
    while (n < rest->len && !cc_is_blank(rest->ptr[n]))
        n++;
    *ret  = cc_str_sub(*rest, 0, n);
    *rest = cc_str_sub(*rest, n, rest->len - n);
    return n > 0;
}

bool cc_calendar_shift(const cc_calendar *calendar, cc_str phrase, cc_shift *ret)
{
    const entry *day   = find_name(&calendar->days, cc_str_trim(phrase));
    cc_shift     shift = {day == NULL ? 0 : CC_UNIT_DAY, day == NULL ? 0 : day->value};
    bool         found = day != NULL, counted = false;
    cc_str       next;
    while (day == NULL && next_word(&phrase, &next)) {
        const entry *unit      = find_name(&calendar->units, next);
        const entry *direction = find_name(&calendar->directions, next);
        int32_t      count;
        if (unit != NULL)
            shift.unit = (cc_calendar_unit)unit->value;
        else if (direction != NULL && !counted && (direction->value != 0 || !found))
            shift.by = direction->value, found = true;
        else if (read_int(next, &count))
            shift.by = count, found = counted = true;
    }
    *ret = shift;
    return found && (shift.unit != 0 || !counted);
}
