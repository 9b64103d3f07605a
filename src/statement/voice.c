/* voice - who tells what others said: the spokesman of one who has met somebody.
 *
 * "The spokesman said that the Italian minister praised X, | calling for Y": not the spokesman
 * calls for it, but whom he tells of.  What others do and say elsewhere ("the spokesman of the
 * movement said that N. refused, | stressing that") is his to speak of, and he goes on himself.
 */
#include "inside.h"

/* Is somebody in the actor phrase x a spokesman, by his office or by his name? */
static bool spokesman(const reader *r, const mh_actor *x)
{
  for (uint32_t i = x->first; i < x->end; i++) {
    const mh_match *of = mh_words_match(r->w, i, MH_PH_OFFICE);
    if (of && strcmp(mh_lex_office(r->lex, of->value)->kind, "spokesman") == 0)
      return true;
    const mh_match *p = mh_words_match(r->w, i, MH_PH_PERSON);
    if (p && strcmp(mh_lex_person(r->lex, p->value)->office, "spokesman") == 0)
      return true;
  }
  return false;
}

/* Does he stand right behind, or right before, the name in x ("N. N., the spokesman of")? */
static bool beside(const reader *r, int32_t at)
{
  const mh_actor *x = &r->m->actors[at];
  if (x->person_end == x->person_first) return false;
  const mh_actor *end = r->m->actors + r->m->n_actors;
  return (x + 1 < end && x[1].first <= x->end + 1 && spokesman(r, x + 1)) ||
         (at > 0 && x[-1].end + 1 >= x->first && spokesman(r, x - 1));
}

/* A statement that one side put out tells of both just as he does. */
static bool paper(const reader *r, int32_t at)
{
  const mh_actor *x = &r->m->actors[at];
  return x->form == MH_ACTOR_ROLE && x->role == MH_ROLE_DOCUMENT;
}

void mh_statement__note_voice(reader *r, const subject *teller)
{
  if (teller->carried) return;
  r->voice.n = 0;
  if (teller->first < 0 || teller->codes.n != 1) return;
  if (paper(r, teller->first) || spokesman(r, &r->m->actors[teller->first]) ||
      beside(r, teller->first))
    r->voice = teller->codes;
}

bool mh_statement__voiced(const reader *r, const mh_codes *who)
{
  return r->voice.n == 1 && who->n == 1 && r->met.n == 2 &&
         mh_codes_has(&r->met, r->voice.at[0]) && mh_codes_has(&r->met, who->at[0]);
}

bool mh_statement__told_on(const reader *r, const act *x)
{
  const uint32_t which = MH_F_TENSE | MH_F_PERSON | MH_F_NUMBER;
  if (x->form != ACT_VERB || !mh_statement__voiced(r, &r->near.codes) ||
      (x->feats & which) != (MH_F_PERFECT | MH_F_3 | MH_F_SG) ||
      r->near.feminine != ((x->feats & MH_F_GENDER) == MH_F_F))
    return false;
  /* "and added that": he who tells it all */
  return x->n_frames && x->frames[0].act != MH_ACT_STATE;
}

/* "(the commission condemned X.) | its spokesman (said)", "(the rebels ...) | their spokesman": of
 * who acted last in the gender of "its", an organisation or a group as well as a state. */
mh_codes mh_statement__his_office(const reader *r, const mh_actor *x)
{
  const mh_codes none = {.n = 0};
  if (x->form != MH_ACTOR_OFFICIAL ||
      !(x->enc == MH_ENC_HU || x->enc == MH_ENC_HA || x->enc == MH_ENC_HUM) ||
      r->paragraph > r->acted + 1 || !spokesman(r, x))
    return none;
  const mh_codes *who = &r->by_gender[x->enc == MH_ENC_HA].codes;
  return who->n == 1 ? *who : none;
}
