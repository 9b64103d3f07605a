/* view_html - the comparison of two rounds as one page: to look at, to print, to send on.
 *
 * The page is one file: its style and its few lines of script stand in it, nothing is
 * fetched, and its Content-Security-Policy names the digests of the two, so that nothing
 * else in it can run.  Without script it is complete; script only filters.
 * All that comes from reports goes through mh_out_html().
 *
 * Here: the frame and the small parts.  Summary and sources are in html_summary.c, the
 * positions in html_positions.c, labels in words.tsv, style in page.css.
 */
#include <stdlib.h>

#include "html_out.h"

#include "src/export/gen_css.h"
#include "src/export/gen_js.h"

/* ---- small parts ------------------------------------------------------------------ */

void mh_export__text(mh_export__page *p, const char *text)
{
  mh_out_html(p->o, text, strlen(text));
}

void mh_export__label(mh_export__page *p, const char *key)
{
  const mh_label l = mh_label_of(key, p->arabic);
  mh_out_html(p->o, l.at, l.len);
}

/* What was written to `plain` goes into the page escaped. */
static void escape(mh_export__page *p, mh_out *plain)
{
  if (plain->status != MH_OK) p->o->status = plain->status;
  if (plain->len) mh_out_html(p->o, plain->at, plain->len);
  mh_out_free(plain);
}

void mh_export__date(mh_export__page *p, const char *date)
{
  mh_out plain = {0};
  mh_date_put(&plain, date, p->arabic);
  MH_MARKUP(p, "<time datetime=\"");
  mh_export__text(p, date);
  MH_MARKUP(p, "\">");
  escape(p, &plain);
  MH_MARKUP(p, "</time>");
}

void mh_export__actors(mh_export__page *p, const char *const *codes, uint32_t n)
{
  mh_out plain = {0};
  mh_actors_put(&plain, codes, n, p->arabic);
  escape(p, &plain);
}

void mh_export__round_name(mh_export__page *p, const mh_round *r)
{
  mh_out plain = {0};
  mh_round_put(&plain, r, p->arabic);
  escape(p, &plain);
}

void mh_export__badge(mh_export__page *p, mh_change status)
{
  const char *id = mh_change_id(status);
  const mh_label mark = mh_label_in("mark", id, p->arabic);
  const mh_label name = mh_label_in("status", id, p->arabic);
  MH_MARKUP(p, "<span class=\"badge ");
  mh_export__text(p, id);
  MH_MARKUP(p, "\"><span class=\"mark\" aria-hidden=\"true\">");
  mh_out_html(p->o, mark.at, mark.len);
  MH_MARKUP(p, "</span>");
  mh_out_html(p->o, name.at, name.len);
  MH_MARKUP(p, "</span>");
}

/* http:// or https:// with something after it and no control bytes or spaces. */
static bool is_web_address(const char *url)
{
  static const char scheme[] = "https://";
  size_t i = 0;
  for (size_t k = 0; scheme[k]; k++) {
    const char c = url[i] >= 'A' && url[i] <= 'Z' ? (char)(url[i] + 32) : url[i];
    if (c == scheme[k])
      i++;
    else if (scheme[k] != 's')
      return false;
  }
  if (!url[i]) return false;
  for (; url[i]; i++)
    if ((unsigned char)url[i] <= ' ' || url[i] == 0x7f) return false;
  return true;
}

void mh_export__link(mh_export__page *p, const char *url)
{
  const bool link = is_web_address(url);
  if (link) {
    MH_MARKUP(p, "<a rel=\"noopener noreferrer nofollow\" href=\"");
    mh_export__text(p, url);
    MH_MARKUP(p, "\">");
  }
  MH_MARKUP(p, "<bdi dir=\"ltr\">");
  mh_export__text(p, url);
  MH_MARKUP(p, "</bdi>");
  if (link) MH_MARKUP(p, "</a>");
}

void mh_export__short_id(mh_export__page *p, const char *report)
{
  const char *colon = strchr(report, ':');
  const char *digits = colon ? colon + 1 : report;
  const size_t len = strlen(digits);
  MH_MARKUP(p, "<code dir=\"ltr\" title=\"");
  mh_export__text(p, report);
  MH_MARKUP(p, "\">");
  mh_out_html(p->o, digits, len < 12 ? len : 12);
  MH_MARKUP(p, "</code>");
}

/* ---- which reports are quoted -------------------------------------------------------- */

static int by_report(const void *a, const void *b)
{
  const mh_evidence *const *x = a, *const *y = b;
  return strcmp((*x)->report, (*y)->report);
}

static void take(mh_export__page *p, const mh_evidence *const *e, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++) p->quoted[p->n_quoted++] = e[i];
}

/* One statement for each report, sorted by the report's id. */
static mh_status find_quoted(mh_export__page *p)
{
  size_t all = 0, kept = 0;
  const mh_comparison *c = p->c;
  for (uint32_t i = 0; i < c->n_positions; i++)
    all += (size_t)c->positions[i].n_earlier + c->positions[i].n_later;
  p->quoted = calloc(all + 1, sizeof *p->quoted);
  if (!p->quoted) return MH_ENOMEM;
  for (uint32_t i = 0; i < c->n_positions; i++) {
    take(p, c->positions[i].earlier, c->positions[i].n_earlier);
    take(p, c->positions[i].later, c->positions[i].n_later);
  }
  qsort(p->quoted, p->n_quoted, sizeof *p->quoted, by_report);
  for (size_t i = 0; i < p->n_quoted; i++)
    if (!kept || by_report(&p->quoted[kept - 1], &p->quoted[i]) != 0)
      p->quoted[kept++] = p->quoted[i];
  p->n_quoted = kept;
  return MH_OK;
}

