/* Which reports are one text, in the store: pairs that rest on two reports alone. */
#include "made.h"

#include <sqlite3.h>

typedef made_box box;

/* Report `copy` of round `ordinal` in an outlet of its own. */
static void keep(mh_store *s, unsigned ordinal, unsigned copy, const char *outlet,
                 const char *given)
{
  const mh_source source = {.path = "made.txt", .published = given};
  made m;
  bool added;
  mh_error err = {0};
  made_make(&m, ordinal, copy);
  m.r.outlet = outlet;
  if (given) m.r.published = given;
  if (mh_store_keep(&added, s, &m.r, "{}", 2, MH_FORMAT_TEXT, &source, m.text, m.r.len,
                    &err) != MH_OK)
    fail_msg("%s", err.text);
}

/* What a question to the file gives, as one number. */
static int64_t ask(const box *b, const char *sql)
{
  sqlite3 *db;
  sqlite3_stmt *q;
  assert_int_equal(sqlite3_open(b->path, &db), SQLITE_OK);
  assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &q, NULL), SQLITE_OK);
  assert_int_equal(sqlite3_step(q), SQLITE_ROW);
  const int64_t n = sqlite3_column_int64(q, 0);
  sqlite3_finalize(q);
  sqlite3_close(db);
  return n;
}

static const char pairs[] = "SELECT count(*) FROM report_copy";

static void test_store_copies__a_pair_stands_from_either_side(void **state)
{
  const box *b = *state;
  keep(b->s, 1, 1, "a", NULL);
  assert_int_equal(ask(b, pairs), 0);
  keep(b->s, 1, 2, "b", NULL);
  assert_int_equal(ask(b, pairs), 2);
  assert_int_equal(ask(b, "SELECT count(*) FROM report_copy AS x JOIN report_copy AS y "
                          "ON x.report = y.other AND x.other = y.report "
                          "AND x.share = y.share_other AND x.kind = y.kind"),
                   2);
}

static void test_store_copies__what_is_told_is_told_once(void **state)
{
  const box *b = *state;
  mh_view *v;
  size_t n;
  for (unsigned i = 0; i < 5; i++) {
    const char outlet[] = {(char)('a' + i), '\0'};
    keep(b->s, 1, i, outlet, NULL);
  }
  assert_int_equal(mh_view_round(&v, b->s, "JOR-NOR/strategic-dialogue", "1", NULL),
                   MH_OK);
  const mh_position *p = mh_view_positions(v, &n);
  assert_true(n > 0);
  for (size_t i = 0; i < n; i++) {
    assert_int_equal(p[i].n_later, 1);
    assert_string_equal(p[i].later[0]->outlet, "a"); /* the oldest day */
    assert_int_equal(p[i].later[0]->n_copies, 4);
    assert_string_equal(p[i].later[0]->copies[3].outlet, "e");
    assert_string_equal(p[i].later[0]->copies[3].kind, "copy");
  }
  mh_view_free(v);
}

/* A day that a person gives makes the pairs of that report anew: what was near is far. */
static void test_store_copies__a_new_day_counts(void **state)
{
  const box *b = *state;
  keep(b->s, 1, 1, "a", NULL);
  keep(b->s, 1, 2, "a", NULL);
  assert_int_equal(ask(b, "SELECT count(*) FROM report_copy WHERE kind = 'update'"), 2);
  keep(b->s, 1, 2, "a", "2011-05-02"); /* the day of the first */
  assert_int_equal(ask(b, pairs), 2);
  assert_int_equal(ask(b, "SELECT count(*) FROM report_copy WHERE kind = 'update'"), 0);
  assert_int_equal(ask(b, "SELECT count(*) FROM report_copy WHERE kind = 'same'"), 2);
  assert_int_equal(ask(b, "SELECT count(*) FROM report_signature"), 2);
  assert_int_equal(ask(b, "SELECT count(*) FROM report_print WHERE report NOT IN "
                          "(SELECT report FROM report_signature)"),
                   0);
}

/* A round's place as a report of its own text has it. */
static void keep_place(mh_store *s, unsigned copy, const char *text, const char *place)
{
  made m;
  bool added;
  made_make(&m, 1, copy);
  if (text) {
    snprintf(m.text, sizeof m.text, "%s", text);
    m.r.len = (uint32_t)strlen(m.text);
    mh_sha256_text(m.r.id, m.text, m.r.len);
    m.r.n_statements = 0;
    m.meeting.span = made_find(m.text, "الجولة");
  }
  m.meeting.place = place;
  assert_int_equal(made_keep(&added, s, &m, NULL), MH_OK);
}

