"""The command line as people and scripts meet it: exit codes, complaints with their place, bad
inputs, the same bytes from any number of threads, nothing lost on a full disk.

Runs the program that the variable MAHDAR names (default: build/mahdar).  Standard library only.
    python3 -B -m unittest discover -s tests/cli
"""
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(os.environ.get("MAHDAR", ROOT / "build" / "mahdar"))
COMMANDS = ["read", "page", "add", "dialogues", "show", "compare", "export", "rebuild", "copies"]
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10\x08\x06" + bytes(64)
SERIES = "KWT-USA/strategic-dialogue"

THIRD = """منبر الشاطئ
الكويت وواشنطن تختتمان جولة ثالثة من حوارهما
نشر في 21-03-2019

اختتم وزير الخارجية الكويتي صباح الخالد ونظيره الأميركي مايك بومبيو في مدينة الكويت يوم 20 مارس 2019 أعمال الحوار الاستراتيجي الثالث بين البلدين.

وأكد الجانبان أهمية استقرار العراق وسلامة حدوده.

ودعت الولايات المتحدة إلى إنهاء القطيعة بين دول الخليج.

وبحث الوزيران سبل حماية شبكات الحاسوب الحكومية من الاختراق.
"""
FIFTH = """بريد الميناء
حوار كويتي أميركي خامس في واشنطن
نشر في 27-01-2022

عقدت الكويت والولايات المتحدة في واشنطن يوم 26 يناير 2022 الحوار الاستراتيجي الخامس برئاسة وزيري الخارجية أحمد ناصر المحمد وأنتوني بلينكن.

وشدد الجانبان على أهمية استقرار العراق واستقلال قراره.

واتفق الطرفان على حماية شبكات الحاسوب الحكومية من الاختراق بفريق مشترك.

ووقع الوزيران مذكرة تفاهم بشأن المختبرات الصحية.
"""


def line(n, text=None):
    body = text or "وأكد الوزير رقم %d أن بلاده تدعم أمن الملاحة في المضيق، وتعهد بتدريب خفر السواحل." % n
    return json.dumps({"id": "a%d" % n, "outlet": "منبر الشاطئ", "published": "2021-05-%02d" % (n % 28 + 1),
                       "language": "ar", "text": body}, ensure_ascii=False)


class Case(unittest.TestCase):
    def setUp(self):
        self.dir = pathlib.Path(tempfile.mkdtemp(prefix="mahdar-cli-"))
        self.addCleanup(shutil.rmtree, self.dir, True)
        self.store = str(self.dir / "s.db")

    def env(self, **more):
        env = {k: v for k, v in os.environ.items() if not k.startswith(("MAHDAR", "LC_", "LANG", "XDG_"))}
        env.update(LC_ALL="C.UTF-8", HOME=str(self.dir), **more)
        return env

    def run_(self, *args, input=None, env=None, **more):
        return subprocess.run([PROGRAM, *map(str, args)], input=input, capture_output="stdout" not in more,
                              env=env or self.env(), timeout=300, **more)

    def file(self, name, content):
        path = self.dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    def check(self, done, code, *in_errors):
        errors = done.stderr.decode("utf-8", "replace")
        self.assertEqual(done.returncode, code, errors[-2000:])
        for wanted in in_errors:
            self.assertIn(wanted, errors)
        return done.stdout

    def records(self, stdout):
        return [json.loads(l) for l in stdout.decode().splitlines()]

    def two_rounds(self):
        files = [self.file("third.txt", THIRD), self.file("fifth.txt", FIFTH)]
        self.check(self.run_("add", "--store", self.store, *files), 0, "added 2, known 0, failed 0")


