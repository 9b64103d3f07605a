/* meta_tags - claims of elements: meta, link, html, title, headings, time, microdata.
 *
 * One walk over the page.  Headings, times and scripts are noted for those who look at them
 * when more is known.  The names of meta elements are those that content systems, statistics
 * and libraries of the web use; Arabic ones are no others.
 */
#include "meta.h"

typedef struct name {
  const char *text; /* in small letters; the table is sorted by it */
  uint8_t fact, rank;
  const char *from;
} name;

#define GRAPH      "open-graph"
#define META       "meta"
#define SAYS(fact) MH_PAGE__SAYS_##fact

/* clang-format off */
static const name names[] = {
    {"analyticsattributes.articledate", SAYS(PUBLISHED), 32, META},
    {"analyticsattributes.title", SAYS(TITLE), 34, META},
    {"apple-mobile-web-app-title", SAYS(OUTLET), 45, META},
    {"application-name", SAYS(OUTLET), 40, META},
    {"article-author", SAYS(BYLINE), 31, META},
    {"article:author", SAYS(BYLINE), 22, GRAPH},
    {"article:author:name", SAYS(BYLINE), 21, GRAPH},
    {"article:author_name", SAYS(BYLINE), 21, GRAPH},
    {"article:modified", SAYS(UPDATED), 21, GRAPH},
    {"article:modified_date", SAYS(UPDATED), 21, GRAPH},
    {"article:modified_time", SAYS(UPDATED), 20, GRAPH},
    {"article:post_date", SAYS(PUBLISHED), 21, GRAPH},
    {"article:publicationdate", SAYS(PUBLISHED), 21, GRAPH},
    {"article:published", SAYS(PUBLISHED), 21, GRAPH},
    {"article:published_date", SAYS(PUBLISHED), 21, GRAPH},
    {"article:published_time", SAYS(PUBLISHED), 20, GRAPH},
    {"article:title", SAYS(TITLE), 22, GRAPH},
    {"article:updated", SAYS(UPDATED), 21, GRAPH},
    {"article:updated_time", SAYS(UPDATED), 21, GRAPH},
    {"article_author", SAYS(BYLINE), 31, META},
    {"article_date_original", SAYS(PUBLISHED), 31, META},
    {"article_date_updated", SAYS(UPDATED), 31, META},
    {"article_published_time", SAYS(PUBLISHED), 31, META},
    {"articletitle", SAYS(TITLE), 33, META},
    {"author", SAYS(BYLINE), 33, META},
    {"bt:moddate", SAYS(UPDATED), 31, META},
    {"bt:pubdate", SAYS(PUBLISHED), 31, META},
    {"byl", SAYS(BYLINE), 30, META},
    {"byline", SAYS(BYLINE), 30, META},
    {"citation_author", SAYS(BYLINE), 31, META},
    {"citation_date", SAYS(PUBLISHED), 32, META},
    {"citation_online_date", SAYS(PUBLISHED), 33, META},
    {"citation_publication_date", SAYS(PUBLISHED), 31, META},
    {"citation_title", SAYS(TITLE), 32, META},
    {"content-language", SAYS(LANGUAGE), 32, META},
    {"created", SAYS(PUBLISHED), 38, META},
    {"creationdate", SAYS(PUBLISHED), 38, META},
    {"cxenseparse:articlepublishtime", SAYS(PUBLISHED), 31, META},
    {"cxenseparse:author", SAYS(BYLINE), 31, META},
    {"cxenseparse:modifiedtime", SAYS(UPDATED), 31, META},
    {"cxenseparse:publishtime", SAYS(PUBLISHED), 31, META},
    {"cxenseparse:recs:articlepublishtime", SAYS(PUBLISHED), 31, META},
    {"cxenseparse:recs:publishtime", SAYS(PUBLISHED), 31, META},
    {"cxenseparse:title", SAYS(TITLE), 33, META},
    {"date", SAYS(PUBLISHED), 57, META},
    {"date.created", SAYS(PUBLISHED), 36, META},
    {"date.modified", SAYS(UPDATED), 36, META},
    {"datecreated", SAYS(PUBLISHED), 36, META},
    {"datemodified", SAYS(UPDATED), 32, META},
    {"dateposted", SAYS(PUBLISHED), 32, META},
    {"datepublished", SAYS(PUBLISHED), 31, META},
    {"dc.created", SAYS(PUBLISHED), 35, META},
    {"dc.creator", SAYS(BYLINE), 32, META},
    {"dc.date", SAYS(PUBLISHED), 37, META},
    {"dc.date.created", SAYS(PUBLISHED), 35, META},
    {"dc.date.issued", SAYS(PUBLISHED), 32, META},
    {"dc.date.modified", SAYS(UPDATED), 33, META},
    {"dc.date.published", SAYS(PUBLISHED), 32, META},
    {"dc.language", SAYS(LANGUAGE), 34, META},
    {"dc.publisher", SAYS(OUTLET), 35, META},
    {"dc.title", SAYS(TITLE), 34, META},
    {"dcsext.articlefirstpublished", SAYS(PUBLISHED), 32, META},
    {"dcterms.created", SAYS(PUBLISHED), 35, META},
    {"dcterms.creator", SAYS(BYLINE), 32, META},
    {"dcterms.date", SAYS(PUBLISHED), 36, META},
    {"dcterms.issued", SAYS(PUBLISHED), 32, META},
    {"dcterms.language", SAYS(LANGUAGE), 34, META},
    {"dcterms.modified", SAYS(UPDATED), 33, META},
    {"dcterms.publisher", SAYS(OUTLET), 35, META},
    {"dcterms.title", SAYS(TITLE), 34, META},
    {"displaydate", SAYS(PUBLISHED), 33, META},
    {"eprints.date", SAYS(PUBLISHED), 37, META},
    {"fulltitle", SAYS(TITLE), 36, META},
    {"headline", SAYS(TITLE), 32, META},
    {"inlanguage", SAYS(LANGUAGE), 34, META},
    {"language", SAYS(LANGUAGE), 34, META},
    {"last-modified", SAYS(UPDATED), 57, META},
    {"last_updated_date", SAYS(UPDATED), 33, META},
    {"lastmod", SAYS(UPDATED), 33, META},
    {"lastmodified", SAYS(UPDATED), 33, META},
    {"lastupdated", SAYS(UPDATED), 33, META},
    {"mediator_author", SAYS(BYLINE), 32, META},
    {"mediator_published_time", SAYS(PUBLISHED), 32, META},
    {"modified_time", SAYS(UPDATED), 33, META},
    {"moddate", SAYS(UPDATED), 33, META},
    {"news_publish_date", SAYS(PUBLISHED), 32, META},
    {"og:article:author", SAYS(BYLINE), 22, GRAPH},
    {"og:article:modified_time", SAYS(UPDATED), 21, GRAPH},
    {"og:article:published_time", SAYS(PUBLISHED), 21, GRAPH},
    {"og:author", SAYS(BYLINE), 23, GRAPH},
    {"og:locale", SAYS(LANGUAGE), 33, GRAPH},
    {"og:modified_time", SAYS(UPDATED), 22, GRAPH},
    {"og:pubdate", SAYS(PUBLISHED), 22, GRAPH},
    {"og:publish_date", SAYS(PUBLISHED), 22, GRAPH},
    {"og:published_time", SAYS(PUBLISHED), 21, GRAPH},
    {"og:regdate", SAYS(PUBLISHED), 23, GRAPH},
    {"og:site_name", SAYS(OUTLET), 20, GRAPH},
    {"og:sitename", SAYS(OUTLET), 21, GRAPH},
    {"og:title", SAYS(TITLE), 20, GRAPH},
    {"og:updated_time", SAYS(UPDATED), 23, GRAPH},
    {"og:url", SAYS(URL), 20, GRAPH},
    {"originalpublicationdate", SAYS(PUBLISHED), 31, META},
    {"page.date", SAYS(PUBLISHED), 34, META},
    {"parsely-author", SAYS(BYLINE), 31, META},
    {"parsely-link", SAYS(URL), 31, META},
    {"parsely-pub-date", SAYS(PUBLISHED), 30, META},
    {"parsely-title", SAYS(TITLE), 31, META},
    {"ptime", SAYS(PUBLISHED), 33, META},
    {"pubdate", SAYS(PUBLISHED), 31, META},
    {"publication_date", SAYS(PUBLISHED), 31, META},
    {"publicationdate", SAYS(PUBLISHED), 31, META},
    {"publish-date", SAYS(PUBLISHED), 31, META},
    {"publish_date", SAYS(PUBLISHED), 31, META},
    {"publish_time", SAYS(PUBLISHED), 31, META},
    {"publishdate", SAYS(PUBLISHED), 31, META},
    {"published", SAYS(PUBLISHED), 32, META},
    {"published-date", SAYS(PUBLISHED), 31, META},
    {"published_date", SAYS(PUBLISHED), 31, META},
    {"published_time", SAYS(PUBLISHED), 31, META},
    {"publisher", SAYS(OUTLET), 52, META},
    {"rbauthors", SAYS(BYLINE), 32, META},
    {"rbpubdate", SAYS(PUBLISHED), 32, META},
    {"revised", SAYS(UPDATED), 36, META},
    {"sailthru.author", SAYS(BYLINE), 31, META},
    {"sailthru.date", SAYS(PUBLISHED), 31, META},
    {"sailthru.title", SAYS(TITLE), 31, META},
    {"shareaholic:article_author_name", SAYS(BYLINE), 32, META},
    {"shareaholic:article_modified_time", SAYS(UPDATED), 32, META},
    {"shareaholic:article_published_time", SAYS(PUBLISHED), 32, META},
    {"shareaholic:site_name", SAYS(OUTLET), 34, META},
    {"shareaholic:url", SAYS(URL), 33, META},
    {"timestamp", SAYS(PUBLISHED), 57, META},
    {"title", SAYS(TITLE), 35, META},
    {"twitter:title", SAYS(TITLE), 30, META},
    {"twitter:url", SAYS(URL), 32, META},
    {"updated", SAYS(UPDATED), 33, META},
    {"updated_time", SAYS(UPDATED), 33, META},
    {"utime", SAYS(UPDATED), 34, META},
    {"vr:published_time", SAYS(PUBLISHED), 32, META},
};
/* clang-format on */

