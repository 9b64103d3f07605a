#!/usr/bin/env python3
"""Reads whole reports of our own making and holds them against what a careful reader found.

    run.py MAHDAR                 TAP: a test for each figure of floors.tsv, one for each report
    run.py MAHDAR --show [NAME]   what was missed, what was read otherwise, what was too much
    run.py --gold FOLDER          the readings as JSON and the texts, for other scorers; also each of contents.tsv

A report is a file of this folder (README.md says how it is written).  All figures are the
harmonic mean of precision and recall, so that silence earns nothing:

    found     statements whose words are mostly those of one that was expected
    exact     those that also have its act, its speakers and at least half of its files
    who       words of content, each with those who say it
    files     words of content, each with each of its files
    meetings  parties and kind
    dates     calendar values
"""
import argparse
import collections
import glob
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FIGURES = ("found", "exact", "who", "files", "meetings", "dates")
HALF = 0.5
AT_ALL = 0.3  # of `found`, for a single report

Statement = collections.namedtuple("Statement", "act speakers topics content words")


def fail(path, line, why):
    sys.exit("%s: %s: %s" % (path, why, line))


def meeting_of(path, line, fields):
    out = {"parties": fields[1].split("+"), "kind": fields[2]}
    for f in fields[3:]:
        if re.fullmatch(r"\d{4}(-\d\d){0,2}", f):
            out["date"] = f
        elif f.isdigit():
            out["ordinal"] = int(f)
        else:
            out["place"] = f
    return out


def statement_of(path, line, fields):
    if len(fields) != 5 or not re.fullmatch("«[^»]*»", fields[2]):
        fail(path, line, "not act, speakers, «trigger», files, content")
    act = fields[0]
    out = {"act": act.rstrip("+"), "trigger": fields[2][1:-1],
           "speakers": sorted(fields[1].split("+")), "content": fields[4],
           "topics": fields[3].split(",")}
    if act.endswith("+"):
        out["renewed"] = True
    return out


def load(path):
    """A report as its file has it: text, and what is expected of it."""
    with open(path, encoding="utf-8") as f:
        head, _, rest = f.read().partition("\n")
    text, _, lines = rest.partition("\n---\n")
    name, published, outlet = re.fullmatch(r"=== (\S+)  (\S+)  (.+)", head).groups()
    out = {"name": name, "published": published, "outlet": outlet, "text": text + "\n",
           "meetings": [], "dates": [], "statements": []}
    for line in lines.splitlines():
        fields = line.split("  ")
        if fields[0] == "meeting":
            out["meetings"].append(meeting_of(path, line, fields))
        elif fields[0] == "date":
            out["dates"].append({"quote": fields[2][1:-1], "value": fields[1]})
        elif line:
            out["statements"].append(statement_of(path, line, fields))
    at = 0
    for s in out["statements"]:
        at = text.find(s["content"], at)
        if at < 0:
            fail(path, s["content"], "content is not in the text, or not in this order")
        s["at"] = at
    return out


def contents():
    """The rows of contents.tsv, each as a report of one statement; for fits, not for tests."""
    with open(os.path.join(HERE, "contents.tsv"), encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f if not line.startswith("#")]
    sentence = rows[0][1]
    for i, (files, content) in enumerate(rows[1:], 1):
        yield {"name": "contents-%d" % i, "published": "2022-05-10", "outlet": "",
               "text": sentence.replace("…", content) + "\n", "meetings": [], "dates": [],
               "statements": [{"act": "affirm", "trigger": sentence.split()[0], "speakers": ["KWT"],
                               "content": content, "topics": files.split(",")}]}


# ---- words


def cut(text):
    """Where each word begins and ends, and its letters."""
    return [(m.start(), m.end(), m.group()) for m in re.finditer(r"\w+", text)]


def inside(words, first, end):
    return frozenset(i for i, (a, z, _) in enumerate(words) if a < end and z > first)


def places(words, of):
    """The word of the text that each word of a record stands for: the record's text is the
    report's with pieces left out."""
    at, out = 0, []
    for _, _, letters in of:
        k = at
        while k < len(words) and words[k][2] != letters:
            k += 1
        out.append(k if k < len(words) else None)
        at = k + 1 if k < len(words) else at
    return out


def expected(report):
    words = cut(report["text"])
    return [Statement(s["act"], tuple(s["speakers"]), frozenset(s["topics"]), s["content"],
                      inside(words, s["at"], s["at"] + len(s["content"])))
            for s in report["statements"]]


def read(report, record):
    words = cut(record["text"])
    where = places(cut(report["text"]), words)
    out = []
    for s in record["statements"]:
        a, z = s["content"]["start"], s["content"]["end"]
        mine = inside(words, a, z)
        out.append(Statement(s["act"], tuple(sorted({x["id"] for x in s["speakers"]})),
                             frozenset(s["topics"]), record["text"][a:z],
                             frozenset(where[i] for i in mine if where[i] is not None)))
    return out


# ---- figures


def alike(a, b):
    return len(a & b) / len(a | b) if a | b else 1.0


def couples(wanted, got):
    """The best couples first, each once: (wanted, got) of like words."""
    ranked = sorted(((alike(w.words, g.words), i, k) for i, w in enumerate(wanted)
                     for k, g in enumerate(got)), key=lambda x: -x[0])
    left, right, out = set(), set(), []
    for share, i, k in ranked:
        if share >= HALF and i not in left and k not in right:
            left.add(i)
            right.add(k)
            out.append((wanted[i], got[k]))
    return out


