/* carry - who acted last, and to whom a verb or participle without a subject goes back.
 *
 * Not who a noun phrase stands for: that is subject.c.
 */
#include "content.h"

#define ADDRESSED 8 /* tokens between who acts and whom he addresses */

static uint32_t gender(uint32_t feats)
{
  return (feats & MH_F_GENDER) == MH_F_F;
}

/* "and they stressed": a plural verb goes on for three who were told together just before,
 * where no more than one of them has acted since. */
static bool three_again(const reader *r, const act *x)
{
  return x->form == ACT_VERB && (x->feats & MH_F_NUMBER) == MH_F_PL &&
         (x->feats & MH_F_PERSON) == MH_F_3 && r->listed.n > 2 && r->last.n < 2 &&
         r->paragraph <= r->listed_at + 1 &&
         (r->last.n == 0 || mh_codes_has(&r->listed, r->last.at[0]));
}

/* One person, to whom no plural goes back. */
static bool person(const reader *r, const subject *s)
{
  if (s->first < 0 || s->last != s->first || s->codes.n != 1) return false;
  const mh_actor *x = &r->m->actors[s->first];
  return x->person_end > x->person_first || x->form == MH_ACTOR_PERSON ||
         (x->form == MH_ACTOR_ROLE && x->role == MH_ROLE_PERSON);
}

bool mh_statement__many(const reader *r, const subject *s)
{
  if (s->first < 0 || s->last != s->first) return false;
  const mh_actor *x = &r->m->actors[s->first];
  if (x->form != MH_ACTOR_OFFICIAL || x->person_end > x->person_first) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, x->office_first); k++) {
    const mh_reading *y = mh_words_reading(r->w, x->office_first, k);
    if (MH_F_POS_OF(y->feats) != MH_POS_VERB && (y->feats & MH_F_NUMBER) == MH_F_PL)
      return true;
  }
  const mh_token *t = tok(r, x->office_first);
  const int y = mh_statement__letter_back(t, 1);
  return mh_statement__letter_back(t, 0) == MH_L_NUN && (y == MH_L_WAW || y == MH_L_YA);
}

/* Has somebody acted last, nobody we know, of whom the bare verb of x may tell?  An agency of
 * whom a feminine verb told is not who goes on in the masculine. */
static bool strange(const reader *r, const act *x)
{
  const uint32_t which = MH_F_NUMBER | MH_F_PERSON | MH_F_TENSE;
  /* "went on | saying" */
  const bool on = x->word && tok(r, x->word - 1)->kind == MH_TOKEN_WORD;
  const bool one = x->form == ACT_VERB
                       ? (x->feats & which) == (MH_F_SG | MH_F_3 | MH_F_PERFECT)
                       : on && (x->feats & MH_F_NUMBER) == MH_F_SG;
  /* "said that it will secure the trade, | adding": what is secured tells nothing, he goes on */
  if (x->form == ACT_PARTICIPLE && !on && r->outer_at != NO_TOKEN && !r->strange_said &&
      (x->frames->act == MH_ACT_STATE || x->frames->act == MH_ACT_AFFIRM))
    return false;
  if (!one) return r->stranger != 0;
  return (r->stranger & (gender(x->feats) ? STRANGE_SHE : STRANGE_HE)) != 0;
}

/* "the leaders voiced their anger, | saying": a participle of two is written like one of many, and
 * an organisation or a group of which no single person has just acted is many. */
static bool several_again(const reader *r, const act *x)
{
  if (x->form != ACT_PARTICIPLE || r->acts == 0 || r->last.n != 1 || r->last_person ||
      r->acted != r->paragraph)
    return false;
  const mh_actor_row *row = mh_lex_actor_by_code(r->lex, r->last.at[0]);
  return r->last_many || (row && row->kind != MH_ACTOR_STATE);
}

/* "the leaders welcomed X, | and called for Y": of three who have just acted, a dual that is
 * written like a plural is of them all. */
