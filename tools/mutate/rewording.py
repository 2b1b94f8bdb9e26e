"""Rewords a sentence by rules that keep what it says. Each rule changes the Sentence it gets and
tells whether it did. Of RESHAPES, which move figures about, the first that fits is used, in an order
that the choice gives; of REWRITES, all that fit."""
import re

import formats
from document import is_item
from words import any_of, pairs, words

MARKS = "\ue000-\uf8ff"
HEDGE = r"(?:(?:%s) )?" % any_of("before figure")
LATER = r"(?: (?:in|for|to|during|from|at|between|over|since|by|under|last|this|on) [^;:()]*)?"
NAME = r"[A-Z][\w'\u2019&.-]*(?: [\w'\u2019&.-]+){0,7}"
# "In MARK, ..." or a few words without a figure, then a clause without a comma.
FRONT = re.compile(r"(In|During|At|On|Since|By|After|Before|Under|Among) ([%s]|[^,;:()%s]{3,50}), ([^,;:()]{20,})\."
                   % (MARKS, MARKS))
BACK = re.compile(r"([A-Z][^,;:()]{20,}) (in|during|at the end of|since|by) ([%s])\." % MARKS)
VERB = re.compile(r"(%s) (%s) (%s(?:(?:an?|the|its|another) )?[^,;:()]*?[%s][^,;:()]*?)(%s)\."
                  % (NAME, any_of("passive"), HEDGE, MARKS, LATER))
VALUE = re.compile(r"([A-Z][^;:,[%s]{5,110}?) (?:%s) (%s[%s][^;]{0,90})\." % (MARKS, any_of("measure"), HEDGE, MARKS))
DATED = re.compile(r"(?:In|During|On) ([%s]), (.*)" % MARKS)
LOOSE = re.compile(r"\b(?:%s)\b" % any_of("loose"), re.I)
SET_PHRASE = re.compile(r"(?:%s)$" % any_of("set phrase"))


def lower_first(text, document):
    """Without its capital, if the document writes the first word without one elsewhere."""
    first = re.match(r"[A-Z][a-z]*\b|A\b", text)
    if not first or not re.search(r"(?<![-.\w])%s\b" % first.group().lower(), document.text):
        return text
    return text[0].lower() + text[1:]


def upper_first(text):
    return text[:1].upper() + text[1:]


# -- What moves figures about -----------------------------------------------------------------------

def move_clause_back(s, _, __):
    """"In 2019, exports fell." -> "Exports fell in 2019." """
    match = FRONT.fullmatch(s.text)
    if not match or SET_PHRASE.match(match.group(2)):
        return False
    s.text = "%s %s %s." % (upper_first(match.group(3)), match.group(1).lower(), match.group(2))
    return True


def move_date_to_front(s, document, _):
    """"Exports fell in 2019." -> "In 2019, exports fell." """
    match = BACK.fullmatch(s.text)
    kinds = s.kinds()
    if not match or kinds[match.group(3)] != "date" or any(kinds.get(c) == "date" for c in match.group(1)):
        return False
    s.text = "%s %s, %s." % (upper_first(match.group(2)), match.group(3), lower_first(match.group(1), document))
    return True


def make_passive(s, document, _):
    """"Congress approved $5 million for X." -> "$5 million was approved by Congress for X." """
    match = VERB.fullmatch(s.text)
    if not match or LOOSE.search(match.group(1)) or re.search("[%s]" % MARKS, match.group(1)):
        return False
    who, verb, what, rest = match.groups()
    if re.search(r"\b(?:be|been|being|is|are|was|were|had|have|has|not|also|would|will)$", who):
        return False
    kind = s.kinds()[re.search("[%s]" % MARKS, what).group()]
    if kind == "date":
        return False
    be = "were" if kind in ("number", "quantity") else "was"
    s.text = "%s %s %s by %s%s." % (upper_first(what), be, verb, lower_first(who, document), rest)
    return True


def value_of(s):
    """What is measured, its dates and the rest of "Exports to Canada were $5 million in 2019."; None."""
    date = DATED.fullmatch(s.text)
    match = VALUE.fullmatch(upper_first(date.group(2)) if date else s.text)
    if not match or LOOSE.search(match.group(1)):
        return None
    figure = re.search("[%s]" % MARKS, match.group(2)).group()
    if s.kinds()[figure] == "date" or date and s.kinds()[date.group(1)] != "date":
        return None
    return match.group(1), ", " + date.group(1) if date else "", match.group(2)


def make_item(s, _, __):
    """"Exports to Canada were $5 million in 2019." -> "- Exports to Canada: $5 million in 2019" """
    value = value_of(s)
    if value:
        s.text = "\n\n- %s%s: %s\n\n" % value
    return bool(value)


def make_row(s, document, _):
    """The same as a row of a table; in plain text a label with its value on the next line."""
    value = value_of(s)
    if value:
        row = "| Item | Value |\n|---|---|\n| %s%s | %s |" if document.path.endswith(".md") else "%s%s:\n\t%s"
        s.text = "\n\n" + row % value + "\n\n"
    return bool(value)


def lead_in(s, document, choice):
    if not re.match(r"(?!And|But|Or |So )[A-Z]", s.text) or not s.text.endswith("."):
        return False
    s.text = "%s %s" % (choice.one("lead-in", words("lead-in")), lower_first(s.text, document))
    return True


# -- What changes words -----------------------------------------------------------------------------

def rewrite_numbers(s, _, choice):
    """Those that may be changed; the rest are names, notes and the like."""
    new = [formats.reformat(text, choice) if f.reason is None else None for f, text in zip(s.figures, s.written)]
    s.written = [n or old for n, old in zip(new, s.written)]
    return any(new)


def replace(text, name):
    """Each word of a list by its other word, with the article that goes with it."""
    table = {word.replace("-", " "): other for word, other in pairs(name)}

    def other(match):
        new = table[" ".join(match.group(2).replace("-", " ").split())]
        article = match.group(1) and ("an " if new[0] in "aeio" else "a ")
        return (article or "") + new
    text = re.sub(r"(?<![\w-])(?:(an? ))?(%s)(?![\w-]|\s\()" % any_of(name), other, text)
    return re.sub(r"(?<=[A-Z]\.[A-Z]\.)\.", "", text)


def abbreviate(s, _, __):
    before = s.text, list(s.written)
    s.text = replace(s.text, "abbreviation")
    s.written = [replace(w, "abbreviation") if f.kind == "quantity" else w for f, w in zip(s.figures, s.written)]
    return before != (s.text, s.written)


def use_synonyms(s, _, __):
    before = s.text
    s.text = replace(s.text, "synonym")
    return before != s.text


RESHAPES = (("list", make_item), ("table", make_row), ("passive", make_passive), ("clause order", move_clause_back),
            ("clause order", move_date_to_front))
REWRITES = (("number format", rewrite_numbers), ("abbreviation", abbreviate), ("synonym", use_synonyms))


def reword(s, document, choice):
    """The names of the rules used; none: the sentence is as it was. A sentence without a figure that
    may be changed is left alone, and rows keep their shape."""
    if all(f.reason for f in s.figures):
        return []
    used = []
    if not document.is_row(s.start) and not is_item(document.line(s.start)):
        order = sorted(RESHAPES, key=lambda rule: choice.number(rule[1].__name__))
        used = [next((name for name, rule in order if rule(s, document, choice)), "")]
        if not used[0]:
            used = ["lead-in"] if lead_in(s, document, choice) else []
    return used + [name for name, rule in REWRITES if rule(s, document, choice)]
