/* rules.c - loads and checks rule files. */
#include "rule/rules.h"

#include "base/bounds.h"
#include "rule/draft.h"
#include "rule/needs.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

typedef struct loader {
    cc_arena *run;
    cc_fault *fault;
    cc_str    shipped; /* rules/en */
    CC_LIST(cc_yaml_file) files;
    CC_LIST(cc_kind_draft *) kinds;
    size_t rule_count;
} loader;

/* -- A file -------------------------------------------------------------------------------- */

static bool is_there(cc_str path, mode_t type)
{
    struct stat st;
    return stat(path.ptr, &st) == 0 && (st.st_mode & S_IFMT) == type;
}

static cc_str pieces_path(loader *l, cc_str folder, cc_str name)
{
    return cc_arena_printf(l->run, "%.*s/pieces/%.*s.yaml", CC_F(folder), CC_F(name));
}

/* Pieces stand beside the rules that use them, else with the shipped ones. */
static cc_status read_uses(loader *l, cc_draft *d, cc_str folder, const cc_yaml *name)
{
    static const char *const known[] = {"schema", "lang", "pieces", NULL};
    cc_yaml_file             file;
    cc_str                   path = pieces_path(l, folder, name->scalar);
    if (!is_there(path, S_IFREG))
        path = pieces_path(l, l->shipped, name->scalar);
    if (!is_there(path, S_IFREG))
        return cc_yaml_fault(d->file, name->offset, l->fault, "there is no '%s'", path.ptr);
    CC_TRY(cc_yaml_read(l->run, path.ptr, &file, l->fault));
    CC_TRY(cc_yaml_only(&file, file.root, known, l->fault));
    cc_draft       of_pieces = {.run = l->run, .file = &file, .fault = l->fault};
    const cc_yaml *map       = cc_yaml_find(file.root, "pieces");
    CC_TRY(cc_draft_require(&of_pieces, file.root, "schema", CC_S("1")));
    CC_TRY(cc_draft_require(&of_pieces, file.root, "lang", CC_S("en")));
    if (map == NULL)
        return cc_yaml_fault(&file, file.root->offset, l->fault, "key 'pieces' is missing here");
    return cc_pieces_read(l->run, &file, map, false, &d->pieces, l->fault);
}

static cc_status read_pieces(loader *l, cc_draft *d, cc_str folder)
{
    const cc_yaml *uses  = cc_yaml_find(d->file->root, "uses");
    const cc_yaml *own   = cc_yaml_find(d->file->root, "pieces");
    const cc_str  *names = NULL;
    size_t         count = 0;
    CC_TRY(cc_draft_texts(d, d->file->root, "uses", &names, &count));
    for (size_t i = 0; i < count; i++)
        CC_TRY(read_uses(l, d, folder, uses->items[i]));
    if (own == NULL)
        return CC_OK;
    return cc_pieces_read(l->run, d->file, own, true, &d->pieces, l->fault);
}

static cc_kind_draft *find_kind(loader *l, cc_str name)
{
    for (size_t i = 0; i < l->kinds.n; i++)
        if (cc_str_eq(l->kinds.at[i]->name, name))
            return l->kinds.at[i];
    cc_kind_draft *kind         = cc_new(l->run, cc_kind_draft, 1);
    kind->name                  = name;
    *cc_push(l->run, &l->kinds) = kind;
    return kind;
}

static cc_status read_rules(loader *l, cc_draft *d)
{
    const cc_yaml *rules = NULL;
    CC_TRY(cc_draft_list(d, d->file->root, "rules", &rules));
    for (size_t i = 0; i < rules->count; i++) {
        if (l->rule_count++ == CC_MAX_RULES)
            return cc_yaml_fault(d->file, rules->items[i]->offset, l->fault, "more than %u rules",
                                 CC_MAX_RULES);
        CC_TRY(cc_draft_rule(d, rules->items[i]));
    }
    return CC_OK;
}

static cc_status read_file(loader *l, cc_str folder, cc_str kind)
{
    static const char *const known[] = {"schema", "kind", "lang", "uses", "pieces", "rules", NULL};
    cc_yaml_file             file;
    cc_str path = cc_arena_printf(l->run, "%.*s/%.*s.yaml", CC_F(folder), CC_F(kind));
    CC_TRY(cc_yaml_read(l->run, path.ptr, &file, l->fault));
    cc_draft d = {l->run, &file, (uint32_t)l->files.n, find_kind(l, kind), {0}, l->fault};
    *cc_push(l->run, &l->files) = file;
    CC_TRY(cc_yaml_only(&file, file.root, known, l->fault));
    CC_TRY(cc_draft_require(&d, file.root, "schema", CC_S("1")));
    CC_TRY(cc_draft_require(&d, file.root, "kind", kind));
    CC_TRY(cc_draft_require(&d, file.root, "lang", CC_S("en")));
    CC_TRY(read_pieces(l, &d, folder));
    CC_TRY(read_rules(l, &d));
    return cc_pieces_check_used(&file, &d.pieces, l->fault);
}

