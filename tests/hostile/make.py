#!/usr/bin/python3
"""make.py FOLDER [OUTSIDE] - writes the hostile files of cases.tsv into FOLDER, the same ones each time.
What is large is made by compression, repetition or holes. OUTSIDE is the folder that absolute names
of members point to."""
import bz2
import gzip
import io
import lzma
import os
import struct
import sys
import tarfile
import zlib

import pdf

MIB = 1 << 20
TEXT = b"Exports were $5 million in 2019.\n"


# -- Zip, by hand: zipfile writes no wrong ones --------------------------------------------------

def deflate(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def repeated_deflate(data, times):
    """The deflate stream of `data` over and over, in the time that one takes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    one = packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH)
    return one * times + deflate(b"")


class Entry:
    """A member of a zip; what is not given is true of `data`."""

    def __init__(self, name, data=TEXT, packed=None, size=None, crc=None, flags=0, at=None):
        self.name = name if isinstance(name, bytes) else name.encode()
        self.packed = deflate(data) if packed is None else packed
        self.size = len(data) if size is None else size
        self.crc = zlib.crc32(data) if crc is None else crc
        self.flags = flags | (0x800 if self.name.isascii() else 0)
        self.at = at

    def fields(self):
        return struct.pack("<HHHHHIIIHH", 20, self.flags, 8, 0, 0x21, self.crc, len(self.packed),
                           self.size & 0xFFFFFFFF, len(self.name), 0)

    def local(self):
        return b"PK\3\4" + self.fields() + self.name + self.packed

    def listed(self):
        return b"PK\1\2\x14\0" + self.fields() + struct.pack("<HHHII", 0, 0, 0, 0, self.at) + self.name


def end_of_zip(entries, size, at):
    count = min(entries, 65535)
    return struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, count, count, size, at, 0)


def make_zip(entries):
    body, listed = io.BytesIO(), io.BytesIO()
    for e in entries:
        e.at = body.tell() if e.at is None else e.at
        body.write(e.local())
        listed.write(e.listed())
    return body.getvalue() + listed.getvalue() + end_of_zip(len(entries), listed.tell(), body.tell())


def overlapping(count):
    """All entries of the directory name one member."""
    one = Entry("f0", b"A" * 100000, at=0)
    listed = b"".join(Entry("f%d" % i, b"A" * 100000, at=0).listed() for i in range(count))
    return one.local() + listed + end_of_zip(count, len(listed), len(one.local()))


def quoted_overlap(count, kernel):
    """Each member's data is a stored block that quotes the next header, then the next one's data.
    Source: D. Fifield, A better zip bomb, 2019."""
    plain, packed, chain, listed = kernel, deflate(kernel), b"", []
    for i in reversed(range(count)):
        if chain:
            header = chain[:len(chain) - len(packed)]
            packed = b"\0" + struct.pack("<HH", len(header), len(header) ^ 0xFFFF) + header + packed
            plain = header + plain
        e = Entry("%04d.txt" % i, packed=packed, size=len(plain), crc=zlib.crc32(plain))
        chain = e.local()
        listed.append((e, len(chain)))
    directory = b""
    for e, back in reversed(listed):
        e.at = len(chain) - back
        directory += e.listed()
    return chain + directory + end_of_zip(count, len(directory), len(chain))


def zip64_claim():
    """A member that says it is 2^60 bytes long."""
    extra = struct.pack("<HHQQ", 1, 16, 1 << 60, len(TEXT))
    head = struct.pack("<HHHHHIIIHH", 45, 0, 0, 0, 0x21, zlib.crc32(TEXT), 0xFFFFFFFF, 0xFFFFFFFF, 5,
                       len(extra))
    local = b"PK\3\4" + head + b"a.txt" + extra + TEXT
    listed = b"PK\1\2\x2d\0" + head + struct.pack("<HHHII", 0, 0, 0, 0, 0) + b"a.txt" + extra
    return local + listed + end_of_zip(1, len(listed), len(local))


# -- Tar --------------------------------------------------------------------------------------------

def member(name, data=TEXT, kind=tarfile.REGTYPE, link=""):
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, link
    info.size = len(data) if kind == tarfile.REGTYPE else 0
    return info, data


def make_tar(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT, encoding="utf-8",
                      errors="surrogateescape") as t:
        for info, data in members:
            t.addfile(info, io.BytesIO(data))
    return out.getvalue()


def with_checksum(header):
    header = header[:148] + b" " * 8 + header[156:]
    return header[:148] + b"%06o\0 " % sum(header) + header[156:]


def sparse_tar(size):
    """A hole of `size` bytes, then one byte (GNU format)."""
    info = tarfile.TarInfo("hole.txt")
    info.size, info.type = 1, b"S"
    header = info.tobuf(tarfile.GNU_FORMAT)[:512]

    def number(n):
        return b"\x80" + n.to_bytes(11, "big")
    header = header[:386] + number(size) + number(1) + bytes(73) + number(size + 1) + header[495:]
    return with_checksum(header) + b"x" + bytes(511 + 1024)


def sized_tar(size):
    """A header that says more, or less than nothing, than is there."""
    header = tarfile.TarInfo("big.txt").tobuf(tarfile.GNU_FORMAT)[:512]
    return with_checksum(header[:124] + (size % (1 << 96)).to_bytes(12, "big") + header[136:]) + TEXT


def nested_tar(depth):
    data = make_tar([member("a.txt")])
    for _ in range(depth):
        data = make_tar([member("n.tar", data)])
    return data


# -- 7z -----------------------------------------------------------------------------------------------

def locked_7z(hide_names):
    """A stored name, or a packed header, behind a coder for AES; no key can be right.
    Source: 7zFormat.txt of the LZMA SDK."""
    data, coder = bytes(32), b"\x24\x06\xf1\x07\x01\x12\x53\x0f" + bytes(16)
    streams = b"\x06\0\1\x09\x20\0" + b"\x07\x0b\1\0\1" + coder + b"\x0c\x20\0"
    name = "a.txt\0".encode("utf-16le")
    files = b"\x05\1\x11" + bytes([len(name) + 1]) + b"\0" + name + b"\0"
    header = b"\x17" + streams + b"\0" if hide_names else b"\1\4" + streams + b"\x08\0\0" + files + b"\0"
    start = struct.pack("<QQI", len(data), len(header), zlib.crc32(header))
    return b"7z\xbc\xaf\x27\x1c\0\4" + struct.pack("<I", zlib.crc32(start)) + start + data + header


# -- WARC ---------------------------------------------------------------------------------------------

def record(uri, content, length=None, more=b"", end=b"\r\n\r\n", kind=b"response"):
    """A record; `length` is what it says of its content, else what is true."""
    length = b"%d" % len(content) if length is None else length
    head = b"WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\n" % (kind, uri)
    head += b"WARC-Date: 2019-03-06T04:02:06Z\r\n" + more + b"Content-Length: %s\r\n\r\n" % length
    return head + content + end


def page(n, http=b"", body=None):
    content = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" + http + b"\r\n"
    return content + (b"Part %d was $%d million in 2019.\n" % (n, n) if body is None else body)


# -- Compressed -----------------------------------------------------------------------------------------

def layered(packer, times, data=TEXT):
    for _ in range(times):
        data = packer(data)
    return data


def zipped(data):
    return gzip.compress(data, 9, mtime=0)


def zstd_of_blanks(blocks):
    """Blocks of 128 KiB that are one byte each. Source: RFC 8878, 3.1.1.2.2."""
    size = 128 * 1024
    run = [struct.pack("<I", size << 3 | 1 << 1 | last)[:3] + b" " for last in (0, 1)]
    return b"\x28\xb5\x2f\xfd" + b"\x00\x38" + run[0] * (blocks - 1) + run[1]


# -- Cases ------------------------------------------------------------------------------------------------

def bombs():
    blanks = b" " * (16 * MIB)
    yield "bomb.gz", zipped(blanks) * 64
    yield "bomb.xz", lzma.compress(blanks, preset=0) * 64
    yield "bomb.bz2", bz2.compress(blanks) * 64
    yield "bomb.zst", zstd_of_blanks(8192)
    crc = 0
    for _ in range(64):
        crc = zlib.crc32(blanks, crc)
    big = Entry("big.txt", packed=repeated_deflate(blanks, 64), size=1024 * MIB, crc=crc)
    yield "bomb.zip", make_zip([big, Entry("good.txt")])
    inner = make_zip([big])
    for level in range(2):
        inner = make_zip([Entry("%d-%d.zip" % (level, i), inner) for i in range(16)])
    yield "bomb-nested.zip", inner
    yield "bomb-in-tar.gz", zipped(make_tar([member("b.gz", zipped(blanks) * 16)] * 4))
    yield "overlap.zip", overlapping(1000)
    yield "overlap-quoted.zip", quoted_overlap(200, b" " * MIB)
    yield "layers.gz", layered(zipped, 30)
    yield "nested.tar", nested_tar(30)


def sizes():
    yield "hole-1t.tar", sparse_tar(1 << 40)
    yield "hole-64g.tar", sparse_tar(64 << 30)
    yield "says-8g.tar", sized_tar((1 << 95) | 8 << 30)
    yield "says-negative.tar", sized_tar(-512)
    yield "says-2e60.zip", zip64_claim()
    yield "many.zip", make_zip([Entry("%d.txt" % i, b"x%d" % i) for i in range(20000)])
    yield "many-locked.zip", make_zip([Entry("%d.txt" % i, bytes(20), flags=1) for i in range(20000)])


def small():
    yield "nothing.txt", b""
    yield "one-byte.txt", b"x"
    yield "zeros.tar", bytes(10240)
    yield "zeros.txt", bytes(4096)
    yield "empty.zip", make_zip([])
    yield "empty.gz", zipped(b"")
    yield "locked.zip", make_zip([Entry("a.txt", bytes(20), flags=1), Entry("b.txt")])
    yield "locked.7z", locked_7z(False)
    yield "locked-names.7z", locked_7z(True)


def damaged():
    tar = make_tar([member("%d.txt" % i, (b"In 2019 the rate of part %d was %d percent. " % (i, i)) * 99)
                    for i in range(9)])
    gz = zipped(tar)
    yield "whole.tar", tar
    yield "whole.tar.xz", lzma.compress(tar)
    yield "whole.tar.bz2", bz2.compress(tar)
    yield "whole.zip", make_zip([Entry("%d.txt" % i, TEXT * (i + 1)) for i in range(9)])
    yield "cut.tar", tar[:len(tar) // 2]
    yield "cut.tar.gz", gz[:len(gz) // 2]
    yield "cut.tar.xz", lzma.compress(tar)[:300]
    yield "cut.tar.bz2", bz2.compress(tar)[:300]
    yield "cut.zip", make_zip([Entry("%d.txt" % i) for i in range(9)])[:300]
    yield "crc.tar.gz", gz[:-8] + bytes(4) + gz[-4:]
    yield "crc.zip", make_zip([Entry("a.txt", crc=1), Entry("b.txt")])
    yield "garbage.tar.gz", gz + b"garbage" * 99
    yield "joined.tar.gz", gz + gz
    yield "garbage.zip", make_zip([Entry("a.txt")]) + b"garbage"


def names(outside):
    odd = [
        "../../../climbs.txt", outside + "/absolute.txt", "a/../../climbs-too.txt", "..", "C:\\dos.txt",
        "esc\x1b]0;title\x07\x1b[31m.txt", "new\nline\r.txt", "tab\t.txt", "bidi\u202etxt.exe",
        "separator\u2028.txt", "=cmd|' /C calc'!A0.txt", "<img src=x onerror=alert(1)>.txt", "a!b.txt",
        "back\\slash.txt", "twice.txt", "twice.txt", "twice.txt#2", "bad\udcff\udcfe.txt", "\x7f.txt",
        "x" * 5000, "\u00e9\u0301.txt", "-rf", "'; rm -rf *;'", "$(id).txt", "%s%n.txt",
    ]
    yield "names.tar", make_tar([member(n, b"Part %d was $%d million.\n" % (i, i)) for i, n in enumerate(odd)])
    yield "names.zip", make_zip([Entry(n.encode("utf-8", "surrogateescape"), b"Part %d was $%d million.\n" % (i, i))
                                 for i, n in enumerate(odd) if len(n) < 5000])
    kinds = [("link", tarfile.SYMTYPE, "/etc/passwd"), ("up", tarfile.SYMTYPE, ".."),
             ("hard", tarfile.LNKTYPE, "/etc/shadow"), ("device", tarfile.CHRTYPE, ""),
             ("disk", tarfile.BLKTYPE, ""), ("fifo", tarfile.FIFOTYPE, ""), ("folder", tarfile.DIRTYPE, "")]
    yield "kinds.tar", make_tar([member(n, b"", k, l) for n, k, l in kinds] + [member("up/good.txt")])


def texts():
    long = b"The wall of %d km was built for $%d million in 2019 and "
    yield "one-line.txt", b"".join(long % (i, i) for i in range(5000))
    yield "no-blank.txt", b"$5" * 5000
    yield "digits.txt", b"7" * (2 * MIB)
    yield "marks.txt", ("e" + "\u0301" * 100000 + " was $5 million.\n").encode()
    yield "brackets.md", b"[" * 20000 + b"(" * 20000 + b"\n" + b"> " * 5000 + b"\n" + b"*a_" * 9999
    yield "nul.txt", b"Area:\n  9 km \0 and a wall is 12 km long in 2019.\n"
    yield "controls.txt", b"It was \x1b[31m$5 million\x1b[0m\x08\x7f in 2019.\n" * 9
    yield "binary.txt", bytes(range(32)) * 99
    bad = [b"\xff", b"\xc0\xaf", b"\xe2\x82", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x80" * 9, b"\xf8\x88\x80\x80\x80"]
    yield "utf8.txt", b"".join(b"Part " + b + b" was $5 million in 2019.\n" for b in bad)
    yield "bidi.txt", "It was \u202e$5 million\u202c in \u2066\u0662\u0660\u0661\u0669\u2069, $\uff15 million \u200b.\n".encode()
    yield "slow.txt", b"a" * 40000 + b"!\n"


def encodings():
    text = "It was €5 million in 2019.\n" * 9
    wide, wider = text.encode("utf-16le"), text.encode("utf-32be")
    yield "utf16.txt", b"\xff\xfe" + wide
    yield "utf16-odd.txt", b"\xff\xfe" + wide[:-1]
    yield "utf16-lone.txt", b"\xff\xfe" + b"\0\xd8" + wide + b"\0\xdc\0\xdc" + wide + b"\0\xd8"
    yield "utf16-no-mark.txt", wide
    yield "utf16.xml", "\ufeff<?xml version='1.0'?><feed>$5 million</feed>".encode("utf-16be")
    yield "utf32.txt", b"\0\0\xfe\xff" + wider
    yield "utf32-odd.txt", b"\0\0\xfe\xff" + wider + b"\0\0"
    yield "utf32-beyond.txt", b"\0\0\xfe\xff" + wider + b"\0\x11\0\0" + b"\x80\0\0\x24" + b"\0\0\xd8\0" + wider
    yield "marks-only.txt", b"\xff\xfe\0\0"
    yield "mark-in-mark.txt", b"\xef\xbb\xbf\xff\xfe" + wide
    body = "<p>It was \u20ac5 million in 2019 \u2014 \u00e9.".encode("cp1252")
    yield "charset-none.html", b"<meta charset=x-none>" + body
    yield "charset-wide.html", b"<meta charset=utf-16>" + body
    yield "charset-false.html", b"<meta charset=utf-8>" + body
    yield "charset-shift.html", b"<meta charset=iso-2022-jp>\x1b$B" + body
    yield "charset-long.html", b"<meta charset='\x1b[31m" + b"x\0" * 100000 + b"'>" + body
    yield "charset-many.html", b"<meta charset=shift_jis>" + b"\x81" * 100000 + b"<p>$5 million"


def warcs():
    good, last = record(b"http://a.b/1", page(1)), record(b"http://a.b/9", page(9))

    def between(bad):
        return good + bad + last
    for name, length in ("long", b"99"), ("short", b"50"), ("huge", b"9" * 30), ("negative", b"-1"), ("none", b""):
        yield "length-%s.warc" % name, between(record(b"http://a.b/2", page(2), length=length))
    yield "no-line-ends.warc", between(record(b"http://a.b/2", page(2), end=b""))
    yield "no-blank-line.warc", between(record(b"http://a.b/2", b"", end=b"").replace(b"\r\n\r\n", b"\r\n"))
    chunked = b"Transfer-Encoding: chunked\r\n"
    for name, body in (("not", TEXT), ("huge", b"fffffffffffffffff\r\n" + TEXT), ("cut", b"ff\r\n" + TEXT),
                       ("many", b"1\r\na\r\n" * 100000 + b"0\r\n\r\n"), ("line", b"1;" + b"a" * 100000)):
        yield "chunked-%s.warc" % name, between(record(b"http://a.b/2", page(2, chunked, body)))
    blanks = zipped(b" " * (16 * MIB)) * 16
    for name, how, body in (("not", b"gzip", TEXT), ("bomb", b"gzip", blanks), ("unknown", b"rot13", TEXT),
                            ("layers", b", ".join([b"gzip"] * 99), blanks)):
        coded = b"Content-Encoding: %s\r\n" % how
        yield "coded-%s.warc" % name, between(record(b"http://a.b/2", page(2, coded, body)))
    yield "head-giant.warc", between(record(b"http://a.b/2", page(2), more=b"X: " + b"a" * 4 * MIB + b"\r\n"))
    yield "head-lines.warc", between(record(b"http://a.b/2", page(2), more=b"X: a\r\n" * MIB))
    yield "head-http.warc", between(record(b"http://a.b/2", page(2, b"X: a\r\n" * MIB)))
    yield "uri-giant.warc", between(record(b"http://a.b/" + b"\x1b!" * 20000, page(2)))
    yield "segments.warc", between(record(b"http://a.b/2", page(2), more=b"WARC-Segment-Number: 1\r\n"))
    yield "marks.warc", between(b"WARC/1.0\r\n" * 100000) + b"WARC/1.0\r\nWARC-Type: response\r\n" * 10000
    first, second, third = (zipped(r) for r in (good, record(b"http://a.b/2", page(2)), last))
    middle = len(second) // 2
    yield "member.warc.gz", first + second[:middle] + b"\x55\xaa" + second[middle + 2:] + third
    yield "member-cut.warc.gz", first + second[:middle] + third
    yield "requests.warc", record(b"http://a.b/1", b"GET / HTTP/1.1\r\n\r\n", kind=b"request")


def pages():
    """What a parser of HTML takes long or much memory for."""
    yield "deep.html", b"<div>" * 100000 + TEXT
    yield "deep-cells.html", b"<table><tr><td>" * 100000 + TEXT
    yield "left-open.html", b"".join(b"<p><b id=%d>a</p>" % i for i in range(20000))
    yield "attributes.html", b"<p " + b" ".join(b"a%d=1" % i for i in range(100000)) + b">" + TEXT
    yield "attribute-long.html", b"<p title='" + b"a&amp;" * MIB + b"'>" + TEXT
    yield "tags.html", b"<br>" * 1000001 + TEXT
    yield "cells.html", b"<table>" + b"<tr><td>$<td>5" * 60000
    yield "spans.html", b"<table><tr>" + b"<td colspan=9999999 rowspan=9999999>5" * 9999
    yield "references.html", b"<p>" + b"&#xFFFFFFFFFFFFFFFFFFFF;&NotEqualTilde;&" * 50000
    yield "comment.html", b"<!--" * 500000 + b"<p>" + TEXT
    yield "large.html", b"<p>" + b"a" * (16 * MIB)
    yield "frames.html", b"<frameset>" + b"<frame src=a>" * 1000
    yield "marked.html", b"<p>" + b"<b><i>" * 200 + TEXT + b"</i></p>" * 9999


def word(document, *more, flags=0):
    """A Word document whose main part is `document`."""
    return make_zip([Entry("[Content_Types].xml", b"<Types/>"), Entry("word/document.xml", document, flags=flags),
                     *more])


def paragraphs(inner=b"", doctype=b""):
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return b"%s<w:document xmlns:w='%s'><w:body>%s%s</w:body></w:document>" % (
        doctype, space, b"<w:p><w:r><w:t>It was $5 million in 2019.</w:t></w:r></w:p>", inner)


def offices():
    """Office documents: what is XML, what is zip, and what is neither."""
    laughs = b"".join(b"<!ENTITY a%d '%s'>" % (i + 1, b"&a%d;" % i * 10) for i in range(12))
    yield "laughs.docx", word(paragraphs(b"<w:p><w:r><w:t>&a12;</w:t></w:r></w:p>",
                                         b"<!DOCTYPE x [<!ENTITY a0 'ha'>%s]>" % laughs))
    yield "outside.docx", word(paragraphs(doctype=b"<!DOCTYPE x SYSTEM 'file:///etc/passwd' ["
                                                  b"<!ENTITY % a SYSTEM 'http://127.0.0.1/'> %a;]>"))
    yield "quadratic.docx", word(paragraphs(b"<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % (b"&a;" * 100000),
                                            b"<!DOCTYPE x [<!ENTITY a '%s'>]>" % (b"x" * 100000)))
    yield "comments.docx", word(paragraphs(b"<!-- -->" * (4 * MIB)))
    yield "attributes.docx", word(paragraphs(b"<w:p %s/>" % b" ".join(b"a%d='1'" % i for i in range(100000))))
    yield "deep.docx", word(paragraphs(b"<w:sdt>" * 100000))
    yield "text.docx", word(paragraphs(b"<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % (b"a " * (8 * MIB))))
    empty = b"<w:p/>" * MIB
    start = paragraphs().split(b"</w:body>")[0]
    yield "bomb.docx", make_zip([Entry("word/document.xml", start,
                                       packed=repeated_deflate(start + empty, 50), size=1)])
    yield "signs.docx", word(paragraphs(b"<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % ("a\u20ac" * MIB).encode()))
    yield "cells.docx", word(paragraphs(b"<w:tbl><w:tr>%s</w:tr></w:tbl>" % (b"<w:tc><w:p/></w:tc>" * 200000)))
    yield "fields.docx", word(paragraphs(b"<w:p><w:r>%s</w:r></w:p>" % (b"<w:fldChar w:fldCharType='begin'/>" * 99999)))
    yield "zip.docx", word(make_zip([Entry("a.txt")]))
    yield "locked.docx", word(paragraphs(), flags=1)
    yield "locked-whole.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
    yield "old.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(504) + "WordDocument".encode("utf-16-le")
    yield "cut.docx", word(paragraphs())[:300]
    yield "no-document.docx", make_zip([Entry("[Content_Types].xml", b"<Types/>")])
    yield "no-text.docx", word(b"<document/>")


SLOW_RULES = r"""schema: 1
kind: money
lang: en
rules:
  - id: money.tower
    about: Takes exponential time.
    pattern: '(?:a|aa|a+)+$'
    examples: [{text: '«aa»'}]
    counterexamples: [{text: 'b', why: 'no a'}]
"""


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as f:
        f.write(data)


def main(folder, outside="/nowhere"):
    for group in bombs(), sizes(), small(), damaged(), names(outside), texts(), encodings(), warcs(), pages(), pdf.hostile(), offices():
        for name, data in group:
            write(os.path.join(folder, name), data)
    write(os.path.join(folder, "rules", "money.yaml"), SLOW_RULES.encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
