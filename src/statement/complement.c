/* complement - where the content of an act begins: behind the preposition, the "that", the
 * quotation or the noun that its word takes, past what stands between (settings, dates,
 * relative clauses, the rest of who says it).  How such phrases are stepped over is
 * stepover.c's; the inner act is inner.c's.
 */
#include "content.h"
#include "lookalike.h"

/* They more often tell where and with whom than what. */
#define SETTING (MH_TAKES_FI | MH_TAKES_MIN | MH_TAKES_MAA | MH_TAKES_HAWLA)
#define REACH   60 /* tokens between an act word and its complement */
#define NOUNS   (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)
#define NEAR_BY 6 /* tokens from who met to whom he met */

bool mh_statement__found(act *x, const mh_frame *f, uint32_t at, uint8_t led, bool gap)
{
  x->act = x->outer = f->act;
  x->kind = f->kind;
  x->content = at;
  x->takes = led;
  x->gap = gap;
  return true;
}

/* The search for a complement, token by token. */
typedef struct search {
  const reader *r;
  act *x;
  uint32_t from, stop;
  uint32_t i;       /* the token that is looked at                            */
  uint32_t object;  /* a noun that may be the object, if nothing better comes */
  uint32_t maybe;   /* an object after all, if no "that" comes                */
  uint32_t setting; /* what follows in, with ...: often only the setting      */
  const mh_frame *direct, *setting_frame;
  bool clean;    /* no phrase is open that a noun could belong to              */
  bool phrase;   /* one is, and it is led by a preposition                     */
  bool when;     /* what was taken for a setting only tells when               */
  bool relative; /* a relative clause is open                              */
  bool as;       /* another clause stands between, no noun of which is meant    */
  bool gap, colon;
} search;

typedef enum step { ON, FOUND, OVER, NEVER } step;

static step took(const search *s, const mh_frame *f, uint32_t at, uint8_t led)
{
  return mh_statement__found(s->x, f, at, led, s->gap), FOUND;
}

static void unclean(search *s, bool phrase)
{
  s->clean = false;
  s->phrase = phrase;
}

static void set_clean(search *s)
{
  s->clean = true;
  s->phrase = s->relative = false;
}

/* The object was no more than the rest of who tells. */
static void set_aside(search *s)
{
  if (!mh_statement__rest_of_teller(s->r, s->x, s->object, s->i)) return;
  s->maybe = s->object;
  s->object = NO_TOKEN;
  s->gap = true;
}

static step at_quote(search *s)
{
  const reader *r = s->r;
  const uint32_t i = s->i;
  if (s->object == NO_TOKEN && mh_statement__led_inside(r, s->x, i, s->stop))
    return set_clean(s), s->i++, ON;
  if (s->direct == NULL || s->direct->kind != MH_FRAME_JUDGE) set_aside(s);
  if (s->object != NO_TOKEN) return s->i++, ON;
  if (i > s->from && tok(r, i - 1)->kind == MH_TOKEN_WORD && tok(r, i - 1)->n == 1 &&
      (mh_statement__frame_for(s->x, MH_TAKES_QUOTE) || mh_statement__tells(s->x))) {
    /* "said to «a newspaper»": whom it is told to */
    for (s->i++; s->i < s->stop && !mh_statement__quote_mark(r, s->i);) s->i++;
    return s->i++, ON;
  }
  if (s->direct && s->maybe == NO_TOKEN &&
      mh_statement__quoted_object(r, s->x, i, s->from, s->stop))
    return set_clean(s), s->i++, ON;
  /* "said «the paper» ...": one who rejects or wants «the step» names no paper */
  const uint32_t name = mh_statement__says(s->x) && !s->colon &&
                                (s->direct == NULL || mh_statement__tells(s->x) ||
                                 mh_statement__addressed(s->x))
                            ? mh_statement__quoted_name(r, i, s->stop)
                            : 0;
  if (name) return s->i = name, s->gap = true, ON;
  const mh_frame *f = mh_statement__quote_frame(s->x);
  const bool that = i + 1 < s->stop && r->cls[i + 1] == MH_W_AN;
  const bool open = s->clean || s->colon || that ||
                    (mh_statement__tells(s->x) && mh_statement__quotation(r, i, s->stop));
  if (i + 1 < s->stop && r->quoted[i] && f && open &&
      !(that && mh_statement__frame_for(s->x, MH_TAKES_AN) == NULL)) {
    const mh_frame *told = mh_statement__frame_for(s->x, MH_TAKES_QUOTE);
    if (s->direct && !s->colon && s->direct->act != MH_ACT_STATE &&
        !(told && (i == s->from || mh_statement__quotation(r, i, s->stop))))
      /* "went on (in his speech) «...»" */
      f = s->direct;
    return took(s, f, i, LED_QUOTE);
  }
  return s->i++, ON;
}

