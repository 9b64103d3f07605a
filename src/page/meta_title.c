/* meta_title - the headline: which of all that is told is the one above the article.
 *
 * Search engines and those who share get a shortened headline, or another one; the title
 * element has the outlet's name and its section with it; an h1 may be the outlet's own sign.
 * So the heading on the page is taken that agrees with what the data tell, and the data's own
 * where none does.  A headline that is cut off with three points gives way to a longer one.
 */
#include "meta.h"

enum { PIECES_MOST = 8, OUTLET_POINTS = 60, HEADLINE_WORDS = 3 };

/* ---- pieces of a title element ------------------------------------------------------ */

typedef struct pieces {
  mh_span at[PIECES_MOST];
  uint32_t n;
  bool bars; /* parted by bars: no headline has these */
} pieces;

static bool parts(const char *t, uint32_t i, uint32_t n, uint32_t len, uint32_t c)
{
  const bool before = i && t[i - 1] == ' ', behind = i + n < len && t[i + n] == ' ';
  if (c == '|' || c == 0x2502 || c == 0xa6) return true;
  if (c == ':') return behind && before;
  if (c != '-' && c != 0x2013 && c != 0x2014 && c != 0x2022 && c != 0xb7 && c != 0xbb &&
      c != 0xab && c != '/' && c != '~' && c != 0x2039 && c != 0x203a && c != '>' &&
      c != '<')
    return false;
  return before && behind;
}

static void add(pieces *p, const char *t, uint32_t from, uint32_t end)
{
  while (from < end && (t[from] == ' ' || t[from] == ':')) from++;
  while (end > from && (t[end - 1] == ' ' || t[end - 1] == ':')) end--;
  if (end > from && p->n < PIECES_MOST) p->at[p->n++] = (mh_span){from, end - from};
}

/* "::" parts as well; it is one mark. */
static bool is_double(const char *t, uint32_t i, uint32_t len)
{
  return t[i] == ':' && i + 1 < len && t[i + 1] == ':';
}

static void cut(pieces *p, const char *t, uint32_t len)
{
  uint32_t from = 0;
  *p = (pieces){.n = 0};
  for (uint32_t i = 0, n; i < len; i += n) {
    const uint32_t c = mh_utf8_next(t + i, &n);
    const bool twice = is_double(t, i, len);
    if (!twice && !parts(t, i, n, len, c)) continue;
    if (p->n + 1 == PIECES_MOST) break;
    p->bars |= twice || c == '|';
    add(p, t, from, i);
    if (twice) n = 2;
    from = i + n;
  }
  add(p, t, from, len);
}

static uint32_t count_words(const char *t, uint32_t len)
{
  uint32_t words = len > 0;
  for (uint32_t i = 0; i < len; i++) words += t[i] == ' ';
  return words;
}

/* Is one of the two the other, or its words within it? */
static bool is_name(const char *piece, const char *outlet)
{
  char a[MH_PAGE__FOLD_MAX], b[MH_PAGE__FOLD_MAX];
  const size_t x = strlen(piece), y = strlen(outlet);
  if (x > 200 || y > 200) return false;
  const uint32_t n = mh_page__fold(a, sizeof a - 1, piece, (uint32_t)x);
  const uint32_t k = mh_page__fold(b, sizeof b - 1, outlet, (uint32_t)y);
  if (n == 0 || k == 0 || n == UINT32_MAX || k == UINT32_MAX) return false;
  a[n] = b[k] = '\0';
  return strstr(n < k ? b : a, n < k ? a : b) != NULL && (n < k ? n : k) >= 4;
}

/* Does some place of the page name the outlet so? */
static bool is_outlet(const mh_page__meta *m, const char *piece)
{
  const mh_page__claims *list = &m->says[MH_PAGE__SAYS_OUTLET];
  if (count_words(piece, (uint32_t)strlen(piece)) > 8) return false;
  for (uint32_t i = 0; i < list->n; i++)
    if (is_name(piece, list->at[i].text)) return true;
  return mh_page__is_outlet(piece, (uint32_t)strlen(piece));
}

static bool is_menu_word(const char *piece)
{
  char folded[MH_PAGE__FOLD_MAX];
  const size_t len = strlen(piece);
  if (len > 120) return false;
  const uint32_t n = mh_page__fold(folded, sizeof folded, piece, (uint32_t)len);
  if (n == 0 || n == UINT32_MAX) return n == 0;
  const mh_page__pattern *p = mh_page__match(folded, n, MH_PAGE__ANY);
  return p && p->form == MH_PAGE__WHOLE &&
         (p->kind == MH_PAGE__NAV || p->kind == MH_PAGE__AGENCY ||
          p->kind == MH_PAGE__LEGAL);
}

