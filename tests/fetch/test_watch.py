"""`mahdar watch` against a server of our own: new entries come into the store, each once; feeds
that break and come back; kill -9 in the middle; signals; what it tells systemd.

Runs the program that the variable MAHDAR names (default: build/mahdar).  Standard library only.
    python3 -B -m unittest discover -s tests/fetch
"""
import json
import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from server import Server, conditional  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(os.environ.get("MAHDAR", ROOT / "build" / "mahdar"))
RSS = "application/rss+xml; charset=utf-8"
HTML = "text/html; charset=utf-8"


def body(n):
    return ("<p>عقد وزيرا خارجية عُمان والنرويج في مسقط جلسة المشاورات رقم %d، وبحثا صيانة السدود وحفر الآبار في القرى"
            " البعيدة.</p><p>وأكد الجانبان أهمية أمن الملاحة في المضيق رقم %d وحماية خطوط الكهرباء والمياه من الأعطال"
            " الطارئة في مواسم الأمطار.</p><p>ودعت النرويج إلى توسيع برامج التدريب المشتركة لخفر السواحل وفرق الإنقاذ"
            " في الجولة %d من الحوار.</p>" % (n, n, n))


def page(n):
    return ("<html lang=ar><head><title>مشاورات %d</title><meta charset=utf-8>"
            "<meta property='article:published_time' content='2022-03-%02dT10:00:00+03:00'></head><body><nav><a href=/>"
            "الرئيسية</a></nav><article><h1>مشاورات عُمانية نرويجية رقم %d</h1>%s</article></body></html>"
            % (n, n % 28 + 1, n, body(n)))


def rss(items, title="بريد المرفأ"):
    return ("<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:content="
            "'http://purl.org/rss/1.0/modules/content/'><channel><title>%s</title>%s</channel></rss>"
            % (title, "".join(items)))


def item(url, n, whole=False, guid=True):
    content = "<content:encoded><![CDATA[%s]]></content:encoded>" % body(n) if whole else ""
    return ("<item><title>مشاورات %d</title>%s%s<pubDate>Sat, %02d Mar 2022 10:00:00 GMT</pubDate>%s</item>"
            % (n, "<link>%s</link>" % url if url else "", "<guid isPermaLink='false'>g%d</guid>" % n if guid else "",
               n % 28 + 1, content))


class Case(unittest.TestCase):
    def setUp(self):
        self.dir = pathlib.Path(tempfile.mkdtemp(prefix="mahdar-watch-"))
        self.addCleanup(shutil.rmtree, self.dir, True)
        self.store = str(self.dir / "s.db")
        self.server = Server()
        self.addCleanup(self.server.stop)

    def env(self, **more):
        env = {k: v for k, v in os.environ.items()
               if not k.startswith(("MAHDAR", "LC_", "LANG", "XDG_", "NOTIFY", "WATCHDOG"))}
        env.update(LC_ALL="C.UTF-8", HOME=str(self.dir), **more)
        return env

    def command(self, *args):
        return [PROGRAM, "watch", "--store", self.store, "--allow-private", "--pause", "0", "--json", *map(str, args)]

    def start(self, *args, **env):
        child = subprocess.Popen(self.command(*args), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                 env=self.env(**env))
        self.addCleanup(self.kill, child)
        return child

    def kill(self, child):
        if child.poll() is None:
            child.kill()
        child.communicate()

    def once(self, *args, code=0):
        done = subprocess.run(self.command("--once", *args), capture_output=True, timeout=60, env=self.env())
        errors = done.stderr.decode()
        self.assertEqual(done.returncode, code, errors)
        return [json.loads(line) for line in done.stdout.splitlines()], errors

    def round(self, *args, code=0):
        lines, errors = self.once(*args, code=code)
        rounds = [x for x in lines if x["event"] == "round"]
        self.assertEqual(len(rounds), 1, errors)
        return rounds[0], lines, errors

    def ask(self, sql, *values):
        db = sqlite3.connect(self.store, timeout=10)
        try:
            return db.execute(sql, values).fetchall()
        finally:
            db.close()

    def reports(self):
        try:
            return self.ask("SELECT count(*) FROM report")[0][0]
        except sqlite3.OperationalError:
            return 0

    def until(self, what, seconds=20):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if what():
                return
            time.sleep(0.02)
        self.fail("it did not happen")

    def feed(self, path="/feed", numbers=(1, 2, 3), **more):
        url = self.server.url
        for n in numbers:
            self.server.at("/%d" % n, 200, {"Content-Type": HTML}, page(n))
        self.server.at(path, 200, {"Content-Type": RSS}, rss(item(url("/%d" % n), n, **more) for n in numbers))
        return url(path)

    def again(self):
        """The time has come for all that waits, and updates may be asked for."""
        db = sqlite3.connect(self.store, timeout=10)
        db.execute("UPDATE watched_feed SET next = 0")
        db.execute("UPDATE watched_entry SET next = 0, ended = ended - 90000 WHERE ended > 0 OR state = 'waiting'")
        db.commit()
        db.close()


