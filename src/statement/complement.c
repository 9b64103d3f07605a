/* complement - where the content of an act begins, and the inner act that wins over the
 * outer one ("expressed their support", "renewed its commitment", "stressed that it rejects").
 */
#include "inside.h"

/* Prepositions that more often tell where and with whom than what. */
#define SETTING (MH_TAKES_FI | MH_TAKES_MIN | MH_TAKES_MAA | MH_TAKES_HAWLA)
#define REACH   60 /* tokens between an act word and its complement */
#define DEEPEST 4  /* acts told inside of acts */
#define NOUNS   (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)

/* The frame that takes this bit, NULL none. */
static const mh_frame *frame_for(const act *x, unsigned bit)
{
  for (uint32_t i = 0; i < x->n_frames; i++)
    if (x->frames[i].takes & bit) return &x->frames[i];
  return NULL;
}

static bool found(act *x, const mh_frame *f, uint32_t at, uint8_t led, bool gap)
{
  x->act = x->outer = f->act;
  x->kind = f->kind;
  x->content = at;
  x->takes = led;
  x->gap = gap;
  return true;
}

/* The frame for "that": one that takes it, else any that tells or stresses. */
static const mh_frame *that_frame(const act *x)
{
  const mh_frame *f = frame_for(x, MH_TAKES_AN);
  if (f) return f;
  for (uint32_t i = 0; i < x->n_frames; i++) {
    const uint8_t a = x->frames[i].act;
    if (x->frames[i].kind == MH_FRAME_MEET) continue;
    if (a == MH_ACT_STATE || a == MH_ACT_AFFIRM || a == MH_ACT_WARN ||
        a == MH_ACT_ACKNOWLEDGE)
      return &x->frames[i];
  }
  return NULL;
}

static const mh_frame *quote_frame(const act *x)
{
  const mh_frame *f = frame_for(x, MH_TAKES_QUOTE);
  return f ? f : that_frame(x);
}

/* The token after a prepositional phrase of which every word is known, else 0. */
static uint32_t known_phrase(const reader *r, uint32_t i)
{
  const int32_t a = r->m->actor_at[i], d = r->m->when_at[i];
  const mh_match *m = mh_words_match(r->w, i, MH_PH_PLACE);
  if (m == NULL) m = mh_words_match(r->w, i, MH_PH_MEETING);
  const uint32_t end = m ? m->end : 0;
  if (a >= 0) {
    subject s;
    if (r->m->actors[a].pro & (MH_PRO_BI | MH_PRO_LI)) return 0;
    const uint32_t e = mh_statement__group(r, i, &s) ? s.end : r->m->actors[a].end;
    return e > end ? e : end;
  }
  return d >= 0 ? r->m->whens.at[d].end : end;
}

static uint32_t past_relative(const reader *r, uint32_t i, uint32_t end)
{
  for (uint32_t k = i + 1; k < end && k - i < 40; k++)
    if (mh_statement__comma(r, k) && !r->quoted[k]) return k + 1;
  return end;
}

static uint32_t past_brackets(const reader *r, uint32_t i, uint32_t end)
{
  uint32_t k = i;
  while (k < end && !mh_statement__mark(r, k, ')')) k++;
  return k + 1;
}

/* Could this token begin a noun phrase that is an object? */
static bool noun_like(const reader *r, uint32_t i)
{
  if (tok(r, i)->kind != MH_TOKEN_WORD || tok(r, i)->n < 2) return false;
  if (r->cls[i] == MH_W_DET) return true;
  if (r->cls[i] != MH_W_NONE || mh_statement__joined(r, i)) return false;
  if (mh_statement__and(r, i)) return false;
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
  return v == NULL || mh_statement__reading(r, i, NOUNS, false) ||
         (v->feats & MH_F_PERSON) == 0;
}

static bool article(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  const int z = mh_key_letter(t->key, 0), y = mh_key_letter(t->key, 1);
  if (t->kind != MH_TOKEN_WORD) return false;
  if (z == MH_L_ALEF && y == MH_L_LAM) return true;
  return y == MH_L_ALEF && mh_key_letter(t->key, 2) == MH_L_LAM;
}

