#!/usr/bin/env python3
"""Which files are contents about?  Each content of filed.tsv is told by somebody with whom it
has nothing to do, and read; right is a reading that shares half of the files wanted.

    filed.py build/mahdar [--quiet]

`is`: n what a verb with a preposition takes, c a clause behind "that".  `files`: all that a
careful reader might give; one of two is enough.  Standard library only.
"""
import argparse
import json
import pathlib
import subprocess

TABLE = pathlib.Path(__file__).resolve().parent / "filed.tsv"
SETTING = "وصل وزير الخارجية النرويجي إلى هلسنكي أمس.\n"
FRAMES = {"n": ["أكد وزير الخارجية النرويجي أهمية %s.", "دعا رئيس الوزراء النرويجي إلى %s.",
                "شدد المتحدث باسم الحكومة النرويجية على %s."],
          "c": ["أعلن وزير الخارجية النرويجي %s.", "أكدت الحكومة النرويجية %s."]}


def rows():
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [l.split("\t") for l in lines if l and not l.startswith("#")]


def read(program, texts):
    lines = "".join(json.dumps({"id": str(i), "published": "2015-07-24", "language": "ar", "text": t},
                               ensure_ascii=False) + "\n" for i, t in enumerate(texts))
    out = subprocess.run([program, "read", "--format", "jsonl", "-"], input=lines.encode(),
                         stdout=subprocess.PIPE, check=True).stdout.decode()
    return {int(r["source"]["id"]): r for r in map(json.loads, out.splitlines())}


def told(record):
    """The files of what was said, None when nothing was found."""
    said = [s for s in record["statements"] if s["content"]["start"] > len(SETTING)]
    return {t for s in said for t in s["topics"]} if said else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--quiet", action="store_true")
    options = parser.parse_args()
    asked = [(said, set(files.split()), SETTING + frame % said)
             for kind, said, files in rows() for frame in FRAMES[kind]]
    records = read(options.program, [text for _, _, text in asked])
    right, seen = 0, set()
    for i, (said, wanted, _) in enumerate(asked):
        got = told(records[i])
        if got is not None and 2 * len(got & wanted) >= len(got | wanted):
            right += 1
        elif not options.quiet and said not in seen:
            seen.add(said)
            print("%s: want %s, got %s" % (said, " ".join(sorted(wanted)), " ".join(sorted(got or []))))
    print("right %d of %d" % (right, len(asked)))


main()
