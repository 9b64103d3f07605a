/* What `mahdar watch` remembers in a store: feeds and entries come back as they were put, in
 * the same transaction as the reports; nothing waits twice, nothing that waits is forgotten. */
#include "made.h"

#include "src/store/watched.h"

static const char feed[] = "https://a.example/feed";
enum { NOW = 1700000000, DAY = 86400, AGAIN = 6 * 3600 };

typedef struct bench {
  char folder[64], path[128];
  mh_store *s;
  mh_arena a;
} bench;

static int setup(void **state)
{
  bench *b = calloc(1, sizeof *b);
  made_folder(b->folder);
  snprintf(b->path, sizeof b->path, "%s/s.db", b->folder);
  b->s = made_open(b->path, MH_OPEN_WRITE);
  assert_int_equal(mh_store_watch(b->s, NULL), MH_OK);
  *state = b;
  return 0;
}

static int teardown(void **state)
{
  bench *b = *state;
  mh_store_close(b->s);
  mh_arena_free(&b->a);
  made_remove(b->folder);
  free(b);
  return 0;
}

static void reopen(bench *b)
{
  mh_store_close(b->s);
  b->s = made_open(b->path, MH_OPEN_WRITE);
  assert_int_equal(mh_store_watch(b->s, NULL), MH_OK);
}

static bool seen(bench *b, const char *key, const char *updated, int64_t now)
{
  const mh_watched_entry e = {.feed = feed, .key = key, .url = key, .updated = updated};
  bool fresh;
  assert_int_equal(mh_store_entry_seen(&fresh, b->s, &e, now, AGAIN, NULL), MH_OK);
  return fresh;
}

static mh_watched_entry waiting(bench *b, int64_t now)
{
  mh_watched_entry e;
  assert_int_equal(mh_store_entry_waiting(&e, b->s, &b->a, feed, now, NULL), MH_OK);
  return e;
}

static void end(bench *b, mh_watched_entry e, mh_watched_state state, int64_t now)
{
  e.state = state;
  assert_int_equal(mh_store_entry_put(b->s, &e, now, NULL), MH_OK);
}

static void test_store_watched__feeds_come_back(void **state)
{
  bench *b = *state;
  bool found;
  mh_watched_feed f = {.address = feed}, g = {.address = feed};
  assert_int_equal(mh_store_feed(&found, &f, b->s, &b->a, NULL), MH_OK);
  assert_false(found);
  f = (mh_watched_feed){.address = feed,
                        .url = "https://b.example/",
                        .etag = "\"x\"",
                        .why = "no connection",
                        .asked = 1,
                        .good = 2,
                        .next = 3,
                        .failures = 4};
  assert_int_equal(mh_store_feed_put(b->s, &f, NULL), MH_OK);
  reopen(b);
  assert_int_equal(mh_store_feed(&found, &g, b->s, &b->a, NULL), MH_OK);
  assert_true(found);
  assert_string_equal(g.url, f.url);
  assert_string_equal(g.etag, f.etag);
  assert_string_equal(g.why, f.why);
  assert_null(g.parent);
  assert_null(g.modified);
  assert_true(g.asked == 1 && g.good == 2 && g.next == 3 && g.failures == 4);
}

static void test_store_watched__children_in_order(void **state)
{
  bench *b = *state;
  const char *c;
  for (int i = 3; i > 0; i--) {
    char address[32];
    snprintf(address, sizeof address, "https://c.example/%d", i);
    const mh_watched_feed f = {.address = address, .parent = feed};
    assert_int_equal(mh_store_feed_put(b->s, &f, NULL), MH_OK);
  }
  assert_int_equal(mh_store_feed_child(&c, b->s, &b->a, feed, "", NULL), MH_OK);
  assert_string_equal(c, "https://c.example/1");
  assert_int_equal(mh_store_feed_drop(b->s, "https://c.example/2", NULL), MH_OK);
  assert_int_equal(mh_store_feed_child(&c, b->s, &b->a, feed, c, NULL), MH_OK);
  assert_string_equal(c, "https://c.example/3");
  assert_int_equal(mh_store_feed_child(&c, b->s, &b->a, feed, c, NULL), MH_OK);
  assert_null(c);
}

static void test_store_watched__an_entry_waits_once(void **state)
{
  bench *b = *state;
  assert_true(seen(b, "1", "", NOW));
  assert_false(seen(b, "1", "", NOW + 1));
  mh_watched_entry e = waiting(b, NOW);
  assert_string_equal(e.key, "1");
  assert_false(e.again);
  end(b, e, MH_WATCHED_KEPT, NOW);
  assert_int_equal(waiting(b, NOW + DAY).id, 0);
  assert_false(seen(b, "1", "", NOW + DAY));
}

static void test_store_watched__an_update_is_asked_for_again(void **state)
{
  bench *b = *state;
  assert_true(seen(b, "1", "2022-01-01", NOW));
  mh_watched_entry e = waiting(b, NOW);
  e.etag = "\"1\"";
  end(b, e, MH_WATCHED_KEPT, NOW);
  assert_false(seen(b, "1", "2022-01-02", NOW + AGAIN - 1)); /* not so soon */
  assert_true(seen(b, "1", "2022-01-02", NOW + AGAIN));
  e = waiting(b, NOW + AGAIN);
  assert_true(e.again);
  assert_string_equal(e.etag, "\"1\"");
  assert_string_equal(e.updated, "2022-01-02");
}

