/* meta_choose - which of the claims is true: days, address, outlet, byline, language.
 *
 * The most trusted that is plausible.  A day is not when two other places agree on a third;
 * nothing is changed before it is published.  An address leads to a page, not to the outlet's
 * door.  Nobody is called admin.
 */
#include "meta.h"

enum { DAYS_MOST = 48, EARLIEST = 9131 /* 1995-01-01 */, BYLINE_BYTES = 160 };

/* ---- days ----------------------------------------------------------------------- */

typedef struct told {
  mh_page__moment when;
  const char *from;
  uint8_t rank;
} told;

typedef struct days {
  told at[DAYS_MOST];
  uint32_t n;
} days;

static int32_t number(const told *t)
{
  return mh_day_number(t->when.day);
}

/* Neither before there were pages nor after it was fetched. */
static bool is_possible(const mh_page__meta *m, const mh_page__moment *x)
{
  mh_day fetched;
  const int32_t day = mh_day_number(x->day);
  const char *r = m->from ? m->from->retrieved : NULL;
  if (day < EARLIEST) return false;
  return !r || !mh_day_parse(&fetched, r, strlen(r)) || !mh_day_valid(fetched) ||
         day <= mh_day_number(fetched) + 1;
}

/* Keeps them by trust; of equals the first comes first. */
static void insert(days *d, const told *t)
{
  uint32_t i = d->n;
  if (d->n == DAYS_MOST) return;
  while (i && d->at[i - 1].rank > t->rank) {
    d->at[i] = d->at[i - 1];
    i--;
  }
  d->at[i] = *t;
  d->n++;
}

static void gather(days *out, const mh_page__meta *m, mh_page__fact fact)
{
  const mh_page__claims *list = &m->says[fact];
  out->n = 0;
  for (uint32_t i = 0; i < list->n; i++) {
    const mh_page__claim *c = &list->at[i];
    told t = {.from = c->from, .rank = c->rank};
    if (mh_page__find_moment(&t.when, c->text, c->len) && is_possible(m, &t.when))
      insert(out, &t);
  }
}

static void add_address(days *out, const mh_page__meta *m, const mh_article *x)
{
  told t = {.from = "address", .rank = MH_PAGE__BY_ADDRESS};
  const char *given = m->from ? m->from->url : NULL;
  const bool found = (x->url && mh_page__address_day(&t.when, x->url)) ||
                     (given && mh_page__address_day(&t.when, given));
  if (found && is_possible(m, &t.when)) insert(out, &t);
}

static bool is_near(const told *x, const told *y)
{
  const int32_t gap = number(x) - number(y);
  return gap >= -1 && gap <= 1;
}

/* The first, unless two other places of different kinds agree on another day; machines stamp
 * pages with the day they were moved or shown, never words and address alike. */
static const told *by_majority(const days *d)
{
  const told *first = &d->at[0], *address = NULL, *words = NULL;
  for (uint32_t i = 1; i < d->n; i++) {
    const told *t = &d->at[i];
    if (t->rank == MH_PAGE__BY_ADDRESS && !address) address = t;
    if (t->rank >= MH_PAGE__BY_TIME && t->rank < MH_PAGE__BY_HEARSAY &&
        t->rank != MH_PAGE__BY_ADDRESS && !words)
      words = t;
  }
  if (!address || !words || !is_near(address, words) || is_near(first, address))
    return first;
  for (uint32_t i = 1; i < d->n; i++)
    if (is_near(&d->at[i], address)) return &d->at[i];
  return first;
}

/* Is it told with more trust that the page was changed before this day? */
static bool is_too_late(const told *t, const days *updated)
{
  return updated->n && updated->at[0].rank < t->rank &&
         number(t) > number(&updated->at[0]) + 1;
}

/* Of words that tell the same day, those that tell the hour. */
static const told *with_hour(const days *d, const told *t)
{
  for (uint32_t i = 0; i < d->n && t->rank >= MH_PAGE__BY_TIME && t->when.minute < 0; i++)
    if (d->at[i].rank >= MH_PAGE__BY_TIME && number(&d->at[i]) == number(t) &&
        d->at[i].when.minute >= 0)
      return &d->at[i];
  return t;
}

