/* expert - who is told by a name and by what he is, and is no party: "said | General N. N., the
 * strategic expert", "said | N. N., a professor at".  He speaks for himself, whatever rank he
 * bears or had, and what he says is nobody's statement.
 *
 * Not here: who is told by that alone ("the expert said", roles.tsv), who held an office once
 * (former.c), a name with nothing to it (stranger.c).
 */
#include "content.h"

#define NAME  5 /* words of a name that nobody knows       */
#define SHORT 3 /* letters of a word that may be part of it */

/* Is x told with a state, or another that has a code? */
static bool of_state(const mh_actor *x)
{
  return x->codes.n > 1 || (x->codes.n && strcmp(x->codes.at[0], "OTHER") != 0);
}

/* Past a rank or a courtesy title and the name behind it, where no state is told with them;
 * else i. */
static uint32_t past_titled(const reader *r, uint32_t i)
{
  const int32_t at = r->m->actor_at[i];
  const mh_actor *x = at >= 0 ? &r->m->actors[at] : NULL;
  return x && x->form == MH_ACTOR_OFFICIAL && x->person_end > x->person_first &&
                 !of_state(x) && !(x->pro & ~MH_PRO_AL)
             ? x->end
             : i;
}

/* A word that nobody knows, or a given name. */
static bool name_alone(const reader *r, uint32_t i)
{
  return tok(r, i)->n > 1 &&
         (mh_words_unknown(r->w, i) || mh_lex_given_name(r->lex, tok(r, i)->key));
}

/* Past words that are somebody's name; i where none stand there. */
static uint32_t past_words(const reader *r, uint32_t i, uint32_t end)
{
  bool name = false;
  uint32_t k = i;
  for (; k < end && k - i < NAME; k++) {
    if (tok(r, k)->kind != MH_TOKEN_WORD || r->m->actor_of[k] >= 0 ||
        r->m->when_at[k] >= 0 || r->cls[k] != MH_W_NONE ||
        (tok(r, k)->flags & MH_TF_LINE && k > i))
      break;
    const bool alone = name_alone(r, k);
    /* "Ben", "Abd an-Nur" */
    const bool part = tok(r, k)->n <= SHORT || (k > i && mh_statement__article(r, k));
    if (!alone && (!part || tok(r, k)->n == 1)) break;
    name = name || alone;
  }
  return name ? k : i;
}

/* A word at i that says what somebody is who speaks for no party, of one only. */
static bool one_of_nobody(const reader *r, uint32_t i, uint32_t end)
{
  const int32_t at = i < end ? r->m->actor_at[i] : -1;
  const mh_actor *x = at >= 0 ? &r->m->actors[at] : NULL;
  return x && x->form == MH_ACTOR_ROLE && x->role == MH_ROLE_NOBODY &&
         !(x->pro & ~MH_PRO_AL) && !mh_statement__oblique_plural(r, i);
}

bool mh_statement__expert(const reader *r, const act *x, uint32_t i, uint32_t end,
                          subject *out)
{
  if (i + 2 >= end || tok(r, i)->kind == MH_TOKEN_NUMBER) return false;
  uint32_t k = past_titled(r, i);
  const bool titled = k > i;
  if (k < end && r->m->actor_at[k] < 0) k = past_words(r, k, end);
  if (k == i || k + 1 >= end) return false;
  bool apart = mh_statement__comma(r, k);
  if (apart) k++;
  if (r->cls[k] == MH_W_PRON && mh_statement__and(r, k)) apart = true, k++;
  if (!one_of_nobody(r, k, end)) return false;
  /* "told (he) N. | a newspaper (fem.)" */
  if (!apart && tok(r, k)->flags & MH_TF_MARBUTA && (x->feats & MH_F_GENDER) == MH_F_M)
    return false;
  /* "criticised N. | the writer": whom a verb with an object is about may stand there too */
  if (!apart && !titled && mh_statement__frame_for(x, MH_TAKES_OBJECT) &&
      !mh_statement__frame_for(x, MH_TAKES_AN))
    return false;
  *out = (subject){.first = r->m->actor_at[k], .last = r->m->actor_at[k], .nobody = true};
  out->end = r->m->actors[out->first].end;
  return true;
}
