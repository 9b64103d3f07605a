/* files - the files on a desk: every statement of a round under each of its topics. */
#include <stdlib.h>

#include "inside.h"

bool mh_register_concerns(const mh_evidence *e, const char *const *parties, uint32_t n)
{
  for (uint32_t p = 0; p < n; p++) {
    for (uint32_t i = 0; i < e->n_speakers; i++)
      if (strcmp(e->speakers[i], parties[p]) == 0) return true;
    for (uint32_t i = 0; i < e->n_about; i++)
      if (strcmp(e->about[i], parties[p]) == 0) return true;
  }
  return false;
}

/* ---- order of evidence ------------------------------------------------------------- */

static int by_source(const void *x, const void *y)
{
  const mh_evidence *a = *(const mh_evidence *const *)x;
  const mh_evidence *b = *(const mh_evidence *const *)y;
  if (!a->published != !b->published) return a->published ? -1 : 1;
  int c = a->published ? strcmp(a->published, b->published) : 0;
  if (c == 0) c = strcmp(a->report, b->report);
  if (c) return c;
  if (a->start != b->start) return a->start < b->start ? -1 : 1;
  if (a->end != b->end) return a->end < b->end ? -1 : 1;
  return strcmp(a->statement, b->statement);
}

const mh_evidence **mh_register__sorted(mh_arena *a, const mh_evidence *const *e,
                                        uint32_t n)
{
  const mh_evidence **out = mh_arena_take(a, n * sizeof *out);
  if (!out || !n) return out;
  memcpy((void *)out, (const void *)e, n * sizeof *out);
  qsort((void *)out, n, sizeof *out, by_source);
  return out;
}

/* ---- order of files ---------------------------------------------------------------- */

uint32_t mh_register__rank(const char *topic)
{
  const size_t n = mh_topic_count();
  if (strncmp(topic, "country:", 8) == 0) return (uint32_t)n;
  for (size_t i = 0; i < n; i++)
    if (strcmp(mh_topic_id(i), topic) == 0) return (uint32_t)i;
  return (uint32_t)n + 1;
}

int mh_register__files(uint32_t rank_x, const char *x, uint32_t rank_y, const char *y)
{
  return rank_x != rank_y ? (rank_x < rank_y ? -1 : 1) : strcmp(x, y);
}

static int by_file(const void *x, const void *y)
{
  const mh_register__item *a = x, *b = y;
  const int c = mh_register__files(a->rank, a->topic, b->rank, b->topic);
  return c ? c : (a->e > b->e) - (a->e < b->e);
}

static void put(mh_register__items *out, const char *topic, uint32_t e)
{
  out->at[out->n++] = (mh_register__item){topic, mh_register__rank(topic), e};
}

/* A topic that stands twice in a statement counts once. */
static bool again(const mh_evidence *e, uint32_t t)
{
  for (uint32_t i = 0; i < t; i++)
    if (strcmp(e->topics[i], e->topics[t]) == 0) return true;
  return false;
}

mh_status mh_register__items_make(mh_register__items *out, mh_arena *a,
                                  const mh_evidence *const *e, uint32_t n)
{
  size_t room = n;
  for (uint32_t i = 0; i < n; i++) room += e[i]->n_topics;
  *out = (mh_register__items){mh_arena_take(a, room * sizeof *out->at), 0};
  if (!out->at || room > UINT32_MAX) return MH_ENOMEM;
  for (uint32_t i = 0; i < n; i++) {
    if (!e[i]->n_topics) put(out, MH_REGISTER_NO_TOPIC, i);
    for (uint32_t t = 0; t < e[i]->n_topics; t++)
      if (!again(e[i], t)) put(out, e[i]->topics[t], i);
  }
  if (out->n) qsort(out->at, out->n, sizeof *out->at, by_file);
  return MH_OK;
}
