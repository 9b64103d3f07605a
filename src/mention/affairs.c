/* affairs - for what an office is held: "the secretary | for (li-) the affairs of N. | in the
 * League".  The states named there are his field; whose he is stands elsewhere.
 */
#include "inside.h"

#define FIELD_WORDS 6

/* The token behind the word or name of his field at i; 0 where none stands there. */
static uint32_t field_word(const chain *c, uint32_t i)
{
  const mh_doc *d = c->doc;
  if (i >= d->n_tokens || d->tokens[i].kind != MH_TOKEN_WORD) return 0;
  if (mh_mention__article(&d->tokens[i]) || mh_mention__joined_field(c, i)) return i + 1;
  return mh_mention__place(c, i);
}

/* li-shu'un, lish-shu'un: "for the affairs", which every second office is held for. */
static bool affairs(const mh_token *t, bool al)
{
  const int k = al ? 2 : 1;
  return t->n == k + 4 && mh_key_letter(t->key, k) == MH_L_SHIN &&
         mh_key_letter(t->key, k + 2) == MH_L_WAW &&
         mh_key_letter(t->key, k + 3) == MH_L_NUN;
}

/* (li-) qita', "(for) the sector", of an organisation: the same. */
static bool sector(const mh_token *t)
{
  const int k = mh_key_letter(t->key, 0) == MH_L_LAM;
  return t->n == k + 4 && mh_key_letter(t->key, k) == MH_L_QAF &&
         mh_key_letter(t->key, k + 1) == MH_L_TAH &&
         mh_key_letter(t->key, k + 3) == MH_L_AIN;
}

/* The affairs at i and what is joined to them: "political | and economic"; 0 none. */
static uint32_t past_affairs(const chain *c, uint32_t i)
{
  uint32_t n = field_word(c, i);
  if (n == 0) return 0;
  while (n < c->doc->n_tokens && mh_mention__joined_field(c, n)) n++;
  return n;
}

/* "the Emirati minister of state | for (lil-) foreign affairs | N. N.": his field behind whose
 * he is, where his name follows or it is of affairs. */
bool mh_mention__field_behind(chain *c)
{
  const mh_doc *d = c->doc;
  if (c->a.form != MH_ACTOR_OFFICIAL || c->a.codes.n == 0 || !mh_mention__here(c) ||
      c->a.person_end > c->a.person_first)
    return false;
  uint32_t i = c->at;
  const mh_token *t = &d->tokens[i];
  if (t->n < 4 || (mh_key_letter(t->key, 0) != MH_L_LAM && !mh_mention__charged(c)))
    return false;
  const bool al = mh_key_letter(t->key, 1) == MH_L_LAM;
  if (mh_mention__match(c, MH_PH_OFFICE))
    return false; /* "(gave) the secretary general" */
  if (al && t->n > 6 && mh_mention__sound_plural(t))
    return false; /* "(said) to the journalists" */
  i++;
  const uint32_t plain = affairs(t, al) ? past_affairs(c, i) : 0;
  for (uint32_t n; i - c->at < FIELD_WORDS && (n = field_word(c, i)) != 0;) i = n;
  if (i >= d->n_tokens || (!al && i == c->at + 1)) return false;
  const uint32_t field = i; /* "for foreign affairs, | N. N.," */
  if (d->tokens[i].kind == MH_TOKEN_MARK && d->tokens[i].value == 0x60C) i++;
  if (i >= d->n_tokens) return false;
  const mh_match *of = mh_words_match(c->w, i,
                                      MH_PH_OFFICE); /* ", the ambassador N. N.," */
  if (i > field && of && !(of->pro & ~MH_PRO_AL) &&
      mh_lex_office(c->w->lex, of->value)->level >= 5)
    return c->at = field, true;
  const mh_match *p = mh_words_match(c->w, i, MH_PH_PERSON);
  if (!(p && p->pro == 0) &&
      !(d->tokens[i].kind == MH_TOKEN_WORD && !mh_mention__article(&d->tokens[i]) &&
        !mh_mention__never_name(c, i, i)))
    return plain ? c->at = plain, true : false;
  c->at = field;
  return true;
}

/* Behind the field, whose he is: "in the League", "in the ministry of N.". */
static bool in_which(chain *c, uint32_t i)
{
  return i < c->doc->n_tokens &&
         (mh_mention__joined_organisation(c, i) || mh_mention__in_organisation(c, i) ||
          mh_mention__in_organ(c, i) || mh_mention__field_adjective(c, i));
}

/* "the assistant secretary | for the affairs of N. and the lands | in the League": whose he is, if
 * he is somebody's, is told behind his field. */
bool mh_mention__for_affairs(chain *c)
{
  if (c->a.form != MH_ACTOR_OFFICIAL || c->a.codes.n || !mh_mention__here(c))
    return false;
  const mh_token *t = &c->doc->tokens[c->at];
  const bool of_affairs = mh_key_letter(t->key, 0) == MH_L_LAM && affairs(t, false);
  /* "the head of the sector | of N. in the League": the word is the office's own */
  const bool own = c->at > c->a.first && sector(t - 1);
  if (!of_affairs && !own && !sector(t)) return false;
  uint32_t i = own ? c->at : c->at + 1;
  for (uint32_t n; i - c->at < FIELD_WORDS && (n = field_word(c, i)) != 0; i = n)
    if (in_which(c, i)) return true;
  if (in_which(c, i)) return true;
  if (!of_affairs || i == c->at + 1) return false;
  c->at = i;
  return true;
}