static bool all_again(const reader *r, const act *x)
{
  if (r->acts == 0 || r->last.n < 3 || r->acted != r->paragraph) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, x->word); k++) {
    const mh_reading *y = mh_words_reading(r->w, x->word, k);
    if (y->word && (y->feats & MH_F_NUMBER) == MH_F_PL &&
        MH_F_POS_OF(y->feats) == MH_F_POS_OF(x->feats) &&
        (y->feats & MH_F_PERSON) == (x->feats & MH_F_PERSON))
      return true;
  }
  return false;
}

/* "received N. and N., | who both condemned": of three who met, two are those whom the third one,
 * who is told to act, has received. */
static bool the_others(const reader *r, mh_codes *two)
{
  if (r->last.n != 3 || r->last_one.n != 1 || !mh_codes_has(&r->last, r->last_one.at[0]))
    return false;
  for (uint8_t i = 0; i < r->last.n; i++)
    if (!mh_codes_has(&r->last_one, r->last.at[i])) mh_codes_add(two, r->last.at[i]);
  return true;
}

/* "he said", where no statement of both is told: one man, who is not two parties. */
static bool one_man(const reader *r, const act *x)
{
  const uint32_t who = MH_F_NUMBER | MH_F_PERSON | MH_F_GENDER;
  const uint32_t him = MH_F_SG | MH_F_3 | MH_F_M, part = MH_F_NUMBER | MH_F_GENDER;
  const bool him_too = x->form == ACT_VERB ? (x->feats & who) == him
                                           : (x->feats & part) == (MH_F_SG | MH_F_M);
  return him_too && !r->common && !r->last_document;
}

/* A verb that ends in -wa: of two if its root ends so, else of many. */
static bool ends_in_wa(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return mh_statement__letter_back(t, 0) == MH_L_ALEF &&
         mh_statement__letter_back(t, 1) == MH_L_WAW;
}

