/* article - what plain pages and JSON articles have in common: lines known by their
 * words, the signature before the first paragraph, lists of other stories, the end of
 * the article within its last line, headings; and the body put together.
 */
#include "../base/report.h"
#include "inside.h"

enum {
  FIRST_BYTES = 150, /* of the beginning and the end of a line                     */
  KNOWN_BYTES = 300, /* lines longer than this are not held against the patterns */
  HEAD_MOST = 12,    /* a head has no more lines                                */
  BUTTON_BYTES = 140,
  FIRST_WORD = 40, /* bytes that hold the first word of nearly every line */
  TAIL_LINES = 4,  /* small lines that may stand behind the end */
  TAIL_FOLD = 72,  /* bytes of a sentence that its first words are known by   */
  HEADING_POINTS = 90,
  HEADING_WORDS = 12
};

/* ---- lines known by their words ------------------------------------------------ */

/* A web address and nothing else. */
static bool is_address(const char *t, uint32_t len)
{
  if (memchr(t, ' ', len)) return false;
  return (len > 7 && memcmp(t, "http://", 7) == 0) ||
         (len > 8 && memcmp(t, "https://", 8) == 0) ||
         (len > 4 && memcmp(t, "www.", 4) == 0);
}

/* An address of mail and nothing else. */
static bool is_mailbox(const char *t, uint32_t len)
{
  const char *at = memchr(t, '@', len);
  return at && at > t && !memchr(t, ' ', len) &&
         memchr(at, '.', len - (uint32_t)(at - t));
}

/* Two buttons or more on one line; a menu of which the first part is known. */
static bool is_row(const char *folded, uint32_t n, const char *t, uint32_t len,
                   unsigned where)
{
  uint32_t end;
  const uint32_t buttons = mh_page__buttons(folded, n, where, &end);
  if (buttons >= 2 && end == n) return true;
  if (buttons == 0 || !(where & MH_PAGE__HEAD)) return false;
  for (uint32_t i = 0, step; i < len; i += step) {
    const uint32_t c = mh_utf8_next(t + i, &step);
    if (c == 0xab) return false; /* what closes below is a quotation */
    if (c == '>' || c == 0xbb || c == 0x203a) return true;
  }
  return false;
}

/* A pattern without a colon that takes any rest is a label only if what follows is not a
 * sentence: a line of its own that closes like one is the journalist's. */
static bool is_sentence_after_all(const mh_page__pattern *p, const mh_page__line *line)
{
  if (p->form == MH_PAGE__WHOLE || p->kind == MH_PAGE__FIRST) return false;
  if (p->kind == MH_PAGE__LEGAL) return line->points > 200;
  if (p->kind == MH_PAGE__BYLINE && line->words > 10u + p->words) return true;
  if (p->text[p->len - 1] == ':') return line->points > 160;
  return (line->final && line->words >= 6) || line->points > 160;
}

/* Where the line at i of n may stand: the first ten lines may be head, the last half
 * foot. */
static unsigned place(uint32_t i, uint32_t n)
{
  unsigned where = MH_PAGE__BODY;
  if (i < HEAD_MOST) where |= MH_PAGE__HEAD;
  if (i > 0 && i >= n / 2) where |= MH_PAGE__FOOT;
  return where;
}

/* Does the line tell where the article stood first?  Words as "appeared first on" may stand in
 * any sentence: what begins as such a line does is one.  begin, end: folded. */
static const mh_page__pattern *tells_first(const char *begin, uint32_t n, const char *end,
                                           uint32_t k)
{
  const mh_page__pattern *p = mh_page__match_kind(begin, n, MH_PAGE__FIRST), *q;
  if (!p || p->where != MH_PAGE__NAMED) return p;
  q = mh_page__match(end, k, MH_PAGE__FOOT);
  return q && q->kind == MH_PAGE__FIRST ? q : NULL;
}