/* "warned the militias that hold the city, | of": the address goes on past its comma. */
static bool turns_on(const search *s)
{
  const uint32_t n = s->i + 1;
  const unsigned bit = n < s->stop ? mh_statement__prep(s->r, n) : 0;
  return mh_statement__addressed(s->x) && bit && mh_statement__frame_for(s->x, bit) &&
         !mh_statement__and(s->r, n);
}

static step at_mark(search *s)
{
  const reader *r = s->r;
  if (mh_statement__quote_mark(r, s->i)) return at_quote(s);
  if (mh_statement__mark(r, s->i, ':')) {
    const mh_frame *f = mh_statement__quote_frame(s->x);
    s->colon = true;
    set_aside(s);
    if (s->i + 1 < s->stop && s->object == NO_TOKEN && f &&
        !mh_statement__quote_mark(r, s->i + 1))
      return took(s, f, s->i + 1, LED_QUOTE);
  } else if (mh_statement__past_dashes(r, s->i, s->stop) > s->i) {
    return s->i = mh_statement__past_dashes(r, s->i, s->stop), ON;
  } else if (mh_statement__mark(r, s->i, '(')) {
    return s->i = mh_statement__past_brackets(r, s->i, s->stop), ON;
  } else if (mh_statement__comma(r, s->i)) {
    set_aside(s);
    if (s->object != NO_TOKEN && !turns_on(s)) return OVER;
    set_clean(s);
  } else if (mh_statement__mark(r, s->i, '.') && !mh_statement__spells(r, s->i)) {
    return OVER;
  }
  return s->i++, ON;
}

static step at_that(search *s)
{
  if (mh_statement__spells(s->r, s->i + 1) || mh_statement__of_name(s->r, s->i) ||
      (s->i > s->from && mh_statement__spells(s->r, s->i - 1)))
    return s->i++, ON;
  const mh_frame *f = mh_statement__that_frame(s->x);
  if (f == NULL && s->object == NO_TOKEN && mh_statement__by_that(s->r, s->i, s->from))
    f = mh_statement__frame_for(s->x, MH_TAKES_BI);
  const bool own = s->object != NO_TOKEN && s->i == s->object + 1 &&
                   mh_statement__pronoun(s->r, s->object); /* "his view that" */
  if (f == NULL ||
      !(s->object == NO_TOKEN || own || s->direct == NULL ||
        mh_statement__addressed(s->x) || mh_statement__told(s->r, s->x, s->object, s->i)))
    return OVER;
  s->gap = s->gap || s->object != NO_TOKEN;
  return took(s, f, s->i, LED_THAT);
}

static step at_relative(search *s)
{
  if (s->direct && ((s->i == s->from && mh_statement__what_or_who(s->r, s->i)) ||
                    (s->object == NO_TOKEN && !s->relative &&
                     mh_statement__what_object(s->r, s->direct, s->i, s->from, s->stop))))
    return s->object = s->i++, ON; /* "what ..." as object */
  set_aside(s);
  if (s->object != NO_TOKEN) return OVER;
  const uint32_t past = mh_statement__put_in_relative(s->r, s->x, s->i, s->stop);
  if (past > s->i) return set_clean(s), s->i = past, ON;
  unclean(s, false); /* until the comma that closes it */
  s->relative = true;
  return s->i++, ON;
}

