/* The store when things go wrong: killed, full, read-only, foreign, broken, shared. */
#include "made.h"

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>

typedef struct box {
  char folder[64], path[96];
} box;

static int setup(void **state)
{
  box *b = calloc(1, sizeof *b);
  assert_non_null(b);
  made_folder(b->folder);
  snprintf(b->path, sizeof b->path, "%s/m.db", b->folder);
  *state = b;
  return 0;
}

static int teardown(void **state)
{
  box *b = *state;
  made_remove(b->folder);
  free(b);
  return 0;
}

static mh_status keep(mh_store *s, unsigned i, mh_error *err)
{
  made m;
  bool added;
  made_make(&m, i % 7, i);
  return made_keep(&added, s, &m, err);
}

static void fill(const char *path, unsigned n)
{
  mh_store *s = made_open(path, MH_OPEN_WRITE);
  for (unsigned i = 0; i < n; i++) assert_int_equal(keep(s, i, NULL), MH_OK);
  mh_store_close(s);
}

/* ---- killed ------------------------------------------------------------------------ */

/* In the child: add without end, and tell the parent of each that is acknowledged. */
static void add_without_end(const char *path, unsigned from, int pipe_to)
{
  mh_store *s;
  if (mh_store_open(&s, path, MH_OPEN_WRITE, NULL) != MH_OK) _exit(1);
  for (unsigned i = from;; i++)
    if (keep(s, i, NULL) != MH_OK || write(pipe_to, &i, sizeof i) != sizeof i) _exit(2);
}

static void test_store_kill__loses_no_acknowledged_report(void **state)
{
  box *b = *state;
  unsigned held = 0;
  for (int turn = 0; turn < 12; turn++) {
    int ends[2];
    unsigned number, acknowledged = held;
    assert_int_equal(pipe(ends), 0);
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) add_without_end(b->path, held, ends[1]);
    close(ends[1]);
    usleep(4000u + 7919u * (unsigned)turn % 60000u);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    while (read(ends[0], &number, sizeof number) == sizeof number)
      acknowledged = number + 1;
    close(ends[0]);
    mh_store *s = made_open(b->path, MH_OPEN_WRITE);
    held = made_records(s);
    assert_true(held == acknowledged || held == acknowledged + 1);
    mh_store_close(s);
  }
  assert_true(held > 0);
}

static bool slowly(void *user, uint64_t done, uint64_t total)
{
  (void)total;
  if (done == 3 && write(*(int *)user, "x", 1) != 1) _exit(3);
  usleep(20000);
  return true;
}

static void test_store_kill__in_a_rebuild_leaves_the_old(void **state)
{
  box *b = *state;
  int ends[2];
  char x;
  fill(b->path, 40);
  assert_int_equal(pipe(ends), 0);
  const pid_t child = fork();
  if (child == 0) {
    made m;
    uint64_t done;
    mh_store *s = made_open(b->path, MH_OPEN_WRITE);
    mh_store_reread(&done, s, made_read, &m, slowly, &ends[1], NULL);
    _exit(0);
  }
  assert_int_equal(read(ends[0], &x, 1), 1);
  kill(child, SIGKILL);
  waitpid(child, NULL, 0);
  close(ends[0]);
  close(ends[1]);
  mh_store *s = made_open(b->path, MH_OPEN_WRITE);
  assert_int_equal(made_records(s), 40);
  mh_view *v;
  assert_int_equal(mh_view_dialogues(&v, s, NULL), MH_OK);
  mh_view_free(v);
  mh_store_close(s);
}

/* ---- no room, no right ------------------------------------------------------------- */

/* Add until it fails; how many went in. */
static unsigned add_until_full(const char *path, unsigned most, mh_error *err)
{
  mh_store *s;
  unsigned n = 0;
  if (mh_store_open(&s, path, MH_OPEN_WRITE, err) != MH_OK) return 0;
  while (n < most && keep(s, n, err) == MH_OK) n++;
  mh_store_close(s);
  return n;
}

