/* main_join - the parts of an article as lines of one clean text: what readers of lines take.
 */
#include "web.h"

/* One part, cleaned, behind what stands in text already.  Invisible characters alone are
 * nothing. */
static mh_status put_part(char *text, uint32_t *len, mh_arena *a,
                          const mh_page__part *part)
{
  char *clean = NULL;
  uint32_t n = 0;
  MH_TRY(mh_page__clean(&clean, &n, a, part->text, part->len));
  if (*len && n) text[(*len)++] = '\n';
  for (uint32_t i = 0; i < n; i++) text[*len + i] = clean[i] == '\n' ? ' ' : clean[i];
  *len += n;
  return MH_OK;
}

static void mark_headings(mh_page__lines *l, const uint32_t *at, uint32_t n)
{
  for (uint32_t i = 0, k = 0; i < l->n && k < n; i++)
    if (l->at[i].at == at[k]) {
      l->at[i].heading = true;
      k++;
    }
}

mh_status mh_page__join(mh_page__lines *out, mh_arena *a, const mh_page__parts *parts,
                        mh_error *err)
{
  size_t most = 1;
  uint32_t len = 0, headings = 0;
  /* NFC makes text longer at most threefold (UAX 15, "stable code points") */
  for (uint32_t i = 0; i < parts->n; i++) most += 3 * (size_t)parts->at[i].len + 1;
  char *text = mh_arena_take(a, most);
  uint32_t *at = mh_arena_take(a, (size_t)(parts->n + 1) * sizeof *at);
  if (!text || !at) return mh_fail(err, MH_ENOMEM, 0, "no memory for the article");
  for (uint32_t i = 0; i < parts->n; i++) {
    const uint32_t before = len;
    if (parts->at[i].lead) continue;
    if (put_part(text, &len, a, &parts->at[i]) != MH_OK)
      return mh_fail(err, MH_ENOMEM, 0, "no memory for the article");
    if (parts->at[i].heading && len > before) at[headings++] = before + (before > 0);
  }
  text[len] = '\0';
  MH_TRY(mh_page__cut_lines(out, a, text, len, err));
  mark_headings(out, at, headings);
  return MH_OK;
}
