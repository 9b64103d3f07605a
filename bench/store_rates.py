#!/usr/bin/env python3
"""Keeping reports, reading them again, and comparing two rounds in a filled store.

    store_rates.py MAHDAR ARTICLES.jsonl EXAMPLES-FOLDER WORK-FOLDER [N-ARTICLES]
"""
import glob
import os
import sys

from clock import clock, median

SERIES = "KWT-USA/strategic-dialogue"


def main():
    mahdar, articles, examples, work = sys.argv[1:5]
    n = int(sys.argv[5]) if len(sys.argv) > 5 else 5000
    part = os.path.join(work, "some.jsonl")
    with open(articles, "rb") as f, open(part, "wb") as out:
        kept = sum(1 for _, line in zip(range(n), f) if out.write(line))
    store = os.path.join(work, "bench.db")
    for end in ("", "-wal", "-shm"):
        if os.path.exists(store + end):
            os.remove(store + end)
    env = {"MAHDAR_STORE": store}
    clock([mahdar, "add"] + sorted(glob.glob(examples + "/*.txt")), env)
    first = clock([mahdar, "add", part], env)
    again = clock([mahdar, "add", part], env)
    print("store of %d articles: %.1f MB" % (kept, os.path.getsize(store) / 1e6))
    print("mahdar add                  %7.2f s  %7.0f reports/s, peak %.1f MB" % (
        first.wall, kept / first.wall, first.peak / 1e6))
    print("the same again (nothing new)%7.2f s  %7.0f reports/s" % (again.wall, kept / again.wall))
    rebuild = clock([mahdar, "rebuild"], env)
    print("mahdar rebuild              %7.2f s  %7.0f reports/s" % (rebuild.wall, kept / rebuild.wall))
    for command in (["compare", SERIES, "--json"], ["dialogues", "--json"]):
        took = sorted(clock([mahdar] + command, env).wall for _ in range(100))
        print("%-28s%7.1f ms median, %.1f ms for 99 of 100 (whole process)" % (
            "mahdar " + command[0], 1000 * median(took), 1000 * took[98]))


main()
