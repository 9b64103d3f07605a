/* grammar - small questions about tokens, asked by the other files of the room. */
#include "content.h"

#define THINGS (1u << MH_POS_NOUN | 1u << MH_POS_MASDAR)
#define LEAST  4 /* tokens of a quotation before who tells goes on */
#define NAMED  6 /* tokens from a verb of telling to "that"       */

const mh_reading *mh_statement__reading_of(const reader *r, uint32_t i, unsigned pos,
                                           bool frames)
{
  const mh_words *w = r->w;
  for (uint32_t k = 0; k < mh_words_readings(w, i); k++) {
    const mh_reading *x = mh_words_reading(w, i, k);
    if (x->word == 0 || !(pos >> MH_F_POS_OF(x->feats) & 1)) continue;
    if (!frames || mh_lex_word(r->lex, x->word)->n_frames) return x;
  }
  return NULL;
}

/* A verb that performs an act. */
static bool acts(const reader *r, const mh_reading *y)
{
  return y->word && MH_F_POS_OF(y->feats) == MH_POS_VERB &&
         mh_lex_word(r->lex, y->word)->n_frames;
}

bool mh_statement__joined_and(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  if (t->kind != MH_TOKEN_WORD || t->n < 3) return false;
  const int z = mh_key_letter(t->key, 0);
  const mh_words *w = r->w;
  bool name = false, joined = false, own = false, and_acts = false, own_other = false;
  for (uint32_t k = 0; k < mh_words_readings(w, i); k++) {
    const mh_reading *y = mh_words_reading(w, i, k);
    const bool on = y->pro & (MH_PRO_WA | MH_PRO_FA);
    own = own || (y->word && !on); /* a word with waw of its own */
    own_other = own_other ||
                (y->word && !on && (MH_F_POS_OF(y->feats) != MH_POS_VERB || acts(r, y)));
    and_acts = and_acts || (on && acts(r, y));
    joined = joined || on;
    name = name || !on;
  }
  /* "and called for" is written like "bade farewell", which is no act */
  if (own) return and_acts && !own_other;
  /* unknown, or only a piece of a phrase: wa-l- is joined, a name in waw is not */
  if (name && !joined)
    return mh_key_letter(t->key, 1) == MH_L_ALEF && mh_key_letter(t->key, 2) == MH_L_LAM;
  return joined || z == MH_L_WAW;
}

/* "ended by stressing | that", "| on N.": what leads on makes of the adverb its verbal noun. */
static bool leads_on(const reader *r, uint32_t i)
{
  const uint32_t n = i + 1;
  if (i == 0 || n >= r->doc->n_tokens || !(r->w->glance[i].acts >> MH_POS_MASDAR & 1))
    return false;
  /* "hope, surely, that" */
  const bool that = r->cls[n] == MH_W_AN && !(r->w->glance[i - 1].pos >> MH_POS_VERB & 1);
  if (!that && mh_statement__prep(r, n) != MH_TAKES_ALA) return false;
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_MASDAR, true);
  return y && mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word))->act == MH_ACT_AFFIRM;
}

bool mh_statement__bi_al(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->n > 6 && mh_key_letter(t->key, 0) == MH_L_BA &&
         mh_key_letter(t->key, 1) == MH_L_ALEF && mh_key_letter(t->key, 2) == MH_L_LAM;
}

/* bi-smi, "in the name of": a given name too. */
static bool in_name(const mh_token *t)
{
  return t->n == 4 && mh_key_letter(t->key, 1) == MH_L_ALEF &&
         mh_key_letter(t->key, 2) == MH_L_SIN && mh_key_letter(t->key, 3) == MH_L_MIM;
}