/* The first word of t, folded: its bytes, 0 where it may go on behind those looked at. */
static uint32_t first_word(char folded[FIRST_WORD + 8], const char *t, uint32_t len)
{
  if (len <= FIRST_WORD) return 0;
  for (len = FIRST_WORD; ((unsigned char)t[len] & 0xc0) == 0x80;) len--;
  const uint32_t n = mh_page__fold(folded, FIRST_WORD + 8, t, len);
  const uint32_t word = n == UINT32_MAX ? n : mh_page__word(folded, n, 0);
  return word == n ? 0 : word;
}

/* The same of one that is too long for the patterns, as it has a headline in it. */
static const mh_page__pattern *long_first(const char *t, uint32_t len)
{
  char begin[MH_PAGE__FOLD_MAX], end[MH_PAGE__FOLD_MAX];
  uint32_t to = FIRST_BYTES, from = len - FIRST_BYTES;
  if (len > 4 * KNOWN_BYTES) return NULL;
  const uint32_t word = first_word(begin, t, len); /* of nearly every line it says no */
  if (word && !mh_page__begins_kind(begin, word, MH_PAGE__FIRST)) return NULL;
  while (((unsigned char)t[to] & 0xc0) == 0x80) to--;
  while (((unsigned char)t[from] & 0xc0) == 0x80) from++;
  const uint32_t n = mh_page__fold(begin, sizeof begin, t, to);
  const uint32_t k = mh_page__fold(end, sizeof end, t + from, len - from);
  return n == UINT32_MAX || k == UINT32_MAX ? NULL : tells_first(begin, n, end, k);
}

static void know(const mh_page__lines *l, mh_page__line *line, unsigned where)
{
  char folded[MH_PAGE__FOLD_MAX];
  const char *t = l->text + line->at;
  if (line->len > KNOWN_BYTES) {
    if (where & MH_PAGE__FOOT) line->by = long_first(t, line->len);
    if (line->by) line->kind = MH_PAGE__FIRST;
    return;
  }
  if (is_address(t, line->len)) {
    line->kind = MH_PAGE__SOURCE;
    return;
  }
  if (is_mailbox(t, line->len)) {
    line->kind = MH_PAGE__NAV;
    return;
  }
  const uint32_t n = mh_page__fold(folded, sizeof folded, t, line->len);
  if (n == UINT32_MAX) return;
  if (n == 0) { /* a rule of dashes or stars */
    line->kind = MH_PAGE__NAV;
    return;
  }
  const mh_page__pattern *p = mh_page__match(folded, n, where);
  if (!p && !line->final && is_row(folded, n, t, line->len, where)) {
    line->kind = MH_PAGE__NAV;
    return;
  }
  if (!p && mh_page__is_signed(line, t) && (where & (MH_PAGE__HEAD | MH_PAGE__FOOT))) {
    line->kind = MH_PAGE__AGENCY;
    return;
  }
  if (p && p->kind == MH_PAGE__FIRST) p = tells_first(folded, n, folded, n);
  if (!p || is_sentence_after_all(p, line)) return;
  const bool date = p->kind == MH_PAGE__PUBLISHED || p->kind == MH_PAGE__UPDATED;
  if (date && n > p->len && !memchr(folded, '0', n)) return; /* a label, but no date */
  line->kind = p->kind;
  line->by = p;
}

/* Does no button begin as the line does?  Nearly none does, and the first word tells. */
static bool is_no_button(const char *t, uint32_t len)
{
  char folded[FIRST_WORD + 8];
  const uint32_t word = first_word(folded, t, len);
  return word && !mh_page__begins_button(folded, word);
}

/* Buttons that were glued to the first sentence.  A word of them may begin a sentence,
 * so two are wanted where they are not Arabic, three where they are. */
