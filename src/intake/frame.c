/* frame - how an article goes through the pipe: numbers, headings and strings in one piece,
 * and how it is believed on the other side, which is not at all.
 *
 * A frame is a head, the headings, then each string with its length before it and a NUL behind
 * it, filled up to a multiple of eight bytes.  Both ends are one program on one machine: no
 * byte order is agreed.  Whoever reads a frame must take it to be written by an enemy.
 */
#include <stddef.h>

#include "../base/lanes.h"
#include "../base/report.h"
#include "inside.h"

enum { MAGIC = 0x6d68666d, NONE = UINT32_MAX };

typedef struct head {
  uint32_t magic, len; /* of the whole frame, its filling included */
  uint32_t kind, format, code, resumable, has_article, n_headings;
  uint64_t line, offset, consumed, err_at, err_line;
  mh_intake_counts counts;
} head;

/* The strings of an article that are ended by their NUL, in the order of a frame. */
static const size_t article_strings[] = {
#define X(name) offsetof(mh_article, name),
    MH_ARTICLE_STRINGS(X)
#undef X
};
static const size_t item_strings[] = {
    offsetof(mh_intake_item, inside), offsetof(mh_intake_item, url),
    offsetof(mh_intake_item, charset), offsetof(mh_intake_item, retrieved)};

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const char **string_at(void *of, size_t offset)
{
  return (const char **)(void *)((char *)of + offset);
}

/* ---- writing -------------------------------------------------------------------------- */

static void put_bytes(mh_out *o, const char *bytes, size_t len)
{
  const uint32_t n = bytes ? (uint32_t)len : NONE;
  mh_out_bytes(o, (const char *)&n, sizeof n);
  if (bytes) mh_out_bytes(o, bytes, len), mh_out_char(o, '\0');
}

static void put_strings(mh_out *o, const void *of, const size_t *fields, size_t n)
{
  for (size_t i = 0; i < n; i++) {
    const char *s = *string_at((void *)(uintptr_t)of, fields[i]);
    put_bytes(o, s, s ? strlen(s) : 0);
  }
}

void mh_intake__put(mh_out *o, mh_intake__kind kind, const mh_intake_item *item,
                    const mh_article *x, const mh_intake_counts *counts)
{
  const size_t began = o->len;
  head h = {.magic = MAGIC,
            .kind = kind,
            .format = item->format,
            .code = item->err.code,
            .resumable = item->resumable,
            .has_article = x != NULL,
            .n_headings = x ? x->n_headings : 0,
            .line = item->line,
            .offset = item->offset,
            .consumed = item->consumed,
            .err_at = item->err.at,
            .err_line = item->err.line,
            .counts = *counts};
  mh_out_bytes(o, (const char *)&h, sizeof h);
  if (x) {
    mh_out_bytes(o, (const char *)x->headings, x->n_headings * sizeof *x->headings);
    put_strings(o, x, article_strings, COUNT(article_strings));
    put_bytes(o, x->text, x->len);
  }
  put_strings(o, item, item_strings, COUNT(item_strings));
  put_bytes(o, item->err.text, strlen(item->err.text));
  put_bytes(o, item->bytes, item->len);
  while ((o->len - began) % 8) mh_out_char(o, '\0');
  if (o->status != MH_OK) return;
  const uint32_t len = (uint32_t)(o->len - began);
  memcpy(o->at + began + offsetof(head, len), &len, sizeof len);
}

/* ---- reading --------------------------------------------------------------------------- */

uint64_t mh_intake__frame_len(const char *bytes, size_t len)
{
  head h;
  if (len < sizeof h) return 0;
  memcpy(&h, bytes, sizeof h);
  const bool sound = h.magic == MAGIC && h.len >= sizeof h && h.len % 8 == 0 &&
                     h.len <= MH_INTAKE__FRAME_MAX;
  return sound ? h.len : UINT64_MAX;
}

typedef struct cursor {
  const char *at, *end;
  bool own; /* this process wrote it, of what it had looked through */
} cursor;

static bool get_bytes(const char **out, uint32_t *len, cursor *c)
{
  *out = NULL;
  *len = 0;
  uint32_t n;
  if ((size_t)(c->end - c->at) < sizeof n) return false;
  memcpy(&n, c->at, sizeof n);
  c->at += sizeof n;
  if (n == NONE) return true;
  if ((size_t)(c->end - c->at) <= n || c->at[n] != '\0') return false;
  *out = c->at;
  *len = n;
  c->at += (size_t)n + 1;
  return true;
}

/* Which of the sixteen bytes at p are control characters, and no tab or line end? */
static inline mh_lanes controls(const unsigned char *p)
{
  const mh_lanes v = mh_lanes_at(p);
  return mh_lanes_in(v, 0, ' ' - 1) & ~mh_lanes_in(v, '\t', '\n');
}

