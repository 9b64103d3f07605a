"""Do our trees of pages agree with lexbor's (by way of resiliparse)?

    tree_agrees.py PAGE_TREE FOLDER

For each text of a page: is it there, and in the same elements?  Elements that we do not make up
where the page has no tags for them (html, head, body, tbody, colgroup) are not looked at, nor is
what a template holds, which lexbor keeps out of its tree.
"""
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from resiliparse.parse.encoding import detect_encoding
from resiliparse.parse.html import HTMLTree, NodeType

NOT_MADE_UP = {"html", "head", "body", "tbody", "colgroup"}


def ours(page_tree, page):
    done = subprocess.run([page_tree], input=page.encode("utf-8", "replace"), check=True,
                          stdout=subprocess.PIPE)
    for line in done.stdout.decode("utf-8", "replace").split("\n")[:-1]:
        element, path, text = line.split("\t", 2)
        names = path.split("/")[1:]
        if "template" not in names:
            yield element, tuple(n for n in names if n not in NOT_MADE_UP), json.loads(text)


def theirs(page):
    stack = [(HTMLTree.parse(page).document, (), 0)]
    seen = 0
    while stack:
        node, path, element = stack.pop()
        if node.type == NodeType.TEXT:
            yield element, path, node.text
            continue
        if node.type == NodeType.ELEMENT and node.tag not in NOT_MADE_UP:
            path += (node.tag,)
        seen += 1
        within, child = [], node.first_child
        while child is not None:
            if child.type in (NodeType.TEXT, NodeType.ELEMENT):
                within.append((child, path, seen))
            child = child.next
        stack += reversed(within)


def joined(texts):
    """Texts next to each other in one element are one; white space counts for nothing."""
    out, last = [], None
    for element, path, text in texts:
        if element == last:
            out[-1][1] += text
        else:
            out.append([path, text])
        last = element
    return [(path, " ".join(text.split())) for path, text in out if text.strip()]


def main():
    page_tree, folder = sys.argv[1:]
    pages = alike = 0
    texts, same = 0, 0
    for path in sorted(Path(folder).glob("*.html")):
        raw = path.read_bytes()
        page = raw.decode(detect_encoding(raw), "replace").replace("\0", "\ufffd").lstrip("\ufeff")
        a, b = joined(ours(page_tree, page)), joined(theirs(page))
        pages += 1
        alike += a == b
        texts += len(b)
        same += sum((Counter(a) & Counter(b)).values())
        if a != b:
            print("%s: %d texts, lexbor has %d" % (path.name, len(a), len(b)))
    print("%d of %d pages, %d of %d texts stand in the same elements as in lexbor's tree" % (
        alike, pages, same, texts))


main()
