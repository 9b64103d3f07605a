/* wordstyles - the small files of a Word document: its styles, and what its program says of it;
 * and the walk through any of its files.
 *
 * libxml2's reader, which holds one branch at a time and gives up at 256 levels.  Nothing is
 * loaded from anywhere, no entity is expanded, and a document type declaration ends the
 * reading: ECMA-376 part 2 forbids it.
 */
#include <stdlib.h>
#include <strings.h>

#include "wordtext.h"

static void be_quiet(void *user, xmlErrorPtr e)
{
  (void)user;
  (void)e;
}

mh_status mh_page__word_walk(const char *xml, size_t len, const char *name,
                             mh_page__step (*visit)(xmlTextReaderPtr r, void *user,
                                                    mh_status *status),
                             void *user, mh_error *err)
{
  mh_status s = MH_OK;
  if (len == 0) return mh_fail(err, MH_EFORMAT, 0, "%s is empty", name);
  xmlTextReaderPtr r = xmlReaderForMemory(xml, (int)len, NULL, NULL,
                                          XML_PARSE_NONET | XML_PARSE_NOERROR |
                                              XML_PARSE_NOWARNING);
  if (!r) return mh_fail(err, MH_ENOMEM, 0, "no memory for the document");
  xmlTextReaderSetStructuredErrorHandler(r, be_quiet, NULL);
  int more = xmlTextReaderRead(r);
  while (more == 1 && s == MH_OK) {
    if (xmlTextReaderNodeType(r) == XML_READER_TYPE_DOCUMENT_TYPE) more = -1;
    if (more == 1)
      more = visit(r, user, &s) == MH_PAGE__OVER ? xmlTextReaderNext(r)
                                                 : xmlTextReaderRead(r);
  }
  xmlFreeTextReader(r);
  if (s != MH_OK) return mh_fail(err, s, 0, "no memory for the document");
  return more < 0 ? mh_fail(err, MH_EFORMAT, 0, "%s is damaged", name) : MH_OK;
}

static bool is_word(const xmlChar *uri)
{
  return uri &&
         (strcmp((const char *)uri,
                 "http://schemas.openxmlformats.org/wordprocessingml/2006/main") == 0 ||
          strcmp((const char *)uri, "http://purl.oclc.org/ooxml/wordprocessingml/main") ==
              0);
}

const char *mh_page__word_name(xmlTextReaderPtr r)
{
  const int type = xmlTextReaderNodeType(r);
  if (type != XML_READER_TYPE_ELEMENT && type != XML_READER_TYPE_END_ELEMENT) return "";
  if (!is_word(xmlTextReaderConstNamespaceUri(r))) return "";
  const xmlChar *name = xmlTextReaderConstLocalName(r);
  return name ? (const char *)name : "";
}

char *mh_page__word_value(xmlTextReaderPtr r, const char *name)
{
  const xmlChar *uri = xmlTextReaderConstNamespaceUri(r);
  return (char *)xmlTextReaderGetAttributeNs(r, (const xmlChar *)name, uri);
}

/* ---- styles -------------------------------------------------------------------------------- */

/* In Arabic: "title" or "heading" (U+0639 U+0646 U+0648 U+0627 U+0646), with the article. */
static const char heading_word[] = "\xd8\xb9\xd9\x86\xd9\x88\xd8\xa7\xd9\x86";
static const char article[] = "\xd8\xa7\xd9\x84";

static bool begins(const char *name, const char *with)
{
  return strncasecmp(name, with, strlen(with)) == 0;
}

static bool contains(const char *name, const char *word)
{
  for (; *name; name++)
    if (begins(name, word)) return true;
  return false;
}

/* By the name of a style: programs keep the English names of their own styles in any language;
 * what people make is called by them as it is. */
static uint8_t mark_of_name(const char *name)
{
  static const char *const out[] = {"toc ",        "toc1",    "toc2",      "toc3",
                                    "TOC Heading", "caption", "header",    "footer",
                                    "footnote",    "endnote", "contents ", "table of "};
  for (size_t i = 0; i < sizeof out / sizeof *out; i++)
    if (begins(name, out[i])) return MH_PAGE__LEFT_OUT;
  if (strcasecmp(name, "title") == 0) return MH_PAGE__TITLE_MARK;
  if (strncmp(name, article, 4) == 0 && strcmp(name + 4, heading_word) == 0)
    return MH_PAGE__TITLE_MARK;
  if (strcasecmp(name, "subtitle") == 0) return MH_PAGE__SUBTITLE_MARK;
  if (contains(name, "heading") || contains(name, "title") || strstr(name, heading_word))
    return MH_PAGE__HEADING_MARK;
  return begins(name, "list ") ? MH_PAGE__ITEM_MARK : 0;
}

static int by_id(const void *x, const void *y)
{
  const mh_page__word_style *a = x, *b = y;
  return strcmp(a->id, b->id);
}

static const mh_page__word_style *find(const mh_page__word_styles *styles, const char *id)
{
  const mh_page__word_style key = {.id = id};
  return styles->n ? bsearch(&key, styles->at, styles->n, sizeof key, by_id) : NULL;
}

