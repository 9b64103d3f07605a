/* signature - the names of agencies and outlets, and how they sign.
 *
 * A signature stands on a line of its own or before the first sentence: pieces parted by
 * dashes, slashes or brackets, one of them an agency.  What is not one for sure stays in
 * the text.  Knows no order of lines; that is article.c and plain.c.
 */
#include "inside.h"

enum {
  DATELINE_BYTES = 180,
  SIGNED_POINTS = 60,
  NAME_BYTES = 120,
  NAME_MOST = 6 /* words of an outlet's name */
};

/* ---- names --------------------------------------------------------------------- */

/* A definite noun or adjective, as the later words of a name are: al- or lil-. */
static bool is_definite(const char *word, uint32_t len)
{
  return len > 4 && (memcmp(word, "\xd8\xa7\xd9\x84", 4) == 0 ||
                     memcmp(word, "\xd9\x84\xd9\x84", 4) == 0);
}

/* How many words; 0 when one behind the first `free` is not definite. */
static uint32_t name_words(const char *folded, uint32_t n, uint32_t free)
{
  uint32_t words = 0;
  for (uint32_t at = 0, word; at < n; at += word + 1) {
    word = mh_page__word(folded, n, at);
    if (++words > free && !is_definite(folded + at, word)) return 0;
  }
  return words;
}

/* Two or three words, or more of which the fourth and all behind it are definite. */
static bool is_named(const char *folded, uint32_t n)
{
  const uint32_t words = name_words(folded, n, 3);
  return words >= 2 && words <= NAME_MOST;
}

/* The name itself: up to a bracket, a bar, or a dash with a blank before it. */
static uint32_t name_len(const char *t, uint32_t len)
{
  for (uint32_t i = 0, n; i < len; i += n) {
    const uint32_t c = mh_utf8_next(t + i, &n);
    const bool dash = c == '-' || c == 0x2013 || c == 0x2014;
    if (c == '(' || c == '|' || (dash && i && t[i - 1] == ' ')) return i;
  }
  return len;
}

bool mh_page__is_outlet(const char *text, uint32_t len)
{
  char folded[MH_PAGE__FOLD_MAX];
  if (len == 0 || len > NAME_BYTES || memchr(text, ':', len)) return false;
  const uint32_t n = mh_page__fold(folded, sizeof folded, text, name_len(text, len));
  if (n == UINT32_MAX || n == 0 || !is_named(folded, n)) return false;
  for (uint32_t at = 0, word; at < n; at += word + 1) {
    word = mh_page__word(folded, n, at);
    const mh_page__pattern *p = mh_page__match_kind(folded + at, n - at, MH_PAGE__OUTLET);
    if (p && (at == 0 || p->form == MH_PAGE__SUFFIX)) return true;
  }
  return false;
}

static bool is_agency(const char *t, uint32_t len)
{
  char folded[MH_PAGE__FOLD_MAX];
  if (len > 80) return false;
  const uint32_t n = mh_page__fold(folded, sizeof folded, t, len);
  if (n == 0 || n == UINT32_MAX) return false;
  return mh_page__match_kind(folded, n, MH_PAGE__AGENCY) || mh_page__is_outlet(t, len);
}

/* A dash, a slash, a bullet or a bar, which part the pieces of a signature; a hyphen
 * only where a blank is at its side. */
static bool parts(const char *t, uint32_t i, uint32_t len, uint32_t c, uint32_t n)
{
  if (c == '/' || c == '|' || c == 0x2013 || c == 0x2014 || c == 0x2022 || c == 0x640)
    return c != 0x640 || (i && t[i - 1] == ' ' && i + n < len && t[i + n] == ' ');
  return c == '-' && ((i && t[i - 1] == ' ') || (i + 1 < len && t[i + 1] == ' '));
}

/* Newspapers named after a city or a region are known above an article only. */
static bool is_city(const char *t, uint32_t len)
{
  char folded[MH_PAGE__FOLD_MAX];
  const uint32_t n = mh_page__fold(folded, sizeof folded, t, len);
  if (n == UINT32_MAX) return false;
  const mh_page__pattern *p = mh_page__match_kind(folded, n, MH_PAGE__AGENCY);
  return p && p->where == MH_PAGE__HEAD;
}

