#!/usr/bin/env python3
"""Do other readers of web archives see the same pages as list_warc?

    compare_readers.py LIST_WARC FILE...      with fastwarc and warcio installed

Made-up archives without damage only: how damage is taken is each reader's own.  Prints what
differs, record by record: address, type, length and SHA-256 of the body.  Not part of the
tests, as it needs packages that nothing else does.
"""
import hashlib
import subprocess
import sys
import zlib

PAGES = {"text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml",
         "application/rss+xml", "application/atom+xml"}


def unpacked(body, coding):
    """fastwarc knows deflate with the wrapper of zlib only."""
    coding = (coding or "").strip().lower()
    if coding in ("gzip", "x-gzip"):
        return zlib.decompress(body, 31)
    if coding == "deflate":
        try:
            return zlib.decompress(body)
        except zlib.error:
            return zlib.decompress(body, -15)
    return body


def line(url, media, body):
    media = (media or "").split(";")[0].strip().lower()
    if media not in PAGES or not body:
        return None
    return (url, media, len(body), "sha256:" + hashlib.sha256(body).hexdigest())


def by_fastwarc(path):
    from fastwarc.warc import ArchiveIterator, WarcRecordType
    for r in ArchiveIterator(open(path, "rb"), parse_http=True, auto_decode="transfer"):
        if r.record_type == WarcRecordType.response and r.http_headers.status_code == 200:
            yield line(r.headers.get("WARC-Target-URI"), r.http_headers.get("Content-Type"),
                       unpacked(r.reader.read(), r.http_headers.get("Content-Encoding")))


def by_warcio(path):
    from warcio.archiveiterator import ArchiveIterator
    for r in ArchiveIterator(open(path, "rb")):
        if r.rec_type == "response" and r.http_headers.get_statuscode() == "200":
            yield line(r.rec_headers.get_header("WARC-Target-URI"), r.http_headers.get_header("Content-Type"),
                       r.content_stream().read())


def ours(list_warc, path):
    lines = subprocess.run([list_warc, path], stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
    for told in lines[:-1]:
        url, media, size, digest, _ = told.split("\t")
        yield (url, media, int(size), digest)


def main():
    list_warc, *paths = sys.argv[1:]
    failed = 0
    for path in paths:
        mine = list(ours(list_warc, path))
        for name, read in (("fastwarc", by_fastwarc), ("warcio", by_warcio)):
            try:
                theirs = [r for r in read(path) if r]
            except Exception as e:  # warcio refuses what is all in one member
                print("%s: %s refuses: %s" % (path, name, " ".join(str(e).split())[:60]))
                continue
            differ = [(a, b) for a, b in zip(mine, theirs) if a != b]
            print("%s: %d pages, %s %d, %d differ" % (path, len(mine), name, len(theirs), len(differ)))
            for a, b in differ[:3]:
                print("  ", a, "\n  ", b)
            failed += len(differ) + abs(len(mine) - len(theirs))
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
