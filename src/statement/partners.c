/* partners - with whom something is done: who is met, received, talked to or agreed with acts
 * too, though another is the subject.
 */
#include "inside.h"
#include "meeting.h"

#define MET    16 /* tokens behind a name to whom he meets                    */
#define CALL   6  /* tokens from a call to from whom he got it            */
#define BEHIND 14 /* tokens from a place to whom somebody met there         */
#define HELD   5  /* tokens from a session to who held it                   */

static void add_all(act *x, const mh_codes *c)
{
  for (uint8_t k = 0; k < c->n; k++) mh_codes_add(&x->who.codes, c->at[k]);
}

bool mh_statement__delegation(const reader *r, const mh_actor *x)
{
  const mh_match *m = mh_words_match(r->w, x->first, MH_PH_ORGAN);
  return x->form == MH_ACTOR_ORGAN && m &&
         strcmp(mh_lex_organ(r->lex, m->value)->kind, "delegation") == 0;
}

/* A capital or a palace behind bi- tells where; an official, a state or a word that stands for
 * one is met. */
static bool somebody(const mh_actor *y)
{
  return y->form != MH_ACTOR_CAPITAL && y->form != MH_ACTOR_ORGAN;
}

const char *mh_statement__host(const reader *r, uint32_t i)
{
  const int32_t at = i < r->doc->n_tokens ? r->m->actor_at[i] : -1;
  const mh_match *p = i < r->doc->n_tokens ? mh_words_match(r->w, i, MH_PH_PLACE) : NULL;
  if (at >= 0 && r->m->actors[at].codes.n == 1) return r->m->actors[at].codes.at[0];
  if (p) return mh_lex_place(r->lex, p->value)->country;
  /* "the Moroccan capital, | Rabat" */
  const mh_match *a = i + 2 < r->doc->n_tokens && mh_statement__article(r, i)
                          ? mh_words_match(r->w, i + 1, MH_PH_ADJ)
                          : NULL;
  return a && a->pro == MH_PRO_AL && a->end < r->doc->n_tokens &&
                 (mh_words_match(r->w, a->end, MH_PH_CAPITAL) ||
                  mh_words_match(r->w, a->end, MH_PH_PLACE))
             ? mh_lex_actor(r->lex, a->value)->code
             : NULL;
}

/* "his visit", "their meeting" at i. */
static bool own_meeting_at(const reader *r, uint32_t i)
{
  const mh_match *m = mh_words_match(r->w, i, MH_PH_MEETING);
  return m && m->end == i + 1 && m->enc != MH_ENC_NONE && m->enc != MH_ENC_ACC;
}

uint32_t mh_statement__past_some(const reader *r, uint32_t i, uint32_t end)
{
  const bool some = i < end && r->cls[i] == MH_W_DET && width(r, i) > 1;
  return some && i + width(r, i) < end ? i + width(r, i) : i;
}

/* "with officials | in both countries": of whom those are. */
static void in_all(const reader *r, act *x, uint32_t i, uint32_t end)
{
  const int32_t at = i + 1 < end ? r->m->actor_at[i + 1] : -1;
  if (at < 0 || mh_statement__prep(r, i) != MH_TAKES_FI) return;
  const mh_actor *y = &r->m->actors[at];
  if (y->form != MH_ACTOR_ROLE ||
      (y->role != MH_ROLE_THREE && y->role != MH_ROLE_FOUR && y->role != MH_ROLE_BOTH))
    return;
  const mh_codes c = mh_statement__codes(r, y);
  add_all(x, &c);
}

/* Whoever is visited or met without a name ("held a meeting with His Highness"): the other
 * of the pair in play. */