/* Nothing but a signature of two pieces or more, one of them an agency. */
bool mh_page__is_signed(const mh_page__line *line, const char *t)
{
  bool agency = false;
  uint32_t piece = 0, words = 0, pieces = 0;
  if (line->final || line->points > SIGNED_POINTS) return false;
  for (uint32_t i = 0, n; i <= line->len; i += n) {
    const uint32_t c = i < line->len ? mh_utf8_next(t + i, &n) : '|';
    if (i == line->len) n = 1;
    const bool bracket = c == '(' || c == ')', comma = c == 0x60c || c == ',';
    words += c == ' ';
    if (words > 5) return false;
    if (!bracket && !comma && !parts(t, i, line->len, c, n)) continue;
    if (i > piece + 1) {
      agency |= is_agency(t + piece, i - piece) && !is_city(t + piece, i - piece);
      pieces++;
    }
    piece = i + n;
    words = 0;
  }
  return agency && pieces >= 2;
}

/* ---- before the first sentence -------------------------------------------------------- */

static uint32_t skip_marks(const char *t, uint32_t i, uint32_t len)
{
  for (uint32_t n; i < len; i += n) {
    const uint32_t c = mh_utf8_next(t + i, &n);
    if (c != ' ' && c != '-' && c != ':' && c != 0x2013 && c != 0x2014 && c != 0x640 &&
        c != '/' && c != '|')
      return i;
  }
  return i;
}

/* What has been seen of a signature while walking over it. */
typedef struct signature {
  uint32_t piece;  /* where the piece in hand begins              */
  uint32_t words;  /* blanks in it                                */
  uint32_t pieces; /* parted so far                               */
  uint32_t open;   /* where the bracket in hand opened            */
  uint32_t agreed; /* the signature reaches here for sure         */
  bool agency;     /* one of the pieces is an agency              */
  bool last;       /* the last piece is one                       */
  bool bracket;    /* the piece in hand is in brackets, the second of all */
} signature;

/* "City 6-5-2019 agency": a day, and an agency as the last word. */
static bool is_dated_agency(const char *t, uint32_t len)
{
  mh_day day;
  uint32_t at = len;
  while (at && t[at - 1] != ' ') at--;
  return at && len - at > 2 && is_agency(t + at, len - at) &&
         mh_page__find_date(&day, t, at, 0);
}

static void end_piece(signature *s, const char *t, uint32_t i, uint32_t next)
{
  s->last = is_agency(t + s->piece, i - s->piece) ||
            is_dated_agency(t + s->piece, i - s->piece);
  s->agency |= s->last;
  s->piece = next;
  s->words = 0;
  s->pieces++;
}

/* Does a piece begin with a verb of speech?  Then it is no city and no name. */
static bool says(const char *t, uint32_t len)
{
  char folded[MH_PAGE__FOLD_MAX];
  const uint32_t skip = mh_page__skip_words(t, len, 0);
  const uint32_t n = mh_page__fold(folded, sizeof folded, t + skip, len - skip);
  return n && n != UINT32_MAX && mh_page__match_kind(folded, n, MH_PAGE__SAYS);
}

/* Is it a quotation that begins at i?  Then the colon before it is of speech. */
static bool quotes(const char *t, uint32_t i, uint32_t len)
{
  uint32_t n;
  if (i >= len) return false;
  const uint32_t c = mh_utf8_next(t + i, &n);
  return c == 0xab || c == '"' || c == 0x201c || c == '{';
}

/* Where a signature that a colon closes at i ends, its last piece begun at `piece`; what
 * was agreed on before when the colon is none of it: behind an agency a city may stand,
 * or somebody who speaks. */
static uint32_t at_colon(const signature *s, const char *t, uint32_t i, uint32_t len,
                         uint32_t piece)
{
  uint32_t words = 0;
  const uint32_t next = skip_marks(t, i, len);
  if (s->last) return next;
  for (uint32_t k = piece; k + 1 < i; k++) words += t[k] == ' ';
  if (quotes(t, next, len) || says(t + piece, i - piece)) return s->agreed;
  if (words > (s->agreed ? 2u : 4u)) return s->agreed;
  return s->pieces > 1 || s->agency ? next : 0;
}

/* Place (agency) - : whoever the brackets name, if one word or one with definite words
 * is before them and a dash behind them. */
static bool is_place_bracket(const signature *s, const char *t, uint32_t i, uint32_t len)
{
  char folded[MH_PAGE__FOLD_MAX];
  uint32_t n;
  if (!s->bracket || s->words > 2) return false;
  n = mh_page__fold(folded, sizeof folded, t, s->open);
  if (n == UINT32_MAX || n == 0 || name_words(folded, n, 1) == 0) return false;
  if (name_words(folded, n, 1) > 3) return false;
  while (i < len && t[i] == ' ') i++;
  if (i >= len) return false;
  const uint32_t c = mh_utf8_next(t + i, &n);
  return c == '-' || c == 0x2013 || c == 0x2014 || c == 0x640;
}

