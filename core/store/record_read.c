/* record_read.c - lines become records again. Input is checked: it may come from anywhere. */
#include "store/record.h"

#include "base/json.h"
#include "claim/signature.h"
#include "store/names.h"

enum { RECORD_VERSION = 1 };

/* A missing or wrong member leaves a zero and sets `bad`. */
typedef struct cursor {
    cc_record_reader *reader;
    const char       *bad;
} cursor;

static cc_str get_str(cursor *c, const json_t *object, const char *key)
{
    const json_t *member = json_object_get(object, key);
    if (!json_is_string(member))
        c->bad = key;
    return cc_json_get_str(c->reader->arena, object, key);
}

/* null is an empty string. */
static cc_str get_maybe(cursor *c, const json_t *object, const char *key)
{
    return json_is_null(json_object_get(object, key)) ? CC_S("") : get_str(c, object, key);
}

static int64_t get_int(cursor *c, const json_t *object, const char *key)
{
    const json_t *member = json_object_get(object, key);
    if (!json_is_integer(member))
        c->bad = key;
    return json_integer_value(member);
}

static void get_ints(cursor *c, const json_t *object, const char *key, int64_t *ret, size_t count)
{
    const json_t *member = json_object_get(object, key);
    if (json_array_size(member) != count)
        c->bad = key;
    for (size_t i = 0; i < count; i++)
        ret[i] = json_integer_value(json_array_get(member, i));
}

static cc_dec to_dec(int64_t mant, int64_t exp10)
{
    return (cc_dec){mant, exp10 < -40 || exp10 > 40 ? 0 : (int32_t)exp10};
}

static cc_value get_value(cursor *c, const json_t *object)
{
    int64_t n[10];
    get_ints(c, object, "value", n, 10);
    return (cc_value){.stated = to_dec(n[0], n[1]),
                      .step   = to_dec(n[2], n[3]),
                      .low    = to_dec(n[4], n[5]),
                      .high   = to_dec(n[6], n[7]),
                      .flags  = (uint32_t)n[8],
                      .hedge  = (cc_hedge)n[9]};
}

static cc_period get_period(cursor *c, const json_t *object, const char *key)
{
    int64_t n[5];
    get_ints(c, object, key, n, 5);
    return (cc_period){.day_first   = (int32_t)n[0],
                       .day_last    = (int32_t)n[1],
                       .granularity = (cc_granularity)n[2],
                       .fiscal      = n[3] != 0,
                       .hedge       = (cc_hedge)n[4]};
}

static cc_position get_place(cursor *c, const json_t *object)
{
    int64_t     n[5];
    cc_position p = {0};
    get_ints(c, object, "place", n, 5);
    p.place.kind           = (cc_place_kind)n[0];
    p.place.at.bytes.start = (uint64_t)n[1];
    p.place.at.bytes.end   = (uint64_t)n[2];
    p.line                 = (uint32_t)n[3];
    p.column               = (uint32_t)n[4];
    return p;
}

static int hex_digit(char c)
{
    return cc_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : 0;
}

static cc_str get_hex(cursor *c, const json_t *object, const char *key)
{
    cc_str hex   = get_str(c, object, key);
    char  *bytes = cc_arena_alloc(c->reader->arena, hex.len / 2 + 1, 1);
    for (size_t i = 0; i + 1 < hex.len; i += 2)
        bytes[i / 2] = (char)(hex_digit(hex.ptr[i]) << 4 | hex_digit(hex.ptr[i + 1]));
    return (cc_str){bytes, hex.len / 2};
}

static cc_doc_ref *read_doc(cursor *c, const json_t *object, cc_str path)
{
    cc_doc_ref *doc = cc_new(c->reader->arena, cc_doc_ref, 1);
    doc->size       = sizeof *doc;
    doc->path       = path;
    doc->sha256     = get_str(c, object, "sha256");
    doc->subject    = get_str(c, object, "subject");
    doc->labels     = get_hex(c, object, "labels");
    doc->date       = get_period(c, object, "date");
    doc->checked    = json_is_true(json_object_get(object, "checked"));
    return doc;
}

static const cc_doc_ref *get_doc(cursor *c, const json_t *object)
{
    const json_t *member = json_object_get(object, "doc");
    cc_str        path   = get_str(c, member, "path");
    uint64_t     *known  = cc_dict_put(c->reader->arena, &c->reader->docs, path);
    if (*known == 0)
        *known = (uint64_t)(uintptr_t)read_doc(c, member, path);
    return (const cc_doc_ref *)(uintptr_t)*known;
}

