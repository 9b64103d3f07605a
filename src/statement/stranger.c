/* stranger - who acts and is nobody we know: a noun that is no political actor ("the experts",
 * "many Iranians"), a name that was told with no office, something in quotation marks.
 *
 * What is told of them is nobody's statement; whom a verb goes back to otherwise is doer.c's.
 */
#include "content.h"

#define VERBS (1u << MH_POS_VERB)
#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)
#define ADJ   (1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE | 1u << MH_POS_PASSIVE)
#define NAME  7  /* tokens that a name has up to what its bearer says */
#define NAMES 64 /* actors looked back at for one */

/* "many | of the Iranians", "most | Yemenis": people, of whom nobody asks what their state does. */
static bool people(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  /* "urged (she) | all Italians": whom one turns to */
  if ((x->feats & MH_F_GENDER) == MH_F_F || x->frames[0].act == MH_ACT_CALL ||
      x->frames[0].act == MH_ACT_WARN)
    return false;
  if (i >= end || r->cls[i] != MH_W_DET || i + width(r, i) >= end) return false;
  const uint32_t p = i + width(r, i);
  const mh_token *t = tok(r, p);
  const int z = mh_statement__letter_back(t, 1);
  return t->kind == MH_TOKEN_WORD && t->n > 6 && r->m->actor_of[p] < 0 &&
         mh_statement__article(r, p) && mh_statement__letter_back(t, 0) == MH_L_NUN &&
         (z == MH_L_YA || z == MH_L_WAW) && mh_statement__letter_back(t, 2) == MH_L_YA;
}

/* "some partners of N. | fear that": who fears stands between the verb and "that", when he is
 * nobody we know; "feared some ... " of things has none. */
static bool some_that(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  if (i + 1 >= end || r->cls[i] != MH_W_DET || x->form != ACT_VERB ||
      r->m->actor_of[i + width(r, i)] >= 0)
    return false;
  bool takes = false;
  for (uint32_t k = 0; k < x->n_frames; k++) takes |= x->frames[k].takes & MH_TAKES_AN;
  for (uint32_t k = i + 1; takes && k < end && k < i + NAME; k++) {
    if (r->cls[k] == MH_W_AN) return true;
    if (tok(r, k)->kind != MH_TOKEN_WORD || r->cls[k] == MH_W_PREP) return false;
  }
  return false;
}

/* ahad, ihda: one of several, who is not named. */
static bool one_of(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->n >= 3 && t->n <= 6 && mh_key_letter(t->key, 0) == MH_L_ALEF &&
         mh_key_letter(t->key, 1) == MH_L_HAH && mh_key_letter(t->key, 2) == MH_L_DAL &&
         (t->n == 3 || mh_key_letter(t->key, 3) == MH_L_HA ||
          (t->n == 4 && mh_key_letter(t->key, 3) == MH_L_YA));
}

/* "said | one of the dwellers in the camp that": who says it is one of those whom nobody knows,
 * wherever they are told to be. */
static bool one_says(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  const mh_frame *f = &x->frames[0];
  if (x->form != ACT_VERB || i + 2 >= end || !one_of(r, i) || r->m->actor_of[i] >= 0 ||
      (f->act != MH_ACT_STATE && f->act != MH_ACT_AFFIRM) ||
      !(f->takes & (MH_TAKES_AN | MH_TAKES_QUOTE)))
    return false;
  if (tok(r, i)->n > 4) return true; /* "one of them said" */
  return r->m->actor_of[i + 1] < 0 && mh_statement__reading(r, i + 1, NOUNS | ADJ, false);
}

/* "«the fatwa» points to": a noun in quotation marks that is nobody we know. */
static bool quoted_stranger(const reader *r, uint32_t i, uint32_t end)
{
  if (i + 3 >= end || !mh_statement__quote_mark(r, i) || r->m->actor_at[i + 1] >= 0)
    return false;
  uint32_t k = i + 1;
  while (k < end && k < i + 5 && !mh_statement__quote_mark(r, k)) k++;
  if (k + 1 >= end || !mh_statement__quote_mark(r, k)) return false;
  k += r->cls[k + 1] == MH_W_OTHER ? 2 : 1;
  return k < end && (r->cls[k] == MH_W_AN || r->cls[k] == MH_W_PREP);
}

