"""Other ways to write a figure: "5,000,000" for "5 million", "%" for "percent", "47" for
"forty-seven". The value stays, and so do the digits that count."""
import re
from decimal import Decimal

from changes import NUMBERS, SCALES
from changes import SHORT as LONG

SHORT = {name: short for short, name in LONG.items()}
SCALED = re.compile(r"(\d[\d,]*(?:\.\d+)?)[\s\xa0-](thousand|million|billion|trillion)\b")
FULL = re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d{7,})(?![\d.,])")
PERCENT = re.compile(r"\s?(?:percent|per cent|%)(?!age)")
MIXED = re.compile(r"\b(\d+)(?:-|\s)(1/2|1/4|3/4)\b")
MONTHS = "January February March April May June July August September October November December".split()
DATE = re.compile(r"(\d{1,2})\s(%s)\s(\d{4})|(%s)\s(\d{1,2}),\s(\d{4})" % ("|".join(MONTHS), "|".join(MONTHS)))
FISCAL = re.compile(r"(?:fiscal\syear\s|FY\s?)(\d{4})", re.I)


def in_full(text, _):
    """"5 million" in full: "5,000,000"."""
    match = SCALED.search(text)
    number = Decimal(match.group(1).replace(",", "")).scaleb(SCALES[match.group(2)]) if match else None
    if not match or number != number.to_integral() or number >= 10 ** 13:
        return None
    return text[:match.start()] + "{:,}".format(int(number)) + text[match.end():]


def in_smaller_scale(text, _):
    """"$1.2 billion" as "$1,200 million"."""
    match = SCALED.search(text)
    names = list(SCALES)
    if not match or match.group(2) == "thousand" or "." not in match.group(1):
        return None
    number = Decimal(match.group(1).replace(",", "")) * 1000
    if number != number.to_integral():
        return None
    scale = names[names.index(match.group(2)) - 1]
    return text[:match.start()] + "{:,} {}".format(int(number), scale) + text[match.end():]


def in_short(text, _):
    """"$5 billion" as "$5bn"."""
    match = SCALED.search(text)
    if not match or match.group(2) not in SHORT or not re.match(r"\W", text):
        return None
    return text[:match.start()] + match.group(1) + SHORT[match.group(2)] + text[match.end():]


def in_words_of_scale(text, _):
    """"5,000,000" as "5 million"."""
    match = FULL.search(text)
    number = Decimal(match.group(1).replace(",", "")) if match else 0
    for name, power in reversed(SCALES.items()):
        part = number.scaleb(-power).normalize() if number else 0
        if name != "thousand" and part >= 1 and -part.as_tuple().exponent <= 3:
            return text[:match.start()] + "{:f} {}".format(part, name) + text[match.end():]
    return None


def other_percent(text, choice):
    match = PERCENT.search(text)
    if not match or "point" in text:
        return None
    options = [o for o in ("%", " per cent", " percent") if o.strip() != match.group().strip()]
    return text[:match.start()] + choice.one("percent", options) + text[match.end():]


def words_or_digits(text, _):
    """"47" for "forty-seven", "nine" for "9"; bare counts only."""
    words = re.fullmatch(r"(?:(%s)[-\s])?(%s)" % ("|".join(NUMBERS[2]), "|".join(sum(NUMBERS, []))), text, re.I)
    if words:
        return str((value_of(words.group(1)) if words.group(1) else 0) + value_of(words.group(2)))
    if re.fullmatch(r"[1-9]?\d", text) and int(text) > 1:
        tens, ones = divmod(int(text), 10)
        if tens < 2:
            return (NUMBERS[0][ones - 2] if tens == 0 else NUMBERS[1][ones])
        return NUMBERS[2][tens - 2] + ("-" + (["one"] + NUMBERS[0])[ones - 1] if ones else "")
    return None


def value_of(word):
    word = word.lower()
    row = next(i for i, names in enumerate(NUMBERS) if word in names)
    at = NUMBERS[row].index(word)
    return (at + 2, at + 10, (at + 2) * 10)[row]


def as_decimal(text, _):
    """"5-1/4 percent" as "5.25 percent"."""
    match = MIXED.search(text)
    if not match:
        return None
    part = {"1/2": "5", "1/4": "25", "3/4": "75"}[match.group(2)]
    return text[:match.start()] + match.group(1) + "." + part + text[match.end():]


def other_date(text, _):
    """"29 April 2021" as "April 29, 2021", and back; not with its weekday."""
    match = DATE.fullmatch(text)
    if match:
        day, month, year, month2, day2, year2 = match.groups()
        return "%s %s, %s" % (month, day, year) if day else "%s %s %s" % (day2, month2, year2)
    fiscal = FISCAL.fullmatch(text)
    if fiscal:
        return ("FY" if "iscal" in text else "fiscal year ") + fiscal.group(1)
    return None


FORMATS = (in_full, in_smaller_scale, in_short, in_words_of_scale, other_percent, words_or_digits, as_decimal,
           other_date)


def reformat(text, choice):
    """Another way to write it; None: there is none."""
    found = [new for new in (way(text, choice) for way in FORMATS) if new and new != text]
    return choice.one("format", found) if found else None
