/* object - what the object of a verb or its negation makes of its act.
 *
 * "hold X responsible", "hand over a note": a verb and one of certain objects perform an act
 * that neither performs alone.  "conveyed to the king ... the greetings of": the act noun that
 * a light verb governs may stand behind whom it turns to.  "called it an aggression": who
 * describes by an evaluation praises or opposes.  Where content begins and which inner act
 * wins is told in complement.c.
 */
#include "content.h"

#define NOUNS  (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)
#define FAR    18 /* tokens between a verb and its object */
#define PUT    24 /* tokens of what two commas put in between them */
#define SPOKEN 6  /* tokens of what somebody spoke in */
#define PUT_IN 3  /* words of a joining phrase that may stand in a clause too */
#define WARM   2  /* words that say how warm a greeting is */

static bool has_al(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++)
    if (mh_words_reading(r->w, i, k)->pro & MH_PRO_AL) return true;
  return false;
}

bool mh_statement__negated(const reader *r, uint32_t i)
{
  if (i == 0) return false;
  if (r->cls[i - 1] == MH_W_NEG) return true;
  const mh_reading *y = mh_statement__reading(r, i - 1, 1u << MH_POS_NOUN, false);
  /* "the lack of", not ba-`dama */
  return y && y->enc == MH_ENC_NONE && r->cls[i - 1] == MH_W_NONE &&
         mh_lex_word(r->lex, y->word)->cls == MH_W_NEG;
}

/* What the word of reading y takes at token i: where it is negated only what it takes then. */
void mh_statement__frames(const reader *r, uint32_t i, const mh_reading *y, act *x)
{
  const mh_word *w = mh_lex_word(r->lex, y->word);
  const uint32_t plain = w->n_frames - (uint32_t)w->n_with - w->n_not;
  x->frames = mh_lex_frames(r->lex, w);
  x->n_frames = plain;
  x->n_with = w->n_with;
  if (!mh_statement__negated(r, i)) return;
  x->frames += w->n_frames - w->n_not;
  x->n_frames = w->n_not;
  x->n_with = 0;
}

/* The noun at i belongs to what stands before it: to a preposition, or to another noun. */
static bool governed(const reader *r, uint32_t i, uint32_t from)
{
  if (mh_statement__joined(r, i)) return true;
  if (i == from) return false;
  return r->cls[i - 1] == MH_W_PREP || r->cls[i - 1] == MH_W_REL;
}

/* Past a phrase that begins with a preposition: what it governs is no object. */
static uint32_t past_phrase(const reader *r, uint32_t i, uint32_t stop)
{
  subject s;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++)
    if (mh_words_reading(r->w, i, k)->enc != MH_ENC_NONE) return i + 1; /* "in it" */
  i += width(r, i);
  while (i < stop && r->cls[i] == MH_W_DEM) i += width(r, i); /* "on this project" */
  if (i >= stop) return stop;
  if (r->m->actor_at[i] >= 0 && mh_statement__group(r, i, &s)) return s.end;
  if (r->m->when_at[i] >= 0) return r->m->whens.at[r->m->when_at[i]].end;
  return tok(r, i)->kind == MH_TOKEN_WORD && r->cls[i] == MH_W_NONE ? i + 1 : i;
}

/* "in a statement of hers | , N.": does the comma at i end no more than in what somebody spoke? */
static bool ends_where(const reader *r, uint32_t i)
{
  for (uint32_t k = i; k-- > 0 && i - k <= SPOKEN;) {
    const int32_t at = r->m->actor_of[k];
    const bool paper = at >= 0 && r->m->actors[at].form == MH_ACTOR_ROLE &&
                       r->m->actors[at].role == MH_ROLE_DOCUMENT;
    if (tok(r, k)->kind == MH_TOKEN_MARK || (at >= 0 && !paper)) return false;
    if (mh_statement__prep(r, k) != MH_TAKES_FI || r->cls[k] != MH_W_PREP) continue;
    if (r->m->actor_at[k + 1] >= 0) return true; /* that paper */
    if (mh_statement__noun_of(r, k + 1, MH_W_SPEECH, false)) return true;
    const mh_reading *y = mh_statement__reading(r, k + 1, 1u << MH_POS_MASDAR, false);
    const mh_word *w = y && y->word ? mh_lex_word(r->lex, y->word) : NULL;
    return w && w->n_frames && mh_lex_frames(r->lex, w)->act == MH_ACT_STATE;
  }
  return false;
}

