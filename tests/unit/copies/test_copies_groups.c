/* Archives and groups: who is found, who is the oldest, and that the order does not matter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "src/copies/copies.h"

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

static mh_copies_groups group(const mh_copies_origin *o, uint32_t n,
                              const mh_copies_pair *p, size_t n_pairs)
{
  mh_copies_groups g;
  assert_int_equal(mh_copies_group(&g, &arena, o, n, p, n_pairs), MH_OK);
  return g;
}

/* ---- age --------------------------------------------------------------------------- */

static uint32_t older(const char *x, const char *y)
{
  const mh_copies_origin o[] = {{x, "a", NULL}, {y, "b", NULL}};
  const mh_copies_pair p = {0, 1, 1, 1, false};
  const mh_copies_groups g = group(o, 2, &p, 1);
  assert_int_equal(g.n, 2);
  assert_int_equal(g.n_groups, 1);
  assert_int_equal(g.at[0].kind, MH_COPIES_FIRST);
  assert_int_equal(g.at[1].of, g.at[0].text);
  return g.at[0].text;
}

static void test_copies_groups__the_oldest_is_known(void **state)
{
  (void)state;
  assert_int_equal(older("2021-05-02", "2021-05-01"), 1);
  assert_int_equal(older("2021-05-01", "2021-05-02"), 0);
  assert_int_equal(older("2021-05-01", "2021-05-01"), 0);
  assert_int_equal(older(NULL, "2021-05-01"), 1);
  assert_int_equal(older("2021-05", "2021-05-01"), 1);
  assert_int_equal(older(NULL, NULL), 0);
  assert_int_equal(older("", "2021-05-01T10:00"), 1);
}

static void test_copies_groups__hours_and_zones_count(void **state)
{
  (void)state;
  assert_int_equal(older("2021-05-01T10:00", "2021-05-01T09:59"), 1);
  assert_int_equal(older("2021-05-01T10:00:00+03:00", "2021-05-01T08:00:00Z"), 0);
  assert_int_equal(older("2021-05-01T10:00:00+0300", "2021-05-01T06:59:00Z"), 1);
  assert_int_equal(older("2021-05-01T23:00-05:00", "2021-05-02T03:00:00.5Z"), 1);
  /* A day alone is over when all its hours are. */
  assert_int_equal(older("2021-05-01", "2021-05-01T22:00"), 1);
  assert_int_equal(older("2021-05-01T", "2021-05-01T1"), 0);
}

/* ---- kinds -------------------------------------------------------------------------- */

static mh_copies_kind kind(mh_copies_origin x, mh_copies_origin y, mh_copies_pair p)
{
  const mh_copies_origin o[] = {x, y};
  const mh_copies_groups g = group(o, 2, &p, 1);
  assert_int_equal(g.n, 2);
  return g.at[1].kind;
}

static void test_copies_groups__kinds(void **state)
{
  const mh_copies_origin page = {"2021-05-01", "a", "u:1"},
                         print = {"2021-05-01", "a", "u:2"},
                         next = {"2021-05-02", "a", "u:3"},
                         again = {"2021-05-02", "b", "u:1"},
                         paper = {"2021-05-02", "b", "u:4"}, bare = {NULL, NULL, NULL};
  (void)state;
  assert_int_equal(kind(page, print, (mh_copies_pair){0, 1, .95f, 1, false}),
                   MH_COPIES_SAME);
  assert_int_equal(kind(page, paper, (mh_copies_pair){0, 1, 1, 1, true}), MH_COPIES_SAME);
  assert_int_equal(kind(page, next, (mh_copies_pair){0, 1, .95f, 1, false}),
                   MH_COPIES_UPDATE);
  assert_int_equal(kind(page, print, (mh_copies_pair){0, 1, .8f, .7f, false}),
                   MH_COPIES_UPDATE);
  assert_int_equal(kind(page, again, (mh_copies_pair){0, 1, .8f, .7f, false}),
                   MH_COPIES_UPDATE);
  assert_int_equal(kind(page, paper, (mh_copies_pair){0, 1, .8f, .7f, false}),
                   MH_COPIES_COPY);
  assert_int_equal(kind(page, paper, (mh_copies_pair){0, 1, .9f, .2f, false}),
                   MH_COPIES_PART);
  assert_int_equal(kind(page, next, (mh_copies_pair){0, 1, .2f, .9f, false}),
                   MH_COPIES_PART);
  assert_int_equal(kind(bare, bare, (mh_copies_pair){0, 1, .9f, .9f, false}),
                   MH_COPIES_COPY);
  assert_string_equal(mh_copies_kind_id(MH_COPIES_UPDATE), "update");
}

/* ---- who is with whom ------------------------------------------------------------------ */