/* Is a piece at the edge of the title of the outlet, a menu, or a date? */
static mh_status is_edge(bool *out, mh_page__meta *m, const char *t, mh_span s)
{
  const char *piece = mh_arena_copy(m->a, t + s.at, s.len);
  if (!piece) return MH_ENOMEM;
  *out = is_outlet(m, piece) || is_menu_word(piece) ||
         mh_page__is_date_line(piece, s.len, 0);
  return MH_OK;
}

/* The title without the outlet and sections at either end.  What is left of a page that tells
 * no headline there is empty: *out NULL. */
static mh_status strip(const char **out, mh_page__meta *m, const char *t, bool element)
{
  pieces p;
  bool edge = true;
  cut(&p, t, (uint32_t)strlen(t));
  uint32_t first = 0, end = p.n;
  *out = NULL;
  while (end > first) {
    MH_TRY(is_edge(&edge, m, t, p.at[end - 1]));
    const uint32_t words = count_words(t + p.at[end - 1].at, p.at[end - 1].len);
    const uint32_t rest = count_words(t + p.at[first].at, p.at[first].len);
    /* a short piece behind a long one is the outlet or a section, known or not */
    if (!edge &&
        !(element && end > first + 1 && rest >= 4 && words <= (p.bars ? 5u : 2u)))
      break;
    end--;
  }
  while (first < end) {
    MH_TRY(is_edge(&edge, m, t, p.at[first]));
    if (!edge) break;
    first++;
  }
  if (first == end) return MH_OK;
  const uint32_t at = p.at[first].at, to = p.at[end - 1].at + p.at[end - 1].len;
  *out = mh_arena_copy(m->a, t + at, to - at);
  return *out ? MH_OK : MH_ENOMEM;
}

/* ---- headings ------------------------------------------------------------------------- */

typedef struct heading {
  const char *text;
  uint32_t node;
} heading;

static mh_status read_heading(heading *out, mh_page__meta *m, uint32_t node)
{
  mh_out text = {0};
  uint32_t len;
  const mh_html_node *n = &m->d->nodes[node], *last = &m->d->nodes[n->end - 1];
  *out = (heading){.node = node};
  if (last->at + last->len - n->at > 3000) return MH_OK;
  mh_html_text_within(&text, m->d, node);
  mh_status s = text.status;
  if (s == MH_OK && text.len)
    s = mh_page__line_of(&out->text, &len, m, text.at, text.len, 500);
  mh_out_free(&text);
  return s;
}

static bool is_cut_off(const char *t)
{
  const size_t n = strlen(t);
  return (n > 3 && strcmp(t + n - 3, "...") == 0) ||
         (n > 3 && strcmp(t + n - 3, "\xe2\x80\xa6") == 0);
}

/* How much of the shorter's words the other has, in the hundred. */
static uint32_t overlap(const char *x, const char *y)
{
  char a[MH_PAGE__FOLD_MAX], b[MH_PAGE__FOLD_MAX];
  const size_t lx = strlen(x), ly = strlen(y);
  if (lx > 300 || ly > 300) return 0;
  if (lx > ly) return overlap(y, x);
  const uint32_t n = mh_page__fold(a, sizeof a, x, (uint32_t)lx);
  const uint32_t k = mh_page__fold(b, sizeof b, y, (uint32_t)ly);
  uint32_t words = 0, met = 0;
  if (n == UINT32_MAX || k == UINT32_MAX) return 0;
  for (uint32_t i = 0, w; i < n; i += w + 1) {
    w = mh_page__word(a, n, i);
    bool found = false;
    for (uint32_t j = 0, v; j < k && !found; j += v + 1) {
      v = mh_page__word(b, k, j);
      found = v == w && memcmp(a + i, b + j, w) == 0;
    }
    words++;
    met += found;
  }
  return words >= 3 ? 100 * met / words : 0;
}

/* Without the points at its end, for comparing. */
static bool agrees(const char *text, const char *told)
{
  if (mh_page__agree(text, told)) return true;
  return overlap(text, told) >= 80;
}

/* The first of the headings, of a kind, that agrees with one of the told. */
static mh_status find_agreeing(heading *out, mh_page__meta *m,
                               const struct mh_page__nodes *list, const char *const *told,
                               uint32_t n, bool h1)
{
  *out = (heading){0};
  for (uint32_t i = 0; i < list->n; i++) {
    heading h;
    if ((m->d->nodes[list->at[i]].tag == MH_HTML_H1) != h1) continue;
    MH_TRY(read_heading(&h, m, list->at[i]));
    for (uint32_t k = 0; h.text && k < n; k++)
      if (agrees(h.text, told[k])) {
        *out = h;
        return MH_OK;
      }
  }
  return MH_OK;
}