class TestRounds(Case):
    def test_new_entries_are_kept_once(self):
        feed = self.feed()
        r, lines, errors = self.round(feed)
        self.assertEqual((r["new"], r["known"], r["failed"], r["waiting"]), (3, 0, 0, 0))
        self.assertEqual(self.reports(), 3)
        told = [x for x in lines if x["event"] == "report"]
        self.assertEqual(len({x["report"] for x in told}), 3)
        self.assertIn("new 3", errors)
        r, lines, errors = self.round(feed)
        self.assertEqual((r["feeds"], r["new"], r["known"]), (1, 0, 0))
        self.assertEqual(sum(p in ("/1", "/2", "/3") for p in self.server.paths()), 3)

    def test_what_is_kept_is_the_page(self):
        self.round(self.feed(numbers=[7]))
        (row,) = self.ask("SELECT format, url, charset, retrieved, bytes FROM received")
        self.assertEqual(row[0:3], ("html", self.server.url("/7"), "utf-8"))
        self.assertRegex(row[3], r"^\d{4}-\d\d-\d\dT")
        self.assertEqual(bytes(row[4]).decode(), page(7))
        (text,) = self.ask("SELECT text FROM report_text")[0]
        self.assertIn("المضيق رقم 7", text)
        self.assertNotIn("الرئيسية", text)
        self.assertEqual(self.ask("SELECT published FROM report")[0][0][:10], "2022-03-08")

    def test_the_charset_that_the_server_tells(self):
        feed = self.feed(numbers=[4])
        silent = page(4).replace("<meta charset=utf-8>", "").encode("cp1256", "replace")
        self.server.at("/4", 200, {"Content-Type": "text/html; charset=windows-1256"}, silent)
        self.round(feed)
        self.assertIn("المضيق رقم 4", self.ask("SELECT text FROM report_text")[0][0])
        self.assertEqual(self.ask("SELECT charset FROM received"), [("windows-1256",)])

    def test_the_feed_s_day_where_the_page_is_mum(self):
        feed = self.feed(numbers=[6])
        mum = page(6).replace("<meta property='article:published_time' content='2022-03-07T10:00:00+03:00'>", "")
        self.assertNotIn("2022-03-07", mum)
        self.server.at("/6", 200, {"Content-Type": HTML}, mum)
        self.round(feed)
        self.assertEqual(self.ask("SELECT published FROM report"), [("2022-03-07",)])
        subprocess.run([PROGRAM, "rebuild", "--store", self.store], check=True, capture_output=True, env=self.env())
        self.assertEqual(self.ask("SELECT published FROM report"), [("2022-03-07",)])
        self.assertEqual(self.ask("SELECT count(*) FROM watched_entry"), [(1,)])

    def test_unchanged_feeds(self):
        self.server.at("/1", 200, {"Content-Type": HTML}, page(1))
        self.server.at("/feed", conditional(rss([item(self.server.url("/1"), 1)]), '"a"', type_=RSS))
        self.round(self.server.url("/feed"))
        r, _, errors = self.round(self.server.url("/feed"))
        self.assertEqual((r["unchanged"], r["new"]), (1, 0))
        self.assertIn("1 not changed", errors)
        self.assertEqual(self.server.seen[-1][1].get("If-None-Match"), '"a"')

    def test_a_report_that_the_store_has_is_known(self):
        feed = self.feed(numbers=[1])
        self.round(feed)
        other = self.feed("/other", numbers=[1])
        r, _, _ = self.round(feed, other)
        self.assertEqual((r["new"], r["known"]), (0, 1))
        self.assertEqual(self.server.paths().count("/1"), 1)

    def test_lists_in_files(self):
        a, b = self.feed("/a", [1]), self.feed("/b", [2])
        path = self.dir / "feeds.txt"
        path.write_text("# the papers\n\n  %s   # first\n%s\nnonsense\n%s\n" % (a, b, a))
        r, _, errors = self.round(path)
        self.assertEqual((r["feeds"], r["new"]), (2, 2))
        self.assertIn("line 5: not an address: nonsense", errors)

    def test_no_feeds(self):
        done = subprocess.run(self.command("--once", self.dir / "none.txt"), capture_output=True, env=self.env())
        self.assertEqual(done.returncode, 66)
        self.assertIn(b"No such file", done.stderr)

    def test_page_that_names_feeds(self):
        self.feed("/rss", [1, 2])
        self.server.at("/home", 200, {"Content-Type": HTML},
                       "<html><head><link rel=alternate type='application/rss+xml' href='/rss'>"
                       "<link rel=alternate type='application/rss+xml' title='comments' href='/comments/feed'></head>"
                       "<body><p>بوابة</p></body></html>")
        r, lines, _ = self.round(self.server.url("/home"))
        self.assertEqual((r["new"], r["broken"]), (2, 0))
        self.assertNotIn("/comments/feed", self.server.paths())

    def test_page_that_names_none(self):
        self.server.at("/home", 200, {"Content-Type": HTML}, "<html><body><p>بوابة</p></body></html>")
        r, _, errors = self.round(self.server.url("/home"), code=65)
        self.assertEqual(r["broken"], 1)
        self.assertIn("names no feed", errors)

    def test_sitemaps(self):
        url = self.server.url
        ns = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
        for n in (1, 2, 3):
            self.server.at("/%d" % n, 200, {"Content-Type": HTML}, page(n))
        self.server.at("/index.xml", 200, {"Content-Type": "application/xml"},
                       "<sitemapindex %s><sitemap><loc>%s</loc><lastmod>2022-03-01</lastmod></sitemap>"
                       "<sitemap><loc>%s</loc></sitemap></sitemapindex>" % (ns, url("/a.xml"), url("/b.xml")))
        self.server.at("/a.xml", 200, {"Content-Type": "application/xml"}, "<urlset %s>%s</urlset>" % (
            ns, "".join("<url><loc>%s</loc></url>" % url("/%d" % n) for n in (1, 2))))
        self.server.at("/b.xml", 200, {"Content-Type": "application/xml"},
                       "<urlset %s><url><loc>%s</loc></url></urlset>" % (ns, url("/3")))
        r, _, _ = self.round(url("/index.xml"))
        self.assertEqual((r["feeds"], r["new"], r["broken"]), (3, 3, 0))


