"""floor.py - scores $CC on the sentences beside this file with the evaluator of tools/accuracy, and holds
each figure to floors.tsv. Prints a line a test, and the sentences that are wrong."""
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "tools", "accuracy"))
sys.dont_write_bytecode = True

import bench
import dates
import figures
import pairs
import program
import table


def read(file):
    return bench.read_table(os.path.join(HERE, file))


def unmark(marked):
    """A text with « and » to the text without, and the places in bytes of what stood between them."""
    text, places = "", []
    for outside, inside in re.findall("([^«]*)(?:«([^»]*)»)?", marked):
        text += outside
        if inside:
            places.append((len(text.encode("utf8")), len((text + inside).encode("utf8"))))
            text += inside
    return text, places


def measure_figures(here):
    for set_, (_, kinds, _) in figures.SETS.items():
        cases = []
        for row in read("figures.tsv"):
            if row["set"] == set_:
                text, places = unmark(row["text"])
                values = map(float, row["values"].split())
                cases.append(figures.Case(text, list(zip(places, values, strict=True))))
        t = figures.score(here, set_, cases, kinds)
        yield set_, "value right", table.share(t.right, t.wanted)


def measure_dates(here):
    rows = []
    for i, row in enumerate(read("dates.tsv")):
        text, places = unmark(row["text"])
        spans = [
            {"bstart": start, "bend": end, "value": value}
            for (start, end), value in zip(places, row["values"].split(), strict=True)
        ]
        rows.append({"doc": program.name(i), "dct": row["dct"], "text": text, "spans": spans})
    for metric, s in dates.score(here, "dates", rows).items():
        yield "dates", metric + " F1", s.f1


def measure_pairs(here):
    counts = pairs.score(here, "pairs", read("pairs.tsv"))
    s = pairs.refuted(counts)
    yield "pairs", "REFUTES precision", s.precision
    yield "pairs", "REFUTES F1", s.f1
    yield "pairs", "accuracy over three", pairs.accuracy(counts)


def main():
    here = bench.Bench(program.Program(os.environ["CC"], os.cpu_count()), misses=1000)
    floors = {(r["set"], r["metric"]): float(r["floor"]) for r in read("floors.tsv")}
    for measure in (measure_figures, measure_dates, measure_pairs):
        for set_, metric, value in measure(here):
            floor = floors.pop((set_, metric))
            if value >= floor:
                print("ok %s, %s: %.1f" % (set_, metric, value))
            else:
                print("not ok %s, %s: got %.1f, wanted %.1f" % (set_, metric, value, floor))
    for set_, metric in floors:
        print("not ok %s, %s: got nothing, wanted %.1f" % (set_, metric, floors[set_, metric]))


main()
