/* token - cut a text into words, numbers, other letters and marks.
 *
 * One pass over the bytes, nothing is copied.  The text is well-formed UTF-8 (the page
 * room sees to that); Arabic is two bytes a letter, so the common path looks at pairs.
 */
#include "vocabulary.h"

#define TOKEN_BYTES 60000u /* a longer run of letters is cut                        */
#define MEASURED    255    /* n of a word that is still to be looked up             */

typedef struct cutter {
  const unsigned char *text;
  uint32_t at, len;
  uint16_t flags;   /* of the token to come */
  mh_vocabulary *v; /* NULL: none           */
} cutter;

/* The class of the pair at b, or -1 when it is not in the Arabic block. */
static inline int arabic(const unsigned char *b)
{
  return (b[0] & 0xFC) == 0xD8 ? mh_text__class[((b[0] & 3) << 6) | (b[1] & 63)] : -1;
}

static inline uint16_t alef_flag(const unsigned char *b)
{
  if (b[0] != 0xD8) return 0;
  if (b[1] == 0xA3 || b[1] == 0xA2) return MH_TF_HAMZA_UP;
  return b[1] == 0xA5 ? MH_TF_HAMZA_DOWN : 0;
}

/* A word in the making. */
typedef struct maker {
  uint64_t lo, hi;
  uint32_t at;   /* next byte                     */
  uint32_t last; /* where its last letter begins  */
  int n;         /* letters                       */
  uint16_t flags;
  bool alef; /* its first alef with a sign has been seen */
} maker;

static inline void letter(maker *m, const unsigned char *t, int cls)
{
  if (m->n < 12)
    m->lo |= (uint64_t)cls << (5 * m->n);
  else if (m->n < MH_KEY_LETTERS)
    m->hi |= (uint64_t)cls << (5 * (m->n - 12));
  if (cls == MH_L_ALEF && !m->alef && m->n < 4) {
    const uint16_t f = alef_flag(t + m->at);
    m->flags |= f;
    m->alef = f != 0;
  }
  m->last = m->at;
  m->n++;
  m->at += 2;
}

/* Letters with nothing between them, up to the twelfth: nearly all there is. */
static void letters(maker *m, const unsigned char *t, uint32_t stop)
{
  const uint32_t from = m->at;
  const uint32_t most = stop - from > 24 ? from + 24 : stop - ((stop - from) & 1);
  uint32_t at = from;
  uint64_t lo = 0;
  unsigned signs = 0; /* an alef that is not bare is among them */
  for (unsigned shift = 0; at < most; at += 2, shift += 5) {
    const unsigned cls = (unsigned)arabic(t + at);
    if (cls - 1 >= MH_L_HAMZA) break;
    lo |= (uint64_t)cls << shift;
    signs |= (cls == MH_L_ALEF) & (t[at + 1] != 0xA7);
  }
  m->lo = lo;
  m->n = (int)(at - from) / 2;
  m->at = at;
  m->last = at > from ? at - 2 : from;
  for (uint32_t i = from; signs && i < at && i < from + 8 && !m->alef; i += 2) {
    const uint16_t f = alef_flag(t + i);
    m->flags |= f;
    m->alef = f != 0;
  }
}

/* "and" written apart, as the Maghreb's press does: bytes of the blanks behind the waw at
 * text + i, when a word follows them on its line; else 0.  It is one token with that word. */
static inline uint32_t waw_apart(const unsigned char *t, uint32_t i, uint32_t stop)
{
  uint32_t k = i + 2;
  if (k + 3 > stop || t[i] != 0xD9 || t[i + 1] != 0x88 || t[k] != ' ') return 0;
  while (k + 3 <= stop && (t[k] == ' ' || t[k] == '#') && k - i < 6) k++;
  const int cls = k + 2 <= stop ? arabic(t + k) : -1;
  return cls > 0 && cls <= MH_L_HAMZA ? k - i - 2 : 0;
}

