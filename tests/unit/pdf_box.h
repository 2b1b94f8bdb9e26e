/* pdf_box.h - small PDF files: lines of text at places of pages, in Helvetica. */
#ifndef PDF_BOX_H
#define PDF_BOX_H

#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

enum { PDF_MAX_OBJECTS = 64, PDF_FIRST_PAGE = 6 };

typedef struct pdf_file {
    cc_arena *arena;
    cc_bytes  out;
    size_t    at[PDF_MAX_OBJECTS]; /* of objects, by number */
    size_t    count;
} pdf_file;

static void pdf_put(pdf_file *f, cc_str text)
{
    cc_bytes_put(f->arena, &f->out, text);
}

static void pdf_object(pdf_file *f, size_t number, cc_str body)
{
    f->at[number] = f->out.len;
    f->count      = number >= f->count ? number + 1 : f->count;
    pdf_put(f, cc_arena_printf(f->arena, "%zu 0 obj\n%.*s\nendobj\n", number, CC_F(body)));
}

/* "x y size text"; y counts from the top of a page 792 points high; "b10" is bold, "u10" stands
 * upright: turned by a quarter to the left. */
static void pdf_line(pdf_file *f, cc_bytes *content, cc_str line)
{
    char *at = NULL, kind;
    long  x = strtol(line.ptr, &at, 10), y = strtol(at, &at, 10);
    kind      = at[1];
    long size = strtol(at + 1 + (kind == 'b' || kind == 'u'), &at, 10);
    cc_bytes_put(f->arena, content,
                 cc_arena_printf(f->arena, "/F%d %ld Tf %s %ld %ld Tm (", kind == 'b' ? 2 : 1, size,
                                 kind == 'u' ? "0 1 -1 0" : "1 0 0 1", x, 792 - y));
    for (at++; at < line.ptr + line.len; at++) {
        if (*at == '(' || *at == ')' || *at == '\\')
            cc_bytes_put(f->arena, content, CC_S("\\"));
        cc_bytes_put(f->arena, content, (cc_str){at, 1});
    }
    cc_bytes_put(f->arena, content, CC_S(") Tj\n"));
}

static void pdf_page(pdf_file *f, size_t number, cc_str lines)
{
    cc_bytes content = {0};
    cc_bytes_put(f->arena, &content, CC_S("BT\n"));
    for (size_t at = 0, end; at < lines.len; at = end + 1) {
        for (end = at; end < lines.len && lines.ptr[end] != '\n';)
            end++;
        pdf_line(f, &content, cc_str_sub(lines, at, end - at));
    }
    cc_bytes_put(f->arena, &content, CC_S("ET"));
    pdf_object(f, number,
               cc_arena_printf(f->arena,
                               "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %zu 0 R"
                               "/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>",
                               number + 1));
    pdf_object(f, number + 1,
               cc_arena_printf(f->arena, "<</Length %zu>>stream\n%.*s\nendstream", content.len,
                               (int)content.len, content.ptr));
}

static void pdf_end(pdf_file *f, cc_str info)
{
    size_t at = f->out.len;
    pdf_put(f, cc_arena_printf(f->arena, "xref\n0 %zu\n0000000000 65535 f \n", f->count));
    for (size_t i = 1; i < f->count; i++)
        pdf_put(f, cc_arena_printf(f->arena, "%010zu 00000 n \n", f->at[i]));
    pdf_put(f, cc_arena_printf(f->arena,
                               "trailer\n<</Size %zu/Root 1 0 R/Info 5 0 R%.*s>>\nstartxref\n%zu\n"
                               "%%%%EOF\n",
                               f->count, CC_F(info), at));
}

/* Pages are divided by form feeds. `info` is the body of the information dictionary; `trailer` is
 * added to the trailer. The byte 1 is the ligature fi. */
static cc_str pdf_make(cc_arena *arena, const char *pages, const char *info, const char *trailer)
{
    static const char font[] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica%s"
                               "/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/fi]>>>>";
    pdf_file          f      = {.arena = arena};
    cc_bytes          kids   = {0};
    size_t            n      = 0;
    pdf_put(&f, CC_S("%PDF-1.4\n"));
    pdf_object(&f, 1, CC_S("<</Type/Catalog/Pages 2 0 R>>"));
    pdf_object(&f, 3, cc_arena_printf(arena, font, ""));
    pdf_object(&f, 4, cc_arena_printf(arena, font, "-Bold"));
    pdf_object(&f, 5, cc_arena_printf(arena, "<<%s>>", info));
    for (cc_str rest = cc_str_z(pages); n == 0 || rest.len > 0; n++) {
        const char *feed = memchr(rest.ptr, '\f', rest.len);
        size_t      len  = feed == NULL ? rest.len : (size_t)(feed - rest.ptr);
        pdf_page(&f, PDF_FIRST_PAGE + n * 2, cc_str_sub(rest, 0, len));
        cc_bytes_put(arena, &kids, cc_arena_printf(arena, "%zu 0 R ", PDF_FIRST_PAGE + n * 2));
        rest = cc_str_sub(rest, len, rest.len - len);
        rest = rest.len > 0 ? cc_str_sub(rest, 1, rest.len - 1) : rest;
    }
    pdf_object(
        &f, 2,
        cc_arena_printf(arena, "<</Type/Pages/Count %zu/Kids[%.*s]>>", n, (int)kids.len, kids.ptr));
    pdf_end(&f, cc_str_z(trailer));
    return (cc_str){f.out.ptr, f.out.len};
}

#endif
