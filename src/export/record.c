/* record - one report as mahdar.record/1: one JSON object a line.
 *
 * Runs for every article that is read, so numbers are written by hand and positions are
 * counted through mh_points, never from the start of the text.  Fields come in the order
 * of the format's description; a field without a value is left out.
 *
 * Not for the register (view_json.c).
 */
#include "../base/report.h"
#include "inside.h"

typedef struct writer {
  mh_out *o;
  const mh_report *r;
  mh_points points;
} writer;

#define LITERAL(o, text) mh_out_bytes((o), (text), sizeof(text) - 1)

static void string_of(mh_out *o, const char *text)
{
  mh_out_json(o, text, strlen(text));
}

/* ,"name":"text" - or nothing. */
static void put_field(mh_out *o, const char *lead, size_t len, const char *text)
{
  if (!text) return;
  mh_out_bytes(o, lead, len);
  string_of(o, text);
}

/* name: a literal. */
#define field(o, name, text) \
  put_field((o), ",\"" name "\":", sizeof(",\"" name "\":") - 1, (text))

static void slice_field(writer *w, const char *name, mh_span s)
{
  if (!s.len) return;
  LITERAL(w->o, ",\"");
  mh_out_text(w->o, name);
  LITERAL(w->o, "\":");
  mh_out_json(w->o, w->r->text + s.at, s.len);
}

/* "start":1,"end":2 */
static void ends(writer *w, mh_span s)
{
  LITERAL(w->o, "\"start\":");
  mh_out_uint(w->o, mh_points_at(&w->points, s.at));
  LITERAL(w->o, ",\"end\":");
  mh_out_uint(w->o, mh_points_at(&w->points, s.at + s.len));
}

static void comma(mh_out *o, size_t i)
{
  if (i) mh_out_char(o, ',');
}

static void strings(mh_out *o, const char *const *at, size_t n)
{
  mh_out_char(o, '[');
  for (size_t i = 0; i < n; i++) {
    comma(o, i);
    string_of(o, at[i]);
  }
  mh_out_char(o, ']');
}

/* ---- the head --------------------------------------------------------------- */

static void put_source(writer *w)
{
  const mh_report *r = w->r;
  const char *const values[] = {r->path, r->source_id, r->url, r->outlet, r->retrieved};
  static const char *const names[] = {"path", "id", "url", "outlet", "retrieved"};
  size_t n = 0;
  for (size_t i = 0; i < 5; i++) {
    if (!values[i]) continue;
    mh_out_text(w->o, n++ ? ",\"" : ",\"source\":{\"");
    mh_out_text(w->o, names[i]);
    LITERAL(w->o, "\":");
    string_of(w->o, values[i]);
  }
  if (n) mh_out_char(w->o, '}');
}

static void put_head(writer *w)
{
  const mh_report *r = w->r;
  LITERAL(w->o, "{\"schema\":\"mahdar.record/1\"");
  field(w->o, "id", r->id);
  put_source(w);
  field(w->o, "language", r->language);
  field(w->o, "title", r->title);
  field(w->o, "byline", r->byline);
  field(w->o, "published", r->published);
  field(w->o, "updated", r->updated);
  LITERAL(w->o, ",\"text\":");
  mh_export__json(w->o, r->text, r->len);
}

static void put_headings(writer *w)
{
  if (!w->r->n_headings) return;
  LITERAL(w->o, ",\"headings\":[");
  for (uint32_t i = 0; i < w->r->n_headings; i++) {
    comma(w->o, i);
    mh_out_char(w->o, '{');
    ends(w, w->r->headings[i]);
    mh_out_char(w->o, '}');
  }
  mh_out_char(w->o, ']');
}

/* ---- findings ---------------------------------------------------------------- */

static const char *kind_name(mh_mention_kind kind)
{
  static const char *const names[] = {
      [MH_MENTION_COUNTRY] = "country",       [MH_MENTION_ORGANISATION] = "organisation",
      [MH_MENTION_GROUP] = "group",           [MH_MENTION_PERSON] = "person",
      [MH_MENTION_PLACE] = "place",           [MH_MENTION_DATE] = "date",
      [MH_MENTION_INSTRUMENT] = "instrument", [MH_MENTION_QUANTITY] = "quantity"};
  assert((size_t)kind < sizeof names / sizeof *names);
  return names[kind];
}

static void put_mention(writer *w, const mh_mention *m)
{
  LITERAL(w->o, "{\"kind\":\"");
  mh_out_text(w->o, kind_name(m->kind));
  LITERAL(w->o, "\",");
  ends(w, m->span);
  field(w->o, "id", m->id);
  field(w->o, "value", m->value);
  slice_field(w, "role", m->role);
  mh_out_char(w->o, '}');
}