/* A finite verb with wa- or after a comma begins another clause. */
static bool next_clause(const reader *r, uint32_t i, uint32_t from)
{
  if (i == from || r->quoted[i] || r->cls[i] != MH_W_NONE) return false;
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
  if (v == NULL || mh_statement__reading(r, i, NOUNS, false)) return false;
  return mh_statement__and(r, i) || mh_statement__comma(r, i - 1);
}

/* A verb of saying, with "that" or a quotation. */
static bool says(const act *x)
{
  for (uint32_t i = 0; i < x->n_frames; i++)
    if (x->frames[i].takes & (MH_TAKES_AN | MH_TAKES_QUOTE)) return true;
  return false;
}

static bool pronoun(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const uint8_t e = mh_words_reading(r->w, i, k)->enc;
    if (e != MH_ENC_NONE && e != MH_ENC_ACC && e != MH_ENC_YA) return true;
  }
  return false;
}

/* A verb that turns to somebody, whose object is that somebody: calls and warnings. */
static bool addressed(const act *x)
{
  return x->frames[0].act == MH_ACT_CALL || x->frames[0].act == MH_ACT_WARN;
}

/* Was the noun at `object` only the rest of who tells ("the chief negotiator N. said that")?
 * Then what is told begins with "that" at i. */
static bool told(const reader *r, const act *x, uint32_t object, uint32_t i)
{
  const uint8_t a = x->frames[0].act;
  if (a != MH_ACT_STATE && a != MH_ACT_AFFIRM && a != MH_ACT_WARN &&
      !(x->frames[0].kind == MH_FRAME_LIGHT && says(x)))
    return false;
  if (i && r->cls[i] == MH_W_AN && r->cls[i - 1] == MH_W_PREP) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, object); k++) {
    const mh_reading *y = mh_words_reading(r->w, object, k);
    const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    if (w == NULL || !(NOUNS >> MH_F_POS_OF(y->feats) & 1)) continue;
    if (w->cls == MH_W_EVALUATION) return false;
    if (w->n_frames && mh_lex_frames(r->lex, w)->kind != MH_FRAME_MEET) return false;
  }
  return true;
}

/* A noun that says `x` may be no more than the rest of who says it: no act noun, nobody. */
static bool rest_of_teller(const reader *r, const act *x, uint32_t object, uint32_t i)
{
  return object != NO_TOKEN && r->m->actor_of[object] < 0 &&
         !mh_statement__reading(r, object, 1u << MH_POS_MASDAR, false) &&
         told(r, x, object, i);
}

/* Does the verb at i, with a pronoun that takes up an indefinite noun before it, tell of that
 * noun ("in a conference he held", "a speech he gave")? */
static bool tells_of_noun(const reader *r, uint32_t i, uint32_t from)
{
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
  if (i == from || v == NULL || v->enc == MH_ENC_NONE || mh_statement__and(r, i))
    return false;
  const mh_token *t = tok(r, i - 1);
  return t->kind == MH_TOKEN_WORD && r->cls[i - 1] == MH_W_NONE && !article(r, i - 1) &&
         !mh_statement__reading(r, i - 1, 1u << MH_POS_VERB, true);
}

/* A name in quotation marks, not what is said: a few words without a verb, after which the
 * sentence goes on.  The token after its closing mark, else 0. */
static uint32_t quoted_name(const reader *r, uint32_t i, uint32_t stop)
{
  uint32_t k = i + 1;
  for (; k < stop && !mh_statement__quote_mark(r, k); k++) {
    if (k > i + 4 || tok(r, k)->kind == MH_TOKEN_MARK || r->cls[k] == MH_W_AN) return 0;
    if (mh_statement__reading(r, k, 1u << MH_POS_VERB, false) &&
        !mh_statement__reading(r, k, NOUNS, false))
      return 0;
  }
  if (k == i + 1 || k + 1 >= stop) return 0;
  const uint32_t z = tok(r, k + 1)->kind == MH_TOKEN_MARK ? k + 2 : k + 1;
  if (z >= stop || tok(r, z)->kind != MH_TOKEN_WORD) return 0;
  return z > k + 1 && r->cls[z] != MH_W_AN ? 0 : k + 1;
}

