/* test_sniff.c - what bytes are taken for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "source/sniff.h"

#include <stdio.h>

#define B(literal) literal, sizeof(literal) - 1

/* A zip's local header with `name`, then `content`, both sizes below 256. */
#define ZIP(flags, name_len, size, name, content)                                                  \
    B("PK\3\4\x14\0" flags "\0\0\0\0\0\0\0\0\0\0\0" size "\0\0\0" size "\0\0\0" name_len           \
      "\0\0\0" name content)

static const struct {
    const char *head;
    size_t      len;
    cc_class class;
    const char *name;
} cases[] = {
    {B(""), CC_CLASS_TEXT, "text"},
    {B("x"), CC_CLASS_TEXT, "text"},
    {B("In 2019 it was 5 %.\n"), CC_CLASS_TEXT, "text"},
    {B("<!DOCTYPE html><p>five"), CC_CLASS_TEXT, "text"},
    {B("<?xml version='1.0'?><html><p>five"), CC_CLASS_TEXT, "text"},
    {B("<?xml version='1.0'?><feed/>"), CC_CLASS_UNREADABLE, "XML"},
    {B("\xEF\xBB\xBF<?xml version='1.0'?><feed/>"), CC_CLASS_UNREADABLE, "XML"},
    {B("\xFF\xFE<\0?\0x\0m\0l\0 \0?\0>\0<\0f\0e\0e\0d\0"), CC_CLASS_UNREADABLE, "XML"},
    {B("\0<\0?\0x\0m\0l\0 \0?\0>\0<\0f\0e\0e\0d"), CC_CLASS_UNREADABLE, "XML"},
    {B("\0\0\xFE\xFF\0\0\0<\0\0\0?\0\0\0x\0\0\0m\0\0\0l\0\0\0 "), CC_CLASS_UNREADABLE, "XML"},
    {B("\xFE\xFF\0<\0?\0x\0m\0l\0 \0?\0>\0<\0h\0t\0m\0l\0>"), CC_CLASS_TEXT, "text"},
    {B("\xEF\xBB\xBFwith a mark"), CC_CLASS_TEXT, "text"},
    {B("\xFF\xFEU\0T\0F\0"), CC_CLASS_TEXT, "text"},
    {B("U\0T\0F\0-\0001\0006\0"), CC_CLASS_TEXT, "text"},
    {B("\x1B[1mbold\x1B[0m and plain"), CC_CLASS_TEXT, "text"},
    /* One NUL in a text is no reason to drop it. */
    {B("a form feed \f, a NUL \0 and twenty more letters"), CC_CLASS_TEXT, "text"},
    /* Words that begin like a signature. */
    {B("BZh, she said"), CC_CLASS_TEXT, "text"},
    {B("PKs and GIFs and MZ"), CC_CLASS_TEXT, "text"},
    {B("\1\2\3\4\5\6\7\x10 ab"), CC_CLASS_OTHER, "binary data"},
    {B("\0\0\0\0\0\0\0\0"), CC_CLASS_OTHER, "binary data"},
    /* behind a printer's command; not in the midst of a line */
    {B("\x1B%-12345X@PJL\r\n%PDF-1.4\n\1\2\3\4\5\6\7\x10"), CC_CLASS_TEXT, "PDF"},
    {B("\1\2\3\4\5\6 %PDF-1.4\n\1\2\3\4\5\6\7\x10"), CC_CLASS_OTHER, "binary data"},

    {B("\x1F\x8B\x08\0"), CC_CLASS_PACKED, "gzip"},
    {B("\xFD"
       "7zXZ\0"),
     CC_CLASS_PACKED, "xz"},
    {B("\x28\xB5\x2F\xFD"), CC_CLASS_PACKED, "zstd"},
    {B("BZh91AY&SY"), CC_CLASS_PACKED, "bzip2"},
    {B("PK\5\6"), CC_CLASS_ARCHIVE, "zip"},
    {B("7z\xBC\xAF\x27\x1C"), CC_CLASS_ARCHIVE, "7z"},
    {B("070701"), CC_CLASS_ARCHIVE, "cpio"},
    {ZIP("\0", "\5", "\2", "a.txt", "hi"), CC_CLASS_ARCHIVE, "zip"},

    {ZIP("\0", "\x13", "\2", "[Content_Types].xml", "<>"), CC_CLASS_TEXT, "Office Open XML"},
    {ZIP("\x08", "\x0B", "\0", "_rels/.rels", ""), CC_CLASS_TEXT, "Office Open XML"},
    {ZIP("\0", "\x08", "\x27", "mimetype", "application/vnd.oasis.opendocument.text"),
     CC_CLASS_TEXT, "OpenDocument"},
    {ZIP("\0", "\x08", "\x2E", "mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
     CC_CLASS_UNREADABLE, "OpenDocument"},
    {ZIP("\0", "\x08", "\x14", "mimetype", "application/epub+zip"), CC_CLASS_UNREADABLE, "EPUB"},
    {ZIP("\x08", "\x13", "\0", "customXml/item1.xml", ""), CC_CLASS_TEXT, "Office Open XML"},
    /* A Word document in a zip does not make the zip one. */
    {ZIP("\0", "\x06", "\x31", "a.docx",
         "PK\3\4\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x13\0\0\0[Content_Types].xml"),
     CC_CLASS_ARCHIVE, "zip"},
    {B("%PDF-1.7"), CC_CLASS_TEXT, "PDF"},
    {B("{\\rtf1"), CC_CLASS_UNREADABLE, "RTF"},
    {B("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), CC_CLASS_TEXT, "old Office"},
    {B("WARC/1.1\r\n"), CC_CLASS_ARCHIVE, "WARC"},
    {B("WARC/0.18\r\n"), CC_CLASS_ARCHIVE, "WARC"},
    {B("WARC/CDX is a pair of formats."), CC_CLASS_TEXT, "text"},
    {B("\x89PNG\r\n\x1A\n"), CC_CLASS_OTHER, "PNG"},
    {B("\xFF\xD8\xFF\xE0"), CC_CLASS_OTHER, "JPEG"},
    {B("GIF89a"), CC_CLASS_OTHER, "GIF"},
    {B("RIFF\1\2\3\4WEBP"), CC_CLASS_OTHER, "WebP"},
    {B("\x7F"
       "ELF"),
     CC_CLASS_OTHER, "ELF"},
};

static void check(cc_str head, cc_class class, const char *name, size_t row)
{
    cc_type got = cc_sniff(head);
    if (got.class != class || strcmp(got.name, name) != 0)
        fail_msg("row %zu: got %d '%s', wanted %d '%s'", row, got.class, got.name, class, name);
}

static void test_table(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check((cc_str){cases[i].head, cases[i].len}, cases[i].class, cases[i].name, i);
}

/* Any cut of any row is looked at without reading past its end. */
static void test_cuts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t len = 0; len <= cases[i].len; len++) {
            char *copy = test_malloc(len + 1);
            memcpy(copy, cases[i].head, len);
            assert_non_null(cc_sniff((cc_str){copy, len}).name);
            test_free(copy);
        }
}

static void test_tar(void **state)
{
    (void)state;
    char     head[1024] = "name.txt";
    unsigned sum        = 8 * ' ';
    for (size_t i = 0; i < 512; i++)
        sum += (unsigned char)head[i];
    snprintf(head + 148, 8, "%06o", sum);
    check((cc_str){head, 512}, CC_CLASS_ARCHIVE, "tar", 0);
    head[0]++;
    check((cc_str){head, 512}, CC_CLASS_OTHER, "binary data", 1);
    memset(head, 0, sizeof head);
    check((cc_str){head, 1024}, CC_CLASS_ARCHIVE, "tar", 2);
    head[1000] = 'x';
    check((cc_str){head, 1024}, CC_CLASS_OTHER, "binary data", 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_cuts),
        cmocka_unit_test(test_tar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