/* Put in between two marks ("- for his part -"), or a phrase behind which no clause begins ("in a
 * statement it put out | in this matter, of"). */
static bool put_in(const search *s, uint32_t i, uint32_t n)
{
  const reader *r = s->r;
  if (tok(r, i - 1)->kind == MH_TOKEN_MARK) return tok(r, n)->kind == MH_TOKEN_MARK;
  return n > i + 2 && s->object == NO_TOKEN && s->maybe == NO_TOKEN &&
         (mh_statement__comma(r, n) || r->cls[n] == MH_W_PREP || r->cls[n] == MH_W_AN ||
          r->cls[n] == MH_W_DET);
}

static step at_conjunction(search *s)
{
  const reader *r = s->r;
  const uint32_t i = s->i, n = i + width(r, i);
  if (i > s->from && n < s->stop && put_in(s, i, n)) return s->i = n, ON;
  /* put in between two commas: "according to what came in the statement", "as N. has it" */
  const bool as = mh_key_letter(tok(r, i)->key, 0) == MH_L_KAF && width(r, i) == 1 &&
                  mh_statement__past_relative(r, i, s->stop) < s->stop;
  if (i > s->from && (r->cls[i] == MH_W_SUB || as) && mh_statement__comma(r, i - 1) &&
      s->object == NO_TOKEN)
    return s->i = mh_statement__past_relative(r, i, s->stop), ON;
  if (i > s->from || s->object != NO_TOKEN) return OVER;
  /* "said, as the agency has it, «...»", not "stressed in this context the need" */
  s->as = width(r, i) == 1 && mh_statement__tells(s->x);
  return s->i = n, ON;
}

/* Past the noun phrase that a preposition leads: as far as it is known. */
static void past_phrase(search *s)
{
  const reader *r = s->r;
  const uint32_t from = s->i;
  const int32_t a = r->m->actor_at[from];
  const bool state = a >= 0 && r->m->actors[a].form == MH_ACTOR_NAME && s->i &&
                     mh_statement__prep(r, s->i - 1) == MH_TAKES_FI;
  const bool place = a < 0 ? mh_words_match(r->w, s->i, MH_PH_PLACE) != NULL
                           : state || r->m->actors[a].form == MH_ACTOR_CAPITAL;
  const uint32_t k = mh_statement__known_phrase(r, s->i);
  if (k) {
    /* "before the press in Geneva | X": a name is never led by a noun behind it */
    if (s->phrase &&
        (!mh_statement__says(s->x) || mh_statement__frame_for(s->x, MH_TAKES_MIN)))
      set_clean(s);
    /* "during his meeting with X": whom he met stands right behind; "in Jeddah | X": not so */
    const uint32_t day = k < s->stop ? mh_statement__skip_adverbs(r, k, s->stop) : 0;
    const bool meets = s->direct && s->direct->act == MH_ACT_MEET;
    uint32_t z = k < s->stop && (!place || (a >= 0 && r->m->actor_at[k] >= 0 && !meets))
                     ? mh_statement__known_phrase(r, k)
                     : 0;
    /* "held with N. | a meeting", "met during the visit | N.", "discussed with N. | the text" */
    const bool whom = mh_statement__has_al(r, k - 1) && r->m->actor_at[k] >= 0;
    if (z && ((meets && (whom || mh_words_match(r->w, k, MH_PH_MEETING))) ||
              mh_statement__a_document(r, k)))
      z = 0;
    /* "during his meeting yesterday with X" */
    if (day > k && day < s->stop && mh_statement__own_visit(r, s->i) &&
        mh_statement__known_phrase(r, day))
      z = mh_statement__known_phrase(r, day);
    s->i = z ? z : mh_statement__past_adjectives(r, k, s->stop);
    if (s->i > k && s->i < s->stop && mh_words_match(r->w, s->i, MH_PH_NUMBER))
      set_clean(s); /* "before their joint conference | ten agreements" */
    if (!z && s->i > k && !mh_statement__article(r, k)) unclean(s, true);
    /* "during his meeting with (bi-) some of", not "praised during the meeting | (bi-) X" */
    if (!z && k < s->stop && mh_words_match(r->w, k - 1, MH_PH_MEETING) &&
        mh_statement__joined(r, k) == MH_PRO_BI &&
        !mh_statement__behind_setting(r, s->x, from, k))
      s->i = k + 1, unclean(s, true);
    return;
  }
  unclean(s, true);
  /* a preposition's own noun is not a complement's preposition */
  if (r->cls[s->i] == MH_W_NONE && tok(r, s->i)->kind == MH_TOKEN_WORD) s->i++;
}

