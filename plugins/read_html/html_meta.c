/* html_meta.c - of several sources of one value the best one counts, then the first. */
#include "html_meta.h"

#include "html_scan.h"

#include <string.h>
#include <strings.h>

enum key { TITLE, AUTHOR, DATE, LANGUAGE };
enum { MAX_DATE = 40, MAX_TITLE = 200 };

static const char *const keys[CC_HTML_META_KEYS] = {"title", "author", "date", "language"};

/* The name or property of a <meta>; the rank tells one that says just this from one that may say
 * more, or something else. */
static const struct {
    const char *name;
    enum key    key;
    unsigned    rank;
} sources[] = {
    {"citation_title", TITLE, 0},
    {"dc.title", TITLE, 0},
    {"dcterms.title", TITLE, 0},
    {"og:title", TITLE, 1},
    {"author", AUTHOR, 0},
    {"dc.creator", AUTHOR, 0},
    {"dcterms.creator", AUTHOR, 0},
    {"citation_author", AUTHOR, 0},
    {"article:author", AUTHOR, 1},
    {"date", DATE, 0},
    {"dc.date", DATE, 0},
    {"dc.date.issued", DATE, 0},
    {"dc.date.created", DATE, 1},
    {"dcterms.date", DATE, 0},
    {"dcterms.issued", DATE, 0},
    {"dcterms.created", DATE, 1},
    {"article:published_time", DATE, 0},
    {"og:published_time", DATE, 0},
    {"citation_publication_date", DATE, 0},
    {"citation_date", DATE, 0},
    {"citation_online_date", DATE, 1},
    {"datepublished", DATE, 0},
    {"pubdate", DATE, 0},
    {"publish-date", DATE, 0},
    {"publish_date", DATE, 0},
    {"publication_date", DATE, 0},
    {"parsely-pub-date", DATE, 0},
    {"sailthru.date", DATE, 0},
};
enum { FROM_TITLE = 2, FROM_JSON = 2, FROM_TIME = 3, FROM_HEADING = 3 };

static void note(cc_html_meta *meta, enum key key, unsigned rank, const char *value)
{
    if (cc_html_is_white(value) || (meta->of[key].value != NULL && meta->of[key].rank <= rank))
        return;
    if (key == AUTHOR && strstr(value, "://") != NULL)
        return;
    meta->of[key].value = value;
    meta->of[key].rank  = rank;
}

static void note_element(cc_html_meta *meta, const GumboNode *n)
{
    const char *name = cc_html_attribute(n, cc_html_has(n, "name")       ? "name"
                                            : cc_html_has(n, "property") ? "property"
                                                                         : "itemprop");
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        if (strcasecmp(name, sources[i].name) == 0)
            note(meta, sources[i].key, sources[i].rank, cc_html_attribute(n, "content"));
}

/* <time datetime> only when it says that the page is meant. */
static void note_time(cc_html_meta *meta, const GumboNode *n)
{
    static const char *const names[] = {"published", "pubdate",      "entry-date", "post-date",
                                        "publish",   "dt-published", NULL};
    if (cc_html_says(n, "itemprop", "datePublished") || cc_html_has(n, "pubdate") ||
        cc_html_lists(n, "class", names))
        note(meta, DATE, FROM_TIME, cc_html_attribute(n, "datetime"));
}

/* -- JSON-LD -------------------------------------------------------------------------------- */

static const char *skip_blanks(const char *p)
{
    while (cc_html_is_blank(*p))
        p++;
    return p;
}

/* The date in `"datePublished": "2021-03-04T..."`; nothing is made of what has escapes. */
static void note_json(cc_html_meta *meta, const cc_host *host, const char *json)
{
    static const char key[] = "\"datePublished\"";
    for (const char *at = strstr(json, key); at != NULL; at = strstr(at + 1, key)) {
        const char *p = skip_blanks(at + strlen(key));
        if (*p != ':' || *(p = skip_blanks(p + 1)) != '"')
            continue;
        size_t len = strcspn(++p, "\"\\\n");
        if (p[len] != '"' || len == 0 || len > MAX_DATE)
            continue;
        char *date = host->alloc(host, len + 1, 1);
        memcpy(date, p, len);
        note(meta, DATE, FROM_JSON, date);
        return;
    }
}

void cc_html_note_meta(cc_html_meta *meta, const cc_host *host, const GumboNode *n)
{
    GumboTag         tag   = cc_html_tag_of(n);
    const GumboNode *child = cc_html_child(n, 0);
    const char      *text  = child != NULL ? cc_html_text_of(child) : NULL;
    if (tag == GUMBO_TAG_META)
        note_element(meta, n);
    else if (tag == GUMBO_TAG_HTML)
        note(meta, LANGUAGE, 0, cc_html_attribute(n, cc_html_has(n, "lang") ? "lang" : "xml:lang"));
    else if (tag == GUMBO_TAG_TIME)
        note_time(meta, n);
    else if (tag == GUMBO_TAG_TITLE && text != NULL)
        note(meta, TITLE, FROM_TITLE, text);
    else if (tag == GUMBO_TAG_SCRIPT && text != NULL &&
             cc_html_says(n, "type", "application/ld+json"))
        note_json(meta, host, text);
}

void cc_html_note_heading(cc_html_meta *meta, const cc_fold *f)
{
    if (meta->of[TITLE].value != NULL || f->text_len == 0 || f->text_len > MAX_TITLE)
        return;
    char *text = f->host->alloc(f->host, f->text_len + 1, 1);
    memcpy(text, f->text, f->text_len);
    note(meta, TITLE, FROM_HEADING, text);
}

cc_status cc_html_put_meta(const cc_html_meta *meta, const cc_host *host, cc_block_sink *out)
{
    cc_status status = CC_OK;
    for (size_t i = 0; i < CC_HTML_META_KEYS && status == CC_OK; i++) {
        if (meta->of[i].value == NULL)
            continue;
        cc_str  value = {meta->of[i].value, strlen(meta->of[i].value)};
        cc_fold f     = {.host = host, .in = value};
        cc_fold_read(&f, cc_skip_blanks(value, 0, value.len), value.len);
        if (f.text_len > 0 && f.text[f.text_len - 1] == ' ')
            f.text_len--;
        cc_str key = {keys[i], strlen(keys[i])};
        status     = out->meta(out, key, (cc_str){f.text, f.text_len});
    }
    return status;
}