/* The first h1 (or what is dressed like one) that may be a headline, whatever is told. */
static mh_status find_alone(heading *out, mh_page__meta *m,
                            const struct mh_page__nodes *list, bool h1)
{
  *out = (heading){0};
  for (uint32_t i = 0; i < list->n; i++) {
    heading h;
    const uint16_t tag = m->d->nodes[list->at[i]].tag;
    if (h1 && tag != MH_HTML_H1) continue;
    MH_TRY(read_heading(&h, m, list->at[i]));
    if (!h.text) continue;
    const uint32_t words = count_words(h.text, (uint32_t)strlen(h.text));
    if (words < HEADLINE_WORDS || words > 40 || is_outlet(m, h.text) ||
        is_menu_word(h.text))
      continue;
    *out = h;
    return MH_OK;
  }
  return MH_OK;
}

/* ---- the choice --------------------------------------------------------------------------- */

enum { TOLD_MOST = 16 };

/* What the data tell, the most trusted first, without outlets; title elements last. */
typedef struct told {
  const char *text[TOLD_MOST];
  const mh_page__claim *claim[TOLD_MOST];
  uint32_t n;
} told;

static mh_status gather(told *out, mh_page__meta *m)
{
  const mh_page__claims *list = &m->says[MH_PAGE__SAYS_TITLE];
  out->n = 0;
  for (uint32_t rank = 0; rank < 100; rank++)
    for (uint32_t i = 0; i < list->n && out->n < TOLD_MOST; i++) {
      const char *text = NULL;
      if (list->at[i].rank != rank) continue;
      MH_TRY(strip(&text, m, list->at[i].text, rank >= 40));
      if (!text) continue;
      out->claim[out->n] = &list->at[i];
      out->text[out->n++] = text;
    }
  return MH_OK;
}

/* A longer one that begins like the text that is cut off. */
static const char *whole(const told *t, const char *text, const char **from)
{
  if (!is_cut_off(text)) return text;
  for (uint32_t i = 0; i < t->n; i++)
    if (!is_cut_off(t->text[i]) && mh_page__agree(text, t->text[i]) &&
        strlen(t->text[i]) + 3 > strlen(text)) {
      *from = t->claim[i]->from;
      return t->text[i];
    }
  return text;
}

/* The outlet that a title element tells behind the headline. */
static mh_status learn_outlet(mh_page__meta *m, const char *title)
{
  const mh_page__claims *list = &m->says[MH_PAGE__SAYS_TITLE];
  for (uint32_t i = 0; title && i < list->n; i++) {
    const mh_page__claim *c = &list->at[i];
    pieces p;
    if (c->rank < 40 || !mh_page__agree(c->text, title)) continue;
    cut(&p, c->text, c->len);
    if (p.n < 2 || c->len <= strlen(title)) continue;
    const mh_span last = p.at[p.n - 1];
    if (strlen(title) > last.at || count_words(c->text + last.at, last.len) > 6) continue;
    return mh_page__add_claim(m, MH_PAGE__SAYS_OUTLET, 48, "title", c->text + last.at,
                              last.len, 0);
  }
  return MH_OK;
}

/* "New Page 1", "Details": told by who made the system. */
static bool is_weak(const told *t)
{
  return t->n == 0 || (unsigned char)t->text[0][0] < 0x80 ||
         count_words(t->text[0], (uint32_t)strlen(t->text[0])) <= HEADLINE_WORDS;
}

static mh_status choose_heading(heading *h, mh_page__meta *m, const told *t)
{
  *h = (heading){0};
  MH_TRY(find_agreeing(h, m, &m->headings, t->text, t->n, true));
  if (!h->text) MH_TRY(find_agreeing(h, m, &m->headings, t->text, t->n, false));
  if (!h->text) MH_TRY(find_agreeing(h, m, &m->dressed, t->text, t->n, false));
  if (h->text) return MH_OK;
  /* title elements of old systems are the same on all pages: then a heading alone */
  if (t->n && t->claim[0]->rank < 40) return MH_OK;
  MH_TRY(find_alone(h, m, &m->headings, true));
  if (h->text || !is_weak(t)) return MH_OK;
  MH_TRY(find_alone(h, m, &m->headings, false));
  if (!h->text) MH_TRY(find_alone(h, m, &m->dressed, false));
  if (h->text && t->n && (unsigned char)h->text[0] < 0xd0) *h = (heading){0};
  return MH_OK;
}

mh_status mh_page__choose_title(mh_article *out, mh_page__meta *m, uint32_t *node)
{
  told t;
  heading h;
  MH_TRY(gather(&t, m));
  MH_TRY(choose_heading(&h, m, &t));
  *node = h.node;
  if (!out->title) {
    const char *from = "heading", *text = NULL;
    if (h.text)
      text = whole(&t, h.text, &from);
    else if (t.n)
      from = t.claim[0]->from, text = whole(&t, t.text[0], &from);
    out->title = text;
    out->from_title = text ? from : NULL;
  }
  return learn_outlet(m, out->title);
}
