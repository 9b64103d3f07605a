"""Inputs that nobody writes and somebody sends, each in any size.

CASES: name -> function(n) giving bytes; time and memory of reading them should grow in step
with n.  BROKEN: name -> bytes of a fixed size.  `make_hostile.py FOLDER [N]` writes them all, but for the one of 100 MB, with
n = N (200): small enough to be seeds for fuzzing.
Arabic is written plainly; bidi controls only as escapes.
"""
import argparse
import json
import os
import random

import hostile_archives
import hostile_documents
import hostile_feeds
import hostile_pages

HEAD = "عنوان التقرير\n\nنشر في 01-02-2023 | 10:00\n\n"


def text(body):
    return (HEAD + body).encode()


def article(body, **more):
    return json.dumps({"id": "x", "title": "ع", "published": "2023-02-01", "text": body, **more},
                      ensure_ascii=False).encode() + b"\n"


WORDS = ("قال أكد دعا بحث أعرب مؤكدا داعيين التزامه نرفض ستعقد سوف تم اتفق الجانبان الوزير نظيره بلاده البيان الكويت والعراق "
         "العراقي وزير الخارجية محمد أن وأن إن على إلى عن في مع بين و ( ) « » \" ، : - الذي التي مما حيث كما بعد خلال لقائه زيارة "
         "الاجتماع الحوار اتصال هاتفي قرار مجلس الأمن 2254 24 نوفمبر 2020 أمس الثلاثاء الماضي أهمية السلام اليمن والأمن كل من "
         "مجددا لم قد كان أرى رئيس الأمير مليون دولار الولايات المتحدة واشنطن ولي العهد زار استقبل قوله لبحث مثل").split()


