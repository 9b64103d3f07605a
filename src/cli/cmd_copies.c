/* cmd_copies - which of the reports are one text, the oldest first.
 *
 * A report is read, its signature taken, and forgotten but for where it is from; groups are
 * printed when all have come.
 */
#include <stdlib.h>
#include <unistd.h>

#include "../base/report.h"
#include "../copies/copies.h"
#include "cli.h"

/* Where a report is from, for showing. */
typedef struct origin {
  const char *report, *path, *id, *title;
  uint64_t line;
} origin;

typedef struct finding {
  cli_reader reader;
  cli_tally tally;
  cli_progress progress;
  const cli_input *input;
  mh_arena kept; /* texts of what follows */
  mh_copies *copies;
  mh_copies_origin *from; /* [n] */
  origin *origin;         /* [n] */
  uint32_t n, cap_from, cap_origin;
  mh_error err; /* code not MH_OK: no going on */
} finding;

/* ---- reports in ------------------------------------------------------------------------- */

static const char *own(finding *f, const char *text)
{
  return text ? mh_arena_copy(&f->kept, text, strlen(text)) : NULL;
}

/* The same text as that of the report before it is kept once. */
static const char *shared(finding *f, const char *text, const char *before)
{
  return text && before && strcmp(text, before) == 0 ? before : own(f, text);
}

static mh_status remember(finding *f, const cli_item *item)
{
  const mh_report *r = f->reader.report;
  const bool any = f->n > 0;
  if (mh_list_room(&f->kept, &f->from, f->n, &f->cap_from, sizeof *f->from) != MH_OK ||
      mh_list_room(&f->kept, &f->origin, f->n, &f->cap_origin, sizeof *f->origin) !=
          MH_OK)
    return MH_ENOMEM;
  const uint32_t last = any ? f->n - 1 : 0;
  f->from[f->n] = (mh_copies_origin){
      shared(f, mh_report_published(r), any ? f->from[last].published : NULL),
      shared(f, mh_report_outlet(r), any ? f->from[last].outlet : NULL),
      own(f, mh_report_url(r))};
  f->origin[f->n] = (origin){
      own(f, mh_report_id(r)), shared(f, item->path, any ? f->origin[last].path : NULL),
      own(f, r->source_id), own(f, mh_report_title(r)), item->is->line};
  f->n++;
  return MH_OK;
}

static mh_status take(finding *f, const cli_item *item)
{
  size_t len;
  mh_copies_signature s;
  const char *text = mh_report_text(f->reader.report, &len);
  mh_copies_sign(&s, text, len);
  MH_TRY(
      mh_copies_add(f->copies, &s, mh_copies_day(mh_report_published(f->reader.report))));
  return remember(f, item);
}

static void complain(finding *f, const char *path, uint64_t line, const mh_error *err)
{
  mh_out o = {0};
  cli_progress_clear(&f->progress);
  cli_complaint(&o, path, line, err);
  cli_write(STDERR_FILENO, o.at, o.len);
  mh_out_free(&o);
}

static bool read_one(void *user, const cli_item *item)
{
  finding *f = user;
  mh_error err = {0};
  if (cli_reader_read(&f->reader, item, &err) != MH_OK) {
    complain(f, item->path, item->is->line, &err);
    f->tally.failed++;
    return true;
  }
  const mh_status st = take(f, item);
  if (st != MH_OK) mh_fail(&f->err, st, 0, "too many reports to compare");
  f->tally.reports++;
  if (f->progress.on)
    cli_progress_bytes(&f->progress, f->tally.reports, f->input->bytes_read);
  return st == MH_OK;
}

static bool bad_one(void *user, const char *path, uint64_t line, const mh_error *err)
{
  finding *f = user;
  complain(f, path, line, err);
  if (err->code == MH_ENOINPUT)
    f->tally.missing++;
  else
    f->tally.failed++;
  return true;
}

/* ---- groups out --------------------------------------------------------------------------- */

static unsigned percent(float share)
{
  return (unsigned)(share * 100 + 0.5f);
}

static void put_clean(mh_out *o, const char *text)
{
  if (text) cli_clean(o, text, strlen(text));
}

/* KIND, SHARE, PUBLISHED, OUTLET, REPORT, TITLE: fields parted by tabs, none of which can
 * hold one. */
static void put_line(mh_out *o, const finding *f, const mh_copies_member *m)
{
  const mh_copies_origin *from = &f->from[m->text];
  const origin *at = &f->origin[m->text];
  const bool first = m->kind == MH_COPIES_FIRST;
  mh_out_text(o, mh_copies_kind_id(m->kind));
  if (first)
    mh_out_text(o, "\t-\t");
  else
    mh_out_fmt(o, "\t%u%%\t", percent(m->share));
  put_clean(o, from->published ? from->published : "-");
  mh_out_char(o, '\t');
  put_clean(o, from->outlet ? from->outlet : "-");
  mh_out_char(o, '\t');
  put_clean(o, at->path);
  if (at->line) mh_out_fmt(o, ":%llu", (unsigned long long)at->line);
  mh_out_char(o, '\t');
  put_clean(o, at->title ? at->title : "-");
  mh_out_char(o, '\n');
}

static void put_field(mh_out *o, const char *name, const char *text)
{
  if (!text) return;
  mh_out_fmt(o, ",\"%s\":", name);
  mh_out_json(o, text, strlen(text));
}

