/* cases_copies - texts that are one text, and texts that only look so.
 *
 * The text of a case is several texts, each behind a line `@ OUTLET | PUBLISHED | URL` (what
 * is not known stays empty).  Expected are the groups: a line `oldest OUTLET PUBLISHED` for
 * the first of each, then `KIND OUTLET PUBLISHED of OUTLET, N in ten` for the others; N is
 * the share of the smaller that stands in the other.  Nothing is expected when nothing is one.
 */
#include "cases.h"
#include "src/copies/copies.h"

enum { MOST = 16 };

/* The texts of a case. */
typedef struct texts {
  mh_copies_origin from[MOST];
  const char *at[MOST];
  size_t len[MOST];
  uint32_t n;
} texts;

/* The next field of the line, without blanks around it; NULL when empty. */
static const char *field(const char **p, const char *end, mh_arena *a)
{
  const char *from = *p, *stop = memchr(from, '|', (size_t)(end - from));
  if (!stop) stop = end;
  *p = stop < end ? stop + 1 : end;
  while (from < stop && *from == ' ') from++;
  while (stop > from && stop[-1] == ' ') stop--;
  return stop > from ? mh_arena_copy(a, from, (size_t)(stop - from)) : NULL;
}

static void cut(texts *t, mh_arena *a, piece all)
{
  const char *p = all.at, *end = all.at + all.len;
  while (p < end) {
    const char *nl = memchr(p, '\n', (size_t)(end - p));
    const char *stop = nl ? nl : end;
    if (p[0] == '@' && t->n < MOST) {
      const char *at = p + 1;
      mh_copies_origin *o = &t->from[t->n];
      o->outlet = field(&at, stop, a);
      o->published = field(&at, stop, a);
      o->url = field(&at, stop, a);
      t->at[t->n++] = stop + (nl != NULL);
    } else if (t->n) {
      t->len[t->n - 1] = (size_t)(stop - t->at[t->n - 1]);
    }
    p = stop + 1;
  }
}

static void put(mh_out *out, const texts *t, const mh_copies_member *m)
{
  const mh_copies_origin *o = &t->from[m->text];
  const bool first = m->kind == MH_COPIES_FIRST;
  mh_out_fmt(out, "%s %s %s", first ? "oldest" : mh_copies_kind_id(m->kind), o->outlet,
             o->published ? o->published : "?");
  if (!first)
    mh_out_fmt(out, " of %s, %d in ten", t->from[m->of].outlet,
               (int)(m->share * 10 + 0.5f));
  mh_out_char(out, '\n');
}

static mh_status find(mh_out *out, const one_case *c, mh_error *err)
{
  mh_arena a = {0};
  texts t = {.n = 0};
  size_t n;
  mh_copies_groups g;
  mh_copies *copies = mh_copies_new();
  (void)err;
  cut(&t, &a, c->text);
  for (uint32_t i = 0; copies && i < t.n; i++) {
    mh_copies_signature s;
    mh_copies_sign(&s, t.at[i], t.len[i]);
    MH_TRY(mh_copies_add(copies, &s, mh_copies_day(t.from[i].published)));
  }
  const mh_copies_pair *pair = copies ? mh_copies_pairs(copies, &n) : NULL;
  if (!copies || mh_copies_group(&g, &a, t.from, t.n, pair, n) != MH_OK) return MH_ENOMEM;
  for (uint32_t i = 0; i < g.n; i++) put(out, &t, &g.at[i]);
  mh_copies_free(copies);
  mh_arena_free(&a);
  return MH_OK;
}

int main(int argc, char **argv)
{
  return cases_main(argc, argv, find);
}