static void test_store_full__keeps_what_it_has(void **state)
{
  box *b = *state;
  mh_error err = {0};
  if (mount("tmpfs", b->folder, "tmpfs", 0, "size=600k") != 0) skip();
  const unsigned n = add_until_full(b->path, 5000, &err);
  assert_true(n > 0 && n < 5000);
  assert_int_equal(err.code, MH_EIO);
  assert_non_null(strstr(err.text, b->path));
  assert_non_null(strstr(err.text, "full"));
  mh_store *s = made_open(b->path, MH_OPEN_READ);
  assert_int_equal(made_records(s), n);
  mh_store_close(s);
  assert_int_equal(umount(b->folder), 0);
}

/* The same for everybody: a limit on the size of files, in a process of its own. */
static void test_store_full__at_the_limit_of_a_file(void **state)
{
  box *b = *state;
  int ends[2];
  unsigned told[2] = {0, 0};
  assert_int_equal(pipe(ends), 0);
  const pid_t child = fork();
  if (child == 0) {
    mh_error err = {0};
    const struct rlimit most = {400 << 10, 400 << 10};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &most);
    told[0] = add_until_full(b->path, 5000, &err);
    told[1] = err.code;
    _exit(write(ends[1], told, sizeof told) == sizeof told ? 0 : 1);
  }
  assert_int_equal(read(ends[0], told, sizeof told), sizeof told);
  waitpid(child, NULL, 0);
  close(ends[0]);
  close(ends[1]);
  assert_true(told[0] > 0 && told[0] < 5000);
  assert_int_equal(told[1], MH_EIO);
  mh_store *s = made_open(b->path, MH_OPEN_READ);
  assert_int_equal(made_records(s), told[0]);
  mh_store_close(s);
}

/* In a process that may write nothing: reading works, writing says so. */
static void only_read(const char *path, const char *fresh)
{
  mh_store *s;
  mh_error err = {0};
  if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(9);
  if (mh_store_open(&s, path, MH_OPEN_READ, &err) != MH_OK) _exit(1);
  unsigned n = 0;
  if (mh_store_records(s, made_count, &n, NULL) != MH_OK || n != 5) _exit(2);
  mh_store_close(s);
  if (mh_store_open(&s, path, MH_OPEN_WRITE, &err) != MH_EIO) _exit(3);
  if (!strstr(err.text, path)) _exit(4);
  if (mh_store_open(&s, fresh, MH_OPEN_WRITE, &err) != MH_EIO) _exit(5);
  _exit(0);
}

static void test_store_readonly__can_be_read(void **state)
{
  box *b = *state;
  char fresh[128];
  int how;
  snprintf(fresh, sizeof fresh, "%s/sub/new.db", b->folder);
  fill(b->path, 5);
  assert_int_equal(chmod(b->path, 0444), 0);
  assert_int_equal(chmod(b->folder, 0555), 0);
  const pid_t child = fork();
  if (child == 0) only_read(b->path, fresh);
  waitpid(child, &how, 0);
  chmod(b->folder, 0755);
  assert_true(WIFEXITED(how));
  assert_int_equal(WEXITSTATUS(how), 0);
}

/* ---- not a store ------------------------------------------------------------------- */

static void put_file(const char *path, const void *bytes, size_t len)
{
  FILE *f = fopen(path, "wb");
  assert_non_null(f);
  assert_int_equal(fwrite(bytes, 1, len, f), len);
  assert_int_equal(fclose(f), 0);
}

static void put_sql(const char *path, const char *sql)
{
  sqlite3 *db;
  assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
  assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
  sqlite3_close(db);
}

