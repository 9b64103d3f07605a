/* Rounds: which reports tell of one round, whatever their order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "src/register/register.h"

static mh_arena arena;

static int setup(void **state)
{
  (void)state;
  mh_arena_init(&arena, 0);
  return 0;
}

static int teardown(void **state)
{
  (void)state;
  mh_arena_free(&arena);
  return 0;
}

static mh_rounds rounds(const char *kind, const mh_told *t, uint32_t n)
{
  mh_rounds r;
  assert_int_equal(mh_register_rounds(&r, &arena, kind, t, n), MH_OK);
  return r;
}

/* Everything that can be seen of rounds, as a text. */
static void print(char *out, size_t size, const mh_rounds *r)
{
  size_t at = 0;
  out[0] = '\0';
  for (uint32_t i = 0; i < r->n; i++) {
    const mh_round *x = &r->at[i];
    at += (size_t)snprintf(out + at, size - at, "[%s %u %s %s%s", x->name, x->ordinal,
                           x->date ? x->date : "-", x->place ? x->place : "-",
                           x->next ? " next" : "");
    for (uint32_t k = 0; k < x->n_reports; k++)
      at += (size_t)snprintf(out + at, size - at, " %s", x->reports[k]);
    for (uint32_t k = 0; k < x->n_chairs; k++)
      at += (size_t)snprintf(out + at, size - at, " (%s)", x->chairs[k]);
    for (uint32_t k = 0; k < x->n_disputes; k++)
      for (uint32_t v = 0; v < x->disputes[k].n; v++)
        at += (size_t)snprintf(out + at, size - at, " %s=%s/%s", x->disputes[k].field,
                               x->disputes[k].values[v], x->disputes[k].reports[v]);
    at += (size_t)snprintf(out + at, size - at, "]");
  }
}

static void expect(const char *kind, const mh_told *t, uint32_t n, const char *wanted)
{
  char got[4096];
  const mh_rounds r = rounds(kind, t, n);
  print(got, sizeof got, &r);
  assert_string_equal(got, wanted);
}

#define DIALOGUE "strategic-dialogue"
#define N(t)     ((uint32_t)(sizeof(t) / sizeof *(t)))

static uint32_t seed;

static uint32_t draw(uint32_t n)
{
  seed = seed * 1664525u + 1013904223u;
  return (seed >> 9) % n;
}

static const char *const first_name[] = {"سالم الراشد"};
static const char *const full_name[] = {"سالم عبدالله الراشد", "ليندا هوبر"};

/* Six rounds of one dialogue, told in every way there is. */
static const mh_told history[] = {
    {.report = "a1", .published = "2016-10-22", .ordinal = 1, .place = "Washington"},
    {.report = "a2", .published = "2016-10-21", .date = "2016-10-20"},
    {.report = "b1", .published = "2017-09-09", .date = "2017-09-08"},
    {.report = "b2",
     .published = "2017-09-10",
     .ordinal = 2,
     .date = "2017-09-08",
     .chairs = first_name,
     .n_chairs = 1},
    {.report = "b3", .published = "2017-09-11", .chairs = full_name, .n_chairs = 2},
    {.report = "c1", .published = "2019-03-21", .ordinal = 3, .date = "2019-03"},
    {.report = "c2", .published = "2019-03-20", .date = "2019-03-20", .place = "Kuwait"},
    {.report = "d1", .published = "2020-11-28", .date = "2020-11-24"},
    {.report = "d1",
     .published = "2020-11-28",
     .date = "2021",
     .place = "Kuwait",
     .nth = 1,
     .next = true},
    {.report = "e1", .published = "2022-01-28", .ordinal = 5, .place = "Washington"},
    {.report = "e2", .published = "2022-01-27", .date = "2022-01-26"},
    {.report = "e2", .published = "2022-01-27", .ordinal = 4, .date = "2020", .nth = 1},
    {.report = "e3", .published = "2022-01-29", .date = "2022"},
    {.report = "f1", .published = "2024-12-11", .ordinal = 6, .date = "2024-12-09"},
    {.report = "f2", .published = "2024-12-12", .date = "2024-12-10"},
    {.report = "f1", .published = "2024-12-11", .ordinal = 7, .nth = 1, .next = true},
};

