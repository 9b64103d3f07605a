/* dates_words - what a token can be in a date: a time word, a day, a month, a date all in
 * digits.  Nothing here knows what day it is.
 */
#include "dates_inside.h"
#include "mention.h"

static const mh_match *match(const mh_dates *p, uint32_t i, uint8_t kind)
{
  if (i >= p->sentence_end || !(p->w->glance[i].kinds >> kind & 1)) return NULL;
  for (uint32_t k = p->w->match_first[i]; k < p->w->match_first[i + 1]; k++)
    if (p->w->matches[k].kind == kind && p->w->matches[k].end <= p->sentence_end)
      return &p->w->matches[k];
  return NULL;
}

mh_time_class mh_dates__time(const mh_dates *p, uint32_t i, uint32_t *end, int *value)
{
  const mh_match *m = match(p, i, MH_PH_TIME);
  if (m == NULL || (m->enc != MH_ENC_NONE && m->enc != MH_ENC_ACC)) return MH_TC_NONE;
  const mh_time_row *row = mh_lex_time(p->w->lex, m->value);
  if (end) *end = m->end;
  if (value) *value = row->value;
  return (mh_time_class)row->cls;
}

uint32_t mh_dates__is(const mh_dates *p, uint32_t i, mh_time_class c)
{
  if (i >= p->sentence_end || !(p->w->glance[i].kinds >> MH_PH_TIME & 1)) return 0;
  for (uint32_t k = p->w->match_first[i]; k < p->w->match_first[i + 1]; k++) {
    const mh_match *m = &p->w->matches[k];
    if (m->kind == MH_PH_TIME && m->end <= p->sentence_end &&
        (m->enc == MH_ENC_NONE || m->enc == MH_ENC_ACC) &&
        mh_lex_time(p->w->lex, m->value)->cls == c)
      return m->end;
  }
  return 0;
}

bool mh_dates__definite(const mh_dates *p, uint32_t i)
{
  const mh_match *m = match(p, i, MH_PH_TIME);
  return m != NULL && (m->pro & MH_PRO_AL);
}

uint32_t mh_dates__digits(const mh_dates *p, uint32_t i, int min, int max, int *value)
{
  if (i >= p->sentence_end) return 0;
  const mh_token *t = &p->doc->tokens[i];
  if (t->kind != MH_TOKEN_NUMBER || (t->flags & MH_TF_DECIMAL)) return 0;
  if (t->value < (uint32_t)min || t->value > (uint32_t)max) return 0;
  *value = (int)t->value;
  return i + 1;
}

/* A number word at i: an ordinal, or a ten that serves as one; joined by wa- ("the fourth
 * and the twentieth"). */
static uint32_t day_word(const mh_dates *p, uint32_t i, int *day)
{
  const mh_match *m = match(p, i, MH_PH_NUMBER);
  if (m == NULL || m->enc != MH_ENC_NONE) return 0;
  const uint32_t n = m->value & 0xFFFFFF;
  const bool ordinal = m->value >> 24;
  const mh_match *t = n < 10 ? match(p, m->end, MH_PH_NUMBER) : NULL;
  if (t && (t->pro & MH_PRO_WA) && (t->value & 0xFFFFFF) % 10 == 0 &&
      (t->value & 0xFFFFFF) <= 30 && (t->value & 0xFFFFFF) >= 20 &&
      n + (t->value & 0xFFFFFF) <= 31) {
    *day = (int)(n + (t->value & 0xFFFFFF));
    return t->end;
  }
  if (n == 0 || n > 31 || (!ordinal && n % 10 != 0)) return 0;
  *day = (int)n;
  return m->end;
}

uint32_t mh_dates__day(const mh_dates *p, uint32_t i, int *day)
{
  const uint32_t e = mh_dates__digits(p, i, 1, 31, day);
  return e ? e : day_word(p, i, day);
}

bool mh_dates__day_before(const mh_dates *p, uint32_t end, int *day, uint32_t *first)
{
  for (uint32_t k = 1; k <= 3 && k <= end && end - k >= p->floor; k++) {
    if (end - k < p->sentence_first) return false;
    *first = end - k;
    if (mh_dates__day(p, *first, day) == end) return true;
  }
  return false;
}

/* A second name of the same month at i: "(Tammuz)", "/Tammuz", "Tammuz". */
static uint32_t second_name(const mh_dates *p, uint32_t i, uint32_t value)
{
  const bool paren = mh_dates__mark(p, i, '(') || mh_dates__mark(p, i, '[');
  const bool slash = mh_dates__mark(p, i, '/') || mh_dates__mark(p, i, '\\') ||
                     mh_dates__dash(p, i);
  const mh_match *m = match(p, i + (paren || slash), MH_PH_MONTH);
  if (m == NULL || m->value != value || m->enc != MH_ENC_NONE) return 0;
  if (!paren) return m->pro == 0 ? m->end : 0;
  const bool closed = mh_dates__mark(p, m->end, ')') || mh_dates__mark(p, m->end, ']');
  return closed ? m->end + 1 : 0;
}

