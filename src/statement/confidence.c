/* confidence - how sure a statement is: what speaks for it and against it, each with its
 * points; their sum is the logit of the share that proved right (act, speakers and span)
 * among readings made by hand.
 *
 * A ground is something in how the statement was found, never a word, an actor or an outlet:
 * so it means the same in every report.  The points are fitted: tools/calibrate.py --write.
 * What the grounds mean to a person who cites a figure: docs/reading.md.
 */
#include <math.h>

#include "about.h"
#include "inside.h"

enum {
  G_CARRIED,
  G_FAR,
  G_UNRESOLVED,
  G_OUTSIDER,
  G_BEFORE,
  G_TWO,
  G_PARTICIPLE,
  G_INNER,
  G_WEAK,
  G_EXACT,
  G_PLAN,
  G_IMPERFECT,
  G_UNDER,
  G_GAP,
  G_CLAUSE,
  G_NO_TOPIC,
  G_LONG,
  G_AFIELD,
  G_ALONE,
  G_HOME,
  G_OBSCURE,
  G_MIXED,
  G_VIEWED,
  G_SHORT,
  G_DONE,
  G_DECLARED,
  GROUNDS
};

#define START       18 /* tenths of a logit of a statement of which no ground holds */
#define START_WORTH 12 /* and of its being put out                                 */

/* Rules fit the reports they were written on better than any other, so in others less is right.
 * tools/calibrate.py --level says by how much: 5 on the few there are, which were also read
 * by another hand, and strictly; half of it is taken. */
#define UNSEEN -3

static const struct {
  const char *id;
  int points; /* of the confidence, tenths of a logit                             */
  int worth;  /* of being put out at all: the fit before, which saw single statements
               * of pages of every kind, those that are none among them           */
} grounds[GROUNDS] = {
    [G_CARRIED] = {"carried", -5, -4},
    [G_FAR] = {"far", -7, -1},
    [G_UNRESOLVED] = {"unresolved", 0, -6},
    [G_OUTSIDER] = {"outsider", -1, -4},
    [G_BEFORE] = {"before", 0, -2},
    [G_TWO] = {"two", -6, -2},
    [G_PARTICIPLE] = {"participle", 2, 3},
    [G_INNER] = {"inner", 1, 7},
    [G_WEAK] = {"weak", -15, -14},
    [G_EXACT] = {"exact", 0, 2},
    [G_PLAN] = {"plan", -6, -9},
    [G_IMPERFECT] = {"imperfect", -7, -7},
    [G_UNDER] = {"under", -1, 0},
    [G_GAP] = {"gap", -7, -4},
    [G_CLAUSE] = {"clause", -1, 2},
    [G_NO_TOPIC] = {"no-topic", 0, -3},
    [G_LONG] = {"long", -3, -5},
    [G_AFIELD] = {"afield", -8,
                  -8}, /* not fitted: readings by hand are of reports of states */
    [G_ALONE] = {"alone", -11, -8},
    [G_HOME] = {"home", -2, -3},
    [G_OBSCURE] = {"obscure", -7, -6},
    [G_MIXED] = {"mixed", -2, -8},
    [G_VIEWED] = {"viewed", 0, -5},
    [G_SHORT] = {"short", -5, -2},
    [G_DONE] = {"done", 5, 5}, /* not fitted: three of four of the press at large */
    [G_DECLARED] = {"declared", 12,
                    0}, /* not fitted: hardly any resolution was read by hand */
};

#define FAR_AWAY 2  /* sentences since somebody acted by name */
#define LONG     40 /* tokens of content */
#define SCANT    3  /* and those of one that hardly says anything */
#define UNDER    14 /* tokens back to what an act word may be told under */

/* What is worth less is not put out; in a report that is not plainly one of states, or where
 * nobody is named, it must be worth more.  The points saw a program that knew fewer rules: of
 * what stands near these bounds now about half is right, and in reports that nobody worked on
 * more is found by it than is put out for nothing.  What is as likely right as not is kept. */
#define LEAST       0.17
#define LEAST_BARE  0.20
#define LEAST_MIXED 0.30
#define LEAST_NAMED 0.20 /* the same, of who is named */
#define EVEN        0.50

