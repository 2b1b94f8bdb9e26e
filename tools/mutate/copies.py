"""A changed copy of a document, and where each of its figures came from."""
from collections import namedtuple

import sentence
from document import Document

WIDTH = 76  # columns of a line of plain text

# `text` is the copy; `places` has (start, end, figure of the original) in characters, in order.
Copy = namedtuple("Copy", "text places")


def unchanged(document):
    """The same but for a line end more: two files of the same bytes would be one document."""
    return Copy(document.text + "\n", [(f.start, f.end, f) for f in document.figures])


def with_edit(document, figure, edit):
    """`edit` of a figure (changes.Edit), all else as it is."""
    parts = [(f.start, f.end, edit.text if f is figure else f.text, f) for f in document.figures]
    if edit.near:
        start, end, new = edit.near
        parts.append((start, end, new, None))
    return assemble(document.text, parts)


def assemble(text, parts):
    """`parts`: (start, end, new text, its figure or None), which do not overlap."""
    pieces, places, at, length = [], [], 0, 0
    for start, end, new, figure in sorted(parts, key=lambda p: p[:2]):
        pieces += [text[at:start], new]
        length += start - at
        if figure:
            places.append((length, length + len(new), figure))
        length += len(new)
        at = end
    return Copy("".join(pieces + [text[at:]]), places)


def reworded(copy, document, reword):
    """The copy with each sentence that has a figure put through `reword`, which changes the Sentence
    it gets. Also {figure: the rules used}."""
    twin = as_document(copy, document.path)
    text, places, used, at = "", [], {}, 0
    for start, end in sentence.all_with_figures(twin):
        one = sentence.Sentence(twin, start, end)
        used.update(dict.fromkeys((f.origin for f in one.figures), reword(one, twin)))
        text += copy.text[at:start]
        new, inside = expand(one)
        places += [(len(text) + a, len(text) + b, figure) for a, b, figure in inside]
        text += wrap(text, new) if "\n" in copy.text[start:end] else new
        at = end
    return Copy(text + copy.text[at:], places), used


def expand(one):
    """The text of a sentence with its figures, and their places in it."""
    pieces, places, length = [], [], 0
    for c in one.text:
        piece = one.piece(c)
        if one.is_mark(c):
            places.append((length, length + len(piece), one.figures[ord(c) - sentence.MARK].origin))
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces), places


def wrap(before, text):
    """`text`, which goes on after `before`, with line ends for some of its blanks: a paragraph with lines
    of two lengths would be read as two."""
    column, blank, out = len(before) - before.rfind("\n") - 1, -1, list(text)
    for i, c in enumerate(text):
        column = 0 if c == "\n" else column + 1
        blank = i if c == " " else blank
        if column > WIDTH and blank >= 0 and out[blank] == " ":
            out[blank], column = "\n", i - blank
    return "".join(out)


def as_document(copy, path):
    """The copy with its figures at their new places."""
    return Document(path, copy.text, [Moved(*place, copy.text) for place in copy.places])


class Moved:
    """A figure of the original at its place in the copy."""

    def __init__(self, start, end, origin, text):
        self.start, self.end, self.text, self.origin = start, end, text[start:end], origin
        self.kind, self.hedge, self.reason = origin.kind, origin.hedge, origin.reason
