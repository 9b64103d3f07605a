/* meta_words - claims of the words around the headline: labels, days, signatures.
 *
 * The page as its reader sees it, line by line: a line ends where a block does.  Lines that
 * data/debris.tsv knows as labels («published», «last update», «written by») claim what stands
 * behind them, or on the next line.  A day without a label counts only close to the headline:
 * anywhere else it may be today's, or another story's.
 */
#include "meta.h"

enum {
  LINE_BYTES = 240,
  BEFORE = 10, /* lines above the headline that may speak of it */
  BEHIND = 40,
  LABELS_MOST = 6,
  TIMES_MOST = 12
};

typedef mh_page__read line;

/* The line of the headline, or the first that says it; n when none does. */
static uint32_t find_headline(const mh_page__meta *m, uint32_t node, const char *title)
{
  for (uint32_t i = 0; node && i < m->lines.n; i++)
    if (m->lines.at[i].node >= node && m->lines.at[i].node < m->d->nodes[node].end)
      return i;
  for (uint32_t i = 0; title && i < m->lines.n; i++)
    if (m->lines.at[i].text && mh_page__agree(m->lines.at[i].text, title)) return i;
  return m->lines.n;
}

/* ---- labels ------------------------------------------------------------------------ */

typedef struct label {
  mh_page__kind kind;
  uint32_t word, behind; /* the word it begins with, the one where what it tells begins */
} label;

/* "Our correspondent in Cairo": the label is part of what is told. */
static bool is_office(const mh_page__pattern *p)
{
  return p->kind == MH_PAGE__BYLINE && p->where == MH_PAGE__HEAD &&
         (unsigned char)p->text[0] >= 0x80;
}

static const mh_page__pattern *match_label(const char *folded, uint32_t n, bool first)
{
  static const mh_page__kind kinds[] = {MH_PAGE__UPDATED, MH_PAGE__PUBLISHED,
                                        MH_PAGE__BYLINE};
  const mh_page__pattern *p[3];
  mh_page__match_kinds(p, folded, n, kinds, 3);
  if (p[0] || p[1]) return p[0] ? p[0] : p[1];
  return p[2] && (first || p[2]->text[p[2]->len - 1] == ':') ? p[2] : NULL;
}

enum { NAME_LINE_WORDS = 5 };

/* As short as "Written by" and a name. */
static bool is_name_line(const char *folded, uint32_t n)
{
  uint32_t words = 0;
  for (uint32_t at = 0; at < n; at += mh_page__word(folded, n, at) + 1) words++;
  return words <= NAME_LINE_WORDS;
}

/* The labels of a line, in their order. */
static uint32_t find_labels(label *out, const char *text, uint32_t len)
{
  char folded[MH_PAGE__FOLD_MAX];
  uint32_t found = 0, word = 0;
  const uint32_t n = mh_page__fold(folded, sizeof folded, text, len);
  if (n == UINT32_MAX) return 0;
  for (uint32_t at = 0, step; at < n && found < LABELS_MOST; at += step + 1, word++) {
    step = mh_page__word(folded, n, at);
    const mh_page__pattern *p = match_label(folded + at, n - at, at == 0);
    if (!p || (p->where == MH_PAGE__NAMED && !is_name_line(folded, n))) continue;
    const uint32_t last = found ? out[found - 1].behind : 0;
    if (word < last) continue; /* within the label before */
    out[found++] = (label){(mh_page__kind)p->kind, word,
                           is_office(p) ? word : word + p->words};
  }
  return found;
}

/* Signs that part what a line tells; a byline ends there. */
static uint32_t piece_len(const char *t, uint32_t len)
{
  for (uint32_t i = 1; i < len; i++) {
    if (t[i] == '|' || (t[i] == '-' && t[i - 1] == ' ' && i + 1 < len && t[i + 1] == ' '))
      return i;
    if (i + 2 < len && memcmp(t + i, "\xe2\x80\xa2", 3) == 0) return i;
  }
  return len;
}

