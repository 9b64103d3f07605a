#!/usr/bin/env python3
"""Reads every hostile input with a clock and a cap on memory.  Prints TAP.

    run.py MAHDAR FOLDER [--no-cap] [--size N]

A test fails when the program dies of a signal, calls it its own fault (exit 70), takes more
than a minute, prints a record whose spans lie outside its text, or needs more time than its
input is longer: four times the input may take no more than eight times the processor's time
and half a second.  What takes the square of its length takes sixteen times; the load of the
machine is not counted, and what looks bad is measured again.
"""
import argparse
import json
import os
import resource
import subprocess
import sys

import make_hostile

SECONDS = 60
LONGER, MOST, GRACE = 4, 8, 0.5  # times the input, times the processor's time, and seconds on top
CAP = 1 << 30
GOOD = (0, 65)


def spans_inside(line):
    record = json.loads(line)
    end = len(record["text"])
    spans = list(record.get("headings") or []) + list(record.get("mentions") or [])
    for statement in record.get("statements") or []:
        spans += [statement["trigger"], statement["content"]]
    return all(0 <= s["start"] < s["end"] <= end for s in spans)


def clock():
    """The processor's seconds of all programs run so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(args, path, capped):
    """(fault or None, the processor's seconds)"""
    limit = (lambda: resource.setrlimit(resource.RLIMIT_AS, (CAP, CAP))) if capped else None
    began = clock()
    try:
        done = subprocess.run(args + [path], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=SECONDS, preexec_fn=limit)
    except subprocess.TimeoutExpired:
        return "took more than %d s" % SECONDS, SECONDS
    took = clock() - began
    if done.returncode not in GOOD:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        return "exit %d: %s" % (done.returncode, " | ".join(said[:6])[:600]), took
    if done.returncode and not done.stderr.startswith(b"mahdar: "):
        return "exit %d without a word why" % done.returncode, took
    for line in done.stdout.splitlines():
        if "--uncoded" in args:
            continue
        try:
            if not spans_inside(line):
                return "a span outside the text", took
        except (ValueError, KeyError) as e:
            return "output is no record: %r" % e, took
    return None, took


def grow(read, make, size, path, capped):
    """(fault or None, [seconds for half the size, for twice the size, for that uncoded])"""
    seconds = []
    for n, more in ((size // 2, []), (LONGER * (size // 2), []), (None, ["--uncoded"])):
        if n:
            with open(path, "wb") as f:
                f.write(make(n))
        fault, took = run(read + more, path, capped)
        seconds.append(took)
        if fault:
            return fault, seconds
    return None, seconds


def slow(seconds):
    return max(seconds[1:]) > MOST * seconds[0] + GRACE


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("mahdar")
    parser.add_argument("folder")
    parser.add_argument("--no-cap", action="store_true")
    parser.add_argument("--size", type=int, default=100_000)
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    path = os.path.join(options.folder, "input")
    read = [options.mahdar, "read"]
    number = 0

    def tell(name, fault, note=""):
        nonlocal number
        number += 1
        print("%sok %d - hostile %s%s" % ("not " if fault else "", number, name, note))
        if fault:
            print("# " + fault)
        sys.stdout.flush()

    capped = not options.no_cap
    for name, make in make_hostile.CASES.items():
        fault, seconds = grow(read, make, options.size, path, capped)
        if not fault and slow(seconds):
            again = grow(read, make, options.size, path, capped)[1]
            seconds = [min(pair) for pair in zip(seconds, again)]
            if slow(seconds):
                fault = "%.2f s, and %.2f s for %d times as long: grows faster than its input" % (
                    seconds[0], max(seconds[1:]), LONGER)
        tell(name, fault, " (%s s)" % ", ".join("%.2f" % s for s in seconds))
    for name in make_hostile.BROKEN:
        with open(path, "wb") as f:
            f.writelines(make_hostile.parts(name))
        fault, _ = run(read, path, capped)
        tell(name, fault)
    os.remove(path)
    print("1..%d" % number)


main()