static void put_chairs(writer *w, const mh_meeting *m)
{
  if (!m->n_chairs) return;
  LITERAL(w->o, ",\"chairs\":[");
  for (uint32_t i = 0; i < m->n_chairs; i++) {
    comma(w->o, i);
    mh_out_json(w->o, w->r->text + m->chairs[i].at, m->chairs[i].len);
  }
  mh_out_char(w->o, ']');
}

static void put_meeting(writer *w, const mh_meeting *m)
{
  LITERAL(w->o, "{\"parties\":");
  strings(w->o, m->parties, m->n_parties);
  field(w->o, "kind", m->kind);
  if (m->ordinal) {
    LITERAL(w->o, ",\"ordinal\":");
    mh_out_uint(w->o, m->ordinal);
  }
  field(w->o, "date", m->date);
  field(w->o, "place", m->place);
  put_chairs(w, m);
  if (m->next) LITERAL(w->o, ",\"next\":true");
  mh_out_char(w->o, ',');
  ends(w, m->span);
  mh_out_char(w->o, '}');
}

static void put_speakers(writer *w, const mh_statement *s)
{
  LITERAL(w->o, ",\"speakers\":[");
  for (uint32_t i = 0; i < s->n_speakers; i++) {
    mh_out_text(w->o, i ? ",{\"id\":" : "{\"id\":");
    string_of(w->o, s->speakers[i].id);
    slice_field(w, "role", s->speakers[i].role);
    slice_field(w, "person", s->speakers[i].person);
    mh_out_char(w->o, '}');
  }
  mh_out_char(w->o, ']');
}

static void put_lists(writer *w, const mh_statement *s)
{
  LITERAL(w->o, ",\"topics\":");
  strings(w->o, s->topics, s->n_topics);
  if (s->n_about) {
    LITERAL(w->o, ",\"about\":");
    strings(w->o, s->about, s->n_about);
  }
  if (s->n_refs) {
    LITERAL(w->o, ",\"refs\":");
    strings(w->o, s->refs, s->n_refs);
  }
}

static void put_statement(writer *w, const mh_statement *s, uint32_t i)
{
  mh_out *o = w->o;
  LITERAL(o, "{\"id\":\"s");
  mh_out_uint(o, i + 1);
  LITERAL(o, "\"");
  field(o, "act", mh_act_id(s->act));
  LITERAL(o, ",\"trigger\":{");
  ends(w, s->trigger);
  mh_out_char(o, '}');
  put_speakers(w, s);
  slice_field(w, "reporter", s->reporter);
  LITERAL(o, ",\"content\":{");
  ends(w, s->content);
  mh_out_char(o, '}');
  put_lists(w, s);
  mh_out_text(o, s->renewed ? ",\"renewed\":true" : ",\"renewed\":false");
  mh_out_text(o, s->quoted ? ",\"quoted\":true" : ",\"quoted\":false");
  field(o, "plover", s->plover);
  field(o, "cameo", s->cameo);
  LITERAL(o, ",\"confidence\":");
  mh_export__confidence(o, s->confidence);
  mh_out_char(o, '}');
}

/* ,"name":[ the findings ] - an empty list is told: nothing was found. */
#define PUT_ALL(w, name, list, n, put_one)  \
  do {                                      \
    LITERAL((w)->o, ",\"" name "\":[");     \
    for (uint32_t i_ = 0; i_ < (n); i_++) { \
      comma((w)->o, i_);                    \
      put_one((w), &(list)[i_]);            \
    }                                       \
    mh_out_char((w)->o, ']');               \
  } while (0)

static void put_findings(writer *w)
{
  const mh_report *r = w->r;
  PUT_ALL(w, "mentions", r->mentions, r->n_mentions, put_mention);
  PUT_ALL(w, "meetings", r->meetings, r->n_meetings, put_meeting);
  LITERAL(w->o, ",\"statements\":[");
  for (uint32_t i = 0; i < r->n_statements; i++) {
    comma(w->o, i);
    put_statement(w, &r->statements[i], i);
  }
  LITERAL(w->o, "]}");
}

/* ---- the door ------------------------------------------------------------------ */

mh_status mh_record_write(mh_out *o, const mh_report *r, mh_arena *scratch)
{
  writer w = {.o = o, .r = r};
  mh_arena_reset(scratch);
  MH_TRY(mh_points_make(&w.points, scratch, r->text, r->len));
  put_head(&w);
  put_headings(&w);
  put_findings(&w);
  return o->status;
}

mh_status mh_report_json(char **out, size_t *len, const mh_report *r, mh_error *err)
{
  mh_out o = {0};
  mh_arena scratch;
  mh_arena_init(&scratch, 0);
  const mh_status status = mh_record_write(&o, r, &scratch);
  mh_arena_free(&scratch);
  if (status != MH_OK) o.status = status;
  return mh_export__give(out, len, &o, err);
}
