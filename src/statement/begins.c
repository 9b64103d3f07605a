/* begins - does a clause of its own begin with a verb?
 *
 * It may at the sentence's start, after a mark or a conjunction, with wa-, or behind a phrase
 * that is put in front.  It does not where a relative pronoun, an infinitive "an" or a chain
 * of verbal nouns holds it: then it is part of what is said.
 *
 * Whether the verb is an act word, and who acts, is clause.c's.
 */
#include "inside.h"

#define VERBS (1u << MH_POS_VERB)
#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)

#define BACK     24 /* words of grammar and dates that are stepped over backwards */
#define RELATIVE 18 /* tokens of a relative clause before its second verb */
#define SERVING  30 /* tokens from bi-ma to a verb that goes on with its clause */
#define THAT     40 /* tokens from "that" to the verb of what it is said of */
#define FRONT    14 /* tokens of a phrase before the verb that opens a sentence */
#define SPEECH   24 /* tokens back from a verb to the speech in which it is told */

/* One step back from i: the token that what stands right before i begins with, when that is a
 * word that may stand between a clause's mark and its verb; NO_TOKEN when it is none. */
static uint32_t step_back(const reader *r, uint32_t i, uint32_t first)
{
  const uint32_t p = i - 1;
  switch (r->cls[p]) {
  case MH_W_QAD:
  case MH_W_FUT:
  case MH_W_DEM:
  case MH_W_AUX:
  case MH_W_PRON:
  case MH_W_PERHAPS:
  case MH_W_OTHER: return p;
  default: break;
  }
  if (mh_statement__quote_mark(r, p)) return p;
  for (uint32_t b = 1; b <= 8 && i >= first + b; b++) { /* a date */
    const int32_t d = r->m->when_at[i - b];
    if (d >= 0 && r->m->whens.at[d].end == i) return i - b;
  }
  return NO_TOKEN;
}

bool mh_statement__leads_verb(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  const int z = t->n ? mh_key_letter(t->key, t->n - 1) : 0;
  const int y = t->n > 1 ? mh_key_letter(t->key, t->n - 2) : 0;
  if (r->cls[i] != MH_W_CONJ || t->n < 2) return false;
  if (z == MH_L_NUN) return y != MH_L_ALEF && y != MH_L_KAF; /* "though that", "but" */
  if (z == MH_L_MIM) return false; /* "in spite of", "and then (his)" */
  /* amma, innama: "as for", "only"; wa-kama, fa-kama: "and as he said, ..." */
  const int a = mh_key_letter(t->key, 0), k = mh_key_letter(t->key, 1);
  return z != MH_L_ALEF || (a != MH_L_ALEF && k != MH_L_KAF);
}

/* "that X is so, and «we reject Y»": wa- stands alone before the mark of a quotation in which
 * he speaks himself. */
static bool quoted_self(const reader *r, uint32_t i)
{
  const mh_token *t = i ? tok(r, i - 1) : NULL;
  return t && t->kind == MH_TOKEN_WORD && t->n == 1 &&
         mh_key_letter(t->key, 0) == MH_L_WAW && mh_statement__quote_mark(r, i) &&
         i + 1 < r->doc->n_tokens && mh_statement__self(r, i + 1);
}

bool mh_statement__opens(const reader *r, uint32_t i, uint32_t first)
{
  for (uint32_t n = 0; n < BACK; n++) {
    if (i == first || i == r->told || mh_statement__and(r, i)) return true;
    const uint32_t p = i - 1;
    if (r->cls[i] == MH_W_DEM && r->cls[p] == MH_W_PREP) { /* "after that" */
      i = p;
      continue;
    }
    if (tok(r, p)->kind == MH_TOKEN_MARK && !mh_statement__quote_mark(r, p))
      return !mh_statement__mark(r, p, ')');
    if (r->cls[p] == MH_W_CONJ || r->cls[p] == MH_W_AND) return true;
    if (quoted_self(r, i)) return true;
    i = step_back(r, i, first);
    if (i == NO_TOKEN) return false;
  }
  return false;
}

/* "which forbids | and rejects": a verb right behind another with wa- shares what holds it. */
static bool second_verb(const reader *r, uint32_t i, uint32_t first)
{
  return i > first && mh_statement__and(r, i) && r->cls[i - 1] == MH_W_NONE &&
         mh_statement__reading(r, i - 1, VERBS, false) &&
         !mh_statement__reading(r, i - 1, NOUNS, false);
}