bool mh_statement__complement(const reader *r, act *x, uint32_t from, uint32_t end)
{
  if (from >= end) return false;
  if (mh_statement__object(r, x, from, end)) return true;
  bool clean = true, gap = false, colon = false;
  uint32_t object =
      NO_TOKEN; /* a noun that may be the object, if nothing better follows */
  uint32_t maybe = NO_TOKEN;   /* an object after all, if no "that" follows */
  uint32_t setting = NO_TOKEN; /* what follows in, with ...: often only the setting */
  const mh_frame *f, *direct = frame_for(x, MH_TAKES_OBJECT), *setting_frame = NULL;
  const uint32_t stop = end - from < REACH ? end : from + REACH;
  for (uint32_t i = from; i < stop;) {
    if (tok(r, i)->kind == MH_TOKEN_MARK) {
      if (i > from && mh_statement__quote_mark(r, i) &&
          tok(r, i - 1)->kind == MH_TOKEN_WORD && tok(r, i - 1)->n == 1 &&
          object == NO_TOKEN && frame_for(x, MH_TAKES_QUOTE)) {
        /* "said to «a newspaper»": whom it is told to */
        for (i++; i < stop && !mh_statement__quote_mark(r, i);) i++;
        i++;
      } else if (mh_statement__quote_mark(r, i)) {
        const uint32_t name = says(x) && !colon && object == NO_TOKEN
                                  ? quoted_name(r, i, stop)
                                  : 0;
        if (name) {
          i = name;
          gap = true;
          continue;
        }
        if (i + 1 < stop && r->quoted[i] && (f = quote_frame(x)) != NULL &&
            (clean || colon || r->cls[i + 1] == MH_W_AN) && object == NO_TOKEN &&
            !(i + 1 < stop && r->cls[i + 1] == MH_W_AN &&
              frame_for(x, MH_TAKES_AN) == NULL)) {
          if (direct && !colon && direct->act != MH_ACT_STATE) f = direct;
          return found(x, f, i, LED_QUOTE, gap);
        }
        i++;
      } else if (mh_statement__mark(r, i, ':')) {
        colon = true;
        if (i + 1 < stop && object == NO_TOKEN && (f = quote_frame(x)) != NULL &&
            !mh_statement__quote_mark(r, i + 1))
          return found(x, f, i + 1, LED_QUOTE, gap);
        i++;
      } else if (mh_statement__mark(r, i, '(')) {
        i = past_brackets(r, i, stop);
      } else if (mh_statement__comma(r, i)) {
        if (rest_of_teller(r, x, object, i)) {
          maybe = object;
          object = NO_TOKEN;
          gap = true;
        }
        if (object != NO_TOKEN) break;
        clean = true;
        i++;
      } else if (mh_statement__mark(r, i, '.')) {
        break;
      } else {
        i++;
      }
      continue;
    }
    const int32_t d = r->m->when_at[i];
    if (d < 0 && next_clause(r, i, from)) break;
    if (d >= 0 && object == NO_TOKEN) {
      i = r->m->whens.at[d].end;
      continue;
    }
    switch (r->cls[i]) {
    case MH_W_AN:
      if ((f = that_frame(x)) != NULL &&
          (object == NO_TOKEN || (i == object + 1 && pronoun(r, object)) ||
           direct == NULL || addressed(x) || told(r, x, object, i)))
        return found(x, f, i, LED_THAT, gap || object != NO_TOKEN);
      goto out;
    case MH_W_REL:
    case MH_W_RESULT:
      if (i == from && direct && tok(r, i)->n == 2) { /* "what ..." as object */
        object = i++;
        continue;
      }
      if (rest_of_teller(r, x, object, i)) {
        maybe = object;
        object = NO_TOKEN;
        gap = true;
      }
      if (object != NO_TOKEN) goto out;
      clean = false; /* until the comma that closes it */
      i++;
      continue;
    case MH_W_SOURCE: /* "according to the statement": on to where it ends */
      if (object != NO_TOKEN) goto out;
      clean = false;
      i += width(r, i);
      continue;
    case MH_W_CONJ:
    case MH_W_SUB:
      /* put in between two marks: "- for his part -" */
      if (i > from && tok(r, i - 1)->kind == MH_TOKEN_MARK && i + width(r, i) < stop &&
          tok(r, i + width(r, i))->kind == MH_TOKEN_MARK) {
        i += width(r, i);
        continue;
      }
      /* put in between two commas: "according to what came in the statement" */
      if (i > from && r->cls[i] == MH_W_SUB && mh_statement__comma(r, i - 1) &&
          object == NO_TOKEN) {
        i = past_relative(r, i, stop);
        continue;
      }
      if (i > from || object != NO_TOKEN) goto out;
      break;
    case MH_W_PREP: {
      if (pronoun(r, i)) { /* "in a statement of which X has a copy | the role" */
        clean = true;
        i++;
        continue;
      }
      const unsigned bit = mh_statement__prep(r, i);
      const uint32_t n = i + width(r, i);
      /* "search for" is not "discuss": a preposition the verb does not take right behind it
       * makes it another verb */
      if (i == from && (bit & (MH_TAKES_ALA | MH_TAKES_ILA | MH_TAKES_AN_PREP)) &&
          frame_for(x, bit) == NULL && direct && !says(x))
        return false;
      if (rest_of_teller(r, x, object, i)) {
        maybe = object;
        object = NO_TOKEN;
        clean = false;
        gap = true;
      }
      if (bit && (f = frame_for(x, bit)) != NULL && n < stop &&
          !(object != NO_TOKEN && direct && !addressed(x))) {
        if (!(bit & SETTING)) return found(x, f, n, LED_PREP, gap || object != NO_TOKEN);
        if (setting == NO_TOKEN && clean &&
            !(bit == MH_TAKES_MAA && direct && direct->act != MH_ACT_MEET)) {
          setting = n;
          setting_frame = f;
        }
      }
      if (object != NO_TOKEN && !addressed(x)) goto out;
      i += width(r, i);
      if (i < stop) {
        const uint32_t k = known_phrase(r, i);
        if (k) {
          /* "during his meeting with X": whom he met stands right behind */
          const uint32_t z = k < stop ? known_phrase(r, k) : 0;
          i = z ? z : k;
          continue;
        }
        clean = false;
        /* a preposition's own noun is not a complement's preposition */
        if (r->cls[i] == MH_W_NONE && tok(r, i)->kind == MH_TOKEN_WORD) i++;
      }
      continue;
    }
    default: break;
    }
    if (object == NO_TOKEN && tells_of_noun(r, i, from)) {
      const uint32_t k = i + 1 < stop ? known_phrase(r, i + 1) : 0;
      clean = k != 0; /* "a report the agency sent": with who sent it, it is closed */
      gap = true;
      i = k ? k : i + 1;
      continue;
    }
    const mh_match *event = mh_words_match(r->w, i, MH_PH_MEETING);
    if (direct && direct->kind == MH_FRAME_MEET && object == NO_TOKEN && event &&
        !event->pro && event->enc == MH_ENC_ACC)
      return found(x, direct, i, LED_OBJECT, gap);
    const unsigned joined = mh_statement__joined(r, i);
    if (joined && (object == NO_TOKEN || addressed(x))) {
      f = frame_for(x, joined & MH_PRO_BI ? MH_TAKES_BI : MH_TAKES_LI);
      if (f) return found(x, f, i, LED_PREP, gap);
      /* manner: "in the strongest terms", two words that belong together */
      if (i + 1 < stop && known_phrase(r, i) == 0 && !(tok(r, i)->flags & MH_TF_TANWIN) &&
          article(r, i + 1) && !article(r, i))
        i++;
    } else if (direct && clean && object == NO_TOKEN && noun_like(r, i)) {
      object = i;
      if (x->n_frames == 1 && direct->takes == MH_TAKES_OBJECT) break;
    } else if (object == NO_TOKEN && noun_like(r, i) &&
               !(tok(r, i)->flags & MH_TF_TANWIN)) {
      if (i == from && x->who.first < 0 && !direct && x->form == ACT_VERB)
        return false; /* a stranger acts */
      gap = true;
    }
    i++;
  }
out:
  if (object != NO_TOKEN) return found(x, direct, object, LED_OBJECT, gap);
  if (maybe != NO_TOKEN && direct) return found(x, direct, maybe, LED_OBJECT, gap);
  return setting != NO_TOKEN && found(x, setting_frame, setting, LED_PREP, gap);
}

