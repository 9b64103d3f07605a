/* aside - acts that no finite verb of the sentence's own clauses tells: "his saying that", what a
 * meeting was for, and what is so according to somebody or came in his statement.
 * Participles ("stressing that") are participle.c's.
 */
#include "content.h"
#include "lookalike.h"

#define NOUNS  (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)
#define ENDED  16 /* tokens from a verb to "by saying" */
#define QUOTED 4  /* tokens of a quotation that is no name */
#define TELLER 20 /* tokens of who is reported to say */

/* "quoted of him": whom a pronoun with `an goes back to, told within a few words before i. */
static bool quoted_of_him(const reader *r, const act *x, uint32_t i, uint32_t first,
                          subject *who)
{
  for (uint32_t p = i; p-- > first && i - p < 8 && !mh_statement__comma(r, p);)
    if (mh_statement__prep(r, p) == MH_TAKES_AN_PREP &&
        mh_statement__joined_pronoun(r, p)) {
      mh_statement__carry(r, x, who);
      if (r->speaker.n && r->spoke_in + 1 >= r->paragraph) who->codes = r->speaker;
      /* the agency that quotes him is a stranger, not he */
      if (who->codes.n == 0) who->codes = r->by_gender[0].codes;
      return who->codes.n > 0;
    }
  return false;
}

uint32_t mh_statement__of_whom(const reader *r, uint32_t p)
{
  if (mh_statement__prep(r, p) == MH_TAKES_AN_PREP) return p + 1;
  const mh_match *g = r->cls[p] == MH_W_PREP ? mh_words_match(r->w, p, MH_PH_GRAMMAR)
                                             : NULL;
  return g && g->value == MH_W_TONGUE ? g->end : 0;
}

/* "ascribed to | N. | his saying": whoever is named behind "to" at p, right before token i. */
static bool ascribed_to(const reader *r, uint32_t p, uint32_t i, subject *out)
{
  return (mh_statement__prep(r, p) & MH_TAKES_ILA) &&
         (mh_statement__known_name(r, p + 1, out) ||
          mh_statement__group(r, p + 1, out)) &&
         out->end == i;
}

/* "of N. N., the minister, (yesterday) | his saying": whoever is named behind the "of" before
 * token i. */
static bool reported_of(const reader *r, uint32_t i, uint32_t first, subject *out)
{
  for (uint32_t p = i; p-- > first && i - p < TELLER;) {
    if (ascribed_to(r, p, i, out)) return true;
    if (r->cls[p] == MH_W_AN || relative(r, p) || mh_statement__prep(r, p) & MH_TAKES_ILA)
      return false;
    uint32_t k = mh_statement__of_whom(r, p);
    if (k == 0) continue;
    if (mh_statement__known_name(r, k, out)) return true;
    while (k < i && r->m->actor_at[k] < 0) k++;
    return k < i && mh_statement__group(r, k, out);
  }
  return false;
}

/* Is what stands at i, or behind a day or a setting there, what somebody says?  Behind "his
 * saying" whatever a preposition leads is a setting ("to students"). */
static bool tells(const reader *r, uint32_t i, uint32_t end, bool his)
{
  uint32_t n = mh_statement__skip_adverbs(r, i, end);
  if (n < end && r->cls[n] == MH_W_PREP && (his || mh_statement__setting(r, n)))
    for (const uint32_t stop = n + TELLER; n < end && n < stop; n++)
      if (r->cls[n] == MH_W_AN || tok(r, n)->kind == MH_TOKEN_MARK || relative(r, n))
        break;
  return n + 1 < end && (r->cls[n] == MH_W_AN || mh_statement__quote_mark(r, n) ||
                         mh_statement__mark(r, n, ':'));
}

/* "of | N.", "of the heir, | prince N.,": `an stands before the group. */
static bool led_by_of(const reader *r, const subject *who, uint32_t first)
{
  uint32_t head = r->m->actors[who->first].first;
  if (head > first + 2 && mh_statement__comma(r, head - 1) &&
      r->m->actor_of[head - 2] >= 0)
    head = r->m->actors[r->m->actor_of[head - 2]].first;
  return (head > first && mh_statement__of_whom(r, head - 1) == head) ||
         (head > first + 1 && mh_statement__of_whom(r, head - 2) == head);
}

