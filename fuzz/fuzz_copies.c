/* fuzz_copies - any bytes as an archive of texts through the doors of the copies room.
 *
 * The first byte says how little memory grouping has.  A zero byte ends a text; its first
 * byte is its day.  What comes out must keep the promises of copies.h.
 */
#include <stdint.h>
#include <stdlib.h>

#include "src/copies/copies.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MOST = 200 };

static void must(bool holds)
{
  if (!holds) abort();
}

static void check_signature(const mh_copies_signature *s, size_t len)
{
  must(s->n <= MH_COPIES_SAMPLE && s->n_prints <= MH_COPIES_PRINTS && s->n_prints > 0);
  must(s->letters <= s->all && s->all <= len && s->level < 32);
  for (unsigned i = 1; i < s->n; i++) must(s->sample[i - 1] < s->sample[i]);
  for (unsigned i = 1; i < s->n_prints; i++) must(s->print[i - 1] < s->print[i]);
}

static void check_groups(const mh_copies_groups *g, uint32_t n)
{
  uint32_t groups = 0;
  must(g->n <= n);
  for (uint32_t i = 0; i < g->n; i++) {
    const mh_copies_member *m = &g->at[i];
    const bool first = m->kind == MH_COPIES_FIRST;
    must(m->text < n && m->of < n && (m->of == m->text) == first);
    must(m->share > 0 && m->share <= 1 && mh_copies_kind_id(m->kind));
    groups += first;
  }
  must(groups == g->n_groups && (!g->n || g->at[0].kind == MH_COPIES_FIRST));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const char *const days[] = {"2020-02-28", "2020-02-29T10:00:00+03:00",
                                     "2020",       "2020-03-01T1",
                                     NULL,         "2020-03-09 23:59"};
  if (size == 0) return 0;
  mh_copies *c = mh_copies_new();
  mh_arena a = {.fail_at = data[0] < 16 ? data[0] : 0};
  mh_copies_origin from[MOST];
  uint32_t n = 0;
  size_t n_pairs;
  for (size_t i = 1, end; c && i < size && n < MOST; i = end + 1, n++) {
    const uint8_t *nul = memchr(data + i, 0, size - i);
    mh_copies_signature s;
    end = nul ? (size_t)(nul - data) : size;
    from[n] = (mh_copies_origin){days[data[i] % 6], data[i] & 64 ? "a" : NULL,
                                 data[i] & 32 ? "b" : NULL};
    mh_copies_sign(&s, (const char *)data + i, end - i);
    check_signature(&s, end - i);
    must(mh_copies_add(c, &s, mh_copies_day(from[n].published)) == MH_OK);
  }
  mh_copies_groups g;
  const mh_copies_pair *p = c ? mh_copies_pairs(c, &n_pairs) : NULL;
  for (size_t i = 0; p && i < n_pairs; i++)
    must(p[i].x < p[i].y && p[i].y < n && p[i].of_x > 0 && p[i].of_y > 0);
  if (c && mh_copies_group(&g, &a, from, n, p, n_pairs) == MH_OK) check_groups(&g, n);
  mh_arena_free(&a);
  mh_copies_free(c);
  return 0;
}
