/* json - a line of JSON Lines: one object, one article.
 *
 * Fields: id, url, outlet, title, published, updated, byline (or author), language, text, or
 * html in its place, which is the article's and nothing else; others are skipped, the first
 * of two of one name counts.  What other programs put into `text` is cleaned of the page's
 * debris too, but by words only (bodylines.c).
 */
#include <cjson/cJSON.h>

#include "inside.h"
#include "web.h"

/* cJSON's own limit (CJSON_NESTING_LIMIT) is 1000 and costs a frame each; no article
 * needs this many. */
enum { NESTING_MAX = 64 };

/* ---- before parsing ------------------------------------------------------------- */

/* The byte where objects or arrays are nested too deep; len when nowhere. */
static size_t too_deep(const char *t, size_t len)
{
  size_t depth = 0;
  for (size_t i = 0; i < len; i++) {
    if (t[i] == '"') { /* the end of the string is found by memchr: most of the line */
      const char *end = t + i;
      size_t slashes;
      do {
        end = memchr(end + 1, '"', (size_t)(t + len - end - 1));
        if (!end) return len; /* cJSON will say so */
        for (slashes = 0; end[-1 - (ptrdiff_t)slashes] == '\\'; slashes++) continue;
      } while (slashes & 1);
      i = (size_t)(end - t);
    } else if (t[i] == '{' || t[i] == '[') {
      if (++depth > NESTING_MAX) return i;
    } else if (t[i] == '}' || t[i] == ']') {
      depth -= depth > 0;
    }
  }
  return len;
}

/* An escaped NUL would end a C string early.  The byte of its backslash; len when none. */
static size_t escaped_nul(const char *t, size_t len)
{
  const char *at = t, *end = t + len;
  while (at < end && (at = memchr(at, '\\', (size_t)(end - at)))) {
    if (end - at >= 6 && memcmp(at + 1, "u0000", 5) == 0) return (size_t)(at - t);
    at += 2;
  }
  return len;
}

static mh_status look_before(const char *bytes, size_t len, mh_error *err)
{
  const size_t deep = too_deep(bytes, len);
  if (deep < len)
    return mh_fail(err, MH_EFORMAT, deep, "JSON nested deeper than %d", NESTING_MAX);
  const size_t nul = escaped_nul(bytes, len);
  if (nul < len) return mh_fail(err, MH_EFORMAT, nul, "a NUL character in a JSON string");
  return MH_OK;
}

static const char *skip_blanks(const char *t, const char *end)
{
  while (t < end && (*t == ' ' || *t == '\t' || *t == '\r' || *t == '\n')) t++;
  return t;
}

/* The object of the line in *root; the caller deletes it. */
static mh_status parse(cJSON **root, const char *bytes, size_t len, mh_error *err)
{
  const char *stop = bytes;
  *root = cJSON_ParseWithLengthOpts(bytes, len, &stop, 0);
  const uint64_t at = stop >= bytes && stop <= bytes + len ? (uint64_t)(stop - bytes) : 0;
  if (!*root) return mh_fail(err, MH_EFORMAT, at, "not JSON from here on");
  const char *more = skip_blanks(stop, bytes + len);
  if (more < bytes + len)
    return mh_fail(err, MH_EFORMAT, (uint64_t)(more - bytes),
                   "more than one JSON value on the line");
  if (!cJSON_IsObject(*root)) return mh_fail(err, MH_EFORMAT, 0, "not a JSON object");
  return MH_OK;
}

/* ---- fields ---------------------------------------------------------------------- */

const char *const mh_page__field_names[MH_PAGE__FIELDS] = {
    [MH_PAGE__ID] = "id",
    [MH_PAGE__URL] = "url",
    [MH_PAGE__OUTLET_FIELD] = "outlet",
    [MH_PAGE__HEADLINE] = "title",
    [MH_PAGE__BY] = "byline",
    [MH_PAGE__AUTHOR] = "author",
    [MH_PAGE__PUBLISHED_FIELD] = "published",
    [MH_PAGE__UPDATED_FIELD] = "updated",
    [MH_PAGE__LANGUAGE] = "language",
    [MH_PAGE__TEXT] = "text",
    [MH_PAGE__HTML] = "html"};

static mh_page__field field_of(const cJSON *root, const char *name)
{
  const cJSON *field = cJSON_GetObjectItemCaseSensitive(root, name);
  if (!field) return (mh_page__field){.kind = MH_PAGE__ABSENT};
  if (cJSON_IsNull(field)) return (mh_page__field){.kind = MH_PAGE__NULL};
  if (!cJSON_IsString(field)) return (mh_page__field){.kind = MH_PAGE__OTHER};
  return (mh_page__field){MH_PAGE__STRING, field->valuestring,
                          strlen(field->valuestring)};
}

/* A short field as one clean line; NULL where it is not given, null or blank. */
static mh_status read_field(const char **to, mh_arena *a, const mh_page__field *field,
                            const char *name, mh_error *err)
{
  char *text = NULL;
  uint32_t len = 0;
  if (*to || field->kind == MH_PAGE__ABSENT || field->kind == MH_PAGE__NULL) return MH_OK;
  if (field->kind != MH_PAGE__STRING)
    return mh_fail(err, MH_EFORMAT, 0, "field \"%s\" is not a string", name);
  if (mh_page__clean(&text, &len, a, field->at, field->len) != MH_OK)
    return mh_fail(err, MH_ENOMEM, 0, "no memory for the article");
  for (uint32_t i = 0; i < len; i++)
    if (text[i] == '\n') text[i] = ' ';
  if (len) *to = text;
  return MH_OK;
}