class TestFallback(Case):
    def test_the_feed_s_own_article_when_there_is_no_page(self):
        feed = self.feed(numbers=[1, 2], whole=True)
        self.server.at("/1", 404, {}, b"")
        self.server.at("/2", 200, {"Content-Type": HTML}, "<html><body><script>app()</script></body></html>")
        r, _, errors = self.round(feed)
        self.assertEqual((r["new"], r["failed"]), (2, 0), errors)
        self.assertEqual([f for f, in self.ask("SELECT format FROM received")], ["jsonl", "jsonl"])
        self.assertIn("المضيق رقم 1", self.ask("SELECT text FROM report_text")[0][0])

    def test_robots_send_us_to_the_feed(self):
        self.server.at("/robots.txt", 200, {}, "User-agent: *\nDisallow: /1\n")
        r, _, _ = self.round(self.feed(numbers=[1], whole=True))
        self.assertEqual(r["new"], 1)
        self.assertNotIn("/1", self.server.paths())

    def test_entry_without_an_address(self):
        self.server.at("/feed", 200, {"Content-Type": RSS}, rss([item(None, 5, whole=True)]))
        r, _, _ = self.round(self.server.url("/feed"))
        self.assertEqual((r["new"], r["failed"]), (1, 0))

    def test_a_page_that_is_gone_is_told_once(self):
        feed = self.feed(numbers=[1])
        self.server.at("/1", 410, {}, b"")
        r, lines, errors = self.round(feed)
        self.assertEqual((r["new"], r["failed"]), (0, 1))
        self.assertIn("taken away", errors)
        self.again()
        r, _, errors = self.round(feed)
        self.assertEqual(r["failed"], 0)
        self.assertNotIn("taken away", errors)

    def test_a_page_that_is_out_of_order_is_tried_again(self):
        feed = self.feed(numbers=[1])
        self.server.at("/1", 500, {}, b"")
        r, _, _ = self.round(feed)
        self.assertEqual((r["failed"], r["waiting"]), (0, 1))
        r, _, _ = self.round(feed)  # its time has not come
        self.assertEqual(self.server.paths().count("/1"), 1)
        self.server.at("/1", 200, {"Content-Type": HTML}, page(1))
        self.again()
        r, _, _ = self.round(feed)
        self.assertEqual((r["new"], r["waiting"]), (1, 0))

    def test_entries_that_lead_into_the_own_network_or_elsewhere(self):
        """Without --allow-private: the feed itself is refused; with it, still no other scheme and port."""
        other = Server()
        self.addCleanup(other.stop)
        links = ["file:///etc/passwd", "ftp://127.0.0.1/x", other.url("/x"), "http://user:pw@127.0.0.1/x"]
        self.server.at("/feed", 200, {"Content-Type": RSS}, rss(item(u, n) for n, u in enumerate(links)))
        r, _, errors = self.round(self.server.url("/feed"))
        self.assertEqual(r["new"], 0, errors)
        self.assertEqual((other.connections, self.reports()), (0, 0))
        self.assertNotIn("root:", errors)

    def test_the_guard_holds(self):
        feed = self.feed()
        done = subprocess.run([PROGRAM, "watch", "--once", "--store", self.store, feed], capture_output=True,
                              env=self.env(), timeout=60)
        self.assertEqual(done.returncode, 65)
        self.assertIn(b"loopback", done.stderr)
        self.assertEqual(self.server.connections, 0)


