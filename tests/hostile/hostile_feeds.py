"""Feeds and archives that nobody writes and somebody sends; CASES as in make_hostile.py."""
import bz2
import gzip
import io
import struct
import tarfile
import zlib

RSS = '<rss version="2.0"><channel><title>ص</title><link>http://a.example/</link>'
END = "</channel></rss>"
ITEM = "<item><link>/1</link><description>أكد الوزير أهمية السلام.</description></item>"


def feed(body):
    return (RSS + ITEM + body + ITEM + END).encode()


def item(body):
    return feed("<item><link>/2</link>" + body + "</item>")


def entities(n):
    """Each stands for ten of the one before."""
    names = ["e%d" % i for i in range(n // 20)]
    lines = ['<!ENTITY e0 "ها">'] + ['<!ENTITY %s "%s">' % (b, ("&%s;" % a) * 10) for a, b in zip(names, names[1:])]
    return ("<!DOCTYPE rss [" + "".join(lines) + "]>").encode() + item("<title>&%s;</title>" % names[-1])


def one_long_entity(n):
    return ('<!DOCTYPE rss [<!ENTITY a "' + "ا" * (n // 10) + '">]>').encode() + item("<title>" + "&a;" * (n // 3) + "</title>")


def zip_entry(name, body, method=8):
    packer = zlib.compressobj(9, wbits=-15)
    packed = packer.compress(body) + packer.flush() if method == 8 else body
    return struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, method, 0, 0, zlib.crc32(body), len(packed), len(body),
                       len(name), 0) + name + packed


ZIP_END = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 0, 0, 0, 0, 0)


def tar(names_and_bodies):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as t:
        for name, body in names_and_bodies:
            info = tarfile.TarInfo(name)
            info.size = len(body)
            t.addfile(info, io.BytesIO(body))
    return out.getvalue()


def absurd_tar(n):
    """An entry that claims eight exabytes."""
    out = bytearray(tar([("a.txt", b"x")])[:512])
    out[124:136] = b"\x80\0\0\0" + struct.pack(">Q", 2 ** 53)
    out[148:156] = b" " * 8
    out[148:156] = b"%06o\0 " % sum(out)
    return bytes(out) + b"\0" * n


CASES = {
    "feed-entities-of-entities": entities,
    "feed-one-long-entity": one_long_entity,
    "feed-entries": lambda n: feed("<item><guid>1</guid></item>" * (n // 10)),
    "feed-deep": lambda n: item("<description>" + "<div>" * n + "</description>"),
    "feed-deep-elements": lambda n: feed("<a>" * n),
    "feed-ends-of-nothing": lambda n: feed("<a>" * 250 + "</b>" * (n // 2)),
    "feed-never-closed": lambda n: feed("<item><title>" * (n // 5)),
    "feed-attributes": lambda n: feed("<item " + 'a="b" ' * n + "></item>"),
    "feed-quotes-never-closed": lambda n: feed('<a b="' * n),
    "feed-comments-never-closed": lambda n: feed("<!-- " * n),
    "feed-doctypes": lambda n: b"<!DOCTYPE [" * (n // 2) + feed(""),
    "feed-less-than": lambda n: item("<title>" + "<" * n + "</title>"),
    "feed-ampersands": lambda n: item("<title>" + "&" * n + "</title>"),
    "feed-escaped-twice": lambda n: item("<description>" + "&amp;lt;p&amp;gt;" * (n // 5) + "</description>"),
    "feed-namespaces": lambda n: feed("".join('<x%d:a xmlns:x%d="urn:%d">' % (i, i, i) for i in range(n // 10))),
    "feed-writers": lambda n: item("".join("<dc:creator>ع%d</dc:creator>" % i for i in range(n // 10))),
    "feed-days": lambda n: item("<pubDate>" + "27 يناير 2022 10:30 " * n + "</pubDate>"),
    "feed-ways-up": lambda n: item("<link>/" + "../a/" * n + "</link>"),
    "zip-of-many": lambda n: zip_entry(b"a.txt", "أكد الوزير أهمية السلام.".encode()) * (n // 50) + ZIP_END,
    "zip-bomb": lambda n: zip_entry(b"a.txt", b"\0" * (1000 * n)) + ZIP_END,
    "zip-marks": lambda n: b"PK\3\4" + b"PK" * n,
    "tar-of-many": lambda n: tar([("a.txt", b"x")] * (n // 100)),
    "tar-absurd-size": absurd_tar,
    "tar-bomb-in-gzip": lambda n: gzip.compress(tar([("a.txt", b"\0" * (1000 * n))]), 9),
    "tar-bomb-in-bzip2": lambda n: bz2.compress(tar([("a.txt", b"\0" * (1000 * n))]), 9),
}