static mh_status claim_label(mh_page__meta *m, const label *l, uint8_t rank,
                             const char *rest, uint32_t len, uint32_t node)
{
  mh_page__moment day;
  if (l->kind == MH_PAGE__BYLINE)
    return mh_page__add_claim(m, MH_PAGE__SAYS_BYLINE, rank, "text", rest,
                              piece_len(rest, len), node);
  if (!mh_page__find_moment(&day, rest, len)) {
    if (l->kind == MH_PAGE__PUBLISHED && !m->dateline &&
        mh_page__is_date_line(rest, len, 3)) {
      m->dateline = mh_arena_copy(m->a, rest, len);
      if (!m->dateline) return MH_ENOMEM;
    }
    return MH_OK;
  }
  return mh_page__add_claim(
      m, l->kind == MH_PAGE__UPDATED ? MH_PAGE__SAYS_UPDATED : MH_PAGE__SAYS_PUBLISHED,
      rank, "text", rest, len, node);
}

/* "5 March 2029, last update 6 March": a day, and behind it the one of a change.  "5 March,
 * last update 17:10" tells only of a change, and is no better for the day than a line without
 * a label. */
static mh_status claim_day_before(mh_page__meta *m, const line *x, const label *l,
                                  uint8_t rank)
{
  mh_page__moment day;
  const uint32_t len = mh_page__skip_words(x->text, x->len, l->word);
  const uint32_t behind = mh_page__skip_words(x->text, x->len, l->behind);
  if (l->kind != MH_PAGE__UPDATED || l->word == 0) return MH_OK;
  if (!mh_page__find_moment(&day, x->text, len)) return MH_OK;
  if (!mh_page__find_moment(&day, x->text + behind, x->len - behind)) {
    MH_TRY(mh_page__add_claim(m, MH_PAGE__SAYS_UPDATED, rank, "text", x->text, x->len,
                              x->node));
    rank += MH_PAGE__BY_PLACE - MH_PAGE__BY_LABEL;
  }
  return mh_page__add_claim(m, MH_PAGE__SAYS_PUBLISHED, rank, "text", x->text, len,
                            x->node);
}

/* What the labels of the line claim; *last is the label that nothing stands behind. */
static mh_status read_labels(mh_page__meta *m, const line *x, uint8_t rank, label *last,
                             uint32_t *n)
{
  label found[LABELS_MOST];
  *last = (label){MH_PAGE__NONE, 0, 0};
  *n = find_labels(found, x->text, x->len);
  if (*n) MH_TRY(claim_day_before(m, x, &found[0], rank));
  for (uint32_t i = 0; i < *n; i++) {
    const uint32_t from = mh_page__skip_words(x->text, x->len, found[i].behind);
    const uint32_t end = i + 1 < *n
                             ? mh_page__skip_words(x->text, x->len, found[i + 1].word)
                             : x->len;
    if (from >= end)
      *last = found[i];
    else
      MH_TRY(claim_label(m, &found[i], rank, x->text + from, end - from, x->node));
  }
  return MH_OK;
}

/* ---- lines without a label ------------------------------------------------------------- */

/* `below`: right below the headline, where names and buttons may stand with it. */
static mh_status read_day(mh_page__meta *m, const line *x, uint8_t rank, bool below)
{
  mh_page__moment day;
  if (!mh_page__is_date_line(x->text, x->len, 3)) {
    if (!below || !mh_page__find_moment(&day, x->text, x->len)) return MH_OK;
    rank++;
  }
  if (mh_page__find_moment(&day, x->text, x->len))
    return mh_page__add_claim(m, MH_PAGE__SAYS_PUBLISHED, rank, "text", x->text, x->len,
                              x->node);
  if (!m->dateline && rank < MH_PAGE__BY_HEARSAY) m->dateline = x->text;
  return MH_OK;
}

