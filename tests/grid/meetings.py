#!/usr/bin/env python3
"""Reads short reports of meetings made of parts: who met, which kind of meeting, when, where.

    meetings.py MAHDAR [--reports N] [--seed N] [--part TEXT] [--tables FOLDER]

A report is one sentence that tells of a meeting (met-told.tsv) of two or three (met-who.tsv)
on a day (met-when.tsv) at a place (met-where.tsv), and perhaps another sentence that adds
nothing, recalls the past or tells of one more meeting (met-more.tsv).  Parts are judged as in
run.py: wrong is a report in which a meeting is missed, one too many, or its kind, day, place
or number is not the one told; or which lists no statement of those who met where there is one.

Words that agree with the first are written masculine/feminine.  `needs` of met-told.tsv: peer
(the second holds the same office), land (both stand for states), m (the first is a man), third,
second (each is met), nowhere (no place), visit, bcity (where the second is at home), hosted
(the first is only where the others meet), ordinal3.  A sentence of kind none tells of no meeting.
"""
import collections
import random
import re
import sys

import run

Told = collections.namedtuple("Told", "text parts wanted speakers")
Meeting = collections.namedtuple("Meeting", "parties kind ordinal date place")


def kind_of(people):
    levels = {p.fields["level"] for p in people}
    return "talks" if "3" in levels else "summit" if levels == {"1"} else "summit|talks"


def plain(who):
    return who.text.rstrip("،")


def join(text):
    """Joined prepositions in front of the article."""
    text = re.sub(r" ل(?=ال)", " ل", text)
    text = re.sub(r" لال", " لل", text)
    text = re.sub(r" +", " ", text)
    text = re.sub(r"\s+([،.])", r"\1", text)
    text = re.sub(r"،\s*([،.])", r"\1", text)
    return text.strip()


def fill(text, a, b, c, on, at):
    owned = "ها" if a.fields["gender"] == "f" else "ه"
    peer = b.fields["peer"].replace("/ه", owned)
    slots = {"{A}": a.text, "{B}": b.text, "{P}": peer, "{C}": plain(c), "{B2}": plain(c),
             "{on}": on, "{at}": at}
    for name, who in (("", a), ("b", b), ("c", c)):
        for key, field in (("land", "land"), ("city", "city"), ("adj", "adjective")):
            slots["{%s%s}" % (name, key)] = who.fields[field]
    text = run.agree(text, a.fields["gender"])
    for slot, value in slots.items():
        text = text.replace(slot, value)
    return join(text)


def fits(told, a, b, c, when, where):
    """Do the parts make a report together?"""
    f = told.fields
    needs = f["needs"].split()
    if len({x.fields["state"] for x in (a, b, c)}) < 3 or not c.fields["land"]:
        return False
    if when.fields["tense"] not in ("any", f["order"]):
        return False
    if "peer" in needs and (not b.fields["peer"] or a.fields["office"] != b.fields["office"]):
        return False
    if "land" in needs and not (a.fields["land"] and b.fields["land"]):
        return False
    if "m" in needs and a.fields["gender"] != "m":
        return False
    if {"nowhere", "visit", "bcity", "hosted"} & set(needs) and where.text:
        return False
    if "visit" in needs and a.fields["office"] == "envoys":
        return False
    if not a.fields["city"] and where.text:
        return False
    return True


def meeting_of(told, a, b, c, when, host, where):
    f = told.fields
    needs = f["needs"].split()
    people = [a, b, c] if "third" in needs else [b, c] if "hosted" in needs else [a, b]
    kind = f["kind"] or kind_of(people)
    place = None
    if "visit" in needs or "bcity" in needs:
        city = "{bcity}" in told.text
        place = b.fields["city_english" if city else "english"]
    elif where.fields["level"] or "hosted" in needs:
        city = where.fields["level"] != "state"
        place = host.fields["city_english" if city else "english"]
    return Meeting(frozenset(p.fields["state"] for p in people), kind,
                   3 if "ordinal3" in needs else None, when.fields["value"] or None, place)


