/* content - where a content is split because its parts concern different files (each part a
 * phrase that can stand alone), and how its statements are put out.  Where it ends is tail.c's. */
#include "about.h"
#include "content.h"

#define NOUNS      (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)
#define SPLIT_MOST 400 /* tokens; a longer content is no list of points */
#define PIECES     12
#define LINKS      48 /* of a chain of "and that" that are weighed: the rest stays one */

/* ---- splitting */

/* A definite relative adjective by its letters: al-...-i, al-...-iyya; 0 none, else how many
 * letters it ends with. */
static int nisba(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  const int skip = mh_statement__and(r, i) ? 1 : 0;
  if (t->kind != MH_TOKEN_WORD || t->n < skip + 5 || t->n > MH_KEY_LETTERS) return 0;
  if (mh_key_letter(t->key, skip) != MH_L_ALEF ||
      mh_key_letter(t->key, skip + 1) != MH_L_LAM)
    return 0;
  if (mh_key_letter(t->key, t->n - 1) == MH_L_YA) return 1;
  return mh_key_letter(t->key, t->n - 1) == MH_L_HA &&
                 mh_key_letter(t->key, t->n - 2) == MH_L_YA
             ? 2
             : 0;
}

/* How a part is headed: 0 not at all, 1 a noun, 2 a verbal noun. */
static int headed(const reader *r, uint32_t i)
{
  if (tok(r, i)->kind != MH_TOKEN_WORD) return 0;
  const mh_reading *deed = mh_statement__reading(r, i, 1u << MH_POS_MASDAR, false);
  /* "rejects the threats | and the remarks": a thing beside another that "of the" leads */
  if (deed && (deed->feats & MH_F_NUMBER) == MH_F_PL && (deed->pro & MH_PRO_AL) && i &&
      mh_statement__joined(r, i - 1) && mh_statement__has_al(r, i - 1))
    return 1;
  if (deed) return 2;
  if (r->cls[i] != MH_W_NONE) return 0;
  if (mh_statement__reading(r, i, 1u << MH_POS_VERB, false)) return 0;
  /* "effective | and able to": an adjective of what went before */
  const unsigned pos = r->w->glance[i].pos;
  if ((pos & (1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE)) && !(pos >> MH_POS_NOUN & 1) &&
      !mh_statement__article(r, i))
    return 0;
  /* "the political | and economic relations" */
  const int own = i ? nisba(r, i) : 0;
  return own && mh_statement__and(r, i) && nisba(r, i - 1) == own ? 0 : 1;
}

/* May a new part begin at i?  After wa- joined to its head, or after "as well as". */
static uint32_t part_at(const reader *r, uint32_t i, uint32_t end)
{
  /* "..., to the side of X": beside what was said */
  const bool beside = r->cls[i] == MH_W_PREP && r->cls_end[i] > 1 &&
                      mh_statement__prep(r, i) == MH_TAKES_ILA &&
                      mh_statement__comma(r, i - 1);
  if (beside ||
      (r->cls[i] == MH_W_AND && r->cls_end[i] > 1)) { /* fadlan `an, bi-l-idafa ila ... */
    uint32_t k = i + width(r, i);
    while (k < end && mh_statement__quote_mark(r, k)) k++;
    return k < end ? k : NO_TOKEN;
  }
  /* "and likewise X" */
  if (r->cls[i] == MH_W_AND && tok(r, i)->n > 3 && i + 1 < end &&
      mh_key_letter(tok(r, i)->key, 0) == MH_L_WAW)
    return i + 1;
  if (!mh_statement__and(r, i)) return NO_TOKEN;
  if (r->m->actor_of[i] >= 0 || r->m->when_at[i] >= 0) return NO_TOKEN;
  return i;
}

/* "killing civilians | and destroying their houses": what goes back to a noun of the part before
 * is on its file. */
