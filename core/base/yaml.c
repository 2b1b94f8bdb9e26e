/* yaml.c - libfyaml's events become a tree in an arena. */
#include "base/yaml.h"

#include "base/nearest.h"

#include <errno.h>
#include <libfyaml.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <utf8proc.h>

enum { MAX_BYTES = 4 * 1024 * 1024, MAX_DEPTH = 32 };

typedef struct reader {
    cc_arena           *arena;
    const cc_yaml_file *file;
    struct fy_parser   *parser;
    struct fy_diag     *diag;
    uint32_t            at; /* of the last token: a value that is left out stands there */
    cc_fault           *fault;
} reader;

cc_status cc_yaml_fault(const cc_yaml_file *file, uint32_t offset, cc_fault *fault,
                        const char *format, ...)
{
    char    message[sizeof fault->message];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    return cc_fault_at(fault, CC_FATAL, file->path.ptr, file->text, offset, "%s", message);
}

/* -- Parsing ------------------------------------------------------------------------------- */

static void move_to(reader *r, struct fy_token *token)
{
    const struct fy_mark *mark = token == NULL ? NULL : fy_token_start_mark(token);
    if (mark != NULL)
        r->at = (uint32_t)mark->input_pos;
}

static cc_status fault_syntax(reader *r)
{
    void                 *previous = NULL;
    struct fy_diag_error *error    = fy_diag_errors_iterate(r->diag, &previous);
    if (error == NULL)
        return cc_yaml_fault(r->file, r->at, r->fault, "the file breaks off");
    move_to(r, error->fyt);
    return cc_yaml_fault(r->file, r->at, r->fault, "%s", error->msg);
}

/* What every node may carry and none here has. */
static cc_status refuse_extras(reader *r, struct fy_token *anchor, struct fy_token *tag)
{
    move_to(r, anchor != NULL ? anchor : tag);
    if (anchor != NULL)
        return cc_yaml_fault(r->file, r->at, r->fault, "anchors and aliases are not read here");
    if (tag != NULL)
        return cc_yaml_fault(r->file, r->at, r->fault, "tags are not read here");
    return CC_OK;
}

static cc_yaml *new_node(reader *r, cc_yaml_kind kind, struct fy_token *token)
{
    cc_yaml *node = cc_new(r->arena, cc_yaml, 1);
    move_to(r, token);
    *node = (cc_yaml){.kind = kind, .offset = r->at, .scalar = CC_S("")};
    if (kind == CC_YAML_SCALAR && token != NULL) {
        size_t      len  = 0;
        const char *text = fy_token_get_text(token, &len);
        node->scalar     = cc_arena_dup(r->arena, (cc_str){text, len});
    }
    return node;
}

/* *ret is NULL when a list or map ends. */
static cc_status take_event(reader *r, const struct fy_event *e, cc_yaml **ret)
{
    *ret = NULL;
    switch (e->type) {
    case FYET_SCALAR:
        CC_TRY(refuse_extras(r, e->scalar.anchor, e->scalar.tag));
        *ret = new_node(r, CC_YAML_SCALAR, e->scalar.value);
        return CC_OK;
    case FYET_SEQUENCE_START:
        CC_TRY(refuse_extras(r, e->sequence_start.anchor, e->sequence_start.tag));
        *ret = new_node(r, CC_YAML_LIST, e->sequence_start.sequence_start);
        return CC_OK;
    case FYET_MAPPING_START:
        CC_TRY(refuse_extras(r, e->mapping_start.anchor, e->mapping_start.tag));
        *ret = new_node(r, CC_YAML_MAP, e->mapping_start.mapping_start);
        return CC_OK;
    case FYET_ALIAS: return refuse_extras(r, e->alias.anchor, NULL);
    default: return CC_OK;
    }
}

static cc_status read_node(reader *r, uint32_t depth, cc_yaml **ret);

static cc_status read_list(reader *r, uint32_t depth, cc_yaml *list)
{
    CC_LIST(cc_yaml *) items = {0};
    cc_yaml *item;
    do {
        CC_TRY(read_node(r, depth, &item));
        if (item != NULL)
            *cc_push(r->arena, &items) = item;
    } while (item != NULL);
    list->items = items.at;
    list->count = items.n;
    return CC_OK;
}

static int compare_keys(const void *a, const void *b)
{
    const cc_yaml_pair *x = *(const cc_yaml_pair *const *)a, *y = *(const cc_yaml_pair *const *)b;
    int                 c = cc_str_cmp(x->key, y->key);
    return c != 0 ? c : (x->key_offset > y->key_offset) - (x->key_offset < y->key_offset);
}