static const char history_told[] =
    "[1 1 2016-10-20 Washington a2 a1]"
    "[2 2 2017-09-08 - b1 b2 b3 (سالم عبدالله الراشد) (ليندا هوبر)]"
    "[3 3 2019-03-20 Kuwait c2 c1]"
    "[4 4 2020-11-24 - d1]"
    "[2021 0 2021 Kuwait next d1]"
    "[5 5 2022-01-26 Washington e2 e1 e3]"
    "[6 6 2024-12-09 - f1 f2 date=2024-12-09/f1 date=2024-12-10/f2]"
    "[7 7 - - next f1]";

static void test_register_rounds__merges_ordinals_and_dates(void **state)
{
  (void)state;
  expect(DIALOGUE, history, N(history), history_told);
}

static void test_register_rounds__order_of_reports_is_nothing(void **state)
{
  (void)state;
  mh_told t[N(history)];
  seed = 12345;
  memcpy(t, history, sizeof history);
  for (int turn = 0; turn < 300; turn++) {
    for (uint32_t i = N(history) - 1; i > 0; i--) {
      const uint32_t k = draw(i + 1);
      const mh_told x = t[i];
      t[i] = t[k];
      t[k] = x;
    }
    expect(DIALOGUE, t, N(t), history_told);
    mh_arena_reset(&arena);
  }
}

static void test_register_rounds__a_part_of_the_reports_is_no_less(void **state)
{
  (void)state;
  expect(DIALOGUE, &history[7], 3, /* without who tells the day of the fifth */
         "[2020-11-24 0 2020-11-24 - d1][2021 0 2021 Kuwait next d1]"
         "[5 5 - Washington e1]");
}

static void test_register_rounds__undated_follows_the_day_of_its_report(void **state)
{
  (void)state;
  const mh_told t[] = {{.report = "a", .published = "2022-01-28", .ordinal = 5},
                       {.report = "b", .published = "2022-01-30"},
                       {.report = "c", .published = "2022-03-30"}};
  expect(DIALOGUE, t, N(t), "[5 5 - - a b][2022-03-30 0 - - c]");
}

static void test_register_rounds__shows_what_is_disputed(void **state)
{
  (void)state;
  const mh_told t[] = {
      {.report = "a",
       .published = "2022-01-27",
       .ordinal = 5,
       .date = "2022-01-26",
       .place = "Washington",
       .quote = "qa"},
      {.report = "b",
       .published = "2022-01-28",
       .ordinal = 6,
       .date = "2022-01-26",
       .place = "Kuwait",
       .quote = "qb"},
      {.report = "c", .published = "2022-01-29", .date = "2022-01", .place = "Kuwait"}};
  expect(DIALOGUE, t, N(t),
         "[5 5 2022-01-26 Kuwait a b c ordinal=5/a ordinal=6/b place=Kuwait/b "
         "place=Washington/a]");
  const mh_rounds r = rounds(DIALOGUE, t, N(t));
  assert_string_equal(r.at[0].disputes[0].quotes[1], "qb");
}

/* A state that is named as its city is says less, and nothing else; another name that begins alike
 * is another place. */
static void test_register_rounds__a_vaguer_place_is_no_dispute(void **state)
{
  (void)state;
  mh_told t[] = {
      {.report = "a", .published = "2019-03-21", .ordinal = 3, .place = "Kuwait"},
      {.report = "b", .published = "2019-03-21", .ordinal = 3, .place = "Kuwait City"}};
  expect(DIALOGUE, t, N(t), "[3 3 - Kuwait City a b]");
  t[0].place = "Niger";
  t[1].place = "Nigeria";
  expect(DIALOGUE, t, N(t), "[3 3 - Niger a b place=Niger/a place=Nigeria/b]");
}

/* A wire in two newspapers has one voice; who told it first is shown. */
static void test_register_rounds__copies_have_one_voice(void **state)
{
  (void)state;
  mh_told t[] = {
      {.report = "a", .published = "2022-01-27", .date = "2022-01-25", .place = "Oslo"},
      {.report = "b", .published = "2022-01-28", .date = "2022-01-26", .place = "Amman"},
      {.report = "c", .published = "2022-01-28", .date = "2022-01-26", .place = "Amman"}};
  expect(DIALOGUE, t, N(t),
         "[2022-01-26 0 2022-01-26 Amman a b c date=2022-01-26/b date=2022-01-25/a "
         "place=Amman/b place=Oslo/a]");
  t[2].source = "b";
  expect(DIALOGUE, t, N(t),
         "[2022-01-25 0 2022-01-25 Oslo a b c date=2022-01-25/a date=2022-01-26/b "
         "place=Oslo/a place=Amman/b]");
}

