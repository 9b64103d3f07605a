/* html_positions - the heart of the page: a table for each file, a row for each position,
 * the earlier round beside the later, and under every quotation its context and source.
 *
 * Tables, because that is what they are, and because a printed table repeats its head on
 * every sheet.  On a narrow screen the cells stand one below the other.
 */
#include "html_out.h"

static const mh_change statuses[] = {MH_REAFFIRMED, MH_ADVANCED, MH_NEW, MH_NOT_REPEATED};

/* ---- a quotation -------------------------------------------------------------------- */

/* Arabic by its first letter of two bytes from U+0600 on. */
static bool is_arabic(const char *text)
{
  for (; *text; text++) {
    const unsigned char c = (unsigned char)*text;
    if (c >= 0xd8 && c <= 0xdb) return true;
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) return false;
  }
  return false;
}

/* Direction and language of words from a report. */
static void put_script(mh_export__page *p, const char *text)
{
  mh_out_text(p->o, is_arabic(text) ? " lang=\"ar\" dir=\"rtl\">" : " dir=\"ltr\">");
}

typedef struct marking {
  mh_export__page *p;
  const char *open, *close;
} marking;

static void put_stretch(void *user, const char *at, size_t len, bool changed)
{
  const marking *m = user;
  if (changed) mh_out_text(m->p->o, m->open);
  mh_out_html(m->p->o, at, len);
  if (changed) mh_out_text(m->p->o, m->close);
}

static void put_quote(mh_export__page *p, const mh_position *pos, const mh_evidence *e,
                      bool later)
{
  marking m = {p, later ? "<ins>" : "<del>", later ? "</ins>" : "</del>"};
  const bool both = pos->n_earlier && pos->n_later;
  const uint32_t n = later ? pos->n_added : pos->n_gone;
  MH_MARKUP(p, "<blockquote");
  put_script(p, e->quote);
  mh_changed_words(e->quote, later ? pos->added : pos->gone, both ? n : 0, put_stretch,
                   &m);
  MH_MARKUP(p, "</blockquote>");
}

/* ---- its evidence -------------------------------------------------------------------- */

static void fact(mh_export__page *p, const char *key)
{
  MH_MARKUP(p, "</dd><dt>");
  mh_export__label(p, key);
  MH_MARKUP(p, "</dt><dd>");
}

static void put_context(mh_export__page *p, const mh_evidence *e)
{
  MH_MARKUP(p, "<p class=\"context\"");
  put_script(p, e->quote);
  if (e->before && *e->before) {
    MH_MARKUP(p, "\xe2\x80\xa6");
    mh_export__text(p, e->before);
  }
  MH_MARKUP(p, "<mark>");
  mh_export__text(p, e->quote);
  MH_MARKUP(p, "</mark>");
  if (e->after && *e->after) {
    mh_export__text(p, e->after);
    MH_MARKUP(p, "\xe2\x80\xa6");
  }
  MH_MARKUP(p, "</p>");
}

static void put_confidence(mh_export__page *p, const mh_evidence *e)
{
  fact(p, "confidence");
  MH_MARKUP(p, "<bdi class=\"n\" dir=\"ltr\">");
  mh_export__confidence(p->o, e->confidence);
  MH_MARKUP(p, "</bdi>");
  if (e->confidence >= 0.5) return;
  MH_MARKUP(p, " <span class=\"low\">");
  mh_export__label(p, "confidence.low");
  MH_MARKUP(p, "</span>");
}

static void put_refs(mh_export__page *p, const mh_evidence *e)
{
  if (!e->n_refs) return;
  fact(p, "references");
  for (uint32_t i = 0; i < e->n_refs; i++) {
    if (i) {
      mh_export__label(p, "comma");
      MH_MARKUP(p, " ");
    }
    MH_MARKUP(p, "<bdi>");
    mh_export__text(p, e->refs[i]);
    MH_MARKUP(p, "</bdi>");
  }
}

/* A line under the quotation: how widely it was told is not to be opened first. */
static void put_carried(mh_export__page *p, const mh_evidence *e)
{
  mh_out line = {0};
  mh_carried_put(&line, e, p->arabic);
  if (line.len) {
    MH_MARKUP(p, "<p class=\"carried\">");
    mh_out_html(p->o, line.at, line.len);
    MH_MARKUP(p, "</p>");
  }
  if (line.status != MH_OK) p->o->status = line.status;
  mh_out_free(&line);
}

