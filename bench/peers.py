#!/usr/bin/env python3
"""The article of web pages: how well and how fast, beside trafilatura and resiliparse.

    peers.py BUILD BENCHMARK WORK

All run over the same pages, in turns, TURNS times each, on one thread; told are medians.  The
peers are timed within their process, from bytes to text.  We are timed twice: `mahdar page` as a
whole program, with its start, reading the files and writing JSON, and the library alone
(bench/page_rate.c), as the peers are.  F1, precision and recall are those of the benchmark's own
evaluate.py on what each of them gave.
"""
import gzip
import json
import shutil
import subprocess
import sys
from pathlib import Path

from clock import clock, median

TURNS = 5
PEERS = ("trafilatura", "resiliparse")


def unpack(benchmark, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for packed in sorted((benchmark / "html").glob("*.html.gz")):
        to = folder / packed.name[:-len(".gz")]
        if not to.exists():
            to.write_bytes(gzip.decompress(packed.read_bytes()))
    return sorted(folder.glob("*.html"))


def run_ours(mahdar, pages, out):
    with open(out, "wb") as f:
        return clock([mahdar, "page", *map(str, pages)], stdout=f).wall


def run_peer(python, peer, folder, out):
    command = [python, "-B", "bench/peers_run.py", peer, str(folder), str(out)]
    return float(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def run_library(rate, pages):
    done = subprocess.run([rate, *map(str, pages)], check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def write_ours(printed, pages, version, out):
    """What `mahdar page` printed, as a prediction file; a page without an article is empty."""
    output = {p.stem: {"articleBody": ""} for p in pages}
    for line in open(printed, encoding="utf-8"):
        article = json.loads(line)
        if article["schema"] != "mahdar.article/1":
            raise SystemExit("mahdar page printed %s" % article["schema"])
        output[Path(article["path"]).stem]["articleBody"] = article["text"]
    out.write_text(json.dumps({"version": version, "output": output}, ensure_ascii=False),
                   encoding="utf-8")


def evaluate(benchmark, folder):
    for name in ("evaluate.py", "ground-truth.json"):
        shutil.copy(benchmark / name, folder / name)
    subprocess.run([sys.executable, "-B", "evaluate.py", "--output", "result.json"], check=True,
                   cwd=folder, stdout=subprocess.DEVNULL)
    return json.loads((folder / "result.json").read_text())


def main():
    build, benchmark, work = map(Path, sys.argv[1:])
    mahdar, rate, python = (str(p) for p in (build / "mahdar", build / "page_rate",
                                             (work / "venv/bin/python").absolute()))
    judged = work / "judged"
    shutil.rmtree(judged, ignore_errors=True)
    (judged / "output").mkdir(parents=True)
    pages = unpack(benchmark, work / "pages")
    megabytes = sum(p.stat().st_size for p in pages) / 1e6
    version = subprocess.run([mahdar, "--version"], check=True, stdout=subprocess.PIPE,
                             text=True).stdout.split()[-1]
    took = {name: [] for name in ("mahdar", "library", "tree", *PEERS)}
    printed = work / "page.jsonl"
    run_ours(mahdar, pages, printed)
    for _ in range(TURNS):
        took["mahdar"].append(run_ours(mahdar, pages, printed))
        alone = run_library(rate, pages)
        took["library"].append(alone["article"])
        took["tree"].append(alone["tree"])
        for peer in PEERS:
            took[peer].append(run_peer(python, peer, work / "pages",
                                       judged / "output" / (peer + ".json")))
    write_ours(printed, pages, version, judged / "output" / "mahdar.json")
    result = evaluate(benchmark, judged)

    seconds = {name: median(times) for name, times in took.items()}
    rows = [("mahdar page, whole program", "mahdar", "mahdar"),
            ("mahdar, library alone", "mahdar", "library"),
            *((peer, peer, peer) for peer in PEERS)]
    print("%d pages, %.1f MB, one thread, medians of %d turns" % (len(pages), megabytes, TURNS))
    print("%-27s %-8s %6s %6s %6s %9s %8s %7s" % ("", "version", "F1", "P", "R", "seconds",
                                                  "MB/s", "times"))
    for label, name, times in rows:
        r = result[name]
        print("%-27s %-8s %6.3f %6.3f %6.3f %9.3f %8.1f %7.1f" % (
            label, r["version"], r["f1"], r["precision"], r["recall"], seconds[times],
            megabytes / seconds[times], seconds[times] / seconds["mahdar"]))
    print("times: how often `mahdar page` is done in the same time.")
    print("The tree alone (src/html) takes %.3f s of the library's, %.0f MB/s." % (
        seconds["tree"], megabytes / seconds["tree"]))


main()
