/* wordtext - the text of a Word document, paragraph by paragraph.
 *
 *   in    paragraphs, lists, tables cell by cell, content controls, links, what was inserted
 *   out   what was deleted or moved away, hidden text, field codes, text boxes and drawings,
 *         notes, tables of contents, captions
 *
 * Element names are those of ECMA-376 part 1, chapter 17.  Numbers and bullets of lists are
 * not in the file as text and are not made up.
 */
#include "wordtext.h"

typedef struct writer {
  mh_out *out;
  const mh_page__word_styles *styles;
  size_t begin; /* where the paragraph begins in out     */
  uint8_t mark; /* of the paragraph                      */
  bool in_properties;
  bool item;   /* of a list                             */
  bool joined; /* its end was deleted: the next goes on */
  bool in_run, hidden, in_text;
} writer;

static bool is_one_of(const char *name, const char *const *names, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (strcmp(name, names[i]) == 0) return true;
  return false;
}

/* Elements of which nothing is text of the document as it reads now. */
static bool is_left_out(const char *name)
{
  static const char *const names[] = {
      "del",          "moveFrom", "delText",     "instrText", "drawing",
      "pict",         "object",   "txbxContent", "sectPr",    "tblPr",
      "delInstrText", "rt",       "footnote",    "endnote",   "comment"};
  return is_one_of(name, names, sizeof names / sizeof *names);
}

/* How a thing was formatted before a change that is kept track of. */
static bool is_former(const char *name)
{
  const size_t len = strlen(name);
  return len > 6 && strcmp(name + len - 6, "Change") == 0;
}

static bool is_off(const char *value)
{
  return value && (strcmp(value, "0") == 0 || strcmp(value, "false") == 0 ||
                   strcmp(value, "off") == 0);
}

/* A switch that an element is: on unless its value says otherwise. */
static bool is_on(xmlTextReaderPtr r)
{
  char *value = mh_page__word_value(r, "val");
  const bool on = !is_off(value);
  xmlFree(value);
  return on;
}

/* ---- paragraphs ----------------------------------------------------------------------- */

static void begin_paragraph(writer *w)
{
  if (!w->joined) {
    w->begin = w->out->len;
    w->mark = 0;
  }
  w->joined = w->item = w->in_properties = w->in_run = w->hidden = w->in_text = false;
}

static void end_paragraph(writer *w)
{
  if (w->joined) return;
  if (w->mark == MH_PAGE__LEFT_OUT && w->begin <= w->out->len) {
    w->out->len = w->begin;
    if (w->out->cap) w->out->at[w->out->len] = '\0';
  }
  mh_out_char(w->out, '\n');
  w->begin = w->out->len;
}

/* What a paragraph is, before its text. */
static void end_properties(writer *w)
{
  w->in_properties = false;
  if (w->item && w->mark == 0) w->mark = MH_PAGE__ITEM_MARK;
  if (w->mark == 0 || w->mark == MH_PAGE__LEFT_OUT || w->out->len != w->begin) return;
  mh_out_bytes(w->out, "\xee\x80", 2);
  mh_out_char(w->out, (char)(0x80 + w->mark));
}

static void read_property(writer *w, xmlTextReaderPtr r, const char *name)
{
  const bool style = strcmp(name, "pStyle") == 0, level = strcmp(name, "outlineLvl") == 0;
  if (strcmp(name, "numPr") == 0) w->item = true;
  if (strcmp(name, "del") == 0 || strcmp(name, "moveFrom") == 0) w->joined = true;
  if (!style && !level) return;
  char *value = mh_page__word_value(r, "val");
  if (value && style) {
    const uint8_t mark = mh_page__word_mark(w->styles, value);
    if (mark) w->mark = mark;
  }
  if (value && level && w->mark == 0 && value[0] >= '0' && value[0] < '9' && !value[1])
    w->mark = MH_PAGE__HEADING_MARK;
  xmlFree(value);
}

/* ---- text ------------------------------------------------------------------------------- */

