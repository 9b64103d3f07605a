/* worth - is what was found a statement at all?  What is asked claims nothing; what is left of
 * a phrase (an adjective, an adverb, "that") says nothing; what was done in other years is
 * history that the writer tells; a verb may be written
 * like an act that it is not.
 *
 * Not here: is the report one of states (scope.c), how sure is what stays (confidence.c).
 */
#include "about.h"
#include "worth.h"

#define VERBS       (1u << MH_POS_VERB)
#define THINGS      (1u << MH_POS_NOUN | 1u << MH_POS_MASDAR)
#define PARTICIPLES (1u << MH_POS_ACTIVE | 1u << MH_POS_PASSIVE)
#define FEW         2 /* words of a content that may be no more than a rest */
#define OLD         2 /* years before the report from which on a deed is history */
#define OPENS       6 /* tokens at a sentence's head in which it says when */
#define WHEN        3 /* tokens behind who tells something in which he says when */
#define WAS         8 /* tokens between "was" and what somebody was doing */
#define LATE        30 /* days before the report from which on a deed that is dated is no news */

/* A mark that parts a question from what was said before it: neither comma nor quotation mark,
 * no bracket and no dash. */
static bool parts(const reader *r, uint32_t i)
{
  if (tok(r, i)->kind != MH_TOKEN_MARK || mh_statement__comma(r, i) ||
      mh_statement__quote_mark(r, i))
    return false;
  const uint32_t v = tok(r, i)->value;
  return v != '(' && v != ')' && v != '[' && v != ']' && v != '-' && v != '/' &&
         v != MH_DASH;
}

uint32_t mh_statement__asked(const reader *r, const mh_sentence *s)
{
  uint32_t i = s->end;
  while (i > s->first &&
         (mh_statement__mark(r, i - 1, '!') || mh_statement__mark(r, i - 1, '.')))
    i--;
  if (i == s->first ||
      !(mh_statement__mark(r, i - 1, '?') || mh_statement__mark(r, i - 1, MH_QUESTION)) ||
      r->quoted[i - 1])
    return s->end;
  for (i--; i > s->first && !parts(r, i - 1);) i--;
  return i;
}

/* Does the word at i stand for something: an actor, a place, a noun, a word that nobody knows
 * and that is no adjective? */
static bool something(const reader *r, uint32_t i)
{
  if (r->m->actor_of[i] >= 0 || mh_words_match(r->w, i, MH_PH_PLACE)) return true;
  if (r->cls[i] != MH_W_NONE) return false;
  if (r->w->glance[i].pos & THINGS) return true;
  if (mh_words_match(r->w, i, MH_PH_ADJ)) return false;
  return !(r->w->glance[i].pos >> MH_POS_ADJ & 1);
}

/* Is what is said in [first, end) no more than the rest of the name of who says it ("the
 * spokesman N. | N. N. said,")? */
static bool rest_of_name(const reader *r, const act *x, uint32_t first, uint32_t end)
{
  if ((x->act != MH_ACT_STATE && x->act != MH_ACT_AFFIRM) || x->takes != LED_OBJECT ||
      x->who.first < 0 || first != x->who.end || end - first > FEW ||
      mh_statement__article(r, first))
    return false;
  for (uint32_t i = first; i < end; i++)
    if (tok(r, i)->kind != MH_TOKEN_WORD || r->cls[i] != MH_W_NONE ||
        r->m->actor_of[i] >= 0 || (r->w->glance[i].pos & THINGS))
      return false;
  return true;
}

/* May "that" alone be what is done, by who is named or where it is told of him: one denies,
 * supports or agrees to it, but what is said, met or given by that word alone is nothing. */
static bool takes_up(const act *x)
{
  if (x->act == MH_ACT_OPPOSE) return x->takes == LED_OBJECT;
  return (x->act == MH_ACT_SUPPORT || x->act == MH_ACT_AGREE) &&
         (x->takes == LED_OBJECT || x->takes == LED_PREP) && !x->who.carried;
}

/* "made | these statements (in N.)": what they were is told elsewhere. */
static bool these_words(const reader *r, const act *x, uint32_t first, uint32_t end)
{
  if (x->act != MH_ACT_STATE || r->cls[first] != MH_W_DEM || first + 1 >= end)
    return false;
  const mh_reading *y = mh_statement__reading(r, first + 1, THINGS, false);
  if (y == NULL || y->word == 0) return false;
  const mh_word *w = mh_lex_word(r->lex, y->word);
  return w->cls == MH_W_SPEECH ||
         (w->n_frames && mh_lex_frames(r->lex, w)->act == MH_ACT_STATE);
}