/* aw, am: "or", the only ones of their class that have two letters and begin with alef. */
static bool or_word(const reader *r, uint32_t i)
{
  return r->cls[i] == MH_W_AND && tok(r, i)->n == 2 && width(r, i) == 1 &&
         mh_key_letter(tok(r, i)->key, 0) == MH_L_ALEF;
}

bool mh_statement__held(const reader *r, uint32_t i, uint32_t first, bool time)
{
  /* "neither confirmed | or denied", "that ratifies | or rejects it": one of two that may be */
  if (i > first && or_word(r, i - 1)) return true;
  if (second_verb(r, i, first)) i--;
  for (uint32_t p = i; p-- > first && i - p <= 3;) {
    if (p + 1 == r->told) return false;
    const mh_word_class c = (mh_word_class)r->cls[p];
    if (c == MH_W_SUB) return !time;
    if (c == MH_W_AN && p == first && !mh_statement__and(r, p))
      return false; /* inna at the head of a sentence holds nothing */
    if (c == MH_W_REL || c == MH_W_RESULT || c == MH_W_TELLER || c == MH_W_AN ||
        c == MH_W_PURPOSE || c == MH_W_PERHAPS)
      return true;
    if (c == MH_W_NEG) return true;
    if (c != MH_W_QAD && c != MH_W_FUT && c != MH_W_AUX) return false;
  }
  return false;
}

/* Between the last clause mark and i, is there a relative pronoun that still waits for its
 * verb?  ("the talks that the two ministers | held") */
bool mh_statement__relative_open(const reader *r, uint32_t i, uint32_t first)
{
  for (uint32_t p = i; p-- > first && i - p <= 12;) {
    if (mh_statement__comma(r, p)) return false;
    if (relative(r, p) || r->cls[p] == MH_W_SUB) return true;
    if (r->cls[p] == MH_W_AN) return true;
    if (r->cls[p] == MH_W_NONE && mh_statement__reading(r, p, VERBS, false) &&
        p + 1 < i && !mh_statement__reading(r, p, NOUNS, false))
      return false;
  }
  return false;
}

/* "in a way that (bi-ma) serves both | and backs peace": does the verb in the imperfect at i go
 * on with such a clause? */
static bool goes_on_serving(const reader *r, const mh_reading *y, uint32_t i,
                            uint32_t first)
{
  const uint32_t like = MH_F_PERSON | MH_F_TENSE | MH_F_GENDER | MH_F_NUMBER;
  for (uint32_t p = i; p-- > first && i - p <= SERVING;) {
    const mh_token *t = tok(r, p);
    if (t->kind == MH_TOKEN_MARK && !mh_statement__quote_mark(r, p) &&
        !mh_statement__comma(r, p))
      return false;
    if (r->cls[p] == MH_W_AN || r->cls[p] == MH_W_CONJ || r->cls[p] == MH_W_SUB)
      return false;
    if (!mh_statement__what_by(r, p)) continue;
    const mh_reading *v = mh_statement__reading(r, p + 1, VERBS, false);
    return v && (v->feats & like) == (y->feats & like);
  }
  return false;
}

/* "the states that back N. | and pay it": a bare verb with wa-, and no mark before it, that is
 * of the same time as the verb of the relative clause it stands in goes on with that. */
bool mh_statement__shares_relative(const reader *r, const mh_reading *y, uint32_t i,
                                   uint32_t first)
{
  const uint32_t like = MH_F_TENSE | MH_F_PERSON;
  const bool in_it = i + 1 < r->doc->n_tokens && r->cls[i + 1] == MH_W_PREP &&
                     mh_statement__joined_pronoun(r, i + 1); /* "and threatened in it" */
  const uint32_t asked = in_it ? (y->feats & MH_F_TENSE) | MH_F_3
                               : MH_F_IMPERFECT | MH_F_3;
  if (!mh_statement__and(r, i) || (y->feats & like) != asked) return false;
  if (!in_it && !(y->pro & MH_PRO_SA) && goes_on_serving(r, y, i, first)) return true;
  for (uint32_t p = i; p-- > first && i - p <= RELATIVE;) {
    if (tok(r, p)->kind == MH_TOKEN_MARK && !mh_statement__quote_mark(r, p)) return false;
    if (r->cls[p] == MH_W_AN || r->cls[p] == MH_W_CONJ || r->cls[p] == MH_W_SUB)
      return false;
    if (r->cls[p] != MH_W_REL || tok(r, p)->n <= 3) continue;
    const mh_reading *v = mh_statement__reading(r, p + 1, VERBS, false);
    return v && (v->feats & MH_F_PERSON) == MH_F_3;
  }
  return false;
}

