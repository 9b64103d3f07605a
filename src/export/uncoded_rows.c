/* uncoded_rows - the sentences of a report that gave no statement, as JSON Lines.
 *
 * mahdar.uncoded/1: report, source, published; the sentence, the act word and the actor each
 * with their words and their place in the report's text, in code points.
 */
#include "../base/report.h"
#include "inside.h"

/* ,"name":{"start":1,"end":2,"quote":"..." - the object is left open. */
static void place(mh_out *o, const mh_report *r, const mh_points *points,
                  const char *name, mh_span s)
{
  mh_out_fmt(o, ",\"%s\":{\"start\":%u,\"end\":%u,\"quote\":", name,
             mh_points_at(points, s.at), mh_points_at(points, s.at + s.len));
  mh_out_json(o, r->text + s.at, s.len);
}

static void put_source(mh_out *o, const mh_report *r, uint64_t line)
{
  mh_out_text(o, "{\"schema\":\"mahdar.uncoded/1\"");
  mh_export__field(o, "report", r->id);
  mh_export__field(o, "path", r->path);
  if (line) mh_out_fmt(o, ",\"line\":%llu", (unsigned long long)line);
  mh_export__field(o, "id", r->source_id);
  mh_export__field(o, "url", r->url);
  mh_export__field(o, "outlet", r->outlet);
  mh_export__field(o, "published", r->published);
}

static void put_one(mh_out *o, const mh_report *r, const mh_points *points, uint64_t line,
                    const mh_uncoded *u)
{
  put_source(o, r, line);
  place(o, r, points, "sentence", u->sentence);
  mh_out_char(o, '}');
  place(o, r, points, "trigger", u->trigger);
  mh_export__field(o, "form", mh_word_form_id(u->form));
  mh_export__field(o, "act", mh_act_id(u->act));
  mh_out_char(o, '}');
  place(o, r, points, "actor", u->actor);
  for (uint32_t i = 0; i < u->n_codes; i++) {
    mh_out_text(o, i ? "," : ",\"codes\":[");
    mh_out_json(o, u->codes[i], strlen(u->codes[i]));
  }
  mh_out_text(o, u->n_codes ? "]}}\n" : "}}\n");
}

mh_status mh_jsonl_uncoded(mh_out *o, mh_report *r, uint64_t line, mh_arena *scratch)
{
  const mh_uncoded *u;
  mh_points points;
  size_t n;
  MH_TRY(mh_report_uncoded(&u, &n, r, NULL));
  if (n == 0) return o->status;
  mh_arena_reset(scratch);
  MH_TRY(mh_points_make(&points, scratch, r->text, r->len));
  for (size_t i = 0; i < n; i++) put_one(o, r, &points, line, &u[i]);
  return o->status;
}