bool mh_statement__fragment(const reader *r, const act *x, uint32_t first, uint32_t end)
{
  uint32_t words = 0, things = 0;
  if (these_words(r, x, first, end)) return true;
  /* "denied | that", "supports | that": of what was just told */
  if (end == first + 1 && r->cls[first] == MH_W_DEM && takes_up(x)) return false;
  if (rest_of_name(r, x, first, end)) return true;
  if (x->takes == LED_THAT && x->content == first)
    return end == first + 1; /* "that" alone */
  for (uint32_t i = first; i < end && words <= FEW; i++) {
    if (tok(r, i)->kind == MH_TOKEN_NUMBER) return false;
    if (tok(r, i)->kind != MH_TOKEN_WORD) continue;
    words++;
    things += something(r, i);
  }
  if (words > FEW) return false;
  return things == 0 || (words == 1 && x->act == MH_ACT_STATE);
}

/* ---- told of other times */

/* A date whose year is long past. */
static bool long_past(const reader *r, uint32_t i)
{
  const int32_t d = r->m->when_at[i];
  if (d < 0 || r->published.year == 0) return false;
  const char *v = r->m->whens.at[d].value;
  int year = 0;
  for (int k = 0; k < 4; k++) {
    if (v[k] < '0' || v[k] > '9') return false;
    year = year * 10 + v[k] - '0';
  }
  return year + OLD <= r->published.year;
}

/* A date, all of it, more than LATE days before the report. */
static bool late(const reader *r, uint32_t i)
{
  const int32_t at = r->m->when_at[i];
  mh_day d;
  if (at < 0 || r->published.year == 0) return false;
  const char *v = r->m->whens.at[at].value;
  if (!mh_day_parse(&d, v, strlen(v))) return false;
  if (d.month == 0) d.month = 12;
  if (d.day == 0) d.day = 28;
  return mh_day_number(d) + LATE < mh_day_number(r->published);
}

/* Does what begins at i tell of something else, with a day of its own? */
static bool leads_away(const reader *r, uint32_t i)
{
  const uint8_t c = r->cls[i];
  return relative(r, i) || c == MH_W_AN || c == MH_W_SUB || c == MH_W_CONJ ||
         mh_is_class(r->w, i, MH_W_AFTER) ||
         (c == MH_W_NONE && r->m->actor_of[i] < 0 && r->w->glance[i].pos == VERBS);
}

/* Does the report begin with sentence s?  It is about what is told there, however long ago. */
static bool lead(const reader *r, const mh_sentence *s)
{
  const mh_sentence *first = r->doc->sentences;
  while (first < s && first->heading) first++;
  return first == s;
}

/* Is what x tells done, and not said? */
static bool deed(const act *x)
{
  if (x->inner || x->takes == LED_THAT || x->takes == LED_QUOTE) return false;
  if (x->act == MH_ACT_MEET || x->act == MH_ACT_SIGN) return true;
  return (x->act == MH_ACT_PLAN || x->act == MH_ACT_PROVIDE || x->act == MH_ACT_AGREE ||
          x->act == MH_ACT_SUPPORT) &&
         (x->kind == MH_FRAME_WEAK || x->paired);
}

/* "withdrew | in May (from the agreement)", "set free | a hundred men, last year": what somebody
 * has done, and when, which is told for the record; not what others have ("the agreement that
 * was made in May", "the ruling issued in May"). */
static bool did_then(const reader *r, const mh_sentence *s, const act *x)
{
  if (!deed(x) || lead(r, s)) return false;
  for (uint32_t i = x->word_end; i < s->end; i++) {
    if (r->m->when_at[i] < 0) {
      if (leads_away(r, i)) return false;
      continue;
    }
    if (!late(r, i)) return false; /* "today, after (the decision) in May" */
    if (i == x->word_end || i == x->who.end || mh_statement__comma(r, i - 1)) return true;
    if (mh_statement__prep(r, i - 1) != MH_TAKES_FI) continue;
    if (i - 1 == x->word_end || i - 1 == x->who.end ||
        !(r->w->glance[i - 2].pos & PARTICIPLES))
      return true;
  }
  return false;
}

