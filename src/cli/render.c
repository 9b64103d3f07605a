/* render - the register as text for a desk officer: what it comes to first, then file by
 * file, every line of it with the words it rests on.
 *
 * A paragraph is built and then laid out by term.c.  Labels are export's.
 */
#include "cli.h"

typedef struct sheet {
  mh_out *o;
  const cli_term *t;
  mh_out line; /* the paragraph that is being built */
} sheet;

static const char *language(const sheet *s)
{
  return s->t->arabic ? "ar" : "en";
}

static void text(sheet *s, const char *what)
{
  mh_out_text(&s->line, what);
}

static void label(sheet *s, const char *key)
{
  mh_label_put(&s->line, key, s->t->arabic);
}

static void label_in(sheet *s, const char *prefix, const char *key)
{
  const mh_label l = mh_label_in(prefix, key, s->t->arabic);
  mh_out_bytes(&s->line, l.at, l.len);
}

static void dot(sheet *s)
{
  text(s, " \xc2\xb7 ");
}

static void end(sheet *s, unsigned indent, cli_style style)
{
  cli_para_out(s->o, s->t, indent, style, &s->line);
}

static void gap(sheet *s)
{
  mh_out_char(s->o, '\n');
}

/* Arabic counts one and two without a number, then changes its noun at eleven. */
static void count(sheet *s, uint64_t n, const char *what)
{
  char key[32] = "count.";
  const uint64_t tens = n % 100;
  const char *form = tens >= 3 && tens <= 10 ? ".few" : ".many";
  if (n == 1) form = ".one";
  if (n == 2) form = ".two";
  if (n < 1 || n > 2) {
    mh_out_uint(&s->line, n);
    text(s, " ");
  }
  label(s, strcat(strcat(key, what), form));
}

static cli_style style_of(mh_change c)
{
  static const cli_style styles[] = {CLI_BLUE, CLI_GREEN, CLI_YELLOW, CLI_RED};
  return styles[c];
}

static void put_mark(sheet *s, mh_change c)
{
  label_in(s, "mark", mh_change_id(c));
  text(s, " ");
}

/* ---- rounds --------------------------------------------------------------------------- */

static void put_round_facts(sheet *s, const mh_round *r)
{
  mh_round_put(&s->line, r, s->t->arabic);
  if (r->date && r->ordinal) {
    dot(s);
    mh_date_put(&s->line, r->date, s->t->arabic);
  }
  if (r->place) {
    const mh_label place = mh_place_label(r->place, s->t->arabic);
    dot(s);
    mh_out_bytes(&s->line, place.at, place.len);
  }
  dot(s);
  if (r->next)
    label(s, "round.next");
  else
    count(s, r->n_reports, "report");
}

static void put_disputes(sheet *s, const mh_round *r, unsigned indent)
{
  for (uint32_t i = 0; i < r->n_disputes; i++) {
    const mh_dispute *d = &r->disputes[i];
    label(s, "dispute");
    text(s, " ");
    label_in(s, "dispute", d->field);
    text(s, ": ");
    for (uint32_t k = 0; k < d->n; k++) {
      if (k) text(s, "; ");
      text(s, d->values[k]);
      text(s, " (");
      text(s, d->quotes[k]);
      text(s, ")");
    }
    end(s, indent, CLI_YELLOW);
  }
}

static void put_chairs(sheet *s, const mh_round *r, unsigned indent)
{
  if (!r->n_chairs) return;
  label(s, "chairs");
  text(s, ": ");
  for (uint32_t i = 0; i < r->n_chairs; i++) {
    if (i) {
      label(s, "comma");
      text(s, " ");
    }
    text(s, r->chairs[i]);
  }
  end(s, indent, CLI_LABEL);
}

static void put_series(sheet *s, const mh_series *of)
{
  mh_series_put(&s->line, of, s->t->arabic);
  end(s, 0, CLI_BOLD);
  text(s, of->name);
  end(s, 0, CLI_DIM);
}