/* ---- the inner act */

static bool lets_inner(const act *x)
{
  return x->kind == MH_FRAME_LIGHT || x->kind == MH_FRAME_RENEW ||
         x->act == MH_ACT_AFFIRM || x->act == MH_ACT_STATE;
}

/* Are these the actors of x (or x with its partners)? */
static bool same_actors(const act *x, const mh_actor *a, const mh_codes *c)
{
  if (a->form == MH_ACTOR_ROLE && a->role == MH_ROLE_SELF) return true;
  if (x->who.document) return true;
  if (c->n == 0) return false;
  bool all = true, back = true;
  for (uint8_t i = 0; i < c->n; i++) all = all && mh_codes_has(&x->who.codes, c->at[i]);
  for (uint8_t i = 0; i < x->who.codes.n; i++)
    back = back && mh_codes_has(c, x->who.codes.at[i]);
  return all || (back && x->who.codes.n > 0);
}

/* The act a noun or predicate at token i performs, with what it takes. */
static bool frames_at(const reader *r, uint32_t i, unsigned pos, act *in)
{
  const mh_reading *y = mh_statement__reading(r, i, pos, true);
  if (y == NULL || (y->pro & (MH_PRO_WA | MH_PRO_FA))) return false;
  *in = (act){.word = i,
              .word_end = i + 1,
              .feats = y->feats,
              .form = ACT_PARTICIPLE,
              .who = {.first = -1, .last = -1}};
  mh_statement__frames(r, i, y, in);
  return in->n_frames + in->n_with > 0;
}

