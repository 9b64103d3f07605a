/* docx - a Word document (Office Open XML): a ZIP of XML files, of which three are read.
 *
 *   word/document.xml    the text (wordtext.c)
 *   word/styles.xml      which styles are titles and headings
 *   docProps/core.xml    headline, author and day as the program that wrote it knows them
 *
 * What the text says of itself counts more than core.xml, which is often a template's.  Headers,
 * footers, notes and comments are files of their own and stay out.  Entries are unpacked to
 * MH_PAGE_MAX at most, so that a bomb is refused before it is large.
 */
#include <archive.h>
#include <archive_entry.h>

#include "inside.h"
#include "wordtext.h"

enum { ENTRIES_MAX = 10000, TITLE_WORDS = 4, DAYS_OF_WRITING = 14 };

/* ---- the package ------------------------------------------------------------------------ */

typedef struct part {
  const char *name;
  char *at; /* NULL: not in the package */
  size_t len;
} part;

enum { DOCUMENT, STYLES, CORE, PARTS };

/* Read what the entry holds into memory of the arena. */
static mh_status unpack(part *out, mh_arena *a, struct archive *zip,
                        struct archive_entry *entry, mh_error *err)
{
  const int64_t size = archive_entry_size_is_set(entry) ? archive_entry_size(entry) : -1;
  if (archive_entry_is_encrypted(entry))
    return mh_fail(err, MH_EFORMAT, 0, "the document is encrypted");
  if (size < 0) return mh_fail(err, MH_EFORMAT, 0, "%s has no size", out->name);
  if (size > (int64_t)MH_PAGE_MAX)
    return mh_fail(err, MH_ELIMIT, 0, "%s is larger than %u MiB", out->name,
                   MH_PAGE_MAX >> 20);
  out->at = mh_arena_take(a, (size_t)size + 1);
  if (!out->at) return mh_fail(err, MH_ENOMEM, 0, "no memory for the document");
  while (out->len < (size_t)size) {
    const la_ssize_t n = archive_read_data(zip, out->at + out->len,
                                           (size_t)size - out->len);
    if (n <= 0) return mh_fail(err, MH_EFORMAT, 0, "%s is damaged", out->name);
    out->len += (size_t)n;
  }
  return MH_OK;
}

static mh_status find_parts(part parts[PARTS], mh_arena *a, struct archive *zip,
                            mh_error *err)
{
  struct archive_entry *entry = NULL;
  for (int n = 0; n < ENTRIES_MAX; n++) {
    const int r = archive_read_next_header(zip, &entry);
    if (r == ARCHIVE_EOF) break;
    if (r < ARCHIVE_WARN) return mh_fail(err, MH_EFORMAT, 0, "the ZIP is damaged");
    const char *name = archive_entry_pathname(entry);
    for (int i = 0; name && i < PARTS; i++)
      if (!parts[i].at && strcmp(name, parts[i].name) == 0)
        MH_TRY(unpack(&parts[i], a, zip, entry, err));
    if (parts[DOCUMENT].at && parts[STYLES].at && parts[CORE].at) break;
  }
  if (!parts[DOCUMENT].at)
    return mh_fail(err, MH_EFORMAT, 0, "no Word document: no %s in it",
                   parts[DOCUMENT].name);
  return MH_OK;
}

static mh_status open_package(part parts[PARTS], mh_arena *a, const char *bytes,
                              size_t len, mh_error *err)
{
  struct archive *zip = archive_read_new();
  if (!zip) return mh_fail(err, MH_ENOMEM, 0, "no memory for the document");
  mh_status s = MH_OK;
  if (archive_read_support_format_zip_seekable(zip) != ARCHIVE_OK ||
      archive_read_open_memory(zip, bytes, len) != ARCHIVE_OK)
    s = mh_fail(err, MH_EFORMAT, 0, "no ZIP, or a damaged one");
  if (s == MH_OK) s = find_parts(parts, a, zip, err);
  archive_read_free(zip);
  return s;
}