class Usage(Case):
    def test_no_arguments__short_help(self):
        out = self.check(self.run_(), 0).decode()
        for name in COMMANDS:
            self.assertRegex(out, r"(?m)^  %s " % name)

    def test_version(self):
        self.assertRegex(self.check(self.run_("--version"), 0).decode(), r"^mahdar \d+\.\d+\.\d+\n$")

    def test_help__of_every_command_with_examples(self):
        for name in COMMANDS:
            for args in ([name, "--help"], [name, "-h"], ["help", name]):
                out = self.check(self.run_(*args), 0).decode()
                self.assertIn("usage: mahdar " + name, out)
                self.assertIn("examples\n  mahdar " + name if name != "read" else "examples\n", out)
                self.assertTrue(all(len(l) <= 100 for l in out.splitlines()), out)

    def test_unknown_command__hint(self):
        self.check(self.run_("compair"), 64, "mahdar: compair: ", "did you mean compare?")
        self.check(self.run_("quux"), 64, "no such command")

    def test_unknown_option__hint(self):
        self.check(self.run_("read", "--jbos", "2", "x"), 64, "--jobs?")
        self.check(self.run_("dialogues", "--format", "text"), 64, "--format")

    def test_values__that_make_no_sense(self):
        for args in (["read", "--jobs", "0", "x"], ["read", "--jobs", "many", "x"], ["read", "--published", "2022-02-30", "x"],
                     ["read", "--published", "yesterday", "x"], ["read", "--format", "doc", "x"], ["read"], ["read", "x", "--jobs"],
                     ["compare"], ["compare", SERIES, "4"], ["compare", "--lang", "fr", SERIES], ["export"],
                     ["export", "--to", "xml"], ["export", "--to", "csv", "--what", "reports"], ["dialogues", "x"],
                     ["compare", "--json", "--html", SERIES], ["read", "--no-progress=1", "x"]):
            done = self.run_(*args)
            self.check(done, 64, "mahdar: ")
            self.assertEqual(done.stdout, b"")

    def test_double_dash__ends_options(self):
        path = self.file("--odd.txt", THIRD)
        out = self.check(self.run_("read", "--", "--odd.txt", cwd=self.dir), 0)
        self.assertEqual(len(self.records(out)), 1, path)


