/* context - the file that a stretch of text leaves unsaid, because the report has said
 * it: what was last told in the paragraph, and the topic and the state that headline,
 * lead and body are most about. */
#include "weigh.h"

#define EARLY       80 /* tokens: headline and lead of a report name its matter         */
#define FIRST_WORDS 40 /* tokens: the report's first sentence, about         */
#define HEADLINE    6  /* how often a naming in the headline counts                     */
#define LEAD        2  /* the same, in the lead                                         */
#define LEAST       6  /* points from which a state or topic can be the report's matter */
#define SURE        12 /* points from which a topic is the report's beyond doubt           */
#define SHARE       4 /* and a state must have one in so many of all states' points    */
#define FEW         3 /* files of a statement that the next one may go on with         */

/* Topics that are said of nearly everything: a weak term of them gives way to a file
 * that was told just before. */
#define GENERAL                                                                 \
  (MH_BIT(MH_TOPIC_BILATERAL_RELATIONS) | MH_BIT(MH_TOPIC_REGIONAL_STABILITY) | \
   MH_BIT(MH_TOPIC_DIALOGUE_PROCESS) | MH_BIT(MH_TOPIC_UNITED_NATIONS) |        \
   MH_BIT(MH_TOPIC_REGIONAL_ORGANISATIONS) | MH_BIT(MH_TOPIC_GULF_UNITY) |      \
   MH_BIT(MH_TOPIC_POLITICAL_SETTLEMENT) | MH_BIT(MH_TOPIC_ARAB_CAUSE) |        \
   MH_BIT(MH_TOPIC_GOVERNANCE) | MH_BIT(MH_TOPIC_RELIGION))

/* Mostly one's own affair, when one is told of most. */
#define OWN                                                                  \
  (MH_BIT(MH_TOPIC_NON_PROLIFERATION) | MH_BIT(MH_TOPIC_GOVERNANCE) |        \
   MH_BIT(MH_TOPIC_HUMAN_RIGHTS) | MH_BIT(MH_TOPIC_POLITICAL_SETTLEMENT) |   \
   MH_BIT(MH_TOPIC_HUMANITARIAN_AID) | MH_BIT(MH_TOPIC_REFUGEES_MIGRATION) | \
   MH_BIT(MH_TOPIC_ARMED_CONFLICT))
/* What one holds against the other. */
#define AT_ODDS (MH_BIT(MH_TOPIC_SOVEREIGNTY) | MH_BIT(MH_TOPIC_PEACE_PROCESS))
/* Nearly always those of some state, as the local ones are, where a report tells of it. */
#define HAPPENS (MH_LOCAL_TOPICS | MH_BIT(MH_TOPIC_LAW_ENFORCEMENT))
#define AID     (MH_BIT(MH_TOPIC_HUMANITARIAN_AID) | MH_BIT(MH_TOPIC_REFUGEES_MIGRATION))

/* Is token i of a name that only says who acts: an official or organ, or whoever stands behind
 * a verb that tells an act? */
static bool acts(const reader *r, uint32_t i)
{
  const int32_t a = r->m->actor_of[i];
  if (a < 0) return false;
  const mh_actor *x = &r->m->actors[a];
  if (x->form == MH_ACTOR_OFFICIAL || x->form == MH_ACTOR_ORGAN ||
      x->form == MH_ACTOR_PERSON)
    return true;
  return x->first && r->cls[x->first - 1] == MH_W_NONE &&
         (r->w->glance[x->first - 1].acts >> MH_POS_VERB & 1);
}

static void count(context *c, const char *code, uint32_t points, bool matter, bool early)
{
  uint8_t i = 0;
  while (i < c->n && !mh_code_same(c->land[i].code, code)) i++;
  c->all += points;
  if (matter) c->all_matter += points;
  if (i == MH_LANDS_MAX) return;
  if (i == c->n) c->land[c->n++].code = code;
  c->land[i].points += points;
  if (matter) c->land[i].matter += points;
  c->land[i].early |= early;
}

/* Is the capital at i told as a place ("in Vienna")? */
static bool place(const reader *r, const mh_match *x)
{
  if (x->kind != MH_PH_CAPITAL || x->first == 0) return false;
  const unsigned p = mh_statement__prep(r, x->first - 1);
  return p == MH_TAKES_FI || p == MH_TAKES_ILA;
}

