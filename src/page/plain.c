/* plain - a page that somebody copied as plain text.
 *
 *   menu, section, kicker      dropped
 *   headline                   -> title; the first open line with a few words
 *   sub-headline, signature    -> subtitle, byline
 *   dates, source, pictures    -> published, updated, url, outlet
 *   ---- the first paragraph ----
 *   paragraphs and headings    -> text
 *   buttons, key words, other stories, rights: dropped
 *
 * Lines are told apart by their words (data/debris.tsv), their shape and their order.  What
 * looks like nothing known stays in the text: losing a journalist's sentence is worse
 * than keeping a button.
 */
#include <strings.h>

#include "inside.h"
#include "web.h"

enum {
  HEAD_LINES = 40, /* a first paragraph stands above this line, or there is none */
  TITLE_WORDS = 4, /* what has fewer is a section or a name, if there is better */
  NAME_WORDS = 4,
  STUB_WORDS = 3, /* key words left alone below the article */
  LEAD_POINTS = 320,
  LEAD_WORDS = 16, /* an open line with as many is no headline */
  OUTLET_LINES = 8 /* the name of an outlet stands above this line */
};

/* ---- not plain text after all --------------------------------------------------- */

static bool has_tag(const char *t, size_t len, const char *tag)
{
  const size_t n = strlen(tag);
  for (size_t i = 0; i + n <= len; i++)
    if (t[i] == '<' && strncasecmp(t + i, tag, n) == 0) return true;
  return false;
}

static mh_status refuse_markup(const char *bytes, size_t len, mh_error *err)
{
  static const char *const tags[] = {"<!doctype", "<html",   "<head", "<body",
                                     "<div",      "<p>",     "<p ",   "<meta",
                                     "<article",  "<script", "<span"};
  size_t at = len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  while (at < len && (bytes[at] == ' ' || (bytes[at] >= '\t' && bytes[at] <= '\r'))) at++;
  if (at == len || bytes[at] != '<') return MH_OK;
  const size_t most = len - at < 2048 ? len - at : 2048;
  for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
    if (has_tag(bytes + at, most, tags[i]))
      return mh_fail(err, MH_EFORMAT, at, "looks like HTML, not like plain text");
  if (has_tag(bytes + at, most, "<?xml") || has_tag(bytes + at, most, "<rss") ||
      has_tag(bytes + at, most, "<feed"))
    return mh_fail(err, MH_EFORMAT, at, "looks like XML, not like plain text");
  return MH_OK;
}

/* ---- dates, labels and repetitions ------------------------------------------------ */

static const char *text_of(const mh_page__lines *l, const mh_page__line *line)
{
  return l->text + line->at;
}

/* Lines of date above the first paragraph may name a city or a section too. */
static void know_dates(mh_page__lines *l)
{
  bool body = false;
  for (uint32_t i = 0; i < l->n; i++) {
    mh_page__line *line = &l->at[i];
    if (line->kind != MH_PAGE__NONE) continue;
    body |= mh_page__is_paragraph(line);
    const uint32_t others = i < 15 && !body && line->words <= 9 ? 2 : 0;
    if (!mh_page__is_date_line(text_of(l, line), line->len, others)) continue;
    line->kind = MH_PAGE__PUBLISHED;
    line->keep = false;
  }
}

/* The name of an outlet above a headline.  Where nothing below it has words enough, the
 * line is the headline after all. */
static void know_outlet(mh_page__lines *l)
{
  mh_page__line *name = NULL;
  for (uint32_t i = 0; i < l->n && i < OUTLET_LINES; i++) {
    mh_page__line *line = &l->at[i];
    const bool outlet = line->kind == MH_PAGE__AGENCY ||
                        (line->kind == MH_PAGE__NONE && !line->final &&
                         mh_page__is_outlet(text_of(l, line), line->len));
    if (outlet && !name)
      name = line;
    else if (!outlet && line->keep && line->words >= TITLE_WORDS) {
      if (!name || mh_page__is_paragraph(line)) return;
      name->kind = MH_PAGE__OUTLET;
      name->keep = false;
      return;
    }
  }
}