bool mh_statement__was(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  const int skip = mh_key_letter(t->key, 0) != MH_L_KAF; /* wa-, fa- */
  return r->cls[i] == MH_W_AUX && t->n >= 3 + skip && t->n <= 5 + skip &&
         mh_key_letter(t->key, skip) == MH_L_KAF &&
         mh_key_letter(t->key, skip + 1) == MH_L_ALEF &&
         mh_key_letter(t->key, skip + 2) == MH_L_NUN;
}

/* "N. was answering a question": how it was when something else happened. */
static bool was_doing(const reader *r, const mh_sentence *s, const act *x)
{
  if ((x->feats & MH_F_TENSE) != MH_F_IMPERFECT) return false;
  for (uint32_t i = x->word; i-- > s->first && x->word - i <= WAS;) {
    if (mh_statement__was(r, i)) return true;
    if (mh_statement__comma(r, i) || r->cls[i] == MH_W_AN || relative(r, i)) return false;
  }
  return false;
}

/* "N. wanted | to": a verb of will (what one does not want he refuses) tells in the perfect how it
 * came to something else. */
static bool past_will(const reader *r, const act *x)
{
  const uint16_t both = MH_TAKES_OBJECT | MH_TAKES_AN;
  /* "wanted | that he say": what he says may be told so */
  if (x->inner || x->takes == LED_THAT || x->act != MH_ACT_PLAN ||
      x->kind != MH_FRAME_ACT)
    return false;
  const mh_reading *y = mh_statement__reading(r, x->word, VERBS, false);
  const mh_word *w = y && y->word ? mh_lex_word(r->lex, y->word) : NULL;
  const mh_frame *f = w ? mh_lex_frames(r->lex, w) : NULL;
  bool wants = false, refuses = false;
  for (uint32_t k = 0; w && k < w->n_frames; k++) {
    if ((f[k].takes & both) != both) continue;
    if (f[k].takes & MH_TAKES_NOT)
      refuses = refuses || f[k].act == MH_ACT_OPPOSE;
    else
      wants = wants || f[k].act == MH_ACT_PLAN;
  }
  return wants && refuses;
}

/* "we saw | many of": what the writer has seen, unless it is told what he thinks ("that"). */
static bool we_saw(const act *x)
{
  const uint16_t sees = MH_TAKES_OBJECT | MH_TAKES_AN | MH_TAKES_FI;
  return x->act == MH_ACT_STATE && !x->inner && mh_statement__first_person(x->feats) &&
         x->n_frames && (x->frames[0].takes & sees) == sees && x->takes == LED_OBJECT;
}

bool mh_statement__history(const reader *r, const mh_sentence *s, const act *x)
{
  if (x->form != ACT_VERB || r->quoted[x->word]) return false;
  if (!x->inner && was_doing(r, s, x)) return true;
  if ((x->feats & MH_F_TENSE) != MH_F_PERFECT) return false;
  if (past_will(r, x) || we_saw(x) || did_then(r, s, x)) return true;
  /* "in 2007, when N. threatened": a clause of when has its year anywhere before it */
  const bool when = x->word > s->first && r->cls[x->word - 1] == MH_W_SUB;
  const uint32_t head = !when && s->first + OPENS < x->word ? s->first + OPENS : x->word;
  for (uint32_t i = s->first; i < head; i++)
    if (long_past(r, i)) return true;
  /* what is renewed, or told to be so, may be of any year */
  if (x->inner && (x->renewed || x->tells || x->that)) return false;
  /* of what is told, or of who tells it, another year may be named further on: "said in his
   * first speech since the agreement of 2015 that" */
  const bool tells = x->takes == LED_THAT || x->takes == LED_QUOTE;
  const uint32_t who = x->who.end > x->word_end ? x->who.end : x->word_end;
  const uint32_t end = tells && who + WHEN < x->content ? who + WHEN : x->content;
  for (uint32_t i = x->word; i < end; i++) {
    if (long_past(r, i)) return true;
    if (x->inner && i > x->word && (leads_away(r, i) || mh_statement__comma(r, i)))
      return false; /* "N., partners since 2015, voiced": of them */
  }
  return false;
}

/* ---- written like an act */