uint8_t mh_page__word_mark(const mh_page__word_styles *styles, const char *id)
{
  const mh_page__word_style *s = find(styles, id);
  if (!s) return styles->n ? 0 : mark_of_name(id);
  for (int depth = 0; s && depth < 16; depth++) {
    if (s->mark) return s->mark;
    s = s->base ? find(styles, s->base) : NULL;
  }
  return 0;
}

typedef struct styles_read {
  mh_page__word_styles *out;
  mh_arena *a;
  bool open; /* within a style of paragraphs */
} styles_read;

/* The value of the attribute, in the arena; NULL none. */
static const char *keep_value(xmlTextReaderPtr r, mh_arena *a, const char *name,
                              mh_status *status)
{
  char *value = mh_page__word_value(r, name);
  const char *kept = value ? mh_arena_copy(a, value, strlen(value)) : NULL;
  if (value && !kept) *status = MH_ENOMEM;
  xmlFree(value);
  return kept;
}

enum { STYLES_MAX = 20000 };

static void open_style(styles_read *s, xmlTextReaderPtr r, mh_status *status)
{
  const char *id = keep_value(r, s->a, "styleId", status);
  const mh_page__word_style style = {.id = id};
  char *type = mh_page__word_value(r, "type");
  s->open = id && s->out->n < STYLES_MAX && (!type || strcmp(type, "paragraph") == 0);
  xmlFree(type);
  if (s->open && MH_PUSH(s->a, s->out, style) != MH_OK) *status = MH_ENOMEM;
}

static mh_page__step visit_styles(xmlTextReaderPtr r, void *user, mh_status *status)
{
  styles_read *s = user;
  const char *name = mh_page__word_name(r);
  if (xmlTextReaderNodeType(r) != XML_READER_TYPE_ELEMENT) {
    if (strcmp(name, "style") == 0) s->open = false;
    return MH_PAGE__INTO;
  }
  if (strcmp(name, "style") == 0) {
    open_style(s, r, status);
    if (xmlTextReaderIsEmptyElement(r)) s->open = false;
    return MH_PAGE__INTO;
  }
  if (!s->open || *status != MH_OK) return MH_PAGE__INTO;
  mh_page__word_style *style = &s->out->at[s->out->n - 1];
  const bool named = strcmp(name, "name") == 0,
             outlined = strcmp(name, "outlineLvl") == 0;
  if (strcmp(name, "basedOn") == 0) style->base = keep_value(r, s->a, "val", status);
  if (!named && !outlined) return MH_PAGE__INTO;
  char *value = mh_page__word_value(r, "val");
  if (value && named) style->mark = mark_of_name(value);
  if (value && outlined && !style->mark && value[0] >= '0' && value[0] < '9' && !value[1])
    style->mark = MH_PAGE__HEADING_MARK;
  xmlFree(value);
  return MH_PAGE__INTO;
}

mh_status mh_page__word_styles_of(mh_page__word_styles *out, mh_arena *a, const char *xml,
                                  size_t len, mh_error *err)
{
  styles_read s = {.out = out, .a = a};
  MH_TRY(mh_page__word_walk(xml, len, "word/styles.xml", visit_styles, &s, err));
  if (out->n) qsort(out->at, out->n, sizeof *out->at, by_id);
  return MH_OK;
}

/* ---- what the program says ------------------------------------------------------------------- */

typedef struct core_read {
  mh_page__word_core *out;
  mh_out *to; /* NULL: within nothing of interest */
} core_read;

enum { VALUE_MAX = 2000 };

static mh_page__step visit_core(xmlTextReaderPtr r, void *user, mh_status *status)
{
  core_read *c = user;
  const char *name = (const char *)xmlTextReaderConstLocalName(r);
  switch (xmlTextReaderNodeType(r)) {
  case XML_READER_TYPE_ELEMENT:
    c->to = NULL;
    if (!name || xmlTextReaderIsEmptyElement(r)) break;
    if (strcmp(name, "title") == 0) c->to = &c->out->title;
    if (strcmp(name, "creator") == 0) c->to = &c->out->author;
    if (strcmp(name, "created") == 0) c->to = &c->out->created;
    if (strcmp(name, "modified") == 0) c->to = &c->out->modified;
    break;
  case XML_READER_TYPE_END_ELEMENT: c->to = NULL; break;
  case XML_READER_TYPE_TEXT:
  case XML_READER_TYPE_CDATA: {
    const char *text = (const char *)xmlTextReaderConstValue(r);
    if (!c->to || !text || c->to->len + strlen(text) > VALUE_MAX) break;
    mh_out_text(c->to, text);
    *status = c->to->status;
    break;
  }
  default: break;
  }
  return MH_PAGE__INTO;
}

mh_status mh_page__word_core_of(mh_page__word_core *out, const char *xml, size_t len,
                                mh_error *err)
{
  core_read c = {.out = out};
  return mh_page__word_walk(xml, len, "docProps/core.xml", visit_core, &c, err);
}