/* -- Claims --------------------------------------------------------------------------------------- */

static void get_measure(cursor *c, const json_t *object, const json_t *rest, cc_claim *claim)
{
    const json_t *stems = json_object_get(object, "measure"), *w = json_object_get(rest, "weights");
    size_t        n  = json_array_size(stems);
    cc_stem      *at = cc_new(c->reader->arena, cc_stem, n);
    if (json_array_size(w) != 3 * n)
        c->bad = "weights";
    for (size_t i = 0; i < n; i++) {
        const json_t *stem = json_array_get(stems, i);
        at[i].stem         = cc_arena_dup(c->reader->arena,
                                          (cc_str){json_string_value(stem), json_string_length(stem)});
        at[i].weight       = (uint16_t)json_integer_value(json_array_get(w, 3 * i));
        at[i].idf          = (uint16_t)json_integer_value(json_array_get(w, 3 * i + 1));
        at[i].own          = json_integer_value(json_array_get(w, 3 * i + 2)) != 0;
    }
    claim->measure       = at;
    claim->measure_count = n;
}

static void get_scope(cursor *c, const json_t *object, cc_claim *claim)
{
    const json_t *scope = json_object_get(object, "scope");
    size_t        n     = json_array_size(scope);
    cc_str       *at    = cc_new(c->reader->arena, cc_str, n);
    for (size_t i = 0; i < n; i++) {
        const json_t *name = json_array_get(scope, i);
        at[i]              = cc_arena_dup(c->reader->arena,
                                          (cc_str){json_string_value(name), json_string_length(name)});
    }
    claim->scope       = at;
    claim->scope_count = n;
    if (claim->scope_own > n)
        c->bad = "scope";
}

static void get_rest(cursor *c, const json_t *rest, cc_claim *claim)
{
    int64_t n[8];
    get_ints(c, rest, "at", n, 8);
    claim->scope_own    = (size_t)n[6];
    claim->scope_origin = n[7] != 0;
    claim->kind         = (cc_kind)n[0];
    claim->passage      = (uint32_t)n[1];
    claim->order        = (uint32_t)n[2];
    claim->mark         = (cc_span){(uint32_t)n[3], (uint32_t)n[4]};
    claim->direction    = (int32_t)n[5];
    claim->position     = get_place(c, rest);
    claim->value        = get_value(c, rest);
    claim->period       = get_period(c, rest, "period");
    claim->noun         = get_str(c, rest, "noun");
    claim->label        = get_str(c, rest, "label");
    claim->sublabel     = get_str(c, rest, "sublabel");
    claim->skeleton     = get_str(c, rest, "skeleton");
    claim->doc          = get_doc(c, rest);
}

static const cc_claim *get_claim(cursor *c, const json_t *object)
{
    cc_claim     *claim = cc_new(c->reader->arena, cc_claim, 1);
    const json_t *rest  = json_object_get(object, "x");
    claim->size         = sizeof *claim;
    get_rest(c, rest, claim);
    get_measure(c, object, rest, claim);
    get_scope(c, object, claim);
    claim->text          = get_str(c, object, "text");
    claim->sentence      = get_str(c, object, "sentence");
    claim->unit          = get_maybe(c, object, "unit");
    claim->per           = get_maybe(c, object, "per");
    claim->source        = get_maybe(c, object, "source");
    claim->aspect        = cc_aspect_parse(get_str(c, object, "aspect"));
    claim->modality      = cc_modality_parse(get_str(c, object, "modality"));
    claim->period_origin = cc_period_origin_parse(
        cc_json_get_str(c->reader->arena, json_object_get(object, "period"), "from"));
    if (claim->mark.off > claim->sentence.len ||
        claim->mark.len > claim->sentence.len - claim->mark.off)
        c->bad = "at";
    return claim;
}

/* -- Documents, findings, pairs -------------------------------------------------------------------- */

static const cc_doc_record *get_document(cursor *c, const json_t *object)
{
    cc_doc_record *d = cc_new(c->reader->arena, cc_doc_record, 1);
    int64_t        facts[CC_KIND_COUNT];
    get_ints(c, object, "facts", facts, CC_KIND_COUNT);
    for (size_t i = 0; i < CC_KIND_COUNT; i++)
        d->facts[i] = (uint64_t)facts[i];
    d->claims = (uint64_t)get_int(c, object, "claims");
    d->status = (cc_doc_status){
        .path        = get_str(c, object, "path"),
        .status      = get_str(c, object, "status"),
        .reason      = get_str(c, object, "reason"),
        .detail      = get_str(c, object, "detail"),
        .bytes       = (uint64_t)get_int(c, object, "bytes"),
        .date        = get_period(c, object, "date"),
        .date_origin = cc_date_origin_parse(get_str(c, object, "date_from")),
        .language    = get_str(c, object, "language"),
        .sha256      = get_str(c, object, "sha256"),
        .checked     = json_is_true(json_object_get(object, "checked")),
    };
    return d;
}

