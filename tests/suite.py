#!/usr/bin/env python3
"""Runs one suite of tests, tells what failed and adds its sum to a file.

    suite.py SUMS NAME COMMAND...          one command
    suite.py SUMS NAME --meson BUILD-DIR   every test that Meson knows there

Counts single tests: from TAP (cmocka writes it when asked), from Python's unittest, from a last
line `N passed, N failed`; a command that prints none of these is one test.  A signal, a time-out
or a failing exit behind which no failed test stands counts as one failure more: a crash never
passes.  SUMS gets a line `passed failed skipped seconds name`.
"""
import json
import os
import re
import signal
import subprocess
import sys
import time

SECONDS = 600
SKIP_STATUS = 77


def tap(lines):
    passed = failed = skipped = planned = 0
    for line in lines:
        plan = re.match(r"1\.\.(\d+)\b(.*)", line)
        one = re.match(r"(not )?ok\b(.*)", line)
        if plan:
            planned += int(plan[1])
            skipped += int(plan[1]) == 0 and "SKIP" in plan[2].upper()
        elif one and re.search(r"# *skip", one[2], re.I):
            skipped += 1
        elif one:
            failed += bool(one[1])
            passed += not one[1]
    if not planned and not passed and not failed and not skipped:
        return None
    failed += max(0, planned - passed - failed - skipped)  # planned and never told of
    return passed, failed, skipped


def unittest(lines):
    ran = sum(int(m[1]) for m in (re.match(r"Ran (\d+) tests? in", l) for l in lines) if m)
    if not ran:
        return None
    sums = {"failures": 0, "errors": 0, "skipped": 0, "unexpected successes": 0}
    for line in lines:
        if re.match(r"(OK|FAILED)( \(|$)", line):
            for name, n in re.findall(r"([a-z ]+)=(\d+)", line):
                if name.strip() in sums:
                    sums[name.strip()] += int(n)
    failed = sums["failures"] + sums["errors"] + sums["unexpected successes"]
    return max(0, ran - failed - sums["skipped"]), failed, sums["skipped"]


def summary(lines):
    for line in reversed(lines):
        m = re.match(r"(?:.*\D)?(\d+) passed, (\d+) failed(?:, (\d+) skipped)?", line)
        if m:
            return int(m[1]), int(m[2]), int(m[3] or 0)
    return None


def count(output, status):
    if status == SKIP_STATUS:
        return 0, 0, 1
    lines = output.splitlines()
    found = unittest(lines) or tap(lines) or summary(lines)
    if found is None:
        return (1, 0, 0) if status == 0 else (0, 1, 0)
    passed, failed, skipped = found
    if status != 0 and failed == 0:
        failed = 1
    return passed, failed, skipped


def run(command, env=None, cwd=None, seconds=SECONDS):
    """(output, status); a time-out kills the whole group and is status 124."""
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, cwd=cwd, start_new_session=True,
                             env={**os.environ, "CMOCKA_MESSAGE_OUTPUT": "tap", **(env or {})})
    try:
        out, _ = child.communicate(timeout=seconds)
        status = child.returncode
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        out, _ = child.communicate()
        out += b"\n# took more than %d s" % seconds
        status = 124
    if status < 0:
        out += b"\n# died of " + signal.Signals(-status).name.encode()
    return out.decode("utf-8", "replace"), status


def tell(sums, name, output, status, seconds):
    passed, failed, skipped = count(output, status)
    print("%-34s %4d passed, %d failed%s  %.1f s" % (
        name, passed, failed, ", %d skipped" % skipped if skipped else "", seconds))
    if failed:
        bad = [i for i, l in enumerate(output.splitlines()) if l.startswith("not ok")]
        lines = output.splitlines()
        shown = sorted({j for i in bad for j in range(max(0, i - 12), i + 8) if j < len(lines)}
                       | set(range(max(0, len(lines) - 25), len(lines))))
        for i in shown[:200]:
            print("    | " + lines[i][:300])
    sys.stdout.flush()
    with open(sums, "a", encoding="utf-8") as f:
        f.write("%d\t%d\t%d\t%.1f\t%s\n" % (passed, failed, skipped, seconds, name))


def main():
    sums, name, command = sys.argv[1], sys.argv[2], sys.argv[3:]
    if command[0] != "--meson":
        began = time.monotonic()
        output, status = run(command)
        tell(sums, name, output, status, time.monotonic() - began)
        return
    listed = subprocess.run(["meson", "introspect", "--tests", command[1]], check=True,
                            stdout=subprocess.PIPE)
    for test in json.loads(listed.stdout):
        began = time.monotonic()
        output, status = run(test["cmd"], test["env"], test["workdir"] or command[1],
                             min(SECONDS, 10 * (test["timeout"] or 30)))
        tell(sums, "%s %s" % (name, test["name"]), output, status, time.monotonic() - began)


main()