static void refused(const char *path, mh_status wanted, const char *word)
{
  for (int mode = MH_OPEN_READ; mode <= MH_OPEN_WRITE; mode++) {
    mh_store *s = (mh_store *)"";
    mh_error err = {0};
    assert_int_equal(mh_store_open(&s, path, (mh_open_mode)mode, &err), wanted);
    assert_null(s);
    assert_non_null(strstr(err.text, path));
    if (!strstr(err.text, word)) fail_msg("%s", err.text);
  }
}

static void test_store_open__refuses_what_is_none(void **state)
{
  box *b = *state;
  char noise[5000];
  for (size_t i = 0; i < sizeof noise; i++) noise[i] = (char)(i * 31 + 7);
  refused(b->folder, MH_ESTORE, "folder");
  refused("/dev/null", MH_ESTORE, "no file");
  put_file(b->path, noise, sizeof noise);
  refused(b->path, MH_ESTORE, "SQLite");
  put_file(b->path, "hello", 5);
  refused(b->path, MH_ESTORE, "SQLite");
  unlink(b->path);
  put_sql(b->path, "CREATE TABLE songs (name TEXT)");
  refused(b->path, MH_ESTORE, "another program");
  unlink(b->path);
  fill(b->path, 1);
  put_sql(b->path, "PRAGMA user_version = 999");
  refused(b->path, MH_ESTORE, "later version");
}

/* ---- an earlier version ------------------------------------------------------------------- */

/* What is kept as version 1 had it, and nothing else; the version says so. */
static void make_older(const char *path)
{
  put_sql(path,
          "PRAGMA foreign_keys = OFF;"
          "DROP TABLE taken;"
          "CREATE TABLE older (id INTEGER PRIMARY KEY, digest TEXT NOT NULL,"
          " published TEXT NOT NULL DEFAULT '', format TEXT NOT NULL"
          " CHECK (format IN ('text', 'jsonl')), path TEXT,"
          " line INTEGER NOT NULL DEFAULT 0, retrieved TEXT, added TEXT NOT NULL,"
          " bytes BLOB NOT NULL, UNIQUE (digest, published));"
          "INSERT INTO older SELECT id, digest, published, format, path, line, retrieved,"
          " added, bytes FROM received;"
          "DROP TABLE received;"
          "ALTER TABLE older RENAME TO received;"
          "PRAGMA user_version = 1");
}

static void test_store_older__a_rebuild_brings_it_up_to_date(void **state)
{
  box *b = *state;
  mh_error err = {0};
  made m;
  uint64_t done;
  fill(b->path, 1);
  make_older(b->path);
  mh_store *s;
  assert_int_equal(mh_store_open(&s, b->path, MH_OPEN_READ, &err), MH_ESTORE);
  assert_non_null(strstr(err.text, "rebuild"));
  s = made_open(b->path, MH_OPEN_WRITE);
  assert_int_equal(keep(s, 9, &err), MH_ESTORE);
  assert_non_null(strstr(err.text, "rebuild"));
  made_make(&m, 0, 0);
  assert_int_equal(mh_store_reread(&done, s, made_read, &m, NULL, NULL, &err), MH_OK);
  assert_int_equal(done, 1);
  assert_int_equal(made_records(s), 1);
  assert_int_equal(keep(s, 9, &err), MH_OK);
  mh_store_close(s);
  s = made_open(b->path, MH_OPEN_READ);
  assert_int_equal(made_records(s), 2);
  mh_store_close(s);
}

/* ---- how far a file was taken ---------------------------------------------------------------- */

