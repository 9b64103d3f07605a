#!/usr/bin/env python3
"""Reads short reports made of turns: who speaks, when it must be told from what came before.

    stories.py MAHDAR [--stories N] [--seed N] [--part TEXT] [--tables FOLDER]

A lead (leads.tsv) names two of one office (people.tsv) and lets somebody speak; turns follow
(turns.tsv), some of them several sentences long (parted by |), in which somebody is named by last
name, office, capital or counterpart, a third comes in (thirds.tsv), two or three act, or one goes
on without being named.  Each person, lead and turn is a test, judged and blamed as in run.py.

Slots: A, B the two; C the third; L who spoke last and O the other of the two.  {c} {q} {n} {n0}
are what is said (told.tsv); where [] stand, all in them is.  Words written masculine/feminine
agree with who speaks.  `says`: A, B, C, L (last), O, several of them, U (the United Nations), E
(the European Union), none (nobody who is asked for), bg (the same, of C).
"""
import collections
import json
import random
import subprocess
import sys

import run

Turn = collections.namedtuple("Turn", "text parts speakers acts content")
ANY = set("affirm state call support agree acknowledge warn oppose praise plan commit discuss "
          "meet".split())
DUALS = {"fm": ("الوزيران",), "def": ("الوزيران",), "pm": ("رئيسا الوزراء", "الزعيمان"),
         "pres": ("الرئيسان", "الزعيمان")}
BODIES = {"U": "UN", "E": "EU"}


class Cast:
    """Who is in a story, and how each is called."""

    def __init__(self, people, thirds, rng):
        self.rng = rng
        self.parts = {"A": rng.choice(people)}
        one = self.parts["A"].fields
        self.parts["B"] = rng.choice([p for p in people if p.fields["kind"] == one["kind"] and
                                      p.fields["state"] != one["state"]])
        taken = {one["state"], self.parts["B"].fields["state"]}
        self.parts["C"] = rng.choice([p for p in thirds if p.fields["state"] not in taken])
        self.duals = DUALS[one["kind"]] + ("الجانبان",)

    def gender(self, who):
        return self.parts[who].fields["gender"] if who in self.parts else "m"

    def states(self, who):
        return {BODIES[w] if w in BODIES else self.parts[w].fields["state"] for w in who}

    def counterpart(self, who):
        of = self.gender("A" if who == "B" else "B")
        return "نظير" + ("ت" if self.gender(who) == "f" else "") + ("ها" if of == "f" else "ه")

    def called(self, who, how):
        f = self.parts[who].fields
        if who == "C":
            land = {"": self.parts[who].text, "state": "العاصمة"}
            return land[how] if how in land else f[how]
        if how == "":
            return "%s %s %s" % (f["post"], f["adj"], f["name"])
        if how == "nazir":
            return "%s %s %s" % (self.counterpart(who), f["adj"], f["name"])
        if how == "nazir0":
            return "%s %s" % (self.counterpart(who), f["adj"])
        if how == "short":
            return f["title"]
        if how == "office":
            return self.rng.choice([f["post"], f["title"]]) + " " + f["adj"]
        return f[how]


def said_in(text, told, used, rng):
    """The text with something said in it that was not said before; what that is."""
    content = ""
    for slot, kind in (("{c}", "clause"), ("{q}", "clause"), ("{n}", "noun"), ("{n0}", "noun")):
        if slot not in text:
            continue
        left = [t.text for t in told if t.fields["is"] == kind and t.text not in used]
        content = rng.choice(left)
        used.add(content)
        put = content[2:] if slot == "{n0}" and content.startswith("ال") else content
        text = text.replace("ل" + slot, "لل" + put) if put != content else text
        text = text.replace(slot, put)
    return text, content


def named_in(text, cast, last):
    for who in "ABCLO":
        one = {"L": last, "O": "AB".replace(last or "", "", 1)[:1]}.get(who, who)
        while "{%s" % who in text:
            begin = text.index("{%s" % who)
            end = text.index("}", begin)
            name = cast.called(one, text[begin + 3:end])
            if text[:begin].endswith(" ل") and name.startswith("ال"):
                begin, name = begin - 1, "لل" + name[2:]
            text = text[:begin] + name + text[end + 1:]
    return text.replace("{dual}", cast.rng.choice(cast.duals))


def fits(turn, last, both, known, left):
    """May the turn follow?  One who goes on where two have spoken could be either, "both" where
    one of them has met a third since could be those; an office or a last name is told of those
    only who were introduced."""
    slots = turn.text
    alone = last is not None and len(last) == 1
    first = [s for s in turn.fields["says"].split(",") if s not in ("none", "bg")][:1]
    if first == ["last"] and not alone:
        return False
    if first == ["AB"] and both != "AB" and "{A" not in slots:
        return False
    if "{L" in slots and last not in ("A", "B"):
        return False
    if ("{O" in slots or "O" in turn.fields["says"]) and (last not in ("A", "B") or
                                                         not known >= {"A", "B"}):
        return False
    if ("{B" in slots or first == ["AB"]) and "B" not in known:
        return False
    return all(slots.count("{" + s) <= left[k] for s, k in
               (("c}", 0), ("n", 1)))