static bool goes_back(const reader *r, uint32_t p, uint32_t end)
{
  for (uint32_t k = p; k < end && k < p + 2; k++) {
    const mh_token *t = tok(r, k);
    if ((r->w->glance[k].pos & NOUNS) == 0 && r->m->actor_of[k] < 0 && t->n > 4 &&
        t->n <= MH_KEY_LETTERS && mh_key_letter(t->key, t->n - 2) == MH_L_HA &&
        (mh_key_letter(t->key, t->n - 1) == MH_L_MIM ||
         mh_key_letter(t->key, t->n - 1) == MH_L_ALEF))
      return true;
    const mh_reading *y = mh_statement__reading(r, k, NOUNS, false);
    if (y && r->cls[k] == MH_W_NONE && (y->enc == MH_ENC_HA || y->enc == MH_ENC_HUM) &&
        !(y->pro & MH_PRO_AL) && mh_lex_word(r->lex, y->word)->n_frames == 0)
      return true;
  }
  return false;
}

/* "his worry about X | and his support for Y": the frame of an act noun of his own that takes
 * what stands behind it; NULL where it is none. */
static const mh_frame *own_noun(const reader *r, uint32_t p, uint32_t end)
{
  if (p + 1 >= end || !(r->w->glance[p].acts & NOUNS)) return NULL;
  const unsigned joined = mh_statement__joined(r, p + 1);
  const unsigned bit = joined & MH_PRO_BI   ? MH_TAKES_BI
                       : joined & MH_PRO_LI ? MH_TAKES_LI | MH_TAKES_OBJECT
                                            : mh_statement__prep(r, p + 1);
  for (uint32_t k = 0; k < mh_words_readings(r->w, p); k++) {
    const mh_reading *y = mh_words_reading(r->w, p, k);
    const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    if (w == NULL || !(NOUNS >> MH_F_POS_OF(y->feats) & 1)) continue;
    if (y->enc != MH_ENC_HU && y->enc != MH_ENC_HA && y->enc != MH_ENC_HUMA &&
        y->enc != MH_ENC_HUM)
      continue;
    const mh_frame *f = mh_lex_frames(r->lex, w);
    for (uint32_t n = 0; n < w->n_frames; n++)
      if (f[n].kind == MH_FRAME_ACT && (f[n].takes & bit)) return &f[n];
  }
  return NULL;
}

/* Such a noun performs another act than the part before it. */
static bool own_act(const reader *r, const act *x, uint32_t p, uint32_t end)
{
  const mh_frame *f = x->inner ? own_noun(r, p, end) : NULL;
  return f && f->act != x->act && f->act != MH_ACT_STATE && f->act != MH_ACT_MEET;
}

/* A thing with the article, no adjective. */
static bool thing(const reader *r, uint32_t i)
{
  const unsigned pos = r->w->glance[i].pos;
  return mh_statement__article(r, i) && (pos & NOUNS) &&
         !(pos & (1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE | 1u << MH_POS_PASSIVE));
}

/* A head like "importance of", "need for": what follows stays one. */
static bool evaluative(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *x = mh_words_reading(r->w, i, k);
    if (x->word && MH_F_POS_OF(x->feats) == MH_POS_NOUN &&
        mh_lex_word(r->lex, x->word)->cls == MH_W_EVALUATION)
      return true;
  }
  return false;
}

static bool share(const topics *a, const topics *b)
{
  for (uint8_t i = 0; i < a->n; i++)
    for (uint8_t k = 0; k < b->n; k++)
      if (strcmp(a->id[i], b->id[k]) == 0) return true;
  return false;
}

/* Do two parts concern different files, so that each is a statement of its own? */
static bool apart(const act *x, const topics *a, const topics *b, int head, bool listed,
                  bool beside)
{
  if (listed || share(a, b)) return false;
  /* "a review of X, as well as Y" */
  if (beside && x->act == MH_ACT_DISCUSS && a->n + b->n > 0) return true;
  if (a->n == 0 || b->n == 0) return false;
  if (a->countries && !b->countries) return x->act == MH_ACT_DISCUSS && b->strong > 0;
  if (b->countries) return true;
  if (a->strong == 0 || b->strong == 0) return x->act == MH_ACT_DISCUSS && head > 0;
  return head == 2 || x->act == MH_ACT_DISCUSS;
}