/* "on his account | on the site «N.»": a channel or a seat where somebody tells is no content,
 * where a phrase is open before it, or it is his own. */
static bool past_medium(search *s, uint32_t n)
{
  const reader *r = s->r;
  if (n >= s->stop || s->object != NO_TOKEN) return false;
  if (s->x->frames[0].act == MH_ACT_MEET && mh_statement__joined(r, n) != MH_PRO_BI)
    return false;
  const bool own = mh_statement__own_medium(r, s->x, s->i, n);
  const bool led = r->cls[s->i] == MH_W_PREP &&
                   mh_statement__prep(r, s->i) != MH_TAKES_ALA;
  const bool open = led || !s->clean || mh_statement__pronoun(r, s->i - 1);
  const uint32_t k = own || (s->i > s->from && open)
                         ? mh_statement__past_medium(r, n, s->stop)
                         : 0;
  if (k == 0) return false;
  unclean(s, true);
  if (mh_statement__ends_medium(r, n, k)) set_clean(s);
  return s->gap = true, s->i = k, true;
}

static step at_preposition(search *s)
{
  const reader *r = s->r;
  const unsigned bit = mh_statement__prep(r, s->i);
  const uint32_t n = s->i + width(r, s->i);
  /* "pointed on his arrival to N. | to": where he went */
  const bool way = (bit & (MH_TAKES_ILA | MH_TAKES_MIN)) && s->i > s->from &&
                   mh_statement__goes_there(r, s->i - 1) &&
                   !(n < s->stop && mh_statement__deed_behind(r, n));
  const mh_frame *f = bit && !way ? mh_statement__frame_for(s->x, bit) : NULL;
  const bool again = f && mh_statement__comes_again(r, s->x, s->i, s->from, s->stop,
                                                    s->relative);
  if (again) f = NULL;
  if (past_medium(s, n)) return ON;
  const bool met = f && f->act == MH_ACT_MEET;
  const uint32_t past = mh_statement__put_place(r, s->x, n, s->stop);
  if (met && bit == MH_TAKES_FI && past) /* "met in N., | with X" */
    return set_clean(s), s->i = past, ON;
  /* "said in answer to a question | about N. that" */
  if (f && bit == MH_TAKES_AN_PREP && s->i > s->from &&
      mh_statement__quotes_ahead(r, s->x, s->i, s->stop))
    f = NULL;
  if (mh_statement__with_it(r, s->x, s->i, s->from))
    return took(s, mh_statement__frame_for(s->x, MH_TAKES_BI), s->i, LED_PREP);
  /* "in a statement of which X has a copy | the role" */
  if (mh_statement__pronoun(r, s->i)) return set_clean(s), s->i++, ON;
  /* "search for" is not "discuss": a preposition the verb does not take right behind it
   * makes it another verb */
  if (s->i == s->from && (bit & (MH_TAKES_ALA | MH_TAKES_ILA | MH_TAKES_AN_PREP)) && !f &&
      !again && s->direct && !mh_statement__says(s->x))
    return NEVER;
  if (mh_statement__rest_of_teller(r, s->x, s->object, s->i)) unclean(s, true);
  set_aside(s);
  if (s->maybe != NO_TOKEN && s->x->frames[0].act == MH_ACT_AFFIRM && n < s->stop &&
      r->cls[n] != MH_W_AN && !mh_statement__act_noun(r, n))
    f = NULL; /* "the work | on the case" is what may be stressed */
  if (f && n < s->stop &&
      !(s->object != NO_TOKEN && s->direct && !mh_statement__addressed(s->x))) {
    s->gap = s->gap || s->object != NO_TOKEN;
    const bool of = s->object != NO_TOKEN && bit == MH_TAKES_MIN && /* "warned X of" */
                    !mh_statement__reading(r, s->object, 1u << MH_POS_MASDAR, false);
    /* "warned of X": right behind, unless it is from where he did */
    const bool from = bit == MH_TAKES_MIN &&
                      mh_statement__of_what(r, s->x, s->i, s->from, s->direct != NULL);
    const bool in = s->i == s->from && mh_statement__in_doing(r, s->x, bit, n, s->stop);
    const bool whom = met && s->clean && mh_statement__met_whom(r, f, s->from, s->i);
    if (!(bit & SETTING) || of || from || whom || in) return took(s, f, n, LED_PREP);
    const bool afar = s->relative && s->x->frames[0].act == MH_ACT_MEET;
    if ((s->setting == NO_TOKEN || s->when) && s->clean && !afar &&
        !(bit == MH_TAKES_MAA && s->direct && s->direct->act != MH_ACT_MEET)) {
      s->setting = n;
      s->when = mh_statement__own_visit(r, n);
      s->setting_frame = f;
    }
  }
  if (s->object != NO_TOKEN && !mh_statement__addressed(s->x)) return OVER;
  s->i = n;
  if (s->i < s->stop) past_phrase(s);
  return ON;
}