unsigned mh_statement__joined(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  const mh_words *w = r->w;
  if (t->kind != MH_TOKEN_WORD || t->n < 3) return 0;
  /* an office is known by more words than one, and so is what is joined to it */
  const int32_t at = r->m->actor_at[i];
  const unsigned named = at >= 0 ? r->m->actors[at].pro & (MH_PRO_BI | MH_PRO_LI) : 0;
  if (named) return named;
  bool known = false, termed = false;
  /* li-l-, as a name may have it inside that ends no search for the preposition */
  const bool lil = r->m->actor_of[i] < 0 && mh_key_letter(t->key, 0) == MH_L_LAM &&
                   mh_key_letter(t->key, 1) == MH_L_LAM;
  const bool bal = mh_statement__bi_al(r, i);
  /* "by (bi-) jailing", a word of its own in a term that has it so ("a sentence to (bi-) jail") */
  const int head = mh_key_letter(t->key, 0);
  const bool common = (head == MH_L_BA || head == MH_L_LAM) && t->n > 3 &&
                      r->cls[i] == MH_W_NONE && r->m->actor_of[i] < 0 &&
                      !mh_words_match(w, i, MH_PH_PLACE) && !in_name(t);
  for (uint32_t k = 0; k < mh_words_readings(w, i); k++) {
    const mh_reading *x = mh_words_reading(w, i, k);
    /* "by this" without "occasion", "by cooperation" without "with", which would make one word
     * of it */
    if (x->word == 0 && (r->cls[i] == MH_W_DEM || (bal && r->cls[i] == MH_W_NONE)))
      continue;
    if (MH_F_POS_OF(x->feats) == MH_POS_PARTICLE) {
      const mh_word_class c = (mh_word_class)mh_lex_word(r->lex, x->word)->cls;
      if (c == MH_W_OTHER && leads_on(r, i)) continue;
      const bool noun = c == MH_W_DEM || c == MH_W_REL || c == MH_W_RESULT ||
                        c == MH_W_TELLER || c == MH_W_AN || c == MH_W_DET;
      return noun ? x->pro & (MH_PRO_BI | MH_PRO_LI) : 0;
    }
    const bool noun = THINGS >> MH_F_POS_OF(x->feats) & 1;
    if (termed && (!noun || x->enc == MH_ENC_ACC))
      continue; /* "(by) Platini", no Latin */
    if (x->pro & (MH_PRO_BI | MH_PRO_LI)) return x->pro & (MH_PRO_BI | MH_PRO_LI);
    if (x->word == 0 && lil) continue;
    known = true;
    if (x->word == 0 && common) { /* another reading says what it is */
      termed = true;
      continue;
    }
    if (!(x->pro & (MH_PRO_WA | MH_PRO_FA))) break;
  }
  if (known) return 0;
  /* "N. | Belaid": nobody knows the word, and a name goes on with it */
  const int z = mh_key_letter(t->key, 0), y = mh_key_letter(t->key, 1);
  if (z == MH_L_BA && at < 0 && r->m->actor_of[i] >= 0) return 0;
  if (z == MH_L_BA) return MH_PRO_BI;
  if (z == MH_L_LAM && (y == MH_L_LAM || t->n > 4)) return MH_PRO_LI;
  return 0;
}

bool mh_statement__infinitive(const reader *r, uint32_t i)
{
  const uint32_t k = i + 1;
  return k < r->doc->n_tokens && r->cls[k] == MH_W_NONE &&
         mh_statement__reading(r, k, 1u << MH_POS_VERB, false) &&
         !mh_statement__reading(r, k, 1u << MH_POS_MASDAR | 1u << MH_POS_NOUN, false);
}

bool mh_statement__will_not(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return r->cls[i] == MH_W_NEG && t->n >= 2 &&
         mh_key_letter(t->key, t->n - 2) == MH_L_LAM &&
         mh_key_letter(t->key, t->n - 1) == MH_L_NUN;
}

