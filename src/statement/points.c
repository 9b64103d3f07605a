/* points - lists: what follows a colon line by line, or number by number in one line, is each an
 * act of who announced it ("agreed on the following:", "decides: (a) to renew").
 *
 * Who resolves or declares is noted in declares.c; points with a verb of their own are read as
 * any other sentence (statement.c).
 */
#include "points.h"

#define DECIDES     4  /* tokens of "decides the following:" */
#define WHO_DECIDES 12 /* of "the council of N. decided:" */
#define ITEM        60 /* of one that is a sentence of its own */

/* "agreed on the following:" - what follows line by line is each what was agreed. */
bool mh_statement__opens_list(const reader *r, const mh_sentence *s)
{
  return s->end > s->first && mh_statement__mark(r, s->end - 1, ':');
}

/* "firstly:", "secondly,": a rank in the accusative, and a mark behind it. */
static bool in_order(const reader *r, uint32_t i)
{
  const mh_match *m = mh_words_match(r->w, i, MH_PH_NUMBER);
  return m && m->value >> 24 && m->enc == MH_ENC_ACC && m->end == i + 1 &&
         tok(r, i + 1)->kind == MH_TOKEN_MARK && !mh_statement__quote_mark(r, i + 1);
}

/* "1- ", "2) ", "firstly:" at token i: the token after it, where a word follows; else 0. */
static uint32_t numbered(const reader *r, uint32_t i, uint32_t end)
{
  if (i + 2 < end && in_order(r, i)) return i + 2;
  if (i + 2 >= end || tok(r, i)->kind != MH_TOKEN_NUMBER ||
      tok(r, i + 2)->kind != MH_TOKEN_WORD)
    return 0;
  return mh_statement__mark(r, i + 1, '-') || mh_statement__mark(r, i + 1, ')') ||
                 mh_statement__mark(r, i + 1, MH_DASH)
             ? i + 2
             : 0;
}

/* The token after the mark of a list's item ("- ", "1- ", "a) "), 0 when it has none. */
static uint32_t item_mark(const reader *r, const mh_sentence *s)
{
  uint32_t i = s->first;
  const uint32_t n = numbered(r, i, s->end);
  if (n || !(tok(r, i)->flags & MH_TF_LINE)) return n;
  if (i + 3 < s->end && mh_statement__mark(r, i, '(') && tok(r, i + 1)->n <= 1 &&
      mh_statement__mark(r, i + 2, ')')) /* "(a)", "(1)" */
    return i + 3;
  if (tok(r, i)->kind == MH_TOKEN_NUMBER ||
      (tok(r, i)->kind == MH_TOKEN_WORD && tok(r, i)->n == 1))
    i++;
  const uint32_t mark = i;
  while (i < s->end && tok(r, i)->kind == MH_TOKEN_MARK &&
         !mh_statement__quote_mark(r, i))
    i++;
  return i > mark && i < s->end ? i : 0;
}

/* An act noun with nothing joined to it at token i, and nobody's name: "development of". */
static bool bare_act(const reader *r, uint32_t i)
{
  if (r->cls[i] != MH_W_NONE || r->m->actor_at[i] >= 0 || mh_statement__article(r, i))
    return false;
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_MASDAR, false);
  return y && y->pro == 0 && y->enc == MH_ENC_NONE;
}

/* "in the following fields: development of X. | Support of Y.": behind the colon an act noun begins
 * each sentence of a paragraph, where marks and numbers were lost. */
static bool in_sentences(const reader *r, uint32_t i)
{
  if (!bare_act(r, i)) return false;
  for (uint32_t k = i + 1; k + 1 < r->doc->n_tokens && k < i + ITEM; k++) {
    if (tok(r, k)->flags & MH_TF_LINE) return false;
    if (mh_statement__mark(r, k, '.'))
      return !(tok(r, k + 1)->flags & MH_TF_LINE) && bare_act(r, k + 1);
  }
  return false;
}

bool mh_statement__point_behind(const reader *r, uint32_t colon, uint32_t end)
{
  return mh_statement__mark(r, colon, ':') && colon + 1 < end &&
         (numbered(r, colon + 1, end) || in_sentences(r, colon + 1));
}