/* ---- statements ------------------------------------------------------------------------- */

static void put_who(sheet *s, const mh_evidence *e)
{
  const char *act = s->t->arabic ? mh_act_arabic(e->act) : mh_act_english(e->act);
  text(s, act ? act : "");
  text(s, ": ");
  mh_actors_put(&s->line, e->speakers, e->n_speakers, s->t->arabic);
}

static void put_origin(sheet *s, const mh_evidence *e)
{
  if (e->outlet)
    text(s, e->outlet);
  else
    label(s, "outlet.unknown");
  if (!e->published) return;
  dot(s);
  mh_date_put(&s->line, e->published, s->t->arabic);
}

static void put_carried(sheet *s, const mh_evidence *e, unsigned indent)
{
  mh_carried_put(&s->line, e, s->t->arabic);
  if (s->line.len) end(s, indent, CLI_DIM);
}

static void put_source(sheet *s, const mh_evidence *e, unsigned indent)
{
  put_origin(s, e);
  dot(s);
  mh_out_bytes(&s->line, e->report, strnlen(e->report, 19)); /* sha256: and 12 digits */
  text(s, " ");
  text(s, e->statement);
  end(s, indent, CLI_DIM);
  if (e->url) {
    text(s, e->url);
    end(s, indent, CLI_DIM);
  }
  put_carried(s, e, indent);
}

static void put_quote(sheet *s, const mh_evidence *e, unsigned indent)
{
  text(s, e->quote);
  end(s, indent, CLI_PLAIN);
}

static void put_file(sheet *s, const char *topic)
{
  text(s, mh_topic_name(topic, language(s)));
}

/* ---- the three answers -------------------------------------------------------------------- */

static void put_dialogue(sheet *s, const mh_series *of)
{
  put_series(s, of);
  for (uint32_t i = 0; i < of->n_rounds; i++) {
    const mh_round *r = &of->rounds[i];
    text(s, "@");
    text(s, r->name);
    text(s, "  ");
    put_round_facts(s, r);
    if (r->n_positions) {
      dot(s);
      count(s, r->n_positions, "position");
    }
    end(s, 2, CLI_LABEL);
    put_disputes(s, r, 6);
  }
}

void cli_render_dialogues(mh_out *o, const cli_term *t, const mh_view *v)
{
  size_t n = 0;
  sheet s = {.o = o, .t = t};
  const mh_series *all = mh_view_series(v, &n);
  for (size_t i = 0; i < n; i++) {
    if (i) gap(&s);
    put_dialogue(&s, &all[i]);
  }
  if (!n) {
    label(&s, "none");
    end(&s, 0, CLI_LABEL);
  }
  mh_out_free(&s.line);
}

void cli_render_round(mh_out *o, const cli_term *t, const mh_view *v)
{
  size_t n = 0;
  sheet s = {.o = o, .t = t};
  const mh_series *series = mh_view_series(v, &n);
  if (n) put_series(&s, series);
  const mh_round *r = mh_view_the_round(v);
  put_round_facts(&s, r);
  end(&s, 0, CLI_LABEL);
  put_chairs(&s, r, 0);
  put_disputes(&s, r, 0);
  const mh_position *p = mh_view_positions(v, &n);
  for (size_t i = 0; i < n; i++) {
    if (!i || strcmp(p[i].topic, p[i - 1].topic) != 0) {
      gap(&s);
      put_file(&s, p[i].topic);
      end(&s, 0, CLI_BOLD);
    }
    for (uint32_t k = 0; k < p[i].n_later; k++) {
      put_who(&s, p[i].later[k]);
      end(&s, 2, CLI_GREEN);
      put_quote(&s, p[i].later[k], 4);
      put_source(&s, p[i].later[k], 4);
    }
  }
  mh_out_free(&s.line);
}

