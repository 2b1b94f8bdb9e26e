/* test_read_md.c - the blocks of Markdown, and that every piece of them leads back. */
#include "read_md/md_block.c"
#include "read_md/md_clean.c"
#include "read_md/md_copy.c"
#include "read_md/md_events.c"
#include "read_md/md_grid.c"
#include "read_md/md_html.c"
#include "read_md/md_inline.c"
#include "read_md/md_line.c"
#include "read_md/md_matter.c"
#include "read_md/md_words.c"
#include "read_md/read_md.c"

#include "reader_box.h"

static void read_file(fixture *f, cc_str bytes, size_t max_text_bytes)
{
    cc_status status = read_with(f, read_markdown, bytes, max_text_bytes);
    if (status != CC_OK)
        fail_msg("got %d '%s'", status, f->fault.message);
}

/* -- Blocks --------------------------------------------------------------------------------- */

/* A line each: kind, level, row, column, text. */
static const struct {
    const char *name, *text, *blocks;
} cases[] = {
    {"empty", "", ""},
    {"blank", " \n\t\r\n\f\n\u00A0\n", ""},
    {"paragraphs", "One line.\n\nTwo\n  lines.  \nThree\\\nfour\n",
     "P0||One line.\nP0||Two lines. Three four\n"},
    {"line ends", "a b.\rc d.\r\re f.\r\n\r\ng\r\nh.", "P0||a b. c d.\nP0||e f.\nP0||g h.\n"},
    {"white space", "a \t b\u00A0 c\r\n\td.  \r\n", "P0||a b c d.\n"},
    {"emphasis", "a **4.5** _percent_ of*it*\n", "P0||a 4.5 percent ofit\n"},
    {"escapes", "\\$4 \\* 2 \\| x\\\\y\n", "P0||$4 * 2 | x\\y\n"},
    {"code span", "a `b  c` d `e\nf` g\n", "P0||a b c d e f g\n"},
    {"code blocks", "a\n\n```c\n4 x\n```\n\n    5 y\n\n~~~\n[^1]: 6\n~~~\nb\n", "P0||a\nP0||b\n"},
    {"rule", "a\n\n---\nb\n***\nc\n", "P0||a\nP0||b\nP0||c\n"},
    {"deleted", "~~$4~~ $5 a~~b c~~d, 10~20 and 30~40 ~~ e ~~\n",
     "P0||$5 a d, 10~20 and 30~40 ~~ e ~~\n"},
    {"entities", "A&amp;B &#36;4&nbsp;m &#x2013; &frac12; &nosuch; &#0; &#xD800;\n",
     "P0||A&B $4 m \u2013 \u00BD &nosuch; \uFFFD \uFFFD\n"},
    /* headings */
    {"hashes", "# One\n## Two ##\ntext\n#3 no\n", "H1||One\nH2||Two\nP0||text #3 no\n"},
    {"underlined", "The *one*\n===\ntext\n\nThe two\n---\n",
     "H1||The one\nP0||text\nH2||The two\n"},
    /* links */
    {"links", "a [b (c)](http://x/1(2)3 \"t 4\")d [e][f] ![g](h5.png)\n\n[f]: http://y/6\n",
     "P0||a b (c)d e g\n"},
    {"addresses", "see <http://x.gov/2019> or <me@x.gov>, [http://x/1](http://x/1) now\n",
     "P0||see or , now\n"},
    {"link named as its end", "[2020](http://x/2020) was\n", "P0||2020 was\n"},
    {"nothing but links", "[a 4](x) | [b](y)\n\n- [c 5](x)\n- [d](x) 6\n\n![e](x)\n",
     "G0||a 4 | b\nG0||c 5\nI1||d 6\nP0||e\n"},
    /* HTML */
    {"tags", "a <b>c</b>d<br>e <!-- 4\n\n5 -->f <span title=\"6\">g</span>\n",
     "P0||a cd e\nP0||f g\n"},
    {"HTML blocks", "<div>\n<p>It is 4.</p>\n</div>\n", "P0||It is 4.\n"},
    {"HTML table",
     "<table><tr><th>Year</th><th colspan=\"2\">Exports</th></tr>\n"
     "<tr><td>2019</td><td>4<br>5</td><td>7</td></tr>\n<tr><th>2020</th><td>8</td></tr></"
     "table>\na\n",
     "C0||Year\nC0||Exports\nC0||2019\nC0|2019|Exports|4 5\nC0|2019|Exports|7\n"
     "C0||2020\nC0|2020|Exports|8\nP0||a\n"},
    {"HTML cells over paragraphs", "<tr><td>\n\na\n\n</td><td>4\n\n# b\n\nc\n",
     "C0||a\nC0|a||4\nH1||b\nP0||c\n"},
    {"script", "a <script>4\n\n5</SCRIPT> b\n<style>\np {}\n</style>\n<script>c\n",
     "P0||a\nP0||b\nP0||c\n"},
    {"raised", "4.5<sup>3</sup>6 percent<sup>1,2</sup>. 9 km<sup>2</sup> 10<sup>6</sup>\n",
     "P0||4.5 6 percent. 9 km2 10^6\n"},
    {"comment without end", "a <!-- b\n\nc\n", "P0||a <!-- b\nP0||c\n"},
    /* lists */
    {"lists", "- a\n- b\n  goes on\n  1. c\n\n     more\n\n- d\n+ e\n",
     "I1||a\nI1||b goes on\nI2||c\nI2||more\nI1||d\nI1||e\n"},
    {"tasks", "- [x] a\n- [ ] b\n", "I1||a\nI1||b\n"},
    {"lead-in", "He asks for:\n\n- one\n- two:\n  - deep\n- three\n\nEnd.\n\n- four\n",
     "P0||He asks for:\nI1|He asks for:|one\nI1|He asks for:|two:\nI2|two:|deep\n"
     "I1|He asks for:|three\nP0||End.\nI1||four\n"},
    {"quotation", "> One\n> two.\n>\n> - three\n", "P0||One two.\nI1||three\n"},
    /* labels */
    {"bold labels", "**Area:** 9 km\n**Coast**: 1 km note: x\n**no** label\n",
     "P0|Area||9 km\nP0|Coast||1 km\nP0|Coast||note: x no label\n"},
    {"label of a link", "**A [b](c):** *d* e\n\nf\n", "P0|A b||d e\nP0||f\n"},
    {"label of a paragraph", "**Area:** it is\n9 km. note: x note: y\n\nf\n",
     "P0|Area||it is 9 km.\nP0|Area||note: x note: y\nP0||f\n"},
    {"label before a list", "**Area:**\n\n- 9 km\n\n- 1 km\n\ntext\n\n- 2 km\n",
     "H6||Area\nI1|Area||9 km\nI1|Area||1 km\nP0||text\nI1||2 km\n"},
    {"no label", "a **Area:** 9\n\n**bold** text:\n\n- b\n",
     "P0||a Area: 9\nP0||bold text:\nI1|bold text:|b\n"},
    /* of pandoc and GitHub */
    {"attributes", "# A {#b .c}\n\nD {-}\n===\n\n[e]{.f}, `g`{h=1} ![i](j){k=2\nl=3} m {n}\n",
     "H1||A\nH1||D\nP0||e, g i m {n}\n"},
    {"raised and lowered", "a^13^ 5 km^2^ 10^6^ 1^st^ 2010^4^ H~2~O ~e~ 10~20 x ^ y\n",
     "P0||a 5 km2 10^6 1st 2010 H2O ~e~ 10~20 x ^ y\n"},
    {"divisions", "::: {.a}\nb\n\n::: c\nd\n:::\n", "P0||b\nP0||d\n"},
    {"alert", "> [!NOTE]\n> a\n>\n> [!b]\n", "P0||a\nP0||[!b]\n"},
    {"dashes", "a--b 1990--2000, c -- d---e --f x----y `g--h` \"--i\"\n",
     "P0||a\u2013b 1990\u20132000, c \u2013 d\u2014e --f x----y g--h \"--i\"\n"},
    {"bound blank", "5\\ km C:\\ \\x\n", "P0||5 km C:\\ \\x\n"},
    {"marks in code", "`[^1] ~~a~~ <!--` b -->\n", "P0||[^1] ~~a~~ <!-- b -->\n"},
    {"escaped marks", "a\\[^1] b\\~~c~~ d\\^2^\n", "P0||a[^1] b~~c~~ d^2^\n"},
    {"definitions", "Ex*ports*\n:   4 percent\n\n    more\n\nImports\n\n: a\n: b\n\nc :\nd\n",
     "H6||Exports\nI1|Exports||4 percent\nI1|Exports||more\nH6||Imports\nI1|Imports||a\n"
     "I1|Imports||b\nP0||c : d\n"},
    {"lines that stay", "| a 4\n|   b 5\n\nc\n", "P0||a 4\nP0||b 5\nP0||c\n"},
    {"note in a line", "a^[b [c](d)\ne 4]f\n\n[^1]: g ^[h]\n",
     "P0||a f\nF0||b c e 4\nF0||g\nF0||h\n"},
    /* tables */
    {"table",
     "| | 2019 | *2020* |\n|---|:-:|--:|\n| Ex\\|ports | 1 | 2 |\n| Imports | | [3](x) |\n",
     "C0||2019\nC0||2020\nC0||Ex|ports\nC0|Ex|ports|2019|1\nC0|Ex|ports|2020|2\n"
     "C0||Imports\nC0|Imports|2020|3\n"},
    {"comment above a table", "<!-- 4 -->\n| a | b |\n|--|--|\n| c | 5 |\n",
     "C0||a\nC0||b\nC0||c\nC0|c|b|5\n"},
    {"comment below a line", "a\n<!-- 4\n5 --> b\n", "P0||a\nP0||b\n"},
    {"column without a head", "| a | | b |\n|---|---|---|\n| c | 4 | 5 |\n",
     "C0||a\nC0||b\nC0||c\nC0||4\nC0|c|b|5\n"},
    {"short rules", "a | b\n- | -\nc | 4\n", "C0||a\nC0||b\nC0||c\nC0|c|b|4\n"},
    {"shortest rules", "|a|b|\n|-|-|\n|c|4|\n\ntext\n",
     "C0||a\nC0||b\nC0||c\nC0|c|b|4\nP0||text\n"},
    {"rows without a rule", "| **A:** | 5 | 6\n| **B:** | 7\n",
     "C0||A:\nC0||5\nC0||6\nC0||B:\nC0|B:||7\n"},
    {"captions", ": A {#b}\n\n| c | d |\n|-|-|\n| e | 4 |\n\nTable: F\n",
     "G0||A\nC0||c\nC0||d\nC0||e\nC0|e|d|4\nG0||F\n"},
    {"line above a table", "Table 1. x\n| a | b |\n|---|---|\n| c | 4 |\n",
     "P0||Table 1. x\nC0||a\nC0||b\nC0||c\nC0|c|b|4\n"},
    {"simple table", "    x *y* z\n  --- --- ---\n    a   4 \u00E9 5\n    b   6\n\nc\n",
     "C0||x\nC0||y\nC0||z\nC0||a\nC0|a|y|4\nC0|a|z|\u00E9 5\nC0||b\nC0|b|y|6\nP0||c\n"},
    {"table of long rows",
     "- p\n\n------------\nHead   Two\nings\n------ -----\na      4\nb\n\n       "
     "**c**\n------------\n\n: d\n",
     "I1||p\nC0||Head ings\nC0||Two\nC0||a b\nC0|a b|Two|4\nC0|Two|c\nG0||d\n"},
    {"table without headers", "-- --\na  4\nb  5\n-- --\n", "C0||a\nC0|a||4\nC0||b\nC0|b||5\n"},
    {"grid",
     "+---+---------+\n| a | b       |\n+===+=========+\n| c | [4      |\n|   | ](x)    |\n"
     "+---+---------+\n| d | ~~5~~6  |\n+---+---------+\ne\n",
     "C0||a\nC0||b\nC0||c\nC0|c|b|[4 ](x)\nC0||d\nC0|d|b|6\nP0||e\n"},
    {"cells cut in a link", "---- ----\n[a](b)c\n---- ----\n\n", "C0||[a](b\nC0|[a](b||)c\n"},
    {"no tables", "a\n-- --\n\n--- ---\n\n+--+\n", "P0||a\nG0||+--+\n"},
    /* footnotes */
    {"footnotes",
     "It is 4.5[^1] percent[^n2], so[^1]he.\n\n[^1]: http://x.gov\n[^n2]: Of 2019[^1]\n"
     "  and on.\n\n    More of it.\n\nText.\n",
     "P0||It is 4.5 percent, so he.\nP0||Text.\nF0||http://x.gov\nF0||Of 2019 and on.\n"
     "F0||More of it.\n"},
    {"not glued", "4.5[^1]6\n\n4.5[^1]%\n", "P0||4.5 6\nP0||4.5%\n"},
    {"footnote of a quotation", "> a[^1]\n>\n> [^1]: b\n> c\n\nd\n",
     "P0||a\nP0||d\nF0||b\nF0||c\n"},
    {"no footnotes", "[^] [^a b] [^\n", "P0||[^] [^a b] [^\n"},
    /* front matter */
    {"front matter", "---\ntitle: A\nx: 4\n---\ntext\n", "P0||text\n"},
    {"no front matter", "---\ntext\n---\nx: 4\n", "H2||text\nP0||x: 4\n"},
};

