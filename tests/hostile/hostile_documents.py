"""Word documents, pages saved as one file and character sets that nobody writes and somebody sends.

CASES grow in step with n, BROKEN are of a fixed size, as in make_hostile.py.
"""
import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SENTENCE = "أكد وزير الخارجية الكويتي خلال اللقاء أهمية استمرار الحوار بين البلدين. "


def document(body, packed=zipfile.ZIP_DEFLATED, head="", **parts):
    """A Word document with this between the tags of its body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packed) as z:
        z.writestr("[Content_Types].xml", "<Types/>")
        z.writestr("word/document.xml", '%s<w:document %s><w:body>%s</w:body></w:document>' % (head, W, body))
        for name, text in parts.items():
            z.writestr("word/%s.xml" % name, text)
    return out.getvalue()


def paragraph(text):
    return "<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % text


def twice(text, charset):
    return "".join(bytes([b]).decode(charset, "replace") for b in text.encode()).encode()


def saved(body, bound="b", coding="quoted-printable", end=True):
    """A page as a browser saves it in one file (MHTML)."""
    return ("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"%s\"\r\n\r\n"
            "--%s\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: %s\r\n\r\n%s\r\n%s" % (
                bound, bound, coding, body, "--%s--\r\n" % bound if end else "")).encode()


def quoted(text):
    return "".join("=%02X" % b for b in text.encode())


def parts(n):
    """Parts that are no page, and headers that never end."""
    return saved("", end=False).replace(b"text/html", b"text/css") + b"--b\r\nContent-Type: text/css\r\n" * n


CASES = {
    "mhtml-quoted": lambda n: saved(quoted("<p>%s</p>" % SENTENCE) * (n // 40)),
    "mhtml-soft-line-ends": lambda n: saved("<p>" + "=\r\n= \t\r\n" * n + quoted(SENTENCE)),
    "mhtml-parts": lambda n: parts(n) + saved("<p>" + quoted(SENTENCE)),
    "mhtml-nearly-delimiters": lambda n: saved("<p>" + "--bb\r\n--b-\r\n" * n, end=False),
    "mhtml-long-boundary": lambda n: saved("--%s\r\n" % ("b" * 198) * (n // 40), "b" * 199),
    "mhtml-fields": lambda n: b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n" + b"X: y\r\n z\r\n" * n,
    "mhtml-parameters": lambda n: b"MIME-Version: 1.0\r\nContent-Type: text/html" + b"; a=\";\"" * n + b"\r\n\r\n<p>",
    "docx-paragraphs": lambda n: document(paragraph(SENTENCE) * (n // 20)),
    "docx-runs": lambda n: document("<w:p>" + "<w:r><w:t>أكد </w:t></w:r>" * n + "</w:p>"),
    "docx-empty-paragraphs": lambda n: document("<w:p/>" * (5 * n) + paragraph(SENTENCE)),
    "docx-joined-paragraphs": lambda n: document(
        ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>أكد</w:t></w:r></w:p>") * n + paragraph(SENTENCE)),
    "docx-styles": lambda n: document(paragraph(SENTENCE), styles="<w:styles %s>%s</w:styles>" % (W, "".join(
        '<w:style w:type="paragraph" w:styleId="%d"><w:basedOn w:val="%d"/></w:style>' % (i, i + 1) for i in range(n)))),
    "windows-1256-long": lambda n: (SENTENCE * (n // 20)).encode("cp1256"),
    "utf-16-long": lambda n: (SENTENCE * (n // 20)).encode("utf-16"),
    "encoded-twice": lambda n: twice(SENTENCE * (n // 20), "cp1256"),
    "encoded-twice-and-not": lambda n: (SENTENCE.encode() + twice("لا ", "latin1")) * (n // 20),
    "broken-bytes": lambda n: (SENTENCE.encode() + b"\xff\xd8") * (n // 20),
}

BROKEN = {
    "mhtml-cut": saved("<p>" + quoted(SENTENCE) * 5)[:-40],
    "mhtml-no-boundary": saved(SENTENCE).replace(b'; boundary="b"', b""),
    "mhtml-within-itself": b"MIME-Version: 1.0\n" + b"".join(
        b"Content-Type: multipart/related; boundary=%d\n\n--%d\n" % (i, i) for i in range(2000)),
    "mhtml-noise": saved("=" * 3000 + "\xff=\xd8=4\x00" * 900, coding="base64"),
    "docx-bomb": document("<w:p/>" * 4000000),
    "docx-deep": document("<w:tbl><w:tr><w:tc>" * 100000),
    "docx-cut": document(paragraph(SENTENCE))[:-40],
    "docx-entities": document(paragraph("&b;"), head='<!DOCTYPE d [<!ENTITY a "%s">%s]>' % (
        "x" * 1000, '<!ENTITY b "%s">' % ("&a;" * 1000))),
    "docx-outside": document(paragraph("&a;"), head='<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    "docx-stored-noise": document("\ufffd" * 20000, zipfile.ZIP_STORED),
    "utf-16-halves": b"\xff\xfe" + b"\x00\xd8" * 5000,
    "utf-16-odd": SENTENCE.encode("utf-16")[:-1],
    "windows-1256-called-utf-8": b"\xef\xbb\xbf" + SENTENCE.encode("cp1256") * 20,
    "two-character-sets": SENTENCE.encode() * 5 + SENTENCE.encode("cp1256") * 5,
}
