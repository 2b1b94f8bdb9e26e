/* test_read_html.c - the blocks of web pages, and that every piece of them leads back. */
#include "../../plugins/read_html.c"

#include "base/bounds.h"
#include "text/doc.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

static cc_abbreviations abbreviations;

typedef struct fixture {
    cc_arena    arena;
    cc_builder  builder;
    cc_fault    fault;
    cc_document doc;
    cc_str      source; /* decoded */
    char        message[200];
    const char *wrong; /* of the first piece that is; NULL: none */
    cc_bytes    pieces;
} fixture;

static void *alloc_in_arena(const cc_host *host, size_t bytes, size_t align)
{
    fixture *f = host->core;
    (void)align;
    return cc_arena_alloc(&f->arena, bytes, 1);
}

static cc_status keep_message(const cc_host *host, cc_status status, uint32_t off,
                              const char *format, ...)
{
    fixture *f = host->core;
    va_list  args;
    (void)off;
    va_start(args, format);
    vsnprintf(f->message, sizeof f->message, format, args);
    va_end(args);
    return status;
}

/* -- Pieces --------------------------------------------------------------------------------- */

static const char *judge_piece(const fixture *f, const cc_block_in *block, size_t i)
{
    const cc_piece *p     = &block->pieces[i];
    uint64_t        start = p->place.at.bytes.start, end = p->place.at.bytes.end;
    uint32_t        due = i == 0 ? 0 : p[-1].text_off + p[-1].text_len;
    if (p->place.kind != CC_PLACE_BYTES || p->text_len == 0 || p->text_off != due)
        return "a gap";
    if (p->text_off + p->text_len > block->text.len ||
        (i + 1 == block->piece_count && p->text_off + p->text_len != block->text.len))
        return "the text ends elsewhere";
    if (start > end || end > f->source.len || (i > 0 && p[-1].place.at.bytes.end > start))
        return "the place is not after the one before";
    if ((p->flags & CC_VERBATIM) == 0)
        return NULL;
    if (end - start != p->text_len ||
        memcmp(f->source.ptr + start, block->text.ptr + p->text_off, p->text_len) != 0)
        return "the source says something else";
    return NULL;
}

static void show_piece(fixture *f, const cc_block_in *block, size_t i)
{
    const cc_piece *p = &block->pieces[i];
    if ((p->flags & CC_VERBATIM) != 0)
        return;
    uint64_t start = p->place.at.bytes.start, end = p->place.at.bytes.end;
    cc_str   text = cc_str_sub(block->text, p->text_off, p->text_len),
           source = cc_str_sub(f->source, start, end - start);
    cc_bytes_put(&f->arena, &f->pieces,
                 cc_arena_printf(&f->arena, "%.*s=%.*s\n", CC_F(text), CC_F(source)));
}

static const char *judge_text(cc_str text)
{
    if (text.len == 0 || text.ptr[0] == ' ' || text.ptr[text.len - 1] == ' ')
        return "blanks around the text";
    for (size_t i = 0; i < text.len; i++) {
        size_t len = (text.ptr[i] & 0xC0) == 0x80 ? 0 : cc_utf8_blank_at(text, i);
        if (len > 0 && (text.ptr[i] != ' ' || text.ptr[i + 1] == ' '))
            return "white space is not folded";
    }
    return NULL;
}

static cc_status put_block_in(cc_block_sink *sink, const cc_block_in *block)
{
    fixture *f = sink->core;
    if (f->wrong == NULL)
        f->wrong = judge_text(block->text);
    for (size_t i = 0; i < block->piece_count; i++) {
        if (f->wrong == NULL)
            f->wrong = judge_piece(f, block, i);
        show_piece(f, block, i);
    }
    return cc_builder_put(&f->builder, block, &f->fault);
}

static cc_status put_meta_in(cc_block_sink *sink, cc_str key, cc_str value)
{
    fixture *f = sink->core;
    cc_builder_meta(&f->builder, key, value, CC_S("read_html"));
    return CC_OK;
}

