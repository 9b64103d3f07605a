/* Pages that browsers save as one file: which part is the page, how it is written, what is
 * told of it; and files that nobody saved. */
#include "archive.h"

#define HEAD                                                                     \
  "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/1\r\n" \
  "Subject: =?utf-8?Q?x?=\r\nDate: Sun, 2 Feb 2031 10:11:12 +0300\r\n"           \
  "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n"
#define BOUND "\tboundary=\"--b;1--\"\r\n\r\n\r\n"
#define PART(type, more, body) \
  "----b;1--\r\nContent-Type: " type "\r\n" more "\r\n" body "\r\n"
#define END "----b;1----\r\n"
#define QP  "Content-Transfer-Encoding: quoted-printable\r\n"

typedef struct wanted {
  mh_status status;
  const char *bytes, *url, *charset, *retrieved;
  bool whole;
} wanted;

static void same(const char *x, const char *y)
{
  assert_int_equal(x == NULL, y == NULL);
  if (x) assert_string_equal(x, y);
}

static void expect_page(const char *file, size_t len, wanted want)
{
  mh_arena a = {0};
  mh_mhtml m;
  mh_error err = {0};
  assert_int_equal(mh_mhtml_read(&m, &a, file, len, &err), want.status);
  if (want.status != MH_OK) {
    assert_true(err.text[0] && !m.bytes);
  } else {
    assert_int_equal(m.len, strlen(want.bytes));
    assert_memory_equal(m.bytes, want.bytes, m.len);
    assert_int_equal(m.whole, want.whole);
  }
  same(m.url, want.url);
  same(m.charset, want.charset);
  same(m.retrieved, want.retrieved);
  mh_arena_free(&a);
}

#define EXPECT_PAGE(file, ...) expect_page(file, strlen(file), (wanted){__VA_ARGS__})

#define SAVED "2031-02-02T10:11:12+03:00"

static void the_page_and_what_is_told(void **state)
{
  (void)state;
  EXPECT_PAGE(HEAD BOUND PART("text/html", QP "Content-Location: https://a.example/2\r\n",
                              "<p>=D9=86=\r\n=D8=B9=3D =\t\r\n=zz</p>")
                  PART("image/png", "", "<html>") END,
              MH_OK, "<p>نع= =zz</p>", "https://a.example/2", NULL, SAVED, true);
  EXPECT_PAGE(HEAD BOUND PART("TEXT/HTML; charset=\"Windows-1256\"",
                              "Content-Transfer-Encoding: base64\r\n",
                              "PHA+\r\neDwv cD4=") END,
              MH_OK, "<p>x</p>", "https://a.example/1", "windows-1256", SAVED, true);
}

static void line_ends_of_unix(void **state)
{
  (void)state;
  EXPECT_PAGE(
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\nfor humans\n"
      "--x\nContent-Type: text/html\n\n<p>a</p>\n\n--x--\n<p>b</p>\n",
      MH_OK, "<p>a</p>\n", NULL, NULL, NULL, true);
  EXPECT_PAGE("MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"
              "Content-Location: file:///c:/a.htm\n" QP "\n<p>=41</p>",
              MH_OK, "<p>A</p>", NULL, "utf-8", NULL, false);
}

static void which_part_is_the_page(void **state)
{
  (void)state;
  const char frame[] = HEAD
      "\tstart=\"<2@b>\";\r\n" BOUND PART("text/html", "Content-ID: <1@b>\r\n", "frame")
          PART("text/html", "Content-ID: <2@b>\r\n", "page") END;
  EXPECT_PAGE(frame, MH_OK, "page", "https://a.example/1", NULL, SAVED, true);
  /* As long as the one that is called the page may still come, nothing is whole. */
  expect_page(frame, (size_t)(strstr(frame, "Content-ID: <2@b>") - frame),
              (wanted){MH_OK, "frame", "https://a.example/1", NULL, SAVED, false});
  EXPECT_PAGE(HEAD "\tstart=\"<3@b>\";\r\n" BOUND PART("text/css", "", "p {}")
                  PART("application/xhtml+xml", "", "page") PART("text/html", "", "frame")
                      END,
              MH_OK, "page", "https://a.example/1", NULL, SAVED, false);
}

static void parts_within_parts(void **state)
{
  (void)state;
  EXPECT_PAGE("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=o\r\n\r\n"
              "--o\r\nContent-Type: multipart/alternative; boundary=i\r\n\r\n"
              "--i\r\nContent-Type: text/plain\r\n\r\ntext\r\n"
              "--i\r\nContent-Type: text/html\r\n\r\n<p>page</p>\r\n--i--\r\n--o--\r\n",
              MH_OK, "<p>page</p>", NULL, NULL, NULL, true);
  mh_out o = {0};
  mh_out_text(&o, "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=d0\n\n");
  for (int i = 1; i < 9; i++)
    mh_out_fmt(&o, "--d%d\nContent-Type: multipart/related; boundary=d%d\n\n", i - 1, i);
  mh_out_text(&o, "--d8\nContent-Type: text/html\n\ndeep\n--d8--\n");
  expect_page(o.at, o.len, (wanted){.status = MH_EFORMAT});
  mh_out_free(&o);
}

static void what_ends_early(void **state)
{
  (void)state;
  const char file[] = HEAD BOUND PART("text/html", QP, "<p>one</p>=") END;
  const char *end = strstr(file, "=\r\n----b;1----");
  for (const char *at = strstr(file, "<p>"); at < end; at++) {
    char left[16] = "";
    memcpy(left, strstr(file, "<p>"), (size_t)(at - strstr(file, "<p>")));
    expect_page(file, (size_t)(at - file),
                (wanted){MH_OK, left, "https://a.example/1", NULL, SAVED, false});
  }
  for (const char *at = file; at < strstr(file, "\r\n<p>"); at++)
    expect_page(file, (size_t)(at - file), (wanted){.status = MH_EFORMAT});
}

static void no_page(void **state)
{
  (void)state;
  EXPECT_PAGE("", .status = MH_EFORMAT);
  EXPECT_PAGE(HEAD BOUND END, .status = MH_EFORMAT);
  EXPECT_PAGE(HEAD "\r\n" PART("text/html", "", "no boundary told"),
              .status = MH_EFORMAT);
  EXPECT_PAGE(HEAD BOUND PART("text/plain", "", "text") END, .status = MH_EFORMAT);
  EXPECT_PAGE(
      HEAD BOUND PART("text/html", "Content-Transfer-Encoding: x-uuencode\r\n", "x") END,
      .status = MH_EFORMAT);
}

static void little_memory(void **state)
{
  (void)state;
  const char file[] = HEAD BOUND PART("text/html; charset=utf-8", QP, "<p>one</p>") END;
  for (uint32_t i = 1; i < 8; i++) {
    mh_arena a = {.fail_at = i};
    mh_mhtml m;
    mh_error err = {0};
    const mh_status s = mh_mhtml_read(&m, &a, file, sizeof file - 1, &err);
    assert_true(s == MH_OK || (s == MH_ENOMEM && !m.bytes));
    mh_arena_free(&a);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(the_page_and_what_is_told),
                                     cmocka_unit_test(line_ends_of_unix),
                                     cmocka_unit_test(which_part_is_the_page),
                                     cmocka_unit_test(parts_within_parts),
                                     cmocka_unit_test(what_ends_early),
                                     cmocka_unit_test(no_page),
                                     cmocka_unit_test(little_memory)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
