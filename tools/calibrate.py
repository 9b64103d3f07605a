#!/usr/bin/env python3
"""Is the confidence of statements worth its number?  Of those at 0.8 eight in ten should be right.

    calibrate.py GOLD.json...            the table: stated confidence, how many, how many of them right
    calibrate.py --fit GOLD.json...      new points for the grounds of src/statement/confidence.c
         --write                         puts them there (then build again)
    calibrate.py --document FILE --name NAME GOLD...
                                         puts the table into FILE, between the marks of that name;
                                         with --fit the one of reports left out of the fit
    calibrate.py --level GOLD...         by how much reports that the rules were not written on are right
                                         less often; GOLD are such reports, none of the fit
    calibrate.py --uncoded GOLD...       what the list of `mahdar read --uncoded` holds of what was missed
    --program build/mahdar  --grounds build/grounds  --score ../shared/gold/score.py

GOLD are readings made by hand, as ../shared/gold/GUIDELINES.md describes them; score.py beside it
knows their texts and how a statement is matched with theirs: its content overlaps by half.  A
statement is right when it has a match with the same act and the same speakers.

The fit is a logistic regression with a ridge (nothing is far from 0 without need).  What it is worth
on reports it has not seen is told by the second table: every report's figure comes from a fit
without that report's fold.  Standard library only.
"""
import argparse
import difflib
import importlib.util
import json
import math
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src/statement/confidence.c"
BANDS = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.01]
RIDGE = 1.5   # how strongly points are held near 0; 1 is a prior of one logit's width
FOLDS = 8
FEW = 12     # a ground that fewer statements have keeps its points
MARKS = "<!-- calibration %s: begin -->", "<!-- calibration %s: end -->"


# ---- what is right

