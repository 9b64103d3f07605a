#!/usr/bin/env python3
"""Counts how Arabic letters follow each other: the table of src/page/sounds.c.

    tools/letter_pairs.py < ARTICLES.jsonl     the field "text" of each line

A pair counts 10 plus the binary logarithm of how often the second follows the first, as a
digit.  Vowel marks and the tatweel are stepped over; all that is no letter is the edge of a word.
"""
import json
import math
import sys
from collections import Counter

EDGE, OTHER, KINDS = 0, 37, 38


def kind(c):
    c = ord(c)
    if 0x621 <= c <= 0x63A:
        return c - 0x620
    if 0x641 <= c <= 0x64A:
        return c - 0x641 + 27
    return OTHER if 0x671 <= c <= 0x6D3 else EDGE


def main():
    pairs, firsts = Counter(), Counter()
    for line in sys.stdin:
        before = EDGE
        for c in json.loads(line)["text"]:
            if 0x64B <= ord(c) <= 0x652 or ord(c) in (0x640, 0x670):
                continue
            here = kind(c)
            if before or here:
                pairs[before, here] += 1
                firsts[before] += 1
            before = here
    for first in range(KINDS):
        def digit(second):
            often = (pairs[first, second] + 0.5) / (firsts[first] + KINDS)
            return str(max(0, min(9, round(math.log2(often) + 10))))
        print('    "%s",' % "".join(map(digit, range(KINDS))))


main()