uint32_t mh_page__dateline(const char *text, uint32_t len)
{
  signature s = {0};
  const uint32_t most = len < DATELINE_BYTES ? len : DATELINE_BYTES;
  for (uint32_t i = 0, n; i < most && s.words <= 4u + !s.pieces && s.pieces <= 5;
       i += n) {
    const uint32_t c = mh_utf8_next(text + i, &n);
    if (i + n > len) break;
    if (c == ' ' && i > s.piece && text[i - 1] != ' ') s.words++;
    const bool colon = c == ':', close = c == ')', open = c == '(';
    if (!colon && !close && !open && !parts(text, i, len, c, n)) {
      if (c == '.' || c == 0x60c || c == 0x61b || c == 0xab || c == '"') break;
      continue;
    }
    if (close && is_place_bracket(&s, text, i + n, len))
      return skip_marks(text, i + n, len);
    const uint32_t piece = s.piece;
    s.bracket = open && s.pieces == 0 && i > 0;
    if (open) s.open = i;
    end_piece(&s, text, i, i + n);
    if (colon) return at_colon(&s, text, i, len, piece);
    const uint32_t next = skip_marks(text, i + n, len);
    if (s.agency && !open && (!close || next > i + n + 1)) s.agreed = next;
    if (s.agency && s.agreed && close) return s.agreed;
    s.piece = next > i + n ? next : i + n;
    n = s.piece - i; /* marks in a row part once, and no piece begins behind i */
  }
  return s.agreed;
}

/* "City-agency", with no blank between. */
static bool is_joined(const char *text, uint32_t len)
{
  const char *dash = memchr(text, '-', len);
  if (!dash || dash == text) return false;
  const uint32_t at = (uint32_t)(dash - text);
  return is_agency(text + at + 1, len - at - 1) || is_agency(text, at);
}

bool mh_page__is_signature(const char *text, uint32_t len)
{
  uint32_t words = 1, marks = 0;
  if (len > DATELINE_BYTES) return false;
  if (len < 60 && is_joined(text, len)) return true;
  for (uint32_t i = 0, n; i < len; i += n) {
    const uint32_t c = mh_utf8_next(text + i, &n);
    if (parts(text, i, len, c, n)) {
      marks++;
      words = 0;
    }
    words += c == ' ';
    if (words > 5 || c == '.' || c == 0x60c || c == 0x61f || c == '"' || c == 0xab)
      return false;
  }
  return marks >= 1 && marks <= 3;
}

/* ---- whose own agency it is ------------------------------------------------------- */

/* The home of the agency that a piece, or the last word of it, names. */
static const char *home_of(const char *t, uint32_t len)
{
  char folded[MH_PAGE__FOLD_MAX];
  const uint32_t n = mh_page__fold(folded, sizeof folded, t, len);
  if (n == UINT32_MAX) return NULL;
  for (uint32_t at = 0, word; at < n; at += word + 1) {
    word = mh_page__word(folded, n, at);
    if (at && at + word < n) continue;
    const mh_page__pattern *p = mh_page__match_kind(folded + at, n - at, MH_PAGE__AGENCY);
    if (p && *p->home) return p->home;
  }
  return NULL;
}

const char *mh_page__home(const char *text, uint32_t len)
{
  uint32_t piece = 0;
  const char *home = NULL;
  if (len > DATELINE_BYTES) len = 0;
  for (uint32_t i = 0, n = 1; i <= len && len && home == NULL; i += n) {
    const uint32_t c = i < len ? mh_utf8_next(text + i, &n) : '|';
    if (i == len) n = 1;
    const bool mark = c == '(' || c == ')' || c == ':' || c == 0x60c || c == ',' ||
                      c == '.' || parts(text, i, len, c, n);
    if (!mark) continue;
    if (i > piece) home = home_of(text + piece, i - piece);
    piece = i + n;
  }
  return home;
}

/* The end of a signature without the marks that part it from the sentence. */
uint32_t mh_page__trim_marks(const char *t, uint32_t end)
{
  for (;;) {
    if (end && (t[end - 1] == ' ' || t[end - 1] == ':' || t[end - 1] == '-' ||
                t[end - 1] == '/' || t[end - 1] == '|'))
      end--;
    else if (end > 2 && (memcmp(t + end - 3, "\xe2\x80\x93", 3) == 0 ||
                         memcmp(t + end - 3, "\xe2\x80\x94", 3) == 0))
      end -= 3;
    else if (end > 1 && memcmp(t + end - 2, "\xd9\x80", 2) == 0)
      end -= 2;
    else
      return end;
  }
}
