/* sounds - is it Arabic, and in which character set, by how its letters follow each other?
 *
 * The old character sets of Arabic have the same letters at other places: the right one is
 * told by what the decoded text sounds like.  A pair of letters counts 0..9, about 10 plus
 * the binary logarithm of how often the second follows the first, made of 3,300 news articles
 * by tools/letter_pairs.py.  Marks of punctuation count a little for, what no Arabic text has
 * (box drawings, letters of Latin, undefined places) against.
 */
#include "pdftext.h"

enum {
  EDGE,         /* no letter: the edge of a word          */
  OTHER = 37,   /* a letter of other languages in Arabic  */
  KINDS,        /* rows and columns of the table          */
  MARK = KINDS, /* a vowel mark                           */
  PUNCTUATION,  /* of Arabic texts                        */
  FOREIGN,      /* a Latin letter, a sign                 */
  NONSENSE      /* nothing that a text has                */
};

enum { EVENTS = 8192, LOOK = 1 << 20 };

/* Rows: EDGE, U+0621..063A, U+0641..064A, OTHER; columns: the same. */
static const char pairs[KINDS][KINDS + 1] = {
    "00160508605244332314331206264467447050", /* 0000 */
    "90000006054000000000000000000020030000", /* 0621 */
    "00000000616530844526200000040186723050", /* 0622 */
    "40000000524455541536443415344557857050", /* 0623 */
    "30000005006520562307600000003764268260", /* 0624 */
    "00000000402354365526445406335285710060", /* 0625 */
    "50000006574044050641001104055276453080", /* 0626 */
    "74000040426234251624233304044395633030", /* 0627 */
    "70040207355125152613432406225365555070", /* 0628 */
    "90000000000000000000000000000000000000", /* 0629 */
    "80031005514246441634443425355456566360", /* 062A */
    "80000007463000000700000000026076535070", /* 062B */
    "70010017555103062643000005000067666060", /* 062C */
    "70000007456340072635144230055556336070", /* 062D */
    "50000007526000064723263600050085215060", /* 062E */
    "81030017264400350603000004043346446370", /* 062F */
    "70000008433030000400000000000671374180", /* 0630 */
    "80021047565054040224334204354614456470", /* 0631 */
    "83000028453022030520000005022256456080", /* 0632 */
    "70024007657042230503000406042566556170", /* 0633 */
    "60244027535033550801000306454635365160", /* 0634 */
    "60000007562006160700040204461074526260", /* 0635 */
    "80000008454016340600000306320056346470", /* 0636 */
    "70020028663002000702000304056063646160", /* 0637 */
    "70000008273000000700000000050067364370", /* 0638 */
    "70000007655210060643324220024276645160", /* 0639 */
    "70000007555000045734214400030066525080", /* 063A */
    "70010317165022112624124345005341444390", /* 0641 */
    "70000007666000071603144505043053446360", /* 0642 */
    "70030007565500043644300001030066636060", /* 0643 */
    "70260406546345444425431305355557455660", /* 0644 */
    "70003017455345350525442306124464745060", /* 0645 */
    "90000007455033242135330443144203265260", /* 0646 */
    "80001008333030056530000000000047516160", /* 0647 */
    "61050308525344252645244325255476643360", /* 0648 */
    "90000000000000000000000000000000000000", /* 0649 */
    "80000026474333352635323304045455645030", /* 064A */
    "82222226272222242642222224224244545262", /* 0671 */
};

static uint8_t kind_of(uint32_t c)
{
  uint32_t parts[4];
  if (mh_page__letters_of(parts, c)) c = parts[0];
  if (c >= 0x621 && c <= 0x63a) return (uint8_t)(c - 0x620);
  if (c >= 0x641 && c <= 0x64a) return (uint8_t)(c - 0x641 + 27);
  if (c >= 0x64b && c <= 0x652) return MARK;
  if (c >= 0x671 && c <= 0x6d3) return OTHER;
  if (c == 0x60c || c == 0x61b || c == 0x61f || c == 0x640 || (c >= 0x660 && c <= 0x66c))
    return PUNCTUATION;
  if (c == 0xa0 || c == 0xab || c == 0xbb || c == 0xad || (c >= 0x2013 && c <= 0x2026) ||
      c == 0x200c || c == 0x200d || c == 0x200e || c == 0x200f)
    return PUNCTUATION;
  if (c < 0x80) return PUNCTUATION; /* signs of their own for right-to-left text */
  return c < 0xa0 || c == 0xfffd || (c >= 0x2190 && c < 0x2800) ? NONSENSE : FOREIGN;
}

