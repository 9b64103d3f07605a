#!/usr/bin/env python3
"""From which word to which is it content, and into how many statements is it cut?

    spans.py MAHDAR [--part TEXT]      every row that fails, or those of a group or with TEXT

A row of spans.tsv is a short report whose contents stand in brackets: [...]; @ is who speaks,
¶ ends a paragraph.  Each row is told with several who speak, after an opening that names them
no third.  It is right when what is read are these contents and no others (marks and a joined
word in front aside).  What is wrong is named: short and long (one content of two in common),
torn (one wanted, two read), glued (two wanted, one read), missing, extra.

`known` is a reason why a row is known to fail: then it must, or the reason is out of date.
Prints TAP.
"""
import argparse
import collections
import os
import re
import sys

import run

DOERS = ("وزير الخارجية النرويجي", "الرئيس الكيني", "المتحدث باسم الحكومة اليابانية")
SAME = 0.86  # words that two contents share, of all words in either


def rows(folder):
    with open(os.path.join(folder, "spans.tsv"), encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if line.strip() and not line.startswith("#"):
                yield cells[0], cells[1], cells[2] if len(cells) > 2 else ""


def wanted(text):
    return [run.words_of(c) for c in re.findall(r"\[([^\]]*)\]", text)]


def plain(text, doer):
    text = re.sub(r"[\[\]]", "", text).replace("¶", "\n")
    return re.sub("ل@", "ل" + re.sub("^ال", "ل", doer), text).replace("@", doer)


def within(small, big):
    """The share of small's words that big has."""
    return sum((collections.Counter(small) & collections.Counter(big)).values()) / max(1, len(small))


def fault(want, got):
    """None, or what is wrong with the contents that were read."""
    left = list(got)
    for w in list(want):
        best = max(left, key=lambda g: run.alike(g, w), default=None)
        if best is not None and run.alike(best, w) >= SAME:
            left.remove(best)
            want = [x for x in want if x is not w]
    if not want and not left:
        return None
    for w in want:
        touch = [g for g in left if within(g, w) > 0.6 or within(w, g) > 0.6]
        if len(touch) > 1:
            return "torn"
        if touch and sum(within(x, touch[0]) > 0.6 for x in want) > 1:
            return "glued"
        if touch:
            return "long" if len(touch[0]) > len(w) else "short"
    return "missing" if want else "extra"


def main():
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("mahdar")
    ask.add_argument("--part", default="")
    ask.add_argument("--tables", default=run.HERE)
    of = ask.parse_args()
    asked = [(n, group, plain(text, d), wanted(text.replace("@", d)), known)
             for n, (group, text, known) in enumerate(rows(of.tables)) for d in DOERS]
    made = [run.Sentence(a[2], None, None, None, None) for a in asked]
    records = run.read(of.mahdar, made)
    wrong, why, total = collections.defaultdict(list), collections.Counter(), collections.Counter()
    for i, (n, group, text, want, known) in enumerate(asked):
        r = records[i]
        got = [run.words_of(r["text"][s["content"]["start"]:s["content"]["end"]])
               for s in r["statements"]]
        total[group] += 1
        bad = fault(want, got)
        if bad:
            why[bad] += 1
            wrong[n].append((bad, text, [" ".join(g) for g in got]))
    failed = 0
    table = list(rows(of.tables))
    print("1..%d" % len(table))
    for n, (group, text, known) in enumerate(table):
        fails = len(wrong[n]) > 1
        failed += fails != bool(known)
        if of.part not in group + " " + text:
            continue
        print("%s - %s: %s%s" % ("ok" if fails == bool(known) else "not ok", group, text,
                                 "; known: " + known if known else ""))
        if fails and (not known or of.part):
            print("#   %s %s" % (" ".join(w[0] for w in wrong[n]), "".join("\n#     [%s]" % g for g in wrong[n][0][2])))
    by = collections.Counter(table[n][0] for n in wrong for _ in wrong[n])
    print("# right: %d of %d (%s); wrong: %s" % (
        len(asked) - sum(why.values()), len(asked),
        ", ".join("%s %d of %d" % (g, total[g] - by[g], total[g]) for g in total),
        ", ".join("%s %d" % k for k in why.most_common())))
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
