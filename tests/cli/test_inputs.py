"""Everything that `read`, `page` and `add` take in, through the program: what is known by its
content, layers within layers, what is damaged, and going on where a run was interrupted.

    MAHDAR=build/mahdar python3 -B tests/cli/test_inputs.py
"""
import gzip
import io
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tarfile
import tempfile
import time
import unittest
import zipfile

import test_cli
from test_cli import Case, PROGRAM, line

BODY = ["أكد وزير الخارجية في ختام المباحثات أن بلاده تدعم وحدة الأراضي السورية وسيادتها، وشدد على أهمية الحوار.",
        "ودعا الوزير جميع الأطراف إلى خفض التصعيد والعودة إلى طاولة التفاوض في أقرب وقت ممكن.",
        "واتفق الجانبان على عقد جولة جديدة من المشاورات في العاصمة خلال الشهر المقبل."]


def page(title="مباحثات في العاصمة", body=BODY, charset=None, extra=""):
    meta = '<meta charset="%s">' % charset if charset else ""
    return ('<!doctype html><html lang="ar" dir="rtl"><head>%s<title>%s | صحيفة المرفأ</title>'
            '<meta property="og:title" content="%s"><meta property="article:published_time" '
            'content="2023-02-03T10:00:00+03:00"></head><body><nav><a href="/">الرئيسية</a> <a href="/p">سياسة</a>'
            '</nav><article><h1>%s</h1>%s</article>%s<footer>جميع الحقوق محفوظة</footer></body></html>'
            % (meta, title, title, title, "".join("<p>%s</p>" % p for p in body), extra))