/* ", in a statement to the press, | his support", ", who ..., | his support": past what two
 * commas put in, the first of them at i; `stop` where none is. */
static uint32_t past_put_in(const reader *r, uint32_t i, uint32_t stop)
{
  const uint32_t n = i + 1;
  if (!mh_statement__comma(r, i) || n >= stop) return stop;
  const bool somebody = r->m->actor_at[n] >= 0 || r->cls[n] == MH_W_NONE;
  if (somebody && ends_where(r, i)) return n;
  if (r->cls[n] != MH_W_PREP && r->cls[n] != MH_W_SOURCE && r->cls[n] != MH_W_AMID &&
      r->cls[n] != MH_W_REL && r->m->when_at[n] < 0 &&
      !(mh_statement__joined(r, n) & MH_PRO_LI))
    return stop;
  for (uint32_t k = n; k < stop && k < n + PUT; k++) {
    if (r->cls[k] == MH_W_AN || mh_statement__mark(r, k, '.')) return stop;
    if (mh_statement__comma(r, k)) return k + 1;
  }
  return stop;
}

/* The next token that may be the object of the verb, token i or one after it; `stop` when the
 * clause is over. */
static uint32_t object_from(const reader *r, uint32_t i, uint32_t stop)
{
  while (i < stop) {
    const int32_t d = r->m->when_at[i];
    if (d >= 0) {
      i = r->m->whens.at[d].end;
    } else if (tok(r, i)->kind == MH_TOKEN_MARK) {
      if (mh_statement__mark(r, i, '('))
        i = mh_statement__past_brackets(r, i, stop);
      else if (mh_statement__quote_mark(r, i))
        i++;
      else if (mh_statement__past_dashes(r, i, stop) > i)
        i = mh_statement__past_dashes(r, i, stop); /* "- may God keep him -" */
      else
        i = past_put_in(r, i, stop);
    } else if (r->cls[i] == MH_W_PREP ||
               (r->cls[i] == MH_W_DEM && mh_statement__joined(r, i))) {
      i = past_phrase(r, i, stop); /* "for this project" too */
    } else if (r->cls[i] == MH_W_NONE || r->cls[i] == MH_W_DET) {
      return i;
    } else if (r->cls[i] == MH_W_OTHER || r->cls[i] == MH_W_DEM ||
               r->cls[i] == MH_W_AGAIN ||
               (r->cls[i] == MH_W_CONJ && width(r, i) >= PUT_IN)) {
      i += width(r, i); /* "in this context" too */
    } else {
      return stop;
    }
  }
  return stop;
}

/* The one after token i, which was none: a name is passed whole. */
static uint32_t next_object(const reader *r, uint32_t i, uint32_t stop)
{
  const int32_t a = r->m->actor_at[i];
  const uint32_t next = a >= 0 ? r->m->actors[a].end : i + 1;
  return object_from(r, next > i ? next : i + 1, stop);
}

static const mh_frame *frame_with(const reader *r, const act *x, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word == 0 || !(NOUNS >> MH_F_POS_OF(y->feats) & 1)) continue;
    for (uint32_t f = x->n_frames; f < x->n_frames + x->n_with; f++)
      if (mh_lex_with(r->lex, &x->frames[f], y->word)) return &x->frames[f];
  }
  return NULL;
}

bool mh_statement__object_of(const reader *r, const act *x, uint32_t i)
{
  return x->n_with && i < r->doc->n_tokens && frame_with(r, x, i) != NULL;
}