/* A label that stands alone ("source:") speaks of the line below it. */
static void know_label_values(mh_page__lines *l)
{
  for (uint32_t i = 0; i + 1 < l->n; i++) {
    const mh_page__line *label = &l->at[i];
    mh_page__line *value = &l->at[i + 1];
    if (!label->by || value->kind != MH_PAGE__NONE || value->final || value->gap)
      continue;
    if (label->kind != MH_PAGE__SOURCE && label->kind != MH_PAGE__BYLINE) continue;
    if (mh_page__skip_words(text_of(l, label), label->len, label->by->words) < label->len)
      continue;
    if (value->words > NAME_WORDS) continue;
    value->kind = label->kind;
    value->keep = false;
  }
}

enum { TITLE_MOST = 600, TITLE_HEAD = 40 /* bytes that nearly always tell it apart */ };

/* Is the line t the same, when folded, as the n folded bytes? */
static bool is_the_same(const char *folded, uint32_t n, const char *t, uint32_t len)
{
  char y[TITLE_MOST];
  uint32_t head = len < TITLE_HEAD ? len : TITLE_HEAD;
  while (head < len && ((unsigned char)t[head] & 0xc0) == 0x80) head--;
  const uint32_t m = mh_page__fold(y, sizeof y, t, head);
  if (m > n || memcmp(folded, y, m) != 0) return false;
  return mh_page__fold(y, sizeof y, t, len) == n && memcmp(folded, y, n) == 0;
}

void mh_page__drop_title(mh_page__lines *l, const char *title)
{
  char x[TITLE_MOST];
  uint32_t n = 0;
  const size_t len = title ? strlen(title) : 0;
  if (len == 0 || len > TITLE_MOST) return;
  for (uint32_t i = 0; i < l->n && i < HEAD_LINES; i++) {
    mh_page__line *line = &l->at[i];
    if (!line->keep || line->len > 2 * len + 16 || 2 * line->len + 16 < len) continue;
    if (n == 0) n = mh_page__fold(x, sizeof x, title, (uint32_t)len);
    if (n == 0 || n == UINT32_MAX) return;
    if (is_the_same(x, n, text_of(l, line), line->len)) line->keep = false;
  }
}

/* ---- the head ---------------------------------------------------------------------- */

static bool is_meta(const mh_page__line *line)
{
  return line->kind == MH_PAGE__PUBLISHED || line->kind == MH_PAGE__UPDATED ||
         line->kind == MH_PAGE__BYLINE;
}

static uint32_t next_paragraph(const mh_page__lines *l, uint32_t from)
{
  for (uint32_t i = from; i < l->n; i++)
    if (l->at[i].keep && mh_page__is_paragraph(&l->at[i])) return i;
  return l->n;
}

static uint32_t next_meta(const mh_page__lines *l, uint32_t from, uint32_t end)
{
  for (uint32_t i = from; i < end && l->at[i].kind != MH_PAGE__END; i++)
    if (is_meta(&l->at[i])) return i;
  return end;
}

/* The n-th (0-based) line above `body` that has words enough for a headline. */
static uint32_t nth_headline(const mh_page__lines *l, uint32_t body, uint32_t n)
{
  for (uint32_t i = 0; i < body; i++)
    if (l->at[i].keep && l->at[i].words >= TITLE_WORDS && n-- == 0) return i;
  return body;
}

/* The first line with words enough.  Of three, a first that is much the shortest is a
 * kicker.  If none has enough, the longest; `body` when there is no line. */