static void put_counts(sheet *s, const mh_comparison *c)
{
  static const mh_change order[] = {MH_ADVANCED, MH_REAFFIRMED, MH_NEW, MH_NOT_REPEATED};
  for (int i = 0; i < 4; i++) {
    uint32_t n = 0;
    for (uint32_t k = 0; k < c->n_positions; k++) n += c->positions[k].status == order[i];
    put_mark(s, order[i]);
    mh_out_uint(&s->line, n);
    text(s, " ");
    label_in(s, "status", mh_change_id(order[i]));
    text(s, ": ");
    label_in(s, "explain", mh_change_id(order[i]));
    end(s, 0, style_of(order[i]));
  }
}

static void put_side(sheet *s, const mh_round *r, const char *key,
                     const mh_evidence *const *e, uint32_t n)
{
  if (!n) return;
  label(s, key);
  text(s, " (");
  mh_round_put(&s->line, r, s->t->arabic);
  text(s, ")");
  end(s, 4, CLI_DIM);
  for (uint32_t i = 0; i < n; i++) {
    put_who(s, e[i]);
    end(s, 6, CLI_LABEL);
    put_quote(s, e[i], 6);
    put_origin(s, e[i]);
    end(s, 6, CLI_DIM);
    put_carried(s, e[i], 6);
  }
}

static void put_file_of(sheet *s, const mh_comparison *c, const char *topic)
{
  uint32_t i = 0;
  while (i < c->n_files && strcmp(c->files[i].topic, topic) != 0) i++;
  gap(s);
  put_file(s, topic);
  if (i < c->n_files) {
    text(s, ": ");
    label_in(s, "status", mh_change_id(c->files[i].status));
  }
  end(s, 0, CLI_BOLD);
}

static void put_position(sheet *s, const mh_comparison *c, const mh_position *p)
{
  put_mark(s, p->status);
  label_in(s, "status", mh_change_id(p->status));
  if (p->status == MH_NOT_REPEATED) {
    text(s, ": ");
    label(s, "absent");
  }
  end(s, 2, style_of(p->status));
  put_side(s, c->earlier, "round.earlier", p->earlier, p->n_earlier);
  put_side(s, c->later, "round.later", p->later, p->n_later);
}

static void put_compared(sheet *s, const mh_round *r, const char *key)
{
  label(s, key);
  text(s, ": ");
  put_round_facts(s, r);
  end(s, 0, CLI_LABEL);
  put_chairs(s, r, 2);
  put_disputes(s, r, 2);
}

void cli_render_compare(mh_out *o, const cli_term *t, const mh_view *v)
{
  sheet s = {.o = o, .t = t};
  const mh_comparison *c = mh_view_comparison(v);
  put_series(&s, c->series);
  put_compared(&s, c->earlier, "round.earlier");
  put_compared(&s, c->later, "round.later");
  gap(&s);
  put_counts(&s, c);
  for (uint32_t i = 0; i < c->n_positions; i++) {
    const mh_position *p = &c->positions[i];
    if (!i || strcmp(p->topic, p[-1].topic) != 0) put_file_of(&s, c, p->topic);
    put_position(&s, c, p);
  }
  mh_out_free(&s.line);
}

/* ---- out they go ------------------------------------------------------------------------------ */

cli_exit cli_print_json(mh_view *v)
{
  char *json = NULL;
  size_t len = 0;
  mh_error err = {0};
  const mh_status status = mh_view_json(&json, &len, v, &err);
  mh_view_free(v);
  if (status != MH_OK) return cli_say_error("JSON", &err);
  json[len] = '\n'; /* in the place of the NUL: one write, one whole line */
  const cli_exit how = cli_print(json, len + 1);
  mh_text_free(json);
  return how;
}

cli_exit cli_print_view(mh_view *v, const cli_args *args,
                        void (*render)(mh_out *, const cli_term *, const mh_view *))
{
  cli_term t;
  mh_out o = {0};
  cli_term_look(&t, args->arabic);
  render(&o, &t, v);
  mh_view_free(v);
  return cli_print_out(&o);
}
