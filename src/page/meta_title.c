/* meta_title - the headline: which of all that is told is the one above the article.
 *
 * Search engines and those who share get a shortened headline, or another one; the title
 * element has the outlet's name and its section with it; an h1 may be the outlet's own sign.
 * So the heading on the page is taken that agrees with what the data tell, and the data's own
 * where none does.  A headline that is cut off with three points gives way to a longer one.
 */
#include "meta.h"

enum {
  TITLES = MH_PAGE__SAYS_TITLE,
  PIECES_MOST = 8,
  HEADLINE_WORDS = 3,
  ELEMENT = 40 /* rank of a title element, the least trusted */
};

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

/* How well a heading agrees with what is told: 3 the same words, 2 one is the beginning of the
 * other, 1 most words are the same; 0 not. */
static int agreement(const char *text, const char *told)
{
  if (mh_page__same_words(text, told)) return 3;
  if (count_words(text, (uint32_t)strlen(text)) < HEADLINE_WORDS) return 0;
  if (mh_page__agree(text, told)) return 2;
  return overlap(text, told) >= 80;
}

/* ---- what is told ------------------------------------------------------------------------ */

enum { TOLD_MOST = 16 };

/* What the data tell, the most trusted first, without outlets; title elements last, followed
 * by their pieces. */
typedef struct told {
  const char *text[TOLD_MOST];
  const mh_page__claim *claim[TOLD_MOST];
  uint32_t n;
  uint32_t whole; /* so many are no pieces */
} told;

static void tell(told *t, const char *text, const mh_page__claim *c)
{
  if (!text || t->n == TOLD_MOST) return;
  t->claim[t->n] = c;
  t->text[t->n++] = text;
}

static mh_status tell_pieces(told *t, mh_page__meta *m, const mh_page__claim *c)
{
  pieces p;
  cut(&p, c->text, c->len);
  for (uint32_t i = 0; p.n > 1 && i < p.n; i++) {
    if (count_words(c->text + p.at[i].at, p.at[i].len) <= HEADLINE_WORDS) continue;
    const char *piece = mh_arena_copy(m->a, c->text + p.at[i].at, p.at[i].len);
    if (!piece) return MH_ENOMEM;
    tell(t, piece, c);
  }
  return MH_OK;
}

static mh_status gather(told *out, mh_page__meta *m)
{
  const mh_page__claims *list = &m->says[TITLES];
  *out = (told){.n = 0};
  for (uint32_t rank = 0; rank < 100; rank++)
    for (uint32_t i = 0; i < list->n; i++) {
      const char *text = NULL;
      if (list->at[i].rank != rank) continue;
      MH_TRY(strip(&text, m, list->at[i].text, rank >= ELEMENT));
      tell(out, text, &list->at[i]);
    }
  out->whole = out->n;
  for (uint32_t i = 0; i < list->n; i++)
    if (list->at[i].rank >= ELEMENT) MH_TRY(tell_pieces(out, m, &list->at[i]));
  return MH_OK;
}

/* Nothing but a title element, which old systems have the same on all pages. */
static bool is_doubtful(const told *t)
{
  return t->n == 0 || t->claim[0]->rank >= ELEMENT;
}

/* ---- the choice --------------------------------------------------------------------------- */

/* The heading of the list that agrees best, the first of equals. */
static mh_status find_agreeing(heading *best, int *level, mh_page__meta *m,
                               const struct mh_page__nodes *list, const told *t, bool h1)
{
  for (uint32_t i = 0; i < list->n && *level < 3; i++) {
    heading h;
    if ((m->d->nodes[list->at[i]].tag == MH_HTML_H1) != h1) continue;
    MH_TRY(read_heading(&h, m, list->at[i]));
    for (uint32_t k = 0; h.text && k < t->n; k++) {
      const int now = agreement(h.text, t->text[k]);
      if (now > *level) *best = h, *level = now;
    }
  }
  return MH_OK;
}

/* A line that says what the title element begins or ends with, or all of it. */
static bool find_line(heading *out, const mh_page__meta *m, const told *t)
{
  for (uint32_t i = 0; i < m->lines.n; i++) {
    const mh_page__read *x = &m->lines.at[i];
    if (!x->text || count_words(x->text, x->len) <= HEADLINE_WORDS) continue;
    for (uint32_t k = 0; k < t->n; k++)
      if (strlen(x->text) <= strlen(t->text[k]) + 1 &&
          agreement(x->text, t->text[k]) >= 2) {
        *out = (heading){x->text, x->node};
        return true;
      }
  }
  return false;
}

/* Does a paragraph stand within a few lines behind a node? */
static bool leads(const mh_page__meta *m, uint32_t node)
{
  uint32_t i = 0;
  while (i < m->lines.n && m->lines.at[i].node < node) i++;
  for (uint32_t k = i; k < m->lines.n && k < i + 12; k++)
    if (m->lines.at[k].paragraph) return true;
  return false;
}

