/* engine.c - opens what a run needs, in the order in which a user can be told what is wrong. */
#include "host/engine.h"

#include "base/nearest.h"
#include "fact/period.h"

#include <libgen.h>
#include <stdlib.h>
#include <sys/stat.h>

static cc_status load_scores(cc_engine *e, cc_str path, cc_fault *fault)
{
    cc_yaml_file file;
    CC_TRY(cc_yaml_read(&e->arena, path.ptr, &file, fault));
    return cc_scores_read(&file, &e->scores, fault);
}

static cc_status load_tables(cc_engine *e, cc_fault *fault)
{
    cc_str folder = e->rules.folder;
    CC_TRY(cc_abbreviations_load(&e->arena, folder, &e->abbreviations, fault));
    CC_TRY(cc_lexicon_load(&e->arena, folder, &e->lexicon, fault));
    CC_TRY(cc_calendar_load(&e->arena, folder, &e->calendar, fault));
    CC_TRY(
        load_scores(e, cc_arena_printf(&e->arena, "%.*s/tables/scores.yaml", CC_F(folder)), fault));
    if (e->settings.scores != NULL)
        CC_TRY(load_scores(e, cc_str_z(e->settings.scores), fault));
    return cc_vocabulary_load(&e->arena, folder, &e->vocabulary, fault);
}

/* One line: path, tab, ISO date. */
static cc_status read_date_line(cc_engine *e, char *line, uint32_t number, cc_fault *fault)
{
    const char *file = e->settings.document_dates;
    char       *tab  = strrchr(line, '\t');
    int32_t     day;
    line[strcspn(line, "\r\n")] = '\0';
    if (line[0] == '\0')
        return CC_OK;
    if (tab == NULL || cc_day_parse(cc_str_z(tab + 1), &day) != CC_OK) {
        snprintf(fault->file, sizeof fault->file, "%s", file);
        fault->line   = number;
        fault->column = 1;
        return cc_fault_set(fault, CC_FATAL, "not a path, a tab and a date such as 2021-05-31");
    }
    cc_str path = cc_arena_dup(&e->arena, (cc_str){line, (size_t)(tab - line)});
    *cc_push(&e->arena, &e->date_texts)      = cc_arena_dup(&e->arena, cc_str_z(tab + 1));
    *cc_dict_put(&e->arena, &e->dates, path) = e->date_texts.n;
    return CC_OK;
}

static cc_status read_dates(cc_engine *e, cc_fault *fault)
{
    char     *line   = NULL;
    size_t    cap    = 0;
    cc_status status = CC_OK;
    if (e->settings.document_dates == NULL)
        return CC_OK;
    FILE *file = fopen(e->settings.document_dates, "rb");
    if (file == NULL)
        return cc_fault_set(fault, CC_FATAL, "cannot read '%s'", e->settings.document_dates);
    for (uint32_t n = 1; status == CC_OK && getline(&line, &cap, file) >= 0; n++)
        status = read_date_line(e, line, n, fault);
    free(line);
    fclose(file);
    return status;
}

static cc_status read_today(cc_engine *e, cc_fault *fault)
{
    e->today = INT32_MAX;
    if (e->settings.today == NULL)
        return CC_OK;
    if (cc_day_parse(cc_str_z(e->settings.today), &e->today) != CC_OK)
        return cc_fault_set(fault, CC_FATAL, "'%s' is no date such as 2021-05-31",
                            e->settings.today);
    return CC_OK;
}

static size_t count(const char *const *list)
{
    size_t n = 0;
    while (list != NULL && list[n] != NULL)
        n++;
    return n;
}

/* -- Rules ----------------------------------------------------------------------------------------- */

typedef CC_LIST(const char *) names;

static bool is_file(cc_str path)
{
    struct stat st;
    return stat(path.ptr, &st) == 0 && S_ISREG(st.st_mode);
}

static bool holds_kind(cc_arena *arena, cc_str folder, const char *kind)
{
    return is_file(cc_arena_printf(arena, "%.*s/en/%s.yaml", CC_F(folder), kind)) ||
           is_file(cc_arena_printf(arena, "%.*s/%s.yaml", CC_F(folder), kind));
}

static bool is_listed(const names *list, const char *folder)
{
    struct stat a, b;
    for (size_t i = 0; i < list->n; i++)
        if (stat(list->at[i], &a) == 0 && stat(folder, &b) == 0 && a.st_dev == b.st_dev &&
            a.st_ino == b.st_ino)
            return true;
    return false;
}