static void test_store_taken__is_as_true_as_the_reports(void **state)
{
  box *b = *state;
  bool found;
  mh_taken t = {.path = "a.warc", .size = 900, .changed = 7, .at = 500, .line = 3};
  mh_store *s = made_open(b->path, MH_OPEN_WRITE);
  assert_int_equal(mh_store_begin(s, NULL), MH_OK);
  assert_int_equal(mh_store_take(s, &t, NULL), MH_OK);
  mh_store_close(s); /* never committed */
  s = made_open(b->path, MH_OPEN_WRITE);
  assert_int_equal(mh_store_taken(&found, &t, s, NULL), MH_OK);
  assert_false(found);
  assert_int_equal(mh_store_take(s, &t, NULL), MH_OK);
  mh_taken same = {.path = "a.warc", .size = 900, .changed = 7};
  assert_int_equal(mh_store_taken(&found, &same, s, NULL), MH_OK);
  assert_true(found && same.at == 500 && same.line == 3);
  mh_taken other = {.path = "a.warc", .size = 901, .changed = 8};
  assert_int_equal(mh_store_taken(&found, &other, s, NULL), MH_OK);
  assert_false(found);
  assert_int_equal(mh_store_taken_whole(s, "a.warc", NULL), MH_OK);
  assert_int_equal(mh_store_taken(&found, &same, s, NULL), MH_OK);
  assert_false(found);
  mh_store_close(s);
}

static void test_store_open__nothing_there(void **state)
{
  box *b = *state;
  mh_store *s;
  mh_error err = {0};
  assert_int_equal(mh_store_open(&s, b->path, MH_OPEN_READ, &err), MH_ENOINPUT);
  assert_int_equal(mh_store_open(&s, "", MH_OPEN_READ, &err), MH_EUSAGE);
  assert_int_equal(access(b->path, F_OK), -1);
  put_file(b->path, "", 0);
  assert_int_equal(mh_store_open(&s, b->path, MH_OPEN_READ, &err), MH_ESTORE);
  fill(b->path, 3); /* an empty file becomes a store */
  s = made_open(b->path, MH_OPEN_READ);
  assert_int_equal(made_records(s), 3);
  assert_int_equal(keep(s, 9, &err), MH_EIO);
  mh_store_close(s);
}

/* Every answer a store may give after bytes of it were changed is fine but a crash. */
static void test_store_broken__never_crashes(void **state)
{
  box *b = *state;
  char copy[128];
  fill(b->path, 30);
  FILE *f = fopen(b->path, "rb");
  static char bytes[1 << 20];
  const size_t len = fread(bytes, 1, sizeof bytes, f);
  fclose(f);
  snprintf(copy, sizeof copy, "%s/c.db", b->folder);
  uint32_t seed = 7;
  for (int turn = 0; turn < 60; turn++) {
    static char broken[1 << 20];
    memcpy(broken, bytes, len);
    for (int k = 0; k < 40; k++) {
      seed = seed * 1664525u + 1013904223u;
      broken[100 + (seed >> 4) % (len - 100)] = (char)(seed >> 24);
    }
    put_file(copy, broken, turn % 3 ? len : len - (seed >> 8) % len / 2);
    mh_store *s;
    mh_view *v;
    unsigned n = 0;
    if (mh_store_open(&s, copy, MH_OPEN_READ, NULL) != MH_OK) continue;
    if (mh_view_dialogues(&v, s, NULL) == MH_OK) mh_view_free(v);
    if (mh_view_compare(&v, s, "JOR-NOR/strategic-dialogue", NULL, NULL, NULL) == MH_OK)
      mh_view_free(v);
    mh_store_records(s, made_count, &n, NULL);
    mh_store_close(s);
  }
}

static void test_store_broken__a_place_outside_is_damage(void **state)
{
  box *b = *state;
  mh_view *v;
  mh_error err = {0};
  fill(b->path, 2);
  put_sql(b->path, "UPDATE statement SET content_len = 100000");
  mh_store *s = made_open(b->path, MH_OPEN_READ);
  assert_int_equal(mh_view_dialogues(&v, s, &err), MH_ESTORE);
  assert_non_null(strstr(err.text, "damaged"));
  mh_store_close(s);
  put_sql(b->path, "UPDATE statement SET content_len = 1");
  s = made_open(b->path, MH_OPEN_READ);
  assert_int_equal(mh_view_dialogues(&v, s, &err), MH_ESTORE);
  mh_store_close(s);
}

/* ---- shared ------------------------------------------------------------------------ */