static void write_break(writer *w)
{
  const bool one_line = w->mark && w->mark != MH_PAGE__ITEM_MARK;
  mh_out_char(w->out, one_line ? ' ' : '\n');
}

static void write_sign(writer *w, const char *name)
{
  if (w->hidden) return;
  if (strcmp(name, "tab") == 0 || strcmp(name, "ptab") == 0) mh_out_char(w->out, ' ');
  if (strcmp(name, "br") == 0 || strcmp(name, "cr") == 0) write_break(w);
  if (strcmp(name, "noBreakHyphen") == 0) mh_out_char(w->out, '-');
}

/* Text without the code points that marks are made of. */
static void write_text(writer *w, const char *text)
{
  size_t len = strlen(text);
  for (const char *p; (p = strstr(text, "\xee\x80")) != NULL;) {
    mh_out_bytes(w->out, text, (size_t)(p - text));
    const size_t n = p[2] ? 3 : 2;
    len -= (size_t)(p - text) + n;
    text = p + n;
  }
  mh_out_bytes(w->out, text, len);
}

/* ---- the walk ------------------------------------------------------------------------------ */

static mh_page__step open_element(writer *w, xmlTextReaderPtr r, const char *name)
{
  if (is_former(name)) return MH_PAGE__OVER;
  if (w->in_properties) {
    read_property(w, r, name);
    return MH_PAGE__INTO;
  }
  if (is_left_out(name)) return MH_PAGE__OVER;
  const bool empty = xmlTextReaderIsEmptyElement(r) == 1;
  if (strcmp(name, "p") == 0) {
    begin_paragraph(w);
    if (empty) end_paragraph(w);
  } else if (strcmp(name, "pPr") == 0) {
    w->in_properties = !empty;
  } else if (strcmp(name, "r") == 0) {
    w->in_run = !empty;
    w->hidden = false;
  } else if (strcmp(name, "t") == 0) {
    w->in_text = !empty;
  } else if (strcmp(name, "vanish") == 0) {
    w->hidden = w->in_run && is_on(r);
  } else if (w->in_run) {
    write_sign(w, name);
  }
  return MH_PAGE__INTO;
}

static void close_element(writer *w, const char *name)
{
  if (strcmp(name, "pPr") == 0) end_properties(w);
  if (strcmp(name, "p") == 0) end_paragraph(w);
  if (strcmp(name, "r") == 0) w->in_run = w->hidden = false;
  if (strcmp(name, "t") == 0) w->in_text = false;
}

/* Of two ways to write a thing the second is for old programs. */
static bool is_fallback(xmlTextReaderPtr r)
{
  const xmlChar *name = xmlTextReaderConstLocalName(r);
  return name && strcmp((const char *)name, "Fallback") == 0;
}

static mh_page__step visit(xmlTextReaderPtr r, void *user, mh_status *status)
{
  writer *w = user;
  mh_page__step step = MH_PAGE__INTO;
  const char *name = mh_page__word_name(r);
  switch (xmlTextReaderNodeType(r)) {
  case XML_READER_TYPE_ELEMENT:
    step = is_fallback(r) ? MH_PAGE__OVER : *name ? open_element(w, r, name) : step;
    break;
  case XML_READER_TYPE_END_ELEMENT: close_element(w, name); break;
  case XML_READER_TYPE_TEXT:
  case XML_READER_TYPE_CDATA:
  case XML_READER_TYPE_WHITESPACE:
  case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
    if (w->in_text && !w->hidden && xmlTextReaderConstValue(r))
      write_text(w, (const char *)xmlTextReaderConstValue(r));
    break;
  default: break;
  }
  *status = w->out->status;
  return step;
}

mh_status mh_page__word_text(mh_out *out, const mh_page__word_styles *styles,
                             const char *xml, size_t len, mh_error *err)
{
  writer w = {.out = out, .styles = styles};
  return mh_page__word_walk(xml, len, "word/document.xml", visit, &w, err);
}