/* "declined to comment", "declined | that he comments": no stand is taken. */
bool mh_statement__mute(const reader *r, const act *x)
{
  if (x->kind == MH_FRAME_MUTE) return true;
  const bool that = x->takes == LED_THAT;
  if (x->n_with == 0 || x->content + that >= r->doc->n_tokens) return false;
  const mh_reading *y = mh_statement__reading(r, x->content + that, that ? VERBS : THINGS,
                                              false);
  for (uint32_t f = x->n_frames; y && f < x->n_frames + x->n_with; f++)
    if (x->frames[f].kind == MH_FRAME_MUTE && mh_lex_with(r->lex, &x->frames[f], y->word))
      return true;
  return false;
}

/* "whose output | reaches": an imperfect is written like one of a verb that performs nothing
 * ("makes known"), and nobody is named. */
bool mh_statement__performs_nothing(const reader *r, uint32_t i, const mh_reading *y)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *z = mh_words_reading(r->w, i, k);
    if (z->word && z->word != y->word && MH_F_POS_OF(z->feats) == MH_POS_VERB &&
        (z->feats & (MH_F_PERSON | MH_F_TENSE)) == (MH_F_3 | MH_F_IMPERFECT) &&
        !(z->feats & MH_F_SHORT) && z->enc == MH_ENC_NONE &&
        mh_lex_word(r->lex, z->word)->n_frames == 0)
      return true;
  }
  return false;
}

/* "was accused | of taking money": who accuses has somebody to accuse, and nobody stands
 * between him and what of. */
static bool suffered(const reader *r, const act *x, const mh_reading *y, bool quoted)
{
  const uint16_t both = MH_TAKES_OBJECT | MH_TAKES_BI;
  const mh_frame *f = &x->frames[0];
  if (x->takes != LED_PREP || (f->takes & both) != both || f->takes & MH_TAKES_NOT ||
      (f->act != MH_ACT_OPPOSE && f->kind != MH_FRAME_JUDGE) || y->enc != MH_ENC_NONE)
    return false;
  return quoted
             ? x->content > x->who.end &&
                   mh_statement__lone_letter(r, x->who.end, x->content + 1) == MH_TAKES_BI
             : x->content == x->who.end &&
                   mh_statement__joined(r, x->content) == MH_PRO_BI;
}

/* "and accused | the opposition of": whoever acted before does, and who stands behind the verb
 * is whom he accuses; false where nobody did. */
static bool suffers_from(const reader *r, act *x)
{
  const subject whom = x->who;
  mh_statement__carry(r, x, &x->who);
  if (mh_statement__and(r, x->word) && r->acted == r->paragraph && x->who.codes.n == 1 &&
      !mh_codes_has(&whom.codes, x->who.codes.at[0])) {
    x->content = r->m->actors[whom.first].first;
    x->takes = LED_OBJECT;
    return true;
  }
  x->who = whom;
  return false;
}

bool mh_statement__suffered(const reader *r, act *x, const mh_reading *y)
{
  if (suffered(r, x, y, false)) return !suffers_from(r, x);
  /* "called N. (bi-) «shameful»" may tell what he calls so behind it: "called so | those laws" */
  if (suffered(r, x, y, true)) suffers_from(r, x);
  return false;
}

/* "called home | its ambassador": one's own is a step, another's a protest. */
bool mh_statement__own_envoy(const reader *r, const act *x)
{
  if (x->act != MH_ACT_OPPOSE || x->kind != MH_FRAME_WEAK || x->paired) return false;
  const mh_match *m = mh_words_match(r->w, x->content, MH_PH_OFFICE);
  return m && m->enc != MH_ENC_NONE && m->enc != MH_ENC_ACC &&
         strcmp(mh_lex_office(r->lex, m->value)->kind, "ambassador") == 0;
}

/* To put out a statement is not what it says; to support or reject it is an act. */
bool mh_statement__puts_out(const reader *r, const act *x)
{
  const int32_t object = x->takes == LED_OBJECT ? r->m->actor_at[x->content] : -1;
  if (object < 0 || r->m->actors[object].form != MH_ACTOR_ROLE ||
      r->m->actors[object].role != MH_ROLE_DOCUMENT)
    return false;
  if (x->kind == MH_FRAME_JUDGE) return false; /* what it is described as is said */
  if (x->inner && x->ahead) return false;      /* "that his country will support it" */
  return x->act == MH_ACT_STATE || x->act == MH_ACT_AFFIRM || x->act == MH_ACT_PLAN ||
         x->act == MH_ACT_PROVIDE;
}
