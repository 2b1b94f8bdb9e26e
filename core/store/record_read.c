/* record_read.c - lines become records again. Input is checked: it may come from anywhere. */
#include "store/record.h"

#include "base/json.h"
#include "claim/signature.h"
#include "store/copy.h"
#include "store/enumerators.h"

enum { RECORD_VERSION = 1, MAX_EXPONENT = 40 };

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
    for (size_t i = 0; i < count; i++) {
        const json_t *n = json_array_get(member, i);
        if (!json_is_integer(n))
            c->bad = key;
        ret[i] = json_integer_value(n);
    }
}

static const cc_str *get_strings(cursor *c, const json_t *object, const char *key,
                                 size_t *ret_count)
{
    const json_t *member = json_object_get(object, key);
    size_t        count  = json_array_size(member);
    cc_str       *ret    = cc_new(c->reader->arena, cc_str, count);
    if (!json_is_array(member))
        c->bad = key;
    for (size_t i = 0; i < count; i++) {
        const json_t *text = json_array_get(member, i);
        if (!json_is_string(text))
            c->bad = key;
        ret[i] = cc_arena_dup(c->reader->arena,
                              (cc_str){json_string_value(text), json_string_length(text)});
    }
    *ret_count = count;
    return ret;
}

/* A span within a text of `len` bytes. */
static cc_span get_mark(cursor *c, int64_t off, int64_t bytes, size_t len)
{
    if (off < 0 || bytes < 0 || (uint64_t)off > len || (uint64_t)bytes > len - (uint64_t)off) {
        c->bad = "at";
        return (cc_span){0};
    }
    return (cc_span){(uint32_t)off, (uint32_t)bytes};
}

static cc_dec get_dec(cursor *c, const int64_t *n)
{
    if (n[1] < -MAX_EXPONENT || n[1] > MAX_EXPONENT) {
        c->bad = "value";
        return (cc_dec){0};
    }
    return (cc_dec){n[0], (int32_t)n[1]};
}