/* The number in phrases of the word at token i that came with these proclitics, 0 none. */
static uint32_t symbol(const mh_words *w, uint32_t i, uint8_t pro)
{
  for (uint32_t k = 0; k < mh_words_readings(w, i); k++) {
    const mh_reading *y = mh_words_reading(w, i, k);
    if (y->sym && y->pro == pro) return y->sym;
  }
  return 0;
}

/* Something is called by a phrase of the topic that begins with this word. */
static void call(context *c, uint32_t sym, uint32_t topic, uint32_t times)
{
  if (sym == 0 || (MH_BYWORDS >> topic & 1)) return;
  for (uint8_t i = 0; i < c->n_called; i++)
    if (c->called[i].sym == sym && c->called[i].topic == topic) {
      c->called[i].times = (uint16_t)(c->called[i].times + times);
      return;
    }
  if (c->n_called == MH_CALLED_MAX) return;
  c->called[c->n_called++] = (called){sym, (uint16_t)topic, (uint16_t)times};
}

/* The states and topics of a text's phrases; points 0: the body, by where they stand. */
static void survey(reader *r, const mh_words *w, uint32_t points)
{
  context *c = &r->context;
  for (uint32_t k = 0, covered = 0; k < w->n_matches; k++) {
    const mh_match *x = &w->matches[k];
    const uint32_t n = points ? points : x->first < EARLY ? LEAD : 1;
    if (x->kind == MH_PH_TOPIC && x->value >> 16 >= STRONG) {
      c->topic[x->value & 0xFFFF] += n;
      c->told += n;
      if (points || !acts(r, x->first))
        c->matter[x->value & 0xFFFF] += n, c->told_matter += n;
      if (points) c->headline |= MH_BIT(x->value & 0xFFFF);
      if (points == 0 && x->first < FIRST_WORDS) c->lead |= MH_BIT(x->value & 0xFFFF);
    }
    if (x->kind == MH_PH_TOPIC && x->value >> 16 >= STRONG && x->end > x->first + 1)
      call(c, symbol(w, x->first, x->pro), x->value & 0xFFFF, n);
    if (x->first < covered || (points == 0 && place(r, x))) continue;
    const char *code = mh_statement__land(r, w, x, NULL);
    if (code == NULL) continue;
    covered = x->end;
    count(c, code, n, points || !acts(r, x->first), points == 0 && x->first < EARLY);
  }
}

/* "the peace talks" are a term of two topics: those of the two, where the report names one of
 * them, else of whoever makes peace.  What was counted for both goes to one. */
static void settle_peace(context *c, const mh_words *w, uint32_t times)
{
  const uint32_t wrong = c->levant ? MH_TOPIC_POLITICAL_SETTLEMENT
                                   : MH_TOPIC_PEACE_PROCESS;
  for (uint32_t k = 1; k < w->n_matches; k++) {
    const mh_match *x = &w->matches[k], *y = x - 1;
    if (!mh_statement__peace(x, y)) continue;
    const uint32_t n = times ? times : x->first < EARLY ? LEAD : 1;
    c->topic[wrong] -= n;
    c->told -= n;
  }
}

static void find_levant(context *c)
{
  for (uint8_t i = 0; i < c->n; i++)
    c->levant |= mh_code_same(c->land[i].code, "ISR") ||
                 mh_code_same(c->land[i].code, "PSE");
}

/* The topic that is told most of, where that is enough to be the report's; what is said
 * of nearly everything counts half. */
static void most_told(context *c)
{
  uint32_t most = LEAST - 1;
  c->main = -1;
  for (uint32_t t = 0; t < MH_TOPIC_COUNT; t++) {
    const uint32_t points = GENERAL >> t & 1 ? c->topic[t] / 2 : c->topic[t];
    if (points <= most) continue;
    most = points;
    c->main = (int)t;
  }
  c->sure = c->main >= 0 && most >= SURE && !(GENERAL >> c->main & 1);
}