/* "a number of questions, of them X and Y": a list follows. */
static bool among(const reader *r, uint32_t i, uint32_t end)
{
  return mh_statement__prep(r, i) == MH_TAKES_MIN && mh_statement__pronoun(r, i) &&
         mh_statement__comma(r, i - 1) && i + 1 < end && mh_statement__article(r, i + 1);
}

typedef struct part {
  uint32_t first, end;
  bool again; /* led by the preposition or "that" once more: an act of its own */
} part;

/* Token i carries wa- or fa-; wa-anna too, which is also a word of its own. */
static bool joined_here(const reader *r, uint32_t i)
{
  return mh_statement__and(r, i) ||
         (r->cls[i] == MH_W_AN && mh_key_letter(tok(r, i)->key, 0) == MH_L_WAW);
}

/* "said that X, and that Y": the same "that" once more, with wa-. */
static bool that_again(const reader *r, const act *x, uint32_t i)
{
  return x->that && r->cls[i] == MH_W_AN && joined_here(r, i) &&
         (!r->quoted[i] || r->quoted[x->that + 1]) &&
         mh_statement__infinitive(r, i) == mh_statement__infinitive(r, x->that);
}

/* "called for (ila) X and for Y": with wa- it is written like the word for a governor. */
static bool to_again(const reader *r, const act *x, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return mh_statement__prep(r, x->content - 1) == MH_TAKES_ILA && t->n == 4 &&
         mh_key_letter(t->key, 0) == MH_L_WAW && mh_key_letter(t->key, 1) == MH_L_ALEF &&
         mh_key_letter(t->key, 2) == MH_L_LAM && mh_key_letter(t->key, 3) == MH_L_YA &&
         r->m->actor_of[i] < 0;
}

/* "welcomed (bi-) X and (wa-bi-) Y": the joined preposition once more. */
static bool joined_again(const reader *r, const act *x, uint32_t i)
{
  const unsigned led = mh_statement__joined(r, x->content);
  return x->takes == LED_PREP && led && mh_statement__joined(r, i) == led &&
         r->cls[i] == MH_W_NONE && r->m->when_at[i] < 0;
}

/* "stressed the need for X, and (stressed) the importance of Y": the preposition or the "that"
 * that led the content, once more with wa-.  The token the new part begins with. */
static uint32_t led_again(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  if (x->content == 0 || i + 1 >= end) return NO_TOKEN;
  if (that_again(r, x, i)) return i;
  if (r->cls[x->content] == MH_W_AN || (r->quoted[i] && !r->quoted[x->content]))
    return NO_TOKEN;
  if (to_again(r, x, i)) return i + 1;
  if (!mh_statement__and(r, i)) return NO_TOKEN;
  if (joined_again(r, x, i)) return i;
  const unsigned led = mh_statement__prep(r, x->content - 1);
  if (led == 0 || led == MH_TAKES_HAWLA || mh_statement__prep(r, i) != led)
    return NO_TOKEN;
  return led == MH_TAKES_FI ? NO_TOKEN : i + 1;
}

/* "a review of X, and a discussion of Y": the act noun once more, in other words. */
static bool discussed_too(const reader *r, const act *x, uint32_t p)
{
  const mh_reading *y = mh_statement__reading(r, p, 1u << MH_POS_MASDAR, true);
  return x->act == MH_ACT_DISCUSS && x->takes == LED_OBJECT && y && p + 1 < x->end &&
         !(y->pro & MH_PRO_AL) && y->enc == MH_ENC_NONE &&
         mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word))->act == MH_ACT_DISCUSS &&
         mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word))->kind == MH_FRAME_ACT;
}

/* "that X, and that Y": two statements where they perform different acts or concern different
 * files; what is said of one thing stays one. */
static mh_status another_that(reader *r, const act *x, uint32_t from, uint32_t i,
                              bool *out)
{
  topics a, b;
  uint32_t to = i + 2;
  while (to < x->end && led_again(r, x, to, x->end) == NO_TOKEN) to++;
  const act y = mh_statement__again(r, x, i, to);
  *out = y.act != x->act;
  if (*out) return MH_OK;
  MH_TRY(mh_statement__topics(r, from, i, x, false, &a));
  MH_TRY(mh_statement__topics(r, i, to, &y, false, &b));
  *out = a.n && b.n && !share(&a, &b) && !mh_statement__pronoun(r, i);
  return MH_OK;
}

