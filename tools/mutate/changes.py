"""The kinds of change: what else a figure could have been written as, by a slip. Each gives an Edit
or nothing; `Choice` picks the same way for the same seed."""
import hashlib
import re
from collections import namedtuple
from decimal import Decimal

import sentence
from figures import BOUNDS, ONCE
from words import any_of, pairs

# What a kind of change does to a figure: its new text, and (start, end, text) of the one word near it
# that changes with it or instead of it.
Edit = namedtuple("Edit", "text near")

NUMBERS = ("two three four five six seven eight nine".split(), "ten eleven twelve thirteen fourteen fifteen sixteen"
           " seventeen eighteen nineteen".split(), "twenty thirty forty fifty sixty seventy eighty ninety".split())
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
FRACTIONS = {"1/4": "3/4", "1/2": "1/4", "3/4": "1/4", "1/8": "3/8", "1/3": "2/3", "2/3": "1/3"}
# A direction word and up to three words to the figure; "set up five posts" has none.
SIGN = re.compile(r"(?<!\bset )(?<!\bmake )(?<!\bmakes )(?<!\bmade )(?<!\bend )(?<!\bsign )(?<!\bopen )(?<!\bcome )"
                  r"\b(%s)((?:\s+(?:%s)){0,3}\s+)$" % (any_of("sign"), any_of("between")), re.I)
BEHIND = re.compile(r"(?:\s+(?:points?|annual|net|overall|real|more|further))?\s+(%s)\b" % any_of("behind"))
SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
SHORT = {"m": "million", "bn": "billion", "tn": "trillion"}
WIDE = 0.25  # an "about" is wide: nobody would call less than a quarter more or less a contradiction


class Choice:
    """Numbers that depend on the seed and on what is chosen for, and on nothing else."""

    def __init__(self, *of):
        self.of = "\t".join(str(x) for x in of)

    def number(self, what):
        return int.from_bytes(hashlib.sha256((self.of + "\t" + what).encode()).digest()[:8], "big")

    def one(self, what, options):
        return options[self.number(what) % len(options)]


def other_word(name, word):
    """The other word of a list, in the case of this one; hyphens and line ends are blanks."""
    table = {key.replace("-", " "): other for key, other in pairs(name)}
    return matching_case(table[" ".join(word.replace("-", " ").lower().split())], word)


def matching_case(new, old):
    return new.upper() if old.isupper() and len(old) > 1 else new.capitalize() if old[0].isupper() else new


def change_digit(figure, choice):
    """One digit that counts; trailing zeros do not, and none comes at the end or the beginning."""
    text = figure.text
    fraction = re.search(r"\d/\d", text)
    whole = NUMBER.search(text)
    if fraction and whole.start() == fraction.start():
        new = FRACTIONS.get(fraction.group())
        return new and text[:fraction.start()] + new + text[fraction.end():]
    if not whole:
        return change_word(text, choice)
    digits = [i for i in range(*whole.span()) if text[i].isdigit()]
    while len(digits) > 1 and text[digits[-1]] == "0" and "." not in whole.group():
        digits.pop()
    tries = [text[:i] + d + text[i + 1:] for i in digits for d in "123456789" if d != text[i]]
    tries = [t for t in tries if is_far(text, t, figure.hedge)]
    return choice.one("digit", tries) if tries else None


def change_word(text, choice):
    for row in NUMBERS:
        match = re.search(r"\b(?:%s)\b" % "|".join(row), text, re.I)
        if match:
            others = [w for w in row if w != match.group().lower()]
            new = matching_case(choice.one("word", others), match.group())
            return text[:match.start()] + new + text[match.end():]
    return None


def is_far(old, new, hedge):
    if hedge in (None, *BOUNDS):
        return True
    a, b = (float(NUMBER.search(t).group().replace(",", "")) for t in (old, new))
    return abs(a - b) >= WIDE * max(a, b)


def size(text):
    """The number of a figure with its scale word applied; None if it is in words or a fraction."""
    match = NUMBER.search(text)
    if not match or "/" in text:
        return None
    scale = re.match(r"[\s\xa0-]?(%s)\b" % "|".join([*SCALES, *SHORT]), text[match.end():], re.I)
    name = scale.group(1).lower() if scale else None
    return Decimal(match.group().replace(",", "")).scaleb(SCALES[SHORT.get(name, name)] if scale else 0)


def contradicts(figure, new, witness):
    """Whether `new`, written for `figure`, and another statement of that figure, which may be rounded or
    hedged in another way, have no value in common."""
    if witness.hedge in BOUNDS or witness.value.get("stated") is None:
        return False
    old, number = size(figure.text), size(new)
    if not old or number is None or witness.unit != figure.unit:
        return True
    factor = number / old
    low, high = (Decimal(figure.value[end]) * factor for end in ("low", "high"))
    return high <= Decimal(witness.value["low"]) or Decimal(witness.value["high"]) <= low


def change_scale(figure, _):
    match = re.search(r"(?<=[\d\s\xa0-])(?:thousand|million|billion|trillion|bn|tn)\b", figure.text, re.I)
    if not match:
        return None
    new = other_word("scale", match.group())
    return figure.text[:match.start()] + new + figure.text[match.end():]


