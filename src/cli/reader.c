/* reader - one report read into memory that is used again, its record written as a line.
 *
 * A thread has one reader.  Not for where reports come from (input.c) or go to.
 */
#include "cli.h"

mh_status cli_reader_read(cli_reader *r, const cli_item *item, mh_error *err)
{
  const mh_source source = {
      .path = item->path, .published = r->published, .line = item->line};
  if (!r->lex) r->lex = mh_lexicon_builtin();
  if (r->report)
    return mh_read_again(r->report, r->lex, item->format, &source, item->bytes, item->len,
                         err);
  return mh_read(&r->report, r->lex, item->format, &source, item->bytes, item->len, err);
}

void cli_reader_record(cli_reader *r, const cli_item *item, mh_out *out, mh_out *errors,
                       cli_tally *t)
{
  mh_error err = {0};
  const size_t before = out->len;
  mh_status status = cli_reader_read(r, item, &err);
  if (status == MH_OK) {
    status = mh_record_write(out, r->report, &r->scratch);
    if (status == MH_OK) {
      mh_out_char(out, '\n');
      t->reports++;
      return;
    }
    out->len = before; /* no half lines */
    out->status = MH_OK;
    mh_fail(&err, status, 0, "no memory for the record");
  }
  cli_complaint(errors, item->path, item->line, &err);
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
