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

/* ---- what is held beside -------------------------------------------------------------------- */

/* A text that another holds without being of its group: of several stories, a roundup joins
 * the one of which it has most. */
typedef struct held {
  uint32_t by, text;
  float share; /* of the text that is held */
} held;

typedef struct held_list {
  held *at; /* [n] by holder */
  uint32_t n;
} held_list;

static int by_holder(const void *x, const void *y)
{
  const held *a = x, *b = y;
  if (a->by != b->by) return a->by < b->by ? -1 : 1;
  return (a->text > b->text) - (a->text < b->text);
}

/* The group of each text by the place of its first; UINT32_MAX none. */
static uint32_t *groups_of(finding *f, const mh_copies_groups *g)
{
  uint32_t *of = mh_arena_take(&f->kept, (f->n + (size_t)1) * sizeof *of);
  for (uint32_t i = 0; of && i < f->n; i++) of[i] = UINT32_MAX;
  for (uint32_t i = 0, first = 0; of && i < g->n; i++) {
    if (g->at[i].kind == MH_COPIES_FIRST) first = i;
    of[g->at[i].text] = first;
  }
  return of;
}

static mh_status hold(held_list *out, finding *f, const mh_copies_groups *g)
{
  size_t n;
  const mh_copies_pair *p = mh_copies_pairs(f->copies, &n);
  const uint32_t *of = groups_of(f, g);
  out->n = 0;
  out->at = mh_arena_take(&f->kept, (n + 1) * sizeof *out->at);
  if (!out->at || !of) return MH_ENOMEM;
  for (size_t i = 0; i < n; i++) {
    const bool x_holds = p[i].of_x < p[i].of_y;
    if (of[p[i].x] == of[p[i].y] && of[p[i].x] != UINT32_MAX) continue;
    out->at[out->n++] = (held){x_holds ? p[i].x : p[i].y, x_holds ? p[i].y : p[i].x,
                               x_holds ? p[i].of_y : p[i].of_x};
  }
  if (out->n) qsort(out->at, out->n, sizeof *out->at, by_holder);
  return MH_OK;
}