/* Agreement of a bare verb tells who is carried on: a dual is both. */
void mh_statement__carry(const reader *r, const act *x, subject *s)
{
  const mh_codes *both = r->pair.n > 1 ? &r->pair : &r->play;
  const bool feminine = gender(x->feats);
  *s = (subject){.first = -1, .last = -1, .carried = true, .end = x->word_end};
  /* nobody who acted is near, or somebody who is no party */
  if ((r->opinion || strange(r, x)) && !r->declarer.n) return;
  if ((x->feats & MH_F_PERSON) == MH_F_1 && r->speaker.n && r->spoke_in == r->paragraph) {
    s->codes = r->speaker;
    s->carried = false; /* "I" is nobody else */
    return;
  }
  if ((x->feats & MH_F_PERSON) == MH_F_1 && r->declarer.n && !r->quoted[x->word]) {
    s->codes = r->declarer;
    s->carried = false;
    return;
  }
  const mh_clause_of of = mh_statement__clause_of(r, x);
  s->himself = of == CLAUSE_OWN || of == CLAUSE_HIS;
  switch (of) {
  case CLAUSE_OTHERS: return; /* what they do is told, not done */
  case CLAUSE_OWN:
    s->codes = r->speaker.n && r->spoke_in == r->paragraph ? r->speaker : r->last;
    return;
  default: break;
  }
  if (r->paragraph > r->acted + 2 && !r->joint && !r->resolver) return;
  s->document = r->last_document;
  const uint32_t they = MH_F_NUMBER | MH_F_PERSON;
  if ((x->feats & they) == (MH_F_PL | MH_F_3) && r->last_person && r->last.n == 1 &&
      x->form == ACT_VERB)
    return;
  if ((x->feats & MH_F_NUMBER) == MH_F_DU && (several_again(r, x) || all_again(r, x))) {
    s->codes = r->last;
  } else if ((x->feats & MH_F_NUMBER) == MH_F_DU) {
    /* "they called for": written alike of two and of many, whoever acted last */
    if (x->form == ACT_VERB && r->last.n == 1 && ends_in_wa(r, x->word)) {
      s->codes = r->last;
      return;
    }
    /* two of one state or of none */
    if (r->last.n == 1 && mh_statement__fellows(r) &&
        mh_codes_has(mh_statement__fellows(r), r->last.at[0])) {
      s->codes = r->last;
      return;
    }
    /* two, where three have acted as well */
    if (x->form == ACT_VERB && the_others(r, &s->codes)) return;
    if (x->form == ACT_VERB && mh_statement__the_two(r, x->word, &s->codes)) return;
    s->codes = r->last.n == 2 || (r->last.n > 2 && r->pair.n != 2) ? r->last : *both;
  } else if (three_again(r, x)) {
    s->codes = r->listed;
    s->document = false;
  } else if ((x->feats & MH_F_NUMBER) == MH_F_SG && (x->feats & MH_F_PERSON) != MH_F_1) {
    if (x->form == ACT_PARTICIPLE && r->near.codes.n && r->near.feminine == feminine) {
      s->codes = r->near.codes;
      s->document = false;
      return;
    }
    /* "but he said": who is told of in the clause before */
    if (x->word && r->cls[x->word - 1] == MH_W_CONJ && r->near.codes.n &&
        r->near.feminine == feminine && mh_statement__pronoun(r, x->word - 1)) {
      s->codes = r->near.codes;
      s->document = false;
      return;
    }
    const bool when = r->when_end && x->form == ACT_VERB && r->near.codes.n &&
                      x->word == r->when_end + 1 && r->near.feminine == feminine;
    if (when) s->carried = false; /* "when N. welcomed X, | he called for" */
    if (when || mh_statement__told_on(r, x)) {
      s->codes = r->near.codes;
      s->document = false;
      return;
    }
    s->codes = r->by_gender[feminine].codes;
    s->document = r->by_gender[feminine].document;
    /* one who goes on is none of several who acted, but for their statement */
    if (s->codes.n > 1 && !s->document && !r->common && r->last_one.n == 1 &&
        x->form == ACT_VERB)
      s->codes = r->last_one;
    /* a feminine in the middle of what a man says is somebody he speaks of */
    if (s->codes.n == 0 && feminine && x->form == ACT_VERB && r->by_gender[0].codes.n)
      return;
    /* and a man's verb in the imperfect behind a woman's or a state's tells of something else */
    if (s->codes.n == 0 && !feminine && x->form == ACT_VERB && r->by_gender[1].codes.n &&
        (x->feats & MH_F_TENSE) == MH_F_IMPERFECT && !r->joint && !x->future)
      return;
    /* a masculine singular with nobody before it who fits: the statement itself */
    if (s->codes.n == 0 && !feminine && r->joint && (r->common || r->last_document)) {
      s->codes = *both;
      s->document = true;
    }
  }
  /* before anybody has acted a bare singular has no subject */
  const bool bare = r->last.n == 0 && (x->feats & MH_F_NUMBER) == MH_F_SG && !r->joint;
  if (s->codes.n || bare) return;
  if (one_man(r, x) && (r->last.n == 0 || r->last.n > 1)) {
    if (r->last_one.n == 1 && mh_codes_has(&r->last, r->last_one.at[0]))
      s->codes = r->last_one;
    return;
  }
  s->codes = r->last.n ? r->last : *both;
}

bool mh_statement__but_they(const reader *r, const act *x, uint32_t head)
{
  return head > 0 && r->cls[head - 1] == MH_W_CONJ &&
         mh_statement__pronoun(r, head - 1) && (x->feats & MH_F_NUMBER) == MH_F_SG &&
         (x->feats & MH_F_PERSON) == MH_F_3;
}

bool mh_statement__its_own(const reader *r, const act *x, uint32_t head)
{
  if (r->told == 0 || head != r->told || !mh_statement__joined_pronoun(r, head - 1))
    return false;
  return (r->stranger & (gender(x->feats) ? STRANGE_SHE : STRANGE_HE)) != 0;
}

void mh_statement__stranger(reader *r, uint32_t feats, uint32_t i)
{
  r->strange_said = (r->stranger && r->strange_said) ||
                    mh_statement__verb_of_saying(r, i);
  r->stranger |= gender(feats) ? STRANGE_SHE : STRANGE_HE;
  r->near.codes.n = 0;
}

void mh_statement__met(reader *r, const mh_codes *who)
{
  if (who->n < 2) return;
  r->pair = *who, r->paired = r->paragraph;
  if (who->n == 2) r->met = *who, r->met_at = r->paragraph;
}

