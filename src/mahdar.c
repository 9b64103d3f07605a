/* mahdar - the corridor: the one file that knows the order of the rooms. */
#include "arabic/arabic.h"
#include "base/report.h"
#include "mention/mention.h"
#include "page/page.h"
#include "statement/statement.h"
#include "store/store.h"
#include "streams/streams.h"
#include "text/text.h"

#include <stdlib.h>

/* Memory one report may take: its text many times over, and room for the small ones. */
#define BUDGET(len) ((size_t)(len)*96 + (8u << 20))

extern const struct mh_lexicon mh_lexicon_data; /* made by tools/lexc */

const mh_lexicon *mh_lexicon_builtin(void)
{
  return &mh_lexicon_data;
}

/* A copy of s in the report; NULL stays NULL, and no memory clears *ok. */
static const char *own(mh_report *r, const char *s, bool *ok)
{
  char *copy = s ? mh_arena_copy(&r->arena, s, strlen(s)) : NULL;
  if (s && copy == NULL) *ok = false;
  return copy;
}

static mh_status out_of_memory(mh_error *err)
{
  return mh_fail(err, MH_ENOMEM, 0, "out of memory");
}

/* The day from which others are reckoned: the day published by the user's word, the page's, a
 * dateline in words; else that of the last change. */
static mh_day published(mh_report *r, const mh_lexicon *lex, const mh_article *p,
                        const mh_source *s, bool *ok)
{
  mh_day d = {0};
  const char *given = s && s->published ? s->published : p->published;
  if (given && mh_day_parse(&d, given, strlen(given))) {
    r->published = own(r, given, ok);
    return d;
  }
  d = (mh_day){0};
  if (p->dateline && mh_dates_line(&d, lex, p->dateline, strlen(p->dateline))) {
    char iso[16];
    mh_day_print(iso, d);
    r->published = own(r, iso, ok);
    return d;
  }
  /* a page that tells only of its last change: days are reckoned from there */
  if (!p->updated || !mh_day_parse(&d, p->updated, strlen(p->updated))) d = (mh_day){0};
  return d;
}

/* The host of an address stands for an outlet that names itself nowhere else. */
static const char *host_of(mh_report *r, const char *url, bool *ok)
{
  const char *p = url ? strstr(url, "://") : NULL;
  if (p == NULL) return NULL;
  p += 3;
  if (strncmp(p, "www.", 4) == 0) p += 4;
  const size_t n = strcspn(p, "/?#:");
  const char *host = n ? mh_arena_copy(&r->arena, p, n) : NULL;
  if (n && host == NULL) *ok = false;
  return host;
}

static void fill(mh_report *r, const mh_article *p, const mh_source *s, bool *ok)
{
  r->article = *p;
  r->path = own(r, s ? s->path : NULL, ok);
  r->retrieved = own(r, s ? s->retrieved : NULL, ok);
  r->source_id = p->id;
  r->url = p->url ? p->url : own(r, s ? s->url : NULL, ok);
  r->outlet = p->outlet ? p->outlet : host_of(r, r->url, ok);
  r->title = p->title;
  r->byline = p->byline;
  r->updated = p->updated;
  r->language = p->language;
  r->text = p->text;
  r->len = p->len;
  r->headings = p->headings;
  r->n_headings = p->n_headings;
  mh_sha256_text(r->id, p->text, p->len);
}

static mh_vocabulary *vocabulary(const mh_report *r)
{
  return r->memo ? mh_memo_vocabulary(r->memo) : NULL;
}

/* The headline: often the shortest word on who is with whom, and about what. */
static mh_status headline(mh_headline *out, mh_words *w, mh_report *r,
                          const mh_lexicon *lex, int year)
{
  mh_doc doc;
  *out = (mh_headline){.w = NULL};
  if (r->title == NULL) return MH_OK;
  MH_TRY(mh_text_cut_with(&doc, &r->arena, r->title, (uint32_t)strlen(r->title), NULL, 0,
                          vocabulary(r)));
  MH_TRY(mh_arabic_read_with(w, &r->arena, &doc, lex, r->memo));
  mh_words_in_office(w, year);
  mh_mention_codes(&out->codes, &doc, w);
  out->w = w;
  return MH_OK;
}