void mh_statement__look(reader *r)
{
  if (r->context.ready) return;
  r->context.ready = true;
  survey(r, r->w, 0);
  if (r->headline && r->headline->w) survey(r, r->headline->w, HEADLINE);
  find_levant(&r->context);
  settle_peace(&r->context, r->w, 0);
  if (r->headline && r->headline->w) settle_peace(&r->context, r->headline->w, HEADLINE);
  most_told(&r->context);
}

int mh_statement__called(reader *r, uint32_t i)
{
  mh_statement__look(r);
  uint32_t most = 0;
  int topic = -1;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->sym == 0 || !(y->pro & MH_PRO_AL) || y->enc != MH_ENC_NONE) continue;
    if (mh_lex_word(r->lex, y->word)->cls != MH_W_FILE) continue;
    for (uint8_t j = 0; j < r->context.n_called; j++) {
      const called *c = &r->context.called[j];
      if (c->sym != y->sym || c->times <= most) continue;
      most = c->times;
      topic = c->topic;
    }
  }
  return topic;
}

int mh_statement__main(reader *r)
{
  mh_statement__look(r);
  return r->context.sure ? r->context.main : -1;
}

bool mh_statement__at_odds(reader *r)
{
  mh_statement__look(r);
  return r->context.main >= 0 && (AT_ODDS >> r->context.main & 1);
}

static bool has(const topics *t, const char *id)
{
  for (uint8_t i = 0; i < t->n; i++)
    if (mh_code_same(t->id[i], id)) return true;
  return false;
}

static bool add(topics *t, const char *id)
{
  if (id == NULL) return false;
  if (!has(t, id) && t->n < MH_TOPICS_MAX) t->id[t->n++] = id;
  return true;
}

uint64_t mh_statement__topic_bits(const char *const *id, uint32_t n)
{
  uint64_t set = 0;
  for (uint32_t i = 0; i < n; i++) {
    const int topic = mh_statement__topic_number(id[i]);
    if (topic >= 0) set |= MH_BIT(topic);
  }
  return set;
}

static bool specific(const char *const *id, uint32_t n)
{
  return mh_statement__topic_bits(id, n) & ~GENERAL;
}

/* Is one of the report's two speaking? */
static bool in_play(const reader *r, const act *x)
{
  for (uint8_t i = 0; i < x->who.codes.n; i++)
    if (mh_codes_has(&r->parties, x->who.codes.at[i])) return true;
  return false;
}

/* Is the state that is told of most the one that speaks? */
static bool own(const context *c, const act *x)
{
  const char *top = NULL;
  uint32_t points = 0;
  for (uint8_t i = 0; i < c->n; i++)
    if (c->land[i].points > points) {
      points = c->land[i].points;
      top = c->land[i].code;
    }
  return top && mh_codes_has(&x->who.codes, top);
}

/* Does nobody speak for a state, or for several?  A state that the report is about is then
 * the file of all that is said. */
static bool stateless(const act *x)
{
  return x->who.codes.n == 0 ||
         (x->who.codes.n == 1 && mh_code_same(x->who.codes.at[0], "OTHER"));
}

/* The state that most of the report is about, who is not speaking; NULL none.  peace:
 * of peace one of the report's two speaks against the other. */
static const char *matter(reader *r, const act *x, uint64_t set, bool peace)
{
  /* no file of a partner's: what he is thanked for, what both do for the needy */
  const bool kind = x->act == MH_ACT_PRAISE || !(set & ~AID);
  const context *c = &r->context;
  const char *best = NULL;
  uint32_t points = LEAST - 1;
  if (!peace && !(set & ~OWN) && own(c, x)) return NULL;
  for (uint8_t i = 0; i < c->n; i++) {
    const bool party = mh_codes_has(&r->parties, c->land[i].code);
    const bool partner = party && !stateless(x);
    const uint32_t p = partner ? c->land[i].points / 2 : c->land[i].points;
    if (peace ? !party : partner && kind && in_play(r, x)) continue;
    if (p <= points || c->land[i].points * SHARE < c->all) continue;
    if (mh_codes_has(&x->who.codes, c->land[i].code)) continue;
    points = p;
    best = c->land[i].code;
  }
  return best;
}