/* A noun that weighs what follows: "the need for", not "the forces". */
static bool weighs(const reader *r, uint32_t i)
{
  if (!(r->w->glance[i].pos & NOUNS)) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word && (NOUNS >> MH_F_POS_OF(y->feats) & 1) &&
        (y->feats & MH_F_NUMBER) != MH_F_PL &&
        mh_weighs(mh_lex_word(r->lex, y->word)->cls))
      return true;
  }
  return false;
}

/* "that the attack on N., which ..., | threatens a war": is the bare verb at i, behind a comma,
 * what is said of the noun behind "that", which has no verb yet? */
bool mh_statement__predicate_of_that(const reader *r, uint32_t i, uint32_t first)
{
  if (i < first + 3 || !mh_statement__comma(r, i - 1) || mh_statement__and(r, i))
    return false;
  /* "that X is grave, and so, | he called for" */
  if (r->cls[i - 2] == MH_W_AND || r->cls[i - 2] == MH_W_CONJ ||
      r->cls[i - 2] == MH_W_OTHER)
    return false;
  /* "pointing out that X is short, | he said: ..." */
  if (i + 1 < r->doc->n_tokens &&
      (r->cls[i + 1] == MH_W_AN || mh_statement__mark(r, i + 1, ':') ||
       mh_statement__quote_mark(r, i + 1)))
    return false;
  bool held = false; /* the verbs up to here are those of a relative clause */
  for (uint32_t p = i - 1; p-- > first && i - p <= THAT;) {
    if (mh_statement__mark(r, p, '.') || mh_statement__mark(r, p, ':')) return false;
    if (r->cls[p] == MH_W_AN)
      return !held && !mh_statement__pronoun(r, p) && !mh_statement__infinitive(r, p) &&
             !mh_words_match(r->w, p + 1, MH_PH_MEETING); /* talks deal with something */
    const bool verb = r->cls[p] == MH_W_NONE && r->m->actor_of[p] < 0 &&
                      mh_statement__reading(r, p, VERBS, false) &&
                      !mh_statement__reading(r, p, NOUNS, false);
    if (verb) held = true;
    if (relative(r, p)) held = false;
  }
  return false;
}

/* "that N., who came from X, | will hand the king a letter": do those behind "that", who have no
 * verb yet, have the one at i, whoever stands behind it? */
bool mh_statement__awaited(const reader *r, uint32_t feats, uint32_t i, uint32_t first)
{
  subject g;
  bool held = false; /* the verbs up to here are those of a relative clause */
  if (mh_statement__and(r, i)) return false;
  for (uint32_t p = i; p-- > first && i - p <= THAT;) {
    if (mh_statement__mark(r, p, '.') || mh_statement__mark(r, p, ':') ||
        r->cls[p] == MH_W_CONJ || r->cls[p] == MH_W_SUB)
      return false;
    if (r->cls[p] == MH_W_AN)
      return !held && !mh_statement__pronoun(r, p) && !mh_statement__infinitive(r, p) &&
             mh_statement__group(r, p + 1, &g) && g.end <= i &&
             r->m->actors[g.first].form == MH_ACTOR_OFFICIAL &&
             mh_statement__agrees(r, feats, &r->m->actors[g.first]);
    if (relative(r, p)) held = false;
    if (r->cls[p] == MH_W_NONE && r->m->actor_of[p] < 0 &&
        mh_statement__reading(r, p, VERBS, false) &&
        !mh_statement__reading(r, p, NOUNS, false))
      held = true;
  }
  return false;
}

bool mh_statement__awaited_by(const reader *r, const act *x, uint32_t head,
                              uint32_t first)
{
  /* "that X is grave, | said N.: «...»": who stands behind the verb says what follows */
  const uint32_t n = x->who.end;
  const bool says = head && mh_statement__comma(r, head - 1) && n < r->doc->n_tokens &&
                    (mh_statement__mark(r, n, ':') || mh_statement__quote_mark(r, n));
  return !says && mh_statement__awaited(r, x->feats, head, first);
}