static cc_value get_value(cursor *c, const json_t *object)
{
    int64_t n[10];
    get_ints(c, object, "value", n, 10);
    return (cc_value){.stated = get_dec(c, n),
                      .step   = get_dec(c, n + 2),
                      .low    = get_dec(c, n + 4),
                      .high   = get_dec(c, n + 6),
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

static float get_float(int64_t bits)
{
    uint32_t u = (uint32_t)bits;
    float    f;
    memcpy(&f, &u, sizeof f);
    return f;
}

static cc_position get_place(cursor *c, const json_t *object)
{
    int64_t n[8];
    get_ints(c, object, "place", n, 8);
    cc_position p = {
        .place = {.kind = (cc_place_kind)n[0]}, .line = (uint32_t)n[6], .column = (uint32_t)n[7]};
    if (n[0] == CC_PLACE_BYTES) {
        p.place.at.bytes.start = (uint64_t)n[1];
        p.place.at.bytes.end   = (uint64_t)n[2];
    } else if (n[0] == CC_PLACE_PARAGRAPH) {
        p.place.at.paragraph.part      = (uint32_t)n[1];
        p.place.at.paragraph.paragraph = (uint32_t)n[2];
        p.place.at.paragraph.start_cp  = (uint32_t)n[3];
        p.place.at.paragraph.end_cp    = (uint32_t)n[4];
    } else if (n[0] == CC_PLACE_PAGE) {
        p.place.at.page.page  = (uint32_t)n[1];
        p.place.at.page.x0_pt = get_float(n[2]);
        p.place.at.page.y0_pt = get_float(n[3]);
        p.place.at.page.x1_pt = get_float(n[4]);
        p.place.at.page.y1_pt = get_float(n[5]);
    } else {
        c->bad = "place";
    }
    return p;
}

static int hex_digit(char c)
{
    return cc_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static cc_str get_hex(cursor *c, const json_t *object, const char *key)
{
    cc_str hex   = get_str(c, object, key);
    char  *bytes = cc_arena_alloc(c->reader->arena, hex.len / 2 + 1, 1);
    for (size_t i = 0; i + 1 < hex.len; i += 2) {
        int high = hex_digit(hex.ptr[i]), low = hex_digit(hex.ptr[i + 1]);
        if (high < 0 || low < 0)
            c->bad = key;
        bytes[i / 2] = (char)((unsigned)high << 4 | (unsigned)low);
    }
    if (hex.len % 2 != 0)
        c->bad = key;
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

/* One path may stand on both sides, and in parts of a run from two places for two files. */
static const cc_doc_ref *get_doc(cursor *c, const json_t *object)
{
    const json_t *member = json_object_get(object, "doc");
    cc_arena     *arena  = c->reader->arena;
    cc_mark       mark   = cc_arena_mark(arena);
    cc_str        path = get_str(c, member, "path"), sha256 = get_str(c, member, "sha256");
    bool          checked = json_is_true(json_object_get(member, "checked"));
    cc_str        key     = cc_arena_printf(arena, "%d%.*s%.*s", checked, CC_F(sha256), CC_F(path));
    uint64_t     *known   = cc_dict_find(&c->reader->docs, key);
    if (known != NULL) {
        cc_arena_rewind(arena, mark);
        return (const cc_doc_ref *)(uintptr_t)*known;
    }
    const cc_doc_ref *doc                      = read_doc(c, member, path);
    *cc_dict_put(arena, &c->reader->docs, key) = (uint64_t)(uintptr_t)doc;
    return doc;
}

/* -- Claims --------------------------------------------------------------------------------------- */

static void get_measure(cursor *c, const json_t *object, const json_t *rest, cc_claim *claim)
{
    size_t        n;
    const cc_str *stems = get_strings(c, object, "measure", &n);
    cc_stem      *at    = cc_new(c->reader->arena, cc_stem, n);
    int64_t      *w     = cc_new(c->reader->arena, int64_t, 3 * n);
    get_ints(c, rest, "weights", w, 3 * n);
    for (size_t i = 0; i < n; i++)
        at[i] = (cc_stem){stems[i], (uint16_t)w[3 * i], (uint16_t)w[3 * i + 1], w[3 * i + 2] != 0};
    claim->measure       = at;
    claim->measure_count = n;
}

static void get_scope(cursor *c, const json_t *object, cc_claim *claim)
{
    claim->scope = get_strings(c, object, "scope", &claim->scope_count);
    if (claim->scope_own > claim->scope_count)
        c->bad = "scope";
}

/* A name that is in no table is wrong. */
static uint32_t get_name(cursor *c, const json_t *object, const char *key,
                         uint32_t (*parse)(cc_str))
{
    uint32_t ret = parse(get_str(c, object, key));
    if (ret == 0)
        c->bad = key;
    return ret;
}

static void get_rest(cursor *c, const json_t *rest, cc_claim *claim)
{
    int64_t n[9];
    get_ints(c, rest, "at", n, 9);
    claim->scope_own    = (size_t)n[6];
    claim->scope_origin = n[7] != 0;
    claim->revised      = n[8] != 0;
    claim->kind         = (cc_kind)n[0];
    claim->passage      = (uint32_t)n[1];
    claim->order        = (uint32_t)n[2];
    claim->mark         = get_mark(c, n[3], n[4], claim->sentence.len);
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
    claim->text         = get_str(c, object, "text");
    claim->sentence     = get_str(c, object, "sentence");
    claim->unit         = get_maybe(c, object, "unit");
    claim->per          = get_maybe(c, object, "per");
    claim->source       = get_maybe(c, object, "source");
    claim->aspect       = get_name(c, object, "aspect", cc_aspect_parse);
    claim->modality     = get_name(c, object, "modality", cc_modality_parse);
    get_rest(c, rest, claim);
    get_measure(c, object, rest, claim);
    get_scope(c, object, claim);
    claim->period_origin = cc_period_origin_parse(
        cc_json_get_str(c->reader->arena, json_object_get(object, "period"), "from"));
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
    cc_side side = {
        .doc      = get_doc(c, object),
        .position = get_place(c, object),
        .order    = (uint32_t)n[0],
        .kind     = (cc_kind)n[3],
        .text     = get_str(c, object, "text"),
        .sentence = get_str(c, object, "sentence"),
        .value    = get_value(c, object),
        .unit     = get_str(c, object, "unit"),
    };
    side.mark = get_mark(c, n[1], n[2], side.sentence.len);
    return side;
}

static cc_reason get_reason(cursor *c, const json_t *object)
{
    size_t        n;
    const cc_str *part = get_strings(c, object, "reason", &n);
    if (n == 4)
        return (cc_reason){part[0], part[1], part[2], part[3]};
    c->bad = "reason";
    return (cc_reason){0};
}

static uint32_t get_score(cursor *c, const json_t *object, const char *key)
{
    int64_t n = get_int(c, object, key);
    if (n < 0 || n > 1000)
        c->bad = key;
    return (uint32_t)n;
}

static const cc_finding *get_finding(cursor *c, const json_t *object)
{
    cc_finding   *f       = cc_new(c->reader->arena, cc_finding, 1);
    const json_t *related = json_object_get(object, "related");
    cc_side      *sides   = cc_new(c->reader->arena, cc_side, json_array_size(related));
    f->size               = sizeof *f;
    f->check              = get_str(c, object, "check");
    f->score              = get_score(c, object, "score");
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
    p->raw     = get_score(c, object, "raw");
    p->a       = get_claim(c, json_object_get(object, "a"));
    p->b       = get_claim(c, json_object_get(object, "b"));
    return p;
}

static const cc_listed *get_listed(cursor *c, const json_t *object)
{
    cc_listed    *f     = cc_new(c->reader->arena, cc_listed, 1);
    const json_t *claim = json_object_get(object, "claim");
    if (claim != NULL) {
        f->claim = get_claim(c, claim);
        f->side  = cc_side_of_claim(f->claim);
        f->first = (uint32_t)get_int(c, object, "first");
    } else {
        f->instead = get_str(c, object, "instead");
        f->side    = get_side(c, json_object_get(object, "side"));
        f->first   = f->side.order;
    }
    return f;
}

static void get_body(cursor *c, const json_t *object, cc_record *ret)
{
    switch (ret->kind) {
    case CC_RECORD_CLAIM: ret->of.claim = get_claim(c, json_object_get(object, "claim")); break;
    case CC_RECORD_DOCUMENT: ret->of.document = get_document(c, object); break;
    case CC_RECORD_FINDING: ret->of.finding = get_finding(c, object); break;
    case CC_RECORD_PAIR: ret->of.pair = get_pair(c, object); break;
    case CC_RECORD_COUNT: ret->of.count = (uint64_t)get_int(c, object, "count"); break;
    case CC_RECORD_FIGURE: ret->of.figure = get_listed(c, object); break;
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