/* The line that tells who wrote it and where, as words. */
static mh_status byline(mh_headline *out, mh_doc *doc, mh_words *w, mh_report *r,
                        const mh_lexicon *lex)
{
  if (r->byline == NULL) return MH_OK;
  MH_TRY(mh_text_cut_with(doc, &r->arena, r->byline, (uint32_t)strlen(r->byline), NULL, 0,
                          vocabulary(r)));
  MH_TRY(mh_arabic_read_with(w, &r->arena, doc, lex, r->memo));
  out->byline = doc;
  out->byline_w = w;
  return MH_OK;
}

/* The state at home in which the report is told: that of the agency that signs, or the one
 * that the outlet's own name has ("the Ministry of N. of Egypt"); NULL unknown. */
static mh_status home_of(const char **home, mh_report *r, const mh_lexicon *lex,
                         const char *agency)
{
  mh_doc doc;
  mh_words w;
  mh_codes c = {.n = 0};
  *home = agency;
  if (agency || r->outlet == NULL || strchr(r->outlet, ' ') == NULL) return MH_OK;
  MH_TRY(mh_text_cut_with(&doc, &r->arena, r->outlet, (uint32_t)strlen(r->outlet), NULL,
                          0, vocabulary(r)));
  MH_TRY(mh_arabic_read_with(&w, &r->arena, &doc, lex, r->memo));
  mh_mention_codes(&c, &doc, &w);
  const mh_actor_row *state = c.n == 1 ? mh_lex_actor_by_code(lex, c.at[0]) : NULL;
  if (state && state->kind == MH_ACTOR_STATE) *home = state->code;
  return MH_OK;
}

/* Arabic, unless most words are in other letters: then English, the other language of such
 * reports, in which nothing is found. */
static const char *language_of(const mh_doc *doc)
{
  uint32_t arabic = 0, other = 0;
  for (uint32_t i = 0; i < doc->n_tokens; i++) {
    arabic += doc->tokens[i].kind == MH_TOKEN_WORD;
    other += doc->tokens[i].kind == MH_TOKEN_LATIN;
  }
  return other > arabic ? "en" : "ar";
}

/* What the rooms hand on, kept for questions that are asked after the reading. */
struct mh_rooms {
  mh_doc doc;
  mh_words w;
  mh_mentions m;
  const mh_uncoded *uncoded;
  uint32_t n_uncoded;
  bool asked; /* uncoded has been worked out */
};

/* The reading rooms, one after the other. */
static mh_status rooms(mh_report *r, const mh_lexicon *lex, mh_day day,
                       const char *agency)
{
  mh_arena *a = &r->arena;
  mh_findings f;
  mh_headline title;
  mh_words heading, line_words;
  mh_doc line;
  struct mh_rooms *x = mh_arena_zero(a, sizeof *x);
  if (x == NULL) return MH_ENOMEM;
  MH_TRY(mh_text_cut_with(&x->doc, a, r->text, r->len, r->headings, r->n_headings,
                          vocabulary(r)));
  if (r->language == NULL) r->language = language_of(&x->doc);
  MH_TRY(mh_arabic_read_with(&x->w, a, &x->doc, lex, r->memo));
  mh_words_in_office(&x->w, day.year);
  MH_TRY(mh_mention_find(&x->m, a, &x->doc, &x->w, day));
  MH_TRY(mh_mention_list(&r->mentions, &r->n_mentions, a, &x->doc, &x->w, &x->m));
  MH_TRY(headline(&title, &heading, r, lex, day.year));
  MH_TRY(byline(&title, &line, &line_words, r, lex));
  MH_TRY(home_of(&title.home, r, lex, agency));
  MH_TRY(mh_statement_read(&f, a, &x->doc, &x->w, &x->m, day, &title));
  r->rooms = x;
  r->statements = f.statements;
  r->n_statements = f.n_statements;
  r->meetings = f.meetings;
  r->n_meetings = f.n_meetings;
  return MH_OK;
}

/* A report that is used again is worth a memory of words, one that was never used is not;
 * and one that is full is worth less than a new one. */