/* Could the ambiguous word at i join a verbal noun told before it in the same clause ("to
 * discuss X and study Y")? */
bool mh_statement__noun_chain(const reader *r, uint32_t i, uint32_t first)
{
  for (uint32_t p = i; p-- > first && i - p < 30;) {
    /* "said that X is so, | and refused Y": no noun of that clause goes on behind its comma */
    if (r->cls[p] == MH_W_AN && mh_statement__comma(r, i - 1) &&
        !mh_statement__infinitive(r, p))
      return false;
    if (relative(r, p) || r->cls[p] == MH_W_AN || weighs(r, p)) return true;
    if (r->cls[p] == MH_W_NONE && r->m->actor_of[p] < 0 &&
        mh_statement__reading(r, p, VERBS, true) &&
        !mh_statement__reading(r, p, NOUNS, false))
      return false;
    /* "calls for the exchange | and study of": a bare one, or one that "to", "on" lead */
    const unsigned led = p > first ? mh_statement__prep(r, p - 1) : 0;
    if (mh_statement__reading(r, p, 1u << MH_POS_MASDAR, false) &&
        (!mh_statement__has_al(r, p) || led == MH_TAKES_ILA || led == MH_TAKES_ALA))
      return true;
  }
  return false;
}

/* Does a preposition's phrase, and no verb in it, stand from `first` to `end`? */
static bool front(const reader *r, uint32_t first, uint32_t end, bool conj)
{
  const bool led = conj &&
                   mh_statement__joined(r, first) == MH_PRO_BI; /* "by | invitation" */
  if (r->cls[first] != MH_W_PREP && r->cls[first] != MH_W_OTHER && !led &&
      !(conj && r->cls[first] == MH_W_CONJ))
    return false;
  for (uint32_t p = first + !conj; p < end; p++)
    if (tok(r, p)->kind == MH_TOKEN_MARK || relative(r, p) || r->cls[p] == MH_W_AN ||
        (r->cls[p] != MH_W_DEM && r->cls[p] != MH_W_PREP &&
         mh_statement__reading(r, p, VERBS, true) &&
         !mh_statement__reading(r, p, NOUNS, false) &&
         ((conj && !led) || r->m->actor_of[p] < 0)))
      return false;
  return true;
}

/* "On the situation in X he made clear that": a preposition's phrase, and no verb in it, stands
 * between the head of the sentence and a verb that has its clause right behind it. */
bool mh_statement__fronted(const reader *r, uint32_t i, uint32_t head, uint32_t first)
{
  if (i + 1 >= r->doc->n_tokens || head == first || head - first > FRONT) return false;
  if (r->cls[i + 1] != MH_W_AN && !mh_statement__quote_mark(r, i + 1) &&
      !mh_statement__mark(r, i + 1, ':'))
    return false;
  return front(r, first, head, false);
}

/* "In a like context, | he warned of": behind a preposition's phrase that its comma closes, and
 * no verb in it. */
bool mh_statement__behind_front(const reader *r, uint32_t i, uint32_t first)
{
  if (i < first + 3 || i - first > FRONT || !mh_statement__comma(r, i - 1) ||
      mh_statement__and(r, i) || i + 1 >= r->doc->n_tokens ||
      (r->cls[i + 1] != MH_W_PREP && r->cls[i + 1] != MH_W_AN))
    return false;
  return front(r, first, i - 1, true);
}

#define MEETING_BACK 24 /* tokens from a meeting told of to the comma behind it */

bool mh_statement__met_before(const reader *r, uint32_t i, uint32_t first)
{
  if (i < first + 3 || !mh_statement__and(r, i) || !mh_statement__comma(r, i - 1))
    return false;
  for (uint32_t p = i - 1; p-- > first && i - p < MEETING_BACK;) {
    if (mh_statement__comma(r, p) || r->cls[p] == MH_W_AN) return false;
    const mh_match *m = mh_words_match(r->w, p, MH_PH_MEETING);
    if (m && !(m->pro & MH_PRO_AL) && (m->enc == MH_ENC_NONE || m->enc == MH_ENC_ACC))
      return p > first && r->cls[p - 1] != MH_W_PREP && r->cls[p - 1] != MH_W_AN;
  }
  return false;
}

