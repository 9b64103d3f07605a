#!/usr/bin/env python3
"""Writes the articles to measure on, JSON Lines: those of a folder of zips (one JSON array of
articles each), else the reports of examples/ over and over.

    make_articles.py CORPUS-FOLDER EXAMPLES-FOLDER OUT
"""
import glob
import json
import os
import sys
import zipfile

REPEAT = 2000


def of_corpus(folder):
    for path in sorted(glob.glob(folder + "/*.zip")):
        z = zipfile.ZipFile(path)
        name = next(n for n in z.namelist() if n.endswith(".json"))
        for i, a in enumerate(json.loads(z.read(name).decode("utf-8-sig"))):
            yield {"id": "%s#%d" % (os.path.basename(path)[:-4], i), "url": a["url"],
                   "outlet": a["source"], "title": a["title"],
                   "published": a["date_extracted"][:10], "language": "ar", "text": a["content"]}


def of_examples(folder):
    reports = [open(p, encoding="utf-8").read() for p in sorted(glob.glob(folder + "/*.txt"))]
    for turn in range(REPEAT):
        for i, text in enumerate(reports):
            yield {"id": "%d#%d" % (turn, i), "published": "2024-12-12", "language": "ar",
                   "text": "%s\nرقم %d" % (text, turn)}


def main():
    corpus, examples, out = sys.argv[1:]
    rows = of_corpus(corpus) if glob.glob(corpus + "/*.zip") else of_examples(examples)
    with open(out, "w", encoding="utf-8") as f:
        for row in rows:
            f.write(json.dumps(row, ensure_ascii=False) + "\n")


main()