size_t mh_statement_grounds(void)
{
  return GROUNDS;
}

const char *mh_statement_ground(size_t i)
{
  return grounds[i].id;
}

static uint32_t bit(int ground, bool holds)
{
  return holds ? 1u << ground : 0;
}

static uint32_t of_subject(const reader *r, const act *x)
{
  const subject *w = &x->who;
  const bool named = w->first >= 0;
  return bit(G_CARRIED, w->carried && !w->himself) |
         bit(G_FAR, w->carried && x->away >= FAR_AWAY) |
         bit(G_UNRESOLVED, w->unresolved || w->codes.n == 0) |
         bit(G_OUTSIDER, w->codes.n && !mh_codes_has(&r->parties, w->codes.at[0])) |
         bit(G_TWO, w->codes.n == 2) |
         bit(G_DECLARED, w->carried && (r->resolver || r->declarer.n)) |
         bit(G_BEFORE, named && r->m->actors[w->first].first < x->word);
}

/* Does a relative, a "that" or a "when" stand between the act word and the mark before it?
 * Then the act may be part of what is told of somebody else. */
static bool under(const reader *r, const act *x)
{
  for (uint32_t i = x->word; i-- > 0 && x->word - i < UNDER;) {
    if (tok(r, i)->kind == MH_TOKEN_MARK) return false;
    if (relative(r, i) || r->cls[i] == MH_W_AN || r->cls[i] == MH_W_SUB) return true;
  }
  return false;
}

/* An act that a word of its own tells; said, met, planned and discussed is what is left where
 * nothing more exact was found. */
static bool exact(const act *x)
{
  return x->act != MH_ACT_STATE && x->act != MH_ACT_MEET && x->act != MH_ACT_PLAN &&
         x->act != MH_ACT_DISCUSS;
}

static uint32_t of_word(const reader *r, const act *x)
{
  const bool verb = x->form == ACT_VERB;
  return bit(G_PARTICIPLE, !verb) | bit(G_INNER, x->inner || x->who.himself) |
         bit(G_WEAK, x->kind == MH_FRAME_WEAK) | bit(G_EXACT, exact(x)) |
         bit(G_PLAN, x->act == MH_ACT_PLAN) |
         bit(G_IMPERFECT, verb && (x->feats & MH_F_TENSE) == MH_F_IMPERFECT &&
                              (x->feats & MH_F_PERSON) != MH_F_1 && !x->who.himself &&
                              x->act != MH_ACT_PLAN) |
         bit(G_UNDER, under(r, x));
}

static uint32_t of_content(const reader *r, const act *x, uint32_t tokens,
                           const topics *t)
{
  return bit(G_AFIELD, r->scope != SCOPE_STATES) | bit(G_GAP, x->gap) |
         bit(G_CLAUSE, x->takes == LED_THAT) | bit(G_NO_TOPIC, t->n == 0) |
         bit(G_LONG, tokens > LONG) | bit(G_SHORT, tokens <= SCANT) |
         bit(G_MIXED, r->mixed) | bit(G_VIEWED, r->viewed);
}

/* Does a state or an organisation act, by who leads or speaks for it?  What an army, a court or an
 * armed group goes on with is the news of its war or trial. */
static bool governs(const reader *r, const subject *w)
{
  static const char *const others[] = {"army", "security", "judiciary", "court"};
  const mh_match *m = mh_words_match(r->w, r->m->actors[w->first].first, MH_PH_ORGAN);
  for (size_t k = 0; m && k < sizeof others / sizeof *others; k++)
    if (strcmp(mh_lex_organ(r->lex, m->value)->kind, others[k]) == 0) return false;
  for (uint32_t k = 0; k < w->codes.n; k++) {
    const mh_actor_row *a = mh_lex_actor_by_code(r->lex, w->codes.at[k]);
    if (a == NULL || a->kind == MH_ACTOR_GROUP || mh_code_same(a->code, "OTHER"))
      return false;
  }
  return !w->document;
}

/* "extended | the sanctions", "appointed | him": what somebody plainly political, who is named,
 * has done himself; "tries to | save the agreement": what he is about to.  At home, or on no file
 * that is told, only what who governs has done. */