/* "the fighters", "critics of": the ending of a subject, never that of an object. */
static bool subject_plural(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  if (t->n < 5) return false;
  const int z = mh_key_letter(t->key, t->n - 1), y = mh_key_letter(t->key, t->n - 2);
  if (z == MH_L_NUN && y == MH_L_WAW) { /* not "cooperation" */
    const mh_reading *noun = mh_statement__reading(r, i, NOUNS, false);
    return mh_statement__has_al(r, i) &&
           (noun == NULL || (noun->feats & MH_F_NUMBER) == MH_F_PL);
  }
  const int32_t of = i + 1 < r->doc->n_tokens ? r->m->actor_at[i + 1] : -1;
  if (z != MH_L_WAW || (of >= 0 && r->m->actors[of].form == MH_ACTOR_NAME))
    return false; /* "fighters of N." are theirs */
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const uint32_t f = mh_words_reading(r->w, i, k)->feats;
    if ((f & MH_F_CONSTRUCT) && !(f & MH_F_OBLIQUE) && MH_F_POS_OF(f) != MH_POS_VERB)
      return true;
  }
  return false;
}

/* li- or bi-, alone before a mark of quotation or foreign letters. */
static bool lone(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  const int z = t->n == 1 ? mh_key_letter(t->key, 0) : 0;
  return z == MH_L_LAM || z == MH_L_BA;
}

/* May the noun at i be somebody who is no political actor ("experts", "the report")? */
static bool stranger(const reader *r, uint32_t i, uint32_t end, bool object)
{
  if (i >= end || tok(r, i)->kind != MH_TOKEN_WORD || r->m->actor_at[i] >= 0)
    return false;
  if (r->cls[i] != MH_W_NONE || mh_statement__joined(r, i)) return false;
  /* "told (li-) «N.»", "denounced (bi-) «X»": a letter alone is nobody */
  if (lone(r, i)) return false;
  if (object && mh_statement__oblique_plural(r, i)) return false;
  if (subject_plural(r, i)) return true;
  /* "the Kenyan lawyer": a definite noun and a relative adjective that are no office */
  if (i + 1 < end && mh_statement__has_al(r, i) &&
      mh_words_match(r->w, i + 1, MH_PH_ADJ) && mh_statement__has_al(r, i + 1) &&
      !mh_statement__reading(r, i, NOUNS, false))
    return true;
  if (mh_statement__reading(r, i, 1u << MH_POS_MASDAR | VERBS, false)) return false;
  if (mh_statement__reading(r, i, NOUNS, false))
    return !object && !mh_statement__abstract(r, i);
  return !object && !(tok(r, i)->flags & MH_TF_TANWIN);
}

bool mh_statement__takes_any(const act *x)
{
  bool object = false;
  for (uint32_t i = 0; i < x->n_frames + x->n_with; i++) {
    object = object || (x->frames[i].takes & MH_TAKES_OBJECT);
    const uint8_t a = x->frames[i].act;
    const bool says = a == MH_ACT_STATE || a == MH_ACT_AFFIRM || a == MH_ACT_ACKNOWLEDGE;
    if (says && (x->frames[i].takes & (MH_TAKES_AN | MH_TAKES_QUOTE))) return false;
  }
  return object;
}

static bool no_object(const act *x)
{
  for (uint32_t i = 0; i < x->n_frames + x->n_with; i++)
    if (x->frames[i].takes & MH_TAKES_OBJECT) return false;
  return x->n_frames > 0;
}

/* "estimates say that", "this level is held to be", "those who follow it know", "some see":
 * what stands right behind a verb of saying is who or what says, though it is nobody. */
static bool something_says(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  if (x->form != ACT_VERB || i + 1 >= end || tok(r, i)->kind != MH_TOKEN_WORD ||
      r->m->actor_at[i] >= 0)
    return false;
  const bool verb = r->w->glance[i + 1].pos == VERBS && r->cls[i + 1] == MH_W_NONE;
  if (r->cls[i] == MH_W_PREP)
    return tok(r, i)->n == 2 && verb && mh_statement__prep(r, i) == MH_TAKES_MIN;
  if (r->cls[i] == MH_W_DET) return true;
  if (r->cls[i] == MH_W_DEM) /* "this minister added" is somebody */
    return x->frames[0].act == MH_ACT_STATE && mh_statement__has_al(r, i + 1) &&
           r->m->actor_at[i + 1] < 0 && !mh_statement__joined(r, i);
  if (r->cls[i] != MH_W_NONE || !no_object(x) || mh_statement__joined(r, i) ||
      (tok(r, i)->flags & MH_TF_TANWIN))
    return false;
  const mh_reading *y = mh_statement__reading(r, i, NOUNS, false);
  return y && y->enc != MH_ENC_ACC && !mh_statement__and(r, i);
}

/* May the word at i be the first of a name?  Names may be written like verbs and nouns
 * (ahmad, salih), but neither lead to what is told nor tell how it is ("saying"). */
