/* html - from the bytes of a web page to a tree.
 *
 * Takes UTF-8 (the page room has decoded it).  Follows the HTML standard's tokenizer, and of
 * its tree construction what pages need: implied ends, void and raw elements, tables that are
 * not closed.  What is different: a tag that closes an element further out closes all within,
 * nothing is moved in front of a table, and nodes deeper than MH_HTML_DEEPEST hang from there.
 *
 * Nodes lie in one array in the order of the page, so that a walk is a loop and a node with
 * all that it holds is the stretch [i, nodes[i].end).  Text and attributes stay where they are
 * in the page; character references are resolved when somebody asks.
 */
#ifndef MH_HTML_H
#define MH_HTML_H

#include "../base/base.h"

enum { MH_HTML_DEEPEST = 512 };

/* Elements that somebody asks for by name; all others are MH_HTML_OTHER. */
/* clang-format off */
#define MH_HTML_TAGS(X) \
  X(A, "a") X(ABBR, "abbr") X(ADDRESS, "address") X(AMP_IMG, "amp-img") \
  X(APPLET, "applet") X(AREA, "area") X(ARTICLE, "article") X(ASIDE, "aside") \
  X(AUDIO, "audio") X(B, "b") X(BASE, "base") X(BASEFONT, "basefont") \
  X(BGSOUND, "bgsound") X(BIG, "big") X(BLOCKQUOTE, "blockquote") X(BODY, "body") \
  X(BR, "br") X(BUTTON, "button") X(CAPTION, "caption") X(CENTER, "center") \
  X(CITE, "cite") X(CODE, "code") X(COL, "col") X(COLGROUP, "colgroup") X(DD, "dd") \
  X(DEL, "del") X(DESC, "desc") X(DETAILS, "details") X(DIALOG, "dialog") \
  X(DIR, "dir") X(DIV, "div") X(DL, "dl") X(DT, "dt") X(EM, "em") X(EMBED, "embed") \
  X(FIELDSET, "fieldset") X(FIGCAPTION, "figcaption") X(FIGURE, "figure") \
  X(FONT, "font") X(FOOTER, "footer") X(FOREIGNOBJECT, "foreignobject") \
  X(FORM, "form") X(FRAME, "frame") X(FRAMESET, "frameset") X(H1, "h1") X(H2, "h2") \
  X(H3, "h3") X(H4, "h4") X(H5, "h5") X(H6, "h6") X(HEAD, "head") X(HEADER, "header") \
  X(HGROUP, "hgroup") X(HR, "hr") X(HTML, "html") X(I, "i") X(IFRAME, "iframe") \
  X(IMG, "img") X(INPUT, "input") X(INS, "ins") X(KEYGEN, "keygen") X(LABEL, "label") \
  X(LEGEND, "legend") X(LI, "li") X(LINK, "link") X(LISTING, "listing") \
  X(MAIN, "main") X(MARK, "mark") X(MARQUEE, "marquee") X(MATH, "math") \
  X(MENU, "menu") X(META, "meta") X(NAV, "nav") X(NOBR, "nobr") X(NOEMBED, "noembed") \
  X(NOFRAMES, "noframes") X(NOSCRIPT, "noscript") X(OBJECT, "object") X(OL, "ol") \
  X(OPTGROUP, "optgroup") X(OPTION, "option") X(P, "p") X(PARAM, "param") \
  X(PICTURE, "picture") X(PLAINTEXT, "plaintext") X(PRE, "pre") X(Q, "q") X(RB, "rb") \
  X(RP, "rp") X(RT, "rt") X(RTC, "rtc") X(RUBY, "ruby") X(S, "s") X(SCRIPT, "script") \
  X(SEARCH, "search") X(SECTION, "section") X(SELECT, "select") X(SMALL, "small") \
  X(SOURCE, "source") X(SPAN, "span") X(STRIKE, "strike") X(STRONG, "strong") \
  X(STYLE, "style") X(SUB, "sub") X(SUMMARY, "summary") X(SUP, "sup") X(SVG, "svg") \
  X(TABLE, "table") X(TBODY, "tbody") X(TD, "td") X(TEMPLATE, "template") \
  X(TEXTAREA, "textarea") X(TFOOT, "tfoot") X(TH, "th") X(THEAD, "thead") \
  X(TIME, "time") X(TITLE, "title") X(TR, "tr") X(TRACK, "track") X(TT, "tt") \
  X(U, "u") X(UL, "ul") X(VAR, "var") X(VIDEO, "video") X(WBR, "wbr") X(XMP, "xmp")
