"""Web archives and gzip that nobody makes and somebody sends; make_hostile.py takes them in.

CASES and BROKEN are as there; LARGE gives bytes in parts.
"""
import gzip
import struct
import zlib

HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n%s\r\n"
PAGE = HTTP % b"" + "<p>أكد وزير الخارجية الكويتي أهمية السلام في المنطقة.</p>".encode()


def record(block, kind=b"response", length=None, more=b""):
    return b"WARC/1.0\r\nWARC-Type: %s\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n" % (
        kind, more, len(block) if length is None else length, block)


def member(plain):
    return gzip.compress(plain, 6, mtime=0)


def zeros(mebibytes, more=b""):
    """That many MiB of zeros, deflated: 1 KiB for each, made without packing them all."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    one = packer.compress(bytes(1 << 20) + more) + packer.flush(zlib.Z_FULL_FLUSH)
    return one * mebibytes


def bomb(mebibytes, head=b"", more=b""):
    """A gzip member of that size; its end is right in form, not in what it sums up."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    end = b"\x03\x00" + struct.pack("<II", 0, (len(head) + (mebibytes << 20)) & 0xFFFFFFFF)
    return b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + first + zeros(mebibytes, more) + end


def stored(inner):
    """A member that holds bytes as they are: others can lie in it."""
    out, at = [b"\x1f\x8b\x08\0\0\0\0\0\0\x03"], 0
    while at < len(inner):
        part = inner[at:at + 65535]
        at += len(part)
        out.append(struct.pack("<BHH", 0, len(part), len(part) ^ 0xFFFF) + part)
    return b"".join(out)


def nested(n):
    """Members in members, none with an end."""
    out = b""
    for _ in range(n):
        out = stored(b"WARC/1.0\r\nX: " + out)
        if len(out) > 60000:
            break
    return out * (1 + 30 * n // len(out))


CASES = {
    "warc-empty-records": lambda n: record(b"", b"metadata") * (n // 4),
    "warc-empty-members": lambda n: member(b"") * (n // 4),
    "warc-pages": lambda n: record(PAGE) * (n // 40),
    "warc-header-lines-without-end": lambda n: b"WARC/1.0\r\n" + b"X: y\r\n" * (4 * n),
    "warc-header-line-without-end": lambda n: b"WARC/1.0\r\nX: " + b"y" * (40 * n),
    "warc-header-that-folds": lambda n: b"WARC/1.0\r\nX: y" + b"\r\n z" * (4 * n) + b"\r\n\r\n",
    "warc-only-first-lines": lambda n: b"WARC/1.0\r\n" * (2 * n),
    "warc-lengths-over-the-next": lambda n: record(b"", length=900_000) * (n // 2),
    "warc-lengths-over-the-limit": lambda n: record(b"", length=99_999_999) * (n // 2),
    "warc-lengths-over-all": lambda n: record(b"", b"metadata", 10**18) * (n // 2),
    "warc-lengths-packed": lambda n: member(record(b"", length=900_000) * (n // 2)),
    "warc-members-cut-off": lambda n: (member(record(PAGE))[:-9]) * (n // 40),
    "warc-members-in-members": nested,
    "warc-magic": lambda n: member(record(PAGE)) + b"\x1f\x8b\x08\0\0\0\0\0\0\x03" * n,
    "warc-first-lines-in-noise": lambda n: b"x\nWARC/1.\n" * n,
    "warc-chunks-of-one-byte": lambda n: record(HTTP % b"Transfer-Encoding: chunked\r\n" + b"1\r\na\r\n" * (4 * n)),
    "warc-chunk-line-without-end": lambda n: record(HTTP % b"Transfer-Encoding: chunked\r\n" + b"1;" + b"x" * (20 * n)),
    "warc-codings-without-end": lambda n: record(HTTP % (b"Content-Encoding: " + b"gzip, " * n + b"\r\n") + b"\0"),
    "warc-small-bombs": lambda n: bomb(1, record(b"", b"metadata", 1 << 20)) * (n // 1000),
    "gzip-empty-members": lambda n: member(b"") * n,
}

LARGE_HEAD = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 10485760000\r\n\r\n" + HTTP % b""

BROKEN = {
    "warc-bomb-of-10-gb": bomb(10_000, LARGE_HEAD) + member(record(PAGE)),
    "warc-bomb-that-grows-900-times": bomb(10_000, LARGE_HEAD, bytes(range(128))) + member(record(PAGE)),
    "warc-bomb-of-10-gb-in-http": record(HTTP % b"Content-Encoding: gzip\r\n" + bomb(10_000)),
    "gzip-bomb-of-10-gb": bomb(10_000),
    "warc-cut-in-a-member": member(record(PAGE)) + member(record(PAGE))[:60],
    "warc-first-byte-alone": b"\x1f",
    "warc-magic-alone": b"\x1f\x8b\x08",
    "warc-header-line-of-1-gb": None,
}


def long_line():
    yield b"WARC/1.0\r\nX: "
    for _ in range(1000):
        yield b"x" * 1_000_000


LARGE = {"warc-header-line-of-1-gb": long_line}
