/* watch_page - asks for the page of an entry and keeps its report; where the page cannot be had
 * or holds no article, the article as the feed itself has it.
 *
 * The report and how the entry ended are one transaction.
 */
#include "watch.h"

/* A page that cannot be had now, of which the feed has all: no more tries than these. */
enum { TRIES_WITH_ITEM = 2 };

/* How an entry came out. */
typedef struct outcome {
  watch *w;
  uint32_t i;
  mh_watched_entry *e;
  bool added, had; /* a report of it was kept, the store knew it */
  char id[80];
  mh_error why; /* why there is none */
} outcome;

/* ---- keeping --------------------------------------------------------------------------------- */

/* Read it; where the page is mum, the day is that of the feed: then it stands in *source. */
static mh_status read_article(watch *w, mh_source *source, const mh_intake_item *is,
                              const mh_watched_entry *e, mh_error *err)
{
  cli_reader *r = &w->reader;
  if (!r->lex) r->lex = mh_lexicon_builtin();
  if (!r->report) MH_TRY(mh_report_new(&r->report, err));
  MH_TRY(mh_read_article(r->report, r->lex, source, is->article, err));
  if (mh_report_published(r->report) || !e->published) return MH_OK;
  source->published = e->published;
  return mh_read_article(r->report, r->lex, source, is->article, err);
}

/* Is it the store that cannot go on, or this report that cannot be kept? */
static bool is_of_the_store(mh_status s)
{
  return s == MH_EIO || s == MH_ESTORE || s == MH_EBUSY || s == MH_ENOMEM;
}

static bool keep(outcome *o, const mh_source *source, const mh_intake_item *is)
{
  watch *w = o->w;
  mh_error err = {0};
  bool added = false;
  mh_source from = *source;
  if (read_article(w, &from, is, o->e, &err) != MH_OK) return o->why = err, true;
  const mh_status st = mh_store_add(&added, w->store, w->reader.report, is->format, &from,
                                    is->bytes, is->len, &err);
  if (is_of_the_store(st)) return watch_give_up(w, &err);
  if (st != MH_OK) return o->why = err, true;
  o->added = o->added || added;
  o->had = o->had || !added;
  return true;
}

/* All reports that are found in what came. */
static bool take(outcome *o, const mh_source *source, mh_format format, const char *bytes,
                 size_t len)
{
  watch *w = o->w;
  const mh_intake_item *is;
  const mh_intake_ask ask = {.format = format,
                             .bytes = true,
                             .url = source->url,
                             .charset = source->charset,
                             .retrieved = source->retrieved};
  mh_error err = {0};
  mh_status st = mh_intake_bytes(w->intake, bytes, len, &ask, &err);
  while (st == MH_OK || st == MH_EBUSY) {
    st = mh_intake_next(&is, w->intake, &err);
    notify_alive();
    if (st != MH_OK) continue;
    if (!is) return true;
    if (!is->article)
      o->why = is->err;
    else if (!keep(o, source, is))
      return false;
  }
  w->end = cli_say_error("intake", &err);
  return false;
}

/* ---- how it ends --------------------------------------------------------------------------------- */

static bool put(outcome *o, mh_watched_state state, const char *why)
{
  mh_error err = {0};
  mh_watched_entry e = *o->e;
  e.state = state;
  e.why = why ? watch_clean(o->w, why) : NULL;
  if (state != MH_WATCHED_WAITING) e.tries = 0, e.next = 0;
  if (mh_store_entry_put(o->w->store, &e, watch_now(), &err) != MH_OK)
    return watch_give_up(o->w, &err);
  return watch_commit(o->w);
}

static bool put_end(outcome *o, const char *url)
{
  watch_feed *one = &o->w->feeds[o->i];
  if (!o->added && !o->had) {
    if (!put(o, MH_WATCHED_FAILED, o->why.text)) return false;
    one->failed++;
    watch_say_entry(o->w, one, url, o->why.text);
    return true;
  }
  if (!put(o, o->added ? MH_WATCHED_KEPT : MH_WATCHED_KNOWN, NULL)) return false;
  if (o->added)
    one->new_++;
  else
    one->known++;
  o->w->kept++;
  watch_say_report(o->w, one, url, o->added);
  return true;
}

/* What the feed itself has of the article, if it has it. */
static bool take_item(outcome *o, bool *there)
{
  watch *w = o->w;
  mh_error err = {0};
  const char *item;
  size_t len;
  if (mh_store_entry_item(&item, &len, w->store, &w->scratch, o->e->id, &err) != MH_OK)
    return watch_give_up(w, &err);
  *there = item != NULL;
  const mh_source source = {.path = o->e->feed, .url = o->e->url};
  return !item || take(o, &source, MH_FORMAT_JSONL, item, len);
}

/* The page did not come: later, or what the feed has, or not at all. */
static bool without_page(outcome *o, const mh_fetched *x, const mh_error *why)
{
  mh_watched_entry *e = o->e;
  const int64_t now = watch_now();
  bool there = false;
  const bool hopeless = x->end == MH_FETCH_GONE || x->end == MH_FETCH_REFUSED ||
                        x->end == MH_FETCH_TOO_MUCH;
  if (x->end != MH_FETCH_LATER) e->tries++;
  e->next = hopeless ? 0
                     : watch_page_again(now, e->tries ? e->tries : 1, x->retry_after,
                                        watch_dice(&o->w->dice));
  if (!watch_begin(o->w)) return false;
  if ((!e->next || e->tries >= TRIES_WITH_ITEM) && !take_item(o, &there)) return false;
  if (e->next && !there) return put(o, MH_WATCHED_WAITING, why->text);
  if (!there) o->why = *why;
  return put_end(o, e->url);
}

/* ---- asking ----------------------------------------------------------------------------------------- */

static bool with_page(outcome *o, const mh_fetched *x)
{
  bool there;
  const mh_source source = {
      .path = x->url, .url = x->url, .charset = x->charset, .retrieved = x->retrieved};
  o->e->etag = x->etag;
  o->e->modified = x->modified;
  if (!watch_begin(o->w)) return false;
  if (!take(o, &source, MH_FORMAT_AUTO, x->bytes, x->len)) return false;
  if (!o->added && !o->had && !take_item(o, &there)) return false;
  return put_end(o, o->e->url);
}

static bool known(outcome *o)
{
  o->had = true;
  return watch_begin(o->w) && put_end(o, o->e->url);
}

bool watch_ask_page(watch *w, uint32_t i, mh_watched_entry *e)
{
  outcome o = {.w = w, .i = i, .e = e};
  mh_fetched x;
  mh_error err = {0};
  bool there = false;
  if (!e->again && e->url && mh_store_entry_had(&there, w->store, e, &err) != MH_OK)
    return watch_give_up(w, &err);
  if (there) return known(&o);
  if (!e->url) { /* all there is of it is in the feed */
    if (!watch_begin(w) || !take_item(&o, &there)) return false;
    return put_end(&o, e->feed);
  }
  const mh_fetch_wish wish = {.url = e->url,
                              .etag = e->again ? e->etag : NULL,
                              .modified = e->again ? e->modified : NULL};
  notify_status("asking %s", e->url);
  mh_fetch_get(&x, w->fetch, &wish, &err);
  if (x.end == MH_FETCH_STOPPED) return true;
  if (x.end == MH_FETCH_UNCHANGED) return known(&o);
  if (x.end == MH_FETCH_CAME) return with_page(&o, &x);
  return without_page(&o, &x, &err);
}
