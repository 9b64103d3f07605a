/* cases_feeds - runs the cases of a folder that are feeds and sitemaps.
 *
 *   cases_feeds FOLDER [--update]
 *
 * A case is `=== name`, then lines that say how the feed came, none or more of
 *
 *   from: https://news.example/feed.xml     its address
 *   header: windows-1256                    the charset that the server told
 *   in: windows-1256                        the set that its bytes are in (UTF-8)
 *   cut: 40                                 so many bytes are missing at its end
 *
 * the feed, in which \{1f} stands for that code point, `---`, and what is read: a line for the
 * feed, then a line for each entry and its fields below.  `error` and the word for the status
 * when it fails; `page` when mh_feed_is() does not know it.  Prints TAP; --update rewrites what
 * is expected by what came out.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unicode/ucnv.h>

#include "cases.h"
#include "src/streams/streams.h"

typedef struct arrival {
  char from[256], header[32], in[32];
  unsigned long cut;
} arrival;

/* The value of `name: value` at *at, which moves on; false when it stands there not. */
static bool told(char *to, size_t cap, const char *name, piece *text)
{
  const size_t n = strlen(name);
  if (text->len < n || memcmp(text->at, name, n) != 0) return false;
  const char *end = memchr(text->at, '\n', text->len);
  const size_t len = end ? (size_t)(end - text->at) : text->len;
  snprintf(to, cap, "%.*s", (int)(len - n), text->at + n);
  text->at += len + (end != NULL);
  text->len -= len + (end != NULL);
  return true;
}

static arrival read_arrival(piece *text)
{
  arrival a = {0};
  char cut[16];
  for (;;) {
    if (told(cut, sizeof cut, "cut: ", text))
      a.cut = strtoul(cut, NULL, 10);
    else if (!told(a.from, sizeof a.from, "from: ", text) &&
             !told(a.header, sizeof a.header, "header: ", text) &&
             !told(a.in, sizeof a.in, "in: ", text))
      return a;
  }
}

/* \{1f} as the character that it stands for. */
static void unescape(mh_out *o, piece text)
{
  for (size_t i = 0; i < text.len; i++) {
    if (text.len - i < 4 || memcmp(text.at + i, "\\{", 2) != 0) {
      mh_out_char(o, text.at[i]);
      continue;
    }
    char *end;
    const unsigned long c = strtoul(text.at + i + 2, &end, 16);
    if (c < 0x80)
      mh_out_char(o, (char)c);
    else if (c < 0x800)
      mh_out_bytes(o, (char[]){(char)(0xc0 | c >> 6), (char)(0x80 | (c & 63))}, 2);
    else
      mh_out_bytes(o,
                   (char[]){(char)(0xe0 | c >> 12), (char)(0x80 | (c >> 6 & 63)),
                            (char)(0x80 | (c & 63))},
                   3);
    i = (size_t)(end - text.at);
  }
}

static bool encode(mh_out *o, const char *set)
{
  UErrorCode e = U_ZERO_ERROR;
  const size_t cap = o->len * 4 + 16;
  char *bytes = malloc(cap);
  const int32_t n = bytes ? ucnv_convert(set, "UTF-8", bytes, (int32_t)cap, o->at,
                                         (int32_t)o->len, &e)
                          : 0;
  mh_out_clear(o);
  mh_out_bytes(o, bytes, (size_t)n);
  free(bytes);
  return U_SUCCESS(e);
}

static void put(mh_out *o, const char *indent, const char *name, const char *value)
{
  if (value) mh_out_fmt(o, "%s%s: %s\n", indent, name, value);
}

static void put_feed(mh_out *o, const mh_feed *f)
{
  mh_out_fmt(o, "%s, %u%s\n", f->kind, f->n, f->broken ? ", broken" : "");
  put(o, "", "title", f->title);
  put(o, "", "url", f->url);
  put(o, "", "language", f->language);
  for (uint32_t i = 0; i < f->n; i++) {
    const mh_feed_entry *e = &f->entries[i];
    mh_out_fmt(o, "- %s\n", e->url ? e->url : "(no address)");
    if (e->id && (!e->url || strcmp(e->id, e->url) != 0)) put(o, "  ", "id", e->id);
    put(o, "  ", "title", e->title);
    put(o, "  ", "author", e->author);
    put(o, "  ", "outlet", e->outlet);
    put(o, "  ", "published", e->published);
    put(o, "  ", "updated", e->updated);
    put(o, "  ", "language", e->language);
    put(o, "  ", e->whole ? "article" : "summary", e->html);
  }
}

static mh_status find(mh_out *out, const one_case *c, mh_error *err)
{
  piece text = c->text;
  const arrival how = read_arrival(&text);
  mh_out feed = {0};
  mh_arena a;
  mh_arena_init(&a, 64u << 20);
  unescape(&feed, text);
  const bool ok = !how.in[0] || encode(&feed, how.in);
  const size_t len = feed.len > how.cut ? feed.len - how.cut : 0;
  const mh_source from = {.url = how.from[0] ? how.from : NULL,
                          .charset = how.header[0] ? how.header : NULL};
  mh_feed f;
  if (!mh_feed_is(feed.at, len < 4096 ? len : 4096)) mh_out_text(out, "page\n");
  const mh_status s = mh_feed_read(&f, &a, feed.at, len, &from, err);
  if (s == MH_OK)
    put_feed(out, &f);
  else
    mh_out_fmt(out, "error: %s\n", mh_status_text(s));
  mh_arena_free(&a);
  mh_out_free(&feed);
  return ok ? MH_OK : MH_EFORMAT;
}

int main(int argc, char **argv)
{
  return cases_main(argc, argv, find);
}