class TestBroken(Case):
    def test_told_once_and_again_when_it_changes(self):
        good, bad = self.feed(), self.server.url("/bad")
        self.server.at("/bad", 500, {}, b"")
        r, _, errors = self.round(good, bad)
        self.assertEqual((r["new"], r["broken"]), (3, 1))  # the other goes on
        self.assertEqual(errors.count("out of order"), 1)
        self.again()
        self.assertNotIn("out of order", self.once(good, bad)[1])
        self.server.at("/bad", 404, {}, b"")
        self.again()
        self.assertIn("no such page", self.once(good, bad)[1])
        self.feed("/bad", [9])
        self.again()
        errors = self.once(good, bad)[1]
        self.assertIn("well again, after 3 failures", errors)
        self.assertEqual(self.reports(), 4)

    def test_asked_ever_more_rarely(self):
        bad = self.server.url("/bad")
        waits = []
        for _ in range(4):
            self.once(bad, code=65)
            ((asked, next_),) = self.ask("SELECT asked, next FROM watched_feed")
            waits.append(next_ - asked)
            self.again()
        for a, b in zip(waits, waits[1:]):
            self.assertGreater(b, 1.5 * a)
        self.once(bad, code=65)
        self.assertEqual(self.server.paths().count("/bad"), 5)
        self.once(bad, code=65)  # its time has not come
        self.assertEqual(self.server.paths().count("/bad"), 5)

    def test_retry_after(self):
        self.server.at("/feed", 429, {"Retry-After": "7200"}, b"")
        self.once(self.server.url("/feed"), code=65)
        ((asked, next_),) = self.ask("SELECT asked, next FROM watched_feed")
        self.assertGreaterEqual(next_ - asked, 7200)

    def test_what_servers_say_cannot_damage_the_store(self):
        for to in ("x" * 79 + "خبر", "\x1b[31m", "file:///" + "ق" * 200):
            self.server.at("/feed", lambda handler, to=to: self.redirect(handler, to))
            self.once(self.server.url("/feed"), code=65)
            self.again()
            self.round(self.server.url("/feed"), code=65)
            self.again()
        self.assertNotIn("\x1b", "".join(w for w, in self.ask("SELECT why FROM watched_feed")))

    def redirect(self, handler, to):
        handler.wfile.write(b"HTTP/1.1 302 x\r\nContent-Length: 0\r\nLocation: mailto:" + to.encode() + b"\xff\r\n\r\n")
        handler.close_connection = True

    def test_what_is_no_feed(self):
        for junk in (b"", b"\x00\xff\xfe" * 99, b"{}", "نص فقط".encode(), b"%PDF-1.4\n"):
            self.server.at("/feed", 200, {"Content-Type": RSS}, junk)
            self.once(self.server.url("/feed"), code=65)
            self.again()

    def test_a_feed_that_ends_early_gives_what_it_has(self):
        whole = rss(item(self.server.url("/%d" % n), n) for n in (1, 2))
        self.feed(numbers=[1, 2])
        self.server.at("/feed", 200, {"Content-Type": RSS}, whole[:whole.index("g2") + 1])
        r, _, _ = self.round(self.server.url("/feed"))
        self.assertGreaterEqual(r["new"], 1)

    def test_moved_for_good_is_remembered(self):
        self.feed("/new", [1])
        self.server.at("/old", 301, {"Location": "/new"}, b"")
        _, _, errors = self.round(self.server.url("/old"))
        self.assertIn("moved for good to " + self.server.url("/new"), errors)
        self.once(self.server.url("/old"))
        self.assertEqual(self.server.paths().count("/old"), 1)

    def test_an_update_is_read_again(self):
        url = self.server.url("/1")
        atom = ("<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title><entry><id>x</id><link href='%s'/>"
                "<updated>2022-03-0%dT10:00:00Z</updated></entry></feed>")
        self.server.at("/feed", 200, {"Content-Type": "application/atom+xml"}, atom % (url, 1))
        self.server.at("/1", conditional(page(1), '"1"'))
        self.round(self.server.url("/feed"))
        self.server.at("/feed", 200, {"Content-Type": "application/atom+xml"}, atom % (url, 2))
        self.again()
        r, _, _ = self.round(self.server.url("/feed"))  # only its date is another one
        self.assertEqual((r["new"], r["known"]), (0, 1))
        self.server.at("/feed", 200, {"Content-Type": "application/atom+xml"}, atom % (url, 3))
        self.server.at("/1", conditional(page(2), '"2"'))
        self.again()
        r, _, _ = self.round(self.server.url("/feed"))
        self.assertEqual((r["new"], r["known"]), (1, 0))