/* May local be what a clock by the page showed when it was `utc` in Greenwich? */
static bool is_same_instant(const told *utc, const told *local)
{
  const int32_t gap = number(local) - number(utc);
  if (gap != 1 && gap != -1) return false;
  if (local->when.minute < 0)
    return gap > 0 ? utc->when.minute >= 600 : utc->when.minute < 720;
  const int32_t ahead = gap * 1440 + local->when.minute - utc->when.minute;
  return ahead >= -720 && ahead <= 840 && (ahead + 722) % 15 <= 4;
}

/* A report speaks of its own day and night: where a machine tells it by Greenwich's clock, words
 * and address that tell the day next to it tell the report's. */
static const told *with_own_day(const days *d, const told *t)
{
  if (!t->when.zoned || t->when.zone != 0 || t->rank >= MH_PAGE__BY_TIME) return t;
  const told *own = NULL;
  for (uint32_t i = 0; i < d->n; i++) {
    const told *x = &d->at[i];
    const bool words = x->rank >= MH_PAGE__BY_TIME && x->rank < MH_PAGE__BY_HEARSAY;
    if (words && number(x) == number(t)) return t;
    if (!own && words && !(x->when.zoned && x->when.zone == 0) && is_same_instant(t, x))
      own = x;
  }
  return own ? own : t;
}

static const told *published_of(const days *d, const days *updated)
{
  if (d->n == 0) return NULL;
  const told *t = with_own_day(d, with_hour(d, by_majority(d)));
  if (!is_too_late(t, updated)) return t;
  for (uint32_t i = 0; i < d->n; i++)
    if (!is_too_late(&d->at[i], updated)) return &d->at[i];
  return t;
}

/* The first that is not before the page was published, and tells more than that day did. */
static const told *updated_of(const days *d, const told *published)
{
  for (uint32_t i = 0; i < d->n; i++) {
    const told *t = &d->at[i];
    if (!published) return t;
    const int order = mh_page__moment_order(&t->when, &published->when);
    const bool hours = t->when.minute >= 0 && published->when.minute >= 0;
    if (order < 0 || (order == 0 && hours)) continue;
    if (strcmp(t->when.iso, published->when.iso) != 0) return t;
  }
  return NULL;
}

static mh_status give_day(const char **to, const char **from, mh_arena *a, const told *t)
{
  if (*to || !t) return MH_OK;
  *to = mh_arena_copy(a, t->when.iso, strlen(t->when.iso));
  *from = t->from;
  return *to ? MH_OK : MH_ENOMEM;
}

mh_status mh_page__choose_days(mh_article *out, mh_page__meta *m)
{
  days published, updated;
  gather(&published, m, MH_PAGE__SAYS_PUBLISHED);
  gather(&updated, m, MH_PAGE__SAYS_UPDATED);
  add_address(&published, m, out);
  const told *first = published_of(&published, &updated);
  MH_TRY(give_day(&out->published, &out->from_published, m->a, first));
  MH_TRY(give_day(&out->updated, &out->from_updated, m->a, updated_of(&updated, first)));
  if (!out->published && !out->dateline) out->dateline = m->dateline;
  return MH_OK;
}

/* ---- language ------------------------------------------------------------------------- */

