#!/usr/bin/env python3
"""Holds `mahdar copies` against pairs of real reports that were read and judged (README.md).  TAP.

    run.py MAHDAR [CORPUS]    CORPUS: the folder of zips, default ../shared/corpus
"""
import glob
import json
import os
import subprocess
import sys
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
FLOOR = 0.92


def articles(corpus):
    for path in sorted(glob.glob(os.path.join(corpus, "*.zip"))):
        with zipfile.ZipFile(path) as z:
            name = next(n for n in z.namelist() if n.endswith(".json"))
            for i, a in enumerate(json.loads(z.read(name).decode("utf-8-sig"))):
                yield {"id": "%s#%d" % (path[-14:-4], i), "url": a["url"], "outlet": a["source"], "title": a["title"],
                       "published": a["date_extracted"][:10], "language": "ar", "text": a["content"]}


def told(program, corpus):
    """For each report that has copies the number of its group, and pairs across groups."""
    lines = "".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles(corpus))
    done = subprocess.run([program, "copies", "--json", "--format", "jsonl", "-"], input=lines.encode(),
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=300)
    if done.returncode not in (0, 65):
        sys.exit("mahdar copies ended with %d" % done.returncode)
    group, beside = {}, set()
    for n, line in enumerate(done.stdout.splitlines()):
        for text in json.loads(line)["texts"]:
            group[text["id"]] = n
            beside |= {frozenset((text["id"], other["id"])) for other in text.get("beside", ())}
    return group, beside


def main():
    corpus = sys.argv[2] if len(sys.argv) > 2 else "../shared/corpus"
    if not glob.glob(os.path.join(corpus, "*.zip")):
        print("1..0 # SKIP no %s here" % corpus)
        return
    of, beside = told(os.path.abspath(sys.argv[1]), corpus)
    count = {}
    with open(os.path.join(HERE, "pairs.tsv"), encoding="utf-8") as f:
        for line in f:
            if line.startswith("#"):
                continue
            name, x, y, judged = line.rstrip("\n").split("\t")
            same = x in of and of[x] == of.get(y) or frozenset((x, y)) in beside
            key = (same, judged == "yes")
            count.setdefault(name, {})[key] = count.get(name, {}).get(key, 0) + 1
    tests = []
    for name, c in count.items():
        right = c.get((True, True), 0)
        precision = right / max(1, right + c.get((True, False), 0))
        recall = right / max(1, right + c.get((False, True), 0))
        print("# %s: %d pairs, precision %.3f, recall %.3f" % (name, sum(c.values()), precision, recall))
        tests += [("precision of the %s set" % name, precision), ("recall of the %s set" % name, recall)]
    print("1..%d" % len(tests))
    for i, (what, value) in enumerate(tests, 1):
        print("%sok %d - %s is %.2f or better" % ("" if value >= FLOOR else "not ", i, what, FLOOR))


main()
