/* closed - what stands right behind an organ that its article has closed, and is no more of it:
 * the state it turns to, who holds an office and is charged by it, another organ.
 *
 * What does go on with an organ is actor.c's.
 */
#include "inside.h"

const char *mh_mention__organ_kind(const mh_words *w, uint32_t i)
{
  const mh_match *m = mh_words_match(w, i, MH_PH_ORGAN);
  return m ? mh_lex_organ(w->lex, m->value)->kind : "";
}

/* "the council of ministers congratulated: | the Republic of N.", "the spokesman of the ministry
 * urged | N.": an organ that al- has closed takes no genitive; the state is whom it turns to. */
bool mh_mention__closed(const chain *c, const mh_match *state)
{
  const bool his = c->a.form == MH_ACTOR_OFFICIAL && c->at > c->a.first && !state->pro;
  const mh_match *organ = mh_words_match(c->w, his ? c->at - 1 : c->a.first, MH_PH_ORGAN);
  return (his || c->a.form == MH_ACTOR_ORGAN) && c->a.codes.n == 0 && organ &&
         organ->end == c->at && !(state->pro & MH_PRO_LI) &&
         !mh_mention__match(c, MH_PH_ADJ) &&
         mh_lex_actor(c->w->lex, state->value)->kind == MH_ACTOR_STATE &&
         mh_mention__article(&c->doc->tokens[c->at - 1]);
}

/* "the supreme council congratulated | the emir", "received at the ministry | the ambassador",
 * "the cabinet charged | the minister of N.": is who holds the office of m, behind such an organ,
 * somebody else?  Not "in the ministry | Major General N.", who is told of before it. */
bool mh_mention__somebody_else(const chain *c, const mh_match *m)
{
  const char *kind = mh_mention__organ_kind(c->w, c->a.first);
  const char *of = mh_lex_office(c->w->lex, m->value)->kind;
  if (strcmp(kind, "council") == 0) return true;
  return mh_mention__article(&c->doc->tokens[c->at - 1]) && !(m->pro & ~MH_PRO_AL) &&
         strcmp(of, "title") != 0 && strcmp(of, "military") != 0 &&
         (strcmp(kind, "presidency") == 0 || strcmp(kind, "ministry") == 0 ||
          strcmp(kind, "government") == 0 || strcmp(kind, "embassy") == 0);
}

/* "the cabinet charged | a committee of N.", "the council of ministers approved | the system of",
 * "the members of the council urged | the armed forces": behind a body of two words or more that
 * ends with al- nothing without it belongs to it, and behind one without a name nothing with it. */
bool mh_mention__other_organ(const chain *c, const mh_match *organ)
{
  const mh_match *m = mh_words_match(c->w, c->a.first, MH_PH_ORGAN);
  if (c->a.form != MH_ACTOR_ORGAN || m == NULL || m->end != c->at ||
      m->end == m->first + 1 || !mh_mention__article(&c->doc->tokens[c->at - 1]))
    return false;
  const char *kind = mh_mention__organ_kind(c->w, c->a.first);
  return strcmp(kind, "government") == 0
             ? organ->pro == 0
             : strcmp(kind, "members") == 0 &&
                   mh_mention__article(&c->doc->tokens[c->at]);
}