static inline mh_token word(cutter *c)
{
  const unsigned char *t = c->text;
  const uint32_t stop = c->len - c->at > TOKEN_BYTES ? c->at + TOKEN_BYTES : c->len;
  maker m = {.at = c->at, .last = c->at, .flags = c->flags};
  letters(&m, t, stop);
  if (m.n == 1) m.at += waw_apart(t, c->at, stop);
  while (m.at + 1 < stop) {
    const int cls = arabic(t + m.at);
    if (cls < 0) {
      /* zero-width joiners stand inside words */
      if (t[m.at] != 0xE2 || m.at + 2 >= stop || t[m.at + 1] != 0x80 ||
          (t[m.at + 2] & 0xFE) != 0x8C)
        break;
      m.at += 3;
    } else if (cls == MH_CH_SKIP) {
      if (t[m.at + 1] == 0x8B && t[m.at] == 0xD9) m.flags |= MH_TF_TANWIN;
      m.at += 2;
    } else if (cls <= MH_L_HAMZA && cls > 0) {
      letter(&m, t, cls);
    } else {
      break;
    }
  }
  if (t[m.last] == 0xD9 && t[m.last + 1] == 0x89) m.flags |= MH_TF_MAKSURA;
  if (t[m.last] == 0xD8 && t[m.last + 1] == 0xA9) m.flags |= MH_TF_MARBUTA;
  mh_token k = {.at = c->at,
                .kind = MH_TOKEN_WORD,
                .flags = m.flags,
                .len = (uint16_t)(m.at - c->at)};
  if (m.n <= MH_KEY_LETTERS) {
    k.key = (mh_key){m.lo, m.hi};
    k.n = (uint8_t)m.n;
  }
  return k;
}

/* The digit at t[i], its bytes in *n; -1 when there is none. */
static int digit(const cutter *c, uint32_t i, uint32_t *n)
{
  const unsigned char *t = c->text;
  if (i >= c->len) return -1;
  *n = 1;
  if (t[i] >= '0' && t[i] <= '9') return t[i] - '0';
  if (i + 1 >= c->len || arabic(t + i) != MH_CH_DIGIT) return -1;
  *n = 2;
  return t[i] == 0xD9 ? t[i + 1] - 0xA0 : t[i + 1] - 0xB0;
}

/* A mark that may stand between two digits of one number: . , : / and the Arabic decimal
 * and thousands marks.  Its bytes, or 0. */
static uint32_t inner(const cutter *c, uint32_t i)
{
  const unsigned char *t = c->text;
  if (i >= c->len) return 0;
  if (t[i] == '.' || t[i] == ',' || t[i] == ':' || t[i] == '/') return 1;
  if (i + 1 < c->len && t[i] == 0xD9 && (t[i + 1] == 0xAB || t[i + 1] == 0xAC)) return 2;
  return 0;
}

static mh_token number(cutter *c)
{
  mh_token k = {.at = c->at, .kind = MH_TOKEN_NUMBER, .flags = c->flags};
  uint32_t i = c->at, n, m;
  bool first = true;
  for (;;) {
    const int d = digit(c, i, &n);
    if (d >= 0) {
      if (first && k.value < 100000000) k.value = k.value * 10 + (uint32_t)d;
      i += n;
    } else if ((m = inner(c, i)) != 0 && digit(c, i + m, &n) >= 0) {
      first = false;
      k.flags |= MH_TF_DECIMAL;
      i += m;
    } else {
      break;
    }
    if (i - c->at > TOKEN_BYTES) break;
  }
  k.len = (uint16_t)(i - c->at);
  if (!(k.flags & MH_TF_DECIMAL)) k.key = MH_KEY_NUMBER(k.value);
  return k;
}

static inline bool latin_letter(const unsigned char *t)
{
  const unsigned b = t[0];
  if (b < 0x80) return (b | 32) - 'a' < 26u;
  if (b >= 0xC3 && b < 0xD8) return true; /* Latin-1 letters to Hebrew */
  if (b >= 0xDC && b < 0xE2) return true; /* Syriac to Georgian        */
  if (b >= 0xE3 && b < 0xEF) return true; /* CJK, Hangul ...           */
  if (b == 0xEF && t[1] >= 0xAD && t[1] < 0xBF) return true; /* presentation forms */
  if ((b & 0xFC) == 0xD8)
    return mh_text__class[((b & 3) << 6) | (t[1] & 63)] == MH_CH_OTHER;
  return false;
}

static mh_token latin(cutter *c)
{
  mh_token k = {.at = c->at, .kind = MH_TOKEN_LATIN, .flags = c->flags};
  uint32_t i = c->at, n;
  while (i < c->len && latin_letter(c->text + i) && i - c->at < TOKEN_BYTES) {
    mh_utf8_next((const char *)c->text + i, &n);
    i += n;
  }
  k.len = (uint16_t)(i - c->at);
  return k;
}

static mh_token mark(cutter *c)
{
  uint32_t n;
  mh_token k = {.at = c->at, .kind = MH_TOKEN_MARK, .flags = c->flags};
  k.value = mh_utf8_next((const char *)c->text + c->at, &n);
  k.len = (uint16_t)n;
  if (k.value == '+' || k.value == '-') k.key = MH_KEY_MARK(k.value);
  return k;
}

