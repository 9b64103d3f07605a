/* What the store keeps and gives back. */
#include "made.h"

typedef made_box box;

static bool keep(mh_store *s, unsigned ordinal, unsigned copy)
{
  made m;
  bool added;
  mh_error err = {0};
  made_make(&m, ordinal, copy);
  if (made_keep(&added, s, &m, &err) != MH_OK) fail_msg("%s", err.text);
  return added;
}

static void test_store_keep__twice_is_once(void **state)
{
  box *b = *state;
  assert_true(keep(b->s, 1, 1));
  assert_false(keep(b->s, 1, 1));
  assert_true(keep(b->s, 1, 2));
  assert_int_equal(made_records(b->s), 2);
}

static void test_store_keep__same_text_from_other_bytes_is_no_second(void **state)
{
  box *b = *state;
  made m;
  bool added;
  made_make(&m, 1, 1);
  assert_int_equal(made_keep(&added, b->s, &m, NULL), MH_OK);
  assert_int_equal(mh_store_keep(&added, b->s, &m.r, "{}", 2, MH_FORMAT_TEXT, NULL,
                                 "other bytes", 11, NULL),
                   MH_OK);
  assert_false(added);
  m.r.outlet = "صحيفة المطر";
  assert_int_equal(mh_store_keep(&added, b->s, &m.r, "{}", 2, MH_FORMAT_TEXT, NULL,
                                 "still others", 12, NULL),
                   MH_OK);
  assert_true(added);
  mh_view *v;
  assert_int_equal(mh_view_round(&v, b->s, "JOR-NOR/strategic-dialogue", "1", NULL),
                   MH_OK);
  size_t n;
  const mh_position *p = mh_view_positions(v, &n);
  assert_int_equal(p[0].n_later, 1);            /* told once ... */
  assert_int_equal(p[0].later[0]->n_copies, 1); /* ... and carried by both outlets */
  assert_string_equal(p[0].later[0]->copies[0].kind, "same");
  mh_view_free(v);
}

static void test_store_keep__a_day_given_later_corrects(void **state)
{
  box *b = *state;
  const mh_source source = {.published = "2031-01-02"};
  made m;
  bool added;
  made_make(&m, 0, 1);
  assert_int_equal(made_keep(&added, b->s, &m, NULL), MH_OK);
  m.r.published = source.published;
  assert_int_equal(mh_store_keep(&added, b->s, &m.r, "{}", 2, MH_FORMAT_TEXT, &source,
                                 m.text, m.r.len, NULL),
                   MH_OK);
  assert_false(added);
  mh_view *v;
  size_t n;
  assert_int_equal(mh_view_dialogues(&v, b->s, NULL), MH_OK);
  assert_string_equal(mh_view_series(v, &n)->rounds[0].name, "2031-01-02");
  mh_view_free(v);
  assert_false(keep(b->s, 0, 1));
  assert_int_equal(made_records(b->s), 1);
}

static void test_store_view__dialogues(void **state)
{
  box *b = *state;
  mh_view *v;
  size_t n;
  assert_int_equal(mh_view_dialogues(&v, b->s, NULL), MH_OK);
  mh_view_series(v, &n);
  assert_int_equal(n, 0);
  mh_view_free(v);
  keep(b->s, 2, 1);
  keep(b->s, 1, 1);
  keep(b->s, 1, 2);
  assert_int_equal(mh_view_dialogues(&v, b->s, NULL), MH_OK);
  const mh_series *s = mh_view_series(v, &n);
  assert_int_equal(n, 1);
  assert_string_equal(s->name, "JOR-NOR/strategic-dialogue");
  assert_string_equal(s->kind, "strategic-dialogue");
  assert_int_equal(s->n_parties, 2);
  assert_string_equal(s->parties[1], "NOR");
  assert_int_equal(s->n_rounds, 2);
  assert_int_equal(s->rounds[0].n_reports, 2);
  assert_int_equal(s->rounds[0].n_positions, 4); /* two positions, each in two files */
  mh_view_free(v);
}