static void test_register_rounds__calls_of_two_days_are_two(void **state)
{
  (void)state;
  const mh_told t[] = {{.report = "a", .published = "2022-01-02", .date = "2022-01-01"},
                       {.report = "b", .published = "2022-01-05", .date = "2022-01-04"},
                       {.report = "c", .published = "2022-01-02", .date = "2022-01-02"}};
  expect("call", t, N(t),
         "[2022-01-01 0 2022-01-01 - a c date=2022-01-01/a date=2022-01-02/c]"
         "[2022-01-04 0 2022-01-04 - b]");
  expect(DIALOGUE, t, 2,
         "[2022-01-01 0 2022-01-01 - a b date=2022-01-01/a "
         "date=2022-01-04/b]");
}

static void test_register_rounds__an_ordinal_far_off_is_another_round(void **state)
{
  (void)state;
  const mh_told t[] = {{.report = "a", .ordinal = 2, .date = "2015-03-01"},
                       {.report = "b", .ordinal = 2, .date = "2019-03-01"}};
  expect("talks", t, N(t), "[2 2 2015-03-01 - a][2.2 2 2019-03-01 - b]");
}

static void test_register_rounds__announced_is_superseded(void **state)
{
  (void)state;
  const mh_told t[] = {
      {.report = "a", .published = "2022-01-28", .ordinal = 5, .date = "2022-01-26"},
      {.report = "a", .published = "2022-01-28", .date = "2022", .nth = 1, .next = true},
      {.report = "b", .published = "2022-11-02", .ordinal = 6, .date = "2022-11-01"}};
  expect(DIALOGUE, t, N(t), "[5 5 2022-01-26 - a][6 6 2022-11-01 - b]");
  expect(DIALOGUE, t, 2, "[2022 0 2022 - next a][5 5 2022-01-26 - a]");
}

static void test_register_rounds__without_any_day(void **state)
{
  (void)state;
  const mh_told t[] = {{.report = "a"},
                       {.report = "b"},
                       {.report = "c", .date = "PAST_REF", .ordinal = 3}};
  expect(DIALOGUE, t, 2, "[undated 0 - - a b]");
  expect(DIALOGUE, t, 3, "[3 3 - - a b c]");
  expect(DIALOGUE, t, 0, "");
}

static void test_register_find__by_name_date_and_year(void **state)
{
  (void)state;
  const mh_rounds r = rounds(DIALOGUE, history, N(history));
  const struct {
    const char *name;
    uint32_t round;
  } wanted[] = {
      {"1", 0},          {"5", 5},          {"2020-11-24", 3}, {"2020-11-25", 3},
      {"2020", 3},       {"2021", 4},       {"2022-01", 5},    {"2022-01-26", 5},
      {"2017", 1},       {"2024-12-10", 6}, {"7", 7},          {"2018", 8},
      {"2022-06-01", 8}, {"9", 8},          {"", 8},           {"x", 8}};
  assert_int_equal(r.n, 8);
  for (uint32_t i = 0; i < N(wanted); i++)
    assert_int_equal(mh_register_find(&r, wanted[i].name), wanted[i].round);
}

static void test_register_find__by_a_day_near_the_report(void **state)
{
  (void)state;
  const mh_told t[] = {{.report = "a", .published = "2022-01-28", .ordinal = 5}};
  const mh_rounds r = rounds(DIALOGUE, t, N(t));
  assert_int_equal(mh_register_find(&r, "2022-01-27"), 0);
  assert_int_equal(mh_register_find(&r, "2022"), 0);
  assert_int_equal(mh_register_find(&r, "2022-03-27"), 1);
}

static void test_register_last__skips_what_was_not_held(void **state)
{
  (void)state;
  const mh_rounds r = rounds(DIALOGUE, history, N(history));
  assert_int_equal(mh_register_last(&r, r.n), 6);
  assert_int_equal(mh_register_last(&r, 6), 5);
  assert_int_equal(mh_register_last(&r, 5), 3);
  assert_int_equal(mh_register_last(&r, 0), r.n);
}

