"""The one table of results, as Markdown."""
import collections

# `value` and `target`: a whole number is a count, another one a percentage. `target` may be None.
Row = collections.namedtuple("Row", "set size metric value target")
Target = collections.namedtuple("Target", "least bound")

COLUMNS = Row("set", "size", "metric", "value", "target")
ALIGNED = (str.ljust, str.ljust, str.ljust, str.rjust, str.ljust)


def at_least(bound):
    return Target(True, bound)


def at_most(bound):
    return Target(False, bound)


def share(part, whole):
    """A percentage; of nothing it is 0."""
    return 100.0 * part / whole if whole else 0.0


def missed(row):
    if row.target is None:
        return False
    return row.value < row.target.bound if row.target.least else row.value > row.target.bound


def shown(row):
    """The cells of a row as text."""
    value = "{:,}".format(row.value) if isinstance(row.value, int) else "%.1f" % row.value
    target = ""
    if row.target is not None:
        sign, end = ">=" if row.target.least else "<=", ", missed" if missed(row) else ""
        target = "%s %g%s" % (sign, row.target.bound, end)
    return row.set, row.size, row.metric, value, target


def text(rows):
    cells = [COLUMNS, *map(shown, rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(COLUMNS))]
    lines = ["| %s |" % " | ".join(a(c, w) for a, c, w in zip(ALIGNED, row, widths)) for row in cells]
    rule = ["-" * (w + 1) + (":" if a is str.rjust else "-") for a, w in zip(ALIGNED, widths)]
    return "\n".join([lines[0], "|%s|" % "|".join(rule), *lines[1:]])
