/* html_summary - what stands before and after the positions on the page: the two rounds,
 * how many positions have which status, the files, how to read the page; and the reports.
 */
#include "html_out.h"

static const mh_change statuses[] = {MH_REAFFIRMED, MH_ADVANCED, MH_NEW, MH_NOT_REPEATED};
enum { N_STATUSES = 4, OUTLETS_SHOWN = 12 };

/* ---- a round ---------------------------------------------------------------------- */

static void open_fact(mh_export__page *p, const char *key)
{
  MH_MARKUP(p, "<dt>");
  mh_export__label(p, key);
  MH_MARKUP(p, "</dt><dd>");
}

static void put_chairs(mh_export__page *p, const mh_round *r)
{
  if (!r->n_chairs) return;
  open_fact(p, "chairs");
  for (uint32_t i = 0; i < r->n_chairs; i++) {
    if (i) {
      mh_export__label(p, "comma");
      MH_MARKUP(p, " ");
    }
    MH_MARKUP(p, "<bdi>");
    mh_export__text(p, r->chairs[i]);
    MH_MARKUP(p, "</bdi>");
  }
  MH_MARKUP(p, "</dd>");
}

/* Each once; one more than are shown tells that there are more. */
typedef struct outlets {
  const char *at[OUTLETS_SHOWN + 1];
  uint32_t n;
} outlets;

static void add_outlet(outlets *o, const char *outlet)
{
  if (!outlet || o->n > OUTLETS_SHOWN) return;
  for (uint32_t i = 0; i < o->n; i++)
    if (strcmp(o->at[i], outlet) == 0) return;
  o->at[o->n++] = outlet;
}

/* Of the reports that are quoted, then of those that carry the same text. */
static outlets outlets_of(const mh_export__page *p, const mh_round *r, bool later)
{
  outlets o = {.n = 0};
  for (uint32_t i = 0; i < r->n_reports; i++) {
    const mh_evidence *e = mh_export__quoted(p, r->reports[i]);
    if (e) add_outlet(&o, e->outlet);
  }
  for (uint32_t i = 0; i < p->c->n_positions; i++) {
    const mh_position *pos = &p->c->positions[i];
    const mh_evidence *const *e = later ? pos->later : pos->earlier;
    for (uint32_t k = 0; k < (later ? pos->n_later : pos->n_earlier); k++)
      for (uint32_t c = 0; c < e[k]->n_copies; c++)
        add_outlet(&o, e[k]->copies[c].outlet);
  }
  return o;
}

/* The list stops where it would no longer be read. */
static void put_outlets(mh_export__page *p, const mh_round *r, bool later)
{
  const outlets o = outlets_of(p, r, later);
  if (!o.n) return;
  open_fact(p, "outlets");
  for (uint32_t i = 0; i < o.n && i < OUTLETS_SHOWN; i++) {
    if (i) {
      mh_export__label(p, "comma");
      MH_MARKUP(p, " ");
    }
    MH_MARKUP(p, "<bdi>");
    mh_export__text(p, o.at[i]);
    MH_MARKUP(p, "</bdi>");
  }
  if (o.n > OUTLETS_SHOWN) MH_MARKUP(p, " \xe2\x80\xa6");
  MH_MARKUP(p, "</dd>");
}

/* A date or a place as the facts above it have them. */
static void put_value(mh_export__page *p, const mh_dispute *d, uint32_t i)
{
  const mh_label place = mh_place_label(d->values[i], p->arabic);
  if (strcmp(d->field, "date") == 0)
    mh_export__date(p, d->values[i]);
  else if (strcmp(d->field, "place") == 0)
    mh_out_html(p->o, place.at, place.len);
  else
    mh_export__text(p, d->values[i]);
}

