"""parts DIR: what tools/mutate leaves out, and how it changes and rewords, on sentences written into
DIR. floors FILE: holds what it found in the sample memos (JSON) to a floor."""
import json
import os
import sys

sys.path.insert(0, "tools/mutate")

import changes  # noqa: E402
import copies  # noqa: E402
import document  # noqa: E402
import figures  # noqa: E402
import program  # noqa: E402
import rewording  # noqa: E402
import sentence  # noqa: E402

# A sentence with its figure in «», the reason why it is left out (None: it is changed), and a kind
# of change with what comes of the figure, `*` where the choice is free.
CASES = (
    ("The office employs «47» inspectors at the port.", None, "digit", "*"),
    ("The bill set aside «$330 million» for the lakes.", None, "scale", "$330 billion"),
    ("Duties stood at «8.99 percent» in the spring.", None, "point", "89.9 percent"),
    ("The agency hired «12,000» guards for the tunnels.", None, "point", "*"),
    ("The border runs for «1,954 miles» through desert.", None, "unit", "1,954 kilometers"),
    ("The plaza took «five weeks» to build.", None, "unit", "five months"),
    ("Exports fell by «12.7 percent» that spring.", None, "sign", "12.7 percent"),
    ("The treaty was signed on «12 May 1958» in Ottawa.", None, "year", "*"),
    ("Exports came to $5.1 billion in «2019» at last.", None, "period", "*"),
    ("The wall cost more than «$29 million» to build.", None, "bound", "*"),
    ("See slide «four» for the details of the plan.", "number of a part", None, None),
    ("He cited «21» C.F.R. 101.9 in his brief of May.", "citation", None, None),
    ("The Army wants Increment «2» before the others.", "part of a name", None, None),
    ("The «119» Congress passed no such bill.", "part of a name", None, None),
    ("The rate is given by x = «14 percent» of the base.", "formula", None, None),
    ("We saw («1») more ships and fewer trains.", "enumerator or note mark", None, None),
    ("[1] Some «47 percent» of these are lost.", "list of notes", None, None),
    ("Of the ports, «eleven» of them closed for the winter.", "refers back", None, None),
    ("Prices doubled over «the last 25 years» in the north.", "span of time that says when", None, None),
    ("It will take «$5-6 billion» to build the bridge.", "range", None, None),
)
# A sentence and what a rule makes of it.
RESHAPED = (
    (rewording.move_clause_back, "In 2019, the bridge carried 5 million trucks.",
     "The bridge carried 5 million trucks in 2019."),
    (rewording.move_date_to_front, "Canada emitted 730 megatonnes of greenhouse gases in 2019.",
     "In 2019, Canada emitted 730 megatonnes of greenhouse gases."),
    (rewording.make_passive, "Congress approved $5 million for six plazas.",
     "$5 million was approved by Congress for six plazas."),
    (rewording.make_item, "Farm exports to Canada came to $20.8 billion in 2019.",
     "\n\n- Farm exports to Canada: $20.8 billion in 2019\n\n"),
    (rewording.make_row, "In 2019, farm exports to Canada came to $20.8 billion.",
     "\n\nFarm exports to Canada, 2019:\n\t$20.8 billion\n\n"),
)
# At least so many per cent found of each kind, by grade; and at least so many changed.
FLOORS = {(1, "digit"): 75, (1, "scale"): 95, (1, "point"): 90, (2, "digit"): 80, (2, "scale"): 85, (2, "point"): 75,
          (3, "digit"): 90, (3, "scale"): 90}
LEAST_CHANGED = 5
LEAST_SHARE = 80  # per cent of all findings that are mutations


def say(name, got, wanted):
    print("ok " + name if got == wanted else "not ok %s: got %r, wanted %r" % (name, got, wanted))


def read(folder, texts):
    """The documents of these texts, one each."""
    os.makedirs(folder)
    for i, text in enumerate(texts):
        with open(os.path.join(folder, "%02d.txt" % i), "w", encoding="utf8") as file:
            file.write(text + "\n")
    documents, _ = document.load(folder, program.extract(folder, []))
    for d in documents:
        for f in d.figures:
            f.reason = figures.left_out(d, f)
    return {d.path.rpartition("/")[2]: d for d in documents}


def test_cases(folder):
    documents = read(folder, [text.replace("«", "").replace("»", "") for text, *_ in CASES])
    for i, (text, reason, kind, wanted) in enumerate(CASES):
        d = documents.get("%02d.txt" % i)
        at = text.index("«")
        figure = next((f for f in d.figures if f.start <= at < f.end), None) if d else None
        say("mutate: " + text, figure.reason if figure else "no figure", reason)
        if kind and figure:
            edit = changes.edits(d, figure, changes.Choice(1, d.path)).get(kind)
            got = edit and (edit.text if wanted != "*" else edit.text != figure.text and "*")
            say("mutate: %s: %s" % (kind, text), got, wanted)


def test_reshaped(folder):
    documents = read(folder, [text for _, text, _ in RESHAPED])
    for i, (rule, text, wanted) in enumerate(RESHAPED):
        d = documents["%02d.txt" % i]
        twin = copies.as_document(copies.unchanged(d), d.path)
        one = sentence.Sentence(twin, *sentence.bounds(twin, twin.figures[0]))
        rule(one, twin, changes.Choice(1))
        say("mutate: %s: %s" % (rule.__name__, text), one.plain(), wanted)


def test_floors(path):
    with open(path, encoding="utf8") as file:
        rows = {(r["grade"], r["kind"]): r for r in json.load(file)["rows"]}
    for (grade, kind), floor in FLOORS.items():
        row = rows.get((grade, kind), {"changed": 0, "%": 0})
        good = row["changed"] >= LEAST_CHANGED and row["%"] >= floor
        say("mutate: grade %d, %s" % (grade, kind), good or row, True)
    for grade in (1, 2, 3):
        share = rows[grade, "all"]["share"] or 0
        say("mutate: grade %d, share of findings" % grade, share >= LEAST_SHARE or share, True)
    for grade in (1, 2):
        say("mutate: grade %d, copies without a change" % grade, rows[grade, "none"]["other"], 0)


if sys.argv[1] == "parts":
    test_cases(os.path.join(sys.argv[2], "cases"))
    test_reshaped(os.path.join(sys.argv[2], "reshaped"))
else:
    test_floors(sys.argv[2])