static bool visit(const reader *r, act *x, uint32_t end)
{
  const uint32_t stop = x->content + 10 < end ? x->content + 10 : end;
  for (uint32_t i = x->word_end; i + 1 < stop; i++) {
    subject s;
    const unsigned bit = mh_statement__prep(r, i);
    /* "held after he saw the king, who gave him a letter of N., | a meeting with ..." */
    if (i < x->content && relative(r, i)) i = x->content;
    /* "before he left for N.", "will visit N. after his talks with M." */
    if (i > x->content && (r->cls[i] == MH_W_SUB || mh_is_class(r->w, i, MH_W_AFTER)))
      break;
    if (bit != MH_TAKES_ILA && bit != MH_TAKES_MAA && bit != MH_TAKES_MIN) continue;
    const bool group = mh_statement__group(r, i + 1, &s);
    /* "left after his visit to N. | for N.": the visit is over */
    if (!group || mh_statement__place_with(r, x, i) ||
        (bit == MH_TAKES_ILA && i > x->word_end && own_meeting_at(r, i - 1)))
      continue;
    const mh_codes *c = s.codes.n ? &s.codes : r->pair.n > 1 ? &r->pair : &r->play;
    if (s.codes.n == 0 && !mh_codes_has(c, x->who.codes.at[0])) return false;
    const uint8_t before = x->who.codes.n;
    add_all(x, c);
    in_all(r, x, s.end, end);
    /* "with His Highness" alone is not the one who acts */
    if (x->who.codes.n == before && r->m->actors[s.first].form == MH_ACTOR_ROLE &&
        mh_codes_has(&r->pair, x->who.codes.at[0]))
      add_all(x, &r->pair);
    return true;
  }
  return false;
}

/* Does a phrase end before token i: not with a noun that the next one says more of? */
static bool phrase_over(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i - 1);
  return t->kind != MH_TOKEN_WORD || r->m->when_at[i - 1] >= 0 ||
         r->m->actor_of[i - 1] >= 0 || mh_statement__article(r, i - 1) ||
         mh_statement__pronoun(r, i - 1) ||
         mh_words_match(r->w, i - 1, MH_PH_PLACE) != NULL;
}

/* A verb that needs no word for a meeting by it. */
static bool meets(const act *x)
{
  return x->n_frames && x->frames[0].act == MH_ACT_MEET &&
         x->frames[0].kind == MH_FRAME_ACT;
}

/* "received the minister | in his office, at (bi-) the palace, | the ambassador": whom he who is
 * named behind the verb has met, behind where he did. */
bool mh_statement__met_at(const reader *r, const act *x, uint32_t i)
{
  const int32_t at = r->m->actor_at[i];
  if (at < 0 || x->form != ACT_VERB || x->who.first < 0 || x->who.end <= x->word ||
      i < x->who.end + 1 || !meets(x) || r->cls[i - 1] == MH_W_PREP || !phrase_over(r, i))
    return false;
  const mh_actor *y = &r->m->actors[at];
  if (y->pro & ~MH_PRO_AL) return false;
  if (y->form == MH_ACTOR_ROLE)
    return (y->role == MH_ROLE_PERSON || y->role == MH_ROLE_COUNTERPART) && y->codes.n;
  return y->form == MH_ACTOR_OFFICIAL && (y->codes.n || y->person_end > y->person_first);
}

bool mh_statement__met_behind(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  const int32_t at = r->m->actor_at[i];
  if (!meets(x)) return false;
  if (at >= 0 &&
      (somebody(&r->m->actors[at]) || mh_statement__delegation(r, &r->m->actors[at])))
    return false;
  for (uint32_t k = i + 1; k < end && k < i + BEHIND; k++) {
    if (relative(r, k) || r->cls[k] == MH_W_AN || r->cls[k] == MH_W_CONJ ||
        mh_statement__and(r, k) || r->w->glance[k].pos == 1u << MH_POS_VERB)
      return false;
    if (mh_statement__met_at(r, x, k)) return true;
  }
  return false;
}

/* Whoever is received, also behind where and when: the first official or person after the
 * subject whom no preposition leads. */
static bool received(const reader *r, act *x, uint32_t end)
{
  if (x->who.first < 0 || x->who.end <= x->word) return false;
  const uint32_t stop = x->who.end + 16 < end ? x->who.end + 16 : end;
  for (uint32_t i = x->who.end; i < stop; i++) {
    const int32_t at = r->m->actor_at[i];
    subject s;
    if (r->cls[i] == MH_W_REL || r->cls[i] == MH_W_AN || r->cls[i] == MH_W_CONJ)
      return false;
    if (at < 0 || r->m->actors[at].pro || r->cls[i - 1] == MH_W_PREP) continue;
    const mh_actor *y = &r->m->actors[at];
    /* "the American envoy" is told by a word that stands for anybody and his state */
    const bool title = y->form == MH_ACTOR_ROLE && y->role == MH_ROLE_PERSON &&
                       y->codes.n == 1;
    if (y->form != MH_ACTOR_OFFICIAL && y->form != MH_ACTOR_PERSON && !title &&
        !mh_statement__delegation(r, y))
      continue;
    if (!mh_statement__group(r, i, &s) || s.codes.n == 0) return false;
    add_all(x, &s.codes);
    return true;
  }
  return false;
}