def change_point(figure, choice):
    """The point lost or moved; without one, in round numbers a zero lost or added, and in others a
    point put in, but for counts, which have none."""
    match = NUMBER.search(figure.text)
    if not match or "/" in figure.text:
        return None
    number = match.group()
    whole, _, part = number.partition(".")
    plain = whole.replace(",", "")
    if part:
        new = (plain + part).lstrip("0") if len(part) == 1 else plain.lstrip("0") + part[0] + "." + part[1:]
    elif plain.endswith("00") and choice.number("zero") % 2:
        new = grouped(plain[:-1], whole)
    elif plain.endswith("0") and plain != "0":
        new = grouped(plain + "0", whole)
    elif len(plain) > 1 and (figure.unit or re.search(r"[mb]illion", figure.text)):
        new = plain[:-1] + "." + plain[-1]
    else:
        return None
    return figure.text[:match.start()] + (new or "0") + figure.text[match.end():]


def grouped(digits, like):
    return "{:,}".format(int(digits)) if "," in like or len(digits) < 4 else digits


def change_unit(figure, _):
    """"miles" for "kilometers", "days" for "weeks"; of money the currency."""
    unit = re.search(r"(?<![A-Za-z])(?:%s)(?![A-Za-z])" % any_of("unit"), figure.text, re.I)
    sign = re.search(r"(?<![A-Za-z])(?:%s)(?=\d)" % any_of("currency"), figure.text)
    match = unit or sign
    if not match:
        return None
    new = other_word("unit", match.group()) if unit else dict(pairs("currency"))[match.group()]
    return figure.text[:match.start()] + new + figure.text[match.end():]


def change_per(document, figure):
    """"a day" for "a year" behind the figure and up to four words of what it counts."""
    after = document.text[figure.end:document.paragraph(figure.start)[1]][:60]
    match = re.match(r"((?:\s+[a-z]+){0,4}?\s+)(%s)\b" % any_of("per"), after)
    if not match:
        return None
    start = figure.end + match.start(2)
    return start, start + len(match.group(2)), other_word("per", match.group(2))


def change_sign(document, figure):
    """The nearest direction word: up to three words before the figure, or right behind it."""
    if figure.kind == "duration":
        return None
    start, end = sentence.bounds(document, figure)
    start = max([f.end for f in document.figures if f.end <= figure.start] + [start])
    before = SIGN.search(document.text[start:figure.start])
    if before and is_change(figure, before.group(1).lower(), before.group(2).lower().split()):
        at = start + before.start(1)
        return at, at + len(before.group(1)), other_word("sign", before.group(1))
    after = BEHIND.match(document.text[figure.end:end])
    if after:
        at = figure.end + after.start(1)
        return at, at + len(after.group(1)), other_word("behind", after.group(1))
    return None


def is_change(figure, word, gap):
    """Not "more than 5", which is a bound; "rose to 5" is a level; "cut the deficit by 5" is no deficit."""
    balance = word in ("surplus", "deficit")
    return figure.hedge not in BOUNDS and not {"than", "to"} & set(gap) and ("of" in gap or not balance)


def change_year(figure, choice):
    match = re.search(r"(?:1[6-9]|20)\d\d", figure.text)
    by = choice.one("year", (-3, -2, -1, 1, 2))
    return figure.text[:match.start()] + str(int(match.group()) + by) + figure.text[match.end():]


WITHIN = (("digit", change_digit), ("scale", change_scale), ("point", change_point), ("unit", change_unit))
NEAR = (("unit", change_per), ("sign", change_sign))


def edits(document, figure, choice):
    """{kind: Edit} of all kinds that fit. Of a bound only a digit, as kind `bound`, and of the date of
    figures the year, as `period`: two statements that then differ can both be true."""
    if figure.kind == "date":
        kind = year_kind(document, figure)
        return {kind: Edit(change_year(figure, choice), None)} if kind else {}
    if figure.hedge in BOUNDS:
        new = change_digit(figure, choice)
        return {"bound": Edit(new, None)} if new else {}
    found = {}
    for kind, change in WITHIN:
        new = change(figure, choice)
        if new and new != figure.text:
            found[kind] = Edit(new, None)
    for kind, change in NEAR:
        near = change(document, figure)
        if near:
            found.setdefault(kind, Edit(figure.text, near))
    return found


def year_kind(document, figure):
    """`year`: the date of what happens once, in a sentence without other figures. `period`: the date
    of the figures of its sentence. None: neither."""
    start, end = sentence.bounds(document, figure)
    others = [f for f in document.figures if start <= f.start < end and f.kind not in ("date", "duration")
              and re.search(r"\d", f.text)]
    if others:
        return "period"
    fiscal = re.match(r"(?:FY|fiscal)", figure.text, re.I)
    once = ONCE.search(document.text[max(start, figure.start - 100):min(end, figure.end + 60)])
    return "year" if once and not fiscal and not figure.hedge else None
