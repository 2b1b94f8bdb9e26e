/* names.c - showing names and telling them apart. */
#include "source/names.h"

#include "base/bounds.h"

static const struct form {
    unsigned char mask, lead;
    size_t        len;
    uint32_t      least; /* a smaller one is overlong */
} FORMS[] = {
    {0x80, 0x00, 1, 0},
    {0xE0, 0xC0, 2, 0x80},
    {0xF0, 0xE0, 3, 0x800},
    {0xF8, 0xF0, 4, 0x10000},
};

size_t cc_name_code_point(cc_str s, size_t at, uint32_t *ret)
{
    unsigned char      lead = (unsigned char)s.ptr[at];
    const struct form *form = NULL;
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++)
        if ((lead & FORMS[i].mask) == FORMS[i].lead)
            form = &FORMS[i];
    if (form == NULL || s.len - at < form->len)
        return 0;
    uint32_t cp = lead & (unsigned char)~form->mask;
    for (size_t i = 1; i < form->len; i++) {
        unsigned char c = (unsigned char)s.ptr[at + i];
        if ((c & 0xC0) != 0x80)
            return 0;
        cp = cp << 6 | (c & 0x3F);
    }
    if (cp < form->least || cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
        return 0;
    *ret = cp;
    return form->len;
}

/* Line and paragraph separators and what turns the direction of writing count as controls: they
 * make a name look like another. */
static bool must_escape(uint32_t cp)
{
    return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || cp == '!' || cp == '\\' || cp == 0x200E ||
           cp == 0x200F || (cp >= 0x2028 && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

static size_t put_escaped(char *to, cc_str bytes)
{
    static const char HEX[] = "0123456789ABCDEF";
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char c = (unsigned char)bytes.ptr[i];
        memcpy(to + i * 4, (char[]){'\\', 'x', HEX[c >> 4], HEX[c & 15]}, 4);
    }
    return bytes.len * 4;
}

cc_str cc_name_show(cc_arena *arena, cc_str name, bool *ret_cut)
{
    size_t all  = name.len < CC_MAX_PATH_BYTES ? name.len : CC_MAX_PATH_BYTES;
    char  *text = cc_arena_alloc(arena, all * 4 + 1, 1);
    size_t len = 0, at = 0;
    while (at < name.len) {
        uint32_t cp   = 0;
        size_t   n    = cc_name_code_point(name, at, &cp);
        cc_str   part = cc_str_sub(name, at, n == 0 ? 1 : n);
        bool     odd  = n == 0 || must_escape(cp);
        if (len + part.len * (odd ? 4 : 1) > CC_MAX_PATH_BYTES)
            break;
        if (odd)
            len += put_escaped(text + len, part);
        else
            memcpy(text + len, part.ptr, part.len), len += part.len;
        at += part.len;
    }
    if (ret_cut != NULL)
        *ret_cut = at < name.len;
    return (cc_str){text, len};
}

cc_str cc_names_add(cc_names *names, cc_str shown)
{
    uint64_t *times = cc_dict_find(&names->met, shown);
    if (times == NULL) {
        shown                                           = cc_arena_dup(&names->arena, shown);
        *cc_dict_put(&names->arena, &names->met, shown) = 1;
        return shown;
    }
    cc_str other;
    do {
        cc_mark mark = cc_arena_mark(&names->arena);
        other =
            cc_arena_printf(&names->arena, "%.*s#%llu", CC_F(shown), (unsigned long long)++*times);
        if (!cc_names_has(names, other))
            break;
        cc_arena_rewind(&names->arena, mark);
    } while (true);
    *cc_dict_put(&names->arena, &names->met, other) = 1;
    return other;
}

bool cc_names_has(const cc_names *names, cc_str shown)
{
    return cc_dict_find(&names->met, shown) != NULL;
}

void cc_names_release(cc_names *names)
{
    cc_arena_release(&names->arena);
    *names = (cc_names){0};
}