static bool name_like(const reader *r, const act *x, uint32_t i)
{
  const mh_token *t = tok(r, i);
  /* a name that nobody knows may begin with the letter that bi- is */
  const unsigned led = mh_statement__joined(r, i);
  const bool joined = led && (led != MH_PRO_BI || mh_words_readings(r->w, i));
  if (t->kind != MH_TOKEN_WORD || r->cls[i] != MH_W_NONE || r->m->actor_of[i] >= 0 ||
      lone(r, i) || r->m->when_at[i] >= 0 || joined || (t->flags & MH_TF_TANWIN) ||
      mh_statement__letter_back(t, 0) == MH_L_ALEF || mh_statement__pronoun(r, i))
    return false;
  return no_object(x) || !(mh_statement__abstract(r, i) ||
                           mh_statement__reading(r, i, 1u << MH_POS_MASDAR, false));
}

/* Is the word at i part of somebody's name told before, or does it stand right behind one (a
 * name may have more words than are known)? */
static bool told_name(const reader *r, uint32_t i)
{
  const mh_key key = mh_statement__bare(tok(r, i));
  uint32_t k = mh_statement__actors_before(r, i);
  for (uint32_t n = 0; k-- > 0 && n < NAMES; n++) {
    const mh_actor *x = &r->m->actors[k];
    const bool person = x->person_end > x->person_first;
    if (!person && x->form != MH_ACTOR_OFFICIAL) continue;
    for (uint32_t p = person ? x->person_first : x->end;
         p < i && p < (person ? x->person_end : x->end) + 2; p++)
      if (mh_statement__same(mh_statement__bare(tok(r, p)), key)) return true;
  }
  return false;
}

/* A word that nobody knows, or a given name. */
static bool of_a_name(const reader *r, uint32_t i, uint32_t end, bool given)
{
  if (i >= end || tok(r, i)->kind != MH_TOKEN_WORD || tok(r, i)->n < 3 ||
      r->m->actor_of[i] >= 0)
    return false;
  return mh_words_unknown(r->w, i) ||
         (given && mh_lex_given_name(r->lex, tok(r, i)->key));
}

/* "said | N. N., who studies at ...": a first and a last name that no office of anybody's
 * follows, whatever more is told of him. */
static bool full_name(const reader *r, uint32_t i, uint32_t end)
{
  if (!of_a_name(r, i, end, true) || i + 1 >= end) return false;
  if (mh_statement__comma(r, i + 1)) return of_a_name(r, i, end, false);
  return !(tok(r, i + 1)->flags & MH_TF_LINE) && of_a_name(r, i + 1, end, false);
}

/* "N. N. made clear that", "N., that", "N., who is a student, said": between a verb of telling
 * and what it tells stands nothing but a name that nobody knows. */
static bool somebody(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  const mh_frame *f = &x->frames[0];
  if (x->form != ACT_VERB || (f->act != MH_ACT_STATE && f->act != MH_ACT_AFFIRM) ||
      !(f->takes & (MH_TAKES_AN | MH_TAKES_QUOTE)) || i >= end || !name_like(r, x, i) ||
      told_name(r, i))
    return false;
  if (full_name(r, i, end)) return true;
  for (uint32_t k = i + 1; k < end && k < i + NAME; k++) {
    if (r->cls[k] == MH_W_AN || mh_statement__mark(r, k, ':') ||
        mh_statement__quote_mark(r, k))
      return true;
    if (r->cls[k] == MH_W_PRON && mh_statement__and(r, k)) return true;
    if (r->m->actor_of[k] >= 0 || r->m->when_at[k] >= 0) return false;
    if (mh_statement__comma(r, k)) continue;
    if (tok(r, k)->kind != MH_TOKEN_WORD || r->cls[k] != MH_W_NONE) return false;
  }
  return false;
}

/* "N. N., a professor at ..., | said": a full name that nobody knows begins the sentence, and what
 * is told of him stands between commas before the verb at p. */
bool mh_statement__stranger_ahead(const reader *r, uint32_t p, uint32_t first)
{
  if (p < first + 4 || !mh_statement__comma(r, p - 1) || !of_a_name(r, first, p, true) ||
      told_name(r, first) || told_name(r, first + 1) ||
      (mh_key_letter(tok(r, first)->key, 0) == MH_L_WAW &&
       !mh_lex_given_name(r->lex, tok(r, first)->key)))
    return false;
  uint32_t k = first + 1;
  while (k < p && k < first + NAME && tok(r, k)->kind == MH_TOKEN_WORD &&
         r->cls[k] == MH_W_NONE && r->m->actor_of[k] < 0)
    k++;
  return k > first + 1 && k + 1 < p && mh_statement__comma(r, k);
}

#define AHEAD 9 /* tokens from who is nobody to his verb */

/* "but the paper «N.» | revealed", "an expert on N. affairs | said": a word for who speaks for no
 * party begins the clause, and nothing but his name, what he is and where stands before his verb. */
