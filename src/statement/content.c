/* content - how what was said is put out: from its end, and the parts it is split into, to
 * statements with speakers, files and words.  Where it ends is tail.c's, where it splits split.c's.
 */
#include "split.h"

#define BUT 3 /* tokens from "except" to the content */
#define NOT 8 /* tokens from what denies an act to its content */

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

/* "announced that both agreed on X | and on Y": the preposition that is there once more is the
 * inner verb's, which stands behind the "that". */
static bool inside_that(const reader *r, const act *x, uint32_t first)
{
  return x->inner && x->takes == LED_PREP && x->that > x->outer_word &&
         x->word > x->that && r->cls[first] != MH_W_AN;
}

static mh_status put(reader *r, const act *whole, part p)
{
  topics t;
  act own = *whole, *x = &own;
  mh_statement__trim_quotes(r, &p.first, &p.end);
  p.end = mh_statement__trim_end(r, p.first, p.end);
  if (p.end <= p.first || mh_statement__fragment(r, whole, p.first, p.end)) return MH_OK;
  if (p.again && inside_that(r, whole, p.first)) {
    x->content = p.first;
  } else if (p.again) {
    /* the outer act once more, with what now stands inside */
    own = mh_statement__again(r, whole, p.first, p.end);
    if (x->inner) mh_statement__partners(r, x, p.end);
    p.first = x->content > p.first && x->content < p.end ? x->content : p.first;
  } else if (p.first > whole->content && (whole->act != MH_ACT_DISCUSS || whole->inner)) {
    x->act = mh_statement__act_of_part(r, x, p.first);
  }
  MH_TRY(mh_statement__topics(r, p.first, p.end, x, true, &t));
  if (!mh_statement__admitted(r, x, &t)) return MH_OK;
  const uint32_t grounds = mh_statement__grounds(r, x, p.end - p.first, &t);
  const double sure = mh_statement__sure(grounds);
  if (mh_statement__held_back(x, grounds)) return MH_OK;
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
                 : p.first > x->content || (x->whole && p.first == x->clause) ||
                         p.first < x->word
                     ? without_and(r, p.first, p.end,
                                   mh_statement__joined_here(r, p.first))
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

/* Who acts inside of quotation marks ("we reject X") ends with them, and with his sentence. */
static uint32_t inside_quotes(const reader *r, const act *x, uint32_t limit)
{
  uint32_t i = x->word;
  if (!r->quoted[i] || !r->quoted[x->content]) return limit;
  while (i < limit && r->quoted[i]) i++;
  return i > x->content ? mh_statement__quoted_stop(r, x, i) : limit;
}

/* "he will not (be lenient with the guilty)": to oppose or to commit oneself says it; of what is
 * warned of, affirmed or told only the word that denies it does. */
static bool needs_not(const reader *r, const act *x)
{
  if (x->word == 0 || x->content < x->word_end || x->content - x->word > NOT)
    return false;
  if (x->act != MH_ACT_WARN && x->act != MH_ACT_AFFIRM && x->act != MH_ACT_STATE)
    return false;
  /* "there is no doubt | that" */
  if (x->act == MH_ACT_AFFIRM && r->cls[x->content] == MH_W_AN) return false;
  return r->cls[x->word - 1] == MH_W_NEG && mh_statement__negated(r, x->word);
}

/* "announced its (lack of) | wish to go there", "(un)wanted": without the word that denies it
 * the content would say the contrary. */
static void keep_denial(const reader *r, act *x)
{
  if (needs_not(r, x)) {
    x->content = x->word - 1;
  } else if (x->takes != LED_THAT && x->takes != LED_QUOTE && x->content > x->word_end &&
             mh_statement__negated(r, x->content)) {
    x->content--;
  }
}

/* "did not agree (but) to | three points": what is denied of all but this is told by neither. */
static bool all_but(const reader *r, const act *x)
{
  if (!mh_statement__negated(r, x->word)) return false;
  for (uint32_t k = x->content; k-- > x->word_end && x->content - k <= BUT;)
    if (mh_statement__except(r, k)) return true;
  return false;
}

/* Are a and b the same act on the same files? */
static bool same_files(const mh_statement *a, const mh_statement *b)
{
  if (a->act != b->act || a->n_topics != b->n_topics) return false;
  for (uint16_t i = 0; i < a->n_topics; i++) {
    bool has = false;
    for (uint16_t k = 0; k < b->n_topics; k++)
      has = has || strcmp(a->topics[i], b->topics[k]) == 0;
    if (!has) return false;
  }
  return true;
}

/* Does what the two parts say come out as the same act on the same files, weighed with all that
 * is known?  Then they are one; so they are where the second would be no statement by itself, and
 * be lost. */
static mh_status one_file(reader *r, const act *x, part a, part b, bool *out)
{
  const reader before = *r;
  const uint32_t n = r->out.n;
  MH_TRY(put(r, x, a));
  const bool first = r->out.n == n + 1;
  MH_TRY(put(r, x, b));
  *out = first && (r->out.n == n + 1 ||
                   (r->out.n == n + 2 && same_files(&r->out.at[n], &r->out.at[n + 1])));
  *r = before;
  return MH_OK;
}

/* Parts that stand side by side and come out on the same files are put together again. */
static mh_status join(reader *r, const act *x, part parts[PIECES], uint32_t *n)
{
  for (uint32_t i = 0; i + 1 < *n;) {
    bool one;
    MH_TRY(one_file(r, x, parts[i], parts[i + 1], &one));
    if (!one) {
      i++;
      continue;
    }
    parts[i].end = parts[i + 1].end;
    --*n;
    for (uint32_t k = i + 1; k < *n; k++) parts[k] = parts[k + 1];
  }
  return MH_OK;
}

mh_status mh_statement__content(reader *r, act *x, uint32_t limit)
{
  part parts[PIECES];
  uint32_t n;
  if (all_but(r, x)) return MH_OK;
  keep_denial(r, x);
  const uint32_t stop = inside_quotes(r, x, limit);
  if (x->end == 0) x->end = mh_statement__over(r, x, stop);
  /* "the fifth dialogue ended its work": the meeting that acts is what was held */
  if (x->act == MH_ACT_MEET && x->who.first >= 0 && x->who.document &&
      x->form == ACT_VERB && r->m->actors[x->who.first].role == MH_ROLE_MEETING &&
      r->m->actors[x->who.first].first > x->word)
    x->content = r->m->actors[x->who.first].first;
  if (x->end <= x->content || x->end > r->doc->n_tokens) return MH_OK;
  MH_TRY(mh_statement__split(r, x, parts, &n));
  MH_TRY(join(r, x, parts, &n));
  for (uint32_t i = 0; i < n; i++) MH_TRY(put(r, x, parts[i]));
  act rest;
  if (!mh_statement__quoted_rest(r, x, stop, limit, &rest)) return MH_OK;
  return put(r, &rest, (part){rest.content, rest.end, false});
}
