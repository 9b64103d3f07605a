#!/usr/bin/env python3
"""Which files are statements on?  How often Mahdar gives those that a careful reader gave, and the
points by which src/statement/weigh.c weighs them.

    weigh_files.py GOLD.json...          the share of statements whose files agree by half with the reading
    weigh_files.py --fit GOLD.json...    new points, and what they are worth on reports left out of the fit
         --words                         only those of words, and how likely any file is
         --step 0.5                      go half of the way from the points that stand there
         --write                         puts them into src/statement/weigh.c and data/word-points.tsv
                                         (then build and fit again: what was given before is a ground)
    --program build/mahdar  --weighings build/weighings  --score ../shared/gold/score.py

GOLD are readings made by hand, as ../shared/gold/GUIDELINES.md describes them (one that is named
twice counts twice, but for words; those of reports of our own, tests/reports/run.py --gold writes); a statement is matched with theirs as in calibrate.py.  Every file that was
weighed for a matched statement is an example: the reader gave it or did not.

Two steps, both logistic regressions with a ridge.  First, for each file, what the words of the
contents say of it (one regression a file; words are counted by rarity, each content's vector has
length 1 at most).  Then the grounds, of topics and of the files of states, together with what the words say;
for that the words' points are those of fits that have not seen the report, so that they are not
trusted more than they deserve.  With --words the grounds keep their points.  What words have said until
now is one feature of each file's fit: it stands for readings that are not at hand any more.  Needs Debian's python3-sklearn.
"""
import argparse
import collections
import json
import math
import pathlib
import re
import zlib

import calibrate

ROOT = pathlib.Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src/statement/weigh.c"
TABLE = ROOT / "data/word-points.tsv"
KINDS = ("topic", "state")
FOLDS = 5
FEW = 12          # a ground that fewer files have keeps its points
WORD_RIDGE = 0.2  # how strongly the points of words are held near 0 ...
RIDGE = 1.0       # ... and those of grounds
FEW_WORDS = 2     # a word of fewer reports says nothing: it would know these reports again
FEW_FILES = 12    # a file that fewer contents have: nor does any word of it
FEW_STATES = 40   # the same of a state's
MOST = 5.5        # logits: no word says more.  "The agreement" means another one in other years
LEAST_POINTS = 3  # tenths of a logit: what says less of a file is left out
SPOKEN = 1.5      # logits from which a topic is weighed that only words speak for
ALONE = 80        # rarity of what is added to each content: a word alone says little
LETTERS = 12      # a longer word is in no table


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
    """[{report, given, wanted, words, weighed: [(kind, file, grounds)]}], {kind: names of its grounds}"""
    score, golds, lines, records = read(options)
    names, weighed, words = {}, {}, {}
    for line in calibrate.run(options.weighings, [], lines):
        report, number, kind, *rest = line.split("\t")
        if report == "all":
            names[kind] = rest
        elif kind == "words":
            words[report, int(number)] = [w for w in rest if len(w) <= LETTERS]
        else:
            weighed.setdefault((report, int(number)), []).append((kind, rest[0], frozenset(rest[2:])))
    rows = []
    for gold in golds:
        record = records[gold["id"]]
        for i, same in calibrate.matches(score, gold, record).items():
            at = gold["id"], i + 1
            rows.append({"report": gold["id"], "number": i, "given": set(record["statements"][i]["topics"]),
                         "wanted": set(same["topics"]), "words": words.get(at, []), "weighed": weighed.get(at, [])})
    return rows, names


def name_of(kind, file):
    return file if kind == "topic" else "country:" + file


def kind_of(name):
    return "state" if name.startswith("country:") else "topic"


def fold_of(report, salt=""):
    return zlib.crc32((salt + report).encode()) % FOLDS


def by_itself(row):
    """A content told in a sentence made for it (tests/reports/contents.tsv): its words teach, but what
    stands around it is nothing."""
    return row["report"].startswith("text#contents-")


def once(rows):
    """Rows without those of readings that are named again: no word is learnt twice from one content."""
    return list({(r["report"], r["number"]): r for r in rows}.values())


# ---- what words say

class Before:
    """What the table has said until now; each file's fit decides how much that is worth."""

    def __init__(self, table=None):
        self.rarity, self.points = {}, collections.defaultdict(dict)
        for line in table.read_text(encoding="utf-8").splitlines() if table else ():
            if line.startswith("#"):
                continue
            word, rarity, pairs = line.split("\t")
            self.rarity[word] = int(rarity)
            for pair in pairs.split():
                file, points = pair.rsplit(":", 1)
                self.points[file][word] = int(points) / 10

    def of(self, file, rarity):
        """[points of each word of `rarity`], as they are with these rarities"""
        import numpy
        points = self.points.get(file.removeprefix("country:"), {})
        return numpy.array([points.get(w, 0.0) * self.rarity.get(w, 0) / rarity[w] for w in rarity])