def in_any_order(n):
    """Short texts that end in any word, with no mark after it."""
    draw = random.Random(2)
    return b"".join(article(" ".join(draw.choices(WORDS, k=draw.choice((1, 2, 3, 5, 8, 13, 30)))))
                    for _ in range(n // 20))


CASES = {
    "nested-quotations": lambda n: text("قال الوزير " + "«" * n + "نعم" + "»" * n + "."),
    "open-quotations": lambda n: text("قال الوزير «" * n),
    "nested-brackets": lambda n: text("أكد الوزير (" * n + ")" * n),
    "endless-word": lambda n: text("ا" * (10 * n)),
    "endless-word-of-clitics": lambda n: text("وفبكلسال" * n),
    "endless-number": lambda n: text("الحوار رقم " + "9" * (10 * n) + " عقد أمس."),
    "number-in-words": lambda n: text("ألف ومليون و" * n + "واحد"),
    "quotations-told-inside": lambda n: text("«" * (n // 2) + "أ ب ج د ه» قال الوزير الكويتي " * (n // 8)),
    "brackets-never-closed": lambda n: text("أكد (الوزير " * (n // 2)),
    "brackets-never-opened": lambda n: text("الوزير ) أكد " * (n // 2)),
    "act-words-in-a-sentence": lambda n: text("أكد " * (n // 10)),
    "act-words-of-all-kinds": lambda n: text("أعرب ودعا مؤكدا بحث تم نرفض التزامه " * (n // 10)),
    "participles": lambda n: text("أكد الوزير الكويتي السلام" + "، مؤكدا دعمه" * (n // 5)),
    "act-nouns": lambda n: text("أعرب الوزير عن " + "تأكيد دعم " * (n // 2)),
    "light-on-light": lambda n: text("أعرب الوزير عن " + "تأكيده على " * (n // 2)),
    "and": lambda n: text("أكد الوزير " + "و " * n + "السلام."),
    "that": lambda n: text("أكد الوزير " + "أن " * (n // 2) + "السلام مهم."),
    "adverbs": lambda n: text("فضلا عن " * (n // 2)),
    "relatives": lambda n: text("التي أعلنتها الكويت " * (n // 4)),
    "according-to": lambda n: text("أكد الوزير " + "وفق بيان " * (n // 2)),
    "acts-with-speakers": lambda n: text("أكد الوزيران أن " * (n // 10) + "السلام."),
    "nested-reporting": lambda n: text("قال إن البيان أضاف أن الوزير ذكر أن " * (n // 20)),
    "coordinated-contents": lambda n: text(
        "دعا الجانبان إلى " + "السلام في اليمن والإصلاح في لبنان و" * (n // 10) + "الأمن."),
    "actors-in-a-sentence": lambda n: text(
        "أكد " + "وزير الخارجية الكويتي ورئيس الوزراء العراقي و" * (n // 10) + "نظيره أهمية السلام."),
    "offices-without-end": lambda n: text("الأمير " * n),
    "list-of-points": lambda n: text(
        "اتفق الجانبان الكويتي والعراقي على ما يلي:\n" + "- تعزيز التعاون في الأمن\n" * (n // 6)),
    "list-in-a-sentence": lambda n: text(
        "بحث الجانبان الكويتي والعراقي " + "التعاون في التعليم، والأمن في سوريا، " * (n // 6) + "والسلام."),
    "many-states": lambda n: text("الكويت والعراق ومصر و" * (n // 5) + "قطر تدعو."),
    "names-without-end": lambda n: text("وزير الخارجية " + "محمد عبدالله " * n),
    "dates": lambda n: text("24 نوفمبر 2020 و" * (n // 5)),
    "months-without-day": lambda n: text("كانون الثاني/يناير " * (n // 5)),
    "roles": lambda n: text("الجانبان " * n),
    "meetings": lambda n: text("عقد الحوار الاستراتيجي الخامس بين الكويت ومصر. " * (n // 20)),
    "short-lines": lambda n: text("سطر\n" * n),
    "address-lines": lambda n: text("https://example.org/a\n" * n),
    "dateline-lines": lambda n: text("نشر في 28-11-2020 | 04:27\n" * (n // 5)),
    "newlines": lambda n: text("كلمة" + "\n" * (10 * n) + "كلمة"),
    "spaces": lambda n: text("قال" + " " * (10 * n) + "الوزير"),
    "full-stops": lambda n: text("." * (10 * n)),
    "bidi-controls": lambda n: text(
        "قال\u202e الوزير\u2066 إن\u200f\u200e\u202c " * (n // 5) + "\u2069" * n),
    "marks-on-one-letter": lambda n: text("ب" + "\u064e\u0651\u0323" * (3 * n)),
    "marks-out-of-order": lambda n: text("ا" + "\u0654\u0323\u0301\u05b0" * (2 * n)),
    "tatweel": lambda n: text("أ" + "ـ" * (10 * n) + "كد الوزير"),
    "zero-width": lambda n: text("أ\u200cك\u200dد\ufeff " * n),
    "json-escapes": lambda n: ('{"text": "' + "\\u0627\\u0644 " * n + '"}\n').encode(),
    "json-nested": lambda n: b'{"text": "\xd9\x86\xd8\xb9\xd9\x85", "x": ' + b"[" * n + b"]" * n + b"}\n",
    "json-many-fields": lambda n: ("{" + '"a": 1, ' * n + '"text": "قال"}\n').encode(),
    "words-in-any-order": in_any_order,
    "json-lines": lambda n: article("أكد الوزير أهمية السلام.") * (n // 10),
    **hostile_pages.CASES,
    **hostile_feeds.CASES,
}

RANDOM = random.Random(1)
BROKEN = {
    "empty": b"",
    "byte-order-mark-alone": b"\xef\xbb\xbf",
    "one-byte": b"\xd8",
    "white-space": b" \n\t \r\n" * 50,
    "zeros": b"\0" * 5000,
    "zeros-inside": text("أكد\0 الوزير\0 أهمية السلام."),
    "every-byte": bytes(range(256)) * 20,
    "noise": bytes(RANDOM.randrange(256) for _ in range(50000)),
    "cut-in-a-letter": text("أكد الوزير أهمية السلام")[:-1],
    "overlong": b"\xc0\xaf\xe0\x80\xaf" + text("نعم"),
    "surrogates": b"\xed\xa0\x80\xed\xb0\x80" + text("نعم"),
    "past-unicode": b"\xf4\x90\x80\x80\xf8\x88\x80\x80\x80" + text("نعم"),
    "picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(RANDOM.randrange(256) for _ in range(3000)),
    "windows-1256": (HEAD + "أكد وزير الخارجية أهمية السلام في المنطقة.").encode("cp1256"),
    "utf-16": (HEAD + "أكد وزير الخارجية أهمية السلام.").encode("utf-16"),
    "json-broken-in-the-middle": article("أكد الوزير أهمية السلام.") + b'{"text": "\n'
                                 + article("دعا الوزير إلى السلام."),
    "json-lone-surrogate": b'{"text": "\\ud800 x"}\n',
    "json-zero": b'{"text": "a\\u0000b"}\n',
    "json-text-is-no-text": b'{"text": 5}\n{"text": null}\n{"text": []}\n{}\n[]\n7\n',
    "days-that-are-none": text("في 31 فبراير 2023 و99-99-9999 و0/0/0 وبعد 99999999999999999999 يوما "
                               "وقبل 4294967297 سنة و30 رمضان 99999 هـ أكد الوزير السلام."),
    "ordinals-that-are-none": text("عقدت الجولة الـ99999999999999999999 من الحوار بين الكويت ومصر."),
    "published-never": article("أكد الوزير أمس أهمية السلام.", published="2023-13-45"),
    "hundred-megabyte-line": None,  # made by parts()
}


CASES.update(hostile_archives.CASES)
BROKEN.update(hostile_archives.BROKEN)
CASES.update(hostile_documents.CASES)
BROKEN.update(hostile_documents.BROKEN)


def parts(name):
    """The bytes of a BROKEN case, in parts, so that the large one needs no memory."""
    if name == "hundred-megabyte-line":
        block = "أكد الوزير ".encode() * 5000
        for _ in range(100_000_000 // len(block) + 1):
            yield block
    elif name in hostile_archives.LARGE:
        yield from hostile_archives.LARGE[name]()
    else:
        yield BROKEN[name]


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder")
    ask.add_argument("n", type=int, nargs="?", default=200)
    given = ask.parse_args()
    folder, n = given.folder, given.n
    os.makedirs(folder, exist_ok=True)
    made = {name: make(n) for name, make in CASES.items()}
    made.update((name, part) for name, part in BROKEN.items() if part is not None and len(part) < 1 << 20)
    for name, part in made.items():
        with open(os.path.join(folder, name), "wb") as f:
            f.write(part)


if __name__ == "__main__":
    main()
