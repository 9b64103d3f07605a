/* keep - put a report into the store: the bytes as they came, and what was read of them. */
#include "inside.h"

/* ---- findings ---------------------------------------------------------------------- */

static mh_status put_report(mh_store *s, int64_t id, const mh_report *r, mh_error *err)
{
  sqlite3_stmt *q;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_REPORT, err));
  mh_store__int(q, ":id", id);
  mh_store__string(q, ":digest", r->id);
  mh_store__string(q, ":outlet", r->outlet ? r->outlet : "");
  mh_store__string(q, ":url", r->url ? r->url : "");
  mh_store__string(q, ":title", r->title);
  mh_store__string(q, ":byline", r->byline);
  mh_store__string(q, ":published", r->published);
  mh_store__string(q, ":updated", r->updated);
  mh_store__string(q, ":language", r->language);
  return mh_store__do(s, q, err);
}

static mh_status put_text(mh_store *s, int64_t id, const mh_report *r, const char *json,
                          size_t json_len, mh_error *err)
{
  sqlite3_stmt *q;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_TEXT, err));
  mh_store__int(q, ":report", id);
  mh_store__text(q, ":text", r->text ? r->text : "", r->text ? r->len : 0);
  mh_store__text(q, ":record", json ? json : "", json ? json_len : 0);
  return mh_store__do(s, q, err);
}

static const char *kind_of(mh_mention_kind kind)
{
  switch (kind) {
  case MH_MENTION_COUNTRY: return "country";
  case MH_MENTION_ORGANISATION: return "organisation";
  case MH_MENTION_GROUP: return "group";
  case MH_MENTION_PERSON: return "person";
  case MH_MENTION_PLACE: return "place";
  case MH_MENTION_DATE: return "date";
  case MH_MENTION_INSTRUMENT: return "instrument";
  case MH_MENTION_QUANTITY: return "quantity";
  }
  return NULL;
}

static mh_status put_mentions(mh_store *s, int64_t id, const mh_report *r, mh_error *err)
{
  for (uint32_t i = 0; i < r->n_mentions; i++) {
    const mh_mention *m = &r->mentions[i];
    sqlite3_stmt *q;
    MH_TRY(mh_store__query_get(&q, s, MH_Q_MENTION, err));
    mh_store__int(q, ":report", id);
    mh_store__int(q, ":n", i);
    mh_store__int(q, ":at", m->span.at);
    mh_store__int(q, ":len", m->span.len);
    mh_store__string(q, ":kind", kind_of(m->kind));
    mh_store__string(q, ":actor", m->id);
    mh_store__string(q, ":value", m->value);
    mh_store__int(q, ":role_at", m->role.at);
    mh_store__int(q, ":role_len", m->role.len);
    MH_TRY(mh_store__do(s, q, err));
  }
  return MH_OK;
}

/* ---- meetings ---------------------------------------------------------------------- */

/* A dialogue has two sides at least; what an organisation meets for has its members, and only
 * an organisation is told to meet alone. */
static bool has_sides(const mh_meeting *m)
{
  return m->n_parties > 1 || (m->n_parties == 1 && strcmp(m->parties[0], "OTHER") != 0);
}

static mh_status series_of(const char **out, mh_store *s, mh_arena *a,
                           const mh_meeting *m, mh_error *err)
{
  *out = NULL;
  if (!has_sides(m)) return MH_OK;
  *out = mh_register_name(a, m->parties, m->n_parties, m->kind);
  return *out ? MH_OK : mh_store__fail(err, s, SQLITE_NOMEM, "adding");
}

static mh_status put_meeting(mh_store *s, int64_t id, uint32_t n, const mh_report *r,
                             const char *series, mh_error *err)
{
  const mh_meeting *m = &r->meetings[n];
  sqlite3_stmt *q;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_MEETING, err));
  mh_store__int(q, ":report", id);
  mh_store__int(q, ":n", n);
  mh_store__string(q, ":series", series);
  mh_store__string(q, ":kind", m->kind);
  mh_store__int(q, ":ordinal", m->ordinal);
  mh_store__string(q, ":date", m->date);
  mh_store__string(q, ":place", m->place);
  mh_store__int(q, ":next", m->next);
  mh_store__int(q, ":at", m->span.at);
  mh_store__int(q, ":len", m->span.len);
  mh_store__text(q, ":quote", r->text + m->span.at, m->span.len);
  return mh_store__do(s, q, err);
}