static uint32_t find_title(const mh_page__lines *l, uint32_t body)
{
  const uint32_t first = nth_headline(l, body, 0), second = nth_headline(l, body, 1);
  if (nth_headline(l, body, 2) < body && l->at[first].words <= 5 &&
      l->at[second].words >= l->at[first].words + 2)
    return second;
  if (first < body) return first;
  uint32_t best = body;
  for (uint32_t i = 0; i < body; i++)
    if (l->at[i].keep && (best == body || l->at[i].points > l->at[best].points)) best = i;
  return best;
}

/* The line where the body begins: the first that is a paragraph.  But where a date or a
 * name comes only below one, two or three short closed lines, those are headline and lead
 * and stand above the body; so does a question that opens the page. */
static uint32_t find_body(const mh_page__lines *l)
{
  const uint32_t first = next_paragraph(l, 0);
  const uint32_t most = l->n < HEAD_LINES ? l->n : HEAD_LINES;
  if (first >= most) return first;
  const uint32_t meta = next_meta(l, 0, most);
  if (meta < first) return first;
  uint32_t at = first;
  for (int leads = 0; leads < 3 && at < meta && l->at[at].points <= LEAD_POINTS; leads++)
    at = next_paragraph(l, at + 1);
  if (meta < most && at > meta && at < l->n) return at;
  const uint32_t second = next_paragraph(l, first + 1);
  const bool asks = l->at[first].asks && l->at[first].points <= 160 && second < l->n;
  return asks && find_title(l, first) == first ? first + 1 : first;
}

/* As long as a paragraph, though nothing closes it. */
static bool is_open_lead(const mh_page__line *line)
{
  return line->keep && !line->final && line->words >= LEAD_WORDS && line->points >= 90;
}

/* The body begins earlier than its first closed line where items of one list, or open
 * lines of a paragraph's length, stand right above: below a date or a name, two or more
 * together, or with nothing above them at all.  One alone below a headline is its
 * sub-headline. */
static uint32_t widen_body(const mh_page__lines *l, uint32_t body)
{
  uint32_t at = body;
  if (body < l->n && mh_page__is_item(l, &l->at[body])) {
    while (at > 0 && l->at[at - 1].keep && mh_page__is_item(l, &l->at[at - 1])) at--;
    return at;
  }
  while (at > 0 && is_open_lead(&l->at[at - 1])) at--;
  const bool set_apart = at == 0 || !l->at[at - 1].keep || body - at >= 2;
  if (at == body || !set_apart) return body;
  for (uint32_t i = 0; i < at; i++)
    if (l->at[i].keep && (l->at[i].words >= TITLE_WORDS || body - at >= 2)) return at;
  for (uint32_t i = 0; i < at; i++)
    if (l->at[i].kind == MH_PAGE__TITLE) return at;
  return at == 0 ? 0 : body; /* debris above: the first long line is the headline */
}

/* No line closes: the first one is a headline if the page sets it apart. */
static uint32_t body_without_paragraph(const mh_page__lines *l)
{
  uint32_t kept = 0, first = l->n;
  for (uint32_t i = 0; i < l->n; i++) {
    if (!l->at[i].keep) continue;
    if (kept++ == 0)
      first = i;
    else if (kept == 2 && (l->at[i].gap || i > first + 1))
      return i;
  }
  return first;
}

static mh_status copy_line(const char **to, mh_arena *a, const mh_page__lines *l,
                           const mh_page__line *line)
{
  if (*to) return MH_OK;
  *to = mh_arena_copy(a, text_of(l, line), line->len);
  return *to ? MH_OK : MH_ENOMEM;
}

/* Headline, what stands below it, and nothing of the head in the body. */
static mh_status read_head(mh_article *out, mh_arena *a, mh_page__lines *l, uint32_t body)
{
  const uint32_t title = out->title ? body : find_title(l, body);
  if (title < body) MH_TRY(copy_line(&out->title, a, l, &l->at[title]));
  mh_page__drop_title(l, out->title);
  for (uint32_t i = 0; i < body; i++) {
    mh_page__line *line = &l->at[i];
    const bool below = title == body || i > title;
    if (line->keep && below && line->words > NAME_WORDS)
      MH_TRY(copy_line(&out->subtitle, a, l, line));
    else if (line->keep && below && line->words > 1 && !line->final)
      MH_TRY(copy_line(&out->byline, a, l, line));
    line->keep = false;
  }
  return MH_OK;
}

