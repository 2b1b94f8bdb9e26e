/* blocks.c - prints what the readers make of documents: a JSON record for each block, with the
 * rectangle of its first word where it has pages. */
#include "base/bounds.h"
#include "host/caged.h"
#include "run/session.h"

#include "cc_json.h"

static const char *const kinds[CC_BLOCK_KIND_COUNT] = {"",       "paragraph", "heading",  "item",
                                                       "cell",   "caption",   "footnote", "endnote",
                                                       "margin", "comment"};

static void put_bytes(cc_json *json, const char *bytes, size_t len)
{
    fwrite(bytes, 1, len, json->user);
}

static void print_block(cc_json *json, const cc_doc *doc, const cc_block *b)
{
    json->comma = false;
    cc_json_open(json, "{");
    cc_json_put_str(json, "document", doc->path);
    cc_json_put_str(json, "kind", cc_str_z(kinds[b->kind]));
    cc_json_put_int(json, "level", b->level);
    cc_json_put_int(json, "page", b->page);
    cc_json_put_str(json, "row", b->row);
    cc_json_put_str(json, "column", b->column);
    cc_json_put_str(json, "text", cc_str_span(doc->text, b->span));
    cc_json_close(json, "}");
    cc_json_raw(json, "\n");
}

/* There is one worker. */
static void print_document(cc_worker *worker, const cc_mapped *mapped)
{
    cc_json json = {.put = put_bytes, .user = stdout};
    (void)worker;
    if (mapped->document == NULL)
        return;
    const cc_doc *doc = &mapped->document->abi;
    for (size_t i = 0; i < doc->block_count; i++)
        print_block(&json, doc, &doc->blocks[i]);
}

static cc_status print_documents(cc_pool *pool, cc_arena *arena, FILE *out, int *ret_exit,
                                 cc_fault *fault)
{
    (void)arena, (void)out, (void)ret_exit;
    return cc_pool_map(pool, print_document, fault);
}

int main(int argc, char **argv)
{
    cc_fault    fault    = {0};
    int         ret      = 0;
    cc_settings settings = {.source        = cc_source_standard(),
                            .reader_limits = {CC_READER_MEMORY_BYTES, CC_READER_SECONDS},
                            .jobs          = 1};
    if (argc > 1 && strcmp(argv[1], CC_CAGED_OPTION) == 0)
        return cc_caged_main(argc, (const char *const *)argv);
    settings.paths = (const char *const *)argv + 1;
    if (cc_session_run(&settings, print_documents, stdout, &ret, &fault) == CC_OK)
        return ret;
    cc_fault_print(&fault, stderr);
    return 2;
}