/* Who is told that the store is busy tries again: a slow disk is no failure. */
static mh_status open_in_turn(mh_store **s, const char *path)
{
  mh_status st = MH_EBUSY;
  for (int i = 0; i < 100 && st == MH_EBUSY; i++)
    st = mh_store_open(s, path, MH_OPEN_WRITE, NULL);
  return st;
}

static mh_status keep_in_turn(mh_store *s, unsigned number)
{
  mh_status st = MH_EBUSY;
  for (int i = 0; i < 100 && st == MH_EBUSY; i++) st = keep(s, number, NULL);
  return st;
}

static void test_store_shared__two_writers_both_get_in(void **state)
{
  box *b = *state;
  pid_t child[3];
  for (unsigned k = 0; k < 3; k++) {
    child[k] = fork();
    if (child[k] != 0) continue;
    mh_store *s;
    if (open_in_turn(&s, b->path) != MH_OK) _exit(1);
    for (unsigned i = 0; i < 25; i++)
      if (keep_in_turn(s, k * 20 + i) != MH_OK) _exit(2); /* five are both's */
    mh_store_close(s);
    _exit(0);
  }
  for (int k = 0; k < 3; k++) {
    int how;
    waitpid(child[k], &how, 0);
    assert_true(WIFEXITED(how));
    assert_int_equal(WEXITSTATUS(how), 0);
  }
  mh_store *s = made_open(b->path, MH_OPEN_READ);
  assert_int_equal(made_records(s), 65);
  mh_store_close(s);
}

static void test_store_shared__readers_see_whole_commits(void **state)
{
  box *b = *state;
  fill(b->path, 1);
  mh_store *w = made_open(b->path, MH_OPEN_WRITE), *r = made_open(b->path, MH_OPEN_READ);
  for (unsigned turn = 0; turn < 10; turn++) {
    assert_int_equal(mh_store_begin(w, NULL), MH_OK);
    for (unsigned i = 0; i < 5; i++) {
      assert_int_equal(keep(w, 1 + turn * 5 + i, NULL), MH_OK);
      assert_int_equal(made_records(r), 1 + turn * 5);
    }
    assert_int_equal(mh_store_commit(w, NULL), MH_OK);
    assert_int_equal(made_records(r), 1 + (turn + 1) * 5);
  }
  mh_store_close(w);
  mh_store_close(r);
}

static void test_store_shared__who_waits_too_long_is_told(void **state)
{
  box *b = *state;
  mh_error err = {0};
  fill(b->path, 1);
  mh_store *x = made_open(b->path, MH_OPEN_WRITE), *y = made_open(b->path, MH_OPEN_WRITE);
  assert_int_equal(mh_store_begin(x, NULL), MH_OK);
  assert_int_equal(keep(y, 5, &err), MH_EBUSY);
  assert_non_null(strstr(err.text, "another process"));
  assert_int_equal(mh_store_commit(x, NULL), MH_OK);
  assert_int_equal(keep(y, 5, &err), MH_OK);
  mh_store_close(x);
  mh_store_close(y);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
  const struct CMUnitTest tests[] = {T(test_store_kill__loses_no_acknowledged_report),
                                     T(test_store_kill__in_a_rebuild_leaves_the_old),
                                     T(test_store_full__keeps_what_it_has),
                                     T(test_store_full__at_the_limit_of_a_file),
                                     T(test_store_readonly__can_be_read),
                                     T(test_store_open__refuses_what_is_none),
                                     T(test_store_open__nothing_there),
                                     T(test_store_older__a_rebuild_brings_it_up_to_date),
                                     T(test_store_taken__is_as_true_as_the_reports),
                                     T(test_store_broken__never_crashes),
                                     T(test_store_broken__a_place_outside_is_damage),
                                     T(test_store_shared__two_writers_both_get_in),
                                     T(test_store_shared__readers_see_whole_commits),
                                     T(test_store_shared__who_waits_too_long_is_told)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