uint32_t mh_dates__month(const mh_dates *p, uint32_t i, mh_ymd *out, bool *paired)
{
  const mh_match *m = match(p, i, MH_PH_MONTH);
  if (m == NULL || m->enc != MH_ENC_NONE || m->pro & (MH_PRO_SA | MH_PRO_AL | MH_PRO_KA))
    return 0;
  *out = (mh_ymd){.month = (uint8_t)(m->value & 255),
                  .hijri = (m->value >> 8) == MH_CAL_HIJRI};
  const uint32_t e = second_name(p, m->end, m->value);
  *paired = e != 0;
  return e ? e : m->end;
}

/* ---- digits ---------------------------------------------------------------- */

typedef struct parts {
  int at[3];
  int digits[3];
  int n;
  uint32_t end; /* token */
} parts;

/* Digits of one run at text[*i]; ASCII, Arabic-Indic, Persian. */
static int run(const char *text, uint32_t *i, uint32_t end, int *digits)
{
  int v = 0;
  *digits = 0;
  while (*i < end) {
    uint32_t n;
    const uint32_t c = mh_utf8_next(text + *i, &n);
    int d = -1;
    if (c >= '0' && c <= '9') d = (int)c - '0';
    if (c >= 0x660 && c <= 0x669) d = (int)c - 0x660;
    if (c >= 0x6F0 && c <= 0x6F9) d = (int)c - 0x6F0;
    if (d < 0) break;
    if (*digits < 6) v = v * 10 + d;
    ++*digits;
    *i += n;
  }
  return v;
}

/* The numbers of one token (30/7/2015, 30.7.2015); its mark in *sep. */
static bool split_token(const mh_dates *p, uint32_t i, parts *out, uint32_t *sep)
{
  const mh_token *t = &p->doc->tokens[i];
  uint32_t at = t->at;
  const uint32_t end = t->at + t->len;
  for (;;) {
    if (out->n == 3) return false;
    out->at[out->n] = run(p->doc->text, &at, end, &out->digits[out->n]);
    if (out->digits[out->n++] == 0) return false;
    out->end = i + 1;
    if (at >= end) return true;
    const unsigned char c = (unsigned char)p->doc->text[at];
    if ((c != '/' && c != '.') || (*sep && c != *sep)) return false;
    *sep = c;
    at++;
  }
}

/* Two or three numbers: in one token, or with marks between (2015-07-30 is five tokens).
 */
static bool split(const mh_dates *p, uint32_t i, parts *out, uint32_t *sep)
{
  *out = (parts){0};
  *sep = 0;
  if (!split_token(p, i, out, sep)) return false;
  while (out->n < 3 && *sep != '.') {
    const uint32_t k = out->end;
    if (!mh_dates__dash(p, k) && !mh_dates__mark(p, k, '/')) break;
    if (*sep && p->doc->tokens[k].value != *sep) break;
    if (k + 1 >= p->sentence_end || p->doc->tokens[k + 1].kind != MH_TOKEN_NUMBER ||
        (p->doc->tokens[k + 1].flags & MH_TF_DECIMAL))
      break;
    *sep = p->doc->tokens[k].value;
    if (!split_token(p, k + 1, out, sep)) return false;
  }
  return out->n == 3 || (out->n == 2 && *sep == '/');
}

/* Day first; year first (ISO); month first only where day first cannot be. */
static bool order(const parts *s, mh_ymd *out, bool loose)
{
  int d = s->at[0], m = s->at[1], y = s->n == 3 ? s->at[2] : 0;
  if (s->digits[0] == 4 && s->n == 3) {
    y = s->at[0];
    d = s->at[2];
  } else if (s->n == 3 && s->digits[2] == 2 && loose) {
    y += 2000;
  } else if (s->n == 3 && s->digits[2] != 4) {
    return false;
  }
  if (s->n == 2 && !loose) return false;
  if (m > 12 && d <= 12) {
    const int swap = m;
    m = d;
    d = swap;
  }
  if (m < 1 || m > 12 || d < 1 || d > 31) return false;
  if (s->n == 3 && (y < 1300 || y > 2199)) return false;
  *out = (mh_ymd){y, (uint8_t)m, (uint8_t)d, y >= 1300 && y < 1600};
  int32_t number;
  return y == 0 || mh_dates__number(&number, *out);
}

