/* debris - does a folded line meet a pattern of data/debris.tsv?
 *
 * The table (debris.h, made by tools/debrisc) is in buckets by the first word of a
 * pattern, so that a word of a line costs one look.  Knows no places and no order of
 * lines; that is lines.c and plain.c.
 */
#include "inside.h"

#include "src/page/debris.h"

static bool word_ends(const char *folded, uint32_t len, uint32_t at)
{
  return at == len || folded[at] == ' ' || folded[at] == ':' || folded[at - 1] == ':';
}

/* Does p stand in folded at `at`, as its form wants it? */
static bool meets(const mh_page__pattern *p, const char *folded, uint32_t len,
                  uint32_t at)
{
  if (p->len > len - at || memcmp(folded + at, p->text, p->len) != 0) return false;
  const uint32_t end = at + p->len;
  switch ((mh_page__form)p->form) {
  case MH_PAGE__WHOLE: return at == 0 && end == len;
  case MH_PAGE__PREFIX: return at == 0 && word_ends(folded, len, end);
  case MH_PAGE__STUCK: return at == 0;
  case MH_PAGE__SUFFIX: return end == len;
  case MH_PAGE__INSIDE: return word_ends(folded, len, end);
  }
  return false;
}

const mh_page__pattern *mh_page__match(const char *folded, uint32_t len, unsigned where)
{
  for (uint32_t at = 0, word; at < len; at += word + 1) {
    unsigned b;
    word = mh_page__word_of(folded, len, at, &b);
    for (unsigned i = debris_bucket[b]; i < debris_bucket[b + 1]; i++) {
      const mh_page__pattern *p = &debris_patterns[i];
      if (p->kind == MH_PAGE__TAIL || p->kind == MH_PAGE__DATE_WORD) continue;
      if (p->kind == MH_PAGE__OUTLET || p->kind == MH_PAGE__SAYS) continue;
      if (p->kind == MH_PAGE__NOBODY) continue;
      if ((p->where & where) && meets(p, folded, len, at)) return p;
    }
  }
  return NULL;
}

const mh_page__pattern *mh_page__match_kind(const char *folded, uint32_t len,
                                            mh_page__kind kind)
{
  if (len == 0) return NULL;
  const unsigned b = mh_page__bucket(folded, mh_page__word(folded, len, 0));
  for (unsigned i = debris_bucket[b]; i < debris_bucket[b + 1]; i++) {
    const mh_page__pattern *p = &debris_patterns[i];
    if (p->kind == kind && meets(p, folded, len, 0)) return p;
  }
  return NULL;
}

void mh_page__match_kinds(const mh_page__pattern **out, const char *folded, uint32_t len,
                          const mh_page__kind *kinds, uint32_t n)
{
  unsigned b;
  for (uint32_t k = 0; k < n; k++) out[k] = NULL;
  if (len == 0) return;
  mh_page__word_of(folded, len, 0, &b);
  for (unsigned i = debris_bucket[b]; i < debris_bucket[b + 1]; i++) {
    const mh_page__pattern *p = &debris_patterns[i];
    for (uint32_t k = 0; k < n; k++)
      if (p->kind == kinds[k] && !out[k] && meets(p, folded, len, 0)) out[k] = p;
  }
}

bool mh_page__begins_kind(const char *word, uint32_t len, mh_page__kind kind)
{
  const unsigned b = mh_page__bucket(word, len);
  for (unsigned i = debris_bucket[b]; i < debris_bucket[b + 1]; i++)
    if (debris_patterns[i].kind == kind) return true;
  return false;
}

static bool is_button(const mh_page__pattern *p)
{
  return (p->kind == MH_PAGE__NAV || p->kind == MH_PAGE__STATS) &&
         (p->form == MH_PAGE__WHOLE || p->form == MH_PAGE__PREFIX);
}

bool mh_page__begins_button(const char *folded, uint32_t len)
{
  const uint32_t word = mh_page__word(folded, len, 0);
  const unsigned b = mh_page__bucket(folded, word);
  for (unsigned i = debris_bucket[b]; i < debris_bucket[b + 1]; i++) {
    const mh_page__pattern *p = &debris_patterns[i];
    if (is_button(p) && p->len >= word && memcmp(folded, p->text, word) == 0) return true;
  }
  return false;
}

/* The longest button or counter at `at`; NULL when there is none. */
static const mh_page__pattern *button(const char *folded, uint32_t len, uint32_t at,
                                      unsigned where)
{
  const mh_page__pattern *best = NULL;
  const unsigned b = mh_page__bucket(folded + at, mh_page__word(folded, len, at));
  for (unsigned i = debris_bucket[b]; i < debris_bucket[b + 1]; i++) {
    const mh_page__pattern *p = &debris_patterns[i];
    if (!is_button(p)) continue;
    if (!(p->where & where) || (best && p->len <= best->len)) continue;
    if (p->text[0] == '0' && p->text[p->len - 1] == '0') continue; /* part of a date */
    if (p->len <= len - at && memcmp(folded + at, p->text, p->len) == 0 &&
        word_ends(folded, len, at + p->len))
      best = p;
  }
  return best;
}

uint32_t mh_page__buttons(const char *folded, uint32_t len, unsigned where, uint32_t *end)
{
  uint32_t n = 0, at = 0;
  *end = 0;
  while (at < len) {
    const mh_page__pattern *p = button(folded, len, at, where);
    const bool count = n && folded[at] == '0' && word_ends(folded, len, at + 1);
    if (!p && !count) break;
    at += p ? p->len : 1;
    n += p != NULL;
    *end = at;
    at += at < len;
  }
  return n;
}
