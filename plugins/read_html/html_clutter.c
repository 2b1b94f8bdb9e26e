/* html_clutter.c - leaves out by tag, role, style, name and by how much of a part is links.
 *
 * When in doubt a part is kept: a menu in the text costs a little, a lost paragraph is not noticed.
 * So what holds half of the page is kept whatever it is called. */
#include "html_clutter.h"

#include "html_notes.h"

enum {
    LONG_TEXT    = 160,  /* bytes: a text that long is a sentence, not an entry of a menu */
    NOTICE_BYTES = 2000, /* of a banner about cookies */
    ENTRY_BYTES  = 40,   /* of a link in a menu, on average */
    MIN_ENTRIES  = 4,
};

/* -- Hidden --------------------------------------------------------------------------------- */

static bool is_body(const GumboNode *n)
{
    GumboTag tag = cc_html_tag_of(n);
    return tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN ||
           tag == GUMBO_TAG_ARTICLE;
}

static bool is_hidden(const GumboNode *n)
{
    return (cc_html_has(n, "hidden") && !cc_html_says(n, "hidden", "until-found")) ||
           cc_html_styles(n, "display", "none") || cc_html_styles(n, "visibility", "hidden");
}

/* What only screen readers say; a label of what is seen counts. */
static bool is_unseen(const GumboNode *n, cc_html_around around)
{
    static const char *const names[] = {
        "sr-only",     "visually-hidden",       "visuallyhidden",    "screen-reader",
        "usa-sr-only", "govuk-visually-hidden", "element-invisible", NULL};
    return cc_html_lists(n, "class", names) && !cc_html_is_label(n) && !around.label;
}

/* -- Around the text ------------------------------------------------------------------------ */

static bool is_aid(const GumboNode *n)
{
    static const char *const roles[] = {"navigation",  "search",  "menu",
                                        "toolbar",     "tablist", "dialog",
                                        "alertdialog", "doc-toc", NULL};
    return cc_html_lists(n, "role", roles) || cc_html_says(n, "aria-hidden", "true");
}

static bool is_notice(const GumboNode *n, const cc_html_weight *w)
{
    static const char *const names[] = {"cookie-",
                                        "cookie_",
                                        "cookiebar",
                                        "cookieconsent",
                                        "cookienotice",
                                        "eu-cookie",
                                        "onetrust",
                                        "cybot",
                                        "gdpr-",
                                        "cc-window",
                                        "global-cookie-message",
                                        "consent-",
                                        "skip-",
                                        "skiplink",
                                        "breadcrumb",
                                        "mw-editsection",
                                        NULL};
    return w->text < NOTICE_BYTES &&
           (cc_html_lists(n, "class", names) || cc_html_lists(n, "id", names));
}

/* The header or footer of a page, not of an article. */
static bool is_frame(const GumboNode *n, const cc_html_weight *w, cc_html_around around)
{
    static const char *const heads[] = {"banner", NULL}, *const feet[] = {"contentinfo", NULL};
    GumboTag tag  = cc_html_tag_of(n);
    bool     head = tag == GUMBO_TAG_HEADER || cc_html_lists(n, "role", heads);
    bool     foot = tag == GUMBO_TAG_FOOTER || cc_html_lists(n, "role", feet);
    if ((!head && !foot) || around.article)
        return false;
    return w->linked == w->text || (foot && w->linked * 2 >= w->text && w->longest < LONG_TEXT);
}

/* -- Links ---------------------------------------------------------------------------------- */

static bool can_be_menu(GumboTag tag)
{
    return tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL ||
           tag == GUMBO_TAG_P || tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_ASIDE ||
           tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_FORM;
}

static bool is_called_menu(const GumboNode *n)
{
    static const char *const names[] = {
        "nav",     "menu",     "main-nav",   "main-menu",  "site-nav", "topnav",     "social",
        "share",   "sharing",  "addtoany",   "addthis",    "related",  "pagination", "pager",
        "sidebar", "side-bar", "newsletter", "footer",     "header",   "masthead",   "tags",
        "promo",   "toolbar",  "toc",        "quicklinks", "see-also", NULL};
    return cc_html_lists(n, "class", names) || cc_html_lists(n, "id", names);
}

/* Short links and little else; of a part that is called a menu, links and no sentence. A table of
 * figures that are links is none, nor are notes. */
static bool is_menu(const GumboNode *n, const cc_html_weight *w, cc_html_around around)
{
    if (!can_be_menu(cc_html_tag_of(n)) || w->links == 0 || w->digits * 8 > w->text ||
        cc_html_is_note(n) || around.note)
        return false;
    if (is_called_menu(n) && w->linked * 2 >= w->text && w->longest < LONG_TEXT)
        return true;
    return w->links >= MIN_ENTRIES && w->linked * 10 >= w->text * 9 &&
           w->text / w->links <= ENTRY_BYTES && w->longest < LONG_TEXT;
}

bool cc_html_is_clutter(const GumboNode *n, const cc_html_weight *weight, uint32_t page,
                        cc_html_around around)
{
    GumboTag tag = cc_html_tag_of(n);
    if (tag == GUMBO_TAG_NOSCRIPT)
        return weight->text <= page || weight->text < NOTICE_BYTES;
    if (cc_html_is_silent(tag))
        return true;
    if (is_body(n))
        return false;
    if (is_hidden(n) || is_unseen(n, around))
        return true;
    if (weight->text * 2 > page)
        return is_frame(n, weight, around) && weight->linked == weight->text;
    return is_aid(n) || is_notice(n, weight) || is_frame(n, weight, around) ||
           is_menu(n, weight, around);
}
