/* pdftext - an article of what pdftotext (poppler-utils) takes out of a PDF.
 *
 *   lines in the order in which they are read    pdforder.c
 *   letters for their shapes                     shapes.c
 *   lines of pages to paragraphs                 pdflines.c
 *   then as any page that somebody copied        plain.c
 *
 * Of low trust: what cannot be put in order with certainty is refused with a word for why, and
 * never handed on.  Known kinds: letters in the order of the eye throughout (put in order), in
 * part (refused); lam and alef turned wherever a font has one sign for both (refused, since many
 * words are words either way: three and third); signs that are no letters, because the font
 * does not say what they are (refused).
 */
#include "pdftext.h"

enum {
  LINE_MAX_POINTS = 1 << 16,
  LETTERS_OF_A_LINE = 12, /* with which it tells its order by half a point a pair */
  SOUNDS_RIGHT = 480      /* hundredths a pair; Arabic has about 600 */
};

typedef struct survey {
  uint64_t letters;
  uint64_t forwards, reversed;      /* those of lines that are surely so */
  uint64_t others, lost;            /* Latin letters; signs without a meaning         */
  uint32_t stops_first, stops_last; /* lines that a mark of punctuation begins, ends */
  mh_page__sound sound;
} survey;

static size_t line_end(const char *text, size_t len, size_t i)
{
  while (i < len && text[i] != '\n' && text[i] != '\f') i++;
  return i;
}

/* ---- what kind of text it is -------------------------------------------------------------- */

static bool is_stop(uint32_t c)
{
  return c == '.' || c == 0x60c || c == ':' || c == 0x61b || c == 0x61f;
}

static void survey_line(survey *s, const mh_page__points *l)
{
  mh_page__sound sound = {0};
  uint32_t first = 0, last = l->n;
  mh_page__listen(&sound, l->at, l->n);
  for (uint32_t i = 0; i < l->n; i++) {
    const uint32_t c = l->at[i];
    s->others += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    s->lost += c == 0xfffd || (c >= 0xe000 && c <= 0xf8ff) || (c < 0x20 && c != '\t');
  }
  s->letters += sound.letters;
  s->sound.forwards += sound.forwards;
  s->sound.backwards += sound.backwards;
  s->sound.pairs += sound.pairs;
  const int64_t more = 2 * (sound.backwards - sound.forwards);
  if (sound.letters >= LETTERS_OF_A_LINE && more > sound.pairs)
    s->reversed += sound.letters;
  if (sound.letters >= LETTERS_OF_A_LINE && -more > sound.pairs)
    s->forwards += sound.letters;
  if (-more > sound.pairs) return;
  while (first < last && l->at[first] == ' ') first++;
  while (last > first && l->at[last - 1] == ' ') last--;
  if (first == last) return;
  s->stops_first += is_stop(l->at[first]);
  s->stops_last += is_stop(l->at[last - 1]);
}

static mh_status survey_text(survey *s, mh_page__points *l, const char *text, size_t len)
{
  for (size_t i = 0, end; i < len; i = end + 1) {
    end = line_end(text, len, i);
    MH_TRY(mh_page__order_line(l, text + i, end - i, false));
    survey_line(s, l);
  }
  return MH_OK;
}

/* MH_OK, and whether all of it is back to front; or why it cannot be trusted. */
static mh_status judge(bool *reversed, const survey *s, mh_error *err)
{
  *reversed = false;
  if (s->lost * 50 > s->letters + s->others)
    return mh_fail(err, MH_EFORMAT, 0,
                   "the PDF does not say which letters its signs are");
  if (s->letters * 4 < s->others || s->letters < LETTERS_OF_A_LINE) return MH_OK;
  if (s->reversed * 50 > s->reversed + s->forwards) {
    if (s->forwards * 19 > s->reversed) /* one in twenty */
      return mh_fail(err, MH_EFORMAT, 0,
                     "letters of the PDF are in the wrong order, in part");
    if (s->stops_first <= 3 * s->stops_last)
      return mh_fail(err, MH_EFORMAT, 0,
                     "letters of the PDF are in the wrong order, and which order the "
                     "words have is not certain");
    *reversed = true;
  }
  const int64_t sum = *reversed ? s->sound.backwards : s->sound.forwards;
  if (sum * 100 < (int64_t)SOUNDS_RIGHT * s->sound.pairs)
    return mh_fail(err, MH_EFORMAT, 0, "letters of the PDF came out wrong");
  return MH_OK;
}