/* "in a way that serves them and advances X | and Y", "peace | and security of both nations": a
 * noun that goes on with what bi-ma leads, or that shares its adjective with the one before. */
static bool shares(const reader *r, uint32_t from, uint32_t i, uint32_t p, uint32_t end)
{
  if (!mh_statement__article(r, p) || !mh_statement__article(r, p - 1)) return false;
  if (p != i) return false;
  if (p + 1 < end && mh_statement__article(r, p + 1) &&
      mh_statement__letter_back(tok(r, p + 1), 0) == MH_L_NUN &&
      mh_statement__letter_back(tok(r, p + 1), 1) == MH_L_YA)
    return true;
  for (uint32_t k = p; k-- > from;) {
    if (mh_statement__comma(r, k)) return false;
    if (mh_statement__what_by(r, k)) return true;
  }
  return false;
}

/* "the reports that try to cast doubt | and level charges": what may be a verb in the imperfect
 * goes on with the relative clause of one, where no comma parts them. */
static bool goes_on_relative(const reader *r, uint32_t from, uint32_t p)
{
  const uint32_t like = MH_F_PERSON | MH_F_TENSE | MH_F_GENDER | MH_F_NUMBER;
  const mh_reading *y = mh_statement__reading(r, p, 1u << MH_POS_VERB, false);
  if (y == NULL || (y->feats & MH_F_TENSE) != MH_F_IMPERFECT) return false;
  for (uint32_t k = p; k-- > from;) {
    if (mh_statement__comma(r, k)) return false;
    if (r->cls[k] != MH_W_REL || tok(r, k)->n <= 3) continue;
    const mh_reading *v = mh_statement__reading(r, k + 1, 1u << MH_POS_VERB, false);
    return v && (v->feats & like) == (y->feats & like);
  }
  return false;
}