/* -- Folders ------------------------------------------------------------------------------- */

static int compare_names(const void *a, const void *b)
{
    return cc_str_cmp(*(const cc_str *)a, *(const cc_str *)b);
}

/* The stems of the .yaml files in `folder`, by byte. */
static cc_status list_kinds(loader *l, cc_str folder, cc_str **ret, size_t *ret_count)
{
    CC_LIST(cc_str) names = {0};
    DIR *dir              = opendir(folder.ptr);
    if (dir == NULL)
        return cc_fault_set(l->fault, CC_FATAL, "cannot open the folder '%s': %s", folder.ptr,
                            strerror(errno));
    for (struct dirent *entry = readdir(dir); entry != NULL; entry = readdir(dir)) {
        cc_str name = cc_str_z(entry->d_name), end = CC_S(".yaml");
        if (name.ptr[0] != '.' && cc_str_ends(name, end))
            *cc_push(l->run, &names) =
                cc_arena_dup(l->run, cc_str_sub(name, 0, name.len - end.len));
    }
    closedir(dir);
    if (names.n == 0)
        return cc_fault_set(l->fault, CC_FATAL, "no rule files in '%s'", folder.ptr);
    qsort(names.at, names.n, sizeof *names.at, compare_names);
    *ret       = names.at;
    *ret_count = names.n;
    return CC_OK;
}

static cc_status read_folder(loader *l, cc_str folder)
{
    cc_str *kinds = NULL;
    size_t  count = 0;
    CC_TRY(list_kinds(l, folder, &kinds, &count));
    for (size_t i = 0; i < count; i++)
        CC_TRY(read_file(l, folder, kinds[i]));
    return CC_OK;
}

static cc_status read_folders(loader *l, const char *const *user, size_t user_count)
{
    CC_TRY(read_folder(l, l->shipped));
    for (size_t i = 0; i < user_count; i++) {
        cc_str folder = cc_arena_printf(l->run, "%s/en", user[i]);
        CC_TRY(read_folder(l, is_there(folder, S_IFDIR) ? folder : cc_str_z(user[i])));
    }
    return CC_OK;
}

/* -- The whole ----------------------------------------------------------------------------- */

static int compare_drafts(const void *a, const void *b)
{
    return cc_str_cmp((*(cc_kind_draft *const *)a)->name, (*(cc_kind_draft *const *)b)->name);
}

static void join_kinds(loader *l, cc_rules *ret)
{
    cc_rule      *rules = cc_new(l->run, cc_rule, l->rule_count);
    cc_rule_kind *kinds = cc_new(l->run, cc_rule_kind, l->kinds.n);
    uint32_t      first = 0;
    qsort(l->kinds.at, l->kinds.n, sizeof(cc_kind_draft *), compare_drafts);
    for (size_t i = 0; i < l->kinds.n; i++) {
        const cc_kind_draft *from  = l->kinds.at[i];
        uint32_t             count = (uint32_t)from->rules.n;
        kinds[i] = (cc_rule_kind){from->name, from->slots.at, from->slots.n, first, count};
        memcpy(rules + first, from->rules.at, count * sizeof *rules);
        first += count;
    }
    *ret = (cc_rules){.rules      = rules,
                      .rule_count = first,
                      .kinds      = kinds,
                      .kind_count = l->kinds.n,
                      .files      = l->files.at,
                      .file_count = l->files.n,
                      .folder     = l->shipped,
                      .needs      = cc_needs_build(l->run, rules, first)};
}

cc_status cc_rules_load(cc_arena *run, const char *shipped, const char *const *user,
                        size_t user_count, cc_rules *ret, cc_fault *fault)
{
    loader    l = {.run = run, .fault = fault, .shipped = cc_arena_printf(run, "%s/en", shipped)};
    cc_status status = read_folders(&l, user, user_count);
    if (status == CC_OK) {
        join_kinds(&l, ret);
        return CC_OK;
    }
    for (size_t i = 0; i < l.kinds.n; i++)
        for (size_t k = 0; k < l.kinds.at[i]->rules.n; k++)
            pcre2_code_free(l.kinds.at[i]->rules.at[k].code);
    return status;
}

void cc_rules_close(cc_rules *rules)
{
    for (size_t i = 0; i < rules->rule_count; i++)
        pcre2_code_free(rules->rules[i].code);
    *rules = (cc_rules){0};
}

const cc_rule_kind *cc_rules_kind(const cc_rules *rules, cc_str name)
{
    for (size_t i = 0; i < rules->kind_count; i++)
        if (cc_str_eq(rules->kinds[i].name, name))
            return &rules->kinds[i];
    return NULL;
}

uint32_t cc_rules_find(const cc_rules *rules, cc_str id)
{
    for (size_t i = 0; i < rules->rule_count; i++)
        if (cc_str_eq(rules->rules[i].id, id))
            return (uint32_t)i;
    return CC_NO_GROUP;
}
