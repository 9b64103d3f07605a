/* made - invented reports for the tests of the store. */
#ifndef MADE_H
#define MADE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "src/base/report.h"
#include "src/store/store.h"

/* A report about round `ordinal` of an invented dialogue, with its own text. */
typedef struct made {
  mh_report r;
  char text[512], id[72], published[16];
  mh_meeting meeting;
  mh_statement statement[2];
} made;

static const char *const made_parties[] = {"JOR", "NOR"};
static const char *const made_topics[] = {"food-water", "country:YEM"};
static const mh_speaker made_speakers[] = {{.id = "JOR"}, {.id = "NOR"}};
static const char *const made_refs[] = {"UNSCR 1"};

static inline mh_span made_find(const char *text, const char *word)
{
  const char *at = strstr(text, word);
  assert_non_null(at);
  return (mh_span){(uint32_t)(at - text), (uint32_t)strlen(word)};
}

static inline void made_make(made *m, unsigned ordinal, unsigned copy)
{
  memset(m, 0, sizeof *m);
  snprintf(
      m->text, sizeof m->text,
      "اختتم الجانبان الجولة %u من الحوار. وأكدا صيانة سدود الوادي قبل الشتاء، ودعوا إلى "
      "حفر بئر رقم %u.",
      ordinal, copy);
  m->r.text = m->text;
  m->r.len = (uint32_t)strlen(m->text);
  mh_sha256_text(m->r.id, m->text, m->r.len);
  snprintf(m->published, sizeof m->published, "20%02u-05-0%u", 10 + ordinal % 80,
           1 + copy % 8);
  m->r.published = m->published;
  m->r.outlet = "وكالة الغيم";
  m->r.title = "خبر";
  m->r.language = "ar";
  m->meeting = (mh_meeting){.span = made_find(m->text, "اختتم"),
                            .parties = made_parties,
                            .n_parties = 2,
                            .kind = "strategic-dialogue",
                            .ordinal = ordinal};
  m->r.meetings = &m->meeting;
  m->r.n_meetings = 1;
  for (int i = 0; i < 2; i++)
    m->statement[i] = (mh_statement){
        .act = 2 + i,
        .trigger = made_find(m->text, i ? "دعوا" : "أكدا"),
        .content = made_find(m->text, i ? "حفر بئر" : "صيانة سدود الوادي قبل الشتاء"),
        .speakers = made_speakers,
        .n_speakers = 2,
        .topics = made_topics,
        .n_topics = 2,
        .refs = made_refs,
        .n_refs = 1,
        .cameo = "01",
        .confidence = 0.75};
  m->r.statements = m->statement;
  m->r.n_statements = 2;
}

static inline mh_status made_keep(bool *added, mh_store *s, const made *m, mh_error *err)
{
  const mh_source source = {.path = "made.txt"};
  return mh_store_keep(added, s, &m->r, m->r.id, strlen(m->r.id), MH_FORMAT_TEXT, &source,
                       m->text, m->r.len, err);
}

/* A folder of its own for each test. */
static inline void made_folder(char out[64])
{
  snprintf(out, 64, "/tmp/mahdar-test-XXXXXX");
  assert_non_null(mkdtemp(out));
}

static inline void made_remove(const char *folder)
{
  char command[128];
  snprintf(command, sizeof command, "rm -rf '%s'", folder);
  assert_int_equal(system(command), 0);
}

static inline mh_store *made_open(const char *path, mh_open_mode mode)
{
  mh_store *s = NULL;
  mh_error err = {0};
  if (mh_store_open(&s, path, mode, &err) != MH_OK) fail_msg("%s", err.text);
  return s;
}

/* A store of its own for each test, in a folder of its own. */
typedef struct made_box {
  char folder[64], path[96];
  mh_store *s;
} made_box;

static inline int made_setup(void **state)
{
  made_box *b = calloc(1, sizeof *b);
  assert_non_null(b);
  made_folder(b->folder);
  snprintf(b->path, sizeof b->path, "%s/in/side/m.db", b->folder);
  b->s = made_open(b->path, MH_OPEN_WRITE);
  *state = b;
  return 0;
}

static inline int made_teardown(void **state)
{
  made_box *b = *state;
  mh_store_close(b->s);
  made_remove(b->folder);
  free(b);
  return 0;
}

static inline bool made_count(void *user, const char *json, size_t len)
{
  (void)json;
  (void)len;
  ++*(unsigned *)user;
  return true;
}

static inline unsigned made_records(mh_store *s)
{
  unsigned n = 0;
  assert_int_equal(mh_store_records(s, made_count, &n, NULL), MH_OK);
  return n;
}

/* Reads a kept text again as made_make() made it: a stand-in for the reading rooms. */
static inline mh_status made_read(void *user, const mh_report **r, const char **json,
                                  size_t *json_len, mh_format format,
                                  const mh_source *source, const void *bytes, size_t len,
                                  mh_error *err)
{
  made *m = user;
  unsigned ordinal = 0, copy = 0;
  char text[512] = "";
  (void)format;
  (void)err;
  memcpy(text, bytes, len < sizeof text ? len : sizeof text - 1);
  const char *at = strpbrk(text, "0123456789");
  ordinal = at ? (unsigned)strtoul(at, (char **)&at, 10) : 0;
  at = at ? strpbrk(at, "0123456789") : NULL;
  copy = at ? (unsigned)strtoul(at, NULL, 10) : 0;
  if (!at) return MH_EFORMAT;
  made_make(m, ordinal, copy);
  if (source->published) m->r.published = source->published;
  *r = &m->r;
  *json = m->r.id;
  *json_len = strlen(m->r.id);
  return MH_OK;
}

#endif
