/* discussed - where what two discuss splits.  An agenda names files side by side: the relations
 * of the two, a crisis, the region.  Each stands alone there whatever word it begins with, but
 * how a crisis is to be ended belongs to it, and the fields of a cooperation to it.
 */
#include "split.h"

#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)

/* What lies outside of what the two have with each other. */
#define BEYOND                                                           \
  (MH_LOCAL_TOPICS | MH_BIT(MH_TOPIC_REGIONAL_STABILITY) |               \
   MH_BIT(MH_TOPIC_COUNTER_TERRORISM) | MH_BIT(MH_TOPIC_PEACE_PROCESS) | \
   MH_BIT(MH_TOPIC_ARAB_CAUSE))

/* The files of a part. */
typedef struct files {
  topics all;
  uint64_t bits;
  bool loose; /* on relations, by a word that is said of nearly everything */
} files;

bool mh_statement__discusses(const act *x)
{
  return x->act == MH_ACT_DISCUSS ||
         (x->act == MH_ACT_PLAN && x->n_frames && x->frames->act == MH_ACT_DISCUSS &&
          x->frames->kind == MH_FRAME_ACT);
}

static mh_status files_of(reader *r, const act *x, uint32_t first, uint32_t end,
                          files *out)
{
  MH_TRY(mh_statement__topics(r, first, end, x, false, &out->all));
  topics *t = &out->all;
  out->bits = mh_statement__topic_bits(t->id, t->n);
  out->loose = t->strong == 0 && t->countries == 0;
  if (t->n == 0 && t->faint == MH_TOPIC_BILATERAL_RELATIONS + 1)
    out->bits = MH_BIT(MH_TOPIC_BILATERAL_RELATIONS);
  return MH_OK;
}

/* On relations, in words that may also go with any field of them. */
static bool relations(const files *f)
{
  return f->loose && f->bits == MH_BIT(MH_TOPIC_BILATERAL_RELATIONS);
}

/* Are b's files others than a's?  named: b's part names a state, be it one that speaks. */
static bool apart(const files *a, const files *b, bool beside, bool named)
{
  const bool none = !a->bits && !a->all.countries,
             nothing = !b->bits && !b->all.countries;
  if ((a->bits & b->bits) || mh_statement__share(&a->all, &b->all)) return false;
  if (none || nothing) return beside && !(none && nothing);
  if (beside) return true;
  /* "the situation in N. | and ways to a political settlement" */
  if (a->all.countries && !b->all.countries)
    return b->all.n && (named || !(b->bits & MH_LOCAL_TOPICS));
  /* "cooperation | and investment" */
  if (relations(a)) return b->all.countries || (b->bits & BEYOND);
  if (relations(b)) return a->all.countries || (a->bits & BEYOND);
  return true;
}

/* "all the questions", "the latest developments", "a number of files": a phrase whose first
 * word only says how many or which of them. */
static bool counted(const reader *r, uint32_t p, uint32_t end)
{
  if (p + 1 >= end || tok(r, p)->kind != MH_TOKEN_WORD) return false;
  const uint32_t k = p + width(r, p);
  if (r->cls[p] == MH_W_DET) return k < end;
  if (r->cls[p] != MH_W_NONE || mh_statement__article(r, p)) return false;
  const mh_reading *n = mh_statement__reading(r, p, NOUNS, false);
  if (n && n->enc == MH_ENC_ACC) return mh_statement__prep(r, k) == MH_TAKES_MIN;
  const mh_reading *v = mh_statement__reading(r, p, 1u << MH_POS_VERB, false);
  if (!n && v && (v->feats & MH_F_PERSON) == MH_F_3) return false;
  return mh_statement__article(r, k) && (r->w->glance[k].pos & NOUNS);
}

static bool names_state(const reader *r, uint32_t first, uint32_t end)
{
  for (uint32_t i = first; i < end; i++)
    for (uint32_t k = r->w->match_first[i]; k < r->w->match_first[i + 1]; k++)
      if (mh_statement__land(r, r->w, &r->w->matches[k], NULL)) return true;
  return false;
}

/* "the returning | and the displaced (from)": men who are told by what they do or suffer. */
static bool men(const reader *r, uint32_t i)
{
  const unsigned participle = 1u << MH_POS_ACTIVE | 1u << MH_POS_PASSIVE;
  return mh_statement__article(r, i) && (r->w->glance[i].pos & participle) &&
         mh_statement__letter_back(tok(r, i), 0) == MH_L_NUN &&
         mh_statement__letter_back(tok(r, i), 1) == MH_L_YA;
}

