/* statement - the way through a report: sentence by sentence, act by act. */
#define MH_LISTS_ROWS
#include "about.h"
#include "assembly.h"
#include "content.h"
#include "points.h"

size_t mh_statement_acts(void)
{
  return MH_ACT_COUNT;
}
const char *mh_statement_act(size_t i, int k)
{
  return mh_act_rows[i][k];
}
size_t mh_statement_topics(void)
{
  return MH_TOPIC_COUNT;
}
const char *mh_statement_topic(size_t i, int k)
{
  return mh_topic_rows[i][k];
}

int mh_statement__topic_number(const char *id)
{
  /* nearly always it is the id of the table itself */
  for (int t = 0; t < MH_TOPIC_COUNT; t++)
    if (mh_topic_rows[t][0] == id) return t;
  for (int t = 0; t < MH_TOPIC_COUNT; t++)
    if (mh_code_same(mh_topic_rows[t][0], id)) return t;
  return -1;
}

#define GO_ON  3  /* sentences that may go on with one "that", or one quotation */
#define QUOTED 6  /* tokens, marks and all, of the least quotation that goes on */
#define ACTS   48 /* of one sentence; the rest of an endless one is told as content */

#define MADE 6 /* tokens from an agreement to "between" */

/* "the agreement (that was signed) between X and Y": whose it is. */
static void note_agreed(reader *r, const mh_sentence *s, uint32_t between,
                        const mh_codes *who)
{
  for (uint32_t k = between; k-- > s->first && between - k <= MADE;) {
    const uint32_t word = mh_statement__agreement(r, k);
    if (word == 0) continue;
    r->agreed = *who;
    r->deal = word;
    return;
  }
}

/* "N., N. and N. | issued ... a joint statement": does one stand behind those who end before i? */
static bool joint_paper(const reader *r, uint32_t i)
{
  while (i < r->doc->n_tokens && mh_statement__comma(r, i)) i++;
  const int32_t at = i < r->doc->n_tokens ? r->m->actor_at[i] : -1;
  const mh_actor *x = at >= 0 ? &r->m->actors[at] : NULL;
  return x && x->form == MH_ACTOR_ROLE && x->role == MH_ROLE_DOCUMENT && !x->paper &&
         x->end > x->first + 1;
}

/* "between X and Y", or a sentence that begins with both: they are in play from here on.  Two
 * who are only spoken of are not. */
static void note_pairs(reader *r, const mh_sentence *s)
{
  for (uint32_t i = s->first; i < s->end; i++) {
    subject g;
    if (r->m->actor_at[i] < 0 || !mh_statement__group(r, i, &g)) continue;
    const mh_actor *x = &r->m->actors[g.first];
    const bool between = i > s->first && mh_statement__prep(r, i - 1) == MH_TAKES_HAWLA;
    if (g.codes.n == 3) r->listed = g.codes, r->listed_at = s->paragraph;
    if (g.codes.n == 4) r->four = g.codes;
    if (g.codes.n > 2 && r->three.n == 0 && joint_paper(r, g.end)) r->three = g.codes;
    if (between && g.codes.n > 1) note_agreed(r, s, i - 1, &g.codes);
    if (g.codes.n == 2 && x->form != MH_ACTOR_ROLE && g.last > g.first &&
        (between || i == s->first))
      r->pair = g.codes, r->paired = s->paragraph, r->fellows.n = 0;
    i = g.end - 1;
  }
}

/* Journalists' lead-in, "it is recalled that": 0 none, else the token after it, where the
 * sentence itself begins. */
static uint32_t lead_in(const reader *r, const mh_sentence *s)
{
  uint32_t i = s->first;
  const mh_reading *y = i < s->end ? mh_statement__reading(r, i, 1u << MH_POS_VERB, true)
                                   : NULL;
  /* an impersonal imperfect of saying right before "that" or "to that", nobody named */
  if (y == NULL || (y->feats & MH_F_TENSE) != MH_F_IMPERFECT || (y->pro & MH_PRO_SA) ||
      mh_statement__first_person(y->feats))
    return 0;
  if (i + 1 < s->end && r->cls[i + 1] == MH_W_AN) return i + 2;
  if (i + 2 < s->end && mh_statement__prep(r, i + 1) == MH_TAKES_ILA &&
      r->cls[i + 2] == MH_W_AN)
    return i + 3;
  return 0;
}