uint32_t mh_dates__numeric(const mh_dates *p, uint32_t i, mh_ymd *out, bool loose)
{
  parts s;
  uint32_t sep;
  if (i >= p->sentence_end || p->doc->tokens[i].kind != MH_TOKEN_NUMBER) return 0;
  if (!split(p, i, &s, &sep)) return 0;
  if (s.n == 2 && (s.digits[0] > 2 || s.digits[1] > 2)) return 0;
  return order(&s, out, loose) ? s.end : 0;
}

/* ---- marks and short words ------------------------------------------------- */

bool mh_dates__mark(const mh_dates *p, uint32_t i, uint32_t code)
{
  return i < p->sentence_end && p->doc->tokens[i].kind == MH_TOKEN_MARK &&
         p->doc->tokens[i].value == code;
}

bool mh_dates__dash(const mh_dates *p, uint32_t i)
{
  return mh_dates__mark(p, i, '-') || mh_dates__mark(p, i, 0x2010) ||
         mh_dates__mark(p, i, 0x2011) || mh_dates__mark(p, i, 0x2013) ||
         mh_dates__mark(p, i, 0x2014) || mh_dates__mark(p, i, 0x2212);
}

bool mh_dates__comma(const mh_dates *p, uint32_t i)
{
  return mh_dates__mark(p, i, 0x60C) || mh_dates__mark(p, i, ',');
}

#define K1(a)          ((uint64_t)(a))
#define K2(a, b)       (K1(a) | K1(b) << 5)
#define K3(a, b, c)    (K2(a, b) | K1(c) << 10)
#define K4(a, b, c, d) (K3(a, b, c) | K1(d) << 15)

static bool spelled(const mh_dates *p, uint32_t i, int n, uint64_t letters)
{
  if (i >= p->sentence_end) return false;
  const mh_token *t = &p->doc->tokens[i];
  return t->kind == MH_TOKEN_WORD && t->n == n && t->key.lo == letters;
}

bool mh_dates__wa(const mh_dates *p, uint32_t i)
{
  return spelled(p, i, 1, K1(MH_L_WAW));
}

bool mh_dates__min(const mh_dates *p, uint32_t i)
{
  return spelled(p, i, 2, K2(MH_L_MIM, MH_L_NUN));
}

bool mh_dates__before(const mh_dates *p, uint32_t i)
{
  return spelled(p, i, 3, K3(MH_L_QAF, MH_L_BA, MH_L_LAM));
}

bool mh_dates__minhu(const mh_dates *p, uint32_t i)
{
  return spelled(p, i, 3, K3(MH_L_MIM, MH_L_NUN, MH_L_HA));
}

bool mh_dates__li(const mh_dates *p, uint32_t i)
{
  return spelled(p, i, 1, K1(MH_L_LAM));
}

/* ila, hatta, aw: between the two ends of a stretch, or two days to choose from. */
bool mh_dates__to(const mh_dates *p, uint32_t i)
{
  return spelled(p, i, 3, K3(MH_L_ALEF, MH_L_LAM, MH_L_YA)) ||
         spelled(p, i, 3, K3(MH_L_HAH, MH_L_TA, MH_L_YA)) ||
         spelled(p, i, 2, K2(MH_L_ALEF, MH_L_WAW));
}

/* "and up to". */
bool mh_dates__and_to(const mh_dates *p, uint32_t i)
{
  return spelled(p, i, 4, K4(MH_L_WAW, MH_L_HAH, MH_L_TA, MH_L_YA)) ||
         spelled(p, i, 4, K4(MH_L_WAW, MH_L_ALEF, MH_L_LAM, MH_L_YA));
}

bool mh_dates__joined_wa(const mh_dates *p, uint32_t i)
{
  const mh_match *m;
  for (uint8_t k = MH_PH_MONTH; k <= MH_PH_NUMBER; k++)
    if ((m = match(p, i, k)) != NULL && (m->pro & (MH_PRO_WA | MH_PRO_FA))) return true;
  return false;
}

/* "the first quarter | of the year": the quarter (or half, *half) of the year that begins at token
 * i, and its first token; 0 none. */