/* What the known lines say; behind the end of the article they speak of other stories.
 * An agency below the article has signed it only if nobody does above: `below`. */
static mh_status learn_all(mh_article *out, const char **below, mh_arena *a,
                           const mh_page__lines *l, uint32_t body)
{
  for (uint32_t i = 0; i < l->n; i++) {
    if (i > body && l->at[i].kind == MH_PAGE__END) break;
    if (i > body && l->at[i].kind == MH_PAGE__AGENCY)
      MH_TRY(mh_page__learn_signature(below, a, l, &l->at[i]));
    else
      MH_TRY(mh_page__learn(out, a, l, &l->at[i]));
  }
  return MH_OK;
}

/* A colon at the end: what follows belongs to it. */
static bool announces(const mh_page__lines *l, const mh_page__line *line)
{
  return line->len && text_of(l, line)[line->len - 1] == ':';
}

static void drop_kept(mh_page__lines *l, uint32_t from)
{
  for (uint32_t i = from; i < l->n; i++) l->at[i].keep = false;
}

/* Key words and the like, alone on their lines below the last paragraph, unless that
 * announces a list. */
static void drop_stubs(mh_page__lines *l)
{
  if (next_paragraph(l, 0) >= l->n) return;
  for (uint32_t i = l->n; i-- > 0;) {
    mh_page__line *line = &l->at[i];
    if (!line->keep) continue;
    if (!line->final && line->words <= STUB_WORDS && !mh_page__is_item(l, line)) continue;
    if (!announces(l, line)) drop_kept(l, i + 1);
    return;
  }
}

static mh_status read_lines(mh_article *out, const char **below, mh_arena *a,
                            mh_page__lines *l)
{
  mh_page__know(l);
  know_dates(l);
  know_label_values(l);
  know_outlet(l);
  uint32_t body = widen_body(l, find_body(l));
  if (body >= l->n) body = body_without_paragraph(l);
  mh_page__end_head(l, body);
  MH_TRY(learn_all(out, below, a, l, body));
  MH_TRY(read_head(out, a, l, body));
  mh_page__drop_others(l);
  drop_stubs(l);
  return MH_OK;
}

mh_status mh_page_plain(mh_article *out, mh_arena *a, const char *bytes, size_t len,
                        mh_error *err)
{
  char *text = NULL;
  uint32_t n = 0;
  mh_page__lines l;
  const char *charset = NULL;
  *out = (mh_article){0};
  MH_TRY(mh_page__check_size(bytes, len, err));
  MH_TRY(mh_page__decode(&bytes, &len, &charset, a, bytes, len, NULL, err));
  if (mh_page__is_blank(bytes, len))
    return mh_fail(err, MH_EEMPTY, 0, "nothing but blanks");
  MH_TRY(refuse_markup(bytes, len, err));
  if (mh_page__clean(&text, &n, a, bytes, len) != MH_OK)
    return mh_fail(err, MH_ENOMEM, 0, "no memory for the page");
  MH_TRY(mh_page__cut_lines(&l, a, text, n, err));
  mh_page__unwrap(&l);
  const char *below = NULL;
  mh_status s = read_lines(out, &below, a, &l);
  if (s != MH_OK) s = mh_fail(err, s, 0, "no memory for the article");
  if (s == MH_OK) s = mh_page__finish(out, a, &l, err);
  if (s == MH_OK && !out->byline) out->byline = below;
  if (s == MH_OK && strcmp(charset, "utf-8") != 0) out->charset = charset;
  mh_page__found(out, "text");
  if (s != MH_OK) *out = (mh_article){0};
  return s;
}