/* "during a call | that he got today (min) | from the minister", "in a call | to (bi-) the
 * minister", "a meeting | that brought him
 * together (bi-) | with the minister": whom he met, where no "with" tells it. */
static bool got_from(const reader *r, const mh_match *event, uint32_t end, subject *s)
{
  const bool call = strcmp(mh_lex_meeting(r->lex, event->value)->kind, "call") == 0;
  for (uint32_t i = event->end; i < end && i < event->end + CALL; i++) {
    const int32_t at = r->m->actor_at[i];
    const bool from = mh_statement__prep(r, i) == MH_TAKES_MIN;
    if (from)
      return mh_statement__group(r, i + 1, s) && somebody(&r->m->actors[s->first]);
    if (at >= 0 && (r->m->actors[at].pro & MH_PRO_BI)) {
      *s = (subject){.first = at, .last = at, .end = r->m->actors[at].end};
      s->codes = mh_statement__codes(r, &r->m->actors[at]);
      return s->codes.n && somebody(&r->m->actors[at]) &&
             (call || (r->w->glance[i - 1].pos & 1u << MH_POS_VERB));
    }
    /* between stands only what says of what kind it was, when, and that he got it */
    const bool verb = r->w->glance[i].pos & 1u << MH_POS_VERB;
    if (!verb && r->m->when_at[i] < 0 && !mh_words_match(r->w, i, MH_PH_MEETING) &&
        !(i == event->end && mh_statement__reading(r, i, 1u << MH_POS_ADJ, false)))
      return false;
  }
  return false;
}

/* Behind "in N.": where his meeting was, before whom he met. */
static uint32_t past_place(const reader *r, uint32_t i, uint32_t end)
{
  if (i + 1 >= end || mh_statement__prep(r, i) != MH_TAKES_FI) return i;
  const int32_t at = r->m->actor_at[i + 1];
  const mh_match *p = mh_words_match(r->w, i + 1, MH_PH_PLACE);
  if (at >= 0 && !somebody(&r->m->actors[at])) return r->m->actors[at].end;
  return p ? p->end : i;
}

/* "discussed during his meeting with the minister, the minister": a meeting of his, before
 * what was discussed. */
static bool own_meeting(const reader *r, const act *x, uint32_t i, subject *s)
{
  if (i >= x->content || x->act == MH_ACT_MEET) return false;
  const mh_match *event = mh_words_match(r->w, i, MH_PH_MEETING);
  if (event == NULL) return false;
  if (event->enc == MH_ENC_NONE || event->enc == MH_ENC_ACC)
    return got_from(r, event, x->content, s);
  const uint32_t whom = past_place(r, event->end, x->content);
  return whom < x->content && mh_statement__group(r, whom, s);
}

/* "a tour that takes in | N. and N.": the states it leads to. */
static bool tour(const reader *r, act *x, uint32_t i)
{
  subject s;
  if (!relative(r, i) || !mh_statement__reading(r, i + 1, 1u << MH_POS_VERB, false))
    return false;
  uint32_t k = i + 2;
  if (k + 1 < r->doc->n_tokens && mh_statement__prep(r, k + 1) == MH_TAKES_MIN)
    k += 2; /* "each of" */
  if (!mh_statement__group(r, k, &s) || r->m->actors[s.first].form != MH_ACTOR_NAME)
    return false;
  add_all(x, &s.codes);
  return true;
}

/* Whoever is at home where talks are held that tell of no partner ("held talks in N."), or
 * where a tour leads. */
static void host(const reader *r, act *x, uint32_t end)
{
  const uint32_t stop = x->content + 12 < end ? x->content + 12 : end;
  const mh_actor_row *one = mh_lex_actor_by_code(r->lex, x->who.codes.at[0]);
  if (one && one->kind == MH_ACTOR_ORG) return; /* it meets by itself */
  bool event = false;
  for (uint32_t i = x->content; i + 2 < stop; i++) {
    if (event && mh_statement__joined(r, i) == MH_PRO_LI) return; /* "to discuss" */
    event = event || mh_words_match(r->w, i, MH_PH_MEETING);
    if (!event) continue;
    if (tour(r, x, i)) return;
    const int32_t at = r->m->actor_at[i + 1];
    if (relative(r, i) || mh_statement__comma(r, i)) return;
    if (mh_statement__prep(r, i) != MH_TAKES_FI || at < 0) continue;
    const mh_actor *y = &r->m->actors[at];
    if (y->form != MH_ACTOR_NAME || y->codes.n != 1) return;
    const mh_actor_row *a = mh_lex_actor_by_code(r->lex, y->codes.at[0]);
    if (a && a->kind == MH_ACTOR_STATE) add_all(x, &y->codes);
    return;
  }
}