/* "he ended (his speech) | by saying": the finite verb that begins the clause; NO_TOKEN none. */
static uint32_t by_saying(const reader *r, uint32_t i, uint32_t first)
{
  for (uint32_t p = i; p-- > first && i - p <= ENDED;) {
    if (mh_statement__comma(r, p) || relative(r, p) || r->cls[p] == MH_W_AN) break;
    const mh_reading *v = mh_statement__reading(r, p, 1u << MH_POS_VERB, false);
    if (v && (v->feats & MH_F_PERSON) == MH_F_3 &&
        (r->cls[p] == MH_W_NONE || r->cls[p] == MH_W_AUX) && r->m->actor_of[p] < 0 &&
        (mh_statement__opens(r, p, first) || r->m->actor_at[p + 1] >= 0))
      return v->feats & MH_F_VOICE_PASSIVE ? NO_TOKEN : p;
  }
  return NO_TOKEN;
}

/* "threatened N. | by saying that": the verb at p says what its act is, where that is not yet
 * told. */
static void verb_says(const reader *r, act *x, uint32_t p)
{
  const mh_reading *v = mh_statement__reading(r, p, 1u << MH_POS_VERB, true);
  const mh_word *w = v ? mh_lex_word(r->lex, v->word) : NULL;
  const mh_frame *f = w ? mh_lex_frames(r->lex, w) : NULL;
  if (f == NULL || r->acts || f->kind != MH_FRAME_ACT || f->act == MH_ACT_MEET ||
      f->act == MH_ACT_STATE)
    return;
  x->word = p, x->word_end = p + 1;
  x->act = x->outer = f->act;
}

/* Is the verb at p one of warning? */
static bool warns(const reader *r, uint32_t p)
{
  const mh_reading *v = mh_statement__reading(r, p, 1u << MH_POS_VERB, true);
  return v && mh_lex_frames(r->lex, mh_lex_word(r->lex, v->word))->act == MH_ACT_WARN;
}

/* From token k on nothing but days, places and commas up to i. */
static bool only_setting(const reader *r, uint32_t k, uint32_t i)
{
  while (k < i) {
    const uint32_t n = mh_statement__skip_adverbs(r, k, i);
    if (n > k)
      k = n;
    else if (mh_statement__comma(r, k))
      k++;
    else if (mh_statement__prep(r, k) == MH_TAKES_FI && k + 1 < i &&
             mh_statement__known_phrase(r, k + 1))
      k = mh_statement__known_phrase(r, k + 1);
    else
      return false;
  }
  return k == i;
}

bool mh_statement__told_of(const reader *r, uint32_t i, uint32_t first, subject *out)
{
  for (uint32_t p = i; p-- > first && i - p < TELLER;) {
    if (r->cls[p] == MH_W_AN || relative(r, p)) return false;
    const uint32_t k = mh_statement__of_whom(r, p);
    if (k == 0) continue;
    return (mh_statement__group(r, k, out) || mh_statement__known_name(r, k, out)) &&
           only_setting(r, out->end, i);
  }
  return false;
}

/* "... of the minister his saying that", "the saying: «...»": who says stands before, what he
 * says after. */
bool mh_statement__saying(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out)
{
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_MASDAR, true);
  /* "after it" is written like "by his counting" */
  if (y == NULL || i + 1 >= end || r->cls[i] != MH_W_NONE) return false;
  const bool mine = y->enc != MH_ENC_NONE && y->enc != MH_ENC_ACC;
  if (!mine && !(y->pro & MH_PRO_AL)) return false;
  /* "«the opinion»": its own closing mark opens no quotation */
  if (!mine && r->quoted[i]) return false;
  mh_statement__start(r, out, i, y, ACT_PARTICIPLE);
  /* "as (bi-) what it is held to be": no word of his */
  if (mine && (y->pro & MH_PRO_BI) && out->n_frames &&
      out->frames[0].kind == MH_FRAME_JUDGE)
    return false;
  subject *who = &out->who, told;
  bool before = mh_statement__group_before(r, i, first, who);
  bool of = before && led_by_of(r, who, first);
  if (mine && !of && mh_statement__told_of(r, i, first, &told))
    before = of = true, *who = told;
  if (!(mine && of) &&
      (out->frames[0].act != MH_ACT_STATE || !tells(r, i + 1, end, mine)))
    return false;
  const uint32_t verb = !mine && (y->pro & MH_PRO_BI) ? by_saying(r, i, first) : NO_TOKEN;
  const bool goes_on = (y->pro & MH_PRO_BI) && (r->acts || before);
  if (verb != NO_TOKEN && r->near.codes.n) {
    /* "N. threatened (N.) by saying": whoever the verb names */
    who->codes = r->near.codes;
    who->carried = false;
  } else if (verb != NO_TOKEN && r->acts) {
    /* "N. launched X, and made do | with saying": in the gender of the verb that leads to it */
    const uint32_t feats = out->feats;
    const mh_reading *v = mh_statement__reading(r, verb, 1u << MH_POS_VERB, false);
    out->feats = (feats & ~(uint32_t)MH_F_GENDER) | (v->feats & MH_F_GENDER);
    mh_statement__carry(r, out, who); /* "N. stressed the ties of both by saying" */
    out->feats = feats;
  } else if (before && (mine || of || goes_on)) {
    /* "of the minister | his stressing that", "ended N. | by saying" */
  } else if ((y->pro & MH_PRO_BI) && (mine ? r->acts > 0 : verb != NO_TOKEN)) {
    /* "..., by his saying: «...»", "ended (his speech) by saying": who has just acted */
    mh_statement__carry(r, out, who);
  } else if (!quoted_of_him(r, out, i, first, who) &&
             !(mine && reported_of(r, i, first, who))) {
    return false;
  }
  out->who.end = i + 1;
  if (out->who.codes.n == 0 || !mh_statement__settle(r, out, i + 1, end)) return false;
  /* "the station quoted of him his saying": he goes on, and not the station */
  if (mine && who->carried) r->stranger = 0;
  if (verb != NO_TOKEN && out->act == MH_ACT_STATE) verb_says(r, out, verb);
  /* "threatened by saying that he will": the threat is told by its verb */
  return verb == NO_TOKEN || out->act != MH_ACT_PLAN || !warns(r, verb);
}