/* White space at c->at: bytes to pass over, 0 when it is none.  The signs of a hashtag part
 * its words, and are no marks of a sentence. */
static inline uint32_t space(const cutter *c)
{
  const unsigned char *t = c->text + c->at;
  if (t[0] <= ' ') return 1;
  if (t[0] == '#' || t[0] == '_') return c->at + 1 < c->len && (t[1] & 0xFE) == 0xD8;
  if (t[0] < 0xC2) return 0;
  if (t[0] == 0xC2 && t[1] == 0xA0) return 2;
  if (t[0] == 0xE2 && t[1] == 0x80 && (t[2] <= 0x8F || (t[2] >= 0xA8 && t[2] <= 0xAF)))
    return 3;
  return 0;
}

/* A tatweel that stands alone, which part of the press writes for a dash: its bytes, with more
 * of them behind it; 0 where a word goes on with it. */
static uint32_t drawn(const cutter *c)
{
  const unsigned char *t = c->text;
  uint32_t i = c->at;
  while (i + 1 < c->len && t[i] == 0xD9 && t[i + 1] == 0x80 && i - c->at < TOKEN_BYTES)
    i += 2;
  const int cls = i + 1 < c->len ? arabic(t + i) : -1;
  const bool on = (cls > 0 && cls <= MH_L_HAMZA) || cls == MH_CH_SKIP;
  return on ? 0 : i - c->at;
}

/* ... as the dash that it is. */
static mh_token drawn_dash(const cutter *c, uint32_t bytes)
{
  return (mh_token){.at = c->at,
                    .kind = MH_TOKEN_MARK,
                    .flags = c->flags,
                    .value = 0x2013,
                    .len = (uint16_t)bytes};
}

static inline mh_token next(cutter *c)
{
  const unsigned char *t = c->text + c->at;
  uint32_t n;
  const int cls = c->at + 1 < c->len ? arabic(t) : -1;
  if (cls > 0 && cls <= MH_L_HAMZA) return word(c);
  if (digit(c, c->at, &n) >= 0) return number(c);
  if (cls == MH_CH_SKIP) { /* a stray mark: a word without letters */
    n = drawn(c);
    return n ? drawn_dash(c, n) : word(c);
  }
  if (latin_letter(t)) return latin(c);
  return mark(c);
}

/* ---- words through the vocabulary ---------------------------------------------------
 *
 * Memory is slow, and a text's words lie all over the vocabulary.  So they are only measured
 * while the text is cut, and looked up afterwards, when what they need has been asked for. */

enum { AHEAD = 40 /* tokens */ };

/* A text of which MH_TEXT__REACH bytes can be read at any place: its last bytes stand in a copy
 * with zeros behind them. */
typedef struct view {
  const unsigned char *text, *tail;
  uint32_t tail_from;
} view;

/* tail is zero. */
static view view_of(const cutter *c, unsigned char tail[2 * MH_TEXT__REACH])
{
  const uint32_t n = c->len < MH_TEXT__REACH ? c->len : MH_TEXT__REACH;
  if (n) memcpy(tail, c->text + c->len - n, n);
  return (view){c->text, tail, c->len - n};
}

static inline const unsigned char *reach(view x, uint32_t at)
{
  return __builtin_expect(at < x.tail_from, 1) ? x.text + at
                                               : x.tail + (at - x.tail_from);
}

static inline void look_up(mh_token *k, cutter *c, mh_vocabulary *v, view x)
{
  const uint32_t hash = k->value;
  const uint64_t raw[3] = {k->key.lo, k->key.hi, mh_text__rest(reach(x, k->at), k->len)};
  const uint32_t number = mh_text__find(v, hash, raw);
  if (number) {
    mh_text__recall(k, v, number);
    return;
  }
  c->at = k->at;
  c->flags = k->flags;
  *k = word(c);
  k->value = mh_text__learn(v, hash, raw, k);
}

static void look_all_up(mh_token *k, uint32_t n, cutter *c, view x)
{
  mh_vocabulary *const v = c->v;
  for (uint32_t i = 0; i < n; i++) {
    if (i + AHEAD < n) mh_text__fetch_row(v, k[i + AHEAD].value); /* words, mostly */
    if (k[i].n == MEASURED) look_up(&k[i], c, v, x);
  }
}

/* ---- a text ------------------------------------------------------------------------- */

typedef struct places {
  uint32_t *at;
  uint32_t n, cap;
} places;

typedef struct tokens {
  mh_token *at;
  uint32_t n, cap;
  places marks, lines;
} tokens;