/* Is x something that two do with each other, at least one of them told by name or office? */
static bool together(const reader *r, const act *x)
{
  const int32_t a = x->who.first;
  if (x->who.codes.n < 2) return false;
  /* of one who acts the other is named; of two at least one is */
  if (x->alone.n != 1 &&
      (a < 0 || (r->m->actors[a].form == MH_ACTOR_ROLE && r->m->actors[a].codes.n == 0)))
    return false;
  return x->act == MH_ACT_MEET || x->act == MH_ACT_DISCUSS || x->act == MH_ACT_AGREE ||
         x->act == MH_ACT_SIGN;
}

/* "the ministry said that | the minister stressed X, | calling for": a participle that does not
 * fit the gender of who tells goes back to whom it tells of. */
static void note_near(reader *r, const act *x)
{
  if (x->form == ACT_VERB) r->by_her = gender(x->feats);
  if (!x->inner || x->who.first < 0 || x->who.first == x->outer_who.first ||
      x->who.codes.n != 1)
    return;
  const bool she = mh_statement__feminine(r, &r->m->actors[x->who.first]);
  if (she == r->by_her) return;
  r->near.codes = x->who.codes;
  r->near.feminine = she;
}

void mh_statement__acted(reader *r, const act *x)
{
  const subject *teller = x->inner && x->outer_who.codes.n ? &x->outer_who : &x->who;
  if (x->form != ACT_VERB || (x->feats & MH_F_TENSE) == MH_F_PERFECT)
    r->outer_at = x->tells ? x->outer_word : NO_TOKEN;
  else if (!teller->carried)
    r->outer_at = NO_TOKEN;
  /* an agreement provides; who goes on spoke before */
  if (x->who.document && x->who.first >= 0 &&
      mh_statement__agreement(r, r->m->actors[x->who.first].first))
    return;
  /* that the conference was held says nothing of who goes on speaking */
  if (x->who.document && x->act == MH_ACT_MEET && !r->joint) return;
  r->last = x->who.codes;
  mh_statement__note_fellows(r, x);
  if (x->act == MH_ACT_MEET && x->form == ACT_VERB && !x->inner && x->alone.n == 1 &&
      x->n_frames)
    r->host = x->alone, r->host_by = x->frames, r->host_at = r->paragraph;
  mh_statement__note_voice(r, teller);
  /* "that the minister praised X, | calling for Y, | stressing Z": and so on */
  if (!x->who.carried || !mh_statement__voiced(r, &r->near.codes) ||
      !mh_codes_has(&r->near.codes, x->who.codes.at[0]))
    r->near.codes.n = 0, note_near(r, x);
  if (x->who.codes.n > 1) r->pair = x->who.codes, r->paired = r->paragraph;
  if (together(r, x)) mh_statement__met(r, &x->who.codes);
  if (x->alone.n == 1)
    r->last_one = x->alone;
  else if (x->who.codes.n == 1)
    r->last_one = x->who.codes;
  else if (teller->codes.n == 1) /* "N. said that both" */
    r->last_one = teller->codes;
  if (!teller->carried) {
    r->last_document = teller->document;
    r->last_person = person(r, teller);
    r->last_many = mh_statement__many(r, teller);
    r->stranger = 0;
  }
  if (teller->carried || teller->codes.n == 0) return;
  const mh_codes *who = teller == &x->who && x->alone.n ? &x->alone : &teller->codes;
  uint32_t g = gender(x->feats);
  if (x->form != ACT_VERB) {
    /* "quoted of the minister her saying": the word tells no gender, who says it does */
    if (teller->first < 0 || teller->first != teller->last) return;
    g = mh_statement__feminine(r, &r->m->actors[teller->first]);
  } else if ((x->feats & MH_F_PERSON) == MH_F_1) {
    return; /* which tells no gender */
  }
  r->by_gender[g].codes = *who;
  r->by_gender[g].document = teller->document;
}

