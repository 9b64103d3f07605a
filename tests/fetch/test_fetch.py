"""Addresses asked for politely and safely, against servers of our own: robots.txt, conditional
requests, pauses, Retry-After, redirects, limits, charsets, certificates, and the guard of the own
network.

Runs build/tests/fetch_ask (or what the variable FETCH_ASK names), whose clock is made up.
    python3 -B -m unittest discover -s tests/fetch
"""
import gzip
import hashlib
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from server import Server, conditional, silent_port  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
ASK = os.path.abspath(os.environ.get("FETCH_ASK", ROOT / "build" / "tests" / "fetch_ask"))
MIB = 1 << 20


class Case(unittest.TestCase):
    def setUp(self):
        self.server = Server()
        self.addCleanup(self.server.stop)

    def ask(self, *args, private=True):
        args = (["--private"] if private else []) + [str(a) for a in args]
        done = subprocess.run([ASK, *args], capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return [json.loads(line) for line in done.stdout.splitlines()]

    def one(self, *args, **more):
        answers = self.ask(*args, **more)
        self.assertEqual(len(answers), 1)
        return answers[0]

    def get(self, path, *options, **more):
        return self.one(*options, self.server.url(path), **more)

    def robots(self, text):
        self.server.at("/robots.txt", 200, {"Content-Type": "text/plain"}, text)


class TestAnswer(Case):
    def test_page_and_what_is_known_of_it(self):
        body = "<p>خبر</p>".encode("cp1256")
        self.server.at("/a", 200, {"Content-Type": "text/html; charset=windows-1256", "ETag": 'W/"1"',
                                   "Last-Modified": "Sun, 06 Nov 1994 08:49:37 GMT"}, body)
        x = self.get("/a#part")
        self.assertEqual((x["end"], x["status"], x["len"]), ("came", 200, len(body)))
        self.assertEqual((x["type"], x["charset"]), ("text/html", "windows-1256"))
        self.assertEqual((x["etag"], x["modified"]), ('W/"1"', "Sun, 06 Nov 1994 08:49:37 GMT"))
        self.assertEqual(x["digest"], "sha256:" + hashlib.sha256(body).hexdigest())
        self.assertEqual(x["url"], self.server.url("/a"))
        self.assertRegex(x["retrieved"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")

    def test_says_who_it_is_and_keeps_no_cookies(self):
        self.server.at("/a", 200, {"Set-Cookie": "id=1; Path=/"}, b"x")
        self.server.at("/b", b"x")
        self.ask("--contact", "https://desk.example/bot", self.server.url("/a"), self.server.url("/b"))
        for path, headers, _ in self.server.seen:
            self.assertRegex(headers["User-Agent"], r"^mahdar/[0-9.]+ \(\+https://desk\.example/bot\)$")
            self.assertNotIn("Cookie", headers)
            self.assertNotIn("Referer", headers)

    def test_contact_cannot_smuggle_a_head(self):
        self.server.at("/a", b"x")
        self.get("/a", "--contact", "x\r\nEvil: 1\r\n")
        self.assertNotIn("Evil", self.server.seen[0][1])

    def test_content_encodings_are_undone(self):
        text = "نص " * 1000
        self.server.at("/gz", 200, {"Content-Encoding": "gzip"}, gzip.compress(text.encode()))
        self.server.at("/zz", 200, {"Content-Encoding": "deflate"}, zlib.compress(text.encode()))
        for path in ("/gz", "/zz"):
            self.assertEqual(self.get(path)["digest"], "sha256:" + hashlib.sha256(text.encode()).hexdigest())

    def test_damaged_packing_is_told(self):
        self.server.at("/gz", 200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 9999)[:40] + b"\xff" * 60)
        x = self.get("/gz")
        self.assertEqual(x["end"], "failed")
        self.assertIn("packed", x["why"])

    def test_statuses_in_plain_words(self):
        for status, end, word in [(404, "gone", "no such page"), (410, "gone", "taken away"),
                                  (403, "failed", "does not let us"), (500, "failed", "out of order"),
                                  (418, "failed", "418"), (304, "failed", "304")]:
            self.server.at("/s", status, {}, b"x")
            x = self.get("/s")
            self.assertEqual((x["end"], x["status"]), (end, status))
            self.assertIn(word, x["why"])

    def test_empty_page_came(self):
        self.server.at("/a", b"")
        self.assertEqual((self.get("/a")["end"], self.get("/a")["len"]), ("came", 0))

    def test_feeds_that_the_head_names(self):
        self.server.at("/a", 200, {"Link": ["</wp-json/>; rel=\"https://api.w.org/\"",
                                            "<feed/>; rel=alternate; type=\"application/rss+xml\""]}, b"x")
        x = self.get("/a")
        self.assertEqual((x["n_feeds"], x["feed"]), (1, self.server.url("/feed/")))


class TestValidators(Case):
    def test_unchanged(self):
        self.server.at("/a", conditional(b"x", '"v7"'))
        x = self.one("--etag", '"v7"', self.server.url("/a"))
        self.assertEqual((x["end"], x["status"], x["len"]), ("unchanged", 304, 0))

    def test_changed(self):
        self.server.at("/a", conditional(b"new", '"v8"'))
        x = self.one("--etag", '"v7"', self.server.url("/a"))
        self.assertEqual((x["end"], x["len"], x["etag"]), ("came", 3, '"v8"'))

    def test_validator_with_a_line_end_is_not_sent(self):
        self.server.at("/a", b"x")
        self.one("--etag", '"v"\r\nEvil: 1', self.server.url("/a"))
        self.assertNotIn("Evil", self.server.seen[-1][1])
        self.assertNotIn("If-None-Match", self.server.seen[-1][1])


class TestRobots(Case):
    def setUp(self):
        super().setUp()
        self.server.at("*", b"page")

    def test_asked_for_once_and_obeyed(self):
        self.robots("User-agent: *\nDisallow: /private\nAllow: /private/news\n")
        a, b, c = self.ask(*[self.server.url(p) for p in ("/a", "/private/x", "/private/news")])
        self.assertEqual((a["end"], b["end"], c["end"]), ("came", "refused", "came"))
        self.assertIn("robots.txt", b["why"])
        self.assertEqual(self.server.paths(), ["/robots.txt", "/a", "/private/news"])

    def test_our_own_group(self):
        self.robots("User-agent: mahdar\nDisallow: /a\n\nUser-agent: *\nDisallow: /\n")
        a, b = self.ask(self.server.url("/a"), self.server.url("/b"))
        self.assertEqual((a["end"], b["end"]), ("refused", "came"))

    def test_none_allows_all(self):
        for status in (400, 401, 403, 404, 410):
            self.server.at("/robots.txt", status, {}, b"User-agent: *\nDisallow: /")
            self.assertEqual(self.get("/a")["end"], "came", status)

    def test_out_of_order_forbids_all(self):
        for status in (500, 502, 503):
            self.server.at("/robots.txt", status, {}, b"")
            x = self.get("/a")
            self.assertEqual(x["end"], "failed")
            self.assertIn("robots.txt cannot be had", x["why"])
        self.assertNotIn("/a", self.server.paths())

    def test_out_of_order_is_asked_again_later_not_at_once(self):
        self.server.at("/robots.txt", 500, {}, b"")
        url = self.server.url("/a")
        ends = [x["end"] for x in self.ask(url, url, "--later", 400, url)]
        self.assertEqual(ends, ["failed"] * 3)
        self.assertEqual(self.server.paths(), ["/robots.txt"] * 2)

    def test_believed_for_a_day(self):
        self.robots("User-agent: *\nDisallow: /x\n")
        url = self.server.url("/a")
        self.ask(url, "--later", 80000, url, "--later", 7000, url)
        self.assertEqual(self.server.paths().count("/robots.txt"), 2)

    def test_older_one_is_better_than_none(self):
        answers = iter([(200, {}, "User-agent: *\nDisallow: /x\n"), (500, {}, b"")])
        self.server.at("/robots.txt", lambda handler: next(answers))
        a, b = self.ask(self.server.url("/a"), "--later", 90000, self.server.url("/x"))
        self.assertEqual((a["end"], b["end"]), ("came", "refused"))
        self.assertIn("does not allow", b["why"])

    def test_redirected(self):
        self.server.at("/robots.txt", 301, {"Location": "/other.txt"}, b"")
        self.server.at("/other.txt", 200, {}, "User-agent: *\nDisallow: /a\n")
        self.assertEqual(self.get("/a")["end"], "refused")

    def test_redirected_for_ever_is_none(self):
        self.server.at("/robots.txt", 302, {"Location": "/robots.txt"}, b"")
        self.assertEqual(self.get("/a")["end"], "came")
        self.assertEqual(self.server.paths().count("/robots.txt"), 6)

    def test_endless_one_is_cut(self):
        rules = "User-agent: *\nDisallow: /a\n"
        self.robots(rules + "# " + "x" * (2 * MIB) + "\nDisallow: /b\n")
        a, b = self.ask(self.server.url("/a"), self.server.url("/b"))
        self.assertEqual((a["end"], b["end"]), ("refused", "came"))

    def test_crawl_delay_up_to_a_bound(self):
        self.robots("User-agent: *\nCrawl-delay: 7\n")
        self.assertEqual([x["slept"] for x in self.ask(*[self.server.url("/a")] * 2)], [0, 7])
        self.robots("User-agent: *\nCrawl-delay: 86400\n")
        self.assertEqual([x["slept"] for x in self.ask(*[self.server.url("/a")] * 2)], [0, 30])

    def test_each_hop_is_looked_at(self):
        self.robots("User-agent: *\nDisallow: /private\n")
        self.server.at("/a", 302, {"Location": "/private/x"}, b"")
        self.assertEqual(self.get("/a")["end"], "refused")
        self.assertNotIn("/private/x", self.server.paths())


class TestPauses(Case):
    def test_a_second_between_two_requests(self):
        self.server.at("*", b"x")
        slept = [x["slept"] for x in self.ask(*[self.server.url("/%d" % i) for i in range(3)])]
        self.assertEqual(slept, [0, 1, 1])

    def test_hosts_do_not_wait_for_each_other(self):
        other = Server()
        self.addCleanup(other.stop)
        self.server.at("*", b"x")
        other.at("*", b"x")
        slept = [x["slept"] for x in self.ask(self.server.url("/"), other.url("/", "localhost"))]
        self.assertEqual(slept, [0, 0])

    def test_retry_after_is_waited_for(self):
        for status in (429, 503):
            answers = iter([(status, {"Retry-After": "20"}, b""), (200, {}, b"x")])
            self.server.at("/a", lambda handler: next(answers))
            x = self.get("/a")
            self.assertEqual((x["end"], x["slept"]), ("came", 20))

    def test_a_long_retry_after_is_told(self):
        self.server.at("/a", 429, {"Retry-After": "3600"}, b"")
        x, y = self.ask(self.server.url("/a"), self.server.url("/b"))
        self.assertEqual((x["end"], x["retry_after"], x["slept"]), ("later", 3600, 0))
        self.assertEqual((y["end"], y["slept"]), ("later", 0))
        self.assertEqual(self.server.paths(), ["/robots.txt", "/a"])  # the host is left alone

    def test_patience_ends(self):
        self.server.at("/a", 503, {"Retry-After": "25"}, b"")
        x = self.get("/a")
        self.assertEqual((x["end"], x["slept"]), ("later", 50))
        self.assertEqual(self.get("/a", "--patience", -1)["slept"], 0)

    def test_too_many_requests_without_a_time(self):
        self.server.at("/a", 429, {}, b"")
        x = self.get("/a", "--patience", -1)
        self.assertEqual((x["end"], x["retry_after"]), ("later", 30))


class TestRedirects(Case):
    def chain(self, n, status=302):
        for i in range(n):
            self.server.at("/%d" % i, status, {"Location": "/%d" % (i + 1)}, b"")
        self.server.at("/%d" % n, b"end")

    def test_five_are_followed(self):
        self.chain(5)
        x = self.get("/0")
        self.assertEqual((x["end"], x["url"], x["moved"]), ("came", self.server.url("/5"), False))

    def test_six_are_not(self):
        self.chain(6)
        x = self.get("/0")
        self.assertEqual(x["end"], "too-much")
        self.assertIn("redirects", x["why"])

    def test_loop_ends(self):
        self.server.at("/a", 302, {"Location": "/b"}, b"")
        self.server.at("/b", 302, {"Location": "/a"}, b"")
        self.assertEqual(self.get("/a")["end"], "too-much")
        self.assertEqual(len(self.server.seen), 7)

    def test_permanent_ones_are_told(self):
        self.chain(2, 308)
        self.assertTrue(self.get("/0")["moved"])

    def test_other_schemes_are_refused(self):
        for to in ("file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1:70/1", "data:text/html,x",
                   "javascript:alert(1)", "dict://127.0.0.1:11111/", "http://user:pw@127.0.0.1/",
                   "scp://127.0.0.1/x", "ldap://127.0.0.1/"):
            self.server.at("/a", 302, {"Location": to}, b"")
            x = self.get("/a")
            self.assertEqual(x["end"], "refused", to)
            self.assertIn("it leads on to", x["why"])
            self.assertEqual(x["url"], self.server.url("/a"))

    def test_other_ports_only_when_a_person_wrote_them(self):
        other = Server()
        self.addCleanup(other.stop)
        other.at("*", b"x")
        self.server.at("/a", 302, {"Location": other.url("/b")}, b"")
        x = self.get("/a")
        self.assertEqual(x["end"], "refused")
        self.assertIn("port", x["why"])
        self.assertEqual(other.connections, 0)
        self.assertEqual([y["end"] for y in self.ask(other.url("/c"), self.server.url("/a"))], ["came", "came"])
        self.assertEqual(self.one("--link", self.server.url("/a"))["end"], "refused")

    def test_redirect_without_a_place_is_no_redirect(self):
        self.server.at("/a", 302, {}, b"x")
        self.assertEqual((self.get("/a")["end"], self.get("/a")["status"]), ("failed", 302))


class TestGuard(Case):
    """Without --private nothing may even connect."""

    def names(self):
        port = self.server.port
        return ["http://127.0.0.1:%d/" % port, "http://localhost:%d/" % port, "http://127.1:%d/" % port,
                "http://2130706433:%d/" % port, "http://0x7f000001:%d/" % port, "http://017700000001:%d/" % port,
                "http://0.0.0.0:%d/" % port, "http://[::1]:%d/" % port, "http://[::ffff:127.0.0.1]:%d/" % port,
                "http://[::ffff:7f00:1]:%d/" % port, "http://%s:%d/" % (socket.gethostname(), port)]

    def test_own_machine_sees_no_connection(self):
        self.server.at("*", b"secret")
        answers = self.ask(*self.names(), private=False)
        for name, x in zip(self.names(), answers):
            self.assertNotEqual(x["end"], "came", name)
            self.assertEqual(x["len"], 0)
        self.assertEqual(answers[0]["end"], "refused")
        self.assertEqual(answers[1]["end"], "refused")
        self.assertIn("loopback", answers[1]["why"])
        self.assertIn("--allow-private", answers[0]["why"])
        time.sleep(0.1)
        self.assertEqual(self.server.connections, 0)

    def test_the_same_server_answers_when_it_may(self):
        self.server.at("*", b"secret")
        self.assertEqual(self.one("http://localhost:%d/" % self.server.port)["end"], "came")
        self.assertGreater(self.server.connections, 0)

    def test_metadata_and_private_numbers(self):
        for host in ("169.254.169.254", "10.0.0.1", "192.168.1.1", "100.100.100.200", "[fd00:ec2::254]",
                     "[fe80::1]", "[64:ff9b::a9fe:a9fe]", "[2002:7f00:1::]"):
            x = self.one("http://%s/latest/meta-data" % host, private=False)
            self.assertEqual(x["end"], "refused", host)
            self.assertEqual(x["status"], 0)

    def test_a_name_behind_a_proxy(self):
        """The proxy would connect for us: names of the inside are refused before it is asked."""
        self.server.at("*", b"secret")
        proxy = ["--http-proxy", self.server.url("")]
        for name in ("localhost", "db.internal", "127.0.0.1", "printer.local"):
            self.assertEqual(self.one(*proxy, "http://%s/" % name, private=False)["end"], "refused")
        self.assertEqual(self.server.connections, 0)

    def test_a_proxy_that_is_named_is_used(self):
        self.server.at("http://news.example/a", b"through")
        x = self.one("--http-proxy", self.server.url(""), "http://news.example/a", private=False)
        self.assertEqual((x["end"], x["len"]), ("came", 7))

    def test_proxies_of_the_environment_are_not_used(self):
        self.server.at("*", b"through")
        env = dict(os.environ, http_proxy=self.server.url(""), HTTP_PROXY=self.server.url(""),
                   all_proxy=self.server.url(""), ALL_PROXY=self.server.url(""))
        subprocess.run([ASK, "http://news.invalid/a"], env=env, capture_output=True, timeout=60)
        self.assertEqual(self.server.connections, 0)

    def test_unknown_names_are_told(self):
        x = self.one("http://no-such-host.invalid/", private=False)
        self.assertEqual(x["end"], "failed")
        self.assertIn("no such host", x["why"])


class TestLimits(Case):
    def test_too_large_by_its_own_word(self):
        self.server.at("/a", 200, {"Content-Length": str(17 * MIB)}, b"x")
        x = self.get("/a")
        self.assertEqual((x["end"], x["len"]), ("too-much", 0))
        self.assertIn("larger than 16 MiB", x["why"])

    def test_endless_body_ends(self):
        def endless(handler):
            handler.send_response(200)
            handler.end_headers()
            try:
                while True:
                    handler.wfile.write(b"x" * 65536)
            except OSError:
                pass
            handler.close_connection = True
        self.server.at("/a", endless)
        x = self.get("/a", "--most", MIB)
        self.assertEqual(x["end"], "too-much")
        self.assertIn("1 MiB", x["why"])

    def test_as_large_as_may_be(self):
        self.server.at("/a", b"x" * 1000)
        self.assertEqual(self.get("/a", "--most", 1000)["end"], "came")
        self.assertEqual(self.get("/a", "--most", 999)["end"], "too-much")

    def test_bomb(self):
        self.server.at("/a", 200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(40 * MIB), 1))
        x = self.get("/a")
        self.assertEqual(x["end"], "too-much")
        self.assertIn("larger than", x["why"])

    def test_bomb_in_a_bomb(self):
        twice = gzip.compress(gzip.compress(bytes(40 * MIB), 1), 1)
        self.server.at("/a", 200, {"Content-Encoding": "gzip, gzip"}, twice)
        self.assertEqual(self.get("/a")["end"], "too-much")

    def test_endless_head(self):
        def endless(handler):
            handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
            try:
                for i in range(100000):
                    handler.wfile.write(b"X-%d: %s\r\n" % (i, b"y" * 1000))
            except OSError:
                pass
            handler.close_connection = True
        self.server.at("/a", endless)
        self.assertIn(self.get("/a")["end"], ("too-much", "failed"))

    def test_slow_body_ends(self):
        def slow(handler):
            handler.send_response(200)
            handler.send_header("Content-Length", "100000")
            handler.end_headers()
            try:
                for _ in range(300):
                    handler.wfile.write(b"x")
                    handler.wfile.flush()
                    time.sleep(0.05)
            except OSError:
                pass
            handler.close_connection = True
        self.server.at("/a", slow)
        began = time.monotonic()
        x = self.get("/a", "--slow", 1)
        self.assertEqual(x["end"], "failed")
        self.assertIn("too long", x["why"])
        x = self.get("/a", "--whole", 0.5)
        self.assertIn("too long", x["why"])
        self.assertLess(time.monotonic() - began, 8)

    def test_silent_server(self):
        with silent_port() as s:
            x = self.one("--whole", 0.4, "http://127.0.0.1:%d/" % s.getsockname()[1])
        self.assertEqual(x["end"], "failed")
        self.assertIn("too long", x["why"])

    def test_nobody_there(self):
        with silent_port() as s:
            port = s.getsockname()[1]
        x = self.one("http://127.0.0.1:%d/" % port)
        self.assertEqual(x["end"], "failed")
        self.assertIn("no connection", x["why"])

    def test_a_dead_host_is_left_alone_for_a_minute(self):
        other = Server()
        port, url = other.port, other.url("/a")
        other.at("*", 200, {"Connection": "close"}, b"x")
        back = []

        def die(handler):
            other.stop()
            return 200, {}, b""

        def rise(handler):
            back.append(Server(port=port))
            back[0].at("*", b"x")
            return 200, {}, b""
        self.server.at("/die", die)
        self.server.at("/rise", rise)
        ends = [x["end"] for x in self.ask(url, self.server.url("/die"), url, self.server.url("/rise"), url,
                                           "--later", 61, url)]
        back[0].stop()
        self.assertEqual(ends, ["came", "came", "failed", "came", "failed", "came"])

    def test_wrong_length_breaks_off(self):
        self.server.at("/a", 200, {"Content-Length": "1000"}, b"only this")
        x = self.get("/a")
        self.assertEqual(x["end"], "failed")
        self.assertIn("broke off", x["why"])

    def test_shorter_length_takes_what_was_told(self):
        self.server.at("/a", 200, {"Content-Length": "4"}, b"only this")
        self.assertEqual(self.get("/a")["len"], 4)

    def test_no_http(self):
        for junk in (b"\x00\xff" * 100, b"SSH-2.0-OpenSSH_9\r\n", b"", b"HTTP/1.1\r\n\r\n"):
            s = silent_port()

            def talk():
                while True:
                    try:
                        c, _ = s.accept()
                        c.recv(1000)
                        c.sendall(junk)
                        c.close()
                    except OSError:
                        return
            threading.Thread(target=talk, daemon=True).start()
            x = self.one("http://127.0.0.1:%d/" % s.getsockname()[1])
            s.shutdown(socket.SHUT_RDWR)
            s.close()
            self.assertEqual(x["end"], "failed", junk)
            self.assertTrue(x["why"])


@unittest.skipUnless(shutil.which("openssl"), "openssl makes the certificates")
class TestCertificates(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.dir = pathlib.Path(tempfile.mkdtemp(prefix="mahdar-fetch-"))
        run = lambda *a: subprocess.run(["openssl", *map(str, a)], check=True, capture_output=True, cwd=cls.dir)
        ec = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        run("req", "-x509", *ec, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=test ca")
        for name, host in (("good", "IP:127.0.0.1"), ("other", "DNS:other.example")):
            run("req", *ec, "-keyout", name + ".key", "-out", name + ".csr", "-subj", "/CN=" + name)
            (cls.dir / "ext").write_text("subjectAltName=" + host)
            run("x509", "-req", "-in", name + ".csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
                "-days", "1", "-extfile", "ext", "-out", name + ".crt")
            (cls.dir / (name + ".pem")).write_text(
                (cls.dir / (name + ".key")).read_text() + (cls.dir / (name + ".crt")).read_text())

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.dir)

    def ask(self, name, *options):
        server = Server(tls=str(self.dir / (name + ".pem")))
        self.addCleanup(server.stop)
        server.at("*", b"x")
        done = subprocess.run([ASK, "--private", *options, server.url("/a")], capture_output=True, timeout=30)
        return json.loads(done.stdout), server

    def test_known_authority(self):
        self.assertEqual(self.ask("good", "--ca", str(self.dir / "ca.pem"))[0]["end"], "came")

    def test_unknown_authority(self):
        x, server = self.ask("good")
        self.assertEqual((x["end"], server.seen), ("failed", []))
        self.assertIn("certificate", x["why"])

    def test_another_name(self):
        x, server = self.ask("other", "--ca", str(self.dir / "ca.pem"))
        self.assertEqual((x["end"], server.seen), ("failed", []))
        self.assertIn("certificate", x["why"])


class TestLibcurl(unittest.TestCase):
    """It is loaded when the first address is asked for."""

    def test_without_it_a_line_says_so(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "libcurl.so.4").write_text("no library\n")
            done = subprocess.run([ASK, "http://news.example/"], capture_output=True, timeout=60,
                                  env={**os.environ, "LD_LIBRARY_PATH": folder})
        self.assertEqual(done.returncode, 1)
        self.assertIn("cannot be asked for without libcurl", done.stderr.decode())

    def test_nothing_else_begins_with_it(self):
        needed = subprocess.run(["ldd", ASK], capture_output=True, timeout=60).stdout.decode()
        self.assertIn("libc.so", needed)
        self.assertNotIn("libcurl", needed)


if __name__ == "__main__":
    unittest.main()