static void test_store_copies__have_one_voice_on_a_place(void **state)
{
  const box *b = *state;
  mh_view *v;
  size_t n;
  for (unsigned i = 0; i < 3; i++) keep_place(b->s, i, NULL, "Oslo");
  keep_place(b->s, 1, "انعقدت الجولة في عاصمة الضيف أمس وحضرها وزيران من كل طرف.",
             "Amman");
  keep_place(b->s, 2, "قال ناطق إن الجولة بدأت صباحا بكلمة للمضيف ثم أغلقت الأبواب.",
             "Amman");
  assert_int_equal(ask(b, pairs), 6);
  assert_int_equal(mh_view_dialogues(&v, b->s, NULL), MH_OK);
  const mh_series *of = mh_view_series(v, &n);
  assert_int_equal(n, 1);
  assert_string_equal(of->rounds[0].place, "Amman");
  mh_view_free(v);
}

static void test_store_copies__a_broken_signature_is_told(void **state)
{
  box *b = *state;
  mh_error err = {0};
  sqlite3 *db;
  bool added;
  made m;
  keep(b->s, 1, 1, "a", NULL);
  assert_int_equal(sqlite3_open(b->path, &db), SQLITE_OK);
  assert_int_equal(
      sqlite3_exec(db, "UPDATE report_signature SET bytes = x'0102'", NULL, NULL, NULL),
      SQLITE_OK);
  sqlite3_close(db);
  made_make(&m, 1, 2);
  assert_int_equal(made_keep(&added, b->s, &m, &err), MH_ESTORE);
  assert_non_null(strstr(err.text, "rebuild"));
}

/* Everybody prints it: pairs stay few, and it is still one. */
static void test_store_copies__hundreds_of_copies_stay_bounded(void **state)
{
  enum { COPIES = 300 };
  const box *b = *state;
  mh_view *v;
  size_t n;
  assert_int_equal(mh_store_begin(b->s, NULL), MH_OK);
  for (unsigned i = 0; i < COPIES; i++) keep(b->s, 1, i * 8, "a", NULL);
  assert_int_equal(mh_store_commit(b->s, NULL), MH_OK);
  assert_true(ask(b, pairs) <= 2 * 64 * COPIES);
  assert_int_equal(mh_view_round(&v, b->s, "JOR-NOR/strategic-dialogue", "1", NULL),
                   MH_OK);
  const mh_position *p = mh_view_positions(v, &n);
  for (size_t i = 0; i < n; i++) {
    assert_int_equal(p[i].n_later, 1);
    assert_int_equal(p[i].later[0]->n_copies, 255); /* as many as are told */
  }
  mh_view_free(v);
}

/* What was said long ago is found as what came this morning is, and forgotten as well. */
static void test_store_copies__full_levels_are_merged(void **state)
{
  box *b = *state;
  sqlite3 *db;
  keep(b->s, 1, 1, "a", NULL);
  mh_store_close(b->s);
  assert_int_equal(sqlite3_open(b->path, &db), SQLITE_OK);
  assert_int_equal(
      sqlite3_exec(db,
                   "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                   "WHERE i < 600000) INSERT INTO report_print (level, print, report, "
                   "prints) SELECT iif(i > 530000, 0, 1), 5000000000 + i, -i, 1 FROM n",
                   NULL, NULL, NULL),
      SQLITE_OK);
  sqlite3_close(db);
  const int64_t own = ask(b, "SELECT count(*) FROM report_print WHERE report > 0");
  b->s = made_open(b->path, MH_OPEN_WRITE);
  keep(b->s, 1, 2, "b", "2031-05-07");
  assert_int_equal(ask(b, pairs), 2);
  assert_int_equal(ask(b, "SELECT count(*) FROM report_print WHERE level < 2"), 0);
  assert_true(ask(b, "SELECT count(*) FROM report_print WHERE level = 2") > 600000 + own);
  keep(b->s, 1, 2, "b", "2031-05-08");
  assert_int_equal(ask(b, "SELECT count(*) - count(DISTINCT report || ' ' || print) "
                          "FROM report_print WHERE report > 0"),
                   0);
  keep(b->s, 1, 3, "c", NULL);
  assert_int_equal(ask(b, pairs), 6);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_store_copies__a_pair_stands_from_either_side,
                                      made_setup, made_teardown),
      cmocka_unit_test_setup_teardown(test_store_copies__what_is_told_is_told_once,
                                      made_setup, made_teardown),
      cmocka_unit_test_setup_teardown(test_store_copies__a_new_day_counts, made_setup,
                                      made_teardown),
      cmocka_unit_test_setup_teardown(test_store_copies__have_one_voice_on_a_place,
                                      made_setup, made_teardown),
      cmocka_unit_test_setup_teardown(test_store_copies__a_broken_signature_is_told,
                                      made_setup, made_teardown),
      cmocka_unit_test_setup_teardown(test_store_copies__full_levels_are_merged,
                                      made_setup, made_teardown),
      cmocka_unit_test_setup_teardown(test_store_copies__hundreds_of_copies_stay_bounded,
                                      made_setup, made_teardown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
