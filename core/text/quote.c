/* quote.c - cutting around a figure. */
#include "text/quote.h"

#include "base/bounds.h"

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

cc_str cc_quote(cc_str text, cc_span passage, cc_span figure, cc_span *ret_mark)
{
    uint32_t from = passage.off, to = passage.off + passage.len;
    if (passage.len > CC_MAX_QUOTE_BYTES) {
        uint32_t around = (CC_MAX_QUOTE_BYTES - least(figure.len, CC_MAX_QUOTE_BYTES)) / 2;
        from            = figure.off - from > around ? figure.off - around : from;
        from            = least(from, to - CC_MAX_QUOTE_BYTES);
        to              = from + CC_MAX_QUOTE_BYTES;
    }
    while (from < figure.off && is_continuation(text.ptr[from]))
        from++;
    while (to > from && to < text.len && is_continuation(text.ptr[to]))
        to--;
    *ret_mark = (cc_span){figure.off - from, least(figure.len, to - figure.off)};
    return cc_str_sub(text, from, to - from);
}
