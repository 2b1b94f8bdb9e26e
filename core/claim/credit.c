/* credit.c - a phrase of the tables, and the name that follows it. */
#include "claim/credit.h"

enum { MAX_NAME = 80 /* bytes */ };

/* Where a name ends: at a mark that parts clauses, and at a full stop behind more than an initial. */
static bool ends_name(cc_str text, size_t at)
{
    char c = text.ptr[at];
    if (memchr(",;:()[]\n\"", c, 9) != NULL)
        return true;
    bool initial = at < 2 || text.ptr[at - 2] == '.' || text.ptr[at - 2] == ' ';
    return c == '.' && (at + 1 == text.len || (cc_is_blank(text.ptr[at + 1]) && !initial));
}

static bool is_joint(cc_str word)
{
    return cc_str_eq(word, CC_S("of")) || cc_str_eq(word, CC_S("the")) ||
           cc_str_eq(word, CC_S("and")) || cc_str_eq(word, CC_S("for")) ||
           cc_str_eq(word, CC_S("on"));
}

/* Words with capitals, and the small ones between them. */
static cc_str take_name(cc_str rest)
{
    size_t end = 0;
    for (size_t at = 0; at < rest.len && at < MAX_NAME;) {
        size_t to = at;
        while (to < rest.len && rest.ptr[to] != ' ' && !ends_name(rest, to))
            to++;
        cc_str word  = cc_str_sub(rest, at, to - at);
        bool   named = word.len > 0 && (cc_is_upper(word.ptr[0]) || (word.ptr[0] & 0x80) != 0);
        if (!named && !(is_joint(word) && end > 0))
            break;
        end = named ? to : end;
        if (to == rest.len || rest.ptr[to] != ' ')
            break;
        at = to + 1;
    }
    return cc_str_sub(rest, 0, end);
}

static cc_str name_behind(cc_str text, size_t at)
{
    cc_str rest = cc_str_trim(cc_str_sub(text, at, text.len - at));
    if (rest.len > 4 && cc_str_eq_nocase(cc_str_sub(rest, 0, 4), CC_S("the ")))
        rest = cc_str_sub(rest, 4, rest.len - 4);
    return take_name(rest);
}

cc_str cc_claim_credit(const cc_vocabulary *vocabulary, const cc_passage *p)
{
    cc_str text = cc_str_span(p->doc->text, p->span), phrase, name = {"", 0};
    size_t at;
    while (name.len == 0 &&
           (phrase = cc_phrases_find(cc_vocabulary_credits(vocabulary), text, &at)).len > 0) {
        at += phrase.len;
        name = name_behind(text, at);
        text = cc_str_sub(text, at, text.len - at);
    }
    return name;
}