static step at_joined(search *s, unsigned joined)
{
  const reader *r = s->r;
  const uint32_t i = s->i;
  if (mh_statement__in_name_of(r, i)) return unclean(s, true), s->i++, ON;
  const mh_frame *f = mh_statement__frame_for(s->x, joined & MH_PRO_BI ? MH_TAKES_BI
                                                                       : MH_TAKES_LI);
  /* "(are) opposed | to": what a verb governs its participle may lead to with li- */
  if (f == NULL && joined & MH_PRO_LI && i == s->from &&
      MH_F_POS_OF(s->x->feats) == MH_POS_ACTIVE)
    f = mh_statement__frame_for(s->x, MH_TAKES_OBJECT);
  /* "announced in (bi-) Brussels, | X" */
  const uint32_t past = mh_statement__put_place(r, s->x, i, s->stop);
  if (past && joined & MH_PRO_BI) return set_clean(s), s->i = past, ON;
  if (past_medium(s, i)) return ON;
  /* "in a call to (bi-) the programme «N.», | that" */
  const uint32_t name = i > s->from && joined & MH_PRO_BI && i + 1 < s->stop &&
                                mh_statement__tells(s->x) &&
                                mh_statement__quote_mark(r, i + 1)
                            ? mh_statement__past_put_name(r, i + 1, s->stop)
                            : 0;
  if (name) return s->i = name, s->gap = true, ON;
  /* "met in N. at a summit that is the first of the two | in (bi-) the region" */
  const bool afar = i > s->from + NEAR_BY && f && f->act == MH_ACT_MEET &&
                    r->m->actor_at[i] < 0 && s->setting != NO_TOKEN;
  if (f && !afar && !(s->relative && mh_statement__tells(s->x)) &&
      !mh_statement__met_behind(r, s->x, i, s->stop))
    return took(s, f, i, LED_PREP);
  if (r->m->actor_at[i] >= 0) return s->i = r->m->actors[r->m->actor_at[i]].end, ON;
  /* manner: "in the strongest terms", two words that belong together */
  if (i + 1 < s->stop && mh_statement__known_phrase(r, i) == 0 &&
      !(tok(r, i)->flags & MH_TF_TANWIN) && mh_statement__article(r, i + 1) &&
      !mh_statement__article(r, i))
    s->i = r->m->actor_at[i + 1] >= 0 ? r->m->actors[r->m->actor_at[i + 1]].end - 1
                                      : i + 1;
  return s->i++, ON;
}

