#!/usr/bin/env python3
"""Reads short reports made of turns: who speaks, when it must be told from what came before.

    stories.py MAHDAR [--stories N] [--seed N] [--part TEXT] [--tables FOLDER]

A lead names two (pairs.tsv) and lets one of them speak (leads.tsv); turns follow (turns.tsv)
in which one of them is named by last name or office, both act, or somebody goes on without
being named.  Each pair, lead and turn is a test, judged and blamed as in run.py.
"""
import collections
import random
import sys

import run

Turn = collections.namedtuple("Turn", "text parts speakers acts content")
ANY = set("affirm state call support agree acknowledge warn oppose praise plan commit discuss".split())


def fill(text, pair, contents, rng):
    """The text with names and a content in it; the content."""
    f, content = pair.fields, ""
    names = {"{A}": pair.text, "{A.last}": f["first_last"], "{A.office}": f["first_office"],
             "{B}": f["second"], "{Bn}": f["second_nazir"], "{B.last}": f["second_last"],
             "{B.office}": f["second_office"]}
    for slot, kind in (("{c}", "clause"), ("{q}", "clause"), ("{n}", "noun"), ("{n0}", "noun")):
        if slot in text:
            content = rng.choice([c.text for c in contents if c.fields["is"] == kind])
            put = content[2:] if slot == "{n0}" and content.startswith("ال") else content
            text = text.replace("ل" + slot, "لل" + put) if put != content else text
            text = text.replace(slot, put)
    for slot, name in names.items():
        text = text.replace(slot, name)
    return text, content


def tell(pair, lead, turns, contents, rng):
    """A report and its turns that say something, in order."""
    states = {"A": {pair.fields["first_state"]}, "B": {pair.fields["second_state"]}}
    states["AB"] = states["A"] | states["B"]
    text, content = fill(lead.text, pair, contents, rng)
    said = [Turn(text, (pair, lead), states["A"], ANY, run.words_of(content))]
    lines, last, before = [text], "A", lead
    for turn in turns:
        if turn.fields["says"] == "last" and last == "AB":
            continue  # one who goes on where two have spoken could be either
        if "B" in turn.fields["says"] and "{B" not in lead.text:
            continue  # nobody has told who that is
        text, content = fill(turn.text, pair, contents, rng)
        if content and any(run.words_of(content) == t.content for t in said):
            continue
        lines.append(text)
        if turn.fields["says"] == "none":
            before = turn
            continue
        last = last if turn.fields["says"] == "last" else turn.fields["says"]
        said.append(Turn(text, (pair, lead, turn, run.Part("after", before.text, {}, "")),
                         states[last], ANY, run.words_of(content)))
        before = turn
    return "\n".join(lines), said


def main():
    of = run.asked(__doc__.splitlines()[0], "stories", 1200)
    rng = random.Random(of.seed)
    pairs, leads, turns, contents = (run.table(of.tables, t)
                                     for t in ("pairs", "leads", "turns", "contents"))
    stories = [tell(rng.choice(pairs), rng.choice(leads), rng.sample(turns, 4), contents, rng)
               for _ in range(of.number)]
    records = run.read(of.mahdar, [Turn(text, (), (), (), ()) for text, _ in stories])
    made, wrong = [], {}
    for i, (text, said) in enumerate(stories):
        for turn in said:
            fault = run.judge(turn, records[i])
            if fault:
                wrong[len(made)] = fault
            made.append(turn._replace(text=text.replace("\n", " / ") + " @@ " + turn.text))
    return run.tell(made, wrong, of.part)


if __name__ == "__main__":
    sys.exit(main())