/* Does a day or a month of the year of the report end right before token i? */
static bool behind_recent(const reader *r, uint32_t i, uint32_t first)
{
  for (uint32_t k = i; k-- > first && i - k <= 8;) {
    const int32_t d = r->m->when_at[k];
    if (d < 0 || r->m->whens.at[d].end != i) continue;
    const char *v = r->m->whens.at[d].value;
    int year = 0;
    for (int n = 0; n < 4; n++) {
      if (v[n] < '0' || v[n] > '9') return false;
      year = year * 10 + v[n] - '0';
    }
    return year == r->published.year && v[4] == '-';
  }
  return false;
}

/* "At the end of the meeting | the king asked", "early in July | he rejected": behind such a phrase
 * that ends with the article or a date a word that may be a noun too belongs to nothing. */
bool mh_statement__closed_front(const reader *r, uint32_t i, uint32_t first)
{
  if (i < first + 2 || i - first > FRONT || mh_statement__and(r, i) ||
      !(mh_statement__article(r, i - 1) || behind_recent(r, i, first)) ||
      !front(r, first, i, false))
    return false;
  const int32_t a = r->m->actor_of[i - 1];
  return a < 0 || (r->m->actors[a].form == MH_ACTOR_ROLE &&
                   r->m->actors[a].role == MH_ROLE_MEETING);
}

/* Where begin the adverbs and days that stand right before token i. */
static uint32_t adverbs_before(const reader *r, uint32_t i, uint32_t first)
{
  for (uint32_t from = i; from > first; i = from) {
    while (from > first &&
           (r->cls[from - 1] == MH_W_OTHER || r->cls[from - 1] == MH_W_AND))
      from--;
    for (uint32_t b = 1; b <= 8 && from >= first + b; b++) { /* a date */
      const int32_t d = r->m->when_at[from - b];
      if (d < 0 || r->m->whens.at[d].end != from) continue;
      from -= b;
      break;
    }
    if (from == i) return i;
  }
  return i;
}

/* "In Kampala | the army denied", "before that | it": does the name of a place that "in" leads, or
 * "that", end right before i? */
static bool behind_place(const reader *r, uint32_t i, uint32_t first)
{
  if (r->cls[i - 1] == MH_W_DEM) return true;
  for (uint32_t k = i; k-- > first + 1 && i - k <= 3;) {
    const mh_match *m = mh_words_match(r->w, k, MH_PH_PLACE);
    const int32_t a = r->m->actor_at[k];
    const bool name = a >= 0 && r->m->actors[a].end == i &&
                      r->m->actors[a].form == MH_ACTOR_CAPITAL;
    if (name || (m && m->end == i)) return mh_statement__prep(r, k - 1) == MH_TAKES_FI;
  }
  return false;
}

#define DATELINE 6  /* tokens of where a report is from and who reports */
#define AGENCY   14 /* those where brackets close on who reports      */

static bool dash(const mh_token *t)
{
  return t->kind == MH_TOKEN_MARK &&
         (t->value == '-' || t->value == 0x2013 || t->value == 0x2014);
}

/* "Beirut - | held the cabinet a session", "Beirut, Lebanon (N.)-- | denied the army": right behind the
 * dash that parts off, at the head of a paragraph, where it is told and by whom; names with no blank
 * at their dash are none. */
static bool behind_dateline(const reader *r, uint32_t i, uint32_t first)
{
  const mh_token *t = tok(r, i - 1);
  if (i < first + 2 || (first > 0 && !(tok(r, first)->flags & MH_TF_LINE)) || !dash(t))
    return false;
  uint32_t p = i - 1;
  while (p > first && dash(tok(r, p - 1))) p--;
  const bool agency = p > first && mh_statement__mark(r, p - 1, ')');
  if (i - first > (agency ? AGENCY : DATELINE) || (!agency && t->at + t->len == t[1].at))
    return false;
  for (uint32_t k = first; k < p; k++)
    if (r->cls[k] != MH_W_NONE ||
        (r->m->actor_of[k] < 0 && r->w->glance[k].pos >> MH_POS_VERB & 1))
      return false;
  return true;
}