static void put_origin(mh_export__page *p, const mh_evidence *e)
{
  MH_MARKUP(p, "<dl class=\"facts num\"><dt>");
  mh_export__label(p, "report");
  MH_MARKUP(p, "</dt><dd>");
  mh_export__short_id(p, e->report);
  MH_MARKUP(p, " <code dir=\"ltr\">");
  mh_export__text(p, e->statement);
  MH_MARKUP(p, "</code>");
  if (e->trigger && *e->trigger) {
    fact(p, "trigger");
    MH_MARKUP(p, "<bdi>");
    mh_export__text(p, e->trigger);
    MH_MARKUP(p, "</bdi>");
  }
  put_refs(p, e);
  put_confidence(p, e);
  if (e->url) {
    fact(p, "link");
    mh_export__link(p, e->url);
  }
  MH_MARKUP(p, "</dd></dl>");
}

static void put_evidence(mh_export__page *p, const mh_evidence *e)
{
  MH_MARKUP(p, "<details><summary><bdi>");
  if (e->outlet)
    mh_export__text(p, e->outlet);
  else
    mh_export__label(p, "outlet.unknown");
  MH_MARKUP(p, "</bdi>");
  if (e->published) {
    MH_MARKUP(p, " \xc2\xb7 ");
    mh_export__date(p, e->published);
  }
  MH_MARKUP(p, " \xc2\xb7 ");
  mh_export__label(p, "evidence");
  MH_MARKUP(p, "</summary>");
  put_context(p, e);
  put_origin(p, e);
  MH_MARKUP(p, "</details>");
}

static void put_said(mh_export__page *p, const mh_position *pos, const mh_evidence *e,
                     bool later)
{
  const char *act = p->arabic ? mh_act_arabic(e->act) : mh_act_english(e->act);
  MH_MARKUP(p, "<div class=\"ev\"><p class=\"who\"><span class=\"act\">");
  mh_export__text(p, act ? act : "");
  MH_MARKUP(p, "</span> ");
  mh_export__actors(p, e->speakers, e->n_speakers);
  if (e->renewed) {
    MH_MARKUP(p, " <span class=\"tag\">(");
    mh_export__label(p, "renewed");
    MH_MARKUP(p, ")</span>");
  }
  MH_MARKUP(p, "</p>");
  put_quote(p, pos, e, later);
  put_carried(p, e);
  put_evidence(p, e);
  MH_MARKUP(p, "</div>");
}

/* ---- rows and tables ------------------------------------------------------------------- */

static void put_cell(mh_export__page *p, const mh_position *pos, bool later)
{
  const mh_evidence *const *e = later ? pos->later : pos->earlier;
  const uint32_t n = later ? pos->n_later : pos->n_earlier;
  mh_out_text(p->o, n ? "<td>" : "<td class=\"absent\">");
  MH_MARKUP(p, "<p class=\"side\">");
  mh_export__label(p, later ? "round.later" : "round.earlier");
  MH_MARKUP(p, "</p>");
  for (uint32_t i = 0; i < n; i++) put_said(p, pos, e[i], later);
  if (!n) mh_export__label(p, "absent");
  MH_MARKUP(p, "</td>\n");
}

static void put_row(mh_export__page *p, const mh_position *pos)
{
  MH_MARKUP(p, "<tr class=\"pos\" data-status=\"");
  mh_export__text(p, mh_change_id(pos->status));
  MH_MARKUP(p, "\"><th scope=\"row\">");
  mh_export__badge(p, pos->status);
  MH_MARKUP(p, "</th>\n");
  put_cell(p, pos, false);
  put_cell(p, pos, true);
  MH_MARKUP(p, "</tr>\n");
}

static void put_column_head(mh_export__page *p, const mh_round *r)
{
  MH_MARKUP(p, "<th scope=\"col\">");
  mh_export__round_name(p, r);
  if (r->date && r->ordinal) {
    MH_MARKUP(p, " \xc2\xb7 ");
    mh_export__date(p, r->date);
  }
  MH_MARKUP(p, "</th>");
}