static void put_dispute(mh_export__page *p, const mh_dispute *d)
{
  const mh_label what = mh_label_in("dispute", d->field, p->arabic);
  MH_MARKUP(p, "<div class=\"dispute\"><p><strong>");
  mh_export__label(p, "dispute");
  MH_MARKUP(p, " ");
  mh_out_html(p->o, what.at, what.len);
  MH_MARKUP(p, "</strong></p><ul>");
  for (uint32_t i = 0; i < d->n; i++) {
    MH_MARKUP(p, "<li><bdi class=\"num\">");
    put_value(p, d, i);
    MH_MARKUP(p, "</bdi>: <q dir=\"auto\">");
    mh_export__text(p, d->quotes[i]);
    MH_MARKUP(p, "</q> (");
    mh_export__short_id(p, d->reports[i]);
    MH_MARKUP(p, ")</li>");
  }
  MH_MARKUP(p, "</ul></div>");
}

static void put_facts(mh_export__page *p, const mh_round *r, bool later)
{
  open_fact(p, "date");
  if (r->date)
    mh_export__date(p, r->date);
  else
    mh_export__label(p, "date.unknown");
  MH_MARKUP(p, "</dd>");
  if (r->place) {
    const mh_label place = mh_place_label(r->place, p->arabic);
    open_fact(p, "place");
    MH_MARKUP(p, "<bdi>");
    mh_out_html(p->o, place.at, place.len);
    MH_MARKUP(p, "</bdi></dd>");
  }
  put_chairs(p, r);
  put_outlets(p, r, later);
  open_fact(p, "reports");
  mh_out_uint(p->o, r->n_reports);
  MH_MARKUP(p, "</dd>");
}

static void put_round(mh_export__page *p, const mh_round *r, bool later)
{
  mh_out_text(p->o,
              later ? "<section class=\"round later\">" : "<section class=\"round\">");
  MH_MARKUP(p, "<p class=\"which\">");
  mh_export__label(p, later ? "round.later" : "round.earlier");
  MH_MARKUP(p, "</p><h2>");
  mh_export__round_name(p, r);
  MH_MARKUP(p, "</h2><dl class=\"facts num\">");
  put_facts(p, r, later);
  MH_MARKUP(p, "</dl>");
  for (uint32_t i = 0; i < r->n_disputes; i++) put_dispute(p, &r->disputes[i]);
  MH_MARKUP(p, "</section>\n");
}

/* ---- counts and files ------------------------------------------------------------------ */

static void put_tile(mh_export__page *p, mh_change status)
{
  const char *id = mh_change_id(status);
  const mh_label name = mh_label_in("status", id, p->arabic);
  const mh_label why = mh_label_in("explain", id, p->arabic);
  uint32_t n = 0;
  for (uint32_t i = 0; i < p->c->n_positions; i++)
    n += p->c->positions[i].status == status;
  MH_MARKUP(p, "<li class=\"tile ");
  mh_export__text(p, id);
  MH_MARKUP(p, "\"><b class=\"num\">");
  mh_out_uint(p->o, n);
  MH_MARKUP(p, "</b><strong>");
  mh_out_html(p->o, name.at, name.len);
  MH_MARKUP(p, "</strong> <small>");
  mh_out_html(p->o, why.at, why.len);
  MH_MARKUP(p, "</small></li>\n");
}

static void put_chip(mh_export__page *p, uint32_t i)
{
  const mh_file *f = &p->c->files[i];
  MH_MARKUP(p, "<li><a class=\"chip ");
  mh_export__text(p, mh_change_id(f->status));
  MH_MARKUP(p, "\" href=\"#f");
  mh_out_uint(p->o, i + 1);
  MH_MARKUP(p, "\">");
  mh_export__text(p, mh_topic_name(f->topic, p->language));
  MH_MARKUP(p, "</a></li>");
}

static void put_chips(mh_export__page *p, mh_change status)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < p->c->n_files; i++) {
    if (p->c->files[i].status != status) continue;
    if (!n++) {
      MH_MARKUP(p, "<div><h3>");
      mh_export__badge(p, status);
      MH_MARKUP(p, "</h3><ul>");
    }
    put_chip(p, i);
  }
  if (n) MH_MARKUP(p, "</ul></div>\n");
}

