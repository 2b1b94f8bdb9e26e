"""python3 tools/mutate DIR - recall on running text without gold. Changes one figure in a copy of a
document, runs claimcheck on original and copy together, and counts how many changes are found and
what else is reported. Three grades: 1, the copy as it is; 2, the copy reworded by rules; 3, another
document that states the same figure. CC is the program (standard: build/claimcheck)."""
import argparse
import os
import sys
from concurrent.futures import ThreadPoolExecutor

sys.dont_write_bytecode = True

import copies  # noqa: E402
import document  # noqa: E402
import figures  # noqa: E402
import mutation  # noqa: E402
import program  # noqa: E402
import table  # noqa: E402
import trial  # noqa: E402


def arguments():
    parser = argparse.ArgumentParser(prog="tools/mutate", description=__doc__.split("\n\n")[0])
    parser.add_argument("dir", help="a folder of documents")
    parser.add_argument("--count", type=int, default=100, help="changes a grade (standard: 100)")
    parser.add_argument("--grade", type=int, choices=(1, 2, 3), action="append", help="only this one (repeatable)")
    parser.add_argument("--seed", type=int, default=1, help="another number, another choice")
    many = {"action": "append", "default": [], "metavar": "GLOB"}
    parser.add_argument("--include", **many, help="only such documents (repeatable)")
    parser.add_argument("--exclude", **many, help="no such documents (repeatable)")
    parser.add_argument("--name", help="what the table calls the set (standard: the name of the folder)")
    parser.add_argument("--jobs", "-j", type=int, default=2, help="runs of the program at a time (standard: 2)")
    parser.add_argument("--missed", metavar="FILE", help="write what was missed, and why")
    parser.add_argument("--json", metavar="FILE", help="write all as JSON")
    return parser.parse_args()


def globs(options):
    """The options of the program that say which documents are read."""
    return [word for glob in options.include for word in ("--include", glob)] + \
           [word for glob in options.exclude for word in ("--exclude", glob)]


def load(options):
    documents, lost = document.load(options.dir, program.extract(options.dir, globs(options)))
    for d in documents:
        for figure in d.figures:
            figure.reason = figures.left_out(d, figure)
    return documents, lost


def choose(options, documents):
    """The mutations of all grades asked for."""
    chosen = []
    for grade in options.grade or (1, 2, 3):
        if grade == 3:
            agreements = program.agreements(options.dir, globs(options))
            pool = mutation.from_agreements(agreements, documents, options.seed)
        else:
            pool = mutation.possible(documents, options.seed)
        for m in pool:
            m.grade = grade
        if grade == 2:
            mutation.foresee_rules(pool, options.seed)
        chosen += mutation.choose(pool, options.count, options.seed)
    return chosen


def unchanged(options, chosen, pool):
    """What the documents of each mutation give without a change, {side(m): findings}, and what copies
    without a change give, {grade: (copies, findings)}."""
    pairs = {side(m)[1:]: m for m in chosen}
    alone = dict(zip(pairs, pool.map(lambda m: trial.findings_unchanged(m.document, m.other), pairs.values())))
    tries = {side(m): m for m in chosen if m.grade != 3}

    def findings(m):
        copy = copies.unchanged(m.document)
        if m.grade == 2:
            copy, _ = mutation.reworded_copy(copy, m.document, options.seed)
        return trial.findings_of_copy(m.document, copy, alone[side(m)[1:]])
    of_copies = dict(zip(tries, pool.map(findings, tries.values())))
    known = {side(m): alone[side(m)[1:]] | of_copies.get(side(m), set()) for m in chosen}
    counts = {grade: (sum(g == grade for g, *_ in tries), sum(len(f) for s, f in of_copies.items() if s[0] == grade))
              for grade in {m.grade for m in tries.values()}}
    return known, counts


def side(m):
    return m.grade, m.document.path, m.other and m.other.path


def main():
    options = arguments()
    documents, lost = load(options)
    chosen = choose(options, documents)
    if not chosen:
        sys.exit("no figure in '%s' can be changed" % options.dir)
    with ThreadPoolExecutor(options.jobs) as pool:
        known, plain = unchanged(options, chosen, pool)
        results = list(pool.map(lambda m: trial.run(m, known[side(m)], options.seed, bool(options.missed)), chosen))
    rows = table.rows(options.name or os.path.basename(os.path.abspath(options.dir)), results, plain)
    print(table.show(rows) + "\n\n" + table.left_out([f for d in documents for f in d.figures], lost))
    for path, text in ((options.missed, table.missed), (options.json, lambda r: table.as_json(rows, r))):
        if path:
            with open(path, "w", encoding="utf8") as file:
                file.write(text(results))


main()