static void cut_buttons(const mh_page__lines *l, mh_page__line *first)
{
  char folded[MH_PAGE__FOLD_MAX];
  const char *t = l->text + first->at;
  uint32_t end, words = 1, len = first->len < BUTTON_BYTES ? first->len : BUTTON_BYTES;
  if (is_no_button(t, len)) return;
  while (len < first->len && ((unsigned char)t[len] & 0xc0) == 0x80) len--;
  const uint32_t n = mh_page__fold(folded, sizeof folded, t, len);
  if (n == UINT32_MAX || n == 0) return;
  const uint32_t buttons = mh_page__buttons(folded, n, MH_PAGE__BODY, &end);
  const bool latin = (unsigned char)folded[0] < 0x80;
  if (buttons < (latin ? 2u : 3u)) return;
  for (uint32_t i = 0; i < end; i++) words += folded[i] == ' ' || folded[i] == ':';
  const uint32_t skip = mh_page__skip_words(t, first->len, words);
  if (skip >= first->len) return;
  first->at += skip;
  first->len -= skip;
  first->words -= words < first->words ? (uint16_t)words : 0;
}

void mh_page__know(mh_page__lines *l)
{
  for (uint32_t i = 0; i < l->n; i++) {
    if (i < HEAD_MOST) cut_buttons(l, &l->at[i]);
    know(l, &l->at[i], place(i, l->n));
    if (l->at[i].kind != MH_PAGE__NONE) l->at[i].keep = false;
  }
}

void mh_page__end_head(mh_page__lines *l, uint32_t body)
{
  for (uint32_t i = body; i < l->n && i < HEAD_MOST; i++) {
    mh_page__line *line = &l->at[i];
    if (!line->by || line->by->where != MH_PAGE__HEAD) continue;
    line->kind = MH_PAGE__NONE;
    line->by = NULL;
    line->keep = true;
  }
}

/* ---- what they say --------------------------------------------------------------- */

static mh_status copy_text(const char **to, mh_arena *a, const char *t, uint32_t len)
{
  if (*to || len == 0) return MH_OK;
  *to = mh_arena_copy(a, t, len);
  return *to ? MH_OK : MH_ENOMEM;
}

static mh_status copy_day(const char **to, mh_arena *a, mh_day day)
{
  char iso[16];
  mh_day_print(iso, day);
  return copy_text(to, a, iso, (uint32_t)strlen(iso));
}

/* The n-th date of the line into `to`; a date in words becomes the date line. */
static mh_status learn_date(const char **to, mh_article *out, mh_arena *a, const char *t,
                            uint32_t len, uint32_t n)
{
  mh_day day;
  if (mh_page__find_date(&day, t, len, n)) return copy_day(to, a, day);
  if (n == 0 && to == &out->published && mh_page__is_date_line(t, len, 3))
    return copy_text(&out->dateline, a, t, len);
  return MH_OK;
}

/* "Published ... | updated ...": the second half speaks of the second date. */
static bool tells_both(const char *t, uint32_t len)
{
  mh_day day;
  return mh_page__find_date(&day, t, len, 1);
}

/* An address, or the name of an outlet. */
static mh_status learn_source(mh_article *out, mh_arena *a, const mh_page__pattern *by,
                              const char *t, uint32_t len)
{
  if (is_address(t, len)) return copy_text(&out->url, a, t, len);
  if (by && by->text[by->len - 1] != ':') return MH_OK;
  uint32_t blanks = 0;
  for (uint32_t i = 0; i < len; i++) blanks += t[i] == ' ';
  return blanks <= 5 ? copy_text(&out->outlet, a, t, len) : MH_OK;
}

/* Four digits together: a day that says its year. */
static bool has_year(const char *t, uint32_t len)
{
  uint32_t digits = 0;
  for (uint32_t i = 0, n; i < len && digits < 4; i += n)
    digits = mh_page__fold_point(mh_utf8_next(t + i, &n)) == '0' ? digits + 1 : 0;
  return digits == 4;
}

mh_status mh_page__learn_signature(const char **to, mh_arena *a, const mh_page__lines *l,
                                   const mh_page__line *line)
{
  const char *t = l->text + line->at;
  const uint32_t skip = mh_page__skip_words(t, line->len, 0); /* dashes before it */
  return copy_text(to, a, t + skip, mh_page__trim_marks(t + skip, line->len - skip));
}