/* "we agreed", "he signed the agreement": with whom, where nobody is told. */
static void other_side(const reader *r, act *x)
{
  const mh_reading *y = mh_statement__reading(r, x->word, 1u << MH_POS_VERB, true);
  const bool we = y && (y->feats & MH_F_PERSON) == MH_F_1 &&
                  (y->feats & MH_F_NUMBER) == MH_F_PL &&
                  (y->feats & MH_F_TENSE) == MH_F_PERFECT && r->quoted[x->word];
  const int32_t at = r->m->actor_at[x->content];
  const bool treaty = x->act == MH_ACT_SIGN && at >= 0 &&
                      r->m->actors[at].form == MH_ACTOR_ROLE &&
                      r->m->actors[at].role == MH_ROLE_DOCUMENT;
  if (!we && !treaty) return;
  if (treaty && r->pair.n < 2) return;
  const mh_codes both = mh_statement__both(r, &x->who.codes);
  add_all(x, &both);
}

/* What the verb of a plan tells to be done with somebody: a meeting, or what is talked of at
 * one; MH_ACT_PLAN when neither. */
static uint8_t planned(const reader *r, const act *x)
{
  const uint32_t at = x->ahead ? x->ahead : x->word;
  const mh_reading *y = mh_statement__reading(r, at, 1u << MH_POS_VERB, true);
  if (x->act != MH_ACT_PLAN || y == NULL || mh_statement__negated(r, at))
    return MH_ACT_PLAN;
  if (!x->ahead && x->outer == MH_ACT_MEET) return MH_ACT_MEET;
  if (!x->ahead && x->paired)
    return MH_ACT_PLAN; /* "began | to withdraw", not the talks */
  const uint8_t a = mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word))->act;
  return a == MH_ACT_MEET || a == MH_ACT_DISCUSS ? a : MH_ACT_PLAN;
}

mh_codes mh_statement__with_met(const reader *r, const mh_codes *who)
{
  const bool now = who->n == 1 && r->met.n == 2 && r->paragraph <= r->met_at + 1;
  return now && mh_codes_has(&r->met, who->at[0]) ? r->met : *who;
}

/* "the ministers of the Union discussed": an organisation, and nobody of it by his name, meets by
 * itself wherever that is. */
static bool by_itself(const reader *r, const act *x)
{
  const mh_actor_row *one = x->who.codes.n == 1
                                ? mh_lex_actor_by_code(r->lex, x->who.codes.at[0])
                                : NULL;
  if (one == NULL || one->kind != MH_ACTOR_ORG) return false;
  if (x->who.first < 0) return false;
  const mh_actor *y = &r->m->actors[x->who.first];
  return y->person_end == y->person_first && y->form != MH_ACTOR_PERSON;
}

/* "discussed | in Kuwait": with those who are at home there. */
static bool in_land(const reader *r, act *x)
{
  if (by_itself(r, x)) return false;
  for (uint32_t i = x->word_end; i + 1 < x->content && x->act == MH_ACT_DISCUSS; i++) {
    const int32_t at = r->m->actor_at[i + 1];
    if (mh_statement__prep(r, i) != MH_TAKES_FI || at < 0) continue;
    const mh_actor *y = &r->m->actors[at];
    if ((y->form != MH_ACTOR_NAME && y->form != MH_ACTOR_CAPITAL) || y->codes.n != 1)
      continue;
    const mh_actor_row *a = mh_lex_actor_by_code(r->lex, y->codes.at[0]);
    if (a == NULL || a->kind != MH_ACTOR_STATE) continue;
    if (mh_codes_has(&x->who.codes, y->codes.at[0])) return false;
    mh_codes_add(&x->who.codes, y->codes.at[0]);
    return true;
  }
  return false;
}

