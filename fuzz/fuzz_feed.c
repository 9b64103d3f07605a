/* fuzz_feed - any bytes through the door for feeds, and a page's links to them.
 *
 * The first byte says how little memory there is, the second what the server told.  What comes
 * out must keep the promises of streams.h: well-formed text, days as ISO 8601 has them.
 */
#include <stdlib.h>

#include "src/streams/streams.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool held)
{
  if (!held) abort();
}

static void check_text(const char *text)
{
  must(!text || mh_utf8_check(text, strlen(text), NULL));
}

static void check_day(const char *day)
{
  mh_day d;
  must(!day || (mh_day_parse(&d, day, strlen(day)) && strlen(day) <= 25));
}

static void check(const mh_feed *f)
{
  must(f->kind && f->n > 0 && f->entries);
  check_text(f->title);
  check_text(f->url);
  check_text(f->language);
  for (uint32_t i = 0; i < f->n; i++) {
    const mh_feed_entry *e = &f->entries[i];
    must(e->url || e->id || e->title || e->html);
    must(!e->whole || e->html);
    check_text(e->url);
    check_text(e->id);
    check_text(e->title);
    check_text(e->author);
    check_text(e->outlet);
    check_text(e->language);
    check_text(e->html);
    check_day(e->published);
    check_day(e->updated);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const char *const told[] = {NULL, "utf-8", "windows-1256", "utf-16", "x"};
  if (size < 2) return 0;
  mh_arena a = {.budget = 64u << 20, .fail_at = data[0] < 64 ? data[0] : 0};
  const char *bytes = (const char *)data + 2;
  const mh_source from = {.url = data[1] & 128 ? "http://a.example/b/" : NULL,
                          .charset = told[data[1] % 5]};
  mh_feed f;
  mh_error err;
  mh_feed_is(bytes, size - 2);
  if (mh_feed_read(&f, &a, bytes, size - 2, &from, &err) == MH_OK)
    check(&f);
  else
    must(err.code != MH_OK && err.text[0] && f.n == 0);
  mh_html_doc d;
  const mh_feed_link *l;
  uint32_t n;
  if (mh_utf8_check(bytes, size - 2, NULL) &&
      mh_html_parse(&d, &a, bytes, size - 2) == MH_OK &&
      mh_feed_links(&l, &n, &a, &d, from.url) == MH_OK)
    for (uint32_t i = 0; i < n; i++) check_text(l[i].url);
  mh_arena_free(&a);
  return 0;
}