/* ---- the text in order ----------------------------------------------------------------------- */

static void write_points(mh_out *out, const mh_page__points *l)
{
  char bytes[4];
  for (uint32_t i = 0; i < l->n; i++) {
    uint32_t letters[4] = {l->at[i]};
    const uint32_t n = mh_page__letters_of(letters, l->at[i]);
    for (uint32_t k = 0; k < n || k == 0; k++)
      mh_out_bytes(out, bytes, mh_page__put(bytes, letters[k]));
  }
}

static mh_status put_in_order(mh_out *out, mh_page__points *l, const char *text,
                              size_t len, bool reversed)
{
  for (size_t i = 0, end; i < len; i = end + 1) {
    end = line_end(text, len, i);
    MH_TRY(mh_page__order_line(l, text + i, end - i, reversed));
    write_points(out, l);
    if (end < len) mh_out_char(out, text[end]);
  }
  if (out->status == MH_OK && out->at) mh_page__order_text(out->at, &out->len);
  return out->status;
}

static mh_status fail(mh_status s, mh_error *err)
{
  if (s == MH_ELIMIT)
    return mh_fail(err, s, 0, "a line or a number of lines that no page has");
  if (s == MH_EEMPTY) return mh_fail(err, s, 0, "no text in the PDF; a scan, perhaps");
  return mh_fail(err, s, 0, "no memory for the page");
}

/* Everything up to paragraphs, in `out`. */
static mh_status unfold(mh_out *out, mh_out *ordered, mh_arena *a, const char *text,
                        size_t len, mh_error *err)
{
  survey seen = {0};
  bool reversed = false;
  mh_page__points l = {.cap = LINE_MAX_POINTS};
  l.at = mh_arena_take(a, l.cap * sizeof *l.at);
  if (!l.at) return fail(MH_ENOMEM, err);
  mh_status s = survey_text(&seen, &l, text, len);
  if (s != MH_OK) return fail(s, err);
  MH_TRY(judge(&reversed, &seen, err));
  s = put_in_order(ordered, &l, text, len, reversed);
  if (s != MH_OK) return fail(s, err);
  if (ordered->len && mh_page__has_turned_lam_alef(ordered->at, ordered->len))
    return mh_fail(
        err, MH_EFORMAT, 0,
        "lam and alef came out of the PDF in the wrong order: its font has one "
        "sign for both");
  s = ordered->len ? mh_page__unfold_pages(out, a, ordered->at, ordered->len) : MH_EEMPTY;
  return s == MH_OK ? s : fail(s, err);
}

mh_status mh_page_pdf_text(mh_article *out, mh_arena *a, const char *bytes, size_t len,
                           mh_error *err)
{
  mh_out ordered = {0}, paragraphs = {0};
  const char *text = NULL, *charset = NULL;
  size_t n = 0;
  *out = (mh_article){0};
  if (len > MH_PAGE_MAX)
    return mh_fail(err, MH_ELIMIT, MH_PAGE_MAX,
                   "larger than the %u MiB a report may have", MH_PAGE_MAX >> 20);
  MH_TRY(mh_page__decode(&text, &n, &charset, a, bytes, len, "utf-8", err));
  mh_status s = unfold(&paragraphs, &ordered, a, text, n, err);
  if (s == MH_OK) s = mh_page_plain(out, a, paragraphs.at, paragraphs.len, err);
  mh_out_free(&ordered);
  mh_out_free(&paragraphs);
  if (s != MH_OK) *out = (mh_article){0};
  return s;
}