void mh_statement__says_so(act *out, uint32_t i, uint32_t n, uint32_t k,
                           const subject *who)
{
  static const mh_frame says = {MH_TAKES_AN, MH_ACT_STATE, MH_FRAME_ACT, 0, 0};
  *out = (act){.word = i,
               .word_end = n,
               .clause = i,
               .content = k,
               .frames = &says,
               .n_frames = 1,
               .form = ACT_PARTICIPLE,
               .act = MH_ACT_STATE,
               .outer = MH_ACT_STATE,
               .kind = MH_FRAME_ACT,
               .takes = LED_THAT,
               .who = *who};
}

/* Past "what N. announced" but for N., "what came in": a verb of telling, which "what" may lead. */
static uint32_t said_by(const reader *r, uint32_t i, uint32_t end)
{
  const uint32_t k = i < end && mh_statement__what(r, i) ? i + 1 : i;
  const mh_reading *y = k < end ? mh_statement__reading(r, k, 1u << MH_POS_VERB, true)
                                : NULL;
  if (y == NULL || (y->feats & MH_F_PERSON) != MH_F_3 || r->m->actor_of[k] >= 0) return i;
  const mh_word *w = mh_lex_word(r->lex, y->word);
  const mh_frame *f = mh_lex_frames(r->lex, w);
  for (uint32_t n = 0; n < w->n_frames; n++)
    if (f[n].act == MH_ACT_STATE || f[n].act == MH_ACT_AFFIRM) /* "what came | in" */
      return k + 1 + (k + 2 < end && mh_statement__prep(r, k + 1) == MH_TAKES_FI);
  return i;
}

/* The actors at i, whom a joined li- may lead: "according to (li-) the ministry". */
static bool group_led(const reader *r, uint32_t i, subject *out)
{
  if (mh_statement__group(r, i, out)) return true;
  const int32_t at = r->m->actor_at[i];
  if (at < 0 || !(r->m->actors[at].pro & MH_PRO_LI)) return false;
  *out = (subject){.codes = mh_statement__codes(r, &r->m->actors[at]),
                   .first = at,
                   .last = at,
                   .end = r->m->actors[at].end};
  return true;
}

/* "a statement | of (li-) the ministry", "| put out by (an) the ministry", "the figures of | the
 * ministry": where the ministry stands; i where no statement or account does. */
static uint32_t statement_of(const reader *r, uint32_t i, uint32_t end)
{
  const int32_t a = i < end ? r->m->actor_at[i] : -1;
  bool speech = a >= 0 && r->m->actors[a].form == MH_ACTOR_ROLE &&
                (r->m->actors[a].role == MH_ROLE_DOCUMENT || r->m->actors[a].paper);
  for (uint32_t k = 0; i < end && a < 0 && k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const uint8_t cls = y->word ? mh_lex_word(r->lex, y->word)->cls : 0;
    speech = speech || cls == MH_W_SPEECH || cls == MH_W_ACCOUNT;
  }
  if (!speech) return i;
  for (uint32_t k = a >= 0 ? r->m->actors[a].end : i + 1; k < end && k < i + 5; k++) {
    if (r->m->actor_at[k] >= 0) return k;
    if (tok(r, k)->kind != MH_TOKEN_WORD || r->cls[k] == MH_W_AN || relative(r, k)) break;
  }
  return i;
}