class Words:
    """points: {file: {word: logit}}; rarity: {word: tenths}"""

    def __init__(self, rows, before=None):
        from scipy.sparse import csr_matrix, hstack
        from sklearn.linear_model import LogisticRegression
        rows = once(rows)
        contents = collections.Counter(w for r in rows for w in set(r["words"]))
        reports = collections.Counter(w for _, w in {(r["report"], w) for r in rows for w in r["words"]})
        self.rarity = {w: round(10 * (math.log((1 + len(rows)) / (1 + n)) + 1))
                       for w, n in sorted(contents.items()) if reports[w] >= FEW_WORDS}
        before = before or Before()
        for w, rarity in before.rarity.items():
            self.rarity.setdefault(w, rarity)
        place = {w: k for k, w in enumerate(self.rarity)}
        data, at, to = [], [], []
        for i, row in enumerate(rows):
            for w, v in self.vector(row):
                data.append(v)
                at.append(i)
                to.append(place[w])
        x = csr_matrix((data, (at, to)), shape=(len(rows), len(place)))
        files = collections.Counter(f for r in rows for f in r["wanted"])
        self.points = {}
        for file, n in sorted(files.items()):
            old = before.of(file, self.rarity)
            if n < (FEW_STATES if kind_of(file) == "state" else FEW_FILES):
                if old.any():
                    self.points[file] = dict(zip(self.rarity, old))
                continue
            fit = LogisticRegression(C=1 / WORD_RIDGE, solver="liblinear", max_iter=300)
            fit.fit(hstack([x, csr_matrix(x @ old).T]).tocsr() if old.any() else x, [file in r["wanted"] for r in rows])
            new = fit.coef_[0][:len(old)] + (fit.coef_[0][-1] * old if old.any() else 0.0)
            self.points[file] = dict(zip(self.rarity, (max(-MOST, min(MOST, float(x))) for x in new)))

    def vector(self, row):
        known = [w for w in row["words"] if w in self.rarity]
        length = math.sqrt(ALONE ** 2 + sum(self.rarity[w] ** 2 for w in known))
        return [(w, self.rarity[w] / length) for w in known]

    def say(self, row):
        """{file: logit}, how much more than without words: how common a file was when the readings were
        made says nothing of the next year."""
        vector = self.vector(row)
        return {file: sum(points[w] * v for w, v in vector) for file, points in self.points.items()}


def said_of_unseen(rows, before):
    """What words say of each row, by a fit without its report's fold."""
    said = [None] * len(rows)
    for fold in range(FOLDS):
        out = [i for i, r in enumerate(rows) if fold_of(r["report"], "words") == fold]
        words = Words([r for r in rows if fold_of(r["report"], "words") != fold], before) if out else None
        for i in out:
            said[i] = words.say(rows[i])
    return said


# ---- the grounds

def weighed_with(row, said):
    """All that was weighed, and the topics that only the words speak for."""
    have = {file for kind, file, _ in row["weighed"]}
    return row["weighed"] + [("topic", file, frozenset(["start"])) for file, v in sorted(said.items())
                             if v >= SPOKEN and file not in have and kind_of(file) == "topic"]


def columns(kind, file, grounds, said, names):
    """The features of one file: its grounds, and what words say of it."""
    v = []
    for k in KINDS:
        v += [float(k == kind and g in grounds) for g in names[k]]
        v.append(said.get(name_of(kind, file), 0.0) if k == kind else 0.0)
    return v


def points_in_source():
    """{kind: {ground: logit}} as src/statement/weigh.c has them"""
    text, points = SOURCE.read_text(encoding="utf-8"), {}
    for kind in KINDS:
        begin, end = (text.index("/* of %ss: %s */" % (kind, mark)) for mark in ("begin", "end"))
        points[kind] = {name: int(v) / 10 for name, v in re.findall(r'\{"([a-z-]+)", (-?\d+)\}', text[begin:end])}
    return points


def fit_words(rows, names, before=None):
    """As fit(); the grounds keep their points, but for the one that all files have."""
    from sklearn.linear_model import LogisticRegression
    points, x, y = points_in_source(), [], []
    for row, said in zip(rows, said_of_unseen(rows, before)):
        if by_itself(row):
            continue
        for kind, file, grounds in weighed_with(row, said):
            name = name_of(kind, file)
            x.append([sum(points[kind][g] for g in grounds)]
                     + [said.get(name, 0.0) if k == kind else 0.0 for k in KINDS] + [float(kind == "topic")])
            y.append(name in row["wanted"])
    one = LogisticRegression(C=10 / RIDGE, max_iter=3000).fit(x, y)
    grounds, *of_words, topic = map(float, one.coef_[0])
    for kind in KINDS:
        points[kind]["start"] += (float(one.intercept_[0]) + (topic if kind == "topic" else 0.0)) / grounds
    return points, {kind: w / grounds for kind, w in zip(KINDS, of_words)}, Words(rows, before)