/* The user's folders, then those of plugins whose rules stand beside them. */
static names list_rule_folders(cc_engine *e)
{
    names list = {0};
    for (size_t i = 0; i < count(e->settings.rules); i++)
        *cc_push(&e->arena, &list) = e->settings.rules[i];
    for (size_t i = 0; i < e->plugins.n; i++) {
        const char *kind   = e->plugins.at[i].def.rules;
        cc_str      folder = cc_arena_dup(&e->arena, e->plugins.at[i].path);
        folder             = cc_str_z(dirname((char *)folder.ptr));
        if (kind != NULL && holds_kind(&e->arena, folder, kind) && !is_listed(&list, folder.ptr))
            *cc_push(&e->arena, &list) = folder.ptr;
    }
    return list;
}

static cc_status load_rules(cc_engine *e, cc_fault *fault)
{
    names list = list_rule_folders(e);
    return cc_rules_load(&e->arena, e->places.rules, list.at, list.n, &e->rules, fault);
}

/* The ids of all checks, and NULL. */
static names list_checks(cc_engine *e)
{
    names list = {0};
    for (size_t i = 0; i < e->plugins.n; i++) {
        const cc_checker *checker = e->plugins.at[i].def.checker;
        for (const cc_check *c = checker == NULL ? NULL : checker->checks;
             c != NULL && c->id != NULL; c++)
            *cc_push(&e->arena, &list) = c->id;
    }
    *cc_push(&e->arena, &list) = NULL;
    return list;
}

static bool is_among(const names *list, const char *id)
{
    for (size_t i = 0; i + 1 < list->n; i++)
        if (strcmp(list->at[i], id) == 0)
            return true;
    return false;
}

/* A check asked for that is none of any plugin's is an error. */
static cc_status check_checks(cc_engine *e, cc_fault *fault)
{
    names known = list_checks(e);
    for (size_t i = 0; i < count(e->settings.checks); i++) {
        const char *id = e->settings.checks[i];
        id += id[0] == '-';
        if (is_among(&known, id))
            continue;
        const char *near = cc_nearest(cc_str_z(id), known.at);
        if (near != NULL)
            return cc_fault_set(fault, CC_FATAL, "no check is called '%s', did you mean '%s'?", id,
                                near);
        return cc_fault_set(fault, CC_FATAL, "no check is called '%s'; see 'claimcheck explain'",
                            id);
    }
    return CC_OK;
}

static cc_status open_all(cc_engine *e, cc_fault *fault)
{
    const cc_settings *s = &e->settings;
    CC_TRY(cc_places_find(&e->places, fault));
    CC_TRY(cc_plugins_load(&e->arena, e->places.plugins, s->plugins, &e->plugins, fault));
    for (size_t i = 0; i < e->plugins.n; i++)
        e->plugins.at[i].given = s->given;
    CC_TRY(load_rules(e, fault));
    CC_TRY(load_tables(e, fault));
    CC_TRY(read_dates(e, fault));
    CC_TRY(read_today(e, fault));
    return check_checks(e, fault);
}

cc_status cc_engine_open(const cc_settings *settings, cc_engine *ret, cc_fault *fault)
{
    *ret             = (cc_engine){.settings = *settings};
    cc_status status = open_all(ret, fault);
    if (status != CC_OK)
        cc_engine_close(ret);
    return status;
}

void cc_engine_close(cc_engine *e)
{
    cc_rules_close(&e->rules);
    cc_plugins_unload(&e->plugins);
    cc_arena_release(&e->arena);
}

/* -- Checks ------------------------------------------------------------------------------------- */

/* "ID" alone asks for those named only; "-ID" takes one out of all. */
bool cc_engine_wants(const cc_engine *e, cc_str check)
{
    bool named = false, any = false;
    for (size_t i = 0; i < count(e->settings.checks); i++) {
        const char *id  = e->settings.checks[i];
        bool        out = id[0] == '-';
        bool        it  = cc_str_eq(cc_str_z(id + out), check);
        if (out && it)
            return false;
        any |= !out;
        named |= !out && it;
    }
    return named || !any;
}

cc_str cc_engine_date(const cc_engine *e, cc_str path)
{
    const uint64_t *at = cc_dict_find(&e->dates, path);
    return at == NULL ? CC_S("") : e->date_texts.at[*at - 1];
}