static void adopt(act *x, const act *in, const subject *who)
{
  x->act = in->act;
  x->inner = true;
  x->outer_who = x->who;
  if (who && who->codes.n) {
    x->who.codes = who->codes;
    x->who.first = who->first;
    x->who.last = who->last;
    x->who.document = false;
  }
}

static bool meeting_near(const reader *r, uint32_t i, uint32_t end)
{
  for (uint32_t k = i; k < end && k < i + 12; k++)
    if (mh_words_match(r->w, k, MH_PH_MEETING)) return true;
  return false;
}

/* A noun of an act as complement: "their support for", "the welcome of the USA to". */
static void inner_noun(const reader *r, act *x, uint32_t end)
{
  act in;
  subject s = {.first = -1};
  uint32_t c = x->content;
  const bool weak = x->kind == MH_FRAME_LIGHT || x->kind == MH_FRAME_RENEW;
  /* "his deep thanks": an adjective in front, or a quotation mark */
  while (weak && c + 1 < end && c < x->content + 2 && r->cls[c] == MH_W_NONE &&
         !frames_at(r, c, NOUNS, &in))
    c++;
  if (!frames_at(r, c, NOUNS, &in)) return;
  const bool mine = pronoun(r, c);
  const bool named = !mine && mh_statement__group(r, c + 1, &s) &&
                     r->m->actors[s.first].first == c + 1 &&
                     !(r->m->actors[s.first].pro & MH_PRO_WA);
  if (named && r->m->actors[s.first].form == MH_ACTOR_ROLE &&
      r->m->actors[s.first].role == MH_ROLE_SELF)
    s.codes = x->who.codes;
  if (named && s.codes.n == 0) return;
  if (named && !same_actors(x, &r->m->actors[s.first], &s.codes)) return;
  in.who = s;
  const bool light = x->kind == MH_FRAME_LIGHT || x->kind == MH_FRAME_RENEW;
  if (!mh_statement__complement(r, &in, named ? s.end : c + 1, end) && !mine && !named &&
      !light)
    return;
  if (in.content == 0 && in.n_frames == 0) return; /* it takes certain objects only */
  if (in.frames[0].kind == MH_FRAME_MEET && !meeting_near(r, c, end)) return;
  if (in.frames[0].kind == MH_FRAME_LIGHT || in.frames[0].kind == MH_FRAME_PASSIVE)
    return;
  if (in.frames[0].kind == MH_FRAME_WEAK && !mine && !named && x->kind == MH_FRAME_ACT)
    return;
  if (in.content == 0) in.act = in.frames[0].act;
  if (!light && !mine && !named && in.gap) return;
  const bool same = !mine && !in.paired &&
                    (x->act == in.act || (in.act == MH_ACT_AFFIRM && light));
  if (named || (same && in.content)) {
    /* the content of "the welcome of the USA to X" is X */
    if (in.content && (x->who.document || same)) {
      if (x->who.document) x->word = c, x->word_end = c + 1, x->joined = false;
      if (same && light && c == x->word_end) x->word_end = c + 1;
      x->content = in.content;
      x->takes = in.takes;
    }
  }
  adopt(x, &in, named ? &s : NULL);
}