static void remember(mh_report *r)
{
  if (r->memo && mh_memo_full(r->memo)) {
    r->memo = NULL;
    mh_arena_reset(&r->lasting);
  }
  if (r->memo || r->text == NULL) return;
  r->memo = mh_arabic_memo(&r->lasting);
  if (r->memo == NULL) mh_arena_reset(&r->lasting);
}

/* Ready for the next text. */
static void empty(mh_report *r)
{
  remember(r);
  mh_arena_reset(&r->arena);
  *r = (mh_report){.arena = r->arena, .lasting = r->lasting, .memo = r->memo};
}

/* ---- one report ---------------------------------------------------------------------- */

/* A page that a browser saved with all that belongs to it. */
static mh_status find_saved(mh_article *x, mh_arena *a, const mh_source *s,
                            const char *bytes, size_t len, mh_error *err)
{
  mh_mhtml page;
  MH_TRY(mh_mhtml_read(&page, a, bytes, len, err));
  const mh_source from = {.url = page.url || !s ? page.url : s->url,
                          .charset = page.charset};
  return mh_page_html(x, a, page.bytes, page.len, &from, err);
}

/* The page room: bytes of any kind that is one report, to its article. */
static mh_status find(mh_article *x, mh_arena *a, mh_format format, const mh_source *s,
                      const char *bytes, size_t len, mh_error *err)
{
  if (format == MH_FORMAT_AUTO) format = mh_page_guess(bytes, len);
  switch (format) {
  case MH_FORMAT_JSONL: return mh_page_json(x, a, bytes, len, err);
  case MH_FORMAT_HTML: return mh_page_html(x, a, bytes, len, s, err);
  case MH_FORMAT_MHTML: return find_saved(x, a, s, bytes, len, err);
  case MH_FORMAT_DOCX: return mh_page_docx(x, a, bytes, len, err);
  case MH_FORMAT_PDF:
    return mh_fail(err, MH_EFORMAT, 0, "a PDF: its text must be taken out first");
  case MH_FORMAT_FEED:
  case MH_FORMAT_WARC:
  case MH_FORMAT_PACKED:
    return mh_fail(err, MH_EFORMAT, 0, "it holds many reports, not one");
  default: return mh_page_plain(x, a, bytes, len, err);
  }
}

static mh_status prepare(mh_report *r, const mh_source *source, size_t len, mh_error *err)
{
  mh_day day;
  empty(r);
  r->arena.budget = BUDGET(len);
  if (err) memset(err, 0, sizeof *err);
  if (source && source->published &&
      !mh_day_parse(&day, source->published, strlen(source->published)))
    return mh_fail(err, MH_EUSAGE, 0, "%s is no date", source->published);
  return MH_OK;
}

/* What is found, and from whom; `read` also what it says. */
static mh_status take_in(mh_report *r, const mh_lexicon *lex, const mh_article *x,
                         const mh_source *source, bool read, mh_error *err)
{
  bool ok = true;
  fill(r, x, source, &ok);
  const mh_day day = published(r, lex, x, source, &ok);
  if (!ok || (read && rooms(r, lex, day, x->home) != MH_OK)) return out_of_memory(err);
  return MH_OK;
}

mh_status mh_read_again(mh_report *r, const mh_lexicon *lex, mh_format format,
                        const mh_source *source, const void *bytes, size_t len,
                        mh_error *err)
{
  mh_article x;
  MH_TRY(prepare(r, source, len, err));
  MH_TRY(find(&x, &r->arena, format, source, bytes, len, err));
  return take_in(r, lex, &x, source, true, err);
}

/* All of x in the report's own memory. */
static mh_status own_article(mh_article *to, mh_report *r, const mh_article *x)
{
  bool ok = true;
  *to = *x;
#define X(name) to->name = own(r, x->name, &ok);
  MH_ARTICLE_STRINGS(X)
#undef X
  to->text = mh_arena_copy(&r->arena, x->text, x->len);
  mh_span *headings = mh_arena_take(&r->arena, x->n_headings * sizeof *headings);
  if (!ok || !to->text || !headings) return MH_ENOMEM;
  if (x->n_headings) memcpy(headings, x->headings, x->n_headings * sizeof *headings);
  to->headings = headings;
  return MH_OK;
}

