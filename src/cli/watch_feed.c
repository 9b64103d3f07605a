/* watch_feed - asks one feed: what it has goes into the store as entries that wait, in one
 * transaction with its validators, so that nothing is lost when we end in between.
 *
 * What came is taken apart by the intake room, in its process.  A page is followed to the feeds
 * that it names, a sitemap index to the newest of its sitemaps.
 */
#include <stdlib.h>

#include "watch.h"

/* An entry whose `updated` changes is asked for again after so long at the earliest. */
enum { AGAIN = 6 * 3600, DAY = 86400 };

/* No more entries of one feed wait at once; what does not fit is seen again the next time. */
enum { WAITING_MAX = 50000 };

/* ---- the store ----------------------------------------------------------------------------- */

bool watch_give_up(watch *w, const mh_error *err)
{
  cli_progress_clear(&w->progress);
  w->end = cli_say_error("store", err);
  return false;
}

/* Another process may write for long (a rebuild): that is told once and waited for. */
bool watch_begin(watch *w)
{
  mh_error err = {0};
  bool told = false;
  for (;;) {
    const mh_status st = mh_store_begin(w->store, &err);
    if (st == MH_OK) return true;
    if (st != MH_EBUSY) return watch_give_up(w, &err);
    if (watch_stopped()) return false;
    if (!told) watch_say(w, "store", "another process is writing; waiting for it");
    told = true;
    notify_alive();
    watch_wait(1);
  }
}

bool watch_commit(watch *w)
{
  mh_error err = {0};
  return mh_store_commit(w->store, &err) == MH_OK || watch_give_up(w, &err);
}

const char *watch_clean(watch *w, const char *why)
{
  mh_out o = {0};
  cli_clean(&o, why, strlen(why));
  const char *out = o.len && o.status == MH_OK ? mh_arena_copy(&w->scratch, o.at, o.len)
                                               : NULL;
  mh_out_free(&o);
  return out ? out : "";
}

/* Put down how a feed is now. */
static bool put(watch *w, uint32_t i, const mh_watched_feed *f)
{
  mh_error err = {0};
  if (mh_store_feed_put(w->store, f, &err) != MH_OK) {
    mh_store_commit(w->store, NULL);
    return watch_give_up(w, &err);
  }
  return watch_commit(w) && watch_list_load(w, &w->feeds[i]);
}

/* ---- how it went --------------------------------------------------------------------------------- */

/* Do two lines say the same?  Seconds, ports and bytes count not. */
static bool same(const char *a, const char *b)
{
  static const char digits[] = "0123456789.";
  for (;;) {
    a += strspn(a, digits);
    b += strspn(b, digits);
    if (*a != *b || !*a) return *a == *b;
    a++, b++;
  }
}

/* A feed that cannot be had: told when the reason is a new one. */
static bool broken(watch *w, uint32_t i, const mh_fetched *x, const char *why)
{
  watch_feed *one = &w->feeds[i];
  const int64_t now = watch_now();
  mh_watched_feed f = one->f;
  why = watch_clean(w, why);
  one->broken = true;
  f.asked = now;
  f.failures++;
  f.next = watch_after_bad(now, w->every, f.failures, x->retry_after,
                           watch_dice(&w->dice));
  if (x->status == 410 && f.next < now + DAY) f.next = now + DAY;
  const bool news = !one->f.failures || !f.why || !same(f.why, why);
  f.why = why;
  if (!watch_begin(w) || !put(w, i, &f)) return false;
  if (news) watch_say_broken(w, &w->feeds[i], why);
  return true;
}

/* What is the same in all good ends. */
static mh_watched_feed had(watch *w, const watch_feed *one, const mh_fetched *x)
{
  const int64_t now = watch_now();
  mh_watched_feed f = one->f;
  if (f.failures) watch_say_well(w, one, f.failures);
  f.failures = 0;
  f.why = NULL;
  f.asked = f.good = now;
  f.next = watch_after_good(now, w->every, watch_dice(&w->dice));
  if (x->moved && (!f.url || strcmp(f.url, x->url) != 0)) {
    watch_say_moved(w, one, x->url);
    f.url = x->url;
  }
  return f;
}