const mh_evidence *mh_export__quoted(const mh_export__page *p, const char *report)
{
  const mh_evidence like = {.report = report}, *key = &like;
  const mh_evidence **found = bsearch(&key, p->quoted, p->n_quoted, sizeof *p->quoted,
                                      by_report);
  return found ? *found : NULL;
}

/* ---- the frame ------------------------------------------------------------------------ */

static unsigned hex(char c)
{
  return (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
}

/* 'sha256-...' as a policy names a script: the digest in base64. */
static void put_digest(mh_export__page *p, const char *bytes, size_t len)
{
  static const char digits[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  char text[72];
  uint8_t raw[33] = {0}; /* 32 bytes and one of padding */
  mh_sha256_text(text, bytes, len);
  for (size_t i = 0; i < 32; i++)
    raw[i] = (uint8_t)(hex(text[7 + 2 * i]) << 4 | hex(text[8 + 2 * i]));
  MH_MARKUP(p, "'sha256-");
  for (size_t i = 0; i < 33; i += 3) {
    const uint32_t n = (uint32_t)raw[i] << 16 | (uint32_t)raw[i + 1] << 8 | raw[i + 2];
    for (int k = 18; k >= 0; k -= 6)
      mh_out_char(p->o, i == 30 && k == 0 ? '=' : digits[n >> k & 63]);
  }
  MH_MARKUP(p, "'");
}

static void put_title(mh_export__page *p)
{
  mh_out plain = {0};
  mh_series_put(&plain, p->c->series, p->arabic);
  escape(p, &plain);
}

static void put_versus(mh_export__page *p)
{
  mh_export__round_name(p, p->c->earlier);
  MH_MARKUP(p, " \xe2\x80\x93 ");
  mh_export__round_name(p, p->c->later);
}

static void put_head(mh_export__page *p)
{
  MH_MARKUP(p, "<!DOCTYPE html>\n<html lang=\"");
  mh_export__text(p, p->language);
  mh_out_text(p->o, p->arabic ? "\" dir=\"rtl\">\n" : "\" dir=\"ltr\">\n");
  MH_MARKUP(p,
            "<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            "style-src ");
  put_digest(p, page_css, page_css_len);
  MH_MARKUP(p, "; script-src ");
  put_digest(p, page_js, page_js_len);
  MH_MARKUP(p,
            "; base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n"
            "<meta name=\"generator\" content=\"Mahdar " MH_VERSION "\">\n<title>");
  put_title(p);
  MH_MARKUP(p, ": ");
  put_versus(p);
  MH_MARKUP(p, "</title>\n<style>");
  mh_out_bytes(p->o, page_css, page_css_len);
  MH_MARKUP(p, "</style>\n</head>\n");
}

static void put_top(mh_export__page *p)
{
  MH_MARKUP(p, "<body>\n<a class=\"skip\" href=\"#positions\">");
  mh_export__label(p, "skip");
  MH_MARKUP(p,
            "</a>\n<header class=\"top\"><div class=\"wrap\">\n<p class=\"brand\"><b>");
  mh_export__label(p, "brand");
  MH_MARKUP(p, "</b> <span>");
  mh_export__label(p, "brand.line");
  MH_MARKUP(p, "</span></p>\n<h1>");
  put_title(p);
  MH_MARKUP(p, "</h1>\n<p class=\"versus\">");
  mh_export__label(p, "title.compare");
  MH_MARKUP(p, ": ");
  put_versus(p);
  MH_MARKUP(p, "</p>\n<p class=\"series\"><bdi dir=\"ltr\">");
  mh_export__text(p, p->c->series->name);
  MH_MARKUP(p, "</bdi></p>\n</div></header>\n<main class=\"wrap\">\n");
}

static void put_end(mh_export__page *p)
{
  MH_MARKUP(p, "</main>\n<footer class=\"end\"><div class=\"wrap\"><p>");
  mh_export__label(p, "made");
  MH_MARKUP(p, " <bdi dir=\"ltr\" class=\"num\">" MH_VERSION "</bdi></p></div></footer>\n"
               "<script>");
  mh_out_bytes(p->o, page_js, page_js_len);
  MH_MARKUP(p, "</script>\n</body>\n</html>\n");
}

mh_status mh_view_html(char **out, size_t *len, const mh_view *v, const char *language,
                       mh_error *err)
{
  mh_out o = {0};
  const bool arabic = language && strcmp(language, "ar") == 0;
  mh_export__page p = {.o = &o,
                       .c = mh_view_comparison(v),
                       .arabic = arabic,
                       .language = arabic ? "ar" : "en"};
  *out = NULL;
  *len = 0;
  if (!p.c) return mh_fail(err, MH_EUSAGE, 0, "a page is made of a comparison only");
  if (find_quoted(&p) != MH_OK)
    return mh_fail(err, MH_ENOMEM, 0, "no memory for the page");
  put_head(&p);
  put_top(&p);
  mh_export__summary(&p);
  mh_export__positions(&p);
  mh_export__sources(&p);
  put_end(&p);
  free(p.quoted);
  return mh_export__give(out, len, &o, err);
}