/* "... responsible | for X": the preposition that leads the content, after the noun at i. */
static uint32_t led(const reader *r, const mh_frame *f, uint32_t i, uint32_t stop)
{
  if (f->takes & MH_TAKES_OBJECT) return i;
  for (uint32_t k = i + 1; k < stop && k < i + 6; k++) {
    if (mh_statement__comma(r, k)) return NO_TOKEN;
    const unsigned joined = mh_statement__joined(r, k);
    if ((joined & MH_PRO_BI && f->takes & MH_TAKES_BI) ||
        (joined & MH_PRO_LI && f->takes & MH_TAKES_LI) ||
        (r->cls[k] == MH_W_AN && f->takes & MH_TAKES_AN))
      return k;
    if (r->cls[k] == MH_W_PREP && mh_statement__prep(r, k) & f->takes && k + 1 < stop)
      return k + 1;
  }
  return NO_TOKEN;
}

/* "in a statement | the death of": what is told in it governs no noun. */
static bool in_statement(const reader *r, uint32_t i, uint32_t from)
{
  if (i < from + 2 || mh_statement__prep(r, i - 2) != MH_TAKES_FI || has_al(r, i - 1))
    return false;
  const mh_reading *y = mh_statement__reading(r, i - 1, 1u << MH_POS_NOUN, false);
  return y && y->enc == MH_ENC_NONE && mh_lex_word(r->lex, y->word)->cls == MH_W_SPEECH;
}

/* Is the token before i the verb itself, an actor or the end of a phrase, so that a noun at i
 * begins a phrase of its own? */
static bool begins(const reader *r, uint32_t i, uint32_t from)
{
  return i == from || r->m->actor_of[i - 1] >= 0 || r->cls[i - 1] != MH_W_NONE ||
         tok(r, i - 1)->kind == MH_TOKEN_MARK || mh_statement__joined(r, i - 1) ||
         has_al(r, i - 1);
}

/* A noun at i that may be the object: in the accusative, with a pronoun, definite, or where a
 * phrase begins; not one that another noun governs. */
static bool object_at(const reader *r, uint32_t i, uint32_t from)
{
  if (begins(r, i, from) || in_statement(r, i, from)) return true;
  /* a name or an adjective governs no noun */
  if (!(r->w->glance[i - 1].pos & NOUNS)) return true;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++)
    if (mh_words_reading(r->w, i, k)->enc != MH_ENC_NONE) return true;
  return has_al(r, i);
}

/* Does the word at k say of the manner before it how it is ("great", "utmost")?  Most such words
 * are participles too, or are in no lexicon. */
static bool how_great(const reader *r, uint32_t k)
{
  const unsigned pos = r->w->glance[k].pos;
  if (tok(r, k)->kind != MH_TOKEN_WORD || r->cls[k] != MH_W_NONE || has_al(r, k) ||
      mh_statement__joined(r, k) || r->m->actor_of[k] >= 0 ||
      mh_words_match(r->w, k, MH_PH_MEETING))
    return false;
  return pos ? pos & (1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE)
             : mh_words_readings(r->w, k) == 0;
}

/* "follow with (great) concern | the events": manner stands before what is told. */
static uint32_t after_manner(const reader *r, uint32_t i, uint32_t stop)
{
  uint32_t k = i + 1;
  if (k + 1 < stop && how_great(r, k)) k++;
  return k < stop && tok(r, k)->kind == MH_TOKEN_WORD ? k : i;
}

/* The object of frame f makes the act. */
static void pair(act *x, const mh_frame *f)
{
  x->act = x->outer = f->act;
  x->kind = f->kind;
  x->paired = true;
  /* "look into building a railway": two who do it together discuss it */
  if (f->act == MH_ACT_PLAN && x->n_frames && x->frames[0].act == MH_ACT_DISCUSS &&
      (x->who.codes.n > 1 || (x->feats & MH_F_NUMBER) == MH_F_DU))
    x->act = x->outer = MH_ACT_DISCUSS;
  /* "renewed the stand of N.", not "renewed the mandate" */
  if (f->act == MH_ACT_AFFIRM && x->n_frames && x->frames[0].kind == MH_FRAME_RENEW)
    x->renewed = true;
}