static mh_status split(reader *r, const act *x, part out[PIECES], uint32_t *n)
{
  topics have, next;
  uint32_t from = x->content;
  const int lead = headed(r, from);
  bool listed = false, definite = false;
  uint32_t again, loose = NO_TOKEN, links = 0;
  *n = 0;
  for (uint32_t i = from + 2; i < x->end && *n + 1 < PIECES; i++) {
    if ((again = led_again(r, x, i, x->end)) == NO_TOKEN) continue;
    const uint32_t stop = mh_statement__trim_end(r, from, i);
    bool apart_from = true;
    if (again == i && ++links > LINKS) break;
    if (again == i) MH_TRY(another_that(r, x, from, i, &apart_from));
    if (!apart_from) continue;
    if (stop > from) {
      out[*n] = (part){from, stop, *n > 0};
      ++*n;
    }
    from = again;
    i = again;
  }
  if (*n) {
    out[*n] = (part){from, x->end, true};
    ++*n;
    return MH_OK;
  }
  MH_TRY(mh_statement__topics(r, x->content, x->end, x, false, &have));
  uint32_t lead_word = from; /* past quotation marks */
  while (lead_word + 1 < x->end && mh_statement__quote_mark(r, lead_word)) lead_word++;
  const bool whole = x->whole || x->end - from > SPLIT_MOST || x->act == MH_ACT_MEET ||
                     x->act == MH_ACT_SIGN || x->takes == LED_THAT ||
                     x->takes == LED_QUOTE || r->cls[lead_word] == MH_W_AN;
  const bool one_file = have.n < 2;
  for (uint32_t i = from + 1; !whole && i < x->end && *n + 1 < PIECES; i++) {
    /* "including", "among them": a list follows that belongs to what was said */
    if (r->cls[i] == MH_W_SUCH && r->cls_end[i] && i + width(r, i) < x->end &&
        r->cls[i + width(r, i)] != MH_W_PREP)
      listed = true,
      definite = tok(r, i)->n == 2 && mh_statement__article(r, i + width(r, i));
    if (among(r, i, x->end)) listed = true;
    if (r->quoted[i] && !r->quoted[x->content] && !mh_statement__quote_mark(r, i - 1))
      continue;
    const uint32_t p = part_at(r, i, x->end);
    if (p == NO_TOKEN || r->cls[p] == MH_W_PREP || shares(r, from, i, p, x->end) ||
        goes_on_relative(r, from, p))
      continue;
    if (mh_statement__joined(r, p) && !mh_statement__joined(r, x->content)) continue;
    if (discussed_too(r, x, p)) {
      out[(*n)++] = (part){from, mh_statement__trim_end(r, from, i), false};
      from = p + 1;
      continue;
    }
    const int head = one_file && !(p > i + 1 && x->act == MH_ACT_DISCUSS) ? 0
                                                                          : headed(r, p);
    if (own_act(r, x, p, x->end)) {
      out[(*n)++] = (part){from, mh_statement__trim_end(r, from, i), false};
      from = p;
      continue;
    }
    if (head == 0) continue;
    /* "in the fields of X and Y, and the support of Z": the list is over */
    if (listed && definite && head == 2 && !mh_statement__article(r, p)) listed = false;
    if (lead == 2 && head < 2 && p == i && x->act != MH_ACT_DISCUSS &&
        !(mh_statement__article(r, from) && thing(r, p)))
      continue;
    if (evaluative(r, from) && x->act != MH_ACT_DISCUSS) {
      /* governed by the same head */
      MH_TRY(mh_statement__topics(r, p, x->end, x, false, &next));
      MH_TRY(mh_statement__topics(r, from, i, x, false, &have));
      if (!(have.countries && next.countries && !share(&have, &next))) continue;
    }
    /* the part reaches to where the next could begin */
    uint32_t to = p + 1;
    while (to < x->end && part_at(r, to, x->end) == NO_TOKEN) to++;
    MH_TRY(mh_statement__topics(r, from, i, x, false, &have));
    MH_TRY(mh_statement__topics(r, p, to, x, false, &next));
    if (goes_back(r, p, x->end) || !apart(x, &have, &next, head, listed, p > i + 1)) {
      /* a part after a comma that names no file of its own goes with what follows it */
      const bool comma = i > from + 1 && mh_statement__comma(r, i - 1);
      if (comma && next.strong == 0 && next.countries == 0) loose = p;
      continue;
    }
    if (loose != NO_TOKEN && !mh_statement__comma(r, i - 1)) {
      out[(*n)++] = (part){from, mh_statement__trim_end(r, from, loose), false};
      from = loose;
    } else {
      out[(*n)++] = (part){from, mh_statement__trim_end(r, from, i), false};
      from = p;
    }
    loose = NO_TOKEN;
  }
  out[(*n)++] = (part){from, x->end, false};
  return MH_OK;
}

/* ---- putting out */

static int by_code(const mh_speaker *a, const mh_speaker *b)
{
  return strcmp(a->id, b->id);
}

static mh_status speakers(reader *r, const act *x, mh_statement *s)
{
  const uint8_t n = x->who.codes.n ? x->who.codes.n : 1;
  mh_speaker *v = mh_arena_zero(r->a, n * sizeof *v);
  if (v == NULL) return MH_ENOMEM;
  for (uint8_t i = 0; i < n; i++) {
    v[i].id = x->who.codes.n ? x->who.codes.at[i] : "OTHER";
    for (int32_t k = x->who.first; k >= 0 && k <= x->who.last; k++) {
      const mh_actor *y = &r->m->actors[k];
      if (x->who.codes.n && !mh_codes_has(&y->codes, v[i].id)) continue;
      v[i].person = mh_tokens_span(r->doc, y->person_first, y->person_end);
      v[i].role = mh_tokens_span(r->doc, y->office_first, y->office_end);
      break;
    }
  }
  for (uint8_t i = 1; i < n; i++) /* a handful: insertion sort */
    for (uint8_t k = i; k && by_code(&v[k - 1], &v[k]) > 0; k--) {
      const mh_speaker t = v[k];
      v[k] = v[k - 1];
      v[k - 1] = t;
    }
  s->speakers = v;
  s->n_speakers = n;
  return MH_OK;
}