/* Is the sentence an item of the list that is open?  Items have marks, or are all lines that
 * begin with an act noun or a thing weighed, or all sentences of its paragraph that do. */
bool mh_statement__is_point(reader *r, const mh_sentence *s)
{
  if (!r->list.on) return false;
  if (item_mark(r, s)) return true;
  const bool line = tok(r, s->first)->flags & MH_TF_LINE;
  const unsigned nouns = 1u << MH_POS_MASDAR;
  r->list.on = r->list.sentences
                   ? !line && bare_act(r, s->first)
                   : line && mh_statement__reading(r, s->first, nouns, false) != NULL;
  return r->list.on;
}

/* Is it an item with a mark of its own of an open list of what was decided, agreed or called for?
 * What is said point by point may be anything. */
bool mh_statement__marked_point(const reader *r, const mh_sentence *s)
{
  const uint8_t list = r->list.act.act;
  return r->list.on && item_mark(r, s) &&
         (list == MH_ACT_PLAN || list == MH_ACT_AFFIRM || list == MH_ACT_AGREE ||
          list == MH_ACT_CALL);
}

/* Does the sentence, an item with its mark, begin with an act noun and no verb?  What a verb in the
 * perfect is written like is the noun in a resolution, and where nobody stands behind it. */
bool mh_statement__noun_point(const reader *r, const mh_sentence *s)
{
  const bool resolved = r->resolver || r->declarer.n;
  const uint32_t i = r->list.on ? item_mark(r, s) : 0;
  if (i == 0 || mh_statement__opens_list(r, s) || r->cls[i] != MH_W_NONE) return false;
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_MASDAR, resolved);
  if (y == NULL || (y->pro & ~MH_PRO_AL)) return false;
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
  return v == NULL || ((v->feats & MH_F_TENSE) == MH_F_PERFECT &&
                       (r->resolver || (i + 1 < s->end && r->m->actor_at[i + 1] < 0)));
}

/* What was decided or set out point by point is told by each point's own noun: "(decided:)
 * approval of N.", "rejection of N.".  What was called for or agreed on stays that. */
static bool own_act(reader *r, uint32_t first, uint32_t end, act *x)
{
  const uint8_t list = r->list.act.act;
  if (list != MH_ACT_PLAN && list != MH_ACT_STATE && list != MH_ACT_AFFIRM &&
      list != MH_ACT_DISCUSS)
    return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, first); k++) {
    const mh_reading *y = mh_words_reading(r->w, first, k);
    if (y->word == 0 || MH_F_POS_OF(y->feats) != MH_POS_MASDAR) continue;
    if (mh_lex_word(r->lex, y->word)->n_frames == 0 || y->pro & ~(MH_PRO_AL | MH_PRO_WA))
      continue;
    act own;
    mh_statement__start(r, &own, first, y, ACT_VERB);
    own.who = r->list.act.who;
    own.alone = r->list.act.alone;
    own.plain = r->list.act.plain;
    own.clause = first;
    if (own.n_frames + own.n_with == 0 || own.frames[0].kind == MH_FRAME_MEET) continue;
    own.who.end = own.word_end;
    if (y->enc != MH_ENC_NONE && y->enc != MH_ENC_ACC) { /* "their support of N." */
      own.act = own.outer = own.frames[0].act;
      own.content = first;
      own.takes = LED_OBJECT;
    } else if (!mh_statement__settle(r, &own, own.word_end, end))
      continue;
    if (own.act == MH_ACT_STATE || own.act == MH_ACT_MEET || own.act == MH_ACT_DISCUSS ||
        own.act == MH_ACT_PROVIDE || (own.act == list && list != MH_ACT_AFFIRM))
      continue; /* what is decided to be done */
    if (own.kind == MH_FRAME_RENEW && !own.inner)
      continue; /* "renewal of his membership" */
    own.kind = MH_FRAME_ACT;
    own.word = r->list.act.word; /* which all points stand under */
    own.word_end = r->list.act.word_end;
    own.joined = r->list.act.joined;
    *x = own;
    return true;
  }
  return false;
}