/* Which of the comparison's files is it?  n_files when it is none. */
static uint32_t file_of(const mh_comparison *c, const char *topic)
{
  uint32_t i = 0;
  while (i < c->n_files && strcmp(c->files[i].topic, topic) != 0) i++;
  return i;
}

static void put_table_head(mh_export__page *p, const char *topic)
{
  const uint32_t i = file_of(p->c, topic);
  MH_MARKUP(p, "<table data-file=\"");
  mh_export__text(p, topic);
  MH_MARKUP(p, "\"><colgroup><col class=\"c-status\"><col><col></colgroup>\n"
               "<thead><tr class=\"name\"");
  if (i < p->c->n_files) {
    MH_MARKUP(p, " id=\"f");
    mh_out_uint(p->o, i + 1);
    MH_MARKUP(p, "\"");
  }
  MH_MARKUP(p, "><th colspan=\"3\" scope=\"colgroup\">");
  mh_export__text(p, mh_topic_name(topic, p->language));
  if (i < p->c->n_files) {
    MH_MARKUP(p, " ");
    mh_export__badge(p, p->c->files[i].status);
  }
  MH_MARKUP(p, "</th></tr>\n<tr class=\"heads num\"><th scope=\"col\">");
  mh_export__label(p, "filter.status");
  MH_MARKUP(p, "</th>");
  put_column_head(p, p->c->earlier);
  put_column_head(p, p->c->later);
  MH_MARKUP(p, "</tr></thead>\n<tbody>\n");
}

/* ---- the filter --------------------------------------------------------------------------- */

static void put_status_boxes(mh_export__page *p)
{
  MH_MARKUP(p, "<fieldset><legend>");
  mh_export__label(p, "filter.status");
  MH_MARKUP(p, "</legend>");
  for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
    MH_MARKUP(p, "<label><input type=\"checkbox\" checked value=\"");
    mh_export__text(p, mh_change_id(statuses[i]));
    MH_MARKUP(p, "\">");
    mh_export__badge(p, statuses[i]);
    MH_MARKUP(p, "</label>");
  }
  MH_MARKUP(p, "</fieldset>");
}

/* Hidden until the script that serves it runs. */
static void put_filter(mh_export__page *p)
{
  MH_MARKUP(p, "<form id=\"filter\" hidden autocomplete=\"off\">");
  put_status_boxes(p);
  MH_MARKUP(p, "<label>");
  mh_export__label(p, "filter.file");
  MH_MARKUP(p, " <select><option value=\"\">");
  mh_export__label(p, "filter.all");
  MH_MARKUP(p, "</option>");
  for (uint32_t i = 0; i < p->c->n_files; i++) {
    MH_MARKUP(p, "<option value=\"");
    mh_export__text(p, p->c->files[i].topic);
    MH_MARKUP(p, "\">");
    mh_export__text(p, mh_topic_name(p->c->files[i].topic, p->language));
    MH_MARKUP(p, "</option>");
  }
  MH_MARKUP(p, "</select></label><output aria-live=\"polite\">");
  mh_export__label(p, "filter.shown");
  MH_MARKUP(p, ": <b class=\"num\" dir=\"ltr\"></b></output></form>\n");
}

void mh_export__positions(mh_export__page *p)
{
  const char *open = NULL; /* the file whose table is open */
  MH_MARKUP(p, "<section id=\"positions\" aria-labelledby=\"by-file\">"
               "<h2 class=\"part turn\" id=\"by-file\">");
  mh_export__label(p, "positions.by-file");
  MH_MARKUP(p, "</h2>\n");
  put_filter(p);
  for (uint32_t i = 0; i < p->c->n_positions; i++) {
    const mh_position *pos = &p->c->positions[i];
    if (!open || strcmp(open, pos->topic) != 0) {
      if (open) MH_MARKUP(p, "</tbody></table>\n");
      put_table_head(p, pos->topic);
      open = pos->topic;
    }
    put_row(p, pos);
  }
  if (open)
    MH_MARKUP(p, "</tbody></table>\n");
  else
    mh_export__label(p, "none");
  MH_MARKUP(p, "</section>\n");
}
