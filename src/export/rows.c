/* rows - the register as rows: CSV for spreadsheets and statistics, JSON Lines for programs.
 *
 * CSV has one column for every fact, in one fixed order; several values in a field are
 * parted by "; ".  PLOVER and CAMEO are the codes that event data of other projects uses.
 * Not for one view as one object (view_json.c).
 */
#include "inside.h"

/* ---- CSV ------------------------------------------------------------------------ */

static const char byte_order_mark[] = "\xef\xbb\xbf";

static void cell(mh_out *o, const char *text)
{
  if (text) mh_out_csv(o, text, strlen(text));
  mh_out_char(o, ',');
}

static void cell_label(mh_out *o, mh_label l)
{
  mh_out_csv(o, l.at, l.len);
  mh_out_char(o, ',');
}

static void cell_number(mh_out *o, uint64_t n)
{
  mh_out_uint(o, n);
  mh_out_char(o, ',');
}

static void end_row(mh_out *o)
{
  if (o->status == MH_OK && o->len) o->len--; /* the comma after the last cell */
  mh_out_text(o, "\r\n");
}

/* Several values: "a; b".  name turns a code into what is shown, NULL leaves it. */
static void cell_list(mh_out *o, const char *const *at, size_t n, bool names)
{
  mh_out list = {0};
  for (size_t i = 0; i < n; i++) {
    if (i) mh_out_text(&list, "; ");
    mh_out_text(&list, names ? mh_actor_name(at[i], "en") : at[i]);
  }
  if (list.status != MH_OK) o->status = list.status;
  if (list.len) mh_out_csv(o, list.at, list.len);
  mh_out_char(o, ',');
  mh_out_free(&list);
}

void mh_csv_statements_head(mh_out *o)
{
  mh_out_text(o, byte_order_mark);
  mh_out_text(o, "series,round,topic,report,statement,published,outlet,url,title,act,"
                 "plover,cameo,speakers,speaker_names,topics,about,refs,trigger,quote,"
                 "before,after,start,end,renewed,quoted,confidence\r\n");
}

static void cells_where(mh_out *o, mh_csv_place place, const char *topic,
                        const mh_evidence *e)
{
  cell(o, place.series);
  cell(o, place.round);
  cell(o, topic);
  cell(o, e->report);
  cell(o, e->statement);
  cell(o, e->published);
  cell(o, e->outlet);
  cell(o, e->url);
  cell(o, e->title);
}

static void cells_who(mh_out *o, const mh_evidence *e)
{
  cell(o, mh_act_id(e->act));
  cell_label(o, e->plover ? (mh_label){e->plover, strlen(e->plover)}
                          : mh_act_plover_label(e->act));
  cell_label(o, e->cameo ? (mh_label){e->cameo, strlen(e->cameo)}
                         : mh_act_cameo_label(e->act));
  cell_list(o, e->speakers, e->n_speakers, false);
  cell_list(o, e->speakers, e->n_speakers, true);
  cell_list(o, e->topics, e->n_topics, false);
  cell_list(o, e->about, e->n_about, false);
  cell_list(o, e->refs, e->n_refs, false);
}

void mh_csv_statement(mh_out *o, mh_csv_place place, const char *topic,
                      const mh_evidence *e)
{
  cells_where(o, place, topic, e);
  cells_who(o, e);
  cell(o, e->trigger);
  cell(o, e->quote);
  cell(o, e->before);
  cell(o, e->after);
  cell_number(o, e->start);
  cell_number(o, e->end);
  cell(o, e->renewed ? "true" : "false");
  cell(o, e->quoted ? "true" : "false");
  mh_export__confidence(o, e->confidence);
  mh_out_char(o, ',');
  end_row(o);
}

void mh_csv_rounds_head(mh_out *o)
{
  mh_out_text(o, byte_order_mark);
  mh_out_text(o, "series,kind,parties,round,ordinal,date,place,chairs,reports,positions,"
                 "disputes,announced_only\r\n");
}

static void csv_round(mh_out *o, const mh_series *s, const mh_round *r)
{
  cell(o, s->name);
  cell(o, s->kind);
  cell_list(o, s->parties, s->n_parties, false);
  cell(o, r->name);
  if (r->ordinal) mh_out_uint(o, r->ordinal);
  mh_out_char(o, ',');
  cell(o, r->date);
  cell(o, r->place);
  cell_list(o, r->chairs, r->n_chairs, false);
  cell_number(o, r->n_reports);
  cell_number(o, r->n_positions);
  cell_number(o, r->n_disputes);
  cell(o, r->next ? "true" : "false");
  end_row(o);
}

void mh_csv_rounds(mh_out *o, const mh_series *s)
{
  for (uint32_t i = 0; i < s->n_rounds; i++) csv_round(o, s, &s->rounds[i]);
}

/* ---- JSON Lines ------------------------------------------------------------------- */

static void open_place(mh_out *o, mh_csv_place place)
{
  mh_out_text(o, "{\"series\":");
  mh_out_json(o, place.series, strlen(place.series));
  mh_export__field(o, "round", place.round);
}

void mh_jsonl_statement(mh_out *o, mh_csv_place place, const char *topic,
                        const mh_evidence *e)
{
  if (topic) {
    open_place(o, place);
    mh_export__field(o, "topic", topic);
    mh_out_text(o, ",\"statement\":");
  }
  mh_export__evidence(o, e);
  mh_out_text(o, topic ? "}\n" : "\n");
}

void mh_jsonl_rounds(mh_out *o, const mh_series *s)
{
  for (uint32_t i = 0; i < s->n_rounds; i++) {
    mh_out_text(o, "{\"series\":");
    mh_out_json(o, s->name, strlen(s->name));
    mh_export__field(o, "kind", s->kind);
    mh_out_text(o, ",\"round\":");
    mh_export__round(o, &s->rounds[i]);
    mh_out_text(o, "}\n");
  }
}