/* "according to N., | the minister advised": an act of somebody named, which stands for itself. */
static bool told_itself(const reader *r, uint32_t k, uint32_t end)
{
  subject g;
  if (k + 2 >= end || r->cls[k] != MH_W_AN || !mh_statement__group(r, k + 1, &g) ||
      g.codes.n == 0 || g.end >= end)
    return false;
  const mh_reading *v = mh_statement__reading(r, g.end, 1u << MH_POS_VERB, true);
  return v && (v->feats & MH_F_TENSE) == MH_F_PERFECT && r->cls[g.end] == MH_W_NONE &&
         mh_lex_frames(r->lex, mh_lex_word(r->lex, v->word))->kind == MH_FRAME_ACT;
}

#define TOLD 5  /* tokens of what stands before who tells it, and more */
#define NAME 4  /* tokens of who tells, behind a comma */
#define HOW  12 /* tokens of when, where and to whom he tells it */
#define WHO  25 /* tokens of that and of who he is */

/* "according to what N. announced | on Sunday, in a statement": behind when, where and to whom
 * he did, where the clause ends with that; else z. */
static uint32_t past_how(const reader *r, uint32_t z, uint32_t end)
{
  const uint32_t day = z < end && mh_statement__comma(r, z) ? z + 1 : z;
  uint32_t k = mh_statement__skip_adverbs(r, day, end);
  if (k == end || tok(r, k)->kind == MH_TOKEN_MARK) return k > day ? k : z;
  const bool led = r->cls[k] == MH_W_PREP || (mh_statement__joined(r, k) & MH_PRO_LI);
  if (day > z || !led) return z;
  for (const uint32_t stop = k + HOW; k < end && k < stop; k++) {
    if (tok(r, k)->kind == MH_TOKEN_MARK) return k;
    const bool verb = r->w->glance[k].pos == 1u << MH_POS_VERB && r->m->actor_of[k] < 0;
    if (verb || r->cls[k] == MH_W_AN || r->cls[k] == MH_W_CONJ || relative(r, k))
      return z;
  }
  return k == end ? k : z;
}

/* "according to the minister, | N. N.", "according to N. N., | the spokeswoman for N.": is what
 * stands from token k on behind the comma, up to the end, no more than who he is? */
static bool only_name(const reader *r, uint32_t k, uint32_t end)
{
  const int32_t a = k < end ? r->m->actor_at[k] : -1;
  uint32_t n = a >= 0 ? r->m->actors[a].end : k;
  while (a < 0 && n < end && n < k + NAME && tok(r, n)->kind == MH_TOKEN_WORD &&
         r->cls[n] == MH_W_NONE && !mh_statement__and(r, n) &&
         r->w->glance[n].pos != 1u << MH_POS_VERB)
    n++;
  return n > k && (n >= end || mh_statement__mark(r, n, '.'));
}

/* "the army withdrew, | according to the ministry": it says what stands before, where nobody is
 * found who did and the clause is whole; z: the token after who tells. */
static bool told_before(const reader *r, act *x, uint32_t i, uint32_t first, uint32_t z,
                        uint32_t end)
{
  const uint32_t n = z < end && mh_statement__comma(r, z) ? z + 1 : z;
  if (r->acts || i < first + TOLD || r->quoted[first] || r->quoted[i]) return false;
  if (r->cls[i - 1] == MH_W_DEM && mh_statement__and(r, i - 1)) i--; /* "and that" */
  if (n == z && n < end && tok(r, n)->kind != MH_TOKEN_MARK) return false;
  /* "Britain has, according to diplomats, | a draft": the clause goes on */
  if (n < end && r->cls[n] == MH_W_AN) return false;
  /* "the opening, | set for June as N. said, and which all attend, draws" */
  if (n < end && relative(r, n) && mh_statement__and(r, n) &&
      !mh_statement__comma(r, i - 1))
    return false;
  if (n > z && n < end && tok(r, n)->kind == MH_TOKEN_WORD && r->cls[n] == MH_W_NONE &&
      !mh_statement__and(r, n) && !mh_statement__joined_pronoun(r, n) &&
      !only_name(r, n, end)) {
    /* "according to N. N., | the ambassador": who he is */
    const int32_t a = r->m->actor_at[n];
    const mh_codes *of = a >= 0 ? &r->m->actors[a].codes : NULL;
    if (of == NULL || of->n != 1 || !mh_codes_has(&x->who.codes, of->at[0])) return false;
  }
  for (uint32_t k = first; k + 1 < i; k++) {
    const mh_reading *v = mh_statement__reading(r, k, 1u << MH_POS_VERB, false);
    const bool verb = r->cls[k] == MH_W_NONE || (k == first && r->cls[k] == MH_W_AUX);
    if (v == NULL || !verb || r->m->actor_of[k] >= 0 || !(v->feats & MH_F_PERSON) ||
        (k > first && mh_statement__reading(r, k, NOUNS, false)))
      continue;
    x->clause = x->content = first;
    x->end = mh_statement__comma(r, i - 1) ? i - 1 : i;
    return true;
  }
  return false;
}

