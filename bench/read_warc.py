#!/usr/bin/env python3
"""Reading web archives of 10,000 records against what only moves their bytes.

    read_warc.py LIST_WARC FOLDER [PYTHON]      PYTHON: one that has fastwarc, for a peer

The archives are made up (tests/streams/make_warc.py) and the same each time.  All commands run
in turns, five times each, after a first look that warms the page cache; told are medians, and
how many times as long reading takes.  Peak memory is told for 1,000 records and for 10,000:
the bar is that it stays where it is.
"""
import os
import subprocess
import sys

from clock import clock, median

TURNS = 5
HERE = os.path.dirname(os.path.abspath(__file__))
MAKE = os.path.join(HERE, "..", "tests", "streams", "make_warc.py")
FORMS = (("plain", "p%d.warc", ["--decoded"]),
         ("a member each", "g%d.warc.gz", ["--decoded"]),
         ("one member", "o%d.warc.gz", ["--decoded", "--one"]))
FASTWARC = """
import sys
from fastwarc.warc import ArchiveIterator, WarcRecordType
n = size = 0
for r in ArchiveIterator(open(sys.argv[1], "rb"), parse_http=True, record_types=WarcRecordType.response):
    if r.http_headers.status_code == 200 and (r.http_headers.get("Content-Type") or "").startswith("text/html"):
        n += 1
        size += len(r.reader.read())
print(n, size)
"""


def archive(folder, name, more, n):
    path = os.path.join(folder, name % n)
    if not os.path.exists(path):
        subprocess.run([sys.executable, "-B", MAKE, *more, str(n), path + ".part" + os.path.splitext(path)[1]], check=True)
        os.rename(path + ".part" + os.path.splitext(path)[1], path)
    return path


def told(label, size, took, base):
    wall, cpu = median([t.wall for t in took]), median([t.cpu for t in took])
    line = "  %-20s %7.3f s  %7.1f MB/s  processor %6.3f s" % (label, wall, size / 1e6 / wall, cpu)
    if base:
        line += "  %5.2f times as long as %s (processor %.2f)" % (wall / base[1], base[0], cpu / base[2])
    print(line)
    return wall, cpu


def measure(path, list_warc, python):
    size = os.path.getsize(path)
    packed = path.endswith(".gz")
    base = ["gzip", "-dc", path] if packed else ["cat", path]
    commands = [(" ".join(base[:-1]), base), ("wc -l", ["wc", "-l", path]), ("cat", ["cat", path])]
    commands += [("list_warc --count", [list_warc, "--count", path])]
    if python:
        commands.append(("fastwarc", [python, "-c", FASTWARC, path]))
        commands.append(("(only starting it)", [python, "-c", "import fastwarc.warc"]))
    took = {label: [] for label, _ in commands}
    for turn in range(TURNS + 1):
        for label, command in commands:
            t = clock(command)
            if turn:
                took[label].append(t)
    first = commands[0][0]
    wall, cpu = told(first, size, took[first], None)
    for label, _ in commands[1:]:
        if label != first:
            told(label, size, took[label], (first, wall, cpu))


def main():
    list_warc, folder = sys.argv[1:3]
    python = sys.argv[3] if len(sys.argv) > 3 else None
    for what, name, more in FORMS:
        small, large = archive(folder, name, more, 1000), archive(folder, name, more, 10000)
        print("%s: 10000 records, %.1f MB" % (what, os.path.getsize(large) / 1e6))
        measure(large, list_warc, python)
        peaks = [max(clock([list_warc, "--count", p]).peak for _ in range(3)) / 1e6 for p in (small, large)]
        print("  peak memory                %7.1f MB for 1000 records, %.1f MB for 10000" % tuple(peaks))


main()
