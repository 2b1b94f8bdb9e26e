"""Which figures may be changed: those that a careful reader would call a claim. Every other one is
left out for a reason that is counted; the reasons are the rows of REASONS, and the first that fits
counts. None of them asks the program whether it made a claim."""
import re

from words import any_of, words

# What stands before a figure ends with one of these.
PART = re.compile(r"(?:\b(?:%s)\s*(?:#\s*)?|§+\s*|\d\([a-z0-9]+\)(?:,| and| or)?\s*)$" % any_of("part"), re.I)
PART_LIST = re.compile(r"(?:\b(?:%s)|§§)\s(?:[\s\d,;.–-]|\([^()]*\)|\b(?:and|or|to|[a-z])\b)*$"
                       % any_of("parts"), re.I)
BACK = re.compile(r"\b(?:the|these|those|our|both|all|other|first|last|next|any|my|your|his|her|their|its)\s$", re.I)
OF_THEM = re.compile(r"\sof\s(?:them|these|those|us|you|whom|which)\b")
WHEN = re.compile(r"\b(?:last|past|next|recent|previous|preceding|first|coming|following|another|these|those|over the"
                  r"|for the|in the|of the|during the|after|since|within the|once every)\s$", re.I)
NUMBER_WORD = re.compile(r"\b(?:%s)\b" % any_of("number"), re.I)
AGO = re.compile(r"\s(?:ago|later|earlier|before|after|from now|old|hence|since|into|away)\b")
BOUNDS = ("over", "at-least", "under", "up-to")
CAPTION = re.compile(r"\W*(?:Figure|Table|Chart|Box|Slide|Exhibit)\s[\dA-Z.-]+?(?:[.:]|\s*$|\s+[A-Z])")
NAMED = re.compile(r"\b(?:Act|Code|Law|Plan|Amendments|Agreement|Resolution|Rule|Census|Order) of\s$|\([^()]*$")
ONCE = re.compile(r"\b(?:%s)\b" % any_of("once"), re.I)


class Spot:
    """A figure and what stands around it."""

    def __init__(self, document, figure):
        self.figure, self.text = figure, figure.text
        self.line = document.line(figure.start)
        self.start, self.end = document.paragraph(figure.start)
        self.before = document.text[max(self.start, figure.start - 90):figure.start].replace("\n", " ")
        self.after = document.text[figure.end:min(self.end, figure.end + 60)].replace("\n", " ")
        self.paragraph = document.text[self.start:self.end]
        self.in_row = document.is_row(figure.start)
        self.plain = figure.kind == "number" and bool(re.fullmatch(r"\d+", self.text))


def is_markup(s):
    return not s.figure.is_as_written()


def is_wordless(s):
    return not re.search(r"\d", s.text) and not NUMBER_WORD.search(s.text)


def is_note(s):
    """A line of a list of notes or references: "[1] Census basis.", "| 103. | NOAA, ...", "4. See ..."."""
    return bool(re.match(r"\s*(?:\[\^?\d+\]|\|\s*\d+\.\s*\||\d+\.\s+(?:See|Ibid|Id\.|For |P\.L\.))", s.line))


def is_metadata(s):
    """"**Report No.:** 98-317", "- [July 8, 2022 (R46646 - Version: 5)](...)", "Contact: ..."."""
    link = re.match(r"\s*(?:[-*]\s*)?\[[^\]]*\]\([^)]*\)\W*$", s.paragraph)
    return bool(link) or bool(re.match(r"\s*(?:\*\*[^*]+:\*\*|\|\s*\*\*[^*|]+:\*\*|!\["
                         r"|(?:Cite|Contact|Date|Source|Phone|Tel|Telephone|Fax|Inquiries|Copyright)\b[^.]{0,3}[:\s])",
                         s.line))


def is_address(s):
    run = re.search(r"\S*$", s.before).group() + s.text + re.match(r"\S*", s.after).group()
    return "://" in run or "www." in run or "@" in run or bool(re.search(r"\]\([^)\s]*$", s.before))


def is_telephone(s):
    return bool(re.search(r"\d{3}[-./ )]{1,2}\d{3,4}|\+\d", s.before[-12:] + s.text + s.after[:10])) and s.plain


def is_part_number(s):
    return s.figure.kind == "number" and bool(PART.search(s.before) or PART_LIST.search(s.before)
                                              or re.match(r"\([a-z0-9]{1,3}\)", s.after))


def is_citation(s):
    near = s.before[-60 if s.figure.kind == "date" else -25:] + s.text + s.after[:16]
    return s.figure.kind in ("number", "date", "quantity") and any(mark in near for mark in words("citation"))


def is_enumerator(s):
    first = re.fullmatch(r"\s*[-*|(\[]?\s*", s.line[:max(0, s.line.find(s.text))]) and s.line.find(s.text) >= 0
    alone = re.search(r"[(\[]$", s.before) and re.match(r"[)\]]", s.after)
    at_start = first and not s.before.strip(" \t-*|([") and re.match(r"[.):](?:\s|$)", s.after)
    glued = s.text.startswith(".") and re.search(r"[)\]a-z]$", s.before)
    return s.plain and bool(at_start or alone) or bool(glued)