static mh_status use_article(mh_report *r, const mh_lexicon *lex, const mh_source *source,
                             const mh_article *article, bool read, mh_error *err)
{
  mh_article x;
  MH_TRY(prepare(r, source, article->len, err));
  if (own_article(&x, r, article) != MH_OK) return out_of_memory(err);
  return take_in(r, lex, &x, source, read, err);
}

mh_status mh_read_article(mh_report *r, const mh_lexicon *lex, const mh_source *source,
                          const mh_article *article, mh_error *err)
{
  return use_article(r, lex, source, article, true, err);
}

mh_status mh_take_article(mh_report *r, const mh_lexicon *lex, const mh_source *source,
                          const mh_article *article, mh_error *err)
{
  return use_article(r, lex, source, article, false, err);
}

mh_status mh_report_new(mh_report **out, mh_error *err)
{
  *out = calloc(1, sizeof **out);
  if (*out == NULL) return out_of_memory(err);
  mh_arena_init(&(*out)->arena, 0);
  return MH_OK;
}

/* A new report, or none: what `s` says has come of it. */
static mh_status whole_or_none(mh_report **out, mh_report *r, mh_status s)
{
  if (s == MH_OK)
    *out = r;
  else
    mh_report_free(r);
  return s;
}

mh_status mh_read(mh_report **out, const mh_lexicon *lex, mh_format format,
                  const mh_source *source, const void *bytes, size_t len, mh_error *err)
{
  mh_report *r;
  *out = NULL;
  MH_TRY(mh_report_new(&r, err));
  return whole_or_none(out, r, mh_read_again(r, lex, format, source, bytes, len, err));
}

mh_status mh_find_article(mh_report **out, const mh_lexicon *lex, mh_format format,
                          const mh_source *source, const void *bytes, size_t len,
                          mh_error *err)
{
  mh_report *r;
  mh_article x;
  *out = NULL;
  MH_TRY(mh_report_new(&r, err));
  mh_status s = prepare(r, source, len, err);
  if (s == MH_OK) s = find(&x, &r->arena, format, source, bytes, len, err);
  if (s == MH_OK) s = take_in(r, lex, &x, source, false, err);
  return whole_or_none(out, r, s);
}

void mh_report_free(mh_report *r)
{
  if (r == NULL) return;
  mh_arena_free(&r->arena);
  mh_arena_free(&r->lasting);
  free(r);
}

mh_format mh_format_guess(const void *bytes, size_t len)
{
  return mh_page_guess(bytes, len);
}

/* ---- what stands in a report */

#define TEXT(name, field)                          \
  const char *mh_report_##name(const mh_report *r) \
  {                                                \
    return r->field;                               \
  }
TEXT(id, id)
TEXT(title, title)
TEXT(byline, byline)
TEXT(published, published)
TEXT(updated, updated)
TEXT(language, language)
TEXT(url, url)
TEXT(outlet, outlet)
TEXT(path, path)

const mh_article *mh_report_article(const mh_report *r)
{
  return r->text ? &r->article : NULL;
}

#define LIST(type, name)                                      \
  const type *mh_report_##name(const mh_report *r, size_t *n) \
  {                                                           \
    *n = r->n_##name;                                         \
    return r->name;                                           \
  }
LIST(mh_span, headings)
LIST(mh_mention, mentions)
LIST(mh_meeting, meetings)
LIST(mh_statement, statements)

const char *mh_report_text(const mh_report *r, size_t *len)
{
  *len = r->len;
  return r->text;
}

mh_status mh_report_uncoded(const mh_uncoded **out, size_t *n, mh_report *r,
                            mh_error *err)
{
  struct mh_rooms *x = r->rooms;
  *out = NULL;
  *n = 0;
  if (x == NULL) return MH_OK; /* it could not be read */
  if (!x->asked &&
      mh_statement_uncoded(&x->uncoded, &x->n_uncoded, &r->arena, &x->doc, &x->w, &x->m,
                           r->statements, r->n_statements) != MH_OK)
    return out_of_memory(err);
  x->asked = true;
  *out = x->uncoded;
  *n = x->n_uncoded;
  return MH_OK;
}