class TestRunning(Case):
    """As a service: it stays, and obeys signals."""

    def test_goes_on_by_itself_and_ends_cleanly(self):
        feed = self.feed(numbers=[1])
        child = self.start("--every", "0.02", feed)
        self.until(lambda: self.reports() == 1)
        self.feed(numbers=[1, 2])
        self.until(lambda: self.reports() == 2)
        child.send_signal(signal.SIGTERM)
        out, errors = child.communicate(timeout=10)
        self.assertEqual(child.returncode, 0, errors)
        self.assertEqual(sum(json.loads(x)["event"] == "report" for x in out.splitlines()), 2)

    def test_ends_at_once_while_a_server_is_slow(self):
        def slow(handler):
            time.sleep(20)
        self.server.at("/feed", slow)
        child = self.start(self.server.url("/feed"))
        self.until(lambda: "/feed" in self.server.paths())
        began = time.monotonic()
        child.send_signal(signal.SIGINT)
        child.communicate(timeout=10)
        self.assertEqual(child.returncode, 0)
        self.assertLess(time.monotonic() - began, 3)

    def test_hup_reads_the_list_again(self):
        a, b = self.feed("/a", [1]), self.feed("/b", [2])
        path = self.dir / "feeds.txt"
        path.write_text(a + "\n")
        child = self.start(path)
        self.until(lambda: self.reports() == 1)
        path.write_text(b + "\n")
        child.send_signal(signal.SIGHUP)
        self.until(lambda: self.reports() == 2)
        path.unlink()  # a list that is not there takes nothing away
        child.send_signal(signal.SIGHUP)
        time.sleep(0.3)
        self.assertIsNone(child.poll())
        child.send_signal(signal.SIGTERM)
        _, errors = child.communicate(timeout=10)
        self.assertEqual(child.returncode, 0)
        self.assertEqual(errors.count(b"read again: 1 feeds"), 2)
        self.assertEqual(self.server.paths().count("/a"), 1)

    def test_kill_in_the_middle_loses_nothing_and_doubles_nothing(self):
        numbers = list(range(1, 41))
        feed = self.feed(numbers=numbers, whole=True)
        told = 0
        for _ in range(4):
            child = self.start(feed)
            already = self.reports()
            self.until(lambda: self.reports() >= already + 5 or child.poll() is not None)
            child.send_signal(signal.SIGKILL)
            out, _ = child.communicate()
            told += out.count(b'"event":"report"')
            kept = self.reports()
            self.assertLessEqual(told, kept)  # what was told is kept
            self.assertEqual(self.ask("PRAGMA integrity_check")[0][0], "ok")
            self.assertEqual(self.ask("SELECT count(*) FROM watched_entry WHERE state = 'kept'")[0][0], kept)
        # the feed has moved on meanwhile: what waits was not lost with it
        self.feed(numbers=[99], whole=True)
        self.again()
        r, _, _ = self.round(feed)
        self.assertEqual(self.reports(), 41)
        self.assertEqual(len(self.ask("SELECT DISTINCT digest FROM report")), 41)
        self.assertEqual(r["waiting"], 0)

    def test_another_writer_is_waited_for(self):
        feed = self.feed(numbers=[1])
        self.round(feed)
        self.feed(numbers=[1, 2])
        db = sqlite3.connect(self.store, isolation_level=None)
        db.execute("BEGIN IMMEDIATE")
        child = self.start("--once", feed)
        self.until(lambda: "/feed" in self.server.paths()[3:])
        time.sleep(0.5)
        self.assertIsNone(child.poll())
        db.execute("ROLLBACK")
        db.close()
        child.communicate(timeout=20)
        self.assertEqual((child.returncode, self.reports()), (0, 2))

    def test_nobody_reads_what_it_says(self):
        child = self.start("--every", "0.02", self.feed())
        child.stdout.close()
        child.wait(timeout=20)
        self.assertEqual(child.returncode, 74)
        child.stdout = open(os.devnull)


