/* web - a page of HTML as one article.
 *
 *   bytes -> UTF-8 (charset.c) -> tree (html room) -> what the page says of itself (meta.c)
 *         -> the parts of its article (main_*.c) -> lines, read as all others are
 *
 * A page that is built by scripts holds no text; where its data for search engines hold the
 * article's, that is taken.
 */
#include "web.h"

/* ---- the page ------------------------------------------------------------------------- */

/* The text that the page's data hold, a part a line. */
static mh_status cut_said(mh_page__parts *out, mh_arena *a, const char *body)
{
  *out = (mh_page__parts){0};
  for (const char *end; *body; body = *end ? end + 1 : end) {
    end = body + strcspn(body, "\n");
    const mh_page__part part = {.text = body, .len = (uint32_t)(end - body)};
    if (part.len) MH_TRY(MH_PUSH(a, out, part));
  }
  return MH_OK;
}

static uint64_t size_of(const mh_page__parts *parts)
{
  uint64_t n = 0;
  for (uint32_t i = 0; i < parts->n; i++) n += parts->at[i].len;
  return n;
}

/* The parts of the article, wherever the page has them. */
static mh_status find(mh_page__parts *out, mh_arena *a, const mh_html_doc *d,
                      const mh_article *x, const mh_page__said *said)
{
  mh_page__parts told;
  MH_TRY(mh_page__main(out, a, d, x));
  if (!said->body) return MH_OK;
  MH_TRY(cut_said(&told, a, said->body));
  if (size_of(out) * 2 < size_of(&told)) *out = told;
  return MH_OK;
}

/* The first lead is a sub-headline, where the page has told none. */
static mh_status take_lead(mh_article *out, mh_arena *a, const mh_page__parts *parts)
{
  char *text = NULL;
  uint32_t len = 0;
  for (uint32_t i = 0; i < parts->n && !out->subtitle; i++) {
    if (!parts->at[i].lead) continue;
    MH_TRY(mh_page__clean(&text, &len, a, parts->at[i].text, parts->at[i].len));
    if (len && !memchr(text, '\n', len)) out->subtitle = text;
  }
  return MH_OK;
}

enum { TEASERS = 5, FRONT_BYTES = 800 };

/* Teasers and hardly anything else, in a page whose data know of no day: a front page. */
static bool is_front(const mh_page__parts *parts, const mh_article *x)
{
  const char *from = x->from_published;
  const bool told = from && strcmp(from, "text") != 0 && strcmp(from, "time") != 0;
  return parts->teasers >= TEASERS && !told && size_of(parts) < FRONT_BYTES;
}

static mh_status read(mh_article *out, mh_arena *a, const mh_html_doc *d,
                      const mh_source *from, mh_error *err)
{
  mh_page__said said = {0};
  mh_page__parts parts = {0};
  mh_page__lines l;
  mh_status s = mh_page__say(out, &said, a, d, from);
  if (s == MH_OK) s = find(&parts, a, d, out, &said);
  if (s == MH_OK) s = take_lead(out, a, &parts);
  if (s != MH_OK) return mh_fail(err, s, 0, "no memory for the article");
  if (said.articles > 1 && !parts.one)
    return mh_fail(err, MH_EFORMAT, 0, "%u articles in one page", said.articles);
  if (is_front(&parts, out))
    return mh_fail(err, MH_EFORMAT, 0, "a list of %u stories, not one of them",
                   parts.teasers);
  if (parts.n == 0)
    return mh_fail(err, MH_EEMPTY, 0, "no text of an article in the page");
  MH_TRY(mh_page__join(&l, a, &parts, err));
  MH_TRY(mh_page__read_body(out, a, &l, err));
  const char *url = out->from_url, *language = out->from_language;
  mh_page__found(out, "text");
  out->from_url = url; /* the address that it came from is no word of the page */
  out->from_language = language;
  if (out->published) out->dateline = NULL;
  return MH_OK;
}

mh_status mh_page_html(mh_article *out, mh_arena *a, const char *bytes, size_t len,
                       const mh_source *from, mh_error *err)
{
  const char *text = NULL, *charset = NULL;
  size_t n = 0;
  mh_html_doc d;
  *out = (mh_article){0};
  if (len > MH_PAGE_MAX)
    return mh_fail(err, MH_ELIMIT, MH_PAGE_MAX, "a page larger than %u bytes",
                   MH_PAGE_MAX);
  MH_TRY(mh_page__decode(&text, &n, &charset, a, bytes, len, from ? from->charset : NULL,
                         err));
  if (mh_html_parse(&d, a, text, n) != MH_OK)
    return mh_fail(err, MH_ENOMEM, 0, "no memory for the page");
  if (charset && strcmp(charset, "utf-8") != 0) out->charset = charset;
  const mh_status s = read(out, a, &d, from, err);
  if (s != MH_OK) *out = (mh_article){0};
  return s;
}
