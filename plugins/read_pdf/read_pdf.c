/* read_pdf.c - PDF: the text of the pages in the order in which a reader of the page takes it.
 *
 * poppler opens the file and tells what stands where. Words (pdf_words) stand side by side in runs
 * (pdf_runs); runs that come again at the edge of pages are margins (pdf_margins), the others are
 * ordered column by column into lines (pdf_order, pdf_lines); those at the foot are notes
 * (pdf_notes), and the rest becomes blocks (pdf_flow, pdf_table). */
#include "pdf_flow.h"
#include "pdf_margins.h"
#include "pdf_meta.h"
#include "pdf_notes.h"
#include "pdf_order.h"
#include "pdf_runs.h"
#include "pdf_words.h"

/* A document is opened once and closed where it was. */
typedef struct reading {
    const cc_host   *host;
    cc_block_sink   *out;
    PopplerDocument *doc;
    cc_pdf          *pdf;
    uint32_t         lost_pages; /* of which nothing could be read */
    bool             full;       /* some pages were left out */
} reading;

static cc_status give_up(reading *r, cc_status status, cc_lost why, const char *message)
{
    r->out->lost(r->out, why);
    return r->host->fail(r->host, status, 0, "%s", message);
}

/* -- Pages ---------------------------------------------------------------------------------- */

static void read_page(reading *r, uint32_t number)
{
    cc_pdf      *pdf   = r->pdf;
    size_t       first = pdf->found_count;
    cc_pdf_page *page  = &pdf->pages[pdf->page_count++];
    PopplerPage *from  = poppler_document_get_page(r->doc, (int)number);
    r->lost_pages += from == NULL;
    if (from == NULL)
        return;
    r->full = !cc_pdf_read_words(pdf, from, page);
    cc_pdf_find_runs(pdf, first, page);
    g_object_unref(from);
}

static void read_pages(reading *r)
{
    int      count = poppler_document_get_n_pages(r->doc);
    uint32_t n     = count < 0 ? 0 : (uint32_t)count;
    r->full        = n > CC_PDF_MAX_PAGES;
    n              = r->full ? CC_PDF_MAX_PAGES : n;
    r->pdf->pages  = r->host->alloc(r->host, (n + 1) * sizeof *r->pdf->pages, sizeof(void *));
    bool all       = !r->full;
    for (uint32_t i = 0; i < n && (i == 0 || !r->full || !all); i++)
        read_page(r, i);
    r->full = r->full || !all;
}

static cc_status put_document(reading *r)
{
    cc_label *title = r->host->alloc(r->host, sizeof *title, sizeof(void *));
    cc_pdf_find_margins(r->pdf);
    for (uint32_t i = 0; i < r->pdf->page_count; i++)
        cc_pdf_order_page(r->pdf, i);
    cc_pdf_find_notes(r->pdf);
    cc_status status = cc_pdf_put_lines(r->pdf, r->out, title);
    if (status == CC_OK)
        status = cc_pdf_put_meta(r->doc, title, r->host, r->out);
    return status == CC_END ? CC_OK : status;
}

static cc_status read_document(reading *r)
{
    read_pages(r);
    if (r->pdf->page_count == 0 || r->lost_pages == r->pdf->page_count)
        return give_up(r, CC_FAIL, CC_LOST_DAMAGED, "the file is damaged: no page can be read");
    if (r->pdf->found_count == 0)
        return give_up(r, CC_FAIL, CC_LOST_NO_TEXT,
                       "the pages are pictures without text; recognise their text first");
    cc_status status = put_document(r);
    if (status != CC_OK)
        return status;
    if (r->full)
        return give_up(r, CC_WARN, CC_LOST_TOO_LARGE, "more pages or words than are read");
    if (r->lost_pages > 0)
        return give_up(r, CC_WARN, CC_LOST_DAMAGED, "the file is damaged: some pages are lost");
    return CC_OK;
}

/* -- Files ---------------------------------------------------------------------------------- */

static cc_status tell_error(reading *r, const GError *error)
{
    if (error != NULL && g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
        return give_up(r, CC_FAIL, CC_LOST_ENCRYPTED, "the file opens with a password only");
    return give_up(r, CC_FAIL, CC_LOST_DAMAGED, "the file is damaged: it has no list of pages");
}

static cc_status read_file(void *self, const cc_host *host, cc_str bytes, cc_block_sink *out)
{
    GError   *error = NULL;
    GBytes   *held  = g_bytes_new_static(bytes.ptr, bytes.len);
    reading   r     = {.host = host, .out = out};
    cc_status status;
    (void)self;
    r.pdf       = host->alloc(host, sizeof *r.pdf, sizeof(void *));
    r.pdf->host = host;
    r.doc       = poppler_document_new_from_bytes(held, NULL, &error);
    if (r.doc == NULL) {
        status = tell_error(&r, error);
    } else {
        status = read_document(&r);
        g_object_unref(r.doc);
    }
    g_clear_error(&error);
    g_bytes_unref(held);
    return status;
}

/* Printers and servers put lines of their own before the head; a text that speaks of one has no
 * objects. */
static int32_t bid(cc_str head, cc_str name)
{
    enum { WITHIN = 1024 };
    static const char mark[] = "%PDF-";
    const char *at = memmem(head.ptr, head.len < WITHIN ? head.len : WITHIN, mark, sizeof mark - 1);
    (void)name;
    if (at == NULL || (at > head.ptr && at[-1] != '\n' && at[-1] != '\r'))
        return 0;
    size_t rest = head.len - (size_t)(at - head.ptr);
    return at == head.ptr ? 90 : memmem(at, rest, " obj", 4) != NULL ? 50 : 0;
}

CC_PLUGIN_ENTRY
{
    static const cc_reader stage  = {.size = sizeof stage, .bid = bid, .read = read_file};
    static const cc_plugin plugin = {
        .size    = sizeof plugin,
        .abi     = CC_ABI,
        .name    = "read_pdf",
        .summary = "PDF files with text",
        .reader  = &stage,
    };
    return &plugin;
}