def added(more, a, c):
    """The meeting that the other sentence tells of, None for none."""
    if not more.fields["adds"]:
        return None
    words = more.fields["adds"].split(" ")
    day = next((w for w in words[1:] if w[0].isdigit()), None)
    kind = next((w for w in words[1:] if not w[0].isdigit()), kind_of([a, c]))
    place = c.fields["city_english"] if kind == "visit" else None
    return Meeting(frozenset((a.fields["state"], c.fields["state"])), kind, None, day, place)


def compose(told, a, b, c, when, where, more):
    if not fits(told, a, b, c, when, where):
        return None
    host = a
    at = where.text.replace("{c}", host.fields["city"]).replace("{s}", host.fields["land"])
    if more.text and ("{bland}" in more.text and not b.fields["land"]
                      or "{land}" in more.text and not a.fields["land"]):
        return None
    none = told.fields["kind"] == "none"
    if more.text and (none or a.fields["office"] == "envoys"):
        return None
    one = meeting_of(told, a, b, c, when, host, where)
    text = fill(told.text, a, b, c, when.text, at)
    if b.text.endswith("،") and re.search(r"\w %s" % b.text, text):
        if plain(a) + " " + b.text in text:
            return None  # two names side by side
    wanted = [] if none else [one]
    if "second" in told.fields["needs"]:  # each of the two is met
        wanted.append(meeting_of(told, a, c, b, when, host, where))
    if more.text:
        text += "\n" + fill(more.text, a, b, c, "", "")
        extra = added(more, a, c)
        if extra and any(w.parties >= extra.parties for w in wanted):
            return None
        wanted += [extra] if extra else []
    speakers = frozenset.union(*(w.parties for w in wanted[:2 if "second" in told.fields["needs"] else 1])) if told.fields["says"] else None
    return Told(text, (told, a._replace(table="first"), b._replace(table="second"), when, where,
                       more), wanted, speakers)


def placed(want, got, must):
    """Is the place the one told?  A city may bear the name of its state."""
    if want is None:
        return got is None or not must
    return got in want.split("|")


def judge(told, record):
    """What is wrong: None, or (kind, what was read)."""
    got = record.get("meetings", [])
    said = "; ".join("%s %s %s %s %s" % (",".join(m["parties"]), m["kind"], m.get("ordinal") or "",
                                         m.get("date") or "", m.get("place") or "") for m in got)
    left = list(got)
    for want in told.wanted:
        same = [m for m in left if frozenset(m["parties"]) == want.parties]
        if not same:
            return ("parties" if left else "missed"), said
        exact = [m for m in same if m["kind"] in want.kind.split("|")]
        if not exact:
            return "kind", said
        left.remove(exact[0])
        if exact[0].get("date") != want.date:
            return "date", said
        if not placed(want.place, exact[0].get("place"), want is told.wanted[0]):
            return "place", said
        if want.ordinal and exact[0].get("ordinal") != want.ordinal:
            return "ordinal", said
    if left:
        return "too many", said
    if told.speakers:
        met = [frozenset(x["id"] for x in s["speakers"]) for s in record["statements"]
               if s["act"] == "meet"]
        if told.speakers not in met:
            return "statement", said + " | " + "; ".join(",".join(sorted(m)) for m in met)
    return None


def reports(folder, n, seed):
    told, who, when, where, more = (run.table(folder, "met-" + t)
                                    for t in ("told", "who", "when", "where", "more"))
    rng, made = random.Random(seed), []
    while len(made) < n:
        pick = [rng.choice(told), *rng.sample(who, 3), rng.choice(when), rng.choice(where),
                rng.choice(more)]
        for optional in (5, 6):
            if rng.random() < 0.4:
                pick[optional] = (where, more)[optional - 5][0]
        one = compose(*pick)
        if one:
            made.append(one)
    return made


def main():
    of = run.asked(__doc__.splitlines()[0], "reports", 5000)
    made = reports(of.tables, of.number, of.seed)
    records = run.read(of.mahdar, made)
    wrong = {}
    for i, m in enumerate(made):
        fault = judge(m, records[i])
        if fault:
            wrong[i] = fault
    return run.tell([m._replace(text=m.text.replace("\n", " / ")) for m in made], wrong, of.part)


if __name__ == "__main__":
    sys.exit(main())
