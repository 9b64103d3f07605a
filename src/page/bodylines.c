/* body - the lines of an article whose head is known: the text of a JSON object, what a web
 * page holds of an article.  Cleaned of debris by words only: nothing is taken out for its
 * shape, because a headline is given and buttons are rare.
 */
#include "meta.h"

/* City and day on a line of their own, and who signs: "Riyadh, 20 February 2024, SPA". */
static bool is_dateline(const mh_page__line *line, const char *t)
{
  mh_page__moment day;
  return !line->final && line->words <= 12 && mh_page__is_date_line(t, line->len, 3) &&
         mh_page__find_moment(&day, t, line->len);
}

/* A line of date above the text.  Further down it may be the journalist's. */
static void know_first_dates(mh_page__lines *l)
{
  for (uint32_t i = 0; i < l->n && i < 3; i++) {
    mh_page__line *line = &l->at[i];
    if (line->kind != MH_PAGE__NONE) continue;
    if (mh_page__is_paragraph(line)) return;
    const char *t = l->text + line->at;
    const bool alone = mh_page__is_date_line(t, line->len, 0);
    if (!alone && !is_dateline(line, t)) continue;
    const bool signs = !alone && mh_page__home(t, line->len) != NULL;
    line->kind = signs ? MH_PAGE__AGENCY : MH_PAGE__PUBLISHED;
    line->keep = false;
  }
}

/* Name and city on the line above the first paragraph. */
static void know_signature(mh_page__lines *l)
{
  for (uint32_t i = 0; i + 1 < l->n && i < 3; i++) {
    mh_page__line *line = &l->at[i];
    if (!line->keep) continue;
    if (!mh_page__is_short(line) || !mh_page__is_paragraph(&l->at[i + 1])) return;
    const char *t = l->text + line->at;
    if (!mh_page__is_signature(t, line->len) && !mh_page__is_initials(t, line->len))
      return;
    line->kind = MH_PAGE__BYLINE;
    line->keep = false;
    return;
  }
}

/* With the headline given, a line that begins like a label of one is a sentence. */
static void keep_titles(mh_page__lines *l)
{
  for (uint32_t i = 0; i < l->n; i++) {
    if (l->at[i].kind != MH_PAGE__TITLE) continue;
    l->at[i].kind = MH_PAGE__NONE;
    l->at[i].by = NULL;
    l->at[i].keep = true;
  }
}

/* The outlet's name above the text. */
static void know_outlet(mh_page__lines *l, uint32_t body, const char *outlet)
{
  for (uint32_t i = 0; outlet && i < body && i < l->n; i++) {
    mh_page__line *line = &l->at[i];
    if (line->len != strlen(outlet) || memcmp(l->text + line->at, outlet, line->len) != 0)
      continue;
    line->kind = MH_PAGE__OUTLET;
    line->keep = false;
  }
}

/* Does a signature open the first paragraph?  Then one at the foot says nothing new. */
static bool opens_signed(const mh_page__lines *l, uint32_t body)
{
  if (body >= l->n) return false;
  const uint32_t n = mh_page__dateline(l->text + l->at[body].at, l->at[body].len);
  return n && n < l->at[body].len;
}

mh_status mh_page__read_body(mh_article *out, mh_arena *a, mh_page__lines *l,
                             mh_error *err)
{
  mh_page__know(l);
  know_first_dates(l);
  keep_titles(l);
  uint32_t body = 0;
  while (body < l->n && (!l->at[body].keep || !mh_page__is_paragraph(&l->at[body])))
    body++;
  mh_page__end_head(l, body);
  mh_page__drop_title(l, out->title);
  know_outlet(l, body, out->outlet);
  know_signature(l);
  const bool is_signed = opens_signed(l, body);
  for (uint32_t i = 0; i < l->n && l->at[i].kind != MH_PAGE__END; i++) {
    if (is_signed && i > body && l->at[i].kind == MH_PAGE__AGENCY) continue;
    if (mh_page__learn(out, a, l, &l->at[i]) != MH_OK)
      return mh_fail(err, MH_ENOMEM, 0, "no memory for the article");
  }
  return mh_page__finish(out, a, l, err);
}