/* As a day of ISO 8601 if it is one or digits tell it; else it is words. */
static mh_status read_day(const char **to, mh_article *out, mh_arena *a, mh_error *err)
{
  mh_day day;
  const char *given = *to;
  char iso[16];
  if (!given || mh_day_parse(&day, given, strlen(given))) return MH_OK;
  *to = NULL;
  if (!mh_page__find_date(&day, given, (uint32_t)strlen(given), 0)) {
    if (to == &out->published) out->dateline = given;
    return MH_OK;
  }
  mh_day_print(iso, day);
  *to = mh_arena_copy(a, iso, strlen(iso));
  return *to ? MH_OK : mh_fail(err, MH_ENOMEM, 0, "no memory for the article");
}

static mh_status read_fields(mh_article *out, mh_arena *a, const mh_page__field *fields,
                             mh_error *err)
{
  const char **const to[MH_PAGE__TEXT] = {&out->id,        &out->url,     &out->outlet,
                                          &out->title,     &out->byline,  &out->byline,
                                          &out->published, &out->updated, &out->language};
  for (int i = 0; i < MH_PAGE__TEXT; i++)
    MH_TRY(read_field(to[i], a, &fields[i], mh_page__field_names[i], err));
  MH_TRY(read_day(&out->published, out, a, err));
  return read_day(&out->updated, out, a, err);
}

/* ---- the text --------------------------------------------------------------------- */

static bool is_given(const mh_page__field *field)
{
  return field->kind != MH_PAGE__ABSENT && field->kind != MH_PAGE__NULL;
}

static mh_status read_text(mh_article *out, mh_arena *a, const mh_page__field *field,
                           mh_error *err)
{
  char *text = NULL;
  uint32_t len = 0;
  mh_page__lines l;
  if (field->kind != MH_PAGE__STRING)
    return mh_fail(err, MH_EFORMAT, 0, "field \"text\" is not a string");
  if (mh_page__clean(&text, &len, a, field->at, field->len) != MH_OK)
    return mh_fail(err, MH_ENOMEM, 0, "no memory for the article");
  if (len == 0) return mh_fail(err, MH_EEMPTY, 0, "field \"text\" is empty");
  MH_TRY(mh_page__cut_lines(&l, a, text, len, err));
  mh_page__unwrap(&l);
  return mh_page__read_body(out, a, &l, err);
}

static mh_status read_html(mh_article *out, mh_arena *a, const mh_page__field *field,
                           mh_error *err)
{
  mh_html_doc d;
  mh_page__parts parts;
  mh_page__lines l;
  if (field->kind != MH_PAGE__STRING)
    return mh_fail(err, MH_EFORMAT, 0, "field \"html\" is not a string");
  if (mh_html_parse(&d, a, field->at, field->len) != MH_OK ||
      mh_page__fragment(&parts, a, &d) != MH_OK)
    return mh_fail(err, MH_ENOMEM, 0, "no memory for the article");
  if (parts.n == 0) return mh_fail(err, MH_EEMPTY, 0, "field \"html\" holds no text");
  MH_TRY(mh_page__join(&l, a, &parts, err));
  return mh_page__read_body(out, a, &l, err);
}

/* ---- the line --------------------------------------------------------------------- */

static mh_status read_article(mh_article *out, mh_arena *a, const mh_page__field *fields,
                              mh_error *err)
{
  MH_TRY(read_fields(out, a, fields, err));
  mh_page__found(out, "field");
  if (is_given(&fields[MH_PAGE__TEXT]))
    return read_text(out, a, &fields[MH_PAGE__TEXT], err);
  if (is_given(&fields[MH_PAGE__HTML]))
    return read_html(out, a, &fields[MH_PAGE__HTML], err);
  return mh_fail(err, MH_EEMPTY, 0, "no field \"text\"");
}

/* What is no flat object: any other JSON, and what is none. */
static mh_status read_tree(mh_article *out, mh_arena *a, const char *bytes, size_t len,
                           mh_error *err)
{
  cJSON *root = NULL;
  mh_page__field fields[MH_PAGE__FIELDS];
  MH_TRY(look_before(bytes, len, err));
  mh_status s = parse(&root, bytes, len, err);
  if (s == MH_OK) {
    for (int i = 0; i < MH_PAGE__FIELDS; i++)
      fields[i] = field_of(root, mh_page__field_names[i]);
    s = read_article(out, a, fields, err);
  }
  cJSON_Delete(root);
  return s;
}

mh_status mh_page_json(mh_article *out, mh_arena *a, const char *bytes, size_t len,
                       mh_error *err)
{
  mh_page__field fields[MH_PAGE__FIELDS];
  *out = (mh_article){0};
  MH_TRY(mh_page__check(bytes, len, err));
  mh_status s = mh_page__flat(fields, a, bytes, len);
  if (s == MH_ENOMEM) return mh_fail(err, s, 0, "no memory for the article");
  s = s == MH_OK ? read_article(out, a, fields, err) : read_tree(out, a, bytes, len, err);
  mh_page__found(out, "text");
  if (s != MH_OK) *out = (mh_article){0};
  return s;
}