/* "we reject": a verb in the first person with which the quoted one acts himself.  What he
 * only says is said by who quotes him. */
static bool we(const reader *r, uint32_t i)
{
  const mh_reading *y = mh_statement__self(r, i);
  if (y == NULL)
    return mh_statement__self_ahead(r, i) || mh_statement__of_oneself(r, i, 0) ||
           mh_statement__in_a_state(r, i, 0);
  const mh_frame *f = mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word));
  const bool about = f->act == MH_ACT_STATE && f->takes & MH_TAKES_AN_PREP;
  return (f->act != MH_ACT_MEET && f->act != MH_ACT_STATE) || about ||
         mh_statement__self_ahead(r, i);
}

/* x tells what somebody says: in what follows "I" and "we" are he. */
static void note_speech(reader *r, const act *x)
{
  if (!x->tells || (x->feats & MH_F_PERSON) == MH_F_1) return;
  r->speech = x->outer_word + 1;
  r->spoke_in = r->paragraph;
  r->speaker = x->inner && x->outer_who.codes.n ? x->outer_who.codes : x->who.codes;
}

/* What is quoted whole after an act stays whole: no act begins inside it but those in which
 * the quoted one acts himself. */
static uint32_t quoted_until(const reader *r, const act *x, uint32_t end)
{
  if (x->takes != LED_QUOTE || x->end || x->content + 3 >= end) return 0;
  uint32_t i = x->content + 3;
  if (!r->quoted[x->content + 1]) return 0;
  while (i < end && r->quoted[i]) i++;
  return i;
}

/* "And that ...": the sentence goes on with what the one before told. */
static bool goes_on(const reader *r, const mh_sentence *s, act *out)
{
  const uint32_t i = s->first;
  if (r->said.left == 0 || i + 2 >= s->end || r->cls[i] != MH_W_AN ||
      mh_key_letter(tok(r, i)->key, 0) != MH_L_WAW ||
      mh_statement__infinitive(r, i) != mh_statement__infinitive(r, r->said.act.that))
    return false;
  *out = mh_statement__again(r, &r->said.act, i, s->end);
  out->clause = i;
  out->end = 0;
  return true;
}

/* A quotation without a word of who says it: what was quoted goes on in the next paragraph, or
 * a sentence is all quotation behind one that ended with one. */
static bool quotes_on(reader *r, const mh_sentence *s, act *out)
{
  const uint32_t i = s->first, flags = tok(r, i)->flags;
  const bool on = flags & MH_TF_GOES_ON;
  const bool opens = (flags & MH_TF_OPENS) && mh_statement__quote_mark(r, i);
  if (r->quoting.left == 0 || !(on || opens)) return false;
  uint32_t end = i + 1;
  while (end < s->end && r->quoted[end]) end++;
  uint32_t rest = end;
  while (rest < s->end && tok(r, rest)->kind == MH_TOKEN_MARK) rest++;
  if (end < i + QUOTED || (opens && rest < s->end)) return false;
  r->speech = i;
  r->spoke_in = s->paragraph;
  r->speaker = r->quoting.act.inner && r->quoting.act.outer_who.codes.n
                   ? r->quoting.act.outer_who.codes
                   : r->quoting.act.who.codes;
  *out = mh_statement__again(r, &r->quoting.act, i, s->end);
  if (!out->inner) out->act = out->outer = MH_ACT_STATE;
  out->clause = i;
  out->takes = LED_QUOTE;
  out->end = end < s->end && mh_statement__quote_mark(r, end) ? end + 1 : end;
  return true;
}

/* "«X», said N., «Y»": what x quotes began before it. */
static bool quoted_before_too(const reader *r, const act *x, uint32_t first, act *before)
{
  if (x->form != ACT_VERB || x->takes != LED_QUOTE || x->end || x->joined || x->inner ||
      x->who.first < 0 || x->clause < first + QUOTED)
    return false;
  *before = *x;
  return mh_statement__quote_before(r, before, first) && before->content <= first + 1;
}