def load_score(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def speakers(statement):
    return {x if isinstance(x, str) else x.get("id", "OTHER") for x in statement["speakers"]}


def to_gold(score, text, gold_words):
    """[(word of the record), ...] and where each stands in the gold text."""
    words = score.words(text)
    same = difflib.SequenceMatcher(None, [w for w, _, _ in words], [w for w, _, _ in gold_words],
                                   autojunk=False)
    return words, {a + k: b + k for a, b, n in same.get_matching_blocks() for k in range(n)}


def matches(score, gold, record):
    """{number of a statement of the record: the gold statement it is one with}, as score.py has it"""
    gold_words = score.words(gold["raw"])
    wanted = [(score.units(gold_words, *s["span"]), s) for s in gold["statements"] if s["span"]]
    words, place = to_gold(score, record["text"], gold_words)
    found = [frozenset(place.get(i, -1 - i)
                       for i in score.units(words, s["content"]["start"], s["content"]["end"]))
             for s in record["statements"]]
    pairs = sorted(((len(a & b) / len(a | b), i, j) for i, a in enumerate(found)
                    for j, (b, _) in enumerate(wanted) if a & b), reverse=True)
    taken, matched = set(), {}
    for overlap, i, j in pairs:
        if overlap >= 0.5 and i not in matched and j not in taken:
            taken.add(j)
            matched[i] = wanted[j][1]
    return matched


def run(program, arguments, lines):
    return subprocess.run([program, *arguments], input=lines.encode(), stdout=subprocess.PIPE,
                          check=True).stdout.decode().splitlines()


def read(options):
    """score.py, the readings, their reports as JSON Lines, {id: record}"""
    score = load_score(options.score)
    golds = [g for g in map(score.load, options.gold) if g["input"]]
    lines = "".join(json.dumps(g["input"], ensure_ascii=False) + "\n" for g in golds)
    records = {r["source"]["id"]: r
               for r in map(json.loads, run(options.program, ["read", "--format", "jsonl", "-"], lines))}
    return score, golds, lines, records


def statements(options):
    """[{report, stated, right, grounds}], and the names of all grounds"""
    score, golds, lines, records = read(options)
    told = [l.split("\t") for l in run(options.grounds, [], lines)]
    grounds = {(t[0], int(t[1])): t[2:] for t in told}
    rows = []
    for gold in golds:
        record = records[gold["id"]]
        matched = matches(score, gold, record)
        for i, s in enumerate(record["statements"]):
            same = matched.get(i)
            rows.append({"report": gold["id"], "stated": s["confidence"],
                         "grounds": grounds[record["id"], i + 1],
                         "right": bool(same) and same["act"] == s["act"]
                         and speakers(same) == speakers(s)})
    return rows, grounds["all", 0]


# ---- the table

def table(rows, of):
    lines = ["| stated confidence | statements | stated, mean | right |", "| --- | ---: | ---: | ---: |"]
    for low, high in zip(BANDS, BANDS[1:]):
        band = [r for r in rows if low <= round(of(r), 2) < high]
        if band:
            name = "below %.1f" % high if not low else "%.1f and more" % low if high > 1 else "%.1f to %.2f" % (low, high - 0.01)
            lines.append("| %s | %d | %.2f | %.2f |" % (
                name, len(band), sum(map(of, band)) / len(band), share(band)))
    lines.append("| all | %d | %.2f | %.2f |" % (len(rows), sum(map(of, rows)) / len(rows), share(rows)))
    return lines


def share(rows):
    return sum(r["right"] for r in rows) / len(rows)


# ---- what was not read

def tell_uncoded(options):
    score, golds, lines, records = read(options)
    listed = {}
    for u in map(json.loads, run(options.program, ["read", "--uncoded", "--json", "--format", "jsonl", "-"], lines)):
        listed.setdefault(u["id"], []).append(u["sentence"])
    n = holding = missed = found = 0
    for gold in golds:
        record = records[gold["id"]]
        known = {id(s) for s in matches(score, gold, record).values()}
        gold_words = score.words(gold["raw"])
        words, place = to_gold(score, record["text"], gold_words)
        sentences = [{place.get(i) for i in score.units(words, u["start"], u["end"])}
                     for u in listed.get(gold["id"], [])]
        wanted = [(score.units(gold_words, *s["span"]), s) for s in gold["statements"] if s["span"]]
        inside = [(k, s) for k, sentence in enumerate(sentences) for units, s in wanted
                  if 2 * len(units & sentence) > len(units)]
        n += len(sentences)
        holding += len({k for k, _ in inside})
        missed += sum(id(s) not in known for _, s in wanted)
        found += len({id(s) for _, s in inside} - known)
    print("%d sentences listed, %d of them with a statement of the hand-made readings" % (n, holding))
    print("%d statements of the readings missed, %d of them in a sentence that is listed" % (missed, found))


# ---- the fit

def solve(a, b):
    """x of a x = b, by elimination; a is small, symmetric and positive."""
    n = len(b)
    m = [row[:] + [b[i]] for i, row in enumerate(a)]
    for i in range(n):
        for k in range(i + 1, n):
            f = m[k][i] / m[i][i]
            for j in range(i, n + 1):
                m[k][j] -= f * m[i][j]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (m[i][n] - sum(m[i][j] * x[j] for j in range(i + 1, n))) / m[i][i]
    return x


def logistic(z):
    return 1 / (1 + math.exp(-z))


def fit(rows, names):
    """Logits: [start, one of each ground]."""
    n = len(names) + 1
    w = [0.0] * n
    held = [[0] + [k + 1 for k, name in enumerate(names) if name in r["grounds"]] for r in rows]
    for _ in range(25):
        slope = [-RIDGE * v if i else 0.0 for i, v in enumerate(w)]
        bend = [[0.0] * n for _ in range(n)]
        for i in range(n):
            bend[i][i] = RIDGE if i else 1e-6
        for r, on in zip(rows, held):
            p = logistic(sum(w[i] for i in on))
            for i in on:
                slope[i] += r["right"] - p
                for j in on:
                    bend[i][j] += p * (1 - p)
        w = [v + d for v, d in zip(w, solve(bend, slope))]
    return w


def predict(w, names, row):
    return logistic(w[0] + sum(w[k + 1] for k, name in enumerate(names) if name in row["grounds"]))


def unseen(rows, names):
    """Each statement's figure from a fit without its report's fold."""
    reports = sorted({r["report"] for r in rows})
    for fold in range(FOLDS):
        out = set(reports[fold::FOLDS])
        w = fit([r for r in rows if r["report"] not in out], names)
        for r in rows:
            if r["report"] in out:
                r["unseen"] = predict(w, names, r)


def tenths(v):
    return int(math.floor(10 * v + 0.5))


def write_points(w, names, rows):
    text = SOURCE.read_text(encoding="utf-8")
    text = re.sub(r"(#define START\s+)-?\d+", lambda m: m[1] + str(tenths(w[0])), text)
    for k, name in enumerate(names):
        if sum(name in r["grounds"] for r in rows) < FEW:
            continue
        text, n = re.subn(r'(\{"%s", )-?\d+' % re.escape(name), lambda m: m[1] + str(tenths(w[k + 1])), text)
        assert n == 1, name
    SOURCE.write_text(text, encoding="utf-8")


def points_of(source):
    """{ground: logit} as they stand in the source; "START" and "UNSEEN" too"""
    found = {name: int(v) / 10 for name, v in re.findall(r'\{"([\w-]+)", (-?\d+),', source)}
    found.update((name, int(v) / 10) for name, v in re.findall(r"#define (START|UNSEEN)\s+(-?\d+)", source))
    return found


def tell_level(rows):
    points = points_of(SOURCE.read_text(encoding="utf-8"))
    sums = [points["START"] + sum(points[g] for g in r["grounds"]) for r in rows]
    level = 0.0
    for _ in range(25):
        shares = [logistic(level + z) for z in sums]
        slope = sum(r["right"] - p for r, p in zip(rows, shares)) - RIDGE * level
        level += slope / (sum(p * (1 - p) for p in shares) + RIDGE)
    print("level %d (in the source %d)" % (tenths(level), tenths(points["UNSEEN"])))


def tell_fit(rows, names, write):
    w = fit(rows, names)
    print("start %d" % tenths(w[0]))
    for k, name in enumerate(names):
        held = [r for r in rows if name in r["grounds"]]
        print("%-12s %4d statements, right %s, points %d" % (
            name, len(held), "%.2f" % share(held) if held else "-", tenths(w[k + 1])))
    unseen(rows, names)
    if write:
        write_points(w, names, rows)
    print("\nreports left out of the fit:")
    return table(rows, lambda r: r["unseen"])


def write_table(path, name, lines):
    text = pathlib.Path(path).read_text(encoding="utf-8")
    marks = [mark % name for mark in MARKS]
    begin, end = text.index(marks[0]) + len(marks[0]), text.index(marks[1])
    pathlib.Path(path).write_text(text[:begin] + "\n" + "\n".join(lines) + "\n" + text[end:], encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--level", action="store_true")
    parser.add_argument("--uncoded", action="store_true")
    parser.add_argument("--document")
    parser.add_argument("--name", default="fit")
    parser.add_argument("--program", default=ROOT / "build/mahdar")
    parser.add_argument("--grounds", default=ROOT / "build/grounds")
    parser.add_argument("--score", default=ROOT / "../shared/gold/score.py")
    options = parser.parse_args()
    if options.uncoded:
        tell_uncoded(options)
        return
    rows, names = statements(options)
    if not rows:
        sys.exit("calibrate: no statements in these reports")
    if options.level:
        tell_level(rows)
        return
    built = table(rows, lambda r: r["stated"])
    lines = tell_fit(rows, names, options.write) if options.fit else built
    print("\n".join(lines))
    if options.fit:
        print("\nas it is built now:\n" + "\n".join(built))
    if options.document:
        write_table(options.document, options.name, lines)


if __name__ == "__main__":
    main()