static mh_status put_people(mh_store *s, int64_t id, uint32_t n, const mh_report *r,
                            mh_error *err)
{
  const mh_meeting *m = &r->meetings[n];
  sqlite3_stmt *q;
  for (uint32_t i = 0; i < m->n_parties; i++) {
    MH_TRY(mh_store__query_get(&q, s, MH_Q_PARTY, err));
    mh_store__int(q, ":report", id);
    mh_store__int(q, ":meeting", n);
    mh_store__string(q, ":party", m->parties[i]);
    MH_TRY(mh_store__do(s, q, err));
  }
  for (uint32_t i = 0; i < m->n_chairs; i++) {
    MH_TRY(mh_store__query_get(&q, s, MH_Q_CHAIR, err));
    mh_store__int(q, ":report", id);
    mh_store__int(q, ":meeting", n);
    mh_store__int(q, ":n", i);
    mh_store__text(q, ":name", r->text + m->chairs[i].at, m->chairs[i].len);
    MH_TRY(mh_store__do(s, q, err));
  }
  return MH_OK;
}

static mh_status put_meetings(mh_store *s, int64_t id, const mh_report *r, mh_error *err)
{
  mh_arena a = {0};
  mh_status st = MH_OK;
  for (uint32_t i = 0; st == MH_OK && i < r->n_meetings; i++) {
    const char *series;
    st = series_of(&series, s, &a, &r->meetings[i], err);
    if (st == MH_OK) st = put_meeting(s, id, i, r, series, err);
    if (st == MH_OK) st = put_people(s, id, i, r, err);
  }
  mh_arena_free(&a);
  return st;
}

/* ---- statements -------------------------------------------------------------------- */

static mh_status put_statement(mh_store *s, int64_t id, uint32_t n, const mh_statement *x,
                               mh_error *err)
{
  sqlite3_stmt *q;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_STATEMENT, err));
  mh_store__int(q, ":report", id);
  mh_store__int(q, ":n", n);
  mh_store__string(q, ":act", mh_act_id(x->act));
  mh_store__int(q, ":trigger_at", x->trigger.at);
  mh_store__int(q, ":trigger_len", x->trigger.len);
  mh_store__int(q, ":content_at", x->content.at);
  mh_store__int(q, ":content_len", x->content.len);
  mh_store__int(q, ":reporter_at", x->reporter.at);
  mh_store__int(q, ":reporter_len", x->reporter.len);
  mh_store__string(q, ":plover", x->plover);
  mh_store__string(q, ":cameo", x->cameo);
  mh_store__int(q, ":renewed", x->renewed);
  mh_store__int(q, ":quoted", x->quoted);
  mh_store__real(q, ":confidence", x->confidence);
  return mh_store__do(s, q, err);
}

static mh_status put_speakers(mh_store *s, int64_t id, uint32_t n, const mh_statement *x,
                              mh_error *err)
{
  for (uint32_t i = 0; i < x->n_speakers; i++) {
    const mh_speaker *p = &x->speakers[i];
    sqlite3_stmt *q;
    MH_TRY(mh_store__query_get(&q, s, MH_Q_SPEAKER, err));
    mh_store__int(q, ":report", id);
    mh_store__int(q, ":statement", n);
    mh_store__int(q, ":n", i);
    mh_store__string(q, ":actor", p->id);
    mh_store__int(q, ":role_at", p->role.at);
    mh_store__int(q, ":role_len", p->role.len);
    mh_store__int(q, ":person_at", p->person.at);
    mh_store__int(q, ":person_len", p->person.len);
    MH_TRY(mh_store__do(s, q, err));
  }
  return MH_OK;
}

static mh_status put_list(mh_store *s, mh_store__query query, int64_t id, uint32_t n,
                          const char *const *value, uint32_t count, mh_error *err)
{
  for (uint32_t i = 0; i < count; i++) {
    sqlite3_stmt *q;
    MH_TRY(mh_store__query_get(&q, s, query, err));
    mh_store__int(q, ":report", id);
    mh_store__int(q, ":statement", n);
    mh_store__int(q, ":n", i);
    mh_store__string(q, ":value", value[i]);
    MH_TRY(mh_store__do(s, q, err));
  }
  return MH_OK;
}