bool mh_statement__set_off(const reader *r, uint32_t i, uint32_t first)
{
  if (i == first || i - first > FRONT || mh_statement__and(r, i)) return false;
  if (behind_dateline(r, i, first)) return true;
  const bool comma = mh_statement__comma(r, i - 1);
  const uint32_t to = comma ? i - 1 : i, from = adverbs_before(r, to, first);
  if (from < to && (from == first || mh_statement__comma(r, from - 1) ||
                    r->cls[from - 1] == MH_W_CONJ))
    return true;
  return to > first && (comma || behind_place(r, i, first)) && front(r, first, to, comma);
}

/* Does a verb with a joined pronoun take up a relative told before it in the same clause ("the
 * initiative that X launched and Y adopted")? */
bool mh_statement__resumes(const reader *r, uint32_t i, uint32_t first)
{
  for (uint32_t p = i; p-- > first && i - p < 16 && !mh_statement__comma(r, p);)
    if (relative(r, p)) return true;
  return false;
}

/* "recalled its envoy after | what it called hostile statements": where begins the phrase of
 * when or upon what, whose "what" the verb of describing at i explains; NO_TOKEN where it is
 * none, for what is rejected, or is so, stays one with its description. */
uint32_t mh_statement__described(const reader *r, const mh_reading *y, const mh_frame *f,
                                 uint32_t i, uint32_t first)
{
  if (f->kind != MH_FRAME_JUDGE || y->enc == MH_ENC_NONE || i < first + 3)
    return NO_TOKEN;
  if (r->cls[i - 1] != MH_W_REL || tok(r, i - 1)->n > 3) return NO_TOKEN;
  for (uint32_t p = i - 1; p-- > first + 1 && i - p <= 4;) {
    if (r->cls[p] == MH_W_PREP && r->cls_end[p] == 0) continue;
    if (r->cls[p] == MH_W_PREP) return mh_statement__setting(r, p) ? p : NO_TOKEN;
    if (r->cls[p] != MH_W_NONE || tok(r, p)->kind != MH_TOKEN_WORD) return NO_TOKEN;
  }
  return NO_TOKEN;
}

/* The noun at p tells of what is said or written, or of a meeting. */
static bool occasion(const reader *r, uint32_t p)
{
  if (mh_words_match(r->w, p, MH_PH_MEETING)) return true;
  for (uint32_t k = 0; k < mh_words_readings(r->w, p); k++) {
    const mh_reading *y = mh_words_reading(r->w, p, k);
    if (y->word && mh_lex_word(r->lex, y->word)->cls == MH_W_SPEECH) return true;
  }
  return false;
}

uint32_t mh_statement__in_speech(const reader *r, uint32_t i, uint32_t first)
{
  uint32_t in = i + 1;
  if (in + 2 >= r->doc->n_tokens || r->cls[in] != MH_W_PREP) return NO_TOKEN;
  const bool inside = mh_statement__prep(r, in) == MH_TAKES_FI || width(r, in) > 1 ||
                      mh_statement__setting(r, in);
  in += width(r, in) - 1;
  if (!inside || !mh_statement__joined_pronoun(r, in)) return NO_TOKEN;
  for (uint32_t p = i; p-- > first && i - p <= SPEECH;) {
    if (r->cls[p] == MH_W_AN || mh_statement__mark(r, p, ':')) return NO_TOKEN;
    if (tok(r, p)->kind == MH_TOKEN_WORD && r->cls[p] == MH_W_NONE && occasion(r, p))
      return p;
  }
  return NO_TOKEN;
}

/* sabaqa: it came before. */
static bool came_before(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  const int skip = t->n == 4 && mh_statement__and(r, i);
  return t->kind == MH_TOKEN_WORD && t->n == 3 + skip &&
         mh_key_letter(t->key, skip) == MH_L_SIN &&
         mh_key_letter(t->key, skip + 1) == MH_L_BA &&
         mh_key_letter(t->key, skip + 2) == MH_L_QAF;
}

bool mh_statement__already(const reader *r, uint32_t i, uint32_t first, subject *who)
{
  if (i < first + 3 || r->cls[i - 1] != MH_W_AN || mh_statement__joined_pronoun(r, i - 1))
    return false;
  const int32_t at = r->m->actor_of[i - 2];
  if (at < 0) return false;
  const mh_actor *x = &r->m->actors[at];
  if (x->end != i - 1 || x->first <= first || !(x->pro & MH_PRO_LI) ||
      !came_before(r, x->first - 1))
    return false;
  *who = (subject){
      .codes = mh_statement__codes(r, x), .first = at, .last = at, .end = i + 1};
  return who->codes.n > 0;
}
