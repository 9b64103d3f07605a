/* view_json - what the register answers, as one JSON object: mahdar.compare/1,
 * mahdar.round/1 or mahdar.dialogues/1, whichever the view holds.
 *
 * Not for reports (record.c).
 */
#include <stdlib.h>

#include "inside.h"

void mh_export__field(mh_out *o, const char *name, const char *text)
{
  if (!text) return;
  mh_out_text(o, ",\"");
  mh_out_text(o, name);
  mh_out_text(o, "\":");
  mh_out_json(o, text, strlen(text));
}

/* Two digits: calibration knows no more.  Not a number becomes 0. */
void mh_export__confidence(mh_out *o, double c)
{
  const double in = c > 0 ? (c < 1 ? c : 1) : 0;
  const unsigned n = (unsigned)(in * 100 + 0.5);
  const char text[] = {(char)('0' + n / 100), '.', (char)('0' + n / 10 % 10),
                       (char)('0' + n % 10)};
  mh_out_bytes(o, text, sizeof text);
}

mh_status mh_export__give(char **out, size_t *len, mh_out *o, mh_error *err)
{
  *out = NULL;
  *len = 0;
  if (o->status != MH_OK) {
    const mh_status status = o->status;
    mh_out_free(o);
    return mh_fail(err, status, 0, "no memory for the text");
  }
  *out = o->at;
  *len = o->len;
  return MH_OK;
}

void mh_text_free(char *text)
{
  free(text);
}

static void number(mh_out *o, const char *name, uint64_t n)
{
  mh_out_text(o, ",\"");
  mh_out_text(o, name);
  mh_out_text(o, "\":");
  mh_out_uint(o, n);
}

static void array(mh_out *o, const char *const *at, size_t n)
{
  mh_out_char(o, '[');
  for (size_t i = 0; i < n; i++) {
    if (i) mh_out_char(o, ',');
    mh_out_json(o, at[i], strlen(at[i]));
  }
  mh_out_char(o, ']');
}

static void list(mh_out *o, const char *name, const char *const *at, size_t n)
{
  mh_out_text(o, ",\"");
  mh_out_text(o, name);
  mh_out_text(o, "\":");
  array(o, at, n);
}

static void flag(mh_out *o, const char *name, bool value)
{
  mh_out_text(o, ",\"");
  mh_out_text(o, name);
  mh_out_text(o, value ? "\":true" : "\":false");
}

/* ---- evidence ------------------------------------------------------------------- */

static void put_where(mh_out *o, const mh_evidence *e)
{
  mh_export__field(o, "outlet", e->outlet);
  mh_export__field(o, "published", e->published);
  mh_export__field(o, "url", e->url);
  mh_export__field(o, "title", e->title);
  mh_export__field(o, "trigger", e->trigger);
  mh_export__field(o, "before", e->before);
  mh_export__field(o, "after", e->after);
  number(o, "start", e->start);
  number(o, "end", e->end);
}

/* Who else carries it; nothing when nobody does. */
static void put_copies(mh_out *o, const mh_evidence *e)
{
  if (!e->n_copies) return;
  mh_out_text(o, ",\"copies\":[");
  for (uint32_t i = 0; i < e->n_copies; i++) {
    const mh_copy *c = &e->copies[i];
    mh_out_text(o, i ? ",{\"report\":" : "{\"report\":");
    mh_out_json(o, c->report, strlen(c->report));
    mh_export__field(o, "outlet", c->outlet);
    mh_export__field(o, "published", c->published);
    mh_export__field(o, "url", c->url);
    mh_export__field(o, "kind", c->kind);
    mh_out_text(o, ",\"share\":");
    mh_export__confidence(o, c->share);
    mh_out_char(o, '}');
  }
  mh_out_char(o, ']');
}

void mh_export__evidence(mh_out *o, const mh_evidence *e)
{
  mh_out_text(o, "{\"report\":");
  mh_out_json(o, e->report, strlen(e->report));
  mh_export__field(o, "statement", e->statement);
  mh_export__field(o, "act", mh_act_id(e->act));
  list(o, "speakers", e->speakers, e->n_speakers);
  mh_export__field(o, "quote", e->quote);
  put_where(o, e);
  list(o, "topics", e->topics, e->n_topics);
  if (e->n_about) list(o, "about", e->about, e->n_about);
  if (e->n_refs) list(o, "refs", e->refs, e->n_refs);
  flag(o, "renewed", e->renewed);
  flag(o, "quoted", e->quoted);
  mh_export__field(o, "plover", e->plover);
  mh_export__field(o, "cameo", e->cameo);
  mh_out_text(o, ",\"confidence\":");
  mh_export__confidence(o, e->confidence);
  put_copies(o, e);
  mh_out_char(o, '}');
}

static void put_side(mh_out *o, const char *name, const mh_evidence *const *e, uint32_t n)
{
  mh_out_text(o, ",\"");
  mh_out_text(o, name);
  mh_out_text(o, "\":[");
  for (uint32_t i = 0; i < n; i++) {
    if (i) mh_out_char(o, ',');
    mh_export__evidence(o, e[i]);
  }
  mh_out_char(o, ']');
}

/* ---- rounds ----------------------------------------------------------------------- */

static void put_told(mh_out *o, const mh_dispute *d, uint32_t i)
{
  mh_out_text(o, i ? ",{\"value\":" : "{\"value\":");
  mh_out_json(o, d->values[i], strlen(d->values[i]));
  mh_export__field(o, "report", d->reports[i]);
  mh_export__field(o, "quote", d->quotes[i]);
  mh_out_char(o, '}');
}

