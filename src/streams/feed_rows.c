/* feed_rows - what an element of a feed means, by its namespace, its name and where it stands:
 * RSS of any number, RSS in RDF, Atom 0.3 and 1.0, sitemaps, and the modules that news use.
 *
 * Where several elements tell the same, the one with the higher rank wins.
 */
#include "feed_rows.h"

#define P MH_NS_PLAIN
#define A MH_NS_ATOM
#define T MH_NS_TERMS

static const row rows[] = {
    {P, OUTSIDE, "rss", IS_FEED, 0},
    {P, OUTSIDE | FEED, "channel", IS_FEED, 0},
    {P | MH_NS_RDF, OUTSIDE, "rdf", IS_FEED, 0},
    {P | A, OUTSIDE, "feed", IS_FEED, 0},
    {P, OUTSIDE, "urlset", IS_INDEX, 0},
    {P, OUTSIDE, "sitemapindex", IS_INDEX, 0},
    {P, OUTSIDE | FEED | UNKNOWN, "item", IS_ENTRY, 0},
    {P | A, OUTSIDE | FEED | UNKNOWN, "entry", IS_ENTRY, 0},
    {P, INDEX, "url", IS_ENTRY, 0},
    {P, INDEX, "sitemap", IS_ENTRY, 0},

    {P | A, FEED | ENTRY, "title", TITLE, 9},
    {MH_NS_DC, FEED | ENTRY, "title", TITLE, 7},
    {MH_NS_NEWS, NEWS, "title", TITLE, 8},
    {MH_NS_MEDIA, ENTRY, "title", TITLE, 2},

    {P, ENTRY, "loc", LINK, 9},
    {P | A, FEED | ENTRY, "link", LINK, 8},
    {MH_NS_BURNER, ENTRY, "origlink", LINK, 10},
    {P, ENTRY, "guid", ID, 9},
    {P | A, ENTRY, "id", ID, 8},
    {MH_NS_DC, ENTRY, "identifier", ID, 3},

    {P | A, ENTRY, "author", IS_AUTHOR, 0},
    {P | A, AUTHOR, "name", AUTHOR_NAME, 8},
    {MH_NS_DC, ENTRY, "creator", AUTHOR_NAME, 9},
    {MH_NS_DC, ENTRY, "author", AUTHOR_NAME, 7},
    {P, ENTRY, "creator", AUTHOR_NAME, 6},

    {P | A, ENTRY, "source", IS_SOURCE, 0},
    {P | A, SOURCE, "title", OUTLET, 8},
    {MH_NS_DC, ENTRY, "publisher", OUTLET, 7},
    {MH_NS_NEWS, ENTRY | NEWS, "news", IS_NEWS, 0},
    {MH_NS_NEWS, NEWS, "publication", IS_NEWS, 0},
    {MH_NS_NEWS, NEWS, "name", OUTLET, 9},
    {MH_NS_MEDIA, ENTRY, "group", IS_NEWS, 0},

    {P, ENTRY, "pubdate", PUBLISHED, 9},
    {P | A, ENTRY, "published", PUBLISHED, 9},
    {P | A, ENTRY, "issued", PUBLISHED, 8},
    {T, ENTRY, "issued", PUBLISHED, 7},
    {MH_NS_NEWS, NEWS, "publication_date", PUBLISHED, 9},
    {MH_NS_DC, ENTRY, "date", PUBLISHED, 7},
    {P | A | T, ENTRY, "created", PUBLISHED, 5},
    {P, ENTRY, "date", PUBLISHED, 4},
    {P | A, ENTRY, "updated", UPDATED, 9},
    {P | A | T, ENTRY, "modified", UPDATED, 8},
    {P, ENTRY, "lastmod", UPDATED, 7},

    {P, FEED, "language", LANGUAGE, 9},
    {MH_NS_DC, FEED | ENTRY, "language", LANGUAGE, 8},
    {MH_NS_NEWS, NEWS, "language", LANGUAGE, 9},

    {MH_NS_CONTENT, ENTRY, "encoded", CONTENT, 9},
    {A, ENTRY, "content", CONTENT, 8},
    {P, ENTRY, "content", CONTENT, 6},
    {P | MH_NS_XHTML, ENTRY, "body", CONTENT, 7},
    {P, ENTRY, "fullitem", CONTENT, 5},
    {P, ENTRY, "description", SUMMARY, 9},
    {P | A, ENTRY, "summary", SUMMARY, 8},
    {MH_NS_DC, ENTRY, "description", SUMMARY, 6},
    {T, ENTRY, "abstract", SUMMARY, 5},
    {MH_NS_MEDIA, ENTRY | NEWS, "description", SUMMARY, 3},
};
#undef P
#undef A
#undef T

const row *mh_streams__row_of(mh_streams__ns ns, place in, const mh_streams__name *name)
{
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const row *r = &rows[i];
    if ((r->ns & ns) && (r->in & in) && mh_streams__is(name, r->name)) return r;
  }
  return NULL;
}

bool mh_streams__tells_entry(const mh_streams__name *name)
{
  const row *r = mh_streams__row_of(MH_NS_PLAIN, ENTRY, name);
  return r && r->what >= LINK;
}
