"""nasty.py FOLDER - writes texts whose bytes are hard to count: FOLDER/nasty/NAME.txt, and beside each
FOLDER/plain/NAME.txt, which says the same in one line a paragraph, composed, with plain blanks."""
import os
import sys
import textwrap
import unicodedata

PLAIN = [
    "Exports of the Région Île-de-France rose by 4.2 percent in April 2019, to €4.9 billion.",
    "The Québec–São Paulo fund (Ωmega, 日本語, 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 😀) lent $1.25 million to 47 schools on 12 March 2019.",
    "Über 3,000 Häuser — about 61.4 percent of all — were sold for £250,000 each between January and March 2020.",
    "Çelik’s plant made 1,990 miles of wire, and some 36 million people bought it in the first quarter of 2021.",
    "Ångström & Söhne paid 12.8 million dollars on 4 July 2020, over 12 million more than in 2018.",
    "In 2020 it sold 40 000 tons for 5 million euros; the ñandú, é and ü cost one of them $98 a share.",
]


def wrapped(text, end):
    """At 60 columns: figures run over line ends."""
    return end.join(textwrap.wrap(text, 60, break_long_words=False, break_on_hyphens=False))


def figures_broken(text, end):
    """At most every blank beside a figure is a line end, but lines are not short."""
    words, lines, width = text.split(" "), [""], 0
    for before, word in zip([""] + words, words):
        near = any(c.isdigit() for c in before + word)
        if width > 55 and near:
            lines.append(word)
            width = len(word)
        else:
            lines[-1] += (" " if lines[-1] else "") + word
            width += len(word) + 1
    return end.join(lines)


def between_digits(text, blank):
    """Blanks inside and beside figures."""
    out = ""
    for i, c in enumerate(text):
        near = 0 < i < len(text) - 1 and (text[i - 1].isdigit() or text[i + 1].isdigit())
        out += blank if c == " " and near else c
    return out


def nfd(text):
    return unicodedata.normalize("NFD", text)


def join(paragraphs, end="\n"):
    return (end + end).join(paragraphs) + end


def put_between(paragraphs, junk):
    """Bytes before each paragraph's first blank and before each figure."""
    out = []
    for p in paragraphs:
        words = [w.encode() for w in p.split(" ")]
        out.append(b" ".join(junk + b" " + w if w[:1].isdigit() or i == 1 else w for i, w in enumerate(words)))
    return b"\n\n".join(out) + b"\n"


def twins():
    """NAME, bytes of the nasty text, bytes of the plain one."""
    plain = join(PLAIN).encode()
    for name, end in ("lf", "\n"), ("crlf", "\r\n"), ("cr", "\r"):
        yield name, join(PLAIN, end).encode(), plain
        yield name + "-wrapped", join((wrapped(p, end) for p in PLAIN), end).encode(), plain
        yield name + "-broken", join((figures_broken(p, end) for p in PLAIN), end).encode(), plain
        yield name + "-bom", b"\xef\xbb\xbf" + join(PLAIN, end).encode(), plain
        yield name + "-decomposed", nfd(join((wrapped(p, end) for p in PLAIN), end)).encode(), plain
        yield name + "-spaces", join((wrapped(p, " \t " + end + "") for p in PLAIN), end).encode(), plain
    yield "tabs", join(p.replace(" ", "\t") for p in PLAIN).encode(), plain
    yield "runs", join(p.replace(" ", "  \t ") for p in PLAIN).encode(), plain
    yield "form-feed", join(p.replace(" of ", " \f of ") for p in PLAIN).encode(), plain
    for code in 0x0B, 0x85, 0xA0, 0x2007, 0x2009, 0x2028, 0x202F, 0x3000:
        yield f"blank-{code:04x}", join(between_digits(p, chr(code)) for p in PLAIN).encode(), plain
    yield "everything", b"\xef\xbb\xbf" + nfd(
        join((wrapped(between_digits(p, "\u00a0\t"), "\r\n") for p in PLAIN), "\r\n")).encode(), plain
    # An invalid byte is U+FFFD, each by itself; a NUL stays.
    for name, junk in (("invalid", b"\xff"), ("cut", b"\xe2\x82"), ("overlong", b"\xc0\xaf"), ("surrogate", b"\xed\xa0\x80"),
                       ("beyond", b"\xf4\x90\x80\x80"), ("continuation", b"\x80\x80\x80\x80\x80")):
        yield name, put_between(PLAIN, junk), put_between(PLAIN, "\ufffd".encode() * len(junk))
    yield "nul", put_between(PLAIN, b"\0"), put_between(PLAIN, b"\0")
    yield "joiners", put_between(PLAIN, "\u200d\u200b\ufeff".encode()), put_between(PLAIN, "\u200d\u200b\ufeff".encode())
    yield "cut-at-end", join(PLAIN).encode()[:-1] + b" In 2020 it was $5 million.\xf0\x9f", join(PLAIN).encode()[:-1] + \
        " In 2020 it was $5 million.\ufffd\ufffd".encode()


def main(folder):
    for kind in "nasty", "plain":
        os.makedirs(os.path.join(folder, kind))
    for name, nasty, plain in twins():
        for kind, text in ("nasty", nasty), ("plain", plain):
            with open(os.path.join(folder, kind, name + ".txt"), "wb") as f:
                f.write(text)


main(sys.argv[1])