class Story:
    """A report that grows turn by turn."""

    def __init__(self, cast, told, rng):
        self.cast, self.told, self.rng = cast, told, rng
        self.used, self.known, self.said = set(), {"A"}, []
        self.text, self.title, self.last, self.before = "", None, None, None
        self.both = "AB"

    def add(self, part, lead=()):
        """The sentences of a part, of which each may be asked for."""
        after = (run.Part("after", self.before.text, {}, ""),) if self.before else ()
        says = part.fields["says"].split(",")
        sentences = part.text.split(" | ")
        if len(says) > len(sentences):  # one sentence, two who speak
            sentences = part.text.split("، فيما ") if "، فيما " in part.text else \
                part.text.split("، ", 1)
        other = "AB".replace(self.last or "", "", 1)[:1] if self.last in ("A", "B") else None
        for k, sentence in enumerate(sentences):
            who = {"last": self.last, "O": other, "none": None, "bg": None}.get(says[k], says[k])
            agrees = "C" if says[k] == "bg" else who if who in self.cast.parts else \
                self.actor(sentence)
            text, content = said_in(run.agree(sentence, self.cast.gender(agrees)), self.told,
                                    self.used, self.rng)
            text = named_in(text, self.cast, self.last)
            if "[" in text:
                content = text[text.index("[") + 1:text.index("]")]
                text = text.replace("[", "").replace("]", "")
            self.join(text, k, part)
            if who:
                self.said.append(Turn(text, self.people() + lead + (part,) + after,
                                      self.cast.states(who), ANY, run.words_of(content)))
                self.last = who
                self.both = who if len(who) > 1 else self.both
            if "{C}" in sentence and "{A" in sentence and "{B" not in sentence:
                self.both = "AC"
            self.known |= {w for w in "ABC" if "{%s}" % w in sentence or
                           "{%s.nazir}" % w in sentence}
        self.before = part

    def actor(self, sentence):
        """Who is named first in the sentence, else who spoke last."""
        named = sorted((sentence.find("{" + w), w) for w in "ABC" if "{" + w in sentence)
        return named[0][1] if named else self.last

    def people(self):
        return (self.cast.parts["A"], self.cast.parts["B"])

    def join(self, text, k, part):
        gap = "" if not self.text else " " if k and self.rng.random() < 0.7 else "\n"
        if k and ("، فيما " in part.text and " | " not in part.text):
            gap, text = "، ", "فيما " + text
            self.text = self.text.rstrip(".")
        elif k and " | " not in part.text:
            gap = "، "
        self.text += gap + text


def tell(cast, lead, turns, told, rng):
    story = Story(cast, told, rng)
    story.add(lead)
    if lead.fields["title"]:
        content = " ".join(story.said[0].content)
        title = lead.fields["title"].replace("{n}", content)
        story.title = named_in(title, cast, "A")
    for turn in turns:
        left = [sum(t.fields["is"] == kind and t.text not in story.used for t in told)
                for kind in ("clause", "noun")]
        if fits(turn, story.last, story.both, story.known, left):
            story.add(turn, (lead,))
    return story


def read(mahdar, stories):
    lines = [{"id": str(i), "published": "2015-07-24", "language": "ar", "text": s.text}
             for i, s in enumerate(stories)]
    for line, s in zip(lines, stories):
        if s.title:
            line["title"] = s.title
    out = subprocess.run([mahdar, "read", "--jobs", "1", "-"], text=True, encoding="utf-8",
                         input="".join(json.dumps(l, ensure_ascii=False) + "\n" for l in lines),
                         stdout=subprocess.PIPE, check=True).stdout
    records = (json.loads(line) for line in out.splitlines())
    return {int(r["source"]["id"]): r for r in records}


def main():
    of = run.asked(__doc__.splitlines()[0], "stories", 1200)
    rng = random.Random(of.seed)
    people, thirds, leads, turns, told = (run.table(of.tables, t) for t in
                                          ("people", "thirds", "leads", "turns", "told"))
    people = [run.Part("people", " ".join(p.fields[f] for f in ("post", "adj", "name")), p.fields,
                       p.known) for p in people]
    stories = [tell(Cast(people, thirds, rng), rng.choice(leads), rng.sample(turns, 6), told, rng)
               for _ in range(of.number)]
    records = read(of.mahdar, stories)
    made, wrong = [], {}
    for i, story in enumerate(stories):
        for turn in story.said:
            fault = run.judge(turn, records[i])
            if fault:
                wrong[len(made)] = fault
            made.append(turn._replace(text=story.text.replace("\n", " / ") + " @@ " + turn.text))
    return run.tell(made, wrong, of.part)


if __name__ == "__main__":
    sys.exit(main())