static mh_status read_signature(mh_page__meta *m, const line *x)
{
  const mh_page__line shape = {.len = x->len,
                               .points = (uint32_t)mh_utf8_count(x->text, x->len)};
  if (!mh_page__is_signed(&shape, x->text)) return MH_OK;
  return mh_page__add_claim(m, MH_PAGE__SAYS_BYLINE, 62, "text", x->text,
                            mh_page__trim_marks(x->text, x->len), x->node);
}

/* Marks and years at either end are no part of a name. */
static void trim_name(const char **t, uint32_t *len)
{
  const uint32_t skip = mh_page__skip_words(*t, *len, 0);
  *t += skip;
  *len -= skip;
  while (*len) {
    const unsigned char last = (unsigned char)(*t)[*len - 1];
    if (*len > 1 && memcmp(*t + *len - 2, "\xc2\xa9", 2) == 0) /* of copyright */
      *len -= 2;
    else if (last < 0x80)
      --*len;
    else
      return;
  }
}

static mh_status claim_owner(mh_page__meta *m, const line *x, uint8_t rank, uint32_t at)
{
  const char *t = x->text + at;
  uint32_t len = x->len - at;
  trim_name(&t, &len);
  const bool li = len > 2 && memcmp(t, "\xd9\x84", 2) == 0; /* "of" */
  if (li && mh_page__is_outlet(t + 2, len - 2)) t += 2, len -= 2;
  if (!mh_page__is_outlet(t, len)) return MH_OK;
  return mh_page__add_claim(m, MH_PAGE__SAYS_OUTLET, rank, "text", t, len, x->node);
}

/* Rights are of the outlet, whose name follows, with a year or without; and its name may
 * stand alone above all. */
static mh_status read_owner(mh_page__meta *m, const line *x)
{
  char folded[MH_PAGE__FOLD_MAX];
  const uint32_t n = mh_page__fold(folded, sizeof folded, x->text, x->len);
  const mh_page__pattern *p = n == UINT32_MAX
                                  ? NULL
                                  : mh_page__match_kind(folded, n, MH_PAGE__LEGAL);
  mh_page__moment day; /* "Daily so-and-so of 9 February 2019" is an issue of it */
  if (!p)
    return mh_page__find_moment(&day, x->text, x->len) ? MH_OK : claim_owner(m, x, 63, 0);
  uint32_t at = mh_page__skip_words(x->text, x->len, p->words);
  if (at < x->len && x->text[at] >= '0' && x->text[at] <= '9')
    at += mh_page__skip_words(x->text + at, x->len - at, 1);
  return claim_owner(m, x, 60, at);
}

/* ---- time elements ---------------------------------------------------------------------- */

static bool says_updated(const char *text, uint32_t len)
{
  label found[LABELS_MOST];
  const uint32_t n = find_labels(found, text, len);
  return n && found[n - 1].kind == MH_PAGE__UPDATED;
}

/* Does the text before a time, a few nodes back, say that it is of a change? */
static mh_status is_change(bool *out, mh_page__meta *m, uint32_t node)
{
  const mh_html_node *n = &m->d->nodes[node];
  *out = mh_html_has_word(m->d, n->class, "updated") ||
         mh_html_has_word(m->d, n->class, "modified");
  if (*out) {
    *out = !mh_html_has_word(m->d, n->class, "published") &&
           !mh_html_has_word(m->d, n->class, "entry-date");
    return MH_OK;
  }
  for (uint32_t i = node; i-- > 1 && i + 5 > node;) {
    const mh_html_node *x = &m->d->nodes[i];
    const char *text;
    uint32_t len;
    if (x->tag != MH_HTML_TEXT || x->len > LINE_BYTES) continue;
    MH_TRY(mh_page__line_of(&text, &len, m, m->d->page + x->at, x->len, LINE_BYTES));
    if (!text) continue;
    *out = says_updated(text, len);
    break;
  }
  return MH_OK;
}