/* What the properties of microdata are; of items that are no article too, where they stand
 * for the same. */
static const name properties[] = {
    {"alternativeheadline", MH_PAGE__FACTS, 0, NULL},
    {"author", SAYS(BYLINE), 25, "microdata"},
    {"creator", SAYS(BYLINE), 27, "microdata"},
    {"datecreated", SAYS(PUBLISHED), 28, "microdata"},
    {"datemodified", SAYS(UPDATED), 25, "microdata"},
    {"datepublished", SAYS(PUBLISHED), 25, "microdata"},
    {"headline", SAYS(TITLE), 25, "microdata"},
    {"inlanguage", SAYS(LANGUAGE), 35, "microdata"},
    {"publisher", SAYS(OUTLET), 27, "microdata"},
};

enum { NAME_MOST = 48, WITHIN_MOST = 3000, NOTED_MOST = 200, LOOKS_MOST = 1000 };

/* ---- looking at an element ---------------------------------------------------------- */

/* The attribute of an element; true when it is there and not empty. */
static bool attribute(mh_span *out, const mh_page__meta *m, uint32_t node,
                      const char *which)
{
  return mh_html_attribute(out, m->d, node, which) && out->len;
}

/* The row of the value's name; NULL none. */
static const name *find_name(const name *table, size_t n, const char *text, uint32_t len)
{
  char small[NAME_MOST];
  if (len == 0 || len >= NAME_MOST) return NULL;
  for (uint32_t i = 0; i < len; i++)
    small[i] = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] + 32) : text[i];
  small[len] = '\0';
  if (len > 2 && memcmp(small, "dc:", 3) == 0) small[2] = '.';
  if (len > 8 && memcmp(small, "dcterms:", 8) == 0) small[7] = '.';
  for (size_t i = 0; i < n; i++)
    if (strcmp(table[i].text, small) == 0) return &table[i];
  return NULL;
}

