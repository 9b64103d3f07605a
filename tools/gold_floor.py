#!/usr/bin/env python3
"""Are the figures of score.py (standard input) at or above their floors (a TSV)?  Prints TAP.

Lines look like `unit  P 0.953  R 0.941  F1 0.947  (34 gold)` or `pairs  8 of 8`.
"""
import re
import sys


def figures(lines):
    found = {}
    for line in lines:
        f1 = re.match(r"(\w+)\s+P [\d.]+\s+R [\d.]+\s+F1 ([\d.]+)", line)
        part = re.match(r"(\w+)\s+(\d+) of (\d+)", line)
        if f1:
            found[f1[1]] = (float(f1[2]), f1[2])
        elif part:
            found[part[1]] = (part[2] == part[3], "%s of %s" % (part[2], part[3]))
    return found


def main():
    found = figures(sys.stdin)
    rows = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf-8")
            if not line.startswith("#")]
    print("1..%d" % len(rows))
    for number, (name, floor, what) in enumerate(rows, 1):
        value, text = found.get(name, (None, "no figure"))
        good = value is not None and (value is True if floor == "all" else value >= float(floor))
        print("%sok %d - gold %s: %s, floor %s (%s)"
              % ("" if good else "not ", number, name, text, floor, what))


main()