/* "..., | as N. said", "... on (`ala) what N. reported": another way to say according to whom,
 * which tells more often of what else was said; so only at the end, see there. */
bool mh_statement__as_told(const reader *r, uint32_t i, uint32_t first, uint32_t end)
{
  if (i < first + TOLD || i + 2 >= end) return false;
  const uint32_t b = r->cls[i - 1] == MH_W_DEM && mh_statement__and(r, i - 1) ? i - 2
                                                                              : i - 1;
  if (!mh_statement__comma(r, b)) return false;
  const bool as = r->cls[i] == MH_W_CONJ && width(r, i) == 1 &&
                  mh_key_letter(tok(r, i)->key, 0) == MH_L_KAF;
  const bool on = mh_statement__prep(r, i) == MH_TAKES_ALA && width(r, i) == 1 &&
                  mh_statement__what(r, i + 1);
  const uint32_t v = said_by(r, i + 1, end) - 1;
  if (!(as || on) || v < i + 1 + on) return false;
  const mh_reading *y = mh_statement__reading(r, v, 1u << MH_POS_VERB, true);
  return y && (y->feats & MH_F_TENSE) == MH_F_PERFECT;
}

/* "... | according to what (hasaba ma, hasabama) N. announced": with its "what" it needs no comma, it
 * cannot be how something is to be done. */
static bool as_what(const reader *r, uint32_t i)
{
  if (r->cls[i] != MH_W_SOURCE || width(r, i) > 1) return false;
  const mh_token *t = tok(r, i);
  return mh_statement__what(r, i + 1) ||
         (t->n > 4 && mh_key_letter(t->key, t->n - 1) == MH_L_ALEF &&
          mh_key_letter(t->key, t->n - 2) == MH_L_MIM);
}

/* "according to N., | the minister, so that (fa-inna)", "according to N. | who was there yesterday, so
 * that": where the "so that" of what he says stands, past what tells who he is, when and where he
 * said so; 0 none. */
static uint32_t so_that(const reader *r, uint32_t k, uint32_t end)
{
  const uint32_t stop = k + WHO < end ? k + WHO : end;
  for (; k < stop && !r->quoted[k]; k++) {
    const bool so = mh_key_letter(tok(r, k)->key, 0) == MH_L_FA;
    if (so && (r->cls[k] == MH_W_AN || r->cls[k] == MH_W_QAD)) return k;
    if (r->cls[k] == MH_W_AN || r->cls[k] == MH_W_SUB || mh_statement__mark(r, k, ':'))
      return 0; /* "if X, then (fa-inna)" */
  }
  return 0;
}

/* "According to the ministry, ...", "according to what the ministry announced, ...": the
 * ministry says what follows; what is quoted may stand before. */
