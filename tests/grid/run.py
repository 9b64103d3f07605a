#!/usr/bin/env python3
"""Reads plain sentences made of parts: every part must do well in whatever company.

    run.py MAHDAR [--sentences N] [--seed N] [--part TEXT] [--tables FOLDER]

A sentence is an opening, who acts, what is put in between, an act word with the construction
it takes, what is said, and a tail that does not belong to it.  Each part stands in a table
beside this file, in our own words.  Whether the reader finds the statement (its speakers, its
act, three in four of its words) is known from the parts, so thousands of sentences can be
asked that nobody wrote.  A part is one test: it fails when more than one in ten of its
sentences goes wrong that has no other part at fault, and some more where it stands in few
(LEEWAY).  Prints TAP; --part prints what went wrong with one part.

Words that agree with the doer are written masculine/feminine; an act word that ends in a
joined preposition is joined to what follows.  The last column of a table is a reason why a
part is known to fail: where none of its sentences goes wrong, the reason is out of date.
"""
import argparse
import collections
import json
import os
import random
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TABLES = ("openings", "doers", "between", "acts", "contents", "tails")
WORST = 0.10  # of a part's sentences
LEEWAY = 0.8  # over the square root of how many they are: chance in small numbers
SURE = 20  # sentences without a fault in which a part is known to fail no more
ALIKE = 0.75  # words that two contents share, of all words in either

Part = collections.namedtuple("Part", "table text fields known")
Sentence = collections.namedtuple("Sentence", "text parts speakers acts content")


def table(folder, name):
    parts = []
    with open(os.path.join(folder, name + ".tsv"), encoding="utf-8") as lines:
        head = next(lines).lstrip("# ").rstrip("\n").split("\t")
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            cells += [""] * (len(head) - len(cells))
            parts.append(Part(name, cells[0], dict(zip(head, cells)), cells[len(head) - 1]))
    return parts


def agree(text, gender):
    """Of words written masculine/feminine, the one that agrees."""
    return " ".join(w.split("/")[gender == "f" and "/" in w] for w in text.split(" "))


def joined(act, content):
    """The act word and its content; a preposition of one letter is part of the next word."""
    if act.endswith(" ل") and content.startswith("ال"):
        return act[:-1] + "لل" + content[2:]
    return act + content if re.search(r" [بل]$", act) else act + " " + content


def compose(pick):
    """A sentence of one part from each table, or None when they do not go together."""
    opening, doer, between, act, content, tail = pick
    if act.fields["takes"] != content.fields["is"]:
        return None
    gender, order = doer.fields["gender"], opening.fields["order"]
    verb, _, rest = agree(act.text, gender).partition(" ")
    middle = agree(between.text, gender)
    if order == "sv" and gender == "d":
        return None
    words = [doer.text, verb, middle] if order == "sv" else [verb, doer.text, middle]
    body = joined(" ".join(w for w in words + [rest] if w), content.text)
    text = opening.text.replace("@", body).replace("_", " ") + tail.text + "."
    text = re.sub(r" +", " ", re.sub(r"،\s*،", "،", re.sub(r"\s+،", "،", text)))
    return Sentence(text, pick, set(doer.fields["speakers"].split(",")),
                    set(act.fields["acts"].split(",")), words_of(content.text))


def words_of(text):
    return re.findall(r"\w+", text)


def alike(mine, wanted):
    """Words two contents share, as a part of all words in either.  A noun of the speaker's own
    act (his refusal of, that it is in favour of) may stand in front, a joined preposition before
    the first word."""
    best = 0.0
    for begin in range(6):
        at = mine[begin:]
        if at and wanted:
            if re.sub("^لل", "ال", at[0]) == wanted[0] or at[0][1:] == wanted[0]:
                at = wanted[:1] + at[1:]
        shared = sum((collections.Counter(at) & collections.Counter(wanted)).values())
        best = max(best, shared / max(1, len(at) + len(wanted) - shared))
    return best


def judge(sentence, record):
    """What is wrong: None, or (kind, what was read)."""
    text, best = record["text"], (0.0, None)
    for s in record["statements"]:
        content = text[s["content"]["start"]:s["content"]["end"]]
        best = max(best, (alike(words_of(content), sentence.content), content, s["act"],
                          tuple(sorted({x["id"] for x in s["speakers"]}))), key=lambda b: b[0])
    if best[0] == 0.0:
        return "nothing", ""
    said = "%s by %s: %s" % (best[2], ",".join(best[3]), best[1])
    if best[0] < ALIKE:
        return "content", said
    if set(best[3]) != sentence.speakers:
        return "speakers", said
    return None if best[2] in sentence.acts else ("act", said)