/* An element too long to be a headline or a day would be read for nothing. */
static bool is_short(const mh_page__meta *m, uint32_t node)
{
  const mh_html_node *n = &m->d->nodes[node], *last = &m->d->nodes[n->end - 1];
  return last->at + last->len - n->at <= WITHIN_MOST;
}

/* A claim of the text within an element. */
static mh_status claim_within(mh_page__meta *m, mh_page__fact fact, uint8_t rank,
                              const char *from, uint32_t node)
{
  mh_out text = {0};
  if (m->looks >= LOOKS_MOST || !is_short(m, node)) return MH_OK;
  m->looks++;
  mh_html_text_within(&text, m->d, node);
  mh_status s = text.status;
  if (s == MH_OK && text.len)
    s = mh_page__add_claim(m, fact, rank, from, text.at, text.len, node);
  mh_out_free(&text);
  return s;
}

static mh_status claim_span(mh_page__meta *m, mh_page__fact fact, uint8_t rank,
                            const char *from, mh_span value, uint32_t node)
{
  return mh_page__add_claim(m, fact, rank, from, m->d->page + value.at, value.len, node);
}

/* ---- meta, link, html, base ----------------------------------------------------------- */

static mh_status read_meta(mh_page__meta *m, uint32_t node)
{
  static const char *const which[] = {"property", "name", "itemprop", "http-equiv"};
  mh_span content, key;
  if (!attribute(&content, m, node, "content")) return MH_OK;
  for (size_t k = 0; k < sizeof which / sizeof *which; k++) {
    if (!attribute(&key, m, node, which[k])) continue;
    const bool item = which[k][0] == 'i';
    const name *row = item ? find_name(properties, sizeof properties / sizeof *properties,
                                       m->d->page + key.at, key.len)
                           : find_name(names, sizeof names / sizeof *names,
                                       m->d->page + key.at, key.len);
    if (row && row->fact != MH_PAGE__FACTS)
      return claim_span(m, (mh_page__fact)row->fact, row->rank, row->from, content, node);
  }
  return MH_OK;
}