static void put_disputes(mh_out *o, const mh_round *r)
{
  if (!r->n_disputes) return;
  mh_out_text(o, ",\"disputes\":[");
  for (uint32_t i = 0; i < r->n_disputes; i++) {
    const mh_dispute *d = &r->disputes[i];
    mh_out_text(o, i ? ",{\"field\":" : "{\"field\":");
    mh_out_json(o, d->field, strlen(d->field));
    mh_out_text(o, ",\"told\":[");
    for (uint32_t k = 0; k < d->n; k++) put_told(o, d, k);
    mh_out_text(o, "]}");
  }
  mh_out_char(o, ']');
}

void mh_export__round(mh_out *o, const mh_round *r)
{
  mh_out_text(o, "{\"name\":");
  mh_out_json(o, r->name, strlen(r->name));
  if (r->ordinal) number(o, "ordinal", r->ordinal);
  mh_export__field(o, "date", r->date);
  mh_export__field(o, "place", r->place);
  if (r->n_chairs) list(o, "chairs", r->chairs, r->n_chairs);
  list(o, "reports", r->reports, r->n_reports);
  number(o, "positions", r->n_positions);
  put_disputes(o, r);
  if (r->next) flag(o, "next", true);
  mh_out_char(o, '}');
}

/* ---- the three answers --------------------------------------------------------------- */

static void put_file(mh_out *o, const mh_file *f)
{
  mh_out_text(o, "{\"topic\":");
  mh_out_json(o, f->topic, strlen(f->topic));
  mh_export__field(o, "status", mh_change_id(f->status));
  mh_out_char(o, '}');
}

static void put_changed(mh_out *o, const mh_position *p)
{
  mh_out_text(o, ",\"changed\":{\"gone\":");
  array(o, p->gone, p->n_gone);
  list(o, "added", p->added, p->n_added);
  mh_out_char(o, '}');
}

static void put_position(mh_out *o, const mh_position *p)
{
  mh_out_text(o, "{\"topic\":");
  mh_out_json(o, p->topic, strlen(p->topic));
  mh_export__field(o, "status", mh_change_id(p->status));
  put_side(o, "earlier", p->earlier, p->n_earlier);
  put_side(o, "later", p->later, p->n_later);
  if (p->n_earlier && p->n_later) {
    put_changed(o, p);
  }
  mh_out_char(o, '}');
}

static void put_compare(mh_out *o, const mh_comparison *c)
{
  mh_out_text(o, "{\"schema\":\"mahdar.compare/1\"");
  mh_export__field(o, "series", c->series->name);
  list(o, "parties", c->series->parties, c->series->n_parties);
  mh_export__field(o, "kind", c->series->kind);
  mh_out_text(o, ",\"earlier\":");
  mh_export__round(o, c->earlier);
  mh_out_text(o, ",\"later\":");
  mh_export__round(o, c->later);
  mh_out_text(o, ",\"files\":[");
  for (uint32_t i = 0; i < c->n_files; i++) {
    if (i) mh_out_char(o, ',');
    put_file(o, &c->files[i]);
  }
  mh_out_text(o, "],\"positions\":[");
  for (uint32_t i = 0; i < c->n_positions; i++) {
    if (i) mh_out_char(o, ',');
    put_position(o, &c->positions[i]);
  }
  mh_out_text(o, "]}");
}

static void put_round(mh_out *o, const mh_view *v)
{
  size_t n = 0;
  const mh_series *s = mh_view_series(v, &n);
  mh_out_text(o, "{\"schema\":\"mahdar.round/1\"");
  mh_export__field(o, "series", n ? s->name : NULL);
  mh_out_text(o, ",\"round\":");
  mh_export__round(o, mh_view_the_round(v));
  mh_out_text(o, ",\"positions\":[");
  const mh_position *p = mh_view_positions(v, &n);
  for (size_t i = 0; i < n; i++) {
    mh_out_text(o, i ? ",{\"topic\":" : "{\"topic\":");
    mh_out_json(o, p[i].topic, strlen(p[i].topic));
    put_side(o, "statements", p[i].later, p[i].n_later);
    mh_out_char(o, '}');
  }
  mh_out_text(o, "]}");
}

static void put_series(mh_out *o, const mh_series *s)
{
  mh_out_text(o, "{\"name\":");
  mh_out_json(o, s->name, strlen(s->name));
  list(o, "parties", s->parties, s->n_parties);
  mh_export__field(o, "kind", s->kind);
  mh_out_text(o, ",\"rounds\":[");
  for (uint32_t i = 0; i < s->n_rounds; i++) {
    if (i) mh_out_char(o, ',');
    mh_export__round(o, &s->rounds[i]);
  }
  mh_out_text(o, "]}");
}

static void put_dialogues(mh_out *o, const mh_view *v)
{
  size_t n = 0;
  const mh_series *s = mh_view_series(v, &n);
  mh_out_text(o, "{\"schema\":\"mahdar.dialogues/1\",\"series\":[");
  for (size_t i = 0; i < n; i++) {
    if (i) mh_out_char(o, ',');
    put_series(o, &s[i]);
  }
  mh_out_text(o, "]}");
}

mh_status mh_view_json(char **out, size_t *len, const mh_view *v, mh_error *err)
{
  mh_out o = {0};
  if (mh_view_comparison(v))
    put_compare(&o, mh_view_comparison(v));
  else if (mh_view_the_round(v))
    put_round(&o, v);
  else
    put_dialogues(&o, v);
  return mh_export__give(out, len, &o, err);
}
