/* Gzip as a flow: members, padding, damage, bombs. */
#include "archive.h"

/* All that a flow gives, and how it ended. */
static mh_status unpack_all(mh_out *to, const mh_out *packed, size_t piece, size_t cap,
                            uint64_t *at)
{
  memory m = {.at = packed->at, .len = packed->len, .piece = piece};
  mh_gunzip *g;
  mh_error err;
  const mh_status s = mh_gunzip_open(&g, (mh_flow){&m, memory_read, NULL}, &err);
  if (s != MH_OK) return s;
  const mh_flow f = mh_gunzip_flow(g);
  char *some = malloc(cap);
  ptrdiff_t got;
  while ((got = f.read(f.user, some, cap)) > 0) mh_out_bytes(to, some, (size_t)got);
  const mh_error e = *mh_gunzip_error(g);
  assert_true((got < 0) == (e.code != MH_OK));
  assert_int_equal(f.read(f.user, some, cap), got);
  *at = e.at;
  free(some);
  mh_gunzip_free(g);
  return e.code;
}

static void expect_unpacked(const mh_out *packed, const char *text, mh_status status,
                            uint64_t at)
{
  static const size_t pieces[] = {SIZE_MAX, 1, 9};
  static const size_t caps[] = {1, 5, 4096};
  for (int i = 0; i < 3; i++) {
    for (int k = 0; k < 3; k++) {
      mh_out o = {0};
      uint64_t where = 0;
      assert_int_equal(unpack_all(&o, packed, pieces[i], caps[k], &where), status);
      assert_int_equal(where, at);
      assert_string_equal(o.len ? o.at : "", text);
      mh_out_free(&o);
    }
  }
}

static void members_and_padding(void **state)
{
  (void)state;
  mh_out o = {0};
  pack(&o, "one ", 4, 31);
  expect_unpacked(&o, "one ", MH_OK, 0);
  pack(&o, "", 0, 31);
  pack(&o, "two", 3, 31);
  expect_unpacked(&o, "one two", MH_OK, 0);
  const size_t end = o.len;
  for (int i = 0; i < 600; i++) mh_out_char(&o, '\0');
  expect_unpacked(&o, "one two", MH_OK, 0);
  o.len = end;
  mh_out_text(&o, "noise");
  expect_unpacked(&o, "one two", MH_EFORMAT, end);
  mh_out_free(&o);
}

static void damage(void **state)
{
  (void)state;
  mh_out o = {0};
  pack(&o, "one", 3, 31);
  const size_t second = o.len;
  pack(&o, "two", 3, 31);
  for (size_t len = second + 10; len < o.len; len++) {
    const mh_out cut = {.at = o.at, .len = len};
    uint64_t at;
    mh_out to = {0};
    assert_int_equal(unpack_all(&to, &cut, 4, 7, &at), MH_EFORMAT);
    assert_int_equal(at, second);
    assert_memory_equal(to.at, "one", 3);
    mh_out_free(&to);
  }
  o.at[o.len - 1] ^= 1;
  expect_unpacked(&o, "onetwo", MH_EFORMAT, second);
  mh_out_free(&o);
}

static void no_gzip(void **state)
{
  (void)state;
  mh_out o = {0}, to = {0};
  uint64_t at;
  mh_out_text(&o, "");
  assert_int_equal(unpack_all(&to, &o, 4, 7, &at), MH_EEMPTY);
  mh_out_text(&o, "\x1f\x8b\x07 not deflate");
  assert_int_equal(unpack_all(&to, &o, 4, 7, &at), MH_EFORMAT);
  mh_out_free(&o);
}

/* One bomb, and one that is cut into members so that each of them is harmless. */
static void bombs(void **state)
{
  (void)state;
  char *zeros = calloc(1, 100u << 20);
  mh_out o = {0}, to = {0}, many = {0};
  uint64_t at;
  pack(&o, zeros, 100u << 20, 31);
  assert_int_equal(unpack_all(&to, &o, 4096, 65536, &at), MH_ELIMIT);
  assert_true(to.len < 64u << 20);
  mh_out_clear(&to);
  for (int i = 0; i < 100; i++) pack(&many, zeros, 1u << 20, 31);
  const mh_status s = unpack_all(&to, &many, 4096, 65536, &at);
  assert_true(s == MH_ELIMIT || to.len == 100u << 20);
  assert_true(to.len <= (1u << 20) + (size_t)MH_STREAMS_RATIO * many.len);
  mh_out_free(&o);
  mh_out_free(&to);
  mh_out_free(&many);
  free(zeros);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(members_and_padding),
      cmocka_unit_test(damage),
      cmocka_unit_test(no_gzip),
      cmocka_unit_test(bombs),
  };
  return cmocka_run_group_tests_name("streams_gunzip", tests, NULL, NULL);
}