/* Rights are of the outlet, where its name follows. */
static mh_status learn_owner(mh_article *out, mh_arena *a, const char *t, uint32_t len)
{
  const bool year = len && (unsigned char)t[0] < 0x80 && t[0] >= '0' && t[0] <= '9';
  const uint32_t skip = year ? mh_page__skip_words(t, len, 1) : 0;
  if (!mh_page__is_outlet(t + skip, len - skip)) return MH_OK;
  return copy_text(&out->outlet, a, t + skip, len - skip);
}

mh_status mh_page__learn(mh_article *out, mh_arena *a, const mh_page__lines *l,
                         const mh_page__line *line)
{
  const char *t = l->text + line->at;
  const uint32_t skip = line->by ? mh_page__skip_words(t, line->len, line->by->words) : 0;
  const char *rest = t + skip;
  const uint32_t len = line->len - skip;
  switch ((mh_page__kind)line->kind) {
  case MH_PAGE__SOURCE: return learn_source(out, a, line->by, rest, len);
  case MH_PAGE__TITLE: return copy_text(&out->title, a, rest, len);
  case MH_PAGE__PUBLISHED:
    if (tells_both(rest, len)) MH_TRY(learn_date(&out->updated, out, a, rest, len, 1));
    return learn_date(&out->published, out, a, rest, len, 0);
  case MH_PAGE__UPDATED: return learn_date(&out->updated, out, a, rest, len, 0);
  case MH_PAGE__BYLINE:
    MH_TRY(learn_date(&out->published, out, a, rest, len, 0));
    return copy_text(&out->byline, a, len ? rest : t, len ? len : line->len);
  case MH_PAGE__AGENCY:
    if (has_year(t, line->len))
      MH_TRY(learn_date(&out->published, out, a, t, line->len, 0));
    return mh_page__learn_signature(&out->byline, a, l, line);
  case MH_PAGE__OUTLET: return copy_text(&out->outlet, a, t, line->len);
  case MH_PAGE__LEGAL: return learn_owner(out, a, rest, len);
  default: return MH_OK;
  }
}

/* ---- the signature before the first paragraph -------------------------------------- */

static mh_status cut_dateline(mh_article *out, mh_arena *a, mh_page__lines *l,
                              mh_page__line *first)
{
  const char *t = l->text + first->at;
  const uint32_t n = mh_page__dateline(t, first->len);
  if (n == 0 || n >= first->len) return MH_OK;
  MH_TRY(copy_text(&out->byline, a, t, mh_page__trim_marks(t, n)));
  first->at += n;
  first->len -= n;
  return MH_OK;
}

/* ---- what is not of the article ---------------------------------------------------- */

/* A label of other stories on its own line: the headlines below it go too, up to the
 * next empty line or paragraph. */
static void drop_related(mh_page__lines *l)
{
  bool dropping = false;
  uint32_t dropped = 0;
  for (uint32_t i = 0; i < l->n; i++) {
    mh_page__line *line = &l->at[i];
    if (line->kind == MH_PAGE__RELATED && line->by->form == MH_PAGE__WHOLE) {
      dropping = true;
      dropped = 0;
      continue;
    }
    if (mh_page__is_paragraph(line) || (line->gap && dropped)) dropping = false;
    if (!dropping) continue;
    line->keep = false;
    dropped++;
  }
}

/* Behind the label that ends an article nothing is of the article, once there is one:
 * a label above the first paragraph is of the menu. */
static void drop_behind_end(mh_page__lines *l)
{
  bool body = false, ended = false;
  for (uint32_t i = 0; i < l->n; i++) {
    mh_page__line *line = &l->at[i];
    if (line->kind == MH_PAGE__END && body) ended = true;
    if (ended) line->keep = false;
    body |= line->keep && mh_page__is_paragraph(line);
  }
}

void mh_page__drop_others(mh_page__lines *l)
{
  drop_related(l);
  drop_behind_end(l);
}

/* Does a sentence of the line t begin at i? */
static bool begins_sentence(const char *t, uint32_t i)
{
  if (i < 2 || t[i - 1] != ' ') return false;
  return t[i - 2] == '.' || t[i - 2] == '!' || t[i - 2] == ')' ||
         (i > 2 && (unsigned char)t[i - 3] == 0xd8 && (unsigned char)t[i - 2] == 0x9f) ||
         t[i - 2] == '"' || (i > 2 && (unsigned char)t[i - 2] == 0xbb);
}

