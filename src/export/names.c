/* names - words for people: labels of the page and the terminal, dates, rounds, places.
 *
 * Labels are in words.tsv beside this file; names of places and codes of acts come from the
 * tables in data/, embedded as they are.  They are few and asked for rarely, so they are
 * looked up by going through the table.
 *
 * Not for names of actors and topics: mh_actor_name() and mh_topic_name() have those.
 */
#include "inside.h"

#include "src/export/gen_acts.h"
#include "src/export/gen_countries.h"
#include "src/export/gen_places.h"
#include "src/export/gen_words.h"

/* ---- tables --------------------------------------------------------------------- */

/* Field i of the row that begins at row and ends before end. */
static mh_label field(const char *row, const char *end, unsigned i)
{
  const char *at = row;
  for (; i; i--) {
    const char *tab = memchr(at, '\t', (size_t)(end - at));
    if (!tab) return (mh_label){end, 0};
    at = tab + 1;
  }
  const char *tab = memchr(at, '\t', (size_t)(end - at));
  return (mh_label){at, (size_t)((tab ? tab : end) - at)};
}

static bool same(mh_label a, const char *b, size_t len)
{
  return a.len == len && memcmp(a.at, b, len) == 0;
}

/* Field `want` of the first row whose field `key` is the text; at NULL when there is none. */
static mh_label look_up(const char *table, size_t size, unsigned key, unsigned want,
                        const char *text, size_t len)
{
  const char *end = table + size;
  for (const char *row = table; row < end;) {
    const char *stop = memchr(row, '\n', (size_t)(end - row));
    if (!stop) stop = end;
    if (*row != '#' && same(field(row, stop, key), text, len))
      return field(row, stop, want);
    row = stop + 1;
  }
  return (mh_label){0};
}

/* The first of several values in a field. */
static mh_label first_of(mh_label l)
{
  const char *bar = l.len ? memchr(l.at, '|', l.len) : NULL;
  return bar ? (mh_label){l.at, (size_t)(bar - l.at)} : l;
}

/* ---- labels ---------------------------------------------------------------------- */

mh_label mh_label_of(const char *key, bool arabic)
{
  const size_t len = strlen(key);
  const mh_label l = look_up(words_tsv, words_tsv_len, 0, arabic ? 1 : 2, key, len);
  return l.at ? l : (mh_label){key, len};
}

mh_label mh_label_in(const char *prefix, const char *key, bool arabic)
{
  char full[64];
  const size_t p = strlen(prefix), k = strlen(key);
  const mh_label itself = {key, k};
  if (p + 1 + k >= sizeof full) return itself;
  memcpy(full, prefix, p);
  full[p] = '.';
  memcpy(full + p + 1, key, k);
  const mh_label l = look_up(words_tsv, words_tsv_len, 0, arabic ? 1 : 2, full,
                             p + 1 + k);
  return l.at ? l : itself;
}

void mh_label_put(mh_out *o, const char *key, bool arabic)
{
  const mh_label l = mh_label_of(key, arabic);
  mh_out_bytes(o, l.at, l.len);
}

/* A label for a number: "month.3". */
static mh_label numbered(const char *prefix, unsigned n, bool arabic)
{
  char digits[4] = {(char)('0' + n / 10 % 10), (char)('0' + n % 10), '\0', '\0'};
  return mh_label_in(prefix, n < 10 ? digits + 1 : digits, arabic);
}

mh_label mh_place_label(const char *english, bool arabic)
{
  const size_t len = strlen(english);
  const mh_label itself = {english, len};
  if (!arabic) return itself;
  mh_label l = look_up(countries_tsv, countries_tsv_len, 5, 4, english, len);
  if (!l.len) l = look_up(places_tsv, places_tsv_len, 1, 0, english, len);
  if (!l.len) l = look_up(countries_tsv, countries_tsv_len, 1, 2, english, len);
  return l.len ? first_of(l) : itself;
}

static mh_label act_code(mh_act act, unsigned column)
{
  const char *id = mh_act_id(act);
  mh_label l = {0};
  if (id) l = look_up(acts_tsv, acts_tsv_len, 0, column, id, strlen(id));
  return l.len && !same(l, "-", 1) ? l : (mh_label){"", 0};
}

mh_label mh_act_plover_label(mh_act act)
{
  return act_code(act, 3);
}

mh_label mh_act_cameo_label(mh_act act)
{
  return act_code(act, 4);
}