static mh_status read_link(mh_page__meta *m, uint32_t node)
{
  mh_span rel, href;
  if (!attribute(&rel, m, node, "rel") || !attribute(&href, m, node, "href"))
    return MH_OK;
  if (mh_html_has_word(m->d, rel, "canonical"))
    return claim_span(m, SAYS(URL), 10, META, href, node);
  return MH_OK;
}

static mh_status read_html(mh_page__meta *m, uint32_t node)
{
  mh_span lang;
  if (attribute(&lang, m, node, "lang") || attribute(&lang, m, node, "xml:lang"))
    return claim_span(m, SAYS(LANGUAGE), 30, META, lang, node);
  return MH_OK;
}

static mh_status read_base(mh_page__meta *m, uint32_t node)
{
  mh_span href;
  uint32_t len;
  if (m->base || !attribute(&href, m, node, "href")) return MH_OK;
  return mh_page__line_of(&m->base, &len, m, m->d->page + href.at, href.len, 2000);
}

/* ---- microdata, and classes that mean the same ------------------------------------------- */

/* The value of a property: where machines look for it, else the words. */
static mh_status claim_property(mh_page__meta *m, const name *row, uint32_t node)
{
  mh_span value;
  const bool day = row->fact == SAYS(PUBLISHED) || row->fact == SAYS(UPDATED);
  if (attribute(&value, m, node, "content") ||
      (day &&
       (attribute(&value, m, node, "datetime") || attribute(&value, m, node, "title"))))
    return claim_span(m, (mh_page__fact)row->fact, row->rank, row->from, value, node);
  return claim_within(m, (mh_page__fact)row->fact, row->rank, row->from, node);
}

/* Of an item within (a person, a publisher) the property "name" is the value. */
static uint32_t name_within(const mh_page__meta *m, uint32_t node)
{
  mh_span v;
  const uint32_t end = m->d->nodes[node].end;
  for (uint32_t i = node + 1; i < end && i < node + 32; i++)
    if (m->d->nodes[i].tag != MH_HTML_TEXT && attribute(&v, m, i, "itemprop") &&
        mh_html_has_word(m->d, v, "name"))
      return i;
  return node;
}