static bool is_tail(const char *t, uint32_t len)
{
  char folded[MH_PAGE__FOLD_MAX];
  if (len > TAIL_FOLD)
    for (len = TAIL_FOLD; ((unsigned char)t[len] & 0xc0) == 0x80;) len--;
  const uint32_t n = mh_page__fold(folded, sizeof folded, t, len);
  return n != UINT32_MAX && mh_page__match_kind(folded, n, MH_PAGE__TAIL);
}

/* Who wrote, edited and sent it, two letters each, behind the word that ends it or alone. */
bool mh_page__is_initials(const char *t, uint32_t len)
{
  char folded[MH_PAGE__FOLD_MAX];
  uint32_t words = 0;
  const uint32_t n = len > 80 ? UINT32_MAX : mh_page__fold(folded, sizeof folded, t, len);
  if (n == UINT32_MAX) return false;
  for (uint32_t at = 0, word; at < n; at += word + 1) {
    word = mh_page__word(folded, n, at);
    const bool ends = at == 0 && mh_page__match_kind(folded, word, MH_PAGE__TAIL);
    if (!ends && (word > 4 || folded[at] == '0')) return false;
    words++;
  }
  return words >= 2 || (words == 1 && n <= 4); /* one sender alone has two letters */
}

/* A last line that is nothing but such words. */
static bool is_tail_line(const mh_page__lines *l, const mh_page__line *last)
{
  if (mh_page__is_initials(l->text + last->at, last->len)) return true;
  return !last->final && last->words <= 14 && is_tail(l->text + last->at, last->len);
}

static uint32_t last_kept(const mh_page__lines *l)
{
  uint32_t i = l->n;
  while (i > 0 && !l->at[i - 1].keep) i--;
  return i ? i - 1 : l->n;
}

/* A word that ends the article, on its own line, and what small things stand behind it: the
 * hour it was sent, its number.  Gives the last line that is left. */
static uint32_t drop_tail(mh_page__lines *l, uint32_t first, uint32_t last)
{
  uint32_t i = last;
  for (uint32_t tries = 0; i > first && tries < TAIL_LINES; i--) {
    if (!l->at[i].keep) continue;
    if (is_tail_line(l, &l->at[i])) {
      for (; i < l->n; i++) l->at[i].keep = false;
      return last_kept(l);
    }
    if (l->at[i].words > 4 || l->at[i].final) return last;
    tries++;
  }
  return last;
}

/* Links, key words and closing words that were glued to the last paragraph. */
static void cut_tail(const mh_page__lines *l, mh_page__line *last)
{
  const char *t = l->text + last->at;
  uint32_t i = last->len > KNOWN_BYTES ? last->len - KNOWN_BYTES : 0;
  while (i < last->len && ((unsigned char)t[i] & 0xc0) == 0x80) i++;
  for (; i < last->len; i++) {
    if (i == 0 || t[i - 1] != ' ' || !begins_sentence(t, i)) continue;
    if (!is_tail(t + i, last->len - i)) continue;
    while (i && t[i - 1] == ' ') i--;
    last->len = i;
    return;
  }
}

/* ---- headings and the body ---------------------------------------------------------- */

static bool is_bullet(uint32_t c)
{
  return c == '-' || c == '*' || c == 0x2022 || c == 0x25aa || c == 0x25cf || c == 0xb7 ||
         c == 0x2013 || c == 0x2014 || (c >= '0' && c <= '9') ||
         (c >= 0x660 && c <= 0x669);
}

bool mh_page__is_item(const mh_page__lines *l, const mh_page__line *line)
{
  const char *t = l->text + line->at;
  uint32_t n = 0, at = 0, digits = 0;
  for (; at < line->len; at += n, digits++)
    if (mh_page__fold_point(mh_utf8_next(t + at, &n)) != '0') break;
  if (digits == 0) return line->len && is_bullet(mh_utf8_next(t, &n));
  return digits <= 2 && at < line->len && (t[at] == '.' || t[at] == ')' || t[at] == '-');
}