class Read(Case):
    def test_text__one_record(self):
        record, = self.records(self.check(self.run_("read", self.file("a.txt", THIRD)), 0))
        self.assertEqual(record["schema"], "mahdar.record/1")
        self.assertRegex(record["id"], "^sha256:[0-9a-f]{64}$")
        self.assertTrue(record["source"]["path"].endswith("a.txt"))
        for s in record["statements"]:
            self.assertLess(s["content"]["start"], s["content"]["end"])
            self.assertLessEqual(s["content"]["end"], len(record["text"]))

    def test_keys__stand_in_the_order_of_the_format(self):
        order = ["schema", "id", "source", "language", "title", "byline", "published", "updated", "text", "headings",
                 "mentions", "meetings", "statements"]
        record, = self.records(self.check(self.run_("read", self.file("a.txt", FIFTH)), 0))
        self.assertEqual(list(record), [k for k in order if k in record])

    def test_standard_input(self):
        record, = self.records(self.check(self.run_("read", "-", input=THIRD.encode()), 0))
        self.assertEqual(record["source"]["path"], "-")

    def test_published__overrides(self):
        record, = self.records(self.check(self.run_("read", "--published", "2019-03-22", self.file("a.txt", THIRD)), 0))
        self.assertEqual(record["published"], "2019-03-22")

    def test_uncoded__a_line_for_each_sentence_that_gave_nothing(self):
        missed = "ولم يعلق وزير الخارجية الكويتي على موعد افتتاح الجسر."
        lines = [line(1), line(2, "وأكد الوزير السلام.\n" + missed), line(3, "الطقس جميل.")]
        path = self.file("m.jsonl", "\n".join(lines) + "\n")
        out = self.check(self.run_("read", "--uncoded", path), 0).decode()
        self.assertEqual([l.split("\t") for l in out.splitlines()],
                         [[path + ":2", "20-73", "يعلق", "وزير الخارجية الكويتي", missed]])
        one, = self.records(self.check(self.run_("read", "--uncoded", "--json", path), 0))
        self.assertEqual(one["schema"], "mahdar.uncoded/1")
        self.assertEqual((one["path"], one["line"], one["id"]), (path, 2, "a2"))
        record = self.records(self.check(self.run_("read", path), 0))[1]
        self.assertEqual(one["report"], record["id"])
        for name in ("sentence", "trigger", "actor"):
            self.assertEqual(record["text"][one[name]["start"]:one[name]["end"]], one[name]["quote"])
        self.assertEqual((one["trigger"]["form"], one["trigger"]["act"]), ("verb", "state"))
        self.assertEqual(one["actor"]["codes"], ["KWT"])

    def test_uncoded__the_same_bytes_from_any_number_of_threads(self):
        lines = [line(i, "ولم يعلق الوزير الكويتي على الموعد رقم %d. " % i * (i % 40 + 1)) for i in range(2000)]
        path = self.file("many.jsonl", "\n".join(lines) + "\n")
        one = self.check(self.run_("read", "--uncoded", "--jobs", 1, path), 0)
        self.assertGreater(one.count(b"\n"), 2000)
        self.assertEqual(self.check(self.run_("read", "--uncoded", "--jobs", 3, path), 0), one)

    def test_uncoded__only_reading_takes_it(self):
        self.check(self.run_("add", "--uncoded", "x"), 64, "--uncoded")

    def test_copies__the_oldest_first_and_how_much_is_shared(self):
        news = ("رست السفينة الأولى في ميناء التوت فجر الثلاثاء وعلى متنها ستة آلاف طن من القمح المخصص لمطاحن الجنوب، "
                "وسيستغرق التفريغ ثلاثة أيام بسبب ضيق الرصيف القديم.")
        other = "تأخر قطار الشمال ساعتين أمس بعدما غمرت السيول السكة عند الجسر الحجري، ونقل الركاب بالحافلات إلى المدينة."
        rows = [("a", "2021-05-03", news), ("b", "2021-05-02", other), ("c", "2021-05-02T08:00", "مراسلنا: " + news),
                ("d", None, news)]
        lines = [json.dumps({"id": i, "outlet": i, "published": day, "text": text} if day else {"id": i, "text": text},
                            ensure_ascii=False) for i, day, text in rows]
        path = self.file("wire.jsonl", "\n".join(lines) + "\n")
        out = self.check(self.run_("copies", path), 0).decode().splitlines()
        self.assertEqual([(l.split("\t")[0], l.split("\t")[4]) for l in out],
                         [("first", path + ":3"), ("copy", path + ":1"), ("same", path + ":4")])
        group, = self.records(self.check(self.run_("copies", "--json", path), 0))
        self.assertEqual(group["schema"], "mahdar.copies/1")
        self.assertEqual([(t["id"], t["kind"], t.get("of")) for t in group["texts"]],
                         [("c", "first", None), ("a", "copy", 0), ("d", "same", 1)])
        record = self.records(self.check(self.run_("read", path), 0))[2]
        self.assertEqual(group["texts"][0]["report"], record["id"])
        self.assertTrue(0.9 < group["texts"][1]["share"] <= 1)

    def test_copies__what_cannot_be_read_is_named_and_the_rest_done(self):
        done = self.run_("copies", self.file("photo.txt", PNG), self.file("a.txt", THIRD), self.file("b.txt", THIRD))
        out = self.check(done, 65, "photo.txt").decode().splitlines()
        self.assertEqual([l.split("\t")[0] for l in out], ["first", "same"])
        self.check(self.run_("copies", "/nowhere/a.txt"), 66, "/nowhere/a.txt")
        self.assertEqual(self.check(self.run_("copies", self.file("one.txt", FIFTH)), 0), b"")

    def test_missing__66_and_the_others_done(self):
        done = self.run_("read", "/nowhere/a.txt")
        self.check(done, 66, "mahdar: /nowhere/a.txt: ")
        done = self.run_("read", "/nowhere/a.txt", self.file("a.txt", THIRD))
        self.assertEqual(len(self.records(self.check(done, 66))), 1)

    def test_empty__65(self):
        self.check(self.run_("read", self.file("empty.txt", b"")), 65, "empty.txt")

    def test_empty_json_lines__nothing_to_do(self):
        self.assertEqual(self.check(self.run_("read", "--format", "jsonl", "-", input=b""), 0), b"")

    def test_picture__65(self):
        self.check(self.run_("read", self.file("a.png", PNG)), 65, "a.png")

    def test_broken_utf8__the_rest_is_read(self):
        good = THIRD.encode()
        cut = good.rindex("الجانبان".encode())
        broken = self.file("b.txt", good[:cut] + b"\xff" + good[cut:])
        got = self.records(self.check(self.run_("read", broken), 0))
        whole = self.records(self.check(self.run_("read", self.file("g.txt", good)), 0))
        self.assertGreater(len(got[0]["statements"]), 0)
        self.assertEqual([s["act"] for s in got[0]["statements"]],
                         [s["act"] for s in whole[0]["statements"]])

    def test_other_encodings__the_same_record(self):
        text = FIFTH.encode("cp1256", "replace").decode("cp1256")
        want = self.records(self.check(self.run_("read", self.file("w.txt", text)), 0))
        for encoding in ("cp1256", "iso8859_6", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"):
            page = self.file("w.txt", text.encode(encoding, "replace"))
            got = self.records(self.check(self.run_("read", page), 0))
            self.assertEqual(got[0]["statements"], want[0]["statements"], encoding)

    def test_broken_line__its_number_and_the_others_done(self):
        lines = [line(1), line(2), '{"text": "مبتور', line(4), "[]", line(6)]
        done = self.run_("read", self.file("m.jsonl", "\n".join(lines) + "\n"))
        got = self.records(self.check(done, 65, "m.jsonl: line 3", "m.jsonl: line 5"))
        self.assertEqual([r["source"]["id"] for r in got], ["a1", "a2", "a4", "a6"])

    def test_blank_lines_crlf_and_byte_order_mark(self):
        text = "\ufeff" + line(1) + "\r\n\r\n   \n" + line(2)
        got = self.records(self.check(self.run_("read", self.file("m.jsonl", text)), 0))
        self.assertEqual([r["source"]["id"] for r in got], ["a1", "a2"])

    def test_huge_line__an_error_for_that_line_in_flat_memory(self):
        path = self.dir / "huge.jsonl"
        with open(path, "wb") as f:
            f.write((line(1) + "\n").encode() + b'{"text": "')
            for _ in range(100):
                f.write(b"x" * 1000000)
            f.write(b'"}\n' + (line(3) + "\n").encode())
        for jobs in (1, 3):
            before = time.monotonic()
            got = self.records(self.check(self.run_("read", "--jobs", jobs, path), 65, "huge.jsonl: line 2", "16 MiB"))
            self.assertEqual([r["source"]["id"] for r in got], ["a1", "a3"])
            self.assertLess(time.monotonic() - before, 60)

    def test_huge_text__65(self):
        path = self.file("huge.txt", ("كلام " * 2000 + "\n").encode() * 2000)
        self.check(self.run_("read", path), 65, "huge.txt", "16 MiB")

    def test_folder__sorted_and_recursive(self):
        for name in ("b/2.jsonl", "a.jsonl", "b/1.jsonl", "c.jsonl", ".hidden/x.jsonl"):
            self.file("in/" + name, line(len(name) + ord(name[0])) + "\n")
        os.symlink(self.dir / "in", self.dir / "in" / "b" / "loop")
        got = self.records(self.check(self.run_("read", "in", cwd=self.dir), 0))
        self.assertEqual([r["source"]["path"] for r in got], ["in/a.jsonl", "in/b/1.jsonl", "in/b/2.jsonl", "in/c.jsonl"])

    @unittest.skipIf(os.geteuid() == 0, "root reads everything")
    def test_unreadable_folder__65(self):
        os.mkdir(self.dir / "locked", 0)
        self.check(self.run_("read", self.dir / "locked"), 65, "locked")

    def test_jobs__the_same_bytes_and_the_same_complaints(self):
        lines = [line(i, None if i % 7 else "وقال متحدث إن اللقاء رقم %d كان وديا. " % i * (i % 40 + 1)) for i in range(3000)]
        lines[1234] = "{broken"
        path = self.file("many.jsonl", "\n".join(lines) + "\n")
        one = self.run_("read", "--jobs", 1, path, "/nowhere", path)
        self.check(one, 65, "many.jsonl: line 1235", "/nowhere")
        for jobs in (2, 3, 8):
            many = self.run_("read", "--jobs", jobs, path, "/nowhere", path)
            self.assertEqual(many.returncode, 65)
            self.assertEqual(many.stdout, one.stdout)
            self.assertEqual(many.stderr, one.stderr)

    def test_pipe__records_come_while_input_stays_open(self):
        for jobs in (1, 2):
            p = subprocess.Popen([PROGRAM, "read", "--format", "jsonl", "--jobs", str(jobs), "-"], env=self.env(),
                                 stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            p.stdin.write((line(1) + "\n" + " " * 5000 + "\n").encode())
            p.stdin.flush()
            self.assertIn(b'"a1"', p.stdout.readline())
            p.communicate()
            self.assertEqual(p.returncode, 0)

    def test_interrupt__whole_lines_only(self):
        p = subprocess.Popen([PROGRAM, "read", "--format", "jsonl", "-"], env=self.env(), stdin=subprocess.PIPE,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        p.stdin.write((line(1) + "\n" + " " * 5000 + "\n").encode())
        p.stdin.flush()
        first = p.stdout.readline()
        p.send_signal(signal.SIGINT)
        self.assertEqual(p.wait(30), 130)
        out, err = p.communicate()
        self.assertTrue((first + out).endswith(b"\n"))
        self.assertIn(b"interrupted", err)

    def test_control_characters__never_reach_the_terminal_through_errors(self):
        done = self.run_("read", "/nowhere/\x1b[31m\u202e.txt")
        self.check(done, 66)
        self.assertNotIn(b"\x1b", done.stderr)
        self.assertNotIn("\u202e".encode(), done.stderr)


class Output(Case):
    def test_full_disk__74(self):
        path = self.file("m.jsonl", "\n".join(line(i) for i in range(2000)))
        for args in (["read", "--jobs", "1", path], ["read", "--jobs", "3", path], ["--version"], ["help", "read"]):
            with open("/dev/full", "wb") as full:
                done = self.run_(*args, stdout=full, stderr=subprocess.PIPE)
            self.assertEqual(done.returncode, 74, args)
            self.assertIn(b"standard output", done.stderr)

    def test_closed_pipe__74_without_noise(self):
        path = self.file("m.jsonl", "\n".join(line(i, "وأكد الجانبان عمق الصلات بينهما. " * 50) for i in range(3000)))
        for jobs in ("1", "3"):
            p = subprocess.Popen([PROGRAM, "read", "--jobs", jobs, path], env=self.env(), stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE)
            p.stdout.readline()
            p.stdout.close()
            self.assertEqual(p.stderr.read(), b"")
            self.assertEqual(p.wait(60), 74)
            p.stderr.close()

    def test_no_progress__where_standard_error_is_no_terminal(self):
        done = self.run_("read", self.file("a.txt", THIRD))
        self.assertEqual(done.stderr, b"")


class Store(Case):
    def test_add__twice_is_once(self):
        path = self.file("m.jsonl", "\n".join(line(i) for i in range(5)) + "\n")
        self.check(self.run_("add", "--store", self.store, path), 0, "added 5, known 0, failed 0")
        done = self.run_("add", "--json", "--store", self.store, path)
        told = json.loads(self.check(done, 0, "added 0, known 5, failed 0"))
        self.assertEqual((told["added"], told["known"], told["failed"]), (0, 5, 0))
        out = self.check(self.run_("export", "--to", "jsonl", "--store", self.store), 0)
        self.assertEqual(len(self.records(out)), 5)

    def test_add__a_broken_line_does_not_stop_it(self):
        path = self.file("m.jsonl", line(1) + "\n{\n" + line(3) + "\n")
        self.check(self.run_("add", "--store", self.store, path), 65, "m.jsonl: line 2", "added 2, known 0, failed 1")

    def test_store__from_the_environment_and_the_default_folder(self):
        path = self.file("a.txt", THIRD)
        self.check(self.run_("add", path, env=self.env(MAHDAR_STORE=self.store)), 0)
        self.assertTrue(os.path.exists(self.store))
        self.check(self.run_("add", path, env=self.env(XDG_DATA_HOME=str(self.dir / "data"))), 0)
        self.assertTrue((self.dir / "data" / "mahdar" / "mahdar.db").exists())
        self.check(self.run_("add", path), 0)
        self.assertTrue((self.dir / ".local" / "share" / "mahdar" / "mahdar.db").exists())

    def test_store__missing(self):
        for args in (["dialogues"], ["show", SERIES], ["compare", SERIES], ["export", "--to", "csv"]):
            self.check(self.run_(*args, "--store", self.dir / "none.db"), 66, "none.db")
        self.assertFalse((self.dir / "none.db").exists())

    def test_store__that_is_none(self):
        path = self.file("not.db", "this is no database at all\n" * 200)
        for args in (["dialogues"], ["add", self.file("a.txt", THIRD)]):
            self.check(self.run_(*args, "--store", path), 65, "not.db")
        self.assertEqual(open(path).read(), "this is no database at all\n" * 200)

    def test_store__of_a_server_69(self):
        self.check(self.run_("dialogues", "--store", "postgresql://host/db"), 69)

    @unittest.skipIf(os.geteuid() == 0, "root writes everywhere")
    def test_store__in_a_folder_that_is_read_only(self):
        os.mkdir(self.dir / "fixed", 0o555)
        self.check(self.run_("add", "--store", self.dir / "fixed" / "s.db", self.file("a.txt", THIRD)), 74, "s.db")

    @unittest.skipUnless(os.geteuid() == 0 and shutil.which("mount"), "a small file system needs root")
    def test_store__on_a_full_disk_loses_nothing_acknowledged(self):
        small = self.dir / "small"
        small.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(small)], capture_output=True).returncode:
            self.skipTest("mount is not allowed here")
        self.addCleanup(subprocess.run, ["umount", str(small)], capture_output=True)
        body = "وأكد الجانبان أن صلات الشعبين راسخة وأن التبادل بينهما ينمو عاما بعد عام. " * 40
        path = self.file("m.jsonl", "\n".join(line(i, "%d %s" % (i, body)) for i in range(3000)) + "\n")
        done = self.run_("add", "--store", small / "s.db", path)
        self.check(done, 74, "added ")
        added = int(re.search(r"added (\d+)", done.stderr.decode())[1])
        kept = self.dir / "s.db"
        for name in os.listdir(small):
            shutil.copy(small / name, kept.with_name(name))
        got = self.records(self.check(self.run_("export", "--to", "jsonl", "--store", kept), 0))
        self.assertGreaterEqual(len(got), added)

    def test_kill__nothing_that_was_acknowledged_is_lost(self):
        first = self.file("one.jsonl", "\n".join(line(i) for i in range(20)) + "\n")
        self.check(self.run_("add", "--store", self.store, first), 0, "added 20")
        p = subprocess.Popen([PROGRAM, "add", "--store", self.store, "--format", "jsonl", "-"], env=self.env(),
                             stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        p.stdin.write("".join(line(i) + "\n" for i in range(100, 900)).encode())
        p.stdin.flush()
        time.sleep(0.3)
        p.kill()
        p.communicate()
        got = self.records(self.check(self.run_("export", "--to", "jsonl", "--store", self.store), 0))
        self.assertLessEqual({"a%d" % i for i in range(20)}, {r["source"]["id"] for r in got})

    def test_rebuild__changes_nothing_with_the_same_reader(self):
        self.two_rounds()
        before = self.check(self.run_("export", "--to", "jsonl", "--store", self.store), 0)
        told = json.loads(self.check(self.run_("rebuild", "--json", "--store", self.store), 0))
        self.assertEqual(told["reports"], 2)
        self.assertEqual(self.check(self.run_("export", "--to", "jsonl", "--store", self.store), 0), before)


class Register(Case):
    def setUp(self):
        super().setUp()
        self.two_rounds()

    def ask(self, *args, code=0, env=None):
        return self.check(self.run_(*args, "--store", self.store, env=env), code).decode()

    def test_dialogues(self):
        told = json.loads(self.ask("dialogues", "--json"))
        self.assertEqual(told["schema"], "mahdar.dialogues/1")
        series, = [s for s in told["series"] if s["name"] == SERIES]
        held = [r for r in series["rounds"] if not r.get("next")]
        self.assertEqual([r["ordinal"] for r in held], [3, 5])
        self.assertIn(SERIES, self.ask("dialogues"))

    def test_show(self):
        told = json.loads(self.ask("show", SERIES + "@3", "--json"))
        self.assertEqual((told["schema"], told["series"], told["round"]["ordinal"]), ("mahdar.round/1", SERIES, 3))
        text = self.ask("show", SERIES + "@3", "--lang", "en")
        for p in told["positions"]:
            for s in p["statements"]:
                self.assertIn(s["quote"], text)

    def test_series__in_any_case_and_order(self):
        same = self.ask("compare", SERIES, "--json")
        self.assertEqual(self.ask("compare", "usa-kwt/Strategic-Dialogue", "--json"), same)
        self.assertEqual(self.ask("compare", SERIES, "3", "@5", "--json"), same)

    def test_unknown_series__the_near_ones(self):
        done = self.run_("compare", "KWT-USA/strategic-dialog", "--store", self.store)
        self.check(done, 66, SERIES)
        done = self.run_("show", SERIES + "@9", "--store", self.store)
        self.check(done, 66, "3", "5")

    def test_compare__json(self):
        told = json.loads(self.ask("compare", SERIES, "--json"))
        self.assertEqual((told["schema"], told["series"]), ("mahdar.compare/1", SERIES))
        self.assertEqual((told["earlier"]["ordinal"], told["later"]["ordinal"]), (3, 5))
        self.assertTrue(told["files"] and told["positions"])
        for p in told["positions"]:
            self.assertIn(p["status"], ("reaffirmed", "advanced", "new", "not-repeated"))
            for e in p["earlier"] + p["later"]:
                self.assertTrue(e["quote"] in THIRD or e["quote"] in FIFTH, e["quote"])

    def test_compare__terminal_text_in_both_languages(self):
        english, arabic = self.ask("compare", SERIES, "--lang", "en"), self.ask("compare", SERIES, "--lang", "ar")
        self.assertIn("not found in the reports read", english)
        self.assertIn("لم يرد في التقارير المقروءة", arabic)
        self.assertEqual(self.ask("compare", SERIES, env={**self.env(), "LC_ALL": "ar_KW.UTF-8"}), arabic)
        for text in (english, arabic):
            self.assertFalse(re.search("[\x1b\u2066-\u2069]", text), "layout does not belong into a pipe")

    def test_compare__page(self):
        page = self.ask("compare", SERIES, "--html", "--lang", "ar")
        self.assertTrue(page.startswith("<!DOCTYPE html>"))
        self.assertIn('<html lang="ar" dir="rtl">', page)
        self.assertIn("default-src 'none'", page)
        self.assertNotRegex(page, r"(?i)<(link|img|iframe)|src=|url\(|@import")
        target = self.dir / "page.html"
        self.assertEqual(self.ask("compare", SERIES, "--html", target, "--lang", "ar"), "")
        self.assertEqual(target.read_text("utf-8"), page)
        self.assertEqual(self.ask("compare", SERIES, "--html=%s" % target, "--lang", "en"), "")
        self.assertIn('<html lang="en" dir="ltr">', target.read_text("utf-8"))

    def test_compare__page_that_cannot_be_written(self):
        self.ask("compare", SERIES, "--html=/nowhere/page.html", code=74)
        done = self.run_("compare", SERIES, "--html=/dev/full", "--store", self.store)
        self.check(done, 74, "/dev/full")

    def test_export__csv_opens_in_spreadsheets(self):
        import csv
        import io
        for what in ("statements", "positions", "rounds"):
            text = self.ask("export", "--to", "csv", "--what", what)
            self.assertTrue(text.startswith("\ufeff"))
            rows = list(csv.DictReader(io.StringIO(text[1:], newline="")))
            self.assertTrue(rows)
            self.assertTrue(all(None not in r and None not in r.values() for r in rows))
        self.assertEqual({r["series"] for r in rows}, {SERIES})

    def test_export__json_lines(self):
        for what in ("reports", "statements", "positions", "rounds"):
            self.assertTrue(self.records(self.ask("export", "--to", "jsonl", "--what", what).encode()))


if __name__ == "__main__":
    unittest.main()