/* "a discussion of X was held in it": the act noun after the verb and what stands between. */
bool mh_statement__passive(const reader *r, act *x, uint32_t end)
{
  const uint32_t stop = end - x->word_end < 16 ? end : x->word_end + 16;
  for (uint32_t i = x->word_end; i < stop; i++) {
    act in;
    if (mh_statement__comma(r, i) || relative(r, i) || r->cls[i] == MH_W_AN) return false;
    if (r->cls[i] == MH_W_PREP &&
        !pronoun(r, i)) { /* "during the meeting": its setting */
      const uint32_t n = i + width(r, i), k = n < stop ? known_phrase(r, n) : 0;
      i = k > n ? k - 1 : n;
      continue;
    }
    if (!frames_at(r, i, NOUNS, &in) || (i > x->word_end && mh_statement__joined(r, i))) {
      /* "the strengthening of that was done": what was done is no act */
      if (i == x->word_end && mh_statement__reading(r, i, 1u << MH_POS_MASDAR, false))
        return false;
      continue;
    }
    if (!mh_statement__complement(r, &in, i + 1, end)) return false;
    if (in.kind == MH_FRAME_WEAK || in.kind == MH_FRAME_MEET) return false;
    x->act = x->outer = in.act;
    x->kind = in.kind;
    x->content = in.content;
    x->takes = in.takes;
    x->inner = true;
    if (x->future) x->act = MH_ACT_PLAN;
    return true;
  }
  return false;
}

static uint32_t skip_quotes(const reader *r, uint32_t i, uint32_t end)
{
  while (i < end && mh_statement__quote_mark(r, i)) i++;
  return i;
}

/* A verb that speaks for who speaks: the first person, plural or singular. */
static bool first_person(const reader *r, uint32_t i)
{
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_VERB, true);
  if (y == NULL || (y->feats & MH_F_PERSON) != MH_F_1) return false;
  if (!r->quoted[i] || r->m->actor_of[i] >= 0 || y->enc != MH_ENC_NONE) return false;
  /* the singular is written like an imperative or a perfect of the fourth form */
  return (y->feats & MH_F_NUMBER) != MH_F_SG || (tok(r, i)->flags & MH_TF_HAMZA_UP);
}

/* Where the predicate begins of a clause that is about the actors themselves: behind "that"
 * with their pronoun or their name, behind their name at the start of what is quoted, or a
 * verb in the first person.  NO_TOKEN when the clause is about somebody else.  *s: the actors
 * where they are named. */
static uint32_t own_predicate(const reader *r, const act *x, uint32_t end, subject *s)
{
  uint32_t i = skip_quotes(r, x->content, end);
  const bool that = i < end && r->cls[i] == MH_W_AN;
  if (i >= end || (!that && x->takes != LED_QUOTE)) return NO_TOKEN;
  bool mine = !that && first_person(r, i);
  if (that) {
    mine = pronoun(r, i);
    i = skip_quotes(r, i + 1, end);
    mine = mine || (i < end && first_person(r, i));
  }
  if (mine && i < end && r->m->actor_at[i] >= 0 &&
      (r->m->actors[r->m->actor_at[i]].pro & MH_PRO_WA) && mh_statement__group(r, i, s)) {
    /* "that he and the king": both act */
    for (uint8_t k = 0; k < x->who.codes.n; k++)
      mh_codes_add(&s->codes, x->who.codes.at[k]);
    return skip_quotes(r, s->end, end);
  }
  if (mine) return i;
  if (!mh_statement__group(r, i, s)) return NO_TOKEN;
  if (!same_actors(x, &r->m->actors[s->first], &s->codes)) return NO_TOKEN;
  i = skip_quotes(r, s->end, end);
  return i < end && relative(r, i) ? past_relative(r, i, end) : i;
}