static void test_blocks(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        fixture  f;
        cc_bytes got = {0};
        read_file(&f, cc_str_z(cases[i].text), CC_MAX_TEXT_BYTES);
        render(&f, &got, &f.arena);
        if (!cc_str_eq((cc_str){got.ptr, got.len}, cc_str_z(cases[i].blocks)))
            fail_msg("%s: got\n%.*swanted\n%s", cases[i].name, (int)got.len, got.ptr,
                     cases[i].blocks);
        cc_arena_release(&f.arena);
    }
}

static void test_metadata(void **state)
{
    static const struct {
        const char *text, *meta;
    } files[] = {
        {"", ""},
        {"text\n", ""},
        {"text\n\nThe *title*\n===\n# no\n", "title=The title;"},
        {"---\ntitle: \"A: b\"\ndate: 2020-03-05\nauthor:\n- J. Doe\n  - 'R. Roe'\n"
         "reportNo: 7\n# a: b\n---\n# C\n",
         "date=2020-03-05;author=J. Doe;author=R. Roe;reportNo=7;title=A: b;"},
        {"---\n# c\nTitle: 'It''s' # d\nauthors: [A, \"B, \\\"C\\\"\", 'D']\nAuthor:\n  - name: "
         "E\n    at: F\n"
         "  - G\n  H\ndate:\n  2020\nx: {a: b}\nabstract: |\n  J\n  k: l\ny: a#b\n---\n",
         "author=A;author=B, \"C\";author=D;author=E;author=G H;date=2020;abstract=J k: "
         "l;y=a#b;title=It's;"},
        {"+++\ntitle = \"A\" # b\nauthors = [\n  \"C\",\n  'D',\n]\ndate = "
         "2020-01-02T03:04:05Z\n[x]\ny = 4\n"
         "+++\ntext\n",
         "author=C;author=D;date=2020-01-02T03:04:05Z;title=A;"},
        {"+++\ntext\n+++\n", ""},
        {"% The title\n% A; B\n% May 2020\ntext\n",
         "author=A;author=B;date=May 2020;title=The title;"},
        {"% of GDP\n", "title=of GDP;"},
        {"%x\n", ""},
        {"\xEF\xBB\xBF---\r\ntitle: A\r\n...\r\ntext\r\n", "title=A;"},
        {"---\nx: 4\n", ""},
        {"a\n---\nx: 4\n---\n", "title=a;"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        fixture  f;
        cc_bytes got = {0};
        read_file(&f, cc_str_z(files[i].text), CC_MAX_TEXT_BYTES);
        for (size_t k = 0; k < f.doc.abi.meta_count; k++)
            cc_bytes_put(&f.arena, &got,
                         cc_arena_printf(&f.arena, "%.*s=%.*s;", CC_F(f.doc.abi.meta[k].key),
                                         CC_F(f.doc.abi.meta[k].value)));
        if (!cc_str_eq((cc_str){got.ptr, got.len}, cc_str_z(files[i].meta)))
            fail_msg("case %zu: got '%.*s', wanted '%s'", i, (int)got.len, got.ptr, files[i].meta);
        cc_arena_release(&f.arena);
    }
}

static void test_bid(void **state)
{
    static const struct {
        const char *name;
        int32_t     bid;
    } bids[] = {
        {"a.md", 60},    {"x.zip!d/A.MD", 60}, {"a.markdown", 60}, {"a.md.gz", 60},
        {"a.md.xz", 60}, {"a.md.bz2", 60},     {"a.md.zst", 60},   {"a.txt", 0},
        {"md", 0},       {"a.md.txt", 0},      {"a.md.zip", 0},    {".gz", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof bids / sizeof *bids; i++) {
        int32_t got = bid(CC_S("text"), cc_str_z(bids[i].name));
        if (got != bids[i].bid)
            fail_msg("%s: got %d, wanted %d", bids[i].name, got, bids[i].bid);
    }
}

/* -- The way back --------------------------------------------------------------------------- */

static const char *const parts[] = {
    "word",
    "The",
    " ",
    " ",
    "\n",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "  ",
    "\u00A0",
    "e\u0301",
    "\u00E9",
    "a\u0323\u0301",
    "\U0001F600",
    "\xFF",
    "\xE2\x82",
    "\uFEFF",
    "\u212B",
    "\u0301",
    "\u3000",
    "4.5",
    ". ",
    "\0",
    "\n\n",
    ";",
    "\u200B",
    /* marks */
    "**",
    "*",
    "_",
    "`",
    "``",
    "~~",
    "~",
    "\\",
    "\\|",
    "|",
    "[",
    "](x(y)z)",
    "](<u> \"t\")",
    "![",
    "<b>",
    "</sup>",
    "<sup>",
    "<br>",
    "<td>",
    "<!--",
    "-->",
    "<http://x/1>",
    "<a@b.c>",
    "&amp;",
    "&#36;",
    "&#x301;",
    "&nbsp;",
    "&nosuch;",
    "[^1]",
    "[^n]",
    "~~4~~",
    "<sup>3</sup>",
    /* structure */
    "\n- ",
    "\n  - ",
    "\n1. ",
    "\n> ",
    "\n# ",
    "\n===\n",
    "\n---\n",
    "\n```\n",
    "\n    ",
    "\n\n[^1]: ",
    "\n[^n]: http://x\n",
    "\n[a]: b\n",
    "\n| a | b |\n|---|---|\n| c | 4 |\n",
    "\n| a | b |\n|-|-|\n| c | 4 |\n",
    "\n|a|b\n|-\n",
    "\n**Label:** ",
    "**Label**: x",
    "\n**Label:**\n\n- ",
    " note: ",
    "---\ntitle: x\n---\n",
    "\n\n- [x] ",
};

static void make_nasty(nasty *n, uint64_t *seed)
{
    size_t count = 1 + next_random(seed, 40);
    n->len       = 0;
    if (next_random(seed, 8) == 0)
        add(n, "\xEF\xBB\xBF", 3);
    for (size_t i = 0; i < count; i++) {
        const char *part = parts[next_random(seed, sizeof parts / sizeof *parts)];
        add(n, part, part[0] == '\0' ? 1 : strlen(part));
    }
}

/* Words that stand verbatim lead to themselves. */
static void check_verbatim(fixture *f, const cc_segment *s, uint64_t seed)
{
    cc_span span = {s->text_off, s->text_len};
    cc_str  want = fold_blanks(&f->arena, cc_str_span(f->doc.abi.text, span));
    cc_str  got  = cc_document_slice(&f->arena, &f->doc, span);
    if (s->verbatim && !cc_str_eq(got, want))
        fail_msg("seed %u, span %u+%u: the slice is '%.*s', the text '%.*s'", (unsigned)seed,
                 span.off, span.len, CC_F(got), CC_F(want));
}

static void check_position(const fixture *f, cc_span span, uint64_t seed)
{
    cc_position p = cc_document_position(&f->doc, span);
    uint32_t    row, column;
    count_place(f->doc.original, p.place.at.bytes.start, &row, &column);
    if (p.line != row || p.column != column || p.place.at.bytes.end > f->doc.original.len ||
        p.place.at.bytes.start > p.place.at.bytes.end)
        fail_msg("seed %u, span %u+%u: got %u:%u, wanted %u:%u", (unsigned)seed, span.off, span.len,
                 p.line, p.column, row, column);
}

static void check_block(fixture *f, cc_span block, uint64_t seed)
{
    static uint32_t ends[3 * MAX_NASTY];
    size_t          n = find_ends(f, block, ends);
    for (size_t i = 0; i + 1 < n; i++)
        check_position(f, (cc_span){ends[i], ends[n - 1] - ends[i]}, seed);
}

static void check_document(fixture *f, uint64_t seed)
{
    uint64_t last = 0;
    for (size_t i = 0; i < f->doc.origin.n; i++) {
        const cc_segment *s = &f->doc.origin.at[i];
        check_verbatim(f, s, seed);
        if (s->place.at.bytes.start < last)
            fail_msg("seed %u: piece %zu goes back", (unsigned)seed, i);
        last = f->doc.abi.text.ptr[s->text_off] == '\n' ? 0 : s->place.at.bytes.start;
    }
    for (size_t i = 0; i < f->doc.abi.block_count; i++)
        check_block(f, f->doc.abi.blocks[i].span, seed);
}

static void test_spans(void **state)
{
    static nasty n;
    (void)state;
    for (uint64_t s = 0; s < 20000; s++) {
        uint64_t seed = s;
        fixture  f;
        make_nasty(&n, &seed);
        read_file(&f, (cc_str){n.bytes, n.len}, CC_MAX_TEXT_BYTES);
        check_document(&f, s);
        cc_arena_release(&f.arena);
    }
}

/* The cases above with bytes changed, doubled, left out. */
static void test_mutations(void **state)
{
    (void)state;
    for (uint64_t s = 0; s < 20000; s++) {
        uint64_t    seed = s;
        nasty       n    = {.len = 0};
        const char *from = cases[s % (sizeof cases / sizeof *cases)].text;
        fixture     f;
        add(&n, from, strlen(from));
        for (uint64_t k = next_random(&seed, 6); k > 0 && n.len > 0; k--) {
            size_t at = next_random(&seed, n.len), len = 1 + next_random(&seed, n.len - at);
            if (next_random(&seed, 3) == 0)
                n.bytes[at] = "\0|*[]<>`~-&;:\n\r\xC3#_"[next_random(&seed, 18)];
            else if (next_random(&seed, 2) == 0)
                add(&n, n.bytes + at, len);
            else
                n.len -= (memmove(n.bytes + at, n.bytes + at + len, n.len - at - len), len);
        }
        read_file(&f, (cc_str){n.bytes, n.len}, CC_MAX_TEXT_BYTES);
        check_document(&f, s);
        cc_arena_release(&f.arena);
    }
}

/* -- Limits --------------------------------------------------------------------------------- */

/* One line of two million bytes: blocks end where sentences do. */
static void test_huge_paragraph(void **state)
{
    enum { SIZE = 2500000 };
    static char text[SIZE];
    fixture     f;
    (void)state;
    for (size_t i = 0; i < SIZE; i++)
        text[i] = "Exports rose by 4.5 percent in 2020. "[i % 37];
    read_file(&f, (cc_str){text, SIZE}, CC_MAX_TEXT_BYTES);
    assert_int_equal(f.doc.abi.block_count, 3);
    assert_int_equal(f.doc.abi.sentence_count, SIZE / 37 + 1);
    cc_arena_release(&f.arena);
    memset(text, 'x', SIZE);
    read_file(&f, (cc_str){text, SIZE}, CC_MAX_TEXT_BYTES);
    assert_int_equal(f.doc.abi.text.len, SIZE + f.doc.abi.block_count);
    cc_arena_release(&f.arena);
    read_file(&f, (cc_str){text, SIZE}, 1000);
    assert_true(f.doc.cut);
    cc_arena_release(&f.arena);
}

/* Rows of one cell in a table of many columns: md4c fills them up. */
static void test_wide_table(void **state)
{
    enum { COLUMNS = 5000, SIZE = COLUMNS * 10 };
    static char text[SIZE];
    size_t      at = 0;
    fixture     f;
    (void)state;
    for (size_t i = 0; i < COLUMNS; i++)
        memcpy(text + 2 * i, "|a", 2);
    text[at = 2 * COLUMNS] = '\n';
    for (at++; at < 6 * COLUMNS; at += 4)
        memcpy(text + at, "|---", 4);
    for (text[at++] = '\n'; at + 4 < SIZE; at += 4)
        memcpy(text + at, "|4|\n", 4);
    assert_int_equal(read_with(&f, read_markdown, (cc_str){text, at}, CC_MAX_TEXT_BYTES), CC_WARN);
    assert_int_equal(f.lost, CC_LOST_TOO_MANY_BLOCKS);
    assert_true(f.doc.abi.block_count > COLUMNS);
    cc_arena_release(&f.arena);
}

/* Neither the lines of one paragraph nor its links may cost more the more there are. */
static void test_many_lines(void **state)
{
    enum { LINES = 300000 };
    static char text[LINES * 4 + 7];
    fixture     f;
    (void)state;
    for (size_t i = 0; i < LINES; i++)
        memcpy(text + 4 * i, "[a]\n", 4);
    memcpy(text + 4 * LINES, "\n[a]: b", 7);
    read_file(&f, (cc_str){text, sizeof text - 1}, CC_MAX_TEXT_BYTES);
    assert_in_range(f.doc.abi.text.len, 2 * LINES, 4 * LINES);
    cc_arena_release(&f.arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks),     cmocka_unit_test(test_metadata),
        cmocka_unit_test(test_bid),        cmocka_unit_test(test_spans),
        cmocka_unit_test(test_mutations),  cmocka_unit_test(test_huge_paragraph),
        cmocka_unit_test(test_wide_table), cmocka_unit_test(test_many_lines),
    };
    return cmocka_run_group_tests(tests, load_abbreviations, release_abbreviations);
}
