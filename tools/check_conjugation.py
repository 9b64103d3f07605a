#!/usr/bin/env python3
"""Compares our conjugation of all verbs of data/verbs.tsv with that of libqutrub.

An outside opinion for people who change tools/conjugate*.c, not a test: the two differ where
grammars differ, and where libqutrub errs (it drops the waw of توقع in the passive, and writes
both t of ثبت with an ending in t).  Nothing of it is in this project; install it yourself:

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install libqutrub
    /tmp/venv/bin/python tools/check_conjugation.py build/conjugate data/verbs.tsv

Forms are compared as they are written without vowel marks.  Prints agreement per kind of
form and every difference (ours, theirs).
"""
import collections
import re
import subprocess
import sys

from libqutrub.classverb import VerbClass

MARKS = re.compile("[\u064b-\u0650\u0652]")  # all but shadda
FATHA, DAMMA, KASRA, SHADDA, SUKUN = "\u064e", "\u064f", "\u0650", "\u0651", "\u0652"
VOWEL = {"a": FATHA, "i": KASRA, "u": DAMMA}
NAMES = {"a": "فتحة", "i": "كسرة", "u": "ضمة"}

# Their person to ours.
PERSON = {
    "هو": "3 sg m", "هي": "3 sg f", "هما": "3 du m", "هما مؤ": "3 du f", "هم": "3 pl m",
    "هن": "3 pl f", "أنت": "2 sg m", "أنتِ": "2 sg f", "أنتما": "2 du", "أنتم": "2 pl m",
    "أنتن": "2 pl f", "أنا": "1 sg", "نحن": "1 pl",
}
TENSE = {
    "الماضي المعلوم": ("perfect", False, False),
    "الماضي المجهول": ("perfect", True, False),
    "المضارع المعلوم": ("imperfect", False, False),
    "المضارع المجهول": ("imperfect", True, False),
    "المضارع المجزوم": ("imperfect", False, True),
    "المضارع المنصوب": ("imperfect", False, True),
    "المضارع المجهول المجزوم": ("imperfect", True, True),
    "المضارع المجهول المنصوب": ("imperfect", True, True),
    "الأمر": ("imperative", False, False),
}


def ours(program, root, form, vowels):
    """{(tense, passive, short, person): set of forms}, without the shapes before pronouns."""
    out = subprocess.run([program, root, form, vowels], capture_output=True, text=True,
                         check=True).stdout
    table = collections.defaultdict(set)
    for line in out.splitlines():
        text, feats = line.split("\t")
        words = feats.split()
        if words[0] != "verb" or "with-pronoun" in words:
            continue
        passive, short = "passive" in words, "short" in words
        person = " ".join(w for w in words[2:] if w not in ("passive", "short"))
        table[words[1], passive, short, person].add(text)
    return table


def find(table, tense, passive, short, person):
    """Ours leaves out what is written like a plainer form: what may stand there instead."""
    forms = set(table[tense, passive, short, person])
    if short:
        forms |= table[tense, passive, False, person]
    if passive:
        forms |= table[tense, False, short, person] | table[tense, False, False, person]
    return forms


def vocalised(lemma, root, form, vowels):
    """The perfect as libqutrub wants it: with its marks."""
    r = root.split()
    last, weak_middle = r[-1], r[1] in "وي"
    if form == "I":
        past = VOWEL[vowels[0]]
        if last in "وي":
            return lemma[0] + FATHA + lemma[1] + (past + lemma[2] + FATHA
                                                  if vowels[0] == "i" else FATHA + lemma[2])
        if weak_middle or len(lemma) < 3:
            return lemma + (SHADDA if len(lemma) == 2 and not weak_middle else "")
        return lemma[0] + FATHA + lemma[1] + past + lemma[2] + FATHA
    if form == "II":
        return lemma[0] + FATHA + lemma[1] + SHADDA + FATHA + lemma[2:]
    if form == "V":
        return lemma[0] + FATHA + lemma[1] + FATHA + lemma[2] + SHADDA + FATHA + lemma[3:]
    if form == "IV" and lemma[0] == "أ":
        return "أ" + FATHA + lemma[1:] + (SHADDA if r[-1] == r[-2] and len(lemma) == 3 else "")
    doubled = r[-1] == r[-2] or form in ("IX", "Q4")
    if form == "VIII" and len(lemma) == 4 and not doubled:
        return lemma[0] + lemma[1] + SHADDA + FATHA + lemma[2:]
    return lemma + (SHADDA if doubled and form in ("III", "VII", "VIII", "IX", "X", "Q4") else "")


def clean(text):
    return MARKS.sub("", text).replace(SHADDA, "").replace("\u0640", "")


def main():
    program, path = sys.argv[1:3]
    agree, differ, failed = collections.Counter(), collections.Counter(), []
    for line in open(path, encoding="utf-8"):
        if line.startswith("#"):
            continue
        lemma, root, form, vowels = line.rstrip("\n").split("\t")[:4]
        table = ours(program, root, form, vowels)
        try:
            verb = VerbClass(vocalised(lemma, root, form, vowels), True,
                             NAMES[vowels[2]] if form == "I" else "فتحة")
            verb.conjugate_all_tenses()
            theirs = verb.conj_display.tab_conjug
        except Exception as why:  # their table is not for every verb
            failed.append((lemma, form, str(why)))
            continue
        for tense, (name, passive, short) in TENSE.items():
            for person, text in theirs.get(tense, {}).items():
                if person not in PERSON or not text:
                    continue
                mine = find(table, name, passive, short, PERSON[person])
                kind = name + (" passive" if passive else "") + (" short" if short else "")
                if clean(text) in mine:
                    agree[kind] += 1
                else:
                    differ[kind] += 1
                    print(lemma, form, root, kind, PERSON[person], "ours",
                          "|".join(sorted(mine)) or "-", "theirs", clean(text), sep="\t")
    for kind in sorted(agree | differ):
        n = agree[kind] + differ[kind]
        print(f"{kind}: {agree[kind]} of {n} alike ({100 * agree[kind] / n:.2f} %)",
              file=sys.stderr)
    for item in failed:
        print("not conjugated by libqutrub:", *item, file=sys.stderr)


if __name__ == "__main__":
    main()
