/* A text is cut the same with a vocabulary and without, whether its words are new to it,
 * known, or more than it can hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "src/text/text.h"

static void same_token(const mh_token *x, const mh_token *y)
{
  assert_int_equal(x->at, y->at);
  assert_int_equal(x->len, y->len);
  assert_int_equal(x->kind, y->kind);
  assert_int_equal(x->n, y->n);
  assert_int_equal(x->flags, y->flags);
  assert_true(x->key.lo == y->key.lo && x->key.hi == y->key.hi);
  if (x->kind != MH_TOKEN_WORD) assert_int_equal(x->value, y->value);
}

/* Cut text plainly and, twice, with v: the second time its words are known. */
static void cuts_alike(mh_vocabulary *v, const char *text, uint32_t len)
{
  mh_arena a;
  mh_doc plain, doc;
  mh_arena_init(&a, 0);
  assert_int_equal(mh_text_cut(&plain, &a, text, len, NULL, 0), MH_OK);
  for (int turn = 0; turn < 2; turn++) {
    assert_int_equal(mh_text_cut_with(&doc, &a, text, len, NULL, 0, v), MH_OK);
    assert_int_equal(doc.n_tokens, plain.n_tokens);
    assert_int_equal(doc.n_sentences, plain.n_sentences);
    for (uint32_t i = 0; i < doc.n_tokens; i++)
      same_token(&doc.tokens[i], &plain.tokens[i]);
  }
  mh_arena_free(&a);
}

typedef struct held {
  mh_arena a;
  mh_vocabulary *v;
} held;

static void open(held *h)
{
  mh_arena_init(&h->a, 0);
  h->v = mh_text_vocabulary(&h->a);
  assert_non_null(h->v);
}

static uint32_t put_point(char *to, uint32_t c)
{
  if (c < 0x80) return to[0] = (char)c, 1;
  if (c < 0x800) {
    to[0] = (char)(0xc0 | c >> 6);
    to[1] = (char)(0x80 | (c & 63));
    return 2;
  }
  to[0] = (char)(0xe0 | c >> 12);
  to[1] = (char)(0x80 | (c >> 6 & 63));
  to[2] = (char)(0x80 | (c & 63));
  return 3;
}

/* Every character that can stand beside letters, before, inside and behind a word. */
static void test_text_vocabulary__every_neighbour(void **state)
{
  (void)state;
  held h;
  open(&h);
  for (uint32_t c = 1; c < 0x2100; c++) {
    char text[256];
    const char *word = "كتاب";
    uint32_t n = 0;
    if (c == 0x800) c = 0x2000;
    for (int i = 0; i < 4; i++) {
      n += put_point(text + n, i == 0 ? c : ' ');
      n += (uint32_t)sprintf(text + n, "%s", word);
      if (i == 2) n += put_point(text + n, c);
      if (i >= 1) n += (uint32_t)sprintf(text + n, "%s", word + 4);
      if (i == 3) n += put_point(text + n, c);
    }
    memset(text + n, ' ', 64);
    cuts_alike(h.v, text, n + 64);
    cuts_alike(h.v, text, n);
  }
  mh_arena_free(&h.a);
}

static void test_text_vocabulary__every_length(void **state)
{
  (void)state;
  held h;
  open(&h);
  for (uint32_t letters = 1; letters < 40; letters++) {
    char text[256];
    uint32_t n = 0;
    for (uint32_t i = 0; i < letters; i++) n += put_point(text + n, 0x627 + (i * 7) % 32);
    memset(text + n, ' ', 64);
    cuts_alike(h.v, text, n + 64);
    for (uint32_t cut = 0; cut <= 64; cut += 3) cuts_alike(h.v, text, n + cut);
  }
  mh_arena_free(&h.a);
}

static uint32_t next_random(uint32_t *seed)
{
  *seed = *seed * 1664525u + 1013904223u;
  return *seed >> 8;
}

static void test_text_vocabulary__any_text(void **state)
{
  (void)state;
  static const uint32_t odd[] = {' ', '\n', ' ',   ' ',    ' ',    0x64b, 0x640,  0x60c,
                                 '.', '7',  0x663, 0x200c, 0x200d, 0x6cc, 0x6a9,  0x66a,
                                 'a', 0xab, 0xe9,  0x2026, 0x201c, 0x61f, 0x649,  0x629,
                                 '-', 0xbb, 0x623, 0x625,  0x622,  0x6f4, 0xfb8a, ':'};
  uint32_t seed = 20;
  held h;
  open(&h);
  for (int turn = 0; turn < 600; turn++) {
    char text[2048];
    uint32_t n = 0;
    const uint32_t most = next_random(&seed) % 1900;
    while (n < most) {
      const uint32_t r = next_random(&seed);
      n += put_point(text + n, r % 5 ? 0x621 + r / 5 % 42 : odd[r / 5 % 32]);
    }
    cuts_alike(h.v, text, n);
  }
  mh_arena_free(&h.a);
}

static void test_text_vocabulary__numbers_words_as_they_come(void **state)
{
  (void)state;
  static const char text[] =
      "سلام على دار السلام، وعلى دار السلام سلام وألف سلام عليها دائما";
  static const uint32_t want[] = {1, 2, 3, 4, 0, 5, 3, 4, 1, 6, 1};
  held h;
  mh_doc doc;
  open(&h);
  assert_int_equal(mh_text_cut_with(&doc, &h.a, text, sizeof text - 1, NULL, 0, h.v),
                   MH_OK);
  for (uint32_t i = 0; i < sizeof want / sizeof *want; i++)
    if (want[i] && doc.tokens[i].at + 48 <= sizeof text - 1)
      assert_int_equal(doc.tokens[i].value, want[i]);
  mh_arena_free(&h.a);
}

/* More words than there are numbers: those without are cut as ever. */
static void test_text_vocabulary__full(void **state)
{
  (void)state;
  held h;
  const uint32_t words = MH_VOCABULARY_MOST + MH_VOCABULARY_MOST / 8;
  char *text = malloc(words * 10 + 64);
  uint32_t n = 0;
  open(&h);
  for (uint32_t i = 0; i < words; i++) { /* four letters of 22: 234256 words */
    for (uint32_t k = 0, x = i; k < 4; k++, x /= 22)
      n += put_point(text + n, x % 22 < 12 ? 0x628 + x % 22 : 0x641 - 12 + x % 22);
    text[n++] = i % 9 ? ' ' : '\n';
  }
  memset(text + n, ' ', 64);
  assert_false(mh_vocabulary_full(h.v));
  cuts_alike(h.v, text, n + 64);
  assert_true(mh_vocabulary_full(h.v));
  free(text);
  mh_arena_free(&h.a);
}

static void test_text_vocabulary__no_memory(void **state)
{
  (void)state;
  for (uint64_t k = 1;; k++) {
    mh_arena a;
    mh_arena_init(&a, 0);
    a.fail_at = k;
    const bool made = mh_text_vocabulary(&a) != NULL;
    mh_arena_free(&a);
    if (made) break;
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_text_vocabulary__every_neighbour),
      cmocka_unit_test(test_text_vocabulary__every_length),
      cmocka_unit_test(test_text_vocabulary__any_text),
      cmocka_unit_test(test_text_vocabulary__numbers_words_as_they_come),
      cmocka_unit_test(test_text_vocabulary__full),
      cmocka_unit_test(test_text_vocabulary__no_memory),
  };
  return cmocka_run_group_tests_name("text_vocabulary", tests, NULL, NULL);
}
