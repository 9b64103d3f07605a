#!/usr/bin/env python3
"""Runs the examples of documents, so that the manual cannot lie.  Prints TAP.

    run.py [--update] BIN-FOLDER WORK-FOLDER DOCUMENT...

In a ```console block, a line `$ command` is run by sh in the root of the project with `mahdar` on
the path and a store of its own, kept from one block of a document to the next; the lines up to the
next command are what it prints, errors included.  `…` stands for anything within a line, alone on
a line for any lines; `[exit 65]` as the last line says how it ends when not with 0.  --update
writes what commands print now into blocks that have no `…`.
"""
import os
import re
import shutil
import subprocess
import sys

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)


def run(command, env):
    done = subprocess.run(["sh", "-c", command], env=env, stdin=subprocess.DEVNULL, timeout=60,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    out = done.stdout.decode("utf-8", "replace").replace("\r\n", "\n")
    if out and not out.endswith("\n"):
        out += "\n"
    return out + ("[exit %d]\n" % done.returncode if done.returncode else "")


def pattern(expected):
    parts = []
    for line in expected.splitlines(keepends=True):
        if line.strip() == "…":
            parts.append("(?:.*\n)*?")
        else:
            parts.append("[^\n]*".join(re.escape(p) for p in line.split("…")))
    return re.compile("".join(parts))


def steps(block):
    """[(command, expected)]"""
    found = []
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append([line[2:].rstrip("\n"), ""])
        elif found:
            found[-1][1] += line
    return found


class Document:
    def __init__(self, path, bin_folder, work):
        self.path = path
        name = os.path.splitext(os.path.basename(path))[0]
        home = os.path.join(os.path.abspath(work), name)
        shutil.rmtree(home, ignore_errors=True)
        os.makedirs(home)
        self.env = {**os.environ, "HOME": home, "OUT": home, "NO_COLOR": "1", "COLUMNS": "100",
                    "LC_ALL": "C.UTF-8", "MAHDAR_STORE": home + "/mahdar.db",
                    "PATH": os.path.abspath(bin_folder) + ":" + os.environ["PATH"]}
        self.results = []

    def block(self, match, update):
        new = ""
        for command, expected in steps(match[1]):
            got = run(command, self.env)
            self.results.append((command, expected, got))
            new += "$ %s\n%s" % (command, expected if "…" in expected or not update else got)
        return "```console\n%s```" % new

    def check(self, update):
        with open(self.path, encoding="utf-8") as f:
            text = f.read()
        new = BLOCK.sub(lambda m: self.block(m, update), text)
        if update and new != text:
            with open(self.path, "w", encoding="utf-8") as f:
                f.write(new)


def main():
    args = sys.argv[1:]
    update = "--update" in args
    bin_folder, work, *paths = [a for a in args if a != "--update"]
    number = 0
    for path in paths:
        document = Document(path, bin_folder, work)
        document.check(update)
        for command, expected, got in document.results:
            number += 1
            good = update or pattern(expected).fullmatch(got)
            print("%sok %d - %s: %s" % ("" if good else "not ", number, path, command.replace("#", "")))
            if not good:
                print("# expected:\n#   " + expected.replace("\n", "\n#   "))
                print("# printed:\n#   " + got.replace("\n", "\n#   "))
    print("1..%d" % number)


main()