/* The files of the statement before, save those of who speaks now. */
static void go_on(const mh_statement *z, const act *x, topics *t)
{
  for (uint8_t i = 0; i < z->n_topics; i++) {
    const bool land = strncmp(z->topics[i], "country:", 8) == 0;
    if (land && mh_codes_has(&x->who.codes, z->topics[i] + 8)) continue;
    add(t, z->topics[i]);
  }
}

/* The state of the statement before; false when it has none, or more than one. */
static bool same_state(const mh_statement *z, const act *x, topics *t)
{
  const char *state = NULL;
  for (uint8_t i = 0; i < z->n_topics; i++) {
    const char *id = z->topics[i];
    if (strncmp(id, "country:", 8) || mh_codes_has(&x->who.codes, id + 8)) continue;
    if (state) return false;
    state = id;
  }
  return state && add(t, state);
}

/* Has the statement a file, more than what is said of everything? */
static bool file(const mh_statement *z)
{
  for (uint8_t i = 0; i < z->n_topics; i++)
    if (strncmp(z->topics[i], "country:", 8) == 0) return true;
  return mh_statement__topic_bits(z->topics, z->n_topics) & ~MH_BYWORDS;
}

/* Nothing is named, or only in passing: the file goes on that was told just before,
 * else the report's, else what a word of no weight hints at, else whatever was told
 * last.  "the negotiations" of a report on sanctions are those on sanctions. */
static void unnamed(reader *r, const act *x, const mh_statement *z, bool near, topics *t)
{
  const context *c = &r->context;
  const bool vague = t->strong == 0 && t->countries == 0 && !specific(t->id, t->n);
  if (near && vague && specific(z->topics, z->n_topics)) t->n = 0;
  if (t->n || t->partner) return;
  const bool on = near && z->n_topics <= FEW && !r->told_weak;
  if (on && (file(z) || !(c->sure || t->faint))) go_on(z, x, t);
  if (t->n == 0 && t->faint && !c->sure) add(t, mh_statement_topic(t->faint - 1u, 0));
  if (t->n == 0 && c->main >= 0) add(t, mh_statement_topic((size_t)c->main, 0));
  if (t->n == 0 && z) go_on(z, x, t);
}

/* "the latest developments", discussed, are those of the report; "cooperation" is of the
 * two. */
static void developments(const context *c, topics *t)
{
  if (c->sure && t->faint != MH_TOPIC_BILATERAL_RELATIONS + 1)
    add(t, mh_statement_topic((size_t)c->main, 0));
}

const mh_statement *mh_statement__near(const reader *r)
{
  return r->out.n && r->told_in == r->paragraph ? &r->out.at[r->out.n - 1] : NULL;
}

mh_status mh_statement__context(reader *r, const act *x, topics *t)
{
  const mh_statement *z = r->out.n ? &r->out.at[r->out.n - 1] : NULL;
  const bool near = mh_statement__near(r) != NULL;
  mh_statement__look(r);
  const bool weak = t->n ? t->strong == 0 && t->countries == 0
                         : r->told_weak && r->context.main < 0;
  if (!t->meets && x->act != MH_ACT_DISCUSS) unnamed(r, x, z, near, t);
  r->told_weak = weak;
  if (t->n == 0 && x->act == MH_ACT_DISCUSS) developments(&r->context, t);
  if (t->n == 0 && t->faint && !t->meets) add(t, mh_statement_topic(t->faint - 1u, 0));
  /* two who meet speak of their relations */
  if (t->n == 0) add(t, mh_statement_topic(MH_TOPIC_BILATERAL_RELATIONS, 0));
  const uint64_t all = mh_statement__topic_bits(t->id, t->n), set = all & HAPPENS;
  const bool peace = set == 0 && (all & MH_BIT(MH_TOPIC_PEACE_PROCESS)) && in_play(r, x);
  const bool any = set || peace || (stateless(x) && !(all & MH_BYWORDS));
  if (t->countries || t->meets || !any) return MH_OK;
  if (!peace && near && same_state(z, x, t)) return MH_OK;
  const char *code = matter(r, x, set, peace);
  return code == NULL || add(t, mh_statement__country(r, code)) ? MH_OK : MH_ENOMEM;
}