/* "held | a meeting to discuss the agreement": what was held is the meeting. */
static bool held_it(const reader *r, const act *x, uint32_t i)
{
  const mh_match *m = mh_words_match(r->w, i, MH_PH_MEETING);
  return m && !m->pro && m->enc == MH_ENC_ACC && x->n_frames &&
         x->frames[0].kind == MH_FRAME_MEET;
}

/* "ratified (`ala) the bill of | the law": does the noun at i belong to a bare one that a
 * preposition leads? */
static bool in_phrase(const reader *r, uint32_t i, uint32_t from)
{
  return i >= from + 2 && r->cls[i - 2] == MH_W_PREP && r->cls[i - 1] == MH_W_NONE &&
         tok(r, i - 1)->kind == MH_TOKEN_WORD && has_al(r, i) && !has_al(r, i - 1) &&
         !mh_statement__pronoun(r, i - 1) && r->m->actor_of[i - 1] < 0 &&
         !in_statement(r, i, from);
}

static bool with_object(const reader *r, act *x, uint32_t from, uint32_t stop)
{
  const uint32_t head = mh_statement__comma(r, from) ? object_from(r, from, stop) : from;
  for (uint32_t i = object_from(r, from, stop); i < stop; i = next_object(r, i, stop)) {
    const mh_frame *f = frame_with(r, x, i);
    /* "renewed the assurance of": the act is the noun's, whatever stands behind it */
    if (f == NULL && x->n_frames && x->frames[0].kind == MH_FRAME_RENEW &&
        mh_statement__act_noun(r, i))
      return false;
    if (f == NULL && held_it(r, x, i)) return false;
    if (f == NULL || mh_statement__and(r, i) || !object_at(r, i, from) ||
        in_phrase(r, i, from))
      continue;
    /* "offered N. congratulations | on (bi-) the project": not what a light verb gives */
    if (i > from && (mh_statement__joined(r, i) & MH_PRO_BI) &&
        !(f->takes & MH_TAKES_BI) &&
        (x->n_frames ? x->frames[0].kind == MH_FRAME_LIGHT : f->takes & MH_TAKES_OBJECT))
      continue;
    /* "began a campaign | to (li-) impose": what it is for */
    if (i > from && (mh_statement__joined(r, i) & MH_PRO_LI) && !(f->takes & MH_TAKES_LI))
      continue;
    uint32_t at = led(r, f, i, stop);
    if (at == i && mh_statement__joined(r, i) && !(f->takes & MH_TAKES_BI))
      at = after_manner(r, i, stop);
    if (at == NO_TOKEN) continue;
    /* "held X responsible for": whom the verb governs first belongs to what is told */
    if (at == i && i > head && r->m->actor_at[head] >= 0 && !governed(r, head, head))
      at = head;
    pair(x, f);
    x->content = at;
    x->takes = f->takes & MH_TAKES_OBJECT ? LED_OBJECT : LED_PREP;
    x->gap = i > from;
    return true;
  }
  return false;
}

/* "announced (`an) | the arrest of": behind the verb's own preposition, or further on than the
 * object is looked for, the noun makes of the act what it makes of it right there. */
void mh_statement__by_object(const reader *r, act *x, uint32_t end)
{
  if (x->n_with == 0 || x->paired) return;
  const unsigned led_by = x->takes == LED_OBJECT ? MH_TAKES_OBJECT
                          : x->takes == LED_PREP && x->content
                              ? mh_statement__prep(r, x->content - 1)
                              : 0;
  uint32_t i = x->content; /* "six | killed" */
  while (led_by && i + 1 < end && i < x->content + 3 &&
         (tok(r, i)->kind == MH_TOKEN_NUMBER || mh_words_match(r->w, i, MH_PH_NUMBER)))
    i++;
  const mh_frame *f = led_by ? frame_with(r, x, i) : NULL;
  if (f == NULL || !(f->takes & MH_TAKES_OBJECT) || !(f->takes & led_by)) return;
  pair(x, f);
}

/* The noun at i performs an act and is what a verb governs: in the accusative, with a pronoun,
 * or where a phrase begins. */