/* "to ensure stability | and security in N.": two nouns that stand for nothing alone. */
static bool bare_pair(const reader *r, uint32_t p, uint32_t end)
{
  const bool things = mh_statement__definite_thing(r, p) &&
                      mh_statement__definite_thing(r, p - 1);
  if (!things && !(men(r, p) && men(r, p - 1))) return false;
  return p + 1 >= end || tok(r, p + 1)->kind == MH_TOKEN_MARK ||
         r->cls[p + 1] == MH_W_PREP || mh_statement__and(r, p + 1);
}

/* "the two discussed X | and spoke (tahaddatha) of Y": a verb that is written like a noun. */
static bool both_did(const reader *r, const act *x, uint32_t p)
{
  const mh_reading *v = mh_statement__reading(r, p, 1u << MH_POS_VERB, false);
  return v && (v->feats & MH_F_TENSE) == MH_F_PERFECT &&
         (v->feats & MH_F_PERSON) == MH_F_3 && (v->feats & MH_F_NUMBER) == MH_F_DU &&
         (x->feats & MH_F_NUMBER) == MH_F_DU;
}

/* The part that begins at i, joined by wa-, where it is an agreement: it may act too, and is a
 * matter as well. */
static uint32_t part_at(const reader *r, uint32_t i, uint32_t end)
{
  const uint32_t p = mh_statement__part_at(r, i, end);
  const int32_t whose = r->m->actor_of[i];
  if (p != NO_TOKEN || whose < 0 || !mh_statement__and(r, i)) return p;
  const mh_actor *y = &r->m->actors[whose];
  return y->form == MH_ACTOR_ROLE && y->role == MH_ROLE_DOCUMENT && y->first == i ? i : p;
}

/* Is the part that begins at p, joined at i, on another file than what began at `from`?
 * loose: where a phrase begins that names no file and goes with what follows it. */
static mh_status new_file(reader *r, const act *x, uint32_t from, uint32_t i, uint32_t p,
                          bool *out, uint32_t *loose)
{
  files a, b;
  *out = false;
  if (!mh_statement__headed(r, p) && !counted(r, p, x->end)) return MH_OK;
  if (mh_statement__points_back(r, p, x->end) || both_did(r, x, p)) return MH_OK;
  const uint32_t to = mh_statement__part_end(r, p, x->end);
  MH_TRY(files_of(r, x, from, i, &a));
  MH_TRY(files_of(r, x, p, to, &b));
  *out = apart(&a, &b, p > i + 1, names_state(r, p, to)) &&
         (b.all.countries || *loose == p - 1 || !bare_pair(r, p, x->end));
  if (!*out && b.loose && mh_statement__comma(r, i - 1)) *loose = p;
  return MH_OK;
}

mh_status mh_statement__split_discussed(reader *r, const act *x, part out[PIECES],
                                        uint32_t *n)
{
  uint32_t from = x->content, loose = NO_TOKEN;
  bool listed = false;
  *n = 0;
  for (uint32_t i = from + 1; i < x->end && *n + 1 < PIECES; i++) {
    if (r->cls[i] == MH_W_SUCH && r->cls_end[i] && i + width(r, i) < x->end &&
        r->cls[i + width(r, i)] != MH_W_PREP)
      listed = true;
    if (mh_statement__among(r, i, x->end)) listed = true;
    const uint32_t p = part_at(r, i, x->end);
    if (p == NO_TOKEN || !mh_statement__part_begins(r, x, from, i, p)) continue;
    const bool too = mh_statement__discussed_too(r, x, p);
    bool cut = too || mh_statement__own_act(r, x, p, x->end);
    /* "such as X and Y, | as well as Z": the list is over */
    if (!cut && (!listed || p > i + 1)) MH_TRY(new_file(r, x, from, i, p, &cut, &loose));
    if (!cut) continue;
    /* "..., | and consultation and coordination on X" */
    const bool back = !too && loose != NO_TOKEN && !mh_statement__comma(r, i - 1);
    out[(*n)++] = (part){from, mh_statement__trim_end(r, from, back ? loose : i), false};
    from = too ? p + 1 : back ? loose : p;
    loose = NO_TOKEN;
  }
  out[(*n)++] = (part){from, x->end, false};
  return MH_OK;
}