bool mh_statement__according(const reader *r, uint32_t i, uint32_t first, uint32_t end,
                             act *out)
{
  subject s;
  const bool source = r->cls[i] == MH_W_SOURCE;
  const uint32_t from = said_by(r, i + width(r, i), end);
  const bool verb = from > i + width(r, i);
  /* "what N. announced", "what announced | on Friday N." */
  const uint32_t at = verb ? mh_statement__skip_adverbs(r, from, end) : from;
  const uint32_t n = statement_of(r, at, end);
  const bool opens = mh_statement__opens(r, i, first);
  if (n >= end || !(opens || as_what(r, i))) return false;
  if (!group_led(r, n, &s) && !mh_statement__known_name(r, n, &s)) return false;
  const mh_actor *who = &r->m->actors[s.first];
  const bool role = who->form == MH_ACTOR_ROLE && who->role != MH_ROLE_PERSON;
  if (role) { /* "according to the statement": whose it was told to be */
    /* "the French delegation" */
    const bool one_side = who->role == MH_ROLE_SIDE && who->codes.n == 1;
    if (who->role != MH_ROLE_DOCUMENT && !one_side) return false;
    if (!one_side) s.codes = mh_statement__issued(r, who);
  }
  if (s.codes.n == 0 || s.nobody) return false;
  const bool comma = s.end < end && mh_statement__comma(r, s.end);
  uint32_t k = comma ? s.end + 1 : s.end;
  /* "according to the minister, for his part, (then) that" */
  const uint32_t part = k < end && r->cls[k] == MH_W_OTHER ? k + width(r, k) : end;
  if (comma && part < end && mh_statement__comma(r, part)) k = part + 1;
  const uint32_t so = source && opens ? so_that(r, k, end) : 0;
  if (so) k = so;
  if (told_itself(r, k, end)) return false;
  mh_statement__says_so(out, r->cls[i] == MH_W_CONJ ? i + 1 : i, from, k, &s);
  if (source && i > first + 3 && mh_statement__quote_before(r, out, first))
    return out->content <= first + 1; /* words out of it are no quotation */
  const uint32_t z = past_how(r, s.end, end);
  if (!source && z < end && !mh_statement__mark(r, z, '.')) return false;
  if (so == 0 && told_before(r, out, i, first, z, end)) return true;
  if (!source || !opens) return false;
  /* "according to N., | (fa-) X has" */
  const bool has = k < end && r->cls[k] == MH_W_QAD &&
                   mh_key_letter(tok(r, k)->key, 0) == MH_L_FA;
  if (has) out->takes = LED_QUOTE; /* no act of his own stands in it */
  if (so == 0 && comma && i > first && only_name(r, k, end)) return false;
  return k + 2 < end && (r->cls[k] == MH_W_AN || comma || has);
}

/* "in the statement, | of which the agency received a copy, that ...": before "that" behind the
 * relative clause at k; k where it does not end so. */
static uint32_t received(const reader *r, uint32_t k, uint32_t end)
{
  for (uint32_t z = k + 2; z + 1 < end && z < k + 14; z++)
    if (mh_statement__comma(r, z)) return r->cls[z + 1] == MH_W_AN ? z : k;
  return k;
}

/* "It came in a statement of the ministry that ...": the ministry says so. */
bool mh_statement__came_in(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out)
{
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_VERB, true);
  uint32_t in = i + 1; /* "(and) came (also) in it, in the statement" */
  if (i + 4 < end && mh_statement__prep(r, in) != MH_TAKES_FI)
    in = mh_statement__skip_adverbs(r, in, end);
  if (y == NULL || y->enc != MH_ENC_NONE || !mh_statement__opens(r, i, first) ||
      in + 3 >= end || mh_statement__prep(r, in) != MH_TAKES_FI)
    return false;
  const mh_frame *f = mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word));
  if (f->act != MH_ACT_STATE || f->kind != MH_FRAME_WEAK || !(f->takes & MH_TAKES_FI) ||
      !(f->takes & MH_TAKES_AN))
    return false;
  subject s = {.first = -1, .last = -1};
  bool whose = false;
  for (uint32_t k = in + 1; k < end && k < in + 15; k++) {
    if (r->cls[k] == MH_W_AN && whose)
      return mh_statement__says_so(out, i, i + 1, k, &s),
             mh_statement__inner(r, out, end), true;
    if (whose && k + 1 < end &&
        (mh_statement__mark(r, k, ':') ||
         (mh_statement__quote_mark(r, k) && k + QUOTED < end && r->quoted[k + QUOTED]))) {
      mh_statement__says_so(out, i, i + 1, mh_statement__mark(r, k, ':') ? k + 1 : k, &s);
      out->takes = LED_QUOTE;
      return true;
    }
    const uint32_t z = whose && relative(r, k) ? received(r, k, end) : k;
    if (z > k) {
      k = z;
      continue;
    }
    if (mh_statement__comma(r, k) || relative(r, k) || r->cls[k] == MH_W_CONJ)
      return false;
    const int32_t at = whose ? -1 : r->m->actor_at[k];
    if (at < 0) continue;
    /* "a statement to (of) the ministry" */
    if (!group_led(r, k, &s)) continue;
    whose = s.codes.n && !s.nobody;
    k = s.end - 1;
  }
  return false;
}