/* ---- dates, rounds, actors ----------------------------------------------------------- */

/* Is it a year, a month or a day, with nothing but a time after it? */
static bool is_date(mh_day *day, const char *date)
{
  if (!mh_day_parse(day, date, strlen(date))) return false;
  return day->month <= 12 && (!day->day || mh_day_valid(*day));
}

void mh_date_put(mh_out *o, const char *date, bool arabic)
{
  mh_day day;
  if (!is_date(&day, date) || day.year < 0) {
    mh_out_text(o, date);
    return;
  }
  if (day.day) {
    mh_out_uint(o, day.day);
    mh_out_char(o, ' ');
  }
  if (day.month) {
    const mh_label month = numbered("month", day.month, arabic);
    mh_out_bytes(o, month.at, month.len);
    mh_out_char(o, ' ');
  }
  mh_out_uint(o, (uint64_t)day.year);
}

void mh_round_put(mh_out *o, const mh_round *r, bool arabic)
{
  if (r->ordinal >= 1 && r->ordinal <= 20) {
    const mh_label l = numbered("ordinal", r->ordinal, arabic);
    mh_out_bytes(o, l.at, l.len);
  } else if (r->ordinal) {
    mh_label_put(o, "round.number", arabic);
    mh_out_char(o, ' ');
    mh_out_uint(o, r->ordinal);
  } else {
    mh_label_put(o, "round.of", arabic);
    mh_out_char(o, ' ');
    mh_date_put(o, r->date ? r->date : r->name, arabic);
  }
}

/* Between two of a list: a comma, or before the last "and", which Arabic writes joined. */
static void put_joint(mh_out *o, bool last, bool arabic)
{
  if (last) mh_out_char(o, ' ');
  mh_label_put(o, last ? "and" : "comma", arabic);
  if (!last || !arabic) mh_out_char(o, ' ');
}

void mh_actors_put(mh_out *o, const char *const *codes, uint32_t n, bool arabic)
{
  for (uint32_t i = 0; i < n; i++) {
    if (i) put_joint(o, i + 1 == n, arabic);
    if (strcmp(codes[i], "OTHER") == 0)
      mh_label_put(o, "actor.other", arabic);
    else
      mh_out_text(o, mh_actor_name(codes[i], arabic ? "ar" : "en"));
  }
}

void mh_series_put(mh_out *o, const mh_series *s, bool arabic)
{
  const mh_label kind = mh_label_in("kind", s->kind, arabic);
  mh_out_bytes(o, kind.at, kind.len);
  mh_out_char(o, ' ');
  /* an Arabic noun leads its owner without a word between */
  const char *link = s->n_parties > 1 ? "of.between" : arabic ? NULL : "of.one";
  if (link) {
    mh_label_put(o, link, arabic);
    mh_out_char(o, ' ');
  }
  mh_actors_put(o, s->parties, s->n_parties, arabic);
}

/* ---- coverage -------------------------------------------------------------------------- */

static bool is_update(const mh_copy *c)
{
  return strcmp(c->kind, "update") == 0;
}

static bool same_outlet(const char *x, const char *y)
{
  return x == y || (x && y && strcmp(x, y) == 0);
}

/* It stands there already, or is the page of the evidence once more. */
static bool told(const mh_evidence *e, uint32_t i)
{
  const mh_copy *c = &e->copies[i];
  if (c->outlet && same_outlet(c->outlet, e->outlet) && !is_update(c)) return true;
  for (uint32_t k = 0; k < i; k++)
    if (same_outlet(c->outlet, e->copies[k].outlet) &&
        is_update(c) == is_update(&e->copies[k]))
      return true;
  return false;
}

void mh_carried_put(mh_out *o, const mh_evidence *e, bool arabic)
{
  bool any = false;
  for (uint32_t i = 0; i < e->n_copies; i++) {
    const mh_copy *c = &e->copies[i];
    if (told(e, i)) continue;
    mh_label_put(o, any ? "comma" : "copies", arabic);
    mh_out_char(o, ' ');
    any = true;
    if (c->outlet)
      mh_out_text(o, c->outlet);
    else
      mh_label_put(o, "outlet.unknown", arabic);
    if (!is_update(c)) continue;
    mh_out_text(o, " (");
    mh_label_put(o, "copies.update", arabic);
    mh_out_char(o, ')');
  }
}