/* ---- the lines -------------------------------------------------------------------------- */

/* The marks that wordtext.c set before lines, which leave the text here. */
static void read_marks(mh_page__lines *l)
{
  for (uint32_t i = 0; i < l->n; i++) {
    mh_page__line *line = &l->at[i];
    const unsigned char *t = (const unsigned char *)l->text + line->at;
    if (line->len < 3 || t[0] != 0xee || t[1] != 0x80) continue;
    line->mark = (uint8_t)(t[2] - 0x80);
    line->heading = line->mark == MH_PAGE__HEADING_MARK;
    line->at += 3;
    line->len -= 3;
    line->points--;
    if (line->len == 0) line->keep = false;
  }
}

static mh_status take_line(const char **to, mh_arena *a, const mh_page__lines *l,
                           mh_page__line *line)
{
  *to = mh_arena_copy(a, l->text + line->at, line->len);
  line->keep = false;
  return *to ? MH_OK : MH_ENOMEM;
}

/* What has the style of a title or a subtitle; a second title is a heading. */
static mh_status take_styled(mh_article *out, mh_arena *a, mh_page__lines *l)
{
  for (uint32_t i = 0; i < l->n; i++) {
    mh_page__line *line = &l->at[i];
    if (line->len == 0) continue;
    if (line->mark == MH_PAGE__TITLE_MARK && !out->title)
      MH_TRY(take_line(&out->title, a, l, line));
    else if (line->mark == MH_PAGE__SUBTITLE_MARK && !out->subtitle)
      MH_TRY(take_line(&out->subtitle, a, l, line));
    else if (line->mark == MH_PAGE__TITLE_MARK || line->mark == MH_PAGE__SUBTITLE_MARK)
      line->heading = true;
  }
  if (out->title) out->from_title = "heading";
  return MH_OK;
}

static uint32_t count_kept(const mh_page__lines *l)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < l->n; i++) n += l->at[i].keep;
  return n;
}

/* The first line when it is a heading or as short as a headline and more follows. */
static mh_page__line *first_headline(mh_page__lines *l)
{
  uint32_t i = 0;
  while (i < l->n && !l->at[i].keep) i++;
  if (i + 1 >= l->n) return NULL;
  mh_page__line *line = &l->at[i];
  const bool short_one = mh_page__is_short(line) && line->words >= TITLE_WORDS &&
                         line->mark != MH_PAGE__ITEM_MARK;
  return line->heading || short_one ? line : NULL;
}

/* The headline where no style tells it: that of core.xml if the text has it too, the first
 * line, that of core.xml. */
static mh_status choose_title(mh_article *out, mh_arena *a, mh_page__lines *l,
                              const char *core)
{
  const uint32_t kept = count_kept(l);
  if (out->title) return MH_OK;
  mh_page__drop_title(l, core);
  mh_page__line *first = count_kept(l) == kept ? first_headline(l) : NULL;
  out->title = core;
  out->from_title = core ? "meta" : NULL;
  if (!first) return MH_OK;
  out->from_title = first->heading ? "heading" : "text";
  return take_line(&out->title, a, l, first);
}

/* ---- the article -------------------------------------------------------------------------- */

/* A value of core.xml as one clean line; NULL when there is none. */
static mh_status clean_value(const char **to, mh_arena *a, const mh_out *value)
{
  char *text = NULL;
  uint32_t len = 0;
  *to = NULL;
  if (value->len == 0) return MH_OK;
  MH_TRY(mh_page__clean(&text, &len, a, value->at, value->len));
  for (uint32_t i = 0; i < len; i++)
    if (text[i] == '\n') text[i] = ' ';
  if (len) *to = text;
  return MH_OK;
}

/* The day on which the document was begun, unless that was long before it was written: then
 * it is the day of the template, or of what was written over. */