/* Does the sentence end with what x quotes, or inside of it? */
static void note_quoting(reader *r, const mh_sentence *s, const act *acts, uint32_t n,
                         bool on)
{
  uint32_t last = s->end;
  while (last > s->first && tok(r, last - 1)->kind == MH_TOKEN_MARK &&
         !mh_statement__quote_mark(r, last - 1))
    last--;
  const bool ends = last > s->first + QUOTED && r->quoted[last - 2];
  if (on && n) {
    r->quoting.left = ends ? r->quoting.left - 1 : 0;
    return;
  }
  r->quoting.left = 0;
  for (uint32_t k = n; ends && k-- > 0;)
    if (acts[k].tells && !r->quoted[acts[k].word]) {
      r->quoting.act = acts[k];
      r->quoting.left = GO_ON;
      return;
    }
}

/* What the next sentence may go on with. */
static void note_said(reader *r, const act *x, bool on)
{
  if (x && x->that)
    r->said.act = *x, r->said.left = GO_ON;
  else
    r->said.left = x == NULL && on && r->said.left ? r->said.left - 1 : 0;
}

/* Of a question only what somebody is told to say stays ("the minister asked: ...?"). */
static uint32_t told_only(act *acts, uint32_t n, uint32_t asked)
{
  uint32_t kept = 0;
  for (uint32_t k = 0; k < n; k++)
    if (acts[k].word < asked || acts[k].takes == LED_THAT || acts[k].takes == LED_QUOTE)
      acts[kept++] = acts[k];
  return kept;
}

/* "sent a letter | in which he stressed": what it says is told, not that it was sent.  In a
 * meeting both discuss. */
static bool sent(const reader *r, const act *outer, act *x, uint32_t first)
{
  const uint32_t p = mh_statement__in_speech(r, x->word, first);
  if (p == NO_TOKEN || p <= outer->word || p > outer->content + 1) return false;
  if (outer->act == MH_ACT_MEET && outer->who.codes.n > 1 && x->act == MH_ACT_DISCUSS &&
      x->who.codes.n == 1 && mh_codes_has(&outer->who.codes, x->who.codes.at[0]))
    x->who.codes = outer->who.codes;
  return outer->act == MH_ACT_STATE &&
         ((outer->content > x->word && outer->kind == MH_FRAME_WEAK) ||
          (outer->takes != LED_THAT && outer->takes != LED_QUOTE));
}

/* "by (bi-) what | follows:": a word of grammar that bi- leads, and a verb. */
static bool by_what(const reader *r, uint32_t i)
{
  return mh_key_letter(tok(r, i)->key, 0) == MH_L_BA && r->cls[i] != MH_W_NONE &&
         mh_statement__reading(r, i + 1, 1u << MH_POS_VERB, false) != NULL;
}

/* "agreed on: firstly, ...", "on the following:": only the points say what. */
static bool announces(const reader *r, const mh_sentence *s, const act *x, uint32_t point)
{
  if (point <= x->content + 1) return true;
  const uint32_t colon = point < s->end ? point - 1 : s->end - 1;
  if (!mh_statement__mark(r, colon, ':') || x->act == MH_ACT_MEET ||
      r->m->actor_of[x->content] >= 0)
    return false;
  const bool al = mh_statement__article(r, x->content);
  return x->content + 1 == colon ? al
         : x->content + 2 == colon
             ? r->cls[x->content] == MH_W_REL || by_what(r, x->content) ||
                   (al &&
                    mh_statement__article(r, x->content + 1)) /* "the following N.:" */
             : false;
}

/* What stands behind the colon is no quotation: "the council approved: ..." is what it does. */
static void open_list(reader *r, const act *x)
{
  act *list = &r->list.act;
  *list = *x;
  if (x->takes == LED_QUOTE && x->n_frames && x->frames[0].takes & MH_TAKES_OBJECT)
    list->act = list->outer = x->frames[0].act;
}

/* "threatened N. | by saying that": what x tells is what the act before it, whose content it
 * was taken for, is told by. */