typedef struct score {
  int32_t sum;
  uint32_t events, high, letters;
} score;

static int worth(uint8_t before, uint8_t kind)
{
  switch (kind) {
  case MARK: return before != EDGE ? 3 : -2;
  case PUNCTUATION: return 4;
  case FOREIGN: return -2;
  case NONSENSE: return -8;
  default: return pairs[before][kind] - '0';
  }
}

static bool is_ascii_letter(unsigned char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* No word is Latin and Arabic both: a letter above ASCII among others is an accented one. */
static int beside(uint8_t kind, unsigned char neighbour)
{
  return kind != EDGE && kind < KINDS && is_ascii_letter(neighbour)
             ? worth(EDGE, NONSENSE)
             : 0;
}

/* How the bytes sound in one character set.  The same bytes are events in each: those above
 * ASCII, and what ends a run of them. */
static score listen(const char *bytes, size_t len, const mh_page__charset *charset)
{
  uint8_t kinds[128];
  score s = {0};
  for (int i = 0; i < 128; i++)
    kinds[i] = charset->points[i] ? kind_of(charset->points[i]) : NONSENSE;
  uint8_t before = EDGE;
  bool high = false;
  for (size_t i = 0; i < len && s.events < EVENTS; i++) {
    const unsigned char c = (unsigned char)bytes[i];
    if (c < 0x80) {
      if (high) {
        s.sum += (before == EDGE ? 3 : worth(before, EDGE)) + beside(before, c);
        s.events++;
      }
      before = EDGE;
      high = false;
      continue;
    }
    const uint8_t kind = kinds[c - 0x80];
    s.sum += worth(before, kind);
    if (i && !high) s.sum += beside(kind, (unsigned char)bytes[i - 1]);
    s.events++;
    s.high++;
    s.letters += kind < KINDS;
    high = true;
    if (kind != MARK) before = kind < KINDS ? kind : EDGE;
  }
  return s;
}

/* Hundredths of a point an event. */
static int mean(const score *s)
{
  return s->events ? s->sum * 100 / (int32_t)s->events : -1000;
}

/* Hundredths of a point an event: text of another script seldom has 470, Arabic about 615. */
enum { ARABIC = 450 };

/* What a set is worth besides how it sounds: what was told counts a little, in a short text
 * more; sets that were rare on any page must be better by some to be believed, as their letters
 * stand mostly where those of ISO-8859-6 do. */
static int trust(const mh_page__charset *c, bool told, int events)
{
  int all = told ? events + 300 : 0;
  if (strcmp(c->name, "ibm864") == 0 && !told) all -= 10 * events + 2500;
  if (strcmp(c->name, "x-mac-arabic") == 0 || strcmp(c->name, "cp720") == 0) all -= 600;
  return all;
}

const mh_page__charset *mh_page__sounds_arabic(const char *bytes, size_t len,
                                               const mh_page__charset *told)
{
  size_t n = 0;
  const mh_page__charset *sets = mh_page__arabic_charsets(&n), *best = NULL;
  int64_t most = INT64_MIN;
  if (len > LOOK) len = LOOK;
  for (size_t i = 0; i < n; i++) {
    const score s = listen(bytes, len, &sets[i]);
    if (s.letters * 2 < s.high || mean(&s) < ARABIC) continue;
    const int64_t all = 100 * (int64_t)s.sum +
                        trust(&sets[i], told == &sets[i], (int)s.events);
    if (all <= most) continue;
    most = all;
    best = &sets[i];
  }
  return best;
}

void mh_page__listen(mh_page__sound *s, const uint32_t *points, uint32_t n)
{
  uint8_t before = EDGE;
  for (uint32_t i = 0; i <= n; i++) {
    const uint8_t kind = i < n ? kind_of(points[i]) : EDGE;
    if (kind == MARK) continue;
    const uint8_t here = kind < KINDS ? kind : EDGE;
    s->letters += here != EDGE;
    if (here != EDGE || before != EDGE) {
      s->forwards += pairs[before][here] - '0';
      s->backwards += pairs[here][before] - '0';
      s->pairs++;
    }
    before = here;
  }
}