/* The first that `by` holds, or where it would stand. */
static uint32_t first_held(const held_list *h, uint32_t by)
{
  uint32_t low = 0, high = h->n;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (h->at[mid].by < by)
      low = mid + 1;
    else
      high = mid;
  }
  return low;
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
static void put_line(mh_out *o, const finding *f, const char *kind, uint32_t text,
                     float share)
{
  const mh_copies_origin *from = &f->from[text];
  const origin *at = &f->origin[text];
  mh_out_text(o, kind);
  if (share < 0)
    mh_out_text(o, "\t-\t");
  else
    mh_out_fmt(o, "\t%u%%\t", percent(share));
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

static void put_lines(mh_out *o, const finding *f, const mh_copies_member *m,
                      const held_list *h)
{
  put_line(o, f, mh_copies_kind_id(m->kind), m->text,
           m->kind == MH_COPIES_FIRST ? -1 : m->share);
  for (uint32_t i = first_held(h, m->text); i < h->n && h->at[i].by == m->text; i++)
    put_line(o, f, "beside", h->at[i].text, h->at[i].share);
}

static void put_field(mh_out *o, const char *name, const char *text)
{
  if (!text) return;
  mh_out_fmt(o, ",\"%s\":", name);
  mh_out_json(o, text, strlen(text));
}

/* ,"report":... and all that tells where it is from */
static void put_origin(mh_out *o, const finding *f, uint32_t text)
{
  const mh_copies_origin *from = &f->from[text];
  const origin *at = &f->origin[text];
  put_field(o, "report", at->report);
  put_field(o, "path", at->path);
  if (at->line) mh_out_fmt(o, ",\"line\":%llu", (unsigned long long)at->line);
  put_field(o, "id", at->id);
  put_field(o, "url", from->url);
  put_field(o, "outlet", from->outlet);
  put_field(o, "published", from->published);
  put_field(o, "title", at->title);
}

static void put_share(mh_out *o, float share)
{
  mh_out_fmt(o, "\"share\":%u.%02u", percent(share) / 100, percent(share) % 100);
}

static void put_beside(mh_out *o, const finding *f, uint32_t text, const held_list *h)
{
  const uint32_t from = first_held(h, text);
  if (from == h->n || h->at[from].by != text) return;
  mh_out_text(o, ",\"beside\":[");
  for (uint32_t i = from; i < h->n && h->at[i].by == text; i++) {
    mh_out_text(o, i > from ? ",{" : "{");
    put_share(o, h->at[i].share);
    put_origin(o, f, h->at[i].text);
    mh_out_char(o, '}');
  }
  mh_out_char(o, ']');
}

/* Where the text m is compared with stands in the group that begins at `group`. */
static unsigned place_of(const mh_copies_member *group, uint32_t text)
{
  unsigned i = 0;
  while (group[i].text != text) i++;
  return i;
}

static void put_member(mh_out *o, const finding *f, const mh_copies_member *m,
                       const mh_copies_member *group, const held_list *h)
{
  mh_out_fmt(o, "{\"kind\":\"%s\"", mh_copies_kind_id(m->kind));
  if (m->kind != MH_COPIES_FIRST) {
    mh_out_fmt(o, ",\"of\":%u,", place_of(group, m->of));
    put_share(o, m->share);
  }
  put_origin(o, f, m->text);
  put_beside(o, f, m->text, h);
  mh_out_char(o, '}');
}

static void put_group(mh_out *o, const finding *f, const mh_copies_member *m, uint32_t n,
                      const held_list *h, bool json)
{
  if (json) mh_out_text(o, "{\"schema\":\"mahdar.copies/1\",\"texts\":[");
  for (uint32_t i = 0; i < n; i++) {
    if (json && i) mh_out_char(o, ',');
    if (json)
      put_member(o, f, &m[i], m, h);
    else
      put_lines(o, f, &m[i], h);
  }
  if (json) mh_out_text(o, "]}\n");
}

static cli_exit print_groups(finding *f, bool json)
{
  mh_copies_groups g;
  held_list h;
  mh_out o = {0};
  size_t n_pairs;
  const mh_copies_pair *pairs = mh_copies_pairs(f->copies, &n_pairs);
  if (mh_copies_group(&g, &f->kept, f->from, f->n, pairs, n_pairs) != MH_OK ||
      hold(&h, f, &g) != MH_OK) {
    cli_say("copies", "no memory");
    return CLI_SOFTWARE;
  }
  for (uint32_t i = 0, end; i < g.n; i = end) {
    for (end = i + 1; end < g.n && g.at[end].kind != MH_COPIES_FIRST;) end++;
    if (i && !json) mh_out_char(&o, '\n');
    put_group(&o, f, &g.at[i], end - i, &h, json);
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
        "Groups the reports that are one text: agency copy in several newspapers, a\n"
        "page and its print view, a text and its update, a text that holds another.\n"
        "Groups are parted by an empty line, the oldest report of each stands first.  A\n"
        "line has six fields parted by tabs: kind (first, same, copy, update or part),\n"
        "share in common of the shorter text, day published, outlet, report (PATH, with\n"
        ":LINE of JSON Lines), headline.  A line `beside` is a report of another story\n"
        "that the one above it holds as well.  With --json as mahdar.copies/1, one "
        "group\n"
        "a line.  Reports of one event in other words are no copies, nor are "
        "communiques\n"
        "that share their formulas.\n",
    .examples = "  mahdar copies archive/\n"
                "  mahdar copies --json articles.jsonl | jq -c '[.texts[].outlet]'\n",
    .options = CLI_O_FORMAT | CLI_O_PUBLISHED | CLI_O_PROGRESS | CLI_O_JSON,
    .least = 1,
    .most = -1,
    .run = run};