static bool told_by(const reader *r, act *outer, const act *x)
{
  if (x->form != ACT_PARTICIPLE || outer->form != ACT_VERB || outer->takes != LED_PREP ||
      outer->content != x->outer_word ||
      mh_statement__joined(r, x->outer_word) != MH_PRO_BI || x->inner || !x->tells)
    return false;
  outer->content = x->content;
  outer->takes = x->takes;
  outer->that = x->that;
  outer->tells = true;
  return true;
}

/* Is token i an act of somebody named where no clause of its own begins: in a relative clause,
 * in one of when, behind "after" as a noun?  `outer` is the act before it, or NULL. */
static bool held_act(reader *r, const act *outer, uint32_t i, uint32_t first,
                     uint32_t end, act *out)
{
  return mh_statement__relative_act(r, outer, i, first, end, out) ||
         mh_statement__when_act(r, outer, i, first, end, out) ||
         mh_statement__said_next(r, outer, i, first, end, out) ||
         mh_statement__called_so(r, outer, i, first, end, out) ||
         mh_statement__provided(r, outer, i, first, end, out) ||
         mh_statement__own_again(r, outer, i, end, out) ||
         mh_statement__that_too(r, outer, i, end, out) ||
         mh_statement__upon(r, outer, i, first, end, out);
}

static mh_status sentence(reader *r, const mh_sentence *s);

/* "The council, voicing its worry about N., | decides:": what stands before the verb is a sentence
 * of its own, and it opens the list of points. */
static mh_status before_points(reader *r, const mh_sentence *s, uint32_t verb)
{
  mh_sentence head = *s, rest = *s;
  head.end = rest.first = verb;
  MH_TRY(sentence(r, &head));
  mh_statement__decides_below(r, &rest);
  return MH_OK;
}

/* Is it who tells that goes on with y ("and warns of", "adding"), not those he tells of? */
static bool told_on(const reader *r, const act *y)
{
  if (y->form != ACT_VERB || mh_statement__verb_of_saying(r, y->word)) return true;
  for (uint32_t i = 0; i < y->n_frames; i++)
    if (y->frames[i].kind == MH_FRAME_JUDGE || y->frames[i].kind == MH_FRAME_LIGHT)
      return true;
  const uint8_t told = y->inner ? y->outer : y->act;
  return told == MH_ACT_WARN || told == MH_ACT_CALL || told == MH_ACT_DISCUSS ||
         told == MH_ACT_AFFIRM;
}

/* Do x and y stand in one quotation, where x quotes and it is he himself or his side who does
 * y? */
static bool one_quotation(const reader *r, const act *x, const act *y)
{
  if (x->takes != LED_QUOTE && x->takes != LED_THAT) return false;
  if (y->clause <= x->content + 1 ||
      ((y->feats & MH_F_PERSON) != MH_F_1 && r->quoted[y->word] == MH_QUOTED_TOLD))
    return false;
  uint32_t i = x->content + 1 + (x->takes == LED_THAT);
  while (i < y->word && r->quoted[i]) i++;
  return i == y->word && r->quoted[i];
}

/* Does what x tells, up to `limit`, give no statement? */
static mh_status silent(reader *r, const act *x, uint32_t limit, bool *out)
{
  const reader before = *r;
  act trial = *x;
  MH_TRY(mh_statement__content(r, &trial, limit));
  *out = r->out.n == before.out.n;
  *r = before;
  return MH_OK;
}

/* "that they, if they meet with X, | will answer it", "«X. | I shall not ...»": does what the act
 * y tells, which nobody is named for inside of what x says is so, give no statement?  Then it is
 * part of that. */
static mh_status gives_nothing(reader *r, const act *x, const act *y, uint32_t limit,
                               bool *out)
{
  *out = false;
  const bool so = x->takes == LED_THAT && r->cls[x->content] == MH_W_AN &&
                  y->who.first < 0 && y->clause > x->content &&
                  !mh_statement__infinitive(r, x->content) && !told_on(r, y);
  if (!so && !one_quotation(r, x, y)) return MH_OK;
  return silent(r, y, limit, out);
}