static bool act_noun(const reader *r, uint32_t i, uint32_t from)
{
  const mh_reading *y = mh_statement__reading(r, i, NOUNS, true);
  if (y == NULL || y->pro & (MH_PRO_WA | MH_PRO_FA) || governed(r, i, from)) return false;
  if (r->m->actor_of[i] >= 0) return false;
  const mh_word *w = mh_lex_word(r->lex, y->word);
  const uint8_t kind = mh_lex_frames(r->lex, w)->kind;
  if (w->n_frames == (uint32_t)w->n_with + w->n_not || kind == MH_FRAME_MEET ||
      kind == MH_FRAME_PASSIVE || kind == MH_FRAME_WEAK)
    return false;
  return y->enc != MH_ENC_NONE || begins(r, i, from);
}

/* "directed | (bi-) giving the support", "(bi-) the speed of finishing": a verb that lets nouns
 * perform, but has its say behind bi- too, and that stands right behind who acts. */
static bool led_by_bi(const reader *r, act *x, uint32_t i, uint32_t stop)
{
  const mh_frame *f = mh_statement__frame_for(x, MH_TAKES_BI);
  if (f == NULL || f->kind != MH_FRAME_ACT || x->frames[0].kind != MH_FRAME_LIGHT ||
      i + 1 >= stop || r->m->actor_of[i] >= 0)
    return false;
  const bool haste = r->cls[i] == MH_W_OTHER && width(r, i) == 1 &&
                     mh_key_letter(tok(r, i)->key, 0) == MH_L_BA &&
                     (r->w->glance[i + 1].pos >> MH_POS_MASDAR & 1);
  if (!haste && !(r->cls[i] == MH_W_NONE && mh_statement__joined(r, i) == MH_PRO_BI &&
                  (r->w->glance[i].pos & NOUNS)))
    return false;
  return mh_statement__found(x, f, i, LED_PREP, false);
}

static bool light_object(const reader *r, act *x, uint32_t from, uint32_t stop)
{
  const mh_frame *f = NULL;
  for (uint32_t i = 0; i < x->n_frames && f == NULL; i++)
    if (x->frames[i].takes & MH_TAKES_OBJECT) f = &x->frames[i];
  if (f == NULL || (f->kind != MH_FRAME_LIGHT && f->kind != MH_FRAME_RENEW)) return false;
  for (uint32_t i = object_from(r, from, stop); i < stop; i = next_object(r, i, stop)) {
    if (!act_noun(r, i, from)) continue;
    /* "announced the withdrawal of | its support" */
    if (f->act == MH_ACT_PLAN && i > from &&
        r->w->glance[i - 1].pos >> MH_POS_MASDAR & 1 && r->m->actor_of[i - 1] < 0 &&
        !mh_statement__pronoun(r, i - 1) && !has_al(r, i - 1) &&
        !governed(r, i - 1, from))
      return false;
    return mh_statement__found(x, f, i, LED_OBJECT, i > from);
  }
  return false;
}

/* A noun at i that makes a greeting of the verb: condolences, thanks. */
static bool greets(const reader *r, const act *x, uint32_t i)
{
  const mh_frame *f = has_al(r, i) ? frame_with(r, x, i) : NULL;
  return f && (f->act == MH_ACT_SUPPORT || f->act == MH_ACT_PRAISE);
}

/* Does a greeting begin at i, behind how warm it is: "the warmest | condolences", "the highest
 * signs of | thanks"? */
static bool warm(const reader *r, const act *x, uint32_t i, uint32_t stop)
{
  for (uint32_t k = i; k + 1 < stop && k < i + WARM; k++) {
    if (tok(r, k)->kind != MH_TOKEN_WORD || r->cls[k] != MH_W_NONE ||
        r->m->actor_of[k] >= 0 || has_al(r, k) || mh_statement__and(r, k) ||
        mh_statement__joined(r, k))
      return false;
    if (greets(r, x, k + 1)) return true;
  }
  return false;
}

/* The comma behind phrases that say in whose name or where ("in his name and | on behalf of the
 * people of the province,"); NO_TOKEN where anything else stands there. */