uint32_t mh_statement__turn(const reader *r, uint32_t first)
{
  if (r->cls[first] != MH_W_OTHER) return 0;
  const uint32_t n = first + width(r, first);
  const mh_token *t = tok(r, n - 1);
  const int z = mh_statement__letter_back(t, 0), y = mh_statement__letter_back(t, 1);
  if (z != MH_L_HA && !(z == MH_L_ALEF && y == MH_L_HA)) return 0;
  const int b = mh_key_letter(tok(r, first)->key, mh_statement__and(r, first));
  return (n == first + 1 ? b == MH_L_BA : b == MH_L_MIM) ? n : 0;
}

bool mh_statement__fima(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->n == 4 && mh_key_letter(t->key, 0) == MH_L_FA &&
         mh_key_letter(t->key, 1) == MH_L_YA && mh_key_letter(t->key, 2) == MH_L_MIM;
}

/* "while he thanked": does fima stand before a verb in the perfect?  It sets somebody against
 * whom the sentence told of before. */
static bool behind_while(const reader *r, const act *x)
{
  return x->word && r->cls[x->word - 1] == MH_W_CONJ &&
         mh_statement__fima(r, x->word - 1) && (x->feats & MH_F_TENSE) == MH_F_PERFECT;
}

#define SOON \
  2 /* paragraphs after that of their meeting in which the other of two is told so */

#define CALLED 64 /* actors in which somebody else is looked for who is called so */

/* "while | he gave him his greetings": to whom the sentence told of before it, whom the other of
 * the two has met. */
static bool to_him(const reader *r, const act *x)
{
  const mh_reading *y = mh_statement__reading(r, x->word, 1u << MH_POS_VERB, false);
  return y && y->enc == MH_ENC_HU && r->acts && r->paragraph <= r->met_at + SOON;
}

/* Of two the one who is not x's actor; false when he is none of them. */
static bool other_of(const mh_codes *two, act *x)
{
  if (two->n != 2 || x->who.codes.n != 1 || !mh_codes_has(two, x->who.codes.at[0]))
    return false;
  const bool second = mh_code_same(two->at[0], x->who.codes.at[0]);
  x->who.codes.at[0] = two->at[second];
  return true;
}

/* "the crown prince had a call of N.; | His Highness had one of N. as well": who receives once
 * more, told by nothing but a title or not at all, is he who did so before, though his guests
 * spoke since. */
void mh_statement__receives_again(const reader *r, act *x)
{
  if (r->host.n != 1 || x->n_frames == 0 || x->frames != r->host_by ||
      r->paragraph > r->host_at + SOON + 1)
    return;
  const bool from = x->frames[0].takes & MH_TAKES_MIN;
  const int32_t a = x->who.first;
  const mh_actor *he = a >= 0 ? &r->m->actors[a] : NULL;
  const bool titled = he && a == x->who.last && he->form == MH_ACTOR_ROLE &&
                      he->role == MH_ROLE_PERSON && he->codes.n == 0 &&
                      !mh_statement__article(r, he->first);
  if (titled || (from && x->who.carried && x->form == ACT_VERB &&
                 (x->feats & (MH_F_NUMBER | MH_F_PERSON)) == (MH_F_SG | MH_F_3)))
    x->who.codes = r->host;
}

/* "the king": was somebody else than of c called by that word before x as well?  Which of them
 * is meant it does not tell then. */
static bool called_so_too(const reader *r, const mh_actor *x, const mh_codes *c)
{
  const mh_token *t = tok(r, x->first);
  const bool lil = t->n > 4 && mh_key_letter(t->key, 0) == MH_L_LAM &&
                   mh_key_letter(t->key, 1) == MH_L_LAM;
  const mh_key word = lil ? mh_key_drop(t->key, 2) : mh_statement__bare(t);
  const uint32_t me = (uint32_t)(x - r->m->actors);
  for (uint32_t k = me > CALLED ? me - CALLED : 0; k < me; k++) {
    const mh_actor *y = &r->m->actors[k];
    if (y->codes.n != 1 || mh_codes_has(c, y->codes.at[0])) continue;
    for (uint32_t i = y->first; i < y->end; i++)
      if (mh_statement__same(mh_statement__bare(tok(r, i)), word)) return true;
  }
  return false;
}