static void test_store_view__evidence_is_verbatim(void **state)
{
  box *b = *state;
  mh_view *v;
  size_t n;
  made m;
  made_make(&m, 1, 1);
  keep(b->s, 1, 1);
  assert_int_equal(mh_view_round(&v, b->s, "JOR-NOR/strategic-dialogue", NULL, NULL),
                   MH_OK);
  assert_string_equal(mh_view_the_round(v)->name, "1");
  const mh_evidence *e = mh_view_positions(v, &n)[0].later[0];
  assert_int_equal(n, 4);
  assert_string_equal(e->report, m.r.id);
  assert_string_equal(e->statement, "s1");
  assert_string_equal(e->quote, "صيانة سدود الوادي قبل الشتاء");
  assert_string_equal(e->trigger, "أكدا");
  assert_string_equal(e->outlet, "وكالة الغيم");
  assert_null(e->url);
  assert_int_equal(mh_utf8_count(e->before, strlen(e->before)), 32);
  assert_int_equal(e->end - e->start, mh_utf8_count(e->quote, strlen(e->quote)));
  assert_int_equal(e->start, mh_utf8_count(m.text, m.statement[0].content.at));
  char joined[600];
  snprintf(joined, sizeof joined, "%s%s%s", e->before, e->quote, e->after);
  assert_non_null(strstr(m.text, joined));
  assert_int_equal(e->n_speakers, 2);
  assert_string_equal(e->speakers[0], "JOR");
  assert_string_equal(e->topics[1], "country:YEM");
  assert_string_equal(e->refs[0], "UNSCR 1");
  assert_int_equal(e->act, 2);
  assert_true(e->confidence > 0.74 && e->confidence < 0.76);
  mh_view_free(v);
}

static void test_store_view__compare_and_what_is_not_there(void **state)
{
  box *b = *state;
  mh_view *v;
  mh_error err = {0};
  const char *name = "JOR-NOR/strategic-dialogue";
  assert_int_equal(mh_view_compare(&v, b->s, name, NULL, NULL, &err), MH_ENOTFOUND);
  assert_null(v);
  keep(b->s, 1, 1);
  assert_int_equal(mh_view_compare(&v, b->s, name, NULL, NULL, &err), MH_ENOTFOUND);
  keep(b->s, 2, 1);
  assert_int_equal(mh_view_compare(&v, b->s, name, NULL, NULL, &err), MH_OK);
  const mh_comparison *c = mh_view_comparison(v);
  assert_string_equal(c->earlier->name, "1");
  assert_string_equal(c->later->name, "2");
  assert_int_equal(c->n_files, 2);
  assert_int_equal(c->n_positions, 4);
  for (uint32_t i = 0; i < c->n_positions; i++)
    assert_int_equal(c->positions[i].status, MH_REAFFIRMED);
  mh_view_free(v);
  assert_int_equal(mh_view_compare(&v, b->s, name, "1", "9", &err), MH_ENOTFOUND);
  assert_int_equal(mh_view_compare(&v, b->s, name, "1", "1", &err), MH_EUSAGE);
  assert_int_equal(mh_view_round(&v, b->s, "nobody", NULL, &err), MH_ENOTFOUND);
}

typedef struct seen {
  unsigned n, stop;
  char last[128];
} seen;

static bool see(void *user, const mh_evidence *e)
{
  seen *x = user;
  char now[128];
  snprintf(now, sizeof now, "%s %s %06u", e->published, e->report, (unsigned)e->start);
  assert_true(strcmp(x->last, now) < 0);
  strcpy(x->last, now);
  return ++x->n != x->stop;
}

static void test_store_statements__in_order(void **state)
{
  box *b = *state;
  seen x = {0};
  for (unsigned i = 9; i > 0; i--) keep(b->s, i, i % 3);
  assert_int_equal(mh_store_statements(b->s, see, &x, NULL), MH_OK);
  assert_int_equal(x.n, 18);
  x = (seen){.stop = 5};
  assert_int_equal(mh_store_statements(b->s, see, &x, NULL), MH_OK);
  assert_int_equal(x.n, 5);
  assert_true(keep(b->s, 30, 1)); /* no snapshot was left open */
}

static void test_store_batch__commits_all_or_nothing(void **state)
{
  box *b = *state;
  assert_int_equal(mh_store_commit(b->s, NULL), MH_EUSAGE);
  assert_int_equal(mh_store_begin(b->s, NULL), MH_OK);
  assert_int_equal(mh_store_begin(b->s, NULL), MH_EUSAGE);
  for (unsigned i = 1; i < 20; i++) keep(b->s, i, 1);
  mh_store *other = made_open(b->path, MH_OPEN_READ);
  assert_int_equal(made_records(other), 0);
  assert_int_equal(mh_store_commit(b->s, NULL), MH_OK);
  assert_int_equal(made_records(other), 19);
  mh_store_close(other);
  assert_int_equal(mh_store_begin(b->s, NULL), MH_OK);
  keep(b->s, 50, 1);
  mh_store_close(b->s); /* without commit */
  b->s = made_open(b->path, MH_OPEN_WRITE);
  assert_int_equal(made_records(b->s), 19);
}