static void test_store_watched__a_failed_try_waits_its_time(void **state)
{
  bench *b = *state;
  uint64_t n;
  int64_t next;
  seen(b, "1", "", NOW);
  mh_watched_entry e = waiting(b, NOW);
  e.tries = 1;
  e.next = NOW + 600;
  end(b, e, MH_WATCHED_WAITING, NOW);
  reopen(b);
  assert_int_equal(waiting(b, NOW + 599).id, 0);
  e = waiting(b, NOW + 600);
  assert_true(e.id != 0 && e.tries == 1);
  assert_int_equal(mh_store_entries_left(&n, &next, b->s, feed, NULL), MH_OK);
  assert_true(n == 1 && next == NOW + 600);
}

static void test_store_watched__items_go_with_the_wait(void **state)
{
  bench *b = *state;
  const char item[] = "{\"html\":\"\\u0000\"}", *out;
  size_t len;
  bool fresh;
  const mh_watched_entry e = {.feed = feed, .key = "1", .item = item, .item_len = 17};
  assert_int_equal(mh_store_entry_seen(&fresh, b->s, &e, NOW, AGAIN, NULL), MH_OK);
  const mh_watched_entry w = waiting(b, NOW);
  assert_int_equal(mh_store_entry_item(&out, &len, b->s, &b->a, w.id, NULL), MH_OK);
  assert_int_equal(len, 17);
  assert_memory_equal(out, item, 17);
  end(b, w, MH_WATCHED_KNOWN, NOW);
  assert_int_equal(mh_store_entry_item(&out, &len, b->s, &b->a, w.id, NULL), MH_OK);
  assert_null(out);
}

static void test_store_watched__one_page_in_two_feeds(void **state)
{
  bench *b = *state;
  bool had;
  seen(b, "https://a.example/1", "", NOW);
  const mh_watched_entry e = waiting(b, NOW), other = {.id = e.id + 1, .url = e.url};
  assert_int_equal(mh_store_entry_had(&had, b->s, &other, NULL), MH_OK);
  assert_false(had);
  end(b, e, MH_WATCHED_KEPT, NOW);
  assert_int_equal(mh_store_entry_had(&had, b->s, &other, NULL), MH_OK);
  assert_true(had);
  assert_int_equal(mh_store_entry_had(&had, b->s, &e, NULL), MH_OK);
  assert_false(had); /* not of itself */
}

static void test_store_watched__forgets_what_the_feed_forgot(void **state)
{
  bench *b = *state;
  seen(b, "old", "", NOW);
  end(b, waiting(b, NOW), MH_WATCHED_KEPT, NOW);
  seen(b, "still", "", NOW);
  end(b, waiting(b, NOW), MH_WATCHED_KEPT, NOW);
  seen(b, "waits", "", NOW);
  const int64_t later = NOW + MH_WATCHED_FORGET + DAY;
  assert_false(seen(b, "still", "", later));
  assert_int_equal(mh_store_entries_forget(b->s, feed, later, NULL), MH_OK);
  assert_false(seen(b, "still", "", later));
  assert_false(seen(b, "waits", "", later));
  assert_true(seen(b, "old", "", later));
}

/* The report and that its entry was kept are one: both or none. */
static void test_store_watched__one_transaction_with_reports(void **state)
{
  bench *b = *state;
  bool added;
  made m;
  made_make(&m, 1, 1);
  seen(b, "1", "", NOW);
  assert_int_equal(mh_store_begin(b->s, NULL), MH_OK);
  assert_int_equal(made_keep(&added, b->s, &m, NULL), MH_OK);
  end(b, waiting(b, NOW), MH_WATCHED_KEPT, NOW);
  reopen(b); /* as after a kill: never committed */
  assert_int_equal(made_records(b->s), 0);
  assert_true(waiting(b, NOW).id != 0);
}

static void test_store_watched__rebuild_leaves_it(void **state)
{
  bench *b = *state;
  uint64_t done;
  made m;
  seen(b, "1", "", NOW);
  assert_int_equal(mh_store_reread(&done, b->s, made_read, &m, NULL, NULL, NULL), MH_OK);
  assert_true(waiting(b, NOW).id != 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_store_watched__feeds_come_back, setup,
                                      teardown),
      cmocka_unit_test_setup_teardown(test_store_watched__children_in_order, setup,
                                      teardown),
      cmocka_unit_test_setup_teardown(test_store_watched__an_entry_waits_once, setup,
                                      teardown),
      cmocka_unit_test_setup_teardown(test_store_watched__an_update_is_asked_for_again,
                                      setup, teardown),
      cmocka_unit_test_setup_teardown(test_store_watched__a_failed_try_waits_its_time,
                                      setup, teardown),
      cmocka_unit_test_setup_teardown(test_store_watched__items_go_with_the_wait, setup,
                                      teardown),
      cmocka_unit_test_setup_teardown(test_store_watched__one_page_in_two_feeds, setup,
                                      teardown),
      cmocka_unit_test_setup_teardown(test_store_watched__forgets_what_the_feed_forgot,
                                      setup, teardown),
      cmocka_unit_test_setup_teardown(test_store_watched__one_transaction_with_reports,
                                      setup, teardown),
      cmocka_unit_test_setup_teardown(test_store_watched__rebuild_leaves_it, setup,
                                      teardown)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