static void test_copies_groups__a_roundup_does_not_join_two_stories(void **state)
{
  const mh_copies_origin o[5] = {{"2021-05-01", "a", NULL},
                                 {"2021-05-01", "b", NULL},
                                 {"2021-05-01", "c", NULL},
                                 {"2021-05-02", "d", NULL},
                                 {"2021-05-02", "e", NULL}};
  const mh_copies_pair p[] = {
      {0, 1, 1, 1, false},      /* one story in two papers     */
      {2, 3, .9f, 1, false},    /* another                     */
      {0, 4, .95f, .3f, false}, /* a roundup has the first ... */
      {2, 4, .95f, .5f, false}, /* ... and more of the other   */
  };
  (void)state;
  const mh_copies_groups g = group(o, 5, p, 4);
  assert_int_equal(g.n_groups, 2);
  assert_int_equal(g.n, 5);
  assert_int_equal(g.at[0].text, 0);
  assert_int_equal(g.at[1].text, 1);
  assert_int_equal(g.at[2].kind, MH_COPIES_FIRST);
  assert_int_equal(g.at[4].text, 4);
  assert_int_equal(g.at[4].kind, MH_COPIES_PART);
  assert_int_equal(g.at[4].of, 2);
}

enum { TEXTS = 40, PAIRS = 70 };

/* For each text the group it is in (by the name of the first) and what it is there. */
static void told(char out[TEXTS][48], const uint32_t *name, const mh_copies_groups *g)
{
  uint32_t first = 0;
  for (uint32_t i = 0; i < TEXTS; i++) out[i][0] = '\0';
  for (uint32_t i = 0; i < g->n; i++) {
    const mh_copies_member *m = &g->at[i];
    if (m->kind == MH_COPIES_FIRST) first = name[m->text];
    snprintf(out[name[m->text]], 48, "%u %s %u %.2f", (unsigned)first,
             mh_copies_kind_id(m->kind), (unsigned)name[m->of], (double)m->share);
  }
}

/* Texts with days of their own: whatever order they and their pairs come in, the groups are
 * the same. */
static void test_copies_groups__the_order_does_not_matter(void **state)
{
  unsigned seed = 11;
  char day[TEXTS][16];
  (void)state;
  for (uint32_t i = 0; i < TEXTS; i++)
    snprintf(day[i], sizeof day[i], "20%02u-03-%02u", 10 + (unsigned)i / 20,
             (unsigned)i % 20 + 1);
  for (int turn = 0; turn < 50; turn++) {
    mh_copies_pair p[PAIRS];
    static char before[TEXTS][48], after[TEXTS][48];
    mh_copies_origin o[TEXTS];
    uint32_t name[TEXTS], place[TEXTS];
    for (uint32_t i = 0; i < PAIRS; i++) {
      seed = seed * 1664525u + 1013904223u;
      const uint32_t x = (seed >> 8) % (TEXTS - 1),
                     y = x + 1 + (seed >> 20) % (TEXTS - 1 - x);
      const float share = 0.3f + 0.001f * (float)i;
      p[i] = (mh_copies_pair){x, y, share, seed % 3 ? share : share / 4, false};
    }
    for (uint32_t i = 0; i < TEXTS; i++) name[i] = place[i] = i;
    for (int round = 0; round < 2; round++) {
      for (uint32_t i = 0; i < TEXTS; i++)
        o[i] = (mh_copies_origin){day[name[i]], NULL, NULL};
      const mh_copies_groups g = group(o, TEXTS, p, PAIRS);
      told(round ? after : before, name, &g);
      if (round) break;
      for (uint32_t i = TEXTS - 1; i > 0; i--) { /* shuffle */
        seed = seed * 1664525u + 1013904223u;
        const uint32_t k = (seed >> 8) % (i + 1), kept = name[i];
        name[i] = name[k];
        name[k] = kept;
      }
      for (uint32_t i = 0; i < TEXTS; i++) place[name[i]] = i;
      for (uint32_t i = 0; i < PAIRS; i++) {
        const mh_copies_pair q = p[i];
        p[i].x = place[q.x];
        p[i].y = place[q.y];
      }
      for (uint32_t i = 0; i < PAIRS / 2; i++) {
        const mh_copies_pair q = p[i];
        p[i] = p[PAIRS - 1 - i];
        p[PAIRS - 1 - i] = q;
      }
    }
    for (uint32_t i = 0; i < TEXTS; i++) assert_string_equal(before[i], after[i]);
  }
}

static void test_copies_groups__nothing_to_group(void **state)
{
  const mh_copies_origin o[] = {{NULL, NULL, NULL}};
  (void)state;
  assert_int_equal(group(NULL, 0, NULL, 0).n, 0);
  assert_int_equal(group(o, 1, NULL, 0).n, 0);
}