/* The bytes of a file become a document, as the host makes one. */
static cc_status read_file(fixture *f, cc_str bytes)
{
    cc_decoded decoded;
    *f = (fixture){0};
    cc_utf8_decode(&f->arena, bytes, &decoded);
    f->source = decoded.text;
    cc_builder_init(&f->builder, &f->arena, &decoded.map, &abbreviations, CC_MAX_TEXT_BYTES);
    cc_host host = {.size = sizeof host, .core = f, .alloc = alloc_in_arena, .fail = keep_message};
    cc_block_sink sink = {
        .size = sizeof sink, .core = f, .block = put_block_in, .meta = put_meta_in};
    cc_status status = read_page(NULL, &host, decoded.text, &sink);
    cc_builder_finish(&f->builder, bytes, &f->doc);
    return status;
}

/* -- Blocks --------------------------------------------------------------------------------- */

#define FIVE "<h3>A</h3><p>1</p><h3>B</h3><p>2</p><h3>C</h3><p>3</p><h3>D</h3><p>4</p><h3>E</h3>"
#define FIVE_BLOCKS "H3||A\nP0|A||1\nH3||B\nP0|B||2\nH3||C\nP0|C||3\nH3||D\nP0|D||4\nH3||E\n"

/* A line each: kind, level, row, column, text. */
static const struct {
    const char *name, *page, *blocks;
} cases[] = {
    {"empty", "", ""},
    {"no markup", "4 &lt; 5 a < b <", "P0||4 < 5 a < b <\n"},
    {"head", "<title>T</title><style>x</style><script>y</script><p>z", "P0||z\n"},
    {"blocks", "<h1>One</h1>two<p>three<p>four<div>five<div>six</div>seven</div>",
     "H1||One\nP0||two\nP0||three\nP0||four\nP0||five\nP0||six\nP0||seven\n"},
    {"inline", "<p>a<b>b</b> <i> c</i>d\n<span>e</span>", "P0||ab cd e\n"},
    {"white space", "<p>\n a \t&nbsp; b&#32;\n c&#10;</p>", "P0||a b c\n"},
    {"no-break", "<p>$4&nbsp;million</p>", "P0||$4 million\n"},
    {"breaks", "<p>a<br>b<br><br>c <br> <br/> d</p>", "P0||a b\nP0||c\nP0||d\n"},
    {"pre", "<pre>\n a\n  b\n\n c\r\n\r\nd</pre>", "P0||a b\nP0||c\nP0||d\n"},
    {"quote", "<blockquote>a<p>b</blockquote>c", "P0||a\nP0||b\nP0||c\n"},
    {"stray tags", "<p>a</b>b</font><body x=\"&lt;>\">c", "P0||abc\n"},
    {"entities", "<p>&amp;&#65;&#x42;&eacute;&copy2020 &notit; &notin; &NotEqualTilde; &x; AT&T",
     "P0||&AB\u00E9\u00A92020 \u00ACit; \u2209 \u2242\u0338 &x; AT&T\n"},
    {"windows", "<p>&#147;a&#148; &#0; &#xFFFFFF;</p>", "P0||\u201Ca\u201D \uFFFD \uFFFD\n"},
    {"header and footer",
     "<body><header><a href=x>Home</a> </header><p>a</p><footer><a>b</a></footer>", "P0||a\n"},
    {"header that says something", "<header><h1>T</h1> <a>b</a></header>", "H1||T\nP0||b\n"},
    /* left out */
    {"left out",
     "<p>a</p><nav>b</nav><aside>c</aside><noscript>d</noscript><template>e</template>"
     "<svg><text>f</text></svg><select><option>g</select><button>h</button><textarea>i</textarea>"
     "<iframe>j</iframe><!-- k -->",
     "P0||a\nP0||c\n"},
    {"hidden",
     "<p>a<span hidden>b</span><span aria-hidden=true>c</span><p style='color:red; DISPLAY : "
     "none'>d</p><p style='display:inline'>e</p>",
     "P0||a\nP0||e\n"},
    {"formula", "<p>a <math><mi>x</mi><annotation>y</annotation></math> b", "P0||a x b\n"},
    /* lists */
    {"list", "<ul><li>a<li><p>b</p><ol><li>c</ol><li>d</ul>e",
     "I1||a\nI1||b\nI2||c\nI1||d\nP0||e\n"},
    {"lead-in", "<p>He asks for:</p><ul><li>a<li>b</ul><ul><li>c</ul>",
     "P0||He asks for:\nI1|He asks for:|a\nI1|He asks for:|b\nI1||c\n"},
    {"terms", "<dl><dt>Area<dd>9 km<dd>8 km note: x<dt>Coast</dt><dd>7</dd></dl>",
     "P0||Area\nP0|Area||9 km\nP0|Area||8 km\nP0|Area||note: x\nP0||Coast\nP0|Coast||7\n"},
    /* tables */
    {"table",
     "<table><caption>Trade</caption><tr><th>Land<th>2019<th>2020<tr><td>Cuba<td>1<td>2"
     "<tr><td>Peru<td><p>3</p><p>4</p><td>5</table>",
     "X0||Trade\nC0||Land\nC0||2019\nC0||2020\nC0||Cuba\nC0|Cuba|2019|1\nC0|Cuba|2020|2\n"
     "C0||Peru\nC0|Peru|2019|3\nC0|Peru|2019|4\nC0|Peru|2020|5\n"},
    {"spans",
     "<table><thead><tr><th rowspan=2>Land<th colspan=2>Exports<tr><th>2019<th>2020</thead>"
     "<tr><td rowspan=2>Cuba<td>1<td>2<tr><td>3<td>4<tr><td>Peru<td>5</table>",
     "C0||Land\nC0||Exports\nC0||2019\nC0||2020\nC0||Cuba\nC0|Cuba|Exports 2019|1\n"
     "C0|Cuba|Exports 2020|2\nC0|Cuba|Exports 2019|3\nC0|Cuba|Exports 2020|4\nC0||Peru\n"
     "C0|Peru|Exports 2019|5\n"},
    {"row headers", "<table><tr><td></td><th>A<th>B<tr><th>x<td>1<td>2</table>",
     "C0||A\nC0||B\nC0||x\nC0|x|A|1\nC0|x|B|2\n"},
    {"tables within", "<table><tr><td>a<td><table><tr><td>b<td>c</table><td>d</table>",
     "C0||a\nC0||b\nC0|b||c\nC0|a||d\n"},
    {"text in a table", "<table>a<tr><td>b</table>", "P0||a\nC0||b\n"},
    {"cells without a table", "<td>a</td><td>b</td>", "P0||ab\n"},
    {"figure", "<figure><img alt=x><figcaption>a</figcaption></figure>", "X0||a\n"},
    /* notes */
    {"note markers", "<p>12.5 percent<sup>1</sup> of 4<sup>[2, 3]</sup>, the 1<sup>st</sup>.",
     "P0||12.5 percent of 4, the 1st.\n"},
    {"powers", "<p>9 km<sup>2</sup> and 8 m<sup>3</sup>, 7 km<sup><a>2</a></sup> them<sup>2</sup>",
     "P0||9 km2 and 8 m3, 7 km them\n"},
    {"notes",
     "<ol><li id=fn1><p>a</p></ol><p class='x footnote'>b<p role=doc-endnote>c<p id=fname>d"
     "<p><a id=fn2>e</a>",
     "F0||a\nF0||b\nF0||c\nP0||d\nP0||e\n"},
    /* fields */
    {"fields", FIVE "<p>5 km note: of</p>", FIVE_BLOCKS "P0|E||5 km\nP0|E||note: of\n"},
    {"four fields", FIVE "<p>5</p><p>6</p>",
     "H3||A\nP0||1\nH3||B\nP0||2\nH3||C\nP0||3\nH3||D\nP0||4\nH3||E\nP0||5\nP0||6\n"},
    {"not two of them", FIVE "<p>5</p><h3>F</h3><p>6</p><p>7 note: x</p>",
     FIVE_BLOCKS "P0|E||5\nH3||F\nP0||6\nP0||7 note: x\n"},
};