const mh_reading *mh_statement__self_ahead(const reader *r, uint32_t i)
{
  if (!r->quoted[i] && (r->speech == 0 || i < r->speech) && r->declarer.n == 0)
    return NULL;
  if (i == 0 || !(r->w->glance[i].pos >> MH_POS_VERB & 1)) return NULL;
  if (mh_words_match(r->w, i, MH_PH_PLACE))
    return NULL; /* Sinjar: "we shall be wronged" */
  const bool told = r->cls[i - 1] == MH_W_FUT || mh_statement__will_not(r, i - 1);
  /* "previous" is written like "I shall flee" */
  if (!told && r->w->glance[i].pos != 1u << MH_POS_VERB) return NULL;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word && MH_F_POS_OF(y->feats) == MH_POS_VERB &&
        (y->feats & MH_F_PERSON) == MH_F_1 && (told || (y->pro & MH_PRO_SA)))
      return y;
  }
  return NULL;
}

/* Separate prepositions, by their folded letters as keys hold them. */
#define LETTERS(a, b, c) (uint16_t)((a) | (b) << 5 | (c) << 10)
static const struct {
  uint8_t n;
  uint16_t letters, bit;
} preps[] = {
    {3, LETTERS(MH_L_AIN, MH_L_LAM, MH_L_YA), MH_TAKES_ALA},
    {3, LETTERS(MH_L_ALEF, MH_L_LAM, MH_L_YA), MH_TAKES_ILA},
    {2, LETTERS(MH_L_AIN, MH_L_NUN, 0), MH_TAKES_AN_PREP},
    {2, LETTERS(MH_L_FA, MH_L_YA, 0), MH_TAKES_FI},
    {2, LETTERS(MH_L_MIM, MH_L_NUN, 0), MH_TAKES_MIN},
    {2, LETTERS(MH_L_MIM, MH_L_AIN, 0), MH_TAKES_MAA},
    {2, LETTERS(MH_L_DAD, MH_L_DAL, 0), MH_TAKES_DIDD},
    {3, LETTERS(MH_L_HAH, MH_L_WAW, MH_L_LAM), MH_TAKES_HAWLA},
};

unsigned mh_statement__prep_of(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  const int z = mh_key_letter(t->key, 0);
  /* wa-, or fa- that is not the first letter of "in" itself */
  const int skip = t->n > 2 && (z == MH_L_WAW ||
                                (z == MH_L_FA && mh_key_letter(t->key, 1) != MH_L_YA));
  const uint64_t lo = t->key.lo >> (5 * skip);
  for (size_t p = 0; p < sizeof preps / sizeof *preps; p++) {
    const int n = preps[p].n;
    if ((lo & ((1u << 5 * n) - 1)) != preps[p].letters || t->n - skip > n + 3) continue;
    /* what only begins like one (`inda, mundhu) carries no pronoun */
    if (t->n - skip > n && r->cls_end[i] == 1 && !mh_statement__joined_pronoun(r, i))
      continue;
    /* of several words only "to the side of" still says what its first word says */
    return r->cls_end[i] == 1 || preps[p].bit == MH_TAKES_ILA ? preps[p].bit
                                                              : MH_TAKES_HAWLA;
  }
  return MH_TAKES_HAWLA; /* any other preposition leads a subject matter at most */
}

/* May reading y of a word be that with which who tells goes on: "stressing", "and N. said"? */
static bool tells_on(const reader *r, const mh_reading *y)
{
  const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
  if (w == NULL || w->n_frames == 0) return false;
  const mh_frame *f = mh_lex_frames(r->lex, w);
  if (f->act != MH_ACT_STATE && f->act != MH_ACT_AFFIRM) return false;
  if (MH_F_POS_OF(y->feats) == MH_POS_ACTIVE)
    return y->pro == 0 && (y->enc == MH_ENC_ACC || (y->feats & MH_F_GENDER) == MH_F_F);
  return MH_F_POS_OF(y->feats) == MH_POS_VERB && (y->pro & MH_PRO_WA) &&
         (y->feats & (MH_F_PERSON | MH_F_TENSE)) == (MH_F_3 | MH_F_PERFECT);
}

/* Is the word at i such a one, and "that" behind it, or behind who says so? */
static bool goes_on_telling(const reader *r, uint32_t i, uint32_t end)
{
  bool found = false;
  for (uint32_t k = 0; r->w->glance[i].acts && k < mh_words_readings(r->w, i); k++)
    found = found || tells_on(r, mh_words_reading(r->w, i, k));
  for (uint32_t k = i + 1; found && k < end && k <= i + NAMED; k++) {
    if (tok(r, k)->kind == MH_TOKEN_MARK) return false;
    if (r->cls[k] == MH_W_AN) return true;
  }
  return false;
}

