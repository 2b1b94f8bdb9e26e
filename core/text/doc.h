/* doc.h - blocks become a document: one text, its blocks and sentences, and the map back. */
#ifndef CC_TEXT_DOC_H
#define CC_TEXT_DOC_H

#include "base/fault.h"
#include "text/origin.h"
#include "text/sentence.h"
#include "text/utf8.h"

typedef struct cc_document {
    cc_doc   abi;      /* what plugins see */
    cc_str   original; /* the member's bytes */
    cc_str   source;   /* what the reader read: they, decoded */
    cc_runs  decoded;  /* `source` to `original` */
    cc_lines lines;    /* of `source` */
    cc_map   origin;   /* abi.text to `source` */
    bool     cut;      /* a limit was met: the rest is not here */
} cc_document;

/* Collects what a reader puts. Blocks that are empty or all white space are dropped. */
typedef struct cc_builder {
    cc_arena               *arena;
    const cc_abbreviations *abbreviations;
    cc_decoded              decoded; /* what the reader reads; empty: the original as it is */
    cc_bytes                text;
    cc_map                  origin;
    cc_map                  pieces, normal; /* of the block in hand */
    cc_bytes                label;          /* the same */
    CC_LIST(cc_block) blocks;
    CC_LIST(cc_meta) meta;
    size_t max_text_bytes;
    bool   cut;
} cc_builder;

/*   decoded         what the reader reads; NULL: the original as it is */
void cc_builder_init(cc_builder *builder, cc_arena *arena, const cc_decoded *decoded,
                     const cc_abbreviations *abbreviations, size_t max_text_bytes);
/* Normalises the block's text (NFC, a NUL becomes a blank; the pieces' maps follow) and copies it.
 * Labels are cut after CC_MAX_QUOTE_BYTES. A block that passes the text limit is cut at a blank.
 * Errors: CC_FAIL - pieces with gaps or out of the text, text that is not UTF-8 (a reader's
 * fault); CC_END - the text or block limit is met, what was put so far stands. */
cc_status cc_builder_put(cc_builder *builder, const cc_block_in *block, cc_fault *fault);
void      cc_builder_meta(cc_builder *builder, cc_str key, cc_str value, cc_str origin);
/* Finds sentences and fills everything of *ret but abi.path and the date. */
void cc_builder_finish(cc_builder *builder, cc_str original, cc_document *ret);

/* Where `span` of the text stands in the original, with line and column. */
cc_position cc_document_position(const cc_document *doc, cc_span span);
/* What stands in the source at the span's place: NFC, white space runs as one blank. It is the text
 * of the span, but for markup between. Where places are no bytes, it is the text's. */
cc_str cc_document_slice(cc_arena *arena, const cc_document *doc, cc_span span);

/* The block or sentence that holds `offset`, by bisection; count: none. */
size_t cc_doc_block_at(const cc_doc *doc, uint32_t offset);
size_t cc_doc_sentence_at(const cc_doc *doc, uint32_t offset);

#endif
