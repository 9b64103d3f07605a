/* parse - from the bytes of a page to tags, texts and what is none of both.
 *
 * The tokenizer of the HTML standard, 13.2.5, written as one pass from '<' to '<'.  What is
 * between is never looked at byte by byte: texts, quoted values, comments and scripts are
 * stepped over as memchr does.  Which element a tag opens or closes: tree.c.
 */
#include "marks.h"
#include "tree.h"

#include "html_tables.h"

typedef struct reader {
  const char *p;
  size_t len;
  mh_html__tree tree;
} reader;

/* The next `byte` from i on, or the end of the page. */
static inline size_t find(const reader *r, size_t i, char byte)
{
  if (i >= r->len) return r->len;
  const char *at = memchr(r->p + i, byte, r->len - i);
  return at ? (size_t)(at - r->p) : r->len;
}

/* ---- names ----------------------------------------------------------------------- */

static bool same_name(const char *name, const char *small, size_t len)
{
  for (size_t i = 0; i < len; i++)
    if (mh_html__lower(name[i]) != small[i]) return false;
  return true;
}

static mh_html_tag tag_of(const char *name, size_t len)
{
  const uint64_t key = mh_html__key(name, len);
  for (uint32_t i = mh_html__slot(key); tag_slot[i].tag; i = (i + 1) % MH_HTML__SLOTS)
    if (tag_slot[i].key == key && tag_slot[i].len == len &&
        (len <= 8 || same_name(name, mh_html_tag_name(tag_slot[i].tag), len)))
      return tag_slot[i].tag;
  return MH_HTML_OTHER;
}

static uint32_t hash_name(const char *name, size_t len)
{
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < len; i++)
    h = (h ^ (unsigned char)mh_html__lower(name[i])) * 16777619u;
  return h;
}

/* ---- tags ------------------------------------------------------------------------ */

/* What an attribute of this name is noted as; 0 nothing. */
static uint16_t has_of(const char *name, uint32_t len)
{
  const char first = (char)(name[0] | 0x20);
  switch (len) {
  case 3: return same_name(name, "rel", 3) ? MH_HTML_HAS_REL : 0;
  case 4:
    if (first == 'h') return same_name(name, "href", 4) ? MH_HTML_HAS_HREF : 0;
    return same_name(name, "role", 4) ? MH_HTML_HAS_ROLE : 0;
  case 5: return same_name(name, "style", 5) ? MH_HTML_HAS_STYLE : 0;
  case 6:
    if (first == 'h') return same_name(name, "hidden", 6) ? MH_HTML_HAS_HIDDEN : 0;
    break;
  case 8:
    if (first == 'i') return same_name(name, "itemprop", 8) ? MH_HTML_HAS_ITEMPROP : 0;
    if (first == 'p') return same_name(name, "property", 8) ? MH_HTML_HAS_PROPERTY : 0;
    break;
  default: break;
  }
  if (len < 6 || name[4] != '-') return 0;
  if (first == 'd') return same_name(name, "data", 4) ? MH_HTML_HAS_DATA : 0;
  return first == 'a' && same_name(name, "aria", 4) ? MH_HTML_HAS_ARIA : 0;
}

static void note(mh_html__tag *tag, const mh_html__mark *m, const char *p)
{
  const char *name = p + m->name.at;
  if (m->name.len == 5 && same_name(name, "class", 5)) {
    if (!tag->class.len) tag->class = m->value;
  } else if (m->name.len == 2) {
    if (same_name(name, "id", 2) && !tag->id.len) tag->id = m->value;
  } else {
    tag->has |= has_of(name, m->name.len);
  }
}

/* The tag whose name begins at i; gives the byte behind its '>', 0 when the page ends
 * before. */
static size_t read_tag(mh_html__tag *tag, const reader *r, size_t i)
{
  const char *p = r->p;
  const size_t name = i;
  while (i < r->len && p[i] != '>' && p[i] != '/' &&
         !mh_html__is_space((unsigned char)p[i]))
    i++;
  const size_t name_len = i - name;
  *tag = (mh_html__tag){.tag = tag_of(p + name, name_len), .at = (uint32_t)i};
  if (tag->tag == MH_HTML_OTHER) tag->hash = hash_name(p + name, name_len);
  mh_html__mark m;
  size_t before = i;
  mh_html__found found;
  while ((found = mh_html__next(&m, p, &i, r->len)) == MH_HTML__MARK) {
    note(tag, &m, p);
    before = i;
  }
  if (found == MH_HTML__CUT) return 0;
  tag->len = (uint32_t)(i - tag->at);
  tag->closed = i > before && p[i - 1] == '/';
  return i + 1;
}

/* ---- what is no markup ------------------------------------------------------------- */

/* Behind the comment whose "<!--" ends at i. */
static size_t skip_comment(const reader *r, size_t i)
{
  const char *p = r->p;
  const size_t begin = i;
  for (i = find(r, i, '>'); i < r->len; i = find(r, i + 1, '>')) {
    /* The dashes that open it may close it: <!-->, <!--->. */
    if (p[i - 1] == '-' && p[i - 2] == '-') return i + 1;
    if (i >= begin + 3 && p[i - 1] == '!' && p[i - 2] == '-' && p[i - 3] == '-')
      return i + 1;
  }
  return r->len;
}

/* Does the end tag of `name`, in small letters, begin at i? */
static bool ends_raw(const reader *r, size_t i, const char *name, size_t len)
{
  if (r->len - i < len + 3 || r->p[i + 1] != '/') return false;
  const char after = r->p[i + 2 + len];
  return same_name(r->p + i + 2, name, len) &&
         (after == '>' || after == '/' || mh_html__is_space((unsigned char)after));
}