static bool is_link(const mh_page__meta *m, uint32_t node)
{
  for (int k = 0; k < 4 && node; k++, node = m->d->nodes[node].parent)
    if (m->d->nodes[node].tag == MH_HTML_A || m->d->nodes[node].tag == MH_HTML_LI)
      return true;
  return false;
}

/* The first heading that may be a headline, whatever is told. */
static mh_status find_alone(heading *out, mh_page__meta *m,
                            const struct mh_page__nodes *list, bool h1)
{
  for (uint32_t i = 0; i < list->n && !out->text; i++) {
    heading h;
    const uint32_t node = list->at[i];
    if ((m->d->nodes[node].tag == MH_HTML_H1) != h1 || is_link(m, node)) continue;
    if (!leads(m, node)) continue;
    MH_TRY(read_heading(&h, m, node));
    if (!h.text) continue;
    const uint32_t words = count_words(h.text, (uint32_t)strlen(h.text));
    if (words < HEADLINE_WORDS || words > 40 || is_outlet(m, h.text) ||
        is_menu_word(h.text) ||
        mh_page__is_date_line(h.text, (uint32_t)strlen(h.text), 2))
      continue;
    *out = h;
  }
  return MH_OK;
}

static mh_status choose_heading(heading *h, mh_page__meta *m, const told *t)
{
  int level = 0;
  *h = (heading){0};
  MH_TRY(find_agreeing(h, &level, m, &m->headings, t, true));
  MH_TRY(find_agreeing(h, &level, m, &m->headings, t, false));
  MH_TRY(find_agreeing(h, &level, m, &m->dressed, t, false));
  if (level || !is_doubtful(t) || find_line(h, m, t)) return MH_OK;
  MH_TRY(find_alone(h, m, &m->headings, true));
  MH_TRY(find_alone(h, m, &m->headings, false));
  return find_alone(h, m, &m->dressed, false);
}

static bool is_cut_off(const char *t)
{
  const size_t n = strlen(t);
  return (n > 3 && strcmp(t + n - 3, "...") == 0) ||
         (n > 3 && strcmp(t + n - 3, "\xe2\x80\xa6") == 0);
}

/* A longer one that begins like the text that is cut off. */
static const char *whole(const told *t, const char *text, const char **from)
{
  if (!is_cut_off(text)) return text;
  for (uint32_t i = 0; i < t->whole; i++)
    if (!is_cut_off(t->text[i]) && mh_page__agree(text, t->text[i]) &&
        strlen(t->text[i]) + 3 > strlen(text)) {
      *from = t->claim[i]->from;
      return t->text[i];
    }
  return text;
}

/* The outlet that a title element tells before or behind the headline; an element without the
 * headline is the same on all pages: the outlet's. */
static mh_status learn_outlet(mh_page__meta *m, const mh_page__claim *c,
                              const char *title)
{
  pieces p;
  const char *at = strstr(c->text, title);
  cut(&p, c->text, c->len);
  if (p.n == 0) return MH_OK;
  const mh_span first = p.at[0], last = p.at[p.n - 1];
  const size_t end = at ? (size_t)(at - c->text) + strlen(title) : strlen(title);
  for (uint32_t i = 0; i < p.n; i++)
    if (mh_page__is_outlet(c->text + p.at[i].at, p.at[i].len))
      return mh_page__add_claim(m, MH_PAGE__SAYS_OUTLET, 47, "title",
                                c->text + p.at[i].at, p.at[i].len, 0);
  mh_page__moment moment;
  const bool day = mh_page__find_moment(&moment, c->text + last.at, last.len);
  if (at && at > c->text) { /* "Agency: headline" */
    const uint32_t n = mh_page__trim_marks(c->text, (uint32_t)(at - c->text));
    if (mh_page__is_outlet(c->text, n) || last.at < end || day)
      return count_words(c->text, n) > 6 ? MH_OK
                                         : mh_page__add_claim(m, MH_PAGE__SAYS_OUTLET, 48,
                                                              "title", c->text, n, 0);
  }
  const bool known = at || mh_page__agree(c->text, title);
  if (known && !day && p.n > 1 && last.at >= end &&
      count_words(c->text + last.at, last.len) <= 6)
    return mh_page__add_claim(m, MH_PAGE__SAYS_OUTLET, 48, "title", c->text + last.at,
                              last.len, 0);
  if (known || c->len > 120 || (unsigned char)c->text[first.at] < 0x80) return MH_OK;
  return mh_page__add_claim(m, MH_PAGE__SAYS_OUTLET, 66, "title", c->text, c->len, 0);
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
    else if (t.whole)
      from = t.claim[0]->from, text = whole(&t, t.text[0], &from);
    out->title = text;
    out->from_title = text ? from : NULL;
  }
  const mh_page__claims *list = &m->says[TITLES];
  for (uint32_t i = 0; out->title && i < list->n; i++)
    if (list->at[i].rank == ELEMENT) return learn_outlet(m, &list->at[i], out->title);
  return MH_OK;
}