/* A finite verb in the imperfect at token i that performs an act with what stands below. */
static const mh_reading *decides(const reader *r, uint32_t i)
{
  if (r->cls[i] != MH_W_NONE || r->m->actor_of[i] >= 0) return NULL;
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_VERB, true);
  return y && (y->feats & MH_F_TENSE) == MH_F_IMPERFECT ? y : NULL;
}

/* "the council, having considered N., | decides the following:": the verb that ends a sentence of
 * who resolves or declares, behind a mark; NO_TOKEN where none does. */
uint32_t mh_statement__decides_at(const reader *r, const mh_sentence *s)
{
  if (!mh_statement__opens_list(r, s)) return NO_TOKEN;
  for (uint32_t i = s->end - 1; i > s->first + 1 && s->end - i <= DECIDES; i--)
    if (tok(r, i - 1)->kind == MH_TOKEN_MARK) return decides(r, i) ? i : NO_TOKEN;
  return NO_TOKEN;
}

/* "decides:" alone in its line, of who resolves or declares: what, tell the points below. */
bool mh_statement__decides_below(reader *r, const mh_sentence *s)
{
  const uint32_t i = s->first;
  const mh_codes *who = r->resolver ? &r->last : &r->declarer;
  if (who->n == 0 || s->end > i + DECIDES || !mh_statement__opens_list(r, s))
    return false;
  const mh_reading *y = decides(r, i);
  if (y == NULL) return false;
  act *x = &r->list.act;
  mh_statement__start(r, x, i, y, ACT_VERB);
  if (x->n_frames == 0 || x->frames[0].kind != MH_FRAME_ACT) return false;
  x->act = x->outer = x->frames[0].act;
  x->who = (subject){.codes = *who, .first = -1, .last = -1, .end = x->word_end};
  x->alone = *who;
  x->plain = true;
  x->takes = LED_OBJECT;
  r->list.on = true;
  return true;
}

/* The verb at token i and who does so, with nothing behind him; what, tell the points below. */
static bool tells_below(reader *r, uint32_t i, const mh_sentence *s)
{
  act x;
  if (r->cls[i] != MH_W_NONE || r->m->actor_of[i] >= 0) return false;
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_VERB, true);
  if (y == NULL || (y->feats & MH_F_PERSON) != MH_F_3) return false;
  mh_statement__start(r, &x, i, y, ACT_VERB);
  if (x.n_frames == 0 || x.frames[0].kind != MH_FRAME_ACT) return false;
  x.act = x.outer = x.frames[0].act;
  if (x.act != MH_ACT_PLAN && x.act != MH_ACT_AFFIRM && x.act != MH_ACT_AGREE &&
      x.act != MH_ACT_CALL)
    return false;
  if (!mh_statement__doer(r, &x, i, s->end) || x.who.first < 0 || x.who.codes.n == 0)
    return false;
  if (i > s->first && x.who.end + 1 != s->end) return false;
  x.alone = x.who.codes;
  x.takes = LED_OBJECT;
  mh_statement__acted(r, &x);
  r->list.act = x;
  return r->list.on = true;
}

/* "The final statement of N. says the following:", told by the place of it ("came in"): whose it
 * is says what the points below tell. */
static bool says_below(reader *r, uint32_t i, const mh_sentence *s)
{
  act *x = &r->list.act;
  subject who;
  if (r->cls[i] != MH_W_NONE || i + 2 >= s->end ||
      mh_statement__prep(r, i + 1) != MH_TAKES_FI || r->cls[i + 1] != MH_W_PREP)
    return false;
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
  if (y == NULL || (y->feats & (MH_F_PERSON | MH_F_TENSE)) != (MH_F_3 | MH_F_PERFECT))
    return false;
  act in;
  mh_statement__start(r, &in, i, y, ACT_VERB);
  if (in.n_frames == 0 || in.frames[0].act != MH_ACT_STATE ||
      !(in.frames[0].takes & MH_TAKES_FI))
    return false;
  const int32_t at = r->m->actor_at[i + 2];
  const bool paper = at >= 0 && r->m->actors[at].form == MH_ACTOR_ROLE &&
                     r->m->actors[at].role == MH_ROLE_DOCUMENT;
  if (!(paper && mh_statement__group(r, i + 2, &who)) &&
      !mh_statement__paper_of(r, i + 2, s->end, &who))
    return false;
  /* "the final statement | of the summit of N." */
  const int32_t of = who.end < s->end ? r->m->actor_at[who.end] : -1;
  const uint32_t end = of >= 0 ? r->m->actors[of].end : who.end;
  if (who.codes.n == 0 || who.nobody || end + DECIDES < s->end) return false;
  *x = in;
  x->act = x->outer = MH_ACT_STATE;
  x->who = who;
  x->alone = who.codes;
  x->plain = true;
  x->takes = LED_OBJECT;
  return r->list.on = true;
}