static bool created_on(mh_day *out, const mh_page__word_core *core)
{
  /* of the template that python-docx brings along */
  static const char template[] = "2013-12-23T23:15:00Z";
  mh_day modified;
  if (core->created.len && strcmp(core->created.at, template) == 0) return false;
  if (!core->created.len || !mh_day_parse(out, core->created.at, core->created.len) ||
      !mh_day_valid(*out))
    return false;
  if (core->modified.len &&
      mh_day_parse(&modified, core->modified.at, core->modified.len) &&
      mh_day_valid(modified))
    return mh_day_number(modified) - mh_day_number(*out) <= DAYS_OF_WRITING;
  return true;
}

/* Author and day that only core.xml knows.  A single word is a name of a machine or a login. */
static mh_status take_properties(mh_article *out, mh_arena *a,
                                 const mh_page__word_core *core)
{
  mh_day day;
  char iso[16];
  const char *author = NULL;
  MH_TRY(clean_value(&author, a, &core->author));
  if (!out->byline && author && strchr(author, ' ')) {
    out->byline = author;
    out->from_byline = "meta";
  }
  if (out->published || !created_on(&day, core)) return MH_OK;
  mh_day_print(iso, day);
  out->published = mh_arena_copy(a, iso, strlen(iso));
  out->from_published = "meta";
  return out->published ? MH_OK : MH_ENOMEM;
}

static mh_status read_article(mh_article *out, mh_arena *a, const mh_out *words,
                              const mh_page__word_core *core, mh_error *err)
{
  char *text = NULL;
  uint32_t len = 0;
  mh_page__lines l;
  const char *title = NULL;
  if (words->len > UINT32_MAX / 4)
    return mh_fail(err, MH_ELIMIT, 0, "too much text for a report");
  mh_status s = mh_page__clean(&text, &len, a, words->len ? words->at : "", words->len);
  if (s == MH_OK) s = clean_value(&title, a, &core->title);
  if (s != MH_OK) return mh_fail(err, s, 0, "no memory for the article");
  if (len == 0) return mh_fail(err, MH_EEMPTY, 0, "no text in the document");
  MH_TRY(mh_page__cut_lines(&l, a, text, len, err));
  read_marks(&l);
  s = take_styled(out, a, &l);
  if (s == MH_OK) s = choose_title(out, a, &l, title);
  if (s != MH_OK) return mh_fail(err, s, 0, "no memory for the article");
  MH_TRY(mh_page__read_body(out, a, &l, err));
  s = take_properties(out, a, core);
  return s == MH_OK ? s : mh_fail(err, s, 0, "no memory for the article");
}

mh_status mh_page_docx(mh_article *out, mh_arena *a, const char *bytes, size_t len,
                       mh_error *err)
{
  part parts[PARTS] = {{.name = "word/document.xml"},
                       {.name = "word/styles.xml"},
                       {.name = "docProps/core.xml"}};
  mh_page__word_styles styles = {0};
  mh_page__word_core core = {0};
  mh_out words = {0};
  *out = (mh_article){0};
  if (len > MH_PAGE_MAX)
    return mh_fail(err, MH_ELIMIT, MH_PAGE_MAX,
                   "larger than the %u MiB a report may have", MH_PAGE_MAX >> 20);
  MH_TRY(open_package(parts, a, bytes, len, err));
  mh_status s = MH_OK;
  if (parts[STYLES].at)
    s = mh_page__word_styles_of(&styles, a, parts[STYLES].at, parts[STYLES].len, err);
  if (s == MH_OK && parts[CORE].at)
    s = mh_page__word_core_of(&core, parts[CORE].at, parts[CORE].len, err);
  if (s == MH_OK)
    s = mh_page__word_text(&words, &styles, parts[DOCUMENT].at, parts[DOCUMENT].len, err);
  if (s == MH_OK) s = read_article(out, a, &words, &core, err);
  mh_out_free(&words);
  mh_out_free(&core.title);
  mh_out_free(&core.author);
  mh_out_free(&core.created);
  mh_out_free(&core.modified);
  if (s != MH_OK) *out = (mh_article){0};
  return s;
}