/* "said in Rome, | pointing to": another act, where what is told has not come. */
static bool goes_on(const search *s)
{
  const reader *r = s->r;
  return mh_statement__comma(r, s->i - 1) && s->i + 1 < s->stop &&
         (r->cls[s->i + 1] == MH_W_AN || r->cls[s->i + 1] == MH_W_PREP ||
          mh_statement__quote_mark(r, s->i + 1));
}

/* What one who stresses may have as an object, if nothing better comes: a verbal noun that an
 * article follows, or something of his own ("his position"). */
static bool goes_on_as_object(const search *s, uint32_t i)
{
  const reader *r = s->r;
  if (s->direct && s->direct->act == MH_ACT_OPPOSE && i + 1 < s->stop && !s->relative)
    return r->m->actor_of[i] < 0 &&
           !mh_words_match(r->w, i, MH_PH_MEETING); /* "denied" */
  if (s->direct == NULL || s->direct->act != MH_ACT_AFFIRM || i + 1 >= s->stop)
    return false;
  if (r->m->actor_of[i] >= 0 || mh_statement__article(r, i)) return false;
  if (mh_words_match(r->w, i, MH_PH_MEETING)) return false;
  return mh_statement__reading(r, i, 1u << MH_POS_MASDAR, false)
             ? mh_statement__article(r, i + 1)
             : mh_statement__pronoun(r, i) && mh_statement__act_noun(r, i);
}

/* What such a letter leads is the content, but for whom something is said to. */
static step at_letter(search *s, unsigned bit)
{
  const mh_frame *f = bit == MH_TAKES_BI || !mh_statement__says(s->x)
                          ? mh_statement__frame_for(s->x, bit)
                          : NULL;
  set_aside(s);
  if (f && (s->object == NO_TOKEN || mh_statement__addressed(s->x)))
    return took(s, f, s->i + 1, LED_PREP);
  return s->i++, ON;
}

