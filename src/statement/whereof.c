/* whereof - states' names that only say whose or of where something is: of which state a coin
 * or a newspaper is, after which city a summit is called.  They are no file.
 *
 * Not here: where somebody is or meets (topic.c), and states told off in a row (row.c). */
#include "content.h"
#include "weigh.h"

#define NAME 5 /* tokens that the name of a paper takes at most */

/* "dollar | American" */
static bool coin(const reader *r, uint32_t i)
{
  return mh_statement__noun_of(r, i, MH_W_COIN, false);
}

/* Is token i of the name that something bears: a mark, a place, a word that is none? */
static bool named(const reader *r, uint32_t i)
{
  return mh_statement__quote_mark(r, i) || mh_words_readings(r->w, i) == 0 ||
         mh_words_match(r->w, i, MH_PH_PLACE);
}

/* "the newspaper 'The Sun' | British" */
static bool paper(const reader *r, uint32_t i, uint32_t first)
{
  bool quoted = false;
  for (const uint32_t from = i; i > first && from - i < NAME;) {
    i--;
    if (mh_statement__noun_of(r, i, MH_W_MEDIUM, false)) return from - i > 1;
    quoted ^= mh_statement__quote_mark(r, i);
    if (!quoted && !named(r, i)) return false;
  }
  return false;
}

/* "the summit of | Helsinki", and not "the talks of Washington and Moscow" */
static bool called_after(const reader *r, const mh_match *m, uint32_t first, uint32_t end)
{
  if (m->pro || m->first == first || mh_statement__article(r, m->first - 1)) return false;
  const mh_match *x = NULL;
  for (uint32_t i = m->first; i-- > first && m->first - i <= 2 && x == NULL;) {
    x = mh_words_match(r->w, i, MH_PH_MEETING);
    if (x && x->end != m->first) x = NULL;
  }
  if (x == NULL) return false;
  const char *kind = mh_lex_meeting(r->lex, x->value)->kind;
  if (m->kind != MH_PH_CAPITAL && strcmp(kind, "summit") != 0) return false;
  if (m->end >= end) return true;
  const bool other = r->w->glance[m->end].kinds &
                     (1u << MH_PH_ACTOR | 1u << MH_PH_CAPITAL);
  return !other && mh_statement__prep(r, m->end) != MH_TAKES_MAA;
}

bool mh_statement__only_whose(const reader *r, const mh_match *m, uint32_t first,
                              uint32_t end)
{
  if (m->kind != MH_PH_ADJ) return called_after(r, m, first, end);
  if (m->first == first || (m->pro & ~MH_PRO_AL)) return false;
  return coin(r, m->first - 1) || paper(r, m->first, first);
}

bool mh_statement__own_land(const reader *r, const act *x, const char *code)
{
  if (mh_codes_has(&x->who.codes, code)) return true;
  for (uint8_t i = 0; i < x->who.codes.n; i++) {
    const mh_actor_row *a = mh_lex_actor_by_code(r->lex, x->who.codes.at[i]);
    if (a && a->own && mh_code_same(a->home, code)) return true;
  }
  return false;
}
