/* main_traits - one walk over the nodes of a page: what each says of itself by its name, class
 * and attributes, what it takes over from those around it, and the text of the page in
 * pieces, each between two breaks.
 *
 * Nothing is judged here but what a page says outright: what is hidden, what is a menu.
 */
#include "mainpart.h"

enum { LONG_ENOUGH = 90, CLOSED_ENOUGH = 45, LINKS_MOST = 7 /* of ten characters */ };

/* ---- kinds of elements ------------------------------------------------------------ */

/* What an element means for all within. */
static uint16_t state_of(mh_html_tag tag)
{
  switch (tag) {
  case MH_HTML_A: return MH_PAGE__LINKED;
  case MH_HTML_H1:
  case MH_HTML_H2:
  case MH_HTML_H3:
  case MH_HTML_H4:
  case MH_HTML_H5:
  case MH_HTML_H6: return MH_PAGE__HEADED;
  case MH_HTML_B:
  case MH_HTML_STRONG: return MH_PAGE__STRONG;
  case MH_HTML_LI:
  case MH_HTML_DD:
  case MH_HTML_DT: return MH_PAGE__LISTED;
  case MH_HTML_BLOCKQUOTE: return MH_PAGE__QUOTED;
  case MH_HTML_TD:
  case MH_HTML_TH: return MH_PAGE__CELLED;
  case MH_HTML_P: return MH_PAGE__PAR;
  case MH_HTML_NAV:
  case MH_HTML_ASIDE:
  case MH_HTML_FOOTER:
  case MH_HTML_FIGCAPTION:
  case MH_HTML_MENU:
  case MH_HTML_CAPTION:
  case MH_HTML_SEARCH:
  case MH_HTML_DIALOG: return MH_PAGE__OUT;
  case MH_HTML_HEAD:
  case MH_HTML_TITLE:
  case MH_HTML_SCRIPT:
  case MH_HTML_STYLE:
  case MH_HTML_NOSCRIPT:
  case MH_HTML_TEMPLATE:
  case MH_HTML_TEXTAREA:
  case MH_HTML_SELECT:
  case MH_HTML_OPTION:
  case MH_HTML_BUTTON:
  case MH_HTML_IFRAME:
  case MH_HTML_SVG:
  case MH_HTML_MATH:
  case MH_HTML_OBJECT:
  case MH_HTML_EMBED:
  case MH_HTML_AUDIO:
  case MH_HTML_VIDEO:
  case MH_HTML_NOEMBED:
  case MH_HTML_NOFRAMES:
  case MH_HTML_LABEL:
  case MH_HTML_RP:
  case MH_HTML_RT:
  case MH_HTML_INPUT: return MH_PAGE__SILENT;
  default: return 0;
  }
}

static bool is_inline(mh_html_tag tag)
{
  switch (tag) {
  case MH_HTML_TEXT:
  case MH_HTML_OTHER:
  case MH_HTML_A:
  case MH_HTML_ABBR:
  case MH_HTML_B:
  case MH_HTML_BIG:
  case MH_HTML_BR:
  case MH_HTML_CITE:
  case MH_HTML_CODE:
  case MH_HTML_DEL:
  case MH_HTML_EM:
  case MH_HTML_FONT:
  case MH_HTML_I:
  case MH_HTML_IMG:
  case MH_HTML_AMP_IMG:
  case MH_HTML_INPUT:
  case MH_HTML_INS:
  case MH_HTML_LABEL:
  case MH_HTML_LINK:
  case MH_HTML_MARK:
  case MH_HTML_META:
  case MH_HTML_NOBR:
  case MH_HTML_NOSCRIPT:
  case MH_HTML_PICTURE:
  case MH_HTML_Q:
  case MH_HTML_RUBY:
  case MH_HTML_S:
  case MH_HTML_SCRIPT:
  case MH_HTML_SMALL:
  case MH_HTML_SOURCE:
  case MH_HTML_SPAN:
  case MH_HTML_STRIKE:
  case MH_HTML_STRONG:
  case MH_HTML_STYLE:
  case MH_HTML_SUB:
  case MH_HTML_SUP:
  case MH_HTML_SVG:
  case MH_HTML_TEMPLATE:
  case MH_HTML_TIME:
  case MH_HTML_TT:
  case MH_HTML_U:
  case MH_HTML_VAR:
  case MH_HTML_WBR: return true;
  default: return false;
  }
}