FEED = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>صحيفة المرفأ</title>
<link>https://almarfa.example/</link>
<item><title>مباحثات في العاصمة</title><link>https://almarfa.example/1</link>
<pubDate>Fri, 03 Feb 2023 07:00:00 GMT</pubDate><content:encoded><![CDATA[%s]]></content:encoded></item>
<item><title>زيارة رسمية</title><link>https://almarfa.example/2</link>
<pubDate>Sat, 04 Feb 2023 07:00:00 GMT</pubDate><content:encoded><![CDATA[<p>%s</p>]]></content:encoded></item>
</channel></rss>""" % ("".join("<p>%s</p>" % p for p in BODY), BODY[1])


def record(n, body=None, kind="response", status="200 OK", mime="text/html; charset=utf-8"):
    html = (body or page("لقاء رقم %d" % n, ["وصل الوفد رقم %d إلى العاصمة صباح اليوم." % n] + BODY)).encode()
    http = ("HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n" % (status, mime, len(html))).encode() + html
    head = ("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: https://almarfa.example/news/%d\r\n"
            "WARC-Date: 2023-02-04T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:%d>\r\n"
            "Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % (kind, n, n, len(http)))
    return head.encode() + http + b"\r\n\r\n"


def saved(body, coding="quoted-printable", pictures=0):
    """A page as a browser saves it in one file."""
    import base64
    import quopri
    part = b"\r\n--=_b\r\nContent-Type: %s\r\nContent-Transfer-Encoding: %s\r\nContent-Location: %s\r\n\r\n"
    written = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}.get(coding, bytes)(body)
    picture = part % (b"image/png", b"base64", b"https://almarfa.example/1.png") + base64.encodebytes(b"<html>" * 999)
    return (b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://almarfa.example/7\r\n"
            b"Date: Sat, 4 Feb 2023 08:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
            b"\ttype=\"text/html\";\r\n\tboundary=\"=_b\"\r\n\r\n"
            + part % (b"text/html", coding.encode(), b"https://almarfa.example/7") + written
            + picture * pictures + b"\r\n--=_b--\r\n")


def pdf(lines):
    """A PDF whose text layer has these lines: glyph numbers, and a table of what they mean."""
    letters = sorted({c for l in lines for c in l})
    code = {c: i + 1 for i, c in enumerate(letters)}
    cmap = ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
            "1 begincodespacerange <0000> <FFFF> endcodespacerange\n")
    for i in range(0, len(letters), 100):
        part = letters[i:i + 100]
        cmap += "%d beginbfchar\n" % len(part)
        cmap += "".join("<%04X> <%s>\n" % (code[c], c.encode("utf-16-be").hex()) for c in part) + "endbfchar\n"
    cmap += "endcmap CMapName currentdict /CMap defineresource pop end end"
    # right to left, as printed: the last letter of a line is set first
    content = "BT /F 12 Tf 1 0 0 1 40 780 Tm 20 TL\n" + "".join(
        "<%s> Tj T*\n" % "".join("%04X" % code[c] for c in reversed(l)) for l in lines) + "ET"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 842] /Contents 4 0 R "
               "/Resources << /Font << /F 5 0 R >> >> >>",
               "<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
               "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] "
               "/ToUnicode 7 0 R >>",
               "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) "
               "/Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 8 0 R >>",
               "<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap),
               "<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 "
               "/Descent -200 /CapHeight 700 /StemV 80 >>"]
    out, at = b"%PDF-1.5\n", []
    for i, o in enumerate(objects):
        at.append(len(out))
        out += ("%d 0 obj\n%s\nendobj\n" % (i + 1, o)).encode()
    table = len(out)
    out += ("xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)).encode()
    out += "".join("%010d 00000 n \n" % a for a in at).encode()
    return out + ("trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)).encode()


class Inputs(Case):
    def articles(self, *args, code=0, **more):
        return self.records(self.check(self.run_("page", *args, **more), code))

    def test_page__what_was_found_and_where(self):
        got, = self.articles(self.file("a.bin", page()))
        self.assertEqual(got["schema"], "mahdar.article/1")
        self.assertEqual(got["title"], "مباحثات في العاصمة")
        self.assertEqual(got["published"][:10], "2023-02-03")
        self.assertEqual(got["found"]["published"], "open-graph")
        self.assertEqual(got["text"].split("\n"), BODY)

    def test_page__any_character_set(self):
        for charset in ("windows-1256", "iso-8859-6", "utf-16"):
            for told in (charset, None, "utf-8"):
                with self.subTest(charset=charset, told=told):
                    name = self.file("%s-%s.html" % (charset, told), page(charset=told).encode(charset, "replace"))
                    got, = self.articles(name)
                    self.assertEqual(got["title"], "مباحثات في العاصمة")
                    self.assertEqual(got["text"].split("\n")[0], BODY[0])

    def test_read__a_page_gives_statements(self):
        got, = self.records(self.check(self.run_("read", self.file("p", page())), 0))
        self.assertTrue(got["statements"])
        self.assertEqual(got["published"][:10], "2023-02-03")

    def test_feed__each_entry_is_a_report(self):
        got = self.articles(self.file("feed", FEED))
        self.assertEqual([g["source"]["url"] for g in got], ["https://almarfa.example/1", "https://almarfa.example/2"])
        self.assertEqual(got[0]["text"].split("\n"), BODY)
        self.assertEqual(got[0]["published"][:10], "2023-02-03")
        self.assertEqual(got[0]["found"]["published"], "feed")

    def test_layers__archives_of_archives(self):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as z:
            z.writestr("a/one.html", page("الأول"))
            z.writestr("two.jsonl", "".join(line(i) + "\n" for i in range(3)))
            z.writestr("three.html.gz", gzip.compress(page("الثالث").encode()))
            inner = io.BytesIO()
            with tarfile.open(fileobj=inner, mode="w:gz") as t:
                data = page("الرابع").encode()
                info = tarfile.TarInfo("deep/four.html")
                info.size = len(data)
                t.addfile(info, io.BytesIO(data))
            z.writestr("four.tar.gz", inner.getvalue())
        name = self.file("all.zip", packed.getvalue())
        got = self.articles(name)
        self.assertEqual([g.get("title") for g in got], ["الأول", None, None, None, "الثالث", "الرابع"])
        self.assertEqual(got[0]["source"]["path"], name + "/a/one.html")
        self.assertEqual(got[5]["source"]["path"], name + "/four.tar.gz/deep/four.html")

    def test_saved__a_page_as_one_file(self):
        for coding in ("quoted-printable", "base64", "binary"):
            with self.subTest(coding=coding):
                got, = self.articles(self.file("a.mhtml", saved(page().encode(), coding, 2)))
                self.assertEqual(got["text"].split("\n"), BODY)
                self.assertEqual(got["source"]["url"], "https://almarfa.example/7")
                self.assertEqual(got["source"]["retrieved"][:10], "2023-02-04")

    def test_saved__packed_from_standard_input_and_larger_than_a_report(self):
        data = saved(page().encode(), pictures=2100)
        self.assertGreater(len(data), 16 << 20)
        whole, = self.articles(self.file("large.mht", data))
        packed, = self.articles("-", input=gzip.compress(data, 1))
        self.assertEqual(whole["text"], packed["text"])

    def test_saved__the_folder_beside_a_page_is_no_report(self):
        folder = self.dir / "pages"
        for name in ("a_files", "a.files", "b_files"):
            (folder / name).mkdir(parents=True)
            (folder / name / "frame.html").write_text(page(name))
        for name in ("a.html", "c.htm"):
            (folder / name).write_text(page(name))
        self.assertEqual([g["title"] for g in self.articles(str(folder))], ["a.html", "b_files", "c.htm"])
        got, = self.articles(str(folder / "a_files"))
        self.assertEqual(got["title"], "a_files")

    def test_saved__no_page_in_it_is_told(self):
        data = saved(page().encode()).replace(b"text/html\r\n", b"text/css\r\n")
        out = self.run_("page", self.file("a.mht", data))
        self.check(out, 65)
        self.assertIn(b"no page of HTML", out.stderr if isinstance(out.stderr, bytes) else out.stderr.encode())

    def test_layers__the_same_from_standard_input(self):
        data = gzip.compress(page().encode())
        got, = self.records(self.check(self.run_("page", "-", input=data), 0))
        self.assertEqual(got["title"], "مباحثات في العاصمة")

    def test_warc__plain_and_packed_the_same(self):
        records = [record(i) for i in range(20)]
        records.insert(3, record(90, kind="request"))
        records.insert(7, record(91, status="404 Not Found"))
        records.insert(9, record(92, mime="image/png"))
        plain, packed = self.file("a", b"".join(records)), self.file("b", b"".join(map(gzip.compress, records)))
        texts = []
        for name in (plain, packed):
            done = self.run_("page", name)
            got = self.records(self.check(done, 0, "23 records", "1 of other types", "1 not found"))
            self.assertEqual([g["source"]["url"].rsplit("/", 1)[1] for g in got], [str(i) for i in range(20)])
            self.assertEqual(got[0]["source"]["retrieved"], "2023-02-04T00:00:00Z")
            texts.append([g["text"] for g in got])
        self.assertEqual(*texts)

    def test_warc__a_damaged_record_is_told_and_passed_over(self):
        members = [gzip.compress(record(i)) for i in range(10)]
        members[4] = members[4][:100] + b"\0" * 40 + members[4][140:]
        done = self.run_("page", self.file("w", b"".join(members)))
        got = self.records(self.check(done, 65))
        self.assertEqual(len(got), 9)

    def test_warc__a_length_over_the_file_swallows_no_other_record(self):
        records = [record(i) for i in range(6)]
        records[2] = records[2].replace(b"msgtype=response\r\nContent-Length: ", b"msgtype=response\r\nContent-Length: 99999", 1)
        got = self.records(self.check(self.run_("page", self.file("w", b"".join(records))), 65))
        self.assertEqual([g["source"]["url"].rsplit("/", 1)[1] for g in got], ["0", "1", "3", "4", "5"])

    def test_warc__all_in_one_member(self):
        got = self.articles(self.file("w", gzip.compress(b"".join(record(i) for i in range(6)))))
        self.assertEqual(len(got), 6)

    def test_damaged__each_is_told_and_the_rest_is_read(self):
        folder = self.dir / "in"
        self.file("in/1.html", page("الأول"))
        self.file("in/2.gz", gzip.compress(page().encode())[:60])
        self.file("in/3.zip", b"PK\x03\x04" + b"\xff" * 200)
        self.file("in/4.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
        self.file("in/5.html", "<html><body><nav><a href=/>x</a></nav></body></html>")
        self.file("in/6.html", page("السادس"))
        done = self.run_("page", folder)
        got = self.records(self.check(done, 65, "2.gz", "3.zip", "4.png", "5.html"))
        self.assertEqual([g["title"] for g in got], ["الأول", "السادس"])

    def test_jobs__the_same_bytes_for_any_number(self):
        name = self.file("w", b"".join(gzip.compress(record(i)) for i in range(60)))
        out = {self.check(self.run_("read", "--jobs", n, name), 0) for n in (1, 2, 5)}
        self.assertEqual(len(out), 1)

    @unittest.skipUnless(shutil.which("pdftotext"), "needs pdftotext (poppler-utils)")
    def test_pdf__its_text_in_the_order_in_which_it_is_read(self):
        lines = [part for p in BODY for part in (p[:len(p) // 2].rsplit(" ", 1)[0], p[len(p[:len(p) // 2].rsplit(" ", 1)[0]) + 1:])]
        data = pdf(lines)
        got, = self.articles(self.file("a", data))
        self.assertEqual(got["text"].replace("\n", " "), " ".join(BODY))
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as z:
            z.writestr("1.html", page("الأول"))
            z.writestr("2", data)
            z.writestr("3.html", page("الثالث"))
        got = self.articles(self.file("z", packed.getvalue()))
        self.assertEqual([g.get("title") for g in got][::2], ["الأول", "الثالث"])
        self.check(self.run_("add", "--store", self.store, self.file("b", data)), 0, "added 1")
        self.assertEqual(self.check(self.run_("rebuild", "--store", self.store), 0), b"read again: 1 report\n")
        out = self.records(self.check(self.run_("export", "--to", "jsonl", "--store", self.store), 0))
        self.assertIn("خفض التصعيد", out[0]["text"])

    def test_pdf__damaged_is_told(self):
        self.check(self.run_("page", self.file("a", b"%PDF-1.5\n" + b"\0" * 500)), 65, "PDF")

    def test_html_in_json_lines(self):
        text = json.dumps({"id": "x", "title": "عنوان", "html": "".join("<p>%s</p>" % p for p in BODY)})
        got, = self.articles(self.file("j", text + "\n"))
        self.assertEqual(got["text"].split("\n"), BODY)


class GoingOn(Case):
    def test_after__goes_on_behind_a_place(self):
        files = [self.file("1.html", page("الأول")),
                 self.file("2.jsonl", "".join(line(i) + "\n" for i in range(50))),
                 self.file("3.gz", b"".join(gzip.compress(record(i)) for i in range(20)))]
        whole = self.check(self.run_("page", self.dir), 0).splitlines()
        self.assertEqual(len(whole), 71)
        data = (self.dir / "2.jsonl").read_bytes()
        start = sum(len(l) for l in data.splitlines(True)[:30])
        for place, left in (("1.html", 70), ("2.jsonl:%d:30" % start, 39), ("2.jsonl", 20), ("3.gz", 0)):
            with self.subTest(place):
                done = self.run_("page", "--after", str(self.dir / place), self.dir)
                self.assertEqual(self.check(done, 0).splitlines(), whole[71 - left:] if left else [])
        self.check(self.run_("page", "--after", "no-such", *files), 66, "none of the inputs is this place")

    def test_after__two_interrupted_runs_are_one(self):
        name = self.file("l", "".join(line(i) + "\n" for i in range(8000)))
        whole = self.check(self.run_("read", name), 0)
        for jobs in ("1", "3"):
            with self.subTest(jobs=jobs), open(self.dir / "out", "wb") as out:
                p = subprocess.Popen([PROGRAM, "read", "--jobs", jobs, name], env=self.env(), stdout=out,
                                     stderr=subprocess.PIPE)
                end = time.time() + 60
                while os.fstat(out.fileno()).st_size == 0 and p.poll() is None and time.time() < end:
                    time.sleep(0.01)
                p.send_signal(signal.SIGINT)
                errors = p.communicate()[1].decode()
                if p.returncode == 130:
                    place = re.search("--after '(.*)'", errors).group(1)
                    self.check(self.run_("read", "--after", place, name, stdout=out, stderr=subprocess.PIPE), 0)
                self.assertEqual((self.dir / "out").read_bytes(), whole)


class Keeping(Case):
    def test_add__pages_are_kept_and_read_again(self):
        files = [self.file("a.html", page()), self.file("w", b"".join(map(record, range(5)))),
                 self.file("b.mht", saved(page(body=BODY[::-1]).encode()))]
        self.check(self.run_("add", "--store", self.store, *files), 0, "added 7, known 0, failed 0")
        self.check(self.run_("add", "--store", self.store, *files), 0, "added 0, known 7, failed 0")
        before = self.check(self.run_("export", "--to", "jsonl", "--store", self.store), 0)
        self.check(self.run_("rebuild", "--store", self.store), 0)
        self.assertEqual(self.check(self.run_("export", "--to", "jsonl", "--store", self.store), 0), before)

    def interrupted(self, name, n, how):
        """Add a long file, stop it in the middle, add it again: all is there, once."""
        p = subprocess.Popen([PROGRAM, "add", "--store", self.store, name], env=self.env(), stderr=subprocess.PIPE)
        kept = 0
        end = time.time() + 60
        while kept == 0 and p.poll() is None and time.time() < end:
            time.sleep(0.2)
            done = self.run_("export", "--to", "jsonl", "--store", self.store)
            kept = len(done.stdout.splitlines()) if done.returncode == 0 else 0
        p.send_signal(how)
        p.communicate()
        self.assertGreater(kept, 0)
        done = self.run_("add", "--store", self.store, name)
        self.check(done, 0)
        if kept < n and p.returncode != 0:
            self.assertIn(b"goes on at byte", done.stderr)
        got = self.records(self.check(self.run_("export", "--to", "jsonl", "--store", self.store), 0))
        self.assertEqual(len(got), n)

    def test_add__killed_in_a_web_archive_goes_on(self):
        n = 2500
        self.interrupted(self.file("w.gz", b"".join(gzip.compress(record(i), 1) for i in range(n))), n, signal.SIGKILL)

    def test_add__interrupted_in_json_lines_goes_on(self):
        n = 3000
        self.interrupted(self.file("l", "".join(line(i) + "\n" for i in range(n))), n, signal.SIGINT)


if __name__ == "__main__":
    unittest.main()
