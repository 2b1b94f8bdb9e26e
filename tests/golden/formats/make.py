"""make.py FOLDER - one memo as text, Markdown, web page, Word, OpenDocument text and PDF."""
import os
import sys
import textwrap
import zipfile

sys.path.insert(0, "tests/hostile")
import pdf  # noqa: E402

TITLE = "Trade with Canada in 2019"
TEXT = (
    "Exports of goods to Canada were $5.9 billion in 2019, and imports of goods from Canada were $4.1 billion.",
    "The old bridge at Windsor carried 4,100 freight trucks a day in 2019. The Corsair Treaty was signed on 12 June "
    "1958, and about 36 percent of the freight of 2019 went by rail.",
)
HEAD, ROWS = ("Port", "Officers in 2019"), (("Laredo", "1,250"), ("El Paso", "1,940"))
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
O = " ".join('xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % n
             for n in (("office", "office"), ("text", "text"), ("table", "table")))


def zipped(path, parts):
    with zipfile.ZipFile(path, "w") as out:
        for name, data in parts:
            out.writestr(name, data)


def plain():
    rows = "\n".join("%-12s%s" % row for row in (HEAD,) + ROWS)
    return "\n\n".join([TITLE] + [textwrap.fill(t, 76) for t in TEXT] + [rows]) + "\n"


def markdown():
    rows = "\n".join("| %s | %s |" % row for row in (HEAD, ("---", "---")) + ROWS)
    return "\n\n".join(["# " + TITLE] + list(TEXT) + [rows]) + "\n"


def page():
    rows = "".join("<tr><%s>%s</%s><%s>%s</%s></tr>" % (tag, a, tag, tag, b, tag)
                   for tag, (a, b) in zip(("th", "td", "td"), (HEAD,) + ROWS))
    body = "".join("<p>%s</p>" % t for t in TEXT)
    return "<html><body><h1>%s</h1>%s<table>%s</table></body></html>" % (TITLE, body, rows)


def word():
    def p(text, style=""):
        return "<w:p>%s<w:r><w:t>%s</w:t></w:r></w:p>" % (style, text)
    rows = "".join("<w:tr>%s%s</w:tr>" % ("<w:trPr><w:tblHeader/></w:trPr>" if row is HEAD else "",
                                          "".join("<w:tc>%s</w:tc>" % p(c) for c in row)) for row in (HEAD,) + ROWS)
    body = p(TITLE, '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') + "".join(map(p, TEXT))
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return (("[Content_Types].xml",
             '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
             'PartName="/word/document.xml" ContentType="%s"/></Types>' % kind),
            ("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
             '<Relationship Id="r1" Type="%s" Target="word/document.xml"/></Relationships>' % link),
            ("word/document.xml",
             "<w:document %s><w:body>%s<w:tbl>%s</w:tbl></w:body></w:document>" % (W, body, rows)))


def opendocument():
    def cell(text):
        return "<table:table-cell><text:p>%s</text:p></table:table-cell>" % text
    def row(cells):
        return "<table:table-row>%s</table:table-row>" % "".join(map(cell, cells))
    body = '<text:h text:outline-level="1">%s</text:h>' % TITLE + "".join("<text:p>%s</text:p>" % t for t in TEXT)
    body += "<table:table><table:table-header-rows>%s</table:table-header-rows>%s</table:table>" % (
        row(HEAD), "".join(map(row, ROWS)))
    return (("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", "<office:document-content %s><office:body><office:text>%s</office:text></office:body>"
             "</office:document-content>" % (O, body)))


def printed():
    lines, y = [(72, 80, -18, TITLE)], 120
    for text in TEXT:
        for line in textwrap.wrap(text, 76):
            lines.append((72, y, 10, line))
            y += 12
        y += 14
    for a, b in (HEAD,) + ROWS:
        lines += [(72, y, 10, a), (220, y, 10, b)]
        y += 14
    return pdf.document([pdf.text(lines)])


def main(folder):
    for name, text in (("memo.txt", plain()), ("memo.md", markdown()), ("memo.html", page())):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
            out.write(text)
    zipped(os.path.join(folder, "memo.docx"), word())
    zipped(os.path.join(folder, "memo.odt"), opendocument())
    with open(os.path.join(folder, "memo.pdf"), "wb") as out:
        out.write(printed())


main(sys.argv[1])