/* "The council decided:", "the leaders stressed at the end of the summit:" and nothing more in its
 * line; or the same at the end of one that tells when or upon what ("having heard N., the council
 * decided:"). */
bool mh_statement__told_below(reader *r, const mh_sentence *s)
{
  if (!mh_statement__opens_list(r, s)) return false;
  if (tells_below(r, s->first, s)) return true;
  for (uint32_t i = s->first; i + 2 < s->end; i++)
    if (r->w->glance[i].acts >> MH_POS_VERB & 1 && says_below(r, i, s)) return true;
  for (uint32_t i = s->end - 1; i-- > s->first + 1 && s->end - i <= WHO_DECIDES;)
    if (r->w->glance[i].acts >> MH_POS_VERB & 1 && tells_below(r, i, s)) return true;
  return false;
}

static mh_status one_act(reader *r, uint32_t first, uint32_t end)
{
  act x = r->list.act;
  if (!own_act(r, first, end, &x)) x.content = x.clause = first;
  x.whole = true;
  x.end = 0;
  return mh_statement__content(r, &x, end);
}

/* "holding to X, | and rejection of Y": where behind a comma the next act noun of its own stands
 * in the item, or `end`. */
static uint32_t next_act(reader *r, uint32_t i, uint32_t end)
{
  act x;
  for (i++; i < end; i++)
    if (mh_statement__comma(r, i - 1) && !r->quoted[i] && mh_statement__and(r, i) &&
        (r->w->glance[i].acts >> MH_POS_MASDAR & 1) && own_act(r, i, end, &x))
      return i;
  return end;
}

static mh_status one_item(reader *r, uint32_t first, uint32_t end)
{
  for (uint32_t i = first, next; i < end; i = next) {
    next = next_act(r, i, end);
    MH_TRY(one_act(r, i, next));
  }
  return MH_OK;
}

/* Where the next point begins after token i: a number of its own or, where points are parted
 * by commas, an act noun behind one; `end` when none does. */
static uint32_t next_point(const reader *r, uint32_t i, uint32_t end, bool commas)
{
  for (i++; i < end; i++) {
    if (!commas && numbered(r, i, end)) return i;
    if (commas && mh_statement__comma(r, i - 1) && !r->quoted[i] &&
        (r->w->glance[i].pos >> MH_POS_MASDAR & 1) && !mh_statement__has_al(r, i))
      return i;
  }
  return end;
}

/* The points that stand from token `first` on, each an act of the list. */
mh_status mh_statement__points_from(reader *r, uint32_t first, uint32_t end, bool commas)
{
  for (uint32_t i = first, next; i < end; i = next) {
    const uint32_t n = numbered(r, i, end);
    next = next_point(r, n ? n : i, end, commas);
    MH_TRY(one_item(r, n ? n : i, next));
  }
  return MH_OK;
}

/* One line of points without marks: two commas at least, each before an act noun. */
static bool in_commas(const reader *r, const mh_sentence *s)
{
  const uint32_t one = next_point(r, s->first, s->end, true);
  return one < s->end && next_point(r, one, s->end, true) < s->end;
}

mh_status mh_statement__points(reader *r, const mh_sentence *s)
{
  const uint32_t i = item_mark(r, s);
  return mh_statement__points_from(r, i ? i : s->first, s->end, !i && in_commas(r, s));
}

/* "agreed on the following: 1- ...": where the first point stands in the sentence itself. */
uint32_t mh_statement__first_point(const reader *r, uint32_t i, uint32_t end)
{
  for (; i + 1 < end; i++)
    if (mh_statement__point_behind(r, i, end)) return i + 1;
  return end;
}