/* clang-format on */

typedef enum mh_html_tag {
  MH_HTML_TEXT, /* no element: a stretch of text        */
  MH_HTML_ROOT, /* node 0                               */
  MH_HTML_OTHER,
#define X(name, text) MH_HTML_##name,
  MH_HTML_TAGS(X)
#undef X
      MH_HTML_N_TAGS
} mh_html_tag;

/* Attributes that an element has, so that who asks for them need not look where none is. */
enum {
  MH_HTML_HAS_REL = 1 << 0,
  MH_HTML_HAS_ROLE = 1 << 1,
  MH_HTML_HAS_STYLE = 1 << 2,
  MH_HTML_HAS_HIDDEN = 1 << 3,
  MH_HTML_HAS_ITEMPROP = 1 << 4,
  MH_HTML_HAS_PROPERTY = 1 << 5,
  MH_HTML_HAS_ARIA = 1 << 6, /* aria-hidden and the like */
  MH_HTML_HAS_DATA = 1 << 7, /* data-type and the like   */
  MH_HTML_HAS_HREF = 1 << 8
};

typedef struct mh_html_node {
  uint32_t parent;   /* index; 0 for the root itself                                   */
  uint32_t end;      /* index behind the last node within                              */
  uint32_t at, len;  /* TEXT: its bytes in the page; else those between name and '>'   */
  mh_span id, class; /* values in the page, character references as they stand; len 0  */
  uint16_t tag;      /* mh_html_tag                                                    */
  uint16_t depth;    /* 0 the root                                                     */
  uint16_t has;      /* MH_HTML_HAS_... of an element                                  */
} mh_html_node;

typedef struct mh_html_doc {
  const char *page; /* borrowed from the caller */
  size_t len;
  const mh_html_node *nodes; /* [n]; in the arena */
  uint32_t n;
} mh_html_doc;

/* Parse a page of well-formed UTF-8, len bytes.  Any bytes give a tree.  Fails with MH_ENOMEM,
 * and MH_ELIMIT from 4 GiB on.  Time and memory grow in step with len.
 *
 * html, head, body, tbody and the like are nodes where the page has their tags; what is not
 * written is not made up.  White space alone is no node directly within the root, html, head,
 * tables and their rows, lists, select.  Two texts may stand next to each other, parted by a
 * comment or a tag that counts for nothing.  Within svg and math all tags are OTHER but svg,
 * math, a, script, style, desc and foreignObject.  noscript is read as if scripts were off. */
mh_status mh_html_parse(mh_html_doc *out, mh_arena *a, const char *page, size_t len);

/* The value of an attribute of an element as it stands in the page; false when it has none.
 * name in small letters. */
bool mh_html_attribute(mh_span *out, const mh_html_doc *d, uint32_t node,
                       const char *name);
/* Is `word` one of the words of a class or id (letter case counts not)? */
bool mh_html_has_word(const mh_html_doc *d, mh_span value, const char *word);
/* Append text of the page to out: character references resolved, white space as it stands.
 * A run of text in a SCRIPT or STYLE has no references: take it as it stands. */
void mh_html_text(mh_out *out, const mh_html_doc *d, mh_span text);
/* The same for the value of an attribute, where "&copy=1" is part of an address. */
void mh_html_value(mh_out *out, const mh_html_doc *d, mh_span value);
/* All text within a node, in the order of the page, white space (U+00A0, too) collapsed to
 * single spaces and none at the ends; blocks and br part words.  What is never
 * seen is left out: script, style, template, iframe, noembed, noframes. */
void mh_html_text_within(mh_out *out, const mh_html_doc *d, uint32_t node);
/* The name of a tag; "" for TEXT, ROOT and OTHER. */
const char *mh_html_tag_name(mh_html_tag tag);

#endif
