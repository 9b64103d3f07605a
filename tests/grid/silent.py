#!/usr/bin/env python3
"""Reads plain sentences that say nothing of what states do, and their twins that do.

    silent.py MAHDAR [--sentences N] [--seed N] [--part TEXT] [--tables FOLDER]

A row of silent.tsv is a sentence with slots ({expert}), filled from fillers.tsv, and what it
must give: "-" nothing, "+" something, else the words of one content.  What stands before it
("before") only tells who spoke: it is not judged.  Each row is a test; it fails when more than
one in ten of its sentences goes wrong.  Silence is easy, so every kind of row that must give
nothing has twins that must give something.  Prints TAP; --part prints what went wrong.
"""
import collections
import random
import sys

import run

Told = collections.namedtuple("Told", "text row at gives")
WORST = 0.10


def filled(row, fillers, rng):
    """What stands before, the sentence and what it gives; a slot is the same in all three."""
    of = {slot: rng.choice(some) for slot, some in fillers.items()}
    return [row.fields[k].format_map(of) for k in ("before", "text", "gives")]


def wrong(told, record):
    """What is wrong: None, or what was read."""
    text, read = record["text"], []
    for s in record["statements"]:
        if s["trigger"]["start"] >= told.at or s["content"]["start"] > told.at:
            content = text[s["content"]["start"]:s["content"]["end"]]
            read.append("%s by %s: %s" % (s["act"], ",".join(x["id"] for x in s["speakers"]), content))
    if told.gives == "-":
        return " | ".join(read) or None
    if told.gives == "+":
        return None if read else "nothing"
    wanted = run.words_of(told.gives)
    if any(run.words_of(r.split(": ", 1)[1]) == wanted for r in read):
        return None
    return " | ".join(read) or "nothing"


def main():
    of = run.asked(__doc__.splitlines()[0], "sentences", 12)
    rng = random.Random(of.seed)
    fillers = {f.text: f.fields["one of"].split("|") for f in run.table(of.tables, "fillers")}
    rows, made = run.table(of.tables, "silent"), []
    for n, row in enumerate(rows):
        for _ in range(of.number if "{" in row.fields["text"] + row.fields["before"] else 1):
            before, text, gives = filled(row, fillers, rng)
            before = before + "\n" if before else ""
            made.append(Told(before + text, n, len(before), gives))
    records = run.read(of.mahdar, made)
    read = [[] for _ in rows]
    for i, told in enumerate(made):
        read[told.row].append((told, wrong(told, records[i])))
    return tell(rows, read, of.part)


def tell(rows, read, asked):
    failed = 0
    print("1..%d" % len(rows))
    for n, (row, sentences) in enumerate(zip(rows, read), 1):
        bad = [(t, w) for t, w in sentences if w]
        fails = len(bad) > WORST * len(sentences)
        fine = fails == bool(row.known)
        failed += not fine
        name = "%s: %s %s" % (row.text, row.fields["gives"], row.fields["text"])
        print("%s %d - %s (%d of %d)%s" % ("ok" if fine else "not ok", n, name, len(bad),
              len(sentences), "; known: " + row.known if row.known else ""))
        if bad and (not fine or (asked and asked in name)):
            for told, what in bad[:len(bad) if asked else 2]:
                print("# %s\n#   read: %s" % (told.text.replace("\n", " / "), what))
    print("# %d of %d rows" % (len(rows) - failed, len(rows)))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
