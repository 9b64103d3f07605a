/* sentence - where sentences begin and end.
 *
 * A sentence ends at a full stop, a question or exclamation mark and at the end of a line.
 * Inside quotation marks a full stop ends none: what somebody is quoted with stays
 * together.  Two or more dots are a pause.  A full stop after a single letter belongs to an
 * abbreviation, one after a small number at the head of a line counts a point ("1. Calls on").
 * Which marks open and close quotations is quotation.c's.
 */
#include "inside.h"

enum {
  FULL_STOP = '.',
  QUESTION = '?',
  EXCLAMATION = '!',
  ARABIC_QUESTION = 0x61F,
  ARABIC_FULL_STOP = 0x6D4,
  GUILLEMET_CLOSE = 0xBB,
  CURLY_CLOSE = 0x201D
};

#define LETTER_NAME 3   /* letters of a word that names one */
#define POINTS      200 /* the points of the longest list, and more */

static bool is_mark(const mh_token *t, uint32_t value)
{
  return t->kind == MH_TOKEN_MARK && t->value == value;
}

/* A short word that stands right before or behind the mark at i, without a blank. */
static bool letter_name(const mh_token *t, uint32_t i, uint32_t w)
{
  const uint32_t a = i < w ? i : w, b = i < w ? w : i;
  return t[w].kind == MH_TOKEN_WORD && t[w].n <= LETTER_NAME &&
         t[a].at + t[a].len == t[b].at;
}

/* Is the stop at i one of those between the letters of a foreign name, spelled out ("N.B.C.")?
 * Two stops at least, with short words and no blank around them: where one blank is forgotten
 * behind a sentence the words are longer, or it is one stop. */
static bool spells(const mh_token *t, uint32_t i, uint32_t first, uint32_t end)
{
  if (i < first + 1 || i + 1 >= end || !letter_name(t, i, i - 1) ||
      !letter_name(t, i, i + 1))
    return false;
  return (i >= first + 3 && is_mark(&t[i - 2], FULL_STOP) &&
          letter_name(t, i - 2, i - 1) && letter_name(t, i - 2, i - 3)) ||
         (i + 3 < end && is_mark(&t[i + 2], FULL_STOP) && letter_name(t, i + 2, i + 1) &&
          letter_name(t, i + 2, i + 3));
}

/* Is the stop at i that of a point's number, at the head of its line? */
static bool counts(const mh_token *t, uint32_t i, uint32_t first, uint32_t end)
{
  return i == first + 1 && i + 1 < end && t[first].kind == MH_TOKEN_NUMBER &&
         t[first].value < POINTS && t[i + 1].kind == MH_TOKEN_WORD;
}

/* Does the mark at i end a sentence? */
static bool ends(const mh_token *t, uint32_t i, uint32_t first, uint32_t end)
{
  switch (t[i].value) {
  case QUESTION:
  case EXCLAMATION:
  case ARABIC_QUESTION:
  case ARABIC_FULL_STOP: return true;
  case FULL_STOP: break;
  default: return false;
  }
  if ((i + 1 < end && is_mark(&t[i + 1], FULL_STOP)) ||
      (i > first && is_mark(&t[i - 1], FULL_STOP)))
    return false;
  return !(i > first && t[i - 1].kind == MH_TOKEN_WORD && t[i - 1].n == 1) &&
         !spells(t, i, first, end) && !counts(t, i, first, end);
}

/* A closing mark right after the end belongs to the sentence that ends. */
static bool closes(const mh_token *t)
{
  return t->kind == MH_TOKEN_MARK &&
         (t->value == GUILLEMET_CLOSE || t->value == CURLY_CLOSE || t->value == ')');
}

typedef struct list {
  mh_sentence *at;
  uint32_t n, cap;
} list;

/* A line: tokens [first, end), of which `marks`, n of them, are marks. */
typedef struct line {
  uint32_t first, end;
  const uint32_t *marks;
  uint32_t n;
} line;

static mh_status cut(list *out, mh_arena *a, const mh_token *t, const line *l,
                     uint32_t paragraph, bool heading)
{
  uint32_t depth = (t[l->first].flags & MH_TF_GOES_ON) != 0, from = l->first;
  for (uint32_t k = 0; k < l->n; k++) {
    uint32_t i = l->marks[k];
    if (i < from) continue; /* it closes the sentence before */
    const uint32_t side = t[i].flags & (MH_TF_OPENS | MH_TF_CLOSES);
    depth += side == MH_TF_OPENS;
    depth -= side == MH_TF_CLOSES && depth;
    if (depth || !ends(t, i, l->first, l->end)) continue;
    while (i + 1 < l->end && closes(&t[i + 1])) i++;
    const mh_sentence s = {from, i + 1, paragraph, heading};
    MH_TRY(MH_PUSH(a, out, s));
    from = i + 1;
  }
  if (from == l->end) return MH_OK;
  const mh_sentence s = {from, l->end, paragraph, heading};
  return MH_PUSH(a, out, s);
}

static bool in_heading(uint32_t at, const mh_span *h, uint32_t n, uint32_t *next)
{
  while (*next < n && h[*next].at + h[*next].len <= at) ++*next;
  return *next < n && h[*next].at <= at;
}

mh_status mh_text__sentences(mh_doc *doc, mh_arena *a, const mh_span *headings,
                             uint32_t n_headings)
{
  const mh_token *t = doc->tokens;
  list out = {0};
  line l = {.marks = doc->marks};
  for (uint32_t i = 0, h = 0, mark = 0; i < doc->n_lines; i++) {
    l.first = doc->lines[i];
    l.end = i + 1 < doc->n_lines ? doc->lines[i + 1] : doc->n_tokens;
    l.marks = mark < doc->n_marks ? doc->marks + mark : NULL;
    for (l.n = 0; mark < doc->n_marks && doc->marks[mark] < l.end; mark++) l.n++;
    const bool heading = in_heading(t[l.first].at, headings, n_headings, &h);
    MH_TRY(cut(&out, a, t, &l, i, heading));
  }
  doc->sentences = out.at;
  doc->n_sentences = out.n;
  return MH_OK;
}