static mh_status put_statements(mh_store *s, int64_t id, const mh_report *r,
                                mh_error *err)
{
  for (uint32_t i = 0; i < r->n_statements; i++) {
    const mh_statement *x = &r->statements[i];
    MH_TRY(put_statement(s, id, i + 1, x, err));
    MH_TRY(put_speakers(s, id, i + 1, x, err));
    MH_TRY(put_list(s, MH_Q_TOPIC, id, i + 1, x->topics, x->n_topics, err));
    MH_TRY(put_list(s, MH_Q_ABOUT, id, i + 1, x->about, x->n_about, err));
    MH_TRY(put_list(s, MH_Q_REF, id, i + 1, x->refs, x->n_refs, err));
  }
  return MH_OK;
}

/* ---- one report -------------------------------------------------------------------- */

/* A report that is in the store with the same text, outlet and URL. */
typedef struct twin {
  int64_t id;         /* 0 none                                */
  char published[16]; /* the day a person gave for it; "" none */
} twin;

static mh_status find_twin(twin *out, mh_store *s, const mh_report *r, mh_error *err)
{
  sqlite3_stmt *q;
  bool row;
  *out = (twin){0};
  MH_TRY(mh_store__query_get(&q, s, MH_Q_TWIN, err));
  mh_store__string(q, ":digest", r->id);
  mh_store__string(q, ":outlet", r->outlet ? r->outlet : "");
  mh_store__string(q, ":url", r->url ? r->url : "");
  MH_TRY(mh_store__step(&row, s, q, err));
  if (!row) return MH_OK;
  out->id = sqlite3_column_int64(q, 0);
  const char *published = (const char *)sqlite3_column_text(q, 1);
  strncpy(out->published, published ? published : "", sizeof out->published - 1);
  sqlite3_reset(q);
  return MH_OK;
}

mh_status mh_store__derive(bool *is_twin, mh_store *s, int64_t id, const mh_report *r,
                           const char *json, size_t json_len, mh_error *err)
{
  twin t;
  MH_TRY(find_twin(&t, s, r, err));
  *is_twin = t.id != 0;
  if (*is_twin) return MH_OK;
  MH_TRY(put_report(s, id, r, err));
  MH_TRY(put_text(s, id, r, json, json_len, err));
  MH_TRY(mh_store__likeness(s, id, r, err));
  MH_TRY(put_mentions(s, id, r, err));
  MH_TRY(put_meetings(s, id, r, err));
  return put_statements(s, id, r, err);
}

static const char *given_day(const mh_source *source)
{
  return source && source->published ? source->published : "";
}

static mh_status known(bool *out, mh_store *s, const char *digest, const char *published,
                       mh_error *err)
{
  sqlite3_stmt *q;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_KNOWN, err));
  mh_store__string(q, ":digest", digest);
  mh_store__string(q, ":published", published);
  MH_TRY(mh_store__step(out, s, q, err));
  sqlite3_reset(q);
  return MH_OK;
}

/* The formats that can be kept, as the table has them. */
static const struct {
  mh_format format;
  const char *name;
} formats[] = {{MH_FORMAT_TEXT, "text"},
               {MH_FORMAT_JSONL, "jsonl"},
               {MH_FORMAT_HTML, "html"},
               {MH_FORMAT_DOCX, "docx"},
               {MH_FORMAT_PDF, "pdf"}};
enum { N_FORMATS = sizeof formats / sizeof *formats };

mh_format mh_store__format(const char *name)
{
  for (size_t i = 0; i < N_FORMATS; i++)
    if (strcmp(formats[i].name, name) == 0) return formats[i].format;
  return MH_FORMAT_TEXT;
}

static const char *name_of(mh_format format)
{
  for (size_t i = 0; i < N_FORMATS; i++)
    if (formats[i].format == format) return formats[i].name;
  return "text";
}

