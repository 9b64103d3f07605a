#!/usr/bin/env python3
"""Holds Mahdar against readings of real reports, of which only positions and codes stand here.

    run.py MAHDAR [--saudinewsnet FOLDER] [--ant FOLDER...]
        TAP: a test for each figure of floors.tsv, over the reports whose texts are there.  The days of
        SaudiNewsNet are looked for in ../shared/corpus when no folder is given; without any text: skipped.
    run.py MAHDAR ... --unseen
        the same figures, on the reports of unseen.tsv: no test, and nothing to look into
    run.py --gold FOLDER ...
        the readings as JSON, and their texts, for other scorers (tools/weigh_files.py, tools/calibrate.py):
        whole reports by their number, single statements as labels-N

The figures of whole reports are those of ../reports/run.py.  Of single statements:

    signed    of those that a reader called right, how many are still read so (act and speakers)
    silent    of those that he called no statement, how many are not put out any more
    on-files  of those that are put out, how many have at least half of the files that he gave
"""
import argparse
import collections
import glob
import importlib.util
import io
import json
import os
import re
import sys
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
CORPUS = os.path.join(HERE, "..", "..", "..", "shared", "corpus")
HALF = 0.5

spec = importlib.util.spec_from_file_location("reports", os.path.join(HERE, "..", "reports", "run.py"))
reports = importlib.util.module_from_spec(spec)
spec.loader.exec_module(reports)


# ---- texts


def saudinewsnet(folder, names):
    """{name: article} of those whose day is in the folder; a name is DAY#INDEX"""
    out = {}
    for day in sorted({n.split("#")[0] for n in names}):
        path = os.path.join(folder, day + ".zip")
        if not os.path.exists(path):
            continue
        with zipfile.ZipFile(path) as z:
            articles = json.loads(z.read(next(n for n in z.namelist() if n.endswith(".json"))).decode("utf-8-sig"))
        for name in names:
            if name.startswith(day + "#"):
                a = articles[int(name.split("#")[1])]
                out[name] = {"text": a["content"], "outlet": a["source"], "title": a["title"],
                             "published": a["date_extracted"][:10]}
    return out


def ant(folders, names):
    """The same of the ANT corpus: its files, in any folder below; a text is abstract, newline, text."""
    out = {}
    for folder in folders:
        for path in glob.iglob(os.path.join(folder, "**", "*.txt"), recursive=True):
            if os.path.basename(path)[:-4] not in names:
                continue
            with io.open(path, encoding="utf-8", errors="replace", newline="") as f:
                page = f.read()
            part = {k: (re.search("<%s>(.*?)</%s>" % (k, k), page, re.S) or ["", ""])[1].strip()
                    for k in ("DOCNO", "SRC", "TITLE", "ABSTRACT", "TEXT", "TIME")}
            out[part["DOCNO"]] = {"text": (part["ABSTRACT"] + "\n" + part["TEXT"]).strip(), "outlet": part["SRC"],
                                  "title": part["TITLE"], "published": part["TIME"][:10]}
    return out


def texts(options, wanted):
    """{(set, name): article} for the (set, name)s that are wanted"""
    names = {s: {n for k, n in wanted if k == s} for s in ("saudinewsnet", "ant")}
    found = {("saudinewsnet", n): a for n, a in saudinewsnet(options.saudinewsnet, names["saudinewsnet"]).items()}
    found.update({("ant", n): a for n, a in ant(options.ant, names["ant"]).items()})
    return found


# ---- readings