const char *mh_word_form_id(mh_word_form form)
{
  static const char *const ids[] = {"", "verb", "participle", "noun"};
  return (size_t)form < sizeof ids / sizeof *ids ? ids[form] : "";
}

/* ---- acts and topics */

static bool is_act(mh_act a)
{
  return a >= 0 && (size_t)a < mh_statement_acts();
}

size_t mh_act_count(void)
{
  return mh_statement_acts();
}
const char *mh_act_id(mh_act a)
{
  return is_act(a) ? mh_statement_act((size_t)a, 0) : NULL;
}
const char *mh_act_english(mh_act a)
{
  return is_act(a) ? mh_statement_act((size_t)a, 1) : NULL;
}
const char *mh_act_arabic(mh_act a)
{
  return is_act(a) ? mh_statement_act((size_t)a, 2) : NULL;
}
int mh_act_weight(mh_act a)
{
  return is_act(a) ? atoi(mh_statement_act((size_t)a, 5)) : 0;
}

size_t mh_ground_count(void)
{
  return mh_statement_grounds();
}
const char *mh_ground_id(size_t i)
{
  return i < mh_statement_grounds() ? mh_statement_ground(i) : NULL;
}

size_t mh_topic_count(void)
{
  return mh_statement_topics();
}
const char *mh_topic_id(size_t i)
{
  return i < mh_statement_topics() ? mh_statement_topic(i, 0) : NULL;
}
const char *mh_topic_group(size_t i)
{
  return i < mh_statement_topics() ? mh_statement_topic(i, 1) : NULL;
}

const char *mh_actor_name(const char *code, const char *language)
{
  const mh_actor_row *r = mh_lex_actor_by_code(mh_lexicon_builtin(), code);
  if (r == NULL || strcmp(code, "OTHER") == 0) return code; /* many bear it */
  return strcmp(language, "ar") == 0 ? r->arabic : r->english;
}

const char *mh_topic_name(const char *topic, const char *language)
{
  if (strncmp(topic, "country:", 8) == 0) return mh_actor_name(topic + 8, language);
  for (size_t i = 0; i < mh_statement_topics(); i++)
    if (strcmp(mh_statement_topic(i, 0), topic) == 0)
      return mh_statement_topic(i, strcmp(language, "ar") == 0 ? 3 : 2);
  return topic;
}

/* ---- the store's two questions that need the reading rooms */

mh_status mh_store_add(bool *added, mh_store *s, const mh_report *r, mh_format format,
                       const mh_source *source, const void *bytes, size_t len,
                       mh_error *err)
{
  char *json;
  size_t n;
  *added = false;
  MH_TRY(mh_report_json(&json, &n, r, err));
  if (format == MH_FORMAT_AUTO) format = mh_page_guess(bytes, len);
  const mh_status status = mh_store_keep(added, s, r, json, n, format, source, bytes, len,
                                         err);
  mh_text_free(json);
  return status;
}

typedef struct again {
  const mh_lexicon *lex;
  mh_report *report;
  char *json;
} again;

static mh_status read_kept(void *user, const mh_report **r, const char **json,
                           size_t *json_len, mh_format format, const mh_source *source,
                           const void *bytes, size_t len, mh_error *err)
{
  again *x = user;
  mh_text_free(x->json);
  x->json = NULL;
  MH_TRY(x->report ? mh_read_again(x->report, x->lex, format, source, bytes, len, err)
                   : mh_read(&x->report, x->lex, format, source, bytes, len, err));
  *r = x->report;
  MH_TRY(mh_report_json(&x->json, json_len, x->report, err));
  *json = x->json;
  return MH_OK;
}

mh_status mh_store_rebuild(uint64_t *done, mh_store *s, const mh_lexicon *lex,
                           mh_progress *progress, void *user, mh_error *err)
{
  again x = {.lex = lex};
  const mh_status status = mh_store_reread(done, s, read_kept, &x, progress, user, err);
  mh_text_free(x.json);
  mh_report_free(x.report);
  return status;
}
