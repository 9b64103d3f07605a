#!/usr/bin/env python3
"""Which files are statements on?  How often Mahdar gives those that a careful reader gave, and the
points by which src/statement/weigh.c weighs them.

    weigh_files.py GOLD.json...          the share of statements whose files agree by half with the reading
    weigh_files.py --fit GOLD.json...    new points, and what they are worth on reports left out of the fit
         --near RIDGE                    holds them near those that are built in, as strongly as that,
                                         and not near 0
         --write                         puts them into src/statement/weigh.c (then build and fit again,
                                         once or twice: what was given before is one of the grounds)
    --program build/mahdar  --weighings build/weighings  --score ../shared/gold/score.py

GOLD are readings made by hand, as ../shared/gold/GUIDELINES.md describes them; a statement is
matched with theirs as in calibrate.py.  Every file that was weighed for a matched statement is an
example: the reader gave it or did not.  Two logistic regressions with a ridge, one for topics, one
for the files of states.  Standard library only.
"""
import argparse
import json
import pathlib
import re

import calibrate

ROOT = pathlib.Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src/statement/weigh.c"
KINDS = ("topic", "state")
RIDGE = 2.0   # how strongly points are held near 0
FOLDS = 6
FEW = 12      # a ground that fewer files have keeps its points


def agree(a, b):
    return 2 * len(a & b) >= len(a | b)


def read(options):
    """As calibrate.read(), with the readings of pages that are files."""
    score = calibrate.load_score(options.score)
    golds = list(map(score.load, options.gold))
    lines = "".join(json.dumps(g["input"] or {"id": g["id"], "published": g.get("published"), "language": "ar",
                                              "text": g["raw"]}, ensure_ascii=False) + "\n" for g in golds)
    records = {r["source"]["id"]: r for r in map(json.loads, calibrate.run(
        options.program, ["read", "--format", "jsonl", "-"], lines))}
    return score, golds, lines, records


def statements(options):
    """[{report, given, wanted, weighed: [(kind, file, grounds)]}], {kind: names of its grounds}"""
    score, golds, lines, records = read(options)
    names, weighed = {}, {}
    for line in calibrate.run(options.weighings, [], lines):
        report, number, kind, file, *grounds = line.split("\t")
        if report == "all":
            names[kind] = grounds
        else:
            weighed.setdefault((report, int(number)), []).append((kind, file, frozenset(grounds)))
    rows = []
    for gold in golds:
        record = records[gold["id"]]
        for i, same in calibrate.matches(score, gold, record).items():
            rows.append({"report": gold["id"], "given": set(record["statements"][i]["topics"]),
                         "wanted": set(same["topics"]), "weighed": weighed.get((gold["id"], i + 1), [])})
    return rows, names


def name_of(kind, file):
    return file if kind == "topic" else "country:" + file


# ---- the fit

def built_in(kind):
    """{ground: logit} that stand in weigh.c"""
    text = SOURCE.read_text(encoding="utf-8")
    block = text[text.index("/* of %ss: begin */" % kind):text.index("/* of %ss: end */" % kind)]
    return {name: int(points) / 10 for name, points in re.findall(r'\{"([\w-]+)", (-?\d+)\}', block)}


def fit(rows, kind, names, near=None):
    """{ground: logit}"""
    ridge = RIDGE if near is None else near
    home = [0.0 if near is None else built_in(kind).get(name, 0.0) for name in names]
    place = {name: k for k, name in enumerate(names)}
    examples = [([place[g] for g in grounds], name_of(k, file) in row["wanted"])
                for row in rows for k, file, grounds in row["weighed"] if k == kind]
    n = len(names)
    w = list(home)
    for _ in range(12):
        slope = [-ridge * (v - h) if i or near is not None else 0.0 for i, (v, h) in enumerate(zip(w, home))]
        bend = [[ridge * (i == j and (i > 0 or near is not None)) + 1e-6 * (i == j) for j in range(n)]
                for i in range(n)]
        for on, right in examples:
            p = calibrate.logistic(sum(w[i] for i in on))
            q = p * (1 - p)
            for i in on:
                slope[i] += right - p
                row = bend[i]
                for j in on:
                    row[j] += q
        w = [v + d for v, d in zip(w, calibrate.solve(bend, slope))]
    return dict(zip(names, w))


def read_as(row, points, least):
    """The files of a statement by these points, as weigh.c gives them."""
    sums = {(kind, file): sum(points[kind][g] for g in grounds) for kind, file, grounds in row["weighed"]}
    given = {name_of(*file) for file, v in sums.items() if v >= least}
    topics = [(v, file[1]) for file, v in sums.items() if file[0] == "topic"]
    return given or ({max(topics)[1]} if topics else {"bilateral-relations"})


def tell(title, rows, given):
    right = sum(agree(given(r), r["wanted"]) for r in rows)
    same = sum(given(r) == r["wanted"] for r in rows)
    print("%-28s %d statements, %.3f agree by half, %.3f are the same"
          % (title, len(rows), right / len(rows), same / len(rows)))


def left_out(rows, names, least, near):
    reports = sorted({r["report"] for r in rows})
    for fold in range(FOLDS):
        out = set(reports[fold::FOLDS])
        points = {kind: fit([r for r in rows if r["report"] not in out], kind, names[kind], near)
                  for kind in KINDS}
        for r in rows:
            if r["report"] in out:
                r["unseen"] = read_as(r, points, least)


def write_points(points, rows):
    text = SOURCE.read_text(encoding="utf-8")
    for kind in KINDS:
        begin, end = (text.index("/* of %ss: %s */" % (kind, mark)) for mark in ("begin", "end"))
        table = text[begin:end]
        for name, v in points[kind].items():
            if sum(name in g for r in rows for k, _, g in r["weighed"] if k == kind) < FEW:
                continue
            table, n = re.subn(r'(\{"%s", )-?\d+' % re.escape(name),
                               lambda m: m[1] + str(calibrate.tenths(v)), table)
            assert n == 1, name
        text = text[:begin] + table + text[end:]
    SOURCE.write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--near", type=float, metavar="RIDGE")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--program", default=ROOT / "build/mahdar")
    parser.add_argument("--weighings", default=ROOT / "build/weighings")
    parser.add_argument("--score", default=ROOT / "../shared/gold/score.py")
    options = parser.parse_args()
    rows, names = statements(options)
    tell("as it is built", rows, lambda r: r["given"])
    if not options.fit:
        return
    least = int(re.search(r"#define LEAST\s+(-?\d+)", SOURCE.read_text(encoding="utf-8"))[1]) / 10
    points = {kind: fit(rows, kind, names[kind], options.near) for kind in KINDS}
    for kind in KINDS:
        print("\n".join("%-6s %-22s %4d" % (kind, name, calibrate.tenths(v)) for name, v in points[kind].items()))
    tell("by the new points", rows, lambda r: read_as(r, points, least))
    left_out(rows, names, least, options.near)
    tell("reports left out of the fit", rows, lambda r: r["unseen"])
    if options.write:
        write_points(points, rows)


if __name__ == "__main__":
    main()