static uint32_t phrases_end(const reader *r, uint32_t from, uint32_t stop)
{
  for (uint32_t i = from; i + 2 < stop; i++) {
    if (mh_statement__comma(r, i)) return i;
    if (tok(r, i)->kind != MH_TOKEN_WORD || r->cls[i] == MH_W_AN ||
        r->cls[i] == MH_W_REL ||
        (r->w->glance[i].acts >> MH_POS_VERB & 1 && r->cls[i] == MH_W_NONE &&
         !mh_statement__joined(r, i) && !has_al(r, i)))
      return NO_TOKEN;
  }
  return NO_TOKEN;
}

/* "the king of N., | a decree to": one comma behind who acts, and right behind it the object
 * that makes the act. */
static bool behind_comma(const reader *r, act *x, uint32_t from, uint32_t stop)
{
  if (x->form != ACT_VERB || x->who.first < 0) return false;
  const uint32_t comma = phrases_end(r, from, stop), i = comma + 1;
  if (comma == NO_TOKEN || mh_statement__joined(r, i) || r->cls[i] != MH_W_NONE)
    return false;
  /* "went on with its advance, | the steady support of": what the verb has for an object itself */
  const bool gives = x->n_frames == 0 || x->frames[0].kind == MH_FRAME_LIGHT;
  if (!(warm(r, x, i, stop) && (gives || comma == from)) &&
      !(comma == from && frame_with(r, x, i)))
    return false;
  return with_object(r, x, i, stop);
}

bool mh_statement__object(const reader *r, act *x, uint32_t from, uint32_t end)
{
  if (x->n_with == 0 && x->n_frames == 0) return false;
  uint32_t stop = end - from < FAR ? end : from + FAR;
  if (mh_statement__comma(r, from) && past_put_in(r, from, end) < end)
    stop = end - from < FAR + PUT ? end : from + FAR + PUT;
  if (x->n_with && (with_object(r, x, from, stop) || behind_comma(r, x, from, stop)))
    return true;
  return led_by_bi(r, x, from, stop) || light_object(r, x, from, stop);
}

void mh_statement__counted(const reader *r, act *x, uint32_t from)
{
  if (x->takes != LED_OBJECT || x->inner ||
      mh_words_match(r->w, x->content, MH_PH_MEETING))
    return;
  while (x->content > from) {
    const uint32_t i = x->content - 1;
    const mh_match *m = mh_words_match(r->w, i, MH_PH_NUMBER);
    const bool digits = tok(r, i)->kind == MH_TOKEN_NUMBER;
    if (!digits && !(m && m->end == i + 1)) return;
    if (r->m->when_at[i] >= 0 || mh_statement__joined(r, i) || mh_statement__and(r, i))
      return;
    /* "the first talks", "in March 2016 | curbs" */
    if (mh_statement__article(r, i) ||
        (digits && tok(r, i)->value >= 1900 && tok(r, i)->value < 2100))
      return;
    x->content = i;
  }
}

/* May the word w be an act of one's own, or what one stresses? */
static bool weighs(const reader *r, const mh_word *w, bool own, bool stresses)
{
  if (stresses && mh_weighs(w->cls)) return true;
  for (uint32_t n = 0; n < w->n_frames; n++) {
    const mh_frame *f = mh_lex_frames(r->lex, w) + n;
    if (f->act == MH_ACT_DISCUSS || f->act == MH_ACT_MEET) continue;
    if (own ? f->kind == MH_FRAME_ACT || f->kind == MH_FRAME_WEAK
            : stresses && f->kind == MH_FRAME_ACT)
      return true;
  }
  return false;
}

bool mh_statement__weighty(const reader *r, const mh_frame *direct, uint32_t i)
{
  if (direct == NULL || mh_statement__article(r, i)) return false;
  if (r->cls[i] == MH_W_DET) return direct->act == MH_ACT_OPPOSE; /* "denied any" */
  const bool stresses = direct->act == MH_ACT_AFFIRM;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    if (w && !y->pro && (NOUNS >> MH_F_POS_OF(y->feats) & 1) &&
        weighs(r, w, mh_statement__pronoun(r, i), stresses))
      return true;
  }
  return false;
}