/* 'a' Arabic letters, 'l' Latin ones, whichever are more in the headline; 0 none. */
static char letters_of(const char *t)
{
  uint32_t arabic = 0, latin = 0;
  for (; t && *t; t++) {
    const unsigned char c = (unsigned char)*t;
    arabic += c >= 0xd8 && c <= 0xdb;
    latin += (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }
  return arabic > latin ? 'a' : latin > arabic ? 'l' : 0;
}

static bool is_in_arabic_letters(const char *tag)
{
  static const char *const tags[] = {"ar", "fa", "ur", "ku", "ckb", "ps", "sd", "ug"};
  for (size_t k = 0; k < sizeof tags / sizeof *tags; k++)
    if (strcmp(tags[k], tag) == 0) return true;
  return false;
}

/* "ar_KW", "AR-kw", "Arabic" as "ar". */
static bool primary(char tag[4], const char *told_tag)
{
  size_t n = 0;
  for (; n < 12 && (told_tag[n] | 0x20) >= 'a' && (told_tag[n] | 0x20) <= 'z'; n++)
    if (n < 3) tag[n] = (char)(told_tag[n] | 0x20);
  if (n == 6 && memcmp(tag, "ara", 3) == 0) n = 2;
  if (n == 7 && memcmp(tag, "eng", 3) == 0) n = 2;
  if (n == 3 && memcmp(tag, "ara", 3) == 0) n = 2;
  if (n != 2 && n != 3) return false;
  tag[n] = '\0';
  return true;
}

/* Templates say "en" over Arabic pages: the headline's letters know better. */
static mh_status choose_language(mh_article *out, mh_page__meta *m)
{
  const char letters = letters_of(out->title);
  const mh_page__claims *list = &m->says[MH_PAGE__SAYS_LANGUAGE];
  for (uint32_t rank = 0; rank < 60 && !out->language; rank++)
    for (uint32_t i = 0; i < list->n && !out->language; i++) {
      char tag[4];
      if (list->at[i].rank != rank || !primary(tag, list->at[i].text)) continue;
      if (letters && is_in_arabic_letters(tag) != (letters == 'a')) continue;
      out->language = mh_arena_copy(m->a, tag, strlen(tag));
      out->from_language = list->at[i].from;
      if (!out->language) return MH_ENOMEM;
    }
  return MH_OK;
}

/* ---- outlet ---------------------------------------------------------------------------- */

static bool is_address_like(const char *t)
{
  return strstr(t, "://") || strstr(t, "www.") || strchr(t, '@') || strstr(t, ".com") ||
         strstr(t, ".net") || strstr(t, ".org");
}

/* Its first piece where a slogan or a section stands behind it. */
static uint32_t name_len(const char *t)
{
  static const char *const marks[] = {" | ", " ::", " - "};
  size_t n = strlen(t);
  for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
    const char *at = strstr(t, marks[k]);
    uint32_t blanks = 0;
    for (const char *p = at ? at + 3 : t; at && *p; p++) blanks += *p == ' ';
    if (!at || (k == 2 && blanks < 3)) continue; /* "Ministry - State" is a name */
    if ((size_t)(at - t) < n && at - t >= (k == 2 ? 10 : 4)) n = (size_t)(at - t);
  }
  return (uint32_t)n;
}

static mh_status choose_outlet(mh_article *out, mh_page__meta *m)
{
  const mh_page__claims *list = &m->says[MH_PAGE__SAYS_OUTLET];
  const mh_page__claim *best = NULL;
  const char letters = letters_of(out->title);
  int least = 1000;
  for (uint32_t i = 0; i < list->n; i++) {
    const mh_page__claim *c = &list->at[i];
    if (c->len < 3 || c->len > 160 || is_address_like(c->text)) continue;
    if (out->title && mh_page__same_words(c->text, out->title)) continue;
    const char own = letters_of(c->text); /* an Arabic page's outlet has an Arabic name */
    const int rank = c->rank + (letters == 'a' && own == 'l' ? 45 : 0);
    if (rank < least) best = c, least = rank;
  }
  if (out->outlet || !best) return MH_OK;
  out->outlet = mh_arena_copy(m->a, best->text, name_len(best->text));
  out->from_outlet = best->from;
  return out->outlet ? MH_OK : MH_ENOMEM;
}

/* ---- byline --------------------------------------------------------------------------- */

static const mh_page__pattern *match(const char *t, uint32_t len, mh_page__kind kind)
{
  char folded[MH_PAGE__FOLD_MAX];
  const uint32_t n = mh_page__fold(folded, sizeof folded, t, len);
  return n && n != UINT32_MAX ? mh_page__match_kind(folded, n, kind) : NULL;
}

/* An account, not a name: "admin", "editor2", "kuna_user". */
static bool is_account(const char *t, uint32_t len)
{
  uint32_t capitals = 0, digits = 0;
  if (match(t, len, MH_PAGE__NOBODY)) return true;
  if (letters_of(t) != 'l' || memchr(t, ' ', len)) return false;
  for (uint32_t i = 0; i < len; i++) {
    capitals += t[i] >= 'A' && t[i] <= 'Z';
    digits += (t[i] >= '0' && t[i] <= '9') || t[i] == '_';
  }
  return capitals == 0 || digits > 0;
}

/* Where the last word of t ends that is none of dates. */
static uint32_t trim_date_words(const char *t, uint32_t len)
{
  for (;;) {
    uint32_t at = len;
    while (at && t[at - 1] == ' ') at--;
    const uint32_t end = at;
    while (at && t[at - 1] != ' ') at--;
    if (at == 0 || !match(t + at, end - at, MH_PAGE__DATE_WORD)) return end;
    len = at;
  }
}

/* Where a day begins in it; len when none does. */
static uint32_t before_day(const char *t, uint32_t len)
{
  mh_page__moment day;
  uint32_t i = 0, n;
  if (!mh_page__find_moment(&day, t, len)) return len;
  while (i < len && mh_page__fold_point(mh_utf8_next(t + i, &n)) != '0') i += n;
  return trim_date_words(t, i);
}

