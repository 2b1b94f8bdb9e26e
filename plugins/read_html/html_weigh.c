/* html_weigh.c - one walk over the tree that adds up from the leaves. */
#include "html_weigh.h"

#include <string.h>

typedef struct scales {
    const cc_host  *host;
    cc_html_weight *weights;
    size_t          count, cap;
    cc_html_level   levels[CC_HTML_MAX_LEVELS];
    size_t          depth, in_links;
} scales;

static void begin_element(scales *s, const GumboNode *n)
{
    if (s->count == s->cap) {
        size_t cap = s->cap * 2 + 256;
        void *new  = s->host->alloc(s->host, cap * sizeof *s->weights, sizeof(uint64_t));
        if (s->count > 0)
            memcpy(new, s->weights, s->count * sizeof *s->weights);
        s->weights = new;
        s->cap     = cap;
    }
    bool link             = cc_html_tag_of(n) == GUMBO_TAG_A && cc_html_has(n, "href");
    s->weights[s->count]  = (cc_html_weight){.elements = 1, .links = link};
    s->levels[s->depth++] = (cc_html_level){n, 0, s->count++};
    s->in_links += link;
}

static void weigh_text(scales *s, const char *text)
{
    cc_html_weight *w     = &s->weights[s->levels[s->depth - 1].index];
    uint32_t        bytes = (uint32_t)cc_html_count(text);
    w->text += bytes;
    for (; *text != '\0'; text++)
        w->digits += *text >= '0' && *text <= '9';
    if (s->in_links > 0)
        w->linked += bytes;
    else if (bytes > w->longest)
        w->longest = bytes;
}

static void end_element(scales *s)
{
    const cc_html_level  *level = &s->levels[--s->depth];
    const cc_html_weight *from  = &s->weights[level->index];
    GumboTag              tag   = cc_html_tag_of(level->node);
    s->in_links -= tag == GUMBO_TAG_A && cc_html_has(level->node, "href");
    if (s->depth == 0)
        return;
    cc_html_weight *to = &s->weights[s->levels[s->depth - 1].index];
    to->elements += from->elements;
    if (cc_html_is_silent(tag))
        return;
    to->text += from->text;
    to->linked += from->linked;
    to->links += from->links;
    to->digits += from->digits;
    to->longest = from->longest > to->longest ? from->longest : to->longest;
}

const cc_html_weight *cc_html_weigh(const cc_host *host, const GumboNode *root)
{
    scales *s = host->alloc(host, sizeof *s, sizeof(void *));
    s->host   = host;
    begin_element(s, root);
    while (s->depth > 0) {
        cc_html_level   *top   = &s->levels[s->depth - 1];
        const GumboNode *child = cc_html_child(top->node, top->next++);
        if (child == NULL)
            end_element(s);
        else if (cc_html_text_of(child) != NULL)
            weigh_text(s, cc_html_text_of(child));
        else if (cc_html_is_element(child)) {
            if (s->depth == CC_HTML_MAX_LEVELS)
                return NULL;
            begin_element(s, child);
        }
    }
    return s->weights;
}