static void put_legend(mh_export__page *p)
{
  MH_MARKUP(
      p, "<aside class=\"legend\" aria-labelledby=\"legend\"><p><strong id=\"legend\">");
  mh_export__label(p, "legend");
  MH_MARKUP(p, ".</strong> ");
  mh_export__label(p, "legend.quotes");
  MH_MARKUP(p, " ");
  mh_export__label(p, "legend.words");
  MH_MARKUP(p, " <del>");
  mh_export__label(p, "legend.gone");
  MH_MARKUP(p, "</del>");
  mh_export__label(p, "comma");
  MH_MARKUP(p, " <ins>");
  mh_export__label(p, "legend.added");
  MH_MARKUP(p, "</ins>.</p></aside>\n");
}

void mh_export__summary(mh_export__page *p)
{
  MH_MARKUP(p, "<section class=\"rounds\" aria-label=\"");
  mh_export__label(p, "summary");
  MH_MARKUP(p, "\">\n");
  put_round(p, p->c->earlier, false);
  put_round(p, p->c->later, true);
  MH_MARKUP(p, "</section>\n<ul class=\"tiles\">\n");
  for (int i = 0; i < N_STATUSES; i++) put_tile(p, statuses[i]);
  MH_MARKUP(p,
            "</ul>\n<section aria-labelledby=\"files\"><h2 class=\"part\" id=\"files\">");
  mh_export__label(p, "files.by-status");
  MH_MARKUP(p, "</h2>\n<div class=\"chips\">\n");
  for (int i = 0; i < N_STATUSES; i++) put_chips(p, statuses[i]);
  MH_MARKUP(p, "</div>\n");
  put_legend(p);
  MH_MARKUP(p, "</section>\n");
}

/* ---- sources ------------------------------------------------------------------------------ */

/* The report as one that carries what stands in another; NULL when it is none. */
static const mh_copy *carrier(const mh_export__page *p, const char *report)
{
  for (uint32_t i = 0; i < p->c->n_positions; i++) {
    const mh_position *pos = &p->c->positions[i];
    for (uint32_t k = 0; k < pos->n_earlier + pos->n_later; k++) {
      const mh_evidence *e = k < pos->n_earlier ? pos->earlier[k]
                                                : pos->later[k - pos->n_earlier];
      for (uint32_t c = 0; c < e->n_copies; c++)
        if (strcmp(e->copies[c].report, report) == 0) return &e->copies[c];
    }
  }
  return NULL;
}

static void put_source(mh_export__page *p, const char *report)
{
  const mh_evidence *e = mh_export__quoted(p, report);
  const mh_copy *c = e ? NULL : carrier(p, report);
  const mh_evidence as_copy = {.outlet = c ? c->outlet : NULL,
                               .published = c ? c->published : NULL,
                               .url = c ? c->url : NULL};
  if (!e) e = &as_copy;
  MH_MARKUP(p, "<li>");
  if (e->title) {
    MH_MARKUP(p, "<bdi>");
    mh_export__text(p, e->title);
    MH_MARKUP(p, "</bdi><br>");
  }
  MH_MARKUP(p, "<span class=\"meta num\">");
  if (e->outlet) {
    MH_MARKUP(p, "<bdi>");
    mh_export__text(p, e->outlet);
    MH_MARKUP(p, "</bdi> \xc2\xb7 ");
  }
  if (e->published) {
    mh_export__date(p, e->published);
    MH_MARKUP(p, " \xc2\xb7 ");
  }
  mh_export__short_id(p, report);
  if (e->url) {
    MH_MARKUP(p, "<br>");
    mh_export__link(p, e->url);
  }
  MH_MARKUP(p, "</span></li>\n");
}

static void put_sources_of(mh_export__page *p, const mh_round *r)
{
  MH_MARKUP(p, "<div class=\"sources\"><h3>");
  mh_export__round_name(p, r);
  MH_MARKUP(p, "</h3><ul>\n");
  for (uint32_t i = 0; i < r->n_reports; i++) put_source(p, r->reports[i]);
  MH_MARKUP(p, "</ul></div>\n");
}

void mh_export__sources(mh_export__page *p)
{
  MH_MARKUP(p, "<section aria-labelledby=\"sources\"><h2 class=\"part\" id=\"sources\">");
  mh_export__label(p, "sources");
  MH_MARKUP(p, "</h2>\n");
  put_sources_of(p, p->c->earlier);
  put_sources_of(p, p->c->later);
  MH_MARKUP(p, "</section>\n");
}