static void render(const fixture *f, cc_bytes *out, cc_arena *arena)
{
    for (size_t i = 0; i < f->doc.abi.block_count; i++) {
        const cc_block *b    = &f->doc.abi.blocks[i];
        cc_str          text = cc_str_span(f->doc.abi.text, b->span);
        cc_str          as =
            cc_arena_printf(arena, "%c%u|%.*s%s%.*s|%.*s\n", " PHICXFE"[b->kind], b -> level,
                            CC_F(b->row), b -> row.len > 0 ? "|" : "", CC_F(b->column), CC_F(text));
        cc_bytes_put(arena, out, as);
    }
}

static void test_blocks(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture  f;
        cc_bytes got = {0};
        if (read_file(&f, cc_str_z(cases[i].page)) != CC_OK || f.wrong != NULL)
            fail_msg("%s: %s%s", cases[i].name, f.message, f.wrong != NULL ? f.wrong : "");
        render(&f, &got, &f.arena);
        if (!cc_str_eq((cc_str){got.ptr, got.len}, cc_str_z(cases[i].blocks)))
            fail_msg("%s: got\n%.*swanted\n%s", cases[i].name, (int)got.len, got.ptr,
                     cases[i].blocks);
        cc_arena_release(&f.arena);
    }
}

/* A cell that is prose is a paragraph without labels. */
static void test_prose_in_cell(void **state)
{
    char    page[1000];
    fixture f;
    (void)state;
    snprintf(page, sizeof page, "<table><tr><td>a<td>%0400d<td>b</table>", 7);
    assert_int_equal(read_file(&f, cc_str_z(page)), CC_OK);
    assert_int_equal(f.doc.abi.block_count, 3);
    assert_int_equal(f.doc.abi.blocks[1].kind, CC_PARAGRAPH);
    assert_int_equal(f.doc.abi.blocks[1].row.len, 0);
    assert_int_equal(f.doc.abi.blocks[2].row.len, 1);
    cc_arena_release(&f.arena);
}

