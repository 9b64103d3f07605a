"""Web pages that nobody writes and somebody sends: CASES as in make_hostile.py."""

PARAGRAPH = "<p>أكد وزير الخارجية الكويتي في بيان أهمية الحوار مع العراق، ودعا إلى حل سياسي.</p>"


def page(before, after=""):
    """An article of three paragraphs with something in its midst."""
    return ("<!DOCTYPE html><html lang=ar><head><meta charset=utf-8><title>عنوان</title></head><body>"
            "<article><h1>عنوان التقرير</h1>%s%s%s%s%s</article></body></html>"
            % (PARAGRAPH, before, PARAGRAPH, after, PARAGRAPH)).encode()


CASES = {
    "page-teasers": lambda n: page(("<div><h3><a href=x>عنوان خبر من أخبار اليوم</a></h3><p>%s</p></div>" % ("أكد الوزير. " * 5))
                                   * (n // 50)),
    "page-boxes-in-boxes": lambda n: page("<div class='share related box'>" * n + PARAGRAPH),
    "page-bodies-in-bodies": lambda n: page(("<div class=article-body>" * 400 + PARAGRAPH + "</div>" * 400) * (n // 4000)),
    "page-headlines": lambda n: page("<h1>عنوان</h1><p>قصير</p>" * (n // 8)),
    "page-dressed-lines": lambda n: page("<div>" + "<span>أكد</span><br>" * (n // 4)),
    "page-nested-blocks": lambda n: page("<div>" * n, "</div>" * n),
    "page-blocks-never-closed": lambda n: page("<div><p>" * n),
    "page-ends-of-nothing": lambda n: page("</div></p></b></td></x-y>" * (n // 4)),
    "page-phrases-never-closed": lambda n: page("<b><a href=x><font>" * (n // 4)),
    "page-phrases-crosswise": lambda n: page("<b><i><p></b></i>" * (n // 4)),
    "page-nested-tables": lambda n: page("<table><tr><td>" * (n // 4)),
    "page-nested-lists": lambda n: page("<ul><li>نص" * (n // 4)),
    "page-nested-drawings": lambda n: page("<svg><g><foreignObject>" * (n // 4)),
    "page-endless-attribute": lambda n: page('<p class="' + "ا" * (5 * n)),
    "page-many-attributes": lambda n: page("<p " + "a=b " * n + ">"),
    "page-endless-name": lambda n: page("<" + "x" * (10 * n) + ">"),
    "page-less-than": lambda n: page("<" * (5 * n)),
    "page-open-comments": lambda n: page("<!--" * n),
    "page-comment-never-closed": lambda n: page("<!--" + "->" * n),
    "page-script-never-closed": lambda n: page("<script>" + "<!--<script>" * n),
    "page-title-never-closed": lambda n: page("<title>" + "</titl" * n),
    "page-ampersands": lambda n: page("<p>" + "&" * (5 * n)),
    "page-endless-reference": lambda n: page("<p>&#" + "1" * (10 * n)),
    "page-references": lambda n: page("<p>" + "&CounterClockwiseContourIntegral;&notit" * (n // 8)),
    "page-short-paragraphs": lambda n: page("<p>أكد" * n),
    "page-links": lambda n: page("<p><a href=x>أكد الوزير</a>" * (n // 2)),
    "page-line-breaks": lambda n: page("<p>" + "أكد<br><br>" * (n // 2)),
    "page-one-paragraph": lambda n: page("<p>" + "أكد الوزير " * n),
    "page-headings": lambda n: page("<h2>" + "عنوان<h2>" * (n // 2)),
    "page-metas": lambda n: page("<meta property=og:title content=عنوان>" * (n // 4)),
    "page-json-ld-nested": lambda n: page(
        "<script type=application/ld+json>" + '{"@graph":[' * n + "</script>"),
    "page-articles": lambda n: page(("</article><article><h2><a href=x>عنوان</a></h2>" + PARAGRAPH) * (n // 20)),
    "page-classes": lambda n: page("<div class='" + "article " * n + "'>" + PARAGRAPH),
}
