/* pdf_meta.c - programs that make PDF files leave their own words there, too. */
#include "pdf_meta.h"

static cc_status put(const cc_host *host, cc_block_sink *out, const char *key, cc_str raw)
{
    cc_fold fold = {.host = host, .in = raw};
    size_t  from = cc_skip_blanks(raw, 0, raw.len);
    cc_fold_clear(&fold);
    cc_fold_add(&fold, from, raw.len);
    if (fold.text_len > 0 && fold.text[fold.text_len - 1] == ' ')
        fold.text_len--;
    if (fold.text_len == 0)
        return CC_OK;
    return out->meta(out, (cc_str){key, strlen(key)}, (cc_str){fold.text, fold.text_len});
}

/* "Microsoft Word - memo.doc", "untitled", "report_final.indd" */
static bool is_file_name(cc_str title)
{
    static const char *const ends[]   = {".doc",  ".docx", ".pdf", ".indd", ".xls", ".xlsx", ".ppt",
                                         ".pptx", ".qxd",  ".rtf", ".wpd",  ".p65", ".pmd",  ".txt"};
    static const char *const starts[] = {"microsoft ", "untitled", "title of ", "slide 1"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (cc_ends_with(title, ends[i]))
            return true;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        cc_str head = {title.ptr, strlen(starts[i]) < title.len ? strlen(starts[i]) : title.len};
        if (cc_ends_with(head, starts[i]))
            return true;
    }
    return memchr(title.ptr, ' ', title.len) == NULL;
}

static cc_status put_title(PopplerDocument *doc, const cc_label *heading, const cc_host *host,
                           cc_block_sink *out)
{
    char     *title  = poppler_document_get_title(doc);
    cc_str    given  = {title, title == NULL ? 0 : strlen(title)};
    bool      own    = given.len > 0 && !is_file_name(given);
    cc_status status = put(host, out, "title", own ? given : cc_label_text(heading));
    g_free(title);
    return status;
}

static cc_status put_author(PopplerDocument *doc, const cc_host *host, cc_block_sink *out)
{
    char     *author = poppler_document_get_author(doc);
    cc_str    text   = {author, author == NULL ? 0 : strlen(author)};
    cc_status status = put(host, out, "author", text);
    g_free(author);
    return status;
}

/* The day on the writer's clock. */
static cc_status put_date(PopplerDocument *doc, const cc_host *host, cc_block_sink *out)
{
    GDateTime *date = poppler_document_get_creation_date_time(doc);
    if (date == NULL)
        return CC_OK;
    char     *text   = g_date_time_format(date, "%Y-%m-%d");
    cc_status status = text == NULL ? CC_OK : put(host, out, "date", (cc_str){text, strlen(text)});
    g_free(text);
    g_date_time_unref(date);
    return status;
}

cc_status cc_pdf_put_meta(PopplerDocument *doc, const cc_label *heading, const cc_host *host,
                          cc_block_sink *out)
{
    cc_status status = put_title(doc, heading, host, out);
    if (status == CC_OK)
        status = put_author(doc, host, out);
    return status == CC_OK ? put_date(doc, host, out) : status;
}