int mh_dates__quarter(const mh_dates *p, uint32_t i, bool *half, uint32_t *first)
{
  uint32_t e;
  if (i > p->sentence_first && mh_dates__is_unit(p, i - 1, MH_UNIT_YEAR, &e) && e == i)
    i--; /* "of the year | 2015" */
  if (i < p->sentence_first + 3 || i - 3 < p->floor || !mh_dates__min(p, i - 1)) return 0;
  const mh_match *n = match(p, i - 2, MH_PH_NUMBER);
  *half = spelled(p, i - 3, 5,
                  K4(MH_L_ALEF, MH_L_LAM, MH_L_NUN, MH_L_SAD) | K1(MH_L_FA) << 20);
  const bool quarter = spelled(
      p, i - 3, 5, K4(MH_L_ALEF, MH_L_LAM, MH_L_RA, MH_L_BA) | K1(MH_L_AIN) << 20);
  if (n == NULL || n->value >> 24 == 0 || !(*half || quarter)) return 0;
  const int which = (int)(n->value & 0xFFFFFF);
  *first = i - 3;
  return which <= (*half ? 2 : 4) ? which : 0;
}

/* "he will", "we will": "I will" is left out, since many a name begins like it. */
static bool will(const mh_reading *r)
{
  return (r->pro & MH_PRO_SA) && MH_F_POS_OF(r->feats) == MH_POS_VERB &&
         ((r->feats & MH_F_PERSON) == MH_F_3 || (r->feats & MH_F_NUMBER) == MH_F_PL);
}

/* Does "was" stand before token i ("it was to be launched in May")? */
static bool was(const mh_dates *p, uint32_t i)
{
  const uint64_t kan = K3(MH_L_KAF, MH_L_ALEF, MH_L_NUN);
  for (uint32_t k = i; k > p->sentence_first && i - k < 3; k--) {
    mh_key w = p->doc->tokens[k - 1].key;
    if (mh_key_letter(w, 0) == MH_L_WAW || mh_key_letter(w, 0) == MH_L_FA)
      w = mh_key_drop(w, 1);
    if (mh_key_keep(w, 3).lo == kan) return true;
  }
  return false;
}

/* "visits N. on Sunday", "talks begin on Sunday": the imperfect of a verb that tells of a meeting
 * announces it, but not what lasts ("who visits N. since Sunday"), was not or used to be. */
static bool announces(const mh_dates *p, uint32_t k, uint32_t date)
{
  if (!p->w->glance[k].meets || was(p, k)) return false;
  if (k > p->sentence_first && mh_is_class(p->w, k - 1, MH_W_NEG)) return false;
  /* "the summit that | is held | on Sunday" is to come all the same */
  if (k > p->sentence_first && mh_is_class(p->w, k - 1, MH_W_REL) && k + 1 < date)
    return false;
  if (date > p->sentence_first &&
      spelled(p, date - 1, 3, K3(MH_L_MIM, MH_L_NUN, MH_L_THAL)))
    return false;
  bool ahead = false;
  for (uint32_t r = 0; r < mh_words_readings(p->w, k); r++) {
    const mh_reading *y = mh_words_reading(p->w, k, r);
    if (MH_F_POS_OF(y->feats) != MH_POS_VERB) continue;
    if ((y->feats & MH_F_TENSE) == MH_F_PERFECT) return false;
    ahead = ahead || ((y->feats & MH_F_TENSE) == MH_F_IMPERFECT &&
                      (y->feats & MH_F_PERSON) == MH_F_3);
  }
  return ahead;
}

/* "will be held after | N. lifted the ban in March": what stands behind "after" that leads a verb of
 * the past was before it. */
static bool after_that(const mh_dates *p, uint32_t i)
{
  if (!spelled(p, i, 5, K4(MH_L_BA, MH_L_AIN, MH_L_DAL, MH_L_MIM) | K1(MH_L_ALEF) << 20))
    return false;
  for (uint32_t r = 0; r < mh_words_readings(p->w, i + 1); r++) {
    const mh_reading *y = mh_words_reading(p->w, i + 1, r);
    if (MH_F_POS_OF(y->feats) == MH_POS_VERB && (y->feats & MH_F_TENSE) == MH_F_PERFECT)
      return true;
  }
  return false;
}

bool mh_dates__ahead(const mh_dates *p, uint32_t i, uint32_t window)
{
  uint32_t k = i;
  bool same = window == MH_AHEAD_WEEKDAY; /* no mark between */
  while (k > p->sentence_first && i - k < window) {
    k--;
    same = same && (p->doc->tokens[k].kind != MH_TOKEN_MARK || k + 1 == i);
    if (after_that(p, k)) return false;
    if (mh_dates__is(p, k, MH_TC_FUTURE_SIGN)) return !was(p, k);
    if (same && announces(p, k, i)) return true;
    if (!p->w->glance[k].ahead || match(p, k, MH_PH_PLACE)) continue; /* Seoul */
    for (uint32_t r = 0; r < mh_words_readings(p->w, k); r++)
      if (will(mh_words_reading(p->w, k, r))) return true;
  }
  return false;
}