bool mh_statement__touches_on(const act *x)
{
  return x->act == MH_ACT_DISCUSS && x->takes == LED_PREP && x->n_frames &&
         x->frames[0].event != MH_EVENT_TALKS;
}

/* Whoever discusses, himself told by name or by nothing but the verb, and no body of his. */
static bool in_person(const reader *r, const act *x)
{
  if (mh_statement__touches_on(x)) return false;
  if (x->who.carried) return true;
  if (x->who.first < 0) return false;
  const mh_actor *y = &r->m->actors[x->who.first];
  return y->form == MH_ACTOR_OFFICIAL || y->form == MH_ACTOR_PERSON;
}

/* "discussed with him": with the other of the two who were last named together. */
static bool with_him(const reader *r, act *x)
{
  if (x->act != MH_ACT_DISCUSS && x->act != MH_ACT_AGREE && x->act != MH_ACT_MEET &&
      x->act != MH_ACT_SIGN)
    return false;
  if (r->pair.n != 2 || !mh_codes_has(&r->pair, x->who.codes.at[0])) return false;
  const uint32_t from = x->who.first >= 0 && x->who.end > x->word ? x->who.end
                                                                  : x->word_end;
  for (uint32_t i = from; i < x->content && i < from + 3; i++)
    if (mh_statement__prep(r, i) == MH_TAKES_MAA && mh_statement__joined_pronoun(r, i))
      return add_all(x, &r->pair), true;
  return false;
}

/* "he agreed | and (wa-) his counterpart on": those whom wa- sets beside one who was told before
 * the verb. */
static bool beside(const reader *r, act *x, uint32_t end)
{
  const uint32_t i = x->word_end;
  const int32_t at = i < end ? r->m->actor_at[i] : -1;
  if (at < 0 || x->act == MH_ACT_MEET || x->form != ACT_VERB ||
      !(r->m->actors[at].pro & MH_PRO_WA) ||
      (x->who.first >= 0 && r->m->actors[x->who.first].first >= x->word))
    return false;
  const mh_actor *y = &r->m->actors[at];
  subject s;
  if (y->form == MH_ACTOR_NAME || y->form == MH_ACTOR_CAPITAL ||
      !mh_statement__group(r, i, &s) || s.end >= end || s.codes.n == 0)
    return false;
  if (x->content < s.end) x->content = s.end; /* "discussed | and the minister X" */
  add_all(x, &s.codes);
  return true;
}

#define MORE 4 /* tokens that may still tell of whom it was done with first */

/* "spoke with N. | about X": what they spoke about. */
static void told_about(const reader *r, act *x, uint32_t i, uint32_t end)
{
  if (x->act != MH_ACT_DISCUSS || i + 1 >= end || !mh_meeting__about(r, i)) return;
  x->content = i + width(r, i);
  x->takes = LED_PREP;
}

/* "with the ministers of N. | and with N.": those with whom it is done as well. */
static void with_more(const reader *r, act *x, uint32_t i, uint32_t end)
{
  subject s;
  in_all(r, x, i, end);
  for (uint32_t n = 0; n < MORE && i + 1 < end && tok(r, i)->kind == MH_TOKEN_WORD &&
                       mh_statement__prep(r, i) != MH_TAKES_MAA;
       n++)
    i++;
  while (i + 1 < end && mh_statement__prep(r, i) == MH_TAKES_MAA &&
         mh_statement__and(r, i) && mh_statement__group(r, i + 1, &s) && !s.nobody) {
    add_all(x, &s.codes);
    i = s.end;
  }
}

/* "talked with N. | about X": what they talked about, where with whom was taken for it. */
static void about(const reader *r, act *x, const subject *s, uint32_t end)
{
  const uint32_t k = mh_statement__past_seat(r, s->end, end);
  if (x->act != MH_ACT_DISCUSS || x->takes != LED_PREP || s->first < 0 ||
      x->content != r->m->actors[s->first].first || k + 1 >= end ||
      mh_statement__prep(r, k) != MH_TAKES_HAWLA || mh_statement__between(r, k))
    return;
  x->content = k + width(r, k);
}

/* "received the president, | N. N., in his palace, | the minister of": his own name, which commas
 * set off, is no part of whom he meets. */