def rows(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as f:
        return [line.rstrip("\n").split("\t") for line in f if not line.startswith("#")]


def whole(name):
    """Reports with all that a reader found in them, as ../reports/run.py has them; no texts yet."""
    out = []
    for kind, *f in rows(name):
        if kind == "report":
            out.append({"of": (f[0], f[1]), "name": "%d-%s" % (len(out) + 1, f[1]), "published": f[3],
                        "length": int(f[4]), "meetings": [], "dates": [], "statements": []})
        elif kind == "meeting":
            m = {"parties": f[0].split("+"), "kind": f[1]}
            m.update({k: int(v) if k == "ordinal" else v for k, v in zip(("ordinal", "date", "place"), f[2:]) if v != "-"})
            out[-1]["meetings"].append(m)
        elif kind == "date":
            out[-1]["dates"].append({"quote": [int(f[0]), int(f[1])], "value": f[2]})
        else:
            out[-1]["statements"].append({"at": int(f[0]), "end": int(f[1]), "act": f[2], "speakers": f[3].split("+"),
                                          "topics": f[4].split(" ")})
    return out


def singles():
    """{(set, name): [statement]}"""
    out = collections.defaultdict(list)
    for of, name, at, end, verdict, act, who, files in rows("statements.tsv"):
        out[of, name].append({"at": int(at), "end": int(end), "verdict": verdict, "act": act,
                              "speakers": who.split("+"), "topics": files.split(" ")})
    return out


def with_text(report, article):
    text = article["text"]
    if report.get("length", len(text)) != len(text):
        sys.exit("%s: this is another text than the one that was read" % report["name"])
    for s in report["statements"]:
        s["content"] = text[s["at"]:s["end"]]
    return dict(report, text=text, outlet=article["outlet"], title=article["title"],
                published=report.get("published") or article["published"])


# ---- figures


def of_singles(mahdar, batch):
    """Figures of the labels, {name: share}"""
    known = reports.records(mahdar, batch)
    n = collections.Counter()
    for r in batch:
        got = reports.read(r, known[r["name"]]) if r["name"] in known else []
        for want, s in zip(reports.expected(r), r["statements"]):
            best = max(got, key=lambda g: reports.alike(want.words, g.words), default=None)
            there = best and reports.alike(want.words, best.words) >= HALF
            n[s["verdict"] == "none", "all"] += 1
            n[s["verdict"] == "none", "there"] += bool(there)
            if s["verdict"] == "ok":
                n["ok"] += 1
                n["signed"] += bool(there) and best.act == want.act and best.speakers == want.speakers
            if there and s["verdict"] != "none":
                n["files"] += reports.alike(want.topics, best.topics) >= HALF
    return {"signed": n["signed"] / n["ok"], "silent": 1 - n[True, "there"] / n[True, "all"],
            "on-files": n["files"] / n[False, "there"]}


def figures(options, name):
    every = whole(name)
    labels = {} if options.unseen else singles()
    found = texts(options, {r["of"] for r in every} | set(labels))
    batch = [with_text(r, found[r["of"]]) for r in every if r["of"] in found]
    if not batch:
        return None, 0, 0
    tally, known = reports.Tally(), reports.records(options.mahdar, batch)
    for r in batch:
        reports.measure(tally, r, known[r["name"]])
    out = {f: tally.figure(f) for f in reports.FIGURES}
    some = [with_text({"name": "%s-%s" % of, "statements": s}, found[of]) for of, s in sorted(labels.items()) if of in found]
    if some:
        out.update(of_singles(options.mahdar, some))
    return out, len(batch), sum(len(r["statements"]) for r in some)


def write_gold(options):
    os.makedirs(options.gold, exist_ok=True)
    every, labels = whole("reports.tsv"), singles()
    found = texts(options, {r["of"] for r in every} | set(labels))
    batch = [with_text(r, found[r["of"]]) for r in every if r["of"] in found]
    for k, (of, s) in enumerate(sorted(labels.items()), 1):
        s = [x for x in s if x["verdict"] != "none" and "?" not in (x["act"], *x["speakers"])]
        if of in found and s:
            batch.append(with_text({"name": "labels-%d" % k, "meetings": [], "dates": [], "statements": s}, found[of]))
    for r in batch:
        name = re.sub(r"[^A-Za-z0-9-]+", "_", r["name"])
        gold = {"schema": "mahdar.gold/1", "doc": {"text": name, "outlet": r["outlet"]}, "published": r["published"],
                "meetings": r["meetings"], "dates": r["dates"],
                "statements": [{"act": s["act"], "trigger": "", "speakers": s["speakers"], "content": [s["at"], s["end"]],
                                "topics": s["topics"]} for s in r["statements"]]}
        with open(os.path.join(options.gold, name + ".txt"), "w", encoding="utf-8", newline="") as f:
            f.write(r["text"])
        with open(os.path.join(options.gold, name + ".json"), "w", encoding="utf-8") as f:
            json.dump(gold, f, ensure_ascii=False)
    print("%d reports" % len(batch))


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("mahdar", nargs="?")
    ask.add_argument("--saudinewsnet", default=CORPUS, metavar="FOLDER")
    ask.add_argument("--ant", default=[], nargs="+", metavar="FOLDER")
    ask.add_argument("--unseen", action="store_true")
    ask.add_argument("--gold", metavar="FOLDER")
    options = ask.parse_args()
    if options.gold:
        return write_gold(options)
    if not options.mahdar:
        ask.error("which program?")
    shares, whole_ones, single_ones = figures(options, "unseen.tsv" if options.unseen else "reports.tsv")
    if shares is None:
        print("1..0 # SKIP no texts of the readings here (../shared/corpus)")
        return 0
    print("# %d reports, %d single statements" % (whole_ones, single_ones))
    if options.unseen:
        print(" ".join("%s %.3f" % x for x in shares.items()))
        return 0
    bad, floors = 0, [row for row in rows("floors.tsv") if row[0] in shares]
    for i, (name, floor, *_) in enumerate(floors, 1):
        bad += shares[name] < float(floor)
        print("%sok %d - %s %.3f, at least %s" % ("not " if shares[name] < float(floor) else "", i, name, shares[name], floor))
    print("1..%d" % len(floors))
    return bad > 0


if __name__ == "__main__":
    sys.exit(main())