/* Is the word at i the title that the word at k gives with a pronoun ("His | Highness")? */
static bool titles(const reader *r, uint32_t i, uint32_t k)
{
  const mh_token *his = tok(r, k), *t = tok(r, i);
  const mh_key bare = mh_statement__bare(t);
  const int al = mh_statement__same(bare, t->key) ? 0 : 2;
  const int n = his->n - 1; /* without the pronoun */
  if (t->n - al != n || n < 3) return false;
  for (int l = 0; l < n; l++)
    if (mh_key_letter(his->key, l) != mh_key_letter(bare, l)) return false;
  return true;
}

/* "His Highness", "His Excellency": who was told of last by that title, rather who spoke last. */
mh_codes mh_statement__so_titled(const reader *r, const mh_actor *x)
{
  mh_codes near = {.n = 0};
  const mh_token *t = tok(r, x->first);
  if (x->end != x->first + 1 || t->n < 4 || mh_statement__article(r, x->first) ||
      mh_key_letter(t->key, t->n - 1) != MH_L_HA)
    return near;
  const uint32_t me = (uint32_t)(x - r->m->actors);
  for (uint32_t k = me, n = 0; k-- > 0 && n < CALLED; n++) {
    const mh_actor *y = &r->m->actors[k];
    bool so = false;
    if (y->codes.n != 1) continue;
    for (uint32_t i = y->first; i < y->end && !so; i++) so = titles(r, i, x->first);
    if (!so) continue;
    if (r->last_one.n == 1 && mh_codes_has(&y->codes, r->last_one.at[0])) return y->codes;
    if (near.n == 0) near = y->codes;
  }
  return near;
}

/* "His Excellency conveyed | to the king": who is named by nothing but a title is not whom he
 * addresses, but the other of those who met. */
void mh_statement__addresses(const reader *r, act *x, uint32_t end)
{
  if (x->who.first < 0 || x->who.codes.n != 1 || x->who.end <= x->word) return;
  const mh_actor *he = &r->m->actors[x->who.first];
  if (he->form != MH_ACTOR_ROLE || he->role != MH_ROLE_PERSON) return;
  for (uint32_t i = x->who.end; i < end && i < x->who.end + ADDRESSED; i++) {
    const int32_t at = r->m->actor_at[i];
    if (at < 0) continue;
    const mh_actor *to = &r->m->actors[at];
    const mh_codes c = mh_statement__codes(r, to);
    if (!(to->pro & MH_PRO_LI)) continue;
    /* "after his return to the country": where he went */
    if (to->form == MH_ACTOR_ROLE && to->role == MH_ROLE_SELF) continue;
    if (c.n != 1 || !mh_code_same(c.at[0], x->who.codes.at[0])) return;
    if (to->form == MH_ACTOR_ROLE && called_so_too(r, to, &c)) return;
    if (!other_of(&r->met, x) && !other_of(&r->pair, x)) other_of(&r->parties, x);
    return;
  }
}

/* Behind such a turn somebody else speaks than who spoke last: the other of two where the verb
 * leads on to what he says, else somebody whom nobody knows. */
bool mh_statement__turns(reader *r, act *x, uint32_t end)
{
  act y = *x;
  const bool then = r->turn && (x->word == r->turn || (x->word == r->turn + 1 &&
                                                       mh_statement__comma(r, r->turn)));
  if (!then) {
    if (behind_while(r, x) && (r->paragraph == r->met_at || to_him(r, x)))
      other_of(&r->met, x);
    return true;
  }
  if (!mh_statement__complement(r, &y, x->word_end, end) || y.content > x->word_end + 2) {
    mh_statement__stranger(r, x->feats, x->word);
    return false;
  }
  other_of(&r->pair, x);
  return true;
}

/* Does the verb at i begin a clause that tells something in its own right? */
static bool main_clause(const reader *r, uint32_t i, uint32_t first)
{
  /* "did not visit": the clause begins with what negates it */
  if (i > first && r->cls[i - 1] == MH_W_NEG) i--;
  return i == first ||
         (mh_statement__opens(r, i, first) && !mh_statement__held(r, i, first, false));
}