/* Where the text m is compared with stands in the group that begins at `group`. */
static unsigned place_of(const mh_copies_member *group, uint32_t text)
{
  unsigned i = 0;
  while (group[i].text != text) i++;
  return i;
}

static void put_member(mh_out *o, const finding *f, const mh_copies_member *m,
                       const mh_copies_member *group)
{
  const mh_copies_origin *from = &f->from[m->text];
  const origin *at = &f->origin[m->text];
  mh_out_fmt(o, "{\"kind\":\"%s\"", mh_copies_kind_id(m->kind));
  if (m->kind != MH_COPIES_FIRST)
    mh_out_fmt(o, ",\"of\":%u,\"share\":%u.%02u", place_of(group, m->of),
               percent(m->share) / 100, percent(m->share) % 100);
  put_field(o, "report", at->report);
  put_field(o, "path", at->path);
  if (at->line) mh_out_fmt(o, ",\"line\":%llu", (unsigned long long)at->line);
  put_field(o, "id", at->id);
  put_field(o, "url", from->url);
  put_field(o, "outlet", from->outlet);
  put_field(o, "published", from->published);
  put_field(o, "title", at->title);
  mh_out_char(o, '}');
}

static void put_group(mh_out *o, const finding *f, const mh_copies_member *m, uint32_t n,
                      bool json)
{
  if (json) mh_out_text(o, "{\"schema\":\"mahdar.copies/1\",\"texts\":[");
  for (uint32_t i = 0; i < n; i++) {
    if (json && i) mh_out_char(o, ',');
    if (json)
      put_member(o, f, &m[i], m);
    else
      put_line(o, f, &m[i]);
  }
  if (json) mh_out_text(o, "]}\n");
}

static cli_exit print_groups(finding *f, bool json)
{
  mh_copies_groups g;
  mh_out o = {0};
  size_t n_pairs;
  const mh_copies_pair *pairs = mh_copies_pairs(f->copies, &n_pairs);
  if (mh_copies_group(&g, &f->kept, f->from, f->n, pairs, n_pairs) != MH_OK) {
    cli_say("copies", "no memory");
    return CLI_SOFTWARE;
  }
  for (uint32_t i = 0, end; i < g.n; i = end) {
    for (end = i + 1; end < g.n && g.at[end].kind != MH_COPIES_FIRST;) end++;
    if (i && !json) mh_out_char(&o, '\n');
    put_group(&o, f, &g.at[i], end - i, json);
  }
  return cli_print_out(&o);
}

/* ---- the command ----------------------------------------------------------------------------- */

static cli_exit find(finding *f, const cli_args *args)
{
  cli_input in = {
      .format = args->format, .args = args, .user = f, .item = read_one, .bad = bad_one};
  f->input = &in;
  f->reader.how.published = args->published;
  f->reader.how.form = CLI_ARTICLE; /* their texts are enough */
  f->copies = mh_copies_new();
  if (!f->copies) return cli_say("copies", "no memory"), CLI_SOFTWARE;
  cli_progress_start(&f->progress, args, 0);
  if (f->progress.on) f->progress.total = cli_input_size(args->rest, args->n_rest);
  cli_catch_stop();
  const bool whole = cli_input_walk(&in, args->rest, args->n_rest);
  cli_input_free(&in);
  cli_progress_clear(&f->progress);
  if (f->err.code != MH_OK) return cli_say_error("copies", &f->err);
  if (!whole) {
    cli_say("copies", "interrupted after %llu reports",
            (unsigned long long)f->tally.reports);
    return CLI_STOPPED;
  }
  return print_groups(f, args->json);
}

static cli_exit run(const cli_args *args)
{
  finding f = {.n = 0};
  cli_exit end = find(&f, args);
  mh_copies_free(f.copies);
  mh_arena_free(&f.kept);
  cli_reader_free(&f.reader);
  if (end != CLI_OK) return end;
  const uint64_t bad = f.tally.failed + f.tally.missing;
  if (bad && bad + f.tally.reports > 1)
    cli_say("copies", "%llu read, %llu could not be read",
            (unsigned long long)f.tally.reports, (unsigned long long)bad);
  return cli_tally_exit(&f.tally);
}

const cli_command cli_copies = {
    .name = "copies",
    .synopsis = "copies [--format F] [--published DATE] [--json] PATH... or -",
    .summary = "which reports are one text; keeps nothing",
    .text =
        "Groups the reports that are one text: agency copy in several newspapers, a "
        "page\n"
        "and its print view, a text and its update, a text that holds another.  Groups "
        "are\n"
        "parted by an empty line, the oldest report of each stands first.  A line has "
        "six\n"
        "fields parted by tabs: kind (first, same, copy, update or part), share in "
        "common\n"
        "of the shorter text, day published, outlet, report (PATH, with :LINE of JSON\n"
        "Lines), headline.  With --json as mahdar.copies/1, one group a line.  Reports "
        "of\n"
        "one event in other words are no copies, nor are communiques that share "
        "formulas.\n",
    .examples = "  mahdar copies archive/\n"
                "  mahdar copies --json articles.jsonl | jq -c '[.texts[].outlet]'\n",
    .options = CLI_O_FORMAT | CLI_O_PUBLISHED | CLI_O_PROGRESS | CLI_O_JSON,
    .least = 1,
    .most = -1,
    .run = run};