/* Is it what some place of the page calls the outlet? */
static bool is_of_outlet(const mh_page__meta *m, const mh_article *x, const char *name)
{
  const mh_page__claims *list = &m->says[MH_PAGE__SAYS_OUTLET];
  if (x->outlet && mh_page__same_words(name, x->outlet)) return true;
  for (uint32_t i = 0; i < list->n; i++)
    if (mh_page__same_words(name, list->at[i].text)) return true;
  return false;
}

/* The name without label, day and marks; NULL when it is none. */
static mh_status name_of(const char **out, mh_page__meta *m, const mh_page__claim *c,
                         const mh_article *x)
{
  const char *t = c->text;
  uint32_t len = c->len;
  *out = NULL;
  const mh_page__pattern *label = len < 300 ? match(t, len, MH_PAGE__BYLINE) : NULL;
  const bool office = label && label->where == MH_PAGE__HEAD &&
                      (unsigned char)label->text[0] >= 0x80; /* "correspondent of ..." */
  if (label && label->form == MH_PAGE__PREFIX && !office) {
    const uint32_t skip = mh_page__skip_words(t, len, label->words);
    if (skip < len && (label->text[label->len - 1] == ':' || label->words == 1))
      t += skip, len -= skip;
  }
  len = before_day(t, len);
  if (len > 2 && t[0] == '(' && t[len - 1] == ')' && !memchr(t + 1, '(', len - 1))
    t++, len -= 2;
  while (len && (t[len - 1] == ',' || t[len - 1] == '(' || t[len - 1] == '.')) len--;
  len = mh_page__trim_marks(t, len);
  if (len < 3 || len > BYLINE_BYTES) return MH_OK;
  const char *name = mh_arena_copy(m->a, t, len);
  if (!name) return MH_ENOMEM;
  uint32_t blanks = 0;
  for (uint32_t i = 0; i < len; i++) blanks += name[i] == ' ';
  if (blanks >
          (c->rank > MH_PAGE__BY_TIME && c->rank <= MH_PAGE__BY_TIME + 2 ? 7u : 12u) ||
      is_address_like(name) || is_account(name, len))
    return MH_OK;
  if (x->title && mh_page__same_words(name, x->title)) return MH_OK;
  if (is_of_outlet(m, x, name)) return MH_OK;
  if (memcmp(name, "\xc2\xa9", 2) == 0) return MH_OK; /* of a picture */
  *out = name;
  return MH_OK;
}

enum { NEAR_BEFORE = 40, NEAR_BEHIND = 160, FAR_RANK = 8 };

/* An author by class or by a link, who does not stand by the headline: lists of other stories
 * have them too. */
static bool is_far(const mh_page__meta *m, const mh_page__claim *c)
{
  if (c->rank < MH_PAGE__BY_TIME || c->rank > MH_PAGE__BY_TIME + 2) return false;
  if (!m->headline || !c->node) return false;
  return c->node + NEAR_BEFORE < m->headline || c->node > m->headline + NEAR_BEHIND;
}

/* One Latin word for an Arabic text is the outlet's name, or a machine's. */
static uint32_t byline_rank(const mh_page__meta *m, const mh_page__claim *c,
                            const mh_article *x)
{
  const bool foreign = letters_of(x->title) == 'a' && letters_of(c->text) == 'l' &&
                       !memchr(c->text, ' ', c->len);
  return c->rank + (foreign ? 40u : 0u) + (is_far(m, c) ? FAR_RANK : 0u);
}

static mh_status choose_byline(mh_article *out, mh_page__meta *m)
{
  const mh_page__claims *list = &m->says[MH_PAGE__SAYS_BYLINE];
  for (uint32_t rank = 0; rank < 120 && !out->byline; rank++)
    for (uint32_t i = 0; i < list->n && !out->byline; i++) {
      if (byline_rank(m, &list->at[i], out) != rank) continue;
      MH_TRY(name_of(&out->byline, m, &list->at[i], out));
      if (out->byline) out->from_byline = list->at[i].from;
    }
  return MH_OK;
}

mh_status mh_page__choose_rest(mh_article *out, mh_page__meta *m)
{
  MH_TRY(choose_outlet(out, m));
  MH_TRY(choose_byline(out, m));
  return choose_language(out, m);
}