static void test_meta(void **state)
{
    static const struct {
        const char *page, *meta;
    } pages[] = {
        {"<p>a", ""},
        {"<title>\n A &amp;\n b </title><h1>c</h1>", "title=A & b;"},
        {"<title> </title><p>x<h2>a\nb</h2><h1>c</h1>", "title=a b;"},
        {"<meta name=Author content='J. Doe'><meta name=author content=x>"
         "<meta property='article:published_time' content='2021-03-04T05:06:07Z'>"
         "<meta name=date content=2020><meta http-equiv=last-modified content=2019>",
         "author=J. Doe;date=2021-03-04T05:06:07Z;"},
        {"<meta name=date content=''><meta name=DC.Date content=2020>", "date=2020;"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        fixture  f;
        cc_bytes got = {0};
        assert_int_equal(read_file(&f, cc_str_z(pages[i].page)), CC_OK);
        for (size_t k = 0; k < f.doc.abi.meta_count; k++)
            cc_bytes_put(&f.arena, &got,
                         cc_arena_printf(&f.arena, "%.*s=%.*s;", CC_F(f.doc.abi.meta[k].key),
                                         CC_F(f.doc.abi.meta[k].value)));
        if (!cc_str_eq((cc_str){got.ptr, got.len}, cc_str_z(pages[i].meta)))
            fail_msg("page %zu: got '%.*s', wanted '%s'", i, (int)got.len, got.ptr, pages[i].meta);
        cc_arena_release(&f.arena);
    }
}

static void test_bid(void **state)
{
    static const struct {
        const char *head;
        size_t      len;
        const char *name;
        int32_t     bid;
    } bids[] = {
        {"<!DOCTYPE html>", 15, "a", 60},
        {"\xEF\xBB\xBF \n<!-- a > b --> <HTML>", 26, "a", 60},
        {"<?xml version='1.0'?><!DOCTYPE html PUBLIC>", 43, "a", 60},
        {"<\0h\0t\0m\0l\0", 10, "a", 60},
        {"\xFE\xFF\0<\0h\0t\0m\0l", 12, "a", 60},
        {"<p>a", 4, "dir/a.HTM", 60},
        {"<p>a", 4, "a.txt", 0},
        {"a < b", 5, "a.html", 0},
        {"", 0, "a.html", 0},
        {"<?xml version='1.0'?><rss>", 26, "a.xml", 0},
        {"<!-- open", 9, "a", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof bids / sizeof *bids; i++) {
        int32_t got = bid((cc_str){bids[i].head, bids[i].len}, cc_str_z(bids[i].name));
        if (got != bids[i].bid)
            fail_msg("case %zu: got %d, wanted %d", i, got, bids[i].bid);
    }
}

/* -- The way back --------------------------------------------------------------------------- */

/* The pieces that map as a whole, a line each: text=source. */
static void test_pieces(void **state)
{
    static const struct {
        const char *page, *pieces;
    } pages[] = {
        {"<p>a b</p>", ""},
        {"<p>a\r\n b <b> c</b></p>", " =\r\n \n = <b> \n"},
        {"<p>a&amp;b&amp c&AMP;d&e", "&=&amp;\n&=&amp\n = \n&=&AMP;\n"},
        {"<p>&eacute;&copy2020&notit;x&#233;&#xe9z", "\u00E9=&eacute;\n\u00A9=&copy\n\u00AC=&not\n"
                                                     "\u00E9=&#233;\n\u00E9=&#xe9\n"},
        {"<p>$4&nbsp;million &NotEqualTilde;&lt;b>", " =&nbsp;\n = \n\u2242\u0338=&NotEqualTilde;\n"
                                                     "<=&lt;\n"},
        {"<p>a<br>b<sup>1</sup> c", " =<br>\n =<sup>1</sup> \n"},
        {"<p>a\x01z", "\uFFFD=\x01\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        fixture f;
        assert_int_equal(read_file(&f, cc_str_z(pages[i].page)), CC_OK);
        if (!cc_str_eq((cc_str){f.pieces.ptr, f.pieces.len}, cc_str_z(pages[i].pieces)))
            fail_msg("page %zu: got\n%.*swanted\n%s", i, (int)f.pieces.len, f.pieces.ptr,
                     pages[i].pieces);
        cc_arena_release(&f.arena);
    }
}

static uint64_t next_random(uint64_t *seed, uint64_t below)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (*seed >> 33) % below;
}

static const char *const parts[] = {
    "word",
    " ",
    "\n",
    "\r\n",
    "\r",
    "&",
    "&amp;",
    "&lt;b&gt;",
    "&nbsp;",
    "&notit;",
    "&eacute",
    "&#13;",
    "&#x1F600;",
    "&#0;",
    "&#128;",
    "&fjlig;",
    "&nvlt;",
    "<",
    "</",
    "<!",
    "<?",
    ">",
    "\0",
    "\xFF",
    "\xC3",
    "e\u0301",
    "\u00A0",
    "\uFEFF",
    "\x01",
    "\"",
    "'",
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<i class=a>",
    "</i>",
    "<a href='x>y'>",
    "</a>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "<th>",
    "<td rowspan=99999 colspan=70>",
    "<thead>",
    "<caption>",
    "<h3>",
    "</h3>",
    "<ul>",
    "<li>",
    "</ul>",
    "<dl><dt>",
    "<dd>",
    "<pre>",
    "</pre>",
    "<br>",
    "<sup>1</sup>",
    "<script>",
    "</script>",
    "<title>",
    "</title>",
    "<textarea>",
    "<xmp>",
    "<plaintext>",
    "<select><option>",
    "<svg><![CDATA[x]]>",
    "</svg>",
    "<math><mi>",
    "<![CDATA[&]]>",
    "<isindex prompt=x>",
    "<!-- c -->",
    "<body>",
    "</body>",
    "<frameset>",
    "<template>",
    "<form>",
    "<header>",
    "<p id=fn1>",
    "note: ",
};

/* No page whatever gives a wrong piece. */
static void test_mutations(void **state)
{
    static char page[2048];
    (void)state;
    for (uint64_t s = 0; s < 6000; s++) {
        uint64_t seed = s;
        size_t   len  = 0;
        for (uint64_t n = 1 + next_random(&seed, 60); n > 0; n--) {
            const char *part = parts[next_random(&seed, sizeof parts / sizeof *parts)];
            size_t      size = part[0] == '\0' ? 1 : strlen(part);
            memcpy(page + len, part, size);
            len += size;
        }
        fixture f;
        if (read_file(&f, (cc_str){page, len}) != CC_OK || f.wrong != NULL)
            fail_msg("seed %u: %s%s in '%.*s'", (unsigned)s, f.message, f.wrong ? f.wrong : "",
                     (int)len, page);
        cc_arena_release(&f.arena);
    }
}

/* -- The guard ------------------------------------------------------------------------------ */

/* `before`, then `part` so many times. */
static cc_status read_repeated(fixture *f, const char *before, const char *part, size_t times)
{
    size_t head = strlen(before), len = strlen(part);
    char  *page = malloc(head + len * times);
    memcpy(page, before, head);
    for (size_t i = 0; i < times; i++)
        memcpy(page + head + i * len, part, len);
    cc_status status = read_file(f, (cc_str){page, head + len * times});
    cc_arena_release(&f->arena);
    free(page);
    return status;
}

static void test_guard(void **state)
{
    static const struct {
        const char *before, *part;
        size_t      times;
        const char *message; /* "": it is read */
    } pages[] = {
        {"", "<div>", 300, ""},
        {"", "<div>", 100000, "too many elements are left open"},
        {"", "<p><b id=1>x<p><i>", 10000, ""},
        {"", "<div></div>", 100000, ""},
        {"", "<p>a<li>b<td>c<br>", 50000, ""},
        {"<table>", "<tr><td><font size=2>a", 10000, ""},
        {"", "<p><font size=2>a", 10000, ""},
        {"", "<a name=x>a", 2000, ""},
        {"<svg>", "<path d=''/>", 10000, ""},
        {"", "<x/>", 10000, "too many elements are left open"},
        {"<svg><div>", "<x/>", 10000, "too many elements are left open"},
        {"<script>", "<div>", 10000, ""},
        {"<!--", "<div>", 10000, ""},
        {"", "<br>", 1000001, "page has more than 1000000 tags"},
        {"<p ", "a ", 100000, "a tag has more than 1000 attributes"},
        {"<p title='", "a ", 100000, ""},
        {"", "0123456789abcdef", (1 << 20) + 1, "page is larger than 16 MiB"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        fixture   f;
        clock_t   start  = clock();
        cc_status status = read_repeated(&f, pages[i].before, pages[i].part, pages[i].times);
        double    took   = (double)(clock() - start) / CLOCKS_PER_SEC;
        if (strcmp(f.message, pages[i].message) != 0 ||
            status != (pages[i].message[0] == '\0' ? CC_OK : CC_FAIL))
            fail_msg("%s: got %d '%s', wanted '%s'", pages[i].part, status, f.message,
                     pages[i].message);
        if (took > 5)
            fail_msg("%s: took %.1f s", pages[i].part, took);
    }
}

/* Formatting with attributes of its own stays open from block to block. */
static void test_left_open(void **state)
{
    fixture f;
    char    page[20000];
    size_t  len = 0;
    (void)state;
    for (int i = 0; i < 500; i++)
        len += (size_t)snprintf(page + len, sizeof page - len, "<p><b id=%d>a</p>", i);
    assert_int_equal(read_file(&f, (cc_str){page, len}), CC_FAIL);
    cc_arena_release(&f.arena);
    len = (size_t)snprintf(page, sizeof page, "<div>");
    for (int i = 0; i < 300; i++)
        len += (size_t)snprintf(page + len, sizeof page - len, "<b id=%d>", i);
    snprintf(page + len, sizeof page - len, "</div>");
    assert_int_equal(read_repeated(&f, page, "<p>a", 100), CC_OK);
    assert_int_equal(read_repeated(&f, page, "<p>a", 50000), CC_FAIL);
}

/* A text of 5 MB is put in parts. */
static void test_long_text(void **state)
{
    static char page[5000000];
    fixture     f;
    (void)state;
    for (size_t i = 0; i < sizeof page; i++)
        page[i] = "Exports rose\nby 4.5 percent in 2020. "[i % 37];
    assert_int_equal(read_file(&f, (cc_str){page, sizeof page}), CC_OK);
    assert_null(f.wrong);
    assert_in_range(f.doc.abi.block_count, 3, 6);
    assert_in_range(f.doc.abi.sentence_count, sizeof page / 37, sizeof page / 37 + 6);
    cc_arena_release(&f.arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks),    cmocka_unit_test(test_prose_in_cell),
        cmocka_unit_test(test_meta),      cmocka_unit_test(test_bid),
        cmocka_unit_test(test_pieces),    cmocka_unit_test(test_mutations),
        cmocka_unit_test(test_guard),     cmocka_unit_test(test_left_open),
        cmocka_unit_test(test_long_text),
    };
    cc_arena run   = {0};
    cc_fault fault = {0};
    if (cc_abbreviations_load(&run, CC_S("rules/en"), &abbreviations, &fault) != CC_OK) {
        cc_fault_print(&fault, stderr);
        return 1;
    }
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    cc_arena_release(&run);
    return failed;
}
