"""Reads the findings of a check of corpus/ (JSON Lines, standard input) and holds them to
expected.tsv: every plant is found by its check, and nothing else is. With the word `silent`
plants may be missing (some of the memos were not read): only what is no plant fails. Rows of the
kinds `missed` (a plant that is not found yet) and `known` (a false alarm not mended yet) fail nothing."""
import csv
import json
import re
import sys

BETWEEN = {"value-conflict", "magnitude", "series-break", "event-conflict"}


def norm(text):
    return " ".join(text.replace("\u00a0", " ").split())


def place(side):
    return re.split("[/!]", side["document"])[-1], side["span"]["line"], norm(side["text"])


def touches(found, document, line, figure):
    name, at, text = found
    return name == document and at == line and (figure in text or text in figure)


def places_of(finding):
    """The places of a finding: one list a pair, or one list in all for a passage that is reckoned up."""
    one = place(finding["primary"])
    others = [place(side) for side in finding["related"]]
    return [[one, two] for two in others] if finding["check"] in BETWEEN and others else [[one, *others]]


def main(expected):
    rows = list(csv.DictReader(open(expected, encoding="utf8"), delimiter="\t"))
    found = []
    for line in sys.stdin:
        r = json.loads(line)
        if r["type"] == "finding":
            found += [[r["check"], places, False] for places in places_of(r)]
    for p in rows:
        if p["kind"] == "trap":
            continue
        sides = [(p["document_" + s], int(p["line_" + s]), norm(p["figure_" + s])) for s in "ab" if p["document_" + s]]
        hit = False
        for one in found:
            check, places, _ = one
            if check == p["check"] and all(any(touches(at, *side) for at in places) for side in sides):
                one[2] = hit = True
        if len(sys.argv) > 2 or p["kind"] == "known" or (p["kind"] == "missed" and not hit):
            continue
        print("ok " + p["id"] if hit else "not ok %s: not found: %s" % (p["id"], p["why"]))
    others = [one for one in found if not one[2]]
    print("ok nothing else" if not others else "not ok nothing else: %d more" % len(others))
    for check, places, _ in others:
        print("# %s %s" % (check, " / ".join(map(str, places))))


main(sys.argv[1])