/* Short, open at its end, no item of a list, and a paragraph is what follows. */
static bool is_heading(const mh_page__lines *l, uint32_t i, uint32_t next)
{
  const mh_page__line *line = &l->at[i];
  uint32_t n;
  if (next >= l->n) return false;
  if (line->heading) return true;
  if (!mh_page__is_paragraph(&l->at[next]) || !mh_page__is_short(line)) return false;
  if (line->points > HEADING_POINTS || line->words > HEADING_WORDS) return false;
  if (is_bullet(mh_utf8_next(l->text + line->at, &n))) return false;
  const char *end = l->text + line->at +
                    line->len; /* a comma of either kind goes on below */
  return !(line->len > 2 && (unsigned char)end[-2] == 0xd8 &&
           ((unsigned char)end[-1] == 0x8c || (unsigned char)end[-1] == 0x9b)) &&
         end[-1] != ',' && end[-1] != ';';
}

static uint32_t next_kept(const mh_page__lines *l, uint32_t i)
{
  while (i < l->n && !l->at[i].keep) i++;
  return i;
}

/* Move what is kept together, within the text. */
static mh_status put_together(mh_article *out, mh_arena *a, mh_page__lines *l)
{
  struct {
    mh_span *at;
    uint32_t n, cap;
  } headings = {0};
  uint32_t len = 0;
  for (uint32_t i = next_kept(l, 0), next; i < l->n; i = next) {
    const mh_page__line line = l->at[i];
    next = next_kept(l, i + 1);
    const bool heading = line.heading || (!line.mark && is_heading(l, i, next));
    if (len) l->text[len++] = '\n';
    if (len != line.at) memmove(l->text + len, l->text + line.at, line.len);
    /* is_heading() of the next line reads behind what was written: lines only move left */
    const mh_span span = {.at = len, .len = line.len};
    if (heading) MH_TRY(MH_PUSH(a, &headings, span));
    len += line.len;
  }
  l->text[len] = '\0';
  out->text = l->text;
  out->len = len;
  out->headings = headings.at;
  out->n_headings = headings.n;
  return MH_OK;
}

/* The state whose own agency signs: in the line that says so, as outlet, in the first line. */
static const char *home_of(const mh_article *out)
{
  const char *end = memchr(out->text, '\n', out->len);
  const uint32_t line = end ? (uint32_t)(end - out->text) : out->len;
  const char *home = out->byline
                         ? mh_page__home(out->byline, (uint32_t)strlen(out->byline))
                         : NULL;
  if (home == NULL) home = mh_page__home(out->text, line);
  if (home == NULL && out->outlet)
    home = mh_page__home(out->outlet, (uint32_t)strlen(out->outlet));
  return home;
}

mh_status mh_page__finish(mh_article *out, mh_arena *a, mh_page__lines *l, mh_error *err)
{
  mh_page__drop_others(l);
  const uint32_t first = next_kept(l, 0);
  uint32_t last = last_kept(l);
  if (first >= l->n) return mh_fail(err, MH_EEMPTY, 0, "no text of an article in it");
  last = drop_tail(l, first, last);
  cut_tail(l, &l->at[last]);
  for (uint32_t i = first, tries = 0; i < l->n && tries < 3;
       i = next_kept(l, i + 1), tries++)
    if (mh_page__is_paragraph(&l->at[i])) {
      if (cut_dateline(out, a, l, &l->at[i]) != MH_OK)
        return mh_fail(err, MH_ENOMEM, 0, "no memory for the article");
      break;
    }
  if (put_together(out, a, l) != MH_OK)
    return mh_fail(err, MH_ENOMEM, 0, "no memory for the article");
  out->home = home_of(out);
  return MH_OK;
}

void mh_page__found(mh_article *out, const char *where)
{
#define X(name) \
  if (out->name && !out->from_##name) out->from_##name = where;
  MH_ARTICLE_FOUND(X)
#undef X
}