static bool unchanged(watch *w, uint32_t i, const mh_fetched *x)
{
  const mh_watched_feed f = had(w, &w->feeds[i], x);
  w->feeds[i].unchanged = true;
  return watch_begin(w) && put(w, i, &f);
}

/* ---- what it has --------------------------------------------------------------------------------------- */

/* An address that another one names as a feed. */
typedef struct named {
  const char *url, *updated;
} named;

typedef struct reading {
  watch *w;
  uint32_t i;
  const mh_fetched *x;
  int64_t now;
  struct {
    named *at;
    uint32_t n, cap;
  } children;
  bool index; /* what it names are sitemaps or feeds, not articles */
  const char *title;
  uint64_t room; /* for so many entries more */
} reading;

static bool is_index(const char *kind)
{
  return strcmp(kind, "sitemap-index") == 0 || strcmp(kind, "page") == 0;
}

static const char *copy(watch *w, const char *text)
{
  return text ? mh_arena_copy(&w->scratch, text, strlen(text)) : NULL;
}

/* Newest first; what tells no day comes last, in its order. */
static void add_child(reading *r, const mh_article *x)
{
  const named one = {copy(r->w, x->url), copy(r->w, x->updated)};
  if (!one.url || MH_PUSH(&r->w->scratch, &r->children, one) != MH_OK) return;
  for (uint32_t k = r->children.n - 1; k > 0; k--) {
    named *a = &r->children.at[k - 1], *b = &r->children.at[k];
    if (!b->updated || (a->updated && strcmp(a->updated, b->updated) >= 0)) break;
    const named t = *a;
    *a = *b;
    *b = t;
  }
  if (r->children.n > WATCH_CHILDREN) r->children.n = WATCH_CHILDREN;
}

/* The day of "2022-01-27T10:30:00+03:00". */
static const char *day_of(char out[16], const char *text)
{
  mh_day d;
  if (!text || !mh_day_parse(&d, text, strlen(text)) || !mh_day_valid(d)) return NULL;
  mh_day_print(out, d);
  return out;
}

static mh_status add_entry(reading *r, const mh_intake_item *is, mh_error *err)
{
  const mh_article *x = is->article;
  char day[16];
  const char *url = NULL;
  bool fresh;
  if (!r->room) return MH_OK;
  mh_fetch_join(&url, &r->w->scratch, r->x->url, x->url ? x->url : "", NULL);
  const mh_watched_entry e = {.feed = r->w->feeds[r->i].address,
                              .key = x->id ? x->id : url,
                              .url = url,
                              .published = day_of(day, x->published),
                              .updated = x->updated,
                              .item = is->bytes,
                              .item_len = is->len};
  if (!e.key || (!url && !is->bytes)) return MH_OK; /* it leads nowhere */
  MH_TRY(mh_store_entry_seen(&fresh, r->w->store, &e, r->now, AGAIN, err));
  r->room -= fresh;
  return MH_OK;
}

/* An entry, or a feed, that the intake found. */
static mh_status take(reading *r, const mh_intake_item *is, mh_error *err)
{
  r->index = is->inside && is_index(is->inside);
  if (!r->title && !r->index) r->title = copy(r->w, is->article->outlet);
  if (!r->index) return add_entry(r, is, err);
  if (is->article->url) add_child(r, is->article);
  return MH_OK;
}

/* All entries into the store, in the transaction at hand; *found: how many, *why: the last
 * complaint. */
static mh_status take_all(reading *r, uint32_t *found, mh_error *why, mh_error *err)
{
  const mh_intake_item *is;
  const mh_intake_ask ask = {.entries = true,
                             .bytes = true,
                             .url = r->x->url,
                             .charset = r->x->charset,
                             .retrieved = r->x->retrieved};
  *found = 0;
  MH_TRY(mh_intake_bytes(r->w->intake, r->x->bytes, r->x->len, &ask, err));
  for (;;) {
    const mh_status st = mh_intake_next(&is, r->w->intake, err);
    notify_alive();
    if (st == MH_EBUSY) continue;
    if (st == MH_OK && !is) watch_say_locks(r->w);
    if (st != MH_OK || !is) return st;
    if (is->article)
      MH_TRY(take(r, is, err));
    else
      *why = is->err;
    *found += is->article != NULL;
  }
}