static cc_status refuse_twins(reader *r, const cc_yaml *map)
{
    cc_mark              mark   = cc_arena_mark(r->arena);
    const cc_yaml_pair **sorted = cc_new(r->arena, const cc_yaml_pair *, map->count);
    const cc_yaml_pair  *twin   = NULL;
    for (size_t i = 0; i < map->count; i++)
        sorted[i] = &map->pairs[i];
    qsort(sorted, map->count, sizeof(cc_yaml_pair *), compare_keys);
    for (size_t i = 1; i < map->count && twin == NULL; i++)
        if (cc_str_eq(sorted[i - 1]->key, sorted[i]->key))
            twin = sorted[i];
    cc_arena_rewind(r->arena, mark);
    if (twin != NULL)
        return cc_yaml_fault(r->file, twin->key_offset, r->fault, "key '%.*s' stands twice",
                             CC_F(twin->key));
    return CC_OK;
}

static cc_status read_map(reader *r, uint32_t depth, cc_yaml *map)
{
    CC_LIST(cc_yaml_pair) pairs = {0};
    cc_yaml *key, *value;
    for (;;) {
        CC_TRY(read_node(r, depth, &key));
        if (key == NULL)
            break;
        if (key->kind != CC_YAML_SCALAR)
            return cc_yaml_fault(r->file, key->offset, r->fault, "a key must be a word");
        CC_TRY(read_node(r, depth, &value));
        *cc_push(r->arena, &pairs) = (cc_yaml_pair){key->scalar, key->offset, value};
    }
    map->pairs = pairs.at;
    map->count = pairs.n;
    return refuse_twins(r, map);
}

static cc_status read_node(reader *r, uint32_t depth, cc_yaml **ret)
{
    struct fy_event *event  = fy_parser_parse(r->parser);
    cc_status        status = event == NULL ? fault_syntax(r) : take_event(r, event, ret);
    fy_parser_event_free(r->parser, event);
    if (status != CC_OK || *ret == NULL || (*ret)->kind == CC_YAML_SCALAR)
        return status;
    if (depth == MAX_DEPTH)
        return cc_yaml_fault(r->file, r->at, r->fault, "nested deeper than %d", MAX_DEPTH);
    return (*ret)->kind == CC_YAML_LIST ? read_list(r, depth + 1, *ret)
                                        : read_map(r, depth + 1, *ret);
}

static cc_status skip_event(reader *r, enum fy_event_type *ret)
{
    struct fy_event *event = fy_parser_parse(r->parser);
    if (event == NULL)
        return fault_syntax(r);
    if (event->type == FYET_DOCUMENT_START)
        move_to(r, event->document_start.document_start);
    *ret = event->type;
    fy_parser_event_free(r->parser, event);
    return CC_OK;
}

static cc_status read_document(reader *r, cc_yaml **ret)
{
    enum fy_event_type type = FYET_NONE;
    CC_TRY(skip_event(r, &type)); /* the stream starts */
    CC_TRY(skip_event(r, &type));
    if (type != FYET_DOCUMENT_START)
        return cc_yaml_fault(r->file, 0, r->fault, "nothing is in this file");
    CC_TRY(read_node(r, 0, ret));
    CC_TRY(skip_event(r, &type)); /* the document ends */
    CC_TRY(skip_event(r, &type));
    if (type != FYET_STREAM_END)
        return cc_yaml_fault(r->file, r->at, r->fault, "a second document starts here");
    return CC_OK;
}

/* What libfyaml is not to see: it takes minutes over a line of many '%'. */
static const char *refuse_code(int32_t code, bool starts_line)
{
    if ((code < ' ' && !cc_is_blank((char)code)) || code == 0x7F)
        return "a control character";
    return starts_line && code == '%' ? "directives are not read here" : NULL;
}

static cc_status check_bytes(const cc_yaml_file *file, cc_fault *fault)
{
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)file->text.ptr;
    utf8proc_int32_t        code = 0, before = '\n';
    size_t                  len = file->text.len;
    if (len > MAX_BYTES)
        return cc_fault_set(fault, CC_FATAL, "'%s' is larger than 4 MiB", file->path.ptr);
    for (size_t i = 0; i < len; before = code) {
        utf8proc_ssize_t n = utf8proc_iterate(bytes + i, (utf8proc_ssize_t)(len - i), &code);
        if (n < 0)
            return cc_yaml_fault(file, (uint32_t)i, fault, "this byte is not UTF-8");
        bool        starts_line = before == '\n' || before == '\r' || before == 0xFEFF;
        const char *reason      = refuse_code(code, starts_line);
        if (reason != NULL)
            return cc_yaml_fault(file, (uint32_t)i, fault, "%s", reason);
        i += (size_t)n;
    }
    return CC_OK;
}

