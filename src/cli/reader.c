/* reader - one report read into memory that is used again, its record or what it left
 * uncoded written as lines.
 *
 * A thread has one reader.  Not for where reports come from (input.c) or go to.
 */
#include "cli.h"

mh_status cli_reader_read(cli_reader *r, const cli_item *item, mh_error *err)
{
  const mh_intake_item *is = item->is;
  const mh_source source = {.path = item->path,
                            .retrieved = is->retrieved,
                            .published = r->how.published,
                            .line = is->line,
                            .url = is->url,
                            .charset = is->charset};
  if (!r->lex) r->lex = mh_lexicon_builtin();
  if (!r->report) MH_TRY(mh_report_new(&r->report, err));
  return r->how.form == CLI_ARTICLE
             ? mh_take_article(r->report, r->lex, &source, is->article, err)
             : mh_read_article(r->report, r->lex, &source, is->article, err);
}

static void tab(mh_out *o)
{
  mh_out_char(o, '\t');
}

/* REPORT, START-END, act word, actor, sentence: fields parted by tabs, none of which can hold
 * one. */
static void uncoded_line(cli_reader *r, const cli_item *item, const mh_points *points,
                         const mh_uncoded *u, mh_out *out)
{
  size_t len;
  const char *text = mh_report_text(r->report, &len);
  cli_clean(out, item->path, strlen(item->path));
  if (item->is->line) mh_out_fmt(out, ":%llu", (unsigned long long)item->is->line);
  tab(out);
  mh_out_uint(out, mh_points_at(points, u->sentence.at));
  mh_out_char(out, '-');
  mh_out_uint(out, mh_points_at(points, u->sentence.at + u->sentence.len));
  const mh_span shown[] = {u->trigger, u->actor, u->sentence};
  for (int i = 0; i < 3; i++) {
    tab(out);
    cli_clean(out, text + shown[i].at, shown[i].len);
  }
  mh_out_char(out, '\n');
}

static mh_status uncoded(cli_reader *r, const cli_item *item, mh_out *out)
{
  const mh_uncoded *u;
  mh_points points;
  size_t n, len;
  const char *text = mh_report_text(r->report, &len);
  MH_TRY(mh_report_uncoded(&u, &n, r->report, NULL));
  if (n == 0) return MH_OK;
  mh_arena_reset(&r->scratch);
  MH_TRY(mh_points_make(&points, &r->scratch, text, (uint32_t)len));
  for (size_t i = 0; i < n; i++) uncoded_line(r, item, &points, &u[i], out);
  return out->status;
}

static mh_status write_form(cli_reader *r, const cli_item *item, mh_out *out)
{
  if (r->how.form == CLI_ARTICLE)
    return mh_article_write(out, r->report, item->is->line, &r->scratch);
  if (r->how.form == CLI_UNCODED) return uncoded(r, item, out);
  if (r->how.form == CLI_UNCODED_JSON)
    return mh_jsonl_uncoded(out, r->report, item->is->line, &r->scratch);
  MH_TRY(mh_record_write(out, r->report, &r->scratch));
  mh_out_char(out, '\n');
  return out->status;
}

void cli_reader_record(cli_reader *r, const cli_item *item, mh_out *out, mh_out *errors,
                       cli_tally *t)
{
  mh_error err = {0};
  const size_t before = out->len;
  mh_status status = cli_reader_read(r, item, &err);
  if (status == MH_OK) {
    status = write_form(r, item, out);
    if (status == MH_OK) {
      t->reports++;
      return;
    }
    out->len = before; /* no half lines */
    out->status = MH_OK;
    mh_fail(&err, status, 0, "no memory for the record");
  }
  cli_complaint(errors, item->path, item->is->line, &err);
  t->failed++;
}

void cli_reader_free(cli_reader *r)
{
  mh_report_free(r->report);
  mh_arena_free(&r->scratch);
  *r = (cli_reader){0};
}

cli_exit cli_tally_exit(const cli_tally *t)
{
  if (t->failed) return CLI_DATA;
  return t->missing ? CLI_NOINPUT : CLI_OK;
}