static cc_side get_side(cursor *c, const json_t *object)
{
    int64_t n[4];
    get_ints(c, object, "at", n, 4);
    return (cc_side){
        .doc      = get_doc(c, object),
        .position = get_place(c, object),
        .order    = (uint32_t)n[0],
        .mark     = {(uint32_t)n[1], (uint32_t)n[2]},
        .kind     = (cc_kind)n[3],
        .text     = get_str(c, object, "text"),
        .sentence = get_str(c, object, "sentence"),
        .value    = get_value(c, object),
        .unit     = get_str(c, object, "unit"),
    };
}

static cc_reason get_reason(cursor *c, const json_t *object)
{
    const json_t *member = json_object_get(object, "reason");
    cc_str        part[4];
    for (size_t i = 0; i < 4; i++) {
        const json_t *text = json_array_get(member, i);
        if (!json_is_string(text))
            c->bad = "reason";
        part[i] = cc_arena_dup(c->reader->arena,
                               (cc_str){json_string_value(text), json_string_length(text)});
    }
    return (cc_reason){part[0], part[1], part[2], part[3]};
}

static const cc_finding *get_finding(cursor *c, const json_t *object)
{
    cc_finding   *f       = cc_new(c->reader->arena, cc_finding, 1);
    const json_t *related = json_object_get(object, "related");
    cc_side      *sides   = cc_new(c->reader->arena, cc_side, json_array_size(related));
    f->size               = sizeof *f;
    f->check              = get_str(c, object, "check");
    f->score              = (uint32_t)get_int(c, object, "score");
    f->message            = get_str(c, object, "message");
    f->reason             = get_reason(c, object);
    f->primary            = get_side(c, json_object_get(object, "primary"));
    for (size_t i = 0; i < json_array_size(related); i++)
        sides[i] = get_side(c, json_array_get(related, i));
    f->related       = sides;
    f->related_count = json_array_size(related);
    return f;
}

static const cc_pair *get_pair(cursor *c, const json_t *object)
{
    cc_pair *p = cc_new(c->reader->arena, cc_pair, 1);
    p->raw     = (uint32_t)get_int(c, object, "raw");
    p->a       = get_claim(c, json_object_get(object, "a"));
    p->b       = get_claim(c, json_object_get(object, "b"));
    return p;
}

static void get_body(cursor *c, const json_t *object, cc_record *ret)
{
    switch (ret->kind) {
    case CC_RECORD_CLAIM: ret->of.claim = get_claim(c, json_object_get(object, "claim")); break;
    case CC_RECORD_DOCUMENT: ret->of.document = get_document(c, object); break;
    case CC_RECORD_FINDING: ret->of.finding = get_finding(c, object); break;
    case CC_RECORD_PAIR: ret->of.pair = get_pair(c, object); break;
    case CC_RECORD_COUNT: ret->of.count = (uint64_t)get_int(c, object, "count"); break;
    default: c->bad = "kind";
    }
}

cc_status cc_record_read(cc_record_reader *reader, cc_str line, cc_record *ret, cc_fault *fault)
{
    cursor      c   = {.reader = reader};
    json_t     *all = NULL;
    const char *tab = memchr(line.ptr, '\t', line.len);
    if (tab == NULL)
        return cc_fault_set(fault, CC_FATAL, "a record has no tab after its key");
    size_t key = (size_t)(tab - line.ptr);
    CC_TRY(cc_json_read(cc_str_sub(line, key + 1, line.len - key - 1), &all, fault));
    cc_status status = CC_OK;
    ret->key         = cc_arena_dup(reader->arena, cc_str_sub(line, 0, key));
    ret->kind        = (cc_record_kind)get_int(&c, all, "kind");
    if (get_int(&c, all, "v") != RECORD_VERSION)
        status = cc_fault_set(fault, CC_FATAL, "a record is of another version of claimcheck");
    else
        get_body(&c, all, ret);
    if (status == CC_OK && c.bad != NULL)
        status = cc_fault_set(fault, CC_FATAL, "a record's member '%s' is missing or wrong", c.bad);
    json_decref(all);
    return status;
}