static mh_status strings(reader *r, const char *const *from, uint32_t n,
                         const char *const **out)
{
  const char **v = mh_arena_take(r->a, (n + 1) * sizeof *v);
  if (v == NULL) return MH_ENOMEM;
  for (uint32_t i = 0; i < n; i++) v[i] = from[i];
  *out = v;
  return MH_OK;
}

static mh_status about(reader *r, part p, mh_statement *s)
{
  mh_codes c = {.n = 0};
  const char *refs[8];
  uint32_t n = 0;
  for (uint32_t i = p.first; i < p.end; i++) {
    const int32_t a = r->m->actor_at[i];
    for (uint8_t k = 0; a >= 0 && k < r->m->actors[a].codes.n; k++)
      mh_codes_add(&c, r->m->actors[a].codes.at[k]);
  }
  for (uint32_t i = mh_statement__instrument(r, p.first);
       i < r->m->n_instruments && r->m->instruments[i].first < p.end && n < 8; i++)
    refs[n++] = r->m->instruments[i].id;
  s->n_about = c.n;
  s->n_refs = (uint16_t)n;
  MH_TRY(strings(r, c.at, c.n, &s->about));
  return strings(r, refs, n, &s->refs);
}

/* A token's span without the waw or fa that joins it to what went before. */
static mh_span without_and(const reader *r, uint32_t first, uint32_t end, bool joined)
{
  mh_span s = mh_tokens_span(r->doc, first, end);
  if (joined && s.len > 2) {
    s.at += 2;
    s.len -= 2;
    while (s.len && (r->doc->text[s.at] == ' ' || r->doc->text[s.at] == '#'))
      s.at++, s.len--; /* it is written apart */
  }
  return s;
}

/* The content's span without the ba that joins its first word to the act word; lam stays, for
 * with the article it has swallowed a letter. */
static mh_span without_ba(const reader *r, uint32_t first, uint32_t end)
{
  mh_span s = mh_tokens_span(r->doc, first, end);
  const mh_token *t = tok(r, first);
  if (mh_statement__joined(r, first) == MH_PRO_BI &&
      mh_key_letter(t->key, 0) == MH_L_BA && (unsigned char)r->doc->text[s.at] == 0xD8 &&
      t->n > 2) {
    s.at += 2;
    s.len -= 2;
    while (s.len > 2 && (unsigned char)r->doc->text[s.at] == 0xD9 &&
           (unsigned char)r->doc->text[s.at + 1] == 0x80) { /* tatweel */
      s.at += 2;
      s.len -= 2;
    }
  }
  return s;
}

/* The same of a part that the preposition leads once more, "and (bi-) X". */
static mh_span without_both(const reader *r, uint32_t first, uint32_t end)
{
  mh_span s = without_and(r, first, end, true);
  const unsigned char *t = (const unsigned char *)r->doc->text + s.at;
  if (mh_statement__joined(r, first) == MH_PRO_BI && s.len > 2 && t[0] == 0xD8 &&
      t[1] == 0xA8) {
    s.at += 2;
    s.len -= 2;
  }
  return s;
}

/* A later part may open with a word for an act of its own ("and its readiness to"), or
 * weigh what follows ("and the need for"). */
static uint8_t act_of_part(const reader *r, const act *x, uint32_t i)
{
  const mh_frame *noun = x->inner ? own_noun(r, i, x->end) : NULL;
  if (noun) return noun->act;
  if (evaluative(r, i)) return MH_ACT_AFFIRM;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    if (w == NULL || w->n_frames == 0 || !(NOUNS >> MH_F_POS_OF(y->feats) & 1)) continue;
    const mh_frame *f = mh_lex_frames(r->lex, w);
    const bool own = y->enc != MH_ENC_NONE && y->enc != MH_ENC_ACC;
    if (f->kind != MH_FRAME_ACT || !x->inner) continue;
    /* "and the challenges": a thing that was discussed */
    if (x->act == MH_ACT_DISCUSS && !own && y->pro & MH_PRO_AL) continue;
    if (own || f->act == MH_ACT_PLAN || f->act == MH_ACT_OPPOSE) return f->act;
  }
  return x->act;
}

