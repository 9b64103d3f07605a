#!/usr/bin/env python3
"""Which files are contents about?  Each content of filed.tsv is told by several with whom it has
nothing to do; right is a reading that shares half of the files wanted.

    filed.py MAHDAR [--part TEXT] [--tables FOLDER]    --part: what was read where it went wrong

`is`: n what a verb with a preposition takes, c a clause behind "that"; with `|` in `said` a report
begins with what stands before it.  `files`: all that a careful reader might give; one of two is
enough.  `known`: why it is known to fail.  A content fails where half of its readings do.  TAP;
standard library only.
"""
import argparse
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SETTING = "وصل وزير الخارجية النرويجي إلى هلسنكي أمس."
FRAMES = {"n": ["أكد وزير الخارجية النرويجي أهمية %s.", "دعا رئيس الوزراء النرويجي إلى %s.",
                "شدد المتحدث باسم الحكومة النرويجية على %s."],
          "c": ["أعلن وزير الخارجية النرويجي %s.", "أكدت الحكومة النرويجية %s."]}


def rows(tables):
    """[(kind, said, files, known)]"""
    lines = (pathlib.Path(tables) / "filed.tsv").read_text(encoding="utf-8").splitlines()
    cells = [(l.split("\t") + [""])[:4] for l in lines if l and not l.startswith("#")]
    return [(kind, said, set(files.split()), known) for kind, said, files, known in cells]


def asked(row):
    """[(text, where the statement begins)] of a row"""
    kind, said = row[:2]
    lead, content = said.split("|") if "|" in said else ("", said)
    opening = lead.strip() or SETTING
    return [(opening + "\n" + frame % content.strip(), len(opening) + 1) for frame in FRAMES[kind]]


def read(program, texts):
    lines = "".join(json.dumps({"id": str(i), "published": "2015-07-24", "language": "ar", "text": t},
                               ensure_ascii=False) + "\n" for i, t in enumerate(texts))
    out = subprocess.run([program, "read", "--format", "jsonl", "-"], input=lines.encode(),
                         stdout=subprocess.PIPE, check=True).stdout.decode()
    return {int(r["source"]["id"]): r for r in map(json.loads, out.splitlines())}


def told(record, begins):
    """The files of what was said, None when nothing was found."""
    said = [s for s in record["statements"] if s["content"]["start"] > begins]
    return {t for s in said for t in s["topics"]} if said else None


def right(got, wanted):
    return got is not None and 2 * len(got & wanted) >= len(got | wanted)


def report(table, found):
    """TAP of all rows, and the sum; whether a test failed."""
    failed = good = n = 0
    print("1..%d" % len(table))
    for row, read_as in zip(table, found):
        wrong = sum(not right(got, row[2]) for got in read_as)
        good, n = good + len(read_as) - wrong, n + len(read_as)
        fails = 2 * wrong >= len(read_as)
        failed += fails != bool(row[3])
        print("%s - %s: %d of %d wrong%s" % ("ok" if fails == bool(row[3]) else "not ok", row[1], wrong,
                                             len(read_as), "; known: " + row[3] if row[3] else ""))
    print("# right: %d of %d (%.1f %%)" % (good, n, 100 * good / n))
    return failed > 0


def show(table, found, part):
    for row, read_as in zip(table, found):
        for got in read_as:
            if part in row[1] and not right(got, row[2]):
                print("%s | wanted %s | read as %s" % (row[1], " ".join(sorted(row[2])),
                                                       "nothing" if got is None else " ".join(sorted(got))))


def main():
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("mahdar")
    ask.add_argument("--part")
    ask.add_argument("--tables", default=HERE)
    of = ask.parse_args()
    table = rows(of.tables)
    texts = [(i, *t) for i, row in enumerate(table) for t in asked(row)]
    records = read(of.mahdar, [text for _, text, _ in texts])
    found = [[] for _ in table]
    for k, (i, _, begins) in enumerate(texts):
        found[i].append(told(records[k], begins))
    if of.part is not None:
        return show(table, found, of.part)
    return report(table, found)


if __name__ == "__main__":
    sys.exit(main())