/* White space at c->at is passed over; at a line's end the token to come begins a line. */
static mh_status pass(cutter *c, mh_arena *a, tokens *l, uint32_t bytes)
{
  c->flags |= MH_TF_SPACE;
  c->at += bytes;
  if (c->text[c->at - bytes] != '\n' || (c->flags & MH_TF_LINE)) return MH_OK;
  c->flags |= MH_TF_LINE;
  return MH_PUSH(a, &l->lines, l->n);
}

/* What begins at c->at and is no word of the vocabulary's: space, or any token. */
static mh_status other(cutter *c, mh_arena *a, tokens *l)
{
  const uint32_t bytes = space(c);
  if (bytes) return pass(c, a, l, bytes);
  const mh_token k = next(c);
  if (k.kind == MH_TOKEN_MARK) MH_TRY(MH_PUSH(a, &l->marks, l->n));
  l->at[l->n++] = k;
  c->at += k.len;
  c->flags = 0;
  return MH_OK;
}

/* Words one behind the other from c->at on, as far as they are for the vocabulary and there is
 * room.  Each is only measured: its hash stands in value until look_up(). */
static void words(cutter *c, tokens *l, view x)
{
  const mh_vocabulary *const v = c->v;
  const mh_token *const end = l->at + l->cap;
  const uint32_t len = c->len;
  mh_token *k = l->at + l->n;
  uint32_t at = c->at;
  uint16_t flags = c->flags;
  while (at < len && k < end) {
    const unsigned char *t = reach(x, at);
    uint64_t raw[3];
    if ((t[0] & 0xFE) != 0xD8) break;
    const uint32_t n = mh_text__letters(t);
    if (n - 1 >= MH_TEXT__RAW || mh_text__goes_on(t + n)) break;
    if (n == 2 && waw_apart(c->text, at, len)) break;
    if (t[0] == 0xD9 && t[1] == 0x80) break; /* see drawn() */
    mh_text__raw(raw, t, n);
    const uint32_t hash = mh_text__hash(raw);
    mh_text__fetch_slot(v, hash);
    *k++ = (mh_token){.key = {raw[0], raw[1]}, /* until look_up() */
                      .at = at,
                      .len = (uint16_t)n,
                      .kind = MH_TOKEN_WORD,
                      .n = MEASURED,
                      .flags = flags,
                      .value = hash};
    const bool blank = t[n] == ' '; /* most of what stands behind words */
    at += n + blank;
    flags = blank ? MH_TF_SPACE : 0;
  }
  c->at = at;
  c->flags = flags;
  l->n = (uint32_t)(k - l->at);
}

static mh_status cut(cutter *c, mh_arena *a, tokens *l, view x)
{
  MH_TRY(MH_PUSH(a, &l->lines, 0));
  while (c->at < c->len) {
    if (l->n == l->cap) MH_TRY(mh_list_room(a, &l->at, l->n, &l->cap, sizeof *l->at));
    const uint32_t had = l->n;
    if (c->v) words(c, l, x);
    if (l->n == had) MH_TRY(other(c, a, l));
  }
  if (l->lines.at[l->lines.n - 1] == l->n) l->lines.n--; /* nothing on the last line */
  return MH_OK;
}

mh_status mh_text_cut_with(mh_doc *out, mh_arena *a, const char *text, uint32_t len,
                           const mh_span *headings, uint32_t n_headings, mh_vocabulary *v)
{
  cutter c = {.text = (const unsigned char *)text,
              .len = len,
              .flags = MH_TF_SPACE | MH_TF_LINE,
              .v = v};
  tokens l = {.cap = len / 9 + 32};
  *out = (mh_doc){.text = text, .len = len};
  l.at = mh_arena_take(a, l.cap * sizeof *l.at);
  if (l.at == NULL) return MH_ENOMEM;
  unsigned char tail[2 * MH_TEXT__REACH] = {0};
  const view x = view_of(&c, tail);
  MH_TRY(cut(&c, a, &l, x));
  if (v) look_all_up(l.at, l.n, &c, x);
  out->tokens = l.at;
  out->n_tokens = l.n;
  out->marks = l.marks.at;
  out->n_marks = l.marks.n;
  out->lines = l.lines.at;
  out->n_lines = l.lines.n;
  MH_TRY(mh_text__quotations(out, a));
  return mh_text__sentences(out, a, headings, n_headings);
}

mh_status mh_text_cut(mh_doc *out, mh_arena *a, const char *text, uint32_t len,
                      const mh_span *headings, uint32_t n_headings)
{
  return mh_text_cut_with(out, a, text, len, headings, n_headings, NULL);
}