static void test_copies_groups__no_memory_is_told(void **state)
{
  const mh_copies_origin o[] = {{"2021-05-01", "a", NULL}, {"2021-05-01", "b", NULL}};
  const mh_copies_pair p = {0, 1, .9f, .2f, false};
  mh_status s = MH_ENOMEM;
  (void)state;
  for (uint64_t at = 1; s != MH_OK; at++) {
    mh_copies_groups g;
    mh_arena a = {.fail_at = at};
    assert_true(at < 20);
    s = mh_copies_group(&g, &a, o, 2, &p, 1);
    assert_true(s == MH_OK || s == MH_ENOMEM);
    mh_arena_free(&a);
  }
}

/* ---- archives ----------------------------------------------------------------------------- */

/* A text of `words` made-up words; the same for the same seed. */
static char *made(size_t words, unsigned seed)
{
  char *text = malloc(words * 6 + 1), *p = text;
  assert_non_null(text);
  for (size_t i = 0; i < words; i++) {
    seed = seed * 1664525u + 1013904223u;
    for (unsigned k = 0, r = seed >> 8; k < 5; k++, r /= 26) *p++ = (char)('a' + r % 26);
    *p++ = ' ';
  }
  *p = '\0';
  return text;
}

static void add(mh_copies *c, const char *text, int32_t day)
{
  mh_copies_signature s;
  mh_copies_sign(&s, text, strlen(text));
  assert_int_equal(mh_copies_add(c, &s, day), MH_OK);
}

static void test_copies_archive__finds_a_part_among_many(void **state)
{
  mh_copies *c = mh_copies_new();
  size_t n;
  (void)state;
  for (unsigned i = 0; i < 2000; i++) {
    char *text = made(200, i * 2 + 1);
    add(c, text, 0);
    free(text);
  }
  mh_copies_pairs(c, &n);
  assert_int_equal(n, 0);
  char *part = made(200, 1234 * 2 + 1);
  add(c, part + 6 * 60, 1); /* without its first sixty words */
  free(part);
  const mh_copies_pair *p = mh_copies_pairs(c, &n);
  assert_int_equal(n, 1);
  assert_int_equal(p->x, 1234);
  assert_int_equal(p->y, 2000);
  assert_true(p->of_y > 0.9f && p->of_x > 0.6f && p->of_x < 0.8f && !p->same);
  mh_copies_free(c);
}

/* A text that is too short for a stretch comes first, when nothing is held yet. */
static void test_copies_archive__short_texts(void **state)
{
  mh_copies *c = mh_copies_new();
  size_t n;
  (void)state;
  add(c, "", 0);
  add(c, "ab", 0);
  add(c, "ab", 0);
  add(c, "", MH_COPIES_NO_DAY);
  mh_copies_pairs(c, &n);
  assert_int_equal(n, 0);
  mh_copies_free(c);
}

/* What everybody prints is one pair each, however often it comes. */
static void test_copies_archive__the_same_text_a_thousand_times(void **state)
{
  mh_copies *c = mh_copies_new();
  char *text = made(150, 3);
  size_t n;
  (void)state;
  for (int i = 0; i < 1000; i++) add(c, text, 0);
  const mh_copies_pair *p = mh_copies_pairs(c, &n);
  assert_int_equal(n, 999);
  for (size_t i = 0; i < n; i++) assert_true(p[i].x == 0 && p[i].y == i + 1 && p[i].same);
  free(text);
  mh_copies_free(c);
}

/* Almost the same, each with a word of its own: few pairs each, one group. */
static void test_copies_archive__variants_without_end_stay_bounded(void **state)
{
  enum { VARIANTS = 1000 };
  static mh_copies_origin o[VARIANTS];
  mh_copies *c = mh_copies_new();
  char *text = made(150, 3);
  size_t n;
  (void)state;
  for (int i = 0; i < VARIANTS; i++) {
    snprintf(text + 300, 6, "%05d", i);
    text[305] = ' ';
    add(c, text, 0);
  }
  const mh_copies_pair *p = mh_copies_pairs(c, &n);
  assert_true(n <= 64 * VARIANTS);
  const mh_copies_groups g = group(o, VARIANTS, p, n);
  assert_int_equal(g.n_groups, 1);
  assert_int_equal(g.n, VARIANTS);
  free(text);
  mh_copies_free(c);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_copies_groups__the_oldest_is_known),
      cmocka_unit_test(test_copies_groups__hours_and_zones_count),
      cmocka_unit_test(test_copies_groups__kinds),
      cmocka_unit_test(test_copies_groups__a_roundup_does_not_join_two_stories),
      cmocka_unit_test(test_copies_groups__the_order_does_not_matter),
      cmocka_unit_test(test_copies_groups__nothing_to_group),
      cmocka_unit_test(test_copies_groups__no_memory_is_told),
      cmocka_unit_test(test_copies_archive__finds_a_part_among_many),
      cmocka_unit_test(test_copies_archive__short_texts),
      cmocka_unit_test(test_copies_archive__the_same_text_a_thousand_times),
      cmocka_unit_test(test_copies_archive__variants_without_end_stay_bounded),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