static mh_status read_time(mh_page__meta *m, uint32_t node, uint8_t rank)
{
  mh_span v;
  bool change;
  mh_page__moment day;
  const mh_html_node *n = &m->d->nodes[node];
  const char *text = NULL;
  uint32_t len = 0;
  if (!mh_html_attribute(&v, m->d, node, "datetime") || v.len == 0) {
    if (n->end != node + 2) return MH_OK; /* nothing but one text */
    v = (mh_span){n[1].at, n[1].len};
  }
  MH_TRY(mh_page__line_of(&text, &len, m, m->d->page + v.at, v.len, LINE_BYTES));
  if (!text || !mh_page__find_moment(&day, text, len)) return MH_OK;
  MH_TRY(is_change(&change, m, node));
  return mh_page__add_claim(m, change ? MH_PAGE__SAYS_UPDATED : MH_PAGE__SAYS_PUBLISHED,
                            rank, "time", text, len, node);
}

/* Those behind the headline first: what stands above may be today. */
static mh_status read_times(mh_page__meta *m, uint32_t headline)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < m->times.n && n < TIMES_MOST; i++)
    if (m->times.at[i] >= headline) {
      MH_TRY(read_time(m, m->times.at[i], MH_PAGE__BY_TIME));
      n++;
    }
  for (uint32_t i = m->times.n, k = 0; i-- > 0 && k < TIMES_MOST;)
    if (m->times.at[i] < headline) {
      MH_TRY(read_time(m, m->times.at[i], MH_PAGE__BY_TIME + 3));
      k++;
    }
  return MH_OK;
}

/* ---- the lines of a page ------------------------------------------------------------------ */

/* How far a label is trusted `i` lines down, with the headline in line h. */
static uint8_t label_rank(uint32_t i, uint32_t h, uint32_t n)
{
  if (h == n) return MH_PAGE__BY_LABEL + 2;
  if (i + BEFORE >= h && i < h + BEHIND) return MH_PAGE__BY_LABEL;
  return i > h ? MH_PAGE__BY_LABEL + 8 : MH_PAGE__BY_HEARSAY;
}

/* The same of a day without one; `body`: the first paragraph behind the headline. */
static uint8_t day_rank(uint32_t i, uint32_t h, uint32_t body)
{
  if (i > h && i <= body + 1) return MH_PAGE__BY_PLACE;
  if (i < h && i + 6 >= h) return (uint8_t)(MH_PAGE__BY_PLACE + 1 + h - i);
  return MH_PAGE__BY_HEARSAY + 5;
}

/* Labels that nothing stands behind speak of the next line. */
static mh_status read_label_line(mh_page__meta *m, uint32_t i, uint8_t rank, uint32_t *n)
{
  label last;
  MH_TRY(read_labels(m, &m->lines.at[i], rank, &last, n));
  if (last.kind == MH_PAGE__NONE || i + 1 >= m->lines.n || !m->lines.at[i + 1].text)
    return MH_OK;
  const line *next = &m->lines.at[i + 1];
  return claim_label(m, &last, rank, next->text, next->len, next->node);
}

static mh_status read_line(mh_page__meta *m, uint32_t i, uint32_t h, uint32_t body)
{
  const line *x = &m->lines.at[i];
  uint32_t n = 0;
  if (!x->text || i == h) return MH_OK;
  MH_TRY(read_label_line(m, i, label_rank(i, h, m->lines.n), &n));
  if (n) return MH_OK;
  const bool near = h < m->lines.n && i + BEFORE >= h && i <= body + 1;
  if (near || i < h)
    MH_TRY(read_day(m, x, day_rank(i, h, body), i > h && i < h + 4 && i < body));
  if (near) MH_TRY(read_signature(m, x));
  return near && i > h ? MH_OK : read_owner(m, x);
}

mh_status mh_page__read_words(mh_page__meta *m, uint32_t headline, const char *title)
{
  MH_TRY(read_times(m, headline));
  const uint32_t h = find_headline(m, headline, title), n = m->lines.n;
  uint32_t body = h;
  do body++;
  while (body < n && !m->lines.at[body].paragraph && body < h + BEHIND);
  for (uint32_t i = 0; i < n; i++) MH_TRY(read_line(m, i, h, body));
  return MH_OK;
}
