"""Copies of one text in the register: the oldest is the evidence, the others are coverage; what is said
does not grow with them, and nothing depends on the order in which they were added.

Runs the program that the variable MAHDAR names (default: build/mahdar).  Standard library only.
"""
import json
import os
import pathlib
import random
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(os.environ.get("MAHDAR", ROOT / "build" / "mahdar"))
SERIES = "KWT-USA/strategic-dialogue"
STORY = ROOT / "examples" / "2022-01-round5-almarfa.txt"
PAGE = "%s\n%s\n\n%s\n\nنشر في %s\n\n%s\n"


class Coverage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.dir = pathlib.Path(tempfile.mkdtemp(prefix="mahdar-coverage-"))
        cls.addClassCleanup(shutil.rmtree, cls.dir, True)
        body = STORY.read_text().split("شارك  تغريد  واتساب  طباعة")[1].strip()
        paragraphs = body.split("\n\n")
        cls.examples = sorted(str(p) for p in (ROOT / "examples").glob("*.txt"))
        cls.copies = [
            # later than the example, spelled its own way
            cls.write("a.txt", "صحيفة السارية", "https://sariya.example/1", "ختام الحوار الخامس", "29-01-2022",
                      body.replace("أكد", "اكد").replace("التزامها", "إلتزامها").replace("واتفق الجانبان", "كما اتفق الجانبان")),
            # the first paragraphs
            cls.write("b.txt", "جريدة الشراع", "https://shiraa.example/9", "واشنطن والكويت", "29-01-2022",
                      "\n\n".join(paragraphs[:5])),
            # the same newspaper a day later, with a paragraph more
            cls.write("c.txt", "صحيفة المرفأ", "https://www.almarfa.example.com/local/2022/01/28/6630",
                      "مذكرة صحية وخطة سيبرانية", "29-01-2022",
                      body + "\n\nويعود الوفد إلى البلاد مساء غد على متن طائرة تجارية عبر لندن."),
        ]
        cls.plain = cls.store("plain", cls.examples)
        cls.full = cls.store("full", cls.examples + cls.copies)

    @classmethod
    def write(cls, name, *parts):
        (cls.dir / name).write_text(PAGE % parts)
        return str(cls.dir / name)

    @classmethod
    def store(cls, name, paths):
        store = str(cls.dir / (name + ".db"))
        subprocess.run([PROGRAM, "add", "--store", store] + paths, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, timeout=60)
        return store

    def out(self, store, *args):
        return subprocess.run([PROGRAM, args[0], "--store", store, *args[1:]], check=True, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL,
                              timeout=60).stdout.decode()

    def compare(self, store):
        return json.loads(self.out(store, "compare", "--json", SERIES, "4", "5"))

    def test_what_is_said_does_not_grow(self):
        plain, full = self.compare(self.plain), self.compare(self.full)
        self.assertEqual(len(full["later"]["reports"]), len(plain["later"]["reports"]) + 3)
        self.assertEqual([(p["topic"], p["status"], [e["quote"] for e in p["earlier"]], [e["quote"] for e in p["later"]])
                          for p in full["positions"]],
                         [(p["topic"], p["status"], [e["quote"] for e in p["earlier"]], [e["quote"] for e in p["later"]])
                          for p in plain["positions"]])

    def test_the_oldest_is_the_evidence_and_the_others_are_told(self):
        evidence = [e for p in self.compare(self.full)["positions"] for e in p["later"]]
        self.assertNotIn("2022-01-29", {e["published"] for e in evidence})
        carried = [e for e in evidence if "copies" in e]
        self.assertTrue(carried)
        self.assertEqual({e["published"] for e in carried}, {"2022-01-28"})
        kinds = {}
        for e in carried:
            for c in e["copies"]:
                self.assertTrue(c["report"].startswith("sha256:") and c["published"] == "2022-01-29")
                self.assertTrue(0.9 < c["share"] <= 1)
                kinds.setdefault(c["kind"], set()).add(c["outlet"])
        self.assertEqual(set(kinds), {"copy", "part", "update"})
        self.assertEqual(kinds["update"], {e["outlet"] for e in carried})
        # what stands behind the first paragraphs is not carried by who prints only those
        self.assertIn(2, {len(e["copies"]) for e in carried})
        self.assertIn(3, {len(e["copies"]) for e in carried})

    def test_people_are_told(self):
        for args in (["show", SERIES + "@5"], ["compare", SERIES, "4", "5"]):
            text = self.out(self.full, *args)
            self.assertRegex(text, r"also in .*\(updated\)")
            self.assertNotIn("also in", self.out(self.plain, *args))
        self.assertIn("ورد أيضًا في", self.out(self.full, "show", "--lang", "ar", SERIES + "@5"))
        page = self.out(self.full, "compare", "--html", SERIES, "4", "5")
        self.assertIn('<p class="carried">ورد أيضًا في', page)
        self.assertIn("29 يناير 2022", page)
        outlets = page.split("<dt>وسائل الإعلام</dt><dd>")[2].split("</dd>")[0]
        for name in ("صحيفة المرفأ", "shiraa.example", "sariya.example"):
            self.assertEqual(outlets.count(name), 1, outlets)

    def test_the_order_of_adding_does_not_matter(self):
        want = [self.out(self.full, "compare", "--json", SERIES, "4", "5"), self.out(self.full, "show", SERIES + "@5")]
        for seed in range(3):
            paths = self.examples + self.copies
            random.Random(seed).shuffle(paths)
            store = self.store("shuffled%d" % seed, paths)
            self.assertEqual([self.out(store, "compare", "--json", SERIES, "4", "5"),
                              self.out(store, "show", SERIES + "@5")], want)

    def test_a_rebuild_finds_the_same(self):
        before = self.out(self.full, "compare", "--json", SERIES, "4", "5")
        self.out(self.full, "rebuild")
        self.assertEqual(self.out(self.full, "compare", "--json", SERIES, "4", "5"), before)

    def test_a_day_given_later_changes_who_is_the_oldest(self):
        store = self.store("days", self.examples + self.copies[:1])
        copy = self.copies[0]
        self.out(store, "add", "--published", "2022-01-27", copy)
        evidence = [e for p in self.compare(store)["positions"] for e in p["later"] if "copies" in e]
        self.assertTrue(evidence)
        self.assertEqual({e["published"] for e in evidence}, {"2022-01-27"})
        self.assertEqual({c["published"] for e in evidence for c in e["copies"]}, {"2022-01-28"})


if __name__ == "__main__":
    unittest.main()
