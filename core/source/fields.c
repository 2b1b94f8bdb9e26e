/* fields.c - finding a field in a head, and what its value is made of. */
#include "source/fields.h"

#include <stdint.h>

cc_str cc_fields_line(cc_str *rest)
{
    const char *end  = rest->len == 0 ? NULL : memchr(rest->ptr, '\n', rest->len);
    size_t      len  = end == NULL ? rest->len : (size_t)(end - rest->ptr);
    size_t      with = end == NULL ? len : len + 1;
    cc_str      line = cc_str_sub(*rest, 0, len);
    if (cc_str_ends(line, CC_S("\r")))
        line.len--;
    *rest = cc_str_sub(*rest, with, rest->len - with);
    return line;
}

static bool goes_on(cc_str rest)
{
    return rest.len > 0 && (rest.ptr[0] == ' ' || rest.ptr[0] == '\t');
}

/* Whether `line` is a field of that name; *ret is what stands behind its colon. */
static bool is_named(cc_str line, cc_str name, cc_str *ret)
{
    if (line.len < name.len || !cc_str_eq_nocase(cc_str_sub(line, 0, name.len), name))
        return false;
    *ret = cc_str_trim(cc_str_sub(line, name.len, line.len - name.len));
    if (!cc_str_starts(*ret, CC_S(":")))
        return false;
    *ret = cc_str_sub(*ret, 1, ret->len - 1);
    return true;
}

cc_str cc_fields_find(cc_str head, const char *name)
{
    cc_str wanted = cc_str_z(name), value;
    while (head.len > 0) {
        if (!is_named(cc_fields_line(&head), wanted, &value))
            continue;
        const char *end = value.ptr + value.len;
        while (goes_on(head)) {
            cc_str more = cc_fields_line(&head);
            end         = more.ptr + more.len;
        }
        return cc_str_trim((cc_str){value.ptr, (size_t)(end - value.ptr)});
    }
    return CC_S("");
}

bool cc_fields_number(cc_str head, const char *name, uint64_t *ret)
{
    cc_str   value  = cc_fields_find(head, name);
    uint64_t number = 0;
    for (size_t i = 0; i < value.len; i++) {
        if (!cc_is_digit(value.ptr[i]) || number > (UINT64_MAX - 9) / 10)
            return false;
        number = number * 10 + (uint64_t)(value.ptr[i] - '0');
    }
    *ret = number;
    return value.len > 0;
}

/* What stands before the next `mark`, trimmed; `*rest` moves behind it. */
static cc_str cut_at(cc_str *rest, char mark)
{
    const char *end  = rest->len == 0 ? NULL : memchr(rest->ptr, mark, rest->len);
    size_t      len  = end == NULL ? rest->len : (size_t)(end - rest->ptr);
    size_t      with = end == NULL ? len : len + 1;
    cc_str      part = cc_str_sub(*rest, 0, len);
    *rest            = cc_str_sub(*rest, with, rest->len - with);
    return cc_str_trim(part);
}

cc_str cc_fields_item(cc_str *list)
{
    while (list->len > 0) {
        cc_str whole = cut_at(list, ',');
        cc_str item  = cut_at(&whole, ';');
        if (item.len > 0)
            return item;
    }
    return CC_S("");
}

static cc_str without_quotes(cc_str s)
{
    while (s.len > 0 && (s.ptr[0] == '"' || s.ptr[0] == '\''))
        s = cc_str_sub(s, 1, s.len - 1);
    while (s.len > 0 && (s.ptr[s.len - 1] == '"' || s.ptr[s.len - 1] == '\''))
        s.len--;
    return cc_str_trim(s);
}

cc_str cc_fields_parameter(cc_str value, const char *name)
{
    cut_at(&value, ';');
    while (value.len > 0) {
        cc_str parameter = cut_at(&value, ';');
        if (cc_str_eq_nocase(cut_at(&parameter, '='), cc_str_z(name)))
            return without_quotes(cc_str_trim(parameter));
    }
    return CC_S("");
}