def same(w, g):
    return (w.act == g.act and w.speakers == g.speakers and
            alike(w.topics, g.topics) >= HALF)


def labels(statements, of):
    return {(i, x) for s in statements for i in s.words for x in of(s)}


class Tally(dict):
    """[hits, got, wanted] of each figure."""

    def __init__(self):
        super().__init__((f, [0, 0, 0]) for f in FIGURES)

    def add(self, figure, hits, got, wanted):
        for i, n in enumerate((hits, got, wanted)):
            self[figure][i] += n

    def add_sets(self, figure, got, wanted):
        self.add(figure, len(got & wanted), len(got), len(wanted))

    def figure(self, name):
        hits, got, wanted = self[name]
        return 2 * hits / (got + wanted) if got + wanted else 1.0


def measure(tally, report, record):
    wanted, got = expected(report), read(report, record)
    both = couples(wanted, got)
    tally.add("found", len(both), len(got), len(wanted))
    tally.add("exact", sum(same(w, g) for w, g in both), len(got), len(wanted))
    tally.add_sets("who", labels(got, lambda s: [s.speakers]),
                   labels(wanted, lambda s: [s.speakers]))
    tally.add_sets("files", labels(got, lambda s: s.topics),
                   labels(wanted, lambda s: s.topics))
    tally.add_sets("meetings", {(tuple(m["parties"]), m["kind"]) for m in record["meetings"]},
                   {(tuple(m["parties"]), m["kind"]) for m in report["meetings"]})
    days = collections.Counter(m["value"] for m in record["mentions"]
                               if m["kind"] == "date" and
                               re.fullmatch(r"\d{4}(-\d\d){0,2}", m.get("value") or ""))
    told = collections.Counter(d["value"] for d in report["dates"])
    tally.add("dates", sum((days & told).values()), sum(days.values()), sum(told.values()))
    return wanted, got, both


def records(mahdar, reports):
    given = "".join(json.dumps({"id": r["name"], "outlet": r["outlet"], "language": "ar",
                                "published": r["published"], "text": r["text"]},
                               ensure_ascii=False) + "\n" for r in reports)
    out = subprocess.run([mahdar, "read", "--jobs", "1", "-"], input=given.encode(),
                         stdout=subprocess.PIPE, check=True).stdout.decode()
    return {r["source"]["id"]: r for r in map(json.loads, out.splitlines())}


# ---- telling


def told(s):
    return "%s %s %s | %s" % (s.act, "+".join(s.speakers), ",".join(sorted(s.topics)),
                              s.content)


def show(report, wanted, got, both):
    print("== " + report["name"])
    for w in wanted:
        match = [g for x, g in both if x is w]
        if not match:
            print("- " + told(w))
        elif not same(w, match[0]):
            print("~ " + told(w) + "\n    read " + told(match[0]))
    for g in got:
        if not any(x is g for _, x in both):
            print("+ " + told(g))


def floors():
    out = {}
    with open(os.path.join(HERE, "floors.tsv"), encoding="utf-8") as f:
        for line in f:
            if line.strip() and not line.startswith("#"):
                name, floor = line.split("\t")[:2]
                out[name] = float(floor)
    return out


def write_gold(reports, folder):
    os.makedirs(folder, exist_ok=True)
    for r in reports:
        gold = {"schema": "mahdar.gold/1", "doc": {"text": r["name"], "outlet": r["outlet"]},
                "published": r["published"], "meetings": r["meetings"], "dates": r["dates"],
                "statements": [{k: v for k, v in s.items() if k != "at"}
                               for s in r["statements"]]}
        path = os.path.join(folder, r["name"])
        with open(path + ".txt", "w", encoding="utf-8") as f:
            f.write(r["text"])
        with open(path + ".json", "w", encoding="utf-8") as f:
            json.dump(gold, f, ensure_ascii=False, indent=1)


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("mahdar", nargs="?")
    ask.add_argument("--show", nargs="?", const="", metavar="NAME")
    ask.add_argument("--gold", metavar="FOLDER")
    given = ask.parse_args()
    reports = [load(p) for p in sorted(glob.glob(os.path.join(HERE, "*.txt")))]
    if given.gold:
        return write_gold(reports + list(contents()), given.gold)
    if not given.mahdar:
        ask.error("which program?")
    known = records(given.mahdar, reports)
    all_of_them, lines = Tally(), []
    for r in reports:
        one = Tally()
        found = measure(one, r, known[r["name"]])
        measure(all_of_them, r, known[r["name"]])
        share = one.figure("found")
        lines.append((share >= AT_ALL, "%s: found %.2f" % (r["name"], share)))
        if given.show is not None and given.show in r["name"]:
            show(r, *found)
    for name, floor in floors().items():
        share = all_of_them.figure(name)
        lines.append((share >= floor, "%s %.3f, at least %.2f" % (name, share, floor)))
    bad = 0
    for i, (ok, what) in enumerate(lines, 1):
        bad += not ok
        if given.show is None or i > len(reports):
            print("%sok %d - %s" % ("" if ok else "not ", i, what))
    print("1..%d" % len(lines))
    return bad > 0


if __name__ == "__main__":
    sys.exit(main())
