"""Figures in running text whose places are listed: the rates that the Federal Reserve decided on, and
statistics in press releases. Are they read as claims, and which are set against each other?"""
import collections
import fractions
import itertools
import os

import factbook
import spans
from table import Row, at_most, share

Figure = collections.namedtuple("Figure", "file place low high")

# The sets, their tables and folders, the column that holds the figure, and what may be reported of them.
SETS = {
    "fomc-rates": ("fomc.rates.tsv", "fomc_statements", "federal_funds_target_percent", at_most(0)),
    "senate-statistics": ("senate_border.stat_sets.tsv", "senate_border", "value", None),
}


def amount(text):
    """`6-1/2`, `1/4`, `12,449`: exactly."""
    return sum(fractions.Fraction(part) for part in text.replace(",", "").split("-"))


def read_figures(bench, set_):
    """A range, `0 to 1/4`, is one figure."""
    file, _, column, _ = SETS[set_]
    for r in bench.some(bench.table(file)):
        ends = r[column].split(" to ")
        start = int(r["byte"])
        place = start, start + len(r[column].encode("utf8"))
        yield Figure(os.path.basename(r["doc"]), place, amount(ends[0]), amount(ends[-1]))


def says(claim, figure):
    """Does it lie there, and can it stand for all of the figure and for little else?"""
    value = claim["value"]
    if not spans.meet(spans.of(claim), figure.place) or value.get("low") is None or value.get("high") is None:
        return False
    low, high = fractions.Fraction(value["low"]), fractions.Fraction(value["high"])
    if value.get("stated") is not None and figure.low == figure.high:
        return fractions.Fraction(value["stated"]) == figure.low
    return low <= figure.low and figure.high <= high


def measure(set_):
    def rows(bench):
        _, folder, _, target = SETS[set_]
        figures = list(read_figures(bench, set_))
        if not figures:
            return
        path = os.path.join(bench.corpora, folder)
        claims = collections.defaultdict(list)
        for r in bench.program.records("extract", "--claims", path):
            if r["type"] == "claim" and "low" in (r["value"] or {}):
                claims[os.path.basename(r["document"])].append(r)
        read = [any(says(c, f) for c in claims[f.file]) for f in figures]
        for figure, good in zip(figures, read):
            if not good:
                bench.miss(set_, figure.file, figure.place, "wanted %s to %s" % (figure.low, figure.high))
        size = "%d figures" % len(figures)
        yield Row(set_, size, "read as claims, %", share(sum(read), len(read)), None)
        yield Row(set_, size, "pairs of them reported", against_each_other(bench, figures, path), target)

    return rows


def against_each_other(bench, figures, path):
    found = factbook.between_documents(bench.program.check(path))
    sides = [(f.file, f.place) for f in figures]
    return sum(
        any(factbook.answers(r, factbook.Pair(None, a, b, ())) for r in found[a[0], b[0]])
        for a, b in itertools.combinations(sides, 2)
    )