/* Text without control characters but the tab and the line end that `lines` allows. */
static bool is_text(const char *s, uint32_t len, bool lines)
{
  if (!mh_utf8_check(s, len, NULL)) return false;
  if (!lines && memchr(s, '\n', len)) return false;
  const unsigned char *p = (const unsigned char *)s;
  size_t i = mh_lanes_run(p, len, controls);
  while (len - i >= MH_LANES && !mh_lanes_any(controls(p + i))) i += MH_LANES;
  for (; i < len; i++)
    if (p[i] < ' ' && p[i] != '\n' && p[i] != '\t') return false;
  return true;
}

static bool get_strings(void *of, const size_t *fields, size_t n, cursor *c)
{
  uint32_t len;
  for (size_t i = 0; i < n; i++) {
    const char **s = string_at(of, fields[i]);
    if (!get_bytes(s, &len, c)) return false;
    if (*s && !c->own && !is_text(*s, len, false)) return false;
  }
  return true;
}

/* What page.h promises of headings: whole lines of the text. */
static bool are_lines(const mh_article *x)
{
  for (uint32_t i = 0; i < x->n_headings; i++) {
    const mh_span h = x->headings[i];
    if (h.at > x->len || h.len > x->len - h.at || h.len == 0) return false;
    if (h.at && x->text[h.at - 1] != '\n') return false;
    if (h.at + h.len < x->len && x->text[h.at + h.len] != '\n') return false;
    if (i && h.at < x->headings[i - 1].at + x->headings[i - 1].len) return false;
  }
  return true;
}

/* And of the text: lines that hold something.  It is known to have no NUL inside. */
static bool no_line_is_empty(const char *text, uint32_t len)
{
  return text[0] != '\n' && text[len - 1] != '\n' && !strstr(text, "\n\n");
}

static bool get_article(mh_article *x, uint32_t n_headings, cursor *c)
{
  if (n_headings > (size_t)(c->end - c->at) / sizeof *x->headings) return false;
  x->headings = (const mh_span *)(const void *)c->at;
  x->n_headings = n_headings;
  c->at += n_headings * sizeof *x->headings;
  if (!get_strings(x, article_strings, COUNT(article_strings), c)) return false;
  if (!get_bytes(&x->text, &x->len, c) || !x->text) return false;
  if (c->own) return true;
  return x->len && is_text(x->text, x->len, true) && no_line_is_empty(x->text, x->len) &&
         are_lines(x);
}

static bool get_item(mh_intake_item *item, const head *h, cursor *c)
{
  const char *why;
  uint32_t why_len, len;
  if (h->code > MH_EUSAGE || h->format > MH_FORMAT_PACKED) return false;
  item->format = (mh_format)h->format;
  item->line = h->line;
  item->offset = h->offset;
  item->resumable = h->resumable != 0;
  item->consumed = h->consumed;
  if (!get_strings(item, item_strings, COUNT(item_strings), c)) return false;
  if (!get_bytes(&why, &why_len, c) || !why) return false;
  if (!c->own && !is_text(why, why_len, false)) return false;
  if (!get_bytes(&item->bytes, &len, c)) return false;
  item->len = len;
  if (h->code) mh_fail(&item->err, (mh_status)h->code, h->err_at, "%s", why);
  item->err.line = h->err_line;
  return true;
}

static bool get(mh_intake__frame *out, const char *bytes, size_t len, bool own)
{
  head h;
  *out = (mh_intake__frame){0};
  if (len < sizeof h || mh_intake__frame_len(bytes, len) != len) return false;
  memcpy(&h, bytes, sizeof h);
  cursor c = {bytes + sizeof h, bytes + len, own};
  if (h.kind < MH_INTAKE__ITEM || h.kind > MH_INTAKE__END) return false;
  out->kind = (mh_intake__kind)h.kind;
  out->counts = h.counts;
  if (h.has_article && !get_article(&out->article, h.n_headings, &c)) return false;
  if (!get_item(&out->item, &h, &c)) return false;
  if (h.kind == MH_INTAKE__ITEM && !h.code != !!h.has_article) return false;
  if (h.has_article) out->item.article = &out->article;
  return true;
}

bool mh_intake__get(mh_intake__frame *out, const char *bytes, size_t len)
{
  return get(out, bytes, len, false);
}

/* ---- for the desk's own use ----------------------------------------------------------- */

void mh_intake_pack(mh_out *o, const mh_intake_item *item)
{
  static const mh_intake_counts none;
  while (o->len % 8) mh_out_char(o, '\0');
  mh_intake__put(o, MH_INTAKE__ITEM, item, item->article, &none);
}

bool mh_intake_unpack(mh_intake_item *out, mh_article *article, const char *bytes,
                      size_t len)
{
  mh_intake__frame f;
  if (!get(&f, bytes, len, true)) return false;
  *article = f.article;
  *out = f.item;
  if (out->article) out->article = article;
  return true;
}