/* What the verb or predicate at token i does, down to the act that it lets win itself ("that
 * they stressed their support"). */
static bool predicate(const reader *r, const act *x, const subject *s, uint32_t i,
                      uint32_t end, act *in)
{
  const unsigned preds = 1u << MH_POS_VERB | 1u << MH_POS_ACTIVE | 1u << MH_POS_ADJ;
  if (r->cls[i] != MH_W_NONE || !frames_at(r, i, preds, in)) return false;
  if (in->frames[0].kind == MH_FRAME_PASSIVE) return mh_statement__passive(r, in, end);
  if (!mh_statement__complement(r, in, i + 1, end)) return false;
  mh_statement__judge(r, in, end);
  if (in->act == MH_ACT_STATE && (in->kind == MH_FRAME_ACT || in->kind == MH_FRAME_JUDGE))
    return false;
  if (in->kind == MH_FRAME_WEAK) return false;
  if (in->kind == MH_FRAME_MEET && !meeting_near(r, i, end)) return false;
  in->who = x->who;
  if (s->codes.n) in->who.codes = s->codes;
  in->depth = x->depth + 1;
  if (in->depth < DEEPEST) mh_statement__inner(r, in, end);
  return true;
}

/* "that" + the same actors + what they do. */
static void inner_clause(const reader *r, act *x, uint32_t end)
{
  act in;
  subject s = {.first = -1};
  uint32_t i = own_predicate(r, x, end, &s);
  if (i == NO_TOKEN) return;
  while (i < end &&
         (r->cls[i] == MH_W_QAD || r->cls[i] == MH_W_FUT || r->cls[i] == MH_W_OTHER ||
          r->cls[i] == MH_W_AUX || r->cls[i] == MH_W_NEG))
    i += width(r, i);
  i = skip_quotes(r, i, end);
  if (i >= end) return;
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
  if (v && i + 1 < end && ((v->pro & MH_PRO_SA) || r->cls[i - 1] == MH_W_FUT)) {
    /* one's own future is a plan, whatever the verb */
    in = (act){.act = MH_ACT_PLAN, .content = i + 1};
  } else if (!predicate(r, x, &s, i, end, &in)) {
    return;
  }
  const bool verb = v && in.act != MH_ACT_PLAN && in.word_end;
  if (s.first >= 0 || verb) {
    /* "stand together against X": what stands between belongs to what is said */
    const bool apart = in.content > in.word_end + 1 && in.takes == LED_PREP && !in.gap &&
                       s.first >= 0;
    if (!apart)
      x->word = in.word_end ? in.word : i, x->word_end = x->word + 1, x->joined = false;
    x->content = apart ? i : in.content;
    x->takes = in.takes;
  }
  adopt(x, &in, &s);
}

/* "the importance of", "that there is a need": weighed, not only told. */
static bool weighs(const reader *r, uint32_t i, uint32_t end)
{
  for (uint32_t k = i; k < end && k < i + 4; k++) {
    if (mh_statement__quote_mark(r, k) || r->cls[k] != MH_W_NONE) continue;
    for (uint32_t n = 0; n < mh_words_readings(r->w, k); n++) {
      const mh_reading *x = mh_words_reading(r->w, k, n);
      if (x->word && mh_lex_word(r->lex, x->word)->cls == MH_W_EVALUATION) return true;
    }
    return false;
  }
  return false;
}

void mh_statement__inner(const reader *r, act *x, uint32_t end)
{
  if (x->kind == MH_FRAME_RENEW) x->renewed = true;
  for (uint32_t i = x->word_end; i < x->content && i < end; i++)
    x->renewed = x->renewed || r->cls[i] == MH_W_AGAIN;
  if (lets_inner(x)) {
    uint32_t c = skip_quotes(r, x->content, end);
    if (c < end && (r->cls[c] == MH_W_AN || x->takes == LED_QUOTE))
      inner_clause(r, x, end);
    else
      inner_noun(r, x, end);
  }
  mh_statement__judge(r, x, end);
  if (x->act == MH_ACT_STATE && weighs(r, x->content, end)) x->act = MH_ACT_AFFIRM;
  if (x->future && !(x->kind == MH_FRAME_LIGHT && x->inner)) x->act = MH_ACT_PLAN;
}