/* ---- feeds that it names ---------------------------------------------------------------------------------- */

static bool is_child_of(const watch_feed *one, const char *parent)
{
  return one->f.parent && strcmp(one->f.parent, parent) == 0;
}

static bool is_named(const reading *r, const char *url)
{
  for (uint32_t k = 0; k < r->children.n; k++)
    if (strcmp(r->children.at[k].url, url) == 0) return true;
  return false;
}

/* Those that it no longer names are forgotten, the others are followed. */
static bool follow(reading *r)
{
  watch *w = r->w;
  mh_error err = {0};
  const char *parent = w->feeds[r->i].address;
  const unsigned depth = w->feeds[r->i].depth + 1;
  for (uint32_t k = 0; k < w->n_feeds; k++) {
    watch_feed *one = &w->feeds[k];
    if (!is_child_of(one, parent) || is_named(r, one->address)) continue;
    one->listed = false;
    if (mh_store_feed_drop(w->store, one->address, &err) != MH_OK)
      return watch_give_up(w, &err);
  }
  for (uint32_t k = 0; k < r->children.n && depth < WATCH_DEPTH; k++) {
    const char *url = r->children.at[k].url;
    if (!watch_list_add(w, url, parent, depth)) return false;
    const mh_watched_feed f = w->feeds[w->n_feeds - 1].f;
    const bool new_one = strcmp(f.address, url) == 0 && !f.asked;
    if (new_one && mh_store_feed_put(w->store, &f, &err) != MH_OK)
      return watch_give_up(w, &err);
  }
  return true;
}

/* ---- asking ------------------------------------------------------------------------------------------------- */

static mh_status count_room(reading *r, mh_error *err)
{
  uint64_t n;
  int64_t next;
  const char *address = r->w->feeds[r->i].address;
  MH_TRY(mh_store_entries_left(&n, &next, r->w->store, address, err));
  r->room = n < WAITING_MAX ? WAITING_MAX - n : 0;
  return MH_OK;
}

/* What came was read: entries and validators are one transaction. */
static bool read_it(watch *w, uint32_t i, const mh_fetched *x)
{
  mh_error err = {0}, why = {0};
  uint32_t found;
  reading r = {.w = w, .i = i, .x = x, .now = watch_now()};
  if (!watch_begin(w)) return false;
  mh_status st = count_room(&r, &err);
  if (st == MH_OK) st = take_all(&r, &found, &why, &err);
  if (st != MH_OK) {
    mh_store_commit(w->store, NULL);
    return watch_give_up(w, &err);
  }
  if (!found && why.code && why.code != MH_EEMPTY) /* a feed may have no entries */
    return watch_commit(w) && broken(w, i, x, why.text);
  if (r.index && !follow(&r)) return false;
  if (!r.index && mh_store_entries_forget(w->store, w->feeds[i].address, r.now, &err))
    return watch_give_up(w, &err);
  mh_watched_feed f = had(w, &w->feeds[i], x);
  f.etag = x->etag;
  f.modified = x->modified;
  if (r.title) f.title = r.title;
  if (!r.room) f.etag = f.modified = NULL; /* there is more of it */
  return put(w, i, &f);
}

bool watch_ask_feed(watch *w, uint32_t i)
{
  watch_feed *one = &w->feeds[i];
  mh_fetched x;
  mh_error err = {0};
  const mh_fetch_wish wish = {.url = one->f.url ? one->f.url : one->address,
                              .by_person = one->depth == 0,
                              .etag = one->f.etag,
                              .modified = one->f.modified};
  notify_status("asking %s", one->address);
  mh_arena_reset(&w->scratch);
  mh_fetch_get(&x, w->fetch, &wish, &err);
  if (x.end == MH_FETCH_STOPPED) return true;
  one->forced = false;
  one->asked = true;
  if (x.end == MH_FETCH_UNCHANGED) return unchanged(w, i, &x);
  if (x.end == MH_FETCH_CAME) return read_it(w, i, &x);
  return broken(w, i, &x, err.text);
}
