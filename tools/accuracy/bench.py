"""What a set is measured with: the program, the folders of data, and where wrong rows are shown."""
import csv
import glob
import json
import os
import sys


class Bench:
    """`limit`: rows taken of a set, 0 for all; `misses`: wrong rows shown of a set."""

    def __init__(self, program, data=None, corpora=None, limit=0, misses=0):
        self.program, self.data, self.corpora = program, data, corpora
        self.limit, self.misses, self.shown = limit, misses, {}

    def files(self, pattern):
        """Files of the data folder, `**` for any folders."""
        return sorted(glob.glob(os.path.join(self.data, pattern), recursive=True))

    def some(self, rows):
        return rows[: self.limit] if self.limit else rows

    def rows(self, path):
        with open(path, encoding="utf8") as f:
            return self.some([json.loads(line) for line in f])

    def table(self, file):
        """Rows of a table of the corpora by column; none where there is no such table."""
        path = os.path.join(self.corpora, file)
        return read_table(path) if os.path.exists(path) else []

    def miss(self, set_, *what):
        self.shown[set_] = self.shown.get(set_, 0) + 1
        if self.shown[set_] <= self.misses:
            print(set_ + ":", *what, sep="  ", file=sys.stderr)


def read_table(path):
    """Rows of a tab-separated file by the columns that its first line names; `#` begins a comment."""
    with open(path, encoding="utf8", newline="") as f:
        return list(csv.DictReader((line for line in f if not line.startswith("#")), delimiter="\t"))