bool mh_statement__nobody_ahead(const reader *r, uint32_t p, uint32_t first)
{
  uint32_t i = p;
  if (i > first && mh_statement__comma(r, i - 1)) i--;
  while (i-- > first && p - i <= AHEAD) {
    const int32_t a = r->m->actor_at[i];
    if (a >= 0 && r->m->actors[a].form == MH_ACTOR_ROLE &&
        r->m->actors[a].role == MH_ROLE_NOBODY && r->m->actors[a].codes.n == 0)
      return i == first || r->cls[i - 1] == MH_W_CONJ ||
             (r->cls[i - 1] == MH_W_AN && r->acts == 0); /* else he is told of */
    const uint8_t c = r->cls[i];
    if (mh_statement__comma(r, i) || (c != MH_W_NONE && c != MH_W_PREP) ||
        (r->m->actor_of[i] < 0 && r->w->glance[i].pos == VERBS))
      return false;
  }
  return false;
}

/* "Paris Saint-Germain": a capital and a word that nobody knows is no government. */
bool mh_statement__club(const reader *r, const subject *s, uint32_t end)
{
  return r->m->actors[s->first].form == MH_ACTOR_CAPITAL && s->first == s->last &&
         s->end < end && tok(r, s->end)->kind == MH_TOKEN_WORD &&
         r->m->actor_at[s->end] < 0 && mh_words_unknown(r->w, s->end);
}

bool mh_statement__named_group(const reader *r, uint32_t i)
{
  const int32_t a = r->m->actor_at[i];
  const mh_actor *y = a >= 0 ? &r->m->actors[a] : NULL;
  if (y == NULL || y->form != MH_ACTOR_NAME || y->end != i + 1 || y->codes.n != 1)
    return false;
  const mh_actor_row *row = mh_lex_actor_by_code(r->lex, y->codes.at[0]);
  return row == NULL || row->kind != MH_ACTOR_STATE;
}

/* "holds it | a crime": behind a verb of describing with whom it describes stands what he is
 * called. */
static bool calls_it(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  const mh_frame *f = &x->frames[0];
  return i < end && f->kind == MH_FRAME_JUDGE && (f->takes & MH_TAKES_OBJECT) &&
         !(f->takes & MH_TAKES_BI) && /* "information called him | so" */
         mh_statement__pronoun(r, x->word) && !mh_statement__has_al(r, i) &&
         !subject_plural(r, i);
}

bool mh_statement__unknown(const reader *r, const act *x, uint32_t near, uint32_t i,
                           uint32_t end)
{
  const bool verb = x->form == ACT_VERB;
  const bool any = mh_statement__takes_any(x) || mh_statement__holds_so(r, x, i, end) ||
                   calls_it(r, x, i, end) || mh_statement__object_of(r, x, i);
  /* "refused, | N. N., the director of," */
  if (verb && x->word_end + 1 < end && mh_statement__comma(r, x->word_end) &&
      full_name(r, x->word_end + 1, end))
    return true;
  if (verb && (people(r, x, near, end) || some_that(r, x, near, end) ||
               one_says(r, x, near, end) || somebody(r, x, near, end)))
    return true;
  if (!any && (something_says(r, x, i, end) || (verb && quoted_stranger(r, i, end))))
    return true;
  return verb && stranger(r, i, end, any);
}

/* "the agency", of which nothing more is told: the press that was told of by that noun before. */
static bool that_press(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  if (t->kind != MH_TOKEN_WORD || r->cls[i] != MH_W_NONE || r->m->actor_of[i] >= 0 ||
      !mh_statement__article(r, i) || mh_key_letter(t->key, 0) != MH_L_ALEF)
    return false;
  for (uint32_t a = 0; a < r->m->n_actors && r->m->actors[a].first < i; a++) {
    const mh_actor *y = &r->m->actors[a];
    if (y->form != MH_ACTOR_ROLE || y->role != MH_ROLE_NOBODY) continue;
    const mh_token *u = tok(r, y->first);
    uint32_t k = 0;
    while (k + 2 < t->n && k < u->n &&
           mh_key_letter(t->key, (int)k + 2) == mh_key_letter(u->key, (int)k))
      k++;
    if (k + 2 == t->n && k == u->n) return true;
  }
  return false;
}

#define PRESS_ON 2 /* paragraphs that the press may go on telling */

void mh_statement__press_on(reader *r, const act *x, uint32_t end)
{
  const uint8_t does = x->frames[0].act;
  uint32_t i = mh_statement__skip_adverbs(r, x->word_end, end);
  if (does != MH_ACT_STATE && does != MH_ACT_AFFIRM) return;
  const bool on = r->press && r->paragraph < r->press + PRESS_ON &&
                  (x->feats & MH_F_GENDER) == MH_F_F && !r->by_gender[1].codes.n;
  if (i + 1 < end && that_press(r, i))
    i = mh_statement__skip_adverbs(r, i + 1, end);
  else if (!on)
    return;
  if (i + 1 >= end || r->cls[i] != MH_W_AN) return;
  r->told = i + 1;
  r->press = r->paragraph + 1;
}