static void past_own_name(const reader *r, act *x, uint32_t end)
{
  const uint32_t c = x->content;
  if (x->act != MH_ACT_MEET || x->takes != LED_OBJECT || x->who.first < 0 || x->inner ||
      c >= end || x->who.end != c - 1 || !mh_statement__comma(r, c - 1))
    return;
  const int32_t at = r->m->actor_at[c];
  const mh_actor *own = at >= 0 ? &r->m->actors[at] : NULL;
  if (own == NULL || own->person_end == own->person_first || own->codes.n > 1 ||
      (own->codes.n && !mh_codes_has(&x->who.codes, own->codes.at[0])))
    return;
  const uint32_t after = own->end;
  if (after + 1 >= end || !mh_statement__comma(r, after)) return;
  for (uint32_t k = after + 1; k < end && k < after + MET; k++) {
    if (r->cls[k] == MH_W_REL || r->cls[k] == MH_W_AN || r->cls[k] == MH_W_CONJ) return;
    const int32_t met = r->m->actor_at[k];
    if (met < 0 || r->m->actors[met].pro || r->cls[k - 1] == MH_W_PREP) continue;
    const mh_actor *y = &r->m->actors[met];
    if (y->form != MH_ACTOR_OFFICIAL && y->form != MH_ACTOR_PERSON &&
        !mh_statement__delegation(r, y))
      continue;
    x->content = k;
    return;
  }
}

/* "chaired the session": of the cabinet, where no two stand side by side, or it is said that the
 * cabinet held it. */
static bool own_session(const reader *r, const subject *s)
{
  const mh_actor *y = &r->m->actors[s->first];
  if (y->form != MH_ACTOR_ROLE || y->role != MH_ROLE_MEETING || y->codes.n) return false;
  for (uint32_t k = y->end; k < r->doc->n_tokens && k < y->end + HELD; k++)
    if (r->m->actor_at[k] >= 0)
      return !r->bilateral ||
             mh_statement__a_cabinet(r, &r->m->actors[r->m->actor_at[k]]);
  return !r->bilateral;
}

static void partners(const reader *r, act *x, uint32_t end)
{
  if (x->act == MH_ACT_MEET && x->who.codes.n == 1 && visit(r, x, end)) return;
  const bool goes = x->act == MH_ACT_MEET && x->n_frames &&
                    x->frames[0].event == MH_EVENT_VISIT;
  const char *host = goes ? mh_statement__host(r, x->content) : NULL;
  if (host && x->who.codes.n == 1 && !x->inner) {
    mh_codes_add(&x->who.codes, host);
    return;
  }
  if (x->who.codes.n == 1 && (with_him(r, x) || beside(r, x, end))) return;
  const uint32_t stop = x->content + 14 < end ? x->content + 14 : end;
  const uint32_t behind = x->told ? x->told : x->word_end;
  /* "met | his counterpart": the object right behind the verb too */
  uint32_t i = x->act == MH_ACT_MEET && behind == x->content ? behind - 1 : behind;
  for (; i + 1 < stop; i++) {
    subject s;
    if (own_meeting(r, x, i, &s)) {
      add_all(x, &s.codes);
      return;
    }
    const int32_t joined = r->m->actor_at[i];
    const bool where = x->who.codes.n > 1 && i < x->content; /* "in N. was held" */
    if (x->act == MH_ACT_MEET && joined >= 0 && somebody(&r->m->actors[joined]) &&
        (r->m->actors[joined].pro & MH_PRO_BI) && !where) {
      const mh_codes c = mh_statement__codes(r, &r->m->actors[joined]);
      add_all(x, &c);
      return;
    }
    const bool with = mh_statement__prep(r, i) == MH_TAKES_MAA;
    const bool object = x->act == MH_ACT_MEET && i + 1 == x->content;
    const uint32_t at = object && r->m->actor_at[x->content] >= 0 ? x->content
                        : with ? mh_statement__past_some(r, i + 1, end)
                               : i + 1;
    if ((!with && !object) || (with && mh_statement__place_with(r, x, i))) continue;
    /* "met in | Doha": where, not whom */
    if (!with && mh_statement__prep(r, i) == MH_TAKES_FI && r->m->actor_at[at] >= 0 &&
        !somebody(&r->m->actors[r->m->actor_at[at]]))
      continue;
    if (!mh_statement__group(r, at, &s) && !(with && mh_statement__known_name(r, at, &s)))
      continue;
    /* "with some heads of state": whom no word names */
    if (at > i + 1 && with && r->m->actors[s.first].codes.n == 0) return;
    if (object && own_session(r, &s)) return;
    if (mh_statement__subject_matter(r, x, at, &s)) return;
    add_all(x, &s.codes);
    if (with) about(r, x, &s, end);
    if (with) with_more(r, x, s.end, end);
    if (with && at == x->content) told_about(r, x, s.end, end);
    return;
  }
  if (x->act == MH_ACT_MEET && x->kind == MH_FRAME_ACT && x->who.codes.n == 1)
    received(r, x, end);
}