/* What is opened at `from` and closed nowhere ends at the comma behind which who tells goes
 * on, else with its sentence. */
static uint32_t unclosed(const reader *r, uint32_t from, uint32_t end)
{
  for (uint32_t k = from + LEAST; k + 2 < end; k++)
    if (mh_statement__comma(r, k) && goes_on_telling(r, k + 1, end)) return k;
  return end;
}

/* Note what is quoted in a sentence; *mark is the first mark of the text that stands in it or
 * behind, and is moved behind it. */
static void quotes(reader *r, const mh_sentence *s, uint32_t *mark)
{
  uint32_t depth = (tok(r, s->first)->flags & MH_TF_GOES_ON) != 0, from = s->first;
  const uint32_t both = MH_TF_OPENS | MH_TF_CLOSES;
  uint32_t loose = 0; /* the mark that is opened and nowhere closed */
  for (; *mark < r->doc->n_marks && r->doc->marks[*mark] < s->end; ++*mark) {
    const uint32_t i = r->doc->marks[*mark], v = tok(r, i)->value;
    if (depth) memset(r->quoted + from, 1, i - from), r->n_quoted += i - from;
    from = i;
    const uint32_t way = tok(r, i)->flags & both;
    if (way == both && depth == 0) loose = i;
    depth += (way & MH_TF_OPENS) != 0;
    depth -= way == MH_TF_CLOSES && depth;
    r->asks += !depth && (v == '?' || v == 0x61F || v == '!');
  }
  if (!depth) return;
  memset(r->quoted + from, 1, s->end - from);
  r->n_quoted += s->end - from;
  if (loose == 0) return;
  const uint32_t end = unclosed(r, loose, s->end);
  memset(r->quoted + end, 0, s->end - end);
  r->n_quoted -= s->end - end;
}

/* Is token i, behind a comma, the participle with which who tells goes on, and right behind it
 * what it tells ("pointing out that", "stressing the need")? */
static bool tells_beside(const reader *r, uint32_t i, uint32_t end)
{
  bool found = false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i) && !found; k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    found = MH_F_POS_OF(y->feats) == MH_POS_ACTIVE && tells_on(r, y);
  }
  return found && i + 2 < end && (r->cls[i + 1] == MH_W_AN || r->cls[i + 1] == MH_W_PREP);
}

/* "said that «X, | pointing out that» Y": nobody who is quoted goes on so; the closing mark came
 * too late, or the next quotation opened without it.  It is closed at that comma. */
static void closed_late(reader *r, const mh_sentence *s)
{
  for (uint32_t i = s->first + LEAST; i + 2 < s->end; i++) {
    if (!r->quoted[i] || !(r->w->glance[i].acts >> MH_POS_ACTIVE & 1) ||
        !mh_statement__comma(r, i - 1) || !tells_beside(r, i, s->end))
      continue;
    for (i--; i < s->end && r->quoted[i] && !mh_statement__quote_mark(r, i); i++)
      r->quoted[i] = 0, r->n_quoted--;
  }
}

static bool amid(uint32_t cls)
{
  return cls == MH_W_AMID || cls == MH_W_AFTER || cls == MH_W_WHILE ||
         cls == MH_W_TONGUE || cls == MH_W_LEVEL;
}

/* A preposition of when or amid what is a preposition; setting() tells it apart. */
static uint8_t class_of(uint32_t cls)
{
  return (uint8_t)(amid(cls) ? MH_W_PREP : cls == MH_W_HOUR ? MH_W_OTHER : cls);
}

bool mh_statement__setting(const reader *r, uint32_t i)
{
  const mh_match *g = mh_words_match(r->w, i, MH_PH_GRAMMAR);
  if (g) return amid(g->value);
  return mh_is_class(r->w, i, MH_W_AMID) || mh_is_class(r->w, i, MH_W_AFTER) ||
         mh_is_class(r->w, i, MH_W_WHILE);
}

