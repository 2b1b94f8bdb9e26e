"""The word table of the mutator: words.tsv, as lists and pairs by name."""
import collections
import os
import re

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "words.tsv")


def load(path=PATH):
    """{list: [(word, other)]}, in the order of the file; `other` is empty where a list has no pairs."""
    lists = collections.defaultdict(list)
    for line in open(path, encoding="utf8"):
        if line.strip() and not line.startswith("#"):
            name, word, other = (line.rstrip("\n").split("\t") + [""])[:3]
            lists[name].append((word, other))
    return lists


LISTS = load()


def pairs(name):
    return LISTS[name]


def words(name):
    return [word for word, _ in LISTS[name]]


def any_of(name):
    """A pattern for any word of a list, the longest first."""
    return "|".join(re.escape(w).replace(r"\ ", r"[\s-]+") for w in sorted(words(name), key=len, reverse=True))