/* "..., and that is what N. affirmed, saying": a clause that takes up what was told. */
static bool taken_up(const reader *r, uint32_t i, uint32_t first)
{
  if (i < first + 2) return false;
  return r->cls[i - 1] == MH_W_RESULT ||
         (r->cls[i - 1] == MH_W_REL && r->cls[i - 2] == MH_W_PRON);
}

/* Where the subject of the verb at i may stand: right behind it, or behind "on it". */
static uint32_t behind(const reader *r, uint32_t i, uint32_t end)
{
  const bool on_it = i + 2 < end && r->cls[i + 1] == MH_W_PREP &&
                     mh_statement__joined_pronoun(r, i + 1);
  return i + 1 + on_it;
}

/* The actors who begin the clause right before the verb at i: "but Moscow | denies that",
 * "although the president | did not say so".  *sub: it is one that another follows. */
static bool leads(const reader *r, uint32_t i, uint32_t first, subject *g, bool *sub,
                  bool feminine)
{
  if (i > first && r->cls[i - 1] == MH_W_NEG) i--;
  if (i == first || r->m->actor_of[i - 1] < 0 || mh_statement__and(r, i)) return false;
  if (!mh_statement__group_before(r, i, first, g)) return false;
  const uint32_t head = r->m->actors[g->first].first;
  const mh_word_class led = head > first ? r->cls[head - 1] : MH_W_NONE;
  /* also one behind "that", of whom no more is told than a participle of his */
  *sub = led == MH_W_SUB ||
         (led == MH_W_AN && r->acts &&
          (feminine != r->by_her || mh_statement__voiced(r, &g->codes)));
  return *sub || ((head == first || r->cls[head - 1] == MH_W_CONJ) &&
                  !mh_statement__held(r, head, first, false));
}

/* "while | answered the minister", "after X, | spoke the delegate": right behind what parts clauses a
 * perfect before who did so is no noun, though it is written like one. */
static bool clause_verb(const reader *r, const mh_reading *v, uint32_t i)
{
  return (v->feats & MH_F_TENSE) == MH_F_PERFECT &&
         (r->cls[i - 1] == MH_W_CONJ || mh_statement__comma(r, i - 1));
}

void mh_statement__named(reader *r, uint32_t i, uint32_t first, uint32_t end)
{
  subject g;
  const uint32_t at = behind(r, i, end);
  if (at >= end || r->cls[i] != MH_W_NONE || r->quoted[i]) return;
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
  if (v == NULL) return;
  bool sub = false;
  const bool before = leads(r, i, first, &g, &sub, gender(v->feats));
  const bool by_name = !before && r->m->actor_at[at] < 0;
  if (by_name &&
      !(mh_statement__introduced(r, at, end, &g) || mh_statement__known_name(r, at, &g)))
    return;
  const bool noun = i > first && !(before && sub) &&
                    mh_statement__reading(r, i, 1u << MH_POS_MASDAR | 1u << MH_POS_NOUN,
                                          false);
  if (noun && !clause_verb(r, v, i)) return;
  if (!before && !by_name && !mh_statement__group(r, at, &g)) return;
  const mh_actor *who = &r->m->actors[g.first];
  if (g.codes.n == 0 || (who->form == MH_ACTOR_ROLE && who->codes.n == 0)) return;
  const bool feminine = gender(v->feats);
  if (!mh_statement__agrees(r, v->feats, who)) return;
  const bool on = before ? sub : taken_up(r, i, first);
  if (!before && !on && !main_clause(r, i, first)) return;
  if (!before && mh_statement__awaited(r, v->feats, i, first)) return;
  if (noun && who->form != MH_ACTOR_OFFICIAL && who->form != MH_ACTOR_PERSON) return;
  r->near.codes = g.codes;
  r->near.feminine = feminine;
  if (on || noun) return;
  r->by_gender[feminine].codes = r->last = g.codes;
  r->by_gender[feminine].document = false;
  r->acted = r->paragraph;
  r->last_person = person(r, &g);
  r->last_many = mh_statement__many(r, &g);
  r->stranger = 0;
  if (g.codes.n == 1) r->last_one = g.codes;
}
