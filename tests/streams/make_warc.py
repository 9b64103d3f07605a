#!/usr/bin/env python3
"""Web archives that nobody crawled: the same bytes for the same arguments.

    make_warc.py RECORDS FILE.warc            plain
    make_warc.py RECORDS FILE.warc.gz         gzip, one member a record (as CC-NEWS has it)
    make_warc.py --one RECORDS FILE.warc.gz   gzip, all in one member

--decoded: no page has a content encoding, as crawlers leave it that undo it themselves.

Of the records about one half are requests; of the responses most are pages of 10 to 120 KB,
some are pictures, not found, or revisits.  Pages come plain, in chunks, gzip or deflate.
"""
import gzip
import random
import sys
import zlib

WORDS = ("قال أكد دعا بحث أعرب الوزير نظيره بلاده البيان الكويت العراق مصر عمان تونس وزير الخارجية أن إلى عن في مع بين "
         "الذي التي خلال لقائه زيارة اجتماع حوار قرار مجلس الأمن أمس أهمية السلام اليمن تعاون طاقة تجارة حدود مياه ميناء "
         "اتفاق وفد رئيس سفير جلسة بيان مشترك دعم جهود حل سياسي شعب استقرار منطقة تنمية صحة تعليم").split()


def paragraphs(draw, n):
    """A stock that pages draw from, of sentences that mean nothing."""
    return ["<p class=\"t%d\">%s.</p>\n" % (i % 7, " ".join(draw.choices(WORDS, k=draw.randint(20, 90))))
            for i in range(n)]


def page(draw, stock, n, number):
    links = "".join("<li><a href=\"/news/%d?ref=%d\">%s</a></li>\n" % (
        draw.randrange(10**6), number, " ".join(draw.choices(WORDS, k=6))) for _ in range(draw.randint(10, 60)))
    body = "".join(draw.choices(stock, k=n))
    return ("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\"><head><meta charset=\"utf-8\"><title>خبر %d</title></head>\n"
            "<body><ul class=\"menu\">\n%s</ul><article><h1>خبر رقم %d</h1>\n%s</article></body></html>\n"
            % (number, links, number, body)).encode()


def chunked(draw, body):
    out, at = [], 0
    while at < len(body):
        size = draw.randint(1000, 9000)
        out.append(b"%x\r\n%s\r\n" % (len(body[at:at + size]), body[at:at + size]))
        at += size
    return b"".join(out) + b"0\r\n\r\n"


def raw_deflate(body):
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(body) + packer.flush()


def http(draw, kind, body):
    status, headers = "200 OK", ["Server: example", "Content-Type: text/html; charset=utf-8"]
    if kind == "missing":
        status, body = "404 Not Found", b"<p>404</p>"
    if kind == "picture":
        headers[1] = "Content-Type: image/jpeg"
        body = draw.randbytes(draw.randint(5000, 60000))
    if kind == "gzip":
        headers.append("Content-Encoding: gzip")
        body = gzip.compress(body, 6, mtime=0)
    if kind == "zlib":
        headers.append("content-encoding: deflate")
        body = zlib.compress(body)
    if kind == "deflate":
        headers.append("CONTENT-ENCODING: deflate")
        body = raw_deflate(body)
    if kind == "chunks":
        headers.append("Transfer-Encoding: chunked")
        body = chunked(draw, body)
    else:
        headers.append("Content-Length: %d" % len(body))
    return ("HTTP/1.1 %s\r\n%s\r\n\r\n" % (status, "\r\n".join(headers))).encode() + body


def record(kind, number, media, block, version="1.0", url=None):
    head = ["WARC/" + version, "WARC-Type: " + kind, "WARC-Record-ID: <urn:uuid:%032x>" % number,
            "WARC-Date: 2024-03-%02dT%02d:%02d:00Z" % (number % 28 + 1, number % 24, number % 60),
            "Content-Type: " + media, "Content-Length: %d" % len(block)]
    if url:
        head.insert(3, "WARC-Target-URI: " + url)
    return ("\r\n".join(head) + "\r\n\r\n").encode() + block + b"\r\n\r\n"


KINDS = ["plain"] * 8 + ["chunks"] * 4 + ["gzip"] * 3 + ["zlib", "deflate", "picture", "picture", "missing", "revisit"]


def records(n, decoded=False):
    draw = random.Random(4)
    kinds = [k for k in KINDS if not decoded or k not in ("gzip", "zlib", "deflate")]
    stock = paragraphs(draw, 3000)
    yield record("warcinfo", 0, "application/warc-fields", b"software: make_warc\r\nformat: WARC File Format 1.0\r\n")
    for i in range(1, n):
        url = "https://news.example/%d/%d" % (i % 97, i // 2)
        if i % 2:
            yield record("request", i, "application/http; msgtype=request",
                         b"GET /%d HTTP/1.1\r\nHost: news.example\r\nUser-Agent: x\r\n\r\n" % i, url=url)
            continue
        kind = draw.choice(kinds)
        if kind == "revisit":
            yield record("revisit", i, "application/http; msgtype=response", b"HTTP/1.1 304 Not Modified\r\n\r\n", url=url)
            continue
        body = page(draw, stock, draw.choice((10, 20, 40, 80, 120)), i)
        yield record("response", i, "application/http; msgtype=response", http(draw, kind, body),
                     version=draw.choice(("1.0", "1.1")), url=url)


def main():
    options, (n, path) = sys.argv[1:-2], sys.argv[-2:]
    made = records(int(n), "--decoded" in options)
    with open(path, "wb") as out:
        if "--one" in options:
            with gzip.GzipFile("", "wb", 6, out, mtime=0) as packed:
                for r in made:
                    packed.write(r)
            return
        for r in made:
            out.write(gzip.compress(r, 6, mtime=0) if path.endswith(".gz") else r)


if __name__ == "__main__":
    main()