def sentences(folder, n, seed):
    tables = [table(folder, name) for name in TABLES]
    rng, made = random.Random(seed), []
    while len(made) < n:
        # Every part of the longest table as often as the others allow; plain ones in between.
        pick = [rng.choice(t) for t in tables]
        for optional in (0, 2, 5):
            if rng.random() < 0.4:
                pick[optional] = tables[optional][0]
        one = compose(pick)
        if one:
            made.append(one)
    return made


def read(mahdar, made):
    lines = "".join(json.dumps({"id": str(i), "published": "2015-07-24", "language": "ar",
                                "text": s.text}, ensure_ascii=False) + "\n"
                    for i, s in enumerate(made))
    out = subprocess.run([mahdar, "read", "--jobs", "1", "-"], input=lines, text=True,
                         stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout
    records = {}
    for line in out.splitlines():
        r = json.loads(line)
        records[int(r["source"]["id"])] = r
    return records


def worst(n):
    """The share of n sentences that may go wrong."""
    return WORST + LEEWAY / n ** 0.5


def blame(made, wrong):
    """Share of wrong sentences of each part.  A sentence that is wrong is its worst part's
    fault alone: parts are taken from the worst down, and each takes its sentences away."""
    left = {i: s for i, s in enumerate(made)}
    rates = {}
    while left:
        all_, bad = collections.Counter(), collections.Counter()
        for i, s in left.items():
            for p in s.parts:
                all_[p[:2]] += 1
                bad[p[:2]] += i in wrong
        fresh = {p: bad[p] / all_[p] for p in all_ if p not in rates}
        if not fresh:
            break
        part = max(fresh, key=lambda p: (fresh[p] - worst(all_[p]), p))
        rates[part] = (bad[part], all_[part])
        if fresh[part] <= worst(all_[part]):
            rates.update({p: (bad[p], all_[p]) for p in fresh})
            break
        left = {i: s for i, s in left.items() if part not in [p[:2] for p in s.parts]}
    return rates


def show(made, wrong, text):
    for i, s in enumerate(made):
        if i in wrong and text in [p.text for p in s.parts]:
            print("%s | %s | %s" % (wrong[i][0], s.text, wrong[i][1]))


def report(made, wrong):
    """TAP of all parts, and the sum; whether a test failed."""
    rates = blame(made, wrong)
    known = {p[:2]: p.known for s in made for p in s.parts}
    failed = 0
    print("1..%d" % len(rates))
    for part, (bad, n) in sorted(rates.items(), key=lambda r: -r[1][0] / max(1, r[1][1])):
        fails = n > 0 and bad / n > worst(n)
        # a part that is known to fail may have luck, but not in all its sentences
        fine = (bad > 0 or n < SURE) if known[part] else not fails
        failed += not fine
        print("%s - %s: %s: %d of %d wrong%s" % (
            "ok" if fine else "not ok", part[0], part[1] or "(none)", bad, n,
            "; known: " + known[part] if known[part] else ""))
    kinds = collections.Counter(kind for kind, _ in wrong.values())
    print("# right: %d of %d sentences (%.1f %%); wrong: %s" % (
        len(made) - len(wrong), len(made), 100 - 100 * len(wrong) / len(made),
        ", ".join("%s %d" % k for k in kinds.most_common())))
    return failed > 0


def tell(made, wrong, part):
    """What went wrong with the part, where one is asked for, else all parts."""
    if part is None:
        return report(made, wrong)
    show(made, wrong, part)
    return False


def asked(what, unit, number):
    """The command line; --UNIT says how many are made."""
    ask = argparse.ArgumentParser(description=what)
    ask.add_argument("mahdar")
    ask.add_argument("--" + unit, dest="number", type=int, default=number)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--part")
    ask.add_argument("--tables", default=HERE)
    return ask.parse_args()


def main():
    of = asked(__doc__.splitlines()[0], "sentences", 24000)
    made = sentences(of.tables, of.number, of.seed)
    records = read(of.mahdar, made)
    wrong = {}
    for i, s in enumerate(made):
        fault = judge(s, records[i])
        if fault:
            wrong[i] = fault
    return tell(made, wrong, of.part)


if __name__ == "__main__":
    sys.exit(main())
