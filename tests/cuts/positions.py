"""positions.py spans - reads records (standard input) and works out each of their spans anew from the
bytes of the file that it names: the text, the line, the column. Reports by file.
positions.py twins NASTY PLAIN - reads `extract` of both folders and wants the same facts of twins."""
import codecs
import collections
import json
import os
import sys
import unicodedata

BLANKS = "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
codecs.register_error("each", lambda e: ("\ufffd", e.start + 1))


def decode(some):
    return some.decode("utf-8", "each")


def normal(text):
    """NFC, and white space runs as one blank."""
    text = unicodedata.normalize("NFC", text)
    out = ""
    for c in text:
        if c not in BLANKS:
            out += c
        elif not out.endswith(" "):
            out += " "
    return out


def place(some, at):
    """Line and column, from 1; LF, CRLF and a lone CR end a line; a BOM has no column."""
    line, start = 1, 3 if some.startswith(b"\xef\xbb\xbf") else 0
    i = start
    while i < at:
        if some[i] == 10 or (some[i] == 13 and some[i + 1 : i + 2] != b"\n"):
            line, start = line + 1, i + 1
        i += 1
    return line, len(decode(some[start:at])) + 1


def sides(record):
    if record["type"] in ("fact", "claim"):
        yield record
    if record["type"] in ("finding", "agreement"):
        yield record["primary"]
        yield from record["related"]


def check(side, some):
    """What is wrong with a span, or None."""
    span = side["span"]
    got = normal(decode(some[span["byte_start"] : span["byte_end"]]))
    if got != side["text"]:
        return f"the bytes of {side['text']!r} are {got!r}"
    if not got.strip() or got != got.strip():
        return f"the span of {side['text']!r} has blanks at an end"
    line, column = place(some, span["byte_start"])
    if (span["line"], span["column"]) != (line, column):
        return f"{side['text']!r} is at {line}:{column}, got {span['line']}:{span['column']}"
    return None


def spans():
    files, wrong, count = {}, {}, collections.Counter()
    for record in map(json.loads, sys.stdin):
        for side in sides(record):
            path = side["document"]
            if path not in files:
                files[path] = open(path, "rb").read()
            why = check(side, files[path])
            count[path] += 1
            if why:
                wrong.setdefault(path, why)
    if not files:
        print("not ok spans: got no record with a span")
    for path in sorted(files):
        name = f"{count[path]} spans of {'/'.join(path.split('/')[-2:])}"
        print(f"not ok {name}: {wrong[path]}" if path in wrong else f"ok {name}")


def facts_of(path):
    facts = collections.defaultdict(list)
    for record in map(json.loads, open(path, encoding="ascii")):
        if record["type"] == "fact":
            what = {k: record.get(k) for k in ("kind", "text", "value", "unit", "per", "hedge", "rule")}
            facts[os.path.basename(record["document"])].append(what)
    return facts


def twins(nasty, plain):
    nasty, plain = facts_of(nasty), facts_of(plain)
    for name in sorted(plain):
        got, wanted = nasty[name], plain[name]
        other = [(a, b) for a, b in zip(got + [None] * len(wanted), wanted + [None] * len(got)) if a != b]
        same = not other and len(wanted) > 15
        print(f"ok {len(wanted)} facts of {name}" if same else f"not ok facts of {name}: got {len(got)}, wanted {len(wanted)}: {other[:1]}")


{"spans": spans, "twins": twins}[sys.argv[1]](*sys.argv[2:])
