"""Runs the program on a mutation's two documents and judges its findings."""
import os
import tempfile
from collections import Counter, namedtuple
from decimal import Decimal

import copies
import mutation
import program
import sentence
from document import byte_offsets

ARITHMETIC = ("sum-mismatch", "percent-mismatch", "rate-mismatch", "conversion-mismatch", "date-order",
              "date-impossible", "date-weekday", "date-future")

# `counts`: findings by verdict, see `judge`. `sentences`: the original's, or the other statement of it,
# and the copy's; `why` what --why-not says of the two. Both only of what was missed, when asked for.
Result = namedtuple("Result", "mutation counts sentences why")


class Pair:
    """The original of a document, or another one, beside a copy, as files of a new folder."""

    def __init__(self, folder, document, copy, original):
        self.folder, self.copy = folder, copy
        self.original_path = "original/" + original.path
        self.copy_path = "copy/" + document.path
        write(folder, self.original_path, original.text)
        write(folder, self.copy_path, copy.text)
        self.places = {self.original_path: by_bytes(original.text, [(f.start, f.end, f) for f in original.figures]),
                       self.copy_path: by_bytes(copy.text, copy.places)}

    def findings(self):
        return program.check([self.original_path, self.copy_path], self.folder)

    def figure(self, side):
        """The figure of an original that a side of a finding touches; its path and byte if none."""
        start, end = side["span"]["byte_start"], side["span"]["byte_end"]
        for a, b, figure in self.places[side["document"]]:
            if a < end and start < b:
                return figure
        return side["document"], start


def write(folder, path, text):
    path = os.path.join(folder, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(text.encode("utf8"))


def by_bytes(text, places):
    offsets = byte_offsets(text)
    return [(offsets[a], offsets[b], figure) for a, b, figure in places]


def sides(finding):
    return [finding["primary"]] + finding["related"]


def name(finding, pair):
    """A finding by its check and the figures of the originals that it is about."""
    return finding["check"], frozenset(pair.figure(side) for side in sides(finding))


def findings_unchanged(document, other=None):
    """What is found in a document alone, or with another one: it is no answer to a mutation."""
    with tempfile.TemporaryDirectory() as folder:
        pair = Pair(folder, document, copies.unchanged(document), other or document)
        paths = [pair.copy_path] + ([pair.original_path] if other else [])
        return {name(f, pair) for f in program.check(paths, folder)}


def findings_of_copy(document, copy, known):
    """What an unchanged or reworded copy gives beside its original, but for the `known` findings."""
    with tempfile.TemporaryDirectory() as folder:
        pair = Pair(folder, document, copy, document)
        return {name(f, pair) for f in pair.findings()} - known


def run(m, known, seed, explain):
    """Tries one mutation. `known`: what the two documents give without it."""
    copy = mutation.changed_copy(m, seed)
    with tempfile.TemporaryDirectory() as folder:
        pair = Pair(folder, m.document, copy, m.other or m.document)
        counts = Counter(judge(finding, m, pair, known) for finding in pair.findings())
        sentences = why = None
        if explain and not counts["found"]:
            sentences, why = explain_missed(m, pair)
    return Result(m, counts, sentences, why)


def judge(finding, m, pair, known):
    """`found`: the changed place against its original, or another true statement of it;
    `consequence`: arithmetic that the change has made wrong; `beside`: the changed place against
    something else; `other`: it is not touched; None: found without the mutation too."""
    others = [s for s in sides(finding) if s["document"] != pair.copy_path or pair.figure(s) is not m.figure]
    touched = len(others) < len(sides(finding))
    if touched and any(is_true(s, m, pair) for s in others):
        return "found"
    if name(finding, pair) in known:
        return None
    return ("consequence" if finding["check"] in ARITHMETIC else "beside") if touched else "other"


def is_true(side, m, pair):
    """Whether a side states what the figure said before its change."""
    if side["document"] == pair.original_path and pair.figure(side) is (m.witness or m.figure):
        return True
    if m.figure.kind == "date":
        return side["text"] == m.figure.record["text"]
    value = side.get("value")
    return bool(value) and side.get("unit") == m.figure.unit and overlap(value, m.figure.value)


def overlap(a, b):
    lows = [Decimal(v["low"]) for v in (a, b) if v["low"] is not None]
    highs = [Decimal(v["high"]) for v in (a, b) if v["high"] is not None]
    return not lows or not highs or max(lows) < min(highs)


def explain_missed(m, pair):
    original = m.other or m.document
    twin = copies.as_document(pair.copy, m.document.path)
    changed = next(f for f in twin.figures if f.origin is m.figure)
    true = m.witness or m.figure
    both = ((original, true, pair.original_path), (twin, changed, pair.copy_path))
    sentences = [" ".join(d.text[slice(*sentence.bounds(d, f))].split()) for d, f, _ in both]
    places = [position(path, d.text, f.start) for d, f, path in both]
    return sentences, program.why_not(*places, [pair.original_path, pair.copy_path], pair.folder)


def position(path, text, at):
    """FILE:LINE:COLUMN, as --why-not takes it."""
    return "%s:%d:%d" % (path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