static step at_word(search *s)
{
  const reader *r = s->r;
  const uint32_t i = s->i;
  const unsigned letter = mh_statement__lone_letter(r, i, s->stop);
  if (letter) return at_letter(s, letter);
  const bool none = s->object == NO_TOKEN;
  const uint32_t such = none ? mh_statement__past_such(r, i, s->from, s->stop) : 0;
  if (such) return set_clean(s), s->i = such, ON;
  if (!none && s->direct == s->x->frames &&
      mh_statement__informs_of(r, s->x, s->object, i))
    return s->gap = true, took(s, s->direct, i, LED_OBJECT);
  const uint32_t behind = none && s->direct && !s->clean
                              ? mh_statement__behind_speech(r, i, s->from)
                              : 0;
  if (behind > 1 || (none && s->direct && !s->clean &&
                     mh_statement__own_behind_speech(r, i, s->from, s->stop) &&
                     !mh_statement__quotes_ahead(r, s->x, i, s->stop)))
    set_clean(s);
  if (behind == 1 && s->maybe == NO_TOKEN) s->maybe = i; /* or "the statement of" it */
  if (i > s->from && r->cls[i] == MH_W_NONE &&
      (!mh_statement__frame_for(s->x, MH_TAKES_QUOTE) || goes_on(s)) &&
      mh_statement__circumstance(r, i))
    return OVER;
  if (none && mh_statement__tells_of_noun(r, i, s->from)) {
    const uint32_t k = i + 1 < s->stop ? mh_statement__known_phrase(r, i + 1) : 0;
    /* "a speech he gave | at (bi-) the palace": where he did */
    const bool at = i + 1 < s->stop && mh_statement__joined(r, i + 1) == MH_PRO_BI;
    if (k) /* "a report the agency sent": with who sent it, it is closed */
      set_clean(s);
    else
      unclean(s, at || (i + 1 < s->stop && r->cls[i + 1] == MH_W_PREP));
    s->gap = true;
    return s->i = k ? k : i + 1 + at, ON;
  }
  const uint32_t copy = none ? mh_statement__past_copy(r, i, s->stop) : 0;
  if (copy) return set_clean(s), s->gap = true, s->i = copy, ON;
  if (none && (mh_statement__passive_of_noun(r, i, s->from, s->stop) ||
               (i > s->from && mh_statement__held_or_issued(r, i, s->stop))))
    return unclean(s, true), s->gap = true, s->i++, ON;
  const mh_match *event = mh_words_match(r->w, i, MH_PH_MEETING);
  if (s->direct && s->direct->kind == MH_FRAME_MEET && none && event && !event->pro &&
      event->enc == MH_ENC_ACC)
    return took(s, s->direct, i, LED_OBJECT);
  if (none && (!s->direct || s->x->frames[0].act == MH_ACT_PRAISE) &&
      mh_statement__depth_of(r, s->x, i, s->stop))
    return took(s, mh_statement__frame_for(s->x, MH_TAKES_BI), i, LED_PREP);
  const unsigned joined = mh_statement__joined(r, i);
  if (joined && (none || mh_statement__addressed(s->x))) return at_joined(s, joined);
  /* "before the assembly, once more, | his support" */
  const bool again = none && s->phrase && r->cls[i - 1] == MH_W_AGAIN &&
                     mh_statement__weighty(r, s->direct, i);
  const bool met = none && mh_statement__met_at(r, s->x, i);
  if (again || met || (none && mh_statement__this_deed(r, i, s->from, s->stop)))
    set_clean(s);
  const bool closes = none && (s->phrase || s->relative) &&
                      (mh_statement__closes_phrase(r, i, s->from) ||
                       mh_statement__behind_his_paper(r, i, s->from) ||
                       (s->relative && mh_statement__behind_date(r, i, s->from)));
  if (closes && (!(mh_statement__tells(s->x) || s->relative) ||
                 mh_statement__weighty(r, s->direct, i)))
    set_clean(s);
  else if (closes && s->maybe == NO_TOKEN && goes_on_as_object(s, i))
    s->maybe = i;
  /* "in his visit, and it is his first, | ..." */
  if (none && r->cls[i] == MH_W_PRON && mh_statement__and(r, i) && i > s->from &&
      mh_statement__comma(r, i - 1))
    return s->i = mh_statement__past_relative(r, i, s->stop), set_clean(s), ON;
  /* "rejected that.", "... that with N.", "rejected those accusations" */
  const bool that = r->cls[i] == MH_W_DEM && mh_statement__that_one(r, s->x, i, s->stop);
  if (none && !met && mh_statement__adjective(r, i, s->from)) return s->i++, ON;
  if (s->direct && s->clean && none && !s->as &&
      (that || mh_statement__noun_like(r, i))) {
    s->object = i;
    if (s->x->n_frames == 1 && s->direct->takes == MH_TAKES_OBJECT) return OVER;
  } else if (none && mh_statement__noun_like(r, i) &&
             !(tok(r, i)->flags & MH_TF_TANWIN)) {
    if (i == s->from && s->x->who.first < 0 && !s->direct && s->x->form == ACT_VERB)
      return NEVER; /* a stranger acts */
    s->gap = true;
  }
  return s->i++, ON;
}

/* "praised | what (bi-ma) was achieved", "condemned what goes on": a verb that takes bi- has it
 * there, where another has what it is for. */
static step at_purpose(search *s)
{
  const mh_key k = tok(s->r, s->i)->key;
  const bool by = mh_key_letter(k, 0) == MH_L_BA && mh_key_letter(k, 1) == MH_L_MIM;
  const mh_frame *f = by && s->object == NO_TOKEN && s->clean
                          ? mh_statement__frame_for(s->x, MH_TAKES_BI)
                          : NULL;
  return f ? took(s, f, s->i, LED_PREP) : at_word(s);
}

/* "according to (what was told by) N.": behind who is named the clause goes on. */
static void past_source(search *s)
{
  const reader *r = s->r;
  uint32_t i = s->i + width(r, s->i);
  if (i < s->stop && mh_statement__what(r, i)) i++;
  if (i < s->stop && r->cls[i] == MH_W_NONE && r->m->actor_at[i] < 0 &&
      mh_statement__reading(r, i, 1u << MH_POS_VERB, false))
    i++;
  if (i < s->stop && r->m->actor_at[i] >= 0) {
    i = r->m->actors[r->m->actor_at[i]].end;
    const mh_match *of = i < s->stop ? mh_words_match(r->w, i, MH_PH_PLACE) : NULL;
    if (of && !of->pro) i = of->end; /* "the radio of Kampala" */
    if (mh_statement__itself(r, i, s->stop)) i++;
    set_clean(s);
    s->gap = true;
  }
  s->i = i;
}