/* "will visit N.", "will receive his counterpart": whoever is visited or met will meet too. */
static void ahead(const reader *r, act *x, uint32_t end)
{
  act y = *x;
  const uint32_t verb = x->ahead ? x->ahead : x->word;
  const int32_t at = r->m->actor_at[x->content];
  /* "will chair the meetings": where others take part whoever plans it */
  const bool known = at >= 0 && r->m->actors[at].form == MH_ACTOR_ROLE &&
                     (r->m->actors[at].pro & MH_PRO_AL);
  if (x->who.codes.n != 1 || known) return;
  y.act = MH_ACT_MEET;
  y.told = y.word_end = verb + 1;
  if (y.content <= verb) y.content = verb + 1;
  partners(r, &y, end);
  if (y.who.codes.n == 1) host(r, &y, end);
  x->who.codes = y.who.codes;
}

#define RELATIONS 12 /* tokens into a content in which "between both countries" stands */
#define VISIT     40 /* tokens before it in which he went there                       */

/* "visited N., where he discussed relations | between both countries": with the one other state
 * that the sentence names before. */
static void both_countries(const reader *r, act *x, uint32_t end)
{
  const uint32_t stop = x->content + RELATIONS < end ? x->content + RELATIONS : end;
  bool both = false;
  for (uint32_t i = x->content; i < stop; i++) {
    const int32_t at = r->m->actor_at[i];
    both = both || (at >= 0 && r->m->actors[at].form == MH_ACTOR_ROLE &&
                    r->m->actors[at].role == MH_ROLE_BOTH);
  }
  const char *other = NULL;
  for (uint32_t i = x->word; both && i-- > 0 && x->word - i < VISIT;) {
    if (tok(r, i + 1)->flags & MH_TF_LINE || mh_statement__mark(r, i, '.')) break;
    const int32_t at = r->m->actor_at[i];
    const mh_actor *y = at >= 0 ? &r->m->actors[at] : NULL;
    if (y == NULL || y->codes.n != 1 || mh_codes_has(&x->who.codes, y->codes.at[0]))
      continue;
    const mh_actor_row *one = mh_lex_actor_by_code(r->lex, y->codes.at[0]);
    if (one == NULL || one->kind != MH_ACTOR_STATE) continue;
    if (other && !mh_code_same(other, y->codes.at[0])) return;
    other = y->codes.at[0];
  }
  if (other) mh_codes_add(&x->who.codes, other);
}

void mh_statement__partners(const reader *r, act *x, uint32_t end)
{
  const uint8_t plan = planned(r, x);
  if (plan == MH_ACT_MEET) {
    ahead(r, x, end);
    return;
  }
  if (x->act != MH_ACT_MEET && x->act != MH_ACT_DISCUSS && x->act != MH_ACT_AGREE &&
      x->act != MH_ACT_SIGN && plan != MH_ACT_DISCUSS)
    return;
  past_own_name(r, x, end);
  partners(r, x, end);
  if (x->who.codes.n == 1 && x->act == MH_ACT_MEET) host(r, x, end);
  if (x->who.codes.n == 1 && x->act != MH_ACT_MEET && x->act != MH_ACT_PLAN)
    other_side(r, x);
  if (x->who.codes.n == 1 && x->act == MH_ACT_DISCUSS && !in_land(r, x) &&
      in_person(r, x))
    x->who.codes = mh_statement__with_met(r, &x->who.codes);
  if (x->who.codes.n == 1 && x->act == MH_ACT_DISCUSS && in_person(r, x) &&
      x->frames[0].event == MH_EVENT_TALKS)
    both_countries(r, x, end);
}

bool mh_statement__between(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  const int z = t->n == 4 && mh_key_letter(t->key, 0) == MH_L_WAW;
  return r->cls[i] == MH_W_PREP && mh_statement__like_between(r, i, z, 0);
}
