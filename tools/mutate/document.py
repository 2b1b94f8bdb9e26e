"""A document as text with its figures, each at the place that the program's record gives."""
import bisect
import os
import unicodedata
from itertools import accumulate


class Figure:
    """A fact of the program. `start` and `end` count characters of the document's text; `text` is
    what stands there; `claimed` says whether the program made a claim of it; `reason` why it is left
    out (figures.py), None: it may be changed."""

    def __init__(self, record, start, end, text, claimed):
        self.record, self.start, self.end, self.text = record, start, end, text
        self.kind, self.unit = record["kind"], record.get("unit")
        self.hedge, self.value = record["hedge"], record["value"]
        self.claimed, self.reason = claimed, None

    def is_as_written(self):
        """Whether the file has it without markup between: only then can it be changed in place."""
        written = unicodedata.normalize("NFC", self.text.replace("\u00a0", " "))
        return " ".join(written.split()) == self.record["text"]


class Document:
    def __init__(self, path, text, figures):
        self.path, self.text, self.figures = path, text, figures

    def paragraph(self, at):
        """The bounds of the lines around `at` up to the next empty one, or one that begins a new
        item: see `starts_block`."""
        start = self.text.rfind("\n", 0, at) + 1
        while start > 0 and not self.starts_block(start):
            start = self.text.rfind("\n", 0, start - 1) + 1
        end = self.line_end(at)
        while end < len(self.text) and not self.starts_block(end + 1):
            end = self.line_end(end + 1)
        return start, end

    def line_end(self, at):
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def line(self, at):
        return self.text[self.text.rfind("\n", 0, at) + 1:self.line_end(at)]

    def starts_block(self, start):
        """Whether the line at `start` goes on with nothing: it is empty, indented or marked, or
        stands after such a line or one with a cell."""
        line, before = self.line(start), self.line(start - 1)
        indented = line[:1] == " " and before.rstrip()[-1:] in tuple('.!?:;"*)\u201d')
        return (not line.strip() or not before.strip() or line[0] in "|#>" or before[0] in "|#"
                or indented or is_item(line) or "\t" in line or "\t" in before.strip() or self.is_row(start - 1))

    def is_row(self, at):
        """A row of a table, or the value of a label on the line before."""
        line = self.line(at)
        value = line.startswith("\t") and len(line) < 80 and not line.rstrip().endswith(".")
        return line.lstrip().startswith("|") or "\t" in line.strip() or value


def is_item(line):
    words = line.split(None, 1)
    return bool(words) and (words[0] in ("-", "*", "+", "\u2022", "\u2013", "\u2014")
                            or words[0].rstrip(".)").isdigit() and words[0][-1] in ".)")


def load(folder, records):
    """The documents of a folder that can be changed in place, from the records of `extract`; and how
    many figures stand in those that cannot: in an archive, or not in UTF-8."""
    facts, claims = {}, set()
    for r in records:
        if r["type"] == "fact":
            facts.setdefault(r["document"], []).append(r)
        elif r["type"] == "claim":
            claims.add((r["document"], r["span"]["byte_start"]))
    documents, lost = [], 0
    for path in sorted(facts):
        text = read(folder, path)
        if text is None:
            lost += len(facts[path])
        else:
            documents.append(Document(path, text, place(path, text, facts[path], claims)))
    return documents, lost


def read(folder, path):
    if "!" in path:
        return None
    try:
        with open(os.path.join(folder, path), "rb") as file:
            return file.read().decode("utf8")
    except (OSError, UnicodeDecodeError):
        return None


def place(path, text, facts, claims):
    """Facts overlap only where a range gives two; the second of them is left out here."""
    starts = byte_offsets(text)
    figures, end = [], 0
    for fact in sorted(facts, key=lambda f: f["span"]["byte_start"]):
        span = fact["span"]
        a, b = (bisect.bisect_left(starts, span[k]) for k in ("byte_start", "byte_end"))
        if a >= end and b > a:
            claimed = (path, span["byte_start"]) in claims
            figures.append(Figure(fact, a, b, text[a:b], claimed))
            end = b
    return figures


def byte_offsets(text):
    """The byte at which each character begins, and the end."""
    if text.isascii():
        return range(len(text) + 1)
    return [0, *accumulate(1 if c < "\x80" else len(c.encode("utf8")) for c in text)]
