#!/usr/bin/env python3
"""Reads what somebody does in words of his own ("we reject"), wherever it stands in what he says.

    oneself.py MAHDAR [--sentences N] [--seed N] [--part TEXT] [--tables FOLDER]

A row of oneself.tsv is an act in the first person; it is put into frames in which somebody
speaks: alone, behind what he tells first, behind "and" before the mark of a quotation, before
his name.  Each row is a test and fails when more than one in four of its sentences goes wrong;
N sentences are made of a row.  Of what several do together, whoever speaks must be among them.
Prints TAP; --part prints what went wrong with one row.
"""
import collections
import random
import sys

import run

Told = collections.namedtuple("Told", "text row speaker content")
WORST = 0.25
TOGETHER = {"discuss", "agree"}
# Masculine/feminine words agree; @ is who speaks, $ what is told first, % what he does himself.
FRAMES = (
    "قال/قالت @: «%».",
    "قال/قالت @: «$، و%».",
    "قال/قالت @: «$. %».",
    "قال/قالت @: «$. و%».",
    "قال/قالت @: $، و%.",
    "قال/قالت @ إن $، و«%».",
    "وأضاف/وأضافت @ أن «$»، مضيفا/مضيفة: «%».",
    "«%»، قال/قالت @.",
)
SPEAKERS = (("وزير الخارجية النرويجي", "NOR", "m"), ("الرئيس الكيني", "KEN", "m"),
            ("رئيسة الوزراء الدنماركية", "DNK", "f"), ("وزير الدفاع الأميركي آشتون كارتر", "USA", "m"))
FIRST = ("الوضع في المنطقة خطير", "هذه الجريمة لن تمر", "العلاقات بين بلدينا قديمة",
         "الطريق إلى السلام ما زال طويلا")
CONTENTS = ("رفع العقوبات عن السودان", "وقف إطلاق النار في ليبيا", "إجراء انتخابات مبكرة في الصومال",
            "زيادة المساعدات للاجئين في لبنان")


def compose(row, n, rng):
    frame, (who, code, gender) = FRAMES[n % len(FRAMES)], rng.choice(SPEAKERS)
    content = rng.choice(CONTENTS)
    deed = run.joined(row.text, content)
    text = run.agree(frame, gender).replace("@", who).replace("$", rng.choice(FIRST))
    return Told(text.replace("%", deed), row, code, run.words_of(content))


def wrong(told, record):
    """What is wrong: None, or what was read."""
    read, acts = [], set(told.row.fields["acts"].split(","))
    for s in record["statements"]:
        content = record["text"][s["content"]["start"]:s["content"]["end"]]
        who = [x["id"] for x in s["speakers"]]
        read.append("%s by %s: %s" % (s["act"], ",".join(who), content))
        right = told.speaker in who if s["act"] in TOGETHER else who == [told.speaker]
        if s["act"] in acts and right and run.alike(run.words_of(content), told.content) > run.ALIKE:
            return None
    return " | ".join(read) or "nothing"


def main():
    of = run.asked(__doc__.splitlines()[0], "sentences", 16)
    rng = random.Random(of.seed)
    rows = run.table(of.tables, "oneself")
    made = [compose(row, n, rng) for row in rows for n in range(of.number)]
    records = run.read(of.mahdar, made)
    bad = collections.defaultdict(list)
    for i, told in enumerate(made):
        fault = wrong(told, records[i])
        if fault:
            bad[told.row.text].append((told.text, fault))
    return report(rows, bad, of)


def report(rows, bad, of):
    failed = 0
    print("1..%d" % len(rows))
    for row in rows:
        fails = len(bad[row.text]) > WORST * of.number
        fine = fails == bool(row.known)
        failed += not fine
        print("%s - %s: %d of %d wrong%s" % ("ok" if fine else "not ok", row.text, len(bad[row.text]),
              of.number, "; known: " + row.known if row.known else ""))
        if of.part == row.text:
            for text, read in bad[row.text]:
                print("# %s\n#   read: %s" % (text, read))
    print("# right: %d of %d sentences" % (of.number * len(rows) - sum(map(len, bad.values())),
          of.number * len(rows)))
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