static mh_status receive(int64_t *id, mh_store *s, const char *digest, mh_format format,
                         const mh_source *source, const void *bytes, size_t len,
                         mh_error *err)
{
  sqlite3_stmt *q;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_RECEIVED, err));
  mh_store__string(q, ":digest", digest);
  mh_store__string(q, ":published", given_day(source));
  mh_store__string(q, ":format", name_of(format));
  mh_store__string(q, ":path", source ? source->path : NULL);
  mh_store__int(q, ":line", source ? (int64_t)source->line : 0);
  mh_store__string(q, ":retrieved", source ? source->retrieved : NULL);
  mh_store__string(q, ":url", source ? source->url : NULL);
  mh_store__string(q, ":charset", source ? source->charset : NULL);
  mh_store__blob(q, ":bytes", bytes, len);
  MH_TRY(mh_store__do(s, q, err));
  *id = sqlite3_last_insert_rowid(s->db);
  return MH_OK;
}

/* Forget what was read of a report, children first. */
static mh_status forget(mh_store *s, int64_t id, mh_error *err)
{
  static const mh_store__query order[] = {
      MH_Q_NO_REFS,       MH_Q_NO_ABOUT,  MH_Q_NO_TOPICS,  MH_Q_NO_SPEAKERS,
      MH_Q_NO_STATEMENTS, MH_Q_NO_CHAIRS, MH_Q_NO_PARTIES, MH_Q_NO_MEETINGS,
      MH_Q_NO_MENTIONS,   MH_Q_NO_TEXT,   MH_Q_NO_REPORT};
  MH_TRY(mh_store__no_likeness(s, id, err));
  for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
    sqlite3_stmt *q;
    MH_TRY(mh_store__query_get(&q, s, order[i], err));
    mh_store__int(q, ":id", id);
    MH_TRY(mh_store__do(s, q, err));
  }
  return MH_OK;
}

/* The same report again, but now a person says which day it was published: the day is a
 * decision and wins. */
static mh_status correct(mh_store *s, const twin *t, const char *published,
                         const mh_report *r, const char *json, size_t json_len,
                         mh_error *err)
{
  sqlite3_stmt *q;
  bool again;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_CORRECT, err));
  mh_store__string(q, ":published", published);
  mh_store__int(q, ":id", t->id);
  MH_TRY(mh_store__do(s, q, err));
  MH_TRY(forget(s, t->id, err));
  return mh_store__derive(&again, s, t->id, r, json, json_len, err);
}

/* What is asked to be kept. */
typedef struct wish {
  const mh_report *r;
  const char *json;
  size_t json_len;
  mh_format format;
  const mh_source *source;
  const void *bytes;
  size_t len;
} wish;

static mh_status add(bool *added, mh_store *s, const wish *w, mh_error *err)
{
  char digest[72];
  bool had, again;
  twin t;
  int64_t id;
  mh_sha256_text(digest, w->bytes, w->len);
  MH_TRY(known(&had, s, digest, given_day(w->source), err));
  if (had) return MH_OK;
  MH_TRY(find_twin(&t, s, w->r, err));
  if (t.id) {
    const char *day = given_day(w->source);
    if (!*day || strcmp(day, t.published) == 0) return MH_OK;
    return correct(s, &t, day, w->r, w->json, w->json_len, err);
  }
  MH_TRY(receive(&id, s, digest, w->format, w->source, w->bytes, w->len, err));
  MH_TRY(mh_store__derive(&again, s, id, w->r, w->json, w->json_len, err));
  *added = true;
  return MH_OK;
}

/* Alone, an add is a transaction; in a batch it is a part that is undone alone when it
 * fails, unless SQLite had to give up the whole. */
mh_status mh_store_keep(bool *added, mh_store *s, const mh_report *r, const char *json,
                        size_t json_len, mh_format format, const mh_source *source,
                        const void *bytes, size_t len, mh_error *err)
{
  const wish w = {r, json, json_len, format, source, bytes, len};
  *added = false;
  if (s->old) return mh_store__is_old(s, err);
  if (s->batch && sqlite3_get_autocommit(s->db))
    return mh_fail(err, MH_EIO, 0, "%s: the transaction was lost", s->path);
  MH_TRY(mh_store__run(s, s->batch ? "SAVEPOINT one" : "BEGIN IMMEDIATE", err));
  mh_status st = add(added, s, &w, err);
  if (st == MH_OK) st = mh_store__run(s, s->batch ? "RELEASE one" : "COMMIT", err);
  if (st == MH_OK) return MH_OK;
  *added = false;
  if (!sqlite3_get_autocommit(s->db))
    sqlite3_exec(s->db, s->batch ? "ROLLBACK TO one; RELEASE one" : "ROLLBACK", NULL,
                 NULL, NULL);
  return st;
}
