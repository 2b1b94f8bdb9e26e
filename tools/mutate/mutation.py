"""What is changed, in which copy: the choice of mutations, by kind and in turns over documents."""
from collections import Counter

import changes
import copies
import rewording

# Two statements that differ in these can both be true, so a report would be wrong; they are rows of
# their own and in no total. `bound`: "over 5" and "over 7", or of grade 3 "over 5" and "7".
COMPATIBLE = ("period", "bound")


class Mutation:
    """One figure of one document, changed by one edit. In the grades 1 and 2 the copy stands beside the
    original, in 3 beside `other`, a document with the same figure, `witness`. `rules`: how its
    sentence was reworded."""

    def __init__(self, document, figure, kind, edit):
        self.document, self.figure, self.kind, self.edit = document, figure, kind, edit
        self.grade, self.rules, self.other, self.witness = 1, [], None, None

    def key(self):
        return "%s:%d:%s" % (self.document.path, self.figure.record["span"]["byte_start"], self.kind)


def possible(documents, seed):
    """All that can be changed: each figure without a reason to leave it out, by each kind that fits."""
    found = []
    for document in documents:
        for figure in document.figures:
            if figure.reason is None:
                choice = changes.Choice(seed, document.path, figure.start)
                for kind, edit in changes.edits(document, figure, choice).items():
                    if not stands_near(document, figure, edit):
                        found.append(Mutation(document, figure, kind, edit))
    return found


def stands_near(document, figure, edit):
    """Whether a figure nearby is written like the new one: a careful reader could not tell then."""
    return not edit.near and any(f.text == edit.text and abs(f.start - figure.start) < 400 for f in document.figures)


def choose(mutations, count, seed):
    """`count` of them: from each kind in turn, within a kind from each way of rewording in turn, and
    within that from each document in turn."""
    order = sorted(mutations, key=lambda m: changes.Choice(seed, m.key()).number("order"))
    for key in (lambda m: (m.kind, m.rules[:1], m.document.path), lambda m: (m.kind, m.rules[:1])):
        order = [m for _, m in sorted(numbered(order, key), key=lambda turn: turn[0])]
    by_kind = numbered(order, lambda m: m.kind)
    return [m for _, m in sorted(by_kind, key=lambda turn: (turn[0], turn[1].kind))[:count]]


def numbered(order, key):
    """(n, m): m is the n-th with its key."""
    number, turns = Counter(), []
    for m in order:
        number[str(key(m))] += 1
        turns.append((number[str(key(m))], m))
    return turns


def foresee_rules(mutations, seed):
    """Notes how the sentence of each will be reworded, to choose by it."""
    used = {}
    for document in {m.document: None for m in mutations}:
        used.update(reworded_copy(copies.unchanged(document), document, seed)[1])
    for m in mutations:
        m.rules = used[m.figure]


def changed_copy(m, seed):
    """The copy of a mutation; of grade 2 reworded, with the rules used in the sentence kept in it."""
    copy = copies.with_edit(m.document, m.figure, m.edit)
    if m.grade != 2:
        return copy
    copy, used = reworded_copy(copy, m.document, seed)
    m.rules = used[m.figure]
    return copy


def reworded_copy(copy, document, seed):
    """A sentence's choice depends on its place in the order of sentences, which an edit leaves."""
    def reword(one, twin):
        return rewording.reword(one, twin, changes.Choice(seed, document.path, one.figures[0].origin.start, "reword"))
    return copies.reworded(copy, document, reword)


def from_agreements(agreements, documents, seed):
    """Mutations of grade 3: of each two places in different documents that the program says agree,
    the one that may be changed."""
    at = {(d.path, f.record["span"]["byte_start"]): (d, f) for d in documents for f in d.figures}
    found, seen = [], set()
    for agreement in agreements:
        one = at.get(where(agreement["primary"]))
        for side in agreement["related"]:
            other = at.get(where(side))
            if one and other and one[0] is not other[0] and (one[1], other[1]) not in seen:
                seen.add((one[1], other[1]))
                found += of_pair(one, other, seed) or of_pair(other, one, seed)
    return found


def of_pair(changed, witness, seed):
    document, figure = changed
    if figure.reason is not None:
        return []
    found = []
    for kind, edit in changes.edits(document, figure, changes.Choice(seed, document.path, figure.start)).items():
        if kind in ("digit", "scale", "point") and not changes.contradicts(figure, edit.text, witness[1]):
            kind = "bound"
        m = Mutation(document, figure, kind, edit)
        m.grade, (m.other, m.witness) = 3, witness
        found.append(m)
    return found


def where(side):
    return side["document"], side["span"]["byte_start"]
