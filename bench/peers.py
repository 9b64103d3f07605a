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
        took = clock([mahdar, "page", "--jobs", "1", *map(str, pages)], stdout=f)
    return took.wall, took.cpu


def run_peer(python, peer, folder, out):
    command = [python, "-B", "bench/peers_run.py", peer, str(folder), str(out)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return tuple(map(float, done.stdout.split()))


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
        output[Path(article["source"]["path"]).stem]["articleBody"] = article["text"]
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
        took["library"].append((alone["article"], alone["article_cpu"]))
        took["tree"].append((alone["tree_cpu"], alone["tree_cpu"]))
        for peer in PEERS:
            took[peer].append(run_peer(python, peer, work / "pages",
                                       judged / "output" / (peer + ".json")))
    write_ours(printed, pages, version, judged / "output" / "mahdar.json")
    result = evaluate(benchmark, judged)

    wall, cpu = ({name: median([t[k] for t in times]) for name, times in took.items()}
                 for k in (0, 1))
    rows = [("mahdar page, whole program", "mahdar", "mahdar"),
            ("mahdar, library alone", "mahdar", "library"),
            *((peer, peer, peer) for peer in PEERS)]
    print("%d pages, %.1f MB, one thread, medians of %d turns" % (len(pages), megabytes, TURNS))
    print("%-27s %-8s %6s %6s %6s %9s %9s %8s %7s" % (
        "", "version", "F1", "P", "R", "seconds", "processor", "MB/s", "times"))
    for label, name, row in rows:
        r = result[name]
        print("%-27s %-8s %6.3f %6.3f %6.3f %9.3f %9.3f %8.1f %7.1f" % (
            label, r["version"], r["f1"], r["precision"], r["recall"], wall[row], cpu[row],
            megabytes / cpu[row], cpu[row] / cpu["mahdar"]))
    print("seconds are those on the wall, processor and MB/s those that it worked;")
    print("times: how often `mahdar page` is done in the same time of the processor.")
    print("The tree alone (src/html) takes %.3f s of the library's, %.0f MB/s." % (
        cpu["tree"], megabytes / cpu["tree"]))


main()