class TestSystemd(Case):
    """sd_notify, with a socket of our own in systemd's place."""

    def test_tells_how_it_is(self):
        path = str(self.dir / "notify")
        s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        s.bind(path)
        s.settimeout(10)
        self.addCleanup(s.close)
        said = []

        def hear(word):
            end = time.monotonic() + 10
            while not any(word in x for x in said):
                self.assertLess(time.monotonic(), end, (word, said))
                said.append(s.recv(4096).decode())
            seen = list(said)
            said.clear()
            return seen

        child = self.start("--every", "0.02", self.feed(numbers=[1]), NOTIFY_SOCKET=path, WATCHDOG_USEC="400000")
        hear("READY=1")
        hear("STATUS=")
        for _ in range(3):
            hear("WATCHDOG=1")
        child.send_signal(signal.SIGHUP)
        hear("RELOADING=1")
        hear("READY=1")
        child.send_signal(signal.SIGTERM)
        hear("STOPPING=1")
        child.communicate(timeout=10)
        self.assertEqual(child.returncode, 0)

    def test_the_watchdog_is_fed_while_a_server_is_slow(self):
        path = str(self.dir / "notify")
        s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        s.bind(path)
        s.settimeout(5)
        self.addCleanup(s.close)
        self.server.at("/feed", lambda handler: time.sleep(3))
        child = self.start(self.server.url("/feed"), NOTIFY_SOCKET=path, WATCHDOG_USEC="2000000")
        times, end = [time.monotonic()], time.monotonic() + 2.6
        while time.monotonic() < end:
            if "WATCHDOG=1" in s.recv(4096).decode():
                times.append(time.monotonic())
        self.assertLess(max(b - a for a, b in zip(times, times[1:])), 2)
        child.send_signal(signal.SIGTERM)
        child.communicate(timeout=10)

    def test_units_are_good(self):
        tool = shutil.which("systemd-analyze")
        if not tool:
            self.skipTest("systemd-analyze checks units")
        for name in ("mahdar-watch.service", "mahdar-watch-once.service", "mahdar-watch.timer"):
            source = ROOT / "src" / "cli" / "systemd" / (name if name.endswith("timer") else name + ".in")
            (self.dir / name).write_text(source.read_text().replace("@bindir@", "/usr/bin").replace(
                "/usr/bin/mahdar", "/bin/true"))
        for name in ("mahdar-watch.service", "mahdar-watch.timer"):
            done = subprocess.run([tool, "verify", "--man=no", str(self.dir / name)], capture_output=True,
                                  env=self.env())
            ours = [x for x in done.stderr.decode().splitlines() if "mahdar" in x]
            self.assertEqual(ours, [])


if __name__ == "__main__":
    unittest.main()