static mh_status sentence(reader *r, const mh_sentence *s)
{
  act acts[ACTS];
  uint32_t n = 0, quoted = 0;
  r->paragraph = s->paragraph;
  if (s->heading) return mh_statement__declares(r, s), MH_OK;
  r->met_in = r->told = 0;
  const uint32_t after = lead_in(r, s), first = after ? after : s->first;
  r->near.codes.n = 0;
  r->when_end = 0;
  r->outer_at = NO_TOKEN;
  r->that_by.that = 0;
  mh_statement__note_here(r, s);
  mh_statement__note_occasion(r, s);
  r->turn = mh_statement__turn(r, s->first);
  if (mh_statement__told_in_points(r, s)) return MH_OK;
  mh_statement__declares(r, s);
  const uint32_t below = r->resolver || r->declarer.n ? mh_statement__decides_at(r, s)
                                                      : NO_TOKEN;
  if (below != NO_TOKEN) return before_points(r, s, below);
  if (mh_statement__noun_point(r, s)) return mh_statement__points(r, s);
  const bool on = goes_on(r, s, &acts[0]);
  const bool quotes = !on && quotes_on(r, s, &acts[0]);
  n = on || quotes;
  if (quotes) quoted = acts[0].end;
  for (uint32_t i = first; i < s->end && n < ACTS; i++) {
    r->acts = n;
    if (!mh_statement__may_act(r, i) ||
        (i < quoted && !we(r, i) && !mh_statement__acts_quoted(r, i)))
      continue;
    const bool own = mh_statement__act_at(r, i, first, s->end, &acts[n]);
    if (!own && !held_act(r, n ? &acts[n - 1] : NULL, i, first, s->end, &acts[n])) {
      if (i + 1 < s->end && r->cls[i] != MH_W_CONJ &&
          (r->m->actor_at[i + 1] >= 0 || r->cls[i + 1] == MH_W_PREP ||
           !r->w->glance[i + 1].pos ||
           (i > first && (r->m->actor_of[i - 1] >= 0 || r->cls[i - 1] == MH_W_NEG))))
        mh_statement__named(r, i, first, s->end);
      continue;
    }
    act *x = &acts[n];
    mh_statement__note_that(r, x);
    if (n && told_by(r, &acts[n - 1], x)) {
      note_speech(r, &acts[n - 1]);
      quoted = quoted_until(r, &acts[n - 1], s->end);
      continue;
    }
    if (n && mh_statement__on_condition(r, &acts[n - 1], x)) continue;
    /* of what both did though nobody names them there, he who tells it */
    const bool both = x->inner && x->outer_who.codes.n == 1 && x->who.codes.n > 1 &&
                      x->who.first < 0;
    x->alone = both ? x->outer_who.codes : x->who.codes;
    r->acted = s->paragraph;
    mh_statement__partners(r, x, s->end);
    /* "condemned the approval of": a participle to look at, the object of what is done */
    if (n && x->form == ACT_PARTICIPLE && acts[n - 1].content == x->word &&
        acts[n - 1].takes == LED_OBJECT)
      continue;
    if (n && sent(r, &acts[n - 1], x, first)) {
      acts[n - 1] = *x;
      x = &acts[--n];
    }
    if (n && mh_statement__lead_quoted(r, &acts[n - 1], x)) {
      bool nothing;
      MH_TRY(silent(r, x, s->end, &nothing));
      if (nothing) continue;
    }
    if (n &&
        acts[n - 1].content >= x->clause) { /* the earlier one has no room: it goes */
      if (acts[n - 1].content >= x->content) continue;
      n--;
      if (acts[n].clause < x->clause) x->clause = acts[n].clause;
      acts[n] = acts[n + 1];
      x = &acts[n];
    }
    if (n == 0 && quoted_before_too(r, x, first, &acts[n + 1])) {
      const act behind = acts[n];
      acts[n] = acts[n + 1];
      acts[++n] = behind;
      x = &acts[n];
    }
    note_speech(r, x);
    x->teller = r->spoke_in != r->paragraph       ? 0
                : quotes && r->speech == s->first ? acts[0].outer_word + 1
                                                  : r->speech;
    mh_statement__note_apart(r, x);
    const bool plain = r->plain;
    if (own) mh_statement__acted(r, x), mh_statement__issues(r, x, first);
    mh_statement__plain(r, x);
    if (!own) r->plain = plain;
    const uint32_t now = (uint32_t)(s - r->doc->sentences);
    if (!x->who.carried && own) r->named = now;
    x->away = now - r->named;
    quoted = quoted_until(r, x, s->end);
    /* what it dealt with follows the meeting, which may stand far behind "held" */
    r->met_in = x->act != MH_ACT_MEET ? 0
                                      : (x->content > x->word ? x->content : x->word) + 1;
    n++;
    if (x->word > i) i = x->word;
  }
  if (n) n = told_only(acts, n, mh_statement__asked(r, s));
  if (n == 0 && mh_statement__is_point(r, s)) return mh_statement__points(r, s);
  if (n == 0 && (mh_statement__decides_below(r, s) || mh_statement__told_below(r, s)))
    return MH_OK;
  MH_TRY(mh_statement__tell(r, s, acts, n));
  uint32_t point = n ? mh_statement__first_point(r, acts[n - 1].word_end, s->end)
                     : s->end;
  if (r->resolver) point = s->end; /* each point has a verb of its own */
  for (uint32_t k = 0; k < n; k++) {
    if (mh_statement__history(r, s, &acts[k])) continue;
    if (k + 1 == n && announces(r, s, &acts[k], point)) continue;
    uint32_t next = k + 1;
    bool nothing = true;
    while (next < n && nothing) {
      MH_TRY(gives_nothing(r, &acts[k], &acts[next],
                           next + 1 < n ? acts[next + 1].clause : s->end, &nothing));
      next += nothing;
    }
    MH_TRY(mh_statement__content(r, &acts[k], next < n ? acts[next].clause : s->end));
  }
  note_quoting(r, s, acts, n, quotes);
  note_said(r, n > on ? &acts[n - 1] : NULL, on);
  const bool opens = n > 0 &&
                     (mh_statement__opens_list(r, s) || (!r->resolver && point < s->end));
  /* a point told by a verb leaves the list open for those behind it */
  r->list.on = opens || mh_statement__marked_point(r, s);
  if (opens) open_list(r, &acts[n - 1]);
  r->list.sentences = opens && point < s->end && tok(r, point)->kind == MH_TOKEN_WORD;
  if (point < s->end) MH_TRY(mh_statement__points_from(r, point, s->end, false));
  note_pairs(r, s);
  mh_statement__note_met(r, s, acts, n);
  return MH_OK;
}

