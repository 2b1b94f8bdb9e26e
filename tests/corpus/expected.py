"""Reads the findings of a check of corpus/ (JSON Lines, standard input) and holds them to
expected.tsv: every plant is found by its check, and nothing else is. With the word `silent`
plants may be missing (some of the memos were not read): only what is no plant fails."""
import csv
import json
import re
import sys


def norm(text):
    return " ".join(text.replace("\u00a0", " ").split())


def place(side):
    return re.split("[/!]", side["document"])[-1], side["span"]["line"], norm(side["text"])


def touches(found, document, line, figure):
    name, at, text = found
    return name == document and at == line and (figure in text or text in figure)


def main(expected):
    plants = [r for r in csv.DictReader(open(expected, encoding="utf8"), delimiter="\t") if r["kind"] == "plant"]
    pairs = []
    for line in sys.stdin:
        r = json.loads(line)
        if r["type"] == "finding":
            one = place(r["primary"])
            pairs += [[r["check"], one, place(q), False] for q in r["related"]] or [[r["check"], one, None, False]]
    for p in plants:
        a = (p["document_a"], int(p["line_a"]), norm(p["figure_a"]))
        b = (p["document_b"], int(p["line_b"]), norm(p["figure_b"])) if p["document_b"] else None
        hit = False
        for pair in pairs:
            check, one, two, _ = pair
            sides = (
                touches(one, *a) if b is None
                else two is not None and (touches(one, *a) and touches(two, *b) or touches(one, *b) and touches(two, *a))
            )
            if check == p["check"] and sides:
                pair[3] = hit = True
        if len(sys.argv) > 2:
            continue
        print("ok " + p["id"] if hit else "not ok %s: not found: %s" % (p["id"], p["why"]))
    others = [pair for pair in pairs if not pair[3]]
    print("ok nothing else" if not others else "not ok nothing else: %d more" % len(others))
    for check, one, two, _ in others:
        print("# %s %s / %s" % (check, one, two))


main(sys.argv[1])
