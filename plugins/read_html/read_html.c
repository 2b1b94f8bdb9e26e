/* read_html.c - web pages: the text that a reader of the page sees, block by block.
 *
 * A guard looks whether gumbo can bear the page (html_guard), gumbo makes the tree, its elements
 * are weighed (html_weigh), and a walk (html_walk) leaves out what is no text (html_clutter,
 * html_notes) and puts the rest block by block (html_run, html_block, html_cell). */
#include "html_bid.h"
#include "html_guard.h"
#include "html_page.h"
#include "html_tame.h"
#include "shared/html_charset.h"

#include <string.h>

static cc_status give_up(const cc_host *host, cc_block_sink *out, cc_lost why, const char *message)
{
    out->lost(out, why);
    return host->fail(host, CC_FAIL, 0, "%s", message);
}

/* Frames and pictures are no text; an empty file is a page all the same. */
static bool lacks_text(const cc_html_page *p)
{
    return p->status == CC_OK && !p->any && cc_skip_blanks(p->in, 0, p->in.len) < p->in.len;
}

static cc_status read_tree(const cc_host *host, cc_str in, const char *parsed, cc_block_sink *out,
                           const GumboNode *root)
{
    cc_html_page *p = host->alloc(host, sizeof *p, sizeof(void *));
    p->host         = host;
    p->out          = out;
    p->in           = in;
    p->parsed       = parsed;
    p->fold.host    = host;
    p->fold.in      = in;
    p->spare        = p->fold;
    if (!cc_html_walk_page(p, root))
        return give_up(host, out, CC_LOST_TOO_MANY_BLOCKS,
                       "elements stand too deep in one another");
    if (lacks_text(p))
        return give_up(host, out, CC_LOST_NO_TEXT, "the page has no text");
    return p->status;
}

static cc_status read_page(void *self, const cc_host *host, cc_str bytes, cc_block_sink *out)
{
    static const char      bom[]   = "\xEF\xBB\xBF";
    GumboOptions           options = kGumboDefaultOptions;
    bool                   fits    = bytes.len <= CC_HTML_MAX_BYTES;
    const char            *parsed  = fits ? cc_html_tame(host, bytes) : bytes.ptr;
    const cc_html_refusal *refusal = cc_html_refuse((cc_str){parsed, bytes.len});
    (void)self;
    if (refusal != NULL)
        return give_up(host, out, refusal->why, refusal->message);
    size_t skipped      = bytes.len >= 3 && memcmp(bytes.ptr, bom, 3) == 0 ? 3 : 0;
    options.max_errors  = 0;
    GumboOutput *page   = gumbo_parse_with_options(&options, parsed + skipped, bytes.len - skipped);
    cc_status    status = read_tree(host, bytes, parsed, out, page->root);
    gumbo_destroy_output(&options, page);
    return status == CC_END ? CC_OK : status;
}

CC_PLUGIN_ENTRY
{
    static const cc_reader stage = {
        .size       = sizeof stage,
        .wants_text = true,
        .bid        = cc_html_bid,
        .read       = read_page,
        .charset    = cc_html_charset,
    };
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "read_html",
        .summary = "web pages",
        .reader  = &stage,
    };
    return &plugin;
}