def is_identifier(s):
    """Joined to letters, to a sign or to other digits: "98-317", "F-16", "7/16", "5-4", "#12", "119th"."""
    glued = re.search(r"[A-Za-z#_][-–]?$|\d[-–/:]$", s.before) or re.match(r"[-–/:]\d|[A-Za-z_]", s.after)
    return s.figure.kind == "number" and bool(glued) and bool(re.match(r"\d", s.text))


def is_long_number(s):
    return s.plain and (len(s.text) > 5 or s.text.startswith("0"))


def is_bare_year(s):
    return s.plain and bool(re.fullmatch(r"(?:1[6-9]|20)\d\d", s.text))


def is_time_of_day(s):
    return bool(re.search(r"\d:$", s.before) or re.match(r"(?::\d\d)?\s?(?:[ap]\.?m\b|[AP]\.?M\b|o'clock)", s.after))


def is_numbered_thing(s):
    """"the 119 Congress", "Group of Seven", "Boeing 737": part of a name."""
    begins = re.search(r"[.!?:]\s+\w+\s$|^\W*\w+\s$", s.before)
    name = re.search(r"\b[A-Z][A-Za-z]+(?: of)?\s$", s.before) and not begins
    noun = re.match(r"[\s-]+(?!(?:%s)\b)[a-z]{3,}" % any_of("no noun"), s.after)
    numbered = re.match(r"\s(?:Congress|Amendment|Session)\b", s.after)
    word = s.text[0].isupper() and s.figure.kind == "number"
    return bool((s.plain or word) and name and not noun or s.plain and numbered)


def is_formula(s):
    return bool(re.search(r"[=*^+]\s?$", s.before) or re.match(r"\s?[=*^+]", s.after))


def is_heading(s):
    line = s.line.strip()
    letters = re.sub(r"[^A-Za-z]", "", line)
    open_ended = len(s.paragraph) < 90 and not re.search(r"[.!?:;,]\W*$", s.paragraph.strip())
    title = open_ended and capitals(s.paragraph) >= 0.6 and not re.match(r"\s*[-*•]", s.paragraph)
    capital = letters.isupper() and len(line.split()) > 1
    numbered = re.match(CAPTION, line)
    return line.startswith("#") or not s.in_row and (capital or title) or bool(numbered)


def capitals(text):
    found = [w for w in re.findall(r"[A-Za-z]+", text) if len(w) > 3]
    return sum(w[0].isupper() for w in found) / len(found) if found else 1.0


def is_page_furniture(s):
    return not s.in_row and len(re.findall(r"[A-Za-z]{2,}", s.paragraph)) < 2


def is_reference_back(s):
    word = not re.search(r"\d", s.text) and s.figure.kind == "number" and len(s.text.split()) == 1
    return s.figure.kind == "number" and bool(OF_THEM.match(s.after)) or word and bool(BACK.search(s.before))


def is_span_of_time(s):
    """"the last 25 years", "two weeks ago": it says when."""
    return s.figure.kind == "duration" and bool(WHEN.search(s.before) or AGO.match(s.after)
                                                or re.match(r"(?:the|this|these|last|past|next)\b", s.text, re.I))


def is_range(s):
    return s.figure.kind not in ("date", "duration") and s.figure.value.get("stated") is None


def is_ordinal(s):
    return s.figure.kind in ("rank", "multiple") and not re.search(r"\d", s.text)


def is_bare_cell(s):
    """A cell whose row has no words."""
    row = s.line.lstrip().startswith("|")
    return row and s.figure.kind == "number" and not re.search(r"[A-Za-z]{3,}", s.line)


def is_yearless(s):
    return s.figure.kind == "date" and not re.search(r"(?:1[6-9]|20)\d\d", s.text)


def is_in_no_event(s):
    """A date that dates neither a figure of its sentence nor something that happens once; or that
    stands in a row, in brackets or in a name."""
    if s.figure.kind != "date":
        return False
    adjective = re.search(r"\b(?:the|this|that)\s$", s.before, re.I) and re.fullmatch(r"(?:FY\s?)?\d{4}", s.text)
    named = bool(NAMED.search(s.before) or adjective)
    return s.in_row or named or s.text.endswith("s") or len(s.paragraph) < 40


# Each with what is left out, in the order of the questions.
REASONS = (
    ("markup within the figure", is_markup),
    ("no number in it", is_wordless),
    ("date without a year", is_yearless),
    ("list of notes", is_note),
    ("metadata or link", is_metadata),
    ("address", is_address),
    ("telephone number", is_telephone),
    ("heading or caption", is_heading),
    ("page furniture", is_page_furniture),
    ("number of a part", is_part_number),
    ("citation", is_citation),
    ("enumerator or note mark", is_enumerator),
    ("identifier, score or ratio", is_identifier),
    ("identifier, score or ratio", is_long_number),
    ("bare year", is_bare_year),
    ("time of day", is_time_of_day),
    ("part of a name", is_numbered_thing),
    ("formula", is_formula),
    ("refers back", is_reference_back),
    ("span of time that says when", is_span_of_time),
    ("range", is_range),
    ("rank or multiple in words", is_ordinal),
    ("cell of a row without words", is_bare_cell),
    ("date that dates nothing", is_in_no_event),
)


def left_out(document, figure):
    """The reason why a figure is not changed; None: it may be."""
    spot = Spot(document, figure)
    for reason, test in REASONS:
        if test(spot):
            return reason
    return None


def is_bound(figure):
    return figure.hedge in BOUNDS