cc_status cc_yaml_parse(cc_arena *arena, const char *path, cc_str text, cc_yaml_file *ret,
                        cc_fault *fault)
{
    cc_yaml_file       file = {cc_arena_dup(arena, cc_str_z(path)), text, NULL};
    struct fy_diag_cfg config;
    reader             r    = {.arena = arena, .file = &file, .fault = fault};
    cc_yaml           *root = NULL;
    CC_TRY(check_bytes(&file, fault));
    fy_diag_cfg_default(&config);
    config.fp = NULL;
    r.diag    = fy_diag_create(&config);
    fy_diag_set_collect_errors(r.diag, true);
    r.parser         = fy_parser_create(&(struct fy_parse_cfg){
                .flags = FYPCF_QUIET | FYPCF_COLLECT_DIAG | FYPCF_DISABLE_MMAP_OPT, .diag = r.diag});
    cc_status status = CC_OK;
    if (r.parser == NULL || fy_parser_set_string(r.parser, text.ptr, text.len) != 0)
        status = cc_fault_set(fault, CC_FATAL, "'%s': no memory to read YAML", path);
    else
        status = read_document(&r, &root);
    fy_parser_destroy(r.parser);
    fy_diag_destroy(r.diag);
    if (status == CC_OK) {
        file.root = root;
        *ret      = file;
    }
    return status;
}

static cc_status read_bytes(cc_arena *arena, FILE *from, const char *path, cc_str *ret,
                            cc_fault *fault)
{
    struct stat st;
    if (fstat(fileno(from), &st) != 0 || !S_ISREG(st.st_mode))
        return cc_fault_set(fault, CC_FATAL, "'%s' is not a file", path);
    if (st.st_size > MAX_BYTES)
        return cc_fault_set(fault, CC_FATAL, "'%s' is larger than 4 MiB", path);
    char  *text = cc_arena_alloc(arena, (size_t)st.st_size + 1, 1);
    size_t len  = fread(text, 1, (size_t)st.st_size, from);
    if (ferror(from))
        return cc_fault_set(fault, CC_FATAL, "cannot read '%s': %s", path, strerror(errno));
    *ret = (cc_str){text, len};
    return CC_OK;
}

cc_status cc_yaml_read(cc_arena *arena, const char *path, cc_yaml_file *ret, cc_fault *fault)
{
    cc_str text = {0};
    FILE  *from = fopen(path, "rbe");
    if (from == NULL)
        return cc_fault_set(fault, CC_FATAL, "cannot open '%s': %s", path, strerror(errno));
    cc_status status = read_bytes(arena, from, path, &text, fault);
    fclose(from);
    return status == CC_OK ? cc_yaml_parse(arena, path, text, ret, fault) : status;
}

/* -- Looking things up ---------------------------------------------------------------------- */

const cc_yaml *cc_yaml_find(const cc_yaml *map, const char *key)
{
    cc_str wanted = cc_str_z(key);
    if (map == NULL || map->kind != CC_YAML_MAP)
        return NULL;
    for (size_t i = 0; i < map->count; i++)
        if (cc_str_eq(map->pairs[i].key, wanted))
            return map->pairs[i].value;
    return NULL;
}

cc_str cc_yaml_text(const cc_yaml *map, const char *key)
{
    const cc_yaml *node = cc_yaml_find(map, key);
    return node != NULL && node->kind == CC_YAML_SCALAR ? node->scalar : CC_S("");
}

static cc_status fault_unknown(const cc_yaml_file *file, const cc_yaml_pair *pair,
                               const char *const *known, cc_fault *fault)
{
    char        list[256] = "";
    size_t      n         = 0;
    const char *near      = cc_nearest(pair->key, known);
    if (near != NULL)
        return cc_yaml_fault(file, pair->key_offset, fault,
                             "unknown key '%.*s', did you mean '%s'?", CC_F(pair->key), near);
    for (; *known != NULL && n < sizeof list; known++)
        n += (size_t)snprintf(list + n, sizeof list - n, n == 0 ? "'%s'" : ", '%s'", *known);
    return cc_yaml_fault(file, pair->key_offset, fault, "unknown key '%.*s', known are %s",
                         CC_F(pair->key), list);
}

cc_status cc_yaml_only(const cc_yaml_file *file, const cc_yaml *map, const char *const *known,
                       cc_fault *fault)
{
    if (map->kind != CC_YAML_MAP)
        return cc_yaml_fault(file, map->offset, fault, "keys and values are wanted here");
    for (size_t i = 0; i < map->count; i++) {
        const char *const *k = known;
        while (*k != NULL && !cc_str_eq(cc_str_z(*k), map->pairs[i].key))
            k++;
        if (*k == NULL)
            return fault_unknown(file, &map->pairs[i], known, fault);
    }
    return CC_OK;
}
