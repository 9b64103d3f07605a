#!/usr/bin/env python3
"""How the time and memory of finding copies grow: half the articles, all, and four times as many.

    copies_growth.py MAHDAR ARTICLES.jsonl WORK-FOLDER

The three times that are added are made: each article once more in an outlet of another name, with a
head of its own, without its last part, and with a word in thirty left out: copies as newspapers
make them, so that groups grow fourfold too.  `read` on the same file says how much of the time is
reading.
"""
import json
import os
import random
import sys

from clock import clock


def variant(article, k):
    pick = random.Random("%s %d" % (article.get("id"), k))
    words = article["text"].split(" ")
    words = [w for w in words[:max(20, len(words) * (10 - k) // 10)] if pick.random() > 1 / 30]
    return dict(article, id="%s/%d" % (article.get("id"), k), outlet="%s %d" % (article.get("outlet"), k),
                text="%s %d: " % (article.get("outlet"), k) + " ".join(words))


def main():
    mahdar, articles, work = sys.argv[1:4]
    with open(articles, encoding="utf-8") as f:
        lines = [line for line in f if len(json.loads(line).get("text") or "") > 0]
    many = list(lines)
    for k in (1, 2, 3):
        many += [json.dumps(variant(json.loads(line), k), ensure_ascii=False) + "\n" for line in lines]
    print("%-10s%12s%12s%12s%14s%10s" % ("articles", "MB", "read, s", "copies, s", "per article", "peak"))
    for part in (lines[:len(lines) // 2], lines, many):
        path = os.path.join(work, "copies.jsonl")
        with open(path, "w", encoding="utf-8") as out:
            out.writelines(part)
        read = clock([mahdar, "read", "--jobs", "1", path], {})
        found = clock([mahdar, "copies", "--json", path], {})
        print("%-10d%12.1f%12.2f%12.2f%11.0f us%7.0f MB" % (
            len(part), os.path.getsize(path) / 1e6, read.wall, found.wall, 1e6 * (found.wall - read.wall) / len(part),
            found.peak / 1e6))
        os.remove(path)


main()