def fit(rows, names, before=None):
    """({kind: {ground: logit}}, {kind: logit per logit of words}, Words)"""
    from sklearn.linear_model import LogisticRegression
    x, y = [], []
    for row, said in zip(rows, said_of_unseen(rows, before)):
        if by_itself(row):
            continue
        for kind, file, grounds in weighed_with(row, said):
            x.append(columns(kind, file, grounds, said, names))
            y.append(name_of(kind, file) in row["wanted"])
    one = LogisticRegression(C=1 / RIDGE, max_iter=3000).fit(x, y)
    points, trust, at = {}, {}, 0
    for kind in KINDS:
        n = len(names[kind])
        points[kind] = dict(zip(names[kind], map(float, one.coef_[0][at:at + n])))
        points[kind]["start"] += float(one.intercept_[0])
        trust[kind] = float(one.coef_[0][at + n])
        at += n + 1
    return points, trust, Words(rows, before)


def read_as(row, points, trust, words, least):
    """The files of a statement by these points, as weigh.c gives them."""
    said, sums = words.say(row), {}
    for kind, file, grounds in weighed_with(row, said):
        sums[kind, file] = (sum(points[kind][g] for g in grounds)
                            + trust[kind] * said.get(name_of(kind, file), 0.0))
    given = {name_of(*file) for file, v in sums.items() if v >= least}
    topics = [(v, file[1]) for file, v in sums.items() if file[0] == "topic"]
    return given or ({max(topics)[1]} if topics else {"bilateral-relations"})


def tell(title, rows, given):
    right = sum(agree(given(r), r["wanted"]) for r in rows)
    same = sum(given(r) == r["wanted"] for r in rows)
    print("%-28s %d statements, %.3f agree by half, %.3f are the same"
          % (title, len(rows), right / len(rows), same / len(rows)))


def left_out(rows, names, least, before, how):
    for fold in range(FOLDS):
        found = how([r for r in rows if fold_of(r["report"]) != fold], names, before)
        for r in rows:
            if fold_of(r["report"]) == fold:
                r["unseen"] = read_as(r, *found, least)


def write_grounds(points, rows, step):
    old = points_in_source()
    text = SOURCE.read_text(encoding="utf-8")
    for kind in KINDS:
        begin, end = (text.index("/* of %ss: %s */" % (kind, mark)) for mark in ("begin", "end"))
        table = text[begin:end]
        for name, v in points[kind].items():
            if sum(name in g for r in rows for k, _, g in r["weighed"] if k == kind) < FEW:
                continue
            v = step * v + (1 - step) * old[kind][name]
            table, n = re.subn(r'(\{"%s", )-?\d+' % re.escape(name),
                               lambda m: m[1] + str(calibrate.tenths(v)), table)
            assert n == 1, name
        text = text[:begin] + table + text[end:]
    SOURCE.write_text(text, encoding="utf-8")


def write_words(words, trust, before, step):
    head = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    short = lambda file: file.removeprefix("country:")
    per = {file: trust[kind_of(file)] for file in words.points}
    rows = []
    for word, rarity in sorted(words.rarity.items()):
        scale = (1 - step) * before.rarity.get(word, 0) / rarity
        of = [(calibrate.tenths(step * per[f] * p[word] + scale * before.points.get(short(f), {}).get(word, 0.0)), short(f))
              for f, p in words.points.items()]
        of = sorted((x for x in of if abs(x[0]) >= LEAST_POINTS), key=lambda x: (-x[0], x[1]))
        if of:
            rows.append("%s\t%d\t%s" % (word, rarity, " ".join("%s:%d" % (f, v) for v, f in of)))
    TABLE.write_text("\n".join(head + rows) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--words", action="store_true")
    parser.add_argument("--step", type=float, default=1.0)
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
    before, how = Before(TABLE), fit_words if options.words else fit
    points, trust, words = how(rows, names, before)
    for kind in KINDS:
        print("\n".join("%-6s %-22s %4d" % (kind, name, calibrate.tenths(v)) for name, v in points[kind].items()))
        print("%-6s %-22s %.2f" % (kind, "a logit of words", trust[kind]))
    tell("by the new points", rows, lambda r: read_as(r, points, trust, words, least))
    left_out(rows, names, least, before, how)
    tell("reports left out of the fit", rows, lambda r: r["unseen"])
    if options.write:
        write_grounds(points, rows, options.step)
        write_words(words, trust, before, options.step)


if __name__ == "__main__":
    main()
