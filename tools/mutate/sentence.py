"""Where sentences begin and end in a paragraph, and a sentence as a text with a mark for each figure
in it, so that a rule can move words without losing a figure's place."""
import re

from words import any_of

MARK = 0xE000  # the first of the marks, in the private use area of Unicode
END = re.compile(r"[.!?][\"\u201d\u2019)\]]*(?:\[\d+\])*\s+(?=[\"\u201c\u2018(\[$\u20ac\u00a3]?[A-Z0-9])")
LINE_END = re.compile(r"[ \t]*\r?\n[ \t]*")
SHORT = re.compile(r"\b(?:%s|[A-Z])\.$" % any_of("short"))


def bounds(document, figure):
    """The sentence around a figure, within its paragraph; ends never fall into a figure."""
    start, end = document.paragraph(figure.start)
    while start < end and document.text[start].isspace():
        start += 1
    for match in END.finditer(document.text, start, end):
        if SHORT.search(document.text[start:match.start() + 1]):
            continue
        if match.end() <= figure.start:
            start = match.end()
        elif match.start() >= figure.end:
            end = match.end()
            break
    return start, start + len(document.text[start:end].rstrip())


class Sentence:
    """`text` has the marks, `figures` those of the document in the order of their marks. Rules may
    change `text` and `written`, how each figure is written."""

    def __init__(self, document, start, end):
        self.start, self.end = start, end
        self.figures = [f for f in document.figures if start <= f.start and f.end <= end]
        self.written = [LINE_END.sub(" ", f.text) for f in self.figures]
        pieces, at = [], start
        for i, f in enumerate(self.figures):
            pieces += [document.text[at:f.start], chr(MARK + i)]
            at = f.end
        text = "".join(pieces + [document.text[at:end]])
        self.text = LINE_END.sub(" ", text)

    def kinds(self):
        """The mark of each figure and its kind."""
        return {chr(MARK + i): f.kind for i, f in enumerate(self.figures)}

    def plain(self):
        return "".join(self.piece(c) for c in self.text)

    def piece(self, c):
        return self.written[ord(c) - MARK] if self.is_mark(c) else c

    def is_mark(self, c):
        return MARK <= ord(c) < MARK + len(self.written)


def all_with_figures(document):
    """Each sentence that has a figure, once, in order."""
    end, found = -1, []
    for figure in document.figures:
        if figure.start >= end:
            start, end = bounds(document, figure)
            end = max(end, figure.end)
            found.append((max(start, found[-1][1] if found else 0), end))
    return found