static mh_status read_all(reader *r, mh_findings *out)
{
  *out = (mh_findings){0};
  MH_TRY(mh_statement__scope(r));
  if (r->scope == SCOPE_NOTHING) return MH_OK;
  mh_statement__parties(r);
  mh_statement__forum(r);
  mh_statement__assembly(r);
  mh_statement__names(r);
  for (uint32_t i = 0; i < r->doc->n_sentences; i++)
    MH_TRY(sentence(r, &r->doc->sentences[i]));
  if (r->scope != SCOPE_AFIELD || r->out.n) MH_TRY(mh_statement__meetings(r));
  *out = (mh_findings){r->out.at, r->meetings.at, r->out.n, r->meetings.n};
  return MH_OK;
}

static reader begin(mh_arena *a, const mh_doc *doc, const mh_words *w,
                    const mh_mentions *m, mh_day published, const mh_headline *title)
{
  return (reader){.a = a,
                  .doc = doc,
                  .w = w,
                  .m = m,
                  .lex = w->lex,
                  .published = published,
                  .title = title ? &title->codes : NULL,
                  .headline = title};
}

mh_status mh_statement_read(mh_findings *out, mh_arena *a, const mh_doc *doc,
                            const mh_words *w, const mh_mentions *m, mh_day published,
                            const mh_headline *title)
{
  reader r = begin(a, doc, w, m, published, title);
  return read_all(&r, out);
}

mh_status mh_statement_weighings(mh_findings *out, const mh_weighing **weighings,
                                 uint32_t *n, mh_arena *a, const mh_doc *doc,
                                 const mh_words *w, const mh_mentions *m,
                                 mh_day published, const mh_headline *title)
{
  reader r = begin(a, doc, w, m, published, title);
  r.watched = true;
  MH_TRY(read_all(&r, out));
  *weighings = r.weighings.at;
  *n = r.weighings.n;
  return MH_OK;
}