static void test_register_rounds__survives_want_of_memory(void **state)
{
  (void)state;
  for (uint64_t at = 1; at < 10000; at++) {
    mh_arena a = {0};
    mh_rounds r;
    a.fail_at = at;
    const mh_status st = mh_register_rounds(&r, &a, DIALOGUE, history, N(history));
    mh_arena_free(&a);
    if (st == MH_OK) return;
    assert_int_equal(st, MH_ENOMEM);
  }
  fail();
}

/* Random facts: always every report in one held round, and the same for any order. */
static void test_register_rounds__holds_its_laws_on_anything(void **state)
{
  (void)state;
  enum { MOST = 24 };
  static char ids[MOST][8], days[MOST][2][16];
  seed = 99;
  for (int turn = 0; turn < 400; turn++) {
    mh_told t[MOST] = {{0}};
    const uint32_t n = 1 + draw(MOST);
    for (uint32_t i = 0; i < n; i++) {
      const int32_t day = 18000 + (int32_t)draw(900);
      const uint32_t precision = draw(4);
      mh_day d = mh_day_of(day);
      snprintf(ids[i], sizeof ids[i], "r%u", (unsigned)(i - (i && draw(4) == 0)));
      if (precision > 0) d.day = precision > 1 ? d.day : 0;
      if (precision == 3) d.day = d.month = 0;
      mh_day_print(days[i][0], d);
      mh_day_print(days[i][1], mh_day_of(day + (int32_t)draw(9)));
      t[i] = (mh_told){.report = ids[i],
                       .nth = i,
                       .next = draw(6) == 0,
                       .ordinal = draw(3) ? 0 : 1 + draw(5),
                       .date = draw(3) ? days[i][0] : NULL,
                       .published = draw(5) ? days[i][1] : NULL};
      if (i && strcmp(ids[i], ids[i - 1]) == 0) t[i].published = t[i - 1].published;
    }
    char one[8192], two[8192];
    mh_rounds r = rounds("talks", t, n);
    print(one, sizeof one, &r);
    for (uint32_t i = 0; i < n; i++) {
      uint32_t homes = 0, held = 0;
      for (uint32_t k = 0; k < n; k++)
        held |= strcmp(t[k].report, t[i].report) == 0 && !t[k].next;
      for (uint32_t k = 0; k < r.n; k++)
        for (uint32_t m = 0; m < r.at[k].n_reports && !r.at[k].next; m++)
          homes += strcmp(r.at[k].reports[m], t[i].report) == 0;
      assert_int_equal(homes, held);
    }
    for (uint32_t i = n - 1; i > 0; i--) {
      const uint32_t k = draw(i + 1);
      const mh_told x = t[i];
      t[i] = t[k];
      t[k] = x;
    }
    r = rounds("talks", t, n);
    print(two, sizeof two, &r);
    assert_string_equal(one, two);
    for (uint32_t k = 0; k < r.n; k++)
      assert_int_equal(mh_register_find(&r, r.at[k].name), k);
    mh_arena_reset(&arena);
  }
}

static void test_register_name__joins_parties(void **state)
{
  (void)state;
  const char *const parties[] = {"KWT", "USA"};
  assert_string_equal(mh_register_name(&arena, parties, 2, "talks"), "KWT-USA/talks");
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
  const struct CMUnitTest tests[] = {
      T(test_register_rounds__merges_ordinals_and_dates),
      T(test_register_rounds__order_of_reports_is_nothing),
      T(test_register_rounds__a_part_of_the_reports_is_no_less),
      T(test_register_rounds__undated_follows_the_day_of_its_report),
      T(test_register_rounds__shows_what_is_disputed),
      T(test_register_rounds__a_vaguer_place_is_no_dispute),
      T(test_register_rounds__copies_have_one_voice),
      T(test_register_rounds__calls_of_two_days_are_two),
      T(test_register_rounds__an_ordinal_far_off_is_another_round),
      T(test_register_rounds__announced_is_superseded),
      T(test_register_rounds__without_any_day),
      T(test_register_find__by_name_date_and_year),
      T(test_register_find__by_a_day_near_the_report),
      T(test_register_last__skips_what_was_not_held),
      T(test_register_rounds__survives_want_of_memory),
      T(test_register_rounds__holds_its_laws_on_anything),
      T(test_register_name__joins_parties)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
