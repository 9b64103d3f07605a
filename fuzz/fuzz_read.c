/* fuzz_read - any bytes through the door of the whole library: mh_read, then its record.
 *
 * The first byte chooses the format and whether the user gives a day, the second which day
 * or how little memory there is.  What comes out must keep the promises of mahdar.h: spans
 * inside the text and between characters, speakers, values of the closed lists, a record of
 * well-formed UTF-8, and the same report from the same bytes: when its words are met first,
 * when they are learnt, and when they are remembered.
 */
#include <stdio.h>
#include <stdlib.h>

#include "src/base/report.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool held)
{
  if (!held) abort();
}

static void inside(mh_span s, const char *text, size_t len)
{
  must(s.at <= len && s.len <= len - s.at);
  must(((unsigned char)text[s.at] & 0xC0) != 0x80);
  must(((unsigned char)text[s.at + s.len] & 0xC0) != 0x80);
}

static void statements(const mh_report *r, const char *text, size_t len)
{
  size_t n;
  const mh_statement *s = mh_report_statements(r, &n);
  for (size_t i = 0; i < n; i++) {
    inside(s[i].trigger, text, len);
    inside(s[i].content, text, len);
    inside(s[i].reporter, text, len);
    must(s[i].trigger.len && s[i].content.len && s[i].n_speakers && mh_act_id(s[i].act));
    must(s[i].confidence >= 0 && s[i].confidence <= 1);
    for (uint16_t k = 0; k < s[i].n_speakers; k++) {
      inside(s[i].speakers[k].role, text, len);
      inside(s[i].speakers[k].person, text, len);
      must(s[i].speakers[k].id && *s[i].speakers[k].id);
    }
    for (uint16_t k = 0; k < s[i].n_topics; k++)
      must(mh_topic_name(s[i].topics[k], "en"));
  }
}

static void rest(const mh_report *r, const char *text, size_t len)
{
  size_t n;
  const mh_mention *m = mh_report_mentions(r, &n);
  for (size_t i = 0; i < n; i++)
    inside(m[i].span, text, len), inside(m[i].role, text, len);
  const mh_meeting *g = mh_report_meetings(r, &n);
  for (size_t i = 0; i < n; i++) {
    inside(g[i].span, text, len);
    must(g[i].kind && g[i].n_parties);
    for (uint32_t k = 0; k < g[i].n_chairs; k++) inside(g[i].chairs[k], text, len);
  }
  const mh_span *h = mh_report_headings(r, &n);
  for (size_t i = 0; i < n; i++) inside(h[i], text, len);
}

static char *record(const mh_report *r)
{
  char *json;
  size_t len;
  must(mh_report_json(&json, &len, r, NULL) == MH_OK);
  must(strlen(json) == len && mh_utf8_check(json, len, NULL) && !strchr(json, '\n'));
  return json;
}

static void check(mh_report *r, mh_format format, const mh_source *source,
                  const void *bytes, size_t size)
{
  size_t len;
  const char *text = mh_report_text(r, &len);
  must(text && len && text[len] == 0 && mh_utf8_check(text, len, NULL));
  statements(r, text, len);
  rest(r, text, len);
  char *first = record(r);
  for (int i = 0; i < 2;
       i++) { /* words are learnt in the first, and met again in the second */
    must(mh_read_again(r, mh_lexicon_builtin(), format, source, bytes, size, NULL) ==
         MH_OK);
    char *again = record(r);
    must(strcmp(first, again) == 0);
    mh_text_free(again);
  }
  mh_text_free(first);
}

/* Little memory: it must fail cleanly or come out whole. */
static void starve(mh_report *r, mh_format format, const mh_source *source,
                   const void *bytes, size_t size, uint64_t fail_at)
{
  r->arena.takes = 0;
  r->arena.fail_at = fail_at;
  const mh_status s = mh_read_again(r, mh_lexicon_builtin(), format, source, bytes, size,
                                    NULL);
  must(s == MH_OK || s == MH_ENOMEM);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const mh_format formats[] = {MH_FORMAT_AUTO, MH_FORMAT_TEXT, MH_FORMAT_JSONL};
  if (size < 2) return 0;
  char day[40];
  snprintf(day, sizeof day, "%d-%02d-%02d", 1990 + data[1] % 40, 1 + data[1] % 12,
           1 + data[1] % 28);
  const mh_source source = {.path = "fuzz", .published = data[0] & 4 ? day : NULL};
  const mh_format format = formats[(data[0] & 3) % 3];
  const void *bytes = data + 2;
  mh_report *r;
  mh_error err;
  const mh_status s = mh_read(&r, mh_lexicon_builtin(), format, &source, bytes, size - 2,
                              &err);
  if (s == MH_OK) {
    check(r, format, &source, bytes, size - 2);
    if (data[0] & 8) starve(r, format, &source, bytes, size - 2, data[1] + 1);
  } else {
    must(r == NULL && err.code == s && err.text[0]);
  }
  mh_report_free(r);
  return 0;
}
