"""Runs one peer over all pages of a folder, in this process: prints the seconds that it took, on
the wall and of the processor.

    peers_run.py trafilatura|resiliparse FOLDER OUT.json

OUT.json is a prediction file of the benchmark.  Not counted: Python's start, imports, reading the
files and a first page, which makes a peer load what it loads once.
"""
import json
import sys
import time
from importlib.metadata import version
from pathlib import Path


def trafilatura():
    from trafilatura import extract
    # As the benchmark itself runs it.
    return lambda page: extract(page.decode("utf-8", "replace"), include_comments=False)


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    def extract(page):
        tree = HTMLTree.parse_from_bytes(page, detect_encoding(page))
        return extract_plain_text(tree, main_content=True, list_bullets=False, alt_texts=False,
                                  comments=False)
    return extract


def main():
    peer, folder, out = sys.argv[1:]
    extract = {"trafilatura": trafilatura, "resiliparse": resiliparse}[peer]()
    pages = {p.stem: p.read_bytes() for p in sorted(Path(folder).glob("*.html"))}
    extract(next(iter(pages.values())))
    began, busy = time.perf_counter(), time.process_time()
    texts = {name: extract(page) for name, page in pages.items()}
    took = time.perf_counter() - began, time.process_time() - busy
    output = {name: {"articleBody": text or ""} for name, text in texts.items()}
    Path(out).write_text(json.dumps({"version": version(peer), "output": output},
                                    ensure_ascii=False), encoding="utf-8")
    print(*took)


main()