/* Elements that hold the page, so that their classes speak of the page. */
static bool is_whole(mh_html_tag tag)
{
  return tag == MH_HTML_HTML || tag == MH_HTML_BODY || tag == MH_HTML_ROOT;
}

/* ---- attributes ---------------------------------------------------------------------- */

static bool is_space(char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

typedef struct attribute {
  const char *name, *value;
  uint32_t name_len, len;
} attribute;

/* The next attribute of the tag from *p on; false at its end. */
static bool next(attribute *out, const char **p, const char *end)
{
  const char *c = *p;
  while (c < end && (is_space(*c) || *c == '/')) c++;
  if (c >= end) return false;
  out->name = c++;
  while (c < end && *c != '=' && *c != '/' && !is_space(*c)) c++;
  out->name_len = (uint32_t)(c - out->name);
  while (c < end && is_space(*c)) c++;
  out->value = c;
  out->len = 0;
  if (c < end && *c == '=') {
    c++;
    while (c < end && is_space(*c)) c++;
    const char quote = c < end && (*c == '"' || *c == '\'') ? *c++ : 0;
    out->value = c;
    if (quote) {
      const char *stop = memchr(c, quote, (size_t)(end - c));
      c = stop ? stop : end;
    } else {
      while (c < end && !is_space(*c)) c++;
    }
    out->len = (uint32_t)(c - out->value);
    c += quote && c < end;
  }
  *p = c;
  return true;
}

static bool named(const attribute *x, const char *name)
{
  const size_t n = strlen(name);
  return x->name_len == n && memcmp(x->name, name, n) == 0;
}

/* Does the value hold the word, small letters or capitals? */
static bool holds(const attribute *x, const char *word)
{
  const size_t n = strlen(word);
  for (uint32_t i = 0; i + n <= x->len; i++) {
    size_t k = 0;
    while (k < n && (x->value[i + k] | 0x20) == word[k]) k++;
    if (k == n) return true;
  }
  return false;
}

/* A style that shows nothing: display: none, visibility: hidden. */
static bool shows_nothing(const attribute *x)
{
  char squeezed[120];
  size_t n = 0;
  for (uint32_t i = 0; i < x->len && n < sizeof squeezed - 1; i++)
    if (!is_space(x->value[i])) squeezed[n++] = (char)(x->value[i] | 0x20);
  squeezed[n] = '\0';
  return strstr(squeezed, "display:none") || strstr(squeezed, "visibility:hidden");
}

static void read_role(const attribute *x, unsigned *marks, uint16_t *state)
{
  static const char *const out[] = {
      "navigation", "complementary", "contentinfo", "search",  "dialog",  "menu",
      "banner",     "button",        "alert",       "tablist", "toolbar", "listbox"};
  for (size_t i = 0; i < sizeof out / sizeof *out; i++)
    if (holds(x, out[i])) *state |= MH_PAGE__OUT;
  if (holds(x, "main") || holds(x, "article")) *marks |= MH_PAGE__MARK(TEXT);
  if (holds(x, "heading")) *state |= MH_PAGE__HEADED;
}

static void read_attribute(const attribute *x, unsigned *marks, uint16_t *state)
{
  switch (x->name[0]) {
  case 'a':
    if (named(x, "aria-hidden") && holds(x, "true")) *marks |= MH_PAGE__MARK(NOT);
    if (named(x, "aria-labelledby")) *marks |= mh_page__class_marks(x->value, x->len);
    break;
  case 'd':
    if (named(x, "data-testid") || named(x, "data-component") || named(x, "data-type") ||
        named(x, "data-module") || named(x, "data-qa") || named(x, "data-widget-type"))
      *marks |= mh_page__class_marks(x->value, x->len);
    break;
  case 'h':
    if (named(x, "hidden")) *state |= MH_PAGE__SILENT;
    break;
  case 'i':
    if (named(x, "itemprop")) {
      if (holds(x, "articlebody")) *marks |= MH_PAGE__MARK(BODY);
      if (holds(x, "author") || holds(x, "publisher") || holds(x, "caption"))
        *state |= MH_PAGE__OUT;
    }
    break;
  case 'p':
    if (named(x, "property") && holds(x, "articlebody")) *marks |= MH_PAGE__MARK(BODY);
    break;
  case 'r':
    if (named(x, "role")) read_role(x, marks, state);
    break;
  case 's':
    if (named(x, "style") && shows_nothing(x)) *state |= MH_PAGE__SILENT;
    break;
  default: break;
  }
}

/* ---- classes ------------------------------------------------------------------------------ */

/* A page says the same classes again and again: those that were looked up last. */
enum { MEMO = 1024 };
typedef struct memo {
  struct {
    const char *at;
    uint32_t len;
    uint8_t marks;
  } slots[MEMO];
} memo;

static uint32_t slot_of(const char *value, uint32_t len)
{
  uint64_t first = 0, last = 0;
  memcpy(&first, value, len < 8 ? len : 8);
  memcpy(&last, value + (len < 8 ? 0 : len - 8), len < 8 ? len : 8);
  const uint64_t h = (first ^ last * 31 ^ len) * UINT64_C(0x9e3779b97f4a7c15);
  return (uint32_t)(h >> 54) % MEMO;
}

static unsigned class_marks(memo *known, const char *value, uint32_t len)
{
  const uint32_t i = slot_of(value, len);
  if (known->slots[i].at == NULL || known->slots[i].len != len ||
      memcmp(known->slots[i].at, value, len) != 0) {
    known->slots[i].at = value;
    known->slots[i].len = len;
    known->slots[i].marks = (uint8_t)mh_page__class_marks(value, len);
  }
  return known->slots[i].marks;
}

/* ---- nodes ------------------------------------------------------------------------------ */

static void know_node(mh_page__map *m, memo *known, uint32_t i)
{
  const mh_html_node *node = &m->d->nodes[i];
  const mh_html_tag tag = (mh_html_tag)node->tag;
  const mh_page__trait *around = &m->traits[node->parent];
  mh_page__trait *trait = &m->traits[i];
  unsigned marks = 0;
  uint16_t state = state_of(tag);
  if (!is_whole(tag) && node->end > i + 1) {
    const char *page = m->d->page, *p = page + node->at, *end = p + node->len;
    attribute x;
    if (node->class.len)
      marks |= class_marks(known, page + node->class.at, node->class.len);
    if (node->id.len) marks |= class_marks(known, page + node->id.at, node->id.len);
    while (node->has & ~(MH_HTML_HAS_REL | MH_HTML_HAS_HREF) && next(&x, &p, end))
      read_attribute(&x, &marks, &state);
  }
  /* A place that links lead to; many are never closed. */
  if (tag == MH_HTML_A && !(node->has & MH_HTML_HAS_HREF))
    state &= (uint16_t)~MH_PAGE__LINKED;
  if (tag == MH_HTML_ARTICLE || tag == MH_HTML_MAIN) marks |= MH_PAGE__MARK(TEXT);
  if (tag == MH_HTML_HEADER || tag == MH_HTML_FIGURE || tag == MH_HTML_FORM ||
      tag == MH_HTML_FIELDSET || tag == MH_HTML_ADDRESS || tag == MH_HTML_TIME)
    marks |= MH_PAGE__MARK(BOX);
  if (marks & (MH_PAGE__MARK(NOT) | MH_PAGE__MARK(SOFT))) state |= MH_PAGE__OUT;
  if (marks & MH_PAGE__MARK(BODY)) state |= MH_PAGE__BODIED;
  trait->marks = (uint8_t)marks;
  trait->own = state;
  trait->state = around->state | state;
  trait->block = is_inline(tag) ? around->block : i;
}

/* ---- pieces -------------------------------------------------------------------------- */

typedef struct walk {
  mh_page__map *m;
  mh_arena *a;
  uint32_t open; /* the piece that goes on, 1-based; 0 none */
  bool broken;   /* a BR, and no text since                 */
  bool space;    /* white space since its last character    */
} walk;

/* Marks that end a sentence, and those that may stand behind one. */
static bool ends_sentence(const char *t, uint32_t i)
{
  const unsigned char c = (unsigned char)t[i];
  if (c == '.' || c == '!' || c == '?' || c == ':') return true;
  if (i >= 1 && c == 0x9f && (unsigned char)t[i - 1] == 0xd8) return true;
  if (i >= 2 && c == 0x82 && (unsigned char)t[i - 1] == 0x80 &&
      (unsigned char)t[i - 2] == 0xe3)
    return true; /* the full stop of Chinese and Japanese */
  return i >= 2 && c == 0xa6 && (unsigned char)t[i - 1] == 0x80 &&
         (unsigned char)t[i - 2] == 0xe2;
}

static bool closes(const char *t, uint32_t i)
{
  const unsigned char c = (unsigned char)t[i];
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xbb || c == 0x9d ||
         c == 0x99;
}

/* Ends the stretch of text t as a sentence does? */
static bool is_final(const char *t, uint32_t len)
{
  while (len && is_space(t[len - 1])) len--;
  for (int tries = 0; len && tries < 6 && !ends_sentence(t, len - 1); tries++) {
    const unsigned char c = (unsigned char)t[len - 1];
    if (!closes(t, len - 1) && c != 0xc2 && c != 0xe2 && c != 0x80) return false;
    len--;
  }
  return len && ends_sentence(t, len - 1);
}

static mh_status begin(walk *w, uint32_t node, uint32_t block)
{
  mh_page__piece p = {.block = block,
                      .first = node,
                      .last = node,
                      .state = w->m->traits[block].state,
                      .keep = true};
  MH_TRY(MH_PUSH(w->a, &w->m->pieces, p));
  w->open = w->m->pieces.n;
  w->space = false;
  return MH_OK;
}

/* Count the text of a node into the piece. */
static void count(walk *w, mh_page__piece *p, uint32_t node, uint16_t state)
{
  const mh_html_node *x = &w->m->d->nodes[node];
  const char *t = w->m->d->page + x->at;
  uint32_t points = 0, words = 0, stops = 0, signs = 0;
  bool space = w->space || p->points == 0;
  for (uint32_t i = 0; i < x->len; i++) {
    const unsigned char c = (unsigned char)t[i];
    if (c <= ' ') {
      points += !space;
      space = true;
      continue;
    }
    words += space;
    space = false;
    points += (c & 0xc0) != 0x80;
    if (c >= 0xe3 &&
        c <= 0xed) { /* a sign of Chinese and the like is worth two letters */
      points++;
      words += ++signs % 2;
    }
    if (c == '.' || c == ',' || c == '!' || c == '?' || c == 0x8c || c == 0x9f)
      stops += i + 1 == x->len || is_space(t[i + 1]) || t[i + 1] == '"';
    else if (c == 0x82 && i &&
             (unsigned char)t[i - 1] == 0x80) /* of Chinese and Japanese */
      stops++;
  }
  w->space = space;
  p->last = node;
  p->points += points;
  if (state & MH_PAGE__LINKED) p->linked += points;
  if (state & (MH_PAGE__STRONG | MH_PAGE__HEADED)) p->strong += points;
  words += p->words;
  stops += p->stops;
  p->words = (uint16_t)(words < 60000 ? words : 60000);
  p->stops = (uint16_t)(stops < 60000 ? stops : 60000);
  p->final = is_final(t, x->len);
}

static bool is_blank(const char *t, uint32_t len)
{
  for (uint32_t i = 0; i < len; i++) {
    const unsigned char c = (unsigned char)t[i];
    if (c == '&' && len - i >= 6 && memcmp(t + i, "&nbsp;", 6) == 0)
      i += 5;
    else if (c == 0xc2 && i + 1 < len && (unsigned char)t[i + 1] == 0xa0)
      i++;
    else if (c > ' ')
      return false;
  }
  return true;
}

static mh_status take_text(walk *w, uint32_t i)
{
  const mh_html_node *x = &w->m->d->nodes[i];
  const mh_page__trait *around = &w->m->traits[x->parent];
  w->m->traits[i] = *around;
  w->m->traits[i].marks = 0;
  if (around->state & MH_PAGE__SILENT) return MH_OK;
  if (is_blank(w->m->d->page + x->at, x->len)) {
    w->space = true;
    return MH_OK;
  }
  if (!w->open || w->m->pieces.at[w->open - 1].block != around->block)
    MH_TRY(begin(w, i, around->block));
  w->broken = false;
  count(w, &w->m->pieces.at[w->open - 1], i, around->state);
  return MH_OK;
}

/* Does the line that ends at node i have an element of its own, as labels and days have? */
static bool is_dressed(const walk *w, const mh_page__piece *p, uint32_t i)
{
  const mh_html_node *nodes = w->m->d->nodes;
  const uint32_t around = nodes[p->last].parent;
  const uint16_t tag = nodes[around].tag;
  return (tag == MH_HTML_FONT || tag == MH_HTML_SPAN || tag == MH_HTML_SMALL) &&
         nodes[around].end <= i && around < p->first;
}

/* A line ends.  Two line ends in a row, or one behind a sentence, a line of bold letters or one
 * that has an element of its own, end a paragraph. */
static void take_break(walk *w, uint32_t i)
{
  w->space = true;
  if (!w->open) return;
  const mh_page__piece *p = &w->m->pieces.at[w->open - 1];
  if (w->broken || p->final || p->strong * 10 >= p->points * 9 || is_dressed(w, p, i))
    w->open = 0;
  w->broken = true;
}

mh_status mh_page__survey(mh_page__map *out, mh_arena *a, const mh_html_doc *d)
{
  walk w = {.m = out, .a = a};
  memo known = {0};
  *out = (mh_page__map){.d = d};
  out->traits = mh_arena_zero(a, (size_t)(d->n + 1) * sizeof *out->traits);
  if (!out->traits) return MH_ENOMEM;
  for (uint32_t i = 1; i < d->n; i++) {
    const mh_html_tag tag = (mh_html_tag)d->nodes[i].tag;
    if (tag == MH_HTML_TEXT) {
      MH_TRY(take_text(&w, i));
      continue;
    }
    know_node(out, &known, i);
    if (tag == MH_HTML_BR)
      take_break(&w, i);
    else if (out->traits[i].block == i)
      w.open = 0;
    if (out->traits[i].state & MH_PAGE__SILENT) i = d->nodes[i].end - 1;
  }
  return MH_OK;
}

bool mh_page__is_good(const mh_page__piece *p)
{
  const uint32_t points = p->points - p->linked;
  if (p->linked * 10 > p->points * LINKS_MOST) return false;
  if (p->state & MH_PAGE__HEADED) return false;
  return points >= LONG_ENOUGH ? p->stops > 0 || p->words >= 20
                               : points >= CLOSED_ENOUGH && p->final;
}
