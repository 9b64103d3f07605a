#!/usr/bin/env python3
"""Reading news in full, one thread, against counting its words with wc: the bar for speed.

    read_against_wc.py MAHDAR ARTICLES.jsonl

Both run on the same file, in turns, five times each, output to /dev/null; the first look at the
file (which warms the page cache) is not counted.  Told are medians, and the peak of memory.
"""
import os
import sys

from clock import clock, median

TURNS = 5


def main():
    mahdar, articles = sys.argv[1:]
    size = os.path.getsize(articles)
    read = [mahdar, "read", "--jobs", "1", articles]
    count = ["wc", "-w", articles]
    utf8 = {"LC_ALL": "C.UTF-8"}
    clock(count, utf8)
    ours, theirs = [], []
    for _ in range(TURNS):
        ours.append(clock(read))
        theirs.append(clock(count, utf8))
    two = [clock([mahdar, "read", "--jobs", "2", articles]) for _ in range(3)]
    r, w = median([t.wall for t in ours]), median([t.wall for t in theirs])
    print("%s: %.1f MB" % (articles, size / 1e6))
    print("mahdar read --jobs 1        %7.2f s  %7.1f MB/s  (median of %d; %s)" % (
        r, size / 1e6 / r, TURNS, " ".join("%.2f" % t.wall for t in ours)))
    print("LC_ALL=C.UTF-8 wc -w        %7.2f s  %7.1f MB/s  (median of %d; %s)" % (
        w, size / 1e6 / w, TURNS, " ".join("%.2f" % t.wall for t in theirs)))
    print("read takes                  %7.2f times as long as wc -w (bar: below 1)" % (r / w))
    t = median([t.wall for t in two])
    print("mahdar read --jobs 2        %7.2f s, %.2f times as fast as --jobs 1" % (t, r / t))
    print("peak memory                 %7.1f MB with --jobs 1, %.1f MB with --jobs 2" % (
        max(x.peak for x in ours) / 1e6, max(x.peak for x in two) / 1e6))


main()