static size_t skip_raw(const reader *r, size_t i, mh_html_tag tag)
{
  const char *name = mh_html_tag_name(tag);
  const size_t len = strlen(name);
  for (i = find(r, i, '<'); i < r->len; i = find(r, i + 1, '<'))
    if (ends_raw(r, i, name, len)) return i;
  return r->len;
}

/* Does "<script" begin at i? */
static bool begins_script(const reader *r, size_t i)
{
  if (r->len - i < 8) return false;
  const char after = r->p[i + 7];
  return same_name(r->p + i + 1, "script", 6) &&
         (after == '>' || after == '/' || mh_html__is_space((unsigned char)after));
}

/* A comment in a script: the end of the script, or behind the end of the comment with *inside
 * false.  A script that begins within the comment hides one end. */
static size_t skip_script_comment(const reader *r, size_t i, bool *inside)
{
  bool hidden = false;
  const char *p = r->p;
  for (; i < r->len; i++) {
    if (p[i] == '>' && p[i - 1] == '-' && p[i - 2] == '-') {
      *inside = false;
      return i + 1;
    }
    if (p[i] != '<') continue;
    if (hidden) {
      hidden = !ends_raw(r, i, "script", 6);
    } else {
      if (ends_raw(r, i, "script", 6)) return i;
      hidden = begins_script(r, i);
    }
  }
  return r->len;
}

/* Where the script whose text begins at i ends. */
static size_t skip_script(const reader *r, size_t i)
{
  for (i = find(r, i, '<'); i < r->len; i = find(r, i, '<')) {
    if (ends_raw(r, i, "script", 6)) return i;
    bool inside = r->len - i >= 4 && memcmp(r->p + i, "<!--", 4) == 0;
    if (!inside) {
      i++;
      continue;
    }
    i = skip_script_comment(r, i + 4, &inside);
    if (inside) return i;
  }
  return r->len;
}

/* ---- the page ---------------------------------------------------------------------- */

static void text(reader *r, size_t from, size_t to)
{
  if (to > from) mh_html__text(&r->tree, (uint32_t)from, (uint32_t)(to - from));
}

/* From behind a start tag at i to where markup goes on. */
static size_t start(reader *r, const mh_html__tag *tag, size_t i)
{
  size_t end;
  switch (mh_html__start(&r->tree, tag)) {
  case MH_HTML__RAW: end = skip_raw(r, i, tag->tag); break;
  case MH_HTML__SCRIPT: end = skip_script(r, i); break;
  case MH_HTML__REST: end = r->len; break;
  default:
    /* The first end of line in preformatted text is none of it. */
    if (tag->tag == MH_HTML_PRE || tag->tag == MH_HTML_LISTING)
      i += i < r->len && r->p[i] == '\n';
    return i;
  }
  if (tag->tag == MH_HTML_TEXTAREA) i += i < end && r->p[i] == '\n';
  /* One that lies too deep is not open: its text would be another's. */
  if (!r->tree.deeper) text(r, i, end);
  return end;
}

/* Markup that begins with "<!" or "<?" at i. */
static size_t declaration(reader *r, size_t i)
{
  const char *p = r->p;
  if (r->len - i >= 4 && memcmp(p + i, "<!--", 4) == 0) return skip_comment(r, i + 4);
  if (mh_html__foreign(&r->tree) && r->len - i >= 9 &&
      memcmp(p + i, "<![CDATA[", 9) == 0) {
    size_t end = find(r, i + 9, '>');
    while (end < r->len && (p[end - 1] != ']' || p[end - 2] != ']'))
      end = find(r, end + 1, '>');
    const size_t closed = end < r->len && end - 2 > i + 9 ? end - 2 : end;
    text(r, i + 9, end < r->len && end - 2 <= i + 9 ? i + 9 : closed);
    return end < r->len ? end + 1 : end;
  }
  const size_t end = find(r, i, '>');
  return end < r->len ? end + 1 : end;
}

/* The markup at i ('<'), if it is any: gives the byte behind it, else i. */
static size_t markup(reader *r, size_t i, size_t from)
{
  const char *p = r->p;
  mh_html__tag tag;
  if (r->len - i < 2) return i;
  const unsigned char c = (unsigned char)p[i + 1];
  const bool end = c == '/';
  if (end ? r->len - i < 3 : !mh_html__is_letter(c) && c != '!' && c != '?') return i;
  text(r, from, i);
  if (!end && !mh_html__is_letter(c)) return declaration(r, i);
  if (end && p[i + 2] == '>') return i + 3;
  if (end && !mh_html__is_letter((unsigned char)p[i + 2])) {
    const size_t close = find(r, i, '>');
    return close < r->len ? close + 1 : close;
  }
  const size_t behind = read_tag(&tag, r, i + 1 + end);
  if (!behind) return r->len;
  if (!end) return start(r, &tag, behind);
  mh_html__end(&r->tree, &tag);
  return behind;
}

mh_status mh_html_parse(mh_html_doc *out, mh_arena *a, const char *page, size_t len)
{
  reader r = {.p = page, .len = len};
  mh_html__tree *t = &r.tree;
  *out = (mh_html_doc){.page = page, .len = len};
  if (len > UINT32_MAX - 1) return MH_ELIMIT;
  MH_TRY(mh_html__begin(t, a, page, len));
  size_t from = 0;
  for (size_t i = find(&r, 0, '<'); i < len && t->status == MH_OK; i = find(&r, i, '<')) {
    const size_t behind = markup(&r, i, from);
    if (behind == i)
      i++;
    else
      from = i = behind;
  }
  if (from < len) text(&r, from, len);
  mh_html__finish(t);
  MH_TRY(t->status);
  out->nodes = t->nodes.at;
  out->n = t->nodes.n;
  return MH_OK;
}
