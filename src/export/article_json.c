/* article_json - an article as it was found, as mahdar.article/1: one JSON object a line.
 *
 * Not for what is read of it (record.c).
 */
#include "../base/report.h"
#include "inside.h"

static void put(mh_out *o, const char *name, const char *value, bool *first)
{
  if (!value) return;
  if (!*first) mh_out_char(o, ',');
  *first = false;
  mh_out_json(o, name, strlen(name));
  mh_out_char(o, ':');
  mh_out_json(o, value, strlen(value));
}

static void put_source(mh_out *o, const mh_report *r, uint64_t line)
{
  bool first = true;
  mh_out_text(o, "\"source\":{");
  put(o, "path", r->path, &first);
  if (line) mh_out_fmt(o, "%s\"line\":%llu", first ? "" : ",", (unsigned long long)line);
  if (line) first = false;
  put(o, "id", r->source_id, &first);
  put(o, "url", r->url, &first);
  put(o, "outlet", r->outlet, &first);
  put(o, "retrieved", r->retrieved, &first);
  put(o, "charset", r->article.charset, &first);
  mh_out_text(o, "}");
}

/* Where each was found. */
static void put_found(mh_out *o, const mh_report *r)
{
  const mh_article *x = &r->article;
  bool first = true;
  mh_out_text(o, ",\"found\":{");
  put(o, "url", x->from_url, &first);
  put(o, "outlet", x->from_outlet, &first);
  put(o, "title", x->from_title, &first);
  put(o, "byline", x->from_byline, &first);
  put(o, "published",
      x->published   ? x->from_published
      : r->published ? "text"
                     : NULL,
      &first);
  put(o, "updated", x->from_updated, &first);
  put(o, "language", x->from_language, &first);
  mh_out_char(o, '}');
}

static mh_status put_headings(mh_out *o, const mh_report *r, mh_arena *scratch)
{
  mh_points points;
  mh_arena_reset(scratch);
  MH_TRY(mh_points_make(&points, scratch, r->text, r->len));
  mh_out_text(o, ",\"headings\":[");
  for (uint32_t i = 0; i < r->n_headings; i++)
    mh_out_fmt(o, "%s{\"start\":%u,\"end\":%u}", i ? "," : "",
               (unsigned)mh_points_at(&points, r->headings[i].at),
               (unsigned)mh_points_at(&points, r->headings[i].at + r->headings[i].len));
  mh_out_char(o, ']');
  return MH_OK;
}

mh_status mh_article_write(mh_out *o, const mh_report *r, uint64_t line,
                           mh_arena *scratch)
{
  bool first = true;
  mh_out_text(o, "{\"schema\":\"mahdar.article/1\",");
  put(o, "id", r->id, &first);
  mh_out_char(o, ',');
  put_source(o, r, line);
  first = false;
  put(o, "language", r->language, &first);
  put(o, "title", r->title, &first);
  put(o, "subtitle", r->article.subtitle, &first);
  put(o, "byline", r->byline, &first);
  put(o, "published", r->published, &first);
  put(o, "updated", r->updated, &first);
  put_found(o, r);
  if (r->n_headings) MH_TRY(put_headings(o, r, scratch));
  mh_out_text(o, ",\"text\":");
  mh_out_json(o, r->text, r->len);
  mh_out_text(o, "}\n");
  return o->status;
}