static mh_status put(reader *r, const act *whole, part p)
{
  topics t;
  act own = *whole, *x = &own;
  mh_statement__trim_quotes(r, &p.first, &p.end);
  p.end = mh_statement__trim_end(r, p.first, p.end);
  if (p.end <= p.first || mh_statement__fragment(r, whole, p.first, p.end)) return MH_OK;
  if (p.again) {
    /* the outer act once more, with what now stands inside */
    own = mh_statement__again(r, whole, p.first, p.end);
    p.first = x->content > p.first && x->content < p.end ? x->content : p.first;
  } else if (p.first > whole->content && (whole->act != MH_ACT_DISCUSS || whole->inner)) {
    x->act = act_of_part(r, x, p.first);
  }
  MH_TRY(mh_statement__topics(r, p.first, p.end, x, true, &t));
  if (!mh_statement__admitted(r, x, &t)) return MH_OK;
  const uint32_t grounds = mh_statement__grounds(r, x, p.end - p.first, &t);
  const double sure = mh_statement__sure(grounds);
  if (sure < mh_statement__least(grounds)) return MH_OK;
  MH_TRY(mh_statement__context(r, x, &t));
  MH_TRY(mh_statement__weigh(r, x, p.first, p.end, &t));
  mh_statement s = {
      .act = x->act,
      .renewed = x->renewed,
      .confidence = sure,
      .grounds = grounds,
      .trigger = without_and(r, x->word, x->word_end,
                             x->joined || mh_statement__and(r, x->word)),
      .content = p.again && x->takes == LED_PREP && p.first > whole->content &&
                         mh_statement__and(r, p.first)
                     ? without_both(r, p.first, p.end)
                 : p.first > x->content || x->whole
                     ? without_and(r, p.first, p.end, joined_here(r, p.first))
                 : x->takes == LED_PREP ? without_ba(r, p.first, p.end)
                                        : mh_tokens_span(r->doc, p.first, p.end),
      .quoted = mh_statement__quote_mark(r, p.first) || r->quoted[p.first],
      .plover = mh_statement_act(x->act, 3),
      .cameo = mh_statement_act(x->act, 4),
      .n_topics = t.n};
  if (*s.plover == 0) s.plover = NULL;
  if (x->who.document && x->who.first >= 0) {
    const mh_actor *d = &r->m->actors[x->who.first];
    s.reporter = mh_tokens_span(r->doc, d->first, d->end);
  }
  MH_TRY(strings(r, t.id, t.n, &s.topics));
  MH_TRY(speakers(r, x, &s));
  MH_TRY(about(r, p, &s));
  r->told_in = r->paragraph;
  return MH_PUSH(r->a, &r->out, s);
}

/* Who acts inside of quotation marks ("we reject X") ends with them. */
static uint32_t inside_quotes(const reader *r, const act *x, uint32_t limit)
{
  uint32_t i = x->word;
  if (!r->quoted[i] || !r->quoted[x->content]) return limit;
  while (i < limit && r->quoted[i]) i++;
  return i > x->content ? i : limit;
}

mh_status mh_statement__content(reader *r, act *x, uint32_t limit)
{
  part parts[PIECES];
  uint32_t n;
  if (x->end == 0) x->end = mh_statement__over(r, x, inside_quotes(r, x, limit));
  /* "the fifth dialogue ended its work": the meeting that acts is what was held */
  if (x->act == MH_ACT_MEET && x->who.first >= 0 && x->who.document &&
      x->form == ACT_VERB && r->m->actors[x->who.first].role == MH_ROLE_MEETING &&
      r->m->actors[x->who.first].first > x->word)
    x->content = r->m->actors[x->who.first].first;
  if (x->end <= x->content || x->end > r->doc->n_tokens) return MH_OK;
  MH_TRY(split(r, x, parts, &n));
  for (uint32_t i = 0; i < n; i++) MH_TRY(put(r, x, parts[i]));
  return MH_OK;
}