/* "in a detailed way": the adjective behind belongs to it, and both say how. */
static void manner(reader *r, uint32_t i, uint32_t end)
{
  const bool more = end < r->doc->n_tokens && tok(r, end)->kind == MH_TOKEN_WORD;
  for (uint32_t k = i; k < end + more; k++) r->cls[k] = MH_W_OTHER, r->cls_end[k] = 0;
  r->cls_end[i] = (uint8_t)(end + more - i);
}

/* hanna'a, "congratulated", is "here" but for its hamza. */
static bool greets(const reader *r, uint32_t i)
{
  const mh_glance *g = &r->w->glance[i];
  return g->cls == MH_W_DEM && (tok(r, i)->flags & MH_TF_HAMZA_UP) &&
         (g->acts >> MH_POS_VERB & 1);
}

/* "the morning of | Sunday": when it was, which is stepped over; "the morning" alone is a noun. */
static bool of_day(const reader *r, uint32_t i, uint32_t end)
{
  return end < r->doc->n_tokens && r->m->when_at[end] >= 0 && r->m->actor_of[i] < 0;
}

/* Is the word at i, without a pronoun, a verb of saying too? */
static bool says_too(const reader *r, uint32_t i)
{
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_VERB, true);
  if (y == NULL || y->enc != MH_ENC_NONE || mh_statement__joined_pronoun(r, i))
    return false;
  const mh_frame *f = mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word));
  return f->act == MH_ACT_STATE && f->kind == MH_FRAME_ACT;
}

/* "made clear | that N. is", where the preposition would have "between | that he go or ...". */
static bool that_is(const reader *r, uint32_t i)
{
  if (r->w->glance[i].cls != MH_W_AN || mh_statement__joined(r, i)) return false;
  if (mh_statement__joined_pronoun(r, i)) return true;
  if (i + 1 >= r->doc->n_tokens) return false;
  if (r->m->actor_at[i + 1] >= 0) return true;
  /* "the choice between | that she confers" is written like "a conference" */
  if ((r->w->glance[i + 1].pos & THINGS) && mh_statement__and(r, i - 1)) return true;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i + 1); k++) {
    const mh_reading *y = mh_words_reading(r->w, i + 1, k);
    if (MH_F_POS_OF(y->feats) == MH_POS_VERB && (y->feats & MH_F_TENSE) != MH_F_PERFECT)
      return false;
  }
  return true;
}

bool mh_statement__like_between(const reader *r, uint32_t i, int skip, int more)
{
  const mh_token *t = tok(r, i);
  return t->kind == MH_TOKEN_WORD && t->n >= skip + 3 + more &&
         t->n <= skip + 3 + 3 * more && mh_key_letter(t->key, skip) == MH_L_BA &&
         mh_key_letter(t->key, skip + 1) == MH_L_YA &&
         mh_key_letter(t->key, skip + 2) == MH_L_NUN;
}

bool mh_statement__second_between(const reader *r, uint32_t i)
{
  return i > 0 && mh_statement__and(r, i) && mh_statement__like_between(r, i, 1, 0) &&
         mh_statement__like_between(r, i - 1, 0, 1);
}

/* A preposition written like a verb that acts ("through", "expressed"; "between", "made
 * clear") governs no other preposition, no day, nobody behind whom "that" stands, and no
 * "that" with a noun. */
