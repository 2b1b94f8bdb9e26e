/* test_read_html.c - the blocks of web pages, and that every piece of them leads back. */

#include "base/bounds.h"
#include "text/doc.h"

#include <claimcheck.h>
#include <dlfcn.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static cc_abbreviations abbreviations;
static const cc_reader *reader; /* of the plugin as it was built */

typedef struct fixture {
    cc_arena    arena;
    cc_builder  builder;
    cc_fault    fault;
    cc_document doc;
    cc_str      source; /* decoded */
    char        message[200];
    cc_lost     lost;
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

static void put_lost_in(cc_block_sink *sink, cc_lost why)
{
    fixture *f = sink->core;
    f->lost    = why;
}

/* The bytes of a file become a document, as the host makes one. */
static cc_status read_file(fixture *f, cc_str bytes)
{
    cc_decoded decoded;
    *f = (fixture){0};
    cc_utf8_decode(&f->arena, bytes, &decoded);
    f->source = decoded.text;
    cc_builder_init(&f->builder, &f->arena, &decoded, &abbreviations, CC_MAX_TEXT_BYTES);
    cc_host host = {.size = sizeof host, .core = f, .alloc = alloc_in_arena, .fail = keep_message};
    cc_block_sink sink   = {.size  = sizeof sink,
                            .core  = f,
                            .block = put_block_in,
                            .meta  = put_meta_in,
                            .lost  = put_lost_in};
    cc_status     status = reader->read(NULL, &host, decoded.text, &sink);
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
    /* -1, 'A' and 'A' to who counts in 32 bits. */
    {"huge numbers", "<p>&#xBB00BBBB &#xFFFFFFFF; &#X0100000041; &#4294967361;a &#x000000041;",
     "P0||\uFFFD \uFFFD \uFFFD \uFFFDa A\n"},
    {"header and footer",
     "<body><header><a href=x>Home</a> </header><p>a long text</p><footer><a href=y>b</a></footer>",
     "P0||a long text\n"},
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
    {"deleted", "<p>a <del>5</del><ins>6</ins> <s>7</s>8<strike>9</strike>1", "P0||a 6 8 1\n"},
    {"unseen characters", "<p>mil&shy;lion 1,\u200B234 a\u00ADb<wbr>c &zwnj;&#x200b; 5&#8288;6",
     "P0||million 1,234 abc 56\n"},
    {"fractions of formulas", "<p>a <math><mi>x</mi><mfrac><mn>1</mn><mn>2</mn></mfrac></math> b",
     "P0||a x b\n"},
    {"not hidden", "<body style='display:none'><p hidden=until-found>a<p style='display:block'>b",
     "P0||a\nP0||b\n"},
    {"most of a page is not hidden", "<div aria-hidden=true>a long text</div>b",
     "P0||a long text\nP0||b\n"},
    {"for screen readers", "<p>a long text <span class='x sr-only'>b</span><h2><i class=sr-only>c",
     "P0||a long text\nH2||c\n"},
    {"menus",
     "<div class=site-nav><a href=1>a</a> <a href=2>b</a></div><ul><li><a href=1>One</a><li>"
     "<a href=2>Two</a><li><a href=3>Three</a><li><a href=4>Four</a></ul>"
     "<p>A text that is longer than all of these links together.",
     "P0||A text that is longer than all of these links together.\n"},
    {"lists of links that say something",
     "<p>See <a href=1>the report</a> of the year.<ul><li><a href=1>The first report of the "
     "commission"
     " on trade</a><li><a href=2>The second report of the commission on trade</a></ul>",
     "P0||See the report of the year.\nI1||The first report of the commission on trade\n"
     "I1||The second report of the commission on trade\n"},
    {"a table of links is data",
     "<p>A text that is longer than all.<table><tr><td><a href=1>5,001</a><td><a "
     "href=2>5,002</a><tr>"
     "<td><a href=3>5,003</a><td><a href=4>5,004</a></table>",
     "P0||A text that is longer than all.\nC0||5,001\nC0|5,001||5,002\nC0||5,003\n"
     "C0|5,003||5,004\n"},
    {"footers",
     "<body><p>A text that is longer than the footers of the page.</p><article><footer><a href=1>a"
     "</a></footer></article><footer>All <a href=2>rights reserved</a></footer>",
     "P0||A text that is longer than the footers of the page.\nP0||a\n"},
    {"cookies",
     "<div class='cookie-banner'>We use 2 cookies</div><p>A text that is longer than the banner.",
     "P0||A text that is longer than the banner.\n"},
    {"bold headings",
     "<p><b>Item 1.</b> <strong>Trade</strong><p>x<p><span style='font-weight: 700'>2019</span><p>"
     "<b>Sales in 2019</b><p><b>It sold 5,000</b><p><b>It rose.</b><p><b>a</b> b",
     "H6||Item 1. Trade\nP0||x\nP0||2019\nH6||Sales in 2019\nP0||It sold 5,000\nP0||It rose.\n"
     "P0||a b\n"},
    {"role of a heading", "<div role=heading aria-level=3>a</div><span role=heading>b</span>c",
     "H3||a\nH2||b\nP0||c\n"},
    {"XHTML",
     "<html xmlns='http://www.w3.org/1999/xhtml'><script src='a>b'/><title/><p>a<a id='x'/>b<p/>"
     "<b/>c<br/>d</p>",
     "P0||ab\nP0||c d\n"},
    {"sections", "<p>a<![CDATA[b > c]]>d<math><mi><![CDATA[e]]>f", "P0||a c]]>df\n"},
    {"sections of XHTML",
     "<html xmlns='http://www.w3.org/1999/xhtml'><script><![CDATA[a]]></script><p>b<![CDATA[c > "
     "d]]>e",
     "P0||bc > de\n"},
    {"a section in a formula in a table", "<table/><math><mi></><![CDATA[&]]><", "P0||<\n"},
    {"comments", "<!-- a -- b --><p>c<!-->d<!--x--!>e<!--->f", "P0||cdef\n"},
    {"noscript", "<p>b<noscript>a</noscript>", "P0||b\n"},
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
    {"tables within",
     "<table><tr><td>a<td><table><tr><th>b<td>c</table><td>d<tr><td>e<td>f</table>",
     "P0||a\nC0||b\nC0|b||c\nP0||d\nP0||e\nP0||f\n"},
    {"text in a table", "<table>a<tr><td>b</table>", "P0||a\nP0||b\n"},
    {"cells without a table", "<td>a</td><td>b</td>", "P0||ab\n"},
    {"facts", "<table><tr><td>Capital<td>Lima<tr><td>Area<td>9 km</table>",
     "C0||Capital\nC0|Capital||Lima\nC0||Area\nC0|Area||9 km\n"},
    {"one fact", "<table><tr><td>Area<td>9 km</table><table><tr><td>a<td>b</table>",
     "C0||Area\nC0|Area||9 km\nP0||a\nP0||b\n"},
    {"layout",
     "<table role=presentation><tr><th>a<td>5<tr><th>b<td>6</table>"
     "<table><tr><td><h2>c</h2><td>5<tr><td>d<td>6</table>",
     "P0||a\nP0||5\nP0||b\nP0||6\nH2||c\nP0||5\nP0||d\nP0||6\n"},
    {"bullets", "<table><tr><td>(1)<td>One of them<tr><td>(2)<td>Another</table>",
     "P0||(1)\nP0||One of them\nP0||(2)\nP0||Another\n"},
    {"headers that are not marked",
     "<table><tr><td><td>Year ended<td>&nbsp;<tr><td>(in millions)<td>2019<td>2018"
     "<tr><td>Sales<td>1,234<td>1,100<tr><td>&nbsp;<td>2017<td>2016<tr><td>Costs<td>5<td>6</table>",
     "C0||Year ended\nC0||(in millions)\nC0||2019\nC0||2018\nC0||Sales\n"
     "C0|Sales|Year ended 2019|1,234\nC0|Sales|2018|1,100\nC0||2017\nC0||2016\nC0||Costs\n"
     "C0|Costs|2017|5\nC0|Costs|2016|6\n"},
    {"a fact that is a year", "<table><tr><td>Founded<td>1990<tr><td>Staff<td>5,000</table>",
     "C0||Founded\nC0|Founded||1990\nC0||Staff\nC0|Staff||5,000\n"},
    {"the first column is empty", "<table><tr><td><td>a<td>5<tr><td><td>b<td>6</table>",
     "C0||a\nC0|a||5\nC0||b\nC0|b||6\n"},
    {"amounts in parts",
     "<table><tr><td><td colspan=3>2019<td colspan=3>2018<tr><td>Loss<td>$<td>(1,234<td>)"
     "<td><p>$</p><td><p>56</p><td><tr><td>Margin<td><td>(4.5<td>)%<td><td>3.1<td>%</table>",
     "C0||2019\nC0||2018\nC0||Loss\nC0|Loss|2019|$-1,234\nC0|Loss|2018|$56\nC0||Margin\n"
     "C0|Margin|2019|-4.5%\nC0|Margin|2018|3.1%\n"},
    {"numbers in words",
     "<table><tr><td>a<td>$5 million<td>6 percent<tr><td>b<td>7<td>$<td>-</table>",
     "C0||a\nC0|a||$5 million\nC0|a||6 percent\nC0||b\nC0|b||7\nC0|b||$-\n"},
    {"one row of headers that says something in all columns",
     "<table><tr><td>Land<td>Peru<td>Cuba<tr><td>City<td>Lima<td>Havana<tr><td>Area<td>5<td>6</"
     "table>",
     "C0||Land\nC0||Peru\nC0||Cuba\nC0||City\nC0|City|Peru|Lima\nC0|City|Cuba|Havana\n"
     "C0||Area\nC0|Area|Peru|5\nC0|Area|Cuba|6\n"},
    {"bold headers",
     "<table><tr><td><b>Land</b><td><p><strong>GDP</strong><tr><td>Peru:<td>5<tr><td>Cuba<td>6</"
     "table>",
     "C0||Land\nC0||GDP\nC0||Peru:\nC0|Peru|GDP|5\nC0||Cuba\nC0|Cuba|GDP|6\n"},
    {"ranks", "<table><tr><th>Rank<th>Land<th>Area<tr><td>1<td>Peru<td>5</table>",
     "C0||Rank\nC0||Land\nC0||Area\nC0|Rank|1\nC0||Peru\nC0|Peru|Area|5\n"},
    {"units below headers",
     "<table><tr><td><td>Yield<td>Loss<tr><td>-<td>%<td>%<tr><td>Bars<td>$<td>(<td>5<td>)</table>",
     "C0||Yield\nC0||Loss\nC0||-\nC0||%\nC0||%\nC0||Bars\nC0|Bars|Yield %|$-5\n"},
    {"blanks in parts of amounts",
     "<table><tr><td>a<td> $ <td> <td><p>5</p><p>6</p><td> %<tr><td>b<td>7</table>",
     "C0||a\nC0|a||$5 6%\nC0||b\nC0|b||7\n"},
    {"a part of an amount is hidden", "<table><tr><td>a<td>1<td hidden>)<tr><td>b<td>2</table>",
     "C0||a\nC0|a||1\nC0||b\nC0|b||2\n"},
    {"brackets that are no sign", "<table><tr><td>a<td>5 (7)<tr><td>b<td>(3)</table>",
     "C0||a\nC0|a||5 (7)\nC0||b\nC0|b||(3)\n"},
    {"lines in cells", "<table><tr><td>a<br>b<td>5<br>600<br>7<br>x<tr><th>c<td>8</table>",
     "C0||a b\nC0|a b||5\nC0|a b||600\nC0|a b||7 x\nC0||c\nC0|c||8\n"},
    {"scope", "<table><tr><td>1<th scope=row>a<td>5<tr><th scope=col>b<th scope=col>c</table>",
     "C0||1\nC0||a\nC0|1 a||5\nC0||b\nC0||c\n"},
    {"figure", "<figure><img alt=x><figcaption>a</figcaption></figure>", "X0||a\n"},
    /* notes */
    {"note markers", "<p>12.5 percent<sup>1</sup> of 4<sup>[2, 3]</sup>, the 1<sup>st</sup>.",
     "P0||12.5 percent of 4, the 1st.\n"},
    {"powers",
     "<p>9 km<sup>2</sup> and 8 m<sup>3</sup>, 7 km<sup><a href=x>2</a></sup> them<sup>2</sup>",
     "P0||9 km2 and 8 m3, 7 km them\n"},
    {"powers of ten",
     "<p>6 x 10<sup>23</sup>, 3\u00D710<sup>-6</sup> s<sup>-1</sup>, x<sup>2</sup>",
     "P0||6 x 10^23, 3\u00D710^-6 s^-1, x^2\n"},
    {"raised and lowered", "<p>the 1<sup>st</sup> CO<sub>2</sub> of 5<sub>8</sub>",
     "P0||the 1st CO2 of 5_8\n"},
    {"fractions", "<p>5<sup>1</sup>/<sub>2</sub> and <sup>3</sup>/<sub>4</sub> of it",
     "P0||5 1/2 and 3/4 of it\n"},
    {"fraction slashes", "<p>3&frasl;4 of 1\u20442", "P0||3/4 of 1/2\n"},
    {"markers do not glue", "<p>5.1<sup>r</sup> 4<sup>*</sup>, a<sup>2</sup>b 7<sup>1</sup>8",
     "P0||5.1 4, a^2b 7 8\n"},
    {"linked markers",
     "<p>5<a href='#fn2' id=r>2</a> 6<a href='x#n'>[3]</a> 7<a href='#t'>8</a>"
     "<p id=fn2><a href='#r'>^</a> See 9 <a href='#r' role=doc-backlink>\u21A9</a>",
     "P0||5 6 78\nF0||See 9\n"},
    {"note names",
     "<div id=ftn1><p>a</div><div id=_edn2>b</div><li id=cite_note-3>c</li><aside "
     "role=doc-footnote>d"
     "</aside><aside epub:type=footnote>e</aside><div id=sdfootnote1>f</div><p>g",
     "F0||a\nF0||b\nF0||c\nF0||d\nF0||e\nF0||f\nP0||g\n"},
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
    snprintf(page, sizeof page, "<table><tr><th>a<td>%0400d<td>b</table>", 7);
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
        {"<title>a - Site</title><meta property=og:title content='a'>", "title=a;"},
        {"<meta name=dc.title content=b><meta property=og:title content=a>", "title=b;"},
        {"<meta property=article:author content='https://x/y'>", ""},
        {"<html lang=en-GB><p>a", "language=en-GB;"},
        {"<p>a <time datetime=2019-01-02>x</time><time class=published "
         "datetime=2020-03-04>y</time>",
         "date=2020-03-04;"},
        {"<meta itemprop=datePublished content=2018>", "date=2018;"},
        {"<script type='application/ld+json'>{\"a\": \"\\\"datePublished\", \"datePublished\" :\n"
         "\"2021-05-06T07:08\"}</script><time itemprop=datePublished datetime=2020>",
         "date=2021-05-06T07:08;"},
        {"<script>{\"datePublished\": \"2021\"}</script>", ""},
        {"<script type='application/ld+json'>\"datePublished\": \"20\\u0032\"</script>", ""},
        {"<p><b>x</b><h2>a</h2>", "title=a;"},
        {"<title>a &#xFFFFFF41;b</title>", "title=a \uFFFDb;"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        fixture  f;
        cc_bytes got = {0};
        read_file(&f, cc_str_z(pages[i].page)); /* some have no text */
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
        int32_t got = reader->bid((cc_str){bids[i].head, bids[i].len}, cc_str_z(bids[i].name));
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
        {"<p>1,\u200B2&shy;3&#8288;4 5\u20448", "/=\u2044\n"},
        {"<p>10<sup>6</sup> m", "^=<sup>\n =</sup> \n"},
        {"<table><tr><td>a<td>$<td>(5<td>)<tr><td>b<td>1<td>2</table>", "-=(\n"},
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
    "10",
    "$",
    "(",
    ")",
    "<sup>",
    "</sup>",
    "<sub>2</sub>",
    "<tr><td>$<td>(5<td>)",
    "<tr><td>a<td>&nbsp;<td>2019<tr><td>b<td>$<td><p>1</p>",
    "<td hidden>",
    "&shy;",
    "\u200B",
    "<wbr>",
    "<del>",
    "</del>",
    "<a href='#fn1'>",
    "<html xmlns='http://www.w3.org/1999/xhtml'>",
    "<b/>",
    "<script/>",
    "<ul class=menu>",
    "<div hidden>",
    "<mfrac>",
    "<table role=none>",
    "<noscript>",
    "--!>",
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
        fixture   f;
        cc_status status = read_file(&f, (cc_str){page, len});
        bool      empty  = status == CC_FAIL && f.lost == CC_LOST_NO_TEXT;
        if ((status != CC_OK && !empty) || (empty && f.doc.abi.block_count > 0) || f.wrong != NULL)
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

#define TEN " a b c d e f g h i j"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN

#define READ CC_LOST_UNKNOWN, ""
#define OPEN CC_LOST_TOO_MANY_BLOCKS, "too many elements are left open"
#define EMPTY CC_LOST_NO_TEXT, "the page has no text"

static void test_guard(void **state)
{
    static const struct {
        const char *before, *part;
        size_t      times;
        cc_lost     lost;
        const char *message; /* "": it is read */
    } pages[] = {
        {"", " \n", 100, READ},
        {"<title>T</title><frameset cols=1><frame src=a><noframes>b", "", 0, EMPTY},
        {"<h1><img src=a alt=b></h1>", "<br>", 9, EMPTY},
        {"", "<div>", 300, EMPTY},
        {"", "<div>", 100000, OPEN},
        {"", "<p><b id=1>x<p><i>", 10000, READ},
        {"", "<div></div>", 100000, EMPTY},
        {"", "<p>a<li>b<td>c<br>", 50000, READ},
        {"<table>", "<tr><td><font size=2>a", 10000, READ},
        {"", "<p><font size=2>a", 10000, READ},
        {"", "<a name=x>a", 2000, READ},
        {"<svg>", "<path d=''/>", 10000, EMPTY},
        {"", "<x/>", 10000, OPEN},
        {"<svg><div>", "<x/>", 10000, OPEN},
        {"<script>", "<div>", 10000, EMPTY},
        {"<!--", "<div>", 10000, EMPTY},
        {"<!-- a --!>", "<div>", 10000, OPEN},
        {"<table>", "<tr><td>$<td>(5<td>)<td><td>", 20000, READ},
        {"<table><tr>", "<td>$<td>5", 50000, READ},
        {"<table><tr>", "<td>$", 100000, READ},
        {"", "<table><tr><td>", 120, EMPTY},
        {"", "<table><tr><td>", 100000, OPEN},
        {"<div><div><div><div><div><div><div><div><div><div><div>", "<p class='a b c'>a", 50000,
         READ},
        {"<p>10", "<sup>6", 120, READ},
        {"<sup>", "<i></i>", 100000, EMPTY},
        {"", "<p><b>a</b>&nbsp;&shy;", 50000, READ},
        {"", "<ul><li><a href=a>b</a></ul>", 50000, READ},
        {"<html xmlns='http://www.w3.org/1999/xhtml'>", "<a/>", 100000, EMPTY},
        {"<html xmlns='http://www.w3.org/1999/xhtml'>", "<![CDATA[<", 50000, READ},
        {"<script type='application/ld+json'>", "\"datePublished\"", 50000, EMPTY},
        {"", "<br>", 1000001, CC_LOST_TOO_MANY_BLOCKS, "page has more than 1000000 tags"},
        {"<p ", "a ", 100000, CC_LOST_TOO_LARGE, "a tag has more than 1000 attributes"},
        {"", "<p" HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED ">", 1000, EMPTY},
        {"", "<p" HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED ">", 2001, CC_LOST_TOO_LARGE,
         "too many tags have hundreds of attributes"},
        {"<p title='", "a ", 100000, EMPTY},
        {"", "0123456789abcdef", (1 << 20) + 1, CC_LOST_TOO_LARGE, "page is larger than 16 MiB"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        fixture   f;
        cc_status status = read_repeated(&f, pages[i].before, pages[i].part, pages[i].times);
        if (strcmp(f.message, pages[i].message) != 0 || f.lost != pages[i].lost ||
            status != (pages[i].message[0] == '\0' ? CC_OK : CC_FAIL))
            fail_msg("%s: got %d %u '%s', wanted %u '%s'", pages[i].part, status, f.lost, f.message,
                     pages[i].lost, pages[i].message);
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

static const cc_reader *load_reader(void)
{
    const cc_plugin *(*entry)(void) = NULL;
    void *plugin = dlopen(BUILD_DIR "/plugins/read_html.so", RTLD_NOW | RTLD_LOCAL);
    void *symbol = plugin != NULL ? dlsym(plugin, CC_PLUGIN_SYMBOL) : NULL;
    if (symbol == NULL)
        return NULL;
    memcpy(&entry, &symbol, sizeof entry);
    return entry()->reader;
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
    if ((reader = load_reader()) == NULL) {
        fprintf(stderr, "cannot load the plugin: %s\n", dlerror());
        return 1;
    }
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    cc_arena_release(&run);
    return failed;
}
