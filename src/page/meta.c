/* meta - what a page says of itself: the journey, and the claims that are gathered on it.
 *
 * A page tells its headline, its day and so on in many places: for search engines (JSON-LD,
 * microdata), for those who share it (OpenGraph), for its statistics (meta names of a dozen
 * makers), for its readers (h1, time, words), in its address.  All of them are gathered as
 * claims with where they stand and how far that place is trusted; meta_title.c and
 * meta_choose.c then choose.  Does not look for the text of the article.
 */
#include "meta.h"

enum { LINE_MOST = 1000, CLAIMS_MOST = 48 };

/* One clean line of what stands in m->out, in the arena. */
static mh_status clean_line(const char **out, uint32_t *out_len, mh_page__meta *m,
                            size_t most)
{
  char *text = NULL;
  uint32_t len = 0;
  *out = NULL;
  *out_len = 0;
  if (m->out.status != MH_OK) return m->out.status;
  if (m->out.len == 0 || m->out.len > 4 * most) return MH_OK;
  size_t bad;
  if (!mh_utf8_check(m->out.at, m->out.len, &bad)) return MH_OK;
  MH_TRY(mh_page__clean(&text, &len, m->a, m->out.at, m->out.len));
  uint32_t n = 0;
  for (uint32_t i = 0; i < len; i++) {
    const bool blank = text[i] == '\n' || text[i] == ' ';
    if (blank && (n == 0 || text[n - 1] == ' ')) continue;
    text[n++] = blank ? ' ' : text[i];
  }
  while (n && text[n - 1] == ' ') n--;
  text[n] = '\0';
  if (n == 0 || n > most) return MH_OK;
  *out = text;
  *out_len = n;
  return MH_OK;
}

mh_status mh_page__line_of(const char **out, uint32_t *out_len, mh_page__meta *m,
                           const char *text, size_t len, size_t most)
{
  mh_html_doc d = {.page = text, .len = len};
  mh_out_clear(&m->out);
  *out = NULL;
  *out_len = 0;
  if (len == 0 || len > 8 * most) return MH_OK;
  mh_html_text(&m->out, &d, (mh_span){0, (uint32_t)len});
  if (m->out.status == MH_OK && m->out.len && memchr(m->out.at, '&', m->out.len)) {
    char *once = mh_arena_copy(m->a, m->out.at, m->out.len);
    if (!once) return MH_ENOMEM;
    d = (mh_html_doc){.page = once, .len = m->out.len};
    mh_out_clear(&m->out);
    mh_html_text(&m->out, &d, (mh_span){0, (uint32_t)d.len});
  }
  return clean_line(out, out_len, m, most);
}

mh_status mh_page__add_claim(mh_page__meta *m, mh_page__fact fact, uint8_t rank,
                             const char *from, const char *text, size_t len,
                             uint32_t node)
{
  mh_page__claim c = {.from = from, .rank = rank, .node = node};
  mh_page__claims *list = &m->says[fact];
  if (list->n >= CLAIMS_MOST || len == 0 || len > 8 * LINE_MOST) return MH_OK;
  MH_TRY(mh_page__line_of(&c.text, &c.len, m, text, len, LINE_MOST));
  return c.text ? MH_PUSH(m->a, list, c) : MH_OK;
}

const mh_page__claim *mh_page__best(const mh_page__meta *m, mh_page__fact fact)
{
  const mh_page__claims *list = &m->says[fact];
  const mh_page__claim *best = NULL;
  for (uint32_t i = 0; i < list->n; i++)
    if (!best || list->at[i].rank < best->rank) best = &list->at[i];
  return best;
}

/* ---- the same words --------------------------------------------------------------- */

static uint32_t fold(char *out, const char *text)
{
  uint32_t len = (uint32_t)strlen(text);
  if (len > MH_PAGE__FOLD_MAX - 8)
    for (len = MH_PAGE__FOLD_MAX - 8; ((unsigned char)text[len] & 0xc0) == 0x80;) len--;
  const uint32_t n = mh_page__fold(out, MH_PAGE__FOLD_MAX, text, len);
  return n == UINT32_MAX ? 0 : n;
}

bool mh_page__same_words(const char *x, const char *y)
{
  char a[MH_PAGE__FOLD_MAX], b[MH_PAGE__FOLD_MAX];
  const uint32_t n = fold(a, x);
  return n && fold(b, y) == n && memcmp(a, b, n) == 0;
}

/* A beginning counts from here on, in bytes. */
enum { BEGINNING = 24 };

bool mh_page__agree(const char *x, const char *y)
{
  char a[MH_PAGE__FOLD_MAX], b[MH_PAGE__FOLD_MAX];
  const uint32_t n = fold(a, x), k = fold(b, y), less = n < k ? n : k;
  if (n == 0 || k == 0 || memcmp(a, b, less) != 0) return false;
  return n == k || less >= BEGINNING;
}

/* ---- several articles ---------------------------------------------------------------- */

enum { PARAGRAPHS = 2 };

/* Does the element hold a heading and paragraphs of its own? */
static bool is_whole_article(const mh_page__meta *m, uint32_t node, uint32_t *line)
{
  const uint32_t end = m->d->nodes[node].end;
  uint32_t paragraphs = 0;
  bool heading = false;
  while (*line < m->lines.n && m->lines.at[*line].node < node) ++*line;
  for (; *line < m->lines.n && m->lines.at[*line].node < end; ++*line)
    paragraphs += m->lines.at[*line].paragraph;
  if (paragraphs < PARAGRAPHS) return false;
  for (uint32_t k = 0; k < m->headings.n && !heading; k++)
    heading = m->headings.at[k] > node && m->headings.at[k] < end;
  return heading;
}

/* Elements `article` side by side that are articles, if the page's data do not say that it is
 * one. */
static void count_articles(mh_page__meta *m)
{
  uint32_t line = 0, n = 0;
  if (m->articles) return;
  for (uint32_t i = 1; i < m->d->n;) {
    if (m->d->nodes[i].tag != MH_HTML_ARTICLE) {
      i++;
      continue;
    }
    n += is_whole_article(m, i, &line);
    i = m->d->nodes[i].end;
  }
  m->articles = n;
}

/* ---- the journey ---------------------------------------------------------------------- */

/* What was known before counts more than what the page says. */
static mh_status fill(mh_article *out, mh_page__meta *m)
{
  uint32_t headline = 0;
  MH_TRY(mh_page__read_saved(m));
  MH_TRY(mh_page__read_tags(m));
  MH_TRY(mh_page__choose_url(out, m));
  MH_TRY(mh_page__read_scripts(m));
  if (!out->from_url) MH_TRY(mh_page__choose_url(out, m));
  MH_TRY(mh_page__read_lines(m));
  count_articles(m);
  MH_TRY(mh_page__choose_title(out, m, &headline));
  m->headline = headline;
  MH_TRY(mh_page__read_words(m, headline, out->title));
  MH_TRY(mh_page__choose_days(out, m));
  return mh_page__choose_rest(out, m);
}

mh_status mh_page__say(mh_article *out, mh_page__said *said, mh_arena *a,
                       const mh_html_doc *d, const mh_source *from)
{
  mh_page__meta m = {.a = a, .d = d, .from = from};
  const mh_status s = fill(out, &m);
  *said = (mh_page__said){.body = m.body, .articles = m.articles};
  mh_out_free(&m.out);
  return s;
}