static bool verb_after_all(const reader *r, uint32_t i)
{
  const mh_glance *g = &r->w->glance[i];
  if (g->cls != MH_W_PREP || !(g->acts >> MH_POS_VERB & 1)) return false;
  if (i + 1 >= r->doc->n_tokens || mh_statement__second_between(r, i) ||
      mh_statement__second_between(r, i + 1))
    return false;
  const uint32_t next = r->w->glance[i + 1].cls;
  const int32_t a = r->m->actor_at[i + 1];
  uint32_t end = a >= 0 ? r->m->actors[a].end : 0;
  /* "N. made clear, | that": nothing else stands between a pair and its comma */
  if (end && i + 1 < end && end < r->doc->n_tokens && mh_statement__comma(r, end) &&
      (i == 0 || tok(r, i - 1)->kind == MH_TOKEN_MARK || mh_statement__and(r, i)))
    end++;
  if (end && end < r->doc->n_tokens && r->w->glance[end].cls == MH_W_AN &&
      !mh_statement__joined(r, end))
    return says_too(r, i);
  if (that_is(r, i + 1)) return says_too(r, i);
  return next == MH_W_PREP || r->m->when_at[i + 1] >= 0 ||
         (next == MH_W_HOUR && of_day(r, i + 1, i + 2));
}

/* "calling | that (bi-) that it is": no "because", where "by" leads the second of both. */
static bool apart(const reader *r, uint32_t i, uint32_t end)
{
  /* "praised | the level of the work": not "at the level of | ministers", "at a high level" */
  if (mh_words_match(r->w, i, MH_PH_GRAMMAR)->value == MH_W_LEVEL)
    return end >= r->doc->n_tokens ||
           (r->m->actor_at[end] < 0 && !mh_words_match(r->w, end, MH_PH_OFFICE) &&
            !mh_words_match(r->w, end, MH_PH_MEETING) &&
            (mh_statement__article(r, end) ||
             r->w->glance[end].pos & (1u << MH_POS_NOUN | 1u << MH_POS_MASDAR)));
  return end == i + 2 && r->w->glance[i].cls == MH_W_DEM &&
         mh_key_letter(tok(r, i + 1)->key, 0) == MH_L_BA;
}

/* The class of the words from i on, where more than the first alone tells it: a phrase of
 * grammar goes before the word alone.  Gives the last of them. */
static uint32_t classes_at(reader *r, uint32_t i)
{
  const uint32_t cls = r->w->glance[i].cls;
  const mh_match *g = mh_words_match(r->w, i, MH_PH_GRAMMAR);
  r->cls_end[i] = 1;
  if (g && (g->value != MH_W_HOUR || of_day(r, i, g->end)) && !apart(r, i, g->end)) {
    for (uint32_t k = i; k < g->end; k++)
      r->cls[k] = class_of(g->value), r->cls_end[k] = 0;
    r->cls_end[i] = (uint8_t)(g->end - i);
    if (g->value == MH_W_MANNER) manner(r, i, g->end);
    return g->end - 1;
  }
  r->cls[i] = greets(r, i) ? MH_W_NONE : class_of(cls);
  if (cls == MH_W_HOUR && !of_day(r, i, i + 1)) r->cls[i] = MH_W_NONE;
  if (r->cls[i] != MH_W_MANNER) return i;
  manner(r, i, i + 1);
  return i + r->cls_end[i] - 1u;
}

/* illa, and alla ("that not"), which is written like it but for its hamza. */
static bool like_except(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->n == 3 && mh_key_letter(t->key, 0) == MH_L_ALEF &&
         mh_key_letter(t->key, 1) == MH_L_LAM && mh_key_letter(t->key, 2) == MH_L_ALEF;
}

static bool that_not(const reader *r, uint32_t i)
{
  return (tok(r, i)->flags & MH_TF_HAMZA_UP) && like_except(r, i);
}

bool mh_statement__except(const reader *r, uint32_t i)
{
  return like_except(r, i) && !that_not(r, i);
}

/* One class a token.  A particle that is also another common word keeps its class only where
 * the data lists no other reading first. */
