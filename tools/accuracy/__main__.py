"""python3 tools/accuracy --data DIR --corpora DIR - what claimcheck gets right on public data sets, as one
table. docs/accuracy.md says where the data comes from, how it is laid out and what came out."""
import argparse
import os
import sys

import bench
import dates
import factbook
import figures
import pairs
import places
import program
import running
import table

# In the order of the table; a set yields rows.
SETS = {
    **{name: figures.measure(name) for name in figures.SETS},
    "dates": dates.measure,
    "pairs": pairs.measure,
    "factbook": factbook.measure,
    "running": running.measure,
    **{name: places.measure(name) for name in places.SETS},
}


def names(text):
    chosen = text.split(",") if text else list(SETS)
    for name in chosen:
        if name not in SETS:
            raise argparse.ArgumentTypeError("no such set: '%s'; there are %s" % (name, ", ".join(SETS)))
    return chosen


def arguments():
    parser = argparse.ArgumentParser(prog="accuracy", description=__doc__)
    parser.add_argument("--program", default="build/claimcheck")
    parser.add_argument("--data", required=True, metavar="DIR", help="rows with what they should give")
    parser.add_argument("--corpora", required=True, metavar="DIR", help="whole documents and tables of them")
    parser.add_argument("--only", type=names, default=names(""), metavar="SET,SET", help=", ".join(SETS))
    parser.add_argument("--limit", type=int, default=0, metavar="N", help="rows or countries of a set")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="wrong rows of a set to stderr")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count(), metavar="N", help="runs at a time")
    return parser.parse_args()


def main():
    a = arguments()
    here = bench.Bench(program.Program(a.program, a.jobs), a.data, a.corpora, a.limit, a.misses)
    rows = [row for name in a.only for row in SETS[name](here)]
    if not rows:
        sys.exit("none of the sets is in '%s' or '%s'; see docs/accuracy.md" % (a.data, a.corpora))
    print(table.text(rows))


main()