static step one(search *s)
{
  const reader *r = s->r;
  if (tok(r, s->i)->kind == MH_TOKEN_MARK) return at_mark(s);
  const int32_t d = r->m->when_at[s->i];
  if (d < 0 && mh_statement__next_clause(r, s->i, s->from) &&
      !(s->object == NO_TOKEN && mh_statement__past_copy(r, s->i, s->stop)))
    return OVER;
  if (d >= 0 && s->object == NO_TOKEN) {
    if (s->phrase && !mh_statement__says(s->x))
      set_clean(s); /* "in the palace yesterday | X" */
    return s->i = r->m->whens.at[d].end, ON;
  }
  switch (r->cls[s->i]) {
  case MH_W_AN: return at_that(s);
  case MH_W_REL:
  case MH_W_RESULT:
  case MH_W_TELLER: return at_relative(s);
  case MH_W_SOURCE: /* "according to the statement": on to where it ends */
    if (s->object != NO_TOKEN) return OVER;
    unclean(s, false);
    past_source(s);
    return ON;
  case MH_W_CONJ:
  case MH_W_SUB: return at_conjunction(s);
  case MH_W_PREP: return at_preposition(s);
  case MH_W_PURPOSE: return at_purpose(s);
  default: return at_word(s);
  }
}

bool mh_statement__complement_at(const reader *r, act *x, uint32_t from, uint32_t end)
{
  if (from >= end) return false;
  from = mh_statement__past_office(r, x, from, end);
  if (from < end) from = mh_statement__past_apposition(r, x, from, end);
  from = mh_statement__past_manner(r, from, end);
  if (from >= end) return false;
  const uint32_t spoken = mh_statement__speaks_on(r, x, from, end);
  if (spoken != NO_TOKEN)
    return mh_statement__found(x, mh_statement__quote_frame(x), spoken, LED_QUOTE, false);
  if (mh_statement__object(r, x, from, end)) return true;
  search s = {.r = r,
              .x = x,
              .from = from,
              .stop = end - from < REACH ? end : from + REACH,
              .i = from,
              .object = NO_TOKEN,
              .maybe = NO_TOKEN,
              .setting = NO_TOKEN,
              .direct = mh_statement__frame_for(x, MH_TAKES_OBJECT),
              .clean = true};
  step now = ON;
  while (now == ON && s.i < s.stop) now = one(&s);
  if (now == FOUND) return true;
  if (now == NEVER) return false;
  if (s.object != NO_TOKEN) return took(&s, s.direct, s.object, LED_OBJECT) == FOUND;
  if (s.maybe != NO_TOKEN && s.direct)
    return took(&s, s.direct, s.maybe, LED_OBJECT) == FOUND;
  return s.setting != NO_TOKEN && took(&s, s.setting_frame, s.setting, LED_PREP) == FOUND;
}

bool mh_statement__complement(const reader *r, act *x, uint32_t from, uint32_t end)
{
  const bool ok = mh_statement__behind_adjectives(r, x, from, end);
  if (ok) mh_statement__by_object(r, x, end), mh_statement__without_object(r, x, from);
  const uint32_t i = ok ? mh_statement__said_that(r, x, end)
                        : mh_statement__said_late(r, x, from, end);
  if (i == NO_TOKEN && ok) mh_statement__past_aside(r, x, from, end);
  if (i == NO_TOKEN) return ok;
  const bool that = r->cls[i] == MH_W_AN;
  const mh_frame *f = that ? mh_statement__that_frame(x) : mh_statement__quote_frame(x);
  return f ? mh_statement__found(x, f, i, that ? LED_THAT : LED_QUOTE, true) : ok;
}
