#!/usr/bin/python3
"""pdf.py NAME [FOLDER] - writes PDF files, object by object: `report`, a small one of two pages, to the
standard output; `damaged`, that report cut and with bits flipped, a file each, into FOLDER. make.py
takes the hostile ones from here."""
import os
import random
import sys
import zlib

HEAD = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"
FONTS = b"/Font<</F1 3 0 R/F2 4 0 R>>"


def obj(number, body):
    return b"%d 0 obj\n%s\nendobj\n" % (number, body)


def stream(data, entries=b""):
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def make(objects, trailer=b""):
    """A file of {number: body}, with its table of objects."""
    out, at = HEAD, {}
    for number, body in objects.items():
        at[number] = len(out)
        out += obj(number, body)
    last = max(objects)
    table = b"".join(b"%010d 00000 n \n" % at[n] if n in at else b"0000000000 65535 f \n"
                     for n in range(1, last + 1))
    return out + (b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n"
                  b"%d\n%%%%EOF\n" % (last + 1, table, last + 1, trailer, len(out)))


def text(lines):
    """(x, y from the top, size, text) in Helvetica; a size below 0 is bold."""
    out = b"BT\n"
    for x, y, size, line in lines:
        line = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        out += b"/F%d %g Tf 1 0 0 1 %g %g Tm (%s) Tj\n" % (1 + (size < 0), abs(size), x, 792 - y, line)
    return out + b"ET"


def font(name):
    return b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>" % name


def document(pages, info=b"", more=None, trailer=b""):
    """A file of pages, each the content of one."""
    kids = b" ".join(b"%d 0 R" % (6 + 2 * i) for i in range(len(pages)))
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids),
               3: font(b"Helvetica"), 4: font(b"Helvetica-Bold"), 5: b"<<%s>>" % info}
    for i, content in enumerate(pages):
        objects[6 + 2 * i] = (b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<<%s>>>>"
                              % (7 + 2 * i, FONTS))
        objects[7 + 2 * i] = stream(content)
    objects.update(more or {})
    return make(objects, b"/Info 5 0 R" + trailer)


LEFT = ["Exports of goods rose to $5.2 billion in", "2019, the commission said, and the inter-",
        "national trade of the region grew by", "12.5 percent", "in that year. Imports were", "$4.1 billion."]
RIGHT = ["Unemployment fell to 3.5 percent in 2019,", "from 3.9 percent in the year before. Of",
         "the 1,250 firms that were asked, two in", "three expected to hire in 2020. In inter-",
         "national comparison that is a high share."]


def report():
    """A running head, two columns, a broken word, the mark of a note, the note, a table, a title."""
    head = [(72, 40, 8, "Trade Commission"), (480, 40, 8, "Annual Report 2019")]
    one = head + [(72, 90, -20, "Trade in 2019")]
    one += [(72, 130 + 12 * i + (i > 4) * 0, 10, line) for i, line in enumerate(LEFT) if i < 4]
    one += [(129, 162, 6, "1"), (136, 166, 10, LEFT[4]), (72, 178, 10, LEFT[5])]
    one += [(330, 130 + 12 * i, 10, line) for i, line in enumerate(RIGHT)]
    one += [(72, 700, 5, "1"), (75, 704, 8, "Of goods alone; services are not counted."), (300, 750, 8, "1")]
    two = head + [(72, 90, -10, "Table 1. Exports by Country, in Millions of Dollars")]
    for y, row in zip((110, 124, 138, 152), (("Country", "2018", "2019"), ("Canada", "310.4", "325.0"),
                                             ("Chile", "41.2", "39.9"), ("Mexico", "265.0", "270.1"))):
        two += [(x, y, 10, cell) for x, cell in zip((72, 220, 300), row)]
    two += [(300, 750, 8, "2")]
    info = b"/Title(Trade in 2019)/Author(Trade Commission)/CreationDate(D:20200131120000Z)"
    return document([text(one), text(two)], info)


def locked():
    return document([text([(72, 100, 10, "Exports were $5 million.")])],
                    trailer=b"/ID[(0123456789abcdef)(0123456789abcdef)]/Encrypt<</Filter/Standard/V 1/R 2/P -4"
                            b"/O(abcdefghijklmnopqrstuvwxyzabcdef)/U(abcdefghijklmnopqrstuvwxyzabcdef)>>")


def hostile():
    """Name and bytes of files that a reader of PDF takes long, much memory or a fall for."""
    line = text([(72, 100, 10, "Exports were $5 million in 2019.")])
    good = document([line])
    bomb = zlib.compress(b"BT/F1 9 Tf 72 700 Td(5 million)Tj ET\n" * 4000000, 9)
    kids = {2: b"<</Type/Pages/Count 9/Kids[6 0 R 2 0 R 8 0 R]>>", 8: b"<</Type/Pages/Count 9/Kids[2 0 R]>>"}
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 9 0 R/Y 10 0 R>>>>"
    forms = {9: stream(b"/Y Do /Y Do", form), 10: stream(b"/X Do /X Do", form),
             6: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 7 0 R"
                b"/Resources<<%s/XObject<</X 9 0 R>>>>>>" % FONTS}
    yield "locked.pdf", locked()
    yield "picture.pdf", document([b"q 612 0 0 792 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"])
    yield "head-only.pdf", HEAD
    yield "cut-off.pdf", good[:len(good) // 2]
    yield "late.pdf", b"\x1b%-12345X@PJL ENTER LANGUAGE=PDF\r\n" + good
    yield "page-cycle.pdf", document([line], more=kids)
    yield "form-cycle.pdf", document([line + b" /X Do"], more=forms)
    yield "xref-cycle.pdf", good.replace(b"/Root", b"/Prev %d/Root" % good.index(b"xref\n0"))
    yield "says-pages.pdf", good.replace(b"/Count 1", b"/Count 2000000000")
    yield "length-cycle.pdf", document([line], more={7: b"<</Length 7 0 R>>stream\n" + line + b"\nendstream"})
    yield "deep-array.pdf", document([line], info=b"/Title " + b"[" * 100000 + b"]" * 100000)
    yield "bomb.pdf", document([line], more={7: stream(bomb, b"/Filter/FlateDecode")})
    yield "many-pages.pdf", document([b"BT/F1 9 Tf 72 700 Td(Exports were $5 million.)Tj ET"] * 3000)
    yield "far.pdf", document([b"BT/F1 1e30 Tf 1e38 0 0 1e38 1e38 -1e38 Tm (Exports were $5 million.) Tj ET"])
    yield "one-line.pdf", document([text([(72 + i % 7, 100, 10, "5 %") for i in range(20000)])])
    yield "columns.pdf", document([text([(x, y, 4, "a b c") for x in range(0, 600, 15) for y in range(0, 780, 3)])])


def damaged():
    """The report cut after each part of it, and with bits flipped; the same ones each time."""
    whole, rng = report(), random.Random(1)
    for i in range(60):
        yield "cut-%03d.pdf" % i, whole[:len(whole) * i // 60 + 9]
    for i in range(140):
        data = bytearray(whole)
        for _ in range(1 + i % 9):
            data[rng.randrange(9, len(data))] ^= 1 << rng.randrange(8)
        yield "flip-%03d.pdf" % i, bytes(data)


def main(name, folder=None):
    if name == "report":
        sys.stdout.buffer.write(report())
        return
    os.makedirs(folder, exist_ok=True)
    for file, data in damaged():
        with open(os.path.join(folder, file), "wb") as f:
            f.write(data)


if __name__ == "__main__":
    main(*sys.argv[1:])