static bool done(const reader *r, const act *x, bool at_home)
{
  if (x->act != MH_ACT_PLAN || x->kind != MH_FRAME_WEAK || x->form != ACT_VERB ||
      !x->plain || x->who.first < 0)
    return false;
  const uint32_t tense = x->feats & MH_F_TENSE;
  if (tense == MH_F_PERFECT) return !at_home || governs(r, &x->who);
  return tense == MH_F_IMPERFECT && !at_home && governs(r, &x->who);
}

/* "he touched on": what one man has done alone, where he spoke. */
static bool touched_on(const act *x)
{
  const uint32_t him = MH_F_M | MH_F_SG | MH_F_PERFECT | MH_F_3;
  const uint32_t which = MH_F_GENDER | MH_F_NUMBER | MH_F_TENSE | MH_F_PERSON;
  return x->form == ACT_VERB && (x->feats & which) == him &&
         (x->plain || x->kind != MH_FRAME_WEAK) && mh_statement__touches_on(x);
}

/* "the Security Council meets": an organisation, or a body of one, gathers those who are in it; its
 * officials meet others. */
static bool gathers(const reader *r, const act *x)
{
  if (x->act == MH_ACT_SIGN || x->kind == MH_FRAME_WEAK || x->who.first < 0 ||
      x->who.codes.n == 0)
    return false;
  const mh_actor_row *a = mh_lex_actor_by_code(r->lex, x->who.codes.at[0]);
  const uint8_t form = r->m->actors[x->who.first].form;
  return a && a->kind == MH_ACTOR_ORG && !mh_code_same(a->code, "OTHER") &&
         (form == MH_ACTOR_NAME || form == MH_ACTOR_ORGAN);
}

/* What it takes two to do, but not a cabinet, is told of one; a state's affairs at home, where no other is named. */
static uint32_t of_deed(const reader *r, const act *x, const topics *t)
{
  const bool decides = x->act == MH_ACT_AGREE && mh_statement__by_cabinet(r, x);
  const bool together = x->act == MH_ACT_MEET ||
                        (x->act == MH_ACT_DISCUSS && !touched_on(x)) ||
                        (x->act == MH_ACT_AGREE && !decides) || x->act == MH_ACT_SIGN;
  const bool one = x->who.codes.n == 1;
  const bool home = one && !t->political && t->countries == 0 && !t->partner;
  return bit(G_ALONE, together && one && !gathers(r, x)) | bit(G_OBSCURE, !x->plain) |
         bit(G_HOME, home) | bit(G_DONE, done(r, x, home || t->n == 0));
}

uint32_t mh_statement__grounds(const reader *r, const act *x, uint32_t tokens,
                               const topics *t)
{
  return of_subject(r, x) | of_word(r, x) | of_content(r, x, tokens, t) |
         of_deed(r, x, t);
}

static double logistic(int tenths)
{
  return 1 / (1 + exp(-tenths / 10.0));
}

double mh_statement__sure(uint32_t holding)
{
  int sum = START + UNSEEN;
  for (uint32_t g = holding; g; g &= g - 1) sum += grounds[__builtin_ctz(g)].points;
  return logistic(sum);
}

/* What a statement of these grounds must at least be worth. */
static double least(uint32_t holding)
{
  if (holding >> G_MIXED & 1) return holding >> G_CARRIED & 1 ? LEAST_MIXED : LEAST_NAMED;
  return (holding >> G_CARRIED & 1) || (holding >> G_VIEWED & 1) ? LEAST_BARE : LEAST;
}

bool mh_statement__held_back(const act *x, uint32_t holding)
{
  /* in a report of states what somebody is told to have said is hardly ever the writer's; what
   * he waits for or follows is not said */
  const bool said = (x->takes == LED_THAT || x->takes == LED_QUOTE) &&
                    x->outer != MH_ACT_PLAN && x->outer != MH_ACT_DISCUSS;
  if (said && !(holding >> G_AFIELD & 1)) return false;
  int sum = START_WORTH + UNSEEN;
  for (uint32_t g = holding; g; g &= g - 1) sum += grounds[__builtin_ctz(g)].worth;
  return logistic(sum) < least(holding) && mh_statement__sure(holding) < EVEN;
}