static void classes(reader *r)
{
  static const uint32_t other = 1u << MH_W_MANNER | 1u << MH_W_HOUR | 1u << MH_W_DEM;
  const mh_glance grammar = {.kinds = 1u << MH_PH_GRAMMAR, .cls = UINT8_MAX};
  for (uint32_t i = 0; i < r->doc->n_tokens; i++) {
    const mh_glance *g = &r->w->glance[i];
    if (!mh_glance_any(g, grammar)) { /* most words are none of grammar */
      r->cls[i] = MH_W_NONE;
      r->cls_end[i] = 1;
      continue;
    }
    if (that_not(r, i)) {
      r->cls[i] = MH_W_AN;
      r->cls_end[i] = 1;
      continue;
    }
    if ((g->kinds >> MH_PH_GRAMMAR | other >> g->cls) & 1) {
      i = classes_at(r, i);
      continue;
    }
    r->cls[i] = verb_after_all(r, i) ? MH_W_NONE : class_of(g->cls);
    r->cls_end[i] = 1;
  }
}

/* The pieces of a name are no words of grammar ("N. May", written like "what"). */
static void names(reader *r)
{
  for (uint32_t k = 0; k < r->m->n_actors; k++) {
    const mh_actor *x = &r->m->actors[k];
    for (uint32_t i = x->person_first + 1; i < x->person_end; i++)
      if (tok(r, i)->kind == MH_TOKEN_WORD) r->cls[i] = MH_W_NONE, r->cls_end[i] = 1;
  }
}

mh_status mh_statement__prepare(reader *r)
{
  const uint32_t n = r->doc->n_tokens + 1;
  r->quoted = mh_arena_zero(r->a, n);
  r->cls = mh_arena_zero(r->a, n);
  r->cls_end = mh_arena_zero(r->a, n);
  if (r->quoted == NULL || r->cls == NULL || r->cls_end == NULL) return MH_ENOMEM;
  classes(r);
  names(r);
  for (uint32_t s = 0, mark = 0; s < r->doc->n_sentences; s++) {
    const uint32_t before = r->n_quoted;
    quotes(r, &r->doc->sentences[s], &mark);
    if (r->n_quoted == before) continue;
    closed_late(r, &r->doc->sentences[s]);
    mh_statement__communique(r, &r->doc->sentences[s]);
    mh_statement__look_through(r, &r->doc->sentences[s]);
  }
  return MH_OK;
}

bool mh_statement__has_meeting(const reader *r, uint32_t first, uint32_t end)
{
  for (uint32_t i = first; i < end; i++)
    if (mh_words_match(r->w, i, MH_PH_MEETING)) return true;
  return false;
}

#define MET \
  12 /* tokens behind what is held, or who holds it, in which a meeting is named */
#define BY 2 /* those behind "made (bi-) a" */

bool mh_statement__holds_one(const reader *r, act *x, const mh_frame *f, uint32_t end)
{
  if (f->event == MH_EVENT_LEFT) return mh_statement__leaves(r, x, end);
  uint32_t near = x->content; /* who arrives may stand behind where he does */
  if (x->who.first >= 0 && r->m->actors[x->who.last].end > near)
    near = r->m->actors[x->who.last].end;
  /* "went about (bi-) | burning the papers of the meeting": only what he made is it */
  const bool by = f->takes == MH_TAKES_BI;
  near += by ? BY : MET;
  return mh_statement__has_meeting(r, by ? x->content : x->word, near < end ? near : end);
}

bool mh_statement__spells(const reader *r, uint32_t i)
{
  if (i == 0 || i + 1 >= r->doc->n_tokens || !mh_statement__mark(r, i, '.')) return false;
  const mh_token *t = tok(r, i);
  return t[-1].kind == MH_TOKEN_WORD && t[1].kind == MH_TOKEN_WORD &&
         t[-1].at + t[-1].len == t->at && t->at + t->len == t[1].at;
}

unsigned mh_statement__lone_letter(const reader *r, uint32_t i, uint32_t stop)
{
  const mh_token *t = tok(r, i);
  if (t->kind != MH_TOKEN_WORD || t->n != 1 || i + 1 >= stop ||
      !mh_statement__quote_mark(r, i + 1) || !r->quoted[i + 1])
    return 0;
  const int z = mh_key_letter(t->key, 0);
  return z == MH_L_BA ? MH_TAKES_BI : z == MH_L_LAM ? MH_TAKES_LI : 0;
}