/* RDFa: the same with other words, "dc:date dc:created". */
static mh_status read_rdfa(mh_page__meta *m, uint32_t node)
{
  mh_span v, content;
  if (m->d->nodes[node].tag == MH_HTML_META || !attribute(&v, m, node, "property") ||
      !attribute(&content, m, node, "content"))
    return MH_OK;
  const char *p = m->d->page + v.at;
  for (uint32_t i = 0, end; i < v.len; i = end + 1) {
    for (end = i; end < v.len && (unsigned char)p[end] > ' ';) end++;
    const uint32_t skip = end - i > 7 && memcmp(p + i, "schema:", 7) == 0 ? 7 : 0;
    const name *row = skip ? find_name(properties, sizeof properties / sizeof *properties,
                                       p + i + skip, end - i - skip)
                           : find_name(names, sizeof names / sizeof *names, p + i,
                                       end - i);
    if (row && row->fact != MH_PAGE__FACTS)
      return claim_span(m, (mh_page__fact)row->fact, 28, "microdata", content, node);
  }
  return MH_OK;
}

static mh_status read_property(mh_page__meta *m, uint32_t node)
{
  mh_span v, type;
  if (m->d->nodes[node].tag == MH_HTML_META || !attribute(&v, m, node, "itemprop"))
    return MH_OK;
  const char *p = m->d->page + v.at;
  for (uint32_t i = 0, end; i < v.len; i = end + 1) { /* "datePublished dateModified" */
    for (end = i; end < v.len && (unsigned char)p[end] > ' ';) end++;
    const name *row = find_name(properties, sizeof properties / sizeof *properties, p + i,
                                end - i);
    if (!row || row->fact == MH_PAGE__FACTS) continue;
    const bool item = mh_html_attribute(&type, m->d, node, "itemscope");
    MH_TRY(claim_property(m, row, item ? name_within(m, node) : node));
  }
  return MH_OK;
}

/* Words that a class or an id may have anywhere. */
enum {
  TITLE_SIGN = 1,
  HEADLINE_SIGN = 2,
  COMMENT_SIGN = 4,
  AUTHOR_SIGN = 8,
  NAME_SIGN = 16
};

/* Those that it has, found in one go: there is hardly an element without a class. */
static unsigned signs_of(const mh_page__meta *m, mh_span v)
{
  static const struct {
    const char *word;
    unsigned sign;
  } words['z' - 'a' + 1] = {
      ['t' - 'a'] = {"title", TITLE_SIGN},     ['h' - 'a'] = {"headline", HEADLINE_SIGN},
      ['c' - 'a'] = {"comment", COMMENT_SIGN}, ['a' - 'a'] = {"author", AUTHOR_SIGN},
      ['b' - 'a'] = {"byline", AUTHOR_SIGN},   ['w' - 'a'] = {"writ", AUTHOR_SIGN},
      ['n' - 'a'] = {"name", NAME_SIGN}};
  const char *p = m->d->page + v.at;
  unsigned found = 0;
  for (uint32_t i = 0; i + 4 <= v.len; i++) {
    const unsigned letter = (unsigned)(p[i] | 0x20) - 'a';
    if (letter > 'z' - 'a' || !words[letter].word) continue;
    const char *word = words[letter].word;
    uint32_t k = 1;
    while (word[k] && i + k < v.len && (p[i + k] | 0x20) == word[k]) k++;
    if (!word[k]) found |= words[letter].sign;
  }
  return found;
}

static bool has_part(const mh_page__meta *m, mh_span value, const char *part)
{
  const size_t n = strlen(part);
  for (uint32_t i = 0; i + n <= value.len; i++)
    if (memcmp(m->d->page + value.at + i, part, n) == 0) return true;
  return false;
}