/* A statement whose act is none fails alone; the rest of the batch stays. */
static void test_store_batch__one_bad_report_fails_alone(void **state)
{
  box *b = *state;
  made m;
  bool added;
  assert_int_equal(mh_store_begin(b->s, NULL), MH_OK);
  keep(b->s, 1, 1);
  made_make(&m, 2, 1);
  m.statement[1].act = 9999;
  assert_int_equal(made_keep(&added, b->s, &m, NULL), MH_ESTORE);
  assert_false(added);
  keep(b->s, 3, 1);
  assert_int_equal(mh_store_commit(b->s, NULL), MH_OK);
  assert_int_equal(made_records(b->s), 2);
}

/* ---- rebuild ----------------------------------------------------------------------- */

static bool stop_at(void *user, uint64_t done, uint64_t total)
{
  (void)total;
  return done < *(uint64_t *)user;
}

static char *dump(mh_store *s)
{
  mh_view *v;
  mh_out o = {0};
  size_t n;
  assert_int_equal(mh_view_dialogues(&v, s, NULL), MH_OK);
  const mh_series *x = mh_view_series(v, &n);
  for (uint32_t i = 0; n && i < x->n_rounds; i++)
    mh_out_fmt(&o, "%s %u %u;", x->rounds[i].name, (unsigned)x->rounds[i].n_reports,
               (unsigned)x->rounds[i].n_positions);
  mh_view_free(v);
  mh_out_char(&o, '.');
  return o.at;
}

static void test_store_reread__gives_the_same(void **state)
{
  box *b = *state;
  made m;
  uint64_t done, most = 4;
  for (unsigned i = 1; i < 12; i++) keep(b->s, i / 2, i);
  char *before = dump(b->s);
  for (int turn = 0; turn < 2; turn++) {
    assert_int_equal(mh_store_reread(&done, b->s, made_read, &m, NULL, NULL, NULL),
                     MH_OK);
    assert_int_equal(done, 11);
    char *after = dump(b->s);
    assert_string_equal(before, after);
    free(after);
  }
  assert_int_equal(mh_store_reread(&done, b->s, made_read, &m, stop_at, &most, NULL),
                   MH_OK);
  assert_int_equal(done, 4);
  char *stopped = dump(b->s);
  assert_string_equal(before, stopped);
  free(stopped);
  free(before);
  assert_int_equal(made_records(b->s), 11);
}

static mh_status cannot(void *user, const mh_report **r, const char **json, size_t *n,
                        mh_format f, const mh_source *s, const void *bytes, size_t len,
                        mh_error *err)
{
  (void)user, (void)r, (void)json, (void)n, (void)f, (void)s, (void)bytes, (void)len;
  return mh_fail(err, MH_EFORMAT, 0, "no");
}

static void test_store_reread__what_cannot_be_read_stays_kept(void **state)
{
  box *b = *state;
  made m;
  uint64_t done;
  keep(b->s, 1, 1);
  assert_int_equal(mh_store_reread(&done, b->s, cannot, NULL, NULL, NULL, NULL), MH_OK);
  assert_int_equal(made_records(b->s), 0);
  assert_false(keep(b->s, 1, 1)); /* it is known, only unread */
  assert_int_equal(mh_store_reread(&done, b->s, made_read, &m, NULL, NULL, NULL), MH_OK);
  assert_int_equal(made_records(b->s), 1);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, made_setup, made_teardown)
  const struct CMUnitTest tests[] = {
      T(test_store_keep__twice_is_once),
      T(test_store_keep__same_text_from_other_bytes_is_no_second),
      T(test_store_keep__a_day_given_later_corrects),
      T(test_store_view__dialogues),
      T(test_store_view__evidence_is_verbatim),
      T(test_store_view__compare_and_what_is_not_there),
      T(test_store_statements__in_order),
      T(test_store_batch__commits_all_or_nothing),
      T(test_store_batch__one_bad_report_fails_alone),
      T(test_store_reread__gives_the_same),
      T(test_store_reread__what_cannot_be_read_stays_kept)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
