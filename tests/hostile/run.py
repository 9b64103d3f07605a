#!/usr/bin/env python3
"""Reads every hostile input with a clock and a cap on memory.  Prints TAP.

    run.py MAHDAR FOLDER [--no-cap] [--size N]

A test fails when the program dies of a signal, calls it its own fault (exit 70), takes more
than a minute, or prints a record whose spans lie outside its text.  How time grows from n to
2n is told beside each, and marked when it is more than threefold.
"""
import argparse
import json
import os
import resource
import subprocess
import sys
import time

import make_hostile

SECONDS = 60
CAP = 1 << 30
GOOD = (0, 65)


def spans_inside(line):
    record = json.loads(line)
    end = len(record["text"])
    spans = list(record.get("headings") or []) + list(record.get("mentions") or [])
    for statement in record.get("statements") or []:
        spans += [statement["trigger"], statement["content"]]
    return all(0 <= s["start"] < s["end"] <= end for s in spans)


def run(args, path, capped):
    """(fault or None, seconds)"""
    limit = (lambda: resource.setrlimit(resource.RLIMIT_AS, (CAP, CAP))) if capped else None
    began = time.monotonic()
    try:
        done = subprocess.run(args + [path], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=SECONDS, preexec_fn=limit)
    except subprocess.TimeoutExpired:
        return "took more than %d s" % SECONDS, SECONDS
    took = time.monotonic() - began
    if done.returncode not in GOOD:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        return "exit %d: %s" % (done.returncode, " | ".join(said[:6])[:600]), took
    if done.returncode and not done.stderr.startswith(b"mahdar: "):
        return "exit %d without a word why" % done.returncode, took
    for line in done.stdout.splitlines():
        try:
            if not spans_inside(line):
                return "a span outside the text", took
        except (ValueError, KeyError) as e:
            return "output is no record: %r" % e, took
    return None, took


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

    for name, make in make_hostile.CASES.items():
        took = []
        fault = None
        for size in (options.size, 2 * options.size):
            with open(path, "wb") as f:
                f.write(make(size))
            fault, seconds = run(read, path, not options.no_cap)
            took.append(seconds)
            if fault:
                break
        note = " (%.2f s)" % took[0]
        if len(took) == 2:
            note = " (%.2f s, twice as long %.2f s%s)" % (
                took[0], took[1], ", GROWS" if took[1] > 3 * took[0] + 0.1 else "")
        tell(name, fault, note)
    for name in make_hostile.BROKEN:
        with open(path, "wb") as f:
            f.writelines(make_hostile.parts(name))
        fault, _ = run(read, path, not options.no_cap)
        tell(name, fault)
    os.remove(path)
    print("1..%d" % number)


main()