/* A link to a section or a list of stories within: themes set it where the author stands. */
static bool links_to_section(const mh_page__meta *m, uint32_t node)
{
  static const char *const folders[] = {"/category/", "/categories/", "/section/",
                                        "/sections/", "/tag/",        "/tags/"};
  mh_span href;
  for (uint32_t i = node; i < m->d->nodes[node].end; i++) {
    const mh_html_node *n = &m->d->nodes[i];
    if (n->tag != MH_HTML_A || !attribute(&href, m, i, "href")) continue;
    for (size_t k = 0; k < sizeof folders / sizeof *folders; k++)
      if (has_part(m, href, folders[k])) return true;
  }
  return false;
}

/* Whose name is behind rel=author, or a class that says so; never of who comments. */
static mh_status read_author(mh_page__meta *m, uint32_t node, unsigned signs)
{
  mh_span rel;
  const mh_html_node *n = &m->d->nodes[node];
  if (n->tag == MH_HTML_A && n->has & MH_HTML_HAS_REL &&
      attribute(&rel, m, node, "rel") && mh_html_has_word(m->d, rel, "author"))
    return claim_within(m, SAYS(BYLINE), MH_PAGE__BY_TIME, "text", node);
  if ((signs & (AUTHOR_SIGN | COMMENT_SIGN)) != AUTHOR_SIGN) return MH_OK;
  if (!is_short(m, node) || links_to_section(m, node)) return MH_OK;
  /* "author-name" holds nothing else, "author-info" may. */
  return claim_within(m, SAYS(BYLINE), MH_PAGE__BY_TIME + (signs & NAME_SIGN ? 1 : 2),
                      "text", node);
}

/* ---- what is noted for later -------------------------------------------------------------- */

static mh_status note(mh_page__meta *m, struct mh_page__nodes *list, uint32_t node)
{
  return list->n < NOTED_MOST ? MH_PUSH(m->a, list, node) : MH_OK;
}

/* An element that is dressed as a headline where nobody uses h1. */
static bool is_dressed(const mh_page__meta *m, uint32_t node, unsigned signs)
{
  mh_span size;
  const mh_html_node *n = &m->d->nodes[node];
  if (n->tag == MH_HTML_FONT && attribute(&size, m, node, "size")) {
    const char *p = m->d->page + size.at;
    return p[0] >= '4' || (size.len > 1 && p[0] == '+' && p[1] >= '1' && p[1] <= '9');
  }
  if (n->id.len) signs |= signs_of(m, n->id);
  return signs & (TITLE_SIGN | HEADLINE_SIGN);
}

static mh_status read_element(mh_page__meta *m, uint32_t i)
{
  const mh_html_node *n = &m->d->nodes[i];
  const unsigned signs = n->class.len ? signs_of(m, n->class) : 0;
  switch ((mh_html_tag)n->tag) {
  case MH_HTML_TEXT: return MH_OK;
  case MH_HTML_META: return read_meta(m, i);
  case MH_HTML_LINK: return read_link(m, i);
  case MH_HTML_HTML: return read_html(m, i);
  case MH_HTML_BASE: return read_base(m, i);
  case MH_HTML_TITLE:
    return m->d->nodes[n->parent].tag == MH_HTML_OTHER /* of a drawing */
               ? MH_OK
               : claim_within(m, SAYS(TITLE), 40, "title", i);
  case MH_HTML_SCRIPT: return note(m, &m->scripts, i);
  case MH_HTML_H1:
  case MH_HTML_H2:
  case MH_HTML_H3: MH_TRY(note(m, &m->headings, i)); break;
  case MH_HTML_TIME: MH_TRY(note(m, &m->times, i)); break;
  default:
    if (is_dressed(m, i, signs)) MH_TRY(note(m, &m->dressed, i));
    break;
  }
  if (n->has & MH_HTML_HAS_ITEMPROP) MH_TRY(read_property(m, i));
  if (n->has & MH_HTML_HAS_PROPERTY) MH_TRY(read_rdfa(m, i));
  return read_author(m, i, signs);
}

mh_status mh_page__read_tags(mh_page__meta *m)
{
  for (uint32_t i = 1; i < m->d->n; i++) MH_TRY(read_element(m, i));
  return MH_OK;
}
